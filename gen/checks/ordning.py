"""Which organ decides and how it is named: lead-ins, headings, numbers of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen import findings
from gen.checks import rule
from gen.checks.texter import POINTS, RUBRIK, texts
from gen.choices import INLEDNING, RESERVATION
from gen.findings import Finding
from gen.model import Sammantrade, plain
from gen.names import fold
from gen.register import Organ, Register
from gen.swedish.phrases import genitiv

_DECIDES = re.compile(r"\s+(?:besluta[rt]?|beslutade|föreslår|föreslog)\b", re.I)


@rule
def a_lead_in_names_the_organ_that_meets(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """An ärendefil goes from instance to instance; a lead-in typed there stays behind."""
    organ = register.find_organ(meeting.organ)
    if organ is None:
        return
    for i, arende in enumerate(meeting.arenden):
        for k, rad in enumerate(arende.innehall):
            if rad.del_ != INLEDNING:
                continue
            other = _deciding(plain(rad.text), register)
            if other is not None and other.kod != organ.kod:
                yield findings.LEAD_IN_OF_OTHER_ORGAN(
                    f"ärenden[{i}].innehåll[{k}].text",
                    value=other.namn,
                    organ=organ.namn,
                    nr=arende.nr,
                )


@rule
def a_point_has_no_lead_in_of_its_own(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """gen writes `Kommunstyrelsen föreslår att kommunfullmäktige beslutar` above the points."""
    for text in texts(meeting):
        if text.del_ in POINTS and _deciding(text.text, register) is not None:
            shown = " ".join(text.text.split()[:8])
            yield findings.POINT_WITH_LEAD_IN(text.at, value=shown)


def _deciding(text: str, register: Register) -> Organ | None:
    """The organ that the text begins with, where it decides or proposes there."""
    start = text.strip()
    folded = start.casefold()
    for organ in register.organ:
        if folded.startswith(organ.namn.casefold()) and _DECIDES.match(start, len(organ.namn)):
            return organ
    return None


@rule
def a_heading_is_the_organs_own(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`Kommunstyrelsens beslut` above what kommunfullmäktige decided (Smedjebacken)."""
    organ = register.find_organ(meeting.organ)
    if organ is None:
        return
    for entry in register.stil.delar:
        heading = entry.partition("=")[2].strip()
        for other in register.organ:
            owner = fold(other.genitiv or genitiv(other.namn))
            if other.kod != organ.kod and fold(heading) == f"{owner} beslut":
                yield findings.HEADING_OF_OTHER_ORGAN(
                    "register.stil.delar", value=heading, organ=organ.namn
                )


# Looked back from what is always the same: a pattern that begins with letters, not with a class of
# them, is found ten times as fast.
_BY_NUMBER = re.compile(r"rende(?<=\b[Ää]rende)\s+(?:nr\s+)?(\d{1,3}[A-Z]?)\b(?![/:.-]\d)")
_HEADED = re.compile(r"(\d{1,3}[A-Z]?)\.\s+[A-ZÅÄÖ]")


@rule
def texts_name_paragraphs_and_not_numbers_of_the_list(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """The protokoll has no numbers of the föredragningslista: `ärende 25` leads nowhere."""
    by_nr = {fold(arende.nr): arende for arende in meeting.arenden}
    for text in texts(meeting):
        if text.arende is None or text.del_ == RUBRIK or not text.numbers:
            continue
        found = _BY_NUMBER.findall(text.text)
        if text.del_ == RESERVATION and (headed := _HEADED.match(text.text)):
            found.append(headed[1])
        for nr in dict.fromkeys(found):
            meant = by_nr.get(fold(nr))
            paragraf = meant.paragraf if meant else None
            yield findings.NUMBER_OF_THE_LIST(
                text.at, value=nr, suggestion=f"§ {paragraf}" if paragraf else ""
            )
