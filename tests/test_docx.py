"""A Word template filled in: each text as it stands, each fault at its place, no Python."""

from __future__ import annotations

import io
import os
import pickle
import posixpath
import subprocess
import sys
import time
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from wordfiles import (
    PIXEL,
    W,
    bare,
    opened,
    part,
    patched,
    plain,
    styled,
    swap,
    texts,
    with_footnote,
    word,
)

from gen.documents.brevhuvud import brevhuvud
from gen.docx import TemplateError, render
from gen.errors import DataError
from gen.register import Kommun, Register
from gen.templates import on_letterhead, shipped

TITLED = word("{{p x }}", title="{{ text }}")
LETTERHEAD = (shipped() / "brevpapper.docx").read_bytes()
HEAD = brevhuvud(Register(kommun=Kommun(namn="Lillköpings kommun")), typ="Prov", titel="Prov")
VALUE = word("före {{ text }} efter")


def filled(*paragraphs: str, **context: Any) -> list[str]:
    return texts(render(word(*paragraphs), context))


def refused(template: bytes, context: Mapping[str, Any] | None = None) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        render(template, context or {}, name="protokoll.docx")
    return caught.value


def stycke(*runs: Any, stil: str = "brödtext") -> dict[str, Any]:
    text = [{"text": run} if isinstance(run, str) else run for run in runs]
    return {"typ": "stycke", "stil": stil, "text": text}


def lista(*items: str, stil: str = "punktlista") -> dict[str, Any]:
    return {"typ": "lista", "stil": stil, "poster": [[{"text": item}] for item in items]}


def underrubrik(text: str) -> dict[str, Any]:
    return {"typ": "underrubrik", "text": [{"text": text}]}


# A cell's text is text


@pytest.mark.parametrize(
    "text",
    [
        "Plan & bygg",
        "Ärende <utkast> slut",
        "{{ ärende.rubrik }}",
        "{_{ x }_} {_% y %_}",
        "{% if x %} {# not #}",
        "- 415 mnkr",
        "'enkla' och \"dubbla\" och ”svenska”",
        "&amp; &#34; &lt;w:p/&gt;",
        "</w:t></w:r></w:p>",
        "😀 👩‍👩‍👧 𝒜",
        "rad ett\nrad två\n\nrad fyra",
        "ett\ttvå",
        "  blanksteg  på  alla  ställen  ",
        "§\u00a050, mjukt\u00adbinde, hårt\u2011streck",
        "\ue0007\ue001",
    ],
)
def test_text_ur_en_cell_kommer_ut_som_den_står(text: str) -> None:
    assert texts(render(VALUE, {"text": text})) == [f"före {text} efter"]


BREAKS = ("\r\n", "\r", "\v", "\x85", "\u2028", "\u2029")


def as_word_can_hold(text: str) -> str:
    for sign in BREAKS:
        text = text.replace(sign, "\n")
    return "".join(
        sign
        for sign in text
        if sign in "\n\t" or (unicodedata.category(sign) != "Cs" and ord(sign) >= 0x20)
        if sign not in "\ufffe\uffff"
    )


@given(st.text())
@settings(deadline=None)
def test_varje_text_finns_i_dokumentet(text: str) -> None:
    assert texts(render(VALUE, {"text": text})) == [f"före {as_word_can_hold(text)} efter"]


@given(st.text())
@settings(deadline=None, max_examples=50)
def test_varje_text_finns_i_stycken_och_i_titeln(text: str) -> None:
    made = render(TITLED, {"text": text, "x": {"block": [stycke(text, {"text": "!"})]}})
    held = as_word_can_hold(text)
    assert texts(made) == [f"{held}!"]
    one_line = "".join(" " if sign in "\n\t" else sign for sign in held)
    title = opened(made).core_properties.title
    assert "".join(title.split()) == "".join(one_line.split())


def test_ensamma_surrogater_ur_trasiga_filer_försvinner() -> None:
    assert texts(render(VALUE, {"text": "a\ud800b"})) == ["före ab efter"]


