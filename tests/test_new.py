"""A new workbook: what stands in it from the start, what Calc makes of it, how it is read."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import ksau
import openpyxl
import pytest
from cells import cell, top, value
from kommando import gen
from lxml import etree
from mote import fynd, möte
from openpyxl import Workbook
from openpyxl.formula import Tokenizer
from pypdf import PdfReader

from gen import frister, ny
from gen.checks import check
from gen.choices import DELAR, HANDELSER, NASTA_ARBETSDAG
from gen.errors import EngineError, InTheWayError, UsageError
from gen.findings import Level
from gen.model import Sammantrade
from gen.pdf import soffice
from gen.register import Fortroendevald, Organ, Register, Stil, Tjansteperson
from gen.workbook import example, filling, formulas, lists, new, properties, sheets
from gen.workbook.columns import Must, Sheet, Type
from gen.workbook.filling import Filling
from gen.workbook.read import read, read_register
from gen.workbook.sheets import SCHEMA, SCHEMA_PROPERTY

DATA = Path(__file__).parent.parent / "data"
SHIPPED = DATA / "ksau-2023-03-06.xlsx"
REGISTER = DATA / "register.xlsx"
NEW_DAY = dt.date(2023, 4, 3)
SHOWN = ("Start", "Sammanträde", "Närvaro", "Ärenden", "Innehåll", "Behandling")


def opened(content: bytes, *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values, rich_text=True)


@cache
def empty_meeting() -> bytes:
    return new.meeting(example.REGISTER, example.organ(), NEW_DAY)


@cache
def example_meeting() -> bytes:
    return new.written(
        example.meeting(), example.REGISTER, example.organ(), example.DAY, ny.EXAMPLE_ORIGIN
    )


@cache
def arendefil() -> bytes:
    return new.arende({"rubrik": "Ny simhall", "dnr": "KS 2023/0200"}, example.REGISTER)


@cache
def register() -> bytes:
    return new.register(example.REGISTER)


@cache
def skrivelse() -> bytes:
    return new.skrivelse({"slag": "Motion", "rubrik": "Fler bänkar"}, example.REGISTER)


@cache
def delegation() -> bytes:
    return new.delegation({"organ": "Kommunstyrelsen"}, example.REGISTER)


MADE = {
    "exemplet": example_meeting,
    "nytt möte": empty_meeting,
    "register": register,
    "ärende": arendefil,
    "skrivelse": skrivelse,
    "delegation": delegation,
}
DECLARED = {
    "register": sheets.REGISTER,
    "ärende": sheets.ARENDEFIL,
    "skrivelse": sheets.SKRIVELSEBOK,
    "delegation": sheets.DELEGATIONSBOK,
}


@pytest.fixture(scope="module", params=list(MADE))
def made(request: pytest.FixtureRequest) -> tuple[bytes, tuple[Sheet, ...]]:
    """Each kind of workbook, and what is declared for it."""
    return MADE[request.param](), DECLARED.get(request.param, sheets.MOTE)


def placed(folder: Path, content: bytes, name: str = "möte.xlsx") -> Path:
    """The workbook in a folder with the example's register."""
    shutil.copy(REGISTER, folder)
    path = folder / name
    path.write_bytes(content)
    return path


# -- the example ---------------------------------------------------------------------------------


def test_the_shipped_workbooks_are_what_gen_ny_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = ny.example_files(tmp_path / SHIPPED.name)
    assert [path.name for path in done.files] == [SHIPPED.name, REGISTER.name]
    for path, shipped in zip(done.files, (SHIPPED, REGISTER), strict=True):
        # The parts, not the packed bytes: another zlib packs the same content otherwise.
        with zipfile.ZipFile(path) as ours, zipfile.ZipFile(shipped) as theirs:
            assert ours.namelist() == theirs.namelist()
            for name in ours.namelist():
                assert ours.read(name) == theirs.read(name), name


def test_the_example_is_read_as_the_meeting_was(tmp_path: Path) -> None:
    found = read(placed(tmp_path, example_meeting()))
    assert found.findings == ()
    assert found.meeting == ksau.MEETING
    assert found.register == example.REGISTER
    assert [f for f in check(found) if f.level is Level.FEL] == []


@pytest.mark.parametrize("kind", MADE)
def test_the_same_facts_give_the_same_bytes_whatever_the_day(kind: str) -> None:
    content = MADE[kind]()
    assert MADE[kind].__wrapped__() == content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {info.date_time[:3] for info in package.infolist()} == {(1980, 1, 1)}
        core = package.read("docProps/core.xml").decode()
    days = {"exemplet": {"2023-03-06"}, "nytt möte": {"2023-04-03"}}
    assert set(re.findall(r"(\d{4}-\d\d-\d\d)T00:00:00Z", core)) == days.get(kind, set())
    # Of when it was saved nothing is said: gen wrote no hour, and kontrollera would tell of it.
    assert re.findall(r"\d{4}-\d\d-\d\dT", core) == [f"{d}T" for d in days.get(kind, ())]
    assert properties.saved(content) is None


def test_a_file_says_which_version_it_was_made_for(made: tuple[bytes, tuple[Sheet, ...]]) -> None:
    (known,) = opened(made[0]).custom_doc_props.props
    assert (known.name, known.value) == (SCHEMA_PROPERTY, SCHEMA)


# -- what every new workbook is like -------------------------------------------------------------


