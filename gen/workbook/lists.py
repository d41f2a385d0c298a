"""The hidden sheet Listor: a register in, the sources of the dropdowns as named ranges out.

The register's content is copied, so that the file works on a computer without it. Only names refer
to this sheet: a dropdown that names another sheet's cells is of a kind that older programs drop.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from gen import frister
from gen.choices import DELAR, GALLER, HANDELSEUTFALL, OVRIGA
from gen.frister import FIRST_YEAR, LAST_YEAR
from gen.register import Organ, Register
from gen.workbook import look, sheets
from gen.workbook.columns import Column, Sheet, Type
from gen.workbook.formulas import CLOSED_DAYS, HEADER_ROW, PEOPLE, is_ledamot

SHEET = "Listor"
STAGE = "skede"
"""The cell that tells what is to be filled in next: 1 for the kallelse, 2 protokoll, 3 anslag."""
SEATS = 120
"""So many rows of Närvaro are looked through for ledamöter who can be served for."""
YEARS_AHEAD = 2
_TOP = 3
_ROWS_REFERRED = 1000

Value = str | dt.date


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a dropdown shows. `asks`: another value gives a question; else it is taken in silence.

    In `formula` {row} stands for the first row that it is for.
    """

    formula: str
    asks: bool = False


def of_column(sheet: Sheet, column: Column) -> Suggestion | None:
    """The dropdown of a column; None when it has none."""
    special = _SPECIAL.get((sheet.field, column.field))
    if special is not None:
        return special
    if column.choices:
        return Suggestion(_choices_name(column.choices), asks=True)
    if column.type is Type.ORGAN:
        return Suggestion("organnamn" if sheet is sheets.SAMMANTRADE else "organkoder", asks=True)
    if column.type in (Type.NAME, Type.NAMES):
        return Suggestion("personnamn" if sheet is sheets.ARENDE else "närvarande")
    return None


def _dependent(key: str, names: Mapping[str, str], otherwise: str) -> Suggestion:
    """Which list, by the word in the same row's column `key`."""
    formula = otherwise
    for word, name in reversed(list(names.items())):
        formula = f'IF(${key}{{row}}="{word}",{name},{formula})'
    return Suggestion(formula)


def _by_event(prefix: str, events: Iterable[str]) -> dict[str, str]:
    return {event: f"{prefix}_{event.lower().replace(' ', '_')}" for event in events}


_SPECIAL: Mapping[tuple[str, str], Suggestion] = {
    ("närvaro", "namn"): Suggestion("personnamn"),
    ("närvaro", "tjänstgör_för"): Suggestion("att_tjänstgöra_för", asks=True),
    ("ärenden", "förslagsställare"): Suggestion("personnamn"),
    ("ärenden", "föredragande"): Suggestion("tjänstepersonnamn"),
    ("ärende", "handläggare"): Suggestion("tjänstepersonnamn"),
    ("skrivelse", "organ"): Suggestion("organnamn", asks=True),
    ("skrivelse", "undertecknare"): Suggestion("personnamn"),
    ("skrivelse", "mottagare"): Suggestion("mottagarnamn"),
    ("delegation", "organ"): Suggestion("organnamn", asks=True),
    ("delegationsbeslut", "delegat"): Suggestion("personnamn"),
    ("föreskrift", "beslutad_av"): Suggestion("organnamn", asks=True),
    ("revideringar", "organ"): Suggestion("organnamn", asks=True),
    ("innehåll", "ärende"): Suggestion("ärendenummer", asks=True),
    ("innehåll", "vem"): Suggestion("mottagarnamn"),
    ("behandling", "ärende"): Suggestion("ärendenummer", asks=True),
    ("behandling", "vem"): Suggestion("närvarande"),
    ("behandling", "gäller"): _dependent("C", _by_event("gäller", GALLER), "gäller_beslutet"),
    ("behandling", "utfall"): _dependent(
        "C", _by_event("utfall", HANDELSEUTFALL), "utfall_proposition"
    ),
    ("behandling", "ersättare"): Suggestion("närvarande"),
    ("behandling", "ja"): Suggestion("partier"),
    ("behandling", "nej"): Suggestion("partier"),
    ("behandling", "avstår"): Suggestion("partier"),
    ("behandling", "frånvarande"): Suggestion("partier"),
    ("granskat", "ärende"): Suggestion("ärendenummer", asks=True),
    ("granskat", "vem"): Suggestion("personnamn"),
    ("organ", "överordnat"): Suggestion("organkoder", asks=True),
    ("organ", "sekreterare"): Suggestion("tjänstepersonnamn"),
    ("förtroendevalda", "organ"): Suggestion("organkoder", asks=True),
    ("förtroendevalda", "uppdrag"): Suggestion("uppdrag"),
    ("tjänstepersoner", "närvarande_i"): Suggestion("organkoder"),
    ("mottagare", "ingår"): Suggestion("mottagarnamn"),
}

