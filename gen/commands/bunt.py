"""`gen handlingar`, `gen protokoll-med-bilagor`, `gen allt`: what is made of several documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

import typer

from gen.commands.dokument import show
from gen.commands.how import How, with_how
from gen.commands.options import Workbook, failing_as_json

ALLT = "allt"
Secret = Annotated[
    bool,
    typer.Option(
        "--med-sekretess",
        help="Ta med det som har sekretess i samlingarna: handlingar, och paragrafer i "
        "protokollet.",
    ),
]


def command(name: str) -> Callable[..., None]:
    """The function of the command of that name: a bundle's, or `allt`."""

    @with_how
    def make(workbook: Workbook, secret: Secret = False, *, how: How) -> None:
        """Makes the documents, and what is made of them."""
        from gen.building import engine_for
        from gen.commands.progress import shown

        with failing_as_json(name, how.as_json):
            options = how.options()
            with engine_for([workbook], options) as engine, shown(quiet=how.as_json) as step:
                options = replace(options, step=step)
                # Imported beside an engine that is starting.
                if name == ALLT:
                    from gen.allt import make_everything

                    outcome = make_everything(engine, workbook, options, secret=secret)
                else:
                    from gen.bunt.bundling import make_bundles

                    outcome = make_bundles(engine, workbook, options, [name], secret=secret)
            exit_code = show(name, outcome, workbook, how)
        raise typer.Exit(exit_code)

    return make
