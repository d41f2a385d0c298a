"""Cuts and merges keep the tags: of our own PDFs and of others', whatever pages are taken."""

from __future__ import annotations

import functools
import io
from collections.abc import Sequence

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfinnehall import everything
from pdfkallor import ENGINES, META, made, raw
from pdfstruktur import elements, faults, headings, texts
from pypdf import PdfReader

from gen.pdf import fonts
from gen.pdf.cut import cut
from gen.pdf.merge import Assembled, Part, assemble
from gen.pdf.source import Source

BOTH = pytest.mark.parametrize(
    "engine", [pytest.param("libreoffice", marks=pytest.mark.behover("libreoffice")), "inbyggd"]
)
QUICK = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@functools.cache
def source(engine: str, name: str, *, foreign: bool = False) -> Source:
    pdf = (raw if foreign else made)(engine)[name]
    found = Source.open(pdf, f"{name}.pdf")
    assert isinstance(found, Source)
    return found


@functools.lru_cache(maxsize=16)
def drawn(pdf: bytes) -> list[str]:
    """What the fonts of the file say of each page's letters."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        known = fonts.faces(file)
        return ["".join(sign for sign, _ in fonts.shown(page, known)) for page in file.pages]


@functools.cache
def pages(pdf: bytes) -> list[str]:
    """What somebody else's reader finds on each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def same_pages(assembled: Assembled, taken: Sequence[tuple[Source, int]]) -> bool:
    wanted = {source: drawn(source.data) for source, _ in taken}
    return drawn(assembled.pdf) == [wanted[source][page] for source, page in taken]


@BOTH
@QUICK
@given(data=st.data())
def test_any_cut_of_any_pdf_is_tagged_in_order_and_says_what_its_pages_said(
    engine: str, data: st.DataObject
) -> None:
    some = source(
        engine,
        data.draw(st.sampled_from(("protokoll", "bilaga"))),
        foreign=data.draw(st.booleans()),
    )
    taken = data.draw(st.lists(st.integers(0, len(some) - 1), min_size=1, max_size=5))
    result = cut(some, taken, META, engine="prov 1")
    assert faults(result.pdf) == []
    assert same_pages(result, [(some, page) for page in taken])


@BOTH
@QUICK
@given(data=st.data())
def test_any_merge_of_any_parts_is_tagged_in_order_and_says_what_its_pages_said(
    engine: str, data: st.DataObject
) -> None:
    parts, taken = [], []
    for _ in range(data.draw(st.integers(2, 4))):
        some = source(
            engine,
            data.draw(st.sampled_from(("protokoll", "bilaga"))),
            foreign=data.draw(st.booleans()),
        )
        wanted = data.draw(st.lists(st.integers(0, len(some) - 1), min_size=1, max_size=3))
        parts.append(Part(some, wanted, bookmark="Bilaga"))
        taken += [(some, page) for page in wanted]
    result = assemble(parts, META, engine="prov 1")
    assert faults(result.pdf) == []
    assert same_pages(result, taken)


@BOTH
def test_a_whole_file_keeps_its_headings_and_the_words_of_its_pictures(engine: str) -> None:
    some = source(engine, "bilaga")
    whole = cut(some, range(len(some)), META, engine="prov 1")
    assert headings(whole.pdf) == headings(some.data) == [1, 2, 3] * 3
    assert pages(whole.pdf) == pages(some.data)
    with pikepdf.open(io.BytesIO(whole.pdf)) as new, pikepdf.open(io.BytesIO(some.data)) as old:
        assert texts(new, "/Alt") == texts(old, "/Alt") == ["Bild 1", "Bild 2", "Bild 3"]
        kinds = [[str(e.S) for e in elements(pdf)] for pdf in (new, old)]
    assert kinds[0] == kinds[1]


@BOTH
def test_a_cut_that_begins_under_a_dropped_heading_begins_at_level_1(engine: str) -> None:
    some = source(engine, "bilaga")
    below = next(page for page in range(1, len(some)) if "Underavsnitt 1" in pages(some.data)[page])
    assert headings(cut(some, [below], META, engine="prov 1").pdf)[0] == 1


# A tree of every kind that no engine of ours makes


