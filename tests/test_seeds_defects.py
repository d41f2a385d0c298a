"""The defects of the real documents: each is found at its cell when it is put back.

data/ holds the documents corrected. One entry of `DEFECTS` puts one defect of the published
document back in, in its own words.

What the documents also have and no rule tells:

* `anse motionen vara besvarad`, `inför en` for `införa en`, `som i syfte att`: language. It is no
  contradiction, and a rule that guesses at style is soon turned off.
* points of a motion without commas: no signs but a last full stop is a style.
* nobody under För åtgärd: a decision that gives nobody an uppdrag need not have any.
* a motion addressed to kommunstyrelsen: its text is a Word file, which is not read; gen sends it
  to fullmäktige.
* a rubrik cut by a page header, `besluta` parted from `att`, an empty heading: layout, which gen
  makes itself.
* a vice chair who listens while another serves, a dnr of the protokoll's own: right, and the
  sheets have room for both.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText

from gen.beslut import recipients
from gen.checks import check
from gen.choices import ATGARD
from gen.findings import Finding, Level
from gen.model import plain
from gen.workbook.read import Reading, read, read_arendefil

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
GOLDEN = ROOT / "tests" / "golden"
MOTION, BEREDNING = "tjansteskrivelse-ks-2022-0086", "tjansteskrivelse-ks-2023-0106"
KSAU = "ksau-2023-03-06"

IN_ORDER = (
    "Fanny Johansson (S), Anders Almgren (S), Karin Svensson Smith (MP), Helena Falk (V), Angelica "
    "Svensson (V) och Maja Grubelic (FI)"
)
AS_PUBLISHED = (
    "Helena Falk (V), Angelica Svensson (V), Fanny Johansson (S), Anders Almgren (S), Karin "
    "Svensson Smith (MP) och Maja Grubelic (Fi)"
)
DEN = "den 21 januari 2022"
RUBRIK = f"Motion från {IN_ORDER} - Tillit är vägen fram för en modern organisation"


@dataclass(frozen=True)
class Defect:
    """In the workbook's part `del_`, `right` is replaced by `wrong`, and those codes are told.

    Where `right` is empty the part's first empty Text takes `wrong`.
    """

    book: str
    del_: str
    right: str
    wrong: str
    codes: tuple[int, ...]
    suggestion: str = ""


DEFECTS = (
    # its own tjänsteskrivelse is cited with the wrong year
    Defect(
        MOTION,
        "Underlag",
        "",
        f"Kommunkontorets tjänsteskrivelse 2020-05-02 {RUBRIK}",
        (3440,),
        "2022-05-02",
    ),
    # (Fi) for (FI), and the authors in another order than in the rubrik
    Defect(MOTION, "Sammanfattning", IN_ORDER, AS_PUBLISHED, (3420, 3424), "(FI)"),
    Defect(MOTION, "Bakgrund", IN_ORDER, AS_PUBLISHED, (3420, 3424), "(FI)"),
    # the verb twice
    Defect(MOTION, "Sammanfattning", f"har {DEN} lämnat", f"har lämnat {DEN} lämnat", (3413,)),
    # a date without den
    Defect(MOTION, "Bakgrund", f"har {DEN}", f"har {DEN[4:]}", (3402,), f"har {DEN}"),
    # a slip in a copied yrkande
    Defect(MOTION, "Bakgrund", "genomsyrar hela", "genomstrar hela", (3431,), "genomsyrar"),
    # the decision's föreskrift is called Föreskrifter under Underlag
    Defect(BEREDNING, "Förslag", "till föreskrifter", "till föreskrift", (3432,), "Föreskrifter"),
    # a quote that never ends
    Defect(BEREDNING, "Bakgrund", "’best practice’.”", '"best practice".', (3410, 3411)),
    # days in a row
    Defect(BEREDNING, "Bakgrund", "12–13 §", "12--13 §", (3403,), "2022-12-12–13"),
    # perioden 15 mars beside den 15 mars
    Defect(
        BEREDNING,
        "Föredragning",
        "perioden den 15 mars 2023",
        "perioden 15 mars 2023",
        (3402,),
        "perioden den 15 mars 2023",
    ),
    # points that end with comma, with full stop and with nothing
    Defect(BEREDNING, "Föredragning", "och ledning, samt", "och ledning.", (3414,)),
    Defect(BEREDNING, "Föredragning", "Samverkansgrupp).", "Samverkansgrupp)", (3414,)),
)


class Copy:
    """A workbook of data/ in a folder of its own beside the register, with cells to change."""

    def __init__(self, name: str, folder: Path) -> None:
        shutil.copy(DATA / "register.xlsx", folder)
        self.path = folder / f"{name}.xlsx"
        self.book = openpyxl.load_workbook(DATA / f"{name}.xlsx", rich_text=True)

    def under(self, sheet: str, header: str) -> Iterator[tuple[dict[str, str], Cell]]:
        """Each row's key (Ärende and Del, as the rows above have them too) and that cell."""
        ws = self.book[sheet]
        top = next(r for r in range(1, 11) if header in [c.value for c in ws[r]])
        columns = {str(c.value): c.column for c in ws[top] if c.value}
        key: dict[str, str] = {}
        for row in range(top + 1, ws.max_row + 1):
            for name in ("Ärende", "Del", "Nr"):
                if name in columns and (value := ws.cell(row, columns[name]).value):
                    key = {**({} if name in ("Ärende", "Nr") else key), name: str(value)}
            yield key, ws.cell(row, columns[header])

    def part(self, del_: str, text: str) -> Cell:
        """The cell Text that holds it (an empty one for no text) in that part."""
        cells = (cell for key, cell in self.under("Innehåll", "Text") if key.get("Del") == del_)
        return next(c for c in cells if (text in str(c.value or "") if text else not c.value))

    def of(self, sheet: str, header: str, nr: str) -> Cell:
        """The first cell under that header in the rows of the ärende."""
        rows = self.under(sheet, header)
        return next(cell for key, cell in rows if nr in (key.get("Nr"), key.get("Ärende")))

    def put_back(self, defect: Defect) -> Cell:
        cell = self.part(defect.del_, defect.right)
        assert not isinstance(cell.value, CellRichText)
        cell.value = str(cell.value or "").replace(defect.right, defect.wrong, 1)
        return cell

    def append(self, sheet: str, **values: str) -> dict[str, Cell]:
        """A row of its own below the others, by header."""
        first = next(iter(values))
        rows = [cell for _, cell in self.under(sheet, first)]
        filled = [cell.row for cell in rows if cell.value]
        row = max(filled, default=rows[0].row - 1) + 1
        cells = {}
        for header, value in values.items():
            cells[header] = next(c for _, c in self.under(sheet, header) if c.row == row)
            cells[header].value = value
        return cells

    def read(self) -> Reading:
        self.book.save(self.path)
        alone = self.path.stem.startswith("tjansteskrivelse")
        return read_arendefil(self.path) if alone else read(self.path)


