"""References to earlier decisions: whole, not contradicting each other, and to the right §.

Two rules look at one meeting; `over` looks at several workbooks together and tells of each what
the others know. Identity between workbooks is (organ, datum, Nr); of an ärende its dnr.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gen import findings
from gen.checks import rule, text_rule
from gen.checks.texter import Skrift
from gen.choices import (
    ATERREMITTERAS,
    BORDLAGGS,
    TIDIGARE_BEHANDLING,
    URVAL,
)
from gen.findings import Finding
from gen.model import Arende, Rad, Sammantrade, plain
from gen.names import fold
from gen.register import Register
from gen.swedish.paragraphs import format_paragraphs, parse_paragraphs
from gen.swedish.typography import NBSP
from gen.swedish.unreadable import Unreadable

Key = tuple[str, dt.date]
"""The code of an organ and the first day of its meeting."""


@dataclass(frozen=True, slots=True)
class Hanvisning:
    """A row Tidigare behandling as a reference: at which path, to which §§ of which meeting."""

    at: str
    i: int
    arende: Arende
    what: str
    organ: str
    datum: dt.date | None
    paragrafer: tuple[int, ...]

    @property
    def shown(self) -> str:
        """`KS 2023-02-06 § 12`."""
        day = self.datum.isoformat() if self.datum else ""
        return f"{self.organ} {day} {_sign(self.paragrafer)}"


# -- within one meeting ---------------------------------------------------------------------


@rule
def two_arenden_have_not_one_past(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """Neighbours that cite the same earlier § by copy and paste: the commonest slip [GBG]."""
    seen: dict[tuple[str, dt.date | None, tuple[int, ...]], Arende] = {}
    for ref in references(meeting, register):
        if ref.datum is None or not ref.paragrafer:
            continue
        other = seen.setdefault((ref.organ, ref.datum, ref.paragrafer), ref.arende)
        if other.nr != ref.arende.nr and not _same_matter(other, ref.arende):
            yield findings.ONE_PAST_FOR_TWO(ref.at, value=ref.shown, other=other.nr)


@rule
def a_reference_is_whole(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """With its day and its §, or it cannot be looked up."""
    for ref in references(meeting, register):
        if (ref.datum is None) != (not ref.paragrafer):
            value, lacks = ("§", "Datum") if ref.datum is None else ("datum", "§")
            yield findings.REFERENCE_NOT_WHOLE(ref.at, value=value, lacks=lacks)


_DECIDED = re.compile(r"((?:19|20)\d\d-\d\d-\d\d),?\s+§\s*(\d{1,4})\b")


@text_rule
def one_paragraph_has_one_day(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """`2022-06-22 § 251` and `2022-06-12 § 251` in one ärende: one of them is a slip."""
    for sak in skrift.saker:
        days: dict[str, tuple[str, str]] = {}
        for text in sak.stycken:
            # Few texts have a §, and to look for it alone is twenty times as fast.
            for day, number in _DECIDED.findall(text.text) if "§" in text.text else ():
                before, _ = days.setdefault(number, (day, text.at))
                if sum(a != b for a, b in zip(before, day, strict=True)) == 1:
                    yield findings.PARAGRAPH_OF_TWO_DAYS(
                        text.at, value=f"{day} § {number}", other=f"{before} § {number}"
                    )


def references(meeting: Sammantrade, register: Register) -> Iterator[Hanvisning]:
    """The rows Tidigare behandling of the meeting; without Vem the organ's own."""
    for i, arende in enumerate(meeting.arenden):
        for k, rad in enumerate(arende.innehall):
            if rad.del_ != TIDIGARE_BEHANDLING:
                continue
            organ = register.find_organ(rad.vem or meeting.organ)
            yield Hanvisning(
                f"ärenden[{i}].innehåll[{k}].{'paragraf' if rad.paragraf else 'text'}",
                i,
                arende,
                plain(rad.text).strip(),
                organ.kod if organ else rad.vem,
                rad.datum,
                _numbers(rad),
            )


def _numbers(rad: Rad) -> tuple[int, ...]:
    try:
        return parse_paragraphs(rad.paragraf) if rad.paragraf else ()
    except Unreadable:
        return ()


# -- over several meetings --------------------------------------------------------------------


def over(meetings: Sequence[Sammantrade], register: Register) -> list[list[Finding]]:
    """What the meetings say against each other: of each of them, in their order, its findings.

    A reference to a meeting that is not among them is left alone.
    """
    known = {
        (m.organ, m.datum): m for m in meetings if m.datum is not None and m.slag != "Inställt"
    }
    earlier = _postponed(known)
    return [
        [
            *_followed(meeting, known, register),
            *_forgotten(meeting, earlier, register),
            *_numbered_on(meeting, known, register),
            *_renamed(meeting, known),
        ]
        for meeting in meetings
    ]


