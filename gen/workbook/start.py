"""The first sheet: the form's cells in, a page that says what the workbook is and what is left out.

Nothing is typed here. The counts are formulas over the other sheets; the stage that comes next is a
named cell, by which the other sheets mark what it waits for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from gen.choices import ANNAT, BESLUT, ENLIGT, FORSLAG, NO_DECISION_NEEDED
from gen.workbook import look, sheets
from gen.workbook.columns import Must
from gen.workbook.formulas import HEADER_ROW, column
from gen.workbook.lists import STAGE

SHEET = "Start"
_LEFT = 2
"""The column where text begins; the one before it is air."""
_LAST = 7

_STAGES = (
    (Must.KALLELSE, "kallelsen"),
    (Must.PROTOKOLL, "protokollet"),
    (Must.ANSLAG, "anslaget"),
)
STEPS = (
    (
        "1  Före kallelsen",
        "Sammanträde: tid och plats. Ärenden: en rad per ärende.",
        "Innehåll: vad varje ärende säger – eller ange handläggarens fil i Ärendefil",
        "(på Ärenden, bland Fler uppgifter: öppna dem med + ovanför kolumnerna).",
    ),
    (
        "2  Vid sammanträdet",
        "Närvaro: ändra bara det som avviker. Ärenden: Utfall där det blev något annat.",
        "Behandling: bara när något hände – yrkande, omröstning, jäv, reservation.",
    ),
    (
        "3  Efter justeringen",
        "Sammanträde: fyll i Justerat och Anslaget uppsatt. Dagarna för anslaget räknas ut.",
        "Till dess står Ej justerat på varje sida, och anslag och utdrag görs inte.",
        "Gör sedan om protokollet, och gör anslaget och utdragen.",
    ),
)
COMMANDS = (
    ("gen kontrollera möte.xlsx", "gen kallelse möte.xlsx"),
    ("gen protokoll möte.xlsx",),
    ("gen protokoll möte.xlsx", "gen anslag möte.xlsx", "gen utdrag möte.xlsx"),
)
"""What is typed at each step. A workbook cannot tell its own file's name: HABITS says so."""
HABITS = (
    "Kommandona skrivs i mappen där filen ligger, med den här filens namn i stället för möte.xlsx.",
    "Ett ärende har sitt nummer på föredragningslistan överallt. Paragrafen räknas ut; skriv den "
    "bara för att låsa den.",
    "Tom cell i Ärende och Del betyder: som i raden ovanför. En rad är ett stycke, en punkt eller "
    "en mottagare.",
    "Listorna föreslår. Ett annat värde får skrivas; bekräfta frågan med OK.",
    "Röster, Delprotokoll och Granskat är dolda tills de behövs: högerklicka på en flik, "
    "välj Ta fram.",
)


def write(book: Workbook, places: Mapping[str, str], origin: str) -> Worksheet:
    """Adds the sheet in front. `places`: the cells of Sammanträde by field."""
    ws: Worksheet = book.create_sheet(SHEET, 0)
    ws.sheet_view.showGridLines, ws.sheet_view.tabSelected = False, True
    ws.sheet_properties.tabColor = look.INK
    for letter, wide in zip("ABCDEFGH", (3, 29, 17, 13, 13, 13, 30, 3), strict=True):
        ws.column_dimensions[letter].width = wide
    _head(ws)
    row = _steps(ws, 6)
    row = _left_to_do(book, ws, row + 1, places)
    row = _legend(ws, row + 1)
    row = _habits(ws, row + 1)
    if origin:
        look.note(ws.cell(row + 1, _LEFT), origin)
    for selection in ws.sheet_view.selection:
        selection.activeCell = selection.sqref = "B2"
    ws.print_area = f"A1:H{row + 1}"
    look.page(ws, header_row=0, left="", right="", landscape=False)
    return ws


def _head(ws: Worksheet) -> None:
    look.title(ws.cell(2, _LEFT), '=IF(organ="","Sammanträde",organ)')
    ws.row_dimensions[2].height = 30
    day = ws.cell(3, _LEFT)
    look.plain(day, '=IF(ISNUMBER(datum),datum,"")', size=13)
    # A locale of its own: the weekday in Swedish also in another language's Excel.
    day.number_format = "[$-41D]dddd d mmmm yyyy"
    look.note(
        ws.cell(4, _LEFT),
        "Här skrivs sammanträdets uppgifter en gång. gen gör kallelse, protokoll, utdrag och "
        "anslag av dem.",
        size=11,
    )


def _section(ws: Worksheet, row: int, text: str) -> int:
    look.heading(ws.cell(row, _LEFT), text)
    look.underline(ws.cell(row, n) for n in range(_LEFT, _LAST + 1))
    ws.row_dimensions[row].height = 26
    ws.row_dimensions[row + 1].height = 20
    return row + 1


def _steps(ws: Worksheet, row: int) -> int:
    row = _section(ws, row, "Så här gör du")
    for (step, *lines), commands in zip(STEPS, COMMANDS, strict=True):
        look.plain(ws.cell(row, _LEFT), step, bold=True, colour=look.ACCENT)
        for number, command in enumerate(commands, 1):
            look.note(ws.cell(row + number, _LEFT), f"  {command}")
        for number, line in enumerate(lines):
            look.plain(ws.cell(row + number, _LEFT + 1), line)
        below = max(len(lines), len(commands) + 1)
        for number in range(below):
            ws.row_dimensions[row + number].height = 17
        row += below + 1
        ws.row_dimensions[row - 1].height = 6
    return row


