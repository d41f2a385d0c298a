"""The command `gen`: its commands (`commands/`, a module each), and what ends a run."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable
from typing import Annotated, NoReturn

import typer

from gen import __version__
from gen.commands.bunt import ALLT
from gen.commands.bunt import command as bunt
from gen.commands.doktor import doktor
from gen.commands.forklara import forklara
from gen.commands.frame import RootGroup, SwedishCommand, WrongUsage, usage_lines
from gen.commands.frister import frister
from gen.commands.kontrollera import kontrollera
from gen.commands.mall import mall
from gen.commands.ny import ny
from gen.commands.options import composed, tell
from gen.commands.pdf import pdf
from gen.commands.sla_ihop import sla_ihop
from gen.commands.stada import stada
from gen.commands.uppgradera import uppgradera
from gen.commands.utdrag import utdrag
from gen.errors import GenError
from gen.source import Source

app = typer.Typer(
    name="gen",
    help="Gör sammanträdets handlingar av kalkylbladet: Word och PDF, ur kommunens egna mallar.",
    cls=RootGroup,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Names of commands and options are composed, never what follows them: a path is as it is typed.
    context_settings={"help_option_names": ["--help", "-h"], "token_normalize_func": composed},
)


def _command(name: str, function: Callable[..., None], told: str, *other_names: str) -> None:
    for spelled in (name, *other_names):
        hidden = spelled != name
        app.command(spelled, cls=SwedishCommand, help=told, hidden=hidden)(function)


_command("ny", ny, "Gör ett nytt kalkylblad: för ett möte, ett ärende, en skrivelse, registret …")
_command("kontrollera", kontrollera, "Visa allt som är fel eller fattas i kalkylbladet.")
_command("frister", frister, "Räkna ut lagens dagar, med skäl: överklagande, anslag, kallelse.")
_command(ALLT, bunt(ALLT), "Gör allt som kalkylbladet har underlag för och som det är dags för.")
_command("handlingar", bunt("handlingar"), "Samla kallelsen, tjänsteskrivelserna och bilagorna.")
_command(
    "protokoll-med-bilagor",
    bunt("protokoll-med-bilagor"),
    "Samla protokollet, bilagorna och det som lämnades in vid mötet.",
)
_command("utdrag", utdrag, "Gör protokollsutdragen till dem som besluten skickas till, klippta.")
_command("pdf", pdf, "Gör PDF av Wordfiler, till exempel sådana som har ändrats för hand.")
_command("slå-ihop", sla_ihop, "Slå ihop PDF- och Wordfiler till en PDF.", "sla-ihop")
app.add_typer(mall, name="mall")
_command("uppgradera", uppgradera, "Gör om ett äldre kalkylblad till dagens, som en ny fil.")
_command("förklara", forklara, "Förklara ett fynd, till exempel GEN-2001.", "forklara")
_command("städa", stada, "Ta bort det som gen har sparat av tidigare körningar.", "stada")
_command("doktor", doktor, "Visa vad som finns på datorn, vad som saknas och hur man får det.")


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


_INTERRUPTED = 130

_FEW_COLLECTIONS = 50_000
"""Python's 700 has a short run spend an eighth of its time on looking through the modules that it
imports for what might be thrown away. A run makes few circles, and ends soon."""


def main() -> NoReturn:
    """The command `gen`. No traceback reaches a user; a bug is told with how to report it."""
    gc.set_threshold(_FEW_COLLECTIONS)
    # Python ends by looking through all that is left for circles: a fifth of a run without changes.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        exit_code = app(prog_name="gen", standalone_mode=False)
        if exit_code == _INTERRUPTED:  # typer has caught the interrupt
            raise KeyboardInterrupt
    except WrongUsage as error:
        tell(usage_lines(error))
        sys.exit(2)
    except GenError as error:
        from gen.report import finding_lines

        tell(finding_lines(error.finding, Source("")))
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("Avbrutet. Inget halvfärdigt har skrivits.", err=True)
        sys.exit(_INTERRUPTED)
    except Exception as error:
        if os.environ.get("GEN_FELSOK"):
            raise
        typer.echo(
            f"Ett fel i gen självt: {type(error).__name__}: {error}\n"
            f"{' ' * 4}Inget halvfärdigt har skrivits. Kör om med GEN_FELSOK=1 i miljön och "
            "skicka det som skrivs ut till den som sköter gen.",
            err=True,
        )
        sys.exit(3)
    sys.exit(exit_code)
