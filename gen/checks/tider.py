"""The days after a sammanträde: justerat in time, announced in time, up long enough.

What was done too late is a lagbrist. A day that cannot be true of what it is written of stops
the documents that would print it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gen import delprotokoll, findings, frister
from gen.checks import rule
from gen.choices import LAGLIGHETSPROVNING, RATTELSE, URVAL
from gen.findings import Finding
from gen.frister import Frist
from gen.model import Arende, Delprotokoll, Sammantrade
from gen.register import Register
from gen.stages import Before


@dataclass(frozen=True, slots=True)
class Anslag:
    """What is justerat and announced by itself: the meeting's own protokoll, or a delprotokoll."""

    path: str
    dagar: Sammantrade | Delprotokoll
    arenden: tuple[Arende, ...]

    @property
    def rattelse(self) -> bool:
        """A rättelse comes when it comes: the 14 days are those of the protokoll."""
        return isinstance(self.dagar, Delprotokoll) and self.dagar.slag == RATTELSE


def anslagen(meeting: Sammantrade) -> tuple[Anslag, ...]:
    """The meeting's own, of what is left to it; then each row of Delprotokoll."""
    apart = delprotokoll.apart(meeting)
    own = tuple(a for a in meeting.arenden if a.paragraf not in apart)
    parts = (
        Anslag(
            f"delprotokoll[{i}]",
            part,
            tuple(a for a in meeting.arenden if a.paragraf in part.paragrafer),
        )
        for i, part in enumerate(meeting.delprotokoll)
    )
    return (Anslag("sammanträde", meeting, own), *parts)


def held(meeting: Sammantrade) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of the sammanträde."""
    if meeting.datum is None:
        return None
    return meeting.datum, max(meeting.datum, meeting.sista_dag or meeting.datum)


def limit(frist: Frist) -> str:
    """A last day, and why it is later than one counts to at first."""
    moved = "; ".join(frist.because[1:])
    return frist.date.isoformat() + (f" ({moved})" if moved else "")


@rule(due=Before.PROTOKOLL)
def justerat_within_fourteen_days(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 69 § KL: 14 days from the last day, of each part that is justerat by itself."""
    days = held(meeting)
    for part in anslagen(meeting) if days else ():
        day = part.dagar.justerat
        latest = frister.adjusted_latest(days[1]) if days else None
        if day and latest and day > latest.date and not part.rattelse:
            yield findings.JUSTERAT_LATE(f"{part.path}.justerat", value=day, last=limit(latest))


@rule(due=Before.PROTOKOLL)
def the_justering_is_planned_in_time(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """The same, while there is something to do about it."""
    days, planned = held(meeting), meeting.justering_planerad
    if days is None or planned is None or meeting.justerat is not None:
        return
    latest = frister.adjusted_latest(days[1])
    if planned > latest.date:
        yield findings.JUSTERING_PLANNED_LATE(
            "sammanträde.justering_planerad", value=planned, last=limit(latest)
        )
    if planned < days[0]:
        yield findings.JUSTERING_PLANNED_EARLY(
            "sammanträde.justering_planerad", value=planned, held=days[0]
        )


@rule(due=Before.PROTOKOLL)
def justerat_after_it_was_held(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """A § that is omedelbart justerad may be so on the first of several days."""
    days = held(meeting)
    for part in anslagen(meeting) if days else ():
        day = part.dagar.justerat
        earliest = days[int(part.dagar is meeting)] if days else None
        if day and earliest and day < earliest:
            yield findings.JUSTERAT_BEFORE_HELD(f"{part.path}.justerat", value=day, held=earliest)


@rule(due=Before.PROTOKOLL)
def announced_within_two_days(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """8 kap. 12 § KL: at the latest the second day after the justering, a rättelse too."""
    for part in anslagen(meeting):
        signed, posted = part.dagar.justerat, part.dagar.anslaget_uppsatt
        latest = frister.posted_latest(signed) if signed else None
        if posted and latest and posted > latest.date:
            path = f"{part.path}.anslaget_uppsatt"
            yield findings.ANSLAG_LATE(path, value=posted, last=limit(latest))


@rule(due=Before.PROTOKOLL)
def announced_after_the_justering(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """8 kap. 12 § KL: the justering is what is announced."""
    for part in anslagen(meeting):
        signed, posted = part.dagar.justerat, part.dagar.anslaget_uppsatt
        if posted is not None and (signed is None or posted < signed):
            why = f"före justeringen {signed}" if signed else "men Justerat är tomt"
            yield findings.ANSLAG_BEFORE_JUSTERAT(
                f"{part.path}.anslaget_uppsatt", value=posted, why=why
            )


@rule(due=Before.PROTOKOLL)
def up_until_the_time_to_appeal_is_over(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """8 kap. 12 § KL; 13 kap. 5 § KL: else the time has not run out."""
    for part in anslagen(meeting):
        up, down = part.dagar.anslaget_uppsatt, part.dagar.anslaget_tas_ned
        first = frister.earliest_down(up).date if up else None
        if down and first and down < first:
            path = f"{part.path}.anslaget_tas_ned"
            yield findings.ANSLAG_DOWN_EARLY(path, value=down, first=first)


@rule(due=Before.PROTOKOLL)
def the_last_day_to_appeal_is_the_laws(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """13 kap. 5 § KL. Other laws than KL count from other days, so those parts are left alone."""
    for part in anslagen(meeting):
        up, typed = part.dagar.anslaget_uppsatt, part.dagar.sista_dag_att_overklaga
        routes = {arende.overklagande for arende in part.arenden}
        path = f"{part.path}.sista_dag_att_överklaga"
        if typed is None or up is None:
            continue
        latest = frister.last_day_to_appeal(up)
        # A selection cannot tell what the §§ say that it leaves out.
        whole = bool(part.arenden) and meeting.omfattning != URVAL
        if LAGLIGHETSPROVNING in routes:
            if typed < latest.date:
                yield findings.APPEAL_DAY_EARLY(path, value=typed, last=limit(latest))
            elif typed > latest.date:
                yield findings.APPEAL_DAY_LATE(path, value=typed, last=limit(latest))
        elif whole and not any(delprotokoll.can_be_appealed(a) for a in part.arenden):
            yield findings.APPEAL_DAY_FOR_NOTHING(path, value=typed)


@rule(due=Before.ANSLAG)
def the_anslag_says_where_the_protokoll_is(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """8 kap. 12 § KL: where it is available; the day of the posting is asked for elsewhere."""
    if not meeting.forvaringsplats:
        yield findings.NO_FORVARINGSPLATS("sammanträde.förvaringsplats")