def test_headers_are_those_declared_and_no_cell_is_merged(
    made: tuple[bytes, tuple[Sheet, ...]],
) -> None:
    content, declared = made
    book = opened(content)
    for ws in book:
        assert not ws.merged_cells.ranges
    for sheet in declared:
        ws = book[sheet.name]
        if sheet.form:
            labels = [c.value for c in ws["A"] if c.value]
            assert {c.header for c in sheet.columns} <= set(labels)
            continue
        headers = [c.value for c in ws[top(ws)] if c.value is not None]
        assert headers == [c.header for c in sheet.columns]
        (table,) = ws.tables.values()
        assert [c.name for c in table.tableColumns] == headers
        assert table.ref.startswith(f"A{top(ws)}:")
        assert table.ref.rstrip("0123456789").endswith(ws.cell(1, len(headers)).column_letter)


def test_a_group_has_each_line_of_a_form_once() -> None:
    for sheet in (*sheets.MOTE, *sheets.ARENDEFIL, *sheets.REGISTER):
        grouped = [field for group in sheet.groups for field in group.fields]
        assert len(grouped) == len(set(grouped))
        if sheet.form and grouped:
            assert set(grouped) == {c.field for c in sheet.columns}


def test_dropdowns_suggest_from_lists_in_the_file_and_never_refuse(
    made: tuple[bytes, tuple[Sheet, ...]],
) -> None:
    book = opened(made[0])
    names = set(book.defined_names)
    found = [(ws.title, d) for ws in book for d in ws.data_validations.dataValidation]
    dropdowns = [(title, d) for title, d in found if d.type == "list"]
    assert dropdowns
    assert {d.type for _, d in found} <= {"list", None}
    for _, validation in found:
        assert len(validation.promptTitle or "") <= 32
        assert len(validation.prompt or "") <= 255
    for title, dropdown in dropdowns:
        assert dropdown.errorStyle == "information", title
        assert len(dropdown.formula1) <= 255  # what Excel takes
        wanted = {
            token.value
            for token in Tokenizer(f"={dropdown.formula1}").items
            if token.type == "OPERAND" and token.subtype == "RANGE" and "$" not in token.value
        }
        assert wanted, dropdown.formula1
        assert wanted <= names
    assert book["Listor"].sheet_state == "veryHidden"


def test_a_dropdown_offers_the_words_that_are_declared(
    made: tuple[bytes, tuple[Sheet, ...]],
) -> None:
    content, declared = made
    book = opened(content)
    for sheet in declared:
        for column in sheet.columns:
            if not column.choices:
                continue
            whole = column.choices == DELAR
            words = lists.delar(example.REGISTER) if whole else column.choices
            suggestion = lists.of_column(sheet, column)
            assert suggestion is not None
            assert tuple(named(book, suggestion.formula)) == words, column.header


def named(book: Workbook, name: str) -> Iterator[object]:
    """The values of a named range."""
    sheet, cells = book.defined_names[name].attr_text.rsplit("!", 1)
    for row in book[sheet.strip("'")][cells.replace("$", "")] if ":" in cells else ():
        yield row[0].value


def test_no_name_is_a_tables_or_looks_like_a_cell(made: tuple[bytes, tuple[Sheet, ...]]) -> None:
    book = opened(made[0])
    tables = {name.casefold() for ws in book for name in ws.tables}
    for name in book.defined_names:
        assert name.casefold() not in tables
        assert re.fullmatch(r"[^\W\d]\w{2,254}", name), name
        assert not re.fullmatch(r"[A-Za-z]{1,3}\d+|[rRcC]\d*", name), name


@pytest.mark.parametrize(
    ("kind", "declared"),
    [("nytt möte", sheets.MOTE), *DECLARED.items()],
)
def test_cells_are_text_before_anybody_types(kind: str, declared: tuple[Sheet, ...]) -> None:
    book = opened(MADE[kind]())
    for sheet in declared:
        ws = book[sheet.name]
        for column in sheet.columns:
            if sheet.form:
                spots = [value(book, column.header, sheet.name)]
            else:
                first = cell(book, sheet.name, column.header, 1)
                spots = [first, ws.column_dimensions[first.column_letter]]
            # A formula in a cell of text format becomes letters when somebody edits it.
            computed = spots[0].data_type == "f"
            assert column.must is Must.COMPUTED or not computed
            text = "General" if computed else "@"
            wanted = "yyyy-mm-dd" if column.type is Type.DATE else text
            assert {spot.number_format for spot in spots} == {wanted}, column.header


def test_what_is_wanted_seldom_is_out_of_sight_and_start_is_in_front() -> None:
    book = opened(empty_meeting())
    states = {ws.title: ws.sheet_state for ws in book}
    assert tuple(name for name, state in states.items() if state == "visible") == SHOWN
    assert states["Röster"] == states["Delprotokoll"] == states["Granskat"] == "hidden"
    assert book.active.title == "Start"
    folded = [c.header for c in sheets.ARENDEN.columns[8:]]
    ws = book["Ärenden"]
    for header in folded:
        dimension = ws.column_dimensions[cell(book, "Ärenden", header, 0).column_letter]
        assert dimension.hidden
        assert dimension.outlineLevel == 1
    kallelse = value(book, "Kallelse skickad").row
    assert book["Sammanträde"].row_dimensions[kallelse].outlineLevel == 1


def test_the_cursor_waits_in_the_first_cell_to_fill_in() -> None:
    book = opened(empty_meeting())
    waiting = {}
    for ws in book:
        pane = ws.sheet_view.pane
        active = pane.activePane if pane else None
        (waiting[ws.title],) = (
            s.activeCell for s in ws.sheet_view.selection if s.pane == active or pane is None
        )
    assert waiting["Sammanträde"] == value(book, "Från klockan").coordinate
    assert waiting["Ärenden"] == cell(book, "Ärenden", "Nr", 1).coordinate


