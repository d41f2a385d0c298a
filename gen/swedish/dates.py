"""Dates as Swedish documents write them, and back from what people type or Excel gives.

Formatting takes `datetime.date`; parsing gives it, or raises `Unreadable`. A second date
makes an interval of days; one equal to the first makes none.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from gen.swedish.typography import DASH, NBSP, plain
from gen.swedish.unreadable import Unreadable, quoted

FIRST_YEAR, LAST_YEAR = 1953, 2099
"""Years that a typed date may have. Others are slips of the finger (1023, 2203), and the
closed days of lagen (1930:173) are not known for them either (`gen.frister`)."""

_EXPECTED = "datumet med dag, månad och år, till exempel 2023-03-07 eller 7 mars 2023"


# --- the words ---------------------------------------------------------------------------


@cache
def _words(kind: str, width: str) -> dict[int, str]:
    """Babel's names by number (months from 1, weekdays from 0 = måndag).

    Imported here: Babel takes 40 ms, and most commands of gen never format a date.
    """
    from babel import Locale

    locale = Locale.parse("sv_SE")
    names = (locale.months if kind == "month" else locale.days)["format"][width]
    return {int(number): str(name) for number, name in names.items()}


@cache
def _numbers(kind: str) -> dict[str, int]:
    """Every form of a month's or weekday's name that people write, to its number."""
    forms: dict[str, int] = {}
    for number, name in _words(kind, "wide").items():
        forms |= {name: number, f"{name}en": number} if kind == "day" else {name: number}
    for number, name in _words(kind, "abbreviated").items():
        forms[name.rstrip(".")] = number
    return forms | {"sept": 9} if kind == "month" else forms


def _month(day: dt.date) -> str:
    return _words("month", "wide")[day.month]


# --- formatting --------------------------------------------------------------------------


def date_text(day: dt.date, last: dt.date | None = None) -> str:
    """`7 mars 2023`; with a last day `12–13 december 2022`, `30 november–2 december 2022`.

    Babel's own interval formats lose the days or set thin spaces, hence the joining here.
    """
    if last is None or last == day:
        return f"{day.day} {_month(day)} {day.year}"
    if last < day:
        raise ValueError(f"dagarna {day}–{last} går baklänges")
    start = f"{day.day}"
    if (day.year, day.month) != (last.year, last.month):
        start += f" {_month(day)}"
    if day.year != last.year:
        start += f" {day.year}"
    return f"{start}–{date_text(last)}"


def den_date_text(day: dt.date, last: dt.date | None = None) -> str:
    """`den 7 mars 2023`, `den 12–13 december 2022`; the blank after `den` is hard."""
    return f"den{NBSP}{date_text(day, last)}"


def weekday_text(day: dt.date) -> str:
    """`tisdagen den 7 mars 2023` (CLDR pattern `EEEE'en' 'den' d MMMM y`)."""
    return f"{_words('day', 'wide')[day.weekday()]}en {den_date_text(day)}"


def iso_text(day: dt.date, last: dt.date | None = None) -> str:
    """`2023-03-07`; with a last day only what differs: `2022-12-12–13`, `2022-11-30–12-02`."""
    if last is None or last == day:
        return day.isoformat()
    if last < day:
        raise ValueError(f"dagarna {day}–{last} går baklänges")
    end = last.isoformat()
    if day.year == last.year:
        end = end[8:] if day.month == last.month else end[5:]
    return f"{day.isoformat()}–{end}"


def weekday_name(day: dt.date) -> str:
    """`tisdag`."""
    return _words("day", "wide")[day.weekday()]


# --- parsing -----------------------------------------------------------------------------

_WEEKDAY = r"(?:(?!den )([a-zåäö]+) )?(?:den )?"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})[ -](\d{4})")
_POINT = re.compile(r"(\d{1,2})\.(\d{1,2})[. ](\d{4})")
_IN_WORDS = re.compile(rf"{_WEEKDAY}(\d{{1,2}})(?::[ea])? ([a-zåäö]+)\.? (\d{{4}})")

_ISO_SPAN = re.compile(rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}{DASH}(?:(?:\d{{4}}-)?\d{{1,2}}-)?\d{{1,2}}")
_WORD_SPAN = re.compile(
    rf"{_WEEKDAY}\d{{1,2}}(?: [a-zåäö]+\.?)?(?: \d{{4}})?{DASH}"
    rf"{_WEEKDAY}\d{{1,2}} [a-zåäö]+\.? \d{{4}}"
)


def parse_date(value: object) -> dt.date:
    """One day from a cell's value. Never a guess: `7/3` has no year, `7/3/2023` two readings."""
    if isinstance(value, dt.datetime):
        if value.time() != dt.time():
            raise Unreadable(
                f"{quoted(value)} har också ett klockslag",
                f"bara datumet, {value.date().isoformat()}",
            )
        return _known_year(value.date())
    if isinstance(value, dt.date):
        return _known_year(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        # 20230307 typed in a cell without text format reaches us as a number.
        if value == value // 1 and _COMPACT.fullmatch(f"{value:.0f}"):
            return parse_date(f"{value:.0f}")
        raise Unreadable(f"{quoted(value)} är ett tal, inte ett datum", _EXPECTED)
    if not isinstance(value, str) or not plain(value):
        raise Unreadable("datumet saknas" if value in (None, "") else _not_a_date(value), _EXPECTED)
    return _parse_text(plain(value).casefold())


def _parse_text(text: str) -> dt.date:
    if m := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _day(m[1], m[2], m[3])
    if m := _SLASH.fullmatch(text) or _POINT.fullmatch(text):
        return _day(m[3], m[2], m[1])
    if m := _IN_WORDS.fullmatch(text):
        return _weekday_checked(_day(m[4], _month_number(m[3]), m[2]), m[1])
    raise _why_not(text)


def _day(year: str, month: str | int, day: str) -> dt.date:
    y, m, d = int(year), int(month), int(day)
    if not FIRST_YEAR <= y <= LAST_YEAR:
        raise _unknown_year(y)
    if not 1 <= m <= 12:
        raise Unreadable(f"det finns ingen månad {m}", _EXPECTED)
    try:
        return dt.date(y, m, d)
    except ValueError:
        length = (dt.date(y + m // 12, m % 12 + 1, 1) - dt.timedelta(days=1)).day
        month_name = _words("month", "wide")[m]
        raise Unreadable(f"{month_name} {y} har {length} dagar, ingen dag {d}", _EXPECTED) from None


def _known_year(day: dt.date) -> dt.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _unknown_year(day.year)
    return day


def _unknown_year(year: int) -> Unreadable:
    return Unreadable(f"året {year} ligger utanför {FIRST_YEAR}–{LAST_YEAR}", _EXPECTED)


def _month_number(name: str) -> int:
    try:
        return _numbers("month")[name]
    except KeyError:
        raise Unreadable(f"{quoted(name)} är ingen månad", _EXPECTED) from None


def _weekday_checked(day: dt.date, weekday: str | None) -> dt.date:
    """The date, unless a weekday was written with it that the almanac contradicts."""
    if weekday is None:
        return day
    number = _numbers("day").get(weekday)
    if number is None:
        raise Unreadable(f"{quoted(weekday)} är ingen veckodag", weekday_text(day))
    if number != day.weekday():
        names = _words("day", "wide")
        raise Unreadable(
            f"{date_text(day)} är en {names[day.weekday()]}, inte en {names[number]}",
            f"{weekday_text(day)}, eller rätta datumet",
        )
    return day


def _not_a_date(value: object) -> str:
    return f"{quoted(value)} går inte att läsa som ett datum"


def _why_not(text: str) -> Unreadable:
    """The nearest explanation for a text that is no date."""
    if m := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        readings = f"{m[3]}-{m[2]:0>2}-{m[1]:0>2} eller {m[3]}-{m[1]:0>2}-{m[2]:0>2}"
        return Unreadable(f"{quoted(text)} kan läsas på två sätt", readings)
    if re.fullmatch(r"\d{1,2}(/|-|–)\d{1,2}|(?:den )?\d{1,2}(?::[ea])? [a-zåäö]+\.?", text):
        return Unreadable(f"{quoted(text)} saknar år", _EXPECTED)
    if re.fullmatch(r"\d{6}|\d{1,2}([/.-])\d{1,2}[ /.-]\d{2}|.*[a-zåäö]\.? '?\d{2}", text):
        return Unreadable(f"{quoted(text)} har inte året med fyra siffror", _EXPECTED)
    if re.fullmatch(r"[-−]?\d+(?:[., ]\d+)*", text):
        return Unreadable(f"{quoted(text)} är ett tal, inte ett datum", _EXPECTED)
    if _ISO_SPAN.fullmatch(text) or _WORD_SPAN.fullmatch(text):
        return Unreadable(f"{quoted(text)} är flera dagar", "en enda dag, till exempel 2022-12-12")
    return Unreadable(_not_a_date(text), _EXPECTED)
