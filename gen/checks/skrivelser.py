"""A motion, a reservation or a missiv by itself: what it needs, who may sign it, its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from gen import findings, frister
from gen.checks import own_rule
from gen.choices import MISSIV, MOTION, PUNKT, RESERVATION, SARSKILT_YTTRANDE
from gen.findings import Finding
from gen.names import nearest
from gen.register import Register
from gen.skrivelse import Skrivelse
from gen.swedish.dates import weekday_name
from gen.workbook import sheets
from gen.workbook.columns import Must
from gen.workbook.skrivelse import stops

_NEEDED: Mapping[str, tuple[str, ...]] = {
    MOTION: ("organ", "datum"),
    RESERVATION: ("organ", "sammanträdesdatum", "ärende"),
    SARSKILT_YTTRANDE: ("organ", "sammanträdesdatum", "ärende"),
    MISSIV: ("datum", "mottagare"),
}
"""What each Slag needs beside what all of them do."""


@own_rule(Skrivelse)
def the_form_is_filled_in(own: Skrivelse, register: Register) -> Iterator[Finding]:
    """What every skrivelse needs, and what its Slag does."""
    needed = _NEEDED.get(own.slag, ())
    for column in sheets.SKRIVELSE.columns:
        if (column.must is Must.DOKUMENT or column.field in needed) and not getattr(
            own, column.attr
        ):
            path = f"skrivelse.{column.field}"
            yield findings.MISSING_VALUE(path, value=column.header, stoppar=stops(own.slag))


@own_rule(Skrivelse)
def it_says_something(own: Skrivelse, register: Register) -> Iterator[Finding]:
    """A reservation that only repeats the yrkande is one too."""
    if own.slag != RESERVATION and not any(rad.text or rad.fil for rad in own.text):
        yield findings.NOTHING_WRITTEN("text", stoppar=stops(own.slag))


@own_rule(Skrivelse)
def a_motion_goes_to_fullmaktige_and_proposes(
    own: Skrivelse, register: Register
) -> Iterator[Finding]:
    """5 kap. 22 § KL; of a motion fullmäktige decides the points."""
    if own.slag != MOTION:
        return
    organ = register.find_organ(own.organ)
    if organ is not None and organ.slag != "KF":
        yield findings.MOTION_TO_OTHER("skrivelse.organ", value=organ.namn)
    if own.text and not own.rader(PUNKT):
        yield findings.MOTION_WITHOUT_POINT("text")


@own_rule(Skrivelse)
def signers_are_known_and_may_sign(own: Skrivelse, register: Register) -> Iterator[Finding]:
    """Nothing is said of an organ whose members the register does not have."""
    organ = register.find_organ(own.organ)
    held = organ is not None and any(m.organ == organ.kod for m in register.fortroendevalda)
    path = "skrivelse.undertecknare"
    for name in own.undertecknare:
        if register.find_person(name.namn) is None:
            near = nearest(name.namn, register.people())
            yield findings.UNKNOWN_SIGNER(path, value=name, suggestion=near)
            continue
        if organ is None or not held:
            continue
        mandate = register.mandate(name.namn, organ.kod, own.datum)
        if mandate is not None and not mandate.holds(own.datum):
            mandate = None
        # A motion is a ledamot's; a seat whose uppdrag the register does not name is not doubted.
        seated = mandate is not None and "ersättare" not in mandate.uppdrag.casefold()
        if own.slag == MOTION and organ.slag == "KF" and not seated:
            yield findings.SIGNER_NOT_IN_KF(path, value=name, organ=organ.namn)
        if own.slag == RESERVATION and mandate is None:
            yield findings.RESERVANT_NOT_IN_ORGAN(path, value=name, organ=organ.namn)


@own_rule(Skrivelse)
def the_answer_has_a_day(own: Skrivelse, register: Register) -> Iterator[Finding]:
    """A missiv's last day comes after the missiv, and people are at work on it."""
    last = own.svar_senast
    if own.slag != MISSIV or last is None:
        return
    path = "skrivelse.svar_senast"
    if own.datum is not None and last < own.datum:
        yield findings.ANSWER_BEFORE_LETTER(path, value=last, day=own.datum)
    elif frister.closed(last):
        open_day = last
        while frister.closed(open_day):
            open_day += dt.timedelta(days=1)
        why = weekday_name(last) if last.weekday() > 4 else "helgdag"
        yield findings.ANSWER_ON_CLOSED_DAY(path, value=last, why=why, next_day=open_day)
