"""A part of a Word file in, the same part fit to be printed out: before it is filled in, and after.

Before: what only the editing of a template has left in it. After: what copies and empty places of
a filled-in template would make unreadable to Word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gen import findings, opc
from gen.opc import Element, W
from gen.word.faults import Refused
from gen.word.outline import Outline

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

# Numbers of editing sessions, marks of the spelling check, page ends of the last print-out, and
# the comments by which templates explain themselves.
_LEFT_BEHIND = opc.tags(
    "proofErr lastRenderedPageBreak commentRangeStart commentRangeEnd commentReference "
    "permStart permEnd"
)
_SESSIONS = (
    *opc.tags("rsidR rsidRPr rsidRDefault rsidP rsidTr rsidDel rsidSect"),
    *opc.tags("paraId textId", "{http://schemas.microsoft.com/office/word/2010/wordml}"),
)
_TRACKED = opc.tags(
    "ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange "
    "tblGridChange numberingChange cellIns cellDel cellMerge"
)
# ECMA-376 part 1: each of these ends with a paragraph, a w:tc at the latest (17.4.65).
_ENDS_WITH_PARAGRAPH = opc.tags("tc hdr ftr footnote endnote txbxContent")


def before(root: Element, outline: Outline) -> None:
    """Drop what editing left. `Refused` when changes are tracked: they would show in print."""
    for paragraph in tracked(root):
        raise Refused(findings.TEMPLATE_TRACKED, outline.place(paragraph))
    for element in list(root.iter(*_LEFT_BEHIND)):
        _drop(element)
    for element in list(root.iter(W + "bookmarkStart")):
        if element.get(W + "name") == "_GoBack":  # where the author's cursor last stood
            _drop(element)
    for element in root.iter(W + "p", W + "r", W + "tr", W + "sectPr"):
        for name in _SESSIONS:
            element.attrib.pop(name, None)


def tracked(root: Element) -> Iterator[Element]:
    """The paragraphs with tracked changes, each once; of a change in none, the element around."""
    seen = set()
    for change in root.iter(*_TRACKED):
        home = next(change.iterancestors(W + "p"), None)
        home = change.getparent() if home is None else home
        if home not in seen:
            seen.add(home)
            yield home


def after(root: Element) -> None:
    """Mend what filling in has made: empty cells, tables without rows, doubled ids."""
    for table in list(root.iter(W + "tbl")):
        if next(table.iter(W + "tr"), None) is None:
            _drop(table)
    for element in reversed(list(root.iter(W + "sdtContent"))):
        if len(element) == 0:
            _drop(element.getparent())
    for element in root.iter(*_ENDS_WITH_PARAGRAPH):
        if len(element) == 0 or element[-1].tag in (W + "tcPr", W + "tbl"):
            element.append(element.makeelement(W + "p"))
    for number, drawing in enumerate(root.iter(_WP + "docPr"), start=1):
        drawing.set("id", str(number))
    _mend_bookmarks(root)


def _mend_bookmarks(root: Element) -> None:
    """Pairs only, ids of their own, and of a doubled name the first: a loop makes copies."""
    waiting: dict[str, Element] = {}
    names: set[str] = set()
    number = 0
    for element in list(root.iter(W + "bookmarkStart", W + "bookmarkEnd")):
        key = element.get(W + "id")
        if element.tag == W + "bookmarkStart":
            if key in waiting:
                _drop(waiting.pop(key))
            waiting[key] = element
            continue
        start = waiting.pop(key, None)
        if start is None or start.get(W + "name") in names:
            _drop(element)
            if start is not None:
                _drop(start)
            continue
        names.add(start.get(W + "name"))
        for end in (start, element):
            end.set(W + "id", str(number))
        number += 1
    for start in waiting.values():
        _drop(start)


def _drop(element: Element) -> None:
    element.getparent().remove(element)
