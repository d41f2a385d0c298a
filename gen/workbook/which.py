"""A file in, which of gen's workbooks it is out: a meeting, an ärendefil, a register …

By its sheets, as a person tells them apart: names and folders say nothing that can be trusted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from gen.names import fold, nearest
from gen.workbook import sheets


class Which(StrEnum):
    """What a workbook is."""

    MOTE = "sammanträde"
    ARENDEFIL = "ärendefil"
    SKRIVELSE = "skrivelse"
    DELEGATION = "delegationsbeslut"
    FORESKRIFT = "föreskrift"
    REGISTER = "register"


_SHEETS = {
    Which.MOTE: sheets.MOTE,
    Which.ARENDEFIL: sheets.ARENDEFIL,
    Which.SKRIVELSE: sheets.SKRIVELSEBOK,
    Which.DELEGATION: sheets.DELEGATIONSBOK,
    Which.FORESKRIFT: sheets.FORESKRIFTSBOK,
    Which.REGISTER: sheets.REGISTER,
}
_SHARED = Counter(fold(sheet.name) for some in _SHEETS.values() for sheet in some)
_OWN: Mapping[Which, tuple[tuple[str, ...], ...]] = {
    which: tuple((sheet.name, *sheet.aliases) for sheet in some if _SHARED[fold(sheet.name)] == 1)
    for which, some in _SHEETS.items()
}
"""The sheets that only that workbook has, each with its names: Innehåll stands in two."""


def which(path: Path) -> Which | None:
    """What the workbook is, as its sheets say; None when they say nothing.

    A file that cannot be read counts as a meeting: who reads it as one tells why it cannot be.
    """
    # The kinds are named where nothing is read: `gen --help` is not to wait for lxml.
    from gen.opc import DamagedError
    from gen.workbook import sheetxml
    from gen.workbook.package import read

    try:
        titles = [tab.name for tab in sheetxml.tabs(read(path.read_bytes()))]
    except (DamagedError, OSError, ValueError):
        return Which.MOTE
    known = {fold(title) for title in titles}
    exact = {w: sum(any(fold(n) in known for n in names) for names in _OWN[w]) for w in Which}
    # Sheets that somebody has renamed are told of one by one, each with the name that it had.
    near = {w: sum(bool(nearest(names[0], titles)) for names in _OWN[w]) for w in Which}
    for counts in (exact, near):
        best = max(Which, key=lambda w: counts[w])
        if counts[best]:
            return best
    return None
