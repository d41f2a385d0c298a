"""Where the marked texts of a PDF's page begin: the page in; mark, x and y of each out.

A mark is the number by which the tags know what is written (`MCID`, ISO 32000-1 14.7.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Dictionary, Matrix, Page

Start: TypeAlias = tuple[int, float, float]
"""The mark, and the place on the page in points."""

_OPERATORS = "q Q cm BMC BDC EMC BT Tm Td TD TL T*"


def of_lines(page: Page) -> Iterator[Start]:
    """Of each line, however the way to it is written."""
    return (start for start, _ in _starts(page))


def of_texts(page: Page) -> Iterator[Start]:
    """Of each text that is given a place of its own (Tm), as rdocx gives every text one."""
    return (start for start, operator in _starts(page) if operator == "Tm")


def _starts(page: Page) -> Iterator[tuple[Start, str]]:
    """Each with the operator that leads there."""
    matrix = line = Matrix()
    leading = 0.0
    kept: list[Matrix] = []
    marks: list[int | None] = []
    for instruction in pikepdf.parse_content_stream(page, _OPERATORS):
        operands: Any = instruction.operands
        word = str(instruction.operator)
        if word == "q":
            kept.append(matrix)
        elif word == "Q" and kept:
            matrix = kept.pop()
        elif word == "cm":
            matrix = Matrix(operands) @ matrix
        elif word == "BMC":
            marks.append(None)
        elif word == "BDC":
            mark = operands[1].get("/MCID") if isinstance(operands[1], Dictionary) else None
            marks.append(None if mark is None else int(mark))
        elif word == "EMC" and marks:
            marks.pop()
        elif word == "BT":
            line = Matrix()
        elif word == "TL":
            leading = float(operands[0])
        elif word in ("Tm", "Td", "TD", "T*"):
            if word == "Tm":
                line = Matrix(operands)
            else:
                along, up = (0.0, -leading) if word == "T*" else map(float, operands)
                leading = -up if word == "TD" else leading
                line = Matrix(1, 0, 0, 1, along, up) @ line
            inner = [mark for mark in marks if mark is not None]
            if inner:
                place = line @ matrix
                yield (inner[-1], place.e, place.f), word
