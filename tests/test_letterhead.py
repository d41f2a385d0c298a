"""A template on a letterhead: whose page and styles go, what comes along, which file is found."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from wordfiles import PIXEL, W, opened, part, patched, styled, swap, texts, with_footnote, word

from gen.docx import TemplateError, render
from gen.errors import UsageError
from gen.templates import Templates, on_letterhead, shipped


def brevpapper(*paragraphs: str, header: str = "Lillköpings kommun") -> bytes:
    def build(document: Document) -> None:
        section = document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.top_margin = Mm(30), Mm(45)
        section.footer.paragraphs[0].text = "Sidfoten"
        document.styles["Heading 1"].font.size = Pt(18)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.add_picture(io.BytesIO(PIXEL))

    return word(header=header, title="Brevpapper", build=build)


def made(template: bytes, letterhead: bytes | None = None) -> bytes:
    """The template on the letterhead, filled in with nothing."""
    return render(on_letterhead(template, letterhead or brevpapper()), {})


def all_bytes(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


# What the letterhead owns


def test_sida_sidhuvud_och_sidfot_är_brevpapperets() -> None:
    document = opened(made(word("brödtext", header="mallens eget huvud")))
    section = document.sections[0]
    assert [p.text for p in section.header.paragraphs] == ["Lillköpings kommun"]
    assert [p.text for p in section.footer.paragraphs] == ["Sidfoten"]
    assert section.left_margin is not None
    assert section.top_margin is not None
    assert (round(section.left_margin.mm), round(section.top_margin.mm)) == (30, 45)
    assert [p.text for p in document.paragraphs] == ["brödtext"]


def test_brevpapperets_exempeltext_och_mallens_huvud_finns_inte_i_en_enda_byte() -> None:
    template = word("brödtext", header="mallens eget huvud")
    content = all_bytes(made(template, brevpapper("Hemlig exempeltext")))
    assert b"Hemlig exempeltext" not in content
    assert b"mallens eget huvud" not in content
    assert PIXEL not in content


def test_liggande_avsnitt_ligger_kvar_på_brevpapperets_sida() -> None:
    def build(document: Document) -> None:
        section = document.add_section(WD_SECTION.CONTINUOUS)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        document.add_paragraph("liggande")

    first, second = opened(made(word("stående", build=build))).sections
    sizes = [(round(s.page_width.mm), round(s.page_height.mm)) for s in (first, second)]
    assert sizes == [(210, 297), (297, 210)]
    assert (second.orientation, second.start_type) == (WD_ORIENT.LANDSCAPE, WD_SECTION.CONTINUOUS)
    assert [p.text for p in second.header.paragraphs] == ["Lillköpings kommun"]


def test_brevpapperets_formatmall_går_före_mallens_med_samma_namn() -> None:
    def build(document: Document) -> None:
        document.styles["Heading 1"].font.size = Pt(40)
        document.add_heading("Rubrik", 1)

    document = opened(made(word(build=build)))
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.font.size == Pt(18)


def test_formatmallar_från_svensk_word_hittar_sina_namn() -> None:
    def build(document: Document) -> None:
        own = document.styles.add_style("Egen rubrik", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = document.styles["Heading 1"]
        document.add_heading("Rubrik", 1)
        document.add_paragraph("Egen", style=own)

    swedish = swap('"Heading1"', '"Rubrik1"')
    template = patched(
        word(build=build), {"word/styles.xml": swedish, "word/document.xml": swedish}
    )
    content = made(template)
    assert styled(content) == [("Heading 1", "Rubrik"), ("Egen rubrik", "Egen")]
    own = opened(content).paragraphs[1].style
    assert own.base_style.name == "Heading 1"
    assert own.base_style.font.size == Pt(18)
    assert b"Rubrik1" not in all_bytes(content)


def test_formatmallar_som_brevpapperet_saknar_kommer_med_hela_sin_släkt() -> None:
    def build(document: Document) -> None:
        ingress = document.styles.add_style("Ingress", WD_STYLE_TYPE.PARAGRAPH)
        ingress.font.bold = True
        under = document.styles.add_style("Ingress liten", WD_STYLE_TYPE.PARAGRAPH)
        under.base_style = ingress
        document.add_paragraph("text", style="Ingress liten")

    style = opened(made(word(build=build))).paragraphs[0].style
    assert style is not None
    assert (style.name, style.base_style.name) == ("Ingress liten", "Ingress")
    assert style.base_style.font.bold


def test_två_formatmallar_med_ett_id_blir_två() -> None:
    def build(document: Document) -> None:
        document.styles.add_style("Ingress", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("text", style="Ingress")

    collide = swap('"Ingress"', '"BodyText"')
    renamed = swap('w:styleId="BodyText"', 'w:styleId="Brdtext"')
    based = patched(word(build=build), {"word/styles.xml": renamed})
    template = patched(
        based,
        {
            "word/styles.xml": swap('w:styleId="Ingress"', 'w:styleId="BodyText"'),
            "word/document.xml": collide,
        },
    )
    assert styled(made(template)) == [("Ingress", "text")]


# What the template brings


def test_bilder_och_länkar_i_mallen_följer_med() -> None:
    def build(document: Document) -> None:
        document.add_picture(io.BytesIO(PIXEL))
        paragraph = document.add_paragraph()
        link = OxmlElement("w:hyperlink")
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        link.set(qn("r:id"), document.part.relate_to("https://lag.invalid/", kind, True))
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "lagen"
        run.append(text)
        link.append(run)
        paragraph._p.append(link)

    document = opened(made(word(build=build)))
    blip = document.inline_shapes[0]._inline.graphic.graphicData.pic.blipFill.blip
    assert document.part.related_parts[blip.embed].blob == PIXEL
    assert [link.address for link in document.paragraphs[1].hyperlinks] == ["https://lag.invalid/"]


def numbers(content: bytes) -> list[str]:
    return [n.get(W + "val") for n in part(content, "word/document.xml").iter(W + "numId")]


def test_en_lista_i_mallen_räknar_för_sig() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("punkt")
        properties = paragraph._p.get_or_add_pPr()._add_numPr()
        properties._add_numId().val = 3
        properties._add_ilvl().val = 0

    template = word(build=build)
    content = made(template)
    (number,) = numbers(content)
    lists = part(content, "word/numbering.xml")
    known = {
        n.get(W + "numId"): n.find(W + "abstractNumId").get(W + "val")
        for n in lists.iter(W + "num")
    }
    before = part(brevpapper(), "word/numbering.xml")
    assert number not in {n.get(W + "numId") for n in before.iter(W + "num")}
    (definition,) = (
        a for a in lists.iter(W + "abstractNum") if a.get(W + "abstractNumId") == known[number]
    )
    theirs = part(template, "word/numbering.xml")
    old = {
        n.get(W + "numId"): n.find(W + "abstractNumId").get(W + "val")
        for n in theirs.iter(W + "num")
    }
    (original,) = (
        a for a in theirs.iter(W + "abstractNum") if a.get(W + "abstractNumId") == old["3"]
    )
    assert [x.get(W + "val") for x in definition.iter(W + "lvlText")] == [
        x.get(W + "val") for x in original.iter(W + "lvlText")
    ]


@pytest.mark.parametrize(
    "letterhead", [brevpapper(), with_footnote(word("b"), "brevpapperets not")]
)
def test_fotnoter_i_mallen_följer_med(letterhead: bytes) -> None:
    content = made(with_footnote(word("text"), "mallens not"), letterhead)
    notes = part(content, "word/footnotes.xml")
    by_id = {n.get(W + "id"): "".join(n.itertext()) for n in notes}
    (reference,) = part(content, "word/document.xml").iter(W + "footnoteReference")
    assert by_id[reference.get(W + "id")] == "mallens not"
    assert list(by_id.values()).count("mallens not") == 1
    assert len(by_id) == len(notes)


def test_titeln_är_mallens() -> None:
    content = on_letterhead(word("x", title="{{ titel }}"), brevpapper())
    document = opened(render(content, {"titel": "Protokoll"}))
    assert document.core_properties.title == "Protokoll"


def test_taggar_fylls_i_både_på_brevpapperet_och_i_mallen() -> None:
    content = on_letterhead(word("{{ a }}"), brevpapper(header="{{ b }}"))
    document = opened(render(content, {"a": "i mallen", "b": "på brevpapperet"}))
    assert document.paragraphs[0].text == "i mallen"
    assert document.sections[0].header.paragraphs[0].text == "på brevpapperet"


def test_ett_fel_i_sidhuvudet_pekar_på_brevpapperet() -> None:
    content = on_letterhead(word("x"), brevpapper(header="{{ kommn.namn }}"))
    with pytest.raises(TemplateError) as caught:
        render(content, {"kommun": {"namn": "L"}}, name="protokoll.docx")
    assert str(caught.value).startswith("Mallen brevpapper.docx, sidhuvudet, ")


def test_brevpapperet_får_vara_sparat_som_mall() -> None:
    letterhead = patched(
        brevpapper(), {"[Content_Types].xml": swap("document.main+xml", "template.main+xml")}
    )
    content = made(word("text"), letterhead)
    assert b"template.main+xml" not in all_bytes(content)
    assert texts(content) == ["text"]


def test_ett_brevpapper_som_inte_är_en_word_fil_nämns_vid_namn() -> None:
    with pytest.raises(TemplateError, match=r"brevpapper\.docx går inte att läsa"):
        on_letterhead(word("x"), b"%PDF-1.7")


def test_samma_mall_och_brevpapper_görs_en_gång() -> None:
    template, letterhead = word("x"), brevpapper()
    assert on_letterhead(template, letterhead) is on_letterhead(template, letterhead)


# Which file


def folder(path: Path, names: Sequence[str]) -> Templates:
    for name in names:
        (path / name).write_bytes(word(name))
    return Templates(path)


def test_kommunens_egen_mall_går_före_och_resten_är_gens(tmp_path: Path) -> None:
    templates = folder(tmp_path, ["brevpapper.docx"])
    assert texts(templates.find("brevpapper").content) == ["brevpapper.docx"]
    assert templates.find("protokoll") == Templates().find("protokoll")
    assert templates.find("protokoll").content == (shipped() / "protokoll.docx").read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "tjänsteskrivelse.docx",
        "Tjänsteskrivelse.DOCX",
        "tjansteskrivelse.docx",
        "NFD",
        "tjänsteskrivelse.dotx",
    ],
)
def test_en_mall_hittas_hur_den_än_är_stavad(tmp_path: Path, name: str) -> None:
    if name == "NFD":
        name = unicodedata.normalize("NFD", "tjänsteskrivelse.docx")
    templates = folder(tmp_path, [name, "~$tjänsteskrivelse.docx"])
    for kind in ("tjänsteskrivelse", "tjansteskrivelse"):
        assert templates.find(kind).name == unicodedata.normalize("NFC", name)


def test_en_mall_som_saknas_sägs_med_det_närmaste_namnet(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        Templates(tmp_path).find("protokol")
    assert caught.value.finding.code == "GEN-4000"
    assert "Menade du protokoll?" in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_en_mallmapp_som_inte_finns_är_ett_fel_i_anropet(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        Templates(tmp_path / "borta").find("protokoll")
    assert (caught.value.finding.code, caught.value.exit_code) == ("GEN-4001", 2)
