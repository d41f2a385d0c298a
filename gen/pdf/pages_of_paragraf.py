"""Where each § of a protokoll stands: an opened PDF in, the pages of its parts out.

All that goes with every § – försättsblad, underskrifter, anslag – is found too. Of what cannot be
told to hold just what it says, the doubt is told: no extract can be cut of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from gen.pdf import headings
from gen.pdf.alone import Pages
from gen.pdf.headings import Start
from gen.pdf.lines import Line
from gen.pdf.source import Source

_LIST: Final = re.compile(
    r"innehåll|\w*förteckning|\w*lista\b|dagordning|paragrafer|ärenden\b|bilag"
)
"""What such a heading stands over names the §§, or is another document."""
_NAMED: Final = re.compile(r"§\s*(\d{1,4})\W+[^\W\d_]")


class Why(StrEnum):
    """What there is to doubt of the pages of a part."""

    SHARES = "delar sida"
    STRAY = "lös text"
    TWICE = "två gånger"
    OPEN = "slutet"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why, on which page (its index from 0), and what is written there."""

    why: Why
    page: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the protokoll under one heading. `paragraf` is its number, if it is one.

    `pages` are indexes from 0.
    """

    title: str
    pages: range
    paragraf: int | None
    doubt: Doubt | None = None

    @property
    def alone(self) -> bool:
        """Whether nothing else stands on its pages."""
        return self.doubt is None


@dataclass(frozen=True, slots=True)
class Places:
    """The protokoll's parts in their order, and the pages that go with every §.

    `left_out`: pages that may belong to those, or may not; `shared`: why those that surely do
    cannot go with a §, since they hold something of another.
    """

    sections: tuple[Section, ...] = ()
    forsattsblad: tuple[int, ...] = ()
    underskrifter: tuple[Section, ...] = ()
    anslag: tuple[Section, ...] = ()
    left_out: tuple[int, ...] = ()
    shared: Doubt | None = None

    @property
    def paragrafer(self) -> dict[int, Section]:
        return {s.paragraf: s for s in self.sections if s.paragraf is not None}

    @property
    def fixed(self) -> tuple[int, ...]:
        """The pages that go with every §, each once: signatures and anslag may share one."""
        behind = (page for some in (*self.underskrifter, *self.anslag) for page in some.pages)
        return tuple(dict.fromkeys((*self.forsattsblad, *behind)))


def find(source: Source) -> Places:
    """The parts of the protokoll. No sections: it has no § that can be told."""
    pages = Pages(source)
    starts = headings.starts(source, pages.pieces, pages.lines)
    if all(start.paragraf is None for start in starts):
        return Places()
    core = [start.page for start in starts if start.kind]
    pages.compare(range(core[0], core[-1] + 1))
    titles: dict[int, list[str]] = {}
    for start in starts:
        titles.setdefault(start.page, []).append(start.title)
    first = {page: pages.begins_with(page, some) for page, some in titles.items()}
    foreign = pages.foreign([page for page in sorted(first) if first[page]])
    sections = list(_sections(starts, first, foreign, len(pages)))
    return _with_fixed(tuple(_tried(sections, pages)), foreign, pages)


def _sections(
    starts: Sequence[Start], first: Mapping[int, bool], foreign: AbstractSet[int], count: int
) -> Iterator[Section]:
    """The parts by their headings, with a doubt of those that share a page.

    `first`: whether a page begins with a heading; `foreign`: pages that hold another part's tags.
    """
    end = Start("", count, 0)
    for place, start in enumerate(starts):
        before = starts[place - 1].page if place else -1
        after = starts[place + 1] if place + 1 < len(starts) else end
        parted = first.get(after.page, True) and after.page > start.page
        own = range(start.page, after.page if parted else after.page + 1)
        doubt = None
        if not first[start.page] or before == start.page:
            doubt = Doubt(Why.SHARES, start.page)
        elif not parted:
            doubt = Doubt(Why.SHARES, after.page)
        elif shared := foreign & set(own):
            doubt = Doubt(Why.SHARES, min(shared))
        yield Section(start.title, own, start.paragraf, doubt)


def _tried(sections: Sequence[Section], pages: Pages) -> Iterator[Section]:
    """With what there is to doubt of each, besides that it shares a page."""
    times = Counter(section.paragraf for section in sections)
    end = _end(sections)
    odd = _out_of_order(sections[:end])
    for place, section in enumerate(sections):
        if section.doubt is not None or not headings.names_paragraf(section.title):
            yield section
            continue
        doubt = next(_strays(section, pages), None)
        if times[section.paragraf] > 1 or place in odd or place > end:
            doubt = Doubt(Why.TWICE, section.pages[0])
        elif place == len(sections) - 1 and (loose := _loose_end(section, pages)):
            doubt = Doubt(Why.OPEN, loose[0])
        yield replace(section, doubt=doubt)


def _end(sections: Sequence[Section]) -> int:
    """The place of what first follows the §§ of the protokoll: signatures, anslag, or nothing.

    A bilaga may be another protokoll, with §§ and signatures of its own.
    """
    begun = False
    for place, section in enumerate(sections):
        begun = begun or section.paragraf is not None
        if begun and (
            headings.is_underskrifter(section.title) or headings.is_anslag(section.title)
        ):
            return place
    return len(sections)


def _strays(section: Section, pages: Pages) -> Iterator[Doubt]:
    if text := pages.carried(section.pages.start):
        yield Doubt(Why.STRAY, section.pages.start, text)
    for page in section.pages:
        if text := pages.stray(page):
            yield Doubt(Why.STRAY, page, text)
        elif page > section.pages.start and pages.untold(page):
            yield Doubt(Why.SHARES, page)


def _loose_end(section: Section, pages: Pages) -> list[int]:
    """The pages after its first, from the first that is not told to be of it."""
    start, *more = section.pages
    for place, page in enumerate(more):
        if not pages.goes_on(page, start):
            return more[place:]
    return []


def _out_of_order(sections: Sequence[Section]) -> set[int]:
    """The §§ around a number that is not between its neighbours: which of them is none?"""
    numbered = [(n, s.paragraf) for n, s in enumerate(sections) if s.paragraf is not None]
    odd: set[int] = set()
    for place, ((one, low), (other, high)) in enumerate(pairwise(numbered)):
        if low < high:
            continue
        before = numbered[place - 1] if place else None
        after = numbered[place + 2] if place + 2 < len(numbered) else None
        first = before is None or before[1] < high
        second = after is None or after[1] > low
        odd |= {one} | ({other} if second or not first else set())
        odd |= {before[0]} if before is not None and (first or not second) else set()
    return odd


# What goes with every §


def _with_fixed(sections: tuple[Section, ...], foreign: AbstractSet[int], pages: Pages) -> Places:
    behind = sections[_end(sections) :]
    signed = _kept(_first_of(behind, headings.is_underskrifter), pages)
    posted = _kept(_first_of(behind, headings.is_anslag), pages)
    some = [section for section in sections if headings.names_paragraf(section.title)]
    own = {page for section in some for page in section.pages}
    front, doubtful = _front(sections[: sections.index(some[0])], some[0], foreign, pages)
    shared: Doubt | None = None
    for whole, kept in (*signed, *posted):
        doubtful += range(kept.pages.stop, whole.pages.stop)
        held = [Doubt(Why.SHARES, page) for page in kept.pages if page in own or page in foreign]
        shared = shared or next(iter((*held, *_strays(kept, pages))), None)
    return Places(
        sections,
        front,
        tuple(kept for _, kept in signed),
        tuple(kept for _, kept in posted),
        tuple(doubtful),
        shared,
    )


def _first_of(behind: Sequence[Section], named: Callable[[str], bool]) -> list[Section]:
    """The first that is called so, of what stands behind the §§ and before any bilaga."""
    for section in behind:
        if named(section.title):
            return [section]
        if headings.names_paragraf(section.title) or _LIST.match(section.title.casefold()):
            break
    return []


def _kept(some: Sequence[Section], pages: Pages) -> list[tuple[Section, Section]]:
    """Each, and what is surely of it: another document may follow without a heading."""
    out: list[tuple[Section, Section]] = []
    for section in some:
        loose = _loose_end(section, pages)
        end = loose[0] if loose else section.pages.stop
        out.append((section, replace(section, pages=range(section.pages.start, end))))
    return out


def _front(
    before: Sequence[Section], first: Section, foreign: AbstractSet[int], pages: Pages
) -> tuple[tuple[int, ...], list[int]]:
    """The försättsblad's pages, and those that may be of it or not."""
    begins = before[0].pages.start if before else first.pages.start
    leading = [Section("", range(begins), None)] if begins else []
    usable = [s for s in (*leading, *before) if not _LIST.match(s.title.casefold())]
    if not usable or usable[0].pages.start >= first.pages.start:
        return (), []
    start = usable[0].pages.start
    end = max(section.pages.stop for section in usable if section.pages.start == start)
    whole = Section("", range(start, min(end, first.pages.start)), None)
    loose = _loose_end(whole, pages)
    kept = [
        page
        for page in whole.pages
        # The first page may have a header of its own.
        if not (page in loose or page in foreign or pages.stray(page, artefacts=page > start))
        and not _lists(pages.lines[page])
    ]
    return tuple(kept), [page for page in whole.pages if page not in kept]


def _lists(page: Sequence[Line]) -> bool:
    """Whether §§ are listed with their rubriker: who was there for which §§ is told without."""
    return len({found[1] for line in page if (found := _NAMED.match(line.text))}) > 1
