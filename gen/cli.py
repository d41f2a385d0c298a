"""The command `gen`: its commands (`commands/`, a module each), and what ends a run."""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import Annotated, NoReturn

import typer

from gen import __version__
from gen.commands.doktor import doktor
from gen.commands.frister import frister
from gen.commands.kontrollera import kontrollera
from gen.commands.ny import ny
from gen.commands.options import tell
from gen.commands.pdf import pdf
from gen.commands.protokoll import protokoll
from gen.commands.uppgradera import uppgradera
from gen.errors import GenError
from gen.source import Source

app = typer.Typer(
    name="gen",
    help="Gör sammanträdets handlingar av kalkylbladet: Word och PDF, ur kommunens egna mallar.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("ny", help="Gör ett nytt kalkylblad: för ett möte, ett ärende eller registret.")(ny)
app.command("kontrollera", help="Visa allt som är fel eller fattas i kalkylbladet.")(kontrollera)
app.command("frister", help="Räkna ut lagens dagar, med skäl: överklagande, anslag, kallelse.")(
    frister
)
app.command("protokoll", help="Gör protokollet, som Word och PDF.")(protokoll)
app.command("pdf", help="Gör PDF av Wordfiler, till exempel sådana som har ändrats för hand.")(pdf)
app.command("uppgradera", help="Gör om ett äldre kalkylblad till dagens, som en ny fil.")(
    uppgradera
)
app.command("doktor", help="Visa vad som finns på datorn, vad som saknas och hur man får det.")(
    doktor
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"gen {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Visa versionen.")
    ] = False,
) -> None:
    """Options of gen itself."""


def main() -> NoReturn:
    """The command `gen`. No traceback reaches a user; a bug is told with how to report it."""
    # An argument typed on a Mac comes decomposed and would match no option with å ä ö.
    sys.argv[1:] = [unicodedata.normalize("NFC", argument) for argument in sys.argv[1:]]
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        app()
    except GenError as error:
        from gen.report import finding_lines

        tell(finding_lines(error.finding, Source("")))
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        typer.echo("Avbrutet. Inget halvfärdigt har skrivits.", err=True)
        sys.exit(130)
    except Exception as error:
        if os.environ.get("GEN_FELSÖK"):
            raise
        typer.echo(
            f"Ett fel i gen självt: {type(error).__name__}: {error}\n"
            f"{' ' * 4}Inget halvfärdigt har skrivits. Kör om med GEN_FELSÖK=1 i miljön och "
            "skicka det som skrivs ut till den som sköter gen.",
            err=True,
        )
        sys.exit(3)
    sys.exit(0)
