"""The Swedish of the protokoll, computed from what somebody typed."""

from __future__ import annotations

import pytest
from mote import möte

from gen.documents.protokoll import drafts
from gen.workbook import sheets
from gen.workbook.read import Reading


def context(found: Reading) -> dict:
    (draft,) = drafts(found)
    return dict(draft.context)


def texts(value: object) -> list[str]:
    """All paragraphs of a block value, each as one text."""
    out = []
    for block in value["block"]:
        for runs in block.get("poster", [block.get("text")]):
            out.append("".join(run["text"] for run in runs))
    return out


def part(found: Reading, name: str, arende: int = 0) -> list[str]:
    delar = context(found)["ärenden"][arende]["delar"]
    return next((texts(d["innehåll"]) for d in delar if d["del"] == name), [])


@pytest.mark.parametrize(
    ("organ", "last", "lead_in"),
    [
        ("KSAU", "KSAU", "Kommunstyrelsens arbetsutskott beslutar"),
        ("KSAU", "", "Kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen beslutar"),
        (
            "KSAU",
            "KF",
            "Kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen beslutar "
            "att föreslå kommunfullmäktige besluta",
        ),
        ("KS", "KF", "Kommunstyrelsen föreslår att kommunfullmäktige beslutar"),
        ("KF", "KF", "Kommunfullmäktige beslutar"),
    ],
)
def test_the_lead_in_follows_the_beslutskedja(organ: str, last: str, lead_in: str) -> None:
    found = möte(
        f"{organ} 2023-03-06", f"§ 1 Ett ärende | Beslutas av: {last or organ} | Förslag: anta den"
    )
    if not last:
        found = möte(f"{organ} 2023-03-06", "§ 1 Ett ärende | Förslag: anta den")
    assert part(found, "Beslut") == [lead_in, "att anta den."]


def test_several_points_are_att_satser_with_commas_and_samt() -> None:
    found = möte(
        "KS 2023-03-06",
        "§ 1 Tre | Förslag: anta ett | Förslag: att anta två. | Förslag: anta tre,",
    )
    assert part(found, "Beslut")[1:] == ["att anta ett,", "att anta två, samt", "att anta tre."]


def test_a_point_that_goes_elsewhere_gets_a_lead_in_of_its_own() -> None:
    found = möte(
        "KS 2023-03-06",
        "§ 1 Blandat | Beslutas av: KF | Förslag: anta planen | Inledning: För egen del beslutar "
        "kommunstyrelsen | Förslag: ge kansliet i uppdrag att följa upp",
    )
    assert part(found, "Beslut") == [
        "Kommunstyrelsen föreslår att kommunfullmäktige beslutar",
        "att anta planen.",
        "För egen del beslutar kommunstyrelsen",
        "att ge kansliet i uppdrag att följa upp.",
    ]


@pytest.mark.parametrize(
    ("utfall", "expected"),
    [
        ("Bordläggs | Till: 2023-04-03", ["att bordlägga ärendet till den\u00a03 april 2023."]),
        ("Återremitteras | Till: socialnämnden", ["att återremittera ärendet till socialnämnden."]),
        ("Till handlingarna | Typ: Information", ["att lägga informationen till handlingarna."]),
    ],
)
def test_an_outcome_without_a_text_has_its_sentence(utfall: str, expected: list[str]) -> None:
    found = möte("KS 2023-03-06", f"§ 1 Ett ärende | Utfall: {utfall}")
    assert part(found, "Beslut")[1:] == expected


def test_underlag_is_made_from_the_two_dates() -> None:
    found = möte(
        "KS 2023-03-06",
        "§ 1 Motion från Eva Ek (C) Om bänkar | Typ: Motion | Tjänsteskrivelse: 2023-02-14 "
        "| Inkom: 2022-12-08 | Förslag: avslå motionen",
    )
    assert part(found, "Underlag") == [
        "Kansliets tjänsteskrivelse 2023-02-14 Motion från Eva Ek (C) Om bänkar",
        "Motion från Eva Ek (C) Om bänkar, inkommen 2022-12-08",
    ]


@pytest.mark.parametrize(
    ("rubrik", "typ", "printed"),
    [
        ("Motion från Eva Ek (C) Om bänkar", "Motion", "Motionären"),
        ("Motion från Eva Ek (C) och Dan Dahl (V) Om bänkar", "Motion", "Motionärerna"),
        ("Medborgarförslag från Eva Ek (C)", "Medborgarförslag", "Förslagsställaren"),
    ],
)
def test_the_proposers_are_named_by_what_they_have_put(rubrik: str, typ: str, printed: str) -> None:
    found = möte(
        "KS 2023-03-06",
        f"§ 1 {rubrik} | Typ: {typ} | Förslag: avslå den "
        "| Skickas till - kännedom: Förslagsställarna",
    )
    assert part(found, "Skickas till") == ["För kännedom:", printed]


