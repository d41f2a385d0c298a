"""A page's number in a bundle in, out what draws it, `4 (7)`, at the foot of the page.

The page keeps the number that its own header says, which people cite; this one is where the
contents find it. It is an artefact, as a running footer is (ISO 14289-1 7.8). All pages share one
font of a dozen signs: a stamp a page would bring one each.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pikepdf

from gen.errors import EngineError
from gen.findings import UNREADABLE_PDF, Finding
from gen.pdf.lettering import FORM, Look, lettered
from gen.pdf.source import Source

FONT: Final = "/GenSiffror"
"""What the font is called among a page's resources."""
_SIGNS: Final = "0123456789 ()"
_SIZE: Final = 8.0
_FROM_RIGHT, _FROM_BOTTOM = 28.0, 13.0
"""Points from the page's edges: below the footer of our own pages, and of most."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """The font: the object in the source that holds it, and each sign's code and width."""

    source: Source
    font: str
    signs: Mapping[str, tuple[bytes, float]]

    def painted(
        self, number: int, count: int, sides: tuple[float, float, float, float], turn: int
    ) -> bytes:
        """What draws the number in the lower right corner of a page as it is shown.

        `sides` are the page's left, bottom, right and top; `turn` its /Rotate.
        """
        signs = [self.signs[sign] for sign in f"{number} ({count})"]
        codes = b"".join(code for code, _ in signs)
        left, bottom, right, top = sides
        along = _FROM_RIGHT + sum(width for _, width in signs) * _SIZE / 1000
        up = _FROM_BOTTOM
        matrix = {
            90: (0, 1, -1, 0, right - up, top - along),
            180: (-1, 0, 0, -1, left + along, top - up),
            270: (0, -1, 1, 0, left + up, bottom + along),
        }.get(turn, (1, 0, 0, 1, right - along, bottom + up))
        where = " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in matrix)
        return (
            b"\n/Artifact <</Type/Pagination/Subtype/Footer>> BDC q 0 g BT %b %g Tf %b Tm <%b> Tj"
            b" ET Q EMC"
        ) % (FONT.encode(), _SIZE, where.encode(), codes.hex().encode())


@functools.cache
def numerals() -> Numerals:
    """The same at each call: rdocx sets the signs once, and what it has set is read."""
    drawn = lettered(_SIGNS, 480, 16, Look(_SIZE)) or b""
    source = Source.open(drawn, "sidnummer", claims=frozenset({"2b", "ua1"}))
    if isinstance(source, Finding):
        raise EngineError(UNREADABLE_PDF("", value=source.message, motor="inbyggd"))
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        page: Any = pdf.pages[0].obj
        form = page.Resources.XObject[FORM]
        ((_, font),) = form.Resources.Font.items()
        codes = b"".join(_shown(form))
        widths = dict(_widths(font.DescendantFonts[0].W))
        reference = f"{font.objgen[0]} {font.objgen[1]} R"
    pairs = (codes[place : place + 2] for place in range(0, len(codes), 2))
    signs = {
        sign: (code, widths[int.from_bytes(code, "big")])
        for sign, code in zip(_SIGNS, pairs, strict=True)
    }
    return Numerals(source, reference, signs)


def _shown(form: Any) -> Iterator[bytes]:
    """The codes that a content stream shows, in their order."""
    for line in pikepdf.parse_content_stream(form):
        if str(line.operator) in ("Tj", "TJ"):
            shown: Any = line.operands[0]
            pieces = shown if isinstance(shown, pikepdf.Array) else [shown]
            yield from (bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))


def _widths(table: Any) -> Iterator[tuple[int, float]]:
    """ISO 32000-1 9.7.4.3, of the form that rdocx writes: a code, the widths from it on."""
    for first, widths in zip(list(table)[::2], list(table)[1::2], strict=True):
        for place, width in enumerate(widths):
            yield int(first) + place, float(width)
