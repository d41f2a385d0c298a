"""An xlsx file in, its declared sheets as rows of cells out; faults of their shape are told.

Nothing is converted here: a cell keeps its raw value and its address. openpyxl only reads –
saving through it would cost the user dropdowns, text boxes and threaded comments.
"""

from __future__ import annotations

import unicodedata
import warnings
import zipfile
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
from gen.workbook.cells import clean, empty, runs_of, shown
from gen.workbook.columns import Column, Must, Sheet, Type

if TYPE_CHECKING:
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
    from openpyxl import load_workbook

    name = unicodedata.normalize("NFC", path.name)
    if not path.is_file():
        raise UsageError(findings.NO_FILE(at(name), value=path))
    try:
        with warnings.catch_warnings():
            # Only said of what openpyxl would lose when saving; gen never saves.
            warnings.simplefilter("ignore")
            book = load_workbook(path, data_only=True, rich_text=True)
    except PermissionError as error:
        raise UsageError(findings.UNREADABLE_FILE(at(name), value=name)) from error
    except Exception as error:  # openpyxl raises KeyError, BadZipFile, XMLSyntaxError, … alike
        raise DataError(findings.NOT_A_WORKBOOK(at(name), value=name)) from error
    try:
        found: list[Finding] = []
        formulas = _formulas(path)
        present = {fold(ws.title): ws for ws in book.worksheets}
        grids: dict[str, Grid] = {}
        for sheet in sheets:
            ws = present.pop(fold(sheet.name), None)
            if ws is None and sheet.optional:
                continue
            if ws is None:
                guess = nearest(sheet.name, (w.title for w in present.values()))
                found.append(
                    findings.MISSING_SHEET(at(name, sheet.name), value=sheet.name, suggestion=guess)
                )
                continue
            grid = _form(ws, sheet, name, found) if sheet.form else _table(ws, sheet, name, found)
            if grid is not None:
                grids[sheet.name] = grid
                found.extend(_uncalculated(grid, formulas.get(ws.title, frozenset())))
        found.extend(
            findings.UNKNOWN_SHEET(at(name, ws.title), value=ws.title)
            for title, ws in present.items()
            if title not in _QUIET and _has_content(ws)
        )
    finally:
        book.close()
    return Book(name, path, grids, tuple(found))


_QUIET = frozenset(fold(name) for name in ("Start", "Listor", "Att åtgärda"))
"""Sheets of gen's own that hold no data of the user's."""


def _form(ws: Worksheet, sheet: Sheet, file: str, found: list[Finding]) -> Grid | None:
    """Two columns, Uppgift and Värde, in any place near the top left."""
    start = next(
        (
            (row, col)
            for row in range(1, HEADER_ROWS + 1)
            for col in range(1, 5)
            if fold(shown(ws.cell(row, col).value)) == "uppgift"
        ),
        None,
    )
    if start is None:
        found.append(findings.NO_HEADER(at(file, sheet.name), value=sheet.name, header="Uppgift"))
        return None
    top, label_col = start
    columns = sheet.by_header()
    row: Row = {}
    labels: dict[str, str] = {}
    for number in range(top + 1, ws.max_row + 1):
        label, value = ws.cell(number, label_col), ws.cell(number, label_col + 1)
        text = shown(label.value)
        column = columns.get(fold(text))
        if column is None:
            if text and value.value is not None:
                found.append(_unknown(file, sheet, label.coordinate, text))
            continue
        if column.field in labels:
            found.append(
                findings.DUPLICATE_HEADER(at(file, sheet.name, label.coordinate), value=text)
            )
            continue
        labels[column.field] = value.coordinate
        if not empty(value.value):
            row[column.field] = _cell(value, column)
    found.extend(_missing(file, sheet, labels))
    return Grid(sheet, file, ((top, row),), labels)


