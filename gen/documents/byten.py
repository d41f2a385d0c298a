"""A meeting in, what changed in the room before each § out: sentences, by the ärende's Nr.

Told is who comes and leaves, who serves for whom, who takes part at a distance and who leads, as
far as it differs from the § before (5 kap. 66 § KL). Jäv and a change of chair that somebody has
written down stand in parts of their own; officials and guests only on the försättsblad.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from gen import presence
from gen.choices import ORDFORANDEBYTE
from gen.model import Arende, Sammantrade
from gen.people import Namn, Narvaro, Roll
from gen.swedish.times import time_text
from gen.swedish.typography import NBSP


@dataclass(frozen=True, slots=True)
class _Har:
    """How somebody takes part in a §; `rad` is the row of Närvaro that says so."""

    rad: Narvaro
    tjanstgor: bool

    @property
    def distans(self) -> bool:
        return self.rad.narvarar == "Distans"


def forandringar(meeting: Sammantrade) -> Mapping[str, tuple[str, ...]]:
    """The sentences of each ärende before which something changed.

    Only two §§ that follow each other are compared: what lies between others is not known.
    """
    led = presence.ledningar(meeting)
    left: set[Namn] = set()
    out: dict[str, tuple[str, ...]] = {}
    for before, now in pairwise(presence.in_order(meeting)):
        if before.paragraf is None or now.paragraf != before.paragraf + 1:
            continue
        told = (*_room(meeting, before, now, left), *_chair(before, now, led))
        if told:
            out[now.nr] = told
    return out


def _room(meeting: Sammantrade, before: Arende, now: Arende, left: set[Namn]) -> Iterator[str]:
    """`left`: those who are told to have left the meeting, kept from one § to the next."""
    then, here = _present(meeting, before), _present(meeting, now)
    for name in dict.fromkeys((*then, *here)):
        if then.get(name) != here.get(name):
            yield from _change(name, then.get(name), here.get(name), back=name in left)
        if name in then and name not in here and not _only_served(then[name], then[name].rad.ut_kl):
            left.add(name)


def _present(meeting: Sammantrade, arende: Arende) -> dict[Namn, _Har]:
    """The ledamöter and ersättare in a §. Who has two rows there serves if one of them says so."""
    out: dict[Namn, _Har] = {}
    for row in meeting.narvaro:
        if row.roll is Roll.OVRIG or not row.present or not presence.covers(row, arende):
            continue
        known = out.get(row.namn)
        if known is None or (row.serves and not known.tjanstgor):
            out[row.namn] = _Har(row, row.serves)
    return out


def _change(name: Namn, before: _Har | None, now: _Har | None, *, back: bool) -> Iterator[str]:
    """`back`: the one who comes has left before."""
    if now is None:
        if before is not None and _only_served(before, before.rad.ut_kl):
            yield f"{name} tjänstgör inte längre."
        elif before is not None:
            yield f"{name} lämnar sammanträdet{_clock(before.rad.ut_kl)}."
        return
    if before is None and _only_served(now, now.rad.in_kl):
        yield f"{name} tjänstgör{_seat(now.rad)}{' på distans' if now.distans else ''}."
        return
    if before is None:
        # A ledamot who has come serves; of an ersättare it is to be told.
        told = now.tjanstgor and (now.rad.roll is Roll.ERSATTARE or _seat(now.rad))
        serves = f" och tjänstgör{_seat(now.rad)}" if told else ""
        afar = " på distans" if now.distans else ""
        comes = "kommer tillbaka till" if back else "kommer till"
        yield f"{name} {comes} sammanträdet{_clock(now.rad.in_kl)}{serves}{afar}."
        return
    if now.tjanstgor and (not before.tjanstgor or _seat(before.rad) != _seat(now.rad)):
        yield f"{name} tjänstgör{_seat(now.rad)}{_clock(now.rad.in_kl, 'från')}."
    elif before.tjanstgor and not now.tjanstgor:
        yield f"{name} tjänstgör inte längre{_clock(before.rad.ut_kl, 'efter')}."
    if now.distans != before.distans:
        yield f"{name} deltar {'på distans' if now.distans else 'på plats'}."


def _only_served(har: _Har, clock: dt.time | None) -> bool:
    """Whether the row tells of a seat and not of the door: an ersättare who listens all day often
    has a row for the §§ in which they serve, and none for the others. A time tells of the door."""
    return har.tjanstgor and har.rad.roll is Roll.ERSATTARE and clock is None


def _seat(row: Narvaro) -> str:
    """` för Jan Annerstedt (FNL)`; nothing for a ledamot, or where it is not told for whom."""
    if row.vakant:
        return " för vakant plats"
    return f" för {row.tjanstgor_for}" if row.tjanstgor_for is not None else ""


def _clock(at: dt.time | None, word: str = "") -> str:
    between = f" {word}" if word else ""
    return f"{between} klockan{NBSP}{time_text(at)}" if at is not None else ""


def vid_jav(meeting: Sammantrade) -> Mapping[str, str]:
    """Who leads where the chair has jäv and no row Ordförandebyte says who, by the ärende's Nr."""
    led = presence.ledningar(meeting)
    return {
        arende.nr: f"{stolar[0][1]} leder sammanträdet vid behandlingen av ärendet."
        for arende in meeting.arenden
        if led[arende.nr].javig is not None
        and (stolar := led[arende.nr].stolar)
        and not arende.handelser(ORDFORANDEBYTE)
    }


def _chair(before: Arende, now: Arende, led: Mapping[str, presence.Ledning]) -> Iterator[str]:
    """Who leads from here on, where no row of Behandling tells it."""
    last, first = led[before.nr].stolar[-1:], led[now.nr].stolar[:1]
    told = now.handelser(ORDFORANDEBYTE) or before.handelser(ORDFORANDEBYTE)
    away = presence.javiga(before) | presence.javiga(now)
    if not last or not first or last[0][1] == first[0][1] or told or last[0][1] in away:
        return
    if first[0][1] not in presence.javiga(before):
        yield f"{first[0][1]} leder sammanträdet."
