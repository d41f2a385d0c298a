"""The progress of a run on standard error: what is done, how many of them, how long it takes."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import typer

from gen.progress import Done, Step, unheard, untold

MANY: Final = 10
"""Fewer are made before anybody has read a line about it."""
SILENCE: Final = 10.0
"""Seconds without a line, after which one tells how far it has come."""
_MOVES: Final = 0.1
"""Seconds between two pictures of the line on a terminal."""

Clock = Callable[[], float]


@contextmanager
def shown(*, quiet: bool = False, clock: Clock = time.monotonic) -> Iterator[Step]:
    """What a run tells its steps to. On a terminal one line that moves; else a line a long step,
    and another now and then while it lasts."""
    if quiet:
        yield untold
    elif sys.stderr.isatty():
        with _moving(clock) as step:
            yield step
    else:
        yield lambda what, number: _lines(what, number, clock)


def _lines(what: str, number: int, clock: Clock) -> Done:
    if number < MANY:
        return unheard
    typer.echo(f"{what} …", err=True)
    began = told = clock()
    count = 0
    lock = threading.Lock()  # an engine may work in several threads

    def done(more: int) -> None:
        nonlocal told, count
        with lock:
            count += more
            now = clock()
            if more and now - told >= SILENCE:
                told = now
                line = f"    {count} av {number} klara efter {round(now - began)} s"
                typer.echo(line, err=True)

    return done


@contextmanager
def _moving(clock: Clock) -> Iterator[Step]:
    # Imported here: rich takes 60 ms, and a run into a file needs none of it.
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(separator=" av "),
        TimeElapsedColumn(),
    )
    # Drawn when something is told, not by a thread of rich's: a process with threads cannot fork,
    # and the utdrag would be cut by one processor for the sake of a line (`forked.py`).
    progress = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    with progress:
        task = progress.add_task("Läser", total=None)
        progress.refresh()
        drawn = clock()

        def done(more: int) -> None:
            nonlocal drawn
            progress.advance(task, more)
            if (now := clock()) - drawn >= _MOVES:
                drawn = now
                progress.refresh()

        def step(what: str, number: int) -> Done:
            progress.reset(task, description=what, total=number)
            progress.refresh()
            return done

        yield step
