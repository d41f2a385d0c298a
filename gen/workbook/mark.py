"""A workbook and what is to be said of its cells in, a marked copy of it out.

A cell that is concerned gets a note and a colour, and a first sheet lists everything with links.
The workbook is never opened and saved again, which would lose what openpyxl does not know of: the
copy is the user's file with a few parts changed, and in those all else stands as it stood. What
gen marked at an earlier time is taken away first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gen import findings
from gen.errors import DataError
from gen.findings import Level
from gen.names import fold
from gen.opc import DamagedError
from gen.source import at
from gen.workbook import refs, sheetxml, todo
from gen.workbook.comments import Notes, Run
from gen.workbook.package import Package, read, write
from gen.workbook.paint import Styles
from gen.workbook.refs import box, row_and_column
from gen.workbook.sheetxml import Cells, S, Tab, quoted

AUTHOR = "gen"
"""Whose notes these are, as Excel shows it."""

_LIST = "_gen_lista"
"""A hidden name in the workbook: which sheet is gen's list, whatever it is called by now."""
_MEMO = "Gjord av gen kontrollera"
"""That name's comment. Excel keeps it; LibreOffice drops it, and the memory of colours with it."""

_ORDER = list(Level)
_PLURALS = {
    Level.FEL: "fel",
    Level.LAGBRIST: "lagbrister",
    Level.VARNING: "varningar",
    Level.UPPLYSNING: "upplysningar",
}
_LONGEST = 600
"""Characters of a sentence: a message quotes what stands in the cell, which may be a page."""