def test_långa_texter_tar_tid_efter_sin_längd() -> None:
    def seconds(signs: int) -> float:
        text = "{{ <a> & b\n\t" * (signs // 12)
        begun = time.process_time()
        render(VALUE, {"text": text})
        return time.process_time() - begun

    seconds(1200)
    assert seconds(1_600_000) < 40 * seconds(160_000)


def test_en_mall_skriven_på_en_mac_hittar_sina_fält() -> None:
    decomposed = unicodedata.normalize("NFD", "{{ ärende }} åäö")
    assert filled(decomposed, ärende="Val") == ["Val åäö"]


def test_words_egna_citattecken_duger_i_en_tagg() -> None:
    assert filled("{% if x == ”Ja” %}ja{% endif %}", x="Ja") == ["ja"]


def test_taggar_som_word_har_delat_på_hela() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("Nr {")
        paragraph.add_run("{ ärende.").bold = True
        paragraph.add_run("nummer\t}").italic = True
        paragraph.add_run("} slut")

    assert texts(render(word(build=build), {"ärende": {"nummer": 7}})) == ["Nr 7 slut"]


def test_heltal_skrivs_ut_och_filter_går_att_använda() -> None:
    assert filled("{{ n }} {{ namn | upper }}", n=3, namn="ärende") == ["3 ÄRENDE"]


def test_saknat_fält_får_ett_eget_värde_med_default() -> None:
    assert filled("{{ namn | default('–') }}") == ["–"]


# Everything of the file is filled in


def test_sidhuvud_fotnot_tabell_och_egenskaper_fylls_i() -> None:
    def build(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{ x }} i tabell"
        document.add_paragraph("sist")

    template = word(header="{{ x }} i huvud", title="{{ x }} i titel", build=build)
    made = render(with_footnote(template, "{{ x }} i not"), {"x": "Å"})
    document = opened(made)
    assert document.sections[0].header.paragraphs[0].text == "Å i huvud"
    assert document.tables[0].cell(0, 0).text == "Å i tabell"
    assert document.core_properties.title == "Å i titel"
    notes = part(made, "word/footnotes.xml")
    assert "Å i not" in [t.text for t in notes.iter(W + "t")]


def test_alternativtext_och_fältkod_fylls_i_på_en_rad() -> None:
    field = '<w:fldSimple w:instr="QUOTE &quot;{{ x }}&quot;"><w:r><w:t>q</w:t></w:r></w:fldSimple>'
    template = patched(
        word("a"), {"word/document.xml": swap("<w:t>a</w:t></w:r>", "</w:r>" + field)}
    )
    made = part(render(template, {"x": 'a\n"b" & <c>'}), "word/document.xml")
    assert [f.get(W + "instr") for f in made.iter(W + "fldSimple")] == ['QUOTE "a "b" & <c>"']


def test_egenskaperna_är_dokumentets_och_inte_mallens() -> None:
    context = {
        "dokument": {"titel": "Protokoll KS 2023-03-15", "datum": "2023-03-15"},
        "kommun": {"namn": "Lillköpings kommun"},
    }
    properties = opened(render(word("x", title="Mall 7 (kopia)"), context)).core_properties
    assert (properties.title, properties.author) == (
        "Protokoll KS 2023-03-15",
        "Lillköpings kommun",
    )
    assert (properties.language, properties.comments) == ("sv-SE", "")
    assert properties.created is not None
    assert properties.created.isoformat()[:19] == "2023-03-15T00:00:00"


def test_dokumentet_är_på_svenska() -> None:
    styles = part(render(word("x"), {}), "word/styles.xml")
    language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language.get(W + "val") == "sv-SE"


def test_rader_upprepas_och_tomma_tabeller_försvinner() -> None:
    def build(document: Document) -> None:
        table = document.add_table(3, 2)
        for row, words in enumerate(["{%tr for p in folk %}", "{{ p.namn }}", "{%tr endfor %}"]):
            table.cell(row, 0).text = words
        table.cell(1, 1).text = "{{ loop.index }}"
        document.add_paragraph("slut")

    template = word(build=build)
    rows = opened(render(template, {"folk": [{"namn": "Ada"}, {"namn": "Bo"}]})).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [["Ada", "1"], ["Bo", "2"]]
    assert opened(render(template, {"folk": []})).tables == []


def test_kolumner_upprepas_och_tabellen_får_lika_många() -> None:
    def build(document: Document) -> None:
        table = document.add_table(1, 3)
        for column, words in enumerate(["{%tc for o in allt %}", "{{ o }}", "{%tc endfor %}"]):
            table.cell(0, column).text = words

    table = opened(render(word(build=build), {"allt": ["J", "N", "A", "F"]})).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["J", "N", "A", "F"]
    assert len(table.columns) == 4


def test_en_cell_vars_stycken_faller_bort_blir_tom_och_inte_trasig() -> None:
    def build(document: Document) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "{%p if nej %}"
        cell.add_paragraph("text")
        cell.add_paragraph("{%p endif %}")

    cell = opened(render(word(build=build), {"nej": False})).tables[0].cell(0, 0)
    assert [paragraph.text for paragraph in cell.paragraphs] == [""]


def test_bokmärken_i_en_upprepning_blir_inte_dubbla() -> None:
    start = '<w:bookmarkStart w:id="5" w:name="ärende"/>'
    marked = swap("<w:t>x</w:t>", "<w:t>x</w:t></w:r>" + start + '<w:bookmarkEnd w:id="5"/><w:r>')
    template = patched(
        word("{%p for i in [1, 2, 3] %}", "x", "{%p endfor %}"), {"word/document.xml": marked}
    )
    made = part(render(template, {}), "word/document.xml")
    assert len(list(made.iter(W + "bookmarkStart"))) == len(list(made.iter(W + "bookmarkEnd"))) == 1


def test_kommentarer_i_mallen_följer_inte_med() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("text")
        document.add_comment(paragraph.runs, text="Så här fyller du i", author="Siv")

    made = render(word(build=build), {})
    assert b"Siv" not in b"".join(files(made).values())
    assert texts(made) == ["text"]


def files(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# Blocks


def test_block_får_mallens_format_och_feta_och_kursiva_ord() -> None:
    blocks = [
        stycke("Text med ", {"text": "fet", "fet": True}, {"text": "kursiv\nrad", "kursiv": True}),
        underrubrik("Under & rubrik"),
        lista("ett", "två"),
    ]
    made = render(word("{{p x }}"), {"x": {"block": blocks}})
    assert styled(made) == [
        ("Body Text", "Text med fetkursiv\nrad"),
        ("Heading 3", "Under & rubrik"),
        ("List Bullet", "ett"),
        ("List Bullet", "två"),
    ]
    runs = opened(made).paragraphs[0].runs
    assert [run.style.name for run in runs] == ["Default Paragraph Font", "Strong", "Emphasis"]
    assert [(run.bold, run.italic) for run in runs] == [(None, None)] * 3


def test_fet_och_kursiv_på_en_gång_är_ett_eget_format_där_brevpapperet_har_det() -> None:
    both = {"x": {"block": [stycke({"text": "båda", "fet": True, "kursiv": True})]}}
    template = word("{{p x }}")
    (run,) = opened(render(template, both)).paragraphs[0].runs
    assert (run.bold, run.italic) == (True, True)
    made = render(on_letterhead(template, LETTERHEAD), {**HEAD, **both})
    (run,) = opened(made).paragraphs[0].runs
    assert (run.style.name, run.bold, run.italic) == ("Fet kursiv", None, None)


def test_feta_ord_i_en_fet_rubrik_är_som_de_andra() -> None:
    """A character style that is bold turns bold off in a paragraph style that is (17.7.3)."""
    heading = {"typ": "rubrik", "stil": "rubrik", "text": [{"text": "a", "fet": True}]}
    template = on_letterhead(word("{{p x }}"), LETTERHEAD)
    made = opened(render(template, {**HEAD, "x": {"block": [{**heading, "ankare": ""}]}}))
    assert made.styles["Heading 2"].font.bold
    (run,) = made.paragraphs[0].runs
    assert run.style.name == "Default Paragraph Font"


def test_formatmallar_hittas_på_namnet_även_i_svensk_word() -> None:
    change = {
        "word/styles.xml": swap('w:styleId="Heading3"', 'w:styleId="Rubrik3"'),
    }
    made = render(patched(word("{{p x }}"), change), {"x": {"block": [underrubrik("Mål")]}})
    style = part(made, "word/document.xml").find(f".//{W}pStyle")
    assert style.get(W + "val") == "Rubrik3"


def test_egna_formatmallar_används_när_de_finns() -> None:
    def build(document: Document) -> None:
        for name in ("Ingress", "Att-sats"):
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)

    blocks = [stycke("KS beslutar", stil="ingress"), stycke("att avslå.", stil="att-sats")]
    made = render(word("{{p x }}", build=build), {"x": {"block": blocks}})
    assert styled(made) == [("Ingress", "KS beslutar"), ("Att-sats", "att avslå.")]


def test_text_utan_formatmall_blir_vanlig_text_men_en_lista_ett_fel() -> None:
    plain = {"x": {"block": [stycke("För kännedom:", stil="mottagarrubrik")]}}
    assert styled(render(word("{{p x }}"), plain)) == [("Normal", "För kännedom:")]
    error = refused(word("{{p x }}"), {"x": {"block": [lista("att a", stil="att-satser")]}})
    assert error.finding.code == "GEN-4004"
    assert "”Att-satser”" in str(error)


def numbers(made: bytes) -> list[str]:
    body = part(made, "word/document.xml")
    return [number.get(W + "val") for number in body.iter(W + "numId")]


def test_varje_numrerad_lista_börjar_på_ett() -> None:
    blocks = [lista("a", "b", stil="numrerad"), lista("c", stil="numrerad")]
    made = render(word("{{p x }}"), {"x": {"block": blocks}})
    first, second, third = numbers(made)
    assert first == second != third
    numbering = part(made, "word/numbering.xml")
    for number in numbering.iter(W + "num"):
        if number.get(W + "numId") in (first, third):
            override = number.find(f"{W}lvlOverride/{W}startOverride")
            assert override.get(W + "val") == "1"
    order = [etree.QName(child).localname for child in numbering]
    assert order == sorted(order)  # each abstractNum before each num, as the schema wants


def test_ett_block_utan_innehåll_skriver_ingenting() -> None:
    assert filled("före", "{{p x }}", "efter", x={"block": []}) == ["före", "efter"]


def test_en_word_fil_sätts_in_på_sin_plats() -> None:
    def build(document: Document) -> None:
        document.add_heading("Bakgrund", 1)
        document.add_paragraph("Löpande text med {{ klamrar }}")
        document.add_paragraph("punkt", style="List Bullet")
        document.add_picture(io.BytesIO(PIXEL))
        document.add_paragraph("")

    blocks = [stycke("före"), {"typ": "fil", "fil": "föredragning.docx"}, stycke("efter")]
    given = {"föredragning.docx": word(build=build)}
    made = render(word("{{p x }}"), {"x": {"block": blocks}}, given)
    assert styled(made) == [
        ("Body Text", "före"),
        ("Heading 3", "Bakgrund"),
        ("Body Text", "Löpande text med {{ klamrar }}"),
        ("List Bullet", "punkt"),
        ("Body Text", ""),
        ("Body Text", "efter"),
    ]
    assert len(opened(made).inline_shapes) == 1
    assert [name for name in files(made) if name.startswith("word/media/")] == [
        "word/media/image1.png"
    ]


def test_av_en_fil_ur_en_nyare_word_tas_det_som_alla_läser() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="ny"><w:p><ny:form/></w:p>'
        "</mc:Choice><mc:Fallback><w:p><w:r><w:t>form</w:t></w:r></w:p></mc:Fallback>"
        '</mc:AlternateContent><w:p ny:id="7"><w:r><w:t>text</w:t></w:r></w:p>'
    )
    announced = f'<w:document xmlns:ny="urn:ny" xmlns:mc="{mc}" mc:Ignorable="ny" '
    given = patched(bare(body), {"word/document.xml": swap("<w:document ", announced)})
    block = {"block": [{"typ": "fil", "fil": "ny.docx"}]}
    made = render(word("{{p x }}"), {"x": block}, {"ny.docx": given})
    assert texts(made) == ["form", "text"]
    assert b"urn:ny" not in files(made)["word/document.xml"]