UPPDRAG = (
    "ordförande",
    "förste vice ordförande",
    "andre vice ordförande",
    "vice ordförande",
    "ledamot",
    "ersättare",
    "adjungerad",
)


def _choices_name(choices: tuple[str, ...]) -> str:
    """One list for each set of words, whichever columns have it."""
    letters = ("".join(c for c in word.lower() if c.isalpha()) for word in choices)
    return "_".join(("val", *(word or f"tecken{n}" for n, word in enumerate(letters, 1))))[:200]


def delar(register: Register) -> tuple[str, ...]:
    """The words of Del: the declared ones, then the kommun's own consequence headings."""
    return (*sheets.INNEHALL.column("del").choices, *register.stil.konsekvensrubriker)


def people(
    register: Register, organ: Organ | None, day: dt.date | None
) -> Iterator[tuple[str, str, str]]:
    """Everybody once, as (namn, parti, uppdrag in the organ on that day or title)."""
    known: dict[str, tuple[str, str]] = {}
    for mandate in register.fortroendevalda:
        here = organ is not None and mandate.organ == organ.kod and mandate.holds(day)
        if here or mandate.namn not in known:
            known[mandate.namn] = (mandate.parti, mandate.uppdrag if here else "")
    for official in register.tjanstepersoner:
        known.setdefault(official.namn, ("", official.titel))
    return ((name, *rest) for name, rest in known.items())


def closed_days(day: dt.date | None) -> tuple[dt.date, ...]:
    """Days between Monday and Friday that cannot be a last day (2 § lagen 1930:173)."""
    if day is None:
        return ()
    first = max(day.year - 1, FIRST_YEAR)
    last = min(day.year + YEARS_AHEAD, LAST_YEAR)
    start, end = dt.date(first, 1, 1), dt.date(last, 12, 31)
    days = (start + dt.timedelta(days=n) for n in range((end - start).days + 1))
    return tuple(d for d in days if d.weekday() < 5 and frister.closed(d))


def write(
    book: Workbook,
    declared: Sequence[Sheet],
    register: Register,
    *,
    organ: Organ | None = None,
    day: dt.date | None = None,
    origin: str = "",
) -> Worksheet:
    """Adds the sheet and the names. `origin` says where the register's content is from."""
    ws: Worksheet = book.create_sheet(SHEET)
    ws.sheet_state = "veryHidden"
    look.plain(ws["A1"], f"Listor till rullgardinsmenyerna. {origin}".strip())
    lists = _Lists(book, ws)
    meeting = sheets.NARVARO in declared
    if sheets.ORGAN in declared:
        lists.rows("organkoder", sheets.ORGAN, "kod")
        lists.rows("mottagarnamn", sheets.MOTTAGARE, "namn")
        lists.rows("tjänstepersonnamn", sheets.TJANSTEPERSONER, "namn")
        lists.add("uppdrag", UPPDRAG)
    else:
        lists.add("organkoder", [o.kod for o in register.organ])
        lists.add("organnamn", [o.namn for o in register.organ])
        everybody = list(people(register, organ, day))
        lists.table(PEOPLE, everybody)
        lists.add("personnamn", [name for name, _, _ in everybody])
        lists.add("tjänstepersonnamn", [t.namn for t in register.tjanstepersoner])
        groups = ["Förslagsställarna", "De valda"]
        lists.add("mottagarnamn", [*groups, *(m.namn for m in register.mottagare)])
    for sheet in declared:
        for column in sheet.columns:
            if column.choices:
                words = delar(register) if column.choices == DELAR else column.choices
                lists.add(_choices_name(column.choices), words)
    if meeting:
        parties = dict.fromkeys(p.parti for p in register.fortroendevalda if p.parti)
        lists.add("partier", [OVRIGA, *parties])
        for prefix, table in (("gäller", GALLER), ("utfall", HANDELSEUTFALL)):
            for event, name in _by_event(prefix, table).items():
                lists.add(name, table[event])
        lists.add("gäller_beslutet", ["Beslutet"])
        lists.add(CLOSED_DAYS, closed_days(day))
        lists.rows("ärendenummer", sheets.ARENDEN, "nr")
        lists.rows("närvarande", sheets.NARVARO, "namn")
        lists.substituted()
    return ws


