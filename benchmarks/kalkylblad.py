"""Reading and checking a large workbook against openpyxl's bare read of the same file.

A bare read is `load_workbook` as it stands: every cell has its value then, but bold and italic
inside a text are lost. gen reads the register beside the workbook too, which counts as its own
time. Both start from nothing each time: no check has seen the meeting before. All of it is work of
one thread, so its processor time is told: a busy machine does not change that much.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from gen.checks import _RULES, _TEXT_RULES, check
from gen.findings import Level
from gen.workbook import sheets
from gen.workbook.columns import Sheet
from gen.workbook.read import read

REGISTER = Path(__file__).parent.parent / "data" / "register.xlsx"
ARENDEN, PEOPLE, VOTES = 200, 60, 40
MOST_READ_AND_CHECKED, MOST_CHECKED = 3.0, 0.5
"""Bounds: reading with all checks over the bare read; all checks over gen's own reading."""
PARTIES = ("S", "M", "L", "C", "V", "KD", "MP", "SD")


def measure(runs: int = 9) -> str:
    """The table, both read in turn in one process; medians of processor time."""
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder))
        reading = read(path)
        fel = [finding for finding in check(reading) if finding.level is Level.FEL]
        assert not fel, fel
        bare, ours, both, checks = _medians(
            runs,
            lambda: openpyxl.load_workbook(path),
            lambda: read(path),
            lambda: check(read(path)),
            # Rules keep what they know of a meeting: a copy is one that they have not met.
            lambda: check(replace(reading, meeting=reading.meeting.model_copy())),
        )
    number = len(_RULES) + len(_TEXT_RULES)
    return (
        f"{ARENDEN} §§, {PEOPLE} personer, {VOTES} omröstningar; median av {runs}\n\n"
        "| | ms (cpu) | × | högst |\n|---|---|---|---|\n"
        f"| openpyxl.load_workbook | {bare * 1000:.0f} | 1 | |\n"
        f"| gen: läst | {ours * 1000:.0f} | {ours / bare:.2f} | |\n"
        f"| gen: läst och kontrollerat | {both * 1000:.0f} | {both / bare:.2f} "
        f"| {MOST_READ_AND_CHECKED:.1f} |\n"
        f"| gen: alla {number} kontroller, av läsningen | {checks * 1000:.0f} "
        f"| {checks / ours:.2f} | {MOST_CHECKED:.1f} |"
    )


def make(folder: Path) -> Path:
    """A meeting of KS as large as a KF's, and the register beside it; no fel in it."""
    people = [_person(number) for number in range(PEOPLE)]
    register = openpyxl.load_workbook(REGISTER)
    for person in people:
        known = {**person, "Organ": "KS"} if "Parti" in person else {}
        _append(register[sheets.FORTROENDEVALDA.name], known)
    register.save(folder / REGISTER.name)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    form = _sheet(book, sheets.SAMMANTRADE)
    facts = {
        "Organ": "Kommunstyrelsen",
        "Sammanträdesdatum": "2023-03-06",
        "Från klockan": "13.00",
        "Till klockan": "19.33",
        "Plats": "Sessionssalen",
        "Första §": "1",
        "Sekreterare": "Person Sista",
        "Justerare": "Person P1",
        "Justering planerad": "2023-03-07",
    }
    for column in sheets.SAMMANTRADE.columns:
        form.append([column.header, facts.get(column.header), column.help])
    _fill(_sheet(book, sheets.NARVARO), sheets.NARVARO, people)
    _fill(_sheet(book, sheets.ARENDEN), sheets.ARENDEN, [_arende(n) for n in range(1, ARENDEN + 1)])
    content = [row for number in range(1, ARENDEN + 1) for row in _content(number)]
    _fill(_sheet(book, sheets.INNEHALL), sheets.INNEHALL, content)
    events = [row for number in range(1, VOTES + 1) for row in _vote(number)]
    _fill(_sheet(book, sheets.BEHANDLING), sheets.BEHANDLING, events)
    path = folder / "stort.xlsx"
    book.save(path)
    return path


