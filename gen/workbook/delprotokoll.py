"""The sheet Delprotokoll in, its rows as values out."""

from __future__ import annotations

from collections.abc import Iterable

from gen import findings
from gen.model import Delprotokoll
from gen.workbook import sheets
from gen.workbook.collect import Collector
from gen.workbook.columns import STOPS
from gen.workbook.grid import Grid
from gen.workbook.people import People


def rows(
    c: Collector, grid: Grid | None, universe: Iterable[int], people: People
) -> tuple[Delprotokoll, ...]:
    """One value a row; `universe` are the §§ of the meeting, against which `ej 13` is read."""
    if grid is None:
        return ()
    out: list[Delprotokoll] = []
    for number, (_, row) in enumerate(grid.rows):
        path = f"delprotokoll[{number}]"
        values = c.values(grid, row, path)
        for column in sheets.DELPROTOKOLL.columns:
            here = f"{path}.{column.field}"
            c.resolve(values, column.attr, column.type, people, here)
            if column.key and column.field not in row:
                stops = STOPS[column.must]
                c.found.append(findings.MISSING_VALUE(here, value=column.header, stoppar=stops))
        if "paragrafer" in values:
            text = str(values["paragrafer"])
            values["paragrafer"] = c.paragrafer(text, universe, f"{path}.paragrafer") or ()
        out.append(Delprotokoll.model_validate(values))
    return tuple(out)
