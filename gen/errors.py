"""What ends a run: an exception that knows its exit code and carries the finding to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gen.findings import Finding


class GenError(Exception):
    """The run cannot go on, and why. Exit code 1 unless a subclass says else."""

    exit_code = 1

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding

    def __reduce__(self) -> tuple[object, ...]:
        # Exception would be unpickled from its message: a fault must come whole out of a pool.
        return type(self), (self.finding,)


class DataError(GenError):
    """The workbook, the register or a template cannot be used at all."""


class UsageError(GenError):
    """The command was called wrongly: a file that is not there, an organ that nobody knows."""

    exit_code = 2


class EngineError(GenError):
    """An engine or another outside part is missing, died, hung or gave nothing."""

    exit_code = 3


class InTheWayError(GenError):
    """A person's file stands where gen would write, or another run holds the folder."""

    exit_code = 4
