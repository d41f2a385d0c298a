"""A cut holds what is on its pages and nothing of any other, in any object."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdf
import pytest
import verapdf
from pdfinnehall import everything
from pdfkallor import ENGINES, META, PARAGRAFER, made, raw, words_of
from pdfstruktur import faults
from pikepdf import Array, Dictionary, Name, Pdf, String
from test_structure import BOTH, opened

from gen.errors import DataError
from gen.pdf import pages_of_paragraf
from gen.pdf.cut import cut
from gen.pdf.merge import Part, assemble
from gen.pdf.source import Source


def pages_of(source: Source, paragraf: int) -> list[int]:
    """The pages of an utdrag: the §, försättsblad, underskrifter, anslag."""
    places = pages_of_paragraf.find(source)
    after = [*places.underskrifter, *places.anslag]
    return [
        *places.paragrafer[paragraf].pages,
        *places.forsattsblad,
        *(page for section in after for page in section.pages),
    ]


def written(source: Source, paragraf: int) -> set[str]:
    """The words of a § that the engine has put into the source: LibreOffice omits addresses."""
    there = everything(source.data)
    return {word for word in words_of(paragraf) if word in there}


def leaked(pdf: bytes, paragraf: int) -> set[str]:
    """The words of other §§ that are somewhere in the file."""
    there = everything(pdf)
    others = [word for other in PARAGRAFER if other != paragraf for word in words_of(other)]
    return {word for word in others if word in there}


@BOTH
@pytest.mark.parametrize("paragraf", PARAGRAFER)
def test_nothing_of_another_paragraf_is_in_the_file(engine: str, paragraf: int) -> None:
    source = opened(made(engine)["protokoll"])
    result = cut(source, pages_of(source, paragraf), META, engine="prov 1")
    assert leaked(result.pdf, paragraf) == set()
    there = everything(result.pdf)
    own = written(source, paragraf)
    assert len(own) >= 8
    assert {word for word in own if word in there} == own
    assert "qvforsattsbladvq" in there


def by_pikepdf(pdf: bytes, kept: list[int]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in reversed(range(len(file.pages))):
            if page not in kept:
                del file.pages[page]
        file.save(out)
    return out.getvalue()


def by_pypdf(pdf: bytes, kept: list[int]) -> bytes:
    out = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for page in reversed(range(len(writer.pages))):
        if page not in kept:
            writer.remove_page(page)
    writer.write(out)
    return out.getvalue()


@BOTH
@pytest.mark.parametrize("naive", [by_pikepdf, by_pypdf])
def test_pages_taken_out_of_a_copy_stay_in_it(
    engine: str, naive: Callable[[bytes, list[int]], bytes]
) -> None:
    """What the tests above would find, if a cut were made as cuts are commonly made."""
    source = opened(made(engine)["protokoll"])
    pdf = naive(source.data, pages_of(source, 50))
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 4
    others = set().union(*(written(source, other) for other in PARAGRAFER if other != 50))
    assert leaked(pdf, 50) == others
    assert faults(pdf) != []


# A source full of traps: whatever other programs hide in a PDF, with a word of its page in it


HELVETICA = Dictionary(
    Type=Name.Font,
    Subtype=Name.Type1,
    BaseFont=Name.Helvetica,
    Encoding=Name.WinAnsiEncoding,
)


def trapped(pages: int = 3) -> bytes:
    """Each page has its own word, `qvN…vq`, in all that a page and a file can hold."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        made_ = [_trap(pdf, number) for number in range(pages)]
        every = pdf.make_indirect(
            Dictionary({key: value for one in made_ for key, value in one.items()})
        )
        letters = Dictionary(a=pdf.make_stream(b"9 0 d0 /Bild1 Do"))
        drawn = pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type3,
                CharProcs=letters,
                Resources=Dictionary(XObject=every),
                PieceInfo=Dictionary(Prog=Dictionary(Private=String("qv9typsnittvq"))),
                Metadata=pdf.make_stream(b"<x>qv9tecknarevq</x>"),
            )
        )
        for number, page in enumerate(pdf.pages):
            # One table for all pages, as LibreOffice writes it.
            page.obj.Resources = Dictionary(XObject=every, Font=Dictionary(F=drawn, H=HELVETICA))
            every[f"/Form{number}"].Resources = Dictionary(XObject=every)
            page.obj.Contents = pdf.make_stream(
                f"/F 9 Tf /Bild{number} Do /Form{number} Do (/Bild{1 - number} Do) pop "
                f"BT /H 9 Tf (qv{number}bokmarkevq) Tj ET".encode()
            )
        root = pdf.Root
        words = [String(f"qv{number}namnvq") for number in range(pages)]
        places = [Array([page.obj, Name.Fit]) for page in pdf.pages]
        pairs = [each for pair in zip(words, places, strict=True) for each in pair]
        script = Dictionary(S=Name.JavaScript, JS=String("qv9scriptvq"))
        root.Names = Dictionary(
            Dests=Dictionary(Names=Array(pairs)),
            JavaScript=Dictionary(Names=Array([String("qv9startvq"), script])),
        )
        root.OpenAction = script
        root.AA = Dictionary(WC=script)
        root.PageLabels = Dictionary(
            Nums=Array(
                [
                    each
                    for number in range(pages)
                    for each in (number, Dictionary(S=Name.D, P=String(f"qv{number}etikettvq-")))
                ]
            )
        )
        root.Metadata = pdf.make_stream(b"<x>qv9xmpvq</x>", Type=Name.Metadata, Subtype=Name.XML)
        root.PieceInfo = Dictionary(Prog=Dictionary(Private=String("qv9privatvq")))
        root.Threads = Array([Dictionary(I=Dictionary(Title=String("qv9artikelvq")))])
        pdf.attachments["qv9filvq.exe"] = pikepdf.AttachedFileSpec(
            pdf, b"qv9bilagavq", filename="qv9filvq.exe"
        )
        pdf.docinfo["/Title"] = "qv9titelvq"
        with pdf.open_outline() as outline:
            for number in range(pages):
                outline.root.append(pikepdf.OutlineItem(f"qv{number}bokmarkevq", number))
        pdf.save(out)
    return out.getvalue()


