"""What happened in an ärende in, the parts of its § that tell it out, as JSON blocks.

A row without Text has its standard phrase. A Text that goes on in the middle of a
sentence (`till förmån för …`) follows the phrase; one that begins a sentence of its own stands
below it, as typed. A row Fri text stands where it was typed, after what the row above it made; so
do a pause and a change of chair in the middle of what was moved and put.

At the meeting it is told in the present, for the next instance in the past (`Tempus`). What
somebody has typed keeps its words, but for the verbs by which it goes on in our sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from gen import presence, text
from gen.choices import (
    AJOURNERING,
    ANDRING,
    ATERREMISS,
    ATERTAGET,
    AVGORANDE_I_DAG,
    AVSLAG,
    BEHANDLINGSDELAR,
    BESLUTET,
    BESLUTSGANG,
    BIFALL,
    BORDLAGGNING,
    DAGENS_SAMMANTRADE,
    DELTAR_INTE,
    DELTAR_INTE_I_BESLUTET,
    FRI_TEXT,
    JAV,
    MOTFORSLAG,
    OMROSTNING,
    ORDFORANDEBYTE,
    PROPOSITION,
    PROTOKOLLSANTECKNING,
    PROTOKOLLSANTECKNINGAR,
    RESERVATION,
    RESERVATIONER,
    SARSKILDA_YTTRANDEN,
    SARSKILT_YTTRANDE,
    TILLAGG,
    YRKANDE,
    YRKANDEN,
)
from gen.documents.proposition import forslaget, put
from gen.documents.sentence import continues, full_stop, in_tense, said
from gen.documents.votering import omrostning
from gen.model import Arende, Handelse, Run, plain
from gen.names import fold
from gen.register import Organ, Register
from gen.swedish.lists import list_text
from gen.swedish.times import parse_time_span, time_text
from gen.swedish.typography import NBSP, versal
from gen.swedish.unreadable import Unreadable
from gen.swedish.verbs import PRETERITUM_AV, Tempus
from gen.text import Json

Part = Callable[[Arende, Organ, Register], list[Json]]

DEL: Mapping[str, str] = {
    YRKANDE: YRKANDEN,
    PROPOSITION: BESLUTSGANG,
    OMROSTNING: BESLUTSGANG,
    JAV: JAV,
    DELTAR_INTE: DELTAR_INTE_I_BESLUTET,
    RESERVATION: RESERVATIONER,
    SARSKILT_YTTRANDE: SARSKILDA_YTTRANDEN,
    PROTOKOLLSANTECKNING: PROTOKOLLSANTECKNINGAR,
    ORDFORANDEBYTE: ORDFORANDEBYTE,
    AJOURNERING: AJOURNERING,
}
"""The part that a row belongs to, but for Fri text."""

SINGULAR = {
    RESERVATIONER: "Reservation",
    SARSKILDA_YTTRANDEN: "Särskilt yttrande",
    PROTOKOLLSANTECKNINGAR: "Protokollsanteckning",
}
_ALIASES = {fold(one): many for many, one in SINGULAR.items()} | {
    fold(YRKANDE): YRKANDEN,
    fold(DELTAR_INTE): DELTAR_INTE_I_BESLUTET,
}


def part_name(typed: str) -> str:
    """The part that a register means by `Reservation` or `Yrkande`; another name stays."""
    return _ALIASES.get(fold(typed), typed)


def heading(name: str, arende: Arende) -> str:
    """The part's heading; one reservation is no Reservationer."""
    return SINGULAR[name] if name in SINGULAR and len(_rows(arende, name)) == 1 else name


def _rows(arende: Arende, name: str) -> list[Handelse]:
    """The rows of that part; a Fri text belongs to the part of the row above it, and so does what
    interrupts the ärende in its course."""
    out: list[Handelse] = []
    part = DAGENS_SAMMANTRADE
    for handelse in arende.behandling:
        inside = handelse.handelse in _INTERRUPTS and part in _COURSE
        if handelse.handelse != FRI_TEXT and not inside:
            part = DEL.get(handelse.handelse, part)
        if part == name:
            out.append(handelse)
    return out


_INTERRUPTS = (ORDFORANDEBYTE, AJOURNERING)
_COURSE = (JAV, YRKANDEN, BESLUTSGANG)
"""The parts that tell what was done, in its order; those after them tell who was of what mind."""


