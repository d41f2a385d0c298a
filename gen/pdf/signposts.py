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

from gen.pdf import links, seal, starts
from gen.pdf.source import Source
from gen.pdf.starts import Start

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
        lines = [list(starts.of_lines(page)) for page in file.pages]
        for post, page, marks in _found(source, posts):
            rect = _rectangle(file.pages[page], marks, lines[page])
            if rect is not None:
                _lay(file, page, rect, post)
        if "/StructTreeRoot" in file.Root:
            links.tie(file, file.Root.StructTreeRoot, starts.of_lines)
        file.save(out, static_id=True)
    return seal.sealed(out.getvalue())


def _found(
    source: Source, posts: Iterable[Signpost]
) -> Iterator[tuple[Signpost, int, frozenset[int]]]:
    """Each post with its page and the marked contents of its words."""
    letters = [
        _Letter(letter, page, piece.mark)
        for page in range(len(source))
        for piece in source.written(page)
        if piece.mark >= 0 and not piece.stream
        for letter in _plain(piece.text)
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
    page: pikepdf.Page, marks: frozenset[int], lines: Sequence[Start]
) -> tuple[float, float, float, float] | None:
    """Around the lines of those marks, as far as to what stands beside them."""
    own = [(x, y) for mark, x, y in lines if mark in marks]
    if not own:
        return None
    left = min(x for x, _ in own) - _BESIDE
    bottom, top = min(y for _, y in own) - _UNDER, max(y for _, y in own) + _OVER
    others = (x for mark, x, y in lines if mark not in marks and bottom <= y <= top)
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
