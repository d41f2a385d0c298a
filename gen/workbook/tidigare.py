"""Rows Tidigare behandling that name a meeting's workbook in, the same with what it tells out.

The workbook of the instance before says when it was, which § it was and what happened: nobody
types it again. What somebody has typed all the same stands, and is told where it differs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gen import findings
from gen.choices import TIDIGARE_BEHANDLING
from gen.errors import GenError
from gen.findings import Finding
from gen.model import Arende, Rad, Run, Sammantrade, Tidigare
from gen.names import fold
from gen.register import Register
from gen.workbook import sheets
from gen.workbook.attach import SHOWN_IN
from gen.workbook.collect import Collector
from gen.workbook.grid import Book, load

Earlier = Callable[[Book], Sammantrade]


def filled(
    c: Collector, meeting: Sammantrade, folder: Path, register: Register, earlier: Earlier
) -> Sammantrade:
    """The meeting with those rows filled in; `earlier` reads the workbook of another one, names of
    files start at `folder`."""
    arenden = []
    for i, arende in enumerate(meeting.arenden):
        if any(rad.fil and _is_one(rad) for rad in arende.innehall):
            rows = [
                _filled(c, rad, arende, f"ärenden[{i}].innehåll[{k}]", folder, register, earlier)
                if rad.fil and _is_one(rad)
                else rad
                for k, rad in enumerate(arende.innehall)
            ]
            arende = arende.model_copy(update={"innehall": tuple(rows)})
        arenden.append(arende)
    return meeting.model_copy(update={"arenden": tuple(arenden)})


def _is_one(rad: Rad) -> bool:
    return rad.del_ == TIDIGARE_BEHANDLING


def _filled(
    c: Collector,
    rad: Rad,
    arende: Arende,
    path: str,
    folder: Path,
    register: Register,
    earlier: Earlier,
) -> Rad:
    try:
        meeting = earlier(load(folder / rad.fil, sheets.MOTE, name=rad.fil))
    except GenError as error:
        c.found.append(_unreadable(error, rad, path))
        return rad
    organ = register.find_organ(meeting.organ)
    same = next((a for a in meeting.arenden if _same(a, arende, rad)), None)
    if organ is None or same is None:
        c.found.append(
            findings.EARLIER_WITHOUT_ARENDE(
                f"{path}.fil", value=rad.fil, arende=arende.dnr or arende.rubrik
            )
        )
        return rad
    there: dict[str, object] = {
        "vem": organ.namn,
        "datum": meeting.datum,
        "paragraf": "" if same.paragraf is None else str(same.paragraf),
    }
    for attr, value in there.items():
        typed = getattr(rad, attr)
        if typed and value and not _agrees(attr, typed, value, register):
            told = findings.EARLIER_DIFFERS
            c.found.append(told(f"{path}.{attr}", value=typed, other=value, file=rad.fil))
    missing = {attr: value for attr, value in there.items() if not getattr(rad, attr)}
    missing |= {} if rad.text else {"text": (Run(text="Beslut"),)}
    came = Tidigare(organ=organ.kod, arende=same)
    return rad.model_copy(update={**missing, "tidigare": came})


def _unreadable(error: GenError, rad: Rad, path: str) -> Finding:
    return findings.EARLIER_UNREADABLE(
        f"{path}.fil",
        value=rad.fil,
        reason=error.finding.message,
        cure=error.finding.expected,
        stoppar=SHOWN_IN,
    )


def _same(other: Arende, arende: Arende, rad: Rad) -> bool:
    """By dnr, which does not change on the way; without one by the §, then by the rubrik."""
    if arende.dnr:
        return fold(other.dnr) == fold(arende.dnr)
    if rad.paragraf:
        return _number(rad.paragraf) == str(other.paragraf)
    return fold(other.rubrik) == fold(arende.rubrik)


def _agrees(attr: str, typed: object, value: object, register: Register) -> bool:
    if attr == "vem":
        known = register.find_organ(str(typed))
        return known is not None and known.namn == value
    return _number(str(typed)) == value if attr == "paragraf" else typed == value


def _number(typed: str) -> str:
    return typed.strip("§ \u00a0")
