"""This machine in, the families of fonts that its programs find out."""

from __future__ import annotations

import functools
import shutil
import subprocess


@functools.cache
def installed() -> frozenset[str] | None:
    """As fontconfig lists them; None where there is nothing to ask."""
    lister = shutil.which("fc-list")
    if lister is None:
        return None
    listed = subprocess.run(
        [lister, ":", "family"], capture_output=True, text=True, check=False, timeout=30
    ).stdout
    return frozenset(name.strip() for line in listed.splitlines() for name in line.split(","))
