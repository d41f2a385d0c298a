"""`gen kontrollera` as its users meet it: the list, the marked copy, JSON for other programs."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import docx
import jsonschema
import openpyxl
import pytest
from bok import KSAU, REGISTER, Bok, put
from kommando import gen

from gen.errors import InTheWayError, UsageError
from gen.findings import Level
from gen.kontroll import before_named, document_types, kontrollera
from gen.markering import is_untouched_copy, marked_name, write_marked
from gen.report import kontroll_lines
from gen.stages import Before

SCHEMAS = Path(__file__).parent.parent / "docs" / "json"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`gen …` in a folder of its own."""

    return partial(gen, tmp_path)


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """A copy of the shipped workbook beside its register, with faults of every kind."""
    bok = Bok()
    put(bok.header("Sammanträde", "Sammanträdesdatum"), "2023-02-30")
    put(bok.cell("Ärenden", "Rubrik", "28"), None)
    put(bok.cell("Närvaro", "Namn", "Mia Honeth"), "Mia Honett")
    put(bok["Ärenden"].cell(bok.last("Ärenden"), bok.beside("Ärenden")), "kom ihåg")
    shutil.copy(REGISTER, tmp_path)
    return bok.save(tmp_path / "möte.xlsx")


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """The shipped workbook as it is."""
    shutil.copy(REGISTER, tmp_path)
    return Path(shutil.copy(KSAU, tmp_path))


