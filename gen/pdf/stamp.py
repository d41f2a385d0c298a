"""A stamp, `Bilaga 3`: a text in, out what draws it at the top of a page, beside the page's text.

It is an artefact, as a running header is: a reader of the page sees it, a screen reader goes on
with the text (ISO 14289-1 7.8). The letters are set by the engine that comes with gen, so that
their font is in the file.
"""

from __future__ import annotations

import functools
import io
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from gen import opc
from gen.errors import EngineError
from gen.findings import UNREADABLE_PDF, Finding
from gen.opc import Package, Relation, W
from gen.pdf import fonts
from gen.pdf.source import Source

_WIDE, _HIGH = 480.0, 16.0
"""Points. The text stands at the right end."""
_FROM_RIGHT, _FROM_TOP = 28.0, 12.0
"""Points from the page's edges: above the header of our own pages, and of most."""
_MARKS: Final = frozenset({"BMC", "BDC", "EMC"})
_DOCUMENT: Final = (
    '<w:document xmlns:w="{space}"><w:body><w:p><w:pPr><w:spacing w:before="0" w:after="0"/>'
    '<w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:b/>'
    '<w:sz w:val="20"/></w:rPr><w:t>{text}</w:t></w:r></w:p><w:sectPr>'
    '<w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="20" w:bottom="0" w:left="0" w:right="0"'
    ' w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>'
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """The drawing of a text: the form in the source that holds it."""

    source: Source
    form: str

    def painted(self, sides: tuple[float, float, float, float], turn: int) -> bytes:
        """What draws it in the upper right corner of a page as it is shown.

        `sides` are the page's left, bottom, right and top; `turn` its /Rotate. The form is
        `/GenStampel` among the page's resources.
        """
        left, bottom, right, top = sides
        along, down = _FROM_RIGHT + _WIDE, _FROM_TOP + _HIGH
        matrix = {
            0: (1, 0, 0, 1, right - along, top - down),
            90: (0, 1, -1, 0, left + down, top - along),
            180: (-1, 0, 0, -1, left + along, bottom + down),
            270: (0, -1, 1, 0, right - down, bottom + along),
        }.get(turn, (1, 0, 0, 1, right - along, top - down))
        numbers = " ".join(f"{number:.3f}".rstrip("0").rstrip(".") for number in matrix)
        return (
            b"\n/Artifact <</Type/Pagination/Subtype/Header>> BDC q "
            + numbers.encode("ascii")
            + b" cm /GenStampel Do Q EMC"
        )


@functools.lru_cache(maxsize=256)
def stamp(text: str) -> Stamp:
    """The stamp of a short text: one line. The same text gives the same drawing."""
    source = Source.open(_drawn(text), text, claims=frozenset({"2b", "ua1"}))
    if isinstance(source, Finding):
        raise EngineError(UNREADABLE_PDF("", value=source.message, motor="inbyggd"))
    (form,) = source.sheet(0).resources["/XObject"].values()
    return Stamp(source, form)


def _drawn(text: str) -> bytes:
    """A PDF of one page that does nothing but paint one form, the stamp."""
    # Imported here: rdocx is a library of 37 MB, and few runs stamp anything.
    import rdocx

    made: bytes = rdocx.Document.from_bytes(_word_file(text)).to_pdfa_deterministic()
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(made)) as pdf:
        fonts.tag_subsets(pdf)
        page: Any = pdf.pages[0].obj
        lines = [i for i in pikepdf.parse_content_stream(page) if str(i.operator) not in _MARKS]
        form = pdf.make_stream(
            pikepdf.unparse_content_stream(lines),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=pikepdf.Array([0, 0, page.MediaBox[2], page.MediaBox[3]]),
            Resources=page.Resources,
        )
        page.Resources = Dictionary(XObject=Dictionary(Stampel=form))
        page.Contents = pdf.make_stream(b"/Stampel Do")
        del pdf.Root.StructTreeRoot
        pdf.save(out, static_id=True, compress_streams=True)
    return out.getvalue()


def _word_file(text: str) -> bytes:
    body = _DOCUMENT.format(
        space=W.strip("{}"), text=escape(text), wide=round(_WIDE * 20), high=round(_HIGH * 20)
    )
    part = "word/document.xml"
    package = Package(
        {part: body.encode()},
        {part: opc.DOCX_MAIN},
        {"": {"rId1": Relation("officeDocument", part)}},
    )
    return opc.write(package)