def _left_to_do(book: Workbook, ws: Worksheet, row: int, places: Mapping[str, str]) -> int:
    """For each stage what is missing on each sheet, and the first line of the form to fill in."""
    row = _section(ws, row, "Kvar att fylla i")
    linked = (sheets.SAMMANTRADE, sheets.NARVARO, sheets.ARENDEN, sheets.INNEHALL)
    _cell(ws, row, _LEFT, "Inför")
    for number, sheet in enumerate(linked, _LEFT + 1):
        cell = ws.cell(row, number)
        look.plain(cell, sheet.name, colour=look.ACCENT, linked=True)
        look.hairline(cell)
        place, tip = f"'{sheet.name}'!A{HEADER_ROW + 1}", f"Gå till {sheet.name}"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place, tooltip=tip)
    _cell(ws, row, _LAST, "Närmast i Sammanträde")
    totals = []
    for must, name in _STAGES:
        row += 1
        empty = {
            c.header: f"'{sheets.SAMMANTRADE.name}'!{places[c.field]}=\"\""
            for c in sheets.SAMMANTRADE.columns
            if c.must is must
        }
        counts = ["+".join(f"({test})" for test in empty.values()), *_counts(must)]
        look.plain(ws.cell(row, _LEFT), name, bold=True)
        for number, count in enumerate(counts, _LEFT + 1):
            _count(ws.cell(row, number), count)
        first = '""'
        for header, test in reversed(empty.items()):
            first = f'IF({test},"{header}",{first})'
        look.plain(ws.cell(row, _LAST), f"={first}")
        for number in range(_LEFT, _LAST + 1):
            look.hairline(ws.cell(row, number))
        ws.row_dimensions[row].height = 20
        totals.append(f"SUM('{SHEET}'!$C${row}:$F${row})")
    ws.conditional_formatting.add(
        f"C{row - 2}:F{row}",
        look.when(f"AND(ISNUMBER(C{row - 2}),C{row - 2}>0)", ink=look.INK, bold=True),
    )
    _stage(book, totals)
    return row + 1


def _counts(must: Must) -> tuple[str, str, str]:
    """Närvaro, Ärenden and Innehåll: formulas without =; empty where the stage needs nothing."""
    narvaro, arenden, innehall = sheets.NARVARO, sheets.ARENDEN, sheets.INNEHALL
    nr, rubrik = column(arenden, "nr"), column(arenden, "rubrik")
    file = column(arenden, "ärendefil")
    if must is Must.KALLELSE:
        titled = f'(({rubrik}<>"")+({file}<>"")>0)'
        half = f'SUMPRODUCT(({nr}<>"")*(1-{titled}))+SUMPRODUCT(({nr}="")*{titled})'
        nobody = f'(COUNTIF({column(narvaro, "namn")},"?*")=0)*1'
        return nobody, f"IF(SUMPRODUCT({titled}*1)=0,1,{half})", ""
    if must is Must.PROTOKOLL:
        chair = sheets.SAMMANTRADE.column("ordförande").field
        typ, utfall = column(arenden, "typ"), column(arenden, "utfall")
        known = f"{column(innehall, 'nr')},{nr},{column(innehall, 'del')}"
        says = f'({nr}<>"")*({file}="")' + "".join(
            f'*({typ}<>"{word}")' for word in NO_DECISION_NEEDED
        )
        return (
            f'({chair}="")*1',
            "",
            "+".join(
                f'SUMPRODUCT({says}*({utfall}="{outcome}")*(COUNTIFS({known},"{part}")=0))'
                for outcome, part in ((ENLIGT, FORSLAG), (ANNAT, BESLUT))
            ),
        )
    return "", "", ""


def _count(cell: Any, formula: str) -> None:
    look.plain(cell, f"={formula}" if formula else "–", colour=look.GREY)
    cell.number_format = '0;;"klart"'


def _cell(ws: Worksheet, row: int, number: int, text: str) -> None:
    cell = ws.cell(row, number)
    look.note(cell, text, size=11)
    look.hairline(cell)


def _stage(book: Workbook, totals: list[str]) -> None:
    ws = book["Listor"]
    ws["C1"] = f"=IF({totals[0]}>0,1,IF({totals[1]}>0,2,3))"
    ws["B1"] = STAGE
    book.defined_names[STAGE] = DefinedName(STAGE, attr_text="'Listor'!$C$1")


def _legend(ws: Worksheet, row: int) -> int:
    row = _section(ws, row, "Färgerna")
    samples = (
        (None, "Vit", "Här skriver du. Fet text framför: måste fyllas i."),
        (look.WAITING, "Gul", "Det som väntar på att fyllas i inför nästa steg."),
        (look.PALE, "Ljusgrå", "Räknas ut. Kan skrivas över: då gäller det skrivna."),
        (look.UNUSED, "Grå", "Används inte för den händelse som är vald."),
    )
    for colour, name, text in samples:
        cell = ws.cell(row, _LEFT)
        look.plain(cell, name)
        look.hairline(cell)
        if colour:
            look.fill(cell, colour)
        look.plain(ws.cell(row, _LEFT + 1), text)
        ws.row_dimensions[row].height = 20
        row += 1
    return row


def _habits(ws: Worksheet, row: int) -> int:
    row = _section(ws, row, "Bra att veta")
    for text in HABITS:
        look.plain(ws.cell(row, _LEFT), text)
        ws.row_dimensions[row].height = 20
        row += 1
    return row
