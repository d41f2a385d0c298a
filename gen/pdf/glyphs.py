"""Characters that no font holds: a docx in, out the docx for the engine, with glyphs for them.

Both engines do harm where a font lacks a character: LibreOffice 7.4 draws a box, says another
character in the text layer and moves the neighbours; rdocx 0.16 draws boxes for the whole run.
So the docx that goes to the engine – never the one that the user gets – is prepared: every
character beyond the plain ones stands in a run of its own, and one that the engine cannot draw
becomes a glyph of `labels`, which shows its number. `fonts.retell` afterwards lets the text
layer say the character itself, so search, copying and screen readers meet just what was written.

What an engine can draw is not guessed from font files, of which each system keeps its own list:
the engine is asked, with one page a character.
"""

from __future__ import annotations

import hashlib
import io
import unicodedata
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import pikepdf
from lxml import etree

from gen import opc
from gen.findings import NOT_DRAWN, Finding
from gen.opc import Element, Package, Relation, W
from gen.pdf import fonts, labels
from gen.pdf.apart import isolate
from gen.pdf.signs import PLAIN, clusters, core, is_plain, words_as_one
from gen.swedish.lists import list_text

_PRIVATE = range(0xE000, 0xF000)
"""Where the labels lie. Not above: Windows' symbol fonts live at F000–F0FF."""
_TOLD = 8
"""Characters of one cell that are told one by one."""
_TEXT_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.",
    "application/vnd.ms-word.",
)
_FONT_TABLE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"

