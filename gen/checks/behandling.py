"""What happened in an ärende: every row says what it must, and the ärende ends as it says.

What was unlawful is a lagbrist and stops nothing; what cannot be true stops the protokoll.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gen import beslut, findings, omrostning
from gen.checks import rule
from gen.choices import (
    ANDRING,
    ATERREMISS,
    ATERREMITTERAS,
    AVGORS_I_DAG,
    BORDLAGGS,
    DELTAR_INTE,
    FRI_TEXT,
    JAV,
    OMROSTNING,
    ORDFORANDEBYTE,
    PROPOSITION,
    PROTOKOLLSANTECKNING,
    RESERVATION,
    SARSKILT_YTTRANDE,
    TILLAGG,
    YRKANDE,
)
from gen.findings import Finding
from gen.model import Arende, Handelse, Sammantrade
from gen.register import Register
from gen.stages import Before
from gen.swedish.lists import is_subpoint, list_text


def rows(meeting: Sammantrade, *kinds: str) -> Iterator[tuple[str, Arende, Handelse]]:
    """(path, ärende, row) of every row of those kinds."""
    for i, arende in enumerate(meeting.arenden):
        for j, handelse in enumerate(arende.behandling):
            if handelse.handelse in kinds:
                yield f"ärenden[{i}].behandling[{j}]", arende, handelse


@dataclass(frozen=True, slots=True)
class _Needed:
    """What rows of those kinds must say; `lacks` looks at a row, `field` is where it stands."""

    kinds: tuple[str, ...]
    lacks: Callable[[Handelse], bool]
    field: str
    header: str
    what: str


_NEEDED = (
    _Needed(
        (YRKANDE, JAV, DELTAR_INTE, RESERVATION, SARSKILT_YTTRANDE),
        lambda row: not row.vem and not row.fritext,
        "vem",
        "Vem",
        "vem det var",
    ),
    _Needed(
        (YRKANDE,),
        lambda row: row.galler in ("", ANDRING, TILLAGG) and not row.text and not row.fil,
        "text",
        "Text",
        "vad som yrkades",
    ),
    _Needed(
        (PROPOSITION,),
        lambda row: not row.text and not row.utfall,
        "text",
        "Text eller Utfall",
        "vad ordföranden fann",
    ),
    _Needed((FRI_TEXT,), lambda row: not row.text, "text", "Text", "någonting"),
    _Needed(
        (PROTOKOLLSANTECKNING,),
        lambda row: not row.text and not row.fil and not row.vem,
        "text",
        "Text",
        "vad som antecknas",
    ),
    _Needed(
        (ORDFORANDEBYTE,),
        lambda row: not row.ersattare and not row.vem,
        "ersättare",
        "Ersättare",
        "vem som tog över",
    ),
    _Needed(
        (OMROSTNING,),
        lambda row: _meaningless(row, "Ja"),
        "ja_betyder",
        "Ja betyder",
        "vad en ja-röst är för",
    ),
    _Needed(
        (OMROSTNING,),
        lambda row: _meaningless(row, "Nej"),
        "nej_betyder",
        "Nej betyder",
        "vad en nej-röst är för",
    ),
)


def _meaningless(row: Handelse, side: str) -> bool:
    return row.omrostning is not None and not omrostning.betyder(row.omrostning, side)


@rule(due=Before.PROTOKOLL)
def every_row_says_what_it_must(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """A row that nothing can be told from: nobody did it, or it has no content."""
    for needed in _NEEDED:
        for path, _, row in rows(meeting, *needed.kinds):
            if needed.lacks(row):
                yield findings.NOTHING_SAID(
                    f"{path}.{needed.field}",
                    handelse=row.handelse,
                    what=needed.what,
                    value=needed.header,
                )


@rule(due=Before.PROTOKOLL)
def the_last_outcome_is_the_arendes(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """An ärende that was sent back is not decided, and one decided today was not sent back."""
    for i, arende in enumerate(meeting.arenden):
        fate = ""
        for row in arende.behandling:
            fate = fate_of(row) or fate
        sent = arende.utfall in (ATERREMITTERAS, BORDLAGGS)
        if fate and (fate != arende.utfall if fate != AVGORS_I_DAG else sent):
            yield findings.FATE_DIFFERS(
                f"ärenden[{i}].utfall",
                value=arende.utfall,
                nr=arende.nr,
                fate=_FATES[fate],
                suggestion="" if fate == AVGORS_I_DAG else fate,
            )


_FATES = {
    ATERREMITTERAS: "återremitteras",
    BORDLAGGS: "bordläggs",
    AVGORS_I_DAG: "avgörs i dag",
}


def fate_of(row: Handelse) -> str:
    """What the row says of whether the ärende is decided; nothing for most rows."""
    if row.handelse == PROPOSITION and row.utfall in _FATES:
        return row.utfall
    held = row.omrostning
    if held is None or not held.fraga or not held.utfall:
        return ""
    if held.utfall == held.fraga:
        return ATERREMITTERAS if held.fraga == ATERREMISS else BORDLAGGS
    return AVGORS_I_DAG


@rule(due=Before.PROTOKOLL)
def points_that_are_named_exist(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """A reservation against punkt 5 of a beslut that has three."""
    organ = register.find_organ(meeting.organ)
    for path, arende, row in rows(meeting, DELTAR_INTE, RESERVATION):
        if organ is None or not row.punkter:
            continue
        points = [p for group in beslut.beslut(arende, organ, register) for p in group.punkter]
        count = sum(not is_subpoint("".join(run.text for run in point)) for point in points)
        missing = [number for number in row.punkter if number > count]
        if missing:
            yield findings.NO_SUCH_POINT(
                f"{path}.gäller", value=list_text([str(n) for n in missing]), nr=arende.nr
            )