def test_en_fil_som_inte_går_att_sätta_in_nämns_vid_namn() -> None:
    context = {"x": {"block": [{"typ": "fil", "fil": "bilaga.docx"}]}}
    with pytest.raises(DataError, match=r"bilaga\.docx") as caught:
        render(word("{{p x }}"), context, {"bilaga.docx": b"%PDF-1.7"})
    assert caught.value.finding.code == "GEN-4030"


# Faults, each at its place


def test_ett_felskrivet_fält_visas_med_sin_plats_och_det_närmaste_namnet() -> None:
    template = word("brödtext", header="Diarienummer {{ dokument.diarienumer }}")
    error = refused(template, {"dokument": {"diarienummer": "KS 2023/1", "titel": "P"}})
    assert str(error) == (
        "Mallen protokoll.docx, sidhuvudet, stycket ”Diarienummer {{ dokument.diarienumer }}”: "
        "fältet dokument.diarienumer finns inte. Menade du dokument.diarienummer?"
    )
    assert (error.template, error.part) == ("protokoll.docx", "sidhuvudet")
    assert error.paragraph == "Diarienummer {{ dokument.diarienumer }}"
    assert (error.field, error.nearest) == ("dokument.diarienumer", "dokument.diarienummer")
    assert (error.exit_code, error.finding.at) == (1, "@protokoll.docx/sidhuvudet/stycke 1")


