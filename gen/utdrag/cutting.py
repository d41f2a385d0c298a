"""A workbook in, the protokoll made or taken as it was signed, cut, and its utdrag placed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from gen import __version__, findings
from gen.building import Options
from gen.documents import bestyrkande
from gen.documents.utdrag import Utdrag
from gen.filenames import folder_name
from gen.findings import Finding
from gen.forked import spread
from gen.jobs import JSON
from gen.pdf.contract import Engine, label
from gen.pdf.source import Source
from gen.recipe import Derived, Outcome, also, foreseen, make_of
from gen.source import at
from gen.store import NOTHING_PLACED, Placed, Store
from gen.utdrag.cuttable import Cuttable, Protokoll, assembled, key, opened, signed_at, whole
from gen.utdrag.cuttable import without_rubriker as cleared
from gen.utdrag.doubts import Judged, judged
from gen.utdrag.extracts import Extract, Wish, extracts, ready, wanted
from gen.workbook.kinds import read_any

ANSLAG: Final = "anslag"

WORTH_A_PROCESS: Final = 50
"""Extracts: a fifth of a second of cutting."""


def cut_utdrag(engine: Engine, workbook: Path, options: Options, wish: Wish) -> Outcome:
    """Makes the protokoll where that is not given, and cuts it. Errors: `recipe.make`.

    The page that says that they are true is made with them only. UsageError: the signed protokoll
    is not there; DataError: it cannot be cut.
    """
    signed = signed_at(wish.signed)
    reading = read_any(workbook, options.register)
    # A protokoll that was signed before it was posted gets the page that was made afterwards.
    types = ["protokoll"] if signed is None else [] if signed.places.anslag else [ANSLAG]
    if reading.alone or any(ready(wanted(reading, options, wish), options)):
        types = [bestyrkande.NAME, *types]
    done = make_of(engine, reading, workbook, types, options)
    return cut_from(done, engine, workbook, options, wish, signed)


def cut_from(
    done: Outcome,
    engine: Engine,
    workbook: Path,
    options: Options,
    wish: Wish,
    signed: Protokoll | None = None,
) -> Outcome:
    """The same where the protokoll and the bestyrkande are made already, as `done` tells.

    `signed`: the protokoll to cut instead.
    """
    reading = done.reading
    asked = wanted(reading, options, wish)
    some = ready(asked, options)
    refused = [] if options.patient else [one for one in asked if one not in some]
    unsigned = list(_unsigned(refused))
    told = [*unsigned, *_confidential(some)]
    halted = {**done.stopped, **({"utdrag": len(unsigned)} if refused else {})}
    done = replace(done, findings=(*done.findings, *told), stopped=halted, held=len(refused))
    if "protokoll" in done.stopped or bestyrkande.NAME in done.stopped or not some:
        return replace(done, empty=() if refused else ("utdrag",)) if not some else done
    files = list(extracts(some, reading.register, wish))
    folder = options.out / folder_name(workbook.stem)
    if options.dry:
        return _foreseen(done, files, signed, engine, options, folder)
    done = replace(done, derived=(*done.derived, *_derived(files)))
    if done.faults:
        return done
    return _cut(done, files, signed, engine, options, folder)


def _unsigned(refused: Iterable[Utdrag]) -> Iterator[Finding]:
    for path in sorted({path for one in refused for path in one.waits_for}):
        yield findings.MISSING_VALUE(path, value="Justerat", stoppar=frozenset({"utdrag"}))


def _confidential(some: Iterable[Utdrag]) -> Iterator[Finding]:
    for one in some:
        if one.arende.sekretess:
            place = f"ärenden[{one.index}].sekretess"
            yield findings.CONFIDENTIAL_EXTRACT(place, number=one.paragraf)


def _derived(files: Iterable[Extract]) -> Iterator[Derived]:
    return (Derived("utdrag", one.file, one.title) for one in files)


def _judged(
    done: Outcome, files: Sequence[Extract], protokoll: dict[str, Protokoll], *, posted: bool
) -> tuple[Judged, list[Extract]]:
    """What there is to doubt of the protokoll, and the files that can be made all the same."""
    organ = done.reading.register.find_organ(done.reading.meeting.organ)
    parts = (one for extract in files for one in extract.parts)
    about = judged(parts, protokoll, organ, posted=posted)
    possible = [
        extract
        for extract in files
        if about.refused.isdisjoint((one.protokoll, one.paragraf) for one in extract.parts)
    ]
    return about, possible


def _foreseen(
    done: Outcome,
    files: list[Extract],
    signed: Protokoll | None,
    engine: Engine,
    options: Options,
    folder: Path,
) -> Outcome:
    """What would be cut: of a protokoll that is there already it is known what can be."""
    if signed is not None:
        protokoll = _protokoll(done, files, signed, None)
        posted = any(job.typ == ANSLAG for job in done.jobs)
        about, files = _judged(done, files, protokoll, posted=posted)
        done = also(done, folder, NOTHING_PLACED, (), about.findings)
    done = replace(done, derived=(*done.derived, *_derived(files)))
    return foreseen(done, engine, folder, options.policy)


def _protokoll(
    done: Outcome, files: Iterable[Extract], signed: Protokoll | None, store: Store | None
) -> dict[str, Protokoll]:
    """Those that the files are cut from, by name, without what names other §§."""
    firsts = {one.protokoll: one for extract in files for one in extract.parts}
    out: dict[str, Protokoll] = {}
    for name, one in sorted(firsts.items()):
        if signed is not None:
            held = signed
        else:
            assert store is not None
            content = store.read(f"{name}.pdf")
            assert content is not None
            held = opened(content, f"{name}.pdf")
        out[name] = cleared(held, done.reading.meeting, one.part.paragrafer)
    return out


def _cut(
    done: Outcome,
    files: list[Extract],
    signed: Protokoll | None,
    engine: Engine,
    options: Options,
    folder: Path,
) -> Outcome:
    author, motor = done.reading.register.kommun.namn, label(engine)
    with Store(folder, version=__version__) as store:
        protokoll = _protokoll(done, files, signed, store)
        cuttable = {name: _with_pages(store, name, held) for name, held in protokoll.items()}
        posted = all(one.bevis is not None for one in cuttable.values())
        about, possible = _judged(done, files, protokoll, posted=posted)
        keys = {one.file: key(one, cuttable) for one in possible}
        standing = [name for name in keys if (store.facts(name) or {}).get("nyckel") == keys[name]]
        due = {one.file: one for one in possible if one.file not in standing}
        keep = store.protect(due, options.policy)
        left = {name: extract for name, extract in due.items() if name not in keep}
        finished = options.step(f"Klipper {len(left)} utdrag", len(left))
        cut = spread(
            lambda extract: assembled(extract, cuttable, author, motor),
            list(left.values()),
            worth=WORTH_A_PROCESS,
            done=finished,
        )
        placed: dict[str, Placed] = {}
        told = [*about.findings]
        for name, made in zip(left, cut, strict=True):
            facts: dict[str, JSON] = {"typ": "utdrag", "motor": motor, "nyckel": keys[name]}
            placed[name] = Placed(made.pdf, facts)
            told += [found.about(at(name)) for found in made.findings]
        report = store.place(placed, policy=options.policy, keep=keep)
        told += _withdrawn(store, files, possible)
    return also(done, folder, report, standing, dict.fromkeys(told))


def _withdrawn(store: Store, files: Iterable[Extract], made: list[Extract]) -> Iterator[Finding]:
    """What earlier runs made and this one does not, or replaces, is gone: it might be sent."""
    now = {one.file for one in made}
    old = [name for one in files for name in (one.file, one.other) if name not in now]
    gone, theirs = store.withdraw(old)
    for name in gone:
        yield findings.OLD_EXTRACT_GONE(at(name), value=name)
    for name in theirs:
        yield findings.OLD_EXTRACT_EDITED(at(name), value=name)


def _with_pages(store: Store, name: str, held: Protokoll) -> Cuttable:
    """The protokoll with the pages that gen has made to go behind every § of it."""
    bevis = None
    if not held.places.anslag:
        bevis = _source(store, f"{ANSLAG}{name.removeprefix('protokoll')}.pdf")
    page = _source(store, f"{bestyrkande.of(name)}.pdf")
    assert page is not None
    return Cuttable(held, bevis, page)


def _source(store: Store, name: str) -> Source | None:
    content = store.read(name)
    return None if content is None else whole(content, name)
