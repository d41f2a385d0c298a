"""The lines of a page, as one sees them: its pieces in, lines from the top down out.

And which of them run: what stands on page after page, in the same place, is no part of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from gen.pdf.written import Piece

Key: TypeAlias = tuple[str, int]

_DIGITS: Final = re.compile(r"\d+")
_SAME: Final = 0.4
"""How far apart in height, in letters' sizes, pieces of one line may stand."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words at one height, from left to right; `size` of the largest, `bold` when all are."""

    text: str
    y: float
    size: float
    bold: bool

    @property
    def key(self) -> Key:
        """What is the same on every page where it runs: `Sida 3 (40)` is `Sida 1 (1)`."""
        return _DIGITS.sub("1", self.text), round(self.y)


def lines(pieces: Iterable[Piece]) -> list[Line]:
    """By where they stand, not by when they were painted."""
    seen = [piece for piece in pieces if piece.text]
    seen.sort(key=lambda piece: (-piece.y, piece.x))
    found: list[Line] = []
    row: list[Piece] = []
    for piece in seen:
        if row and row[0].y - piece.y > _SAME * max(row[0].size, 1):
            found += _line(row)
            row = []
        row.append(piece)
    return [*found, *_line(row)]


def squeezed(text: str) -> str:
    """The letters and digits alone: what is the same however a text is broken into lines."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def running(pages: Sequence[Sequence[Line]], core: range, share: float) -> frozenset[Key]:
    """The keys of lines that stand, once each, on at least that share of the pages of the `core`.

    And on two pages in all: what stands on one runs nowhere.
    """
    times: Counter[Key] = Counter()
    there: Counter[Key] = Counter()
    for number, page in enumerate(pages):
        once = Counter(line.key[0] for line in page)
        own = {line.key for line in page if once[line.key[0]] == 1}
        times.update(own)
        there.update(own if number in core else ())
    return frozenset(
        key for key, some in there.items() if times[key] > 1 and some >= share * len(core)
    )


def _line(row: Sequence[Piece]) -> Iterator[Line]:
    drawn = [piece for piece in row if piece.text.strip()]
    if not drawn:
        return
    some, right = [], None
    for piece in sorted(row, key=lambda piece: piece.x):
        # The widths are not told: half a letter's height each is near enough to see a gap.
        apart = right is not None and piece.x - right > 0.8 * piece.size
        some.append(f" {piece.text}" if apart else piece.text)
        right = piece.x + 0.5 * piece.size * len(piece.text)
    size = max(piece.size for piece in drawn)
    words = " ".join("".join(some).split())
    yield Line(words, row[0].y, size, all(piece.bold for piece in drawn))
