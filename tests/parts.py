"""The outside parts that some tests use: in a part's name, out which pieces of it are missing.

`python tests/parts.py` prints the missing ones that have a Debian package, as lines of package,
tab, names: that is what .ci/verktyg.sh brings before the tests.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

TOOLS = Path(__file__).resolve().parent.parent / ".verktyg" / "bin"


@dataclass(frozen=True)
class Piece:
    """One thing that a part consists of. No packages: .ci/verktyg.sh brings it in its own way."""

    part: str
    name: str
    here: Callable[[], bool]
    apt: str = ""
    brew: str = ""


def search_path() -> str:
    """PATH with the project's own tools first, so that the pinned version is the one that runs."""
    return os.pathsep.join([str(TOOLS), os.environ.get("PATH", os.defpath)])


def _which(command: str) -> str | None:
    return shutil.which(command, path=search_path())


def _command(name: str) -> Callable[[], bool]:
    return lambda: _which(name) is not None


def _office(library: str) -> bool:
    """The LibreOffice that gen would use, with the library of one of its programs."""
    from gen.pdf import soffice  # here: a fault in it must not stop the tests of the rest

    program = soffice.find(os.environ)
    if program is None:
        return False
    # Linux distributions split LibreOffice into packages, and without Calc's an xlsx fails with
    # exit code 0. Elsewhere it comes whole.
    return sys.platform != "linux" or (program.parent / library).exists()


def _font(family: str) -> bool:
    if sys.platform != "linux":  # there LibreOffice brings both families itself
        return True
    fc_list = _which("fc-list")
    if fc_list is None:
        return False
    return bool(subprocess.run([fc_list, family], capture_output=True, check=False).stdout.strip())


def _java() -> bool:
    home = os.environ.get("JAVA_HOME")
    java = _which(str(Path(home, "bin", "java"))) if home else _which("java")
    if java is None:
        return False
    # Run, not only found: macOS has a `java` that does nothing but say where to get one.
    return subprocess.run([java, "-version"], capture_output=True, check=False).returncode == 0


def _maven() -> bool:
    """Wanted only to bring veraPDF."""
    return _which("verapdf") is not None or _which("mvn") is not None


_writer = functools.partial(_office, "libswlo.so")
_calc = functools.partial(_office, "libsclo.so")
_liberation = functools.partial(_font, "Liberation Sans")
_carlito = functools.partial(_font, "Carlito")

# fmt: off: a table is read row by row
PIECES = (
    Piece("libreoffice", "LibreOffice Writer", _writer, "libreoffice-writer-nogui", "libreoffice"),
    Piece("libreoffice", "LibreOffice Calc", _calc, "libreoffice-calc-nogui", "libreoffice"),
    Piece("libreoffice", "Liberation Sans", _liberation, "fonts-liberation"),
    Piece("libreoffice", "Carlito", _carlito, "fonts-crosextra-carlito"),
    Piece("poppler", "pdftotext", _command("pdftotext"), "poppler-utils", "poppler"),
    Piece("poppler", "pdftoppm", _command("pdftoppm"), "poppler-utils", "poppler"),
    Piece("verapdf", "Java", _java, "default-jre-headless", "openjdk"),
    Piece("verapdf", "Maven", _maven, "maven", "maven"),
    Piece("verapdf", "veraPDF", _command("verapdf")),
)
# fmt: on

PARTS = frozenset(piece.part for piece in PIECES)


@functools.cache
def missing(part: str) -> tuple[Piece, ...]:
    """The pieces of the part that this machine lacks. Asked once a run."""
    return tuple(piece for piece in PIECES if piece.part == part and not piece.here())


def how_to_get(pieces: Sequence[Piece]) -> str:
    """The command that brings the pieces to this machine."""
    on_mac = sys.platform == "darwin"
    packages = dict.fromkeys(piece.brew if on_mac else piece.apt for piece in pieces)
    words = " ".join(package for package in packages if package)
    if not words:
        return "make test"
    install = "brew install" if on_mac else "sudo apt install --no-install-recommends"
    return f"{install} {words} && make test"


if __name__ == "__main__":
    wanted: dict[str, list[str]] = {}
    for part in sorted(PARTS):
        for piece in missing(part):
            if piece.apt:
                wanted.setdefault(piece.apt, []).append(piece.name)
    for package, names in wanted.items():
        print(package, ", ".join(names), sep="\t")
