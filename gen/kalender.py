"""A day of posting, or a meeting with its register, in; its statutory days, each with reasons, out.

What a meeting's dates do not give yet is left out. Where the law gives no day at all (a beslut
that cannot be appealed) the row stands without a day and says why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from gen import frister
from gen.choices import (
    ANNAN_LAG,
    FORVALTNINGSBESVAR,
    INTE_OVERKLAGAS,
    LAGLIGHETSPROVNING,
    RATTELSE,
    URVAL,
)
from gen.frister import Frist, NedtagningConvention
from gen.swedish.dates import den_date_text, iso_text, weekday_text
from gen.swedish.paragraphs import format_paragraphs
from gen.swedish.typography import hard_blanks

if TYPE_CHECKING:  # a date alone must not wait for pydantic
    from gen.model import Arende, Delprotokoll, Sammantrade
    from gen.register import Register


INSTALLT = "Inställt"


class Vad(StrEnum):
    """What must be done by a day, or may be done from it."""

    KUNGORELSE = "kungörelse"
    KALLELSE = "kallelse"
    BRADSKANDE = "brådskande_ärende"
    JUSTERING = "justering"
    ANSLAG = "anslag"
    SISTA_DAG = "sista_dag"
    NED = "tidigast_ned"
    LAGA_KRAFT = "laga_kraft"
    ETT_AR = "ett_år"


TITLES = {
    Vad.KUNGORELSE: "Kungörelsen anslås senast",
    Vad.KALLELSE: "Kallelsen lämnas senast",
    Vad.BRADSKANDE: "Brådskande ärende kungörs senast",
    Vad.JUSTERING: "Protokollet justeras senast",
    Vad.ANSLAG: "Justeringen anslås senast",
    Vad.SISTA_DAG: "Sista dag att överklaga",
    Vad.NED: "Anslaget tas ned tidigast",
    Vad.LAGA_KRAFT: "Laga kraft, om ingen överklagar",
    Vad.ETT_AR: "Fullmäktige beslutar, eller får en anmälan, senast",
}


@dataclass(frozen=True, slots=True)
class Dag:
    """A row: `galler` says of what (§§, an ärende), "" for all of it. `datum` None: no day, and
    `skal` says why. `i_kalkylbladet` is the day that the workbook has for the same thing."""

    vad: Vad
    galler: str
    datum: dt.date | None
    skal: tuple[str, ...]
    i_kalkylbladet: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Kalender:
    """The days that follow from one posting or one meeting. `nyckel` tells it from all others;
    `dag` is the day that it is about; `rubrik` is a heading, `kort` the same for a list."""

    nyckel: str
    dag: dt.date
    rubrik: str
    kort: str
    dagar: tuple[Dag, ...]

    def day(self, vad: Vad) -> Dag:
        """The first row of that kind."""
        return next(dag for dag in self.dagar if dag.vad is vad)


# --- a day of posting ----------------------------------------------------------------------


def of_anslag(
    anslag: Collection[dt.date], convention: NedtagningConvention = "första möjliga dag"
) -> Kalender:
    """The days that follow from a posting; several days are those of a gemensam nämnd's boards."""
    everywhere = frister.announced_everywhere(anslag) if len(anslag) > 1 else None
    up = max(anslag)
    because = everywhere.because if everywhere else ()
    found = (
        (Vad.SISTA_DAG, frister.last_day_to_appeal(up)),
        (Vad.NED, frister.earliest_down(up, convention)),
        (Vad.LAGA_KRAFT, frister.laga_kraft(up)),
    )
    return Kalender(
        nyckel=f"anslag {up.isoformat()}",
        dag=up,
        rubrik=f"Anslag {weekday_text(up)}",
        kort=f"anslag {up.isoformat()}",
        dagar=tuple(Dag(vad, "", f.date, (*because, *f.because)) for vad, f in found),
    )


# --- a meeting -----------------------------------------------------------------------------


