"""A PDF to take pages from: its bytes in, an opened source or the reason why it is none out."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final, Self

import pikepdf

from gen import findings
from gen.errors import DataError
from gen.findings import Finding
from gen.pdf import (
    bookmarks,
    fields,
    layers,
    letters,
    seal,
    sheet,
    structure,
    unseen,
    values,
    written,
)
from gen.pdf.bookmarks import Bookmark, Label
from gen.pdf.cells import Cells
from gen.pdf.fields import FAULTS
from gen.pdf.letters import Letters
from gen.pdf.lines import squeezed
from gen.pdf.notes import Targets
from gen.pdf.refused import refused
from gen.pdf.sheet import Sheet
from gen.pdf.structure import Item, Tree
from gen.pdf.values import Objects, Value
from gen.pdf.written import Piece

_CLAIMED: Final = {
    "2b": re.compile(rb"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"),
    "ua1": re.compile(rb"<pdfuaid:part>1</pdfuaid:part>"),
}


class Source:
    """An opened PDF. What is asked of it is read once, however many files are made of its pages.

    `claims` is what has been shown of it: what gen's own last pass wrote, unless the caller says
    better. What another program says of its file is not believed, for nobody has tried it, nor
    what gen has said of a file that is no longer as gen wrote it. `own`: it is.
    """

    def __init__(
        self, pdf: pikepdf.Pdf, data: bytes, name: str, claims: frozenset[str] | None
    ) -> None:
        self.name, self.data = name, data
        self._pdf = pdf
        self._objects = Objects(pdf)
        self._root: Mapping[str, Value] = values.read(pdf.Root)
        self._pages = [f"{p.obj.objgen[0]} {p.obj.objgen[1]} R" for p in pdf.pages]
        self._index = {reference: page for page, reference in enumerate(self._pages)}
        self._sheets: dict[int, Sheet] = {}
        self._fonts: dict[tuple[int, int], Letters] = {}
        self._forms: dict[str, frozenset[int]] = {}
        self.own = seal.is_sealed(data)
        self.claims = (_said(pdf) if self.own else frozenset()) if claims is None else claims
        self.undrawn = {} if self.claims else fields.draw(pdf)
        """Page → how many things on it have no look, and so do not come along."""
        language = values.said(self._objects.follow(self._root.get("/Lang")))
        self.language = "" if language == "und" else language

    @classmethod
    def open(
        cls, data: bytes, name: str, *, claims: frozenset[str] | None = None
    ) -> Self | Finding:
        """The source, or what is wrong with it. `name` is the file's, as its owner knows it.

        A finding names the file as its value; its `at` is empty, for the caller to fill in.
        """
        if not data:
            return findings.PDF_EMPTY("", value=name)
        try:
            pdf = pikepdf.Pdf.open(io.BytesIO(data))
            if (kind := refused(pdf)) is not None:
                return kind("", value=name)
            source = cls(pdf, data, name, claims)
            source.try_out()
        except pikepdf.PasswordError:
            return findings.PDF_LOCKED("", value=name)
        except FAULTS:
            return findings.PDF_DAMAGED("", value=name)
        except DataError as error:
            return error.finding
        return source

    def try_out(self) -> None:
        """Read what an assembly would read: a fault is told of now, not in the middle of it.

        A file of ours is whole, and may have many pages of which few are wanted.
        """
        _ = self.tree, self.bookmarks, self.labels, self.layers
        for page in range(1 if self.claims else len(self)):
            self.sheet(page)

    @property
    def producer(self) -> str:
        """What made its pages, as the file says; nothing where it does not."""
        return str(self._pdf.docinfo.get("/Producer", ""))

    def __len__(self) -> int:
        return len(self._pages)

    @cached_property
    def targets(self) -> Targets:
        return Targets(self._objects, self._root, self._index)

    @cached_property
    def tree(self) -> Tree | None:
        tree = structure.read(self._objects, self._root, self._index, self._notes())
        if tree is not None:
            tree.drawn = self._is_drawn
        return tree

    @cached_property
    def cells(self) -> Cells:
        return Cells(self._objects, self.tree.keyed if self.tree is not None else {})

    @cached_property
    def bookmarks(self) -> list[Bookmark]:
        return bookmarks.read(self._objects, self._root, self.targets)

    @cached_property
    def bookmarks_of(self) -> dict[int, list[int]]:
        """Page → the places of its bookmarks."""
        out: dict[int, list[int]] = {}
        for place, bookmark in enumerate(self.bookmarks):
            out.setdefault(bookmark.target.page, []).append(place)
        return out

    def bookmarks_seen(self, page: int) -> list[int]:
        """The places of a page's bookmarks that say what is written on it, and no more.

        For who takes some pages of a file: a bookmark on them may name what is on another. Those
        that gen writes are the headings of the page.
        """
        places = self.bookmarks_of.get(page, [])
        if self.own or not places:
            return places
        text = squeezed("".join(piece.text for piece in self.written(page)))
        titles = {place: values.said(self.bookmarks[place].title) for place in places}
        return [
            place
            for place, title in titles.items()
            if all(squeezed(word) in text for word in title.split())
        ]

    @cached_property
    def layers(self) -> dict[str, bool]:
        return layers.read(self._objects, self._root)

    @cached_property
    def labels(self) -> list[Label]:
        return bookmarks.labels(self._objects, self._root, len(self))

    def written(self, page: int) -> Sequence[Piece]:
        """What is written on a page, tagged or not, with its place and look. DataError: damaged.

        Read anew each time: of a thousand pages it is much to keep.
        """
        try:
            return tuple(written.written(self._pdf.pages[page], self._letters))
        except FAULTS as fault:
            raise DataError(findings.PDF_DAMAGED("", value=self.name)) from fault

    def unseen(self, page: int) -> str:
        """What is written on a page where nobody sees it. gen itself writes nothing there."""
        if self.own:
            return ""
        try:
            return " ".join(
                unseen.unseen(self._pdf.pages[page], self.sheet(page).sides, self._letters)
            )
        except FAULTS as fault:
            raise DataError(findings.PDF_DAMAGED("", value=self.name)) from fault

    def _letters(self, font: Any) -> Letters:
        number = font.objgen
        known = self._fonts.get(number)
        if known is None:
            known = letters.letters(font)
            if number[0]:  # one that stands in the page itself has no number
                self._fonts[number] = known
        return known

    def sheet(self, page: int) -> Sheet:
        """A page ready to be written; made at its first use. DataError: it is damaged."""
        made = self._sheets.get(page)
        if made is None:
            try:
                made = self._sheets[page] = self._read(page)
            except FAULTS as fault:
                damaged = findings.PDF_DAMAGED("", value=self.name)
                raise DataError(damaged) from fault
        return made

    def _read(self, page: int) -> Sheet:
        tree = self.tree
        return sheet.read(
            self._objects,
            self.cells,
            self._pages[page],
            self.targets,
            tree.keyed if tree is not None else {},
        )

    def _is_drawn(self, item: Item) -> bool:
        """Whether the content that the tree names is marked so."""
        if not item.stream:
            return item.mark in self.sheet(item.page).marked
        if item.stream not in self._forms:
            form = self._objects.stream(item.stream)
            about = self._objects.get(item.stream) if form is not None else {}
            content = form.read_bytes() if form is not None else b""
            resources = self._objects.follow(about.get("/Resources"))
            self._forms[item.stream] = sheet.marked_in(self._objects, content, resources)
        return item.mark in self._forms[item.stream]

    def _notes(self) -> dict[str, int]:
        """Each annotation's page."""
        out: dict[str, int] = {}
        for page, reference in enumerate(self._pages):
            annots = self._objects.get(reference).get("/Annots")
            for note in values.listed(self._objects.follow(annots)):
                if values.is_reference(note):
                    out[note] = page
        return out


def _said(pdf: pikepdf.Pdf) -> frozenset[str]:
    """What gen's last pass has written of the file."""
    metadata: Any = pdf.Root.get("/Metadata")
    packet = metadata.read_bytes() if isinstance(metadata, pikepdf.Stream) else b""
    return frozenset(claim for claim, mark in _CLAIMED.items() if mark.search(packet))