def test_the_list_of_presence_and_of_arenden_are_one_page_wide_on_paper() -> None:
    book = opened(empty_meeting())
    for name in ("Närvaro", "Ärenden"):
        ws = book[name]
        assert ws.page_setup.orientation == "landscape"
        assert (ws.page_setup.fitToWidth, ws.page_setup.fitToHeight) == (1, 0)
        assert ws.sheet_properties.pageSetUpPr.fitToPage
        assert ws.print_title_rows == f"${top(ws)}:${top(ws)}"
        assert ws.oddHeader.left.text == "Kommunstyrelsens arbetsutskott"
        assert ws.oddHeader.right.text == "2023-04-03"


def test_an_event_greys_the_columns_that_it_has_no_use_for() -> None:
    assert set(new.USED) == set(HANDELSER)
    fields = {c.field for c in sheets.BEHANDLING.columns}
    assert set().union(*new.USED.values()) == fields - {"nr", "ärende", "händelse"}
    book = opened(empty_meeting())
    votes = cell(book, "Behandling", "Ja", 1).coordinate
    rules = {
        str(area.sqref): rule.formula[0]
        for area in book["Behandling"].conditional_formatting
        for rule in area.rules
    }
    grey = next(formula for cells, formula in rules.items() if cells.startswith(votes))
    assert '"Jäv"' in grey
    assert '"Omröstning"' not in grey


def test_the_parts_stand_in_the_order_that_the_schema_wants(
    made: tuple[bytes, tuple[Sheet, ...]],
) -> None:
    """CT_Worksheet of ECMA-376 part 1, 18.3.1.99: Excel repairs a file with another order."""
    order = [
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "printOptions",
        "pageMargins",
        "pageSetup",
        "headerFooter",
        "ignoredErrors",
        "tableParts",
    ]
    with zipfile.ZipFile(io.BytesIO(made[0])) as package:
        parts = [n for n in package.namelist() if n.startswith("xl/worksheets/sheet")]
        assert parts
        for name in parts:
            elements = [etree.QName(e).localname for e in etree.fromstring(package.read(name))]
            assert elements == sorted(elements, key=order.index), name


# -- what is filled in ---------------------------------------------------------------------------


def test_a_new_meeting_lacks_only_what_nobody_can_know(tmp_path: Path) -> None:
    found = read(placed(tmp_path, empty_meeting()))
    assert found.findings == ()
    assert {finding.code for finding in check(found)} <= {"GEN-2001", "GEN-2009"}
    meeting = found.meeting
    assert (meeting.organ, meeting.datum, meeting.plats) == (
        "KSAU",
        NEW_DAY,
        "Sessionssalen, Stadshuset",
    )
    assert [str(row.namn.namn) for row in meeting.narvaro if row.serves] == [
        "Anders Almgren",
        "Rasmus Törnblom",
        "Mia Honeth",
        "Lina Olsson",
        "Jan Annerstedt",
    ]
    assert len(meeting.narvaro) == 23


SN = Organ(kod="SN", namn="Socialnämnden", staende_arenden=("Upprop", "Information från chefen"))


def elected(namn: str, uppdrag: str, **more: object) -> Fortroendevald:
    return Fortroendevald(namn=namn, parti="S", organ="SN", uppdrag=uppdrag, **more)


def filled(*people: Fortroendevald, organ: Organ = SN, **more: object) -> Filling:
    register = Register(organ=(organ,), fortroendevalda=people, **more)
    return filling.meeting(register, organ, NEW_DAY)


def names(known: Filling) -> list[object]:
    return [row["namn"] for row in known.rows["Närvaro"]]


def test_people_stand_in_order_of_rank_and_ersattare_by_turordning() -> None:
    known = filled(
        elected("Tvåan", "ersättare", turordning=2),
        elected("Gästen", "adjungerad"),
        elected("Andre", "andre vice ordförande"),
        elected("Ledamoten", "ledamot"),
        elected("Ettan", "ersättare 1"),
        elected("Förste", "1:e vice ordförande"),
        elected("Ordföranden", "ordförande"),
        tjanstepersoner=(
            Tjansteperson(namn="Sekreteraren", narvarande_i=("SN",)),
            Tjansteperson(namn="En annan", narvarande_i=("KF",)),
        ),
    )
    assert names(known) == [
        "Ordföranden",
        "Förste",
        "Andre",
        "Ledamoten",
        "Ettan",
        "Tvåan",
        "Gästen",
        "Sekreteraren",
    ]
    present = {row["namn"]: row.get("närvarar") for row in known.rows["Närvaro"]}
    assert present["Ledamoten"] == present["Sekreteraren"] == "Ja"
    assert present["Ettan"] is None


def test_only_mandates_of_that_day_count() -> None:
    known = filled(
        elected("Har slutat", "ledamot", till_och_med=NEW_DAY - dt.timedelta(days=1)),
        elected("Slutar i dag", "ledamot", till_och_med=NEW_DAY),
        elected("Börjar i dag", "ledamot", fran_och_med=NEW_DAY),
        elected("Börjar sedan", "ledamot", fran_och_med=NEW_DAY + dt.timedelta(days=1)),
    )
    assert names(known) == ["Slutar i dag", "Börjar i dag"]


def test_standing_arenden_are_there_from_the_start() -> None:
    rows = filled().rows["Ärenden"]
    assert [(row["nr"], row["rubrik"], row["typ"]) for row in rows] == [
        ("1", "Upprop", "Formalia"),
        ("2", "Information från chefen", "Information"),
    ]


# -- what follows from the meeting before --------------------------------------------------------

BEFORE = (
    "§ 12 Klubbat | Förslag: anta",
    "§ 13 Skjutet upp | Dnr: KS 2023/1 | Utfall: Bordläggs | Till: 2023-04-03 | Förslag: anta",
    "§ 14 Sänt tillbaka | Utfall: Återremitteras | Till: förvaltningen | Förslag: avslå",
    "§ 15 Långt senare | Utfall: Bordläggs | Till: 2023-05-08 | Förslag: anta",
)


