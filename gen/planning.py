"""A reading in, the frozen list of jobs out: which documents, from which templates and context."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gen import documents, findings, text
from gen.documents import Draft
from gen.errors import UsageError
from gen.findings import Finding
from gen.jobs import BREVPAPPER, MALL, Job, Resource
from gen.names import nearest
from gen.source import at
from gen.templates import Templates
from gen.workbook.read import Reading


def plan(
    reading: Reading, types: Iterable[str], templates: Templates | None = None
) -> tuple[Job, ...]:
    """The jobs of those document types. UsageError: no such type; DataError: no such template."""
    templates = templates or Templates(own_folder(reading))
    known = documents.types()
    jobs: list[Job] = []
    for name in types:
        type_ = known.get(name)
        if type_ is None:
            kind = findings.UNKNOWN_TYPE(
                at(name), value=name, known=", ".join(known), suggestion=nearest(name, known)
            )
            raise UsageError(kind)
        resources = {
            MALL: templates.find(type_.template),
            BREVPAPPER: templates.find(BREVPAPPER),
        }
        jobs += [
            Job(name, d.name, d.title, d.created, d.context, resources | _set_in(d, reading))
            for d in type_.drafts(reading)
        ]
    return tuple(jobs)


def _set_in(draft: Draft, reading: Reading) -> dict[str, Resource]:
    """The files that the draft's blocks set in, by the names that the blocks know them by."""
    return {name: reading.files[name] for name in text.files(dict(draft.context))}


def own_folder(reading: Reading) -> Path | None:
    """The kommun's own templates, as its register says; counted from the register's folder."""
    folder = reading.register.kommun.mallmapp
    return reading.register_folder / folder if folder else None


def stopped(found: Iterable[Finding], types: Iterable[str], *, strict: bool) -> dict[str, int]:
    """The document types that must not be made, each with how many findings stop it.

    `strict`: any fel stops every document.
    """
    found = [f for f in found if f.stoppar or f.level == "fel"]
    counts = {
        name: sum(f.stops(name) or (strict and f.level == "fel") for f in found) for name in types
    }
    return {name: count for name, count in counts.items() if count}
