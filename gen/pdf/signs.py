"""Signs: a text in, what a reader sees as single characters out, and which of them every font has.

A sign is a letter with its marks, an emoji with all that is joined to it, or a flag.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator
from typing import Final

# What both Liberation Sans and Carlito hold in every style, and the marks that steer layout:
# those are never drawn, and each engine has its own way with them.
_PLAIN_RANGES: Final = """
    0009-000D 0020-007E 00A0-017F 0192 01FA-01FF 0218-021B 02C6-02C7 02D8-02DD 0384-038A 038C
    038E-03A1 03A3-03CE 0400-045F 0490-0491 1E80-1E85 1EF2-1EF3 2000-200F 2010-2011 2013-2015
    2017-201E 2020-2022 2026 2028-202F 2030 2032-2033 2039-203A 203C 2044 2060 2066-2069 20AC
    2105 2113 2116 2122 2126 212E 215B-215E 2190-2195 2202 2206 220F 2211-2212 2215 221A
    221E-221F 2229 222B 2248 2260-2261 2264-2265 25A1 25AA-25AB 25CA-25CB 25CF 25E6 FB01-FB02
"""
PLAIN: Final = frozenset(
    chr(code)
    for span in _PLAIN_RANGES.split()
    for code in range(int(span[:4], 16), int(span[-4:], 16) + 1)
)

_JOINER = "\u200d"
_BOM = "\ufeff"


def clusters(text: str) -> Iterator[str]:
    """The signs as a reader sees them: a letter with its marks, an emoji with all that joins it.

    The part of Unicode's UAX #29 that matters to drawing: extending marks, joined emoji, flags.
    """
    start = 0
    for place in range(1, len(text)):
        before, letter = text[place - 1], text[place]
        if _extends(letter) or (before == _JOINER and text[start] not in PLAIN):
            continue
        if _is_flag(letter) and _is_flag(before) and place - start == 1:
            continue
        yield text[start:place]
        start = place
    if text:
        yield text[start:]


def core(sign: str) -> str:
    """Without what draws nothing: variation selectors only ask for colour or for none."""
    return "".join(letter for letter in sign if not _is_selector(letter) and letter != _BOM)


def words_as_one(text: str) -> Iterator[frozenset[str]]:
    """The signs of each word whose letters take shape or place from their neighbours.

    Such a word – Hebrew, Arabic, the scripts of India and its neighbours – is drawn with all its
    letters or none: a hole in it changes the others' shapes and order.
    """
    joined = itertools.groupby(clusters(text), lambda sign: _leans(sign[0]))
    yield from (frozenset(map(core, word)) for leans, word in joined if leans)


def is_plain(sign: str) -> bool:
    """Whether every font that a template may name holds it."""
    return PLAIN.issuperset(unicodedata.normalize("NFC", sign))


def _leans(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LM" and (
        unicodedata.bidirectional(letter) in ("R", "AL")
        or "\u0900" <= letter <= "\u109f"
        or "\u1780" <= letter <= "\u18af"
    )


def _is_selector(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


def _is_flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _extends(letter: str) -> bool:
    return (
        letter == _JOINER
        or "\U0001f3fb" <= letter <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= letter <= "\U000e007f"  # tags: the flags of England and Scotland
        or unicodedata.category(letter)[0] == "M"
    )
