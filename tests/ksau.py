"""The example meeting as a person would write it down from the minutes: the model, by hand."""

from __future__ import annotations

import datetime as dt

from gen.model import Arende, Rad, Run, Sammantrade
from gen.people import Namn, Narvaro

ALMGREN, TORNBLOM, HONETH = (
    Namn(namn="Anders Almgren", parti="S"),
    Namn(namn="Rasmus Törnblom", parti="M"),
    Namn(namn="Mia Honeth", parti="L"),
)
ANNERSTEDT = Namn(namn="Jan Annerstedt", parti="FNL")
EHRENBERG = Namn(namn="Emma Ehrenberg")


def _elected(namn: Namn, uppdrag: str, tjanstgor: bool, narvarar: str = "Ja") -> Narvaro:
    return Narvaro(namn=namn, uppdrag=uppdrag, narvarar=narvarar, tjanstgor=tjanstgor)


def _ersattare(namn: str, parti: str, instead_of: Namn | None = None) -> Narvaro:
    return Narvaro(
        namn=Namn(namn=namn, parti=parti),
        uppdrag="ersättare",
        narvarar="Ja",
        tjanstgor_for=instead_of,
        tjanstgor=instead_of is not None,
    )


def _official(
    namn: str, titel: str, narvarar: str = "Distans", paragrafer: tuple[int, ...] | None = None
) -> Narvaro:
    return Narvaro(
        namn=Namn(namn=namn),
        uppdrag=titel,
        narvarar=narvarar,
        tjanstgor=False,
        paragrafer=paragrafer,
    )


def _text(del_: str, *texts: str) -> tuple[Rad, ...]:
    return tuple(Rad(del_=del_, text=(Run(text=text),)) for text in texts)


FROM_28 = tuple(range(28, 52))
FNL = tuple(
    Namn(namn=namn, parti="FNL")
    for namn in ("Liv Severinsson", "Jan Annerstedt", "Börje Hed", "Ann Tångmark")
)

TILLITSBEREDNING = Arende(
    nr="27",
    paragraf=49,
    rubrik="Inrättande av tillitsberedning samt val av ledamöter för perioden 2023–2026",
    dnr="KS 2023/0106",
    typ="Beslut",
    beslutas_av="KS",
    utfall="Enligt förslaget",
    tjansteskrivelse=dt.date(2023, 3, 1),
    overklagande="Kan inte överklagas",
    innehall=(
        *_text(
            "Intern anteckning",
            "Påhittat för exemplet: att ärendet hade nummer 27 och § 49 i arbetsutskottet, och att "
            "utskottet beslutade enligt förslaget. Förlagan är bara tjänsteskrivelsen.",
        ),
        *_text(
            "Förslag",
            "tillsätta en tillitsberedning under kommunstyrelsen för perioden den 15 mars 2023 "
            "fram till det sammanträde då val till kommunstyrelse förrättas nästa gång",
            "godkänna upprättat förslag till föreskrift för Lunds kommuns tillitsberedning",
            "utse fem förtroendevalda, fyra tjänstepersoner samt två fackliga representanter att "
            "ingå i beredningen, varav ordförande, vice ordförande och ytterligare tre ledamöter "
            "ska väljas bland kommunstyrelsens och nämndernas ledamöter och ersättare",
            "ledamöterna utses för perioden den 15 mars 2023 fram till det sammanträde då val till "
            "kommunstyrelse förrättas nästa gång",
            "finansiering av beredningens verksamhet sker inom kommunstyrelsens befintliga "
            "driftbudgetram",
        ),
        *_text(
            "Sammanfattning",
            "Ett av kommunfullmäktiges fyra mål i ekonomi- och verksamhetsplanen för 2023–2025 är "
            "att utveckla en tillitsbaserad styrning och ledning.",
            "En förändring av kommunens nuvarande styrmodell mot en mer tillitsbaserad styrning "
            "kräver helhetssyn och gemensamt ansvar. Med hänvisning till detta föreslås att en "
            "tillitsberedning inrättas under kommunstyrelsen. Syftet med tillitsberedningen är att "
            "leda sagda förändringsarbete.",
        ),
        *_text(
            "Underlag",
            "Föreskrifter för Lunds kommuns tillitsberedning (förslag)",
            "Kommunstyrelsens riktlinje för beredande och rådgivande organ antagen av "
            "kommunstyrelsen 2022-06-22 § 251",
        ),
        Rad(del_="Skickas till – kännedom", vem="Kommunfullmäktige"),
        Rad(del_="Skickas till – kännedom", vem="Samtliga styrelser och nämnder"),
    ),
)

