"""The register by itself: what meetings will need of it, and names that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gen import findings
from gen.checks import own_rule
from gen.checks.mottagare import known_recipients
from gen.findings import Finding
from gen.names import fold, nearest
from gen.register import Fortroendevald, Register


@own_rule(Register)
def every_organ_can_meet(own: Register, register: Register) -> Iterator[Finding]:
    """8 kap. 12 § KL: the anslag says where the protokoll is. An organ without ledamöter only gets
    what others decide."""
    seated = {mandate.organ for mandate in own.fortroendevalda}
    for i, organ in enumerate(own.organ):
        path = f"register.organ[{i}]"
        if organ.kod not in seated:
            yield findings.NO_MEMBERS(f"{path}.namn", value=organ.namn)
        elif not organ.forvaringsplats:
            yield findings.NO_STORAGE(f"{path}.förvaringsplats", value=organ.namn)


@own_rule(Register)
def organs_that_are_named_exist(own: Register, register: Register) -> Iterator[Finding]:
    """Överordnat organ, and the organ of every mandate."""
    names = [name for organ in own.organ for name in (organ.kod, organ.namn)]
    named = [
        *((f"register.organ[{i}].överordnat", o.overordnat) for i, o in enumerate(own.organ)),
        *(
            (f"register.förtroendevalda[{i}].organ", mandate.organ)
            for i, mandate in enumerate(own.fortroendevalda)
        ),
    ]
    for path, name in named:
        if name and own.find_organ(name) is None:
            yield findings.unknown(findings.UNKNOWN_ORGAN, path, name, names)


@own_rule(Register)
def nobody_stands_twice(own: Register, register: Register) -> Iterator[Finding]:
    """A mandate may follow another of the same person, but not hold on the same day."""
    held: dict[tuple[str, str], list[Fortroendevald]] = {}
    for i, mandate in enumerate(own.fortroendevalda):
        others = held.setdefault((fold(mandate.namn), mandate.organ), [])
        if any(_overlap(mandate, other) for other in others):
            path = f"register.förtroendevalda[{i}].namn"
            yield findings.DOUBLE_IN_REGISTER(path, value=mandate.namn, sheet="Förtroendevalda")
        others.append(mandate)
    yield from _twice("organ", "kod", "Organ", [o.kod for o in own.organ])
    officials = [person.namn for person in own.tjanstepersoner]
    yield from _twice("tjänstepersoner", "namn", "Tjänstepersoner", officials)
    yield from _twice("mottagare", "namn", "Mottagare", [m.namn for m in own.mottagare])


def _twice(field: str, column: str, sheet: str, names: Iterable[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for i, name in enumerate(names):
        if fold(name) in seen:
            path = f"register.{field}[{i}].{column}"
            yield findings.DOUBLE_IN_REGISTER(path, value=name, sheet=sheet)
        seen.add(fold(name))


def _overlap(one: Fortroendevald, other: Fortroendevald) -> bool:
    """Whether there is a day on which both hold: the later beginning is such a day, or none is."""
    begins = [day for day in (one.fran_och_med, other.fran_och_med) if day is not None]
    if begins:
        return one.holds(max(begins)) and other.holds(max(begins))
    return True  # both have always held


@own_rule(Register)
def the_members_of_a_group_are_known(own: Register, register: Register) -> Iterator[Finding]:
    """A group is printed as its members."""
    known = known_recipients(own)
    for i, mottagare in enumerate(own.mottagare):
        for member in mottagare.ingar:
            if fold(member) not in known:
                path = f"register.mottagare[{i}].ingår"
                near = nearest(member, known.values())
                yield findings.UNKNOWN_MEMBER(
                    path, value=member, group=mottagare.namn, suggestion=near
                )
