"""`gen kontrollera` on a handläggare's ärendefil alone, and on several workbooks together."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from bok import DATA, KSAU, REGISTER, Bok, put
from kommando import gen
from test_kontrollera import validated

from gen import flera
from gen.errors import DataError
from gen.kontroll import Kontroll, kontrollera
from gen.report import flera_lines, kontroll_lines
from gen.workbook.kinds import read_any
from gen.workbook.which import Which, which

ARENDEFIL = DATA / "tjansteskrivelse-ks-2022-0086.xlsx"
TO_OTHER = "GEN-3454"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the register."""
    shutil.copy(REGISTER, tmp_path)
    return tmp_path


def arendefil(folder: Path, *, dnr: str = "KS 2022/0086") -> Path:
    """The handläggare's own file, with another dnr."""
    book = openpyxl.load_workbook(ARENDEFIL, rich_text=True)
    labels = {row[0].value: row[1] for row in book["Ärende"].iter_rows(max_col=2)}
    labels["Dnr"].value = dnr
    path = folder / "simhallen.xlsx"
    book.save(path)
    return path


def later(folder: Path, *, paragraf: str) -> Path:
    """The utskott's next meeting, where ärende 28 tells of an earlier beslut at the first one."""
    bok = Bok()
    put(bok.header("Sammanträde", "Sammanträdesdatum"), dt.date(2023, 4, 3))
    ws, row = bok["Innehåll"], bok.last("Innehåll") + 1
    told = {"Del": "Tidigare behandling", "Text": "Beslut", "Vem": "KSAU"}
    for header, value in {**told, "Datum": dt.date(2023, 3, 6), "§": paragraf}.items():
        ws.cell(row, bok.header("Innehåll", header).column, value)
    return bok.save(folder / "april.xlsx")


def codes(done: object) -> list[str]:
    assert isinstance(done, Kontroll)
    return [finding.code for finding in done.findings]


# --- what a workbook is --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "kind"),
    [(KSAU, Which.MOTE), (ARENDEFIL, Which.ARENDEFIL), (REGISTER, Which.REGISTER)],
)
def test_a_workbook_is_known_by_its_sheets_whatever_the_file_is_called(
    path: Path, kind: Which, tmp_path: Path
) -> None:
    assert which(Path(shutil.copy(path, tmp_path / "möte.xlsx"))) is kind


def test_renamed_sheets_are_still_those_of_a_meeting(folder: Path) -> None:
    bok = Bok()
    for sheet in ("Sammanträde", "Närvaro", "Ärenden"):
        bok[sheet].title = f"{sheet} 6 mars"
    done = kontrollera(bok.save(folder / "möte.xlsx"))
    assert codes(done).count("GEN-1101") == 3


def test_a_workbook_of_something_else_is_refused_with_what_it_should_have_been(
    folder: Path,
) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Budget"  # type: ignore[index]
    book.save(folder / "budget.xlsx")
    with pytest.raises(DataError, match="varken ett sammanträdes kalkylblad eller en ärendefil"):
        kontrollera(folder / "budget.xlsx")
    done = gen(folder, "kontrollera", "budget.xlsx")
    assert done.returncode == 1
    assert "gen ny" in done.stderr


def test_a_register_is_checked_by_itself_and_makes_no_document(folder: Path) -> None:
    done = kontrollera(folder / "register.xlsx")
    assert next(iter(kontroll_lines(done))).startswith("Läser registret ")
    assert (done.exit_code, done.stopped) == (0, {})
    with pytest.raises(DataError, match="av ett register görs inga dokument"):
        read_any(folder / "register.xlsx")


# --- an ärendefil alone --------------------------------------------------------------------


def test_the_handlaggare_checks_the_own_file_before_the_meeting_is_known(folder: Path) -> None:
    path = arendefil(folder, dnr="KS-2022/86")
    done = kontrollera(path)
    lines = list(kontroll_lines(done))
    assert lines[0].startswith(f"Läser ärendefilen {path}")
    assert all(done.reading.source.place(f.at).sheet == "Ärende" for f in done.findings)
    assert any("KS-2022/86" in f.message for f in done.findings)
    assert not any("(ärende" in line for line in lines)


def test_the_shipped_arendefil_has_nothing_to_put_right(folder: Path) -> None:
    done = gen(folder, "kontrollera", ARENDEFIL)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "Inget att rätta."


def test_an_arendefil_is_marked_and_told_as_json_like_a_meeting(folder: Path) -> None:
    arendefil(folder, dnr="KS-2022/86")
    done = gen(folder, "kontrollera", "simhallen.xlsx", "--json", "--markera")
    value = validated(done.stdout, "kontrollera")
    assert value["markerad"] == "simhallen – markerad.xlsx"
    marked = openpyxl.load_workbook(folder / "simhallen – markerad.xlsx")
    assert marked.sheetnames[0] == "Att åtgärda"
    cells = [cell for row in marked["Ärende"].iter_rows() for cell in row if cell.comment]
    assert [cell.value for cell in cells] == ["KS-2022/86"]


