"""What a decision rests on: its handlingar are dated, once, and no day contradicts another."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from gen import findings
from gen.checks import rule
from gen.checks.texter import texts
from gen.choices import TIDIGARE_BEHANDLING, UNDERLAG
from gen.findings import Finding
from gen.model import Arende, Rad, Sammantrade, plain
from gen.names import fold
from gen.register import Register
from gen.swedish.dates import parse_date
from gen.swedish.phrases import genitiv
from gen.swedish.typography import NBSP
from gen.swedish.unreadable import Unreadable

_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_DAY = re.compile(rf"(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}} (?:{_MONTHS}) (?:19|20)\d\d", re.I)
_OWN = re.compile(r"tjänste(?:skrivelse|utlåtande|yttrande)", re.I)


@rule
def the_own_tjansteskrivelse_stands_once(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """Its line under Underlag is made from its date, so a typed one stands twice, or lies.

    Another förvaltning's is told by whose it is; an older one of the own by its own rubrik.
    """
    whose = fold(register.kommun.forvaltning)
    for i, k, arende, rad in _sources(meeting):
        text = plain(rad.text)
        match = _OWN.search(text)
        if arende.tjansteskrivelse is None or match is None:
            continue
        owner = fold(genitiv(rad.vem)) or fold(text[: match.start()])
        if owner and owner != whose:
            continue
        days = _days(rad)
        title = fold(_DAY.sub(" ", text[match.end() :]).strip(" ,.;:"))
        # After a bordläggning or an återremiss the older one belongs there as well.
        again = arende.rader(TIDIGARE_BEHANDLING)
        same = not again and (not title or title == fold(arende.rubrik))
        path = f"ärenden[{i}].innehåll[{k}].text"
        if arende.tjansteskrivelse in days or not days:
            yield findings.OWN_LINE_TWICE(path, value=_shown(text), header="Tjänsteskrivelse")
        elif same:
            yield findings.OWN_LINE_DATED_OTHERWISE(
                path,
                value=days[0].isoformat(),
                suggestion=arende.tjansteskrivelse.isoformat(),
                nr=arende.nr,
            )


@rule
def the_motion_stands_once(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """Its line is made from Inkom; a typed one with the same rubrik stands twice."""
    for i, k, arende, rad in _sources(meeting):
        text = plain(rad.text)
        if arende.inkom is not None and arende.rubrik and not _OWN.search(text):
            title = fold(re.sub(r",?\s*inkom\w*.*$", "", text))
            if title == fold(arende.rubrik):
                path = f"ärenden[{i}].innehåll[{k}].text"
                yield findings.OWN_LINE_TWICE(path, value=_shown(text), header="Inkom")


_NEEDS_NO_DATE = re.compile(
    r"\(förslag\)|^förslag till|\b(?:lag|förordning)(?:en)?\b|\bSFS\b|\d{4}:\d+|\bmuntlig", re.I
)


@rule
def what_lies_under_underlag_is_dated(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """A handling without a date is not told from its next version. A förslag is the
    tjänsteskrivelse's own; a law has its number."""
    for i, k, _, rad in _sources(meeting):
        text = plain(rad.text)
        if text and not _days(rad) and not rad.paragraf and not _NEEDS_NO_DATE.search(text):
            path = f"ärenden[{i}].innehåll[{k}].text"
            yield findings.UNDERLAG_UNDATED(path, value=_shown(text))


@rule
def nothing_is_from_after_the_meeting(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """A handling of a later day than the meeting was not there."""
    last = meeting.sista_dag or meeting.datum
    for i, arende in enumerate(meeting.arenden):
        if last is None:
            break
        for day, field, what in (
            (arende.tjansteskrivelse, "tjänsteskrivelse", "Tjänsteskrivelsen"),
            (arende.inkom, "inkom", "Handlingen"),
        ):
            if day is not None and day > last:
                path = f"ärenden[{i}].{field}"
                yield findings.LATER_THAN_MEETING(path, value=day, what=what, day=last)
        for k, rad in enumerate(arende.innehall):
            if rad.del_ in (UNDERLAG, TIDIGARE_BEHANDLING) and rad.datum and rad.datum > last:
                path = f"ärenden[{i}].innehåll[{k}].datum"
                yield findings.LATER_THAN_MEETING(
                    path, value=rad.datum, what="Handlingen", day=last
                )


@rule
def a_motion_is_older_than_what_is_written_on_it(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """The tjänsteskrivelse answers what came in before it."""
    for i, arende in enumerate(meeting.arenden):
        if arende.inkom and arende.tjansteskrivelse and arende.inkom > arende.tjansteskrivelse:
            yield findings.INKOM_AFTER_LETTER(
                f"ärenden[{i}].inkom", value=arende.inkom, day=arende.tjansteskrivelse
            )


_CAME_IN = re.compile(r"\binkom(?:mit|men)?\b|\blämna(?:t|de|des|ts)\b")
_PROPOSAL = re.compile(r"\b(?:motion|medborgarförslag)", re.I)


@rule
def the_text_has_the_day_of_inkom(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`Den 8 december 2022 inkom … med en motion` beside an Inkom of another day."""
    for text in texts(meeting):
        arende = meeting.arenden[text.arende] if text.arende is not None else None
        if arende is None or arende.inkom is None or text.del_ == UNDERLAG:
            continue
        if not _CAME_IN.search(text.text) or not _DAY.search(text.text):
            continue
        for sentence in re.split(r"(?<=[.!?”\"])\s+(?=[A-ZÅÄÖ])", text.text):
            days = _DAY.findall(sentence)
            if len(days) != 1 or not _CAME_IN.search(sentence) or not _PROPOSAL.search(sentence):
                continue
            day = _parsed(days[0])
            if day is not None and day != arende.inkom:
                yield findings.INKOM_DIFFERS(
                    text.at, value=days[0], suggestion=arende.inkom.isoformat()
                )


def _sources(meeting: Sammantrade) -> Iterator[tuple[int, int, Arende, Rad]]:
    """The rows Underlag, with the places of ärende and row."""
    for i, arende in enumerate(meeting.arenden):
        for k, rad in enumerate(arende.innehall):
            if rad.del_ == UNDERLAG:
                yield i, k, arende, rad


def _days(rad: Rad) -> list[dt.date]:
    typed = [rad.datum] if rad.datum else []
    found = (_parsed(text) for text in _DAY.findall(plain(rad.text).replace(NBSP, " ")))
    return [*typed, *(day for day in found if day is not None)]


def _parsed(text: str) -> dt.date | None:
    try:
        return parse_date(text)
    except Unreadable:
        return None


def _shown(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 60 else f"{shown[:57].rsplit(' ', 1)[0]} …"
