"""Who is named, and who is in the room: frozen values of a meeting's people."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel

from gen.register import FROZEN
from gen.swedish.phrases import name_text


class Namn(BaseModel):
    """A person as printed: `Mia Honeth (L)`; `parti` is empty for an official or a guest."""

    model_config = FROZEN
    namn: str
    parti: str = ""

    def __str__(self) -> str:
        return name_text(self.namn, self.parti)

    # Names are keys; pydantic's own comparison takes ten times as long.
    def __hash__(self) -> int:
        return hash(self.namn)  # two of one name and different partier are rare

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Namn):
            return NotImplemented
        return self.namn == other.namn and self.parti == other.parti


class Roll(StrEnum):
    """In which capacity somebody is in the room."""

    LEDAMOT = "ledamot"
    ERSATTARE = "ersättare"
    OVRIG = "övrig"


class Narvaro(BaseModel):
    """One row of Närvaro. `paragrafer` None means all; `narvarar` is Ja, Distans or Nej."""

    model_config = FROZEN
    namn: Namn
    uppdrag: str = ""
    narvarar: str = ""
    tjanstgor_for: Namn | None = None
    vakant: bool = False
    tjanstgor: bool | None = None
    paragrafer: tuple[int, ...] | None = None
    in_kl: dt.time | None = None
    ut_kl: dt.time | None = None
    visas_som: str = ""
    intern_anteckning: str = ""

    @property
    def roll(self) -> Roll:
        """Told by the words of the uppdrag: an adjungerad is neither ledamot nor ersättare."""
        words = self.uppdrag.casefold()
        if "adjungerad" in words or not self.namn.parti:
            return Roll.OVRIG
        if "ersättare" in words:
            return Roll.ERSATTARE
        return Roll.LEDAMOT if "ledamot" in words or "ordförande" in words else Roll.OVRIG

    @property
    def present(self) -> bool:
        """In the room or on the line."""
        return self.narvarar in ("Ja", "Distans")

    @property
    def serves(self) -> bool:
        """Takes part in deciding."""
        return self.present and bool(self.tjanstgor)
