"""Every document type in both houses, with the fullest workbook that it can be made of and with the
emptiest: nothing empty, stray or doubled on any page, both engines alike, the PDFs accessible.

A type that is added is here by itself. What each of them says is tested with the type.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import angsbro
import docx
import minst
import pytest
import verapdf
from bok import KSAU
from docx.document import Document as Word
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

from gen import documents, planning
from gen.checks import check
from gen.convert import Document, to_pdf
from gen.docx import render
from gen.jobs import BREVPAPPER, MALL, Job
from gen.mall import fullt
from gen.mall.skrivet import readings as skrivet
from gen.pdf.engines import choose
from gen.pdf.metadata import Metadata
from gen.planning import plan
from gen.stages import Before
from gen.templates import Templates, on_letterhead
from gen.workbook.read import Reading, read, read_register

ENGINES = ("libreoffice", "inbyggd")
TYPES = sorted(documents.types())
HOUSES: Mapping[str, Path | None] = {"lund": None, "ängsbro": angsbro.TEMPLATES}
BOTH_HOUSES = pytest.mark.parametrize("house", HOUSES)


@dataclass(frozen=True)
class Made:
    """A document as a Word file, with what it was made from."""

    job: Job
    reading: Reading
    word: bytes


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    """The fullest workbooks, the emptiest, and two meetings: the second house's own, and Lund's."""
    full = {f"fullt-{number}": one for number, one in enumerate((fullt.meeting(), *skrivet()))}
    small = minst.emptiest(tmp_path_factory.mktemp("minst"))
    meetings = {path.stem: read(path) for path in (angsbro.MEETING, KSAU)}
    return {**full, **{f"minst-{name}": one for name, one in small.items()}, **meetings}


ONLY_IN = {angsbro.MEETING.stem: "ängsbro", KSAU.stem: "ängsbro"}
"""What Lund's meeting looks like in Lund has tests of its own."""


def _in_house(reading: Reading, house: str) -> Reading:
    """The second house writes everything in its own way."""
    if house == "lund":
        return reading
    stil = read_register(angsbro.REGISTER)[0].stil
    return replace(reading, register=reading.register.model_copy(update={"stil": stil}))


@pytest.fixture(scope="module")
def made(readings: dict[str, Reading]) -> dict[str, Made]:
    """Every document of every example, in both houses, by house, example and name."""
    out = {}
    for house, folder in HOUSES.items():
        for name, plain in readings.items():
            if ONLY_IN.get(name, house) != house:
                continue
            reading = _in_house(plain, house)
            types = [t.name for t in documents.types().values() if reading.kind in t.reads]
            for job in plan(reading, types, Templates(folder), utkast=True):
                template = job.resources[MALL]
                letterhead = job.resources[BREVPAPPER].content
                body = on_letterhead(template.content, letterhead, name=template.name)
                word = render(body, job.context, job.resources, name=template.name)
                file = f"{house}-{name}-{job.name}".replace("/", "-")
                assert file not in out
                out[file] = Made(job, reading, word)
    return out


@pytest.fixture(scope="module")
def pdfs(made: dict[str, Made]) -> dict[str, dict[str, bytes]]:
    """By engine, all of them in one call."""
    out = {}
    for name in ENGINES:
        wanted = [
            Document(one.word, Metadata(one.job.title, "2023-03-30T00:00:00+00:00"), file)
            for file, one in made.items()
        ]
        with choose(name) as engine:
            done = to_pdf(engine, wanted)
        made_of = dict(zip(made, done, strict=True))
        assert {file: one.findings for file, one in made_of.items() if one.findings} == {}
        out[name] = {file: one.pdf for file, one in made_of.items() if one.pdf is not None}
        assert out[name].keys() == made.keys()
    return out


EARLY = {"minst-kallat": (Before.PROTOKOLL, Before.ANSLAG), "minst-hållet": (Before.ANSLAG,)}
"""The stages that an example has not come to."""


def test_the_emptiest_workbooks_are_lawful(readings: dict[str, Reading]) -> None:
    """Each document that has come so far is stopped by nothing; so every type is made of one."""
    found = {}
    for name, reading in readings.items():
        if name.startswith("minst-"):
            types = [t for t in documents.types().values() if reading.kind in t.reads]
            due = [type_.name for type_ in types if list(type_.drafts(reading))]
            due = [typ for typ in due if documents.types()[typ].before not in EARLY.get(name, ())]
            stopped = planning.stopped(check(reading), due, strict=False)
            assert stopped == {}, name
            found[name] = due
    assert {typ for due in found.values() for typ in due} == set(TYPES)


def of(made: Mapping[str, Made], house: str, typ: str) -> dict[str, Made]:
    """The documents of a type; there must be some, or nothing would be shown."""
    out = {
        file: one
        for file, one in made.items()
        if file.startswith(f"{house}-") and one.job.typ == typ
    }
    assert out, f"inget exempel ger {typ}"
    return out


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
@pytest.mark.parametrize("typ", TYPES)
def test_nothing_is_stray_doubled_or_left_of_a_template(
    made: dict[str, Made], house: str, typ: str
) -> None:
    for file, one in of(made, house, typ).items():
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
@pytest.mark.parametrize("typ", TYPES)
def test_no_heading_is_empty_or_has_nothing_below_it(
    made: dict[str, Made], house: str, typ: str
) -> None:
    for file, one in of(made, house, typ).items():
        rubriker = tuple(arende.rubrik for arende in one.reading.meeting.arenden)
        body = list(_inside(docx.Document(io.BytesIO(one.word))))
        levels = [_level(paragraph) for paragraph, _ in body]
        for (paragraph, in_cell), level, place in zip(body, levels, range(len(body)), strict=True):
            told = (file, paragraph.style.name, paragraph.text)
            if not in_cell and paragraph.style.name not in SPACE:
                assert paragraph.text.strip(), told
            if level is None or paragraph.text.endswith(rubriker):
                continue  # an ärende of which nothing more is known is there all the same
            below = [
                (after, at)
                for (after, _), at in zip(body[place + 1 :], levels[place + 1 :], strict=True)
                if after.text.strip()
            ]
            assert below, told
            assert below[0][1] is None or below[0][1] > level, told


def _level(paragraph: Paragraph) -> int | None:
    style = paragraph.style
    while style is not None:
        found = re.fullmatch(r"Heading (\d)", str(style.name))
        if found:
            return int(found[1])
        style = style.base_style
    return None


@BOTH_HOUSES
@pytest.mark.parametrize("typ", TYPES)
def test_no_tag_is_left_in_any_part(made: dict[str, Made], house: str, typ: str) -> None:
    for file, one in of(made, house, typ).items():
        with zipfile.ZipFile(io.BytesIO(one.word)) as package:
            for part in package.namelist():
                if part.startswith("word/") and part.endswith(".xml"):
                    assert not re.search(rb"\{\{|\{%|%\}|\}\}", package.read(part)), (file, part)


# -- the PDFs ---------------------------------------------------------------------------


def pages(pdf: bytes) -> list[str]:
    """The text of each page without blanks: where a line breaks is no difference."""
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


PARAGRAF = re.compile(r"§\s*(\d+)")


@pytest.mark.behover("libreoffice")
@BOTH_HOUSES
@pytest.mark.parametrize("typ", TYPES)
def test_both_engines_give_the_same_pages_with_the_same_text(
    made: dict[str, Made], pdfs: dict[str, dict[str, bytes]], house: str, typ: str
) -> None:
    for file in of(made, house, typ):
        one, other = (pages(pdfs[engine][file]) for engine in ENGINES)
        assert len(one) == len(other), file
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
