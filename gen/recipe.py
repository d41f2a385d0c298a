"""The recipe: read → check → plan → render → convert → place. A workbook in, files out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from gen import __version__, cache, documents, granskat, regler
from gen.building import Options
from gen.checks import check
from gen.filenames import folder_name
from gen.findings import Finding, Level
from gen.identity import identity
from gen.jobs import Job, Making
from gen.pdf.contract import Engine, label
from gen.planning import (
    awaited,
    chosen,
    needed_by,
    own_templates,
    plan,
    stopped,
    stopped_apart,
    waiting,
)
from gen.preview import in_the_way
from gen.progress import Step, untold
from gen.regler import UNCHANGED, Changed
from gen.store import Policy, Report, Store
from gen.workbook.kinds import read_any
from gen.workbook.read import Reading


@dataclass(frozen=True, slots=True)
class Derived:
    """A PDF made of finished documents: an utdrag, a bundle. `name` is its file's, with ending."""

    typ: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. `stopped`: document types not made, with the number of findings that
    stopped each; `accepted`: findings that somebody has looked at, with a reason on the sheet
    Granskat; `changed`: what the register has at another level, or silent; `faults`: documents
    that the engine could not convert; paths as written. `empty`: types of which the workbook has
    nothing to make. `waiting`: those among the `stopped` that are single documents, of what is
    not justerat yet. `blocked`: a dry run has seen that somebody's file would stop it. `derived`:
    what is made of those documents, in a dry run what would be. `held`: how many utdrag wait for
    the justering. `later`: types of which something
    waits for a later stage, where nobody has asked for it."""

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
    waiting: tuple[str, ...] = ()
    blocked: bool = False
    derived: tuple[Derived, ...] = ()
    later: tuple[str, ...] = ()
    held: int = 0

    @property
    def exit_code(self) -> int:
        """0 done, 1 the data has fel, 3 an engine failed, 4 a person's file would be in the way."""
        if self.blocked:
            return 4
        return 3 if self.faults else int(any(f.level is Level.FEL for f in self.findings))


def make(engine: Engine, workbook: Path, types: Sequence[str], options: Options) -> Outcome:
    """Makes the documents of those types. GenError with its exit code when nothing can be made."""
    wanted = [type_.name for type_ in documents.chosen(types)]
    return make_of(engine, read_any(workbook, options.register), workbook, wanted, options)


def make_of(
    engine: Engine, reading: Reading, workbook: Path, types: Sequence[str], options: Options
) -> Outcome:
    """The same of a workbook that is read already."""
    wanted = documents.chosen(types)
    selection = chosen(reading, options.arenden, options.paragrafer)
    found = check(reading, needed_by(wanted))
    names = [type_.name for type_ in wanted]
    waits = waiting(reading, wanted, selection)
    told = not (options.utkast or options.patient)
    refused = [one for one in waits if one.wanted and told]
    said = [f for f in found if not awaited(f, waits) or awaited(f, refused)]
    halted = stopped(
        (f for f in said if options.strict or not awaited(f, waits)), names, strict=options.strict
    )
    templates = own_templates(reading, options.templates)
    rest = [name for name in names if name not in halted]
    asked = not options.patient
    apart = stopped_apart(said, reading, rest)
    jobs = plan(
        reading, rest, templates, selection, utkast=options.utkast, asked=asked, without=apart
    )
    made = {job.typ for job in jobs} | {one.typ for one in refused}
    made |= {name for name in rest if any(one.startswith(f"{name}-") for one in apart)}
    empty = tuple(name for name in rest if name not in made)
    late = {one.name: sum(awaited(f, [one]) for f in said) for one in refused if one.typ in rest}
    done = Outcome(
        reading,
        tuple(said),
        halted | late | apart,
        jobs,
        label(engine),
        found.accepted,
        found.changed,
        empty=empty,
        waiting=tuple(late),
    )
    folder = options.out / folder_name(workbook.stem)
    if options.dry:
        return foreseen(done, engine, folder, options.policy)
    if not jobs:
        return done
    return carried_out(done, engine, folder, options.policy, options.step)


