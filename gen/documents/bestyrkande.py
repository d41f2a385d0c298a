"""A reading in, the page that says that the cut utdrag are true out; one for each protokoll."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen.documents import DocumentType, Draft, protokoll
from gen.documents.brevhuvud import brevhuvud
from gen.documents.utdrag import FOLDER, bestyrkande
from gen.stages import Before
from gen.swedish.dates import iso_text

if TYPE_CHECKING:
    from gen.workbook.read import Reading

NAME = "bestyrkande"


def drafts(reading: Reading) -> Iterable[Draft]:
    """The meeting's own, and one for each protokoll of what is omedelbart justerat."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or meeting.datum is None:
        return
    day = iso_text(meeting.datum, meeting.sista_dag)
    title = f"Bestyrkande av utdrag ur protokoll {organ.namn} {day}"
    for name, part in (("protokoll", meeting), *protokoll.apart(meeting)):
        context = {
            **brevhuvud(
                register,
                typ="Protokollsutdrag",
                titel=title,
                organ=organ.namn,
                datum_rubrik="Sammanträdesdatum",
                datum=day,
                diarienummer=meeting.diarienummer,
            ),
            "utdrag": bestyrkande(part, organ, register),
        }
        yield Draft(of(name), title, meeting.datum.isoformat(), context, paragrafer=part.paragrafer)


def of(name: str) -> str:
    """What the page for the utdrag of that protokoll is called: `utdrag/bestyrkande`."""
    return f"{FOLDER}/{NAME}{name.removeprefix('protokoll')}"


TYPE = DocumentType(
    name=NAME,
    template=NAME,
    drafts=drafts,
    told="Gör sidan som bestyrker protokollsutdrag; gen utdrag gör den själv.",
    before=Before.PROTOKOLL,
    due=lambda reading: False,  # made with the utdrag that it belongs to
    required=("utdrag.organ", "utdrag.sammanträdesdatum", "utdrag.bestyrks_av"),
)
