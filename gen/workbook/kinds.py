"""A workbook of any kind in, its `Reading` out: what kind it is, its sheets tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from gen import findings
from gen.errors import DataError
from gen.source import at
from gen.workbook.delegation import read_delegation
from gen.workbook.foreskrift import read_foreskrift
from gen.workbook.read import Reading, read, read_arendefil, read_register_alone
from gen.workbook.skrivelse import read_skrivelse
from gen.workbook.which import Which, which

READERS: Mapping[Which, Callable[[Path, Path | None], Reading]] = {
    Which.MOTE: read,
    Which.ARENDEFIL: read_arendefil,
    Which.SKRIVELSE: read_skrivelse,
    Which.DELEGATION: read_delegation,
    Which.FORESKRIFT: read_foreskrift,
}
"""What reads each kind that documents are made of, given its path and perhaps its register's."""


def read_any(workbook: Path, register: Path | None = None) -> Reading:
    """Reads a workbook. Errors: `read`; DataError also for one that no document is made of."""
    kind = which(workbook)
    if kind is not None and kind in READERS:
        return READERS[kind](workbook, register)
    told = findings.REGISTER_MAKES_NOTHING if kind is Which.REGISTER else findings.NEITHER
    raise DataError(told(at(workbook.name), value=workbook.name))


def read_to_check(workbook: Path, register: Path | None = None) -> Reading:
    """The same, and a register too, of which nothing is made but something can be said."""
    if which(workbook) is Which.REGISTER:
        return read_register_alone(workbook)
    return read_any(workbook, register)
