"""The last pass: what a PDF says of itself is true, complete, and the same for the same content."""

from __future__ import annotations

import io
import itertools
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pypdf
import pytest
import verapdf
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from wordfiles import PIXEL, word

from gen import convert
from gen.convert import Made, to_pdf
from gen.errors import EngineError
from gen.pdf import fonts, glyphs, labels, srgb
from gen.pdf.contract import Engine
from gen.pdf.engines import choose
from gen.pdf.metadata import CLAIMS, Finished, Metadata, finish
from gen.pdf.signs import PLAIN, clusters

META = Metadata(
    title="Protokoll KSAU 2023-03-06 & bilagor",
    created="2023-03-06T00:00:00+01:00",
    author="Kommunstyrelsens arbetsutskott",
    subject="§§ 50–62 <justerade>",
)
BOTH = frozenset({"2b", "ua1"})
SIGNS = "Glad 😀 hus 🏛️ flagga 🇸🇪 familj 👨‍👩‍👧 tumme 👍🏽 kinesiska 漢字 runa ᚠ tom \u0378 slut"
"""The last but one is a code point that Unicode has not given out: no font can hold it."""

Convert = Callable[[list[bytes]], list[bytes]]


def element(tag: str, **attributes: str) -> Any:
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def swedish(document: Document) -> None:
    """Language and font as gen's own templates name them."""
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("lang", val="sv-SE", eastAsia="sv-SE"))
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        style.font.size = Pt(11)
        style.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()
        style.font.name = "Arial"


def page_field(paragraph: Any, instruction: str) -> None:
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()._r
        if kind:
            run.append(element("fldChar", fldCharType=kind))
        else:
            code = element("instrText")
            code.text = instruction
            run.append(code)


def link(paragraph: Any, text: str, target: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    around = OxmlElement("w:hyperlink")
    around.set(qn("r:id"), paragraph.part.relate_to(target, kind, is_external=True))
    run, written = element("r"), element("t")
    written.text = text
    run.append(written)
    around.append(run)
    paragraph._p.append(around)


def table(document: Document, rows: int) -> Any:
    made = document.add_table(rows, 2)
    made.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
    for number, row in enumerate(made.rows):
        for column, cell in enumerate(row.cells):
            cell.text = f"Rubrik {column}" if number == 0 else f"värde {number}{column}"
    return made


def picture(document: Document, says: str) -> None:
    document.add_picture(io.BytesIO(PIXEL))
    if says:
        document.inline_shapes[len(document.inline_shapes) - 1]._inline.docPr.set("descr", says)


def protokoll(document: Document) -> None:
    """All that the shipped templates use, and what people put into their own."""
    swedish(document)
    section = document.sections[0]
    section.header.paragraphs[0].text = "Kommunstyrelsens arbetsutskott"
    footer = section.footer.paragraphs[0]
    footer.add_run("Sida ")
    page_field(footer, "PAGE")
    footer.add_run(" av ")
    page_field(footer, "NUMPAGES")
    for number in (50, 51):
        heading = document.add_heading(f"§ {number} Årsredovisning", 1)
        heading.paragraph_format.page_break_before = number > 50
        document.add_heading("Beslut", 2)
        document.add_paragraph("Arbetsutskottet beslutar")
        for point in ("att godkänna förslaget", "att överlämna ärendet"):
            document.add_paragraph(point, style="List Bullet")
        table(document, 3)
    lined = document.add_paragraph("Justerat 2023-03-08")
    properties = lined._p.get_or_add_pPr()
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz="4", space="1", color="auto"))
    properties.append(borders)
    properties.append(element("shd", val="clear", color="auto", fill="EEEEEE"))
    document.add_paragraph("Ett citat", style="Quote")
    seen = document.add_paragraph("Se ")
    link(seen, "kommunens webbplats", "https://kommun.invalid/")
    seen.add_run(" och ")
    link(seen, "dess anslagstavla", "https://kommun.invalid/anslag")
    seen.add_run(".")
    picture(document, "Kommunens vapen")


def joined_row(document: Document) -> None:
    """A table with a heading row that is one cell, as a form has it."""
    swedish(document)
    document.add_heading("§ 1 Närvaro", 1)
    made = table(document, 3)
    made.rows[0].cells[0].merge(made.rows[0].cells[1])


