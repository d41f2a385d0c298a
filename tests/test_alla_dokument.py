"""Every document type in both houses, with the fullest workbook that it can be made of and with the
emptiest: nothing empty, stray or doubled on any page, both engines alike, the PDFs accessible.

A type that is added is here by itself. What each of them says is tested with the type.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import hus
import pytest
import verapdf
from docx.document import Document as Word
from docx.table import Table
from docx.text.paragraph import Paragraph

from gen import documents, findings, opc, planning
from gen.checks import check
from gen.docx import PARTS
from gen.docx import fillable as docx_parts
from gen.foreskrift import Foreskrift
from gen.mall import form
from gen.model import plain
from gen.stages import Before
from gen.word.outline import Outline
from gen.word.styles import Styles

ENGINES = ("libreoffice", "inbyggd")
BOTH_HOUSES = pytest.mark.parametrize("house", hus.HOUSES)
EACH_TYPE = pytest.mark.parametrize("typ", hus.TYPES)


@pytest.fixture(scope="module")
def pdfs() -> dict[str, dict[str, bytes]]:
    """By engine, all of them in one call."""
    out = {}
    for engine in ENGINES:
        done = hus.converted([one.word for one in hus.written().values()], engine)
        made = dict(zip(hus.written(), done, strict=True))
        assert {file: one.findings for file, one in made.items() if one.findings} == {}
        out[engine] = {file: one.pdf for file, one in made.items() if one.pdf is not None}
        assert out[engine].keys() == hus.written().keys()
    return out


EARLY = {"minst-kallat": (Before.PROTOKOLL, Before.ANSLAG), "minst-hållet": (Before.ANSLAG,)}
"""The stages that an example has not come to."""


def test_the_emptiest_workbooks_are_lawful() -> None:
    """Each document that has come so far is stopped by nothing; so every type is made of one."""
    found = {}
    for name, reading in hus.readings().items():
        if name.startswith(hus.SMALL):
            types = [t for t in documents.types().values() if reading.kind in t.reads]
            due = [type_.name for type_ in types if list(type_.drafts(reading))]
            due = [typ for typ in due if documents.types()[typ].before not in EARLY.get(name, ())]
            assert planning.stopped(check(reading), due, strict=False) == {}, name
            found[name] = due
    assert {typ for due in found.values() for typ in due} == set(hus.TYPES)


# -- the Word files ---------------------------------------------------------------------


def paragraphs(word: bytes) -> Iterator[tuple[Paragraph, bool]]:
    """Every paragraph in order, headers and footers last, and whether it stands in a cell."""
    document = docx.Document(io.BytesIO(word))
    section = document.sections[0]
    for part in (document, section.header, section.footer):
        yield from _inside(part)


def _inside(part: Word) -> Iterator[tuple[Paragraph, bool]]:
    for item in part.iter_inner_content():
        if isinstance(item, Table):
            cells = (cell for row in item.rows for cell in row.cells)
            yield from ((paragraph, True) for cell in cells for paragraph in cell.paragraphs)
        else:
            yield item, False


WORDS = re.compile(r"\b(None|null|True|False|nan|undefined)\b|\[\]|[{}]")
STRAY = re.compile(r"  | [,.;:!?](?!\w)|,[,.;]|[;:][,.;]|\(\s*\)|^[,.;]|\t$|\s$|, ?$")
IN_A_LIST = ("List Bullet", "List Number", "Att-satser")
"""Their points end with commas. A sub-point stands on a line of its own in one of them."""


@BOTH_HOUSES
@EACH_TYPE
def test_nothing_is_stray_doubled_or_left_of_a_template(house: str, typ: str) -> None:
    for file, one in hus.of(house, typ).items():
        for paragraph, _ in paragraphs(one.word):
            text = paragraph.text.replace("\u00a0", " ")
            told = (file, paragraph.style.name, text)
            assert not WORDS.search(text), told
            for line in text.split("\n"):
                if paragraph.style.name in IN_A_LIST:
                    line = line.removesuffix(",")
                if paragraph.style.name.startswith("toc "):
                    line = line.removesuffix("\t")  # behind it stands a field, the page's number
                assert not STRAY.search(line), told
        title = docx.Document(io.BytesIO(one.word)).core_properties.title
        assert title == one.job.title
        assert not WORDS.search(title), (file, title)
        assert not STRAY.search(title), (file, title)


SPACE = ("Slutstycke", "Tabellslut", "Innehåll slut", "Underskriftslinje")
"""The styles of paragraphs that hold no words: lines and room."""


@BOTH_HOUSES
@EACH_TYPE
def test_no_heading_is_empty_or_has_nothing_below_it(house: str, typ: str) -> None:
    for file, one in hus.of(house, typ).items():
        theirs = _headings_of_their_own(one)
        body = list(_inside(docx.Document(io.BytesIO(one.word))))
        levels = [_level(paragraph) for paragraph, _ in body]
        for (paragraph, in_cell), level, place in zip(body, levels, range(len(body)), strict=True):
            told = (file, paragraph.style.name, paragraph.text)
            if not in_cell and paragraph.style.name not in SPACE:
                assert paragraph.text.strip(), told
            if level is None or paragraph.text.endswith(theirs):
                continue
            below = [
                (after, at)
                for (after, _), at in zip(body[place + 1 :], levels[place + 1 :], strict=True)
                if after.text.strip()
            ]
            assert below, told
            assert below[0][1] is None or below[0][1] > level, told


PROTOKOLLET = ("protokoll", "arbetskopia", "utdrag")
TOLD = (findings.NO_DECISION.code, findings.EMPTY_PARAGRAF.code)
"""What is said of a § that would be a rubrik and nothing else."""


def _headings_of_their_own(one: hus.Written) -> tuple[str, ...]:
    """What somebody has typed as a rubrik stands there, also where nothing is typed below it; in a
    protokoll only where that has been told."""
    reading = one.reading
    alone = range(len(reading.meeting.arenden))
    if one.job.typ in PROTOKOLLET:
        found = [f.at for f in check(reading, Before.PROTOKOLL) if f.code in TOLD]
        alone = [i for i in alone if any(at.startswith(f"ärenden[{i}]") for at in found)]
    rubriker = tuple(reading.meeting.arenden[i].rubrik for i in alone)
    if isinstance(reading.own, Foreskrift):
        rubriker += tuple(plain(row.text) for row in reading.own.bestammelser)
    return rubriker


def _level(paragraph: Paragraph) -> int | None:
    style = paragraph.style
    while style is not None:
        found = re.fullmatch(r"Heading (\d)", str(style.name))
        if found:
            return int(found[1])
        style = style.base_style
    return None


@BOTH_HOUSES
@EACH_TYPE
def test_no_tag_is_left_in_any_part(house: str, typ: str) -> None:
    for file, one in hus.of(house, typ).items():
        with zipfile.ZipFile(io.BytesIO(one.word)) as package:
            for part in package.namelist():
                if part.startswith("word/") and part.endswith(".xml"):
                    assert not re.search(rb"\{\{|\{%|%\}|\}\}", package.read(part)), (file, part)


@BOTH_HOUSES
@EACH_TYPE
def test_what_is_made_passes_the_lint_of_templates_and_looks_as_styles_say(
    house: str, typ: str
) -> None:
    for file, one in hus.of(house, typ).items():
        assert list(_lint(one.word)) == [], file


COUNTED = "lista"
"""A numbered list has a number of its own, or it would go on counting where the one before ended:
said of its paragraphs and not of their style, which says how they count and look."""


def _lint(word: bytes) -> Iterator[tuple[str, str, str]]:
    """What `gen mall kontrollera` says of the form of a Word file, and of its styles: code, value
    and where."""
    package = opc.read(word)
    (styles,) = package.related(package.main, "styles")
    levels = Styles.of(opc.parse(package.parts[styles]), None).headings
    for name, kind in docx_parts(package):
        if kind == opc.CORE_PROPERTIES:
            continue
        root = opc.parse(package.parts[name])
        part = form.Part(root, Outline.of(root, PARTS[kind], levels=levels), ())
        found = [*form.faults(part, levels), *form.strange_styles(part, package, package)]
        for refused in found:
            value = str(refused.facts.get("value", ""))
            if value != COUNTED:
                yield refused.kind.code, value, str(refused.place)
    for language in form.languages(package):
        if language != form.SWEDISH:
            yield "språk", language, ""


# -- the PDFs ---------------------------------------------------------------------------


PARTED = {
    # LibreOffice leaves Beslutet skickas till and the rubrik below it alone at the end of a page,
    # though both are to keep with the next (docs/architecture.md); rdocx takes them along.
    "lund-fullt-0-utdrag-paragraf-31",
    # And so it leaves Beslutsgång, whose first paragraph has two lines and may not be parted.
    "lund-fullt-under-utdrag-paragraf-61-utkast",
}
"""The documents of which a page ends otherwise, each with its reason."""

PARAGRAF = re.compile(r"§\s*(\d+)")


@pytest.mark.behover("libreoffice")
@BOTH_HOUSES
@EACH_TYPE
def test_both_engines_give_the_same_pages_with_the_same_text(
    pdfs: dict[str, dict[str, bytes]], house: str, typ: str
) -> None:
    for file in hus.of(house, typ):
        one, other = (hus.pages(pdfs[engine][file]) for engine in ENGINES)
        assert len(one) == len(other), file
        if file in PARTED:
            assert sorted("".join(one)) == sorted("".join(other)), file
            continue
        found = [[PARAGRAF.findall(page) for page in pages] for pages in (one, other)]
        assert found[0] == found[1], file
        assert one == other, file


@pytest.mark.behover("libreoffice", "verapdf")
def test_verapdf_confirms_them_all(pdfs: dict[str, dict[str, bytes]], tmp_path: Path) -> None:
    files = pdfs["libreoffice"]
    numbered = {f"{number}": pdf for number, pdf in enumerate(files.values())}
    found = verapdf.failures(numbered, tmp_path)
    failed = {
        file: found[f"{number}"]
        for number, file in enumerate(files)
        if found[f"{number}"] != verapdf.PASSES
    }
    assert failed == {}
