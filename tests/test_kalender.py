"""The calendar of a meeting: which days its dates give, for which §§; and as an iCalendar file."""

from __future__ import annotations

import datetime as dt
import re

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mote import REGISTER, möte

from gen import ical, kalender
from gen.frister import CONVENTIONS
from gen.kalender import Dag, Kalender, Vad
from gen.swedish.typography import plain
from gen.workbook import sheets

day = dt.date.fromisoformat
KF = "KF 2023-03-30"
HELD = "SN 2023-03-06 | Justerat: 2023-03-07"
POSTED = f"{HELD} | Anslaget uppsatt: 2023-03-08"


def calendar(*lines: str, **more: object) -> Kalender:
    """The calendar of that meeting (tests/mote.py)."""
    found = möte(*lines, **more)  # type: ignore[arg-type]
    counted = kalender.of_meeting(found.meeting, found.register)
    assert counted is not None
    return counted


def days(found: Kalender) -> list[tuple[str, str, str]]:
    """What, of what, and when."""
    return [(str(d.vad), plain(d.galler), str(d.datum or "")) for d in found.dagar]


def reasons(row: Dag) -> list[str]:
    return [plain(reason) for reason in row.skal]


# --- a posting -----------------------------------------------------------------------------


def test_a_posting_gives_the_last_day_the_anslags_and_laga_kraft() -> None:
    assert days(kalender.of_anslag([day("2017-10-27")], "nästa arbetsdag")) == [
        ("sista_dag", "", "2017-11-17"),
        ("tidigast_ned", "", "2017-11-20"),
        ("laga_kraft", "", "2017-11-18"),
    ]


def test_boards_of_a_gemensam_namnd_are_one_posting() -> None:
    one = kalender.of_anslag([day("2023-03-10"), day("2023-03-08")])
    assert one.dag == day("2023-03-10")
    assert days(one) == days(kalender.of_anslag([day("2023-03-10")]))
    assert all(reasons(row)[0].startswith("gemensam nämnd: ") for row in one.dagar)


# --- before the meeting --------------------------------------------------------------------


def test_fullmaktige_has_kungorelse_kallelse_and_a_last_day_for_what_is_bradskande() -> None:
    found = calendar(
        f"{KF} | Kungörelse anslagen: 2023-03-22 | Kallelse skickad: 2023-03-24", "§ 1 En plan"
    )
    assert days(found)[:3] == [
        ("kungörelse", "", "2023-03-23"),
        ("kallelse", "", "2023-03-23"),
        ("brådskande_ärende", "", "2023-03-29"),
    ]
    assert [d.i_kalkylbladet for d in found.dagar[:3]] == [
        day("2023-03-22"),
        day("2023-03-24"),
        None,
    ]


def test_a_namnd_is_called_as_the_register_says_and_else_has_no_such_day() -> None:
    assert Vad.KALLELSE not in {d.vad for d in calendar("SN 2023-03-06", "§ 1 En plan").dagar}
    organ = [
        row | ({"Kallas senast (dagar)": "5"} if row["Kod"] == "SN" else {})
        for row in REGISTER[sheets.ORGAN]
    ]
    local = calendar(
        "SN 2023-03-06", "§ 1 En plan", register={**REGISTER, sheets.ORGAN: organ}
    ).day(Vad.KALLELSE)
    assert local.datum == day("2023-03-01")
    assert reasons(local) == [
        "5 dagar före sammanträdet måndagen den 6 mars 2023, som registret säger"
    ]


def test_a_sammantrade_of_several_days_counts_from_both_ends() -> None:
    found = calendar("KF 2022-11-21 | Sista dag: 2022-11-22", "§ 1 En plan")
    assert found.day(Vad.KALLELSE).datum == day("2022-11-14")
    assert found.day(Vad.JUSTERING).datum == day("2022-12-06")
    assert plain(found.rubrik) == "Kommunfullmäktige, den 21–22 november 2022"


# --- after it ------------------------------------------------------------------------------


