"""`gen frister`: the statutory days of postings or of a meeting, each with its reasons."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gen.commands.options import (
    AsJson,
    Overwrite,
    Register,
    as_it_stands,
    failing_as_json,
    print_json,
    say,
    tell,
)

if TYPE_CHECKING:
    import datetime as dt

    from gen.findings import Finding
    from gen.frister import NedtagningConvention
    from gen.kalender import Kalender
    from gen.workbook.read import Reading


def frister(
    asked: Annotated[
        list[str],
        typer.Argument(
            metavar="MÖTE.XLSX | DATUM …",
            help="Sammanträdets kalkylblad, eller dagar då anslag sattes upp: 2023-03-08.",
        ),
    ],
    convention: Annotated[
        str | None,
        typer.Option(
            "--konvention",
            metavar='"första möjliga dag"|"nästa arbetsdag"',
            help="När anslaget tas ned. Annars som registret säger, eller första möjliga dag.",
        ),
    ] = None,
    joint: Annotated[
        bool,
        typer.Option(
            "--gemensam-nämnd",
            "--gemensam-namnd",
            help="Datumen är samma anslag på flera kommuners anslagstavlor.",
        ),
    ] = False,
    ics: Annotated[
        Path | None,
        typer.Option(
            "--ics",
            metavar="FIL",
            parser=as_it_stands,
            help="Skriv också dagarna som en kalenderfil.",
        ),
    ] = None,
    overwrite: Overwrite = False,
    register: Register = None,
    as_json: AsJson = False,
) -> None:
    """Counts, prints, and writes a calendar file when that is asked for."""
    from gen import findings, structured
    from gen.errors import UsageError
    from gen.frister import UnknownYear
    from gen.report import INDENT, frister_lines
    from gen.source import at

    with failing_as_json("frister", as_json):
        habit = _convention(convention)
        workbook = _workbook(asked, joint)
        stamp, exit_code = None, 0
        try:
            if workbook is None:
                calendars = _postings(asked, habit, joint)
            else:
                calendar, stamp, exit_code = _meeting(workbook, register, habit)
                calendars = [calendar]
        except UnknownYear as error:
            told = findings.YEAR_NOT_COUNTED(at(" ".join(asked)), value=error)
            raise UsageError(told) from error
        if not as_json:
            say(frister_lines(calendars))
        aside = ics and _write(ics, calendars, stamp, overwrite)
    if as_json:
        print_json(structured.frister(calendars, of_meeting=workbook is not None))
    elif ics:
        say([f"Kalenderfil:\n{INDENT}{ics}"])
        if aside:
            say([f"Undanlagd: {ics} heter nu {aside.name}"])
    raise typer.Exit(exit_code)


def _convention(text: str | None) -> NedtagningConvention | None:
    from gen import findings
    from gen.errors import UsageError
    from gen.frister import CONVENTIONS
    from gen.names import fold, nearest
    from gen.source import at

    if text is None:
        return None
    for known in CONVENTIONS:
        if fold(text) == known:
            return known
    told = findings.UNKNOWN_CONVENTION(
        at("--konvention"),
        value=text,
        known="” eller ”".join(CONVENTIONS),
        suggestion=nearest(text, CONVENTIONS),
    )
    raise UsageError(told)


_FILE_NAME = re.compile(r"\.[a-z][a-z0-9]*$", re.I)


def _workbook(asked: list[str], joint: bool) -> Path | None:
    """The workbook asked about; None when days are."""
    from gen import findings
    from gen.errors import UsageError
    from gen.source import at

    files = [text for text in asked if _FILE_NAME.search(text) or as_it_stands(text).is_file()]
    if not files:
        return None
    if len(asked) > 1:
        shown = " ".join(asked)
        raise UsageError(findings.DATES_AND_WORKBOOK(at(files[0]), value=shown))
    if joint:
        raise UsageError(findings.DATES_ONLY(at(files[0]), value="--gemensam-nämnd"))
    return as_it_stands(files[0])


def _postings(asked: list[str], habit: NedtagningConvention | None, joint: bool) -> list[Kalender]:
    from gen import kalender
    from gen.frister import CONVENTIONS

    days = _days(asked)
    boards = [days] if joint else [[day] for day in days]
    return [kalender.of_anslag(some, habit or CONVENTIONS[0]) for some in boards]


def _days(asked: list[str]) -> list[dt.date]:
    from gen import findings
    from gen.errors import UsageError
    from gen.source import at
    from gen.swedish.dates import parse_date
    from gen.swedish.typography import versal
    from gen.swedish.unreadable import Unreadable

    days = []
    for text in asked:
        try:
            days.append(parse_date(text))
        except Unreadable as error:
            if len(asked) > 1:
                # 8 mars 2023, typed without quotes, comes as three.
                try:
                    return [parse_date(" ".join(asked))]
                except Unreadable:
                    pass
            how = error.expected
            how += "" if re.search(r"\d", text) else ", eller namnet på ett kalkylblad"
            reason = versal(error.reason)
            told = findings.NOT_A_DATE(at(text), value=text, reason=reason, how=how)
            raise UsageError(told) from error
    return days


def _meeting(
    workbook: Path, register: Path | None, habit: NedtagningConvention | None
) -> tuple[Kalender, dt.datetime | None, int]:
    """Its calendar, when it was saved, and the exit code; what cannot be read is told."""
    from gen import findings, kalender
    from gen.errors import DataError
    from gen.report import findings_lines
    from gen.source import at
    from gen.workbook.properties import saved
    from gen.workbook.read import read

    reading = read(workbook, register)
    unread = _unread(reading)
    tell(findings_lines(unread, reading.source))
    calendar = kalender.of_meeting(reading.meeting, reading.register, habit)
    if calendar is None:
        raise DataError(findings.NOTHING_TO_COUNT(at(workbook.name), value=workbook))
    return calendar, saved(workbook.read_bytes()), int(bool(unread))


_COUNTED_FROM = {
    "organ",
    "datum",
    "sista_dag",
    "slag",
    "omfattning",
    "forsta_paragraf",
    "sista_paragraf",
    "kallelse_skickad",
    "kungorelse_anslagen",
    "justering_planerad",
    "justerat",
    "anslaget_uppsatt",
    "anslaget_tas_ned",
    "sista_dag_att_overklaga",
    "paragraf",
    "paragrafer",
    "typ",
    "inkom",
    "overklagande",
}
"""The cells that the days are counted from: a fel in another one changes nothing here."""


def _unread(reading: Reading) -> list[Finding]:
    """The fel for which a day is missing."""
    from gen.findings import Level
    from gen.workbook import sheets

    used = (sheets.SAMMANTRADE, sheets.ARENDEN, sheets.DELPROTOKOLL)
    fields = {c.field for sheet in used for c in sheet.columns if c.attr in _COUNTED_FROM}
    return [
        finding
        for finding in reading.findings
        if finding.level is Level.FEL
        and ("*" in finding.stoppar or finding.at.rpartition(".")[2] in fields)
    ]


def _write(
    target: Path, calendars: list[Kalender], stamp: dt.datetime | None, overwrite: bool
) -> Path | None:
    """Places the calendar file: the new name of a person's file that was set aside for it."""
    from gen import beside, findings
    from gen.errors import DataError, UsageError
    from gen.ical import icalendar, is_untouched
    from gen.source import at

    if not any(day.datum for calendar in calendars for day in calendar.dagar):
        raise DataError(findings.NO_DAY_FOR_CALENDAR(at(target.name), value=target))
    if target.is_dir():
        raise UsageError(findings.FILE_IS_FOLDER(at(str(target)), value=target))
    content = icalendar(calendars, stamp)
    return beside.place(target, content, own=is_untouched, overwrite=overwrite)
