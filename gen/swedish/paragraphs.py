"""A set of §§ as a sorted tuple of numbers: printed as `§ 23–39 och 41–51`, read as typed.

The numbers are those of one organ and one year; prefixes (`KF § 102`) and year suffixes
(`§ 63/20`) belong to the style of the kommun, not to the set.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from gen.swedish.lists import list_text
from gen.swedish.typography import DASH, NBSP, plain
from gen.swedish.unreadable import Unreadable, quoted

Paragrafer = tuple[int, ...]
"""§ numbers: ascending, none twice."""

Tecken = Literal["§", "§§"]
"""The kommun's sign before several §§ (Stil: `§ eller §§`). Before one it is always §."""

_EXPECTED = "paragraferna som 28–51 eller 23–30, 40"
_SIGN = r"(?:§§? ?)?"
_ITEM = re.compile(rf"{_SIGN}(\d{{1,4}})(?:{DASH}{_SIGN}(\d{{1,4}}))?")
_BETWEEN = re.compile(r" ?[,;] ?(?:och |samt )?| och | samt ")


def format_paragraphs(numbers: Iterable[int], tecken: Tecken = "§") -> str:
    """`§ 50`, `§ 23–51`, `§§ 23–39 och 41–51`; nothing for none. The blank is hard."""
    runs = list(_runs(sorted(set(numbers))))
    if not runs:
        return ""
    several = len(runs) > 1 or runs[0][0] != runs[0][1]
    parts = [f"{a}" if a == b else f"{a}–{b}" for a, b in runs]
    return f"{tecken if several else '§'}{NBSP}{list_text(parts)}"


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for i, number in enumerate(numbers):
        if i + 1 == len(numbers) or numbers[i + 1] != number + 1:
            yield numbers[start], number
            start = i + 1


def parse_paragraphs(value: object, universe: Collection[int] | None = None) -> Paragrafer:
    """The §§ meant by `28-51`, `§ 50`, `§§ 28-51, 53, ej 40`, `ej 13`.

    `ej` (or `utom`) takes away all that follows it; when nothing stands before it, from
    `universe`. Whether the numbers exist in the meeting is a rule's question, not this one's.
    """
    if isinstance(value, (dt.date, dt.time)):
        raise _a_date_in_the_cell(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value != value // 1:
            shown = f"{value:.15g}".replace(".", ",")
            raise Unreadable(f"{quoted(shown)} är ett decimaltal", _EXPECTED)
        value = f"{value:.0f}"
    if not isinstance(value, str) or not plain(value):
        reason = "paragraferna saknas" if value in (None, "") else _not_paragraphs(value)
        raise Unreadable(reason, _EXPECTED)
    wanted, *unwanted = re.split(r"(?:^| ?[,;] ?| )(?:ej|utom) ", plain(value).casefold())
    if len(unwanted) > 1:
        raise Unreadable(f"{quoted(value)} har ”ej” mer än en gång", "28–51, ej 40 och 42")
    chosen = _numbers(wanted, value) if wanted else set(universe or ())
    if unwanted:
        if not wanted and universe is None:
            raise Unreadable(f"{quoted(value)} säger inte vilka som är med", _EXPECTED)
        away = _numbers(unwanted[0], value)
        if missing := away - chosen:
            shown = format_paragraphs(missing)
            raise Unreadable(f"{shown} undantas men är inte med från början", _EXPECTED)
        chosen -= away
    return tuple(sorted(chosen))


def _numbers(text: str, value: object) -> set[int]:
    found: set[int] = set()
    for item in _BETWEEN.split(text):
        m = _ITEM.fullmatch(item)
        if not m:
            raise Unreadable(_not_paragraphs(value), _EXPECTED)
        first, last = int(m[1]), int(m[2] or m[1])
        if first == 0:
            raise Unreadable("det finns ingen § 0", _EXPECTED)
        if last < first:
            raise Unreadable(f"”{item}” går baklänges", f"{last}–{first}")
        found.update(range(first, last + 1))
    return found


def _a_date_in_the_cell(value: dt.date | dt.time) -> Unreadable:
    """Excel makes a date of `3-12` and a time of `3:12` in a cell that is not text."""
    if isinstance(value, dt.date) and value.day != value.month:
        low, high = sorted((value.day, value.month))
        shown = f"{value:%Y-%m-%d}"
        return Unreadable(
            f"Excel har gjort ett datum av cellen ({shown})",
            f"{low}–{high} i en cell med textformat",
        )
    return Unreadable("Excel har gjort ett datum eller klockslag av cellen", _EXPECTED)


def _not_paragraphs(value: object) -> str:
    return f"{quoted(value)} går inte att läsa som paragrafer"
