"""One page of a source, ready for any file: its content, what it paints with, what lies upon it.

Only what is named here comes along: no scripts, no thumbnail, no metadata or private data of the
program that made the page, no beads of an article.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from gen.pdf import notes, painted, values
from gen.pdf.cells import Cell, Cells, cell
from gen.pdf.notes import Drawing, Link, Targets
from gen.pdf.values import Objects, Value

_INHERITED: Final = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
_KEPT: Final = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit")
_DRAWN: Final = "/GenRitad{}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page. `head` is its dictionary but for its resources and what depends on the file.

    It is without its `>>`. `sides` are those of the page as it is shown, `turn` how far it is
    turned for that. `contents` are the streams of its content, `before` and `after` what stands
    around them; `needs` all objects that must go with it. `marked` are the numbers that its content
    is marked with, `marks` says by which number the structure finds what was drawn in for an
    annotation, by its reference.
    """

    head: Cell
    resources: Value
    sides: tuple[float, float, float, float]
    turn: int
    contents: tuple[str, ...]
    needs: tuple[str, ...]
    links: Mapping[str, Link]
    loose: tuple[Link, ...]
    marked: frozenset[int]
    marks: Mapping[str, tuple[int, Drawing]]
    before: bytes
    after: bytes


def read(
    objects: Objects,
    cells: Cells,
    page: str,
    targets: Targets,
    tagged: Mapping[str, str],
) -> Sheet:
    """The page. `tagged` are the annotations that the structure knows: they get a mark."""
    value = _with_inherited(objects, objects.get(page))
    contents = tuple(
        reference
        for reference in _contents(objects, value)
        if values.is_reference(reference) and objects.stream(reference) is not None
    )
    content = b"\n".join(_read(objects, reference) for reference in contents)
    found = list(notes.read(objects, value.get("/Annots"), targets))
    drawings = [note for note in found if isinstance(note, Drawing)]
    links = [note for note in found if isinstance(note, Link)]
    resources = cells.resources(content, value.get("/Resources"))
    marked = marked_in(objects, content, resources)
    first_mark = max(marked, default=-1) + 1
    marks: dict[str, tuple[int, Drawing]] = {}
    after = b""
    for number, drawing in enumerate(drawings):
        name = _DRAWN.format(number)
        resources.setdefault("/XObject", {})[name] = drawing.form
        drawn = b"q %s cm %s Do Q" % (drawing.matrix, values.name(name))
        if drawing.reference in tagged:
            mark = first_mark + len(marks)
            marks[drawing.reference] = mark, drawing
            drawn = b"/Form <</MCID %d>> BDC %s EMC" % (mark, drawn)
        after += b"\n" + drawn
    head = cell(
        {
            "/Type": "/Page",
            **{key: objects.whole(value[key]) for key in _KEPT if key in value},
            **({"/Group": cells.clean(value["/Group"])} if "/Group" in value else {}),
        }
    )
    return Sheet(
        head=Cell((*head.pieces[:-1], _open(head.pieces[-1])), head.refs),
        resources=resources,
        sides=_sides(objects.whole(value.get("/CropBox", value.get("/MediaBox")))),
        turn=value["/Rotate"] % 360 if isinstance(value.get("/Rotate"), int) else 0,
        contents=contents,
        needs=cells.reached((*contents, *head.refs, *cell(resources).refs)),
        links={link.reference: link for link in links if link.reference},
        loose=tuple(link for link in links if not link.reference),
        marked=marked,
        marks=marks,
        # The page's own content may end with another matrix than it began with.
        before=b"q" if drawings else b"",
        after=b"Q" + after if drawings else b"",
    )


def marked_in(objects: Objects, content: bytes, resources: Value) -> frozenset[int]:
    """The numbers that a content is marked with, in itself or by a list of its resources."""
    lists = resources.get("/Properties") if isinstance(resources, dict) else None
    lists = objects.follow(lists)
    named = [objects.follow(some) for some in lists.values()] if isinstance(lists, dict) else []
    told = [some.get("/MCID") for some in named if isinstance(some, dict)]
    own = {mark for mark in told if isinstance(mark, int) and 0 <= mark < painted.MOST_MARKS}
    return painted.marks(content) | own


def _open(last: bytes | str) -> bytes:
    return last[:-2] if isinstance(last, bytes) else b""


def _sides(box: Value) -> tuple[float, float, float, float]:
    """Left, bottom, right, top."""
    if not isinstance(box, list) or len(box) != 4:
        return 0, 0, 595, 842  # A4, as viewers take a page without a size
    x, y = sorted((float(box[0]), float(box[2]))), sorted((float(box[1]), float(box[3])))
    return x[0], y[0], x[1], y[1]


def _with_inherited(objects: Objects, page: Any) -> dict[str, Value]:
    """The page with what its parents in the page tree say of it (ISO 32000-1 7.7.3.4)."""
    own = dict(page) if isinstance(page, dict) else {}
    above = own
    for _ in range(64):
        if all(key in own for key in _INHERITED):
            break
        above = objects.follow(above.get("/Parent"))
        if not isinstance(above, dict):
            break
        own = {**{key: above[key] for key in _INHERITED if key in above}, **own}
    return own


def _contents(objects: Objects, page: Mapping[str, Value]) -> list[Value]:
    """References to the streams: /Contents may be one, or a list, or a reference to a list."""
    contents: Value = page.get("/Contents")
    if values.is_reference(contents) and objects.stream(contents) is None:
        contents = objects.get(contents)
    return values.listed(contents)


def _read(objects: Objects, reference: str) -> bytes:
    stream = objects.stream(reference)
    return b"" if stream is None else stream.read_bytes()
