"""Every document type in both houses, as Word files: made once for all tests that ask."""

from __future__ import annotations

import functools
import io
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import angsbro
import minst
from bok import KSAU
from pypdf import PdfReader

from gen import documents
from gen.convert import Document, Made, to_pdf
from gen.docx import render
from gen.jobs import BREVPAPPER, MALL, Job
from gen.mall import fullt, skrivet
from gen.pdf.engines import choose
from gen.pdf.metadata import Metadata
from gen.planning import plan
from gen.register import Register
from gen.templates import Templates, on_letterhead
from gen.workbook import example
from gen.workbook.read import Reading, read, read_register

TYPES = sorted(documents.types())
LUND, ÄNGSBRO = "lund", "ängsbro"
HOUSES: Mapping[str, Path | None] = {LUND: None, ÄNGSBRO: angsbro.TEMPLATES}
SMALL = "minst-"


@dataclass(frozen=True)
class Written:
    """A document as a Word file, with what it was made from."""

    house: str
    job: Job
    reading: Reading
    word: bytes


@functools.cache
def readings() -> Mapping[str, Reading]:
    """The fullest workbooks, the emptiest, and two meetings: the second house's own, and Lund's."""
    full = {"fullt-0": fullt.meeting(), "fullt-under": fullt.below()}
    full |= {f"fullt-{n}": one for n, one in enumerate(skrivet.readings(), 1)}
    with tempfile.TemporaryDirectory() as folder:
        small = minst.emptiest(Path(folder))
    meetings = {path.stem: read(path) for path in (angsbro.MEETING, KSAU)}
    return {**full, **{f"{SMALL}{name}": one for name, one in small.items()}, **meetings}


@functools.cache
def written() -> Mapping[str, Written]:
    """By house, workbook and name. Lund's own meeting has tests of its own in Lund."""
    out: dict[str, Written] = {}
    for house, folder in HOUSES.items():
        for name, plain in readings().items():
            if house == LUND and name in (angsbro.MEETING.stem, KSAU.stem):
                continue
            reading = in_house(plain, house)
            types = [t.name for t in documents.types().values() if reading.kind in t.reads]
            for job in plan(reading, types, Templates(folder), utkast=True):
                file = f"{house}-{name}-{job.name}".replace("/", "-")
                out[file] = Written(house, job, reading, word(job))
    return out


def in_house(reading: Reading, house: str) -> Reading:
    """The second house writes everything in its own way."""
    if house == LUND:
        return reading
    stil = read_register(angsbro.REGISTER)[0].stil
    return replace(reading, register=reading.register.model_copy(update={"stil": stil}))


def register(house: str) -> Register:
    """The example's register, as a kommun has it that writes and dresses its papers as the house
    does: the Stil, and in Mallmapp the templates."""
    known = example.REGISTER
    folder = HOUSES[house]
    if folder is None:
        return known
    stil = read_register(angsbro.REGISTER)[0].stil
    kommun = known.kommun.model_copy(update={"mallmapp": str(folder)})
    return known.model_copy(update={"stil": stil, "kommun": kommun})


def word(job: Job, letterhead: bytes | None = None) -> bytes:
    """The job's Word file, on its own letterhead or on another."""
    template = job.resources[MALL]
    body = on_letterhead(
        template.content, letterhead or job.resources[BREVPAPPER].content, name=template.name
    )
    files = {name: one.content for name, one in job.resources.items()}
    return render(body, job.context, files, name=template.name)


def converted(words: Sequence[bytes], engine: str) -> list[Made]:
    """The PDFs, in one call of the engine."""
    meta = Metadata("Prov", "2023-03-30T00:00:00+00:00")
    with choose(engine) as chosen:
        return to_pdf(chosen, [Document(one, meta, "prov") for one in words])


def pages(pdf: bytes) -> list[str]:
    """The text of each page without blanks: where a line breaks is no difference."""
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def of(house: str, typ: str) -> dict[str, Written]:
    """The documents of a type; there must be some, or nothing would be shown."""
    out = {f: one for f, one in written().items() if (one.house, one.job.typ) == (house, typ)}
    assert out, f"inget exempel ger {typ}"
    return out
