"""A meeting in, the texts that are printed out, each at its path, as a reader sees them.

Bold, italic and hard blanks are gone; the length is the cell's. What is never printed (Intern
anteckning) is not among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from string import digits
from typing import NamedTuple

from gen.choices import (
    ANTECKNING,
    BESLUT,
    BILAGA,
    FORSLAG,
    TIDIGARE_BEHANDLING,
    UNDERLAG,
    UNDERRUBRIK,
)
from gen.kept import kept
from gen.model import Arende, Sammantrade, plain
from gen.swedish.typography import NBSP

RUBRIK = "Rubrik"
POINTS = frozenset({FORSLAG, BESLUT})
"""The parts whose rows are points of a decision."""
TITLES = frozenset({RUBRIK, UNDERRUBRIK, UNDERLAG, BILAGA, TIDIGARE_BEHANDLING})
"""What is no sentence: headings and the names of handlingar."""
QUOTES = '"”“„»«'
_FORM = (("anmal_forhinder_till", "anmäl_förhinder_till"), ("gruppmoten", "gruppmöten"))


class Stycke(NamedTuple):
    """A text. `del_`: Rubrik, a Del of Innehåll or a Händelse; `arende`: its place in the list.

    `numbers`, `quotes`: whether there is a digit, a quotation mark; most rules need look no closer.
    """

    at: str
    arende: int | None
    del_: str
    text: str
    numbers: bool
    quotes: bool


@kept
def texts(meeting: Sammantrade) -> tuple[Stycke, ...]:
    """Every text of the meeting, in the order of the sheets."""
    return tuple(_texts(meeting))


@kept
def by_arende(meeting: Sammantrade) -> tuple[tuple[int, Arende, tuple[Stycke, ...]], ...]:
    """The texts of each ärende together, with its place in the list."""
    return tuple(
        (i, meeting.arenden[i], tuple(some))
        for i, some in groupby(texts(meeting), key=attrgetter("arende"))
        if i is not None
    )


def within(some: Iterable[Stycke], *parts: str) -> list[Stycke]:
    """Those of the texts that stand in one of those parts."""
    return [text for text in some if text.del_ in parts]


def _texts(meeting: Sammantrade) -> Iterator[Stycke]:
    for attr, field in _FORM:
        if text := getattr(meeting, attr):
            yield _stycke(f"sammanträde.{field}", None, field, text)
    for i, arende in enumerate(meeting.arenden):
        yield from of(arende, i)


def of(arende: Arende, i: int) -> Iterator[Stycke]:
    """The texts of one ärende, which has place `i` in the list."""
    if arende.rubrik:
        yield _stycke(f"ärenden[{i}].rubrik", i, RUBRIK, arende.rubrik)
    for k, rad in enumerate(arende.innehall):
        if rad.text and rad.del_ != ANTECKNING:
            yield _stycke(f"ärenden[{i}].innehåll[{k}].text", i, rad.del_, plain(rad.text))
    for k, row in enumerate(arende.behandling):
        if row.text:
            path = f"ärenden[{i}].behandling[{k}].text"
            yield _stycke(path, i, row.handelse, plain(row.text))


def _stycke(at: str, arende: int | None, del_: str, text: str) -> Stycke:
    seen = text.replace(NBSP, " ")
    return Stycke(at, arende, del_, seen, _has_one_of(seen, digits), _has_one_of(seen, QUOTES))


def _has_one_of(text: str, signs: str) -> bool:
    """Whether one of the signs stands in the text: ten times as fast as a pattern of them."""
    for sign in signs:  # noqa: SIM110 - a generator takes three times as long
        if sign in text:
            return True
    return False