def long_table(document: Document) -> None:
    """Several pages, on each of which the head is drawn again."""
    swedish(document)
    document.add_heading("§ 1 Närvaro", 1)
    table(document, 90)


def signs(document: Document) -> None:
    swedish(document)
    document.add_heading("§ 1 Ny lekplats 🏛️", 1)
    document.add_paragraph(SIGNS)
    document.add_paragraph("Glad 😀 hus ᚠ ᚡ ᚢ slut")


DOCUMENTS = {
    "protokoll": word(build=protokoll, title="Annan titel"),
    "hopslagen": word(build=joined_row),
    "tabell": word(build=long_table),
}
SIGN_DOCUMENT = word(build=signs)


def converted(engine: Engine) -> Convert:
    def convert(documents: list[bytes]) -> list[bytes]:
        made = engine.convert(documents)
        assert all(isinstance(pdf, bytes) for pdf in made), made
        return [pdf for pdf in made if isinstance(pdf, bytes)]

    return convert


def with_signs(convert: Convert) -> tuple[bytes, glyphs.Prepared]:
    held = glyphs.drawable(glyphs.unusual(SIGN_DOCUMENT), convert)
    prepared = glyphs.prepare(SIGN_DOCUMENT, held)
    return convert([prepared.docx])[0], prepared


def built_in(docx: bytes) -> bytes:
    return converted(choose("inbyggd"))([docx])[0]


def finished(pdf: bytes, claims: frozenset[str] = BOTH, **more: Any) -> Finished:
    return finish(pdf, META, engine="inbyggd 1.0", claims=claims, **more)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def flat(text: str) -> str:
    """The text with every line break a blank, so that it can be compared across lines."""
    return " ".join(text.split())


def said_by_pypdf(pdf: bytes) -> str:
    return flat(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages))


def said_by_poppler(pdf: bytes, *options: str) -> str:
    run = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True)
    return run.stdout.decode()


@pytest.fixture(scope="module")
def plain_pdf() -> bytes:
    return built_in(DOCUMENTS["protokoll"])


# What a file says of itself


def test_a_file_needs_a_title() -> None:
    with pytest.raises(ValueError, match="title"):
        Metadata(title=" ", created="2023-03-06T00:00:00+01:00")


def test_a_date_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        Metadata(title="Protokoll", created="2023-03-06T00:00:00")


def test_xmp_and_info_say_the_same(plain_pdf: bytes) -> None:
    with opened(finished(plain_pdf).pdf) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        xmp = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
    space = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
    }

    def property_(name: str) -> str:
        found = xmp.find(f".//{name}", space)
        assert found is not None
        return "".join(found.itertext()).strip()

    assert info["/Title"] == property_("dc:title") == META.title
    assert info["/Author"] == property_("dc:creator") == META.author
    assert info["/Subject"] == property_("dc:description") == META.subject
    assert info["/Producer"] == property_("pdf:Producer") == "inbyggd 1.0"
    assert info["/Creator"] == property_("xmp:CreatorTool")
    assert re.fullmatch(r"gen \d+\.\d+\.\d+\S*", info["/Creator"])
    assert property_("xmp:CreateDate") == property_("xmp:ModifyDate") == META.created
    assert info["/CreationDate"] == info["/ModDate"] == "D:20230306000000+01'00'"
    assert property_("dc:language") == "sv-SE"


def test_the_reader_is_told_the_language_and_shown_the_title(plain_pdf: bytes) -> None:
    with opened(finished(plain_pdf).pdf) as pdf:
        assert str(pdf.Root.Lang) == "sv-SE"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)
        assert pdf.pdf_version == "1.7"


def test_every_paragraf_has_its_bookmark(plain_pdf: bytes) -> None:
    with opened(finished(plain_pdf).pdf) as pdf, pdf.open_outline() as outline:
        assert [str(entry.title) for entry in outline.root] == [
            "§ 50 Årsredovisning",
            "§ 51 Årsredovisning",
        ]


