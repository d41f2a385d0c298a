"""What is wrong with a template: a kind of fault and its place in, an error to act on out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gen.errors import DataError
from gen.findings import Kind

_SHOWN = 90
"""Signs of a paragraph that are quoted: enough to find it by, short enough to read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a template: its part in Swedish (`sidhuvudet`), and the paragraph as one reads it.

    `file` is the file that the part came from, where that is not the template itself: headers
    and footers stand in the brevpapper.
    """

    part: str
    paragraph: str
    tag: str = ""
    file: str = ""


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
        self._made_of = refused, template
        place = refused.place or Place("", "")
        self.template = place.file or template
        self.part, self.paragraph = place.part, place.paragraph
        facts: dict[str, Any] = dict(refused.facts)
        self.field = facts.pop("value", place.tag)
        self.nearest = facts.pop("nearest", "")
        if self.nearest:
            facts["förslag"] = f" Menade du {self.nearest}?"
        where = f"Mallen {self.template}"
        if place.part:
            where += f", {place.part}, stycket ”{_quoted(place)}”"
        super().__init__(
            refused.kind(
                f"@{self.template}" + (f"/{place.part}" if place.part else ""),
                value=self.field,
                suggestion=self.nearest,
                **{"i_mallen": where, "mall": self.template, "förslag": "", **facts},
            )
        )

    def __reduce__(self) -> tuple[Any, ...]:
        # Pickle would call the class with the message alone, and break a pool of processes.
        return TemplateError, self._made_of


def _refused(kind: Kind, place: Place | None, facts: dict[str, str]) -> Refused:
    return Refused(kind, place, **facts)


def _quoted(place: Place) -> str:
    """The paragraph, or as much of it around the tag as helps to find it."""
    text = " ".join(place.paragraph.split())
    if len(text) <= _SHOWN:
        return text
    tag = " ".join(place.tag.split())
    start = max(0, min(text.find(tag) - (_SHOWN - len(tag)) // 2, len(text) - _SHOWN))
    end = start + _SHOWN
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
