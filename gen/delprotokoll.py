"""Which justering and which anslag a § belongs to: a meeting in, §§, stages and words out.

An omedelbart justerad § leaves the meeting's own anslag and has one of its own (8 kap. 12 § KL).
A rättelse takes nothing out: the § stood in the anslag that it had, and gets a second one.
"""

from __future__ import annotations

from gen import frister
from gen.choices import HELA, INTE_OVERKLAGAS, OMEDELBAR, RATTELSE, URVAL
from gen.model import Arende, Delprotokoll, Sammantrade
from gen.register import Register
from gen.swedish.paragraphs import Tecken, format_paragraphs

EJ_JUSTERAT = "Ej justerat"


def apart(meeting: Sammantrade) -> tuple[int, ...]:
    """The §§ that are omedelbart justerade, sorted."""
    return tuple(sorted({n for part in immediate(meeting) for n in part.paragrafer}))


def held(meeting: Sammantrade) -> tuple[int, ...]:
    """The §§ of the whole meeting, sorted; a selection says its first and last itself."""
    first, last = meeting.forsta_paragraf, meeting.sista_paragraf
    if meeting.omfattning == URVAL and first is not None and last is not None:
        return tuple(range(first, last + 1))
    return meeting.paragrafer


def remaining(meeting: Sammantrade) -> tuple[int, ...]:
    """The §§ of the meeting's own anslag: those that are not omedelbart justerade."""
    elsewhere = set(apart(meeting))
    return tuple(number for number in held(meeting) if number not in elsewhere)


def immediate(meeting: Sammantrade) -> tuple[Delprotokoll, ...]:
    """The rows of Delprotokoll that take §§ out of the meeting's own anslag."""
    return tuple(part for part in meeting.delprotokoll if part.slag == OMEDELBAR)


def own(meeting: Sammantrade, paragraf: int | None) -> Sammantrade | Delprotokoll:
    """What a § is justerad and announced with: its delprotokoll, else the meeting itself."""
    found = (part for part in immediate(meeting) if paragraf in part.paragrafer)
    return next(found, meeting)


def as_meeting(meeting: Sammantrade, part: Delprotokoll) -> Sammantrade:
    """The meeting as far as that delprotokoll is about it: its §§, who was there, who signs."""
    numbers = frozenset(part.paragrafer)
    rows = (row for row in meeting.narvaro if row.paragrafer is None or numbers & {*row.paragrafer})
    return meeting.model_copy(
        update={
            "arenden": tuple(a for a in meeting.arenden if a.paragraf in numbers),
            "narvaro": tuple(
                row.model_copy(update={"paragrafer": None})
                if numbers <= frozenset(row.paragrafer or numbers)
                else row
                for row in rows
            ),
            "omfattning": HELA,
            "justerare": part.justerare,
            "justering_planerad": part.justerat,
            "justering_klockan": None,
            "justerat": part.justerat,
            "anslaget_uppsatt": part.anslaget_uppsatt,
            "anslaget_tas_ned": part.anslaget_tas_ned,
            "sista_dag_att_overklaga": part.sista_dag_att_overklaga,
            "underskrift_pa_anslaget": part.underskrift_pa_anslaget,
            "delprotokoll": tuple(
                other
                for other in meeting.delprotokoll
                if other.slag == RATTELSE and numbers & {*other.paragrafer}
            ),
        }
    )


def is_justerad(meeting: Sammantrade, paragraf: int | None) -> bool:
    """Whether a § is justerad, with its own delprotokoll or with the meeting's."""
    return own(meeting, paragraf).justerat is not None


def status(meeting: Sammantrade, tecken: Tecken) -> str:
    """What each page of the protokoll says until all of it is justerat: the truth about every §."""
    signed = [n for n in meeting.paragrafer if is_justerad(meeting, n)]
    unsigned = [n for n in meeting.paragrafer if not is_justerad(meeting, n)]
    if meeting.justerat is None:
        return EJ_JUSTERAT + (f" utom {format_paragraphs(signed, tecken)}" if signed else "")
    if not unsigned:
        return ""
    word = "justerad" if len(unsigned) == 1 else "justerade"
    return f"{format_paragraphs(unsigned, tecken)} ej {word}"


def completed(part: Delprotokoll, meeting: Sammantrade, register: Register) -> Delprotokoll:
    """With what the meeting and the law tell, where the row is empty.

    `meeting` is complete: its justerare and the appeal of each ärende are known.
    """
    filled: dict[str, object] = {}

    def fill(attr: str, value: object) -> None:
        if not getattr(part, attr):
            filled[attr] = value

    fill("justerare", meeting.justerare)
    fill("underskrift_pa_anslaget", meeting.underskrift_pa_anslaget)
    if part.anslaget_uppsatt is not None:
        down = frister.earliest_down(part.anslaget_uppsatt, register.stil.anslag_tas_ned)
        fill("anslaget_tas_ned", down.date)
        if any(can_be_appealed(a) for a in meeting.arenden if a.paragraf in part.paragrafer):
            fill("sista_dag_att_overklaga", frister.last_day_to_appeal(part.anslaget_uppsatt).date)
    return part.model_copy(update=filled)


def can_be_appealed(arende: Arende) -> bool:
    """Whether a last day to appeal is counted for the ärende."""
    return arende.overklagande not in ("", INTE_OVERKLAGAS)
