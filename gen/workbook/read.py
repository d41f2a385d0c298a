"""Files in, a `Reading` out: meeting and register as values, where each came from, findings.

An unreadable value is absent in the model, with a finding of its own at its path.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from gen import findings
from gen.complete import complete, number
from gen.errors import DataError
from gen.files import REGISTER_FILE, Found, Home
from gen.findings import Finding
from gen.jobs import Resource
from gen.model import Arende, Granskning, Namn, Narvaro, Sammantrade
from gen.names import fold
from gen.register import Fortroendevald, Register
from gen.source import Place, Source, at
from gen.workbook import (
    arendefil,
    delprotokoll,
    granskat,
    guests,
    innehall,
    regler,
    sheets,
    tidigare,
)
from gen.workbook.arendefil import Arendefil
from gen.workbook.behandling import behandlingar
from gen.workbook.cells import shown
from gen.workbook.collect import Collector, Values, person
from gen.workbook.columns import ascii_name
from gen.workbook.convert import INGEN_PARAGRAF
from gen.workbook.grid import Book, Grid, load
from gen.workbook.guests import Guest
from gen.workbook.innehall import Line
from gen.workbook.people import People
from gen.workbook.refs import row_and_column
from gen.workbook.which import Which


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `meeting` is complete: what can be computed is filled in.

    `folder` and `register_folder` are where the two files stand: names of files in cells
    count from there. `files` are those that are set in, by that name; `granskat` the findings
    that somebody has looked at and accepts. `kind` is the workbook's: of an ärendefil the meeting
    is its one ärende and nothing else. `own` is what a workbook of another kind than these holds.
    """

    meeting: Sammantrade
    register: Register
    source: Source
    findings: tuple[Finding, ...]
    folder: Path
    register_folder: Path
    files: Mapping[str, Resource] = field(default_factory=dict)
    granskat: tuple[Granskning, ...] = ()
    kind: Which = Which.MOTE
    own: BaseModel | None = None

    @property
    def alone(self) -> bool:
        """Whether nothing is to be said of the meeting itself, since there is none."""
        return self.kind is not Which.MOTE


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
    meeting = _meeting(reader, book, register)
    meeting = tidigare.filled(
        reader, meeting, book.path.parent, register, lambda b: _meeting(_Reader(), b, register)
    )
    accepted = granskat.rows(reader, book.grids.get(sheets.GRANSKAT.name))
    return Reading(
        meeting,
        register,
        Source(book.file, reader.places),
        tuple(reader.found),
        folder=book.path.parent,
        register_folder=register_book.path.parent,
        files=reader.files,
        granskat=accepted,
    )


def _meeting(reader: _Reader, book: Book, register: Register) -> Sammantrade:
    meeting = complete(reader.meeting(book, register), register)
    return behandlingar(book, meeting, register, reader)


def read_arendefil(path: Path, register: Path | None = None) -> Reading:
    """Reads a handläggare's workbook by itself, as a meeting that holds its ärende. Errors: `read`.

    It has no number yet: messages call it by its dnr.
    """
    register_book = load(find_register(path, register), sheets.REGISTER)
    reader = _Reader()
    known = reader.register(register_book)
    book = load(path, sheets.ARENDEFIL)
    reader.found.extend(book.findings)
    arende = reader.alone(Arendefil(book, Found(path, book.file)), known)
    return Reading(
        complete(Sammantrade(arenden=(arende,)), known),
        known,
        Source(book.file, reader.places),
        tuple(reader.found),
        folder=path.parent,
        register_folder=register_book.path.parent,
        files=reader.files,
        kind=Which.ARENDEFIL,
    )


def read_register(path: Path) -> tuple[Register, tuple[Finding, ...], Source]:
    """The register alone, what there is to say of it, and where."""
    book, reader = load(path, sheets.REGISTER), _Reader()
    register = reader.register(book)
    return register, tuple(reader.found), Source(book.file, reader.places)


def read_register_alone(path: Path) -> Reading:
    """The register as what is to be checked: no meeting, and the register as the content."""
    register, found, source = read_register(path)
    return Reading(
        Sammantrade(),
        register,
        source,
        found,
        folder=path.parent,
        register_folder=path.parent,
        kind=Which.REGISTER,
        own=register,
    )