def test_until_the_justering_the_posting_is_counted_from_the_planned_one() -> None:
    found = calendar("SN 2023-03-06", "§ 1 En plan")
    assert days(found) == [
        ("justering", "§ 1", "2023-03-20"),
        ("anslag", "§ 1", "2023-03-09"),
    ]
    assert reasons(found.day(Vad.ANSLAG))[0] == "om justeringen blir den dag som är planerad"


def test_the_justering_that_took_place_is_counted_from() -> None:
    found = calendar("SN 2023-03-06 | Justerat: 2023-03-10", "§ 1 En plan")
    assert days(found)[-1] == ("anslag", "§ 1", "2023-03-13")  # the 12th is a Sunday
    assert found.day(Vad.JUSTERING).i_kalkylbladet == day("2023-03-10")


def test_a_posted_protokoll_has_all_its_days() -> None:
    assert days(calendar(POSTED, "§ 1 En plan | Förslag: anta planen", "§ 2 En till")) == [
        ("justering", "§ 1–2", "2023-03-20"),
        ("anslag", "§ 1–2", "2023-03-09"),
        ("sista_dag", "§ 1–2", "2023-03-29"),
        ("tidigast_ned", "§ 1–2", "2023-03-30"),
        ("laga_kraft", "§ 1–2", "2023-03-30"),
    ]


def test_laga_kraft_only_where_there_is_an_appeal() -> None:
    found = calendar(
        POSTED,
        "§ 1 En plan | Förslag: anta planen",
        "§ 2 Till en annan instans | Överklagande: Kan inte överklagas",
        "§ 3 Ett tillstånd | Överklagande: Förvaltningsbesvär",
        "§ 4 Ett bygglov | Överklagande: Annan lag",
    )
    assert days(found)[2:] == [
        ("sista_dag", "§ 1", "2023-03-29"),
        ("tidigast_ned", "§ 1–4", "2023-03-30"),
        ("laga_kraft", "§ 1", "2023-03-30"),
        ("sista_dag", "§ 2", ""),
        ("sista_dag", "§ 3", ""),
        ("sista_dag", "§ 4", ""),
    ]
    assert [reasons(row)[0] for row in found.dagar[5:]] == [
        "kan inte överklagas (13 kap. 2 § KL)",
        "tiden är tre veckor från den dag då den som överklagar fick del av beslutet, och räknas "
        "inte från anslaget (44 § förvaltningslagen)",
        "den lag som beslutet följer säger hur och till när det överklagas (13 kap. 3 § KL)",
    ]


def test_a_selection_cannot_tell_of_the_other_paragraphs() -> None:
    found = calendar(
        f"{POSTED} | Omfattning: Utvalda paragrafer | Första §: 23 | Sista §: 51",
        "§ 50 Till en annan instans | Överklagande: Kan inte överklagas",
    )
    assert found.day(Vad.NED).datum == day("2023-03-30")
    assert plain(found.day(Vad.NED).galler) == "§ 23–51"
    row = found.day(Vad.SISTA_DAG)
    assert (row.datum, plain(row.galler)) == (None, "§ 50")
    assert "onsdagen den 29 mars 2023" in reasons(row)[1]
    known = calendar(
        f"{POSTED} | Omfattning: Utvalda paragrafer | Första §: 23 | Sista §: 51",
        "§ 50 En plan | Förslag: anta planen",
    )
    assert plain(known.day(Vad.SISTA_DAG).galler) == "§ 50"


def test_omedelbart_justerade_paragraphs_have_days_of_their_own() -> None:
    found = calendar(
        POSTED,
        "§ 1 En plan",
        "§ 2 Ett brådskande köp | Omedelbart justerad: Ja",
        "§ 3 En till",
        "% Omedelbar justering | Paragrafer: 2 | Justerat: 2023-03-06 | "
        "Anslaget uppsatt: 2023-03-06",
    )
    assert ("sista_dag", "§ 1 och 3", "2023-03-29") in days(found)
    assert [row for row in days(found) if row[1] == "§ 2"] == [
        ("justering", "§ 2", "2023-03-20"),
        ("anslag", "§ 2", "2023-03-08"),
        ("sista_dag", "§ 2", "2023-03-27"),
        ("tidigast_ned", "§ 2", "2023-03-28"),
        ("laga_kraft", "§ 2", "2023-03-28"),
    ]


