"""The document types: a module each, found by its `TYPE`. To add one: a module and a template.

The module is called as the type, in ASCII with underscores (`sarskilt_yttrande`): its command is
found by that, and its module imported only when the command runs.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gen import findings
from gen.errors import UsageError
from gen.jobs import JSON
from gen.names import nearest
from gen.source import at
from gen.stages import Before
from gen.workbook.columns import ascii_name
from gen.workbook.which import Which

if TYPE_CHECKING:
    from gen.workbook.read import Reading

MEETING = frozenset({Which.MOTE})
ARENDE = frozenset({Which.MOTE, Which.ARENDEFIL})
ASKED_FOR = frozenset({"arbetskopia", "bestyrkande"})
"""The types of which nothing is made unless somebody, or another document, asks for it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document module says of one document: everything of a job but its files.

    `name` is the file's name without ending, with `/` for a folder of its own. `created` is the
    document's own day (ISO). `arende` (a Nr) and `paragraf` are what it is about, where it is
    about one of several; `paragrafer` where it is about some of them. `waits_for`: the cells
    (paths), still empty, without which it can be no more than an utkast. `unwritten`: the
    workbook does not hold its text, so that it is made only where somebody asks for its type.
    """

    name: str
    title: str
    created: str
    context: Mapping[str, JSON]
    arende: str = ""
    paragraf: int | None = None
    paragrafer: tuple[int, ...] = ()
    waits_for: frozenset[str] = frozenset()
    unwritten: bool = False


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document, and the command that makes it.

    `name` is the command's, in proper Swedish; `template` the Word file's without ending. `told`
    is the command's help, `lacks` what to say when a workbook has nothing to make it of. `reads`
    are the kinds of workbook that it is made of. `before`: what is missing before that stage
    stops it too; None: only what names the type itself. `due` says whether the time for it has
    come, for `gen allt`. `waits`: it is made of what is justerat, so that some of its documents
    may be ready before others (`Draft.waits_for`); of those that wait an utkast can be asked for.
    `one_by_one`: each is the paper of one ärende, and what is wrong in another does not stop it.
    `required`: the fields that every template of it must print (`ärenden[].rubrik`); of
    `sammanträde.dag|sammanträde.datum` one is enough.
    """

    name: str
    template: str
    drafts: Callable[[Reading], Iterable[Draft]]
    told: str
    lacks: str = ""
    reads: frozenset[Which] = MEETING
    before: Before | None = None
    due: Callable[[Reading], bool] = lambda reading: True
    waits: bool = False
    one_by_one: bool = False
    required: tuple[str, ...] = ()


@cache
def types() -> dict[str, DocumentType]:
    """All document types by name."""
    modules = (
        importlib.import_module(f"{__name__}.{found.name}")
        for found in pkgutil.iter_modules(__path__)
    )
    declared = (getattr(module, "TYPE", None) for module in modules)
    return {type_.name: type_ for type_ in declared if type_ is not None}


def chosen(names: Iterable[str]) -> list[DocumentType]:
    """The types of those names, in any spelling. UsageError for one that there is not."""
    known = types()
    by_module = {_module(name): type_ for name, type_ in known.items()}
    out: list[DocumentType] = []
    for name in names:
        type_ = by_module.get(_module(name))
        if type_ is None:
            kind = findings.UNKNOWN_TYPE(
                at(name), value=name, known=", ".join(known), suggestion=nearest(name, known)
            )
            raise UsageError(kind)
        out.append(type_)
    return out


def _module(name: str) -> str:
    return ascii_name(name.casefold()).replace("-", "_")
