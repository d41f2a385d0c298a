"""A reading in, the frozen list of jobs out: which documents, from which templates and context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents of a type are wanted; nothing chosen means all of them."""

    arenden: frozenset[str] = frozenset()
    paragrafer: frozenset[int] = frozenset()

    def takes(self, draft: Draft) -> bool:
        """Whether that document is wanted. One that is about the whole meeting always is."""
        if not (self.arenden or self.paragrafer) or not (draft.arende or draft.paragraf):
            return True
        return draft.arende in self.arenden or draft.paragraf in self.paragrafer


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
    return Selection(frozenset(numbers), frozenset(wanted))


def needed_by(types: Iterable[DocumentType], *, utkast: bool = False) -> Before:
    """The stage whose cells must be filled in before all of those documents can be made.

    `utkast`: what waits for the protokoll to be justerat is made without it.
    """
    return later(
        Before.KALLELSE,
        *(
            Before.PROTOKOLL if utkast and type_.waits else type_.before
            for type_ in types
            if type_.before is not None
        ),
    )


def plan(
    reading: Reading,
    types: Iterable[str],
    templates: Templates | None = None,
    selection: Selection = ALL,
) -> tuple[Job, ...]:
    """The jobs of those document types. UsageError: no such type, or no such template."""
    templates = templates or Templates(own_folder(reading))
    jobs: list[Job] = []
    for type_ in documents.chosen(types):
        if reading.kind not in type_.reads:
            wanted = " eller ".join(sorted(type_.reads))
            told = findings.OTHER_WORKBOOK(
                at(reading.source.file), document=type_.name.capitalize(), wanted=wanted
            )
            raise UsageError(told)
        drafts = [draft for draft in type_.drafts(reading) if selection.takes(draft)]
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


def _set_in(draft: Draft, reading: Reading) -> dict[str, Resource]:
    """The files that the draft's blocks set in, by the names that the blocks know them by."""
    return {name: reading.files[name] for name in text.files(dict(draft.context))}


def own_folder(reading: Reading) -> Path | None:
    """The kommun's own templates, as its register says; counted from the register's folder."""
    folder = reading.register.kommun.mallmapp
    return reading.register_folder / folder if folder else None


def stopped(found: Iterable[Finding], types: Iterable[str], *, strict: bool) -> dict[str, int]:
    """The document types that must not be made, each with how many findings stop it.

    What stops the stage that a type belongs to stops the type. `strict`: any fel stops every
    document.
    """
    found = [f for f in found if f.stoppar or f.level == "fel"]
    known = documents.types()
    counts: dict[str, int] = {}
    for name in types:
        stage = known[name].before if name in known else None
        names = {name, *([str(stage)] if stage is not None else [])}
        counts[name] = sum(
            any(f.stops(one) for one in names) or (strict and f.level == "fel") for f in found
        )
    return {name: count for name, count in counts.items() if count}