def test_a_file_claims_only_what_it_may(plain_pdf: bytes) -> None:
    engine_claims = plain_pdf.count(b"pdfuaid:part"), plain_pdf.count(b"pdfaid:part")
    assert min(engine_claims) > 0
    claimed = {
        claims: finished(plain_pdf, claims)
        for claims in (frozenset[str](), frozenset({"2b"}), frozenset({"ua1"}), BOTH)
    }
    for claims, made in claimed.items():
        assert made.claims == claims
        assert (b"<pdfaid:part>2</pdfaid:part>" in made.pdf) is ("2b" in claims)
        assert (b"<pdfuaid:part>1</pdfuaid:part>" in made.pdf) is ("ua1" in claims)
        assert (b"pdfaExtension:schemas" in made.pdf) is ("ua1" in claims)


def test_the_same_content_gives_the_same_bytes_and_id(plain_pdf: bytes) -> None:
    first, second = (finished(plain_pdf).pdf for _ in range(2))
    assert first == second
    other = Metadata(title="En annan titel", created=META.created)
    third = finish(plain_pdf, other, engine="inbyggd 1.0", claims=BOTH).pdf
    ids = []
    for pdf in (first, third):
        with opened(pdf) as file:
            ids.append(bytes(file.trailer.ID[0]))
    assert ids[0] != ids[1]


def test_the_pass_may_be_taken_twice(plain_pdf: bytes) -> None:
    once = finished(plain_pdf).pdf
    assert finished(once).pdf == once


def test_a_broken_file_from_the_engine_is_told(plain_pdf: bytes) -> None:
    with pytest.raises(EngineError, match="går inte att läsa") as caught:
        finished(plain_pdf[:200], at="protokoll")
    assert caught.value.finding.at == "protokoll"


def test_the_colour_profile_is_whole() -> None:
    profile = srgb.profile()
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[36:40] == b"acsp"
    count = int.from_bytes(profile[128:132], "big")
    for place in range(132, 132 + 12 * count, 12):
        start, size = (int.from_bytes(profile[place + n : place + n + 4], "big") for n in (4, 8))
        assert 132 + 12 * count <= start <= start + size <= len(profile)
        assert start % 4 == 0


# Flaws that only the author can mend


def heading_skipped(document: Document) -> None:
    swedish(document)
    document.add_heading("§ 1", 1)
    document.add_heading("Djup", 3)


def picture_without_text(document: Document) -> None:
    swedish(document)
    picture(document, "")


def merged_pair(document: Document) -> None:
    made = document.add_table(2, 3)
    made.cell(0, 0).merge(made.cell(0, 1))
    for cell in made.rows[1].cells:
        cell.text = "x"


FLAWED = {"GEN-5112": heading_skipped, "GEN-5113": merged_pair}


@pytest.mark.parametrize("code", sorted(FLAWED))
def test_a_flawed_file_is_archivable_but_does_not_claim_to_be_accessible(code: str) -> None:
    made = finished(built_in(word(build=FLAWED[code])), at="bilaga.docx")
    assert [(finding.code, finding.at) for finding in made.findings] == [(code, "bilaga.docx")]
    assert made.claims == {"2b"}


def test_the_words_of_a_link_stand_in_it(plain_pdf: bytes) -> None:
    with opened(finished(plain_pdf).pdf) as pdf:
        found = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == pikepdf.Name.Link
        ]
        words = [
            [child.get("/Type") == pikepdf.Name.OBJR for child in each.K].count(False)
            for each in found
        ]
        targets = {str(child.Obj.Contents) for each in found for child in each.K if "/Obj" in child}
        pages = [page.obj for page in pdf.pages if "/Annots" in page.obj]
        assert all(page.Tabs == pikepdf.Name.S for page in pages)
    assert words == [2, 2]
    assert targets == {"https://kommun.invalid/", "https://kommun.invalid/anslag"}


# Characters that no font holds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("å é", ["å", " ", "é"]),
        ("e\u0301q\u0323x", ["e\u0301", "q\u0323", "x"]),
        ("🏛️!", ["🏛️", "!"]),
        ("🇸🇪🇳🇴", ["🇸🇪", "🇳🇴"]),
        ("🇸🇪🇳", ["🇸🇪", "🇳"]),
        ("👨‍👩‍👧👍🏽", ["👨‍👩‍👧", "👍🏽"]),
        ("1️⃣2", ["1️⃣", "2"]),
        ("a\u200db", ["a\u200d", "b"]),
        ("🏴\U000e0067\U000e007f.", ["🏴\U000e0067\U000e007f", "."]),
        ("", []),
    ],
)
def test_a_sign_is_what_a_reader_sees_as_one(text: str, expected: list[str]) -> None:
    assert list(clusters(text)) == expected


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("😀", "[U+1F600]"),
        ("§", "[U+00A7]"),
        ("👨‍👩‍👧", "[1F468+1F469+1F467]"),
        ("🇸🇪", "[1F1F8+1F1EA]"),
    ],
)
def test_a_missing_character_is_drawn_as_its_number(sign: str, expected: str) -> None:
    assert labels.label(sign) == expected


