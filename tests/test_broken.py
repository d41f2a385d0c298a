"""Workbooks as they come when people have worked in them: each fault at its cell, with its cure.

A row of the table: what was done to the workbook of the shipped meeting; the code of the finding;
a word of what it says or of its cure; the documents that it stops. Its cell is what the change
gives back.
"""

from __future__ import annotations

import datetime as dt
import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from bok import KSAU, REGISTER, Bok, Place, broken, put
from lxml import etree
from mote import möte
from openpyxl.styles import Font

from gen.building import Options, build
from gen.checks import check
from gen.errors import DataError
from gen.findings import ALLA, Finding, Level
from gen.kontroll import kontrollera
from gen.report import sentence
from gen.stages import Before
from gen.store import Policy
from gen.workbook.columns import STOPS, Must
from gen.workbook.package import read as read_package
from gen.workbook.package import write as write_package
from gen.workbook.read import Reading, read
from gen.workbook.sheetxml import WORKSHEET_ORDER, S, tabs
from gen.workbook.sheetxml import put as put_element

K, P, A = STOPS[Must.KALLELSE], STOPS[Must.PROTOKOLL], STOPS[Must.ANSLAG]
NONE: frozenset[str] = frozenset()

Change = Callable[[Bok], Place]
Row = tuple[str, Change, str, str, frozenset[str]]


def form(label: str, value: object) -> Change:
    """A value in the form."""
    return lambda b: put(b.header("Sammanträde", label), value)


def arende(header: str, value: object, nr: str = "28") -> Change:
    """A value in the row of an ärende."""
    return lambda b: put(b.cell("Ärenden", header, nr), value)


def person(header: str, value: object, name: str = "Mia Honeth") -> Change:
    """A value in somebody's row."""
    return lambda b: put(b.cell("Närvaro", header, name), value)


def innehall(del_: str, header: str, value: object, nr: str = "28") -> Change:
    """A value in the first row of a part."""
    return lambda b: put(b.part(nr, del_, header), value)


def header(sheet: str, old: str, new: object) -> Change:
    """Another header."""
    return lambda b: put(b.header(sheet, old), new)


def renamed(sheet: str, new: str, told: str = "") -> Change:
    def change(b: Bok) -> Place:
        b[sheet].title = new
        return told or sheet, ""

    return change


def removed(sheet: str) -> Change:
    def change(b: Bok) -> Place:
        b.book.remove(b[sheet])
        return sheet, ""

    return change


def label(old: str, new: object) -> Change:
    """Another label in the form."""

    def change(b: Bok) -> Place:
        value = b.header("Sammanträde", old)
        return put(value.parent.cell(value.row, value.column - 1), new)

    return change


def without_label(text: str) -> Change:
    def change(b: Bok) -> Place:
        label(text, None)(b)
        return "Sammanträde", ""

    return change


def again(sheet: str, first: str, second: str) -> Change:
    """A header in the place of another."""
    return header(sheet, second, first)


def column_gone(sheet: str, text: str) -> Change:
    """The whole column removed."""

    def change(b: Bok) -> Place:
        b[sheet].delete_cols(b.header(sheet, text).column)
        return sheet, ""

    return change


def note(sheet: str, text: str = "kom ihåg") -> Change:
    """A note beside the table, in a column without header."""

    def change(b: Bok) -> Place:
        return put(b[sheet].cell(b.last(sheet), b.beside(sheet)), text)

    return change


def stray_column(sheet: str, text: str) -> Change:
    """A column with a header of one's own and something in it."""

    def change(b: Bok) -> Place:
        column, top = b.beside(sheet), b.header(sheet, "Namn").row
        b[sheet].cell(top + 1, column, "x")
        return put(b[sheet].cell(top, column), text)

    return change


def below(sheet: str, gap: int, *texts: str, bold: bool = False) -> Change:
    """A row under the table."""

    def change(b: Bok) -> Place:
        first = b.header(sheet, "Namn" if sheet == "Närvaro" else "Nr")
        row = b.last(sheet) + 1 + gap
        cells = [b[sheet].cell(row, first.column + i) for i in range(len(texts))]
        for cell, text in zip(cells, texts, strict=True):
            cell.value, cell.font = text, Font(bold=bold)
        return sheet, cells[0].coordinate

    return change


