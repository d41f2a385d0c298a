"""A cell's text in, blocks out: paragraphs, lists and tables as JSON, with its bold and italic.

A cell's text is text. The only mark-up: two or more consecutive lines that begin with `- ` are
a list; one alone is text, as in `- 415 mnkr`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from gen.jobs import JSON
from gen.model import Run, Text

Json = dict[str, JSON]
LIST_MARK = "- "


def blocks(texts: Iterable[Text], *, style: str = "brödtext") -> list[Json]:
    """The blocks of several cells, one after the other."""
    return [block for text in texts for block in _blocks(text, style)]


def paragraph(text: Text | str, style: str = "brödtext") -> Json:
    """One paragraph; line breaks inside stay line breaks."""
    return {"typ": "stycke", "stil": style, "text": runs(text)}


def items(
    texts: Iterable[Text | str],
    style: str = "punktlista",
    *,
    goes_on: bool = False,
    parted: bool = False,
) -> Json:
    """One list, a point a text. `goes_on`: it counts on where the list before it ended, or under
    its last point. `parted`: the list has a level below it, so that it goes on in other blocks."""
    listed: Json = {"typ": "lista", "stil": style, "poster": [runs(text) for text in texts]}
    listed |= {"fortsätter": True} if goes_on else {}
    return {**listed, "delad": True} if parted else listed


def subheading(text: Text | str, below: int = 2) -> Json:
    """A heading within a part whose own is of the level `below`: 2, as in a §, or 3."""
    style = {"stil": "underrubrik-4"} if below == 3 else {}
    return {"typ": "underrubrik", **style, "text": runs(text)}


def heading(text: Text | str, style: str = "rubrik", *, anchor: str = "") -> Json:
    """A heading; `anchor` is the name by which a list of contents knows it."""
    return {"typ": "rubrik", "stil": style, "text": runs(text), "ankare": anchor}


def entry(text: Text | str, anchor: str) -> Json:
    """A line of a list of contents: what a heading says, and the page that it stands on."""
    return {"typ": "innehållspost", "stil": "innehåll", "text": runs(text), "ankare": anchor}


class Column(NamedTuple):
    """A column of a table: its heading, its share of the width, and whether it holds numbers."""

    heading: str
    share: int = 1
    number: bool = False


def table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Text | str | list[Json]]],
    *,
    description: str,
    style: str = "tabell",
    heading: str = "tabellrubrik",
) -> Json:
    """A table as wide as the text, with a header row that is read aloud and repeated.

    A cell is text, or blocks where it is more than one paragraph; `description` is what a screen
    reader says of the whole. ValueError for a row with more or fewer cells than columns: nothing
    is merged, since merged cells cannot be read aloud.
    """
    kinds = ["tabelltal" if column.number else "tabelltext" for column in columns]
    above = [_HEADINGS.get(kind, heading) for kind in kinds]
    head = [_cell(column.heading, kind) for column, kind in zip(columns, above, strict=True)]
    body = [[_cell(c, kind) for c, kind in zip(row, kinds, strict=True)] for row in rows]
    return {
        "typ": "tabell",
        "stil": style,
        "beskrivning": description,
        "bredder": [column.share for column in columns],
        "huvud": [list[JSON](head)],
        "rader": [list[JSON](row) for row in body],
    }


_HEADINGS = {"tabelltal": "tabelltalrubrik"}


def _cell(cell: Text | str | list[Json], kind: str) -> list[JSON]:
    if isinstance(cell, list):
        return list[JSON](cell)
    return [paragraph(cell, kind)] if cell else []


def file(name: str, below: int = 2) -> Json:
    """A Word file set in whole; `name` is its role among the job's resources, `below` the level
    of the heading that it stands under."""
    return {"typ": "fil", "fil": name, **({} if below == 2 else {"under": below})}


def files(value: JSON) -> Iterator[str]:
    """The files that the blocks in a context set in, each once for each place."""
    if isinstance(value, dict):
        if value.get("typ") == "fil" and isinstance(value.get("fil"), str):
            yield str(value["fil"])
            return
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from files(part)


def content(blocks: list[Json]) -> Json:
    """The blocks as one value of the context, for `{{p … }}` in a template."""
    return {"block": list[JSON](blocks)}


def runs(text: Text | str) -> list[JSON]:
    """The runs as JSON; bold and italic only where they are set."""
    if isinstance(text, str):
        text = (Run(text=text),)
    return [_run(run) for run in merged(text)]


def _run(run: Run) -> Json:
    out: Json = {"text": run.text}
    if run.fet:
        out["fet"] = True
    if run.kursiv:
        out["kursiv"] = True
    return out


def merged(text: Text) -> Text:
    """Neighbours of one look joined into one run, so that a phrase is never in pieces."""
    out: list[Run] = []
    for run in text:
        if out and (out[-1].fet, out[-1].kursiv) == (run.fet, run.kursiv):
            out[-1] = out[-1].model_copy(update={"text": out[-1].text + run.text})
        else:
            out.append(run)
    return tuple(out)


def strip(text: Text) -> Text:
    """Without blanks and line breaks at its two ends."""
    pieces = list(text)
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if pieces:
        pieces[0] = pieces[0].model_copy(update={"text": pieces[0].text.lstrip()})
        pieces[-1] = pieces[-1].model_copy(update={"text": pieces[-1].text.rstrip()})
    return tuple(pieces)


def lines(text: Text) -> list[Text]:
    """The text cut at its line breaks."""
    out: list[list[Run]] = [[]]
    for run in text:
        for number, piece in enumerate(run.text.split("\n")):
            if number:
                out.append([])
            if piece:
                out[-1].append(run.model_copy(update={"text": piece}))
    return [tuple(line) for line in out]


def cut(text: Text, start: int, end: int | None = None) -> Text:
    """The characters from `start` to `end`, as a slice of the plain text would be."""
    out: list[Run] = []
    end = sum(len(run.text) for run in text) if end is None else end
    for run in text:
        kept = run.text[max(0, start) : max(0, end)]
        start, end = start - len(run.text), end - len(run.text)
        if kept:
            out.append(run.model_copy(update={"text": kept}))
    return tuple(out)


def _starts_list(line: Text) -> bool:
    return "".join(run.text for run in line).startswith(LIST_MARK)


def _join(some: Iterable[Text]) -> Text:
    joined: list[Run] = []
    for number, line in enumerate(some):
        if number:
            joined.append(Run(text="\n"))
        joined.extend(line)
    return tuple(joined)


def _blocks(text: Text, style: str) -> list[Json]:
    out: list[Json] = []
    prose: list[Text] = []

    def flush() -> None:
        joined = strip(_join(prose))
        if joined:
            out.append(paragraph(joined, style))
        prose.clear()

    for listed, group in groupby(lines(strip(text)), key=_starts_list):
        some = list(group)
        if listed and len(some) > 1:
            flush()
            out.append(items(cut(line, len(LIST_MARK)) for line in some))
        else:
            prose.extend(some)
    flush()
    return out
