"""Rules that no other file holds: each is told when it is broken, and silent when it is kept."""

from __future__ import annotations

from typing import Any

import pytest
from mote import codes, fynd, möte

from gen.documents import protokoll
from gen.workbook.read import Reading

PLAN = "§ 1 En plan | Förslag: anta planen"
OPEN = "! Omröstning | Ja betyder: bifall | Nej betyder: avslag"
VOTE = f"{OPEN} | Ja: Övriga"
BACK = "! Omröstning | Gäller: Återremiss (Nej)"
ASK, BERG, CRON, SAND = (
    "@Ada Ask | Uppdrag: ordförande",
    "@Bo Berg | Uppdrag: ledamot",
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


@pytest.mark.parametrize("side", ["ja", "nej"])
def test_how_one_voted_who_takes_no_part_is_told(side: str) -> None:
    vote = f"{OPEN} | {'Ja' if side == 'nej' else 'Nej'}: Övriga | {side.capitalize()}: Berg"
    found = fynd(möte("KS 2023-03-06", PLAN, "! Deltar inte Berg", vote))
    (told,) = [f for f in found if f.code == "GEN-2515"]
    assert f"röstar {side} enligt" in told.message


@pytest.mark.parametrize(
    ("eva", "why"),
    [
        ("Närvarar: Nej", "är inte närvarande där"),
        ("Närvarar: Ja | Paragrafer: 2", "är inte närvarande där"),
        ("Närvarar: Ja | Tjänstgör: Ja", "tjänstgör där redan"),
        ("Närvarar: Distans", ""),
    ],
)
def test_who_steps_in_for_jav_is_there_and_free(eva: str, why: str) -> None:
    rows = (ASK, BERG, CRON, f"@Eva Ek | Uppdrag: ersättare | {eva}", SAND)
    found = fynd(möte("KS 2023-03-06", *rows, PLAN, "! Jäv Cron | Ersättare: Eva Ek", "§ 2 B"))
    told = [f for f in found if f.code == "GEN-2510"]
    assert [f.at for f in told] == (["ärenden[0].behandling[0].ersättare"] if why else [])
    assert all(why in f.message for f in told)


@pytest.mark.parametrize(
    ("people", "who", "told"),
    [
        ((ASK, BERG, CRON), "Cron", False),
        ((ASK, BERG, CRON, "@Eva Ek | Uppdrag: ersättare | Närvarar: Ja"), "Ek", True),
        ((ASK, BERG, "@Cia Cron | Uppdrag: ledamot | Paragrafer: 2"), "Cron", True),
        # Where nobody serves, that is what is told.
        (("@Cia Cron | Uppdrag: ledamot | Paragrafer: 2",), "Cron", False),
    ],
)
def test_who_reserves_has_served(people: tuple[str, ...], who: str, told: bool) -> None:
    head = "KS 2023-03-06 | Ordförande: Ada Ask"
    found = places(2511, head, *people, SAND, PLAN, f"! Reservation {who}", "§ 2 B | Förslag: a")
    assert found == (["ärenden[0].behandling[0].vem"] if told else [])


# -- rows that say something --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "lacks"),
    [
        ("Protokollsanteckning", "text"),
        ("Protokollsanteckning Berg", ""),
        ("Protokollsanteckning | Text: Planen är dyr.", ""),
        ("Ordförandebyte", "ersättare"),
        ("Ordförandebyte Berg", ""),
        ("Ordförandebyte | Ersättare: Bo Berg", ""),
    ],
)
def test_a_row_says_at_least_who_or_what(row: str, lacks: str) -> None:
    found = places(2516, "KS 2023-03-06 | Justerare: Cia Cron", PLAN, f"! {row}")
    assert found == ([f"ärenden[0].behandling[0].{lacks}"] if lacks else [])


@pytest.mark.parametrize(
    ("utfall", "row", "suggestion"),
    [
        ("", "! Proposition | Utfall: Bordläggs", "Bordläggs"),
        ("Bordläggs", "! Proposition | Utfall: Avgörs i dag", ""),
    ],
)
def test_what_the_behandling_ended_with_is_offered(utfall: str, row: str, suggestion: str) -> None:
    found = fynd(möte("KS 2023-03-06", f"{PLAN} | Utfall: {utfall or 'Enligt förslaget'}", row))
    assert [f.suggestion for f in found if f.code == "GEN-2509"] == [suggestion]


