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
from gen.register import FROZEN
from gen.swedish.lists import list_text
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
        """What it is called: its text, else its file's name."""
        return self.text or self.fil.rpartition("/")[2]


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
        """`12A`: put on the list when the others had their numbers (workbook.md 5)."""
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