def name_cell(book: Workbook, name: str, sheet: str, cell: str) -> None:
    """A name for one cell, by which formulas mention it."""
    letter, number = cell[0], cell[1:]
    book.defined_names[name] = DefinedName(name, attr_text=f"'{sheet}'!${letter}${number}")


class _Lists:
    """Puts one list after the other on the sheet, each in a column and under a name.

    No name is that of a table (a sheet's), in whatever case: Excel would not open such a file.
    """

    def __init__(self, book: Workbook, ws: Worksheet) -> None:
        self.book, self.ws, self.next = book, ws, 1

    def define(self, name: str, refers_to: str) -> None:
        self.book.defined_names[name] = DefinedName(name, attr_text=refers_to)

    def add(self, name: str, values: Iterable[Value]) -> None:
        """A list that does not change. An empty one is one empty cell."""
        if name not in self.book.defined_names:
            self.table(name, [(value,) for value in values])

    def table(self, name: str, rows: Sequence[Sequence[Value]]) -> None:
        """The same, of several columns."""
        breadth = max((len(row) for row in rows), default=1)
        for number, row in enumerate(rows, _TOP):
            for offset, value in enumerate(row):
                cell = self.ws.cell(number, self.next + offset, value)
                cell.number_format = look.DATE if isinstance(value, dt.date) else look.TEXT
        first, last = get_column_letter(self.next), get_column_letter(self.next + breadth - 1)
        bottom = _TOP + max(len(rows), 1) - 1
        self.define(name, f"'{SHEET}'!${first}${_TOP}:${last}${bottom}")
        self.ws.cell(_TOP - 1, self.next, name)
        self.next += breadth

    def rows(self, name: str, sheet: Sheet, field: str) -> None:
        """What is typed in a table's column, as far down as anything stands there."""
        letter = get_column_letter(1 + [c.field for c in sheet.columns].index(field))
        cells = f"'{sheet.name}'!${letter}${HEADER_ROW + 1}:${letter}${_ROWS_REFERRED}"
        start = cells.split(":")[0]
        self.define(name, f"{start}:INDEX({cells},MAX(1,COUNTA({cells})))")

    def substituted(self) -> None:
        """`Tjänstgör för`: Vakant, Ja, and the ledamöter who are absent or do not serve.

        The first column counts them, the second has them one after the other.
        """
        narvaro = sheets.NARVARO
        columns = {
            f: f"INDEX({narvaro.name}[{narvaro.column(f).header}],ROW()-{_TOP + 1})"
            for f in ("namn", "uppdrag", "närvarar", "tjänstgör")
        }
        count, names = get_column_letter(self.next), get_column_letter(self.next + 1)
        self.ws.cell(_TOP - 1, self.next, "att_tjänstgöra_för")
        for number, word in enumerate(("Vakant", "Ja"), _TOP):
            self.ws.cell(number, self.next + 1, word)
        out = f'OR({columns["närvarar"]}="Nej",{columns["tjänstgör"]}="Nej")'
        for row in range(_TOP + 2, _TOP + 2 + SEATS):
            above = f"{count}${_TOP}:{count}{row - 1}"
            self.ws.cell(
                row,
                self.next,
                f'=IFERROR(IF(AND({columns["namn"]}<>"",{is_ledamot(columns["uppdrag"])},{out}),'
                f'MAX({above})+1,""),"")',
            )
            place = f"MATCH(ROW()-{_TOP + 1},{count}${_TOP}:{count}${_TOP + 1 + SEATS},0)"
            self.ws.cell(
                row,
                self.next + 1,
                f'=IFERROR(INDEX({narvaro.name}[Namn],{place}-2),"")',
            )
        whole = f"'{SHEET}'!${names}${_TOP}:${names}${_TOP + 1 + SEATS}"
        counted = f"MAX('{SHEET}'!${count}${_TOP}:${count}${_TOP + 1 + SEATS})"
        self.define("att_tjänstgöra_för", f"'{SHEET}'!${names}${_TOP}:INDEX({whole},2+{counted})")
        self.next += 2
