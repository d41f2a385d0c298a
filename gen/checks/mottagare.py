"""Who gets the decision: everybody under Skickas till is somebody, and stands there once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen import findings
from gen.checks import rule
from gen.choices import ATGARD, KANNEDOM
from gen.findings import Finding
from gen.model import Arende, Rad, Sammantrade, plain
from gen.names import fold, nearest
from gen.register import Register

_LISTS = (ATGARD, KANNEDOM)
_PROPOSERS = frozenset({"förslagsställarna", "förslagsställaren", "motionärerna", "motionären"})
_ELECTED = frozenset({"de valda", "den valda", "den valde"})
_NOBODY = re.compile(r"\W*(?:ingen|inga|saknas)?\W*", re.I)
_LIKE = 0.85
"""Two names that have less in common are two recipients."""


@rule
def every_recipient_is_known(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """By name, alias, organ or person; a register without recipients is not asked."""
    if not register.mottagare:
        return
    known = known_recipients(register)
    for path, arende, who in _recipients(meeting):
        key = fold(who)
        if key in known or key in _PROPOSERS | _ELECTED or not key:
            continue
        if any(fold(name.namn) == key for name in arende.forslagsstallare):
            continue
        near = nearest(who, known.values(), _LIKE)
        if near:
            yield findings.RECIPIENT_MISSPELT(path, value=who, suggestion=near)
        else:
            yield findings.UNKNOWN_RECIPIENT(path, value=who)


@rule
def a_group_gives_somebody(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`Förslagsställarna` of an ärende that has none, `De valda` where nobody is elected, and a
    group of the register whose members the register does not know."""
    known = known_recipients(register)
    groups = {
        fold(name): mottagare
        for mottagare in register.mottagare
        if mottagare.ingar
        for name in (mottagare.namn, *mottagare.skrivs_aven)
    }
    for path, arende, who in _recipients(meeting):
        key = fold(who)
        group = groups.get(key)
        if key in _PROPOSERS and arende.rubrik and not arende.forslagsstallare:
            cure = "Skriv namnen under Förslagsställare på bladet Ärenden"
        elif key in _ELECTED and arende.typ != "Val":
            cure = "Välj Val som Typ på bladet Ärenden"
        elif group is not None and not any(fold(member) in known for member in group.ingar):
            cure = "Rätta Ingår på registrets blad Mottagare"
        else:
            continue
        yield findings.GROUP_GIVES_NOBODY(path, value=who, nr=arende.nr, cure=cure)


@rule
def nobody_is_no_recipient(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """A dash or `Ingen` would be printed as a recipient; a list without any is left out."""
    for i, arende in enumerate(meeting.arenden):
        for k, rad in enumerate(arende.innehall):
            if rad.del_ in _LISTS and _NOBODY.fullmatch(_who(rad)):
                path = f"ärenden[{i}].innehåll[{k}]"
                field = "vem" if rad.vem else "text" if rad.text else "del"
                yield findings.NOBODY_TYPED(f"{path}.{field}", value=_who(rad), part=rad.del_)


@rule
def a_recipient_stands_once(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """In both lists one does not see whether anything is to be done."""
    seen: dict[tuple[str, str], str] = {}
    for path, arende, who in _recipients(meeting):
        if fold(who) and seen.setdefault((arende.nr, fold(who)), path) != path:
            yield findings.RECIPIENT_TWICE(path, value=who, nr=arende.nr)


def _recipients(meeting: Sammantrade) -> Iterator[tuple[str, Arende, str]]:
    """(path, ärende, who) of every row that is somebody."""
    for i, arende in enumerate(meeting.arenden):
        for k, rad in enumerate(arende.innehall):
            if rad.del_ in _LISTS and not _NOBODY.fullmatch(_who(rad)):
                field = "vem" if rad.vem else "text"
                yield f"ärenden[{i}].innehåll[{k}].{field}", arende, _who(rad)


def _who(rad: Rad) -> str:
    """What is printed as the recipient; a Text beside Vem is a remark."""
    return (rad.vem or plain(rad.text)).strip()


def known_recipients(register: Register) -> dict[str, str]:
    """Everybody whom a decision can be sent to, by folded name."""
    names = [n for m in register.mottagare for n in (m.namn, *m.skrivs_aven)]
    names += [n for o in register.organ for n in (o.namn, o.kod)]
    names += [n for m in register.fortroendevalda for n in (m.namn, *m.skrivs_aven)]
    names += [p.namn for p in register.tjanstepersoner]
    names += [p.forvaltning for p in register.tjanstepersoner if p.forvaltning]
    return {fold(name): name for name in names}
