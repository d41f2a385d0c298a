"""How the product's own workbooks look: a kind of cell in, its font, fill, border and place out.

One accent colour and its tints, one family, hairlines; space does the ordering (design, The look).
"""

from __future__ import annotations

from typing import Any, Final

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.table import TableStyle, TableStyleElement, TableStyleList
from openpyxl.workbook import Workbook
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
    "Närvaro.närvarar": 10,
    "Närvaro.tjänstgör_för": 21,
    "Närvaro.tjänstgör": 10,
    "Närvaro.paragrafer": 13,
    "Närvaro.in_kl": 8,
    "Närvaro.ut_kl": 8,
    "Närvaro.visas_som": 26,
    "Närvaro.intern_anteckning": 28,
    "Ärenden.rubrik": 62,
    "Ärenden.till": 22,
    "Behandling.text": 60,
    "Organ.kod": 10,
    "Organ.namn": 32,
    "Organ.genitiv": 34,
    "Organ.plats": 28,
    "Organ.stående_ärenden": 40,
    "Mottagare.namn": 34,
    "Mottagare.ingår": 46,
    "Tjänstepersoner.titel": 28,
    "Förtroendevalda.uppdrag": 30,
    "Delprotokoll.vad_som_rättats": 40,
    "Granskat.skäl": 50,
    "nr": 7,
    "ärende": 9,
    "paragraf": 7,
    "dnr": 16,
    "typ": 15,
    "beslutas_av": 12,
    "utfall": 18,
    "del": 25,
    "text": 90,
    "vem": 28,
    "datum": 12,
    "parti": 8,
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
    return found or max(11, len(column.header) * 1.1 + 3)


def number_format(column: Column, *, computed: bool) -> str:
    """Dates show as ISO. The rest is text before anybody types, or Excel makes 3-12 a date.

    Not where a formula stands: Excel turns a formula in a cell of that format into letters when
    somebody so much as looks into it.
    """
    if column.type is Type.DATE:
        return DATE
    return "General" if computed else TEXT


def wraps(column: Column) -> bool:
    """Whether the text may take more than one line."""
    return column.type in (Type.RICH, Type.LIST, Type.NAMES) or column.field in _WRAPPED


_WRAPPED = frozenset(
    "rubrik namn vem text förklaring ja_betyder nej_betyder ja nej avstår frånvarande visas_som "
    "intern_anteckning uppdrag skäl vad_som_rättats adress till fil ärendefil plats "
    "förvaringsplats".split()
)


def body(cell: Any, format_: str, *, wrap: bool, grey: bool = False) -> None:
    """A cell of a table or the value of a form."""
    cell.number_format = format_
    cell.font = Font(name=FAMILY, size=11, color=GREY if grey else INK)
    cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=wrap)
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
    cell.alignment = Alignment(vertical="top", wrap_text=wrap)


def plain(cell: Any, value: Any, *, bold: bool = False, accent: bool = False) -> None:
    """Running text."""
    cell.value = value
    cell.font = Font(name=FAMILY, size=11, bold=bold, color=ACCENT if accent else INK)
    cell.alignment = Alignment(horizontal="left", vertical="top")


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


def prepare(book: Workbook) -> None:
    """The accent as the workbook's first theme colour, Calibri, and the tables' own style."""
    book.loaded_theme = theme_xml.replace("4F81BD", ACCENT).replace('"Cambria"', f'"{FAMILY}"')
    whole = DifferentialStyle(border=Border(horizontal=_HAIR, bottom=_HAIR))
    stripe = DifferentialStyle(fill=PatternFill("solid", bgColor=STRIPE))
    elements = [
        TableStyleElement(type="wholeTable", dxfId=book._differential_styles.add(whole)),
        TableStyleElement(type="secondRowStripe", dxfId=book._differential_styles.add(stripe)),
    ]
    style = TableStyle(name=TABLE_STYLE, pivot=False, count=2, tableStyleElement=elements)
    book._table_styles = TableStyleList(
        count=1,
        defaultTableStyle=TABLE_STYLE,
        defaultPivotStyle="PivotStyleLight16",
        tableStyle=[style],
    )


def table_style() -> TableStyleInfo:
    """The tables' own style, with stripes."""
    return TableStyleInfo(name=TABLE_STYLE, showRowStripes=True)


def page(
    sheet: Worksheet, *, header_row: int, left: str, right: str, landscape: bool = True
) -> None:
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
    sheet.oddHeader.left.text = left.replace("&", "&&")
    sheet.oddHeader.right.text = right.replace("&", "&&")
    sheet.oddFooter.left.text = sheet.title
    sheet.oddFooter.right.text = "Sida &P (&N)"
    for part in (sheet.oddHeader.left, sheet.oddHeader.right, sheet.oddFooter.left):
        part.size, part.font = 9, f"{FAMILY},Regular"
    sheet.oddFooter.right.size, sheet.oddFooter.right.font = 9, f"{FAMILY},Regular"
