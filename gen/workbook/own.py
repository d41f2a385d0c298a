"""A workbook without a meeting in, its form and rows as values out, and at last its `Reading`.

What the readers of skrivelser, delegationsbeslut and föreskrifter share.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel

from gen.files import Home
from gen.model import Sammantrade
from gen.people import Namn
from gen.source import Place, Source
from gen.workbook import granskat, sheets
from gen.workbook.collect import Collector, Values, person
from gen.workbook.columns import Sheet
from gen.workbook.grid import Grid, Row, load
from gen.workbook.read import Reading, find_register, read_register
from gen.workbook.which import Which


class OwnReader(Collector):
    """Reads the sheets of a workbook, and its register. Errors: `gen.workbook.read.read`."""

    def __init__(self, path: Path, register: Path | None, declared: tuple[Sheet, ...]) -> None:
        super().__init__()
        place = find_register(path, register)
        self.register, found, source = read_register(place)
        self.found.extend(found)
        self.places.update(source.places)
        self.book = load(path, declared)
        self.found.extend(self.book.findings)
        for sheet in declared:
            self.places[sheet.field] = Place(self.book.file, sheet.name)
        self.home = Home(path.parent)
        self._folders = (path.parent, place.parent)

    def grid(self, sheet: Sheet) -> Grid | None:
        """The sheet; None when it is missing."""
        return self.book.grids.get(sheet.name)

    def form(self, sheet: Sheet) -> Values:
        """The values of a form, at the paths `blad.fält`."""
        grid = self.grid(sheet)
        return self.values(grid, grid.rows[0][1], sheet.field) if grid is not None else {}

    def rows(self, sheet: Sheet) -> Iterator[tuple[int, Row]]:
        """The rows of a table that hold something, with their numbers in the sheet."""
        grid = self.grid(sheet)
        return iter(grid.rows if grid is not None else ())

    def people(self, names: object) -> tuple[Namn, ...]:
        """The people of a cell of several names."""
        some = names if isinstance(names, tuple) else ()
        return tuple(person(str(name), self.register) for name in some)

    def reading(self, kind: Which, own: BaseModel, documents: frozenset[str]) -> Reading:
        """The reading. What could not be read stops all `documents` that are made of the workbook:
        they are few, and each would lack what was meant."""
        accepted = granskat.rows(self, self.grid(sheets.EGET_GRANSKAT))
        told = (replace(f, stoppar=f.stoppar | documents) if f.stoppar else f for f in self.found)
        folder, register_folder = self._folders
        return Reading(
            Sammantrade(),
            self.register,
            Source(self.book.file, self.places),
            tuple(told),
            folder=folder,
            register_folder=register_folder,
            files=self.files,
            granskat=accepted,
            kind=kind,
            own=own,
        )
