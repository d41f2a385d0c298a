"""A reading in, the frozen list of jobs out: which documents, from which templates and context."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from gen import documents, findings, text
from gen.documents import DocumentType, Draft
from gen.errors import UsageError
from gen.findings import Finding
from gen.jobs import BREVPAPPER, MALL, Job, Resource
from gen.names import fold, nearest
from gen.source import at
from gen.stages import Before, later
from gen.swedish.paragraphs import parse_paragraphs
from gen.swedish.unreadable import Unreadable
from gen.templates import Templates
from gen.workbook.read import Reading

_ARENDE: Final = re.compile(r"ärenden\[(\d+)\]")
"""The path of what a finding about one ärende is at."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents of a type are wanted; nothing chosen means all of them."""

    arenden: frozenset[str] = frozenset()
    paragrafer: frozenset[int] = frozenset()

    def takes(self, draft: Draft) -> bool:
        """Whether that document is wanted. One that is about the whole meeting always is."""
        about = {draft.paragraf, *draft.paragrafer} - {None}
        if not (self.arenden or self.paragrafer) or not (draft.arende or about):
            return True
        return draft.arende in self.arenden or not self.paragrafer.isdisjoint(about)


ALL = Selection()


def chosen(reading: Reading, arenden: Iterable[str], paragrafer: str) -> Selection:
    """What somebody asks for by Nr, dnr or §. UsageError for what the workbook does not hold."""
    known = {
        fold(name): arende.nr
        for arende in reading.meeting.arenden
        for name in (arende.dnr, arende.nr)
        if name
    }
    numbers: set[str] = set()
    for typed in arenden:
        if fold(typed) not in known:
            guess = nearest(typed, known)
            told = findings.NO_SUCH_ARENDE(at("--ärende"), value=typed, suggestion=guess)
            raise UsageError(told)
        numbers.add(known[fold(typed)])
    held = reading.meeting.paragrafer
    try:
        wanted = parse_paragraphs(paragrafer, held) if paragrafer else ()
    except Unreadable as error:
        kind = findings.PARAGRAPHS_UNREADABLE
        raise UsageError(
            kind(at("--paragraf"), value=paragrafer, reason=error.reason, how=error.expected)
        ) from error
    for number in wanted:
        if number not in held:
            told = findings.NO_SUCH_PARAGRAPH(at("--paragraf"), value=number)
            raise UsageError(told)
    # A document about several §§ knows its ärenden by them.
    theirs = (
        arende.paragraf
        for arende in reading.meeting.arenden
        if arende.nr in numbers and arende.paragraf is not None
    )
    return Selection(frozenset(numbers), frozenset({*wanted, *theirs}))


