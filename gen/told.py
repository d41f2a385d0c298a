"""Findings in, JSON values that can be kept beside what they are about out, and the same back.

What was said when a file was made is as true when it stands as it was made, and is said again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from gen.findings import Finding, Level

if TYPE_CHECKING:
    from gen.jobs import JSON


def written(found: Iterable[Finding]) -> list[JSON]:
    """Each finding whole, with all its words."""
    return [_whole(one) for one in found]


def _whole(found: Finding) -> dict[str, JSON]:
    stops: list[JSON] = [*sorted(found.stoppar)]
    return {**dataclasses.asdict(found), "stoppar": stops}


def read(kept: Any) -> tuple[Finding, ...]:
    """The findings. KeyError, TypeError or ValueError for what is not what `written` gave."""
    return tuple(
        Finding(**{**one, "level": Level(one["level"]), "stoppar": frozenset(one["stoppar"])})
        for one in kept
    )
