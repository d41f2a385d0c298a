"""The part of a structure tree that some pages hold: a tree and a run of pages in, branches out.

An element of which only one side of a cut is kept stays with what is kept of it, without the
words that were said of the whole. A table keeps its grid: where a row is gone that a cell began
in, the cell begins, empty, in the first row that is left. Headings are set in order: a cut that
begins under a dropped heading begins at level 1, and no level is skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from gen.pdf.structure import CELLS, WIDEST, Element, Item, Tree

_GROUPS = frozenset({"Art", "Div", "Document", "NonStruct", "Part", "Sect"})
_SECTIONS = frozenset({"Art", "Part", "Sect"})


@dataclass(slots=True)
class Node:
    """An element as it goes into a file. `cut`: not all of it; `level`: of a heading, else 0.

    `rows` is how many rows a cell reaches over, `first` the page of the source where it begins.
    """

    element: Element
    number: int
    kids: list[Kid] = field(default_factory=list)
    items: int = 0
    level: int = 0
    rows: int = 1
    first: int = -1

    @property
    def cut(self) -> bool:
        return self.items < self.element.items


Kid: TypeAlias = Node | Item


def branches(
    tree: Tree, pages: Sequence[int], thing: Callable[[Item], int], drawn: Container[str]
) -> list[Node]:
    """What is right under the document, in the order of the pages.

    `pages` is a run: indexes that follow one another in the source. An annotation or form comes
    along if `thing` knows its object in the file, or if it is `drawn` into its page.
    """
    items = [item for page in pages for item in tree.pages.get(page, ())]
    items.sort(key=lambda item: item.place)
    nodes: dict[int, Node] = {}
    top: list[Node] = []
    for item in items:
        if item.thing and item.thing not in drawn and not thing(item):
            continue
        node = _node(tree, item.element, nodes, top)
        if item.thing or (item.mark >= 0 and tree.drawn(item)):
            node.kids.append(item)
        number = item.element
        while number >= 0:
            nodes[number].items += 1
            number = tree.elements[number].parent
    for number in sorted(nodes):
        if nodes[number].cut and nodes[number].element.kind == "Table":
            _keep_grid(tree, number, nodes)
    _set_pages(nodes)
    if len(top) == 1 and top[0].element.kind == "Document":
        top = [kid for kid in top[0].kids if isinstance(kid, Node)]
    top.sort(key=lambda node: node.first)
    _set_levels(top)
    return top


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Every element in the order of reading."""
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [kid for kid in node.kids[::-1] if isinstance(kid, Node)]


def _node(tree: Tree, number: int, nodes: dict[int, Node], top: list[Node]) -> Node:
    """The node of an element, made with all above it that is not there yet."""
    missing = []
    while number >= 0 and number not in nodes:
        missing.append(number)
        number = tree.elements[number].parent
    above: list[Any] = top if number < 0 else nodes[number].kids
    for number in reversed(missing):
        node = nodes[number] = Node(tree.elements[number], number, rows=tree.elements[number].rows)
        above.append(node)
        above = node.kids
    return nodes[missing[0] if missing else number]


def _set_pages(nodes: Mapping[int, Node]) -> None:
    """Where each element begins, from the innermost out; groups are put in that order.

    A tree may tell of footnotes after all else: what begins on an earlier page goes before.
    """
    for number in sorted(nodes, reverse=True):
        node = nodes[number]
        pages = [kid.first if isinstance(kid, Node) else kid.page for kid in node.kids]
        if not pages:
            node.first = max(node.element.page, node.element.first)
        elif node.element.kind in _GROUPS:
            node.first = min(pages)
            node.kids.sort(key=lambda kid: kid.first if isinstance(kid, Node) else kid.page)
        else:
            node.first = pages[0]


# Tables


def _keep_grid(tree: Tree, table: int, nodes: dict[int, Node]) -> None:
    """Give every row that is left the cells that it had, filled or empty."""
    rows = list(_rows(tree, table))
    kept = [place for place, number in enumerate(rows) if number in nodes]
    over: dict[int, tuple[int, int]] = {}  # column → the cell that lies there, the row after it
    there: set[int] = set()
    for place, row in enumerate(rows):
        column = 0
        for cell in _children(tree, row):
            element = tree.elements[cell]
            if element.kind not in CELLS:
                continue
            while column in over and over[column][1] > place:
                column += 1
            for place_in_row in range(column, min(column + element.columns, WIDEST)):
                over[place_in_row] = cell, place + element.rows
        if row not in nodes:
            continue
        line: list[Kid] = []
        for cell, end in (over[column] for column in sorted(over)):
            if end > place and cell not in there:
                there.add(cell)
                node = nodes.setdefault(cell, Node(tree.elements[cell], cell))
                node.rows = sum(place <= other < end for other in kept)
                line.append(node)
        nodes[row].kids = [kid for kid in nodes[row].kids if not _is_cell(kid)] + line


def _is_cell(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.element.kind in CELLS


def _rows(tree: Tree, table: int) -> Iterator[int]:
    for child in _children(tree, table):
        if tree.elements[child].kind == "TR":
            yield child
        elif tree.elements[child].kind in ("THead", "TBody", "TFoot"):
            yield from _children(tree, child)


def _children(tree: Tree, number: int) -> Iterator[int]:
    child = number + 1
    while child < tree.elements[number].end:
        yield child
        child = tree.elements[child].end


# Headings


def _set_levels(top: Sequence[Node]) -> None:
    """Headings one level at a time, and the first at level 1 (ISO 14289-1 7.4.2).

    A source whose levels are in order from the start comes out as it was. `H`, whose level is the
    depth of its section, becomes numbered: a file may not have both (7.4.4).
    """
    open_levels: list[int] = []
    for node, depth in _with_depth(top):
        kind = node.element.kind
        if kind == "H":
            level = depth
        elif kind[:1] == "H" and kind[1:].isdigit():
            level = int(kind[1:])
        else:
            continue
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        node.level = min(len(open_levels), 6)


def _with_depth(top: Sequence[Node]) -> Iterator[tuple[Node, int]]:
    waiting = [(node, 1) for node in top[::-1]]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        inner = depth + (node.element.kind in _SECTIONS)
        waiting += [(kid, inner) for kid in node.kids[::-1] if isinstance(kid, Node)]
