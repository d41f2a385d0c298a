"""A meeting in, what stands in a column where something else belongs out: a day among names.

A cell that Excel holds as a day the reader refuses; a day written in words is a text like others.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings
from gen.checks import rule
from gen.findings import Finding
from gen.model import Sammantrade
from gen.names import fold, nearest
from gen.register import Register
from gen.swedish.dates import parse_date
from gen.swedish.unreadable import Unreadable

_BEGINS = ("den", "mån", "tis", "ons", "tor", "fre", "lör", "sön")
"""How a day begins that does not begin with a digit."""


def is_a_day(text: str) -> bool:
    """Whether the text is a whole date and nothing else."""
    # Nearly every cell is a name or a dnr, and is known by its first letters not to be one.
    if not text[:1].isdigit() and text[:3].casefold() not in _BEGINS:
        return False
    try:
        parse_date(text)
    except Unreadable:
        return False
    return True


@rule
def no_day_stands_for_a_dnr_or_a_name(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """It has slipped a column: it would be printed as the dnr, the föredragande or a recipient."""
    for i, arende in enumerate(meeting.arenden):
        cells = [(f"ärenden[{i}].dnr", "Dnr", arende.dnr)]
        if arende.foredragande is not None:
            path = f"ärenden[{i}].föredragande"
            cells.append((path, "Föredragande", arende.foredragande.namn))
        cells += [
            (f"ärenden[{i}].innehåll[{k}].vem", "Vem", rad.vem)
            for k, rad in enumerate(arende.innehall)
        ]
        for path, header, text in cells:
            if text and is_a_day(text):
                yield findings.A_DAY_INSTEAD(path, value=text, header=header)


@rule
def who_presents_is_known(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """31 § 3 FL: the beslut says who presented it. A guest may, so an unknown name is asked of."""
    present = {fold(row.namn.namn) for row in meeting.narvaro}
    names = [*(row.namn.namn for row in meeting.narvaro), *register.people()]
    for i, arende in enumerate(meeting.arenden):
        who = arende.foredragande.namn if arende.foredragande else ""
        known = not who or fold(who) in present or register.find_person(who) is not None
        if not known and not is_a_day(who):
            path = f"ärenden[{i}].föredragande"
            yield findings.UNKNOWN_FOREDRAGANDE(path, value=who, suggestion=nearest(who, names))
