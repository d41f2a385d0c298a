"""The XML of a workbook and of a sheet: find a tab or a cell, or put one in where it belongs.

Trees are changed in place and prefixes are never relied on. Nothing else in them is touched:
an element that is put in takes the place that the schema's sequence gives it (ECMA-376 part 1,
18.2.27 and 18.3.1.99; Excel calls a file with another order damaged).
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left, insort
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from gen.opc import DamagedError, Element, R
from gen.workbook import refs
from gen.workbook.cells import clean
from gen.workbook.package import Package
from gen.workbook.refs import LAST_COLUMN, Box, box, row_and_column

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
S: Final = f"{{{MAIN}}}"
WORKSHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

WORKBOOK_ORDER = (
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups "
    "externalReferences definedNames"
)
WORKSHEET_ORDER = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins "
    "pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors "
    "smartTags drawing legacyDrawing"
)
"""Both as far as something is put in; what may follow is never asked for."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of the workbook. Its part may be that of a chart sheet, which has no cells."""

    name: str
    part: str


def local(element: Element) -> str:
    """The name of an element without its namespace; nothing for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def put(parent: Element, child: Element, order: str) -> None:
    """Put `child` into `parent`, after all that the sequence `order` has before it."""
    before = order.split()[: order.split().index(local(child))]
    places = [i for i, element in enumerate(parent, 1) if local(element) in before]
    parent.insert(max(places, default=0), child)


def text_element(text: str, longest: int = 32_767) -> Element:
    """A `<t>` that shows `text` as it stands. Excel refuses more than 32,767 characters."""
    text = clean(text).encode(errors="ignore").decode()
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    element = etree.Element(f"{S}t")
    if text != text.strip() or "\n" in text:
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    # Excel reads _x0041_ as A (ST_Xstring).
    element.text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    return element


def workbook(package: Package) -> Element:
    """The tree of the workbook part."""
    root = package.tree(package.main)
    if root.tag != f"{S}workbook":
        raise DamagedError("den är sparad som Strict Open XML-kalkylblad")
    return root


def tabs(package: Package) -> tuple[Tab, ...]:
    """The sheets in their order."""
    return tuple(
        Tab(sheet.get("name", ""), package.target(package.main, sheet.get(f"{R}id", "")))
        for sheet in _sheets(package)
    )


def add_first(package: Package, name: str, content: bytes) -> None:
    """Put in a sheet before all others, as the one that is seen when the file is opened."""
    place = posixpath.join(posixpath.dirname(package.main), "worksheets", "sheet{}.xml")
    part = package.add(place, content, WORKSHEET_TYPE)
    sheets = _sheets(package)
    number = 1 + max((int(sheet.get("sheetId", 0)) for sheet in sheets), default=0)
    tab = etree.Element(
        f"{S}sheet",
        {
            "name": name,
            "sheetId": str(number),
            f"{R}id": package.relate(package.main, "worksheet", part),
        },
        nsmap={"r": R.strip("{}")},
    )
    _shift(package, 0, 1)
    workbook(package).find(f"{S}sheets").insert(0, tab)
    for view in workbook(package).iter(f"{S}workbookView"):
        view.attrib.pop("firstSheet", None)
        view.attrib.pop("activeTab", None)
    for other in tabs(package)[1:]:
        # Two selected sheets are a group: what is typed on one would be typed on both.
        if b"tabSelected" in package.content(other.part):
            for view in package.tree(other.part).iter(f"{S}sheetView"):
                view.attrib.pop("tabSelected", None)


def remove(package: Package, name: str) -> None:
    """Take away a sheet, its part and the names that are its own."""
    for index, tab in enumerate(tabs(package)):
        if tab.name == name:
            sheets = _sheets(package)
            sheets[index].getparent().remove(sheets[index])
            package.detach(package.main, tab.part)
            _shift(package, index, -1)
            return


def show(package: Package, name: str) -> None:
    """Let a hidden sheet be seen."""
    for sheet in _sheets(package):
        if sheet.get("name") == name:
            sheet.attrib.pop("state", None)


def define(package: Package, name: str, refers_to: str, **attributes: str) -> None:
    """Give a place a name in the workbook."""
    root = workbook(package)
    names = root.find(f"{S}definedNames")
    if names is None:
        names = etree.Element(f"{S}definedNames")
        put(root, names, WORKBOOK_ORDER)
    etree.SubElement(names, f"{S}definedName", {"name": name, **attributes}).text = refers_to


def quoted(tab: str) -> str:
    """The name of a sheet as it stands in a reference: `'Bo''s blad'`."""
    return "'" + tab.replace("'", "''") + "'"


def sheet_of(reference: str) -> str:
    """The name of the sheet in a reference to one; nothing in `#REF!A1`."""
    match = re.match(r"'((?:[^']|'')+)'!|([^'!#]+)!", reference)
    return (match[1] or match[2]).replace("''", "'") if match else ""


def _sheets(package: Package) -> list[Element]:
    return list(workbook(package).iterfind(f"{S}sheets/{S}sheet"))


def _shift(package: Package, index: int, by: int) -> None:
    """Everything that counts sheets, when one is put in (+1) or taken away (-1) at `index`."""
    root = workbook(package)
    for name in [e for e in root.iter() if local(e) == "definedName" and e.get("localSheetId")]:
        own = int(name.get("localSheetId"))
        if by < 0 and own == index:
            undefine(name)
        elif own >= index:
            name.set("localSheetId", str(own + by))
    for view in root.iter(f"{S}workbookView"):
        for key in ("firstSheet", "activeTab"):
            if int(view.get(key, 0)) > index or (by > 0 and int(view.get(key, 0)) == index):
                view.set(key, str(int(view.get(key, 0)) + by))


def undefine(name: Element) -> None:
    """Take away a name; a list of names without any is not allowed."""
    names = name.getparent()
    names.remove(name)
    if not len(names):
        names.getparent().remove(names)


class Cells:
    """The cells of a sheet, by reference. A row or cell that is not there is put in."""

    def __init__(self, sheet: Element) -> None:
        self._sheet = sheet
        self._data = sheet.find(f"{S}sheetData")
        if self._data is None:
            raise DamagedError("ett av bladen är skadat")
        self._index()

    def _index(self) -> None:
        self._rows = _numbered(self._data, int)
        self._numbers = sorted(self._rows)

    def at(self, ref: str) -> Element:
        """The cell with that reference, new with the format of its row or column."""
        number, column = row_and_column(ref)
        row = self._rows.get(number)
        if row is None:
            row = etree.Element(f"{S}row", r=str(number))
            at = bisect_left(self._numbers, number)
            before = self._rows[self._numbers[at - 1]] if at else None
            self._data.insert(0 if before is None else self._data.index(before) + 1, row)
            self._rows[number] = row
            insort(self._numbers, number)
        cells = _numbered(row, lambda ref: row_and_column(ref)[1])
        if column not in cells:
            cell = etree.Element(f"{S}c", r=ref)
            style = self._inherited(row, column)
            if style != "0":
                cell.set("s", style)
            earlier = [known for known in cells if known < column]
            row.insert(row.index(cells[max(earlier)]) + 1 if earlier else 0, cell)
            self._widen(row, number, column)
            return cell
        return cells[column]

    def reformat(self, formats: Mapping[int, int]) -> None:
        """Change formats for others, wherever they are used on the sheet."""
        for element in list(self._sheet.iter(f"{S}c", f"{S}row", f"{S}col")):
            key = "style" if local(element) == "col" else "s"
            new = formats.get(int(element.get(key, 0)))
            if new is not None:
                element.set(key, str(new))
                if local(element) == "c":
                    self._tidy(element)
        self._index()

    def _tidy(self, cell: Element) -> None:
        """Take away a cell that says nothing which its row and column do not say too."""
        row = cell.getparent()
        bare = not len(cell) and cell.get("r") and set(cell.attrib) <= {"r", "s"}
        if bare and cell.get("s", "0") == self._inherited(row, row_and_column(cell.get("r"))[1]):
            row.remove(cell)
            if not len(row) and set(row.attrib) <= {"r", "spans"}:
                self._data.remove(row)

    def covering(self, ref: str) -> str:
        """The cell whose content is seen at `ref`: the first of merged cells, else itself."""
        row, column = row_and_column(ref)
        for merged in self._sheet.iterfind(f"{S}mergeCells/{S}mergeCell"):
            left, top, right, bottom = box(merged.get("ref"))
            if left <= column <= right and top <= row <= bottom:
                return refs.place(top, left)
        return ref

    def _inherited(self, row: Element, column: int) -> str:
        if row.get("customFormat") in ("1", "true"):
            return str(row.get("s", "0"))
        for col in self._sheet.iterfind(f"{S}cols/{S}col"):
            if int(col.get("min", 1)) <= column <= int(col.get("max", LAST_COLUMN)):
                return str(col.get("style", "0"))
        return "0"

    def _widen(self, row: Element, number: int, column: int) -> None:
        """The extents that readers may trust, told of a new cell."""
        spans = row.get("spans", "")
        if re.fullmatch(r"\d+:\d+", spans):
            first, last = map(int, spans.split(":"))
            row.set("spans", f"{min(first, column)}:{max(last, column)}")
        dimension = self._sheet.find(f"{S}dimension")
        if dimension is not None and dimension.get("ref"):
            left, top, right, bottom = box(dimension.get("ref"))
            wider = min(left, column), min(top, number), max(right, column), max(bottom, number)
            dimension.set("ref", Box(*wider).ref)


def _numbered(parent: Element, number_of: Callable[[str], int]) -> dict[int, Element]:
    """Rows or cells by number; one without `r` follows the one before it."""
    out: dict[int, Element] = {}
    number = 0
    for element in parent:
        if local(element) in ("row", "c"):
            ref = element.get("r")
            number = number_of(ref) if ref else number + 1
            out[number] = element
    return out
