"""An ärende as an earlier instance handled it in, what was not agreed on there out, in the past."""

from __future__ import annotations

from gen import text
from gen.choices import (
    DELTAR_INTE,
    OMROSTNING,
    PROPOSITION,
    PROTOKOLLSANTECKNING,
    RESERVATION,
    SARSKILT_YTTRANDE,
    YRKANDE,
)
from gen.documents.behandling import told
from gen.model import Arende
from gen.register import Organ
from gen.swedish.phrases import lopande
from gen.swedish.verbs import Tempus
from gen.text import Json

_EVENTS = (
    YRKANDE,
    PROPOSITION,
    OMROSTNING,
    DELTAR_INTE,
    RESERVATION,
    SARSKILT_YTTRANDE,
    PROTOKOLLSANTECKNING,
)
"""What tells of another opinion; jäv, a pause and who was in the chair do not."""


def skiljaktigt(arende: Arende, organ: Organ) -> list[Json]:
    """The sentence that leads in, and what happened in the order in which it did; nothing where
    all were of one mind."""
    events = arende.handelser(*_EVENTS)
    if not events:
        return []
    where = f"Vid behandling av ärendet i {lopande(organ.namn)}"
    lead_in = text.paragraph(f"{where} förekom skiljaktiga meningar:", "ingress")
    return [lead_in, *(b for event in events for b in told(event, arende, Tempus.PRETERITUM))]