def _trap(pdf: Pdf, number: int) -> dict[str, pikepdf.Object]:
    """Fill one page; what it paints, by the names that its content uses."""

    def says(kind: str) -> String:
        return String(f"qv{number}{kind}vq")

    page = pdf.pages[number].obj
    other = pdf.pages[(number + 1) % len(pdf.pages)].obj
    hidden = pdf.make_stream(f"<x>qv{number}metadatavq</x>".encode(), Type=Name.Metadata)
    private = Dictionary(Prog=Dictionary(Private=says("privat")))
    page.PieceInfo, page.LastModified, page.Metadata = private, says("tid"), hidden
    page.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=says("script")))
    page.Thumb = pdf.make_stream(f"qv{number}miniatyrvq".encode())
    page.B = Array([Dictionary(T=Dictionary(I=Dictionary(Title=says("artikel"))))])
    look = pdf.make_stream(
        f"% qv{number}utseendevq".encode(), Subtype=Name.Form, BBox=Array([0, 0, 9, 9])
    )
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=says("falt"), V=says("varde")))
    common = {"Type": Name.Annot, "Rect": Array([10, 10, 90, 30]), "P": page}
    starts = Dictionary(S=Name.Launch, F=says("start"))
    page.Annots = Array(
        [
            Dictionary(**common, Subtype=Name.Link, F=4, A=starts),
            Dictionary(
                **common, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("javascript:x"))
            ),
            Dictionary(
                **common,
                Subtype=Name.Link,
                A=Dictionary(S=Name.GoToR, F=says("annanfil"), D=Array([0, Name.Fit])),
            ),
            Dictionary(**common, Subtype=Name.Link, Dest=Array([other, Name.Fit])),
            Dictionary(**common, Subtype=Name.Text, F=4, Contents=says("kommentar")),
            Dictionary(**common, Subtype=Name.FileAttachment, F=4, Contents=says("bifogad")),
            pdf.make_indirect(
                Dictionary(**common, Subtype=Name.Widget, F=4, Parent=field, AP=Dictionary(N=look))
            ),
        ]
    )
    field.Kids = Array([page.Annots[-1]])
    if "/AcroForm" not in pdf.Root:
        pdf.Root.AcroForm = Dictionary(Fields=Array([]))
    pdf.Root.AcroForm.Fields.append(field)
    picture = pdf.make_stream(
        b"\x00",
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=1,
        Height=1,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
        Metadata=pdf.make_stream(f"<x>qv{number}bildmetadatavq</x>".encode()),
        PieceInfo=private,
    )
    form = pdf.make_stream(
        f"% qv{number}ritatvq".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 9, 9]),
        Metadata=hidden,
        PieceInfo=private,
        Resources=Dictionary(XObject=Dictionary(Annan=picture)),
    )
    return {f"/Bild{number}": picture, f"/Form{number}": form}


