"""The sheet Röster in: a column per omröstning, out: who voted what in each, by (ärende, number).

A column may be pasted from a voting system: letters or whole words, its sum row is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gen import findings
from gen.choices import ROSTER_OCH_TECKEN
from gen.findings import Finding
from gen.names import fold
from gen.people import Namn
from gen.roster import Roster
from gen.source import Place, at
from gen.workbook.cells import shown
from gen.workbook.grid import Cell, Grid
from gen.workbook.votes import SIDES
from gen.workbook.whom import Naming

Key = tuple[int, int]
"""An omröstning: the ärende's place on the list, and its number within the ärende."""

_SIDE_OF = {
    fold(word): side
    for side, header in SIDES.items()
    for letter, meaning in ROSTER_OCH_TECKEN.items()
    if meaning == header
    for word in (letter, header)
}
_SUMS = frozenset({"summa", "∑", "totalt", "antal"})


@dataclass(frozen=True, slots=True)
class Kolumn:
    """One column: its header and the votes by side, None where a cell of it could not be read."""

    header: str
    place: Place
    votes: Mapping[str, Roster] | None


def columns(
    grid: Grid | None, by_nr: Mapping[str, int], naming: Naming
) -> tuple[dict[Key, Kolumn], list[Finding]]:
    """The columns that hold votes, by what they are about."""
    out: dict[Key, Kolumn] = {}
    found: list[Finding] = []
    if grid is None:
        return out, found
    people, faults = _people(grid, naming)
    for header, ref in grid.headers.items():
        cells = [(n, row[header]) for n, row in grid.rows if n in people and header in row]
        if not re.fullmatch(grid.sheet.dynamic, header) or not cells:
            continue
        nr, _, number = header.rpartition(":")
        index = by_nr.get(fold(nr))
        if index is None:
            place = at(grid.file, grid.sheet.name, ref)
            found.append(findings.UNKNOWN_ARENDE(place, value=nr))
            continue
        votes = list(_votes(grid, cells, people, found))
        complete = len(votes) == len(cells) and not faults
        out[index, int(number)] = Kolumn(
            header, Place(grid.file, grid.sheet.name, ref, header), _sides(votes, complete=complete)
        )
    return out, [*faults, *found] if out else found


def _people(grid: Grid, naming: Naming) -> tuple[dict[int, Namn | None], list[Finding]]:
    """The voter of each row; None where nobody has that name, which is told."""
    people: dict[int, Namn | None] = {}
    found: list[Finding] = []
    for number, row in grid.rows:
        cell = row.get("namn")
        typed = shown(cell.value).strip() if cell is not None else ""
        if cell is None or fold(typed) in _SUMS:
            continue
        person, fault = naming.person(typed, at(grid.file, grid.sheet.name, cell.ref))
        people[number] = person
        found.extend([fault] if fault is not None else [])
    return people, found


def _votes(
    grid: Grid,
    cells: list[tuple[int, Cell]],
    people: Mapping[int, Namn | None],
    found: list[Finding],
) -> Iterator[tuple[str, Namn]]:
    for number, cell in cells:
        typed = shown(cell.value).strip()
        side = _SIDE_OF.get(fold(typed))
        if side is None:
            place = at(grid.file, grid.sheet.name, cell.ref)
            found.append(findings.NOT_A_VOTE(place, value=typed))
            continue
        person = people[number]
        if person is not None:
            yield side, person


def _sides(votes: list[tuple[str, Namn]], *, complete: bool) -> dict[str, Roster] | None:
    if not complete:
        return None
    names = {side: tuple(who for on, who in votes if on == side) for side in SIDES}
    return {side: Roster(antal=len(some), namn=some) for side, some in names.items()}
