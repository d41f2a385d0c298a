"""A reading and a way to appeal in, the text on how to appeal so out, a document of its own.

8 kap. 10 § KL: the anslagstavla informs about it; 33 § FL: a part is told. The legal text is the
template's, one for each way; from here come the §§, the days and the addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from gen import delprotokoll
from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud
from gen.jobs import JSON
from gen.model import Delprotokoll, Sammantrade, Stage
from gen.register import Organ, Register
from gen.stages import Before
from gen.swedish.dates import iso_text
from gen.swedish.paragraphs import format_paragraphs

if TYPE_CHECKING:
    from gen.workbook.read import Reading

_Drafts = Callable[["Reading"], Iterable[Draft]]


def document_type(way: str, lacks: str, *, always: Callable[[Organ], bool]) -> DocumentType:
    """The type of that way, which is called by its word in the column Överklagande.

    `always` says of an organ that it has the text whatever its §§ say.
    """
    name = way.lower()
    return DocumentType(
        name=name,
        template=name,
        drafts=_drafts(way, always),
        told=f"Gör texten om hur man överklagar genom {name}.",
        lacks=lacks,
        before=Before.PROTOKOLL,
        due=lambda reading: reading.meeting.stage is not Stage.PLANERAT,
        required=(
            "överklagande.organ",
            "överklagande.sammanträdesdatum",
            "kommun.förvaltningsrätt",
        ),
    )


def _drafts(way: str, always: Callable[[Organ], bool]) -> _Drafts:
    def drafts(reading: Reading) -> Iterator[Draft]:
        meeting, register = reading.meeting, reading.register
        organ = register.find_organ(meeting.organ)
        if organ is None or meeting.datum is None:
            return
        numbers = tuple(
            arende.paragraf
            for arende in meeting.arenden
            if arende.overklagande == way and arende.paragraf is not None
        )
        if not numbers and not always(organ):
            return
        day = iso_text(meeting.datum, meeting.sista_dag)
        name = f"hur-man-överklagar-{way.lower()}"
        title = f"Hur man överklagar: {way.lower()}, {organ.namn} {day}"
        context: dict[str, JSON] = {
            **brevhuvud(
                register,
                typ="Hur man överklagar",
                titel=title,
                organ=organ.namn,
                datum_rubrik="Sammanträdesdatum",
                datum=day,
                diarienummer=meeting.diarienummer,
            ),
            "överklagande": _context(meeting, organ, numbers, register),
        }
        yield Draft(name, title, meeting.datum.isoformat(), context, paragrafer=numbers)

    return drafts


def _context(
    meeting: Sammantrade, organ: Organ, numbers: tuple[int, ...], register: Register
) -> dict[str, JSON]:
    """`delar`: the §§ that were announced together, each with its last day; those not yet, none."""
    tecken = register.stil.paragraftecken
    delar: list[JSON] = []
    for part, some in _announced(meeting, numbers):
        last, posted = part.sista_dag_att_overklaga, part.anslaget_uppsatt
        if last is not None and posted is not None:
            delar.append(
                {
                    "paragrafer": format_paragraphs(some, tecken),
                    "anslaget_uppsatt": posted.isoformat(),
                    "sista_dag_att_överklaga": last.isoformat(),
                }
            )
    return {
        "organ": organ.namn,
        "sammanträdesdatum": iso_text(meeting.datum, meeting.sista_dag) if meeting.datum else "",
        "paragrafer": format_paragraphs(numbers, tecken),
        "delar": delar,
    }


def _announced(
    meeting: Sammantrade, numbers: tuple[int, ...]
) -> Iterator[tuple[Sammantrade | Delprotokoll, list[int]]]:
    """The §§ by what they are announced with: the meeting's own first."""
    parts: tuple[Sammantrade | Delprotokoll, ...] = (meeting, *delprotokoll.immediate(meeting))
    for part in parts:
        some = [n for n in numbers if delprotokoll.own(meeting, n) is part]
        if some:
            yield part, some