MOTIONEN = Arende(
    nr="28",
    paragraf=50,
    rubrik="Motion från Liv Severinsson (FNL), Jan Annerstedt (FNL), Börje Hed (FNL) och Ann "
    "Tångmark (FNL) Ge förvaltningar uppdrag och verktyg för ständigt förbättringsarbete för att "
    "öka kvalitet och effektivitet",
    dnr="KS 2022/1056",
    typ="Motion",
    beslutas_av="KF",
    utfall="Enligt förslaget",
    tjansteskrivelse=dt.date(2023, 2, 14),
    inkom=dt.date(2022, 12, 8),
    forslagsstallare=FNL,
    overklagande="Kan inte överklagas",
    innehall=(
        *_text("Förslag", "avslå motionen med hänvisning till vad som redovisats i ärendet"),
        *_text(
            "Sammanfattning",
            "Den 8 december 2022 inkom Liv Severinsson (FNL), Jan Annerstedt (FNL), Börje Hed "
            "(FNL) och Ann Tångmark (FNL) med en motion rubricerad ”Ge förvaltningarna uppdrag och "
            "verktyg för ständigt förbättringsarbete för att öka kvalitet och effektivitet.” I "
            "motionen föreslås en rad åtgärder som syftar till implementeringen av ett ständigt "
            "förbättringsarbete i samtliga kommunens förvaltningar.",
            "Kommunkontorets bedömning är att det finns pågående arbeten inom Lunds kommun samt "
            "lagkrav som bidrar till att säkerställa det som efterfrågas i motionen.",
            "Kommunkontoret bedömer vidare att en kommungemensam modell för ett ständigt "
            "förbättringsarbete i samtliga nämnder/inom samtliga förvaltningar kan anses vara "
            "motstridigt med principerna för tillitsbaserad styrning (tillit, medborgarfokus, "
            "helhetssyn, handlingsutrymme, stöd, kunskap och öppenhet). Verksamheten och dess "
            "profession bör ha mandat och handlingsutrymme att arbeta fram de bästa metoderna och "
            "strukturerna för att säkra kvaliteten i verksamheten.",
            "Kommunfullmäktige föreslås med hänvisning till detta besluta att avslå motionen.",
        ),
        Rad(del_="Skickas till – kännedom", vem="Förslagsställarna"),
    ),
)

MEETING = Sammantrade(
    organ="KSAU",
    datum=dt.date(2023, 3, 6),
    fran_klockan=dt.time(13, 0),
    till_klockan=dt.time(13, 33),
    plats="Sessionssalen, Stadshuset",
    slag="Ordinarie",
    offentligt=False,
    diarienummer="KS 2022/0782",
    forsta_paragraf=23,
    sista_paragraf=51,
    omfattning="Utvalda paragrafer",
    ordforande=ALMGREN,
    sekreterare=EHRENBERG,
    justerare=(HONETH,),
    justeringssatt="Digitalt",
    justering_planerad=dt.date(2023, 3, 7),
    justering_klockan=dt.time(8, 30),
    justerat=dt.date(2023, 3, 7),
    anslaget_uppsatt=dt.date(2023, 3, 8),
    anslaget_tas_ned=dt.date(2023, 3, 30),
    underskrift_pa_anslaget=EHRENBERG,
    utdrag_bestyrks_av=EHRENBERG,
    forvaringsplats="Kommunkontoret, Bruksgatan 22, Lund",
    narvaro=(
        _elected(ALMGREN, "ordförande", True),
        _elected(TORNBLOM, "vice ordförande", False, "Distans"),
        _elected(HONETH, "andre vice ordförande", True),
        _elected(Namn(namn="Lina Olsson", parti="S"), "ledamot", True),
        _elected(ANNERSTEDT, "ledamot", True, "Nej"),
        _ersattare("Hedvig Åkesson", "KD", TORNBLOM),
        _ersattare("Mattias Horrdin", "C", ANNERSTEDT),
        _ersattare("Jesper Sahlén", "V"),
        _ersattare("Axel Hallberg", "MP"),
        _elected(Namn(namn="Helena Falk", parti="V"), "adjungerad, kommunalråd", False),
        _elected(Namn(namn="Magnus Liljeroth", parti="SD"), "adjungerad, partiföreträdare", False),
        _official("Christoffer Nilsson", "kommundirektör", "Ja"),
        _official("Emma Ehrenberg", "kommunsekreterare", "Ja"),
        _official("Hannes Wahrolén", "politisk sekreterare (L)", paragrafer=FROM_28),
        _official("Henrik Weimarsson", "ekonomidirektör"),
        _official("Ida Wallinder", "politisk sekreterare (C)"),
        _official("Johanna Davander", "kommunikationsdirektör"),
        _official("Oscar Arnell", "chefsjurist"),
        _official("Sebastian Jaktling", "politisk sekreterare (S)", paragrafer=FROM_28),
        _official("Sofia Kristensson", "politisk sekreterare (M)"),
        _official("Therese Fällman", "hållbarhetschef"),
        _official("Vesna Casitovski", "kanslichef", "Ja"),
        _official("Zenita Andersson", "politisk sekreterare (FNL)"),
    ),
    arenden=(TILLITSBEREDNING, MOTIONEN),
)
