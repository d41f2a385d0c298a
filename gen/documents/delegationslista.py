"""A nämnd's delegationsbeslut in, the list by which they are reported to it out.

Of a beslut with sekretess the list, which goes with the nämnd's handlingar, says neither what it
is about nor what was decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from gen import text
from gen.choices import BRADSKANDE
from gen.delegation import Delegation, Delegationsbeslut
from gen.documents import DocumentType, Draft
from gen.documents.brevhuvud import brevhuvud
from gen.documents.paragraf import confidential_text
from gen.jobs import JSON
from gen.model import Run, Text
from gen.register import Organ, Register
from gen.swedish.dates import den_date_text
from gen.swedish.phrases import genitiv, lopande
from gen.text import Column, Json
from gen.workbook.which import Which

if TYPE_CHECKING:
    from gen.workbook.read import Reading

_COLUMNS = (
    Column("Nr", 6),
    Column("Datum", 12),
    Column("Punkt", 9),
    Column("Ärende och beslut", 40),
    Column("Delegat", 21),
)


def drafts(reading: Reading) -> Iterable[Draft]:
    """The list for the meeting at which they are reported."""
    own, register = reading.own, reading.register
    if not isinstance(own, Delegation) or own.anmals_vid is None:
        return
    organ = register.find_organ(own.organ)
    if organ is not None and reported(own):
        day = own.anmals_vid.isoformat()
        title = f"Anmälan av delegationsbeslut {organ.namn} {day}"
        yield Draft("delegationslista", title, day, context(own, organ, register))


def reported(own: Delegation) -> list[Delegationsbeslut]:
    """Those that the nämnd is told of."""
    return [beslut for beslut in own.beslut if beslut.anmals and beslut.datum is not None]


def context(own: Delegation, organ: Organ, register: Register) -> dict[str, JSON]:
    """The list's vocabulary: `listor`, those by delegation first, then the urgent ones."""
    day = own.anmals_vid.isoformat() if own.anmals_vid else ""
    some = reported(own)
    urgent = [beslut for beslut in some if beslut.slag == BRADSKANDE]
    others = [beslut for beslut in some if beslut.slag != BRADSKANDE]
    both = bool(urgent and others)
    listor: list[JSON] = []
    for heading, rows in (
        ("Beslut enligt delegationsordningen", others),
        ("Brådskande beslut enligt 6 kap. 39 § kommunallagen", urgent),
    ):
        if rows:
            shown = heading if both or rows is urgent else ""
            listor.append({"rubrik": shown, "innehåll": text.content([_table(heading, rows)])})
    return {
        **brevhuvud(
            register,
            typ="Anmälan av delegationsbeslut",
            titel=f"Anmälan av delegationsbeslut {organ.namn} {day}",
            organ=organ.namn,
            datum_rubrik="Sammanträdesdatum",
            datum=day,
            diarienummer=own.diarienummer,
        ),
        "anmälan": {"organ": organ.namn, "datum": day, "ingress": _opening(own, organ)},
        "listor": listor,
    }


def _opening(own: Delegation, organ: Organ) -> str:
    """For whom they were made, and at which meeting they are reported."""
    when = f" {den_date_text(own.anmals_vid)}" if own.anmals_vid else ""
    whose = genitiv(lopande(organ.namn))
    return f"Följande beslut har fattats på {whose} vägnar och anmäls vid sammanträdet{when}."


def _table(heading: str, rows: Sequence[Delegationsbeslut]) -> Json:
    return text.table(
        _COLUMNS,
        [_row(beslut) for beslut in rows],
        description=f"{heading}: nummer, datum, punkt i delegationsordningen, ärende och beslut, "
        "delegat.",
    )


def _row(beslut: Delegationsbeslut) -> list[Text | str | list[Json]]:
    who = str(beslut.delegat) if beslut.delegat else ""
    return [
        beslut.lopnr,
        beslut.datum.isoformat() if beslut.datum else "",
        beslut.punkt,
        _what(beslut),
        [text.paragraph(line, "tabelltext") for line in (who, beslut.titel) if line],
    ]


def _what(beslut: Delegationsbeslut) -> list[Json]:
    """The ärende, what was decided and the diarienummer, or just the lagrum."""
    number = [text.paragraph(f"Dnr {beslut.dnr}", "tabelltext")] if beslut.dnr else []
    if beslut.sekretess:
        return [text.paragraph(confidential_text(beslut.sekretess), "tabelltext"), *number]
    rubrik = (Run(text=beslut.rubrik, fet=True),)
    lines = text.lines(text.strip(beslut.beslut))
    return [
        text.paragraph(rubrik, "tabelltext"),
        *(text.paragraph(line, "tabelltext") for line in lines if line),
        *number,
    ]


TYPE = DocumentType(
    name="delegationslista",
    template="delegationslista",
    drafts=drafts,
    told="Gör listan som anmäler delegationsbesluten till nämnden, som Word och PDF.",
    lacks="Bladet Delegationsbeslut har ingen rad som anmäls.",
    reads=frozenset({Which.DELEGATION}),
    required=("listor[].innehåll",),
)