def gap_in(sheet: str) -> Change:
    def change(b: Bok) -> Place:
        below(sheet, 2, "Gun Gäst")(b)
        return sheet, f"A{b.last(sheet) - 2}"

    return change


def merged(sheet: str, cells: Callable[[Bok], tuple[object, object]]) -> Change:
    def change(b: Bok) -> Place:
        first, last = cells(b)
        b[sheet].merge_cells(f"{first.coordinate}:{last.coordinate}")
        return sheet, first.coordinate

    return change


def hidden_row(b: Bok) -> Place:
    row = b.cell("Ärenden", "Nr", "28").row
    b["Ärenden"].row_dimensions[row].hidden = True
    return "Ärenden", f"A{row}"


def filtered_row(b: Bok) -> Place:
    """What a filter hides is a hidden row in the file."""
    ws, row = b["Närvaro"], b.cell("Närvaro", "Namn", "Lina Olsson").row
    for table in list(ws.tables):
        del ws.tables[table]
    ws.auto_filter.ref = ws.dimensions
    ws.auto_filter.add_filter_column(0, ["Mia Honeth"])
    ws.row_dimensions[row].hidden = True
    return "Närvaro", f"A{row}"


def hidden_column(b: Bok) -> Place:
    cell = b.header("Ärenden", "Dnr")
    dimension = b["Ärenden"].column_dimensions[cell.column_letter]
    dimension.hidden, dimension.outlineLevel = True, 0
    return "Ärenden", f"{cell.column_letter}{b.cell('Ärenden', 'Dnr', '27').row}"


def hidden_sheet(b: Bok) -> Place:
    b["Innehåll"].sheet_state = "hidden"
    return "Innehåll", ""


def two_of_a_name(b: Bok) -> Place:
    b.book.create_sheet("Närvaro ")["A1"] = "Namn"
    return "Närvaro ", ""


def unknown_sheet(name: str) -> Change:
    def change(b: Bok) -> Place:
        b.book.create_sheet(name)["A1"] = "något"
        return name, ""

    return change


def headless(b: Bok) -> Place:
    ws = b["Ärenden"]
    ws.delete_rows(1, b.header("Ärenden", "Nr").row)
    for table in list(ws.tables):
        del ws.tables[table]
    return "Ärenden", ""


def scattered(b: Bok) -> Place:
    row = b.last("Innehåll") + 1
    ws = b["Innehåll"]
    ws.cell(row, b.header("Innehåll", "Del").column, "Sammanfattning")
    ws.cell(row, b.header("Innehåll", "Text").column, "Ett stycke till.")
    return put(ws.cell(row, b.header("Innehåll", "Ärende").column), "27")


def first_key_gone(b: Bok) -> Place:
    cell = b.header("Innehåll", "Ärende")
    put(b["Innehåll"].cell(cell.row + 1, cell.column), None)
    return "Innehåll", f"A{cell.row + 1}"


def nr_gone(b: Bok) -> Place:
    cell = b.cell("Ärenden", "Nr", "28")
    cell.value = None
    return "Ärenden", ""


def undecided(b: Bok) -> Place:
    put(b.part("28", "Förslag", "Del"), "Beslut")
    cell = b.cell("Ärenden", "Utfall", "28")
    return "Ärenden", cell.coordinate


def decided_twice(b: Bok) -> Place:
    row = b.last("Innehåll") + 1
    for header, value in (("Ärende", "28"), ("Del", "Beslut"), ("Text", "bifalla motionen")):
        b["Innehåll"].cell(row, b.header("Innehåll", header).column, value)
    return "Ärenden", b.cell("Ärenden", "Utfall", "28").coordinate


def newly_elected(b: Bok) -> Place:
    """Somebody whom the register does not know yet, in the place of a ledamot."""
    put(b.cell("Närvaro", "Parti", "Mia Honeth"), None)
    put(b.cell("Närvaro", "Uppdrag", "Mia Honeth"), "ledamot")
    return put(b.cell("Närvaro", "Namn", "Mia Honeth"), "Ny Ledamot")


