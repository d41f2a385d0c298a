"""A reading in, the beslutsförslag out: everything that is proposed to a meeting, in one document.

It goes out with the kallelse, so of an ärende with sekretess it says no more than that does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gen import text
from gen.beslut import alla_forslag
from gen.choices import FORSLAG, NUMRERADE
from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud
from gen.documents.foredragningslista import HIDDEN, sammantrade, withdrawn
from gen.documents.paragraf import confidential
from gen.documents.punkter import decision_blocks
from gen.jobs import JSON
from gen.kalender import INSTALLT
from gen.model import Arende
from gen.register import Organ, Register
from gen.stages import Before
from gen.text import Json

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """One for the whole meeting, where anything is proposed to it."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or meeting.datum is None or meeting.slag == INSTALLT:
        return
    proposed = [a for a in meeting.arenden if a.rader(FORSLAG) and not withdrawn(a, meeting)]
    if not proposed:
        return
    when = sammantrade(meeting, organ)
    title = f"Beslutsförslag {organ.namn} {when['datum']}"
    context: dict[str, JSON] = {
        **brevhuvud(
            register,
            typ="Beslutsförslag",
            titel=title,
            organ=organ.namn,
            datum_rubrik="Sammanträdesdatum",
            datum=str(when["datum"]),
            diarienummer=meeting.diarienummer,
        ),
        "sammanträde": when,
        "ärenden": [_punkt(arende, organ, register) for arende in proposed],
    }
    yield Draft("beslutsförslag", title, meeting.datum.isoformat(), context)


def _punkt(arende: Arende, organ: Organ, register: Register) -> JSON:
    secret = bool(arende.sekretess)
    delar = (
        [_part("Sekretess", "", "Sekretess", confidential(arende, organ, register))]
        if secret
        else list(_proposals(arende, organ, register))
    )
    return {
        "nr": arende.nr,
        "rubrik": HIDDEN if secret and arende.dolj_rubriken else arende.rubrik,
        "dnr": "" if secret else arende.dnr,
        "typ": "" if secret else arende.typ,
        "delar": delar,
    }


def _proposals(arende: Arende, organ: Organ, register: Register) -> Iterator[JSON]:
    """A part for each who proposes, with the chain phrase of this instance; the förvaltning needs
    no name where nobody else proposes anything."""
    numbered = register.stil.beslut_som == NUMRERADE
    some = alla_forslag(arende, organ, register)
    for who, groups in some:
        blocks = decision_blocks(*groups, numbered=numbered)
        heading = f"Förslag från {_named(who)}" if who else "Förslag till beslut"
        if not who and len(some) > 1:
            heading = f"{register.kommun.forvaltning or 'Förvaltningens'} förslag"
        yield _part(FORSLAG, _named(who), heading, blocks)


def _part(name: str, vem: str, heading: str, blocks: list[Json]) -> JSON:
    return {"del": name, "vem": vem, "rubrik": heading, "innehåll": text.content(blocks)}


def _named(who: str) -> str:
    """Several, as a cell parts them, in one line."""
    return ", ".join(" ".join(name.split()) for name in who.replace("\n", ";").split(";") if name)


TYPE = DocumentType(
    name="beslutsförslag",
    template="beslutsförslag",
    drafts=drafts,
    told="Gör alla förslag till sammanträdet i ett dokument, som Word och PDF.",
    lacks="Inget ärende har något förslag, eller så är sammanträdet inställt.",
    before=Before.KALLELSE,
    required=("ärenden[].rubrik", "ärenden[].delar[].rubrik", "ärenden[].delar[].innehåll"),
)
