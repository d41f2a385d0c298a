"""A meeting in a line or two, read by the reader that reads workbooks.

    möte("KSAU 2023-03-06", "§ 50 En motion | Typ: Motion | Förslag: avslå motionen")

The first text is organ and date, then `Uppgift: värde`. Each further text is an ärende: its §
(or `Nr 4A`) and rubrik, then `Kolumn: värde` of Ärenden or `Del: text` of Innehåll; a text that
begins with `@` is a row of Närvaro. Everything is typed as a user types it, as text.
`Förslag (Beslutas av KS): …` is a point that another organ decides than the ärende.

A text that begins with `!` is a row of Behandling for the ärende above it, its Händelse and Vem,
then `Kolumn: värde`; one that begins with `#` a row of Röster, `# Ada Ask | 1:1: J`.

    möte("KS 2023-03-06", "§ 1 En plan | Förslag: anta planen", "! Yrkande Berg | Gäller: Avslag",
         "! Omröstning | Ja betyder: bifall | Nej betyder: avslag | Ja: Övriga | Nej: M")

`%` begins a row of Delprotokoll (`% Rättelse | Paragrafer: 2`), `?` one of Granskat (`? GEN-1308 |
Ärende: 2 | Skäl: …`). `Bilaga (Fil): karta.pdf` is the file of a row; names start at `folder`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from gen.checks import check
from gen.choices import HANDELSER
from gen.findings import Finding
from gen.names import fold
from gen.workbook import sheets
from gen.workbook.columns import Sheet
from gen.workbook.grid import Book
from gen.workbook.read import Reading, reading
from gen.workbook.typed import book

USUAL = {
    "Från klockan": "13.00",
    "Till klockan": "13.33",
    "Plats": "Sessionssalen",
    "Första §": "1",
    "Sekreterare": "Siv Sand",
    "Justerare": "Bo Berg",
    "Justeringssätt": "Digitalt",
    "Justering planerad": "2023-03-07",
    "Förvaringsplats": "Stadshuset",
}
PRESENT = (
    "@Ada Ask | Uppdrag: ordförande",
    "@Bo Berg | Uppdrag: ledamot",
    "@Cia Cron | Uppdrag: ledamot",
    "@Siv Sand | Uppdrag: nämndsekreterare",
)
REGISTER: Mapping[Sheet, list[dict[str, str]]] = {
    sheets.KOMMUN: [
        {
            "Namn": "Lillköpings kommun",
            "Förvaltningsrätt": "Förvaltningsrätten i Lillköping",
            "Adress för överklagande": "Stadshuset, 123 45 Lillköping",
            "Förvaltning som skriver tjänsteskrivelser (genitiv)": "Kansliets",
        }
    ],
    sheets.STIL: [{}],
    sheets.ORGAN: [
        {"Kod": "KF", "Namn": "Kommunfullmäktige", "Slag": "KF"},
        {"Kod": "KS", "Namn": "Kommunstyrelsen", "Slag": "KS", "Överordnat organ": "KF"},
        {
            "Kod": "KSAU",
            "Namn": "Kommunstyrelsens arbetsutskott",
            "Slag": "utskott",
            "Överordnat organ": "KS",
            "Antal ledamöter": "3",
        },
        {"Kod": "SN", "Namn": "Socialnämnden", "Slag": "nämnd", "Överordnat organ": "KF"},
    ],
    sheets.FORTROENDEVALDA: [
        {"Namn": "Ada Ask", "Parti": "S"},
        {"Namn": "Bo Berg", "Parti": "M"},
        {"Namn": "Cia Cron", "Parti": "L"},
        {"Namn": "Dan Dahl", "Parti": "V"},
        {"Namn": "Eva Ek", "Parti": "C"},
        {"Namn": "Ulf Berg", "Parti": "KD"},
    ],
    sheets.TJANSTEPERSONER: [{"Namn": "Siv Sand", "Titel": "nämndsekreterare"}],
    sheets.MOTTAGARE: [{"Namn": "Diariet", "Slag": "diariet", "Skickas": "inte"}],
}


def möte(
    head: str,
    *lines: str,
    register: Mapping[Sheet, list[dict[str, str]]] = {},
    folder: Path = Path(),
) -> Reading:
    """The reading of that meeting. Three ledamöter are present unless `@` lines say who is."""
    books = (
        _book("möte.xlsx", typed(head, *lines)),
        _book("register.xlsx", {**REGISTER, **register}),
    )
    return reading(*(replace(book, path=folder / book.file) for book in books))


def typed(head: str, *lines: str) -> dict[Sheet, list[dict[str, str]]]:
    """What stands on the sheets of that meeting: the rows, each a cell's text by its header."""
    first, *facts = _pieces(head)
    organ, day = first.rsplit(" ", 1)
    form = {**USUAL, "Organ": organ, "Sammanträdesdatum": day, **_facts(facts)}
    people = [line for line in lines if line.startswith("@")] or PRESENT
    arenden, innehall = _arenden(line for line in lines if line[0] not in "@!#%?")
    return {
        sheets.SAMMANTRADE: [{k: v for k, v in form.items() if v}],
        sheets.NARVARO: [_person(line) for line in people],
        sheets.ARENDEN: arenden,
        sheets.INNEHALL: innehall,
        sheets.BEHANDLING: _behandling(lines, arenden),
        sheets.ROSTER: [_voter(line) for line in lines if line.startswith("#")],
        sheets.DELPROTOKOLL: [_row("Slag", line) for line in lines if line.startswith("%")],
        sheets.GRANSKAT: [_row("Kod", line) for line in lines if line.startswith("?")],
    }


