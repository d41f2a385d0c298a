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
from wordfiles import word

from gen import findings
from gen.errors import UsageError
from gen.explain import SECTIONS, find, headline, lines, markdown, pattern, stops
from gen.findings import CATALOGUE, Kind, Level
from gen.mall import exempel
from gen.mall.kontroll import examined
from gen.templates import LETTERHEAD, Template, Templates

DOCS = Path(__file__).parent.parent / "docs"

TAGS = [
    findings.TEMPLATE_UNKNOWN_FIELD,
    findings.TEMPLATE_BROKEN_TAG,
    findings.TEMPLATE_SYNTAX,
    findings.TEMPLATE_UNKNOWN_FILTER,
    findings.TEMPLATE_FORBIDDEN,
    findings.TEMPLATE_NOT_TEXT,
    findings.TEMPLATE_BLOCK_INLINE,
    findings.TEMPLATE_TEXT_AS_BLOCK,
    findings.TEMPLATE_NOT_LIST,
    findings.TEMPLATE_FAILED,
    findings.TEMPLATE_MAY_LACK,
    findings.TEMPLATE_NEVER_THERE,
]
"""Those whose examples are a paragraph of a template."""


def test_the_page_is_what_the_catalogue_says() -> None:
    assert (DOCS / "regler.md").read_text("utf-8") == markdown(), (
        "python -m gen.explain > docs/regler.md"
    )


def test_every_code_stands_once_on_the_page() -> None:
    headings = re.findall(r"^### (GEN-\d{4}) ", markdown(), re.MULTILINE)
    assert headings == sorted(CATALOGUE)


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.code)
def test_every_code_is_explained_with_wrong_and_right_or_with_what_one_sees_and_does(
    kind: Kind,
) -> None:
    """Nobody has written a full disk wrong: then one sees something, and the cure is what to do."""
    told = [kind.meaning, *([kind.seen] if kind.seen else [kind.wrong, kind.right])]
    for text in told:
        assert text, f"{kind.code}: meaning, and wrong with right or seen, in the catalogue"
        assert text == text.strip()
        assert "  " not in text
    assert kind.meaning.endswith((".", "?")), "whole sentences"
    assert (kind.wrong != kind.right) is (not kind.seen), "one of the two"
    assert not kind.seen or re.search(r"\w", pattern(kind.cure)), "what one does"


def test_what_one_sees_is_told_before_what_one_does() -> None:
    told = " ".join(" ".join(lines(findings.DISK_FULL)).split())
    assert findings.DISK_FULL.seen in told
    assert told.index("Så ser det ut: ") < told.index("Gör så här: ")
    assert "Exempel: " not in told
    assert "Rätt: " not in told


@pytest.mark.parametrize("kind", TAGS, ids=lambda kind: kind.code)
def test_an_example_from_a_template_is_wrong_and_right_as_it_says(kind: Kind) -> None:
    loops = "{%p for ä in ärenden %}", "{%p for del in ä.delar %}"
    for example, wrong in ((kind.wrong, True), (kind.right, False)):
        content = word(*loops, example, "{%p endfor %}", "{%p endfor %}")
        subject, letterhead = exempel.find("protokoll"), Templates().find(LETTERHEAD)
        told = examined(Template("protokoll.docx", content), letterhead, subject)
        assert (kind.code in [fault.finding.code for fault in told]) is wrong, example


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.code)
def test_things_are_called_the_same_everywhere(kind: Kind) -> None:
    told = " ".join((kind.says, kind.cure, kind.meaning, kind.wrong, kind.right, kind.seen))
    odd = re.findall(
        r"(?i)pdf:en|pdf:er|word-fil\w*|märkta? kopi\w*|(?<!excel-)(?<!skydda )arbetsbok\w*", told
    )
    assert odd == [], "PDF-filen, Wordfilen, markerad kopia, kalkylbladet"
    assert not re.search(r"(?<!gen )(?<![.\w/-])pdf\b", told), "PDF"


def test_no_gap_is_left_open_in_what_is_explained() -> None:
    for kind in CATALOGUE.values():
        told = kind.meaning + kind.wrong + kind.right + kind.seen
        assert not re.search(r"(?<!\{)\{\w*\}(?!\})", told)


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


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.code)
def test_a_headline_says_something_without_its_facts(kind: Kind) -> None:
    told = headline(kind)
    assert not re.search(r"^…[:.]|… …|…\.…", told), "gist in the catalogue"
    assert len(re.findall(r"\w{2,}", told)) >= 2


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
