"""The numbers of §§ and chapters, as in a law: `4 a §`, `2 kap. 3 §`, and the references in a text.

Takes strings and dates, never the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gen.swedish.typography import DASH, NBSP, plain
from gen.swedish.unreadable import Unreadable, quoted


class Nummer(NamedTuple):
    """The number of a § or a chapter: `4`, or `4 a` for one that was put in between 4 and 5."""

    tal: int
    bokstav: str = ""

    def __str__(self) -> str:
        return f"{self.tal}{NBSP}{self.bokstav}" if self.bokstav else str(self.tal)

    @property
    def following(self) -> Nummer:
        """What comes next where nobody says otherwise: 5 after 4, and after 4 a."""
        return Nummer(self.tal + 1)


_TYPED = re.compile(r"(?:§ ?)?(\d{1,4}) ?([a-zåäö])?(?: ?§| ?kap\.?)?", re.I)


def parse_nummer(text: str) -> Nummer:
    """`4`, `4a`, `4 a §`, `§ 4 a`, `2 kap.`. Unreadable: anything else, and 0."""
    found = _TYPED.fullmatch(plain(text))
    if found is None or int(found[1]) == 0:
        raise Unreadable(f"{quoted(text)} är inget nummer", "numret, till exempel 4 eller 4 a")
    return Nummer(int(found[1]), (found[2] or "").lower())


class Hanvisning(NamedTuple):
    """A reference as it stands in the text: to §§ of a chapter, or of the one that it stands in;
    without §§ to the chapters themselves."""

    text: str
    kapitel: tuple[Nummer, ...]
    paragrafer: tuple[Nummer, ...]


_BETWEEN = rf"(?:, | och | samt | eller |{DASH})"
_ONE = rf"\d{{1,3}}(?: [a-zåäö](?=,| §| kap|{DASH}| och | samt | eller ))?"
_SOME = rf"{_ONE}(?:{_BETWEEN}{_ONE})*"
_START = r"(?<![\w:.,/§–-])(?<!§ )"
_KAPITEL = rf"(?:(?P<kapitel>{_ONE}) kap\.? )?"
_SIGN_AFTER = re.compile(rf"{_START}{_KAPITEL}(?P<paragrafer>{_SOME}) §§?(?![\w§])", re.I)
_SIGN_BEFORE = re.compile(
    rf"{_KAPITEL}(?<![§\d] )(?<!§)§§? (?P<paragrafer>\d{{1,3}}(?: [a-zåäö](?![\w]))?"
    rf"(?:{_BETWEEN}\d{{1,3}}(?: [a-zåäö](?![\w]))?)*)(?![\w/:])",
    re.I,
)
_CHAPTERS = re.compile(rf"{_START}(?P<kapitel>{_SOME}) kap\b(?!\.? ?[\d§])\.?", re.I)
_NUMBER = re.compile(r"(\d+)(?: ([a-zåäö])\b)?", re.I)

# What may stand between a reference and the law that it is to: `3 § första stycket 2 och 5 §
# kommunallagen`.
_MORE = re.compile(
    rf"(?: (?:första|andra|tredje|fjärde|femte|sjätte) (?:stycket|meningen|punkten)| [\d,–]+"
    rf"(?: och \d+)?(?! ?(?:§|kap|[a-z] §))"
    rf"|{_BETWEEN}(?:{_SOME} kap\.? )?(?:{_SOME} §§?|§§? {_SOME}))*"
)
_OWN = re.compile(r" (?:i |enligt )?(?:denna|detta|dessa)\b", re.I)
_LAW = (
    r"(?:\w*(?:lag|lagen|lagens|balk|balken|balkens|förordning|förordningen|förordningens|formen"
    r"|ordningen|ordningens|reglementet|reglementets|föreskrifterna|taxan|stadgan|stadgarna"
    r"|direktivet|fördraget)|samma|nämnda|KL|FL|OSL|SoL|LSS|LVU|LVM|PBL|RF|TF|LOU|OL|AL)\b"
)
_LAW_AFTER = re.compile(rf"(?: [^\s.,;:()]+){{0,3}}? (?:{_LAW}|\(\d{{4}}:\d+\))")
_LAW_BEFORE = re.compile(rf"(?:\b{_LAW}|\(\d{{4}}:\d+\)),? (?:och |i )?$")
_MINUTES = re.compile(r"(?:\d\d-\d\d|\d{4}|\bKF|\bKS\w*|\bprotokoll\w*),? $")


def references(text: str, *, sign_after: bool) -> Iterator[Hanvisning]:
    """The references of a text to its own §§ (`3 §`, or `§ 3` where that is its form) and chapters.

    Those that name another law or text are left out, and those to the § of a protokoll.
    """
    text = plain(text)
    if "§" not in text and "kap" not in text:
        return
    for pattern in (_SIGN_AFTER if sign_after else _SIGN_BEFORE, _CHAPTERS):
        for found in pattern.finditer(text):
            before, after = text[: found.start()], text[found.end() :]
            if not (_elsewhere(before, after) or _MINUTES.search(before)):
                groups = found.groupdict()
                yield Hanvisning(
                    found[0],
                    _numbers(groups["kapitel"] or ""),
                    _numbers(groups.get("paragrafer") or ""),
                )


def _elsewhere(before: str, after: str) -> bool:
    rest = after[_end(after) :]
    if _OWN.match(rest):
        return False
    return bool(_LAW_AFTER.match(rest) or _LAW_BEFORE.search(before))


def _end(after: str) -> int:
    """Where what belongs to the reference itself ends."""
    found = _MORE.match(after)
    return found.end() if found else 0


def _numbers(text: str) -> tuple[Nummer, ...]:
    return tuple(Nummer(int(tal), bokstav.lower()) for tal, bokstav in _NUMBER.findall(text))
