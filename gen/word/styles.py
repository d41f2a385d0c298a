"""The roots of styles.xml and numbering.xml in, the styles that blocks are written in out.

Styles are found by name: the ids differ (`Rubrik1` in a file of a Swedish Word), the names of
Word's own do not (`heading 1`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gen.names import fold
from gen.opc import Element, W

STYLES: Final[Mapping[str, str]] = {
    "brödtext": "Body Text",
    "ingress": "Ingress",
    "ingress-forts": "Ingress forts.",
    "att-sats": "Att-sats",
    "att-satser": "Att-satser",
    "punktlista": "List Bullet",
    "numrerad": "List Number",
    "bokstavslista": "Bokstavslista",
    "bokstavslista-i-lista": "Bokstavslista i lista",
    "mottagarrubrik": "Mottagarrubrik",
    "mottagare": "Mottagare",
    "mottagare-sista": "Mottagare sista",
    "rubrik": "heading 2",
    "underrubrik": "heading 3",
    "underrubrik-4": "heading 4",
    "innehåll": "toc 1",
    "paragraf": "Paragraf",
    "paragraf-inledning": "Paragraf inledning",
    "arbetskopia": "Arbetskopia",
    "tabellrubrik": "Tabellrubrik",
    "tabelltalrubrik": "Tabelltalrubrik",
    "tabelltext": "Tabelltext",
    "tabelltal": "Tabelltal",
    "tabellnot": "Tabellnot",
    "tabellslut": "Tabellslut",
    "kalendertitel": "Kalendertitel",
    "kalenderrubrik": "Kalenderrubrik",
    "kalendervecka": "Kalendervecka",
    "kalenderdag": "Kalenderdag",
    "kalenderdag-stängd": "Kalenderdag stängd",
    "kalenderdag-märkt": "Kalenderdag märkt",
    "kalendernot": "Kalendernot",
    "kalendernot-märkt": "Kalendernot märkt",
}
"""What a block is → the name of its paragraph style."""

TABLES: Final[Mapping[str, str]] = {"tabell": "Tabell", "kalender": "Kalender"}
"""What a table is → the name of its table style."""

MARKS: Final[Mapping[tuple[bool, bool], str]] = {
    (True, False): "Strong",
    (False, True): "Emphasis",
    (True, True): "Fet kursiv",
}
"""Bold and italic → the name of the character style that says it. Word has none for both at once
that is surely both: its *Intense Emphasis* is italic and coloured in some versions."""

_LEVELS: Final = frozenset("012345678")  # 9 is body text (ECMA-376 part 1, 17.3.1.20)
_COLOUR = re.compile("[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a style counts: its list definition, and the level that it stands on."""

    abstract: str
    level: str


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a template: ids by folded name, of paragraphs and of tables; how those
    paragraphs count that do, the colour (RRGGBB) behind those that have one, and the level of
    those that are headings, from 1. `characters` are the ids of the styles of single words;
    `toggled` what each paragraph style that is bold or italic is as a whole."""

    ids: Mapping[str, str]
    tables: Mapping[str, str]
    characters: Mapping[str, str]
    toggled: Mapping[str, tuple[bool, bool]]
    numbering: Mapping[str, Numbering]
    shades: Mapping[str, str]
    headings: Mapping[str, int]
    last_number: int

    @classmethod
    def of(cls, styles: Element | None, numbering: Element | None) -> Styles:
        """Those of the roots of `styles.xml` and `numbering.xml`."""
        kinds: dict[str, dict[str, Element]] = {"paragraph": {}, "table": {}, "character": {}}
        for style in () if styles is None else styles.iter(W + "style"):
            if style.get(W + "type") in kinds:
                kinds[style.get(W + "type")][style.get(W + "styleId")] = style
        elements = kinds["paragraph"]
        lists = (
            {}
            if numbering is None
            else {
                number.get(W + "numId"): number.find(W + "abstractNumId").get(W + "val")
                for number in numbering.iter(W + "num")
            }
        )
        counted = {
            style: Numbering(lists[number], level)
            for style in elements
            for number, level in [_number_of(style, elements)]
            if number in lists
        }
        levels = {style: _inherited(style, elements, "outlineLvl", "val") for style in elements}
        shaded = {style: _inherited(style, elements, "shd", "fill") for style in elements}
        toggled = {style: _toggled(style, elements) for style in elements}
        return cls(
            ids=_by_name(elements),
            tables=_by_name(kinds["table"]),
            characters=_by_name(kinds["character"]),
            toggled={style: look for style, look in toggled.items() if any(look)},
            numbering=counted,
            shades={style: fill for style, fill in shaded.items() if _COLOUR.fullmatch(fill)},
            headings={style: int(level) + 1 for style, level in levels.items() if level in _LEVELS},
            last_number=max((int(number) for number in lists), default=0),
        )


def style_names(style: Element) -> list[str]:
    """Its name, then the other names that a person gave it, which Word parts by commas."""
    found = [style.find(W + tag) for tag in ("name", "aliases")]
    return [
        name for e in found if e is not None for name in e.get(W + "val", "").split(",") if name
    ]


def _by_name(elements: Mapping[str, Element]) -> dict[str, str]:
    """The ids of styles by folded name; a style's own goes before what another is also called."""
    ids: dict[str, str] = {}
    for place in (1, 0):
        for number, style in elements.items():
            names = style_names(style)
            ids.update((fold(name), number) for name in (names[1:] if place else names[:1]))
    return ids


def _family(style: str, elements: Mapping[str, Element]) -> Iterator[Element]:
    """A style and what it is based on, the nearest first."""
    seen: set[str] = set()
    while style in elements and style not in seen:
        seen.add(style)
        yield elements[style]
        based = elements[style].find(W + "basedOn")
        style = "" if based is None else based.get(W + "val")


def _inherited(style: str, elements: Mapping[str, Element], name: str, attribute: str) -> str:
    """What the nearest of the family says of its paragraphs in an attribute; nothing if none."""
    said = (element.find(f"{W}pPr/{W}{name}") for element in _family(style, elements))
    return next((found.get(W + attribute, "") for found in said if found is not None), "")


def _toggled(style: str, elements: Mapping[str, Element]) -> tuple[bool, bool]:
    """Whether the nearest of the family that says so is bold, and italic."""
    bold, italic = (
        next((e for f in _family(style, elements) for e in f.iterfind(f"{W}rPr/{W}{name}")), None)
        for name in ("b", "i")
    )
    return _is_on(bold), _is_on(italic)


def _is_on(toggle: Element | None) -> bool:
    return toggle is not None and toggle.get(W + "val", "1") not in ("0", "false", "off")


def _number_of(style: str, elements: Mapping[str, Element]) -> tuple[str, str]:
    """The numId and level of a style, its own or of what it is based on."""
    for element in _family(style, elements):
        number = element.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            level = element.find(f"{W}pPr/{W}numPr/{W}ilvl")
            return number.get(W + "val"), "0" if level is None else level.get(W + "val")
    return "", "0"
