"""Word files that people have written or edited in, their PDFs beside them out: `gen pdf`."""

from __future__ import annotations

import io
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gen import anywhere, findings
from gen.convert import Document, Made, to_pdf
from gen.errors import UsageError
from gen.findings import Finding
from gen.pdf import glyphs
from gen.pdf.contract import label
from gen.pdf.engines import choose
from gen.pdf.metadata import Metadata
from gen.source import at
from gen.store import Placed, Policy

NO_DAY = "1980-01-01T00:00:00+00:00"
"""When a file does not say when it was changed: no clock is asked, the same file the same bytes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was made, with which engine; `faults` are files that could not be converted."""

    engine: str
    placed: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...]

    @property
    def exit_code(self) -> int:
        """3 when a file could not be converted."""
        return 3 if self.faults else 0


def convert_files(
    files: Sequence[Path],
    *,
    out: Path | None = None,
    engine: str | None = None,
    policy: Policy = Policy.REFUSE,
) -> Outcome:
    """One PDF a file, beside it or in `out`. UsageError: a file is missing, or two give one PDF."""
    for path in files:
        if not path.is_file():
            missing = findings.IS_FOLDER if path.is_dir() else findings.NO_FILE
            raise UsageError(missing(at(path.name), value=path))
    targets = [(out or path.parent, f"{composed(path.stem)}.pdf") for path in files]
    for target in targets:
        if targets.count(target) > 1:
            raise UsageError(findings.SAME_NAME(at(target[1]), value=target[1]))
    with choose(engine) as working:
        documents = [_document(path) for path in files]
        made = to_pdf(working, documents)
        told = label(working)
    folders: dict[Path, dict[str, Placed]] = defaultdict(dict)
    for (folder, name), result in zip(targets, made, strict=True):
        if result.pdf is not None:
            folders[folder][name] = Placed(result.pdf, {"typ": "pdf", "motor": told})
    placed: list[Path] = []
    unchanged: list[Path] = []
    said: list[Finding] = []
    for folder, contents in folders.items():
        report = anywhere.place(folder, contents, policy)
        placed += [folder / name for name in report.placed]
        unchanged += [folder / name for name in report.unchanged]
        said += report.findings
    said += [
        finding for path, result in zip(files, made, strict=True) for finding in _told(path, result)
    ]
    faults = tuple(result.fault for result in made if result.fault is not None)
    return Outcome(told, tuple(placed), tuple(unchanged), tuple(said), faults)


def composed(text: str) -> str:
    """A file's name with å, ä and ö as one character each."""
    return unicodedata.normalize("NFC", text)


def _document(path: Path) -> Document:
    content = path.read_bytes()
    title, author, created = properties(content)
    meta = Metadata(title=title or composed(path.stem), created=created, author=author)
    return Document(content, meta, at(composed(path.name)))


def properties(content: bytes) -> tuple[str, str, str]:
    """Title, author and day of change, as the file says; a damaged one is the engine's to tell."""
    import docx

    try:
        core = docx.Document(io.BytesIO(content)).core_properties
        modified = core.modified
    except Exception:  # zip, XML and package faults of every kind
        return "", "", NO_DAY
    day = f"{modified:%Y-%m-%dT%H:%M:%S}+00:00" if modified is not None else NO_DAY
    return (core.title or "").strip(), (core.author or "").strip(), day


def _told(path: Path, result: Made) -> list[Finding]:
    missing = sorted(result.missing)
    signs = [glyphs.finding(missing, at(composed(path.name)))] if missing else []
    return [*result.findings, *signs]
