"""A new workbook: what is known in, the bytes of an xlsx out, ready to be filled in.

`gen ny` writes them to a file. Nothing here reads or writes files, and no day is today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from gen.choices import (
    AJOURNERING,
    BILAGA,
    DELTAR_INTE,
    FORSLAG,
    FRI_TEXT,
    INLEDNING,
    JAV,
    KAPITEL,
    LAGSTYCKE,
    MISSIV,
    MOTION,
    MOTIONENS_YRKANDEN,
    NUMRERAD_LISTA,
    OMROSTNING,
    ORDFORANDEBYTE,
    OVERGANG,
    PARAGRAF,
    PROPOSITION,
    PROTOKOLLSANTECKNING,
    PUNKT,
    REMISSINSTANSER,
    RESERVATION,
    RUBRIK,
    SARSKILT_YTTRANDE,
    STYCKE,
    TEXTDELAR,
    YRKANDE,
)
from gen.model import Sammantrade
from gen.register import Organ, Register
from gen.workbook import draw, filling, formulas, lists, look, sheets, signals, start, tally
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
"""The columns of Behandling that each event has a use for."""

_SPARE: Mapping[str, int] = {
    sheets.NARVARO.name: 6,
    sheets.ARENDEN.name: 14,
    sheets.FORTROENDEVALDA.name: 40,
}
"""Empty rows below what is filled in; an Excel table takes in what is typed below it as well."""

_AT_LEAST: Mapping[str, int] = {sheets.INNEHALL.name: 12, sheets.BEHANDLING.name: 30}
"""Where the rows are many and long: so many to begin with, and no empty ones below what is filled
in. Each is ruled and has a formula, and would be printed on pages that hold nothing else."""


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
        rows = known.rows.get(sheet.name, ())
        spare = _spare(sheet, len(rows))
        style = Style(paper, computed.get(sheet.name, {}), staged=True, spare=spare)
        ws = draw.table(book, sheet, rows, style)
        if sheet is sheets.BEHANDLING:
            signals.unused(ws, sheet, USED, "händelse")
        if sheet is sheets.ROSTER:
            tally.write(ws, sheet)
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
            draw.table(book, sheet, rows, Style(paper, spare=_spare(sheet, len(rows))))
    lists.write(book, sheets.REGISTER, known)
    book.active = 0
    return finish(book, title=f"Register, {known.kommun.namn}".removesuffix(", "), day=None)


def arende(form: Facts, known: Register, rows: Sequence[Facts] = (), *, origin: str = "") -> bytes:
    """A handläggare's workbook of one ärende; without `rows` the kommun's headings stand there in
    their order, each with what to write below it."""
    book = _book()
    paper = Paper(left=str(form.get("rubrik", "")), right=str(form.get("dnr", "")))
    draw.form(book, sheets.ARENDE, form, Style(paper))
    told = [{"del": part, "förklaring": _HELP.get(part, _OWN_HELP)} for part in parts(known)]
    body = rows or told
    spare = _spare(sheets.ARENDEINNEHALL, len(body))
    draw.table(book, sheets.ARENDEINNEHALL, body, Style(paper, spare=spare))
    lists.write(book, sheets.ARENDEFIL, known, origin=origin)
    book.active = 0
    return finish(book, title=str(form.get("rubrik") or "Ärende"), day=None)


def skrivelse(
    form: Facts,
    known: Register,
    rows: Sequence[Facts] = (),
    accepted: Sequence[Facts] = (),
    *,
    origin: str = "",
) -> bytes:
    """The workbook of a motion, a reservation or a missiv; without `rows` those that its Slag
    is usually made of stand there, each with what to write in it. `accepted`: rows of Granskat."""
    book = _book()
    slag = str(form.get("slag", ""))
    paper = Paper(left=str(form.get("rubrik", "")), right=slag)
    draw.form(book, sheets.SKRIVELSE, form, Style(paper, staged=True))
    told = {**_ROWS, PUNKT: _POINTS.get(slag, _POINTS[""])}
    body = rows or [{"del": p, "förklaring": told[p]} for p in _PARTS.get(slag, _PARTS[""])]
    draw.table(book, sheets.SKRIVELSETEXT, body, Style(paper, spare=20))
    title = str(form.get("rubrik") or "Skrivelse")
    return _alone(book, sheets.SKRIVELSEBOK, known, origin, title, accepted)


def delegation(
    form: Facts,
    known: Register,
    rows: Sequence[Facts] = (),
    accepted: Sequence[Facts] = (),
    *,
    origin: str = "",
) -> bytes:
    """The workbook of a nämnd's delegationsbeslut. `accepted`: rows of Granskat."""
    book = _book()
    paper = Paper(left=str(form.get("organ", "")), right="Delegationsbeslut")
    draw.form(book, sheets.DELEGATION, form, Style(paper, staged=True))
    draw.table(book, sheets.DELEGATIONSBESLUT, rows, Style(paper, staged=True, spare=20))
    title = "Delegationsbeslut"
    return _alone(book, sheets.DELEGATIONSBOK, known, origin, title, accepted)


