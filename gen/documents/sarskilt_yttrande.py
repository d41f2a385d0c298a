"""A skrivelse or a meeting in, the drafts of its särskilda yttranden out: as of reservationer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen.choices import SARSKILT_YTTRANDE
from gen.documents import DocumentType, Draft
from gen.documents.avvikande import of_meeting, of_skrivelse
from gen.stages import Before
from gen.workbook.which import Which

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """The skrivelse itself, or a meeting's rows Särskilt yttrande."""
    yield from of_skrivelse(reading, SARSKILT_YTTRANDE, TYPE.name)
    yield from of_meeting(reading, SARSKILT_YTTRANDE, TYPE.name)


TYPE = DocumentType(
    name="särskilt-yttrande",
    template="reservation",
    drafts=drafts,
    told="Gör särskilda yttranden, som Word och PDF.",
    lacks="Ingen rad Särskilt yttrande på bladet Behandling har en egen text, och Slag är inte "
    "Särskilt yttrande.",
    reads=frozenset({Which.MOTE, Which.SKRIVELSE}),
    before=Before.KALLELSE,
)
