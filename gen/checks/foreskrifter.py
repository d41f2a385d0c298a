"""A föreskrift by itself: what it needs, how it is numbered, what it refers to, and its days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from gen import findings
from gen.checks import own_rule
from gen.choices import (
    ANTECKNING,
    BILAGA,
    BOKSTAVSLISTA,
    INLEDNING,
    KAPITEL,
    LISTOR,
    NUMRERAD_LISTA,
    OVERGANG,
    PARAGRAF,
    RUBRIK,
    TECKEN_EFTER,
)
from gen.findings import Finding
from gen.foreskrift import Bestammelse, Foreskrift
from gen.model import plain
from gen.names import fold
from gen.register import Register
from gen.swedish.lagrum import Hanvisning, Nummer, references
from gen.swedish.typography import NBSP
from gen.workbook import sheets
from gen.workbook.columns import Must
from gen.workbook.foreskrift import DOCUMENTS

_BEGINS = (KAPITEL, RUBRIK, PARAGRAF, OVERGANG, BILAGA)
"""What the text of the § above does not go on below."""
_NO_CHAPTER = (INLEDNING, OVERGANG, BILAGA)
"""Where `3 §` is not known to mean the § of some chapter."""

Row = tuple[str, Bestammelse]


def _rows(own: Foreskrift) -> list[Row]:
    """What is printed, each row with its path."""
    paths = ((f"bestämmelser[{n}]", rad) for n, rad in enumerate(own.bestammelser))
    return [(path, rad) for path, rad in paths if rad.del_ != ANTECKNING]


def _says(rad: Bestammelse) -> bool:
    return bool(plain(rad.text).strip() or rad.fil)


def _called(own: Foreskrift, rad: Bestammelse) -> str:
    """What a § or chapter is called in a message: `2 kap. 3 §`, with blanks that are found."""
    assert rad.nr is not None
    if rad.del_ == KAPITEL:
        return f"{rad.nr} kap.".replace(NBSP, " ")
    where = f"{rad.kapitel} kap. " if own.per_kapitel and rad.kapitel is not None else ""
    return (where + own.tecknad(rad.nr)).replace(NBSP, " ")


# -- the form -----------------------------------------------------------------------------


@own_rule(Foreskrift)
def the_form_is_filled_in(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """A decision has a day and a §; what is not decided yet has a day as a förslag."""
    half = (own.beslutad is None) != (not own.paragraf)
    # What it lacks as a förslag comes first: the decision is told only of one that can be made.
    unmade = own.beslutad is None and not (own.datum and own.titel and own.slag)
    for column in sheets.FORESKRIFT.columns:
        if column.must is Must.DOKUMENT and not getattr(own, column.attr):
            if unmade and not half and column.field in ("beslutad", "paragraf"):
                continue
            path = f"föreskrift.{column.field}"
            if half and column.field in ("beslutad", "paragraf"):
                other = {"beslutad": "paragraf", "paragraf": "beslutad"}[column.field]
                filled = sheets.FORESKRIFT.column(other).header
                yield findings.HALF_DECIDED(path, value=filled, lacks=column.header)
            else:
                yield findings.MISSING_VALUE(path, value=column.header, stoppar=DOCUMENTS)
    if own.beslutad is None and not own.paragraf and own.forslagets_datum is None:
        yield findings.PROPOSAL_WITHOUT_DAY("föreskrift.förslagets_datum")


@own_rule(Foreskrift)
def it_holds_from_its_decision(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """2 kap. 4 § KL."""
    day, first = own.beslutad, own.galler_fran
    if day is not None and first is not None and first < day:
        yield findings.IN_FORCE_BEFORE_DECISION("föreskrift.gäller_från", value=first, day=day)


@own_rule(Foreskrift)
def it_replaces_another(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """By the words of its title alone nobody knows which one that is."""
    for old in own.ersatter:
        if own.titel and fold(old) in (fold(own.titel), fold(own.dnr)):
            yield findings.REPLACES_ITSELF("föreskrift.ersätter", value=old)


@own_rule(Foreskrift)
def revisions_follow_the_decision(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """Each after the one before; what a row lacks is told first."""
    before = own.beslutad
    for number, row in enumerate(own.revideringar):
        path = f"revideringar[{number}]"
        for column in sheets.REVIDERINGAR.columns:
            if column.must is Must.DOKUMENT and not getattr(row, column.attr):
                at = f"{path}.{column.field}"
                yield findings.MISSING_VALUE(at, value=column.header, stoppar=DOCUMENTS)
        if row.datum is not None:
            if before is not None and row.datum <= before:
                at = f"{path}.datum"
                yield findings.REVISIONS_OUT_OF_ORDER(at, value=row.datum, other=before)
            before = max(before or row.datum, row.datum)


# -- the text -----------------------------------------------------------------------------


@own_rule(Foreskrift)
def it_lays_something_down(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """Headings alone are nothing."""
    if not any(_says(rad) for _, rad in _rows(own) if rad.del_ not in (KAPITEL, RUBRIK, BILAGA)):
        yield findings.NOTHING_LAID_DOWN("bestämmelser")


@own_rule(Foreskrift)
def every_paragraf_says_something(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """In its own row or in one below."""
    rows = _rows(own)
    for number, (path, rad) in enumerate(rows):
        if rad.del_ == PARAGRAF and not _says(rad) and not _goes_on(rows[number + 1 :]):
            value = _called(own, rad)
            yield findings.PARAGRAF_WITHOUT_TEXT(f"{path}.nr", value=value)


def _goes_on(below: Sequence[Row]) -> bool:
    return bool(below) and below[0][1].del_ not in _BEGINS


@own_rule(Foreskrift)
def headings_have_something_under_them(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """And a chapter has words of its own."""
    rows = _rows(own)
    ends: dict[str, tuple[str, ...]] = {
        KAPITEL: (KAPITEL, OVERGANG, BILAGA),
        RUBRIK: (KAPITEL, RUBRIK, OVERGANG, BILAGA),
    }
    for (path, rad), below in zip(rows, (*rows[1:], None)[: len(rows)], strict=True):
        if rad.del_ == KAPITEL and not _says(rad):
            yield findings.KAPITEL_WITHOUT_RUBRIK(f"{path}.text", value=_called(own, rad))
        if rad.del_ in ends and (below is None or below[1].del_ in ends[rad.del_]):
            value = _called(own, rad) if rad.del_ == KAPITEL else plain(rad.text).strip()
            yield findings.NOTHING_UNDER_HEADING(f"{path}.text", value=value)


@own_rule(Foreskrift)
def a_list_of_contents_has_contents(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """Chapters, or rubriker where there are none."""
    listed = any(rad.del_ in (KAPITEL, RUBRIK, OVERGANG) for _, rad in _rows(own))
    if own.innehallsforteckning and own.bestammelser and not listed:
        yield findings.NOTHING_TO_LIST("föreskrift.innehållsförteckning")


@own_rule(Foreskrift)
def a_list_has_several_points(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """A numbered list goes on after the lettered one that one of its points has."""
    groups = [(kind, list(some)) for kind, some in groupby(_rows(own), key=lambda row: row[1].del_)]
    kinds = ["", "", *(kind for kind, _ in groups), "", ""]
    inside = [BOKSTAVSLISTA, NUMRERAD_LISTA]
    for number, (kind, some) in enumerate(groups, 2):
        around = (kinds[number + 1 : number + 3], kinds[number - 2 : number][::-1])
        goes_on = kind == NUMRERAD_LISTA and inside in around
        if kind in LISTOR and len(some) == 1 and not goes_on:
            yield findings.LIST_OF_ONE(f"{some[0][0]}.text")


# -- the numbers --------------------------------------------------------------------------


@own_rule(Foreskrift)
def numbers_rise(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """The chapters', and the §§' in each chapter or all through. Below a chapter whose own number
    is taken nothing is told again."""
    seen: dict[str, list[Nummer]] = {KAPITEL: [], PARAGRAF: []}
    for path, rad in _rows(own):
        if rad.nr is None:
            continue
        before = seen[rad.del_]
        if rad.del_ == KAPITEL and own.per_kapitel:
            seen[PARAGRAF] = []
        if rad.nr in before:
            yield findings.DUPLICATE_NUMBER(f"{path}.nr", value=_called(own, rad))
        elif before and rad.nr < max(before) and rad.last:
            highest = rad.model_copy(update={"nr": max(before)})
            yield findings.NUMBER_OUT_OF_ORDER(
                f"{path}.nr", value=_called(own, rad), other=_called(own, highest)
            )
        before.append(rad.nr)


@own_rule(Foreskrift)
def references_lead_somewhere(own: Foreskrift, register: Register) -> Iterator[Finding]:
    """`3 §` is in the own chapter where the §§ are counted by chapter."""
    chapters = {rad.nr for _, rad in _rows(own) if rad.del_ == KAPITEL}
    held = {(rad.kapitel, rad.nr) for _, rad in _rows(own) if rad.del_ == PARAGRAF}
    numbers = {nr for _, nr in held}
    for path, rad in _rows(own):
        for found in references(plain(rad.text), sign_after=own.paragrafform == TECKEN_EFTER):
            at = f"{path}.text"
            missing = [nr for nr in found.kapitel if nr not in chapters]
            if missing:
                shown = f"{missing[0]} kap.".replace(NBSP, " ")
                yield findings.NO_SUCH_KAPITEL(at, value=found.text, missing=shown)
                continue
            kapitel = _chapter(own, rad, found)
            if own.per_kapitel and kapitel is None:
                continue
            for nr in found.paragrafer:
                if (kapitel, nr) not in held if kapitel is not None else nr not in numbers:
                    gone = Bestammelse(del_=PARAGRAF, nr=nr, kapitel=kapitel)
                    yield findings.NO_SUCH_PARAGRAF_HERE(
                        at, value=found.text, missing=_called(own, gone)
                    )
                    break


def _chapter(own: Foreskrift, rad: Bestammelse, found: Hanvisning) -> Nummer | None:
    """The chapter that a reference is to, None where the § may be in any or nobody knows."""
    if found.kapitel:
        return found.kapitel[0] if found.paragrafer else None
    return rad.kapitel if own.per_kapitel and rad.del_ not in _NO_CHAPTER else None
