"""The sheets of a meeting's workbook in, the meeting as a value out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from gen.complete import number
from gen.model import Arende, Sammantrade
from gen.register import Register
from gen.source import Place
from gen.workbook import arenden, delprotokoll, narvaro, sheets
from gen.workbook.collect import Collector, Values
from gen.workbook.grid import Book
from gen.workbook.people import People


def meeting(c: Collector, book: Book, register: Register) -> Sammantrade:
    """All but what happened at it (`behandling`). Of what gen computes only the §§ are there."""
    c.found.extend(book.findings)
    form = book.grids.get(sheets.SAMMANTRADE.name)
    values = c.values(form, form.rows[0][1], "sammanträde") if form else {}
    if form:
        c.places["sammanträde"] = Place(book.file, form.sheet.name)
    values["organ"] = c.organ(values.get("organ"), register, "sammanträde.organ")
    some = number(arenden.rows(c, book, register), _int(values.get("forsta_paragraf")))
    arenden.shown_otherwise(c, book.grids.get(sheets.ARENDEN.name), some)
    universe = _universe(values, some)
    day = values.get("datum")
    mandates = register.mandates(
        str(values["organ"] or ""), day if isinstance(day, dt.date) else None
    )
    here = narvaro.rows(c, book.grids.get(sheets.NARVARO.name), register, universe, mandates)
    people = People.of(here, register)
    for column in sheets.SAMMANTRADE.columns:
        path = f"sammanträde.{column.field}"
        c.resolve(values, column.attr, column.type, people, path)
    values["delprotokoll"] = delprotokoll.rows(
        c, book.grids.get(sheets.DELPROTOKOLL.name), universe, people
    )
    return Sammantrade.model_validate(values | {"narvaro": here, "arenden": some})


def _int(value: object) -> int | None:
    return value if isinstance(value, int) and value > 0 else None


def _universe(values: Values, arenden: Iterable[Arende]) -> range:
    """All §§ of the meeting, against which `ej 13` is read."""
    numbers = [a.paragraf for a in arenden if a.paragraf is not None]
    first = _int(values.get("forsta_paragraf")) or min(numbers, default=1)
    last = _int(values.get("sista_paragraf")) or max(numbers, default=first)
    return range(first, last + 1)
