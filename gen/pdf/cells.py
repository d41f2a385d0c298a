"""Objects of a source, ready for any file: a reference in, out its bytes with open references.

Each object is made ready once, however many files it goes to. What says something of other pages
than those that use it, or does something when the file is opened, is gone here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from gen.pdf import glyphprocs, painted, values
from gen.pdf.allowed import KEYS, LAYER, NAMED
from gen.pdf.values import Fragments, Objects, Value

KEY: Final = "#"
"""Before a reference: the open place is that object's number in the parent tree."""

_FORBIDDEN: Final = frozenset(
    {
        "/Action", "/Annot", "/Catalog", "/EmbeddedFile", "/Filespec", "/Metadata", "/OBJR",
        "/Outlines", "/Page", "/Pages", "/StructElem", "/StructTreeRoot",
    }
)  # fmt: skip
"""Whatever leads to one of these leads nowhere: a resource has no need of it."""
_FORM: Final = frozenset(
    {"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Group", "/OC"}
)  # fmt: skip
_IMAGE: Final = frozenset(
    {
        "/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent",
        "/ImageMask", "/Mask", "/SMask", "/SMaskInData", "/Matte", "/Decode", "/Interpolate", "/OC",
    }
)  # fmt: skip
_CODING: Final = frozenset({"/Filter", "/DecodeParms"})
_OUTSIDE: Final = frozenset({"/F", "/FFilter", "/FDecodeParms", "/DL", "/Length"})
"""A stream whose bytes are in another file; its length is given by whoever writes it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One object. `refs` are the objects that it leads to, `data` a stream's coded bytes.

    `key` is the entry by which the object is found in the parent tree, where it has one.
    """

    pieces: Fragments
    refs: tuple[str, ...] = ()
    data: bytes | None = None
    key: str = ""


