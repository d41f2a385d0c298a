"""The progress of a run on standard error: what is done, how many there are, how long it takes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import typer

from gen.progress import Step, untold

MANY: Final = 10
"""Fewer are made before anybody has read a line about it."""


@contextmanager
def shown(*, quiet: bool = False) -> Iterator[Step]:
    """What a run tells its steps to. On a terminal one line that moves; else a line a long step."""
    if quiet:
        yield untold
    elif sys.stderr.isatty():
        with _moving() as step:
            yield step
    else:
        yield _line


def _line(what: str, number: int) -> None:
    if number >= MANY:
        typer.echo(f"{what} …", err=True)


@contextmanager
def _moving() -> Iterator[Step]:
    # Imported here: rich takes 60 ms, and a run into a file needs none of it.
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Läser")

        def step(what: str, number: int) -> None:
            progress.reset(task, description=what)

        yield step