def after(head: str = "KS 2023-03-06", *lines: str, day: dt.date = NEW_DAY, **stil: str) -> Filling:
    earlier = möte(head, *(lines or BEFORE))
    register = earlier.register.model_copy(update={"stil": Stil(**stil)})
    organ = register.find_organ(earlier.meeting.organ)
    assert organ is not None
    return filling.meeting(register, organ, day, earlier.meeting)


def test_what_was_put_off_is_there_again_and_says_what_became_of_it() -> None:
    known = after()
    assert [(row["nr"], row["rubrik"]) for row in known.rows["Ärenden"]] == [
        ("1", "Skjutet upp"),
        ("2", "Sänt tillbaka"),
    ]
    assert all({"utfall", "till", "paragraf"}.isdisjoint(row) for row in known.rows["Ärenden"])
    rows = known.rows["Innehåll"]
    history = [row for row in rows if row.get("del") == "Tidigare behandling"]
    assert [(plain(row["text"]), row["vem"], row["datum"], row["paragraf"]) for row in history] == [
        ("Bordlagt", "Kommunstyrelsen", dt.date(2023, 3, 6), "13"),
        ("Återremitterat", "Kommunstyrelsen", dt.date(2023, 3, 6), "14"),
    ]
    assert [row.get("ärende") for row in rows] == ["1", None, "2", None]


def plain(text: object) -> str:
    assert isinstance(text, tuple)
    return "".join(run.text for run in text)


def test_paragraphs_go_on_within_the_year_and_begin_again_in_january() -> None:
    assert after().form("Sammanträde")["första_paragraf"] == "16"
    assert after(day=dt.date(2024, 1, 10)).form("Sammanträde")["första_paragraf"] == "1"
    per_meeting = after(numrering="per sammanträde").form("Sammanträde")
    assert per_meeting["första_paragraf"] == "1"
    assert "första_paragraf" not in filled().form("Sammanträde")


def test_who_came_as_a_guest_is_carried_over_but_not_as_present() -> None:
    known = after(
        "KS 2023-03-06", *BEFORE, "@Ada Ask | Uppdrag: ordförande", "@Gun Gäst | Uppdrag: expert"
    )
    guest = next(row for row in known.rows["Närvaro"] if row["namn"] == "Gun Gäst")
    assert guest == {"namn": "Gun Gäst", "uppdrag": "expert", "närvarar": "Nej"}


def test_the_whole_way_from_one_meeting_to_the_next(tmp_path: Path) -> None:
    first = placed(tmp_path, example_meeting(), "första.xlsx")
    book = openpyxl.load_workbook(first, rich_text=True)
    cell(book, "Ärenden", "Utfall", 2).value = "Bordläggs"
    book.save(first)
    second = tmp_path / "andra.xlsx"
    ny.meeting(second, organ="ksau", datum="3 april 2023", earlier=first)
    found = read(second)
    assert found.findings == ()
    (carried,) = found.meeting.arenden
    assert (carried.nr, carried.dnr, carried.paragraf) == ("1", "KS 2022/1056", 52)
    assert carried.forslagsstallare == ksau.FNL
    assert carried.innehall[:-1] == ksau.MOTIONEN.innehall
    assert carried.innehall[-1].paragraf == "50"
    with pytest.raises(UsageError) as caught:
        ny.meeting(tmp_path / "x.xlsx", organ="KS", datum="2023-04-03", earlier=first)
    assert caught.value.finding.code == "GEN-1708"
    with pytest.raises(UsageError) as caught:
        ny.meeting(tmp_path / "x.xlsx", organ="KSAU", datum="2023-03-06", earlier=first)
    assert caught.value.finding.code == "GEN-1709"


# -- the other two kinds -------------------------------------------------------------------------


def test_a_register_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    path.write_bytes(new.register(example.REGISTER))
    known, found, _ = read_register(path)
    assert (known, found) == (example.REGISTER, ())
    ny.register(tmp_path / "nytt.xlsx")
    empty, _, _ = read_register(tmp_path / "nytt.xlsx")
    assert empty == Register()


def test_an_arendefil_has_the_kommuns_headings_and_says_nothing_until_filled_in(
    tmp_path: Path,
) -> None:
    book = opened(arendefil())
    ws = book["Innehåll"]
    parts = [cell(book, "Innehåll", "Del", row).value for row in range(1, 14)]
    assert parts[:6] == [
        "Förslag",
        "Sammanfattning",
        "Bakgrund",
        "Föredragning",
        "Beredning",
        "Bedömning",
    ]
    assert {"Barnets bästa", "Ekonomiska konsekvenser"} < set(parts)
    helped = [cell(book, "Innehåll", "Förklaring", row).value for row in range(1, 14)]
    assert all(helped)
    assert ws.title == "Innehåll"

    cell(book, "Innehåll", "Text", 1).value = "bygga en simhall"
    book.save(tmp_path / "simhall.xlsx")
    path = placed(tmp_path, empty_meeting())
    meeting = openpyxl.load_workbook(path, rich_text=True)
    for header, text in {"Nr": "1", "Ärendefil": "simhall.xlsx"}.items():
        cell(meeting, "Ärenden", header, 1).value = text
    meeting.save(path)
    found = read(path)
    (arende,) = found.meeting.arenden
    assert (arende.rubrik, arende.dnr) == ("Ny simhall", "KS 2023/0200")
    assert [(rad.del_, plain(rad.text)) for rad in arende.innehall] == [
        ("Förslag", "bygga en simhall")
    ]


# -- formulas ------------------------------------------------------------------------------------


