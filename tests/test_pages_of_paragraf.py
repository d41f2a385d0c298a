"""Every § of a protokoll is found, in our own PDF and in one that came back from signing."""

from __future__ import annotations

import io

import pikepdf
import pytest
from docx.document import Document
from pdfkallor import META, PARAGRAFER, made
from pypdf import PdfReader
from test_metadata import built_in, converted, swedish
from test_structure import BOTH, opened
from wordfiles import patched, with_footnote, word

from gen.pdf import headings
from gen.pdf.engines import choose
from gen.pdf.metadata import CLAIMS, finish
from gen.pdf.pages_of_paragraf import find

WAYS = ((), ("/Outlines",), ("/Outlines", "/StructTreeRoot"))


def without(pdf: bytes, keys: tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for key in keys:
            del file.Root[key]
        file.save(out)
    return out.getvalue()


@BOTH
@pytest.mark.parametrize("gone", WAYS, ids=["bokmärken", "taggar", "bara text"])
def test_every_paragraf_is_found_with_its_pages(engine: str, gone: tuple[str, ...]) -> None:
    places = find(opened(without(made(engine)["protokoll"], gone)))
    found = {number: section.pages for number, section in places.paragrafer.items()}
    assert found == {50: range(1, 2), 51: range(2, 5), 52: range(5, 6), 53: range(6, 9)}
    assert tuple(found) == PARAGRAFER
    assert all(section.alone for section in places.sections)
    assert places.forsattsblad == (0,)
    assert [section.pages for section in places.underskrifter] == [range(9, 10)]
    assert [section.pages for section in places.anslag] == [range(10, 11)]


def crowded(document: Document) -> None:
    """§ 2 begins in the middle of a page."""
    swedish(document)
    document.add_heading("Nämnden", 1)
    document.add_heading("§ 1 Ett", 1).paragraph_format.page_break_before = True
    document.add_paragraph("Text som nämner § 3 mitt i en mening.")
    document.add_paragraph("§ 3 i början av ett stycke är inte heller en rubrik.")
    document.add_heading("§ 2 Två", 1)
    document.add_paragraph("Text")
    document.add_heading("KS § 3 Tre", 1).paragraph_format.page_break_before = True
    document.add_paragraph("Text")


@pytest.mark.parametrize("gone", WAYS, ids=["bokmärken", "taggar", "bara text"])
def test_a_paragraf_that_shares_its_page_is_told(gone: tuple[str, ...]) -> None:
    places = find(opened(without(built_in(word(build=crowded)), gone)))
    found = {number: (s.pages, s.alone) for number, s in places.paragrafer.items()}
    assert found == {
        1: (range(1, 2), False),
        2: (range(1, 2), False),
        3: (range(2, 3), True),
    }


def test_a_file_without_paragrafer_has_no_sections() -> None:
    places = find(opened(built_in(word("En vanlig text om §§ 3–5."))))
    assert places.sections == ()
    assert places.forsattsblad == ()


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("§ 50 Fråga om sjön", 50),
        ("§50", 50),
        ("KS § 50 I fråga om sjön", 50),
        ("KS/§ 50", 50),
        ("Kommunstyrelsen § 50", 50),
        ("§ 50 – Budget 2024", 50),
        ("§ 50 2024 års budget", 50),
        ("§ 50 A-traktorer", 50),
        ("§ 50 E 22 genom Lund", 50),
        ("§ 50 A Tillkommet", None),
        ("§ 50A", None),
        ("§ 50 b", None),
        ("§ 50–52", None),
        ("§ 50 och 51", None),
        ("§ 50, 51", None),
        ("§§ 50–51", None),
        ("§ 50:1", None),
    ],
)
def test_the_heading_of_a_paragraf_names_one_number(title: str, number: int | None) -> None:
    assert headings.number(title) == number
    assert headings.names_paragraf(title)


@pytest.mark.parametrize(
    "title", ["Bilaga § 50", "Bilaga till § 50", "Reservation till § 50", "50"]
)
def test_what_only_mentions_a_paragraf_is_not_its_heading(title: str) -> None:
    assert headings.number(title) is None
    assert not headings.names_paragraf(title)


@pytest.mark.parametrize(
    ("title", "signatures", "posting"),
    [
        ("Underskrifter", True, False),
        ("Underskrifter och anslag", True, False),
        ("Signaturer", True, False),
        ("Underskriftslista, medborgarförslaget i § 3", False, False),
        ("Anslag/bevis", False, True),
        ("Anslagsbevis", False, True),
        ("Bevis om anslag", False, True),
        ("Anslag 2024 för kulturen", False, False),
        ("Anslagsfördelning 2024", False, False),
        ("Bevisning i ärendet", False, False),
    ],
)
def test_signatures_and_anslag_are_known_by_whole_words(
    title: str, signatures: bool, posting: bool
) -> None:
    assert headings.is_underskrifter(title) is signatures
    assert headings.is_anslag(title) is posting


NOTE = b'<w:r><w:footnoteReference w:id="1"/></w:r>'


def noted(document: Document) -> None:
    """§ 1 ends with SISTA, to which a footnote belongs."""
    swedish(document)
    document.add_heading("Nämnden", 1)
    for number in (1, 2):
        heading = document.add_heading(f"§ {number} Ärende", 1)
        heading.paragraph_format.page_break_before = True
        document.add_paragraph("SISTA" if number == 1 else "Text")
    document.add_heading("Underskrifter", 1).paragraph_format.page_break_before = True


def at_the_last_word(document: bytes) -> bytes:
    run = b"SISTA</w:t></w:r>"
    return document.replace(NOTE, b"").replace(run, run + NOTE)


@BOTH
def test_a_footnote_that_goes_on_under_the_next_paragraf_is_told(engine: str) -> None:
    docx = with_footnote(word(build=noted), "qvfotnotvq och mer om det. " * 400)
    docx = patched(docx, {"word/document.xml": at_the_last_word})
    with choose(engine) as some:
        (raw,) = converted(some)([docx])
    pdf = finish(raw, META, engine=f"{engine} 1", claims=CLAIMS[engine]).pdf
    found = find(opened(pdf)).paragrafer
    shown = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert "qvfotnotvq" in shown[found[2].pages.start]
    assert not found[2].alone
