"""Paragraphs of three lines: a Word file's package in, the same with none of them cut 2 + 1 out.

Word and LibreOffice leave at least two lines of a paragraph on either page, so one of three lines
goes over whole. rdocx 0.16 moves a line over only where two are left behind, and cuts those of
three. How a paragraph falls only the layout knows, so it is asked, and such a one kept together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final, Protocol

from lxml import etree

from gen import opc
from gen.opc import Element, Package, W

_ALIKE: Final = 0.5
"""Points; less than this is no difference between two heights."""
_BEFORE_KEEP_LINES: Final = opc.tags("pStyle keepNext")


class Bounds(Protocol):
    """Where a fragment stands on its page, in points."""

    @property
    def height(self) -> float: ...


class Fragment(Protocol):
    """What stands on one page of a child of the body."""

    @property
    def body_index(self) -> int: ...
    @property
    def physical_page(self) -> int: ...
    @property
    def bounds(self) -> Bounds: ...


Layout = Callable[[Package], Sequence[Fragment]]


def keep_together(package: Package, layout: Layout) -> Package:
    """The package with those paragraphs kept whole, the first one first: it moves what follows."""
    root = opc.parse(package.parts[package.main])
    body = root.find(W + "body")
    kept: set[int] = set()
    while body is not None:
        cut = (n for n in _cut(layout(package)) if n not in kept and body[n].tag == W + "p")
        first = next(cut, None)
        if first is None:
            break
        kept.add(first)
        _keep(body[first])
        package = package.copy()
        package.parts[package.main] = opc.serialize(root)
    return package


def _cut(fragments: Sequence[Fragment]) -> Iterator[int]:
    """The children of the body of which two lines stand on one page and one on the next."""
    for index, group in groupby(fragments, key=lambda fragment: fragment.body_index):
        heights = [fragment.bounds.height for fragment in group]
        if len(heights) == 2 and abs(heights[0] - 2 * heights[1]) < _ALIKE:
            yield index


def _keep(paragraph: Element) -> None:
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    for known in properties.findall(W + "keepLines"):
        properties.remove(known)
    place = sum(child.tag in _BEFORE_KEEP_LINES for child in properties)
    properties.insert(place, etree.Element(W + "keepLines"))