def test_a_formula_for_the_eye_is_never_believed(tmp_path: Path) -> None:
    """Another program has saved nonsense as the results of gen's own formulas."""
    path = placed(tmp_path, empty_meeting())
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    told = 0
    for name, content in parts.items():
        if name.startswith("xl/worksheets/"):
            parts[name], number = re.subn(rb"</f><v ?/>", b"</f><v>99</v>", content)
            told += number
    assert told > 100
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    honest = tmp_path / "ärlig"
    honest.mkdir()
    found, right = read(path), read(placed(honest, empty_meeting()))
    assert found.findings == ()
    assert found.meeting == right.meeting


def test_what_somebody_types_over_a_formula_counts(tmp_path: Path) -> None:
    path = placed(tmp_path, empty_meeting())
    book = openpyxl.load_workbook(path, rich_text=True)
    cell(book, "Närvaro", "Tjänstgör", 1).value = "Nej"
    value(book, "Underskrift på anslaget").value = "Vesna Casitovski"
    book.save(path)
    meeting = read(path).meeting
    assert meeting.narvaro[0].tjanstgor is False
    assert meeting.underskrift_pa_anslaget is not None
    assert meeting.underskrift_pa_anslaget.namn == "Vesna Casitovski"


def test_all_rows_of_a_column_hold_one_formula() -> None:
    """So that Excel puts it into new rows by itself."""
    book = opened(empty_meeting())
    for sheet in sheets.MOTE[1:]:
        (table,) = book[sheet.name].tables.values()
        for place in table.tableColumns:
            if place.calculatedColumnFormula is None:
                continue
            last = int(re.sub(r".*:[A-Z]+", "", table.ref)) - top(book[sheet.name])
            rows = range(1, last + 1)
            typed = {cell(book, sheet.name, place.name, row).value for row in rows}
            formula = f"={place.calculatedColumnFormula.attr_text}"
            assert {t for t in typed if str(t).startswith("=")} == {formula}


# Each with the last day to appeal over a holiday of another kind.
POSTED = (
    dt.date(2023, 3, 8),
    dt.date(2024, 5, 31),
    dt.date(2024, 12, 3),
    dt.date(2025, 12, 10),
)
KF = next(organ for organ in example.REGISTER.organ if organ.kod == "KF")


def posted(day: dt.date) -> bytes:
    """A meeting of fullmäktige, whose decisions can be appealed, and its anslag on that day."""
    stil = Stil(anslag_tas_ned=NASTA_ARBETSDAG) if day == POSTED[-1] else Stil()
    register = example.REGISTER.model_copy(update={"stil": stil})
    known = filling.meeting(register, KF, day)
    dates = {"justerat": day, "anslaget_uppsatt": day, "första_paragraf": "7"}
    rows = dict(known.rows)
    rows["Sammanträde"] = [{**known.form("Sammanträde"), **dates}]
    rows["Ärenden"] = [
        {"nr": "1", "rubrik": "Ett"},
        {"nr": "2", "rubrik": "Utan §", "paragraf": "–"},
        {"nr": "3", "rubrik": "Låst", "paragraf": 30, "typ": "Information"},
        {"nr": "4", "rubrik": "Fyra"},
    ]
    rows["Innehåll"] = [
        {"ärende": "1", "del": "Förslag", "text": "anta"},
        {"text": "anta mer"},
        {"ärende": "4", "del": "Sammanfattning", "text": "Kort"},
    ]
    return new.written(Filling(rows), register, KF, day, "")