BROKEN: list[Row] = [
    # sheets
    ("a sheet is gone", removed("Närvaro"), "GEN-1101", "Lägg till ett blad", ALLA),
    ("a sheet has another name", renamed("Ärenden", "Ärende"), "GEN-1101", "Menade du Ärende", ALLA),
    ("a sheet that gen does not know", unknown_sheet("Arvoden"), "GEN-1102", "läses inte", NONE),
    ("a misspelled extra sheet", unknown_sheet("Behandlin"), "GEN-1102", "Ta bort bladet", NONE),
    ("two sheets of one name", two_of_a_name, "GEN-1117", "Ta bort det ena", ALLA),
    ("a hidden sheet", hidden_sheet, "GEN-1112", "Ta fram bladet", NONE),
    ("no header row", headless, "GEN-1103", "Nr", ALLA),
    # headers
    ("a column is gone", column_gone("Ärenden", "Rubrik"), "GEN-1104", "Rubrik", ALLA),
    ("a header is emptied", header("Ärenden", "Rubrik", None), "GEN-1119", "Skriv Rubrik i C3", ALLA),
    ("the header of a key is emptied", header("Närvaro", "Namn", None), "GEN-1119", "Skriv Namn i A3", ALLA),
    ("a header that Excel has set", header("Ärenden", "Rubrik", "Kolumn1"), "GEN-1119", "Skriv Rubrik i C3", ALLA),
    ("an emptied header of what may be empty", header("Ärenden", "Dnr", None), "GEN-1119", "Skriv Dnr i D3", ALLA),
    ("another word over a column", header("Ärenden", "Rubrik", "Vad det gäller"), "GEN-1118", "Skriv Rubrik i stället för Vad det gäller", ALLA),
    ("a misspelled header", header("Ärenden", "Dnr", "Dnnr"), "GEN-1105", "Menade du Dnr", NONE),
    ("a column of one's own", stray_column("Närvaro", "Arvode"), "GEN-1105", "läses inte", NONE),
    ("a header stands twice", again("Ärenden", "Rubrik", "Dnr"), "GEN-1106", "Ta bort den ena", ALLA),
    ("a label is gone", without_label("Justerare"), "GEN-1104", "Justerare", ALLA),
    ("a misspelled label", label("Plats", "Platts"), "GEN-1118", "Skriv Plats i stället för Platts", ALLA),
    ("a misspelled label of what may be empty", label("Slag", "Slagg"), "GEN-1105", "Menade du Slag", NONE),
    ("a misspelled header of what is needed", header("Ärenden", "Rubrik", "Rubrk"), "GEN-1118", "Skriv Rubrik i stället för Rubrk", ALLA),
    ("a label stands twice", label("Slag", "Plats"), "GEN-1106", "Plats", ALLA),
    # the shape of a sheet
    ("merged over two rows", merged("Ärenden", lambda b: (b.cell("Ärenden", "Dnr", "27"), b.cell("Ärenden", "Dnr", "28"))), "GEN-1108", "Dela cellerna", NONE),
    ("merged in the form", merged("Sammanträde", lambda b: (b.header("Sammanträde", "Från klockan"), b["Sammanträde"].cell(b.header("Sammanträde", "Från klockan").row + 1, b.header("Sammanträde", "Från klockan").column))), "GEN-1108", "Dela cellerna", NONE),
    ("a hidden row", hidden_row, "GEN-1110", "Visa raderna", NONE),
    ("a filtered row", filtered_row, "GEN-1110", "filter", NONE),
    ("a hidden column", hidden_column, "GEN-1111", "Ta fram kolumnen", NONE),
    ("a note beside the table", note("Ärenden"), "GEN-1113", "läses inte", NONE),
    ("a note beside the form", note("Sammanträde"), "GEN-1113", "utanför", NONE),
    ("a second header row", below("Ärenden", 1, "Nr", "§", "Rubrik"), "GEN-1114", "en enda tabell", ALLA),
    ("another table below", below("Närvaro", 2, "Arvode", "Timmar", bold=True), "GEN-1115", "eget blad", NONE),
    ("empty rows in between", gap_in("Närvaro"), "GEN-1116", "tomma raderna", NONE),
    # dates
    ("a day that does not exist", form("Sammanträdesdatum", "2023-02-30"), "GEN-1201", "28 dagar", K),
    ("a date without year", form("Justering planerad", "7 mars"), "GEN-1201", "saknar år", P),
    ("two digits of the year", form("Justerat", "23-03-07"), "GEN-1201", "fyra siffror", P),
    ("two readings of a date", form("Anslaget uppsatt", "8/3/2023"), "GEN-1201", "två sätt", P),
    ("the wrong weekday", form("Sammanträdesdatum", "tisdagen den 6 mars 2023"), "GEN-1201", "måndag", K),
    ("blanks in a date", form("Sammanträdesdatum", "2023 -03-06"), "GEN-1201", "Menade du 2023-03-06", K),
    ("an amount as a date", form("Justering planerad", "12.500"), "GEN-1201", "ett tal", P),
    ("a date with a time", form("Sammanträdesdatum", dt.datetime(2023, 3, 6, 13, 0)), "GEN-1201", "klockslag", K),
    ("the year 1023", form("Sammanträdesdatum", "1023-03-06"), "GEN-1201", "1953", K),
    ("a span where one day belongs", form("Justering planerad", "7–8 mars 2023"), "GEN-1201", "flera dagar", P),
    ("yes as a date", form("Justerat", True), "GEN-1201", "datum", P),
    ("a misspelled month", arende("Inkom", "8 dessember 2022"), "GEN-1201", "ingen månad", P),
    # times
    ("25 o'clock", form("Till klockan", "25.00"), "GEN-1201", "23.59", P),
    ("no point in a time", form("Från klockan", "1300"), "GEN-1201", "13.00", K),
    ("two times in a cell", form("Från klockan", "13.00–13.33"), "GEN-1201", "flera klockslag", K),
    ("a date as a time", form("Till klockan", dt.datetime(2023, 3, 6)), "GEN-1201", "datum", P),
    ("a time with seconds", form("Till klockan", dt.time(13, 33, 20)), "GEN-1201", "sekunder", P),
    ("a word as a time", form("Justering klockan", "efter lunch"), "GEN-1201", "klockslag", P),
    # numbers, lists, other values
    ("a word as a §", arende("§", "femtio"), "GEN-1201", "numret", P),
    ("half a §", form("Första §", 23.5), "GEN-1201", "paragrafnummer", P),
    ("3-12 became a date", person("Paragrafer", dt.datetime(2023, 12, 3)), "GEN-1201", "12–3 eller 3–12", P),
    ("3-40 became a date", person("Paragrafer", dt.datetime(1940, 3, 1)), "GEN-1201", "3–40", P),
    ("a dnr became a date", arende("Dnr", dt.datetime(2023, 1, 6)), "GEN-1201", "formatet Text", P),
    ("§§ that nobody understands", person("Paragrafer", "nästan alla"), "GEN-1201", "Paragrafer", P),
    ("an outcome that is none", arende("Utfall", "Enligt förslag"), "GEN-1201", "Menade du Enligt förslaget", P),
    ("a Del that is none", innehall("Förslag", "Del", "Förslaget"), "GEN-1201", "Förslag", K),
    ("an attendance that is none", person("Närvarar", "Kanske"), "GEN-1201", "Distans", P),
    ("Excel shows an error", arende("Rubrik", "#N/A"), "GEN-1202", "Rätta formeln", K),
    ("an error in the form", form("Plats", "#REF!"), "GEN-1202", "Excels fel", K),
    ("a formula was never calculated", arende("Rubrik", "=A1"), "GEN-1107", "spara den", ALLA),
    ("a formula in the form", form("Plats", '="Sessions"&"salen"'), "GEN-1107", "öppna", ALLA),
    ("a full cell", innehall("Sammanfattning", "Text", "ö" * 32_767), "GEN-1203", "Dela texten", NONE),
    # what refers to something else
    ("an organ that nobody knows", form("Organ", "Kommunstyrelsens arbetsutskot"), "GEN-1301", "Menade du Kommunstyrelsens arbetsutskott", ALLA),
    ("an unknown last instance", arende("Beslutas av", "KFF"), "GEN-1301", "Menade du KF", ALLA),
    ("a justerare that nobody knows", form("Justerare", "Mia Honnett"), "GEN-1302", "Menade du Mia Honeth", P),
    ("an unknown ledamot to serve for", person("Tjänstgör för", "Rasmus Törnblad", "Hedvig Åkesson"), "GEN-1302", "Menade du Rasmus Törnblom", P),
    ("a name in the wrong spelling", person("Namn", "Mia Honett"), "GEN-1311", "Menade du Mia Honeth", P),
    ("a guest", lambda b: below("Närvaro", 0, "Gun Gäst")(b), "GEN-1304", "gäst", NONE),
    ("an ärende that is not on the list", innehall("Förslag", "Ärende", "99"), "GEN-1305", "Ärenden", ALLA),
    ("no ärende on the first row", first_key_gone, "GEN-1306", "första raden", ALLA),
    ("an ärende without Nr", nr_gone, "GEN-1306", "Nr", ALLA),
    ("two ärenden of one Nr", arende("Nr", "27"), "GEN-1307", "eget Nr", ALLA),
    ("rows that were sorted apart", scattered, "GEN-1308", "samla dem", NONE),
    # what is missing or contradicts itself
    ("no end of the meeting", form("Till klockan", None), "GEN-2001", "Till klockan", P),
    ("no day of the meeting", form("Sammanträdesdatum", None), "GEN-2001", "Sammanträdesdatum", K),
    ("no justerare", form("Justerare", None), "GEN-2001", "Justerare", P),
    ("no rubrik", arende("Rubrik", None), "GEN-2001", "Rubrik", K),
    ("a beslut where the förslag was", undecided, "GEN-2003", "ändra Utfall", P),
    ("a beslut beside the förslag", decided_twice, "GEN-2004", "Annat beslut", P),
    ("one § on two ärenden", arende("§", "49"), "GEN-2005", "olika paragrafer", P),
    ("a § beyond the last", arende("§", "77"), "GEN-2006", "Sista §", P),
    ("a ledamot without parti", newly_elected, "GEN-1250", "partiet", P),
]  # fmt: skip
"""Kept one a line: a table is read better unwrapped."""


