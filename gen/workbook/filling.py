"""What is known of a meeting before anybody has typed: register, organ and day in, rows out.

And the same from the meeting before it: what was put off, the § to go on from, who was there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gen.choices import (
    ATERREMITTERAS,
    BORDLAGGS,
    DIGITALT,
    HELA,
    JA_NEJ,
    TIDIGARE,
    TIDIGARE_BEHANDLING,
)
from gen.complete import names_in
from gen.model import Arende, Rad, Run, Sammantrade
from gen.names import fold
from gen.people import Narvaro, Roll
from gen.register import Fortroendevald, Organ, Register
from gen.roster import Grund
from gen.swedish.dates import parse_date
from gen.swedish.unreadable import Unreadable
from gen.workbook import sheets
from gen.workbook.typed import Facts, facts

PER_MEETING = "per sammanträde"
_BORDLAGT, _ATERREMITTERAT, *_BY_MINORITY = TIDIGARE[:4]


@dataclass(frozen=True, slots=True)
class Filling:
    """The rows of each sheet, by the sheet's name. A form has one row."""

    rows: Mapping[str, Sequence[Facts]]

    def form(self, sheet: str) -> Facts:
        """The one row of a form."""
        return next(iter(self.rows.get(sheet, ())), {})


def meeting(
    register: Register, organ: Organ, day: dt.date, earlier: Sammantrade | None = None
) -> Filling:
    """A new meeting, as far as the register and the meeting before know it."""
    narvaro = [*_members(register, organ, day), *_officials(register, organ)]
    arenden: list[Facts] = [{"rubrik": text, "typ": _kind(text)} for text in organ.staende_arenden]
    innehall: list[Facts] = []
    if earlier is not None:
        narvaro += _guests(earlier, {fold(str(row["namn"])) for row in narvaro})
        for put_off in postponed(earlier, day):
            arenden.append(_carried(put_off))
            number = str(len(arenden))
            rows = [*_content(put_off), _history(put_off, earlier, register)]
            innehall += [
                {**row, **({"ärende": number} if i == 0 else {})} for i, row in enumerate(rows)
            ]
    arenden = [{"nr": str(number), **row} for number, row in enumerate(arenden, 1)]
    voters = [{"namn": row["namn"]} for row in narvaro if row.get("röstar")]
    return Filling(
        {
            sheets.SAMMANTRADE.name: [_form(register, organ, day, earlier)],
            sheets.NARVARO.name: [_without(row, "röstar") for row in narvaro],
            sheets.ARENDEN.name: arenden,
            sheets.INNEHALL.name: innehall,
            sheets.ROSTER.name: voters,
        }
    )


# -- Sammanträde ---------------------------------------------------------------------------------


_USUAL = (
    "från_klockan",
    "plats",
    "offentligt",
    "sekreterare",
    "justeringssätt",
    "justeringsplats",
    "förvaringsplats",
    "anmäl_förhinder_till",
    "gruppmöten",
)
"""What is the same from one meeting to the next."""


def _form(register: Register, organ: Organ, day: dt.date, earlier: Sammantrade | None) -> Facts:
    known: dict[str, object] = {
        "organ": organ.namn,
        "datum": day,
        "plats": organ.plats,
        "slag": "Ordinarie",
        "offentligt": JA_NEJ[0] if organ.slag == "KF" else JA_NEJ[1],
        "första_paragraf": first_paragraph(register, day, earlier),
        "omfattning": HELA,
        "sekreterare": organ.sekreterare,
        "justeringssätt": organ.justeringssatt or DIGITALT,
        "förvaringsplats": organ.forvaringsplats,
    }
    if earlier is not None:
        before = facts(sheets.SAMMANTRADE, earlier)
        known |= {name: before[name] for name in _USUAL if name in before}
    return {name: value for name, value in known.items() if value}


def first_paragraph(register: Register, day: dt.date, earlier: Sammantrade | None) -> str:
    """The § that the protokoll begins with; empty when nothing tells.

    Numbers run over the year and begin again in January, unless the kommun begins at each meeting.
    """
    if register.stil.numrering == PER_MEETING:
        return "1"
    if earlier is None or earlier.datum is None:
        return ""
    if (earlier.sista_dag or earlier.datum).year != day.year:
        return "1"
    last = earlier.sista_paragraf or max(earlier.paragrafer, default=None)
    return "" if last is None else str(last + 1)


# -- Närvaro -------------------------------------------------------------------------------------


def _members(register: Register, organ: Organ, day: dt.date) -> list[dict[str, object]]:
    """In order of rank: presidium, ledamöter, ersättare by Turordning, adjungerade."""
    here = [m for m in register.fortroendevalda if m.organ == organ.kod and m.holds(day)]
    ranked = sorted(here, key=_rank)
    return [
        {
            "namn": mandate.namn,
            **({} if rank(mandate.uppdrag) == _ERSATTARE else {"närvarar": "Ja"}),
            "röstar": rank(mandate.uppdrag) <= _ERSATTARE,
        }
        for mandate in ranked
    ]


