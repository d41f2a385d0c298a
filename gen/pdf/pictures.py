"""A Word file for the engine that comes with gen: package in, out with pictures that it can draw.

rdocx draws a PNG of 8 bits a channel and a JPEG of three. It leaves a palette, 1 and 16 bits and
every other format out without a word, draws stripes for an interlaced PNG, takes the grey of a JPEG
for colours and forgets what a PNG calls transparent by one colour. Such a picture is drawn anew
here; the user's own file keeps its own.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable
from typing import Final

from gen.opc import Package

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_FULL: Final = frozenset({0, 2, 4, 6})
"""PNG's colour types but the palette: grey or colours, with alpha or without (W3C PNG 11.2.1)."""
_FRAME: Final = re.compile(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]")
_SEGMENT: Final = re.compile(rb"\xff+([\x01-\xfe])")


def drawable(package: Package, pictures: Iterable[str]) -> tuple[Package, list[str]]:
    """The package with those of its pictures drawn anew that need it, and which cannot be drawn.

    EMF, WMF and SVG cannot: they are drawings, not pictures. Nor what is damaged.
    """
    made = package.copy()
    left: list[str] = []
    for name in dict.fromkeys(pictures):
        content = package.parts[name]
        if _plain(content):
            continue
        new = _redrawn(content)
        if new is None:
            left.append(name)
        else:
            made.parts[name], made.types[name] = new, "image/png"
    return made, left


def _plain(content: bytes) -> bool:
    """Whether it is drawn as it stands."""
    if content.startswith(_PNG):
        depth, colour, interlaced = content[24:25], content[25:26], content[28:29]
        by_one_colour = b"tRNS" in content[: content.find(b"IDAT")]
        return depth == b"\x08" and colour[0] in _FULL and interlaced == b"\0" and not by_one_colour
    return content.startswith(_JPEG) and _channels(content) == 3


def _channels(jpeg: bytes) -> int:
    """How many channels its frame has (ITU-T T.81 B.2.2); 0 where none is found."""
    place = 2
    while (segment := _SEGMENT.match(jpeg, place)) is not None:
        start = segment.end()
        if _FRAME.match(b"\xff" + segment[1]):
            return int.from_bytes(jpeg[start + 7 : start + 8], "big")
        place = start + int.from_bytes(jpeg[start : start + 2], "big")
    return 0


def _redrawn(content: bytes) -> bytes | None:
    """The picture as a PNG of 8 bits a channel; None where it is none, or too large to be one."""
    # Imported here: most documents have no picture that needs it.
    from PIL import Image

    out = io.BytesIO()
    try:
        with warnings.catch_warnings():
            # A few bytes that say that they are gigabytes of picture.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as opened:
                picture: Image.Image = opened
                if picture.mode.startswith("I"):  # 16 bits of grey, of which `convert` takes 8
                    picture = picture.convert("I").point(lambda value: value * (1 / 256))
                clear = opened.has_transparency_data
                picture.convert("RGBA" if clear else "RGB").save(out, "PNG")
    except (Image.DecompressionBombError, Warning, OSError, ValueError, SyntaxError, EOFError):
        return None
    return out.getvalue()
