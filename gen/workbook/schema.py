"""Which version of the declaration a workbook was made for: a file in, a number out.

It stands in the file as a custom document property; a file without it is version 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gen.workbook.sheets import SCHEMA, SCHEMA_PROPERTY

if TYPE_CHECKING:
    from openpyxl import Workbook


def version_of(book: Workbook) -> int:
    """The version that the file tells."""
    for known in book.custom_doc_props.props:  # type: ignore[attr-defined]  # not in its stubs
        if known.name == SCHEMA_PROPERTY:
            value = str(known.value)
            return int(value) if value.isdecimal() else 0
    return 0


def newer(book: Workbook) -> int:
    """The file's version where it is one that this gen does not know, else 0."""
    version = version_of(book)
    return version if version > SCHEMA else 0
