"""The notes of a sheet: texts put in at cells and cut out again, beside those that people wrote.

A note that belongs to a thread (Excel's newer comments) is Excel's own copy of what stands in
another part; it is never changed, and a cell that has one gets no other.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from gen.opc import Element
from gen.workbook.package import Package
from gen.workbook.sheetxml import MAIN, S, local, text_element
from gen.workbook.vml import Boxes

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_THREAD = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
_THREAD_AUTHOR = "tc="
_EMPTY = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode()
_LONGEST = 32_000


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a note's text."""

    text: str
    bold: bool = False


class Notes:
    """The notes of one sheet, by cell."""

    def __init__(self, package: Package, part: str) -> None:
        self._package, self._part = package, part
        self._boxes = Boxes(package, part)
        self._by_ref = {comment.get("ref"): comment for comment in self._all()}

    def threads(self) -> frozenset[str]:
        """The cells with a comment thread."""
        found = {
            element.get("ref", "")
            for part in self._package.related(self._part, _THREAD)
            for element in self._package.tree(part)
            if local(element) == "threadedComment"
        }
        return frozenset(found | {c.get("ref", "") for c in self._all() if self._is_thread(c)})

    def append(self, ref: str, runs: Sequence[Run], author: str) -> None:
        """Put in a note at the cell, or put the text after that of the note which is there."""
        if ref not in self._by_ref:
            self._by_ref[ref] = self._new(ref, author)
        comment = self._by_ref[ref]
        text = comment.find(f"{S}text")
        _as_runs(text)
        if _shown(text):
            runs = [Run("\n\n" + runs[0].text, runs[0].bold), *runs[1:]]
        text.extend(_run(run) for run in runs)
        self._boxes.fit(ref, _shown(text))

    def cut(self, pattern: re.Pattern[str], author: str) -> None:
        """Cut from all notes what the pattern finds. A note with nothing left goes."""
        changed = False
        for comment in list(self._all()):
            if self._is_thread(comment) or not _cut(comment.find(f"{S}text"), pattern):
                continue
            changed = True
            if not _shown(comment.find(f"{S}text")).strip():
                comment.getparent().remove(comment)
                del self._by_ref[comment.get("ref")]
                self._boxes.remove(comment.get("ref"))
        if changed:
            self._tidy(author)

    def _root(self) -> Element | None:
        found = self._package.related(self._part, "comments")
        return self._package.tree(found[0]) if found else None

    def _all(self) -> Iterator[Element]:
        root = self._root()
        if root is not None:
            yield from root.iterfind(f"{S}commentList/{S}comment")

    def _authors(self) -> list[Element]:
        root = self._root()
        return [] if root is None else root.findall(f"{S}authors/{S}author")

    def _is_thread(self, comment: Element) -> bool:
        authors, number = self._authors(), int(comment.get("authorId", 0))
        return number < len(authors) and (authors[number].text or "").startswith(_THREAD_AUTHOR)

    def _new(self, ref: str, author: str) -> Element:
        root = self._root()
        if root is None:
            folder = posixpath.dirname(self._package.main)
            part = self._package.add(posixpath.join(folder, "comments{}.xml"), _EMPTY, _TYPE)
            self._package.relate(self._part, "comments", part)
            root = self._package.tree(part)
        names = [known.text for known in self._authors()]
        if author not in names:
            etree.SubElement(root.find(f"{S}authors"), f"{S}author").text = author
            names.append(author)
        attributes = {"ref": ref, "authorId": str(names.index(author)), "shapeId": "0"}
        comment = etree.SubElement(root.find(f"{S}commentList"), f"{S}comment", attributes)
        etree.SubElement(comment, f"{S}text")
        return comment

    def _tidy(self, author: str) -> None:
        """No list without notes; the author goes who was put last and has none any more."""
        notes = list(self._all())
        if not notes:
            self._package.detach(self._part, self._package.related(self._part, "comments")[0])
            return
        authors, used = self._authors(), {note.get("authorId") for note in notes}
        if authors and authors[-1].text == author and str(len(authors) - 1) not in used:
            authors[-1].getparent().remove(authors[-1])


def _pieces(text: Element) -> list[Element]:
    """The `<t>` that are seen; not the readings of Asian characters (`rPh`)."""
    return [*text.iterfind(f"{S}t"), *text.iterfind(f"{S}r/{S}t")]


def _shown(text: Element) -> str:
    return "".join(piece.text or "" for piece in _pieces(text))


def _as_runs(text: Element) -> None:
    """A note may be one plain `<t>`, but not that and runs."""
    plain = text.find(f"{S}t")
    if plain is not None:
        run = etree.Element(f"{S}r")
        text.replace(plain, run)
        run.append(plain)


def _run(run: Run) -> Element:
    element = etree.Element(f"{S}r")
    look = etree.SubElement(element, f"{S}rPr")
    if run.bold:
        etree.SubElement(look, f"{S}b")
    # The face of Excel's notes; 81 is the system's colour for their text.
    for name, value in (("sz", "9"), ("color", "81"), ("rFont", "Tahoma"), ("family", "2")):
        etree.SubElement(look, S + name, {"indexed" if name == "color" else "val": value})
    element.append(text_element(run.text, _LONGEST))
    return element


def _cut(text: Element, pattern: re.Pattern[str]) -> bool:
    found = list(pattern.finditer(_shown(text)))
    for match in reversed(found):
        start = 0
        for piece in _pieces(text):
            here = piece.text or ""
            first, last = (max(0, edge - start) for edge in match.span())
            start += len(here)
            piece.text = here[:first] + here[last:]
    if found:
        for run in text.findall(f"{S}r"):
            if not run.findtext(f"{S}t"):
                text.remove(run)
        runs = list(text)
        if len(runs) == 1 and local(runs[0]) == "r" and runs[0].find(f"{S}rPr") is None:
            text.replace(runs[0], runs[0].find(f"{S}t"))
    return bool(found)