def test_two_sets_of_labels_are_two_fonts_and_one_set_always_the_same() -> None:
    one, two = {0xE000: "[U+1F600]"}, {0xE000: "[U+6F22]"}
    assert labels.family(one) != labels.family(two)
    assert labels.font(one) == labels.font(dict(one))


def test_a_document_of_plain_text_goes_to_the_engine_as_it_is() -> None:
    docx = DOCUMENTS["protokoll"]
    assert glyphs.unusual(docx) == frozenset()
    assert glyphs.prepare(docx, frozenset()).docx is docx


def test_a_word_of_joined_letters_is_drawn_with_all_its_letters_or_none() -> None:
    arabic, other = "العربية", "نص"
    held = frozenset(arabic + other) - {"ي"}
    prepared = glyphs.prepare(word(f"{arabic} {other} 日本"), held | {"日"})
    assert prepared.missing == frozenset(arabic + "本")
    assert glyphs.prepare(word(f"{arabic} {other}"), held | {"ي"}).missing == frozenset()


def test_a_word_of_joined_letters_is_one_though_its_author_split_it() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph()
        for part in ("الع", "ربي"):
            paragraph.add_run(part)

    prepared = glyphs.prepare(word(build=build), frozenset("العرب"))
    assert prepared.missing == frozenset("العربي")


def test_nothing_is_asked_of_an_engine_for_a_private_character() -> None:
    def never(documents: list[bytes]) -> list[bytes]:
        raise AssertionError("asked")

    assert glyphs.drawable(frozenset({"\ue001"}), never) == frozenset()


def test_the_warning_names_the_character_and_its_number() -> None:
    finding = glyphs.finding(["😀"], "ärenden[3].rubrik")
    assert (finding.code, finding.level, finding.at) == (
        "GEN-5101",
        "varning",
        "ärenden[3].rubrik",
    )
    assert finding.message.startswith("Tecknet 😀 finns inte")
    assert "syns i stället numret [U+1F600]." in finding.message


def test_the_characters_of_a_cell_are_told_together() -> None:
    two = glyphs.finding(["漢", "😀"], "ärenden[3].rubrik")
    assert two.message.startswith("Tecknen 漢 och 😀 finns inte")
    assert "numren [U+6F22] och [U+1F600]." in two.message
    many = glyphs.finding([chr(0x6F22 + n) for n in range(40)], "ärenden[3].rubrik")
    assert " och 32 till finns inte" in many.message


def drawn_characters() -> list[str]:
    return sorted(c for c in PLAIN if c.isprintable() and not c.isspace())


def test_the_built_in_engine_draws_every_plain_character() -> None:
    lines = word(*drawn_characters())
    with opened(built_in(lines)) as pdf:
        assert fonts.pages_with_boxes(pdf, fonts.faces(pdf)) == ()


def test_a_box_is_seen_in_a_file_that_was_not_prepared() -> None:
    made = finished(built_in(word("Glad 😀 dag")))
    assert [finding.code for finding in made.findings] == ["GEN-5102"]
    assert made.claims == frozenset()


def test_a_box_is_seen_in_a_drawing_on_the_page() -> None:
    with opened(built_in(word("Glad 😀 dag"))) as source, pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].add_overlay(source.pages[0], None)
        assert fonts.pages_with_boxes(pdf, fonts.faces(pdf)) == (1,)


def check_signs(raw: bytes, prepared: glyphs.Prepared) -> bytes:
    """What must hold of SIGN_DOCUMENT, whichever engine drew it."""
    made = finished(raw, said=prepared.said)
    assert made.findings == ()
    assert made.claims == BOTH
    assert "\u0378" in prepared.missing
    assert SIGNS in said_by_pypdf(made.pdf)
    with opened(made.pdf) as pdf:
        assert fonts.pages_with_boxes(pdf, fonts.faces(pdf)) == ()
        with pdf.open_outline() as outline:
            assert [str(entry.title) for entry in outline.root] == ["§ 1 Ny lekplats 🏛️"]
    return made.pdf