def _followed(
    meeting: Sammantrade, known: Mapping[Key, Sammantrade], register: Register
) -> Iterator[Finding]:
    """Each reference looked up in the meeting that it names."""
    for ref in references(meeting, register):
        held = known.get((ref.organ, ref.datum)) if ref.datum else None
        if held is None or held is meeting:
            continue
        for number in ref.paragrafer:
            there = next((a for a in held.arenden if a.paragraf == number), None)
            right = next((a for a in held.arenden if _same_matter(a, ref.arende)), None)
            suggestion = _sign((right.paragraf,)) if right and right.paragraf else ""
            if there is None:
                inside = held.omfattning == URVAL and _covers(held, number)
                if not inside or suggestion:
                    yield findings.REFERENCE_TO_NOTHING(
                        ref.at, value=ref.shown, suggestion=suggestion
                    )
            elif there.dnr and ref.arende.dnr and not _same_matter(there, ref.arende):
                yield findings.REFERENCE_TO_OTHER(
                    ref.at,
                    value=ref.shown,
                    suggestion=suggestion,
                    nr=ref.arende.nr,
                    rubrik=f"{there.rubrik} (dnr {there.dnr})",
                )
            elif (told := _told_otherwise(ref.what, there)) is not None:
                yield findings.REFERENCE_WITH_OTHER_OUTCOME(
                    ref.at, value=ref.shown, said=ref.what.casefold(), utfall=told
                )


_STATED = {"bordlagt": BORDLAGGS, "återremitterat": ATERREMITTERAS}


def _told_otherwise(what: str, there: Arende) -> str | None:
    """The outcome there, where the reference tells another one."""
    said = next((utfall for word, utfall in _STATED.items() if fold(what).startswith(word)), None)
    return there.utfall if said is not None and said != there.utfall else None


def _covers(meeting: Sammantrade, number: int) -> bool:
    first, last = meeting.forsta_paragraf, meeting.sista_paragraf
    return first is not None and last is not None and first <= number <= last


_Postponed = list[tuple[Key, Arende]]


def _postponed(known: Mapping[Key, Sammantrade]) -> _Postponed:
    """What was put off or sent back, the latest first."""
    out = [
        (key, arende)
        for key, meeting in known.items()
        for arende in meeting.arenden
        if arende.utfall in (BORDLAGGS, ATERREMITTERAS) and arende.dnr
    ]
    return sorted(out, key=lambda pair: pair[0][1], reverse=True)


def _forgotten(meeting: Sammantrade, earlier: _Postponed, register: Register) -> Iterator[Finding]:
    """An ärende that was put off says so when it comes back."""
    for i, arende in enumerate(meeting.arenden):
        past = next(
            (
                (key, before)
                for key, before in earlier
                if key[0] == meeting.organ
                and meeting.datum is not None
                and key[1] < meeting.datum
                and _same_matter(before, arende)
            ),
            None,
        )
        if past is None or not arende.dnr:
            continue
        (organ, day), before = past
        told = any(ref.datum == day for ref in references(meeting, register) if ref.i == i)
        if not told:
            yield findings.POSTPONEMENT_NOT_TOLD(
                f"ärenden[{i}].rubrik",
                value=before.utfall.casefold(),
                organ=organ,
                day=day,
                paragraf=_sign((before.paragraf,)) if before.paragraf else "",
            )


def _numbered_on(
    meeting: Sammantrade, known: Mapping[Key, Sammantrade], register: Register
) -> Iterator[Finding]:
    """The §§ run on over the year, where the register says so."""
    if register.stil.numrering != "per år" or meeting.datum is None:
        return
    same = sorted(
        (
            m
            for (organ, day), m in known.items()
            if organ == meeting.organ and day.year == meeting.datum.year
        ),
        key=lambda m: m.datum or dt.date.min,
    )
    for before, after in pairwise(same):
        last, first = before.sista_paragraf, after.forsta_paragraf
        if after is meeting and last is not None and first is not None and first <= last:
            yield findings.PARAGRAPHS_USED_BEFORE(
                "sammanträde.första_paragraf",
                value=first,
                day=before.datum,
                last=last,
                suggestion=str(last + 1),
            )


def _renamed(meeting: Sammantrade, known: Mapping[Key, Sammantrade]) -> Iterator[Finding]:
    """One ärende has one rubrik, in each instance and at each meeting."""
    for i, arende in enumerate(meeting.arenden):
        if not arende.dnr or meeting.datum is None:
            continue
        before = [
            (day, other)
            for (_, day), held in known.items()
            if held is not meeting and day <= meeting.datum
            for other in held.arenden
            if _same_matter(other, arende)
        ]
        if before:
            day, other = max(before, key=lambda pair: pair[0])
            if other.rubrik and arende.rubrik and _bare(other.rubrik) != _bare(arende.rubrik):
                yield findings.RUBRIK_OF_TWO_FORMS(
                    f"ärenden[{i}].rubrik", value=arende.rubrik, suggestion=other.rubrik, day=day
                )


def _bare(rubrik: str) -> str:
    return fold(rubrik.replace(NBSP, " "))


def _same_matter(one: Arende, other: Arende) -> bool:
    """By dnr; where one of them has none, by rubrik."""
    if one.dnr and other.dnr:
        return fold(one.dnr) == fold(other.dnr)
    return bool(one.rubrik) and _bare(one.rubrik) == _bare(other.rubrik)


def _sign(numbers: tuple[int, ...]) -> str:
    return format_paragraphs(numbers).replace(NBSP, " ")
