"""An ärende in, what its tjänsteskrivelse says out: who wrote it, what is proposed and why.

It is one paper, written to the first instance, and says the same in every meeting that it is made
from. A motionssvar is one with fixed facts before the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from gen import beslut, text
from gen.choices import (
    FORSLAG,
    MOTIONENS_YRKANDEN,
    NUMRERADE,
    SAMMANFATTNING,
    TEXTDELAR,
    UNDERLAG,
)
from gen.complete import signatories
from gen.documents import Draft
from gen.documents.brevhuvud import brevhuvud, with_sekretess
from gen.documents.paragraf import (
    BILAGOR,
    SKICKAS_TILL,
    attachments,
    confidential_text,
    prose,
    recipients,
    sources,
)
from gen.documents.punkter import decision_blocks
from gen.documents.skrivelse import signers
from gen.filenames import safe_name
from gen.jobs import JSON
from gen.model import Arende
from gen.register import Organ, Register
from gen.swedish.typography import versal
from gen.text import Json

if TYPE_CHECKING:
    from gen.workbook.read import Reading

MEDBORGARFORSLAG = "Medborgarförslag"
MOTIONER = ("Motion", MEDBORGARFORSLAG)
Own = Callable[[Arende, Register], Mapping[str, JSON]]
_UNDER_ARENDET = 3
"""The level of Bakgrund and its like, below the heading Ärendet."""


def is_motionssvar(arende: Arende) -> bool:
    """Whether the ärende is answered in a motionssvar: when its yrkanden are filled in."""
    return arende.typ in MOTIONER and bool(arende.rader(MOTIONENS_YRKANDEN))


def is_written(arende: Arende, register: Register) -> bool:
    """Whether its paper can be made of what is here: its handläggare has a workbook of it, or the
    meeting's holds what stands in it alone. A day can be there only to cite a paper from elsewhere.
    """
    return bool(arende.arendefil or arende.rader(MOTIONENS_YRKANDEN, *_parts(register)))


def drafts_of(
    reading: Reading, name: str, wanted: Callable[[Arende], bool], own: Own = lambda *_: {}
) -> Iterator[Draft]:
    """One for each wanted ärende that has a rubrik and the day of its tjänsteskrivelse; `own` is
    what the context has beside the rest."""
    meeting, register = reading.meeting, reading.register
    used: set[str] = set()
    for arende in meeting.arenden:
        first = register.find_organ(arende.behandlas_forst_av or meeting.organ)
        if arende.tjansteskrivelse is None or not arende.rubrik or not wanted(arende):
            continue
        title = f"{name.capitalize()}: {arende.rubrik}"
        context = {**_context(arende, first, register, title), **own(arende, register)}
        day = arende.tjansteskrivelse.isoformat()
        file = file_name(name, arende, used)
        unwritten = not is_written(arende, register)
        yield Draft(file, title, day, context, arende=arende.nr, unwritten=unwritten)


def file_name(name: str, arende: Arende, used: set[str]) -> str:
    """`tjänsteskrivelse-ks-2023-0106`; a second one of that dnr has its Nr too."""
    file = f"{name}-{safe_name(arende.dnr or f'ärende {arende.nr}')}"
    if file in used:
        file = f"{name}-{safe_name(f'{arende.dnr} ärende {arende.nr}')}"
    used.add(file)
    return file


def the_arende(arende: Arende) -> dict[str, JSON]:
    """`ärende` of a context that is about one."""
    return {
        "nr": arende.nr,
        "rubrik": arende.rubrik,
        "dnr": arende.dnr,
        "typ": arende.typ,
        "sekretess": confidential_text(arende.sekretess),
    }


def part(name: str, heading: str, blocks: list[Json]) -> list[JSON]:
    """A part with its heading, as the templates loop over them; nothing for an empty one."""
    return [{"del": name, "rubrik": heading, "innehåll": text.content(blocks)}] if blocks else []


def _context(
    arende: Arende, first: Organ | None, register: Register, title: str
) -> dict[str, JSON]:
    signed = arende.undertecknas_av or signatories(register)
    writer = arende.handlaggare.namn if arende.handlaggare else ""
    known = (register.official(name) for name in (writer, *(name.namn for name in signed)))
    return {
        **brevhuvud(
            register,
            typ="Tjänsteskrivelse",
            titel=title,
            organ=next((p.forvaltning for p in known if p is not None and p.forvaltning), ""),
            datum_rubrik="Datum",
            datum=arende.tjansteskrivelse.isoformat() if arende.tjansteskrivelse else "",
            diarienummer=arende.dnr,
            status=with_sekretess(arende.sekretess),
        ),
        "ärende": the_arende(arende),
        "handläggare": {"namn": writer, "titel": versal(register.title(writer))},
        "delar": [
            *part(FORSLAG, "Förslag till beslut", _proposal(arende, first, register)),
            *_prose(arende, SAMMANFATTNING, 2),
            *part(UNDERLAG, "Underlag för beslutet", sources(arende, first, register)),
        ],
        "ärendet": [
            *(part for name in _parts(register) for part in _prose(arende, name, _UNDER_ARENDET)),
        ],
        "underskrifter": signers(signed, register),
        "slut": [
            *part(SKICKAS_TILL, register.stil.skickas_till, recipients(arende, register)),
            *part(BILAGOR, BILAGOR, attachments(arende.bilagor)),
            *_proposed(arende),
        ],
    }


def _parts(register: Register) -> list[str]:
    """What stands under Ärendet, in order."""
    return [*(p for p in TEXTDELAR if p != SAMMANFATTNING), *register.stil.konsekvensrubriker]


def _proposed(arende: Arende) -> list[JSON]:
    """What the paper answers, word for word: last, so that nobody takes it for its own account."""
    if not arende.motionens_text:
        return []
    of_somebody = arende.typ == MEDBORGARFORSLAG
    heading = "Medborgarförslagets text" if of_somebody else "Motionens text"
    said = f"{'Medborgarförslaget' if of_somebody else 'Motionen'} återges ordagrant."
    blocks = [text.paragraph(said, "ingress"), text.file(arende.motionens_text)]
    return part(heading, heading, blocks)


def _prose(arende: Arende, name: str, level: int) -> list[JSON]:
    return part(name, name, prose(arende, name, level))


def _proposal(arende: Arende, first: Organ | None, register: Register) -> list[Json]:
    """The förvaltning's own, under the chain phrase of the first instance."""
    if first is None:
        return []
    numbered = register.stil.beslut_som == NUMRERADE
    return decision_blocks(*beslut.forslag(arende, first, register), numbered=numbered)
