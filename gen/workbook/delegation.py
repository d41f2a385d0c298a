"""The workbook of a nämnd's delegationsbeslut in, its `Reading` out."""

from __future__ import annotations

from pathlib import Path

from gen.delegation import Delegation, Delegationsbeslut, law
from gen.people import Namn
from gen.register import Register
from gen.workbook import sheets
from gen.workbook.collect import person
from gen.workbook.own import OwnReader
from gen.workbook.read import Reading
from gen.workbook.which import Which

BESLUT, LISTA = "delegationsbeslut", "delegationslista"
DOCUMENTS = frozenset({BESLUT, LISTA})


def read_delegation(path: Path, register: Path | None = None) -> Reading:
    """Reads the workbook and its register. Errors: `gen.workbook.read.read`."""
    c = OwnReader(path, register, sheets.DELEGATIONSBOK)
    values = c.form(sheets.DELEGATION)
    values["organ"] = c.organ(values.get("organ"), c.register, "delegation.organ")
    own = Delegation.model_validate(values | {"beslut": _rows(c, str(values["organ"]))})
    return c.reading(Which.DELEGATION, own, DOCUMENTS)


def _rows(c: OwnReader, organ: str) -> tuple[Delegationsbeslut, ...]:
    """The decisions, with title and lagrum filled in where nobody has typed them."""
    grid = c.grid(sheets.DELEGATIONSBESLUT)
    out: list[Delegationsbeslut] = []
    for _, row in c.rows(sheets.DELEGATIONSBESLUT):
        assert grid is not None
        values = c.values(grid, row, f"delegationsbeslut[{len(out)}]")
        delegat: Namn | None = None
        if typed := str(values.pop("delegat", "") or ""):
            delegat = person(typed, c.register)
        made = Delegationsbeslut.model_validate(values | {"delegat": delegat})
        filled = {
            "titel": made.titel or (_title(delegat.namn, organ, c.register) if delegat else ""),
            "lagrum": made.lagrum or law(made.slag, delegat, c.register),
        }
        out.append(made.model_copy(update=filled))
    return tuple(out)


def _title(name: str, organ: str, register: Register) -> str:
    """An official's title, or what a förtroendevald is in the nämnd."""
    mandate = register.mandate(name, organ)
    return register.title(name) or (mandate.uppdrag if mandate is not None else "")
