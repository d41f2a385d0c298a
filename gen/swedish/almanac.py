"""A year in, its closed days that have a name of their own out; Sundays as such are left out.

Lag (1989:253) om allmänna helgdagar, and the three aftnar that lagen (1930:173) counts with them.
Written out, though there is a package for it: that one takes as long to import as a whole workbook
takes to read. The tests hold every year against it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

FIRST_YEAR: Final = 1953
"""Since then (lag 1952:48) midsommardagen and alla helgons dag are Saturdays."""

LAST_YEAR: Final = 2100
"""As far as the tests have held it against another reckoning."""

_NATIONAL_DAY: Final = 2005
"""The first year in which nationaldagen was free, and annandag pingst no longer."""


@cache
def named_days(year: int) -> Mapping[dt.date, str]:
    """Each day with its name, as it stands within a sentence."""
    days: dict[dt.date, list[str]] = {}
    for day, name in sorted(_named(year), key=lambda pair: pair[0]):
        days.setdefault(day, []).append(name)
    return {day: " och ".join(names) for day, names in days.items()}


def _named(year: int) -> Iterator[tuple[dt.date, str]]:
    easter = _easter(year)
    midsummer = _saturday(dt.date(year, 6, 20))
    yield dt.date(year, 1, 1), "nyårsdagen"
    yield dt.date(year, 1, 6), "trettondedag jul"
    yield easter - dt.timedelta(2), "långfredagen"
    yield easter, "påskdagen"
    yield easter + dt.timedelta(1), "annandag påsk"
    yield dt.date(year, 5, 1), "första maj"
    yield easter + dt.timedelta(39), "Kristi himmelsfärdsdag"
    if year < _NATIONAL_DAY:
        yield easter + dt.timedelta(50), "annandag pingst"
    else:
        yield dt.date(year, 6, 6), "nationaldagen"
    yield easter + dt.timedelta(49), "pingstdagen"
    yield midsummer - dt.timedelta(1), "midsommarafton"
    yield midsummer, "midsommardagen"
    yield _saturday(dt.date(year, 10, 31)), "alla helgons dag"
    yield dt.date(year, 12, 24), "julafton"
    yield dt.date(year, 12, 25), "juldagen"
    yield dt.date(year, 12, 26), "annandag jul"
    yield dt.date(year, 12, 31), "nyårsafton"


def _saturday(first: dt.date) -> dt.date:
    """The first Saturday from that day on."""
    return first + dt.timedelta((5 - first.weekday()) % 7)


def _easter(year: int) -> dt.date:
    """The Gregorian reckoning (Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    leap, odd = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leap - moved + 15) % 30
    sunday = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (year % 19 + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
