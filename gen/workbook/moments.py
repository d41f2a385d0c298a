"""Numbers that mean a moment: a number format or a number in, what it means out.

ECMA-376 part 1: 18.8.30 (number formats), 18.17.4 (dates and times). openpyxl is the tests' oracle.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, TypeAlias

Moment: TypeAlias = dt.datetime | dt.date | dt.time | dt.timedelta

SINCE_1900: Final = dt.datetime(1899, 12, 30)
"""Day 0. Excel counts a 29 February 1900, so that its days before March are one day later."""
SINCE_1904: Final = dt.datetime(1904, 1, 1)

_DATES: Final = frozenset((*range(14, 23), 45, 46, 47))
"""Formats that every program knows by number (18.8.30)."""
_LENGTHS: Final = frozenset((46,))

_BESIDE: Final = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
"""Words in quotes; colours, conditions and languages in brackets, but not hours that go on."""
_PART_OF_DATE: Final = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)
_DURATION: Final = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")


def is_date(number: int, code: str | None) -> bool:
    """Whether a cell of that format shows a moment. `code`: the format's own, if it has one."""
    if not code:
        return number in _DATES
    return _PART_OF_DATE.search(_BESIDE.sub("", code.split(";")[0])) is not None


def is_length(number: int, code: str | None) -> bool:
    """Whether it shows a length of time: `[h]:mm`, hours that go on past 24."""
    return _GOES_ON.search(code.split(";")[0]) is not None if code else number in _LENGTHS


def of_number(value: float, since: dt.datetime, *, length: bool) -> Moment:
    """The moment in a cell: days since a day, to the millisecond. Less than a day is a time.

    OverflowError: there is no such day.
    """
    if length:
        time = dt.timedelta(days=value)
        return dt.timedelta(seconds=time.total_seconds() // 1, milliseconds=_milli(time))
    day, part = divmod(value, 1)
    time = dt.timedelta(milliseconds=round(part * 86_400_000))
    if 0 <= value < 1 and not time.days:
        return (dt.datetime.min + time).time()
    if 0 < value < 60 and since == SINCE_1900:
        day += 1
    return since + dt.timedelta(days=day) + time


def _milli(time: dt.timedelta) -> int:
    return round(time.microseconds / 1000)


def of_iso(text: str) -> Moment:
    """A moment as a strict workbook writes it: `2023-03-06T13:30:00Z`, a part of it, or `PT1H`.

    ValueError: it is none.
    """
    if text[:1] == "P":
        found = _DURATION.fullmatch(text)
        if found is None or not any(found.groups()):
            raise ValueError(text)
        hours, minutes, seconds = (float(part or 0) for part in found.groups())
        return dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    bare = text.removesuffix("Z")
    if "-" not in bare:
        return dt.time.fromisoformat(bare)
    return dt.datetime.fromisoformat(bare) if ":" in bare else dt.date.fromisoformat(bare)
