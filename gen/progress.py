"""How far a run has come, for who waits for it: what is being made now, and how many of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Step: TypeAlias = Callable[[str, int], None]
"""Told at the beginning of a step: what is done (`Klipper`, 30 utdrag) and how many there are."""


def untold(what: str, number: int) -> None:
    """Nobody waits for it."""
