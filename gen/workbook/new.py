"""A new workbook: what is known in, the bytes of an xlsx out, ready to be filled in.

`gen ny` writes them to a file. Nothing here reads or writes files, and no day is today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from openpyxl import Workbook

from gen.choices import (
    AJOURNERING,
    DELTAR_INTE,
    FORSLAG,
    FRI_TEXT,
    JAV,
    OMROSTNING,
    ORDFORANDEBYTE,
    PROPOSITION,
    PROTOKOLLSANTECKNING,
    RESERVATION,
    SARSKILT_YTTRANDE,
    YRKANDE,
)
from gen.model import Sammantrade
from gen.register import Organ, Register
from gen.workbook import draw, filling, formulas, lists, look, sheets, signals, start
from gen.workbook.columns import Sheet, ascii_name
from gen.workbook.draw import Paper, Style
from gen.workbook.filling import Filling
from gen.workbook.finish import finish
from gen.workbook.typed import Facts, facts

USED: Mapping[str, frozenset[str]] = {
    event: frozenset(fields.split())
    for event, fields in {
        YRKANDE: "vem gäller text utfall fil",
        PROPOSITION: "text utfall",
        OMROSTNING: "vem gäller text ja_betyder nej_betyder ja nej avstår frånvarande utfall",
        JAV: "vem text ersättare",
        DELTAR_INTE: "vem gäller text",
        RESERVATION: "vem gäller text fil",
        SARSKILT_YTTRANDE: "vem gäller text fil",
        PROTOKOLLSANTECKNING: "vem text fil",
        ORDFORANDEBYTE: "vem text ersättare",
        AJOURNERING: "text",
        FRI_TEXT: "text",
    }.items()
}
"""The columns of Behandling that each event has a use for (workbook.md 7)."""

_SPARE: Mapping[str, int] = {
    sheets.NARVARO.name: 6,
    sheets.ARENDEN.name: 14,
    sheets.INNEHALL.name: 100,
    sheets.BEHANDLING.name: 40,
    sheets.FORTROENDEVALDA.name: 40,
}
"""Empty rows below what is filled in; an Excel table takes in what is typed below it as well."""


def meeting(
    register: Register,
    organ: Organ,
    day: dt.date,
    *,
    earlier: Sammantrade | None = None,
    origin: str = "",
) -> bytes:
    """A meeting's workbook, filled as far as the register and the meeting before know it."""
    return written(filling.meeting(register, organ, day, earlier), register, organ, day, origin)


def written(known: Filling, register: Register, organ: Organ, day: dt.date, origin: str) -> bytes:
    """A meeting's workbook with those rows. `origin` says where the names are from."""
    book = _book()
    paper = Paper(left=organ.namn, right=day.isoformat())
    computed = formulas.of_meeting(organ, register.stil.anslag_tas_ned)
    places = draw.form(
        book,
        sheets.SAMMANTRADE,
        known.form(sheets.SAMMANTRADE.name),
        Style(paper, computed[sheets.SAMMANTRADE.name], formulas.explanations(), staged=True),
    )
    for field in formulas.NAMED_CELLS:
        lists.name_cell(book, field, sheets.SAMMANTRADE.name, places[field])
    for sheet in sheets.MOTE[1:]:
        style = Style(paper, computed.get(sheet.name, {}), staged=True, spare=_spare(sheet))
        ws = draw.table(book, sheet, known.rows.get(sheet.name, ()), style)
        if sheet is sheets.BEHANDLING:
            signals.unused(ws, sheet, USED, "händelse")
        if sheet is sheets.NARVARO:
            signals.absent(ws, sheet)
    lists.write(book, sheets.MOTE, register, organ=organ, day=day, origin=origin)
    start.write(book, places, origin)
    book.active = 0
    return finish(book, title=f"{organ.namn} {day.isoformat()}", day=day)


def register(known: Register) -> bytes:
    """A register's workbook. An empty one has the style of the shipped templates."""
    book = _book()
    paper = Paper(left=known.kommun.namn, right="Register")
    for sheet in sheets.REGISTER:
        value = getattr(known, ascii_name(sheet.field))
        if sheet.form:
            draw.form(book, sheet, facts(sheet, value), Style(paper))
        else:
            rows = [facts(sheet, row) for row in value]
            draw.table(book, sheet, rows, Style(paper, spare=_spare(sheet)))
    lists.write(book, sheets.REGISTER, known)
    book.active = 0
    return finish(book, title=f"Register, {known.kommun.namn}".removesuffix(", "), day=None)


def arende(form: Facts, known: Register, *, origin: str = "") -> bytes:
    """A handläggare's workbook of one ärende, the kommun's headings in their order."""
    book = _book()
    paper = Paper(left=str(form.get("rubrik", "")), right=str(form.get("dnr", "")))
    draw.form(book, sheets.ARENDE, form, Style(paper))
    rows = [{"del": part, "förklaring": _HELP.get(part, _OWN_HELP)} for part in parts(known)]
    draw.table(book, sheets.ARENDEINNEHALL, rows, Style(paper, spare=40))
    lists.write(book, sheets.ARENDEFIL, known, origin=origin)
    book.active = 0
    return finish(book, title=str(form.get("rubrik") or "Ärende"), day=None)


_HELP: Mapping[str, str] = {
    FORSLAG: "Det som ska beslutas, en punkt per rad. Att behöver inte skrivas.",
    "Sammanfattning": "Det viktigaste i några meningar. Ett stycke per rad. Inte förslaget.",
    "Bakgrund": "Vad som har hänt och varför ärendet tas upp.",
    "Föredragning": "Fakta och resonemang. Mer än en halv sida: skriv i Word och ange filen i Fil.",
    "Beredning": "Vilka som har deltagit eller yttrat sig.",
    "Bedömning": "Förvaltningens slutsats.",
    "Underlag": "Andra handlingar än tjänsteskrivelsen och motionen, med datum.",
    "Tidigare behandling": "Välj till exempel Bordlagt eller Beslut; organ, dag och paragraf.",
    "Skickas till – åtgärd": "Den som ska göra något, i Vem.",
    "Skickas till – kännedom": "Den som ska få veta, i Vem.",
    "Bilaga": "Filens namn i Fil, bilagans i Text.",
}


_OWN_HELP = "Kommunens egen rubrik. Det som lämnas tomt skrivs inte ut."


def parts(known: Register) -> tuple[str, ...]:
    """The headings of a tjänsteskrivelse in their order, the kommun's consequences among them."""
    own = known.stil.konsekvensrubriker
    before = (FORSLAG, "Sammanfattning", "Bakgrund", "Föredragning", "Beredning", "Bedömning")
    after = ("Underlag", "Tidigare behandling", "Skickas till – åtgärd", "Skickas till – kännedom")
    return (*before, *own, *after, "Bilaga")


def _book() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    look.prepare(book)
    return book


def _spare(sheet: Sheet) -> int:
    return _SPARE.get(sheet.name, 12)
