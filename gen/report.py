"""Findings and outcomes in, plain Swedish lines for a terminal out."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from gen.findings import Finding, Level
from gen.source import Place, Source
from gen.swedish.lists import list_text
from gen.swedish.typography import versal
from gen.workbook.which import Which

if TYPE_CHECKING:
    from gen.bunt.files import Merged
    from gen.flera import Unread
    from gen.kalender import Kalender
    from gen.kontroll import Kontroll
    from gen.pdf.verapdf import Examination
    from gen.recipe import Outcome
    from gen.regler import Changed

WIDTH = 96
INDENT = "    "

_PLURALS = {"fel": "fel", "lagbrist": "lagbrister", "varning": "varningar"}


def finding_lines(finding: Finding, source: Source) -> list[str]:
    """Place, what is wrong, what to write instead."""
    head = f"{str(finding.level).upper()} {finding.code}  {source.place(finding.at)}".rstrip()
    return [head, *_body(finding, INDENT)]


def sentence(finding: Finding) -> str:
    """What is wrong, with the nearest known value where there is one and it is not told already."""
    told = rf"(?<!\w){re.escape(finding.suggestion)}(?!\w)"
    if finding.suggestion and not re.search(told, finding.message):
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
    if kontroll.reading.alone:
        named = {Which.ARENDEFIL: "ärendefilen ", Which.REGISTER: "registret "}
        what = named.get(kontroll.reading.kind, "")
        yield f"Läser {what}{kontroll.workbook}{saved}."
    else:
        yield f"Läser {kontroll.workbook}{saved}. Kontrollerar inför {kontroll.before}."
    for level, found in groupby(kontroll.findings, key=lambda finding: finding.level):
        yield ""
        yield str(level).upper()
        for findings in alike(found):
            where = places([source.place(finding.at) for finding in findings], source.file)
            arenden = dict.fromkeys(filter(None, (_arende(f, kontroll) for f in findings)))
            about = f" ({', '.join(arenden)})" if arenden else ""
            head = f"{INDENT}{where or kontroll.reading.source.file}{about}  {findings[0].code}"
            yield from textwrap.wrap(head, WIDTH, subsequent_indent=INDENT)
            yield from _body(findings[0], INDENT * 2)
    yield ""
    if kontroll.stopped:
        # A fel may stop several of them, so the number is that of the findings, not of the stops.
        yield f"Kan inte göras än: {', '.join(kontroll.stopped)} ({kontroll.stopping} fel)."
    for typ, headers in kontroll.later.items():
        yield f"{typ.capitalize()} väntar på {list_text(headers)}. Ett utkast görs med --utkast."
    yield from accepted_lines(kontroll.accepted)
    yield from changed_lines(kontroll.changed)
    total = counted(kontroll.findings)
    yield f"Sammanlagt: {total}." if total else "Inget att rätta."


def alike(found: Iterable[Finding]) -> Iterable[list[Finding]]:
    """The same sentence in many rows is told once, with all its cells."""
    out: dict[Finding, list[Finding]] = {}
    for finding in found:
        out.setdefault(replace(finding, at="", value=""), []).append(finding)
    return out.values()


def places(some: Iterable[Place], file: str) -> str:
    """`Ärenden, C3, C4`; places of another file with its name."""
    cells: dict[tuple[str, str], list[str]] = {}
    for place in some:
        cells.setdefault((place.file, place.sheet), []).append(place.cell)
    return "; ".join(
        (f"{other}: " if other != file else "") + ", ".join(filter(None, [sheet, *refs]))
        for (other, sheet), refs in cells.items()
    ).removesuffix(": ")


def _arende(finding: Finding, kontroll: Kontroll) -> str:
    """The row's ärende, by the number that the user knows it by."""
    if kontroll.reading.alone:  # there is only one, which has no number yet
        return ""
    from gen import granskat  # `gen frister DATUM` prints without knowing what a meeting is

    nr = granskat.arende_of(finding, kontroll.reading.meeting)
    return f"ärende {nr}" if nr else ""


