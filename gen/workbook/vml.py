"""The boxes of a sheet's notes: put in, made large enough or taken away, other shapes untouched.

Excel shows no note without its box: a shape in the sheet's VML drawing (ECMA-376 part 4, 19.4),
tied to the cell by row and column and placed by an anchor of columns, rows and pixels.
"""

from __future__ import annotations

import posixpath
import re
import textwrap
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from lxml import etree

from gen.opc import Element, R
from gen.workbook.package import Package
from gen.workbook.refs import LAST_COLUMN, LAST_ROW, row_and_column
from gen.workbook.sheetxml import WORKSHEET_ORDER, S, put

_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_O: Final = "{urn:schemas-microsoft-com:office:office}"
_X: Final = "{urn:schemas-microsoft-com:office:excel}"
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_NOTE_TYPE = "_x0000_t202"
_NOTE_TYPE_XML = f"""<v:shapetype id="{_NOTE_TYPE}" coordsize="21600,21600" o:spt="202"
 path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>
 <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"""
_SHAPE_XML = """<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;\
margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;z-index:1;visibility:hidden"
 fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>
 <v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>
 <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>
 <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>
 <x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData>
</v:shape>"""

_WIDTH = 320
"""Pixels: some 50 characters of Tahoma 9, the type of Excel's notes."""
_CHARACTER, _LINE, _MARGIN = 6, 15, 16
_BLOCK = 1024
"""Shapes are numbered in blocks, and a drawing lists the blocks that are its own."""


