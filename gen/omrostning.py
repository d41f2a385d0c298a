"""Votes in, outcome out: what an omröstning came to and why, in the words of the protokoll.

5 kap. 50 and 54–56 §§ KL, for nämnder through 6 kap. 33 § KL: simple majority; a tie is settled
by the chair's casting vote, in val and anställning by lot; in fullmäktige a third of those present
can have an ärende sent back or tabled, but not twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from gen.choices import LOTTNING, TIDIGARE_BEHANDLING
from gen.model import Arende, plain
from gen.names import fold
from gen.people import Namn
from gen.roster import Grund, Omrostning

LAGRUM = "5 kap. 50 § KL"
_AV_MINORITET = {
    fold("Bordlagt av minoritet"): "bordlagts",
    fold("Återremitterat av minoritet"): "återremitterats",
}


@dataclass(frozen=True, slots=True)
class Resultat:
    """`utfall`: Ja, Nej, Återremiss or Bordläggning, nothing when the votes do not settle it."""

    utfall: str
    grund: Grund
    skal: str


@dataclass(frozen=True, slots=True)
class Regel:
    """What a minority can do in this ärende. `hinder` says why not, where it is worth saying."""

    minoritet: bool
    hinder: str = ""


def regel(arende: Arende, slag: str) -> Regel:
    """The minority's right (5 kap. 50 § KL): in fullmäktige, not in val, once for an ärende."""
    if slag != "KF" or arende.typ == "Val":
        return Regel(False)
    for rad in arende.rader(TIDIGARE_BEHANDLING):
        if (done := _AV_MINORITET.get(fold(plain(rad.text)))) is not None:
            return Regel(False, f"ärendet har redan {done} av en minoritet")
    return Regel(True)


def tredjedel(narvarande: int) -> int:
    """The fewest that are at least a third of those present."""
    return -(-narvarande // 3)


def narvarande(omrostning: Omrostning) -> int:
    """How many were present: those who voted, abstained or took no part; not the absent."""
    voted = sum(side.antal for side in omrostning.sides[:3])
    return voted + len(omrostning.deltar_inte)


def resultat(
    omrostning: Omrostning, regel: Regel, ordforande: Namn | None, typed: str = ""
) -> Resultat | None:
    """The outcome; None when a side could not be read or nobody has voted.

    `typed` is the workbook's Utfall: the votes do not tell how the lot fell, nor what the chair
    settled on where only numbers are known or the chair had not voted.
    """
    if not omrostning.sides:
        return None
    ja, nej, avstar, _ = omrostning.sides
    if not ja.antal and not nej.antal:
        return None
    asking = {"Ja": ja.antal, "Nej": nej.antal}.get(omrostning.begars_av, 0)
    present = narvarande(omrostning)
    fraga = omrostning.fraga
    winner, grund, how = _settled(omrostning, ordforande, typed)
    if fraga and winner == omrostning.begars_av:
        return Resultat(fraga, grund, f"{fraga}, {_figures(ja.antal, nej.antal)}{how}")
    if fraga and regel.minoritet and asking >= tredjedel(present):
        third = tredjedel(present)
        told = f"{asking} av {present} närvarande är minst en tredjedel ({third}), {LAGRUM}"
        return Resultat(fraga, Grund.MINORITET, f"{fraga}: {told}")
    figures = f"{_figures(ja.antal, nej.antal)}{how}"
    abstained = f", {avstar.antal} avstår" if avstar.antal else ""
    barred = fraga and regel.hinder and asking >= tredjedel(present)
    why = f"; {regel.hinder}" if barred else ""
    return Resultat(winner, grund, f"{winner or 'Oavgjort'}, {figures}{abstained}{why}")


def _figures(ja: int, nej: int) -> str:
    return f"{max(ja, nej)} mot {min(ja, nej)}"


def _settled(omrostning: Omrostning, ordforande: Namn | None, typed: str) -> tuple[str, Grund, str]:
    """The winning side, by what, and the words for it."""
    ja, nej, *_ = omrostning.sides
    if ja.antal != nej.antal:
        return ("Ja" if ja.antal > nej.antal else "Nej"), Grund.MAJORITET, ""
    if omrostning.sluten:
        drawn = LOTTNING.get(typed, "")
        return (drawn, Grund.LOTTNING, " efter lottning") if drawn else ("", Grund.OAVGJORD, "")
    side = next(
        (name for name, votes in (("Ja", ja), ("Nej", nej)) if ordforande in votes.namn), ""
    )
    side = side or _side_of(omrostning, typed)
    if not side:
        return "", Grund.OAVGJORD, ""
    return side, Grund.UTSLAGSROST, " med ordförandens utslagsröst"


def _side_of(omrostning: Omrostning, typed: str) -> str:
    """The side that a typed Utfall means; Återremiss is the side that asks for it."""
    if typed and typed == omrostning.fraga:
        return omrostning.begars_av
    return typed if typed in ("Ja", "Nej") else ""


def vinnande_sida(omrostning: Omrostning) -> str:
    """Ja or Nej; an ärende that is sent back has followed the side that asked for it."""
    if omrostning.fraga and omrostning.utfall == omrostning.fraga:
        return omrostning.begars_av
    return omrostning.utfall


def betyder(omrostning: Omrostning, side: str) -> str:
    """What a vote for that side, Ja or Nej, is for; what is not typed follows from the question."""
    typed = {"Ja": omrostning.ja_betyder, "Nej": omrostning.nej_betyder}.get(side, "")
    if typed or not side or not omrostning.fraga:
        return typed.strip().rstrip(".")
    return omrostning.fraga.lower() if side == omrostning.begars_av else "avgörande i dag"
