"""Granskat: one finding at one place, looked at and accepted with a reason."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from cells import below, cell
from kommando import gen
from mote import möte

from gen.checks import check
from gen.findings import UPPLYSNING, Finding, Level
from gen.granskat import acceptable, match
from gen.workbook.read import Reading

DATA = Path(__file__).parent.parent / "data"

# Each has one warning GEN-1614: decided as proposed.
SAME = "Utfall: Annat beslut | Förslag: anta | Beslut: anta"
ONE = f"§ 1 A | {SAME}"
TWO = (ONE, f"§ 2 B | {SAME}")


def left(found: Reading, code: int) -> list[str]:
    return [f.at for f in check(found) if f.code == f"GEN-{code}"]


@pytest.mark.parametrize("kod", ["GEN-1614", "gen-1614", "GEN 1614", "1614"])
def test_an_accepted_warning_is_counted_and_no_longer_told(kod: str) -> None:
    found = möte("KS 2023-03-06", ONE, f"? {kod} | Ärende: 1 | Skäl: Så bestämdes det")
    checked = check(found)
    assert "GEN-1614" not in {f.code for f in checked}
    assert [f.code for f in checked.accepted] == ["GEN-1614"]


def test_only_the_named_arende_is_accepted() -> None:
    found = möte("KS 2023-03-06", *TWO, "? GEN-1614 | Ärende: 2 | Skäl: Så bestämdes det")
    assert left(found, 1614) == ["ärenden[0].utfall"]


def test_a_row_takes_one_finding() -> None:
    # Two bilagor without files in one ärende: one reason accepts one of them.
    row = "§ 1 A | Förslag: anta | Bilaga: Karta | Bilaga: Avtal"
    reason = "? GEN-1608 | Ärende: 1 | Skäl: På papper"
    assert len(left(möte("KS 2023-03-06", row, reason), 1608)) == 1
    assert left(möte("KS 2023-03-06", row, reason, reason), 1608) == []


def test_without_an_arende_the_meeting_as_a_whole_is_meant() -> None:
    gap = ("§ 1 A | Förslag: anta", "§ 3 B | Förslag: anta")
    found = möte("KS 2023-03-06", *gap, "? GEN-2007 | Skäl: § 2 står i ett annat protokoll")
    assert left(found, 2007) == []
    wrong = möte("KS 2023-03-06", *gap, "? GEN-2007 | Ärende: 1 | Skäl: Därför")
    assert left(wrong, 2007) == ["sammanträde.sista_paragraf"]


def test_without_a_reason_nothing_is_accepted() -> None:
    found = möte("KS 2023-03-06", ONE, "? GEN-1614 | Ärende: 1")
    assert left(found, 1614) == ["ärenden[0].utfall"]
    assert left(found, 2610) == ["granskat[0].skäl"]
    assert check(found).accepted == ()


@pytest.mark.parametrize(
    "row",
    ["? GEN-1614 | Ärende: 7 | Skäl: Därför", "? GEN-9 | Skäl: Därför", "? prat | Skäl: Därför"],
)
def test_a_row_that_matches_nothing_is_told(row: str) -> None:
    found = möte("KS 2023-03-06", "§ 1 A | Förslag: anta", row)
    (told,) = [f for f in check(found) if f.code == "GEN-2611"]
    assert told.level is Level.UPPLYSNING


def test_a_row_for_what_is_said_after_the_check_waits_for_it() -> None:
    found = möte("KS 2023-03-06", ONE, "? GEN-5010 | Skäl: Typsnittet är rätt ändå")
    assert left(found, 2611) == []
    late = Finding("GEN-5010", Level.VARNING, "@protokoll.docx", "Typsnittet saknas.")
    assert match([late], found.granskat, found.meeting).accepted == (late,)


def test_a_fel_is_never_accepted() -> None:
    row = "? GEN-2003 | Ärende: 1 | Skäl: Vi vet"
    found = möte("KS 2023-03-06", "§ 1 A", row)
    assert left(found, 2003) == ["ärenden[0].utfall"]
    assert left(found, 2612) == ["granskat[0].kod"]


@pytest.mark.parametrize(
    ("level", "stops", "wanted"),
    [
        (Level.FEL, frozenset(), False),
        (Level.LAGBRIST, frozenset(), True),
        (Level.VARNING, frozenset(), True),
        (UPPLYSNING, frozenset(), True),
        (Level.VARNING, frozenset({"protokoll"}), False),
    ],
)
def test_what_a_reason_is_enough_for(level: Level, stops: frozenset[str], wanted: bool) -> None:
    finding = Finding("GEN-1", level, "ärenden[0]", "Något.", stoppar=stops)
    assert acceptable(finding) is wanted


def test_the_run_tells_how_many(tmp_path: Path) -> None:
    shutil.copy(DATA / "register.xlsx", tmp_path)
    book = openpyxl.load_workbook(DATA / "ksau-2023-03-06.xlsx", rich_text=True)
    # A row of 27 below those of 28: the sheet looks sorted (GEN-1308).
    last = below(book, "Innehåll", "Del", "Text", "Vem")
    for header, value in {"Ärende": "27", "Del": "Intern anteckning", "Text": "Ring"}.items():
        cell(book, "Innehåll", header, last).value = value
    if "Granskat" in book.sheetnames:
        book.remove(book["Granskat"])
    sheet = book.create_sheet("Granskat")
    sheet.append(["Kod", "Ärende", "Skäl", "Vem", "Datum"])
    sheet.append(["GEN-1308", "27", "Så har jag dem", "Emma Ehrenberg", "2023-03-07"])
    path = tmp_path / "möte.xlsx"
    book.save(path)

    done = gen(tmp_path, "protokoll", path.name, "--torrkör")
    assert done.returncode == 0, done.stderr
    assert "Godtagna på bladet Granskat: 1 varning." in done.stdout
    told = json.loads(gen(tmp_path, "kontrollera", path.name, "--json").stdout)
    assert [f["kod"] for f in told["godtagna"]] == ["GEN-1308"]
    assert "GEN-1308" not in {f["kod"] for f in told["fynd"]}