Convert: TypeAlias = Callable[[list[bytes]], Sequence[object]]
"""An engine's `convert`: docx bytes in, PDF bytes out; what is no bytes is a fault."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """`docx` is for the engine, `said` for the last pass, `missing` what the user is to know of."""

    docx: bytes
    said: Mapping[str, str] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()


def unusual(docx: bytes) -> frozenset[str]:
    """The characters of the text beyond the plain ones, as whole signs: a flag is one, not two."""
    roots = _texts(_read(docx))
    return frozenset(core(sign) for sign in _signs(roots) if not is_plain(core(sign)))


def drawable(asked: frozenset[str], convert: Convert) -> frozenset[str]:
    """Those that the engine draws, and says, as they are. Asks it once, with a page for each."""
    # A private character means what one font says: nobody else's font may answer for it.
    some = sorted(sign for sign in asked if "Co" not in map(unicodedata.category, sign))
    answer = convert([_question(some)])[0] if some else None
    if not isinstance(answer, bytes):
        return frozenset()
    with pikepdf.open(io.BytesIO(answer)) as pdf:
        known = fonts.faces(pdf)
        pages = [list(fonts.shown(page, known)) for page in pdf.pages]
    if len(pages) != len(some):
        return frozenset()
    return frozenset(
        sign
        for sign, glyphs in zip(some, pages, strict=True)
        if "".join(text for text, _ in glyphs) == sign and not any(box for _, box in glyphs)
    )


def prepare(docx: bytes, held: frozenset[str]) -> Prepared:
    """The docx as the engine is to get it; `held` are those of its characters that it can draw."""
    package = _read(docx)
    roots = _texts(package)
    signs = _signs(roots)
    held = _whole_words(roots, held)
    lacking = sorted(sign for sign in signs if not (is_plain(core(sign)) or core(sign) in held))
    code = dict(zip(lacking, map(chr, _private_codes()), strict=False))
    drawn = {sign: code.get(sign) or core(sign) for sign in signs if not is_plain(sign)}
    if package is None or not drawn:
        return Prepared(docx)
    numbered = {ord(code[sign]): labels.label(core(sign)) for sign in lacking}
    family = labels.family(numbered)
    for part, root in roots.items():
        for element in list(root.iter(W + "t")):
            isolate(element, drawn, family)
        package.parts[part] = opc.serialize(root)
    if numbered:
        _embed(package, family, labels.font(numbered))
    said = {code[sign]: sign for sign in lacking}
    # An emoji (⚠ with U+FE0F) that the engine draws plain: said as written where all are alike.
    forms: dict[str, set[str]] = {}
    for sign in drawn.keys() - code.keys():
        forms.setdefault(core(sign), set()).add(sign)
    said |= {
        bare: min(some)
        for bare, some in sorted(forms.items())
        if len(bare) == 1 and bare not in PLAIN and some.isdisjoint({bare}) and len(some) == 1
    }
    return Prepared(opc.write(package), said, frozenset(core(sign) for sign in lacking))


def finding(signs: Sequence[str], at: str) -> Finding:
    """What to tell about characters that are drawn as their numbers, at the cell that holds them.

    A text in another script may have hundreds: the first few are told, and how many more there are.
    """
    one = len(signs) == 1
    return NOT_DRAWN(
        at,
        value=_some(signs),
        what="Tecknet" if one else "Tecknen",
        shown=f"{'numret' if one else 'numren'} {_some([labels.label(sign) for sign in signs])}",
    )


def _some(signs: Sequence[str]) -> str:
    more = len(signs) - _TOLD
    return list_text([*signs[:_TOLD], f"{more} till"] if more > 0 else signs)


def _read(docx: bytes) -> Package | None:
    try:
        return opc.read(docx)
    except opc.DamagedError:
        return None  # the engine says what is wrong with it


def _texts(package: Package | None) -> dict[str, Element]:
    """The parts that hold other text than plain, parsed. All else is left as it is, unread."""
    roots: dict[str, Element] = {}
    if package is None:
        return roots
    for part, content in package.parts.items():
        if not package.types[part].startswith(_TEXT_TYPES) or not part.endswith(".xml"):
            continue
        if b"&#" in content or not PLAIN.issuperset(content.decode("utf-8", "replace")):
            roots[part] = opc.parse(content)
    return roots


def _signs(roots: Mapping[str, Element]) -> frozenset[str]:
    return frozenset(
        sign
        for root in roots.values()
        for element in root.iter(W + "t")
        for sign in clusters(element.text or "")
    )


def _whole_words(roots: Mapping[str, Element], held: frozenset[str]) -> frozenset[str]:
    """Those that are held in every word that is drawn as one: a word with a hole loses them all."""
    words = {
        word
        for root in roots.values()
        for paragraph in root.iter(W + "p")
        for word in words_as_one("".join(text.text or "" for text in paragraph.iter(W + "t")))
    }
    while broken := {word for word in words if not held.isdisjoint(word) and not word <= held}:
        held -= frozenset().union(*broken)
    return held


def _private_codes() -> Iterator[int]:
    yield from _PRIVATE
    yield from range(0xF0000, 0xFFFFE)


def _question(signs: Sequence[str]) -> bytes:
    """A docx with one sign a page."""
    document = etree.Element(W + "document", nsmap={"w": W.strip("{}")})
    body = etree.SubElement(document, W + "body")
    for number, sign in enumerate(signs):
        paragraph = etree.SubElement(body, W + "p")
        if number:
            etree.SubElement(etree.SubElement(paragraph, W + "pPr"), W + "pageBreakBefore")
        text = etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t")
        text.text = sign
    main = "word/document.xml"
    root = {"rId1": Relation("officeDocument", main)}
    return opc.write(Package({main: opc.serialize(document)}, {main: opc.DOCX_MAIN}, {"": root}))


def _embed(package: Package, family: str, content: bytes) -> None:
    """Put the font into the docx, as Word does it (ISO/IEC 29500-1 17.8.1)."""
    tables = package.related(package.main, "fontTable")
    if not tables:
        empty = opc.serialize(etree.Element(W + "fonts", nsmap={"w": W.strip("{}")}))
        tables = [package.add("word/fontTable.xml", empty, _FONT_TABLE)]
        package.relate(package.main, Relation("fontTable", tables[0]))
    # The first 32 bytes are mixed with the font's key, read backwards.
    key = uuid.UUID(bytes=hashlib.sha256(content).digest()[:16])
    mask = key.bytes[::-1] * 2
    hidden = bytes(a ^ b for a, b in zip(content[:32], mask, strict=True)) + content[32:]
    part = package.add("word/fonts/tecken.odttf", hidden, _FONT_TYPE)
    number = package.relate(tables[0], Relation("font", part))
    root = opc.parse(package.parts[tables[0]])
    font = etree.SubElement(root, W + "font", {W + "name": family})
    etree.SubElement(
        font,
        W + "embedRegular",
        {opc.R + "id": number, W + "fontKey": "{" + str(key).upper() + "}"},
    )
    package.parts[tables[0]] = opc.serialize(root)
