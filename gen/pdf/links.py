"""The links of a PDF: an opened file and its tag tree in, every link tied to its words.

rdocx 0.16 (`inbyggd`) lays one annotation over each word of a link and ties none of them to the
tree, so a screen reader meets a link without a name and words without a link (ISO 14289-1
7.18.1, 7.18.3, 7.18.5). LibreOffice ties its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from pikepdf import Array, Dictionary, Name, NumberTree, Page, Pdf, String

from gen.pdf import starts
from gen.pdf.starts import Start

Node: TypeAlias = Any

_NEAR = 0.5
"""Points. A word's rectangle and its first letter are the same place but for rounding."""


def tie(
    pdf: Pdf, root: Node, starts_of: Callable[[Page], Iterable[Start]] = starts.of_texts
) -> bool:
    """Give every loose link a tag around its words; False where a link lies over no text.

    The loose links of LibreOffice are those of footnotes, which it tags otherwise too than ISO
    14289-1 wants (7.9). They lie over no text that `starts.of_texts` finds, so that the file does
    not claim what it is not.
    """
    tree = NumberTree(root.ParentTree)
    targets: dict[tuple[int, int], str] = {}
    found_all = True
    for page in pdf.pages:
        if "/Annots" not in page.obj:
            continue
        page.obj.Tabs = Name.S
        loose = [note for note in page.obj.Annots if _is_loose(note)]
        if not loose:
            continue
        owners = tree.get(int(page.obj.get("/StructParents", -1)))
        texts = list(starts_of(page))
        for note in loose:
            said = str(note.get("/Contents", "Länk i dokumentet"))
            target = str(note.A.URI) if "/A" in note and "/URI" in note.A else said
            if "/Contents" not in note:
                note.Contents = String(target)
            marks = [mark for mark, x, y in texts if _covers(note.Rect, x, y)]
            if owners is None or not marks:
                found_all = False
                continue
            for mark in marks:
                owners[mark] = link = _enclose(pdf, owners[mark], mark, page, target, targets)
            link.K.append(Dictionary(Type=Name.OBJR, Obj=note, Pg=page.obj))
            number = max(tree.keys()) + 1
            note.StructParent = number
            tree[number] = link
            root.ParentTreeNextKey = number + 1
    return found_all


def _is_loose(note: Node) -> bool:
    return note.get("/Subtype") == Name.Link and "/StructParent" not in note


def _enclose(
    pdf: Pdf,
    parent: Node,
    mark: int,
    page: Page,
    target: str,
    targets: dict[tuple[int, int], str],
) -> Node:
    """Put one marked text of `parent` into a Link: the one before it, if it leads there too."""
    children = list(parent.K) if isinstance(parent.K, Array) else [parent.K]
    place = next(n for n, child in enumerate(children) if _is_text(child, mark, page))
    text = children.pop(place)
    before = children[place - 1] if place else None
    if isinstance(before, Dictionary) and targets.get(before.objgen) == target:
        link = before
        link.K.append(text)
    else:
        link = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Link, P=parent, K=Array([text]))
        )
        targets[link.objgen] = target
        children.insert(place, link)
    parent.K = Array(children)
    return link


def _is_text(child: Node, mark: int, page: Page) -> bool:
    if not isinstance(child, Dictionary):
        return bool(child == mark)
    return child.get("/MCID") == mark and child.get("/Pg", page.obj).objgen == page.obj.objgen


def _covers(rect: Node, x: float, y: float) -> bool:
    left, bottom, right, top = (float(side) for side in rect)
    return left - _NEAR <= x < right - _NEAR and bottom <= y <= top
