"""Where each § of a protokoll stands: an opened PDF in, the pages of its parts out.

The bookmarks say it, in a PDF of ours and in most signed ones; else the headings that the tags
name; else what is written large on the pages. A § that shares a page with something else is told:
no true extract can be cut of it.
"""

from __future__ import annotations

import io
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gen.pdf import headings, values
from gen.pdf.source import Source

_PARAGRAF: Final = re.compile(r"(?:[^\W\d_]{1,12}\.?\s+)?§\s*(\d{1,4})(?!\s*[\d–-])")
"""`§ 50`, and with the organ before it: `KS § 50`. A span of §§ is not one of them."""
_UNDERSKRIFTER: Final = re.compile(r"(?:underskrift|signatur)", re.IGNORECASE)
_ANSLAG: Final = re.compile(r"(?:anslag|bevis)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the protokoll under one heading. `paragraf` is its number, if it is one.

    `pages` are indexes from 0. `alone`: nothing else stands on them.
    """

    title: str
    pages: range
    paragraf: int | None
    alone: bool


@dataclass(frozen=True, slots=True)
class Places:
    """The protokoll's parts in their order; the försättsblad is what stands before the first §."""

    sections: tuple[Section, ...]

    @property
    def paragrafer(self) -> dict[int, Section]:
        return {s.paragraf: s for s in self.sections if s.paragraf is not None}

    @property
    def forsattsblad(self) -> range:
        first = next((s.pages.start for s in self.sections if s.paragraf is not None), 0)
        return range(first)

    @property
    def underskrifter(self) -> tuple[Section, ...]:
        return self._named(_UNDERSKRIFTER)

    @property
    def anslag(self) -> tuple[Section, ...]:
        return self._named(_ANSLAG)

    def _named(self, words: re.Pattern[str]) -> tuple[Section, ...]:
        return tuple(s for s in self.sections if s.paragraf is None and words.match(s.title))


@dataclass(frozen=True, slots=True)
class _Start:
    """A heading: its text, its page, and whether it is the first thing on it."""

    title: str
    page: int
    first: bool


def find(source: Source) -> Places:
    """The parts of the protokoll. No sections: it has no § that can be told."""
    for ways in (_by_bookmarks, _by_tags, _by_size):
        found = tuple(_sections(list(ways(source)), len(source)))
        if any(section.paragraf is not None for section in found):
            return Places(found)
    return Places(())


def _sections(starts: Sequence[_Start], count: int) -> Iterator[Section]:
    for place, start in enumerate(starts):
        before = starts[place - 1].page if place else -1
        after = starts[place + 1] if place + 1 < len(starts) else _Start("", count, True)
        end = after.page if after.first and after.page > start.page else after.page + 1
        number = _PARAGRAF.match(start.title)
        yield Section(
            title=start.title,
            pages=range(start.page, end),
            paragraf=int(number[1]) if number else None,
            alone=start.first and before < start.page and after.first and after.page > start.page,
        )


def _by_bookmarks(source: Source) -> Iterator[_Start]:
    """The bookmarks beside the first that names a §."""
    marks = source.bookmarks
    titles = [" ".join(values.said(mark.title).split()) for mark in marks]
    level = next((m.above for m, t in zip(marks, titles, strict=True) if _PARAGRAF.match(t)), None)
    if level is None:
        return
    chosen = [(m, t) for m, t in zip(marks, titles, strict=True) if m.above == level]
    lines = None if source.tree is not None else _lines(source)
    for mark, title in chosen:
        page = mark.target.page
        if lines is None:
            first = headings.begins_with_heading(source, page)
        else:
            first = bool(lines[page]) and _same(lines[page][0].text, title)
        yield _Start(title, page, first)


def _by_tags(source: Source) -> Iterator[_Start]:
    for heading in headings.of_level_1(source):
        yield _Start(heading.title, heading.page, heading.first)


def _same(line: str, title: str) -> bool:
    """Whether a line of the page is the beginning of a heading, broken anywhere."""
    shown, wanted = ("".join(text.split()).casefold() for text in (line, title))
    return bool(shown) and (wanted.startswith(shown) or shown.startswith(wanted))


# Without bookmarks and tags


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    bold: bool


def _by_size(source: Source) -> Iterator[_Start]:
    """The lines that stand out from the text and name a §, Underskrifter or Anslag."""
    pages = _lines(source)
    sizes = [line.size for page in pages for line in page for _ in line.text]
    body = statistics.median(sizes) if sizes else 0
    for number, page in enumerate(pages):
        for place, line in enumerate(page):
            names = (_PARAGRAF, _UNDERSKRIFTER, _ANSLAG)
            stands_out = line.size > body * 1.05 or line.bold
            if stands_out and any(words.match(line.text) for words in names):
                yield _Start(line.text, number, place == 0)


def _lines(source: Source) -> list[list[_Line]]:
    """The lines of each page with the look of their letters, without running headers."""
    # Imported here: only a file without bookmarks or tags is read letter by letter.
    import pypdf

    pages = [_read(page) for page in pypdf.PdfReader(io.BytesIO(source.data)).pages]
    seen: dict[str, int] = {}
    for page in pages:
        for line in {_pattern(line) for line in page}:
            seen[line] = seen.get(line, 0) + 1
    running = {line for line, times in seen.items() if len(pages) > 2 and times * 2 > len(pages)}
    return [
        [line for line in page if _pattern(line) not in running or _PARAGRAF.match(line.text)]
        for page in pages
    ]


def _pattern(line: _Line) -> str:
    """What is the same on every page: `Sida 3 (40)` is `Sida # (#)`."""
    return re.sub(r"\d+", "#", line.text)


def _read(page: Any) -> list[_Line]:
    pieces: list[tuple[str, float, bool]] = []

    def visit(text: str, user: Any, matrix: Sequence[float], font: Any, size: float) -> None:
        high = abs(matrix[3] or matrix[1]) * abs(user[3] or user[1]) * size
        bold = "bold" in str((font or {}).get("/BaseFont", "")).casefold()
        for place, part in enumerate(text.split("\n")):
            pieces.extend([("\n", 0.0, True)] * (place > 0) + [(part, high, bold)])

    page.extract_text(visitor_text=visit)
    lines: list[_Line] = []
    line: list[tuple[str, float, bool]] = []
    for piece in [*pieces, ("\n", 0.0, True)]:
        if piece[0] != "\n":
            line.append(piece)
            continue
        drawn = [some for some in line if some[0].strip()]
        if drawn:
            words = " ".join("".join(text for text, _, _ in line).split())
            size = max(high for _, high, _ in drawn)
            lines.append(_Line(words, size, all(bold for _, _, bold in drawn)))
        line = []
    return lines