def needed_by(types: Iterable[DocumentType]) -> Before:
    """The stage whose cells must be filled in before all of those documents can be made."""
    return later(Before.KALLELSE, *(type_.before for type_ in types if type_.before is not None))


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that waits for cells (paths) to be filled in; `wanted`: it is asked for."""

    name: str
    typ: str
    cells: frozenset[str]
    wanted: bool


def waiting(
    reading: Reading, types: Iterable[DocumentType], selection: Selection = ALL
) -> tuple[Waiting, ...]:
    """The documents of those types that wait: a § may be justerad before the others are."""
    return tuple(
        Waiting(draft.name, type_.name, draft.waits_for, selection.takes(draft))
        for type_ in types
        if type_.waits and reading.kind in type_.reads
        for draft in type_.drafts(reading)
        if draft.waits_for
    )


def awaited(finding: Finding, some: Iterable[Waiting]) -> bool:
    """Whether it says that a cell is empty which one of those documents waits for.

    Such a finding stops those documents, and none of the others of their type.
    """
    empty = finding.code == findings.MISSING_VALUE.code
    return empty and any(finding.at in one.cells for one in some)


def plan(
    reading: Reading,
    types: Iterable[str],
    templates: Templates | None = None,
    selection: Selection = ALL,
    *,
    utkast: bool = False,
    asked: bool = True,
    without: Collection[str] = (),
) -> tuple[Job, ...]:
    """The jobs of those document types. UsageError: no such type, or no such template.

    What waits for the justering is left out; `utkast`: it is made, as an utkast that says so.
    `asked`: somebody has named the types, and gets also what the workbook has no text of.
    `without`: the names of single documents that must not be made.
    """
    templates = templates or own_templates(reading)
    jobs: list[Job] = []
    for type_ in documents.chosen(types):
        if reading.kind not in type_.reads:
            wanted = " eller ".join(sorted(type_.reads))
            told = findings.OTHER_WORKBOOK(
                at(reading.source.file), document=type_.name.capitalize(), wanted=wanted
            )
            raise UsageError(told)
        drafts = [
            as_utkast(draft) if draft.waits_for else draft
            for draft in type_.drafts(reading)
            if selection.takes(draft)
            and draft.name not in without
            and (utkast or not draft.waits_for)
            and (asked or not draft.unwritten)
        ]
        if not drafts:
            continue
        resources = {
            MALL: templates.find(type_.template),
            BREVPAPPER: templates.find(BREVPAPPER),
        }
        jobs += [
            Job(type_.name, d.name, d.title, d.created, d.context, resources | _set_in(d, reading))
            for d in drafts
        ]
    return tuple(jobs)


UTKAST = "Utkast"


def as_utkast(draft: Draft) -> Draft:
    """The draft of what is not to be had yet: its name and each of its pages say what it is."""
    shown = draft.context["dokument"]
    assert isinstance(shown, dict)
    title = f"{draft.title} ({UTKAST.lower()})"
    shown = {**shown, "titel": title, "status": shown["status"] or UTKAST}
    return replace(
        draft,
        name=f"{draft.name}-{UTKAST.lower()}",
        title=title,
        context={**draft.context, "dokument": shown},
    )


def _set_in(draft: Draft, reading: Reading) -> dict[str, Resource]:
    """The files that the draft's blocks set in, by the names that the blocks know them by."""
    return {name: reading.files[name] for name in text.files(dict(draft.context))}


def own_templates(reading: Reading, given: Path | None = None) -> Templates:
    """Those that somebody has `given`, else the kommun's own as its register says; counted from the
    register's folder, and told at its cell where there is no such folder."""
    folder = reading.register.kommun.mallmapp
    if given is not None or not folder:
        return Templates(given)
    place = reading.source.places["register.kommun.mallmapp"]
    return Templates(reading.register_folder / folder, at(place.file, place.sheet, place.cell))


def stopped(found: Iterable[Finding], types: Iterable[str], *, strict: bool) -> dict[str, int]:
    """The document types that must not be made, each with how many findings stop it.

    What stops the stage that a type belongs to, and those after it, stops the type: what names
    some of them as documents stops just those. `strict`: any fel stops every document.
    """
    counts = {name: len(some) for name, some in _stoppers(found, types, strict).items()}
    return {name: count for name, count in counts.items() if count}


def stopping(found: Iterable[Finding], types: Iterable[str], *, strict: bool) -> int:
    """How many findings stop those types; one that stops several of them counts once."""
    stoppers = _stoppers(found, types, strict).values()
    return len({id(finding) for some in stoppers for finding in some})


def _stoppers(
    found: Iterable[Finding], types: Iterable[str], strict: bool
) -> dict[str, list[Finding]]:
    found = [f for f in found if f.stoppar or f.level == "fel"]
    known = documents.types()
    out: dict[str, list[Finding]] = {}
    for name in types:
        type_ = known.get(name)
        stage = type_.before if type_ is not None else None
        one_by_one = type_ is not None and type_.one_by_one
        out[name] = [
            f
            for f in found
            if (strict and f.level == "fel")
            or (stage is not None and all(map(f.stops, stage.onwards)))
            or (f.stops(name) and not (one_by_one and _ARENDE.match(f.at)))
        ]
    return out


def stopped_apart(
    found: Iterable[Finding], reading: Reading, types: Iterable[str]
) -> dict[str, int]:
    """The single documents that must not be made, each with how many findings stop it: what is
    wrong in one ärende is no reason not to make the paper of another."""
    known = documents.types()
    counts: dict[str, int] = {}
    by_nr: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.stoppar and (place := _ARENDE.match(finding.at)):
            by_nr.setdefault(reading.meeting.arenden[int(place[1])].nr, []).append(finding)
    for type_ in (known[name] for name in types if by_nr and name in known):
        for draft in type_.drafts(reading) if type_.one_by_one else ():
            if count := sum(f.stops(type_.name) for f in by_nr.get(draft.arende, ())):
                counts[draft.name] = count
    return counts
