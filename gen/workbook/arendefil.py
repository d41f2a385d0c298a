"""A row of Ärenden and the ärendefil that it names in, the ärende's values and rows out.

The handläggare's workbook fills in what the meeting's row leaves empty; where both say something
and differ, the meeting's word stands and a finding tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gen import files, findings
from gen.attached import Slag
from gen.errors import GenError
from gen.files import Found, Home, Unusable
from gen.names import fold
from gen.register import Register
from gen.workbook import innehall, sheets
from gen.workbook.attach import NEEDED_BY, WORKBOOKS, attach
from gen.workbook.collect import Collector, Values, person
from gen.workbook.columns import Type
from gen.workbook.convert import convert
from gen.workbook.grid import Book, Row, load
from gen.workbook.innehall import Line


@dataclass(frozen=True, slots=True)
class Arendefil:
    """An ärendefil that is read. `name` is its way from the meeting's folder."""

    book: Book
    found: Found

    @property
    def name(self) -> str:
        return self.found.name


def find(c: Collector, typed: str, home: Home, path: str) -> Arendefil | None:
    """The ärendefil of that name; None with a finding at `path` when there is none to read."""
    try:
        found = files.find(home, typed)
        if not found.name.casefold().endswith(WORKBOOKS):
            wanted = "en Excel-arbetsbok (.xlsx)"
            raise Unusable(findings.FILE_OF_OTHER_KIND, wanted=wanted)
    except Unusable as unusable:
        c.found.append(unusable.finding(path, typed, NEEDED_BY))
        return None
    try:
        book = load(found.path, sheets.ARENDEFIL, name=found.name)
    except GenError as error:
        # The run goes on: what the file is wanted for is stopped, not what has nothing of it.
        c.found.append(
            findings.ARENDEFIL_UNREADABLE(
                path,
                value=typed,
                reason=error.finding.message,
                cure=error.finding.expected,
                stoppar=NEEDED_BY,
            )
        )
        return None
    c.found.extend(book.findings)
    return Arendefil(book, found)


def lines(c: Collector, file: Arendefil, register: Register) -> list[Line]:
    """Its rows of Innehåll; names of files in them start at its own folder."""
    grid = file.book.grids.get(sheets.ARENDEINNEHALL.name)
    return innehall.of_file(c, grid, register, file.found.home)


def fill(
    c: Collector, values: Values, row: Row, file: Arendefil, register: Register, path: str
) -> None:
    """Puts its form into `values`, those of the meeting's `row` at `path`, where that is empty."""
    grid = file.book.grids.get(sheets.ARENDE.name)
    if grid is None:
        return
    for field, cell in grid.rows[0][1].items():
        column = grid.sheet.column(field)
        here = f"{path}.{field}"
        if field not in row:
            c.places[here] = grid.place(cell)
        value, fault = convert(cell, column, here)
        if fault is not None:
            c.found.extend([] if field in row else [fault])
        elif column.type is Type.FILE:
            values[column.attr] = attach(c, str(value), file.found.home, here, Slag.WORD)
        elif field not in row:
            values[column.attr] = value
        elif column.attr in values and not _same(values[column.attr], value, register):
            c.found.append(
                findings.ARENDEFIL_DIFFERS(
                    here,
                    value=_shown(values[column.attr]),
                    header=column.header,
                    other=_shown(value),
                    file=file.name,
                )
            )


def _same(mine: object, theirs: object, register: Register) -> bool:
    """Whether two cells say one thing: an organ by name or code, people by any known spelling."""
    return _compared(mine, register) == _compared(theirs, register)


def _compared(value: object, register: Register) -> object:
    if isinstance(value, tuple):
        return {fold(person(str(name), register).namn) for name in value}
    if not isinstance(value, str):
        return value
    organ = register.find_organ(value)
    return organ.kod if organ is not None else " ".join(value.split())


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)
