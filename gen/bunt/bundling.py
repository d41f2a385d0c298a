"""A meeting's workbook in, its bundles in out/ out: `gen handlingar`, `gen protokoll-med-bilagor`.

They are bound from the PDFs that stand in out/, so that what somebody has edited in Word is in them
as it was edited. A bundle whose pieces have not changed is left alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from gen import __version__, findings, told
from gen.building import Options
from gen.bunt import contents, egen, mote
from gen.bunt.binding import bind
from gen.bunt.mote import Bundle, Made
from gen.filenames import folder_name
from gen.findings import Finding, Level
from gen.identity import identity
from gen.jobs import BREVPAPPER, JSON, MALL, Job
from gen.pdf.contract import Engine, label
from gen.pdf.metadata import Metadata
from gen.planning import own_templates
from gen.recipe import Derived, Outcome, also, foreseen, make
from gen.source import at
from gen.store import Placed, Store
from gen.templates import Templates
from gen.workbook.read import Reading

_TOLD: Final = "fynd"
"""The fact of a bundle's file that holds what was to be said of it."""


def make_bundles(
    engine: Engine, workbook: Path, options: Options, kinds: Sequence[str], *, secret: bool
) -> Outcome:
    """Makes the documents that the bundles are of, and binds them. Errors: `recipe.make`."""
    wanted = dict.fromkeys(typ for kind in kinds for typ in _types(kind))
    done = make(engine, workbook, list(wanted), replace(options, patient=True))
    done = replace(done, empty=())
    bound = bind_from(done, engine, workbook, options, kinds, secret=secret)
    if bound.faults:  # what was to be bound could not be converted, and that is told
        return bound
    missing = [
        findings.NOTHING_TO_BIND(at(f"{kind}.pdf"), value=f"{kind}.pdf")
        for kind in kinds
        if kind not in bound.stopped and all(one.typ != kind for one in bound.derived)
    ]
    return replace(bound, findings=(*bound.findings, *missing))


def bind_from(
    done: Outcome,
    engine: Engine,
    workbook: Path,
    options: Options,
    kinds: Iterable[str],
    *,
    secret: bool,
) -> Outcome:
    """The bundles of the documents that are made already, as `done` tells.

    `secret`: what is secret is put in too. A bundle whose main document was stopped is stopped.
    """
    folder = options.out / folder_name(workbook.stem)
    for kind in kinds:
        main = _types(kind)[0]
        if main in done.stopped:
            done = replace(done, stopped={**done.stopped, kind: done.stopped[main]})
        elif options.dry:
            planned = _bundles(kind, done.reading, _planned(done), secret=secret)
            some = [one for one in planned if one.pieces]
            done = replace(done, derived=(*done.derived, *map(_derived, some)))
            done = foreseen(done, engine, folder, options.policy)
        else:
            with Store(folder, version=__version__) as store:
                made = list(_bundles(kind, done.reading, _made(done, folder, store), secret=secret))
                wrong = [f for one in made if not one.pieces for f in one.findings]
                if count := sum(finding.level is Level.FEL for finding in wrong):
                    done = replace(done, stopped={**done.stopped, kind: count})
                some = [one for one in made if one.pieces]
                done = replace(done, derived=(*done.derived, *map(_derived, some)))
                done = _placed(done, made, store, folder, engine, options)
    return done


def _types(kind: str) -> tuple[str, ...]:
    return mote.types(kind) if kind in mote.KINDS else egen.types(kind)


def _bundles(kind: str, reading: Reading, made: Made, *, secret: bool) -> Iterable[Bundle]:
    if kind in mote.KINDS:
        return mote.bundles(kind, reading, made, secret=secret)
    return egen.bundles(kind, reading, made)


def _planned(done: Outcome) -> Made:
    """Stands for the documents of a dry run: there will be something."""
    names = {job.name for job in done.jobs}
    return lambda name: b"" if name in names else None


def _made(done: Outcome, folder: Path, store: Store) -> Made:
    """The documents of this run: what stands there from another may be older than the workbook."""
    there = {*done.placed, *done.unchanged, *done.kept}
    return lambda name: store.read(f"{name}.pdf") if folder / f"{name}.pdf" in there else None


def _derived(bundle: Bundle) -> Derived:
    return Derived(bundle.typ, f"{bundle.name}.pdf", bundle.title)


def _placed(
    done: Outcome,
    some: Sequence[Bundle],
    store: Store,
    folder: Path,
    engine: Engine,
    options: Options,
) -> Outcome:
    templates = own_templates(done.reading, options.templates)
    by_name = {f"{one.name}.pdf": one for one in some if one.pieces}
    fronts = {name: _front(one, templates) for name, one in by_name.items()}
    keys = {name: _key(one, fronts[name], engine) for name, one in by_name.items()}
    said = [finding for one in some for finding in one.findings]
    standing: list[str] = []
    for name in by_name:
        facts = store.facts(name) or {}
        if facts.get("nyckel") == keys[name]:
            standing.append(name)
            said += told.read(facts.get(_TOLD))
    due = [name for name in by_name if name not in standing]
    keep = store.protect(due, options.policy)
    files: dict[str, Placed] = {}
    faults: list[Finding] = []
    author = done.reading.register.kommun.namn
    for name in due:
        if name in keep:
            continue
        bundle = by_name[name]
        ready = options.step(f"Samlar {len(bundle.pieces)} delar i {name}", len(bundle.pieces))
        meta = Metadata(bundle.title, f"{bundle.created}T00:00:00+00:00", author=author)
        bound = bind(engine, bundle.pieces, meta, fronts[name], ready)
        faults += bound.faults
        said += bound.findings
        if bound.pdf is None:  # even a document of ours may be one that somebody has replaced
            said.append(findings.NOTHING_USABLE(at(name), value=name))
            continue
        facts = {
            "typ": bundle.typ,
            "motor": label(engine),
            "nyckel": "" if bound.faults else keys[name],
            _TOLD: told.written(bound.findings),
        }
        files[name] = Placed(bound.pdf, facts)
    report = store.place(files, policy=options.policy, keep=keep)
    done = replace(done, faults=(*done.faults, *faults))
    return also(done, folder, report, standing, dict.fromkeys(said))


def _front(bundle: Bundle, templates: Templates) -> Job:
    return Job(
        contents.NAME,
        contents.NAME,
        bundle.title,
        bundle.created,
        bundle.head,
        {MALL: templates.find(contents.NAME), BREVPAPPER: templates.find(BREVPAPPER)},
    )


def _key(bundle: Bundle, front: Job, engine: Engine) -> str:
    """What the bundle is made from, as one hash."""
    made_of: list[JSON] = [
        [
            piece.title,
            piece.under,
            piece.stamp,
            piece.absent,
            None if piece.pages is None else list(piece.pages),
            piece.name,
            None if piece.content is None else hashlib.sha256(piece.content).hexdigest(),
        ]
        for piece in bundle.pieces
    ]
    page = front.key(identity(), f"{label(engine)} {engine.fonts}")
    return hashlib.sha256(json.dumps([page, made_of], ensure_ascii=False).encode()).hexdigest()
