"""What a bundle holds and on which page each of it begins in, its contents page as a PDF out.

The page is made from the template `innehåll`, as every document is made from one: a kommun has its
own look, and may put the page where it likes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from gen.bunt.pieces import Piece
from gen.convert import Document, to_pdf
from gen.errors import EngineError
from gen.findings import UNREADABLE_PDF, Finding
from gen.jobs import JSON, Job
from gen.making import rendered
from gen.pdf.contract import Engine, label
from gen.pdf.metadata import Metadata
from gen.pdf.signposts import Signpost, put_up
from gen.pdf.source import Source
from gen.source import at

NAME: Final = "innehåll"
"""Of the template, and of the field with the page's own content."""
HEADING: Final = "Innehåll"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the contents: a document, or (`group`) what stands above several of them.

    `page` is the number of the page that it begins on, and `piece` the place of the piece there;
    both are None for what is not in the bundle, of which `absent` is said instead.
    """

    text: str
    group: bool
    page: int | None
    piece: int | None
    absent: str = ""

    @property
    def shown(self) -> str:
        """What stands under Sida."""
        return self.absent if self.page is None else str(self.page)


def rows(pieces: Sequence[Piece], lengths: Sequence[int], first: int) -> Iterator[Row]:
    """The lines. `lengths`: how many pages each piece has, 0 for one that is not in the bundle;
    `first` is the number of the first page after the contents."""
    begins = [first + sum(lengths[:place]) for place in range(len(pieces))]
    numbered = list(enumerate(pieces))
    for under, some in groupby(numbered, key=lambda one: one[1].under):
        group = list(some)
        if under:
            there = next((place for place, _ in group if lengths[place]), None)
            yield Row(under, True, None if there is None else begins[there], there)
        for place, piece in group:
            here = bool(lengths[place])
            yield Row(
                piece.title,
                not under,
                begins[place] if here else None,
                place if here else None,
                "" if here else piece.absent,
            )


def page(engine: Engine, job: Job, lines: Sequence[Row], meta: Metadata) -> Source:
    """The contents laid out, with a link to each piece by the name that `place` gives it.

    `job` is the page without its lines. EngineError: the engine has made nothing that can be used.
    """
    filled = replace(job, context={**job.context, NAME: context(lines)})
    (made,) = to_pdf(engine, [Document(rendered(filled), meta, at(job.name))])
    if made.pdf is None:
        assert made.fault is not None
        raise EngineError(made.fault)
    source = _opened(made.pdf, job, engine)
    posts = [
        Signpost(line.text, line.shown, place(line.piece))
        for line in lines
        if line.piece is not None
    ]
    return _opened(put_up(made.pdf, source, posts), job, engine)


def place(piece: int) -> str:
    """What the place is called that a line leads to."""
    return f"del-{piece + 1}"


def context(lines: Sequence[Row]) -> dict[str, JSON]:
    """What the template knows of the lines."""
    return {
        "rubrik": HEADING,
        "rader": [{"text": r.text, "grupp": r.group, "sida": r.shown} for r in lines],
    }


def _opened(pdf: bytes, job: Job, engine: Engine) -> Source:
    source = Source.open(pdf, f"{job.name}.pdf")
    if isinstance(source, Finding):
        raise EngineError(UNREADABLE_PDF("", value=source.message, motor=label(engine)))
    return source
