"""A protokoll to cut: opened, with where its parts stand; §§ of it in, the finished PDF out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from gen import findings
from gen.documents.brevhuvud import SEKRETESS
from gen.errors import DataError, UsageError
from gen.findings import Finding
from gen.identity import identity
from gen.model import Sammantrade
from gen.pdf.lines import squeezed
from gen.pdf.merge import Assembled, Part, assemble
from gen.pdf.metadata import Metadata
from gen.pdf.pages_of_paragraf import Doubt, Places, Why, find
from gen.pdf.source import Source
from gen.pdf.stamp import stamp
from gen.source import at
from gen.utdrag.extracts import Extract

_TELLING: Final = 16
"""Letters of a rubrik: a shorter one may be a word of any page."""


@dataclass(frozen=True)
class Protokoll:
    """An opened protokoll. `signed`: it is somebody's, and not what gen made now."""

    source: Source
    places: Places
    signed: bool = False


@dataclass(frozen=True)
class Cuttable:
    """A protokoll to cut, and the pages that go behind every § of it."""

    protokoll: Protokoll
    bevis: Source | None
    bestyrkande: Source

    def part(self, numbers: Iterable[int], *, secret: bool) -> list[Part]:
        """The pages of those §§ and what goes with them. `secret`: one of them has sekretess, and
        the page that gen puts behind those that were signed says so."""
        out = [Part(self.protokoll.source, self._pages(numbers))]
        out += [Part(self.bevis)] if self.bevis is not None else []
        return [*out, Part(self.bestyrkande, stamp=stamp(SEKRETESS) if secret else None)]

    def _pages(self, numbers: Iterable[int]) -> tuple[int, ...]:
        places = self.protokoll.places
        own = [page for number in numbers for page in places.paragrafer[number].pages]
        return (*own, *places.fixed)

    def made_of(self, numbers: Iterable[int]) -> tuple[str, tuple[int, ...]]:
        """What an extract of those §§ holds: the files by their hash, the pages of the first."""
        return self._sha256, self._pages(numbers)

    @cached_property
    def _sha256(self) -> str:
        files = [self.protokoll.source, self.bestyrkande, *([self.bevis] if self.bevis else [])]
        hashes = (hashlib.sha256(one.data).digest() for one in files)
        return hashlib.sha256(b"".join(hashes)).hexdigest()


def signed_at(path: Path | None) -> Protokoll | None:
    """What a person gives to cut. UsageError: it is not there; DataError: it is no PDF to cut."""
    if path is None:
        return None
    if not path.is_file():
        raise UsageError(findings.NO_FILE(at(path.name), value=path))
    return replace(opened(path.read_bytes(), path.name), signed=True)


def opened(content: bytes, name: str) -> Protokoll:
    """The protokoll; DataError with the file's name where it cannot be read."""
    source = whole(content, name)
    try:
        return Protokoll(source, find(source))
    except DataError as error:
        raise DataError(error.finding.about(at(name))) from error


def whole(content: bytes, name: str) -> Source:
    """A PDF of which all pages are taken. DataError as `opened`."""
    source = Source.open(content, name)
    if isinstance(source, Finding):  # a person has put something else there
        raise DataError(source.about(at(name)))
    return source


def without_rubriker(held: Protokoll, meeting: Sammantrade, own: Sequence[int]) -> Protokoll:
    """Without the pages of the försättsblad that name another § by its rubrik.

    `own`: the §§ of this protokoll. On the other pages that go with every § they are a doubt.
    """
    places, source = held.places, held.source
    rubriker = {
        squeezed(arende.rubrik): arende.rubrik
        for arende in meeting.arenden
        if [arende.paragraf] != list(own)
    }
    telling = {short: rubrik for short, rubrik in rubriker.items() if len(short) >= _TELLING}
    named: dict[int, str] = {}
    for page in places.fixed:
        text = squeezed("".join(piece.text for piece in source.written(page)))
        if found := next((rubrik for short, rubrik in telling.items() if short in text), ""):
            named[page] = found
    front = tuple(page for page in places.forsattsblad if page not in named)
    doubts = [Doubt(Why.STRAY, p, t) for p, t in named.items() if p not in places.forsattsblad]
    left_out = {*places.left_out, *places.forsattsblad}.difference(front)
    cleared = replace(
        places,
        forsattsblad=front,
        left_out=tuple(sorted(left_out)),
        shared=places.shared or next(iter(doubts), None),
    )
    return replace(held, places=cleared)


def assembled(
    extract: Extract, cuttable: Mapping[str, Cuttable], author: str, motor: str
) -> Assembled:
    """The finished file. `motor` made the pages, but for those of a protokoll from elsewhere."""
    secret = _secret(extract)
    parts = [
        part
        for name, numbers in _by_protokoll(extract).items()
        for part in cuttable[name].part(numbers, secret=secret)
    ]
    foreign = [one.protokoll.source for one in cuttable.values() if one.protokoll.signed]
    day = extract.parts[0].part.datum
    assert day is not None
    meta = Metadata(extract.title, f"{day.isoformat()}T00:00:00+00:00", author=author)
    return assemble(parts, meta, engine=foreign[0].producer if foreign else motor)


def key(extract: Extract, cuttable: Mapping[str, Cuttable]) -> str:
    """What the file is made from, as one hash: the files, the pages of the §§ and its title."""
    parts = _by_protokoll(extract)
    made_of = [[name, *cuttable[name].made_of(numbers)] for name, numbers in parts.items()]
    facts = [identity(), extract.title, _secret(extract), made_of]
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()


def _secret(extract: Extract) -> bool:
    return any(one.arende.sekretess for one in extract.parts)


def _by_protokoll(extract: Extract) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for one in extract.parts:
        out.setdefault(one.protokoll, []).append(one.paragraf)
    return out
