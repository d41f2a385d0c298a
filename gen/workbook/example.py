"""The example of the product: a real meeting in Lund, 6 March 2023, as it was typed in.

`gen ny --exempel` writes it, and data/ holds what it writes. Source: Lunds kommun's published
protokollsutdrag (§ 50), motion and tjänsteskrivelser; what a myndighet decides carries no
copyright (9 § URL). Addresses end in .invalid, so that no draft can reach anybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from gen.choices import URVAL
from gen.register import (
    Fortroendevald,
    Kommun,
    Mottagare,
    Organ,
    Register,
    Stil,
    Tjansteperson,
)
from gen.workbook import filling, sheets
from gen.workbook.filling import Filling
from gen.workbook.typed import Facts

FILE = "ksau-2023-03-06.xlsx"
ORGAN, DAY = "KSAU", dt.date(2023, 3, 6)

_KONTORET = "Kommunkontoret, Bruksgatan 22, Lund"


def _address(name: str) -> str:
    plain = name.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    return f"{plain.replace(' ', '.')}@lund.invalid"


_UTSKOTTET = (
    ("Anders Almgren", "S", "ordförande"),
    ("Rasmus Törnblom", "M", "vice ordförande"),
    ("Mia Honeth", "L", "andre vice ordförande"),
    ("Lina Olsson", "S", "ledamot"),
    ("Jan Annerstedt", "FNL", "ledamot"),
    ("Hedvig Åkesson", "KD", "ersättare"),
    ("Mattias Horrdin", "C", "ersättare"),
    ("Jesper Sahlén", "V", "ersättare"),
    ("Axel Hallberg", "MP", "ersättare"),
    ("Helena Falk", "V", "adjungerad, kommunalråd"),
    ("Magnus Liljeroth", "SD", "adjungerad, partiföreträdare"),
)
_OTHERS = (
    ("Liv Severinsson", "FNL", ()),
    ("Börje Hed", "FNL", ()),
    ("Ann Tångmark", "FNL", ("Ann Tångmark Lundberg",)),
    ("Fanny Johansson", "S", ()),
    ("Karin Svensson Smith", "MP", ()),
    ("Angelica Svensson", "V", ()),
    ("Maja Grubelic", "FI", ()),
)
_OFFICIALS = (
    ("Christoffer Nilsson", "kommundirektör", 1, True),
    ("Emma Ehrenberg", "kommunsekreterare", None, True),
    ("Hannes Wahrolén", "politisk sekreterare (L)", None, True),
    ("Henrik Weimarsson", "ekonomidirektör", None, True),
    ("Ida Wallinder", "politisk sekreterare (C)", None, True),
    ("Johanna Davander", "kommunikationsdirektör", None, True),
    ("Oscar Arnell", "chefsjurist", None, True),
    ("Sebastian Jaktling", "politisk sekreterare (S)", None, True),
    ("Sofia Kristensson", "politisk sekreterare (M)", None, True),
    ("Therese Fällman", "hållbarhetschef", None, True),
    ("Vesna Casitovski", "kanslichef", 2, True),
    ("Zenita Andersson", "politisk sekreterare (FNL)", None, True),
    ("Anders Eriksson", "handläggare", None, False),
    ("Mattias Hedenrud", "handläggare", None, False),
)

REGISTER = Register(
    kommun=Kommun(
        namn="Lunds kommun",
        genitiv="Lunds kommuns",
        forvaltning="Kommunkontorets",
        forvaltningsratt="Förvaltningsrätten i Malmö",
        adress=_KONTORET,
        e_post="overklagande@lund.invalid",
        anslagstavla="https://lund.invalid/anslagstavla",
        ort="Lund",
        dnr_monster=r"[A-ZÅÄÖ]+ \d{4}/\d{4}",
    ),
    stil=Stil(konsekvensrubriker=("Barnets bästa", "Ekonomiska konsekvenser")),
    organ=(
        Organ(
            kod="KF",
            namn="Kommunfullmäktige",
            obestamd="kommunfullmäktige",
            genitiv="Kommunfullmäktiges",
            slag="KF",
            forvaringsplats=_KONTORET,
        ),
        Organ(
            kod="KS",
            namn="Kommunstyrelsen",
            obestamd="kommunstyrelse",
            genitiv="Kommunstyrelsens",
            slag="KS",
            overordnat="KF",
            forvaringsplats=_KONTORET,
        ),
        Organ(
            kod="KSAU",
            namn="Kommunstyrelsens arbetsutskott",
            obestamd="arbetsutskott",
            genitiv="Kommunstyrelsens arbetsutskotts",
            slag="utskott",
            overordnat="KS",
            antal_ledamoter=5,
            plats="Sessionssalen, Stadshuset",
            forvaringsplats=_KONTORET,
            sekreterare="Emma Ehrenberg",
            justeringssatt="Digitalt",
        ),
    ),
    fortroendevalda=(
        *(
            Fortroendevald(namn=n, parti=p, organ=ORGAN, uppdrag=u, e_post=_address(n))
            for n, p, u in _UTSKOTTET
        ),
        *(
            Fortroendevald(namn=n, parti=p, skrivs_aven=also, e_post=_address(n))
            for n, p, also in _OTHERS
        ),
    ),
    tjanstepersoner=tuple(
        Tjansteperson(
            namn=name,
            titel=title,
            forvaltning="Kommunkontoret",
            skriver_under=signs,
            narvarande_i=(ORGAN,) if usual else (),
            e_post=_address(name),
        )
        for name, title, signs, usual in _OFFICIALS
    ),
    mottagare=(
        Mottagare(namn="Kommunfullmäktige", slag="nästa instans", skickas="inte"),
        Mottagare(namn="Kommunstyrelsen", slag="nästa instans", skickas="inte"),
        Mottagare(
            namn="Kommunkontoret",
            slag="organ",
            skickas="e-post",
            e_post="kommunkontoret@lund.invalid",
        ),
        Mottagare(
            namn="Samtliga styrelser och nämnder",
            ingar=("Kommunstyrelsen", "Tekniska nämnden", "Socialnämnden"),
            slag="organ",
            skickas="e-post",
        ),
        Mottagare(
            namn="Tekniska nämnden",
            slag="organ",
            skickas="e-post",
            e_post="tekniska.namnden@lund.invalid",
        ),
        Mottagare(
            namn="Socialnämnden",
            slag="organ",
            skickas="e-post",
            e_post="socialnamnden@lund.invalid",
        ),
        Mottagare(namn="Diariet", slag="diariet", skickas="inte"),
    ),
)

_SAMMANTRADE: Facts = {
    "från_klockan": "13.00",
    "till_klockan": "13.33",
    "diarienummer": "KS 2022/0782",
    "första_paragraf": "23",
    "sista_paragraf": 51,
    "omfattning": URVAL,
    "justerare": "Mia Honeth",
    "justering_planerad": dt.date(2023, 3, 7),
    "justering_klockan": "08.30",
    "justerat": dt.date(2023, 3, 7),
    "anslaget_uppsatt": dt.date(2023, 3, 8),
}
_AT_A_DISTANCE = (
    "Henrik Weimarsson",
    "Ida Wallinder",
    "Johanna Davander",
    "Oscar Arnell",
    "Sofia Kristensson",
    "Therese Fällman",
    "Zenita Andersson",
)
_NARVARO: Mapping[str, Facts] = {
    "Rasmus Törnblom": {"närvarar": "Distans", "tjänstgör": "Nej"},
    "Jan Annerstedt": {"närvarar": "Nej"},
    "Hedvig Åkesson": {"närvarar": "Ja", "tjänstgör_för": "Rasmus Törnblom"},
    "Mattias Horrdin": {"närvarar": "Ja", "tjänstgör_för": "Jan Annerstedt"},
    "Jesper Sahlén": {"närvarar": "Ja"},
    "Axel Hallberg": {"närvarar": "Ja"},
    "Hannes Wahrolén": {"närvarar": "Distans", "paragrafer": "28–51"},
    "Sebastian Jaktling": {"närvarar": "Distans", "paragrafer": "28–51"},
    **{name: {"närvarar": "Distans"} for name in _AT_A_DISTANCE},
}
_ARENDEN: tuple[Facts, ...] = (
    {
        "nr": "27",
        "paragraf": 49,
        "rubrik": "Inrättande av tillitsberedning samt val av ledamöter för perioden 2023–2026",
        "dnr": "KS 2023/0106",
        "typ": "Beslut",
        "beslutas_av": "KS",
        "utfall": "Enligt förslaget",
        "tjänsteskrivelse": dt.date(2023, 3, 1),
    },
    {
        "nr": "28",
        "paragraf": 50,
        "rubrik": "Motion från Liv Severinsson (FNL), Jan Annerstedt (FNL), Börje Hed (FNL) och "
        "Ann Tångmark (FNL) Ge förvaltningar uppdrag och verktyg för ständigt förbättringsarbete "
        "för att öka kvalitet och effektivitet",
        "dnr": "KS 2022/1056",
        "typ": "Motion",
        "beslutas_av": "KF",
        "utfall": "Enligt förslaget",
        "tjänsteskrivelse": dt.date(2023, 2, 14),
        "inkom": dt.date(2022, 12, 8),
    },
)
_PERIOD = (
    "för perioden den 15 mars 2023 fram till det sammanträde då val till kommunstyrelse förrättas "
    "nästa gång"
)
_INNEHALL: tuple[Facts, ...] = (
    {
        "ärende": "27",
        "del": "Intern anteckning",
        "text": "Påhittat för exemplet: att ärendet hade nummer 27 och § 49 i arbetsutskottet, och "
        "att utskottet beslutade enligt förslaget. Förlagan är bara tjänsteskrivelsen.",
    },
    {
        "del": "Förslag",
        "text": f"tillsätta en tillitsberedning under kommunstyrelsen {_PERIOD}",
    },
    {"text": "godkänna upprättat förslag till föreskrift för Lunds kommuns tillitsberedning"},
    {
        "text": "utse fem förtroendevalda, fyra tjänstepersoner samt två fackliga representanter "
        "att ingå i beredningen, varav ordförande, vice ordförande och ytterligare tre ledamöter "
        "ska väljas bland kommunstyrelsens och nämndernas ledamöter och ersättare"
    },
    {"text": f"ledamöterna utses {_PERIOD}"},
    {
        "text": "finansiering av beredningens verksamhet sker inom kommunstyrelsens befintliga "
        "driftbudgetram"
    },
    {
        "del": "Sammanfattning",
        "text": "Ett av kommunfullmäktiges fyra mål i ekonomi- och verksamhetsplanen för 2023–2025 "
        "är att utveckla en tillitsbaserad styrning och ledning.",
    },
    {
        "text": "En förändring av kommunens nuvarande styrmodell mot en mer tillitsbaserad "
        "styrning kräver helhetssyn och gemensamt ansvar. Med hänvisning till detta föreslås att "
        "en tillitsberedning inrättas under kommunstyrelsen. Syftet med tillitsberedningen är att "
        "leda sagda förändringsarbete."
    },
    {"del": "Underlag", "text": "Föreskrifter för Lunds kommuns tillitsberedning (förslag)"},
    {
        "text": "Kommunstyrelsens riktlinje för beredande och rådgivande organ antagen av "
        "kommunstyrelsen 2022-06-22 § 251"
    },
    {"del": "Skickas till – kännedom", "vem": "Kommunfullmäktige"},
    {"vem": "Samtliga styrelser och nämnder"},
    {
        "ärende": "28",
        "del": "Förslag",
        "text": "avslå motionen med hänvisning till vad som redovisats i ärendet",
    },
    {
        "del": "Sammanfattning",
        "text": "Den 8 december 2022 inkom Liv Severinsson (FNL), Jan Annerstedt (FNL), Börje Hed "
        "(FNL) och Ann Tångmark (FNL) med en motion rubricerad ”Ge förvaltningarna uppdrag och "
        "verktyg för ständigt förbättringsarbete för att öka kvalitet och effektivitet.” I "
        "motionen föreslås en rad åtgärder som syftar till implementeringen av ett ständigt "
        "förbättringsarbete i samtliga kommunens förvaltningar.",
    },
    {
        "text": "Kommunkontorets bedömning är att det finns pågående arbeten inom Lunds kommun "
        "samt lagkrav som bidrar till att säkerställa det som efterfrågas i motionen."
    },
    {
        "text": "Kommunkontoret bedömer vidare att en kommungemensam modell för ett ständigt "
        "förbättringsarbete i samtliga nämnder/inom samtliga förvaltningar kan anses vara "
        "motstridigt med principerna för tillitsbaserad styrning (tillit, medborgarfokus, "
        "helhetssyn, handlingsutrymme, stöd, kunskap och öppenhet). Verksamheten och dess "
        "profession bör ha mandat och handlingsutrymme att arbeta fram de bästa metoderna och "
        "strukturerna för att säkra kvaliteten i verksamheten."
    },
    {"text": "Kommunfullmäktige föreslås med hänvisning till detta besluta att avslå motionen."},
    {"del": "Skickas till – kännedom", "vem": "Förslagsställarna"},
)
_AS_PUBLISHED = "Så står det i den publicerade förlagan, som återges ordagrant."
_GRANSKAT: tuple[Facts, ...] = (
    {"kod": "GEN-3432", "ärende": "27", "skäl": _AS_PUBLISHED},
    {"kod": "GEN-3430", "ärende": "28", "skäl": _AS_PUBLISHED},
    {"kod": "GEN-3433", "ärende": "28", "skäl": _AS_PUBLISHED},
)


def organ() -> Organ:
    """The organ that meets."""
    return next(organ for organ in REGISTER.organ if organ.kod == ORGAN)


def meeting() -> Filling:
    """What stood there from the start, and what the secretary typed."""
    new = filling.meeting(REGISTER, organ(), DAY)
    rows = dict(new.rows)
    rows[sheets.SAMMANTRADE.name] = [{**new.form(sheets.SAMMANTRADE.name), **_SAMMANTRADE}]
    rows[sheets.NARVARO.name] = filling.changed(rows[sheets.NARVARO.name], _NARVARO)
    rows[sheets.ARENDEN.name] = _ARENDEN
    rows[sheets.INNEHALL.name] = _INNEHALL
    rows[sheets.GRANSKAT.name] = _GRANSKAT
    return Filling(rows)
