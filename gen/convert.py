"""Word files in, finished PDFs out: what the engine cannot draw is seen to, and one last pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gen.findings import Finding
from gen.pdf import glyphs, metadata
from gen.pdf.contract import Engine, Fault, label
from gen.pdf.metadata import Metadata
from gen.progress import Done, unheard


@dataclass(frozen=True, slots=True)
class Document:
    """A Word file to convert. `at` is the path or file that findings are to name."""

    docx: bytes
    meta: Metadata
    at: str


@dataclass(frozen=True, slots=True)
class Made:
    """One PDF, or the fault that kept it from being made.

    `missing` are characters that no font of the engine holds: they are drawn as their numbers.
    """

    pdf: bytes | None
    findings: tuple[Finding, ...] = ()
    missing: frozenset[str] = frozenset()
    fault: Finding | None = None


def to_pdf(engine: Engine, documents: Sequence[Document], done: Done = unheard) -> list[Made]:
    """One result a document, in their order. EngineError when the engine itself does not work.

    `done` is told of each that is finished.
    """
    asked = frozenset[str]().union(*(glyphs.unusual(d.docx) for d in documents))
    held = glyphs.drawable(asked, engine.convert) if asked else frozenset[str]()
    prepared = [glyphs.prepare(d.docx, held) for d in documents]
    raw = engine.convert([p.docx for p in prepared], done)
    notes = engine.notes
    return [_finished(engine, *all_) for all_ in zip(documents, prepared, raw, notes, strict=True)]


def _finished(
    engine: Engine,
    document: Document,
    prepared: glyphs.Prepared,
    raw: bytes | Fault,
    notes: Sequence[Finding],
) -> Made:
    told = tuple(note.about(document.at) for note in notes)
    if isinstance(raw, Fault):
        return Made(None, told, fault=raw.finding.about(document.at))
    done = metadata.finish(
        raw,
        document.meta,
        engine=label(engine),
        claims=metadata.CLAIMS.get(engine.name, frozenset()),
        said=prepared.said,
        at=document.at,
    )
    return Made(done.pdf, (*told, *done.findings), prepared.missing)
