"""`gen städa`: what gen keeps of earlier runs is shown, and thrown away when somebody says so."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from gen.commands.options import AsJson, Dry, failing_as_json, print_json, say

Yes = Annotated[bool, typer.Option("--ja", help="Ta bort utan att fråga.")]


def stada(yes: Yes = False, dry: Dry = False, as_json: AsJson = False) -> None:
    """Empties the cache and removes what killed runs have left in the temporary folder."""
    from gen import cache, findings, structured
    from gen.errors import UsageError
    from gen.pdf import profile
    from gen.source import at

    with failing_as_json("städa", as_json):
        kept = cache.of()
        number, size = kept.held()
        if number and not (yes or dry):
            shown = f"{_counted(number, size)} i {kept.folder}"
            if as_json or not sys.stdin.isatty():
                raise UsageError(findings.CLEAN_UNASKED(at("gen städa"), value=shown))
            # Typer's own question takes `y` for an answer, and says so in English.
            answer: str = typer.prompt(f"Ta bort {shown}? Skriv ja eller nej")
            if answer.strip().casefold() not in ("j", "ja"):
                say(["Inget togs bort."])
                return
        if not dry:
            profile.sweep()
            number, size = kept.empty()
    if as_json:
        print_json(structured.stada(kept.folder, number, size, dry=dry))
    else:
        say([_told(kept.folder, number, size, dry=dry)])


def _told(folder: Path | None, number: int, size: int, *, dry: bool) -> str:
    if folder is None:
        return "Ingenting sparas: GEN_CACHE säger nej."
    if not number:
        return f"Inget att städa i {folder}."
    if dry:
        return f"Skulle tas bort: {_counted(number, size)} i {folder}."
    return f"Borta: {_counted(number, size)} ur {folder}."


def _counted(number: int, size: int) -> str:
    """`12 dokument (3,4 MB)`."""
    noun = "ett dokument" if number == 1 else f"{number} dokument"
    megabytes = f"{size / 1_000_000:.1f}".replace(".", ",")
    return f"{noun} ({megabytes} MB)"
