"""A finished PDF and what is written in it in, the same out with those words as links.

LibreOffice 7.4 writes no link of a Word file, and neither engine one to a place in another file.
So a contents page is laid out as text, and its links are laid over the words afterwards, each tied
to the tags of its words (ISO 14289-1 7.18.5). Where they lead is known by a name: the file itself
has no such place, but the one that it is merged into has (`Part.leads`).
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from gen.pdf import links
from gen.pdf.source import Source

_UNDER, _OVER, _BESIDE = 3.0, 10.0, 2.0
"""Points from the line that letters stand on to the edges of what is clicked."""
_MARGIN: Final = 56.0
"""Points left free at the right where nothing else stands on the line."""
_SOFT_HYPHEN: Final = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True)
class Signpost:
    """Words of the page, what stands right after them, and the name of the place they lead to."""

    words: str
    after: str
    place: str


@dataclass(frozen=True, slots=True)
class _Letter:
    letter: str
    page: int
    mark: int


def put_up(pdf: bytes, source: Source, posts: Iterable[Signpost]) -> bytes:
    """The PDF with its links. `source` is the same PDF, opened; `posts` in the order of reading.

    Words that are not found, in a page that somebody has designed otherwise, stay words.
    """
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(pdf)) as file:
        starts = [list(_starts(page)) for page in file.pages]
        for post, page, marks in _found(source, posts):
            rect = _rectangle(file.pages[page], marks, starts[page])
            if rect is not None:
                _lay(file, page, rect, post)
        if "/StructTreeRoot" in file.Root:
            links.tie(file, file.Root.StructTreeRoot, _starts)
        file.save(out, deterministic_id=True)
    return out.getvalue()


def _found(
    source: Source, posts: Iterable[Signpost]
) -> Iterator[tuple[Signpost, int, frozenset[int]]]:
    """Each post with its page and the marked contents of its words."""
    letters = [
        _Letter(letter, page, mark)
        for page in range(len(source))
        for mark, text in source.spoken(page)
        for letter in _plain(text)
    ]
    said = "".join(one.letter for one in letters)
    behind = 0
    for post in posts:
        words = _plain(post.words)
        # A heading may say the same words: those that are followed by the page are the right ones.
        start = said.find(words + _plain(post.after), behind)
        start = said.find(words, behind) if start < 0 else start
        if not words or start < 0:
            continue
        behind = start + len(words)
        own = letters[start:behind]
        page = own[0].page
        yield post, page, frozenset(one.mark for one in own if one.page == page)


def _plain(text: str) -> str:
    """Letters only: a line may be broken at any blank, and be joined by it again."""
    composed = unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, "")
    return "".join(composed.split())


def _rectangle(
    page: pikepdf.Page, marks: frozenset[int], starts: Sequence[tuple[int, float, float]]
) -> tuple[float, float, float, float] | None:
    """Around the lines of those marks, as far as to what stands beside them."""
    own = [(x, y) for mark, x, y in starts if mark in marks]
    if not own:
        return None
    left = min(x for x, _ in own) - _BESIDE
    bottom, top = min(y for _, y in own) - _UNDER, max(y for _, y in own) + _OVER
    others = (x for mark, x, y in starts if mark not in marks and bottom <= y <= top)
    beside = [x - 2 * _BESIDE for x in others if x > left + _BESIDE]
    right = min([*beside, float(page.mediabox[2]) - _MARGIN])
    return left, bottom, right, top


def _lay(file: Pdf, page: int, rect: tuple[float, float, float, float], post: Signpost) -> None:
    about: Mapping[str, Any] = {
        "/Type": Name.Annot,
        "/Subtype": Name.Link,
        "/Rect": Array([round(side, 2) for side in rect]),
        "/Border": Array([0, 0, 0]),
        "/F": 4,
        "/Contents": String(f"{post.words}, sida {post.after}"),
        "/Dest": String(post.place),
    }
    target: Any = file.pages[page].obj
    if "/Annots" not in target:
        target.Annots = Array([])
    target.Annots.append(file.make_indirect(Dictionary(about)))


def _starts(page: pikepdf.Page) -> Iterator[tuple[int, float, float]]:
    """Where each line of marked text of the page begins: its mark, and x and y on the page."""
    matrix = pikepdf.Matrix()
    line = pikepdf.Matrix()
    leading = 0.0
    kept: list[pikepdf.Matrix] = []
    marks: list[int | None] = []
    for instruction in pikepdf.parse_content_stream(page, "q Q cm BMC BDC EMC BT Tm Td TD TL T*"):
        operands: Any = instruction.operands
        word = str(instruction.operator)
        if word == "q":
            kept.append(matrix)
        elif word == "Q" and kept:
            matrix = kept.pop()
        elif word == "cm":
            matrix = pikepdf.Matrix(operands) @ matrix
        elif word == "BMC":
            marks.append(None)
        elif word == "BDC":
            mark = operands[1].get("/MCID") if isinstance(operands[1], Dictionary) else None
            marks.append(None if mark is None else int(mark))
        elif word == "EMC" and marks:
            marks.pop()
        elif word == "BT":
            line = pikepdf.Matrix()
        elif word == "TL":
            leading = float(operands[0])
        elif word in ("Tm", "Td", "TD", "T*"):
            if word == "Tm":
                line = pikepdf.Matrix(operands)
            else:
                along, up = (0.0, -leading) if word == "T*" else map(float, operands)
                leading = -up if word == "TD" else leading
                line = pikepdf.Matrix(1, 0, 0, 1, along, up) @ line
            inner = [mark for mark in marks if mark is not None]
            if inner:
                place = line @ matrix
                yield inner[-1], place.e, place.f
