"""`gen utdrag` of 10, 100 and 1,000 §§ against the floor, carbone and a docxtpl loop: the table.

The floor is LibreOffice alone with the same protokoll and the same PDF options: less cannot be
had. All in turn in one run, so that a busy minute hits all alike.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import motet, rivals
from benchmarks.timing import GEN, Command, environment, in_turn, row, yes

SIZES = (10, 100, 1000)
RUNS = {10: 5, 100: 5, 1000: 3}
LOOP = 10
"""§§ that the docxtpl loop is timed with; of more it is reckoned, for each costs the same."""

OURS, FLOOR, CARBONE, DOCXTPL = "gen utdrag", "LibreOffice alone", "carbone", "docxtpl loop"
BOUNDS = {
    (CARBONE, 100): ("at least", 3.0),
    (CARBONE, 1000): ("at least", 8.0),
    (DOCXTPL, 100): ("at least", 40.0),
    (DOCXTPL, 1000): ("at least", 40.0),
    (FLOOR, 1000): ("at most", 1.7),
}
"""What issue and README promise: a rival's time over ours, and ours over the floor's."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians in seconds by what and how many §§; what could not be had; Python's peak, MB."""

    seconds: Mapping[tuple[str, int], float]
    missing: tuple[str, ...]
    memory: float


def measure(sizes: tuple[int, ...] = SIZES, runs: Mapping[int, int] = RUNS) -> Measured:
    """Makes the workbooks in a folder of their own and times all in turn. LookupError: no
    LibreOffice."""
    seconds: dict[tuple[str, int], float] = {}
    missing: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        for size in sizes:
            folder = Path(scratch) / f"{size}"
            folder.mkdir()
            commands = _commands(folder, size, missing)
            # The small ones warm the machine for the large, which take minutes.
            warm = size == min(sizes)
            for name, some in in_turn(commands, runs.get(size, 1), warm=warm).items():
                seconds[name, size] = statistics.median(some)
        for size in sizes:
            seconds[DOCXTPL, size] *= max(1, size / LOOP)
        memory = _memory(Path(scratch) / f"{max(sizes)}")
    return Measured(seconds, tuple(dict.fromkeys(missing)), memory)


def _commands(folder: Path, size: int, missing: list[str]) -> dict[str, Command]:
    workbook = motet.write(folder, size)
    ours = Command((*GEN, *_options(folder, workbook)), lambda: _fresh(folder / "gen"))
    first = subprocess.run(ours.words, env=environment(), capture_output=True, check=False)
    document = folder / "gen" / workbook.stem / "protokoll.docx"
    if not document.is_file():
        raise RuntimeError(first.stderr.decode(errors="replace")[-2000:])
    shutil.copy(document, folder)
    rivals.prepare(workbook, folder / "same")
    bare = rivals.floor(folder / "protokoll.docx", folder / "profil", folder / "bare")
    commands = {OURS: ours, FLOOR: Command(bare, lambda: _fresh(folder / "bare"))}
    rendered, looped = folder / "carbone", folder / "docxtpl" / "ut"
    try:
        words = rivals.carbone(folder / "same", rendered)
        commands[CARBONE] = Command(words, lambda: _fresh(rendered))
    except LookupError as error:
        missing.append(f"carbone ({error} is not installed)")
    words = rivals.loop(folder / "same", looped, min(size, LOOP))
    commands[DOCXTPL] = Command(words, lambda: _fresh(looped))
    return commands


def _options(folder: Path, workbook: Path) -> tuple[str, ...]:
    out = ("--ut", str(folder / "gen"), "--motor", "libreoffice")
    return ("utdrag", str(workbook), "--alla", *out)


def _fresh(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


_PEAK = """
import resource, sys
from gen.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def _memory(folder: Path) -> float:
    """The most that Python itself held, MB; LibreOffice is a process of its own."""
    _fresh(folder / "gen")
    words = (sys.executable, "-c", _PEAK, *_options(folder, next(folder.glob("möte-*.xlsx"))))
    done = subprocess.run(words, env=environment(), capture_output=True, check=False)
    peak = int(done.stderr.split()[-1])
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


def table(measured: Measured) -> Iterator[str]:
    """The lines of the table, in Markdown, and under it what bounds hold."""
    sizes = sorted({size for _, size in measured.seconds})
    known = {name for name, _ in measured.seconds}
    names = [name for name in (OURS, FLOOR, CARBONE, DOCXTPL) if name in known]
    yield row("§§", *names, "ms a §", *(f"{name} / gen" for name in names[1:]))
    yield row(*("---" for _ in range(2 * len(names) + 1)))
    for size in sizes:
        times = [measured.seconds[name, size] for name in names]
        reckoned = ["\\*" if name == DOCXTPL and size > LOOP else "" for name in names]
        yield row(
            size,
            *(f"{seconds:.1f} s{mark}" for seconds, mark in zip(times, reckoned, strict=True)),
            f"{times[0] / size * 1000:.0f}",
            *(f"{seconds / times[0]:.2f}" for seconds in times[1:]),
        )
    yield ""
    yield f"\\* reckoned from {LOOP} §§."
    if measured.missing:
        yield f"Left out: {', '.join(measured.missing)}."
    yield ""
    yield from _bounds(measured)


def _bounds(measured: Measured) -> Iterator[str]:
    yield row("bound", "measured", "held")
    yield row("---", "---", "---")
    own = {size: seconds for (name, size), seconds in measured.seconds.items() if name == OURS}
    for (name, size), (sense, bound) in BOUNDS.items():
        if (name, size) not in measured.seconds:
            continue
        ratio = measured.seconds[name, size] / own[size]
        if sense == "at least":
            said = f"{size} §§: {name} over gen, at least {bound:g}"
            yield row(said, f"{ratio:.1f}", yes(ratio >= bound))
        else:
            said = f"{size} §§: gen over {name}, at most {bound:g}"
            yield row(said, f"{1 / ratio:.2f}", yes(1 / ratio <= bound))
    least, most = min(own), max(own)
    slope = own[most] / most / (own[least] / least)
    yield row(
        f"cost of a § with {most} over that with {least}, at most 1",
        f"{slope:.2f}",
        yes(slope <= 1),
    )
    told = f"{measured.memory:.0f} MB"
    yield row(f"Python's peak with {most} §§, under 600 MB", told, yes(measured.memory < 600))
