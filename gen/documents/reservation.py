"""A skrivelse or a meeting in, the drafts of its reservationer out.

Of a meeting: one for each row of Behandling that has a text of its own. A row with a Fil is a
bilaga already.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen.choices import RESERVATION
from gen.documents import DocumentType, Draft
from gen.documents.avvikande import of_meeting, of_skrivelse
from gen.stages import Before
from gen.workbook.which import Which

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """The skrivelse itself, or a meeting's rows Reservation."""
    yield from of_skrivelse(reading, RESERVATION, TYPE.name)
    yield from of_meeting(reading, RESERVATION, TYPE.name)


TYPE = DocumentType(
    name="reservation",
    template="reservation",
    drafts=drafts,
    told="Gör skriftliga reservationer, som Word och PDF.",
    lacks="Ingen rad Reservation på bladet Behandling har en egen text, och Slag är inte "
    "Reservation.",
    reads=frozenset({Which.MOTE, Which.SKRIVELSE}),
    before=Before.KALLELSE,
    required=("skrivelse.rubrik", "delar[].innehåll", "undertecknare[].namn"),
)
