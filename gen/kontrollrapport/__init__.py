"""What a check found in, the kontrollrapport of it out: a Word file and its PDF for people to read.

It is no document of the meeting: `gen allt` does not make it and no fel stops it. But it is made
as they are, through the one recipe, so that a file that somebody has edited is as safe here.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from gen import findings
from gen.building import Options
from gen.errors import UsageError
from gen.filenames import folder_name
from gen.flera import Unread
from gen.jobs import BREVPAPPER, MALL, Job
from gen.kontroll import Kontroll
from gen.kontrollrapport.context import context
from gen.kontrollrapport.overview import title
from gen.pdf.contract import Engine, label
from gen.planning import own_templates
from gen.recipe import Outcome, carried_out
from gen.source import at

NAME = "kontrollrapport"
"""Of the type, its template and its two files."""


def write_each(
    engine: Engine, done: Iterable[Kontroll | Unread], options: Options
) -> dict[Path, Outcome]:
    """The reports of several workbooks, by workbook; of one that could not be read there is none.

    UsageError, before any is made, where two would have one name.
    """
    read = [one for one in done if isinstance(one, Kontroll)]
    folders = Counter(folder_name(one.workbook.stem).casefold() for one in read)
    for one in read:
        if folders[folder_name(one.workbook.stem).casefold()] > 1:
            name = one.workbook.name
            raise UsageError(findings.ONE_FOLDER_FOR_SEVERAL(at(name), value=name))
    return {one.workbook: write(engine, one, options) for one in read}


def write(engine: Engine, done: Kontroll, options: Options) -> Outcome:
    """Makes the report of a check. `findings` of the outcome are those of the making alone.

    GenError with its exit code when it cannot be made: no template, a person's file in the way.
    """
    plan = Outcome(done.reading, (), {}, (job(done, options),), label(engine), changed=done.changed)
    folder = options.out / folder_name(done.workbook.stem)
    return carried_out(plan, engine, folder, options.policy)


def job(done: Kontroll, options: Options) -> Job:
    """The report as a job of the recipe."""
    templates = own_templates(done.reading, options.templates)
    return Job(
        typ=NAME,
        name=NAME,
        title=title(done.reading),
        created=_day(done).isoformat(),
        context=context(done),
        resources={MALL: templates.find(NAME), BREVPAPPER: templates.find(BREVPAPPER)},
    )


def _day(done: Kontroll) -> dt.date:
    """The meeting's day; where none could be read, the day on which the workbook was saved."""
    if done.reading.meeting.datum is not None:
        return done.reading.meeting.datum
    return done.saved.astimezone(dt.UTC).date() if done.saved else _UNKNOWN


_UNKNOWN = dt.date(1970, 1, 1)
"""What is told of a file of no day: the zero of the clocks of computers, never today."""
