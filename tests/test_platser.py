"""Who is on Närvaro: a ledamot is not lost by a misspelt name, a lost row or an empty seat."""

from __future__ import annotations

from mote import REGISTER, codes, fynd, möte

from gen.findings import Finding, Level
from gen.report import sentence
from gen.workbook import sheets
from gen.workbook.read import Reading

SEATED = {
    sheets.FORTROENDEVALDA: [
        {"Namn": "Ada Ask", "Parti": "S", "Organ": "KSAU", "Uppdrag": "ordförande"},
        {"Namn": "Bo Berg", "Parti": "M", "Organ": "KSAU", "Uppdrag": "ledamot"},
        {"Namn": "Ali Demir", "Parti": "L", "Organ": "KSAU", "Uppdrag": "ledamot"},
        {"Namn": "Eva Ek", "Parti": "C", "Organ": "KSAU", "Uppdrag": "ersättare"},
    ]
}
USUAL = ("@Ada Ask", "@Bo Berg", "@Siv Sand")
PLANS = tuple(f"§ {number} Plan {number} | Förslag: anta planen" for number in range(1, 5))


def meeting(*lines: str) -> Reading:
    return möte("KSAU 2023-03-06", *lines, *PLANS, register=SEATED)


def told(found: Reading, code: str) -> list[Finding]:
    return [finding for finding in fynd(found) if finding.code == code]


def test_a_misspelt_ledamot_is_a_fel_that_stops_the_protokoll() -> None:
    found = meeting(*USUAL, "@Ali Demirr")
    (finding,) = told(found, "GEN-1311")
    assert finding.level is Level.FEL
    assert finding.stops("protokoll")
    assert sentence(finding).endswith("Menade du Ali Demir?")
    assert not {"GEN-1304", "GEN-3108"} & codes(found)  # told once


def test_a_misspelt_ersattare_is_one_too() -> None:
    assert told(meeting(*USUAL, "@Ali Demir", "@Eva Eck"), "GEN-1311")


def test_a_guest_who_is_called_nearly_as_a_ledamot_has_a_title() -> None:
    assert not told(meeting(*USUAL, "@Ali Demirr | Uppdrag: revisor"), "GEN-1311")


def test_a_guest_may_be_called_nearly_as_a_ledamot_who_is_there() -> None:
    found = meeting(*USUAL, "@Ali Demir", "@Ali Demirr")
    assert "GEN-1311" not in codes(found)
    assert "GEN-1304" in codes(found)


def test_a_row_that_is_lost_is_told_with_the_name() -> None:
    (finding,) = told(meeting(*USUAL), "GEN-3108")
    assert finding.message.startswith("Ali Demir\u00a0(L) har en plats i organet")
    assert not told(meeting(*USUAL, "@Ali Demir | Närvarar: Nej"), "GEN-3108")


def test_a_register_that_names_no_ledamoter_is_not_asked() -> None:
    found = möte("KSAU 2023-03-06", "@Ada Ask | Uppdrag: ordförande", *PLANS, register=REGISTER)
    assert "GEN-3108" not in codes(found)


def test_an_empty_seat_is_told_once_for_the_paragrafer_in_a_row() -> None:
    (finding,) = told(meeting(*USUAL, "@Ali Demir | Paragrafer: 1"), "GEN-3109")
    assert finding.message == (
        "2 av 3 tjänstgör i §\u00a02–4: Ali Demir\u00a0(L) är borta och ingen går in."
    )


def test_another_gap_is_another_finding() -> None:
    found = meeting(*USUAL, "@Ali Demir | Paragrafer: 1, 3-4")
    assert [f.message[:21] for f in told(found, "GEN-3109")] == ["2 av 3 tjänstgör i §\u00a0"]
    found = meeting("@Ada Ask", "@Bo Berg | Paragrafer: 1-2", "@Ali Demir | Paragrafer: 3-4")
    assert len(told(found, "GEN-3109")) == 2


def test_a_seat_that_an_ersattare_takes_is_not_empty() -> None:
    stand_in = "@Eva Ek | Närvarar: Ja | Tjänstgör för: Ali Demir | Paragrafer: 2-4"
    assert not told(meeting(*USUAL, "@Ali Demir | Paragrafer: 1", stand_in), "GEN-3109")


def test_too_few_to_decide_are_told_as_that_only() -> None:
    found = meeting("@Ada Ask", "@Bo Berg | Närvarar: Nej", "@Ali Demir | Närvarar: Nej")
    assert "GEN-3102" in codes(found)
    assert "GEN-3109" not in codes(found)


def test_somebody_may_accept_an_empty_seat() -> None:
    gone = "@Ali Demir | Paragrafer: 1"
    found = meeting(*USUAL, gone, "? GEN-3109 | Ärende: 2 | Skäl: Ingen ersättare kunde komma")
    assert "GEN-3109" not in codes(found)
