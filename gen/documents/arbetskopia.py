"""A reading in, the protokoll's working copy out: what is proof-read before the justering.

It shows under each beslut that is another than förslaget what was proposed. The protokoll to be
signed never does, so the two must not be confused: the copy has a name of its own,
says on each page what it is, and has nowhere to sign. Once the protokoll is justerat there is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase
from typing import TYPE_CHECKING

from gen import beslut, text
from gen.choices import BESLUT, NUMRERADE
from gen.documents import DocumentType, Draft, paragraf, protokoll
from gen.documents.punkter import points
from gen.model import Arende, Run
from gen.register import Organ, Register
from gen.stages import Before
from gen.text import Json

if TYPE_CHECKING:
    from gen.workbook.read import Reading

NAME = "arbetskopia"
STYLE = "arbetskopia"
DIFFERS = "Skiljer sig från förslaget:"


def drafts(reading: Reading) -> Iterable[Draft]:
    """One for the whole meeting, while it is not justerat."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or meeting.datum is None or meeting.justerat is not None:
        return
    context = protokoll.context(meeting, organ, register, {BESLUT: decision})
    shown = context["dokument"]
    assert isinstance(shown, dict)
    title = f"Arbetskopia av protokoll {shown['organ']} {shown['datum']}"
    context |= {
        "dokument": {**shown, "typ": "Arbetskopia", "titel": title},
        "stil": {"signatur_i_sidfot": False},
        "underskrifter": [],
    }
    yield Draft("protokoll-arbetskopia", title, meeting.datum.isoformat(), context)


def decision(arende: Arende, organ: Organ, register: Register) -> list[Json]:
    """What is decided, and under it what was proposed where that is something else."""
    decided = paragraf.decision(arende, organ, register)
    return [*decided, *_proposed(arende, organ, register)]


def _proposed(arende: Arende, organ: Organ, register: Register) -> Iterable[Json]:
    if not beslut.decided_otherwise(arende):
        return
    numbered = register.stil.beslut_som == NUMRERADE
    above: tuple[Run, ...] = (Run(text=DIFFERS, fet=True), Run(text="\n"))
    for group in beslut.forslag(arende, organ, register):
        yield text.paragraph((*above, Run(text=group.inledning)), STYLE)
        above = ()
        for number, point in enumerate(points(group.punkter, numbered=numbered), 1):
            before = (Run(text=f"{number}. "),) if numbered else ()
            letters = zip(ascii_lowercase, point.delar, strict=False)
            below = (run for sign, sub in letters for run in (Run(text=f"\n{sign}) "), *sub))
            yield text.paragraph((*before, *point.text, *below), STYLE)


TYPE = DocumentType(
    name=NAME,
    template="protokoll",
    drafts=drafts,
    told="Gör en arbetskopia av protokollet, att läsa korrektur på före justeringen.",
    lacks="Protokollet är justerat, och arbetskopian är till för det som ska justeras.",
    before=Before.PROTOKOLL,
    due=lambda reading: False,  # made when somebody asks for it
)
