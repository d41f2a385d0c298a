"""A document to be made, as a frozen value that is complete wherever it runs."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gen.findings import Finding
    from gen.store import Placed

JSON = None | bool | int | float | str | list["JSON"] | dict[str, "JSON"]

MALL, BREVPAPPER = "mall", "brevpapper"


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that a job needs. `name` is for messages; the content is known by `sha256`."""

    name: str
    content: bytes = field(repr=False)
    sha256: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.content).hexdigest())


@dataclass(frozen=True, slots=True)
class Job:
    """One docx and its PDF.

    `name` is the file name without ending, relative to the workbook's folder in out/.
    `created` is the date of the document (ISO), never the clock. `resources` by role:
    `mall`, `brevpapper`, and the files set in.
    """

    typ: str
    name: str
    title: str
    created: str
    context: Mapping[str, JSON]
    resources: Mapping[str, Resource]

    @property
    def files(self) -> tuple[str, str]:
        """The names of its Word file and its PDF."""
        return f"{self.name}.docx", f"{self.name}.pdf"

    def key(self, gen: str, engine: str) -> str:
        """What this job's files are made from, as one hash.

        `engine` is the engine with its version and font set. Text is compared as NFC: two
        machines may type one name in two ways.
        """
        facts = {
            "typ": self.typ,
            "name": self.name,
            "title": self.title,
            "created": self.created,
            "context": self.context,
            "resources": {role: r.sha256 for role, r in self.resources.items()},
            "gen": gen,
            "engine": engine,
        }
        text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Making:
    """What came of jobs: files by name, what there is to say, and what could not be converted."""

    files: Mapping[str, Placed] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    faults: tuple[Finding, ...] = ()
