"""A sheet of a workbook in, where its declared columns and rows stand out; its faults are told.

A form has one row, its values by the labels before them; a table one row a thing, under headers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gen import findings
from gen.findings import Finding
from gen.names import fold
from gen.workbook import refs, shape
from gen.workbook.cells import clean, empty, shown
from gen.workbook.columns import Column, Must, Sheet, Type
from gen.workbook.headers import Cells, Headers
from gen.workbook.unseen import Unseen

if TYPE_CHECKING:
    from gen.workbook.xlsx import Ark

HEADER_ROWS = 10
"""A header is looked for this far down: people put a title above their table."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`headers`: for each field its header's cell (a form: its value's). `rows`: number, cells.

    `shown`: the § that a formula shows, by the row's number.
    """

    headers: dict[str, str]
    columns: dict[str, Column]
    rows: tuple[tuple[int, dict[str, Any]], ...]
    shown: dict[int, Any] = field(default_factory=dict)


def filled(ws: Ark) -> Iterator[tuple[int, Cells]]:
    """The rows that hold something.

    Not place by place of the extent: a format that has strayed to the last row makes it a million
    rows.
    """
    number, cells = 0, Cells()
    for (row, column), cell in sorted(ws.cells.items(), key=lambda item: item[0]):
        if empty(cell.value):
            continue
        if row != number and cells:
            yield number, cells
            cells = Cells()
        number = row
        cells[column] = cell
    if cells:
        yield number, cells


def lay_out(
    ws: Ark, sheet: Sheet, file: str, passed_over: Unseen, found: list[Finding]
) -> Layout | None:
    """The layout, or None when the sheet has no header, or none over its key.

    What is to be said goes to `found`.
    """
    finder = _Finder(ws, sheet, file, passed_over, found)
    return finder.form() if sheet.form else finder.table()


class _Finder:
    def __init__(
        self, ws: Ark, sheet: Sheet, file: str, passed_over: Unseen, found: list[Finding]
    ) -> None:
        self.ws, self.sheet, self.file = ws, sheet, file
        self.unseen, self.found = passed_over, found
        self.rows = list(filled(ws))
        self.heads = Headers(sheet, file, passed_over.formulas, found)

    def form(self) -> Layout | None:
        """Two columns, Uppgift and Värde, in any place near the top left."""
        start = next(
            (
                (row, column)
                for row, cells in self.rows
                for column, cell in cells.items()
                if row <= HEADER_ROWS and column < 5 and fold(shown(cell.value)) == "uppgift"
            ),
            None,
        )
        if start is None:
            self.heads.absent("Uppgift")
            return None
        top, label_column = start
        value_column = label_column + 1
        titled = next(set(cells) for row, cells in self.rows if row == top)
        values: dict[str, Any] = {}
        lines: set[int] = set()
        outside: list[Any] = []
        strays: dict[str, str] = {}
        filled_in: set[str] = set()
        for row, cells in self.rows:
            if row <= top:
                continue
            label, value = cells.get(label_column), cells.get(value_column)
            own = titled | {value_column} if label is not None else titled - {value_column}
            outside += [cell for number, cell in cells.items() if number not in own]
            if label is None:
                continue
            text = clean(shown(label.value))
            column = self.heads.known.get(fold(text))
            if column is not None:
                if self.heads.claim(column, refs.place(row, value_column), label):
                    lines.add(row)
                    if value is not None and not self._for_the_eye(column.field, value):
                        values[column.field] = value
            else:
                strays[label.coordinate] = " ".join(text.split())
                filled_in |= {label.coordinate} if value is not None else set()
        filled_in -= self.heads.missing(strays)
        told = (self.heads.unknown(ref, strays[ref]) for ref in strays if ref in filled_in)
        self.found.extend(told)
        self._uncalculated(
            {place for name, place in self.heads.places.items() if not self._computed(name)},
            (value.coordinate for value in values.values()),
        )
        self._shape(shape.Area(frozenset(lines), frozenset({value_column})), outside)
        return Layout(self.heads.places, self.heads.columns, ((top, values),))

    def table(self) -> Layout | None:
        """One row a thing under a header row near the top."""
        top, best = max(
            ((row, cells) for row, cells in self.rows if row <= HEADER_ROWS),
            key=lambda pair: self.heads.count(pair[1]),
            default=(0, Cells()),
        )
        if not self.heads.count(best):
            self.heads.absent(self.sheet.columns[0].header)
            return None
        fields, strays = self.heads.row(best)
        emptied = self.heads.emptied(top, dict(self.rows), strays)
        strays = {number: stray for number, stray in strays.items() if number not in emptied}
        renamed = self.heads.missing(dict(strays.values()))
        if any(c.key and c.field not in self.heads.places for c in self.sheet.columns):
            return None  # without it nothing is known of any row: one fault, and not one for each
        rows: list[tuple[int, dict[str, Any]]] = []
        used: set[int] = set()
        outside: list[Any] = []
        for row, cells in self.rows:
            if row <= top:
                continue
            used |= strays.keys() & cells.keys()
            outside += [c for number, c in cells.items() if number not in best.keys() | emptied]
            here = {
                fields[number]: cell
                for number, cell in cells.items()
                if number in fields and not self._for_the_eye(fields[number], cell)
            }
            if not here:
                continue
            if self.heads.again(cells, best):
                first = next(iter(here.values()))
                self.heads.tell(findings.SECOND_TABLE, first.coordinate, value=row)
                break
            rows.append((row, here))
        unknown = [strays[number] for number in sorted(used) if strays[number][0] not in renamed]
        self.found.extend(self.heads.unknown(*stray) for stray in unknown)
        typed = (name for name in self.heads.columns if not self._computed(name))
        letters = {_letters(self.heads.places[name]) for name in typed}
        self._uncalculated(
            {
                ref
                for ref in self.unseen.uncalculated
                if _letters(ref) in letters and int(ref.lstrip(_LETTERS)) > top
            },
            (cell.coordinate for _, cells in rows for cell in cells.values()),
        )
        self._shape(shape.Area(frozenset(row for row, _ in rows), frozenset(fields)), outside)
        self.found.extend(shape.gaps(self.sheet, self.file, top, rows))
        return Layout(self.heads.places, self.heads.columns, tuple(rows), self._shown(fields))

    def _computed(self, field: str) -> bool:
        """Whether gen computes the column itself: its formulas are for the eye."""
        return self.heads.columns[field].must is Must.COMPUTED

    def _for_the_eye(self, field: str, cell: Any) -> bool:
        """Whether it is a formula in a column that gen computes: only what is typed counts."""
        return self._computed(field) and cell.coordinate in self.unseen.formulas

    def _shown(self, fields: Mapping[int, str]) -> dict[int, Any]:
        """The cells in which a formula shows a §: for a comparison, never for the model."""
        numbered = [
            number
            for number, name in fields.items()
            if self._computed(name) and self.heads.columns[name].type is Type.PARAGRAPH
        ]
        return {
            row: cells[number]
            for number in numbered
            for row, cells in self.rows
            if number in cells
            and cells[number].coordinate in self.unseen.formulas
            and isinstance(cells[number].value, (int, float))
        }

    def _uncalculated(self, wanted: set[str], held: Iterable[str]) -> None:
        """A formula that no program has calculated reads as empty: never taken for nothing."""
        missing = self.unseen.uncalculated & wanted
        # Where nothing is missing, `held` (every cell of the sheet) is not gone through.
        for ref in sorted(missing.difference(held)) if missing else ():
            self.heads.tell(findings.UNCALCULATED, ref)

    def _shape(self, area: shape.Area, outside: list[Any]) -> None:
        self.found.extend(shape.told(self.ws, self.sheet, self.file, area, self.unseen))
        self.found.extend(shape.outside(self.sheet, self.file, outside))


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _letters(ref: str) -> str:
    return ref.rstrip("0123456789")
