"""A reading in, the omröstningslistor out: who voted how in each open omröstning, seat by seat.

5 kap. 67 § KL: the protokoll says how each has voted where the omröstning was open. One list each,
in one document that follows the protokoll as a bilaga. Closed votes (5 kap. 54 § KL: val and
anställning) have none. A list is about those who were counted, so that its sums are those of
the §; a seat in which nobody voted, abstained or was noted as absent is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from gen import delprotokoll
from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud, with_sekretess
from gen.documents.votering import proposition, result
from gen.jobs import JSON
from gen.model import Arende, Sammantrade
from gen.omrostning import betyder
from gen.people import Namn, Roll
from gen.presence import byten, covers, in_order
from gen.register import Register
from gen.roster import Omrostning
from gen.stages import Before
from gen.swedish.dates import iso_text
from gen.swedish.paragraphs import format_paragraphs

if TYPE_CHECKING:
    from gen.workbook.read import Reading

SIDES = ("ja", "nej", "avstår", "frånvarande")
MARK, VACANT = "X", "Vakant"


def drafts(reading: Reading) -> Iterable[Draft]:
    """One document for the meeting, where any omröstning has its votes by name."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    listor = [
        _lista(number, arende, held, meeting, register)
        for number, (arende, held) in enumerate(named(meeting), 1)
    ]
    if organ is None or meeting.datum is None or not listor:
        return
    day = iso_text(meeting.datum, meeting.sista_dag)
    title = f"Omröstningslista {organ.namn} {day}"
    context: dict[str, JSON] = {
        **brevhuvud(
            register,
            typ="Omröstningslista",
            titel=title,
            organ=organ.namn,
            datum_rubrik="Sammanträdesdatum",
            datum=day,
            diarienummer=meeting.diarienummer,
            status=with_sekretess(
                any(arende.sekretess for arende, _ in named(meeting)),
                delprotokoll.status(meeting, register.stil.paragraftecken),
            ),
        ),
        "listor": list[JSON](listor),
    }
    yield Draft("omröstningslista", title, meeting.datum.isoformat(), context)


def named(meeting: Sammantrade) -> Iterator[tuple[Arende, Omrostning]]:
    """The open omröstningar whose votes are all known by name, in the order of the protokoll."""
    for arende in in_order(meeting):
        for handelse in arende.behandling:
            held = handelse.omrostning
            if held is None or held.sluten or not held.rostande:
                continue
            if all(votes.named for votes in held.sides):
                yield arende, held


def _lista(
    number: int, arende: Arende, held: Omrostning, meeting: Sammantrade, register: Register
) -> dict[str, JSON]:
    rader = _rader(arende, held, meeting, register)
    several = sum(handelse.omrostning is not None for handelse in arende.behandling) > 1
    return {
        "nummer": number,
        "nr": arende.nr,
        "paragraf": format_paragraphs([arende.paragraf]) if arende.paragraf is not None else "",
        "rubrik": arende.rubrik,
        "dnr": arende.dnr,
        "omröstning": held.nummer if several else None,
        "voteringsproposition": proposition(held),
        "ja_betyder": betyder(held, "Ja"),
        "nej_betyder": betyder(held, "Nej"),
        "valkretsar": any(rad["valkrets"] for rad in rader),
        "rader": list[JSON](rader),
        "summa": {side: sum(rad[side] == MARK for rad in rader) for side in SIDES},
        "deltar_inte": [str(name) for name in held.deltar_inte],
        "utfall": " ".join(result(held)) if held.utfall else "",
    }


def _rader(
    arende: Arende, held: Omrostning, meeting: Sammantrade, register: Register
) -> list[dict[str, JSON]]:
    """A row a seat, in the order of Närvaro; the ersättare votes in the ledamot's row."""
    seats = _seats(arende, meeting)
    order = {name: place for place, name in reversed(list(enumerate(_people(meeting))))}
    side_of = {
        name: side for side, votes in zip(SIDES, held.sides, strict=True) for name in votes.namn
    }

    def place(voter: Namn) -> int:
        seat = seats.get(voter)
        return order.get(seat if seat is not None and seat in order else voter, len(order))

    rows: list[dict[str, JSON]] = []
    for number, voter in enumerate(sorted(side_of, key=place), 1):
        seat = seats.get(voter, voter)
        holder = seat or Namn(namn=VACANT)
        mandate = register.mandate((seat or voter).namn, meeting.organ, meeting.datum)
        rows.append(
            {
                "nr": number,
                "namn": holder.namn,
                "parti": holder.parti,
                "valkrets": mandate.valkrets if mandate is not None else "",
                "ersättare": "" if holder == voter else str(voter),
                **{side: MARK if side_of[voter] == side else "" for side in SIDES},
            }
        )
    return rows


def _people(meeting: Sammantrade) -> Iterator[Namn]:
    return (row.namn for row in meeting.narvaro)


def _seats(arende: Arende, meeting: Sammantrade) -> Mapping[Namn, Namn | None]:
    """Whose seat each serving ersättare has in that ärende; None: one that is vacant."""
    seats: dict[Namn, Namn | None] = {}
    for row in meeting.narvaro:
        if row.roll is Roll.ERSATTARE and row.serves and covers(row, arende):
            # Some kommuner never tell for whom; then the seat is known as the ersättare's own.
            seats[row.namn] = None if row.vakant else row.tjanstgor_for or row.namn
    for byte in byten(arende):
        if byte.ersattare is not None:
            seats[byte.ersattare] = seats.get(byte.borta, byte.borta)
    return seats


TYPE = DocumentType(
    name="omröstningslista",
    template="omröstningslista",
    drafts=drafts,
    told="Gör omröstningslistorna: hur var och en har röstat.",
    lacks="Ingen öppen omröstning har rösterna med namn: fyll i bladet Röster, eller partier och "
    "namn på bladet Behandling.",
    before=Before.PROTOKOLL,
    required=(
        "listor[].rubrik",
        "listor[].rader[].namn",
        "listor[].rader[].ja",
        "listor[].rader[].nej",
        "listor[].rader[].avstår",
    ),
)
