"""A structure tree written anew: branches of one or more sources in, its objects in the file out.

Each file gets one tree under one Document, one parent tree, one role map, and numbers of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from gen.pdf import branches, values
from gen.pdf.branches import Node
from gen.pdf.filewriter import File
from gen.pdf.notes import Drawing
from gen.pdf.structure import Item
from gen.pdf.tags import STANDARD


@dataclass(frozen=True, slots=True)
class Branches:
    """The branches of one run of pages, and where its pages and things are in the file.

    `pages`: index in the source → the page's object and its key in the parent tree. `thing` gives
    the object of a link or form; `marks` what is drawn in for an annotation, and its mark.
    """

    nodes: Sequence[Node]
    pages: Mapping[int, tuple[int, int]]
    thing: Callable[[Item], int]
    marks: Mapping[str, tuple[int, Drawing]]


@dataclass(frozen=True, slots=True)
class Section:
    """What one part gives to the tree: its runs in order, and its language if it has its own."""

    runs: Sequence[Branches]
    language: str = ""


@dataclass(slots=True)
class Parents:
    """The parent tree: from a key to the element of each mark, or to the one element of a thing."""

    marked: dict[int, dict[int, int]] = field(default_factory=dict)
    single: dict[int, int] = field(default_factory=dict)
    keys: dict[int, int] = field(default_factory=dict)
    """Objects other than pages that have a key."""
    next: int = 0

    def new_key(self) -> int:
        self.next += 1
        return self.next - 1

    def key(self, thing: int) -> int:
        """The key of an object; the same each time."""
        if thing not in self.keys:
            self.keys[thing] = self.new_key()
        return self.keys[thing]

    def written(self) -> bytes:
        lines = []
        for key in sorted(self.marked.keys() | self.single.keys()):
            if key in self.single:
                lines.append(b"%d %d 0 R" % (key, self.single[key]))
                continue
            marks = self.marked[key]
            owners = (marks.get(mark) for mark in range(max(marks, default=-1) + 1))
            row = b" ".join(b"null" if owner is None else b"%d 0 R" % owner for owner in owners)
            lines.append(b"%d[%s]" % (key, row))
        return b"<</Nums[%s]>>" % b" ".join(lines)


def write(file: File, sections: Sequence[Section], parents: Parents) -> int:
    """The number of the structure tree's root; `parents` is filled."""
    return _Writer(file, parents).tree(sections)


