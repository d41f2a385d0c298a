"""Föreskrifter and reglementen: how they are numbered, what they refer to, and on the page."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import verapdf
from hypothesis import given
from hypothesis import strategies as st
from kommando import gen as command
from pypdf import PdfReader
from wordfiles import word

from gen import documents, ny
from gen.building import Options
from gen.checks import check
from gen.choices import FORESKRIFTSSLAG, KAPITEL, PARAGRAF
from gen.errors import UsageError
from gen.findings import CATALOGUE, Finding
from gen.foreskrift import Bestammelse, Foreskrift, numbered
from gen.kontroll import kontrollera
from gen.pdf.engines import choose
from gen.planning import plan
from gen.recipe import make
from gen.register import Organ, Register
from gen.report import kontroll_lines
from gen.swedish.lagrum import Nummer, parse_nummer, references
from gen.swedish.unreadable import Unreadable
from gen.workbook import new, sheets
from gen.workbook.kinds import read_any
from gen.workbook.read import Reading
from gen.workbook.which import Which, which

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "data" / "foreskrift-tillitsberedningen.xlsx"
SEED = ROOT / "tests" / "golden" / "tjansteskrivelse-ks-2023-0106.txt"
ENGINES = ("libreoffice", "inbyggd")

KNOWN = Register(
    organ=(
        Organ(kod="KF", namn="Kommunfullmäktige", slag="KF"),
        Organ(kod="KS", namn="Kommunstyrelsen", slag="KS", overordnat="KF"),
    )
)
DECIDED = {
    "Slag": "Reglemente",
    "Titel": "Reglemente för kommunstyrelsen",
    "Beslutad av": "KF",
    "Beslutad": "2023-03-30",
    "Beslutets §": "31",
}
PROPOSED = {
    "Slag": "Föreskrift",
    "Titel": "Föreskrift för torghandel",
    "Förslagets datum": "2023-03-01",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the register."""
    (tmp_path / "register.xlsx").write_bytes(new.register(KNOWN))
    return tmp_path


