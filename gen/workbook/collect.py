"""Cells in, values by the model's attributes out; their places and findings are collected.

What every reader of a sheet shares. A path is built by who calls, a place is kept for each path.
"""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase, digits

from gen import findings
from gen.findings import Finding
from gen.jobs import Resource
from gen.people import Namn
from gen.register import Register
from gen.source import Place, at
from gen.swedish.paragraphs import parse_paragraphs
from gen.swedish.phrases import parse_name
from gen.swedish.unreadable import Unreadable
from gen.workbook.columns import STOPS, Must, Type
from gen.workbook.convert import convert
from gen.workbook.grid import Grid, Row
from gen.workbook.people import People

Values = dict[str, object]


class Collector:
    """Collects places and findings while the values are built, and the files that are set in.

    `files` by their names from the meeting's folder.
    """

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.found: list[Finding] = []
        self.files: dict[str, Resource] = {}

    def values(self, grid: Grid, row: Row, path: str) -> Values:
        """The converted values of a row, by the model's attributes; places by path."""
        out: Values = {}
        if row and not grid.sheet.form:
            first = next(iter(row.values()))
            self.places[path] = Place(grid.file, grid.sheet.name, first.ref)
            number = first.ref.lstrip(ascii_uppercase)
            for field in grid.sheet.required:
                if field not in row and field in grid.headers:
                    ref = grid.headers[field].rstrip(digits) + number
                    self.places[f"{path}.{field}"] = Place(grid.file, grid.sheet.name, ref)
        if grid.sheet.form:
            for field, ref in grid.headers.items():
                self.places[f"{path}.{field}"] = Place(grid.file, grid.sheet.name, ref)
        for field, cell in row.items():
            column = grid.sheet.column(field)
            place = f"{path}.{field}"
            self.places[place] = grid.place(cell)
            value, fault = convert(cell, column, place)
            if fault:
                self.found.append(fault)
            elif value is not None:
                out[column.attr] = value
        return out

    def drop(self, path: str) -> None:
        """The row at `path` is not kept and the next one gets its path: what was said of it is
        said of its cells."""
        own = {
            p: place for p, place in self.places.items() if p == path or p.startswith(f"{path}.")
        }
        for number, finding in enumerate(self.found):
            if finding.at in own:
                place = own[finding.at]
                self.found[number] = finding.about(at(place.file, place.sheet, place.cell))
        for dropped in own:
            del self.places[dropped]

    def organ(self, value: object, register: Register, path: str) -> str:
        """The organ's code; an unknown one is told, with the nearest name."""
        if not value:
            return ""
        organ = register.find_organ(str(value))
        if organ is None:
            names = [n for o in register.organ for n in (o.namn, o.kod)]
            self.found.append(findings.unknown(findings.UNKNOWN_ORGAN, path, str(value), names))
            return ""
        return organ.kod

    def paragrafer(self, text: str, universe: Iterable[int], path: str) -> tuple[int, ...] | None:
        """The §§ that a cell names, among those of the meeting; None when it cannot be read."""
        try:
            return parse_paragraphs(text, tuple(universe))
        except Unreadable as unreadable:
            self.found.append(
                findings.UNREADABLE(
                    path,
                    value=text,
                    header="Paragrafer",
                    reason=unreadable.reason,
                    how=unreadable.expected,
                    stoppar=STOPS[Must.PROTOKOLL],
                )
            )
            return None

    def resolve(self, values: Values, attr: str, type_: str, people: People, path: str) -> None:
        """Replaces the typed names of a cell by people."""
        value = values.get(attr)
        if value is None or type_ not in (Type.NAME, Type.NAMES):
            return
        names: list[Namn] = []
        for typed in value if isinstance(value, tuple) else (str(value),):
            name, fault = people.find(typed, path)
            self.found.extend([fault] if fault else [])
            names.extend([name] if name else [])
        values[attr] = names if type_ is Type.NAMES else (names[0] if names else None)


def person(name: str, register: Register) -> Namn:
    """A person outside the meeting: as the register writes the name, else as typed."""
    typed, parti = parse_name(name)
    found = register.find_person(name) or register.find_person(typed)
    return Namn(namn=found[0], parti=found[1]) if found else Namn(namn=typed, parti=parti)
