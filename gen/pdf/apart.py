"""Signs that no plain font is sure to hold: a `w:t` of a docx in, a run of its own for each out."""

from __future__ import annotations

import copy
import unicodedata
from collections.abc import Iterator, Mapping

from lxml import etree

from gen.opc import Element, W
from gen.pdf.signs import clusters, core, is_plain

_AFTER_WIDTH = """
    kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
    eastAsianLayout specVanish oMath rPrChange
"""
_PLACE_OF_WIDTH = frozenset(W + name for name in _AFTER_WIDTH.split())


def isolate(element: Element, drawn: Mapping[str, str], family: str) -> None:
    """Give every sign of a `w:t` that is not plain a run of its own.

    `drawn` is what the engine gets for each; `family` the font of those that it gets as labels.

    In a run of its own LibreOffice paints it in its place among the others (else it comes after
    the line's other text, where screen readers meet it), and rdocx changes the font for it alone.
    """
    run = element.getparent()
    pieces = list(_pieces(element.text or "", drawn))
    if run.tag != W + "r" or all(kind == "plain" for kind, _ in pieces):
        return
    properties = run.find(W + "rPr")
    before = [child for child in run if child is not properties]
    after = before[before.index(element) + 1 :]
    for child in (element, *after):
        run.remove(child)
    last = run
    for number, (kind, text) in enumerate(pieces):
        last = _new_run(last, properties)
        if kind == "label":
            _set_font(last, family)
        elif kind == "own":
            _set_apart(last, 101 + number % 2)  # neighbours must not be joined again
        written = etree.SubElement(last, W + "t")
        written.text = text
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    if after:
        _new_run(last, properties).extend(after)
    if len(run) == (properties is not None):
        run.getparent().remove(run)


def _pieces(text: str, drawn: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The text cut into plain text, labels and signs that stand alone; letters stay together."""
    kind, gathered = "", ""
    for sign in clusters(text):
        shown = drawn.get(sign, sign)
        if sign not in drawn or is_plain(shown):
            now = "plain"
        elif shown != core(sign):
            now = "label"
        else:
            now = "own"
        letters = all(unicodedata.category(letter)[0] in "LMN" for letter in shown + gathered)
        if gathered and now == kind and (now == "plain" or (now == "own" and letters)):
            gathered += shown
            continue
        if gathered:
            yield kind, gathered
        kind, gathered = now, shown
    if gathered:
        yield kind, gathered


def _new_run(after: Element, properties: Element | None) -> Element:
    run = etree.Element(W + "r")
    if properties is not None:
        run.append(copy.deepcopy(properties))
    after.addnext(run)
    return run


def _properties(run: Element) -> Element:
    found = run.find(W + "rPr")
    if found is None:
        found = etree.Element(W + "rPr")
        run.insert(0, found)
    return found


def _set_font(run: Element, family: str) -> None:
    properties = _properties(run)
    for old in properties.findall(W + "rFonts"):
        properties.remove(old)
    style = properties.find(W + "rStyle")
    places = {W + place: family for place in ("ascii", "hAnsi", "cs", "eastAsia")}
    properties.insert(0 if style is None else 1, etree.Element(W + "rFonts", places))


def _set_apart(run: Element, percent: int) -> None:
    """A width of its own, too little to be seen.

    It must be another font to LibreOffice 7.4, which else takes the letter widths from its layout
    of the whole paragraph, where a neighbour's label may have made it forget this sign's font.
    """
    properties = _properties(run)
    for old in properties.findall(W + "w"):
        properties.remove(old)
    place = next(
        (n for n, child in enumerate(properties) if child.tag in _PLACE_OF_WIDTH), len(properties)
    )
    properties.insert(place, etree.Element(W + "w", {W + "val": str(percent)}))
