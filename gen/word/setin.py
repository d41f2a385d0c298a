"""A person's Word file set in at a place: its bytes in, its body at home in the document out.

`{"typ": "fil", "fil": name}` among the blocks leaves a mark where the file belongs; `name` is its
key in the resources. The text, tables, pictures and notes come over; the page, headers and fonts
are the document's own, and its headings go below those of the part that they are set into.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Final

from lxml import etree

from gen import findings, opc
from gen.errors import DataError
from gen.names import fold
from gen.opc import Element, Package, W
from gen.word import tidy
from gen.word.blocks import MARK
from gen.word.faults import Refused
from gen.word.outline import Outline
from gen.word.styles import STYLES, Styles
from gen.word.transplant import Move

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FONTS = opc.tags("rFonts sz szCs")
_HEADINGS: Final = {"title": 1, **{f"heading {level}": level for level in range(1, 10)}}


def set_in(
    root: Element, part: str, package: Package, files: Sequence[str], given: Mapping[str, bytes]
) -> None:
    """Put the files where `root`, the root of `part`, has their marks. Changes `package`.

    DataError for a file that is no Word file, or holds changes that nobody has accepted;
    KeyError, a programmer's, for one that is not given.
    """
    for mark in list(root.iter(etree.PI)):
        if mark.target != MARK:
            continue
        number, below = map(int, mark.text.split())
        name = files[number]
        try:
            pieces = _at_home(opc.read(given[name]), package, part, below)
        except opc.DamagedError as error:
            raise DataError(
                findings.FILE_UNREADABLE(f"@{name}", value=name, skäl=str(error))
            ) from error
        except Refused as refused:
            raise DataError(findings.FILE_TRACKED(f"@{name}", value=name)) from refused
        for piece in pieces:
            mark.addprevious(piece)
        mark.getparent().remove(mark)


def _at_home(source: Package, target: Package, part: str, below: int) -> list[Element]:
    root = opc.parse(source.parts[source.main])
    tidy.before(root, Outline(""))
    _choose_fallbacks(root)
    for section in list(root.iter(W + "sectPr")):
        section.getparent().remove(section)
    for properties in root.iter(W + "rPr"):
        for element in properties.findall("*"):
            if element.tag in _FONTS:
                properties.remove(element)
    body = copy.deepcopy(root.find(W + "body"))
    move = Move(source, target)
    move.bring_styles()
    move.adopt(body, source.main, part)
    move.settle()
    styles = target.related(target.main, "styles")
    if styles:
        _restyle(body, Styles.of(opc.parse(target.parts[styles[0]]), None), below)
    return _without_empty_ends(list(body))


def _choose_fallbacks(root: Element) -> None:
    """Leave what every reader of the format understands (part 3, 7.5 and 10.2).

    What a newer Word adds is announced by prefixes at the root of its file, and this root does
    not announce them: Word would call the document damaged.
    """
    for choice in list(root.iter(_MC + "AlternateContent")):
        for child in choice.findall(f"{_MC}Fallback/*"):
            choice.addprevious(child)
        choice.getparent().remove(choice)
    spaces = [root.nsmap.get(prefix) for prefix in root.get(_MC + "Ignorable", "").split()]
    newer = tuple(f"{{{space}}}" for space in spaces)
    for element in list(root.iter(etree.Element)):
        for name in [name for name in element.attrib if name.startswith(newer)]:
            del element.attrib[name]
        if element.tag.startswith(newer):
            element.getparent().remove(element)


def _restyle(body: Element, styles: Styles, below: int) -> None:
    """Headings below that of the part, which is of the level `below`; plain paragraphs as the
    document's body text."""
    levels = {styles.ids[name]: level for name, level in _HEADINGS.items() if name in styles.ids}
    plain = {None, styles.ids.get("normal")}
    text = styles.ids.get(fold(STYLES["brödtext"]))
    for paragraph in body.iter(W + "p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = None if style is None else style.get(W + "val")
        in_table = next(paragraph.iterancestors(W + "tc"), None) is not None
        if name in levels:
            lowered = range(min(levels[name] + below, 9), below, -1)
            found = (styles.ids.get(f"heading {level}") for level in lowered)
            style.set(W + "val", next(filter(None, found), name))
        elif text and name in plain and not in_table:
            _set_style(paragraph, text)
    for outline in body.iter(W + "outlineLvl"):
        outline.set(W + "val", str(min(int(outline.get(W + "val")) + below, 9)))


def _set_style(paragraph: Element, style: str) -> None:
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = paragraph.makeelement(W + "pPr")
        paragraph.insert(0, properties)
    for old in properties.findall(W + "pStyle"):
        properties.remove(old)
    properties.insert(0, properties.makeelement(W + "pStyle", {W + "val": style}))


def _without_empty_ends(pieces: list[Element]) -> list[Element]:
    """Without the empty paragraphs that stand before and after nearly every Word text."""
    while pieces and _empty(pieces[-1]):
        pieces.pop()
    while pieces and _empty(pieces[0]):
        pieces.pop(0)
    return pieces


def _empty(piece: Element) -> bool:
    return piece.tag == W + "p" and all(child.tag == W + "pPr" for child in piece)
