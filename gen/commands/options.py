"""What several commands share: their options, and how lines and JSON are printed."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gen.errors import GenError

if TYPE_CHECKING:
    from gen.jobs import JSON
    from gen.store import Policy


def composed(typed: str) -> str:
    """Å, ä and ö as one character each: what is typed on a Mac may have them as two."""
    return unicodedata.normalize("NFC", typed)


def as_it_stands(typed: str | Path) -> Path:
    """A path as typed; where nothing is called so, what differs only in how å, ä and ö are stored.

    A file from a Mac or out of a zip may have them as two characters each, in any part of its path.
    """
    path = Path(typed)
    found = Path(path.anchor)
    for part in path.relative_to(found).parts:
        forms = [found / part, *(found / unicodedata.normalize(f, part) for f in ("NFC", "NFD"))]
        found = next(filter(os.path.exists, forms), forms[0])
    return found


Workbook = Annotated[
    Path,
    typer.Argument(metavar="MÖTE.XLSX", parser=as_it_stands, help="Sammanträdets kalkylblad."),
]
Register = Annotated[
    Path | None,
    typer.Option(
        "--register",
        metavar="FIL",
        parser=as_it_stands,
        help="Registret. Annars register.xlsx bredvid kalkylbladet eller i mappen data.",
    ),
]
Out = Annotated[
    Path,
    typer.Option(
        "--ut",
        metavar="MAPP",
        parser=as_it_stands,
        help="Mappen som det färdiga läggs i. Annars out.",
    ),
]
Motor = Annotated[
    str | None,
    typer.Option(
        "--motor",
        metavar="NAMN",
        help="libreoffice, inbyggd eller gotenberg. Annars registrets, eller den bästa som finns.",
    ),
]
Jobb = Annotated[
    int | None,
    typer.Option(
        "--jobb",
        metavar="ANTAL",
        min=1,
        help="Hur många LibreOffice som får arbeta samtidigt. Annars en per processor.",
    ),
]
Kluster = Annotated[
    str | None,
    typer.Option(
        "--kluster", metavar="ADRESS", help="Låt ett Daskkluster göra PDF: tcp://dator:8786."
    ),
]
Mallar = Annotated[
    Path | None,
    typer.Option(
        "--mallar",
        metavar="MAPP",
        parser=as_it_stands,
        help="Mapp med egna mallar, i stället för de vanliga.",
    ),
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
Granska = Annotated[
    bool, typer.Option("--granska", help="Pröva PDF-filerna med veraPDF, när de är gjorda.")
]
Dry = Annotated[
    bool, typer.Option("--torrkör", "--torrkor", help="Visa vad som skulle göras, gör inget.")
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Skriv resultatet som JSON, för andra program.")
]


def policy(*, keep: bool, overwrite: bool) -> Policy:
    """What to do with files that somebody has changed."""
    from gen import findings
    from gen.errors import UsageError
    from gen.source import at
    from gen.store import Policy

    if keep and overwrite:
        raise UsageError(findings.KEEP_AND_OVERWRITE(at("--behåll"), value="--skriv-över"))
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
