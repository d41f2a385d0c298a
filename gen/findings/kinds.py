"""What a finding is: its level, its kind, and the catalogue that the kinds are declared in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from gen.names import nearest


class Level(StrEnum):
    """How bad it is, worst first.

    `FEL`: a document would be impossible, self-contradictory or false; it stops those
    documents. `LAGBRIST`: the law was broken in what happened; told first, stops nothing.
    """

    FEL = "fel"
    LAGBRIST = "lagbrist"
    VARNING = "varning"
    UPPLYSNING = "upplysning"


ALLA: frozenset[str] = frozenset({"*"})
"""The value of `stoppar` that means every document type."""
PROTOKOLL: frozenset[str] = frozenset({"protokoll", "anslag", "utdrag"})
"""The protokoll, and what is made of it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `at` is a path into the model, or `@fil/blad/cell` (see `source.at`)."""

    code: str
    level: Level
    at: str
    message: str
    expected: str = ""
    value: str = ""
    suggestion: str = ""
    statute: str = ""
    stoppar: frozenset[str] = frozenset()

    def stops(self, document: str) -> bool:
        """Whether `document` (a document type, `protokoll`) must not be made."""
        return "*" in self.stoppar or document in self.stoppar

    def about(self, at: str) -> Finding:
        """The same finding, of the thing at `at`: who found it did not know which it was."""
        return replace(self, at=at)


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the catalogue. `says` and `cure` are Swedish with `{facts}` to fill in.

    `meaning` tells a handläggare what it is about, `wrong` and `right` are an example of each.
    Where nobody has written or done anything wrong (a full disk, an engine that hangs), `seen`
    tells what one sees instead, and the cure what one does. docs/regler.md and `gen förklara` are
    made from them.
    """

    code: str
    level: Level
    says: str
    cure: str
    statute: str = ""
    stoppar: frozenset[str] = frozenset()
    meaning: str = ""
    wrong: str = ""
    right: str = ""
    gist: str = ""
    seen: str = ""

    @property
    def number(self) -> int:
        """The digits of the code: their thousands say what it is about."""
        return int(self.code.removeprefix("GEN-"))

    def __call__(
        self,
        at: str,
        *,
        value: object = "",
        suggestion: str = "",
        stoppar: frozenset[str] | None = None,
        **facts: object,
    ) -> Finding:
        shown = "" if value is None else str(value)
        return Finding(
            code=self.code,
            level=self.level,
            at=at,
            message=self.says.format(value=shown, suggestion=suggestion, **facts),
            expected=self.cure.format(value=shown, suggestion=suggestion, **facts),
            value=shown,
            suggestion=suggestion,
            statute=self.statute,
            stoppar=self.stoppar if stoppar is None else stoppar,
        )


CATALOGUE: dict[str, Kind] = {}


def kind(
    number: int,
    level: Level,
    says: str,
    cure: str,
    *,
    statute: str = "",
    stoppar: frozenset[str] = frozenset(),
    meaning: str = "",
    wrong: str = "",
    right: str = "",
    gist: str = "",
    seen: str = "",
) -> Kind:
    """Declares a kind. ValueError: the number is taken.

    `gist`: what it says of any workbook, where `says` without its facts would say nothing.
    """
    code = f"GEN-{number}"
    if code in CATALOGUE:
        raise ValueError(f"{code} is declared twice")
    texts = (meaning, wrong, right, gist, seen)
    made = CATALOGUE[code] = Kind(code, level, says, cure, statute, stoppar, *texts)
    return made


def as_code(text: str) -> str:
    """A code as it is declared, of what somebody types: `GEN-1308`, `gen 1308` or `1308`."""
    return re.sub(r"(?i)^(?:gen)?[\s–-]*(?=\d)", "GEN-", text.strip())


def unknown(
    kind: Kind,
    at: str,
    value: str,
    names: Iterable[str],
    stoppar: frozenset[str] | None = None,
) -> Finding:
    """A finding on a name that nobody knows, with the nearest of the known ones."""
    return kind(at, value=value, suggestion=nearest(value, names), stoppar=stoppar)


FEL, LAGBRIST, VARNING, UPPLYSNING = Level.FEL, Level.LAGBRIST, Level.VARNING, Level.UPPLYSNING
