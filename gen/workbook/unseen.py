"""The XML of a sheet in, out: its formulas, and the cells whose content nobody sees.

A formula that was never calculated reads as an empty cell, and what stands under merged cells
reads as nothing: neither may be taken for what the user meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from gen.opc import Element
from gen.workbook.sheetxml import S


@dataclass(frozen=True, slots=True)
class Unseen:
    """Cells of a sheet. `valued` is only told where cells are merged."""

    formulas: frozenset[str] = frozenset()
    uncalculated: frozenset[str] = frozenset()
    valued: frozenset[str] = frozenset()


def unseen(sheet: Element) -> Unseen:
    """What there is of it in the tree of a sheet."""
    formulas = [f.getparent() for f in sheet.iter(f"{S}f")]
    # An empty <v/> of a text is the calculated result ""; openpyxl writes one for any formula.
    uncalculated = {c.get("r") for c in formulas if not c.findtext(f"{S}v") and c.get("t") != "str"}
    valued: set[str] = set()
    if sheet.find(f"{S}mergeCells") is not None:
        valued = {c.get("r") for c in sheet.iter(f"{S}c") if len(c) and "".join(c.itertext())}
    refs = {c.get("r") for c in formulas}
    return Unseen(*(frozenset(some - {None}) for some in (refs, uncalculated, valued)))