def _table(ws: Worksheet, sheet: Sheet, file: str, found: list[Finding]) -> Grid | None:
    """One row a thing under a header row near the top."""
    columns = sheet.by_header()
    rows = ws.iter_rows(min_row=1, max_row=min(HEADER_ROWS, ws.max_row))
    best: tuple[Any, ...] = max(
        rows, key=lambda r: sum(fold(shown(c.value)) in columns for c in r), default=()
    )
    if not any(fold(shown(c.value)) in columns for c in best):
        header = sheet.columns[0].header
        found.append(findings.NO_HEADER(at(file, sheet.name), value=sheet.name, header=header))
        return None
    fields: dict[int, Column] = {}
    headers: dict[str, str] = {}
    strays: dict[int, tuple[str, str]] = {}
    for cell in best:
        text = shown(cell.value)
        column = columns.get(fold(text))
        if column is None:
            if text:
                strays[cell.column] = (cell.coordinate, text)
        elif column.field in headers:
            found.append(
                findings.DUPLICATE_HEADER(at(file, sheet.name, cell.coordinate), value=text)
            )
        else:
            fields[cell.column] = column
            headers[column.field] = cell.coordinate
    found.extend(_missing(file, sheet, headers))
    rows_out: list[tuple[int, Row]] = []
    used_strays: set[int] = set()
    body: Iterator[tuple[Any, ...]] = ws.iter_rows(min_row=best[0].row + 1)
    for cells in body:
        row: Row = {}
        for cell in cells:
            if empty(cell.value):
                continue
            if cell.column in fields:
                column = fields[cell.column]
                row[column.field] = _cell(cell, column)
            elif cell.column in strays:
                used_strays.add(cell.column)
        if row:
            rows_out.append((cells[0].row, row))
    found.extend(_unknown(file, sheet, *strays[col]) for col in sorted(used_strays))
    return Grid(sheet, file, tuple(rows_out), headers)


def _missing(file: str, sheet: Sheet, headers: dict[str, str]) -> Iterator[Finding]:
    """A column that a stage or a key needs must stand there, even if its cells are empty."""
    for column in sheet.columns:
        if column.field in headers:
            continue
        if column.key or column.must in (Must.KALLELSE, Must.PROTOKOLL, Must.ANSLAG):
            yield findings.MISSING_COLUMN(
                at(file, sheet.name), value=column.header, sheet=sheet.name, stoppar=ALLA
            )


def _unknown(file: str, sheet: Sheet, ref: str, text: str) -> Finding:
    guess = nearest(text, (c.header for c in sheet.columns))
    return findings.UNKNOWN_COLUMN(at(file, sheet.name, ref), value=text, suggestion=guess)


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


def _has_content(ws: Worksheet) -> bool:
    return any(not empty(cell.value) for row in ws.iter_rows() for cell in row)


def _formulas(path: Path) -> dict[str, frozenset[str]]:
    """The cells that hold formulas, by sheet; a second reading only if there are any at all."""
    from openpyxl import load_workbook

    with zipfile.ZipFile(path) as package:
        parts = [n for n in package.namelist() if n.startswith("xl/worksheets/")]
        if not any(b"<f" in package.read(n) for n in parts):
            return {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path, data_only=False)
    return {
        ws.title: frozenset(
            cell.coordinate for row in ws.iter_rows() for cell in row if cell.data_type == "f"
        )
        for ws in book.worksheets
    }


def _uncalculated(grid: Grid, formulas: frozenset[str]) -> Iterator[Finding]:
    """A formula that no program has calculated reads as empty: told, never taken for nothing.

    Columns that gen computes itself are spared; their formulas are for the eye (workbook.md 12).
    """
    computed = {c.field for c in grid.sheet.columns if c.must is Must.COMPUTED}
    held = {cell.ref for _, row in grid.rows for cell in row.values()}
    if grid.sheet.form:
        wanted = {ref for name, ref in grid.headers.items() if name not in computed}
    else:
        letters = {
            ref.rstrip("0123456789") for name, ref in grid.headers.items() if name not in computed
        }
        wanted = {ref for ref in formulas if ref.rstrip("0123456789") in letters}
    for ref in sorted(formulas & wanted - held):
        yield findings.UNCALCULATED(at(grid.file, grid.sheet.name, ref))
