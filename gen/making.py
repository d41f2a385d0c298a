"""Jobs in, their finished files out: render → convert. Nothing is placed here.

Imported when something is to be made: Word's and the PDF's libraries take longer to import than a
run that has nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gen.atomic import sha256
from gen.cache import Cache, Kept
from gen.convert import Document, to_pdf
from gen.docx import render
from gen.findings import Finding
from gen.jobs import BREVPAPPER, JSON, MALL, Job, Making
from gen.pdf import glyphs
from gen.pdf.contract import Engine, label
from gen.pdf.metadata import Metadata
from gen.progress import Done, unheard
from gen.source import at
from gen.store import Placed
from gen.templates import on_letterhead
from gen.workbook.read import Reading


def make_files(
    jobs: Mapping[str, Job],
    edited: Mapping[str, bytes],
    engine: Engine,
    reading: Reading,
    cache: Cache,
    done: Done = unheard,
) -> Making:
    """The Word file and the PDF of each job.

    `jobs` by their keys; what the cache holds under one is not made again. `edited`: the Word
    files that persons have changed, by name; a PDF is made from them as they are, and follows
    them, not its job. `done` is told of each that is finished.
    """
    followed = {key for key, job in jobs.items() if job.files[0] in edited}
    known = {key: kept for key in jobs if key not in followed and (kept := cache.get(key))}
    left = {key: job for key, job in jobs.items() if key not in known}
    documents = [_document(job, edited, reading) for job in left.values()]
    done(len(known))
    made = to_pdf(engine, documents, done) if documents else []
    fresh = {
        key: Kept(document.docx, result.pdf, result.findings, result.missing)
        for key, document, result in zip(left, documents, made, strict=True)
        if result.pdf is not None
    }
    cache.put({key: kept for key, kept in fresh.items() if key not in followed})
    ready = {key: kept for key in jobs if (kept := known.get(key) or fresh.get(key)) is not None}
    files: dict[str, Placed] = {}
    for key, kept in ready.items():
        word, pdf = jobs[key].files
        facts: dict[str, JSON] = {"typ": jobs[key].typ, "motor": label(engine)}
        facts |= {"av": sha256(kept.docx)} if key in followed else {"nyckel": key}
        files[word] = Placed(kept.docx, facts)
        files[pdf] = Placed(kept.pdf, facts)
    faults = tuple(result.fault for result in made if result.fault is not None)
    told = [finding for result in made if result.pdf is None for finding in result.findings]
    told += [finding for kept in ready.values() for finding in _told(kept, reading)]
    return Making(files, tuple(told), faults)


def _document(job: Job, edited: Mapping[str, bytes], reading: Reading) -> Document:
    word, _ = job.files
    meta = Metadata(
        title=job.title,
        # A day without an hour: the moment is named in UTC, so that it is one everywhere.
        created=f"{job.created}T00:00:00+00:00",
        author=reading.register.kommun.namn,
    )
    return Document(edited[word] if word in edited else rendered(job), meta, at(word))


def rendered(job: Job) -> bytes:
    """The Word file of a job. TemplateError: its template cannot be filled in."""
    template, letterhead = job.resources[MALL], job.resources[BREVPAPPER]
    body = on_letterhead(
        template.content,
        letterhead.content,
        name=template.name,
        letterhead_name=letterhead.name,
    )
    files = {role: r.content for role, r in job.resources.items() if role not in (MALL, BREVPAPPER)}
    return render(body, job.context, files, name=template.name)


def _told(made: Kept, reading: Reading) -> Iterator[Finding]:
    """What the conversion has to say; a character that no font holds is told at its cells."""
    yield from made.findings
    by_path: dict[str, list[str]] = {}
    for sign in sorted(made.missing):
        paths = [path for path, place in reading.source.places.items() if sign in place.raw]
        for path in paths or [at(reading.source.file)]:
            by_path.setdefault(path, []).append(sign)
    for path, signs in by_path.items():
        yield glyphs.finding(signs, path)
