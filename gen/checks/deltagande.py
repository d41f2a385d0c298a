"""Who may take part in a decision: jäv, substitutes, reservations, those who take no part."""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings, presence
from gen.checks import rule
from gen.checks.behandling import rows
from gen.choices import (
    BESLUTET,
    DELTAR_INTE,
    JAV,
    OMROSTNING,
    RESERVATION,
    YRKANDE,
)
from gen.findings import Finding
from gen.model import Sammantrade
from gen.people import Namn
from gen.register import Register
from gen.roster import Omrostning
from gen.stages import Before
from gen.workbook.ballot import about


@rule(due=Before.PROTOKOLL)
def who_has_jav_takes_no_part(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 47 § and 6 kap. 30 § KL."""
    for path, arende, row in rows(meeting, YRKANDE, OMROSTNING, RESERVATION):
        away = presence.javiga(arende)
        if not away:
            continue
        did = row.vem
        if row.omrostning is not None and row.omrostning.sides:
            did = (*did, *row.omrostning.rostande)
        took_part = [name for name in dict.fromkeys(did) if name in away]
        for name in took_part:
            yield findings.JAVIG_TOOK_PART(
                path, value=str(name), nr=arende.nr, handelse=row.handelse
            )


@rule(due=Before.PROTOKOLL)
def a_substitute_is_there_and_free(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """Who steps in for one who has jäv is in the room and does not serve in that § already."""
    for path, arende, row in rows(meeting, JAV):
        before = arende.model_copy(update={"behandling": ()})
        serving = presence.tjanstgorande(meeting, before)
        here = [n for n in meeting.narvaro if n.present and presence.covers(n, arende)]
        for name in row.ersattare:
            why = "tjänstgör där redan" if name in serving else ""
            why = why or ("" if any(n.namn == name for n in here) else "är inte närvarande där")
            if why:
                yield findings.SUBSTITUTE_CANNOT_SERVE(
                    f"{path}.ersättare", value=str(name), nr=arende.nr, why=why
                )


@rule(due=Before.PROTOKOLL)
def only_who_took_part_reserves(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """4 kap. 27 § KL: only who took part in that very decision; against another one may reserve."""
    for path, arende, row in rows(meeting, RESERVATION):
        serving = presence.tjanstgorande(meeting, arende)
        aside = {
            name
            for other in arende.handelser(DELTAR_INTE)
            if (about(other), other.punkter) == (about(row), row.punkter)
            for name in other.vem
        }
        for name in row.vem:
            if name in presence.javiga(arende):
                continue
            why = "deltar inte i samma beslut" if name in aside else ""
            why = why or ("" if name in serving or not serving else "tjänstgör inte i ärendet")
            if why:
                yield findings.RESERVATION_BY_OUTSIDER(f"{path}.vem", value=str(name), why=why)


@rule(due=Before.PROTOKOLL)
def who_takes_no_part_does_not_vote(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """To abstain and then take no part is common; to vote and take no part is not."""
    for path, arende, row in rows(meeting, DELTAR_INTE):
        if about(row) != BESLUTET:
            continue
        for other in arende.handelser(OMROSTNING):
            held = other.omrostning
            if held is None or not held.sides or other.galler not in ("", BESLUTET):
                continue
            for name in row.vem:
                side = next((s for s in ("ja", "nej") if _voted(held, s, name)), "")
                if side:
                    yield findings.VOTED_WITHOUT_PART(f"{path}.vem", value=str(name), side=side)


def _voted(held: Omrostning, side: str, name: Namn) -> bool:
    return name in held.sides[0 if side == "ja" else 1].namn
