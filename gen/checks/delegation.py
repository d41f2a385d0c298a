"""Delegationsbeslut: who may decide, by what right, and when the nämnd is told."""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings
from gen.checks import own_rule
from gen.choices import BRADSKANDE
from gen.delegation import Delegation, Delegationsbeslut
from gen.findings import Finding
from gen.names import fold, nearest
from gen.register import Register
from gen.workbook import sheets
from gen.workbook.columns import Must
from gen.workbook.delegation import DOCUMENTS, LISTA


def _all(own: Delegation) -> Iterator[tuple[str, Delegationsbeslut]]:
    for number, beslut in enumerate(own.beslut):
        yield f"delegationsbeslut[{number}]", beslut


@own_rule(Delegation)
def the_sheets_are_filled_in(own: Delegation, register: Register) -> Iterator[Finding]:
    """What the beslut and the list need; the list alone needs a meeting to be reported at."""
    for column in sheets.DELEGATION.columns:
        if column.must is Must.DOKUMENT and not getattr(own, column.attr):
            path = f"delegation.{column.field}"
            yield findings.MISSING_VALUE(path, value=column.header, stoppar=DOCUMENTS)
    if own.anmals_vid is None:
        column = sheets.DELEGATION.column("anmäls_vid")
        path = f"delegation.{column.field}"
        yield findings.MISSING_VALUE(path, value=column.header, stoppar=frozenset({LISTA}))
    for path, beslut in _all(own):
        for column in sheets.DELEGATIONSBESLUT.columns:
            if column.must is Must.DOKUMENT and not getattr(beslut, column.attr):
                yield findings.MISSING_VALUE(
                    f"{path}.{column.field}", value=column.header, stoppar=DOCUMENTS
                )
        if not beslut.nummer:
            yield findings.MISSING_VALUE(f"{path}.löpnr", value="Löpnr", stoppar=DOCUMENTS)


@own_rule(Delegation)
def numbers_are_given_once(own: Delegation, register: Register) -> Iterator[Finding]:
    """A dnr may stand on several decisions of one ärende, where their own numbers part them."""
    seen: dict[str, int] = {}
    for number, (path, beslut) in enumerate(_all(own), 1):
        if not beslut.nummer:
            continue
        other = seen.setdefault(fold(beslut.nummer), number)
        if other != number:
            header, field = ("Löpnr", "löpnr") if beslut.lopnr else ("Dnr", "dnr")
            yield findings.DUPLICATE_BESLUT(
                f"{path}.{field}", value=beslut.nummer, header=header, other=other
            )


@own_rule(Delegation)
def the_delegat_is_known(own: Delegation, register: Register) -> Iterator[Finding]:
    """A person of the register, or one of the kommun's organ: an utskott decides too."""
    for path, beslut in _all(own):
        who = beslut.delegat
        if who is None or register.find_person(who.namn) or register.find_organ(who.namn):
            continue
        near = nearest(who.namn, register.people())
        yield findings.UNKNOWN_DELEGAT(f"{path}.delegat", value=who, suggestion=near)


@own_rule(Delegation)
def urgent_decisions_are_a_ledamots_and_reported_at_once(
    own: Delegation, register: Register
) -> Iterator[Finding]:
    """6 kap. 39 § and 40 § andra stycket KL."""
    for path, beslut in _all(own):
        if beslut.slag != BRADSKANDE:
            continue
        who, before = beslut.delegat, own.foregaende_sammantrade
        if not beslut.anmals:
            yield findings.BRADSKANDE_NOT_REPORTED(f"{path}.anmäls", value=beslut.nummer)
        elif beslut.datum is not None and before is not None and beslut.datum < before:
            yield findings.BRADSKANDE_LATE(
                f"{path}.datum", value=beslut.datum, nr=beslut.nummer, meeting=before
            )
        known = register.find_person(who.namn) if who is not None else None
        if known is not None and not known[1]:
            yield findings.BRADSKANDE_BY_OFFICIAL(f"{path}.delegat", value=known[0])


@own_rule(Delegation)
def what_is_reported_had_been_decided(own: Delegation, register: Register) -> Iterator[Finding]:
    """The list of a meeting holds no later decision."""
    meeting = own.anmals_vid
    for path, beslut in _all(own):
        late = meeting is not None and beslut.datum is not None and beslut.datum > meeting
        if late and beslut.anmals:
            yield findings.BESLUT_AFTER_MEETING(
                f"{path}.datum", value=beslut.datum, nr=beslut.nummer, meeting=meeting
            )


@own_rule(Delegation)
def the_right_to_decide_is_shown(own: Delegation, register: Register) -> Iterator[Finding]:
    """The point of the delegationsordning; an urgent decision rests on the law's own words."""
    for path, beslut in _all(own):
        if beslut.slag != BRADSKANDE and not beslut.punkt:
            yield findings.NO_PUNKT(f"{path}.punkt", value=beslut.nummer)


@own_rule(Delegation)
def what_is_not_reported_has_a_protokoll(own: Delegation, register: Register) -> Iterator[Finding]:
    """6 kap. 40 § and 7 kap. 8 § KL: else nobody could appeal it."""
    for path, beslut in _all(own):
        if not beslut.anmals and beslut.slag != BRADSKANDE:
            yield findings.NOT_REPORTED(f"{path}.anmäls", value=beslut.nummer)
