"""What a föreskrift is – a reglemente, an arbetsordning, a taxa – as frozen values.

An attribute is its column's field name in ASCII, as in `gen.model`. Here too is how its chapters
and §§ are numbered, which nobody types but where a number is to stay.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from gen.choices import BILAGA, KAPITEL, PARAGRAF, PER_KAPITEL, TECKEN_EFTER
from gen.model import Bilaga, Text, plain
from gen.register import FROZEN
from gen.swedish.lagrum import Nummer
from gen.swedish.typography import NBSP


class Bestammelse(BaseModel):
    """One row: a chapter, a rubrik, a §, a stycke, a point. `nr` is that of a chapter or a §,
    `last` that somebody has typed it; `kapitel` the number of the chapter that the row is in."""

    model_config = FROZEN
    del_: str
    nr: Nummer | None = None
    last: bool = False
    kapitel: Nummer | None = None
    text: Text = ()
    fil: str = ""


class Revidering(BaseModel):
    """One row: a decision by which it was changed. `organ` is a code, `avser` what was changed."""

    model_config = FROZEN
    organ: str = ""
    datum: dt.date | None = None
    paragraf: str = ""
    avser: str = ""


class Foreskrift(BaseModel):
    """A föreskrift. `beslutad_av` is a code; `forslagets_datum` counts until it is decided."""

    model_config = FROZEN
    slag: str = ""
    titel: str = ""
    dnr: str = ""
    stod: str = ""
    beslutad_av: str = ""
    beslutad: dt.date | None = None
    paragraf: str = ""
    forslagets_datum: dt.date | None = None
    galler_fran: dt.date | None = None
    ersatter: tuple[str, ...] = ()
    dokumentansvarig: str = ""
    forfattningsnummer: str = ""
    numrering: str = PER_KAPITEL
    paragrafform: str = TECKEN_EFTER
    innehallsforteckning: bool = False
    bestammelser: tuple[Bestammelse, ...] = ()
    revideringar: tuple[Revidering, ...] = ()

    @property
    def per_kapitel(self) -> bool:
        """Whether the §§ begin again at 1 in each chapter."""
        return self.numrering == PER_KAPITEL and any(r.del_ == KAPITEL for r in self.bestammelser)

    @property
    def datum(self) -> dt.date | None:
        """The day of what stands in it now: of the last decision, or of the förslag."""
        decided = [day for r in self.revideringar if (day := r.datum) is not None]
        return max([self.beslutad, *decided]) if self.beslutad else self.forslagets_datum

    @property
    def bilagor(self) -> tuple[Bilaga, ...]:
        """Its bilagor, numbered from one."""
        rows = (rad for rad in self.bestammelser if rad.del_ == BILAGA)
        return tuple(
            Bilaga(nummer=number, text=plain(rad.text).strip(), fil=rad.fil)
            for number, rad in enumerate(rows, 1)
        )

    def tecknad(self, *numbers: Nummer) -> str:
        """`1 §`, or `1–3 §§` for a first and a last; `§ 1` where that is the form."""
        shown = "–".join(map(str, dict.fromkeys(numbers)))
        sign = "§" if len(set(numbers)) == 1 else "§§"
        after = self.paragrafform == TECKEN_EFTER
        return f"{shown}{NBSP}{sign}" if after else f"{sign}{NBSP}{shown}"


def numbered(rows: Iterable[Bestammelse], *, per_kapitel: bool) -> Iterator[Bestammelse]:
    """The rows with their numbers: a typed one stands, any other is the one after that before it.

    The chapters run on; so do the §§, unless they begin again in each chapter.
    """
    kapitel: Nummer | None = None
    last = {KAPITEL: Nummer(0), PARAGRAF: Nummer(0)}
    for rad in rows:
        if rad.del_ in last:
            nr = rad.nr if rad.last and rad.nr is not None else last[rad.del_].following
            last[rad.del_] = nr
            if rad.del_ == KAPITEL:
                kapitel = nr
                last[PARAGRAF] = Nummer(0) if per_kapitel else last[PARAGRAF]
            rad = rad.model_copy(update={"nr": nr})
        yield rad.model_copy(update={"kapitel": kapitel})
