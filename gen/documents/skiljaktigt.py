"""An ärende as an earlier instance handled it in, what was not agreed on there out, in the past.

That all were for the same is not told: the beslut says it. What somebody had noted is, without
making it a dissent.
"""

from __future__ import annotations

from gen import text
from gen.choices import (
    BIFALL,
    DELTAR_INTE,
    MADE_BY_OTHERS,
    OMROSTNING,
    PROPOSITION,
    PROTOKOLLSANTECKNING,
    RESERVATION,
    SARSKILT_YTTRANDE,
    YRKANDE,
)
from gen.documents.behandling import told
from gen.documents.proposition import forslaget
from gen.model import Arende, Handelse, plain
from gen.register import Organ
from gen.swedish.phrases import lopande
from gen.swedish.verbs import Tempus
from gen.text import Json
from gen.yrkanden import kvarstaende

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


_DISSENT = (OMROSTNING, RESERVATION, DELTAR_INTE)
_NOTED = (SARSKILT_YTTRANDE, PROTOKOLLSANTECKNING)


def skiljaktigt(arende: Arende, organ: Organ) -> list[Json]:
    """The sentence that leads in, and what happened in the order in which it did; nothing where
    all were of one mind and had nothing noted."""
    events = arende.handelser(*_EVENTS)
    if arende.handelser(*_DISSENT) or any(not _agrees(y, arende) for y in kvarstaende(arende)):
        what = "förekom skiljaktiga meningar"
    else:
        events, what = arende.handelser(*_NOTED), "antecknades följande"
    if not events:
        return []
    where = f"Vid behandling av ärendet i {lopande(organ.namn)}"
    lead_in = text.paragraph(f"{where} {what}:", "ingress")
    return [lead_in, *(b for event in events for b in told(event, arende, Tempus.PRETERITUM))]


def _agrees(yrkande: Handelse, arende: Arende) -> bool:
    """Whether it is for förslaget. Bifall to a motion, said in words, is for something else."""
    words = plain(yrkande.text)
    elsewhere = arende.typ in MADE_BY_OTHERS and words and forslaget(arende) not in words
    return yrkande.galler == BIFALL and not elsewhere
