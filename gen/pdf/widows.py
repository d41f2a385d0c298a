"""Paragraphs of three lines: a Word file's package in, the same with none of them cut 2 + 1 out.

Word and LibreOffice leave at least two lines of a paragraph on either page, so one of three lines
goes over whole. rdocx 0.16 moves a line over only where two are left behind, and cuts those of
three. How a paragraph falls only the layout knows, so it is asked, and such a one kept together.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, Protocol

from lxml import etree

from gen import opc
from gen.opc import Element, Package, W

_ALIKE: Final = 0.5
"""Points; less than this is no difference between two heights."""
_BEFORE_KEEP_LINES: Final = opc.tags("pStyle keepNext")


_OFF: Final = frozenset(("0", "false", "off"))


class Bounds(Protocol):
    """Where a fragment stands on its page, in points."""

    @property
    def height(self) -> float: ...


class Fragment(Protocol):
    """What stands on one page of a child of the body."""

    @property
    def body_index(self) -> int: ...
    @property
    def bounds(self) -> Bounds: ...


Layout = Callable[[Package], Sequence[Fragment]]


def keep_together(package: Package, layout: Layout) -> Package:
    """The package with those paragraphs kept whole.

    One that is kept moves what follows it, but nothing beyond the next paragraph that begins a
    page: so of each such run of paragraphs the first cut one is kept, and the layout asked again.
    """
    root = opc.parse(package.parts[package.main])
    body = root.find(W + "body")
    if body is None:
        return package
    fresh = _beginning_pages(package, body)
    kept: set[int] = set()
    while due := _first_ones(
        (n for n in _cut(layout(package)) if n not in kept and body[n].tag == W + "p"), fresh
    ):
        kept |= due
        for index in due:
            _keep(body[index])
        package = package.copy()
        package.parts[package.main] = opc.serialize(root)
    return package


def _first_ones(cut: Iterable[int], fresh: Sequence[int]) -> set[int]:
    """The first of each run; `fresh` is where the runs begin."""
    firsts: dict[int, int] = {}
    for index in cut:
        firsts.setdefault(bisect(fresh, index), index)
    return set(firsts.values())


def _beginning_pages(package: Package, body: Element) -> list[int]:
    """The children of the body that a page begins with, wherever the one before them ends."""
    styles = {
        style.get(W + "styleId"): style
        for part in package.related(package.main, "styles")
        for style in opc.parse(package.parts[part]).iter(W + "style")
    }
    return [n for n, child in enumerate(body) if _begins_page(child, styles)]


def _begins_page(paragraph: Element, styles: Mapping[str, Element]) -> bool:
    """As the paragraph itself says, else its style, else that which the style is based on."""
    said: Element | None = paragraph
    name, seen = f"{W}pPr/{W}pStyle", set[str]()
    while said is not None:
        mark = said.find(f"{W}pPr/{W}pageBreakBefore")
        if mark is not None:
            return mark.get(W + "val", "true") not in _OFF
        above = said.find(name)
        style = "" if above is None else above.get(W + "val", "")
        said = None if style in seen else styles.get(style)
        seen.add(style)
        name = f"{W}basedOn"
    return False


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