class Boxes:
    """The boxes of one sheet. The drawing is made with the first box and goes with the last."""

    def __init__(self, package: Package, part: str) -> None:
        self._package, self._part = package, part
        self._sheet = package.tree(part)
        element = self._sheet.find(f"{S}legacyDrawing")
        self._drawing = None if element is None else package.target(part, element.get(f"{R}id"))
        self._root: Element = None if self._drawing is None else package.tree(self._drawing)
        shapes = [] if self._root is None else list(self._root.iter(f"{_V}shape"))
        self._shapes = {cell: shape for shape in shapes for cell in _note_cells(shape)}
        self._numbers = {
            number for shape in shapes for number in _numbers(shape.get("id", ""))[-1:]
        }

    @cached_property
    def _ruler(self) -> Ruler:
        return Ruler(self._sheet)

    def fit(self, ref: str, text: str) -> None:
        """The note at `ref` has a box that shows `text` whole, or nearly."""
        row, column = _cell(ref)
        shape = self._shapes.get((row, column))
        if shape is None:
            self._add(row, column, text)
            return
        data = shape.find(f"{_X}ClientData")
        anchor = data.find(f"{_X}Anchor")
        if anchor is None:  # openpyxl tells only how large the box is
            anchor = etree.SubElement(data, f"{_X}Anchor")
            anchor.text = self._ruler.beside(row, column, text)
        elif re.fullmatch(r"\s*\d+(\s*,\s*\d+){7}\s*", anchor.text or ""):
            anchor.text = self._ruler.grown(_numbers(anchor.text), text)

    def remove(self, ref: str) -> None:
        """Take away the box of the note at `ref`."""
        shape = self._shapes.pop(_cell(ref), None)
        if shape is None:
            return
        shape.getparent().remove(shape)
        if not any(child.tag not in (f"{_O}shapelayout", f"{_V}shapetype") for child in self._root):
            self._sheet.remove(self._sheet.find(f"{S}legacyDrawing"))
            self._package.detach(self._part, self._drawing or "")
            self._drawing = self._root = None

    def _add(self, row: int, column: int, text: str) -> None:
        if self._root is None:
            self._root = self._new_drawing()
        if not any(kind.get("id") == _NOTE_TYPE for kind in self._root.iter(f"{_V}shapetype")):
            self._root.append(_xml(_NOTE_TYPE_XML))
        number = self._free_number()
        self._numbers.add(number)
        shape = _SHAPE_XML.format(
            number=number,
            width=_WIDTH * 3 / 4,
            height=_height(text, _WIDTH) * 3 / 4,
            anchor=self._ruler.beside(row, column, text),
            row=row,
            column=column,
        )
        self._shapes[row, column] = _xml(shape)
        self._root.append(self._shapes[row, column])

    def _new_drawing(self) -> Element:
        place = posixpath.join(posixpath.dirname(self._package.main), "drawings/vmlDrawing{}.vml")
        self._drawing = self._package.add(place, f"<xml {_SPACES}/>".encode(), _TYPE)
        number = self._package.relate(self._part, "vmlDrawing", self._drawing)
        relations = {"r": R.strip("{}")}
        put(
            self._sheet,
            etree.Element(f"{S}legacyDrawing", {f"{R}id": number}, nsmap=relations),
            WORKSHEET_ORDER,
        )
        return self._package.tree(self._drawing)

    def _free_number(self) -> int:
        """One in a block of this drawing's, or else in a block that no drawing has."""
        idmap = self._idmap()
        own = _numbers(idmap.get("data", ""))
        for block in own:
            inside = (n for n in self._numbers if n // _BLOCK == block)
            last = max(inside, default=block * _BLOCK)
            if last + 1 < (block + 1) * _BLOCK:
                return last + 1
        block = 1 + max(self._blocks(), default=0)
        idmap.set("data", ",".join(map(str, [*own, block])))
        return block * _BLOCK + 1

    def _idmap(self) -> Element:
        layout = self._root.find(f"{_O}shapelayout")
        if layout is None:
            layout = _xml('<o:shapelayout v:ext="edit"/>')
            self._root.insert(0, layout)
        idmap = layout.find(f"{_O}idmap")
        if idmap is None:
            idmap = etree.SubElement(layout, f"{_O}idmap", {f"{_V}ext": "edit"})
        return idmap

    def _blocks(self) -> Iterator[int]:
        for name in self._package.entries:
            if name.endswith(".vml"):
                for idmap in self._package.tree(name).iter(f"{_O}idmap"):
                    yield from _numbers(idmap.get("data", ""))


class Ruler:
    """The widths of a sheet's columns and the heights of its rows, in pixels; counted from 0."""

    def __init__(self, sheet: Element) -> None:
        form = sheet.find(f"{S}sheetFormatPr")
        default = {} if form is None else form.attrib
        self._width = round(float(default.get("defaultColWidth", 64 / 7)) * 7)
        self._height = round(float(default.get("defaultRowHeight", 15)) * 4 / 3)
        self._columns = [
            (
                int(col.get("min", 1)) - 1,
                int(col.get("max", LAST_COLUMN)) - 1,
                0 if _true(col, "hidden") else round(float(col.get("width", 64 / 7)) * 7),
            )
            for col in sheet.iterfind(f"{S}cols/{S}col")
        ]
        self._rows = {
            int(row.get("r")) - 1: 0
            if _true(row, "hidden")
            else round(float(row.get("ht", self._height * 3 / 4)) * 4 / 3)
            for row in sheet.iterfind(f"{S}sheetData/{S}row[@r]")
        }

    def column(self, index: int) -> int:
        found = (width for first, last, width in self._columns if first <= index <= last)
        return next(found, self._width)

    def row(self, index: int) -> int:
        return self._rows.get(index, self._height)

    def beside(self, row: int, column: int, text: str) -> str:
        """The anchor of a new box, to the right of the cell and a little above its top."""
        left, top = min(column + 1, LAST_COLUMN - 6), max(row - 1, 0)
        right, right_offset = _end(self.column, left, 12, _WIDTH, LAST_COLUMN - 1)
        return self.grown([left, 12, top, 4, right, right_offset, top, 4], text)

    def grown(self, anchor: list[int], text: str) -> str:
        """The anchor with its bottom so far down that the text has room."""
        left, left_offset, top, top_offset, right, right_offset, bottom, bottom_offset = anchor
        width = sum(map(self.column, range(left, right))) - left_offset + right_offset
        height = sum(map(self.row, range(top, bottom))) - top_offset + bottom_offset
        if height < (needed := _height(text, width)):
            bottom, bottom_offset = _end(self.row, top, top_offset, needed, LAST_ROW - 1)
        corners = (left, left_offset, top, top_offset, right, right_offset, bottom, bottom_offset)
        return ", ".join(map(str, corners))


def _end(
    size: Callable[[int], int], index: int, offset: int, length: int, last: int
) -> tuple[int, int]:
    """Where one comes from an offset in column or row `index`, going `length` pixels."""
    left = offset + length
    while index < last and left > size(index):
        left -= size(index)
        index += 1
    return index, min(left, size(index))


def _height(text: str, width: int) -> int:
    characters = max((width - _MARGIN) // _CHARACTER, 8)
    lines = sum(len(textwrap.wrap(line, characters)) or 1 for line in text.split("\n"))
    return lines * _LINE + _MARGIN


def _cell(ref: str) -> tuple[int, int]:
    """Row and column, counted from 0."""
    row, column = row_and_column(ref)
    return row - 1, column - 1


def _note_cells(shape: Element) -> Iterator[tuple[int, int]]:
    """The cell that the shape is a note's box of; none for a form control."""
    for data in shape.iterfind(f"{_X}ClientData[@ObjectType='Note']"):
        row, column = (_numbers(data.findtext(_X + name) or "") for name in ("Row", "Column"))
        if row and column:
            yield row[0], column[0]


def _xml(text: str) -> Element:
    return etree.fromstring(f"<xml {_SPACES}>{text}</xml>")[0]


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def _true(element: Element, attribute: str) -> bool:
    return element.get(attribute) in ("1", "true")
