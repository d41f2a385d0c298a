"""A function of a meeting in, the same function out, with its last answer kept.

A score of rules ask for the same of one meeting, one after the other. A meeting is frozen, so what
is once computed of it holds; a meeting that nobody has any more is not kept alive.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from gen.model import Sammantrade

T = TypeVar("T")


def kept(function: Callable[[Sammantrade], T]) -> Callable[[Sammantrade], T]:
    """The function, which computes again only for another meeting than the one before."""
    latest: tuple[weakref.ref[Sammantrade], T] | None = None

    @wraps(function)
    def ask(meeting: Sammantrade) -> T:
        nonlocal latest
        held = latest
        if held is None or held[0]() is not meeting:
            latest = held = weakref.ref(meeting), function(meeting)
        return held[1]

    return ask