def told(reading: Reading, code: str, before: Before | None = None) -> list[Finding]:
    return [finding for finding in check(reading, before) if finding.code == code]


def test_the_table_is_long_enough() -> None:
    assert len(BROKEN) >= 60
    assert len({name for name, *_ in BROKEN}) == len(BROKEN)


@pytest.mark.parametrize(
    ("change", "code", "word", "stops"), [pytest.param(*rest, id=name) for name, *rest in BROKEN]
)
def test_a_broken_workbook_is_told_at_its_cell_with_its_cure(
    tmp_path: Path, change: Change, code: str, word: str, stops: frozenset[str]
) -> None:
    path, (sheet, cell) = broken(tmp_path, change)
    reading = read(path)
    found = told(reading, code)
    assert found, sorted({finding.code for finding in check(reading)})
    places = [reading.source.place(finding.at) for finding in found]
    here = [
        finding
        for finding, place in zip(found, places, strict=True)
        if place.sheet == sheet and (not cell or place.cell == cell)
    ]
    assert here, f"{sheet} {cell}: {places}"
    assert any(word.casefold() in f"{sentence(f)} {f.expected}".casefold() for f in here), here
    assert {f.stoppar for f in here} == {stops}


EXAMPLES = [
    "a sheet is gone",
    "a day that does not exist",
    "two readings of a date",
    "25 o'clock",
    "a hidden row",
    "one § on two ärenden",
    "an ärende that is not on the list",
]


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_stopped_document_is_written(tmp_path: Path, name: str) -> None:
    _, change, _, _, stops = next(row for row in BROKEN if row[0] == name)
    path, _ = broken(tmp_path, change)
    out = tmp_path / "out"
    outcome = build(path, ["protokoll"], Options(out=out, engine="inbyggd"))
    made = {file.name for file in out.rglob("protokoll.*")}
    stopped = bool(stops & {"*", "protokoll"})
    assert made == (set() if stopped else {"protokoll.docx", "protokoll.pdf"})
    assert outcome.exit_code == int(stopped)