def flera_lines(done: Sequence[Kontroll | Unread]) -> Iterator[str]:
    """Each workbook under its name, and last what there is to do in which of them."""
    from gen.flera import Unread

    for one in done:
        yield from _headed(str(one.workbook))
        if isinstance(one, Unread):
            yield from finding_lines(one.finding, Source(one.workbook.name))
        else:
            yield from kontroll_lines(one)
        yield ""
    yield from _headed(f"Alla {len(done)} filer")
    found: list[Finding] = []
    for one in done:
        unread = isinstance(one, Unread)
        here = [one.finding] if isinstance(one, Unread) else one.findings
        found += here
        told = "gick inte att läsa" if unread else counted(here) or "inget att rätta"
        yield f"{INDENT}{one.workbook}: {told}"
    total = counted(sorted(found, key=lambda f: list(Level).index(f.level)))
    yield f"Sammanlagt: {total}." if total else "Inget att rätta."


def _headed(text: str) -> list[str]:
    return [text, "─" * min(len(text), WIDTH)]


def _moment(moment: dt.datetime) -> str:
    """`2023-03-06 13.45`, by the clock of this machine as the user's Excel shows it."""
    return f"{moment.astimezone():%Y-%m-%d %H.%M}"


def accepted_lines(accepted: Iterable[Finding]) -> Iterator[str]:
    """How many findings are not shown since somebody has given a reason."""
    number = counted(sorted(accepted, key=lambda f: list(Level).index(f.level)))
    if number:
        yield f"Godtagna på bladet Granskat: {number}."


def changed_lines(changed: Changed) -> Iterator[str]:
    """How many rules the register has at another level or silent: never unknowingly."""
    rules, silenced, found = len(changed.levels), changed.silenced, len(changed.found)
    if not rules:
        return
    noun, plural = ("regel", "") if rules == 1 else ("regler", "e")
    verb = f"tystad{plural}" if silenced == rules else f"ändrad{plural}"
    some = f" ({silenced} tystad{'e' if silenced > 1 else ''})" if 0 < silenced < rules else ""
    yield f"{rules} {noun} {verb} i registret{some}: {found or 'inga'} fynd berörs."


def outcome_lines(outcome: Outcome, *, short: bool = False) -> Iterator[str]:
    """What was made, where, by what; and what was not made, and why.

    `short`: a document's Word file and PDF on one line.
    """
    yield from accepted_lines(outcome.accepted)
    yield from changed_lines(outcome.changed)
    yield from _stopped(outcome)
    yield from _empty(outcome)
    yield from written_lines(outcome, short=short)
    yield from _later(outcome)


def examined_lines(done: Examination) -> Iterator[str]:
    """What veraPDF says of the files that hold; of those that do not there are findings."""
    if done.held:
        number = len(done.held)
        they = "en PDF-fil håller vad den" if number == 1 else f"{number} PDF-filer håller vad de"
        yield f"Granskat med veraPDF: {they} utger sig för att vara."
    for path in done.claimless:
        yield f"Utger sig varken för att vara PDF/A eller PDF/UA: {path}"


def _later(outcome: Outcome) -> Iterator[str]:
    """What has to wait for a later stage (`gen allt`)."""
    if outcome.later:
        yield f"Inte dags än: {', '.join(outcome.later)}."


def merged_lines(done: Merged) -> Iterator[str]:
    """What was merged, what it may call itself, and which files are not in it."""
    if done.placed:
        yield f"Klart, med {done.engine}:"
        yield from (f"{INDENT}{path}" for path in done.placed)
    if done.unchanged:
        yield "Redan gjort, oförändrat:"
        yield from (f"{INDENT}{path}" for path in done.unchanged)
    if done.left_out:
        yield "Inte med, se ovan:"
        yield from (f"{INDENT}{path}" for path in done.left_out)


