"""The register: the kommun's organ, people, recipients and style, as frozen values with look-ups.

People and organ match by register name or alias; Unicode form, case and repeated blanks are
ignored.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from gen.choices import BEHANDLINGSDELAR
from gen.frister import NedtagningConvention
from gen.names import fold
from gen.swedish.paragraphs import Tecken

FROZEN = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class Kommun(BaseModel):
    """The kommun itself; all are texts as they are printed."""

    model_config = FROZEN
    namn: str = ""
    genitiv: str = ""
    forvaltning: str = ""
    forvaltningsratt: str = ""
    adress: str = ""
    e_post: str = ""
    anslagstavla: str = ""
    ort: str = ""
    dnr_monster: str = ""
    mallmapp: str = ""
    motor: str = ""


class Stil(BaseModel):
    """How the kommun writes. The defaults are those of Lunds kommun."""

    model_config = FROZEN
    beslut_som: str = "att-satser"
    paragraftecken: Tecken = "§"
    numrering: str = "per år"
    ny_sida: bool = True
    anslag_tas_ned: NedtagningConvention = "första möjliga dag"
    signatur_i_sidfot: bool = False
    skickas_till: str = "Beslutet skickas till"
    delar: tuple[str, ...] = (
        "Beslut",
        "Sammanfattning",
        "Underlag = Underlag för beslut",
        *BEHANDLINGSDELAR,
        "Skickas till",
    )
    konsekvensrubriker: tuple[str, ...] = ()


class Organ(BaseModel):
    """A deciding or preparing body. `namn` is the definite form: Kommunstyrelsens arbetsutskott."""

    model_config = FROZEN
    kod: str
    namn: str
    obestamd: str = ""
    genitiv: str = ""
    slag: str = "nämnd"
    overordnat: str = ""
    antal_ledamoter: int | None = None
    plats: str = ""
    forvaringsplats: str = ""
    sekreterare: str = ""
    justeringssatt: str = ""
    kallas_senast: int | None = None
    staende_arenden: tuple[str, ...] = ()
    over_partigrans: bool | None = None


class Fortroendevald(BaseModel):
    """One mandate: a person in an organ. Dates are inclusive."""

    model_config = FROZEN
    namn: str
    parti: str = ""
    organ: str = ""
    uppdrag: str = ""
    turordning: int | None = None
    valkrets: str = ""
    fran_och_med: dt.date | None = None
    till_och_med: dt.date | None = None
    e_post: str = ""
    skrivs_aven: tuple[str, ...] = ()

    def holds(self, day: dt.date | None) -> bool:
        """Whether the mandate is valid on that day; any day when none is given."""
        started = day is None or self.fran_och_med is None or self.fran_och_med <= day
        ended = day is not None and self.till_och_med is not None and self.till_och_med < day
        return started and not ended

    @property
    def ledamot(self) -> bool:
        """Whether the mandate is a seat; an ersättare and an adjungerad have none."""
        words = self.uppdrag.casefold()
        seat = "ledamot" in words or "ordförande" in words
        return seat and "ersättare" not in words and "adjungerad" not in words


class Tjansteperson(BaseModel):
    """An official."""

    model_config = FROZEN
    namn: str
    titel: str = ""
    forvaltning: str = ""
    skriver_under: int | None = None
    narvarande_i: tuple[str, ...] = ()
    e_post: str = ""


class Mottagare(BaseModel):
    """Somebody that decisions are sent to; a group names its members in `ingar`."""

    model_config = FROZEN
    namn: str
    skrivs_aven: tuple[str, ...] = ()
    ingar: tuple[str, ...] = ()
    slag: str = ""
    skickas: str = ""
    e_post: str = ""
    adress: str = ""


class Regel(BaseModel):
    """A kind of finding at another level than the catalogue's, or silent, and why."""

    model_config = FROZEN
    kod: str = ""
    niva: str = ""
    skal: str = ""


class Register(BaseModel):
    """Everything that is the same from meeting to meeting."""

    model_config = FROZEN
    kommun: Kommun = Kommun()
    stil: Stil = Stil()
    organ: tuple[Organ, ...] = ()
    fortroendevalda: tuple[Fortroendevald, ...] = ()
    tjanstepersoner: tuple[Tjansteperson, ...] = ()
    mottagare: tuple[Mottagare, ...] = ()
    regler: tuple[Regel, ...] = ()

    @cached_property
    def _organ(self) -> dict[str, Organ]:
        return {fold(name): o for o in self.organ for name in (o.namn, o.kod)}

    def find_organ(self, name: str) -> Organ | None:
        """The organ with that name or code."""
        return self._organ.get(fold(name))

    def chain(self, organ: Organ, last: Organ) -> tuple[Organ, ...]:
        """From `organ` up through its superiors to `last`; just the two where no such way exists.

        Domain 2.3: an ärende goes from arbetsutskott to styrelse to fullmäktige.
        """
        links = [organ]
        while links[-1].kod != last.kod:
            above = self.find_organ(links[-1].overordnat) if links[-1].overordnat else None
            if above is None or above in links:
                return (organ, last)
            links.append(above)
        return tuple(links)

    def rises(self, organ: Organ, last: Organ) -> bool:
        """Whether the way up from `organ` comes to `last`."""
        above = self.find_organ(organ.overordnat) if organ.overordnat else None
        chain = self.chain(organ, last)
        return above is not None and len(chain) > 1 and chain[1] == above

    @cached_property
    def _people(self) -> dict[str, tuple[str, str]]:
        people = {fold(p.namn): (p.namn, "") for p in self.tjanstepersoner}
        for mandate in self.fortroendevalda:
            for name in (mandate.namn, *mandate.skrivs_aven):
                people[fold(name)] = (mandate.namn, mandate.parti)
        return people

    def find_person(self, name: str) -> tuple[str, str] | None:
        """(name, parti) as the register writes them; parti is empty for an official."""
        return self._people.get(fold(name))

    def mandate(self, name: str, organ: str, day: dt.date | None = None) -> Fortroendevald | None:
        """The person's mandate in the organ with that code, valid on that day if one is."""
        person = self.find_person(name)
        wanted = fold(person[0] if person else name)
        own = [m for m in self.fortroendevalda if fold(m.namn) == wanted and m.organ == organ]
        return next((m for m in own if m.holds(day)), own[0] if own else None)

    def mandates(self, organ: str, day: dt.date | None = None) -> tuple[Fortroendevald, ...]:
        """The mandates in the organ with that code that are valid on that day."""
        return tuple(m for m in self.fortroendevalda if m.organ == organ and m.holds(day))

    def ledamoter(self, organ: str, day: dt.date | None = None) -> tuple[Fortroendevald, ...]:
        """Those of the mandates that are seats; nothing where the register does not tell."""
        return tuple(m for m in self.mandates(organ, day) if m.ledamot)

    def title(self, name: str) -> str:
        """An official's title, empty for anybody else."""
        known = self.official(name)
        return known.titel if known else ""

    def official(self, name: str) -> Tjansteperson | None:
        """The official of that name."""
        wanted = fold(name)
        return next((p for p in self.tjanstepersoner if fold(p.namn) == wanted), None)

    def people(self) -> tuple[str, ...]:
        """All names, for the nearest match."""
        return tuple(dict.fromkeys(name for name, _ in self._people.values()))
