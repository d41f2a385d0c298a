"""Commands in, their wall times in turn out: A B A B …, so that a slow minute hits both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

GEN = (sys.executable, "-c", "from gen.cli import main; main()")
"""The command `gen`, of the Python that measures."""

Prepare = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Command:
    """What is timed. `prepare` runs before each time, uncounted: an empty folder, say.

    `exits`: how it may end; gen ends with 1 where the data has a fel that stops nothing.
    """

    words: tuple[str, ...]
    prepare: Prepare = lambda: None
    exits: tuple[int, ...] = (0,)


def environment() -> dict[str, str]:
    """As on a user's machine: compiled modules are kept. But nothing is had from gen's cache."""
    own = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return own | {"GEN_CACHE": "nej"}


def in_turn(
    commands: Mapping[str, Command], runs: int, *, warm: bool = True
) -> dict[str, list[float]]:
    """Seconds of each run; `warm`: after one run of each that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(-1 if warm else 0, runs):
        for name, command in commands.items():
            took = once(command)
            if number >= 0:
                seconds[name].append(took)
    return seconds


def once(command: Command) -> float:
    """Seconds of one run. RuntimeError, with what it said, where it failed."""
    command.prepare()
    start = time.perf_counter()
    done = subprocess.run(
        command.words,
        check=False,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    took = time.perf_counter() - start
    if done.returncode not in command.exits:
        told = done.stderr.decode(errors="replace")[-2000:]
        raise RuntimeError(f"{' '.join(command.words)} → {done.returncode}\n{told}")
    return took


def table(seconds: Mapping[str, list[float]], against: str) -> str:
    """Medians, and the ratio of each to `against`, as Markdown."""
    floor = statistics.median(seconds[against])
    lines = ["| what | median | fastest – slowest | ratio |", "|---|---|---|---|"]
    for name, some in seconds.items():
        middle = statistics.median(some)
        lines.append(
            f"| {name} | {middle:.2f} s | {min(some):.2f} – {max(some):.2f} s "
            f"| {middle / floor:.2f} |"
        )
    return "\n".join(lines)


def row(*cells: object) -> str:
    """A row of a table in Markdown."""
    return f"| {' | '.join(map(str, cells))} |"


def yes(held: bool) -> str:
    """Whether a bound was held, in a table."""
    return "yes" if held else "no"
