"""A file name of a cell in, the file's name from the meeting's folder out, its bytes kept.

What is wrong with the file is a finding at its cell, and stops what would need it.
"""

from __future__ import annotations

from gen import attached, files, findings
from gen.attached import Slag
from gen.files import Home, Unusable
from gen.jobs import Resource
from gen.workbook.collect import Collector
from gen.workbook.columns import STOPS, Must

SHOWN_IN = frozenset(
    {
        "kallelse",
        "beslutsförslag",
        "tjänsteskrivelse",
        "motionssvar",
        "protokoll",
        "arbetskopia",
        "bestyrkande",
        "utdrag",
        "yttrande",
    }
)
"""The documents that print what stands on an ärende's rows, and so need the files that they name.
What only names an ärende, or tells how to appeal, can be made without them."""
HANDED_IN_IN = SHOWN_IN - {"kallelse", "beslutsförslag", "tjänsteskrivelse", "motionssvar"} | {
    "reservation",
    "särskilt-yttrande",
}
"""Those that print what was handed in at the meeting, or are made where nothing was."""
NEEDED_BY = STOPS[Must.KALLELSE] | SHOWN_IN
"""Those that name an ärende, where its ärendefil cannot be had: all that come before a stage."""

WORKBOOKS = (".xlsx", ".xlsm")


def workbook(c: Collector, typed: str, home: Home, path: str) -> str:
    """The name of an Excel workbook, from the meeting's folder; empty, with a finding where it
    cannot be one."""
    if not typed:
        return ""
    try:
        found = files.find(home, typed)
        if not found.name.casefold().endswith(WORKBOOKS):
            raise Unusable(findings.FILE_OF_OTHER_KIND, wanted="en Excel-arbetsbok (.xlsx)")
    except Unusable as unusable:
        c.found.append(unusable.finding(path, typed, SHOWN_IN))
        return ""
    return found.name


def attach(
    c: Collector,
    typed: str,
    home: Home,
    path: str,
    *allowed: Slag,
    keep: bool = True,
    stops: frozenset[str] = SHOWN_IN,
) -> str:
    """The name of a file of one of those kinds; empty for an empty cell, or with a finding.

    `keep`: the bytes go into a document, and are held from here on. `stops`: the documents that
    cannot be made without the file.
    """
    if not typed:
        return ""
    try:
        found = files.find(home, typed)
        if found.name not in c.files:
            content = files.read(found)
            attached.examine(found.name, content, *allowed)
            if keep:
                c.files[found.name] = Resource(found.name, content)
    except Unusable as unusable:
        c.found.append(unusable.finding(path, typed, stops))
        return ""
    return found.name
