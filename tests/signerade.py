"""Protokoll as they come back from signing in other programs: a layout in, a PDF's bytes out.

Made line by line, so that each witness – bookmarks, tags, look – can be missing or lie.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf

ARTEFACT, LOOSE = "Artifact", ""
HEADER = "Kommunstyrelsens arbetsutskott 2023-03-06 Sida {}"


@dataclass(frozen=True)
class Line:
    """Words on a page. `tag`: the element that they are in, or `ARTEFACT` or `LOOSE`.

    `y`: where it stands, else below the one before; `whole`: the document among several that it
    is of.
    """

    text: str
    tag: str = "P"
    size: float = 11
    bold: bool = False
    y: float = 0
    whole: int = 0


@dataclass(frozen=True)
class Mark:
    """A bookmark with what is below it."""

    title: str
    page: int
    below: tuple[Mark, ...] = ()


@dataclass
class Layout:
    pages: list[list[Line]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    tagged: bool = True
    header: bool = True

    def pdf(self) -> bytes:
        out = io.BytesIO()
        with pikepdf.new() as pdf:
            fonts = Dictionary(F=_font(pdf, "Helvetica"), B=_font(pdf, "Helvetica-Bold"))
            wholes: dict[int, list[Dictionary]] = {}
            for number, lines in enumerate(self.pages):
                page = pdf.add_blank_page(page_size=(595, 842))
                page.obj.Resources = Dictionary(Font=fonts)
                header = Line(HEADER.format(number + 1), ARTEFACT, 9, y=800)
                shown = [header, *lines] if self.header else lines
                page.obj.Contents = pdf.make_stream(self._content(shown))
                for mark, line in enumerate(shown):
                    if self.tagged and line.tag not in (ARTEFACT, LOOSE):
                        element = Dictionary(S=Name(f"/{line.tag}"), Pg=page.obj, K=mark)
                        wholes.setdefault(line.whole, []).append(pdf.make_indirect(element))
            if self.tagged:
                _tag(pdf, [wholes[number] for number in sorted(wholes)])
            with pdf.open_outline() as outline:
                outline.root.extend(map(_item, self.marks))
            pdf.save(out)
        return out.getvalue()

    def _content(self, lines: Sequence[Line]) -> bytes:
        out, y = [], 760.0
        for mark, line in enumerate(lines):
            at = line.y or y
            y = y if line.y else y - 2 * line.size
            font = "B" if line.bold else "F"
            text = line.text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
            drawn = f"BT /{font} {line.size} Tf 72 {at} Td (".encode() + text + b") Tj ET"
            if self.tagged and line.tag == ARTEFACT:
                drawn = b"/Artifact BMC " + drawn + b" EMC"
            elif self.tagged and line.tag != LOOSE:
                drawn = f"/{line.tag} <</MCID {mark}>> BDC ".encode() + drawn + b" EMC"
            out.append(drawn)
        return b"\n".join(out)


def _font(pdf: Pdf, name: str) -> Dictionary:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name(f"/{name}"),
            Encoding=Name.WinAnsiEncoding,
        )
    )


def _tag(pdf: Pdf, wholes: Sequence[Sequence[Dictionary]]) -> None:
    kids = [pdf.make_indirect(Dictionary(S=Name.Document, K=Array(some))) for some in wholes]
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array(kids)))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _item(mark: Mark) -> OutlineItem:
    item = OutlineItem(mark.title, mark.page)
    item.children.extend(map(_item, mark.below))
    return item
