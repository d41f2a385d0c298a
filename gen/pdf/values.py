"""PDF objects as plain values: a pikepdf object in, Python values out, and from them bytes.

qpdf tells an object as JSON in one call, which is many times faster than a call for each key:
a name is `"/Name"`, a text `"u:text"`, other bytes `"b:00ff"`, a reference `"12 0 R"`. Written
again, every reference stays open, for the object has another number in each file it goes to.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeGuard

import pikepdf

Value: TypeAlias = Any
"""What stands in a PDF is known from ISO 32000-1 alone."""

Fragments: TypeAlias = tuple[bytes | str, ...]
"""Bytes with open places between them: a `str` is a reference as the source names it."""

_IRREGULAR = re.compile(rb"[^!-~]|[#/%()<>\[\]{}]")
_HASHED = re.compile(rb"#([0-9A-Fa-f]{2})")


class Real(str):
    """A number with decimals, as its digits: nothing is rounded on the way through."""

    __slots__ = ()


def read(thing: Any) -> Value:
    """The object, one level deep: what it refers to stays a reference. A stream's dictionary."""
    return json.loads(thing.to_json(dereference=True, schema_version=2), parse_float=Real)


def is_reference(value: Value) -> TypeGuard[str]:
    return isinstance(value, str) and value.endswith(" R") and value[0].isdigit()


def objgen(reference: str) -> tuple[int, int]:
    number, generation, _ = reference.split(" ")
    return int(number), int(generation)


def listed(value: Value) -> list[Value]:
    """A single value may stand without its list in many places."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


class Objects:
    """The objects of an opened file, by reference."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf

    def get(self, reference: str) -> Value:
        """The object's value; a stream's dictionary; None where nothing is."""
        return read(self._pdf.get_object(objgen(reference)))

    def follow(self, value: Value) -> Value:
        """The value itself, or what it refers to."""
        for _ in range(8):
            if not is_reference(value):
                return value
            value = self.get(value)
        return None

    def whole(self, value: Value, depth: int = 6) -> Value:
        """The value with what it refers to in its place, for small things that are copied out."""
        value = self.follow(value)
        if isinstance(value, dict):
            return {k: self.whole(v, depth - 1) for k, v in value.items()} if depth else None
        if isinstance(value, list):
            return [self.whole(v, depth - 1) for v in value] if depth else None
        return value

    def stream(self, reference: str) -> pikepdf.Stream | None:
        found: Any = self._pdf.get_object(objgen(reference))
        return found if isinstance(found, pikepdf.Stream) else None

    def layers_in_groups(self) -> frozenset[str]:
        """The layers that membership dictionaries name (ISO 32000-1 8.11.2.2): all objects are
        looked at, so this is for a file that has layers."""
        found: set[str] = set()
        for thing in self._pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == pikepdf.Name.OCMD:
                found |= {piece for piece in encode(read(thing)) if isinstance(piece, str)}
        for group in tuple(found):  # a list of them may be an object of its own
            value = self.get(group)
            if isinstance(value, list):
                found |= {piece for piece in encode(value) if isinstance(piece, str)}
        return frozenset(found)

    def numbers(self, root: Value) -> Iterator[tuple[Value, Value]]:
        """The pairs of a number tree or a name tree (ISO 32000-1 7.9.6, 7.9.7), in its order."""
        waiting, seen = [root], set()
        while waiting:
            node = waiting.pop()
            if is_reference(node):
                if node in seen:
                    continue
                seen.add(node)
            node = self.follow(node)
            if not isinstance(node, dict):
                continue
            pairs = listed(self.follow(node.get("/Nums", node.get("/Names"))))
            yield from zip(pairs[::2], pairs[1::2], strict=False)
            waiting += listed(self.follow(node.get("/Kids")))[::-1]


def is_wordless(value: Value) -> bool:
    """Whether it is numbers and names alone: it says nothing to a reader, and leads nowhere."""
    if isinstance(value, list):
        return all(is_wordless(inner) for inner in value)
    if isinstance(value, str):
        return isinstance(value, Real) or value.startswith("/")
    return not isinstance(value, dict)


# Back to bytes


