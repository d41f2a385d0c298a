"""The sheets of a register in, the register as values out."""

from __future__ import annotations

from gen.register import Register
from gen.workbook import regler, sheets
from gen.workbook.collect import Collector, Values
from gen.workbook.columns import ascii_name
from gen.workbook.grid import Book


def registret(c: Collector, book: Book) -> Register:
    """Its values; a row that lacks what it is known by is none."""
    c.found.extend(book.findings)
    values: Values = {}
    for sheet in sheets.REGISTER:
        grid = book.grids.get(sheet.name)
        if grid is None:
            continue
        if sheet is sheets.REGLER:
            values["regler"] = regler.rows(c, grid)
            continue
        attr = ascii_name(sheet.field)
        if sheet.form:
            values[attr] = c.values(grid, grid.rows[0][1], f"register.{sheet.field}")
            continue
        keys = [column.attr for column in sheet.columns if column.key]
        rows: list[Values] = []
        for _, row in grid.rows:
            path = f"register.{sheet.field}[{len(rows)}]"
            one = c.values(grid, row, path)
            if all(one.get(key) for key in keys):
                rows.append(one)
            else:
                c.drop(path)
        values[attr] = rows
    return Register.model_validate(values)