# --- several together ----------------------------------------------------------------------


def test_a_reference_is_looked_up_in_the_meeting_that_it_names(folder: Path) -> None:
    """§ 49 of 6 March was about something else: the motion was § 50."""
    shutil.copy(KSAU, folder)
    paths = [folder / KSAU.name, later(folder, paragraf="49")]
    alone = kontrollera(paths[1])
    assert TO_OTHER not in codes(alone)
    first, second = flera.kontrollera(paths)
    assert TO_OTHER not in codes(first)
    assert isinstance(second, Kontroll)
    found = next(f for f in second.findings if f.code == TO_OTHER)
    assert found.suggestion == "§ 50"
    assert second.reading.source.place(found.at).sheet == "Innehåll"


def test_a_right_reference_is_left_alone(folder: Path) -> None:
    shutil.copy(KSAU, folder)
    _, second = flera.kontrollera([folder / KSAU.name, later(folder, paragraf="50")])
    assert TO_OTHER not in codes(second)


def test_a_reason_on_granskat_takes_out_what_only_several_files_show(folder: Path) -> None:
    shutil.copy(KSAU, folder)
    path = later(folder, paragraf="49")
    bok = Bok(path)
    row = bok.last("Granskat") + 1
    for header, value in {"Kod": TO_OTHER, "Ärende": "28", "Skäl": "Dubbelt diariefört"}.items():
        bok["Granskat"].cell(row, bok.header("Granskat", header).column, value)
    bok.save(path)
    _, second = flera.kontrollera([folder / KSAU.name, path])
    assert isinstance(second, Kontroll)
    assert TO_OTHER in [f.code for f in second.accepted]
    # Alone there is nothing to accept, and that is no fault of the row's.
    assert "GEN-2611" not in codes(kontrollera(path))


def test_one_that_is_not_there_stops_no_other_and_the_worst_code_is_the_runs(
    folder: Path,
) -> None:
    shutil.copy(KSAU, folder)
    done = gen(folder, "kontrollera", "saknas.xlsx", KSAU.name)
    assert done.returncode == 2
    assert "GEN-1001" in done.stdout
    assert f"Läser {KSAU.name}" in done.stdout
    assert "Alla 2 filer" in done.stdout


def test_each_file_stands_under_its_name_and_the_end_sums_them_up(folder: Path) -> None:
    shutil.copy(KSAU, folder)
    wrong = arendefil(folder, dnr="KS-2022/86")
    lines = list(flera_lines(flera.kontrollera([folder / KSAU.name, wrong])))
    assert lines[0] == str(folder / KSAU.name)
    assert lines[-3].strip() == f"{folder / KSAU.name}: inget att rätta"
    assert lines[-2].strip().startswith(f"{wrong}: 1 ")
    assert lines[-1].startswith("Sammanlagt: 1 ")


def test_several_are_one_json_object_with_each_as_it_would_be_alone(folder: Path) -> None:
    shutil.copy(KSAU, folder)
    arendefil(folder, dnr="KS-2022/86")
    files = [KSAU.name, "simhallen.xlsx", "saknas.xlsx"]
    value = validated(gen(folder, "kontrollera", *files, "--json").stdout, "kontrollera")
    told = value["filer"]
    assert isinstance(told, list)
    assert [one["arbetsbok"] for one in told] == files
    alone = json.loads(gen(folder, "kontrollera", files[1], "--json").stdout)
    assert told[1] == alone
    assert value["slutkod"] == max(one["slutkod"] for one in told) == 2


def test_each_gets_a_marked_copy_of_its_own(folder: Path) -> None:
    shutil.copy(KSAU, folder)
    arendefil(folder)
    done = gen(folder, "kontrollera", KSAU.name, "simhallen.xlsx", "--markera")
    assert done.stdout.count("Markerad kopia") == 2
    assert (folder / "ksau-2023-03-06 – markerad.xlsx").is_file()
    assert (folder / "simhallen – markerad.xlsx").is_file()
    one_name = gen(folder, "kontrollera", KSAU.name, "simhallen.xlsx", "--markera-som", "x.xlsx")
    assert one_name.returncode == 2
    assert "--markera-som" in one_name.stderr
    assert not (folder / "x.xlsx").exists()


def test_the_same_file_twice_is_looked_at_once(folder: Path) -> None:
    shutil.copy(KSAU, folder)
    once = gen(folder, "kontrollera", KSAU.name)
    assert gen(folder, "kontrollera", KSAU.name, KSAU.name).stdout == once.stdout