def voted() -> bytes:
    """The empty meeting with two omröstningar on Röster, one of them pasted in whole words."""
    book = opened(empty_meeting())
    ws = book["Röster"]
    for number, header in enumerate(("14:1", "14:2")):
        ws.cell(top(ws), 4 + number, header)
    votes = (("J", "Ja"), ("J", "Nej"), ("N", "Avstår"), ("F", "ja"))
    for row, both in enumerate(votes, top(ws) + 1):
        for number, vote in enumerate(both):
            ws.cell(row, 4 + number, vote)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def calc(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Workbooks as LibreOffice Calc opens, calculates and saves them; one start for all."""
    folder = tmp_path_factory.mktemp("calc")
    sources = {"exempel": example_meeting(), "ny": empty_meeting()}
    sources |= {f"anslag-{day}": posted(day) for day in POSTED}
    sources["röster"] = voted()
    sources["ärendefil"] = filed()
    for name, content in sources.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    through_calc(folder, "xlsx:Calc MS Excel 2007 XML")
    return {name: (folder / "ut" / f"{name}.xlsx").read_bytes() for name in sources}


FILED = (
    {"Nr": "1", "Rubrik": "Upprop"},
    {"Nr": "2", "Ärendefil": "simhall.xlsx"},
    {"Nr": "3", "Rubrik": "En plan"},
)
"""The second ärende is its handläggare's: Rubrik and Dnr stand in the file."""


def filed() -> bytes:
    book = opened(empty_meeting())
    value(book, "Första §").value = "14"
    value(book, "Från klockan").value = "13.00"
    for number, row in enumerate(FILED, 1):
        for header, text in row.items():
            cell(book, "Ärenden", header, number).value = text
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def beside_its_file(folder: Path, content: bytes) -> Path:
    (folder / "simhall.xlsx").write_bytes(arendefil())
    return placed(folder, content)


@pytest.mark.behover("libreoffice")
def test_an_arende_that_is_only_a_file_has_its_paragraf_on_the_sheet(
    calc: dict[str, bytes], tmp_path: Path
) -> None:
    book = opened(calc["ärendefil"], values=True)
    meeting = read(beside_its_file(tmp_path, calc["ärendefil"])).meeting
    rows = range(1, 5)
    shown = [cell(book, "Ärenden", "§", row).value for row in rows]
    assert shown == [*(a.paragraf for a in meeting.arenden), None] == [14, 15, 16, None]
    for header in ("Typ", "Utfall", "Överklagande"):
        assert all(cell(book, "Ärenden", header, row).value for row in (1, 2, 3))
    assert value(book, "Sista §").value == meeting.sista_paragraf
    start = opened(calc["ärendefil"], values=True)["Start"]
    counted = next(r for r in start.iter_rows(values_only=True) if r[1] == "kallelsen")
    assert counted[4] == 0


def test_only_what_no_arendefil_gives_is_yellow() -> None:
    ws = opened(empty_meeting())["Ärenden"]
    column = cell(opened(empty_meeting()), "Ärenden", "Ärendefil", 1).column_letter
    (rule,) = (
        r
        for area in ws.conditional_formatting
        if "C4" in str(area.sqref)
        for r in area.rules
        if 'C4=""' in r.formula[0]
    )
    assert f'${column}4=""' in rule.formula[0]


@pytest.mark.behover("libreoffice")
def test_another_paragraf_on_the_sheet_than_in_the_protokoll_is_told_once(
    calc: dict[str, bytes], tmp_path: Path
) -> None:
    """As an older workbook shows them, or one that nothing has calculated since."""
    path = beside_its_file(tmp_path, calc["ärendefil"])
    assert "GEN-1322" not in {f.code for f in read(path).findings}
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, content in parts.items():
        if name.startswith("xl/worksheets/"):
            shifted = re.sub(rb"(<c r=\"B5\"[^>]*><f[^>]*>[^<]*</f><v>)15<", rb"\g<1>14<", content)
            parts[name] = re.sub(
                rb"(<c r=\"B6\"[^>]*><f[^>]*>[^<]*</f><v>)16<", rb"\g<1>15<", shifted
            )
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    found = read(path)
    (told,) = [f for f in found.findings if f.code == "GEN-1322"]
    assert "visar § 14 för ärende 2" in told.message
    assert "får § 15" in told.message
    assert found.source.place(told.at).cell == "B5"
    assert [a.paragraf for a in found.meeting.arenden] == [14, 15, 16]


def through_calc(folder: Path, to: str) -> None:
    """All workbooks of the folder, into its folder `ut`."""
    program = soffice.find(os.environ)
    assert program is not None
    command = [program, "--headless", f"-env:UserInstallation={(folder / 'profil').as_uri()}"]
    command += ["--convert-to", to, "--outdir", str(folder / "ut")]
    command += map(str, sorted(folder.glob("*.xlsx")))
    for _ in range(2):  # with a new profile it makes that and asks to be started again
        if not (folder / "ut").exists():
            subprocess.run(command, check=False, capture_output=True, timeout=120)


@pytest.mark.behover("libreoffice")
def test_no_page_is_printed_with_rules_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "möte.xlsx").write_bytes(example_meeting())
    through_calc(tmp_path, "pdf")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "ut" / "möte.pdf").pages]
    rows = [page for page in pages if "Ärende Del Text Vem Datum" in page]
    assert rows
    for page in rows:
        # The headers, the organ, the day and the names of sheet and page are on every one.
        assert len(page.split()) > 40, page


@pytest.mark.behover("libreoffice")
def test_the_votes_of_each_column_are_summed_above_it(
    calc: dict[str, bytes], tmp_path: Path
) -> None:
    ws = opened(calc["röster"], values=True)["Röster"]
    assert ws["C1"].value == "∑"
    assert (ws["D1"].value, ws["E1"].value) == ("J 2 N 1\nA 0 F 1", "J 2 N 1\nA 1 F 0")
    assert not ws["F1"].value
    # The sums are for the eye: the reader passes over them, calculated or not.
    for content in (calc["röster"], voted()):
        found = read(placed(tmp_path, content)).findings
        assert "GEN-1107" not in {finding.code for finding in found}


@pytest.mark.behover("libreoffice")
def test_saved_by_calc_it_is_read_as_before(calc: dict[str, bytes], tmp_path: Path) -> None:
    found = read(placed(tmp_path, calc["exempel"]))
    assert found.findings == ()
    assert found.meeting == ksau.MEETING


@pytest.mark.behover("libreoffice")
def test_saved_by_calc_it_keeps_its_dropdowns_tables_and_formats(calc: dict[str, bytes]) -> None:
    before, after_ = opened(example_meeting()), opened(calc["exempel"])
    for ws in before:
        saved = after_[ws.title]
        for validation in ws.data_validations.dataValidation:
            if validation.type == "list":
                assert any(
                    other.formula1 == validation.formula1
                    and str(validation.sqref).split()[0] in str(other.sqref)
                    and other.errorStyle == "information"
                    for other in saved.data_validations.dataValidation
                ), (ws.title, validation.formula1)
        assert set(saved.tables) == set(ws.tables)
        assert len(saved.conditional_formatting) == len(ws.conditional_formatting)
        assert (saved.sheet_state == "visible") == (ws.sheet_state == "visible")
        for row in ws.iter_rows():
            for spot in row:
                if spot.number_format == "@":
                    assert saved[spot.coordinate].number_format == "@", spot
    assert set(after_.defined_names) == set(before.defined_names)


@pytest.mark.behover("libreoffice")
def test_no_formula_ends_in_an_error(calc: dict[str, bytes]) -> None:
    for name, content in calc.items():
        book = opened(content, values=True)
        wrong = [
            (name, ws.title, spot.coordinate, spot.value)
            for ws in book
            for row in ws.iter_rows()
            for spot in row
            if spot.data_type == "e" or str(spot.value).startswith(("#", "Err:"))
        ]
        assert wrong == []


