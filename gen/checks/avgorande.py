"""Who proposes and who decides: yrkanden of those who serve, put by the chair; the reason why an
ärende is sent back; and the duty to decide where a nämnd exercises authority over somebody."""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings, presence
from gen.checks import rule
from gen.checks.behandling import rows
from gen.checks.beslutforhet import handled
from gen.checks.kallelse import is_fullmaktige
from gen.choices import (
    ATERREMISS,
    ATERREMITTERAS,
    ATERTAGET,
    BESLUTET,
    DELTAR_INTE,
    FRI_TEXT,
    MOTFORSLAG,
    OMROSTNING,
    PROPOSITION,
    YRKANDE,
)
from gen.findings import Finding
from gen.model import Arende, Handelse, Sammantrade, plain
from gen.names import fold
from gen.people import Namn
from gen.register import Register
from gen.stages import Before


@rule(due=Before.PROTOKOLL)
def who_serves_proposes(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 39–40 §§ and 6 kap. 17 § KL: others only as far as the law or fullmäktige lets them.

    Who has jäv is told of as such.
    """
    for path, arende, row in rows(meeting, YRKANDE):
        if row.utfall == ATERTAGET:
            continue
        serving = presence.tjanstgorande(meeting, arende)
        inside = presence.javiga(arende).union(serving)
        for name in dict.fromkeys(row.vem) if serving else ():
            if name not in inside:
                yield findings.YRKANDE_BY_OUTSIDER(f"{path}.vem", value=str(name), nr=arende.nr)


@rule(due=Before.PROTOKOLL)
def several_yrkanden_are_put_in_order(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 67 § 2 KL: the protokoll tells in which order the chair put the proposals."""
    for i, arende in handled(meeting):
        live = {
            row.galler or fold(plain(row.text)): j
            for j, row in enumerate(arende.behandling)
            if row.handelse == YRKANDE and row.utfall != ATERTAGET
        }
        if len(live) > 1 and not put(arende):
            yield findings.NO_PROPOSITION(
                f"ärenden[{i}].behandling[{max(live.values())}]", value=len(live), nr=arende.nr
            )


def put(arende: Arende) -> bool:
    """Whether a row tells how the yrkanden were put; some write it all as Fri text."""
    told = any("proposition" in fold(plain(row.text)) for row in arende.handelser(FRI_TEXT))
    return told or bool(arende.handelser(PROPOSITION, OMROSTNING))


@rule(due=Before.PROTOKOLL)
def what_fullmaktige_sends_back_has_a_reason(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 50 § KL: the återremiss is motiverad, for a minority by those who asked for it."""
    for i, arende in handled(meeting) if is_fullmaktige(meeting, register) else ():
        if arende.utfall == ATERREMITTERAS and not any(map(_why_sent_back, arende.behandling)):
            yield findings.SENT_BACK_WITHOUT_REASON(
                f"ärenden[{i}].utfall", value=arende.utfall.casefold(), nr=arende.nr
            )


def _why_sent_back(row: Handelse) -> bool:
    """Whether the row says why; a yrkande may be for several things, of which this is one."""
    text = fold(plain(row.text))
    if row.handelse == FRI_TEXT:
        return "motiver" in text
    if row.handelse != YRKANDE or row.utfall == ATERTAGET:
        return False
    return bool(text or row.fil) if row.galler == ATERREMISS else "återremi" in text


@rule(due=Before.PROTOKOLL)
def who_handles_myndighetsutovning_decides(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """4 kap. 26 § KL: in a nämnd one who took part in handling it takes part in deciding it."""
    if is_fullmaktige(meeting, register):
        return
    for path, arende, row in rows(meeting, DELTAR_INTE, OMROSTNING):
        if not arende.myndighetsutovning:
            continue
        for name, what in _aside(arende, row):
            yield findings.ASIDE_IN_MYNDIGHETSUTOVNING(
                path, value=str(name), what=what, nr=arende.nr
            )


def _aside(arende: Arende, row: Handelse) -> Iterator[tuple[Namn, str]]:
    """Those who stood aside from the beslut itself; nobody need vote for more than one proposal."""
    if row.handelse == DELTAR_INTE and (row.galler in ("", BESLUTET) or row.punkter):
        yield from ((name, "deltar inte i beslutet") for name in row.vem)
    held = row.omrostning
    if held is None or not held.sides or row.galler not in ("", BESLUTET):
        return
    voted = {
        name
        for other in arende.handelser(OMROSTNING)
        if other.omrostning is not None and other.galler in ("", BESLUTET, MOTFORSLAG)
        for side in other.omrostning.sides[:2]
        for name in side.namn
    }
    yield from ((name, "avstår från att rösta") for name in held.sides[2].namn if name not in voted)
