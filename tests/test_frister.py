"""Day counting of lagen (1930:173) against the court, real anslag, and an almanac of its own."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen import frister
from gen.frister import (
    adjusted_latest,
    announced_everywhere,
    closed,
    decided_within_a_year,
    earliest_down,
    laga_kraft,
    last_day_to_appeal,
    next_open,
    posted_latest,
    previous_open,
    proclaimed_latest,
    summoned_latest,
    urgent_latest,
)

day = dt.date.fromisoformat
ONE = dt.timedelta(days=1)


# --- the almanac, computed from lagen (1989:253) with nothing of gen or of a library ---------


def easter_sunday(year: int) -> dt.date:
    """Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, rest = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, rest + 1)


def saturday_from(start: dt.date) -> dt.date:
    return start + dt.timedelta(days=(5 - start.weekday()) % 7)


def closed_by_law(year: int) -> set[dt.date]:
    """Days of 2 § lagen (1930:173) in a year from 2005 on (6 June instead of annandag pingst)."""
    easter = easter_sunday(year)
    midsummer = saturday_from(dt.date(year, 6, 20))
    fixed = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
    days = {dt.date(year, month, date) for month, date in fixed}
    days |= {easter + dt.timedelta(days=n) for n in (-2, 0, 1, 39, 49)}
    days |= {midsummer - ONE, midsummer, saturday_from(dt.date(year, 10, 31))}
    start = dt.date(year, 1, 1)
    every_day = (
        start + dt.timedelta(days=n) for n in range((dt.date(year + 1, 1, 1) - start).days)
    )
    return days | {d for d in every_day if d.weekday() >= 5}


@pytest.mark.parametrize("year", range(2020, 2031))
def test_closed_days_are_those_of_the_law(year: int) -> None:
    start = dt.date(year, 1, 1)
    days = [start + dt.timedelta(days=n) for n in range((dt.date(year + 1, 1, 1) - start).days)]
    assert {d for d in days if closed(d)} == closed_by_law(year)


def test_last_day_is_the_next_working_day_after_day_20() -> None:
    """The formula of the workbook, WORKDAY(anslag + 20; 1; stängda dagar), for each day."""
    shut = set().union(*(closed_by_law(year) for year in range(2020, 2032)))
    anslag = day("2020-01-01")
    while anslag < day("2031-01-01"):
        expected = anslag + dt.timedelta(days=21)
        while expected in shut:
            expected += ONE
        assert last_day_to_appeal(anslag).date == expected, anslag
        anslag += ONE


# --- the vectors ---------------------------------------------------------------------------

REAL_ANSLAG = [
    ("Lund KSAU", "2023-03-08", "2023-03-29", "2023-03-30"),
    ("Söderhamn ASN", "2019-02-05", "2019-02-26", "2019-02-27"),
    ("Högsby KF", "2017-09-12", "2017-10-03", "2017-10-04"),
    ("Ljusdal KS", "2014-03-12", "2014-04-02", "2014-04-03"),
    ("Nynäshamn SN AU", "2020-08-18", "2020-09-08", "2020-09-09"),
    ("Malung-Sälen KF", "2017-10-27", "2017-11-17", "2017-11-18"),
    ("SN", "2019-09-27", "2019-10-18", "2019-10-19"),
    ("Kramfors KSAU", "2018-04-03", "2018-04-24", "2018-04-25"),
    ("Sunne KF", "2011-04-04", "2011-04-26", "2011-04-27"),
]

CAME_DOWN = [
    "2023-03-30",
    "2019-02-27",
    "2017-10-04",
    "2014-04-03",
    "2020-09-09",
    "2017-11-20",
    "2019-10-20",
    "2018-04-25",
    "2011-04-26",
]
EASTERS = [
    "04-12",
    "04-04",
    "04-17",
    "04-09",
    "03-31",
    "04-20",
    "04-05",
    "03-28",
    "04-16",
    "04-01",
    "04-21",
]
LAST_DAYS = [
    ("2024-03-08", "2024-04-02"),
    ("2024-04-10", "2024-05-02"),
    ("2024-04-18", "2024-05-10"),
    ("2024-05-16", "2024-06-07"),
    ("2024-05-31", "2024-06-24"),
    ("2024-12-03", "2024-12-27"),
    ("2024-12-04", "2024-12-27"),
    ("2024-12-05", "2024-12-27"),
    ("2024-12-10", "2025-01-02"),
    ("2024-12-11", "2025-01-02"),
    ("2024-12-16", "2025-01-07"),
    ("2025-05-30", "2025-06-23"),
    ("2025-12-03", "2025-12-29"),
    ("2026-03-13", "2026-04-07"),
    ("2026-04-23", "2026-05-15"),
]


