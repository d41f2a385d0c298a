"""A nämnd's delegationsbeslut in, the draft of each out: what was decided, by what right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen import text
from gen.beslut import Grupp
from gen.choices import NUMRERADE
from gen.delegation import Delegation, Delegationsbeslut
from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud, with_sekretess
from gen.documents.paragraf import confidential_text
from gen.documents.punkter import decision_blocks
from gen.filenames import safe_name
from gen.jobs import JSON
from gen.model import plain
from gen.register import Organ, Register
from gen.swedish.dates import den_date_text
from gen.swedish.lists import list_text
from gen.swedish.phrases import genitiv, lopande
from gen.swedish.typography import hard_blanks, versal
from gen.text import Json
from gen.workbook.which import Which

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """One a row that says when and under which number."""
    own, register = reading.own, reading.register
    if not isinstance(own, Delegation):
        return
    organ = register.find_organ(own.organ)
    for beslut in own.beslut:
        if organ is None or beslut.datum is None or not beslut.nummer:
            continue
        title = f"Delegationsbeslut {beslut.nummer}: {beslut.rubrik}"
        name = safe_name(f"delegationsbeslut {beslut.nummer}")
        day = beslut.datum.isoformat()
        yield Draft(name, title, day, context(own, beslut, organ, register))


def context(
    own: Delegation, beslut: Delegationsbeslut, organ: Organ, register: Register
) -> dict[str, JSON]:
    """The vocabulary of a delegationsbeslut."""
    day = beslut.datum.isoformat() if beslut.datum else ""
    return {
        **brevhuvud(
            register,
            typ="Delegationsbeslut",
            titel=f"Delegationsbeslut {beslut.nummer}: {beslut.rubrik}",
            organ=organ.namn,
            datum_rubrik="Datum",
            datum=day,
            diarienummer=beslut.dnr,
            status=with_sekretess(beslut.sekretess),
        ),
        "beslut": {
            "nummer": beslut.lopnr,
            "rubrik": beslut.rubrik,
            "dnr": beslut.dnr,
            "datum": day,
            "innehåll": text.content(decided(beslut, organ, register)),
            "stöd": support(own, beslut, organ),
            "beskrivning": text.content(text.blocks([beslut.beskrivning])),
            "har_beskrivning": bool(plain(beslut.beskrivning).strip()),
            "sekretess": confidential_text(beslut.sekretess),
        },
        "delegat": {
            "namn": str(beslut.delegat) if beslut.delegat else "",
            "titel": versal(beslut.titel) or "Delegat",
        },
    }


def decided(beslut: Delegationsbeslut, organ: Organ, register: Register) -> list[Json]:
    """The decision: lines that begin with `att` are points under the nämnd's lead-in."""
    lines = [line for line in text.lines(text.strip(beslut.beslut)) if plain(line).strip()]
    if not all(plain(line).strip().casefold().startswith("att ") for line in lines):
        return text.blocks([beslut.beslut])
    numbered = register.stil.beslut_som == NUMRERADE
    lead_in = f"{organ.namn} beslutar{':' if numbered else ''}"
    return decision_blocks(Grupp(lead_in, tuple(lines)), numbered=numbered)


def support(own: Delegation, beslut: Delegationsbeslut, organ: Organ) -> str:
    """`Beslutet är fattat med stöd av punkt 1.7 i socialnämndens delegationsordning och …`."""
    sources = []
    if beslut.punkt:
        order = own.delegationsordning or f"{genitiv(lopande(organ.namn))} delegationsordning"
        day = f", beslutad {den_date_text(own.beslutad)}," if own.beslutad else ""
        sources.append(hard_blanks(f"punkt {beslut.punkt} i {order}{day}"))
    sources += [hard_blanks(beslut.lagrum)] if beslut.lagrum else []
    told = list_text(sources).removesuffix(",")
    return f"Beslutet är fattat med stöd av {told}." if told else ""


TYPE = DocumentType(
    name="delegationsbeslut",
    template="delegationsbeslut",
    drafts=drafts,
    told="Gör delegationsbesluten, ett dokument per beslut, som Word och PDF.",
    lacks="Bladet Delegationsbeslut har ingen rad.",
    reads=frozenset({Which.DELEGATION}),
    required=("beslut.rubrik", "beslut.innehåll", "delegat.namn"),
)
