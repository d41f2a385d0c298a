"""What every document's header and footer say, as the letterhead knows it: facts in, JSON out."""

from __future__ import annotations

from typing import Final

from gen.jobs import JSON
from gen.register import Register

SEKRETESS: Final = "Sekretess"


def with_sekretess(sekretess: object, status: str = "") -> str:
    """The status of what holds an ärende whole: *Sekretess* first where that has one."""
    return " – ".join(filter(None, (SEKRETESS if sekretess else "", status)))


def brevhuvud(
    register: Register,
    *,
    typ: str,
    titel: str,
    organ: str = "",
    datum_rubrik: str = "",
    datum: str = "",
    diarienummer: str = "",
    status: str = "",
) -> dict[str, JSON]:
    """`kommun`, `stil` and `dokument` of a context. All are printed as they are given.

    `typ` stands in the header of each page, `titel` in the PDF's properties. `datum_rubrik` says
    what day `datum` is; `status` is what a page must say of itself (Ej justerat).
    """
    kommun = register.kommun
    return {
        "kommun": {
            "namn": kommun.namn,
            "genitiv": kommun.genitiv,
            "förvaltningsrätt": kommun.forvaltningsratt,
            "adress": kommun.adress,
            "e_post": kommun.e_post,
            "anslagstavla": kommun.anslagstavla,
        },
        "stil": {"signatur_i_sidfot": register.stil.signatur_i_sidfot},
        "dokument": {
            "typ": typ,
            "titel": titel,
            "organ": organ,
            "datum_rubrik": datum_rubrik,
            "datum": datum,
            "diarienummer": diarienummer,
            "status": status,
        },
    }
