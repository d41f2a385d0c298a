"""Pieces in, one PDF of all that can be used out: contents first, a bookmark and a link for each.

The contents say on which page each piece begins, and take pages themselves: they are laid out
until they fill as many pages as they count with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gen.bunt import contents
from gen.bunt.pieces import Piece, opened
from gen.findings import Finding
from gen.jobs import Job
from gen.pdf.contract import Engine, label
from gen.pdf.merge import Part, assemble
from gen.pdf.metadata import Metadata
from gen.pdf.source import Source
from gen.pdf.stamp import stamp
from gen.progress import Done, unheard

_ROUNDS: Final = 5
"""Longer page numbers may push the last line to a further page, but hardly twice."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A finished bundle; None where no piece could be used. `left_out`: the places of the pieces
    that are not in it; `faults` are the engine's."""

    pdf: bytes | None
    claims: frozenset[str]
    left_out: tuple[int, ...]
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...]


def bind(
    engine: Engine,
    pieces: Sequence[Piece],
    meta: Metadata,
    front: Job | None,
    done: Done = unheard,
) -> Bound:
    """The bundle. `front` is its contents page without lines, None for a bundle without one.
    `done` is told of each piece that is ready to be bound.

    With contents its pages are called 1, 2, 3; without them each keeps the name that it had.
    """
    held = opened(engine, pieces, meta, done)
    left_out = tuple(place for place, source in enumerate(held.sources) if source is None)
    if len(left_out) == len(pieces):
        return Bound(None, frozenset(), left_out, held.findings, held.faults)
    parts = [
        Part(
            source,
            piece.pages,
            bookmark=piece.title,
            under=piece.under,
            stamp=stamp(piece.stamp) if piece.stamp else None,
        )
        for piece, source in zip(pieces, held.sources, strict=True)
        if source is not None
    ]
    if front is not None:
        parts = [_front(engine, front, pieces, held.sources, meta), *parts]
    made = assemble(parts, meta, engine=label(engine), running=front is not None)
    where = {piece.name: piece.at for piece in reversed(pieces)}
    told = [finding.about(where.get(finding.value, "")) for finding in made.findings]
    return Bound(made.pdf, made.claims, left_out, (*held.findings, *told), held.faults)


def _front(
    engine: Engine,
    job: Job,
    pieces: Sequence[Piece],
    sources: Sequence[Source | None],
    meta: Metadata,
) -> Part:
    lengths = [
        0 if source is None else len(source) if piece.pages is None else len(piece.pages)
        for piece, source in zip(pieces, sources, strict=True)
    ]
    count = 1
    for _ in range(_ROUNDS):
        lines = list(contents.rows(pieces, lengths, count + 1))
        source = contents.page(engine, job, lines, meta)
        if len(source) == count:
            break
        count = len(source)
    return Part(source, leads=_places(pieces, sources))


def _places(
    pieces: Sequence[Piece], sources: Sequence[Source | None]
) -> Mapping[str, tuple[Source, int]]:
    return {
        contents.place(number): (source, piece.pages[0] if piece.pages else 0)
        for number, (piece, source) in enumerate(zip(pieces, sources, strict=True))
        if source is not None
    }
