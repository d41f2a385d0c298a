"""The rows of a föreskrift in, its text as blocks out, and the list of what it contains.

A § is its number, in bold, and its text in one paragraph, as in a law. It is no heading: its words
would be read aloud as one. What finds one's way are the chapters and the rubriker over the §§.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from gen import text
from gen.choices import (
    ANTECKNING,
    BILAGA,
    BOKSTAVSLISTA,
    KAPITEL,
    NUMRERAD_LISTA,
    OVERGANG,
    PARAGRAF,
    PUNKTLISTA,
    RUBRIK,
)
from gen.foreskrift import Bestammelse, Foreskrift
from gen.jobs import JSON
from gen.model import plain
from gen.swedish.lagrum import Nummer
from gen.swedish.typography import NBSP
from gen.text import Json

_CLOSING = ("Ikraftträdande", "Ikraftträdande- och övergångsbestämmelser")
"""What the last of the text is called: one provision, or several, which are numbered."""
_GAP: Json = {"text": " \t"}
"""A number that ends just before a tab stop would stand against its text without the blank."""
_LEADS_IN = {"brödtext": "ingress", "paragraf": "paragraf-inledning"}
"""What a paragraph is called that a list follows: it is never parted from it."""


def body(own: Foreskrift) -> list[Json]:
    """The whole text. A heading is of the second level, or of the third within a chapter."""
    out: list[Json] = []
    for section in _sections(own):
        if section.heading:
            style = "rubrik" if section.listed else "underrubrik"
            out.append(text.heading(section.heading, style, anchor=section.anchor))
        out += _blocks(section.rows, own)
    return out


def contents(own: Foreskrift) -> list[Json]:
    """A line for each chapter, or for each rubrik that stands in none; nothing where none is
    wanted."""
    if not own.innehallsforteckning:
        return []
    out = []
    for section in _sections(own):
        if section.listed:
            numbers = section.numbers
            held = f" ({own.tecknad(numbers[0], numbers[-1])})" if numbers else ""
            out.append(text.entry(f"{section.heading}{held}", section.anchor))
    return out


@dataclass(slots=True)
class _Section:
    """What stands under a heading. `listed`: it is of the second level. `numbers` are those of
    its §§, of a chapter those of its rubriker too."""

    heading: str = ""
    listed: bool = False
    anchor: str = ""
    rows: list[Bestammelse] = field(default_factory=list)
    numbers: list[Nummer] = field(default_factory=list)


def _sections(own: Foreskrift) -> list[_Section]:
    rows = [rad for rad in own.bestammelser if rad.del_ not in (ANTECKNING, BILAGA)]
    out = [_Section()]
    chapter: _Section | None = None
    for rad in rows:
        heading = plain(rad.text).strip()
        if rad.del_ == KAPITEL:
            heading = f"{rad.nr}{NBSP}kap. {heading}".strip()
        elif rad.del_ == OVERGANG and out[-1].heading not in _CLOSING:
            heading = _CLOSING[sum(some.del_ == OVERGANG for some in rows) > 1]
        elif rad.del_ != RUBRIK:
            heading = ""
        if heading:
            within = chapter is not None and rad.del_ == RUBRIK
            anchor = "" if within else f"avsnitt_{len(out)}"
            out.append(_Section(heading, not within, anchor))
            chapter = out[-1] if rad.del_ == KAPITEL else chapter if within else None
        if rad.del_ not in (KAPITEL, RUBRIK):
            out[-1].rows.append(rad)
        if rad.del_ == PARAGRAF and rad.nr is not None:
            (chapter or out[-1]).numbers.append(rad.nr)
    return out


# -- what stands under a heading -------------------------------------------------------------


def _blocks(rows: Sequence[Bestammelse], own: Foreskrift) -> list[Json]:
    several = sum(rad.del_ == OVERGANG for rad in own.bestammelser) > 1
    styles = {
        NUMRERAD_LISTA: "numrerad",
        BOKSTAVSLISTA: "bokstavslista",
        PUNKTLISTA: "punktlista",
        **({OVERGANG: "numrerad"} if several else {}),
    }
    groups = [
        (style, list(some)) for style, some in groupby(rows, key=lambda r: styles.get(r.del_, ""))
    ]
    kinds = ["", "", *(style for style, _ in groups)]
    out: list[Json] = []
    for (style, some), before in zip(groups, pairwise(kinds), strict=False):
        if not style:
            out += _prose(some, own)
            continue
        inside = style == "bokstavslista" and before[1] == "numrerad"
        on = style == "numrerad" and before == ("numrerad", "bokstavslista")
        kind = "bokstavslista-i-lista" if inside else style
        points = (text.strip(rad.text) for rad in some)
        out.append(text.items(points, kind, goes_on=inside or on))
    return list(_led_in(out))


def _prose(rows: Sequence[Bestammelse], own: Foreskrift) -> Iterator[Json]:
    """Stycken and §§. A § has its number before its first words, or alone before a list."""
    number: list[JSON] = []
    for rad in rows:
        if rad.del_ == PARAGRAF and rad.nr is not None:
            yield from _alone(number)
            number = [{"text": own.tecknad(rad.nr), "fet": True}]
        blocks = text.blocks([rad.text])
        if number and (blocks or rad.fil):
            said = blocks.pop(0)["text"] if blocks and blocks[0]["typ"] == "stycke" else []
            assert isinstance(said, list)
            yield from _alone([*number, _GAP, *said] if said else number)
            number = []
        yield from blocks
        if rad.fil:
            yield text.file(rad.fil)
    yield from _alone(number)


def _alone(runs: list[JSON]) -> Iterator[Json]:
    if runs:
        yield {"typ": "stycke", "stil": "paragraf", "text": runs}


def _led_in(blocks: Sequence[Json]) -> Iterator[Json]:
    for block, below in zip(blocks, (*blocks[1:], {})[: len(blocks)], strict=True):
        style = _LEADS_IN.get(str(block.get("stil", "")))
        if style and below.get("typ") == "lista":
            block = {**block, "stil": style}
        yield block
