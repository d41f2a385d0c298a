"""The statutory days of a protokoll: from a day that is given, a day with its reasons.

Counting by lagen (1930:173) om beräkning av lagstadgad tid: a period in weeks ends on the
weekday it began with (1 §), and a last day for doing something that falls on a söndag,
another allmän helgdag, lördag, midsommarafton, julafton or nyårsafton moves to the next
vardag (2 §). Only periods that run forward move; those that run back from a sammanträde never
do. Pure: every day counted from is given.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from gen.swedish.dates import weekday_text
from gen.swedish.lists import list_text
from gen.swedish.typography import hard_blanks

FIRST_YEAR, LAST_YEAR = 1953, 2100
"""Years whose closed days are known: lagen (1952:48) moved some of them, the almanac of
`holidays` ends. Outside them nothing is computed rather than something wrong."""

NedtagningConvention = Literal["första möjliga dag", "nästa arbetsdag"]
"""The kommun's habit (Stil: `Anslag tas ned`) for a first lawful day when nobody is at work."""

CONVENTIONS: tuple[NedtagningConvention, ...] = ("första möjliga dag", "nästa arbetsdag")


class UnknownYear(ValueError):  # noqa: N818 - what the day is, as a reader of dates says it
    """A day cannot be counted, for the closed days of that year are not known."""


@dataclass(frozen=True, slots=True)
class Frist:
    """A day, and in Swedish clauses how it was found."""

    date: dt.date
    because: tuple[str, ...]


@cache
def _sweden() -> Any:
    """The almanac class of `holidays`, loaded when the first day is counted, and it alone.

    Its package imports 250 countries with any one of them (0.15 s, and 2 s before Python
    has compiled them); the module of one country needs none of the others (0.08 s).
    """
    package = importlib.util.find_spec("holidays")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("No module named 'holidays'", name="holidays")
    source = Path(package.origin).with_name("countries") / "sweden.py"
    spec = importlib.util.spec_from_file_location("gen_holidays_sweden", source)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module in {source}", name="holidays.countries.sweden")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Sweden


@cache
def _named_days(year: int) -> dict[dt.date, str]:
    """Closed days of the year that have a name of their own; Sundays as such are left out."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnknownYear(f"frister kan räknas för åren {FIRST_YEAR}–{LAST_YEAR}, inte för {year}")
    Sweden = _sweden()  # noqa: N806
    # Older releases count the three aftnar as public and know no category de_facto.
    categories = {"public", "de_facto"} & set(Sweden.supported_categories)
    almanac = Sweden(
        years=year, language="sv", categories=tuple(sorted(categories)), include_sundays=False
    )
    return {day: _in_a_sentence(name) for day, name in almanac.items()}


def _in_a_sentence(names: str) -> str:
    """`Långfredagen` → `långfredagen`; two names on one day are joined with och."""
    return list_text(
        [
            n if n.startswith(("Kristi", "Sveriges")) else n[0].lower() + n[1:]
            for n in names.split("; ")
        ]
    )


def closed(day: dt.date) -> str:
    """Why `day` cannot be the last day for doing something (2 §), or "" when it can."""
    name = _named_days(day.year).get(day, "")
    return name or {5: "lördag", 6: "söndag"}.get(day.weekday(), "")


def next_open(day: dt.date) -> dt.date:
    """`day` itself if it is a vardag in the sense of 2 §, else the first one after it."""
    while closed(day):
        day += dt.timedelta(days=1)
    return day


def previous_open(day: dt.date) -> dt.date:
    """`day` itself if it is a vardag in the sense of 2 §, else the last one before it."""
    while closed(day):
        day -= dt.timedelta(days=1)
    return day


# --- before the sammanträde ----------------------------------------------------------------


def proclaimed_latest(meeting_first_day: dt.date) -> Frist:
    """Last day for fullmäktige's kungörelse to be announced: a week before (5 kap. 13 § KL)."""
    return _a_week_before(meeting_first_day, "5 kap. 13 § KL")


def summoned_latest(meeting_first_day: dt.date) -> Frist:
    """Last day for every ledamot and ersättare of fullmäktige to be called (5 kap. 15 § KL)."""
    return _a_week_before(meeting_first_day, "5 kap. 15 § KL")


_UNSETTLED = ("lördag", "midsommarafton", "julafton", "nyårsafton")
"""Closed by 2 § lagen (1930:173) only; whether 5 kap. 14 § KL calls them vardag is not settled."""


def urgent_latest(meeting_first_day: dt.date) -> Frist:
    """Last day to announce a brådskande ärende: the vardag just before (5 kap. 14 § KL)."""
    before = meeting_first_day - dt.timedelta(days=1)
    day = previous_open(before)
    passed = (day + dt.timedelta(days=n) for n in range(1, (before - day).days + 1))
    doubtful = [closed(d) for d in passed if closed(d) in _UNSETTLED and d.weekday() != 6]
    reasons = [
        f"vardagen närmast före sammanträdet {weekday_text(meeting_first_day)} är "
        f"{weekday_text(day)} (5 kap. 14 § KL)"
    ]
    if doubtful:
        reasons.append(
            f"lagen säger inte om {list_text(doubtful, 'eller')} räknas som vardag här: "
            "den tidigare, säkra dagen gäller"
        )
    return Frist(day, tuple(map(hard_blanks, reasons)))