_BLOCK = re.compile(
    rf"(?:\n\n|\A)gen: (?:{'|'.join(str(level).capitalize() for level in Level)})\n"
    r"[^\n]*\n(?:Gör så här: [^\n]*\n)?Kod: [^\n]*"
)
"""What `_runs` writes. By it a note is known that LibreOffice has saved, without its author."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be said of a cell; of its sheet, or the file, where `cell` or `sheet` is empty."""

    sheet: str
    cell: str
    level: Level
    code: str
    text: str
    cure: str
    statute: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark with the sheet that it is about, None for one that is not in the workbook."""

    mark: Mark
    tab: Tab | None
    cell: str


def mark(
    workbook: bytes, marks: Sequence[Mark], *, title: str = "Att åtgärda", file: str = ""
) -> bytes:
    """The marked copy. `file` is the workbook's name, told on the sheet that is called `title`.

    DataError: no xlsx that can be changed (a password, Strict Open XML, xls, xlsb, damaged).
    """
    try:
        package = read(workbook)
        styles = Styles(package)
        _unmark(package, styles)
        placed = _placed(package, marks)
        _mark_cells(package, styles, placed)
        _add_list(package, styles, placed, title, file)
        return write(package)
    except DamagedError as error:
        name = file or "filen"
        raise DataError(findings.NOT_MARKABLE(at(file), value=name, reason=error)) from error


def _placed(package: Package, marks: Sequence[Mark]) -> list[_Placed]:
    """Each mark once: worst first, then as the sheets stand and from above."""
    known = {fold(tab.name): (number, tab) for number, tab in enumerate(sheetxml.tabs(package))}
    out: list[tuple[tuple[int, int, int, int], _Placed]] = []
    for said in dict.fromkeys(marks):
        number, tab = known.get(fold(said.sheet), (len(known), None))
        cell = _reference(said.cell) if tab is not None and _has_cells(package, tab) else ""
        row, column = row_and_column(cell) if cell else (0, 0)
        out.append(((_ORDER.index(said.level), number, row, column), _Placed(said, tab, cell)))
    return [one for _, one in sorted(out, key=lambda pair: pair[0])]


def _reference(cell: str) -> str:
    """The cell as it is written in a sheet, or nothing for what is no cell."""
    match = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})", cell)
    if match is None:
        return ""
    ref = match[1].upper() + match[2]
    row, column = row_and_column(ref)
    return ref if row <= refs.LAST_ROW and column <= refs.LAST_COLUMN else ""


def _has_cells(package: Package, tab: Tab) -> bool:
    return bool(package.tree(tab.part).tag == f"{S}worksheet")


def _unmark(package: Package, styles: Styles) -> None:
    """Take away what an earlier run put in: its list, its colours, its part of the notes."""
    remembered = True
    for name in list(sheetxml.workbook(package).iter(f"{S}definedName")):
        # One that belongs to a sheet is in a copy that somebody made of the list, to keep it.
        if name.get("name") == _LIST and name.get("localSheetId") is None:
            remembered = name.get("comment") == _MEMO
            sheetxml.undefine(name)
            sheetxml.remove(package, sheetxml.sheet_of(name.text or ""))
    before = styles.unpainted(remembered=remembered)
    for tab in sheetxml.tabs(package):
        if before and _has_cells(package, tab):
            Cells(package.tree(tab.part)).reformat(before)
        if package.related(tab.part, "comments"):
            Notes(package, tab.part).cut(_BLOCK, AUTHOR)


def _mark_cells(package: Package, styles: Styles, placed: Sequence[_Placed]) -> None:
    by_tab: dict[Tab, dict[str, list[Mark]]] = {}
    for one in placed:
        if one.tab is not None:
            by_tab.setdefault(one.tab, {}).setdefault(one.cell, []).append(one.mark)
    for tab in (tab for tab in sheetxml.tabs(package) if tab in by_tab):
        sheetxml.show(package, tab.name)
        by_cell = by_tab[tab]
        by_cell.pop("", None)
        if by_cell:
            _mark_sheet(package, styles, tab.part, by_cell)


def _mark_sheet(
    package: Package, styles: Styles, part: str, by_cell: dict[str, list[Mark]]
) -> None:
    cells, notes = Cells(package.tree(part)), Notes(package, part)
    seen: dict[str, list[Mark]] = {}
    for ref, said in by_cell.items():
        seen.setdefault(cells.covering(ref), []).extend(said)
    white, threads = list(_white_by_table(package, part)), notes.threads()
    for ref in sorted(seen, key=row_and_column):
        said = sorted(seen[ref], key=lambda mark: _ORDER.index(mark.level))
        row, column = row_and_column(ref)
        cell = cells.at(ref)
        xf = styles.painted(
            int(cell.get("s", 0)),
            said[0].level,
            white_by_table=any(
                left <= column <= right and top <= row <= bottom
                for left, top, right, bottom in white
            ),
        )
        cell.set("s", str(xf))
        if ref not in threads:
            notes.append(ref, list(_runs(said)), AUTHOR)


def _white_by_table(package: Package, part: str) -> Iterator[tuple[int, int, int, int]]:
    """Where the style of an Excel table may make the text white: its header, or all of it."""
    for name in package.related(part, "table"):
        table = package.tree(name)
        left, top, right, bottom = box(table.get("ref"))
        headers = int(table.get("headerRowCount", 1))
        style = table.find(f"{S}tableStyleInfo")
        if style is not None and style.get("name", "").startswith("TableStyleDark"):
            yield left, top, right, bottom
        elif headers:
            yield left, top, right, top + headers - 1


def _runs(said: Sequence[Mark]) -> Iterator[Run]:
    for number, one in enumerate(said):
        gap = "\n\n" if number else ""
        yield Run(f"{gap}gen: {str(one.level).capitalize()}", bold=True)
        cure = f"\nGör så här: {_line(one.cure)}" if one.cure else ""
        statute = f" ({_line(one.statute)})" if one.statute else ""
        yield Run(f"\n{_line(one.text)}{cure}\nKod: {_line(one.code)}{statute}")


def _line(text: str) -> str:
    """One line of a note or of the list, of a length that can be read there."""
    text = re.sub(r"[^\S\u00a0\u202f]+", " ", text).strip()  # blanks that do not break are kept
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _add_list(
    package: Package, styles: Styles, placed: Sequence[_Placed], title: str, file: str
) -> None:
    taken = {fold(tab.name) for tab in sheetxml.tabs(package)}
    free, number = title, 1
    while fold(free) in taken:  # a sheet of the user's own
        number += 1
        free = f"{title} {number}"
    rows = [
        todo.Row(
            one.mark.level,
            one.mark.sheet if one.tab is None else one.tab.name,
            one.cell or one.mark.cell or ("hela bladet" if one.mark.sheet else ""),
            _link(package, one),
            _line(one.mark.text),
            _line(one.mark.cure),
            one.mark.code,
            one.mark.statute,
        )
        for one in placed
    ]
    lines = [_counts([one.mark for one in placed]), _what_it_is(file)]
    windows = sum(1 for _ in sheetxml.workbook(package).iter(f"{S}workbookView"))
    content = todo.sheet(free, lines, rows, styles, max(windows, 1))
    sheetxml.add_first(package, free, content)
    sheetxml.define(package, _LIST, f"{quoted(free)}!$A$1", hidden="1", comment=_MEMO)
    if rows:
        repeated = f"{quoted(free)}!${todo.HEADER_ROW}:${todo.HEADER_ROW}"
        sheetxml.define(package, "_xlnm.Print_Titles", repeated, localSheetId="0")


def _link(package: Package, one: _Placed) -> str:
    if one.tab is None or not _has_cells(package, one.tab):
        return ""
    return f"{quoted(one.tab.name)}!{one.cell or 'A1'}"


def _counts(marks: Sequence[Mark]) -> str:
    counts = Counter(mark.level for mark in marks)
    told = [
        f"{counts[level]} {level if counts[level] == 1 else _PLURALS[level]}"
        for level in Level
        if counts[level]
    ]
    return ", ".join(told) if told else "Inget att åtgärda."


def _what_it_is(file: str) -> str:
    if file:
        return f"Det här är en kopia av {file}. Rätta i {file} och kör gen kontrollera igen."
    return "Det här är en kopia. Rätta i originalet och kör gen kontrollera igen."
