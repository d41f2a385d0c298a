"""The protokoll as PDF, from both engines: accessible, archivable, alike, the same every time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
import verapdf
from cells import cell
from pypdf import PdfReader

import gen
from gen.building import Options
from gen.pdf.metadata import CLAIMS

ROOT = Path(__file__).parent.parent
KSAU = ROOT / "data" / "ksau-2023-03-06.xlsx"
ENGINES = ("libreoffice", "inbyggd")
BOTH = pytest.mark.parametrize(
    "engine", [pytest.param("libreoffice", marks=pytest.mark.behover("libreoffice")), "inbyggd"]
)
# What people paste into a cell. The emoji is in few fonts; the line break is Excel's own.
AWKWARD = (
    "Plan & bygg",
    "Ärende <utkast> slut",
    "{{ x }} och {% if y %} och {_{ z }_}",
    "- 415 mnkr",
    "första raden\nandra raden",
    "citat ”så” och 'så' och \"så\"",
    "😀 och 🏛️ och 🇸🇪",
)


def build(out: Path, engine: str, workbook: Path = KSAU) -> tuple[Path, Path]:
    outcome = gen.build(workbook, ["protokoll"], Options(out=out, engine=engine))
    assert outcome.exit_code == 0
    return out / workbook.stem / "protokoll.docx", out / workbook.stem / "protokoll.pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, Path]]:
    """The protokoll of an engine, made once."""
    done: dict[str, tuple[Path, Path]] = {}

    def of(engine: str) -> tuple[Path, Path]:
        if engine not in done:
            done[engine] = build(tmp_path_factory.mktemp(engine), engine)
        return done[engine]

    return of


def fonts(reader: PdfReader) -> list[dict]:
    out = []
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            font = font.get_object()
            out += [f.get_object() for f in font.get("/DescendantFonts", [font])]
    return out


@BOTH
def test_it_is_tagged_titled_in_swedish_with_a_bookmark_a_paragraf(
    made: Callable[[str], tuple[Path, Path]], engine: str
) -> None:
    reader = PdfReader(made(engine)[1])
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "sv-SE"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Protokoll Kommunstyrelsens arbetsutskott 2023-03-06"
    titles = [" ".join(o.title.split()) for o in reader.outline if not isinstance(o, list)]
    assert [t.split(" ")[:2] for t in titles] == [
        ["Kommunstyrelsens", "arbetsutskott"],
        ["§", "49"],
        ["§", "50"],
        ["Underskrifter"],
        ["Anslag/bevis"],
    ]
    assert not any("\n" in o.title for o in reader.outline if not isinstance(o, list))
    for font in fonts(reader):
        descriptor = font["/FontDescriptor"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


@pytest.mark.behover("libreoffice", "verapdf")
def test_verapdf_confirms_what_each_engines_file_claims(
    made: Callable[[str], tuple[Path, Path]], tmp_path: Path
) -> None:
    files = {engine: made(engine)[1].read_bytes() for engine in ENGINES}
    claimed = {engine: {key: [] for key in CLAIMS[engine]} for engine in ENGINES}
    assert claimed["libreoffice"] == verapdf.PASSES
    assert verapdf.failures(files, tmp_path) == claimed


@pytest.mark.behover("libreoffice")
def test_both_engines_give_the_same_pages(made: Callable[[str], tuple[Path, Path]]) -> None:
    pages = [
        [" ".join(page.extract_text().split()) for page in PdfReader(made(engine)[1]).pages]
        for engine in ENGINES
    ]
    assert pages[0] == pages[1]


@BOTH
def test_two_runs_in_two_folders_give_the_same_bytes(
    made: Callable[[str], tuple[Path, Path]], engine: str, tmp_path: Path
) -> None:
    again = build(tmp_path / "igen", engine)
    for first, second in zip(made(engine), again, strict=True):
        assert first.read_bytes() == second.read_bytes()


@BOTH
def test_a_cells_text_is_text(engine: str, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(KSAU, rich_text=True)
    texts = (cell(book, "Innehåll", "Text", row) for row in range(1, 40))
    spot, long, *_ = (text for text in texts if len(str(text.value or "")) > 200)
    spot.value = "\n".join(AWKWARD)
    long.value = "Ö" + "lång text " * 3199 + "slut"
    assert len(long.value) > 31_990
    workbook = tmp_path / KSAU.name
    book.save(workbook)
    shutil.copy(ROOT / "data" / "register.xlsx", tmp_path)
    word, pdf = build(tmp_path / "out", engine, workbook)
    written = "\n".join(p.text for p in docx.Document(word).paragraphs)
    printed = " ".join("".join(p.extract_text() for p in PdfReader(pdf).pages).split())
    for text in (*AWKWARD, long.value):
        assert text in written
    for text in AWKWARD:
        assert " ".join(text.split()) in printed
    assert printed.count("lång") == 3199  # with "text" one would miss those over a page break
