"""The colours of the four levels over a cell's own format, and off again: an xf in, an xf out.

styles.xml is only ever added to, so that every index in it keeps its meaning. What a solid fill
was before is kept in the new fill's background colour, which no program draws: it follows the
cell when rows are put in above it, and Excel saves it with the rest.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Final, TypeAlias

from lxml import etree
from openpyxl.styles.colors import COLOR_INDEX

from gen.findings import Level
from gen.opc import Element
from gen.workbook.package import Package
from gen.workbook.sheetxml import MAIN, S, put

LIGHT: Final[Mapping[Level, str]] = {
    Level.FEL: "FFFADCD9",
    Level.LAGBRIST: "FFFBE0C3",
    Level.VARNING: "FFFDF2C0",
    Level.UPPLYSNING: "FFD8E7F6",
}
"""Under black text: contrast at least 14:1."""
DARK: Final[Mapping[Level, str]] = {
    Level.FEL: "FFA3262B",
    Level.LAGBRIST: "FF954A04",
    Level.VARNING: "FF6B5903",
    Level.UPPLYSNING: "FF1F5C98",
}
"""Under text that the user has made light: contrast with white at least 6:1."""
_OURS = frozenset(colour[2:] for colour in (*LIGHT.values(), *DARK.values()))
_INK: Final = "FF1F1A17"
"""A text colour of the cell's own, which wins over the white of a table style's header row."""

_NONE = {"indexed": "64"}
"""The background of an ordinary solid fill: there was no colour before."""

_ORDER = "numFmts fonts fills borders cellStyleXfs cellXfs"
_FIRST = {
    "fonts": '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
    "fills": '<fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>',
    "borders": "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "cellStyleXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    "cellXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
}
"""What a list begins with where a lean writer has left it out."""
Signature: TypeAlias = tuple[object, ...]

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


class Styles:
    """The formats of a workbook."""

    def __init__(self, package: Package) -> None:
        found = package.related(package.main, "styles")
        if not found:
            place = posixpath.join(posixpath.dirname(package.main), "styles.xml")
            content = f'<styleSheet xmlns="{MAIN}"/>'.encode()
            found = [package.add(place, content, _STYLES_TYPE)]
            package.relate(package.main, "styles", found[0])
        self._root = package.tree(found[0])
        self._lists: dict[str, Element] = {}
        self._known: dict[str, dict[Signature, int]] = {}
        for name in _FIRST:
            self._list(name)

    def add(self, name: str, element: Element) -> int:
        """The index in the list `name` (`fonts`, `cellXfs` …) of an element equal to that one."""
        items = self._list(name)
        if name not in self._known:
            known: dict[Signature, int] = {}
            for index, item in enumerate(items):
                known.setdefault(_signature(item), index)
            self._known[name] = known
        index = self._known[name].setdefault(_signature(element), len(items))
        if index == len(items):
            items.append(element)
            items.set("count", str(len(items)))
        return index

    def add_xml(self, name: str, xml: str) -> int:
        """The same for an element as text, its namespace left out."""
        return self.add(name, _element(xml))

    def font_name(self) -> str:
        """The face of the workbook's ordinary font."""
        face = self._list("fonts")[0].find(f"{S}name")
        return "Calibri" if face is None else str(face.get("val", "Calibri"))

    def painted(self, xf: int, level: Level, *, white_by_table: bool = False) -> int:
        """The format `xf` in the colour of the level, its text still readable.

        `white_by_table`: the style of an Excel table may make the text white, which no xf tells.
        """
        new = deepcopy(self._at("cellXfs", xf))
        font = self._at("fonts", int(new.get("fontId", 0)))
        light = _is_light(font.find(f"{S}color"))
        colour = (DARK if light else LIGHT)[level]
        before = _solid(self._at("fills", int(new.get("fillId", 0))))
        fill = _element('<fill><patternFill patternType="solid"/></fill>')
        etree.SubElement(fill[0], f"{S}fgColor", {"rgb": colour})
        etree.SubElement(fill[0], f"{S}bgColor", before or _NONE)
        new.set("fillId", str(self.add("fills", fill)))
        new.set("applyFill", "1")
        if white_by_table and not light and self._has_ordinary_colour(font):
            new.set("fontId", str(self.add("fonts", _coloured(font, {"rgb": _INK}))))
            new.set("applyFont", "1")
        return self.add("cellXfs", new)

    def unpainted(self, *, remembered: bool) -> dict[int, int]:
        """Every format in a level's colour, with the one that it was made of.

        `remembered`: whether the background colours still say what was there. LibreOffice writes
        others when it saves; the cells are then without a fill.
        """
        out = {}
        fills = {
            str(index): (_solid_background(fill) if remembered else None) or _NONE
            for index, fill in enumerate(self._list("fills"))
            if (_solid(fill) or {}).get("rgb", "")[-6:].upper() in _OURS
        }
        for index, xf in enumerate(list(self._list("cellXfs"))):
            if xf.get("fillId") in fills:
                out[index] = self._restored(xf, fills[xf.get("fillId")])
        return out

    def _restored(self, xf: Element, before: Mapping[str, str]) -> int:
        new = deepcopy(xf)
        none = dict(before) == _NONE
        new.set("fillId", "0" if none else str(self._solid_fill(before)))
        font = self._at("fonts", int(xf.get("fontId", 0)))
        if (colour := font.find(f"{S}color")) is not None and colour.get("rgb") == _INK:
            ordinary = self._list("fonts")[0].find(f"{S}color")
            plain = _coloured(font, {} if ordinary is None else dict(ordinary.attrib))
            new.set("fontId", str(self.add("fonts", plain)))
        wanted = _look(new)
        for index, known in enumerate(self._list("cellXfs")):
            if _look(known) == wanted:
                return index
        return self.add("cellXfs", new)

    def _solid_fill(self, colour: Mapping[str, str]) -> int:
        """A solid fill of that colour: the first there is, whatever its background."""
        for index, fill in enumerate(self._list("fills")):
            if _solid(fill) == colour:
                return index
        fill = _element('<fill><patternFill patternType="solid"/></fill>')
        etree.SubElement(fill[0], f"{S}fgColor", colour)
        etree.SubElement(fill[0], f"{S}bgColor", _NONE)
        return self.add("fills", fill)

    def _has_ordinary_colour(self, font: Element) -> bool:
        own, ordinary = font.find(f"{S}color"), self._list("fonts")[0].find(f"{S}color")
        return own is None or (ordinary is not None and dict(own.attrib) == dict(ordinary.attrib))

    def _at(self, name: str, index: int) -> Element:
        items = self._list(name)
        return items[index if 0 <= index < len(items) else 0]

    def _list(self, name: str) -> Element:
        if name not in self._lists:
            items = self._root.find(f"{S}{name}")
            if items is None:
                items = etree.Element(f"{S}{name}", nsmap={None: MAIN})
                put(self._root, items, _ORDER)
            if not len(items):
                items.extend(_elements(_FIRST[name]))
                items.set("count", str(len(items)))
            self._lists[name] = items
        return self._lists[name]


