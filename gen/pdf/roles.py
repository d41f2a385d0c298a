"""What the types of a structure tree mean: a file's own names in, types of PDF 1.7 out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gen.pdf import values
from gen.pdf.tags import STANDARD
from gen.pdf.values import Objects, Value

_PDF2: Final = "http://iso.org/pdf2/ssn"
_NEWER: Final = {
    "Aside": "Div", "DocumentFragment": "Part", "Em": "Span", "FENote": "Note", "Strong": "Span",
    "Sub": "Span", "Title": "P", "Artifact": "NonStruct",
}  # fmt: skip
"""What the types of PDF 2.0 are in 1.7, on which PDF/A-2 and PDF/UA-1 stand (ISO/TS 32005)."""


class Roles:
    """What the types of a file mean (ISO 32000-1 14.7.3, ISO 32000-2 14.7.4)."""

    def __init__(self, objects: Objects, top: Mapping[str, Value]) -> None:
        self._objects = objects
        self._map = objects.whole(top.get("/RoleMap")) or {}
        self._spaces: dict[str, Mapping[str, Value]] = {}
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def of(self, name: Value, space: Value) -> tuple[str, str]:
        """The name that an element is to have, and the standard type behind it."""
        key = str(name), str(space or "")
        if key not in self._known:
            kind = self._resolved(*key)
            own = key[0][1:]
            self._known[key] = (kind if own in STANDARD or own in _NEWER else own), kind
        return self._known[key]

    def _resolved(self, name: str, space: str) -> str:
        for _ in range(16):
            own = name[1:]
            about = self._space(space)
            further: Value = None
            if space and values.said(about.get("/NS")) != _PDF2:
                further = values.listed(self._in_space(about).get(name))
            elif own in STANDARD:
                # LibreOffice gives Word's style Quote the name of another standard type.
                further = None if space else values.listed(self._map.get(name))
            elif own in _NEWER or _is_deep(own):
                return _NEWER.get(own, "H6")
            else:
                further = values.listed(self._map.get(name))
            if not further or further[0] == name:
                return own
            name, space = further[0], further[1] if len(further) > 1 else ""
        return name[1:]

    def _space(self, reference: str) -> Mapping[str, Value]:
        if reference and reference not in self._spaces:
            found = self._objects.follow(reference)
            self._spaces[reference] = found if isinstance(found, dict) else {}
        return self._spaces.get(reference, {})

    def _in_space(self, space: Mapping[str, Value]) -> Mapping[str, Value]:
        found = self._objects.follow(space.get("/RoleMapNS"))
        return found if isinstance(found, dict) else {}


def _is_deep(kind: str) -> bool:
    return kind[:1] == "H" and kind[1:].isdigit()
