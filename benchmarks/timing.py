"""Commands in, their wall times in turn out: A B A B …, so that a slow minute hits both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Prepare = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Command:
    """What is timed. `prepare` runs before each time, uncounted: an empty folder, say."""

    words: tuple[str, ...]
    prepare: Prepare = lambda: None


def in_turn(commands: Mapping[str, Command], runs: int) -> dict[str, list[float]]:
    """Seconds of each run, after one warm-up run of each that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    # Compiled modules are kept, as on a user's machine: the warm-up writes them.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for number in range(runs + 1):
        for name, command in commands.items():
            command.prepare()
            start = time.perf_counter()
            subprocess.run(
                command.words,
                check=True,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            if number:
                seconds[name].append(time.perf_counter() - start)
    return seconds


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