def _elements(xml: str) -> list[Element]:
    return list(etree.fromstring(f'<list xmlns="{MAIN}">{xml}</list>'))


def _element(xml: str) -> Element:
    return _elements(xml)[0]


def _signature(element: Element) -> Signature:
    """What makes two formats the same, however they are spelled."""
    return (element.tag, tuple(sorted(element.attrib.items())), *map(_signature, element))


def _look(xf: Element) -> Signature:
    """The same without `applyFill` and `applyFont`: they say how it was made, not how it looks."""
    bare = deepcopy(xf)
    for flag in ("applyFill", "applyFont"):
        bare.attrib.pop(flag, None)
    return _signature(bare)


def _solid(fill: Element) -> dict[str, str] | None:
    """The colour of a solid fill; None for no fill, a pattern or a gradient."""
    return _colour_of(fill, "fgColor")


def _solid_background(fill: Element) -> dict[str, str] | None:
    return _colour_of(fill, "bgColor")


def _colour_of(fill: Element, which: str) -> dict[str, str] | None:
    pattern = fill.find(f"{S}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return None
    colour = pattern.find(f"{S}{which}")
    return None if colour is None else dict(colour.attrib)


def _coloured(font: Element, colour: Mapping[str, str]) -> Element:
    """The font in another colour, or in none of its own."""
    new = deepcopy(font)
    element, old = etree.Element(f"{S}color", dict(colour)), new.find(f"{S}color")
    if old is None:
        put(new, element, "b i strike condense extend outline shadow u vertAlign sz color")
    elif colour:
        new.replace(old, element)
    else:
        new.remove(old)
    return new


def _is_light(colour: Element | None) -> bool:
    """Whether text of that colour is read better on a dark ground. A theme's accents are dark.

    In a theme 0 and 2 are the two grounds (ECMA-376 part 1, 18.8.3), 1 and 3 the two inks.
    """
    if colour is None or colour.get("auto") in ("1", "true"):
        return False
    tint = float(colour.get("tint", 0))
    if colour.get("theme") is not None:
        return colour.get("theme") in ("0", "2") and tint > -0.4
    rgb = colour.get("rgb", "")
    if colour.get("indexed", "").isdecimal() and int(colour.get("indexed")) < len(COLOR_INDEX):
        rgb = COLOR_INDEX[int(colour.get("indexed"))]
    if len(rgb) < 6:
        return False
    red, green, blue = _linear(rgb[-6:])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.3


def _linear(rgb: str) -> Iterable[float]:
    """The three parts of a colour, 0–1, in light and not in number (WCAG 2.2)."""
    for start in (0, 2, 4):
        part = int(rgb[start : start + 2], 16) / 255
        yield part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