@pytest.mark.parametrize(("organ", "up", "last", "down"), REAL_ANSLAG)
def test_real_anslag(organ: str, up: str, last: str, down: str) -> None:
    assert last_day_to_appeal(day(up)).date == day(last)
    assert earliest_down(day(up)).date == day(down)
    assert laga_kraft(day(up)).date == day(down)


def test_of_the_real_anslag_only_that_of_sunne_came_down_too_early() -> None:
    early = [
        organ
        for (organ, up, _, _), down in zip(REAL_ANSLAG, CAME_DOWN, strict=True)
        if day(down) < earliest_down(day(up)).date
    ]
    assert early == ["Sunne KF"]


def test_the_almanac_of_these_tests_gives_the_known_days_too() -> None:
    """Nothing of gen: known Easters, and the vectors counted by the days of the law alone."""
    assert [easter_sunday(year).isoformat()[5:] for year in range(2020, 2031)] == EASTERS
    real = [(up, last) for _, up, last, _ in REAL_ANSLAG]
    for up, last in real + LAST_DAYS:
        counted = day(up) + dt.timedelta(days=21)
        while counted in closed_by_law(counted.year):
            counted += ONE
        assert counted == day(last), up


def test_ra_1994_not_353_nyarsafton_moves_the_last_day_to_2_january() -> None:
    assert last_day_to_appeal(day("1991-12-10")).date == day("1992-01-02")


def test_ra_1994_not_282_a_complaint_on_27_december_was_late() -> None:
    last = last_day_to_appeal(day("1993-12-01")).date
    assert last == day("1993-12-22")
    assert day("1993-12-27") > last


@pytest.mark.parametrize(("up", "last"), LAST_DAYS)
def test_last_day_to_appeal_past_closed_days(up: str, last: str) -> None:
    assert last_day_to_appeal(day(up)).date == day(last)


@pytest.mark.parametrize(
    ("meeting", "latest"),
    [
        ("2023-03-06", "2023-03-20"),
        ("2024-12-10", "2024-12-27"),
        ("2025-04-04", "2025-04-22"),
        ("2026-06-05", "2026-06-22"),
    ],
)
def test_justering_within_14_days(meeting: str, latest: str) -> None:
    assert adjusted_latest(day(meeting)).date == day(latest)


@pytest.mark.parametrize(
    ("justerat", "latest"),
    [
        ("2023-03-07", "2023-03-09"),
        ("2025-04-17", "2025-04-22"),
        ("2025-12-22", "2025-12-29"),
    ],
)
def test_anslag_on_the_second_day_after_justering(justerat: str, latest: str) -> None:
    assert posted_latest(day(justerat)).date == day(latest)


def test_annandag_pingst_was_a_helgdag_until_2004_and_6_june_is_one_since() -> None:
    assert closed(day("2004-05-31")) == "annandag pingst"
    assert closed(day("2005-05-16")) == ""
    assert closed(day("2003-06-06")) == ""
    assert "nationaldag" in closed(day("2005-06-06"))


@pytest.mark.parametrize(
    ("when", "name"),
    [
        ("2023-03-08", ""),
        ("2024-03-28", ""),  # skärtorsdagen
        ("2024-04-30", ""),  # valborgsmässoafton
        ("2024-05-10", ""),  # klämdag
        ("2024-03-29", "långfredagen"),
        ("2024-03-30", "lördag"),
        ("2024-04-07", "söndag"),
        ("2024-05-09", "Kristi himmelsfärdsdag"),
        ("2024-06-21", "midsommarafton"),
        ("2024-06-22", "midsommardagen"),
        ("2024-11-02", "alla helgons dag"),
        ("2008-05-01", "första maj och Kristi himmelsfärdsdag"),
    ],
)
def test_a_closed_day_is_named(when: str, name: str) -> None:
    assert closed(day(when)) == name


# --- back from the sammanträde, the motion's year, the gemensam nämnd ------------------------


@pytest.mark.parametrize(
    ("meeting", "latest"),
    [
        ("2023-03-30", "2023-03-23"),
        ("2024-04-05", "2024-03-29"),  # långfredagen
        ("2024-01-08", "2024-01-01"),
        ("2024-12-31", "2024-12-24"),
        ("2024-03-07", "2024-02-29"),
    ],
)
def test_a_week_before_the_sammantrade_is_not_moved(meeting: str, latest: str) -> None:
    assert proclaimed_latest(day(meeting)).date == day(latest)
    assert summoned_latest(day(meeting)).date == day(latest)


