"""What only fullmäktige may do, what must come before, and by when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from gen import findings, frister
from gen.checks import rule
from gen.checks.beslutforhet import ANSWERED, handled
from gen.checks.kallelse import UNANIMOUS, is_fullmaktige, says
from gen.choices import (
    ANNAT,
    BESLUT,
    BORDLAGGS,
    ENLIGT,
    FORSLAG,
    NO_DECISION_NEEDED,
    TIDIGARE,
    TIDIGARE_BEHANDLING,
    UNDERLAG,
)
from gen.findings import Finding
from gen.model import Arende, Sammantrade, plain
from gen.names import fold
from gen.register import Organ, Register
from gen.stages import Before

_UNPREPARED = re.compile(
    r"\b(?:avsägelse|entledigande|revisionsberättelse|ansvarsfrihet|extra val|mandattid|"
    r"antalet? ledamöter)|\böverlåt\w* .*medborgarförslag",
    re.IGNORECASE,
)
"""5 kap. 29–32 and 34 §§ KL, by the words of the rubrik."""
_REFERRED = re.compile(r"\b(?:remi(?:tter|ss)\w*|yttrande|överlämna\w*)", re.IGNORECASE)
_ANSWER = re.compile(r"\b(?:be)?svar(?:a[rs]?|a[dt]|a[dt]es|ats|en|et)?\b", re.IGNORECASE)
_OTHERS = re.compile(r"förbund|stiftelse|bolag|gemensam", re.IGNORECASE)
_BY_MINORITY = {fold(word) for word in TIDIGARE if "minoritet" in word}


def _decided(arende: Arende) -> bool:
    """Decided today in the matter itself: not sent on for an opinion, back, or to a later day."""
    points = arende.rader(BESLUT if arende.utfall == ANNAT else FORSLAG)
    referred = any(_REFERRED.search(plain(rad.text)) for rad in points)
    return arende.utfall in (ENLIGT, ANNAT) and not referred


def _targets(arende: Arende, register: Register) -> list[Organ]:
    """The organ that the points of the beslut go to."""
    rows = arende.rader(FORSLAG, BESLUT)
    codes = {rad.beslutas_av or arende.beslutas_av for rad in rows} or {arende.beslutas_av}
    found = (register.find_organ(code) for code in sorted(codes) if code)
    return [organ for organ in found if organ is not None]


@rule
def styrelsen_has_been_heard(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 26 and 28 §§ KL: prepared by a nämnd or a beredning, and styrelsen always heard.

    Not val, avsägelser, the revision and what is urgent with all agreed (29–34 §§).
    """
    styrelsen = next((organ for organ in register.organ if organ.slag == "KS"), None)
    if styrelsen is None or not is_fullmaktige(meeting, register):
        return
    for i, arende in handled(meeting):
        free = arende.typ in ("Val", *NO_DECISION_NEEDED) or _UNPREPARED.search(arende.rubrik)
        if free or arende.utfall not in (ENLIGT, ANNAT) or says(arende, UNANIMOUS):
            continue
        if not _heard(arende, styrelsen, register):
            yield findings.NOT_PREPARED(
                f"ärenden[{i}].rubrik", value=arende.nr, styrelsen=styrelsen.namn.casefold()
            )


def _heard(arende: Arende, styrelsen: Organ, register: Register) -> bool:
    """Whether a row names styrelsen: as the one who proposes, or in what was done before."""
    code = re.compile(rf"\b{re.escape(styrelsen.kod)}\b")
    name = fold(styrelsen.namn)
    for rad in arende.rader(FORSLAG, UNDERLAG, TIDIGARE_BEHANDLING, "Beredning"):
        if register.find_organ(rad.vem) == styrelsen:
            return True
        text = f"{rad.vem} {plain(rad.text)}"
        if name in fold(text) or code.search(text):
            return True
    return False