def test_a_stopped_document_leaves_what_was_made_before(tmp_path: Path) -> None:
    shutil.copy(REGISTER, tmp_path)
    path = Path(shutil.copy(KSAU, tmp_path))
    options = Options(out=tmp_path / "out", engine="inbyggd", policy=Policy.REFUSE)
    build(path, ["protokoll"], options)
    before = {f: f.read_bytes() for f in options.out.rglob("*") if f.is_file()}
    bok = Bok(path)
    put(bok.header("Sammanträde", "Till klockan"), "25.00")
    bok.save(path)
    assert build(path, ["protokoll"], options).exit_code == 1
    assert {f: f.read_bytes() for f in options.out.rglob("*") if f.is_file()} == before


# --- what is read all the same -----------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "same"),
    [
        pytest.param(renamed("Närvaro", " närvaro "), "", id="a sheet's name with blanks"),
        pytest.param(header("Ärenden", "Beslutas av", "Beslutas\n av "), "", id="a line break"),
        pytest.param(header("Ärenden", "Beslutas av", "BESLUTAS\u00a0AV"), "", id="a hard blank"),
        pytest.param(header("Ärenden", "Rubrik", "Ru\u00adbrik\u200b"), "", id="invisible signs"),
        pytest.param(form("Sammanträdesdatum", "måndagen den 6 mars 2023"), "", id="date in words"),
        pytest.param(form("Sammanträdesdatum", " 2023-03-06\u00a0"), "", id="blanks around a date"),
        pytest.param(form("Sammanträdesdatum", dt.date(2023, 3, 6)), "", id="a real date"),
        pytest.param(form("Från klockan", "kl. 13:00"), "", id="a colon in a time"),
        pytest.param(form("Från klockan", dt.time(13, 0)), "", id="a real time"),
        pytest.param(form("Från klockan", 13 / 24), "", id="a part of a day"),
        pytest.param(arende("Nr", 28.0), "", id="a number with decimals"),
        pytest.param(arende("§", "§ 50"), "", id="a § with its sign"),
        pytest.param(innehall("Förslag", "Del", "förslag"), "", id="a Del in small letters"),
    ],
)
def test_what_can_only_mean_one_thing_is_read(tmp_path: Path, change: Change, same: str) -> None:
    path, _ = broken(tmp_path, change)
    found = read(path)
    assert [f for f in found.findings if f.level == "fel"] == []
    assert found.meeting == read(KSAU, REGISTER).meeting