class _Writer:
    def __init__(self, file: File, parents: Parents) -> None:
        self._file, self._parents = file, parents
        self._roles: dict[str, str] = {}
        self._ids: list[tuple[bytes, int]] = []

    def tree(self, sections: Sequence[Section]) -> int:
        file = self._file
        root, document = file.reserve(), file.reserve()
        kids: list[int] = []
        apart = len(sections) > 1 or any(section.language for section in sections)
        for section in sections:
            above = file.reserve() if apart else document
            inner = [self._node(node, above, run) for run in section.runs for node in run.nodes]
            if apart:
                spoken = b"/Lang%s" % values.text(section.language) if section.language else b""
                file.put(above, _element(b"/Part", document, b"", spoken, inner))
                kids.append(above)
            else:
                kids += inner
        file.put(document, _element(b"/Document", root, b"", b"", kids))
        about = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d" % (
            document,
            file.add(self._parents.written()),
            self._parents.next,
        )
        if self._roles:
            roles = {"/" + name: "/" + kind for name, kind in sorted(self._roles.items())}
            about += b"/RoleMap" + values.encode_plain(roles)
        if self._ids:
            pairs = b"".join(b"(%s)%d 0 R" % pair for pair in self._ids)
            about += b"/IDTree<</Names[%s]>>" % pairs
        file.put(root, about + b">>")
        return root

    def _node(self, top: Node, above: int, run: Branches) -> int:
        """An element with all below it. Two walks: headers of a cell name cells after it."""
        nodes = list(branches.walk([top]))
        numbers = {id(node): self._file.reserve() for node in nodes}
        ids: dict[str, bytes] = {}
        marks: dict[int, bytes] = {}
        for node in nodes:
            if node.element.id or node.element.kind == "Note":  # ISO 14289-1 7.9: a note has one
                # Numbers, not the sources' own words: those of two files may be the same.
                mark = marks[numbers[id(node)]] = b"e%06d" % (len(self._ids) + 1)
                ids.setdefault(node.element.id, mark)
                self._ids.append((mark, numbers[id(node)]))
        parents = {id(top): above}
        for node in nodes:
            number = numbers[id(node)]
            kids: list[bytes] = []
            page = 0
            attributes = node.element.cut_attributes if node.cut else node.element.attributes
            for kid in node.kids:
                if isinstance(kid, Node):
                    parents[id(kid)] = number
                    kids.append(b"%d 0 R" % numbers[id(kid)])
                    continue
                on = run.pages[kid.page][0]
                page = page or on
                kids.append(self._content(kid, number, run, here=on == page))
                if kid.thing in run.marks:
                    attributes += run.marks[kid.thing][1].attributes
            if not page and node.element.page in run.pages:
                page = run.pages[node.element.page][0]
            attributes += _cell(node, ids)
            own = marks.get(number)
            self._file.put(
                number,
                b"<</Type/StructElem/S%s/P %d 0 R%s%s%s%s%s>>"
                % (
                    self._type(node),
                    parents[id(node)],
                    b"/Pg %d 0 R" % page if page else b"",
                    b"/ID(%s)" % own if own else b"",
                    b"/A[%s]" % attributes if attributes else b"",
                    node.element.cut_texts if node.cut else node.element.texts,
                    b"/K[%s]" % b" ".join(kids) if kids else b"",
                ),
            )
        return numbers[id(top)]

    def _content(self, item: Item, owner: int, run: Branches, *, here: bool) -> bytes:
        """What an element says of one piece of content, and in the parent tree the way back."""
        page, key = run.pages[item.page]
        where = b"" if here else b"/Pg %d 0 R" % page
        mark = item.mark
        if item.thing in run.marks:
            mark = run.marks[item.thing][0]
        elif item.thing:
            thing = run.thing(item)
            self._parents.single[self._parents.key(thing)] = owner
            return b"<</Type/OBJR/Obj %d 0 R%s>>" % (thing, where)
        elif item.stream:
            form = run.thing(item)
            self._parents.marked.setdefault(self._parents.key(form), {})[mark] = owner
            return b"<</Type/MCR/Stm %d 0 R/MCID %d%s>>" % (form, mark, where)
        self._parents.marked.setdefault(key, {})[mark] = owner
        return b"%d" % mark if here else b"<</Type/MCR/MCID %d%s>>" % (mark, where)

    def _type(self, node: Node) -> bytes:
        kind, name = node.element.kind, node.element.name
        if node.level:
            kind, name = f"H{node.level}", name if kind == f"H{node.level}" else f"H{node.level}"
        elif kind == "Link" and node.cut and not _leads(node):
            kind = name = "Span"  # its other end is not in the file: words, no longer a link
        if name != kind and kind in STANDARD:
            tried = 1
            wanted = name
            while self._roles.get(name, kind) != kind:
                tried += 1
                name = f"{wanted} {tried}"
            self._roles[name] = kind
        return values.name("/" + name)


def _leads(node: Node) -> bool:
    return any(isinstance(kid, Item) and kid.thing for kid in node.kids)


def _cell(node: Node, ids: Mapping[str, bytes]) -> bytes:
    """Of a table's cell what may change with the cut: its rows, and the headers that are there."""
    headers = [ids[header] for header in node.element.headers if header in ids]
    about = b"/RowSpan %d" % node.rows if node.rows > 1 else b""
    if headers:
        about += b"/Headers[%s]" % b"".join(b"(%s)" % header for header in headers)
    return b"<</O/Table%s>>" % about if about else b""


def _element(kind: bytes, above: int, attributes: bytes, more: bytes, kids: Sequence[int]) -> bytes:
    inner = b" ".join(b"%d 0 R" % kid for kid in kids)
    return b"<</Type/StructElem/S%s/P %d 0 R%s%s/K[%s]>>" % (kind, above, attributes, more, inner)
