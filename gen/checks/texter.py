"""A workbook's content in, the texts that are printed out, each at its path, as a reader sees them.

Bold, italic and hard blanks are gone; the length is the cell's. What is never printed (Intern
anteckning) is not among them. `skrift` is for the rules of all texts, whatever workbook they stand
in; `texts` and `by_arende` for those that ask more of an ärende than its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from string import digits
from typing import NamedTuple

from pydantic import BaseModel

from gen.choices import (
    ANTECKNING,
    BESLUT,
    BILAGA,
    FORSLAG,
    KAPITEL,
    PUNKT,
    TIDIGARE_BEHANDLING,
    UNDERLAG,
    UNDERRUBRIK,
)
from gen.delegation import Delegation
from gen.foreskrift import Foreskrift
from gen.kept import kept
from gen.model import Arende, Sammantrade, plain
from gen.people import Namn
from gen.skrivelse import Skrivelse
from gen.swedish.typography import NBSP

RUBRIK = "Rubrik"
BESKRIVNING = "Beskrivning"
POINTS = frozenset({FORSLAG, BESLUT, PUNKT})
"""The parts whose rows are points of a decision, or of what is proposed."""
TITLES = frozenset({RUBRIK, KAPITEL, UNDERRUBRIK, UNDERLAG, BILAGA, TIDIGARE_BEHANDLING})
"""What is no sentence: headings and the names of handlingar."""
QUOTES = '"”“„»«'
_FORM = (("anmal_forhinder_till", "anmäl_förhinder_till"), ("gruppmoten", "gruppmöten"))


class Stycke(NamedTuple):
    """A text. `del_`: Rubrik, a Del or a Händelse; `arende`: the place of its ärende, or of what
    else it belongs to, in the list.

    `numbers`, `quotes`: whether there is a digit, a quotation mark; most rules need look no closer.
    """

    at: str
    arende: int | None
    del_: str
    text: str
    numbers: bool
    quotes: bool


class Sak(NamedTuple):
    """What some of the texts are about together: an ärende, a skrivelse, a delegationsbeslut.

    `name` is what messages call it (`ärende 28`, `skrivelsen`); `forslagsstallare` those who wrote
    the motion that it is about.
    """

    name: str
    rubrik: str
    forslagsstallare: tuple[Namn, ...]
    stycken: tuple[Stycke, ...]


@dataclass(frozen=True)
class Skrift:
    """All that is written in a workbook. `namn` are the people whom it knows beside the register;
    `dnr` and `offentligt` are cells (path, text): every diarienummer, and what anybody may read."""

    stycken: tuple[Stycke, ...]
    saker: tuple[Sak, ...]
    namn: tuple[Namn, ...]
    dnr: tuple[tuple[str, str], ...]
    offentligt: tuple[tuple[str, str], ...]


def skrift(content: BaseModel) -> Skrift | None:
    """What is written in a meeting, or in the content of another workbook; None in a register."""
    match content:
        case Sammantrade():
            return _of_meeting(content)
        case Skrivelse():
            return _of_skrivelse(content)
        case Foreskrift():
            return _of_foreskrift(content)
        case Delegation():
            return _of_delegation(content)
        case _:
            return None


# -- a meeting ------------------------------------------------------------------------------


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


def _of_meeting(meeting: Sammantrade) -> Skrift:
    dnr = [(f"ärenden[{i}].dnr", arende.dnr) for i, arende in enumerate(meeting.arenden)]
    written = {i: some for i, _, some in by_arende(meeting)}
    return Skrift(
        texts(meeting),
        tuple(
            Sak(f"ärende {arende.nr}", arende.rubrik, arende.forslagsstallare, some)
            for _, arende, some in by_arende(meeting)
        ),
        tuple(row.namn for row in meeting.narvaro),
        (*dnr, ("sammanträde.diarienummer", meeting.diarienummer)),
        tuple(
            cell
            for i, arende in enumerate(meeting.arenden)
            for cell in shown(arende, i, written.get(i, ()))
        ),
    )


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


def shown(arende: Arende, i: int, some: Iterable[Stycke]) -> Iterator[tuple[str, str]]:
    """(path, text) of every cell of an ärende, with those texts, that the public may see.

    Of a § with sekretess a public rendering keeps the rubrik alone.
    """
    for text in some:
        hidden = arende.dolj_rubriken if text.del_ == RUBRIK else True
        if not (arende.sekretess and hidden):
            yield text.at, text.text
    if arende.sekretess:
        return
    for k, rad in enumerate(arende.innehall):
        if rad.vem and rad.del_ != ANTECKNING:
            yield f"ärenden[{i}].innehåll[{k}].vem", rad.vem
    for j, row in enumerate(arende.behandling):
        yield f"ärenden[{i}].behandling[{j}].vem", "; ".join(row.fritext)
        if row.omrostning is not None:
            yield f"ärenden[{i}].behandling[{j}].ja_betyder", row.omrostning.ja_betyder
            yield f"ärenden[{i}].behandling[{j}].nej_betyder", row.omrostning.nej_betyder


# -- what no meeting holds ------------------------------------------------------------------


def _of_skrivelse(own: Skrivelse) -> Skrift:
    some = tuple(
        _stycke(path, 0, del_, text)
        for path, del_, text in (
            ("skrivelse.rubrik", RUBRIK, own.rubrik),
            *((f"text[{k}].text", rad.del_, plain(rad.text)) for k, rad in enumerate(own.text)),
        )
        if text
    )
    dnr = (("skrivelse.dnr", own.dnr),)
    return _alone("skrivelsen", own.rubrik, some, own.undertecknare, dnr)


def _of_foreskrift(own: Foreskrift) -> Skrift:
    some = tuple(
        _stycke(path, 0, del_, text)
        for path, del_, text in (
            ("föreskrift.titel", RUBRIK, own.titel),
            *(
                (f"bestämmelser[{k}].text", rad.del_, plain(rad.text))
                for k, rad in enumerate(own.bestammelser)
            ),
        )
        if text and del_ != ANTECKNING
    )
    return _alone("föreskriften", own.titel, some, (), (("föreskrift.dnr", own.dnr),))


def _alone(
    name: str,
    rubrik: str,
    some: tuple[Stycke, ...],
    namn: tuple[Namn, ...],
    dnr: tuple[tuple[str, str], ...],
) -> Skrift:
    """A workbook that is about one thing, and public as a whole."""
    public = tuple((text.at, text.text) for text in some)
    return Skrift(some, (Sak(name, rubrik, (), some),) if some else (), namn, dnr, public)


def _of_delegation(own: Delegation) -> Skrift:
    saker = []
    for i, beslut in enumerate(own.beslut):
        path = f"delegationsbeslut[{i}]"
        cells = (
            ("rubrik", RUBRIK, beslut.rubrik),
            ("beslut", BESLUT, plain(beslut.beslut)),
            ("beskrivning", BESKRIVNING, plain(beslut.beskrivning)),
        )
        some = (_stycke(f"{path}.{f}", i, del_, text) for f, del_, text in cells if text)
        saker.append(Sak(f"beslut {beslut.nummer}", beslut.rubrik, (), tuple(some)))
    stycken = tuple(text for sak in saker for text in sak.stycken)
    dnr = [(f"delegationsbeslut[{i}].dnr", beslut.dnr) for i, beslut in enumerate(own.beslut)]
    secret = {i for i, beslut in enumerate(own.beslut) if beslut.sekretess}
    return Skrift(
        stycken,
        tuple(sak for sak in saker if sak.stycken),
        tuple(beslut.delegat for beslut in own.beslut if beslut.delegat is not None),
        (*dnr, ("delegation.diarienummer", own.diarienummer)),
        tuple((text.at, text.text) for text in stycken if text.arende not in secret),
    )


def _stycke(at: str, arende: int | None, del_: str, text: str) -> Stycke:
    seen = text.replace(NBSP, " ")
    return Stycke(at, arende, del_, seen, _has_one_of(seen, digits), _has_one_of(seen, QUOTES))


def _has_one_of(text: str, signs: str) -> bool:
    """Whether one of the signs stands in the text: ten times as fast as a pattern of them."""
    for sign in signs:  # noqa: SIM110 - a generator takes three times as long
        if sign in text:
            return True
    return False