def decided_within_a_year(raised: dt.date) -> Frist:
    """The year of a motion or a medborgarförslag from the day it was väckt (5 kap. 35 § KL).

    It is not moved: whether the 2 § of lagen (1930:173) reaches a duty of fullmäktige is not
    settled, and there is a safe side.
    """
    year = raised.year + 1
    try:
        day, missing = raised.replace(year=year), False
    except ValueError:
        day, missing = dt.date(year, 2, 28), True
    reasons = [f"ett år efter {weekday_text(raised)} är {weekday_text(day)} (5 kap. 35 § KL)"]
    if missing:
        reasons.append(
            f"den 29 februari finns inte {year}: månadens sista dag gäller (1 § lagen 1930:173)"
        )
    if name := closed(day):
        reasons.append(f"{name}: dagen flyttas inte framåt här, för säkerhets skull")
    return Frist(day, tuple(map(hard_blanks, reasons)))


# --- after the sammanträde -----------------------------------------------------------------


def adjusted_latest(meeting_last_day: dt.date) -> Frist:
    """Last day for the justering: 14 days after the meeting's last day (5 kap. 69 § KL)."""
    return _ends(
        meeting_last_day + dt.timedelta(days=14),
        f"14 dagar efter sammanträdet {weekday_text(meeting_last_day)}",
        "5 kap. 69 § KL",
    )


def posted_latest(justerat: dt.date) -> Frist:
    """Last day for the justering to be announced: 2 days after it (8 kap. 12 § KL)."""
    return _ends(
        justerat + dt.timedelta(days=2),
        f"andra dagen efter justeringen {weekday_text(justerat)}",
        "8 kap. 12 § KL",
    )


def announced_everywhere(anslag: Collection[dt.date]) -> Frist:
    """The day that the time to appeal a beslut of a gemensam nämnd runs from (13 kap. 5 § KL).

    `anslag`: the day on each kommun's board; it counts from when all of them had it.
    """
    day = max(anslag)
    reason = (
        f"gemensam nämnd: tiden räknas från {weekday_text(day)}, då justeringen var "
        "tillkännagiven på alla kommunernas anslagstavlor (13 kap. 5 § KL)"
    )
    return Frist(day, (hard_blanks(reason),))


def last_day_to_appeal(anslag: dt.date) -> Frist:
    """Three weeks from the day the justering was announced (13 kap. 5 § KL).

    For a gemensam nämnd `anslag` is the day of `announced_everywhere`.
    """
    return _ends(
        anslag + dt.timedelta(weeks=3),
        f"tre veckor efter anslaget {weekday_text(anslag)}",
        "13 kap. 5 § KL",
    )


def earliest_down(
    anslag: dt.date, convention: NedtagningConvention = "första möjliga dag"
) -> Frist:
    """First day the anslag may come down: the appeal time has run out (8 kap. 12 § KL)."""
    if convention not in CONVENTIONS:
        raise ValueError(
            f"”{convention}” är inget sätt att ta ned anslag: {list_text(CONVENTIONS, 'eller')}"
        )
    last = last_day_to_appeal(anslag)
    first = last.date + dt.timedelta(days=1)
    because = (
        *last.because,
        hard_blanks(f"{weekday_text(first)} är dagen efter (8 kap. 12 § KL)"),
    )
    if convention == "första möjliga dag":
        return Frist(first, because)
    working = next_open(first)
    if working == first:
        return Frist(first, because)
    return Frist(working, (*because, f"tas ned nästa arbetsdag, {weekday_text(working)}"))


def laga_kraft(anslag: dt.date) -> Frist:
    """The day a beslut is final if nobody has appealed: the day after the last day to do so."""
    last = last_day_to_appeal(anslag)
    first = last.date + dt.timedelta(days=1)
    return Frist(
        first,
        (
            *last.because,
            f"{weekday_text(first)} är dagen efter, om ingen har överklagat",
        ),
    )


def _ends(day: dt.date, counted: str, statute: str) -> Frist:
    """`day` or the vardag it moves to, with the clause for the count and one for the move."""
    reasons = [hard_blanks(f"{counted} är {weekday_text(day)} ({statute})")]
    end = next_open(day)
    if end != day:
        passed = [closed(day + dt.timedelta(days=n)) for n in range((end - day).days)]
        reasons.append(
            hard_blanks(
                f"{list_text(passed)} räknas inte som sista dag: "
                f"flyttas till {weekday_text(end)} (2 § lagen 1930:173)"
            )
        )
    return Frist(end, tuple(reasons))


def _a_week_before(meeting_first_day: dt.date, statute: str) -> Frist:
    """The same weekday the week before, closed or not: the period ends at the sammanträde."""
    day = meeting_first_day - dt.timedelta(weeks=1)
    reasons = [
        f"en vecka före sammanträdet {weekday_text(meeting_first_day)} är "
        f"{weekday_text(day)} ({statute})"
    ]
    if name := closed(day):
        reasons.append(
            f"{name}, men en tid som räknas bakåt flyttas inte: är ingen på plats då, gör det "
            f"senast {weekday_text(previous_open(day))}"
        )
    return Frist(day, tuple(map(hard_blanks, reasons)))
