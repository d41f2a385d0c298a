"""Parts from many files become one, which says of itself just what all of them hold."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence

import pikepdf
import pypdf
import pytest
import verapdf
from pdfinnehall import everything
from pdfkallor import ENGINES, META, made, raw
from pdfstruktur import elements, faults, headings
from pikepdf import Array, Dictionary, Name, String
from test_cut import trapped
from test_metadata import said_by_poppler
from test_structure import hand_made, opened, tagged

from gen.errors import DataError
from gen.findings import Finding
from gen.pdf import seal
from gen.pdf.merge import Part, assemble
from gen.pdf.source import Source
from gen.pdf.stamp import stamp

PLAIN = "20 0 obj <</S/Document/K[21 0 R]>> endobj 21 0 obj <</S/H1/Pg 10 0 R/K[0 1]>> endobj"


def untagged(pages: int = 1) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(out)
    return out.getvalue()


def locked(owner: str, user: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(untagged())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner=owner, user=user))
    return out.getvalue()


def xfa() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(untagged())) as pdf:
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String("<xdp/>"))
        pdf.save(out)
    return out.getvalue()


def without_pages() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(out)
    return out.getvalue()


def with_a_loop() -> bytes:
    """A tree whose second element is its own parent's parent, and pages that are none."""
    tree = (
        "20 0 obj <</S/Document/K[21 0 R]>> endobj "
        "21 0 obj <</S/Sect/Pg 10 0 R/K[20 0 R 21 0 R 0 1 99 0 R]>> endobj"
    )
    return hand_made(tree, pages_=1)


@pytest.mark.parametrize(
    ("pdf", "code"),
    [
        (b"", "GEN-5120"),
        (b"%PDF-1.7\nskr\xe4p", "GEN-5121"),
        (b"PK\x03\x04 en Word-fil", "GEN-5121"),
        (locked("agare", "anvandare"), "GEN-5122"),
        (locked("agare", ""), "GEN-5122"),
        (locked("", ""), "GEN-5122"),
        (xfa(), "GEN-5123"),
        (without_pages(), "GEN-5124"),
    ],
)
def test_a_file_that_cannot_be_merged_is_told_by_its_name(pdf: bytes, code: str) -> None:
    found = Source.open(pdf, "bilaga 3.pdf")
    assert isinstance(found, Finding)
    assert (found.code, found.value) == (code, "bilaga 3.pdf")
    assert "bilaga 3.pdf" in found.message


@pytest.mark.parametrize("length", [0.3, 0.6, 0.9])
def test_half_a_file_is_told_or_gives_whole_pages(length: float) -> None:
    whole = made("inbyggd")["protokoll"]
    found = Source.open(whole[: int(len(whole) * length)], "halv.pdf")
    if isinstance(found, Finding):
        assert found.code in ("GEN-5121", "GEN-5124")
    else:
        assert faults(assemble([Part(found)], META, engine="prov 1").pdf) == []


def test_a_tree_that_turns_in_a_circle_is_read_once() -> None:
    result = assemble([Part(opened(with_a_loop()))], META, engine="prov 1")
    assert faults(result.pdf) == []


def test_the_part_that_keeps_a_merge_from_its_claims_is_named() -> None:
    ours = opened(made("inbyggd")["protokoll"], "protokoll.pdf")
    foreign = opened(hand_made(PLAIN, pages_=1), "taggad.pdf")
    bare = opened(untagged(), "skannad.pdf")
    assert assemble([Part(ours), Part(ours, [1])], META, engine="x").claims == {"2b", "ua1"}
    result = assemble([Part(ours), Part(foreign), Part(bare)], META, engine="prov 1")
    assert result.claims == frozenset()
    assert [(found.code, found.value) for found in result.findings] == [
        ("GEN-5127", "taggad.pdf"),
        ("GEN-5126", "taggad.pdf"),
        ("GEN-5127", "skannad.pdf"),
        ("GEN-5125", "skannad.pdf"),
    ]
    assert b"pdfuaid:part" not in result.pdf
    assert b"pdfaid:part" not in result.pdf
    with tagged(result.pdf) as pdf:
        assert bool(pdf.Root.MarkInfo.Suspects)
    assert faults(result.pdf) == []


def test_a_claim_of_a_foreign_file_is_not_believed() -> None:
    """rdocx writes them, and its raw files do not hold them."""
    foreign = raw("inbyggd")["protokoll"]
    assert b"pdfuaid:part" in foreign
    assert opened(foreign).claims == frozenset()