CONTEXT: dict[str, Any] = {
    "dokument": {"titel": "Protokoll", "datum": "2023-03-06"},
    "ärenden": [{"rubrik": "Val", "dnr": "KS 1", "innehåll": {"block": []}}],
    "justering": {"digital": True, "dag": None},
    "tomt": [],
}


@pytest.mark.parametrize(
    ("tag", "code", "words"),
    [
        ("{{ dokumnt.titel }}", 4010, "dokumnt finns inte. Menade du dokument?"),
        ("{{ dokument['titl'] }}", 4010, "titl finns inte. Menade du titel?"),
        ("{{ dokument.titel.längd }}", 4010, "dokument.titel.längd finns inte."),
        ("{{ ärenden.rubrik }}", 4010, "ärenden är en lista: upprepa med {%p for"),
        ("{% for ä in ärenden %}{{ ä.rubik }}{% endfor %}", 4010, "Menade du ä.rubrik?"),
        ("{% for ä in ärenden %}{{ loop.indx }}{% endfor %}", 4010, "Menade du loop.index?"),
        ("{% if dokument.typ %}a{% endif %}", 4010, "dokument.typ finns inte."),
        ("{ { namn } }", 4011, "{ { namn } } är en trasig tagg"),
        ("{namn}", 4011, "{namn} är en trasig tagg"),
        ("{{ namn", 4011, "{{ namn är en trasig tagg"),
        ("{{ namn }", 4011, "{{ namn } är en trasig tagg"),
        ("namn }}", 4011, "trasig tagg"),
        ("{%if a% }", 4011, "trasig tagg"),
        ("{{ }}", 4012, "den är tom"),
        ("{{ a b }}", 4012, "”b”"),
        ("{{ (a }}", 4012, "”)” väntades"),
        ("{{ a + }}", 4012, "{{ a + }}"),
        ("{% p if a %}", 4012, "p ska stå direkt efter procenttecknet"),
        ("{% fro ä in ärenden %}", 4012, "ordet fro är okänt. Menade du for?"),
        ("{{r dokument.titel }}", 4012, "inte skrivas med r"),
        ("{% if dokument %}", 4013, "avslutas aldrig"),
        ("{% endif %}", 4013, "hör inte till något {% if … %}"),
        ("{% for ä in ärenden %}{% endif %}{% endfor %}", 4013, "{% endif %} hör inte till"),
        ("text {%p if dokument %}", 4014, "måste stå ensam i ett eget stycke"),
        ("{%tr if dokument %}", 4012, "inte i en egen tabellrad"),
        ("{{ dokument.datum | vekodag }}", 4015, "filtret vekodag finns inte. Menade du veckodag?"),
        ("{{ dokument.titel | veckodag }}", 4025, "datum"),
        ("{{ dokument.titel - 1 }}", 4025, "värdena passar inte"),
        ("{{ 1 // 0 }}", 4025, "division med noll"),
        ("{{ dokument.sidor * 2 }}", 4010, "dokument.sidor finns inte"),
        ("{{ tomt | first }}", 4020, "tomt har inget värde"),
        ("{{ justering.dag }}", 4020, "justering.dag har inget värde"),
        ("{{ justering.digital }}", 4021, "ett ja eller nej"),
        ("{{ 1.5 }}", 4021, "ett tal med decimaler"),
        ("{{ ärenden }}", 4021, "ärenden är en lista"),
        ("{{ dokument }}", 4021, "dokument är en grupp av fält"),
        ("text {{ ärenden[0].innehåll }}", 4022, "är hela stycken"),
        ("{{p dokument.titel }}", 4023, "är inte stycken"),
        ("{% for bokstav in dokument.titel %}x{% endfor %}", 4024, "ingen lista"),
        ("{% for x in dokument %}x{% endfor %}", 4024, "dokument är ingen lista"),
    ],
)
def test_varje_fel_i_en_mall_får_sin_plats(tag: str, code: int, words: str) -> None:
    before = "" if tag.startswith(("{{p", "text", "{%tr")) else "Så här: "
    error = refused(plain("{{ dokument.titel }}", before + tag), CONTEXT)
    assert error.finding.code == f"GEN-{code}"
    assert f"Mallen protokoll.docx, dokumentet, stycket ”{before + tag}”: " in str(error)
    assert words in str(error)
    assert error.finding.expected


