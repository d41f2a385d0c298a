"""What lies upon a page and has no look of its own: values are drawn in, the rest is told."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import verapdf
from pdfkallor import META
from pdfstruktur import faults
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from gen.findings import Finding
from gen.pdf.merge import Part, assemble
from gen.pdf.source import Source

BOX = (100, 700, 220, 718)
WIDE = (100, 500, 300, 600)


def form(*notes: Mapping[str, Any], about: Mapping[str, Any] = {}, pages: int = 1) -> bytes:
    """A PDF with those annotations on its last page, and a form of those that are fields."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        made = []
        for note in notes:
            common = {"Type": Name.Annot, "Subtype": Name.Widget, "F": 4, "Rect": Array(BOX)}
            made.append(pdf.make_indirect(Dictionary(**{**common, **note})))
        pdf.pages[-1].obj.Annots = Array(made)
        fields = [note for note in made if note.Subtype == Name.Widget]
        pdf.Root.AcroForm = Dictionary(Fields=Array(fields), **about)
        pdf.save(out)
    return out.getvalue()


def text(value: str, **more: Any) -> dict[str, Any]:
    return {"FT": Name.Tx, "T": String("f"), "V": String(value), **more}


def merged(pdf: bytes, pages: Sequence[int] | None = None) -> tuple[str, list[Finding]]:
    """The text of the new file, and what was said of looks that are missing."""
    source = Source.open(pdf, "blankett.pdf")
    assert isinstance(source, Source)
    result = assemble([Part(source, pages)], META, engine="prov 1")
    assert faults(result.pdf) == []
    told = [one for one in result.findings if one.code == "GEN-5129"]
    reader = PdfReader(io.BytesIO(result.pdf))
    return "\n".join(page.extract_text() for page in reader.pages).strip(), told


LIST = {"FT": Name.Ch, "T": String("f"), "Opt": Array([Array([String("1"), String("Öst")])])}


@pytest.mark.parametrize(
    ("field", "seen"),
    [
        (text("Åsa Öberg"), "Åsa Öberg"),
        (text("10 ≥ 9"), "10 ≥ 9"),
        (text("Åsa Öberg, ordförande i föreningen"), "Åsa Öberg, ordförande i föreningen"),
        (text("ett\ntvå", Ff=1 << 12, Rect=Array(WIDE)), "ett\ntvå"),
        (text("Bo Berg", DA=String("/Helv 14 Tf 0 g")), "Bo Berg"),
        (text("Bo Berg", AP=Dictionary()), "Bo Berg"),
        ({**LIST, "V": String("1")}, "Öst"),
        ({"FT": Name.Btn, "T": String("f"), "V": Name.Ja, "AS": Name.Ja}, "X"),
        ({"FT": Name.Btn, "T": String("f"), "V": Name.Off, "AS": Name.Off}, ""),
        (text(""), ""),
        (text("hemligt", Ff=1 << 13), ""),
        (text("syns inte", F=2), ""),
        ({"Subtype": Name.FreeText, "Contents": String("Ändras!"), "Rect": Array(WIDE)}, "Ändras!"),
        ({"Subtype": Name.Text, "Contents": String("en kommentar")}, ""),
    ],
)
def test_a_value_that_no_program_has_drawn_is_drawn_in(field: Mapping[str, Any], seen: str) -> None:
    assert merged(form(field)) == (seen, [])


def test_a_value_in_the_field_above_is_drawn_in() -> None:
    with pikepdf.open(io.BytesIO(form(text("")))) as pdf:
        kid: Any = pdf.pages[0].obj.Annots[0]
        above = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("f"), V=String("Bo Berg")))
        above.Kids = Array([kid])
        for key in ("/FT", "/T", "/V"):
            del kid[key]
        kid.Parent = above
        pdf.Root.AcroForm.Fields = Array([above])
        out = io.BytesIO()
        pdf.save(out)
    assert merged(out.getvalue()) == ("Bo Berg", [])


@pytest.mark.parametrize(
    ("content", "seen"), [(b"q Q", "Ny"), (b"BT /F 9 Tf (Gammal) Tj ET", "Gammal")]
)
def test_a_blank_look_gives_way_where_the_form_says_that_it_is_due(
    content: bytes, seen: str
) -> None:
    """Some programs fill in the value, leave the field's empty look and ask the viewer for more."""
    with pikepdf.open(io.BytesIO(form(text("Ny"), about={"NeedAppearances": True}))) as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        look = pdf.make_stream(
            content,
            Subtype=Name.Form,
            BBox=Array([0, 0, 120, 18]),
            Resources=Dictionary(Font=Dictionary(F=font)),
        )
        pdf.pages[0].obj.Annots[0].AP = Dictionary(N=look)
        out = io.BytesIO()
        pdf.save(out)
    assert merged(out.getvalue()) == (seen, [])


@pytest.mark.parametrize(
    "note",
    [
        {"Subtype": Name.Circle, "C": Array([1, 0, 0])},
        {"Subtype": Name.Stamp, "Name": Name.Approved},
        {"Subtype": Name.Highlight, "QuadPoints": Array([0] * 8)},
        text("för lång för sin ruta " * 20),
        text("stående", MK=Dictionary(R=90)),
    ],
    ids=["ring", "stamp", "highlight", "long", "turned"],
)
def test_what_cannot_be_drawn_is_told_with_its_file_and_page(note: Mapping[str, Any]) -> None:
    seen, (told,) = merged(form(note, pages=3))
    assert (seen, told.value) == ("", "blankett.pdf")
    assert "En sak på sida 3 i blankett.pdf" in told.message


def test_of_pages_that_are_not_taken_nothing_is_told() -> None:
    ring = {"Subtype": Name.Circle}
    assert merged(form(ring, ring, pages=2), [0]) == ("", [])
    _, (told,) = merged(form(ring, ring, pages=2), [1])
    assert "2 saker på sida 2" in told.message


def test_a_strange_field_harms_nothing() -> None:
    for strange in ({"Rect": String("x")}, {"F": String("x")}, {"Q": 7}, {"MK": 1}):
        found = Source.open(form(text("Bo Berg", **strange)), "blankett.pdf")
        if isinstance(found, Finding):
            assert found.code == "GEN-5121"
        else:
            assemble([Part(found)], META, engine="prov 1")


@pytest.mark.behover("verapdf")
def test_what_is_drawn_in_is_archivable(tmp_path: Path) -> None:
    """A form of another's claims nothing; that its values keep no file from it is shown here."""
    pdf = form(text("Åsa Öberg"), {"FT": Name.Btn, "T": String("g"), "AS": Name.Ja})
    source = Source.open(pdf, "blankett.pdf")
    assert isinstance(source, Source)
    source.claims = frozenset({"2b"})
    result = assemble([Part(source)], META, engine="prov 1")
    assert verapdf.failures({"blankett": result.pdf}, tmp_path) == {"blankett": {"2b": []}}
