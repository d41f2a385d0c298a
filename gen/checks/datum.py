"""Dates inside texts: the almanac has them, and they are written as Swedish writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from gen import findings
from gen.checks import rule
from gen.checks.texter import TITLES, Stycke, texts
from gen.findings import Finding
from gen.model import Sammantrade
from gen.register import Register
from gen.swedish.dates import den_date_text, iso_text, weekday_text
from gen.swedish.typography import NBSP

_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_NUMBERS = {name: number for number, name in enumerate(_MONTHS.split("|"), 1)}
# What must not stand before them is looked at apart: a pattern that begins with a digit is fast.
_IN_WORDS = re.compile(rf"(\d\d?)(?::[ea])? ({_MONTHS}) (\d{{4}})(?!\d)", re.I)
_ISO = re.compile(r"([12]\d\d\d)-(\d\d?)-(\d\d?)(?![\d/])")
_ISO_SPAN = re.compile(
    r"([12]\d\d\d-\d\d-\d\d)"
    r"(?:(?: ?-- ?| ?— ?| - )((?:(?:(?:19|20)\d\d-)?\d\d-)?\d\d)|-(\d\d))(?![\d-])"
)
_NOT_BEFORE = frozenset("0123456789/.:–-")
_WEEKDAY = r"(?P<weekday>(?:mån|tis|ons|tors|fre|lör|sön)dag(?P<definite>en)?) "
_BEFORE = re.compile(rf"(?<!\w)(?:{_WEEKDAY})?(?P<den>den )?$|$", re.I)
_YEAR = re.compile(r"\d{4}")
_WORD_BEFORE = re.compile(r"([a-zåäöé]+) $")
_JOINING = frozenset({"och", "till", "samt", "eller"})


@rule
def a_date_is_in_the_almanac(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`31 april 2023`, `2023-02-29`, and a weekday that is not the day's."""
    for text in _with_a_year(meeting):
        for match, day in _dates(text.text):
            weekday = _before(text.text, match)["weekday"]
            if day is None:
                yield findings.NO_SUCH_DAY(text.at, value=match[0])
            elif weekday:
                right = weekday_text(day).replace(NBSP, " ")
                if not right.startswith(weekday.casefold().removesuffix("en")):
                    yield findings.WEEKDAY_DIFFERS(
                        text.at,
                        value=f"{weekday} den {match[0]}",
                        suggestion=right,
                        day=den_date_text(day).replace(NBSP, " "),
                        weekday=right.partition("en ")[0],
                    )
        for match in _found(_ISO, text.text):
            if _day(match[1], match[2], match[3]) is None:
                yield findings.NO_SUCH_DAY(text.at, value=match[0])


@rule
def a_date_in_a_sentence_has_its_den(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`den 21 januari 2022`; with a weekday `tisdagen den 7 mars 2023` (domain 3.1)."""
    for text in _with_a_year(meeting):
        if text.del_ in TITLES:
            continue
        for match, day in _dates(text.text):
            before = _before(text.text, match)
            if day is None:
                continue
            if before["weekday"]:
                if not before["den"] or not before["definite"]:
                    written = text.text[match.start() - len(before[0]) : match.end()]
                    right = weekday_text(day).replace(NBSP, " ")
                    yield findings.DATE_WITHOUT_DEN(text.at, value=written, suggestion=right)
            elif not before["den"] and (word := _word_before(text.text, match)):
                written = f"{word} {match[0]}"
                right = f"{word} den {match[0]}"
                yield findings.DATE_WITHOUT_DEN(text.at, value=written, suggestion=right)


@rule
def days_in_a_row_have_an_en_dash(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`2022-12-12–13`, where Lund wrote `2022-12-12--13` and others set a long dash."""
    for text in _with_a_year(meeting):
        for match in _found(_ISO_SPAN, text.text):
            end = match[2] or match[3]
            first = _day(*match[1].split("-"))
            last = _day(*(match[1][: -len(end)] + end).split("-"))
            if first is not None and last is not None and first < last:
                right = iso_text(first, last)
                yield findings.DAYS_WITHOUT_EN_DASH(text.at, value=match[0], suggestion=right)


def _with_a_year(meeting: Sammantrade) -> Iterator[Stycke]:
    """The texts that can hold a date: the patterns are slow on those that cannot."""
    return (text for text in texts(meeting) if _YEAR.search(text.text))


@lru_cache(maxsize=4096)  # two rules ask for those of the same texts
def _dates(text: str) -> tuple[tuple[re.Match[str], dt.date | None], ...]:
    """The dates in words, with their days; None for one that is in no almanac."""
    return tuple(
        (match, _day(match[3], str(_NUMBERS[match[2].casefold()]), match[1]))
        for match in _found(_IN_WORDS, text)
    )


def _found(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What is no end of something longer: `12–13 december 2022`, `SLK-2024-00-12`."""
    for match in pattern.finditer(text):
        if text[match.start() - 1 : match.start()] not in _NOT_BEFORE:
            yield match


def _before(text: str, match: re.Match[str]) -> re.Match[str]:
    """The weekday and the `den` that stand before a date; both may be empty."""
    found = _BEFORE.search(text, max(0, match.start() - 20), match.start())
    assert found is not None  # every part of the pattern may be empty
    return found


def _word_before(text: str, match: re.Match[str]) -> str:
    """The word that wants a `den` after it; none where the date begins, or goes on from another.

    Not before a capital (`Protokoll 7 mars 2023` is a name), nor in `den 1 mars till 3 april`.
    """
    found = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
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
