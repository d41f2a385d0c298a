"""Numbers, amounts and percentages as Swedish documents write them; numbers back from text.

A value is an exact `Decimal` and keeps the decimals it was given: 12,50 stays 12,50.
Formatting needs no Babel: grouping and rounding by locale would drop those decimals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from gen.swedish.typography import NBSP, plain
from gen.swedish.unreadable import Unreadable, quoted

MINUS = "\u2212"

UNITS = (
    "kronor",
    "kr",
    "tkr",
    "mnkr",
    "mkr",
    "mdkr",
    "miljoner kronor",
    "miljarder kronor",
    "%",
    "procent",
)
"""What an amount can be counted in. The unit is kept as written: mnkr is not turned into mkr."""

_ONE = {
    "kronor": "krona",
    "miljoner kronor": "miljon kronor",
    "miljarder kronor": "miljard kronor",
}

_NUMBER = re.compile(r"([-–−]|minus )? ?(\d{1,3}(?: \d{3})+|\d+)(?:,(\d+))?")
_EXPECTED = "talet med decimalkomma, till exempel 12 500 eller 12,5"


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of a unit of `UNITS`."""

    value: Decimal
    unit: str = "kronor"


def number_text(value: Decimal | int) -> str:
    """`12 500,5` with hard blanks between the thousands and a real minus sign."""
    digits = f"{abs(value):,f}".replace(",", NBSP).replace(".", ",")
    return f"{MINUS}{digits}" if value < 0 else digits


def amount_text(amount: Amount) -> str:
    """`12 500 kronor`, `1 krona`, `5,1 mnkr`, `12,5 %`; the blanks at the number are hard."""
    unit = _ONE.get(amount.unit, amount.unit) if abs(amount.value) == 1 else amount.unit
    return f"{number_text(amount.value)}{NBSP}{unit}"


def parse_number(value: object) -> Decimal:
    """A number from a cell or from text. A point is asked about: 12.500 has two readings."""
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        # repr of a float is its shortest decimal form: what was typed, not the binary tail.
        number = Decimal(repr(value))
        if number.is_finite():
            return number.to_integral_value() if number == number.to_integral_value() else number
    if not isinstance(value, str) or not plain(value):
        reason = "talet saknas" if value in (None, "") else _not_a_number(value)
        raise Unreadable(reason, _EXPECTED)
    m = _NUMBER.fullmatch(plain(value).casefold())
    if not m:
        raise _why_not(plain(value))
    digits = m[2].replace(" ", "") + (f".{m[3]}" if m[3] else "")
    return -Decimal(digits) if m[1] else Decimal(digits)


def _why_not(text: str) -> Unreadable:
    bare = text.replace(" ", "")
    if m := re.fullmatch(r"([-–−]?\d{1,3})\.(\d{3})", bare):
        thousands, decimal = f"{m[1]} {m[2]}", f"{m[1]},{m[2]}".rstrip("0").rstrip(",")
        return Unreadable(
            f"{quoted(text)} kan läsas både som tusental och som decimaltal",
            f"{thousands} eller {decimal}",
        )
    if m := re.fullmatch(r"([-–−]?\d+)\.(\d+)", bare):
        return Unreadable(f"{quoted(text)} har punkt i stället för komma", f"{m[1]},{m[2]}")
    return Unreadable(_not_a_number(text), _EXPECTED)


def _not_a_number(value: object) -> str:
    return f"{quoted(value)} går inte att läsa som ett tal"
