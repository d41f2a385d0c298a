"""An older workbook becomes today's: nothing is lost, what points somewhere still points there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from arbetsbok import S, canonical, lying, parts, rich
from bok import KSAU, REGISTER
from kommando import gen
from lxml import etree
from openpyxl.chart import BarChart, Reference
from openpyxl.packaging.custom import IntProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table

from gen.errors import DataError
from gen.workbook.package import read as read_package
from gen.workbook.properties import custom
from gen.workbook.read import read
from gen.workbook.renaming import rename_header, rename_sheet
from gen.workbook.sheets import SCHEMA, SCHEMA_PROPERTY
from gen.workbook.upgrade import STEPS, Step, Upgraded, upgrade


def made(change: Callable[[openpyxl.Workbook], None] = lambda book: None) -> bytes:
    """A workbook of an imagined first version: a sheet Punkter with a table, and a form."""
    book = openpyxl.Workbook()
    ws = book.worksheets[0]
    ws.title = "Punkter"
    ws.append(["Nr", "Titel", "Vem"])
    ws.append(["1", "Val av justerare", "Ada Ask (S)"])
    ws.append(["2", "Köp & försäljning", "Bo Berg"])
    ws.add_table(Table(displayName="tabPunkter", ref="A1:C3"))
    form = book.create_sheet("Uppgifter & annat")
    form.append(["Uppgift", "Värde"])
    form.append(["Mötesdag", "2023-03-06"])
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def after(content: bytes, *changes: Callable[..., object]) -> openpyxl.Workbook:
    """The workbook after test-only steps from version 0 to as many as there are changes."""
    steps = [Step(number, change) for number, change in enumerate(changes)]  # type: ignore[arg-type]
    upgraded = upgrade(content, "gammal.xlsx", steps, len(steps))
    assert upgraded.after == len(steps)
    return openpyxl.load_workbook(io.BytesIO(upgraded.content))


# --- the file --------------------------------------------------------------------------------


def unversioned(tmp_path: Path) -> Path:
    """The shipped workbook without its version, as the first ones were."""
    book = openpyxl.load_workbook(KSAU, rich_text=True)
    for prop in [p for p in book.custom_doc_props.props if p.name == SCHEMA_PROPERTY]:
        book.custom_doc_props.props.remove(prop)
    path = tmp_path / "gammal.xlsx"
    book.save(path)
    return path


def test_a_first_workbook_gets_its_version_and_keeps_every_other_part(tmp_path: Path) -> None:
    old = unversioned(tmp_path).read_bytes()
    done = upgrade(old, "gammal.xlsx")
    assert (done.before, done.after) == (0, SCHEMA)
    assert custom(read_package(done.content), SCHEMA_PROPERTY) == str(SCHEMA)
    before, now = parts(old), parts(done.content)
    added = {"docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"}
    assert set(now) == set(before) | {"docProps/custom.xml"}
    assert {name for name in before if before[name] != now[name]} <= added
    assert openpyxl.load_workbook(io.BytesIO(done.content)).sheetnames


VERSION = {"docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"}
"""Where the version is written."""


def changed(content: bytes) -> set[str]:
    """The parts of the rich workbook that do not lie in the zip as they lay; none is lost."""
    before, now = lying(rich()), lying(content)
    assert set(before) <= set(now)
    return {name for name in now if before.get(name) != now[name]}


def test_a_workbook_of_years_of_work_gets_its_version_and_keeps_every_byte_of_the_rest() -> None:
    done = upgrade(rich(), "gammal.xlsx")
    assert (done.before, done.after) == (0, SCHEMA)
    assert changed(done.content) <= VERSION


def test_a_header_renamed_in_it_leaves_every_other_cell_dropdown_and_extension_as_it_was() -> None:
    step = Step(0, rename_header("Ärenden", "Rubrik", "Titel"))
    done = upgrade(rich(), "gammal.xlsx", [step], 1)
    sheet = "xl/worksheets/sheet2.xml"
    tables = {name for name in parts(rich()) if name.startswith("xl/tables/")}
    assert sheet in changed(done.content) <= {sheet, *tables, *VERSION}
    before, now = (etree.fromstring(parts(book)[sheet]) for book in (rich(), done.content))
    for root in (before, now):
        (header,) = (cell for cell in root.iter(f"{S}c") if cell.get("r") == "C2")
        header.getparent().remove(header)
    assert canonical(now) == canonical(before)


def test_the_upgraded_meeting_is_the_same_meeting(tmp_path: Path) -> None:
    path = unversioned(tmp_path)
    new = tmp_path / "ny.xlsx"
    new.write_bytes(upgrade(path.read_bytes(), path.name).content)
    assert read(new, REGISTER).meeting == read(path, REGISTER).meeting


def test_an_alias_is_written_as_the_header_of_today(tmp_path: Path) -> None:
    """Behandling once had `Frånv.` for Frånvarande; both are read, one is written."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Behandling"
    book.worksheets[0].append(["Ärende", "Händelse", "Frånv."])
    out = io.BytesIO()
    book.save(out)
    done = upgrade(out.getvalue(), "gammal.xlsx")
    headers = [c.value for c in openpyxl.load_workbook(io.BytesIO(done.content))["Behandling"][1]]
    assert headers == ["Ärende", "Händelse", "Frånvarande"]
    assert done.done == ("Frånv. på bladet Behandling heter nu Frånvarande.",)


