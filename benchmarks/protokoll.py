"""What a secretary waits for day by day, against LibreOffice alone: the table.

One protokoll; a run in which nothing has changed, or one cell; thirty tjänsteskrivelser with one
LibreOffice and with two. The floor of a protokoll is the bare cold `soffice --convert-to pdf` of
the docx that gen makes of it.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks import motet, rivals
from benchmarks.timing import GEN, Command, Prepare, in_turn, once, row, table, yes

DATA = Path(__file__).parent.parent / "data"
KSAU = DATA / "ksau-2023-03-06.xlsx"
FLOOR = "soffice --convert-to pdf, cold"
UNCHANGED = "gen protokoll, nothing changed"
ONE_CELL = "gen protokoll, one cell changed"
THIRTY = 30
_WORD, _OTHER = b"Sessionssalen", b"Sessionssalar"


def measure(runs: int = 7) -> str:
    """The table. LookupError: no LibreOffice."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copy(DATA / "register.xlsx", folder)
        own, standing, other = (folder / name for name in (KSAU.name, "orört.xlsx", "annat.bin"))
        shutil.copy(KSAU, own)
        shutil.copy(KSAU, standing)
        _changed(KSAU, other)

        def fresh(name: str) -> Prepare:
            return lambda: shutil.rmtree(folder / name, ignore_errors=True)

        def run(out: str, workbook: Path = own, motor: str = "libreoffice") -> tuple[str, ...]:
            return (*GEN, "protokoll", str(workbook), "--ut", str(folder / out), "--motor", motor)

        once(Command(run("gen")))
        shutil.copy(folder / "gen" / KSAU.stem / "protokoll.docx", folder)
        cold = rivals.floor(folder / "protokoll.docx", folder / "profil", folder / "bare")
        seconds = in_turn(
            {
                FLOOR: Command(cold, fresh("profil")),
                "gen protokoll, libreoffice": Command(run("gen"), fresh("gen")),
                "gen protokoll, inbyggd": Command(run("in", motor="inbyggd"), fresh("in")),
                UNCHANGED: Command(run("same", standing)),
                ONE_CELL: Command(run("cell"), lambda: _swap(own, other)),
            },
            runs,
        )
    return "\n".join((table(seconds, FLOOR), "", *_bounds(seconds)))


def _bounds(seconds: Mapping[str, list[float]]) -> Iterator[str]:
    """What the README promises of the days after the first run."""
    floor, same, cell = (statistics.median(seconds[name]) for name in (FLOOR, UNCHANGED, ONE_CELL))
    yield row("bound", "measured", "held")
    yield row("---", "---", "---")
    told = "nothing changed over LibreOffice alone, at most 0.5"
    yield row(told, f"{same / floor:.2f}", yes(same <= 0.5 * floor))
    told = "one cell changed over LibreOffice alone, at most 1.5"
    yield row(told, f"{cell / floor:.2f}", yes(cell <= 1.5 * floor))


def skrivelser(runs: int = 3) -> str:
    """Thirty tjänsteskrivelser of one meeting, with one LibreOffice and with two."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        workbook = motet.write(folder, THIRTY)

        def run(name: str, *options: str) -> Command:
            out = folder / name
            words = (*GEN, "tjänsteskrivelse", str(workbook), "--ut", str(out))
            told = ("--motor", "libreoffice", *options)
            return Command((*words, *told), lambda: shutil.rmtree(out, ignore_errors=True))

        one = f"{THIRTY} tjänsteskrivelser, --jobb 1"
        both = {one: run("en", "--jobb", "1"), one[:-1] + "2": run("två", "--jobb", "2")}
        return table(in_turn(both, runs), one)


def _changed(workbook: Path, other: Path) -> None:
    """The same workbook with another word in one cell."""
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(other, "w") as new:
        seen = 0
        for entry in old.infolist():
            content = old.read(entry)
            seen += content.count(_WORD)
            new.writestr(entry, content.replace(_WORD, _OTHER))
    assert seen == 1, f"{seen} cells have the word"


def _swap(one: Path, other: Path) -> None:
    """Each takes the other's place: what was made before is now out of date."""
    between = one.with_suffix(".emellan")
    one.rename(between)
    other.rename(one)
    between.rename(other)
    one.touch()  # as saving does: a run looks at it to know whether an engine will be wanted