def book(
    path: Path,
    form: Mapping[str, str],
    lines: Iterable[str],
    revised: Iterable[tuple[str, ...]] = (),
) -> Path:
    """A workbook as somebody has typed it; a line is `Paragraf 4 a: Texten` or `: Texten`."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    ws: Any = made.create_sheet("Föreskrift")
    ws.append(["Uppgift", "Värde"])
    headers = [column.header for column in sheets.FORESKRIFT.columns]
    assert set(form) <= set(headers)
    for header in headers:
        ws.append([header, form.get(header)])
    ws = made.create_sheet("Bestämmelser")
    ws.append(["Del", "Nr", "Text", "Fil"])
    for line in lines:
        head, _, text = line.partition(": ")
        head, with_file, fil = head.partition(" | ")
        del_, nr = re.fullmatch(r"(\D*?)(?: (\d.*))?", head).groups()  # type: ignore[union-attr]
        ws.append([del_ or None, nr, text or None, fil if with_file else None])
    ws = made.create_sheet("Revideringar")
    ws.append(["Organ", "Datum", "§", "Avser"])
    for row in revised:
        ws.append(list(row))
    made.save(path)
    return path


def föreskrift(
    folder: Path, *lines: str, revised: Iterable[tuple[str, ...]] = (), **form: Any
) -> Reading:
    """The reading of a reglemente that is decided, with those rows; `form` by the headers."""
    return read_any(book(folder / "f.xlsx", {**DECIDED, **form}, lines, revised))


def own(found: Reading) -> Foreskrift:
    assert isinstance(found.own, Foreskrift)
    return found.own


def numbers(found: Reading) -> list[str]:
    """The numbers given, with a plain blank."""
    shown = ((r.del_, str(r.nr).replace("\u00a0", " ")) for r in own(found).bestammelser if r.nr)
    return [f"{nr} kap." if del_ == KAPITEL else nr for del_, nr in shown]


def told(found: Reading, code: int) -> list[Finding]:
    return [f for f in check(found) if f.code == f"GEN-{code}"]


def context(found: Reading) -> dict[str, Any]:
    (draft,) = documents.types()["föreskrift"].drafts(found)
    return dict(draft.context)


def shown(value: Any) -> list[tuple[str, str]]:
    """Each paragraph of blocks, and the style that it is of."""
    return [
        (
            block.get("stil", "fil"),
            "".join(run["text"] for run in runs).replace("\u00a0", " ").replace("\t", ""),
        )
        for block in value["block"]
        for runs in block.get("poster", [block.get("text", [])])
    ]


def body(found: Reading) -> list[tuple[str, str]]:
    return shown(context(found)["innehåll"])


# -- the workbook -----------------------------------------------------------------------


def test_the_sheets_tell_a_föreskrift(folder: Path) -> None:
    path = book(folder / "x.xlsx", DECIDED, ["Paragraf: A"])
    assert which(path) is Which.FORESKRIFT
    assert which(EXAMPLE) is Which.FORESKRIFT


def test_what_is_typed_is_what_it_holds(folder: Path) -> None:
    found = föreskrift(
        folder,
        "Paragraf: En",
        revised=[("KS", "2024-06-19", "118", "1 §")],
        **{
            "Ersätter": "Det gamla; Det äldre",
            "Gäller från och med": "2023-04-01",
            "Innehållsförteckning": "Ja",
            "Numrering": "löpande",
            "Paragraferna skrivs": "§ 1",
        },
    )
    held = own(found)
    assert held.slag == "Reglemente"
    assert held.beslutad_av == "KF"
    assert (str(held.beslutad), held.paragraf, str(held.galler_fran)) == (
        "2023-03-30",
        "31",
        "2023-04-01",
    )
    assert held.ersatter == ("Det gamla", "Det äldre")
    assert held.innehallsforteckning is True
    assert (held.numrering, held.paragrafform) == ("löpande", "§ 1")
    (revised,) = held.revideringar
    assert (revised.organ, str(revised.datum), revised.paragraf) == ("KS", "2024-06-19", "118")
    assert [f.code for f in check(found)] == ["GEN-3815"]


def test_an_empty_del_is_as_above_and_a_stycke_below_what_begins_something(folder: Path) -> None:
    lines = [
        "Kapitel: Ett",
        ": I kapitlet",
        "Rubrik: R",
        ": Under rubriken",
        "Paragraf: P",
        ": Andra stycket",
        "Numrerad lista: a",
        ": b",
        "Ikraftträdande och övergång: i",
        ": ii",
    ]
    parts = [rad.del_ for rad in own(föreskrift(folder, *lines)).bestammelser]
    assert parts == [
        "Kapitel",
        "Stycke",
        "Rubrik",
        "Stycke",
        "Paragraf",
        "Stycke",
        "Numrerad lista",
        "Numrerad lista",
        "Ikraftträdande och övergång",
        "Ikraftträdande och övergång",
    ]


def test_a_row_with_only_del_is_none_unless_it_is_counted(folder: Path) -> None:
    found = föreskrift(folder, "Rubrik", "Punktlista", "Bilaga", "Kapitel: K", "Paragraf", ": S")
    assert [rad.del_ for rad in own(found).bestammelser] == ["Kapitel", "Paragraf", "Stycke"]


def test_columns_may_stand_in_any_order_and_a_fault_names_its_cell(folder: Path) -> None:
    path = book(folder / "f.xlsx", DECIDED, ["Paragraf x: A"])
    made = openpyxl.load_workbook(path)
    ws = made["Bestämmelser"]
    ws.delete_rows(1, 2)
    for row in (("Text", "Nr", "Del"), ("A", "fyra", "Paragraf"), ("B", None, "Paragrf")):
        ws.append(row)
    made.save(path)
    found = read_any(path)
    faults = [f for f in check(found) if f.code == "GEN-1401" or f.level == "fel"]
    cells = {found.source.place(f.at).cell for f in faults}
    assert cells == {"B2", "C3"}
    assert all(f.stops("föreskrift") for f in faults)


# -- numbers ----------------------------------------------------------------------------


def test_paragrafer_begin_again_in_each_chapter_or_run_on(folder: Path) -> None:
    lines = ["Kapitel: A", "Paragraf: 1", "Paragraf: 2", "Kapitel: B", "Paragraf: 3"]
    assert numbers(föreskrift(folder, *lines)) == ["1 kap.", "1", "2", "2 kap.", "1"]
    running = föreskrift(folder, *lines, Numrering="löpande")
    assert numbers(running) == ["1 kap.", "1", "2", "2 kap.", "3"]
    assert numbers(föreskrift(folder, "Paragraf: 1", "Paragraf: 2")) == ["1", "2"]


def test_what_is_put_in_between_moves_nothing(folder: Path) -> None:
    before = föreskrift(folder, "Paragraf: A", "Paragraf: B", "Paragraf: C")
    after = föreskrift(folder, "Paragraf: A", "Paragraf: B", "Paragraf 2 a: Ny", "Paragraf: C")
    assert numbers(before) == ["1", "2", "3"]
    assert numbers(after) == ["1", "2", "2 a", "3"]
    assert not told(after, 3801) + told(after, 3802)


def test_a_locked_number_leaves_room_for_what_is_repealed(folder: Path) -> None:
    found = föreskrift(folder, "Paragraf: A", "Paragraf 4: B", "Paragraf: C", "Kapitel 3 b: K")
    assert numbers(found) == ["1", "4", "5", "3 b kap."]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("4", Nummer(4)),
        ("4a", Nummer(4, "a")),
        (" 4 A § ", Nummer(4, "a")),
        ("§ 12", Nummer(12)),
        ("2 kap.", Nummer(2)),
        ("4\u00a0å", Nummer(4, "å")),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, number: Nummer) -> None:
    assert parse_nummer(typed) == number


@pytest.mark.parametrize("typed", ["", "0", "fyra", "4 ab", "4.1", "1–3", "a"])
def test_what_is_no_number_is_not_guessed(typed: str) -> None:
    with pytest.raises(Unreadable):
        parse_nummer(typed)


_ROW = st.tuples(
    st.sampled_from([KAPITEL, PARAGRAF, PARAGRAF, PARAGRAF, "Stycke"]),
    st.none() | st.integers(0, 3).flatmap(lambda up: st.tuples(st.just(up), st.sampled_from("ab"))),
)


@given(st.lists(_ROW, max_size=40), st.booleans())
def test_numbers_rise_strictly_whatever_is_put_in(
    rows: list[tuple[str, tuple[int, str] | None]], per_kapitel: bool
) -> None:
    """Typed as people do: a letter after the number above, or some numbers further on."""
    typed: list[Bestammelse] = []
    for del_, lock in rows:
        nr = None
        if lock is not None and del_ != "Stycke":
            done = list(numbered(typed, per_kapitel=per_kapitel))
            last = _last(done, del_, per_kapitel)
            up, letter = lock
            nr = Nummer(last.tal + up, letter)
            if nr <= last or nr.tal == 0:
                nr = Nummer(last.tal + 1)
        typed.append(Bestammelse(del_=del_, nr=nr, last=nr is not None))
    out = list(numbered(typed, per_kapitel=per_kapitel))
    assert [r.nr for r in out if r.last] == [r.nr for r in typed if r.last]
    assert all((rad.nr is not None) == (rad.del_ != "Stycke") for rad in out)
    chapters = [rad.nr for rad in out if rad.del_ == KAPITEL]
    assert all(a < b for a, b in pairwise(chapters) if a and b)
    groups: dict[object, list[Nummer]] = {}
    for rad in out:
        if rad.del_ == PARAGRAF and rad.nr is not None:
            groups.setdefault(rad.kapitel if per_kapitel else None, []).append(rad.nr)
    for some in groups.values():
        assert all(a < b for a, b in pairwise(some))


def _last(done: list[Bestammelse], del_: str, per_kapitel: bool) -> Nummer:
    """The number that a row of that Del would come after."""
    same: list[Nummer] = [Nummer(0)]
    for rad in done:
        if rad.del_ == KAPITEL and del_ == PARAGRAF and per_kapitel:
            same = [Nummer(0)]
        elif rad.del_ == del_ and rad.nr is not None:
            same.append(rad.nr)
    return same[-1]


# -- references -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Enligt 2 kap. 3 § ska", ["2 kap. 3 §"]),
        ("enligt 4 a och 5–7 §§ gäller", ["4 a och 5–7 §§"]),
        ("2 kap. 1, 3 och 5 §§.", ["2 kap. 1, 3 och 5 §§"]),
        ("Av 2 kap. framgår", ["2 kap."]),
        ("5\u00a0§ andra stycket", ["5 §"]),
        ("3 § i denna arbetsordning och 4 § förvaltningslagen.", ["3 §"]),
        ("3 § i detta reglemente", ["3 §"]),
        ("enligt 3 kap. 8 § ordningslagen (1993:1617) får", []),
        ("6 kap. 39 § första stycket 2 kommunallagen", []),
        ("i 4 kap. 24 b § samt 5 kap. 3 § kommunallagen", []),
        ("kommunallagen (2017:725) 6 kap. 3 §", []),
        ("enligt 6 kap. kommunallagen", []),
        ("6 kap. 39 § KL", []),
        ("2 § samma lag", []),
        ("beslutet 2022-06-22 § 251", []),
        ("klockan 13 och 5 kapslar", []),
    ],
)
def test_a_reference_is_to_the_föreskrift_itself_or_to_a_law(
    text: str, expected: list[str]
) -> None:
    assert [found.text for found in references(text, sign_after=True)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se § 12.", ["§ 12"]),
        ("§§ 3–5 gäller", ["§§ 3–5"]),
        ("enligt § 4 a ska", ["§ 4 a"]),
        ("2 kap. § 3", ["2 kap. § 3"]),
        ("KF § 102 och 2023-01-01 § 5", []),
        ("§ 4 kommunallagen", []),
    ],
)
def test_the_sign_may_stand_first(text: str, expected: list[str]) -> None:
    assert [found.text for found in references(text, sign_after=False)] == expected


TWO_CHAPTERS = ("Kapitel: A", "Paragraf: Ett", "Paragraf: Två", "Kapitel: B", "Paragraf: ")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Enligt 1 kap. 2 § gäller", []),
        ("Enligt 1 kap. 3 § gäller", ["1 kap. 3 §"]),
        ("Enligt 1 kap. 1–3 §§ gäller", ["1 kap. 3 §"]),
        ("Enligt 1 § gäller", []),
        ("Enligt 2 § gäller", ["2 kap. 2 §"]),
        ("Enligt 3 kap. 1 § gäller", ["3 kap."]),
        ("Enligt 2 kap. 1 § ordningslagen", []),
        ("Enligt 9 § ordningslagen", []),
    ],
)
def test_a_reference_leads_to_a_paragraf_that_there_is(
    folder: Path, text: str, missing: list[str]
) -> None:
    found = föreskrift(folder, *TWO_CHAPTERS[:-1], f"Paragraf: {text}")
    said = told(found, 3805) + told(found, 3806)
    assert [re.findall(r"går till (.+), som", f.message)[0] for f in said] == missing
    assert all(found.source.place(f.at).cell == "C6" for f in said)


def test_a_reference_is_sought_in_the_whole_where_the_numbers_run_on(folder: Path) -> None:
    lines = [*TWO_CHAPTERS[:-1], "Paragraf: Enligt 1 § och 4 § gäller"]
    assert [f.value for f in told(föreskrift(folder, *lines, Numrering="löpande"), 3805)] == ["4 §"]


def test_where_no_chapter_is_meant_nothing_is_guessed(folder: Path) -> None:
    closing = "Ikraftträdande och övergång: För 7 § gäller äldre bestämmelser."
    assert not told(föreskrift(folder, *TWO_CHAPTERS[:3], closing), 3805)
    assert told(föreskrift(folder, "Paragraf: Ett", closing), 3805)


# -- the other rules --------------------------------------------------------------------

P = "Paragraf: Ett"


@pytest.mark.parametrize(
    ("code", "breaks", "keeps"),
    [
        (3800, (P, "Paragraf", "Rubrik: R", P), (P, "Paragraf", ": Ett stycke")),
        (3801, (P, "Paragraf 1: Två"), (P, "Paragraf 1 a: Två")),
        (3801, ("Kapitel: A", P, "Kapitel 1: B", P), ("Kapitel: A", P, "Kapitel 2: B", P)),
        (3802, (P, P, "Paragraf 1 a: Två"), (P, "Paragraf 1 a: Två", P)),
        (3803, (P, "Stycke 2: S"), (P, "Stycke: S")),
        (3804, (P, "Numrerad lista: a"), (P, "Numrerad lista: a", ": b")),
        (3804, (P, "Punktlista: a", P), (P, "Punktlista: a", ": b", P)),
        (
            3804,
            (P, "Numrerad lista: a", ": b", "Bokstavslista: x", "Stycke: S"),
            (
                *(P, "Numrerad lista: a", "Bokstavslista: x", ": y"),
                *("Numrerad lista: b", "Bokstavslista: x", ": y"),
            ),
        ),
        (3812, ("Kapitel", P), ("Kapitel: A", P)),
        (3813, ("Kapitel: A", "Kapitel: B", P), ("Kapitel: A", "Rubrik: R", P)),
        (3813, (P, "Rubrik: R"), (P, "Rubrik: R", P)),
        (3811, ("Kapitel: A", "Rubrik: R"), ("Inledning: Så är det.",)),
        (3811, (), (P,)),
    ],
)
def test_a_rule_of_the_text(
    folder: Path, code: int, breaks: tuple[str, ...], keeps: tuple[str, ...]
) -> None:
    assert len(told(föreskrift(folder, *breaks), code)) == 1
    assert told(föreskrift(folder, *keeps), code) == []


@pytest.mark.parametrize(
    ("code", "breaks", "keeps"),
    [
        (3807, {"Gäller från och med": "2023-03-29"}, {"Gäller från och med": "2023-03-30"}),
        (
            3808,
            {"Ersätter": "reglemente för  kommunstyrelsen"},
            {"Ersätter": "Reglemente för kommunstyrelsen 2018-12-20 § 251"},
        ),
        (3809, {"Beslutets §": ""}, {}),
        (3809, {"Beslutad": ""}, {}),
        (
            3810,
            {"Beslutad": "", "Beslutets §": ""},
            {"Beslutad": "", "Beslutets §": "", "Förslagets datum": "2023-03-01"},
        ),
        (3815, {"Innehållsförteckning": "Ja"}, {"Innehållsförteckning": "Nej"}),
        (2001, {"Titel": ""}, {}),
        (2001, {"Slag": ""}, {}),
    ],
)
def test_a_rule_of_the_form(
    folder: Path, code: int, breaks: dict[str, Any], keeps: dict[str, Any]
) -> None:
    assert len(told(föreskrift(folder, P, **breaks), code)) == 1
    assert told(föreskrift(folder, P, **keeps), code) == []


def test_revisions_follow_one_after_the_other_and_are_whole(folder: Path) -> None:
    def said(code: int, *rows: tuple[str, ...]) -> list[str]:
        return [f.at for f in told(föreskrift(folder, P, revised=rows), code)]

    assert said(3814, ("KF", "2022-06-22", "12")) == ["revideringar[0].datum"]
    late, later = ("KF", "2024-06-19", "118"), ("KF", "2025-06-18", "97")
    assert said(3814, later, late) == ["revideringar[1].datum"]
    assert said(3814, late, later) == []
    assert said(2001, ("KF", "2024-06-19")) == ["revideringar[0].paragraf"]
    assert said(2001, late) == []


def test_every_kind_of_this_range_has_a_test_here() -> None:
    declared = {kind.number for kind in CATALOGUE.values() if 3800 <= kind.number <= 3849}
    tested = {int(code) for code in re.findall(r"\b38\d\d\b", Path(__file__).read_text("utf-8"))}
    assert declared <= tested - {3849}


def test_there_is_nothing_to_say_of_what_keeps_every_rule(folder: Path) -> None:
    assert list(check(föreskrift(folder, P))) == []


# -- the document -----------------------------------------------------------------------


def test_a_paragraf_is_its_number_and_its_words_in_one_paragraph(folder: Path) -> None:
    found = föreskrift(folder, "Paragraf: Ett.", ": Två.", "Paragraf 1 a", ": Tre.")
    assert body(found) == [
        ("paragraf", "1 § Ett."),
        ("brödtext", "Två."),
        ("paragraf", "1 a § Tre."),
    ]
    (first, _, _) = context(found)["innehåll"]["block"]
    assert first["text"] == [{"text": "1\u00a0§", "fet": True}, {"text": " \t"}, {"text": "Ett."}]
    sign_first: dict[str, Any] = {"Paragraferna skrivs": "§ 1"}
    before = föreskrift(folder, "Paragraf: Ett.", **sign_first)
    assert body(before) == [("paragraf", "§ 1 Ett.")]


def test_a_rubrik_is_below_its_chapter_and_no_level_is_skipped(folder: Path) -> None:
    with_chapters = föreskrift(
        folder, "Rubrik: Först", P, "Kapitel: A", "Rubrik: R", P, "Ikraftträdande och övergång: I."
    )
    headings = [row for row in body(with_chapters) if "rubrik" in row[0]]
    assert headings == [
        ("rubrik", "Först"),
        ("rubrik", "1 kap. A"),
        ("underrubrik", "R"),
        ("rubrik", "Ikraftträdande"),
    ]
    assert ("rubrik", "R") in body(föreskrift(folder, "Rubrik: R", P))


def test_a_lettered_list_stands_in_its_point_and_the_numbers_go_on(folder: Path) -> None:
    found = föreskrift(
        folder,
        "Paragraf: Nämnden ska",
        "Numrerad lista: ett,",
        ": två:",
        "Bokstavslista: x",
        ": y",
        "Numrerad lista: tre.",
        "Stycke: Eller",
        "Bokstavslista: z",
        ": å",
        "Paragraf: Nämnden får",
        "Numrerad lista: a",
        ": b",
    )
    blocks = context(found)["innehåll"]["block"]
    lists = [(b["stil"], len(b["poster"]), b.get("fortsätter")) for b in blocks if "poster" in b]
    assert lists == [
        ("numrerad", 2, None),
        ("bokstavslista-i-lista", 2, True),
        ("numrerad", 1, True),
        ("bokstavslista", 2, None),
        ("numrerad", 2, None),
    ]
    styles = [b["stil"] for b in blocks if b["typ"] == "stycke"]
    assert styles == ["paragraf-inledning", "ingress", "paragraf-inledning"]


def test_several_closing_provisions_are_numbered_and_one_is_not(folder: Path) -> None:
    closing = "Ikraftträdande och övergång: "
    one = föreskrift(folder, P, f"{closing}Träder i kraft.")
    assert body(one)[1:] == [("rubrik", "Ikraftträdande"), ("brödtext", "Träder i kraft.")]
    two = föreskrift(folder, P, f"{closing}Träder i kraft.", ": Äldre gäller för")
    assert body(two)[1:] == [
        ("rubrik", "Ikraftträdande- och övergångsbestämmelser"),
        ("numrerad", "Träder i kraft."),
        ("numrerad", "Äldre gäller för"),
    ]
    nested = föreskrift(folder, P, f"{closing}A", ": B", "Bokstavslista: x", ": y", f"{closing}C")
    assert [style for style, _ in body(nested)].count("rubrik") == 1


def test_the_list_of_contents_tells_the_paragrafer_of_each_chapter(folder: Path) -> None:
    lines = ["Kapitel: A", P, "Rubrik: R", P, "Kapitel: B", P, "Ikraftträdande och övergång: I."]
    ja: dict[str, Any] = {"Innehållsförteckning": "Ja"}
    there = context(föreskrift(folder, *lines, **ja))
    entries = there["innehållsförteckning"]["block"]
    assert [text for _, text in shown(there["innehållsförteckning"])] == [
        "1 kap. A (1–2 §§)",
        "2 kap. B (1 §)",
        "Ikraftträdande",
    ]
    anchors = [b["ankare"] for b in there["innehåll"]["block"] if b.get("ankare")]
    assert [entry["ankare"] for entry in entries] == anchors
    without = context(föreskrift(folder, "Rubrik: Ett", P, P, "Rubrik: Två", P, **ja))
    entries = [text for _, text in shown(without["innehållsförteckning"])]
    assert entries == ["Ett (1–2 §§)", "Två (3 §)"]
    assert context(föreskrift(folder, *lines))["har_innehållsförteckning"] is False


def test_who_decided_and_when_stands_under_the_title(folder: Path) -> None:
    found = föreskrift(
        folder,
        P,
        revised=[("KS", "2024-06-19", "§ 118", "4 §")],
        **{"Ersätter": "Det gamla", "Utfärdad med stöd av": "3 kap. 8 § ordningslagen"},
    )
    here = context(found)["föreskrift"]
    assert here["beslut_rubrik"] == "Antaget av"
    assert here["beslut"] == "kommunfullmäktige 2023-03-30 §\u00a031"
    assert here["revideringar_rubrik"] == "Reviderat av"
    assert here["revideringar"] == ["kommunstyrelsen 2024-06-19 §\u00a0118 (4 §)"]
    assert here["ersätter"] == ["Det gamla"]
    shown_ = context(found)["dokument"]
    assert (shown_["typ"], shown_["datum_rubrik"], shown_["datum"]) == (
        "Reglemente",
        "Senast ändrad",
        "2024-06-19",
    )
    other = context(föreskrift(folder, P, Slag="Arbetsordning"))["föreskrift"]
    assert (other["beslut_rubrik"], other["gäller_från"]) == ("Antagen av", None)


def test_an_intern_anteckning_and_a_bilaga_are_not_in_the_text(folder: Path) -> None:
    found = föreskrift(
        folder, "Intern anteckning: Hemligt", P, "Bilaga: Karta", ": Taxa", "Intern anteckning: Ej"
    )
    assert body(found) == [("paragraf", "1 § Ett")]
    assert context(found)["bilagor"] == ["Bilaga\u00a01. Karta", "Bilaga\u00a02. Taxa"]


def test_a_word_file_is_set_in_as_a_stycke_and_stops_it_where_it_is_gone(folder: Path) -> None:
    (folder / "tabell.docx").write_bytes(word("Ur en fil"))
    found = föreskrift(folder, P, "Stycke | tabell.docx")
    assert body(found)[1:] == [("fil", "")]
    assert set(found.files) == {"tabell.docx"}
    gone = föreskrift(folder, P, "Stycke | borta.docx")
    assert any(f.stops("föreskrift") for f in check(gone))
    assert told(föreskrift(folder, "Paragraf | tabell.docx: Ett"), 1607)


# -- decided or not ---------------------------------------------------------------------


def test_what_is_not_decided_is_made_only_as_an_utkast_that_says_förslag(folder: Path) -> None:
    found = read_any(book(folder / "f.xlsx", PROPOSED, [P]))
    (draft,) = documents.types()["föreskrift"].drafts(found)
    assert draft.waits_for == {
        "föreskrift.beslutad_av",
        "föreskrift.beslutad",
        "föreskrift.paragraf",
    }
    assert plan(found, ["föreskrift"]) == ()
    (job,) = plan(found, ["föreskrift"], utkast=True)
    said: Any = job.context["dokument"]
    assert (job.name, said["status"], job.created) == ("föreskrift-utkast", "Förslag", "2023-03-01")


def test_a_check_tells_what_a_förslag_waits_for_and_finds_no_fault(folder: Path) -> None:
    path = book(folder / "f.xlsx", {**PROPOSED, "Beslutad av": "KS"}, [P])
    done = kontrollera(path)
    assert (done.exit_code, done.findings, done.stopped) == (0, (), {})
    assert done.later == {"föreskrift": ("Beslutad", "Beslutets §")}
    told = [*kontroll_lines(done)]
    assert "Föreskrift väntar på Beslutad och Beslutets §. Ett utkast görs med --utkast." in told
    assert told[-1] == "Inget att rätta."
    shown = command(folder, "kontrollera", "f.xlsx", "--json")
    assert shown.returncode == 0
    assert json.loads(shown.stdout)["inte_dags"] == ["föreskrift"]


@pytest.mark.parametrize(
    "wrong", [{"Förslagets datum": ""}, {"Titel": ""}, {"Beslutad": "2023-03-15"}]
)
def test_a_förslag_that_lacks_something_else_is_at_fault(
    folder: Path, wrong: Mapping[str, str]
) -> None:
    form = {**PROPOSED, "Beslutad av": "KS", **wrong}
    done = kontrollera(book(folder / "f.xlsx", form, [P]))
    assert (done.exit_code, len(done.findings), done.later) == (1, 1, {})


def test_what_is_decided_waits_for_nothing(folder: Path) -> None:
    assert kontrollera(book(folder / "f.xlsx", DECIDED, [P])).later == {}


def test_what_is_decided_needs_no_utkast_and_is_called_after_its_slag(folder: Path) -> None:
    (job,) = plan(föreskrift(folder, P), ["föreskrift"])
    said: Any = job.context["dokument"]
    assert (job.name, said["status"], job.created) == ("reglemente", "", "2023-03-30")


def test_the_terminal_refuses_a_förslag_and_offers_an_utkast(folder: Path) -> None:
    book(folder / "f.xlsx", {**PROPOSED, "Beslutad av": "KS"}, [P])
    done = command(folder, "foreskrift", "f.xlsx")
    assert done.returncode == 1
    assert "--utkast" in done.stdout
    assert "Beslutets § är inte ifylld" in done.stderr
    assert not list(folder.rglob("*.pdf"))
    done = command(folder, "föreskrift", "f.xlsx", "--utkast")
    assert done.returncode == 0, done.stderr
    assert "föreskrift-utkast.pdf" in done.stdout
    half = {**PROPOSED, "Beslutad av": "KS", "Beslutad": "2023-03-15"}
    book(folder / "h.xlsx", half, [P])
    done = command(folder, "föreskrift", "h.xlsx", "--utkast")
    assert done.returncode == 1
    assert "GEN-3809" in done.stderr


# -- gen ny and the example -------------------------------------------------------------


@pytest.mark.parametrize("slag", ["", *FORESKRIFTSSLAG])
def test_a_new_workbook_is_filled_in_and_read_back(folder: Path, slag: str) -> None:
    made = ny.foreskrift(folder / "ny.xlsx", slag=slag.lower(), titel="Torghandel", dnr="KS 1/23")
    held = own(read_any(made.files[0]))
    assert (held.slag, held.titel, held.dnr) == (slag, "Torghandel", "KS 1/23")
    assert [rad.del_ for rad in held.bestammelser] == [KAPITEL, PARAGRAF]


def test_an_unknown_slag_gets_the_nearest(folder: Path) -> None:
    with pytest.raises(UsageError) as refused:
        ny.foreskrift(folder / "ny.xlsx", slag="reglement")
    assert refused.value.finding.code == "GEN-3840"
    assert refused.value.finding.suggestion == "Reglemente"
    done = command(folder, "ny", "--föreskrift", "r.xlsx", "--organ", "KS")
    assert done.returncode == 2
    assert "--organ" in done.stderr


def test_the_example_says_what_the_seed_says_and_that_its_words_are_gens() -> None:
    found = read_any(EXAMPLE)
    first, *rows = own(found).bestammelser
    assert first.del_ == "Intern anteckning"
    assert "skriven för gen" in first.text[0].text
    assert [f.code for f in check(found)] == ["GEN-2001", "GEN-2001"]
    said = " ".join(run.text for rad in rows for run in rad.text)
    known = SEED.read_text("utf-8")
    for fact in (
        "kommunkontoret",
        "fackliga representanter",
        "central samverkansgrupp",
        "HR-direktör",
        "kommundirektör",
        "tre från styret och två från oppositionen",
        "experter inom området kan bjudas in att närvara",
        "processledning och administrativt stöd till tillitsberedningen",
        "ordförande",
        "kommunstyrelsens befintliga driftbudgetram",
    ):
        assert fact.casefold() in said.casefold(), fact
        assert fact.casefold() in known.casefold(), fact
    allowed = set(re.findall(r"\d+", known)) | {"1", "2", "4"}  # its own chapters and §§
    assert set(re.findall(r"\d+", said)) <= allowed
    assert "@" not in said


# -- on the page ------------------------------------------------------------------------

FULL = {
    **DECIDED,
    "Dnr": "KS 2023/0001",
    "Utfärdad med stöd av": "3 kap. 8 § ordningslagen (1993:1617)",
    "Gäller från och med": "2023-04-01",
    "Ersätter": "Reglemente 2018-12-20 § 251; Reglemente 2014-12-18 § 200",
    "Dokumentansvarig": "Kansliet",
    "Författningsnummer": "4.2",
    "Innehållsförteckning": "Ja",
}
LONG = "Nämnden ansvarar för det som fullmäktige har bestämt, och följer upp det varje år. " * 70


def _many() -> list[str]:
    """Forty §§ over several pages: lists, letters, rubriker, and one as long as a page."""
    out = ["Inledning: Detta reglemente gäller utöver kommunallagen (2017:725)."]
    for number in range(1, 41):
        if number % 8 == 1:
            words = "om hur ärenden bereds, sammanträden hålls och beslut följs upp i nämnden"
            out.append(f"Kapitel: Bestämmelser {words if number == 9 else number}")
        if number % 4 == 1:
            out.append(f"Rubrik: Rubrik {number}")
        out.append(f"Paragraf: {LONG if number == 20 else 'Nämnden ska'}")
        if number % 3 == 0:
            out += [f"Numrerad lista: {'bereda ärenden till fullmäktige, ' * 6}", ": följa upp,"]
            out += ["Bokstavslista: varje år,", ": vid behov,", "Numrerad lista: berätta."]
        else:
            out += ["Punktlista: bereda,", ": besluta.", "Stycke: Nämnden får besluta annat."]
    return [
        *out,
        "Ikraftträdande och övergång: Reglementet gäller från och med den 1 april 2023.",
        ": Äldre bestämmelser gäller för ärenden som har kommit in före dess.",
        "Bilaga: Karta",
        ": Delegationsordning",
    ]


REVISED = [("KF", "2024-06-19", "118", "4 §"), ("KS", "2025-06-18", "97")]
BOOKS: dict[str, tuple[dict[str, str], list[str], list[tuple[str, ...]], bool]] = {
    "full": (FULL, _many(), REVISED, False),
    "löpande": (
        {**FULL, "Numrering": "löpande", "Paragraferna skrivs": "§ 1"},
        _many(),
        [],
        False,
    ),
    "utan-kapitel": (
        {**DECIDED, "Innehållsförteckning": "Ja"},
        ["Rubrik: Ett", "Paragraf 4 a: A", ": B", "Rubrik: Två", "Paragraf: C"],
        [],
        False,
    ),
    "listor": (
        DECIDED,
        [
            *("Paragraf: Ska", "Numrerad lista: ett", "Bokstavslista: x", ": y"),
            *("Numrerad lista: två", "Bokstavslista: z", ": å"),
            *("Paragraf", "Bokstavslista: p", ": q", "Paragraf 12 b: Så"),
        ],
        [],
        False,
    ),
    "minst": (DECIDED, ["Paragraf: Ett."], [], False),
    "minst-förslag": (PROPOSED, ["Inledning: Så är det."], [], True),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder with every document of an engine, made once."""
    done: dict[str, Path] = {}

    def of(engine: str) -> Path:
        if engine not in done:
            done[engine] = _all(tmp_path_factory.mktemp(engine), engine)
        return done[engine]

    return of


