"""An ärende in, the first of the instances that handle it out.

Its tjänsteskrivelse is one paper, the same in every instance: it is written to the first of them.
"""

from __future__ import annotations

import re

from gen.model import Arende
from gen.register import Organ, Register

_LETTERS = re.compile(r"[^\W\d_]+")


def namnd(arende: Arende, register: Register) -> Organ | None:
    """Whose ärende it is: the nämnd whose code the dnr begins with (`KS 2022/0086`), where its
    way leads to the last instance; else the last instance itself. What fullmäktige decides is
    prepared by the styrelse (5 kap. 26 § KL)."""
    last = register.find_organ(arende.beslutas_av)
    letters = _LETTERS.match(arende.dnr)
    diary = register.find_organ(letters[0]) if letters else None
    if diary is not None and last is not None and diary != last and not register.rises(diary, last):
        diary = None
    own = diary or last
    if own is not None and own.slag != "KF":
        return own
    return next((organ for organ in register.organ if organ.slag == "KS"), own)


def forsta(arende: Arende, register: Register, meeting: Organ | None) -> Organ | None:
    """Where it is handled first: what is typed, else the first utskott of the register below its
    nämnd, else the nämnd. A meeting that is on no such way is itself the first that is known."""
    typed = register.find_organ(arende.behandlas_forst_av)
    if typed is not None:
        return typed
    own = namnd(arende, register)
    if own is None:
        return meeting
    below = (
        organ
        for organ in register.organ
        if organ.slag == "utskott" and register.find_organ(organ.overordnat) == own
    )
    first = next(below, own)
    last = register.find_organ(arende.beslutas_av) or own
    if meeting is None or meeting in register.chain(first, last):
        return first
    return meeting