def saved_again(pdf: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as file, io.BytesIO() as out:
        change(file)
        file.save(out)
        return out.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: pdf.Root.__setattr__("AcroForm", Dictionary(Fields=Array([]), SigFlags=3)),
        lambda pdf: pdf.add_blank_page(page_size=(595, 842)),
        lambda pdf: None,
    ],
    ids=["a form", "a page without tags", "nothing but its bytes"],
)
def test_a_file_of_ours_that_another_program_has_saved_is_no_longer_believed(
    change: Callable[[pikepdf.Pdf], object],
) -> None:
    """What gen once said of it stands in it still."""
    cut_of_ours = assemble([Part(opened(made("inbyggd")["protokoll"]), [0])], META, engine="x").pdf
    for ours in (made("inbyggd")["protokoll"], cut_of_ours):
        assert opened(ours).claims == {"2b", "ua1"}
        again = saved_again(ours, change)
        assert b"pdfuaid:part" in everything(again).encode()
        assert opened(again).claims == frozenset()


def test_one_byte_breaks_the_seal() -> None:
    ours = made("inbyggd")["bilaga"]
    assert seal.is_sealed(ours)
    assert seal.sealed(ours) == ours
    for place in (100, len(ours) // 2, len(ours) - 30, ours.rindex(b"/ID") + 6):
        changed = bytearray(ours)
        changed[place] ^= 1
        assert not seal.is_sealed(bytes(changed))
    assert not seal.is_sealed(ours + b"\n% mer")
    assert not seal.is_sealed(b"")
    with pytest.raises(ValueError, match="/ID"):
        seal.sealed(untagged()[:-40])


def test_the_caller_may_know_better() -> None:
    tried = Source.open(hand_made(PLAIN, pages_=1), "a.pdf", claims=frozenset({"ua1"}))
    assert isinstance(tried, Source)
    assert assemble([Part(tried)], META, engine="prov 1").claims == {"ua1"}


def test_a_file_without_any_tags_gets_none() -> None:
    result = assemble([Part(opened(untagged(2)))], META, engine="prov 1")
    with tagged(result.pdf) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root


def test_a_part_in_another_language_says_so() -> None:
    swedish = opened(hand_made(PLAIN, pages_=1))
    english = opened(hand_made(PLAIN, pages_=1).replace(b"(sv-SE)", b"(en-GB)"))
    result = assemble([Part(swedish), Part(english)], META, engine="prov 1")
    with tagged(result.pdf) as pdf:
        assert str(pdf.Root.Lang) == "sv-SE"
        parts = [element for element in elements(pdf) if element.S == "/Part"]
        assert [str(part.get("/Lang", "")) for part in parts] == ["", "en-GB"]


def test_each_part_begins_at_level_1() -> None:
    low = hand_made(PLAIN.replace("/H1", "/H3"), pages_=1)
    result = assemble([Part(opened(low)), Part(opened(low, "b.pdf"))], META, engine="prov 1")
    assert headings(result.pdf) == [1, 1]


def test_headings_without_a_number_get_that_of_their_section() -> None:
    tree = (
        "20 0 obj <</S/Document/K[21 0 R 22 0 R]>> endobj 21 0 obj <</S/H/Pg 10 0 R/K 0>> endobj "
        "22 0 obj <</S/Sect/K[23 0 R]>> endobj 23 0 obj <</S/H/Pg 10 0 R/K 1>> endobj"
    )
    result = assemble([Part(opened(hand_made(tree, pages_=1)))], META, engine="prov 1")
    assert headings(result.pdf) == [1, 2]


def test_bookmarks_stand_under_their_parts_and_labels_carry_the_parts_name() -> None:
    source = opened(made("inbyggd")["protokoll"])
    parts = [
        Part(source, [0], bookmark="Innehåll"),
        Part(source, [1, 2], bookmark="Bilaga 1", label="B1-"),
    ]
    reader = pypdf.PdfReader(io.BytesIO(assemble(parts, META, engine="prov 1").pdf))
    titles = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    assert titles == ["Innehåll", "Bilaga 1"]
    assert reader.page_labels == ["1", "B1-1", "B1-2"]
    below = [entry for entry in reader.outline if isinstance(entry, list)][1]
    assert [str(e["/Title"])[:4] for e in below if not isinstance(e, list)] == ["§ 50", "§ 51"]


def test_of_two_files_equal_names_of_places_the_first_is_kept() -> None:
    """Links lead by page in the new file, so none goes astray; the name is for links from afar."""
    one, two = (opened(trapped(1)) for _ in range(2))
    with pikepdf.open(io.BytesIO(assemble([Part(one), Part(two)], META, engine="x").pdf)) as pdf:
        name, place = pdf.Root.Names.Dests.Names
        assert str(name) == "qv0namnvq"
        assert place[0].objgen == pdf.pages[0].obj.objgen


def test_a_page_that_is_damaged_is_told_by_the_name_of_its_file() -> None:
    whole = made("inbyggd")["protokoll"]
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        raw_content = pdf.pages[3].obj.Contents.read_raw_bytes()
    broken = whole.replace(raw_content[20:60], b"\0" * 40)
    # It is no longer as gen wrote it, so all of it is tried when it is opened.
    told = Source.open(broken, "protokoll.pdf")
    assert isinstance(told, Finding)
    assert (told.code, told.value) == ("GEN-5121", "protokoll.pdf")
    # Of what the caller vouches for, the first page only.
    source = Source.open(broken, "protokoll.pdf", claims=frozenset({"ua1"}))
    assert isinstance(source, Source)
    assert len(assemble([Part(source, [0])], META, engine="prov 1").pdf) > 0
    with pytest.raises(DataError) as caught:
        assemble([Part(source, [3])], META, engine="prov 1")
    assert (caught.value.finding.code, caught.value.finding.value) == ("GEN-5121", "protokoll.pdf")


# Stamps


@pytest.mark.behover("poppler")
def test_a_stamp_is_seen_on_every_page_and_is_an_artefact() -> None:
    source = opened(made("inbyggd")["protokoll"])
    mark = stamp("Bilaga 3 – åäö & <x>")
    result = assemble([Part(source, [0, 1], stamp=mark), Part(source, [2])], META, engine="x")
    pages = said_by_poppler(result.pdf).split("\f")
    assert ["Bilaga 3 – åäö & <x>" in page for page in pages[:3]] == [True, True, False]
    assert faults(result.pdf) == []
    assert result.claims == {"2b", "ua1"}


@pytest.mark.behover("poppler")
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_stamp_stands_in_the_upper_right_corner_as_the_page_is_shown(turn: int) -> None:
    with pikepdf.open(io.BytesIO(untagged())) as pdf, io.BytesIO() as out:
        pdf.pages[0].obj.Rotate = turn
        pdf.save(out)
        source = opened(out.getvalue())
    result = assemble([Part(source, stamp=stamp("Bilaga 3"))], META, engine="prov 1")
    words = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(\w+)<',
        said_by_poppler(result.pdf, "-bbox"),
    )
    assert [word[4] for word in words] == ["Bilaga", "3"]
    wide = 595 if turn % 180 == 0 else 842
    assert wide - 100 < float(words[0][0]) < float(words[1][2]) < wide - 20
    assert 8 < float(words[0][1]) < float(words[1][3]) < 32


