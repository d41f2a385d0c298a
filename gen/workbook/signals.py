"""What a sheet tells by its colours: a worksheet and its declaration in, conditional formats out.

They look at what is typed and at the stage that comes next; nothing of them is ever read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gen.workbook import look
from gen.workbook.columns import Column, Must, Sheet
from gen.workbook.formulas import HEADER_ROW
from gen.workbook.lists import STAGE

FIRST_ROW: Final = HEADER_ROW + 1
LAST_ROW: Final = 1000
"""Dropdowns and conditional formats reach this far, also below the table."""
STAGES: Final = {Must.KALLELSE: 1, Must.DOKUMENT: 1, Must.PROTOKOLL: 2, Must.ANSLAG: 3}


def waiting(ws: Worksheet, sheet: Sheet, places: Mapping[str, str]) -> None:
    """What the next stage needs and nobody has filled in."""
    for must, stage in STAGES.items():
        cells = [places[c.field] for c in sheet.columns if c.must is must and c.field in places]
        if cells:
            rule = look.when(f'AND({cells[0]}="",{STAGE}>={stage})', colour=look.WAITING)
            ws.conditional_formatting.add(" ".join(cells), rule)


def missing(
    ws: Worksheet, sheet: Sheet, columns: list[tuple[str, Column]], typed: list[str]
) -> None:
    """A must-cell that is empty in a row where something else is typed, and given by no file."""
    anything = f"COUNTA({','.join(f'${letter}{FIRST_ROW}' for letter in typed)})>0"
    for letter, column in columns:
        stage = STAGES.get(column.must)
        if stage and letter in typed and column.field not in sheet.inherits:
            given = "".join(
                f',${other}{FIRST_ROW}=""' for other, c in columns if c.field == column.given_by
            )
            formula = f'AND({letter}{FIRST_ROW}="",{anything},{STAGE}>={stage}{given})'
            rule = look.when(formula, colour=look.WAITING)
            ws.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}", rule)


def typed_over(ws: Worksheet, ranges: Sequence[str]) -> None:
    """What somebody has typed over a computed value is no longer grey."""
    for cells in ranges:
        first = cells.split(":")[0]
        formula = f'AND({first}<>"",NOT(_xlfn.ISFORMULA({first})))'
        ws.conditional_formatting.add(cells, look.when(formula, ink=look.INK, colour="FFFFFF"))


def unused(ws: Worksheet, sheet: Sheet, used: Mapping[str, frozenset[str]], key: str) -> None:
    """Cells that the word in column `key` has no use for: `used` has the fields by word."""
    letters = {c.field: get_column_letter(n) for n, c in enumerate(sheet.columns, 1)}
    by_field: dict[str, list[str]] = {}
    for word, fields in used.items():
        for name in set().union(*used.values()) - fields:
            by_field.setdefault(name, []).append(word)
    for name, words in sorted(by_field.items()):
        chosen = ",".join(f'${letters[key]}{FIRST_ROW}="{word}"' for word in words)
        cells = f"{letters[name]}{FIRST_ROW}:{letters[name]}{LAST_ROW}"
        ws.conditional_formatting.add(
            cells, look.when(f"OR({chosen})", colour=look.UNUSED, ink=look.GREY)
        )


def absent(ws: Worksheet, sheet: Sheet) -> None:
    """Who is not there steps back."""
    letter = get_column_letter(1 + [c.field for c in sheet.columns].index("närvarar"))
    cells = f"A{FIRST_ROW}:{get_column_letter(len(sheet.columns))}{LAST_ROW}"
    ws.conditional_formatting.add(cells, look.when(f'${letter}{FIRST_ROW}="Nej"', ink=look.GREY))
