"""A command for each document type: a name as typed in, a command that makes its documents out.

The module of the type is imported when its command runs, beside an engine that is starting.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Annotated

import typer

from gen.commands.how import How, with_how
from gen.commands.options import Workbook, composed, failing_as_json, print_json, say, tell
from gen.workbook.columns import ascii_name

if TYPE_CHECKING:
    from gen.building import Options
    from gen.recipe import Outcome

FEW = 20
"""Files: of more, a document's Word file and PDF are told on one line."""

Arenden = Annotated[
    list[str] | None,
    typer.Option(
        "--ärende",
        "--arende",
        metavar="NR",
        parser=composed,
        help="Bara de ärendena: Nr eller dnr, ett i taget.",
    ),
]
Paragrafer = Annotated[
    str | None,
    typer.Option(
        "--paragraf", metavar="§§", parser=composed, help="Bara de paragraferna: 50, 52-54."
    ),
]
Utkast = Annotated[
    bool,
    typer.Option(
        "--utkast", help="Gör utkast av det som annars väntar på justeringen eller beslutet."
    ),
]


def command(module: str) -> Callable[..., None]:
    """The function of the command that makes documents of the type declared in that module."""

    @with_how
    def make(
        workbook: Workbook,
        arenden: Arenden = None,
        paragrafer: Paragrafer = None,
        utkast: Utkast = False,
        *,
        how: How,
    ) -> None:
        """Makes the documents, as Word and PDF."""
        with failing_as_json(module, how.as_json):
            options = how.options(arenden=arenden, paragrafer=paragrafer, utkast=utkast)
            exit_code = run(module, workbook, [module], options, how)
        raise typer.Exit(exit_code)

    return make


def run(command: str, workbook: Path, types: list[str], options: Options, how: How) -> int:
    """Builds, and prints what was done and what there is to say of it. Gives the exit code."""
    from gen.building import build
    from gen.commands.progress import shown

    with shown(quiet=how.as_json) as step:
        outcome = build(workbook, types, replace(options, step=step))
    return show(command, outcome, workbook, how)


def show(command: str, outcome: Outcome, workbook: Path, how: How) -> int:
    """Prints what was done to standard output, and what there is to say of it to the other.

    Gives the exit code. With `--granska` the PDFs are tried first.
    """
    from gen import structured
    from gen.report import examined_lines, findings_lines, outcome_lines, plan_lines

    examined = None
    if how.granska and not how.dry:
        from gen.pdf import verapdf

        examined = verapdf.examine(verapdf.program(), (*outcome.placed, *outcome.unchanged))
        outcome = replace(outcome, findings=(*outcome.findings, *examined.findings))
    if how.as_json:
        print_json(structured.made(outcome, workbook, spelled(command), examined))
    else:
        tell(findings_lines((*outcome.findings, *outcome.faults), outcome.reading.source))
        short = len(outcome.placed) + len(outcome.unchanged) > FEW
        say(plan_lines(outcome) if how.dry else outcome_lines(outcome, short=short))
        say(examined_lines(examined) if examined else ())
    return outcome.exit_code


def module_of(typed: str) -> str:
    """The module of the document type that a command names, in any spelling; empty for none.

    Found by its file: importing all types takes longer than an engine should wait to be started.
    """
    package = find_spec("gen.documents")
    assert package is not None
    assert package.submodule_search_locations is not None
    wanted = ascii_name(typed.casefold()).replace("-", "_")
    known = (found.name for found in iter_modules(package.submodule_search_locations))
    return next((name for name in known if name == wanted), "")


def spelled(command: str) -> str:
    """A command's name in proper Swedish, of one that may be typed in ASCII."""
    wanted = ascii_name(command.casefold()).replace("-", "_")
    names = (name for name in told() if ascii_name(name).replace("-", "_") == wanted)
    return next(names, command)


def told() -> dict[str, str]:
    """The commands, in proper Swedish, each with its help."""
    from gen.documents import types

    return {name: type_.told for name, type_ in types().items()}
