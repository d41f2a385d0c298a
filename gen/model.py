"""What a meeting is: frozen values, with nothing of spreadsheets, Word or PDF in them.

An attribute is its column's field name in ASCII (`workbook/sheets.py`). A value that is not
there is `None` or empty; `complete` fills in what can be computed. The full set of paragraphs
(`Paragrafer`) is a sorted tuple of numbers.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel

from gen.register import FROZEN
from gen.swedish.phrases import name_text


class Stage(StrEnum):
    """How far a protokoll has come, read from the typed dates (design section 3)."""

    PLANERAT = "planerat"
    HALLET = "hållet"
    JUSTERAT = "justerat"
    ANSLAGET = "anslaget"


class Run(BaseModel):
    """A piece of text with the cell's own bold and italic."""

    model_config = FROZEN
    text: str
    fet: bool = False
    kursiv: bool = False


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """The text without its bold and italic."""
    return "".join(run.text for run in text)


class Namn(BaseModel):
    """A person as printed: `Mia Honeth (L)`; `parti` is empty for an official or a guest."""

    model_config = FROZEN
    namn: str
    parti: str = ""

    def __str__(self) -> str:
        return name_text(self.namn, self.parti)


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


class Rad(BaseModel):
    """One row of Innehåll: a paragraph, a point, a source or a recipient."""

    model_config = FROZEN
    del_: str
    text: Text = ()
    vem: str = ""
    datum: dt.date | None = None
    paragraf: str = ""
    beslutas_av: str = ""
    fil: str = ""


class Arende(BaseModel):
    """One ärende of the föredragningslista, which becomes one § of the protokoll.

    `paragraf` None after completion means that the ärende has none (upprop in some kommuner).
    `beslutas_av` is the code of the last instance.
    """

    model_config = FROZEN
    nr: str
    paragraf: int | None = None
    utan_paragraf: bool = False
    rubrik: str = ""
    dnr: str = ""
    typ: str = ""
    beslutas_av: str = ""
    utfall: str = ""
    till: str = ""
    tjansteskrivelse: dt.date | None = None
    inkom: dt.date | None = None
    forslagsstallare: tuple[Namn, ...] = ()
    arendefil: str = ""
    foredragande: Namn | None = None
    tid: dt.time | None = None
    overklagande: str = ""
    omedelbart_justerad: bool = False
    myndighetsutovning: bool = False
    sekretess: str = ""
    dolj_rubriken: bool = False
    innehall: tuple[Rad, ...] = ()

    def rader(self, *delar: str) -> tuple[Rad, ...]:
        """The rows of those parts, in the order in which they stand."""
        return tuple(rad for rad in self.innehall if rad.del_ in delar)


class Sammantrade(BaseModel):
    """A meeting. `organ` is the organ's code in the register; times are local."""

    model_config = FROZEN
    organ: str = ""
    datum: dt.date | None = None
    sista_dag: dt.date | None = None
    fran_klockan: dt.time | None = None
    till_klockan: dt.time | None = None
    plats: str = ""
    slag: str = ""
    offentligt: bool | None = None
    diarienummer: str = ""
    forsta_paragraf: int | None = None
    sista_paragraf: int | None = None
    omfattning: str = ""
    ordforande: Namn | None = None
    sekreterare: Namn | None = None
    justerare: tuple[Namn, ...] = ()
    ersattare_for_justerare: tuple[Namn, ...] = ()
    justeringssatt: str = ""
    justering_planerad: dt.date | None = None
    justering_klockan: dt.time | None = None
    justeringsplats: str = ""
    justerat: dt.date | None = None
    anslaget_uppsatt: dt.date | None = None
    anslaget_tas_ned: dt.date | None = None
    sista_dag_att_overklaga: dt.date | None = None
    underskrift_pa_anslaget: Namn | None = None
    utdrag_bestyrks_av: Namn | None = None
    forvaringsplats: str = ""
    kallelse_skickad: dt.date | None = None
    kungorelse_anslagen: dt.date | None = None
    anmal_forhinder_till: str = ""
    gruppmoten: str = ""
    narvaro: tuple[Narvaro, ...] = ()
    arenden: tuple[Arende, ...] = ()

    @property
    def stage(self) -> Stage:
        """The stage that the typed dates tell."""
        if self.justerat is None:
            return Stage.PLANERAT if self.till_klockan is None else Stage.HALLET
        return Stage.JUSTERAT if self.anslaget_uppsatt is None else Stage.ANSLAGET

    @property
    def paragrafer(self) -> tuple[int, ...]:
        """The §§ that this workbook holds, sorted."""
        return tuple(sorted({a.paragraf for a in self.arenden if a.paragraf is not None}))
