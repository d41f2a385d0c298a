"""The examples of gen in, what a template of each name can know out: its types and their contexts.

The examples are the workbooks in data/, with the fullest meeting and the emptiest beside them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from gen import documents, findings, kontrollrapport
from gen.bunt import contents
from gen.checks import check
from gen.documents import DocumentType, Draft
from gen.errors import UsageError
from gen.findings import Level
from gen.kontroll import Kontroll
from gen.kontrollrapport.context import context as report_context
from gen.mall import fullt, krav, skrivet
from gen.mall.shape import Shape, shape_of
from gen.names import fold, nearest
from gen.source import at
from gen.stages import Before
from gen.templates import LETTERHEAD
from gen.workbook.kinds import READERS, read_any
from gen.workbook.read import Reading
from gen.workbook.which import which

_SOME_DAY: Final = dt.date(2023, 3, 30)


@dataclass(frozen=True, slots=True)
class Example:
    """A document that an example gives: its draft, and the reading that it is made of."""

    reading: Reading
    draft: Draft


@dataclass(frozen=True, slots=True)
class Subject:
    """What a template is of. `name` is its file's, without ending; `types` the document types that
    are made from it; `required` the fields that it must print, as paths."""

    name: str
    types: tuple[DocumentType, ...]
    examples: tuple[Example, ...]
    shape: Shape
    required: tuple[str, ...]


def data_folder() -> Path:
    """The folder of the examples: in the package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    packed = package / "_shipped" / "data"
    return packed if packed.is_dir() else package.parent / "data"


@cache
def readings() -> tuple[Reading, ...]:
    """Every example: the real ones first, for they are the better ones to show."""
    found = data_folder().rglob("[!~.]*.xlsx")  # `~$` is Excel's mark of one that is open
    ordered = sorted(found, key=lambda path: (len(path.parts), path))
    files = (path for path in ordered if which(path) in READERS)
    return (
        *map(read_any, files),
        fullt.meeting(),
        fullt.below(),
        fullt.emptiest(),
        *skrivet.readings(),
    )


def names() -> tuple[str, ...]:
    """The templates that there are, by the names of their files."""
    made = dict.fromkeys(type_.template for type_ in documents.types().values())
    return (*made, *_OTHERS)


def find(name: str) -> Subject:
    """By the name of a template or of a document type, in any spelling. UsageError for another."""
    template = _spelled().get(_plainly(name))
    if template is None:
        known = sorted({*names(), *documents.types()})
        told = findings.UNKNOWN_TYPE(
            at(name), value=name, known=", ".join(known), suggestion=nearest(name, known)
        )
        raise UsageError(told)
    return subject(template)


def is_known(name: str) -> bool:
    """Whether that is the name of a template or of a document type."""
    return _plainly(name) in _spelled()


def _spelled() -> dict[str, str]:
    """The templates by every name that leads to them; a template's own goes first."""
    by_type = {_plainly(type_.name): type_.template for type_ in documents.types().values()}
    return by_type | {_plainly(template): template for template in names()}


@cache
def subject(name: str) -> Subject:
    """What a template of that name can know."""
    if name in _OTHERS:
        return _OTHERS[name]()
    made = (type_ for type_ in documents.types().values() if type_.template == name)
    types = tuple(sorted(made, key=lambda type_: type_.name != name))
    examples = tuple(example for type_ in types for example in _examples(type_))
    shape = shape_of(dict(example.draft.context) for example in examples)
    required = dict.fromkeys(path for type_ in types for path in type_.required)
    return Subject(name, types, examples, shape, tuple(required))


def _examples(type_: DocumentType) -> Iterator[Example]:
    for reading in readings():
        if reading.kind in type_.reads:
            for draft in type_.drafts(reading):
                yield Example(reading, draft)


def _letterhead() -> Subject:
    """What every document knows: the letterhead is that of all of them."""
    others = [subject(name) for name in names() if name != LETTERHEAD]
    contexts = [example.draft.context for other in others for example in other.examples]
    common = [name for name in contexts[0] if all(name in context for context in contexts)]
    shape = shape_of({name: context[name] for name in common} for context in contexts)
    return Subject(LETTERHEAD, (), others[0].examples, shape, krav.LETTERHEAD)


def _report() -> Subject:
    """The kontrollrapport is no document of a meeting; each example has one all the same."""
    examples = []
    for reading in readings():
        done = _looked_at(reading)
        day = (reading.meeting.datum or _SOME_DAY).isoformat()
        draft = Draft(kontrollrapport.NAME, "Kontrollrapport", day, report_context(done))
        examples.append(Example(reading, draft))
    shape = shape_of(dict(example.draft.context) for example in examples)
    return Subject(kontrollrapport.NAME, (), tuple(examples), shape, ("rapport.summa",))


def _contents() -> Subject:
    """The contents page of a bundle: a group with a document below it, and one that is missing."""
    lines = (
        contents.Row("§ 31 Cykelplan för Lillköping", True, 2, 0),
        contents.Row("Tjänsteskrivelse", False, 2, 0),
        contents.Row("Bilaga 1. Karta", False, None, None, "Bifogas inte"),
    )
    examples = []
    for example in subject("protokoll").examples:
        shared = {name: example.draft.context[name] for name in ("kommun", "stil", "dokument")}
        context = {**shared, contents.NAME: contents.context(lines)}
        draft = replace(example.draft, name=contents.NAME, title="Innehåll", context=context)
        examples.append(Example(example.reading, draft))
    shape = shape_of(dict(example.draft.context) for example in examples)
    required = ("innehåll.rader[].text", "innehåll.rader[].sida")
    return Subject(contents.NAME, (), tuple(examples), shape, required)


def _looked_at(reading: Reading) -> Kontroll:
    """What a check of an example finds; nothing is open in a program, and nothing was saved."""
    checked = check(reading, Before.ANSLAG)
    ordered = sorted(checked, key=lambda finding: list(Level).index(finding.level))
    path = Path(reading.source.file)
    return Kontroll(
        path,
        reading,
        Before.ANSLAG,
        tuple(ordered),
        {},
        None,
        "",
        checked.accepted,
        checked.changed,
    )


_OTHERS: Final[Mapping[str, Callable[[], Subject]]] = {
    kontrollrapport.NAME: _report,
    contents.NAME: _contents,
    LETTERHEAD: _letterhead,
}
"""The templates of what is no document type."""


def _plainly(name: str) -> str:
    return fold(name).replace("-", " ").replace("_", " ").translate(_PLAIN)


_PLAIN: Final = str.maketrans("åäöé", "aaoe")
