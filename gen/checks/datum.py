"""Dates inside texts: the almanac has them, and they are written as Swedish writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from gen import findings
from gen.checks import rule
from gen.checks.texter import TITLES, Stycke, texts
from gen.findings import Finding
from gen.kept import kept
from gen.model import Sammantrade
from gen.register import Register
from gen.swedish.dates import den_date_text, iso_text, weekday_text
from gen.swedish.typography import NBSP

_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_NUMBERS = {name: number for number, name in enumerate(_MONTHS.split("|"), 1)}
# A date in words is found by its year, and looked back from there: a pattern that begins with a
# blank is four times as fast as one that begins with any digit.
_YEAR = re.compile(r" (\d{4})(?!\d)")
_DAY_AND_MONTH = re.compile(rf"(\d\d?)(?::[ea])? ({_MONTHS})$", re.I)
_LONGEST = len("31:a september")
_BETWEEN_DIGITS = re.compile(r"-(?<=\d-)\d")
_ISO = re.compile(r"([12]\d\d\d)-(\d\d?)-(\d\d?)(?![\d/])")
_ISO_SPAN = re.compile(
    r"([12]\d\d\d-\d\d-\d\d)"
    r"(?:(?: ?-- ?| ?— ?| - )((?:(?:(?:19|20)\d\d-)?\d\d-)?\d\d)|-(\d\d))(?![\d-])"
)
_NOT_BEFORE = frozenset("0123456789/.:–-")
_WEEKDAY = r"(?P<weekday>(?:mån|tis|ons|tors|fre|lör|sön)dag(?P<definite>en)?) "
_BEFORE = re.compile(rf"(?<!\w)(?:{_WEEKDAY})?(?P<den>den )?$|$", re.I)
_WORD_BEFORE = re.compile(r"([a-zåäöé]+) $")
_JOINING = frozenset({"och", "till", "samt", "eller"})


class Skrivet(NamedTuple):
    """A date in words as it stands in a text, with the weekday and the `den` before it.

    `day` is None for one that is in no almanac.
    """

    start: int
    end: int
    words: str
    day: dt.date | None
    before: re.Match[str]


@rule
def a_date_is_in_the_almanac(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`31 april 2023`, `2023-02-29`, and a weekday that is not the day's."""
    for text, dates in _dates(meeting):
        for _, _, words, day, before in dates:
            weekday = before["weekday"]
            if day is None:
                yield findings.NO_SUCH_DAY(text.at, value=words)
            elif weekday:
                right = weekday_text(day).replace(NBSP, " ")
                if not right.startswith(weekday.casefold().removesuffix("en")):
                    yield findings.WEEKDAY_DIFFERS(
                        text.at,
                        value=f"{weekday} den {words}",
                        suggestion=right,
                        day=den_date_text(day).replace(NBSP, " "),
                        weekday=right.partition("en ")[0],
                    )
        for match in _iso(_ISO, text.text):
            if _day(match[1], match[2], match[3]) is None:
                yield findings.NO_SUCH_DAY(text.at, value=match[0])


@rule
def a_date_in_a_sentence_has_its_den(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`den 21 januari 2022`; with a weekday `tisdagen den 7 mars 2023` (domain 3.1)."""
    for text, dates in _dates(meeting):
        if text.del_ in TITLES:
            continue
        for start, end, words, day, before in dates:
            if day is None:
                continue
            if before["weekday"]:
                if not before["den"] or not before["definite"]:
                    written = text.text[start - len(before[0]) : end]
                    right = weekday_text(day).replace(NBSP, " ")
                    yield findings.DATE_WITHOUT_DEN(text.at, value=written, suggestion=right)
            elif not before["den"] and (word := _word_before(text.text, start)):
                written = f"{word} {words}"
                right = f"{word} den {words}"
                yield findings.DATE_WITHOUT_DEN(text.at, value=written, suggestion=right)


@rule
def days_in_a_row_have_an_en_dash(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`2022-12-12–13`, where Lund wrote `2022-12-12--13` and others set a long dash."""
    for text in _with_numbers(meeting):
        for match in _iso(_ISO_SPAN, text.text):
            end = match[2] or match[3]
            first = _day(*match[1].split("-"))
            last = _day(*(match[1][: -len(end)] + end).split("-"))
            if first is not None and last is not None and first < last:
                right = iso_text(first, last)
                yield findings.DAYS_WITHOUT_EN_DASH(text.at, value=match[0], suggestion=right)


def _with_numbers(meeting: Sammantrade) -> Iterator[Stycke]:
    return (text for text in texts(meeting) if text.numbers)


@kept
def _dates(meeting: Sammantrade) -> tuple[tuple[Stycke, tuple[Skrivet, ...]], ...]:
    """The texts that may hold dates, each with its dates in words."""
    return tuple((text, tuple(_in_words(text.text))) for text in _with_numbers(meeting))


def _in_words(text: str) -> Iterator[Skrivet]:
    for year in _YEAR.finditer(text):
        found = _DAY_AND_MONTH.search(text, max(0, year.start() - _LONGEST), year.start())
        if found is not None and _begins(text, found):
            start, end = found.start(), year.end()
            day = _day(year[1], str(_NUMBERS[found[2].casefold()]), found[1])
            yield Skrivet(start, end, text[start:end], day, _before(text, start))


def _iso(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What the pattern finds of dates in numbers, in a text that may hold some."""
    if _BETWEEN_DIGITS.search(text):
        yield from (match for match in pattern.finditer(text) if _begins(text, match))


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether it is no end of something longer: `12–13 december 2022`, `SLK-2024-00-12`."""
    return text[match.start() - 1 : match.start()] not in _NOT_BEFORE


def _before(text: str, start: int) -> re.Match[str]:
    """The weekday and the `den` that stand before a date; both may be empty."""
    found = _BEFORE.search(text, max(0, start - 20), start)
    assert found is not None  # every part of the pattern may be empty
    return found


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


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
