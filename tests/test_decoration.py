"""What is painted outside the tags is seen at a glance just where a parser sees it."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, Page, Pdf

from gen.pdf import tags

TOKENS = st.sampled_from(
    (
        *("/P <</MCID 0>> BDC", "/Artifact BMC", "/Span<</ActualText(BDC)>>BDC", "EMC", "EMC"),
        *("q", "Q", "BT", "ET", "0 0 m 9 9 l", "S", "f", "f*", "W n", "B*", "b", "/I Do"),
        *("[<0A>1<0B>]TJ", "(EMC)Tj", "<BDC0>Tj", "(a\\)S)'", "/EMC gs", "/S gs", "1 w", "sh"),
        *("((S))Tj", "% S\n", "/F1 12 Tf", "BI /W 1 /H 1 /BPC 8 ID \x01 EI"),
    )
)


def page_of(pdf: Pdf, content: str) -> Page:
    page = pdf.add_blank_page()
    page.obj.Contents = pdf.make_stream(content.encode("latin-1"))
    page.obj.Resources = Dictionary(XObject=Dictionary(I=pdf.make_stream(b"", Type=Name.XObject)))
    return page


def by_parser(content: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the parser has nothing to mark and nothing to say of that page."""
    with monkeypatch.context() as without, Pdf.new() as pdf:
        without.setattr(tags, "_tagged_at_a_glance", lambda content: False)
        page = page_of(pdf, content)
        before = page.obj.Contents
        return tags._mark_decoration(pdf, page) and page.obj.Contents == before


@settings(max_examples=400, deadline=None)
@given(st.lists(TOKENS, max_size=12))
def test_what_is_in_order_at_a_glance_is_in_order_to_the_parser(tokens: list[str]) -> None:
    content = "\n".join(tokens)
    with pytest.MonkeyPatch.context() as patch:
        if tags._tagged_at_a_glance(content.encode("latin-1")):
            assert by_parser(content, patch)


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        ("", True),
        ("q\n/P <</MCID 0>> BDC\nBT (ord) Tj ET\nEMC\nQ", True),
        ("/P BDC /Span BMC (a)Tj EMC (b)Tj EMC", True),
        ("0 0 9 9 re W n", True),
        ("/P BDC (a)Tj EMC 0 0 9 9 re f", False),
        ("0 0 m 9 9 l S /P BDC (a)Tj EMC", False),
        ("/P BDC (a)Tj EMC EMC (b)Tj /P BDC", False),
        ("/P BDC (a)Tj", False),
        ("/I Do EMC /P BDC", False),
        ("[<01>]TJ", False),
        ("/I Do", False),
    ],
)
def test_the_glance_tells_most_pages_without_a_parser(content: str, seen: bool) -> None:
    assert tags._tagged_at_a_glance(content.encode()) is seen


def test_decoration_that_is_not_tagged_is_marked_all_the_same() -> None:
    with Pdf.new() as pdf:
        page = page_of(pdf, "/P <</MCID 0>> BDC (a)Tj EMC 0 0 m 9 9 l S")
        assert tags._mark_decoration(pdf, page)
        words = [str(i.operator) for i in pikepdf.parse_content_stream(page)]
        assert words == ["BDC", "Tj", "EMC", "BMC", "m", "l", "S", "EMC"]
