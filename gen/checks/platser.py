"""Every seat of the organ is on Närvaro, and somebody serves in each of them.

How many seats there are is the register's Antal ledamöter, else the ledamöter that it names for
the day. A register that tells neither is not asked. A seat may rightly be empty, so these are
questions: too many, or too few to decide, are told as what they are (`beslutforhet`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gen import findings, presence
from gen.checks import rule
from gen.checks.beslutforhet import handled, not_quorate
from gen.findings import Finding
from gen.kalender import INSTALLT
from gen.model import Arende, Sammantrade
from gen.names import fold, nearest
from gen.people import Namn, Roll
from gen.register import Register
from gen.stages import Before
from gen.swedish.lists import list_text
from gen.swedish.paragraphs import format_paragraphs
from gen.workbook.guests import MISSPELT


@rule
def every_ledamot_is_on_narvaro(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 66 § KL: the protokoll says who has served; who is called follows from the rows."""
    if not meeting.narvaro or meeting.slag == INSTALLT:
        return
    here = {fold(row.namn.namn): row.namn.namn for row in meeting.narvaro}
    # A name that is misspelt is told of at its own cell.
    unknown = [name for name in here.values() if register.find_person(name) is None]
    lost = [
        str(Namn(namn=seat.namn, parti=seat.parti))
        for seat in register.ledamoter(meeting.organ, meeting.datum)
        if fold(seat.namn) not in here and not nearest(seat.namn, unknown, MISSPELT)
    ]
    if lost:
        yield findings.NOT_ON_NARVARO("närvaro", value=list_text([*dict.fromkeys(lost)]))


@dataclass(frozen=True, slots=True)
class _Gap:
    """How many serve, and why they are not more."""

    serving: int
    why: str


@rule(due=Before.PROTOKOLL)
def a_seat_is_not_left_empty(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 66 § KL: most often an ersättare who served has not been put down as serving.

    Who has jäv is not away: their seat is told of in the § itself. One finding for as long as the
    same seats are empty.
    """
    organ = register.find_organ(meeting.organ)
    if organ is None:
        return
    seats = {fold(one.namn) for one in register.ledamoter(organ.kod, meeting.datum)}
    size = organ.antal_ledamoter or len(seats)
    open_: _Gap | None = None
    numbers: list[int] = []
    first = 0
    for i, arende in sorted(handled(meeting), key=lambda pair: pair[1].paragraf or 0):
        assert arende.paragraf is not None
        gap = _gap(meeting, arende, size)
        if gap is not None and not_quorate(meeting, organ, arende):
            gap = None  # told as that
        if gap != open_:
            if open_ is not None:
                yield _told(open_, first, numbers, size, register)
            open_, numbers, first = gap, [], i
        numbers.append(arende.paragraf)
    if open_ is not None:
        yield _told(open_, first, numbers, size, register)


def _told(gap: _Gap, index: int, numbers: list[int], size: int, register: Register) -> Finding:
    return findings.TOO_FEW_SERVE(
        f"ärenden[{index}].paragraf",
        value=gap.serving,
        size=size,
        paragrafer=format_paragraphs(numbers, register.stil.paragraftecken),
        why=gap.why,
    )


def _gap(meeting: Sammantrade, arende: Arende, size: int) -> _Gap | None:
    if len(presence.tjanstgorande(meeting, arende)) >= size:
        return None  # nearly always; who has jäv could only make them fewer
    serving = presence.tjanstgorande(meeting, arende.model_copy(update={"behandling": ()}))
    empty = size - len(serving)
    if not serving or empty <= 0:
        return None
    ledamoter = dict.fromkeys(r.namn for r in meeting.narvaro if r.roll is Roll.LEDAMOT)
    replaced = {
        row.tjanstgor_for
        for row in meeting.narvaro
        if row.serves and presence.covers(row, arende) and row.tjanstgor_for
    }
    away = [name for name in ledamoter if name not in serving and name not in replaced]
    return _Gap(len(serving), _why(away, empty, len(ledamoter), size))


def _why(away: list[Namn], empty: int, listed: int, size: int) -> str:
    who = f"{list_text([str(name) for name in away])} är borta"
    if len(away) > empty:
        return f"{who}, och inte alla ersätts"
    few = f"på bladet Närvaro står bara {listed} av {size} ledamöter"
    if not away:
        return few if listed < size else "en plats är tom" if empty == 1 else f"{empty} är tomma"
    left = f", och {few}" if len(away) < empty and listed < size else ""
    return f"{who} och ingen går in{left}"