STAYS = {"etikett", "bokmarke", "utseende", "ritat"}
"""What of a page belongs to it and is kept; all the rest is gone even of the page itself."""


def test_of_what_programs_hide_in_a_pdf_nothing_comes_along() -> None:
    result = cut(opened(trapped()), [1], META, engine="prov 1")
    there = everything(result.pdf)
    found = set(re.findall(r"qv(\d)([a-z]+)vq", there))
    assert found == {("1", kind) for kind in STAYS}
    assert faults(result.pdf) == []
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        assert set(pdf.Root.keys()) == {
            "/Type", "/Pages", "/Lang", "/ViewerPreferences", "/Outlines", "/PageLabels",
            "/Metadata", "/OutputIntents",
        }  # fmt: skip
        assert "/Annots" not in pdf.pages[0].obj


def test_the_value_of_a_field_is_drawn_in_and_the_form_is_gone() -> None:
    result = cut(opened(trapped()), [1], META, engine="prov 1")
    assert "qv1utseendevq" in everything(result.pdf)
    assert "/AcroForm" not in everything(result.pdf)
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        content = b" ".join(stream.read_bytes() for stream in pdf.pages[0].obj.Contents)
    # The form's box of 9 by 9 is laid into the field's rectangle of 80 by 20.
    assert b"8.8889 0 0 2.2222 10 10 cm /GenRitad0 Do" in content


def test_a_link_to_a_page_that_is_kept_leads_to_it() -> None:
    result = cut(opened(trapped()), [1, 2], META, engine="prov 1")
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        assert link.Dest[0].objgen == pdf.pages[1].obj.objgen
        assert str(link.Contents) == "Länk i dokumentet"
        assert "/Annots" not in pdf.pages[1].obj


def test_a_page_keeps_the_label_that_it_had_in_the_protokoll() -> None:
    source = opened(made("inbyggd")["protokoll"])
    result = cut(source, [2, 3, 0], META, engine="prov 1")
    assert pypdf.PdfReader(io.BytesIO(result.pdf)).page_labels == ["3", "4", "1"]
    whole = cut(source, range(len(source)), META, engine="prov 1")
    assert b"/PageLabels" not in whole.pdf


def test_the_bookmarks_of_kept_pages_stand_in_their_new_order() -> None:
    source = opened(made("inbyggd")["protokoll"])
    result = cut(source, [*range(2, 5), 0], META, engine="prov 1")
    reader = pypdf.PdfReader(io.BytesIO(result.pdf))
    first, below, last = reader.outline
    assert str(first["/Title"]).startswith("§ 51")
    assert [str(entry["/Title"])[:6] for entry in below] == ["Beslut"]
    assert reader.get_destination_page_number(last) == 3


def test_a_bookmark_whose_chapter_is_gone_moves_up() -> None:
    with pikepdf.open(io.BytesIO(trapped())) as pdf, io.BytesIO() as out:
        with pdf.open_outline() as outline:
            outline.root[0].children.append(outline.root.pop(1))
        pdf.save(out)
        source = opened(out.getvalue())
    reader = pypdf.PdfReader(io.BytesIO(cut(source, [1], META, engine="prov 1").pdf))
    assert [str(entry["/Title"]) for entry in reader.outline] == ["qv1bokmarkevq"]


def test_a_bookmark_that_names_what_is_on_another_page_stays_behind() -> None:
    """A signed protokoll may have one for each § that all lead to the first page."""
    with pikepdf.open(io.BytesIO(trapped())) as pdf, io.BytesIO() as out:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("§ 51 Om qv9annanvq", 1))
        pdf.save(out)
        source = opened(out.getvalue())
    result = cut(source, [1], META, engine="prov 1")
    reader = pypdf.PdfReader(io.BytesIO(result.pdf))
    assert [str(entry["/Title"]) for entry in reader.outline] == ["qv1bokmarkevq"]
    assert "qv9annanvq" not in everything(result.pdf)
    # The whole of a file has all that is in it.
    assert "qv9annanvq" in everything(assemble([Part(source)], META, engine="prov 1").pdf)


