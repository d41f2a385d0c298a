"""A meeting in, who is who in each § out: who serves, who has jäv, who is in the chair.

5 kap. 66 § KL: the protokoll says who has served. Rows of Närvaro (with their Paragrafer) tell it
but for what happened in an ärende: a row Jäv takes the person out of its whole § and lets the
Ersättare in; a row Ordförandebyte holds from there on. A row Ordförandebyte in a § where the one
who leaves the chair has jäv holds for that § only: nobody writes the row back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gen.choices import JAV, ORDFORANDEBYTE
from gen.kept import kept
from gen.model import Arende, Handelse, Sammantrade
from gen.people import Namn, Narvaro, Roll


@dataclass(frozen=True, slots=True)
class Byte:
    """A seat that changed hands in a §: who had jäv, and who stepped in, if anybody did."""

    borta: Namn
    ersattare: Namn | None


def byten(arende: Arende) -> tuple[Byte, ...]:
    """The jäv of an ärende. Several substitutes in one row stand in the order of those in Vem."""
    out: list[Byte] = []
    for handelse in arende.handelser(JAV):
        substitutes = (*handelse.ersattare, *[None] * len(handelse.vem))
        out.extend(Byte(who, into) for who, into in zip(handelse.vem, substitutes, strict=False))
    return tuple(out)


def javiga(arende: Arende) -> frozenset[Namn]:
    """Those who have jäv in the ärende."""
    return frozenset(byte.borta for byte in byten(arende))


def tjanstgorande(meeting: Sammantrade, arende: Arende) -> tuple[Namn, ...]:
    """Those who serve in the ärende, in the order of Närvaro; a substitute for jäv in the seat."""
    seats = [row.namn for row in _serving(meeting) if covers(row, arende)]
    swaps = {byte.borta: byte.ersattare for byte in byten(arende)}
    if not swaps:
        return tuple(dict.fromkeys(seats))
    names = (swaps.get(name, name) for name in seats)
    return tuple(dict.fromkeys(name for name in names if name is not None))


@kept
def _serving(meeting: Sammantrade) -> tuple[Narvaro, ...]:
    return tuple(row for row in meeting.narvaro if row.serves)


def covers(row: Narvaro, arende: Arende) -> bool:
    """Whether the row is about that §; one that names no §§ is about all."""
    return row.paragrafer is None or arende.paragraf in row.paragrafer


def in_order(meeting: Sammantrade) -> list[Arende]:
    """The ärenden as they were handled: by §, those without one where they stand on the list."""
    out: list[tuple[int, Arende]] = []
    before = -1
    for arende in meeting.arenden:
        before = arende.paragraf if arende.paragraf is not None else before
        out.append((before, arende))
    return [arende for _, arende in sorted(out, key=lambda pair: pair[0])]


# -- the chair --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ledning:
    """Who led an ärende: each chair with the row of Behandling from which on. `javig`: the one who
    would have led it, but for jäv."""

    stolar: tuple[tuple[int, Namn], ...]
    javig: Namn | None = None

    def at(self, row: int) -> Namn | None:
        """The chair at that row of Behandling."""
        return next((who for start, who in reversed(self.stolar) if start <= row), None)


def ledningar(meeting: Sammantrade) -> Mapping[str, Ledning]:
    """Who led each ärende, by its Nr."""
    return {arende.nr: led for arende, led in _led(meeting)}


def ordforande(meeting: Sammantrade) -> Mapping[Namn, tuple[int, ...]]:
    """The §§ of everybody who has been in the chair, in the order in which they sat there."""
    out: dict[Namn, list[int]] = {}
    for arende, led in _led(meeting):
        for _, who in led.stolar:
            numbers = out.setdefault(who, [])
            if arende.paragraf is not None and arende.paragraf not in numbers:
                numbers.append(arende.paragraf)
    return {who: tuple(numbers) for who, numbers in out.items() if numbers}


@kept
def _led(meeting: Sammantrade) -> tuple[tuple[Arende, Ledning], ...]:
    return tuple(_chairs(meeting))


def _chairs(meeting: Sammantrade) -> Iterator[tuple[Arende, Ledning]]:
    current = meeting.ordforande
    for arende in in_order(meeting):
        away = javiga(arende)
        usual = current
        first = _able(current, meeting, arende)
        chairs = [(0, first)] if first is not None else []
        begun = False
        for row, handelse in enumerate(arende.behandling):
            if handelse.handelse == ORDFORANDEBYTE:
                leaving = chairs[-1][1] if chairs else current
                following = _following(handelse, leaving)
                if following is None:
                    continue
                # Nothing was led yet: the one who left has had no part in this §.
                chairs = [*(chairs if begun else []), (row if begun else 0, following)]
                if current not in away:
                    current = following
            elif handelse.handelse != JAV:
                begun = True
        yield arende, Ledning(tuple(chairs), usual if usual in away else None)


def _following(handelse: Handelse, leaving: Namn | None) -> Namn | None:
    """Who steps in: Ersättare; else, where only one name stands in Vem, that one."""
    some = (*handelse.ersattare, *(who for who in handelse.vem if who != leaving))
    return some[0] if some else None


def _able(chair: Namn | None, meeting: Sammantrade, arende: Arende) -> Namn | None:
    """The chair, or the next of the presidium who serves in this §."""
    away = javiga(arende)
    seats = (row for row in meeting.narvaro if row.namn == chair)
    if chair not in away and any(row.serves and covers(row, arende) for row in seats):
        return chair  # nearly always, and told without asking who else serves
    serving = tjanstgorande(meeting, arende)
    if chair is not None and chair in serving:
        return chair
    rows = {row.namn for row in meeting.narvaro}
    # Somebody who is on no row of Närvaro is believed, as the cell Ordförande is.
    if chair is not None and chair not in rows and chair not in away:
        return chair
    presidium = (
        row.namn
        for row in meeting.narvaro
        if row.roll is Roll.LEDAMOT and "ordförande" in row.uppdrag.casefold()
    )
    able = next((name for name in presidium if name in serving), None)
    return able if able is not None or chair in away else chair
