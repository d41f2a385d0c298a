"""A workbook in, everything that gen has to say of it out: `gen kontrollera`. Nothing is made.

It is a meeting's or a handläggare's ärendefil by itself; its sheets tell which.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gen import atomic, documents, findings
from gen.checks import check
from gen.errors import UsageError
from gen.findings import Finding, Level
from gen.names import nearest
from gen.planning import Waiting, awaited, stopped, stopped_apart, stopping, waiting
from gen.regler import UNCHANGED, Changed
from gen.source import Source, at
from gen.stages import Before, reached
from gen.workbook import sheets
from gen.workbook.columns import STOPS, Must
from gen.workbook.kinds import read_to_check
from gen.workbook.properties import saved
from gen.workbook.read import Reading
from gen.workbook.which import Which


@dataclass(frozen=True, slots=True)
class Kontroll:
    """What was found. `saved`: when the workbook was saved, if it says so. `opened`: the program
    in which it is open now. `stopped`: document types, with the number of findings that stop
    each; `stopping`: how many they are together. `findings`: the worst first, then as the sheets
    stand. `accepted`: those that the sheet Granskat gives a reason for. `changed`: what the
    register has at another level, or silent. `later`: the headers of the cells, still empty, that
    a document waits for, by its type: what is not decided yet is no fault."""

    workbook: Path
    reading: Reading
    before: Before
    findings: tuple[Finding, ...]
    stopped: Mapping[str, int]
    saved: dt.datetime | None
    opened: str
    accepted: tuple[Finding, ...] = ()
    changed: Changed = UNCHANGED
    stopping: int = 0
    later: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """1 when the data has fel."""
        return int(any(finding.level is Level.FEL for finding in self.findings))


def kontrollera(
    workbook: Path,
    *,
    register: Path | None = None,
    before: Before | None = None,
    strict: bool = False,
) -> Kontroll:
    """Reads and checks. `before` None: the documents that the typed dates say come next."""
    return looked_at(workbook, read_to_check(workbook, register), before=before, strict=strict)


def looked_at(
    workbook: Path,
    reading: Reading,
    *,
    before: Before | None = None,
    strict: bool = False,
    also: Iterable[Finding] = (),
) -> Kontroll:
    """Checks what is read. `also`: what other workbooks have to say against it."""
    before = before or reached(reading.meeting)
    checked = check(reading, before, also)
    waits = _waiting(reading)
    said = [f for f in checked if not awaited(f, waits)]
    opened = atomic.opened_in(workbook)
    program = opened[0] if opened else ""
    if opened:
        name = reading.source.file
        said.append(findings.OPEN_NOW(at(name), value=name, program=program))
    halted = stopped(said, document_types(reading.kind), strict=strict)
    rest = [name for name in document_types(reading.kind) if name not in halted]
    halted = {name: number for name, number in halted.items() if _wanted(name, reading)}
    halted |= stopped_apart(said, reading, rest)
    return Kontroll(
        workbook,
        reading,
        before,
        tuple(sorted(said, key=lambda finding: _order(finding, reading.source))),
        halted,
        saved(workbook.read_bytes()),
        program,
        checked.accepted,
        checked.changed,
        stopping(said, halted, strict=strict),
        {
            one.typ: tuple(f.value for f in checked if awaited(f, [one]))
            for one in waits
            if one.typ not in halted
        },
    )


def _waiting(reading: Reading) -> tuple[Waiting, ...]:
    """What waits in a workbook without stages; of a meeting those stages tell what is asked for."""
    own = () if reading.own is None else documents.types().values()
    return waiting(reading, own)


def _wanted(name: str, reading: Reading) -> bool:
    """Whether that type is what a meeting goes through, or something that this one has."""
    type_ = documents.types()[name]
    return name in STOPS[Must.KALLELSE] or (
        name not in documents.ASKED_FOR and next(iter(type_.drafts(reading)), None) is not None
    )


def document_types(kind: Which = Which.MOTE) -> tuple[str, ...]:
    """Every type that is made of such a workbook, those that come first in a meeting first."""
    first = ("kallelse", "protokoll", "utdrag", "anslag")
    assert set(first) == STOPS[Must.KALLELSE]
    made = [name for name, type_ in documents.types().items() if kind in type_.reads]
    return tuple(dict.fromkeys((*(name for name in first if name in made), *made)))


def before_named(text: str) -> Before:
    """The stage with that name (`--inför`). UsageError for another."""
    try:
        return Before(text.casefold())
    except ValueError:
        guess = nearest(text, list(Before))
        known = ", ".join(Before)
        told = findings.UNKNOWN_TYPE(at(text), value=text, known=known, suggestion=guess)
        raise UsageError(told) from None


_LEVELS = list(Level)
_SHEETS = {sheet.name: number for number, sheet in enumerate(sheets.ALL)}


def _order(finding: Finding, source: Source) -> tuple[int, bool, str, int, int, int, str]:
    """Worst first; the workbook before other files; then as the sheets stand, downwards."""
    place = source.place(finding.at)
    match = re.fullmatch(r"([A-Z]+)(\d+)", place.cell)
    row, letters = (int(match[2]), match[1]) if match else (0, "")
    return (
        _LEVELS.index(finding.level),
        place.file != source.file,
        place.file,
        _SHEETS.get(place.sheet, -1),
        row,
        len(letters),
        letters,
    )
