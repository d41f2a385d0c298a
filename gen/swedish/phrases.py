"""The fixed phrases of the field, from plain names, dates and numbers to text.

Takes strings and dates, never the model; gives computed text with its hard blanks in
place. What comes from a person (a rubrik, a place, a role) stands in it as written.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gen.swedish.dates import iso_text, weekday_text
from gen.swedish.times import time_text
from gen.swedish.typography import NBSP, gemen, plain, versal

# --- names of people -----------------------------------------------------------------------

_PARTI = re.compile(r"(.*\S)\s+\(([^()]*)\)")


def name_text(namn: str, parti: str = "") -> str:
    """`Mia Honeth (L)`; without parti the name alone."""
    return f"{namn}{NBSP}({parti})" if parti else namn


def parse_name(text: str) -> tuple[str, str]:
    """Name and parti of `Mia Honeth (L)`; parti is empty where none stands."""
    m = _PARTI.fullmatch(plain(text))
    return (m[1], m[2].strip()) if m else (plain(text), "")


# --- forms of a name -----------------------------------------------------------------------

# The head nouns of organ names, definite → indefinite. Longer endings go first where one
# ends another.
_HEADS = {
    "styrelserna": "styrelser",
    "styrelsen": "styrelse",
    "nämnderna": "nämnder",
    "nämnden": "nämnd",
    "fullmäktige": "fullmäktige",
    "utskottet": "utskott",
    "beredningen": "beredning",
    "direktionen": "direktion",
    "delegationen": "delegation",
    "presidiet": "presidium",
    "revisorerna": "revisorer",
    "revisionen": "revision",
    "kommittén": "kommitté",
    "området": "område",
    "rådet": "råd",
    "gruppen": "grupp",
    "förvaltningen": "förvaltning",
    "kontoret": "kontor",
    "kansliet": "kansli",
    "förbundet": "förbund",
    "kommunen": "kommun",
}
_STEMS = re.compile("|".join(sorted({*_HEADS.values(), "presidi", "revisor"})), re.I)
_HEAD_NOUN = re.compile(rf"\w*(?:{'|'.join([*_HEADS, *_HEADS.values()])})s?", re.I)
_PREPOSITIONS = frozenset({"av", "efter", "enligt", "från", "för", "i", "med", "mot", "om", "till"})
_INITIALS = re.compile(r"[A-ZÅÄÖ\d]+")


def genitiv(name: str) -> str:
    """`Kommunstyrelsens`, `Lunds`, `KF:s`; s, x and z take nothing (`KS`, `Max`).

    A parti stays behind the name (`Mia Honeths (L)`). Of a phrase the last word takes the
    s (`nämnden för funktionsstöds`, group genitive, as Språkrådet has it); a kommun that
    writes `nämndens för funktionsstöd` says so in the register.
    """
    if m := re.fullmatch(r"(.*\S)(\s+\([^()]*\))", name):
        return genitiv(m[1]) + m[2]
    if not name or name[-1].casefold() in "sxz":
        return name
    last = re.split(r"[\s-]", name)[-1]
    spelled_out = last[-1:].isalpha() and not _INITIALS.fullmatch(last)
    return f"{name}s" if spelled_out else f"{name}:s"


def obestamd(name: str) -> str:
    """The form after a genitive: `socialnämnd`, `tekniska nämnd`, `nämnd för funktionsstöd`.

    A name without a definite head noun (`kommunstyrelsens arbetsutskott`, `VA SYD`) stays.
    """
    return _head_turned(name, _HEADS)


def bestamd(name: str) -> str:
    """The definite form: `socialnämnden`, `barn- och utbildningsnämnden`, `presidiet`.

    After a genitive the head noun is indefinite and stays: `kommunstyrelsens arbetsutskott`.
    """
    words = name.split(" ")
    if any(word.endswith("s") for word in words[:-1]):
        return name
    return _head_turned(name, {indefinite: definite for definite, indefinite in _HEADS.items()})


def lopande(name: str) -> str:
    """An organ's name as it stands within a sentence: `kommunstyrelsens arbetsutskott`.

    The capital stays on initials (`VA SYD`) and on a proper name in genitive or before
    its kommun, stad or region (`Göteborgs Stads utbildningsnämnd`).
    """
    first, _, rest = name.partition(" ")
    proper = (
        sum(letter.isupper() for letter in first) > 1
        or first == "Region"
        or (first.endswith("s") and not _STEMS.search(first))
        or re.match(r"(kommun|stad|region)s?\b", rest, re.I)
    )
    return name if proper else gemen(name)


def inne_i_mening(text: str) -> str:
    """A text that may begin with an organ's name, as it stands within a sentence.

    `Tekniska nämndens förslag` → `tekniska nämndens förslag`; another beginning stays as it is
    (`Bergs förslag till nämnden`).
    """
    for place, word in enumerate(text.split()[:5]):
        if _HEAD_NOUN.fullmatch(word):
            return lopande(text) if not place or word.endswith("s") else text
        # A genitive, a preposition or a second name: what begins so is called by something else.
        if word.endswith("s") or word in _PREPOSITIONS or (place and not word[0].islower()):
            break
    return text


def _head_turned(name: str, forms: dict[str, str]) -> str:
    """`name` with its first word that ends in a key of `forms` given the form there."""
    words = name.split(" ")
    for i, word in enumerate(words):
        for ending, form in forms.items():
            if word.casefold().endswith(ending):
                turned = word[: len(word) - len(ending)] + form
                words[i] = versal(turned) if word[0].isupper() else turned
                return " ".join(words)
    return name


# --- the decision on its way ---------------------------------------------------------------


def beslutskedja(organ: Sequence[str]) -> str:
    """The lead-in of a beslut that the first of `organ` makes and the last decides.

    One: `Kommunfullmäktige beslutar`. Two: `Kommunstyrelsen föreslår att kommunfullmäktige
    beslutar`. From three on each further organ adds `att föreslå … besluta`.
    """
    first, *rest = [lopande(name) for name in organ]
    if not rest:
        return f"{versal(first)} beslutar"
    further = "".join(f" att föreslå {name} besluta" for name in rest[1:])
    return f"{versal(first)} föreslår att {rest[0]} beslutar{further}"


# --- the cover -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Narvarande:
    """One row of the attendance list; `tjanstgor_for`, `paragrafer`, `klockan` are ready text."""

    namn: str
    parti: str = ""
    uppdrag: str = ""
    tjanstgor_for: str = ""
    paragrafer: str = ""
    klockan: str = ""
    distans: bool = False
    ahorare: bool = False


def narvaro_text(person: Narvarande) -> str:
    """`Rasmus Törnblom (M), vice ordförande, deltar digitalt som åhörare, ej tjänstgörande`."""
    return ", ".join(part for part in _narvaro_parts(person) if part)


def _narvaro_parts(person: Narvarande) -> Iterator[str]:
    yield name_text(person.namn, person.parti)
    yield person.uppdrag
    yield person.tjanstgor_for and f"tjänstgör för {person.tjanstgor_for}"
    yield person.paragrafer
    yield person.klockan
    if person.distans and person.ahorare:
        yield "deltar digitalt som åhörare"
    else:
        yield "deltar digitalt" if person.distans else ""
        yield "åhörare" if person.ahorare else ""
    yield "ej tjänstgörande" if person.ahorare else ""


def klockan_text(start: dt.time | None, end: dt.time | None) -> str:
    """When somebody was there: `kl. 13.10–13.20`, `från kl. 13.10`, `till kl. 13.20` or nothing."""
    if start and end:
        return f"kl.{NBSP}{time_text(start, end)}"
    if start:
        return f"från kl.{NBSP}{time_text(start)}"
    return f"till kl.{NBSP}{time_text(end)}" if end else ""


def tid_och_plats_text(
    day: dt.date,
    last: dt.date | None = None,
    start: dt.time | None = None,
    end: dt.time | None = None,
    plats: str = "",
) -> str:
    """`2023-03-06 klockan 13.00–13.33, Sessionssalen, Stadshuset`, as far as it is known."""
    when = iso_text(day, last)
    if start:
        when += f" klockan{NBSP}{time_text(start, end)}"
    return f"{when}, {plats}" if plats else when


def justering_text(day: dt.date, klockan: dt.time | None = None, plats: str = "") -> str:
    """`Digital justering tisdagen den 7 mars 2023, klockan 08.30`; with a place, that place."""
    where = f"{plats}, " if plats else "Digital justering "
    when = f", klockan{NBSP}{time_text(klockan)}" if klockan else ""
    return f"{where}{weekday_text(day)}{when}"


# --- underlag ------------------------------------------------------------------------------


def tjansteskrivelse_text(forvaltning_genitiv: str, day: dt.date, rubrik: str) -> str:
    """`Kommunkontorets tjänsteskrivelse 2023-02-14 Motion från …`."""
    whose = f"{forvaltning_genitiv} tjänsteskrivelse" if forvaltning_genitiv else "Tjänsteskrivelse"
    return f"{whose} {iso_text(day)} {rubrik}"


def inkommen_text(rubrik: str, day: dt.date) -> str:
    """`Motion från …, inkommen 2022-12-08`."""
    return f"{rubrik}, inkommen {iso_text(day)}"
