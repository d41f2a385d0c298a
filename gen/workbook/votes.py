"""The four vote cells of an omröstning and those who serve in, the votes of each side out.

Names go before partier, partier before Övriga: the one who voted otherwise than the parti is
written with name on the other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from gen import findings
from gen.choices import OVRIGA
from gen.findings import Finding
from gen.names import fold
from gen.people import Namn
from gen.roster import Roster
from gen.workbook.whom import Vilka

SIDES = {"ja": "Ja", "nej": "Nej", "avstår": "Avstår", "frånvarande": "Frånvarande"}
"""The fields of the four cells, with their headers."""
DECIDING = ("ja", "nej")


@dataclass(slots=True)
class _Placing:
    serving: Sequence[Namn]
    aside: AbstractSet[Namn]
    side_of: dict[Namn, str] = field(default_factory=dict)


def place(
    cells: Mapping[str, Vilka],
    serving: Sequence[Namn],
    aside: AbstractSet[Namn],
    path: str,
    nr: str,
) -> tuple[dict[str, Roster], list[Finding]]:
    """The votes by side, names in the order of `serving`.

    `aside` take no part in what is voted on: they are in no parti's and no Övriga's Ja or Nej, but
    may abstain. Findings are at `path` and the side's field.
    """
    placing = _Placing(serving, aside)
    found = [
        *_by_name(cells, placing, path),
        *_by_parti(cells, placing, path, nr),
        *_the_rest(cells, placing, path),
    ]
    order = {name: number for number, name in enumerate(serving)}
    counted = {side: vilka.antal for side, vilka in cells.items() if vilka.antal is not None}
    out: dict[str, Roster] = {}
    for side in SIDES:
        names = [name for name, on in placing.side_of.items() if on == side]
        names.sort(key=lambda name: order.get(name, len(order)))
        out[side] = Roster(antal=counted.get(side, len(names)), namn=tuple(names))
    rest = next((side for side, vilka in cells.items() if vilka.ovriga), None)
    if rest is not None and counted:
        # Who the others are cannot be told beside bare numbers; how many they are can.
        taken = sum(votes.antal for side, votes in out.items() if side != rest)
        outside = aside - placing.side_of.keys() if rest in DECIDING else set()
        out[rest] = Roster(antal=max(0, len(serving) - taken - len(outside)))
    return out, found


def _by_name(cells: Mapping[str, Vilka], placing: _Placing, path: str) -> Iterator[Finding]:
    for side, vilka in cells.items():
        for name in vilka.namn:
            first = placing.side_of.setdefault(name, side)
            if first != side:
                yield _twice(f"{path}.{side}", str(name), first, side)


def _by_parti(
    cells: Mapping[str, Vilka], placing: _Placing, path: str, nr: str
) -> Iterator[Finding]:
    claimed: dict[str, str] = {}
    for side, vilka in cells.items():
        for parti in vilka.partier:
            members = members_of(parti, placing.serving)
            if not members:
                yield findings.NOBODY_SERVES(f"{path}.{side}", value=parti, nr=nr)
            first = claimed.setdefault(parti, side)
            if first != side:
                yield _twice(f"{path}.{side}", parti, first, side)
                continue
            _fill(placing, side, members)


def _the_rest(cells: Mapping[str, Vilka], placing: _Placing, path: str) -> Iterator[Finding]:
    sides = [side for side, vilka in cells.items() if vilka.ovriga]
    for side in sides[1:]:
        yield _twice(f"{path}.{side}", OVRIGA, sides[0], side)
    if sides and not any(vilka.antal is not None for vilka in cells.values()):
        _fill(placing, sides[0], placing.serving)


def _fill(placing: _Placing, side: str, names: Sequence[Namn]) -> None:
    for name in names:
        if side not in DECIDING or name not in placing.aside:
            placing.side_of.setdefault(name, side)


def _twice(path: str, value: str, first: str, second: str) -> Finding:
    return findings.TWO_SIDES(path, value=value, first=SIDES[first], second=SIDES[second])


def members_of(parti: str, serving: Sequence[Namn]) -> tuple[Namn, ...]:
    """All from the parti who serve."""
    return tuple(name for name in serving if fold(name.parti) == fold(parti))


def agree(typed: Vilka, placed: Roster, pasted: Roster) -> bool:
    """Whether a cell of Behandling says what the column of Röster says."""
    if typed.antal is not None or not placed.named:
        return placed.antal == pasted.antal
    return set(placed.namn) == set(pasted.namn)
