"""A PDF to take pages from: its bytes in, an opened source or the reason why it is none out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final, Self

import pikepdf

from gen import findings
from gen.errors import DataError
from gen.findings import Finding
from gen.pdf import bookmarks, fonts, layers, sheet, spoken, structure, values
from gen.pdf.bookmarks import Bookmark, Label
from gen.pdf.cells import Cells
from gen.pdf.fonts import Face
from gen.pdf.notes import Targets
from gen.pdf.sheet import Sheet
from gen.pdf.structure import Tree
from gen.pdf.values import Objects, Value

_CLAIMED: Final = {
    "2b": re.compile(rb"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"),
    "ua1": re.compile(rb"<pdfuaid:part>1</pdfuaid:part>"),
}
_BY_GEN: Final = re.compile(rb"<xmp:CreatorTool>gen \d")
_FAULTS: Final = (
    pikepdf.PdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a damaged file makes its reader trip over: a number is a name there, a list is missing."""


class Source:
    """An opened PDF. What is asked of it is read once, however many files are made of its pages.

    `claims` is what has been shown of it: what gen's own last pass wrote, unless the caller says
    better. What another program says of its file is not believed, for nobody has tried it.
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
        self.claims = _own_claims(pdf) if claims is None else claims
        spoken = values.said(self._objects.follow(self._root.get("/Lang")))
        self.language = "" if spoken == "und" else spoken

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
            if pdf.is_encrypted:
                return findings.PDF_LOCKED("", value=name)
            form: Any = pdf.Root.get("/AcroForm")
            if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
                return findings.PDF_XFA("", value=name)
            if not len(pdf.pages):
                return findings.PDF_WITHOUT_PAGES("", value=name)
            source = cls(pdf, data, name, claims)
            source.try_out()
        except pikepdf.PasswordError:
            return findings.PDF_LOCKED("", value=name)
        except _FAULTS:
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

    def __len__(self) -> int:
        return len(self._pages)

    @cached_property
    def targets(self) -> Targets:
        return Targets(self._objects, self._root, self._index)

    @cached_property
    def tree(self) -> Tree | None:
        return structure.read(self._objects, self._root, self._index, self._notes())

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

    @cached_property
    def layers(self) -> dict[str, bool]:
        return layers.read(self._objects, self._root)

    @cached_property
    def labels(self) -> list[Label]:
        return bookmarks.labels(self._objects, self._root, len(self))

    def spoken(self, page: int) -> Iterator[tuple[int, str]]:
        """What is written in each marked content of a page: its mark, a piece of text."""
        return spoken.spoken(self._pdf.pages[page], self._faces)

    @cached_property
    def _faces(self) -> Mapping[tuple[int, int], Face]:
        return fonts.faces(self._pdf)

    def sheet(self, page: int) -> Sheet:
        """A page ready to be written; made at its first use. DataError: it is damaged."""
        made = self._sheets.get(page)
        if made is None:
            try:
                made = self._sheets[page] = self._read(page)
            except _FAULTS as fault:
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
            tree.highest_mark(page) + 1 if tree is not None else 0,
            tree.keyed if tree is not None else {},
        )

    def _notes(self) -> dict[str, int]:
        """Each annotation's page."""
        out: dict[str, int] = {}
        for page, reference in enumerate(self._pages):
            annots = self._objects.get(reference).get("/Annots")
            for note in values.listed(self._objects.follow(annots)):
                if values.is_reference(note):
                    out[note] = page
        return out


def _own_claims(pdf: pikepdf.Pdf) -> frozenset[str]:
    """What gen's last pass has written of the file, if it stands as gen wrote it.

    A form or a changed producer tells that another program has been there since.
    """
    metadata: Any = pdf.Root.get("/Metadata")
    if not isinstance(metadata, pikepdf.Stream) or "/AcroForm" in pdf.Root:
        return frozenset()
    packet = metadata.read_bytes()
    if not _BY_GEN.search(packet):
        return frozenset()
    return frozenset(claim for claim, mark in _CLAIMED.items() if mark.search(packet))
