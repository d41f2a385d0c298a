"""Times of day as Swedish documents write them (13.00), and back from cells.

Formatting takes `datetime.time` and prints whole minutes; parsing gives it, or raises
`Unreadable`. An interval may pass midnight (a fullmäktige can): the order is not judged.
"""

from __future__ import annotations

import datetime as dt
import re

from gen.swedish.typography import DASH, plain
from gen.swedish.unreadable import Unreadable, quoted

_EXPECTED = "klockslaget med punkt, till exempel 13.00"
_EXPECTED_SPAN = "båda klockslagen, till exempel 13.00–13.33"
_CLOCK = r"(?:kl(?:ockan|\.)? ?)?"
_TIME = re.compile(rf"{_CLOCK}(\d{{1,2}})(?:[.:](\d\d)(?:[.:](\d\d))?)?")
_SPAN = re.compile(rf"(.+?)(?:{DASH}| till )(.+)")
_DAY_SECONDS = 24 * 60 * 60


def time_text(at: dt.time, until: dt.time | None = None) -> str:
    """`13.00`; with an end `13.00–13.33`, en dash without blanks."""
    text = f"{at.hour:02}.{at.minute:02}"
    return text if until is None else f"{text}–{until.hour:02}.{until.minute:02}"


def parse_time(value: object) -> dt.time:
    """A time from `13.00`, `13:00`, `kl 13`, a cell's time, or Excel's fraction of a day.

    `1300` is refused, with the cure: 2023 in the wrong column would be a time as well.
    """
    if isinstance(value, dt.datetime):
        raise Unreadable(f"{quoted(value)} har också ett datum", _EXPECTED)
    if isinstance(value, dt.time):
        return _whole_minute(value.hour, value.minute, value.second, value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_number(value)
    if not isinstance(value, str) or not plain(value):
        reason = "klockslaget saknas" if value in (None, "") else _not_a_time(value)
        raise Unreadable(reason, _EXPECTED)
    text = plain(value).casefold()
    if m := _TIME.fullmatch(text):
        return _whole_minute(int(m[1]), int(m[2] or 0), int(m[3] or 0), value)
    if m := re.fullmatch(rf"{_CLOCK}(\d\d)(?:,)?(\d\d)", text):
        raise Unreadable(f"{quoted(value)} saknar punkt mellan timme och minut", f"{m[1]}.{m[2]}")
    if _SPAN.fullmatch(text):
        raise Unreadable(f"{quoted(value)} är flera klockslag", _EXPECTED)
    raise Unreadable(_not_a_time(value), _EXPECTED)


def parse_time_span(value: object) -> tuple[dt.time, dt.time]:
    """Both ends of `13.00–13.33`, `kl. 13-14`, `14.00 till 14.15`."""
    if isinstance(value, str) and (m := _SPAN.fullmatch(plain(value).casefold())):
        return parse_time(m[1]), parse_time(m[2])
    parse_time(value)  # what is no time at all is told as such
    raise Unreadable(f"{quoted(value)} är bara ett klockslag", _EXPECTED_SPAN)


def _from_number(value: int | float) -> dt.time:
    if 0 <= value < 1:
        seconds = round(value * _DAY_SECONDS)
        return _whole_minute(seconds // 3600, seconds // 60 % 60, seconds % 60, value)
    # A whole hour typed in a cell without text format. Not 1: to Excel that is a whole day.
    if 1 < value < 24 and value == value // 1:
        return dt.time(int(value))
    raise Unreadable(f"{quoted(f'{value:.15g}'.replace('.', ','))} är ett tal", _EXPECTED)


def _whole_minute(hour: int, minute: int, second: int, value: object) -> dt.time:
    if hour == 24 and minute == 0:
        raise Unreadable("midnatt är dygnets första minut", "00.00 (eller 23.59)")
    if hour > 23 or minute > 59 or second > 59:
        raise Unreadable(f"{quoted(value)} är inget klockslag: dygnet slutar 23.59", _EXPECTED)
    if second:
        raise Unreadable(f"{quoted(value)} har sekunder", f"{hour:02}.{minute:02}")
    return dt.time(hour, minute)


def _not_a_time(value: object) -> str:
    return f"{quoted(value)} går inte att läsa som ett klockslag"