def encode(value: Value) -> Fragments:
    """The value as it stands in a file, with its references open."""
    out: list[bytes | str] = []
    _encode(value, out)
    return joined(out)


def encode_plain(value: Value) -> bytes:
    """The same for a value without references. ValueError where it holds one."""
    fragments = encode(value)
    if any(isinstance(piece, str) for piece in fragments):
        raise ValueError("a reference where only values can stand")
    return b"".join(piece for piece in fragments if isinstance(piece, bytes))


def joined(pieces: Sequence[bytes | str]) -> Fragments:
    """The same with neighbouring bytes as one."""
    out: list[bytes | str] = []
    for piece in pieces:
        if out and isinstance(piece, bytes) and isinstance(out[-1], bytes):
            out[-1] += piece
        else:
            out.append(piece)
    return tuple(out)


def _encode(value: Value, out: list[bytes | str]) -> None:
    if isinstance(value, str):
        if isinstance(value, Real):
            out.append(b" " + value.encode("ascii"))
        elif is_reference(value):
            out += (b" ", value)
        elif value.startswith(("/", "n:/")):
            out.append(name(value))
        else:
            out.append(string(value))
    elif isinstance(value, Mapping):
        out.append(b"<<")
        for key, inner in value.items():
            out.append(name(key))
            _encode(inner, out)
        out.append(b">>")
    elif isinstance(value, list):
        out.append(b"[")
        for inner in value:
            _encode(inner, out)
        out.append(b"]")
    elif value is None:
        out.append(b" null")
    elif isinstance(value, bool):
        out.append(b" true" if value else b" false")
    else:
        out.append(b" %d" % value)


@functools.lru_cache(maxsize=4096)
def name(value: str) -> bytes:
    """`/Text body` → `/Text#20body`."""
    if value.startswith("n:"):  # not UTF-8: qpdf has escaped it already
        return canonical(value[3:].encode("ascii"))
    return b"/" + _escaped(value[1:].encode("utf-8"))


def canonical(written: bytes) -> bytes:
    """A name as it stands in a content stream, without its slash → as `name` writes it."""
    return b"/" + _escaped(_HASHED.sub(lambda code: bytes.fromhex(code[1].decode()), written))


def _escaped(raw: bytes) -> bytes:
    return _IRREGULAR.sub(lambda sign: b"#%02x" % sign[0][0], raw)


def string(value: str) -> bytes:
    """`u:text` and `b:00ff` → a string of the file."""
    if value.startswith("b:"):
        return b"<" + value[2:].encode("ascii") + b">"
    return text(value[2:])


def text(said: str) -> bytes:
    """A text → a string of the file: as it is where it is ASCII, else in UTF-16."""
    if said.isascii() and said.isprintable():
        return b"(" + re.sub(rb"([\\()])", rb"\\\1", said.encode("ascii")) + b")"
    return b"<FEFF" + said.encode("utf-16-be", "replace").hex().upper().encode("ascii") + b">"


def address(value: Value) -> str:
    """A URI as it is to be read: nothing where the value is no string.

    ISO 32000-1 12.6.4.7 wants ASCII; what stands there otherwise is UTF-8 as a rule, which a
    string of text is not (7.9.2.2), so that `ä` is told as two signs.
    """
    told = said(value)
    raw = bytes.fromhex(value[2:]) if value and value[:2] == "b:" else _one_byte_each(told)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return told


def _one_byte_each(told: str) -> bytes:
    """The bytes that were read as that text, or its own where it was written in UTF-16."""
    try:
        return told.encode("pdfdoc")
    except ValueError:
        return told.encode()


def ascii_address(read: str) -> str:
    """The URI as it is written: in ASCII alone, all else percent-encoded (RFC 3987 3.1)."""
    return re.sub(
        r"[^!-~]", lambda sign: "".join(f"%{b:02X}" for b in sign[0].encode(errors="replace")), read
    )


def said(value: Value) -> str:
    """The text of a string value; nothing where it is none."""
    if not isinstance(value, str):
        return ""
    if value.startswith("u:"):
        return value[2:]
    if value.startswith("b:"):
        return str(pikepdf.String(bytes.fromhex(value[2:])))
    return ""
