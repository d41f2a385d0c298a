"""What a tjänsteskrivelse or a motionssvar lacks, or holds in vain."""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings
from gen.checks import rule
from gen.choices import FORSLAG, MOTIONENS_YRKANDEN, REMISSINSTANSER
from gen.documents.beredning import is_motionssvar
from gen.documents.motionssvar import answer
from gen.findings import Finding
from gen.model import Sammantrade, plain
from gen.register import Register
from gen.workbook import sheets
from gen.workbook.columns import Must

_STOPPED = frozenset({"tjänsteskrivelse", "motionssvar"})


@rule
def an_arendefil_alone_is_filled_in(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """In a meeting the row itself may say it; the rubrik is asked for everywhere."""
    if meeting.organ or meeting.datum is not None:
        return
    for i, arende in enumerate(meeting.arenden):
        for column in sheets.ARENDE.columns:
            empty = getattr(arende, column.attr) in (None, "", ())
            if column.must is Must.KALLELSE and column.field != "rubrik" and empty:
                dated = column.field == "tjänsteskrivelse"
                yield findings.MISSING_VALUE(
                    f"ärenden[{i}].{column.field}",
                    value=column.header,
                    stoppar=_STOPPED if dated else frozenset(),
                )


@rule
def parts_of_a_motion_stand_in_one(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """What is filled in and printed nowhere is told."""
    for i, arende in enumerate(meeting.arenden):
        if is_motionssvar(arende):
            continue
        for k, rad in enumerate(arende.innehall):
            if rad.del_ in (MOTIONENS_YRKANDEN, REMISSINSTANSER):
                yield findings.PART_OF_A_MOTION(
                    f"ärenden[{i}].innehåll[{k}]",
                    value=rad.del_,
                    nr=arende.nr,
                    typ=arende.typ,
                )
                break


@rule
def an_answer_says_what_it_is(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """Domain 2.3: a motion is granted, rejected, taken as answered, or written off."""
    for i, arende in enumerate(meeting.arenden):
        own = [k for k, rad in enumerate(arende.innehall) if rad.del_ == FORSLAG and not rad.vem]
        if is_motionssvar(arende) and own and not answer(arende):
            point = plain(arende.innehall[own[0]].text)
            path = f"ärenden[{i}].innehåll[{own[0]}].text"
            yield findings.ANSWER_UNCLEAR(path, value=point, nr=arende.nr)
