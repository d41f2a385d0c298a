"""The tags of a part and the shape of what there is in, what they ask for in vain out: all at once.

Each tag is parsed by itself, so that one that is wrong hides no other. Loops, conditions and `set`
give names as Jinja does; a field that no example knows is told wherever it stands, also in a branch
that no example takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from jinja2 import nodes

from gen import findings
from gen.mall.filterprov import Unfit, filtered
from gen.mall.omfang import Scope, Value
from gen.mall.shape import ANYTHING, Kind, Shape
from gen.mall.tolkat import as_written, bound_names, parsed
from gen.names import nearest
from gen.word.faults import Refused
from gen.word.filling import LOOP, explained
from gen.word.sandbox import environment, unprintable
from gen.word.tags import Tag

_YES_NO: Final = Shape(frozenset({Kind.YES_NO}))
_TEXT: Final = Shape(frozenset({Kind.TEXT}))
_NUMBER: Final = Shape(frozenset({Kind.NUMBER}))
_LOOP: Final = Shape(
    frozenset({Kind.GROUP}),
    fields={
        **dict.fromkeys(LOOP.split(), _NUMBER),
        **dict.fromkeys(("first", "last"), _YES_NO),
        **dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), ANYTHING),
    },
)
_CALLED: Final = ("range", "namespace")
_SAMPLES: Final = {
    Kind.LIST: [],
    Kind.GROUP: {},
    Kind.YES_NO: True,
    Kind.DECIMAL: 0.5,
}
"""A value of each kind that cannot be printed, for what there is to say of it."""


@dataclass(slots=True)
class Examination:
    """`faults` are those found so far, `printed` the fields that were printed or gone over."""

    shape: Shape
    faults: list[Refused] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    _scope: Scope = field(default_factory=Scope)
    _loops: dict[str, str] = field(default_factory=dict)
    """Every name that some loop of the part gives, with how that loop is written."""
    _tag: Tag = field(init=False)
    _lenient: bool = False
    _asking: bool = False

    def part(self, tags: Sequence[Tag]) -> None:
        """Looks at the tags of a part, in their order. Its `set` is not known to other parts."""
        self._scope, self._loops = Scope(), {}
        for tag in tags:
            if tag.word == "for" and isinstance(tree := parsed(tag), nodes.For):
                self._loops |= dict.fromkeys(bound_names(tree.target), tag.place.tag)
        for tag in tags:
            if tag.kind != "#":
                self._tag = tag
                self._look_at(tag)

    def _look_at(self, tag: Tag) -> None:
        tree = parsed(tag)
        if isinstance(tree, Exception):
            self._refuse(tree)
        if tag.word in ("if", "for", "with"):
            self._open(tag, tree)
        elif tag.word == "elif":
            self._condition(tree)
        elif tag.word == "else":
            self._scope.otherwise()
        elif tag.word.startswith("end"):
            self._scope.close(tag.word.removeprefix("end"))
        elif isinstance(tree, nodes.Assign):
            value = self._value(tree.node)
            self._use(value)
            self._scope.bind(bound_names(tree.target), value)
        elif isinstance(tree, nodes.Output):
            for node in tree.nodes:
                self._print(self._value(node), tag)

    def _open(self, tag: Tag, tree: object) -> None:
        names: dict[str, Value] = {}
        if isinstance(tree, nodes.For):
            names = self._looped(tree, self._value(tree.iter))
        elif isinstance(tree, nodes.With):
            for target, node in zip(tree.targets, tree.values, strict=True):
                names |= dict.fromkeys(bound_names(target), self._value(node))
        self._scope.open(tag.word, names)
        if isinstance(tree, nodes.For) and tree.test is not None:
            self._asks(tree.test)
        self._condition(tree)

    def _condition(self, tree: object) -> None:
        """What is asked for is not printed, but where it is there nothing else is missing."""
        if isinstance(tree, nodes.If):
            self._asks(tree.test)
            self._scope.ask(list(self._asked(tree.test)), never=_never(tree.test))

    def _asks(self, test: nodes.Node) -> None:
        self._asking = True
        self._value(test)
        self._asking = False

    def _asked(self, node: nodes.Node) -> Iterator[str]:
        for found in (node, *node.find_all((nodes.Name, nodes.Getattr, nodes.Getitem))):
            if isinstance(found, nodes.Name | nodes.Getattr | nodes.Getitem):
                before = len(self.faults)
                path = self._value(found).path
                del self.faults[before:]
                if path:
                    yield path

    def _looped(self, tree: nodes.For, over: Value) -> dict[str, Value]:
        shape = over.shape
        if shape.known and Kind.LIST not in shape.kinds:
            self._refuse(Refused(findings.TEMPLATE_NOT_LIST))
            shape = ANYTHING
        self._use(over)
        item = Value(shape.item or ANYTHING, f"{over.path}[]" if over.path else "")
        self._use(item)
        names = bound_names(tree.target)
        bound = {names[0]: item} if len(names) == 1 else dict.fromkeys(names, Value(ANYTHING))
        return {**bound, "loop": Value(_LOOP)}

    def _print(self, value: Value, tag: Tag) -> None:
        shape = value.shape
        self._use(value)
        if tag.prefix == "p":
            if shape.known and Kind.BLOCKS not in shape.kinds:
                self._refuse(Refused(findings.TEMPLATE_TEXT_AS_BLOCK))
        elif shape.only(Kind.BLOCKS):
            self._refuse(Refused(findings.TEMPLATE_BLOCK_INLINE))
        elif shape.only(*_SAMPLES):
            self._refuse(unprintable(_SAMPLES[next(k for k in _SAMPLES if k in shape.kinds)]))
        elif shape.absent and value.path and not self._scope.guarded(value.path):
            self._fault(findings.TEMPLATE_MAY_LACK, value=tag.said)

    def _use(self, value: Value) -> None:
        if value.path and not self._asking and not self._scope.never:
            self.printed.add(value.path)

    # -- expressions ---------------------------------------------------------------------

    def _value(self, node: nodes.Node) -> Value:
        match node:
            case nodes.Name():
                return self._name(node.name, "")
            case nodes.Getattr():
                return self._step(node.node, node.attr)
            case nodes.Getitem(arg=nodes.Const(value=str(name))):
                return self._step(node.node, name)
            case nodes.Getitem():
                inner = self._value(node.node)
                self._value(node.arg)
                listed = inner.shape.item is not None or not inner.shape.known
                path = f"{inner.path}[]" if inner.path and listed else ""
                return Value(inner.shape.item or ANYTHING, path)
            case nodes.Const():
                return Value(_constant(node.value))
            case nodes.Filter():
                return self._filter(node)
            case nodes.Test():
                return self._test(node)
            case nodes.Call():
                return self._call(node)
            case nodes.Or():
                left, right = self._value(node.left), self._value(node.right)
                self._use(right)
                return replace(left, shape=replace(left.shape, absent=right.shape.absent))
            case nodes.CondExpr():
                self._value(node.test)
                if node.expr2 is not None:
                    self._use(self._value(node.expr2))
                value = self._value(node.expr1)
                return replace(value, shape=replace(value.shape, absent=False))
        for below in node.iter_child_nodes():
            self._use(self._value(below))
        return Value(_kind_of(node))

    def _name(self, name: str, following: str) -> Value:
        """What a name stands for; `following` is the field that is asked of it."""
        known = self._scope.names()
        if name in known:
            return known[name]
        if name in self.shape.fields:
            return Value(self.shape.fields[name], name)
        if name in _CALLED:
            return Value(ANYTHING)
        holding = (n for n, value in known.items() if following in value.shape.fields)
        meant = next(holding, "") if following else ""
        path = f"{name}.{following}" if following else name
        if name in self._loops:
            told = f" Menade du {meant}.{following}?" if meant else ""
            facts = {"namn": name, "upprepning": self._loops[name], "förslag": told}
            self._fault(findings.TEMPLATE_LOOP_NAME, value=path, **facts)
        else:
            close = meant or nearest(name, sorted({*known, *self.shape.fields} - {"loop"}))
            self._unknown(path, f"{close}.{following}" if close and following else close)
        return Value(ANYTHING)

    def _step(self, owner: nodes.Node, name: str) -> Value:
        inner = (
            self._name(owner.name, name) if isinstance(owner, nodes.Name) else self._value(owner)
        )
        shape = inner.shape
        path = f"{inner.path}.{name}" if inner.path else ""
        if not shape.known:
            return Value(ANYTHING, path)
        if name in shape.fields:
            return Value(shape.fields[name], path)
        written = as_written(owner)
        if shape.only(Kind.LIST):
            listed = f" {written} är en lista: upprepa med {{%p for … in {written} %}}."
            self._unknown(f"{written}.{name}", "", listed)
        else:
            close = nearest(name, shape.fields)
            self._unknown(f"{written}.{name}", f"{written}.{close}" if close else "")
        return Value(ANYTHING)

    def _unknown(self, path: str, near: str, told: str = "") -> None:
        kind = findings.TEMPLATE_NEVER_THERE if self._lenient else findings.TEMPLATE_UNKNOWN_FIELD
        facts = {"förslag": told} if told else {}
        self._fault(kind, value=path, nearest=near, **facts)

    def _filter(self, node: nodes.Filter) -> Value:
        lenient, self._lenient = self._lenient, self._lenient or node.name in ("default", "d")
        value = self._value(node.node) if node.node is not None else Value(ANYTHING)
        self._lenient = lenient
        for below in (*node.args, *(pair.value for pair in node.kwargs)):
            self._use(self._value(below))
        if node.name not in environment().filters or node.name.startswith("_"):
            known = [name for name in environment().filters if not name.startswith("_")]
            near = nearest(node.name, known)
            self._fault(findings.TEMPLATE_UNKNOWN_FILTER, value=node.name, nearest=near)
            return Value(ANYTHING)
        try:
            shape = filtered(node, value.shape)
        except Unfit as unfit:
            self._fault(findings.TEMPLATE_FAILED, value=self._tag.place.tag, skäl=str(unfit))
            return Value(ANYTHING)
        return Value(shape, value.path)

    def _test(self, node: nodes.Test) -> Value:
        lenient, self._lenient = self._lenient, node.name in ("defined", "undefined")
        for below in (node.node, *node.args):
            self._value(below)
        self._lenient = lenient
        if node.name not in environment().tests:
            near = nearest(node.name, environment().tests)
            self._fault(findings.TEMPLATE_UNKNOWN_FILTER, value=node.name, nearest=near)
        return Value(_YES_NO)

    def _call(self, node: nodes.Call) -> Value:
        for below in (*node.args, *(pair.value for pair in node.kwargs)):
            self._use(self._value(below))
        called = as_written(node.node)
        if called not in (*_CALLED, "loop.cycle", "loop.changed"):
            self._fault(findings.TEMPLATE_FORBIDDEN, value=f"{called}(…)")
        elif called == "range":
            return Value(Shape(frozenset({Kind.LIST}), item=_NUMBER))
        return Value(ANYTHING)

    # -- what is wrong -------------------------------------------------------------------

    def _refuse(self, error: Exception) -> None:
        self.faults.append(explained(error, self._tag, frozenset()))

    def _fault(self, kind: findings.Kind, **facts: str) -> None:
        facts = {name: text for name, text in facts.items() if text or name == "value"}
        self.faults.append(Refused(kind, self._tag.place, **facts))


def _never(test: nodes.Node) -> bool:
    """Whether the condition is written so that it never holds: `{% if false %}`."""
    return isinstance(test, nodes.Const) and not test.value


def _constant(value: object) -> Shape:
    if isinstance(value, bool):
        return _YES_NO
    if isinstance(value, int):
        return replace(_NUMBER, examples=(value,))
    return replace(_TEXT, examples=(value,)) if isinstance(value, str) else ANYTHING


def _kind_of(node: nodes.Node) -> Shape:
    """What is computed by signs: joined text, a comparison, a sum."""
    if isinstance(node, nodes.Concat):
        return _TEXT
    return _YES_NO if isinstance(node, nodes.Compare | nodes.Not) else ANYTHING