def test_the_steps_lead_from_the_first_version_to_the_last() -> None:
    assert [step.before for step in STEPS] == list(range(SCHEMA))


def test_the_same_file_gives_the_same_bytes() -> None:
    content = made()
    assert upgrade(content, "a.xlsx").content == upgrade(content, "a.xlsx").content


def newer(book: openpyxl.Workbook) -> None:
    book.custom_doc_props.append(IntProperty(name=SCHEMA_PROPERTY, value=SCHEMA + 1))


def test_a_file_newer_than_gen_is_refused_and_not_read_either(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        upgrade(made(newer), "ny.xlsx")
    assert caught.value.exit_code == 1
    assert "Uppdatera gen" in caught.value.finding.expected
    book = openpyxl.load_workbook(KSAU, rich_text=True)
    for prop in [p for p in book.custom_doc_props.props if p.name == SCHEMA_PROPERTY]:
        book.custom_doc_props.props.remove(prop)
    newer(book)
    book.save(tmp_path / "ny.xlsx")
    found = [f for f in read(tmp_path / "ny.xlsx", REGISTER).findings if f.code == "GEN-1130"]
    assert [f.stops("protokoll") for f in found] == [True]


def test_what_is_no_workbook_is_refused() -> None:
    for content in (b"", b"inte en arbetsbok", made()[:2000]):
        with pytest.raises(DataError):
            upgrade(content, "x.xlsx")


# --- the mechanism, with steps that only the tests have ----------------------------------------


def test_steps_are_taken_in_turn_from_the_files_version() -> None:
    steps = [
        Step(0, rename_sheet("Punkter", "Ärendelista")),
        Step(1, rename_header("Ärendelista", "Titel", "Rubrik")),
        Step(2, rename_header("Ärendelista", "Vem", "Namn")),
    ]
    first = upgrade(made(), "a.xlsx", steps[:2], 2)
    assert (first.before, first.after, len(first.done)) == (0, 2, 2)
    second: Upgraded = upgrade(first.content, "a.xlsx", steps, 3)
    assert (second.before, second.done) == (2, ("Vem på bladet Ärendelista heter nu Namn.",))
    ws = openpyxl.load_workbook(io.BytesIO(second.content))["Ärendelista"]
    assert [cell.value for cell in ws[1]] == ["Nr", "Rubrik", "Namn"]
    assert ws["B2"].value == "Val av justerare"


def test_all_that_names_a_sheet_follows_its_new_name() -> None:
    def pointing(book: openpyxl.Workbook) -> None:
        other = book["Uppgifter & annat"]
        other["C1"] = "=Punkter!B2&'Uppgifter & annat'!B2"
        other["C2"] = "=COUNTA(GamlaPunkter!A1)"
        other["D1"].hyperlink = Hyperlink(ref="D1", location="Punkter!A1")
        book.create_sheet("GamlaPunkter")
        rule = DataValidation(type="list", formula1="Punkter!$A$2:$A$9")
        rule.add("E1")
        other.add_data_validation(rule)
        book.defined_names["nummer"] = DefinedName("nummer", attr_text="Punkter!$A$2:$A$3")
        chart = BarChart()
        chart.add_data(Reference(book["Punkter"], min_col=1, min_row=1, max_row=3))
        other.add_chart(chart, "G1")

    book = after(
        made(pointing),
        rename_sheet("punkter", "Våra ärenden"),
        rename_sheet("Uppgifter & annat", "Möte"),
    )
    assert book.sheetnames == ["Våra ärenden", "Möte", "GamlaPunkter"]
    other = book["Möte"]
    assert other["C1"].value == "='Våra ärenden'!B2&'Möte'!B2"
    assert other["C2"].value == "=COUNTA(GamlaPunkter!A1)"
    assert other["D1"].hyperlink.location == "'Våra ärenden'!A1"
    assert other.data_validations.dataValidation[0].formula1 == "'Våra ärenden'!$A$2:$A$9"
    assert book.defined_names["nummer"].attr_text == "'Våra ärenden'!$A$2:$A$3"
    (chart,) = other._charts
    assert chart.series[0].val.numRef.f.startswith("'Våra ärenden'!")


def test_a_tables_header_and_the_formulas_that_name_it_stay_one() -> None:
    """Excel calls a file damaged whose table column has another name than its header."""

    def pointing(book: openpyxl.Workbook) -> None:
        book["Uppgifter & annat"]["C1"] = "=COUNTA(tabPunkter[Titel])"

    book = after(made(pointing), rename_header("Punkter", "titel", "Rubrik"))
    table = book["Punkter"].tables["tabPunkter"]
    assert [c.name for c in table.tableColumns] == [c.value for c in book["Punkter"][1]]
    assert book["Uppgifter & annat"]["C1"].value == "=COUNTA(tabPunkter[Rubrik])"


def test_a_label_of_a_form_is_renamed_and_its_value_stays() -> None:
    book = after(made(), rename_header("Uppgifter & annat", "Mötesdag", "Sammanträdesdatum"))
    assert [c.value for c in book["Uppgifter & annat"][2]] == ["Sammanträdesdatum", "2023-03-06"]


def test_a_step_that_finds_nothing_to_change_changes_nothing() -> None:
    content = made()
    nothing = (
        rename_sheet("Finns inte", "Möte"),
        rename_sheet("Punkter", "Uppgifter & annat"),
        rename_header("Punkter", "Finns inte", "Rubrik"),
        rename_header("Punkter", "Nr", "Titel"),
    )
    done = upgrade(content, "a.xlsx", [Step(n, one) for n, one in enumerate(nothing)], 4)
    assert done.done == ()
    sheets = [name for name in parts(content) if name.startswith("xl/")]
    assert all(parts(content)[name] == parts(done.content)[name] for name in sheets)


# --- the command -----------------------------------------------------------------------------


def test_the_new_file_stands_beside_the_old_one_which_is_untouched(tmp_path: Path) -> None:
    run = partial(gen, tmp_path)
    path = unversioned(tmp_path)
    before = path.read_bytes()
    done = run("uppgradera", path)
    assert done.returncode == 0, done.stderr
    new = tmp_path / "gammal – uppgraderad.xlsx"
    assert path.read_bytes() == before
    assert custom(read_package(new.read_bytes()), SCHEMA_PROPERTY) == str(SCHEMA)
    assert "redan" in run("uppgradera", new).stdout
    new.write_bytes(b"min egen fil")
    assert run("uppgradera", path).returncode == 4
    assert new.read_bytes() == b"min egen fil"
    assert run("uppgradera", path, "--som", "ny.xlsx").returncode == 0
    assert zipfile.is_zipfile(tmp_path / "ny.xlsx")
    assert run("uppgradera", "saknas.xlsx").returncode == 2
