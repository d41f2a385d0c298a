"""A meeting in, its föredragningslista out: when, where and what, for kallelse and kungörelse.

Both may be read by anybody: of an ärende with sekretess they have its number, its rubrik where
that is not hidden too, and the lagrum.
"""

from __future__ import annotations

from gen import text
from gen.beslut import forslag
from gen.choices import NUMRERADE, URVAL, UTGAR
from gen.documents.paragraf import attachments, confidential, presenter
from gen.documents.punkter import decision_blocks
from gen.jobs import JSON
from gen.model import Arende, Sammantrade, Stage
from gen.register import Organ, Register
from gen.swedish.dates import den_date_text, iso_text, weekday_text
from gen.swedish.times import time_text
from gen.swedish.typography import NBSP
from gen.text import Json

HIDDEN = "Ärende med sekretess"
"""Stands for a rubrik that would itself tell what is secret."""


def sammantrade(meeting: Sammantrade, organ: Organ) -> dict[str, JSON]:
    """When and where; `dag` is in words. `urval`: the workbook holds only some of the ärenden."""
    start = f"klockan{NBSP}{time_text(meeting.fran_klockan)}" if meeting.fran_klockan else ""
    return {
        "organ": organ.namn,
        "datum": iso_text(meeting.datum, meeting.sista_dag) if meeting.datum else "",
        "dag": _day(meeting),
        "tid": start,
        "plats": meeting.plats,
        "slag": meeting.slag,
        "offentligt": bool(meeting.offentligt),
        "diarienummer": meeting.diarienummer,
        "ordförande": str(meeting.ordforande or ""),
        "sekreterare": str(meeting.sekreterare or ""),
        "urval": meeting.omfattning == URVAL,
    }


def _day(meeting: Sammantrade) -> str:
    if meeting.datum is None:
        return ""
    if meeting.sista_dag is not None and meeting.sista_dag != meeting.datum:
        return den_date_text(meeting.datum, meeting.sista_dag)
    return weekday_text(meeting.datum)


def punkter(meeting: Sammantrade, organ: Organ, register: Register) -> list[JSON]:
    """Every ärende in the order of the list, which is the secretary's: it is never regrouped."""
    return [_punkt(arende, meeting, organ, register) for arende in meeting.arenden]


def withdrawn(arende: Arende, meeting: Sammantrade) -> bool:
    """Whether it was withdrawn before the meeting. What utgår there stood on the list all the same,
    and what is made again afterwards says what was sent out."""
    return arende.utfall == UTGAR and meeting.stage is Stage.PLANERAT


def _punkt(arende: Arende, meeting: Sammantrade, organ: Organ, register: Register) -> JSON:
    secret, gone = bool(arende.sekretess), withdrawn(arende, meeting)
    made = {
        "Sekretess": confidential(arende, organ, register),
        "Förslag till beslut": [] if secret or gone else _proposal(arende, organ, register),
        "Bilagor": [] if secret else attachments(arende.bilagor),
    }
    return {
        "nr": arende.nr,
        "rubrik": HIDDEN if secret and arende.dolj_rubriken else arende.rubrik,
        "dnr": "" if secret else arende.dnr,
        "typ": "" if secret else arende.typ,
        "föredragande": "" if secret else presenter(arende, register),
        "tid": arende.tid.isoformat("minutes") if arende.tid and not secret else None,
        "tillägg": arende.tillagg,
        "utgår": gone,
        "delar": [
            {"del": name, "rubrik": name, "innehåll": text.content(blocks)}
            for name, blocks in made.items()
            if blocks
        ],
    }


def _proposal(arende: Arende, organ: Organ, register: Register) -> list[Json]:
    """All its points under the chain phrase: that is what a ledamot prepares to vote on."""
    numbered = register.stil.beslut_som == NUMRERADE
    return decision_blocks(*forslag(arende, organ, register), numbered=numbered)
