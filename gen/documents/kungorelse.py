"""A reading in, the kungörelse of a sammanträde with fullmäktige out (5 kap. 13 § KL)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud
from gen.documents.foredragningslista import punkter, sammantrade
from gen.jobs import JSON
from gen.kalender import INSTALLT
from gen.stages import Before

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """One for fullmäktige; what other organ meet about is not announced."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or organ.slag != "KF" or meeting.datum is None or meeting.slag == INSTALLT:
        return
    when = sammantrade(meeting, organ)
    title = f"Kungörelse {organ.namn} {when['datum']}"
    posted = meeting.kungorelse_anslagen
    context: dict[str, JSON] = {
        **brevhuvud(
            register,
            typ="Kungörelse",
            titel=title,
            organ=organ.namn,
            datum_rubrik="Sammanträdesdatum",
            datum=str(when["datum"]),
            diarienummer=meeting.diarienummer,
        ),
        "sammanträde": {
            **when,
            "kungörelse_anslagen": posted.isoformat() if posted is not None else None,
        },
        "ärenden": punkter(meeting, organ, register),
    }
    yield Draft("kungörelse", title, (posted or meeting.datum).isoformat(), context)


TYPE = DocumentType(
    name="kungörelse",
    template="kungörelse",
    drafts=drafts,
    told="Gör kungörelsen av ett sammanträde med fullmäktige.",
    lacks="Bara fullmäktiges sammanträden kungörs, och inte ett som är inställt.",
    before=Before.KALLELSE,
    required=(
        "sammanträde.organ",
        "sammanträde.dag|sammanträde.datum",
        "sammanträde.tid",
        "sammanträde.plats",
        "ärenden[].rubrik",
    ),
)
