"""How the product's own workbooks look: a kind of cell in, its font, fill, border and place out.

One accent colour and its tints, one family, hairlines; space does the ordering (design, The look).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Any, Final, Literal

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.table import TableStyle, TableStyleElement, TableStyleList
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.theme import theme_xml

from gen.workbook.columns import Column, Type

ACCENT: Final = "14495A"
INK: Final = "1F2A30"
GREY: Final = "66737A"
LINE: Final = "C9D3D7"
PALE: Final = "EEF3F5"
"""Computed cells."""
WAITING: Final = "FFF3D1"
"""What is to be filled in next."""
UNUSED: Final = "E3E6E8"
"""Cells that the chosen event has no use for."""
STRIPE: Final = "F8FAFB"
FAMILY: Final = "Calibri"
TABLE_STYLE: Final = "gen"

DATE: Final = "yyyy-mm-dd"
TEXT: Final = "@"

_HAIR = Side(style="hair", color=LINE)
_THIN = Side(style="thin", color=ACCENT)

WIDTHS: Final[dict[str, float]] = {
    "Närvaro.namn": 25,
    "Närvaro.uppdrag": 27,
    "Närvaro.närvarar": 12,
    "Närvaro.tjänstgör_för": 21,
    "Närvaro.tjänstgör": 12,
    "Närvaro.paragrafer": 14,
    "Närvaro.in_kl": 9,
    "Närvaro.ut_kl": 9,
    "Närvaro.visas_som": 26,
    "Närvaro.intern_anteckning": 28,
    "Ärenden.rubrik": 62,
    "Ärenden.till": 22,
    "Behandling.text": 60,
    "Organ.kod": 10,
    "Organ.namn": 32,
    "Organ.obestämd": 24,
    "Organ.genitiv": 34,
    "Organ.plats": 28,
    "Organ.sekreterare": 22,
    "Organ.stående_ärenden": 40,
    "Mottagare.namn": 34,
    "Mottagare.ingår": 46,
    "Tjänstepersoner.titel": 28,
    "Förtroendevalda.uppdrag": 30,
    "Delprotokoll.vad_som_rättats": 40,
    "Granskat.skäl": 50,
    "Delegationsbeslut.rubrik": 40,
    "Delegationsbeslut.punkt": 10,
    "Delegationsbeslut.beslut": 48,
    "Delegationsbeslut.slag": 18,
    "Revideringar.organ": 28,
    "Revideringar.paragraf": 9,
    "Revideringar.avser": 48,
    "nr": 7,
    "ärende": 10,
    "paragraf": 7,
    "dnr": 16,
    "typ": 15,
    "beslutas_av": 14,
    "utfall": 18,
    "del": 25,
    "text": 90,
    "vem": 28,
    "datum": 12,
    "parti": 9,
    "händelse": 21,
    "gäller": 20,
    "ja_betyder": 22,
    "nej_betyder": 22,
    "ja": 14,
    "nej": 14,
    "avstår": 14,
    "frånvarande": 14,
    "fil": 24,
    "ärendefil": 24,
    "löpnr": 8,
    "beskrivning": 60,
    "delegat": 24,
    "titel": 24,
    "lagrum": 18,
    "sekretess": 24,
    "namn": 27,
    "e_post": 34,
    "adress": 40,
    "förslagsställare": 34,
    "förklaring": 34,
    "skrivs_även": 26,
    "uppdrag": 26,
    "förvaringsplats": 38,
    "ersättare": 24,
    "justerare": 26,
    "överklagande": 21,
    "underskrift_på_anslaget": 25,
}
"""In digits, by sheet and field or by field; else as wide as the header wants."""


def width(sheet: str, column: Column) -> float:
    """The width of a table's column."""
    found = WIDTHS.get(f"{sheet}.{column.field}") or WIDTHS.get(column.field)
    return found or min(max(11, len(column.header) * 1.1 + 3), 22)


def number_format(column: Column, *, computed: bool) -> str:
    """Dates show as ISO. The rest is text before anybody types, or Excel makes 3-12 a date.

    Not where a formula stands: Excel turns a formula in a cell of that format into letters when
    somebody so much as looks into it.
    """
    if column.type is Type.DATE:
        return DATE
    return "General" if computed else TEXT


LINE_HEIGHT, AIR, HIGHEST = 15, 6, 409
"""In points. A row is no higher than 409, whatever it holds."""


def height(texts: Iterable[tuple[str, float]]) -> float:
    """The height of a row that shows each of those texts in that width, with some air."""
    lines = 1
    for text, wide in texts:
        # A column's width is counted in digits; about as many letters of running text fit.
        lines = max(
            lines, sum(max(1, ceil(len(line) / (wide * 1.06))) for line in text.split("\n"))
        )
    return min(lines * LINE_HEIGHT + AIR, HIGHEST)


def wraps(column: Column) -> bool:
    """Whether the text may take more than one line."""
    return column.type in (Type.RICH, Type.LIST, Type.NAMES) or column.field in _WRAPPED


_WRAPPED = frozenset(
    [
        "rubrik",
        "namn",
        "vem",
        "text",
        "förklaring",
        "ja_betyder",
        "nej_betyder",
        "ja",
        "nej",
        "avstår",
        "frånvarande",
        "visas_som",
        "intern_anteckning",
        "uppdrag",
        "skäl",
        "vad_som_rättats",
        "adress",
        "till",
        "fil",
        "ärendefil",
        "delegat",
        "titel",
        "plats",
        "förvaringsplats",
    ]
)


