"""What openpyxl does not tell of a sheet: the XML in, the cells that it passes over out.

It reads a formula that was never calculated as an empty cell, and drops what stands under merged
cells. Reading the workbook a second time with its formulas would cost as much as the first time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from gen.opc import DamagedError
from gen.workbook import package, sheetxml
from gen.workbook.sheetxml import S

_WORTH_PARSING = re.compile(rb"<(?:\w+:)?(?:f[ >/]|mergeCell )")


@dataclass(frozen=True, slots=True)
class Unseen:
    """Cells of a sheet. `valued` is only told where cells are merged."""

    formulas: frozenset[str] = frozenset()
    uncalculated: frozenset[str] = frozenset()
    valued: frozenset[str] = frozenset()


def unseen(content: bytes) -> Mapping[str, Unseen]:
    """By the sheet's name; nothing for a sheet without formulas and merged cells."""
    try:
        book = package.read(content)
        parts = {tab.name: book.content(tab.part) for tab in sheetxml.tabs(book)}
    except DamagedError:
        return {}  # openpyxl, which has read it, asks less of a file
    return {
        name: _of(etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=True)))
        for name, part in parts.items()
        if _WORTH_PARSING.search(part)
    }


def _of(sheet: etree._Element) -> Unseen:
    formulas = [f.getparent() for f in sheet.iter(f"{S}f")]
    # An empty <v/> of a text is the calculated result ""; openpyxl writes one for any formula.
    uncalculated = {c.get("r") for c in formulas if not c.findtext(f"{S}v") and c.get("t") != "str"}
    valued: set[str] = set()
    if sheet.find(f"{S}mergeCells") is not None:
        valued = {c.get("r") for c in sheet.iter(f"{S}c") if len(c) and "".join(c.itertext())}
    refs = {c.get("r") for c in formulas}
    return Unseen(*(frozenset(some - {None}) for some in (refs, uncalculated, valued)))
