"""Which utdrag are wanted: a reading and a wish in, out the files to be cut, distinctly named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from gen.beslut import addressees
from gen.building import Options
from gen.documents.utdrag import FOLDER, Utdrag, utdrag
from gen.filenames import safe_name
from gen.planning import chosen
from gen.register import Register
from gen.workbook.read import Reading

_UTKAST: Final = "-utkast"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which utdrag. `everything`: also of §§ that go to nobody; `per_recipient`: a file for each
    recipient with all that is theirs; `signed`: the protokoll to cut, instead of the one that is
    made."""

    everything: bool = False
    per_recipient: bool = False
    signed: Path | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """A file to be made: §§ of protokoll, in their order."""

    name: str
    title: str
    parts: tuple[Utdrag, ...]

    @property
    def file(self) -> str:
        return f"{self.name}.pdf"

    @property
    def other(self) -> str:
        """What the file of the same §§ is called before the justering, or after it."""
        if self.name.endswith(_UTKAST):
            return f"{self.name.removesuffix(_UTKAST)}.pdf"
        return f"{self.name}{_UTKAST}.pdf"


def wanted(reading: Reading, options: Options, wish: Wish) -> list[Utdrag]:
    """Those that are asked for, justerade or not."""
    selection = chosen(reading, options.arenden, options.paragrafer)
    picked = bool(options.arenden or options.paragrafer)
    return [
        one
        for one in utdrag(reading)
        if (one.arende.nr in selection.arenden or one.paragraf in selection.paragrafer)
        or (not picked and (wish.everything or one.sent))
    ]


def ready(some: Iterable[Utdrag], options: Options) -> list[Utdrag]:
    """Those of them that need not wait for the justering."""
    return [one for one in some if options.utkast or not one.waits_for]


def extracts(some: Iterable[Utdrag], register: Register, wish: Wish) -> Iterator[Extract]:
    """The files: one for each §, or one for each recipient."""
    if not wish.per_recipient:
        for one in some:
            yield _marked(Extract(one.name, one.title, (one,)))
        return
    theirs: dict[str, list[Utdrag]] = {}
    for one in some:
        for name in addressees(one.arende, register):
            theirs.setdefault(name, []).append(one)
    taken: set[str] = set()
    for name, parts in theirs.items():
        title = f"Protokollsutdrag till {name}, {parts[0].title.partition(', ')[2]}"
        file = _distinct(f"{FOLDER}/mottagare/{safe_name(name)}", taken)
        yield _marked(Extract(file, title, tuple(parts)))


def _distinct(name: str, taken: set[str]) -> str:
    """Two recipients may differ in signs that no file name has: Kommunal (Malmö), Kommunal, Malmö.

    Nor may one be called as the utkast of another.
    """
    number, free = 1, name
    while not taken.isdisjoint({free, f"{free}{_UTKAST}"}):
        number += 1
        free = f"{name}-nr-{number}"
    taken |= {free, f"{free}{_UTKAST}"}
    return free


def _marked(extract: Extract) -> Extract:
    """What holds a § that is not justerad is an utkast, and is called so."""
    if not any(one.waits_for for one in extract.parts):
        return extract
    return replace(extract, name=f"{extract.name}{_UTKAST}", title=f"{extract.title} (ej justerat)")
