"""A protokoll's PDF and the §§ that are secret in, the pages of it that anybody may read out.

Whole pages are taken out, as an utdrag is made of whole pages: a § that shares one with something
else stays, and is told.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from gen.findings import Finding
from gen.pdf.pages_of_paragraf import find
from gen.pdf.source import Source


@dataclass(frozen=True, slots=True)
class Undantaget:
    """`pages` are the indexes of those that are left, None for all that there are. `stuck`: the §§
    that cannot be taken out; `empty`: no § is left."""

    pages: tuple[int, ...] | None = None
    stuck: tuple[int | None, ...] = ()
    empty: bool = False


def without(content: bytes, name: str, secret: Collection[int | None]) -> Undantaget:
    """What is left of the protokoll. One that cannot be opened tells so itself when it is bound."""
    # Nothing is there in a dry run.
    source = Source.open(content, name) if secret and content else None
    if source is None or isinstance(source, Finding):
        return Undantaget()
    sections = find(source).sections
    taken: set[int] = set()
    stuck: list[int | None] = []
    for number in secret:
        own = [s for s in sections if s.paragraf is not None and s.paragraf == number]
        if own and all(section.alone for section in own):
            taken |= {page for section in own for page in section.pages}
        else:
            stuck.append(number)
    return Undantaget(
        pages=tuple(page for page in range(len(source)) if page not in taken),
        stuck=tuple(stuck),
        empty=all(section.paragraf in secret for section in sections if section.paragraf),
    )
