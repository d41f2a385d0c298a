"""gen is killed at any moment: whole files in out/, no LibreOffice left, and the next run is done.

Each disk call of the store is tried in test_store.py; here whole runs, at moments spread evenly
over a run. `python -m benchmarks.killed` does fifty.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from gen import atomic, manifest

DATA = Path(__file__).resolve().parent.parent / "data"
KSAU = "ksau-2023-03-06"
ROUNDS = int(os.environ.get("GEN_OMGANGAR", "0"))
"""How often; 0: a few."""
_WORD, _OTHER = b"Sessionssalen", b"Sessionssalar"

needs_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="läser /proc")


@dataclass(frozen=True)
class Killing:
    """A folder in which the same workbook is run again and again, now with one word, now another.

    `seconds` is how long an undisturbed run takes, `whole` what it makes of each of the two.
    """

    folder: Path
    motor: str
    seconds: float
    whole: tuple[dict[str, bytes], dict[str, bytes]]

    def start(self) -> subprocess.Popen[bytes]:
        words = ("utdrag", self.folder / f"{KSAU}.xlsx", "--ut", self.folder / "out")
        return subprocess.Popen(
            [sys.executable, "-c", "from gen.cli import main; main()", *map(str, words)],
            env={**os.environ, "GEN_MOTOR": self.motor, "TMPDIR": str(self.folder / "tmp")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def finish(self) -> None:
        done = self.start()
        _, told = done.communicate(timeout=120)
        assert done.returncode == 0, told.decode()

    def standing(self) -> dict[str, bytes]:
        """Every file that a person sees in out/."""
        out = self.folder / "out" / KSAU
        return {
            path.relative_to(out).as_posix(): path.read_bytes()
            for path in sorted(out.rglob("*"))
            if path.is_file() and not path.name.startswith(".")
        }

    def offices(self) -> list[int]:
        """The LibreOffice that runs of this folder have started: they name its tmp."""
        mark = str(self.folder / "tmp").encode()
        return [number for number, line in _running() if mark in line and b"soffice" in line]


def _running() -> Iterator[tuple[int, bytes]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                yield int(entry.name), (entry / "cmdline").read_bytes()
            except OSError:  # it has ended
                continue


def prepared(folder: Path, motor: str) -> Killing:
    (folder / "tmp").mkdir()
    shutil.copy(DATA / "register.xlsx", folder)
    whole = []
    seconds = 0.0
    for old, new in ((_WORD, _WORD), (_WORD, _OTHER)):
        saved(folder, old, new)
        shutil.rmtree(folder / "out", ignore_errors=True)
        start = time.monotonic()
        Killing(folder, motor, 0, ({}, {})).finish()
        seconds = time.monotonic() - start
        whole.append(documents(Killing(folder, motor, 0, ({}, {})).standing()))
    first, second = whole
    assert first.keys() == second.keys()
    assert first["protokoll.pdf"] != second["protokoll.pdf"]
    return Killing(folder, motor, seconds, (first, second))


def saved(folder: Path, old: bytes, new: bytes) -> None:
    """The example's workbook, with another word in one cell."""
    kept = io.BytesIO()
    with zipfile.ZipFile(DATA / f"{KSAU}.xlsx") as source, zipfile.ZipFile(kept, "w") as target:
        for entry in source.infolist():
            target.writestr(entry, source.read(entry).replace(old, new))
    (folder / f"{KSAU}.xlsx").write_bytes(kept.getvalue())


def documents(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name != manifest.NAME}


def is_whole(name: str, content: bytes) -> bool:
    if name.endswith(".pdf"):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return len(pdf.pages) > 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.testzip() is None


def until(condition: Callable[[], bool], seconds: float) -> bool:
    last = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > last:
            return False
        time.sleep(0.02)
    return True


def kill_and_see(killing: Killing, number: int) -> None:
    """One round: the workbook is saved again, the run of it killed, and one more made."""
    # The golden ratio spreads any number of moments evenly; some come when the run has ended.
    moment = killing.seconds * 1.1 * (number * 0.618034 % 1)
    end_and_see(killing, number, signal.SIGKILL, lambda: time.sleep(moment))


def end_and_see(
    killing: Killing, number: int, how: signal.Signals, wait: Callable[[], object]
) -> tuple[int, str]:
    """The same with any signal: what the run ended with and said. `wait` is over when it comes."""
    saved(killing.folder, _WORD, (_WORD, _OTHER)[number % 2])
    run = killing.start()
    wait()
    run.send_signal(how)
    _, said = run.communicate()
    assert until(lambda: not killing.offices(), 5), "ett LibreOffice blev kvar"
    left = killing.standing()
    if manifest.NAME in left:
        told = manifest.loads(left[manifest.NAME])
        for name, content in documents(left).items():
            assert is_whole(name, content), name
            assert atomic.sha256(content) in told.own(name), name
    else:
        assert documents(left) == {}
    killing.finish()
    assert documents(killing.standing()) == killing.whole[number % 2]
    assert not list((killing.folder / "out").rglob(".gen-*.tmp"))
    assert not killing.offices()
    return run.returncode, said.decode()


@needs_proc
@pytest.mark.behover("libreoffice")
def test_a_run_that_somebody_interrupts_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    killing = prepared(tmp_path, "libreoffice")

    def office_at_work() -> bool:
        return until(lambda: bool(killing.offices()), 10)

    exit_code, said = end_and_see(killing, 1, signal.SIGINT, office_at_work)
    assert exit_code == 130
    assert said.splitlines()[-1] == "Avbrutet. Inget halvfärdigt har skrivits."
    assert "Traceback" not in said
    assert not list((tmp_path / "tmp").iterdir())


@needs_proc
@pytest.mark.parametrize(
    ("motor", "few"),
    [
        ("inbyggd", 4),
        pytest.param("libreoffice", 2, marks=pytest.mark.behover("libreoffice")),
    ],
)
def test_a_killed_run_leaves_whole_files_and_the_next_one_is_done(
    tmp_path: Path, motor: str, few: int
) -> None:
    killing = prepared(tmp_path, motor)
    for number in range(1, 1 + (ROUNDS or few)):
        kill_and_see(killing, number)
