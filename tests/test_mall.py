"""`gen mall`: what templates can say, what is wrong with one, and the example filled into it."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import docx
import jsonschema
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from kommando import gen as command
from lxml import etree
from wordfiles import PIXEL, opened, part, plain, saved

from gen import documents
from gen.checks import check
from gen.docx import TemplateError, render
from gen.findings import Level
from gen.mall import describe, exempel, fullt, kontroll, ordlista
from gen.mall.filer import opened as open_template
from gen.mall.kontroll import Fault, examined
from gen.mall.shape import Kind, Shape, paths, shape_of
from gen.pdf import profile, soffice
from gen.stages import Before
from gen.templates import LETTERHEAD, Template, Templates, shipped
from gen.word.comments import Comment, commented

ROOT = Path(__file__).parent.parent
SHIPPED = sorted(shipped().rglob("[!~.]*.docx"))
BAD = (Level.FEL, Level.VARNING)


def checked(name: str, content: bytes) -> tuple[Fault, ...]:
    """What there is to say of a template of that name."""
    subject = exempel.find(name)
    template = Template(f"{name}.docx", content)
    letterhead = template if name == LETTERHEAD else Templates().find(LETTERHEAD)
    return examined(template, letterhead, subject)


# -- the vocabulary -----------------------------------------------------------------------


def field(template: str, path: str) -> ordlista.Field:
    (found,) = [f for f in ordlista.fields(exempel.find(template)) if f.path == path]
    return found


def test_ett_fält_visas_med_slag_exempel_blad_och_kolumn() -> None:
    found = field("protokoll", "sammanträde.plats")
    assert (found.kind, found.example) == ("text", "Sessionssalen, Stadshuset")
    assert (found.sheet, found.column) == ("Sammanträde", "Plats")


def test_det_som_ingen_har_skrivit_räknas_ut() -> None:
    for path in ("sammanträde.tid_och_plats", "dokument.titel", "ärenden[].delar[].rubrik"):
        assert field("protokoll", path).sheet == ""


def test_fältet_i_en_upprepning_har_hakar_efter_listan() -> None:
    found = field("protokoll", "ärenden[].rubrik")
    assert (found.sheet, found.column) == ("Ärenden", "Rubrik")
    assert field("protokoll", "ärenden").kind == "lista"
    assert field("protokoll", "ärenden[].delar[].innehåll").kind == "stycken"


def test_ett_fält_ur_registret_har_registrets_blad() -> None:
    found = field("kungörelse", "kommun.anslagstavla")
    assert (found.sheet, found.column) == ("Kommun", "Anslagstavlans adress")


def test_en_dag_som_kan_fattas_säger_det() -> None:
    found = field("anslag", "anslag.anslaget_uppsatt")
    assert (found.kind, found.absent) == ("datum", True)
    assert found.sheet == "Sammanträde eller Delprotokoll"
    assert found.column == "Anslaget uppsatt"


def test_en_typ_som_delar_mall_har_mallens_fält() -> None:
    assert exempel.find("arbetskopia") is exempel.find("protokoll")
    assert exempel.find("sarskilt-yttrande").name == "reservation"


def test_alla_typer_har_ett_exempel_och_alla_fält_ett_slag() -> None:
    for name in exempel.names():
        subject = exempel.subject(name)
        assert subject.examples, name
        assert [path for path, shape in paths(subject.shape) if not shape.known] == [], name


def test_de_påhittade_mötena_är_utan_fel() -> None:
    for reading in (fullt.meeting(), fullt.emptiest()):
        bad = [f.message for f in check(reading, Before.KALLELSE) if f.level is Level.FEL]
        assert bad == []
    assert [
        f.message for f in check(fullt.meeting()) if f.level in (Level.FEL, Level.LAGBRIST)
    ] == []


def test_det_som_måste_skrivas_ut_finns_bland_fälten() -> None:
    for name in exempel.names():
        subject = exempel.subject(name)
        known = {path for path, _ in paths(subject.shape)}
        wanted = {path for some in subject.required for path in some.split("|")}
        assert wanted <= known, name


def lacking(shape: Shape, value: object, path: str = "") -> Iterator[str]:
    """The fields of the shape that a value at that path has not."""
    if isinstance(value, dict) and shape.fields:
        for name, below in shape.fields.items():
            if name in value:
                yield from lacking(below, value[name], f"{path}.{name}")
            else:
                yield f"{path}.{name}"
    elif isinstance(value, list) and shape.item is not None:
        for item in value:
            yield from lacking(shape.item, item, f"{path}[]")


def test_varje_dokument_av_en_mall_har_alla_dess_fält() -> None:
    """A field that some documents lack altogether could not even be asked for with if."""
    for name in exempel.names():
        subject = exempel.subject(name)
        if name != LETTERHEAD:
            missing = {p for e in subject.examples for p in lacking(subject.shape, e.draft.context)}
            assert missing == set(), name


def test_formen_är_unionen_av_alla_exempel() -> None:
    shape = shape_of([{"a": "", "b": []}, {"a": "2023-03-07", "b": [{"c": 1}], "d": None}])
    assert shape.fields["a"].kinds == {Kind.DATE}
    assert shape.fields["d"].absent
    assert not shape.fields["d"].known
    item = shape.fields["b"].item
    assert item is not None
    assert item.fields["c"].examples == (1,)


def test_sidan_om_mallar_är_den_som_gen_gör() -> None:
    told = (ROOT / "docs" / "mallar.md").read_text(encoding="utf-8")
    assert told == describe.markdown(), "python -m gen.mall.describe > docs/mallar.md"


# -- the shipped templates ----------------------------------------------------------------


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(shipped())))
def test_varje_mall_som_följer_med_klarar_sin_egen_kontroll(path: Path) -> None:
    template = open_template(path)
    told = [f.finding.message for f in examined(*template) if f.finding.level in BAD]
    assert told == []
    assert not [f for f in examined(*template) if f.finding.code == "GEN-6109"]  # styles only


def test_mallens_typ_läses_av_filnamnet(tmp_path: Path) -> None:
    for name in ("Protokoll", "protokoll (2)", "mall protokoll ny", "kungorelse"):
        copy = tmp_path / f"{name}.docx"
        shutil.copy(shipped() / "protokoll.docx", copy)
        wanted = "kungörelse" if name == "kungorelse" else "protokoll"
        assert open_template(copy).subject.name == wanted


# -- 40 broken templates ------------------------------------------------------------------

Change = Callable[[Document], None]


def at_text(document: Document, text: str) -> Paragraph:
    """The first paragraph that holds the text."""
    return next(p for p in _paragraphs(document) if text in p.text)


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document)  # type: ignore[arg-type]  # the body is its parent


def says(old: str, new: str) -> Change:
    """Another text in the paragraph that holds `old`."""

    def change(document: Document) -> None:
        paragraph = at_text(document, old)
        paragraph.text = paragraph.text.replace(old, new)

    return change


def before(text: str, *new: str, style: str = "Body Text") -> Change:
    """New paragraphs before the one that holds `text`."""

    def change(document: Document) -> None:
        place = at_text(document, text)
        for line in new:
            place.insert_paragraph_before(line, style=style)

    return change


def without(text: str) -> Change:
    def change(document: Document) -> None:
        element = at_text(document, text)._p
        element.getparent().remove(element)

    return change


def in_run(text: str, property_: str, **attributes: str) -> Change:
    """A property set directly on the first run of a paragraph."""

    def change(document: Document) -> None:
        run = at_text(document, text).runs[0]
        element = OxmlElement(f"w:{property_}")
        for name, value in attributes.items():
            element.set(qn(f"w:{name}"), value)
        run._r.get_or_add_rPr().append(element)

    return change


def styled(text: str, name: str) -> Change:
    """A paragraph in a style of the template's own."""

    def change(document: Document) -> None:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        at_text(document, text).style = name  # type: ignore[assignment]  # found by its name

    return change


