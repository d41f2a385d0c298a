"""What a skrivelse is – a motion, a reservation, a särskilt yttrande, a missiv – as frozen values.

An attribute is its column's field name in ASCII, as in `gen.model`.
"""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel

from gen.choices import BILAGA
from gen.model import Bilaga, Text, plain
from gen.people import Namn
from gen.register import FROZEN


class Stycke(BaseModel):
    """One row of the sheet Text: a paragraph, a point, a sub-heading or a bilaga."""

    model_config = FROZEN
    del_: str
    text: Text = ()
    fil: str = ""


class Skrivelse(BaseModel):
    """A skrivelse. `organ` is a code: whom it is put to, and of a missiv who sends it.

    `arende` is a number of the föredragningslista or a § (`§ 50`), as typed; `parti` is as it
    stands in the text (FörNyaLund). `mottagare`, `svar_senast` and `svar_till` are a missiv's.
    """

    model_config = FROZEN
    slag: str = ""
    rubrik: str = ""
    dnr: str = ""
    organ: str = ""
    datum: dt.date | None = None
    parti: str = ""
    undertecknare: tuple[Namn, ...] = ()
    sammantradesdatum: dt.date | None = None
    arende: str = ""
    mottagare: tuple[str, ...] = ()
    svar_senast: dt.date | None = None
    svar_till: str = ""
    text: tuple[Stycke, ...] = ()

    def rader(self, *delar: str) -> tuple[Stycke, ...]:
        """The rows of those parts, in the order in which they stand."""
        return tuple(rad for rad in self.text if rad.del_ in delar)

    @property
    def bilagor(self) -> tuple[Bilaga, ...]:
        """Its bilagor, numbered from one."""
        return tuple(
            Bilaga(nummer=number, text=plain(rad.text).strip(), fil=rad.fil)
            for number, rad in enumerate(self.rader(BILAGA), 1)
        )
