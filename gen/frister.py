"""The statutory days of a protokoll: from a day that is given, a day with its reasons.

Counting by lagen (1930:173) om beräkning av lagstadgad tid: a period in weeks ends on the
weekday it began with (1 §), and a last day for doing something that falls on a söndag,
another allmän helgdag, lördag, midsommarafton, julafton or nyårsafton moves to the next
vardag (2 §). Only periods that run forward move. Pure: every day counted from is given.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
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
        raise ValueError(f"frister kan räknas för åren {FIRST_YEAR}–{LAST_YEAR}, inte för {year}")
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


def last_day_to_appeal(anslag: dt.date) -> Frist:
    """Three weeks from the day the justering was announced (13 kap. 5 § KL).

    For a gemensam nämnd `anslag` is the day when it stood on the last of the boards.
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
