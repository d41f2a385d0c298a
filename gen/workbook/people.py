"""Who is meant: a name as somebody typed it in, the person or a finding out.

`Almgren` is enough where only one has that name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gen import findings
from gen.findings import Finding
from gen.names import fold
from gen.people import Namn, Narvaro
from gen.register import Register
from gen.workbook.columns import STOPS, Must


@dataclass(frozen=True, slots=True)
class People:
    """Those of the meeting first, then those of the register."""

    present: tuple[Namn, ...]
    register: Register

    @classmethod
    def of(cls, narvaro: Iterable[Narvaro], register: Register) -> People:
        """The people of Närvaro; one who has two rows counts once."""
        return cls(tuple(dict.fromkeys(row.namn for row in narvaro)), register)

    def find(self, typed: str, path: str) -> tuple[Namn | None, Finding | None]:
        """The person, or a finding at `path`: unknown, with the nearest name, or ambiguous."""
        wanted = fold(typed)
        known = self.register.find_person(typed)
        if known is not None:
            wanted = fold(known[0])
        exact = [name for name in self.present if fold(name.namn) == wanted]
        if exact:
            return exact[0], None
        if known is not None:
            return Namn(namn=known[0], parti=known[1]), None
        by_surname = [name for name in self.present if wanted in fold(name.namn).split()]
        if len(by_surname) == 1:
            return by_surname[0], None
        stops = STOPS[Must.PROTOKOLL]
        if by_surname:
            people = ", ".join(name.namn for name in by_surname)
            return None, findings.AMBIGUOUS_PERSON(path, value=typed, people=people, stoppar=stops)
        names = [*(name.namn for name in self.present), *self.register.people()]
        return None, findings.unknown(findings.UNKNOWN_PERSON, path, typed, names, stoppar=stops)
