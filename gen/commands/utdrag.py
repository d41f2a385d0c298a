"""`gen utdrag möte.xlsx`: the protokollsutdrag, cut from the protokoll or as documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from gen.commands.dokument import Arenden, Paragrafer, Utkast, run, show
from gen.commands.how import How, with_how
from gen.commands.options import Workbook, as_it_stands, failing_as_json

CUT, DOCUMENT = "klippt", "dokument"


@with_how
def utdrag(
    workbook: Workbook,
    arenden: Arenden = None,
    paragrafer: Paragrafer = None,
    everything: Annotated[
        bool, typer.Option("--alla", help="Alla paragrafer, även de som inte skickas till någon.")
    ] = False,
    per_recipient: Annotated[
        bool,
        typer.Option("--per-mottagare", help="En fil för varje mottagare, med allt som är dennes."),
    ] = False,
    signed: Annotated[
        Path | None,
        typer.Option(
            "--ur",
            metavar="FIL.PDF",
            parser=as_it_stands,
            help="Det justerade protokollet att klippa ur. Annars det som gen gör.",
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--form",
            metavar=f"{CUT}|{DOCUMENT}",
            help="Klippt ur protokollet, eller som ett eget dokument ur mallen utdrag.",
        ),
    ] = CUT,
    utkast: Utkast = False,
    *,
    how: How,
) -> None:
    """Makes the protokoll where it is not given, and cuts it."""
    from gen import findings
    from gen.building import engine_for
    from gen.commands.progress import shown
    from gen.errors import UsageError
    from gen.source import at

    with failing_as_json("utdrag", how.as_json):
        options = how.options(arenden=arenden, paragrafer=paragrafer, utkast=utkast)
        if form.casefold() == DOCUMENT:
            if signed is not None or per_recipient or everything:
                other = "--ur" if signed else "--per-mottagare" if per_recipient else "--alla"
                told = findings.FORM_MIXED(at("--form dokument"), value=other)
                raise UsageError(told)
            raise typer.Exit(run("utdrag", workbook, ["utdrag"], options, how))
        if form.casefold() != CUT:
            raise UsageError(findings.UNKNOWN_FORM(at("--form"), value=form))
        with engine_for([workbook], options) as engine, shown(quiet=how.as_json) as step:
            from gen.utdrag.cutting import cut_utdrag
            from gen.utdrag.extracts import Wish

            wish = Wish(everything=everything, per_recipient=per_recipient, signed=signed)
            outcome = cut_utdrag(engine, workbook, replace(options, step=step), wish)
        exit_code = show("utdrag", outcome, workbook, how)
    raise typer.Exit(exit_code)