def style_of_nowhere(document: Document) -> None:
    at_text(document, "Underskrifter")._p.get_or_add_pPr().pStyle.val = "FinnsInte"


def heading(text: str, level: int) -> Change:
    def change(document: Document) -> None:
        at_text(document, text).style = f"Heading {level}"  # type: ignore[assignment]

    return change


def picture(document: Document) -> None:
    at_text(document, "Mötet").add_run().add_picture(io.BytesIO(PIXEL))


def table(*, header: bool, merged: bool = False) -> Change:
    def change(document: Document) -> None:
        made = document.add_table(2, 2, style="Tabell")
        made.cell(0, 0).text = "Namn"
        if header:
            made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        if merged:
            made.cell(1, 0).merge(made.cell(1, 1)).text = "Sammanslagen"
        document.element.body.insert_element_before(made._tbl, "w:sectPr")

    return change


def tracked(document: Document) -> None:
    run = at_text(document, "Underskrifter").runs[0]._r
    inserted = OxmlElement("w:ins")
    inserted.set(qn("w:id"), "1")
    inserted.set(qn("w:author"), "Siv")
    run.addprevious(inserted)
    inserted.append(run)


def own_header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "Ett eget sidhuvud"


def in_header(old: str, new: str) -> Change:
    def change(document: Document) -> None:
        for element in document.sections[0].header._element.iter(qn("w:t")):
            element.text = (element.text or "").replace(old, new)

    return change


def title(text: str) -> Change:
    def change(document: Document) -> None:
        document.core_properties.title = text

    return change


def without_style(name: str) -> Change:
    def change(document: Document) -> None:
        element = document.styles[name].element
        element.getparent().remove(element)

    return change


def both(*changes: Change) -> Change:
    def change(document: Document) -> None:
        for one in changes:
            one(document)

    return change


def around(text: str, condition: str) -> Change:
    """Puts the paragraph within a condition."""

    def change(document: Document) -> None:
        paragraph = at_text(document, text)
        paragraph.insert_paragraph_before(condition)
        paragraph._p.addnext(document.add_paragraph("{%p endif %}")._p)

    return change


def _hide(properties: BaseOxmlElement) -> None:
    properties.append(OxmlElement("w:vanish"))


def hidden(text: str) -> Change:
    def change(document: Document) -> None:
        """Wherever it stands: the last of a list may have a paragraph of its own."""
        places = (p for p in _paragraphs(document) if text in p.text)
        for run in (run for place in places for run in place.runs):
            _hide(run._r.get_or_add_rPr())

    return change


