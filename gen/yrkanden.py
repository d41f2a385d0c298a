"""An ärende in, what stands to be put there out: what was moved, and what a proposition settles.

5 kap. 67 § KL: the protokoll tells which yrkanden were made and not withdrawn, and in which order
the chair put them.
"""

from __future__ import annotations

from collections import Counter

from gen.choices import ATERTAGET, AVSLAG, BESLUTET, BIFALL, PROPOSITION, TILLAGG, YRKANDE
from gen.model import Arende, Handelse


def kvarstaende(arende: Arende) -> tuple[Handelse, ...]:
    """The yrkanden that are not withdrawn."""
    return tuple(row for row in arende.handelser(YRKANDE) if row.utfall != ATERTAGET)


def galler(arende: Arende) -> Counter[str]:
    """How many of them there are of each kind; nothing where only their words tell it."""
    return Counter(row.galler for row in kvarstaende(arende))


def avgor(proposition: Handelse, arende: Arende) -> str:
    """What a Proposition with Bifall or Avslag but no Text settles: Beslutet or Tillägg.

    A tilläggsyrkande is put by itself, when förslaget has been settled.
    """
    settling = [
        row
        for row in arende.handelser(PROPOSITION)
        if row.utfall in (BIFALL, AVSLAG) and not row.text
    ]
    first = not settling or settling[0] is proposition
    return TILLAGG if not first and galler(arende)[TILLAGG] else BESLUTET
