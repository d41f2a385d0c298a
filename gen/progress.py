"""How far a run has come, for who waits for it: what is being made now, and how many are done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Done: TypeAlias = Callable[[int], None]
"""Told that so many more of a step are finished, in whatever thread; 0: it still goes on."""

Step: TypeAlias = Callable[[str, int], Done]
"""Told at the beginning of a step: what is done (`Klipper 30 utdrag`) and how many there are.
Gives what is to be told of each that is finished."""


def unheard(number: int) -> None:
    """Nobody counts."""


def untold(what: str, number: int) -> Done:
    """Nobody waits for it."""
    return unheard
