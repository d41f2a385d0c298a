"""A cell that says who, in: the people, partier, number and phrases it names out, or findings.

`Almgren; S` · `26` · `Övriga` · `Representanterna från M och C`. A parti stays a parti here: whom
it means depends on who serves in the §, see `votes` and `behandling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from gen import findings
from gen.choices import OVRIGA
from gen.findings import Finding
from gen.model import Sammantrade
from gen.names import fold, nearest
from gen.people import Namn
from gen.register import Register
from gen.swedish.phrases import parse_name
from gen.workbook.convert import split_names
from gen.workbook.people import People


@dataclass(frozen=True, slots=True)
class Vilka:
    """Who a cell names; `led` are people and partier (as text) in the order in which they stand.

    `antal` stands alone: a number says nothing of who.
    """

    led: tuple[Namn | str, ...] = ()
    fritext: tuple[str, ...] = ()
    antal: int | None = None
    ovriga: bool = False

    @property
    def namn(self) -> tuple[Namn, ...]:
        """The people among them."""
        return tuple(one for one in self.led if isinstance(one, Namn))

    @property
    def partier(self) -> tuple[str, ...]:
        """The partier among them."""
        return tuple(one for one in self.led if isinstance(one, str))


@dataclass(frozen=True, slots=True)
class Naming:
    """Those whom a cell can name: the people of the meeting and the register, and their partier."""

    people: People
    partier: Mapping[str, str]

    @classmethod
    def of(cls, meeting: Sammantrade, register: Register) -> Naming:
        """The people of Närvaro first, then those of the register."""
        partier = [row.namn.parti for row in meeting.narvaro]
        partier += [mandate.parti for mandate in register.fortroendevalda]
        people = People.of(meeting.narvaro, register)
        return cls(people, {fold(parti): parti for parti in partier if parti})

    def persons(self, typed: str, path: str) -> tuple[Vilka, list[Finding]]:
        """People and partier; whatever else stands there is told."""
        return self._read(typed, path, phrases=False)

    def who(self, typed: str, path: str) -> tuple[Vilka, list[Finding]]:
        """People and partier, and what is plainly a phrase about some of them."""
        return self._read(typed, path, phrases=True)

    def voters(self, typed: str, path: str) -> tuple[Vilka, list[Finding]]:
        """People, partier and Övriga, or a number alone."""
        if re.fullmatch(r"\d{1,4}", typed.strip()):
            return Vilka(antal=int(typed)), []
        tokens = list(_tokens(typed))
        if any(token.isdigit() for token in tokens):
            return Vilka(), [findings.NUMBER_AND_NAMES(path, value=typed)]
        rest = [token for token in tokens if fold(token) != fold(OVRIGA)]
        vilka, found = self._named(rest, path, phrases=False)
        return replace(vilka, ovriga=len(rest) < len(tokens)), found

    def _read(self, typed: str, path: str, *, phrases: bool) -> tuple[Vilka, list[Finding]]:
        return self._named(_tokens(typed), path, phrases=phrases)

    def _named(
        self, tokens: Iterable[str], path: str, *, phrases: bool
    ) -> tuple[Vilka, list[Finding]]:
        led: list[Namn | str] = []
        fritext: list[str] = []
        found: list[Finding] = []
        for token in tokens:
            parti = self._parti(token)
            if parti and token.strip("()") == parti:
                led.append(parti)
                continue
            person, fault = self.person(token, path)
            if person is not None:
                led.append(person)
            elif parti:
                led.append(parti)
            elif phrases and is_phrase(token) and not nearest(token, self._names()):
                fritext.append(token)
            elif fault is not None:
                found.append(fault)
        return Vilka(tuple(dict.fromkeys(led)), tuple(fritext)), found

    def person(self, typed: str, path: str) -> tuple[Namn | None, Finding | None]:
        """The person, also where the parti tells two of one name apart: `Berg (M)`."""
        name, parti = parse_name(typed)
        if not parti:
            return self.people.find(typed, path)
        same = tuple(n for n in self.people.present if fold(n.parti) == fold(parti))
        person, fault = replace(self.people, present=same).find(name, path)
        return (person, None) if person is not None else (None, fault)

    def _parti(self, token: str) -> str:
        return self.partier.get(fold(token.strip("()")), "")

    def _names(self) -> Iterable[str]:
        yield from (name.namn for name in self.people.present)
        yield from self.people.register.people()


_PARTICLES = frozenset({"von", "af", "av", "de", "der", "van", "el", "al"})


def is_phrase(token: str) -> bool:
    """Whether it is words about somebody (`samtliga ledamöter från M`), not a name."""
    words = token.split()
    return len(words) > 1 and any(w[0].islower() and w not in _PARTICLES for w in words)


def _tokens(typed: str) -> Iterable[str]:
    """Semicolon and line break part names; so do comma and och, which a phrase may hold too."""
    for part in split_names(typed):
        pieces = [p.strip() for p in re.split(r",|\s(?:och|samt)\s", part) if p.strip()]
        yield from [part] if any(is_phrase(piece) for piece in pieces) else pieces
