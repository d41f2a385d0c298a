"""Findings and outcomes in, plain JSON values out: what `--json` prints, one schema a command.

The schemas are docs/json/*.schema.json. Names are those that the user meets; a path is as the
system writes it, a moment in UTC.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from gen import __version__
from gen.findings import Finding, Kind, Level
from gen.source import Source
from gen.swedish.typography import plain

if TYPE_CHECKING:
    from gen.bunt.files import Merged
    from gen.flera import Unread
    from gen.handmade import Outcome as Converted
    from gen.jobs import JSON
    from gen.kalender import Dag, Kalender
    from gen.kontroll import Kontroll
    from gen.mall.kontroll import Fault
    from gen.mall.ordlista import Field
    from gen.pdf.verapdf import Examination
    from gen.recipe import Outcome
    from gen.regler import Changed


def finding(found: Finding, source: Source) -> dict[str, JSON]:
    """One finding. `plats` is the path that does not change when rows are moved in the sheet."""
    place = source.place(found.at)
    stops: list[JSON] = [*sorted(found.stoppar)]
    return {
        "kod": found.code,
        "nivå": str(found.level),
        "fil": place.file,
        "blad": place.sheet,
        "cell": place.cell,
        "plats": found.at,
        "text": found.message,
        "gör": found.expected,
        "värde": found.value,
        "menade": found.suggestion,
        "lagrum": found.statute,
        "stoppar": stops,
    }


def kontroll(
    done: Kontroll, marked: Path | None = None, report: Outcome | None = None
) -> dict[str, JSON]:
    """`gen kontrollera --json`. `report`: what making its kontrollrapport came to."""
    exit_code = max(done.exit_code, report.exit_code) if report else done.exit_code
    return {
        **_head("kontrollera", exit_code),
        "arbetsbok": str(done.workbook),
        "sparad": _moment(done.saved),
        "öppen_i": done.opened,
        "inför": str(done.before),
        **_found(done.findings, done.reading.source),
        **_accepted(done.accepted, done.reading.source),
        **_changed(done.changed, done.reading.source),
        "stoppade": dict(done.stopped),
        "inte_dags": [*done.later],
        "markerad": str(marked) if marked else "",
        "rapport": _report(report) if report else None,
    }


def _report(report: Outcome) -> dict[str, JSON]:
    """The kontrollrapport's files, and what there is to say of the making of them."""
    said = (*report.findings, *report.faults)
    told: list[JSON] = [finding(f, report.reading.source) for f in said]
    return {**_written(report), "fynd": told}


def flera(
    done: Iterable[tuple[Kontroll | Unread, Path | None, Outcome | None]], exit_code: int
) -> dict[str, JSON]:
    """`gen kontrollera --json` of several workbooks, with the marked copy and the report of each:
    `filer` holds what each of them would give alone."""
    from gen.flera import Unread

    files: list[JSON] = []
    found: list[Finding] = []
    for one, marked, report in done:
        if isinstance(one, Unread):
            failed = failure("kontrollera", one.exit_code, one.finding)
            files.append({**failed, "arbetsbok": str(one.workbook)})
            found.append(one.finding)
        else:
            files.append(kontroll(one, marked, report))
            found += one.findings
    return {**_head("kontrollera", exit_code), "antal": _counts(found), "filer": files}


def made(
    done: Outcome, workbook: Path, command: str, examined: Examination | None = None
) -> dict[str, JSON]:
    """`gen protokoll --json`, and the other commands that make documents of a workbook."""
    return {
        **_head(command, done.exit_code),
        "arbetsbok": str(workbook),
        **_found((*done.findings, *done.faults), done.reading.source),
        **_accepted(done.accepted, done.reading.source),
        **_changed(done.changed, done.reading.source),
        "stoppade": dict(done.stopped),
        "inte_dags": [*done.later],
        "dokument": [
            {"namn": one.name.removesuffix(".pdf"), "typ": one.typ, "titel": one.title}
            for one in (*done.jobs, *done.derived)
        ],
        **_written(done),
        "granskade": _examined(examined),
    }


def _examined(done: Examination | None) -> JSON:
    """Which of the files are what they claim to be (`--granska`)."""
    if done is None:
        return None
    return {"håller": _paths(done.held), "utan_anspråk": _paths(done.claimless)}


def merged(done: Merged) -> dict[str, JSON]:
    """`gen slå-ihop --json`."""
    claims: list[JSON] = [*sorted(done.claims)]
    return {
        **_head("slå-ihop", done.exit_code),
        "motor": done.engine,
        "skrivna": _paths(done.placed),
        "oförändrade": _paths(done.unchanged),
        "uppfyller": claims,
        "utelämnade": _paths(done.left_out),
        **_found((*done.findings, *done.faults), Source("")),
    }


def _written(done: Outcome) -> dict[str, JSON]:
    return {
        "motor": done.engine,
        "skrivna": _paths(done.placed),
        "oförändrade": _paths(done.unchanged),
        "behållna": _paths(done.kept),
        "undanlagda": {str(old): str(new) for old, new in done.set_aside.items()},
    }


