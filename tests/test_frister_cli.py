"""`gen frister` as a user meets it: what is printed, the JSON and its schema, the calendar file."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import icalendar
import jsonschema
import openpyxl
import pytest

ROOT = Path(__file__).parent.parent
KSAU = ROOT / "data" / "ksau-2023-03-06.xlsx"
SCHEMA = json.loads((ROOT / "docs" / "json" / "frister.schema.json").read_text(encoding="utf-8"))

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`gen frister …` in a folder of its own."""

    def command(*arguments: object) -> subprocess.CompletedProcess[str]:
        start = "from gen.cli import main; main()"
        return subprocess.run(
            [sys.executable, "-X", "utf8", "-c", start, "frister", *map(str, arguments)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return command


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """A copy of the KSAU workbook beside its register."""
    shutil.copy(KSAU.with_name("register.xlsx"), tmp_path)
    return Path(shutil.copy(KSAU, tmp_path))


def change(path: Path, label: str, value: object) -> None:
    """Writes a value on the sheet Sammanträde, in the row with that label."""
    book = openpyxl.load_workbook(path, rich_text=True)
    sheet = book["Sammanträde"]
    (row,) = (cells[0].row for cells in sheet.iter_rows() if cells[0].value == label)
    sheet.cell(row, 2).value = value
    book.save(path)


def answer(done: subprocess.CompletedProcess[str]) -> object:
    """The JSON that was printed, which its schema allows."""
    printed = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(printed, SCHEMA, jsonschema.Draft202012Validator)
    return printed


def told(text: str) -> str:
    """What was printed, without its line breaks and hard blanks."""
    return " ".join(text.split())


# --- days of posting -----------------------------------------------------------------------


def test_a_day_of_posting_gives_its_days_with_weekday_and_reason(run: Run) -> None:
    done = run("2024-03-08")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Anslag fredagen den\u00a08 mars 2024\n")
    assert "    2024-04-02  tisdag   Sista dag att överklaga\n" in done.stdout
    assert "    2024-04-03  onsdag   Anslaget tas ned tidigast\n" in done.stdout
    assert "    2024-04-03  onsdag   Laga kraft, om ingen överklagar\n" in done.stdout
    assert "Långfredagen, lördag, påskdagen och annandag påsk räknas inte" in told(done.stdout)
    assert told(done.stdout).count("Tre veckor efter anslaget") == 1
    assert max(map(len, done.stdout.splitlines())) <= 96


def test_json_is_an_object_a_day_in_the_order_asked(run: Run) -> None:
    printed = answer(run("2023-03-08", "2017-10-27", "--json"))
    assert isinstance(printed, list)
    assert printed[0] == {
        "anslag": "2023-03-08",
        "sista_dag": "2023-03-29",
        "tidigast_ned": "2023-03-30",
        "laga_kraft": "2023-03-30",
        "skäl": [
            "tre veckor efter anslaget onsdagen den 8 mars 2023 är onsdagen den 29 mars 2023 "
            "(13 kap. 5 § KL)",
            "torsdagen den 30 mars 2023 är dagen efter (8 kap. 12 § KL)",
            "torsdagen den 30 mars 2023 är dagen efter, om ingen har överklagat",
        ],
    }
    assert [row["anslag"] for row in printed] == ["2023-03-08", "2017-10-27"]


@pytest.mark.parametrize(
    "words",
    [
        ["8 mars 2023"],
        ["8", "mars", "2023"],
        ["onsdagen den 8 mars 2023"],
        ["8/3 2023"],
        ["20230308"],
        [unicodedata.normalize("NFD", "8 mars 2023")],
    ],
)
def test_a_day_may_be_written_as_people_do(run: Run, words: list[str]) -> None:
    (row,) = answer(run(*words, "--json"))  # type: ignore[misc]
    assert row["sista_dag"] == "2023-03-29"


def test_the_convention_moves_the_day_when_the_anslag_comes_down(run: Run) -> None:
    done = run(
        "2017-10-27", "--konvention", unicodedata.normalize("NFD", "nästa arbetsdag"), "--json"
    )
    (row,) = answer(done)  # type: ignore[misc]
    assert (row["tidigast_ned"], row["laga_kraft"]) == ("2017-11-20", "2017-11-18")


def test_a_gemensam_namnd_has_one_answer_for_all_boards(run: Run) -> None:
    (row,) = answer(run("2023-03-10", "2023-03-08", "--gemensam-nämnd", "--json"))  # type: ignore[misc]
    assert (row["anslag"], row["sista_dag"]) == ("2023-03-10", "2023-03-31")
    assert row["skäl"][0].startswith("gemensam nämnd: ")


def test_days_alone_need_neither_openpyxl_nor_the_model() -> None:
    script = (
        "import sys\n"
        "from gen.cli import main\n"
        "sys.argv = ['gen', 'frister', '2023-03-08', '--json']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'openpyxl', 'docxtpl', 'docx', 'lxml', 'pypdf', 'pikepdf', 'gen.model'}\n"
        "print('LOADED', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "2023-03-29" in done.stdout
    assert "LOADED []" in done.stdout


# --- what cannot be answered ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["2023-02-30"], ["2023-02-30", "Februari 2023 har 28 dagar", "Skriv datumet med dag"]),
        (["2023-03-08", "7/3"], ["”7/3” saknar år", "2023-03-07 eller 7 mars 2023"]),
        (["7/3/2023"], ["kan läsas på två sätt", "2023-03-07 eller 2023-07-03"]),
        (["tisdagen den 8 mars 2023"], ["8 mars 2023 är en onsdag, inte en tisdag"]),
        (["igår"], ["igår", "eller namnet på ett kalkylblad"]),
        (["1023-03-08"], ["Året 1023", "1953–2099"]),
        ([""], ["Datumet saknas"]),
        (["möte.xlsx"], ["Filen möte.xlsx finns inte"]),
        (["möte.xlsx", "2023-03-08"], ["går inte att blanda", "Ange ett kalkylblad, eller"]),
        (["möte.xlsx", "--gemensam-nämnd"], ["gäller bara datum"]),
        (
            ["2023-03-08", "--konvention", "nesta arbetsdag"],
            ["Menade du nästa arbetsdag?", "”första möjliga dag” eller ”nästa arbetsdag”"],
        ),
        ([], ["MÖTE.XLSX | DATUM …"]),
    ],
)
def test_wrong_usage_is_told_with_the_cure(run: Run, arguments: list[str], says: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    for words in says:
        assert words in told(done.stderr)


def test_wrong_usage_is_json_too_where_that_is_asked_for(run: Run) -> None:
    done = run("2023-02-30", "--json")
    assert done.returncode == 2
    printed = answer(done)
    assert isinstance(printed, dict)
    assert printed["slutkod"] == 2
    assert printed["fynd"][0]["kod"] == "GEN-2150"


# --- a meeting -----------------------------------------------------------------------------


def test_a_meeting_gives_the_days_of_its_dates(run: Run, meeting: Path) -> None:
    done = run(meeting.name)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Kommunstyrelsens arbetsutskott, måndagen den\u00a06 mars 2023\n")
    printed = told(done.stdout)
    for words in (
        "2023-03-20 måndag Protokollet justeras senast – § 23–51 (i kalkylbladet 2023-03-07)",
        "2023-03-09 torsdag Justeringen anslås senast – § 23–51 (i kalkylbladet 2023-03-08)",
        "2023-03-30 torsdag Anslaget tas ned tidigast – § 23–51",
        "– Sista dag att överklaga – § 49–50 Kan inte överklagas",
        "2023-12-08 fredag Fullmäktige beslutar, eller får en anmälan, senast – motion i ärende 28",
    ):
        assert words in printed


def test_the_days_of_a_meeting_come_in_order_and_what_has_no_day_last(
    run: Run, meeting: Path
) -> None:
    printed = run(meeting.name).stdout
    days = re.findall(r"^ {4}(\d{4}-\d\d-\d\d|–) {2}", printed, re.MULTILINE)
    assert days == ["2023-03-09", "2023-03-20", "2023-03-30", "2023-12-08", "–"]


def test_a_meeting_as_json_is_an_object_a_day(run: Run, meeting: Path) -> None:
    printed = answer(run(meeting.name, "--json"))
    assert isinstance(printed, list)
    assert {"vad": "justering", "gäller": "§ 23–51", "datum": "2023-03-20"}.items() <= printed[
        0
    ].items()
    assert printed[0]["i_kalkylbladet"] == "2023-03-07"
    assert [row["vad"] for row in printed if row["datum"] is None] == ["sista_dag"]


def test_an_unreadable_date_is_told_at_its_cell_and_the_other_days_are_given(
    run: Run, meeting: Path
) -> None:
    change(meeting, "Anslaget uppsatt", "2023-02-30")
    done = run(meeting.name)
    assert done.returncode == 1
    assert "Sammanträde, B" in done.stderr
    assert "februari 2023 har 28 dagar" in done.stderr
    assert "Protokollet justeras senast" in done.stdout
    assert "Anslaget tas ned" not in done.stdout


def test_a_fel_that_moves_no_day_is_not_told(run: Run, meeting: Path) -> None:
    change(meeting, "Från klockan", "kvart i ett på natten")
    done = run(meeting.name)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_date_there_is_nothing_to_count_from(run: Run, meeting: Path) -> None:
    change(meeting, "Sammanträdesdatum", None)
    done = run(meeting.name)
    assert done.returncode == 1
    assert "Fyll i Sammanträdesdatum" in told(done.stderr)


def test_an_installt_sammantrade_says_so(run: Run, meeting: Path) -> None:
    change(meeting, "Slag", "Inställt")
    done = run(meeting.name)
    assert done.returncode == 0
    assert "Inga dagar att räkna: sammanträdet är inställt." in done.stdout
    assert answer(run(meeting.name, "--json")) == []
    refused = run(meeting.name, "--ics", "frister.ics")
    assert refused.returncode == 1
    assert "frister.ics skrevs inte" in told(refused.stderr)


def test_a_year_whose_closed_days_nobody_knows_is_told(run: Run, meeting: Path) -> None:
    change(meeting, "Organ", "Kommunfullmäktige")
    change(meeting, "Sammanträdesdatum", "1953-01-02")
    done = run(meeting.name)
    assert done.returncode == 2
    assert "1953–2100" in done.stderr
    assert "Se efter att årtalet är rätt skrivet" in told(done.stderr)


# --- the calendar file ---------------------------------------------------------------------


def test_a_meetings_calendar_file_has_an_event_a_day(
    run: Run, meeting: Path, tmp_path: Path
) -> None:
    done = run(meeting.name, "--ics", "frister.ics")
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("Kalenderfil:\n    frister.ics\n")
    read = icalendar.Calendar.from_ical((tmp_path / "frister.ics").read_bytes())
    events = {event["SUMMARY"]: event for event in read.walk("VEVENT")}
    assert [event["DTSTART"].dt.isoformat() for event in events.values()] == [
        "2023-03-20",
        "2023-03-09",
        "2023-03-30",
        "2023-12-08",
    ]
    place = "Kommunstyrelsens arbetsutskott 2023-03-06"
    assert f"Anslaget tas ned tidigast – {place}, § 23–51" in events
    # The file says when it was saved where a program has saved it; gen knows no hour.
    assert {event["DTSTAMP"].dt for event in events.values()} == {
        dt.datetime(2023, 3, 6, tzinfo=dt.UTC)
    }
    book = openpyxl.load_workbook(meeting, rich_text=True)
    book.save(meeting)
    saved = openpyxl.load_workbook(meeting).properties.modified.replace(
        tzinfo=dt.UTC, microsecond=0
    )
    assert run(meeting.name, "--ics", "frister.ics").returncode == 0
    read = icalendar.Calendar.from_ical((tmp_path / "frister.ics").read_bytes())
    assert {event["DTSTAMP"].dt for event in read.walk("VEVENT")} == {saved}


@pytest.mark.parametrize(
    ("target", "code", "says"),
    [(".", 2, "är en mapp, inte en fil"), ("borta/frister.ics", 4, "Se till att mappen finns")],
)
def test_a_place_where_no_file_can_stand_is_told(
    run: Run, target: str, code: int, says: str
) -> None:
    done = run("2023-03-08", "--ics", target)
    assert done.returncode == code
    assert says in told(done.stderr)


def test_a_second_run_renews_its_own_file_and_leaves_a_persons(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "frister.ics"
    assert run("2017-10-27", "--ics", "frister.ics").returncode == 0
    first = target.read_bytes()
    assert run("2017-10-27", "--ics", "frister.ics").returncode == 0
    assert target.read_bytes() == first
    convention = ("--konvention", "nästa arbetsdag")
    assert run("2017-10-27", "--ics", "frister.ics", *convention).returncode == 0
    renewed = target.read_bytes()
    assert renewed != first
    edited = renewed.replace(b"TRANSPARENT", b"OPAQUE")
    target.write_bytes(edited)
    refused = run("2017-10-27", "--ics", "frister.ics")
    assert refused.returncode == 4
    assert target.read_bytes() == edited
    over = run("2017-10-27", "--ics", "frister.ics", "--skriv-över")
    assert over.returncode == 0
    assert "Undanlagd: frister.ics heter nu frister (ändrad" in over.stdout
    assert target.read_bytes() == first
    (aside,) = tmp_path.glob("frister (ändrad*.ics")
    assert aside.read_bytes() == edited