def test_of_an_organ_that_nobody_knows_the_points_are_not_counted() -> None:
    assert places(2514, "KS 2023-03-06", PLAN, "! Reservation Berg | Gäller: punkt 2")
    assert places(2514, "XX 2023-03-06", PLAN, "! Reservation Berg | Gäller: punkt 2") == []


# -- omröstningar -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "rows", "told"),
    [
        ((ASK, BERG, CRON), (f"{OPEN} | Ja: 2 | Nej: 1",), False),
        ((ASK, BERG, CRON), (f"{OPEN} | Ja: 2 | Nej: 2",), True),
        ((ASK, BERG, CRON), (f"{OPEN} | Ja: 1 | Nej: 1",), True),
        # Seats that nobody has may be counted among the absent.
        ((ASK, BERG, CRON), (f"{OPEN} | Ja: 1 | Nej: 1 | Frånvarande: 1",), False),
        ((ASK, BERG, CRON), (f"{OPEN} | Ja: 2 | Nej: 1 | Frånvarande: 2",), False),
        # Without votes, or without anybody who could have voted, something else is told.
        ((ASK, BERG, CRON), (OPEN,), False),
        (("@Ada Ask | Uppdrag: ordförande | Paragrafer: 2",), (f"{OPEN} | Ja: 2",), False),
        # Whoever voted in spite of jäv is told of as such, and has no vote to count.
        ((ASK, BERG, CRON), ("! Jäv Berg", f"{OPEN} | Ja: Berg | Nej: 2"), False),
        ((ASK, BERG, CRON), ("! Jäv Berg", f"{OPEN} | Ja: Berg | Nej: 3"), True),
    ],
)
def test_the_votes_are_those_of_who_serves(
    people: tuple[str, ...], rows: tuple[str, ...], told: bool
) -> None:
    found = places(2502, "KS 2023-03-06", *people, SAND, PLAN, *rows, "§ 2 B | Förslag: bygga")
    assert found == ([f"ärenden[0].behandling[{len(rows) - 1}]"] if told else [])


def test_votes_that_do_not_add_up_are_counted_with_those_who_were_away() -> None:
    rows = (ASK, BERG, CRON, "@Dan Dahl | Uppdrag: ledamot", SAND)
    vote = f"{OPEN} | Ja: Ask | Nej: Berg | Frånvarande: Cron"
    (told,) = [f for f in fynd(möte("KS 2023-03-06", *rows, PLAN, vote)) if f.code == "GEN-2502"]
    assert told.value == "3"
    assert "4 tjänstgör" in told.message
    assert "Dan Dahl (V) står inte på någon sida." in told.message.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("organ", "row", "told"),
    [
        ("KS", f"{OPEN} | Nej: Övriga | Utfall: Ja", True),
        ("KS", f"{OPEN} | Nej: Övriga | Utfall: Nej", False),
        # Sent back by a majority, which is the side of Nej: either word says it.
        ("KS", f"{BACK} | Ja: S | Nej: M; L | Utfall: Nej", False),
        ("KS", f"{BACK} | Ja: S | Nej: M; L | Utfall: Återremiss", False),
        ("KS", f"{BACK} | Ja: S | Nej: M; L | Utfall: Ja", True),
        # A third has its way in fullmäktige, though the side that asked for it lost the vote.
        ("KF", f"{BACK} | Ja: S; M | Nej: L | Utfall: Återremiss", False),
        ("KF", f"{BACK} | Ja: S; M | Nej: L | Utfall: Nej", True),
    ],
)
def test_a_typed_outcome_follows_from_the_votes(organ: str, row: str, told: bool) -> None:
    found = places(2501, f"{organ} 2023-03-06", PLAN, row)
    assert found == (["ärenden[0].behandling[0].utfall"] if told else [])


@pytest.mark.parametrize(
    ("votes", "told"),
    [("Ja: M | Nej: L | Avstår: S", True), ("Ja: M; L | Avstår: S", False)],
)
def test_the_chair_may_abstain_where_it_settles_nothing(votes: str, told: bool) -> None:
    found = places(2506, "KS 2023-03-06", PLAN, f"{OPEN} | {votes}")
    assert bool(found) == told