_LEDAMOT, _ERSATTARE, _ADJUNGERAD, _OTHER = 10, 11, 12, 13
_VICE = ("förste", "andre", "tredje", "fjärde")


def rank(uppdrag: str) -> int:
    """Place in the order of a protokoll: 0 for the ordförande."""
    words = fold(uppdrag)
    if "adjungerad" in words:
        return _ADJUNGERAD
    if "ersättare" in words:
        return _ERSATTARE
    if "ordförande" in words:
        if "vice" not in words:
            return 0
        return next((n for n, word in enumerate(_VICE, 1) if words.startswith(word)), 1)
    return _LEDAMOT if "ledamot" in words else _OTHER


def _rank(mandate: Fortroendevald) -> tuple[int, int]:
    """Those of one rank by Turordning, or the number in `ersättare 2`; else as they stand."""
    place = rank(mandate.uppdrag)
    number = re.search(r"\d+", mandate.uppdrag)
    turn = mandate.turordning if mandate.turordning is not None else int(number[0]) if number else 0
    return place, turn if place == _ERSATTARE else 0


def _officials(register: Register, organ: Organ) -> list[dict[str, object]]:
    return [
        {"namn": official.namn, "närvarar": "Ja"}
        for official in register.tjanstepersoner
        if organ.kod in official.narvarande_i
    ]


def _guests(earlier: Sammantrade, known: set[str]) -> Iterator[dict[str, object]]:
    """Those that the register does not place here but who came last time: not yet present.

    Who had a seat then and has no mandate now has left.
    """
    for row in earlier.narvaro:
        if row.present and row.roll is Roll.OVRIG and fold(row.namn.namn) not in known:
            known.add(fold(row.namn.namn))
            yield {**_typed_guest(row), "närvarar": "Nej"}


def _typed_guest(row: Narvaro) -> dict[str, object]:
    guest = {"namn": row.namn.namn, "parti": row.namn.parti, "uppdrag": row.uppdrag}
    return {name: value for name, value in guest.items() if value}


# -- Ärenden and Innehåll ------------------------------------------------------------------------


def _kind(rubrik: str) -> str:
    """A standing ärende decides nothing unless its words say else."""
    for word in ("Information", "Anmälan", "Val"):
        if fold(rubrik).startswith(fold(word)) and "justerare" not in fold(rubrik):
            return word
    return "Formalia"


def postponed(earlier: Sammantrade, day: dt.date) -> tuple[Arende, ...]:
    """Bordlagda and återremitterade ärenden whose day has come: one put off to later waits."""
    return tuple(
        arende
        for arende in earlier.arenden
        if arende.utfall in (BORDLAGGS, ATERREMITTERAS) and not _waits(arende.till, day)
    )


def _waits(till: str, day: dt.date) -> bool:
    try:
        return parse_date(till) > day
    except Unreadable:  # who takes it back, or nothing
        return False


def _carried(arende: Arende) -> Facts:
    """The ärende's row without what happened to it and without what is computed anyway."""
    happened = {"nr", "paragraf", "utfall", "till", "tid", "överklagande", "omedelbart_justerad"}
    computed = {
        "typ": arende.typ == "Beslut",
        "förslagsställare": arende.forslagsstallare == names_in(arende.rubrik),
        "myndighetsutövning": not arende.myndighetsutovning,
        "dölj_rubriken": not arende.dolj_rubriken,
    }
    left = happened | {name for name, out in computed.items() if out}
    return facts(sheets.ARENDEN, arende, leave_out=frozenset(left))


def _content(arende: Arende) -> Iterator[Facts]:
    """Its rows. Those of an ärendefil stay there, but for the history, which is longer now."""
    above = ""
    for rad in arende.innehall:
        if arende.arendefil and rad.del_ != TIDIGARE_BEHANDLING:
            continue
        first = {"del": rad.del_} if rad.del_ != above else {}
        above = rad.del_
        yield {**first, **facts(sheets.INNEHALL, rad)}


def _history(arende: Arende, earlier: Sammantrade, register: Register) -> Facts:
    """The line that says what became of it at the meeting before."""
    minority = any(
        event.omrostning is not None and event.omrostning.grund is Grund.MINORITET
        for event in arende.behandling
    )
    back = arende.utfall == ATERREMITTERAS
    word = _BY_MINORITY[back] if minority else (_ATERREMITTERAT if back else _BORDLAGT)
    organ = register.find_organ(earlier.organ)
    row = Rad(
        del_=TIDIGARE_BEHANDLING,
        text=(Run(text=word),),
        vem=organ.namn if organ else earlier.organ,
        datum=earlier.datum,
        paragraf="" if arende.paragraf is None else str(arende.paragraf),
    )
    return {"del": TIDIGARE_BEHANDLING, **facts(sheets.INNEHALL, row)}


def _without(row: Facts, *names: str) -> Facts:
    return {name: value for name, value in row.items() if name not in names}


def changed(rows: Iterable[Facts], changes: Mapping[str, Facts]) -> list[Facts]:
    """The rows of Närvaro after somebody has changed those of some people, by name."""
    return [{**row, **changes.get(str(row["namn"]), {})} for row in rows]
