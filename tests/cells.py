"""The cells of a workbook as people find them: by header and row, or by the label before them."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

HEADERS = {"Namn", "Nr", "Ärende", "Kod", "Del", "Slag", "Uppgift"}
"""Each table has one of them."""


def top(sheet: Worksheet) -> int:
    """The number of the row with the headers."""
    rows = (row for row in range(1, 11) if HEADERS & {cell.value for cell in sheet[row]})
    return next(rows)


def cell(book: Workbook, sheet: str, header: str, row: int) -> Cell:
    """The cell of a table under `header`, in its row 1, 2 …; row 0 is the header itself."""
    ws = book[sheet]
    start = top(ws)
    return next(ws.cell(start + row, c.column) for c in ws[start] if c.value == header)


def value(book: Workbook, label: str, sheet: str = "Sammanträde") -> Cell:
    """The value of a form."""
    ws = book[sheet]
    return next(ws.cell(row, 2) for row in range(1, 80) if ws.cell(row, 1).value == label)


def below(book: Workbook, sheet: str, *headers: str) -> int:
    """The first row, counted as in `cell`, where nothing stands under those headers."""
    start = top(book[sheet])
    columns = [cell(book, sheet, header, 0).column for header in headers]
    filled = (
        row
        for row in range(start + 1, book[sheet].max_row + 1)
        if any(book[sheet].cell(row, column).value for column in columns)
    )
    return max(filled, default=start) + 1 - start
