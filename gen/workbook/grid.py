"""An xlsx file in, its declared sheets as rows of cells out; faults of their shape are told.

Nothing is converted here: a cell keeps its raw value and its address.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from gen import findings
from gen.errors import DataError, UsageError
from gen.findings import Finding
from gen.model import Text
from gen.names import fold, nearest
from gen.source import Place, at
from gen.workbook import package, xlsx
from gen.workbook.cells import Rich, clean
from gen.workbook.columns import Column, Sheet, Type
from gen.workbook.filekind import has_macros, refusal
from gen.workbook.layout import Layout, filled, lay_out
from gen.workbook.package import Package
from gen.workbook.runs import runs_of
from gen.workbook.schema import newer
from gen.workbook.xlsx import Ark

MOST_CHARACTERS = 32_767
"""What Excel keeps of a cell. One that is full has most often lost its end when it was pasted."""

_QUIET = frozenset(fold(name) for name in ("Start", "Listor", "Att åtgärda"))
"""Sheets of gen's own that hold no data of the user's."""


class Cell(NamedTuple):
    """A cell as it stands: the raw value, and its text as runs where the column keeps them."""

    ref: str
    value: object
    runs: Text = ()
    error: bool = False


Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's rows, by field name. A form has one row.

    `shown`: the § that a formula shows, by the row's number.
    """

    sheet: Sheet
    file: str
    rows: tuple[tuple[int, Row], ...]
    headers: dict[str, str] = field(default_factory=dict)
    shown: dict[int, Cell] = field(default_factory=dict)

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


def load(path: Path, sheets: Sequence[Sheet], *, name: str = "") -> Book:
    """Reads the declared sheets. UsageError: there is no such file; DataError: it is no xlsx.

    `name`: what the file is called in messages, where that is not the last part of its path.
    """
    name = name or unicodedata.normalize("NFC", path.name)
    content = _content(path, name)
    book, arks = _opened(content, name)
    found: list[Finding] = []
    if has_macros(content):
        found.append(findings.MACROS(at(name), value=name))
    if version := newer(book):
        found.append(findings.NEWER_SCHEMA(at(name), value=name, version=version))
    present: dict[str, Ark] = {}
    for ws in arks:
        if present.setdefault(fold(ws.title), ws) is not ws:
            found.append(findings.DUPLICATE_SHEET(at(name, ws.title), value=ws.title.strip()))
    grids: dict[str, Grid] = {}
    for sheet in sheets:
        found_as = next((n for n in map(fold, (sheet.name, *sheet.aliases)) if n in present), None)
        if found_as is None:
            if not sheet.optional:
                guess = nearest(sheet.name, (ws.title for ws in present.values()))
                place = at(name, sheet.name)
                found.append(findings.MISSING_SHEET(place, value=sheet.name, suggestion=guess))
            continue
        ws = present.pop(found_as)
        layout = lay_out(ws, sheet, name, ws.unseen, found)
        if layout is not None:
            shown = {row: Cell(cell.coordinate, cell.value) for row, cell in layout.shown.items()}
            grids[sheet.name] = Grid(sheet, name, tuple(_rows(layout)), layout.headers, shown)
            found += _too_long(grids[sheet.name])
    found += _unknown_sheets(present, sheets, grids, name)
    return Book(name, path, grids, tuple(found))


def _content(path: Path, name: str) -> bytes:
    if not path.is_file():
        missing = findings.IS_FOLDER if path.is_dir() else findings.NO_FILE
        raise UsageError(missing(at(name), value=path))
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise UsageError(findings.UNREADABLE_FILE(at(name), value=name)) from error


def _opened(content: bytes, name: str) -> tuple[Package, tuple[Ark, ...]]:
    kind = refusal(content)
    if kind is not None:
        raise DataError(kind(at(name), value=name))
    try:
        book = package.read(content)
        return book, xlsx.arks(book)
    except Exception as error:  # what breaks the rules of the format, breaks them in any way
        raise DataError(findings.NOT_A_WORKBOOK(at(name), value=name)) from error


def _unknown_sheets(
    left: Mapping[str, Ark], sheets: Sequence[Sheet], grids: Mapping[str, Grid], name: str
) -> list[Finding]:
    missing = [sheet.name for sheet in sheets if sheet.name not in grids]
    return [
        findings.UNKNOWN_SHEET(
            at(name, ws.title), value=ws.title, suggestion=nearest(ws.title, missing)
        )
        for title, ws in left.items()
        if title not in _QUIET and next(filled(ws), None)
    ]


def _rows(layout: Layout) -> list[tuple[int, Row]]:
    return [
        (number, {field: _cell(cell, layout.columns[field]) for field, cell in cells.items()})
        for number, cells in layout.rows
    ]


def _cell(cell: Any, column: Column) -> Cell:
    value = cell.value
    runs: Text = ()
    if column.type is Type.RICH:
        runs = runs_of(cell)
        value = "".join(run.text for run in runs)
    elif isinstance(value, (str, Rich)):
        value = clean(str(value))  # bold and italic mean nothing here
    return Cell(cell.coordinate, value, runs, error=cell.data_type == "e")


def _too_long(grid: Grid) -> list[Finding]:
    return [
        findings.TOO_LONG(at(grid.file, grid.sheet.name, cell.ref), value=len(cell.value))
        for _, row in grid.rows
        for cell in row.values()
        if isinstance(cell.value, str) and len(cell.value) >= MOST_CHARACTERS
    ]
