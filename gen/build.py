"""The recipe: read → check → plan → render → convert → finish → place. A workbook in, files out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gen import __version__, findings
from gen.checks import check
from gen.docx import render
from gen.findings import Finding
from gen.jobs import Job
from gen.pdf.engines import Engine, Fault, choose
from gen.pdf.finish import Source as Draft
from gen.pdf.finish import finish
from gen.plan import own_folder, plan, stopped
from gen.store import Placed, Policy, Store
from gen.templates import Templates
from gen.workbook.read import Reading, read


@dataclass(frozen=True, slots=True)
class Options:
    """How to build. `engine` None: the environment or what is found; `templates`: own folder."""

    out: Path = Path("out")
    register: Path | None = None
    engine: str | None = None
    templates: Path | None = None
    policy: Policy = Policy.REFUSE
    strict: bool = False
    dry: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. `placed` and `unchanged` are paths; `faults` are documents not converted."""

    reading: Reading
    findings: tuple[Finding, ...]
    stopped: dict[str, int]
    jobs: tuple[Job, ...] = ()
    engine: str = ""
    placed: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    set_aside: dict[Path, Path] = field(default_factory=dict)
    faults: tuple[Finding, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 done, 1 the data has fel, 3 an engine failed (design section 3)."""
        return 3 if self.faults else int(bool(self.stopped))
