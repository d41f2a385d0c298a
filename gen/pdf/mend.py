"""What rdocx 0.16 gets wrong and can be spared: a Word file's package in, the same drawn right out.

The package goes to the engine `inbyggd` and nowhere else; no reader ever gets it.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from gen import opc
from gen.opc import Element, Package, W
from gen.pdf import substitutes
from gen.pdf.signs import clusters

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_STORIES: Final = ("header", "footer", "footnotes", "endnotes")

_FONT_SLOTS: Final = (
    ("asciiTheme", "ascii"),
    ("hAnsiTheme", "hAnsi"),
    ("eastAsiaTheme", "eastAsia"),
    ("cstheme", "cs"),
)

# Between two runs of one word these change nothing on the page.
_INVISIBLE: Final = opc.tags(
    "proofErr bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd permStart permEnd"
)
_JOINABLE: Final = opc.tags("rPr t tab br cr lastRenderedPageBreak")
_BEFORE_SPACING: Final = opc.tags(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid"
)
# A character beyond these may be one that only another font has, and rdocx changes the font of
# the whole run for it: `glyphs` has put it in a run of its own, and there it stays.
_EVERYDAY: Final = re.compile("[\t -\u024f\u2010-\u2026\u2212\u20ac]*")


_LONG: Final = re.compile("(?:[^\\s\u00ad\u200b\u2010\u2012-\u2014/-]|[\u00a0\u202f]){61,}")
"""No Swedish word, and wider than a line of most fonts: nothing in it lets the line break."""
_BREAK_EVERY: Final = 10


def mend(package: Package) -> Package:
    """A copy in which the faults below cannot show."""
    package = package.copy()
    styles = _styles(package)
    contextual = _contextual_styles(styles)
    faces = _theme_faces(package)
    for name in stories(package):
        root = opc.parse(package.parts[name])
        _spell_out_hyphens(root)
        _join_runs(root)
        _let_long_words_break(root)
        _spell_out_spacing(root, contextual, _default_style(styles))
        _spell_out_fonts(root, faces)
        package.parts[name] = opc.serialize(root)
    for name in (*package.related(package.main, "styles"), *_numberings(package)):
        root = opc.parse(package.parts[name])
        _spell_out_fonts(root, faces)
        package.parts[name] = opc.serialize(root)
    return package


def stories(package: Package) -> Iterator[str]:
    """The parts that hold text to draw: the body, headers, footers and notes."""
    yield package.main
    for kind in _STORIES:
        yield from dict.fromkeys(package.related(package.main, kind))


def _numberings(package: Package) -> list[str]:
    return package.related(package.main, "numbering")


def _spell_out_hyphens(root: Element) -> None:
    """rdocx breaks at a soft hyphen without drawing one, and its Liberation has no U+2011.

    A break in the middle of a word with nothing to show for it is a misspelling, so soft
    hyphens go. The unbreakable one becomes a plain one, as LibreOffice draws and copies it.
    """
    for soft in list(root.iter(W + "softHyphen")):
        soft.getparent().remove(soft)
    for hard in root.iter(W + "noBreakHyphen"):
        hard.tag, hard.text = W + "t", "-"
    for text in root.iter(W + "t"):
        if text.text:
            text.text = text.text.replace("\u00ad", "").replace("\u2011", "-")


def _join_runs(root: Element) -> None:
    """rdocx may break the line between any two runs, and Word splits a word into runs at will."""
    for run in list(root.iter(W + "r")):
        _join_texts(run)  # between two texts of one run it breaks as well
        before = run.getprevious()
        while before is not None and before.tag in _INVISIBLE:
            before = before.getprevious()
        if before is None or before.tag != W + "r" or not _same_look(before, run):
            continue
        # Into the later one: it is the next one's neighbour.
        place = 0 if run.find(W + "rPr") is None else 1
        for child in reversed([child for child in before if child.tag != W + "rPr"]):
            run.insert(place, child)
        before.getparent().remove(before)
        _join_texts(run)


def _same_look(one: Element, other: Element) -> bool:
    return (
        all(child.tag in _JOINABLE for run in (one, other) for child in run)
        and all(
            _EVERYDAY.fullmatch(text.text or "")
            for run in (one, other)
            for text in run.iterchildren(W + "t")
        )
        and _look(one) == _look(other)
    )


def _look(run: Element) -> list[tuple[str, list[tuple[str, str]]]]:
    """The formatting, without the marks of the spelling check."""
    properties = run.find(W + "rPr")
    return [
        (item.tag, sorted(item.attrib.items()))
        for item in (() if properties is None else properties)
        if item.tag not in (W + "lang", W + "noProof")
    ]


def _join_texts(run: Element) -> None:
    for child in list(run):
        if child.tag == W + "lastRenderedPageBreak":
            run.remove(child)
    for text in list(run.iterchildren(W + "t")):
        before = text.getprevious()
        if before is not None and before.tag == W + "t":
            text.text = _content(before) + _content(text)
            text.set(_SPACE, "preserve")
            run.remove(before)


def _content(text: Element) -> str:
    content: str = text.text or ""
    return content if text.get(_SPACE) == "preserve" else content.strip()


def _let_long_words_break(root: Element) -> None:
    """rdocx runs a word that is wider than the line off the page. Word breaks it where it ends.

    Cut into runs it breaks between them, and says no other characters than were written: those
    that allow a break (U+200B) come out as blanks in what some readers extract.
    """
    for text in list(root.iter(W + "t")):
        run = text.getparent()
        pieces = _cut(text.text or "")
        if len(pieces) == 1 or run.tag != W + "r":
            continue
        text.text = pieces[0]
        text.set(_SPACE, "preserve")
        after = list(text.itersiblings())
        for piece in pieces[1:]:
            run = _run_after(run)
            written = etree.SubElement(run, W + "t", {_SPACE: "preserve"})
            written.text = piece
        run.extend(after)


def _cut(text: str) -> list[str]:
    pieces, end = [""], 0
    for found in _LONG.finditer(text):
        pieces[-1] += text[end : found.start()]
        for number, sign in enumerate(clusters(found[0])):
            if number and number % _BREAK_EVERY == 0:
                pieces.append("")
            pieces[-1] += sign
        end = found.end()
    pieces[-1] += text[end:]
    return pieces


def _run_after(run: Element) -> Element:
    """An empty one that looks the same."""
    new = etree.Element(W + "r")
    properties = run.find(W + "rPr")
    if properties is not None:
        new.append(copy.deepcopy(properties))
    run.addnext(new)
    return new


def _spell_out_spacing(root: Element, contextual: frozenset[str], normal: str) -> None:
    """rdocx ignores contextualSpacing: no space between two paragraphs of one style."""
    for second in root.iter(W + "p"):
        first = second.getprevious()
        while first is not None and first.tag in _INVISIBLE:
            first = first.getprevious()
        if first is None or first.tag != W + "p":
            continue
        if _style(first, normal) == _style(second, normal):
            if _is_contextual(first, contextual, normal):
                _no_space(first, "after")
            if _is_contextual(second, contextual, normal):
                _no_space(second, "before")


def _style(paragraph: Element, normal: str) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return normal if style is None else style.get(W + "val", normal)


def _is_contextual(paragraph: Element, contextual: frozenset[str], normal: str) -> bool:
    own = _switch(paragraph.find(W + "pPr"), "contextualSpacing")
    return _style(paragraph, normal) in contextual if own is None else own


def _no_space(paragraph: Element, side: str) -> None:
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = paragraph.makeelement(W + "pPr")
        paragraph.insert(0, properties)
    spacing = properties.find(W + "spacing")
    if spacing is None:
        spacing = properties.makeelement(W + "spacing")
        place = sum(child.tag in _BEFORE_SPACING for child in properties)
        properties.insert(place, spacing)
    spacing.set(W + side, "0")
    for other in (f"{side}Lines", f"{side}Autospacing"):
        spacing.attrib.pop(W + other, None)


def _styles(package: Package) -> list[Element]:
    """The paragraph styles."""
    return [
        style
        for part in package.related(package.main, "styles")
        for style in opc.parse(package.parts[part]).iter(W + "style")
        if style.get(W + "type") == "paragraph"
    ]


def _default_style(styles: list[Element]) -> str:
    named = (style for style in styles if style.get(W + "default") in ("1", "true"))
    return next((style.get(W + "styleId", "") for style in named), "")


def _contextual_styles(styles: list[Element]) -> frozenset[str]:
    """Those with contextualSpacing, their own or inherited."""
    own = {
        style.get(W + "styleId", ""): _switch(style.find(W + "pPr"), "contextualSpacing")
        for style in styles
    }
    base = {
        style.get(W + "styleId", ""): based.get(W + "val", "")
        for style in styles
        if (based := style.find(W + "basedOn")) is not None
    }

    def holds(key: str, seen: frozenset[str]) -> bool:
        if key not in own or key in seen:
            return False
        said = own[key]
        return holds(base.get(key, ""), seen | {key}) if said is None else said

    return frozenset(key for key in own if holds(key, frozenset()))


def _switch(properties: Element | None, name: str) -> bool | None:
    """An on/off property, None where nothing is said."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(W + "val", "1") not in ("0", "false", "off")


def _theme_faces(package: Package) -> dict[str, str]:
    """`minorHAnsi` → the theme's font for it."""
    latin = substitutes.theme(package)
    return {
        f"{kind}{script}": face
        for kind, face in latin.items()
        for script in ("Ascii", "HAnsi", "EastAsia", "Bidi")
    }


def _spell_out_fonts(root: Element, faces: dict[str, str]) -> None:
    """rdocx lets a font's name win over the theme beside it; in Word the theme wins."""
    for fonts in root.iter(W + "rFonts"):
        for slot, name in _FONT_SLOTS:
            face = faces.get(fonts.get(W + slot, ""))
            if face:
                fonts.set(W + name, face)
                del fonts.attrib[W + slot]
