"""What the protokoll says of a changing room: sentences from the difference between two §§."""

from __future__ import annotations

from mote import möte

from gen.documents import protokoll
from gen.documents.byten import forandringar

ADA, BO, CIA = "@Ada Ask | Uppdrag: ordförande", "@Bo Berg | Uppdrag: ledamot", "@Cia Cron"
TWO = ("§ 1 Upprop | Förslag: godkänna", "§ 2 En plan | Förslag: anta planen")


def told(*people: str, arenden: tuple[str, ...] = TWO) -> dict[str, tuple[str, ...]]:
    reading = möte("KSAU 2023-03-06", *arenden, *people)
    return {
        nr: tuple(t.replace("\u00a0", " ") for t in some)
        for nr, some in forandringar(reading.meeting).items()
    }


def test_a_room_that_does_not_change_is_not_told_of() -> None:
    assert told(ADA, BO, f"{CIA} | Uppdrag: ledamot") == {}


def test_somebody_who_leaves_is_told_before_the_next_paragraf_with_the_clock() -> None:
    left = "@Bo Berg | Uppdrag: ledamot | Paragrafer: 1 | Ut kl.: 13.20"
    assert told(ADA, left) == {"2": ("Bo Berg (M) lämnar sammanträdet klockan 13.20.",)}


def test_an_ersattare_who_takes_over_is_told_for_whom() -> None:
    left = "@Bo Berg | Uppdrag: ledamot | Paragrafer: 1"
    into = "@Dan Dahl | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Bo Berg | Paragrafer: 2"
    assert told(ADA, left, into) == {
        "2": (
            "Bo Berg (M) lämnar sammanträdet.",
            "Dan Dahl (V) tjänstgör för Bo Berg (M).",
        )
    }


def test_of_an_ersattare_only_a_time_says_that_they_come_or_go() -> None:
    left = "@Bo Berg | Uppdrag: ledamot | Paragrafer: 1"
    into = "@Dan Dahl | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Bo Berg | Paragrafer: 2"
    assert told(ADA, left, f"{into} | In kl.: 13.20")["2"][1] == (
        "Dan Dahl (V) kommer till sammanträdet klockan 13.20 och tjänstgör för Bo Berg (M)."
    )
    served = into.replace("Paragrafer: 2", "Paragrafer: 1")
    back = "@Bo Berg | Uppdrag: ledamot | Paragrafer: 2"
    assert told(ADA, back, served)["2"] == (
        "Dan Dahl (V) tjänstgör inte längre.",
        "Bo Berg (M) kommer till sammanträdet.",
    )
    assert told(ADA, back, f"{served} | Ut kl.: 13.20")["2"][0] == (
        "Dan Dahl (V) lämnar sammanträdet klockan 13.20."
    )


def test_who_comes_back_is_not_told_to_come_for_the_first_time() -> None:
    three = (*TWO, "§ 3 En bro | Förslag: bygga bron")
    away = ("@Bo Berg | Uppdrag: ledamot | Paragrafer: ej 2",)
    assert told(ADA, *away, arenden=three) == {
        "2": ("Bo Berg (M) lämnar sammanträdet.",),
        "3": ("Bo Berg (M) kommer tillbaka till sammanträdet.",),
    }
    late = "@Bo Berg | Uppdrag: ledamot | Paragrafer: ej 1"
    assert told(ADA, late, arenden=three) == {"2": ("Bo Berg (M) kommer till sammanträdet.",)}


def test_an_ersattare_who_only_listens_comes_as_others_do() -> None:
    heard = "@Dan Dahl | Uppdrag: ersättare | Närvarar: Ja | Paragrafer: 2"
    assert told(ADA, BO, heard) == {"2": ("Dan Dahl (V) kommer till sammanträdet.",)}


def test_an_ersattare_who_listened_and_then_serves_has_not_come() -> None:
    left = "@Bo Berg | Uppdrag: ledamot | Paragrafer: 1"
    first = "@Dan Dahl | Uppdrag: ersättare | Närvarar: Ja | Paragrafer: 1"
    then = "@Dan Dahl | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Bo Berg | Paragrafer: 2"
    assert told(ADA, left, first, then)["2"][1] == "Dan Dahl (V) tjänstgör för Bo Berg (M)."


def test_a_vacant_seat_and_a_seat_of_nobody_named() -> None:
    vacant = "@Dan Dahl | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Vakant | Paragrafer: 2"
    some = "@Eva Ek | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Ja | Paragrafer: 2"
    assert told(ADA, BO, vacant, some) == {
        "2": (
            "Dan Dahl (V) tjänstgör för vakant plats.",
            "Eva Ek (C) tjänstgör.",
        )
    }


def test_somebody_who_goes_on_at_a_distance() -> None:
    there = "@Bo Berg | Uppdrag: ledamot | Paragrafer: 1"
    afar = "@Bo Berg | Uppdrag: ledamot | Närvarar: Distans | Paragrafer: 2"
    assert told(ADA, there, afar) == {"2": ("Bo Berg (M) deltar på distans.",)}


def test_the_next_of_the_presidium_leads_when_the_chair_has_left() -> None:
    chair = "@Ada Ask | Uppdrag: ordförande | Paragrafer: 1"
    vice = "@Bo Berg | Uppdrag: vice ordförande"
    assert told(chair, vice) == {
        "2": ("Ada Ask (S) lämnar sammanträdet.", "Bo Berg (M) leder sammanträdet.")
    }


def test_officials_come_and_go_untold() -> None:
    guest = "@Siv Sand | Uppdrag: nämndsekreterare | Paragrafer: 1"
    assert told(ADA, BO, guest) == {}


def test_what_lies_between_paragrafer_that_do_not_follow_each_other_is_not_known() -> None:
    left = "@Bo Berg | Uppdrag: ledamot | Paragrafer: 1"
    apart = ("§ 1 Upprop | Förslag: godkänna", "§ 4 En plan | Förslag: anta planen")
    assert told(ADA, left, arenden=apart) == {}


def test_it_stands_first_in_the_paragraf() -> None:
    left = "@Bo Berg | Uppdrag: ledamot | Paragrafer: 1 | Ut kl.: 13.20"
    reading = möte("KSAU 2023-03-06", *TWO, ADA, left)
    (draft,) = protokoll.drafts(reading)
    first, second = draft.context["ärenden"]
    assert [del_["del"] for del_ in first["delar"]] == ["Beslut"]
    assert [del_["del"] for del_ in second["delar"]] == ["Närvaro", "Beslut"]
    said = second["delar"][0]["innehåll"]["block"][0]["text"][0]["text"]
    assert said == "Bo Berg\u00a0(M) lämnar sammanträdet klockan\u00a013.20."


def test_jav_is_told_in_its_own_part() -> None:
    arenden = (*TWO, "! Jäv Bo Berg")
    assert told(ADA, BO, f"{CIA} | Uppdrag: ledamot", arenden=arenden) == {}
