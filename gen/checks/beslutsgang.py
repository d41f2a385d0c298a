"""What was moved and put, held against what was decided: one § must not say two things.

Only what can be known is compared: a proposition in the standard words or about förslaget, an
omröstning whose sides say bifall or avslag, a ballot with names on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gen import beslut, findings, omrostning, yrkanden
from gen.checks import rule
from gen.checks.behandling import fate_of
from gen.checks.beslutforhet import handled
from gen.choices import (
    ANNAT,
    ATERREMITTERAS,
    AVSLAG,
    BESLUT,
    BESLUTET,
    BIFALL,
    BORDLAGGS,
    ENLIGT,
    FORSLAG,
    MADE_BY_OTHERS,
    OMROSTNING,
    PROPOSITION,
    TILLAGG,
)
from gen.findings import Finding
from gen.model import Arende, Handelse, Sammantrade, plain
from gen.names import fold
from gen.register import Organ, Register
from gen.roster import Omrostning
from gen.stages import Before
from gen.swedish.phrases import inne_i_mening, parse_name
from gen.swedish.typography import gemen, versal

_FORSLAGET, _MOTIONEN = "förslaget", "motionen"


@dataclass(frozen=True, slots=True)
class _Slut:
    """What the gång came to: Bifall or Avslag, of förslaget or of the motion."""

    utfall: str
    om: str

    def __str__(self) -> str:
        return f"bifall till {self.om}" if self.utfall == BIFALL else f"avslag på {self.om}"


@rule(due=Before.PROTOKOLL)
def what_was_put_is_what_was_decided(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 67 § KL: the last that was settled about the beslut is the beslut."""
    organ = register.find_organ(meeting.organ)
    for i, arende in handled(meeting) if organ is not None else ():
        slut = _slut(arende)
        if slut is None or organ is None:
            continue
        otherwise = _otherwise(slut, arende, organ, register)
        if otherwise:
            yield findings.GANG_DIFFERS(
                f"ärenden[{i}].utfall",
                value=arende.utfall,
                nr=arende.nr,
                gang=str(slut),
                what=otherwise,
            )


def _slut(arende: Arende) -> _Slut | None:
    """What was settled last; None where it is not known, or holds for some points only."""
    if any(re.search(r"\bpunkt|\batt-sats", plain(row.text), re.I) for row in arende.behandling):
        return None
    last: _Slut | None = None
    for row in arende.behandling:
        if row.handelse == PROPOSITION and row.utfall in (BIFALL, AVSLAG):
            last = _of_proposition(row, arende, last)
        elif row.handelse == OMROSTNING and row.galler in ("", BESLUTET):
            last = _of_omrostning(row.omrostning, arende)
    return last


_FINDS_FORSLAGET = re.compile(r"\bfinner att förslaget(?: till beslut)? (?:bifall|avsl|anta)", re.I)
_APART = re.compile(r"tillägg|återremi|bordlägg|avgöra", re.I)


def _of_proposition(row: Handelse, arende: Arende, before: _Slut | None) -> _Slut | None:
    own = plain(row.text)
    if not own:
        settles = yrkanden.avgor(row, arende)
        return _Slut(row.utfall, _FORSLAGET) if settles == BESLUTET else before
    if _FINDS_FORSLAGET.search(own):
        return _Slut(row.utfall, _FORSLAGET)
    return before if _APART.search(own) else None


def _of_omrostning(held: Omrostning | None, arende: Arende) -> _Slut | None:
    if held is None or held.sluten or not held.utfall:
        return None
    side = omrostning.vinnande_sida(held)
    other = "Nej" if side == "Ja" else "Ja"
    won, lost = (_meant(omrostning.betyder(held, s)) for s in (side, other))
    # `bifall till förslaget` and `avslag på det`: what one side leaves out, the other says.
    thing = _named(won[1] or lost[1] or _FORSLAGET, arende)
    return _Slut(won[0], thing) if won[0] and thing else None


_SAYS = re.compile(r"(bifall|bifalla|avslag|avslå)(?:\s+(?:till|på))?(?:\s+(.+))?", re.I | re.S)
_IT = frozenset({"det", "den", "detsamma", "densamma"})


