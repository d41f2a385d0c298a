"""Contexts in, the shape of what templates know out: which fields, of what kind, for example what.

Nothing is written down by hand: a shape is the union of what the documents of the examples hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from gen.jobs import JSON

MOST_EXAMPLES: Final = 6
"""How many values of a field are kept: to show one, and to try a filter on them."""

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_TIME: Final = re.compile(r"\d\d:\d\d(:\d\d)?")


class Kind(StrEnum):
    """What a value is, in the words of who owns the templates."""

    TEXT = "text"
    DATE = "datum"
    TIME = "klockslag"
    NUMBER = "heltal"
    DECIMAL = "tal"
    YES_NO = "ja eller nej"
    BLOCKS = "stycken"
    LIST = "lista"
    GROUP = "grupp"


@dataclass(frozen=True, slots=True)
class Shape:
    """What is known of a value.

    `kinds` is empty where no example has a value: then anything may be there. `absent`: it may be
    null. `fields` are those of a group, `item` is what a list holds.
    """

    kinds: frozenset[Kind] = frozenset()
    absent: bool = False
    examples: tuple[JSON, ...] = ()
    fields: Mapping[str, Shape] = field(default_factory=dict)
    item: Shape | None = None

    @property
    def known(self) -> bool:
        """Whether any example has told what it is."""
        return bool(self.kinds)

    def only(self, *kinds: Kind) -> bool:
        """Whether it is never anything but these."""
        return self.known and self.kinds <= set(kinds)


ANYTHING: Final = Shape()


def shape_of(values: Iterable[JSON]) -> Shape:
    """The shape of values that stand in the same place of several contexts."""
    values = list(values)
    there = [value for value in values if value is not None]
    groups = [v for v in there if isinstance(v, dict) and "block" not in v]
    lists = [v for v in there if isinstance(v, list)]
    names = dict.fromkeys(name for group in groups for name in group)
    examples: list[JSON] = []
    for value in there:
        shown = _told(value) if isinstance(value, dict) else value
        if isinstance(shown, str | int | float) and shown != "" and shown not in examples:
            examples.append(shown)
    texts = [value for value in there if isinstance(value, str) and value]
    return Shape(
        kinds=frozenset(_kind(value, texts) for value in there),
        absent=len(there) < len(values),
        examples=tuple(examples[:MOST_EXAMPLES]),
        fields={name: shape_of(g[name] for g in groups if name in g) for name in names},
        item=shape_of(item for some in lists for item in some) if lists else None,
    )


def _told(value: JSON) -> str:
    """The words of blocks, those of the first that has any."""
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        return str(value["text"])
    if isinstance(value, dict):
        if "block" not in value and "typ" not in value:
            return ""
        value = list(value.values())
    if not isinstance(value, list):
        return ""
    if value and all(isinstance(one, dict) and isinstance(one.get("text"), str) for one in value):
        return "".join(map(_told, value))
    return next(filter(None, map(_told, value)), "")


def _kind(value: JSON, texts: Iterable[str]) -> Kind:
    if isinstance(value, bool):
        return Kind.YES_NO
    if isinstance(value, int):
        return Kind.NUMBER
    if isinstance(value, float):
        return Kind.DECIMAL
    if isinstance(value, list):
        return Kind.LIST
    if isinstance(value, dict):
        return Kind.BLOCKS if "block" in value else Kind.GROUP
    # An empty text is of the kind that the others are.
    for pattern, kind in ((_DATE, Kind.DATE), (_TIME, Kind.TIME)):
        if texts and all(pattern.fullmatch(text) for text in texts):
            return kind
    return Kind.TEXT


def paths(shape: Shape, start: str = "") -> Iterator[tuple[str, Shape]]:
    """Every field below, in the order of the contexts: `ärenden`, `ärenden[].rubrik`."""
    for name, found in shape.fields.items():
        path = f"{start}.{name}" if start else name
        yield path, found
        yield from paths(found, path)
        below = found.item
        while below is not None:
            path += "[]"
            if not below.fields:
                yield path, below
            yield from paths(below, path)
            below = below.item
