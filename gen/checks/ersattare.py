"""Who serves for whom: in the order that is laid down, of the same parti, and not in and out.

The law has this for fullmäktige; for nämnder fullmäktige decides (6 kap. 17 § KL), most often the
same. The order is the register's Turordning, and a number that is not there is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gen import findings, presence
from gen.checks import rule
from gen.checks.beslutforhet import handled
from gen.checks.kallelse import is_fullmaktige
from gen.choices import JAV, URVAL
from gen.findings import Finding
from gen.model import Arende, Sammantrade
from gen.names import fold
from gen.people import Namn, Roll
from gen.register import Fortroendevald, Register
from gen.stages import Before
from gen.swedish.dates import iso_text
from gen.swedish.paragraphs import format_paragraphs


@dataclass(frozen=True, slots=True)
class _Seat:
    """A seat that an ersättare has in an ärende: `at` is the cell that says so."""

    at: str
    ersattare: Namn
    ledamot: Namn | None


def _seats(meeting: Sammantrade, index: int, arende: Arende) -> Iterator[_Seat]:
    for i, row in enumerate(meeting.narvaro):
        if row.serves and row.roll is Roll.ERSATTARE and presence.covers(row, arende):
            yield _Seat(f"närvaro[{i}].tjänstgör_för", row.namn, row.tjanstgor_for)
    for j, event in enumerate(arende.behandling):
        for ledamot, into in zip(event.vem, event.ersattare, strict=False):
            if event.handelse == JAV:
                yield _Seat(f"ärenden[{index}].behandling[{j}].ersättare", into, ledamot)


def _mandates(meeting: Sammantrade, register: Register) -> Mapping[str, Fortroendevald]:
    """The mandates in the organ, by folded name: one that is valid on the day, where one is."""
    out: dict[str, Fortroendevald] = {}
    for mandate in register.fortroendevalda:
        if mandate.organ == meeting.organ:
            known = out.get(fold(mandate.namn))
            if known is None or not known.holds(meeting.datum):
                out[fold(mandate.namn)] = mandate
    return out


@rule(due=Before.PROTOKOLL)
def ersattare_serve_in_turn(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 18 § KL: in the order laid down; who has begun goes before all who wait.

    5 kap. 21 § KL: in fullmäktige those of the ledamot's own valkrets go first.
    """
    waiting = [
        row
        for row in meeting.narvaro
        if row.roll is Roll.ERSATTARE and row.present and not row.tjanstgor
    ]
    if not waiting:
        return
    mandates = _mandates(meeting, register)
    begun: set[Namn] = set()
    told: set[tuple[Namn, Namn]] = set()
    for i, arende in handled(meeting):
        seats = list(_seats(meeting, i, arende))
        taken = {seat.ersattare for seat in seats} | presence.javiga(arende)
        free = [
            row.namn for row in waiting if row.namn not in taken and presence.covers(row, arende)
        ]
        for seat in seats:
            for other in free if seat.ersattare not in begun else ():
                why = _before(other, seat, mandates)
                if why and (seat.ersattare, other) not in told:
                    told.add((seat.ersattare, other))
                    yield findings.ERSATTARE_OUT_OF_TURN(
                        seat.at, value=str(seat.ersattare), other=str(other), why=why
                    )
        begun.update(seat.ersattare for seat in seats)


def _before(other: Namn, seat: _Seat, mandates: Mapping[str, Fortroendevald]) -> str:
    """Why `other` goes before the one who took the seat; nothing when nothing says so."""
    own, rival = (mandates.get(fold(name.namn)) for name in (seat.ersattare, other))
    if own is None or rival is None or fold(own.parti) != fold(rival.parti):
        return ""
    if own.valkrets != rival.valkrets:
        ledamot = mandates.get(fold(seat.ledamot.namn)) if seat.ledamot else None
        home = ledamot.valkrets if ledamot else ""
        return f"valkrets {home}" if home and home == rival.valkrets else ""
    first, second = _turn(rival), _turn(own)
    if first is None or second is None or first >= second:
        return ""
    return f"turordning {first} före {second}"


