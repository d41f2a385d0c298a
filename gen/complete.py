"""A meeting as typed in, the meeting with every computed value filled in out.

What somebody has typed over a computed value (∑) stands; the checks compute again and compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gen import delprotokoll, frister, instans
from gen.choices import (
    ATERREMITTERAS,
    BESLUT,
    BORDLAGGS,
    DIGITALT,
    ENLIGT,
    FORSLAG,
    HELA,
    INTE_OVERKLAGAS,
    LAGLIGHETSPROVNING,
    TILL_HANDLINGARNA,
    UTGAR,
)
from gen.model import Arende, Sammantrade
from gen.people import Namn, Narvaro, Roll
from gen.register import Organ, Register

_UTFALL = {"Information": TILL_HANDLINGARNA, "Anmälan": TILL_HANDLINGARNA}


def complete(meeting: Sammantrade, register: Register) -> Sammantrade:
    """Fills in what the register, the law and the other cells tell."""
    organ = register.find_organ(meeting.organ)
    narvaro = tuple(_narvaro(row, meeting, register) for row in meeting.narvaro)
    arenden = tuple(_arende(a, organ, register) for a in meeting.arenden)
    meeting = meeting.model_copy(update={"narvaro": narvaro, "arenden": arenden})
    meeting = meeting.model_copy(update=_form(meeting, organ, register))
    parts = tuple(delprotokoll.completed(p, meeting, register) for p in meeting.delprotokoll)
    return meeting.model_copy(update={"delprotokoll": parts})


def number(arenden: Iterable[Arende], first: int | None) -> tuple[Arende, ...]:
    """Gives each ärende its §: a typed one is locked, the others follow the one before."""
    out: list[Arende] = []
    following = first
    for arende in arenden:
        if arende.utan_paragraf:
            out.append(arende)
            continue
        paragraf = arende.paragraf if arende.paragraf is not None else following
        following = paragraf + 1 if paragraf is not None else None
        out.append(arende.model_copy(update={"paragraf": paragraf}))
    return tuple(out)


def _form(meeting: Sammantrade, organ: Organ | None, register: Register) -> dict[str, object]:
    """The cells of the form that are empty, by attribute."""
    filled: dict[str, object] = {}

    def fill(attr: str, value: object) -> None:
        if getattr(meeting, attr) in (None, "", ()) and value not in (None, ""):
            filled[attr] = value

    fill("slag", "Ordinarie")
    fill("omfattning", HELA)
    fill("ordforande", _chair(meeting.narvaro))
    if organ is not None:
        fill("offentligt", organ.slag == "KF")
        fill("plats", organ.plats)
        fill("forvaringsplats", organ.forvaringsplats)
        fill("justeringssatt", organ.justeringssatt or DIGITALT)
        if organ.sekreterare:
            known = register.find_person(organ.sekreterare)
            fill("sekreterare", Namn(namn=known[0] if known else organ.sekreterare))
    secretary = meeting.sekreterare or filled.get("sekreterare")
    fill("underskrift_pa_anslaget", secretary)
    fill("utdrag_bestyrks_av", secretary)
    fill("forsta_paragraf", min(meeting.paragrafer, default=None))
    fill("sista_paragraf", max(meeting.paragrafer, default=None))
    if meeting.anslaget_uppsatt is not None:
        down = frister.earliest_down(meeting.anslaget_uppsatt, register.stil.anslag_tas_ned)
        fill("anslaget_tas_ned", down.date)
        elsewhere = delprotokoll.apart(meeting)
        here = (a for a in meeting.arenden if a.paragraf not in elsewhere)
        if any(delprotokoll.can_be_appealed(a) for a in here):
            last = frister.last_day_to_appeal(meeting.anslaget_uppsatt)
            fill("sista_dag_att_overklaga", last.date)
    return filled


def _chair(narvaro: Iterable[Narvaro]) -> Namn | None:
    """The first of the presidium who serves; the rows stand in the order of rank."""
    return next(
        (
            row.namn
            for row in narvaro
            if row.roll is Roll.LEDAMOT and "ordförande" in row.uppdrag.casefold() and row.serves
        ),
        None,
    )


def _narvaro(row: Narvaro, meeting: Sammantrade, register: Register) -> Narvaro:
    uppdrag = row.uppdrag
    if not uppdrag:
        mandate = register.mandate(row.namn.namn, meeting.organ, meeting.datum)
        uppdrag = mandate.uppdrag if mandate else register.title(row.namn.namn)
        row = row.model_copy(update={"uppdrag": uppdrag})
    substitute = row.roll is Roll.ERSATTARE
    narvarar = row.narvarar or ("Nej" if substitute and not row.tjanstgor else "Ja")
    tjanstgor = row.tjanstgor if row.tjanstgor is not None else row.roll is Roll.LEDAMOT
    return row.model_copy(update={"narvarar": narvarar, "tjanstgor": tjanstgor})


_NAME_AND_PARTY = re.compile(
    r"((?:[^\W\d_][\w'’-]*\s+){1,4}?[^\W\d_][\w'’-]*)\s+\(([^()\s]{1,6})\)"
)
_NOT_NAMES = re.compile(
    r"^(?:(?:motion|medborgarförslag|interpellation|fråga|från|av|och|samt)\s+)+", re.I
)


def names_in(rubrik: str) -> tuple[Namn, ...]:
    """The people named with their parti in a rubrik: `Motion från A B (S) och C D (M) …`."""
    if "(" not in rubrik:  # the pattern tries every word of a long rubrik in vain
        return ()
    found = (
        Namn(namn=_NOT_NAMES.sub("", " ".join(name.split())), parti=parti)
        for name, parti in _NAME_AND_PARTY.findall(rubrik)
    )
    return tuple(dict.fromkeys(found))


def _arende(arende: Arende, organ: Organ | None, register: Register) -> Arende:
    typ = arende.typ or "Beslut"
    filled: dict[str, object] = {
        "typ": typ,
        "utfall": arende.utfall or _UTFALL.get(typ, ENLIGT),
        "forslagsstallare": arende.forslagsstallare or names_in(arende.rubrik),
    }
    if arende.arendefil:
        filled["undertecknas_av"] = arende.undertecknas_av or signatories(register)
    if organ is not None:
        default = organ.overordnat if organ.slag in ("utskott", "beredning") else organ.kod
        filled["beslutas_av"] = arende.beslutas_av or default or organ.kod
    elif owner := instans.namnd(arende, register):
        filled["beslutas_av"] = arende.beslutas_av or owner.kod
    arende = arende.model_copy(update=filled)
    if arende.arendefil and (first := instans.forsta(arende, register, organ)):
        arende = arende.model_copy(update={"behandlas_forst_av": first.kod})
    if not arende.overklagande and organ is not None:
        arende = arende.model_copy(update={"overklagande": appeal(arende, organ)})
    return arende


def signatories(register: Register) -> tuple[Namn, ...]:
    """Those who sign a tjänsteskrivelse, in the order that the register gives them."""
    ranked = [(p.skriver_under, p.namn) for p in register.tjanstepersoner if p.skriver_under]
    return tuple(Namn(namn=name) for _, name in sorted(ranked, key=lambda pair: pair[0]))


def appeal(arende: Arende, organ: Organ) -> str:
    """How the decision can be appealed, where the workbook does not say.

    13 kap. 2 § 2 KL: a nämnd's purely preparatory decision cannot be appealed; for fullmäktige
    there is no such exception. Information decides nothing.
    """
    if organ.slag == "KF":
        return LAGLIGHETSPROVNING
    targets = {rad.beslutas_av or arende.beslutas_av for rad in arende.rader(FORSLAG, BESLUT)}
    elsewhere = bool(targets) and organ.kod not in targets
    postponed = arende.utfall in (BORDLAGGS, ATERREMITTERAS, UTGAR)
    undecided = arende.typ in ("Information", "Anmälan", "Formalia")
    return INTE_OVERKLAGAS if elsewhere or postponed or undecided else LAGLIGHETSPROVNING
