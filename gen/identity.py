"""Which gen made a file: its version, and of a checkout its code too, which changes without one."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from gen import __version__


@functools.cache
def identity() -> str:
    """`0.1.0`; in a checkout `0.1.0+` and a hash of the modules' content."""
    package = Path(__file__).parent
    if not (package.parent / "pyproject.toml").is_file():
        return __version__
    code = hashlib.sha256()
    for module in sorted(package.rglob("*.py")):
        code.update(module.relative_to(package).as_posix().encode() + module.read_bytes())
    return f"{__version__}+{code.hexdigest()[:12]}"
