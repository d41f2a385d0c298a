"""A tag in, what Jinja makes of it by itself out: its one statement, or what is against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from gen.word.sandbox import environment
from gen.word.tags import Tag

_AROUND: Final[Mapping[str, str]] = {
    "if": "{{% {} %}}{{% endif %}}",
    "elif": "{{% if x %}}{{% {} %}}{{% endif %}}",
    "for": "{{% {} %}}{{% endfor %}}",
    "with": "{{% {} %}}{{% endwith %}}",
    "set": "{{% {} %}}",
    "endif": "{{% if x %}}{{% {} %}}",
    "endfor": "{{% for x in y %}}{{% {} %}}",
    "endwith": "{{% with %}}{{% {} %}}",
    "else": "{{% if x %}}{{% {} %}}{{% endif %}}",
}
"""What makes a whole template of a tag by itself."""


def parsed(tag: Tag) -> nodes.Node | TemplateSyntaxError:
    """The one statement of a tag, or what Jinja has against it."""
    around = _AROUND.get(tag.word, "{{{{ {} }}}}")
    try:
        tree = environment().parse(around.format(tag.words)).body
    except TemplateSyntaxError as error:
        return error
    if tag.word == "elif" and isinstance(tree[0], nodes.If):
        return tree[0].elif_[0]
    return tree[0] if tree else nodes.Output([])


def bound_names(target: nodes.Node) -> list[str]:
    """The names that a loop or a `set` gives."""
    if isinstance(target, nodes.Name):
        return [target.name]
    return [name.name for name in target.find_all(nodes.Name)]


def as_written(node: nodes.Node) -> str:
    """An expression as its author wrote it, as far as it is names and dots."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{as_written(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return f"{as_written(node.node)}[{value!r}]"
        case nodes.Filter(node=nodes.Node() as inner):
            return as_written(inner)
    return "…"