def told(found: Reading, cell: Cell | None = None) -> list[Finding]:
    """What is said of the reading, or of that cell."""
    some = [*found.findings, *check(found)]
    if cell is None:
        return some
    place = (cell.parent.title, cell.coordinate)
    return [f for f in some if found.source.place(f.at)[1:3] == place]


def wordings(text: str) -> str:
    """A text as it is compared: page headers, marks, line breaks and kinds of quotes aside."""
    text = re.sub(r"^(?:\d{4}-\d\d-\d\d|Diarienummer|KS \d{4}/\d{4})$", "", text, flags=re.M)
    text = re.sub(r"[”“’]", '"', re.sub(r"^[-*] |\*", "", text, flags=re.M))
    return " ".join(text.split())


# -- the corrected documents ------------------------------------------------------------------


@pytest.mark.parametrize("name", [MOTION, BEREDNING])
def test_nothing_is_said_of_a_corrected_tjansteskrivelse(name: str) -> None:
    assert told(read_arendefil(DATA / f"{name}.xlsx")) == []


def test_no_fel_and_no_lagbrist_in_the_meeting() -> None:
    levels = {f.level for f in told(read(DATA / f"{KSAU}.xlsx"))}
    assert not levels & {Level.FEL, Level.LAGBRIST}


def test_an_arendefil_is_asked_for_nothing_that_a_meeting_has(tmp_path: Path) -> None:
    copy = Copy(BEREDNING, tmp_path)
    found = copy.read()
    assert found.alone
    assert found.meeting.organ == ""
    (arende,) = found.meeting.arenden
    assert (arende.nr, arende.beslutas_av) == ("KS 2023/0106", "KS")
    assert [name.namn for name in arende.undertecknas_av] == [
        "Christoffer Nilsson",
        "Vesna Casitovski",
    ]
    cell = next(c for c in copy.book["Ärende"]["B"] if c.value == arende.rubrik)
    assert found.source.place("ärenden[0].rubrik")[1:3] == ("Ärende", cell.coordinate)
    cell.value = None
    assert [f.code for f in told(copy.read(), cell)] == ["GEN-2001"]


