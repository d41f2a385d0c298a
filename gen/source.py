"""Where a value came from: a path of the model in, a file, sheet, cell and raw value out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """A place that a person can go to. `sheet` and `cell` are empty where the whole is meant.

    A tuple: one is made for every cell, and a frozen dataclass takes three times as long.
    """

    file: str
    sheet: str = ""
    cell: str = ""
    raw: str = ""

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.sheet, self.cell) if part)
        return f"{self.file}: {where}" if where else self.file


def at(file: str, sheet: str = "", cell: str = "") -> str:
    """The path of something that never reached the model: a sheet, a header, a stray cell."""
    return "@" + "/".join(part for part in (file.replace("/", _SLASH), sheet, cell) if part)


_SLASH = "\N{DIVISION SLASH}"
"""Stands for the slash of a file in a folder: `/` parts the file from its sheet and cell."""


_LAST_STEP = re.compile(r"(\.[^.\[]+|\[\d+\])$")


@dataclass(frozen=True, slots=True)
class Source:
    """The places of the model's paths (`ärenden[3].rubrik`), over all files of a reading."""

    file: str
    places: Mapping[str, Place] = field(default_factory=dict)

    def place(self, path: str) -> Place:
        """The place of `path`, or of the nearest thing around it (the row, the sheet, the file)."""
        if path.startswith("@"):
            file, *rest = path[1:].split("/", 2)
            return Place(file.replace(_SLASH, "/"), *rest)
        while path and path not in self.places:
            path, cut = _LAST_STEP.subn("", path)
            if not cut:
                break
        return self.places.get(path, Place(self.file))
