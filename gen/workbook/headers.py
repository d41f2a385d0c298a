"""The header cells of a sheet in, which declared column each is out; their faults are told.

A header may be missing, twice, unknown, called nearly so, or emptied while its column stands there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from typing import Any

from gen import findings
from gen.findings import ALLA, Finding, Kind
from gen.names import fold, nearest
from gen.source import at
from gen.workbook import refs
from gen.workbook.cells import clean, shown
from gen.workbook.columns import Column, Must, Sheet, Type

_LONGEST = 100

Cells = dict[int, Any]
"""The cells of a row that hold something, by column number."""


class Headers:
    """`places`: the cell that each field has taken, `columns`: its column. `formulas`: the cells of
    the sheet that hold one. What is to be said goes to `found`."""

    def __init__(
        self, sheet: Sheet, file: str, formulas: Collection[str], found: list[Finding]
    ) -> None:
        self.sheet, self.file, self.formulas, self.found = sheet, file, formulas, found
        self.known = sheet.by_header()
        self.places: dict[str, str] = {}
        self.columns: dict[str, Column] = {}
        self.gone: set[str] = set()  # fields whose header is emptied, which is told
        self.instead: dict[str, tuple[str, str]] = {}  # by a missing header: what stands there

    def count(self, cells: Cells) -> int:
        """How many cells of a row are headers."""
        return sum(self._folded(cell) in self.known for cell in cells.values())

    def again(self, cells: Cells, top: Cells) -> bool:
        """Whether a row has headers once more: two in their own columns, or three anywhere.

        An omröstning may have `ja` and `nej` in Ja betyder and Nej betyder, and be no header row.
        """
        some = {number: self._folded(cell) for number, cell in cells.items()}
        some = {number: text for number, text in some.items() if text in self.known}
        own = sum(n in top and text == self._folded(top[n]) for n, text in some.items())
        return own > 1 or len(set(some.values())) > 2

    def row(self, cells: Cells) -> tuple[dict[int, str], dict[int, tuple[str, str]]]:
        """Fields by column number, and the headers that nobody knows as (cell, text)."""
        fields: dict[int, str] = {}
        strays: dict[int, tuple[str, str]] = {}
        for number, cell in cells.items():
            text = self._text(cell.value)
            column = self.known.get(fold(text)) or self._dynamic(text)
            if column is None:
                strays[number] = (cell.coordinate, text)
            elif self.claim(column, cell.coordinate, cell) and not column.echo:
                fields[number] = column.field
        return fields, strays

    def claim(self, column: Column, place: str, header: Any) -> bool:
        """Takes the place for the column, unless it has one already."""
        if column.field in self.places:
            text = " ".join(shown(header.value).split())
            self.tell(findings.DUPLICATE_HEADER, header.coordinate, value=text)
            return False
        self.places[column.field], self.columns[column.field] = place, column
        return True

    def emptied(
        self, top: int, rows: Mapping[int, Cells], strays: Mapping[int, tuple[str, str]]
    ) -> frozenset[int]:
        """The columns that stand where they were without their header, told first of all: the ones
        around them say which they are. Of one that no document needs only where it holds something.
        """
        standing = {
            index: refs.row_and_column(self.places[column.field])[1]
            for index, column in enumerate(self.sheet.columns)
            if column.field in self.places
        }
        if len(standing) == len(self.sheet.columns):
            return frozenset()
        held = {
            number
            for row, cells in rows.items()
            if row > top
            for number, cell in cells.items()
            if cell.coordinate not in self.formulas
        }
        told: set[int] = set()
        for index, column in enumerate(self.sheet.columns):
            number = _between(standing, index) if index not in standing else None
            if number is None or column.echo:
                continue
            cell = refs.place(top, number)
            if number in rows[top] and not _OF_EXCEL.fullmatch(strays.get(number, ("", ""))[1]):
                if number in strays:
                    self.instead[column.header] = strays[number]
            elif self._needed(column) or number in held:
                told.add(number)
                self.gone.add(column.field)
                self.tell(findings.HEADER_GONE, cell, value=column.header, cell=cell)
        return frozenset(told)

    def missing(self, strays: Mapping[str, str]) -> frozenset[str]:
        """A column that a stage or a key needs must stand there, even if its cells are empty.

        `strays`: the headers that nobody knows, by cell. Those that are told of as what a missing
        one is called now, so that there is one thing to put right and not two.
        """
        headers = [column.header for column in self.sheet.columns]
        meant = self.instead | {nearest(text, headers): (r, text) for r, text in strays.items()}
        renamed: set[str] = set()
        for column in self.sheet.columns:
            if self._needed(column) and column.field not in self.places.keys() | self.gone:
                facts = {"value": column.header, "sheet": self.sheet.name}
                if column.header in meant:
                    ref, text = meant[column.header]
                    renamed.add(ref)
                    self.tell(findings.RENAMED_COLUMN, ref, stands=text, **facts)
                else:
                    self.tell(findings.MISSING_COLUMN, stoppar=ALLA, **facts)
        return frozenset(renamed)

    def unknown(self, ref: str, text: str) -> Finding:
        """What to say of a header that is no column's."""
        guess = nearest(text, (c.header for c in self.sheet.columns))
        place = at(self.file, self.sheet.name, ref)
        return findings.UNKNOWN_COLUMN(place, value=" ".join(text.split()), suggestion=guess)

    def absent(self, header: str) -> None:
        """The sheet has no header at all; it should begin with that one."""
        self.tell(findings.NO_HEADER, value=self.sheet.name, header=header)

    def tell(self, kind: Kind, ref: str = "", **facts: Any) -> None:
        """A finding at that cell of the sheet, or at the sheet."""
        self.found.append(kind(at(self.file, self.sheet.name, ref), **facts))

    def _folded(self, cell: Any) -> str:
        """What stands there as the headers are known, nothing where it is too long for one."""
        text = cell.value
        if not isinstance(text, str):
            text = shown(text)  # rich text, or a header that Excel took for a time
        return fold(text) if len(text) <= _LONGEST else ""

    def _text(self, value: object) -> str:
        # 14:1 typed in a cell without text format is a time, 28:1 a length of time.
        if self.sheet.dynamic and isinstance(value, dt.time):
            return f"{value.hour}:{value.minute}"
        if self.sheet.dynamic and isinstance(value, dt.timedelta):
            return "{}:{}".format(*divmod(int(value.total_seconds()) // 60, 60))
        return " ".join(clean(shown(value)).split())

    def _dynamic(self, text: str) -> Column | None:
        """A column of a sheet whose headers the user makes: `28:1` on Röster."""
        if not self.sheet.dynamic or not re.fullmatch(self.sheet.dynamic, text):
            return None
        return Column(text, text, Type.TEXT, Must.NEVER, self.sheet.help)

    @staticmethod
    def _needed(column: Column) -> bool:
        return column.key or column.must not in (Must.NEVER, Must.COMPUTED)


_OF_EXCEL = re.compile(r"(?:Kolumn|Column)\d*", re.IGNORECASE)
"""What Excel writes over a column of a table whose header is emptied, and LibreOffice after it."""


def _between(standing: Mapping[int, int], index: int) -> int | None:
    """Where the column of that place in the declaration stands, if those around it tell: as many
    are missing between two that stand there as there is room for."""
    before = max((i for i in standing if i < index), default=-1)
    after = min((i for i in standing if i > index), default=None)
    if after is None:
        return None
    first, last = standing.get(before, 0), standing[after]
    return first + index - before if last - first == after - before else None
