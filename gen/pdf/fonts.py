"""What the fonts of a PDF draw and what they say: an opened file in, out its text and its boxes.

A glyph and its meaning are two things in a PDF: the font program draws, the ToUnicode map tells
what was drawn (ISO 32000-1 9.10). Both are read here, because an engine can draw a box where a
character was and still say the character – or say another one.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import pikepdf
from pikepdf import Name, Page, Pdf, String

Node: TypeAlias = Any

_PAIRS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
_ACTUAL_TEXT = re.compile(rb"(/ActualText\s*)<(FEFF[0-9A-Fa-f\s]*)>", re.IGNORECASE)

BULLETS: Final[Mapping[str, str]] = {
    "\uf0b7": "•",  # Symbol 0xB7: Word's first bullet
    "\uf0a7": "▪",  # Wingdings 0xA7
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0a8": "◻",
    "\uf0fe": "☑",
    "\uf06f": "☐",
    "\uf0e0": "→",
}
"""What Word's symbol fonts mean. They lie on code points that mean nothing to a screen reader."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font of the file: what each code says, the codes that draw a box, bytes a code."""

    name: str
    text: Mapping[int, str]
    boxes: frozenset[int]
    width: int
    embedded: bool


def faces(pdf: Pdf) -> dict[tuple[int, int], Face]:
    """Every font that a page uses, by its object."""
    return {font.objgen: _face(font) for font in _fonts(pdf)}


def shown(page: Page, known: Mapping[tuple[int, int], Face]) -> Iterator[tuple[str, bool]]:
    """Each glyph of a page in the order of painting: what it says, and whether it is a box."""
    return _shown(page.obj, page.resources, known)


def _shown(
    painted: Node, resources: Node, known: Mapping[tuple[int, int], Face]
) -> Iterator[tuple[str, bool]]:
    table = resources.get("/Font", {})
    face: Face | None = None
    for instruction in pikepdf.parse_content_stream(painted, "Tf Tj TJ ' \" Do"):
        operands: Any = instruction.operands
        word = str(instruction.operator)
        if word == "Tf":
            face = known.get(table[operands[0]].objgen) if operands[0] in table else None
        elif word == "Do":
            for form in _forms(resources, str(operands[0])):
                yield from _shown(form, form.get("/Resources", resources), known)
        elif face is not None:
            for string in operands[0] if word == "TJ" else operands[-1:]:
                if isinstance(string, String):
                    codes = bytes(string)
                    for at in range(0, len(codes), face.width):
                        code = int.from_bytes(codes[at : at + face.width], "big")
                        yield face.text.get(code, ""), code in face.boxes


def pages_with_boxes(pdf: Pdf, known: Mapping[tuple[int, int], Face]) -> tuple[int, ...]:
    """The pages, counted from 1, on which a box stands for a character that its font lacks."""
    if not any(face.boxes for face in known.values()):
        return ()
    return tuple(
        number
        for number, page in enumerate(pdf.pages, 1)
        if any(is_box for _, is_box in shown(page, known))
    )


def retell(pdf: Pdf, said: Mapping[str, str]) -> None:
    """Let text layer, tags and bookmarks say `said[x]` where the engine was given `x`."""
    table = str.maketrans({**BULLETS, **said})
    for font in _fonts(pdf):
        cmap = font.get("/ToUnicode")
        if isinstance(cmap, pikepdf.Stream):
            old = cmap.read_bytes()
            new = _PAIRS.sub(lambda block: _retold_pairs(block[0], table), old)
            if new != old:
                cmap.write(new)
    for entry in _outline(pdf.Root.get("/Outlines")):
        # A bookmark is one line; rdocx leaves the heading's own line break in it, and LibreOffice
        # a U+2011 for what it draws and copies as a plain hyphen.
        title = str(entry.Title).translate({**table, 0x2011: "-"})
        entry.Title = String(re.sub(r"[ \n\t]+", " ", title))
    if not said:
        return
    for page in pdf.pages:
        page.contents_coalesce()
        if "/Contents" not in page.obj:
            continue
        old = page.obj.Contents.read_bytes()
        new = _ACTUAL_TEXT.sub(lambda found: found[1] + _hex(_utf16(found[2]), table), old)
        if new != old:
            page.obj.Contents.write(new)


def tag_subsets(pdf: Pdf) -> None:
    """Name each subset as ISO 32000-1 9.6.4 asks: viewers mix up two subsets of one name.

    rdocx 0.16 writes the name of the whole font.
    """
    for font in _fonts(pdf):
        for descendant in font.get("/DescendantFonts", []):
            program = descendant.get("/FontDescriptor", {}).get("/FontFile2")
            name = str(font.get("/BaseFont", "/"))[1:]
            if program is None or name[6:7] == "+":
                continue
            digest = hashlib.sha256(program.read_raw_bytes()).digest()
            tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
            font.BaseFont = descendant.BaseFont = Name(f"/{tag}+{name}")
            descendant.FontDescriptor.FontName = font.BaseFont