def test_text_where_nobody_sees_it_is_found() -> None:
    def fill(pdf: Pdf, page: pikepdf.Object) -> None:
        form = _drawing(pdf, "")
        form.BBox = Array([0, -9000, 600, 842])
        form.Resources = Dictionary(Font=Dictionary(H=HELVETICA))
        form.write(b"BT /H 9 Tf 50 700 Td (egen) Tj 0 -2000 Td (delad) Tj ET")
        page.Resources = Dictionary(Font=Dictionary(H=HELVETICA), XObject=Dictionary(Ritad=form))
        page.CropBox = Array([50, 50, 545, 792])
        page.Contents = pdf.make_stream(
            b"/Ritad Do BT /H 9 Tf 100 810 Td (kant) Tj 0 -300 Td [(syns) -20 (helt)] TJ ET"
            b" q 100 100 50 50 re W n BT /H 9 Tf 300 300 Td (klippt) Tj 0 -200 Td ( ) Tj ET Q"
            b" BT /H 9 Tf 1 0 0 1 40 400 Tm 3 Tr (halvt utanfor) Tj (tolkat) Tj ET"
        )

    assert opened(one_page(fill)).unseen(0) == "delad kant klippt"
    some = opened(raw("inbyggd")["protokoll"])
    assert [some.unseen(page) for page in range(len(some))] == [""] * len(some)


def test_a_layer_that_is_off_stays_off() -> None:
    with pikepdf.open(io.BytesIO(trapped())) as pdf, io.BytesIO() as out:
        off, on, elsewhere = (
            pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
            for name in ("av", "på", "annan")
        )
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([off, on, elsewhere]), D=Dictionary(OFF=Array([off, elsewhere]))
        )
        page = pdf.pages[0].obj
        page.Resources.Properties = Dictionary(A=off, B=on, C=elsewhere)
        page.Contents = pdf.make_stream(b"/OC /A BDC EMC /OC /B BDC EMC")
        pdf.save(out)
        source = opened(out.getvalue())
    with pikepdf.open(io.BytesIO(cut(source, [0], META, engine="prov 1").pdf)) as pdf:
        layers = pdf.Root.OCProperties
        assert [str(group.Name) for group in layers.OCGs] == ["av", "på"]
        assert [str(group.Name) for group in layers.D.OFF] == ["av"]


def one_page(fill: Callable[[Pdf, pikepdf.Object], object]) -> bytes:
    """A page with what `fill` puts on it."""
    with pikepdf.new() as pdf, io.BytesIO() as out:
        pdf.add_blank_page(page_size=(595, 842))
        fill(pdf, pdf.pages[0].obj)
        pdf.save(out)
        return out.getvalue()


def hidden(pdf: bytes) -> set[str]:
    """The words of the traps that are somewhere in a cut of the first page."""
    result = cut(opened(pdf), [0], META, engine="prov 1")
    return set(re.findall(r"qv([a-z]+)vq", everything(result.pdf)))


def test_of_a_font_of_drawings_only_the_glyphs_that_the_page_shows_come_along() -> None:
    def fill(pdf: Pdf, page: pikepdf.Object) -> None:
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 9, 9]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            FirstChar=97,
            LastChar=99,
            Widths=Array([9, 9, 9]),
            Encoding=Dictionary(
                Type=Name.Encoding,
                Differences=Array([97, Name("/qvegetvq"), Name("/qvannatvq"), Name.c]),
            ),
            CharProcs=Dictionary(
                {
                    "/qvegetvq": pdf.make_stream(b"9 0 d0 /Bild Do % qvegenbildvq"),
                    "/qvannatvq": pdf.make_stream(b"9 0 d0 /Annan Do % qvannanbildvq"),
                    "/c": pdf.make_stream(b"9 0 d0 % qviformenvq"),
                }
            ),
            Resources=Dictionary(
                XObject=Dictionary(
                    Bild=_drawing(pdf, "qvibildvq"), Annan=_drawing(pdf, "qviannanvq")
                )
            ),
        )
        form = _drawing(pdf, "")
        form.write(b"BT /F 9 Tf (c) Tj ET")
        page.Resources = Dictionary(
            Font=Dictionary(F=pdf.make_indirect(font)), XObject=Dictionary(Ritad=form)
        )
        page.Contents = pdf.make_stream(b"BT /F 9 Tf [(a) -5 (a)] TJ ET /Ritad Do")

    assert hidden(one_page(fill)) == {"eget", "egenbild", "ibild", "iformen"}


