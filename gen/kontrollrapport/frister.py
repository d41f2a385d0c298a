"""A meeting with its register in, its statutory days out: a calendar to look at, a list to read.

The calendar is a table like any other, week by week as an almanac shows them, so that it can be
read aloud and edited; each marked day says in words what it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from gen import frister as law
from gen import kalender, text
from gen.jobs import JSON
from gen.kalender import TITLES, Dag, Kalender, Vad
from gen.model import Sammantrade
from gen.register import Register
from gen.swedish.dates import date_text, weekday_name
from gen.swedish.lists import list_text
from gen.swedish.typography import versal
from gen.text import Column, Json

_WEEK = dt.timedelta(weeks=1)
_GAP = 3
"""So many weeks with nothing in them are left out of the calendar."""

_ON_THE_DAY: Mapping[Vad, tuple[str, str]] = {
    Vad.KUNGORELSE: ("Kungörelsen anslås senast", "Kungörelsen anslagen"),
    Vad.KALLELSE: ("Kallelsen lämnas senast", "Kallelsen skickad"),
    Vad.BRADSKANDE: ("Brådskande ärende kungörs senast", ""),
    Vad.JUSTERING: ("Justeras senast", "Justerat"),
    Vad.ANSLAG: ("Anslås senast", "Anslaget uppsatt"),
    Vad.SISTA_DAG: ("Sista dag att överklaga", "Sista dag, i kalkylbladet"),
    Vad.NED: ("Tas ned tidigast", "Tas ned, i kalkylbladet"),
    Vad.LAGA_KRAFT: ("Laga kraft", ""),
}
"""What a day is called where there is little room: the law's day, and the day in the workbook.

