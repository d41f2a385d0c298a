"""A kontroll in, the marked copy of its workbook out, beside it: `gen kontrollera --markera`."""

from __future__ import annotations

from pathlib import Path

from gen import atomic, beside
from gen.findings import Finding
from gen.kontroll import Kontroll
from gen.report import sentence
from gen.source import Place, Source
from gen.workbook.mark import Mark, mark
from gen.workbook.package import Package
from gen.workbook.package import read as read_package
from gen.workbook.package import write as write_package
from gen.workbook.properties import custom, custom_part, set_custom

SEAL = "gen markerad kopia"
"""The custom property by which a marked copy is known as untouched: a hash of its parts."""


def marked_name(workbook: Path) -> Path:
    """`möte – markerad.xlsx` beside the workbook."""
    return workbook.with_name(f"{workbook.stem} – markerad{workbook.suffix}")


def write_marked(control: Kontroll, target: Path, *, overwrite: bool = False) -> Path | None:
    """Writes the marked copy. InTheWayError where another file than an untouched earlier copy
    stands; with `overwrite` that file is set aside: its new name."""
    marks = [_mark(finding, control.reading.source) for finding in control.findings]
    content = mark(control.workbook.read_bytes(), marks, file=control.reading.source.file)
    return beside.place(target, _sealed(content), own=is_untouched_copy, overwrite=overwrite)


def _mark(finding: Finding, source: Source) -> Mark:
    place = source.place(finding.at)
    return Mark(
        _sheet(place, source.file),
        place.cell,
        finding.level,
        finding.code,
        sentence(finding),
        finding.expected,
        finding.statute,
    )


def _sheet(place: Place, workbook: str) -> str:
    """The sheet; that of another file by a name that no sheet has, so that it is only listed."""
    return place.sheet if place.file == workbook else f"{place.file}: {place.sheet}".rstrip(": ")


def _sealed(content: bytes) -> bytes:
    """The copy with a property that tells the hash of all its other parts."""
    package = read_package(content)
    set_custom(package, SEAL, "")
    package = read_package(write_package(package))
    set_custom(package, SEAL, _fingerprint(package))
    return write_package(package)


def is_untouched_copy(content: bytes) -> bool:
    """Whether it is a marked copy that nobody has saved since: any program writes other parts."""
    try:
        package = read_package(content)
        return custom(package, SEAL) == _fingerprint(package)
    except ValueError:
        return False


def _fingerprint(package: Package) -> str:
    own = custom_part(package)
    parts = sorted((name, e.crc, e.size) for name, e in package.entries.items() if name != own)
    return atomic.sha256(repr(parts).encode())
