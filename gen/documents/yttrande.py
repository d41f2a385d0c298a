"""A reading in, the yttranden out: by each an ärende goes on from this instance to the next.

The next instance reads what is proposed to it and, in the past tense, what was not agreed on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gen import delprotokoll
from gen.beslut import sent_on
from gen.choices import FORSLAG, NUMRERADE
from gen.documents import DocumentType, Draft
from gen.documents.beredning import file_name, part, the_arende
from gen.documents.brevhuvud import brevhuvud, with_sekretess
from gen.documents.punkter import decision_blocks
from gen.documents.skiljaktigt import skiljaktigt
from gen.jobs import JSON
from gen.model import Arende, Sammantrade, Stage
from gen.people import Namn
from gen.presence import ledningar
from gen.register import Organ, Register
from gen.stages import Before
from gen.swedish.dates import den_date_text, iso_text
from gen.swedish.lists import list_text
from gen.swedish.paragraphs import format_paragraphs
from gen.swedish.phrases import lopande
from gen.swedish.typography import versal

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """One for each ärende of which some point is for another organ to decide."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or meeting.datum is None:
        return
    used: set[str] = set()
    for arende in meeting.arenden:
        if sent_on(arende, organ, register):
            title = f"Yttrande {organ.namn}: {arende.rubrik}"
            yield Draft(
                file_name(TYPE.name, arende, used),
                title,
                meeting.datum.isoformat(),
                _context(arende, meeting, organ, register, title),
                arende=arende.nr,
                paragraf=arende.paragraf,
            )


def _context(
    arende: Arende, meeting: Sammantrade, organ: Organ, register: Register, title: str
) -> dict[str, JSON]:
    assert meeting.datum is not None
    numbered = register.stil.beslut_som == NUMRERADE
    proposal = decision_blocks(*sent_on(arende, organ, register), numbered=numbered)
    day = meeting.sista_dag or meeting.datum
    signed = delprotokoll.is_justerad(meeting, arende.paragraf)
    number = [arende.paragraf] if arende.paragraf is not None else []
    return {
        **brevhuvud(
            register,
            typ="Yttrande",
            titel=title,
            organ=organ.namn,
            datum_rubrik="Sammanträdesdatum",
            datum=iso_text(meeting.datum, meeting.sista_dag),
            diarienummer=arende.dnr,
            status=with_sekretess(arende.sekretess, "" if signed else delprotokoll.EJ_JUSTERAT),
        ),
        "ärende": {**the_arende(arende), "paragraf": format_paragraphs(number)},
        "organ": organ.namn,
        "till": list_text([lopande(name) for name in _next(arende, organ, register)]),
        "delar": [
            *part(FORSLAG, "Förslag till beslut", proposal),
            *part("Behandling", f"Behandling i {lopande(organ.namn)}", skiljaktigt(arende, organ)),
        ],
        "ort_och_datum": versal(f"{register.kommun.ort} {den_date_text(day)}".strip()),
        "underskrifter": _signers(arende, meeting),
    }


def _next(arende: Arende, organ: Organ, register: Register) -> list[str]:
    """The organs that the points go to from here, each once."""
    targets = (register.find_organ(g.beslutas_av) for g in sent_on(arende, organ, register))
    chains = (register.chain(organ, target) for target in targets if target is not None)
    return list(dict.fromkeys(chain[1].namn for chain in chains if len(chain) > 1))


def _signers(arende: Arende, meeting: Sammantrade) -> list[JSON]:
    """Who led the §, last, and the secretary."""
    led = ledningar(meeting)[arende.nr].stolar
    some: list[tuple[str, Namn | None]] = [
        ("Ordförande", led[-1][1] if led else meeting.ordforande),
        ("Sekreterare", meeting.sekreterare),
    ]
    return [{"roll": role, "namn": str(name)} for role, name in some if name is not None]


TYPE = DocumentType(
    name="yttrande",
    template="yttrande",
    drafts=drafts,
    told="Gör yttrandena till nästa instans, ett per ärende som går vidare.",
    lacks="Inget ärende går vidare till ett annat organ.",
    before=Before.PROTOKOLL,
    due=lambda reading: reading.meeting.stage is not Stage.PLANERAT,
    one_by_one=True,
    required=("ärende.rubrik", "delar[].innehåll", "ort_och_datum", "underskrifter[].namn"),
)