def test_a_rattelse_is_announced_again_and_has_no_14_days() -> None:
    found = calendar(
        POSTED,
        "§ 1 En plan",
        "% Rättelse | Paragrafer: 1 | Justerat: 2023-05-02 | Anslaget uppsatt: 2023-05-03 | "
        "Vad som rättats: beloppet",
    )
    assert [(what, when) for what, of, when in days(found) if of == "rättelse av § 1"] == [
        ("anslag", "2023-05-04"),
        ("sista_dag", "2023-05-24"),
        ("tidigast_ned", "2023-05-25"),
        ("laga_kraft", "2023-05-25"),
    ]


def test_the_convention_is_the_registers_unless_another_is_asked_for() -> None:
    posted = "SN 2017-10-23 | Justerat: 2017-10-26 | Anslaget uppsatt: 2017-10-27"
    stil = {**REGISTER, sheets.STIL: [{"Anslag tas ned": "nästa arbetsdag"}]}
    found = möte(posted, "§ 1 En plan", register=stil)
    downs = [
        counted.day(Vad.NED)
        for convention in (None, *CONVENTIONS)
        if (counted := kalender.of_meeting(found.meeting, found.register, convention))
    ]
    assert [row.datum for row in downs] == list(
        map(day, ("2017-11-20", "2017-11-18", "2017-11-20"))
    )
    assert [row.i_kalkylbladet for row in downs] == [None, None, None]  # nobody has typed it


def test_a_typed_day_that_is_not_the_counted_one_is_shown_beside_it() -> None:
    typed = f"{POSTED} | Anslaget tas ned: 2023-03-29 | Sista dag att överklaga: 2023-03-28"
    found = calendar(typed, "§ 1 En plan")
    assert found.day(Vad.NED).datum == day("2023-03-30")
    assert found.day(Vad.NED).i_kalkylbladet == day("2023-03-29")
    assert found.day(Vad.SISTA_DAG).i_kalkylbladet == day("2023-03-28")


def test_the_year_of_motions_and_medborgarforslag_runs_from_inkom() -> None:
    found = calendar(
        "SN 2023-03-06",
        "§ 1 En motion | Typ: Motion | Inkom: 2022-12-08 | Dnr: SN 2022/1",
        "§ 2 Ett förslag | Typ: Medborgarförslag | Inkom: 2024-02-29",
        "§ 3 En motion utan dag | Typ: Motion",
        "§ 4 En skrivelse | Inkom: 2023-01-09",
    )
    assert [row for row in days(found) if row[0] == "ett_år"] == [
        ("ett_år", "motion i ärende 1, SN 2022/1", "2023-12-08"),
        ("ett_år", "medborgarförslag i ärende 2", "2025-02-28"),
    ]


def test_an_installt_sammantrade_has_no_days_and_one_without_date_no_calendar() -> None:
    assert calendar("KF 2023-03-30 | Slag: Inställt", "§ 1 En plan").dagar == ()
    found = möte("KF 2023-02-30", "§ 1 En plan")
    assert kalender.of_meeting(found.meeting, found.register) is None


# --- as a file -----------------------------------------------------------------------------


def events(content: bytes) -> list[icalendar.Event]:
    """The events, by a reader that is not gen's, which finds nothing to complain of."""
    read = icalendar.Calendar.from_ical(content)
    assert isinstance(read, icalendar.Calendar)
    assert [read["VERSION"], read["CALSCALE"]] == ["2.0", "GREGORIAN"]
    assert read["PRODID"]
    assert read.errors == []
    found = list(read.walk("VEVENT"))
    assert all(event.errors == [] for event in found)
    return found  # type: ignore[return-value]


