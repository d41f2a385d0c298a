"""A paragraph of three lines at the end of a page goes over whole, with the embedded engine too."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from pypdf import PdfReader
from wordfiles import saved

from gen import opc
from gen.opc import Package
from gen.pdf import inbyggd
from gen.pdf.engines import choose
from gen.pdf.widows import Fragment, keep_together

SENTENCE = (
    "Uppdrag {} gäller genomförandet vid torget. Nämnden redovisar att genomförandet har följts "
    "upp under året, att 270 åtgärder av 287 är klara och att resten blir det före den "
    "1 november. Avvikelsen är 810 tkr."
)
"""Three lines; twice, five or six."""
ABOVE = range(6)
"""Lines above the first paragraph, so that the page ends at each line of one."""


def report(above: int, times: int) -> bytes:
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Carlito", Pt(11)
    style.paragraph_format.space_after = Pt(8)
    style.paragraph_format.line_spacing = Pt(15)
    for _ in range(above):
        document.add_paragraph("Rad").paragraph_format.space_after = Pt(0)
    for number in range(14):
        document.add_paragraph(" ".join([SENTENCE.format(number)] * times))
    return saved(document)


def lines(pdf: bytes) -> list[list[str]]:
    """The lines of each page."""
    return [page.extract_text().split("\n") for page in PdfReader(io.BytesIO(pdf)).pages]


def drawn(engine_name: str, documents: list[bytes]) -> list[list[list[str]]]:
    with choose(engine_name) as engine:
        done = engine.convert(documents)
    return [lines(pdf) for pdf in done if isinstance(pdf, bytes)]


def test_no_page_begins_with_the_last_line_of_three() -> None:
    made = drawn("inbyggd", [report(above, 1) for above in ABOVE])
    assert len(made) == len(ABOVE)
    for pages in made:
        assert len(pages) > 1
        assert all(page[0].startswith("Uppdrag") for page in pages[1:])
    # One of them ended after two lines of three: there the page has room for two more.
    assert {len(pages[0]) for pages in made} == {max(len(p[0]) for p in made) - n for n in range(3)}


@pytest.mark.behover("libreoffice")
def test_pages_end_where_they_do_with_libreoffice() -> None:
    documents = [report(above, times) for above in ABOVE for times in (1, 2)]
    one, other = (
        [[len(page) for page in pages] for pages in drawn(engine, documents)]
        for engine in ("libreoffice", "inbyggd")
    )
    assert len(one) == len(documents)
    assert one == other


def sections(count: int) -> bytes:
    """As a protokoll is: each begins a page, and one of its paragraphs of three lines is cut."""
    document = docx.Document(io.BytesIO(report(0, 1)))
    lines = [paragraph.text for paragraph in document.paragraphs]
    rubrik = document.styles.add_style("Paragrafens rubrik", WD_STYLE_TYPE.PARAGRAPH)
    rubrik.base_style = document.styles.add_style("Ny sida", WD_STYLE_TYPE.PARAGRAPH)
    rubrik.base_style.paragraph_format.page_break_before = True
    for number in range(count):
        document.add_paragraph("Rubrik", "Paragrafens rubrik")
        for _ in range(number % len(ABOVE)):
            document.add_paragraph("Rad").paragraph_format.space_after = Pt(0)
        for text in lines:
            document.add_paragraph(text)
    return saved(document)


def test_a_protokoll_of_many_paragrafer_is_laid_out_few_times() -> None:
    layouts = 0

    def counted(package: Package) -> Sequence[Fragment]:
        nonlocal layouts
        layouts += 1
        return inbyggd._layout(package)

    whole = keep_together(opc.read(sections(24)), counted)
    assert whole.parts[whole.main].count(b"<w:keepLines/>") >= 8
    assert layouts <= 4
