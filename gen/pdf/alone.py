"""Whether pages hold what is theirs alone: an opened source in, what else stands on a page out.

An utdrag is whole pages, so all that stands on them must be of one part: by the tags where there
are any, else by what stands highest. What runs from page to page is nobody's.
"""

from __future__ import annotations

import re
import statistics
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from gen.pdf import headings
from gen.pdf.lines import Key, Line, lines, running, squeezed
from gen.pdf.source import Source
from gen.pdf.structure import Item, Tree
from gen.pdf.written import ARTEFACT, Piece

_RUNS: Final = 0.25
"""The share of pages on which a header or footer stands: left and right pages, the first other."""
_RUNS_UNTAGGED: Final = 0.5
"""Where only the look tells what is text: a line of the text may be alike on some pages."""
_SMALL: Final = 0.93
"""Of the text's size: what is no larger may be a note."""
_NUMBERED: Final = re.compile(r"[\d*†‡¹²³⁰-⁹]|\w\)")
_WHOLES: Final = frozenset({"Document", "DocumentFragment", "Part", "Art"})
_NOTES: Final = frozenset({"Note", "FENote"})


class Pages:
    """The pages of a source, each read once, as they are seen and as they are tagged."""

    def __init__(self, source: Source) -> None:
        self.tree = source.tree
        self.pieces = [source.written(page) for page in range(len(source))]
        self.lines = [lines(pieces) for pieces in self.pieces]
        self._runs = frozenset[Key]()

    def __len__(self) -> int:
        return len(self.pieces)

    def compare(self, core: range) -> None:
        """Learn what runs, from the pages of the §§: other documents may stand around them."""
        share = _RUNS_UNTAGGED if self.tree is None else _RUNS
        some = running(self.lines if self.tree is None else self._outside, core, share)
        # The heading of a § stands at the same height on many pages, and may be its number alone.
        self._runs = frozenset(key for key in some if headings.number(key[0]) is None)

    def begins_with(self, page: int, titles: Iterable[str]) -> bool:
        """Whether nothing stands on the page before the heading of one of these `titles`."""
        if self.tree is not None and self.tree.pages.get(page):
            top = self._heading(self.tree, page)
        else:
            top = next((line.text for line in self.lines[page] if line.key not in self._runs), "")
        return any(_same(top, title) for title in titles)

    def untold(self, page: int) -> bool:
        """Whether the tags of the file tell nothing of the page: a picture of a paper, say."""
        return self.tree is not None and not self.tree.pages.get(page)

    def stray(self, page: int, *, artefacts: bool = True) -> str:
        """What is written on a page outside the tags of its file, and does not run; else nothing.

        Without `artefacts`, what is said to be no part of the text may be.
        """
        if self.tree is None:
            return ""
        for line in self._outside[page] if artefacts else lines(self._loose(page, {ARTEFACT})):
            if line.key not in self._runs:
                return line.text
        return ""

    def carried(self, page: int) -> str:
        """A note of the page before that goes on at the foot of this one, in a file without tags.

        Told by its look: smaller than the text, and without a number of its own.
        """
        if self.tree is not None or page == 0 or not self._notes(page - 1):
            return ""
        text = next((line.text for line in self._notes(page)), "")
        return "" if _NUMBERED.match(text) else text

    def _notes(self, page: int) -> list[Line]:
        """The small lines at its foot."""
        some = [line for line in self.lines[page] if line.key not in self._runs]
        above = next((n for n, line in enumerate(some[::-1]) if line.size > self._small), 0)
        return some[len(some) - above :]

    @cached_property
    def _small(self) -> float:
        sizes = [line.size for page in self.lines for line in page for _ in line.text]
        return _SMALL * statistics.median(sizes) if sizes else 0

    def goes_on(self, page: int, start: int) -> bool:
        """Whether the tags tell that the page goes on with what is on the page `start`."""
        tree = self.tree
        if tree is None or not tree.pages.get(page) or not tree.pages.get(start):
            return False
        here, there = (
            {_whole(tree, item.element) for item in tree.pages[some]} for some in (page, start)
        )
        return here == there and len(here) == 1 and not self.stray(page)

    def foreign(self, begins: Sequence[int]) -> set[int]:
        """The pages on which something of another part stands, and those where such a part begins.

        `begins`: the pages that begin a part, in order, each with its heading first.
        """
        tree = self.tree
        if tree is None:
            return set()
        own = {begin: _first(tree, begin) for begin in begins}
        order = sorted(begins, key=lambda begin: own[begin])
        places = [own[begin] for begin in order]
        out: set[int] = set()
        for page, items in tree.pages.items():
            part = begins[bisect_right(begins, page) - 1] if begins and page >= begins[0] else -1
            for item in items:
                told = bisect_right(places, item.place) - 1
                other = order[told] if told >= 0 else -1
                if other != part and not _noted(tree, item, page, part, begins, places):
                    out |= {page, part, other}
        return out

    def _heading(self, tree: Tree, page: int) -> str:
        """The words of the heading that is read first on the page, if one is and begins there."""
        number = headings.first_on(tree, page)
        end = tree.elements[number].end if number >= 0 else -1
        marks = {
            (item.stream, item.mark)
            for item in tree.pages.get(page, ())
            if number <= item.element < end
        }
        own = (piece for piece in self.pieces[page] if (piece.stream, piece.mark) in marks)
        return "".join(piece.text for piece in own)

    @cached_property
    def _outside(self) -> list[list[Line]]:
        """The lines of each page that no tag knows."""
        return [lines(self._loose(page)) for page in range(len(self))]

    def _loose(self, page: int, but: Iterable[int] = ()) -> Iterator[Piece]:
        if self.tree is None:
            return
        known = {(item.stream, item.mark) for item in self.tree.pages.get(page, ())}
        for piece in self.pieces[page]:
            if piece.mark not in but and (piece.stream, piece.mark) not in known:
                yield piece


def _first(tree: Tree, page: int) -> int:
    return min((item.place for item in tree.pages.get(page, ())), default=-1)


def _noted(
    tree: Tree, item: Item, page: int, part: int, begins: Sequence[int], places: Sequence[int]
) -> bool:
    """Whether it is of a note that begins in this very part, in a tree that tells of notes last."""
    number = item.element
    while number >= 0 and tree.elements[number].kind not in _NOTES:
        number = tree.elements[number].parent
    if number < 0 or item.place < places[-1]:
        return False
    first = tree.elements[number].first
    return first >= part and bisect_right(begins, first) == bisect_right(begins, page)


def _whole(tree: Tree, number: int) -> int:
    """The document that it stands in, where a file is put together from several."""
    while number >= 0 and tree.elements[number].kind not in _WHOLES:
        number = tree.elements[number].parent
    return number


def _same(shown: str, title: str) -> bool:
    """Whether what stands on the page is the beginning of a heading, broken anywhere."""
    one, other = squeezed(shown), squeezed(title)
    return bool(one) and (other.startswith(one) or one.startswith(other))
