"""The rules: a reading in, findings at paths of the model out.

A rule is a small function in a module of this package, marked with `@rule`. It is silent about
a path that the reader could not read: that finding stands already.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from gen.findings import Finding, Level
from gen.model import Sammantrade
from gen.register import Register
from gen.workbook.read import Reading

Rule = Callable[[Sammantrade, Register], Iterable[Finding]]

_RULES: list[Rule] = []
_ORDER = list(Level)


def rule(function: Rule) -> Rule:
    """Adds a function to the rules."""
    _RULES.append(function)
    return function


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, of every module of this package."""
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        importlib.import_module(f"{__name__}.{module}")
    return tuple(_RULES)


def check(reading: Reading) -> tuple[Finding, ...]:
    """Everything that is to be said of a reading: the worst first, then as the sheets stand."""
    unread = {finding.at for finding in reading.findings}
    said = [f for f in _run(reading) if f.at not in unread]
    return tuple(sorted((*reading.findings, *said), key=lambda f: _ORDER.index(f.level)))


def _run(reading: Reading) -> Iterator[Finding]:
    for function in rules():
        yield from function(reading.meeting, reading.register)
