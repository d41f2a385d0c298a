"""The tags of a PDF: an opened file in, mended in place; out what no pass can mend.

PDF/UA-1 (ISO 14289-1) asks more of a file than the engines give. What follows from the file
itself is put right here. What only the author knows – what a picture shows, which heading was
meant – is told as a flaw, and the file then does not claim to be accessible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, Final, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf

from gen.pdf import links

Node: TypeAlias = Any
"""A dictionary of the PDF: what stands in it is known from ISO 32000-1 alone."""


class Flaw(StrEnum):
    """What keeps a file from PDF/UA, with the clause of ISO 14289-1 that says so."""

    UNTAGGED = "7.1"
    RAGGED_TABLE = "7.2"
    NO_ALT = "7.3"
    HEADING_SKIPPED = "7.4.2"
    LINK = "7.18.5"


_STANDARD: Final = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
    H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot
    Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
    Figure Formula Form
"""
STANDARD: Final = frozenset(_STANDARD.split())
"""The types of ISO 32000-1 14.8.4: a file may use them, never give them another meaning."""

_PATHS: Final = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"))
_TEXT: Final = frozenset(("Tj", "TJ", "'", '"', "Do", "INLINE IMAGE"))


def mend(pdf: Pdf) -> frozenset[Flaw]:
    """Mend the tags; the flaws that remain."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None or "/K" not in root or "/ParentTree" not in root:
        return frozenset({Flaw.UNTAGGED})
    flaws = set()
    if not links.tie(pdf, root):
        flaws.add(Flaw.LINK)
    roles = _own_roles(root)
    level = 0
    for element, kind in _walk(root, roles):
        if kind == "Figure":
            if not (element.get("/Alt") or element.get("/ActualText")):
                flaws.add(Flaw.NO_ALT)
        elif kind == "Table":
            if not _square(element, roles):
                flaws.add(Flaw.RAGGED_TABLE)
        elif len(kind) == 2 and kind[0] == "H" and kind[1].isdigit():
            if int(kind[1]) > level + 1:
                flaws.add(Flaw.HEADING_SKIPPED)
            level = int(kind[1])
    for page in pdf.pages:
        if not _mark_decoration(pdf, page):
            flaws.add(Flaw.UNTAGGED)
    return frozenset(flaws)


def _children(element: Node) -> list[Node]:
    """What stands right under an element; a single one may stand there without a list."""
    return _listed(element.get("/K"))


def _listed(value: Node) -> list[Node]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def _walk(root: Node, roles: dict[str, str]) -> Iterator[tuple[Node, str]]:
    """Every element in reading order, with its standard type."""
    waiting = _children(root)[::-1]
    while waiting:
        element = waiting.pop()
        if not isinstance(element, Dictionary) or "/S" not in element:
            continue
        own = str(element.S)[1:]
        kind = roles.get(own, own)
        if kind != own and own in STANDARD:
            element.S = Name("/" + kind)
        yield element, kind
        waiting += _children(element)[::-1]


def _own_roles(root: Node) -> dict[str, str]:
    """The standard type behind each type of the file's own; a standard type leaves the table.

    LibreOffice names types after paragraph styles: Word's style Quote collides with a standard
    type of another meaning (ISO 14289-1 7.1). Its elements get the type that was meant.
    """
    table = root.get("/RoleMap", {})
    direct = {str(own)[1:]: str(kind)[1:] for own, kind in table.items()}
    roles = {}
    for own, kind in direct.items():
        seen = {own}
        while kind not in STANDARD and kind not in seen and kind in direct:
            seen.add(kind)
            kind = direct[kind]
        roles[own] = kind
        if own in STANDARD:
            del table["/" + own]
    return roles


# Tables


def _square(table: Node, roles: dict[str, str]) -> bool:
    """Whether all rows reach over as many columns; a row of one cell is stretched to do so.

    rdocx 0.16 (`inbyggd`) writes no ColSpan for cells that Word has merged. A row with a single
    cell can have only one width; which cells of another row were merged cannot be told.
    """
    rows = [
        [(cell, _attribute(cell, "/ColSpan")) for cell in _children(row) if _is_cell(cell)]
        for row in _rows(table, roles)
    ]
    if any(_attribute(cell, "/RowSpan") > 1 for row in rows for cell, _ in row):
        return True  # an engine that knows of spans has counted them itself
    width = max((sum(span for _, span in row) for row in rows), default=0)
    for row in rows:
        if sum(span for _, span in row) == width:
            continue
        if len(row) != 1:
            return False
        cell = row[0][0]
        cell.A = Array([*_listed(cell.get("/A")), Dictionary(O=Name.Table, ColSpan=width)])
    return True


def _rows(table: Node, roles: dict[str, str]) -> Iterator[Node]:
    for child in _children(table):
        own = str(child.get("/S", ""))[1:]
        kind = roles.get(own, own)
        if kind == "TR":
            yield child
        elif kind in ("THead", "TBody", "TFoot"):
            yield from _children(child)


def _is_cell(child: Node) -> bool:
    return isinstance(child, Dictionary) and child.get("/S") in (Name.TH, Name.TD)


def _attribute(cell: Node, name: str) -> int:
    for some in _listed(cell.get("/A")):
        if isinstance(some, Dictionary) and name in some:
            return int(some[name])
    return 1


# What is painted outside every tag


_STRING: Final = re.compile(rb"\((?:[^()\\]|\\.)*+\)", re.DOTALL)
_INLINE: Final = re.compile(rb"BI(?<=\s..)\s")
_MARKS: Final = re.compile(rb"(?:B[DM]C|EMC)(?<=[\s\0)>\]}]...)(?=[\s\0(<\[{/])")
_PAINTS: Final = re.compile(
    rb"(?<![^\s\0()<>\[\]{}])(?:[sSfFbB]|[fbB]\*|sh|T[jJ]|['\"]|Do)(?=[\s\0(<\[{/])"
)


def _content(page: Page) -> bytes:
    return b"\n".join(stream.read_bytes() for stream in _listed(page.obj.get("/Contents")))


def _tagged_at_a_glance(content: bytes) -> bool:
    """Whether nothing is painted outside the tags, where that can be told without a parser.

    A parser of the 1,500 pages of a long protokoll takes a second, and nearly all of them are in
    order. What could be misread (comments, inline pictures, strings in strings) is left to it.
    """
    content = b"\n%b\n" % (_STRING.sub(b"", content) if b"(" in content else content)
    if b"(" in content or b"%" in content or _INLINE.search(content):
        return False
    depth = start = 0
    for mark in _MARKS.finditer(content):
        if mark[0] == b"EMC":
            if depth == 0:  # closes what was never opened: what is outside is not clear
                return False
            depth -= 1
            start = mark.end()
        elif depth == 0 and _PAINTS.search(content, start, mark.start()):
            return False
        else:
            depth += 1
    return depth == 0 and not _PAINTS.search(content, start)


def _mark_decoration(pdf: Pdf, page: Page) -> bool:
    """Mark lines and areas outside every tag as artefacts; False where text or a picture is there.

    LibreOffice 7.4 leaves a paragraph's borders and shading untagged (ISO 14289-1 7.1), which
    are decoration. A text outside the tags could be anything, so that is not guessed.
    """
    if _tagged_at_a_glance(_content(page)):
        return True
    instructions = pikepdf.parse_content_stream(page)
    loose: list[tuple[int, int]] = []
    depth = start = 0
    paints = False
    for place, instruction in enumerate(instructions):
        word = str(instruction.operator)
        if word in ("BMC", "BDC"):
            if depth == 0 and paints:
                loose.append((start, place))
            depth += 1
        elif word == "EMC":
            depth -= 1
            start, paints = place + 1, False
        elif depth == 0 and word in _PATHS:
            paints = True
        elif depth == 0 and word in _TEXT:
            return False
    if depth:
        return False
    if paints:
        loose.append((start, len(instructions)))
    if loose:
        opening = pikepdf.ContentStreamInstruction([Name.Artifact], pikepdf.Operator("BMC"))
        closing = pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))
        for start, end in reversed(loose):
            instructions.insert(end, closing)
            instructions.insert(start, opening)
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
    return True
