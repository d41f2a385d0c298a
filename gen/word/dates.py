"""A filled-in part of a Word file in, the same with the ISO dates of its headings in one piece out.

LibreOffice, and Word, end a line after the hyphen of a date (2024-/10-02), and in a heading, which
is large and short, that is both likely and plain to see. Word's own unbreakable hyphen is no
character: it is drawn, copied and searched as an ordinary one by both engines, which U+2011 is not.
In running text dates stay as they are, so that they are found by who edits the Word file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from gen.opc import Element, W

_DATE: Final = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def keep_whole(root: Element, headings: Mapping[str, int]) -> None:
    """`headings`: the styles that are headings, by their ids (`Styles.headings`)."""
    for style in root.iter(W + "pStyle"):
        if style.get(W + "val") in headings:
            for text in list(style.getparent().getparent().iter(W + "t")):
                _part(text)


def _part(text: Element) -> None:
    pieces = _DATE.sub("\\1\0\\2\0\\3", text.text or "").split("\0")
    text.text = pieces[0]
    for piece in reversed(pieces[1:]):
        rest = text.makeelement(W + "t", {_SPACE: "preserve"})
        rest.text = piece
        text.addnext(rest)
        text.addnext(text.makeelement(W + "noBreakHyphen"))
    if len(pieces) > 1:
        text.set(_SPACE, "preserve")
