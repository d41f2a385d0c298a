"""The texts of a motion, a föreskrift or a delegationsbeslut are read as those of a meeting are:
by the same rules, with the same sheet Granskat."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from test_doc_foreskrift import föreskrift
from test_doc_skrivelse import BESLUTET, KNOWN, MOTIONEN, delegation, skrivelse

from gen.checks import check
from gen.checks.texter import skrift
from gen.kontroll import kontrollera
from gen.kontrollrapport.fynd import HIDDEN, grupper
from gen.register import Kommun, Register
from gen.workbook import new, sheets
from gen.workbook.kinds import read_any
from gen.workbook.read import Reading

WRONG: Mapping[str, tuple[str, str]] = {
    "GEN-3401": ("Vi såg det den 31 april 2023.", "Vi såg det den 30 april 2023."),
    "GEN-3400": ("Tisdagen den 6 mars 2023 kom svaret.", "Måndagen den 6 mars 2023 kom svaret."),
    "GEN-3410": ("Nämnden sade ”det går och gick.", "Nämnden sade ”det går” och gick."),
    "GEN-3412": ("Vi vill att att bänkarna målas.", "Vi vill att bänkarna målas."),
    "GEN-3420": ("Det säger Ada Ask (s).", "Det säger Ada Ask (S)."),
    "GEN-3422": ("Det säger Cia Cronn (L).", "Det säger Cia Cron (L)."),
    "GEN-3300": ("Ansökan från 19121212-1212.", "Ansökan från sökanden."),
    "GEN-3301": ("Ring Ada på 070-123 45 67.", "Ring Ada."),
}
"""A text that breaks a rule, by its code, and the same as it ought to be."""
KINDS: Mapping[str, tuple[str, Callable[[Path, str], Reading]]] = {
    "motion": (
        "text[0].text",
        lambda folder, text: skrivelse(folder, MOTIONEN, f"Text: {text}", "Punkt: måla dem"),
    ),
    "föreskrift": (
        "bestämmelser[0].text",
        lambda folder, text: föreskrift(folder, f"Paragraf: {text}"),
    ),
    "delegationsbeslut": (
        "delegationsbeslut[0].beskrivning",
        lambda folder, text: delegation(folder, {**BESLUTET, "Beskrivning": text}),
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a register that has a pattern for dnr."""
    (tmp_path / "register.xlsx").write_bytes(new.register(WITH_PATTERN))
    return tmp_path


WITH_PATTERN = KNOWN.model_copy(update={"kommun": Kommun(dnr_monster=r"[A-Z]+ \d{4}/\d{4}")})


def said(found: Reading) -> list[tuple[str, str]]:
    return [(f.code, f.at) for f in check(found)]


@pytest.mark.parametrize("code", WRONG)
@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_of_how_one_writes_holds_whatever_is_written(
    folder: Path, kind: str, code: str
) -> None:
    at, made = KINDS[kind]
    wrong, right = WRONG[code]
    assert (code, at) in said(made(folder, wrong))
    assert code not in dict(said(made(folder, right)))


def test_the_finding_has_the_cell_that_one_typed_in(folder: Path) -> None:
    found = skrivelse(folder, MOTIONEN, "Text: Först.", "Text: Vi vill vill det.", "Punkt: måla")
    (finding,) = check(found)
    place = found.source.place(finding.at)
    assert (finding.value, place.sheet, place.cell) == ("vill vill", "Text", "C3")


@pytest.mark.parametrize(
    ("found", "at"),
    [
        (lambda f: skrivelse(f, {**MOTIONEN, "Dnr": "2023-1"}, "Punkt: måla"), "skrivelse.dnr"),
        (lambda f: föreskrift(f, "Paragraf: Så.", Dnr="2023-1"), "föreskrift.dnr"),
        (lambda f: delegation(f, {**BESLUTET, "Dnr": "2023-1"}), "delegationsbeslut[0].dnr"),
    ],
)
def test_a_dnr_has_the_kommuns_form_everywhere(
    folder: Path, found: Callable[[Path], Reading], at: str
) -> None:
    assert said(found(folder)) == [("GEN-3426", at)]


def test_one_word_in_two_forms_is_told_across_the_rows(folder: Path) -> None:
    lines = ("Text: Tillitsbaserad styrning.", "Text: En tillitbaserad styrning, tillitsbaserad.")
    found = skrivelse(folder, MOTIONEN, *lines, "Punkt: införa det")
    assert said(found) == [("GEN-3425", "text[1].text")]


def test_a_heading_is_no_sentence_and_a_note_is_nobodys(folder: Path) -> None:
    found = föreskrift(
        folder,
        "Intern anteckning: Ring 070-123 45 67 om om detta.",
        "Kapitel: Protokoll från 7 mars 2023",
        "Paragraf: Så.",
    )
    assert said(found) == []


