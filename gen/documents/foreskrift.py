"""A föreskrift in, its draft out: who decided it and when, its chapters, its §§, its bilagor.

What is not decided yet is a förslag: it waits for the decision, and says so on every page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen import text
from gen.choices import REGLEMENTE
from gen.documents import DocumentType, Draft
from gen.documents.bestammelser import body, contents
from gen.documents.brevhuvud import brevhuvud
from gen.documents.skrivelse import attachments
from gen.filenames import safe_name
from gen.foreskrift import Foreskrift, Revidering
from gen.jobs import JSON
from gen.register import Register
from gen.swedish.phrases import lopande
from gen.swedish.typography import hard_blanks
from gen.workbook.which import Which

if TYPE_CHECKING:
    from gen.workbook.read import Reading

FORSLAG = "Förslag"
_DECISION = ("beslutad_av", "beslutad", "paragraf")


def drafts(reading: Reading) -> Iterable[Draft]:
    """The one föreskrift of the workbook, called after its Slag."""
    own = reading.own
    if not isinstance(own, Foreskrift) or own.datum is None or not own.slag or not own.titel:
        return
    yield Draft(
        safe_name(own.slag.casefold()),
        own.titel,
        own.datum.isoformat(),
        context(own, reading.register),
        waits_for=frozenset(f"föreskrift.{field}" for field in lacking(own)),
    )


def lacking(own: Foreskrift) -> list[str]:
    """The fields without which it is not decided."""
    return [field for field in _DECISION if not getattr(own, field)]


def context(own: Foreskrift, register: Register) -> dict[str, JSON]:
    """The vocabulary of a föreskrift."""
    proposed = bool(lacking(own))
    organ = register.find_organ(own.beslutad_av)
    neuter = own.slag == REGLEMENTE  # antaget reglemente, antagen föreskrift
    decision = Revidering(organ=own.beslutad_av, datum=own.beslutad, paragraf=own.paragraf)
    dated = "Senast ändrad" if own.revideringar else "Beslutsdatum"
    return {
        **brevhuvud(
            register,
            typ=own.slag,
            titel=own.titel,
            organ=organ.namn if organ is not None else "",
            datum_rubrik="Datum" if proposed else dated,
            datum=own.datum.isoformat() if own.datum else "",
            diarienummer=own.dnr,
            status=FORSLAG if proposed else "",
        ),
        "föreskrift": {
            "slag": own.slag,
            "titel": own.titel,
            "dnr": own.dnr,
            "beslut_rubrik": "Beslutas av" if proposed else f"Antage{'t' if neuter else 'n'} av",
            "beslut": _decided(decision, register),
            "revideringar_rubrik": f"Revidera{'t' if neuter else 'd'} av",
            "revideringar": [_decided(row, register) for row in own.revideringar],
            "gäller_från": own.galler_fran.isoformat() if own.galler_fran else None,
            "ersätter": [*own.ersatter],
            "stöd": own.stod,
            "dokumentansvarig": own.dokumentansvarig,
            "författningsnummer": own.forfattningsnummer,
        },
        "innehållsförteckning": text.content(contents(own)),
        "har_innehållsförteckning": bool(contents(own)),
        "innehåll": text.content(body(own)),
        "bilagor": attachments(own.bilagor),
    }


def _decided(row: Revidering, register: Register) -> str:
    """`kommunfullmäktige 2024-06-19 § 118 (4 §)`."""
    organ = register.find_organ(row.organ)
    words = [lopande(organ.namn)] if organ is not None else []
    words += [row.datum.isoformat()] if row.datum else []
    words += [hard_blanks(f"§ {row.paragraf.lstrip('§ ')}")] if row.paragraf else []
    words += [f"({row.avser})"] if row.avser else []
    return " ".join(words)


TYPE = DocumentType(
    name="föreskrift",
    template="föreskrift",
    drafts=drafts,
    told="Gör en föreskrift, ett reglemente eller en arbetsordning, som Word och PDF.",
    lacks="Slag, Titel eller datum saknas på bladet Föreskrift.",
    reads=frozenset({Which.FORESKRIFT}),
    waits=True,
    required=("föreskrift.titel", "innehåll"),
)
