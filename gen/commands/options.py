"""What several commands share: their options, and how lines and JSON are printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gen.errors import GenError

if TYPE_CHECKING:
    from gen.jobs import JSON
    from gen.store import Policy

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
    bool,
    typer.Option("--behåll", "--behall", help="Gå vidare från de filer som någon har ändrat."),
]
Overwrite = Annotated[
    bool,
    typer.Option(
        "--skriv-över", "--skriv-over", help="Lägg undan ändrade filer, daterade, och skriv nya."
    ),
]
Strict = Annotated[bool, typer.Option("--strikt", help="Låt varje fel stoppa alla dokument.")]
Dry = Annotated[
    bool, typer.Option("--torrkör", "--torrkor", help="Visa vad som skulle göras, gör inget.")
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Skriv resultatet som JSON, för andra program.")
]


def policy(*, keep: bool, overwrite: bool) -> Policy:
    """What to do with files that somebody has changed."""
    from gen.store import Policy

    if keep and overwrite:
        typer.echo("Välj antingen --behåll eller --skriv-över.", err=True)
        raise typer.Exit(2)
    if keep:
        return Policy.KEEP
    return Policy.OVERWRITE if overwrite else Policy.REFUSE


def say(lines: Iterable[str]) -> None:
    """Lines to standard output: what was asked for."""
    for line in lines:
        typer.echo(line)


def tell(lines: Iterable[str]) -> None:
    """Lines to standard error: what there is to say of it."""
    for line in lines:
        typer.echo(line, err=True)


def print_json(value: Mapping[str, JSON] | list[JSON]) -> None:
    """One JSON value on standard output, readable."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def failing_as_json(command: str, wanted: bool) -> Iterator[None]:
    """What ends the run is printed as JSON too, where JSON is `wanted`."""
    try:
        yield
    except GenError as error:
        if not wanted:
            raise
        from gen.structured import failure

        print_json(failure(command, error.exit_code, error.finding))
        raise typer.Exit(error.exit_code) from error
