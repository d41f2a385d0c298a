"""How a beslut can be appealed: what is typed, against what 13 kap. KL and FL give.

`complete.appeal` says what the law gives where nothing is typed; a typed word that differs is the
user's own judgement, and asked about.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings
from gen.checks import rule
from gen.checks.beslutforhet import handled
from gen.choices import (
    ANNAN_LAG,
    ANTECKNING,
    ATERREMITTERAS,
    ATGARD,
    BESLUT,
    BILAGA,
    BORDLAGGS,
    FORSLAG,
    FORVALTNINGSBESVAR,
    INLEDNING,
    INTE_OVERKLAGAS,
    KANNEDOM,
    LAGLIGHETSPROVNING,
    NO_DECISION_NEEDED,
    TIDIGARE_BEHANDLING,
    UNDERLAG,
    UNDERRUBRIK,
    UTGAR,
)
from gen.complete import appeal
from gen.findings import Finding
from gen.model import Arende, Sammantrade
from gen.register import Register
from gen.stages import Before
from gen.workbook import sheets

_NO_REASONS = frozenset(
    {
        FORSLAG,
        BESLUT,
        INLEDNING,
        UNDERRUBRIK,
        UNDERLAG,
        TIDIGARE_BEHANDLING,
        ATGARD,
        KANNEDOM,
        BILAGA,
        ANTECKNING,
    }
)


def _decides(arende: Arende) -> bool:
    return arende.utfall != UTGAR and arende.typ not in NO_DECISION_NEEDED


@rule(due=Before.ANSLAG)
def what_fullmaktige_decides_can_be_appealed(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """13 kap. 2 § 1 KL: every beslut; the exception for what is förberedande is the nämnder's."""
    organ = register.find_organ(meeting.organ)
    if organ is None or organ.slag != "KF":
        return
    for i, arende in handled(meeting):
        if arende.overklagande == INTE_OVERKLAGAS and _decides(arende):
            yield findings.ALWAYS_APPEALABLE(
                f"ärenden[{i}].överklagande", value=arende.overklagande, nr=arende.nr
            )


@rule(due=Before.PROTOKOLL)
def what_a_namnd_prepares_cannot_be_appealed(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """13 kap. 2 § 2 KL; and what it decides itself can, unless it only carries out."""
    organ = register.find_organ(meeting.organ)
    if organ is None or organ.slag == "KF":
        return
    for i, arende in handled(meeting):
        typed, law = arende.overklagande, appeal(arende, organ)
        path = f"ärenden[{i}].överklagande"
        if typed == INTE_OVERKLAGAS and law == LAGLIGHETSPROVNING:
            yield findings.APPEALABLE(path, value=typed, nr=arende.nr)
        elif typed != INTE_OVERKLAGAS and law == INTE_OVERKLAGAS:
            yield findings.NOT_APPEALABLE(path, value=typed, nr=arende.nr, why=_why(arende))


_OUTCOMES = {BORDLAGGS: "bordläggs", ATERREMITTERAS: "återremitteras"}


def _why(arende: Arende) -> str:
    if arende.typ in NO_DECISION_NEEDED:
        return "avgörs inte genom något beslut"
    return _OUTCOMES.get(arende.utfall, "avgörs av ett annat organ")


@rule(due=Before.PROTOKOLL)
def a_beslut_under_fl_names_who_presented_it(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """31 § 4 FL: the document shows who was föredragande."""
    for i, arende in handled(meeting):
        if arende.overklagande == FORVALTNINGSBESVAR and arende.foredragande is None:
            yield findings.NO_FOREDRAGANDE(f"ärenden[{i}].föredragande", value=arende.nr)


@rule(due=Before.PROTOKOLL)
def a_beslut_under_fl_gives_its_reasons(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """32 § FL: the rules that were applied and what was decisive. Which they are no rule can see;
    whether there is any text at all it can."""
    for i, arende in handled(meeting):
        told = any(rad.del_ not in _NO_REASONS for rad in arende.innehall)
        if arende.overklagande == FORVALTNINGSBESVAR and not told:
            yield findings.NO_REASONS(f"ärenden[{i}].överklagande", value=arende.nr)


@rule(due=Before.PROTOKOLL)
def what_concerns_one_person_has_most_often_its_own_way(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """13 kap. 3 § KL: where another law says how to appeal, 13 kap. KL does not apply."""
    for i, arende in handled(meeting):
        if arende.myndighetsutovning and arende.overklagande == LAGLIGHETSPROVNING:
            yield findings.WHICH_APPEAL(f"ärenden[{i}].överklagande", value=arende.nr)


@rule(due=Before.PROTOKOLL)
def another_law_has_a_text_of_its_own(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """13 kap. 3 § KL and 33 § FL: where to appeal, and until when, is for that law to say."""
    for i, arende in handled(meeting):
        if arende.overklagande == ANNAN_LAG:
            yield findings.OTHER_LAW_NO_TEXT(f"ärenden[{i}].överklagande", value=arende.nr)


_PRINTED = {
    LAGLIGHETSPROVNING: ("förvaltningsrätt",),
    FORVALTNINGSBESVAR: ("förvaltningsrätt", "adress"),
}
"""What the text on each way to appeal takes from the register (13 kap. 5 § KL, 43 § FL)."""


@rule(due=Before.PROTOKOLL)
def the_register_says_where_to_appeal(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """Without it the text on how to appeal names no court, or no address."""
    ways = {arende.overklagande for _, arende in handled(meeting)}
    fields = dict.fromkeys(f for way, some in _PRINTED.items() if way in ways for f in some)
    for field in fields:
        column = sheets.KOMMUN.column(field)
        if not getattr(register.kommun, column.attr):
            yield findings.APPEAL_TEXT_LACKS(f"register.kommun.{field}", value=column.header)
