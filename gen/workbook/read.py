"""Files in, a `Reading` out: meeting and register as values, where each came from, findings.

An unreadable value is absent in the model, with a finding of its own at its path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from gen import findings
from gen.complete import complete
from gen.errors import DataError
from gen.files import REGISTER_FILE, Found, register_places
from gen.findings import Finding
from gen.jobs import Resource
from gen.model import Granskning, Sammantrade
from gen.register import Register
from gen.source import Source, at
from gen.workbook import arenden, granskat, sammantrade, sheets, tidigare
from gen.workbook.arendefil import Arendefil
from gen.workbook.behandling import behandlingar
from gen.workbook.collect import Collector
from gen.workbook.grid import Book, load
from gen.workbook.register import registret
from gen.workbook.which import Which


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `meeting` is complete: what can be computed is filled in.

    `folder` and `register_folder` are where the two files stand: names of files in cells
    count from there. `files` are those that are set in, by that name; `granskat` the findings
    that somebody has looked at and accepts. `kind` is the workbook's: of an ärendefil the meeting
    is its one ärende and nothing else. `own` is what a workbook of another kind than these holds.
    """

    meeting: Sammantrade
    register: Register
    source: Source
    findings: tuple[Finding, ...]
    folder: Path
    register_folder: Path
    files: Mapping[str, Resource] = field(default_factory=dict)
    granskat: tuple[Granskning, ...] = ()
    kind: Which = Which.MOTE
    own: BaseModel | None = None

    @property
    def alone(self) -> bool:
        """Whether nothing is to be said of the meeting itself, since there is none."""
        return self.kind is not Which.MOTE


def read(path: Path, register: Path | None = None) -> Reading:
    """Reads a meeting's workbook and its register.

    UsageError: a file is not there. DataError: a file is no workbook, or there is no register.
    """
    book = load(path, sheets.MOTE)
    return reading(book, load(find_register(path, register), sheets.REGISTER))


def reading(book: Book, register_book: Book) -> Reading:
    """The same from sheets that are loaded already."""
    c = Collector()
    known = registret(c, register_book)
    meeting = tidigare.filled(
        c,
        _meeting(c, book, known),
        book.path.parent,
        known,
        lambda b: _meeting(Collector(), b, known),
    )
    accepted = granskat.rows(c, book.grids.get(sheets.GRANSKAT.name))
    return Reading(
        meeting,
        known,
        Source(book.file, c.places),
        tuple(c.found),
        folder=book.path.parent,
        register_folder=register_book.path.parent,
        files=c.files,
        granskat=accepted,
    )


def _meeting(c: Collector, book: Book, known: Register) -> Sammantrade:
    meeting = complete(sammantrade.meeting(c, book, known), known)
    return behandlingar(book, meeting, known, c)


def read_arendefil(path: Path, register: Path | None = None) -> Reading:
    """Reads a handläggare's workbook by itself, as a meeting that holds its ärende. Errors: `read`.

    It has no number yet: messages call it by its dnr.
    """
    register_book = load(find_register(path, register), sheets.REGISTER)
    c = Collector()
    known = registret(c, register_book)
    book = load(path, sheets.ARENDEFIL)
    c.found.extend(book.findings)
    arende = arenden.alone(c, Arendefil(book, Found(path, book.file)), known)
    return Reading(
        complete(Sammantrade(arenden=(arende,)), known),
        known,
        Source(book.file, c.places),
        tuple(c.found),
        folder=path.parent,
        register_folder=register_book.path.parent,
        files=c.files,
        kind=Which.ARENDEFIL,
    )


def read_register(path: Path) -> tuple[Register, tuple[Finding, ...], Source]:
    """The register alone, what there is to say of it, and where."""
    book, c = load(path, sheets.REGISTER), Collector()
    register = registret(c, book)
    return register, tuple(c.found), Source(book.file, c.places)


def read_register_alone(path: Path) -> Reading:
    """The register as what is to be checked: no meeting, and the register as the content."""
    register, found, source = read_register(path)
    return Reading(
        Sammantrade(),
        register,
        source,
        found,
        folder=path.parent,
        register_folder=path.parent,
        kind=Which.REGISTER,
        own=register,
    )


def find_register(path: Path, given: Path | None) -> Path:
    """The register given, else the one beside the workbook, else data/register.xlsx."""
    if given is not None:
        return given
    for place in register_places(path, None):
        if place.is_file():
            return place
    raise DataError(findings.NO_REGISTER(at(REGISTER_FILE)))
