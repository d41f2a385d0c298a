"""A filter in a template and the shape of what it gets in, the shape of what it gives out.

The Swedish filters are tried on what the examples hold: one that refuses all of it will refuse
whatever comes. Jinja's own are only asked how many arguments they take.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Final

from jinja2 import nodes

from gen.mall.shape import ANYTHING, Kind, Shape, shape_of
from gen.swedish.filters import FILTERS
from gen.word.sandbox import environment

_SAME: Final = ("sort", "reverse", "unique", "list", "select", "reject", "selectattr", "rejectattr")
_ITEM: Final = ("first", "last", "min", "max")
_TEXTS: Final = ("capitalize", "join", "lower", "replace", "string", "title", "trim", "truncate")
_GIVES: Final[Mapping[str, Kind]] = {
    **dict.fromkeys((*_TEXTS, "upper"), Kind.TEXT),
    **dict.fromkeys(("count", "int", "length", "wordcount"), Kind.NUMBER),
}


class Unfit(ValueError):  # noqa: N818 - an answer, told as a finding
    """The filter cannot take what it is given. The text says in Swedish why."""


def filtered(node: nodes.Filter, shape: Shape) -> Shape:
    """What the filter gives of such a value. `Unfit` when it takes none of the examples."""
    if node.name in FILTERS:
        return _tried(node, shape)
    _count(node)
    if node.name in _SAME:
        return shape
    if node.name in _ITEM:
        return shape.item or ANYTHING
    if node.name in ("default", "d"):
        return Shape(shape.kinds, False, shape.examples, shape.fields, shape.item)
    kind = _GIVES.get(node.name)
    return Shape(frozenset({kind})) if kind else ANYTHING


def _tried(node: nodes.Filter, shape: Shape) -> Shape:
    function = FILTERS[node.name]
    try:
        args = [argument.as_const() for argument in node.args]
        named = {str(pair.key): pair.value.as_const() for pair in node.kwargs}
    except nodes.Impossible:  # another field: what it holds is only known when it is printed
        return ANYTHING
    if not shape.known:
        return ANYTHING
    values = _values(shape)
    given, refusals = [], []
    for value in values:
        try:
            given.append(function(value, *args, **named))
        except ValueError as refusal:
            refusals.append(str(refusal))
    if refusals and not given:
        raise Unfit(refusals[0])
    return shape_of(list(one) if isinstance(one, tuple) else one for one in given)  # type: ignore[misc]  # a filter gives JSON


def _values(shape: Shape) -> list[object]:
    """Values to try it on: of a list one that holds the examples of what it holds."""
    if Kind.LIST in shape.kinds:
        item = shape.item or ANYTHING
        return [list(item.examples)] if item.examples else [[{}]] if item.fields else []
    if shape.only(Kind.GROUP, Kind.BLOCKS):
        return [{}]
    if shape.only(Kind.YES_NO):
        return [True]
    return list(shape.examples)


def _count(node: nodes.Filter) -> None:
    """Whether one of Jinja's own takes so many arguments, of those names."""
    function = environment().filters[node.name]
    implied = 1 + hasattr(function, "jinja_pass_arg")
    places = [None] * (implied + len(node.args))
    named = dict.fromkeys(str(pair.key) for pair in node.kwargs)
    try:
        inspect.signature(function).bind(*places, **named)
    except TypeError:
        raise Unfit(f"{node.name}: fel antal uppgifter inom parentesen") from None
