"""Text in, text out: blanks made hard or plain, the first letter raised or lowered.

Hard (U+00A0) in text that gen computes are the blanks between

* `den` and the day: den·7 mars 2023 (not the one before the month or the year),
* § and its number, on either side: §·50, §§·23–51, 5·kap. 50·§, 5·a·§,
* a number and its unit: 12·kronor, 5,1·mnkr, 12,5·%, and the groups of thousands: 12·500,
* `kl.`, `kl`, `klockan` and the time: klockan·13.00,
* initials and what follows them: A.·B.·Berg,
* a name and its party: Mia Honeth·(L).

What a person has written in a cell is never changed: a cell's text is text.

Hyphens stay U+002D, in dates and diarienummer too. A no-break hyphen (U+2011) would keep
`2023-03-07` on one line, but search, copy and text extraction of the PDF would then give a
string that no longer is an ISO date or a dnr. A template that must not break there sets
the field in a cell or a tab of its own, where nothing can break.
"""

from __future__ import annotations

import re
import unicodedata

NBSP = "\u00a0"

DASH = r" ?(?:--|[-–—]) ?"
"""What people type between the ends of an interval (regular expression, on `plain` text)."""

_UNITS = (
    r"kr|kronor|krona|tkr|mnkr|mkr|mdkr|procent|%|‰|miljoner|miljarder"
    r"|km|m|m²|m2|kvm|ha|kg|ton|kWh|MWh|GWh"
)

# Each pattern matches the blank with what stands before it; what follows is looked at only.
# The looks accept blanks that are hard already, so that a second pass changes nothing.
_HARD = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b[Dd]en (?=\d{1,2}(?!\d))",
        r"§ (?=\d)",
        rf"(?<=\d) (?=(?:[a-z][ {NBSP}])?§)",
        rf"(?<=\d[ {NBSP}][a-z]) (?=§)",
        r"(?<=\d) (?=kap\b)",
        rf"(?<![\d.,])\d{{1,3}}(?:[ {NBSP}]\d{{3}})+(?!\d)",
        rf"(?<=\d) (?=(?:{_UNITS})(?!\w))",
        r"\b[Kk]l(?:\.|ockan)? (?=\d)",
        r"\b[A-ZÅÄÖ]\. (?=[A-ZÅÄÖ])",
        r"(?<=[^\W\d]) (?=\((?:[A-ZÅÄÖ]{1,5}|Fi|-)\))",
    )
)

# Word and the web leave these behind in what is pasted; none is meant by the person.
_PASTED = {ord(c): None for c in "\u00ad\u200b\u200c\u200d\u2060\ufeff"} | {
    ord(c): "-" for c in "\u2010\u2011"
}


def hard_blanks(text: str) -> str:
    """Computed text with its unbreakable blanks as U+00A0. Twice gives the same as once."""
    for pattern in _HARD:
        text = pattern.sub(lambda m: m[0].replace(" ", NBSP), text)
    return text


def plain(text: str) -> str:
    """Text for a parser: NFC, every blank one U+0020, none at the ends, no invisible signs."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_PASTED).split())


def versal(text: str) -> str:
    """The first letter upper case, past opening quotes; the rest as it stands."""
    return re.sub(r"^\W*\w", lambda m: m[0].upper(), text, count=1)


def gemen(text: str) -> str:
    """The first letter lower case, past opening quotes; the rest as it stands."""
    return re.sub(r"^\W*\w", lambda m: m[0].lower(), text, count=1)
