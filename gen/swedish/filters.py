"""The filters of the templates: JSON values of the context in, text out.

A filter takes exactly what the context holds (ISO dates and times, numbers, text, lists;
null is absent and gives nothing). Anything else is a mistake in the template and raises a
`ValueError` that says so in Swedish. The docstrings are what `gen mall fält` prints.
"""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections.abc import Callable
from decimal import Decimal
from functools import wraps
from typing import NoReturn, ParamSpec, TypeVar

from gen.swedish import amounts, dates, lists, paragraphs, phrases, times, typography

P = ParamSpec("P")
R = TypeVar("R")

FILTERS: dict[str, Callable[..., object]] = {}
"""Every filter by the name that templates use, in the order of the vocabulary listing."""

_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_TIME = re.compile(r"\d\d:\d\d(:\d\d)?")


def _filter(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declares a filter, and puts its name before what it has to say against a template."""

    def declare(function: Callable[P, R]) -> Callable[P, R]:
        signature = inspect.signature(function)

        @wraps(function)
        def named(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                signature.bind(*args, **kwargs)
            except TypeError:
                raise ValueError(f"{name}: fel antal uppgifter inom parentesen") from None
            try:
                return function(*args, **kwargs)
            except ValueError as fault:
                raise ValueError(f"{name}: {fault}") from None

        FILTERS[name] = named
        return named

    return declare


def _refuse(value: object, takes: str) -> NoReturn:
    # str() first: of a field that does not exist Jinja raises its own, better error here.
    shown = str(value)
    what = f"”{shown[:40]}”" if shown else "tom text"
    raise ValueError(f"filtret tar emot {takes}, men fick {what}")


def _date(value: object) -> dt.date | None:
    if value is None:
        return None
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    _refuse(value, "ett datum som 2023-03-07")


def _time(value: object) -> dt.time | None:
    if value is None:
        return None
    if isinstance(value, str) and _ISO_TIME.fullmatch(value):
        try:
            return dt.time.fromisoformat(value)
        except ValueError:
            pass
    _refuse(value, "ett klockslag som 13:00")


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else _refuse(value, "text")


def _texts(value: object) -> list[str]:
    if value is None:
        return []
    if isinstance(value, (list, tuple)) and all(isinstance(part, str) for part in value):
        return list(value)
    _refuse(value, "en lista av texter")


def _number(value: object) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        try:
            return amounts.parse_number(value)
        except ValueError:
            pass
    _refuse(value, "ett tal")


def _dated(
    text: Callable[[dt.date, dt.date | None], str], first: object, last: object = None
) -> str:
    day, end = _date(first), _date(last)
    if day is None:
        return ""
    if end is not None and end < day:
        _refuse(last, f"en sista dag som inte är före {day}")
    return text(day, end)


@_filter("datum")
def datum(value: object, till: object = None) -> str:
    """2023-03-07 blir 7 mars 2023; datum(sista_dag) ger 12–13 december 2022."""
    return _dated(dates.date_text, value, till)


@_filter("den_datum")
def den_datum(value: object, till: object = None) -> str:
    """2023-03-07 blir den 7 mars 2023; den_datum(sista_dag) ger den 12–13 december 2022."""
    return _dated(dates.den_date_text, value, till)


@_filter("iso_datum")
def iso_datum(value: object, till: object = None) -> str:
    """2023-03-07 blir 2023-03-07; iso_datum(sista_dag) ger 2022-12-12–13."""
    return _dated(dates.iso_text, value, till)


@_filter("veckodag")
def veckodag(value: object) -> str:
    """2023-03-07 blir tisdagen den 7 mars 2023."""
    day = _date(value)
    return "" if day is None else dates.weekday_text(day)


@_filter("klockslag")
def klockslag(value: object) -> str:
    """13:00 blir 13.00."""
    at = _time(value)
    return "" if at is None else times.time_text(at)


@_filter("tidsintervall")
def tidsintervall(value: object, till: object = None) -> str:
    """13:00 | tidsintervall(till_klockan) blir 13.00–13.33, eller 13.00 när sluttiden saknas."""
    start, end = _time(value), _time(till)
    return "" if start is None else times.time_text(start, end)


@_filter("paragrafer")
def paragrafer(value: object, tecken: paragraphs.Tecken = "§") -> str:
    """Listan 23, 24, 25 blir § 23–25; paragrafer("§§") ger §§ 23–25."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)) and all(type(number) is int for number in value):
        if tecken not in ("§", "§§"):
            _refuse(tecken, "tecknet § eller §§")
        return paragraphs.format_paragraphs(value, tecken)
    _refuse(value, "en lista av paragrafnummer")


@_filter("tal")
def tal(value: object) -> str:
    """12500.5 blir 12 500,5 med fasta mellanslag."""
    number = _number(value)
    return "" if number is None else amounts.number_text(number)


@_filter("belopp")
def belopp(value: object, enhet: str = "kronor") -> str:
    """12500 blir 12 500 kronor; belopp("mnkr") gör 5.1 till 5,1 mnkr."""
    number = _number(value)
    if enhet not in amounts.UNITS:
        _refuse(enhet, f"enheten {lists.list_text(amounts.UNITS, 'eller')}")
    return "" if number is None else amounts.amount_text(amounts.Amount(number, enhet))


@_filter("procent")
def procent(value: object) -> str:
    """12.5 blir 12,5 %."""
    number = _number(value)
    return "" if number is None else amounts.amount_text(amounts.Amount(number, "%"))


@_filter("versal")
def versal(value: object) -> str:
    """Stor första bokstav: kommunstyrelsen blir Kommunstyrelsen."""
    return typography.versal(_text(value))


@_filter("gemen")
def gemen(value: object) -> str:
    """Liten första bokstav: Ordförande blir ordförande."""
    return typography.gemen(_text(value))


@_filter("uppräkning")
def upprakning(value: object, bindeord: str = "och") -> str:
    """Listan A, B, C blir A, B och C; uppräkning("samt") ger A, B samt C."""
    return lists.list_text(_texts(value), _text(bindeord))


@_filter("att_satser")
def att_satser(value: object) -> tuple[str, ...]:
    """En lista av punkter blir en lista av att-satser med komma, samt och punkt."""
    return lists.att_satser(_texts(value))


@_filter("meningar")
def meningar(value: object) -> tuple[str, ...]:
    """En lista av punkter blir en lista av meningar med stor bokstav och punkt."""
    return lists.sentences(_texts(value))


@_filter("genitiv")
def genitiv(value: object) -> str:
    """Kommunkontoret blir Kommunkontorets; Mia Honeth (L) blir Mia Honeths (L)."""
    return phrases.genitiv(_text(value))


@_filter("obestämd")
def obestamd(value: object) -> str:
    """Formen efter genitiv: socialnämnden blir socialnämnd."""
    return phrases.obestamd(_text(value))


@_filter("bestämd")
def bestamd(value: object) -> str:
    """Bestämd form: socialnämnd blir socialnämnden."""
    return phrases.bestamd(_text(value))


@_filter("löpande")
def lopande(value: object) -> str:
    """Organets namn inne i en mening: Socialnämnden blir socialnämnden."""
    return phrases.lopande(_text(value))


@_filter("fasta_mellanslag")
def fasta_mellanslag(value: object) -> str:
    """Texten med fasta mellanslag: § 50, 5 mnkr och Mia Honeth (L) blir aldrig två rader."""
    return typography.hard_blanks(_text(value))
