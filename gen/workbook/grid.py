"""An xlsx file in, its declared sheets as rows of cells out; faults of their shape are told.

Nothing is converted here: a cell keeps its raw value and its address. openpyxl only reads –
saving through it would cost the user dropdowns, text boxes and threaded comments.
"""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gen import findings
from gen.errors import DataError, UsageError
from gen.findings import ALLA, Finding
from gen.model import Text
from gen.names import fold, nearest
from gen.source import Place, at
from gen.workbook import shape
from gen.workbook.cells import clean, empty, runs_of, shown
from gen.workbook.columns import Column, Must, Sheet, Type
from gen.workbook.filekind import has_macros, refusal
from gen.workbook.schema import newer
from gen.workbook.unseen import Unseen, unseen

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HEADER_ROWS = 10
"""A header is looked for this far down: people put a title above their table."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands: the raw value, and its text as runs where the column keeps them."""

    ref: str
    value: object
    runs: Text = ()
    error: bool = False


Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's rows, by field name. A form has one row."""

    sheet: Sheet
    file: str
    rows: tuple[tuple[int, Row], ...]
    headers: dict[str, str] = field(default_factory=dict)

    def place(self, cell: Cell) -> Place:
        """The cell as a place for `Source`."""
        return Place(self.file, self.sheet.name, cell.ref, str(cell.value))


@dataclass(frozen=True, slots=True)
class Book:
    """The declared sheets of one file; a sheet that is missing has no grid."""

    file: str
    path: Path
    grids: dict[str, Grid]
    findings: tuple[Finding, ...]


def load(path: Path, sheets: Sequence[Sheet]) -> Book:
    """Reads the declared sheets. UsageError: there is no such file; DataError: it is no xlsx."""
    name = unicodedata.normalize("NFC", path.name)
    content = _content(path, name)
    book = _opened(content, name)
    found: list[Finding] = []
    if has_macros(content):
        found.append(findings.MACROS(at(name), value=name))
    if version := newer(book):
        found.append(findings.NEWER_SCHEMA(at(name), value=name, version=version))
    passed_over = unseen(content)
    present: dict[str, Worksheet] = {}
    for ws in book.worksheets:
        if present.setdefault(fold(ws.title), ws) is not ws:
            found.append(findings.DUPLICATE_SHEET(at(name, ws.title), value=ws.title.strip()))
    grids: dict[str, Grid] = {}
    for sheet in sheets:
        names = [fold(n) for n in (sheet.name, *sheet.aliases)]
        title = next((n for n in names if n in present), None)
        if title is None:
            if not sheet.optional:
                guess = nearest(sheet.name, (w.title for w in present.values()))
                found.append(
                    findings.MISSING_SHEET(at(name, sheet.name), value=sheet.name, suggestion=guess)
                )
            continue
        ws = present.pop(title)
        grid = _Reader(ws, sheet, name, passed_over.get(ws.title, Unseen()), found).grid()
        if grid is not None:
            grids[sheet.name] = grid
    found.extend(
        findings.UNKNOWN_SHEET(
            at(name, ws.title),
            value=ws.title,
            suggestion=nearest(ws.title, (s.name for s in sheets if s.name not in grids)),
        )
        for title, ws in present.items()
        if title not in _QUIET and next(_rows(ws), None)
    )
    return Book(name, path, grids, tuple(found))


_QUIET = frozenset(fold(name) for name in ("Start", "Listor", "Att åtgärda"))
"""Sheets of gen's own that hold no data of the user's."""


def _content(path: Path, name: str) -> bytes:
    if not path.is_file():
        raise UsageError(findings.NO_FILE(at(name), value=path))
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise UsageError(findings.UNREADABLE_FILE(at(name), value=name)) from error


def _opened(content: bytes, name: str) -> Workbook:
    from openpyxl import load_workbook

    kind = refusal(content)
    if kind is not None:
        raise DataError(kind(at(name), value=name))
    try:
        with warnings.catch_warnings():
            # Only said of what openpyxl would lose when saving; gen never saves.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(content), data_only=True, rich_text=True)
    except Exception as error:  # openpyxl raises KeyError, BadZipFile, XMLSyntaxError, … alike
        raise DataError(findings.NOT_A_WORKBOOK(at(name), value=name)) from error


