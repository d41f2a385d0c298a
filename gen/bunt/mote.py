"""A meeting that was read and its documents in, what its bundles are of out.

`handlingar` is what a ledamot gets before the meeting: the kallelse, and for each ärende in the
order of the list its tjänsteskrivelse and its bilagor. `protokoll-med-bilagor` is what is kept
afterwards: a protokoll, the bilagor of its §§ and what was handed in at the meeting.

What is secret is left out unless somebody asks for it: the kallelse is read by anybody, and of the
protokoll the pages of such a § are taken out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from gen import delprotokoll, documents, files, findings
from gen.bunt.pieces import Piece
from gen.bunt.undantaget import without
from gen.choices import BILAGA
from gen.documents import kallelse, omrostningslista, protokoll
from gen.documents.brevhuvud import brevhuvud
from gen.documents.foredragningslista import HIDDEN
from gen.files import Home, Unusable
from gen.findings import Finding
from gen.jobs import JSON
from gen.model import Arende, Bilaga, Sammantrade
from gen.source import at
from gen.swedish.dates import iso_text
from gen.swedish.paragraphs import format_paragraphs
from gen.workbook.read import Reading

HANDLINGAR: Final = "handlingar"
MED_BILAGOR: Final = "protokoll-med-bilagor"
KINDS: Final = (HANDLINGAR, MED_BILAGOR)
_OF_ARENDEN: Final = ("tjänsteskrivelse", "motionssvar")
"""The documents of an ärende that a ledamot reads before the meeting, in that order."""
_LEFT_OUT: Final = "ej med"
"""Stands for the page of what is not in the bundle because it is secret."""
_LISTA: Final = omrostningslista.TYPE.name.capitalize()

Made = Callable[[str], bytes | None]
"""The PDF of a document of this run, by its name; None where it was not made."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle to be made: `name` is its file's, without ending; `head` what its contents page
    says in header and footer. `findings` are about what is not, or secretly is, among `pieces`;
    without pieces they say why there is no bundle."""

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
    for one in some(reading, made, secret=secret):
        if len(one.pieces) > 1 or (one.findings and not one.pieces):
            yield one


# -- before the meeting ---------------------------------------------------------------------


def _handlingar(reading: Reading, made: Made, *, secret: bool) -> Iterator[Bundle]:
    first = made(kallelse.TYPE.name)
    if first is None:
        return
    pieces = [document("Kallelse", kallelse.TYPE.name, first)]
    told: list[Finding] = []
    drafts = _drafts(reading)
    for index, arende in enumerate(reading.meeting.arenden):
        under = f"{arende.nr}. {_rubrik(arende)}"
        own = [
            document(title, name, made(name), under)
            for nr, title, name in drafts
            if nr == arende.nr
        ]
        wrong: list[Finding] = []
        own += _bilagor(reading, index, arende, under, f"till ärende {arende.nr}", wrong)
        shown, said = _open(own, wrong, index, arende, secret=secret)
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
        if not draft.unwritten
    ]


# -- after it -------------------------------------------------------------------------------


def _med_bilagor(reading: Reading, made: Made, *, secret: bool) -> Iterator[Bundle]:
    meeting = reading.meeting
    for name, part in ((protokoll.TYPE.name, meeting), *protokoll.apart(meeting)):
        first = made(name)
        if first is not None:
            yield _kept(reading, name, part, first, made, secret=secret)


def _kept(
    reading: Reading, name: str, part: Sammantrade, first: bytes, made: Made, *, secret: bool
) -> Bundle:
    """A protokoll without the §§ that are secret, and what belongs to the others."""
    meeting = reading.meeting
    bundle = f"{name}-med-bilagor"
    title = "Protokoll med bilagor"
    if part is not meeting:
        title += f" {format_paragraphs(part.paragrafer)}"
    index = {arende.nr: place for place, arende in enumerate(meeting.arenden)}
    hidden = {a.paragraf: a for a in part.arenden if a.sekretess and not secret}
    rubriker = {n: a.rubrik if a.dolj_rubriken else "" for n, a in hidden.items()}
    left = without(first, name, rubriker)
    stuck = [
        findings.SECRET_NOT_APART(
            f"ärenden[{index[hidden[number].nr]}].sekretess",
            value=f"{bundle}.pdf",
            nr=hidden[number].nr,
            protokoll=f"{name}.pdf",
        )
        for number in left.stuck
    ]
    if stuck:
        return _bundle(reading, part, MED_BILAGOR, bundle, title, [], stuck)
    pieces = [replace(document("Protokoll", name, first), pages=left.pages)]
    told: list[Finding] = []
    more = 0
    for arende in sorted(part.arenden, key=lambda a: a.paragraf or 0):
        place = index[arende.nr]
        paragraf = format_paragraphs([arende.paragraf]) if arende.paragraf else arende.nr
        under = f"{paragraf} {_rubrik(arende)}"
        wrong: list[Finding] = []
        some = _bilagor(reading, place, arende, under, f"till {paragraf}", wrong)
        some += _handed_in(reading, place, arende, under, f"till {paragraf}", wrong)
        more += len(some)
        path = f"ärenden[{place}].sekretess"
        if arende.paragraf in hidden:
            what = "Paragrafen och handlingarna" if some else "Paragrafen"
            some = [Piece(what, "", path, None, under, absent=_LEFT_OUT)]
            wrong = [findings.SECRET_PARAGRAPH_OUT(path, value=f"{bundle}.pdf", nr=arende.nr)]
        elif arende.sekretess:
            wrong.append(findings.SECRET_TAKEN_IN(path, value=f"{bundle}.pdf", nr=arende.nr))
        pieces += some
        told += wrong
    lista = made(omrostningslista.TYPE.name) if part is meeting else None
    if lista is not None:
        more += 1
        shown = document(_LISTA, omrostningslista.TYPE.name, lista)
        votes = [a for a, _ in omrostningslista.named(meeting) if a.paragraf in hidden]
        if votes:
            shown = replace(shown, content=None, absent=_LEFT_OUT)
            path = f"ärenden[{index[votes[0].nr]}].sekretess"
            told.append(findings.SECRET_VOTES_OUT(path, value=f"{bundle}.pdf", nr=votes[0].nr))
        pieces.append(shown)
    if left.empty or not more:
        pieces = []  # of a protokoll without a § left there is nothing to keep, and that is told
    if not more:
        told = []
    return _bundle(reading, part, MED_BILAGOR, bundle, title, pieces, told)


def _handed_in(
    reading: Reading, index: int, arende: Arende, under: str, whose: str, told: list[Finding]
) -> list[Piece]:
    """The files that Behandling names, a reservation or a yrkande in writing, numbered as the § has
    them."""
    rows = {h.fil: n for n, h in reversed(list(enumerate(arende.behandling)))}
    some = [
        (f"ärenden[{index}].behandling[{rows[bilaga.fil]}].fil", bilaga)
        for bilaga in arende.protokollsbilagor[len(arende.bilagor) :]
    ]
    return bilagor(reading, some, under, whose, told)


# -- both -----------------------------------------------------------------------------------


def _bilagor(
    reading: Reading, index: int, arende: Arende, under: str, whose: str, told: list[Finding]
) -> list[Piece]:
    """The bilagor of an ärende, with the numbers that the kallelse and the protokoll give them."""
    rows = [place for place, rad in enumerate(arende.innehall) if rad.del_ == BILAGA]
    paths = [f"ärenden[{index}].innehåll[{place}].fil" for place in rows]
    return bilagor(reading, zip(paths, arende.bilagor, strict=True), under, whose, told)


def bilagor(
    reading: Reading,
    some: Iterable[tuple[str, Bilaga]],
    under: str,
    whose: str,
    told: list[Finding],
) -> list[Piece]:
    """Bilagor with the paths of their files; `whose` is stamped on them after their number."""
    pieces = []
    for path, bilaga in some:
        called = f"Bilaga {bilaga.nummer}"
        # No file: it lies on paper, or the reader has told why it cannot be had.
        held = _content(reading, bilaga.fil, path, told) if bilaga.fil else None
        title = f"{called}. {bilaga.rubrik}" if bilaga.rubrik else called
        stamp = f"{called} {whose}".rstrip()
        pieces.append(Piece(title, bilaga.fil, path, held, under, stamp))
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
    *,
    secret: bool,
) -> tuple[list[Piece], list[Finding]]:
    """The pieces of an ärende, if they may be shown; of what is secret not even the titles.

    `wrong` is what there is to say of the pieces.
    """
    if not arende.sekretess or not pieces:
        return pieces, wrong
    path = f"ärenden[{index}].sekretess"
    name = f"{HANDLINGAR}.pdf"
    if secret:
        return pieces, [*wrong, findings.SECRET_TAKEN_IN(path, value=name, nr=arende.nr)]
    left = Piece("Handlingar med sekretess", "", path, None, pieces[0].under, absent=_LEFT_OUT)
    return [left], [findings.SECRET_LEFT_OUT(path, value=name, nr=arende.nr)]


def _rubrik(arende: Arende) -> str:
    return HIDDEN if arende.sekretess and arende.dolj_rubriken else arende.rubrik


def document(title: str, name: str, pdf: bytes | None, under: str = "") -> Piece:
    """A document of this run, by its name."""
    return Piece(title, f"{name}.pdf", at(f"{name}.pdf"), pdf, under)


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
