"""A part of a template in, what is wrong with its form out: what styles, tables and pictures lack.

Each fault is at its paragraph. What the tags say is none of this module's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gen import findings, opc
from gen.names import fold
from gen.opc import Element, Package, W
from gen.word.faults import Refused
from gen.word.outline import Levels, Outline, heading_level, text_of
from gen.word.styles import style_names
from gen.word.tags import Tag

SWEDISH: Final = "sv-SE"
_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_VML: Final = "{urn:schemas-microsoft-com:vml}"

_MERGE: Final = re.compile(r'\s*MERGEFIELD\s+"?([^\s"\\]+)')
_NO_LOOK: Final = opc.tags(
    "rStyle lang noProof webHidden pStyle sectPr rPr sectPrChange pageBreakBefore"
)
"""What may stand beside a style: where a page begins is said of one paragraph, not of a look."""
_LOOKS: Final[Mapping[str, str]] = {
    "b": "fetstil",
    "bdr": "ram",
    "contextualSpacing": "avstånd",
    "dstrike": "dubbel genomstrykning",
    "effect": "texteffekt",
    "framePr": "ram",
    "kern": "kerning",
    "outlineLvl": "dispositionsnivå",
    "position": "höjd eller sänkt text",
    "smallCaps": "kapitäler",
    "strike": "genomstrykning",
    "suppressAutoHyphens": "avstavning",
    "vanish": "dold text",
    "vertAlign": "upphöjd eller nedsänkt text",
    "w": "teckenbredd",
    "widowControl": "änkor och horungar",
    "i": "kursiv",
    "u": "understrykning",
    "caps": "versaler",
    "color": "färg",
    "highlight": "överstrykning",
    "ind": "indrag",
    "jc": "justering",
    "keepLines": "håll ihop rader",
    "keepNext": "håll ihop med nästa",
    "numPr": "lista",
    "pBdr": "ram",
    "rFonts": "typsnitt",
    "shd": "skuggning",
    "spacing": "avstånd",
    "sz": "storlek",
    "tabs": "tabbar",
}
_WITH: Final = {"bCs": "b", "iCs": "i", "szCs": "sz"}
"""What Word writes beside another for scripts that Swedish has not."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its paragraphs' places. `tags` are those that could be read."""

    root: Element
    outline: Outline
    tags: Sequence[Tag]


def faults(part: Part, levels: Levels) -> Iterator[Refused]:
    """Everything but what the letterhead has to say of it."""
    yield from _headings(part, levels)
    yield from _merge_fields(part)
    yield from _language(part)
    yield from _pictures(part)
    yield from _direct(part)
    yield from _tables(part)


def _headings(part: Part, levels: Levels) -> Iterator[Refused]:
    """A skipped level, whichever way is taken through the conditions.

    Where ways meet, the deepest heading of them counts: what is told is wrong in every document.
    """
    by_number: dict[int, list[Tag]] = {}
    for tag in part.tags:
        by_number.setdefault(tag.place.number, []).append(tag)
    level = 0
    opened: list[tuple[int, list[int], bool]] = []
    for number, paragraph in enumerate(part.root.iter(W + "p"), 1):
        for tag in by_number.get(number, ()):
            if tag.prefix in ("", "r"):
                continue
            if tag.word in ("if", "for", "with"):
                opened.append((level, [], tag.word == "with"))
            elif tag.word in ("elif", "else") and opened:
                before, ends, _ = opened[-1]
                opened[-1] = before, [*ends, level], tag.word == "else"
                level = before
            elif tag.word.startswith("end") and opened:
                before, ends, always = opened.pop()
                level = max(*ends, level, *([] if always else [before]), 0)
        here = heading_level(paragraph, levels)
        if here > level + 1:
            before_it = f"en på nivå {level}" if level else "ingen annan rubrik"
            facts = {"value": str(here), "före": before_it, "nivå": str(level + 1)}
            yield Refused(findings.TEMPLATE_SKIPPED_HEADING, part.outline.place(paragraph), **facts)
        level = here or level


def _merge_fields(part: Part) -> Iterator[Refused]:
    """Fields of Word's own mail merge: what stands in them would be printed as it is."""
    said = [(field, field.get(W + "instr", "")) for field in part.root.iter(W + "fldSimple")]
    said += [(code, code.text or "") for code in part.root.iter(W + "instrText")]
    for element, code in said:
        if found := _MERGE.match(code):
            place = part.outline.place(next(element.iterancestors(W + "p"), None))
            yield Refused(findings.TEMPLATE_MERGE_FIELD, place, value=f"«{found[1]}»")


def _language(part: Part) -> Iterator[Refused]:
    for paragraph in part.root.iter(W + "p"):
        said = (run.find(f"{W}rPr/{W}lang") for run in paragraph.iter(W + "r") if _says(run))
        other = [lang.get(W + "val") for lang in said if lang is not None]
        for language in dict.fromkeys(o for o in other if o and o != SWEDISH):
            place = part.outline.place(paragraph)
            yield Refused(findings.TEMPLATE_LANGUAGE, place, value=language)


