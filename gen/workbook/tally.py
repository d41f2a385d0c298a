"""The sheet Röster in, the sum of each omröstning out, above its column: for the eye alone.

Above the headers, where the table grows away from it downwards, and each new column, typed or
pasted from a voting system, finds its sum waiting. The reader begins below the headers.
"""

from __future__ import annotations

from typing import Final

from openpyxl.styles import Alignment
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gen.choices import ROSTER_OCH_TECKEN
from gen.workbook import look
from gen.workbook.columns import Sheet
from gen.workbook.formulas import HEADER_ROW
from gen.workbook.signals import FIRST_ROW, LAST_ROW

OMROSTNINGAR: Final = 12
"""How many columns have a sum waiting: more than most meetings vote, and one page wide to print."""
_WIDTH: Final = 10
_ROW: Final = 1


def write(ws: Worksheet, sheet: Sheet) -> None:
    """`J 26 N 21` and `A 0 F 2` above each column, as soon as it has a header."""
    first = len(sheet.columns) + 1
    look.note(ws.cell(_ROW, first - 1), "∑")
    ws.cell(_ROW, first - 1).alignment = Alignment(horizontal="right", vertical="center")
    for number in range(first, first + OMROSTNINGAR):
        letter = get_column_letter(number)
        look.column_format(ws, letter, look.TEXT, wrap=False)
        ws.column_dimensions[letter].width = _WIDTH
        cell = ws.cell(_ROW, number)
        look.note(cell, _formula(letter), wrap=True, size=9)
        cell.number_format = "General"


def _formula(letter: str) -> str:
    # Ja and J are counted alike: systems write the one or the other.
    cells = f"{letter}${FIRST_ROW}:{letter}${LAST_ROW}"
    counts = [f'"{sign} "&COUNTIF({cells},"{sign}*")' for sign in ROSTER_OCH_TECKEN]
    first, second = '&" "&'.join(counts[:2]), '&" "&'.join(counts[2:])
    return f'=IF({letter}${HEADER_ROW}="","",{first}&CHAR(10)&{second})'
