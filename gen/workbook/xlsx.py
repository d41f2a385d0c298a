"""The parts of an xlsx in, its sheets with their cells out, as far as gen reads them.

openpyxl makes many objects of each cell and reads what only a writer needs, in three times the
time; from it come the tables of formats and the arithmetic of dates, and it is the tests' oracle.
ECMA-376 part 1: 18.3 (sheets), 18.4 (shared strings), 18.8 (styles).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import digits
from typing import NamedTuple

from openpyxl.cell.rich_text import CellRichText
from openpyxl.styles.numbers import builtin_format_code, is_date_format, is_timedelta_format
from openpyxl.utils.cell import column_index_from_string, get_column_letter
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel, from_ISO8601
from openpyxl.worksheet.cell_range import CellRange

from gen.opc import Element, parse
from gen.workbook import sheetxml
from gen.workbook.package import Package
from gen.workbook.sheetxml import S
from gen.workbook.unseen import Unseen, unseen


class Font(NamedTuple):
    """What of a font means something in a cell's text: bold and italic."""

    b: bool = False
    i: bool = False


class Cell(NamedTuple):
    """A cell that holds something. Text with several looks in it is openpyxl's `CellRichText`.

    A tuple: one is made for every cell. `data_type` is `e` for an error, whose word (`#REF!`) is
    then the value.
    """

    coordinate: str
    value: object
    data_type: str
    font: Font


@dataclass(frozen=True, slots=True)
class Band:
    """A row, or the columns from `first` to `last`, with what a person has made of them."""

    first: int
    last: int
    hidden: bool
    folded: int


@dataclass(frozen=True, slots=True)
class Ark:
    """A sheet. `cells` by row and column, of merged ones only the first; `columns` by letter."""

    title: str
    state: str
    cells: Mapping[tuple[int, int], Cell]
    rows: Mapping[int, Band]
    columns: Mapping[str, Band]
    merged: Sequence[CellRange]
    unseen: Unseen


def arks(package: Package) -> tuple[Ark, ...]:
    """The sheets that can have cells, in their order.

    DamagedError, ValueError, IndexError, TypeError …: the file breaks the rules of its format.
    """
    root = sheetxml.workbook(package)
    book = _Book.of(package, root)
    states = [sheet.get("state", "visible") for sheet in root.iterfind(f"{S}sheets/{S}sheet")]
    return tuple(
        _ark(tab.name, state, tree, book)
        for tab, state in zip(sheetxml.tabs(package), states, strict=True)
        if (tree := _tree(package, tab.part)).tag == f"{S}worksheet"
    )


def _tree(package: Package, part: str) -> Element:
    """A part to read, without the copy that `Package.tree` keeps to see what was changed."""
    return parse(package.content(part))


# -- what the cells of all sheets refer to ------------------------------------------------------


class _Style(NamedTuple):
    """`date` and `length`: the number in the cell is a moment, or a length of time."""

    font: Font = Font()
    date: bool = False
    length: bool = False


@dataclass(frozen=True, slots=True)
class _Book:
    strings: Sequence[object]
    styles: Sequence[_Style]
    since_1904: bool

    @classmethod
    def of(cls, package: Package, root: Element) -> _Book:
        strings = (
            _text(si)
            for part in package.related(package.main, "sharedStrings")
            for si in _tree(package, part).iterchildren(f"{S}si")
        )
        styles = (
            style
            for part in package.related(package.main, "styles")
            for style in _styles(_tree(package, part))
        )
        about = root.find(f"{S}workbookPr")
        since_1904 = about is not None and _on(about.get("date1904", "0"))
        return cls(tuple(strings), tuple(styles) or (_Style(),), since_1904)

    def value(self, kind: str, text: str, style: _Style) -> tuple[object, str]:
        """What a `<v>` in a cell of that kind (18.18.11) means, and the kind that it makes."""
        if kind == "s":
            return self.strings[int(text)], "s"
        if kind == "n":
            number = float(text) if {".", "e", "E"} & set(text) else int(text)
            return self._moment(number, style) if style.date else (number, "n")
        if kind == "b":
            return bool(int(text)), "b"
        if kind == "d":
            return from_ISO8601(text), "d"  # type: ignore[no-untyped-call]  # not in its stubs
        return text, "e" if kind == "e" else "s"

    def _moment(self, number: float, style: _Style) -> tuple[object, str]:
        epoch = MAC_EPOCH if self.since_1904 else WINDOWS_EPOCH
        try:
            return from_excel(number, epoch, timedelta=style.length), "d"
        except (OverflowError, ValueError):
            return "#VALUE!", "e"  # no day of Excel's almanac, which shows #####


