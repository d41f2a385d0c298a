"""What an engine is: Word files in, for each its PDF or its fault out.

An engine gives the PDF as it makes it; `metadata.finish` makes every engine's PDF the same outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from gen.findings import Finding
from gen.progress import Done, unheard


@dataclass(frozen=True, slots=True)
class Fault:
    """No PDF of this document. `finding.at` is empty: the caller knows which file it is."""

    finding: Finding


class Engine(Protocol):
    """Used as `with engine as e: e.convert([…])`, by one thread at a time.

    `name`, `version` and `fonts` (a short hash of the fonts it sees) say together what made a
    PDF: they belong in a job's key. `notes` is what the latest `convert` has to tell of each
    document, in the documents' order: what is drawn otherwise than in Word. Their `at` is empty.
    """

    @property
    def notes(self) -> Sequence[Sequence[Finding]]: ...
    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def fonts(self) -> str: ...
    def __enter__(self) -> Self:
        """Returns at once; what takes time to start goes on in the background."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def convert(self, documents: Sequence[bytes], done: Done = unheard) -> list[bytes | Fault]:
        """One PDF or fault a docx, in their order; a bad file harms no other.

        `done` is told of each that is finished, as far as the engine knows before all are.

        EngineError when the engine itself does not work.
        """
        ...


def label(engine: Engine) -> str:
    """The engine as it is told in messages, manifests and metadata: `libreoffice 7.4.7.2`."""
    return f"{engine.name} {engine.version}"