# -- each defect put back ---------------------------------------------------------------------


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda d: f"{d.book[-9:]} {d.codes} {d.del_}")
def test_a_defect_of_the_published_document_is_found_at_its_cell(
    defect: Defect, tmp_path: Path
) -> None:
    copy = Copy(defect.book, tmp_path)
    cell = copy.put_back(defect)
    found = copy.read()
    some = told(found, cell)
    assert {f"GEN-{code}" for code in defect.codes} <= {f.code for f in some}
    assert defect.suggestion in {f.suggestion for f in some}
    assert told(found) == some  # and nothing else is said because of it


@pytest.mark.parametrize("name", [MOTION, BEREDNING])
def test_what_is_put_back_are_the_words_of_the_published_document(name: str) -> None:
    published = wordings((GOLDEN / f"{name}.txt").read_text(encoding="utf-8"))
    for defect in DEFECTS:
        if defect.book == name:
            assert wordings(defect.wrong) in published


@pytest.mark.parametrize("name", [MOTION, BEREDNING])
def test_all_defects_are_found_together(name: str, tmp_path: Path) -> None:
    copy = Copy(name, tmp_path)
    wanted: dict[str, set[str]] = {}
    for defect in DEFECTS:
        if defect.book == name:
            cell = copy.put_back(defect)
            wanted.setdefault(cell.coordinate, set()).update(f"GEN-{c}" for c in defect.codes)
    found = copy.read()
    for place, codes in wanted.items():
        here = {f.code for f in told(found) if found.source.place(f.at).cell == place}
        assert codes <= here


def test_what_the_published_protokoll_has_is_seen_and_accepted() -> None:
    found = read(DATA / f"{KSAU}.xlsx")
    accepted = {(f.code, found.source.place(f.at).sheet) for f in check(found).accepted}
    assert accepted == {
        ("GEN-3430", "Innehåll"),  # förvaltningarna in the text, förvaltningar in the rubrik
        ("GEN-3432", "Innehåll"),  # föreskrift in the decision, Föreskrifter under Underlag
        ("GEN-3433", "Ärenden"),  # nothing between the names and the motion's own rubrik
    }


# -- the motion and the reservation, which are Word files of their own --------------------------


def test_a_motion_to_the_styrelse_is_for_fullmaktige(tmp_path: Path) -> None:
    copy = Copy(KSAU, tmp_path)
    cell = copy.of("Ärenden", "Beslutas av", "28")
    cell.value = "KS"
    assert "GEN-3214" in {f.code for f in told(copy.read(), cell)}


def test_the_author_has_another_name_in_the_motion(tmp_path: Path) -> None:
    copy = Copy(KSAU, tmp_path)
    cell = copy.of("Ärenden", "Rubrik", "28")
    cell.value = str(cell.value).replace("Ann Tångmark (FNL)", "Ann Tångmark Lundberg (FNL)")
    (finding,) = [f for f in told(copy.read(), cell) if f.code == "GEN-3423"]
    assert finding.suggestion == "Ann Tångmark (FNL)"


