"""A meeting with handlingar for the tests: four ärenden, their bilagor and what was handed in.

Each file has a word of its own in its text (`word_of`), so that a page tells which it is of.
"""

from __future__ import annotations

import datetime as dt
import functools
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import hus
from docx.document import Document
from pypdf import PdfReader
from test_metadata import swedish
from wordfiles import word

from gen.building import Options
from gen.choices import HELA
from gen.pdf.engines import choose
from gen.pdf.metadata import CLAIMS, Metadata, finish
from gen.workbook import example, new, sheets
from gen.workbook.filling import Filling
from gen.workbook.typed import Facts

SIGNED: Facts = {"justerat": dt.date(2023, 3, 7), "anslaget_uppsatt": dt.date(2023, 3, 8)}
NAMES = {1: "Cykelplan", 2: "Simhall", 3: "Ett barns skola", 4: "Bänkar"}


def word_of(name: str) -> str:
    """The word that stands in the file of that name and nowhere else: letters only."""
    letters = "".join(letter for letter in name.casefold() if letter.isalpha())
    return f"qv{letters}vq"


def docx(name: str, pages: int = 1) -> bytes:
    """A Word file that says its word at the top of each page."""

    def build(document: Document) -> None:
        swedish(document)
        document.core_properties.title = name
        document.add_heading(f"Om {word_of(name)}", 1)
        for page in range(pages):
            line = document.add_paragraph(f"Sida {page + 1} av {word_of(name)}.")
            line.paragraph_format.page_break_before = page > 0

    return word(build=build)


@functools.cache
def pdf(name: str, pages: int = 1, engine: str = "inbyggd") -> bytes:
    """A PDF of ours, tagged, that says its word."""
    with choose(engine) as working:
        (raw,) = working.convert([docx(name, pages)])
    assert isinstance(raw, bytes)
    meta = Metadata(name, "2023-02-14T00:00:00+00:00")
    return finish(raw, meta, engine=f"{engine} 1", claims=CLAIMS[engine]).pdf


def workbook(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    bilagor: Sequence[tuple[int, str, str]] = (),
    form: Facts = SIGNED,
    arenden: Mapping[int, Facts] = {},
    behandling: Sequence[Facts] = (),
    parts: Sequence[Facts] = (),
    bakgrund: Sequence[int] = tuple(NAMES),
    house: str = hus.LUND,
) -> Path:
    """The meeting in `folder`, with `files` beside it. `bilagor`: ärende, its text, its file;
    `bakgrund`: the ärenden whose tjänsteskrivelse is written in the workbook; `house`: whose
    register it has."""
    known = example.meeting()
    rows = dict(known.rows)
    start = dict(known.form(sheets.SAMMANTRADE.name))
    start |= {"första_paragraf": "1", "omfattning": HELA, "sista_paragraf": None}
    start |= {"justerat": None, "anslaget_uppsatt": None, **form}
    rows[sheets.SAMMANTRADE.name] = [start]
    rows[sheets.NARVARO.name] = [{**row, "paragrafer": ""} for row in known.rows["Närvaro"]]
    rows[sheets.ARENDEN.name] = [
        {
            "nr": str(number),
            "rubrik": rubrik,
            "dnr": f"KS 2023/{number:04}",
            "utfall": "Enligt förslaget",
            **arenden.get(number, {}),
        }
        for number, rubrik in NAMES.items()
    ]
    rows[sheets.INNEHALL.name] = [
        row
        for number, rubrik in NAMES.items()
        for row in (
            {"ärende": str(number), "del": "Förslag", "text": f"anta {rubrik.casefold()}"},
            *(
                {"del": "Bilaga", "text": text, "fil": file}
                for nr, text, file in bilagor
                if nr == number
            ),
            *([{"del": "Skickas till – kännedom", "vem": "Socialnämnden"}] if number == 1 else []),
            *([{"del": "Bakgrund", "text": "Så började det."}] if number in bakgrund else []),
        )
    ]
    rows[sheets.BEHANDLING.name] = behandling
    rows[sheets.DELPROTOKOLL.name] = parts
    rows[sheets.GRANSKAT.name] = []
    (folder / "register.xlsx").write_bytes(new.register(hus.register(house)))
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    path = folder / "möte.xlsx"
    made = new.written(Filling(rows), example.REGISTER, example.organ(), example.DAY, "prov")
    path.write_bytes(made)
    return path


def options(path: Path, **how: object) -> Options:
    """Into out/ beside the workbook, with the embedded engine unless another is named."""
    given = {"out": path.parent / "out", "engine": "inbyggd", **how}
    return Options(**given)  # type: ignore[arg-type]


def pages(content: bytes) -> list[str]:
    """The text of each page, with single blanks."""
    reader = PdfReader(io.BytesIO(content))
    return [" ".join(page.extract_text().split()) for page in reader.pages]
