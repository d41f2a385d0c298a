"""A stamp, `Bilaga 3`: a text in, out what draws it at the top of a page, beside the page's text.

It is an artefact, as a running header is: a reader of the page sees it, a screen reader goes on
with the text (ISO 14289-1 7.8).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

from gen.errors import EngineError
from gen.findings import UNREADABLE_PDF, Finding
from gen.pdf.lettering import Look, lettered
from gen.pdf.source import Source

_WIDE, _HIGH = 480.0, 16.0
"""Points. The text stands at the right end."""
_FROM_RIGHT, _FROM_TOP = 28.0, 12.0
"""Points from the page's edges: above the header of our own pages, and of most."""
_SIZES: Final = (10.0, 7.0, 4.0)
"""Points: the first, but for a Nr that somebody has written a sentence in."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The drawing of a text: the form in the source that holds it."""

    source: Source
    form: str

    def painted(self, sides: tuple[float, float, float, float], turn: int) -> bytes:
        """What draws it in the upper right corner of a page as it is shown.

        `sides` are the page's left, bottom, right and top; `turn` its /Rotate. The form is
        `/GenStampel` among the page's resources.
        """
        left, bottom, right, top = sides
        along, down = _FROM_RIGHT + _WIDE, _FROM_TOP + _HIGH
        matrix = {
            0: (1, 0, 0, 1, right - along, top - down),
            90: (0, 1, -1, 0, left + down, top - along),
            180: (-1, 0, 0, -1, left + along, bottom + down),
            270: (0, -1, 1, 0, right - down, bottom + along),
        }.get(turn, (1, 0, 0, 1, right - along, top - down))
        numbers = " ".join(f"{number:.3f}".rstrip("0").rstrip(".") for number in matrix)
        return (
            b"\n/Artifact <</Type/Pagination/Subtype/Header>> BDC q "
            + numbers.encode("ascii")
            + b" cm /GenStampel Do Q EMC"
        )


@functools.lru_cache(maxsize=256)
def stamp(text: str) -> Stamp:
    """The stamp of a short text: one line. The same text gives the same drawing."""
    drawn = (lettered(text, _WIDE, _HIGH, Look(s, side="right", bold=True)) for s in _SIZES)
    pdf = next((one for one in drawn if one is not None), b"")
    source = Source.open(pdf, text, claims=frozenset({"2b", "ua1"}))
    if isinstance(source, Finding):
        raise EngineError(UNREADABLE_PDF("", value=source.message, motor="inbyggd"))
    (form,) = source.sheet(0).resources["/XObject"].values()
    return Stamp(source, form)