def hidden_style(name: str) -> Change:
    """In the template; the letterhead has no style of that name to take its place."""

    def change(document: Document) -> None:
        own = document.styles.add_style("Dold", WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = document.styles[name]
        _hide(own.element.get_or_add_rPr())
        for paragraph in document.paragraphs:
            if paragraph.style is not None and str(paragraph.style.name).startswith(name):
                paragraph.style = own

    return change


def hidden_status(document: Document) -> None:
    for run in document.sections[0].header._element.iter(qn("w:r")):
        if any("dokument.status" in (text.text or "") for text in run.iter(qn("w:t"))):
            _hide(run.get_or_add_rPr())


def merge_field(document: Document) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " MERGEFIELD Namn \\* MERGEFORMAT ")
    at_text(document, "Underskrifter")._p.append(field)


def margins(wide: float) -> Change:
    def change(document: Document) -> None:
        document.sections[0].left_margin = document.sections[0].right_margin = Mm(wide)

    return change


NEVER = ('{%p if sammanträde.slag == "Aldrig" %}', "{{ anslag.förvaringplats }}", "{%p endif %}")
SELDOM = ('{%p if dokument.typ == "Aldrig" %}', "{{ anslag.justerat }}", "{%p endif %}")
PLATS = "{{ sammanträde.tid_och_plats }}"
BROKEN: list[tuple[str, str, Change, str, str, str]] = [
    # what is wrong, the template, the change, code, the paragraph, what is said
    (
        "ett felskrivet fält",
        "protokoll",
        says(PLATS, "{{ sammanträde.tid_och_plts }}"),
        "GEN-4010",
        "tid_och_plts",
        "fältet sammanträde.tid_och_plts finns inte. Menade du sammanträde.tid_och_plats?",
    ),
    (
        "ett felskrivet fält i en gren som inget exempel tar",
        "protokoll",
        before("Underskrifter", *NEVER),
        "GEN-4010",
        "anslag.förvaringplats",
        "under rubriken",
    ),
    (
        "ett fält i en lista utan upprepning",
        "protokoll",
        before("Underskrifter", "{{ ärenden.rubrik }}"),
        "GEN-4010",
        "ärenden.rubrik",
        "ärenden är en lista: upprepa med {%p for … in ärenden %}.",
    ),
    (
        "fel namn i upprepningen",
        "protokoll",
        says("{{p del.innehåll }}", "{{p d.innehåll }}"),
        "GEN-4010",
        "{{p d.innehåll }}",
        "Menade du del.innehåll?",
    ),
    (
        "upprepningens namn utanför den",
        "protokoll",
        before("Underskrifter", "{{ ä.rubrik }}"),
        "GEN-6100",
        "{{ ä.rubrik }}",
        "ä gäller bara inne i {%p for ä in ärenden %}",
    ),
    (
        "upprepningens namn i en annan upprepning",
        "protokoll",
        says("{{ u.namn }}", "{{ x.namn }}"),
        "GEN-6100",
        "{{ x.namn }}",
        "Menade du u.namn?",
    ),
    (
        "blanksteg mellan klamrarna",
        "protokoll",
        says(PLATS, "{ { sammanträde.tid_och_plats }}"),
        "GEN-4011",
        "{ { sammanträde",
        "är en trasig tagg",
    ),
    (
        "enkla klamrar",
        "protokoll",
        before("Underskrifter", "{ sammanträde.organ }"),
        "GEN-4011",
        "{ sammanträde.organ }",
        "är en trasig tagg",
    ),
    (
        "en tagg utan slut",
        "protokoll",
        before("Underskrifter", "Organ: {{ sammanträde.organ"),
        "GEN-4011",
        "{{ sammanträde.organ",
        "är en trasig tagg",
    ),
    (
        "en tagg med styckebryt i",
        "protokoll",
        before("Underskrifter", "{{ sammanträde.", "organ }}"),
        "GEN-6101",
        "{{ sammanträde.",
        "är delad i två stycken",
    ),
    (
        "ett villkor utan slut",
        "protokoll",
        before(PLATS, "{%p if sammanträde.plats %}"),
        "GEN-4013",
        "{%p if sammanträde.plats %}",
        "avslutas aldrig",
    ),
    (
        "ett slut utan villkor",
        "anslag",
        before("Anslag/bevis", "{%p endif %}"),
        "GEN-4013",
        "{%p endif %}",
        "hör inte till något {% if … %}",
    ),
    (
        "text bredvid en tagg som tar hela stycket",
        "protokoll",
        says("{%p if ä.dnr %}", "Dnr {%p if ä.dnr %}"),
        "GEN-4014",
        "Dnr {%p if ä.dnr %}",
        "måste stå ensam i ett eget stycke",
    ),
    (
        "ett felskrivet filter",
        "protokoll",
        before("Underskrifter", "{{ sammanträde.datum | vekodag }}"),
        "GEN-4015",
        "vekodag",
        "filtret vekodag finns inte. Menade du veckodag?",
    ),
    (
        "ett filter på fel slags värde",
        "protokoll",
        before("Underskrifter", "{{ sammanträde.plats | veckodag }}"),
        "GEN-4025",
        "veckodag",
        "filtret tar emot ett datum som 2023-03-07",
    ),
    (
        "för många uppgifter i ett filter",
        "protokoll",
        before("Underskrifter", "{{ sammanträde.organ | versal(1, 2) }}"),
        "GEN-4025",
        "versal",
        "fel antal uppgifter inom parentesen",
    ),
    (
        "för många uppgifter i ett av Jinjas filter",
        "protokoll",
        before("Underskrifter", "{{ sammanträde.organ | upper(1, 2) }}"),
        "GEN-4025",
        "upper",
        "fel antal uppgifter inom parentesen",
    ),
    (
        "ett okänt ord",
        "protokoll",
        before("Underskrifter", "{% iff sammanträde.plats %}"),
        "GEN-4012",
        "iff",
        "Menade du if?",
    ),
    (
        "ett halvt uttryck",
        "protokoll",
        before("Underskrifter", "{{ sammanträde. }}"),
        "GEN-4012",
        "{{ sammanträde. }}",
        "går inte att tolka",
    ),
    (
        "stycken inne i ett stycke",
        "protokoll",
        before("{{p del.innehåll }}", "Text: {{ del.innehåll }}"),
        "GEN-4022",
        "Text: {{ del.innehåll }}",
        "är hela stycken och kan inte stå inne i ett stycke",
    ),
    (
        "text som stycken",
        "protokoll",
        before("Underskrifter", "{{p sammanträde.organ }}"),
        "GEN-4023",
        "{{p sammanträde.organ }}",
        "är inte stycken",
    ),
    (
        "en upprepning över en text",
        "protokoll",
        before("Underskrifter", "{%p for x in sammanträde.organ %}", "{%p endfor %}"),
        "GEN-4024",
        "{%p for x in sammanträde.organ %}",
        "sammanträde.organ är ingen lista",
    ),
    (
        "en lista som text",
        "protokoll",
        before("Underskrifter", "{{ ärenden }}"),
        "GEN-4021",
        "{{ ärenden }}",
        "ärenden är en lista",
    ),
    (
        "ja eller nej som text",
        "protokoll",
        before("Underskrifter", "{{ justering.digital }}"),
        "GEN-4021",
        "{{ justering.digital }}",
        "är ett ja eller nej",
    ),
    (
        "ett anrop",
        "protokoll",
        before("Underskrifter", "{{ sammanträde.organ.upper() }}"),
        "GEN-4016",
        "upper()",
        "får inte användas",
    ),
    (
        "en annan fil",
        "protokoll",
        before("Underskrifter", '{%p include "annan.docx" %}'),
        "GEN-4016",
        "include",
        "får inte användas",
    ),
    (
        "ett värde som kan saknas, utan villkor",
        "protokoll",
        before("Underskrifter", "Slut {{ sammanträde.till_klockan }}"),
        "GEN-4020",
        "Slut",
        "sammanträde.till_klockan har inget värde i det här dokumentet",
    ),
    (
        "ett värde som kan saknas, i en gren som inget exempel tar",
        "protokoll",
        before("Underskrifter", *SELDOM),
        "GEN-6102",
        "{{ anslag.justerat }}",
        "anslag.justerat saknar värde i en del dokument",
    ),
    (
        "ett fält som inte finns, med reservvärde",
        "protokoll",
        before("Underskrifter", "{{ sammanträde.lokal | default('–') }}"),
        "GEN-6103",
        "sammanträde.lokal",
        "det är alltid som om det saknades",
    ),
    (
        "besluten skrivs inte ut",
        "protokoll",
        without("{{p del.innehåll }}"),
        "GEN-6104",
        "",
        "ärenden[].delar[].innehåll skrivs inte ut. Det måste stå i protokoll",
    ),
    (
        "besluten i ett villkor som inte gäller",
        "protokoll",
        around("{{p del.innehåll }}", "{%p if false %}"),
        "GEN-6104",
        "",
        "ärenden[].delar[].innehåll skrivs inte ut. Det måste stå i protokoll",
    ),
    (
        "besluten i ett villkor som aldrig kan gälla",
        "protokoll",
        around("{{p del.innehåll }}", "{%p if 1 == 2 %}"),
        "GEN-6117",
        "",
        "ärenden[].delar[].innehåll syns inte i det färdiga dokumentet",
    ),
    (
        "rubriken som dold text",
        "kungörelse",
        hidden("{{ ä.rubrik }}"),
        "GEN-6117",
        "",
        "ärenden[].rubrik syns inte i det färdiga dokumentet",
    ),
    (
        "rubriken i en formatmall som är dold",
        "kungörelse",
        hidden_style("Föredragningslista"),
        "GEN-6117",
        "",
        "ärenden[].rubrik syns inte i det färdiga dokumentet",
    ),
    (
        "status som dold text i brevpapperet",
        "brevpapper",
        hidden_status,
        "GEN-6117",
        "",
        "dokument.status syns inte i det färdiga dokumentet. Det måste stå i brevpapper",
    ),
    (
        "en tom rubrik",
        "protokoll",
        before("Underskrifter", "", style="Heading 1"),
        "GEN-6118",
        "",
        "rubriken blir tom",
    ),
    (
        "en rubrik som blir tom i en del dokument",
        "protokoll",
        before("Underskrifter", "{{ sammanträde.diarienummer }}", style="Heading 1"),
        "GEN-6118",
        "sammanträde.diarienummer",
        "rubriken blir tom",
    ),
    (
        "ett fält ur en kopplad utskrift",
        "protokoll",
        merge_field,
        "GEN-6119",
        "Underskrifter",
        "«Namn» är ett fält för Words kopplade utskrift",
    ),
    (
        "ett smalt brevpapper",
        "brevpapper",
        margins(50),
        "GEN-6116",
        "",
        "texten blir 110 mm bred. Mallarna behöver 155 mm",
    ),
    (
        "ingen skriver under",
        "reservation",
        both(*[says("{{ u.namn }}", "")] * 4),
        "GEN-6104",
        "",
        "undertecknare[].namn skrivs inte ut",
    ),
    (
        "engelska",
        "protokoll",
        in_run("Underskrifter", "lang", val="en-GB"),
        "GEN-6105",
        "Underskrifter",
        "språket är en-GB",
    ),
    (
        "en överhoppad rubriknivå",
        "kungörelse",
        before("kallas till", "Mötet", style="Heading 3"),
        "GEN-6106",
        "Mötet",
        "en rubrik på nivå 3 följer på en på nivå 1",
    ),
    (
        "en bild utan alternativtext",
        "protokoll",
        both(before("Underskrifter", "Mötet"), picture),
        "GEN-6107",
        "Mötet",
        "har ingen alternativtext",
    ),
    (
        "ett typsnitt som inte finns",
        "protokoll",
        in_run("Underskrifter", "rFonts", ascii="Kommunsans", hAnsi="Kommunsans"),
        "GEN-6108",
        "",
        "typsnittet Kommunsans finns inte",
    ),
    (
        "en tabell utan rubrikrad",
        "protokoll",
        table(header=False),
        "GEN-6110",
        "Namn",
        "tabellen har ingen rubrikrad",
    ),
    (
        "sammanslagna celler",
        "protokoll",
        table(header=True, merged=True),
        "GEN-6111",
        "Sammanslagen",
        "sammanslagna celler",
    ),
    (
        "en formatmall som inte finns",
        "protokoll",
        style_of_nowhere,
        "GEN-6115",
        "Underskrifter",
        "formatmallen ”FinnsInte” finns varken i mallen eller i brevpapperet",
    ),
    (
        "spårade ändringar",
        "protokoll",
        tracked,
        "GEN-4003",
        "Underskrifter",
        "spårade ändringar",
    ),
    (
        "ett felskrivet fält i egenskaperna",
        "protokoll",
        title("{{ dokument.titl }}"),
        "GEN-4010",
        "dokument.titl",
        "dokumentegenskaperna",
    ),
    (
        "ett felskrivet fält i brevpapperets sidhuvud",
        "brevpapper",
        in_header("dokument.typ", "dokument.typp"),
        "GEN-4010",
        "dokument.typp",
        "brevpapper.docx, sidhuvudet",
    ),
    (
        "brevpapperet saknar en formatmall",
        "brevpapper",
        without_style("Att-satser"),
        "GEN-4004",
        "",
        "formatmallen ”Att-satser”, som behövs för att-satser, saknas",
    ),
]