def _files(paths: Iterable[Path], *, short: bool) -> Iterator[str]:
    if not short:
        yield from (f"{INDENT}{path}" for path in paths)
        return
    by_document: dict[Path, list[str]] = {}
    for path in paths:
        by_document.setdefault(path.with_suffix(""), []).append(path.suffix)
    for document, endings in by_document.items():
        yield f"{INDENT}{document}{' och '.join(endings)}"


def written_lines(outcome: Outcome, *, short: bool = False) -> Iterator[str]:
    """What stands in the folder now, and what became of the files that a person had changed."""
    if outcome.faults:
        yield "Omvandlingen till PDF misslyckades, se ovan; av de dokumenten skrevs inget."
    if outcome.placed:
        yield f"Klart, med {outcome.engine}:"
        yield from _files(outcome.placed, short=short)
    if outcome.unchanged:
        yield f"Redan gjort, oförändrat ({outcome.engine}):"
        yield from _files(outcome.unchanged, short=short)
    for path in outcome.kept:
        yield f"Behållen som du har ändrat den: {path}"
    for old, new in outcome.set_aside.items():
        yield f"Undanlagd: {old} heter nu {Path(new).name}"


def _stopped(outcome: Outcome) -> Iterator[str]:
    """What was not made, and why; of what waits for the justering an utkast can be had."""
    for name, number in outcome.stopped.items():
        if name == "utdrag" and outcome.held:
            continue
        yield f"{name.capitalize()} gjordes inte: {number} fel att rätta, se ovan."
    if outcome.held:
        are = "ett utdrag väntar" if outcome.held == 1 else f"{outcome.held} utdrag väntar"
        yield f"{versal(are)} på justeringen, se ovan."
    if outcome.waiting or outcome.held:
        yield "Ett utkast går att göra redan nu, med --utkast."


def _empty(outcome: Outcome) -> Iterator[str]:
    """What was asked for and has nothing to be made of, and what the workbook lacks for it."""
    from gen.documents import types

    for typ in outcome.empty:
        yield f"{typ.capitalize()}: inget att göra. {types()[typ].lacks}".rstrip()


def plan_lines(outcome: Outcome) -> Iterator[str]:
    """What would be made (`--torrkör`)."""
    yield from accepted_lines(outcome.accepted)
    yield from changed_lines(outcome.changed)
    yield from _stopped(outcome)
    yield from _empty(outcome)
    yield "Det här skulle göras:"
    for job in outcome.jobs:
        yield f"{INDENT}{job.name}.docx och .pdf – {job.title}"
    for one in outcome.derived:
        yield f"{INDENT}{one.name} – {one.title}"
    yield from _later(outcome)


def frister_lines(calendars: Iterable[Kalender]) -> Iterator[str]:
    """Each day with its weekday and what it is; below it the reasons that are not told already."""
    from gen.kalender import TITLES
    from gen.swedish.dates import weekday_text

    for number, calendar in enumerate(calendars):
        if number:
            yield ""
        yield calendar.rubrik
        told: set[str] = set()
        # What has no day says why, and comes last.
        for day in sorted(calendar.dagar, key=lambda day: day.datum or dt.date.max):
            date = day.datum.isoformat() if day.datum else "–"
            # tisdagen den 7 mars 2023 → tisdag
            weekday = weekday_text(day.datum).split()[0].removesuffix("en") if day.datum else ""
            what = TITLES[day.vad] + (f" – {day.galler}" if day.galler else "")
            if day.i_kalkylbladet:
                what += f" (i kalkylbladet {day.i_kalkylbladet.isoformat()})"
            head = f"{INDENT}{date:<10}  {weekday:<7}  "
            blank = " " * len(head)
            yield from textwrap.wrap(what, WIDTH, initial_indent=head, subsequent_indent=blank)
            for reason in day.skal:
                if reason not in told:
                    told.add(reason)
                    sentence = f"{versal(reason)}."
                    yield from textwrap.wrap(
                        sentence, WIDTH, initial_indent=blank, subsequent_indent=blank
                    )
        if not calendar.dagar:
            yield f"{INDENT}Inga dagar att räkna: sammanträdet är inställt."
