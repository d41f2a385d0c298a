"""A fullmäktige of 49 seats that votes, in the tests' mini-language: five partier, two valkretsar.

Every third ledamot of V is away with an ersättare in the seat; one seat of M is empty.
"""

from __future__ import annotations

from mote import REGISTER, möte

from gen.workbook import sheets
from gen.workbook.read import Reading

FIRST = ("Anna", "Bertil", "Cecilia", "David", "Eva", "Fredrik", "Greta")
LAST = ("Alm", "Björk", "Ceder", "Dunge", "Ek", "Furu", "Gran")
PARTIER = ("S", "M", "L", "V", "FNL")
LEDAMOTER = [
    (f"{first} {last}", PARTIER[(7 * j + i) % 5])
    for j, last in enumerate(LAST)
    for i, first in enumerate(FIRST)
]
AWAY = [name for name, parti in LEDAMOTER if parti == "V"][::3]
EMPTY = next(name for name, parti in LEDAMOTER if parti == "M")
ERSATTARE = [f"Ersättare {last}stam" for last in LAST[: len(AWAY)]]


def fullmäktige(head: str, *lines: str, valkretsar: bool = True) -> Reading:
    """That meeting, with those ärenden."""
    mandates = [
        {
            "Namn": name,
            "Parti": parti,
            "Organ": "KF",
            "Uppdrag": "ordförande" if number == 0 else "ledamot",
            **({"Valkrets": ("Norra", "Södra")[number % 2]} if valkretsar else {}),
        }
        for number, (name, parti) in enumerate(LEDAMOTER)
    ]
    mandates += [
        {"Namn": name, "Parti": "V", "Organ": "KF", "Uppdrag": "ersättare"} for name in ERSATTARE
    ]
    people = [
        f"@{name}" + (" | Närvarar: Nej" if name in (*AWAY, EMPTY) else "") for name, _ in LEDAMOTER
    ]
    people += [
        f"@{name} | Närvarar: Ja | Tjänstgör för: {seat}"
        for name, seat in zip(ERSATTARE, AWAY, strict=True)
    ]
    people.append("@Siv Sand | Uppdrag: nämndsekreterare")
    (kommun,) = REGISTER[sheets.KOMMUN]
    reached = {
        "Anslagstavlans adress": "https://lillkoping.invalid/anslagstavla",
        "E-post för överklagande": "overklaga@lillkoping.invalid",
    }
    register = {
        **REGISTER,
        sheets.KOMMUN: [{**kommun, **reached}],
        sheets.FORTROENDEVALDA: mandates,
    }
    return möte(f"KF {head}", *people, *lines, register=register)
