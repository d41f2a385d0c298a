"""An older workbook in, one for today's declaration out, with all that stood in it.

A chain of steps, one from each version to the next; each changes the package part by part, so
that nothing is lost that openpyxl does not know of. A step is added when `sheets.SCHEMA` is
raised; the old names stay as aliases there, so that a file that is not upgraded is read too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gen import findings
from gen.errors import DataError
from gen.opc import DamagedError
from gen.source import at
from gen.workbook.filekind import refusal
from gen.workbook.package import Package, read, write
from gen.workbook.properties import custom, set_custom
from gen.workbook.renaming import Change, rename_header, rename_sheet
from gen.workbook.sheets import ALL, SCHEMA, SCHEMA_PROPERTY


@dataclass(frozen=True, slots=True)
class Step:
    """From version `before` to the next."""

    before: int
    change: Change


@dataclass(frozen=True, slots=True)
class Upgraded:
    """The new file; `done`: what was changed; from which version to which."""

    content: bytes
    done: tuple[str, ...]
    before: int
    after: int


def upgrade(
    content: bytes, file: str, steps: Sequence[Step] | None = None, latest: int = SCHEMA
) -> Upgraded:
    """Applies the steps that the file lacks. DataError: it is newer than `latest`, or no xlsx."""
    steps = STEPS if steps is None else steps
    kind = refusal(content)
    if kind is not None:
        raise DataError(kind(at(file), value=file))
    try:
        package = read(content)
        before = version(package)
        if before > latest:
            told = findings.NEWER_SCHEMA(at(file), value=file, version=before)
            raise DataError(told)
        by_version = {step.before: step for step in steps}
        done: list[str] = []
        for number in range(before, latest):
            done += by_version[number].change(package)
            set_custom(package, SCHEMA_PROPERTY, number + 1)
        return Upgraded(write(package), tuple(done), before, latest)
    except DamagedError as error:
        raise DataError(findings.NOT_A_WORKBOOK(at(file), value=file)) from error


def version(package: Package) -> int:
    """The version that the file was made for; 0 where it says nothing."""
    told = custom(package, SCHEMA_PROPERTY)
    return int(told) if told.isdecimal() else 0


def _todays_headers(package: Package) -> list[str]:
    """0 → 1: the first files had no version; older headers are written as they are now."""
    done: list[str] = []
    for sheet in ALL:
        for alias in sheet.aliases:
            done += rename_sheet(alias, sheet.name)(package)
        for column in sheet.columns:
            for alias in column.aliases:
                done += rename_header(sheet.name, alias, column.header)(package)
    return done


STEPS: tuple[Step, ...] = (Step(0, _todays_headers),)
