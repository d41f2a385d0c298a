"""A document type that gen does not have: who was present, each an intyg for their employer.

All that a type needs in code, as docs/architecture.md tells it. tests/test_ny_dokumenttyp.py puts
this folder beside gen's own types and makes the template.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud
from gen.filenames import safe_name
from gen.model import Stage
from gen.stages import Before

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """One for each förtroendevald who was there."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or meeting.datum is None or meeting.stage is Stage.PLANERAT:
        return
    day = meeting.datum.isoformat()
    for person in meeting.narvaro:
        who = person.namn
        if who.parti and person.narvarar != "Nej":
            context = brevhuvud(
                register,
                typ="Närvarointyg",
                titel=f"Närvarointyg {who}",
                organ=organ.namn,
                datum_rubrik="Sammanträdesdatum",
                datum=day,
            )
            context["intyg"] = {"namn": who.namn, "parti": who.parti}
            name = f"närvarointyg/{safe_name(who.namn)}"
            yield Draft(name, f"Närvarointyg {who}", day, context)


TYPE = DocumentType(
    name="närvarointyg",
    template="närvarointyg",
    drafts=drafts,
    told="Gör närvarointyg till de förtroendevalda som var med.",
    lacks="Ingen förtroendevald är noterad som närvarande på bladet Närvaro.",
    before=Before.PROTOKOLL,
    due=lambda reading: reading.meeting.justerat is not None,
    required=("intyg.namn",),
)