def test_botemedlet_säger_vad_man_skriver() -> None:
    inline = refused(word("text {{ ä.innehåll }}"), {"ä": {"innehåll": {"block": []}}})
    assert inline.finding.expected == "Skriv {{p ä.innehåll }} ensamt i ett eget stycke."
    paragraph = refused(word("{{p dokument.titel }}"), CONTEXT)
    assert paragraph.finding.expected == "Skriv {{ dokument.titel }} utan p."


@pytest.mark.parametrize("place", ["tabell", "fotnot", "titel"])
def test_fel_hittas_överallt_i_filen(place: str) -> None:
    def build(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = "{{ x }}" if place == "tabell" else ""
        document.add_paragraph("sist")

    template = word(title="{{ x }}" if place == "titel" else "", build=build)
    template = with_footnote(template, "{{ x }}" if place == "fotnot" else "not")
    where = {"tabell": "dokumentet", "fotnot": "fotnoterna", "titel": "dokumentegenskaperna"}
    assert refused(template).part == where[place]


def test_ett_långt_stycke_citeras_kring_taggen() -> None:
    error = refused(word("ord " * 60 + "{{ fel }} " + "slut " * 60))
    assert "ord {{ fel }} slut" in str(error)
    assert len(str(error)) < 220


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("{%p if ja %}", "a", "b {% endif %}"),
        ("a {% if ja %}", "b {% endif %}"),
        ("{%p for x in [1] %}", "{%p if ja %}", "{%p endfor %}", "{%p endif %}"),
    ],
)
def test_det_som_öppnas_på_ett_ställe_och_stängs_på_ett_annat_nekas(
    paragraphs: tuple[str, ...],
) -> None:
    assert refused(word(*paragraphs), {"ja": True}).finding.code == "GEN-4013"


