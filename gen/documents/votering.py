"""An omröstning in, its sentences out: what was put, what it came to, and who voted how.

5 kap. 67 § KL: the protokoll tells the omröstningar and their results, and how each has voted
where it was open. Ja may mean avslag, so the winning side is told with what it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gen.choices import ATERREMISS
from gen.omrostning import LAGRUM, betyder, narvarande, tredjedel, vinnande_sida
from gen.roster import Grund, Omrostning, Roster
from gen.swedish.lists import list_text
from gen.swedish.phrases import inne_i_mening
from gen.swedish.typography import NBSP, gemen, hard_blanks, versal
from gen.swedish.verbs import Tempus

_SIDES = ("Ja", "Nej")


def omrostning(held: Omrostning, tempus: Tempus = Tempus.PRESENS) -> list[str]:
    """The paragraphs after `Omröstning begärs`."""
    return list(_lines(held, tempus))


def _lines(held: Omrostning, tempus: Tempus) -> Iterator[str]:
    # A val has ballots with names, and no voteringsproposition.
    if not held.sluten and all(_meaning(held, side) for side in _SIDES):
        yield f"Godkänd voteringsproposition: ”{proposition(held)}”"
    if not held.sides or not held.utfall:
        return
    yield " ".join(result(held, tempus))
    if held.sluten:
        return
    says = ("röstar ja", "röstar nej", "avstår från att rösta", "är frånvarande")
    for votes, said in zip(held.sides, says, strict=True):
        if votes.namn and votes.named:
            names = list_text([str(name) for name in votes.namn])
            yield f"{names} {tempus.of(said)}{NBSP}({votes.antal})."


def proposition(held: Omrostning) -> str:
    """`Ja för bifall till förslaget och Nej för avslag på det.`, as far as it is known."""
    known = [f"{side} för {told}" for side in _SIDES if (told := _meaning(held, side))]
    return f"{' och '.join(known)}." if known else ""


def result(held: Omrostning, tempus: Tempus = Tempus.PRESENS) -> Iterator[str]:
    """The sentences of what it came to, and by what."""
    v = tempus.of
    ja, nej, avstar, franvarande = held.sides
    if held.sluten:
        yield v("Omröstningen är sluten.")
    for_ja, for_nej = (_meaning(held, side) for side in ("Ja", "Nej"))
    if held.sluten and for_ja and for_nej:
        got = v("får")
        yield (f"{versal(for_ja)} {got} {_rost(ja)} och {for_nej} {got} {_rost(nej)}.")
    else:
        yield f"Omröstningen {v('utfaller')} med {_rost(ja, 'ja-')} och {_rost(nej, 'nej-')}."
    if avstar.antal:
        yield f"{_ledamot(avstar)} {v('avstår')} från att rösta."
    if franvarande.antal:
        yield f"{_ledamot(franvarande)} {v('är')} frånvarande."
    if held.grund is Grund.MINORITET:
        asking = ja if held.begars_av == "Ja" else nej
        present = narvarande(held)
        done = "återremitteras" if held.fraga == ATERREMISS else "bordläggs"
        yield (
            f"Ärendet {v(done)}, eftersom minst en tredjedel av de närvarande ledamöterna "
            f"{v('begär')} det: {asking.antal} av {present}, där {tredjedel(present)} "
            f"{v('räcker')} ({hard_blanks(LAGRUM)})."
        )
        return
    if held.grund is Grund.UTSLAGSROST:
        yield v("Ordförandens utslagsröst avgör.")
    if held.grund is Grund.LOTTNING:
        yield v("Lotten avgör.")
    side = vinnande_sida(held)
    meaning = _meaning(held, side)
    if held.sluten and for_ja and for_nej:
        yield f"Utfallet {v('är')} {meaning}."
        return
    outcome = f"Utfallet {v('är')} {side.lower()}"
    yield f"{outcome}: {meaning}." if meaning else f"{outcome}."


_WORDS = re.compile(
    r"(?:för|mot|att|den|det|de|en|ett|bifall|bifalla|avslag|avslå|anta|antagande|avgörande|avgöra"
    r"|återremi\w+|bordlägg\w+|godkänn\w+|förkasta\w*|förslag\w*|yrkande\w*|tillägg\w*|ändring\w*"
    r"|huvudförslag\w*|motförslag\w*|motion\w*|medborgarförslag\w*|liggande|föreliggande"
    r"|(?:majoritet|minoritet|opposition)\w*|ordförandens)\b",
    re.IGNORECASE,
)
"""How a meaning begins where it is with a word: a name keeps its capital (Bergs yrkande)."""


def _meaning(held: Omrostning, side: str) -> str:
    """What the side stands for as it stands in a sentence, whatever the cell begins with."""
    typed = betyder(held, side)
    told = gemen(typed) if _WORDS.match(typed) else inne_i_mening(typed)
    return told.removeprefix("för ")


def _rost(votes: Roster, kind: str = "") -> str:
    return f"{votes.antal} {kind}röst{'' if votes.antal == 1 else 'er'}"


def _ledamot(votes: Roster) -> str:
    return "En ledamot" if votes.antal == 1 else f"{votes.antal} ledamöter"