def _drawing(pdf: Pdf, word: str) -> pikepdf.Stream:
    content = f"% {word}".encode()
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))


def test_what_a_program_has_for_itself_in_any_dictionary_stays_behind() -> None:
    def fill(pdf: Pdf, page: pikepdf.Object) -> None:
        private = String("qvprivatvq")
        about = Dictionary(Prog=Dictionary(Private=String("qvpieceinfovq")))
        page.Group = Dictionary(
            S=Name.Transparency, CS=Name.DeviceRGB, Privat=private, PieceInfo=about
        )
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name.Arial,
            Encoding=Name.WinAnsiEncoding,
            Privat=private,
            FontDescriptor=Dictionary(Type=Name.FontDescriptor, FontName=Name.Arial, Min=private),
        )
        page.Resources = Dictionary(
            Font=Dictionary(F=font),
            ExtGState=Dictionary(G=Dictionary(Type=Name.ExtGState, ca=1, Privat=private)),
            ColorSpace=Dictionary(
                C=Array(
                    [
                        Name.Separation,
                        Name.qvtryckvq,
                        Name.DeviceRGB,
                        Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, Privat=private),
                    ]
                )
            ),
        )
        page.Contents = pdf.make_stream(b"/G gs /C cs BT /F 9 Tf (a) Tj ET")
        page.Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([1, 1, 9, 9]),
                    A=Dictionary(S=Name.URI, URI=String("https://kommun.invalid")),
                    BS=Dictionary(W=0, S=Name.S, D=Array([private]), Privat=private),
                    C=Array([1, private]),
                )
            ]
        )

    pdf = one_page(fill)
    assert hidden(pdf) == {"tryck"}
    with pikepdf.open(io.BytesIO(cut(opened(pdf), [0], META, engine="prov 1").pdf)) as file:
        page = file.pages[0].obj
        assert dict(page.Group) == {"/S": Name.Transparency, "/CS": Name.DeviceRGB}
        assert dict(page.Annots[0].BS) == {"/W": 0, "/S": Name.S}
        assert page.Resources.Font.F.Encoding == Name.WinAnsiEncoding
        assert page.Resources.ColorSpace.C[3].N == 1


def test_a_layer_that_is_only_named_beside_the_pages_own_tells_no_name() -> None:
    def fill(pdf: Pdf, page: pikepdf.Object) -> None:
        own, other, alone = (
            pdf.make_indirect(
                Dictionary(
                    Type=Name.OCG,
                    Name=String(name),
                    Usage=Dictionary(CreatorInfo=Dictionary(Creator=String("qvprogramvq"))),
                )
            )
            for name in ("qvettvq", "qvtvåvq", "qvensamvq")
        )
        some = Dictionary(Type=Name.OCMD, OCGs=Array([own, other]), P=Name.AnyOn)
        pdf.Root.OCProperties = Dictionary(
            OCGs=Array([own, other, alone]), D=Dictionary(OFF=Array([other]))
        )
        page.Resources = Dictionary(Properties=Dictionary(M=pdf.make_indirect(some), E=alone))
        page.Contents = pdf.make_stream(b"/OC /M BDC EMC /OC /E BDC EMC")

    pdf = one_page(fill)
    assert hidden(pdf) == {"ensam"}
    with pikepdf.open(io.BytesIO(cut(opened(pdf), [0], META, engine="prov 1").pdf)) as file:
        layers = file.Root.OCProperties
        assert [str(group.Name) for group in layers.OCGs] == ["Lager", "Lager", "qvensamvq"]
        assert len(layers.D.OFF) == 1