def test_the_built_in_engine_says_every_character_and_draws_no_box() -> None:
    raw, prepared = with_signs(converted(choose("inbyggd")))
    check_signs(raw, prepared)


def test_an_emoji_that_is_drawn_plain_is_still_said_as_written() -> None:
    prepared = glyphs.prepare(word("Stopp ⚠️ här"), frozenset({"⚠"}))
    assert prepared.said == {"⚠": "⚠️"}
    assert prepared.missing == frozenset()
    mixed = glyphs.prepare(word("Stopp ⚠️ här ⚠ och"), frozenset({"⚠"}))
    assert mixed.said == {}


def test_the_cell_of_a_document_keeps_its_format_around_a_sign() -> None:
    def build(document: Document) -> None:
        run = document.add_paragraph().add_run("före 漢 efter\tmer")
        run.bold = True

    import docx as word_

    prepared = glyphs.prepare(word(build=build), frozenset())
    paragraph = word_.Document(io.BytesIO(prepared.docx)).paragraphs[0]
    assert paragraph.text == "före \ue000 efter\tmer"
    assert [run.bold for run in paragraph.runs] == [True] * len(paragraph.runs)
    own = next(run for run in paragraph.runs if run.text == "\ue000")
    assert own.font.name.startswith("Gen Tecken ")


# LibreOffice and veraPDF, once for all


@pytest.fixture(scope="module")
def office() -> Mapping[str, bytes]:
    """Each document as LibreOffice makes it, `sen` in another run, after other documents."""
    with choose("libreoffice") as engine:
        convert = converted(engine)
        made = dict(zip(DOCUMENTS, convert([*DOCUMENTS.values()]), strict=True))
    with choose("libreoffice") as engine:
        convert = converted(engine)
        raw, prepared = with_signs(convert)
        made["tecken"] = check_signs(raw, prepared)
        raws = convert([word(build=picture_without_text), word("Tom \u0378 ruta")])
        made["utan_alt"], made["ruta"] = raws
        made["sen"] = convert([DOCUMENTS["protokoll"]])[0]
    return made


@pytest.mark.behover("libreoffice")
def test_two_runs_of_libreoffice_give_the_same_bytes(office: Mapping[str, bytes]) -> None:
    assert office["protokoll"] != office["sen"], "the clock has moved on between them"
    first, second = (
        finish(office[name], META, engine="libreoffice 7", claims=BOTH).pdf
        for name in ("protokoll", "sen")
    )
    assert first == second


@pytest.mark.behover("libreoffice")
def test_libreoffice_gives_a_box_its_own_number_and_it_is_seen_all_the_same(
    office: Mapping[str, bytes],
) -> None:
    made = finished(office["ruta"])
    assert [(finding.code, finding.value) for finding in made.findings] == [("GEN-5102", "1")]
    assert made.claims == frozenset()


@pytest.mark.behover("libreoffice")
def test_the_bullets_of_word_are_said_as_bullets(office: Mapping[str, bytes]) -> None:
    """Word draws them with a private character of its symbol font."""
    assert "\uf0b7 att godkänna" in said_by_pypdf(office["protokoll"])
    assert "• att godkänna" in said_by_pypdf(finished(office["protokoll"]).pdf)


TWO_SCRIPTS = ("日本語 العربية", "العربية 日本語")
"""Arabic letters are put together from others: their font's numbers are not those of its codes."""


@pytest.fixture(scope="module")
def two_scripts() -> Mapping[str, tuple[bytes, Made]]:
    """Each text drawn without a look at what LibreOffice lacks, and with it."""
    with choose("libreoffice") as engine:
        raw = converted(engine)([word(text) for text in TWO_SCRIPTS])
        made = to_pdf(engine, [convert.Document(word(text), META, "a") for text in TWO_SCRIPTS])
    return dict(zip(TWO_SCRIPTS, zip(raw, made, strict=True), strict=True))


