"""gen: the spreadsheet of a municipal meeting becomes every document that the meeting needs.

    reading = gen.read(Path("data/ksau-2023-03-06.xlsx"))
    for finding in gen.check(reading): …
    jobs = gen.plan(reading, ["protokoll"])
    outcome = gen.build(Path("data/ksau-2023-03-06.xlsx"), ["protokoll"])

The four are imported when first used: `gen --help` must not wait for openpyxl. No module may
bear the name of one of them: importing it would put the module in the function's place.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gen.building import build as build
    from gen.checks import check as check
    from gen.planning import plan as plan
    from gen.workbook.read import read as read

__version__ = "0.1.0"
__all__ = ["__version__", "build", "check", "plan", "read"]

_PLACES = {
    "build": "gen.building",
    "check": "gen.checks",
    "plan": "gen.planning",
    "read": "gen.workbook.read",
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module 'gen' has no attribute {name!r}")
    return getattr(import_module(_PLACES[name]), name)
