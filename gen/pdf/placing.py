"""Parts in, their pages in a new file out: each with all that it paints with, and its links.

What several pages share is written once, and so is what is equal in several sources: the logotype
of each document in a bundle. A link stays if its other end is in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gen.pdf import values
from gen.pdf.cells import KEY, Cell
from gen.pdf.filewriter import File
from gen.pdf.layers import Layer
from gen.pdf.notes import Link
from gen.pdf.sheet import Sheet
from gen.pdf.sidnummer import FONT, numerals
from gen.pdf.source import Source
from gen.pdf.stamp import Stamp
from gen.pdf.structure import Item
from gen.pdf.tagging import Parents

_STAMPED: Final = "0 65535 R"
"""No object of any source: the place of the stamp among a page's resources."""
_NUMERALS: Final = "0 65534 R"
"""The same, for the font of the page numbers."""


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of a source, by their indexes from 0, in the order wanted; None: all of them.

    `bookmark` is put above the part's own bookmarks, and `under` above those of neighbouring parts
    that say the same; `label` is the prefix of its page labels, which otherwise are the source's;
    `language` is that of its text where the source says none. `leads`: the pages of other sources
    that its links lead to, by the names of places that its own source does not have.
    """

    source: Source
    pages: Sequence[int] | None = None
    bookmark: str = ""
    label: str = ""
    language: str = ""
    stamp: Stamp | None = None
    under: str = ""
    leads: Mapping[str, tuple[Source, int]] = field(default_factory=dict)

    def runs(self) -> list[list[int]]:
        """The pages as runs that follow one another in the source."""
        runs: list[list[int]] = []
        for page in range(len(self.source)) if self.pages is None else self.pages:
            if not 0 <= page < len(self.source):
                raise IndexError(f"{self.source.name} has no page {page}")
            if runs and runs[-1][-1] + 1 == page:
                runs[-1].append(page)
            else:
                runs.append([page])
        return runs


@dataclass(slots=True)
class Page:
    """A page in the new file: where it came from, its object, its key in the parent tree."""

    part: Part
    sheet: Sheet
    index: int
    number: int
    key: int = -1
    links: dict[str, int] = field(default_factory=dict)
    """Each link's object, by its reference in the source."""


