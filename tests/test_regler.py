"""Regler in the register: a kommun's own levels, with a reason, and counted in every run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest
from bok import REGISTER as SHIPPED
from bok import Bok, put
from kommando import gen
from mote import REGISTER, möte

from gen.checks import Checked, check
from gen.choices import NIVAER, TYST
from gen.findings import CATALOGUE, Finding, Level
from gen.register import Regel
from gen.regler import Changed, applied, levels
from gen.report import changed_lines
from gen.workbook import sheets
from gen.workbook.columns import Sheet
from gen.workbook.read import Reading

SCHEMAS = Path(__file__).parent.parent / "docs" / "json"
SAME = "§ 1 A | Utfall: Annat beslut | Förslag: anta | Beslut: anta"
"""One varning GEN-1614: decided as proposed."""


def with_rules(*rows: str) -> Mapping[Sheet, list[dict[str, str]]]:
    """The register with rows `GEN-2007 | tyst | skäl`; a dash is an empty cell."""
    headers = ("Kod", "Nivå", "Skäl")
    split = ([cell.strip() for cell in row.split("|")] for row in rows)
    return {
        **REGISTER,
        sheets.REGLER: [
            {h: c for h, c in zip(headers, row, strict=True) if c != "–"} for row in split
        ],
    }


def checked(*rows: str, meeting: str = SAME) -> Checked:
    return check(reading(*rows, meeting=meeting))


def reading(*rows: str, meeting: str = SAME) -> Reading:
    return möte("KS 2023-03-06", meeting, register=with_rules(*rows))


def level_of(found: Checked, code: str) -> list[str]:
    return [finding.level for finding in found if finding.code == code]


def test_the_levels_that_may_be_chosen_are_those_there_are_and_silence() -> None:
    assert (*Level, TYST) == NIVAER


@pytest.mark.parametrize("kod", ["GEN-1614", "gen 1614", "1614"])
def test_a_silenced_rule_is_not_told_but_counted(kod: str) -> None:
    found = checked(f"{kod} | tyst | Presidiet 2023-01-10")
    assert level_of(found, "GEN-1614") == []
    assert found.changed.levels == {"GEN-1614": "tyst"}
    assert [(f.code, f.level) for f in found.changed.found] == [("GEN-1614", "varning")]


@pytest.mark.parametrize("level", ["lagbrist", "upplysning", "fel"])
def test_a_rule_is_told_at_the_kommuns_level(level: str) -> None:
    found = checked(f"GEN-1614 | {level} | Presidiet 2023-01-10")
    assert level_of(found, "GEN-1614") == [level]
    assert len(found.changed.found) == 1


def test_what_is_raised_comes_first_and_stops_no_document() -> None:
    found = checked("GEN-1614 | fel | Presidiet")
    assert found.findings[0].code == "GEN-1614"
    assert found.findings[0].stoppar == frozenset()


@pytest.mark.parametrize(
    ("row", "code", "at"),
    [
        ("GEN-1614 | tyst | –", "GEN-2621", "register.regler[0].skäl"),
        ("GEN-1614 | – | Presidiet", "GEN-2621", "register.regler[0].nivå"),
        ("– | tyst | Presidiet", "GEN-2621", "register.regler[0].kod"),
        ("GEN-1641 | tyst | Presidiet", "GEN-2620", "register.regler[0].kod"),
        ("GEN-2003 | varning | Presidiet", "GEN-2622", "register.regler[0].kod"),
        ("GEN-1101 | tyst | Presidiet", "GEN-2622", "register.regler[0].kod"),
        ("GEN-2620 | tyst | Presidiet", "GEN-2622", "register.regler[0].kod"),
    ],
)
def test_a_row_that_does_not_count_says_why_and_changes_nothing(
    row: str, code: str, at: str
) -> None:
    found = checked(row)
    assert [f.at for f in found if f.code == code] == [at]
    assert level_of(found, "GEN-1614") == ["varning"]
    assert found.changed == Changed()


def test_a_code_that_nobody_has_gets_the_nearest() -> None:
    (told,) = [f for f in checked("GEN-16144 | tyst | Presidiet") if f.code == "GEN-2620"]
    assert told.suggestion == "GEN-1614"


def test_of_two_rows_for_one_code_the_first_counts() -> None:
    found = checked("GEN-1614 | tyst | Presidiet", "GEN-1614 | fel | Presidiet")
    assert level_of(found, "GEN-1614") == []
    assert [f.at for f in found if f.code == "GEN-2623"] == ["register.regler[1].kod"]


def test_a_level_that_does_not_exist_is_told_once() -> None:
    found = checked("GEN-1614 | tyyst | Presidiet")
    assert [f.code for f in found if f.at == "register.regler[0].nivå"] == ["GEN-1201"]
    assert level_of(found, "GEN-1614") == ["varning"]


def test_the_level_it_has_already_is_no_change() -> None:
    assert checked("GEN-1614 | varning | Presidiet").changed == Changed()


def test_a_finding_that_stops_a_document_keeps_its_level() -> None:
    stops = Finding("GEN-1614", Level.VARNING, "ärenden[0]", "…", stoppar=frozenset({"protokoll"}))
    assert applied([stops], {"GEN-1614": TYST}) == ((stops,), ())


def test_no_fel_of_the_catalogue_can_be_changed() -> None:
    rules = [Regel(kod=code, niva="upplysning", skal="Därför") for code in CATALOGUE]
    changed = levels(rules)
    assert changed
    assert not [code for code in changed if CATALOGUE[code].level is Level.FEL]


def test_a_silenced_finding_is_not_accepted_as_well() -> None:
    found = check(
        möte(
            "KS 2023-03-06",
            SAME,
            "? GEN-1614 | Ärende: 1 | Skäl: Så bestämdes det",
            register=with_rules("GEN-1614 | tyst | Presidiet"),
        )
    )
    assert found.accepted == ()
    assert len(found.changed.found) == 1


@pytest.mark.parametrize(
    ("changes", "hits", "line"),
    [
        ({"A": "tyst"}, 1, "1 regel tystad i registret: 1 fynd berörs."),
        ({"A": "tyst", "B": "tyst"}, 3, "2 regler tystade i registret: 3 fynd berörs."),
        ({"A": "fel"}, 0, "1 regel ändrad i registret: inga fynd berörs."),
        ({"A": "fel", "B": "tyst"}, 3, "2 regler ändrade i registret (1 tystad): 3 fynd berörs."),
    ],
)
def test_the_run_says_how_many(changes: dict[str, str], hits: int, line: str) -> None:
    finding = Finding("A", Level.VARNING, "", "…")
    assert list(changed_lines(Changed(changes, (finding,) * hits))) == [line]


def test_nothing_is_said_where_nothing_is_changed() -> None:
    assert list(changed_lines(Changed())) == []


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """The KSAU workbook with a § too many and a sign that no font has, and rules for both."""
    register = Bok(SHIPPED)
    first = register.top(sheets.REGLER) + 1
    rows = (("GEN-2007", "upplysning", "Så räknar vi"), ("5101", "tyst", "Vi vet"))
    for number, row in enumerate(rows):
        for header, value in zip(("Kod", "Nivå", "Skäl"), row, strict=True):
            column = register.header("Regler", header).column
            register["Regler"].cell(first + number, column).value = value
    register.save(tmp_path / "register.xlsx")
    bok = Bok()
    put(bok.header("Sammanträde", "Omfattning"), "Hela protokollet")
    put(bok.cell("Ärenden", "Rubrik", "28"), "Motion om \U0001f9ee i skolan")
    return bok.save(tmp_path / "möte.xlsx")


def test_every_command_tells_what_the_register_changes(meeting: Path) -> None:
    made = gen(meeting.parent, "protokoll", meeting.name)
    assert "2 regler ändrade i registret (1 tystad): 2 fynd berörs." in made.stdout
    assert "GEN-5101" not in made.stdout + made.stderr
    looked = gen(meeting.parent, "kontrollera", meeting.name)
    assert "2 regler ändrade i registret (1 tystad): 1 fynd berörs." in looked.stdout


def test_the_json_tells_the_rules_and_what_they_change(meeting: Path) -> None:
    for command in ("kontrollera", "protokoll"):
        value = json.loads(gen(meeting.parent, command, meeting.name, "--json").stdout)
        schema = json.loads((SCHEMAS / f"{command}.schema.json").read_text("utf-8"))
        jsonschema.validate(value, schema, jsonschema.Draft202012Validator)
        assert value["regler"] == {"GEN-2007": "upplysning", "GEN-5101": "tyst"}
        assert ("GEN-2007", "varning") in {(f["kod"], f["nivå"]) for f in value["ändrade"]}
        assert ("GEN-2007", "upplysning") in {(f["kod"], f["nivå"]) for f in value["fynd"]}
