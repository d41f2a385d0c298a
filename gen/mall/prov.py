"""A template in, the example filled into it out: Word files and PDFs, as a meeting's are made."""

from __future__ import annotations

from gen.building import Options
from gen.errors import DataError
from gen.filenames import folder_name
from gen.findings import TEMPLATE_NO_EXAMPLE
from gen.jobs import BREVPAPPER, MALL, Job
from gen.mall import exempel, fullt, skrivet
from gen.mall.exempel import Example
from gen.mall.filer import Opened
from gen.pdf.contract import Engine, label
from gen.recipe import Outcome, carried_out
from gen.source import at
from gen.templates import LETTERHEAD, Templates

FOLDER = "prova"
"""Where tries are put, in the folder for what is made."""


def prova(engine: Engine, opened: Opened, options: Options) -> Outcome:
    """What the fullest example gives, so that every branch is seen; a letterhead bears a protokoll.

    GenError with its exit code when it cannot be made.
    """
    template, letterhead, subject = opened
    if subject.name == LETTERHEAD:
        subject = exempel.subject("protokoll")
        template = Templates(options.templates).find(subject.name)
    chosen = _fullest(subject.examples)
    if not chosen:
        raise DataError(TEMPLATE_NO_EXAMPLE(at(template.name), value=template.name))
    reading = chosen[0].reading
    jobs = tuple(
        Job(
            subject.name,
            draft.name,
            draft.title,
            draft.created,
            draft.context,
            {**reading.files, MALL: template, BREVPAPPER: letterhead},
        )
        for draft in (example.draft for example in chosen)
    )
    plan = Outcome(reading, (), {}, jobs, label(engine))
    folder = options.out / FOLDER / folder_name(opened.template.name.rpartition(".")[0])
    return carried_out(plan, engine, folder, options.policy)


def _fullest(examples: tuple[Example, ...]) -> list[Example]:
    """All of one reading: the fullest that there is, else a real one."""
    files = (fullt.FILE, skrivet.FILE)
    full = [one.reading for one in examples if one.reading.source.file in files]
    first = next(iter((*full, *(one.reading for one in examples))), None)
    return [one for one in examples if one.reading is first]
