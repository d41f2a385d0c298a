"""Numbered objects in, the bytes of a PDF 1.7 out: the same objects always give the same bytes.

The file is new from its first byte: what nobody put here is not in it. One pass, because many
hundred files are cut from one; a general writer asks each object for itself and takes ten times
as long.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from typing import Final

from gen.pdf import seal

_IN_ONE: Final = 200
"""Objects in a packed stream (ISO 32000-1 7.5.7): few enough to find one quickly."""


class File:
    """Objects are numbered as they are asked for, from 1; each is put once."""

    def __init__(self) -> None:
        self._count = 0
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, tuple[bytes, bytes]] = {}

    def reserve(self) -> int:
        """A number for an object that is put later."""
        self._count += 1
        return self._count

    def put(self, number: int, body: bytes) -> int:
        self._plain[number] = body
        return number

    def put_stream(self, number: int, about: bytes, data: bytes) -> int:
        """A stream: its dictionary without `<<`, `>>` and /Length, and its coded bytes."""
        self._streams[number] = about, data
        return number

    def add(self, body: bytes) -> int:
        return self.put(self.reserve(), body)

    def add_stream(self, about: bytes, data: bytes) -> int:
        return self.put_stream(self.reserve(), about, data)

    def add_text(self, content: bytes) -> int:
        """A stream of text, packed."""
        return self.add_stream(b"/Filter/FlateDecode", zlib.compress(content))

    def written(self, root: int, info: int) -> bytes:
        """The file, sealed: its /ID is the hash of all else in it."""
        out = bytearray(b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n")
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        for number, (about, data) in self._streams.items():
            places[number] = 1, len(out), 0
            out += _stream(number, about, data)
        numbers = list(self._plain)
        for start in range(0, len(numbers), _IN_ONE):
            some = numbers[start : start + _IN_ONE]
            holder = self.reserve()
            places[holder] = 1, len(out), 0
            places |= {number: (2, holder, place) for place, number in enumerate(some)}
            out += _packed(holder, [(number, self._plain[number]) for number in some])
        table = self.reserve()
        places[table] = 1, len(out), 0
        rows = b"".join(
            kind.to_bytes(1, "big") + where.to_bytes(4, "big") + more.to_bytes(2, "big")
            for kind, where, more in _in_order(places, table)
        )
        about = b"/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
            *(table + 1, root, info),
            *(seal.BLANK, seal.BLANK),
        )
        start = len(out)
        out += _stream(table, about + b"/Filter/FlateDecode", zlib.compress(rows))
        out += b"startxref\n%d\n%%%%EOF\n" % start
        return seal.sealed(bytes(out))


def _in_order(places: Mapping[int, tuple[int, int, int]], last: int) -> list[tuple[int, int, int]]:
    """One row a number; a number that was asked for and never used is free."""
    return [places.get(number, (0, 0, 65535)) for number in range(last + 1)]


def _packed(holder: int, objects: list[tuple[int, bytes]]) -> bytes:
    head, body = [], bytearray()
    for number, content in objects:
        head.append(b"%d %d" % (number, len(body)))
        body += content + b"\n"
    first = b" ".join(head) + b"\n"
    about = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(objects), len(first))
    return _stream(holder, about, zlib.compress(first + bytes(body)))


def _stream(number: int, about: bytes, data: bytes) -> bytes:
    return b"%d 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        number,
        about,
        len(data),
        data,
    )
