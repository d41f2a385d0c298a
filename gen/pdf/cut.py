"""Some pages of a PDF in, a PDF of just those out: what is not on them is not in it."""

from __future__ import annotations

from collections.abc import Sequence

from gen.pdf.merge import Assembled, Part, assemble
from gen.pdf.metadata import Metadata
from gen.pdf.source import Source


def cut(source: Source, pages: Sequence[int], meta: Metadata, *, engine: str) -> Assembled:
    """The pages, by their indexes from 0, in the order given. The source is as it was.

    `engine` is told as what made the pages. ValueError without any page, IndexError for one that
    is not there.
    """
    return assemble([Part(source, tuple(pages))], meta, engine=engine)
