"""A function of a meeting in, the same that works once for each meeting out.

Many rules ask for the same texts of the same meeting. A meeting is frozen, so that what was made of
it stays true; it is told by what it is, since to compare two by what they hold takes longer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from gen.model import Sammantrade

T = TypeVar("T")


def once(function: Callable[[Sammantrade], Iterable[T]]) -> Callable[[Sammantrade], tuple[T, ...]]:
    """Keeps what the function gave for the meeting that it was last asked about."""
    last: list[tuple[Sammantrade, tuple[T, ...]]] = []

    def kept(meeting: Sammantrade) -> tuple[T, ...]:
        found = last[0] if last else None
        if found is None or found[0] is not meeting:
            # One step, so that another thread sees the meeting with its own values or none.
            found = (meeting, tuple(function(meeting)))
            last[:] = [found]
        return found[1]

    kept.__doc__ = function.__doc__
    return kept
