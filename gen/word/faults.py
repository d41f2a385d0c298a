"""What is wrong with a template: a kind of fault and its place in, a finding or an error out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gen.errors import DataError
from gen.findings import Finding, Kind
from gen.source import at

_SHOWN = 90
"""Signs of a paragraph that are quoted: enough to find it by, short enough to read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a template: its part in Swedish (`sidhuvudet`), and the paragraph as one reads it.

    `file` is the file that the part came from, where that is not the template itself: headers
    and footers stand in the brevpapper. `number` counts the part's paragraphs from 1 (0: no
    certain one), `heading` is the one above it.
    """

    part: str
    paragraph: str
    tag: str = ""
    file: str = ""
    number: int = 0
    heading: str = ""


class Refused(Exception):  # noqa: N818 - the answer to a template, not yet an error of the run
    """What a template asks for and does not get. `facts` fill in the kind's sentence."""

    def __init__(self, kind: Kind, place: Place | None = None, **facts: str) -> None:
        super().__init__(kind.code)
        self.kind, self.place, self.facts = kind, place, facts

    def __reduce__(self) -> tuple[Any, ...]:
        return _refused, (self.kind, self.place, self.facts)


class TemplateError(DataError):
    """A template that no document can be made from. Exit code 1.

    `template` is the file, `part` and `paragraph` the place (empty when the whole file is
    meant), `field` what was written there, `nearest` the existing name most like it.
    """

    def __init__(self, refused: Refused, template: str) -> None:
        self.refused = refused
        self._made_of = refused, template
        place = refused.place or Place("", "")
        self.template = place.file or template
        self.part, self.paragraph = place.part, place.paragraph
        found = as_finding(refused, template)
        self.field, self.nearest = found.value, found.suggestion
        super().__init__(found)

    def __reduce__(self) -> tuple[Any, ...]:
        # Pickle would call the class with the message alone, and break a pool of processes.
        return TemplateError, self._made_of


def _refused(kind: Kind, place: Place | None, facts: dict[str, str]) -> Refused:
    return Refused(kind, place, **facts)


def as_finding(refused: Refused, template: str) -> Finding:
    """What is refused as a finding at its place: `@mall.docx/dokumentet/stycke 12`."""
    place = refused.place or Place("", "")
    file = place.file or template
    facts: dict[str, Any] = dict(refused.facts)
    value, near = facts.pop("value", place.tag), facts.pop("nearest", "")
    if near:
        facts["förslag"] = f" Menade du {near}?"
    cell = f"stycke {place.number}" if place.number else ""
    return refused.kind(
        at(file, place.part, cell),
        value=value,
        suggestion=near,
        **{"i_mallen": _where(file, place), "mall": file, "förslag": "", **facts},
    )


def without_place(refused: Refused, template: str) -> str:
    """What is wrong, for who stands at the place already: a sentence without it."""
    place = refused.place or Place("", "")
    said = as_finding(refused, template).message
    said = said.removeprefix(f"{_where(place.file or template, place)}: ")
    return said[:1].upper() + said[1:]


def _where(file: str, place: Place) -> str:
    where = f"Mallen {file}"
    if place.part:
        where += f", {place.part}"
    if place.paragraph.strip():
        where += f", stycket ”{_quoted(place)}”"
    elif place.number:
        where += f", det tomma stycket {place.number}"
    if place.heading and place.heading != " ".join(place.paragraph.split()):
        where += f" under rubriken ”{_cut(place.heading)}”"
    return where


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN // 2 else text[: _SHOWN // 2].rstrip() + "…"


def _quoted(place: Place) -> str:
    """The paragraph, or as much of it around the tag as helps to find it."""
    text = " ".join(place.paragraph.split())
    if len(text) <= _SHOWN:
        return text
    tag = " ".join(place.tag.split())
    start = max(0, min(text.find(tag) - (_SHOWN - len(tag)) // 2, len(text) - _SHOWN))
    end = start + _SHOWN
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
