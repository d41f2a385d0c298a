"""Times of the utdrag in, a picture of them out: an SVG, written by hand, that any page shows.

Bars on a scale of tens: 1 s and 1,000 s are to be read in one picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape

from benchmarks.utdrag import CARBONE, DOCXTPL, FLOOR, OURS, Measured

_COLOURS = {OURS: "#145a5a", FLOOR: "#9fb8b8", CARBONE: "#c9824a", DOCXTPL: "#b3b3b3"}
_LEFT, _WIDTH, _BAR, _GAP = 150, 560, 16, 26


def draw(measured: Measured) -> str:
    """The picture."""
    bars = list(_bars(measured))
    shortest = min(seconds for _, _, seconds, _ in bars)
    longest = max(seconds for _, _, seconds, _ in bars)
    low, high = math.floor(math.log10(shortest)), math.ceil(math.log10(longest))
    bottom = max(y for _, _, _, y in bars) + _BAR
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 {bottom + 40}" '
        'font-family="Carlito, Calibri, sans-serif" font-size="13" role="img" '
        'aria-label="Seconds for 10, 100 and 1,000 utdrag">',
        f'<rect width="800" height="{bottom + 40}" fill="#ffffff"/>',
    ]
    for power in range(low, high + 1):
        x = _x(10.0**power, low, high)
        lines.append(f'<path d="M{x:.0f} 20V{bottom + 6}" stroke="#e2e2e2"/>')
        lines.append(
            f'<text x="{x:.0f}" y="{bottom + 24}" text-anchor="middle">{10.0**power:g} s</text>'
        )
    heading = None
    for size, name, seconds, y in bars:
        if size != heading:
            lines.append(f'<text x="0" y="{y + 13}" font-weight="bold">{size:,} §§</text>')
            heading = size
        end = _x(seconds, low, high)
        lines.append(
            f'<rect x="{_LEFT}" y="{y}" width="{end - _LEFT:.0f}" height="{_BAR}" '
            f'fill="{_COLOURS[name]}"/>'
        )
        told = f"{seconds:.1f} s  {name}"
        lines.append(f'<text x="{end + 6:.0f}" y="{y + 13}">{escape(told)}</text>')
    return "\n".join([*lines, "</svg>", ""])


def _bars(measured: Measured) -> Iterator[tuple[int, str, float, int]]:
    """How many §§, what, seconds, and how far down."""
    y = 24
    for size in sorted({size for _, size in measured.seconds}):
        for name in _COLOURS:
            if (name, size) in measured.seconds:
                yield size, name, measured.seconds[name, size], y
                y += _BAR + 3
        y += _GAP


def _x(seconds: float, low: int, high: int) -> float:
    """Where on the scale: tens are as far apart."""
    return _LEFT + (_WIDTH - 100) * (math.log10(seconds) - low) / max(1, high - low)
