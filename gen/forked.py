"""Tasks in, their results in order out: on Linux by as many processes as there are processors.

For work of Python's own on data that is long to read: a fork has all of it at once, and only the
results travel back. Elsewhere, and where threads are about, which a fork would leave half-way, one
process does it all; so it does what a child has not done, whatever became of that child.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL
from typing import Final, Generic, TypeVar

from gen.progress import Done, unheard

T = TypeVar("T")
R = TypeVar("R")

_MOST: Final = 4
"""Processes. Each comes to hold what it changes of the data, and its share of the results."""


def spread(
    work: Callable[[T], R], tasks: Sequence[T], *, worth: int, done: Done = unheard
) -> list[R]:
    """`work` of each task, which changes nothing but what it keeps to itself.

    `worth`: how many tasks make a process of their own worth its while; `done` is told of each
    task that is finished. What it raises, is raised.
    """

    def one(task: T) -> R:
        result = work(task)
        done(1)
        return result

    processes = min(_MOST, len(tasks) // worth, _processors())
    if processes < 2 or not _alone():
        return [one(task) for task in tasks]
    # One in so many, not a half: the long tasks may stand together.
    shares = [tasks[first::processes] for first in range(processes)]
    gc.freeze()  # or the first collection in a child would write to, and so copy, every page
    children = [_Child(work, share) for share in shares[1:]]
    try:
        parts: list[list[R]] = [[]]
        for task in shares[0]:
            parts[0].append(one(task))
            for child in children:
                done(child.heard())
        for child, share in zip(children, shares[1:], strict=True):
            made = child.results()
            parts.append([work(task) for task in share] if made is None else made)
            done(len(share) - child.told)
    finally:
        for child in children:
            child.end()
        gc.unfreeze()
    return [parts[place % processes][place // processes] for place in range(len(tasks))]


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _alone() -> bool:
    """Whether this process has one thread: those of libraries count too."""
    return len(list(Path("/proc/self/task").iterdir())) == 1


class _Child(Generic[R]):
    """A process that does a share of the tasks, and ends when its parent does."""

    def __init__(self, work: Callable[[T], R], share: Sequence[T]) -> None:
        parent = os.getpid()
        self.told = 0
        self._read, write = os.pipe()
        self._ticks, tick = os.pipe()
        self._number = os.fork()
        if self._number:
            os.close(write)
            os.close(tick)
            os.set_blocking(self._ticks, False)
            return
        # Nothing of the parent's may run on in here: no `finally`, no `atexit`, no buffer of its.
        try:
            os.close(self._read)
            os.close(self._ticks)
            results = []
            for task in share:
                if os.getppid() != parent:
                    os._exit(1)
                results.append(work(task))
                os.write(tick, b".")
            with os.fdopen(write, "wb") as pipe:
                pickle.dump(results, pipe, pickle.HIGHEST_PROTOCOL)
        finally:
            os._exit(0)

    def heard(self) -> int:
        """How many it has finished since it was asked last; all of them are `told`."""
        try:
            more = len(os.read(self._ticks, 4096))
        except BlockingIOError:
            return 0
        self.told += more
        return more

    def results(self) -> list[R] | None:
        """What it made; None where something came in its way."""
        with os.fdopen(self._read, "rb", closefd=False) as pipe:
            try:
                return list(pickle.load(pipe))
            except (EOFError, pickle.UnpicklingError):
                return None

    def end(self) -> None:
        """It is gone, with what it has not told yet."""
        os.close(self._read)
        os.close(self._ticks)
        with suppress(ProcessLookupError):
            os.kill(self._number, SIGKILL)
        os.waitpid(self._number, 0)
