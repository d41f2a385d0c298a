"""§§ that are justerade and announced apart from the rest, and what a § says of itself."""

from __future__ import annotations

import datetime as dt

import pytest
from mote import codes, fynd, möte

from gen.beslut import recipients
from gen.documents.paragraf import parts_of
from gen.documents.protokoll import drafts
from gen.findings import Finding
from gen.model import Arende, Rad, Run, Stage
from gen.register import Register, Stil
from gen.workbook.read import Reading

POSTED = "KS 2023-03-06 | Justerat: 2023-03-14 | Anslaget uppsatt: 2023-03-15"
THREE = (
    "§ 1 A | Förslag: anta",
    "§ 2 B | Förslag: anta | Omedelbart justerad: Ja",
    "§ 3 C | Förslag: anta",
)
AT_ONCE = (
    "% Omedelbar justering | Paragrafer: 2 | Justerat: 2023-03-06 | Anslaget uppsatt: 2023-03-07"
)


def context(found: Reading, name: str = "protokoll") -> dict:
    """The context of the meeting's protokoll, or of that of a delprotokoll."""
    (draft,) = (draft for draft in drafts(found) if draft.name == name)
    return dict(draft.context)


def part(found: Reading, name: str, arende: int = 0) -> list[str]:
    delar = context(found)["ärenden"][arende]["delar"]
    blocks = next((d["innehåll"]["block"] for d in delar if d["del"] == name), [])
    return ["".join(run["text"] for run in block["text"]) for block in blocks]


def one(found: Reading, code: int) -> Finding:
    (told,) = [f for f in fynd(found) if f.code == f"GEN-{code}"]
    return told


# -- what is read and computed ----------------------------------------------------------------


def test_an_immediate_justering_has_days_and_signers_of_its_own() -> None:
    found = möte(POSTED, *THREE, AT_ONCE)
    (row,) = found.meeting.delprotokoll
    assert row.paragrafer == (2,)
    assert row.anslaget_tas_ned == dt.date(2023, 3, 29)
    assert row.sista_dag_att_overklaga == dt.date(2023, 3, 28)
    assert [n.namn for n in row.justerare] == ["Bo Berg"]
    assert row.underskrift_pa_anslaget is not None
    assert row.underskrift_pa_anslaget.namn == "Siv Sand"
    assert not {c for c in codes(found) if c.startswith("GEN-26")}


def test_its_own_justerare_go_first() -> None:
    found = möte(POSTED, *THREE, f"{AT_ONCE} | Justerare: Cia Cron")
    assert [n.namn for n in found.meeting.delprotokoll[0].justerare] == ["Cia Cron"]


def test_what_cannot_be_appealed_has_no_last_day() -> None:
    found = möte(POSTED.replace("KS ", "KSAU "), *THREE, AT_ONCE)
    assert found.meeting.delprotokoll[0].sista_dag_att_overklaga is None


def test_the_meetings_own_last_day_is_of_the_paragraphs_that_are_left() -> None:
    lines = (
        "§ 1 A | Typ: Information | Utfall: Till handlingarna",
        "§ 2 B | Förslag: anta | Omedelbart justerad: Ja",
    )
    assert möte(POSTED, *lines, AT_ONCE).meeting.sista_dag_att_overklaga is None
    assert möte(POSTED, *lines).meeting.sista_dag_att_overklaga == dt.date(2023, 4, 5)


# -- what is printed --------------------------------------------------------------------------


def test_the_main_anslag_is_about_what_is_left() -> None:
    made = context(möte(POSTED, *THREE, AT_ONCE))
    assert made["anslag"]["paragrafer"] == "§\u00a01 och 3"
    assert made["sammanträde"]["paragrafer"] == "§\u00a01–3"


def test_what_is_justerat_at_once_has_a_protokoll_of_its_own() -> None:
    here = "@Dan Dahl | Uppdrag: ledamot | Paragrafer: 2"
    gone = "@Eva Ek | Uppdrag: ledamot | Paragrafer: 3"
    there = ("@Ada Ask | Uppdrag: ordförande", "@Siv Sand | Uppdrag: nämndsekreterare", here, gone)
    found = möte(POSTED, *THREE, f"{AT_ONCE} | Justerare: Dan Dahl", *there)
    assert [draft.name for draft in drafts(found)] == ["protokoll", "protokoll-paragraf-2"]
    made = context(found, "protokoll-paragraf-2")
    assert [a["rubrik"] for a in made["ärenden"]] == ["B"]
    assert made["sammanträde"]["paragrafer"] == "§\u00a02"
    assert [one["namn"] for one in made["närvaro"]["ledamöter"]] == ["Ada Ask", "Dan Dahl"]
    assert made["justering"]["justerare"] == ["Dan Dahl\u00a0(V)"]
    assert made["anslag"]["anslaget_uppsatt"] == "2023-03-07"
    assert made["dokument"]["status"] == ""


