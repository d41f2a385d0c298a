"""Dates inside texts: the almanac has them, and they are written as Swedish writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from gen import findings
from gen.checks import text_rule
from gen.checks.texter import TITLES, Skrift, Stycke
from gen.findings import Finding
from gen.kept import kept
from gen.register import Register
from gen.swedish.dates import den_date_text, iso_text, weekday_text
from gen.swedish.typography import NBSP

# fmt: off
_MONTHS = {name: number for number, name in enumerate((
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
), 1)}
# fmt: on
# A date in words is found by its year, and looked back from there: a pattern that begins with a
# blank is four times as fast as one that begins with any digit.
_YEAR = re.compile(r" ([0-9]{4})(?!\d)")
_DAY = re.compile(r"(\d\d?)(?::[ea])?$", re.I)
_LONGEST = len("torsdagen den ")
_BETWEEN_DIGITS = re.compile(r"-(?<=\d-)\d")
_ISO = re.compile(r"([12]\d\d\d)-(\d\d?)-(\d\d?)(?![\d/])")
_ISO_SPAN = re.compile(
    r"([12]\d\d\d-\d\d-\d\d)"
    r"(?:(?: ?-- ?| ?— ?| - )((?:(?:(?:19|20)\d\d-)?\d\d-)?\d\d)|-(\d\d))(?![\d-])"
)
_NOT_BEFORE = frozenset("0123456789/.:–-")
_WEEKDAY = re.compile(r"(?<!\w)((?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?) (?:den )?$", re.I)
_WORD_BEFORE = re.compile(r"([a-zåäöé]+) $")
_JOINING = frozenset({"och", "till", "samt", "eller"})


class Skrivet(NamedTuple):
    """A date in words as it stands in a text. `day` is None for one that is in no almanac.

    `den`: whether it stands before; `weekday`: the one that stands there, from its beginning.
    """

    start: int
    end: int
    day: dt.date | None
    den: bool
    weekday: re.Match[str] | None


class Daterat(NamedTuple):
    """A text that may hold dates: those in words; `numbers`: whether there are some in numbers."""

    stycke: Stycke
    in_words: tuple[Skrivet, ...]
    numbers: bool


@text_rule
def a_date_is_in_the_almanac(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """`31 april 2023`, `2023-02-29`, and a weekday that is not the day's."""
    for text, dates, numbers in _dates(skrift):
        for start, end, day, _, weekday in dates:
            if day is None:
                yield findings.NO_SUCH_DAY(text.at, value=text.text[start:end])
            elif weekday:
                right = weekday_text(day).replace(NBSP, " ")
                if not right.startswith(weekday[1].casefold().removesuffix("en")):
                    yield findings.WEEKDAY_DIFFERS(
                        text.at,
                        value=f"{weekday[1]} den {text.text[start:end]}",
                        suggestion=right,
                        day=den_date_text(day).replace(NBSP, " "),
                        weekday=right.partition("en ")[0],
                    )
        for match in _iso(_ISO, text.text) if numbers else ():
            if _day(int(match[1]), int(match[2]), int(match[3])) is None:
                yield findings.NO_SUCH_DAY(text.at, value=match[0])


@text_rule
def a_date_in_a_sentence_has_its_den(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """`den 21 januari 2022`; with a weekday `tisdagen den 7 mars 2023`."""
    for text, dates, _ in _dates(skrift):
        if text.del_ in TITLES:
            continue
        for start, end, day, den, weekday in dates:
            if day is None:
                continue
            if weekday:
                if not den or not weekday[1].casefold().endswith("en"):
                    written = text.text[weekday.start() : end]
                    right = weekday_text(day).replace(NBSP, " ")
                    yield findings.DATE_WITHOUT_DEN(text.at, value=written, suggestion=right)
            elif not den and (word := _word_before(text.text, start)):
                words = text.text[start:end]
                written = f"{word} {words}"
                right = f"{word} den {words}"
                yield findings.DATE_WITHOUT_DEN(text.at, value=written, suggestion=right)


@text_rule
def days_in_a_row_have_an_en_dash(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """`2022-12-12–13`, where Lund wrote `2022-12-12--13` and others set a long dash."""
    for text, _, numbers in _dates(skrift):
        for match in _iso(_ISO_SPAN, text.text) if numbers else ():
            end = match[2] or match[3]
            first = _day(*map(int, match[1].split("-")))
            last = _day(*map(int, (match[1][: -len(end)] + end).split("-")))
            if first is not None and last is not None and first < last:
                right = iso_text(first, last)
                yield findings.DAYS_WITHOUT_EN_DASH(text.at, value=match[0], suggestion=right)


@kept
def _dates(skrift: Skrift) -> tuple[Daterat, ...]:
    """The texts that may hold dates."""
    found: list[Daterat] = []
    for text in skrift.stycken:
        if text.numbers:
            in_words = tuple(_in_words(text.text))
            numbers = _BETWEEN_DIGITS.search(text.text) is not None
            if in_words or numbers:
                found.append(Daterat(text, in_words, numbers))
    return tuple(found)


def _in_words(text: str) -> Iterator[Skrivet]:
    for year in _YEAR.finditer(text):
        blank = text.rfind(" ", 0, year.start())
        month = _MONTHS.get(text[blank + 1 : year.start()].casefold())
        found = _DAY.search(text, max(0, blank - 4), max(0, blank)) if month else None
        if month and found and _begins(text, found):
            start = found.start()
            day = _day(int(year[1]), month, int(found[1]))
            yield Skrivet(start, year.end(), day, *_before(text, start))


def _iso(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(text) if _begins(text, match))


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether it is no end of something longer: `12–13 december 2022`, `SLK-2024-00-12`."""
    return text[match.start() - 1 : match.start()] not in _NOT_BEFORE


def _before(text: str, start: int) -> tuple[bool, re.Match[str] | None]:
    """Whether a `den` stands before a date, and the weekday before that or before the date."""
    seen = text[max(0, start - _LONGEST) : start].casefold()
    den = seen.endswith("den ") and not seen[-5:-4].isalnum()
    # Few dates have one, and to look for its end alone is five times as fast.
    return den, _WEEKDAY.search(text, max(0, start - _LONGEST), start) if "dag" in seen else None


def _word_before(text: str, start: int) -> str:
    """The word that wants a `den` after it; none where the date begins, or goes on from another.

    Not before a capital (`Protokoll 7 mars 2023` is a name), nor in `den 1 mars till 3 april`.
    """
    found = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if found is None or text[found.start() - 1 : found.start()] not in (" ", "\n", ""):
        return ""
    sentence = text[: found.start()].rpartition(". ")[2]
    if found[1] in _JOINING and re.search(r"\d", sentence):
        return ""
    return found[1]


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
