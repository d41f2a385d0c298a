"""A workbook made with openpyxl in, its bytes out: the same for the same content, on every day.

openpyxl writes the hour of the day into the zip and the properties, and leaves the green corners
that Excel puts on numbers written as text. Both are mended in the package.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import Any, Final

from lxml import etree
from openpyxl.packaging.custom import IntProperty

from gen.workbook import package, sheetxml
from gen.workbook.package import Package
from gen.workbook.sheets import SCHEMA, SCHEMA_PROPERTY
from gen.workbook.sheetxml import S
from gen.workbook.zipped import packed

_CORE: Final = "docProps/core.xml"
_CREATED: Final = "created"
_MODIFIED: Final = "modified"
_UNWARNED: Final = (
    "numberStoredAsText",
    "twoDigitTextYear",
    "formula",
    "formulaRange",
    "calculatedColumn",
    "unlockedFormula",
    "emptyCellReference",
)
"""What Excel would mark in cells that are just as they should be."""


def finish(book: Any, *, title: str, day: dt.date | None) -> bytes:
    """The file. `day` is when the properties say that it was made; None leaves that out.

    When it was saved they never say: gen knows no hour, and a person's first saving tells the true
    one.
    """
    book.properties.title, book.properties.creator = title, "gen"
    book.properties.language = "sv-SE"
    book.custom_doc_props.append(IntProperty(name=SCHEMA_PROPERTY, value=SCHEMA))
    buffer = io.BytesIO()
    book.save(buffer)
    made = package.read(buffer.getvalue())
    _date(made, day)
    for tab in sheetxml.tabs(made):
        _unwarned(made, tab.part)
        _growing(made, tab.part)
    content = package.write(made)
    return _undated(content)


def _date(made: Package, day: dt.date | None) -> None:
    root = made.tree(_CORE)
    for element in list(root):
        name = sheetxml.local(element)
        if name == _MODIFIED or (name == _CREATED and day is None):
            root.remove(element)
        elif name == _CREATED:
            element.text = f"{day}T00:00:00Z"


def _unwarned(made: Package, part: str) -> None:
    sheet = made.tree(part)
    dimension = sheet.find(f"{S}dimension")
    reach = dimension.get("ref", "A1") if dimension is not None else "A1"
    warnings = etree.Element(f"{S}ignoredErrors")
    etree.SubElement(
        warnings, f"{S}ignoredError", {"sqref": reach, **dict.fromkeys(_UNWARNED, "1")}
    )
    sheetxml.put(sheet, warnings, sheetxml.WORKSHEET_ORDER)


def _growing(made: Package, part: str) -> None:
    """Rows whose height no person has set: they grow with what is typed into them."""
    for row in made.tree(part).iter(f"{S}row"):
        row.attrib.pop("customHeight", None)


def _undated(content: bytes) -> bytes:
    """Every part packed anew: the zip's own dates and packing are then gen's."""
    made = package.read(content)
    made.entries = {
        name: packed(name, made.content(name)) for name in sorted(made.entries, key=_rank)
    }
    return package.write(made)


def _rank(name: str) -> tuple[bool, bool, str]:
    # The types come first in the zip, then the package's relations: some readers want it so.
    return name != "[Content_Types].xml", not name.startswith("_rels/"), name
