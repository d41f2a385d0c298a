"""The workbook of a föreskrift in, its `Reading` out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gen import findings
from gen.attached import Slag
from gen.choices import BILAGA, INLEDNING, KAPITEL, LAGSTYCKE, PARAGRAF, PER_KAPITEL, RUBRIK
from gen.foreskrift import Bestammelse, Foreskrift, Revidering, numbered
from gen.source import at
from gen.swedish.lagrum import Nummer, parse_nummer
from gen.swedish.unreadable import Unreadable
from gen.workbook import sheets
from gen.workbook.attach import attach
from gen.workbook.collect import Values
from gen.workbook.convert import convert
from gen.workbook.grid import Cell, Grid
from gen.workbook.own import OwnReader
from gen.workbook.read import Reading
from gen.workbook.which import Which

DOCUMENTS = frozenset({"föreskrift"})

_ONCE = (KAPITEL, RUBRIK, PARAGRAF)
"""What begins something: an empty Del below one is a stycke, not another of them."""
_NUMBERED = (KAPITEL, PARAGRAF)


def read_foreskrift(path: Path, register: Path | None = None) -> Reading:
    """Reads a föreskrift's workbook and its register. Errors: `gen.workbook.read.read`."""
    c = OwnReader(path, register, sheets.FORESKRIFTSBOK)
    values = c.form(sheets.FORESKRIFT)
    values["beslutad_av"] = c.organ(values.get("beslutad_av"), c.register, "föreskrift.beslutad_av")
    per_kapitel = values.get("numrering", PER_KAPITEL) == PER_KAPITEL
    rows = tuple(numbered(_bestammelser(c), per_kapitel=per_kapitel))
    tables: Values = {"bestammelser": rows, "revideringar": tuple(_revideringar(c))}
    return c.reading(Which.FORESKRIFT, Foreskrift.model_validate(values | tables), DOCUMENTS)


def _bestammelser(c: OwnReader) -> Iterator[Bestammelse]:
    """The rows of Bestämmelser. One that holds only Del is none, unless it begins something that
    is counted."""
    grid = c.grid(sheets.BESTAMMELSER)
    del_, count = LAGSTYCKE, 0
    for _, row in c.rows(sheets.BESTAMMELSER):
        if grid is None:
            continue
        typed = _del(c, grid, row.get("del"))
        del_ = typed or (LAGSTYCKE if del_ in _ONCE else del_)
        if row.keys() == {"del"} and del_ not in _NUMBERED:
            continue
        path = f"bestämmelser[{count}]"
        count += 1
        c.places[path] = grid.place(next(iter(row.values())))
        values = c.values(grid, {field: row[field] for field in row if field != "del"}, path)
        nr = _nummer(c, str(values.pop("nr", "")), del_, f"{path}.nr")
        fil = _file(c, str(values.pop("fil", "")), del_, f"{path}.fil")
        fields = {"del_": del_, "nr": nr, "last": nr is not None, "fil": fil}
        yield Bestammelse.model_validate(values | fields)


def _del(c: OwnReader, grid: Grid, cell: Cell | None) -> str:
    """What the row is; nothing where the cell is empty or cannot be read, which is told."""
    if cell is None:
        return ""
    column = grid.sheet.column("del")
    typed, fault = convert(cell, column, at(grid.file, grid.sheet.name, cell.ref))
    c.found.extend([fault] if fault else [])
    return str(typed or "")


def _nummer(c: OwnReader, typed: str, del_: str, path: str) -> Nummer | None:
    if not typed:
        return None
    if del_ not in _NUMBERED:
        c.found.append(findings.NUMBER_UNUSED(path, value=typed, part=del_))
        return None
    try:
        return parse_nummer(typed)
    except Unreadable as unreadable:
        c.found.append(
            findings.UNREADABLE(
                path,
                value=typed,
                header="Nr",
                reason=unreadable.reason,
                how=unreadable.expected,
                stoppar=DOCUMENTS,
            )
        )
        return None


def _file(c: OwnReader, typed: str, del_: str, path: str) -> str:
    """A Word file among the stycken; a Word file or a PDF as bilaga."""
    if del_ in (LAGSTYCKE, INLEDNING):
        return attach(c, typed, c.home, path, Slag.WORD)
    if del_ == BILAGA:
        return attach(c, typed, c.home, path, Slag.WORD, Slag.PDF, keep=False)
    if typed:
        c.found.append(findings.FILE_UNUSED(path, value=typed, part=del_))
    return ""


def _revideringar(c: OwnReader) -> Iterator[Revidering]:
    grid = c.grid(sheets.REVIDERINGAR)
    for number, (_, row) in enumerate(c.rows(sheets.REVIDERINGAR)):
        assert grid is not None
        path = f"revideringar[{number}]"
        values = c.values(grid, row, path)
        values["organ"] = c.organ(values.get("organ"), c.register, f"{path}.organ")
        yield Revidering.model_validate(values)
