"""A reading in, the kallelse out: who is called where and when, then the föredragningslista."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud
from gen.documents.foredragningslista import punkter, sammantrade
from gen.documents.protokoll import signing
from gen.jobs import JSON
from gen.kalender import INSTALLT
from gen.model import Sammantrade
from gen.people import Narvaro, Roll
from gen.stages import Before
from gen.swedish.phrases import Narvarande, narvaro_text

if TYPE_CHECKING:
    from gen.workbook.read import Reading

_GROUPS = {Roll.LEDAMOT: "ledamöter", Roll.ERSATTARE: "ersättare", Roll.OVRIG: "övriga"}


def drafts(reading: Reading) -> Iterable[Draft]:
    """One for the whole meeting, unless it is inställt."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or meeting.datum is None or meeting.slag == INSTALLT:
        return
    when = sammantrade(meeting, organ)
    title = f"Kallelse {organ.namn} {when['datum']}"
    context: dict[str, JSON] = {
        **brevhuvud(
            register,
            typ="Kallelse",
            titel=title,
            organ=organ.namn,
            datum_rubrik="Sammanträdesdatum",
            datum=str(when["datum"]),
            diarienummer=meeting.diarienummer,
        ),
        "sammanträde": {
            **when,
            "anmäl_förhinder_till": meeting.anmal_forhinder_till,
            "gruppmöten": meeting.gruppmoten,
        },
        "kallade": kallade(meeting),
        "justering": {
            "justerare": [str(name) for name in meeting.justerare],
            "ersättare": [str(name) for name in meeting.ersattare_for_justerare],
            "tid_och_plats": signing(meeting),
        },
        "ärenden": punkter(meeting, organ, register),
    }
    sent = meeting.kallelse_skickad or meeting.datum
    yield Draft("kallelse", title, sent.isoformat(), context)


def kallade(meeting: Sammantrade) -> dict[str, JSON]:
    """Everybody on Närvaro once, by role: who came is not known yet, nor asked about afterwards."""
    out: dict[str, list[JSON]] = {group: [] for group in _GROUPS.values()}
    seen = set()
    for row in meeting.narvaro:
        if row.namn not in seen:
            seen.add(row.namn)
            shown = {"text": _called(row), "namn": row.namn.namn, "parti": row.namn.parti}
            out[_GROUPS[row.roll]].append(dict[str, JSON](shown))
    return dict(out.items())


def _called(row: Narvaro) -> str:
    told = row.roll is Roll.OVRIG or "ordförande" in row.uppdrag.casefold()
    uppdrag = row.uppdrag if told else ""
    return narvaro_text(Narvarande(row.namn.namn, row.namn.parti, uppdrag))


TYPE = DocumentType(
    name="kallelse",
    template="kallelse",
    drafts=drafts,
    told="Gör kallelsen med föredragningslistan, som Word och PDF.",
    lacks="Sammanträdet är inställt.",
    before=Before.KALLELSE,
    required=(
        "sammanträde.organ",
        "sammanträde.dag|sammanträde.datum",
        "sammanträde.tid",
        "sammanträde.plats",
        "ärenden[].nr",
        "ärenden[].rubrik",
        "ärenden[].delar[].innehåll",
    ),
)
