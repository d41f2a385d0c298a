"""Files that somebody names in, one PDF of them out: `gen slå-ihop a.pdf b.docx c.pdf -o bunt.pdf`.

What is not needed to show the pages does not come along: no scripts, no actions, no attachments.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gen import anywhere, filenames, findings
from gen.bunt import contents
from gen.bunt.binding import bind
from gen.bunt.pieces import Piece
from gen.documents.brevhuvud import brevhuvud
from gen.errors import UsageError
from gen.findings import Finding, Level
from gen.handmade import NO_DAY, composed, properties
from gen.jobs import BREVPAPPER, MALL, Job
from gen.pdf.contract import label
from gen.pdf.engines import choose
from gen.pdf.later import Later
from gen.pdf.metadata import Metadata, one_line
from gen.register import Register
from gen.source import at
from gen.store import Placed, Policy
from gen.templates import Templates

_MOMENT: Final = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class How:
    """How to merge. `contents`: a page in front that says what is on which page; `stamps`: the
    files after the first are its bilagor, and say so; `title`: else the new file's name."""

    title: str = ""
    contents: bool = False
    stamps: bool = False
    templates: Path | None = None
    engine: str | None = None
    workers: int | None = None
    cluster: str | None = None
    policy: Policy = Policy.REFUSE


@dataclass(frozen=True, slots=True)
class Merged:
    """What was made. `claims`: the standards that it holds; `left_out`: files that are not in it;
    `faults`: those among them that the engine could not convert."""

    engine: str
    placed: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    claims: frozenset[str]
    left_out: tuple[Path, ...]
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...]

    @property
    def exit_code(self) -> int:
        """3 when a file could not be converted, 1 when one could not be used."""
        return 3 if self.faults else int(any(f.level is Level.FEL for f in self.findings))


def merge_files(files: Sequence[Path], target: Path, how: How) -> Merged:
    """One PDF of the files in their order; what cannot be used is left out, and told.

    UsageError: a file is missing, or `target` is one of them or no name of a PDF.
    """
    _refuse(files, target)
    read = [path.read_bytes() for path in files]
    pieces = [
        _piece(number, path, content, stamps=how.stamps)
        for number, (path, content) in enumerate(zip(files, read, strict=True))
    ]
    name = composed(target.name)
    title = one_line(how.title) or composed(target.stem)
    meta = Metadata(title, max(map(_day, read)))
    with Later(choose(how.engine, workers=how.workers, cluster=how.cluster)) as engine:
        bound = bind(engine, pieces, meta, _front(title, meta, how) if how.contents else None)
        told = label(engine)
    said = list(bound.findings)
    left_out = tuple(files[place] for place in bound.left_out)
    if bound.pdf is None:
        said.append(findings.NOTHING_USABLE(at(name), value=name))
        return Merged(told, (), (), frozenset(), left_out, tuple(said), bound.faults)
    placed = {name: Placed(bound.pdf, {"typ": "slå-ihop", "motor": told})}
    report = anywhere.place(target.parent, placed, how.policy)
    return Merged(
        told,
        tuple(target.parent / one for one in report.placed),
        tuple(target.parent / one for one in report.unchanged),
        bound.claims,
        left_out,
        (*said, *report.findings),
        bound.faults,
    )


def _refuse(files: Sequence[Path], target: Path) -> None:
    for path in files:
        if not path.is_file():
            missing = findings.IS_FOLDER if path.is_dir() else findings.NO_FILE
            raise UsageError(missing(at(path.name), value=path))
        if target.exists() and target.samefile(path):
            raise UsageError(findings.INTO_ITSELF(at(path.name), value=path))
    if target.suffix.casefold() != ".pdf":
        raise UsageError(findings.NOT_A_PDF_NAME(at("-o"), value=target))
    try:
        filenames.parts(composed(target.name))
    except ValueError as error:
        raise UsageError(findings.NOT_A_FILE_NAME(at("-o"), value=target.name)) from error


def _piece(number: int, path: Path, content: bytes, *, stamps: bool) -> Piece:
    name = composed(path.name)
    title = one_line(composed(path.stem)) or filenames.UNNAMED
    called = f"Bilaga {number}" if stamps and number else ""
    shown = f"{called}. {title}" if called else title
    return Piece(shown, name, at(name), content, stamp=called)


def _front(title: str, meta: Metadata, how: How) -> Job:
    """The contents page. The files are of no kommun that gen knows: its letterhead is bare."""
    templates = Templates(how.templates)
    return Job(
        contents.NAME,
        contents.NAME,
        title,
        meta.created[:10],
        brevhuvud(Register(), typ=title, titel=title),
        {MALL: templates.find(contents.NAME), BREVPAPPER: templates.find(BREVPAPPER)},
    )


def _day(content: bytes) -> str:
    """The day on which a file was last changed, as it says: no clock is asked."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            about = pdf.docinfo
            found = _MOMENT.match(str(about.get("/ModDate", about.get("/CreationDate", ""))))
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError):
        return properties(content)[2]
    try:
        day = dt.date(*map(int, found.groups())) if found else None
    except ValueError:  # a day that no calendar has
        day = None
    return f"{day.isoformat()}T00:00:00+00:00" if day else NO_DAY
