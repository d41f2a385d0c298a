"""The rules: a reading in, findings at paths of the model out.

A rule is a small function in a module of this package, marked with `@rule`, or with `@own_rule`
where it looks at a workbook that holds something else than a meeting. One that asks only how
something is written is marked with `@text_rule`: it sees the texts of each. A rule is silent about
a path that the reader could not read: that finding stands already. `@rule(due=…)`: the rule asks
for what is only known at that stage (the protokoll, the anslag) and is silent before it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, TypeVar, overload

from pydantic import BaseModel

from gen import findings, granskat, regler
from gen.checks.texter import Skrift, skrift
from gen.findings import Finding, Level
from gen.model import Sammantrade
from gen.register import Register
from gen.regler import UNCHANGED, Changed
from gen.stages import Before, reached
from gen.workbook import sheets
from gen.workbook.read import Reading

Rule = Callable[[Sammantrade, Register], Iterable[Finding]]
Own = TypeVar("Own", bound=BaseModel)
OwnRule: TypeAlias = Callable[[Own, Register], Iterable[Finding]]
TextRule = Callable[[Skrift, Register], Iterable[Finding]]

SHEET_IS_GONE = frozenset({findings.MISSING_SHEET.code, findings.NO_HEADER.code})
COLUMN_IS_GONE = frozenset(
    kind.code for kind in (findings.MISSING_COLUMN, findings.RENAMED_COLUMN, findings.HEADER_GONE)
)
_KEYS = frozenset(
    column.header
    for sheet in (*sheets.MOTE, *sheets.ARENDEFIL, *sheets.REGISTER)
    for column in sheet.columns
    if column.key
)
"""The headers without which no row of their sheet is read: as if the sheet were not there."""

_RULES: list[tuple[Rule, Before]] = []
_TEXT_RULES: list[TextRule] = []
_OWN_RULES: list[tuple[type[BaseModel], OwnRule[Any]]] = []
_ORDER = list(Level)


@overload
def rule(function: Rule, /) -> Rule: ...
@overload
def rule(*, due: Before) -> Callable[[Rule], Rule]: ...
def rule(
    function: Rule | None = None, /, *, due: Before = Before.KALLELSE
) -> Rule | Callable[[Rule], Rule]:
    """Adds a function to the rules."""

    def add(function: Rule) -> Rule:
        _RULES.append((function, due))
        return function

    return add if function is None else add(function)


def text_rule(function: TextRule) -> TextRule:
    """Adds a function to the rules of what is written, in whatever workbook."""
    _TEXT_RULES.append(function)
    return function


def own_rule(kind: type[Own]) -> Callable[[OwnRule[Own]], OwnRule[Own]]:
    """Adds a function to the rules of what another workbook than a meeting's holds."""

    def add(function: OwnRule[Own]) -> OwnRule[Own]:
        _OWN_RULES.append((kind, function))
        return function

    return add


@cache
def _load() -> None:
    """Imports every module of this package, so that all rules are there."""
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        importlib.import_module(f"{__name__}.{module}")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check has to say, and beside it what somebody has looked at and accepts, and what
    the register has at another level or silent.

    Iterating gives the findings that are left to act on.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()
    changed: Changed = UNCHANGED

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)


def check(reading: Reading, before: Before | None = None, also: Iterable[Finding] = ()) -> Checked:
    """Everything that is to be said of a reading: the worst first, then as the sheets stand.

    `before`: the documents that are to be made; else those that the typed dates say come next.
    `also`: findings at its paths from who has seen more than this reading.
    """
    before = before or reached(reading.meeting)
    unread = {finding.at for finding in reading.findings}
    ran = (*_run(reading, before), *also)
    said = [f for f in ran if _asked(f, reading) and not _said(f, reading)]
    changes = regler.levels(reading.register.regler)
    found, changed = regler.applied((*reading.findings, *said), changes)
    matched = granskat.match(found, reading.granskat, reading.meeting)
    whole = " om sammanträdet som helhet" if reading.own is None else ""
    rows = (
        *granskat.told(matched, reading.granskat, reading.meeting, whole),
        *regler.told(reading.register.regler),
    )
    left = (*matched.left, *(f for f in rows if f.at not in unread))
    return Checked(
        tuple(sorted(left, key=lambda f: _ORDER.index(f.level))),
        matched.accepted,
        Changed(changes, changed),
    )


def _asked(finding: Finding, reading: Reading) -> bool:
    """Of an ärendefil alone only the ärende is asked about, not the meeting that it lacks."""
    own = reading.own is not None or finding.at.startswith("ärenden[")
    return not reading.alone or own


def _said(finding: Finding, reading: Reading) -> bool:
    """Whether the reader has told already why this cannot be known: at the path, at its cell, or
    of the column that is not there. What it could read it has only remarked on."""
    place = reading.source.place(finding.at)
    return any(
        finding.at == told.at
        or (place.cell != "" and reading.source.place(told.at)[:3] == place[:3])
        or (told.code in COLUMN_IS_GONE and told.value == finding.value)
        for told in reading.findings
        if told.level is Level.FEL
    )


def _sheet_is_gone(finding: Finding) -> bool:
    unkeyed = finding.code in COLUMN_IS_GONE and finding.value in _KEYS
    return unkeyed or finding.code in SHEET_IS_GONE


def _run(reading: Reading, before: Before) -> Iterator[Finding]:
    # Of a meeting without one of its sheets every rule would have something untrue to say.
    if any(_sheet_is_gone(finding) for finding in reading.findings):
        return
    _load()
    if reading.own is None:
        for function, due in _RULES:
            if before.covers(due):
                yield from function(reading.meeting, reading.register)
    for kind, of_own in _OWN_RULES:
        if isinstance(reading.own, kind):
            yield from of_own(reading.own, reading.register)
    written = skrift(reading.own or reading.meeting)
    if written is not None:
        for of_text in _TEXT_RULES:
            yield from of_text(written, reading.register)
