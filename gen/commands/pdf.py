"""`gen pdf fil.docx …`: the same conversion, the same last pass."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gen.commands import options
from gen.commands.options import (
    AsJson,
    Motor,
    Overwrite,
    as_it_stands,
    failing_as_json,
    print_json,
    say,
    tell,
)
from gen.source import Source


def pdf(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FIL.DOCX …", parser=as_it_stands, help="Wordfiler."),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--ut",
            metavar="MAPP",
            parser=as_it_stands,
            help="Mappen för PDF-filerna. Annars bredvid Wordfilen.",
        ),
    ] = None,
    motor: Motor = None,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> None:
    """Makes PDFs of Word files that people have written or edited."""
    from gen import structured
    from gen.handmade import convert_files
    from gen.report import INDENT, findings_lines

    with failing_as_json("pdf", as_json):
        how = options.policy(keep=False, overwrite=overwrite)
        outcome = convert_files(files, out=out, engine=motor, policy=how)
    if as_json:
        print_json(structured.pdf(outcome))
        raise typer.Exit(outcome.exit_code)
    tell(findings_lines((*outcome.findings, *outcome.faults), Source("")))
    if outcome.placed:
        say([f"Klart, med {outcome.engine}:", *(f"{INDENT}{path}" for path in outcome.placed)])
    if outcome.unchanged:
        say(["Redan gjort, oförändrat:", *(f"{INDENT}{path}" for path in outcome.unchanged)])
    raise typer.Exit(outcome.exit_code)