def _turn(mandate: Fortroendevald) -> int | None:
    """Turordning, else the number behind the word: `ersättare 2`."""
    if mandate.turordning is not None:
        return mandate.turordning
    number = re.search(r"ersättare\s+(\d+)", mandate.uppdrag, re.IGNORECASE)
    return int(number[1]) if number else None


@rule(due=Before.PROTOKOLL)
def who_has_left_does_not_serve_again(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 20 § KL: not the same day, but for jäv. Of several days no one knows which §§ is
    which day's, so nothing is said of them."""
    if meeting.sista_dag not in (None, meeting.datum):
        return
    kind = findings.RETURNED_KF if is_fullmaktige(meeting, register) else findings.RETURNED
    numbers = _numbers(meeting)
    for index, served in _ledamoter(meeting).values():
        between = [n for n in numbers if min(served) < n < max(served) and n not in served]
        name = meeting.narvaro[index].namn
        away = {a.paragraf for a in meeting.arenden if between and name in presence.javiga(a)}
        left = [n for n in between if n not in away]
        if left:
            yield kind(
                f"närvaro[{index}].paragrafer",
                value=str(name),
                paragrafer=format_paragraphs(left, register.stil.paragraftecken),
            )


def _numbers(meeting: Sammantrade) -> tuple[int, ...]:
    """The §§ of the sammanträde: a selection leaves out some that were handled all the same."""
    first, last = meeting.forsta_paragraf, meeting.sista_paragraf
    if meeting.omfattning == URVAL and first is not None and last is not None:
        return tuple(range(first, last + 1))
    return meeting.paragrafer


def _ledamoter(meeting: Sammantrade) -> dict[Namn, tuple[int, set[int]]]:
    """Of each ledamot who does not serve all along: the last row's place, and the §§ served."""
    out: dict[Namn, tuple[int, set[int]]] = {}
    throughout = {row.namn for row in meeting.narvaro if row.serves and row.paragrafer is None}
    for index, row in enumerate(meeting.narvaro):
        partly = row.roll is Roll.LEDAMOT and row.serves and row.namn not in throughout
        if partly and row.paragrafer:
            _, before = out.get(row.namn, (index, set()))
            out[row.namn] = (index, before.union(row.paragrafer))
    return out


@rule(due=Before.PROTOKOLL)
def ersattare_are_of_the_same_parti(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 21 § KL for fullmäktige; for a nämnd as its reglemente says, if the register does."""
    organ = register.find_organ(meeting.organ)
    if organ is None or (organ.slag != "KF" and organ.over_partigrans is not False):
        return
    kind = findings.OTHER_PARTI_KF if organ.slag == "KF" else findings.OTHER_PARTI
    told: set[str] = set()
    for i, arende in handled(meeting):
        for seat in _seats(meeting, i, arende):
            ledamot = seat.ledamot
            if ledamot is None or not ledamot.parti or not seat.ersattare.parti:
                continue
            if fold(ledamot.parti) != fold(seat.ersattare.parti) and seat.at not in told:
                told.add(seat.at)
                yield kind(seat.at, value=str(seat.ersattare), other=str(ledamot))


@rule(due=Before.PROTOKOLL)
def mandates_are_valid_on_the_day(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 66 § KL: ledamöter and ersättare serve; who has left office is neither."""
    mandates = _mandates(meeting, register)
    for index, row in enumerate(meeting.narvaro):
        mandate = mandates.get(fold(row.namn.namn)) if row.serves else None
        if mandate is not None and not mandate.holds(meeting.datum):
            yield findings.MANDATE_NOT_VALID(
                f"närvaro[{index}].namn", value=str(row.namn), span=_span(mandate)
            )


def _span(mandate: Fortroendevald) -> str:
    parts = (("från och med", mandate.fran_och_med), ("till och med", mandate.till_och_med))
    return " ".join(f"{words} {iso_text(day)}" for words, day in parts if day is not None)
