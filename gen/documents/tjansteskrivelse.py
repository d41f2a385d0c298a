"""A meeting or an ärendefil in, the tjänsteskrivelser out: one for each ärende that has its day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen.documents import ARENDE, DocumentType, Draft
from gen.documents.beredning import drafts_of, is_motionssvar

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """Not where a motionssvar is made: an ärende has one paper of the förvaltning's."""
    return drafts_of(reading, TYPE.name, lambda arende: not is_motionssvar(arende))


TYPE = DocumentType(
    name="tjänsteskrivelse",
    template="tjänsteskrivelse",
    drafts=drafts,
    told="Gör tjänsteskrivelserna, ett dokument per ärende, som Word och PDF.",
    lacks="Inget ärende har både rubrik och dagen för tjänsteskrivelsen. En motion med delen "
    "Motionens yrkanden får i stället ett motionssvar.",
    reads=ARENDE,
    one_by_one=True,
    required=("ärende.rubrik", "delar[].innehåll", "ärendet[].innehåll", "slut[].innehåll"),
)
