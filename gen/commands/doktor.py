"""`gen doktor`: engines, fonts, veraPDF, templates."""

from __future__ import annotations

import typer

from gen.commands.options import say


def doktor() -> None:
    """Tells what is installed, what is missing and how it is had."""
    from gen.doctor import examine

    diagnosis = examine()
    say(diagnosis.lines())
    raise typer.Exit(diagnosis.exit_code)