Not the year of a motion: it may be any number of months away, and stands in the list."""

Events = Mapping[dt.date, Sequence[str]]


def frister(meeting: Sammantrade, register: Register) -> dict[str, JSON]:
    """`finns` tells whether there are any days; `inledning` says how they are counted, or why
    there are none; `kalender` and `tabell` are blocks."""
    try:
        calendar = kalender.of_meeting(meeting, register)
    except law.UnknownYear as error:
        return none(f"Dagarna kan inte räknas: {error}.")
    if calendar is None:
        return none("Dagarna kan räknas när sammanträdesdatumet går att läsa.")
    if not calendar.dagar:
        return none("Inga dagar att räkna: sammanträdet är inställt.")
    told = (
        "Räknade från dagarna i kalkylbladet, enligt kommunallagen och lagen (1930:173) om "
        "beräkning av lagstadgad tid. Grå dagar är lördagar, söndagar, helgdagar och aftnar."
    )
    return {
        "finns": True,
        "inledning": told,
        "kalender": text.content([*_calendar(_events(meeting, calendar))]),
        "tabell": text.content([_table(calendar)]),
    }


def none(why: str) -> dict[str, JSON]:
    """No days, and why there are none; without a reason nothing is said of them."""
    nothing = text.content([])
    return {"finns": False, "inledning": why, "kalender": nothing, "tabell": nothing}


# -- the list ---------------------------------------------------------------------------


def _table(calendar: Kalender) -> Json:
    columns = (
        Column("Dag", 4),
        Column("Vad, och varför den dagen", 12),
        Column("I kalkylbladet", 4),
    )
    told: set[str] = set()
    days = sorted(calendar.dagar, key=lambda day: day.datum or dt.date.max)
    rows = [[_day(day.datum), _what(day, told), _day(day.i_kalkylbladet)] for day in days]
    return text.table(columns, rows, description=f"Lagens dagar: {calendar.rubrik}.")


def _day(day: dt.date | None) -> list[Json]:
    if day is None:
        return [text.paragraph("–", "tabelltext")]
    note = text.paragraph(weekday_name(day), "tabellnot")
    return [text.paragraph(day.isoformat(), "tabelltext"), note]


def _what(day: Dag, told: set[str]) -> list[Json]:
    """What it is of what; below it the reasons that are not told already."""
    what = TITLES[day.vad] + (f" – {day.galler}" if day.galler else "")
    reasons = [reason for reason in day.skal if reason not in told]
    told.update(reasons)
    notes = [text.paragraph(f"{versal(reason)}.", "tabellnot") for reason in reasons]
    return [text.paragraph(what, "tabelltext"), *notes]


# -- the calendar -----------------------------------------------------------------------


def _events(meeting: Sammantrade, calendar: Kalender) -> Events:
    """What is to be said on which day; of which §§ only where a meeting has several protokoll."""
    out: dict[dt.date, list[str]] = {}

    def add(day: dt.date | None, what: str, galler: str = "") -> None:
        told = f"{what}: {galler}" if galler else what
        if day is not None and what and told not in out.setdefault(day, []):
            out[day].append(told)

    last = meeting.sista_dag or meeting.datum
    add(meeting.datum, "Sammanträde")
    add(last if last != meeting.datum else None, "Sammanträdets sista dag")
    if meeting.justerat is None:
        add(meeting.justering_planerad, "Justering planerad")
    for day in calendar.dagar:
        if day.vad in _ON_THE_DAY:
            of_law, in_workbook = _ON_THE_DAY[day.vad]
            galler = day.galler if meeting.delprotokoll else ""
            add(day.i_kalkylbladet, in_workbook, galler)
            add(day.datum, of_law, galler)
    return out


def _calendar(events: Events) -> Iterator[Json]:
    """A table for each row of weeks with no long gap in it."""
    for first, last in _spans(sorted({_monday(day) for day in events})):
        weeks = [first + n * _WEEK for n in range((last - first).days // 7 + 1)]
        yield text.paragraph(_caption(first, last + dt.timedelta(days=6)), "kalendertitel")
        names = [weekday_name(first + dt.timedelta(days=n)) for n in range(7)]
        columns = [Column("vecka", 5), *(Column(name, 11) for name in names)]
        yield text.table(
            columns,
            [_week(monday, first, events) for monday in weeks],
            description=_description(events, first, last),
            style="kalender",
            heading="kalenderrubrik",
        )


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _spans(mondays: Sequence[dt.date]) -> list[tuple[dt.date, dt.date]]:
    out: list[tuple[dt.date, dt.date]] = []
    for monday in mondays:
        if out and monday - out[-1][1] <= _GAP * _WEEK:
            out[-1] = (out[-1][0], monday)
        else:
            out.append((monday, monday))
    return out


def _caption(first: dt.date, last: dt.date) -> str:
    """`Vecka 10–13, mars 2023`; `Vecka 50–1, december 2024–januari 2025`."""
    one, other = first.isocalendar().week, last.isocalendar().week
    weeks = f"{one}–{other}" if one != other else f"{one}"
    start, end = (date_text(day).split(" ", 1)[1] for day in (first, last))
    if first.year == last.year and start != end:
        start = start.rsplit(" ", 1)[0]
    return f"Vecka {weeks}, {start if start == end else f'{start}–{end}'}"


def _description(events: Events, first: dt.date, last: dt.date) -> str:
    inside = [day for day in sorted(events) if first <= _monday(day) <= last]
    told = [f"{date_text(day)}: {list_text(events[day])}" for day in inside]
    return f"Kalender, en vecka på varje rad. {'. '.join(told)}."


def _week(monday: dt.date, first: dt.date, events: Events) -> list[list[Json]]:
    days = [monday + dt.timedelta(days=n) for n in range(7)]
    number = text.paragraph(str(monday.isocalendar().week), "kalendervecka")
    return [[number], *(_square(day, events.get(day, ()), named=day == first) for day in days)]


def _square(day: dt.date, events: Sequence[str], *, named: bool) -> list[Json]:
    """The number, with its month where one begins; the name of a closed day; what is due."""
    closed = law.closed(day)
    kind = "kalenderdag-märkt" if events else "kalenderdag-stängd" if closed else "kalenderdag"
    month = date_text(day).split()[1] if named or day.day == 1 else ""
    own_name = versal(closed) if closed not in ("", "lördag", "söndag") else ""
    return [
        text.paragraph(str(day.day), kind),
        *(text.paragraph(note, "kalendernot") for note in (month, own_name) if note),
        *(text.paragraph(event, "kalendernot-märkt") for event in events),
    ]