def _all(root: Path, engine: str) -> Path:
    (root / "register.xlsx").write_bytes(new.register(KNOWN))
    wanted = {"exempel": (EXAMPLE, True)}
    for name, (form, lines, revised, utkast) in BOOKS.items():
        wanted[name] = (book(root / f"{name}.xlsx", form, lines, revised), utkast)
    out = root / "alla"
    out.mkdir()
    with choose(engine) as warm:
        for name, (path, utkast) in wanted.items():
            outcome = make(warm, path, ["föreskrift"], Options(out=root / "ut", utkast=utkast))
            assert [f.code for f in outcome.findings if f.level == "fel"] == [], name
            assert [f.code for f in outcome.findings if f.code >= "GEN-4"] == [], name
            for file in outcome.placed:
                shutil.copy(file, out / f"{name}{file.suffix}")
    return out


def pages(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


@pytest.mark.behover("libreoffice")
def test_both_engines_give_the_same_pages(made: Callable[[str], Path]) -> None:
    for name in ("exempel", *BOOKS):
        one, other = (pages(made(engine) / f"{name}.pdf") for engine in ENGINES)
        assert one == other, name
    assert len(pages(made("inbyggd") / "full.pdf")) > 5


@pytest.mark.behover("libreoffice", "verapdf")
def test_each_file_is_archivable_and_accessible(
    made: Callable[[str], Path], tmp_path: Path
) -> None:
    files = {path.stem: path.read_bytes() for path in made("libreoffice").glob("*.pdf")}
    assert len(files) == 1 + len(BOOKS)
    assert verapdf.failures(files, tmp_path) == dict.fromkeys(files, verapdf.PASSES)


@pytest.mark.parametrize(
    "engine", [pytest.param("libreoffice", marks=pytest.mark.behover("libreoffice")), "inbyggd"]
)
def test_the_list_of_contents_has_the_page_on_which_each_chapter_begins(
    made: Callable[[str], Path], engine: str
) -> None:
    first, *rest = pages(made(engine) / "full.pdf")
    listed = re.findall(r"(\d kap\. Bestämmelser .+?) \(1–8 §§\) (\d+)", first)
    assert len(listed) == 5
    for heading, number in listed:
        # Where it is not only listed: below the list, or on a page further on.
        begins = [n for n, page in enumerate(rest, 2) if heading in page] or [1]
        assert [int(number)] == begins, heading


@pytest.mark.behover("libreoffice")
def test_a_page_number_leads_to_its_chapter(made: Callable[[str], Path]) -> None:
    reader = PdfReader(made("libreoffice") / "full.pdf")
    links = [a.get_object() for a in reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert len(links) == 6
    assert all(link["/Subtype"] == "/Link" and link["/Dest"] for link in links)


@pytest.mark.parametrize(
    "engine", [pytest.param("libreoffice", marks=pytest.mark.behover("libreoffice")), "inbyggd"]
)
def test_lists_are_numbered_from_one_in_each_paragraf_and_go_on_after_letters(
    made: Callable[[str], Path], engine: str
) -> None:
    text = " ".join(pages(made(engine) / "full.pdf"))
    found = re.findall(r"(\d\.) följa upp, (\w\)) varje år, (\w\)) vid behov, (\d\.) ber", text)
    assert found == [("2.", "a)", "b)", "3.")] * 13
    assert text.count("1. bereda") == 13
    (page,) = pages(made(engine) / "listor.pdf")
    assert "ett a) x b) y 2. två a) z b) å 2 § a) p b) q 12 b § Så" in page.replace("\u00a0", " ")


def test_chapters_and_rubriker_are_the_headings_and_nothing_is_stray(
    made: Callable[[str], Path],
) -> None:
    for path in sorted(made("inbyggd").glob("*.docx")):
        rows = [(str(p.style.name), p.text) for p in docx.Document(str(path)).paragraphs]
        levels = [int(style[-1]) for style, _ in rows if style.startswith("Heading")]
        assert levels[0] == 1
        assert all(below - above <= 1 for above, below in pairwise(levels)), path.name
        for style, text in rows:
            assert text or style in ("Innehåll slut", "Normal"), (path.name, style)
            assert "None" not in text
            assert "{" not in text
            plain = text.removesuffix("\t").replace("\u00a0", " ")
            assert not re.search(r"  |\s[,.;:](?!\w)|,\s*,|^\s", plain.strip()), (path.name, text)
    bookmarks = PdfReader(made("inbyggd") / "full.pdf").outline
    assert len(bookmarks) > 0
