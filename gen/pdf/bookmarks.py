"""How a reader finds the way: a source's bookmarks and page labels in, those of kept pages out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gen.pdf import values
from gen.pdf.filewriter import File
from gen.pdf.notes import Target, Targets
from gen.pdf.values import Objects, Value

_DEEPEST = 32
"""Levels: below, entries stand side by side. A file may be made to be deeper than a program is."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One bookmark of a source. `title` is the string as it stands; `above` its parent's place."""

    title: str
    target: Target
    above: int
    open: bool = True


@dataclass(frozen=True, slots=True)
class Label:
    """What a page is called: `A-3` is style `/D`, prefix `A-`, number 3."""

    style: str = "/D"
    prefix: str = ""
    number: int = 1


@dataclass(slots=True)
class Entry:
    """A bookmark as it goes into a file: `target` is a page's object and how it is shown."""

    title: bytes
    target: tuple[int, bytes]
    kids: list[Entry] = field(default_factory=list)
    open: bool = True


def read(objects: Objects, root: Value, targets: Targets) -> list[Bookmark]:
    """All bookmarks that lead to a page, in their order; what leads elsewhere only groups."""
    found: list[Bookmark] = []
    outlines = objects.follow(root.get("/Outlines"))
    seen: set[str] = set()
    waiting: list[tuple[Value, int]] = []
    waiting += [(outlines.get("/First"), -1)] if isinstance(outlines, dict) else []
    while waiting:
        reference, above = waiting.pop()
        entry = objects.follow(reference)
        if reference in seen or not isinstance(entry, dict):
            continue
        seen.add(reference)
        target, place = targets.of(entry), above
        title = objects.follow(entry.get("/Title"))
        if target is not None and isinstance(title, str):
            place = len(found) if _depth(found, above) < _DEEPEST else above
            count = entry.get("/Count", 0)
            found.append(Bookmark(title, target, above, not isinstance(count, int) or count >= 0))
        waiting += [(entry.get("/Next"), above), (entry.get("/First"), place)]
    return found


def _depth(found: Sequence[Bookmark], place: int) -> int:
    depth = 0
    while place >= 0:
        place, depth = found[place].above, depth + 1
    return depth


def kept(
    bookmarks: Sequence[Bookmark],
    of_pages: Mapping[int, Sequence[int]],
    numbers: Mapping[int, int],
) -> list[Entry]:
    """The bookmarks of some pages, in their order; one whose parent is gone moves up to its.

    `of_pages`: page → places in `bookmarks`; `numbers`: page that is kept → its object in the file.
    """
    top: list[Entry] = []
    made: dict[int, Entry] = {}
    for place in sorted(place for page in numbers for place in of_pages.get(page, ())):
        bookmark = bookmarks[place]
        target = numbers[bookmark.target.page], bookmark.target.view
        entry = made[place] = Entry(values.string(bookmark.title), target, open=bookmark.open)
        above = bookmark.above
        while above >= 0 and above not in made:
            above = bookmarks[above].above
        (made[above].kids if above >= 0 else top).append(entry)
    return top


def write(file: File, entries: Sequence[Entry]) -> int:
    """The number of the outline's root."""
    root = file.reserve()
    first, last, shown = _level(file, entries, root)
    file.put(root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, shown))
    return root


def _level(file: File, entries: Sequence[Entry], above: int) -> tuple[int, int, int]:
    """First and last number of one level, and how many entries are seen when it is open."""
    numbers = [file.reserve() for _ in entries]
    seen = len(entries)
    for place, (number, entry) in enumerate(zip(numbers, entries, strict=True)):
        body = b"<</Title%s/Parent %d 0 R/Dest[%d 0 R%s]" % (
            entry.title,
            above,
            *entry.target,
        )
        if place:
            body += b"/Prev %d 0 R" % numbers[place - 1]
        if place + 1 < len(numbers):
            body += b"/Next %d 0 R" % numbers[place + 1]
        if entry.kids:
            first, last, inner = _level(file, entry.kids, number)
            seen += inner if entry.open else 0
            count = inner if entry.open else -inner
            body += b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, count)
        file.put(number, body + b">>")
    return numbers[0], numbers[-1], seen


def write_names(named: Mapping[bytes, bytes]) -> bytes:
    """The named destinations as an entry of the catalogue, or nothing."""
    if not named:
        return b""
    pairs = b"".join(name + named[name] for name in sorted(named))
    return b"/Names<</Dests<</Names[%s]>>>>" % pairs


# Page labels


def labels(objects: Objects, root: Value, count: int) -> list[Label]:
    """The label of every page; without labels of its own a file's pages are called 1, 2, 3."""
    starts = {0: Label()}
    for start, value in objects.numbers(root.get("/PageLabels")):
        value = objects.whole(value)
        if isinstance(start, int) and isinstance(value, dict):
            number = value.get("/St", 1)
            starts[start] = Label(
                str(value.get("/S", "")),
                values.said(value.get("/P")),
                number if isinstance(number, int) else 1,
            )
    return list(_counted(starts, count))


def _counted(starts: Mapping[int, Label], count: int) -> Iterator[Label]:
    start = 0
    for page in range(count):
        start = page if page in starts else start
        begun = starts[start]
        yield Label(begun.style, begun.prefix, begun.number + page - start)


def write_labels(given: Sequence[Label]) -> bytes:
    """/PageLabels, or nothing where the pages are called 1, 2, 3 anyway."""
    runs: list[bytes] = []
    expected = Label()
    for page, label in enumerate(given):
        if label != expected or (page == 0 and label != Label()):
            style = b"/S%s" % values.name(label.style) if label.style else b""
            prefix = b"/P%s" % values.text(label.prefix) if label.prefix else b""
            begun = b"/St %d" % label.number if label.number != 1 else b""
            if not runs and page:
                runs.append(b"0<</S/D>>")
            runs.append(b"%d<<%s%s%s>>" % (page, style, prefix, begun))
        expected = Label(label.style, label.prefix, label.number + 1)
    return b"/PageLabels<</Nums[%s]>>" % b" ".join(runs) if runs else b""