def _sheet(book: openpyxl.Workbook, sheet: Sheet) -> Worksheet:
    ws = book.create_sheet(sheet.name)
    headers = ["Uppgift", "Värde", "Förklaring"]
    ws.append(headers if sheet.form else [column.header for column in sheet.columns])
    for cell in ws[1]:
        cell.font = Font(bold=True)
    return ws


def _fill(ws: Worksheet, sheet: Sheet, rows: list[dict[str, str]]) -> None:
    for row in rows:
        ws.append([row.get(column.header) for column in sheet.columns])


def _append(ws: Worksheet, row: dict[str, str]) -> None:
    """A row under the headers of a sheet that is there already."""
    headers = next(cells for cells in ws.iter_rows(max_row=10) if cells[0].value == "Namn")
    ws.append([row.get(str(cell.value)) for cell in headers])


def _person(number: int) -> dict[str, str]:
    if number == PEOPLE - 1:
        return {"Namn": "Person Sista", "Uppdrag": "kommunsekreterare"}
    uppdrag = "ledamot" if number else "ordförande"
    return {"Namn": f"Person P{number}", "Parti": PARTIES[number % 8], "Uppdrag": uppdrag}


def _arende(number: int) -> dict[str, str]:
    return {
        "Nr": str(number),
        "Rubrik": f"Yttrande över förslag till översiktlig plan för område {number}",
        "Dnr": f"KS 2023/{number:04}",
        "Utfall": "Enligt förslaget",
        "Tjänsteskrivelse": "2023-02-14",
    }


# No two texts alike: nothing is to be gained from having seen one before.
SENTENCES = (
    "Kommunkontoret yttrade sig den {day} februari 2023.",
    "Förslaget för område {number} ligger i linje med översiktsplanen och kommunens mål.",
    "Kostnaden beräknas till {number} tkr och ryms inom nämndens beslutade ram.",
    "Bullret från järnvägen har utretts, och bostäderna får en tyst sida mot gården.",
    "Ärendet har beretts tillsammans med berörda förvaltningar och med föreningslivet i orten.",
    "Dagvattnet leds till den damm som anläggs söder om kvarteret.",
    "Barnens väg till skolan blir kortare när gång- och cykelbron är på plats.",
    "Fastighetsägarna har fått tillfälle att yttra sig och har inga invändningar.",
)


def _content(number: int) -> list[dict[str, str]]:
    rows = [{"Ärende": str(number), "Del": "Förslag", "Text": "godkänna förslaget"}]
    rows += [{"Text": "lämna förslaget till kommunfullmäktige"}]
    rows += [
        {"Del": "Sammanfattning" if i == 0 else "", "Text": _text(5 * number + i)} for i in range(5)
    ]
    return [*rows, {"Del": "Skickas till – kännedom", "Vem": "Diariet"}]


def _text(number: int) -> str:
    """Some five hundred characters of prose."""
    turned = [SENTENCES[(number + i) % len(SENTENCES)] for i in range(7)]
    return " ".join(turned).format(number=number, day=1 + number % 28)


def _vote(number: int) -> list[dict[str, str]]:
    return [
        {"Ärende": str(number), "Händelse": "Yrkande", "Vem": "Person P1", "Gäller": "Avslag"},
        {"Händelse": "Proposition", "Text": "", "Utfall": "Bifall"},
        {
            "Händelse": "Omröstning",
            "Gäller": "Beslutet",
            "Ja betyder": "bifall",
            "Nej betyder": "avslag",
            "Ja": "Övriga",
            "Nej": "M; L",
        },
    ]


def _medians(runs: int, *calls: Callable[[], object]) -> list[float]:
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(runs):
        for call, taken in zip(calls, times, strict=True):
            gc.collect()  # what the one before left is not this one's to clear
            start = time.process_time()
            call()
            taken.append(time.process_time() - start)
    return [statistics.median(taken) for taken in times]


if __name__ == "__main__":
    print(measure())
