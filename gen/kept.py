"""A function of a frozen value in, the same function out, with its last answer kept.

A score of rules ask for the same of one meeting, one after the other. It is frozen, so what is once
computed of it holds; one that nobody has any more is not kept alive.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")
Frozen = TypeVar("Frozen")


def kept(function: Callable[[Frozen], T]) -> Callable[[Frozen], T]:
    """The function, which computes again only for another value than the one before."""
    latest: tuple[weakref.ref[Frozen], T] | None = None

    @wraps(function)
    def ask(value: Frozen) -> T:
        nonlocal latest
        held = latest
        if held is None or held[0]() is not value:
            latest = held = weakref.ref(value), function(value)
        return held[1]

    return ask
