"""The examples of gen in, what a template of each name can know out: its types and their contexts.

The examples are the workbooks in data/, with the fullest meeting and the emptiest beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from gen import documents, findings, kontrollrapport
from gen.checks import check
from gen.documents import DocumentType, Draft
from gen.errors import UsageError
from gen.findings import Level
from gen.kontroll import Kontroll
from gen.kontrollrapport.context import context as report_context
from gen.mall import fullt, skrivet
from gen.mall.shape import Shape, shape_of
from gen.names import fold, nearest
from gen.source import at
from gen.stages import Before
from gen.templates import LETTERHEAD
from gen.workbook.kinds import READERS, read_any
from gen.workbook.read import Reading
from gen.workbook.which import which

_LETTERHEAD_REQUIRED: Final = ("kommun.namn", "dokument.typ", "dokument.status")
"""What every page must say: whose it is, what it is, and whether it holds (Ej justerat)."""


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
    files = sorted(path for path in data_folder().rglob("*.xlsx") if which(path) in READERS)
    return (*map(read_any, files), fullt.meeting(), fullt.emptiest(), *skrivet.readings())


def names() -> tuple[str, ...]:
    """The templates that there are, by the names of their files."""
    made = dict.fromkeys(type_.template for type_ in documents.types().values())
    return (*made, kontrollrapport.NAME, LETTERHEAD)


def find(name: str) -> Subject:
    """By the name of a template or of a document type, in any spelling. UsageError for another."""
    by_name = {_plainly(type_.name): type_.template for type_ in documents.types().values()}
    by_name |= {_plainly(template): template for template in names()}
    found = by_name.get(_plainly(name))
    if found is None:
        known = sorted({*names(), *documents.types()})
        told = findings.UNKNOWN_TYPE(
            at(name), value=name, known=", ".join(known), suggestion=nearest(name, known)
        )
        raise UsageError(told)
    return subject(found)


@cache
def subject(name: str) -> Subject:
    """What a template of that name can know."""
    if name == LETTERHEAD:
        return _letterhead()
    if name == kontrollrapport.NAME:
        return _report()
    types = tuple(t for t in documents.types().values() if t.template == name)
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
    shapes = [
        one.shape for name in names() if name != LETTERHEAD and (one := subject(name)).examples
    ]
    common = set.intersection(*(set(shape.fields) for shape in shapes))
    merged = shape_of(
        {name: example.draft.context[name] for name in common}
        for name_ in names()
        if name_ != LETTERHEAD
        for example in subject(name_).examples
    )
    first: Sequence[Example] = subject("protokoll").examples
    return Subject(LETTERHEAD, (), tuple(first), merged, _LETTERHEAD_REQUIRED)


def _report() -> Subject:
    """The kontrollrapport is no document of a meeting; each example has one all the same."""
    examples = []
    for reading in readings():
        done = _looked_at(reading)
        draft = Draft(kontrollrapport.NAME, "Kontrollrapport", "", report_context(done))
        examples.append(Example(reading, draft))
    shape = shape_of(dict(example.draft.context) for example in examples)
    return Subject(kontrollrapport.NAME, (), tuple(examples), shape, ("rapport.summa",))


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


def _plainly(name: str) -> str:
    return fold(name).replace("-", " ").replace("_", " ").translate(_PLAIN)


_PLAIN: Final = str.maketrans("åäöé", "aaoe")
