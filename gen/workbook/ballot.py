"""The vote cells of a row Omröstning and its column of Röster in, an Omrostning out.

The column goes before the cells, and the two must agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from gen import findings
from gen.choices import ANSTALLNING, AVGORANDE_I_DAG, BESLUTET, VAL
from gen.findings import Finding
from gen.model import Handelse
from gen.people import Namn
from gen.roster import Omrostning, Roster
from gen.source import at
from gen.swedish.lists import list_text
from gen.workbook import votes
from gen.workbook.collect import Values
from gen.workbook.handelse import RowReader, text_of
from gen.workbook.roster import Kolumn
from gen.workbook.sheets import BEHANDLING
from gen.workbook.votes import SIDES
from gen.workbook.whom import Vilka


def held(
    reader: RowReader,
    values: Values,
    path: str,
    number: int,
    event: Handelse,
    asides: Iterable[Handelse],
    column: Kolumn | None,
) -> Omrostning:
    """The omröstning of that row, the ärende's `number`-th. `asides` are the rows Deltar inte."""
    fraga, _, side = event.galler.rstrip(")").partition(" (")
    matter = _matter(event.galler)
    aside = {who for other in asides if about(other) == matter for who in other.vem}
    sides = _sides(reader, values, path, aside, column)
    placed = {who for votes_ in sides.values() if votes_ is not None for who in votes_.namn}
    return Omrostning(
        nummer=number,
        sluten=event.galler in (VAL, ANSTALLNING) or reader.arende.typ == "Val",
        fraga=fraga if side else "",
        begars_av=side,
        ja_betyder=text_of(values, "ja_betyder"),
        nej_betyder=text_of(values, "nej_betyder"),
        ja=sides["ja"],
        nej=sides["nej"],
        avstar=sides["avstår"],
        franvarande=sides["frånvarande"],
        deltar_inte=tuple(who for who in reader.serving if who in aside - placed),
    )


def about(event: Handelse) -> str:
    """What somebody takes no part in; a point of the beslut is a matter of its own."""
    return event.galler or (BESLUTET if not event.punkter else "")


def _matter(galler: str) -> str:
    """What an omröstning is about, in the words of Deltar inte."""
    if galler in ("", VAL, ANSTALLNING):
        return BESLUTET
    return AVGORANDE_I_DAG if galler.endswith(")") else galler


def stray_column(column: Kolumn, nr: str, count: int) -> Finding:
    """A column of Röster for an omröstning that Behandling does not have."""
    many = f"{count} omröstning{'' if count == 1 else 'ar'}" if count else "ingen omröstning"
    place = at(column.place.file, column.place.sheet, column.place.cell)
    return findings.NO_SUCH_OMROSTNING(place, value=column.header, nr=nr, count=many)


def _sides(
    reader: RowReader,
    values: Values,
    path: str,
    aside: AbstractSet[Namn],
    column: Kolumn | None,
) -> Mapping[str, Roster | None]:
    """The votes of each side; None for all of them when one cell could not be read."""
    unread: dict[str, Roster | None] = dict.fromkeys(SIDES)
    cells: dict[str, Vilka] = {}
    found: list[Finding] = []
    for side in SIDES:
        typed = text_of(values, BEHANDLING.column(side).attr)
        if typed:
            cells[side], faults = reader.naming.voters(typed, f"{path}.{side}")
            found.extend(faults)
    placed, faults = votes.place(cells, reader.serving, aside, path, reader.arende.nr)
    reader.collector.found.extend(found)
    if column is None:
        reader.collector.found.extend(faults)
        paths = {f"{path}.{side}" for side in SIDES}
        return unread if any(f.at in paths for f in reader.collector.found) else placed
    if column.votes is None:
        return unread
    for side, vilka in cells.items():
        pasted = column.votes[side]
        if not found and not votes.agree(vilka, placed[side], pasted):
            reader.collector.found.append(
                _disagreement(f"{path}.{side}", side, placed[side], pasted)
            )
    return column.votes


def _disagreement(path: str, side: str, typed: Roster, pasted: Roster) -> Finding:
    value, other = str(typed.antal), str(pasted.antal)
    if typed.antal == pasted.antal:
        value, other = (list_text([str(n) for n in some.namn]) for some in (typed, pasted))
    return findings.ROSTER_DISAGREE(path, value=value, side=SIDES[side], other=other)
