"""Who signs a protokoll was there and did not lead: for each part that is justerat by itself.

KL leaves the form of the justering to fullmäktige (5 kap. 69 §); these are what all have in common.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings, presence
from gen.checks import rule
from gen.checks.tider import anslagen
from gen.findings import Finding
from gen.kalender import INSTALLT
from gen.model import Sammantrade
from gen.people import Namn
from gen.register import Register
from gen.stages import Before
from gen.swedish.paragraphs import format_paragraphs


def _signed(meeting: Sammantrade) -> Iterator[tuple[str, Namn, tuple[int, ...]]]:
    """(path, justerare, the §§ that they sign for); a rättelse may be signed by others."""
    for part in anslagen(meeting) if meeting.slag != INSTALLT else ():
        numbers = tuple(a.paragraf for a in part.arenden if a.paragraf is not None)
        for name in dict.fromkeys(part.dagar.justerare if not part.rattelse else ()):
            yield f"{part.path}.justerare", name, numbers


@rule(due=Before.PROTOKOLL)
def justerare_were_there(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """To justera is to say that this is what happened."""
    if not meeting.narvaro:
        return
    by_paragraf = {a.paragraf: a for a in meeting.arenden if a.paragraf is not None}
    for path, name, numbers in _signed(meeting):
        own = [row for row in meeting.narvaro if row.namn == name and row.present]
        away = [n for n in numbers if not any(presence.covers(row, by_paragraf[n]) for row in own)]
        if not own or (away and len(away) == len(numbers)):
            yield findings.JUSTERARE_ABSENT(path, value=str(name))
        elif away:
            shown = format_paragraphs(away, register.stil.paragraftecken)
            yield findings.JUSTERARE_PARTLY(path, value=str(name), paragrafer=shown)


@rule(due=Before.PROTOKOLL)
def justerare_did_not_lead(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """The chair signs too; a justerare is there to look at what the chair has signed."""
    led = presence.ordforande(meeting)
    for path, name, numbers in _signed(meeting):
        both = set(numbers).intersection(led.get(name, ()))
        if both:
            shown = format_paragraphs(both, register.stil.paragraftecken)
            yield findings.JUSTERARE_LED(path, value=str(name), paragrafer=shown)
