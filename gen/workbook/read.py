"""Files in, a `Reading` out: meeting and register as values, where each came from, findings.

An unreadable value is absent in the model, with a finding of its own at its path.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gen import findings
from gen.complete import complete, number
from gen.errors import DataError
from gen.findings import Finding
from gen.model import Arende, Namn, Narvaro, Rad, Sammantrade
from gen.names import fold
from gen.register import Register
from gen.source import Place, Source, at
from gen.swedish.paragraphs import parse_paragraphs
from gen.swedish.unreadable import Unreadable
from gen.workbook import sheets
from gen.workbook.columns import STOPS, Must, Sheet, Type
from gen.workbook.convert import INGEN_PARAGRAF, convert
from gen.workbook.grid import Book, Grid, Row, load
from gen.workbook.people import People

REGISTER_FILE = "register.xlsx"

Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `meeting` is complete: what can be computed is filled in.

    `folder` and `register_folder` are where the two files stand: names of files in cells
    count from there.
    """

    meeting: Sammantrade
    register: Register
    source: Source
    findings: tuple[Finding, ...]
    folder: Path
    register_folder: Path


def read(path: Path, register: Path | None = None) -> Reading:
    """Reads a meeting's workbook and its register.

    UsageError: a file is not there. DataError: a file is no workbook, or there is no register.
    """
    book = load(path, sheets.MOTE)
    return reading(book, load(find_register(path, register), sheets.REGISTER))


def reading(book: Book, register_book: Book) -> Reading:
    """The same from sheets that are loaded already."""
    reader = _Reader()
    register = reader.register(register_book)
    meeting = reader.meeting(book, register)
    return Reading(
        complete(meeting, register),
        register,
        Source(book.file, reader.places),
        tuple(reader.found),
        folder=book.path.parent,
        register_folder=register_book.path.parent,
    )


def find_register(path: Path, given: Path | None) -> Path:
    """The register given, else the one beside the workbook, else data/register.xlsx."""
    if given is not None:
        return given
    for place in (path.parent / REGISTER_FILE, Path("data") / REGISTER_FILE):
        if place.is_file():
            return place
    raise DataError(findings.NO_REGISTER(at(REGISTER_FILE)))


