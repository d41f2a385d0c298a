"""Before which documents a meeting is looked at: what is missing depends on what is to be made.

An empty cell that only the protokoll needs is no fault while the kallelse is made (workbook.md 2).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from gen.model import Sammantrade, Stage
from gen.workbook.columns import STOPS, Must


class Before(StrEnum):
    """The stages of what must be filled in, each with all of those before it."""

    KALLELSE = "kallelse"
    PROTOKOLL = "protokoll"
    ANSLAG = "anslag"

    def covers(self, due: Before) -> bool:
        """Whether what is due before `due` is asked for."""
        return _ORDER.index(due) <= _ORDER.index(self)


_ORDER = list(Before)
_MUST = {
    Must.KALLELSE: Before.KALLELSE,
    Must.PROTOKOLL: Before.PROTOKOLL,
    Must.ANSLAG: Before.ANSLAG,
}
_REACHED = {
    Stage.PLANERAT: Before.KALLELSE,
    Stage.HALLET: Before.PROTOKOLL,
    Stage.JUSTERAT: Before.ANSLAG,
    Stage.ANSLAGET: Before.ANSLAG,
}


def reached(meeting: Sammantrade) -> Before:
    """What is made next, as the typed dates tell it."""
    return _REACHED[meeting.stage]


def needed_by(types: Iterable[str]) -> Before:
    """The stage whose cells must be filled in before all of those document types can be made."""
    stages = (stage for name in types for must, stage in _MUST.items() if name in STOPS[must])
    return later(Before.KALLELSE, *stages)


def later(*stages: Before) -> Before:
    """The last of those stages."""
    return max(stages, key=_ORDER.index)