def of_meeting(
    meeting: Sammantrade, register: Register, convention: NedtagningConvention | None = None
) -> Kalender | None:
    """All days that a complete meeting's dates give; none when it is inställt. None: no date.

    `convention` None: as the kommun's Stil says.
    """
    if meeting.datum is None:
        return None
    organ = register.find_organ(meeting.organ)
    name = organ.namn if organ else meeting.organ
    days = (
        weekday_text(meeting.datum)
        if meeting.sista_dag in (None, meeting.datum)
        else den_date_text(meeting.datum, meeting.sista_dag)
    )
    return Kalender(
        nyckel=f"{meeting.organ} {meeting.datum.isoformat()}",
        dag=meeting.datum,
        rubrik=f"{name}, {days}",
        kort=f"{name} {iso_text(meeting.datum, meeting.sista_dag)}",
        dagar=()
        if meeting.slag == INSTALLT
        else (
            *_before(meeting, meeting.datum, register),
            *_own(meeting, meeting.datum, register, convention),
            *_delprotokoll(meeting, meeting.datum, register, convention),
            *_motions(meeting),
        ),
    )


def _before(meeting: Sammantrade, first: dt.date, register: Register) -> Iterator[Dag]:
    """Kungörelse and kallelse: by law for fullmäktige, for others what the register says."""
    organ = register.find_organ(meeting.organ)
    if organ is None:
        return
    if organ.slag == "KF":
        up, sent = meeting.kungorelse_anslagen, meeting.kallelse_skickad
        yield _row(Vad.KUNGORELSE, "", frister.proclaimed_latest(first), up)
        yield _row(Vad.KALLELSE, "", frister.summoned_latest(first), sent)
        yield _row(Vad.BRADSKANDE, "", frister.urgent_latest(first))
    elif organ.kallas_senast is not None and organ.kallas_senast < first.toordinal():
        day = first - dt.timedelta(days=organ.kallas_senast)
        number = "1 dag" if organ.kallas_senast == 1 else f"{organ.kallas_senast} dagar"
        told = f"{number} före sammanträdet {weekday_text(first)}, som registret säger"
        local = Frist(day, (hard_blanks(told),))
        yield _row(Vad.KALLELSE, "", local, meeting.kallelse_skickad)


def _own(
    meeting: Sammantrade,
    first: dt.date,
    register: Register,
    convention: NedtagningConvention | None,
) -> Iterator[Dag]:
    """The meeting's own protokoll: what is not omedelbart justerat."""
    # A day alone must not wait for the reading of workbooks, which these two bring along.
    from gen import delprotokoll

    apart = delprotokoll.apart(meeting)
    label = format_paragraphs(delprotokoll.remaining(meeting), register.stil.paragraftecken)
    if apart and not label:
        return  # nothing is left to justera
    latest = frister.adjusted_latest(meeting.sista_dag or first)
    yield _row(Vad.JUSTERING, label, latest, meeting.justerat)
    planned = meeting.justering_planerad
    if meeting.justerat is None and planned is not None:
        after = frister.posted_latest(planned)
        because = ("om justeringen blir den dag som är planerad", *after.because)
        yield _row(Vad.ANSLAG, label, Frist(after.date, because), meeting.anslaget_uppsatt)
    arenden = [a for a in meeting.arenden if a.paragraf not in apart]
    selection = meeting.omfattning == URVAL
    yield from _posted(meeting, label, arenden, register, convention, selection=selection)


def _delprotokoll(
    meeting: Sammantrade,
    first: dt.date,
    register: Register,
    convention: NedtagningConvention | None,
) -> Iterator[Dag]:
    """Each delprotokoll has an anslag of its own (8 kap. 12 § KL)."""
    for part in meeting.delprotokoll:
        label = format_paragraphs(part.paragrafer, register.stil.paragraftecken)
        if part.slag == RATTELSE:  # what was justerat in time may be corrected at any time
            label = f"rättelse av {label}"
        else:
            latest = frister.adjusted_latest(meeting.sista_dag or first)
            yield _row(Vad.JUSTERING, label, latest, part.justerat)
        arenden = [a for a in meeting.arenden if a.paragraf in part.paragrafer]
        yield from _posted(part, label, arenden, register, convention)