class Placing:
    """The pages of the parts, numbered as they come. `runs`: each part with its runs of pages."""

    def __init__(self, file: File, parents: Parents, parts: Sequence[Part]) -> None:
        self._file, self._parents = file, parents
        self._objects: dict[Source, dict[str, int]] = {}
        self._equal: dict[bytes, int] = {}
        self._places: dict[tuple[Source, int], int] = {}
        self.runs = [
            (part, [[self._page(part, index) for index in run] for run in part.runs()])
            for part in parts
        ]
        self.pages = [page for _, runs in self.runs for run in runs for page in run]
        for page in self.pages:
            for reference, link in page.sheet.links.items():
                if self._leads(page, link):
                    page.links[reference] = file.reserve()

    @property
    def sources(self) -> list[Source]:
        """Each source once, in the order of the parts."""
        return list(dict.fromkeys(part.source for part, _ in self.runs))

    def number(self, source: Source, page: int) -> int | None:
        """The object of a source's page in the file, the first if it is there twice."""
        return self._places.get((source, page))

    def thing(self, there: Mapping[int, Page], item: Item) -> int:
        """The object of a link, or of a form that is painted; 0: it is not in the file.

        `there` are the pages of the item's run, by their indexes.
        """
        page, reference = there[item.page], item.stream or item.thing
        return page.links.get(reference) or self._objects[page.part.source].get(reference, 0)

    def layers(self) -> list[Layer]:
        """The layers that something in the file belongs to."""
        return [
            Layer(numbers[reference], shown)
            for source, numbers in self._objects.items()
            for reference, shown in source.layers.items()
            if reference in numbers
        ]

    def write(self, *, numbered: bool) -> int:
        """Write the pages and all that they need; the number of the page tree.

        `numbered`: each says at its foot which it is in the file.
        """
        tree = self._file.reserve()
        for number, page in enumerate(self.pages, 1):
            self._write_page(page, tree, number if numbered else 0)
        self._write_objects()
        kids = b" ".join(b"%d 0 R" % page.number for page in self.pages)
        body = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self.pages), kids)
        return self._file.put(tree, body)

    def _page(self, part: Part, index: int) -> Page:
        source = part.source
        page = Page(part, source.sheet(index), index, self._file.reserve())
        if source.tree is not None:
            page.key = self._parents.new_key()
        self._places.setdefault((source, index), page.number)
        self._reserve(source, page.sheet.needs)
        return page

    def _reserve(self, source: Source, references: Sequence[str]) -> Mapping[str, int]:
        """The numbers of a source's objects, with these among them."""
        numbers = self._objects.setdefault(source, {})
        for reference in references:
            if reference not in numbers:
                mark = source.cells.mark(reference)
                known = self._equal.get(mark) if mark is not None else None
                numbers[reference] = known or self._file.reserve()
                if mark is not None:
                    self._equal[mark] = numbers[reference]
        return numbers

    def _leads(self, page: Page, link: Link) -> bool:
        """Whether its other end is in the file, or on the web."""
        inside = link.target is not None or link.name
        return not inside or self._end(page, link) is not None

    def _end(self, page: Page, link: Link) -> tuple[int, bytes] | None:
        """The page that a link leads to, and how it is shown; None: no page of the file."""
        there = page.part.leads.get(link.name) if link.name else None
        view = b"/Fit"
        if link.target is not None:
            there, view = (page.part.source, link.target.page), link.target.view
        place = self._places.get(there) if there is not None else None
        return None if place is None else (place, view)

    def _write_page(self, page: Page, tree: int, shown: int) -> None:
        file, sheet, stamp = self._file, page.sheet, page.part.stamp
        before, after, resources = sheet.before, sheet.after, sheet.resources
        numbers = self._objects[page.part.source]
        if stamp is not None:
            drawings = {**resources.get("/XObject", {}), "/GenStampel": _STAMPED}
            resources = {**resources, "/XObject": drawings}
            numbers = {**numbers, _STAMPED: self._taken(stamp.source, stamp.form)}
            before = before or b"q"
            after = (after or b"Q") + stamp.painted(sheet.sides, sheet.turn)
        if shown:
            signs = numerals()
            fonts = {**resources.get("/Font", {}), FONT: _NUMERALS}
            resources = {**resources, "/Font": fonts}
            numbers = {**numbers, _NUMERALS: self._taken(signs.source, signs.font)}
            before = before or b"q"
            after = after or b"Q"
            after += signs.painted(shown, len(self.pages), sheet.sides, sheet.turn)
        contents = [numbers[reference] for reference in sheet.contents]
        if before:
            contents = [file.add_text(before), *contents, file.add_text(after)]
        body = _filled(sheet.head.pieces, numbers) + b"/Parent %d 0 R/Resources" % tree
        body += _filled(values.encode(resources), numbers)
        body += b"/Contents[%s]" % b" ".join(b"%d 0 R" % number for number in contents)
        if page.key in self._parents.marked:
            body += b"/StructParents %d" % page.key
        if links := list(self._links(page)):
            body += b"/Annots[%s]" % b" ".join(b"%d 0 R" % link for link in links)
            # ISO 14289-1 7.18.3: the tab key goes where the tags go.
            body += b"/Tabs/S" if page.key >= 0 else b""
        file.put(page.number, body + b">>")

    def _links(self, page: Page) -> Iterator[int]:
        for link in (*page.sheet.links.values(), *page.sheet.loose):
            if not self._leads(page, link):
                continue
            number = page.links.get(link.reference) or self._file.reserve()
            body = link.body + b"/P %d 0 R" % page.number
            if (end := self._end(page, link)) is not None:
                body += b"/Dest[%d 0 R%s]" % end
            if number in self._parents.keys:
                body += b"/StructParent %d" % self._parents.keys[number]
            yield self._file.put(number, body + b">>")

    def _taken(self, source: Source, reference: str) -> int:
        """An object that no page of the source is needed for, with all that it leads to."""
        return self._reserve(source, source.cells.reached([reference]))[reference]

    def _write_objects(self) -> None:
        written: set[int] = set()
        for source, numbers in self._objects.items():
            for reference, number in numbers.items():
                if number in written:
                    continue
                written.add(number)
                cell = source.cells.get(reference)
                body = _filled(self._keyed(cell, reference, number), numbers)
                if cell.data is None:
                    self._file.put(number, body)
                else:
                    self._file.put_stream(number, body[2:-2], cell.data)

    def _keyed(self, cell: Cell, reference: str, number: int) -> values.Fragments:
        """With its number in the parent tree; null, which is none, where no element names it."""
        if not cell.key:
            return cell.pieces
        key = self._parents.keys.get(number)
        written = b"null" if key is None else b"%d" % key
        return tuple(written if piece == KEY + reference else piece for piece in cell.pieces)


def _filled(pieces: values.Fragments, numbers: Mapping[str, int]) -> bytes:
    return b"".join(
        piece if isinstance(piece, bytes) else b"%d 0 R" % numbers[piece] for piece in pieces
    )
