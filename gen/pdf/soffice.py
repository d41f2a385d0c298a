"""The LibreOffice of this machine: the environment in; its program, version and fonts out."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_FOLDERS: Final = (
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/usr/local/lib/libreoffice/program",
    "/opt/libreoffice*/program",
    "/snap/libreoffice/current/lib/libreoffice/program",
    "/Applications/LibreOffice.app/Contents/MacOS",
    "C:/Program Files/LibreOffice/program",
    "C:/Program Files (x86)/LibreOffice/program",
)


_PATIENCE: Final = 5.0
"""Seconds for its version, which takes a quarter of one: a program that hangs has none."""


def find(environ: Mapping[str, str]) -> Path | None:
    """The program itself, not the script that starts it: that one dies alone when it is killed.

    Where GEN_SOFFICE points (the program, its script or its folder), else by PATH, else in the
    usual places. A GEN_SOFFICE that points astray finds nothing.
    """
    if pointed := environ.get("GEN_SOFFICE"):
        return _program(Path(pointed).expanduser())
    for name in ("soffice", "libreoffice"):
        if command := shutil.which(name, path=environ.get("PATH")):
            # Something else of that name (a flatpak's script) is no LibreOffice that we can tie.
            program = _program(Path(command))
            if program is not None and program.name == "soffice.bin":
                return program
    for pattern in map(Path, _FOLDERS):
        if not pattern.is_absolute():  # another system's
            continue
        inside = str(pattern.relative_to(pattern.anchor))
        for folder in sorted(Path(pattern.anchor).glob(inside), reverse=True):
            if program := _program(folder):
                return program
    return None


def version(program: Path) -> str:
    """`7.4.7.2`, from its own registry: asking the program takes a quarter of a second."""
    for folder in ("../share/registry", "../Resources/registry"):
        try:
            registry = (program.parent / folder / "main.xcd").read_bytes()
        except OSError:
            continue
        if found := re.search(rb'"ooSetupVersionAboutBox">\s*<value>([\d.]+)<', registry):
            return found[1].decode("ascii")
    try:
        answer = subprocess.run(
            [program, "--version"], capture_output=True, timeout=_PATIENCE, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return "okänd"
    found = re.search(rb"\d+(?:\.\d+)+", answer)
    return found[0].decode("ascii") if found else "okänd"


def font_set() -> str:
    """A hash of the fonts that LibreOffice finds: as fontconfig lists them, else of the folders."""
    if lister := shutil.which("fc-list"):
        listed = subprocess.run(
            [lister, "--format", "%{family}|%{style}|%{fontversion}\n"],
            capture_output=True,
            check=False,
        ).stdout
        seen = sorted(set(listed.decode("utf-8", "replace").splitlines()))
    else:
        folders = ["/Library/Fonts", "/System/Library/Fonts", "~/Library/Fonts"]
        if sys.platform == "win32":
            folders = [r"C:\Windows\Fonts", r"~\AppData\Local\Microsoft\Windows\Fonts"]
        files = [file for each in folders for file in Path(each).expanduser().rglob("*.*")]
        seen = sorted(f"{file.name}|{file.stat().st_size}" for file in files if file.is_file())
    return hashlib.sha256("\n".join(seen).encode()).hexdigest()[:12]


def _program(path: Path) -> Path | None:
    """`soffice.bin` by its folder, itself or its script; another program where there is none."""
    if path.is_dir():
        inside = (path / name for name in ("soffice.bin", "soffice"))
        return next((file for file in inside if file.is_file()), None)
    if not path.is_file():
        return None
    real = path.resolve()
    beside = real.with_name("soffice.bin")
    if not beside.is_file():
        # Fedora's /usr/bin/soffice is a script that starts the one in the program folder.
        with real.open("rb") as file:
            script = file.read(10_000)
        named = re.search(rb"(/[^\s\"']+/program/)soffice\b", script)
        beside = Path(os.fsdecode(named[1]), "soffice.bin") if named else beside
    return beside if beside.is_file() else real
