"""`gen handlingar`, `gen protokoll-med-bilagor`, `gen allt`: what is made of several documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from gen.commands import options
from gen.commands.dokument import show
from gen.commands.options import (
    AsJson,
    Dry,
    Jobb,
    Keep,
    Kluster,
    Mallar,
    Motor,
    Out,
    Overwrite,
    Register,
    Strict,
    Workbook,
    failing_as_json,
)

ALLT = "allt"
Secret = Annotated[
    bool,
    typer.Option(
        "--med-sekretess", help="Ta med handlingarna till ärenden med sekretess i samlingarna."
    ),
]


def command(name: str) -> Callable[..., None]:
    """The function of the command of that name: a bundle's, or `allt`."""

    def make(
        workbook: Workbook,
        secret: Secret = False,
        register: Register = None,
        out: Out = Path("out"),
        motor: Motor = None,
        jobb: Jobb = None,
        kluster: Kluster = None,
        mallar: Mallar = None,
        keep: Keep = False,
        overwrite: Overwrite = False,
        strict: Strict = False,
        dry: Dry = False,
        as_json: AsJson = False,
    ) -> None:
        """Makes the documents, and what is made of them."""
        from gen.building import Options, engine_for
        from gen.commands.progress import shown

        with failing_as_json(name, as_json):
            how = Options(
                out=out,
                register=register,
                engine=motor,
                templates=mallar,
                policy=options.policy(keep=keep, overwrite=overwrite),
                strict=strict,
                dry=dry,
                workers=jobb,
                cluster=kluster,
            )
            with engine_for([workbook], how) as engine, shown(quiet=as_json) as step:
                how = replace(how, step=step)
                # Imported beside an engine that is starting.
                if name == ALLT:
                    from gen.allt import make_everything

                    outcome = make_everything(engine, workbook, how, secret=secret)
                else:
                    from gen.bunt.bundling import make_bundles

                    outcome = make_bundles(engine, workbook, how, [name], secret=secret)
            show(name, outcome, workbook, dry=dry, as_json=as_json)
        raise typer.Exit(outcome.exit_code)

    return make