def test_en_upprepning_får_inte_gå_över_en_tabells_kant() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("{%p for x in [1, 2] %}")
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "a"
        cell.add_paragraph("{%p endfor %}")

    assert refused(word(build=build)).finding.code == "GEN-4013"


def test_en_avsnittsbrytning_kan_inte_försvinna_med_en_tagg() -> None:
    template = patched(
        word("{%p if ja %}", "a", "{%p endif %}"),
        {
            "word/document.xml": swap(
                "<w:p><w:r><w:t>{%p endif", "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{%p endif"
            )
        },
    )
    assert refused(template, {"ja": True}).finding.code == "GEN-4014"


def test_spårade_ändringar_i_mallen_nekas() -> None:
    tracked = '<w:ins w:id="1" w:author="Siv"><w:r><w:t>nytt</w:t></w:r></w:ins></w:p>'
    template = patched(word("text"), {"word/document.xml": swap("</w:p>", tracked)})
    assert refused(template).finding.code == "GEN-4003"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "inget Word-dokument"),
        (b"PK\x03\x04 avbruten", "skadat"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "lösenord"),
        (patched(word("x"), {"word/document.xml": lambda _: b"<w:document"}), "skadad"),
        (
            patched(
                word("x"),
                {"_rels/.rels": swap("schemas.openxmlformats.org/off", "purl.oclc.org/ooxml/off")},
            ),
            "sparat som Strict Open XML",
        ),
    ],
)
def test_en_mall_som_inte_är_en_word_fil_nekas_med_skäl(content: bytes, words: str) -> None:
    error = refused(content)
    assert error.finding.code == "GEN-4002"
    assert words in str(error)


def test_en_mall_som_packas_upp_till_orimlig_storlek_nekas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gen.opc.MAX_UNPACKED", 1000)
    assert "orimligt stort" in str(refused(word("en mall som ingen annan har")))


def test_felet_når_fram_ur_en_annan_process() -> None:
    error = refused(word("{{ fel }}"))
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.finding, copy.field) == (str(error), error.finding, "fel")


