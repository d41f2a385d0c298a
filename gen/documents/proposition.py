"""A Proposition in, the standard words for what the chair puts and finds out.

Only what somebody has moved is put: the sides are the yrkanden that stand.
"""

from __future__ import annotations

from gen import yrkanden
from gen.choices import (
    ANDRING,
    ATERREMISS,
    ATERREMITTERAS,
    AVGORS_I_DAG,
    AVSLAG,
    BIFALL,
    BORDLAGGNING,
    BORDLAGGS,
    MADE_BY_OTHERS,
    TILLAGG,
)
from gen.model import Arende, Handelse
from gen.swedish.lists import list_text

_DONE = {BIFALL: "bifalls", AVSLAG: "avslås"}
_FATE = {
    AVGORS_I_DAG: "ska avgöras i dag",
    ATERREMITTERAS: "ska återremitteras",
    BORDLAGGS: "ska bordläggas",
}
_ASKED_FOR = {ATERREMITTERAS: ATERREMISS, BORDLAGGS: BORDLAGGNING}


def forslaget(arende: Arende) -> str:
    """Of a motion and of a medborgarförslag “förslaget” could be the citizen's own."""
    return "förslaget till beslut" if arende.typ in MADE_BY_OTHERS else "förslaget"


def put(proposition: Handelse, arende: Arende) -> str:
    """`ställer proposition på bifall och avslag och finner att förslaget bifalls`."""
    utfall = proposition.utfall
    moved = yrkanden.galler(arende)
    if utfall in _FATE:
        kinds = [
            kind.lower()
            for kind in (ATERREMISS, BORDLAGGNING)
            if moved[kind] or _ASKED_FOR.get(utfall) == kind
        ]
        return _said(["avgörande i dag", *kinds], "ärendet", _FATE[utfall])
    if utfall not in _DONE:
        return "ställer proposition på yrkandena"
    if yrkanden.avgor(proposition, arende) == TILLAGG:
        one = moved[TILLAGG] == 1
        what, it = ("tilläggsyrkandet", "det") if one else ("tilläggsyrkandena", "de")
        return _said([what], it, _DONE[utfall])
    sides, thing = _sides(arende), forslaget(arende)
    return _said(sides, "det" if sides == [thing] else thing, _DONE[utfall])


def _said(sides: list[str], thing: str, done: str) -> str:
    return f"ställer proposition på {list_text(sides)} och finner att {thing} {done}"


def _sides(arende: Arende) -> list[str]:
    """What is put against what in the beslut itself; a tilläggsyrkande is put by itself, after."""
    moved, thing = yrkanden.galler(arende), forslaget(arende)
    several = moved[BIFALL] + moved[AVSLAG] + moved[ANDRING] + moved[""] > 1
    # Only words tell what else was moved, and bifall to the motion is often avslag på förslaget.
    if several and (moved[""] or arende.typ in MADE_BY_OTHERS):
        return ["övriga yrkanden" if moved[ATERREMISS] + moved[BORDLAGGNING] else "yrkandena"]
    if moved[""]:
        return [thing, "yrkandet"]
    if moved[ANDRING]:
        refused = [f"avslag på {thing}"] if moved[AVSLAG] else []
        changes = "ändringsyrkandet" if moved[ANDRING] == 1 else "ändringsyrkandena"
        return [f"bifall till {thing}", *refused, f"bifall till {changes}"]
    if not moved[AVSLAG]:
        return [thing]
    told = arende.typ in MADE_BY_OTHERS
    return [f"bifall till {thing}", f"avslag på {thing}"] if told else ["bifall", "avslag"]