def _part(name: str) -> Part:
    def part(arende: Arende, organ: Organ, register: Register) -> list[Json]:
        return [
            block
            for handelse in _rows(arende, name)
            if handelse.handelse
            for block in told(handelse, arende)
        ]

    return part


def told(handelse: Handelse, arende: Arende, tempus: Tempus = Tempus.PRESENS) -> list[Json]:
    """What one row says, as the § says it, or as it is told of afterwards."""
    return list(_TOLD[handelse.handelse](handelse, arende, tempus))


PARTS: dict[str, Part] = {name: _part(name) for name in BEHANDLINGSDELAR}


# -- sentences --------------------------------------------------------------------------


def who(handelse: Handelse) -> str:
    """`Anders Almgren (S) och Lina Olsson (S)`; what is no name stands as typed."""
    return list_text([*(str(name) for name in handelse.vem), *handelse.fritext])


def _enclosed(handelse: Handelse, arende: Arende, what: str, tempus: Tempus) -> str:
    number = next((b.nummer for b in arende.protokollsbilagor if b.fil == handelse.fil), None)
    if not handelse.fil or number is None:
        return ""
    return f"{what} {tempus.of('bifogas')} protokollet som bilaga{NBSP}{number}."


# -- the rows ---------------------------------------------------------------------------