def _posted(
    part: Sammantrade | Delprotokoll,
    label: str,
    arenden: Collection[Arende],
    register: Register,
    convention: NedtagningConvention | None,
    *,
    selection: bool = False,
) -> Iterator[Dag]:
    """From the justering and the posting of a protokoll or of a part of it."""
    if part.justerat is not None:
        latest = frister.posted_latest(part.justerat)
        yield _row(Vad.ANSLAG, label, latest, part.anslaget_uppsatt)
    up = part.anslaget_uppsatt
    if up is None:
        return
    habit = register.stil.anslag_tas_ned
    down = frister.earliest_down(up, convention or habit)
    # What nobody has typed is the day that `complete` has counted.
    counted = (down.date, frister.earliest_down(up, habit).date)
    typed = part.anslaget_tas_ned if part.anslaget_tas_ned not in counted else None
    last = frister.last_day_to_appeal(up)
    said = part.sista_dag_att_overklaga
    appealed = [a for a in arenden if a.overklagande == LAGLIGHETSPROVNING]
    if appealed:
        everything = len(appealed) == len(arenden) and not selection
        about = _shown(appealed, label, register, everything=everything)
        yield _row(Vad.SISTA_DAG, about, last, said if said != last.date else None)
    yield _row(Vad.NED, label, down, typed)
    if appealed:
        yield _row(Vad.LAGA_KRAFT, about, frister.laga_kraft(up))
    yield from _not_counted(arenden, last, label, register, selection=selection)


def _not_counted(
    arenden: Collection[Arende],
    last: Frist,
    label: str,
    register: Register,
    *,
    selection: bool,
) -> Iterator[Dag]:
    """Why no last day to appeal is counted from the anslag, for those §§ that have none."""
    reasons = {
        INTE_OVERKLAGAS: "kan inte överklagas (13 kap. 2 § KL)",
        FORVALTNINGSBESVAR: "tiden är tre veckor från den dag då den som överklagar fick del av "
        "beslutet, och räknas inte från anslaget (44 § förvaltningslagen)",
        ANNAN_LAG: "den lag som beslutet följer säger hur och till när det överklagas "
        "(13 kap. 3 § KL)",
    }
    for how, reason in reasons.items():
        about = [a for a in arenden if a.overklagande == how]
        if not about:
            continue
        skal = [hard_blanks(reason)]
        if selection:
            skal.append(
                "kalkylbladet har bara vissa paragrafer: för andra som kan överklagas är sista "
                f"dagen {weekday_text(last.date)}"
            )
        everything = len(about) == len(arenden) and not selection
        of = _shown(about, label, register, everything=everything)
        yield Dag(Vad.SISTA_DAG, of, None, tuple(skal))


def _shown(some: Iterable[Arende], label: str, register: Register, *, everything: bool) -> str:
    numbers = {a.paragraf for a in some if a.paragraf is not None}
    if everything or not numbers:
        return label
    return format_paragraphs(numbers, register.stil.paragraftecken)


def _motions(meeting: Sammantrade) -> Iterator[Dag]:
    """The year of 5 kap. 35 § KL, from Inkom: nothing in the workbook tells of the väckande."""
    for arende in meeting.arenden:
        if arende.inkom is None or arende.typ not in ("Motion", "Medborgarförslag"):
            continue
        year = frister.decided_within_a_year(arende.inkom)
        kind = "motionen" if arende.typ == "Motion" else "medborgarförslaget"
        because = (
            *year.because,
            f"räknat från den dag då {kind} kom in; väcks ärendet enligt arbetsordningen först "
            "vid ett sammanträde börjar året där",
        )
        label = ", ".join(filter(None, (f"{arende.typ.lower()} i ärende {arende.nr}", arende.dnr)))
        yield Dag(Vad.ETT_AR, label, year.date, because)


def _row(vad: Vad, galler: str, frist: Frist, done: dt.date | None = None) -> Dag:
    return Dag(vad, galler, frist.date, frist.because, done)