# A template is data from people


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ ''['__class__'] }}",
        "{{ x.__init__.__globals__ }}",
        "{{ x['__class__'] }}",
        "{{ lista.append(1) }}",
        "{{ x.keys() }}",
        "{{ text.format(x) }}",
        "{{ text | attr('__class__') }}",
        "{{ [text] | map(attribute='__class__') | list }}",
        "{{ cycler.__init__ }}",
        "{{ lipsum() }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ loop.__class__ }}",
        "{% for i in [1] %}{{ loop.__class__ }}{% endfor %}",
        "{% for i in [1] %}{{ loop._iterator }}{% endfor %}",
        "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{{ namespace.__init__ }}",
        "{{ namespace(a=1).__class__ }}",
        "{{ range.__init__ }}",
        "{{ range(10 ** 9) | list }}",
        "{{ range(10000000) | sum }}",
        "{{ range(99999999999999999999) | sum }}",
        "{% for i in range(1000) %}{% for j in range(1000) %}x{% endfor %}{% endfor %}",
        "{{ 'x' * 999999999 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '%999999999d' | format(1) }}",
        "{{ 'x' | center(999999999) }}",
        "{{ [1] | batch(999999999, 1) | list }}",
        "{{ 2 ** 99999999 }}",
        "{{ text | safe }}",
        "{{ namespace }}",
        "{{ self }}",
        "{% for i in [1] %}{{ loop }}{% endfor %}",
        "{{ text | random }}",
        "{% autoescape false %}{{ text }}{% endautoescape %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends text %}",
        "{% macro m() %}a{% endmacro %}",
        "{% set x %}<w:p/>{% endset %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{% vm %}",
        "{% cellbg text %}",
        "{{ text -}}",
        "{%- if text %}{% endif %}",
    ],
)
def test_ingenting_av_python_går_att_nå(tag: str) -> None:
    error = refused(plain(f"Här {tag}"), {"text": "a", "x": {"a": "b"}, "lista": [1]})
    assert error.paragraph == f"Här {tag}"
    assert error.finding.code in {f"GEN-{n}" for n in (4010, 4012, 4015, 4016, 4017)}


def test_en_modest_räkning_går_bra() -> None:
    assert filled("{% for i in range(3) %}{{ i * 2 % 3 }} {% endfor %}") == ["0 2 1 "]


def test_delar_med_dtd_nekas() -> None:
    bomb = swap("<w:document ", '<!DOCTYPE w [<!ENTITY a "aaaa">]><w:document ')
    error = refused(patched(word("x"), {"word/document.xml": bomb}))
    assert error.finding.code == "GEN-4002"


def test_ett_fält_med_en_pythonmetods_namn_är_ett_fält() -> None:
    assert filled("{{ x.items }} {{ x.copy }}", x={"items": "a", "copy": "b"}) == ["a b"]


WORDS = (
    "text|{{ x }}|{{ y.z }}|{{p b }}|{{|}}|{%|%}|{|}|#|-| |{{ i }}|{{r x }}|{{ 'a }}|{# a #}"
    "|{% if x %}|{% else %}|{% endif %}|{%p if x %}|{%p else %}|{%p endif %}|{%r if x %}"
    "|{% for i in l %}|{% endfor %}|{%p for i in l %}|{%p endfor %}|{%r endif %}|{#p|#}"
    "|{%tr for i in l %}|{%tr endfor %}|{%tc for i in l %}|{%tc endfor %}|{% vm %}"
    "|{% set i = 1 %}|{%p set i = 2 %}|{% cellbg x %}|{{p x }}|{{ b }}"
)
PIECES = st.lists(st.sampled_from(WORDS.split("|")), max_size=4)