def test_those_who_sign_the_rest_say_for_which_paragrafer() -> None:
    made = context(möte(POSTED, *THREE, AT_ONCE))
    assert {one["paragrafer"] for one in made["underskrifter"]} == {"§\u00a01 och 3"}
    whole = context(möte(POSTED, *THREE))
    assert {one["paragrafer"] for one in whole["underskrifter"]} == {""}


def test_a_selection_says_what_is_left_of_the_whole_meeting() -> None:
    head = f"{POSTED} | Omfattning: Utvalda paragrafer | Första §: 23 | Sista §: 51"
    made = context(möte(head, "§ 50 A | Förslag: anta", AT_ONCE.replace(": 2 ", ": 40 ")))
    assert made["anslag"]["paragrafer"] == "§\u00a023–39 och 41–51"


def test_a_correction_takes_nothing_out_of_the_anslag() -> None:
    row = (
        "% Rättelse | Paragrafer: 2 | Justerat: 2023-03-20 | Anslaget uppsatt: 2023-03-21 "
        "| Vad som rättats: Beloppet"
    )
    found = möte(POSTED, "§ 1 A | Förslag: anta", "§ 2 B | Förslag: anta", row)
    assert context(found)["anslag"]["paragrafer"] == "§\u00a01–2"
    assert found.meeting.delprotokoll[0].anslaget_tas_ned == dt.date(2023, 4, 12)
    assert not {c for c in codes(found) if c.startswith("GEN-26")}


def test_a_paragraph_follows_its_own_justering() -> None:
    before = context(möte("KS 2023-03-06", *THREE, AT_ONCE))
    assert before["dokument"]["status"] == "Ej justerat utom §\u00a02"
    assert [a["status"] for a in before["ärenden"]] == ["Ej justerat", "", "Ej justerat"]
    after = context(möte(POSTED, *THREE, AT_ONCE))
    assert after["dokument"]["status"] == ""
    waiting = context(möte(POSTED, *THREE, "% Omedelbar justering | Paragrafer: 2"))
    assert waiting["dokument"]["status"] == "§\u00a02 ej justerad"


def test_the_paragraph_says_that_it_is_justerad_at_once() -> None:
    found = möte("KS 2023-03-06", *THREE, AT_ONCE)
    assert part(found, "Justering", 1) == ["Paragrafen förklaras omedelbart justerad."]
    assert part(found, "Justering", 0) == []
    names = [d["del"] for d in context(found)["ärenden"][1]["delar"]]
    assert names[names.index("Beslut") + 1] == "Justering"


# -- what contradicts itself ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "code", "stops"),
    [
        ((AT_ONCE, AT_ONCE.replace(": 2 ", ": 2–3 ")), 2600, "protokoll"),
        ((AT_ONCE.replace(": 2 ", ": 2, 9 "),), 2601, "protokoll"),
        ((), 2602, "anslag"),
        ((AT_ONCE.replace(": 2 ", ": 2–3 "),), 2603, "protokoll"),
    ],
)
def test_a_paragraph_stands_in_one_delprotokoll_and_says_so(
    rows: tuple[str, ...], code: int, stops: str
) -> None:
    told = one(möte("KS 2023-03-06", *THREE, *rows), code)
    assert told.stops(stops)
    assert told.expected


def test_without_its_row_the_protokoll_can_be_made_but_not_its_bevis() -> None:
    assert not one(möte("KS 2023-03-06", *THREE), 2602).stops("protokoll")
    assert one(möte(POSTED, *THREE), 2602).stops("protokoll")


def test_paragraphs_that_cannot_be_read_are_told_once() -> None:
    found = möte("KS 2023-03-06", *THREE, AT_ONCE.replace(": 2 ", ": tvåan "))
    told = [f for f in fynd(found) if f.code.startswith(("GEN-26", "GEN-1201"))]
    assert [(f.code, f.at) for f in told] == [("GEN-1201", "delprotokoll[0].paragrafer")]


@pytest.mark.parametrize(
    ("omfattning", "paragraf", "told"),
    [
        ("Utvalda paragrafer", "4", False),
        ("Utvalda paragrafer", "9", False),
        ("Utvalda paragrafer", "10", True),
        # Of the whole meeting there is no § that the workbook does not hold.
        ("Hela protokollet", "4", True),
    ],
)
def test_paragraphs_outside_a_selection_are_in_the_meeting_all_the_same(
    omfattning: str, paragraf: str, told: bool
) -> None:
    head = f"KS 2023-03-06 | Omfattning: {omfattning} | Första §: 1 | Sista §: 9"
    row = AT_ONCE.replace(": 2 ", f": {paragraf} ")
    assert ("GEN-2601" in codes(möte(head, "§ 1 A | Förslag: anta", row))) == told


