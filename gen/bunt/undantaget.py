"""A protokoll's PDF and the §§ that are secret in, the pages of it that anybody may read out.

Whole pages are taken out, as an utdrag is made of whole pages: a § that shares one with something
else stays, and is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gen.errors import DataError
from gen.findings import Finding
from gen.pdf.lines import squeezed
from gen.pdf.pages_of_paragraf import find
from gen.pdf.source import Source

_TELLING: Final = 8
"""Letters of a rubrik: a shorter one may be a word of any page."""


@dataclass(frozen=True, slots=True)
class Undantaget:
    """`pages` are the indexes of those that are left, None for all that there are. `stuck`: the §§
    that cannot be taken out; `empty`: no § is left."""

    pages: tuple[int, ...] | None = None
    stuck: tuple[int | None, ...] = ()
    empty: bool = False


def without(content: bytes, name: str, secret: Mapping[int | None, str]) -> Undantaget:
    """What is left of the protokoll. One that cannot be opened tells so itself when it is bound.

    `secret`: each § with its rubrik where that is secret too: a kommun's own försättsblad may list
    them.
    """
    # Nothing is there in a dry run.
    source = Source.open(content, name) if secret and content else None
    if source is None or isinstance(source, Finding):
        return Undantaget()
    try:
        sections = find(source).sections
    except DataError:  # a damaged page: what stands on it is not known
        return Undantaget(stuck=tuple(secret))
    taken: set[int] = set()
    stuck: list[int | None] = []
    for number in secret:
        own = [s for s in sections if s.paragraf is not None and s.paragraf == number]
        if own and all(section.alone for section in own):
            taken |= {page for section in own for page in section.pages}
        else:
            stuck.append(number)
    pages = [page for page in range(len(source)) if page not in taken]
    said = [squeezed("".join(piece.text for piece in source.written(page))) for page in pages]
    for number, rubrik in secret.items():
        short = squeezed(rubrik)
        if len(short) >= _TELLING and any(short in text for text in said) and number not in stuck:
            stuck.append(number)
    return Undantaget(
        pages=tuple(pages),
        stuck=tuple(stuck),
        empty=all(section.paragraf in secret for section in sections if section.paragraf),
    )
