"""What in a sheet's shape makes a reader and a person see different things: told, never mended.

Merged, hidden and stray cells, gaps, and rows that look like the headers of another table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from gen import findings
from gen.findings import Finding
from gen.source import at
from gen.workbook import refs
from gen.workbook.columns import Sheet
from gen.workbook.unseen import Unseen

if TYPE_CHECKING:
    from gen.workbook.xlsx import Ark


@dataclass(frozen=True, slots=True)
class Area:
    """The rows and columns in which declared content stands."""

    rows: frozenset[int]
    columns: frozenset[int]


def told(ws: Ark, sheet: Sheet, file: str, area: Area, unseen: Unseen) -> Iterator[Finding]:
    """Everything about the sheet as a whole, its rows and its columns."""
    if not area.rows:
        return
    if ws.state != "visible" and not (sheet.optional or sheet.hidden):
        yield findings.HIDDEN_SHEET(at(file, sheet.name), value=sheet.name)
    yield from _merged(ws, sheet, file, area, unseen)
    yield from _hidden_rows(ws, sheet, file, area)
    yield from _hidden_columns(ws, sheet, file, area)


def _merged(ws: Ark, sheet: Sheet, file: str, area: Area, unseen: Unseen) -> Iterator[Finding]:
    """Only the first of merged cells has content; the rows and columns under the others lack it."""
    for merged in sorted(ws.merged, key=lambda m: (m.top, m.left)):
        rows = area.rows & set(range(merged.top, merged.bottom + 1))
        columns = area.columns & set(range(merged.left, merged.right + 1))
        if not rows or not columns:
            continue
        first = refs.place(merged.top, merged.left)
        place = at(file, sheet.name, first)
        cells = {
            refs.place(row, column)
            for row in range(merged.top, merged.bottom + 1)
            for column in range(merged.left, merged.right + 1)
        }
        covered = sorted(cells & unseen.valued - {first})
        if covered:
            yield findings.COVERED(place, value=merged.ref, cells=", ".join(covered))
        elif len(rows) > 1 or len(columns) > 1 or merged.left not in area.columns:
            yield findings.MERGED(place, value=merged.ref)


def _hidden_rows(ws: Ark, sheet: Sheet, file: str, area: Area) -> Iterator[Finding]:
    """A row that a filter hides is hidden like any other. One that is folded (outline) is not."""
    bands = ((row, ws.rows.get(row)) for row in sorted(area.rows))
    hidden = [row for row, band in bands if band and band.hidden and not band.folded]
    if hidden:
        place = at(file, sheet.name, f"A{hidden[0]}")
        yield findings.HIDDEN_ROWS(place, value=spans(hidden))


def _hidden_columns(ws: Ark, sheet: Sheet, file: str, area: Area) -> Iterator[Finding]:
    """Columns that have content; folded ones (Fler uppgifter) are meant to be out of sight."""
    for key, band in sorted(ws.columns.items()):
        if not band.hidden or band.folded:
            continue
        inside = area.columns & set(range(band.first, band.last + 1))
        for row in sorted(area.rows) if inside else ():
            cell = next((c for n in sorted(inside) if _holds(c := ws.cells.get((row, n)))), None)
            if cell is not None:
                yield findings.HIDDEN_COLUMN(at(file, sheet.name, cell.coordinate), value=key)
                break


def _holds(cell: Any) -> bool:
    return cell is not None and cell.value not in (None, "")


def outside(sheet: Sheet, file: str, cells: Sequence[Any]) -> Iterator[Finding]:
    """Notes beside the table: nobody reads them, so whoever wrote them must be told."""
    if cells:
        refs = [cell.coordinate for cell in cells]
        more = f" och {len(refs) - 5} till" if len(refs) > 5 else ""
        place = at(file, sheet.name, refs[0])
        notes = [c.header for c in sheet.columns if c.field == "intern_anteckning"]
        yield findings.OUTSIDE(
            place,
            value=", ".join(refs[:5]) + more,
            elsewhere=notes[0] if notes else "en egen fil",
        )


def gaps(
    sheet: Sheet, file: str, top: int, rows: Sequence[tuple[int, dict[str, Any]]]
) -> Iterator[Finding]:
    """Empty rows in between, and what follows them when it looks like another table's headers."""
    empty: list[int] = []
    for (before, _), (row, cells) in pairwise([(top, rows[0][1]) if rows else (top, {}), *rows]):
        if row == before + 1:
            continue
        empty += range(before + 1, row)
        values = list(cells.values())
        if before > top and len(values) > 1 and all(_looks_like_header(cell) for cell in values):
            place = at(file, sheet.name, values[0].coordinate)
            yield findings.OTHER_TABLE(place, value=row)
    if empty:
        yield findings.GAP(at(file, sheet.name, f"A{empty[0]}"), value=spans(empty))


def _looks_like_header(cell: Any) -> bool:
    """Bold text: what stands in a table is seldom bold in every cell of a row."""
    return isinstance(cell.value, str) and bool(cell.font.b)


def spans(numbers: Iterable[int]) -> str:
    """`3–5, 8` of 3, 4, 5, 8."""
    runs = []
    for _, group in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        runs.append(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}")
    return ", ".join(runs)
