"""Nothing in, the fullest workbooks out that hold no meeting: skrivelser, föreskrifter and more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from gen.choices import (
    BESTAMMELSEDELAR,
    BILAGA,
    DELEGATIONSSLAG,
    FORESKRIFTSSLAG,
    INLEDNING,
    PUNKT,
    SKRIVELSESLAG,
    STYCKE,
    UNDERRUBRIK,
)
from gen.delegation import Delegation, Delegationsbeslut
from gen.foreskrift import Bestammelse, Foreskrift, Revidering, numbered
from gen.mall import fullt
from gen.model import Run, Sammantrade, Text
from gen.people import Namn
from gen.register import Register
from gen.skrivelse import Skrivelse, Stycke
from gen.source import Source
from gen.workbook.read import Reading
from gen.workbook.which import Which

FILE: Final = "fullständig-skrivelse.xlsx"
_DAY: Final = dt.date(2023, 3, 15)
_SIV: Final = Namn(namn="Siv Sand")


def readings() -> Iterator[Reading]:
    """A workbook for each Slag of skrivelse and föreskrift, and one of delegationsbeslut."""
    register = fullt.meeting().register
    for slag in SKRIVELSESLAG:
        yield _reading(Which.SKRIVELSE, _skrivelse(slag), register)
    yield _reading(Which.DELEGATION, _delegation(), register)
    for slag in FORESKRIFTSSLAG:
        yield _reading(Which.FORESKRIFT, _foreskrift(slag), register)


def _reading(kind: Which, own: BaseModel, register: Register) -> Reading:
    here = Path()
    return Reading(Sammantrade(), register, Source(FILE), (), here, here, kind=kind, own=own)


def _text(words: str) -> Text:
    return (Run(text=words),)


def _skrivelse(slag: str) -> Skrivelse:
    rows = (
        (STYCKE, "Cykelvägarna i Lillköping behöver byggas ut."),
        (UNDERRUBRIK, "Det som föreslås"),
        (STYCKE, "Planen är ett första steg."),
        (INLEDNING, "Fullmäktige föreslås besluta"),
        (PUNKT, "anta en cykelplan"),
        (PUNKT, "planera för cykelparkeringar"),
        (BILAGA, "Karta över cykelvägarna"),
        (BILAGA, "Beräkning av kostnaderna"),
    )
    return Skrivelse(
        slag=slag,
        rubrik="Cykelplan för Lillköping 2023–2026",
        dnr="KS 2023/0011",
        organ="KF",
        datum=_DAY,
        parti="Vänsterpartiet",
        undertecknare=(Namn(namn="Dan Dahl", parti="V"), _SIV),
        sammantradesdatum=_DAY,
        arende="§ 31",
        mottagare=("Socialnämnden", "Revisorerna"),
        svar_senast=dt.date(2023, 4, 28),
        svar_till="kommunen@lillkoping.invalid",
        text=tuple(Stycke(del_=del_, text=_text(words)) for del_, words in rows),
    )


def _delegation() -> Delegation:
    beslut = tuple(
        Delegationsbeslut(
            lopnr=str(number),
            datum=_DAY,
            punkt=f"2.{number}",
            dnr=f"KS 2023/010{number}",
            rubrik="Yttrande över remiss om cykelvägar",
            beslut=_text("avge yttrande enligt förslaget"),
            beskrivning=_text("Remissen gäller nya cykelvägar i länet."),
            delegat=_SIV,
            titel="kommunsekreterare",
            slag=slag,
            lagrum="7 kap. 5 § KL",
            anmals=anmals,
            sekretess="" if anmals else "19 kap. 3 § OSL",
        )
        for number, (slag, anmals) in enumerate(
            ((slag, anmals) for slag in DELEGATIONSSLAG for anmals in (True, False)), 1
        )
    )
    return Delegation(
        organ="KS",
        delegationsordning="Delegationsordning för kommunstyrelsen",
        beslutad=dt.date(2022, 12, 1),
        anmals_vid=dt.date(2023, 4, 5),
        foregaende_sammantrade=dt.date(2023, 3, 8),
        diarienummer="KS 2023/0001",
        beslut=beslut,
    )


def _foreskrift(slag: str) -> Foreskrift:
    """A row of each Del, each twice: then every list is one and every heading has its §§."""
    rows = (
        Bestammelse(del_=del_, text=_text(f"{del_} {number}"))
        for del_ in BESTAMMELSEDELAR
        for number in (1, 2)
    )
    return Foreskrift(
        slag=slag,
        titel=f"{slag} för cykelvägarna i Lillköping",
        dnr="KS 2023/0011",
        stod="3 kap. 8 § ordningslagen (1993:1617)",
        beslutad_av="KF",
        beslutad=_DAY,
        paragraf="31",
        galler_fran=dt.date(2023, 4, 1),
        ersatter=(f"{slag} för cykelvägarna, antagen 2015-03-18 § 40",),
        dokumentansvarig="Kansliet",
        forfattningsnummer="4.2",
        innehallsforteckning=True,
        bestammelser=tuple(numbered(rows, per_kapitel=True)),
        revideringar=(
            Revidering(organ="KF", datum=dt.date(2024, 6, 19), paragraf="118", avser="4 §"),
            Revidering(organ="KF", datum=dt.date(2025, 6, 18), paragraf="97"),
        ),
    )