def test_each_declared_paragraph_has_its_row() -> None:
    third = THREE[2] + " | Omedelbart justerad: Ja"
    told = one(möte("KS 2023-03-06", *THREE[:2], third, AT_ONCE), 2602)
    assert told.at == "ärenden[2].omedelbart_justerad"


def test_when_the_rest_is_justerat_its_own_dates_must_be_there() -> None:
    row = "% Omedelbar justering | Paragrafer: 2"
    told = [f.at for f in fynd(möte(POSTED, *THREE, row)) if f.code == "GEN-2001"]
    assert told == ["delprotokoll[0].justerat", "delprotokoll[0].anslaget_uppsatt"]
    early = fynd(möte("KS 2023-03-06", *THREE, row))
    assert not [f for f in early if f.code == "GEN-2001"]


def test_a_correction_says_what_and_comes_after_the_justering() -> None:
    row = "% Rättelse | Paragrafer: 1 | Justerat: 2023-03-20 | Anslaget uppsatt: 2023-03-21"
    told = [f.at for f in fynd(möte(POSTED, THREE[0], row)) if f.code == "GEN-2001"]
    assert told == ["delprotokoll[0].vad_som_rättats"]
    assert one(möte("KS 2023-03-06", THREE[0], row), 2605).value == "§\u00a01"


def test_a_row_without_a_kind_is_told() -> None:
    found = möte("KS 2023-03-06", THREE[0], "%  | Paragrafer: 1")
    assert "delprotokoll[0].slag" in {f.at for f in fynd(found)}


def test_nothing_left_for_the_main_anslag_is_asked_about() -> None:
    found = möte("KS 2023-03-06", THREE[1], AT_ONCE)
    assert "GEN-2604" in codes(found)


# -- what else a § says of itself -------------------------------------------------------------


def test_the_presenter_is_named_with_the_title() -> None:
    found = möte("SN 2023-03-06", "§ 1 A | Förslag: bevilja | Föredragande: siv sand")
    assert part(found, "Föredragande") == ["Siv Sand, nämndsekreterare"]
    guest = möte("SN 2023-03-06", "§ 1 A | Förslag: bevilja | Föredragande: Gun Gäst")
    assert part(guest, "Föredragande") == ["Gun Gäst"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("26 kap. 1 § OSL", "Sekretess enligt 26 kap. 1 § OSL."),
        ("Sekretess enligt 26 kap. 1 § OSL.", "Sekretess enligt 26 kap. 1 § OSL."),
    ],
)
def test_the_internal_protokoll_says_the_lagrum_and_all_the_rest(typed: str, printed: str) -> None:
    row = f"§ 1 Hemlig rubrik | Förslag: bevilja | Sekretess: {typed} | Dölj rubriken: Ja"
    found = möte("SN 2023-03-06", row)
    assert part(found, "Sekretess") == [printed]
    assert part(found, "Beslut")[1:] == ["att bevilja."]
    assert context(found)["ärenden"][0]["rubrik"] == "Hemlig rubrik"
    assert "GEN-1620" not in codes(found)


def test_a_hidden_rubrik_without_a_lagrum_is_asked_about() -> None:
    found = möte("SN 2023-03-06", "§ 1 A | Förslag: bevilja | Dölj rubriken: Ja")
    assert one(found, 1620).at == "ärenden[0].dölj_rubriken"


def test_a_remark_on_a_recipient_stands_in_brackets() -> None:
    rad = Rad(del_="Skickas till – åtgärd", vem="Diariet", text=(Run(text="med avtalet"),))
    assert recipients([rad], Arende(nr="1")) == ["Diariet (med avtalet)"]


def test_a_parts_place_can_be_chosen_by_the_kommun() -> None:
    own = Stil(delar=("Sammanfattning", "Beslut", "Justering = Omedelbar justering"))
    names = parts_of(Register(stil=own))
    place = names.index(("Justering", "Omedelbar justering"))
    assert names[place + 1] == ("Föredragande", "Föredragande")
    assert names[0] == ("Sekretess", "Sekretess")


def test_the_stage_of_a_meeting_is_still_its_own() -> None:
    assert möte("KS 2023-03-06", *THREE, AT_ONCE).meeting.stage is Stage.HALLET
