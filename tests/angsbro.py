"""The second house, Ängsbro: a made-up kommun that writes unlike Lund wherever that is its to say.

Its templates stand in templates/angsbro, its register and a meeting in data/angsbro. The files are
the source: `python tests/angsbro.py` writes them anew with today's writer, when columns have come.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from gen.templates import shipped
from gen.workbook import new, sheets
from gen.workbook.filling import Filling
from gen.workbook.grid import load
from gen.workbook.read import read, read_register

FOLDER = Path(__file__).parent.parent / "data" / "angsbro"
MEETING = FOLDER / "ks-2024-10-02.xlsx"
REGISTER = FOLDER / "register.xlsx"
TEMPLATES = shipped() / "angsbro"


def rewritten() -> dict[Path, bytes]:
    """Each of its workbooks, with what is typed in it, as gen would write it now."""
    known, _, _ = read_register(REGISTER)
    meeting = read(MEETING).meeting
    organ = known.find_organ(meeting.organ)
    assert organ is not None
    assert meeting.datum is not None
    rows = {
        sheet: [{field: _typed(cell.value) for field, cell in row.items()} for _, row in grid.rows]
        for sheet, grid in load(MEETING, sheets.MOTE).grids.items()
    }
    origin = f"Namn och organ är hämtade ur {REGISTER.name}."
    return {
        REGISTER: new.register(known),
        MEETING: new.written(Filling(rows), known, organ, meeting.datum, origin),
    }


def _typed(value: object) -> object:
    """A day as it is typed: in the file it has an hour too."""
    return value.date() if isinstance(value, dt.datetime) else value


if __name__ == "__main__":
    for path, content in rewritten().items():
        path.write_bytes(content)
