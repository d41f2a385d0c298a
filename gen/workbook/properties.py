"""What a workbook says of itself: when it was saved, and the custom properties that gen sets.

docProps/core.xml and docProps/custom.xml (ECMA-376 part 1, 15.2.12.2; ISO 29500-4 for the
format id of custom properties).
"""

from __future__ import annotations

import datetime as dt

from lxml import etree

from gen.opc import CORE_PROPERTIES, DamagedError
from gen.workbook.package import Package, read

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_USERS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""FMTID_UserDefinedProperties: every custom property has it."""
_MODIFIED = "{http://purl.org/dc/terms/}modified"


def saved(content: bytes) -> dt.datetime | None:
    """When the program that saved the workbook says that it did; None when it says nothing."""
    try:
        package = read(content)
        for part in package.related("", CORE_PROPERTIES):
            told = dt.datetime.fromisoformat(package.tree(part).findtext(_MODIFIED) or "")
            return told if told.tzinfo else told.replace(tzinfo=dt.UTC)
    except (DamagedError, ValueError):
        pass
    return None


def custom_part(package: Package) -> str:
    """The part of the custom properties; nothing where there is none."""
    found = package.related("", "custom-properties")
    return found[0] if found else ""


def custom(package: Package, name: str) -> str:
    """The value of a custom property, as text; nothing where it is not set."""
    part = custom_part(package)
    for element in package.tree(part) if part else ():
        if element.get("name") == name:
            return "".join(element.itertext())
    return ""


def set_custom(package: Package, name: str, value: int | str) -> None:
    """Gives a custom property its value: a whole number or a text."""
    part = custom_part(package)
    if not part:
        empty = f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}"/>'.encode()
        part = package.add("docProps/custom.xml", empty, _CUSTOM_TYPE)
        package.relate("", "custom-properties", part)
    root = package.tree(part)
    for element in [e for e in root if e.get("name") == name]:
        root.remove(element)
    numbers = [int(e.get("pid", 1)) for e in root]
    attributes = {"fmtid": _USERS, "pid": str(max(numbers, default=1) + 1), "name": name}
    element = etree.SubElement(root, f"{{{_CUSTOM}}}property", attributes)
    kind = "i4" if isinstance(value, int) else "lpwstr"
    etree.SubElement(element, f"{{{_VALUES}}}{kind}").text = str(value)
