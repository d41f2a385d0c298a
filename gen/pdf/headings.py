"""Where the parts of a protokoll begin: an opened source in, the headings of each witness out.

The bookmarks, the tags and the look of the lines are witnesses of their own: each may have lost
what another has kept, when a protokoll has been edited or signed in another program.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from gen.pdf import values
from gen.pdf.lines import Line
from gen.pdf.source import Source
from gen.pdf.structure import Tree
from gen.pdf.written import Piece

_PARAGRAF: Final = re.compile(
    r"(?![Bb]ilag)(?:[^\W\d_]{1,24}\.?(?:\s+|\s*/\s*))?§\s*(\d{1,4})"
    r"(?![\d.:]*\d|[^\W\d_](?![^\W\d_]))"
    # § 50 A is another than § 50; a rubrik may well begin with the words I, Å or Ö.
    r"(?!\s+[A-Ha-h](?![\w-])(?!\s*\d))"
    r"(?!\s*(?:[-–—,/&+]|och\b|samt\b|till\b|t\.?o\.?m\b\.?)\s*(?:§\s*)?\d)"
)
"""`§ 50`, and with the organ before it: `KS § 50`. A span of §§ is not one of them."""
_ANY_PARAGRAF: Final = re.compile(
    r"(?![Bb]ilag)(?:[^\W\d_][^\s§]*[\s/]*){0,2}(?<!till )(?<!enligt )(?<!av )§{1,2}\s*\d"
)
"""All that may be the heading of some §, though not of one that is known by its number."""
_BILAGA: Final = re.compile(r"bilaga\b", re.IGNORECASE)
_UNDERSKRIFTER: Final = re.compile(
    r"(?:underskrift|signatur)(?:er(?:na)?)?\s*(?:(?:/|,|–|-|och\b|av\b).*)?", re.IGNORECASE
)
_ANSLAG: Final = re.compile(
    r"(?:tillkännagivande\s+av\s+)?(?:anslag(?:et)?|anslagsbevis|bevis)\s*"
    r"(?:(?:/|,|–|-|och\b)\s*\w*bevis\b.*|(?:om|på|av)\b.*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Start:
    """A heading: its text, the index of its page, how deep it stands."""

    title: str
    page: int
    level: int

    @property
    def paragraf(self) -> int | None:
        return number(self.title)

    @property
    def kind(self) -> str:
        """What of it must be the same for two witnesses to speak of one heading."""
        if names_paragraf(self.title):
            return f"§ {number(self.title) or self.title}"
        if is_underskrifter(self.title) or is_anslag(self.title):
            return "underskrifter" if is_underskrifter(self.title) else "anslag"
        return ""


def number(title: str) -> int | None:
    """The § that a heading is of, if it is of one."""
    found = _PARAGRAF.match(title)
    return int(found[1]) if found else None


def rubrik(title: str) -> str:
    """What a § is called behind its number; nothing where the heading is the number alone."""
    found = _PARAGRAF.match(title)
    return title[found.end() :].lstrip(" \u00a0.:–—-\t") if found else ""


def names_paragraf(title: str) -> bool:
    """Whether it may be the heading of some §: `§ 50 A` is one, though its number is not known."""
    return _ANY_PARAGRAF.match(title) is not None


def is_underskrifter(title: str) -> bool:
    return _UNDERSKRIFTER.fullmatch(title) is not None


def is_anslag(title: str) -> bool:
    return _ANSLAG.fullmatch(title) is not None


def starts(
    source: Source, pieces: Sequence[Sequence[Piece]], lines: Sequence[Sequence[Line]]
) -> list[Start]:
    """The headings that all the witnesses know of, in the order of the pages.

    The first that knows a § is believed of all else too; of the others only a § that it does not
    know, and what ends that §, or begins after all of them: a bilaga without a bookmark. `pieces`
    and `lines` are those of each page.
    """
    witnesses = (_by_bookmarks(source), _by_tags(source, pieces), _by_look(lines))
    told = [some for some in map(list, witnesses) if some]
    found = sorted(told[0], key=lambda start: start.page) if told else []
    for others in told[1:]:
        found = sorted([*found, *_unknown(others, found)], key=lambda start: start.page)
    return found


def _unknown(others: Iterable[Start], known: Sequence[Start]) -> Iterator[Start]:
    kinds = {start.kind for start in known}
    new = False
    for other in others:
        on_page = [start for start in known if start.page == other.page]
        if other.kind[:1] == "§":
            if new := all(start.kind != other.kind for start in on_page):
                yield other
        elif on_page:
            new = False
        else:
            before = [start for start in known if start.page < other.page]
            behind = before and not names_paragraf(before[-1].title)
            if new or behind or (before and other.kind and other.kind not in kinds):
                yield other


def _by_bookmarks(source: Source) -> Iterator[Start]:
    marks = source.bookmarks
    deep: list[int] = []
    for mark in marks:
        deep.append(deep[mark.above] + 1 if mark.above >= 0 else 0)
    some = [
        Start(" ".join(values.said(mark.title).split()), mark.target.page, deep[place])
        for place, mark in enumerate(marks)
    ]
    whole: list[Start] = []
    for start, below in zip_longest(some, some[1:]):
        first = below is not None and below.level > start.level and below.page == start.page
        if first and _BILAGA.match(below.title):
            # The § that the bilagor behind a protokoll belong to: it does not stand there.
            whole.append(replace(start, title=below.title))
        elif not (first and below.kind and not start.kind):
            # What only stands above the first of some §§ begins no part of its own: Förmiddag.
            whole.append(start)
    yield from _bounds(whole)


def _by_tags(source: Source, pieces: Sequence[Sequence[Piece]]) -> Iterator[Start]:
    tree = source.tree
    if tree is None:
        return
    above = _headings_above(tree)
    marks = {
        (page, item.stream, item.mark): above[item.element]
        for page, items in tree.pages.items()
        for item in items
        if item.mark >= 0 and above[item.element] >= 0
    }
    words: dict[int, list[str]] = {}
    for page in sorted({page for page, _, _ in marks}):
        height: dict[int, float] = {}
        for piece in pieces[page]:
            heading = marks.get((page, piece.stream, piece.mark), -1)
            if heading >= 0:
                line = words.setdefault(heading, [])
                # A § and its rubrik stand on lines of their own, with no blank between them.
                line += [" "] if height.get(heading, piece.y) != piece.y else []
                line.append(piece.text)
                height[heading] = piece.y
    yield from _bounds(
        [
            Start(" ".join("".join(words[n]).split()), tree.elements[n].first, _level(tree, n))
            for n in sorted(words)
        ]
    )


def _by_look(pages: Sequence[Sequence[Line]]) -> Iterator[Start]:
    """The lines that stand out from the text and name a §, Underskrifter or Anslag."""
    sizes = [line.size for page in pages for line in page for _ in line.text]
    body = statistics.median(sizes) if sizes else 0
    kind = ""
    for page, some in enumerate(pages):
        for line in some:
            start = Start(line.text, page, 0)
            # A running header may tell again on each page which § it is.
            if (line.size > body * 1.05 or line.bold) and start.kind not in ("", kind):
                kind = start.kind
                yield start


def _bounds(some: Sequence[Start]) -> Iterator[Start]:
    """Those that begin a part: each §, and what stands at its level or above."""
    level = next((start.level for start in some if start.kind[:1] == "§"), None)
    inside = False
    for start in some:
        if level is None:
            return
        if start.kind[:1] == "§":
            inside, level = True, start.level
        elif start.level > level and (inside or not start.kind):
            continue
        else:
            inside = False
        yield start


def first_on(tree: Tree, page: int) -> int:
    """The heading that is read first of all on the page, and begins there; -1: none is."""
    first = min(tree.pages.get(page, ()), key=lambda item: item.place, default=None)
    number = first.element if first is not None else -1
    while number >= 0:
        element = tree.elements[number]
        if _is_heading(element.kind):
            return number if element.first == page else -1
        number = element.parent
    return -1


def _headings_above(tree: Tree) -> list[int]:
    """For each element the heading that it is, or stands in; -1: none."""
    out: list[int] = []
    for place, element in enumerate(tree.elements):
        own = place if _is_heading(element.kind) else -1
        out.append(own if own >= 0 or element.parent < 0 else out[element.parent])
    return out


def _level(tree: Tree, place: int) -> int:
    kind = tree.elements[place].kind
    return int(kind[1:]) if len(kind) > 1 else 1


def _is_heading(kind: str) -> bool:
    return kind == "H" or (kind[:1] == "H" and kind[1:].isdigit())