def _meant(typed: str) -> tuple[str, str]:
    """`avslag på det` → (Avslag, nothing): what the side wants, and of what."""
    match = _SAYS.fullmatch(typed.strip())
    if match is None:
        return ("", "") if not _is_forslag(typed) else (BIFALL, typed)
    thing = (match[2] or "").strip()
    return BIFALL if match[1].casefold().startswith("bifall") else AVSLAG, (
        "" if fold(thing) in _IT else thing
    )


_PLAIN = re.compile(r"(?:(?:det )?(?:liggande|föreliggande|framlagda) )?förslag(?:et)?", re.I)


def _is_forslag(thing: str) -> bool:
    bare = thing.removesuffix(" till beslut")
    whose, _, last = bare.rpartition(" ")
    by_organ = last == "förslag" and inne_i_mening(versal(whose)) == gemen(whose)
    return bool(_PLAIN.fullmatch(bare) or (whose and by_organ))


def _named(thing: str, arende: Arende) -> str:
    """Förslaget or the motion, where the words can mean only one of them."""
    if fold(thing) in ("motionen", "medborgarförslaget"):
        return _MOTIONEN
    if not _is_forslag(thing):
        return ""
    several = len({rad.vem for rad in arende.rader(FORSLAG)}) > 1
    of_others = arende.typ in MADE_BY_OTHERS and _PLAIN.fullmatch(thing)
    return "" if several or of_others else _FORSLAGET


def _otherwise(slut: _Slut, arende: Arende, organ: Organ, register: Register) -> str:
    """What the beslut is, where it is another; nothing where it agrees."""
    proposed, decided = beslut.bare(arende.rader(FORSLAG)), beslut.bare(arende.rader(BESLUT))
    if slut.om == _MOTIONEN:
        points = [p for group in beslut.beslut(arende, organ, register) for p in group.punkter]
        return _of_motion(slut, " ".join(plain(point) for point in points))
    if arende.utfall in (BORDLAGGS, ATERREMITTERAS):
        postpones = any(re.search("återremi|bordlägg", point) for point in proposed)
        done = any(fate_of(row) for row in arende.behandling)
        return "" if postpones or done else f"att ärendet {arende.utfall.casefold()}"
    if slut.utfall == AVSLAG:
        same = bool(proposed) and (arende.utfall == ENLIGT or decided == proposed)
        return _FORSLAGET if same and arende.utfall in (ENLIGT, ANNAT) else ""
    other = bool(proposed and decided) and not set(decided) & set(proposed)
    # With a tillägg förslaget may stand in the beslut in other words.
    told = arende.utfall == ANNAT and other and not yrkanden.galler(arende)[TILLAGG]
    return "ett annat än förslaget" if told else ""


def _of_motion(slut: _Slut, decided: str) -> str:
    refused, granted = (re.search(stem, decided, re.I) for stem in (r"\bavsl[åo]", r"\bbif[aö]ll"))
    about = re.search("motion|medborgarförslag", decided, re.I)
    if slut.utfall == BIFALL:
        return "avslag på motionen" if about and refused and not granted else ""
    return "bifall till motionen" if about and granted and not refused else ""


@rule(due=Before.PROTOKOLL)
def who_won_the_ballot_is_in_the_decision(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 54 och 56 §§ KL: the one who got the votes, or the lot, is the one who is elected."""
    organ = register.find_organ(meeting.organ)
    for i, arende in handled(meeting) if organ is not None else ():
        ballots = [
            (j, held)
            for j, row in enumerate(arende.behandling)
            if (held := row.omrostning) is not None and held.sluten and held.utfall
        ]
        if not ballots or organ is None:
            continue
        groups = beslut.beslut(arende, organ, register)
        decided = fold(" ".join(plain(p) for group in groups for p in group.punkter))
        for number, (j, held) in enumerate(ballots):
            won, lost = _candidates(held)
            again = {who for _, later in ballots[number + 1 :] for who in _candidates(later)}
            known = won and lost and not again & {won, lost}
            if known and fold(lost) in decided and fold(won) not in decided:
                yield findings.ELECTED_DIFFERS(
                    f"ärenden[{i}].behandling[{j}]", value=lost, won=won, nr=arende.nr
                )


def _candidates(held: Omrostning) -> tuple[str, str]:
    """The name on the ballots of the side that won, and the other's."""
    side = omrostning.vinnande_sida(held)
    sides = (side, "Nej" if side == "Ja" else "Ja")
    won, lost = (parse_name(omrostning.betyder(held, s))[0] for s in sides)
    return won, lost
