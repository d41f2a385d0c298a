"""What is written on a page, piece by piece: its content in, words with place, look and tag out.

A page is read by a search for the operations that matter, since a parser takes ten times as long
and a protokoll has a thousand pages. What the search could misread is laid out anew by the parser
first, and then searched.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import pikepdf

from gen.pdf import painted
from gen.pdf.letters import UNKNOWN, Letters

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Fonts: TypeAlias = Callable[[Any], Letters]

OUTSIDE: Final = -1
ARTEFACT: Final = -2
"""Marks of what is in no tag: it says nothing of itself, or that it is no part of the text."""

_PLAIN: Final[Matrix] = (1, 0, 0, 1, 0, 0)
_DEEPEST: Final = 8
"""Forms in forms: a file may be made to be deeper than a program is."""

_STRING: Final = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)"
_NAME: Final = rb"/([^\x00\t\n\f\r /<>\[\](){}%]*+)"
_NUMBER: Final = rb"[-+]?(?:\d++\.?\d*+|\.\d++)"
_OPERATION: Final = re.compile(
    rb"((?:" + _NUMBER + rb"\s++)*+)([A-Za-z][A-Za-z0-9]*+\*?)"
    rb"|\[((?:[^\[\]()<>]++|<[^<>]*+>|" + _STRING + rb")*+)\]\s*+TJ"
    rb"|(<[0-9A-Fa-f\s]*+>|" + _STRING + rb")\s*+(Tj|'|\")"
    rb"|" + _NAME + rb"\s*+(?:(" + _NUMBER + rb")\s++Tf(?![A-Za-z])|(Do)(?![A-Za-z])"
    rb"|(<<(?:[^<>()]++|<[0-9A-Fa-f\s]*+>|" + _STRING + rb"|<<[^<>]*+>>)*+>>"
    rb"|/[^\x00\t\n\f\r /<>\[\](){}%]*+)?\s*+(B[DM]C)(?![A-Za-z]))",
    re.DOTALL,
)
_ONE: Final = re.compile(rb"<([0-9A-Fa-f\s]*)>|(" + _STRING + rb")|(-\d{3,})", re.DOTALL)
_OF_LOOKS: Final = frozenset((b"rg", b"ET", b"re", b"l", b"m", b"w", b"n", b"f", b"S", b"W", b"h"))
"""The commonest that say nothing of text, known at once."""
_WIDE: Final = re.compile(rb"-\d{3}")
_BETWEEN: Final = re.compile(rb">[^<]*<|^[^<]*<|>[^<]*$")
"""What is no digit of a code, in an array of strings in hexadecimal digits."""
_ANY_STRING: Final = re.compile(_STRING, re.DOTALL)
_DIFFICULT: Final = re.compile(rb"[%()]|\bBI\b|\b(?:DP|MP)\b")
"""After the strings are gone: comments, strings in three levels, pictures inside the content."""
_SHOWS: Final = re.compile(rb"T[Jj](?![A-Za-z])|[\])>]\s*['\"]")
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MCID: Final = re.compile(rb"/MCID\s+(\d+)")
_GAP: Final = -200
"""Thousandths of the letters' size: the least that is a blank between two words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that were drawn at once, where, how high their letters are.

    `mark` is the number that the tags know them by, in the form `stream` where one is named;
    else `OUTSIDE` or `ARTEFACT`.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool
    mark: int
    stream: str = ""


def written(page: Any, fonts: Fonts) -> Iterator[Piece]:
    """The pieces in the order in which they are painted, those of its drawings among them.

    `fonts` tells what the letters of a font say, by the font's object.
    """
    streams = page.obj.get("/Contents")
    parts = streams if isinstance(streams, pikepdf.Array) else [streams]
    content = b"\n".join(one.read_bytes() for one in parts if isinstance(one, pikepdf.Stream))
    yield from _Reader(fonts, page.resources, "", 0).read(content, _PLAIN, (OUTSIDE, ""))