def test_a_closed_day_a_week_before_is_told_with_the_day_when_somebody_is_at_work() -> None:
    assert plain_reasons(proclaimed_latest(day("2024-04-05"))) == [
        "en vecka före sammanträdet fredagen den 5 april 2024 är fredagen den 29 mars 2024 "
        "(5 kap. 13 § KL)",
        "långfredagen, men en tid som räknas bakåt flyttas inte: är ingen på plats då, gör det "
        "senast torsdagen den 28 mars 2024",
    ]
    assert plain_reasons(summoned_latest(day("2023-03-30"))) == [
        "en vecka före sammanträdet torsdagen den 30 mars 2023 är torsdagen den 23 mars 2023 "
        "(5 kap. 15 § KL)"
    ]


@pytest.mark.parametrize(
    ("meeting", "latest", "doubtful"),
    [
        ("2023-03-30", "2023-03-29", ""),
        ("2023-03-06", "2023-03-03", "lördag"),
        ("2024-01-08", "2024-01-05", ""),  # the Saturday was trettondedag jul, a helgdag
        ("2024-04-02", "2024-03-28", "lördag"),  # påskafton; the days around it are helgdagar
        ("2023-06-26", "2023-06-22", "midsommarafton"),
        ("2024-12-27", "2024-12-23", "julafton"),
        ("2024-01-02", "2023-12-29", "lördag"),  # nyårsafton fell on a Sunday
        ("2025-01-02", "2024-12-30", "nyårsafton"),
    ],
)
def test_a_bradskande_arende_is_announced_the_vardag_before(
    meeting: str, latest: str, doubtful: str
) -> None:
    frist = urgent_latest(day(meeting))
    assert frist.date == day(latest)
    first, *rest = plain_reasons(frist)
    assert first.startswith("vardagen närmast före sammanträdet")
    assert first.endswith("(5 kap. 14 § KL)")
    assert rest == (
        [f"lagen säger inte om {doubtful} räknas som vardag här: den tidigare, säkra dagen gäller"]
        if doubtful
        else []
    )


@pytest.mark.parametrize(
    ("raised", "by"),
    [
        ("2022-12-08", "2023-12-08"),
        ("2024-02-29", "2025-02-28"),
        ("2023-02-28", "2024-02-28"),
        ("2023-03-01", "2024-03-01"),
        ("2023-06-08", "2024-06-08"),  # a Saturday stays
    ],
)
def test_the_year_of_a_motion_ends_on_the_same_date(raised: str, by: str) -> None:
    assert decided_within_a_year(day(raised)).date == day(by)


def test_the_year_of_a_motion_from_29_february_tells_why_it_ends_on_the_28th() -> None:
    assert plain_reasons(decided_within_a_year(day("2024-02-29"))) == [
        "ett år efter torsdagen den 29 februari 2024 är fredagen den 28 februari 2025 "
        "(5 kap. 35 § KL)",
        "den 29 februari finns inte 2025: månadens sista dag gäller (1 § lagen 1930:173)",
    ]
    assert plain_reasons(decided_within_a_year(day("2023-06-08")))[1:] == [
        "lördag: dagen flyttas inte framåt här, för säkerhets skull"
    ]


def test_a_gemensam_namnd_counts_from_the_last_of_the_boards() -> None:
    everywhere = announced_everywhere([day("2023-03-08"), day("2023-03-10"), day("2023-03-09")])
    assert everywhere.date == day("2023-03-10")
    assert plain_reasons(everywhere) == [
        "gemensam nämnd: tiden räknas från fredagen den 10 mars 2023, då justeringen var "
        "tillkännagiven på alla kommunernas anslagstavlor (13 kap. 5 § KL)"
    ]


def test_a_sammantrade_of_several_days_is_justerat_from_its_last_day() -> None:
    first, last = day("2022-12-12"), day("2022-12-13")
    assert adjusted_latest(last).date == day("2022-12-27")
    assert adjusted_latest(first).date == day("2022-12-27")  # the 26th is annandag jul
    assert adjusted_latest(day("2022-11-22")).date == day("2022-12-06")
    assert adjusted_latest(day("2022-11-21")).date == day("2022-12-05")


# --- conventions and reasons ---------------------------------------------------------------


def test_nasta_arbetsdag_takes_the_anslag_down_when_somebody_is_at_work() -> None:
    assert earliest_down(day("2017-10-27"), "nästa arbetsdag").date == day("2017-11-20")
    assert earliest_down(day("2023-03-08"), "nästa arbetsdag") == earliest_down(day("2023-03-08"))


def test_an_unknown_convention_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="första möjliga dag eller nästa arbetsdag"):
        earliest_down(day("2023-03-08"), "någon gång")  # type: ignore[arg-type]


