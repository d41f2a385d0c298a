"""Reading workbooks as people fill them in: every fault at its cell, with what to write instead."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from cells import cell, value
from mote import codes, fynd, möte

from gen.choices import DELAR
from gen.errors import DataError, UsageError
from gen.findings import Level
from gen.model import Arende, Delprotokoll, Granskning, Handelse, Rad, Sammantrade
from gen.people import Narvaro
from gen.register import (
    Fortroendevald,
    Kommun,
    Mottagare,
    Organ,
    Register,
    Stil,
    Tjansteperson,
)
from gen.roster import Omrostning
from gen.workbook import sheets
from gen.workbook.read import read

DATA = Path(__file__).parent.parent / "data"
KSAU = DATA / "ksau-2023-03-06.xlsx"


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[[Callable[[openpyxl.Workbook], None]], Path]:
    """The KSAU workbook after somebody has done something to it, beside its register."""

    def changed(change: Callable[[openpyxl.Workbook], None]) -> Path:
        book = openpyxl.load_workbook(KSAU, rich_text=True)
        change(book)
        path = tmp_path / KSAU.name
        book.save(path)
        shutil.copy(DATA / "register.xlsx", tmp_path)
        return path

    return changed


@pytest.mark.parametrize(
    ("sheet", "model", "beyond"),
    [
        (sheets.SAMMANTRADE, Sammantrade, set()),
        (sheets.NARVARO, Narvaro, {"parti"}),  # part of the name in the model
        (sheets.ARENDEN, Arende, set()),
        (sheets.INNEHALL, Rad, {"arende", "del"}),  # the key, and a word that Python keeps
        (sheets.DELPROTOKOLL, Delprotokoll, set()),
        (sheets.GRANSKAT, Granskning, set()),
        (sheets.ARENDE, Arende, set()),
        (sheets.ARENDEINNEHALL, Rad, {"del"}),
        (sheets.BEHANDLING, Handelse, {"nr", "arende", *Omrostning.model_fields}),
        (sheets.KOMMUN, Kommun, set()),
        (sheets.STIL, Stil, set()),
        (sheets.ORGAN, Organ, set()),
        (sheets.FORTROENDEVALDA, Fortroendevald, set()),
        (sheets.TJANSTEPERSONER, Tjansteperson, set()),
        (sheets.MOTTAGARE, Mottagare, set()),
    ],
)
def test_every_declared_column_has_its_place_in_the_model(
    sheet: sheets.Sheet, model: type, beyond: set[str]
) -> None:
    columns = {c.attr for c in sheet.columns if not c.echo}
    assert columns - beyond <= set(model.model_fields)


def test_the_shipped_meeting_is_read_whole() -> None:
    found = read(KSAU)
    meeting = found.meeting
    assert found.findings == ()
    assert [str(n.namn) for n in meeting.narvaro if n.serves] == [
        "Anders Almgren\u00a0(S)",
        "Mia Honeth\u00a0(L)",
        "Lina Olsson\u00a0(S)",
        "Hedvig Åkesson\u00a0(KD)",
        "Mattias Horrdin\u00a0(C)",
    ]
    assert [(a.nr, a.paragraf, a.dnr) for a in meeting.arenden] == [
        ("27", 49, "KS 2023/0106"),
        ("28", 50, "KS 2022/1056"),
    ]
    assert meeting.anslaget_tas_ned == dt.date(2023, 3, 30)
    assert found.source.place("ärenden[1].rubrik").cell == ref("Ärenden", "Rubrik", 2)
    assert found.source.place("sammanträde.datum").sheet == "Sammanträde"


def test_the_shipped_addresses_can_reach_nobody() -> None:
    register = read(KSAU).register
    people = (*register.fortroendevalda, *register.tjanstepersoner, *register.mottagare)
    addresses = [p.e_post for p in people if p.e_post] + [register.kommun.e_post]
    assert addresses
    assert all(address.endswith(".invalid") for address in addresses)


Where = tuple[str, int] | None
"""Header and row of a table (row 0: the header itself), or a label of the form; None: the sheet."""


def ref(sheet: str, header: str, row: int) -> str:
    """Where that stands in the shipped workbook."""
    book = openpyxl.load_workbook(KSAU)
    found = value(book, header) if sheet == "Sammanträde" else cell(book, sheet, header, row)
    return found.coordinate


BROKEN: list[tuple[str, Callable[[openpyxl.Workbook], None], str, str, Where]] = [
    ("a sheet is gone", lambda b: b.remove(b["Närvaro"]), "GEN-1101", "Närvaro", None),
    (
        "a sheet has another name",
        lambda b: setattr(b["Ärenden"], "title", "Ärende"),
        "GEN-1101",
        "Ärenden",
        None,
    ),
    (
        "a column is gone",
        lambda b: b["Ärenden"].delete_cols(cell(b, "Ärenden", "Rubrik", 0).column),
        "GEN-1104",
        "Ärenden",
        None,
    ),
    (
        "a header is emptied",
        lambda b: setattr(cell(b, "Ärenden", "Rubrik", 0), "value", None),
        "GEN-1119",
        "Ärenden",
        ("Rubrik", 0),
    ),
    (
        "a column is misspelled",
        lambda b: setattr(cell(b, "Ärenden", "Dnr", 0), "value", "Dnnr"),
        "GEN-1105",
        "Ärenden",
        ("Dnr", 0),
    ),
    (
        "a header stands twice",
        lambda b: setattr(cell(b, "Ärenden", "Dnr", 0), "value", "Rubrik"),
        "GEN-1106",
        "Ärenden",
        ("Dnr", 0),
    ),
    (
        "a date that does not exist",
        lambda b: setattr(value(b, "Sammanträdesdatum"), "value", "2023-02-30"),
        "GEN-1201",
        "Sammanträde",
        ("Sammanträdesdatum", 0),
    ),
    (
        "an organ that nobody knows",
        lambda b: setattr(value(b, "Organ"), "value", "Kommunstyrelsens arbetsutskot"),
        "GEN-1301",
        "Sammanträde",
        ("Organ", 0),
    ),
    (
        "a justerare that nobody knows",
        lambda b: setattr(value(b, "Justerare"), "value", "Mia Honnett"),
        "GEN-1302",
        "Sammanträde",
        ("Justerare", 0),
    ),
    (
        "an outcome that is none",
        lambda b: setattr(cell(b, "Ärenden", "Utfall", 2), "value", "Enligt förslag"),
        "GEN-1201",
        "Ärenden",
        ("Utfall", 2),
    ),
    (
        "a row for an ärende that is not there",
        lambda b: setattr(cell(b, "Innehåll", "Ärende", 13), "value", "29"),
        "GEN-1305",
        "Innehåll",
        ("Ärende", 13),
    ),
    (
        "Excel has made a date of a number",
        lambda b: setattr(cell(b, "Närvaro", "Paragrafer", 12), "value", dt.datetime(2023, 12, 3)),
        "GEN-1201",
        "Närvaro",
        ("Paragrafer", 12),
    ),
    (
        "Excel shows an error",
        lambda b: setattr(cell(b, "Ärenden", "Rubrik", 2), "value", "#N/A"),
        "GEN-1202",
        "Ärenden",
        ("Rubrik", 2),
    ),
    (
        "a formula was never calculated",
        lambda b: setattr(cell(b, "Ärenden", "Rubrik", 2), "value", "=A3"),
        "GEN-1107",
        "Ärenden",
        ("Rubrik", 2),
    ),
    (
        "one § stands on two ärenden",
        lambda b: setattr(cell(b, "Ärenden", "§", 2), "value", "49"),
        "GEN-2005",
        "Ärenden",
        ("§", 2),
    ),
    (
        "the time is not filled in",
        lambda b: setattr(value(b, "Till klockan"), "value", None),
        "GEN-2001",
        "Sammanträde",
        ("Till klockan", 0),
    ),
    (
        "nothing says what was decided",
        lambda b: setattr(cell(b, "Innehåll", "Del", 13), "value", "Bakgrund"),
        "GEN-2003",
        "Ärenden",
        ("Utfall", 2),
    ),
]


@pytest.mark.parametrize(
    ("change", "code", "sheet", "where"),
    [pytest.param(*rest, id=name) for name, *rest in BROKEN],
)
def test_a_broken_workbook_is_told_at_its_cell(
    workbook: Callable[[Callable[[openpyxl.Workbook], None]], Path],
    change: Callable[[openpyxl.Workbook], None],
    code: str,
    sheet: str,
    where: Where,
) -> None:
    found = read(workbook(change))
    told = [f for f in fynd(found) if f.code == code]
    assert told, codes(found)
    places = [found.source.place(f.at) for f in told]
    assert (sheet, ref(sheet, *where) if where else "") in [(p.sheet, p.cell) for p in places]
    assert all(f.expected for f in told)
    if told[0].level is Level.FEL:
        assert any(f.stops("protokoll") for f in told)


def test_the_nearest_name_is_offered() -> None:
    (told,) = [f for f in fynd(möte("KSAUX 2023-03-06", "§ 1 A")) if f.code == "GEN-1301"]
    assert told.suggestion == "KSAU"


def test_a_surname_is_enough_where_only_one_has_it() -> None:
    found = möte("KS 2023-03-06 | Justerare: Cron", "§ 1 A | Förslag: anta")
    assert [n.namn for n in found.meeting.justerare] == ["Cia Cron"]
    people = ("@Ada Ask | Uppdrag: ordförande", "@Bo Berg | Uppdrag: ledamot")
    two = möte("KS 2023-03-06 | Justerare: Berg", *people, "@Ulf Berg | Uppdrag: ledamot", "§ 1 A")
    assert "GEN-1303" in codes(two)


def test_names_are_compared_without_case_blanks_and_unicode_form() -> None:
    found = möte("KS 2023-03-06 | Justerare: bo  BERG", "§ 1 A | Förslag: anta")
    assert [n.namn for n in found.meeting.justerare] == ["Bo Berg"]


def test_an_unreadable_cell_is_told_once() -> None:
    found = möte("KS 2023-03-06 | Justering planerad: 7 mars", "§ 1 A | Förslag: anta")
    told = [f for f in fynd(found) if f.at == "sammanträde.justering_planerad"]
    assert [f.code for f in told] == ["GEN-1201"]


def test_the_day_to_which_something_is_put_off_may_be_a_real_day(
    workbook: Callable[[Callable[[openpyxl.Workbook], None]], Path],
) -> None:
    def put_off(book: openpyxl.Workbook) -> None:
        cell(book, "Ärenden", "Utfall", 2).value = "Bordläggs"
        cell(book, "Ärenden", "Till", 2).value = dt.datetime(2023, 4, 3)

    found = read(workbook(put_off))
    assert found.findings == ()
    assert found.meeting.arenden[1].till == "2023-04-03"


@pytest.mark.parametrize(
    ("header", "typed"),
    [("Dnr", "7 mars 2024"), ("Föredragande", "2024-03-07"), ("Dnr", "7/3 2024")],
)
def test_a_day_in_the_place_of_a_dnr_or_a_name_is_asked_of(header: str, typed: str) -> None:
    found = möte("KS 2023-03-06", f"§ 1 A | Förslag: anta | {header}: {typed}")
    told = [f for f in fynd(found) if f.code == "GEN-1320"]
    assert [(f.value, f.at) for f in told] == [(typed, f"ärenden[0].{header.lower()}")]
    assert "GEN-1321" not in codes(found)


def test_a_day_in_the_place_of_a_recipient_is_asked_of(
    workbook: Callable[[Callable[[openpyxl.Workbook], None]], Path],
) -> None:
    def slipped(book: openpyxl.Workbook) -> None:
        cell(book, "Innehåll", "Vem", 2).value = "7 mars 2024"

    found = read(workbook(slipped))
    (told,) = [f for f in fynd(found) if f.code == "GEN-1320"]
    assert found.source.place(told.at).cell == ref("Innehåll", "Vem", 2)


def test_a_foredragande_that_nobody_knows_is_asked_of_with_the_nearest() -> None:
    row = "§ 1 A | Förslag: anta | Föredragande"
    (told,) = [f for f in fynd(möte("KS 2023-03-06", f"{row}: Siv Sandh")) if f.code == "GEN-1321"]
    assert (told.level, told.suggestion) == (Level.VARNING, "Siv Sand")
    assert "GEN-1321" not in codes(möte("KS 2023-03-06", f"{row}: siv sand"))


def test_a_kallelse_without_any_arende_is_stopped() -> None:
    (told,) = [f for f in fynd(möte("KS 2023-03-06")) if f.code == "GEN-2009"]
    assert told.stops("kallelse")
    assert not told.stops("protokoll")
    assert "GEN-2009" not in codes(möte("KS 2023-03-06 | Slag: Inställt"))
    assert "GEN-2009" not in codes(möte("KS 2023-03-06", "§ 1 A"))


@pytest.mark.parametrize(
    ("sheet", "header", "typed", "meant"),
    [
        ("Behandling", "Händelse", "Votering", "Omröstning"),
        ("Ärenden", "Utfall", "Bordläggning", "Bordläggs"),
        ("Ärenden", "Utfall", "Återremiss", "Återremitteras"),
    ],
)
def test_another_word_for_a_choice_is_understood_in_the_question(
    workbook: Callable[[Callable[[openpyxl.Workbook], None]], Path],
    sheet: str,
    header: str,
    typed: str,
    meant: str,
) -> None:
    def said(book: openpyxl.Workbook) -> None:
        if sheet == "Behandling":
            cell(book, sheet, "Ärende", 1).value = "28"
        cell(book, sheet, header, 1).value = typed

    told = [f for f in read(workbook(said)).findings if f.code == "GEN-1201"]
    assert [f.suggestion for f in told] == [meant]


def test_dates_are_read_as_people_write_them() -> None:
    for typed in ("2023-03-07", "7 mars 2023", "tisdagen den 7 mars 2023", "7/3 2023"):
        found = möte(f"KS 2023-03-06 | Justering planerad: {typed}", "§ 1 A | Förslag: anta")
        assert found.meeting.justering_planerad == dt.date(2023, 3, 7), typed


def test_a_file_that_is_no_workbook_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read(tmp_path / "saknas.xlsx")
    fake = tmp_path / "fejk.xlsx"
    fake.write_bytes(b"inte en arbetsbok")
    with pytest.raises(DataError):
        read(fake)


def test_without_a_register_nothing_can_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(KSAU, tmp_path)
    with pytest.raises(DataError) as caught:
        read(tmp_path / KSAU.name)
    assert caught.value.finding.code == "GEN-1309"


def test_consequence_headings_of_the_kommun_are_parts(
    workbook: Callable[[Callable[[openpyxl.Workbook], None]], Path],
) -> None:
    assert "Barnets bästa" not in DELAR

    def change(book: openpyxl.Workbook) -> None:
        cell(book, "Innehåll", "Del", 6).value = "Barnets bästa"

    found = read(workbook(change))
    assert found.findings == ()
    assert found.meeting.arenden[0].rader("Barnets bästa")


def test_the_register_is_a_value_that_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Register().kommun = Kommun(namn="X")
