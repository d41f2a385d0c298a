"""The document types: a module each, found by its `TYPE`. To add one: a module and a template."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from gen.jobs import JSON

if TYPE_CHECKING:
    from gen.workbook.read import Reading


@dataclass(frozen=True, slots=True)
class Draft:
    """What a document module says of one document: everything of a job but its files."""

    name: str
    title: str
    created: str
    context: Mapping[str, JSON]


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document. `template` is the name of its Word file without ending."""

    name: str
    template: str
    drafts: Callable[[Reading], Iterable[Draft]]


@cache
def types() -> dict[str, DocumentType]:
    """All document types by name."""
    modules = (
        importlib.import_module(f"{__name__}.{found.name}")
        for found in pkgutil.iter_modules(__path__)
    )
    declared = (getattr(module, "TYPE", None) for module in modules)
    return {type_.name: type_ for type_ in declared if type_ is not None}
