"""A declared sheet and what is known of it in, a worksheet out: a form or an Excel table.

Made from the declaration: headers, formats, dropdowns, help. Nothing is ever merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.properties import Outline
from openpyxl.worksheet.table import Table, TableColumn, TableFormula
from openpyxl.worksheet.worksheet import Worksheet

from gen.model import Run, plain
from gen.workbook import lists, look, signals
from gen.workbook.columns import Column, Sheet
from gen.workbook.formulas import HEADER_ROW, Formulas
from gen.workbook.signals import FIRST_ROW, LAST_ROW, STAGES
from gen.workbook.typed import Facts

_ASK_TITLE, _ASK = "Stämmer det?", "Det finns inte i listan. Välj OK för att behålla det ändå."
_FORM_WIDTHS = (36, 48, 84)
_NAMED = 5
"""So many of the folded columns are told by name, on one line above the table."""
_LONG = frozenset(("text", "rubrik", "namn", "intern_anteckning", "visas_som"))
"""Columns where one writes at length: a note beside every cell would only be in the way."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands above each printed page."""

    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How a sheet is drawn. `staged`: the workbook tells what is to be filled in next."""

    paper: Paper = Paper()
    formulas: Formulas = field(default_factory=dict)
    explanations: Formulas = field(default_factory=dict)
    staged: bool = False
    spare: int = 10


def form(book: Workbook, sheet: Sheet, facts: Facts, style: Style) -> dict[str, str]:
    """A form with its groups; for each field the cell of its value."""
    ws = _sheet(book, sheet)
    for letter, wide in zip("ABC", _FORM_WIDTHS, strict=True):
        ws.column_dimensions[letter].width = wide
    ws.sheet_properties.outlinePr = Outline(summaryBelow=False)
    for number, text in enumerate(("Uppgift", "Värde", "Förklaring"), 1):
        look.header(ws.cell(HEADER_ROW, number), text)
    ws.row_dimensions[HEADER_ROW].height = 22
    places: dict[str, str] = {}
    row = HEADER_ROW
    for heading, columns, folded in _grouped(sheet):
        if heading:
            row += 1
            look.heading(ws.cell(row, 1), heading)
            look.underline(ws.cell(row, n) for n in (1, 2, 3))
            ws.row_dimensions[row].height = 30
        shut = folded and not any(column.field in facts for column in columns)
        if shut:
            ws.sheet_format.outlineLevelRow = 1
            ws.row_dimensions[row].collapsed = True
            look.note(ws.cell(row, 3), f"{len(columns)} uppgifter: öppna med + i vänsterkanten.")
        for column in columns:
            row += 1
            _line(ws, row, column, facts.get(column.field), style)
            places[column.field] = f"B{row}"
            _validate(ws, sheet, column, f"B{row}", row, note=False)
            if shut:
                ws.row_dimensions[row].outlineLevel = 1
                ws.row_dimensions[row].hidden = True
    if style.staged:
        signals.waiting(ws, sheet, places)
    signals.typed_over(ws, [places[field] for field in style.formulas])
    empty = (places[c.field] for c in sheet.columns if c.must in STAGES and c.field not in facts)
    _open_at(ws, f"A{FIRST_ROW}", next(empty, f"B{FIRST_ROW + 1}"))
    look.page(ws, header_row=0, left=style.paper.left, right=style.paper.right, landscape=False)
    return places


def table(book: Workbook, sheet: Sheet, rows: Sequence[Facts], style: Style) -> Worksheet:
    """A table with its rows and some empty ones below."""
    ws = _sheet(book, sheet)
    last = HEADER_ROW + max(len(rows) + style.spare, 1)
    columns = [(get_column_letter(n), column) for n, column in enumerate(sheet.columns, 1)]
    typed = [letter for letter, c in columns if c.field not in style.formulas and not c.echo]
    # Where rows are of many lines the short cells stand beside the first.
    vertical = "top" if any(c.field in ("text", "rubrik") for c in sheet.columns) else "center"
    for number in range(FIRST_ROW, last + 1):
        facts = rows[number - FIRST_ROW] if number - FIRST_ROW < len(rows) else {}
        ws.row_dimensions[number].height = look.height(_wrapped(sheet, facts))
    for letter, column in columns:
        formula = style.formulas.get(column.field)
        format_ = look.number_format(column, computed=formula is not None)
        look.column_format(ws, letter, format_, wrap=look.wraps(column))
        ws.column_dimensions[letter].width = look.width(sheet.name, column)
        look.header(ws[f"{letter}{HEADER_ROW}"], column.header)
        _note_on(ws, f"{letter}{HEADER_ROW}", column)
        first = ws[f"{letter}{FIRST_ROW}"]
        grey = formula is not None or column.echo
        look.body(first, format_, wrap=look.wraps(column), grey=grey, vertical=vertical)
        for number in range(FIRST_ROW, last + 1):
            facts = rows[number - FIRST_ROW] if number - FIRST_ROW < len(rows) else {}
            cell = ws[f"{letter}{number}"]
            # Cell by cell openpyxl compares every part of the look with all that it has seen.
            cell._style = copy(first._style)
            value = facts.get(column.field)
            _put(cell, value if value is not None else formula, formula=value is None)
        _validate(ws, sheet, column, f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}", FIRST_ROW)
    ws.row_dimensions[HEADER_ROW].height = 34 if _tall(sheet) else 22
    _fold(ws, sheet, columns)
    _add_table(ws, sheet, columns, last, style.formulas)
    if style.staged:
        signals.missing(ws, sheet, columns, typed)
    signals.typed_over(
        ws, [f"{a}{FIRST_ROW}:{a}{LAST_ROW}" for a, c in columns if c.field in style.formulas]
    )
    keys = [n for n, column in enumerate(sheet.columns, 1) if column.key]
    free = next(
        (letter for letter, column in columns if column.key and letter in typed), columns[0][0]
    )
    _open_at(ws, f"{get_column_letter(max(keys) + 1)}{FIRST_ROW}", f"{free}{FIRST_ROW + len(rows)}")
    look.page(ws, header_row=HEADER_ROW, left=style.paper.left, right=style.paper.right)
    return ws


def _sheet(book: Workbook, sheet: Sheet) -> Worksheet:
    ws: Worksheet = book.create_sheet(sheet.name)
    ws.sheet_view.showGridLines = False
    ws.sheet_state = "hidden" if sheet.hidden else "visible"
    ws.sheet_properties.tabColor = look.ACCENT if not sheet.hidden else look.GREY
    look.title(ws["A1"], sheet.name)
    look.note(ws["A2"], " ".join((sheet.help, *_folded_help(sheet))))
    # Column formats would give the empty cells beside the title a look of their own.
    for number in range(2, len(sheet.columns) + 1 if not sheet.form else 4):
        look.note(ws.cell(1, number), "")
        look.note(ws.cell(2, number), "")
    ws.row_dimensions[1].height = 30
    ws.row_dimensions[2].height = 20
    return ws


def _folded_help(sheet: Sheet) -> Iterator[str]:
    """How to reach the columns that stand folded; a form says it beside each of its groups."""
    for group in sheet.groups if not sheet.form else ():
        if group.folded:
            names = ", ".join(sheet.column(field).header for field in group.fields[:_NAMED])
            yield f"{group.heading} ({names} …): öppna med + ovanför kolumnerna."


def _grouped(sheet: Sheet) -> list[tuple[str, list[Column], bool]]:
    if not sheet.groups:
        return [("", list(sheet.columns), False)]
    return [(g.heading, [sheet.column(f) for f in g.fields], g.folded) for g in sheet.groups]


def _line(ws: Worksheet, row: int, column: Column, value: object, style: Style) -> None:
    """Label, value and help."""
    label, cell, help_ = (ws.cell(row, n) for n in (1, 2, 3))
    formula = style.formulas.get(column.field)
    look.plain(label, column.header, bold=column.must in STAGES, wrap=True)
    format_ = look.number_format(column, computed=formula is not None)
    look.body(cell, format_, wrap=True, grey=formula is not None, vertical="center")
    look.note(help_, style.explanations.get(column.field, column.help), wrap=True)
    for beside in (label, help_):
        look.hairline(beside)
    shown = ("" if value is None else str(value), column.header, column.help)
    widths = (_FORM_WIDTHS[1], _FORM_WIDTHS[0], _FORM_WIDTHS[2])
    ws.row_dimensions[row].height = look.height(zip(shown, widths, strict=True))
    _put(cell, value if value is not None else formula, formula=value is None)


def _put(cell: Any, value: object, *, formula: bool) -> None:
    """A value as typed, or a formula. A typed text that begins with = stays a text."""
    if value is None:
        return
    if isinstance(value, tuple):
        value = _rich(value)
    cell.value = value
    if isinstance(value, str) and not formula:
        cell.data_type = "s"


def _rich(runs: tuple[Run, ...]) -> object:
    """Bold and italic of the cell, kept; a text that has none is a plain one."""
    if not any(run.fet or run.kursiv for run in runs):
        return "".join(run.text for run in runs)
    return CellRichText(
        *(
            TextBlock(
                InlineFont(
                    rFont=look.FAMILY,
                    sz=11,
                    color=Color(look.INK),
                    b=run.fet or None,
                    i=run.kursiv or None,
                ),
                run.text,
            )
            for run in runs
        )
    )


def _validate(
    ws: Worksheet, sheet: Sheet, column: Column, cells: str, row: int, *, note: bool = True
) -> None:
    """The dropdown, which suggests and never refuses, and the help beside the cell."""
    suggestion = lists.of_column(sheet, column)
    noted = note and not column.echo and column.field not in _LONG
    if suggestion is None and not noted:
        return
    validation = DataValidation(sqref=cells, allow_blank=True)
    if suggestion is not None:
        validation.type = "list"
        validation.formula1 = suggestion.formula.format(row=row)
        validation.errorStyle = "information"
        validation.showErrorMessage = suggestion.asks
        if suggestion.asks:
            validation.errorTitle, validation.error = _ASK_TITLE, _ASK
    if noted:
        _note(validation, column)
    ws.add_data_validation(validation)


def _note_on(ws: Worksheet, cell: str, column: Column) -> None:
    validation = DataValidation(sqref=cell, allow_blank=True)
    _note(validation, column)
    ws.add_data_validation(validation)


def _note(validation: DataValidation, column: Column) -> None:
    validation.showInputMessage = True
    validation.promptTitle = column.header[:32]
    validation.prompt = column.help[:255]


def _wrapped(sheet: Sheet, facts: Facts) -> Iterator[tuple[str, float]]:
    """The texts of a row that may take more than one line, with the width that each has."""
    for column in sheet.columns:
        value = facts.get(column.field)
        if value is not None and look.wraps(column):
            text = plain(value) if isinstance(value, tuple) else str(value)
            yield text, look.width(sheet.name, column)


def _tall(sheet: Sheet) -> bool:
    return any(len(c.header) * 1.1 > look.width(sheet.name, c) for c in sheet.columns)


def _fold(ws: Worksheet, sheet: Sheet, columns: list[tuple[str, Column]]) -> None:
    """Columns that are seldom needed, folded: a click on + above them opens them."""
    folded = {field for group in sheet.groups if group.folded for field in group.fields}
    if not folded:
        return
    ws.sheet_properties.outlinePr = Outline(summaryRight=False)
    before = ""
    for letter, column in columns:
        if column.field in folded:
            if before:
                ws.column_dimensions[before].collapsed = True
                before = ""
            ws.column_dimensions[letter].outlineLevel = 1
            ws.column_dimensions[letter].hidden = True
        else:
            before = letter


def _add_table(
    ws: Worksheet,
    sheet: Sheet,
    columns: list[tuple[str, Column]],
    last: int,
    formulas: Formulas,
) -> None:
    """An Excel table: dropdowns, wrapping, stripes and formulas follow new rows."""
    ref = f"A{HEADER_ROW}:{columns[-1][0]}{last}"
    made = Table(displayName=sheet.name, ref=ref, autoFilter=AutoFilter(ref=ref))
    for number, (_, column) in enumerate(columns, 1):
        place = TableColumn(id=number, name=column.header)
        if column.field in formulas:
            place.calculatedColumnFormula = TableFormula(attr_text=formulas[column.field][1:])
        made.tableColumns.append(place)
    made.tableStyleInfo = look.table_style()
    ws.add_table(made)


def _open_at(ws: Worksheet, frozen: str, cell: str) -> None:
    """Headers and keys stay in sight; the cursor waits in the first cell to fill in."""
    ws.freeze_panes = frozen
    (key_row, key_column), (_, column) = coordinate_to_tuple(frozen), coordinate_to_tuple(cell)
    view = ws.sheet_view
    if view.pane is not None and key_column > 1 and column < key_column and key_row > 1:
        view.pane.activePane = "bottomLeft"  # the pane that the cell is in
    for selection in view.selection:
        if view.pane is not None and selection.pane == view.pane.activePane:
            selection.activeCell = selection.sqref = cell
