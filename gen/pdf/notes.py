"""What lies upon a page: its annotations in, out the links that stay and what is drawn in for good.

A link to the web or to a page stays a link. Of all else what is printed stays, as a drawing on
the page: the value in a form's field, a stamp, a visible signature. Comments, attached files,
sound, scripts and everything that a viewer would start, hide or hand in do not come along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pikepdf

from gen.pdf import values
from gen.pdf.values import Objects, Value

_SAFE: Final = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_UNPRINTED: Final = frozenset(
    {
        "/3D", "/FileAttachment", "/Link", "/Movie", "/Popup", "/PrinterMark", "/Projection",
        "/RichMedia", "/Screen", "/Sound", "/Text", "/TrapNet",
    }
)  # fmt: skip
_HIDDEN, _PRINT, _NO_VIEW = 2, 4, 32
_LOOK: Final = ("/Border", "/C", "/H", "/QuadPoints")
_EDGE: Final = ("/Type", "/W", "/S", "/D")
"""A border's style (ISO 32000-1 table 166)."""
_ROLES: Final = {"/Btn": "/cb", "/Ch": "/lb"}
"""ISO 32000-1 table 348; a text, and a signature, is `tv`."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the source: the page's index, and how it is shown (`/XYZ 0 700 0`)."""

    page: int
    view: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """A link. `body` is all but what depends on the file that it goes to.

    `name` is that of a place which its own file does not have: who merges may know it
    (`Part.leads`).
    """

    reference: str
    body: bytes
    target: Target | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is printed of an annotation: the form to paint, where, and what a field it was."""

    reference: str
    form: str
    matrix: bytes
    attributes: bytes = b""


class Targets:
    """The places that links and bookmarks of a source lead to."""

    def __init__(self, objects: Objects, root: Value, pages: Mapping[str, int]) -> None:
        self._objects = objects
        self._pages = pages
        self.named = dict(self._names(root))
        """Name → place, for every named destination of a page that is there."""

    def of(self, owner: Mapping[str, Value]) -> Target | None:
        """Where a link or bookmark leads by its /Dest or its action, if to a page of this file."""
        if "/Dest" in owner:
            return self._target(owner["/Dest"])
        action = self._objects.follow(owner.get("/A"))
        if isinstance(action, dict) and action.get("/S") == "/GoTo":
            return self._target(action.get("/D"))
        return None

    def missing(self, owner: Mapping[str, Value]) -> str:
        """The name of the place that a link leads to, where this file has none of that name."""
        name = self._objects.follow(owner.get("/Dest"))
        return values.said(name) if isinstance(name, str) and name not in self.named else ""

    def _target(self, value: Value) -> Target | None:
        value = self._objects.follow(value)
        if isinstance(value, str):
            return self.named.get(value)
        if isinstance(value, dict):
            value = self._objects.follow(value.get("/D"))
        if not isinstance(value, list) or len(value) < 2 or value[0] not in self._pages:
            return None
        view = [self._objects.follow(v) for v in value[1:]]
        if not all(values.is_wordless(v) and not isinstance(v, list) for v in view):
            view = ["/Fit"]
        return Target(self._pages[value[0]], b"".join(values.encode_plain(v) for v in view))

    def _names(self, root: Value) -> Iterator[tuple[str, Target]]:
        self.named = {}
        old = self._objects.follow(root.get("/Dests"))
        pairs = list(old.items()) if isinstance(old, dict) else []
        names = self._objects.follow(root.get("/Names"))
        if isinstance(names, dict) and "/Dests" in names:
            pairs += self._objects.numbers(names["/Dests"])
        for name, value in pairs:
            if isinstance(name, str) and (target := self._target(value)) is not None:
                yield name, target


def read(objects: Objects, annots: Value, targets: Targets) -> Iterator[Link | Drawing]:
    """What stays of a page's annotations, in their order."""
    for entry in values.listed(objects.follow(annots)):
        note = objects.follow(entry)
        if not isinstance(note, dict):
            continue
        reference = entry if values.is_reference(entry) else ""
        if note.get("/Subtype") == "/Link":
            yield from _link(objects, note, reference, targets)
        elif printed(note.get("/Subtype"), note.get("/F", 0)):
            yield from _drawing(objects, note, reference)


