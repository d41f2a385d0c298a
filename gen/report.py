"""Findings and outcomes in, plain Swedish lines for a terminal out."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gen.findings import Finding
from gen.source import Source

if TYPE_CHECKING:
    from gen.recipe import Outcome

WIDTH = 96
INDENT = "    "

_PLURALS = {"fel": "fel", "lagbrist": "lagbrister", "varning": "varningar"}


def finding_lines(finding: Finding, source: Source) -> list[str]:
    """Place, what is wrong, what to write instead."""
    head = f"{str(finding.level).upper()} {finding.code}  {source.place(finding.at)}"
    message = finding.message
    if finding.suggestion and finding.suggestion not in message:
        message += f" Menade du {finding.suggestion}?"
    body = f"{message} {finding.expected}".strip()
    if finding.statute:
        body += f" ({finding.statute})"
    return [head, *textwrap.wrap(body, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)]


def findings_lines(findings: Iterable[Finding], source: Source) -> Iterator[str]:
    """Every finding, and last how many there were."""
    findings = list(findings)
    for finding in findings:
        yield from finding_lines(finding, source)
    counts = Counter(str(finding.level) for finding in findings)
    if counts:
        told = [
            f"{number} {level if number == 1 else _PLURALS.get(level, level + 'ar')}"
            for level, number in counts.items()
        ]
        yield f"Sammanlagt: {', '.join(told)}."


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """What was made, where, by what; and what was not made, and why."""
    for typ, number in outcome.stopped.items():
        yield f"{typ.capitalize()} gjordes inte: {number} fel att rätta, se ovan."
    if outcome.faults:
        yield "Inget skrevs: omvandlingen till PDF misslyckades, se ovan."
        return
    if outcome.placed:
        yield f"Klart, med {outcome.engine}:"
        yield from (f"{INDENT}{path}" for path in outcome.placed)
    if outcome.unchanged:
        yield f"Redan gjort, oförändrat ({outcome.engine}):"
        yield from (f"{INDENT}{path}" for path in outcome.unchanged)
    for path in outcome.kept:
        yield f"Behållen som du har ändrat den: {path}"
    for old, new in outcome.set_aside.items():
        yield f"Undanlagd: {old} heter nu {Path(new).name}"


def plan_lines(outcome: Outcome) -> Iterator[str]:
    """What would be made (`--torrkör`)."""
    yield "Det här skulle göras:"
    for job in outcome.jobs:
        yield f"{INDENT}{job.name}.docx och .pdf – {job.title}"
