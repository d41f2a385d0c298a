"""What somebody did or holds against a beslut in, the draft of it as a document of its own out.

A reservation and a särskilt yttrande are alike but for their words: which ärende, who, why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gen import text
from gen.choices import INLEDNING, PUNKT, RESERVATION
from gen.documents import Draft
from gen.documents.behandling import told
from gen.documents.brevhuvud import brevhuvud, with_sekretess
from gen.documents.sentence import continues
from gen.documents.skrivelse import attachments, parts, signers, skrivelse
from gen.filenames import safe_name
from gen.jobs import JSON
from gen.model import Arende, Handelse, plain
from gen.people import Namn
from gen.register import Organ, Register
from gen.skrivelse import Skrivelse, Stycke
from gen.swedish.lists import bare_point, list_text
from gen.swedish.paragraphs import format_paragraphs
from gen.swedish.phrases import genitiv, lopande
from gen.text import Json

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def of_skrivelse(reading: Reading, slag: str, name: str) -> Iterator[Draft]:
    """The workbook's one document, when that is its Slag."""
    own, register = reading.own, reading.register
    if not isinstance(own, Skrivelse) or own.slag != slag or own.sammantradesdatum is None:
        return
    organ = register.find_organ(own.organ)
    if organ is None:
        return
    opening, rows = _opening(own)
    yield _draft(name, own, organ, register, parts(rows, opening=opening))


def of_meeting(reading: Reading, handelse: str, name: str) -> Iterator[Draft]:
    """One for each row of that Händelse with a statement of its own: what only goes on in the
    sentence of the § (`till förmån för …`) is nothing that somebody has written apart."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or meeting.datum is None:
        return
    used: set[str] = set()
    for arende in meeting.arenden:
        for event in arende.handelser(handelse):
            own_words = text.strip(event.text)
            if not own_words or continues(own_words) or event.fil:
                continue
            if not (event.vem or event.fritext):
                continue
            number = format_paragraphs([arende.paragraf]) if arende.paragraf is not None else ""
            own = Skrivelse(
                slag=handelse,
                rubrik=arende.rubrik,
                dnr=arende.dnr,
                organ=organ.kod,
                datum=meeting.datum,
                sammantradesdatum=meeting.datum,
                arende=number or arende.nr,
                undertecknare=event.vem,
            )
            file = _distinct(safe_name(f"{name} {arende.nr} {_short(event)}"), used)
            delar = parts((), opening=told(event, arende))
            yield _draft(file, own, organ, register, delar, arende)


def _draft(
    name: str,
    own: Skrivelse,
    organ: Organ,
    register: Register,
    delar: list[JSON],
    arende: Arende | None = None,
) -> Draft:
    """`arende`: the one of a meeting's that it is about."""
    day = own.sammantradesdatum.isoformat() if own.sammantradesdatum else ""
    number = f"{own.arende}." if own.arende.isalnum() else own.arende
    rubrik = f"{number} {own.rubrik}".strip()
    title = f"{own.slag}: {rubrik}"
    context: dict[str, JSON] = {
        **brevhuvud(
            register,
            typ=own.slag,
            titel=title,
            organ=organ.namn,
            datum_rubrik="Sammanträdesdatum",
            datum=day,
            diarienummer=own.dnr,
            status=with_sekretess(arende is not None and arende.sekretess),
        ),
        "skrivelse": skrivelse(
            own,
            overrubrik=f"{own.slag} vid {genitiv(lopande(organ.namn))} sammanträde {day}",
            rubrik=rubrik,
            sekretess=arende.sekretess if arende is not None else "",
        ),
        "delar": delar,
        "undertecknare": signers(own.undertecknare, register),
        "bilagor": attachments(own.bilagor),
    }
    if arende is None:
        return Draft(name, title, day, context)
    return Draft(name, title, day, context, arende=arende.nr, paragraf=arende.paragraf)


# -- the first sentence -----------------------------------------------------------------


def _opening(own: Skrivelse) -> tuple[list[Json], Sequence[Stycke]]:
    """The sentence that the text goes on from, and the rows that it does not say already.

    An Inledning says it in words of its own.
    """
    if own.rader(INLEDNING):
        return [], own.text
    who = own.parti or list_text([str(name) for name in own.undertecknare])
    if own.slag != RESERVATION:
        return [text.paragraph(f"{who} lämnar följande särskilda yttrande:")], own.text
    points = [rad.text for rad in own.rader(PUNKT) if plain(rad.text).strip()]
    against = f"{who} reserverar sig mot beslutet"
    if not points:
        return [text.paragraph(f"{against}.")], own.text
    bare = [bare_point(plain(point)) for point in points]
    typed = [plain(point).strip().casefold().startswith("att ") for point in points]
    wanted = list_text([f"att {b}" if att else b for b, att in zip(bare, typed, strict=True)])
    rest = [rad for rad in own.text if rad.del_ != PUNKT]
    return [text.paragraph(f"{against} och yrkar {wanted}.")], rest


# -- the file's name --------------------------------------------------------------------


def _short(event: Handelse) -> str:
    """Who it is, in few letters: the partier that were typed, else surnames."""
    names = [*event.partier, *(_surname(name) for name in event.vem if not event.partier)]
    return " ".join(names or event.fritext)


def _surname(name: Namn) -> str:
    return name.namn.split()[-1]


def _distinct(name: str, used: set[str]) -> str:
    """Two of one person in one ärende are numbered."""
    number = 1
    chosen = name
    while chosen in used:
        number += 1
        chosen = f"{name}-{number}"
    used.add(chosen)
    return chosen