def validated(text: str, command: str) -> dict[str, object]:
    """The JSON, if it is as the schema says."""
    value = json.loads(text)
    schema = json.loads((SCHEMAS / f"{command}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(value, schema, jsonschema.Draft202012Validator)
    assert isinstance(value, dict)
    return value


# --- the list ------------------------------------------------------------------------------


def test_the_worst_comes_first_with_its_cell_and_its_arende(meeting: Path) -> None:
    lines = list(kontroll_lines(kontrollera(meeting)))
    levels = [line for line in lines if line in ("FEL", "LAGBRIST", "VARNING", "UPPLYSNING")]
    assert {"FEL", "VARNING", "UPPLYSNING"} <= set(levels)
    assert levels == [str(level).upper() for level in Level if str(level).upper() in levels]
    cell = Bok(meeting).cell("Ärenden", "Rubrik", "28").coordinate
    assert any(f"Ärenden, {cell} (ärende 28)" in line for line in lines)
    assert "Menade du Mia Honeth?" in " ".join(lines)


def test_the_list_ends_with_what_is_stopped_and_how_many_there_were(meeting: Path) -> None:
    done = kontrollera(meeting)
    lines = list(kontroll_lines(done))
    (line,) = [line for line in lines if line.startswith("Kan inte göras än: ")]
    stopped = line.removeprefix("Kan inte göras än: ").removesuffix(" (3 fel).").split(", ")
    assert stopped == [name for name in document_types() if name in done.stopped]
    assert stopped[:4] == ["kallelse", "protokoll", "utdrag", "anslag"]
    assert "missiv" not in document_types()  # which is made of another workbook
    # A meeting without motions has no motionssvar to wait for, one of an utskott no kungörelse.
    assert not {"kungörelse", "bestyrkande", "arbetskopia"} & {*stopped}
    assert lines[-1].startswith("Sammanlagt: 3 fel, ")


def test_nothing_to_say_is_said(whole: Path) -> None:
    lines = list(kontroll_lines(replace(kontrollera(whole), findings=())))
    assert lines[-1] == "Inget att rätta."


def test_a_workbook_without_fel_ends_with_code_0(run: Run, whole: Path) -> None:
    done = run("kontrollera", whole)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Kan inte göras" not in done.stdout


def test_fel_end_with_code_1_and_nothing_is_written(run: Run, meeting: Path) -> None:
    before = sorted(meeting.parent.iterdir())
    assert run("kontrollera", meeting).returncode == 1
    assert sorted(meeting.parent.iterdir()) == before


def test_the_stage_may_be_chosen_in_both_spellings(run: Run, whole: Path) -> None:
    for option in ("--inför", "--infor"):
        assert "inför kallelse" in run("kontrollera", whole, option, "kallelse").stdout
    wrong = run("kontrollera", whole, "--inför", "kallelsen")
    assert wrong.returncode == 2
    assert "Menade du kallelse?" in wrong.stderr


def test_a_stage_is_named_in_any_case() -> None:
    assert before_named("Protokoll") is Before.PROTOKOLL
    with pytest.raises(UsageError):
        before_named("protokollet")


def test_strict_stops_everything_for_any_fel(tmp_path: Path) -> None:
    bok = Bok()
    put(bok.header("Sammanträde", "Anslaget uppsatt"), None)
    path = bok.save(tmp_path / "möte.xlsx")
    assert "protokoll" not in kontrollera(path, register=REGISTER).stopped
    assert "protokoll" in kontrollera(path, register=REGISTER, strict=True).stopped


def test_the_same_sentence_in_many_rows_is_told_once(tmp_path: Path) -> None:
    bok = Bok()
    places = [put(bok.cell("Närvaro", "Närvarar", name), "Kanske") for name in ("Lina Olsson",)]
    places.append(put(bok.cell("Närvaro", "Närvarar", "Jesper Sahlén"), "Kanske"))
    path = bok.save(tmp_path / "möte.xlsx")
    lines = list(kontroll_lines(kontrollera(path, register=REGISTER)))
    told = [line for line in lines if "GEN-1201" in line]
    assert len(told) == 1
    assert all(cell in told[0] for _, cell in places)


def test_a_fault_of_the_register_is_told_with_its_file(tmp_path: Path) -> None:
    register = Bok(REGISTER)
    place = put(register.cell("Organ", "Slag", "KSAU"), "uttskott")
    register.save(tmp_path / "register.xlsx")
    lines = list(kontroll_lines(kontrollera(Path(shutil.copy(KSAU, tmp_path)))))
    assert any(f"register.xlsx: {place[0]}, {place[1]}" in line for line in lines)


# --- the marked copy -----------------------------------------------------------------------


def test_the_marked_copy_lists_everything_and_the_workbook_is_untouched(
    run: Run, meeting: Path
) -> None:
    before = meeting.read_bytes()
    done = run("kontrollera", meeting, "--markera")
    copy = meeting.with_name("möte – markerad.xlsx")
    assert done.returncode == 1
    assert copy.name in done.stdout
    assert meeting.read_bytes() == before
    book = openpyxl.load_workbook(copy)
    assert book.sheetnames[0] == "Att åtgärda"
    listed = {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
    found = kontrollera(meeting).findings
    assert {finding.code for finding in found} <= listed
    place = Bok(meeting).header("Sammanträde", "Sammanträdesdatum").coordinate
    assert "28 dagar" in book["Sammanträde"][place].comment.text


def test_another_files_faults_are_listed_with_its_name_but_not_marked(tmp_path: Path) -> None:
    register = Bok(REGISTER)
    place = put(register.cell("Organ", "Slag", "KSAU"), "uttskott")
    register.save(tmp_path / "register.xlsx")
    done = kontrollera(Path(shutil.copy(KSAU, tmp_path)))
    copy = tmp_path / "kopia.xlsx"
    write_marked(done, copy)
    book = openpyxl.load_workbook(copy)
    rows = [[cell.value for cell in row] for row in book["Att åtgärda"].iter_rows()]
    assert any("register.xlsx: Organ" in row and place[1] in row for row in rows)
    noted = {
        (ws.title, c.coordinate) for ws in book for row in ws.iter_rows() for c in row if c.comment
    }
    places = [done.reading.source.place(finding.at) for finding in done.findings]
    assert noted <= {(p.sheet, p.cell) for p in places if p.file == KSAU.name}


def test_an_untouched_marked_copy_is_made_anew(meeting: Path) -> None:
    target = marked_name(meeting)
    write_marked(kontrollera(meeting), target)
    first = target.read_bytes()
    assert is_untouched_copy(first)
    write_marked(kontrollera(meeting), target)
    assert target.read_bytes() == first, "the same input gives the same bytes"
    bok = Bok(meeting)
    put(bok.header("Sammanträde", "Sammanträdesdatum"), "2023-03-06")
    bok.save(meeting)
    write_marked(kontrollera(meeting), target)
    assert target.read_bytes() != first


def test_a_marked_copy_that_somebody_has_saved_is_never_overwritten(meeting: Path) -> None:
    target = marked_name(meeting)
    write_marked(kontrollera(meeting), target)
    book = openpyxl.load_workbook(target)
    book["Ärenden"]["Z99"] = "rättat här"
    book.save(target)
    edited = target.read_bytes()
    with pytest.raises(InTheWayError) as caught:
        write_marked(kontrollera(meeting), target)
    assert caught.value.exit_code == 4
    assert target.read_bytes() == edited
    aside = write_marked(kontrollera(meeting), target, overwrite=True)
    assert aside is not None
    assert aside.read_bytes() == edited
    assert is_untouched_copy(target.read_bytes())


def test_a_file_of_that_name_or_an_open_copy_stands_in_the_way(run: Run, meeting: Path) -> None:
    target = marked_name(meeting)
    target.write_bytes(b"en anteckning")
    done = run("kontrollera", meeting, "--markera")
    assert done.returncode == 4
    assert target.name in done.stderr
    assert target.read_bytes() == b"en anteckning"
    target.unlink()
    (meeting.parent / f"~${target.name}").write_bytes(b"")
    done = run("kontrollera", meeting, "--markera")
    assert done.returncode == 4
    assert "Excel" in done.stderr
    assert not target.exists()


def test_the_copy_may_have_another_name(run: Run, meeting: Path) -> None:
    assert run("kontrollera", meeting, "--markera-som", "att rätta.xlsx").returncode == 1
    assert is_untouched_copy((meeting.parent / "att rätta.xlsx").read_bytes())


# --- JSON ----------------------------------------------------------------------------------


def test_the_json_of_kontrollera_is_as_its_schema_says(run: Run, meeting: Path) -> None:
    done = run("kontrollera", meeting, "--json", "--markera")
    value = validated(done.stdout, "kontrollera")
    assert value["slutkod"] == done.returncode == 1
    fynd = value["fynd"]
    assert isinstance(fynd, list)
    assert {f["kod"] for f in fynd} == {f.code for f in kontrollera(meeting).findings}
    assert Path(str(value["markerad"])).name == "möte – markerad.xlsx"
    assert str(value["sparad"]).endswith("Z")


def test_the_json_of_protokoll_and_pdf_is_as_their_schemas_say(
    run: Run, whole: Path, tmp_path: Path
) -> None:
    planned = validated(run("protokoll", whole, "--json", "--torrkör").stdout, "protokoll")
    assert planned["dokument"]
    assert planned["skrivna"] == []
    made = validated(run("protokoll", whole, "--json").stdout, "protokoll")
    assert [Path(str(p)).name for p in made["skrivna"]] == ["protokoll.docx", "protokoll.pdf"]  # type: ignore[attr-defined]
    docx.Document().save(tmp_path / "brev.docx")
    converted = validated(run("pdf", "brev.docx", "--json").stdout, "pdf")
    assert converted["skrivna"] == ["brev.pdf"]


def test_a_dry_run_tells_that_somebodys_file_would_stop_the_real_one(
    run: Run, whole: Path, tmp_path: Path
) -> None:
    assert run("protokoll", whole).returncode == 0
    assert run("protokoll", whole, "--torrkör").returncode == 0
    edited = tmp_path / "out" / whole.stem / "protokoll.docx"
    docx.Document().save(edited)
    before = {path: path.read_bytes() for path in edited.parent.iterdir()}
    dry, real = run("protokoll", whole, "--torrkör"), run("protokoll", whole)
    assert dry.returncode == real.returncode == 4
    (code,) = {word for word in real.stderr.split() if word.startswith("GEN-")}
    assert code in dry.stderr
    assert "Det här skulle göras" in dry.stdout
    assert run("protokoll", whole, "--torrkör", "--behåll").returncode == 0
    assert {path: path.read_bytes() for path in edited.parent.iterdir()} == before
    planned = validated(run("protokoll", whole, "--json", "--torrkör").stdout, "protokoll")
    assert planned["slutkod"] == 4


@pytest.mark.parametrize(("command", "code"), [("kontrollera", 2), ("protokoll", 2), ("pdf", 2)])
def test_what_ends_a_run_is_json_too(run: Run, command: str, code: int) -> None:
    done = run(command, "saknas.xlsx", "--json")
    value = validated(done.stdout, command)
    assert value["slutkod"] == done.returncode == code
    assert value["fynd"][0]["kod"] == "GEN-1001"  # type: ignore[index]
