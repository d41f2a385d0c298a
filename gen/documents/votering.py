"""An omröstning in, its sentences out: what was put, what it came to, and who voted how.

5 kap. 67 § KL: the protokoll tells the omröstningar and their results, and how each has voted
where it was open. Ja may mean avslag, so the winning side is told with what it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator

from gen.choices import ATERREMISS
from gen.model import Grund, Omrostning, Roster
from gen.omrostning import LAGRUM, betyder, narvarande, tredjedel, vinnande_sida
from gen.swedish.lists import list_text
from gen.swedish.typography import hard_blanks


def omrostning(held: Omrostning) -> list[str]:
    """The paragraphs after `Omröstning begärs`."""
    return list(_lines(held))


def _lines(held: Omrostning) -> Iterator[str]:
    ja, nej = (betyder(held, side).removeprefix("för ") for side in ("Ja", "Nej"))
    if ja and nej:
        yield f"Godkänd voteringsproposition: ”Ja för {ja} och Nej för {nej}.”"
    if not held.sides or not held.utfall:
        return
    yield " ".join(result(held))
    if held.sluten:
        return
    says = ("röstar ja", "röstar nej", "avstår från att rösta", "är frånvarande")
    for votes, said in zip(held.sides, says, strict=True):
        if votes.namn and votes.named:
            yield f"{list_text([str(name) for name in votes.namn])} {said} ({votes.antal})."


def result(held: Omrostning) -> Iterator[str]:
    """The sentences of what it came to, and by what."""
    ja, nej, avstar, franvarande = held.sides
    if held.sluten:
        yield "Omröstningen är sluten."
    yield f"Omröstningen utfaller med {_rost(ja, 'ja')} och {_rost(nej, 'nej')}."
    if avstar.antal:
        yield f"{_ledamot(avstar)} avstår från att rösta."
    if franvarande.antal:
        yield f"{_ledamot(franvarande)} är frånvarande."
    if held.grund is Grund.MINORITET:
        asking = ja if held.begars_av == "Ja" else nej
        present = narvarande(held)
        done = "återremitteras" if held.fraga == ATERREMISS else "bordläggs"
        yield (
            f"Ärendet {done}, eftersom minst en tredjedel av de närvarande ledamöterna begär det: "
            f"{asking.antal} av {present}, där {tredjedel(present)} räcker ({hard_blanks(LAGRUM)})."
        )
        return
    if held.grund is Grund.UTSLAGSROST:
        yield "Ordförandens utslagsröst avgör."
    if held.grund is Grund.LOTTNING:
        yield "Lotten avgör."
    side = vinnande_sida(held)
    meaning = betyder(held, side).removeprefix("för ")
    yield f"Utfallet är {side.lower()}: {meaning}." if meaning else f"Utfallet är {side.lower()}."


def _rost(votes: Roster, kind: str) -> str:
    return f"{votes.antal} {kind}-röst{'' if votes.antal == 1 else 'er'}"


def _ledamot(votes: Roster) -> str:
    return f"{votes.antal} {'ledamot' if votes.antal == 1 else 'ledamöter'}"
