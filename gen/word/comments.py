"""A Word file and what there is to say of its paragraphs in, the same file with comments out.

ECMA-376 part 1, 17.13.4. A comment can stand in the body alone, not in a header or a footer. None
has a date: the same comments give the same bytes.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from gen import opc
from gen.opc import Element, Package, Relation, W

AUTHOR: Final = "gen"
SEAL: Final = "urn:gen:kommenterad"
"""The relation that holds the hash of a commented copy: whoever saves it anew breaks it."""

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


class Comment(NamedTuple):
    """`number` counts the body's paragraphs from 1; 0 is the document as a whole."""

    number: int
    text: str


def commented(content: bytes, comments: Sequence[Comment]) -> bytes:
    """The same file with those comments beside its own. DamagedError for what is no Word file."""
    package = opc.read(content)
    if comments:
        _add(package, comments)
    package = opc.read(opc.write(package))  # without the parts that nothing points to
    package.relate("", Relation(SEAL, _hash(package), external=True))
    return opc.write(package)


def is_untouched(content: bytes) -> bool:
    """Whether it is a commented copy as gen wrote it."""
    try:
        package = opc.read(content)
    except opc.DamagedError:
        return False
    seals = [r.target for r in package.relations.get("", {}).values() if r.type == SEAL]
    return seals == [_hash(package)]


def _add(package: Package, comments: Iterable[Comment]) -> None:
    main = package.main
    root = opc.parse(package.parts[main])
    paragraphs = list(root.iter(W + "p")) or [_first_paragraph(root)]
    part, told = _told(package)
    free = max((int(one.get(W + "id", "0")) for one in told.iter(W + "comment")), default=-1) + 1
    for number, comment in enumerate(comments, free):
        place = paragraphs[max(0, min(comment.number, len(paragraphs)) - 1)]
        _mark(place, str(number))
        told.append(_comment(told, str(number), comment.text))
    package.parts[main] = opc.serialize(root)
    package.parts[part] = opc.serialize(told)


def _told(package: Package) -> tuple[str, Element]:
    """The part with the comments, and its root; a new one where there is none."""
    main = package.main
    for part in package.related(main, "comments"):
        return part, opc.parse(package.parts[part])
    root = opc.parse(f'<w:comments xmlns:w="{W.strip("{}")}"/>'.encode())
    name = posixpath.join(posixpath.dirname(main), "comments.xml")
    part = package.add(name, opc.serialize(root), _TYPE)
    package.relate(main, Relation("comments", part))
    return part, root


def _first_paragraph(root: Element) -> Element:
    body = root.find(W + "body")
    paragraph = body.makeelement(W + "p")
    body.insert(0, paragraph)
    return paragraph


def _mark(paragraph: Element, number: str) -> None:
    """The whole paragraph is what the comment is about."""
    start, end, run = (
        paragraph.makeelement(W + name, attributes)
        for name, attributes in (
            ("commentRangeStart", {W + "id": number}),
            ("commentRangeEnd", {W + "id": number}),
            ("r", {}),
        )
    )
    run.append(run.makeelement(W + "commentReference", {W + "id": number}))
    paragraph.insert(1 if paragraph.find(W + "pPr") is not None else 0, start)
    paragraph.extend((end, run))


def _comment(root: Element, number: str, text: str) -> Element:
    comment = root.makeelement(
        W + "comment", {W + "id": number, W + "author": AUTHOR, W + "initials": AUTHOR}
    )
    for line in text.split("\n"):
        paragraph = comment.makeelement(W + "p")
        run = paragraph.makeelement(W + "r")
        written = run.makeelement(W + "t", {_SPACE: "preserve"})
        written.text = line
        run.append(written)
        paragraph.append(run)
        comment.append(paragraph)
    return comment


def _hash(package: Package) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(package.parts.items()):
        digest.update(f"{name} {len(content)} ".encode())
        digest.update(content)
    return digest.hexdigest()