@rule
def motions_are_decided_within_a_year(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 35 § KL: within a year if possible; else fullmäktige is told so within the year."""
    for i, arende in handled(meeting):
        if arende.typ not in ("Motion", "Medborgarförslag") or arende.inkom is None:
            continue
        last = frister.decided_within_a_year(arende.inkom).date
        if meeting.datum is not None and meeting.datum > last:
            what = "Motionen" if arende.typ == "Motion" else "Medborgarförslaget"
            path = f"ärenden[{i}].inkom"
            yield findings.OLDER_THAN_A_YEAR(path, value=arende.inkom, what=what, last=last)


@rule
def motions_are_decided_by_fullmaktige(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 22 and 23 §§ KL: of what is väckt there only medborgarförslag may be handed on."""
    for i, arende in handled(meeting):
        if arende.typ != "Motion" or not _decided(arende):
            continue
        targets = _targets(arende, register)
        if targets and not any(organ.slag == "KF" for organ in targets):
            path = f"ärenden[{i}].beslutas_av"
            yield findings.MOTION_ELSEWHERE(path, value=targets[0].namn, nr=arende.nr)


@rule
def medborgarforslag_are_not_delegated(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """6 kap. 38 § 4 KL: what was handed to a nämnd is decided by the nämnd."""
    organ = register.find_organ(meeting.organ)
    if organ is None or organ.slag != "utskott":
        return
    for i, arende in handled(meeting):
        own = arende.typ == "Medborgarförslag" and organ in _targets(arende, register)
        if own and _decided(arende):
            path = f"ärenden[{i}].beslutas_av"
            yield findings.NOT_DELEGABLE(path, value=organ.namn, nr=arende.nr)


@rule
def ansvarsfrihet_is_decided_before_july(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 24 § KL: by the end of June of the year after the one that was audited.

    The year is the rubrik's, else the one before the sammanträde; what the kommun owns or shares
    with others has rules of its own.
    """
    for i, arende in handled(meeting) if is_fullmaktige(meeting, register) else ():
        rubrik = arende.rubrik
        if meeting.datum is None or _OTHERS.search(rubrik):
            continue
        if "ansvarsfrihet" not in rubrik.casefold():
            continue
        years = [int(year) for year in re.findall(r"\b20\d\d\b", rubrik)]
        last = dt.date(max(years, default=meeting.datum.year - 1) + 1, 6, 30)
        if meeting.datum > last:
            yield findings.ANSVARSFRIHET_LATE(f"ärenden[{i}].rubrik", value=arende.nr, last=last)


@rule(due=Before.PROTOKOLL)
def only_in_fullmaktige_a_minority_decides(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 50 § and 6 kap. 33 § KL: in a nämnd a majority is needed to bordlägga."""
    for i, arende in handled(meeting):
        for k, rad in enumerate(arende.innehall):
            if rad.del_ != TIDIGARE_BEHANDLING or fold(plain(rad.text)) not in _BY_MINORITY:
                continue
            organ = register.find_organ(rad.vem)
            if organ is not None and organ.slag != "KF":
                yield findings.MINORITY_IN_NAMND(
                    f"ärenden[{i}].innehåll[{k}].text",
                    value=plain(rad.text).strip().casefold(),
                    organ=organ.namn,
                )


@rule(due=Before.PROTOKOLL)
def an_interpellation_is_answered_or_not(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 68 § KL: the protokoll tells which were put and which answered; a rubrik may do so."""
    for i, arende in handled(meeting) if is_fullmaktige(meeting, register) else ():
        later = arende.typ not in ANSWERED or arende.utfall == BORDLAGGS
        if not later and not _ANSWER.search(arende.rubrik) and not says(arende, _ANSWER):
            what = "interpellationen" if arende.typ == "Interpellation" else "frågan"
            yield findings.NOT_ANSWERED(f"ärenden[{i}].rubrik", value=what, nr=arende.nr)