@given(st.lists(PIECES, max_size=6), st.lists(PIECES, min_size=4, max_size=4), st.booleans())
@settings(deadline=None, max_examples=300)
def test_vad_som_än_står_i_en_mall_blir_det_ett_dokument_eller_ett_fel_på_sin_plats(
    paragraphs: list[list[str]], cells: list[list[str]], x: bool
) -> None:
    def paragraph(pieces: list[str]) -> str:
        return "<w:p>" + "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in pieces) + "</w:p>"

    first, second, third, fourth = (f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    grid = '<w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid>'
    rows = f"<w:tr>{first}{second}</w:tr><w:tr>{third}{fourth}</w:tr>"
    body = "".join(map(paragraph, paragraphs)) + f"<w:tbl>{grid}{rows}</w:tbl>"
    context = {"x": "1" if x else "", "y": {"z": "&"}, "b": {"block": []}, "l": [1, 2]}
    try:
        made = render(bare(body), context)
    except TemplateError as error:
        place = error.part
    else:
        place = "dokumentet"
        for cell in part(made, "word/document.xml").iter(W + "tc"):
            assert cell[-1].tag == W + "p"
    assert place == "dokumentet"


# The file


def test_samma_underlag_ger_samma_byte_i_varje_process(tmp_path: Path) -> None:
    template = tmp_path / "mall.docx"
    template.write_bytes(word("{{ dokument.titel }}", "{{p x }}", header="{{ dokument.titel }}"))
    code = (
        "import hashlib, pathlib, sys; from gen.docx import render\n"
        "x = {'block': [{'typ': 'lista', 'stil': 'numrerad', 'poster': [[{'text': 'å'}]]}]}\n"
        "t = pathlib.Path(sys.argv[1]).read_bytes()\n"
        "made = render(t, {'x': x, 'dokument': {'titel': 'T'}})\n"
        "print(hashlib.sha256(made).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", code, str(template)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(hashes) == 1


def test_filen_har_fast_ordning_och_inga_tider() -> None:
    made = render(word("x", header="{{ x }}"), {"x": "y"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}  # also on Windows
    names = [entry.filename for entry in entries]
    assert names[0] == "[Content_Types].xml"
    assert names.index("word/document.xml") < names.index("docProps/core.xml")


def test_varje_del_har_sitt_slag_och_varje_relation_sitt_mål() -> None:
    made = files(render(with_footnote(word("x", header="{{ x }}"), "{{ x }}"), {"x": "y"}))
    types = etree.fromstring(made["[Content_Types].xml"])
    named = {e.get("PartName") for e in types} | {e.get("Extension") for e in types}
    for name in made:
        assert f"/{name}" in named or name.rpartition(".")[2] in named
        if name.endswith(".xml") and name.startswith("word/"):
            assert f"/{name}" in named
    relations = etree.fromstring(made["word/_rels/document.xml.rels"])
    assert {posixpath.normpath(f"word/{r.get('Target')}") for r in relations} <= made.keys()


def test_makron_och_hänvisningar_ut_ur_filen_följer_inte_med() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    vba = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    template = patched(
        word("x"),
        {
            "word/vbaProject.bin": lambda _: b"macro",
            "word/_rels/document.xml.rels": swap(
                "</Relationships>",
                f'<Relationship Id="rIdV" Type="{vba}" Target="vbaProject.bin"/></Relationships>',
            ),
            "word/settings.xml": swap(
                "</w:settings>", '<w:attachedTemplate r:id="rId1"/></w:settings>'
            ),
            "word/_rels/settings.xml.rels": lambda _: (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{office}/attachedTemplate" TargetMode="External" '
                'Target="https://mallar.invalid/m.dotm"/></Relationships>'
            ).encode(),
        },
    )
    made = files(render(template, {}))
    assert "word/vbaProject.bin" not in made
    assert b"mallar.invalid" not in b"".join(made.values())


def test_tusen_paragrafer_blir_ett_dokument() -> None:
    template = word("{%p for ä in ärenden %}", "{{ ä.nr }}", "{{p ä.text }}", "{%p endfor %}")
    context = {
        "ärenden": [{"nr": n, "text": {"block": [stycke(f"text {n}")]}} for n in range(1000)]
    }
    found = texts(render(template, context))
    assert found == [line for n in range(1000) for line in (str(n), f"text {n}")]


@pytest.mark.behover("libreoffice", "poppler")
def test_libreoffice_läser_filen_och_räknar_varje_lista_från_ett(tmp_path: Path) -> None:
    blocks = [lista("a", "b", stil="numrerad"), stycke("Å"), lista("c", stil="numrerad")]
    source = tmp_path / "dokument.docx"
    source.write_bytes(render(word("{{p x }}"), {"x": {"block": blocks}}))
    profile = (tmp_path / "profil").as_uri()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            source,
        ],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    text = subprocess.run(
        ["pdftotext", str(source.with_suffix(".pdf")), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert text.split() == ["1.", "a", "2.", "b", "Å", "1.", "c"]