def printed(kind: str | None, flags: int) -> bool:
    """Whether an annotation of that subtype, with those flags, is part of the page on paper."""
    return kind not in _UNPRINTED and bool(flags & _PRINT) and not flags & (_HIDDEN | _NO_VIEW)


def _link(
    objects: Objects, note: Mapping[str, Value], reference: str, targets: Targets
) -> Iterator[Link]:
    target = targets.of(note)
    action = objects.follow(note.get("/A"))
    address = ""
    if isinstance(action, dict) and action.get("/S") == "/URI":
        address = values.address(objects.follow(action.get("/URI")))
    name = targets.missing(note) if target is None else ""
    if target is None and not name and not _SAFE.match(address):
        return
    body: dict[str, Value] = {"/Type": "/Annot", "/Subtype": "/Link", "/F": 4}
    body["/Rect"] = objects.whole(note.get("/Rect"))
    look = {key: objects.whole(note[key]) for key in _LOOK if key in note}
    body |= {key: value for key, value in look.items() if values.is_wordless(value)}
    if isinstance(edge := objects.whole(note.get("/BS")), dict):
        kept = {key: edge[key] for key in _EDGE if key in edge}
        body["/BS"] = {key: value for key, value in kept.items() if values.is_wordless(value)}
    # ISO 14289-1 7.18.5: a link says where it leads.
    body["/Contents"] = objects.follow(note.get("/Contents")) or (
        f"u:{address or 'Länk i dokumentet'}"
    )
    if target is None and not name:
        leads = values.ascii_address(address)
        body["/A"] = {"/Type": "/Action", "/S": "/URI", "/URI": f"u:{leads}"}
    yield Link(reference, values.encode_plain(body)[:-2], target, name)


def _drawing(objects: Objects, note: Mapping[str, Value], reference: str) -> Iterator[Drawing]:
    looks = objects.follow(note.get("/AP"))
    form: Value = looks.get("/N") if isinstance(looks, dict) else None
    states = objects.follow(form)
    if isinstance(form, dict) or (values.is_reference(form) and objects.stream(form) is None):
        form = states.get(note.get("/AS", "/Off")) if isinstance(states, dict) else None
    if not values.is_reference(form) or objects.stream(form) is None:
        return
    matrix = _placed(objects, objects.get(form), objects.whole(note.get("/Rect")))
    if matrix is not None:
        yield Drawing(reference, form, matrix, _field(objects, note))


def _placed(objects: Objects, form: Mapping[str, Value], rect: Value) -> bytes | None:
    """The matrix that lays a form into a rectangle (ISO 32000-1 12.5.5, algorithm 8.1)."""
    box = objects.whole(form.get("/BBox"))
    if not isinstance(box, list) or not isinstance(rect, list) or len(box) != 4 or len(rect) != 4:
        return None
    own: Any = objects.whole(form.get("/Matrix")) or [1, 0, 0, 1, 0, 0]
    turned = pikepdf.Matrix(*(float(v) for v in own[:6])).transform(
        pikepdf.Rectangle(*(float(v) for v in box))
    )
    left, right = sorted((float(rect[0]), float(rect[2])))
    bottom, top = sorted((float(rect[1]), float(rect[3])))
    if not turned.width or not turned.height:
        return None
    wide, high = (right - left) / turned.width, (top - bottom) / turned.height
    numbers = (wide, 0, 0, high, left - turned.llx * wide, bottom - turned.lly * high)
    return b" ".join(f"{number:.4f}".rstrip("0").rstrip(".").encode() for number in numbers)


def _field(objects: Objects, note: Mapping[str, Value]) -> bytes:
    """What kind of field a widget was, for the structure (ISO 32000-1 14.8.5.6)."""
    if note.get("/Subtype") != "/Widget":
        return b""
    field: Value = note
    kind, says = None, None
    for _ in range(16):
        if not isinstance(field, dict):
            break
        kind, says = kind or field.get("/FT"), says or field.get("/TU")
        field = objects.follow(field.get("/Parent"))
    about: dict[str, Value] = {"/O": "/PrintField", "/Role": _ROLES.get(str(kind), "/tv")}
    if about["/Role"] == "/cb":
        about["/checked"] = "/off" if note.get("/AS", "/Off") == "/Off" else "/on"
    if text := values.said(objects.follow(says)):
        about["/Desc"] = f"u:{text}"
    return values.encode_plain(about)
