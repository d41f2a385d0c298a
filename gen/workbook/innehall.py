"""Rows of Innehåll in, each ärende's rows out: the ärendefil's first, then the meeting's.

A row stays unconverted until it is known where it will stand, so that its path in the model is
right from the start. A row that holds only its key and Del is a heading for those below it, and
is kept only where a sub-heading follows, which could not tell otherwise what it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gen import findings
from gen.attached import Slag
from gen.choices import (
    BESLUT,
    BILAGA,
    FORSLAG,
    INLEDNING,
    TEXTDELAR,
    TIDIGARE_BEHANDLING,
    UNDERRUBRIK,
)
from gen.files import Home
from gen.model import Rad
from gen.names import fold
from gen.register import Register
from gen.source import at
from gen.workbook.attach import SHOWN_IN, attach, workbook
from gen.workbook.collect import Collector
from gen.workbook.columns import Sheet
from gen.workbook.convert import convert
from gen.workbook.grid import Grid, Row

_KEYS = {"ärende", "del"}


@dataclass(frozen=True, slots=True)
class Line:
    """A row that says something, with its Del. `home` is where its file names start.

    `stray`: the Nr of an ärende whose rows do not stand together, on the first that is apart.
    """

    grid: Grid
    row: Row
    del_: str
    home: Home
    stray: str = ""

    @property
    def bare(self) -> bool:
        """Whether it says only which part goes on from there."""
        return _KEYS.issuperset(self.row)


def by_arende(
    c: Collector, grid: Grid | None, by_nr: Mapping[str, int], register: Register, home: Home
) -> dict[int, list[Line]]:
    """The meeting's rows by ärende (its place in the list); an empty key is as in the row above."""
    content: dict[int, list[Line]] = {}
    if grid is None:
        return content
    grid = _with_own_headings(grid, register)
    nr, del_ = "", _Del()
    previous: int | None = None
    for row_number, row in grid.rows:
        stray = at(grid.file, grid.sheet.name, f"A{row_number}")
        if "ärende" in row:
            typed, fault = convert(row["ärende"], grid.sheet.column("ärende"), stray)
            c.found.extend([fault] if fault else [])
            nr, del_ = str(typed or ""), _Del()
        index = by_nr.get(fold(nr))
        if index is None:
            if not nr:
                c.found.append(findings.NO_KEY(stray, header="Ärende"))
            elif "ärende" in row:
                ref = at(grid.file, grid.sheet.name, row["ärende"].ref)
                c.found.append(findings.UNKNOWN_ARENDE(ref, value=nr))
            continue
        apart = index in content and index != previous
        previous = index
        lines = content.setdefault(index, [])
        del_ = _del_of(c, grid, row_number, row, del_)
        if del_.name:
            lines.append(Line(grid, row, del_.name, home, nr if apart else ""))
    return {index: _held(lines, register) for index, lines in content.items()}


def of_file(c: Collector, grid: Grid | None, register: Register, home: Home) -> list[Line]:
    """The rows of an ärendefil, which are all of one ärende."""
    if grid is None:
        return []
    grid = _with_own_headings(grid, register)
    lines: list[Line] = []
    del_ = _Del()
    for row_number, row in grid.rows:
        del_ = _del_of(c, grid, row_number, row, del_)
        if del_.name:
            lines.append(Line(grid, row, del_.name, home))
    return _held(lines, register)


def merged(file: Sequence[Line], meeting: Sequence[Line]) -> list[Line]:
    """Where both hold a Del the meeting's rows replace it whole."""
    held = {part for _, part in _with_parts(meeting)}
    return [*(line for line, part in _with_parts(file) if part not in held), *meeting]


def rader(c: Collector, lines: Iterable[Line], register: Register, arende: str) -> list[Rad]:
    """The rows as values, at their paths below the path of their ärende."""
    out: list[Rad] = []
    for number, line in enumerate(lines):
        path = f"{arende}.innehåll[{number}]"
        values = c.values(line.grid, line.row, path)
        if line.stray:
            c.found.append(findings.SCATTERED(path, value=line.stray))
        for key in ("arende", "del"):
            values.pop(key, None)
        values["del_"] = line.del_
        values["beslutas_av"] = c.organ(values.get("beslutas_av"), register, f"{path}.beslutas_av")
        values["fil"] = _file(c, str(values.get("fil", "")), line, register, f"{path}.fil")
        out.append(Rad.model_validate(values))
    return out


# -- what a row is --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Del:
    """The Del that goes on. `told`: it could not be read, and that has been said once."""

    name: str = ""
    told: bool = False


def _del_of(c: Collector, grid: Grid, number: int, row: Row, above: _Del) -> _Del:
    if "del" in row:
        place = at(grid.file, grid.sheet.name, row["del"].ref)
        typed, fault = convert(row["del"], grid.sheet.column("del"), place)
        c.found.extend([fault] if fault else [])
        return _Del(str(typed or ""), told=fault is not None)
    if not above.name and not above.told:
        c.found.append(findings.NO_KEY(at(grid.file, grid.sheet.name, f"A{number}"), header="Del"))
        return _Del(told=True)
    return above


def _held(lines: Sequence[Line], register: Register) -> list[Line]:
    """Without the bare rows, but for that of a text part in which a sub-heading comes first."""
    out: list[Line] = []
    stray = ""
    prose = (*TEXTDELAR, *register.stil.konsekvensrubriker)
    for number, line in enumerate(lines, 1):
        stray = stray or line.stray
        below = lines[number].del_ if number < len(lines) else ""
        if not line.bare or (line.del_ in prose and below == UNDERRUBRIK):
            out.append(replace(line, stray=stray))
            stray = ""
    return out


def _with_parts(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Each row with the Del that it belongs to.

    A sub-heading belongs to the part above it, a lead-in to the points below it.
    """
    above = ""
    for number, line in enumerate(lines):
        part = line.del_
        if part == UNDERRUBRIK:
            part = above or part
        elif part == INLEDNING:
            later = (below.del_ for below in lines[number:])
            part = next((del_ for del_ in later if del_ in (FORSLAG, BESLUT)), part)
        else:
            above = part
        yield line, part


def _file(c: Collector, typed: str, line: Line, register: Register, path: str) -> str:
    """The row's file: a Word file in a text part, a Word file or a PDF as bilaga, the workbook of
    the meeting that handled the ärende before."""
    if line.del_ in (*TEXTDELAR, *register.stil.konsekvensrubriker):
        return attach(c, typed, line.home, path, Slag.WORD)
    if line.del_ == BILAGA:
        # What has a name of its own can be told of without its file; else the file names it.
        stops = frozenset[str]() if "text" in line.row else SHOWN_IN
        return attach(c, typed, line.home, path, Slag.WORD, Slag.PDF, keep=False, stops=stops)
    if line.del_ == TIDIGARE_BEHANDLING:
        return workbook(c, typed, line.home, path)
    if typed:
        c.found.append(findings.FILE_UNUSED(path, value=typed, part=line.del_))
    return ""


def _with_own_headings(grid: Grid, register: Register) -> Grid:
    """The kommun's consequence headings are parts like the others."""
    own = register.stil.konsekvensrubriker
    sheet: Sheet = grid.sheet
    columns = tuple(
        replace(col, choices=(*col.choices, *own)) if col.field == "del" else col
        for col in sheet.columns
    )
    return replace(grid, sheet=replace(sheet, columns=columns))
