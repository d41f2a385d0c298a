"""`gen …` as a user calls it: a process of its own in a folder, with the embedded engine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CALL = "from gen.cli import main; main()"


def gen(
    folder: Path, *arguments: object, types: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """The process when it has ended, with what it printed. `types`: a folder with modules of
    document types, found beside gen's own as if they lay there."""
    beside = f"import gen.documents; gen.documents.__path__.append({str(types)!r}); "
    return subprocess.run(
        [sys.executable, "-c", (beside if types else "") + CALL, *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "GEN_MOTOR": "inbyggd", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