def test_a_list_of_recipients_without_anybody_is_not_printed() -> None:
    found = möte("KS 2023-03-06", "§ 1 A | Förslag: anta | Skickas till – åtgärd: Diariet")
    assert part(found, "Skickas till") == [
        "För verkställighet eller motsvarande åtgärd:",
        "Diariet",
    ]
    assert part(möte("KS 2023-03-06", "§ 1 A | Förslag: anta"), "Skickas till") == []


def test_a_substitute_serves_for_the_one_who_is_away() -> None:
    found = möte(
        "KSAU 2023-03-06",
        "@Ada Ask | Uppdrag: ordförande",
        "@Bo Berg | Uppdrag: vice ordförande | Närvarar: Distans | Tjänstgör: Nej",
        "@Dan Dahl | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Bo Berg",
        "@Eva Ek | Uppdrag: ersättare",
        "§ 1 A | Förslag: anta",
    )
    here = context(found)["närvaro"]
    assert [p["text"] for p in here["ledamöter"]] == ["Ada Ask\u00a0(S), ordförande"]
    assert [p["text"] for p in here["tjänstgörande_ersättare"]] == [
        "Dan Dahl\u00a0(V), tjänstgör för Bo Berg\u00a0(M)"
    ]
    assert here["ersättare"] == []
    assert [p["text"] for p in here["övriga"]] == [
        "Bo Berg\u00a0(M), vice ordförande, deltar digitalt som åhörare, ej tjänstgörande"
    ]


def test_presence_in_some_paragraphs_is_told() -> None:
    found = möte(
        "KS 2023-03-06",
        "@Ada Ask | Uppdrag: ordförande",
        "@Nils Gäst | Uppdrag: konsult | Paragrafer: ej 2",
        "§ 1 A | Förslag: anta",
        "§ 2 B | Förslag: anta",
        "§ 3 C | Förslag: anta",
    )
    guest = context(found)["närvaro"]["övriga"][0]["text"]
    assert guest == "Nils Gäst, konsult, §\u00a01 och 3"


def test_until_justerat_every_page_says_so_and_there_is_no_anslag() -> None:
    before = context(möte("KS 2023-03-06", "§ 1 A | Förslag: anta"))
    after = context(
        möte(
            "KS 2023-03-06 | Justerat: 2023-03-07 | Anslaget uppsatt: 2023-03-08",
            "§ 1 A | Förslag: anta",
        )
    )
    assert before["dokument"]["status"] == "Ej justerat"
    assert not before["anslag"]["finns"]
    assert after["dokument"]["status"] == ""
    assert after["anslag"]["anslaget_tas_ned"] == "2023-03-30"
    assert after["anslag"]["sista_dag_att_överklaga"] == "2023-03-29"


def test_a_preparing_organs_decision_has_no_last_day_to_appeal() -> None:
    found = möte(
        "KSAU 2023-03-06 | Justerat: 2023-03-07 | Anslaget uppsatt: 2023-03-08",
        "§ 1 A | Förslag: anta",
    )
    assert context(found)["anslag"]["sista_dag_att_överklaga"] is None


def test_paragraphs_follow_the_order_and_a_typed_one_is_locked() -> None:
    found = möte(
        "KS 2023-03-06 | Första §: 7",
        "Nr 1 A | Förslag: anta",
        "§ – Upprop | Typ: Formalia",
        "Nr 3 B | Förslag: anta",
        "§ 12 C | Förslag: anta",
        "Nr 5 D | Förslag: anta",
    )
    assert [a.paragraf for a in found.meeting.arenden] == [7, None, 8, 12, 13]


def test_signing_at_a_place_names_the_place() -> None:
    found = möte(
        "KS 2023-03-06 | Justeringssätt: På plats | Justeringsplats: Stadshuset "
        "| Justering klockan: 8:30",
        "§ 1 A | Förslag: anta",
    )
    text = context(found)["justering"]["tid_och_plats"]
    assert text == "Stadshuset, tisdagen den\u00a07 mars 2023, klockan\u00a008.30"


def test_a_sub_heading_right_below_a_bare_del_stands_in_that_part() -> None:
    found = möte(
        "KS 2023-03-06",
        "§ 1 En plan | Förslag: anta den | Sammanfattning: Kort. | Föredragning: | "
        "Underrubrik: Läget | Föredragning: Läget är gott.",
        register={
            sheets.STIL: [
                {"Delar i en § och deras ordning": "Beslut; Sammanfattning; Föredragning"}
            ]
        },
    )
    assert part(found, "Sammanfattning") == ["Kort."]
    assert part(found, "Föredragning") == ["Läget", "Läget är gott."]


def test_a_bare_del_without_a_sub_heading_says_nothing() -> None:
    found = möte("KS 2023-03-06", "§ 1 En plan | Förslag: | Förslag: anta den | Bakgrund: ")
    assert part(found, "Beslut")[1:] == ["att anta den."]
    assert [rad.del_ for rad in found.meeting.arenden[0].innehall] == ["Förslag"]