def _styles(root: Element) -> Iterator[_Style]:
    own = root.iterfind(f"{S}numFmts/{S}numFmt")
    formats = {int(each.get("numFmtId")): each.get("formatCode") for each in own}
    fonts = [Font(_set(font, "b"), _set(font, "i")) for font in root.iterfind(f"{S}fonts/{S}font")]
    for xf in root.iterfind(f"{S}cellXfs/{S}xf"):
        number = int(xf.get("numFmtId", 0))
        code = formats.get(number) or builtin_format_code(number)
        font = fonts[int(xf.get("fontId", 0))] if fonts else Font()
        yield _Style(font, is_date_format(code), is_timedelta_format(code))


def _set(font: Element, name: str) -> bool:
    found = font.find(S + name)
    return found is not None and _on(found.get("val", "1"))


def _on(value: str) -> bool:
    return value not in ("0", "false")


def _text(element: Element) -> object:
    """The text of an `<si>` or `<is>`: plain, or in runs of different looks."""
    if len(element) == 1 and element[0].tag == f"{S}t":
        return (element[0].text or "").replace("x005F_", "")
    rich = CellRichText.from_tree(element)
    if not rich:
        return ""
    return rich[0] if len(rich) == 1 and isinstance(rich[0], str) else rich


# -- a sheet ------------------------------------------------------------------------------------

_C, _V, _IS = f"{S}c", f"{S}v", f"{S}is"


def _ark(title: str, state: str, root: Element, book: _Book) -> Ark:
    rows = list(_rows(root))
    cells = {place: cell for row, line in rows for place, cell in _cells(row, line, book)}
    merged = [CellRange(m.get("ref")) for m in root.iterfind(f"{S}mergeCells/{S}mergeCell")]
    for area in merged:
        for place in [place for place in cells if _covered(place, area)]:
            del cells[place]
    bands = {row: _band(line, row, row) for row, line in rows if line.get("hidden")}
    columns = {
        get_column_letter(int(col.get("min"))): _band(col, int(col.get("min")), int(col.get("max")))
        for col in root.iterfind(f"{S}cols/{S}col")
    }
    return Ark(title, state, cells, bands, columns, merged, unseen(root))


def _rows(root: Element) -> Iterator[tuple[int, Element]]:
    """The rows with their numbers; one without a number is the next one, as a cell is."""
    number = 0
    for line in root.iterfind(f"{S}sheetData/{S}row"):
        number = int(float(line.get("r", number + 1)))  # some write 3.0
        yield number, line


def _cells(row: int, line: Element, book: _Book) -> Iterator[tuple[tuple[int, int], Cell]]:
    column = 0
    for c in line.iterchildren(_C):
        ref = c.get("r")
        column = column_index_from_string(ref.rstrip(digits)) if ref else column + 1
        kind, style = c.get("t", "n"), book.styles[int(c.get("s", 0))]
        for part in c:
            if part.tag == _V and part.text and kind != "inlineStr":
                value, kind = book.value(kind, part.text, style)
            elif part.tag == _IS and kind == "inlineStr":
                value, kind = _text(part), "s"
            else:
                continue
            place = ref or f"{get_column_letter(column)}{row}"
            yield (row, column), Cell(place, value, kind, style.font)
            break


def _covered(place: tuple[int, int], area: CellRange) -> bool:
    row, column = place
    return (
        area.min_row <= row <= area.max_row
        and area.min_col <= column <= area.max_col
        and place != (area.min_row, area.min_col)
    )


def _band(element: Element, first: int, last: int) -> Band:
    hidden = _on(element.get("hidden", "0"))
    return Band(first, last, hidden, int(element.get("outlineLevel", 0)))
