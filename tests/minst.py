"""The emptiest workbook of each kind that its documents can be made of: what must be filled in for
them is, and nothing else, nor in the register. Made by gen's own writer and read from files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gen.choices import MISSIV, MOTION, PUNKT, RESERVATION, SARSKILT_YTTRANDE, STYCKE
from gen.register import Fortroendevald, Kommun, Organ, Register, Tjansteperson
from gen.workbook import new, sheets
from gen.workbook.filling import Filling
from gen.workbook.kinds import read_any
from gen.workbook.read import Reading

DAY = dt.date(2023, 3, 30)
KF = Organ(kod="KF", namn="Kommunfullmäktige", slag="KF")
KS = Organ(kod="KS", namn="Kommunstyrelsen", slag="KS", overordnat="KF")
KNOWN = Register(
    kommun=Kommun(namn="Lillköpings kommun"),
    organ=(KF, KS),
    fortroendevalda=tuple(
        Fortroendevald(namn=namn, parti=parti)
        for namn, parti in (("Ada Ask", "S"), ("Bo Berg", "M"))
    ),
    tjanstepersoner=(Tjansteperson(namn="Siv Sand"),),
)

CALLED = {"organ": KF.namn, "datum": DAY, "från_klockan": "18.00", "plats": "Salen"}
HELD = {
    **CALLED,
    "till_klockan": "19.00",
    "första_paragraf": "1",
    "sekreterare": "Siv Sand",
    "justerare": "Bo Berg",
    "justering_planerad": DAY,
}
POSTED = {
    **HELD,
    "justerat": DAY,
    "anslaget_uppsatt": DAY,
    "förvaringsplats": "Kansliet",
}
MOTIONEN = {"nr": "2", "rubrik": "Motion från Bo Berg (M) om träd", "typ": "Motion", "inkom": DAY}
NARVARO = [{"namn": "Ada Ask", "uppdrag": "ordförande", "närvarar": "Ja"}]
BERG = {"namn": "Bo Berg", "uppdrag": "ledamot", "närvarar": "Ja"}
INNEHALL = [
    {"ärende": "1", "del": "Förslag", "text": "anta planen"},
    {"del": "Skickas till – åtgärd", "vem": "Kommunstyrelsen"},
    {"ärende": "2", "del": "Motionens yrkanden", "text": "plantera träd"},
    {"del": "Förslag", "text": "avslå motionen"},
]
OMROSTNING = {
    "ja_betyder": "bifall",
    "nej_betyder": "avslag",
    "ja": "Ada Ask",
    "nej": "Bo Berg",
}
BEHANDLING = [
    {"ärende": "1", "händelse": "Omröstning", **OMROSTNING},
    {"händelse": "Reservation", "vem": "Bo Berg"},
    {"händelse": "Särskilt yttrande", "vem": "Ada Ask"},
]


def emptiest(folder: Path) -> Mapping[str, Reading]:
    """Each of them by its name, read from a file in the folder."""
    files = {
        "kallat": _meeting(CALLED, [{"nr": "1", "rubrik": "En plan"}]),
        "hållet": _meeting(
            {**HELD, "organ": KS.namn},
            [{"nr": "1", "rubrik": "En plan", "beslutas_av": "KF"}],
            narvaro=[*NARVARO, BERG],
            innehall=[{"ärende": "1", "del": "Förslag", "text": "anta planen"}],
        ),
        "anslaget": _meeting(
            POSTED,
            [
                {"nr": "1", "rubrik": "En plan", "tjänsteskrivelse": DAY},
                {**MOTIONEN, "tjänsteskrivelse": DAY, "överklagande": "Förvaltningsbesvär"},
            ],
            narvaro=[*NARVARO, BERG],
            innehall=INNEHALL,
            behandling=BEHANDLING,
        ),
        **{slag.lower().replace(" ", "-"): _skrivelse(slag) for slag in SLAG},
        "ärende": new.arende(ARENDE, KNOWN),
        "delegation": new.delegation(DELEGATION, KNOWN, [DELEGATIONSBESLUT]),
        "föreskrift": new.foreskrift(FORESKRIFT, KNOWN, BESTAMMELSER),
    }
    (folder / "register.xlsx").write_bytes(new.register(KNOWN))
    for name, content in files.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    return {name: read_any(folder / f"{name}.xlsx") for name in files}


def _meeting(
    form: Mapping[str, Any],
    arenden: Sequence[Mapping[str, object]],
    *,
    narvaro: Sequence[Mapping[str, str]] = NARVARO,
    innehall: Sequence[Mapping[str, str]] = (),
    behandling: Sequence[Mapping[str, str]] = (),
) -> bytes:
    rows = {
        sheets.SAMMANTRADE.name: [form],
        sheets.NARVARO.name: narvaro,
        sheets.ARENDEN.name: arenden,
        sheets.INNEHALL.name: innehall,
        sheets.BEHANDLING.name: behandling,
    }
    return new.written(Filling(rows), KNOWN, KNOWN.find_organ(form["organ"]), DAY, "")


NAMED = {"sammanträdesdatum": DAY, "ärende": "1"}
SLAG = {
    MOTION: ({"datum": DAY}, (STYCKE, PUNKT)),
    RESERVATION: (NAMED, (PUNKT,)),
    SARSKILT_YTTRANDE: (NAMED, (STYCKE,)),
    MISSIV: ({"datum": DAY, "mottagare": "Revisorerna"}, (STYCKE,)),
}
DELEGATION = {"organ": KS.namn, "anmäls_vid": DAY}
ARENDE = {"rubrik": "En plan", "tjänsteskrivelse": DAY, "handläggare": "Siv Sand"}
FORESKRIFT = {
    "slag": "Föreskrift",
    "titel": "Föreskrift om träd",
    "beslutad_av": KF.namn,
    "beslutad": DAY,
    "paragraf": "1",
}
BESTAMMELSER = [{"del": "Paragraf", "text": "Träd får planteras."}]
DELEGATIONSBESLUT = {
    "löpnr": "1",
    "datum": DAY,
    "rubrik": "Fällning av träd",
    "beslut": "Trädet får fällas.",
    "delegat": "Siv Sand",
}


def _skrivelse(slag: str) -> bytes:
    form, delar = SLAG[slag]
    form = {"slag": slag, "organ": KF.namn, "rubrik": "En plan", "undertecknare": "Bo Berg", **form}
    rows = [{"del": del_, "text": "plantera träd"} for del_ in delar]
    return new.skrivelse(form, KNOWN, rows)
