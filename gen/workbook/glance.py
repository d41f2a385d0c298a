"""A register in, the engine that the kommun has chosen out, before anything is read of it.

An engine is started first of all, and takes a second; the models of what is read take a tenth of
one to import. So only the one sheet is looked at, and nothing is told: what is wrong with the file
is for those to say who read it.
"""

from __future__ import annotations

from pathlib import Path

from gen.names import fold
from gen.workbook import sheets, xlsx
from gen.workbook.cells import shown
from gen.workbook.package import read


def motor(register: Path) -> str:
    """The engine on the sheet Kommun, as `choices.MOTORER` has it; nothing where it names none."""
    column = sheets.KOMMUN.column("motor")
    try:
        some = xlsx.arks(read(register.read_bytes()), only=sheets.KOMMUN.name)
    except Exception:  # what breaks the rules of the format, breaks them in any way
        return ""
    for ark in some:
        for (row, place), cell in ark.cells.items():
            value = ark.cells.get((row, place + 1))
            if value is not None and fold(shown(cell.value)) == fold(column.header):
                said = fold(shown(value.value))
                return said if said in column.choices else ""
    return ""
