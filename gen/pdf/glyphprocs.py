"""Fonts whose glyphs are drawings (Type 3): what is shown in, the font with just that out.

Such a glyph may be a word, a signature or a whole picture, and its name may say which.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pikepdf

from gen.pdf import painted
from gen.pdf.values import Value


def codes(contents: Iterable[bytes]) -> frozenset[int]:
    """Every code that is shown in the contents, with whatever font."""
    found: set[int] = set()
    for content in contents:
        for instruction in painted.instructions(content, "Tj TJ ' \""):
            operands: Any = instruction.operands
            for string in operands[0] if str(instruction.operator) == "TJ" else operands[-1:]:
                if isinstance(string, pikepdf.String):
                    found.update(bytes(string))
    return frozenset(found)


def kept(font: Mapping[str, Value], shown: frozenset[int]) -> dict[str, Value]:
    """The font with the glyphs of those codes, and no other's name.

    `/Encoding` and `/CharProcs` stand in it as values. Which glyph a code shows is said by the
    differences alone (ISO 32000-1 9.6.5): a font of this kind has no encoding of its own.
    """
    encoding = font.get("/Encoding")
    names = _names(encoding.get("/Differences")) if isinstance(encoding, dict) else {}
    names = {code: name for code, name in names.items() if code in shown}
    differences: list[Value] = [each for code in sorted(names) for each in (code, names[code])]
    procs = font["/CharProcs"]
    drawn = dict.fromkeys(name for name in names.values() if name in procs)
    return {
        **font,
        "/Encoding": {"/Type": "/Encoding", "/Differences": differences},
        "/CharProcs": {name: procs[name] for name in drawn},
    }


def _names(differences: Value) -> dict[int, str]:
    """`[65 /A /B 97 /a]` → the glyph's name of each code."""
    out: dict[int, str] = {}
    code = 0
    for entry in differences if isinstance(differences, list) else ():
        if isinstance(entry, int):
            code = entry
        elif isinstance(entry, str):
            out[code] = entry
            code += 1
    return out
