"""`gen förklara` and docs/regler.md: every finding in words that a handläggare can use."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from kommando import gen

from gen import findings
from gen.errors import UsageError
from gen.explain import SECTIONS, find, lines, markdown, pattern, stops
from gen.findings import CATALOGUE, Kind, Level

DOCS = Path(__file__).parent.parent / "docs"
EXPLAINED = [kind for kind in CATALOGUE.values() if kind.number < 4000]


def test_the_page_is_what_the_catalogue_says() -> None:
    assert (DOCS / "regler.md").read_text("utf-8") == markdown(), (
        "python -m gen.explain > docs/regler.md"
    )


def test_every_code_stands_once_on_the_page() -> None:
    headings = re.findall(r"^### (GEN-\d{4}) ", markdown(), re.MULTILINE)
    assert headings == sorted(CATALOGUE)


@pytest.mark.parametrize("kind", EXPLAINED, ids=lambda kind: kind.code)
def test_every_rule_has_a_meaning_and_an_example_of_wrong_and_right(kind: Kind) -> None:
    for text in (kind.meaning, kind.wrong, kind.right):
        assert text, f"{kind.code}: meaning, wrong, right in the catalogue"
        assert text == text.strip()
        assert "  " not in text
    assert kind.meaning.endswith((".", "?")), "whole sentences"
    assert kind.wrong != kind.right


def test_no_gap_is_left_open_in_what_is_explained() -> None:
    for kind in CATALOGUE.values():
        assert not re.search(r"(?<!\{)\{\w*\}(?!\})", kind.meaning + kind.wrong + kind.right)


def test_every_breach_of_the_law_names_its_statute() -> None:
    for kind in CATALOGUE.values():
        if kind.level is Level.LAGBRIST:
            assert re.search(r"\d+ kap\. \d+", kind.statute), kind.code
            assert kind.stoppar == frozenset(), "what has happened can be told"


def test_every_code_belongs_to_one_section() -> None:
    for kind in CATALOGUE.values():
        assert sum(s.first <= kind.number <= s.last for s in SECTIONS) == 1, kind.code


@pytest.mark.parametrize("written", ["GEN-2007", "gen-2007", "GEN 2007", " 2007 "])
def test_a_code_is_found_as_people_write_it(written: str) -> None:
    assert find(written) is findings.PARAGRAPH_GAP


def test_a_code_that_nobody_has_gets_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        find("GEN-20077")
    assert caught.value.finding.suggestion == "GEN-2007"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (findings.MISSING_SHEET, "stoppar alla dokument"),
        (findings.NO_VOTES, "stoppar protokollet, anslaget och utdragen"),
        (findings.PARAGRAPH_GAP, "stoppar inget"),
        (findings.JAVIG_TOOK_PART, "stoppar inget"),
        (findings.UNREADABLE, "stoppar de dokument som behöver uppgiften"),
    ],
)
def test_what_it_stops_is_told_in_words(kind: Kind, words: str) -> None:
    assert stops(kind) == words


def test_a_finding_that_is_all_facts_is_explained_in_words_of_its_own() -> None:
    told = list(lines(findings.UNREADABLE))
    assert "Det som står i cellen går inte att läsa." in " ".join(told)
    assert not any(line.strip().startswith("…") for line in told)


def test_facts_become_gaps_and_braces_stay() -> None:
    assert pattern("{a} står i {{{{ {b} }}}}.") == "… står i {{ … }}."


def test_the_lines_fit_a_terminal_and_hold_everything() -> None:
    told = "\n".join(lines(findings.JAVIG_TOOK_PART))
    assert max(map(len, told.splitlines())) <= 96
    flat = " ".join(told.split())
    kind = findings.JAVIG_TOOK_PART
    for text in ("GEN-2504", "LAGBRIST", kind.meaning, kind.wrong, kind.right, kind.statute):
        assert text in flat


@pytest.mark.parametrize("command", ["förklara", "forklara"])
def test_the_command_tells_one(tmp_path: Path, command: str) -> None:
    done = gen(tmp_path, command, "gen-2504")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("GEN-2504  LAGBRIST\n")


def test_an_unknown_code_ends_with_2_and_the_nearest(tmp_path: Path) -> None:
    done = gen(tmp_path, "förklara", "GEN-20077")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Menade du GEN-2007?" in done.stderr


def test_the_json_is_as_its_schema_says(tmp_path: Path) -> None:
    schema = json.loads((DOCS / "json" / "förklara.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for code, exit_code in (("2504", 0), ("20077", 2)):
        done = gen(tmp_path, "förklara", code, "--json")
        value = json.loads(done.stdout)
        jsonschema.validate(value, schema, jsonschema.Draft202012Validator)
        assert value["slutkod"] == done.returncode == exit_code


def test_explaining_loads_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from gen.cli import main\n"
        "sys.argv = ['gen', 'förklara', '2504']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'openpyxl', 'docxtpl', 'docx', 'pypdf', 'lxml', 'babel', 'jinja2'}\n"
        "print('LOADED', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("LOADED []\n")


def test_every_kind_has_one_name_in_the_catalogue() -> None:
    named = [kind for kind in vars(findings).values() if isinstance(kind, Kind)]
    assert sorted(kind.code for kind in named) == sorted(CATALOGUE)
