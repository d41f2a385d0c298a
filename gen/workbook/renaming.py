"""Sheets and headers of a package: renamed, and all that points there follows.

What the steps of `upgrade` are made of. Parts are changed in place, and only where a name stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from gen.names import fold
from gen.opc import Element
from gen.workbook import sheetxml
from gen.workbook.layout import HEADER_ROWS
from gen.workbook.package import Package
from gen.workbook.refs import box, row_and_column
from gen.workbook.sheetxml import S, Tab, local, quoted, text_element

Change = Callable[[Package], Sequence[str]]
"""Changes the package in place; what it did, as Swedish sentences for the user."""

_FORMULAS = {"f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula"}
_FORMULAS |= {"totalsRowFormula"}


def rename_sheet(old: str, new: str) -> Change:
    """The sheet gets another name, also in formulas, names, dropdowns, links and diagrams."""

    def change(package: Package) -> list[str]:
        known = {fold(tab.name): tab.name for tab in sheetxml.tabs(package)}
        if fold(old) not in known or fold(new) in known:
            return []
        name = known[fold(old)]
        for sheet in sheetxml.workbook(package).iter(f"{S}sheet"):
            if sheet.get("name") == name:
                sheet.set("name", new)
        spellings = (re.escape(quoted(name)), rf"(?<![\w.'\]!]){re.escape(name)}")
        pattern = re.compile(rf"(?:{'|'.join(spellings)})!", re.IGNORECASE)
        for part in _naming(package, name, quoted(name)):
            for element in package.tree(part).iter():
                _replace(element, pattern, f"{quoted(new)}!")
                if local(element) == "worksheetSource" and element.get("sheet") == name:
                    element.set("sheet", new)
        return [f"Bladet {name} heter nu {new}."]

    return change


def rename_header(sheet: str, old: str, new: str) -> Change:
    """A column's header, or a form's label, is written as `new`; a table's formulas follow."""

    def change(package: Package) -> list[str]:
        tab = _tab(package, sheet)
        if tab is None or _header(package, tab, new) is not None:
            return []
        cell = _header(package, tab, old)
        if cell is None:
            return []
        was = text_of(package, cell)
        _write(cell, new)
        row, column = row_and_column(cell.get("r"))
        for table, place in _tables(package, tab, row, column):
            columns = list(table.iter(f"{S}tableColumn"))
            columns[place].set("name", new)
            pattern = re.compile(re.escape(f"[{was}]"), re.IGNORECASE)
            for part in _naming(package, f"[{was}]"):
                for element in package.tree(part).iter():
                    _replace(element, pattern, f"[{new}]")
        return [f"{was} på bladet {tab.name} heter nu {new}."]

    return change


# --- finding ---------------------------------------------------------------------------------


def _tab(package: Package, name: str) -> Tab | None:
    found = (tab for tab in sheetxml.tabs(package) if fold(tab.name) == fold(name))
    return next(found, None)


def _cells(package: Package, tab: Tab) -> Iterator[tuple[int, int, Element]]:
    for cell in package.tree(tab.part).iter(f"{S}c"):
        if cell.get("r") and len(cell):
            yield (*row_and_column(cell.get("r")), cell)


def _label_column(package: Package, tab: Tab) -> int:
    """The column of a form's labels, 0 for a table."""
    for row, column, cell in _cells(package, tab):
        if row <= HEADER_ROWS and fold(text_of(package, cell)) == "uppgift":
            return column
    return 0


def _header(package: Package, tab: Tab, header: str) -> Element | None:
    """The cell of that header, or of that label in a form."""
    labels = _label_column(package, tab)
    for row, column, cell in _cells(package, tab):
        there = column == labels if labels else row <= HEADER_ROWS
        if there and fold(text_of(package, cell)) == fold(header):
            return cell
    return None


def _tables(package: Package, tab: Tab, row: int, column: int) -> Iterator[tuple[Element, int]]:
    """The Excel tables with that header cell, and its place among their columns."""
    for part in package.related(tab.part, "table"):
        table = package.tree(part)
        left, top, right, _ = box(table.get("ref"))
        if top == row and left <= column <= right:
            yield table, column - left


def _naming(package: Package, *names: str) -> list[str]:
    """The XML parts in which one of the names stands; the others are not even parsed."""
    wanted = [name.encode() for name in names]
    escaped = [name.replace("&", "&amp;").encode() for name in names]
    return [
        part
        for part in package.entries
        if part.endswith(".xml") and any(w in package.content(part) for w in (*wanted, *escaped))
    ]


# --- changing --------------------------------------------------------------------------------


def _replace(element: Element, pattern: re.Pattern[str], by: str) -> None:
    if local(element) in _FORMULAS and element.text and pattern.search(element.text):
        element.text = pattern.sub(lambda _: by, element.text)
    location = element.get("location") if local(element) == "hyperlink" else None
    if location and pattern.search(location):
        element.set("location", pattern.sub(lambda _: by, location))


def text_of(package: Package, cell: Element) -> str:
    """What stands in a cell, as text; phonetic hints left out."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _texts(cell)
    value = cell.findtext(f"{S}v") or ""
    if kind != "s" or not value.isdecimal():
        return value
    for part in package.related(package.main, "sharedStrings"):
        items = package.tree(part).findall(f"{S}si")
        return _texts(items[int(value)]) if int(value) < len(items) else ""
    return ""


def _texts(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{S}t") if local(t.getparent()) != "rPh")


def _write(cell: Element, text: str) -> None:
    """The text stands in the cell itself, so that the shared strings are left as they are."""
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    inline = cell.makeelement(f"{S}is")
    inline.append(text_element(text))
    cell.append(inline)
