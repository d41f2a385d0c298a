"""A meeting that was read and its documents in, what its bundles are of out.

`handlingar` is what a ledamot gets before the meeting: the kallelse, and for each ärende in the
order of the list its tjänsteskrivelse and its bilagor. `protokoll-med-bilagor` is what is kept
afterwards: a protokoll, the bilagor of its §§ and what was handed in at the meeting.

What is secret is left out unless somebody asks for it: the kallelse is read by anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from gen import delprotokoll, documents, files, findings
from gen.bunt.pieces import Piece
from gen.choices import BILAGA
from gen.documents import kallelse, omrostningslista, protokoll
from gen.documents.brevhuvud import brevhuvud
from gen.documents.foredragningslista import HIDDEN
from gen.files import Home, Unusable
from gen.findings import Finding
from gen.jobs import JSON
from gen.model import Arende, Handelse, Sammantrade
from gen.source import at
from gen.swedish.dates import iso_text
from gen.swedish.paragraphs import format_paragraphs
from gen.workbook.read import Reading

HANDLINGAR: Final = "handlingar"
MED_BILAGOR: Final = "protokoll-med-bilagor"
_OF_ARENDEN: Final = ("tjänsteskrivelse", "motionssvar")
"""The documents of an ärende that a ledamot reads before the meeting, in that order."""
_LEFT_OUT: Final = "ej med"
"""Stands for the page of what is not in the bundle because it is secret."""

Made = Callable[[str], bytes | None]
"""The PDF of a document of this run, by its name; None where it was not made."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle to be made: `name` is its file's, without ending; `head` what its contents page
    says in header and footer. `findings` are about what is not, or secretly is, among `pieces`."""

    typ: str
    name: str
    title: str
    created: str
    head: dict[str, JSON]
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]


def types(bundle: str) -> tuple[str, ...]:
    """The document types that a bundle is made of."""
    if bundle == MED_BILAGOR:
        return (protokoll.TYPE.name, omrostningslista.TYPE.name)
    known = documents.types()
    return (kallelse.TYPE.name, *(name for name in _OF_ARENDEN if name in known))


def bundles(kind: str, reading: Reading, made: Made, *, secret: bool) -> Iterator[Bundle]:
    """The bundles of that kind; none where there is nothing to put with the main document."""
    some = _handlingar if kind == HANDLINGAR else _med_bilagor
    yield from (one for one in some(reading, made, secret=secret) if len(one.pieces) > 1)


# -- before the meeting ---------------------------------------------------------------------


def _handlingar(reading: Reading, made: Made, *, secret: bool) -> Iterator[Bundle]:
    first = made(kallelse.TYPE.name)
    if first is None:
        return
    pieces = [_document("Kallelse", kallelse.TYPE.name, first)]
    told: list[Finding] = []
    drafts = _drafts(reading)
    for index, arende in enumerate(reading.meeting.arenden):
        under = f"{arende.nr}. {_rubrik(arende)}"
        own = [
            _document(title, name, made(name), under)
            for nr, title, name in drafts
            if nr == arende.nr
        ]
        wrong: list[Finding] = []
        own += _bilagor(reading, index, arende, under, f"till ärende {arende.nr}", wrong)
        shown, said = _open(own, wrong, index, arende, HANDLINGAR, secret=secret)
        pieces += shown
        told += said
    yield _bundle(reading, reading.meeting, HANDLINGAR, HANDLINGAR, "Handlingar", pieces, told)


def _drafts(reading: Reading) -> list[tuple[str, str, str]]:
    """The Nr, the title and the name of each document that is about an ärende."""
    known = documents.types()
    return [
        (draft.arende, name.capitalize(), draft.name)
        for name in _OF_ARENDEN
        if name in known
        for draft in known[name].drafts(reading)
    ]


# -- after it -------------------------------------------------------------------------------


def _med_bilagor(reading: Reading, made: Made, *, secret: bool) -> Iterator[Bundle]:
    meeting = reading.meeting
    index = {arende.nr: place for place, arende in enumerate(meeting.arenden)}
    own = (protokoll.TYPE.name, meeting)
    for name, part in (own, *protokoll.apart(meeting)):
        first = made(name)
        if first is None:
            continue
        bundle = f"{name}-med-bilagor"
        pieces = [_document("Protokoll", name, first)]
        told: list[Finding] = []
        for arende in sorted(part.arenden, key=lambda a: a.paragraf or 0):
            place = index[arende.nr]
            paragraf = format_paragraphs([arende.paragraf]) if arende.paragraf else arende.nr
            under = f"{paragraf} {_rubrik(arende)}"
            wrong: list[Finding] = []
            some = _bilagor(reading, place, arende, under, f"till {paragraf}", wrong)
            some += _handed_in(reading, place, arende, under, f"till {paragraf}", wrong)
            shown, said = _open(some, wrong, place, arende, bundle, secret=secret)
            pieces += shown
            told += said
        lista = made(omrostningslista.TYPE.name) if name == protokoll.TYPE.name else None
        if lista is not None:
            title = omrostningslista.TYPE.name.capitalize()
            pieces.append(_document(title, omrostningslista.TYPE.name, lista))
        title = "Protokoll med bilagor"
        if part is not meeting:
            title += f" {format_paragraphs(part.paragrafer)}"
        yield _bundle(reading, part, MED_BILAGOR, bundle, title, pieces, told)


def _handed_in(
    reading: Reading, index: int, arende: Arende, under: str, whose: str, told: list[Finding]
) -> list[Piece]:
    """The files that Behandling names: a reservation, a yttrande, a yrkande in writing."""
    pieces = []
    for number, handelse in enumerate(arende.behandling):
        if handelse.fil:
            path = f"ärenden[{index}].behandling[{number}].fil"
            title = _of_whom(handelse)
            content = _content(reading, handelse.fil, path, told)
            stamp = f"{handelse.handelse} {whose}"
            pieces.append(Piece(title, handelse.fil, path, content, under, stamp))
    return pieces


def _of_whom(handelse: Handelse) -> str:
    """`Reservation, Anders Almgren (S)`."""
    who = [*map(str, handelse.vem), *handelse.partier, *handelse.fritext]
    return ", ".join([handelse.handelse, *who])


# -- both -----------------------------------------------------------------------------------


def _bilagor(
    reading: Reading, index: int, arende: Arende, under: str, whose: str, told: list[Finding]
) -> list[Piece]:
    """The bilagor of an ärende, with the numbers that the kallelse and the protokoll give them."""
    rows = [place for place, rad in enumerate(arende.innehall) if rad.del_ == BILAGA]
    pieces = []
    for place, bilaga in zip(rows, arende.bilagor, strict=True):
        path = f"ärenden[{index}].innehåll[{place}].fil"
        called = f"Bilaga {bilaga.nummer}"
        # No file: it lies on paper, or the reader has told why it cannot be had.
        content = _content(reading, bilaga.fil, path, told) if bilaga.fil else None
        title = f"{called}. {bilaga.rubrik}" if bilaga.rubrik else called
        pieces.append(Piece(title, bilaga.fil, path, content, under, f"{called} {whose}"))
    return pieces


def _content(reading: Reading, name: str, path: str, told: list[Finding]) -> bytes | None:
    """The file as it stands now; gone since the workbook was read, it is told at its cell."""
    try:
        return files.read(files.find(Home(reading.folder), name))
    except Unusable as unusable:
        told.append(unusable.finding(path, name, frozenset()))
        return None


def _open(
    pieces: list[Piece],
    wrong: list[Finding],
    index: int,
    arende: Arende,
    bundle: str,
    *,
    secret: bool,
) -> tuple[list[Piece], list[Finding]]:
    """The pieces of an ärende, if they may be shown; of what is secret not even the titles.

    `wrong` is what there is to say of the pieces.
    """
    if not arende.sekretess or not pieces:
        return pieces, wrong
    path = f"ärenden[{index}].sekretess"
    if secret:
        return pieces, [*wrong, findings.SECRET_TAKEN_IN(path, value=f"{bundle}.pdf", nr=arende.nr)]
    left = Piece("Handlingar med sekretess", "", path, None, pieces[0].under, absent=_LEFT_OUT)
    return [left], [findings.SECRET_LEFT_OUT(path, value=f"{bundle}.pdf", nr=arende.nr)]


def _rubrik(arende: Arende) -> str:
    return HIDDEN if arende.sekretess and arende.dolj_rubriken else arende.rubrik


def _document(title: str, name: str, content: bytes | None, under: str = "") -> Piece:
    return Piece(title, f"{name}.pdf", at(f"{name}.pdf"), content, under)


def _bundle(
    reading: Reading,
    part: Sammantrade,
    typ: str,
    name: str,
    title: str,
    pieces: list[Piece],
    told: list[Finding],
) -> Bundle:
    register = reading.register
    sign = register.stil.paragraftecken
    organ = register.find_organ(part.organ)
    assert organ is not None  # or there would be no kallelse, and no protokoll
    assert part.datum is not None
    day = iso_text(part.datum, part.sista_dag)
    whole = f"{title} {organ.namn} {day}"
    head = brevhuvud(
        register,
        typ=title,
        titel=whole,
        organ=organ.namn,
        datum_rubrik="Sammanträdesdatum",
        datum=day,
        diarienummer=part.diarienummer,
        status=delprotokoll.status(part, sign) if typ == MED_BILAGOR else "",
    )
    created = part.datum.isoformat()
    return Bundle(typ, name, whole, created, head, tuple(pieces), tuple(told))
