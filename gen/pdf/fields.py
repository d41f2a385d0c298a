"""An opened PDF in, the same with looks for the values that no program has drawn.

A form may hold what somebody has typed and leave it to the viewer to draw it (ISO 32000-1 12.7.2,
NeedAppearances); so may a text box. In a new file there is no form, and what is not drawn is lost.
pikepdf's own generator knows one line of Latin letters, in fonts that are not in the file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from gen.pdf.lettering import FORM, Look, lettered
from gen.pdf.notes import printed

FAULTS: Final = (
    pikepdf.PdfError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a damaged file makes its reader trip over: a number is a name there, a list is missing."""

_SIZE: Final = re.compile(r"([\d.]+)\s+Tf")
_SAID: Final = re.compile(rb"T[jJ]\b|['\"]\s")
_USUAL, _LEAST = 11.0, 5.0
"""Points: the letters of a field that leaves it to the viewer, and the smallest to be read."""
_EDGE: Final = 2.0
_MULTILINE, _PASSWORD, _BUTTON = 1 << 12, 1 << 13, 1 << 16
_SIDES: Final = ("left", "center", "right")
_DEEP: Final = 16
"""Levels of a form's fields: more are a circle."""


def draw(pdf: Pdf) -> dict[int, int]:
    """Each value that has no look gets one, where it is text that its box can take.

    Page (from 0) → how many things on it would be printed, but have no look and got none.
    """
    form: Any = pdf.Root.get("/AcroForm", Dictionary())
    due = isinstance(form, Dictionary) and bool(form.get("/NeedAppearances", False))
    lost: dict[int, int] = {}
    for number, page in enumerate(pdf.pages):
        notes: Any = page.obj.get("/Annots")
        for note in notes if isinstance(notes, Array) else ():
            with suppress(*FAULTS):  # whoever reads the page trips over it too, and tells
                if not _drawn(pdf, note, form, due=due):
                    lost[number] = lost.get(number, 0) + 1
    return lost


def _drawn(pdf: Pdf, note: Any, form: Any, *, due: bool) -> bool:
    """Whether nothing of it is lost: it has a look, got one, or needs none."""
    if not printed(str(note.Subtype), int(note.get("/F", 0))):
        return True
    looks = note.get("/AP")
    shown = looks.get("/N") if isinstance(looks, Dictionary) else None
    if shown is not None and not (due and _blank(shown)):
        return True
    text = _value(note)
    left, bottom, right, top = (float(number) for number in note.Rect)
    wide, high = abs(right - left), abs(top - bottom)
    if not wide or not high or (note.Subtype == Name.Widget and not text):
        return True
    if not text or note.get("/MK", Dictionary()).get("/R", 0):
        return False
    about = str(_inherited(note, "/DA") or form.get("/DA", ""))
    many = bool(int(_inherited(note, "/Ff") or 0) & _MULTILINE) or note.Subtype == Name.FreeText
    side = _SIDES[int(_inherited(note, "/Q") or 0)]
    made = (lettered(text, wide, high, look) for look in _looks(about, high, side, many=many))
    pages = next((one for one in made if one is not None), None)
    if pages is None:
        return False
    with Pdf.open(io.BytesIO(pages)) as other:
        page: Any = other.pages[0].obj
        note.AP = Dictionary(N=pdf.copy_foreign(page.Resources.XObject[FORM]))
    return True


def _blank(shown: Any) -> bool:
    """Whether no letter is in a look: then it is one that was made before there was a value."""
    return isinstance(shown, Stream) and not _SAID.search(shown.read_bytes())


def _looks(about: str, high: float, side: str, *, many: bool) -> Iterator[Look]:
    """In the size that the field wants, and smaller ones where that is too large for its value."""
    wanted = _SIZE.search(about)
    size = (float(wanted[1]) if wanted else 0) or _USUAL
    while size >= _LEAST:
        yield Look(size, side, top=1 if many else max(0, (high - 1.2 * size) / 2), edge=_EDGE)
        size -= 1


def _value(note: Any) -> str:
    """What is to be read in it, where that is text and nobody's secret."""
    if note.Subtype == Name.FreeText:
        return str(note.get("/Contents", ""))
    if note.Subtype != Name.Widget:
        return ""
    kind, flags = _inherited(note, "/FT"), int(_inherited(note, "/Ff") or 0)
    if kind == Name.Btn:
        on = not flags & _BUTTON and note.get("/AS", Name.Off) != Name.Off
        return "X" if on else ""
    if kind not in (Name.Tx, Name.Ch) or (kind == Name.Tx and flags & _PASSWORD):
        return ""
    value = _inherited(note, "/V")
    chosen = value if isinstance(value, Array) else [value]
    words = {str(pair[0]): str(pair[1]) for pair in _pairs(_inherited(note, "/Opt"))}
    texts = [str(one) for one in chosen if isinstance(one, String)]
    return "\n".join(words.get(text, text) for text in texts).strip()


def _pairs(options: Any) -> Iterator[Any]:
    """A list's options that are called otherwise than they are shown."""
    for one in options if isinstance(options, Array) else ():
        if isinstance(one, Array) and len(one) == 2:
            yield one


def _inherited(note: Any, key: str) -> Any:
    """What a field, or one above it, says of itself (ISO 32000-1 12.7.3.1)."""
    for _ in range(_DEEP):
        if key in note:
            return note[key]
        note = note.get("/Parent")
        if not isinstance(note, Dictionary):
            break
    return None
