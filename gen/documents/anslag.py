"""A reading in, the anslag of the meeting and of each delprotokoll out: a page of its own each.

8 kap. 12 § KL: that the protokoll is justerat is announced, with where it is and on which day that
was done. The page is made after the posting; a signed protokoll is never changed for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gen import delprotokoll
from gen.choices import DIGITALT, RATTELSE
from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud
from gen.filenames import safe_name
from gen.jobs import JSON
from gen.model import Delprotokoll, Sammantrade
from gen.register import Organ, Register
from gen.stages import Before
from gen.swedish.dates import iso_text
from gen.swedish.paragraphs import format_paragraphs

if TYPE_CHECKING:
    from gen.workbook.read import Reading

Part = Sammantrade | Delprotokoll


def bevis(meeting: Sammantrade, part: Part, organ: Organ, register: Register) -> dict[str, JSON]:
    """The fields of the bevis of a delprotokoll, or of what is left to the meeting itself.

    `finns` only after the posting. `slag` is empty for the meeting's own.
    """
    row = part if isinstance(part, Delprotokoll) else Delprotokoll()
    who = part.underskrift_pa_anslaget
    return {
        "finns": part.justerat is not None and part.anslaget_uppsatt is not None,
        "slag": row.slag,
        "vad_som_rättats": row.vad_som_rattats,
        "organ": organ.namn,
        "sammanträdesdatum": _day(meeting),
        "paragrafer": format_paragraphs(_paragrafer(meeting, part), register.stil.paragraftecken),
        "justerat": _iso(part.justerat),
        "anslaget_uppsatt": _iso(part.anslaget_uppsatt),
        "anslaget_tas_ned": _iso(part.anslaget_tas_ned),
        "sista_dag_att_överklaga": _iso(part.sista_dag_att_overklaga),
        "förvaringsplats": meeting.forvaringsplats,
        "underskrift": who.namn if who is not None else "",
    }


def drafts(reading: Reading) -> Iterable[Draft]:
    """The meeting's own, of the §§ that are left to it; then one for each delprotokoll."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or meeting.datum is None:
        return
    taken: set[str] = set()
    for path, part in _parts(meeting):
        numbers = _paragrafer(meeting, part)
        if not numbers:
            continue
        name = _name(part, format_paragraphs(numbers), taken)
        shown = format_paragraphs(numbers, register.stil.paragraftecken)
        title = f"Anslag {organ.namn} {_day(meeting)} {shown}"
        yield Draft(
            name,
            title,
            (part.anslaget_uppsatt or part.justerat or meeting.datum).isoformat(),
            _context(meeting, part, organ, register, title),
            paragrafer=numbers,
            waits_for=frozenset(f"{path}.{field}" for field in _empty(part)),
        )


def _parts(meeting: Sammantrade) -> Iterator[tuple[str, Part]]:
    """What is announced by itself, each with its path."""
    yield "sammanträde", meeting
    for i, part in enumerate(meeting.delprotokoll):
        yield f"delprotokoll[{i}]", part


def _paragrafer(meeting: Sammantrade, part: Part) -> tuple[int, ...]:
    return delprotokoll.remaining(meeting) if isinstance(part, Sammantrade) else part.paragrafer


def _name(part: Part, paragrafer: str, taken: set[str]) -> str:
    """`anslag`, `anslag-paragraf-40`, `anslag-rättelse-paragraf-40`, and a number for the next."""
    name = "anslag"
    if isinstance(part, Delprotokoll):
        kind = "rättelse " if part.slag == RATTELSE else ""
        name = f"anslag-{safe_name(kind + paragrafer)}"
    number = sum(other == name or other.startswith(f"{name}-nr-") for other in taken) + 1
    name = name if number == 1 else f"{name}-nr-{number}"
    taken.add(name)
    return name


def _empty(part: Part) -> Iterator[str]:
    """The cells that are still to be filled in before there is anything to announce."""
    if part.justerat is None:
        yield "justerat"
    if part.anslaget_uppsatt is None:
        yield "anslaget_uppsatt"
    if isinstance(part, Delprotokoll) and part.slag == RATTELSE and not part.vad_som_rattats:
        yield "vad_som_rättats"


def _context(
    meeting: Sammantrade, part: Part, organ: Organ, register: Register, title: str
) -> dict[str, JSON]:
    return {
        **brevhuvud(
            register,
            typ="Anslag/bevis",
            titel=title,
            organ=organ.namn,
            datum_rubrik="Sammanträdesdatum",
            datum=_day(meeting),
            diarienummer=meeting.diarienummer,
            status=delprotokoll.EJ_JUSTERAT if part.justerat is None else "",
        ),
        "anslag": bevis(meeting, part, organ, register),
        "justering": {"digital": meeting.justeringssatt == DIGITALT},
    }


def _day(meeting: Sammantrade) -> str:
    return iso_text(meeting.datum, meeting.sista_dag) if meeting.datum else ""


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _posted(reading: Reading) -> bool:
    """Whether anything has been posted yet."""
    return any(part.anslaget_uppsatt is not None for _, part in _parts(reading.meeting))


TYPE = DocumentType(
    name="anslag",
    template="anslag",
    drafts=drafts,
    told="Gör beviset om anslaget, ett för varje del som har justerats för sig.",
    lacks="Kalkylbladet har inga paragrafer att anslå.",
    before=Before.ANSLAG,
    due=_posted,
    waits=True,
    required=(
        "anslag.organ",
        "anslag.sammanträdesdatum",
        "anslag.paragrafer",
        "anslag.justerat",
        "anslag.anslaget_uppsatt",
        "anslag.förvaringsplats",
    ),
)
