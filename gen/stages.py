"""Before which documents a meeting is looked at: what is missing depends on what is to be made.

An empty cell that only the protokoll needs is no fault while the kallelse is made.
"""

from __future__ import annotations

from enum import StrEnum

from gen.model import Sammantrade, Stage


class Before(StrEnum):
    """The stages of what must be filled in, each with all of those before it."""

    KALLELSE = "kallelse"
    PROTOKOLL = "protokoll"
    ANSLAG = "anslag"

    @property
    def onwards(self) -> tuple[Before, ...]:
        """It and those after it."""
        return tuple(_ORDER[_ORDER.index(self) :])

    def covers(self, due: Before) -> bool:
        """Whether what is due before `due` is asked for."""
        return _ORDER.index(due) <= _ORDER.index(self)


_ORDER = list(Before)
_REACHED = {
    Stage.PLANERAT: Before.KALLELSE,
    Stage.HALLET: Before.PROTOKOLL,
    Stage.JUSTERAT: Before.ANSLAG,
    Stage.ANSLAGET: Before.ANSLAG,
}


def reached(meeting: Sammantrade) -> Before:
    """What is made next, as the typed dates tell it."""
    return _REACHED[meeting.stage]


def later(*stages: Before) -> Before:
    """The last of those stages."""
    return max(stages, key=_ORDER.index)
