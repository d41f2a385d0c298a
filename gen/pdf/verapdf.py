"""PDF files in, out what each claims to be and is not: asked of the veraPDF of the machine.

One start of Java, however many the files.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gen.errors import EngineError
from gen.findings import VERAPDF_FAILED, VERAPDF_MISSING, VERAPDF_SILENT, Finding
from gen.source import at
from gen.swedish.lists import list_text

STANDARDS: Final[Mapping[str, str]] = {"2b": "PDF/A-2b", "ua1": "PDF/UA-1"}
_PROFILES: Final = {"PDF/A-2B validation profile": "2b", "PDF/UA-1 validation profile": "ua1"}
_ANSWERED: Final = (0, 1)  # 1: some file fails
_TOLD: Final = 5
"""Clauses: whoever mends them runs veraPDF itself."""

Failed = Mapping[str, Sequence[str]]
"""By standard (`2b`: ISO 19005-2, `ua1`: ISO 14289-1) the clauses failed, `7.4.2-1`."""


@dataclass(frozen=True, slots=True)
class Examination:
    """`held`: the files that are what they claim to be, `claimless` those that claim nothing."""

    held: tuple[Path, ...]
    claimless: tuple[Path, ...]
    findings: tuple[Finding, ...]


def program(environ: Mapping[str, str] = os.environ) -> Path:
    """`verapdf` on PATH. EngineError: it is not there."""
    found = shutil.which("verapdf", path=environ.get("PATH", ""))
    if found is None:
        raise EngineError(VERAPDF_MISSING(""))
    return Path(found)


def examine(verapdf: Path, files: Iterable[Path]) -> Examination:
    """Each file by the standards that it claims. EngineError: veraPDF gave no answer."""
    pdfs = sorted({path for path in files if path.suffix.casefold() == ".pdf"})
    answers = failures(verapdf, pdfs) if pdfs else {}
    return Examination(
        tuple(path for path in pdfs if answers[path] and not any(answers[path].values())),
        tuple(path for path in pdfs if not answers[path]),
        tuple(
            VERAPDF_FAILED(
                at(path.name), value=path.name, standard=STANDARDS[name], clauses=_some(clauses)
            )
            for path in pdfs
            for name, clauses in answers[path].items()
            if clauses
        ),
    )


def failures(verapdf: Path, files: Sequence[Path], *, against: str = "0") -> dict[Path, Failed]:
    """What each fails of what it claims; one that claims nothing gets `{}`.

    `against` names one standard for all of them, claimed or not. EngineError: a file got no
    answer – none passes by being overlooked.
    """
    run = subprocess.run(
        [str(verapdf), "-f", against, "--format", "json", *map(str, files)],
        capture_output=True,
        check=False,
    )
    out: dict[Path, Failed] = {}
    by_place = {str(path.resolve()): path for path in files}
    for job in _jobs(run, verapdf):
        place = by_place.get(str(Path(job["itemDetails"]["name"]).resolve()))
        if place is not None and (results := job.get("validationResult")) is not None:
            out[place] = {
                _PROFILES[result["profileName"]]: _clauses(result, verapdf)
                for result in results
                if result["profileName"] in _PROFILES  # what claims nothing is tried as PDF/A-1b
            }
    if len(out) != len(by_place):
        missing = sorted(path.name for path in files if path not in out)
        raise EngineError(VERAPDF_SILENT("", value=verapdf, about=_some(missing)))
    return out


def _jobs(run: subprocess.CompletedProcess[bytes], verapdf: Path) -> list[Any]:
    try:
        if run.returncode not in _ANSWERED:
            raise ValueError(run.returncode)
        jobs: list[Any] = json.loads(run.stdout)["report"]["jobs"]
    except (ValueError, KeyError, TypeError) as error:
        said = run.stderr.decode(errors="replace").strip().splitlines()
        about = said[-1] if said else f"slutkod {run.returncode}"
        raise EngineError(VERAPDF_SILENT("", value=verapdf, about=about)) from error
    return jobs


def _clauses(result: Any, verapdf: Path) -> list[str]:
    """Those failed; one that says neither is no answer."""
    rules = result["details"]["ruleSummaries"]
    failed = sorted(f"{rule['clause']}-{rule['testNumber']}" for rule in rules)
    if bool(failed) == result["compliant"]:
        raise EngineError(VERAPDF_SILENT("", value=verapdf, about=str(result["jobEndStatus"])))
    return failed


def _some(words: Sequence[str]) -> str:
    more = len(words) - _TOLD
    return list_text([*words[:_TOLD], f"{more} till"] if more > 0 else words)
