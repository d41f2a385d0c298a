"""The last pass over a PDF: an engine's bytes and what the file is in, out the bytes that are kept.

Whatever the engine, a file leaves here with the same metadata in XMP and Info, one colour
profile, a language, mended tags, and bytes that depend on its content alone. It claims to be
PDF/A-2b (ISO 19005-2) or PDF/UA-1 (ISO 14289-1) only where that has been shown.
"""

from __future__ import annotations

import functools
import importlib.metadata
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from gen import findings
from gen.errors import EngineError
from gen.findings import Finding, Kind
from gen.pdf import fonts, seal, srgb, tags
from gen.pdf.tags import Flaw

CLAIMS: Final[Mapping[str, frozenset[str]]] = {
    # Shown with veraPDF for headings, lists, tables, pictures, links, borders, header and footer
    # (tests/test_metadata.py). LibreOffice writes the tags itself.
    "libreoffice": frozenset({"2b", "ua1"}),
    # rdocx tags the same; links and language are put right in `tags` and here.
    "inbyggd": frozenset({"2b", "ua1"}),
}
"""What a file from each engine may claim to be. An engine that is not here claims nothing."""

KINDS: Final[Mapping[Flaw, Kind]] = {
    Flaw.UNTAGGED: findings.UNTAGGED,
    Flaw.RAGGED_TABLE: findings.RAGGED_TABLE,
    Flaw.NO_ALT: findings.PICTURE_WITHOUT_TEXT,
    Flaw.HEADING_SKIPPED: findings.HEADING_SKIPPED,
    Flaw.LINK: findings.LINK_WITHOUT_TEXT,
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file is. `created` is ISO 8601 with a zone, and a day of the meeting's."""

    title: str
    created: str
    language: str = "sv-SE"
    author: str = ""
    subject: str = ""

    def __post_init__(self) -> None:
        if not one_line(self.title):
            raise ValueError("a PDF needs a title (ISO 14289-1 7.1)")
        if datetime.fromisoformat(self.created).tzinfo is None:
            raise ValueError(f"{self.created} has no time zone")


@dataclass(frozen=True, slots=True)
class Finished:
    """`claims` is what the file says that it is; `findings` tell what kept it from saying more."""

    pdf: bytes
    claims: frozenset[str]
    findings: tuple[Finding, ...]


def finish(
    pdf: bytes,
    meta: Metadata,
    *,
    engine: str,
    claims: frozenset[str],
    said: Mapping[str, str] | None = None,
    at: str = "",
) -> Finished:
    """The last pass. `engine` is its name and version, `said` comes from `glyphs.prepare`.

    `at` is where the findings point: the document's path. EngineError when the bytes are no PDF.
    """
    try:
        file = Pdf.open(io.BytesIO(pdf))
    except pikepdf.PdfError as error:
        raise EngineError(findings.UNREADABLE_PDF(at, value=error, motor=engine)) from error
    with file:
        flaws = tags.mend(file)
        fonts.tag_subsets(file)
        known = fonts.faces(file)
        boxes = fonts.pages_with_boxes(file, known)
        fonts.retell(file, said or {})
        loose = sorted(face.name for face in known.values() if not face.embedded)
        found = [KINDS[flaw](at) for flaw in Flaw if flaw in flaws]
        found += [findings.BOX_DRAWN(at, value=page) for page in boxes]
        found += [findings.NOT_EMBEDDED(at, value=name) for name in loose]
        held = frozenset() if boxes or loose else claims - ({"ua1"} if flaws else set())
        _describe(file, meta, engine, held)
        return Finished(_bytes(file), held, tuple(found))


def _describe(file: Pdf, meta: Metadata, engine: str, claims: frozenset[str]) -> None:
    root = file.Root
    root.Lang = String(meta.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if "/StructTreeRoot" in root:
        root.MarkInfo = Dictionary(Marked=True)
    root.Metadata = file.make_stream(
        xmp(meta, engine, claims), Type=Name.Metadata, Subtype=Name.XML
    )
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=file.make_stream(srgb.profile(), N=3),
            )
        ]
    )
    file.trailer.Info = file.make_indirect(
        Dictionary({key: String(value) for key, value in info(meta, engine).items()})
    )


def info(meta: Metadata, engine: str) -> dict[str, str]:
    """The Info dictionary: the same as XMP says (ISO 19005-2 6.6.3), without what is empty."""
    moment = _pdf_date(meta.created)
    said = {
        "/Title": one_line(meta.title),
        "/Author": one_line(meta.author),
        "/Subject": one_line(meta.subject),
        "/Creator": _creator(),
        "/Producer": one_line(engine),
        "/CreationDate": moment,
        "/ModDate": moment,
    }
    return {key: value for key, value in said.items() if value}


def _bytes(file: Pdf) -> bytes:
    """The file written and sealed: its /ID is the hash of all else in it.

    Twice: the first time numbers the objects in the order in which they are reached. LibreOffice
    numbers fonts by chance, by what it has converted before, and the order inside an object
    stream follows the numbers.
    """
    ordered, out = io.BytesIO(), io.BytesIO()
    file.save(
        ordered,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=False,
        static_id=True,
        fix_metadata_version=False,
    )
    with Pdf.open(ordered) as numbered:
        for key in ("/ID", "/DocChecksum"):
            if key in numbered.trailer:
                del numbered.trailer[key]
        numbered.save(
            out,
            force_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            static_id=True,
            fix_metadata_version=False,
        )
    return seal.sealed(out.getvalue())


@functools.cache
def _creator() -> str:
    return f"gen {importlib.metadata.version('gen')}"


def _pdf_date(moment: str) -> str:
    """`D:20230306000000+01'00'` (ISO 32000-1 7.9.4)."""
    when = datetime.fromisoformat(moment)
    zone = f"{when:%z}"
    return f"D:{when:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def one_line(text: str) -> str:
    """The text without breaks and without the characters that XML cannot hold."""
    return " ".join(re.sub(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "", text).split())


# XMP (ISO 16684-1)

_UA_SCHEMA: Final = """
   <pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
     xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
     xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>The part of ISO 14289 that it keeps</pdfaProperty:description>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>"""
"""ISO 19005-2 6.6.2.3: a property that is not in XMP itself must be described in the file."""


def xmp(meta: Metadata, engine: str, claims: frozenset[str]) -> bytes:
    """The packet. Not padded: nothing edits it in place."""
    moment = datetime.fromisoformat(meta.created).isoformat(timespec="seconds")
    texts = {"title": meta.title, "description": meta.subject}
    about = [
        f"\n   <dc:{name}><rdf:Alt><rdf:li xml:lang='x-default'>{escape(one_line(text))}</rdf:li>"
        f"</rdf:Alt></dc:{name}>"
        for name, text in texts.items()
        if one_line(text)
    ]
    if author := one_line(meta.author):
        about.append(
            f"\n   <dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>"
        )
    about.append(
        f"\n   <dc:language><rdf:Bag><rdf:li>{escape(meta.language)}</rdf:li></rdf:Bag>"
        "</dc:language>"
    )
    if "2b" in claims:
        about.append("\n   <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>")
    if "ua1" in claims:
        about.append(f"\n   <pdfuaid:part>1</pdfuaid:part>{_UA_SCHEMA}")
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">{"".join(about)}
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
   <xmp:MetadataDate>{moment}</xmp:MetadataDate>
   <xmp:CreatorTool>{escape(_creator())}</xmp:CreatorTool>
   <pdf:Producer>{escape(one_line(engine))}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()