@pytest.mark.parametrize(
    "written",
    [
        b"(https://lund.se/\xc3\xa4rende)",
        b"(https://lund.se/\xe4rende)",
        b"<FEFF" + "https://lund.se/ärende".encode("utf-16-be").hex().encode() + b">",
        b"(https://lund.se/%C3%A4rende)",
    ],
    ids=["UTF-8", "Latin-1", "UTF-16", "ASCII"],
)
def test_a_link_with_a_letter_of_swedish_leads_where_it_led(written: bytes) -> None:
    """ISO 32000-1 12.6.4.7: a URI is in ASCII."""

    def fill(pdf: Pdf, page: pikepdf.Object) -> None:
        action = Dictionary(S=Name.URI, URI=pikepdf.Object.parse(written))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([1, 1, 9, 9]), A=action)
        page.Annots = Array([pdf.make_indirect(link)])

    result = cut(opened(one_page(fill)), [0], META, engine="prov 1")
    with pikepdf.open(io.BytesIO(result.pdf)) as file:
        (link,) = file.pages[0].obj.Annots
        assert bytes(link.A.URI) == b"https://lund.se/%C3%A4rende"
        assert str(link.Contents).startswith("https://lund.se/")


def test_the_source_is_as_it_was() -> None:
    pdf = made("inbyggd")["protokoll"]
    source = opened(pdf)
    first = cut(source, [2, 3], META, engine="prov 1")
    cut(source, [5], META, engine="prov 1")
    assert cut(source, [2, 3], META, engine="prov 1") == first
    assert source.data == pdf


def test_a_page_that_is_not_there_is_an_error() -> None:
    source = opened(trapped())
    with pytest.raises(IndexError, match="has no page 3"):
        cut(source, [3], META, engine="prov 1")
    with pytest.raises(ValueError, match="a page"):
        cut(source, [], META, engine="prov 1")


@pytest.mark.behover("libreoffice", "verapdf")
def test_verapdf_confirms_what_a_cut_claims(tmp_path_factory: pytest.TempPathFactory) -> None:
    files = {}
    for engine in ENGINES:
        for name, taken in (("protokoll", [2, 3, 0]), ("bilaga", [1, 2]), ("bilaga", [4])):
            source = opened(made(engine)[name])
            result = cut(source, taken, META, engine="prov 1")
            assert result.claims == source.claims
            files[f"{engine}-{name}-{taken[0]}"] = result.pdf
    answers = verapdf.failures(files, tmp_path_factory.mktemp("vera"))
    failed = {name: fails for name, fails in answers.items() if any(fails.values())}
    assert failed == {}
    assert answers["libreoffice-protokoll-2"] == answers["inbyggd-bilaga-4"] == verapdf.PASSES


# Damaged fonts and contents, as a signing service may hand them back


def _fonts(pdf: Pdf) -> list[Any]:
    found = {}
    for page in pdf.pages:
        for font in dict(page.Resources.Font).values():
            found[font.objgen] = font
    return list(found.values())


def _without_descendants(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        if "/DescendantFonts" in font:
            del font.DescendantFonts


def _with_no_program(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        if "/DescendantFonts" in font:
            font.DescendantFonts[0].FontDescriptor.FontFile2.write(b"abc")


def _ending_in_the_middle(pdf: Pdf) -> None:
    pdf.pages[3].obj.Contents = pdf.make_stream(b"BT /F1 12 Tf (oavslutad")


def _with_a_name_for_its_fonts(pdf: Pdf) -> None:
    for page in pdf.pages:
        page.Resources.Font = Name.X


@pytest.mark.parametrize("gone", [(), ("/StructTreeRoot",), ("/StructTreeRoot", "/Outlines")])
@pytest.mark.parametrize(
    "harm",
    [
        _without_descendants,
        _with_no_program,
        _ending_in_the_middle,
        _with_a_name_for_its_fonts,
    ],
)
def test_a_damaged_font_or_content_ends_no_run(
    harm: Callable[[Pdf], None], gone: tuple[str, ...]
) -> None:
    with pikepdf.open(io.BytesIO(made("inbyggd")["protokoll"])) as pdf, io.BytesIO() as out:
        for key in gone:
            del pdf.Root[key]
        harm(pdf)
        pdf.save(out)
        found = Source.open(out.getvalue(), "protokoll.pdf")
    if isinstance(found, Source):
        try:
            pages_of_paragraf.find(found)
            assert len(cut(found, [1, 3], META, engine="prov 1").pdf) > 0
        except DataError as told:
            found = told.finding
    if not isinstance(found, Source):
        assert (found.code, found.value) == ("GEN-5121", "protokoll.pdf")
