"""The commands: parse, call, print. No logic, and nothing heavy imported before it is needed."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from gen import __version__
from gen.errors import GenError
from gen.source import Source

if TYPE_CHECKING:
    from gen.store import Policy

app = typer.Typer(
    name="gen",
    help="Gör sammanträdets handlingar av kalkylbladet: Word och PDF, ur kommunens egna mallar.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)

Workbook = Annotated[Path, typer.Argument(metavar="MÖTE.XLSX", help="Sammanträdets kalkylblad.")]
Register = Annotated[
    Path | None,
    typer.Option(
        "--register",
        help="Registret. Annars register.xlsx bredvid kalkylbladet eller i mappen data.",
    ),
]
Out = Annotated[Path, typer.Option("--ut", help="Mappen som det färdiga läggs i.")]
Motor = Annotated[
    str | None,
    typer.Option("--motor", help="libreoffice eller inbyggd. Annars den bästa som finns."),
]
Mallar = Annotated[
    Path | None, typer.Option("--mallar", help="Mapp med egna mallar, i stället för de vanliga.")
]
Keep = Annotated[
    bool, typer.Option("--behåll", help="Gå vidare från de filer som någon har ändrat.")
]
Overwrite = Annotated[
    bool, typer.Option("--skriv-över", help="Lägg undan ändrade filer, daterade, och skriv nya.")
]
Strict = Annotated[bool, typer.Option("--strikt", help="Låt varje fel stoppa alla dokument.")]
Dry = Annotated[bool, typer.Option("--torrkör", help="Visa vad som skulle göras, gör inget.")]


@app.command("protokoll", help="Gör protokollet, som Word och PDF.")
def protokoll(
    workbook: Workbook,
    register: Register = None,
    out: Out = Path("out"),
    motor: Motor = None,
    mallar: Mallar = None,
    keep: Keep = False,
    overwrite: Overwrite = False,
    strict: Strict = False,
    dry: Dry = False,
) -> None:
    """`gen protokoll möte.xlsx`."""
    from gen.recipe import Options, build
    from gen.report import findings_lines, outcome_lines, plan_lines

    options = Options(
        out=out,
        register=register,
        engine=motor,
        templates=mallar,
        policy=_policy(keep=keep, overwrite=overwrite),
        strict=strict,
        dry=dry,
    )
    outcome = build(workbook, ["protokoll"], options)
    source = outcome.reading.source
    _tell(findings_lines((*outcome.findings, *outcome.faults), source))
    _say(plan_lines(outcome) if dry else outcome_lines(outcome))
    raise typer.Exit(outcome.exit_code)


@app.command("pdf", help="Gör PDF av Wordfiler, till exempel sådana som har ändrats för hand.")
def pdf(
    files: Annotated[list[Path], typer.Argument(metavar="FIL.DOCX …", help="Wordfiler.")],
    out: Annotated[
        Path | None, typer.Option("--ut", help="Mappen för PDF-filerna. Annars bredvid Wordfilen.")
    ] = None,
    motor: Motor = None,
    overwrite: Overwrite = False,
) -> None:
    """`gen pdf fil.docx`: the same conversion, the same last pass."""
    from gen.handmade import convert_files
    from gen.report import INDENT, findings_lines

    outcome = convert_files(
        files, out=out, engine=motor, policy=_policy(keep=False, overwrite=overwrite)
    )
    _tell(findings_lines((*outcome.findings, *outcome.faults), Source("")))
    if outcome.placed:
        _say([f"Klart, med {outcome.engine}:", *(f"{INDENT}{path}" for path in outcome.placed)])
    if outcome.unchanged:
        _say(["Redan gjort, oförändrat:", *(f"{INDENT}{path}" for path in outcome.unchanged)])
    raise typer.Exit(outcome.exit_code)


@app.command("doktor", help="Visa vad som finns på datorn, vad som saknas och hur man får det.")
def doktor() -> None:
    """`gen doktor`: engines, fonts, veraPDF, templates."""
    from gen.doctor import examine

    diagnosis = examine()
    _say(diagnosis.lines())
    raise typer.Exit(diagnosis.exit_code)


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


def _policy(*, keep: bool, overwrite: bool) -> Policy:
    from gen.store import Policy

    if keep and overwrite:
        typer.echo("Välj antingen --behåll eller --skriv-över.", err=True)
        raise typer.Exit(2)
    if keep:
        return Policy.KEEP
    return Policy.OVERWRITE if overwrite else Policy.REFUSE


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line, err=True)


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

        _tell(finding_lines(error.finding, Source("")))
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
