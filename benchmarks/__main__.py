"""`make bench`: every measurement, as a page of tables and a picture, and on standard output.

python -m benchmarks [--snabbt] [--till FOLDER]. `--snabbt`: 10 and 100 §§ only, some minutes; with
1,000 it takes fifteen. What is missing (node, python3-uno, distributed) is left out, and said.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import kalkylblad, kluster, picture, protokoll, rivals, utdrag
from gen.pdf import soffice


def main() -> None:
    """The measurements."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("--snabbt", action="store_true")
    asked.add_argument("--till", type=Path, default=Path("out/bench"))
    options = asked.parse_args()
    options.till.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    for line in _page(options.till, sizes=utdrag.SIZES[:2] if options.snabbt else utdrag.SIZES):
        print(line, flush=True)
        lines.append(line)
    (options.till / "bench.md").write_text("\n".join([*lines, ""]), "utf-8")


def _page(folder: Path, sizes: tuple[int, ...]) -> Iterator[str]:
    yield "# Measured"
    yield ""
    yield f"{_machine()}. Medians of runs in turn. Made by `make bench`."
    yield ""
    yield "## Utdrag: gen against LibreOffice alone, carbone and a docxtpl loop"
    yield ""
    try:
        measured = utdrag.measure(sizes)
    except LookupError:
        yield "LibreOffice is not installed: nothing to measure against."
        return
    (folder / "bench.svg").write_text(picture.draw(measured), "utf-8")
    yield from utdrag.table(measured)
    yield ""
    yield "![Seconds for 10, 100 and 1,000 utdrag](bench.svg)"
    parts: tuple[tuple[str, Callable[[], str]], ...] = (
        ("One protokoll (KSAU 2023-03-06)", protokoll.measure),
        ("Two LibreOffice against one", protokoll.skrivelser),
        ("Two Dask workers against one", kluster.measure),
        ("Reading and checking a workbook", kalkylblad.measure),
    )
    for heading, measure in parts:
        yield ""
        yield f"## {heading}"
        yield ""
        try:
            yield measure()
        except LookupError as error:
            yield f"Left out: {error} is not installed."


def _machine() -> str:
    office = soffice.version(rivals.program()) if soffice.find(os.environ) else "none"
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{usable} processors, Python {platform.python_version()}, LibreOffice {office}"


if __name__ == "__main__":
    main()