@pytest.mark.behover("libreoffice", "poppler")
@pytest.mark.parametrize("text", TWO_SCRIPTS)
def test_no_box_is_drawn_where_two_scripts_share_a_font(
    text: str, two_scripts: Mapping[str, tuple[bytes, Made]]
) -> None:
    raw, made = two_scripts[text]
    assert {"GEN-5102"} <= {finding.code for finding in finished(raw).findings}
    assert made.pdf is not None
    assert "GEN-5102" not in {finding.code for finding in made.findings}
    with opened(made.pdf) as pdf:
        known = fonts.faces(pdf)
        assert fonts.pages_with_boxes(pdf, known) == ()
    lacking = {sign for sign in "日本語" if sign in made.missing}
    assert lacking in (set(), set("日本語"))
    assert said_by_pypdf(made.pdf) == text
    assert re.sub("[\u202a-\u202e]", "", said_by_poppler(made.pdf, "-raw")).split() == text.split()


@pytest.mark.behover("libreoffice")
@pytest.mark.parametrize("text", TWO_SCRIPTS)
def test_an_engine_that_misjudges_itself_costs_a_finding_and_the_claims(
    text: str, two_scripts: Mapping[str, tuple[bytes, Made]]
) -> None:
    raw, _ = two_scripts[text]
    made = finished(raw)
    assert [(finding.code, finding.value) for finding in made.findings] == [("GEN-5102", "1")]
    assert made.claims == frozenset()


@pytest.mark.behover("libreoffice")
def test_a_picture_without_text_is_told(office: Mapping[str, bytes]) -> None:
    made = finished(office["utan_alt"])
    assert [finding.code for finding in made.findings] == ["GEN-5111"]
    assert made.claims == {"2b"}


@pytest.mark.behover("libreoffice", "poppler")
def test_libreoffice_says_every_character_in_its_place(office: Mapping[str, bytes]) -> None:
    assert SIGNS in flat(said_by_poppler(office["tecken"]))


@pytest.mark.behover("libreoffice", "poppler")
def test_no_sign_covers_the_next_word(office: Mapping[str, bytes]) -> None:
    """LibreOffice 7.4 forgets the width of 😀 beside three labels, if the two share a format."""
    boxes = re.findall(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"',
        said_by_poppler(office["tecken"], "-bbox"),
    )
    places = [tuple(map(float, box)) for box in boxes]
    assert len(places) > 20
    for (left, top, right), (next_left, next_top, _) in itertools.pairwise(places):
        assert next_top != top or next_left < left or next_left > right - 0.5


@pytest.mark.behover("libreoffice", "verapdf")
def test_what_a_file_claims_verapdf_confirms(office: Mapping[str, bytes], tmp_path: Path) -> None:
    raw = {("libreoffice", name): office[name] for name in DOCUMENTS}
    raw |= {("inbyggd", name): built_in(docx) for name, docx in DOCUMENTS.items()}
    files = {}
    for (engine, name), pdf in raw.items():
        made = finish(pdf, META, engine=engine, claims=CLAIMS[engine])
        assert (made.claims, made.findings) == (BOTH, ()), (engine, name)
        files[f"{engine}-{name}"] = made.pdf
    files["libreoffice-tecken"] = office["tecken"]
    files["inbyggd-tecken"] = check_signs(*with_signs(converted(choose("inbyggd"))))
    # And a file that claims nothing is what it says: nothing.
    files["utan"] = finish(office["protokoll"], META, engine="x", claims=frozenset()).pdf
    answers = verapdf.failures(files, tmp_path)
    assert answers.pop("utan") == {}
    assert answers == dict.fromkeys(answers, verapdf.PASSES)


@pytest.mark.behover("libreoffice", "verapdf")
def test_what_the_pass_does_not_claim_verapdf_does_not_confirm(
    office: Mapping[str, bytes], tmp_path: Path
) -> None:
    flawed = {"utan_alt": office["utan_alt"]}
    flawed |= {code: built_in(word(build=build)) for code, build in FLAWED.items()}
    files = {name: finished(pdf).pdf for name, pdf in flawed.items()}
    answers = verapdf.failures(files, tmp_path, against="ua1")
    clauses = {"utan_alt": "7.3-1", "GEN-5112": "7.4.2-1", "GEN-5113": "7.2-42"}
    assert {name: clauses[name] in failed["ua1"] for name, failed in answers.items()} == (
        dict.fromkeys(clauses, True)
    )