@pytest.mark.behover("libreoffice")
@pytest.mark.parametrize("day", POSTED)
def test_the_days_that_the_form_shows_are_those_of_the_law(
    day: dt.date, calc: dict[str, bytes]
) -> None:
    book = opened(calc[f"anslag-{day}"], values=True)
    convention = NASTA_ARBETSDAG if day == POSTED[-1] else "första möjliga dag"
    assert value(book, "Sista dag att överklaga").value.date() == (
        frister.last_day_to_appeal(day).date
    )
    down = frister.earliest_down(day, convention).date
    assert value(book, "Anslaget tas ned").value.date() == down
    form = book["Sammanträde"]
    told = form.cell(value(book, "Justerat").row, 3).value
    assert f"Senast {frister.adjusted_latest(day).date}" in told
    told = form.cell(value(book, "Anslaget uppsatt").row, 3).value
    assert f"senast {frister.posted_latest(day).date}" in told


@pytest.mark.behover("libreoffice")
def test_paragraphs_and_defaults_are_shown_as_gen_computes_them(
    calc: dict[str, bytes], tmp_path: Path
) -> None:
    content = calc[f"anslag-{POSTED[0]}"]
    book = opened(content, values=True)
    meeting = read(placed(tmp_path, content)).meeting

    def column(header: str) -> list[object]:
        return [cell(book, "Ärenden", header, row).value for row in range(1, 5)]

    assert column("§") == [7, "–", 30, 31]
    assert [a.paragraf for a in meeting.arenden] == [7, None, 30, 31]
    assert column("Typ") == [a.typ for a in meeting.arenden]
    assert column("Utfall") == [a.utfall for a in meeting.arenden]
    assert column("Beslutas av") == [a.beslutas_av for a in meeting.arenden]
    assert column("Överklagande") == [a.overklagande for a in meeting.arenden]
    assert value(book, "Sista §").value == meeting.sista_paragraf == 31
    rows = range(1, 5)
    assert [cell(book, "Innehåll", "Nr ∑", row).value for row in rows] == ["1", "1", "4", None]


@pytest.mark.behover("libreoffice")
def test_the_example_shows_who_serves_and_who_can_be_served_for(calc: dict[str, bytes]) -> None:
    book = opened(calc["exempel"], values=True)
    for number, row in enumerate(ksau.MEETING.narvaro, 1):
        shown = {
            header: cell(book, "Närvaro", header, number).value
            for header in ("Namn", "Parti", "Uppdrag", "Tjänstgör")
        }
        assert shown["Namn"] == row.namn.namn
        assert shown["Parti"] == (row.namn.parti or None)
        assert shown["Uppdrag"] == row.uppdrag
        assert (shown["Tjänstgör"] == "Ja") == row.serves
    assert value(book, "Ordförande").value == "Anders Almgren"
    listed = book["Listor"]
    title = next(c for c in listed[2] if c.value == "att_tjänstgöra_för")
    offered = [listed.cell(row, title.column + 1).value for row in range(3, 20)]
    assert [name for name in offered if name] == [
        "Vakant",
        "Ja",
        "Rasmus Törnblom",
        "Jan Annerstedt",
    ]


@pytest.mark.behover("libreoffice")
def test_start_counts_what_is_left(calc: dict[str, bytes]) -> None:
    def left(name: str) -> dict[str, list[object]]:
        ws = opened(calc[name], values=True)["Start"]
        stages = ("kallelsen", "protokollet", "anslaget")
        return {
            ws.cell(row, 2).value: [ws.cell(row, n).value for n in range(3, 8)]
            for row in range(1, 40)
            if ws.cell(row, 2).value in stages
        }

    assert left("ny") == {
        "kallelsen": [1, 0, 1, "–", "Från klockan"],
        "protokollet": [4, 0, "–", 0, "Till klockan"],
        "anslaget": [2, "–", "–", "–", "Justerat"],
    }
    assert {tuple(row) for row in left("exempel").values()} == {
        (0, 0, 0, "–", None),
        (0, 0, "–", 0, None),
        (0, "–", "–", "–", None),
    }
    # Ärende 1 has its förslag, 3 informs, 2 and 4 have none.
    assert left(f"anslag-{POSTED[0]}")["protokollet"][3] == 2


def test_start_names_the_commands_with_a_file_and_the_folded_columns() -> None:
    ws = opened(empty_meeting())["Start"]
    told = {str(c.value).strip() for row in ws.iter_rows() for c in row if c.value}
    for command in ("kontrollera", "kallelse", "protokoll", "anslag", "utdrag"):
        assert f"gen {command} möte.xlsx" in told
    assert "öppna med + ovanför kolumnerna" in opened(empty_meeting())["Ärenden"]["A2"].value


def test_who_serves_in_some_paragrafer_only_is_told_to_have_two_rows() -> None:
    for header in ("Paragrafer", "Tjänstgör för"):
        spot = cell(opened(empty_meeting()), "Närvaro", header, 1).coordinate
        prompts = [
            v.prompt or ""
            for v in opened(empty_meeting())["Närvaro"].data_validations.dataValidation
            if spot in v.sqref
        ]
        assert any("rad" in p and "lyssnar" in p for p in prompts), header


def test_the_closed_days_are_those_that_move_a_last_day() -> None:
    days = lists.closed_days(dt.date(2024, 6, 1))
    assert dt.date(2024, 6, 21) in days  # midsommarafton
    assert dt.date(2024, 12, 24) in days
    assert dt.date(2026, 12, 31) in days
    assert all(day.weekday() < 5 and frister.closed(day) for day in days)
    assert formulas.CLOSED_DAYS in opened(empty_meeting()).defined_names


