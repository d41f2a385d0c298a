"""The root of a part in, out where a person finds each of its paragraphs: number and heading.

Paragraphs are counted as they stand in the file, those of tables with the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from gen.opc import Element, W
from gen.word.faults import Place

_SIGNS: Final[Mapping[str, str]] = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_TEXTS: Final = (W + "t", W + "delText")

Levels: TypeAlias = Mapping[str, int]
"""Id of a paragraph style → the level of heading that it is, from 1."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A part by its name in Swedish (`sidhuvudet`), and by `file` where it stands in another file
    than the template itself."""

    part: str
    file: str = ""
    _spots: Mapping[Element, tuple[int, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element, part: str, file: str = "", levels: Levels | None = None) -> Outline:
        """The paragraphs as they stand now; they keep their numbers when others are removed."""
        spots: dict[Element, tuple[int, str]] = {}
        heading = ""
        for number, paragraph in enumerate(root.iter(W + "p"), 1):
            if heading_level(paragraph, levels or {}):
                heading = " ".join(text_of(paragraph).split())
            spots[paragraph] = number, heading
        return cls(part, file, spots)

    def place(self, paragraph: Element | None, text: str = "", tag: str = "") -> Place:
        """The place of a paragraph of the part, or of the part as a whole."""
        if paragraph is None:
            return Place(self.part, text, tag, self.file)
        number, heading = self._spots.get(paragraph, (0, ""))
        text = text or text_of(paragraph)
        return Place(self.part, text, tag, self.file, number, heading)


def heading_level(paragraph: Element, levels: Levels) -> int:
    """The level of a paragraph that is a heading, by itself or by its style; 0 for any other."""
    own = paragraph.find(f"{W}pPr/{W}outlineLvl")
    if own is not None:
        level = int(own.get(W + "val", "9")) + 1
        return level if level <= LAST_LEVEL else 0
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return 0 if style is None else levels.get(style.get(W + "val"), 0)


LAST_LEVEL: Final = 9
"""ECMA-376 part 1, 17.3.1.20: one level more says that a paragraph is no heading."""


def sign_of(element: Element) -> str:
    """What an element that is no text stands for in it: a tab, a line break, a hyphen."""
    return _SIGNS.get(element.tag, "")


def text_of(paragraph: Element) -> str:
    """A paragraph as one reads it, with what a tracked change has struck out."""
    return "".join(
        element.text or "" if element.tag in _TEXTS else _SIGNS[element.tag]
        for element in paragraph.iter(*_TEXTS, *_SIGNS)
        if element.tag in _TEXTS or element.getparent().tag == W + "r"
    )