def test_the_third_point_of_the_motion_has_lost_its_dash(tmp_path: Path) -> None:
    copy = Copy(KSAU, tmp_path)
    cell = copy.of("Innehåll", "Text", "28")
    cell = next(
        c for key, c in copy.under("Innehåll", "Text")
        if key.get("Del") == "Sammanfattning" and "I motionen föreslås" in str(c.value)
    )  # fmt: skip
    cell.value = (
        "- att ge Kommunkontoret i uppdrag att skyndsamt ta fram en modell\n"
        "- att ge samtliga förvaltningar i uppdrag att analysera sina processer\n\n"
        "att ge samtliga förvaltningar i uppdrag att årligen följa upp sitt förbättringsarbete."
    )
    assert "GEN-3415" in {f.code for f in told(copy.read(), cell)}


RESERVATION = (
    "28. Motion Liv Severinsson (FNL), Jan Annerstedt (FNL), Börje Hed (FNL) och Ann Tångmark "
    "(FNL). FörNyaLund reserverar sig mot beslutet och yrkar bifall till motionen. Under ärende 27 "
    "”Tillitberedningen” anges en av arbetsuppgifterna."
)


def test_the_reservation_names_numbers_a_yrkande_and_a_word_of_its_own(tmp_path: Path) -> None:
    copy = Copy(KSAU, tmp_path)
    cells = copy.append(
        "Behandling", Ärende="28", Händelse="Reservation", Vem="Mia Honeth", Text=RESERVATION
    )
    some = told(copy.read(), cells["Text"])
    found = {(f.code, f.value, f.suggestion) for f in some}
    assert ("GEN-3473", "27", "§ 49") in found  # the numbers of the föredragningslista
    assert ("GEN-3473", "28", "§ 50") in found
    assert ("GEN-3486", "yrkar", "") in found  # a yrkande that nobody put at the meeting
    assert ("GEN-3425", "Tillitberedningen", "tillitsberedningen") in found


def test_the_sender_of_a_reservation_is_a_parti_or_people_by_the_names_of_the_register(
    tmp_path: Path,
) -> None:
    copy = Copy(KSAU, tmp_path)
    cells = copy.append("Behandling", Ärende="28", Händelse="Reservation", Vem="FörNyaLund")
    assert "GEN-1302" in {f.code for f in told(copy.read(), cells["Vem"])}


# -- what cannot happen, and what is not seen -----------------------------------------------------


def test_an_empty_list_of_recipients_is_not_printed(tmp_path: Path) -> None:
    """The published document has the heading För verkställighet … with nobody under it."""
    copy = Copy(BEREDNING, tmp_path)
    rows = {key.get("Del") for key, _ in copy.under("Innehåll", "Del")}
    assert ATGARD in rows
    (arende,) = copy.read().meeting.arenden
    assert recipients(arende.rader(ATGARD), arende) == []
    vem = next(c for key, c in copy.under("Innehåll", "Vem") if key.get("Del") == ATGARD)
    vem.value = "–"
    assert [f.code for f in told(copy.read(), vem)] == ["GEN-3463"]


@pytest.mark.parametrize(
    ("name", "del_", "right", "wrong"),
    [
        (MOTION, "Förslag", "anse motionen besvarad", "anse motionen vara besvarad"),
        (MOTION, "Bakgrund", "införa en tillitsbaserad", "inför en tillitsbaserad"),
        (MOTION, "Föredragning", "i syfte att förenkla", "som i syfte att förenkla"),
    ],
)
def test_language_is_not_judged(
    name: str, del_: str, right: str, wrong: str, tmp_path: Path
) -> None:
    """So that what is said is worth reading: a rule that guesses at style is turned off."""
    copy = Copy(name, tmp_path)
    copy.put_back(Defect(name, del_, right, wrong, ()))
    found = copy.read()
    assert told(found) == []
    assert wrong in " ".join(plain(r.text) for r in found.meeting.arenden[0].innehall)
