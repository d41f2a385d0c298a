"""What somebody has decided on a nämnd's behalf, as frozen values with the law they rest on.

An attribute is its column's field name in ASCII, as in `gen.model`.
"""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel

from gen.choices import BRADSKANDE, DELEGERING, VIDAREDELEGERING
from gen.model import Text
from gen.people import Namn
from gen.register import FROZEN, Register

FORTROENDEVALD, ANSTALLD = "6 kap. 37 § KL", "7 kap. 5 § KL"
_LAW = {BRADSKANDE: "6 kap. 39 § KL", VIDAREDELEGERING: "7 kap. 6 § KL"}


class Delegationsbeslut(BaseModel):
    """One row: a decision. `anmals`: it is reported to the nämnd; else it has a protokoll of its
    own (6 kap. 40 § and 7 kap. 8 § KL). `sekretess` is the lagrum."""

    model_config = FROZEN
    lopnr: str = ""
    datum: dt.date | None = None
    punkt: str = ""
    dnr: str = ""
    rubrik: str = ""
    beslut: Text = ()
    beskrivning: Text = ()
    delegat: Namn | None = None
    titel: str = ""
    slag: str = DELEGERING
    lagrum: str = ""
    anmals: bool = True
    sekretess: str = ""

    @property
    def nummer(self) -> str:
        """What it is called by: its number in the list, else its diarienummer."""
        return self.lopnr or self.dnr


class Delegation(BaseModel):
    """The decisions of a nämnd. `organ` is its code, `anmals_vid` the day of the meeting at which
    they are reported, `foregaende_sammantrade` that of the meeting before it."""

    model_config = FROZEN
    organ: str = ""
    delegationsordning: str = ""
    beslutad: dt.date | None = None
    anmals_vid: dt.date | None = None
    foregaende_sammantrade: dt.date | None = None
    diarienummer: str = ""
    beslut: tuple[Delegationsbeslut, ...] = ()


def law(slag: str, delegat: Namn | None, register: Register) -> str:
    """What kommunallagen lets the decision rest on, where the workbook does not say.

    A nämnd delegates to its utskott, ledamöter and ersättare by 6 kap. 37 §, to who is employed by
    7 kap. 5 §.
    """
    if slag in _LAW or delegat is None:
        return _LAW.get(slag, "")
    elected = delegat.parti or register.find_organ(delegat.namn)
    return FORTROENDEVALD if elected else ANSTALLD
