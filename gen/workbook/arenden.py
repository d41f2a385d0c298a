"""The sheet Ärenden, or an ärendefil alone, in; each ärende as a value out."""

from __future__ import annotations

from collections.abc import Iterable

from gen import findings
from gen.files import Home
from gen.model import Arende
from gen.names import fold
from gen.register import Register
from gen.source import Place
from gen.workbook import arendefil, innehall, sheets
from gen.workbook.arendefil import Arendefil
from gen.workbook.cells import shown
from gen.workbook.collect import Collector, Values, person
from gen.workbook.columns import ascii_name
from gen.workbook.convert import INGEN_PARAGRAF
from gen.workbook.grid import Book, Grid
from gen.workbook.innehall import Line
from gen.workbook.refs import row_and_column


def rows(c: Collector, book: Book, register: Register) -> tuple[Arende, ...]:
    """One value a row, with what its ärendefil and its rows of Innehåll say."""
    grid = book.grids.get(sheets.ARENDEN.name)
    if grid is None:
        return ()
    c.places["ärenden"] = Place(book.file, grid.sheet.name)
    out: list[Values] = []
    by_nr: dict[str, int] = {}
    filed: dict[int, list[Line]] = {}
    home = Home(book.path.parent)
    for _, row in grid.rows:
        path = f"ärenden[{len(out)}]"
        values = c.values(grid, row, path)
        nr = str(values.get("nr", ""))
        if not nr or fold(nr) in by_nr:
            if nr:
                c.found.append(findings.DUPLICATE_KEY(f"{path}.nr", value=nr, header="Nr"))
            elif "nr" not in row:
                c.found.append(findings.NO_KEY(path, header="Nr"))
            c.drop(path)
            continue
        by_nr[fold(nr)] = len(out)
        if name := str(values.get("arendefil", "")):
            file = arendefil.find(c, name, home, f"{path}.ärendefil")
            values["arendefil"] = file.name if file else ""
            if file:
                arendefil.fill(c, values, row, file, register, path)
                filed[len(out)] = arendefil.lines(c, file, register)
        if values.get("paragraf") == INGEN_PARAGRAF:
            values |= {"paragraf": None, "utan_paragraf": True}
        _instances(c, values, register, path)
        _names(values, register)
        out.append(values)
    typed = innehall.by_arende(c, book.grids.get(sheets.INNEHALL.name), by_nr, register, home)
    lines = (innehall.merged(filed.get(i, []), typed.get(i, [])) for i in range(len(out)))
    return tuple(
        Arende.model_validate(
            row | {"innehall": innehall.rader(c, some, register, f"ärenden[{i}]")}
        )
        for i, (row, some) in enumerate(zip(out, lines, strict=True))
    )


def shown_otherwise(c: Collector, grid: Grid | None, arenden: Iterable[Arende]) -> None:
    """Where the sheet first shows another § than the one that the ärende gets."""
    if grid is None or not grid.shown:
        return
    for i, arende in enumerate(arenden):
        row, _ = row_and_column(c.places[f"ärenden[{i}]"].cell)
        cell = grid.shown.get(row)
        if cell is not None and arende.paragraf not in (None, cell.value):
            path = f"ärenden[{i}].paragraf"
            c.places[path] = grid.place(cell)
            told = findings.SHOWN_OTHERWISE(
                path, value=arende.paragraf, shown=shown(cell.value), nr=arende.nr
            )
            c.found.append(told)
            return


def alone(c: Collector, file: Arendefil, register: Register) -> Arende:
    """The ärende of an ärendefil that stands in no meeting."""
    path = "ärenden[0]"
    values: Values = {"arendefil": file.name}
    if form := file.book.grids.get(sheets.ARENDE.name):
        for field, ref in form.headers.items():  # what is not filled in has a cell too
            c.places[f"{path}.{field}"] = Place(form.file, form.sheet.name, ref)
    arendefil.fill(c, values, {}, file, register, path)
    values["nr"] = values.get("dnr") or file.name
    _instances(c, values, register, path)
    _names(values, register)
    lines = arendefil.lines(c, file, register)
    rader = innehall.rader(c, lines, register, path)
    return Arende.model_validate(values | {"innehall": rader})


def _instances(c: Collector, values: Values, register: Register, path: str) -> None:
    """The codes of the organs that an ärende goes to, in place of their names."""
    for name in ("beslutas_av", "behandlas_först_av"):
        attr = ascii_name(name)
        values[attr] = c.organ(values.get(attr), register, f"{path}.{name}")


def _names(values: Values, register: Register) -> None:
    """The people of an ärende, who need not be at the meeting, in place of their names."""
    for attr in ("foredragande", "handlaggare"):
        if attr in values:
            values[attr] = person(str(values[attr]), register)
    for attr in ("forslagsstallare", "undertecknas_av"):
        some = values.get(attr)
        values[attr] = [person(n, register) for n in some] if isinstance(some, tuple) else []
