"""The root of a part in, its texts out as their author sees them, whatever Word has cut them into.

Word begins a new run wherever a spelling mark, a comment or a change of look has been, also in the
middle of a tag.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from gen.opc import Element, W
from gen.word.outline import sign_of

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Unit:
    """A text that its author sees as one: a paragraph (its `home`), an attribute, a field code."""

    home: Element
    attribute: str = ""
    pieces: list[tuple[Element, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.pieces)

    def holder(self, position: int) -> Element:
        """The element that the sign at `position` stands in."""
        for element, text in self.pieces:
            if position < len(text):
                return element
            position -= len(text)
        raise IndexError(position)

    def put(self, replaced: Sequence[tuple[int, int, str]]) -> None:
        """Write other texts from `start` to `stop` each, whole in the piece where they begin."""
        begin = 0
        for element, text in self.pieces:
            end, at, out = begin + len(text), begin, ""
            for start, stop, new in replaced:
                if start < end and stop > begin:
                    if start >= begin:
                        out += text[at - begin : start - begin] + new
                    at = min(stop, end)
            out += text[at - begin :]
            if self.attribute:
                element.set(self.attribute, out)
            elif not sign_of(element):
                element.text = out
                if element.tag == W + "t":
                    element.set(_SPACE, "preserve")
            elif not out:  # a tab or line break inside a tag
                element.getparent().remove(element)
            begin = end


def units(root: Element) -> Iterator[Unit]:
    """Those that can hold a tag: attributes and field codes first, then the paragraphs."""
    paragraphs: dict[Element, Unit] = {}
    for element in root.iter(etree.Element):
        for name, value in element.items():
            if "{{" in value or "{%" in value:
                yield Unit(element, name, [(element, nfc(value))])
        if element.tag == W + "t" or (sign_of(element) and element.getparent().tag == W + "r"):
            home = next(element.iterancestors(W + "p"), None)
            if home is None:
                continue
            text = sign_of(element) or nfc(element.text or "")
            paragraphs.setdefault(home, Unit(home)).pieces.append((element, text))
        elif element.text and ("{{" in element.text or "{%" in element.text):
            yield Unit(element, pieces=[(element, nfc(element.text))])
    yield from paragraphs.values()


def nfc(text: str) -> str:
    """With å, ä and ö as one character each: a Mac may write them as two."""
    return unicodedata.normalize("NFC", text)