@pytest.fixture
def carlito(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with the fonts that the templates ask for, and no others."""
    monkeypatch.setattr(kontroll, "installed", lambda: frozenset({"Carlito"}))


@pytest.mark.usefixtures("carlito")
@pytest.mark.parametrize(
    ("name", "change", "code", "paragraph", "told"),
    [row[1:] for row in BROKEN],
    ids=[row[0] for row in BROKEN],
)
def test_en_trasig_mall(name: str, change: Change, code: str, paragraph: str, told: str) -> None:
    document = docx.Document(str(shipped() / f"{name}.docx"))
    change(document)
    found = checked(name, saved(document))
    bad = [fault for fault in found if fault.finding.level in BAD]
    first = next(fault for fault in bad if fault.finding.code == code)
    assert told in first.finding.message
    assert first.finding.message.startswith(f"Mallen {name}.docx")
    if paragraph:
        assert paragraph in first.place.paragraph
        number = f"/stycke {first.place.number}" if first.place.number else ""
        assert first.finding.at == f"@{name}.docx/{first.place.part}{number}"
        if first.place.part == "dokumentet":
            assert paragraph in _text(saved(document), first.place.number)
    assert {fault.finding.code for fault in bad} == {code}


def _text(content: bytes, number: int) -> str:
    """The paragraph of that number, counted by another eye."""
    found = part(content, "word/document.xml").iter(qn("w:p"))
    element = [*found][number - 1]
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def test_minst_tjugofem_trasiga_mallar() -> None:
    assert len(BROKEN) >= 25


def test_allt_som_är_fel_sägs_på_en_gång() -> None:
    changes = [row[2] for row in BROKEN if row[0] in ("ett felskrivet filter", "engelska")]
    document = docx.Document(str(shipped() / "protokoll.docx"))
    both(says(PLATS, "{{ sammanträde.tid_och_platsen }} { { x }} {{ y }"), *changes)(document)
    codes = {fault.finding.code for fault in checked("protokoll", saved(document))}
    assert {"GEN-4010", "GEN-4011", "GEN-4015", "GEN-6105"} <= codes


def test_direkt_formatering_och_egna_formatmallar_är_upplysningar() -> None:
    document = docx.Document(str(shipped() / "protokoll.docx"))
    both(in_run("Underskrifter", "b"), styled("Anslag/bevis", "Eget"), own_header)(document)
    found = {f.finding.code: f.finding for f in checked("protokoll", saved(document))}
    assert {"GEN-6109", "GEN-6112", "GEN-6114"} <= set(found)
    assert "fetstil är satt direkt" in found["GEN-6109"].message
    names = {"vanish": "dold text", "effect": "texteffekt", "em": "annat utseende"}
    for property_, shown in names.items():
        other = docx.Document(str(shipped() / "protokoll.docx"))
        in_run("Underskrifter", property_)(other)
        told = {f.finding.code: f.finding for f in checked("protokoll", saved(other))}
        assert f"{shown} är satt direkt" in told["GEN-6109"].message
    assert all(found[c].level is Level.UPPLYSNING for c in ("GEN-6109", "GEN-6112", "GEN-6114"))


def test_en_fil_som_inte_är_word_sägs_det_om() -> None:
    (fault,) = checked("protokoll", b"inget alls")
    assert fault.finding.code == "GEN-4002"


def test_rubriknivåer_följs_genom_villkoren() -> None:
    heads = ("Heading 1", "Heading 2", "Heading 3")
    document = docx.Document()
    lines = ["A", "{%p if kommun.namn %}", "B", "{%p else %}", "C", "{%p endif %}", "D"]
    for text, style in zip(
        lines, (heads[0], "", heads[1], "", heads[2], "", heads[2]), strict=True
    ):
        document.add_paragraph(text, style=style or None)
    skipped = [
        fault.place.paragraph
        for fault in checked("kungörelse", saved(document))
        if fault.finding.code == "GEN-6106"
    ]
    assert skipped == ["C"]  # D stands below B in one of the two


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 30), max_size=8), st.sampled_from(["{{ %s }}", "{{ %s}}", "{{%s }}"])
)
def test_en_tagg_får_vara_delad_hur_som_helst_av_word(cuts: list[int], form: str) -> None:
    for path, wrong in (("kommun.namn", False), ("kommun.namm", True)):
        tag = form % path
        places = sorted({0, len(tag), *(cut for cut in cuts if cut < len(tag))})
        document = opened(plain("Kommunen: "))
        for start, stop in pairwise(places):
            document.paragraphs[0].add_run(tag[start:stop])
        faults = [f for f in checked("kungörelse", saved(document)) if "namm" in f.finding.value]
        assert bool(faults) == wrong
        broken = [f for f in checked("kungörelse", saved(document)) if f.finding.code == "GEN-4011"]
        assert not broken


FINE = (
    ("{% if sammanträde.plats %}{% set var = sammanträde.plats %}{% endif %}", "{{ var }}"),
    ("{%p for ä in ärenden if ä.dnr %}", "{{ loop.index }} {{ ä.dnr }}", "{%p endfor %}"),
    ("{%p for x in range(3) %}", "{{ x }}", "{%p else %}", "Inga", "{%p endfor %}"),
    ("{{ ärenden | length }} {{ (närvaro.ledamöter | first).namn }}",),
    ('{{ närvaro.ledamöter | map(attribute="namn") | join(", ") }}',),
    ("{{ närvaro.ledamöter[0].namn }} {{ sammanträde['plats'] }}",),
    ('{{ sammanträde.till_klockan or "–" }} {{ sammanträde.till_klockan | klockslag }}',),
    ('{{ "ja" if justering.digital else "nej" }} {{ sammanträde.plats ~ "!" }}',),
    ("{% with organ = sammanträde.organ %}{{ organ | löpande }}{% endwith %}",),
    ("{{ sammanträde.datum | veckodag | versal }} {{ justering.justerare | uppräkning }}",),
    ('{% if anslag.slag == "Rättelse" and not anslag.finns %}Nej{% else %}Ja{% endif %}',),
    ("{% if anslag.finns %}{{ anslag.justerat }}{% endif %}",),
    ("{{ sammanträde.organ | genitiv | default(“–”) }}",),
)


@pytest.mark.usefixtures("carlito")
@pytest.mark.parametrize("lines", FINE, ids=" ".join)
def test_det_som_går_att_göra_sägs_det_inget_om(lines: tuple[str, ...]) -> None:
    document = docx.Document(str(shipped() / "protokoll.docx"))
    before("Underskrifter", *lines)(document)
    told = [fault.finding.message for fault in checked("protokoll", saved(document))]
    assert told == []


@pytest.mark.usefixtures("carlito")
@pytest.mark.parametrize("name", exempel.names())
def test_varje_fält_kan_skrivas_ut_på_sitt_sätt(name: str) -> None:
    """The vocabulary is true: what it lists is found, and can be made with every example."""
    subject = exempel.subject(name)
    document = docx.Document(str(shipped() / f"{name}.docx"))
    for element in list(document.element.body)[:-1]:
        document.element.body.remove(element)
    for one in ordlista.fields(subject):
        for line in _printed(one):
            document.add_paragraph(line)
    bad = [f.finding.message for f in checked(name, saved(document)) if f.finding.level in BAD]
    assert bad == []


def _printed(one: ordlista.Field) -> Iterator[str]:
    """The lines that print a field, in the loops that it stands in."""
    if one.kind in ("grupp", "lista"):
        return
    *lists, last = one.path.split("[]")
    value, loops = "", 0
    for step in lists:
        yield f"{{%p for x{loops} in {value}{step} %}}"
        value = f"x{loops}"
        loops += 1
    value += last
    if one.absent or one.kind == "ja eller nej":
        yield f"{{%p if {value} %}}"
    shown = {"stycken": f"{{{{p {value} }}}}", "ja eller nej": "Ja"}
    yield shown.get(one.kind, f"{{{{ {value} }}}}")
    if one.absent or one.kind == "ja eller nej":
        yield "{%p endif %}"
    yield from ["{%p endfor %}"] * loops


def test_ett_fel_under_körningen_säger_stycke_och_rubrik() -> None:
    document = docx.Document()
    document.add_paragraph("Anslag", style="Heading 1")
    document.add_paragraph("{%p for x in rader %}")
    document.add_paragraph("Datum {{ x.datum | veckodag }}")
    document.add_paragraph("{%p endfor %}")
    with pytest.raises(TemplateError) as caught:
        render(saved(document), {"rader": [{"datum": "i går"}]}, name="anslag.docx")
    assert caught.value.finding.at == "@anslag.docx/dokumentet/stycke 3"
    assert (
        "Mallen anslag.docx, dokumentet, stycket ”Datum {{ x.datum | veckodag }}” under rubriken "
        "”Anslag”: " in str(caught.value)
    )


# -- comments -----------------------------------------------------------------------------


def two_faults(folder: Path) -> Path:
    document = docx.Document(str(shipped() / "protokoll.docx"))
    says(PLATS, "{{ sammanträde.tid_och_platsen }}")(document)
    in_run("Underskrifter", "lang", val="en-GB")(document)
    path = folder / "protokoll.docx"
    document.save(str(path))
    return path


def test_felen_står_som_kommentarer_i_en_kopia(tmp_path: Path) -> None:
    path = two_faults(tmp_path)
    original = path.read_bytes()
    done = command(tmp_path, "mall", "kontrollera", path, "--markera")
    assert done.returncode == 1, done.stderr
    assert path.read_bytes() == original
    copy = docx.Document(str(tmp_path / "protokoll – kommenterad.docx"))
    comments = [(comment.author, comment.text) for comment in copy.comments]
    assert [author for author, _ in comments] == ["gen", "gen"]
    assert "Fältet sammanträde.tid_och_platsen finns inte" in comments[0][1]
    marked = [p.text for p in copy.paragraphs if p._p.find(qn("w:commentRangeStart")) is not None]
    assert "{{ sammanträde.tid_och_platsen }}" in marked[0]
    assert marked[1] == "Underskrifter"


def test_en_skadad_fil_får_ingen_kopia(tmp_path: Path) -> None:
    path = tmp_path / "protokoll.docx"
    path.write_bytes(b"inget alls")
    done = command(tmp_path, "mall", "kontrollera", path, "--markera")
    assert (done.returncode, done.stderr) == (1, "")
    assert [found.name for found in tmp_path.iterdir()] == ["protokoll.docx"]


def test_kommentarer_läggs_till_dem_som_redan_finns() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Ett stycke")
    document.add_comment(paragraph.runs, text="Sivs egen", author="Siv")
    content = commented(saved(document), [Comment(1, "En till"), Comment(0, "Om hela")])
    assert content == commented(saved(document), [Comment(1, "En till"), Comment(0, "Om hela")])
    found = opened(content).comments
    assert [(c.author, c.text) for c in found] == [
        ("Siv", "Sivs egen"),
        ("gen", "En till"),
        ("gen", "Om hela"),
    ]
    assert len({c.comment_id for c in found}) == 3


def test_en_kopia_som_någon_har_ändrat_skrivs_inte_över(tmp_path: Path) -> None:
    path = two_faults(tmp_path)
    copy = tmp_path / "protokoll – kommenterad.docx"
    assert command(tmp_path, "mall", "kontrollera", path, "--markera").returncode == 1
    says("Underskrifter", "Namnteckningar")(changed := docx.Document(str(path)))
    changed.save(str(path))
    assert command(tmp_path, "mall", "kontrollera", path, "--markera").returncode == 1
    mine = docx.Document(str(copy))
    mine.paragraphs[0].text = "Mina egna ord"
    mine.save(str(copy))
    assert command(tmp_path, "mall", "kontrollera", path, "--markera").returncode == 4
    assert docx.Document(str(copy)).paragraphs[0].text == "Mina egna ord"


@pytest.mark.behover("libreoffice")
def test_kopian_öppnas_med_sina_kommentarer_i_libreoffice(tmp_path: Path) -> None:
    command(tmp_path, "mall", "kontrollera", two_faults(tmp_path), "--markera")
    program = soffice.find(os.environ)
    assert program is not None
    home = profile.make(program)
    try:
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={profile.url(home)}",
                *("--headless", "--convert-to", "odt", "--outdir", tmp_path),
                tmp_path / "protokoll – kommenterad.docx",
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    finally:
        profile.remove(home)
    with zipfile.ZipFile(tmp_path / "protokoll – kommenterad.odt") as archive:
        root = etree.fromstring(archive.read("content.xml"))
    notes = ["".join(e.itertext()) for e in root.iter("{*}annotation")]
    assert len(notes) == 2
    assert "gen" in notes[0]
    assert "sammanträde.tid_och_platsen finns inte" in notes[0]
    assert "Språket är en-GB" in notes[1]


# -- the commands -------------------------------------------------------------------------


def valid(done: str, schema: str) -> dict[str, object]:
    told = json.loads(done)
    path = ROOT / "docs" / "json" / f"{schema}.schema.json"
    jsonschema.validate(told, json.loads(path.read_text(encoding="utf-8")))
    assert isinstance(told, dict)
    return told


def test_gen_mall_fält_visar_fält_och_filter(tmp_path: Path) -> None:
    for spelled in ("fält", "falt"):
        done = command(tmp_path, "mall", spelled, "protokoll")
        assert done.returncode == 0, done.stderr
        assert re.search(r"sammanträde\.plats +text +Sammanträde: Plats", done.stdout)
        assert re.search(r"sammanträde\.tid_och_plats +text +räknas ut", done.stdout)
        assert "veckodag" in done.stdout
    assert "protokoll" in command(tmp_path, "mall", "fält").stdout
    refused = command(tmp_path, "mall", "fält", "protokol")
    assert refused.returncode == 2
    assert "Menade du protokoll?" in refused.stderr


def test_gen_mall_fält_som_json(tmp_path: Path) -> None:
    told = valid(command(tmp_path, "mall", "fält", "protokoll", "--json").stdout, "mall-fält")
    rows = told["fält"]
    assert isinstance(rows, list)
    assert {"fält": "ärenden[].rubrik", "blad": "Ärenden", "kolumn": "Rubrik"}.items() <= next(
        row for row in rows if row["fält"] == "ärenden[].rubrik"
    ).items()
    valid(command(tmp_path, "mall", "fält", "--json").stdout, "mall-fält")
    refused = command(tmp_path, "mall", "fält", "protokol", "--json")
    assert valid(refused.stdout, "mall-fält")["slutkod"] == 2


def test_gen_mall_kontrollera_som_json(tmp_path: Path) -> None:
    done = command(tmp_path, "mall", "kontrollera", two_faults(tmp_path), "--json")
    assert done.returncode == 1
    told = valid(done.stdout, "mall-kontrollera")
    found = told["fynd"]
    assert isinstance(found, list)
    assert found[0]["fil"] == "protokoll.docx"
    assert found[0]["blad"] == "dokumentet"
    assert found[0]["stycke"] == 2
    assert found[0]["rubrik"] == "{{ sammanträde.organ }}"
    refused = command(tmp_path, "mall", "kontrollera", tmp_path / "ingen.docx", "--json")
    assert valid(refused.stdout, "mall-kontrollera")["slutkod"] == 2


def test_en_mall_utan_fel_ger_slutkod_noll(tmp_path: Path) -> None:
    done = command(tmp_path, "mall", "kontrollera", shipped() / "protokoll.docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Inget att rätta." in done.stdout


def test_filnamnet_säger_inte_typen(tmp_path: Path) -> None:
    copy = shutil.copy(shipped() / "protokoll.docx", tmp_path / "vår.docx")
    refused = command(tmp_path, "mall", "kontrollera", copy)
    assert refused.returncode == 2
    assert "--typ protokoll" in " ".join(refused.stderr.split())
    assert command(tmp_path, "mall", "kontrollera", copy, "--typ", "Protokoll").returncode == 0


def test_gen_mall_prova_fyller_mallen_med_exemplet(tmp_path: Path) -> None:
    document = docx.Document(str(shipped() / "kungörelse.docx"))
    document.paragraphs[0].text = "Vår egen kungörelse"
    path = tmp_path / "kungörelse.docx"
    document.save(str(path))
    done = command(tmp_path, "mall", "prova", path)
    assert done.returncode == 0, done.stderr
    made = tmp_path / "out" / "prova" / "kungörelse"
    assert (made / "kungörelse.pdf").read_bytes().startswith(b"%PDF")
    texts = [p.text for p in docx.Document(str(made / "kungörelse.docx")).paragraphs]
    assert texts[0] == "Vår egen kungörelse"
    assert any("Cykelplan för Lillköping" in text for text in texts)
    again = command(tmp_path, "mall", "prova", path)
    assert "Redan gjort, oförändrat" in again.stdout


def test_gen_mall_prova_av_brevpapperet_gör_ett_protokoll(tmp_path: Path) -> None:
    done = command(tmp_path, "mall", "prova", shipped() / "brevpapper.docx", "--json")
    assert done.returncode == 0, done.stdout
    told = json.loads(done.stdout)
    schema = json.loads((ROOT / "docs/json/protokoll.schema.json").read_text(encoding="utf-8"))
    schema["properties"]["kommando"] = {"const": "mall prova"}  # it makes documents as others do
    jsonschema.validate(told, schema)
    assert told["kommando"] == "mall prova"
    assert (tmp_path / "out" / "prova" / "brevpapper" / "protokoll.pdf").is_file()


def test_gen_mall_prova_säger_var_det_tar_stopp(tmp_path: Path) -> None:
    done = command(tmp_path, "mall", "prova", two_faults(tmp_path))
    assert done.returncode == 1
    assert "protokoll.docx: dokumentet, stycke 2" in done.stderr
    assert not (tmp_path / "out" / "prova" / "protokoll" / "protokoll.docx").exists()


def test_en_mall_bredvid_ett_eget_brevpapper_står_på_det(tmp_path: Path) -> None:
    letter = docx.Document(str(shipped() / "brevpapper.docx"))
    without_style("Underskriftsnot")(letter)
    letter.save(str(tmp_path / "brevpapper.docx"))
    path = Path(shutil.copy(shipped() / "protokoll.docx", tmp_path))
    told = [f.finding.value for f in examined(*open_template(path)) if f.finding.code == "GEN-6112"]
    assert told == ["Underskriftsnot"]


def test_hjälpen_laddar_inte_mallarnas_bibliotek(tmp_path: Path) -> None:
    done = command(tmp_path, "mall", "--help")
    assert done.returncode == 0
    for name in ("fält", "kontrollera", "prova"):
        assert name in done.stdout
    assert command(tmp_path, "mall").returncode == 2


def test_typer_som_bara_finns_i_ett_annat_paket_behöver_inget_mer() -> None:
    assert set(exempel.names()) >= {t.template for t in documents.types().values()}
