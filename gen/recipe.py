"""The recipe: read → check → plan → render → convert → place. A workbook in, files out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from gen import __version__, documents, granskat, regler
from gen.building import Options
from gen.checks import check
from gen.convert import Document, Made, label, to_pdf
from gen.docx import render
from gen.filenames import folder_name
from gen.findings import Finding, Level
from gen.jobs import BREVPAPPER, JSON, MALL, Job
from gen.pdf import glyphs
from gen.pdf.contract import Engine
from gen.pdf.metadata import Metadata
from gen.planning import chosen, needed_by, own_folder, plan, stopped
from gen.regler import UNCHANGED, Changed
from gen.source import at
from gen.store import Placed, Policy, Store
from gen.templates import Templates, on_letterhead
from gen.workbook.kinds import read_any
from gen.workbook.read import Reading


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. `stopped`: document types not made, with the number of findings that
    stopped each; `accepted`: findings that somebody has looked at, with a reason on the sheet
    Granskat; `changed`: what the register has at another level, or silent; `faults`: documents
    that the engine could not convert; paths as written. `empty`: types of which the workbook has
    nothing to make."""

    reading: Reading
    findings: tuple[Finding, ...]
    stopped: Mapping[str, int]
    jobs: tuple[Job, ...] = ()
    engine: str = ""
    accepted: tuple[Finding, ...] = ()
    changed: Changed = UNCHANGED
    faults: tuple[Finding, ...] = ()
    placed: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    set_aside: Mapping[Path, Path] = field(default_factory=dict)
    empty: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 done, 1 the data has fel, 3 an engine failed (design section 3)."""
        return 3 if self.faults else int(any(f.level is Level.FEL for f in self.findings))


def make(engine: Engine, workbook: Path, types: Sequence[str], options: Options) -> Outcome:
    """Makes the documents of those types. GenError with its exit code when nothing can be made."""
    wanted = documents.chosen(types)
    reading = read_any(workbook, options.register)
    selection = chosen(reading, options.arenden, options.paragrafer)
    found = check(reading, needed_by(wanted, utkast=options.utkast))
    names = [type_.name for type_ in wanted]
    halted = stopped(found, names, strict=options.strict)
    templates = Templates(options.templates or own_folder(reading))
    jobs = plan(reading, [name for name in names if name not in halted], templates, selection)
    made = {job.typ for job in jobs}
    empty = tuple(name for name in names if name not in halted and name not in made)
    done = Outcome(
        reading,
        found.findings,
        halted,
        jobs,
        label(engine),
        found.accepted,
        found.changed,
        empty=empty,
    )
    if options.dry or not jobs:
        return done
    return _made(done, engine, options.out / folder_name(workbook.stem), options.policy)


def _made(done: Outcome, engine: Engine, folder: Path, policy: Policy) -> Outcome:
    """Renders, converts and places what does not stand there already."""
    keys = {job.name: job.key(__version__, f"{done.engine} {engine.fonts}") for job in done.jobs}
    with Store(folder, version=__version__) as store:
        due = [job for job in done.jobs if not _stands(store, job, keys[job.name])]
        keep = store.protect([name for job in due for name in _names(job)], policy)
        words = [_document(job, store, keep, done.reading) for job in due]
        made = to_pdf(engine, words) if words else []
        files: dict[str, Placed] = {}
        kept: dict[str, str] = {}
        for job, document, result in zip(due, words, made, strict=True):
            if result.pdf is None:
                continue
            word, pdf = _names(job)
            facts: dict[str, JSON] = {"typ": job.typ, "motor": done.engine}
            # What is made from a person's edited file follows that file, not this job.
            facts |= {"av": keep[word]} if word in keep else {"nyckel": keys[job.name]}
            files[word] = Placed(document.docx, facts)
            files[pdf] = Placed(result.pdf, facts)
            kept |= {name: keep[name] for name in (word, pdf) if name in keep}
        report = store.place(files, policy=policy, keep=kept)
    told = (finding for result in made for finding in _told(result, done.reading))
    late, changed = regler.applied((*told, *report.findings), done.changed.levels)
    matched = granskat.match(late, done.reading.granskat, done.reading.meeting)
    standing = [name for job in done.jobs if job not in due for name in _names(job)]
    return replace(
        done,
        findings=(*done.findings, *matched.left),
        accepted=(*done.accepted, *matched.accepted),
        changed=done.changed.also(changed),
        faults=tuple(result.fault for result in made if result.fault is not None),
        placed=tuple(folder / name for name in report.placed),
        unchanged=tuple(folder / name for name in (*standing, *report.unchanged)),
        kept=tuple(folder / name for name in report.kept),
        set_aside={folder / old: folder / new for old, new in report.set_aside.items()},
    )


def _names(job: Job) -> tuple[str, str]:
    return f"{job.name}.docx", f"{job.name}.pdf"


def _stands(store: Store, job: Job, key: str) -> bool:
    """Whether both files stand as this very job made them: then there is nothing to do."""
    return all((store.facts(name) or {}).get("nyckel") == key for name in _names(job))


def _document(job: Job, store: Store, keep: Mapping[str, str], reading: Reading) -> Document:
    """The Word file that the PDF is made of: a person's, where it is kept, else a fresh one."""
    word, _ = _names(job)
    edited = store.read(word) if word in keep else None
    meta = Metadata(
        title=job.title,
        # A day without an hour: the moment is named in UTC, so that it is one everywhere.
        created=f"{job.created}T00:00:00+00:00",
        author=reading.register.kommun.namn,
    )
    return Document(_rendered(job) if edited is None else edited, meta, at(word))


def _rendered(job: Job) -> bytes:
    template, letterhead = job.resources[MALL], job.resources[BREVPAPPER]
    body = on_letterhead(template.content, letterhead.content)
    files = {role: r.content for role, r in job.resources.items() if role not in (MALL, BREVPAPPER)}
    return render(body, job.context, files, name=template.name)


def _told(made: Made, reading: Reading) -> Iterator[Finding]:
    """What the conversion has to say; a character that no font holds is told at its cells."""
    yield from made.findings
    for sign in sorted(made.missing):
        paths = [path for path, place in reading.source.places.items() if sign in place.raw]
        for path in paths or [at(reading.source.file)]:
            yield glyphs.finding(sign, path)
