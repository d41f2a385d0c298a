"""What a page paints with: a content stream in, the names of the resources that it uses out.

LibreOffice gives all pages one table of resources, so the table says nothing of a page: only its
content does. What the content does not name is left behind, and another page's picture with it.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import pikepdf

from gen.pdf import values
from gen.pdf.values import canonical

Instruction: TypeAlias = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
Used: TypeAlias = Mapping[str, frozenset[bytes]]
"""Category of the resources (`/Font`) → the names used, as `values.name` writes them."""

_CATEGORIES: Final = {
    "Tf": "/Font",
    "Do": "/XObject",
    "gs": "/ExtGState",
    "sh": "/Shading",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
    "scn": "/Pattern",
    "SCN": "/Pattern",
    "BDC": "/Properties",
    "DP": "/Properties",
}
_NAME: Final = rb"/([^\x00\t\n\f\r /<>\[\](){}%]+)"
_OPERATION: Final = re.compile(
    _NAME + rb"\s+(?:[-+.\d]+\s+(Tf)|(Do|gs|sh|cs|CS|scn|SCN|BDC|DP))(?![^\s/<\[(%])"
)
_MCID: Final = re.compile(rb"/MCID\s+\+?(\d{1,9})(?!\d)")
MOST_MARKS: Final = 100_000
"""On one page. The way back from a mark is a list as long as the highest number on it."""
_STRING: Final = re.compile(rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)", re.DOTALL)
_DIFFICULT: Final = re.compile(rb"[%()]|\bBI\b")
"""After the strings are gone: comments, strings in three levels, pictures inside the content."""


def used(content: bytes) -> Used:
    """The names by category. Read word by word only where a quick look could be wrong."""
    plain = _STRING.sub(b"()", content)
    if _DIFFICULT.search(plain.replace(b"()", b"")):
        return _word_by_word(content)
    found: dict[str, set[bytes]] = {}
    for name, font, other in _OPERATION.findall(plain):
        category = _CATEGORIES[(font or other).decode()]
        found.setdefault(category, set()).add(canonical(name))
    return {category: frozenset(names) for category, names in found.items()}


def instructions(content: bytes, operators: str = "") -> Sequence[Instruction]:
    """The content word by word, those of the operators. One that ends in the middle of a word says
    what stands before: pikepdf warns of it, viewers show it."""
    with pikepdf.new() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return pikepdf.parse_content_stream(scratch.make_stream(content), operators)


def marks(content: bytes) -> frozenset[int]:
    """The numbers (MCID) that stand in the content itself."""
    return frozenset(n for n in map(int, _MCID.findall(content)) if n < MOST_MARKS)


def _word_by_word(content: bytes) -> Used:
    found: dict[str, set[bytes]] = {}

    def add(category: str, name: Any) -> None:
        if isinstance(name, pikepdf.Name):
            found.setdefault(category, set()).add(values.name(str(name)))

    for instruction in instructions(content):
        word = str(instruction.operator)
        operands: Any = instruction.operands
        if word == "INLINE IMAGE":
            space = operands[0].obj.get("/ColorSpace", operands[0].obj.get("/CS"))
            add("/ColorSpace", space)
        elif word in _CATEGORIES:
            # Before a font's size, after a pattern's colours and a property list's tag.
            add(_CATEGORIES[word], operands[0 if word == "Tf" else -1])
    return {category: frozenset(names) for category, names in found.items()}
