"""A model's values in, what a person would have typed into the cells out: the reader's inverse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from pydantic import BaseModel

from gen.choices import JA_NEJ
from gen.model import Namn
from gen.swedish.times import time_text
from gen.workbook.columns import Sheet, Type

Facts = Mapping[str, object]
"""Field → what a person would have typed: a text, a day, a number, or runs with bold in them."""


def facts(sheet: Sheet, model: BaseModel, *, leave_out: frozenset[str] = frozenset()) -> Facts:
    """The filled-in fields of `model` that the sheet has columns for."""
    values = {
        column.field: typed(getattr(model, column.attr), column.type)
        for column in sheet.columns
        if column.attr in type(model).model_fields and column.field not in leave_out
    }
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def typed(value: object, kind: Type) -> object:
    """One value. Several names or words stand with semicolons between them."""
    if isinstance(value, bool):
        return JA_NEJ[0] if value else JA_NEJ[1]
    if isinstance(value, dt.time):
        return time_text(value)
    if isinstance(value, Namn):
        return value.namn
    if isinstance(value, tuple) and kind is not Type.RICH:
        return "; ".join(str(typed(part, kind)) for part in value)
    if isinstance(value, int):
        return str(value)
    return value