def test_ja_and_nej_typed_under_what_they_mean_are_no_second_header_row(tmp_path: Path) -> None:
    typed = {"Händelse": "Omröstning", "Ja betyder": "ja", "Nej betyder": "nej", "Utfall": "Ja"}

    def voted(b: Bok) -> Place:
        row = b.header("Behandling", "Händelse").row + 1
        for header, value in {"Ärende": "28", **typed}.items():
            b["Behandling"].cell(row, b.header("Behandling", header).column, value)
        return "", ""

    path, _ = broken(tmp_path, voted)
    assert "GEN-1114" not in {f.code for f in read(path).findings}
    (ärende,) = (a for a in read(path).meeting.arenden if a.nr == "28")
    assert [event.handelse for event in ärende.behandling] == ["Omröstning"]


def test_hidden_and_filtered_rows_are_read_like_the_others(tmp_path: Path) -> None:
    for change in (hidden_row, filtered_row, hidden_column, hidden_sheet):
        path, _ = broken(tmp_path, change)
        assert read(path).meeting == read(KSAU, REGISTER).meeting


def test_folded_rows_and_columns_are_not_hidden_ones(tmp_path: Path) -> None:
    def fold(b: Bok) -> Place:
        letter = b.header("Ärenden", "Inkom").column_letter
        b["Ärenden"].column_dimensions[letter].hidden = True
        b["Ärenden"].column_dimensions[letter].outlineLevel = 1
        row = b.header("Sammanträde", "Förvaringsplats").row
        b["Sammanträde"].row_dimensions[row].hidden = True
        b["Sammanträde"].row_dimensions[row].outlineLevel = 1
        return "", ""

    path, _ = broken(tmp_path, fold)
    assert not {f.code for f in read(path).findings} & {"GEN-1110", "GEN-1111"}


