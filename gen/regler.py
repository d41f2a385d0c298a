"""Findings and the register's sheet Regler in; the findings at the kommun's levels out.

What a fel stops is impossible or untrue whatever a kommun thinks of it, so a fel keeps its level
and nothing is raised to stop a document. All else may be raised, lowered or silenced, with a
reason; what was done so is counted in every run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from gen import findings
from gen.choices import TYST
from gen.findings import CATALOGUE, Finding, Level
from gen.register import Regel


@dataclass(frozen=True, slots=True)
class Changed:
    """What the register changes: the level (or `tyst`) by code, and the findings of those codes as
    they were before."""

    levels: Mapping[str, str] = field(default_factory=dict)
    found: tuple[Finding, ...] = ()

    @property
    def silenced(self) -> int:
        """How many codes are not told at all."""
        return sum(level == TYST for level in self.levels.values())

    def also(self, found: Iterable[Finding]) -> Changed:
        """The same with what was found later in the run."""
        return replace(self, found=(*self.found, *found))


UNCHANGED = Changed()


def levels(rules: Iterable[Regel]) -> dict[str, str]:
    """What counts, by code: a known code that may be changed, another level, a reason."""
    rules = tuple(rules)
    wrong = {index for index, _ in _faults(rules)}
    return {
        rule.kod: rule.niva
        for index, rule in enumerate(rules)
        if index not in wrong and rule.niva != CATALOGUE[rule.kod].level
    }


def applied(
    found: Iterable[Finding], changes: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What is left to tell, at its new level; and those that were changed, as they were."""
    left: list[Finding] = []
    changed: list[Finding] = []
    for finding in found:
        level = changes.get(finding.code, "")
        if not level or finding.level is Level.FEL or finding.stoppar:
            left.append(finding)
            continue
        changed.append(finding)
        if level != TYST:
            left.append(replace(finding, level=Level(level)))
    return tuple(left), tuple(changed)


def told(rules: Iterable[Regel]) -> Iterator[Finding]:
    """Why each row that changes nothing does not."""
    return (finding for _, finding in _faults(tuple(rules)))


def _faults(rules: tuple[Regel, ...]) -> Iterator[tuple[int, Finding]]:
    """Each row that does not count, by its place, and why."""
    seen: set[str] = set()
    for index, rule in enumerate(rules):
        path, kind = f"register.regler[{index}]", CATALOGUE.get(rule.kod)
        empty = next((cell for cell in _cells(rule) if not cell.value), None)
        if empty:
            value = rule.kod or "en rad utan kod"
            yield (
                index,
                findings.RULE_INCOMPLETE(f"{path}.{empty.field}", value=value, lacks=empty.tells),
            )
        elif kind is None:
            yield index, findings.unknown(findings.RULE_UNKNOWN, f"{path}.kod", rule.kod, CATALOGUE)
        elif kind.level is Level.FEL or kind in _OWN:
            yield index, findings.RULE_FIXED(f"{path}.kod", value=rule.kod, level=kind.level)
        elif rule.kod in seen:
            yield index, findings.RULE_TWICE(f"{path}.kod", value=rule.kod)
        seen.add(rule.kod)


class _Cell(NamedTuple):
    value: str
    field: str
    tells: str


def _cells(rule: Regel) -> tuple[_Cell, ...]:
    return (
        _Cell(rule.kod, "kod", "vilken kod den gäller"),
        _Cell(rule.niva, "nivå", "vilken nivå som ska gälla"),
        _Cell(rule.skal, "skäl", "varför"),
    )


_OWN = (
    findings.RULE_UNKNOWN,
    findings.RULE_INCOMPLETE,
    findings.RULE_FIXED,
    findings.RULE_TWICE,
)
"""What is said of the sheet itself: silenced, it could hide that nothing is changed."""
