"""A Word file before any engine sees it: bytes in, its package or its flaw out.

LibreOffice makes a PDF of an empty file and of any text whose name ends in .docx, so the one
check that tells success – there is a PDF – needs a real Word file to begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen import opc
from gen.findings import (
    DOCX_EMPTY,
    DOCX_UNREADABLE,
    TODAYS_DATE,
    TRACKED_CHANGES,
    UNFETCHED_PICTURE,
    Finding,
)
from gen.opc import Package

# Word and every library that writes docx spell the prefix `w`. What is missed is a warning only.
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) ")
_TODAY = re.compile(rb"""(?:<w:instrText[^>]*>|w:instr=["'])\s*(?:DATE|TIME)\b""")


def read(docx: bytes) -> Package | Finding:
    """The parts of the file, or why it is none that can be converted."""
    if not docx:
        return DOCX_EMPTY("")
    try:
        return opc.read(docx)
    except opc.DamagedError as error:
        return DOCX_UNREADABLE("", why=str(error))


def remarks(package: Package) -> Iterator[Finding]:
    """What comes out otherwise than its author sees it in Word, whatever the engine."""
    texts = [part for name, part in package.parts.items() if name.endswith(".xml")]
    if any(_TRACKED.search(text) for text in texts):
        yield TRACKED_CHANGES("")
    if any(_TODAY.search(text) for text in texts):
        yield TODAYS_DATE("")
    linked = {
        relation.target
        for some in package.relations.values()
        for relation in some.values()
        if relation.external and relation.type == "image"
    }
    for target in sorted(linked):
        yield UNFETCHED_PICTURE("", value=target)
