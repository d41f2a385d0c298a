"""`gen slå-ihop a.pdf b.docx c.pdf -o bunt.pdf`: one PDF of files that stand anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gen.commands import options
from gen.commands.options import (
    AsJson,
    Jobb,
    Kluster,
    Mallar,
    Motor,
    Overwrite,
    as_it_stands,
    composed,
    failing_as_json,
    print_json,
    say,
    tell,
)
from gen.source import Source


def sla_ihop(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FIL …",
            parser=as_it_stands,
            help="PDF- och Wordfiler, i den ordning de ska ha.",
        ),
    ],
    target: Annotated[
        Path,
        typer.Option("-o", "--till", metavar="FIL.PDF", parser=as_it_stands, help="Den nya filen."),
    ],
    title: Annotated[
        str, typer.Option("--titel", metavar="TEXT", parser=composed, help="Den nya filens titel.")
    ] = "",
    contents: Annotated[
        bool,
        typer.Option(
            "--innehåll", "--innehall", help="Lägg först en sida som visar vad som är med och var."
        ),
    ] = False,
    stamps: Annotated[
        bool,
        typer.Option("--bilagor", help="Stämpla Bilaga 1, Bilaga 2 … på filerna efter den första."),
    ] = False,
    motor: Motor = None,
    jobb: Jobb = None,
    kluster: Kluster = None,
    mallar: Mallar = None,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> None:
    """Makes one PDF of several files."""
    from gen import structured
    from gen.bunt.files import How, merge_files
    from gen.report import findings_lines, merged_lines

    with failing_as_json("slå-ihop", as_json):
        how = How(
            title=title,
            contents=contents,
            stamps=stamps,
            templates=mallar,
            engine=motor,
            workers=jobb,
            cluster=kluster,
            policy=options.policy(keep=False, overwrite=overwrite),
        )
        done = merge_files(files, target, how)
    if as_json:
        print_json(structured.merged(done))
        raise typer.Exit(done.exit_code)
    tell(findings_lines((*done.findings, *done.faults), Source("")))
    say(merged_lines(done))
    raise typer.Exit(done.exit_code)
