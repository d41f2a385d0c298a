"""What a template can know in, its vocabulary out: each field with its kind, example and column.

A field is of a column when it is called as the column is and holds what is typed there, in every
example; anything else is computed. So nothing of this has to be written down beside `sheets.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from gen.mall.exempel import Subject
from gen.mall.shape import Kind, Shape, paths
from gen.names import fold
from gen.swedish.filters import FILTERS
from gen.swedish.typography import plain
from gen.word.sandbox import environment
from gen.workbook import sheets
from gen.workbook.columns import Column, Must, Sheet, Type
from gen.workbook.read import Reading

_LONGEST: Final = 60
_PARTI: Final = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Field:
    """`path` is how it is reached: `ärenden[].rubrik` stands in `{% for ä in ärenden %}` as
    `ä.rubrik`. `sheet` and `column` are empty for what is computed."""

    path: str
    kind: str
    example: str
    sheet: str = ""
    column: str = ""
    absent: bool = False


def fields(subject: Subject) -> tuple[Field, ...]:
    """The vocabulary, in the order of the contexts."""
    return tuple(_field(path, shape, subject) for path, shape in paths(subject.shape))


def filters() -> Mapping[str, str]:
    """Every filter, with what it does: the Swedish ones, then those of Jinja's that may be used."""
    own = {name: " ".join((function.__doc__ or "").split()) for name, function in FILTERS.items()}
    others = (name for name in environment().filters if not name.startswith("_"))
    return {**own, **{name: "" for name in sorted(others) if name not in own}}


def _field(path: str, shape: Shape, subject: Subject) -> Field:
    found = _places(path, subject)
    return Field(
        path=path,
        kind=" eller ".join(sorted(shape.kinds)) or Kind.TEXT,
        example=_shown(shape),
        sheet=" eller ".join(sheet.name for sheet, _ in found),
        column=" eller ".join(dict.fromkeys(column.header for _, column in found)),
        absent=shape.absent,
    )


def _shown(shape: Shape) -> str:
    """One value, on a line."""
    if not shape.examples:
        return ""
    first = shape.examples[0]
    text = ("nej", "ja")[first] if isinstance(first, bool) else plain(" ".join(str(first).split()))
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _places(path: str, subject: Subject) -> tuple[tuple[Sheet, Column], ...]:
    """Where the field is typed, most often in one column; nothing for what is computed."""
    steps = [step.replace("[]", "") for step in path.split(".")]
    name, around = steps[-1], steps[-2::-1]
    by_field = {sheet.field: sheet for sheet in reversed(sheets.ALL)}
    if around and around[0] in by_field and name in _columns(by_field[around[0]]):
        sheet = by_field[around[0]]
        return ((sheet, sheet.column(name)),)
    enclosing = [by_field[step] for step in around if step in by_field]
    called_so = [
        (sheet, column)
        for sheet in dict.fromkeys((*enclosing, *sheets.ALL))
        if (column := _columns(sheet).get(name)) is not None and not column.echo
    ]
    for place in called_so:
        if _agree(path, (place,), subject):
            return (place,)
    dated = called_so and all(
        column.must is Must.COMPUTED and column.type is Type.DATE for _, column in called_so
    )
    several = tuple(called_so)  # as a day of Sammanträde or of Delprotokoll
    return several if dated or (len(several) > 1 and _agree(path, several, subject)) else ()


@cache
def _columns(sheet: Sheet) -> Mapping[str, Column]:
    return {column.field: column for column in sheet.columns}


def _agree(path: str, places: Iterable[tuple[Sheet, Column]], subject: Subject) -> bool:
    """Whether all that the field holds in the examples stands in the columns, some in each."""
    left = {(sheet.name, column.field) for sheet, column in places}
    columns = frozenset(left)
    for example in subject.examples:
        typed = _typed(example.reading)
        for value in _values(example.draft.context, path.split(".")):
            if value in (None, "", [], False):
                continue
            holding = {key for key in columns if _is_among(value, typed.get(key, frozenset()))}
            if not holding:
                return False
            left -= holding
    return not left


def _values(value: object, steps: list[str]) -> Iterator[object]:
    """What stands at a path of a context; lists are gone through where the path says so."""
    if not steps:
        yield value
        return
    name, lists = steps[0].rstrip("[]"), steps[0].count("[]")
    here = [value[name]] if isinstance(value, Mapping) and name in value else []
    for _ in range(lists):
        here = [item for some in here if isinstance(some, list) for item in some]
    for one in here:
        yield from _values(one, steps[1:])


def _is_among(value: object, typed: frozenset[str]) -> bool:
    if value is True:
        return "ja" in typed
    if isinstance(value, list):
        return all(_is_among(one, typed) for one in value)
    if not isinstance(value, str | int):
        return False
    text = fold(plain(str(value)))
    return text in typed or _PARTI.sub("", text) in typed


def _typed(reading: Reading) -> Mapping[tuple[str, str], frozenset[str]]:
    """What is typed in each column of the reading's sheets, in all the ways it may be printed."""
    known = _TYPED.get(id(reading))
    if known is None:
        out: dict[tuple[str, str], set[str]] = {}
        for path, place in reading.source.places.items():
            column = place.sheet, path.rpartition(".")[2]
            out.setdefault(column, set()).update(_spellings(place.raw, reading))
        known = _TYPED[id(reading)] = {key: frozenset(some) for key, some in out.items()}
    return known


_TYPED: Final[dict[int, Mapping[tuple[str, str], frozenset[str]]]] = {}
"""By the reading's id: the examples are kept for good, and a reading cannot be hashed."""


def _spellings(raw: str, reading: Reading) -> Iterator[str]:
    """A cell as it stands, each of several names, a day in ISO, an hour, an organ's name."""
    for text in (raw, *raw.split(";")):
        yield fold(text)
        yield fold(text[:10])
        yield fold(text[:5].replace(".", ":"))
        organ = reading.register.find_organ(text)
        if organ is not None:
            yield fold(organ.namn)