@pytest.mark.parametrize(
    ("votes", "who"),
    [
        ("Ja: Ask; Berg; Cron | Nej: 0", "Ada Ask (S), Bo Berg (M) och Cia Cron (L)"),
        ("Ja: Ask; Berg; Cron | Nej: Dahl", "4 ledamöter"),
        ("Ja: 2 | Nej: 1 | Avstår: Dahl", ""),
    ],
)
def test_a_ballot_names_nobody_who_voted(votes: str, who: str) -> None:
    rows = (ASK, BERG, CRON, "@Dan Dahl | Uppdrag: ledamot", SAND)
    found = fynd(möte("KS 2023-03-06", *rows, f"{PLAN} | Typ: Val", f"{OPEN} | {votes}"))
    told = [f.value.replace("\u00a0", " ") for f in found if f.code == "GEN-2508"]
    assert told == ([who] if who else [])


# -- §§ and decisions ---------------------------------------------------------------------------


@pytest.mark.parametrize(("last", "told"), [("1", ["ärenden[1].paragraf"]), ("2", []), ("", [])])
def test_a_paragraph_is_within_the_span_of_the_cover(last: str, told: list[str]) -> None:
    head = f"KS 2023-03-06 | Första §: 1 | Sista §: {last}"
    assert places(2006, head, PLAN, "§ 2 B | Förslag: bygga") == told


def test_what_was_decided_otherwise_is_quoted_up_to_a_length() -> None:
    lines = "§ 1 A | Utfall: Annat beslut | Förslag: avslå | Beslut: "
    eighty = "anta planen med de tillägg som förvaltningen har föreslagit i sin skrivelse i år"
    (told,) = [f for f in fynd(möte("KS 2023-03-06", lines + eighty)) if f.code == "GEN-1613"]
    assert (told.at, told.value) == ("ärenden[0].innehåll[1].text", eighty)
    (told,) = [f for f in fynd(möte("KS 2023-03-06", lines + eighty + "X")) if f.code == "GEN-1613"]
    assert told.value == f"{eighty.removesuffix(' år')} …"


def test_a_remark_on_a_name_hides_no_fel_of_it() -> None:
    # Misspelled: a guest by the register (upplysning), and a ledamot without a parti (fel).
    misspelled = "@Bo Bergh | Uppdrag: ledamot"
    found = fynd(möte("KS 2023-03-06 | Justerare: Cia Cron", PLAN, ASK, misspelled, CRON, SAND))
    assert {f.code for f in found if f.at == "närvaro[1].namn"} >= {"GEN-1250", "GEN-1304"}


# -- a § that says nothing --------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "Typ: Formalia",
        "Typ: Formalia | Intern anteckning: ring ordföranden",
        "Typ: Formalia | Bakgrund: Uppropet förrättas.",  # which a protokoll does not print
        "Typ: Interpellation | Dnr: KS 2023/1",
    ],
)
def test_a_paragraf_that_says_only_its_rubrik_is_told(said: str) -> None:
    found = möte("KS 2023-03-06", f"§ 1 Upprop | {said}", "§ 2 En plan | Förslag: anta planen")
    (told,) = (f for f in fynd(found) if f.code == "GEN-2010")
    assert (told.level, told.at, told.stoppar) == ("varning", "ärenden[0].rubrik", frozenset())
    assert "§ 1 säger bara sin rubrik" in told.message
    assert delar(found)[0] == []  # as it would stand in the protokoll


@pytest.mark.parametrize(
    "said",
    [
        "Typ: Formalia | Förslag: godkänna uppropet",
        "Typ: Formalia | Sammanfattning: Uppropet förrättas.",
        "Typ: Anmälan",
        "Typ: Information | Utfall: Till handlingarna",
        "Typ: Information | Föredragande: Siv Sand",
        "Typ: Formalia | Bilaga: Närvarolista",
    ],
)
def test_one_that_says_something_is_not(said: str) -> None:
    found = möte("KS 2023-03-06", f"§ 1 Upprop | {said}")
    assert "GEN-2010" not in codes(found)
    assert delar(found)[0] != []


@pytest.mark.parametrize("utfall", ["", "Utgår"])
def test_what_is_not_taken_up_or_lacks_its_decision_is_told_of_otherwise(utfall: str) -> None:
    found = möte("KS 2023-03-06", f"§ 1 En plan | Utfall: {utfall or 'Enligt förslaget'}")
    assert "GEN-2010" not in codes(found)
    assert ("GEN-2003" in codes(found)) is not bool(utfall)


def delar(found: Reading) -> list[list[object]]:
    """The parts of each § in the protokoll."""
    (draft,) = protokoll.drafts(found)
    context: Any = draft.context
    return [arende["delar"] for arende in context["ärenden"]]
