"""Parts to a Swedish enumeration (A, B och C), points to att-satser or numbered sentences.

A point's own text is never changed inside; only what people type around it (`- att`, the
final comma or full stop) is taken off and set anew. Callers that hold a point as styled
runs use `point_span` and `point_endings`, and need no string of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from gen.swedish.typography import versal


def list_text(parts: Sequence[str], word: str = "och") -> str:
    """`A`, `A och B`, `A, B och C`; `word` is och, samt or eller. Nothing for no parts."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def parse_list(text: str, word: str = "och") -> tuple[str, ...]:
    """The parts of `list_text`. The `och` of `barn- och utbildningsnämnden` separates nothing.

    A part that itself holds a comma or the word (`vård och omsorg`) cannot be told apart.
    """
    if not text.strip():
        return ()
    *most, rest = re.split(r",\s+", text.strip())
    return (*most, *re.split(rf"(?<![-–])\s+{word}\s+(?!.*(?<![-–])\s{word}\s)", rest))


# --- points of a beslut --------------------------------------------------------------------

# A dash or number is taken off only before an "att" of its own: "- 415 mnkr" is text.
_BEFORE = re.compile(r"\s*(?:(?:[-–—•*·]|\d{1,2}[.)])\s*(?=att\s))?(?:att(?:\s+|$))?", re.I)
_JOINER = re.compile(r"(?:\s*[,;]\s*|\s+)(?:samt|och)\s*,?$", re.I)
_SUBPOINT = re.compile(r"\s*[a-zåäö]\)\s")
# Full stops that belong to the last word or make an ellipsis. A list, not a pattern: the
# stop after "www.lund.se." is the sentence's.
_OWN_STOP = re.compile(
    r"(?<!\w)(?:m\. ?(?:m|fl)|[oe]\. ?(?:d|dyl)|o\. ?s\. ?v|osv|etc|f\. ?d)\.$|\.\.$", re.I
)
_SENTENCE_OVER = re.compile(r"[?!…:]$")
_QUOTE_OVER = re.compile(r"[.?!…][”\"’»]$")


def is_subpoint(text: str) -> bool:
    """Whether the row is a sub-point: `a) utreda kostnaden`."""
    return _SUBPOINT.match(text) is not None


def point_span(text: str) -> tuple[int, int]:
    """Where in `text` the bare point starts and ends."""
    m = _BEFORE.match(text)
    start = m.end() if m else 0
    point = text[start:]
    while (shorter := _without_ending(point)) != point:
        point = shorter
    return start, start + len(point)


def bare_point(text: str) -> str:
    """A point without its `att`, its final comma, `samt` or full stop: `avslå motionen`.

    Line by line the inverse of `att_satser` and, but for the first letter, of `sentences`.
    """
    start, end = point_span(text)
    return text[start:end]


def point_endings(
    points: Sequence[str], between: str = ",", before_last: str = ", samt"
) -> tuple[str, ...]:
    """What is to follow each bare point; the last gets a full stop.

    A point that ends its sentence itself (`?`, `!`, `:`, a stop within quotes, `m.m.`) gets
    no second sign. Sub-points (`a)`) belong to the point above: the last of them takes its
    ending, the others a comma, and the point itself none, since it goes on in them.
    """
    group = list(accumulate(int(not is_subpoint(point)) for point in points))
    return tuple(
        _fitted(point, _sign(i, group, is_subpoint(point), between, before_last))
        for i, point in enumerate(points)
    )


def att_satser(points: Sequence[str]) -> tuple[str, ...]:
    """Finished lines `att …,` of points typed with or without att and final signs.

    One point is one line with a full stop; several have commas and `, samt`. A row with
    nothing in it is no point.
    """
    bare = _bare(points)
    return tuple(
        f"{'' if is_subpoint(point) else 'att '}{point}{ending}"
        for point, ending in zip(bare, point_endings(bare), strict=True)
    )


def sentences(points: Sequence[str]) -> tuple[str, ...]:
    """Finished independent sentences (`Motionen avslås.`); their numbers are the list style's."""
    bare = _bare(points)
    return tuple(
        f"{point if is_subpoint(point) else versal(point)}{ending}"
        for point, ending in zip(bare, point_endings(bare, ".", "."), strict=True)
    )


def _bare(points: Sequence[str]) -> tuple[str, ...]:
    return tuple(bare for point in points if (bare := bare_point(point)))


def _without_ending(text: str) -> str:
    text = _JOINER.sub("", text.rstrip())
    if text.endswith((",", ";")) or (text.endswith(".") and not _OWN_STOP.search(text)):
        text = text[:-1]
    return text.rstrip()


def _sign(i: int, group: list[int], sub: bool, between: str, before_last: str) -> str:
    if i + 1 < len(group) and group[i + 1] == group[i]:
        return "," if sub else ""
    return {0: ".", 1: before_last}.get(group[-1] - group[i], between)


def _fitted(point: str, sign: str) -> str:
    """The sign, or what is left of it after a point that already has one."""
    if _SENTENCE_OVER.search(point):
        return "" if point.endswith(":") else sign.lstrip(",.")
    if sign == "." and (_QUOTE_OVER.search(point) or point.endswith(".")):
        return ""
    return sign
