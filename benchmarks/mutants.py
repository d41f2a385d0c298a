"""A module of gen/checks in, its mutants out: the same module with one small change each."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
Line = tuple[str, int]
"""A file, and the line on which a statement of it begins."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of a module: the changed tree, and what it is in words.

    `near`: the statements of which a test must reach one to notice; none where any test may.
    """

    path: Path
    line: int
    what: str
    tree: ast.Module
    near: frozenset[Line]

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.what}"


_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def mutants(path: Path) -> Iterator[Mutant]:
    """Every change of that module that we know how to make."""
    tree = ast.parse(path.read_text("utf-8"))
    around = _statements(tree)
    for number, node in enumerate(ast.walk(tree)):
        for what, change in _changes(node):
            mutated = copy.deepcopy(tree)
            change(next(other for i, other in enumerate(ast.walk(mutated)) if i == number))
            lines = frozenset((str(path), line) for line in _near(node, around))
            yield Mutant(
                path, getattr(node, "lineno", 1), what, ast.fix_missing_locations(mutated), lines
            )


def _changes(node: Any) -> Iterator[tuple[str, Callable[[Any], None]]]:
    match node:
        case ast.FunctionDef() if _is_rule(node):
            yield f"{node.name} finds nothing", _finds_nothing
        case ast.Compare():
            for place, op in enumerate(node.ops):
                other = _COMPARED[type(op)]
                yield f"{_name(op)} → {other.__name__}", _compares(place, other)
        case ast.BoolOp(op=ast.And()):
            yield "And → Or", lambda n: setattr(n, "op", ast.Or())
        case ast.BoolOp(op=ast.Or()):
            yield "Or → And", lambda n: setattr(n, "op", ast.And())
        case ast.UnaryOp(op=ast.Not()):
            yield "not left out", _left_out
        case ast.BinOp(op=ast.Add()):
            yield "Add → Sub", lambda n: setattr(n, "op", ast.Sub())
        case ast.BinOp(op=ast.Sub()):
            yield "Sub → Add", lambda n: setattr(n, "op", ast.Add())
        case ast.Constant(value=bool() | str() | bytes() | float()):
            pass
        case ast.Constant(value=int(value)):
            yield f"{value} → {value + 1}", lambda n: setattr(n, "value", value + 1)


def _name(op: ast.cmpop) -> str:
    return type(op).__name__


def _compares(place: int, other: type[ast.cmpop]) -> Callable[[ast.Compare], None]:
    def change(node: ast.Compare) -> None:
        node.ops[place] = other()

    return change


def _left_out(node: ast.UnaryOp) -> None:
    node.operand = ast.UnaryOp(ast.Not(), node.operand)


def _finds_nothing(node: ast.FunctionDef) -> None:
    node.body = [ast.Return(ast.Tuple([], ast.Load()))]


def _is_rule(node: ast.FunctionDef) -> bool:
    names = (d.func if isinstance(d, ast.Call) else d for d in node.decorator_list)
    return any(isinstance(name, ast.Name) and name.id in ("rule", "own_rule") for name in names)


def _statements(tree: ast.Module) -> dict[int, ast.stmt]:
    """Each expression inside a function, by its id, → the statement that it is a part of."""
    around: dict[int, ast.stmt] = {}

    def visit(node: ast.AST, statement: ast.stmt | None) -> None:
        for child in ast.iter_child_nodes(node):
            inner = child if isinstance(child, ast.stmt) else statement
            if statement is not None and inner is not None:
                around[id(child)] = inner
            is_outside = isinstance(node, ast.Module) and not isinstance(child, ast.FunctionDef)
            visit(child, None if is_outside else inner)

    visit(tree, None)
    return around


def _near(node: Any, around: dict[int, ast.stmt]) -> set[int]:
    """The statements of which a test must reach one; a rule is missed where it says something."""
    if isinstance(node, ast.FunctionDef):
        told = (n for n in ast.walk(node) if isinstance(n, ast.Yield | ast.YieldFrom | ast.Return))
        return {(n if isinstance(n, ast.Return) else around[id(n)]).lineno for n in told}
    statement = around.get(id(node))
    return set() if statement is None else {statement.lineno}


def probed(path: Path) -> ast.Module:
    """The module, where every statement in a function first says that it is reached."""
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    bodies = {
        id(body): body
        for function in functions
        for node in ast.walk(function)
        for name in ("body", "orelse", "finalbody")
        if isinstance(body := getattr(node, name, None), list)
    }
    for body in bodies.values():
        probes = (ast.parse(f"__reached__.add(({str(path)!r}, {s.lineno}))").body[0] for s in body)
        body[:] = [piece for pair in zip(probes, list(body), strict=True) for piece in pair]
    return ast.fix_missing_locations(tree)