def test_the_file_has_an_all_day_event_a_day() -> None:
    first, second, third = events(ical.icalendar([kalender.of_anslag([day("2023-03-08")])]))
    assert first["SUMMARY"] == "Sista dag att överklaga – anslag 2023-03-08"
    assert first["DTSTART"].params["VALUE"] == "DATE"
    assert first["DTSTART"].dt == day("2023-03-29")
    assert first["DTEND"].dt == day("2023-03-30")  # RFC 5545, 3.6.1: the end is not in it
    assert first["DTSTAMP"].dt == dt.datetime(2023, 3, 8, tzinfo=dt.UTC)
    assert first["TRANSP"] == "TRANSPARENT"
    assert first["DESCRIPTION"] == (
        "Tre veckor efter anslaget onsdagen den 8 mars 2023 är onsdagen den 29 mars 2023 "
        "(13 kap. 5 § KL)."
    )
    assert second["DTSTART"].dt == third["DTSTART"].dt == day("2023-03-30")
    assert third["SUMMARY"] == "Laga kraft, om ingen överklagar – anslag 2023-03-08"


def test_lines_are_folded_at_75_octets_and_end_as_the_rfc_says() -> None:
    content = ical.icalendar([kalender.of_anslag([day("2024-03-08")])])
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert any(line.startswith(b" ") for line in lines)
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f]", content)
    for line in lines:
        line.decode()  # no character is cut in two


def test_a_day_that_does_not_exist_is_no_event() -> None:
    rows = [
        "§ 1 En plan | Förslag: anta planen",
        "§ 2 Till en annan | Överklagande: Kan inte överklagas",
    ]
    found = calendar(POSTED, *rows)
    assert len(events(ical.icalendar([found]))) == len(found.dagar) - 1
    with pytest.raises(ValueError, match="utan dagar"):
        ical.icalendar([Kalender("x", day("2023-03-06"), "x", "x", ())])


def test_an_event_keeps_its_uid_when_its_day_moves_and_shares_it_with_no_other() -> None:
    up = [day("2017-10-27")]
    first, moved = (
        events(ical.icalendar([kalender.of_anslag(up, convention)])) for convention in CONVENTIONS
    )
    assert [e["UID"] for e in first] == [e["UID"] for e in moved]
    assert [e["DTSTART"].dt for e in first] != [e["DTSTART"].dt for e in moved]
    several = [kalender.of_anslag([day(d)]) for d in ("2023-03-08", "2023-03-09", "2023-03-08")]
    uids = [e["UID"] for e in events(ical.icalendar(several))]
    assert len(uids) == len(set(uids)) == 6


def test_the_moment_of_the_data_stamps_the_events() -> None:
    stamp = dt.datetime(2023, 3, 7, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    content = ical.icalendar([kalender.of_anslag([day("2023-03-08")])], stamp)
    assert b"DTSTAMP:20230307T083000Z\r\n" in content
    assert content == ical.icalendar([kalender.of_anslag([day("2023-03-08")])], stamp)


def test_a_file_that_a_person_has_changed_is_known() -> None:
    content = ical.icalendar([kalender.of_anslag([day("2023-03-08")])])
    assert ical.is_untouched(content)
    assert not ical.is_untouched(content.replace(b"TRANSPARENT", b"OPAQUE", 1))
    assert not ical.is_untouched(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")


texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
    | st.sampled_from('\\;,:"å\U0001f600'),
    max_size=200,
)


@settings(max_examples=100, deadline=None)
@given(texts, texts)
def test_any_text_comes_back_as_it_stood(name: str, reason: str) -> None:
    row = Dag(Vad.KALLELSE, "", day("2023-03-01"), (f"A {reason}",))
    content = ical.icalendar([Kalender("x", day("2023-03-06"), "x", name, (row,))])
    assert max(map(len, content.split(b"\r\n"))) <= 75
    (event,) = events(content)
    assert event["SUMMARY"] == plain(f"Kallelsen lämnas senast – {name}")
    assert event["DESCRIPTION"] == f"{plain(f'A {reason}')}."
