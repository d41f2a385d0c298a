"""The way of an ärende to those who decide it: an utskott's proposal goes through its nämnd."""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings
from gen.checks import rule
from gen.choices import BESLUT, FORSLAG
from gen.findings import Finding
from gen.model import Sammantrade
from gen.register import Register

PREPARING = ("utskott", "beredning")
"""Organ that stand below another one: without it the chain of a beslut would leave that out."""


@rule
def an_utskott_has_an_organ_above_it(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 26 § KL: what fullmäktige decides has been prepared; the protokoll tells by whom."""
    organ = register.find_organ(meeting.organ)
    if organ is None or organ.slag not in PREPARING or organ.overordnat:
        return
    for i, arende in enumerate(meeting.arenden):
        goes_to = {arende.beslutas_av} | {
            rad.beslutas_av for rad in arende.rader(FORSLAG, BESLUT) if rad.beslutas_av
        }
        for code in sorted(goes_to - {"", organ.kod}):
            last = register.find_organ(code)
            if last is not None and last.kod != organ.kod:
                yield findings.NO_CHAIN(
                    f"ärenden[{i}].beslutas_av", value=last.namn, organ=organ.namn
                )
