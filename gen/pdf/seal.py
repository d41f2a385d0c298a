"""Whether a PDF is byte by byte as gen wrote it: its bytes in, sealed out; and the question asked.

The seal is its /ID, which ISO 32000-1 14.4 wants to be a hash of the file: here it is one that can
be worked out again. It guards against other programs' changes, not against those of somebody who
wants to deceive: then only a signature helps.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

BLANK: Final = b"0" * 32
"""What a writer puts for each half of the /ID."""

_ID: Final = re.compile(rb"/ID\s*\[\s*<([0-9a-f]{32})>\s*<([0-9a-f]{32})>\s*\]")
_END: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TAIL: Final = 100


def sealed(pdf: bytes) -> bytes:
    """The file with the hash of all else in it as its /ID. ValueError where it has none."""
    places = _places(pdf)
    if not places:
        raise ValueError("a PDF without an /ID of 16 bytes")
    return _with(pdf, places, _hash(pdf, places))


def is_sealed(pdf: bytes) -> bool:
    """Whether it is as it was when it was sealed."""
    places = _places(pdf)
    if not places:
        return False
    mark = _hash(pdf, places)
    return all(pdf[start : start + len(mark)] == mark for start in places)


def _places(pdf: bytes) -> list[int]:
    """Where the two halves of the /ID begin, in the table of objects that stands last."""
    end = _END.search(pdf, max(0, len(pdf) - _TAIL))
    found = _ID.search(pdf, int(end[1])) if end is not None else None
    return [found.start(1), found.start(2)] if found is not None else []


def _hash(pdf: bytes, places: list[int]) -> bytes:
    return hashlib.sha256(b"gen\n" + _with(pdf, places, BLANK)).hexdigest()[:32].encode()


def _with(pdf: bytes, places: list[int], mark: bytes) -> bytes:
    out = bytearray(pdf)
    for start in places:
        out[start : start + len(mark)] = mark
    return bytes(out)
