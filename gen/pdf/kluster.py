"""A Dask cluster as an engine: docx bytes go out to its workers, PDF bytes come back.

No disk is shared and nothing but bytes travels. Each worker process has one LibreOffice of its own,
warm from the first document on. What a worker that is lost had in hand is done again by another.
"""

from __future__ import annotations

import atexit
import functools
import logging
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import TracebackType
from typing import Any, Final, Self

from gen.errors import EngineError
from gen.findings import (
    CLUSTER_MISSING,
    CLUSTER_MIXED,
    CLUSTER_OTHER,
    CLUSTER_PLAIN,
    CLUSTER_SILENT,
    Finding,
)
from gen.identity import identity
from gen.pdf.contract import Engine, Fault
from gen.progress import Done, unheard

_PATIENCE: Final = "10s"
_MOMENT: Final = 0.02
_LOOKING: Final = 2.0
"""Seconds between two looks at whether there still are workers."""
_ALONE: Final = 20.0
"""Seconds without any worker until a run gives up: a nanny starts a lost one anew in a few."""
_LOGGERS: Final = ("distributed", "distributed.client", "tornado.application", "asyncio")
_RETRIES: Final = 3
"""How often a batch is done again whose worker was lost."""

Batch = Sequence[bytes]
Made = tuple[list[bytes | Fault], list[list[Finding]]]


@dataclass(frozen=True, slots=True, order=True)
class _Worker:
    """What a worker makes PDFs with: all must be alike, or one run would give two looks."""

    gen: str
    name: str
    version: str
    fonts: str


class Kluster:
    """See `Engine`. `address` is the scheduler's: `tcp://schemalaggare:8786`; `wanted` the engine
    that its workers must have, if that was said."""

    def __init__(self, address: str, wanted: str = "") -> None:
        self.notes: list[list[Finding]] = []
        self._address = address
        self._wanted = wanted
        self._client: Any = None  # distributed has no types
        self._held = ExitStack()

    @property
    def name(self) -> str:
        return self._worker.name

    @property
    def version(self) -> str:
        return self._worker.version

    @property
    def fonts(self) -> str:
        return self._worker.fonts

    def __enter__(self) -> Self:
        self._client = self._held.enter_context(self._connection())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client = None
        self._held.close()

    def convert(self, documents: Sequence[bytes], done: Done = unheard) -> list[bytes | Fault]:
        client = self._client
        if client is None:
            raise RuntimeError("the cluster converts only inside `with`")
        with self._told():
            batches = list(_batches(documents, max(1, len(client.nthreads()))))
            futures = client.map(convert_here, batches, pure=False, retries=_RETRIES)
            self._wait(client, dict(zip(futures, map(len, batches), strict=True)), done)
            made: list[Made] = client.gather(futures)
        self.notes = [notes for _, some in made for notes in some]
        return [result for results, _ in made for result in results]

    def _wait(self, client: Any, pending: dict[Any, int], done: Done) -> None:
        """Until all is done; TimeoutError where no worker has been left for long that could do it.

        `pending`: how many documents each future is about.
        """
        looked = manned = time.monotonic()
        while pending:
            for future in [future for future in pending if future.done()]:
                done(pending.pop(future))
            now = time.monotonic()
            if now - looked >= _LOOKING:
                looked = now
                manned = now if client.nthreads() else manned
                if now - manned >= _ALONE:
                    raise TimeoutError
            time.sleep(_MOMENT)

    @functools.cached_property
    def _worker(self) -> _Worker:
        """What all workers are. EngineError: none is there, or they are not alike, or other than
        wanted. Asked before `with` also: a run that has nothing to convert never gets there."""
        with ExitStack() as held:
            client = self._client or held.enter_context(self._connection())
            with self._told():
                seen: list[_Worker] = sorted(set(client.run(describe_here).values()))
        if not seen:
            raise EngineError(CLUSTER_SILENT("", value=self._address))
        if len(seen) > 1 or seen[0].gen != identity():
            told = sorted({f"gen {w.gen}, {w.name} {w.version}" for w in seen})
            raise EngineError(CLUSTER_MIXED("", value="; ".join(told), own=identity()))
        if self._wanted and seen[0].name != self._wanted:
            raise EngineError(CLUSTER_OTHER("", value=self._wanted, name=seen[0].name))
        return seen[0]

    @contextmanager
    def _connection(self) -> Iterator[Any]:
        try:
            distributed: Any = import_module("distributed")
        except ImportError as error:
            raise EngineError(CLUSTER_MISSING("")) from error
        # Told here: a client that was made without keys waits for half a minute in its own end.
        keys = distributed.Security().get_connection_args("client")
        if self._address.startswith("tls:") and keys.get("ssl_context") is None:
            raise EngineError(CLUSTER_PLAIN("", value=self._address))
        with _quiet(), self._told():
            client = distributed.Client(self._address, timeout=_PATIENCE, set_as_default=False)
        with _quiet(), client:
            yield client

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A cluster that goes away in the middle is told as one that does not answer."""
        from distributed.client import ClosedClientError
        from distributed.scheduler import KilledWorker

        try:
            yield
        except (OSError, ValueError, CancelledError, ClosedClientError, KilledWorker) as error:
            raise EngineError(CLUSTER_SILENT("", value=self._address)) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Without distributed's own words to the user, with tracebacks, of every connection lost."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _heard(done: Done, number: int, _: object) -> None:
    """Called by the cluster's own thread, with the future that has come."""
    done(number)


def _batches(documents: Sequence[bytes], workers: int) -> Iterator[Batch]:
    """Four a worker: what a lost one had in hand is little, and none waits long for another."""
    size = max(1, -(-len(documents) // (workers * 4)))
    return (documents[start : start + size] for start in range(0, len(documents), size))


# -- on the worker ----------------------------------------------------------------------

_lock = threading.Lock()
_open = ExitStack()


@functools.cache
def _engine() -> Engine:
    from gen.pdf.engines import choose

    atexit.register(_open.close)
    return _open.enter_context(choose(workers=1))


def describe_here() -> _Worker:
    """What this worker is. Runs on the worker."""
    with _lock:
        engine = _engine()
        return _Worker(identity(), engine.name, engine.version, engine.fonts)


def convert_here(batch: Batch) -> Made:
    """The PDFs of a batch. Runs on the worker, one batch at a time."""
    with _lock:
        engine = _engine()
        return engine.convert(batch), [list(notes) for notes in engine.notes]
