"""The tags of a PDF as the tests see them: a file's bytes in, out what is wrong with its structure.

Read with pikepdf alone, from the file as it is: nothing here knows how gen made it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Pdf

from gen.pdf.tags import STANDARD

Mark = tuple[Any, int]
"""Where a marked content is: page, or form and page; and its number."""


def faults(data: bytes) -> list[str]:
    """What must never be in a cut or merged file; nothing for a sound one."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        check = getattr(pdf, "check_pdf_syntax", None) or pdf.check  # its name before pikepdf 10
        return sorted({*map(str, check()), *_faults(pdf)})


def headings(data: bytes) -> list[int]:
    """The levels of the headings in the order of reading."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        roles = pdf.Root.StructTreeRoot.get("/RoleMap", {})
        kinds = [_kind(e, roles) for e in elements(pdf)]
    return [int(kind[1]) for kind in kinds if len(kind) == 2 and kind[1].isdigit()]


def elements(pdf: Pdf) -> Iterator[Any]:
    """Every element in the order of reading."""
    waiting = _kids(pdf.Root.StructTreeRoot)[::-1]
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            waiting += _kids(element)[::-1]


def texts(pdf: Pdf, key: str) -> list[str]:
    """What the elements say under that key: `/Alt`."""
    return [str(element[key]) for element in elements(pdf) if key in element]


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]


def _kind(element: Any, roles: Any) -> str:
    name = str(element.S)
    return str(roles.get(name, name))[1:]


def _faults(pdf: Pdf) -> Iterator[str]:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    yield from _outside(pdf, pages)
    if "/StructTreeRoot" not in pdf.Root:
        return
    root = pdf.Root.StructTreeRoot
    owners: dict[Mark, Any] = {}
    things: dict[tuple[int, int], Any] = {}
    numbers: dict[tuple[int, int], str] = {}
    roles = root.get("/RoleMap", {})
    waiting = [(kid, root) for kid in _kids(root)]
    while waiting:
        element, above = waiting.pop()
        if element.P.objgen != above.objgen:
            yield f"{element.S} names another parent"
        if element.objgen in numbers:
            yield f"{element.S} stands in two places"
        numbers[element.objgen] = str(element.S)
        if _kind(element, roles) not in STANDARD:
            yield f"{element.S} is no type of the standard"
        own = element.get("/Pg")
        if own is not None and own.objgen not in pages:
            yield f"{element.S} is on a page that is not there"
        for kid in _kids(element):
            if not isinstance(kid, Dictionary):
                yield from _own(
                    owners, (own.objgen if own is not None else None, int(kid)), element
                )
            elif "/S" in kid:
                waiting.append((kid, element))
            elif "/MCID" in kid:
                page = kid.get("/Pg", own).objgen
                place = (kid.Stm.objgen, page) if "/Stm" in kid else page
                yield from _own(owners, (place, int(kid.MCID)), element)
            else:
                if kid.Obj.objgen in things:
                    yield "an annotation has two elements"
                things[kid.Obj.objgen] = element
    yield from _marks(pdf, owners)
    yield from _parents(pdf, owners, things, numbers)
    yield from _order(root, pages)
    yield from _levels(pdf, roles)


def _own(owners: dict[Mark, Any], mark: Mark, element: Any) -> Iterator[str]:
    if mark in owners:
        yield f"marked content {mark} has two elements"
    owners[mark] = element


def _marks(pdf: Pdf, owners: dict[Mark, Any]) -> Iterator[str]:
    """Every marked content of the pages has its element, and every element its content."""
    drawn = set()
    for page in pdf.pages:
        for line in pikepdf.parse_content_stream(page, "BDC"):
            operands: Any = line.operands
            about = operands[1]
            if isinstance(about, Dictionary) and "/MCID" in about:
                drawn.add((page.obj.objgen, int(about.MCID)))
    named = {mark for mark in owners if not isinstance(mark[0][0], tuple)}
    for mark in sorted(drawn - named):
        yield f"marked content {mark} has no element"
    for mark in sorted(named - drawn):
        yield f"an element names content {mark}, which is not there"


def _parents(pdf: Pdf, owners: dict[Mark, Any], things: Any, numbers: Any) -> Iterator[str]:
    """The parent tree says the same as the elements do."""
    tree = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    told: dict[Mark, Any] = {}
    used = set()
    for page in pdf.pages:
        if "/StructParents" in page.obj:
            used.add(int(page.obj.StructParents))
            for mark, owner in enumerate(tree[int(page.obj.StructParents)]):
                if owner is not None:
                    told[page.obj.objgen, mark] = owner
        for note in page.obj.get("/Annots", []):
            if "/StructParent" in note:
                used.add(int(note.StructParent))
                owner = tree[int(note.StructParent)]
                if note.objgen not in things or things[note.objgen].objgen != owner.objgen:
                    yield "an annotation names an element that does not name it"
            elif note.objgen in things:
                yield "an element names an annotation that does not name it"
    named = {mark: e.objgen for mark, e in owners.items() if not isinstance(mark[0][0], tuple)}
    if {mark: e.objgen for mark, e in told.items()} != named:
        yield "the parent tree and the elements do not agree"
    for mark in owners.keys() - named.keys():
        form = pdf.get_object(mark[0][0])
        used.add(int(form.StructParents))
        if tree[int(form.StructParents)][mark[1]].objgen != owners[mark].objgen:
            yield "the parent tree of a form does not agree"
    if used != set(tree.keys()):
        yield "the parent tree has keys that nobody uses"
    for owner in told.values():
        if owner.objgen not in numbers:
            yield "the parent tree names an element outside the tree"


def _order(root: Any, pages: Any) -> Iterator[str]:
    """What stands right under the document, or under a part of it, begins on no earlier page."""
    for holder in [*_kids(root), *(p for d in _kids(root) for p in _kids(d))]:
        if isinstance(holder, Dictionary) and holder.get("/S") in (Name.Document, Name.Part):
            begins = [_first(kid, pages) for kid in _kids(holder)]
            known = [page for page in begins if page is not None]
            if known != sorted(known):
                yield f"the pages go back: {known}"


def _first(element: Any, pages: Any) -> int | None:
    waiting, own = [(element, None)], []
    while waiting:
        item, page = waiting.pop()
        if isinstance(item, Dictionary) and "/Pg" in item:
            page = pages.get(item.Pg.objgen)
        if isinstance(item, Dictionary) and "/S" in item:
            waiting += [(kid, page) for kid in _kids(item)]
        elif not isinstance(item, Dictionary) or "/MCID" in item:
            own.append(page)
    return min((page for page in own if page is not None), default=None)


def _levels(pdf: Pdf, roles: Any) -> Iterator[str]:
    level = 0
    for element in elements(pdf):
        kind = _kind(element, roles)
        if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit():
            if int(kind[1]) > level + 1:
                yield f"{kind} after H{level}"
            level = int(kind[1])


def _outside(pdf: Pdf, pages: Any) -> Iterator[str]:
    """No bookmark, link or name leads to a page that is not there; nothing acts by itself."""
    for thing in pdf.objects:
        if not isinstance(thing, (Dictionary, pikepdf.Stream)):
            continue
        if thing.get("/Type") == Name.Page and thing.objgen not in pages:
            yield "a page outside the page tree"
        for key in ("/AA", "/OpenAction", "/PieceInfo", "/Thumb", "/B", "/EF", "/JS", "/Launch"):
            if key in thing and not (key == "/B" and "/Type" not in thing):
                yield f"{key} came along"
        target = thing.get("/Dest") if "/Title" in thing or "/Subtype" in thing else None
        if isinstance(target, Array) and target[0].objgen not in pages:
            yield "a bookmark or link leads to a page that is not there"
