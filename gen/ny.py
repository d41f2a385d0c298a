"""`gen ny`: what the user asks for in, a new workbook on the disk out, never over another file."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gen import findings, fresh
from gen.choices import FORESKRIFTSSLAG, SKRIVELSESLAG
from gen.errors import DataError, UsageError
from gen.files import REGISTER_FILE
from gen.findings import Finding, Kind
from gen.names import fold, nearest
from gen.register import Organ, Register
from gen.source import Source, at
from gen.swedish.dates import parse_date
from gen.swedish.lists import list_text
from gen.swedish.unreadable import Unreadable
from gen.workbook import example, new, properties
from gen.workbook.read import find_register, read, read_register

EXAMPLE_ORIGIN = "Namn och organ är hämtade ur register.xlsx."


@dataclass(frozen=True, slots=True)
class Made:
    """The files that were written, and what there is to say of the register they are made from."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()
    source: Source = field(default_factory=lambda: Source(""))


def meeting(
    target: Path | None,
    *,
    organ: str = "",
    datum: str,
    register: Path | None = None,
    earlier: Path | None = None,
) -> Made:
    """A meeting's workbook. Without a name it is called after organ and day; without an organ it is
    that of the earlier meeting.

    UsageError: an organ that the register does not know, a day that cannot be read.
    """
    day = _day(datum)
    place = find_register(target or Path(REGISTER_FILE), register)
    known, found, source = read_register(place)
    before = read(earlier, place).meeting if earlier is not None else None
    organ = organ or (before.organ if before else "")
    if not organ:
        raise UsageError(findings.NEW_WHAT(at("gen ny"), value="vilket organ som sammanträder"))
    chosen = _organ(organ, known)
    target = _xlsx(target or Path(f"{_file_name(chosen.kod)}-{day}.xlsx"))
    if earlier is not None and before is not None:
        name = earlier.name
        if before.organ != chosen.kod:
            kind = findings.NEW_OTHER_ORGAN
            other = before.organ or "ett okänt organ"
            raise UsageError(kind(at(name), value=name, other=other, organ=chosen.kod))
        if before.datum is not None and before.datum >= day:
            late = findings.NEW_NOT_EARLIER
            raise UsageError(late(at(name), value=name, day=before.datum, new=day))
    content = new.meeting(known, chosen, day, earlier=before, origin=_origin(place))
    fresh.create(target, content)
    return Made((target,), found, source)


def arende(
    target: Path,
    *,
    rubrik: str = "",
    dnr: str = "",
    handlaggare: str = "",
    register: Path | None = None,
) -> Made:
    """A handläggare's workbook of one ärende. It can be made without a register."""
    form = {"rubrik": rubrik, "dnr": dnr, "handläggare": handlaggare}
    return _alone(target, new.arende, form, register)


def skrivelse(
    target: Path, *, slag: str = "", rubrik: str = "", dnr: str = "", register: Path | None = None
) -> Made:
    """The workbook of a motion, a reservation or a missiv. It can be made without a register.

    UsageError: a Slag that there is not.
    """
    known = _slag(slag, SKRIVELSESLAG, findings.NEW_UNKNOWN_SLAG)
    form = {"slag": known, "rubrik": rubrik, "dnr": dnr}
    return _alone(target, new.skrivelse, form, register)


def foreskrift(
    target: Path, *, slag: str = "", titel: str = "", dnr: str = "", register: Path | None = None
) -> Made:
    """The workbook of a föreskrift. It can be made without a register.

    UsageError: a Slag that there is not.
    """
    known = _slag(slag, FORESKRIFTSSLAG, findings.NEW_UNKNOWN_FORESKRIFT)
    form = {"slag": known, "titel": titel, "dnr": dnr}
    return _alone(target, new.foreskrift, form, register)


def delegation(target: Path, *, organ: str = "", register: Path | None = None) -> Made:
    """The workbook of a nämnd's delegationsbeslut. It can be made without a register."""
    return _alone(target, new.delegation, {"organ": organ}, register)


def _alone(
    target: Path,
    write: Callable[..., bytes],
    form: Mapping[str, str],
    register: Path | None,
) -> Made:
    """A workbook that needs no meeting, with what is known of it in its form."""
    typed = {name: value for name, value in form.items() if value}
    try:
        place = find_register(target, register)
    except DataError:
        fresh.create(_xlsx(target), write(typed, Register()))
        return Made((target,))
    known, found, source = read_register(place)
    if organ := typed.get("organ"):
        typed["organ"] = _organ(organ, known).namn
    fresh.create(_xlsx(target), write(typed, known, origin=_origin(place)))
    return Made((target,), found, source)


def _slag(text: str, slag: Sequence[str], told: Kind) -> str:
    known = {fold(one): one for one in slag}
    if text and fold(text) not in known:
        near, known_ones = nearest(text, slag), list_text(slag, "eller")
        raise UsageError(told(at("--slag"), value=text, suggestion=near, known=known_ones))
    return known.get(fold(text), "")


def register(target: Path) -> Made:
    """An empty register, with the style of the shipped templates."""
    fresh.create(_xlsx(target), new.register(Register()))
    return Made((target,))


def example_files(target: Path | None = None) -> Made:
    """The example meeting, and its register beside it where none is found."""
    target = _xlsx(target or Path(example.FILE))
    content = new.written(
        example.meeting(), example.REGISTER, example.organ(), example.DAY, EXAMPLE_ORIGIN
    )
    fresh.create(target, content)
    try:
        find_register(target, None)
    except DataError:
        beside = target.with_name(REGISTER_FILE)
        fresh.create(beside, new.register(example.REGISTER))
        return Made((target, beside))
    return Made((target,))


def _day(text: str) -> dt.date:
    try:
        return parse_date(text)
    except Unreadable as unreadable:
        kind, how = findings.NEW_DAY_UNREADABLE, unreadable.expected
        told = kind(at("--datum"), value=text, reason=unreadable.reason, how=how)
        raise UsageError(told) from unreadable


def _organ(text: str, known: Register) -> Organ:
    organ = known.find_organ(text)
    if organ is not None:
        return organ
    names = [name for o in known.organ for name in (o.kod, o.namn)]
    codes = ", ".join(o.kod for o in known.organ) or "registret har inget"
    kind = findings.NEW_UNKNOWN_ORGAN
    told = kind(at("--organ"), value=text, suggestion=nearest(text, names), known=codes)
    raise UsageError(told)


def _xlsx(target: Path) -> Path:
    if target.suffix.lower() != ".xlsx":
        raise UsageError(findings.NEW_NOT_XLSX(at(target.name), value=target))
    return target


def _file_name(kod: str) -> str:
    return re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", kod).lower()).strip("-")


def _origin(place: Path) -> str:
    """Where the names in the workbook's lists are from, and how old they are."""
    when = properties.saved(place.read_bytes())
    saved = f", sparat {when.date()}" if when is not None else ""
    return f"Namn och organ är hämtade ur {unicodedata.normalize('NFC', place.name)}{saved}."