# Forms and links


def test_a_field_that_the_tags_know_becomes_content_of_its_element() -> None:
    tree = (
        "20 0 obj <</S/Document/K[21 0 R 22 0 R]>> endobj "
        "21 0 obj <</S/P/Pg 10 0 R/K[0 1]>> endobj "
        "22 0 obj <</S/Form/Pg 10 0 R/K[<</Type/OBJR/Obj 30 0 R>>]>> endobj "
        "30 0 obj <</Type/Annot/Subtype/Widget/FT/Btn/TU(Ja)/T(hemligt)/F 4/AS/On/Rect[9 9 29 29]"
        "/StructParent 9/AP<</N<</On 31 0 R>>>>>> endobj "
        "31 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Length 3>> stream\nq Q\n"
        "endstream endobj"
    )
    out = io.BytesIO()
    with tagged(hand_made(tree, pages_=1)) as pdf:
        (field,) = [o for o in pdf.objects if isinstance(o, Dictionary) and "/FT" in o]
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        pdf.save(out)
    result = assemble([Part(opened(out.getvalue()))], META, engine="prov 1")
    assert faults(result.pdf) == []
    assert "hemligt" not in everything(result.pdf)
    with tagged(result.pdf) as pdf:
        (form,) = [element for element in elements(pdf) if element.S == "/Form"]
        assert [int(kid) for kid in form.K] == [2]
        (about,) = form.A
        assert (about.O, about.Role, about.checked) == (Name.PrintField, Name.cb, Name.on)
        assert str(about.Desc) == "Ja"


