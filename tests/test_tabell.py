"""The table block: what is written in cells comes out, in its order, in a table for all readers."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import verapdf
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from wordfiles import W, opened, part, word

from gen import convert, text
from gen.docx import render
from gen.model import Run
from gen.pdf.engines import choose
from gen.pdf.metadata import CLAIMS, Metadata
from gen.templates import on_letterhead, shipped
from gen.text import Column, Json

ENGINES = ("libreoffice", "inbyggd")
TEXT_WIDTH = 11906 - 1701 - 1417
"""Of the shipped letterhead: A4 between margins of 30 and 25 mm, in twentieths of a point."""
VOTES = (Column("Parti", 3), Column("Ja", number=True), Column("Nej", number=True))
LETTERHEAD = {
    "kommun": {"namn": "Lillköpings kommun"},
    "stil": {"signatur_i_sidfot": False},
    "dokument": {
        "typ": "Prov",
        "titel": "Prov",
        "organ": "Kommunstyrelsen",
        "datum_rubrik": "",
        "datum": "",
        "diarienummer": "",
        "status": "",
    },
}


def on_paper(*blocks: Json) -> bytes:
    """The blocks as a document on the shipped letterhead."""
    template = on_letterhead(word("{{p x }}"), (shipped() / "brevpapper.docx").read_bytes())
    return render(template, {**LETTERHEAD, "x": text.content(list(blocks))})


def rows(made: bytes, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in opened(made).tables[table].rows]


@pytest.fixture(scope="module")
def printed() -> dict[str, list[tuple[bytes, list[str]]]]:
    """Tables of every kind from both engines: each PDF, with the text of its pages."""
    kinds = (
        [text.table(VOTES, [["S", "5", "0"], ["M", "", "4"]], description="Rösterna")],
        [text.table(VOTES, [[f"P{n}", str(n), "0"] for n in range(120)], description="Lång")],
        [text.table(VOTES, [["ord " * 1500 + "slut", "1", "2"]], description="Hög")],
        [text.table(VOTES, [[n, "1", "2"]], description=n) for n in ("A", "B")],
        [text.table([Column(f"K{n}") for n in range(14)], [["1"] * 14] * 9, description="Bred")],
        [text.table(VOTES, [], description="Bara rubriker")],
    )
    meta = Metadata(title="Prov", created="2023-03-06T00:00:00+00:00", author="Lillköping")
    files = [convert.Document(on_paper(*blocks), meta, "prov.docx") for blocks in kinds]
    out = {}
    for name in ENGINES:
        with choose(name) as engine:
            pdfs = [done.pdf for done in convert.to_pdf(engine, files)]
        out[name] = [(pdf, _pages(pdf)) for pdf in pdfs if pdf is not None]
        assert len(out[name]) == len(kinds)
    return out


def _pages(pdf: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(pdf))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


# --- in Word -------------------------------------------------------------------------------

SIGNS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=20
).map(lambda said: f"<{said}>")


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Column], list[list[str]]]:
    width = draw(st.integers(1, 8))
    shares = draw(st.lists(st.integers(1, 20), min_size=width, max_size=width))
    numbers = draw(st.lists(st.booleans(), min_size=width, max_size=width))
    columns = [
        Column(draw(SIGNS), share, number) for share, number in zip(shares, numbers, strict=True)
    ]
    cells = st.one_of(st.just(""), SIGNS)
    row = st.lists(cells, min_size=width, max_size=width)
    return columns, draw(st.lists(row, max_size=6))


@given(tables())
@settings(max_examples=60, deadline=None)
def test_every_text_stands_in_its_cell_and_the_columns_fill_the_page(
    table: tuple[list[Column], list[list[str]]],
) -> None:
    columns, wanted = table
    made = on_paper(text.table(columns, wanted, description="x"))
    assert rows(made) == [[column.heading for column in columns], *wanted]
    widths = [int(c.get(W + "w")) for c in part(made, "word/document.xml").iter(W + "gridCol")]
    assert sum(widths) == TEXT_WIDTH
    whole = sum(column.share for column in columns)
    for column, width in zip(columns, widths, strict=True):
        assert abs(width - TEXT_WIDTH * column.share / whole) <= 1


def test_the_header_row_is_marked_and_repeated_and_numbers_stand_to_the_right() -> None:
    made = on_paper(text.table(VOTES, [["S", "5", "0"]], description="Röster & <skäl>"))
    (table,) = opened(made).tables
    head, body = (row._tr for row in table.rows)
    assert head.find(f".//{W}tblHeader") is not None
    assert body.find(f".//{W}tblHeader") is None
    assert table.style is not None
    assert table.style.name == "Tabell"
    styles = [[cell.paragraphs[0].style.name for cell in row.cells] for row in table.rows]  # type: ignore[union-attr]
    assert styles == [
        ["Tabellrubrik", "Tabelltalrubrik", "Tabelltalrubrik"],
        ["Tabelltext", "Tabelltal", "Tabelltal"],
    ]
    described = table._tbl.tblPr.find(qn("w:tblDescription"))
    assert described.get(qn("w:val")) == "Röster & <skäl>"


def test_a_cell_may_hold_several_paragraphs_and_keeps_bold() -> None:
    cell = [text.paragraph("Anslås", "tabelltext"), text.paragraph("8 kap. 12 §", "tabellnot")]
    bold = (Run(text="5", fet=True),)
    made = on_paper(text.table(VOTES, [[cell, bold, ""]], description="x"))
    assert rows(made)[1] == ["Anslås\n8 kap. 12 §", "5", ""]
    assert opened(made).tables[0].cell(1, 1).paragraphs[0].runs[0].style.name == "Strong"


def test_a_cell_is_filled_with_the_colour_behind_its_style() -> None:
    def build(document: Document) -> None:
        base = document.styles.add_style("Kalenderdag", WD_STYLE_TYPE.PARAGRAPH)
        shade = base.element.get_or_add_pPr()
        shade.append(shade.makeelement(W + "shd", {W + "val": "clear", W + "fill": "DCE7EA"}))
        marked = document.styles.add_style("Kalenderdag märkt", WD_STYLE_TYPE.PARAGRAPH)
        marked.base_style = base

    block = text.table(
        [Column("en"), Column("två")],
        [[[text.paragraph("1", "kalenderdag-märkt")], "2"]],
        description="x",
    )
    made = render(word("{{p x }}", build=build), {"x": text.content([block])})
    marked, plain = (cell._tc for cell in opened(made).tables[0].rows[1].cells)
    assert marked.tcPr.find(W + "shd").get(W + "fill") == "DCE7EA"
    assert plain.tcPr.find(W + "shd") is None


def test_two_tables_stay_two_and_a_paragraph_ends_the_document() -> None:
    both = [text.table([Column("A")], [[n]], description=n) for n in ("ett", "två")]
    made = on_paper(*both)
    assert [rows(made, n)[1] for n in (0, 1)] == [["ett"], ["två"]]
    assert [len(rows(made, n)) for n in (0, 1)] == [2, 2]
    body = part(made, "word/document.xml").find(W + "body")
    assert body[-2].tag == W + "p"


def test_a_row_longer_than_a_page_may_be_parted_and_no_other() -> None:
    made = on_paper(text.table(VOTES, [["S", "5", "0"], ["ord " * 1500, "", ""]], description="x"))
    whole = [row._tr.find(f".//{W}cantSplit") is not None for row in opened(made).tables[0].rows]
    assert whole == [True, True, False]


@pytest.mark.parametrize("row", [["S", "5"], ["S", "5", "0", "1"]])
def test_a_row_of_another_width_than_the_table_is_refused(row: list[str]) -> None:
    with pytest.raises(ValueError, match="argument 2"):
        text.table(VOTES, [row], description="x")


# --- in the PDF ----------------------------------------------------------------------------


@pytest.mark.behover("libreoffice")
def test_both_engines_draw_every_row_and_repeat_the_headings(
    printed: dict[str, list[tuple[bytes, list[str]]]],
) -> None:
    for number in range(len(printed["inbyggd"])):
        pages = [printed[engine][number][1] for engine in ENGINES]
        assert pages[0] == pages[1]
    long, tall = (printed["inbyggd"][n][1] for n in (1, 2))
    assert len(long) > 1
    assert all("Parti Ja Nej" in page for page in long)
    assert sum(page.count("ord") for page in tall) == 1500
    # What is drawn below a page is text all the same: no page holds more than it has room for.
    assert max(page.count("ord") for page in tall) < 1000


@pytest.mark.behover("libreoffice")
@pytest.mark.parametrize("engine", ENGINES)
def test_a_screen_reader_is_told_which_cells_are_headings(
    printed: dict[str, list[tuple[bytes, list[str]]]], engine: str
) -> None:
    pdf, _ = printed[engine][0]
    assert _kinds(pdf) == [["TH"] * 3, ["TD"] * 3, ["TD"] * 3]


@pytest.mark.behover("libreoffice", "verapdf")
def test_tables_are_accessible_and_archivable(
    printed: dict[str, list[tuple[bytes, list[str]]]], tmp_path: Path
) -> None:
    files = {f"{e}-{n}": pdf for e in ENGINES for n, (pdf, _) in enumerate(printed[e])}
    claimed = {name: {key: [] for key in CLAIMS[name.split("-")[0]]} for name in files}
    assert claimed["inbyggd-0"] == verapdf.PASSES
    assert verapdf.failures(files, tmp_path) == claimed


def _kinds(pdf: bytes) -> list[list[str]]:
    """The rows of the first table in the tags, each cell by its type."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        waiting = [file.Root.StructTreeRoot]
        while waiting:
            element = waiting.pop(0)
            children = _below(element)
            if element.get("/S") == "/Table":
                return [[str(c.S)[1:] for c in _below(row)] for row in children]
            waiting = children + waiting
    return []


def _below(element: Any) -> list[Any]:
    below = element.get("/K", [])
    several = list(below) if isinstance(below, pikepdf.Array) else [below]
    return [one for one in several if isinstance(one, pikepdf.Dictionary) and "/S" in one]
