"""Do the tests hold the rules? The rules changed one by one in, what the tests noticed out.

python -m benchmarks.mutation [--sample 3] [gen/checks/omrostning.py …]

A mutant is one small change to a module of gen/checks: a rule that finds nothing, a comparison
turned, a bound moved by one, `and` for `or`, a `not` left out. The tests of the rules are collected
and run once, to see which statements each of them reaches; every mutant then runs in a fork of that
process, against just the tests that reach it, and is killed by the first that fails. What survives
is printed: a rule that no test holds, or a change that means nothing.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import os
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import ceil
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from benchmarks.mutants import ROOT, Line, Mutant, mutants, probed
from gen import checks

SLOW = 0.25
"""A test that takes longer looks at many meetings, or at more than the rules."""
SLOWED = 4
"""How many times slower the machine may be than when the tests were timed."""
TIME_OUT = 20
"""Seconds beyond what its tests usually take, after which a mutant is taken to run for ever."""


def _module(path: Path) -> ModuleType:
    return importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def transplant(path: Path, tree: ast.Module) -> None:
    """Puts changed code into the functions of a module that everybody has imported already."""
    module = _module(path)
    fresh = dict(module.__dict__)
    kinds: tuple[list[Any], ...] = (checks._RULES, checks._OWN_RULES, checks._TEXT_RULES)
    registered = [list(kind) for kind in kinds]
    exec(compile(tree, str(path), "exec"), fresh)
    # The second run of the module has added its rules again.
    for kind, before in zip(kinds, registered, strict=True):
        kind[:] = before
    changed = _functions(fresh, module.__name__)
    for name, mine in _functions(module.__dict__, module.__name__).items():
        if mine.__closure__ is None and name in changed:
            mine.__code__ = changed[name].__code__
    for key, value in fresh.items():
        old = module.__dict__.get(key)
        if not key.startswith("__") and not isinstance(old, type | ModuleType | FunctionType):
            module.__dict__[key] = value


def _functions(names: Mapping[str, object], module: str) -> dict[str, FunctionType]:
    """The functions of that module among the names, and those of its classes."""
    out: dict[str, FunctionType] = {}
    for value in names.values():
        bare = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        if isinstance(bare, FunctionType) and bare.__module__ == module:
            out[bare.__qualname__] = inspect.unwrap(bare)
        elif isinstance(bare, type) and bare.__module__ == module:
            out |= _functions(vars(bare), module)
    return out


class Run:
    """A plugin that runs the collected tests in its own way; `survivors` are what they missed,
    `endless` what was killed for running too long."""

    def __init__(self, some: Iterable[Mutant], workers: int) -> None:
        self.mutants = tuple(some)
        self.workers = workers
        self.reach: dict[Line, list[pytest.Item]] = defaultdict(list)
        self.seconds: dict[pytest.Item, float] = {}
        self.weight: dict[pytest.Item, Counter[str]] = {}
        self.survivors: list[Mutant] = []
        self.endless: list[Mutant] = []
        self.failed: list[str] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        paths = dict.fromkeys(mutant.path for mutant in self.mutants)
        reached: set[Line] = set()
        for path in paths:
            _module(path).__dict__["__reached__"] = reached
            transplant(path, probed(path))
        for item in session.items:
            if _is_of_rules(item):
                reached.clear()
                self._try(item, reached)
        for path in paths:
            transplant(path, ast.parse(path.read_text("utf-8")))
        running: dict[int, Mutant] = {}
        for mutant in self.mutants:
            if len(running) == self.workers:
                self._wait(running)
            running[self._fork(mutant)] = mutant
        while running:
            self._wait(running)
        return True

    def _try(self, item: pytest.Item, reached: set[Line]) -> None:
        start = time.perf_counter()
        reports = runtestprotocol(item, log=False, nextitem=None)
        taken = time.perf_counter() - start
        if any(report.failed for report in reports):
            self.failed.append(item.nodeid)
        elif taken < SLOW:
            self.seconds[item] = taken
            self.weight[item] = Counter(path for path, _ in reached)
            for line in reached:
                self.reach[line].append(item)

    def _chosen(self, mutant: Mutant) -> list[pytest.Item]:
        """The tests that reach the line; first those that have most to do with its module."""
        if not mutant.near:
            chosen = set(self.seconds)
        else:
            chosen = {item for line in mutant.near for item in self.reach.get(line, ())}
        weight = self.weight
        return sorted(
            chosen, key=lambda i: (-weight[i][str(mutant.path)], self.seconds[i], i.nodeid)
        )

    def _fork(self, mutant: Mutant) -> int:
        chosen = self._chosen(mutant)
        child = os.fork()
        if child:
            return child
        signal.alarm(TIME_OUT + ceil(SLOWED * sum(self.seconds[item] for item in chosen)))
        try:
            transplant(mutant.path, mutant.tree)
            for item in chosen:
                if any(r.failed for r in runtestprotocol(item, log=False, nextitem=None)):
                    os._exit(1)
            os._exit(0)
        finally:
            os._exit(2)

    def _wait(self, running: dict[int, Mutant]) -> None:
        child, status = os.wait()
        mutant = running.pop(child)
        if status == 0:
            self.survivors.append(mutant)
        elif os.WIFSIGNALED(status):
            self.endless.append(mutant)


def _is_of_rules(item: pytest.Item) -> bool:
    """Whether its meeting is in words; one of files reads workbooks, or starts processes."""
    assert isinstance(item, pytest.Function)
    return "tmp_path" not in item.fixturenames or "möte(" in inspect.getsource(item.function)


def tests_of_rules() -> list[str]:
    """The test files that make their meetings in words (tests/mote.py): those of rules."""
    files = sorted((ROOT / "tests").glob("test_*.py"))
    return [str(f) for f in files if "from mote import" in f.read_text("utf-8")]


def measure(paths: Iterable[Path], *, every: int = 1) -> str:
    """The table and the survivors. `every`: one mutant of so many, in order."""
    some = [mutant for path in paths for mutant in mutants(path)][::every]
    run = Run(some, os.cpu_count() or 1)
    start = time.perf_counter()
    pytest.main(["-q", "--no-header", "-p", "no:cacheprovider", *tests_of_rules()], plugins=[run])
    taken = time.perf_counter() - start
    lines = [
        f"{len(some)} mutants, {len(run.seconds)} tests, {taken:.0f} s\n",
        *(f"Left out, it fails without any mutant: {test}\n" for test in run.failed),
        "| module | mutants | killed | score |",
        "|---|---|---|---|",
    ]
    lived = {id(mutant) for mutant in run.survivors}
    for path in dict.fromkeys(mutant.path for mutant in some):
        own = [mutant for mutant in some if mutant.path == path]
        lines.append(_row(path.stem, len(own), sum(id(m) not in lived for m in own)))
    lines.append(_row("all", len(some), len(some) - len(lived)))
    return "\n".join(
        [
            *lines,
            "",
            *(f"- {m}" for m in some if id(m) in lived),
            *(f"- {m} (killed: it ran for too long)" for m in run.endless),
        ]
    )


def _row(name: str, made: int, killed: int) -> str:
    return f"| {name} | {made} | {killed} | {killed / made:.0%} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, help="modules of gen/checks; else all")
    parser.add_argument("--sample", type=int, default=1, help="one mutant of so many")
    given = parser.parse_args()
    paths = given.paths or sorted((ROOT / "gen" / "checks").glob("[!_]*.py"))
    print(measure((path.resolve() for path in paths), every=given.sample))


if __name__ == "__main__":
    main()
