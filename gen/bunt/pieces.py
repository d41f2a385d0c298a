"""What a bundle is of: a document's bytes as somebody has them in, an opened PDF or why not out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gen import cache, findings
from gen.atomic import sha256
from gen.cache import Kept
from gen.convert import Document, Made, to_pdf
from gen.findings import Finding
from gen.identity import identity
from gen.pdf import glyphs
from gen.pdf.contract import Engine, label
from gen.pdf.metadata import Metadata
from gen.pdf.source import Source
from gen.progress import Done, unheard
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
    `pages`: the indexes of those that are in the bundle, None for all of them.
    """

    title: str
    name: str
    at: str
    content: bytes | None
    under: str = ""
    stamp: str = ""
    absent: str = MISSING
    pages: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """The sources of the pieces, in their order; None for one that cannot be used.

    `findings` say what is wrong with those, `faults` which of them the engine could not convert.
    """

    sources: tuple[Source | None, ...]
    findings: tuple[Finding, ...]
    faults: tuple[Finding, ...]


def opened(engine: Engine, pieces: Sequence[Piece], meta: Metadata, done: Done = unheard) -> Opened:
    """Word files become PDFs, all in one batch; what cannot be used is told, the rest goes on.

    `done` is told of each that is ready.
    """
    made = _converted(engine, pieces, meta, done)
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


def _converted(
    engine: Engine, pieces: Sequence[Piece], meta: Metadata, done: Done
) -> dict[int, Made]:
    """The PDFs of the Word files among the pieces, by place; one that was made before is at hand.

    The same bilaga goes to the ledamöter, and into the protokoll that is kept.
    """
    word = {
        place: _document(piece, meta)
        for place, piece in enumerate(pieces)
        if piece.content is not None and piece.content.startswith(_ZIP)
    }
    kept = cache.of()
    keys = {place: _key(document, engine) for place, document in word.items()}
    known = {place: found for place in word if (found := kept.get(keys[place])) is not None}
    left = [place for place in word if place not in known]
    done(len(pieces) - len(left))
    fresh = dict(
        zip(
            left,
            to_pdf(engine, [word[place] for place in left], done) if left else [],
            strict=True,
        )
    )
    kept.put(
        {
            keys[place]: Kept(word[place].docx, one.pdf, one.findings, one.missing)
            for place, one in fresh.items()
            if one.pdf is not None
        }
    )
    held = {place: Made(one.pdf, one.findings, one.missing) for place, one in known.items()}
    return {**fresh, **held}


def _key(document: Document, engine: Engine) -> str:
    made_of = [identity(), label(engine), engine.fonts, sha256(document.docx), document.at]
    about = document.meta
    return json.dumps([*made_of, about.title, about.created, about.author], ensure_ascii=False)


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
