"""Rules that no other file holds: each is told when it is broken, and silent when it is kept."""

from __future__ import annotations

import pytest
from mote import fynd, möte

PLAN = "§ 1 En plan | Förslag: anta planen"
VOTE = "! Omröstning | Ja betyder: bifall | Nej betyder: avslag | Ja: Övriga"
ASK, CRON, SAND = (
    "@Ada Ask | Uppdrag: ordförande",
    "@Cia Cron | Uppdrag: ledamot",
    "@Siv Sand | Uppdrag: nämndsekreterare",
)


def places(code: int, *texts: str) -> list[str]:
    return [f.at for f in fynd(möte(*texts)) if f.code == f"GEN-{code}"]


def test_what_every_document_needs_of_the_meeting_is_filled_in() -> None:
    assert places(2001, "KS 2023-03-06 | Plats: ", PLAN) == ["sammanträde.plats"]
    assert places(2001, "KS 2023-03-06", PLAN) == []


def test_every_arende_has_a_rubrik() -> None:
    assert places(2001, "KS 2023-03-06", PLAN, "§ 2 | Förslag: bygga") == ["ärenden[1].rubrik"]


def test_somebody_leads_the_meeting() -> None:
    ledamoter = ("@Bo Berg | Uppdrag: ledamot", CRON, SAND)
    assert places(2002, "KS 2023-03-06", PLAN, *ledamoter) == ["sammanträde.ordförande"]
    assert places(2002, "KS 2023-03-06", PLAN, ASK, *ledamoter) == []


@pytest.mark.parametrize(
    ("person", "told"),
    [
        ("@Pia Pålsson | Uppdrag: ledamot", True),
        ("@Pia Pålsson | Uppdrag: vice ordförande | Tjänstgör: Nej", True),
        ("@Pia Pålsson | Uppdrag: ledamot | Parti: –", False),
        ("@Pia Pålsson | Uppdrag: ledamot | Närvarar: Nej", False),
        ("@Pia Pålsson | Uppdrag: adjungerad ledamot | Tjänstgör: Nej", False),
        ("@Pia Pålsson | Uppdrag: ekonomichef", False),
    ],
)
def test_who_is_a_ledamot_and_there_has_a_parti(person: str, told: bool) -> None:
    found = places(1250, "KS 2023-03-06 | Justerare: Cia Cron", PLAN, ASK, person, CRON, SAND)
    assert found == (["närvaro[1].namn"] if told else [])


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("! Deltar inte Berg", f"{VOTE} | Nej: Berg"), True),
        (("! Deltar inte Berg | Gäller: Beslutet", f"{VOTE} | Gäller: Beslutet | Nej: Berg"), True),
        (("! Deltar inte Berg", f"{VOTE} | Avstår: Berg"), False),
        (("! Deltar inte Berg | Gäller: Avgörande i dag", f"{VOTE} | Nej: Berg"), False),
        (("! Deltar inte Berg", f"{VOTE} | Gäller: Tillägg | Nej: Berg"), False),
        (("! Deltar inte Dahl", f"{VOTE} | Nej: Berg"), False),
    ],
)
def test_who_takes_no_part_in_the_decision_has_not_voted_on_it(
    rows: tuple[str, ...], told: bool
) -> None:
    found = places(2515, "KS 2023-03-06", PLAN, *rows)
    assert found == (["ärenden[0].behandling[0].vem"] if told else [])


def test_a_remark_on_a_name_hides_no_fel_of_it() -> None:
    # Misspelled: a guest by the register (upplysning), and a ledamot without a parti (fel).
    misspelled = "@Bo Bergh | Uppdrag: ledamot"
    found = fynd(möte("KS 2023-03-06 | Justerare: Cia Cron", PLAN, ASK, misspelled, CRON, SAND))
    assert {f.code for f in found if f.at == "närvaro[1].namn"} >= {"GEN-1250", "GEN-1304"}
