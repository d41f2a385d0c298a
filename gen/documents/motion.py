"""A skrivelse in, the motion's draft out: what is wrong, what is proposed, who proposes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen.choices import MOTION, STYCKE
from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud
from gen.documents.skrivelse import attachments, parts, signers, skrivelse
from gen.jobs import JSON
from gen.register import Organ, Register
from gen.skrivelse import Skrivelse
from gen.swedish.phrases import lopande
from gen.swedish.typography import versal
from gen.workbook.which import Which

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """The one motion of the workbook."""
    own, register = reading.own, reading.register
    if not isinstance(own, Skrivelse) or own.slag != MOTION or own.datum is None:
        return
    organ = register.find_organ(own.organ)
    if organ is not None:
        title = f"Motion: {own.rubrik}"
        yield Draft("motion", title, own.datum.isoformat(), context(own, organ, register))


def context(own: Skrivelse, organ: Organ, register: Register) -> dict[str, JSON]:
    """The motion's vocabulary."""
    return {
        **brevhuvud(
            register,
            typ="Motion",
            titel=f"Motion: {own.rubrik}",
            organ=organ.namn,
            datum_rubrik="Datum",
            datum=own.datum.isoformat() if own.datum else "",
            diarienummer=own.dnr,
        ),
        "skrivelse": skrivelse(
            own, overrubrik=f"Motion till {lopande(organ.namn)}", rubrik=own.rubrik
        ),
        "delar": parts(own.text, lead_in(own, organ)),
        "undertecknare": signers(own.undertecknare, register),
        "bilagor": attachments(own.bilagor),
    }


def lead_in(own: Skrivelse, organ: Organ) -> str:
    """The words before the att-satser; without a parti the motionärer speak for themselves."""
    who = own.parti or ("vi" if len(own.undertecknare) > 1 else "jag")
    if not own.rader(STYCKE):
        return f"{versal(who)} föreslår {lopande(organ.namn)} att besluta"
    return f"Med anledning av ovanstående föreslår {who} {lopande(organ.namn)} att besluta"


TYPE = DocumentType(
    name="motion",
    template="motion",
    drafts=drafts,
    told="Gör en motion, som Word och PDF.",
    lacks="Slag på bladet Skrivelse är inte Motion.",
    reads=frozenset({Which.SKRIVELSE}),
    required=("skrivelse.rubrik", "delar[].innehåll", "undertecknare[].namn"),
)
