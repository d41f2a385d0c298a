"""A file name as somebody wrote it in a cell in, the file out – or why it cannot be had.

Names start at the folder of the workbook that they stand in and may not leave it: a workbook
that comes from somebody else must not be able to put any file of its reader into a document.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from gen import findings
from gen.findings import Finding, Kind
from gen.names import nearest

REGISTER_FILE = "register.xlsx"
"""What a register is called where nobody says which it is."""


def register_places(workbook: Path, given: Path | None) -> tuple[Path, ...]:
    """Where the register of a workbook may be, the first that is there: the one that is given,
    else the one beside it, else data/register.xlsx."""
    if given is not None:
        return (given,)
    return workbook.parent / REGISTER_FILE, Path("data") / REGISTER_FILE


class Unusable(Exception):  # noqa: N818 - an answer about a cell, not yet an error of the run
    """Why a file cannot be used. `facts` fill in the kind's sentence."""

    def __init__(self, kind: Kind, *, suggestion: str = "", **facts: str) -> None:
        super().__init__(kind.code)
        self.kind, self.suggestion, self.facts = kind, suggestion, facts

    def finding(self, at: str, value: str, stoppar: frozenset[str]) -> Finding:
        """The same as a finding on what was written at `at`."""
        return self.kind(at, value=value, suggestion=self.suggestion, stoppar=stoppar, **self.facts)


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that a workbook's file names start at.

    `name` is the way there from the meeting's folder, empty for that folder itself; a file's
    name from there is the same on every machine.
    """

    root: Path
    name: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is there. `name` is its way from the meeting's folder: `bilagor/karta.pdf`."""

    path: Path
    name: str

    @property
    def home(self) -> Home:
        """The folder that the file stands in."""
        return Home(self.path.parent, self.name.rpartition("/")[0])


def find(home: Home, typed: str) -> Found:
    """The file of that name. `Unusable` when it is not there, no file, or outside."""
    steps = _steps(typed)
    path = home.root
    names: list[str] = []
    try:
        for step in steps:
            path = _entry(path, step)
            names.append(unicodedata.normalize("NFC", path.name))
        if not path.resolve().is_relative_to(home.root.resolve()):
            raise Unusable(findings.FILE_OUTSIDE)
        if path.is_dir():
            raise Unusable(findings.FILE_IS_FOLDER)
        if not path.is_file():  # a device or a queue would be read for ever
            raise Unusable(findings.FILE_MISSING)
    except RuntimeError as error:  # links that lead to each other
        raise Unusable(findings.FILE_MISSING) from error
    except (OSError, ValueError) as error:
        raise Unusable(findings.FILE_CLOSED) from error
    return Found(path, "/".join([*([home.name] if home.name else []), *names]))


def read(found: Found) -> bytes:
    """The file's bytes. `Unusable` when the system does not give them."""
    try:
        return found.path.read_bytes()
    except OSError as error:
        raise Unusable(findings.FILE_CLOSED) from error


def _steps(typed: str) -> list[str]:
    """The names on the way down, with `.` and `..` followed. Windows' signs are understood."""
    name = typed.strip().replace("\\", "/")
    address = "://" in name or name.casefold().startswith("file:")
    if name.startswith("/") or PureWindowsPath(name).drive or address:
        raise Unusable(findings.FILE_OUTSIDE)
    steps: list[str] = []
    for step in name.split("/"):
        if step == "..":
            if not steps:
                raise Unusable(findings.FILE_OUTSIDE)
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    if not steps:
        raise Unusable(findings.FILE_IS_FOLDER)
    return steps


def _entry(folder: Path, name: str) -> Path:
    """What has that name in the folder; a name from a Mac may be spelled decomposed there."""
    path = folder / name
    if path.exists():
        return path
    there = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    wanted = unicodedata.normalize("NFC", name)
    for other in there:
        if unicodedata.normalize("NFC", other) == wanted:
            return folder / other
    raise Unusable(findings.FILE_MISSING, suggestion=_near(wanted, there))


def _near(name: str, there: Iterable[str]) -> str:
    return nearest(name, sorted(n for n in there if not n.startswith((".", "~$"))))
