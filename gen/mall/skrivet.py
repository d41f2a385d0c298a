"""Nothing in, the fullest skrivelse of each Slag and the fullest delegationsbeslut out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from gen.choices import (
    BILAGA,
    DELEGATIONSSLAG,
    INLEDNING,
    PUNKT,
    SKRIVELSESLAG,
    STYCKE,
    UNDERRUBRIK,
)
from gen.delegation import Delegation, Delegationsbeslut
from gen.mall import fullt
from gen.model import Namn, Run, Sammantrade, Text
from gen.register import Register
from gen.skrivelse import Skrivelse, Stycke
from gen.source import Source
from gen.workbook.read import Reading
from gen.workbook.which import Which

FILE: Final = "fullständig-skrivelse.xlsx"
_DAY: Final = dt.date(2023, 3, 15)
_SIV: Final = Namn(namn="Siv Sand")


def readings() -> Iterator[Reading]:
    """A workbook for each Slag, and one of delegationsbeslut."""
    register = fullt.meeting().register
    for slag in SKRIVELSESLAG:
        yield _reading(Which.SKRIVELSE, _skrivelse(slag), register)
    yield _reading(Which.DELEGATION, _delegation(), register)


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