def body(cell: Any, format_: str, *, wrap: bool, grey: bool = False, vertical: str = "top") -> None:
    """A cell of a table or the value of a form."""
    cell.number_format = format_
    cell.font = Font(name=FAMILY, size=11, color=GREY if grey else INK)
    cell.alignment = Alignment(horizontal="left", vertical=vertical, wrap_text=wrap)
    cell.border = Border(bottom=_HAIR)
    if grey:
        cell.fill = PatternFill("solid", fgColor=PALE)


def header(cell: Any, text: str) -> None:
    """The header of a column: white on the accent."""
    cell.value = text
    cell.font = Font(name=FAMILY, size=11, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=ACCENT)
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)


def title(cell: Any, text: str) -> None:
    """The name of a sheet, above everything."""
    cell.value = text
    cell.font = Font(name=FAMILY, size=18, bold=True, color=ACCENT)
    cell.alignment = Alignment(vertical="center")


def heading(cell: Any, text: str) -> None:
    """A heading within a form or on Start, with a line under it."""
    cell.value = text
    cell.font = Font(name=FAMILY, size=13, bold=True, color=ACCENT)
    cell.alignment = Alignment(vertical="bottom")


def underline(cells: Any) -> None:
    """The line under a heading, over all the columns that it heads."""
    for cell in cells:
        cell.border = Border(bottom=_THIN)


def note(cell: Any, text: str, *, wrap: bool = False, size: int = 10) -> None:
    """An explanation: grey."""
    cell.value = text
    cell.font = Font(name=FAMILY, size=size, color=GREY)
    cell.alignment = Alignment(vertical="center", wrap_text=wrap)


def plain(
    cell: Any,
    value: Any,
    *,
    bold: bool = False,
    colour: str = INK,
    size: int = 11,
    linked: bool = False,
    wrap: bool = False,
) -> None:
    """Running text."""
    cell.value = value
    line: Literal["single"] | None = "single" if linked else None
    cell.font = Font(name=FAMILY, size=size, bold=bold, color=colour, underline=line)
    cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=wrap)


def hairline(cell: Any) -> None:
    """The line under a row."""
    cell.border = Border(bottom=_HAIR)


def fill(cell: Any, colour: str) -> None:
    """A cell filled with a colour."""
    cell.fill = PatternFill("solid", fgColor=colour)


def column_format(sheet: Worksheet, letter: str, format_: str, *, wrap: bool) -> None:
    """What a cell of the column gets that nobody has touched, below the last formatted row."""
    dimension = sheet.column_dimensions[letter]
    dimension.number_format = format_
    dimension.font = Font(name=FAMILY, size=11, color=INK)
    dimension.alignment = Alignment(horizontal="left", vertical="top", wrap_text=wrap)


def when(formula: str, *, colour: str = "", ink: str = "", bold: bool = False) -> Rule:
    """A conditional format."""
    style = DifferentialStyle(
        fill=PatternFill("solid", bgColor=colour) if colour else None,
        font=Font(color=ink or None, bold=bold or None) if ink or bold else None,
    )
    return Rule(type="expression", dxf=style, formula=[formula])


def prepare(book: Any) -> None:
    """The accent as the workbook's first theme colour, Calibri, and the tables' own style.

    openpyxl has no public way to a table style, but writes one that is put where it reads it to.
    """
    book.loaded_theme = theme_xml.replace("4F81BD", ACCENT).replace('"Cambria"', f'"{FAMILY}"')
    formats = book._differential_styles
    whole = DifferentialStyle(border=Border(horizontal=_HAIR, bottom=_HAIR))
    stripe = DifferentialStyle(fill=PatternFill("solid", bgColor=STRIPE))
    elements = [
        TableStyleElement(type="wholeTable", dxfId=formats.add(whole)),
        TableStyleElement(type="secondRowStripe", dxfId=formats.add(stripe)),
    ]
    style = TableStyle(name=TABLE_STYLE, pivot=False, count=2, tableStyleElement=elements)
    book._table_styles = TableStyleList(
        defaultTableStyle=TABLE_STYLE, defaultPivotStyle="PivotStyleLight16", tableStyle=[style]
    )


def table_style() -> TableStyleInfo:
    """The tables' own style, with stripes."""
    return TableStyleInfo(name=TABLE_STYLE, showRowStripes=True)


def page(sheet: Any, *, header_row: int, left: str, right: str, landscape: bool = True) -> None:
    """One page wide on A4, headers on every page, organ and day above, the sheet's name below."""
    setup = sheet.page_setup
    setup.paperSize, setup.fitToWidth, setup.fitToHeight = 9, 1, 0
    setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if header_row:
        sheet.print_title_rows = f"{header_row}:{header_row}"
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.75
    margins.header = margins.footer = 0.35
    above, below = sheet.oddHeader, sheet.oddFooter
    # & begins a code there.
    above.left.text, above.right.text = left.replace("&", "&&"), right.replace("&", "&&")
    below.left.text, below.right.text = sheet.title, "Sida &P (&N)"
    for part in (above.left, above.right, below.left, below.right):
        part.size, part.font = 9, f"{FAMILY},Regular"