def _says(run: Element) -> bool:
    return any((text.text or "").strip() for text in run.iter(W + "t"))


def _pictures(part: Part) -> Iterator[Refused]:
    for drawing in part.root.iter(_WP + "docPr"):
        decorative = any(e.get("val") in ("1", "true") for e in drawing.iter(_DECORATIVE))
        if not decorative and not (drawing.get("descr") or "").strip():
            yield _picture(part, drawing, drawing.get("name", ""))
    for image in part.root.iter(_VML + "imagedata"):
        shape = image.getparent()
        if not (shape.get("alt") or "").strip():
            yield _picture(part, image, shape.get("id", ""))


def _picture(part: Part, element: Element, name: str) -> Refused:
    place = part.outline.place(next(element.iterancestors(W + "p"), None))
    return Refused(findings.TEMPLATE_NO_ALT_TEXT, place, value=name or "utan namn")


def _direct(part: Part) -> Iterator[Refused]:
    for paragraph in part.root.iter(W + "p"):
        properties = [paragraph.find(W + "pPr")]
        properties += [run.find(W + "rPr") for run in paragraph.iter(W + "r") if _says(run)]
        names = dict.fromkeys(
            _WITH.get(name, name)
            for some in properties
            if some is not None
            for element in some
            if element.tag not in _NO_LOOK and (name := str(element.tag).removeprefix(W))
        )
        if names:
            told = ", ".join(dict.fromkeys(_LOOKS.get(name, "annat utseende") for name in names))
            place = part.outline.place(paragraph)
            yield Refused(findings.TEMPLATE_DIRECT_FORMAT, place, value=told)


def _tables(part: Part) -> Iterator[Refused]:
    """Tables of the text. Those of headers only order what stands there, and are read as such."""
    if part.outline.part in ("sidhuvudet", "sidfoten"):
        return
    for table in part.root.iter(W + "tbl"):
        first = next(table.iter(W + "p"), None)
        row = table.find(W + "tr")
        if row is None or row.find(f"{W}trPr/{W}tblHeader") is None:
            yield Refused(findings.TEMPLATE_NO_HEADER_ROW, part.outline.place(first))
        for cell in table.iterfind(f"{W}tr/{W}tc"):
            if _merged(cell):
                place = part.outline.place(next(cell.iter(W + "p"), first))
                yield Refused(findings.TEMPLATE_MERGED_CELLS, place)


def _merged(cell: Element) -> bool:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    down = (cell.find(f"{W}tcPr/{W}{name}") for name in ("vMerge", "hMerge"))
    wide = span is not None and int(span.get(W + "val", "1")) > 1
    return wide or any(element is not None for element in down)


def strange_styles(part: Part, template: Package, letterhead: Package) -> Iterator[Refused]:
    """The styles that the part uses and the letterhead lacks, each where it is first used."""
    known = {(kind, fold(name)) for kind, _, names in _styles(letterhead) for name in names}
    own = {(kind, key): names for kind, key, names in _styles(template)}
    told = set()
    for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        for reference in part.root.iter(W + tag):
            key = reference.get(W + "val")
            names = own.get((kind, key), [key])
            if (kind, key) in told or any((kind, fold(name)) in known for name in names):
                continue
            told.add((kind, key))
            place = part.outline.place(_paragraph_of(reference))
            own_style = (kind, key) in own
            told_of = findings.TEMPLATE_OWN_STYLE if own_style else findings.TEMPLATE_STYLE_UNKNOWN
            yield Refused(told_of, place, value=names[0])


def _paragraph_of(reference: Element) -> Element | None:
    """The paragraph that a style is set in, of a table its first."""
    home = next(reference.iterancestors(W + "p"), None)
    if home is not None:
        return home
    table = next(reference.iterancestors(W + "tbl"), None)
    return None if table is None else next(table.iter(W + "p"), None)


def _styles(package: Package) -> Iterator[tuple[str, str, list[str]]]:
    """Type, id and names of each style."""
    for part in package.related(package.main, "styles"):
        for style in opc.parse(package.parts[part]).iter(W + "style"):
            yield style.get(W + "type", ""), style.get(W + "styleId", ""), style_names(style)


def languages(package: Package) -> Iterator[str]:
    """The languages that the file's defaults and styles set text in, Swedish left out."""
    for part in package.related(package.main, "styles"):
        root = opc.parse(package.parts[part])
        default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        said = [None if default is None else default.get(W + "val")]
        said += [lang.get(W + "val") for lang in root.iterfind(f"{W}style/{W}rPr/{W}lang")]
        yield from dict.fromkeys(language or "inte angivet" for language in said)


def words(root: Element) -> list[str]:
    """What a header says, paragraph by paragraph."""
    texts = (" ".join(text_of(paragraph).split()) for paragraph in root.iter(W + "p"))
    return [text for text in texts if text]
