"""Dates, times, §§, amounts and beslut: out as documents write them, in as people do."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.exceptions import UndefinedError
from jinja2.sandbox import SandboxedEnvironment

from gen.swedish.amounts import Amount, amount_text, number_text, parse_number
from gen.swedish.dates import (
    date_text,
    den_date_text,
    iso_text,
    parse_date,
    weekday_text,
)
from gen.swedish.filters import FILTERS
from gen.swedish.lists import (
    att_satser,
    bare_point,
    is_subpoint,
    list_text,
    point_endings,
    point_span,
    sentences,
)
from gen.swedish.paragraphs import format_paragraphs, parse_paragraphs
from gen.swedish.phrases import (
    Narvarande,
    beslutskedja,
    bestamd,
    genitiv,
    inkommen_text,
    justering_text,
    klockan_text,
    lopande,
    name_text,
    narvaro_text,
    obestamd,
    parse_name,
    tid_och_plats_text,
    tjansteskrivelse_text,
)
from gen.swedish.times import parse_time, parse_time_span, time_text
from gen.swedish.typography import NBSP, gemen, hard_blanks, plain, versal
from gen.swedish.unreadable import Unreadable

day = dt.date.fromisoformat
SEED_DAY = day("2023-03-07")
quick = settings(deadline=None)
some_day = st.dates(min_value=dt.date(1953, 1, 1), max_value=dt.date(2099, 12, 31))
some_time = st.times().map(lambda t: t.replace(second=0, microsecond=0))


def soft(text: str) -> str:
    return text.replace(NBSP, " ")


# --- dates ---------------------------------------------------------------------------------


def test_a_date_in_prose_in_the_definite_and_with_its_weekday() -> None:
    assert date_text(SEED_DAY) == "7 mars 2023"
    assert den_date_text(SEED_DAY) == f"den{NBSP}7 mars 2023"
    assert weekday_text(SEED_DAY) == f"tisdagen den{NBSP}7 mars 2023"
    assert iso_text(SEED_DAY) == "2023-03-07"


@quick
@given(some_day)
def test_the_words_are_those_of_cldr(d: dt.date) -> None:
    assert date_text(d) == format_date(d, "d MMMM y", "sv_SE")
    assert soft(weekday_text(d)) == format_date(d, "EEEE'en' 'den' d MMMM y", "sv_SE")


@pytest.mark.parametrize(
    ("first", "last", "words", "iso"),
    [
        ("2022-12-12", "2022-12-12", "12 december 2022", "2022-12-12"),
        ("2022-12-12", "2022-12-13", "12–13 december 2022", "2022-12-12–13"),
        ("2022-11-30", "2022-12-02", "30 november–2 december 2022", "2022-11-30–12-02"),
        (
            "2022-12-30",
            "2023-01-02",
            "30 december 2022–2 januari 2023",
            "2022-12-30–2023-01-02",
        ),
        ("2022-12-12", "2023-12-13", "12 december 2022–13 december 2023", "2022-12-12–2023-12-13"),
    ],
)
def test_a_meeting_over_several_days(first: str, last: str, words: str, iso: str) -> None:
    span = day(first), day(last)
    assert date_text(*span) == words
    assert den_date_text(*span) == f"den{NBSP}{words}"
    assert iso_text(*span) == iso


def test_days_that_go_backwards_are_not_printed() -> None:
    for text in (date_text, den_date_text, iso_text):
        with pytest.raises(ValueError, match="baklänges"):
            text(day("2022-12-13"), day("2022-12-12"))


@pytest.mark.parametrize(
    "typed",
    [
        dt.datetime(2023, 3, 7),
        dt.date(2023, 3, 7),
        20230307,
        20230307.0,
        "2023-03-07",
        "2023-3-7",
        "2023‑03‑07",  # no-break hyphens, as pasted from Word
        "20230307",
        "7 mars 2023",
        "07 mars 2023",
        " 7  mars\u00a02023 ",
        "7 Mars 2023",
        "den 7 mars 2023",
        "Den 7:e mars 2023",
        f"den{NBSP}7 mars 2023",
        "tisdag 7 mars 2023",
        "tisdag den 7 mars 2023",
        "Tisdagen den 7 mars 2023",
        "tis 7 mars 2023",
        "7/3 2023",
        "7/3-2023",
        "7.3.2023",
        "07.03.2023",
    ],
)
def test_a_date_is_read_as_people_type_it(typed: object) -> None:
    assert parse_date(typed) == SEED_DAY


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3 jan. 2023", "2023-01-03"),
        ("3 sep 2023", "2023-09-03"),
        ("3 sept. 2023", "2023-09-03"),
        ("29 feb. 2024", "2024-02-29"),
        ("söndagen den 1 maj 2022", "2022-05-01"),
        ("so\u0308ndagen den 1 maj 2022", "2022-05-01"),  # NFD, from a Mac
    ],
)
def test_abbreviated_months_and_decomposed_letters_are_read(typed: str, expected: str) -> None:
    assert parse_date(typed) == day(expected)


@pytest.mark.parametrize(
    ("typed", "wrong", "cure"),
    [
        ("2023-02-30", "februari 2023 har 28 dagar", "2023-03-07"),
        ("31 december 2023-", "går inte att läsa", "7 mars 2023"),
        ("32 december 2023", "december 2023 har 31 dagar", "7 mars 2023"),
        ("2023-13-01", "ingen månad 13", "2023-03-07"),
        ("2023-00-10", "ingen månad 0", "2023-03-07"),
        ("7/3", "saknar år", "med dag, månad och år"),
        ("3-12", "saknar år", "med dag, månad och år"),
        ("7 mars", "saknar år", "med dag, månad och år"),
        ("den 7 mars", "saknar år", "med dag, månad och år"),
        ("7 mars 23", "fyra siffror", "7 mars 2023"),
        ("230307", "fyra siffror", "7 mars 2023"),
        ("7/3 23", "fyra siffror", "7 mars 2023"),
        ("7/3/2023", "på två sätt", "2023-03-07 eller 2023-07-03"),
        ("12.500", "är ett tal", "2023-03-07"),
        (44992, "är ett tal", "2023-03-07"),
        (44992.5, "är ett tal", "2023-03-07"),
        (True, "går inte att läsa", "2023-03-07"),
        ("onsdagen den 7 mars 2023", "är en tisdag, inte en onsdag", "tisdagen den\u00a07 mars"),
        ("tisdan 7 mars 2023", "”tisdan” är ingen veckodag", "tisdagen"),
        ("7 marsch 2023", "”marsch” är ingen månad", "7 mars 2023"),
        (dt.datetime(2023, 3, 7, 13, 0), "klockslag", "2023-03-07"),
        ("2022-12-12–13", "flera dagar", "2022-12-12"),
        ("1023-03-07", "1023", "2023-03-07"),
        (dt.date(1900, 1, 1), "1900", "2023-03-07"),
        ("i morgon", "går inte att läsa", "2023-03-07"),
        ("", "saknas", "2023-03-07"),
        (None, "saknas", "2023-03-07"),
        (b"2023-03-07", "går inte att läsa", "2023-03-07"),
    ],
)
def test_a_date_that_is_none_says_why_and_what_to_write(
    typed: object, wrong: str, cure: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_date(typed)
    assert wrong in caught.value.reason
    assert cure in caught.value.expected


@pytest.mark.parametrize(
    "typed", ["2022-12-12–13", "2022-12-12--13", "12–13 december 2022", "den 12–den 13 dec. 2022"]
)
def test_several_days_are_not_one(typed: str) -> None:
    with pytest.raises(Unreadable, match="är flera dagar"):
        parse_date(typed)


@quick
@given(some_day)
def test_every_date_is_read_back(d: dt.date) -> None:
    for text in (date_text, den_date_text, weekday_text, iso_text):
        assert parse_date(text(d)) == d


# --- times ---------------------------------------------------------------------------------


def test_a_time_has_a_point_and_an_interval_an_en_dash() -> None:
    assert time_text(dt.time(8, 5)) == "08.05"
    assert time_text(dt.time(13, 0), dt.time(13, 33)) == "13.00–13.33"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("13.00", "13:00"),
        ("13:00", "13:00"),
        ("13:00:00", "13:00"),
        ("kl 13", "13:00"),
        ("kl. 13.00", "13:00"),
        (f"klockan{NBSP}13.00", "13:00"),
        ("Kl.8.30", "08:30"),
        ("8.30", "08:30"),
        ("13", "13:00"),
        ("00.00", "00:00"),
        (13, "13:00"),
        (dt.time(13, 33), "13:33"),
        (0.5625, "13:30"),
        (0.56458333333, "13:33"),  # 13:33 as Excel stores it
        (0, "00:00"),
    ],
)
def test_a_time_is_read_as_people_and_excel_write_it(typed: object, expected: str) -> None:
    assert parse_time(typed) == dt.time.fromisoformat(expected)


@pytest.mark.parametrize(
    ("typed", "wrong", "cure"),
    [
        ("25.00", "slutar 23.59", "13.00"),
        ("13.60", "slutar 23.59", "13.00"),
        ("24.00", "midnatt", "00.00"),
        ("1300", "saknar punkt", "13.00"),
        ("13,30", "saknar punkt", "13.30"),
        ("13.5", "går inte att läsa", "13.00"),
        (13.3, "”13,3” är ett tal", "13.00"),
        (1, "är ett tal", "13.00"),
        (1300, "är ett tal", "13.00"),
        (-0.5, "är ett tal", "13.00"),
        (float("nan"), "är ett tal", "13.00"),
        (dt.time(13, 0, 20), "sekunder", "13.00"),
        (dt.datetime(2023, 3, 6, 13, 0), "datum", "13.00"),
        ("13.00–13.33", "flera klockslag", "13.00"),
        ("på eftermiddagen", "går inte att läsa", "13.00"),
        (True, "går inte att läsa", "13.00"),
        ("", "saknas", "13.00"),
        (None, "saknas", "13.00"),
    ],
)
def test_a_time_that_is_none_says_why_and_what_to_write(
    typed: object, wrong: str, cure: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_time(typed)
    assert wrong in caught.value.reason
    assert cure in caught.value.expected


@pytest.mark.parametrize(
    "typed", ["14.00–14.15", "14.00-14.15", "kl. 14:00 - 14:15", "14.00--14.15", "14 till 14.15"]
)
def test_an_interval_is_read_as_people_type_it(typed: str) -> None:
    assert parse_time_span(typed) == (dt.time(14), dt.time(14, 15))


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("14.00", "bara ett klockslag"),
        ("14.00–25.00", "23.59"),
        ("a–b", "går inte"),
        (None, "saknas"),
    ],
)
def test_an_interval_that_is_none_says_why(typed: object, wrong: str) -> None:
    with pytest.raises(Unreadable, match=wrong):
        parse_time_span(typed)


@quick
@given(some_time, some_time)
def test_every_time_and_interval_is_read_back(start: dt.time, end: dt.time) -> None:
    assert parse_time(time_text(start)) == start
    assert parse_time_span(time_text(start, end)) == (start, end)


@quick
@given(some_time)
def test_every_minute_is_read_back_from_excels_fraction(at: dt.time) -> None:
    assert parse_time((at.hour * 60 + at.minute) / 1440) == at


# --- §§ ------------------------------------------------------------------------------------

seed_meeting = tuple(range(23, 52))


@pytest.mark.parametrize(
    ("numbers", "one_sign", "two_signs"),
    [
        ((), "", ""),
        ((50,), "§ 50", "§ 50"),
        (seed_meeting, "§ 23–51", "§§ 23–51"),
        ((*range(23, 40), *range(41, 52)), "§ 23–39 och 41–51", "§§ 23–39 och 41–51"),
        ((12, 13), "§ 12–13", "§§ 12–13"),
        ((5, 3, 3, 1), "§ 1, 3 och 5", "§§ 1, 3 och 5"),
    ],
)
def test_paragraphs_are_printed_in_the_style_of_the_kommun(
    numbers: tuple[int, ...], one_sign: str, two_signs: str
) -> None:
    assert soft(format_paragraphs(numbers)) == one_sign
    assert soft(format_paragraphs(numbers, "§§")) == two_signs


def test_the_blank_after_the_sign_is_hard() -> None:
    assert format_paragraphs(seed_meeting) == f"§{NBSP}23–51"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("28-51", range(28, 52)),
        ("28–51", range(28, 52)),
        ("28 -- 51", range(28, 52)),
        ("§ 50", [50]),
        ("§50", [50]),
        (50, [50]),
        (50.0, [50]),
        ("§§ 28-51, 53, ej 40", [n for n in (*range(28, 52), 53) if n != 40]),
        ("28–51 utom 40 och 42", [n for n in range(28, 52) if n not in (40, 42)]),
        ("23–30, 40", [*range(23, 31), 40]),
        ("23–30; 40", [*range(23, 31), 40]),
        ("23, 25 och 27–29", [23, 25, 27, 28, 29]),
        ("§ 23 samt §§ 25–26", [23, 25, 26]),
        ("40, 23, 23", [23, 40]),
        ("ej 23", range(24, 52)),
        ("ej §§ 23–50", [51]),
    ],
)
def test_paragraphs_are_read_as_people_type_them(typed: object, expected: list[int]) -> None:
    assert parse_paragraphs(typed, seed_meeting) == tuple(expected)


@pytest.mark.parametrize(
    ("typed", "wrong", "cure"),
    [
        ("51-28", "baklänges", "28–51"),
        ("0-5", "ingen § 0", "28–51"),
        ("28–", "går inte att läsa", "28–51"),
        ("23 40", "går inte att läsa", "28–51"),
        ("alla", "går inte att läsa", "28–51"),
        ("28-51, ej 60", "undantas", "28–51"),
        ("28-51, ej 40, ej 41", "mer än en gång", "ej 40 och 42"),
        (23.4, "”23,4” är ett decimaltal", "23–30, 40"),
        (float("inf"), "decimaltal", "28–51"),
        (dt.datetime(2023, 12, 3), "datum av cellen (2023-12-03)", "3–12"),
        (dt.time(3, 12), "klockslag", "28–51"),
        ("", "saknas", "28–51"),
        (None, "saknas", "28–51"),
    ],
)
def test_paragraphs_that_are_none_say_why(typed: object, wrong: str, cure: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_paragraphs(typed, seed_meeting)
    assert wrong in caught.value.reason
    assert cure in caught.value.expected


def test_ej_needs_to_know_of_what() -> None:
    with pytest.raises(Unreadable, match="vilka som är med"):
        parse_paragraphs("ej 13")
    with pytest.raises(Unreadable, match="§\u00a013 undantas"):
        parse_paragraphs("ej 13", seed_meeting)


@quick
@given(st.sets(st.integers(1, 9999), min_size=1), st.sampled_from(["§", "§§"]))
def test_every_set_of_paragraphs_is_read_back(numbers: set[int], sign: str) -> None:
    text = format_paragraphs(numbers, sign)  # type: ignore[arg-type]
    assert parse_paragraphs(text) == tuple(sorted(numbers))


# --- amounts -------------------------------------------------------------------------------

some_number = st.decimals(allow_nan=False, allow_infinity=False, places=3).filter(
    lambda n: abs(n) < 10**15
) | st.integers(-(10**12), 10**12).map(Decimal)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Amount(Decimal(12500)), f"12{NBSP}500{NBSP}kronor"),
        (Amount(Decimal(1)), f"1{NBSP}krona"),
        (
            Amount(Decimal(1), "miljoner kronor"),
            f"1{NBSP}miljon kronor",
        ),
        (Amount(Decimal("5.1"), "mnkr"), f"5,1{NBSP}mnkr"),
        (Amount(Decimal("12.50"), "kr"), f"12,50{NBSP}kr"),
        (Amount(Decimal("12.5"), "%"), f"12,5{NBSP}%"),
        (Amount(Decimal(-415), "mnkr"), f"\u2212415{NBSP}mnkr"),
        (Amount(Decimal("-0.0"), "tkr"), f"0,0{NBSP}tkr"),
        (Amount(Decimal("1234567.89")), f"1{NBSP}234{NBSP}567,89{NBSP}kronor"),
    ],
)
def test_amounts_are_printed_with_hard_blanks(amount: Amount, expected: str) -> None:
    assert amount_text(amount) == expected


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12 500", "12500"),
        (12500, "12500"),
        (5.1, "5.1"),
        ("12,50", "12.50"),
        ("minus 415", "-415"),
        ("- 415", "-415"),
        ("\u2212415", "-415"),
    ],
)
def test_numbers_are_read_as_people_type_them(typed: object, value: str) -> None:
    assert str(parse_number(typed)) == value


@pytest.mark.parametrize(
    ("typed", "wrong", "cure"),
    [
        ("12.500", "både som tusental och som decimaltal", "12 500 eller 12,5"),
        ("5.1", "punkt i stället för komma", "5,1"),
        ("12 50", "går inte att läsa", "12 500"),
        ("12,5,1", "går inte att läsa", "12 500"),
        ("5 dollar", "går inte att läsa", "12 500"),
        (True, "går inte att läsa", "12 500"),
        (float("nan"), "går inte att läsa", "12 500"),
        (None, "saknas", "12 500"),
    ],
)
def test_numbers_that_are_none_say_why(typed: object, wrong: str, cure: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_number(typed)
    assert wrong in caught.value.reason
    assert cure in caught.value.expected


@quick
@given(some_number)
def test_every_number_is_read_back_with_its_decimals(value: Decimal) -> None:
    assert str(parse_number(number_text(value))) == str(value if value else abs(value))


@quick
@given(some_number)
def test_numbers_are_grouped_as_cldr_has_it_with_a_real_minus(value: Decimal) -> None:
    trimmed = value.normalize() if value else Decimal(0)
    cldr = format_decimal(trimmed, locale="sv_SE", decimal_quantization=False)
    assert number_text(trimmed) == cldr.replace("-", "\u2212")


# --- enumerations --------------------------------------------------------------------------


def test_an_enumeration_has_one_joining_word() -> None:
    assert list_text(()) == ""
    assert list_text(("A",)) == "A"
    assert list_text(("A", "B")) == "A och B"
    assert list_text(("A", "B", "C"), "samt") == "A, B samt C"
    assert list_text(("Ja", "Nej"), "eller") == "Ja eller Nej"


# --- att-satser ----------------------------------------------------------------------------


def test_one_point_is_one_line_with_a_full_stop() -> None:
    point = "avslå motionen med hänvisning till vad som redovisats i ärendet"
    for typed in (point, f"att {point}", f"Att {point}.", f"- att {point}.", f" att {point}, "):
        assert att_satser([typed]) == (f"att {point}.",)


def test_several_points_have_commas_samt_and_a_full_stop() -> None:
    # § 49 of the seeds, once bare and once as typed with every sign already there
    bare = ["tillsätta en beredning", "godkänna föreskriften", "utse ledamöter"]
    finished = (
        "att tillsätta en beredning,",
        "att godkänna föreskriften, samt",
        "att utse ledamöter.",
    )
    assert att_satser(bare) == att_satser(finished) == finished


def test_no_points_no_lines() -> None:
    assert att_satser([]) == att_satser(["", "  ", "att"]) == sentences([""]) == ()


def test_two_points_are_joined_by_samt() -> None:
    assert att_satser(["bifalla a", "avslå b"]) == ("att bifalla a, samt", "att avslå b.")


@pytest.mark.parametrize(
    ("point", "first_of_three", "second_of_three", "last"),
    [
        ("fråga: varför?", "fråga: varför?", "fråga: varför? samt", "fråga: varför?"),
        ("utropa: nu!", "utropa: nu!", "utropa: nu! samt", "utropa: nu!"),
        ("anta följande:", "anta följande:", "anta följande:", "anta följande:"),
        ("anta ”Plan A”", "anta ”Plan A”,", "anta ”Plan A”, samt", "anta ”Plan A”."),
        ("svara ”Nej.”", "svara ”Nej.”,", "svara ”Nej.”, samt", "svara ”Nej.”"),
        ("köpa bord m.m.", "köpa bord m.m.,", "köpa bord m.m., samt", "köpa bord m.m."),
        ("ta a, b, osv.", "ta a, b, osv.,", "ta a, b, osv., samt", "ta a, b, osv."),
        ("anslå 5 mnkr (bilaga 1)", "anslå 5 mnkr (bilaga 1),", "anslå 5 mnkr (bilaga 1), samt",
         "anslå 5 mnkr (bilaga 1)."),
    ],
)  # fmt: skip
def test_a_point_that_ends_by_itself_gets_no_second_sign(
    point: str, first_of_three: str, second_of_three: str, last: str
) -> None:
    assert att_satser([point, "b", "c"])[0] == f"att {first_of_three}"
    assert att_satser(["a", point, "c"])[1] == f"att {second_of_three}"
    assert att_satser(["a", point])[1] == f"att {last}"
    for line in (first_of_three, second_of_three, last):
        assert bare_point(f"att {line}") == point


def test_subpoints_share_the_ending_of_their_point() -> None:
    typed = [
        "ge nämnden i uppdrag att",
        "a) utreda kostnaden",
        "b) höra de berörda.",
        "anslå medel",
    ]
    assert att_satser(typed) == (
        "att ge nämnden i uppdrag att",
        "a) utreda kostnaden och",
        "b) höra de berörda, samt",
        "att anslå medel.",
    )
    assert is_subpoint(typed[1])
    assert not is_subpoint(typed[3])


def test_a_point_has_a_colon_before_its_subpoints_and_they_are_an_enumeration() -> None:
    typed = ["bygga bron enligt följande", "a) bredd 3 m", "b) längd 40 m", "c) färg grön"]
    assert att_satser(typed) == (
        "att bygga bron enligt följande:",
        "a) bredd 3 m,",
        "b) längd 40 m och",
        "c) färg grön.",
    )
    assert (
        sentences(["bron byggs enligt följande:", *typed[1:]])[0] == "Bron byggs enligt följande:"
    )
    assert att_satser(att_satser(typed)) == att_satser(typed)


def test_numbers_that_somebody_typed_before_all_the_points_are_not_their_text() -> None:
    finished = ("att anta planen, samt", "att upphäva den gamla.")
    for typed in (
        ["1. anta planen", "2. upphäva den gamla"],
        ["1) att anta planen,", "2) att upphäva den gamla."],
        ["1. Att anta planen, samt", "2. upphäva den gamla"],
    ):
        assert att_satser(typed) == finished
    with_part = ["1. anta planen", "a) del ett", "2. upphäva den gamla"]
    assert att_satser(with_part) == ("att anta planen:", "a) del ett, samt", finished[1])
    for typed in (["1. anta planen", "upphäva den gamla"], ["2. anta planen", "3. upphäva den"]):
        assert att_satser(typed)[0] == f"att {typed[0]}, samt"


def test_points_as_independent_sentences() -> None:
    assert sentences(["motionen avslås", "Planen antas.", "ärendet återremitteras,"]) == (
        "Motionen avslås.",
        "Planen antas.",
        "Ärendet återremitteras.",
    )


def test_the_stop_after_an_address_is_the_sentences() -> None:
    assert att_satser(["länka till www.lund.se.", "b"])[0] == "att länka till www.lund.se, samt"


def test_a_dash_that_is_a_minus_stays() -> None:
    assert bare_point("- 415 mnkr") == "- 415 mnkr"
    assert bare_point("att-satserna skrivs om") == "att-satserna skrivs om"


def test_styled_runs_are_cut_by_the_span_and_closed_by_the_ending() -> None:
    typed = "att godkänna planen, samt"
    start, end = point_span(typed)
    assert typed[:start] == "att "
    assert typed[end:] == ", samt"
    assert point_endings([typed[start:end], "b"]) == (", samt", ".")


# Without "m.m" that lacks its stop: given one at the end, it cannot be told from "m.m.".
point_text = st.text(alphabet="abåä §50?!:.,”“-)m att samt", min_size=1, max_size=30).filter(
    lambda text: "m.m" not in text and "m. m" not in text
)


@quick
@given(st.lists(point_text, max_size=40))
def test_finished_lines_give_back_the_points_they_were_made_of(typed: list[str]) -> None:
    points = tuple(bare for text in typed if (bare := bare_point(text)))
    # A point that goes on in sub-points has a colon of its own.
    assert [bare_point(line).removesuffix(":") for line in att_satser(typed)] == [
        point.removesuffix(":") for point in points
    ]
    assert att_satser(att_satser(typed)) == att_satser(typed)


@quick
@given(st.lists(point_text, max_size=40))
def test_sentences_give_back_the_points_but_for_the_first_letter(typed: list[str]) -> None:
    points = tuple(bare for text in typed if (bare := bare_point(text)))
    again = tuple(bare_point(line) for line in sentences(typed))
    assert [p.casefold().removesuffix(":") for p in again] == [
        p.casefold().removesuffix(":") for p in points
    ]


# --- phrases -------------------------------------------------------------------------------

CHAIN = ("Kommunstyrelsens arbetsutskott", "Kommunstyrelsen", "Kommunfullmäktige")


@pytest.mark.parametrize(
    ("instances", "lead_in"),
    [
        (
            CHAIN,
            "Kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen beslutar att föreslå "
            "kommunfullmäktige besluta",
        ),
        (CHAIN[1:], "Kommunstyrelsen föreslår att kommunfullmäktige beslutar"),
        (CHAIN[2:], "Kommunfullmäktige beslutar"),
    ],
)
def test_the_decision_on_its_way_loses_a_link_in_each_instance(
    instances: tuple[str, ...], lead_in: str
) -> None:
    assert beslutskedja(instances) == lead_in


def test_a_fourth_instance_adds_a_further_link() -> None:
    assert beslutskedja(("socialnämndens arbetsutskott", "socialnämnden", *CHAIN[1:])) == (
        "Socialnämndens arbetsutskott föreslår att socialnämnden beslutar att föreslå "
        "kommunstyrelsen besluta att föreslå kommunfullmäktige besluta"
    )


def test_proper_names_keep_their_capital_within_a_sentence() -> None:
    assert beslutskedja(("Utbildningsförvaltningen", "Göteborgs Stads utbildningsnämnd")) == (
        "Utbildningsförvaltningen föreslår att Göteborgs Stads utbildningsnämnd beslutar"
    )


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Kommunstyrelsens arbetsutskott", "kommunstyrelsens arbetsutskott"),
        ("Barn- och utbildningsnämnden", "barn- och utbildningsnämnden"),
        ("Tekniska nämnden", "tekniska nämnden"),
        ("Nämnden för funktionsstöd", "nämnden för funktionsstöd"),
        ("Lunds kommuns revisorer", "Lunds kommuns revisorer"),
        ("Malmö stads nämnd", "Malmö stads nämnd"),
        ("Region Skåne", "Region Skåne"),
        ("VA SYD", "VA SYD"),
        ("KSAU", "KSAU"),
        ("kommunstyrelsen", "kommunstyrelsen"),
        ("", ""),
    ],
)
def test_an_organ_within_a_sentence(name: str, within: str) -> None:
    assert lopande(name) == within
    assert lopande(within) == within


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kommunstyrelsen", "Kommunstyrelsens"),
        ("kommunfullmäktige", "kommunfullmäktiges"),
        ("Lund", "Lunds"),
        ("Lunds", "Lunds"),
        ("Max", "Max"),
        ("Linz", "Linz"),
        ("KF", "KF:s"),
        ("KS", "KS"),
        ("Lunds Parkerings AB", "Lunds Parkerings AB:s"),
        ("Mia Honeth (L)", "Mia Honeths (L)"),
        ("Mattias Hedenrud", "Mattias Hedenruds"),
        ("Hannes Lars (S)", "Hannes Lars (S)"),
        ("barn- och utbildningsnämnden", "barn- och utbildningsnämndens"),
        ("nämnden för funktionsstöd", "nämnden för funktionsstöds"),
        ("revisorerna", "revisorernas"),
        ("", ""),
    ],
)
def test_genitive(name: str, expected: str) -> None:
    assert genitiv(name) == expected


@pytest.mark.parametrize(
    ("definite", "indefinite"),
    [
        ("kommunstyrelsen", "kommunstyrelse"),
        ("kommunfullmäktige", "kommunfullmäktige"),
        ("socialnämnden", "socialnämnd"),
        ("Socialnämnden", "Socialnämnd"),
        ("barn- och utbildningsnämnden", "barn- och utbildningsnämnd"),
        ("nämnden för funktionsstöd", "nämnd för funktionsstöd"),
        ("Nämnden för funktionsstöd", "Nämnd för funktionsstöd"),
        ("tekniska nämnden", "tekniska nämnd"),
        ("arbetsutskottet", "arbetsutskott"),
        ("valberedningen", "valberedning"),
        ("revisorerna", "revisorer"),
        ("direktionen", "direktion"),
        ("presidiet", "presidium"),
        ("kommunkontoret", "kommunkontor"),
        ("funktionshinderrådet", "funktionshinderråd"),
    ],
)
def test_definite_and_indefinite_forms(definite: str, indefinite: str) -> None:
    assert obestamd(definite) == indefinite
    assert bestamd(indefinite) == definite


def test_after_a_genitive_the_head_noun_is_indefinite_and_stays() -> None:
    for name in ("Kommunstyrelsens arbetsutskott", "Göteborgs Stads utbildningsnämnd", "VA SYD"):
        assert obestamd(name) == bestamd(name) == name
    assert f"{genitiv('Lund')} {obestamd('socialnämnden')}" == "Lunds socialnämnd"


@pytest.mark.parametrize(
    ("person", "line"),
    [
        (Narvarande("Lina Olsson", "S"), "Lina Olsson (S)"),
        (Narvarande("Anders Almgren", "S", "ordförande"), "Anders Almgren (S), ordförande"),
        (
            Narvarande("Hedvig Åkesson", "KD", tjanstgor_for=name_text("Rasmus Törnblom", "M")),
            "Hedvig Åkesson (KD), tjänstgör för Rasmus Törnblom (M)",
        ),
        (
            Narvarande("Rasmus Törnblom", "M", "vice ordförande", distans=True, ahorare=True),
            "Rasmus Törnblom (M), vice ordförande, deltar digitalt som åhörare, ej tjänstgörande",
        ),
        (
            Narvarande(
                "Hannes Wahrolén",
                uppdrag="politisk sekreterare (L)",
                paragrafer=format_paragraphs(range(28, 52)),
                distans=True,
            ),
            "Hannes Wahrolén, politisk sekreterare (L), § 28–51, deltar digitalt",
        ),
        (
            Narvarande("Helena Falk", "V", "adjungerad, kommunalråd"),
            "Helena Falk (V), adjungerad, kommunalråd",
        ),
        (Narvarande("Bo Ek", "C", ahorare=True), "Bo Ek (C), åhörare, ej tjänstgörande"),
        (
            Narvarande("Bo Ek", "C", klockan=klockan_text(dt.time(13, 10), None)),
            "Bo Ek (C), från kl. 13.10",
        ),
    ],
)
def test_presence_lines_are_those_of_the_seed(person: Narvarande, line: str) -> None:
    assert soft(narvaro_text(person)) == line


def test_when_somebody_was_there() -> None:
    assert soft(klockan_text(dt.time(0, 0), dt.time(13, 20))) == "kl. 00.00–13.20"
    assert soft(klockan_text(None, dt.time(13, 20))) == "till kl. 13.20"
    assert klockan_text(None, None) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mia Honeth (L)", ("Mia Honeth", "L")),
        ("Liv Severinsson\t(FNL)", ("Liv Severinsson", "FNL")),
        ("Partilös Person (-)", ("Partilös Person", "-")),
        ("Emma Ehrenberg", ("Emma Ehrenberg", "")),
        ("(L)", ("(L)", "")),
    ],
)
def test_name_and_parti_are_told_apart(text: str, name: tuple[str, str]) -> None:
    assert parse_name(text) == name
    assert parse_name(name_text(*name)) == name


def test_time_and_place_of_the_meeting_and_of_the_justering() -> None:
    place = "Sessionssalen, Stadshuset"
    meeting = tid_och_plats_text(day("2023-03-06"), None, dt.time(13), dt.time(13, 33), place)
    assert soft(meeting) == "2023-03-06 klockan 13.00–13.33, Sessionssalen, Stadshuset"
    assert tid_och_plats_text(day("2022-12-12"), day("2022-12-13")) == "2022-12-12–13"
    assert soft(justering_text(SEED_DAY, dt.time(8, 30))) == (
        "Digital justering tisdagen den 7 mars 2023, klockan 08.30"
    )
    assert soft(justering_text(SEED_DAY, plats="Kommunkontoret")) == (
        "Kommunkontoret, tisdagen den 7 mars 2023"
    )


def test_underlag_lines_are_those_of_the_seed() -> None:
    rubrik = "Motion från Liv Severinsson (FNL) Ge förvaltningar uppdrag"
    assert tjansteskrivelse_text("Kommunkontorets", day("2023-02-14"), rubrik) == (
        f"Kommunkontorets tjänsteskrivelse 2023-02-14 {rubrik}"
    )
    assert inkommen_text(rubrik, day("2022-12-08")) == f"{rubrik}, inkommen 2022-12-08"


# --- typography ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "den·7 mars 2023",
        "Den·12–13 december 2022",
        "§·50 och §§·23–51",
        "5·kap. 50·§ KL och 5·a·§",
        "12·500·kronor, 1·234·567,50·kr",
        "5,1·mnkr, 12,5·% och 280·mnkr (prisnivå 2024)",
        "kl.·13.00, Kl·9 och klockan·08.30",
        "A.·B.·Berg",
        "Mia Honeth·(L), Maja Grubelic·(Fi), Bo Ek·(-) och Börje Hed·(FNL)",
        "2023-03-07 KS 2022/1056 i 3 dagar, ordern 5 och den 100 meter långa vägen",
        "046-35 50 00",
    ],
)
def test_the_blanks_that_are_hard_are_these_and_no_others(text: str) -> None:
    assert hard_blanks(text.replace("·", " ")) == text.replace("·", NBSP)


@quick
@given(st.text(alphabet=f"dDeEnk§a. (S)L0125%kr\n-{NBSP}", max_size=60))
def test_hard_blanks_are_made_once_and_change_nothing_else(text: str) -> None:
    once = hard_blanks(text)
    assert hard_blanks(once) == once
    assert soft(once) == soft(text)


def test_plain_text_is_nfc_without_invisible_signs() -> None:
    assert plain(" a\u0308renden\u00a0\u2009i\u00ad \u200bKF\ufeff\n") == "ärenden i KF"


def test_first_letters() -> None:
    assert versal("ärendet") == "Ärendet"
    assert versal("”kom” sade hon") == "”Kom” sade hon"
    assert versal("3 april") == "3 april"
    assert gemen("Ordförande") == "ordförande"
    assert versal("") == gemen("") == ""


def test_unreadable_is_a_sentence_of_its_two_halves_and_travels_between_processes() -> None:
    fault = pickle.loads(pickle.dumps(Unreadable("året saknas", "2023-03-07")))
    assert str(fault) == "Året saknas. Skriv 2023-03-07."
    assert (fault.reason, fault.expected) == ("året saknas", "2023-03-07")


def test_the_formats_are_loaded_without_babel() -> None:
    code = (
        "import sys, gen.swedish.filters, gen.swedish.phrases\n"
        "assert not {'babel', 'holidays', 'openpyxl', 'pydantic'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# --- filters -------------------------------------------------------------------------------


def render(template: str, **context: object) -> str:
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.filters.update(FILTERS)
    return soft(environment.from_string(template).render(**context))


@pytest.mark.parametrize(
    ("template", "value", "expected"),
    [
        ("{{ x | datum }}", "2023-03-07", "7 mars 2023"),
        ("{{ x | datum('2023-03-08') }}", "2023-03-07", "7–8 mars 2023"),
        ("{{ x | datum(none) }}", "2023-03-07", "7 mars 2023"),
        ("{{ x | den_datum }}", "2023-03-07", "den 7 mars 2023"),
        ("{{ x | iso_datum('2022-12-13') }}", "2022-12-12", "2022-12-12–13"),
        ("{{ x | veckodag }}", "2023-03-07", "tisdagen den 7 mars 2023"),
        ("{{ x | veckodag | versal }}", "2023-03-07", "Tisdagen den 7 mars 2023"),
        ("{{ x | klockslag }}", "13:00", "13.00"),
        ("{{ x | klockslag }}", "13:00:00", "13.00"),
        ("{{ x | tidsintervall('13:33') }}", "13:00", "13.00–13.33"),
        ("{{ x | tidsintervall(none) }}", "13:00", "13.00"),
        ("{{ x | paragrafer }}", [50], "§ 50"),
        ("{{ x | paragrafer('§§') }}", [23, 24], "§§ 23–24"),
        ("{{ x | tal }}", 12500.5, "12 500,5"),
        ("{{ x | belopp }}", 12500, "12 500 kronor"),
        ("{{ x | belopp('mnkr') }}", 5.1, "5,1 mnkr"),
        ("{{ x | procent }}", 12.5, "12,5 %"),
        ("{{ x | versal }}", "ärendet", "Ärendet"),
        ("{{ x | gemen }}", "Ordförande", "ordförande"),
        ("{{ x | uppräkning }}", ["A", "B", "C"], "A, B och C"),
        ("{{ x | uppräkning('samt') }}", ["A", "B"], "A samt B"),
        ("{{ x | uppräkning }}", [], ""),
        ("{{ x | genitiv }}", "Kommunkontoret", "Kommunkontorets"),
        ("{{ x | obestämd }}", "socialnämnden", "socialnämnd"),
        ("{{ x | bestämd }}", "socialnämnd", "socialnämnden"),
        ("{{ x | löpande }}", "Kommunstyrelsen", "kommunstyrelsen"),
        ("{{ x | fasta_mellanslag }}", "Plan & bygg § 5", "Plan &amp; bygg § 5"),
        ("{% for p in x | att_satser %}{{ p }} {% endfor %}", ["a", "b"], "att a, samt att b. "),
        ("{% for p in x | meningar %}{{ p }} {% endfor %}", ["a", "b"], "A. B. "),
    ],
)
def test_filters_in_a_template(template: str, value: object, expected: str) -> None:
    assert render(template, x=value) == expected


@pytest.mark.parametrize("name", FILTERS)
def test_absent_values_print_nothing(name: str) -> None:
    loop = "{% for p in x | NAME %}{{ p }}{% endfor %}{% if not (x | NAME) %}{% endif %}"
    assert render(loop.replace("NAME", name), x=None) == ""


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_refuses_what_it_is_not_for_by_its_name_and_in_swedish(name: str) -> None:
    for wrong in (True, {"a": 1}, b"2023-03-07"):
        with pytest.raises(ValueError, match=rf"^{name}: filtret tar emot .*, men fick "):
            FILTERS[name](wrong)
    with pytest.raises(ValueError, match=rf"^{name}: fel antal"):
        FILTERS[name](None, "a", "b")


@pytest.mark.parametrize("name", FILTERS)
def test_a_field_that_does_not_exist_is_told_as_such(name: str) -> None:
    with pytest.raises(UndefinedError, match="finns_inte"):
        render(f"{{{{ finns_inte | {name} }}}}")


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("datum", ("7 mars 2023",)),
        ("datum", ("20230307",)),
        ("datum", ("2023-02-30",)),
        ("datum", ("",)),
        ("datum", ("2023-03-07", "2023-03-06")),
        ("veckodag", (20230307,)),
        ("klockslag", ("25:00",)),
        ("klockslag", ("13.00",)),
        ("paragrafer", ("§ 50",)),
        ("paragrafer", ([50], "¶")),
        ("belopp", ("12500",)),
        ("belopp", (5, "dollar")),
        ("tal", (float("nan"),)),
        ("uppräkning", ("A, B",)),
        ("uppräkning", ([1, 2],)),
    ],
)
def test_a_filter_takes_just_what_the_context_holds(name: str, args: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match=f"^{name}: "):
        FILTERS[name](*args)


def test_every_filter_tells_the_vocabulary_listing_what_it_makes() -> None:
    def told(function: Callable[..., object]) -> str:
        return function.__doc__ or ""

    assert all(
        told(f).endswith(".") and ("blir" in told(f) or "ger" in told(f)) for f in FILTERS.values()
    )
