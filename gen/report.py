"""Findings and outcomes in, plain Swedish lines for a terminal out."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from gen.findings import Finding
from gen.source import Place, Source

if TYPE_CHECKING:
    from gen.kontroll import Kontroll
    from gen.recipe import Outcome

WIDTH = 96
INDENT = "    "

_PLURALS = {"fel": "fel", "lagbrist": "lagbrister", "varning": "varningar"}


def finding_lines(finding: Finding, source: Source) -> list[str]:
    """Place, what is wrong, what to write instead."""
    head = f"{str(finding.level).upper()} {finding.code}  {source.place(finding.at)}"
    return [head, *_body(finding, INDENT)]


def sentence(finding: Finding) -> str:
    """What is wrong, with the nearest known value where there is one and it is not told already."""
    if finding.suggestion and finding.suggestion not in finding.message:
        return f"{finding.message} Menade du {finding.suggestion}?"
    return finding.message


def _body(finding: Finding, indent: str) -> list[str]:
    body = f"{sentence(finding)} {finding.expected}".strip()
    if finding.statute:
        body += f" ({finding.statute})"
    return textwrap.wrap(body, WIDTH, initial_indent=indent, subsequent_indent=indent)


def findings_lines(findings: Iterable[Finding], source: Source) -> Iterator[str]:
    """Every finding, and last how many there were."""
    findings = list(findings)
    for finding in findings:
        yield from finding_lines(finding, source)
    if findings:
        yield f"Sammanlagt: {counted(findings)}."


def counted(findings: Iterable[Finding]) -> str:
    """`2 fel, 1 varning`."""
    counts = Counter(str(finding.level) for finding in findings)
    return ", ".join(
        f"{number} {level if number == 1 else _PLURALS.get(level, level + 'ar')}"
        for level, number in counts.items()
    )


def kontroll_lines(kontroll: Kontroll) -> Iterator[str]:
    """What was read, everything found by level, what it stops; last how many there were."""
    source = kontroll.reading.source
    saved = f", som sparades {_moment(kontroll.saved)}" if kontroll.saved else ""
    yield f"Läser {kontroll.workbook}{saved}. Kontrollerar inför {kontroll.before}."
    for level, found in groupby(kontroll.findings, key=lambda finding: finding.level):
        yield ""
        yield str(level).upper()
        alike: dict[Finding, list[Finding]] = {}
        for finding in found:
            # The same sentence in many rows is told once, with all its cells.
            alike.setdefault(replace(finding, at="", value=""), []).append(finding)
        for findings in alike.values():
            places = _places([source.place(finding.at) for finding in findings], source.file)
            arenden = dict.fromkeys(filter(None, (_arende(f, kontroll) for f in findings)))
            about = f" ({', '.join(arenden)})" if arenden else ""
            head = f"{INDENT}{places or kontroll.reading.source.file}{about}  {findings[0].code}"
            yield from textwrap.wrap(head, WIDTH, subsequent_indent=INDENT)
            yield from _body(findings[0], INDENT * 2)
    yield ""
    for typ, number in kontroll.stopped.items():
        yield f"{typ.capitalize()} kan inte göras: {number} fel att rätta."
    total = counted(kontroll.findings)
    yield f"Sammanlagt: {total}." if total else "Inget att rätta."


def _places(places: Iterable[Place], file: str) -> str:
    """`Ärenden, C3, C4`; places of another file with its name."""
    cells: dict[tuple[str, str], list[str]] = {}
    for place in places:
        cells.setdefault((place.file, place.sheet), []).append(place.cell)
    return "; ".join(
        (f"{other}: " if other != file else "") + ", ".join(filter(None, [sheet, *refs]))
        for (other, sheet), refs in cells.items()
    ).removesuffix(": ")


def _arende(finding: Finding, kontroll: Kontroll) -> str:
    """The row's ärende, by the number that the user knows it by."""
    match = re.match(r"ärenden\[(\d+)\]", finding.at)
    arenden = kontroll.reading.meeting.arenden
    if match is None or int(match[1]) >= len(arenden):
        return ""
    return f"ärende {arenden[int(match[1])].nr}"


def _moment(moment: dt.datetime) -> str:
    """`2023-03-06 13.45`, by the clock of this machine as the user's Excel shows it."""
    return f"{moment.astimezone():%Y-%m-%d %H.%M}"


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
