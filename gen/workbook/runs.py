"""A cell in, its text out as runs with the cell's bold and italic."""

from __future__ import annotations

from typing import Any

from gen.model import Run, Text
from gen.workbook.cells import Rich, clean, shown


def runs_of(cell: Any) -> Text:
    """The cell's text with its bold and italic; neighbours of one look are joined."""
    if not isinstance(cell.value, Rich):  # nearly all
        bold, italic = cell.font
        text = clean(shown(cell.value))
        return (Run(text=text, fet=bold, kursiv=italic),) if text else ()
    runs: list[Run] = []
    for piece in cell.value:
        text = clean(piece.text)
        fet, kursiv = cell.font if piece.look is None else piece.look
        if runs and (runs[-1].fet, runs[-1].kursiv) == (fet, kursiv):
            runs[-1] = Run(text=runs[-1].text + text, fet=fet, kursiv=kursiv)
        elif text:
            runs.append(Run(text=text, fet=fet, kursiv=kursiv))
    return tuple(runs)
