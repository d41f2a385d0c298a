"""Thirty documents on a Dask cluster of one worker and of two, on this machine: the table."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks import motet
from benchmarks.timing import GEN, Command, environment, in_turn, table

THIRTY = 30


def measure(runs: int = 3) -> str:
    """The table. LookupError: `distributed` is not installed."""
    if find_spec("distributed") is None:
        raise LookupError("distributed")
    with tempfile.TemporaryDirectory() as scratch, cluster(1) as one, cluster(2) as two:
        folder = Path(scratch)
        workbook = motet.write(folder, THIRTY)
        words = (*GEN, "tjänsteskrivelse", str(workbook), "--ut", str(folder / "ut"))
        told = f"{THIRTY} tjänsteskrivelser, en arbetare"
        commands = {
            name: Command(
                (*words, "--kluster", address),
                lambda: shutil.rmtree(folder / "ut", ignore_errors=True),
            )
            for name, address in ((told, one), (told.replace("en arbetare", "två arbetare"), two))
        }
        return table(in_turn(commands, runs), told)


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """A scheduler and its workers, started as docs/drift.md says; its address."""
    distributed: Any = import_module("distributed")  # it has no types

    port = _free_port()
    address = f"tcp://127.0.0.1:{port}"
    plain = ("--host", "127.0.0.1", "--no-dashboard")
    with ExitStack() as started:
        _start(started, "scheduler", *plain, "--port", f"{port}")
        for _ in range(workers):
            _start(started, "worker", address, *plain, "--nthreads", "1")
        with distributed.Client(address, timeout="30s", set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)
        yield address


def _start(stack: ExitStack, *words: str) -> None:
    command = (sys.executable, "-m", "dask", *words)
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, env=environment())
    stack.callback(process.wait, 30)
    stack.callback(process.terminate)


def _free_port() -> int:
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])
