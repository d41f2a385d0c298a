"""Each § was handled by enough who serve, by no more than there are seats, and led by one of them.

More than half of the ledamöter must be there (5 kap. 45 § KL, 6 kap. 27 § KL). How many seats an
organ has is the register's `Antal ledamöter`; vacant ones count. Where it is not told, nothing is
said of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings, presence
from gen.checks import rule
from gen.choices import JAV, UTGAR
from gen.findings import Finding
from gen.kalender import INSTALLT
from gen.model import Arende, Sammantrade
from gen.people import Namn, Narvaro
from gen.register import Organ, Register
from gen.stages import Before

KINDS = {
    "KF": findings.NOT_QUORATE_KF,
    "KS": findings.NOT_QUORATE,
    "nämnd": findings.NOT_QUORATE,
}
"""KL is silent on utskott and beredningar: theirs is a matter of the reglemente (6 kap. 44 §)."""
ANSWERED = ("Interpellation", "Fråga")


def handled(meeting: Sammantrade) -> Iterator[tuple[int, Arende]]:
    """The ärenden that were taken up as a §, each with its place on the list."""
    for i, arende in enumerate(meeting.arenden):
        taken_up = arende.paragraf is not None and arende.utfall != UTGAR
        if taken_up and meeting.slag != INSTALLT:
            yield i, arende


@rule(due=Before.PROTOKOLL)
def enough_serve_and_not_too_many(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """6 kap. 27 § KL: more than half; 5 kap. 5 § and 6 kap. 16 § KL: as many as there are seats."""
    organ = register.find_organ(meeting.organ)
    size = organ.antal_ledamoter if organ else None
    if organ is None or not size:
        return
    needed = size // 2 + 1
    for i, arende in handled(meeting):
        count = len(presence.tjanstgorande(meeting, arende))
        path = f"ärenden[{i}].paragraf"
        if count > size:
            yield findings.TOO_MANY_SERVE(path, value=count, size=size)
        elif not_quorate(meeting, organ, arende):
            kind = KINDS.get(organ.slag, findings.NOT_QUORATE_LOCALLY)
            yield kind(path, value=count, needed=needed, size=size)


def not_quorate(meeting: Sammantrade, organ: Organ, arende: Arende) -> bool:
    """Whether too few serve in it, of an organ that is known to have so many seats."""
    needed = (organ.antal_ledamoter or 0) // 2 + 1
    count = len(presence.tjanstgorande(meeting, arende))
    few = bool(organ.antal_ledamoter) and 0 < count < needed
    return few and not (organ.slag == "KF" and _allowed(meeting, arende, needed))


def _allowed(meeting: Sammantrade, arende: Arende, needed: int) -> bool:
    """5 kap. 45–46 §§ KL: fullmäktige may have said that fewer are enough for answers, and who is
    out for jäv only is counted. A nämnd has neither."""
    without_jav = arende.model_copy(update={"behandling": ()})
    return arende.typ in ANSWERED or len(presence.tjanstgorande(meeting, without_jav)) >= needed


@rule(due=Before.PROTOKOLL)
def somebody_serves_in_every_paragraph(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 66 § KL: the protokoll says which ledamöter and ersättare have served."""
    empty = [(i, arende) for i, arende in handled(meeting) if _nobody(meeting, arende)]
    if empty and not any(row.serves for row in meeting.narvaro):
        yield findings.NOBODY_HAS_SERVED("närvaro", value="i någon paragraf")
        return
    for i, arende in empty:
        where = f"i ärende {arende.nr}"
        yield findings.NOBODY_HAS_SERVED(f"ärenden[{i}].paragraf", value=where)


def _nobody(meeting: Sammantrade, arende: Arende) -> bool:
    """The first who serves is enough to know, but where some are out for jäv."""
    if not any(row.serves and presence.covers(row, arende) for row in meeting.narvaro):
        return True
    return bool(arende.handelser(JAV)) and not presence.tjanstgorande(meeting, arende)


@rule(due=Before.PROTOKOLL)
def somebody_leads_every_paragraph(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 65 § KL: the protokoll is kept on the chair's responsibility."""
    if meeting.ordforande is None:
        return  # told once, of the cell Ordförande
    led = presence.ledningar(meeting)
    for i, arende in handled(meeting):
        if not led[arende.nr].stolar:
            yield findings.NOBODY_LED(
                f"ärenden[{i}].paragraf", value=arende.nr, chair=str(meeting.ordforande)
            )


@rule(due=Before.PROTOKOLL)
def who_leads_serves(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 11 § and 6 kap. 21 § KL: the chair is one of the ledamöter.

    One who leads in spite of jäv is told of as such.
    """
    own: dict[Namn, list[Narvaro]] = {}
    for row in meeting.narvaro:
        own.setdefault(row.namn, []).append(row)
    led = presence.ledningar(meeting)
    for i, arende in handled(meeting):
        away = presence.javiga(arende)
        for name in dict.fromkeys(who for _, who in led[arende.nr].stolar):
            # Who is on no row of Närvaro is believed, as the cell Ordförande is.
            rows = own.get(name, [])
            in_seat = any(row.serves and presence.covers(row, arende) for row in rows)
            if not rows or in_seat or name in away:
                continue
            serving = presence.tjanstgorande(meeting, arende)
            if serving and name not in serving:
                yield findings.CHAIR_NOT_SERVING(
                    f"ärenden[{i}].paragraf", value=str(name), nr=arende.nr
                )