def foreskrift(
    form: Facts,
    known: Register,
    rows: Sequence[Facts] = (),
    revised: Sequence[Facts] = (),
    accepted: Sequence[Facts] = (),
    *,
    origin: str = "",
) -> bytes:
    """The workbook of a föreskrift; without `rows` one of each kind of row stands there, with what
    to write in it. `revised` and `accepted`: rows of Revideringar and of Granskat."""
    book = _book()
    paper = Paper(left=str(form.get("titel", "")), right=str(form.get("slag", "")))
    draw.form(book, sheets.FORESKRIFT, form, Style(paper, staged=True))
    body = rows or [{"del": part, "förklaring": told} for part, told in _LAID_DOWN.items()]
    draw.table(book, sheets.BESTAMMELSER, body, Style(paper, spare=40))
    draw.table(book, sheets.REVIDERINGAR, revised, Style(paper, staged=True, spare=6))
    title = str(form.get("titel") or "Föreskrift")
    return _alone(book, sheets.FORESKRIFTSBOK, known, origin, title, accepted)


def _alone(
    book: Workbook,
    declared: Sequence[Sheet],
    known: Register,
    origin: str,
    title: str,
    accepted: Sequence[Facts],
) -> bytes:
    """A workbook whose one stage has always come: what must be filled in is marked at once."""
    draw.table(book, sheets.EGET_GRANSKAT, accepted, Style(Paper(left=title), staged=True))
    lists.write(book, declared, known, origin=origin)
    book.defined_names[lists.STAGE] = DefinedName(lists.STAGE, attr_text="1")
    book.active = 0
    return finish(book, title=title, day=None)


_PARTS: Mapping[str, tuple[str, ...]] = {
    MOTION: (STYCKE, PUNKT),
    RESERVATION: (PUNKT, STYCKE),
    SARSKILT_YTTRANDE: (STYCKE,),
    MISSIV: (STYCKE, PUNKT, BILAGA),
    "": (STYCKE, PUNKT, BILAGA),
}
_ROWS: Mapping[str, str] = {
    STYCKE: "Ett stycke per rad. Flera stycken kan klistras in på en gång.",
    BILAGA: "Bilagans namn i Text, filens i Fil.",
}
_POINTS: Mapping[str, str] = {
    MOTION: "Det som föreslås, en att-sats per rad. Att behöver inte skrivas.",
    RESERVATION: "Yrkandet, som efter ”och yrkar”: bifall till motionen.",
    MISSIV: "Det som mottagaren ombeds göra, en att-sats per rad.",
    "": "Motion: en att-sats per rad. Reservation: yrkandet. Missiv: det som begärs.",
}


_LAID_DOWN: Mapping[str, str] = {
    INLEDNING: "Det som står före det första kapitlet.",
    KAPITEL: "Kapitlets rubrik, utan nummer. Kapitel behövs inte.",
    RUBRIK: "En rubrik över en eller flera paragrafer.",
    PARAGRAF: "Paragrafens första stycke, utan nummer.",
    LAGSTYCKE: "Paragrafens andra stycke. Del får vara tom här.",
    NUMRERAD_LISTA: "En punkt per rad, utan nummer.",
    OVERGANG: "När den börjar gälla och vad som då upphör, en punkt per rad.",
    BILAGA: "Bilagans namn i Text, filens i Fil.",
}


_HELP: Mapping[str, str] = {
    FORSLAG: "Det som ska beslutas, en punkt per rad. Att behöver inte skrivas.",
    MOTIONENS_YRKANDEN: "För en motion: ett yrkande per rad. Ifyllt ger det ett motionssvar.",
    "Sammanfattning": "Det viktigaste i några meningar. Ett stycke per rad. Inte förslaget.",
    "Bakgrund": "Vad som har hänt och varför ärendet tas upp.",
    "Föredragning": "Fakta och resonemang. Mer än en halv sida: skriv i Word och ange filen i Fil.",
    "Beredning": "Vilka som har deltagit eller yttrat sig.",
    "Bedömning": "Förvaltningens slutsats.",
    REMISSINSTANSER: "De som har yttrat sig, i Vem, och dagen för yttrandet.",
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
    before = (FORSLAG, *TEXTDELAR)
    after = (
        MOTIONENS_YRKANDEN,
        REMISSINSTANSER,
        "Underlag",
        "Tidigare behandling",
        "Skickas till – åtgärd",
        "Skickas till – kännedom",
    )
    return (*before, *own, *after, "Bilaga")


def _book() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    look.prepare(book)
    return book


def _spare(sheet: Sheet, filled: int) -> int:
    if sheet.name in _AT_LEAST:
        return max(0, _AT_LEAST[sheet.name] - filled)
    return _SPARE.get(sheet.name, 12)
