"""What a meeting is: frozen values, with nothing of spreadsheets, Word or PDF in them.

An attribute is its column's field name in ASCII (`workbook/sheets.py`). A value that is not
there is `None` or empty; `complete` fills in what can be computed. The full set of paragraphs
(`Paragrafer`) is a sorted tuple of numbers.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from pydantic import BaseModel

from gen.choices import BILAGA
from gen.people import Namn, Narvaro
from gen.register import FROZEN
from gen.roster import Omrostning
from gen.swedish.lists import list_text

_ENDING = re.compile(r"(?<=.)\.[^\W_]{2,4}$")
"""`.pdf`, `.docx`: of a file's name what says its format."""


class Stage(StrEnum):
    """How far a protokoll has come, read from the typed dates."""

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


class Rad(BaseModel):
    """One row of Innehåll: a paragraph, a point, a source or a recipient.

    `tidigare`: how the instance before handled the ärende, where the row names its workbook.
    """

    model_config = FROZEN
    del_: str
    text: Text = ()
    vem: str = ""
    datum: dt.date | None = None
    paragraf: str = ""
    beslutas_av: str = ""
    fil: str = ""
    tidigare: Tidigare | None = None


class Handelse(BaseModel):
    """One row of Behandling. `vem` has every person, a parti written out as those who serve.

    `partier` are those that were typed as such, `fritext` what is neither (Representanterna från
    …). `punkter` are the points of the beslut that a reservation is about. `utfall` is as typed.
    """

    model_config = FROZEN
    handelse: str
    vem: tuple[Namn, ...] = ()
    partier: tuple[str, ...] = ()
    fritext: tuple[str, ...] = ()
    galler: str = ""
    punkter: tuple[int, ...] = ()
    text: Text = ()
    utfall: str = ""
    ersattare: tuple[Namn, ...] = ()
    fil: str = ""
    omrostning: Omrostning | None = None


class Bilaga(BaseModel):
    """A bilaga of an ärende. `fil` is the way to a PDF or a Word file from the meeting's folder."""

    model_config = FROZEN
    nummer: int
    text: str = ""
    fil: str = ""

    @property
    def rubrik(self) -> str:
        """What it is called: its text, else its file's name, without what says its format."""
        return self.text or _ENDING.sub("", self.fil.rpartition("/")[2])


class Arende(BaseModel):
    """One ärende of the föredragningslista, which becomes one § of the protokoll.

    `paragraf` None after completion means that the ärende has none (upprop in some kommuner).
    `beslutas_av` is the code of the last instance. What the meeting's row leaves empty its
    ärendefil fills in; `handlaggare`, `undertecknas_av`, `behandlas_forst_av` (an organ's code) and
    `motionens_text` stand only there.
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
    handlaggare: Namn | None = None
    undertecknas_av: tuple[Namn, ...] = ()
    behandlas_forst_av: str = ""
    motionens_text: str = ""
    innehall: tuple[Rad, ...] = ()
    behandling: tuple[Handelse, ...] = ()

    @property
    def tillagg(self) -> bool:
        """`12A`: put on the list when the others had their numbers."""
        return re.fullmatch(r"\d+\s*[A-ZÅÄÖa-zåäö]", self.nr) is not None

    def rader(self, *delar: str) -> tuple[Rad, ...]:
        """The rows of those parts, in the order in which they stand."""
        return tuple(rad for rad in self.innehall if rad.del_ in delar)

    @property
    def bilagor(self) -> tuple[Bilaga, ...]:
        """The bilagor of its rows, numbered from one in each ärende, so that an utdrag is whole."""
        return tuple(
            Bilaga(nummer=number, text=plain(rad.text).strip(), fil=rad.fil)
            for number, rad in enumerate(self.rader(BILAGA), 1)
        )

    @property
    def protokollsbilagor(self) -> tuple[Bilaga, ...]:
        """With what was handed in at the meeting: written reservationer, yttranden and yrkanden.

        They are bilagor of the protokoll alone, so the numbers of the others are those that the
        kallelse told. A file that several hand in together is one bilaga.
        """
        out = list(self.bilagor)
        for handelse in self.behandling:
            if handelse.fil and all(bilaga.fil != handelse.fil for bilaga in out):
                who = list_text([*map(str, handelse.vem), *handelse.fritext])
                text = f"{handelse.handelse} från {who}" if who else handelse.handelse
                out.append(Bilaga(nummer=len(out) + 1, text=text, fil=handelse.fil))
        return tuple(out)

    def handelser(self, *slag: str) -> tuple[Handelse, ...]:
        """What happened of those kinds, in the order in which it happened."""
        return tuple(handelse for handelse in self.behandling if handelse.handelse in slag)


class Tidigare(BaseModel):
    """An ärende as an instance before this one handled it; `organ` is that one's code."""

    model_config = FROZEN
    organ: str
    arende: Arende


Rad.model_rebuild()
Arende.model_rebuild()


class Delprotokoll(BaseModel):
    """One row of Delprotokoll: §§ that are justerade and announced apart from the others."""

    model_config = FROZEN
    slag: str = ""
    paragrafer: tuple[int, ...] = ()
    justerare: tuple[Namn, ...] = ()
    justerat: dt.date | None = None
    anslaget_uppsatt: dt.date | None = None
    anslaget_tas_ned: dt.date | None = None
    sista_dag_att_overklaga: dt.date | None = None
    underskrift_pa_anslaget: Namn | None = None
    vad_som_rattats: str = ""


class Granskning(BaseModel):
    """One row of Granskat: a finding that somebody has looked at and accepts, and why.

    `arende` is its Nr, empty for what is about the meeting as a whole.
    """

    model_config = FROZEN
    kod: str
    arende: str = ""
    skal: str = ""
    vem: str = ""
    datum: dt.date | None = None


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
    delprotokoll: tuple[Delprotokoll, ...] = ()

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