def _rows(ws: Worksheet) -> Iterator[tuple[int, dict[int, Any]]]:
    """The cells that hold something, by row and column.

    Not by `iter_rows`: that makes a cell for every place of the extent, and a format that has
    strayed to the last row makes the extent a million rows.
    """
    row_number, row = 0, {}
    for (number, column), cell in sorted(ws._cells.items(), key=_by_place):
        if empty(cell.value):
            continue
        if number != row_number:
            if row:
                yield row_number, row
            row_number, row = number, {}
        row[column] = cell
    if row:
        yield row_number, row


def _by_place(item: tuple[tuple[int, int], Any]) -> tuple[int, int]:
    return item[0]


class _Reader:
    """Reads one sheet; what is to be said goes to `found`."""

    def __init__(
        self, ws: Worksheet, sheet: Sheet, file: str, passed_over: Unseen, found: list[Finding]
    ) -> None:
        self.ws, self.sheet, self.file, self.unseen, self.found = ws, sheet, file, passed_over, found
        self.rows = list(_rows(ws))
        self.columns = sheet.by_header()
        self.headers: dict[str, str] = {}

    def grid(self) -> Grid | None:
        """The rows, or None when there is no header."""
        return self._form() if self.sheet.form else self._table()

    def _form(self) -> Grid | None:
        """Two columns, Uppgift and Värde, in any place near the top left."""
        start = next(
            (
                (number, column)
                for number, cells in self.rows
                for column, cell in cells.items()
                if number <= HEADER_ROWS and column < 5 and fold(shown(cell.value)) == "uppgift"
            ),
            None,
        )
        if start is None:
            return self._headless("Uppgift")
        top, label_column = start
        titled = set(next(cells for number, cells in self.rows if number == top))
        row: Row = {}
        lines: set[int] = set()
        outside: list[Any] = []
        for number, cells in self.rows:
            if number <= top:
                continue
            beside = [c for n, c in cells.items() if n not in titled and n != label_column + 1]
            outside.extend(beside)
            label, value = cells.get(label_column), cells.get(label_column + 1)
            if label is None:
                outside.extend([value] if value is not None else [])
                continue
            text = shown(label.value)
            column = self.columns.get(fold(text))
            if column is None:
                if value is not None:
                    self.found.append(self._unknown(label.coordinate, text))
            elif column.field in self.headers:
                self.tell(findings.DUPLICATE_HEADER, label.coordinate, value=text)
            else:
                lines.add(number)
                place = self.ws.cell(number, label_column + 1).coordinate
                self.headers[column.field] = place
                if value is not None:
                    row[column.field] = _cell(value, column)
        self._missing()
        self._uncalculated(set(self.headers.values()), row.values())
        area = shape.Area(lines, {label_column + 1})
        self.found.extend(shape.told(self.ws, self.sheet, self.file, area, outside, self.unseen))
        return Grid(self.sheet, self.file, ((top, row),), self.headers)

    def _table(self) -> Grid | None:
        """One row a thing under a header row near the top."""
        top, best = max(
            ((number, cells) for number, cells in self.rows if number <= HEADER_ROWS),
            key=lambda pair: self._known_headers(pair[1]),
            default=(0, {}),
        )
        if not self._known_headers(best):
            return self._headless(self.sheet.columns[0].header)
        fields, strays = self._header_row(best)
        self._missing()
        rows: list[tuple[int, Row]] = []
        used: dict[int, str] = {}
        outside: list[Any] = []
        for number, cells in self.rows:
            if number <= top:
                continue
            row: Row = {}
            for index, cell in cells.items():
                if index in fields:
                    column = fields[index]
                    row[column.field] = _cell(cell, column)
                elif index in strays:
                    used[index] = cell.coordinate
                else:
                    outside.append(cell)
            if not row:
                continue
            if self._known_headers(cells) > 1:
                self.tell(findings.SECOND_TABLE, next(iter(row.values())).ref, value=number)
                break
            rows.append((number, row))
        self.found.extend(self._unknown(*strays[index]) for index in sorted(used))
        cells_of = [cell for _, row in rows for cell in row.values()]
        self._uncalculated(self._computable(fields), cells_of)
        area = shape.Area({number for number, _ in rows}, set(fields))
        self.found.extend(shape.told(self.ws, self.sheet, self.file, area, outside, self.unseen))
        self.found.extend(shape.gaps(self.ws, self.sheet, self.file, rows, top))
        return Grid(self.sheet, self.file, tuple(rows), self.headers)

    def _known_headers(self, cells: dict[int, Any]) -> int:
        return sum(fold(shown(cell.value)) in self.columns for cell in cells.values())

    def _header_row(
        self, cells: dict[int, Any]
    ) -> tuple[dict[int, Column], dict[int, tuple[str, str]]]:
        """The declared columns by their number, and the others as (cell, text)."""
        fields: dict[int, Column] = {}
        strays: dict[int, tuple[str, str]] = {}
        for index, cell in cells.items():
            text = clean(shown(cell.value))
            column = self.columns.get(fold(text))
            if column is None:
                strays[index] = (cell.coordinate, text)
            elif column.field in self.headers:
                self.tell(findings.DUPLICATE_HEADER, cell.coordinate, value=text)
            else:
                fields[index] = column
                self.headers[column.field] = cell.coordinate
        return fields, strays

    def tell(self, kind: findings.Kind, ref: str = "", **facts: Any) -> None:
        """A finding at a cell of this sheet, or at the sheet."""
        self.found.append(kind(at(self.file, self.sheet.name, ref), **facts))

    def _headless(self, header: str) -> None:
        self.tell(findings.NO_HEADER, value=self.sheet.name, header=header)

    def _missing(self) -> None:
        """A column that a stage or a key needs must stand there, even if its cells are empty."""
        for column in self.sheet.columns:
            needed = column.must in (Must.KALLELSE, Must.PROTOKOLL, Must.ANSLAG)
            if column.field not in self.headers and (column.key or needed):
                facts = {"value": column.header, "sheet": self.sheet.name}
                self.tell(findings.MISSING_COLUMN, stoppar=ALLA, **facts)

    def _unknown(self, ref: str, text: str) -> Finding:
        guess = nearest(text, (c.header for c in self.sheet.columns))
        place = at(self.file, self.sheet.name, ref)
        return findings.UNKNOWN_COLUMN(place, value=" ".join(text.split()), suggestion=guess)

    def _computable(self, fields: dict[int, Column]) -> set[str]:
        """The formulas of columns that are not gen's own to compute (workbook.md 12)."""
        letters = {
            re.sub(r"\d", "", self.headers[column.field])
            for column in fields.values()
            if column.must is not Must.COMPUTED
        }
        return {ref for ref in self.unseen.uncalculated if re.sub(r"\d", "", ref) in letters}

    def _uncalculated(self, wanted: set[str], held: Sequence[Cell] | Any) -> None:
        """A formula that no program has calculated reads as empty: told, never taken for none."""
        if self.sheet.form:
            computed = {c.field for c in self.sheet.columns if c.must is Must.COMPUTED}
            wanted = {ref for name, ref in self.headers.items() if name not in computed}
        for ref in sorted(self.unseen.uncalculated & wanted - {cell.ref for cell in held}):
            self.tell(findings.UNCALCULATED, ref)


def _cell(cell: Any, column: Column) -> Cell:
    value = cell.value
    runs: Text = ()
    if column.type is Type.RICH:
        runs = runs_of(cell)
        value = "".join(run.text for run in runs)
    elif not isinstance(value, str) and isinstance(value, list):
        value = str(value)  # CellRichText where bold and italic mean nothing
    if isinstance(value, str):
        value = clean(value)
    return Cell(cell.coordinate, value, runs, error=cell.data_type == "e")
