"""What the rows of an ärende and its ärendefil say against each other, and of its files."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from gen import beslut, findings
from gen.checks import rule
from gen.choices import ANNAT, BESLUT, BILAGA, FORSLAG
from gen.findings import Finding
from gen.model import Arende, Rad, Sammantrade, plain
from gen.register import Register
from gen.stages import Before

_SHORT = 80
"""Signs of a decision that are quoted: enough to know it by."""


@rule(due=Before.PROTOKOLL)
def another_decision_differs_from_the_proposal(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """Annat beslut: what was decided beside what was proposed, for who proof-reads."""
    for i, arende in enumerate(meeting.arenden):
        if arende.utfall != ANNAT:
            continue
        decided, proposed = arende.rader(BESLUT), arende.rader(FORSLAG)
        if not decided or not proposed:
            continue
        if beslut.decided_otherwise(arende):
            yield findings.DECIDED_OTHERWISE(
                f"ärenden[{i}].innehåll[{_first(arende, BESLUT)}].text",
                value=_quoted(decided),
                proposed=_quoted(proposed),
                nr=arende.nr,
            )
        else:
            yield findings.DECIDED_AS_PROPOSED(
                f"ärenden[{i}].utfall", value=arende.utfall, nr=arende.nr
            )


@rule
def bilagor_have_files(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """A bilaga without a file cannot go into a bundle; it may still lie on paper."""
    for i, arende in enumerate(meeting.arenden):
        places = [k for k, rad in enumerate(arende.innehall) if rad.del_ == BILAGA]
        for place, bilaga in zip(places, arende.bilagor, strict=True):
            if not bilaga.fil:
                yield findings.BILAGA_WITHOUT_FILE(
                    f"ärenden[{i}].innehåll[{place}].fil", number=bilaga.nummer, nr=arende.nr
                )
            elif not bilaga.text:
                yield findings.BILAGA_WITHOUT_NAME(
                    f"ärenden[{i}].innehåll[{place}].fil",
                    value=bilaga.rubrik,
                    number=bilaga.nummer,
                    nr=arende.nr,
                )


@rule
def an_arendefil_is_of_one_arende(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """Two ärenden with one ärendefil have one rubrik, one proposal and one set of recipients."""
    seen: dict[str, str] = {}
    for i, arende in enumerate(meeting.arenden):
        file = arende.arendefil
        if file and seen.setdefault(file, arende.nr) != arende.nr:
            yield findings.ARENDEFIL_TWICE(f"ärenden[{i}].ärendefil", value=file, other=seen[file])


@rule
def a_hidden_rubrik_has_a_reason(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """What is left out of a public protokoll is left out by a lagrum."""
    for i, arende in enumerate(meeting.arenden):
        if arende.dolj_rubriken and not arende.sekretess:
            yield findings.HIDDEN_WITHOUT_REASON(f"ärenden[{i}].dölj_rubriken", nr=arende.nr)


def _quoted(rows: Iterable[Rad]) -> str:
    text = "; ".join(" ".join(plain(rad.text).split()) for rad in rows)
    return textwrap.shorten(text, _SHORT, placeholder=" …") if len(text) > _SHORT else text


def _first(arende: Arende, del_: str) -> int:
    return next(k for k, rad in enumerate(arende.innehall) if rad.del_ == del_)
