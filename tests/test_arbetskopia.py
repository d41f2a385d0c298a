"""The working copy of the protokoll: it shows the förslag where beslutet is another, and cannot be
taken for what is to be signed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import docx
import pytest
from bok import REGISTER, Bok, put
from kommando import gen
from mote import möte
from pypdf import PdfReader

from gen.documents import arbetskopia, protokoll
from gen.workbook import sheets
from gen.workbook.read import Reading

BOTH = "§ 1 En motion | Utfall: Annat beslut | Förslag: avslå motionen | Beslut: bifalla motionen"
MEETING = "KS 2023-03-06"


def context(found: Reading, module: Any = arbetskopia) -> dict[str, Any]:
    (draft,) = module.drafts(found)
    return dict(draft.context)


def remarks(found: Reading, module: Any = arbetskopia, arende: int = 0) -> list[str]:
    """The paragraphs of a § that stand there in the style of the working copy."""
    blocks = [b for d in context(found, module)["ärenden"][arende]["delar"] for b in _blocks(d)]
    styled = [block for block in blocks if block.get("stil") == "arbetskopia"]
    return ["".join(run["text"] for run in block["text"]) for block in styled]


def _blocks(part: dict[str, Any]) -> list[dict[str, Any]]:
    return list(part["innehåll"]["block"])


def test_forslaget_stands_under_a_beslut_that_is_another() -> None:
    found = möte(MEETING, BOTH)
    assert remarks(found) == [
        "Skiljer sig från förslaget:\nKommunstyrelsen beslutar",
        "att avslå motionen.",
    ]
    (beslutet,) = [d for d in context(found)["ärenden"][0]["delar"] if d["del"] == "Beslut"]
    assert "bifalla" in str(_blocks(beslutet)[1])


def test_the_protokoll_to_be_signed_never_shows_it() -> None:
    found = möte(MEETING, BOTH)
    assert remarks(found, protokoll) == []
    assert "avslå" not in str(context(found, protokoll))


@pytest.mark.parametrize(
    "row",
    [
        "§ 1 En motion | Förslag: avslå motionen",
        "§ 1 Samma | Utfall: Annat beslut | Förslag: anta den | Beslut: att Anta den.",
        "§ 1 Utan förslag | Utfall: Annat beslut | Beslut: anta den",
        "§ 1 Nästa gång | Utfall: Bordläggs | Förslag: anta den",
    ],
)
def test_a_beslut_that_does_not_differ_stands_alone(row: str) -> None:
    found = möte(MEETING, row)
    assert remarks(found) == []
    assert context(found)["ärenden"] == context(found, protokoll)["ärenden"]


def test_points_are_numbered_where_the_kommun_numbers_them() -> None:
    row = BOTH.replace("avslå motionen", "avslå motionen | Förslag: tacka motionären")
    found = möte(MEETING, row, register={sheets.STIL: [{"Beslut som": "numrerade meningar"}]})
    assert remarks(found)[1:] == ["1. Avslå motionen.", "2. Tacka motionären."]


def test_it_says_on_each_page_what_it_is_and_has_nowhere_to_sign() -> None:
    found = möte(MEETING, BOTH)
    (draft,) = arbetskopia.drafts(found)
    made = context(found)
    assert draft.name == "protokoll-arbetskopia"
    assert draft.title.startswith("Arbetskopia av protokoll Kommunstyrelsen")
    assert (made["dokument"]["typ"], made["dokument"]["status"]) == ("Arbetskopia", "Ej justerat")
    assert made["underskrifter"] == []
    assert made["stil"] == {"signatur_i_sidfot": False}


def test_there_is_none_when_the_protokoll_is_justerat() -> None:
    assert list(arbetskopia.drafts(möte(f"{MEETING} | Justerat: 2023-03-07", BOTH))) == []


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The utskott decided otherwise than was proposed; not yet justerat."""
    bok = Bok()
    for header in ("Justerat", "Anslaget uppsatt"):
        put(bok.header("Sammanträde", header), None)
    put(bok.cell("Ärenden", "Utfall", "28"), "Annat beslut")
    ws, row = bok["Innehåll"], bok.last("Innehåll") + 1
    for header, value in {"Del": "Beslut", "Text": "bifalla motionen"}.items():
        ws.cell(row, bok.header("Innehåll", header).column, value)
    shutil.copy(REGISTER, tmp_path)
    return bok.save(tmp_path / "möte.xlsx")


def test_it_is_made_beside_the_protokoll_under_a_name_of_its_own(workbook: Path) -> None:
    folder = workbook.parent
    assert gen(folder, "protokoll", workbook.name).returncode == 0
    protocol = (folder / "out" / "möte" / "protokoll.docx").read_bytes()
    done = gen(folder, "arbetskopia", workbook.name)
    assert done.returncode == 0, done.stderr
    out = folder / "out" / "möte"
    assert (out / "protokoll.docx").read_bytes() == protocol
    pages = [page.extract_text() for page in PdfReader(out / "protokoll-arbetskopia.pdf").pages]
    assert all("Arbetskopia" in page for page in pages)
    assert sum("Skiljer sig från förslaget:" in page for page in pages) == 1
    assert "Underskrifter" not in "".join(pages)
    styled = [
        p.text
        for p in docx.Document(str(out / "protokoll-arbetskopia.docx")).paragraphs
        if p.style is not None and p.style.name == "Arbetskopia"
    ]
    assert styled[-1].startswith("att avslå motionen")
    signed = "".join(page.extract_text() for page in PdfReader(out / "protokoll.pdf").pages)
    assert "Underskrifter" in signed
    assert "förslaget:" not in signed
