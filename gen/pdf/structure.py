"""The structure tree of a PDF, read once: the file's objects in, what is marked on each page out.

A tree is kept as lists in the order of reading, so that the branches of a few pages among many
are found without a walk through all of it (`branches`). Names that a file gives to its elements
are resolved here – role map, class map, the namespaces of PDF 2.0 – because two files may mean
different things by one name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from gen.pdf import values
from gen.pdf.roles import Roles
from gen.pdf.values import Objects, Value

_TEXTS: Final = ("/T", "/Alt", "/ActualText", "/E")
CELLS: Final = frozenset({"TD", "TH"})
WIDEST: Final = 1_000
"""Columns or rows that a cell may reach over, as in HTML; a file may say any number."""
_PRIVATE: Final = frozenset({"/Headers", "/RowSpan"})


@dataclass(slots=True)
class Element:
    """One element. `name` is its own type, `kind` the standard one behind it.

    `attributes` and `texts` are bytes as they stand in a file; the `cut_` ones are for an element
    of which only some content is kept, without any words: they may tell of what is not there.
    """

    parent: int
    name: str
    kind: str
    attributes: bytes
    texts: bytes
    cut_attributes: bytes
    cut_texts: bytes
    id: str = ""
    headers: tuple[str, ...] = ()
    columns: int = 1
    rows: int = 1
    items: int = 0
    """How many items there are in it and below."""
    end: int = 0
    """The number of the first element after it and all that is below it."""
    page: int = -1
    first: int = -1
    """The pages that it names itself, and that its first item is on; -1 for none."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something marked, or drawn: on which page, in which element, at which place in the reading.

    `mark` is its number (MCID), inside the form `stream` where one is named; `thing` an annotation
    or a form that belongs to the structure as a whole. An element with neither is there itself.
    """

    place: int
    element: int
    page: int
    mark: int = -1
    stream: str = ""
    thing: str = ""


@dataclass(slots=True)
class Tree:
    elements: list[Element] = field(default_factory=list)
    pages: dict[int, list[Item]] = field(default_factory=dict)
    keyed: dict[str, str] = field(default_factory=dict)
    """Forms and annotations that the structure knows → the entry that holds their number."""

    drawn: Callable[[Item], bool] = lambda _: True
    """Whether a page is really marked with what the tree says of it: any number may stand there."""


def read(
    objects: Objects, root: Value, pages: Mapping[str, int], notes: Mapping[str, int]
) -> Tree | None:
    """The tree, or None for a file without one. `pages` and `notes`: reference → page's index."""
    top = objects.follow(root.get("/StructTreeRoot"))
    if not isinstance(top, dict) or not top.get("/K"):
        return None
    reader = _Reader(objects, top, pages, notes)
    reader.walk(top["/K"])
    return reader.tree if reader.tree.elements else None


