"""A model's values in, what a person would have typed into the cells out: the reader's inverse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel

from gen.choices import JA_NEJ
from gen.model import Run
from gen.people import Namn
from gen.swedish.times import time_text
from gen.workbook import refs
from gen.workbook.columns import Sheet, Type
from gen.workbook.grid import Book, Cell, Grid

Facts = Mapping[str, object]
"""Field → what a person would have typed: a text, a day, a number, or runs with bold in them."""


def facts(sheet: Sheet, model: BaseModel, *, leave_out: frozenset[str] = frozenset()) -> Facts:
    """The filled-in fields of `model` that the sheet has columns for."""
    values = {
        column.field: typed(getattr(model, column.attr), column.type)
        for column in sheet.columns
        if column.attr in type(model).model_fields and column.field not in leave_out
    }
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def typed(value: object, kind: Type) -> object:
    """One value. Several names or words stand with semicolons between them."""
    if isinstance(value, bool):
        return JA_NEJ[0] if value else JA_NEJ[1]
    if isinstance(value, dt.time):
        return time_text(value)
    if isinstance(value, Namn):
        return value.namn
    if isinstance(value, tuple) and kind is not Type.RICH:
        return "; ".join(str(typed(part, kind)) for part in value)
    if isinstance(value, int):
        return str(value)
    return value


def book(file: str, rows: Mapping[Sheet, Iterable[Facts]]) -> Book:
    """A workbook as the reader has it, with those rows below its headers."""
    grids = {sheet.name: _grid(sheet, file, list(some)) for sheet, some in rows.items()}
    return Book(file, Path(file), grids, ())


def _grid(sheet: Sheet, file: str, rows: Sequence[Facts]) -> Grid:
    known = [column.field for column in sheet.columns]
    fields = [*known, *sorted({name for row in rows for name in row}.difference(known))]
    letters = {name: refs.letters(place) for place, name in enumerate(fields, 1)}
    rich = {column.field for column in sheet.columns if column.type is Type.RICH}

    def cell(name: str, number: int, value: object) -> Cell:
        runs = (Run(text=str(value)),) if name in rich else ()
        return Cell(f"{letters[name]}{number}", value, runs)

    filled = (
        (number, {name: cell(name, number, value) for name, value in row.items()})
        for number, row in enumerate(rows, 2)
    )
    headers = {name: f"{letter}1" for name, letter in letters.items()}
    return Grid(sheet, file, tuple(filled), headers)
