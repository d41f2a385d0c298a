"""Several engines of one kind as one: batches of documents go to whichever is free.

The first starts with the pool; another only when so many documents wait that its own start (a
second of LibreOffice) is soon won back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import suppress
from queue import SimpleQueue
from types import TracebackType
from typing import Final, Self

from gen.errors import GenError
from gen.findings import Finding
from gen.pdf.contract import Engine, Fault
from gen.progress import Done, unheard

WORTH_ANOTHER: Final = 12
"""Small documents that a warm LibreOffice makes while a second one starts."""

_ROUNDS: Final = 4
"""Batches a worker: with one each, all would wait for the one that got the long documents."""


class Pool:
    """See `Engine`. `make` gives a new engine; `workers` is how many there may be at once."""

    def __init__(self, make: Callable[[], Engine], workers: int) -> None:
        self.notes: list[list[Finding]] = []
        self._make = make
        self._workers = max(1, workers)
        self._engines = [make()]

    @property
    def name(self) -> str:
        return self._engines[0].name

    @property
    def version(self) -> str:
        return self._engines[0].version

    @property
    def fonts(self) -> str:
        return self._engines[0].fonts

    def __enter__(self) -> Self:
        self._engines[0].__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for engine in self._engines:
            engine.__exit__(kind, error, trace)

    def convert(self, documents: Sequence[bytes], done: Done = unheard) -> list[bytes | Fault]:
        wanted = min(self._workers, max(1, len(documents) // WORTH_ANOTHER))
        while len(self._engines) < wanted:
            self._engines.append(self._make())
            self._engines[-1].__enter__()
        if wanted == 1:
            results = self._engines[0].convert(documents, done)
            self.notes = [list(notes) for notes in self._engines[0].notes]
            return results
        return self._shared(documents, wanted, done)

    def _shared(self, documents: Sequence[bytes], workers: int, done: Done) -> list[bytes | Fault]:
        """In batches, each to whichever of the engines is free; results in their order."""
        free: SimpleQueue[Engine] = SimpleQueue()
        for engine in self._engines[:workers]:
            free.put(engine)

        def one(batch: Sequence[bytes]) -> tuple[list[bytes | Fault], list[list[Finding]]]:
            engine = free.get()
            try:
                return engine.convert(batch, done), [list(notes) for notes in engine.notes]
            finally:
                free.put(engine)

        threads = ThreadPoolExecutor(workers, thread_name_prefix="gen-motor")
        try:
            waiting = [threads.submit(one, batch) for batch in _batches(documents, workers)]
            ended, _ = wait(waiting, return_when=FIRST_EXCEPTION)
            for future in ended:
                future.result()
        except BaseException:
            # The threads wait for their LibreOffice: without it they end, and only then can we.
            threads.shutdown(wait=False, cancel_futures=True)
            for engine in self._engines:
                with suppress(GenError, OSError):
                    engine.__exit__(None, None, None)
            raise
        finally:
            threads.shutdown()
        made = [future.result() for future in waiting]
        self.notes = [notes for _, some in made for notes in some]
        return [result for results, _ in made for result in results]


def _batches(documents: Sequence[bytes], workers: int) -> Iterator[Sequence[bytes]]:
    size = -(-len(documents) // (workers * _ROUNDS))
    return (documents[start : start + size] for start in range(0, len(documents), size))
