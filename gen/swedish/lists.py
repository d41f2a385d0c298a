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


# --- points of a beslut --------------------------------------------------------------------

# A dash or number is taken off only before an "att" of its own: "- 415 mnkr" is text.
_BEFORE = re.compile(r"\s*(?:(?:[-–—•*·]|\d{1,2}[.)])\s*(?=att\s))?(?:att(?:\s+|$))?", re.I)
_JOINER = re.compile(r"(?:\s*[,;]\s*|\s+)(?:samt|och)\s*,?$", re.I)
_NUMBER = re.compile(r"\s*(\d{1,2})[.)]\s+")
_SUBPOINT = re.compile(r"\s*([a-zåäö])\)\s+")
# Språkrådet: no colon where the sentence goes on into the list without a pause.
_GOES_ON = re.compile(
    r"\b(?:att|av|bör|de|dels|den|det|du|efter|eller|en|enligt|ett|från|får|för|före|genom|hos|i|inom"
    r"|kan|med|mellan|mot|måste|och|om|på|samt|sin|sina|sitt|ska|skall|som|till|under|utan|vid|är)$",
    re.I,
)
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


def subpoint_mark(text: str) -> tuple[str, int]:
    """The letter of a sub-point and how long its mark is: `("a", 3)`; of another text `("", 0)`."""
    m = _SUBPOINT.match(text)
    return (m[1], m.end()) if m else ("", 0)


def point_spans(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Where in each text the bare point starts and ends.

    `1.`, `2.`, `3.` before all the points of a group are somebody's numbering, not their text.
    """
    numbers = {i: m for i, text in enumerate(texts) if (m := _NUMBER.match(text))}
    points = [i for i, text in enumerate(texts) if not is_subpoint(text)]
    counted = [int(numbers[i][1]) if i in numbers else 0 for i in points]
    if counted != list(range(1, len(points) + 1)):
        numbers = {}
    return [point_span(t, numbers[i].end() if i in numbers else 0) for i, t in enumerate(texts)]


def point_span(text: str, start: int = 0) -> tuple[int, int]:
    """Where in `text`, from `start` on, the bare point starts and ends."""
    m = _BEFORE.match(text, start)
    start = m.end() if m else start
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
    no second sign. Sub-points (`a)`) belong to the point above: they are an enumeration of their
    own, and the last of them takes its ending. The point itself has a colon, unless it goes on in
    them in the middle of a phrase (`ge nämnden i uppdrag att`).
    """
    group = list(accumulate(int(not is_subpoint(point)) for point in points))
    return tuple(
        _fitted(point, _sign(i, group, points, between, before_last))
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
    spans = zip(points, point_spans(points), strict=True)
    return tuple(bare for point, (start, end) in spans if (bare := point[start:end]))


def _without_ending(text: str) -> str:
    text = _JOINER.sub("", text.rstrip())
    if text.endswith((",", ";")) or (text.endswith(".") and not _OWN_STOP.search(text)):
        text = text[:-1]
    return text.rstrip()


def _sign(i: int, group: list[int], points: Sequence[str], between: str, before_last: str) -> str:
    left = group.count(group[i]) - group[: i + 1].count(group[i])
    if left:
        if not is_subpoint(points[i]):
            return "" if _GOES_ON.search(points[i]) else ":"
        return " och" if left == 1 else ","
    return {0: ".", 1: before_last}.get(group[-1] - group[i], between)


def _fitted(point: str, sign: str) -> str:
    """The sign, or what is left of it after a point that already has one."""
    if _SENTENCE_OVER.search(point):
        return "" if point.endswith(":") else sign.lstrip(",.:")
    if sign == "." and (_QUOTE_OVER.search(point) or point.endswith(".")):
        return ""
    return sign
