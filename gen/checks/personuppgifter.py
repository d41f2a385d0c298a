"""What ought not to be in a text that anybody may read: personnummer, e-post, telefon.

What is secret is not looked at, nor are files that are set in.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from gen import findings
from gen.checks import text_rule
from gen.checks.texter import Skrift
from gen.findings import Finding
from gen.register import Register
from gen.swedish.lists import list_text

# Nearly all texts have neither @, +46 nor one of these, and need no closer look: the 0 that begins
# a telephone number or the month of a personnummer, the 1 of October and later. A pattern that
# begins with one certain sign is found ten times as fast as one that begins with any digit.
_ZERO = re.compile(r"0(?:(?<=[0-9]{2}0)[1-9][0-9]{2}|(?<![\w/.,–-]0)[1-9])")
_ONE = re.compile(r"1(?<=[0-9]{2}1)[0-2][0-9]{2}")
_PERSONNUMMER = re.compile(r"(?<![\d.,/-])(?:19|20)?(\d{6})([-+–‑ ]?)(\d{4})(?!\d)")
_E_POST = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEFON = re.compile(
    r"(?<![\w/.,–-])(?:\+46[ -]?(?:\(0\))?|0)[1-9]\d{0,2}[-–‑/ ]{0,3}"
    r"\d{2,4}(?:[ -]?\d{2,3}){1,3}(?![\d/])"
)
_FEWEST, _MOST = 8, 11
"""Digits of a Swedish telephone number with its 0 (08-12 34 56; +46 counts two more)."""


@text_rule
def no_personal_details_in_public(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """3 kap. 10 § dataskyddslagen (2018:218); artikel 5.1 c dataskyddsförordningen: no more than
    is needed. The kommun's own address is; of a personnummer the finding shows the birthday."""
    own = register.kommun.e_post.casefold()
    for path, text in skrift.offentligt:
        if not _may_tell(text):
            continue
        people = [m for m in _PERSONNUMMER.finditer(text) if is_personnummer(m[1], m[2], m[3])]
        if people:
            yield findings.PERSONNUMMER(path, value=_listed([f"{m[1]}-XXXX" for m in people]))
        ways = [m[0] for m in _E_POST.finditer(text) if m[0].casefold() != own]
        # 070106-2382 has the form of both, and is not to be repeated.
        taken = {m.start() for m in people}
        phones = (m for m in _TELEFON.finditer(text) if m.start() not in taken)
        ways += [m[0].strip() for m in phones if is_telefon(m[0])]
        if ways:
            yield findings.CONTACT_DETAILS(path, value=_listed(ways))


def _may_tell(text: str) -> bool:
    return "@" in text or "+46" in text or bool(_ZERO.search(text) or _ONE.search(text))


def _listed(found: list[str]) -> str:
    return list_text(list(dict.fromkeys(found)))


def is_personnummer(birthday: str, between: str, last: str) -> bool:
    """A day that exists (60 more in a samordningsnummer) and a check digit that is right."""
    month, day = int(birthday[2:4]), int(birthday[4:])
    try:
        dt.date(2000, month, day - 60 if day > 60 else day)  # a leap year: no day is missing
    except ValueError:
        return False
    if not between and birthday.startswith("07"):
        return False  # 0701234567 is a telephone
    return _luhn(birthday + last)


def _luhn(digits: str) -> bool:
    """Every second digit doubled, from the first of ten: the sum ends in 0."""
    doubled = (int(d) * (2 if i % 2 == 0 else 1) for i, d in enumerate(digits))
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0


def is_telefon(text: str) -> bool:
    """Long enough; 8 digits only in the area of 08."""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    digits = "0" + digits[2:] if text.startswith("+46") else digits
    return _FEWEST + (not digits.startswith("08")) <= len(digits) <= _MOST
