"""Several workbooks in, what there is to say of each out – also what they say against each other.

A reference to an earlier § can only be looked up where the workbook of that meeting is at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gen.checks.hanvisningar import over
from gen.errors import GenError
from gen.findings import Finding
from gen.kontroll import Kontroll, looked_at
from gen.stages import Before
from gen.workbook.kinds import read_to_check
from gen.workbook.read import Reading


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that nothing can be said of but why: it is not there, or no workbook of gen's."""

    workbook: Path
    finding: Finding
    exit_code: int


def kontrollera(
    workbooks: Iterable[Path],
    *,
    register: Path | None = None,
    before: Before | None = None,
    strict: bool = False,
) -> tuple[Kontroll | Unread, ...]:
    """Reads and checks each of them, once, in that order. One that is unreadable stops no other."""
    read = [_read(workbook, register) for workbook in dict.fromkeys(workbooks)]
    readings = [(one[0], one[1]) for one in read if not isinstance(one, Unread)]
    against = dict(
        zip((path for path, _ in readings), _against([r for _, r in readings]), strict=True)
    )
    return tuple(
        one
        if isinstance(one, Unread)
        else looked_at(one[0], one[1], before=before, strict=strict, also=against[one[0]])
        for one in read
    )


def exit_code(done: Iterable[Kontroll | Unread]) -> int:
    """The worst of them: the codes rise with how bad it is."""
    return max((one.exit_code for one in done), default=0)


def _read(workbook: Path, register: Path | None) -> tuple[Path, Reading] | Unread:
    try:
        return workbook, read_to_check(workbook, register)
    except GenError as error:
        return Unread(workbook, error.finding, error.exit_code)


def _against(readings: Sequence[Reading]) -> list[list[Finding]]:
    """Of each what the others know, in the words of its own register: most often all have one."""
    meetings = [reading.meeting for reading in readings]
    out: list[list[Finding]] = [[] for _ in readings]
    done: list[Reading] = []
    for reading in readings:
        if any(reading.register == other.register for other in done):
            continue
        done.append(reading)
        for place, found in enumerate(over(meetings, reading.register)):
            if readings[place].register == reading.register:
                out[place] = found
    return out
