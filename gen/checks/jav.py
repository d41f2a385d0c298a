"""Jäv: who has it takes no part in the §, in any way; and who is likely to have it is asked for.

What yrkanden, votes and reservations say of it stands in `deltagande`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen import findings, presence
from gen.checks import rule
from gen.checks.behandling import rows
from gen.checks.beslutforhet import handled
from gen.checks.kallelse import is_fullmaktige
from gen.checks.tider import anslagen
from gen.choices import JAV, ORDFORANDEBYTE, PROTOKOLLSANTECKNING, SARSKILT_YTTRANDE
from gen.findings import Finding
from gen.model import Sammantrade
from gen.register import Register
from gen.stages import Before
from gen.swedish.lists import list_text
from gen.swedish.paragraphs import format_paragraphs

_ACCOUNTS = (
    (re.compile(r"\bansvarsfrihet", re.IGNORECASE), "ansvarsfrihet"),
    (re.compile(r"\bval av .*\brevisor", re.IGNORECASE), "val av revisor"),
)
_AUDIT = re.compile(r"\b(?:ansvarsfrihet|revisionsberättelse)", re.IGNORECASE)


@rule(due=Before.PROTOKOLL)
def who_has_jav_says_nothing(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 47 § and 6 kap. 30 § KL; 5 kap. 49 § KL: of the revisionsberättelse one may speak."""
    fullmaktige = is_fullmaktige(meeting, register)
    for path, arende, row in rows(meeting, SARSKILT_YTTRANDE, PROTOKOLLSANTECKNING):
        if fullmaktige and _AUDIT.search(arende.rubrik):
            continue
        for name in dict.fromkeys(row.vem):
            if name in presence.javiga(arende):
                yield findings.JAVIG_TOOK_PART(
                    f"{path}.vem", value=str(name), nr=arende.nr, handelse=row.handelse
                )


@rule(due=Before.PROTOKOLL)
def who_has_jav_steps_in_for_nobody(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 47 § and 6 kap. 30 § KL: neither in another's seat nor in the chair."""
    for path, arende, row in rows(meeting, JAV, ORDFORANDEBYTE):
        for name in dict.fromkeys(row.ersattare):
            if name in presence.javiga(arende):
                yield findings.JAVIG_TOOK_PART(
                    f"{path}.ersättare", value=str(name), nr=arende.nr, handelse=row.handelse
                )


@rule(due=Before.PROTOKOLL)
def who_has_jav_does_not_sign(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """The law is about the ärende, and the justering comes after; a careful kommun lets another."""
    substitutes = [str(name) for name in meeting.ersattare_for_justerare]
    other = list_text(substitutes, "eller") if substitutes else "någon annan"
    for part in anslagen(meeting):
        for name in part.dagar.justerare:
            numbers = [
                a.paragraf
                for a in part.arenden
                if a.paragraf is not None and name in presence.javiga(a)
            ]
            if numbers:
                yield findings.JAVIG_JUSTERAR(
                    f"{part.path}.justerare",
                    value=str(name),
                    paragrafer=format_paragraphs(numbers, register.stil.paragraftecken),
                    other=other,
                )


@rule(due=Before.PROTOKOLL)
def accounts_ask_who_has_jav(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 48 § KL: who is redovisningsskyldig takes no part in ansvarsfrihet or in choosing
    those who audit it; in a fullmäktige there are always some."""
    for i, arende in handled(meeting) if is_fullmaktige(meeting, register) else ():
        what = next((name for words, name in _ACCOUNTS if words.search(arende.rubrik)), "")
        if what and not arende.handelser(JAV):
            yield findings.ASK_JAV(f"ärenden[{i}].rubrik", value=arende.nr, what=what)
