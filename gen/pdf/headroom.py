"""Margins that hold header and footer: a Word file's package in, the same with room for both out.

Word and LibreOffice push the text away from a header that is taller than the top margin. rdocx
0.16 draws one on top of the other. How tall a header is only the layout knows, so it is laid
out as the text of a page of its own, with a heading behind it: the bookmark that rdocx makes of
that tells how far down it came.
"""

from __future__ import annotations

import copy
import io
import math
from collections.abc import Callable
from typing import Final, TypeAlias

import pikepdf
from lxml import etree

from gen import opc
from gen.opc import Element, Package, R, W

Draw: TypeAlias = Callable[[Package], bytes]

_ENDS: Final = (
    (W + "headerReference", "top", "header"),
    (W + "footerReference", "bottom", "footer"),
)
_OWN_TO_TEXT: Final = frozenset({"header", "footer", "footnotes", "endnotes", "comments"})
_TALL: Final = 31_680
"""Twips, 22 inches: the tallest page that Word knows."""


def make_room(package: Package, draw: Draw) -> Package:
    """Each section's margins raised to what its headers and footers take, where they are less.

    A first page's header counts for the whole section, as margins do.
    """
    root = opc.parse(package.parts[package.main])
    heights: dict[tuple[str, str], int] = {}
    inherited: dict[tuple[str, str], str] = {}
    changed = False
    for section in root.iter(W + "sectPr"):
        margins, size = section.find(W + "pgMar"), section.find(W + "pgSz")
        if margins is None or size is None:
            continue
        for reference, side, distance in _ENDS:
            for each in section.iterchildren(reference):
                target = package.relations[package.main].get(each.get(R + "id", ""))
                if target is not None:
                    inherited[reference, each.get(W + "type", "default")] = target.target
            width = " ".join(str(box.get(W + name)) for box, name in _across(size, margins))
            for (kind, _), part in inherited.items():
                if kind != reference or part not in package.parts:
                    continue
                if (part, width) not in heights:
                    heights[part, width] = _height(package, part, size, margins, draw)
                needed = _number(margins, distance) + heights[part, width]
                # A negative margin says that the text may lie over the header, on purpose.
                if 0 <= _number(margins, side) < needed:
                    margins.set(W + side, str(needed))
                    changed = True
    if not changed:
        return package
    package = package.copy()
    package.parts[package.main] = opc.serialize(root)
    return package


def _across(size: Element, margins: Element) -> list[tuple[Element, str]]:
    return [(size, "w"), (margins, "left"), (margins, "right"), (margins, "gutter")]


def _height(package: Package, part: str, size: Element, margins: Element, draw: Draw) -> int:
    """Twips from the top of a header or footer to its end."""
    story = opc.parse(package.parts[part])
    root = etree.Element(W + "document", nsmap=story.nsmap)
    body = etree.SubElement(root, W + "body")
    body.extend(story)
    body.append(_mark(body))
    section = etree.SubElement(body, W + "sectPr")
    section.extend([copy.deepcopy(size), copy.deepcopy(margins)])
    section[0].set(W + "h", str(_TALL))
    for name in ("top", "bottom", "header", "footer"):
        section[1].set(W + name, "0")
    scratch = package.copy()
    scratch.parts[scratch.main] = opc.serialize(root)
    scratch.relations[scratch.main] = _relations(package, part)
    with pikepdf.open(io.BytesIO(draw(scratch))) as pdf, pdf.open_outline() as outline:
        if len(pdf.pages) > 1 or not outline.root:
            return 0
        place = outline.root[-1].destination
        if not isinstance(place, pikepdf.Array):
            return 0
        return math.ceil(_TALL - float(place[3]) * 20)


def _mark(body: Element) -> Element:
    """A heading, by its own outline level: which style is one differs from file to file."""
    paragraph = body.makeelement(W + "p")
    properties = etree.SubElement(paragraph, W + "pPr")
    etree.SubElement(properties, W + "spacing", {W + "before": "0", W + "after": "0"})
    etree.SubElement(properties, W + "outlineLvl", {W + "val": "0"})
    run = etree.SubElement(paragraph, W + "r")
    etree.SubElement(run, W + "t").text = "slut"
    return paragraph


def _relations(package: Package, part: str) -> dict[str, opc.Relation]:
    """The header's own, by the ids that it uses, and the document's styles, numbering, theme …"""
    own = dict(package.relations.get(part, {}))
    for number, relation in package.relations.get(package.main, {}).items():
        if relation.type not in _OWN_TO_TEXT:
            own.setdefault(f"gen{number}", relation)
    return own


def _number(margins: Element, name: str) -> int:
    try:
        return int(margins.get(W + name, "0"))
    except ValueError:
        return 0
