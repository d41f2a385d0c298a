"""How gen is called: help and refusals are Swedish, a file is found however its name is stored."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import docx
import openpyxl
import pytest
from kommando import gen

from gen.cli import app
from gen.commands.options import as_it_stands
from gen.documents import types

DATA = Path(__file__).parent.parent / "data"
COMMANDS = [command.name for command in app.registered_commands if not command.hidden]

ENGLISH = re.compile(
    r"\b(usage|error|missing|options?|arguments?|commands?|try|for help|did you mean|required|"
    r"default|show|exit|no such|invalid|requires|takes?|got|unexpected|extra|possible|possibly|"
    r"value|args|path|str|the|and)\b",
    re.IGNORECASE,
)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["protokol"], "Kommandot protokol finns inte. Menade du protokoll?"),
        (["xyzzy"], "Kommandot xyzzy finns inte.\n"),
        (["--versio"], "Valet --versio finns inte. Menade du --version?"),
        (["protokoll", "m.xlsx", "--utt", "x"], "Valet --utt finns inte. Menade du --ut?"),
        (["protokoll", "m.xlsx", "-q"], "Valet -q finns inte."),
        (["protokoll"], "MÖTE.XLSX är inte angivet."),
        (["pdf"], "FIL.DOCX … är inte angivet."),
        (["frister"], "MÖTE.XLSX | DATUM … är inte angivet."),
        (["protokoll", "m.xlsx", "--ut"], "Efter --ut fattas det som ska anges: MAPP."),
        (["protokoll", "m.xlsx", "--json=1"], "Valet --json står för sig självt"),
        (["protokoll", "m.xlsx", "n.xlsx"], "n.xlsx är mer än gen protokoll kan ta emot."),
        (["doktor", "hit"], "hit är mer än gen doktor kan ta emot."),
    ],
    ids=" ".join,
)
def test_a_command_wrongly_typed_is_refused_in_swedish(
    tmp_path: Path, typed: list[str], told: str
) -> None:
    done = gen(tmp_path, *typed)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith(told)
    assert "\nAnvändning: gen " in done.stderr
    assert ENGLISH.findall(done.stderr) == []


@pytest.mark.parametrize("typed", [[], ["--"]], ids=["nothing", "--"])
def test_without_a_command_there_is_help_and_a_failure(tmp_path: Path, typed: list[str]) -> None:
    done = gen(tmp_path, *typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == gen(tmp_path, "--help").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_swedish_and_says_what_each_option_takes(
    tmp_path: Path, command: str
) -> None:
    done = gen(tmp_path, command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Användning: gen {command} ")
    assert "\nVal:\n" in done.stdout
    assert ENGLISH.findall(done.stdout) == []
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


def test_the_list_of_commands_is_swedish_and_cuts_no_sentence(tmp_path: Path) -> None:
    shown = gen(tmp_path, "--help").stdout
    told = " ".join(shown.split())
    for command in app.registered_commands:
        if not command.hidden:
            assert f"{command.name} {command.help}" in told
    assert "..." not in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert ENGLISH.findall(shown) == []


def test_the_documents_have_a_section_of_their_own_in_the_list_of_commands(
    tmp_path: Path,
) -> None:
    shown = gen(tmp_path, "--help").stdout
    found = re.search(r"\nKommandon:\n(.*)\nDokument:\n(.*)\nVal:\n", shown, re.DOTALL)
    assert found is not None
    commands, documents = (" ".join(part.split()) for part in found.groups())
    for name, type_ in types().items():
        told = f"{name} {type_.told}"
        # What has a command of its own, with more to choose than a document, stands with those.
        assert (told in documents) is (name not in COMMANDS)
        assert told not in commands
    for command in app.registered_commands:
        if not command.hidden:
            assert f"{command.name} {command.help}" in commands


def test_a_command_and_an_option_may_be_typed_decomposed(tmp_path: Path) -> None:
    done = gen(tmp_path, nfd("förklara"), "1001")
    assert done.returncode == 0, done.stderr
    done = gen(tmp_path, "kontrollera", "saknas.xlsx", nfd("--inför=protokoll"))
    assert "saknas.xlsx finns inte" in done.stderr


@pytest.mark.parametrize("stored", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_a_file_is_found_however_its_name_is_stored_and_typed(
    tmp_path: Path, stored: str, typed: str
) -> None:
    folder = tmp_path / unicodedata.normalize(stored, "Möten å")
    folder.mkdir()
    shutil.copy(DATA / "ksau-2023-03-06.xlsx", folder / unicodedata.normalize(stored, "möte.xlsx"))
    shutil.copy(DATA / "register.xlsx", folder / unicodedata.normalize(stored, "ämnen.xlsx"))
    docx.Document().save(str(folder / unicodedata.normalize(stored, "fråga.docx")))
    book, register, word = (
        unicodedata.normalize(typed, f"Möten å/{name}")
        for name in ("möte.xlsx", "ämnen.xlsx", "fråga.docx")
    )
    counted = gen(tmp_path, "frister", book, "--register", register)
    assert counted.returncode == 0, counted.stderr
    assert "2023" in counted.stdout
    converted = gen(tmp_path, "pdf", word)
    assert converted.returncode == 0, converted.stderr
    assert [p.name for p in folder.glob("*.pdf")] == ["fråga.pdf"]


def test_where_both_names_stand_the_one_typed_is_taken(tmp_path: Path) -> None:
    both = [tmp_path / "å.xlsx", tmp_path / nfd("å.xlsx")]
    for path in both:
        path.touch()
    if len(list(tmp_path.iterdir())) == 2:  # some file systems hold them to be one
        assert [as_it_stands(str(path)) for path in both] == both


def test_a_path_where_nothing_stands_is_as_typed() -> None:
    for typed in ("../möte.xlsx", nfd("/borta/möte.xlsx"), "x" * 300):
        assert as_it_stands(typed) == Path(typed)


def test_what_is_written_into_a_new_workbook_is_composed(tmp_path: Path) -> None:
    done = gen(tmp_path, "ny", "--ärende", "a.xlsx", "--rubrik", nfd("Gång- och cykelväg på Åsen"))
    assert done.returncode == 0, done.stderr
    sheets = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets
    texts = {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert "Gång- och cykelväg på Åsen" in texts


@pytest.mark.parametrize("command", ["kontrollera", "protokoll", "pdf", "uppgradera"])
def test_a_folder_given_as_the_file_is_told_to_be_one(tmp_path: Path, command: str) -> None:
    (tmp_path / "möten").mkdir()
    done = gen(tmp_path, command, "möten")
    assert done.returncode == 2
    assert "GEN-1004" in done.stderr
    assert "möten är en mapp, inte en fil." in done.stderr


def test_options_that_exclude_each_other_are_json_where_that_is_asked_for(tmp_path: Path) -> None:
    done = gen(tmp_path, "protokoll", "m.xlsx", "--behåll", "--skriv-över", "--json")
    value = json.loads(done.stdout)
    assert value["slutkod"] == done.returncode == 2
    assert [fynd["kod"] for fynd in value["fynd"]] == ["GEN-1005"]


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        ("KeyboardInterrupt", 130, "Avbrutet. Inget halvfärdigt har skrivits.\n"),
        ("KeyError('x')", 3, "Ett fel i gen självt: KeyError: 'x'\n"),
    ],
)
def test_an_interrupt_and_a_bug_are_told_without_a_traceback(
    fault: str, code: int, told: str
) -> None:
    script = (
        "import sys\n"
        "from gen import cli, explain\n"
        "def find(code):\n"
        f"    raise {fault}\n"
        "explain.find = find\n"
        "sys.argv = ['gen', 'förklara', '1001']\n"
        "cli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code
    assert done.stderr.startswith(told)
    assert "Traceback" not in done.stderr
