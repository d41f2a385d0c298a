"""The sheet Närvaro in, its rows as values out."""

from __future__ import annotations

from collections.abc import Iterable

from gen import findings
from gen.names import fold
from gen.people import Namn, Narvaro
from gen.register import Fortroendevald, Register
from gen.workbook import guests
from gen.workbook.collect import Collector, Values
from gen.workbook.grid import Grid
from gen.workbook.guests import Guest
from gen.workbook.people import People


def rows(
    c: Collector,
    grid: Grid | None,
    register: Register,
    universe: Iterable[int],
    mandates: Iterable[Fortroendevald],
) -> tuple[Narvaro, ...]:
    """One value a row; `universe` are the meeting's §§, `mandates` its organ's on the day."""
    if grid is None:
        return ()
    out: list[Values] = []
    unknown: list[Guest] = []
    for _, row in grid.rows:
        path = f"närvaro[{len(out)}]"
        values = c.values(grid, row, path)
        if not values.get("namn"):
            if "namn" not in row:
                c.found.append(findings.NO_KEY(path, header="Namn"))
            c.drop(path)
            continue
        typed = str(values["namn"])
        known = register.find_person(typed)
        parti = str(values.pop("parti", "") or (known[1] if known else ""))
        values["namn"] = Namn(namn=known[0] if known else typed, parti=parti)
        if known is None:
            uppdrag = str(values.get("uppdrag", ""))
            unknown.append(Guest(f"{path}.namn", typed, parti, uppdrag))
        if "paragrafer" in values:
            values["paragrafer"] = c.paragrafer(
                str(values["paragrafer"]), universe, f"{path}.paragrafer"
            )
        out.append(values)
    people = People(tuple(v["namn"] for v in out if isinstance(v["namn"], Namn)), register)
    here = [name.namn for name in people.present]
    c.found.extend(guests.told(unknown, here, mandates, register))
    for index, values in enumerate(out):
        _serves_for(c, values, people, f"närvaro[{index}].tjänstgör_för")
    return tuple(Narvaro.model_validate(values) for values in out)


def _serves_for(c: Collector, values: Values, people: People, path: str) -> None:
    """`Tjänstgör för` is a person, `Vakant`, or `Ja` when it is not told for whom."""
    text = fold(str(values.pop("tjanstgor_for", "") or ""))
    if not text:
        return
    values.setdefault("tjanstgor", True)
    if text == "vakant":
        values["vakant"] = True
    elif text != "ja":
        place = c.places.get(path)
        name, fault = people.find(place.raw if place else text, path)
        values["tjanstgor_for"] = name
        c.found.extend([fault] if fault else [])
