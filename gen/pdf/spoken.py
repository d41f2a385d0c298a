"""The words of each marked content: a page and the fonts of its file in, marks and texts out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from gen.pdf.fonts import Face


def spoken(page: pikepdf.Page, known: Mapping[tuple[int, int], Face]) -> Iterator[tuple[int, str]]:
    """What is written in each marked content of a page, piece by piece: the mark and the text."""
    table: Any = page.resources.get("/Font", {})
    face: Face | None = None
    marks: list[int] = []
    for instruction in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj TJ ' \""):
        operands: Any = instruction.operands
        word = str(instruction.operator)
        if word in ("BDC", "BMC"):
            about = operands[1] if word == "BDC" else None
            mark = about.get("/MCID") if isinstance(about, pikepdf.Dictionary) else None
            outer = marks[-1] if marks else -1
            marks.append(outer if mark is None else int(mark))
        elif word == "EMC":
            marks = marks[:-1]
        elif word == "Tf":
            face = known.get(table[operands[0]].objgen) if operands[0] in table else None
        elif face is not None and marks and marks[-1] >= 0:
            yield marks[-1], "".join(_letters(face, operands, word))


def _letters(face: Face, operands: Any, word: str) -> Iterator[str]:
    for string in operands[0] if word == "TJ" else operands[-1:]:
        if isinstance(string, pikepdf.String):
            codes = bytes(string)
            for at in range(0, len(codes), face.width):
                yield face.text.get(int.from_bytes(codes[at : at + face.width], "big"), "")
