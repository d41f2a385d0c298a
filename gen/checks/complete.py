"""What must be filled in before each stage, from the `Måste` of the declaration."""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings
from gen.checks import rule
from gen.checks.beslutforhet import handled
from gen.choices import ANNAT, BESLUT, ENLIGT, FORSLAG, NO_DECISION_NEEDED, URVAL
from gen.documents.paragraf import paragraf
from gen.findings import Finding
from gen.kalender import INSTALLT
from gen.model import Sammantrade
from gen.register import Register
from gen.stages import Before
from gen.workbook import sheets
from gen.workbook.columns import STOPS, Must


@rule
def form_is_filled_in(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """Every cell of Sammanträde that any document needs."""
    return _empty(meeting, Must.KALLELSE)


@rule(due=Before.PROTOKOLL)
def form_is_filled_in_for_the_protokoll(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """What is only known at the meeting."""
    return _empty(meeting, Must.PROTOKOLL)


@rule(due=Before.ANSLAG)
def form_is_filled_in_for_the_anslag(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """What is only known when the protokoll is justerat."""
    return _empty(meeting, Must.ANSLAG)


def _empty(meeting: Sammantrade, must: Must) -> Iterator[Finding]:
    for column in sheets.SAMMANTRADE.columns:
        if column.must is must and getattr(meeting, column.attr) in (None, "", ()):
            path = f"sammanträde.{column.field}"
            yield findings.MISSING_VALUE(path, value=column.header, stoppar=STOPS[must])


@rule(due=Before.PROTOKOLL)
def chair_is_known(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """Protokoll förs på ordförandens ansvar (5 kap. 65 § KL)."""
    if meeting.ordforande is None and meeting.organ:
        yield findings.NO_CHAIR("sammanträde.ordförande")


@rule
def there_is_something_to_handle(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 13 § KL and the reglementen: a kallelse says which ärenden are to be handled."""
    if not meeting.arenden and meeting.slag != INSTALLT:
        yield findings.NO_ARENDEN("ärenden")


@rule
def every_arende_has_a_rubrik(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 66 § KL: the protokoll says which ärenden were handled."""
    for i, arende in enumerate(meeting.arenden):
        if not arende.rubrik:
            yield findings.MISSING_VALUE(
                f"ärenden[{i}].rubrik", value="Rubrik", stoppar=STOPS[Must.KALLELSE]
            )


@rule(due=Before.PROTOKOLL)
def every_decision_says_something(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 67 § KL: the protokoll holds the decision in each ärende."""
    for i, arende in enumerate(meeting.arenden):
        wanted = {ENLIGT: FORSLAG, ANNAT: BESLUT}.get(arende.utfall)
        if wanted and arende.typ not in NO_DECISION_NEEDED and not arende.rader(wanted):
            yield findings.NO_DECISION(
                f"ärenden[{i}].utfall",
                value=arende.utfall,
                nr=arende.nr,
                part=wanted,
            )
        if arende.utfall == ENLIGT and arende.rader(BESLUT):
            yield findings.TWO_DECISIONS(
                f"ärenden[{i}].utfall",
                value=arende.utfall,
                nr=arende.nr,
            )


@rule(due=Before.PROTOKOLL)
def every_paragraf_says_something(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 66–67 §§ KL: nothing but a rubrik looks as if the text had been lost.

    What must be decided and is not is told by `every_decision_says_something`.
    """
    organ = register.find_organ(meeting.organ)
    if organ is None:
        return
    for i, arende in handled(meeting):
        if arende.typ not in NO_DECISION_NEEDED or paragraf(arende, organ, register)["delar"]:
            continue
        yield findings.EMPTY_PARAGRAF(f"ärenden[{i}].rubrik", value=arende.paragraf, nr=arende.nr)


@rule
def paragraphs_are_numbered_once(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """Two §§ with one number contradict each other; a § outside the cover's span too."""
    seen: dict[int, str] = {}
    first, last = meeting.forsta_paragraf, meeting.sista_paragraf
    for i, arende in enumerate(meeting.arenden):
        number = arende.paragraf
        if number is None:
            continue
        path = f"ärenden[{i}].paragraf"
        if number in seen:
            yield findings.DUPLICATE_PARAGRAPH(path, value=number, other=seen[number])
        elif first is not None and last is not None and not first <= number <= last:
            yield findings.PARAGRAPH_OUTSIDE(path, value=number, first=first, last=last)
        seen.setdefault(number, arende.nr)
    if meeting.omfattning != URVAL and first is not None and last is not None:
        gaps = sorted(set(range(first, last + 1)) - set(seen))
        if gaps:
            yield findings.PARAGRAPH_GAP(
                "sammanträde.sista_paragraf", value=", ".join(map(str, gaps))
            )
