"""Which version of the declaration a workbook was made for: a file in, a number out.

It stands in the file as a custom document property; a file without it is version 0.
"""

from __future__ import annotations

from gen.workbook.package import Package
from gen.workbook.properties import custom
from gen.workbook.sheets import SCHEMA, SCHEMA_PROPERTY


def version_of(book: Package) -> int:
    """The version that the file tells."""
    value = custom(book, SCHEMA_PROPERTY)
    return int(value) if value.isdecimal() else 0


def newer(book: Package) -> int:
    """The file's version where it is one that this gen does not know, else 0."""
    version = version_of(book)
    return version if version > SCHEMA else 0
