"""`gen uppgradera gammal.xlsx`: today's workbook of an older one, as a new file beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gen.commands.options import Overwrite, as_it_stands, composed, say


def uppgradera(
    workbook: Annotated[
        Path,
        typer.Argument(metavar="GAMMAL.XLSX", parser=as_it_stands, help="Kalkylbladet."),
    ],
    target: Annotated[
        Path | None,
        typer.Option("--som", metavar="FIL", parser=as_it_stands, help="Den nya filens namn."),
    ] = None,
    overwrite: Overwrite = False,
) -> None:
    """Writes the new file; the old one is never changed."""
    from gen import beside, findings
    from gen.errors import UsageError
    from gen.report import INDENT
    from gen.source import at
    from gen.workbook.upgrade import upgrade

    name = composed(workbook.name)
    if not workbook.is_file():
        missing = findings.IS_FOLDER if workbook.is_dir() else findings.NO_FILE
        raise UsageError(missing(at(name), value=workbook))
    upgraded = upgrade(workbook.read_bytes(), name)
    if upgraded.before == upgraded.after:
        say([f"{workbook} är redan av den senaste versionen ({upgraded.after})."])
        return
    target = target or workbook.with_name(f"{workbook.stem} – uppgraderad{workbook.suffix}")
    aside = beside.place(target, upgraded.content, own=lambda _: False, overwrite=overwrite)
    say([f"Uppgraderad från version {upgraded.before} till {upgraded.after}:"])
    say(f"{INDENT}{line}" for line in (target, *upgraded.done))
    if aside:
        say([f"Undanlagd: {target} heter nu {aside.name}"])
    say(["Originalet är orört. Se efter att den nya filen är som den ska och använd den."])
