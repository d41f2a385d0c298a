"""A Dask cluster as an engine: docx bytes go out to its workers, PDF bytes come back.

No disk is shared and nothing but bytes travels. Each worker process has one LibreOffice of its own,
warm from the first document on. What a worker that is lost had in hand is done again by another.
"""

from __future__ import annotations

import atexit
import functools
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib import import_module
from types import TracebackType
from typing import Any, Final, Self

from gen.errors import EngineError
from gen.findings import (
    CLUSTER_MISSING,
    CLUSTER_MIXED,
    CLUSTER_PLAIN,
    CLUSTER_SILENT,
    Finding,
)
from gen.identity import identity
from gen.pdf.contract import Engine, Fault

_PATIENCE: Final = "10s"
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
    """See `Engine`. `address` is the scheduler's: `tcp://schemalaggare:8786`."""

    def __init__(self, address: str) -> None:
        self.notes: list[list[Finding]] = []
        self._address = address
        self._client: Any = None  # distributed has no types

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
        try:
            distributed: Any = import_module("distributed")
        except ImportError as error:
            raise EngineError(CLUSTER_MISSING("")) from error
        # Told here: a client that was made without keys waits for half a minute in its own end.
        keys = distributed.Security().get_connection_args("client")
        if self._address.startswith("tls:") and keys.get("ssl_context") is None:
            raise EngineError(CLUSTER_PLAIN("", value=self._address))
        try:
            self._client = distributed.Client(
                self._address, timeout=_PATIENCE, set_as_default=False
            )
        except (OSError, TimeoutError, ValueError) as error:
            raise EngineError(CLUSTER_SILENT("", value=self._address)) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def convert(self, documents: Sequence[bytes]) -> list[bytes | Fault]:
        client = self._connected()
        workers = max(1, len(client.scheduler_info()["workers"]))
        batches = list(_batches(documents, workers))
        futures = client.map(convert_here, batches, pure=False, retries=_RETRIES)
        made: list[Made] = client.gather(futures)
        self.notes = [notes for _, some in made for notes in some]
        return [result for results, _ in made for result in results]

    @functools.cached_property
    def _worker(self) -> _Worker:
        """What all workers are. EngineError: none is there, or they are not alike."""
        seen: list[_Worker] = sorted(set(self._connected().run(describe_here).values()))
        if not seen:
            raise EngineError(CLUSTER_SILENT("", value=self._address))
        if len(seen) > 1 or seen[0].gen != identity():
            told = sorted({f"gen {w.gen}, {w.name} {w.version}" for w in seen})
            raise EngineError(CLUSTER_MIXED("", value="; ".join(told), own=identity()))
        return seen[0]

    def _connected(self) -> Any:
        if self._client is None:
            raise RuntimeError("the cluster converts only inside `with`")
        return self._client


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