class _Reader:
    """Reads one content, by the resources at hand; `form` is the reference of the drawing."""

    def __init__(self, fonts: Fonts, resources: Any, form: str, depth: int) -> None:
        self._fonts, self._resources = fonts, resources
        self._form, self._depth = form, depth
        self._known: dict[bytes, Letters | None] = {}

    def read(self, content: bytes, outer: Matrix, mark: tuple[int, str]) -> Iterator[Piece]:
        """`outer`: where the content is put; `mark`: what it stands in."""
        place, size, leading = outer, 0.0, 0.0
        face: Letters | None = None
        saved = [(place, face, size, leading)]
        text = line = _PLAIN
        marks = [mark]
        for one in _operations(content):
            numbers, word, array, string, shows, name, high, form, about, opens = one
            if array or string:
                if shows in (b"'", b'"'):
                    line = text = _moved(line, 0, -leading)
                if said := _said(face, array or string):
                    at = _times(text, place)
                    height = size * math.hypot(at[2], at[3])
                    bold = face is not None and face.bold
                    yield Piece(said, at[4], at[5], height, bold, *marks[-1])
                    # How far is not told without the widths: one piece is kept after the other.
                    text = _moved(text, 0.1 * size, 0)
            elif word in _OF_LOOKS:
                continue
            elif opens:
                marks.append(self._mark(name, about) or marks[-1])
            elif high:
                face, size = self._letters(name), float(high)
            elif form:
                yield from self._drawn(name, place, marks[-1])
            elif word in (b"Td", b"TD"):
                x, y = map(float, numbers.split()[-2:])
                line = text = _moved(line, x, y)
                leading = -y if word == b"TD" else leading
            elif word in (b"Tm", b"cm"):
                a, b, c, d, e, f = map(float, numbers.split()[-6:])
                if word == b"Tm":
                    line = text = a, b, c, d, e, f
                else:
                    place = _times((a, b, c, d, e, f), place)
            elif word == b"EMC":
                marks = marks[:-1] if len(marks) > 1 else marks
            elif word == b"q":
                saved.append((place, face, size, leading))
            elif word == b"Q":
                place, face, size, leading = saved.pop() if len(saved) > 1 else saved[0]
            elif word == b"BT":
                line = text = _PLAIN
            elif word == b"T*":
                line = text = _moved(line, 0, -leading)
            elif word == b"TL":
                leading = float(numbers)

    def _letters(self, name: bytes) -> Letters | None:
        if name not in self._known:
            font = self._resources.get("/Font", {}).get(_named(name))
            known = self._fonts(font) if isinstance(font, pikepdf.Dictionary) else None
            self._known[name] = known
        return self._known[name]

    def _mark(self, tag: bytes, about: bytes) -> tuple[int, str] | None:
        """What is in it from here; None: what it was in before."""
        if about[:1] == b"/":
            named = self._resources.get("/Properties", {}).get(_named(about[1:]), {})
            number = named.get("/MCID") if isinstance(named, pikepdf.Dictionary) else None
            if isinstance(number, int):
                return number, self._form
        elif told := _MCID.search(_ANY_STRING.sub(b"", about)):
            return int(told[1]), self._form
        return (ARTEFACT, "") if tag == b"Artifact" else None

    def _drawn(self, name: bytes, place: Matrix, mark: tuple[int, str]) -> Iterator[Piece]:
        form = self._resources.get("/XObject", {}).get(_named(name))
        if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != pikepdf.Name.Form:
            return
        if self._depth >= _DEEPEST:
            return
        resources = form.get("/Resources", self._resources)
        matrix = [float(number) for number in form.get("/Matrix", _PLAIN)]
        if len(matrix) == 6:
            place = _times(
                (matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]), place
            )
        number, generation = form.objgen
        reader = _Reader(self._fonts, resources, f"{number} {generation} R", self._depth + 1)
        yield from reader.read(form.read_bytes(), place, mark)


def _operations(content: bytes) -> list[tuple[bytes, ...]]:
    """The operations of the content, laid out anew where a search could misread it."""
    found: list[tuple[bytes, ...]] = _OPERATION.findall(content)
    plain = _ANY_STRING.sub(b"()", content) if b"(" in content else content
    shows = sum(1 for one in found if one[2] or one[3])
    bare = plain.replace(b"()", b"") if b"(" in plain else plain
    if shows == len(_SHOWS.findall(plain)) and not _DIFFICULT.search(bare):
        return found
    kept = [
        one
        for one in painted.instructions(content)
        if str(one.operator) not in ("INLINE IMAGE", "DP", "MP")
    ]
    anew: list[tuple[bytes, ...]] = _OPERATION.findall(pikepdf.unparse_content_stream(kept))
    return anew


def _said(face: Letters | None, shown: bytes) -> str:
    """What the strings of one operation say. Of an unknown font: that something is drawn."""
    words = _codes(shown)
    if face is None:
        return UNKNOWN if any(words) else ""
    return " ".join([face.read(word) for word in words if word])


def _codes(shown: bytes) -> list[bytes]:
    """The codes of the strings, as many as there are words between wide gaps."""
    if not _WIDE.search(shown) and b"(" not in shown:
        joined = _BETWEEN.sub(b"", shown)
        with suppress(ValueError):
            return [bytes.fromhex(joined.decode("ascii"))]
    words = [b""]
    for digits, string, gap in _ONE.findall(shown):
        if gap:
            words += [b""] if int(gap) <= _GAP else []
        elif string:
            words[-1] += _unescaped(string[1:-1])
        else:
            joined = b"".join(digits.split())
            words[-1] += bytes.fromhex((joined + b"0" * (len(joined) % 2)).decode("ascii"))
    return words


def _unescaped(string: bytes) -> bytes:
    if b"\\" not in string:
        return string
    return _ESCAPE.sub(_sign, string)


def _sign(found: re.Match[bytes]) -> bytes:
    told = found[1]
    if told[:1].isdigit() and told[:1] < b"8":
        return bytes([int(told, 8) & 255])
    return b"" if told in (b"\n", b"\r", b"\r\n") else _ESCAPED.get(told, told)


def _named(name: bytes) -> str:
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes([int(code[1], 16)]), name)
    return "/" + plain.decode("utf-8", "surrogateescape")


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, x, y = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + x,
        e * h + f * j + y,
    )


def _moved(matrix: Matrix, x: float, y: float) -> Matrix:
    a, b, c, d, e, f = matrix
    return a, b, c, d, x * a + y * c + e, x * b + y * d + f
