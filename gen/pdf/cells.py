"""Objects of a source, ready for any file: a reference in, out its bytes with open references.

Each object is made ready once, however many files it goes to. What says something of other pages
than those that use it, or does something when the file is opened, is gone here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from gen.pdf import painted, values
from gen.pdf.values import NEVER, Fragments, Objects, Value

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

    def get(self, reference: str) -> Cell:
        found = self._known.get(reference)
        if found is None:
            found = self._known[reference] = self._made(reference)
        return found

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

    def resources(self, content: bytes, table: Value) -> Value:
        """Of a table of resources what the content uses."""
        table = self._objects.follow(table)
        if not isinstance(table, dict):
            return {}
        names = self._used(content, table, frozenset())
        out = {}
        for category, entries in table.items():
            entries = self._objects.follow(entries)
            wanted = names.get(category, frozenset())
            if isinstance(entries, dict):
                kept = {
                    key: _clean(entry)
                    for key, entry in entries.items()
                    # The default spaces stand in for DeviceRGB and its like without being named.
                    if values.name(key) in wanted or key.startswith("/Default")
                }
                if kept:
                    out[category] = kept
        return out

    def _used(self, content: bytes, table: Value, inside: frozenset[str]) -> painted.Used:
        """With what is used by drawings that have no table of their own: they share this one."""
        found = {category: set(names) for category, names in painted.used(content).items()}
        drawings = self._objects.follow(table.get("/XObject"))
        wanted = found.get("/XObject", set())
        for key, reference in drawings.items() if isinstance(drawings, dict) else ():
            if values.name(key) not in wanted or reference in inside:
                continue
            form = self._objects.stream(reference) if values.is_reference(reference) else None
            about = self._objects.get(reference) if form is not None else {}
            if form is not None and about.get("/Subtype") == "/Form" and "/Resources" not in about:
                inner = self._used(form.read_bytes(), table, inside | {reference})
                for category, names in inner.items():
                    found.setdefault(category, set()).update(names)
        return {category: frozenset(names) for category, names in found.items()}

    def _glyphs(self, font: Mapping[str, Value]) -> bytes:
        """All that the letters of a font of drawings paint (Type 3): its table may be a page's."""
        letters = self._objects.follow(font["/CharProcs"])
        found = (
            self._objects.stream(letter)
            for letter in (letters.values() if isinstance(letters, dict) else ())
            if values.is_reference(letter)
        )
        return b"\n".join(stream.read_bytes() for stream in found if stream is not None)

    def _made(self, reference: str) -> Cell:
        value = self._objects.get(reference)
        stream = self._objects.stream(reference)
        if isinstance(value, dict):
            # A drawing in PostScript is a program for the printer; PDF 1.7 knows it no more.
            if value.get("/Type") in _FORBIDDEN or value.get("/Subtype") == "/PS":
                return Cell((b" null",))
            if "/CharProcs" in value and "/Resources" in value:
                value["/Resources"] = self.resources(self._glyphs(value), value["/Resources"])
        if stream is None:
            return cell(_clean(value))
        kind = value.get("/Subtype")
        allowed = _FORM if kind == "/Form" else _IMAGE if kind == "/Image" else None
        about = {
            key: _clean(inner)
            for key, inner in value.items()
            if key not in _OUTSIDE and (allowed is None or key in allowed or key in _CODING)
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


def _clean(value: Value) -> Value:
    if isinstance(value, dict):
        if value.get("/Type") in _FORBIDDEN:
            return None
        return {key: _clean(inner) for key, inner in value.items() if key not in NEVER}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return value
