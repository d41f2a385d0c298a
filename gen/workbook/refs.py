"""Places in a sheet: `B7` and `A1:C9` in, their numbers out, and back.

openpyxl has the like, but to import any of it is to import all of it, which takes longer than to
read a workbook: what every run needs is here and in `moments.py`.
"""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

LAST_COLUMN: Final = 16_384
LAST_ROW: Final = 1_048_576

_PLACE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]*)")
_SPAN: Final = re.compile(
    r"\$?([A-Za-z]{1,3})?\$?([1-9][0-9]*)?(?::\$?([A-Za-z]{1,3})?\$?([1-9][0-9]*)?)?"
)


class Box(NamedTuple):
    """A range of cells by the numbers of its columns and rows, from 1; both ends are in it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def ref(self) -> str:
        """As it is written: `A1:C9`, and of one cell `A1`."""
        first, last = place(self.top, self.left), place(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"


@functools.cache
def letters(column: int) -> str:
    """`A` of 1, `AA` of 27."""
    if not 1 <= column <= 18_278:  # ZZZ
        raise ValueError(f"no column {column}")
    out = ""
    while column:
        column, last = divmod(column - 1, 26)
        out = chr(ord("A") + last) + out
    return out


@functools.cache
def column_of(name: str) -> int:
    """1 of `A`, 27 of `AA`. ValueError: that is no column's name."""
    if not (name.isascii() and name.isalpha() and len(name) <= 3):
        raise ValueError(f"no column {name}")
    number = 0
    for letter in name.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def place(row: int, column: int) -> str:
    """`B7` of 7, 2."""
    return f"{letters(column)}{row}"


def row_and_column(ref: str) -> tuple[int, int]:
    """7, 2 of `B7`. ValueError: that is no cell."""
    found = _PLACE.fullmatch(ref)
    if found is None:
        raise ValueError(f"no cell {ref}")
    return int(found[2]), column_of(found[1])


def box(ref: str) -> Box:
    """The range; `A:C` has every row, and `B7` is itself. ValueError: that is no range."""
    found = _SPAN.fullmatch(ref)
    if found is None or not (found[1] or found[2]):
        raise ValueError(f"no range {ref}")
    left, top, right, bottom = found.groups()
    if ":" not in ref:
        right, bottom = left, top
    return Box(
        column_of(left) if left else 1,
        int(top) if top else 1,
        column_of(right) if right else LAST_COLUMN,
        int(bottom) if bottom else LAST_ROW,
    )
