"""The sheet that lists what is to be done: rows in, the XML of a sheet out, its links with it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from lxml import etree

from gen.findings import Level
from gen.opc import Element
from gen.workbook.package import serialized
from gen.workbook.paint import LIGHT, Styles
from gen.workbook.sheetxml import MAIN, S, text_element

HEADER_ROW = 5
"""Above it: title, count, what the file is, and air."""

_NO_FILL, _NO_BORDER = 0, 0

_COLUMNS = (
    ("Allvar", 12),
    ("Blad", 16),
    ("Cell", 12),
    ("Vad som är fel", 52),
    ("Gör så här", 52),
    ("Kod", 11),
    ("Lagrum", 20),
)
_LINE, _HIGHEST = 15, 409
_CHARACTERS = 1.15
"""A column's width is counted in digits; so many letters of running text have room in one."""
_LETTERS = "ABCDEFG"
_LINK = _LETTERS[2]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. `link` is a reference within the workbook, empty for none."""

    level: Level
    sheet: str
    cell: str
    link: str
    text: str
    cure: str
    code: str
    statute: str


def sheet(
    title: str, lines: Sequence[str], rows: Sequence[Row], styles: Styles, windows: int
) -> bytes:
    """The part of the sheet: `lines` under the title, then the table. Its formats go to `styles`.

    `windows`: on how many windows the workbook was open when it was saved; the sheet is in front
    in each of them.
    """
    looks = _Looks(styles)
    root = etree.Element(f"{S}worksheet", nsmap={None: MAIN})
    _head(root, windows, frozen=bool(rows))
    data = etree.SubElement(root, f"{S}sheetData")
    _row(data, 1, [(title, looks.title)], 27)
    for number, line in enumerate(lines[: HEADER_ROW - 2], 2):
        _row(data, number, [(line, looks.line)])
    if rows:
        _row(data, HEADER_ROW, [(header, looks.header) for header, _ in _COLUMNS], 20)
    links = []
    for number, row in enumerate(rows, HEADER_ROW + 1):
        cells = [
            (str(row.level).capitalize(), looks.levels[row.level]),
            (row.sheet, looks.text),
            (row.cell, looks.link if row.link else looks.text),
            (row.text, looks.text),
            (row.cure, looks.text),
            (row.code, looks.text),
            (row.statute, looks.text),
        ]
        _row(data, number, cells, _height([text for text, _ in cells]))
        if row.link:
            links.append({"ref": f"{_LINK}{number}", "location": row.link})
    if links:
        parent = etree.SubElement(root, f"{S}hyperlinks")
        for attributes in links:
            etree.SubElement(parent, f"{S}hyperlink", attributes)
    _tail(root)
    return serialized(root)


class _Looks:
    """The formats of the list, in the face of the workbook's own font."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        hairline = self._border("thin", "FFD9D9D9")
        plain = self._font(11, "FF000000")
        self.title = self._xf(self._font(18, "FF000000", "<b/>"), wrap=False)
        self.line = self._xf(plain, wrap=False)
        self.header = self._xf(self._font(11, "FF000000", "<b/>"), border=self._border("thin"))
        self.text = self._xf(plain, border=hairline)
        self.link = self._xf(self._font(11, "FF0563C1", "<u/>"), border=hairline)
        self.levels = {
            level: self._xf(plain, self._fill(colour), hairline) for level, colour in LIGHT.items()
        }

    def _font(self, size: int, colour: str, kind: str = "") -> int:
        face = quoteattr(self._styles.font_name())
        xml = f'<font>{kind}<sz val="{size}"/><color rgb="{colour}"/><name val={face}/></font>'
        return self._styles.add_xml("fonts", xml)

    def _fill(self, colour: str) -> int:
        colours = f'<fgColor rgb="{colour}"/><bgColor indexed="64"/>'
        xml = f'<fill><patternFill patternType="solid">{colours}</patternFill></fill>'
        return self._styles.add_xml("fills", xml)

    def _border(self, style: str, colour: str = "FF000000") -> int:
        line = f'<bottom style="{style}"><color rgb="{colour}"/></bottom>'
        xml = f"<border><left/><right/><top/>{line}<diagonal/></border>"
        return self._styles.add_xml("borders", xml)

    def _xf(
        self, font: int, fill: int = _NO_FILL, border: int = _NO_BORDER, *, wrap: bool = True
    ) -> int:
        place = 'wrapText="1" indent="1"' if wrap else ""
        xml = (
            f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" '
            'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
            f'<alignment horizontal="left" vertical="top" {place}/></xf>'
        )
        return self._styles.add_xml("cellXfs", xml)


def _head(root: Element, windows: int, *, frozen: bool) -> None:
    properties = etree.SubElement(root, f"{S}sheetPr")
    etree.SubElement(properties, f"{S}pageSetUpPr", fitToPage="1")
    views = etree.SubElement(root, f"{S}sheetViews")
    for window in range(windows):
        view = etree.SubElement(
            views,
            f"{S}sheetView",
            showGridLines="0",
            tabSelected="1",
            workbookViewId=str(window),
        )
        if frozen:
            first = f"A{HEADER_ROW + 1}"
            pane = {"ySplit": str(HEADER_ROW), "topLeftCell": first, "activePane": "bottomLeft"}
            etree.SubElement(view, f"{S}pane", {**pane, "state": "frozen"})
            etree.SubElement(
                view, f"{S}selection", pane="bottomLeft", activeCell=first, sqref=first
            )
    etree.SubElement(root, f"{S}sheetFormatPr", defaultRowHeight=str(_LINE))
    columns = etree.SubElement(root, f"{S}cols")
    for number, (_, width) in enumerate(_COLUMNS, 1):
        place = {"min": str(number), "max": str(number), "width": str(width), "customWidth": "1"}
        etree.SubElement(columns, f"{S}col", place)


def _row(data: Element, number: int, cells: Sequence[tuple[str, int]], height: int = _LINE) -> None:
    row = etree.SubElement(data, f"{S}row", r=str(number), ht=str(height))
    for letter, (text, look) in zip(_LETTERS, cells, strict=False):
        # The text stands in the cell itself, so that the shared strings are left as they are.
        cell = etree.SubElement(row, f"{S}c", r=f"{letter}{number}", s=str(look), t="inlineStr")
        etree.SubElement(cell, f"{S}is").append(text_element(text))


def _height(texts: Sequence[str]) -> int:
    """Points for the wrapped texts of a row. Calc, unlike Excel, does not find out for itself."""
    lines = max(
        len(textwrap.wrap(text, int((width - 2) * _CHARACTERS)))
        for text, (_, width) in zip(texts, _COLUMNS, strict=True)
    )
    return min(max(lines, 1) * _LINE + 4, _HIGHEST)


def _tail(root: Element) -> None:
    """A4, lying, one page wide."""
    margins = {"left": "0.5", "right": "0.5", "top": "0.6", "bottom": "0.6"}
    etree.SubElement(root, f"{S}pageMargins", {**margins, "header": "0.3", "footer": "0.3"})
    etree.SubElement(root, f"{S}pageSetup", paperSize="9", orientation="landscape", fitToHeight="0")
    footer = etree.SubElement(root, f"{S}headerFooter")
    etree.SubElement(footer, f"{S}oddFooter").text = "&L&A&R&P (&N)"
