"""An engine in, the same out, but started by its first conversion: for a run that may need none."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from gen.findings import Finding
from gen.pdf.contract import Engine, Fault
from gen.progress import Done, unheard


class Later:
    """See `Engine`. What it is called and what fonts it has is known without its being started."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._started = False

    @property
    def name(self) -> str:
        return self._engine.name

    @property
    def version(self) -> str:
        return self._engine.version

    @property
    def fonts(self) -> str:
        return self._engine.fonts

    @property
    def notes(self) -> Sequence[Sequence[Finding]]:
        return self._engine.notes

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._started:
            self._engine.__exit__(kind, error, trace)

    def convert(self, documents: Sequence[bytes], done: Done = unheard) -> list[bytes | Fault]:
        if not self._started:
            self._engine.__enter__()
            self._started = True
        return self._engine.convert(documents, done)
