"""An ärende in, its decision out: groups of points, each under its lead-in.

Which rows decide follows from Utfall; the lead-in is the beslutskedja (`phrases.beslutskedja`) over
the organ between the deciding one and the last instance, unless the workbook gives its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gen.choices import (
    ANNAT,
    ATERREMITTERAS,
    ATGARD,
    BESLUT,
    BORDLAGGS,
    ENLIGT,
    FORSLAG,
    INLEDNING,
    KANNEDOM,
    NUMRERADE,
    TILL_HANDLINGARNA,
    UTGAR,
)
from gen.model import Arende, Rad, Run, Text, plain
from gen.names import fold
from gen.register import Organ, Register
from gen.swedish.dates import den_date_text, parse_date
from gen.swedish.lists import point_spans
from gen.swedish.phrases import beslutskedja
from gen.swedish.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Grupp:
    """Points under one lead-in, as typed; a group without points is a sentence of its own.

    A text that begins with `a)` is a sub-point of the one before. `beslutas_av` is the code of the
    organ that decides these points in the end, where one is told.
    """

    inledning: str
    punkter: tuple[Text, ...] = ()
    beslutas_av: str = ""


def beslut(arende: Arende, organ: Organ, register: Register) -> tuple[Grupp, ...]:
    """What the § decides: förslaget, another decision, or what its Utfall says."""
    written = _groups(arende, BESLUT, organ, register)
    if arende.utfall == ENLIGT:
        return forslag(arende, organ, register)
    if arende.utfall == ANNAT or written:
        return written
    return _outcome(arende, organ, sentence=register.stil.beslut_som == NUMRERADE)


def forslag(arende: Arende, organ: Organ, register: Register) -> tuple[Grupp, ...]:
    """The förvaltning's own proposal; where it has none, that of the one who made one."""
    return _groups(arende, FORSLAG, organ, register, _authors(arende)[0])


def alla_forslag(
    arende: Arende, organ: Organ, register: Register
) -> tuple[tuple[str, tuple[Grupp, ...]], ...]:
    """Everybody's proposals, each with who makes it: the förvaltning's first, with nobody."""
    return tuple(
        (who, groups)
        for who in _authors(arende)
        if (groups := _groups(arende, FORSLAG, organ, register, who))
    )


def _authors(arende: Arende) -> list[str]:
    """Vem of the rows Förslag; nobody, who is the förvaltning, first."""
    who = dict.fromkeys(rad.vem for rad in arende.rader(FORSLAG))
    return sorted(who, key=bool) or [""]


def decided_otherwise(arende: Arende) -> bool:
    """Whether Annat beslut is another than förslaget: `att`, full stop and case are no difference.

    A § without a förslag, or without a beslut, has nothing to differ.
    """
    decided, proposed = (bare(arende.rader(del_)) for del_ in (BESLUT, FORSLAG))
    return arende.utfall == ANNAT and bool(decided and proposed) and decided != proposed


def bare(rows: Iterable[Rad]) -> list[str]:
    """The points as they are compared: without what people type around them."""
    texts = [plain(rad.text) for rad in rows]
    spans = point_spans(texts)
    return [fold(text[start:end]) for text, (start, end) in zip(texts, spans, strict=True)]


def _groups(
    arende: Arende, del_: str, organ: Organ, register: Register, proposer: str = ""
) -> tuple[Grupp, ...]:
    groups: list[tuple[str, str, list[Text]]] = []
    goals = {
        rad.beslutas_av or arende.beslutas_av
        for rad in arende.rader(del_)
        if not _is_behind(rad, organ, register)
    }
    mixed = _differ(goals, organ, register)
    own_lead_in = ""
    target: str | None = None
    for rad in arende.innehall:
        if rad.del_ == INLEDNING:
            own_lead_in = plain(rad.text)
        if rad.del_ != del_ or (del_ == FORSLAG and rad.vem != proposer):
            if rad.del_ in (FORSLAG, BESLUT):
                own_lead_in = ""  # it led in these points, which are not asked for
            continue
        if _is_behind(rad, organ, register):
            own_lead_in = ""
            continue
        goes_to = rad.beslutas_av or arende.beslutas_av
        if own_lead_in or not groups or goes_to != target:
            lead_in = own_lead_in or _lead_in(organ, goes_to, register, mixed=mixed)
            groups.append((lead_in, goes_to, []))
            own_lead_in, target = "", goes_to
        groups[-1][2].append(rad.text)
    return tuple(Grupp(lead_in, tuple(points), goes_to) for lead_in, goes_to, points in groups)