def test_of_a_secret_delegationsbeslut_nothing_is_public(folder: Path) -> None:
    row = {**BESLUTET, "Beskrivning": "Ansökan från 19121212-1212."}
    assert [code for code, _ in said(delegation(folder, row))] == ["GEN-3300"]
    assert said(delegation(folder, {**row, "Sekretess": "26 kap. 1 § OSL"})) == []


@pytest.mark.parametrize("secret", [True, False])
def test_a_report_quotes_no_secret_delegationsbeslut(folder: Path, secret: bool) -> None:
    row = {**BESLUTET, "Beskrivning": "Sonen sade sade det."}
    delegation(folder, {**row, **({"Sekretess": "26 kap. 1 § OSL"} if secret else {})})
    told = json.dumps(grupper(kontrollera(folder / "delegation.xlsx")), ensure_ascii=False)
    assert "GEN-3412" in told
    assert ("sade sade" in told, "Sonen" in told, HIDDEN in told) == (
        not secret,
        not secret,
        secret,
    )


def test_two_beslut_are_two_matters(folder: Path) -> None:
    points = ("att bänkarna i parken målas varje år", "att bänkarna i parkens målas varje år")
    rows = [{**BESLUTET, "Löpnr": str(n), "Beslut": text} for n, text in enumerate(points, 1)]
    assert said(delegation(folder, *rows)) == []
    (row, other) = points
    both = {**BESLUTET, "Beslut": row, "Beskrivning": other}
    (finding,) = check(delegation(folder, both))
    assert (finding.code, finding.value) == ("GEN-3431", "parkens")
    assert finding.message.endswith("under Beslut i beslut 1.")


def test_a_register_has_no_texts() -> None:
    assert skrift(Register()) is None


# -- what somebody accepts ----------------------------------------------------------------


def accepted(folder: Path, *rows: tuple[str, str]) -> Reading:
    """A motion with a word in two forms, and those rows (code, reason) of Granskat."""
    skrivelse(folder, MOTIONEN, "Text: Vi vill vill det.", "Punkt: måla bänkarna")
    path = folder / "skrivelse.xlsx"
    book = openpyxl.load_workbook(path)
    ws = book.create_sheet("Granskat")
    ws.append(["Kod", "Skäl"])
    for row in rows:
        ws.append(list(row))
    book.save(path)
    return read_any(path)


def test_a_finding_of_a_motion_can_be_accepted_with_a_reason(folder: Path) -> None:
    done = check(accepted(folder, ("GEN-3412", "Så sägs det där.")))
    assert list(done) == []
    assert [f.code for f in done.accepted] == ["GEN-3412"]


def test_a_row_without_a_reason_or_about_nothing_is_told(folder: Path) -> None:
    found = accepted(folder, ("GEN-3412", ""), ("GEN-3300", "Påhittad person."))
    told = {f.code: (f.at, f.message) for f in check(found)}
    assert told["GEN-3412"][0] == "text[0].text"
    assert told["GEN-2610"][0] == "granskat[0].skäl"
    assert told["GEN-2611"] == ("granskat[1].kod", "Det finns inget GEN-3300 att godta.")


def test_a_fel_of_a_motion_is_never_accepted(folder: Path) -> None:
    found = accepted(folder, ("GEN-2001", "Det ordnar sig."), ("GEN-3412", "Så sägs det."))
    without = skrivelse(folder, {**MOTIONEN, "Undertecknare": ""}, "Punkt: måla bänkarna")
    assert "GEN-2612" not in dict(said(found))
    assert "GEN-2001" in dict(said(without))
    path = folder / "skrivelse.xlsx"
    book = openpyxl.load_workbook(path)
    ws = book.create_sheet("Granskat")
    for row in (["Kod", "Skäl"], ["GEN-2001", "Det ordnar sig."]):
        ws.append(row)
    book.save(path)
    assert {"GEN-2001", "GEN-2612"} <= set(dict(said(read_any(path))))


@pytest.mark.parametrize("declared", ["SKRIVELSEBOK", "DELEGATIONSBOK", "FORESKRIFTSBOK"])
def test_gen_ny_gives_each_of_them_a_hidden_granskat_without_arende(
    declared: str, tmp_path: Path
) -> None:
    assert getattr(sheets, declared)[-1] is sheets.EGET_GRANSKAT
    content = {
        "SKRIVELSEBOK": lambda: new.skrivelse({"slag": "Motion"}, KNOWN),
        "DELEGATIONSBOK": lambda: new.delegation({}, KNOWN),
        "FORESKRIFTSBOK": lambda: new.foreskrift({}, KNOWN),
    }[declared]()
    path = tmp_path / "ny.xlsx"
    path.write_bytes(content)
    ws = openpyxl.load_workbook(path)["Granskat"]
    assert ws.sheet_state == "hidden"
    assert [cell.value for cell in ws[3]] == ["Kod", "Skäl", "Vem", "Datum"]
