"""What may be wrong with a protokoll to cut: it and the meeting in, findings out.

An utdrag goes to people who may read no other § of the protokoll. Where it is not certain which
pages are that § alone, there is no utdrag.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Final

from gen import findings
from gen.documents.utdrag import Utdrag
from gen.findings import Finding, Kind
from gen.pdf.headings import rubrik
from gen.pdf.lines import squeezed
from gen.pdf.pages_of_paragraf import Places, Why
from gen.register import Organ
from gen.source import at
from gen.swedish.dates import date_text, iso_text
from gen.swedish.paragraphs import format_paragraphs
from gen.utdrag.cuttable import Protokoll

_SHOWN: Final = 60
"""Letters of a text that nobody sees: enough to know it by."""
_KINDS: dict[Why, Kind] = {
    Why.SHARES: findings.PARAGRAPH_SHARES_PAGE,
    Why.STRAY: findings.PARAGRAPH_STRAY,
    Why.TWICE: findings.PARAGRAPH_UNCLEAR,
    Why.OPEN: findings.PARAGRAPH_OPEN,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings, and the §§ of which there is no utdrag, by the protokoll that they are in."""

    findings: tuple[Finding, ...]
    refused: frozenset[tuple[str, int]]


def judged(
    some: Iterable[Utdrag],
    protokoll: Mapping[str, Protokoll],
    organ: Organ | None,
    *,
    posted: bool,
) -> Judged:
    """Of the utdrag that are asked for. `protokoll` by name; `posted`: their bevis is made."""
    told: list[Finding] = []
    refused: set[tuple[str, int]] = set()
    by_name: dict[str, list[Utdrag]] = {}
    for one in {(one.protokoll, one.paragraf): one for one in some}.values():
        by_name.setdefault(one.protokoll, []).append(one)
    for name, theirs in by_name.items():
        held = protokoll[name]
        own = list(_of_all(held, theirs[0], organ, posted=posted))
        hiding = _hiding(held.places, theirs[0].part.paragrafer)
        stopped = any(finding.stoppar for finding in own)
        told += own
        for one in theirs:
            found = list(_of_one(held, one, hiding.get(one.paragraf, frozenset())))
            told += found
            if stopped or any(finding.stoppar for finding in found):
                refused.add((name, one.paragraf))
    return Judged(tuple(dict.fromkeys(told)), frozenset(refused))


def _of_all(
    held: Protokoll, one: Utdrag, organ: Organ | None, *, posted: bool
) -> Iterator[Finding]:
    """What every utdrag of that protokoll has of doubt, or lacks."""
    places, name = held.places, held.source.name
    if places.shared is not None:
        what = f"”{places.shared.text}”" if places.shared.text else "en paragraf"
        page = places.shared.page + 1
        yield findings.FIXED_SHARED(at(name), value=name, page=page, what=what)
    yield from _unseen(held, places.fixed, at(name))
    if held.signed and organ is not None and one.part.datum is not None:
        yield from _of_meeting(held, one.part.datum, organ)
    if not places.sections:
        return
    if not places.forsattsblad:
        yield findings.NO_FRONT(at(name), value=name)
    if not places.underskrifter:
        yield findings.NOTHING_TO_SIGN(at(name), value=name)
    if not places.anslag and not posted:
        yield findings.NO_POSTING("sammanträde.anslaget_uppsatt")
    if places.left_out:
        yield findings.PAGES_LEFT_OUT(at(name), value=name, pages=_pages(places.left_out))


def _of_meeting(held: Protokoll, day: dt.date, organ: Organ) -> Iterator[Finding]:
    """Whether a protokoll from elsewhere is of this meeting, by what its first page says."""
    name = held.source.name
    pages = dict.fromkeys((0, *held.places.forsattsblad))
    first = "".join(piece.text for page in pages for piece in held.source.written(page))
    shown = "".join(first.split()).casefold()
    words = "".join(date_text(day).split())
    ways = rf"{day}|{day:%Y%m%d}|(?<!\d)(?:{words}|{day.day}[/.]{day.month}[-.]?{day.year})"
    if not re.search(ways, shown):
        yield findings.OTHER_DAY(at(name), value=name, day=iso_text(day))
    if squeezed(organ.namn) not in squeezed(first):
        yield findings.OTHER_MEETING(at(name), value=name, organ=organ.namn)


def _of_one(held: Protokoll, one: Utdrag, hidden: Iterable[int]) -> Iterator[Finding]:
    """What keeps this utdrag from being cut, and what its rubrik tells."""
    name, number = held.source.name, one.paragraf
    place = f"ärenden[{one.index}].paragraf"
    section = held.places.paragrafer.get(number)
    if section is None:
        yield findings.PARAGRAPH_NOT_IN_PDF(place, value=name, number=number)
        return
    if (doubt := section.doubt) is not None:
        kind, page = _KINDS[doubt.why], doubt.page + 1
        yield kind(place, value=name, number=number, page=page, text=doubt.text)
    elif others := sorted(hidden):
        kind, shown = findings.PARAGRAPH_MAY_HOLD, format_paragraphs(others)
        yield kind(place, value=name, number=number, others=shown)
    yield from _unseen(held, section.pages, place)
    theirs, ours = rubrik(section.title), one.arende.rubrik
    if held.signed and theirs and not _same(theirs, ours):
        kind = findings.OTHER_HEADING
        yield kind(place, value=name, number=number, theirs=theirs, ours=ours)


def _unseen(held: Protokoll, pages: Iterable[int], place: str) -> Iterator[Finding]:
    for page in pages:
        if text := held.source.unseen(page):
            name, shown = held.source.name, shorten(text, _SHOWN, placeholder="…")
            yield findings.TEXT_UNSEEN(place, value=name, page=page + 1, text=f"”{shown}”")


def _same(theirs: str, ours: str) -> bool:
    """A bookmark may be a shortened rubrik."""
    one, other = squeezed(theirs), squeezed(ours)
    return one.startswith(other) or other.startswith(one)


def _hiding(places: Places, expected: Sequence[int]) -> dict[int, frozenset[int]]:
    """Each § whose pages may hold one of the meeting that is not found → those that they may.

    It stands between its neighbours; one before all the others may be on the försättsblad, and one
    behind them on pages that seem to be of the underskrifter: then it may be in every utdrag.
    """
    found = places.paragrafer
    out: dict[int, frozenset[int]] = {}
    behind = any(len(some.pages) > 1 for some in (*places.underskrifter, *places.anslag))
    for missing in set(expected).difference(found) if found else ():
        low = max((number for number in found if number < missing), default=None)
        high = min((number for number in found if number > missing), default=None)
        everywhere = (low is None and bool(places.forsattsblad)) or (high is None and behind)
        first = found[low].pages.start if low is not None else 0
        last = found[high].pages.start if high is not None else places.sections[-1].pages.stop
        for number, section in found.items():
            if everywhere or (low is not None and first <= section.pages.start < last):
                out[number] = out.get(number, frozenset()) | {missing}
    return out


def _pages(some: Sequence[int]) -> str:
    """`Sidan 2`, `Sidorna 8–47`."""
    spans: list[list[int]] = []
    for page in some:
        if spans and spans[-1][1] == page:
            spans[-1][1] = page + 1
        else:
            spans.append([page + 1, page + 1])
    shown = ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in spans)
    return f"Sidan {shown}" if len(some) == 1 else f"Sidorna {shown}"
