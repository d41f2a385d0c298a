"""A workbook in, all that it has data for and whose stage has come out: `gen allt`.

One reading, one engine, one run: the documents, the utdrag cut from the protokoll, the bundles.
What has nothing to be made of is left without a word; what waits for a later stage is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gen import documents
from gen.building import Options
from gen.bunt import egen, mote
from gen.bunt.bundling import bind_from
from gen.documents import DocumentType, bestyrkande, utdrag
from gen.pdf.contract import Engine
from gen.recipe import Outcome, make_of
from gen.utdrag.cutting import cut_from
from gen.utdrag.extracts import Wish
from gen.workbook.kinds import read_any
from gen.workbook.read import Reading
from gen.workbook.which import Which


def make_everything(
    engine: Engine, workbook: Path, options: Options, *, secret: bool = False
) -> Outcome:
    """Makes it. Errors: `recipe.make`. `secret`: bundles hold what is secret too."""
    options = replace(options, patient=True)
    reading = read_any(workbook, options.register)
    due = [type_.name for type_ in _made_of(reading) if type_.due(reading)]
    # The utdrag are cut from the protokoll, not made each as a document of its own; where §§ share
    # pages there is nothing to cut.
    cut = utdrag.TYPE.name in due and reading.register.stil.ny_sida
    types = [bestyrkande.NAME if cut and name == utdrag.TYPE.name else name for name in due]
    done = make_of(engine, reading, workbook, types, options)
    if cut:
        done = cut_from(done, engine, workbook, options, Wish())
    kinds = mote.KINDS if reading.kind is Which.MOTE else egen.kinds(reading, due)
    done = bind_from(done, engine, workbook, options, kinds, secret=secret)
    return replace(done, empty=(), later=tuple(_later(reading)))


def _made_of(reading: Reading) -> Iterator[DocumentType]:
    """The types that such a workbook has something for, whether their time has come or not."""
    for type_ in documents.types().values():
        if (
            reading.kind in type_.reads
            and type_.name not in documents.ASKED_FOR
            and _any(type_, reading)
        ):
            yield type_


def _any(type_: DocumentType, reading: Reading) -> bool:
    return next(iter(type_.drafts(reading)), None) is not None


def _later(reading: Reading) -> Iterator[str]:
    """The types of which something, or all, has to wait."""
    for type_ in _made_of(reading):
        if not type_.due(reading) or any(draft.waits_for for draft in type_.drafts(reading)):
            yield type_.name
