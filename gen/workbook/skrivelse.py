"""The workbook of a motion, a reservation or a missiv in, its `Reading` out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gen import findings
from gen.attached import Slag
from gen.choices import BILAGA, MISSIV, MOTION, RESERVATION, SARSKILT_YTTRANDE, STYCKE
from gen.skrivelse import Skrivelse, Stycke
from gen.source import at
from gen.workbook import sheets
from gen.workbook.attach import attach
from gen.workbook.collect import Values
from gen.workbook.convert import convert
from gen.workbook.own import OwnReader
from gen.workbook.read import Reading
from gen.workbook.which import Which

DOCUMENT: Mapping[str, str] = {
    MOTION: "motion",
    RESERVATION: "reservation",
    SARSKILT_YTTRANDE: "särskilt-yttrande",
    MISSIV: "missiv",
}
"""The document type that a skrivelse of each Slag becomes."""


def stops(slag: str) -> frozenset[str]:
    """The document types that a fault in such a workbook stops: all, where Slag is unknown."""
    return frozenset({DOCUMENT[slag]} if slag in DOCUMENT else DOCUMENT.values())


def read_skrivelse(path: Path, register: Path | None = None) -> Reading:
    """Reads a skrivelse's workbook and its register. Errors: `gen.workbook.read.read`."""
    c = OwnReader(path, register, sheets.SKRIVELSEBOK)
    values = c.form(sheets.SKRIVELSE)
    values["organ"] = c.organ(values.get("organ"), c.register, "skrivelse.organ")
    values["undertecknare"] = c.people(values.get("undertecknare"))
    # A reservation is anmäld at the meeting itself (4 kap. 27 § KL).
    values["datum"] = values.get("datum") or values.get("sammantradesdatum")
    own = Skrivelse.model_validate(values | {"text": _text(c)})
    return c.reading(Which.SKRIVELSE, own, stops(own.slag))


def _text(c: OwnReader) -> tuple[Stycke, ...]:
    """The rows of Text; an empty Del is as in the row above. One that holds only Del is none."""
    grid = c.grid(sheets.SKRIVELSETEXT)
    out: list[Stycke] = []
    del_ = STYCKE
    for number, row in c.rows(sheets.SKRIVELSETEXT):
        if grid is not None and "del" in row:
            typed, fault = convert(
                row["del"], grid.sheet.column("del"), at(grid.file, grid.sheet.name, f"A{number}")
            )
            c.found.extend([fault] if fault else [])
            del_ = str(typed or STYCKE)
        if grid is None or row.keys() == {"del"}:
            continue
        path = f"text[{len(out)}]"
        values = c.values(grid, {field: row[field] for field in row if field != "del"}, path)
        fil = _file(c, values, del_, f"{path}.fil")
        out.append(Stycke.model_validate({**values, "del_": del_, "fil": fil}))
    return tuple(out)


def _file(c: OwnReader, values: Values, del_: str, path: str) -> str:
    """A Word file among the paragraphs; a Word file or a PDF as bilaga."""
    typed = str(values.get("fil", ""))
    if del_ == STYCKE:
        return attach(c, typed, c.home, path, Slag.WORD)
    if del_ == BILAGA:
        return attach(c, typed, c.home, path, Slag.WORD, Slag.PDF, keep=False)
    if typed:
        c.found.append(findings.FILE_UNUSED(path, value=typed, part=del_))
    return ""
