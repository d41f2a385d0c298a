"""The sheet Granskat in, its rows as values out: findings that somebody accepts."""

from __future__ import annotations

from gen import findings
from gen.model import Granskning
from gen.workbook.collect import Collector
from gen.workbook.grid import Grid


def rows(c: Collector, grid: Grid | None) -> tuple[Granskning, ...]:
    """One value a row. A code may be written `GEN-1308`, `gen 1308` or `1308`."""
    if grid is None:
        return ()
    out: list[Granskning] = []
    for _, row in grid.rows:
        path = f"granskat[{len(out)}]"
        values = c.values(grid, row, path)
        if not values.get("kod"):
            if "kod" not in row:
                c.found.append(findings.MISSING_VALUE(f"{path}.kod", value="Kod"))
            continue
        values["kod"] = findings.as_code(str(values["kod"]))
        out.append(Granskning.model_validate(values))
    return tuple(out)