def fynd(found: Reading) -> list[Finding]:
    """What gen has to say of the meeting."""
    return list(check(found))


def codes(found: Reading) -> set[str]:
    """The codes of its findings."""
    return {finding.code for finding in fynd(found)}


def _pieces(line: str) -> list[str]:
    return [piece.strip() for piece in line.split(" | ")]


def _facts(pieces: Iterable[str]) -> dict[str, str]:
    pairs = (piece.split(":", 1) for piece in pieces)
    return {header.strip(): value.strip() for header, value in pairs}


def _person(line: str) -> dict[str, str]:
    name, *facts = _pieces(line.removeprefix("@"))
    return {"Namn": name, **_facts(facts)}


def _arenden(lines: Iterable[str]) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    arenden: list[dict[str, str]] = []
    innehall: list[dict[str, str]] = []
    headers = {fold(column.header) for column in sheets.ARENDEN.columns}
    for number, line in enumerate(lines, 1):
        head, *facts = _pieces(line)
        row = {"Nr": str(number)}
        if head.startswith(("§ ", "Nr ")):
            sign, value, head = [*head.split(" ", 2), ""][:3]
            row[sign] = value
        row |= {"Rubrik": head} if head else {}
        arenden.append(row)
        for piece in facts:
            header, value = (part.strip() for part in piece.split(":", 1))
            if fold(header) in headers:
                row[header] = value
            else:
                column = "Vem" if header.startswith("Skickas till") else "Text"
                del_, with_file, _ = header.partition(" (Fil)")
                del_, _, decides = del_.rstrip(")").partition(" (Beslutas av ")
                column = "Fil" if with_file else column
                said = {column: value} if value else {}  # `Bakgrund: ` is a row with its Del only
                said |= {"Beslutas av": decides} if decides else {}
                innehall.append({"Ärende": row["Nr"], "Del": del_, **said})
    return arenden, innehall


def _behandling(lines: Iterable[str], arenden: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows `!`, each with the Nr of the ärende above it."""
    rows = []
    above = iter(arenden)
    nr = ""
    for line in lines:
        if line.startswith("!"):
            head, *facts = _pieces(line.removeprefix("!"))
            handelse = max((h for h in HANDELSER if head.startswith(h)), key=len, default=head)
            row = {"Händelse": handelse, "Vem": head.removeprefix(handelse).strip()}
            rows.append({"Ärende": nr, **{k: v for k, v in row.items() if v}, **_facts(facts)})
        elif line[0] not in "@#%?":
            nr = next(above)["Nr"]
    return rows


def _row(header: str, line: str) -> dict[str, str]:
    """A row whose first column needs no header."""
    first, *facts = _pieces(line[1:])
    return {header: first, **_facts(facts)}


def _voter(line: str) -> dict[str, str]:
    name, *facts = _pieces(line.removeprefix("#"))
    return {"Namn": name, **dict(fact.rsplit(": ", 1) for fact in facts)}


def _book(file: str, rows: Mapping[Sheet, list[dict[str, str]]]) -> Book:
    return book(file, {sheet: [_by_field(sheet, row) for row in rows[sheet]] for sheet in rows})


def _by_field(sheet: Sheet, row: Mapping[str, str]) -> dict[str, str]:
    columns = sheet.by_header()
    strays = [h for h in row if fold(h) not in columns and not re.fullmatch(sheet.dynamic, h)]
    assert not strays, f"{sheet.name} har inte {', '.join(strays)}"
    return {
        columns[fold(header)].field if fold(header) in columns else header: value
        for header, value in row.items()
    }
