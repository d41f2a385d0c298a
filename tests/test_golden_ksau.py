"""The protokoll of the KSAU meeting against the real one: every fact and sentence, in its order.

The seed is Lunds kommun's own protokollsutdrag, as text. What differs is listed here, one
place a line; a difference that no longer occurs fails the test as well.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader

import gen
from gen.building import Options

ROOT = Path(__file__).parent.parent
SEED = ROOT / "tests" / "golden" / "protokollsutdrag-ksau-2023-03-06.txt"

# The parts of the seed, by the line that each begins with, and where they stand in ours.
PARTS = {
    "paragraf": "## **§ 50",
    "försättsblad": "## Kommunstyrelsens arbetsutskott",
    "underskrifter": "## Underskrifter",
    "anslag": "## ANSLAG/BEVIS",
}
# The headers of the seed's own pages, which fell into its text; ours stand on every page.
SEED_PAGE_HEADERS = (
    ("paragraf", "Sammanträdesdatum 2023-03-06"),
    ("försättsblad", "Sammanträdesdatum 2023-03-06 Diarienummer KS 2022/0782"),
)
HEADER = (
    "Lunds kommun Protokoll Sida {page} ({pages}) Kommunstyrelsens arbetsutskott "
    "Sammanträdesdatum 2023-03-06 Diarienummer KS 2022/0782"
)


@dataclass(frozen=True)
class Difference:
    """One place where ours differs, on purpose."""

    part: str
    seed: str
    ours: str
    why: str


DIFFERENCES = (
    Difference("försättsblad", "", "Justering", "layout: the third group has a heading too"),
    Difference(
        "underskrifter", "", "Signerat digitalt", "layout: no pen signs a digital protokoll"
    ),
    Difference("underskrifter", "", "Signerat digitalt", "the same, the chair"),
    Difference("underskrifter", "", "Signerat digitalt", "the same, the justerare"),
    Difference("anslag", "ANSLAG/BEVIS", "Anslag/bevis", "layout: capitals are not for shouting"),
    Difference(
        "anslag",
        "Justerare Utdragsbestyrkande",
        "",
        "layout: boxes for initials in the footer are left out with digital justering",
    ),
)


def words(text: str) -> list[str]:
    """The words as they are read: one kind of blank, no marks of lists and headings."""
    text = unicodedata.normalize("NFC", text).replace("\u00a0", " ")
    text = re.sub(r"[”“]", '"', text)
    return re.sub(r"\*\*|^#+ |^---$|^- |^[–•] ", "", text, flags=re.MULTILINE).split()


def seed_parts() -> dict[str, list[str]]:
    text = SEED.read_text(encoding="utf-8")
    starts = [text.index(head) for head in PARTS.values()]
    ends = [*starts[1:], len(text)]
    parts = {
        name: " ".join(words(text[a:b])) for name, a, b in zip(PARTS, starts, ends, strict=True)
    }
    for part, header in SEED_PAGE_HEADERS:
        assert parts[part].count(header) == 1
        parts[part] = parts[part].replace(header, "")
    return {name: part.split() for name, part in parts.items()}


def our_parts(pdf: Path) -> dict[str, list[str]]:
    """The words of our pages, without the header that each page has."""
    pages = [words(page.extract_text()) for page in PdfReader(pdf).pages]
    bodies = []
    for number, page in enumerate(pages, 1):
        header = HEADER.format(page=number, pages=len(pages)).split()
        assert page[: len(header)] == header
        bodies.append(page[len(header) :])
    start = next(i for i, body in enumerate(bodies) if body[:2] == ["§", "50"])
    return {
        "paragraf": [word for body in bodies[start:-2] for word in body],
        "försättsblad": bodies[0],
        "underskrifter": bodies[-2],
        "anslag": bodies[-1],
    }


@pytest.mark.parametrize(
    "engine", [pytest.param("libreoffice", marks=pytest.mark.behover("libreoffice")), "inbyggd"]
)
def test_every_fact_and_sentence_of_the_seed_is_in_the_pdf(engine: str, tmp_path: Path) -> None:
    outcome = gen.build(
        ROOT / "data" / "ksau-2023-03-06.xlsx",
        ["protokoll"],
        Options(out=tmp_path, engine=engine),
    )
    assert outcome.exit_code == 0
    ours, seed = our_parts(tmp_path / "ksau-2023-03-06" / "protokoll.pdf"), seed_parts()
    found = [
        (part, " ".join(seed[part][a:b]), " ".join(ours[part][c:d]))
        for part in PARTS
        for kind, a, b, c, d in difflib.SequenceMatcher(
            None, seed[part], ours[part], autojunk=False
        ).get_opcodes()
        if kind != "equal"
    ]
    assert found == [(d.part, d.seed, d.ours) for d in DIFFERENCES]


def test_the_differences_are_few_and_never_a_name_a_number_or_a_date() -> None:
    assert len(DIFFERENCES) <= 12
    for difference in DIFFERENCES:
        assert not re.search(r"\d", difference.seed + difference.ours)
        assert difference.why
