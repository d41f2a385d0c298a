"""A meeting or an ärendefil in, the answers to motioner and medborgarförslag out.

One for each whose yrkanden are filled in, in place of the tjänsteskrivelse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from gen.beslut import Grupp, proposers
from gen.choices import FORSLAG, MOTIONENS_YRKANDEN, REMISSINSTANSER
from gen.documents import ARENDE, DocumentType, Draft
from gen.documents.beredning import drafts_of, is_motionssvar, part
from gen.documents.punkter import decision_blocks
from gen.jobs import JSON
from gen.model import Arende, Rad, plain
from gen.register import Register
from gen.swedish.lists import bare_point

if TYPE_CHECKING:
    from gen.workbook.read import Reading

SVAR: Mapping[str, re.Pattern[str]] = {
    "Delvis bifall": re.compile(r"^delvis bifall|\bbifall.*\bdelvis\b", re.I),
    "Bifall": re.compile(r"^bifall|\bbifalls\b", re.I),
    "Avslag": re.compile(r"^avslå\b|\bavslås\b", re.I),
    "Besvarad": re.compile(r"\bbesvara[dt]\b", re.I),
    "Avskrivning": re.compile(r"^avskriva\b|\bavskrivs\b", re.I),
}
"""What can become of a motion, and how a point of the förslag says so."""


def answer(arende: Arende) -> str:
    """What the förvaltning's förslag makes of the motion; nothing where it does not say."""
    points = (bare_point(plain(rad.text)) for rad in arende.rader(FORSLAG) if not rad.vem)
    told = (name for point in points for name, said in SVAR.items() if said.search(point))
    return next(told, "")


def drafts(reading: Reading) -> Iterable[Draft]:
    """One for each motion or medborgarförslag whose yrkanden are filled in."""
    return drafts_of(reading, TYPE.name, is_motionssvar, _facts)


def _facts(arende: Arende, register: Register) -> dict[str, JSON]:
    """`uppgifter`, the fixed facts, and `yrkanden`, the motion's own points, word for word."""
    who = proposers(arende)
    verb = "yrkar" if arende.typ == "Motion" else "föreslår"
    heading = MOTIONENS_YRKANDEN if arende.typ == "Motion" else "Det som föreslås"
    group = Grupp(f"{who} {verb}", tuple(rad.text for rad in arende.rader(MOTIONENS_YRKANDEN)))
    return {
        "uppgifter": list(_lines(arende, who)),
        "yrkanden": part(MOTIONENS_YRKANDEN, heading, decision_blocks(group, numbered=False)),
    }


def _lines(arende: Arende, who: str) -> Iterator[JSON]:
    facts = (
        ("Svar på", [arende.typ.lower()]),
        (who, [str(name) for name in arende.forslagsstallare]),
        ("Inkommen", [arende.inkom.isoformat()] if arende.inkom else []),
        (REMISSINSTANSER, [_asked(rad) for rad in arende.rader(REMISSINSTANSER)]),
        ("Förslag till svar", [svar] if (svar := answer(arende)) else []),
    )
    for label, values in facts:
        for number, value in enumerate(values):
            yield {"etikett": "" if number else label, "värde": value}


def _asked(rad: Rad) -> str:
    """`Socialnämnden, yttrande 2023-01-10 (tillstyrker motionen)`."""
    who, remark = rad.vem or plain(rad.text), plain(rad.text) if rad.vem else ""
    day = f", yttrande {rad.datum.isoformat()}" if rad.datum else ""
    return f"{who}{day}" + (f" ({remark})" if remark else "")


TYPE = DocumentType(
    name="motionssvar",
    template="motionssvar",
    drafts=drafts,
    told="Gör svaren på motioner och medborgarförslag, som Word och PDF.",
    lacks="Ingen motion och inget medborgarförslag har både dagen för tjänsteskrivelsen och delen "
    "Motionens yrkanden.",
    reads=ARENDE,
    one_by_one=True,
    required=("ärende.rubrik", "uppgifter[].värde", "yrkanden[].innehåll", "delar[].innehåll"),
)
