"""An omröstning as values: who voted how, what the sides mean, and what came of it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel

from gen.people import Namn
from gen.register import FROZEN


class Grund(StrEnum):
    """What settled an omröstning; `OAVGJORD`: nothing that the workbook tells."""

    MAJORITET = "majoritet"
    UTSLAGSROST = "utslagsröst"
    LOTTNING = "lottning"
    MINORITET = "minoritet"
    OAVGJORD = "oavgjord"


class Roster(BaseModel):
    """The votes of one side: how many, and whose where that is told (all of them, or none)."""

    model_config = FROZEN
    antal: int = 0
    namn: tuple[Namn, ...] = ()

    @property
    def named(self) -> bool:
        """Whether it is known who they are."""
        return len(self.namn) == self.antal


class Omrostning(BaseModel):
    """One omröstning: what its sides mean, who voted how, and what came of it.

    `nummer` counts within the ärende. `fraga` and `begars_av`: the återremiss or bordläggning
    that one side (Ja, Nej) asks for. A side that could not be read is None. `deltar_inte` are
    those who serve but take no part. `utfall` (Ja, Nej, Återremiss, Bordläggning), `grund` and
    `skal`, its reason in words, are computed.
    """

    model_config = FROZEN
    nummer: int
    sluten: bool = False
    fraga: str = ""
    begars_av: str = ""
    ja_betyder: str = ""
    nej_betyder: str = ""
    ja: Roster | None = Roster()
    nej: Roster | None = Roster()
    avstar: Roster | None = Roster()
    franvarande: Roster | None = Roster()
    deltar_inte: tuple[Namn, ...] = ()
    utfall: str = ""
    grund: Grund = Grund.OAVGJORD
    skal: str = ""

    @property
    def sides(self) -> tuple[Roster, ...]:
        """Ja, Nej, Avstår, Frånvarande; nothing when one of them could not be read."""
        some = (self.ja, self.nej, self.avstar, self.franvarande)
        read = tuple(side for side in some if side is not None)
        return read if len(read) == len(some) else ()

    @property
    def rostande(self) -> tuple[Namn, ...]:
        """Those who are known to have voted or abstained."""
        return tuple(name for side in self.sides[:3] for name in side.namn)
