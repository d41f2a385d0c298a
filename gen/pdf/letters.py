"""What the codes of a font say: a font of any maker in, its letters by code out.

The fonts of our engines always tell (`fonts`). A protokoll that comes back from signing may have
been through any program: ranges in ToUnicode, the old encodings of a simple font, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pikepdf

UNKNOWN: Final = "\ufffd"
"""A letter that is drawn, of which the file does not tell what it is."""

_BLOCK: Final = re.compile(rb"beginbf(char|range)(.*?)endbf(?:char|range)", re.DOTALL)
_CHAR: Final = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE: Final = re.compile(
    rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)
_HEX: Final = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_BOLD: Final = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_WIDEST: Final = 0x10000
"""Codes of one range: a damaged file may name any number."""


@dataclass(frozen=True, slots=True)
class Letters:
    """`width`: bytes a code. A code that is not in `text` is drawn, but says nothing that is known.

    `bold` by the font's name, which is all that a file tells of it.
    """

    text: Mapping[int, str]
    width: int
    bold: bool

    def read(self, codes: bytes) -> str:
        text, width = self.text, self.width
        if width == 1:
            return "".join([text.get(code, UNKNOWN) for code in codes])
        pairs = zip(codes[::2], codes[1::2], strict=False)
        return "".join([text.get(high << 8 | low, UNKNOWN) for high, low in pairs])


def letters(font: Any) -> Letters:
    """The font's letters."""
    composite = font.get("/Subtype") == pikepdf.Name.Type0
    text = {} if composite else dict(_encoded(font))
    cmap = font.get("/ToUnicode")
    if isinstance(cmap, pikepdf.Stream):
        text |= dict(_told(cmap.read_bytes()))
    name = str(font.get("/BaseFont", ""))
    return Letters(text, 2 if composite else 1, bool(_BOLD.search(name)))


def _told(cmap: bytes) -> Iterator[tuple[int, str]]:
    """The pairs of a ToUnicode map (ISO 32000-1 9.10.3)."""
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"char":
            for code, said in _CHAR.findall(block):
                yield _number(code), _utf16(said)
            continue
        for first, last, said, several in _RANGE.findall(block):
            start = _number(first)
            codes = range(start, min(_number(last) + 1, start + _WIDEST))
            if several:
                yield from zip(codes, map(_utf16, _HEX.findall(several)), strict=False)
            elif begun := _utf16(said):
                for step, code in enumerate(codes):
                    yield code, begun[:-1] + chr(min(ord(begun[-1]) + step, 0x10FFFF))


def _encoded(font: Any) -> Iterator[tuple[int, str]]:
    """What a simple font's encoding says of its codes."""
    encoding = font.get("/Encoding")
    described = isinstance(encoding, pikepdf.Dictionary)
    base = encoding.get("/BaseEncoding") if described else encoding
    # In the standard encoding the letters, the digits and § lie where Windows has them.
    table = "mac_roman" if base == pikepdf.Name.MacRomanEncoding else "cp1252"
    for code in range(32, 256):
        yield code, bytes([code]).decode(table, "replace")
    if described:
        from fontTools import agl  # a list of some thousand names, for few files

        code = 0
        for entry in encoding.get("/Differences", []):
            if isinstance(entry, pikepdf.Name):
                yield code, agl.toUnicode(str(entry)[1:]) or UNKNOWN
                code += 1
            else:
                code = int(entry)


def _number(digits: bytes) -> int:
    return int(b"".join(digits.split()), 16)


def _utf16(digits: bytes) -> str:
    joined = b"".join(digits.split())
    return bytes.fromhex(joined[: len(joined) // 2 * 2].decode("ascii")).decode(
        "utf-16-be", "replace"
    )
