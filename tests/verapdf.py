"""veraPDF for the tests: PDF files in, out the clauses that each fails of what it claims to be.

One start of Java, however many the files.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import parts

PROFILES = {"PDF/A-2B validation profile": "2b", "PDF/UA-1 validation profile": "ua1"}
PASSES: dict[str, list[str]] = {"2b": [], "ua1": []}
"""The answer for a file that claims to be both PDF/A-2b and PDF/UA-1, and is."""


def failures(
    pdfs: Mapping[str, bytes], folder: Path, *, against: str = "0"
) -> dict[str, dict[str, list[str]]]:
    """By file and standard (`2b`: ISO 19005-2, `ua1`: ISO 14289-1) the clauses failed, `7.4.2-1`.

    Each file is tried by the standards that it claims, so one that claims nothing gets `{}`;
    `against` names one standard for all of them, claimed or not. `folder` is an empty one, to
    write the files to. A file without an answer is an error: none passes by being overlooked.
    """
    program = shutil.which("verapdf", path=parts.search_path())
    if program is None:
        raise FileNotFoundError("verapdf")
    for name, content in pdfs.items():
        (folder / f"{name}.pdf").write_bytes(content)
    run = subprocess.run(
        [program, "-f", against, "--format", "json", str(folder)], capture_output=True, check=False
    )
    if run.returncode not in (0, 1):  # 1: some file fails
        raise RuntimeError(run.stderr.decode(errors="replace"))
    out = {}
    for job in json.loads(run.stdout)["report"]["jobs"]:
        name = Path(job["itemDetails"]["name"]).stem
        out[name] = {
            PROFILES[result["profileName"]]: _failed(name, result)
            for result in job["validationResult"]
            if result["profileName"] in PROFILES  # what claims nothing is tried as PDF/A-1b
        }
    if out.keys() != pdfs.keys():
        raise RuntimeError(f"veraPDF gave no answer on {sorted(pdfs.keys() - out.keys())}")
    return out


def _failed(name: str, result: Mapping[str, object]) -> list[str]:
    details = result["details"]
    assert isinstance(details, dict)
    rules = details["ruleSummaries"]
    failed = sorted(f"{rule['clause']}-{rule['testNumber']}" for rule in rules)
    if bool(failed) == result["compliant"]:
        raise RuntimeError(f"veraPDF did not finish {name}: {result['jobEndStatus']}")
    return failed
