"""What is written on a page is read whole, with its place and tag, whatever program wrote it."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pdfkallor import made
from pikepdf import Array, Dictionary, Name
from pypdf import PdfReader
from test_structure import BOTH, opened

from gen.pdf.letters import UNKNOWN
from gen.pdf.lines import lines, running
from gen.pdf.written import ARTEFACT, OUTSIDE, Piece


@BOTH
@pytest.mark.parametrize("name", ["protokoll", "bilaga"])
def test_every_letter_of_our_own_pages_is_read(engine: str, name: str) -> None:
    pdf = made(engine)[name]
    source = opened(pdf)
    for number, page in enumerate(PdfReader(io.BytesIO(pdf)).pages):
        read = "".join(piece.text for piece in source.written(number))
        assert sorted("".join(read.split())) == sorted("".join(page.extract_text().split()))


def page(content: bytes, **resources: pikepdf.Object) -> list[Piece]:
    """What is read of a page with that content, in Helvetica (`/F`), or a font of codes (`/C`)."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        one = pdf.add_blank_page(page_size=(595, 842))
        helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold"))
        cmap = b"2 beginbfrange <0001> <0003> <0041> <0010> <0011> [<00A7> <00660069>] endbfrange"
        codes = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.Okand,
            DescendantFonts=Array([Dictionary(Type=Name.Font)]),
            ToUnicode=pdf.make_stream(cmap),
        )
        named = Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.Annan,
            Encoding=Dictionary(Differences=Array([65, Name.section, Name.aring])),
        )
        form = pdf.make_stream(
            b"/P <</MCID 7>> BDC BT /F 10 Tf (form) Tj ET EMC",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, 99, 99]),
            Matrix=Array([1, 0, 0, 1, 0, 300]),
            Resources=Dictionary(Font=Dictionary(F=helvetica)),
        )
        one.obj.Resources = Dictionary(
            Font=Dictionary(F=helvetica, C=codes, N=named),
            XObject=Dictionary(X=form),
            Properties=Dictionary(M=Dictionary(MCID=4)),
        )
        one.obj.Contents = pdf.make_stream(content)
        pdf.save(out)
    return list(opened(out.getvalue()).written(0))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"BT /F 12 Tf (\\247 50) Tj ET", "§ 50"),
        (b"BT /F 12 Tf <A7203530> Tj ET", "§ 50"),
        (b"BT /F 12 Tf [(\\247) -300 (50)] TJ ET", "§ 50"),
        (b"BT /F 12 Tf [(\\2475) 20 (0)] TJ ET", "§50"),
        (b"BT/F 12 Tf(en \\(liten\\) (inre) text)Tj ET", "en (liten) (inre) text"),
        (b"BT /F 12 Tf 14 TL (ett) Tj (tv\\345) ' ET", "etttvå"),
        (b"BT /C 12 Tf <000100020010> Tj ET", "AB§"),
        (b"BT /C 12 Tf <0011> Tj ET", "fi"),
        (b"BT /C 12 Tf <0099> Tj ET", UNKNOWN),
        (b"BT /N 12 Tf (AB) Tj ET", "§å"),
        (b"BT /Saknas 12 Tf (AB) Tj ET", UNKNOWN),
        (b"% (inte) Tj\nBT /F 12 Tf (ja) Tj ET", "ja"),
        (b"BT /F 12 Tf (100 % BT ET Tj) Tj ET", "100 % BT ET Tj"),
        (b"q BI /W 1 /H 1 /BPC 8 /CS /G ID (EI Q BT /F 12 Tf (ja) Tj ET", "ja"),
        (b"/P <</MCID 0 /ActualText (BT (a) Tj)>> BDC BT /F 12 Tf (ja) Tj ET EMC", "ja"),
    ],
)
def test_a_page_of_any_program_is_read(content: bytes, said: str) -> None:
    assert "".join(piece.text for piece in page(content)) == said


def test_each_piece_knows_its_place_its_size_and_its_tag() -> None:
    content = (
        b"q 2 0 0 2 0 0 cm /Artifact <</Type /Pagination>> BDC BT /F 6 Tf 10 20 Td (a) Tj ET EMC Q "
        b"/P <</MCID 3>> BDC /Span <</Lang (sv)>> BDC BT /F 9 Tf 1 0 0 1 5 6 Tm (b) Tj ET EMC EMC "
        b"/P /M BDC BT /F 9 Tf 5 7 Td (c) Tj ET EMC BT /F 9 Tf 5 8 Td (d) Tj ET /X Do"
    )
    found = [(p.text, p.x, p.y, p.size, p.mark, bool(p.stream)) for p in page(content)]
    assert found == [
        ("a", 20, 40, 12, ARTEFACT, False),
        ("b", 5, 6, 9, 3, False),
        ("c", 5, 7, 9, 4, False),
        ("d", 5, 8, 9, OUTSIDE, False),
        ("form", 0, 300, 10, 7, True),
    ]


def test_lines_are_read_from_the_top_whenever_they_were_painted() -> None:
    content = b"BT /F 9 Tf 1 0 0 1 50 100 Tm (under) Tj 1 0 0 1 99 700 Tm (dag) Tj "
    content += b"1 0 0 1 50 700.2 Tm (sista) Tj ET"
    assert [line.text for line in lines(page(content))] == ["sista dag", "under"]


def test_what_stands_on_page_after_page_runs_and_what_stands_on_one_does_not() -> None:
    pages = [
        lines([Piece(f"Sida {n} (4)", 50, 800, 9, False, OUTSIDE), text])
        for n, text in enumerate(
            (Piece(f"text{word}", 50, 700, 11, False, OUTSIDE) for word in "abcd"), 1
        )
    ]
    assert running(pages, range(4), 0.5) == {("Sida 1 (1)", 800)}