def find_register(path: Path, given: Path | None) -> Path:
    """The register given, else the one beside the workbook, else data/register.xlsx."""
    if given is not None:
        return given
    for place in (path.parent / REGISTER_FILE, Path("data") / REGISTER_FILE):
        if place.is_file():
            return place
    raise DataError(findings.NO_REGISTER(at(REGISTER_FILE)))


class _Reader(Collector):
    """Reads the sheets of both files."""

    # -- the register ------------------------------------------------------------------

    def register(self, book: Book) -> Register:
        self.found.extend(book.findings)
        values: Values = {}
        for sheet in sheets.REGISTER:
            grid = book.grids.get(sheet.name)
            if grid is None:
                continue
            if sheet is sheets.REGLER:
                values["regler"] = regler.rows(self, grid)
                continue
            attr = ascii_name(sheet.field)
            if sheet.form:
                values[attr] = self.values(grid, grid.rows[0][1], f"register.{sheet.field}")
                continue
            keys = [c.attr for c in sheet.columns if c.key]
            rows: list[Values] = []
            for _, row in grid.rows:
                path = f"register.{sheet.field}[{len(rows)}]"
                one = self.values(grid, row, path)
                if all(one.get(key) for key in keys):
                    rows.append(one)
                else:
                    self.drop(path)
            values[attr] = rows
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
        self.shown_otherwise(book.grids.get(sheets.ARENDEN.name), arenden)
        universe = _universe(values, arenden)
        day = values.get("datum")
        mandates = register.mandates(
            str(values["organ"] or ""), day if isinstance(day, dt.date) else None
        )
        narvaro = self.narvaro(book.grids.get(sheets.NARVARO.name), register, universe, mandates)
        people = People.of(narvaro, register)
        for column in sheets.SAMMANTRADE.columns:
            path = f"sammanträde.{column.field}"
            self.resolve(values, column.attr, column.type, people, path)
        values["delprotokoll"] = delprotokoll.rows(
            self, book.grids.get(sheets.DELPROTOKOLL.name), universe, people
        )
        return Sammantrade.model_validate(values | {"narvaro": narvaro, "arenden": arenden})

    def arenden(self, book: Book, register: Register) -> tuple[Arende, ...]:
        grid = book.grids.get(sheets.ARENDEN.name)
        if grid is None:
            return ()
        self.places["ärenden"] = Place(book.file, grid.sheet.name)
        rows: list[Values] = []
        by_nr: dict[str, int] = {}
        filed: dict[int, list[Line]] = {}
        home = Home(book.path.parent)
        for _, row in grid.rows:
            path = f"ärenden[{len(rows)}]"
            values = self.values(grid, row, path)
            nr = str(values.get("nr", ""))
            if not nr or fold(nr) in by_nr:
                if nr:
                    self.found.append(findings.DUPLICATE_KEY(f"{path}.nr", value=nr, header="Nr"))
                elif "nr" not in row:
                    self.found.append(findings.NO_KEY(path, header="Nr"))
                self.drop(path)
                continue
            by_nr[fold(nr)] = len(rows)
            if name := str(values.get("arendefil", "")):
                file = arendefil.find(self, name, home, f"{path}.ärendefil")
                values["arendefil"] = file.name if file else ""
                if file:
                    arendefil.fill(self, values, row, file, register, path)
                    filed[len(rows)] = arendefil.lines(self, file, register)
            if values.get("paragraf") == INGEN_PARAGRAF:
                values |= {"paragraf": None, "utan_paragraf": True}
            self.instances(values, register, path)
            self.names(values, register)
            rows.append(values)
        typed = innehall.by_arende(
            self, book.grids.get(sheets.INNEHALL.name), by_nr, register, home
        )
        lines = (innehall.merged(filed.get(i, []), typed.get(i, [])) for i in range(len(rows)))
        return tuple(
            Arende.model_validate(
                row | {"innehall": innehall.rader(self, some, register, f"ärenden[{i}]")}
            )
            for i, (row, some) in enumerate(zip(rows, lines, strict=True))
        )

    def shown_otherwise(self, grid: Grid | None, arenden: Iterable[Arende]) -> None:
        """Where the sheet first shows another § than the one that the ärende gets."""
        if grid is None or not grid.shown:
            return
        for i, arende in enumerate(arenden):
            row, _ = row_and_column(self.places[f"ärenden[{i}]"].cell)
            cell = grid.shown.get(row)
            if cell is not None and arende.paragraf not in (None, cell.value):
                path = f"ärenden[{i}].paragraf"
                self.places[path] = grid.place(cell)
                told = findings.SHOWN_OTHERWISE(
                    path, value=arende.paragraf, shown=shown(cell.value), nr=arende.nr
                )
                self.found.append(told)
                return

    def alone(self, file: Arendefil, register: Register) -> Arende:
        """The ärende of an ärendefil that stands in no meeting."""
        path = "ärenden[0]"
        values: Values = {"arendefil": file.name}
        if form := file.book.grids.get(sheets.ARENDE.name):
            for field, ref in form.headers.items():  # what is not filled in has a cell too
                self.places[f"{path}.{field}"] = Place(form.file, form.sheet.name, ref)
        arendefil.fill(self, values, {}, file, register, path)
        values["nr"] = values.get("dnr") or file.name
        self.instances(values, register, path)
        self.names(values, register)
        lines = arendefil.lines(self, file, register)
        rader = innehall.rader(self, lines, register, path)
        return Arende.model_validate(values | {"innehall": rader})

    def instances(self, values: Values, register: Register, path: str) -> None:
        """The codes of the organs that an ärende goes to, in place of their names."""
        for name in ("beslutas_av", "behandlas_först_av"):
            attr = ascii_name(name)
            values[attr] = self.organ(values.get(attr), register, f"{path}.{name}")

    def names(self, values: Values, register: Register) -> None:
        """The people of an ärende, who need not be at the meeting, in place of their names."""
        for attr in ("foredragande", "handlaggare"):
            if attr in values:
                values[attr] = person(str(values[attr]), register)
        for attr in ("forslagsstallare", "undertecknas_av"):
            some = values.get(attr)
            values[attr] = [person(n, register) for n in some] if isinstance(some, tuple) else []

    def narvaro(
        self,
        grid: Grid | None,
        register: Register,
        universe: Iterable[int],
        mandates: Iterable[Fortroendevald],
    ) -> tuple[Narvaro, ...]:
        if grid is None:
            return ()
        rows: list[Values] = []
        unknown: list[Guest] = []
        for _, row in grid.rows:
            path = f"närvaro[{len(rows)}]"
            values = self.values(grid, row, path)
            if not values.get("namn"):
                if "namn" not in row:
                    self.found.append(findings.NO_KEY(path, header="Namn"))
                self.drop(path)
                continue
            typed = str(values["namn"])
            known = register.find_person(typed)
            parti = str(values.pop("parti", "") or (known[1] if known else ""))
            values["namn"] = Namn(namn=known[0] if known else typed, parti=parti)
            if known is None:
                uppdrag = str(values.get("uppdrag", ""))
                unknown.append(Guest(f"{path}.namn", typed, parti, uppdrag))
            if "paragrafer" in values:
                values["paragrafer"] = self.paragrafer(
                    str(values["paragrafer"]), universe, f"{path}.paragrafer"
                )
            rows.append(values)
        people = People(tuple(v["namn"] for v in rows if isinstance(v["namn"], Namn)), register)
        here = [name.namn for name in people.present]
        self.found.extend(guests.told(unknown, here, mandates, register))
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


def _int(value: object) -> int | None:
    return value if isinstance(value, int) and value > 0 else None


def _universe(values: Values, arenden: Iterable[Arende]) -> range:
    """All §§ of the meeting, against which `ej 13` is read."""
    numbers = [a.paragraf for a in arenden if a.paragraf is not None]
    first = _int(values.get("forsta_paragraf")) or min(numbers, default=1)
    last = _int(values.get("sista_paragraf")) or max(numbers, default=first)
    return range(first, last + 1)
