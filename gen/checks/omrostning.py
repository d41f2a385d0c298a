"""Omröstningar: the votes add up to those who serve, and the outcome follows from them."""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings, omrostning, presence
from gen.checks import rule
from gen.checks.behandling import rows
from gen.choices import (
    LOTTNING,
    OMROSTNING,
)
from gen.findings import Finding
from gen.model import Arende, Handelse, Sammantrade
from gen.people import Namn
from gen.register import Register
from gen.roster import Grund, Omrostning
from gen.stages import Before
from gen.swedish.lists import list_text
from gen.workbook.votes import SIDES


def votes(meeting: Sammantrade) -> Iterator[tuple[str, Arende, Handelse, Omrostning]]:
    """The omröstningar whose votes could be read."""
    for path, arende, handelse in rows(meeting, OMROSTNING):
        if handelse.omrostning is not None and handelse.omrostning.sides:
            yield path, arende, handelse, handelse.omrostning


@rule(due=Before.PROTOKOLL)
def every_omrostning_has_votes(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 67 § KL: the protokoll tells the result of each omröstning, and who voted how."""
    for path, arende, _, held in votes(meeting):
        ja, nej, avstar, _ = held.sides
        if not ja.antal and not nej.antal:
            yield findings.NO_VOTES(f"{path}.ja", value=held.nummer, nr=arende.nr)
        elif not held.sluten and not (ja.named and nej.named and avstar.named):
            yield findings.VOTERS_NOT_TOLD(path, value=held.nummer, nr=arende.nr)


@rule(due=Before.PROTOKOLL)
def votes_add_up_to_those_who_serve(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """4 kap. 22 § KL: every ledamot who serves has one vote, and nobody else has any.

    A seat that is empty may be counted among the absent, so these may be more than serve.
    """
    for path, arende, _, held in votes(meeting):
        serving = presence.tjanstgorande(meeting, arende)
        if not serving or not any(side.antal for side in held.sides):
            continue
        away = presence.javiga(arende)
        seats, placed = frozenset(serving), _placed(held)
        known = seats | away
        # Sets are compared without asking a name: nearly always nobody stands outside.
        outsiders = [name for name in held.rostande if name not in known] if placed - known else []
        if outsiders:
            who = list_text([str(name) for name in outsiders])
            yield findings.VOTER_NOT_SERVING(
                f"{path}.{_side_of(held, outsiders[0])}", value=who, nr=arende.nr
            )
            continue
        disqualified = sum(name in away for name in held.rostande) if away else 0
        voted = omrostning.narvarande(held) - disqualified
        absent = held.sides[3]
        left = [name for name in serving if name not in placed] if seats - placed else []
        named = all(side.named for side in held.sides)
        off = bool(left) if named else not voted <= len(serving) <= voted + absent.antal
        if off:
            total = voted + (sum(n in serving for n in absent.namn) if named else absent.antal)
            names = list_text([str(name) for name in left]) if named else ""
            yield findings.VOTES_DO_NOT_ADD_UP(
                path,
                value=total,
                serving=len(serving),
                nr=arende.nr,
                who=f" {names} står inte på någon sida." if names else "",
            )


def _placed(held: Omrostning) -> set[Namn]:
    return {name for side in held.sides for name in side.namn} | set(held.deltar_inte)


def _side_of(held: Omrostning, name: Namn) -> str:
    return next(field for field, side in zip(SIDES, held.sides, strict=True) if name in side.namn)


@rule(due=Before.PROTOKOLL)
def the_outcome_follows_from_the_votes(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 55 and 56 §§ KL: majority, the chair's casting vote, or the lot."""
    led = presence.ledningar(meeting)
    for path, arende, row, held in votes(meeting):
        ja, nej, *_ = held.sides
        if not ja.antal and not nej.antal:
            continue
        place = next(k for k, other in enumerate(arende.behandling) if other is row)
        chair = led[arende.nr].at(place)
        if ja.antal == nej.antal and held.grund is not Grund.MINORITET:
            yield from _tie(path, held, chair)
        if row.utfall in LOTTNING:
            why = _why_no_lot(held)
            if why:
                yield findings.LOT_WITHOUT_TIE(f"{path}.utfall", value=row.utfall, why=why)
        elif row.utfall and held.utfall and row.utfall not in _said(held):
            yield findings.OUTCOME_DIFFERS(
                f"{path}.utfall", value=row.utfall, computed=f"”{held.skal}”"
            )


def _said(held: Omrostning) -> set[str]:
    """What a typed Utfall may be: the outcome, or the side that won with a majority."""
    same = {held.utfall}
    if held.grund is not Grund.MINORITET:
        same.add(omrostning.vinnande_sida(held))
    return same


def _why_no_lot(held: Omrostning) -> str:
    ja, nej, *_ = held.sides
    if ja.antal != nej.antal:
        return f"det blev {held.skal}"
    return "" if held.sluten else "omröstningen är öppen och då avgör ordförandens röst"


def _tie(path: str, held: Omrostning, chair: Namn | None) -> Iterator[Finding]:
    _, _, avstar, franvarande = held.sides
    if held.sluten:
        if held.grund is Grund.OAVGJORD:
            how = "Skriv Lottning: Ja eller Lottning: Nej i Utfall."
            yield findings.TIE_OPEN(f"{path}.utfall", value=held.skal, how=how)
        return
    if chair is not None and chair in (*avstar.namn, *franvarande.namn, *held.deltar_inte):
        yield findings.CHAIR_DID_NOT_VOTE(path, value=str(chair))
    if held.grund is Grund.OAVGJORD:
        how = "Skriv Ja eller Nej i Utfall: den sida som ordföranden lade sin röst på."
        yield findings.TIE_OPEN(f"{path}.utfall", value=held.skal, how=how)


@rule(due=Before.PROTOKOLL)
def a_ballot_tells_no_names(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 54 § KL: val and anställning are voted on with closed ballots."""
    for path, _, _, held in votes(meeting):
        names = [str(name) for side in held.sides[:2] for name in side.namn if held.sluten]
        if names:
            who = list_text(names) if len(names) < 4 else f"{len(names)} ledamöter"
            yield findings.NAMES_IN_BALLOT(path, value=who)