def hand_made(tree: str, *, pages_: int = 2, root: str = "", catalog: str = "") -> bytes:
    """A PDF of some pages, each with two marked contents, and that structure tree.

    Objects 10, 11 … are the pages, 5 is the root of the tree; `tree` is objects from 20 on.
    """
    kids = " ".join(f"{10 + page} 0 R" for page in range(pages_))
    text = "".join(
        f"/P <</MCID {mark}>> BDC BT /F1 12 Tf 50 {700 - 50 * mark} Td (m{mark}) Tj ET EMC\n"
        for mark in range(2)
    )
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects = [
        f"1 0 obj <</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R/Lang(sv-SE){catalog}>> endobj",
        f"2 0 obj <</Type/Pages/Count {pages_}/Kids[{kids}]/MediaBox[0 0 595 842]"
        f"/Resources<</Font<</F1 {font}>>>>>> endobj",
        f"3 0 obj <</Length {len(text)}>> stream\n{text}endstream endobj",
        f"5 0 obj <</Type/StructTreeRoot/K 20 0 R/ParentTree<</Nums[]>>{root}>> endobj",
        *(
            f"{10 + page} 0 obj <</Type/Page/Parent 2 0 R/Contents 3 0 R/StructParents {page}>>"
            " endobj"
            for page in range(pages_)
        ),
        tree,
    ]
    lines = "\n".join(objects).replace("endobj ", "endobj\n")
    body = f"%PDF-1.7\n{lines}\ntrailer <</Root 1 0 R>>\n"
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(body.encode("latin-1"))) as pdf:
        pdf.save(out)
    return out.getvalue()


def opened(pdf: bytes, name: str = "fil.pdf") -> Source:
    found = Source.open(pdf, name)
    assert isinstance(found, Source), found
    return found


