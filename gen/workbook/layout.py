"""A sheet of a workbook in, where its declared columns and rows stand out; its faults are told.

A form has one row, its values by the labels before them; a table one row a thing, under headers.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gen import findings
from gen.findings import ALLA, Finding, Kind
from gen.names import fold, nearest
from gen.source import at
from gen.workbook import refs, shape
from gen.workbook.cells import clean, empty, shown
from gen.workbook.columns import Column, Must, Sheet, Type
from gen.workbook.unseen import Unseen

if TYPE_CHECKING:
    from gen.workbook.xlsx import Ark

HEADER_ROWS = 10
"""A header is looked for this far down: people put a title above their table."""

LONGEST_HEADER = 100

Cells = dict[int, Any]
"""The cells of a row that hold something, by column number."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`headers`: for each field its header's cell (a form: its value's). `rows`: number, cells.

    `shown`: the § that a formula shows, by the row's number.
    """

    headers: dict[str, str]
    columns: dict[str, Column]
    rows: tuple[tuple[int, dict[str, Any]], ...]
    shown: dict[int, Any] = field(default_factory=dict)


def filled(ws: Ark) -> Iterator[tuple[int, Cells]]:
    """The rows that hold something.

    Not place by place of the extent: a format that has strayed to the last row makes it a million
    rows.
    """
    number, cells = 0, Cells()
    for (row, column), cell in sorted(ws.cells.items(), key=lambda item: item[0]):
        if empty(cell.value):
            continue
        if row != number and cells:
            yield number, cells
            cells = Cells()
        number = row
        cells[column] = cell
    if cells:
        yield number, cells


def lay_out(
    ws: Ark, sheet: Sheet, file: str, passed_over: Unseen, found: list[Finding]
) -> Layout | None:
    """The layout, or None when the sheet has no header, or none over its key.

    What is to be said goes to `found`.
    """
    finder = _Finder(ws, sheet, file, passed_over, found)
    return finder.form() if sheet.form else finder.table()


class _Finder:
    def __init__(
        self, ws: Ark, sheet: Sheet, file: str, passed_over: Unseen, found: list[Finding]
    ) -> None:
        self.ws, self.sheet, self.file, self.unseen, self.found = (
            ws,
            sheet,
            file,
            passed_over,
            found,
        )
        self.rows = list(filled(ws))
        self.known = sheet.by_header()
        self.columns: dict[str, Column] = {}
        self.headers: dict[str, str] = {}
        self.gone: set[str] = set()
        self.instead: dict[str, tuple[str, str]] = {}

    def form(self) -> Layout | None:
        """Two columns, Uppgift and Värde, in any place near the top left."""
        start = next(
            (
                (row, column)
                for row, cells in self.rows
                for column, cell in cells.items()
                if row <= HEADER_ROWS and column < 5 and fold(shown(cell.value)) == "uppgift"
            ),
            None,
        )
        if start is None:
            self._headless("Uppgift")
            return None
        top, label_column = start
        value_column = label_column + 1
        titled = next(set(cells) for row, cells in self.rows if row == top)
        values: dict[str, Any] = {}
        lines: set[int] = set()
        outside: list[Any] = []
        strays: dict[str, str] = {}
        filled_in: set[str] = set()
        for row, cells in self.rows:
            if row <= top:
                continue
            label, value = cells.get(label_column), cells.get(value_column)
            own = titled | {value_column} if label is not None else titled - {value_column}
            outside += [cell for number, cell in cells.items() if number not in own]
            if label is None:
                continue
            text = clean(shown(label.value))
            column = self.known.get(fold(text))
            if column is not None:
                if self._claim(column, refs.place(row, value_column), label):
                    lines.add(row)
                    if value is not None and not self._for_the_eye(column.field, value):
                        values[column.field] = value
            else:
                strays[label.coordinate] = " ".join(text.split())
                filled_in |= {label.coordinate} if value is not None else set()
        filled_in -= self._missing(strays)
        self.found.extend(self._unknown(ref, strays[ref]) for ref in strays if ref in filled_in)
        self._uncalculated(
            {self.headers[field] for field in self.columns if not self._computed(field)},
            (value.coordinate for value in values.values()),
        )
        self._shape(shape.Area(frozenset(lines), frozenset({value_column})), outside)
        return Layout(self.headers, self.columns, ((top, values),))

    def table(self) -> Layout | None:
        """One row a thing under a header row near the top."""
        top, best = max(
            ((row, cells) for row, cells in self.rows if row <= HEADER_ROWS),
            key=lambda pair: self._headers_in(pair[1]),
            default=(0, Cells()),
        )
        if not self._headers_in(best):
            self._headless(self.sheet.columns[0].header)
            return None
        fields, strays = self._header_row(best)
        emptied = self._emptied(top, best, strays)
        strays = {number: stray for number, stray in strays.items() if number not in emptied}
        renamed = self._missing(dict(strays.values()))
        if any(column.key and column.field not in self.headers for column in self.sheet.columns):
            return None  # without it nothing is known of any row: one fault, and not one for each
        rows: list[tuple[int, dict[str, Any]]] = []
        used: set[int] = set()
        outside: list[Any] = []
        for row, cells in self.rows:
            if row <= top:
                continue
            used |= strays.keys() & cells.keys()
            outside += [c for number, c in cells.items() if number not in best.keys() | emptied]
            here = {
                fields[number]: cell
                for number, cell in cells.items()
                if number in fields and not self._for_the_eye(fields[number], cell)
            }
            if not here:
                continue
            if self._headers_in(cells) > 1:
                self._tell(findings.SECOND_TABLE, next(iter(here.values())).coordinate, value=row)
                break
            rows.append((row, here))
        unknown = [strays[number] for number in sorted(used) if strays[number][0] not in renamed]
        self.found.extend(self._unknown(*stray) for stray in unknown)
        letters = {_letters(self.headers[f]) for f in self.columns if not self._computed(f)}
        self._uncalculated(
            {
                ref
                for ref in self.unseen.uncalculated
                if _letters(ref) in letters and int(ref.lstrip(_LETTERS)) > top
            },
            (cell.coordinate for _, cells in rows for cell in cells.values()),
        )
        self._shape(shape.Area(frozenset(row for row, _ in rows), frozenset(fields)), outside)
        self.found.extend(shape.gaps(self.sheet, self.file, top, rows))
        return Layout(self.headers, self.columns, tuple(rows), self._shown(fields))

    def _emptied(
        self, top: int, headers: Cells, strays: Mapping[int, tuple[str, str]]
    ) -> frozenset[int]:
        """The columns that stand where they were without their header, told first of all: the ones
        around them say which they are. Of one that no document needs only where it holds something.
        """
        standing = {
            index: refs.row_and_column(self.headers[column.field])[1]
            for index, column in enumerate(self.sheet.columns)
            if column.field in self.headers
        }
        if len(standing) == len(self.sheet.columns):
            return frozenset()
        held = {
            number
            for row, cells in self.rows
            if row > top
            for number, cell in cells.items()
            if cell.coordinate not in self.unseen.formulas
        }
        told: set[int] = set()
        for index, column in enumerate(self.sheet.columns):
            number = _between(standing, index) if index not in standing else None
            if number is None or column.echo:
                continue
            cell = refs.place(top, number)
            if number in headers and not _OF_EXCEL.fullmatch(strays.get(number, ("", ""))[1]):
                if number in strays:
                    self.instead[column.header] = strays[number]
            elif self._needed(column) or number in held:
                told.add(number)
                self.gone.add(column.field)
                self._tell(findings.HEADER_GONE, cell, value=column.header, cell=cell)
        return frozenset(told)

    def _headers_in(self, cells: Cells) -> int:
        number = 0
        for cell in cells.values():
            text = cell.value
            if not isinstance(text, str):
                text = shown(text)  # rich text, or a header that Excel took for a time
            if len(text) <= LONGEST_HEADER and fold(text) in self.known:
                number += 1
        return number

    def _header_row(self, cells: Cells) -> tuple[dict[int, str], dict[int, tuple[str, str]]]:
        """Fields by column number, and the headers that nobody knows as (cell, text)."""
        fields: dict[int, str] = {}
        strays: dict[int, tuple[str, str]] = {}
        for number, cell in cells.items():
            text = self._header_text(cell.value)
            column = self.known.get(fold(text)) or self._dynamic(text)
            if column is None:
                strays[number] = (cell.coordinate, text)
            elif self._claim(column, cell.coordinate, cell) and not column.echo:
                fields[number] = column.field
        return fields, strays

    def _header_text(self, value: object) -> str:
        # 14:1 typed in a cell without text format is a time, 28:1 a length of time.
        if self.sheet.dynamic and isinstance(value, dt.time):
            return f"{value.hour}:{value.minute}"
        if self.sheet.dynamic and isinstance(value, dt.timedelta):
            return "{}:{}".format(*divmod(int(value.total_seconds()) // 60, 60))
        return " ".join(clean(shown(value)).split())

    def _dynamic(self, text: str) -> Column | None:
        if not self.sheet.dynamic or not re.fullmatch(self.sheet.dynamic, text):
            return None
        return Column(text, text, Type.TEXT, Must.NEVER, self.sheet.help)

    def _claim(self, column: Column, place: str, header: Any) -> bool:
        """Takes the place for the column, unless it has one already."""
        if column.field in self.headers:
            text = " ".join(shown(header.value).split())
            self._tell(findings.DUPLICATE_HEADER, header.coordinate, value=text)
            return False
        self.headers[column.field], self.columns[column.field] = place, column
        return True

    def _tell(self, kind: Kind, ref: str = "", **facts: Any) -> None:
        self.found.append(kind(at(self.file, self.sheet.name, ref), **facts))

    def _headless(self, header: str) -> None:
        self._tell(findings.NO_HEADER, value=self.sheet.name, header=header)

    def _missing(self, strays: Mapping[str, str]) -> frozenset[str]:
        """A column that a stage or a key needs must stand there, even if its cells are empty.

        `strays`: the headers that nobody knows, by cell. Those that are told of as what a missing
        one is called now, so that there is one thing to put right and not two.
        """
        headers = [column.header for column in self.sheet.columns]
        meant = self.instead | {nearest(text, headers): (r, text) for r, text in strays.items()}
        renamed: set[str] = set()
        for column in self.sheet.columns:
            if self._needed(column) and column.field not in self.headers.keys() | self.gone:
                facts = {"value": column.header, "sheet": self.sheet.name}
                if column.header in meant:
                    ref, text = meant[column.header]
                    renamed.add(ref)
                    self._tell(findings.RENAMED_COLUMN, ref, stands=text, **facts)
                else:
                    self._tell(findings.MISSING_COLUMN, stoppar=ALLA, **facts)
        return frozenset(renamed)

    @staticmethod
    def _needed(column: Column) -> bool:
        return column.key or column.must not in (Must.NEVER, Must.COMPUTED)

    def _unknown(self, ref: str, text: str) -> Finding:
        guess = nearest(text, (c.header for c in self.sheet.columns))
        place = at(self.file, self.sheet.name, ref)
        return findings.UNKNOWN_COLUMN(place, value=" ".join(text.split()), suggestion=guess)

    def _computed(self, field: str) -> bool:
        """Whether gen computes the column itself: its formulas are for the eye (workbook.md 12)."""
        return self.columns[field].must is Must.COMPUTED

    def _for_the_eye(self, field: str, cell: Any) -> bool:
        """Whether it is a formula in a column that gen computes: only what is typed counts."""
        return self._computed(field) and cell.coordinate in self.unseen.formulas

    def _shown(self, fields: Mapping[int, str]) -> dict[int, Any]:
        """The cells in which a formula shows a §: for a comparison, never for the model."""
        numbered = [
            number
            for number, name in fields.items()
            if self._computed(name) and self.columns[name].type is Type.PARAGRAPH
        ]
        return {
            row: cells[number]
            for number in numbered
            for row, cells in self.rows
            if number in cells
            and cells[number].coordinate in self.unseen.formulas
            and isinstance(cells[number].value, (int, float))
        }

    def _uncalculated(self, wanted: set[str], held: Iterable[str]) -> None:
        """A formula that no program has calculated reads as empty: never taken for nothing."""
        missing = self.unseen.uncalculated & wanted
        # Where nothing is missing, `held` (every cell of the sheet) is not gone through.
        for ref in sorted(missing.difference(held)) if missing else ():
            self._tell(findings.UNCALCULATED, ref)

    def _shape(self, area: shape.Area, outside: list[Any]) -> None:
        self.found.extend(shape.told(self.ws, self.sheet, self.file, area, self.unseen))
        self.found.extend(shape.outside(self.sheet, self.file, outside))


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


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _letters(ref: str) -> str:
    return ref.rstrip("0123456789")
