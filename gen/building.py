"""`gen.build`: the engine is started first, and all the rest is done while it starts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gen.filenames import folder_name
from gen.files import register_places
from gen.manifest import NAME as MANIFEST
from gen.pdf.contract import Engine
from gen.pdf.engines import choose
from gen.pdf.later import Later
from gen.progress import Step, untold
from gen.store import Policy

if TYPE_CHECKING:
    from gen.recipe import Outcome


@dataclass(frozen=True, slots=True)
class Options:
    """How to build. `engine` None: the environment's, else the register's, else the best there is;
    `templates`: a folder
    that goes before the register's and gen's own; `strict`: any fel stops every document.

    `arenden` (Nr or dnr) and `paragrafer` (`50, 52-54`) choose some documents; empty: all.
    `utkast`: also what waits for the protokoll to be justerat; `patient`: what waits is left
    without a word. `workers`: how many LibreOffice
    may work at once; None: one a processor. `cluster`: the address of a Dask cluster.
    `step`: told what is being done."""

    out: Path = Path("out")
    register: Path | None = None
    engine: str | None = None
    templates: Path | None = None
    policy: Policy = Policy.REFUSE
    strict: bool = False
    dry: bool = False
    arenden: tuple[str, ...] = ()
    paragrafer: str = ""
    utkast: bool = False
    patient: bool = False
    workers: int | None = None
    cluster: str | None = None
    step: Step = untold


def build(workbook: Path, types: Sequence[str], options: Options | None = None) -> Outcome:
    """Makes the documents of those types. GenError with its exit code when nothing can be made."""
    options = options or Options()
    with engine_for([workbook], options) as working:
        # LibreOffice takes a second to start. Our own half a second of imports goes on beside it.
        from gen.recipe import make

        done = make(working, workbook, types, options)
        if done.reading.own is None:
            return done
        # What no meeting holds brings its bilagor; those of a meeting come with its handlingar.
        from gen.bunt.bundling import bind_from
        from gen.bunt.egen import kinds

        bundles = kinds(done.reading, types)
        return bind_from(done, working, workbook, options, bundles, secret=False)


def engine_for(workbooks: Sequence[Path], options: Options) -> Engine:
    """The engine asked for; one that starts when it is first used where nothing has changed."""
    engine = choose(
        options.engine,
        registered=_registered(workbooks[0], options),
        workers=options.workers,
        cluster=options.cluster,
    )
    return Later(engine) if all(_looks_done(path, options) for path in workbooks) else engine


def _registered(workbook: Path, options: Options) -> str:
    """The engine that the kommun has chosen; not asked for where a flag or the environment says."""
    if options.engine or os.environ.get("GEN_MOTOR"):
        return ""
    from gen.workbook.glance import motor

    places = register_places(workbook, options.register)
    return next((motor(path) for path in places if path.is_file()), "")


def _looks_done(workbook: Path, options: Options) -> bool:
    """Whether nothing has been saved since the last run: most likely there is nothing to convert.

    Only a guess at whether an engine is worth starting at once; what is done is decided by hashes.
    """
    if options.dry:
        return True
    placed = options.out / folder_name(workbook.stem) / MANIFEST
    read = (workbook, *register_places(workbook, options.register))
    try:
        done = placed.stat().st_mtime
        return all(path.stat().st_mtime < done for path in read if path.exists())
    except OSError:
        return False
