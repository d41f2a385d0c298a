"""The register's sheet Regler in, its rows as values out: kinds of findings at another level."""

from __future__ import annotations

from gen.findings import as_code
from gen.register import Regel
from gen.workbook.collect import Collector
from gen.workbook.grid import Grid


def rows(c: Collector, grid: Grid) -> tuple[Regel, ...]:
    """One value a row, also of one that lacks something: what it lacks is told when it is used."""
    out: list[Regel] = []
    for index, (_, row) in enumerate(grid.rows):
        values = c.values(grid, row, f"register.regler[{index}]")
        values["kod"] = as_code(str(values.get("kod", "")))
        out.append(Regel.model_validate(values))
    return tuple(out)
