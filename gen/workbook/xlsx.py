"""The parts of an xlsx in, its sheets with their cells out, as far as gen reads them.

openpyxl makes many objects of each cell and reads what only a writer needs, in three times the
time, and is slow to import; it is the tests' oracle.
ECMA-376 part 1: 18.3 (sheets), 18.4 (shared strings), 18.8 (styles).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import digits
from typing import NamedTuple

from gen.opc import Element, parse
from gen.workbook import moments, refs, sheetxml
from gen.workbook.cells import Piece, Rich
from gen.workbook.package import Package
from gen.workbook.refs import Box
from gen.workbook.sheetxml import S
from gen.workbook.unseen import Unseen, unseen


class Font(NamedTuple):
    """What of a font means something in a cell's text: bold and italic."""

    b: bool = False
    i: bool = False


class Cell(NamedTuple):
    """A cell that holds something. Text with several looks in it is `Rich`.

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
    merged: Sequence[Box]
    unseen: Unseen


def arks(package: Package, only: str | None = None) -> tuple[Ark, ...]:
    """The sheets that can have cells, in their order; or `only` the one of that name.

    DamagedError, ValueError, IndexError, TypeError …: the file breaks the rules of its format.
    """
    root = sheetxml.workbook(package)
    book = _Book.of(package, root)
    states = [sheet.get("state", "visible") for sheet in root.iterfind(f"{S}sheets/{S}sheet")]
    return tuple(
        _ark(tab.name, state, tree, book)
        for tab, state in zip(sheetxml.tabs(package), states, strict=True)
        if only in (None, tab.name) and (tree := _tree(package, tab.part)).tag == f"{S}worksheet"
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
            return moments.of_iso(text), "d"
        return text, "e" if kind == "e" else "s"

    def _moment(self, number: float, style: _Style) -> tuple[object, str]:
        since = moments.SINCE_1904 if self.since_1904 else moments.SINCE_1900
        try:
            return moments.of_number(number, since, length=style.length), "d"
        except (OverflowError, ValueError):
            return "#VALUE!", "e"  # no day of Excel's almanac, which shows #####


def _styles(root: Element) -> Iterator[_Style]:
    own = root.iterfind(f"{S}numFmts/{S}numFmt")
    formats = {int(each.get("numFmtId")): each.get("formatCode") for each in own}
    fonts = [_font(font) for font in root.iterfind(f"{S}fonts/{S}font")]
    for xf in root.iterfind(f"{S}cellXfs/{S}xf"):
        number = int(xf.get("numFmtId", 0))
        code = formats.get(number)
        font = fonts[int(xf.get("fontId", 0))] if fonts else Font()
        yield _Style(font, moments.is_date(number, code), moments.is_length(number, code))


def _font(font: Element) -> Font:
    return Font(_set(font, "b"), _set(font, "i"))


def _set(font: Element, name: str) -> bool:
    found = font.find(S + name)
    return found is not None and _on(found.get("val", "1"))


def _on(value: str) -> bool:
    return value not in ("0", "false")


def _text(element: Element) -> object:
    """The text of an `<si>` or `<is>`: plain, or in runs of different looks."""
    plain = element.find(f"{S}t")
    if plain is not None and plain.text:
        return _unescaped(plain)
    rich = Rich(
        Piece(_unescaped(run.find(f"{S}t")), None if look is None else _font(look))
        for run in element.iterchildren(f"{S}r")
        for look in (run.find(f"{S}rPr"),)
    )
    return rich if len(rich) > 1 or any(piece.look for piece in rich) else str(rich)


def _unescaped(text: Element | None) -> str:
    """`_x005F_` is how Excel writes a `_` that would else begin such a word itself."""
    return "" if text is None else (text.text or "").replace("x005F_", "")


# -- a sheet ------------------------------------------------------------------------------------

_C, _V, _IS = f"{S}c", f"{S}v", f"{S}is"


def _ark(title: str, state: str, root: Element, book: _Book) -> Ark:
    rows = list(_rows(root))
    cells = {place: cell for row, line in rows for place, cell in _cells(row, line, book)}
    merged = [refs.box(m.get("ref")) for m in root.iterfind(f"{S}mergeCells/{S}mergeCell")]
    for area in merged:
        for place in [place for place in cells if _covered(place, area)]:
            del cells[place]
    bands = {row: _band(line, row, row) for row, line in rows if line.get("hidden")}
    columns = {
        refs.letters(int(col.get("min"))): _band(col, int(col.get("min")), int(col.get("max")))
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
        column = refs.column_of(ref.rstrip(digits)) if ref else column + 1
        kind, style = c.get("t", "n"), book.styles[int(c.get("s", 0))]
        for part in c:
            if part.tag == _V and part.text and kind != "inlineStr":
                value, kind = book.value(kind, part.text, style)
            elif part.tag == _IS and kind == "inlineStr":
                value, kind = _text(part), "s"
            else:
                continue
            place = ref or refs.place(row, column)
            yield (row, column), Cell(place, value, kind, style.font)
            break


def _covered(place: tuple[int, int], area: Box) -> bool:
    row, column = place
    return (
        area.top <= row <= area.bottom
        and area.left <= column <= area.right
        and place != (area.top, area.left)
    )


def _band(element: Element, first: int, last: int) -> Band:
    hidden = _on(element.get("hidden", "0"))
    return Band(first, last, hidden, int(element.get("outlineLevel", 0)))
