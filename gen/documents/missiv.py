"""A skrivelse in, the missiv's draft out: to whom, what is sent and why, what is asked, by when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen.choices import MISSIV
from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud
from gen.documents.skrivelse import attachments, parts, signers, skrivelse
from gen.jobs import JSON
from gen.register import Register
from gen.skrivelse import Skrivelse
from gen.swedish.dates import weekday_text
from gen.swedish.phrases import lopande
from gen.swedish.typography import versal
from gen.workbook.which import Which

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """The one missiv of the workbook."""
    own = reading.own
    if isinstance(own, Skrivelse) and own.slag == MISSIV and own.datum is not None:
        title = f"Missiv: {own.rubrik}"
        yield Draft("missiv", title, own.datum.isoformat(), context(own, reading.register))


def context(own: Skrivelse, register: Register) -> dict[str, JSON]:
    """The missiv's vocabulary."""
    organ = register.find_organ(own.organ)
    sender = organ.namn if organ is not None else ""
    return {
        **brevhuvud(
            register,
            typ="Missiv",
            titel=f"Missiv: {own.rubrik}",
            organ=sender,
            datum_rubrik="Datum",
            datum=own.datum.isoformat() if own.datum else "",
            diarienummer=own.dnr,
        ),
        "skrivelse": skrivelse(own, overrubrik="Missiv", rubrik=own.rubrik),
        "uppgifter": facts(own),
        "delar": parts(own.text, f"{versal(lopande(sender)) or 'Vi'} ber er"),
        "undertecknare": signers(own.undertecknare, register),
        "bilagor": attachments(own.bilagor),
    }


def facts(own: Skrivelse) -> list[JSON]:
    """`u.etikett` and `u.värde`: to whom, a line each, and by when and where to an answer goes."""
    rows = [("" if number else "Till", name) for number, name in enumerate(own.mottagare)]
    rows += [("Svar senast", weekday_text(own.svar_senast))] if own.svar_senast else []
    rows += [("Svar till", own.svar_till)] if own.svar_till else []
    return [{"etikett": label, "värde": value} for label, value in rows]


TYPE = DocumentType(
    name="missiv",
    template="missiv",
    drafts=drafts,
    told="Gör ett missiv, som Word och PDF.",
    lacks="Slag på bladet Skrivelse är inte Missiv.",
    reads=frozenset({Which.SKRIVELSE}),
    required=("uppgifter[].värde", "skrivelse.rubrik", "delar[].innehåll", "undertecknare[].namn"),
)
