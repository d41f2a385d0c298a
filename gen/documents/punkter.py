"""The points of a decision in, its lead-ins and lists as JSON blocks out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from gen import text
from gen.beslut import Grupp
from gen.model import Run, Text, plain
from gen.swedish.lists import is_subpoint, point_endings, point_spans, subpoint_mark
from gen.swedish.typography import versal
from gen.text import Json


def decision_blocks(*groups: Grupp, numbered: bool, below_points: bool = False) -> list[Json]:
    """Each group's lead-in and its points: att-satser or numbered sentences, by the register's
    Stil. A lead-in below the points of another group, or `below_points`, has air above it."""
    out: list[Json] = []
    for group in groups:
        if not group.punkter:
            out += [text.paragraph(group.inledning)] if group.inledning else []
            continue
        style = "ingress-forts" if out or below_points else "ingress"
        out.append(text.paragraph(group.inledning, style))
        out += _listed(points(group.punkter, numbered=numbered), numbered=numbered)
    return out


@dataclass(frozen=True, slots=True)
class Punkt:
    """A point between the words and signs that Swedish wants, and its sub-points without their
    letters."""

    text: Text
    delar: tuple[Text, ...] = ()


def _listed(some: Sequence[Punkt], *, numbered: bool) -> Iterator[Json]:
    """The points; a level of their own for what stands below one of them."""
    if len(some) == 1:  # one alone has neither bullet nor number
        below = some[0].delar
        yield text.paragraph(some[0].text, "ingress" if below else "att-sats")
        if below:
            yield text.items(below, "bokstavslista")
        return
    kind = "numrerad" if numbered else "att-satser"
    parted = any(point.delar for point in some)
    waiting: list[Text] = []
    begun = False
    for point in some:
        waiting.append(point.text)
        if point.delar:
            yield text.items(waiting, kind, goes_on=begun, parted=parted)
            yield text.items(point.delar, "bokstavslista-i-lista", goes_on=True)
            waiting, begun = [], True
    if waiting:
        yield text.items(waiting, kind, goes_on=begun, parted=parted)


def points(typed: Sequence[Text], *, numbered: bool) -> list[Punkt]:
    """What is typed, with its bold and italic. Sub-points whose letters do not run a, b, c keep
    them, on lines of their own in the point: somebody may cite them by those."""
    texts = [plain(text_) for text_ in typed]
    spans = point_spans(texts)
    between = (".", ".") if numbered else (",", ", samt")
    endings = point_endings([t[a:b] for t, (a, b) in zip(texts, spans, strict=True)], *between)
    groups: list[list[Text]] = []
    for rich, (start, end), ending in zip(typed, spans, endings, strict=True):
        body = text.cut(rich, start, end)
        if is_subpoint(plain(body)) and groups:
            groups[-1].append((*body, Run(text=ending)))
            continue
        if numbered and body:
            body = (body[0].model_copy(update={"text": versal(body[0].text)}), *body[1:])
        before = () if numbered else (Run(text="att "),)
        groups.append([tuple(run for run in (*before, *body, Run(text=ending)) if run.text)])
    return [_punkt(point, below) for point, *below in groups]


def _punkt(point: Text, below: Sequence[Text]) -> Punkt:
    marks = [subpoint_mark(plain(sub)) for sub in below]
    if "".join(letter for letter, _ in marks) == ascii_lowercase[: len(below)]:
        cut = (text.cut(sub, length) for sub, (_, length) in zip(below, marks, strict=True))
        return Punkt(point, tuple(cut))
    return Punkt((*point, *(run for sub in below for run in (Run(text="\n"), *sub))))
