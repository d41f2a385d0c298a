"""The sheet that lists what is to be done: rows in, the XML of a sheet out, its links with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

_COLUMNS = (
    ("Allvar", 12),
    ("Blad", 16),
    ("Cell", 9),
    ("Vad som är fel", 52),
    ("Gör så här", 52),
    ("Kod", 11),
    ("Lagrum", 20),
)
_LINK = 2
_LAST = "ABCDEFG"[len(_COLUMNS) - 1]


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
    _head(root, windows)
    data = etree.SubElement(root, f"{S}sheetData")
    _row(data, 1, [(title, looks.title)])
    for number, line in enumerate(lines[: HEADER_ROW - 2], 2):
        _row(data, number, [(line, looks.line)])
    if rows:
        _row(data, HEADER_ROW, [(header, looks.header) for header, _ in _COLUMNS])
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
        _row(data, number, cells)
        if row.link:
            links.append({"ref": f"{'ABCDEFG'[_LINK]}{number}", "location": row.link})
    if links:
        parent = etree.SubElement(root, f"{S}hyperlinks")
        for attributes in links:
            etree.SubElement(parent, f"{S}hyperlink", attributes)
    _tail(root)
    return serialized(root)