class _Reader:
    """Collects places and findings while the values are built."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.found: list[Finding] = []

    # -- the register ------------------------------------------------------------------

    def register(self, book: Book) -> Register:
        self.found.extend(book.findings)
        values: Values = {}
        for sheet in sheets.REGISTER:
            grid = book.grids.get(sheet.name)
            if grid is None:
                continue
            attr = sheet.field.replace("ö", "o").replace("ä", "a")
            rows = [
                self.values(grid, row, f"register.{sheet.field}{'' if sheet.form else f'[{i}]'}")
                for i, (_, row) in enumerate(grid.rows)
            ]
            if sheet.form:
                values[attr] = rows[0]
            else:
                keys = [c.attr for c in sheet.columns if c.key]
                values[attr] = [row for row in rows if all(row.get(key) for key in keys)]
        return Register.model_validate(values)

    # -- the meeting -------------------------------------------------------------------

    def meeting(self, book: Book, register: Register) -> Sammantrade:
        self.found.extend(book.findings)
        form = book.grids.get(sheets.SAMMANTRADE.name)
        values = self.values(form, form.rows[0][1], "sammanträde") if form else {}
        if form:
            self.places["sammanträde"] = Place(book.file, form.sheet.name)
        values["organ"] = self.organ(values.get("organ"), register, "sammanträde.organ")
        arenden = self.arenden(book, register)
        arenden = number(arenden, _int(values.get("forsta_paragraf")))
        universe = _universe(values, arenden)
        narvaro = self.narvaro(book.grids.get(sheets.NARVARO.name), register, universe)
        people = People.of(narvaro, register)
        for column in sheets.SAMMANTRADE.columns:
            path = f"sammanträde.{column.field}"
            self.resolve(values, column.attr, column.type, people, path)
        return Sammantrade.model_validate(values | {"narvaro": narvaro, "arenden": arenden})

    def arenden(self, book: Book, register: Register) -> tuple[Arende, ...]:
        grid = book.grids.get(sheets.ARENDEN.name)
        if grid is None:
            return ()
        rows: list[Values] = []
        by_nr: dict[str, int] = {}
        for _, row in grid.rows:
            path = f"ärenden[{len(rows)}]"
            values = self.values(grid, row, path)
            nr = str(values.get("nr", ""))
            if not nr:
                self.found.append(findings.NO_KEY(path, header="Nr"))
                continue
            if fold(nr) in by_nr:
                self.found.append(findings.DUPLICATE_KEY(f"{path}.nr", value=nr, header="Nr"))
                continue
            by_nr[fold(nr)] = len(rows)
            if values.get("paragraf") == INGEN_PARAGRAF:
                values |= {"paragraf": None, "utan_paragraf": True}
            values["beslutas_av"] = self.organ(
                values.get("beslutas_av"), register, f"{path}.beslutas_av"
            )
            names = values.get("forslagsstallare")
            values["forslagsstallare"] = [
                _known(name, register) for name in (names if isinstance(names, tuple) else ())
            ]
            if "foredragande" in values:
                values["foredragande"] = _known(str(values["foredragande"]), register)
            rows.append(values)
        content = self.innehall(book.grids.get(sheets.INNEHALL.name), by_nr, rows, register)
        return tuple(
            Arende.model_validate(row | {"innehall": content.get(i, [])})
            for i, row in enumerate(rows)
        )

    def innehall(
        self,
        grid: Grid | None,
        by_nr: Mapping[str, int],
        arenden: list[Values],
        register: Register,
    ) -> dict[int, list[Rad]]:
        """The rows by ärende (its place in the list); an empty key means as in the row above."""
        content: dict[int, list[Rad]] = {}
        if grid is None:
            return content
        grid = replace(grid, sheet=_with_own_headings(grid.sheet, register))
        nr = del_ = ""
        previous: int | None = None
        for row_number, row in grid.rows:
            stray = at(grid.file, grid.sheet.name, f"A{row_number}")
            if "ärende" in row:
                typed, fault = convert(row["ärende"], grid.sheet.column("ärende"), stray)
                self.found.extend([fault] if fault else [])
                nr, del_ = str(typed or ""), ""
            index = by_nr.get(fold(nr))
            if index is None:
                if not nr:
                    self.found.append(findings.NO_KEY(stray, header="Ärende"))
                elif "ärende" in row:
                    ref = at(grid.file, grid.sheet.name, row["ärende"].ref)
                    self.found.append(findings.UNKNOWN_ARENDE(ref, value=nr))
                continue
            if index in content and index != previous:
                self.found.append(findings.SCATTERED(stray, value=nr))
            previous = index
            rader = content.setdefault(index, [])
            path = f"ärenden[{index}].innehåll[{len(rader)}]"
            values = self.values(grid, row, path)
            values.pop("arende", None)
            if "del" in row:
                del_ = str(values.pop("del", "") or "")
            values["del_"] = del_
            if not del_:
                if "del" not in row:
                    self.found.append(findings.NO_KEY(path, header="Del"))
                continue
            values["beslutas_av"] = self.organ(
                values.get("beslutas_av"), register, f"{path}.beslutas_av"
            )
            rader.append(Rad.model_validate(values))
        return content

    def narvaro(
        self, grid: Grid | None, register: Register, universe: Iterable[int]
    ) -> tuple[Narvaro, ...]:
        if grid is None:
            return ()
        rows: list[Values] = []
        for _, row in grid.rows:
            path = f"närvaro[{len(rows)}]"
            values = self.values(grid, row, path)
            if not values.get("namn"):
                self.found.append(findings.NO_KEY(path, header="Namn"))
                continue
            typed = str(values["namn"])
            known = register.find_person(typed)
            parti = str(values.pop("parti", "") or (known[1] if known else ""))
            values["namn"] = Namn(namn=known[0] if known else typed, parti=parti)
            if known is None and not parti and not values.get("uppdrag"):
                self.found.append(findings.GUEST(f"{path}.namn", value=typed))
            if "paragrafer" in values:
                values["paragrafer"] = self.paragrafer(
                    str(values["paragrafer"]), universe, f"{path}.paragrafer"
                )
            rows.append(values)
        people = People(tuple(v["namn"] for v in rows if isinstance(v["namn"], Namn)), register)
        for index, values in enumerate(rows):
            self.serves_for(values, people, f"närvaro[{index}].tjänstgör_för")
        return tuple(Narvaro.model_validate(values) for values in rows)

    def serves_for(self, values: Values, people: People, path: str) -> None:
        """`Tjänstgör för` is a person, `Vakant`, or `Ja` when it is not told for whom."""
        text = fold(str(values.pop("tjanstgor_for", "") or ""))
        if not text:
            return
        values.setdefault("tjanstgor", True)
        if text == "vakant":
            values["vakant"] = True
        elif text != "ja":
            place = self.places.get(path)
            name, fault = people.find(place.raw if place else text, path)
            values["tjanstgor_for"] = name
            self.found.extend([fault] if fault else [])

    # -- single values -----------------------------------------------------------------

    def values(self, grid: Grid, row: Row, path: str) -> Values:
        """The converted values of a row, by the model's attributes; places by path."""
        sheet: Sheet = grid.sheet
        out: Values = {}
        if row and not sheet.form:
            first = next(iter(row.values()))
            self.places[path] = Place(grid.file, sheet.name, first.ref)
        if sheet.form:
            for field, ref in grid.headers.items():
                self.places[f"{path}.{field}"] = Place(grid.file, sheet.name, ref)
        for field, cell in row.items():
            column = sheet.column(field)
            self.places[f"{path}.{field}"] = grid.place(cell)
            value, fault = convert(cell, column, f"{path}.{field}")
            if fault:
                self.found.append(fault)
            elif value is not None:
                out[column.attr] = value
        return out

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
        """Replaces the typed names of a form's cell by people."""
        value = values.get(attr)
        if value is None or type_ not in (Type.NAME, Type.NAMES):
            return
        names: list[Namn] = []
        for typed in value if isinstance(value, tuple) else (str(value),):
            name, fault = people.find(typed, path)
            self.found.extend([fault] if fault else [])
            names.extend([name] if name else [])
        values[attr] = names if type_ is Type.NAMES else (names[0] if names else None)


def _with_own_headings(sheet: Sheet, register: Register) -> Sheet:
    """The kommun's consequence headings are parts like the others."""
    own = register.stil.konsekvensrubriker
    columns = tuple(
        replace(c, choices=(*c.choices, *own)) if c.field == "del" else c for c in sheet.columns
    )
    return replace(sheet, columns=columns)


def _known(name: str, register: Register) -> Namn:
    """A person outside the meeting: as the register writes the name, else as typed."""
    known = register.find_person(name)
    return Namn(namn=known[0], parti=known[1]) if known else Namn(namn=name)


def _int(value: object) -> int | None:
    return value if isinstance(value, int) and value > 0 else None


def _universe(values: Values, arenden: Iterable[Arende]) -> range:
    """All §§ of the meeting, against which `ej 13` is read."""
    numbers = [a.paragraf for a in arenden if a.paragraf is not None]
    first = _int(values.get("forsta_paragraf")) or min(numbers, default=1)
    last = _int(values.get("sista_paragraf")) or max(numbers, default=first)
    return range(first, last + 1)