class _Reader:
    def __init__(
        self,
        objects: Objects,
        top: Mapping[str, Value],
        pages: Mapping[str, int],
        notes: Mapping[str, int],
    ) -> None:
        self.tree = Tree()
        self._objects, self._pages, self._notes = objects, pages, notes
        self._roles = Roles(objects, top)
        self._classes = objects.follow(top.get("/ClassMap")) or {}
        self._texts: dict[bytes, bytes] = {}
        self._seen: set[object] = set()
        self._empty: list[Item] = []
        self._place = self._page = 0

    def walk(self, kids: Value) -> None:
        """All below, in the order of reading, without recursion: a tree may be deep."""
        elements = self.tree.elements
        # What is left to do: a kid of an element with its page, or the end of an element.
        waiting: list[tuple[Value, int, int]] = self._kids(kids, -1, -1)
        while waiting:
            kid, above, page = waiting.pop()
            if kid is None:
                self._close(above)
                continue
            if values.is_reference(kid):
                if kid in self._seen:
                    continue
                self._seen.add(kid)
                kid = self._objects.get(kid)
            if isinstance(kid, int) and not isinstance(kid, bool):
                self._mark(above, page, kid, "")
            elif not isinstance(kid, dict):
                continue
            elif "/MCID" in kid:
                page = self._pages.get(kid.get("/Pg", ""), page)
                self._mark(above, page, kid["/MCID"], kid.get("/Stm", ""))
            elif "/Obj" in kid:
                self._thing(above, self._pages.get(kid.get("/Pg", ""), page), kid["/Obj"])
            elif "/S" in kid:
                own = self._pages.get(kid.get("/Pg", ""), -1)
                number = len(elements)
                elements.append(self._element(kid, above, own))
                waiting.append((None, number, -1))
                waiting += self._kids(kid.get("/K"), number, own if own >= 0 else page)

    def _kids(self, kids: Value, above: int, page: int) -> list[tuple[Value, int, int]]:
        if values.is_reference(kids):
            whole = self._objects.get(kids)
            kids = whole if isinstance(whole, list) else kids
        return [(kid, above, page) for kid in values.listed(kids)[::-1] if kid is not None]

    def _close(self, number: int) -> None:
        elements = self.tree.elements
        element = elements[number]
        element.end = len(elements)
        if element.kind == "TR":
            self._fill(element)
        if not element.items:
            if element.page >= 0:
                # Empty, but on a page: a cell, or a picture that LibreOffice left unmarked.
                self._put(Item(self._place, number, element.page))
            elif element.kind in CELLS:
                self._empty.append(Item(self._place, number, -1))
                self._place += 1
        if element.parent >= 0:
            above = elements[element.parent]
            above.items += element.items
            above.first = above.first if above.first >= 0 else element.first

    def _fill(self, row: Element) -> None:
        """Empty cells that are on no page, as rdocx leaves them, are where their row begins."""
        page = row.first if row.first >= 0 else self._page
        for item in self._empty:
            self._put(replace(item, page=page))
            row.items += 1
        self._empty.clear()

    def _put(self, item: Item) -> None:
        self.tree.pages.setdefault(item.page, []).append(item)
        element = self.tree.elements[item.element]
        element.items += 1
        element.first = element.first if element.first >= 0 else item.page
        self._page = item.page
        self._place += 1

    def _mark(self, above: int, page: int, mark: Value, stream: str) -> None:
        once = (stream or page, mark, page)
        if above < 0 or page < 0 or not isinstance(mark, int) or once in self._seen:
            return  # a content has one element: the first that names it
        self._seen.add(once)
        if stream:
            self.tree.keyed[stream] = "/StructParents"
        self._put(Item(self._place, above, page, mark, stream))

    def _thing(self, above: int, page: int, thing: str) -> None:
        page = self._notes.get(thing, page)
        once = ("thing", thing, page)
        if above < 0 or page < 0 or not values.is_reference(thing) or once in self._seen:
            return
        self._seen.add(once)
        self.tree.keyed.setdefault(thing, "/StructParent")
        self._put(Item(self._place, above, page, thing=thing))

    def _element(self, kid: Mapping[str, Value], above: int, page: int) -> Element:
        name, kind = self._roles.of(kid["/S"], kid.get("/NS"))
        spoken = {key: kid[key] for key in ("/Lang",) if isinstance(kid.get(key), str)}
        told = {key: self._objects.follow(kid[key]) for key in _TEXTS if key in kid}
        said = {key: text for key, text in told.items() if isinstance(text, str)}
        owners = self._attributes(kid)
        table = owners.get("/Table", {})
        return Element(
            parent=above,
            name=name,
            kind=kind,
            attributes=self._shared(b"".join(_owned(o, cut=False) for o in owners.values())),
            texts=self._shared(values.encode_plain({**spoken, **said})[2:-2]),
            cut_attributes=self._shared(b"".join(_owned(o, cut=True) for o in owners.values())),
            cut_texts=self._shared(values.encode_plain(spoken)[2:-2]),
            id=kid["/ID"] if isinstance(kid.get("/ID"), str) else "",
            headers=tuple(h for h in values.listed(table.get("/Headers")) if isinstance(h, str)),
            columns=_span(table.get("/ColSpan")),
            rows=_span(table.get("/RowSpan")),
            page=page,
        )

    def _attributes(self, kid: Mapping[str, Value]) -> dict[str, dict[str, Value]]:
        """The attributes by owner: the classes' first, so that the element's own win."""
        objects = self._objects
        owners: dict[str, dict[str, Value]] = {}
        if "/A" not in kid and "/C" not in kid:
            return owners
        names = [c for c in values.listed(objects.follow(kid.get("/C"))) if isinstance(c, str)]
        some = [a for c in names for a in values.listed(objects.whole(self._classes.get(c)))]
        for attribute in [*some, *values.listed(objects.whole(kid.get("/A")))]:
            # Between them stand numbers of revisions, which nobody reads.
            owner = attribute.get("/O") if isinstance(attribute, dict) else None
            if isinstance(owner, str) and owner != "/NSO":  # that one needs PDF 2.0 to be known
                owners.setdefault(owner, {}).update(attribute)
        return owners

    def _shared(self, some: bytes) -> bytes:
        """One object for equal bytes: a large tree says the same thing many thousand times."""
        return self._texts.setdefault(some, some)


def _span(value: Value) -> int:
    return min(value, WIDEST) if isinstance(value, int) and value > 0 else 1


def _owned(attributes: Mapping[str, Value], *, cut: bool) -> bytes:
    """An attribute object, but for what is written anew. Cut: without its words."""
    kept = {
        key: _span(value) if key == "/ColSpan" else value
        for key, value in attributes.items()
        if key not in _PRIVATE and not (cut and key != "/O" and any(_words(value)))
    }
    return values.encode_plain(kept) if len(kept) > 1 else b""


def _words(value: Value) -> Iterator[bool]:
    if isinstance(value, str):
        yield not value.startswith(("/", "n:")) and not isinstance(value, values.Real)
    elif isinstance(value, (list, dict)):
        inner = value.values() if isinstance(value, dict) else value
        for some in inner:
            yield from _words(some)
