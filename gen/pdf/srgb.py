"""The colour profile of every PDF: nothing in, sRGB (IEC 61966-2-1) out, as ICC.1:2010 writes it.

Made of the standard's few numbers, so it is nobody else's work. LibreOffice writes the time of
the run into the one that it embeds.
"""

from __future__ import annotations

import functools
import struct
import zlib


@functools.cache
def profile() -> bytes:
    """The bytes of the profile: the same everywhere, always."""

    def fixed(*numbers: float) -> bytes:
        return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))

    def text(words: str) -> bytes:
        written = words.encode("utf-16-be")
        return struct.pack(">4s4xLL4sLL", b"mluc", 1, 12, b"enUS", len(written), 28) + written

    def colour(*xyz: float) -> bytes:
        return b"XYZ \0\0\0\0" + fixed(*xyz)

    d50 = (0.9642, 1.0, 0.8249)
    # Parametric curve, type 3: ((X + 0.055) / 1.055) ** 2.4, and X / 12.92 up to 0.04045.
    curve = struct.pack(">4s4xHH", b"para", 3, 0) + fixed(
        2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045
    )
    # The primaries, and the way to them from D65 by the Bradford transform.
    adaptation = b"sf32\0\0\0\0" + fixed(
        *(1.04788, 0.02292, -0.05022),
        *(0.02959, 0.99048, -0.01707),
        *(-0.00925, 0.01508, 0.75168),
    )
    parts = {
        b"desc": text("sRGB"),
        b"cprt": text("No copyright, use freely"),
        b"wtpt": colour(*d50),
        b"chad": adaptation,
        b"rXYZ": colour(0.43607, 0.22249, 0.01392),
        b"gXYZ": colour(0.38515, 0.71687, 0.09708),
        b"bXYZ": colour(0.14307, 0.06061, 0.71410),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(parts)
    table, data = struct.pack(">L", len(parts)), b""
    for name, part in parts.items():
        table += struct.pack(">4sLL", name, start + len(data), len(part))
        data += part + b"\0" * (-len(part) % 4)
    header = struct.pack(
        ">L4xL4s4s4s6H4s24xL12s48x",
        start + len(data),
        0x04200000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2023, 1, 1, 0, 0, 0),
        b"acsp",
        0,
        fixed(*d50),
    )
    return header + table + data


@functools.cache
def packed() -> bytes:
    """The same, coded with FlateDecode."""
    return zlib.compress(profile(), 9)
