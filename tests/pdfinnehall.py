"""All that a PDF holds, for the tests: a file's bytes in, every word in any of its objects out.

Not what a viewer shows: what somebody finds who looks. Objects that no page leads to are read too,
and their letters, which a font has put in a code, are decoded with every font of the file.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from gen.pdf import fonts

_DRAWS = re.compile(rb"\bT[Jj]\b")


@functools.lru_cache(maxsize=16)
def everything(data: bytes) -> str:
    """Every string, name and text of every object, with all streams unpacked."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return "\n".join(_said(pdf)) + "\n" + data.decode("latin-1")


def _said(pdf: Pdf) -> Iterator[str]:
    by_name = _faces(pdf)
    for thing in [*pdf.objects, pdf.trailer]:
        yield from _strings(thing)
        if isinstance(thing, Stream):
            content = _unpacked(thing)
            for code in ("latin-1", "utf-8", "utf-16-be", "utf-16-le"):
                yield content.decode(code, "replace")
            if _DRAWS.search(content):
                yield from _letters(pdf, content, by_name)


def _strings(thing: Any) -> Iterator[str]:
    """One object's own: what it refers to is an object of its own."""
    waiting = [thing]
    while waiting:
        value = waiting.pop()
        if isinstance(value, String):
            yield str(value)
            yield bytes(value).decode("latin-1")
        elif isinstance(value, Name):
            yield str(value)
        elif isinstance(value, (Dictionary, Stream)):
            for key in value.keys():  # noqa: SIM118  (a pikepdf dictionary)
                yield key
                inner = value[key]
                if not getattr(inner, "is_indirect", False):
                    waiting.append(inner)
        elif isinstance(value, Array):
            waiting += [v for v in value if not getattr(v, "is_indirect", False)]


def _unpacked(stream: Stream) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:  # a picture's own coding
        return bytes(stream.read_raw_bytes())


def _faces(pdf: Pdf) -> dict[str, list[fonts.Face]]:
    """Every font by every name that any table of resources gives it."""
    out: dict[str, dict[tuple[int, int], fonts.Face]] = {}
    for thing in pdf.objects:
        tables = [thing] if isinstance(thing, (Dictionary, Stream)) else []
        for table in tables:
            for holder in (table.get("/Font"), table.get("/Resources", {}).get("/Font")):
                for name in holder.keys() if isinstance(holder, Dictionary) else ():
                    font = holder[name]
                    known = out.setdefault(name, {})
                    if isinstance(font, Dictionary) and font.objgen not in known:
                        known[font.objgen] = fonts._face(font)
    return {name: list(some.values()) for name, some in out.items()}


def _letters(pdf: Pdf, content: bytes, faces: dict[str, list[fonts.Face]]) -> Iterator[str]:
    """What the content draws, read with each font that could be meant."""
    for choice in range(max((len(some) for some in faces.values()), default=0)):
        words, face = [], None
        try:
            lines = pikepdf.parse_content_stream(pdf.make_stream(content), "Tf Tj TJ ET ' \"")
        except pikepdf.PdfError:
            return
        for line in lines:
            operands: Any = line.operands
            if str(line.operator) == "Tf":
                some = faces.get(str(operands[0]), [])
                face = some[min(choice, len(some) - 1)] if some else None
            elif str(line.operator) == "ET":
                words.append(" ")
            elif face is not None:
                for string in operands[0] if str(line.operator) == "TJ" else operands[-1:]:
                    if isinstance(string, String):
                        codes = bytes(string)
                        words += [
                            face.text.get(int.from_bytes(codes[at : at + face.width], "big"), "")
                            for at in range(0, len(codes), face.width)
                        ]
        text = "".join(words)
        yield text
        yield text.replace(" ", "")
