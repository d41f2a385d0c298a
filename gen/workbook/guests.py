"""The names on Närvaro that the register does not know in, what there is to say of them out.

A guest need not stand in the register. A förtroendevald whose name is misspelt would be taken for
one, and so lose the seat and the vote: that is a fel, and who is meant is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from gen import findings
from gen.findings import Finding
from gen.names import fold, nearest
from gen.register import Fortroendevald, Register

MISSPELT: Final = 0.8
"""Two names that are less alike than this are two people's."""
_ELECTED = ("ledamot", "ersättare", "ordförande")


@dataclass(frozen=True, slots=True)
class Guest:
    """A row of Närvaro (`path`) whose name the register does not know; `parti` as typed."""

    path: str
    typed: str
    parti: str
    uppdrag: str


def told(
    guests: Iterable[Guest],
    here: Iterable[str],
    mandates: Iterable[Fortroendevald],
    register: Register,
) -> Iterator[Finding]:
    """`here`: the names of all rows; `mandates`: those of the organ on the day."""
    standing = {fold(name) for name in here}
    absent = [m.namn for m in mandates if fold(m.namn) not in standing]
    for guest in guests:
        words = guest.uppdrag.casefold()
        # A title of one's own tells a guest who happens to be called nearly so.
        titled = bool(words) and not any(word in words for word in _ELECTED)
        meant = "" if titled else nearest(guest.typed, absent, MISSPELT)
        if meant:
            yield findings.MISSPELT_MEMBER(guest.path, value=guest.typed, suggestion=meant)
            continue
        described = bool(guest.parti or guest.uppdrag)
        near = nearest(guest.typed, register.people(), MISSPELT if described else 0.6)
        if near or not described:
            yield findings.GUEST(guest.path, value=guest.typed, suggestion=near)
