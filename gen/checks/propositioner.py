"""What was moved, held against what the chair put: every yrkande that stands, and in words that can
mean one thing only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen import beslut, findings, yrkanden
from gen.checks import rule
from gen.checks.avgorande import put
from gen.checks.behandling import fate_of
from gen.checks.beslutforhet import handled
from gen.choices import (
    ANDRING,
    ANNAT,
    ATERREMISS,
    ATERREMITTERAS,
    ATERTAGET,
    AVSLAG,
    BIFALL,
    BORDLAGGNING,
    BORDLAGGS,
    FORSLAG,
    FRI_TEXT,
    MADE_BY_OTHERS,
    OMROSTNING,
    PROPOSITION,
    TILLAGG,
    YRKANDE,
)
from gen.findings import Finding
from gen.model import Arende, Handelse, Sammantrade, plain
from gen.names import fold
from gen.register import Register
from gen.stages import Before

_ABOUT = {
    ATERREMISS: ("återremi", "Yrkandet om återremiss"),
    BORDLAGGNING: ("bordlägg", "Yrkandet om bordläggning"),
    ANDRING: ("ändring", "Ändringsyrkandet"),
    TILLAGG: ("tillägg", "Tilläggsyrkandet"),
}
_FORMAL = {ATERREMISS: ATERREMITTERAS, BORDLAGGNING: BORDLAGGS}
_TODAY = re.compile(r"avgör\w+ i dag|dagens sammanträde|avgör\w+ idag", re.I)
_ALL = re.compile(r"\byrkanden|\byrkandena|\bförslagen\b", re.I)


@rule(due=Before.PROTOKOLL)
def every_yrkande_is_put(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 67 § KL: what is moved and not withdrawn is put, unless the ärende is sent away first.

    Where nothing at all is put, `several_yrkanden_are_put_in_order` says so.
    """
    for i, arende in handled(meeting):
        kinds = yrkanden.galler(arende)
        for j, row in enumerate(arende.behandling):
            if row.handelse != YRKANDE or row.utfall == ATERTAGET or row.galler not in _ABOUT:
                continue
            alone = len(kinds) == 1 and arende.utfall == _FORMAL.get(row.galler, ANNAT)
            if not (put(arende) or (len(kinds) == 1 and not alone)):
                continue
            if not _sent_first(row.galler, arende) and not _is_put(row, arende):
                yield findings.YRKANDE_NOT_PUT(
                    f"ärenden[{i}].behandling[{j}]", value=_ABOUT[row.galler][1], nr=arende.nr
                )


def _sent_first(kind: str, arende: Arende) -> bool:
    sent = arende.utfall in (ATERREMITTERAS, BORDLAGGS)
    return sent and arende.utfall != _FORMAL.get(kind)


def _is_put(yrkande: Handelse, arende: Arende) -> bool:
    return any(_puts(row, yrkande, arende) for row in arende.behandling)


def _puts(row: Handelse, yrkande: Handelse, arende: Arende) -> bool:
    """Whether the row is about that yrkande, in the standard words or in its own."""
    own, kind = plain(row.text), yrkande.galler
    if row.handelse == FRI_TEXT:
        return "proposition" in fold(own)
    if row.handelse == OMROSTNING:
        held = row.omrostning
        if row.galler == kind or (held is not None and held.fraga == kind):
            return True
        own += f" {held.ja_betyder} {held.nej_betyder}" if held is not None else ""
    elif row.handelse != PROPOSITION:
        return False
    elif kind in _FORMAL and fate_of(row):
        return True
    elif not own:
        settled = yrkanden.avgor(row, arende) == TILLAGG
        return row.utfall in (BIFALL, AVSLAG) and kind == (TILLAGG if settled else ANDRING)
    return _mentions(own, yrkande)


def _mentions(text: str, yrkande: Handelse) -> bool:
    """By its kind, by who moved it, or with all the others; `yrkandet` is the one that is named."""
    stem, _ = _ABOUT[yrkande.galler]
    named = any(name.namn.split()[-1] in text for name in yrkande.vem)
    today = yrkande.galler in _FORMAL and _TODAY.search(text)
    kinds = [some for some, _ in _ABOUT.values() if some in text.casefold()]
    only = not kinds and re.search(r"\byrkande", text, re.I)
    return bool(stem in kinds or named or today or only or _ALL.search(text))


@rule(due=Before.PROTOKOLL)
def who_made_the_motion_says_what_is_moved(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """The § tells of bifall till förslaget till beslut; the motionär may mean the motion."""
    for i, arende in handled(meeting):
        if arende.typ not in MADE_BY_OTHERS or _grants(arende):
            continue
        for j, row in enumerate(arende.behandling):
            own = [name for name in row.vem if name in arende.forslagsstallare]
            if row.handelse != YRKANDE or row.text or row.galler not in (BIFALL, AVSLAG):
                continue
            if own and row.utfall != ATERTAGET:
                yield findings.OWN_MOTION_OR_FORSLAG(
                    f"ärenden[{i}].behandling[{j}].gäller",
                    value=row.galler,
                    who=str(own[0]),
                    nr=arende.nr,
                    motion="medborgarförslaget" if arende.typ != "Motion" else "motionen",
                    done="bifall till" if row.galler == BIFALL else "avslag på",
                )


def _grants(arende: Arende) -> bool:
    """Whether förslaget is bifall to the whole motion, so that both are the same."""
    proposed = " ".join(beslut.bare(arende.rader(FORSLAG)))
    return bool(re.search(r"\bbif[aö]ll", proposed)) and not re.search(
        r"\bavsl[åo]|\bbesvara|\bdelvis", proposed
    )
