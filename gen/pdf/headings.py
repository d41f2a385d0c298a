"""The headings that the tags of a PDF name: an opened source in, their words and places out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gen.pdf.source import Source
from gen.pdf.structure import Tree


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, the index of the page where it begins, whether it is the first thing there."""

    title: str
    page: int
    first: bool


def begins_with_heading(source: Source, page: int) -> bool:
    """Whether what is read first on the page is a heading that begins there."""
    tree = source.tree
    if tree is None:
        return False
    number = _first_element(tree, page)
    while number >= 0:
        element = tree.elements[number]
        if _is_heading(element.kind):
            return element.first == page
        number = element.parent
    return False


def of_level_1(source: Source) -> Iterator[Heading]:
    """The headings of level 1 in the order of reading, with their words."""
    tree = source.tree
    if tree is None:
        return
    marks: dict[tuple[int, int], int] = {}
    for page, items in tree.pages.items():
        for item in items:
            if item.mark >= 0 and not item.stream:
                number = item.element
                while number >= 0 and tree.elements[number].kind != "H1":
                    number = tree.elements[number].parent
                if number >= 0:
                    marks[page, item.mark] = number
    words: dict[int, dict[tuple[int, int], str]] = {}
    for page in sorted({page for page, _ in marks}):
        for mark, text in source.spoken(page):
            if (page, mark) in marks:
                lines = words.setdefault(marks[page, mark], {})
                lines[page, mark] = lines.get((page, mark), "") + text
    for number in sorted(words):
        page = tree.elements[number].first
        first = _is_in(tree, _first_element(tree, page), number)
        yield Heading(" ".join(" ".join(words[number].values()).split()), page, first)


def _first_element(tree: Tree, page: int) -> int:
    return min(((item.place, item.element) for item in tree.pages.get(page, ())), default=(0, -1))[
        1
    ]


def _is_in(tree: Tree, number: int, above: int) -> bool:
    while number >= 0 and number != above:
        number = tree.elements[number].parent
    return number == above


def _is_heading(kind: str) -> bool:
    return kind == "H" or (kind[:1] == "H" and kind[1:].isdigit())
