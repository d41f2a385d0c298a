"""What a bundle is of: a document's bytes as somebody has them in, an opened PDF or why not out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gen import findings
from gen.convert import Document, to_pdf
from gen.findings import Finding
from gen.pdf import glyphs
from gen.pdf.contract import Engine
from gen.pdf.metadata import Metadata
from gen.pdf.source import Source
from gen.source import at

MISSING: Final = "saknas"
"""What the contents page says in the place of the page number."""
_PDF, _ZIP = b"%PDF-", b"PK\x03\x04"
_WITHIN: Final = 1024
"""Bytes in which a PDF must begin (ISO 32000-1 annex H.3.4.1): some have words before it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A document of a bundle. `content` is a PDF or a Word file; None: it cannot be had.

    `title` stands in the contents and as a bookmark, below `under` where that is the same for
    neighbours; `name` is the file's, for messages; `at` the path or file that findings name.
    `stamp` is set on its pages. `absent`: what the contents say of it where it is not there.
    """

    title: str
    name: str
    at: str
    content: bytes | None
    under: str = ""
    stamp: str = ""
    absent: str = MISSING


@dataclass(frozen=True, slots=True)
class Opened:
    """The sources of the pieces, in their order; None for one that cannot be used.

    `findings` say what is wrong with those, `faults` which of them the engine could not convert.
    """

    sources: tuple[Source | None, ...]
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...]


def opened(engine: Engine, pieces: Sequence[Piece], meta: Metadata) -> Opened:
    """Word files become PDFs, all in one batch; what cannot be used is told, the rest goes on."""
    word = [place for place, piece in enumerate(pieces) if _is_word(piece.content)]
    documents = [_document(pieces[place], meta) for place in word]
    made = dict(zip(word, to_pdf(engine, documents) if documents else [], strict=True))
    sources: list[Source | None] = []
    told: list[Finding] = []
    faults: list[Finding] = []
    for place, piece in enumerate(pieces):
        content = piece.content
        if place in made:
            result = made[place]
            content = result.pdf
            told += result.findings
            told += [glyphs.finding(sorted(result.missing), piece.at)] if result.missing else []
            faults += [result.fault] if result.fault is not None else []
        source = Source.open(content, piece.name) if content is not None else None
        if isinstance(source, Finding):
            told.append(_reason(piece, source))
            source = None
        sources.append(source)
    return Opened(tuple(sources), tuple(told), tuple(faults))


def _is_word(content: bytes | None) -> bool:
    return content is not None and content.startswith(_ZIP)


def _reason(piece: Piece, wrong: Finding) -> Finding:
    """What is wrong with it, where it stands; endings may lie, so the bytes say what it is."""
    damaged = wrong.code == findings.PDF_DAMAGED.code
    if damaged and piece.content is not None and _PDF not in piece.content[:_WITHIN]:
        return findings.FILE_OF_NO_USE(piece.at, value=piece.name)
    return wrong.about(piece.at)


def _document(piece: Piece, meta: Metadata) -> Document:
    assert piece.content is not None
    own = Metadata(piece.title, meta.created, author=meta.author)
    return Document(piece.content, own, piece.at or at(piece.name))