def test_what_merged_cells_cover_is_told(tmp_path: Path) -> None:
    """Excel keeps nothing under merged cells; other programs do, out of sight."""
    bok = Bok()
    first, last = bok.cell("Ärenden", "Dnr", "27"), bok.cell("Ärenden", "Dnr", "28")
    place = first.coordinate
    path = bok.save(tmp_path / "möte.xlsx")
    shutil.copy(REGISTER, tmp_path)
    package = read_package(path.read_bytes())
    part = next(tab.part for tab in tabs(package) if tab.name == "Ärenden")
    cells = etree.Element(f"{S}mergeCells", count="1")
    etree.SubElement(cells, f"{S}mergeCell", ref=f"{place}:{last.coordinate}")
    put_element(package.tree(part), cells, WORKSHEET_ORDER)
    path.write_bytes(write_package(package))
    found = read(path)
    (covered,) = [f for f in found.findings if f.code == "GEN-1109"]
    assert found.source.place(covered.at).cell == place
    assert last.coordinate in covered.message


def test_a_format_in_the_last_row_costs_nothing(tmp_path: Path) -> None:
    def far(b: Bok) -> Place:
        b["Ärenden"].cell(1_048_576, 1).font = Font(bold=True)
        return "", ""

    path, _ = broken(tmp_path, far)
    assert read(path).meeting == read(KSAU, REGISTER).meeting


# --- stages ------------------------------------------------------------------------------


def test_what_only_the_protokoll_needs_is_not_missing_before_the_kallelse() -> None:
    planned = möte("KS 2023-03-06 | Till klockan: | Justerare: ", "§ 1 En plan")
    assert not [f for f in check(planned) if f.code in ("GEN-2001", "GEN-2003")]
    missing = {f.value for f in check(planned, Before.PROTOKOLL) if f.code == "GEN-2001"}
    assert missing == {"Till klockan", "Justerare"}


def test_what_the_anslag_needs_is_asked_for_when_it_is_to_be_made() -> None:
    held = möte("KS 2023-03-06", "§ 1 En plan | Förslag: anta planen")
    assert "GEN-2001" not in {f.code for f in check(held)}
    missing = {f.value for f in check(held, Before.ANSLAG) if f.code == "GEN-2001"}
    assert missing == {"Justerat", "Anslaget uppsatt"}


def test_the_typed_dates_tell_what_comes_next() -> None:
    def before(facts: str) -> set[str]:
        reading = möte(f"KS 2023-03-06 | {facts}", "§ 1 En plan | Förslag: anta planen")
        return {f.value for f in check(reading) if f.code == "GEN-2001"}

    assert before("Till klockan: | Justerare: ") == set()
    assert before("Justerare: ") == {"Justerare"}
    assert before("Justerat: 2023-03-07") == {"Anslaget uppsatt"}


# --- files that are no xlsx --------------------------------------------------------------


