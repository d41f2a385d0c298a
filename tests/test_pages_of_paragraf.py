"""Every § of a protokoll is found, in our own PDF and in one that came back from signing."""

from __future__ import annotations

import io

import pikepdf
import pytest
from docx.document import Document
from pdfkallor import PARAGRAFER, made
from test_metadata import built_in, swedish
from test_structure import BOTH, opened
from wordfiles import word

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