# -- the command ---------------------------------------------------------------------------------


def test_the_next_meeting_is_of_the_organ_of_the_one_before(tmp_path: Path) -> None:
    first = placed(tmp_path, example_meeting(), "första.xlsx")
    done = gen(tmp_path, "ny", "--från", first.name, "--datum", "2023-04-03")
    assert done.returncode == 0, done.stderr
    made = tmp_path / "ksau-2023-04-03.xlsx"
    assert read(made).meeting.organ == "KSAU"
    assert read(made).meeting.forsta_paragraf == 52


def test_a_meeting_whose_organ_nothing_tells_is_not_made(tmp_path: Path) -> None:
    first = placed(tmp_path, example_meeting(), "första.xlsx")
    book = openpyxl.load_workbook(first, rich_text=True)
    value(book, "Organ").value = None
    book.save(first)
    before = sorted(tmp_path.iterdir())
    for words in (["--från", first.name], []):
        done = gen(tmp_path, "ny", *words, "--datum", "2023-04-03")
        assert done.returncode == 2
        assert "vilket organ som sammanträder" in " ".join(done.stderr.split())
    assert sorted(tmp_path.iterdir()) == before


def test_a_new_meeting_is_called_after_organ_and_day(tmp_path: Path) -> None:
    shutil.copy(REGISTER, tmp_path)
    done = gen(tmp_path, "ny", "--organ", "KSAU", "--datum", "2023-04-03")
    assert done.returncode == 0, done.stderr
    assert "ksau-2023-04-03.xlsx" in done.stdout
    assert read(tmp_path / "ksau-2023-04-03.xlsx").meeting.datum == NEW_DAY


def test_an_existing_file_is_never_written_over(tmp_path: Path) -> None:
    shutil.copy(REGISTER, tmp_path)
    target = tmp_path / "möte.xlsx"
    target.write_bytes(b"mitt")
    done = gen(tmp_path, "ny", "möte.xlsx", "--organ", "KSAU", "--datum", "2023-04-03")
    assert done.returncode == 4
    assert "finns redan" in done.stderr
    assert target.read_bytes() == b"mitt"
    for make in (
        lambda: ny.example_files(target),
        lambda: ny.register(target),
        lambda: ny.arende(target),
    ):
        with pytest.raises(InTheWayError):
            make()
    assert target.read_bytes() == b"mitt"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["möte.xlsx", "register.xlsx"]


def test_an_unknown_organ_is_told_with_the_nearest(tmp_path: Path) -> None:
    shutil.copy(REGISTER, tmp_path)
    done = gen(tmp_path, "ny", "--organ", "KSUA", "--datum", "2023-04-03")
    assert done.returncode == 2
    assert "Menade du KSAU?" in " ".join(done.stderr.split())
    assert [p.name for p in tmp_path.iterdir()] == ["register.xlsx"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "GEN-1704"),
        (("--organ", "KSAU"), "GEN-1704"),
        (("--organ", "KSAU", "--datum", "2023-02-30"), "GEN-1707"),
        (("möte.docx", "--organ", "KSAU", "--datum", "2023-04-03"), "GEN-1703"),
        (("--exempel", "--organ", "KSAU"), "GEN-1705"),
        (("--ärende", "a.xlsx", "--organ", "KSAU"), "GEN-1705"),
        (("--organ", "KSAU", "--datum", "2023-04-03", "--rubrik", "X"), "GEN-1705"),
    ],
)
def test_wrong_usage_is_told_with_the_cure(
    tmp_path: Path, arguments: tuple[str, ...], code: str
) -> None:
    shutil.copy(REGISTER, tmp_path)
    done = gen(tmp_path, "ny", *arguments)
    assert done.returncode == 2, done.stderr
    assert code in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["register.xlsx"]


def test_the_other_kinds_from_the_command_line(tmp_path: Path) -> None:
    done = gen(tmp_path, "ny", "--register", "register.xlsx")
    assert done.returncode == 0, done.stderr
    done = gen(
        tmp_path, "ny", "--ärende", "bad.xlsx", "--rubrik", "Ny simhall", "--dnr", "KS 2023/0200"
    )
    assert done.returncode == 0, done.stderr
    book = openpyxl.load_workbook(tmp_path / "bad.xlsx")
    assert value(book, "Rubrik", "Ärende").value == "Ny simhall"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as caught:
        ny.register(tmp_path / "borta" / "register.xlsx")
    assert "mappen finns inte" in caught.value.finding.message


def test_a_title_that_begins_like_a_formula_is_a_text(tmp_path: Path) -> None:
    content = new.arende({"rubrik": "=1+1 & <b>"}, example.REGISTER)
    spot = value(opened(content), "Rubrik", "Ärende")
    assert (spot.value, spot.data_type) == ("=1+1 & <b>", "s")


def test_bold_and_italic_are_carried_over() -> None:
    earlier = möte("KS 2023-03-06", "§ 1 A | Utfall: Bordläggs | Förslag: anta")
    arende = earlier.meeting.arenden[0]
    run = arende.innehall[0].text[0].model_copy(update={"fet": True})
    rad = arende.innehall[0].model_copy(update={"text": (run,)})
    arende = arende.model_copy(update={"innehall": (rad,)})
    meeting: Sammantrade = earlier.meeting.model_copy(update={"arenden": (arende,)})
    organ = earlier.register.find_organ("KS")
    assert organ is not None
    book = opened(new.meeting(earlier.register, organ, NEW_DAY, earlier=meeting))
    assert cell(book, "Innehåll", "Text", 1).value[0].font.b


def test_there_is_nothing_to_say_of_the_example() -> None:
    assert [f for f in fynd(read(SHIPPED)) if f.level is not Level.UPPLYSNING] == []
