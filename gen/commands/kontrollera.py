"""`gen kontrollera möte.xlsx`: everything that gen has to say of a workbook, at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gen.commands.options import (
    AsJson,
    Overwrite,
    Register,
    Strict,
    Workbook,
    as_it_stands,
    failing_as_json,
    print_json,
    say,
)


def kontrollera(
    workbook: Workbook,
    before: Annotated[
        str | None,
        typer.Option(
            "--inför",
            "--infor",
            metavar="kallelse|protokoll|anslag",
            help="Vad som ska göras. Annars det som står på tur enligt datumen i kalkylbladet.",
        ),
    ] = None,
    marked: Annotated[
        bool,
        typer.Option(
            "--markera", help="Skriv en kopia där cellerna är märkta, bredvid originalet."
        ),
    ] = False,
    marked_as: Annotated[
        Path | None,
        typer.Option(
            "--markera-som", metavar="FIL", parser=as_it_stands, help="Den märkta kopians namn."
        ),
    ] = None,
    overwrite: Overwrite = False,
    register: Register = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Checks, prints, and marks a copy when that is asked for."""
    from gen import kontroll, markering, structured
    from gen.report import INDENT, kontroll_lines

    with failing_as_json("kontrollera", as_json):
        stage = kontroll.before_named(before) if before is not None else None
        done = kontroll.kontrollera(workbook, register=register, before=stage, strict=strict)
        target = marked_as or (markering.marked_name(workbook) if marked else None)
        if not as_json:
            say(kontroll_lines(done))
        aside = target and markering.write_marked(done, target, overwrite=overwrite)
    if as_json:
        print_json(structured.kontroll(done, target))
    elif target:
        say([f"Märkt kopia:\n{INDENT}{target}"])
        if aside:
            say([f"Undanlagd: {target} heter nu {aside.name}"])
    raise typer.Exit(done.exit_code)
