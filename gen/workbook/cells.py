"""A raw cell value in, clean text out, as a plain string."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\u2028]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


class Piece(NamedTuple):
    """Some text of a cell. `look`: its bold and italic, where they are not the cell's own."""

    text: str
    look: tuple[bool, bool] | None = None


class Rich(tuple[Piece, ...]):
    """The text of a cell in which there are several looks."""

    def __str__(self) -> str:
        return "".join(piece.text for piece in self)


def clean(text: str) -> str:
    """A cell's text as it is kept: NFC, one kind of line break, no control characters.

    XML 1.0 cannot hold the C0 controls; Excel stores them, and its own line breaks, as `_x000D_`.
    """
    printable = text.isprintable() and "_x000D_" not in text
    if printable and unicodedata.is_normalized("NFC", text):
        return text
    text = text.replace("_x000D_", "")
    text = _CONTROLS.sub("", _LINE_BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def shown(value: object) -> str:
    """What a person sees in the cell: a whole number without a decimal part."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
