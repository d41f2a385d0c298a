"""The KSAU workbook after somebody has done something to it: cells by sheet, header and key.

Never by address: the shipped workbook is remade by `gen ny`, and rows and columns move.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from gen.names import fold
from gen.workbook import sheets
from gen.workbook.columns import Sheet

DATA = Path(__file__).parent.parent / "data"
KSAU = DATA / "ksau-2023-03-06.xlsx"
REGISTER = DATA / "register.xlsx"

Place = tuple[str, str]
"""Sheet and cell, as a finding tells them."""
DECLARED = {sheet.name: sheet for sheet in (*sheets.ARENDEFIL, *sheets.MOTE, *sheets.REGISTER)}


class Bok:
    """The workbook (or the register), open in openpyxl."""

    def __init__(self, path: Path = KSAU) -> None:
        self.book = openpyxl.load_workbook(path, rich_text=True)

    def __getitem__(self, sheet: str) -> Worksheet:
        return self.book[sheet]

    def header(self, sheet: str, header: str) -> Any:
        """The cell of a header; of a form, the value beside that label."""
        ws, declared = self.book[sheet], DECLARED[sheet]
        if declared.form:
            for row in ws.iter_rows():
                for cell in row[:4]:
                    if fold(str(cell.value)) == fold(header):
                        return ws.cell(cell.row, cell.column + 1)
        top = self.top(declared)
        return next(c for c in ws[top] if fold(str(c.value)) == fold(header))

    def top(self, sheet: Sheet) -> int:
        """The number of the header row."""
        known = sheet.by_header()
        ws = self.book[sheet.name]
        return max(range(1, 11), key=lambda r: sum(fold(str(c.value)) in known for c in ws[r]))

    def cell(self, sheet: str, header: str, key: str) -> Any:
        """The cell under the header in the row whose key (Nr, Namn, Kod) is `key`."""
        ws, declared = self.book[sheet], DECLARED[sheet]
        first = next(column for column in declared.columns if column.key)
        keys, target = self.header(sheet, first.header), self.header(sheet, header)
        for row in range(keys.row + 1, ws.max_row + 1):
            if str(ws.cell(row, keys.column).value) == key:
                return ws.cell(row, target.column)
        raise KeyError(f"{sheet}: {key}")

    def part(self, arende: str, del_: str, header: str) -> Any:
        """The cell under the header in the first row of that Del of the ärende, on Innehåll."""
        ws = self.book["Innehåll"]
        keys, parts = self.header("Innehåll", "Ärende"), self.header("Innehåll", "Del")
        target = self.header("Innehåll", header)
        nr = ""
        for row in range(keys.row + 1, ws.max_row + 1):
            nr = str(ws.cell(row, keys.column).value or nr)
            if nr == arende and ws.cell(row, parts.column).value == del_:
                return ws.cell(row, target.column)
        raise KeyError(f"Innehåll: {arende} {del_}")

    def last(self, sheet: str) -> int:
        """The number of the last row that holds something under a declared header."""
        ws, declared = self.book[sheet], DECLARED[sheet]
        top = self.top(declared)
        read = {fold(c.header) for c in declared.columns if not c.echo}
        columns = [c.column for c in ws[top] if fold(str(c.value)) in read]
        rows = range(top + 1, ws.max_row + 1)
        values = {r: [str(ws.cell(r, c).value or "") for c in columns] for r in rows}
        # A table made by gen ny has formulas in its spare rows too.
        return max(r for r in rows if any(v and not v.startswith("=") for v in values[r]))

    def beside(self, sheet: str) -> int:
        """The number of the first column to the right of everything."""
        return int(self.book[sheet].max_column) + 1

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path


def put(cell: Any, value: object) -> Place:
    """Writes a value and tells where."""
    cell.value = value
    return cell.parent.title, cell.coordinate


def broken(folder: Path, change: Callable[[Bok], Place]) -> tuple[Path, Place]:
    """The workbook after `change`, in the folder beside its register; and the place changed."""
    bok = Bok()
    place = change(bok)
    shutil.copy(REGISTER, folder)
    return bok.save(folder / KSAU.name), place