def foreseen(done: Outcome, engine: Engine, folder: Path, policy: Policy) -> Outcome:
    """The plan, and whether a person's file would stop it (`--torrkör`), as far as it is known:
    the documents, and what has been said to be `derived` of them."""
    if done.blocked:
        return done
    by_key = {job.key(identity(), f"{done.engine} {engine.fonts}"): job for job in done.jobs}
    done, by_key = _fit(done, by_key, ())
    told = in_the_way(folder, by_key, policy, [one.name for one in done.derived])
    if told is None:
        return done
    return replace(done, findings=(*done.findings, told), blocked=True)


def carried_out(
    done: Outcome, engine: Engine, folder: Path, policy: Policy, step: Step = untold
) -> Outcome:
    """Makes and places what does not stand there already: the plan's `jobs`."""
    keys = {job.name: job.key(identity(), f"{done.engine} {engine.fonts}") for job in done.jobs}
    with Store(folder, version=__version__) as store:
        standing = [job for job in done.jobs if _stands(store, job, keys[job.name])]
        due = {keys[job.name]: job for job in done.jobs if job not in standing}
        keep = store.protect([name for job in due.values() for name in job.files], policy)
        made = Making()
        edited = {name: content for name in keep if (content := store.read(name)) is not None}
        done, due = _fit(done, due, edited)
        if due:
            finished = step(f"Gör {len(due)} dokument med {done.engine}", len(due))
            # Word's and the PDF's libraries: not imported for a run that has nothing to do.
            from gen.making import make_files

            made = make_files(due, edited, engine, done.reading, cache.of(), finished)
        kept = {name: hash_ for name, hash_ in keep.items() if name in made.files}
        report = store.place(made.files, policy=policy, keep=kept)
    untouched = [name for job in standing for name in job.files]
    return also(replace(done, faults=made.faults), folder, report, untouched, made.findings)


def _fit(
    done: Outcome, due: dict[str, Job], edited: Iterable[str]
) -> tuple[Outcome, dict[str, Job]]:
    """Without the types whose template leaves out what they must say. What stands was made of
    another template; what a person has edited is not made of it."""
    made = [job for job in due.values() if job.files[0] not in edited]
    if not made:
        return done, due
    from gen.mall.krav import lacking  # the tags are read by Word's libraries

    told = lacking(made)
    unfit = {typ: sum(one.stops(typ) for one in told) for one in told for typ in one.stoppar}
    left = tuple(job for job in done.jobs if job.typ not in unfit)
    done = replace(
        done,
        findings=(*done.findings, *told),
        stopped={**done.stopped, **unfit},
        jobs=left,
    )
    return done, {key: job for key, job in due.items() if job.typ not in unfit}


def also(
    done: Outcome,
    folder: Path,
    report: Report,
    untouched: Iterable[str],
    told: Iterable[Finding],
) -> Outcome:
    """With what a placing in the folder did, and what there is to say of it.

    `untouched` are names that stood there already and were not placed.
    """
    late, changed = regler.applied((*told, *report.findings), done.changed.levels)
    matched = granskat.match(late, done.reading.granskat, done.reading.meeting)
    aside = {folder / old: folder / new for old, new in report.set_aside.items()}
    return replace(
        done,
        findings=(*done.findings, *matched.left),
        accepted=(*done.accepted, *matched.accepted),
        changed=done.changed.also(changed),
        placed=(*done.placed, *(folder / name for name in report.placed)),
        unchanged=(*done.unchanged, *(folder / n for n in (*untouched, *report.unchanged))),
        kept=(*done.kept, *(folder / name for name in report.kept)),
        set_aside={**done.set_aside, **aside},
    )


def _stands(store: Store, job: Job, key: str) -> bool:
    """Whether both files stand as this very job made them: then there is nothing to do."""
    return all((store.facts(name) or {}).get("nyckel") == key for name in job.files)
