"""A text and a box in, out a PDF that does nothing but paint one form: the text, set in the box.

The letters are set by the engine that comes with gen, so that their font is in the file.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from gen import opc
from gen.opc import Package, Relation, W
from gen.pdf import fonts

FORM: Final = "/Text"
"""What the form is called among the resources of the one page."""
_WIDEST: Final = 0.6
"""Of a letter's size, what it takes of a line: more than the mean letter of Arial, and a digit."""
_MARKS: Final = frozenset({"BMC", "BDC", "EMC"})
_DOCUMENT: Final = (
    '<w:document xmlns:w="{space}"><w:body><w:p><w:pPr><w:spacing w:before="0" w:after="0"/>'
    '<w:jc w:val="{side}"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>{bold}'
    '<w:sz w:val="{size}"/></w:rPr>{text}</w:r></w:p><w:sectPr>'
    '<w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="{top}" w:bottom="0" w:left="{edge}"'
    ' w:right="{edge}" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>'
)


@dataclass(frozen=True, slots=True)
class Look:
    """How it is set, in points: `size` of the letters, `top` free above them, `edge` at both ends
    of a line. `side` is left, center or right."""

    size: float
    side: str = "left"
    bold: bool = False
    top: float = 1
    edge: float = 0


def lettered(text: str, wide: float, high: float, look: Look) -> bytes | None:
    """The PDF; None where the text is more than the box can take. Wide and high are in points."""
    longest = max(map(len, text.split()), default=0)
    if longest * look.size * _WIDEST > wide - 2 * look.edge or look.top + look.size > high:
        return None  # rdocx would go on beyond the edge
    # Imported here: rdocx is a library of 37 MB, and few runs set anything by themselves.
    import rdocx

    word = _word_file(text, wide, high, look)
    made: bytes = rdocx.Document.from_bytes(word).to_pdfa_deterministic()
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(made)) as pdf:
        if len(pdf.pages) > 1:
            return None
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
        page.Resources = Dictionary(XObject=Dictionary({FORM: form}))
        page.Contents = pdf.make_stream(f"{FORM} Do".encode())
        del pdf.Root.StructTreeRoot
        pdf.save(out, static_id=True, compress_streams=True)
    return out.getvalue()


def _word_file(text: str, wide: float, high: float, look: Look) -> bytes:
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.splitlines()
    )
    body = _DOCUMENT.format(
        space=W.strip("{}"),
        text=lines,
        side=look.side,
        bold="<w:b/>" if look.bold else "",
        size=round(look.size * 2),
        wide=round(wide * 20),
        high=round(high * 20),
        top=round(look.top * 20),
        edge=round(look.edge * 20),
    )
    part = "word/document.xml"
    package = Package(
        {part: body.encode()},
        {part: opc.DOCX_MAIN},
        {"": {"rId1": Relation("officeDocument", part)}},
    )
    return opc.write(package)
