"""A § is justerad once and announced once: what Delprotokoll says against Ärenden."""

from __future__ import annotations

from collections.abc import Iterator

from gen import delprotokoll, findings
from gen.checks import rule
from gen.choices import OMEDELBAR, RATTELSE, URVAL
from gen.findings import Finding
from gen.model import Sammantrade, Stage
from gen.register import Register
from gen.stages import Before
from gen.swedish.paragraphs import format_paragraphs
from gen.workbook import sheets
from gen.workbook.columns import STOPS, Must


@rule(due=Before.PROTOKOLL)
def a_paragraph_has_one_delprotokoll(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """8 kap. 12 § KL: each justering is announced, and the time to appeal runs from there."""
    taken: set[int] = set()
    for i, part in enumerate(meeting.delprotokoll):
        if part.slag != OMEDELBAR:
            continue
        twice = taken.intersection(part.paragrafer)
        if twice:
            yield findings.PARAGRAPH_TWICE(
                f"delprotokoll[{i}].paragrafer",
                value=_shown(twice, register),
            )
        taken.update(part.paragrafer)


@rule(due=Before.PROTOKOLL)
def its_paragraphs_are_in_the_meeting(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """A selection holds some §§ of its span; the others are in the meeting all the same."""
    held = set(meeting.paragrafer)
    first, last = meeting.forsta_paragraf, meeting.sista_paragraf
    if meeting.omfattning == URVAL and first is not None and last is not None:
        held.update(range(first, last + 1))
    for i, part in enumerate(meeting.delprotokoll):
        strange = set(part.paragrafer) - held
        if strange:
            yield findings.PARAGRAPH_NOT_HELD(
                f"delprotokoll[{i}].paragrafer",
                value=_shown(strange, register),
            )


@rule(due=Before.PROTOKOLL)
def what_is_declared_has_its_delprotokoll(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """The mark in Ärenden and the row in Delprotokoll are two halves of one fact.

    A protokoll that only waits for the row can be made; its bevis, which says which §§ it is
    about, cannot.
    """
    apart = delprotokoll.apart(meeting)
    posted = meeting.stage is Stage.ANSLAGET
    waiting = STOPS[Must.PROTOKOLL] if posted else STOPS[Must.ANSLAG]
    unread = any(part.slag != RATTELSE and not part.paragrafer for part in meeting.delprotokoll)
    for i, arende in enumerate(meeting.arenden):
        number = arende.paragraf
        if number is None:
            continue
        if arende.omedelbart_justerad and number not in apart and not unread:
            yield findings.NO_DELPROTOKOLL(
                f"ärenden[{i}].omedelbart_justerad", value=number, stoppar=waiting
            )
        elif number in apart and not arende.omedelbart_justerad:
            yield findings.NOT_DECLARED(
                f"ärenden[{i}].omedelbart_justerad",
                value=number,
                nr=arende.nr,
            )


@rule(due=Before.ANSLAG)
def its_dates_are_filled_in(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """What is omedelbart justerat is so before the rest; a rättelse needs its words too."""
    for i, part in enumerate(meeting.delprotokoll):
        wanted = ["justerat", "anslaget_uppsatt"]
        wanted += ["vad_som_rättats"] if part.slag == RATTELSE else []
        for column in sheets.DELPROTOKOLL.columns:
            if column.field in wanted and not getattr(part, column.attr):
                yield findings.MISSING_VALUE(
                    f"delprotokoll[{i}].{column.field}",
                    value=column.header,
                    stoppar=STOPS[Must.ANSLAG],
                )


@rule(due=Before.PROTOKOLL)
def something_is_left_for_the_meeting(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """The meeting's own anslag is about what is not announced already."""
    apart = set(delprotokoll.apart(meeting))
    if apart and meeting.omfattning != URVAL and apart.issuperset(meeting.paragrafer):
        yield findings.NOTHING_LEFT("delprotokoll[0].paragrafer")


@rule(due=Before.PROTOKOLL)
def a_correction_is_of_what_is_justerat(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """Until the justering a § is simply changed; after it the change is justerad by itself."""
    for i, part in enumerate(meeting.delprotokoll):
        early = {n for n in part.paragrafer if not delprotokoll.is_justerad(meeting, n)}
        if part.slag == RATTELSE and early:
            yield findings.CORRECTED_TOO_EARLY(
                f"delprotokoll[{i}].paragrafer", value=_shown(early, register)
            )


def _shown(numbers: set[int], register: Register) -> str:
    return format_paragraphs(numbers, register.stil.paragraftecken)