def _zip(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OTHER_FILES = [
    ("tom.xlsx", b"", "GEN-1120", "färdigkopierad"),
    ("gammal.xls", OLE + "Workbook".encode("utf-16-le"), "GEN-1121", ".xlsx"),
    ("låst.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "GEN-1122", "lösenord"),
    (
        "fri.ods",
        _zip(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
        "GEN-1123",
        "LibreOffice",
    ),
    ("lista.csv", "Nr;Rubrik\n1;Val av justerare\n".encode("latin-1"), "GEN-1124", "gen ny"),
    ("lista.txt", "Nr\tRubrik".encode("utf-16"), "GEN-1124", "Excel"),
    ("binär.xlsb", _zip(xl__workbook_dot_bin=b"\0"), "GEN-1125", ".xlsx"),
    (
        "strikt.xlsx",
        _zip(xl__workbook_dot_xml=b'<workbook xmlns="http://purl.oclc.org/ooxml/x"/>'),
        "GEN-1126",
        "Strict",
    ),
    ("brev.docx", _zip(word__document_dot_xml=b"<w/>"), "GEN-1127", "kalkylblad"),
    ("annat.zip", _zip(läsmig_dot_txt=b"hej"), "GEN-1003", "Excel"),
    ("halv.xlsx", KSAU.read_bytes()[:9000], "GEN-1003", "Excel"),
    ("bild.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "GEN-1003", "Excel"),
]


@pytest.mark.parametrize(
    ("name", "content", "code", "word"), [pytest.param(*row, id=row[0]) for row in OTHER_FILES]
)
def test_another_kind_of_file_is_named_with_its_cure(
    tmp_path: Path, name: str, content: bytes, code: str, word: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError) as caught:
        read(tmp_path / name, REGISTER)
    finding = caught.value.finding
    assert (finding.code, finding.stoppar) == (code, ALLA)
    assert word in finding.expected
    assert name in finding.message


def test_a_renamed_column_is_one_thing_to_put_right(tmp_path: Path) -> None:
    path, _ = broken(tmp_path, header("Ärenden", "Rubrik", "Rubrk"))
    told = [f for f in read(path).findings if f.code in ("GEN-1104", "GEN-1105", "GEN-1118")]
    assert [f.code for f in told] == ["GEN-1118"]


@pytest.mark.parametrize(
    ("sheet", "key", "stands"),
    [
        ("Närvaro", "Namn", None),
        ("Ärenden", "Nr", None),
        ("Ärenden", "Nr", "Kolumn1"),
        ("Innehåll", "Ärende", None),
        ("Behandling", "Händelse", None),
    ],
)
def test_a_header_of_a_key_that_is_gone_is_the_one_thing_to_put_right(
    tmp_path: Path, sheet: str, key: str, stands: str | None
) -> None:
    path, _ = broken(tmp_path, header(sheet, key, stands))
    found = [f for f in check(read(path)) if f.level is Level.FEL]
    assert [f.code for f in found] == ["GEN-1119"]


def test_the_header_that_is_gone_comes_before_what_follows_from_it(tmp_path: Path) -> None:
    path, _ = broken(tmp_path, header("Ärenden", "Rubrik", None))
    found = check(read(path)).findings
    assert found[0].code == "GEN-1119"
    assert not {f.code for f in found} & {"GEN-1104", "GEN-1113", "GEN-2001"}


def test_no_advice_names_a_column_that_the_sheet_lacks(tmp_path: Path) -> None:
    for sheet, lacks in (("Ärenden", True), ("Närvaro", False)):
        path, _ = broken(tmp_path, note(sheet))
        (told,) = [f for f in read(path).findings if f.code == "GEN-1113"]
        assert ("Intern anteckning" not in told.expected) is lacks


def test_nothing_that_holds_something_is_to_be_removed(tmp_path: Path) -> None:
    path, _ = broken(tmp_path, stray_column("Närvaro", "Arvode"))
    (told,) = [f for f in read(path).findings if f.code == "GEN-1105"]
    assert "ta bort" not in told.expected


def test_a_workbook_with_macros_is_read_past_them(tmp_path: Path) -> None:
    path = tmp_path / "möte.xlsm"
    content = io.BytesIO(KSAU.read_bytes())
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\0")
    path.write_bytes(content.getvalue())
    found = read(path, REGISTER)
    assert {f.code for f in found.findings} == {"GEN-1128"}
    assert found.meeting == read(KSAU, REGISTER).meeting


def test_a_workbook_that_is_open_is_read_as_it_was_saved(tmp_path: Path) -> None:
    path = Bok().save(tmp_path / KSAU.name)
    (tmp_path / f"~${path.name}").write_bytes(b"")
    done = kontrollera(path, register=REGISTER)
    assert done.opened == "Excel"
    assert [f.code for f in done.findings if f.code == "GEN-1150"] == ["GEN-1150"]
    saved = openpyxl.load_workbook(path).properties.modified
    assert done.saved is not None
    assert done.saved.replace(tzinfo=None) == saved
