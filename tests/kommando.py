"""`gen …` as a user calls it: a process of its own in a folder, with the embedded engine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def gen(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """The process when it has ended, with what it printed."""
    return subprocess.run(
        [sys.executable, "-c", "from gen.cli import main; main()", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "GEN_MOTOR": "inbyggd", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