def plain_reasons(frist: frister.Frist) -> list[str]:
    return [reason.replace("\u00a0", " ") for reason in frist.because]


def test_reasons_tell_the_count_and_the_move() -> None:
    assert plain_reasons(last_day_to_appeal(day("2023-03-08"))) == [
        "tre veckor efter anslaget onsdagen den 8 mars 2023 är onsdagen den 29 mars 2023 "
        "(13 kap. 5 § KL)"
    ]
    assert plain_reasons(earliest_down(day("2024-03-08"))) == [
        "tre veckor efter anslaget fredagen den 8 mars 2024 är fredagen den 29 mars 2024 "
        "(13 kap. 5 § KL)",
        "långfredagen, lördag, påskdagen och annandag påsk räknas inte som sista dag: "
        "flyttas till tisdagen den 2 april 2024 (2 § lagen 1930:173)",
        "onsdagen den 3 april 2024 är dagen efter (8 kap. 12 § KL)",
    ]
    assert plain_reasons(earliest_down(day("2017-10-27"), "nästa arbetsdag"))[-1] == (
        "tas ned nästa arbetsdag, måndagen den 20 november 2017"
    )


def test_nothing_is_computed_where_the_closed_days_are_not_known() -> None:
    for year in (1952, 2101):
        with pytest.raises(ValueError, match="1953–2100"):
            closed(dt.date(year, 6, 1))


def test_the_almanac_is_loaded_when_a_day_is_counted_and_not_before() -> None:
    code = (
        "import sys, datetime, gen.frister as f\n"
        "assert not {'holidays', 'babel'} & set(sys.modules)\n"
        "f.closed(datetime.date(2023, 3, 8))\n"
        "assert 'holidays' in sys.modules\n"
        "assert 'holidays.countries' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# --- what holds for every day --------------------------------------------------------------

some_day = st.dates(min_value=dt.date(1953, 1, 1), max_value=dt.date(2099, 12, 31))
every_frist = st.sampled_from([adjusted_latest, posted_latest, last_day_to_appeal])
many = settings(max_examples=200, deadline=None)


@many
@given(every_frist, some_day)
def test_a_last_day_is_never_closed(frist: object, given_day: dt.date) -> None:
    assert callable(frist)
    assert closed(frist(given_day).date) == ""


@many
@given(some_day)
def test_the_last_day_is_the_same_weekday_unless_that_day_is_closed(anslag: dt.date) -> None:
    day_21 = anslag + dt.timedelta(days=21)
    last = last_day_to_appeal(anslag).date
    assert last >= day_21
    assert (last.weekday() == anslag.weekday() and last == day_21) == (closed(day_21) == "")


@many
@given(every_frist, some_day, st.integers(0, 60))
def test_a_later_day_never_gives_an_earlier_frist(
    frist: object, given_day: dt.date, more: int
) -> None:
    assert callable(frist)
    later = min(given_day + dt.timedelta(days=more), dt.date(2099, 12, 31))
    assert frist(given_day).date <= frist(later).date


@many
@given(some_day)
def test_the_anslag_stays_up_over_the_last_day(anslag: dt.date) -> None:
    last = last_day_to_appeal(anslag).date
    assert earliest_down(anslag).date == last + ONE == laga_kraft(anslag).date
    working = earliest_down(anslag, "nästa arbetsdag").date
    assert working == next_open(last + ONE)
    assert closed(working) == ""


@many
@given(some_day.filter(lambda d: d >= dt.date(1953, 2, 1)))
def test_back_from_the_sammantrade_nothing_comes_later(meeting: dt.date) -> None:
    notice, urgent = proclaimed_latest(meeting).date, urgent_latest(meeting).date
    assert meeting - notice == dt.timedelta(days=7)
    assert notice == summoned_latest(meeting).date
    assert urgent == previous_open(meeting - ONE) < meeting
    assert closed(urgent) == ""
    assert all(closed(urgent + dt.timedelta(days=n)) for n in range(1, (meeting - urgent).days))


@many
@given(some_day)
def test_the_year_ends_in_the_same_month_of_the_next_year(raised: dt.date) -> None:
    by = decided_within_a_year(raised).date
    assert (by.year, by.month) == (raised.year + 1, raised.month)
    assert by.day == raised.day or (raised.day, by.day) == (29, 28)


@many
@given(st.lists(some_day, min_size=1, max_size=4))
def test_more_boards_never_shorten_the_time(boards: list[dt.date]) -> None:
    counted = announced_everywhere(boards).date
    assert counted in boards
    last = last_day_to_appeal(counted).date
    assert all(last_day_to_appeal(board).date <= last for board in boards)