def _fonts(pdf: Pdf) -> list[Node]:
    """Each font once, in the order of the pages."""
    found: dict[tuple[int, int], Node] = {}
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        waiting = [page.resources]
        while waiting:
            resources: Node = waiting.pop()
            if resources.is_indirect:  # LibreOffice: one for all pages
                if resources.objgen in seen:
                    continue
                seen.add(resources.objgen)
            table = resources.get("/Font", {})
            for name in list(table.keys()):
                if not table[name].is_indirect:
                    table[name] = pdf.make_indirect(table[name])
                found.setdefault(table[name].objgen, table[name])
            for form in _forms(resources):
                if form.objgen not in seen:
                    seen.add(form.objgen)
                    waiting.append(form.get("/Resources", resources))
    return list(found.values())


def _forms(resources: Node, name: str | None = None) -> list[Node]:
    """The drawings (form XObjects) that a page may paint, or the one of that name."""
    drawings = resources.get("/XObject", {})
    return [
        drawings[key]
        for key in sorted(drawings.keys())
        if name in (None, key) and drawings[key].get("/Subtype") == Name.Form
    ]


def _face(font: Node) -> Face:
    cmap = font.get("/ToUnicode")
    text = {}
    if isinstance(cmap, pikepdf.Stream):
        for block in _PAIRS.finditer(cmap.read_bytes()):
            for code, said in _PAIR.findall(block[1]):
                text[int(code, 16)] = _utf16(said)
    composite = font.get("/Subtype") == Name.Type0
    holder = font.DescendantFonts[0] if composite else font
    descriptor = holder.get("/FontDescriptor", {})
    program = descriptor.get("/FontFile2")
    embedded = font.get("/Subtype") == Name.Type3 or any(
        key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
    )
    boxes = {0} & set(text) if composite else set()
    if program is not None:
        tables = _tables(program.read_bytes())
        glyph = {} if composite else _glyphs(tables)
        copies = _copies_of_notdef(tables)
        boxes |= {code for code in text if glyph.get(code, code) in copies}
    boxes = {code for code in boxes if text[code].strip("\u00a0\u00ad\u200b ")}
    name = str(font.get("/BaseFont", "/"))[1:]
    return Face(name, text, frozenset(boxes), 2 if composite else 1, embedded)


def _tables(program: bytes) -> dict[bytes, bytes]:
    """The tables of a TrueType program by their tags."""
    count = struct.unpack_from(">H", program, 4)[0]
    tables = {}
    for entry in range(count):
        tag, _, start, size = struct.unpack_from(">4sLLL", program, 12 + 16 * entry)
        tables[tag] = program[start : start + size]
    return tables


def _glyphs(tables: Mapping[bytes, bytes]) -> dict[int, int]:
    """The glyph of each code of a simple font (ISO 32000-1 9.6.6.4): its cmap of 256 bytes.

    A code is the number of its glyph only while no glyph is put together from others: an Arabic
    letter's dots take numbers of their own, and all that follow are moved.
    """
    cmap = tables.get(b"cmap", b"")
    for entry in range(struct.unpack_from(">H", cmap, 2)[0] if cmap else 0):
        _, _, start = struct.unpack_from(">HHL", cmap, 4 + 8 * entry)
        if struct.unpack_from(">H", cmap, start)[0] == 0:
            return dict(enumerate(cmap[start + 6 : start + 262]))
    return {}


def _copies_of_notdef(tables: Mapping[bytes, bytes]) -> set[int]:
    """The glyphs of a TrueType program whose outline is that of glyph 0, the box.

    LibreOffice gives the box of a missing character a number of its own in the subset, so that
    no validator sees a reference to .notdef (veraPDF 1.28 does not).
    """
    if not {b"head", b"loca", b"glyf"} <= tables.keys():
        return set()
    long = struct.unpack_from(">h", tables[b"head"], 50)[0]
    size = len(tables[b"loca"]) // (4 if long else 2)
    places = struct.unpack_from(f">{size}{'L' if long else 'H'}", tables[b"loca"])
    step = 1 if long else 2
    outlines = [
        tables[b"glyf"][start * step : end * step] for start, end in itertools.pairwise(places)
    ]
    box = outlines[0] if outlines else b""
    return {glyph for glyph, outline in enumerate(outlines) if box and outline == box}


def _retold_pairs(block: bytes, table: Mapping[int, str]) -> bytes:
    return _PAIR.sub(
        lambda pair: b"<" + pair[1] + b"> " + _hex(_utf16(pair[2]), table, mark=b""), block
    )


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace").lstrip("\ufeff")


def _hex(text: str, table: Mapping[int, str], *, mark: bytes = b"FEFF") -> bytes:
    code = text.translate(dict(table)).encode("utf-16-be").hex().upper().encode("ascii")
    return b"<" + mark + code + b">"


def _outline(root: Node) -> Iterator[Node]:
    """Every bookmark below."""
    entry = None if root is None else root.get("/First")
    while entry is not None:
        yield entry
        yield from _outline(entry)
        entry = entry.get("/Next")
