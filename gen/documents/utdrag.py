"""A reading in, the protokollsutdrag of each § out, as documents of their own.

For those who do not cut (`gen utdrag --form dokument`). Which utdrag there are, what they are
called and what they wait for is the same for those that are cut (`gen/utdrag.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gen import delprotokoll
from gen.choices import ATGARD, KANNEDOM
from gen.documents import DocumentType, Draft, protokoll
from gen.documents.brevhuvud import with_sekretess
from gen.filenames import safe_name
from gen.jobs import JSON
from gen.model import Arende, Sammantrade
from gen.register import Organ, Register
from gen.stages import Before
from gen.swedish.dates import iso_text
from gen.swedish.paragraphs import format_paragraphs

if TYPE_CHECKING:
    from gen.workbook.read import Reading

FOLDER = "utdrag"


@dataclass(frozen=True, slots=True)
class Utdrag:
    """One §, and the protokoll that it stands in: its name, and the meeting as far as it goes.

    `index` is the ärende's place in the model; `waits_for`: the cells (paths), still empty, before
    which nothing can be said to be justerat.
    """

    index: int
    arende: Arende
    paragraf: int
    name: str
    title: str
    protokoll: str
    part: Sammantrade
    waits_for: frozenset[str]

    @property
    def sent(self) -> bool:
        """Whether it goes to somebody."""
        return bool(self.arende.rader(ATGARD, KANNEDOM))


def utdrag(reading: Reading) -> Iterator[Utdrag]:
    """Every § of the meeting, in order."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or meeting.datum is None:
        return
    day = iso_text(meeting.datum, meeting.sista_dag)
    rows = {id(row): i for i, row in enumerate(meeting.delprotokoll)}
    own = dict(protokoll.apart(meeting))
    by_number = {n: (name, part) for name, part in own.items() for n in part.paragrafer}
    numbered = enumerate(meeting.arenden)
    for index, arende in sorted(numbered, key=lambda pair: pair[1].paragraf or 0):
        number = arende.paragraf
        if number is None:
            continue
        name, part = by_number.get(number, ("protokoll", meeting))
        told = delprotokoll.own(meeting, number)
        place = f"delprotokoll[{rows[id(told)]}]" if id(told) in rows else "sammanträde"
        waits = frozenset() if told.justerat is not None else frozenset({f"{place}.justerat"})
        shown = format_paragraphs([number])
        yield Utdrag(
            index,
            arende,
            number,
            f"{FOLDER}/{safe_name(shown)}",
            f"Protokollsutdrag {shown}, {organ.namn} {day}",
            name,
            part,
            waits,
        )


def drafts(reading: Reading) -> Iterable[Draft]:
    """One a § that goes to somebody."""
    register = reading.register
    contexts: dict[str, dict[str, JSON]] = {}
    for one in utdrag(reading):
        organ = register.find_organ(one.part.organ)
        if organ is None or one.part.datum is None or not one.sent:
            continue
        if one.protokoll not in contexts:
            contexts[one.protokoll] = protokoll.context(one.part, organ, register)
        yield Draft(
            one.name,
            one.title,
            one.part.datum.isoformat(),
            _context(one, contexts[one.protokoll], organ, register),
            arende=one.arende.nr,
            paragraf=one.paragraf,
            waits_for=one.waits_for,
        )


def _context(
    one: Utdrag, whole: dict[str, JSON], organ: Organ, register: Register
) -> dict[str, JSON]:
    shown, some = whole["dokument"], whole["ärenden"]
    assert isinstance(shown, dict)
    assert isinstance(some, list)
    own: list[JSON] = [a for a in some if isinstance(a, dict) and a["nr"] == one.arende.nr]
    unsigned = delprotokoll.EJ_JUSTERAT if one.waits_for else ""
    status = with_sekretess(one.arende.sekretess, unsigned)
    return {
        **whole,
        "dokument": {**shown, "typ": "Protokollsutdrag", "titel": one.title, "status": status},
        "ärenden": own,
        "utdrag": bestyrkande(one.part, organ, register),
    }


def bestyrkande(part: Sammantrade, organ: Organ, register: Register) -> dict[str, JSON]:
    """What the one who says that the utdrag is true says, and of what it is an extract."""
    who = part.utdrag_bestyrks_av
    return {
        "organ": organ.namn,
        "sammanträdesdatum": iso_text(part.datum, part.sista_dag) if part.datum else "",
        "paragrafer": protokoll.span(part, register),
        "bestyrks_av": who.namn if who is not None else "",
        "titel": register.title(who.namn) if who is not None else "",
    }


TYPE = DocumentType(
    name="utdrag",
    template="utdrag",
    drafts=drafts,
    told="Gör protokollsutdragen, klippta ur protokollet, till dem som beslutet skickas till.",
    lacks="Ingen paragraf skickas till någon. Peka ut några med --paragraf, eller ta --alla.",
    before=Before.ANSLAG,
    due=lambda reading: any(one.sent and not one.waits_for for one in utdrag(reading)),
    waits=True,
    required=(
        "sammanträde.organ",
        "sammanträde.tid_och_plats|sammanträde.datum",
        "ärenden[].paragraf",
        "ärenden[].rubrik",
        "ärenden[].delar[].innehåll",
        "utdrag.bestyrks_av",
    ),
)