def _is_behind(rad: Rad, organ: Organ, register: Register) -> bool:
    """A point that an instance below decided for its own part: it did not come on to this one."""
    target = register.find_organ(rad.beslutas_av) if rad.beslutas_av else None
    return target is not None and target.kod != organ.kod and register.rises(target, organ)


def sent_on(arende: Arende, organ: Organ, register: Register) -> tuple[Grupp, ...]:
    """Those points of the beslut that another organ is to decide: what goes on from here."""
    return tuple(
        group
        for group in beslut(arende, organ, register)
        if group.beslutas_av and group.beslutas_av != organ.kod
    )


def _differ(goals: Iterable[str], organ: Organ, register: Register) -> bool:
    """Whether the codes are of more than one organ; none is the organ's own."""
    return len({(register.find_organ(code) or organ).kod for code in goals}) > 1


def _lead_in(organ: Organ, last: str, register: Register, *, mixed: bool) -> str:
    """`mixed`: other points of the ärende go elsewhere, so that what stays says that it does."""
    target = register.find_organ(last) or organ
    chain = beslutskedja([link.namn for link in register.chain(organ, target)])
    own_part = " för egen del" if mixed and target.kod == organ.kod else ""
    return _introduced(f"{chain}{own_part}", sentences=register.stil.beslut_som == NUMRERADE)


def _introduced(lead_in: str, *, sentences: bool) -> str:
    """An att-sats goes on from its lead-in; before sentences of their own it ends in a colon."""
    return f"{lead_in}:" if sentences else lead_in


_OUTCOMES = {
    BORDLAGGS: ("att bordlägga {}", "{} bordläggs"),
    ATERREMITTERAS: ("att återremittera {}", "{} återremitteras"),
    TILL_HANDLINGARNA: ("att lägga {} till handlingarna", "{} läggs till handlingarna"),
}
"""As an att-sats, and as the sentence of its own that a numbered point is."""
_LAID_ASIDE = {"Information": "informationen", "Anmälan": "anmälningarna"}


def _outcome(arende: Arende, organ: Organ, *, sentence: bool) -> tuple[Grupp, ...]:
    """The standard sentence of an Utfall that needs no text of its own."""
    if arende.utfall == UTGAR:
        return (Grupp("Ärendet utgår."),)
    what, where = "ärendet", f" till {_till(arende.till)}" if arende.till else ""
    if arende.utfall == TILL_HANDLINGARNA:
        what, where = _LAID_ASIDE.get(arende.typ, what), ""
    point = _OUTCOMES[arende.utfall][sentence].format(what) + where
    lead_in = _introduced(beslutskedja([organ.namn]), sentences=sentence)
    return (Grupp(lead_in, ((Run(text=point),),)),)


def _till(text: str) -> str:
    """`Till` is a date, or who takes it back, with or without the word `till`."""
    text = re.sub(r"^till\s+", "", text.strip(), flags=re.IGNORECASE)
    try:
        return den_date_text(parse_date(text))
    except Unreadable:
        return text


def recipients(rows: Iterable[Rad], arende: Arende) -> list[str]:
    """The recipients as printed: Förslagsställarna of a motion are Motionärerna."""
    return [_recipient(rad, arende) for rad in rows]


_PROPOSERS = {"Motion": ("Motionären", "Motionärerna")}


def proposers(arende: Arende) -> str:
    """What they are called who have made the motion, or the förslag."""
    one, several = _PROPOSERS.get(arende.typ, ("Förslagsställaren", "Förslagsställarna"))
    return one if len(arende.forslagsstallare) == 1 else several


def _recipient(rad: Rad, arende: Arende) -> str:
    who = rad.vem or plain(rad.text)
    if who.casefold() == "förslagsställarna":
        who = proposers(arende)
    remark = plain(rad.text) if rad.vem else ""
    return f"{who} ({remark})" if remark else who


def addressees(arende: Arende, register: Register) -> tuple[str, ...]:
    """Those who get the beslut, each once: of a group its members, of a motion who made it.

    Who is not sent anything – the next instance, the diarium – is not among them.
    """
    groups = {fold(m.namn): m for m in register.mottagare}
    out: list[str] = []
    for rad in arende.rader(ATGARD, KANNEDOM):
        who = rad.vem or plain(rad.text)
        group = groups.get(fold(who))
        if who.casefold() == "förslagsställarna":
            out += [str(name) for name in arende.forslagsstallare]
        elif group is None or group.skickas != "inte":
            out += group.ingar if group is not None and group.ingar else [who]
    return tuple(dict.fromkeys(out))