def tagged(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


SPLIT = """
20 0 obj <</S/Document/T(Hela)/K[21 0 R 22 0 R]>> endobj
21 0 obj <</S/P/P 20 0 R/Pg 10 0 R/K[0 1]/Alt(bara ett)/T(ett)>> endobj
22 0 obj <</S/Figure/P 20 0 R/Pg 11 0 R/Alt(om sida tv\xe5 och tre)/ActualText(allt)
/A<</O/UserProperties/P[<</N(a)/V(hemligt)>>]>>
/K[0 <</Type/MCR/Pg 12 0 R/MCID 0>>]>> endobj
"""


def test_an_element_that_is_cut_through_loses_the_words_said_of_the_whole() -> None:
    pdf = hand_made(SPLIT + "23 0 obj <<>> endobj", pages_=3)
    whole = cut(opened(pdf), [0, 1, 2], META, engine="prov 1")
    with tagged(whole.pdf) as file:
        assert texts(file, "/Alt") == ["bara ett", "om sida två och tre"]
    shown = Source.open(pdf, "a.pdf", claims=frozenset({"2b", "ua1"}))
    assert isinstance(shown, Source)
    half = cut(shown, [0, 1], META, engine="prov 1")
    assert half.claims == {"2b"}
    with tagged(half.pdf) as file:
        assert texts(file, "/Alt") == ["bara ett"]
        assert texts(file, "/ActualText") == []
    assert [(found.code, found.value) for found in half.findings] == [("GEN-5128", "a.pdf")]
    assert "hemligt" in everything(whole.pdf)
    assert "hemligt" not in everything(half.pdf)


@pytest.mark.parametrize(
    "top", ["<</S/Document/K[21 0 R 22 0 R 23 0 R]>>", "[21 0 R 22 0 R 23 0 R]"]
)
def test_what_a_tree_tells_after_all_else_stands_with_its_page(top: str) -> None:
    """Footnotes, in some programs' trees."""
    tree = f"""
20 0 obj {top} endobj
21 0 obj <</S/H1/Pg 10 0 R/K 0>> endobj
22 0 obj <</S/P/Pg 11 0 R/K[0 1]>> endobj
23 0 obj <</S/Note/Pg 10 0 R/K 1>> endobj
"""
    result = cut(opened(hand_made(tree)), [0, 1], META, engine="prov 1")
    assert faults(result.pdf) == []
    with tagged(result.pdf) as file:
        assert [str(e.S) for e in elements(file)] == ["/Document", "/H1", "/Note", "/P"]
        assert texts(file, "/ID") == ["e000001"]


def test_content_that_two_elements_claim_belongs_to_the_first() -> None:
    tree = """
20 0 obj <</S/Document/K[21 0 R 22 0 R]>> endobj
21 0 obj <</S/H1/Pg 10 0 R/K 0>> endobj
22 0 obj <</S/P/Pg 10 0 R/K[0 1]>> endobj
"""
    result = cut(opened(hand_made(tree, pages_=1)), [0], META, engine="prov 1")
    assert faults(result.pdf) == []


def test_a_number_that_the_page_is_not_marked_with_is_left_out() -> None:
    """The way back from a number is a list as long as the number: gigabytes, for one of 2**31."""
    tree = (
        "20 0 obj <</S/Document/K[21 0 R]>> endobj"
        " 21 0 obj <</S/P/Pg 10 0 R/K[0 1 2147483647]>> endobj"
    )
    result = cut(opened(hand_made(tree, pages_=1)), [0], META, engine="prov 1")
    assert len(result.pdf) < 5000
    assert faults(result.pdf) == []
    with tagged(result.pdf) as file:
        paragraph = next(e for e in elements(file) if e.S == "/P")
        assert [int(kid) for kid in paragraph.K] == [0, 1]


def test_a_cell_reaches_over_no_more_columns_than_a_table_has() -> None:
    tree = """
20 0 obj <</S/Document/K[21 0 R]>> endobj
21 0 obj <</S/Table/K[22 0 R 23 0 R]>> endobj
22 0 obj <</S/TR/K[24 0 R]>> endobj
23 0 obj <</S/TR/K[25 0 R]>> endobj
24 0 obj <</S/TD/Pg 10 0 R/K 0/A<</O/Table/ColSpan 9000000/RowSpan 99999>>>> endobj
25 0 obj <</S/TD/Pg 11 0 R/K 0>> endobj
"""
    source = opened(hand_made(tree))
    assert source.tree is not None
    assert max(element.columns for element in source.tree.elements) == 1000
    assert b"9000000" not in everything(cut(source, [1], META, engine="prov 1").pdf).encode()


def test_two_files_may_mean_different_things_by_one_name() -> None:
    tree = (
        "20 0 obj <</S/Document/K[21 0 R]>> endobj 21 0 obj <</S/Rubrik/Pg 10 0 R/K[0 1]>> endobj"
    )
    one = hand_made(tree, pages_=1, root="/RoleMap<</Rubrik/H1>>")
    two = hand_made(tree, pages_=1, root="/RoleMap<</Rubrik/Text/Text/P>>")
    result = assemble(
        [Part(opened(one, "a.pdf")), Part(opened(two, "b.pdf"))], META, engine="prov 1"
    )
    with tagged(result.pdf) as file:
        roles = {str(k): str(v) for k, v in file.Root.StructTreeRoot.RoleMap.items()}
        names = [str(e.S) for e in elements(file)]
    assert names == ["/Document", "/Part", "/Rubrik", "/Part", "/Rubrik 2"]
    assert roles == {"/Rubrik": "/H1", "/Rubrik 2": "/P"}


def test_classes_are_written_out_so_that_no_two_can_meet() -> None:
    tree = (
        "20 0 obj <</S/Document/K[21 0 R]>> endobj 21 0 obj <</S/P/Pg 10 0 R/K[0 1]/C/Ingress"
        "/A<</O/Layout/SpaceAfter 3>>>> endobj"
    )
    one = hand_made(tree, pages_=1, root="/ClassMap<</Ingress<</O/Layout/SpaceBefore 7>>>>")
    with tagged(cut(opened(one), [0], META, engine="prov 1").pdf) as file:
        paragraph = next(e for e in elements(file) if e.S == "/P")
        assert "/C" not in paragraph
        assert "/ClassMap" not in file.Root.StructTreeRoot
        (attributes,) = paragraph.A
        assert (attributes.SpaceBefore, attributes.SpaceAfter) == (7, 3)


def test_types_of_pdf_2_become_types_of_pdf_1_7() -> None:
    spaces = "30 0 obj <</Type/Namespace/NS(http://iso.org/pdf2/ssn)>> endobj 31 0 obj <</NS(x)"
    tree = (
        "20 0 obj <</S/Document/NS 30 0 R/K[21 0 R 22 0 R]>> endobj "
        "21 0 obj <</S/Title/NS 30 0 R/Pg 10 0 R/K 0>> endobj "
        "22 0 obj <</S/brief/NS 31 0 R/Pg 10 0 R/K 1>> endobj "
        f"{spaces}/RoleMapNS<</brief[/Em 30 0 R]>>>> endobj"
    )
    result = cut(
        opened(hand_made(tree, pages_=1, root="/Namespaces[30 0 R 31 0 R]")),
        [0],
        META,
        engine="prov 1",
    )
    assert faults(result.pdf) == []
    with tagged(result.pdf) as file:
        assert [str(e.S) for e in elements(file)] == ["/Document", "/P", "/brief"]
        assert str(file.Root.StructTreeRoot.RoleMap.brief) == "/Span"


TABLE = """
20 0 obj <</S/Document/K[21 0 R]>> endobj
21 0 obj <</S/Table/K[22 0 R 23 0 R]>> endobj
22 0 obj <</S/TR/K[24 0 R 25 0 R]>> endobj
23 0 obj <</S/TR/K[26 0 R]>> endobj
24 0 obj <</S/TH/Pg 10 0 R/K 0/ID(qvcellvq)/A<</O/Table/RowSpan 2/Scope/Row>>>> endobj
25 0 obj <</S/TH/Pg 10 0 R/K 1/ID(borta)>> endobj
26 0 obj <</S/TD/Pg 11 0 R/K[0 1]/A<</O/Table/Headers[(qvcellvq)(borta)]>>>> endobj
"""


def rows(pdf: bytes) -> list[list[tuple[str, int]]]:
    """Each row's cells: the type, and the rows that it reaches over."""
    with tagged(pdf) as file:
        return [
            [
                (
                    str(cell.S),
                    max((int(a.get("/RowSpan", 1)) for a in cell.get("/A", [])), default=1),
                )
                for cell in row.K
            ]
            for row in elements(file)
            if row.S == "/TR"
        ]


def test_a_table_that_is_cut_keeps_its_grid() -> None:
    pdf = opened(hand_made(TABLE))
    both = cut(pdf, [0, 1], META, engine="prov 1").pdf
    assert rows(both) == [[("/TH", 2), ("/TH", 1)], [("/TD", 1)]]
    upper = cut(pdf, [0], META, engine="prov 1").pdf
    assert rows(upper) == [[("/TH", 1), ("/TH", 1)]]
    lower = cut(pdf, [1], META, engine="prov 1").pdf
    assert rows(lower) == [[("/TH", 1), ("/TD", 1)]]
    assert faults(lower) == []


def test_a_cell_names_only_headers_that_are_there() -> None:
    pdf = opened(hand_made(TABLE))
    for taken, expected in (([0, 1], 2), ([1], 1)):
        with tagged(cut(pdf, taken, META, engine="prov 1").pdf) as file:
            attributes = [a for e in elements(file) for a in e.get("/A", [])]
            named = [str(header) for a in attributes for header in a.get("/Headers", [])]
            tree = [str(s) for s in file.Root.StructTreeRoot.IDTree.Names][::2]
            ids = [str(e.ID) for e in elements(file) if "/ID" in e]
        assert len(named) == expected
        assert set(named) <= set(ids)
        assert tree == sorted(ids)
    assert "borta" not in everything(cut(pdf, [1], META, engine="prov 1").pdf)


def test_content_inside_a_form_keeps_its_element() -> None:
    form = "/P <</MCID 0>> BDC BT /F1 12 Tf 9 9 Td (i) Tj ET EMC"
    tree = (
        "20 0 obj <</S/Document/K[21 0 R]>> endobj 21 0 obj <</S/P/Pg 10 0 R/K[0 1 "
        "<</Type/MCR/Pg 10 0 R/Stm 30 0 R/MCID 0>>]>> endobj "
        "30 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 99 99]/StructParents 7/Length "
        f"{len(form)}>> stream\n{form}\nendstream endobj"
    )
    pdf = hand_made(tree, pages_=1)
    out = io.BytesIO()
    with tagged(pdf) as file:
        (form_object,) = [o for o in file.objects if isinstance(o, pikepdf.Stream) and "/BBox" in o]
        page = file.pages[0].obj
        font = file.pages[0].resources.Font
        page.Resources = pikepdf.Dictionary(Font=font, XObject=pikepdf.Dictionary(Fm=form_object))
        page.Contents = file.make_stream(page.Contents.read_bytes() + b" q /Fm Do Q")
        file.save(out)
    result = cut(opened(out.getvalue()), [0, 0], META, engine="prov 1")
    with tagged(result.pdf) as file:
        streams = [o for o in file.objects if isinstance(o, pikepdf.Stream) and "/BBox" in o]
        tree_ = pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)
        (owner,) = tree_[int(streams[0].StructParents)]
        assert owner.S == "/P"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.behover("libreoffice")
def test_the_same_pages_give_the_same_bytes(engine: str) -> None:
    pdf = made(engine)["protokoll"]
    first, second = (cut(opened(pdf), [2, 3, 0], META, engine="prov 1").pdf for _ in range(2))
    assert first == second