class Cells:
    """The objects of one file. `keyed`: reference → the key by which the structure knows it."""

    def __init__(self, objects: Objects, keyed: Mapping[str, str]) -> None:
        self._objects = objects
        self._keyed = keyed
        self._known: dict[str, Cell] = {}
        self._drawn_fonts: dict[str, Value] = {}
        self._marks: dict[str, bytes | None] = {}

    def get(self, reference: str) -> Cell:
        found = self._known.get(reference)
        if found is None:
            found = self._known[reference] = self._made(reference)
        return found

    def mark(self, reference: str, depth: int = 8) -> bytes | None:
        """What only an object with the same bytes has, and the same in all that it leads to.

        None for what is not to be shared: what the structure knows by a number, a layer, which is
        shown or hidden with its file, and what leads to one of those, to itself or too deep.
        """
        if reference not in self._marks:
            self._marks[reference] = None  # while it is looked at: who comes here again, turns
            self._marks[reference] = self._mark(self.get(reference), depth)
        return self._marks[reference]

    def _mark(self, cell: Cell, depth: int) -> bytes | None:
        if cell.key or not depth:
            return None
        made = hashlib.sha256(cell.data or b"")
        for piece in cell.pieces:
            inner = piece if isinstance(piece, bytes) else self.mark(piece, depth - 1)
            if inner is None or b"/OCG" in inner:
                return None
            made.update(b"%d " % len(inner) + inner)
        return made.digest()

    def reached(self, references: Iterable[str]) -> tuple[str, ...]:
        """Those objects and all that they lead to, each once, as they are met."""
        found: dict[str, None] = {}
        waiting = list(references)[::-1]
        while waiting:
            reference = waiting.pop()
            if reference not in found:
                found[reference] = None
                waiting += self.get(reference).refs[::-1]
        return tuple(found)

    def resources(self, content: bytes, table: Value, *, glyphs: bool = False) -> Value:
        """Of a table of resources what the content uses. `glyphs`: the table is such a font's."""
        table = self._objects.follow(table)
        if not isinstance(table, dict):
            return {}
        painted_ = list(self._painted(content, table, frozenset()))
        names: dict[str, set[bytes]] = {}
        for _, used in painted_:
            for category, some in used.items():
                names.setdefault(category, set()).update(some)
        contents = [each for each, _ in painted_]
        out = {}
        for category, entries in table.items():
            entries = self._objects.follow(entries)
            wanted = names.get(category, set())
            if isinstance(entries, dict):
                kept = {
                    key: self._entry(category, entry, contents, glyphs=glyphs)
                    for key, entry in entries.items()
                    # The default spaces stand in for DeviceRGB and its like without being named.
                    if values.name(key) in wanted or key.startswith("/Default")
                }
                if kept:
                    out[category] = kept
        return out

    def clean(self, value: Value) -> Value:
        """The value with what comes along of it alone."""
        if isinstance(value, dict):
            kind = value.get("/Type")
            if kind in _FORBIDDEN:
                return None
            keys = LAYER if kind == "/OCG" else KEYS
            return {key: self._inner(key, some) for key, some in value.items() if key in keys}
        if isinstance(value, list):
            return [self.clean(inner) for inner in value]
        return value

    def _inner(self, key: str, value: Value) -> Value:
        if key in NAMED:
            table = self._objects.follow(value)
            return (
                {name: self.clean(entry) for name, entry in table.items()}
                if isinstance(table, dict)
                else None
            )
        return self.clean(value)

    def _painted(
        self, content: bytes, table: Value, inside: frozenset[str]
    ) -> Iterator[tuple[bytes, painted.Used]]:
        """The content, and that of drawings without a table of their own: they share this one."""
        used = painted.used(content)
        yield content, used
        drawings = self._objects.follow(table.get("/XObject"))
        wanted = used.get("/XObject", frozenset())
        for key, reference in drawings.items() if isinstance(drawings, dict) else ():
            if values.name(key) not in wanted or reference in inside:
                continue
            form = self._objects.stream(reference) if values.is_reference(reference) else None
            about = self._objects.get(reference) if form is not None else {}
            if form is not None and about.get("/Subtype") == "/Form" and "/Resources" not in about:
                yield from self._painted(form.read_bytes(), table, inside | {reference})

    def _entry(
        self, category: str, entry: Value, contents: Sequence[bytes], *, glyphs: bool
    ) -> Value:
        """One resource. A font whose glyphs are drawings stands there with those that are shown."""
        if category == "/Font" and (font := self._drawn_font(entry)) is not None:
            # Glyphs that are painted with such glyphs in turn: no program makes them.
            return None if glyphs else self._with_glyphs(font, glyphprocs.codes(contents))
        return self.clean(entry)

    def _drawn_font(self, entry: Value) -> Mapping[str, Value] | None:
        """The font, if it is of Type 3."""
        if not isinstance(entry, str):
            font = entry
        elif entry in self._drawn_fonts:
            font = self._drawn_fonts[entry]
        else:
            font = self._objects.follow(entry)
            kept = isinstance(font, dict) and font.get("/Subtype") == "/Type3"
            font = self._drawn_fonts[entry] = font if kept else None
        return font if isinstance(font, dict) and font.get("/Subtype") == "/Type3" else None

    def _with_glyphs(
        self, font: Mapping[str, Value], codes: frozenset[int] | None
    ) -> dict[str, Value]:
        """The font with the glyphs of those codes, or with all; of its table what they use."""
        font = {**font, "/Encoding": self._objects.whole(font.get("/Encoding"))}
        letters = self._objects.follow(font.get("/CharProcs"))
        font["/CharProcs"] = letters if isinstance(letters, dict) else {}
        if codes is not None:
            font = glyphprocs.kept(font, codes)
        found = (
            self._objects.stream(letter)
            for letter in font["/CharProcs"].values()
            if values.is_reference(letter)
        )
        if "/Resources" in font:
            content = b"\n".join(each.read_bytes() for each in found if each is not None)
            font["/Resources"] = self.resources(content, font["/Resources"], glyphs=True)
        table = font.pop("/Resources", None)
        return {**self.clean(font), **({} if table is None else {"/Resources": table})}

    @cached_property
    def _members(self) -> frozenset[str]:
        """The layers that something names together with others: a page need not hold them."""
        return self._objects.layers_in_groups()

    def _made(self, reference: str) -> Cell:
        value = self._objects.get(reference)
        stream = self._objects.stream(reference)
        if isinstance(value, dict):
            # A drawing in PostScript is a program for the printer; PDF 1.7 knows it no more.
            if value.get("/Type") in _FORBIDDEN or value.get("/Subtype") == "/PS":
                return Cell((b" null",))
            if value.get("/Subtype") == "/Type3":
                return cell(self._with_glyphs(value, None))
            if value.get("/Type") == "/OCG" and reference in self._members:
                value["/Name"] = "u:Lager"
        if stream is None:
            return cell(self.clean(value))
        kind = value.get("/Subtype")
        allowed = _FORM if kind == "/Form" else _IMAGE if kind == "/Image" else None
        about = {
            key: self._inner(key, inner)
            for key, inner in value.items()
            if key not in _OUTSIDE and key in (KEYS if allowed is None else allowed | _CODING)
        }
        if "/Resources" in value and (kind == "/Form" or "/PatternType" in value):
            about["/Resources"] = self.resources(stream.read_bytes(), value["/Resources"])
        made = cell(about, self._keyed.get(reference, ""), reference)
        return Cell(made.pieces, made.refs, stream.read_raw_bytes(), made.key)


def cell(value: Value, key: str = "", reference: str = "") -> Cell:
    """Plain values as a cell; a dictionary that the structure knows gets `key` for its number."""
    pieces = values.encode(value)
    refs = tuple(dict.fromkeys(piece for piece in pieces if isinstance(piece, str)))
    if key:
        last = pieces[-1]
        before = last[:-2] if isinstance(last, bytes) else b""
        pieces = (*pieces[:-1], before + values.name(key) + b" ", KEY + reference, b">>")
    return Cell(pieces, refs, key=key)