def _yrkande(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    thing = forslaget(arende)
    standard = {
        BIFALL: f"yrkar bifall till {thing}",
        AVSLAG: f"yrkar avslag på {thing}",
        ATERREMISS: "yrkar att ärendet ska återremitteras",
        BORDLAGGNING: "yrkar att ärendet ska bordläggas",
        ANDRING: "framställer ett ändringsyrkande",
        TILLAGG: "framställer ett tilläggsyrkande",
    }.get(handelse.galler, "framställer ett yrkande")
    withdrawn = f"Yrkandet {tempus.of('återtas')}." if handelse.utfall == ATERTAGET else ""
    enclosed = _enclosed(handelse, arende, "Yrkandet", tempus)
    return said(
        who(handelse),
        tempus.of(standard),
        in_tense(handelse.text, tempus, {"yrkar"}),
        lead=tempus.of("yrkar"),
        following=tempus.of("yrkar följande"),
        after=" ".join(part for part in (withdrawn, enclosed) if part),
    )


def _proposition(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    own = in_tense(handelse.text, tempus, PRETERITUM_AV)
    subject = who(handelse) or "ordföranden"
    if own and not continues(own):
        return text.blocks([own])
    if own:
        return text.blocks([(Run(text=f"{versal(subject)} "), *own, *full_stop(own))])
    standard = tempus.of(put(handelse, arende))
    return text.blocks([(Run(text=f"{versal(subject)} {standard}."),)])


def _omrostning(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    own = in_tense(handelse.text, tempus, PRETERITUM_AV)
    asked = _asked(handelse, arende, tempus)
    if own and continues(own):
        own = (Run(text="Omröstning "), *own, *full_stop(own))
    opening = text.blocks([own]) if own else [text.paragraph(asked)]
    held = handelse.omrostning
    lines = omrostning(held, tempus) if held else []
    return [*opening, *(text.paragraph(line) for line in lines)]


def _asked(handelse: Handelse, arende: Arende, tempus: Tempus) -> str:
    """Who asks for the omröstning. Of three proposals or more two are left for the last one: the
    one against the huvudförslag is chosen first."""
    asked = f"{versal(who(handelse))} {tempus.of('begär')} omröstning." if who(handelse) else ""
    at = next((i for i, row in enumerate(arende.behandling) if row is handelse), 0)
    held_before = [row.galler for row in arende.behandling[:at]]
    if handelse.galler == MOTFORSLAG:
        first = "Omröstning genomförs om vad som ska vara motförslag i huvudvoteringen."
        return " ".join(part for part in (asked, tempus.of(first)) if part)
    if handelse.galler in ("", BESLUTET) and MOTFORSLAG in held_before:
        last = tempus.of("Huvudvotering genomförs.")
        return " ".join(part for part in (asked, last) if part)
    return asked or f"Omröstning {tempus.of('begärs')}."


def _jav(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    aside = tempus.of("deltar inte i handläggningen av ärendet")
    reason = handelse.text and "deltar inte" not in plain(handelse.text)
    reports = tempus.of("anmäler jäv")
    out = said(
        who(handelse),
        f"{reports} och {aside}",
        in_tense(handelse.text, tempus, {"anmäler", "deltar"}),
        lead=f"{reports} och {tempus.of('uppger')}" if _that(handelse) else reports,
        following=reports,
        after=f"{versal(who(handelse))} {aside}." if reason else "",
    )
    alone = arende.model_copy(update={"behandling": (handelse,)})
    swaps = [byte for byte in presence.byten(alone) if byte.ersattare is not None]
    serves = tempus.of("tjänstgör")
    lines = [f"{byte.ersattare} {serves} för {byte.borta}." for byte in swaps]
    return [*out, *(text.paragraph(line) for line in lines)]


def _ordforandebyte(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    new = handelse.ersattare or handelse.vem
    before = f" efter {who(handelse)}" if handelse.ersattare and handelse.vem else ""
    standard = f"{tempus.of('tar över')} som ordförande{before}"
    own = in_tense(handelse.text, tempus, {"tar"})
    return said(list_text([str(name) for name in new]), standard, own, lead=standard)


def _beslutet(handelse: Handelse) -> str:
    """What somebody takes no part in or reserves against."""
    if handelse.punkter:
        numbers = list_text([str(number) for number in handelse.punkter])
        return f"beslutet i punkt{'erna' if len(handelse.punkter) > 1 else ''}{NBSP}{numbers}"
    return {
        AVGORANDE_I_DAG: "beslutet att avgöra ärendet i dag",
        TILLAGG: "beslutet om tillägget",
    }.get(handelse.galler, "beslutet")


def _deltar_inte(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    standard = tempus.of(f"deltar inte i {_beslutet(handelse)}")
    own = in_tense(handelse.text, tempus, {"deltar"})
    inside = plain(own).startswith("i ")
    lead = tempus.of("deltar inte") if inside else standard
    return said(who(handelse), standard, own, lead=lead)


def _reservation(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    standard = tempus.of(f"reserverar sig mot {_beslutet(handelse)}")
    against = plain(text.strip(handelse.text)).startswith("mot ")
    return said(
        who(handelse),
        standard,
        in_tense(handelse.text, tempus, {"reserverar"}),
        lead=tempus.of("reserverar sig") if against else standard,
        following=f"{standard} med följande motivering",
        after=_enclosed(handelse, arende, "Reservationen", tempus),
    )


def _that(handelse: Handelse) -> bool:
    """Whether the text goes on in a sentence: `att planen borde ha remitterats`."""
    return plain(text.strip(handelse.text)).startswith("att ")


def _sarskilt_yttrande(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    return said(
        who(handelse),
        tempus.of("lämnar ett särskilt yttrande"),
        handelse.text,
        lead=tempus.of("lämnar ett särskilt yttrande om") if _that(handelse) else "",
        following=tempus.of("lämnar följande särskilda yttrande"),
        after=_enclosed(handelse, arende, "Yttrandet", tempus),
    )


def _protokollsanteckning(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    if not who(handelse):
        return text.blocks([handelse.text])
    return said(
        who(handelse),
        tempus.of("lämnar en protokollsanteckning"),
        handelse.text,
        lead=tempus.of("låter anteckna till protokollet") if _that(handelse) else "",
        following=tempus.of("lämnar följande protokollsanteckning"),
        after=_enclosed(handelse, arende, "Anteckningen", tempus),
    )


def _ajournering(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    own = in_tense(handelse.text, tempus, {"ajourneras"})
    if own and not plain(own)[0].isdigit() and not continues(own):
        return text.blocks([own])
    try:
        span = time_text(*parse_time_span(plain(own)))
        own = (Run(text=f"klockan{NBSP}{span}"),)
    except Unreadable:
        pass
    opening = Run(text=tempus.of("Sammanträdet ajourneras") + (" " if own else ""))
    return text.blocks([(opening, *own, *full_stop(own))])


def _fri_text(handelse: Handelse, arende: Arende, tempus: Tempus) -> list[Json]:
    return text.blocks([handelse.text])


_TOLD: Mapping[str, Callable[[Handelse, Arende, Tempus], Sequence[Json]]] = {
    YRKANDE: _yrkande,
    PROPOSITION: _proposition,
    OMROSTNING: _omrostning,
    JAV: _jav,
    DELTAR_INTE: _deltar_inte,
    RESERVATION: _reservation,
    SARSKILT_YTTRANDE: _sarskilt_yttrande,
    PROTOKOLLSANTECKNING: _protokollsanteckning,
    ORDFORANDEBYTE: _ordforandebyte,
    AJOURNERING: _ajournering,
    FRI_TEXT: _fri_text,
}
