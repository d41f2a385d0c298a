"""A meeting in, the texts that are printed out, each at its path, as a reader sees them.

Bold, italic and hard blanks are gone; the length is the cell's. What is never printed (Intern
anteckning) is not among them.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from gen.choices import (
    ANTECKNING,
    BESLUT,
    BILAGA,
    FORSLAG,
    TIDIGARE_BEHANDLING,
    UNDERLAG,
    UNDERRUBRIK,
)
from gen.model import Arende, Sammantrade, plain
from gen.swedish.typography import NBSP

RUBRIK = "Rubrik"
POINTS = frozenset({FORSLAG, BESLUT})
"""The parts whose rows are points of a decision."""
TITLES = frozenset({RUBRIK, UNDERRUBRIK, UNDERLAG, BILAGA, TIDIGARE_BEHANDLING})
"""What is no sentence: headings and the names of handlingar."""
_FORM = (("anmal_forhinder_till", "anmäl_förhinder_till"), ("gruppmoten", "gruppmöten"))


@dataclass(frozen=True, slots=True)
class Stycke:
    """A text. `del_`: Rubrik, a Del of Innehåll or a Händelse; `arende`: its place in the list."""

    at: str
    arende: int | None
    del_: str
    text: str


_latest: tuple[weakref.ref[Sammantrade], tuple[Stycke, ...]] | None = None


def texts(meeting: Sammantrade) -> tuple[Stycke, ...]:
    """Every text of the meeting, in the order of the sheets.

    Kept for the meeting that was asked about last: a score of rules look at it one by one.
    """
    global _latest
    held = _latest
    if held is None or held[0]() is not meeting:
        _latest = held = weakref.ref(meeting), tuple(_texts(meeting))
    return held[1]


def by_arende(meeting: Sammantrade) -> Iterator[tuple[int, Arende, list[Stycke]]]:
    """The texts of each ärende together."""
    for i, some in groupby(texts(meeting), key=lambda text: text.arende):
        if i is not None:
            yield i, meeting.arenden[i], list(some)


def within(some: Iterable[Stycke], *parts: str) -> list[Stycke]:
    """Those of the texts that stand in one of those parts."""
    return [text for text in some if text.del_ in parts]


def _texts(meeting: Sammantrade) -> Iterator[Stycke]:
    for attr, field in _FORM:
        if text := getattr(meeting, attr):
            yield Stycke(f"sammanträde.{field}", None, field, _seen(text))
    for i, arende in enumerate(meeting.arenden):
        yield from of(arende, i)


def of(arende: Arende, i: int) -> Iterator[Stycke]:
    """The texts of one ärende, which has place `i` in the list."""
    if arende.rubrik:
        yield Stycke(f"ärenden[{i}].rubrik", i, RUBRIK, _seen(arende.rubrik))
    for k, rad in enumerate(arende.innehall):
        if rad.text and rad.del_ != ANTECKNING:
            yield Stycke(f"ärenden[{i}].innehåll[{k}].text", i, rad.del_, _seen(plain(rad.text)))
    for k, row in enumerate(arende.behandling):
        if row.text:
            path = f"ärenden[{i}].behandling[{k}].text"
            yield Stycke(path, i, row.handelse, _seen(plain(row.text)))


def _seen(text: str) -> str:
    return text.replace(NBSP, " ")
