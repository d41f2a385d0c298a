"""The font for characters that no font holds: code points in, out a font that draws their numbers.

A character that the engine's fonts lack is drawn as its number in brackets, `[U+1F600]`, as
one glyph, so that the text layer still holds the one character. The letters are strokes from
the table below: no font of anyone else's is needed, and none of their licences.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import math
import unicodedata
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

# fontTools is imported where it is used: 50 ms, and few documents need it.
Glyph: TypeAlias = Any
Pen: TypeAlias = Any

UNITS: Final = 1000
_SCALE: Final = 84
"""Units a step of the grid: the digits come out a little lower than the capitals of the text."""
_ADVANCE: Final = 5.6
_STROKE: Final = 66

# Each letter as lines between points on a grid of 4 by 6, written `xy`; it stands on y = 0.
# The zero is pointed: a box is just what must not be seen.
_LETTERS: Final = {
    "0": "20 01 05 26 45 41 20",
    "1": "04 26 20, 10 30",
    "2": "05 16 36 45 44 00 40",
    "3": "05 16 36 45 44 33 13, 33 42 41 30 10 01",
    "4": "30 36 02 42",
    "5": "46 06 03 33 42 41 30 10 01",
    "6": "45 36 16 05 01 10 30 41 42 33 03",
    "7": "06 46 10",
    "8": "13 04 05 16 36 45 44 33 13 02 01 10 30 41 42 33",
    "9": "01 10 30 41 45 36 16 05 04 13 43",
    "A": "00 26 40, 12 32",
    "B": "00 06 36 45 44 33 03, 33 42 41 30 00",
    "C": "45 36 16 05 01 10 30 41",
    "D": "00 06 26 44 42 20 00",
    "E": "46 06 00 40, 03 33",
    "F": "46 06 00, 03 33",
    "U": "06 01 10 30 41 46",
    "+": "03 43, 21 25",
    "[": "37 17 10 30",
    "]": "17 37 30 10",
}


def label(cluster: str) -> str:
    """What is drawn: `[U+1F600]`, or for what is made up of several `[1F468+1F467]`."""
    # Joiners and tags (Cf) only bind the others together.
    drawn = [sign for sign in cluster if unicodedata.category(sign) != "Cf"] or list(cluster)
    numbers = [f"{ord(sign):04X}" for sign in drawn]
    return f"[U+{numbers[0]}]" if len(numbers) == 1 else f"[{'+'.join(numbers)}]"


def family(labels: Mapping[int, str]) -> str:
    """The font's name, another for another content: LibreOffice keeps what it loads by name."""
    content = "\n".join(f"{code:X} {text}" for code, text in sorted(labels.items()))
    return "Gen Tecken " + hashlib.sha256(content.encode()).hexdigest()[:12]


def font(labels: Mapping[int, str]) -> bytes:
    """The font that draws each label at its code point. The same labels give the same bytes."""
    from fontTools.fontBuilder import FontBuilder

    name = family(labels)
    glyphs = {".notdef": _draw(""), "space": _draw("")}
    widths = {".notdef": UNITS // 2, "space": UNITS // 4}
    characters = {0x20: "space"}
    for number, (code, text) in enumerate(sorted(labels.items())):
        glyph = f"label{number}"
        characters[code] = glyph
        glyphs[glyph] = _draw(text)
        widths[glyph] = round((len(text) * _ADVANCE + 1) * _SCALE)
    builder = FontBuilder(UNITS, isTTF=True)
    builder.font.recalcTimestamp = False
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(characters)
    builder.setupGlyf(glyphs)
    metrics = {glyph: (width, getattr(glyphs[glyph], "xMin", 0)) for glyph, width in widths.items()}
    builder.setupHorizontalMetrics(metrics)
    # The line must not grow: the heights of Liberation Sans and Arial.
    builder.setupHorizontalHeader(ascent=905, descent=-212)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(
        sTypoAscender=728,
        sTypoDescender=-210,
        usWinAscent=905,
        usWinDescent=212,
        fsType=0,  # may be embedded, or no engine would
    )
    builder.setupPost()
    builder.setupHead(unitsPerEm=UNITS, created=0, modified=0)
    buffer = io.BytesIO()
    builder.save(buffer)
    return buffer.getvalue()


def _draw(text: str) -> Glyph:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    for place, letter in enumerate(text):
        left = (place * _ADVANCE + 1) * _SCALE
        for line in _LETTERS[letter].split(", "):
            points = [
                (left + int(point[0]) * _SCALE, float(int(point[1]) * _SCALE))
                for point in line.split(" ")
            ]
            for start, end in itertools.pairwise(points):
                _stroke(pen, start, end)
    return pen.glyph()


def _stroke(pen: Pen, start: tuple[float, float], end: tuple[float, float]) -> None:
    """One line as a long rectangle, all turning the same way so that crossings stay filled."""
    length = math.dist(start, end)
    x, y = ((b - a) / length * _STROKE / 2 for a, b in zip(start, end, strict=True))
    corners = (
        (start[0] - x - y, start[1] - y + x),
        (end[0] + x - y, end[1] + y + x),
        (end[0] + x + y, end[1] + y - x),
        (start[0] - x + y, start[1] - y - x),
    )
    pen.moveTo(_whole(corners[0]))
    for corner in corners[1:]:
        pen.lineTo(_whole(corner))
    pen.closePath()


def _whole(point: tuple[float, float]) -> tuple[int, int]:
    return round(point[0]), round(point[1])
