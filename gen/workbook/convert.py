"""A cell in, the value that its column declares out – or the finding that says what to write.

One converter a `Type`. Strict where a guess could be wrong: a wrong date makes a decision
appealable for longer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache, lru_cache

from gen import findings
from gen.choices import (
    AJOURNERING,
    ANNAT,
    ATERREMITTERAS,
    BORDLAGGS,
    ENLIGT,
    JA_NEJ,
    OMROSTNING,
    PROTOKOLLSANTECKNING,
)
from gen.findings import Finding
from gen.names import fold, nearest
from gen.swedish.dates import parse_date
from gen.swedish.lists import list_text
from gen.swedish.times import parse_time
from gen.swedish.unreadable import Unreadable, quoted
from gen.workbook.cells import shown
from gen.workbook.columns import STOPS, Column, Must, Type
from gen.workbook.grid import Cell

Value = object

INGEN_PARAGRAF = 0
"""What the sign – in a §-cell becomes: the ärende has no §."""


_MOMENTS = (dt.date, dt.time)  # a datetime is a date


def convert(cell: Cell, column: Column, at: str) -> tuple[Value, Finding | None]:
    """The value, or None and a finding at the path `at`."""
    if cell.error:
        return None, findings.EXCEL_ERROR(at, value=cell.value, stoppar=stops_of(column))
    try:
        return _CONVERTERS[column.type](cell, column), None
    except Unreadable as unreadable:
        nearest_choice = unreadable.nearest if isinstance(unreadable, _NotInList) else ""
        return None, findings.UNREADABLE(
            at,
            value=shown(cell.value),
            header=column.header,
            reason=unreadable.reason,
            how=unreadable.expected,
            suggestion=nearest_choice or _without_blanks(cell, column),
            stoppar=stops_of(column),
        )


def stops_of(column: Column) -> frozenset[str]:
    """The documents that an unreadable cell of this column stops: all that it could make untrue.

    The protokoll too where the cell is only due for the anslag: read as empty, an unreadable
    Justerat would print *Ej justerat*.
    """
    return STOPS[Must.KALLELSE if column.must is Must.KALLELSE else Must.PROTOKOLL]


def _without_blanks(cell: Cell, column: Column) -> str:
    """What `2023 -03-07` must have meant, where it is readable once the blanks are gone."""
    if column.type not in (Type.DATE, Type.TIME, Type.NUMBER, Type.PARAGRAPH):
        return ""
    squeezed = re.sub(r"\s+", "", shown(cell.value))
    if squeezed == shown(cell.value).strip():
        return ""
    try:
        _CONVERTERS[column.type](cell._replace(value=squeezed), column)
    except Unreadable:
        return ""
    return squeezed


def _as_text(cell: Cell, column: Column) -> str:
    if isinstance(cell.value, _MOMENTS):
        raise Unreadable(
            f"Excel har gjort om det som skrevs till {_date_words(cell.value)}",
            f"{_typed_before(cell.value)}, i en cell med formatet Text",
        )
    if isinstance(cell.value, bool):
        return JA_NEJ[0] if cell.value else JA_NEJ[1]
    return shown(cell.value).strip()


def _text_or_date(cell: Cell, column: Column) -> str:
    """A day that Excel holds as one is the text of a day: nothing else was meant."""
    if isinstance(cell.value, dt.date):
        return parse_date(cell.value).isoformat()
    return _as_text(cell, column)


def _date_words(value: dt.datetime | dt.date | dt.time) -> str:
    if isinstance(value, dt.time):
        return f"klockslaget {value:%H.%M}"
    return f"datumet {value:%Y-%m-%d}"


def _typed_before(value: dt.datetime | dt.date | dt.time) -> str:
    """What a person may have typed for Excel to make that of it: `3-12` is a month and a day."""
    if isinstance(value, dt.time):
        return f"{value.hour}:{value.minute:02} eller {value.hour}.{value.minute:02}"
    readings = [f"{value.month}–{value.day}", f"{value.day}–{value.month}"]
    if value.day == 1:  # 3-40 becomes the first of March 1940
        readings.append(f"{value.month}–{value:%y}")
    return list_text(tuple(dict.fromkeys(readings)), "eller") + " (eller vad det nu var)"


def _date(cell: Cell, column: Column) -> dt.date:
    return parse_date(cell.value)


def _time(cell: Cell, column: Column) -> dt.time:
    return parse_time(cell.value)


def _number(cell: Cell, column: Column) -> int:
    text = _as_text(cell, column)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", text):
        digits = text.replace(".", "")
        raise Unreadable(f"{quoted(text)} kan läsas på två sätt", f"{digits} utan punkt")
    if not re.fullmatch(r"\d{1,6}", text):
        raise Unreadable(f"{quoted(text)} är inget heltal", "ett heltal, till exempel 5")
    return int(text)


def _paragraph(cell: Cell, column: Column) -> int:
    text = _as_text(cell, column)
    if text in ("–", "-", "—"):
        return INGEN_PARAGRAF
    match = re.fullmatch(r"§?\s*(\d{1,5})", text)
    if not match or int(match[1]) == 0:
        raise Unreadable(f"{quoted(text)} är inget paragrafnummer", "numret, till exempel 50")
    return int(match[1])


def _choice(cell: Cell, column: Column) -> str | bool:
    text = _as_text(cell, column)
    found = _by_fold(column.choices).get(_fold_dashes(text))
    if found is None:
        raise _NotInList(text, column.choices)
    return found == JA_NEJ[0] if column.choices == JA_NEJ else found


class _NotInList(Unreadable):
    """A word that is none of the choices, with the nearest of them."""

    def __init__(self, text: str, choices: tuple[str, ...]) -> None:
        super().__init__(f"{quoted(text)} finns inte i listan", list_text(choices, "eller"))
        self.nearest = meant(text, choices)


_SAID_OTHERWISE = {
    "votering": OMROSTNING,
    "bordlagt": BORDLAGGS,
    "bordläggning": BORDLAGGS,
    "återremiss": ATERREMITTERAS,
    "återremitterat": ATERREMITTERAS,
    "bifall": ENLIGT,
    "avslag": ANNAT,
    "paus": AJOURNERING,
    "anteckning": PROTOKOLLSANTECKNING,
}
"""Words that people use for one of the choices and that are spelled unlike it."""


def meant(text: str, choices: tuple[str, ...]) -> str:
    """The choice that somebody must have meant: by the word, else by its spelling."""
    word = _SAID_OTHERWISE.get(fold(text), "")
    return word if word in choices else nearest(text, choices)


@cache
def _by_fold(choices: tuple[str, ...]) -> dict[str, str]:
    return {_fold_dashes(choice): choice for choice in choices}


@lru_cache(maxsize=4096)
def _fold_dashes(text: str) -> str:
    """Nobody types an en dash: `Skickas till - kännedom` is meant too."""
    return re.sub(r"\s*[-–—]\s*", " – ", fold(text))


def split_names(text: str) -> tuple[str, ...]:
    """Several names in a cell stand with semicolon between them or on lines of their own."""
    return tuple(part.strip() for part in re.split(r"[;\n]", text) if part.strip())


def _names(cell: Cell, column: Column) -> tuple[str, ...]:
    return split_names(_as_text(cell, column))


def _rich(cell: Cell, column: Column) -> object:
    return cell.runs


_CONVERTERS: dict[Type, Callable[[Cell, Column], Value]] = {
    Type.TEXT: _as_text,
    Type.RICH: _rich,
    Type.DATE: _date,
    Type.TIME: _time,
    Type.NUMBER: _number,
    Type.TEXT_OR_DATE: _text_or_date,
    Type.CHOICE: _choice,
    Type.ORGAN: _as_text,
    Type.NAME: _as_text,
    Type.NAMES: _names,
    Type.LIST: _names,
    Type.PARAGRAPH: _paragraph,
    Type.FILE: _as_text,
}