def pdf(done: Converted) -> dict[str, JSON]:
    """`gen pdf --json`."""
    return {
        **_head("pdf", done.exit_code),
        "motor": done.engine,
        **_found((*done.findings, *done.faults), Source("")),
        "skrivna": _paths(done.placed),
        "oförändrade": _paths(done.unchanged),
    }


def frister(calendars: Iterable[Kalender], *, of_meeting: bool) -> list[JSON]:
    """`gen frister --json`: an object a posting, or an object a day of the meeting."""
    if of_meeting:
        return [_day(day) for calendar in calendars for day in calendar.dagar]
    return [_posting(calendar) for calendar in calendars]


def _posting(calendar: Kalender) -> dict[str, JSON]:
    reasons = dict.fromkeys(plain(reason) for day in calendar.dagar for reason in day.skal)
    days = {str(day.vad): _iso(day.datum) for day in calendar.dagar}
    return {"anslag": calendar.dag.isoformat(), **days, "skäl": [*reasons]}


def _day(day: Dag) -> dict[str, JSON]:
    return {
        "vad": str(day.vad),
        "gäller": plain(day.galler),
        "datum": _iso(day.datum),
        "i_kalkylbladet": _iso(day.i_kalkylbladet),
        "skäl": [plain(reason) for reason in day.skal],
    }


def _iso(day: dt.date | None) -> JSON:
    return day.isoformat() if day else None


def forklara(kind: Kind) -> dict[str, JSON]:
    """`gen förklara --json`. A gap (…) stands for what is only known of a certain workbook."""
    from gen.explain import headline, pattern

    stops: list[JSON] = [*sorted(kind.stoppar)]
    return {
        **_head("förklara", 0),
        "kod": kind.code,
        "nivå": str(kind.level),
        "text": headline(kind),
        "betyder": kind.meaning,
        "syns": kind.seen,
        "exempel": kind.wrong,
        "rätt": kind.right,
        "gör": pattern(kind.cure),
        "lagrum": kind.statute,
        "stoppar": stops,
    }


def stada(folder: Path | None, number: int, size: int, *, dry: bool) -> dict[str, JSON]:
    """`gen städa --json`: what was removed, or would be (`torrkörning`); `byte` is its size."""
    what: dict[str, JSON] = {"dokument": number, "byte": size, "torrkörning": dry}
    return {**_head("städa", 0), "mapp": str(folder or ""), **what}


def mall_typer(names: Iterable[str]) -> dict[str, JSON]:
    """`gen mall fält --json`: the templates that there are."""
    return {**_head("mall fält", 0), "mallar": [*names]}


def mall_falt(
    template: str, fields: Iterable[Field], filters: Mapping[str, str]
) -> dict[str, JSON]:
    """`gen mall fält TYP --json`: what a template can say."""
    return {
        **_head("mall fält", 0),
        "mall": template,
        "fält": [
            {
                "fält": field.path,
                "slag": field.kind,
                "exempel": field.example,
                "blad": field.sheet,
                "kolumn": field.column,
                "kan_saknas": field.absent,
            }
            for field in fields
        ],
        "filter": [{"filter": name, "gör": told} for name, told in filters.items()],
    }


def mall_kontroll(
    path: Path, template: str, faults: Iterable[Fault], copy: Path | None, exit_code: int
) -> dict[str, JSON]:
    """`gen mall kontrollera --json`. `blad` of a finding is the part, `cell` the paragraph."""
    faults = list(faults)
    return {
        **_head("mall kontrollera", exit_code),
        "mall": str(path),
        "typ": template,
        "fynd": [
            {
                **finding(fault.finding, Source("")),
                "stycke": fault.place.number,
                "text_i_stycket": fault.place.paragraph,
                "rubrik": fault.place.heading,
            }
            for fault in faults
        ],
        "antal": _counts(fault.finding for fault in faults),
        "kommenterad": str(copy or ""),
    }


def failure(command: str, exit_code: int, found: Finding) -> dict[str, JSON]:
    """What `--json` prints when the run could not go on."""
    return {**_head(command, exit_code), **_found([found], Source(""))}


def _head(command: str, exit_code: int) -> dict[str, JSON]:
    return {"gen": __version__, "kommando": command, "slutkod": exit_code}


def _found(found: Iterable[Finding], source: Source) -> dict[str, JSON]:
    found = list(found)
    return {"fynd": [finding(f, source) for f in found], "antal": _counts(found)}


def _counts(found: Iterable[Finding]) -> dict[str, JSON]:
    counts = Counter(f.level for f in found)
    return {str(level): counts[level] for level in Level}


def _accepted(found: Iterable[Finding], source: Source) -> dict[str, JSON]:
    """What the sheet Granskat takes out of `fynd`."""
    return {"godtagna": [finding(f, source) for f in found]}


def _changed(changed: Changed, source: Source) -> dict[str, JSON]:
    """What the register's sheet Regler changes, and the findings as they were before it."""
    return {
        "regler": dict(changed.levels),
        "ändrade": [finding(f, source) for f in changed.found],
    }


def _paths(paths: Iterable[Path]) -> list[JSON]:
    return [str(path) for path in paths]


def _moment(moment: dt.datetime | None) -> JSON:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None