def test_words_whose_link_is_gone_are_no_longer_a_link() -> None:
    tree = (
        "20 0 obj <</S/Document/K[21 0 R]>> endobj 21 0 obj <</S/P/Pg 10 0 R/K[0 22 0 R]>> endobj "
        "22 0 obj <</S/Link/Pg 10 0 R/K[1 <</Type/OBJR/Obj 30 0 R>>]>> endobj "
        "30 0 obj <</Type/Annot/Subtype/Link/F 4/Rect[9 9 29 29]/Dest[11 0 R/Fit]/StructParent 9>>"
        " endobj"
    )
    out = io.BytesIO()
    with tagged(hand_made(tree)) as pdf:
        (link,) = [o for o in pdf.objects if isinstance(o, Dictionary) and "/Dest" in o]
        pdf.pages[0].obj.Annots = Array([link])
        pdf.save(out)
    source = opened(out.getvalue())
    for taken, expected in ([0], "/Span"), ([0, 1], "/Link"):
        result = assemble([Part(source, taken)], META, engine="prov 1")
        with tagged(result.pdf) as pdf:
            assert [str(e.S) for e in elements(pdf)][:3] == ["/Document", "/P", expected]
        left = [f for f in faults(result.pdf) if "has no element" not in f]
        assert left == []


# What is equal


def with_a_picture(colour: int, *, layer: bool = False) -> bytes:
    """A page with a picture and its mask."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(untagged())) as pdf:
        about = {
            "Type": Name.XObject,
            "Subtype": Name.Image,
            "Width": 10,
            "Height": 10,
            "BitsPerComponent": 8,
        }
        mask = pdf.make_stream(bytes(100), **about, ColorSpace=Name.DeviceGray)
        picture = pdf.make_stream(
            bytes([colour]) * 300, **about, ColorSpace=Name.DeviceRGB, SMask=mask
        )
        if layer:
            group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Lager")))
            picture.OC = group
            pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary())
        page = pdf.pages[0].obj
        page.Resources = Dictionary(XObject=Dictionary(Bild=picture))
        page.Contents = pdf.make_stream(b"/Bild Do")
        pdf.save(out)
    return out.getvalue()


def pictures(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        streams = [o for o in file.objects if isinstance(o, pikepdf.Stream)]
        return sum(1 for o in streams if o.get("/Subtype") == "/Image" and "/SMask" in o)


@pytest.mark.parametrize(("colours", "count"), [((7, 7, 7), 1), ((7, 8, 7), 2), ((7, 8, 9), 3)])
def test_a_picture_that_is_in_several_parts_is_in_the_file_once(
    colours: Sequence[int], count: int
) -> None:
    parts = [Part(opened(with_a_picture(colour))) for colour in colours]
    result = assemble(parts, META, engine="prov 1")
    assert faults(result.pdf) == []
    assert pictures(result.pdf) == count
    assert assemble(parts, META, engine="prov 1").pdf == result.pdf


def test_pictures_on_layers_are_shown_or_hidden_as_in_their_own_file() -> None:
    parts = [Part(opened(with_a_picture(1, layer=True))) for _ in range(2)]
    assert pictures(assemble(parts, META, engine="prov 1").pdf) == 2


@pytest.mark.behover("libreoffice", "verapdf")
def test_verapdf_confirms_what_a_merge_claims(tmp_path_factory: pytest.TempPathFactory) -> None:
    files, claims = {}, {}
    for engine in ENGINES:
        protokoll = opened(made(engine)["protokoll"], "protokoll.pdf")
        bilaga = opened(made(engine)["bilaga"], "bilaga.pdf")
        first = Part(protokoll, [1, 0], bookmark="§ 50")
        last = Part(bilaga, bookmark="Bilaga 1", label="B-", stamp=stamp("Bilaga 1"))
        files[f"{engine}-bunt"] = assemble([first, last], META, engine=f"{engine} 1").pdf
        whole = assemble([first, Part(protokoll, [5])], META, engine=f"{engine} 1")
        assert whole.claims == {"2b", "ua1"}
        files[f"{engine}-utdrag"] = whole.pdf
        claims |= {f"{engine}-bunt": bilaga.claims, f"{engine}-utdrag": whole.claims}
    answers = verapdf.failures(files, tmp_path_factory.mktemp("vera"))
    assert answers == {name: {claim: [] for claim in claimed} for name, claimed in claims.items()}
