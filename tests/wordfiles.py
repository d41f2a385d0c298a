"""Small Word files for tests: a few words in, the bytes of a .docx out, and back to its text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
"""A picture of one point."""

Build = Callable[[Document], object]


def word(*paragraphs: str, header: str = "", title: str = "", build: Build | None = None) -> bytes:
    """A Word file with those paragraphs; `build` adds what words cannot say."""
    document = docx.Document()
    document.core_properties.title = title
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if build:
        build(document)
    return saved(document)


def bare(body: str) -> bytes:
    """The least Word file that there is, with that XML as its body."""
    package = "http://schemas.openxmlformats.org/package/2006"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{office}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W.strip("{}")}"><w:body>{body}</w:body></w:document>',
        )
    return buffer.getvalue()


def plain(*paragraphs: str) -> bytes:
    """The least Word file with those paragraphs: enough for a fault, and quickly made."""
    return bare("".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in paragraphs))


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    """The paragraphs of the body, as Word shows them."""
    signs = {W + "br": "\n", W + "tab": "\t", W + "noBreakHyphen": "\u2011"}
    return [
        "".join(
            e.text or "" if e.tag == W + "t" else signs.get(e.tag, "") for e in paragraph.iter()
        )
        for paragraph in part(content, "word/document.xml").iterfind(f"{W}body/{W}p")
    ]


def styled(content: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph of the body."""
    return [(p.style.name if p.style else "", p.text) for p in opened(content).paragraphs]


def part(content: bytes, name: str) -> Any:
    """The root of one part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def patched(content: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The same file with some parts changed or, from b"", added."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        for name in [*names, *(n for n in changes if n not in names)]:
            before = old.read(name) if name in names else b""
            new.writestr(name, changes.get(name, lambda same: same)(before))
    return buffer.getvalue()


def swap(old: str, new: str) -> Callable[[bytes], bytes]:
    """A change for `patched`: one text for another, which must be there."""

    def change(content: bytes) -> bytes:
        assert old.encode() in content, old
        return content.replace(old.encode(), new.encode())

    return change


def with_footnote(content: bytes, text: str) -> bytes:
    """The file with a footnote at the end of its last paragraph."""
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    note = f'<w:footnote w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    return patched(
        content,
        {
            "word/footnotes.xml": lambda _: (
                f"<w:footnotes {ns}>{lines}{note}</w:footnotes>".encode()
            ),
            "[Content_Types].xml": swap(
                "</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>',
            ),
            "word/_rels/document.xml.rels": swap(
                "</Relationships>",
                f'<Relationship Id="rIdNot" Type="{relation}" Target="footnotes.xml"/>'
                "</Relationships>",
            ),
            "word/document.xml": swap(
                "</w:p><w:sectPr", '<w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:sectPr'
            ),
        },
    )
