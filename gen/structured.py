"""Findings and outcomes in, plain JSON values out: what `--json` prints, one schema a command.

The schemas are docs/json/*.schema.json. Names are those that the user meets; a path is as the
system writes it, a moment in UTC.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from gen import __version__
from gen.findings import Finding, Level
from gen.jobs import JSON
from gen.source import Source

if TYPE_CHECKING:
    from gen.handmade import Outcome as Converted
    from gen.kontroll import Kontroll
    from gen.recipe import Outcome


def finding(found: Finding, source: Source) -> dict[str, JSON]:
    """One finding. `plats` is the path that does not change when rows are moved in the sheet."""
    place = source.place(found.at)
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
        "stoppar": list(sorted(found.stoppar)),
    }


def kontroll(done: Kontroll, marked: Path | None = None) -> dict[str, JSON]:
    """`gen kontrollera --json`."""
    return {
        **_head("kontrollera", done.exit_code),
        "arbetsbok": str(done.workbook),
        "sparad": _moment(done.saved),
        "öppen_i": done.opened,
        "inför": str(done.before),
        **_found(done.findings, done.reading.source),
        "stoppade": dict(done.stopped),
        "markerad": str(marked) if marked else "",
    }


def protokoll(done: Outcome, workbook: Path, command: str = "protokoll") -> dict[str, JSON]:
    """`gen protokoll --json`, and the other commands that make documents of a workbook."""
    return {
        **_head(command, done.exit_code),
        "arbetsbok": str(workbook),
        "motor": done.engine,
        **_found((*done.findings, *done.faults), done.reading.source),
        "stoppade": dict(done.stopped),
        "skulle_göras": [
            {"namn": job.name, "typ": job.typ, "titel": job.title} for job in done.jobs
        ],
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


def failure(command: str, exit_code: int, found: Finding) -> dict[str, JSON]:
    """What `--json` prints when the run could not go on."""
    return {**_head(command, exit_code), **_found([found], Source(""))}


def _head(command: str, exit_code: int) -> dict[str, JSON]:
    return {"gen": __version__, "kommando": command, "slutkod": exit_code}


def _found(found: Iterable[Finding], source: Source) -> dict[str, JSON]:
    found = list(found)
    counts = Counter(f.level for f in found)
    return {
        "fynd": [finding(f, source) for f in found],
        "antal": {str(level): counts[level] for level in Level},
    }


def _paths(paths: Iterable[Path]) -> list[JSON]:
    return [str(path) for path in paths]


def _moment(moment: dt.datetime | None) -> JSON:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None
