"""Findings and the rows of Granskat in; what is left to say, and what somebody accepts, out.

A row takes one finding at one place out of the list, never a rule as such: two warnings of one
code in one ärende want two rows, so that a new one is seen. A fel is never taken out: the document
would be untrue or impossible. A lagbrist may be: that the law was broken is known, and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gen import findings
from gen.findings import Finding, Level
from gen.model import Granskning, Sammantrade
from gen.names import fold

FIRST_LATE = 4000
"""From this number on, codes are of templates, engines and folders: said after the check."""

_OVER_SEVERAL = frozenset(
    kind.code
    for kind in (
        findings.REFERENCE_TO_NOTHING,
        findings.REFERENCE_TO_OTHER,
        findings.REFERENCE_WITH_OTHER_OUTCOME,
        findings.POSTPONEMENT_NOT_TOLD,
        findings.PARAGRAPHS_USED_BEFORE,
        findings.RUBRIK_OF_TWO_FORMS,
    )
)
"""Only said where several workbooks are looked at together (`gen.flera`)."""


@dataclass(frozen=True, slots=True)
class Matched:
    """`left` to say, `accepted`, and the rows (by their place) that took nothing out."""

    left: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    unused: tuple[int, ...]


def match(
    found: Iterable[Finding], granskat: Iterable[Granskning], meeting: Sammantrade
) -> Matched:
    """Each row with a reason takes the first finding of its code in its ärende."""
    left = list(found)
    accepted: list[Finding] = []
    unused: list[int] = []
    for number, row in enumerate(granskat):
        same = (f for f in left if row.skal and _about(f, row, meeting) and acceptable(f))
        finding = next(same, None)
        if finding is None:
            unused.append(number)
        else:
            left.remove(finding)
            accepted.append(finding)
    return Matched(tuple(left), tuple(accepted), tuple(unused))


def acceptable(finding: Finding) -> bool:
    """Whether a reason is enough for it to stand."""
    return finding.level is not Level.FEL and not finding.stoppar


def told(
    matched: Matched, granskat: tuple[Granskning, ...], meeting: Sammantrade, whole: str
) -> Iterator[Finding]:
    """Why each row that took nothing out did not. `whole`: what one without an ärende is about."""
    for number in matched.unused:
        row, path = granskat[number], f"granskat[{number}]"
        if not row.skal:
            yield findings.ACCEPTED_WITHOUT_REASON(f"{path}.skäl", value=row.kod)
        elif any(_about(f, row, meeting) for f in matched.left):
            yield findings.FEL_NOT_ACCEPTED(f"{path}.kod", value=row.kod)
        elif not _late(row.kod):
            where = f" i ärende {row.arende}" if row.arende else whole
            yield findings.ACCEPTED_NOTHING(f"{path}.kod", value=row.kod, where=where)


def reasons(
    accepted: Iterable[Finding], granskat: Iterable[Granskning], meeting: Sammantrade
) -> Iterator[tuple[Finding, Granskning]]:
    """Each accepted finding with the row that took it: `match` goes by the order of the rows."""
    rows = iter(granskat)
    for finding in accepted:
        yield finding, next(row for row in rows if row.skal and _about(finding, row, meeting))


def _about(finding: Finding, row: Granskning, meeting: Sammantrade) -> bool:
    return finding.code == row.kod and fold(arende_of(finding, meeting)) == fold(row.arende)


def arende_of(finding: Finding, meeting: Sammantrade) -> str:
    """The Nr of the ärende that a finding is about; empty for the meeting as a whole."""
    place = re.match(r"ärenden\[(\d+)\]", finding.at)
    if place is None or int(place[1]) >= len(meeting.arenden):
        return ""
    return meeting.arenden[int(place[1])].nr


def _late(kod: str) -> bool:
    if kod in _OVER_SEVERAL:
        return True
    number = re.fullmatch(r"GEN-(\d+)", kod)
    return number is not None and int(number[1]) >= FIRST_LATE
