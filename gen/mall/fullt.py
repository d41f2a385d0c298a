"""Typed rows in, the fullest meeting that there is out: whatever a template may be asked to print.

An invented fullmäktige, so that nobody real is said to have voted. Whoever adds a column or an
event adds it here, or the vocabulary that the templates are checked against does not know it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gen.workbook import sheets
from gen.workbook.columns import Sheet
from gen.workbook.read import Reading, reading
from gen.workbook.typed import Facts, book

FILE: Final = "fullständigt-exempel.xlsx"

_KANSLIET = "Stadshuset, Storgatan 1, 123 45 Lillköping"
_LEDAMOTER: Final = (
    ("Ada Ask", "S", "ordförande"),
    ("Bo Berg", "M", "vice ordförande"),
    ("Cia Cron", "L", "ledamot"),
    ("Dan Dahl", "V", "ledamot"),
    ("Gun Gren", "M", "ledamot"),
    ("Hans Hed", "S", "ledamot"),
    ("Eva Ek", "M", "ersättare"),
    ("Fia Fors", "MP", "ersättare"),
)
_REGISTER: Final[Mapping[Sheet, list[Facts]]] = {
    sheets.KOMMUN: [
        {
            "namn": "Lillköpings kommun",
            "genitiv": "Lillköpings kommuns",
            "förvaltning": "Kansliets",
            "förvaltningsrätt": "Förvaltningsrätten i Lillköping",
            "adress": _KANSLIET,
            "e_post": "kommunen@lillkoping.invalid",
            "anslagstavla": "https://lillkoping.invalid/anslagstavla",
            "ort": "Lillköping",
        }
    ],
    sheets.STIL: [{"signatur_i_sidfot": "Ja", "konsekvensrubriker": "Barnets bästa"}],
    sheets.ORGAN: [
        {
            "kod": "KF",
            "namn": "Kommunfullmäktige",
            "obestämd": "kommunfullmäktige",
            "genitiv": "Kommunfullmäktiges",
            "slag": "KF",
        },
        {
            "kod": "KS",
            "namn": "Kommunstyrelsen",
            "obestämd": "kommunstyrelse",
            "genitiv": "Kommunstyrelsens",
            "slag": "KS",
            "överordnat": "KF",
        },
    ],
    sheets.FORTROENDEVALDA: [
        {
            "namn": name,
            "parti": parti,
            "organ": "KF",
            "uppdrag": uppdrag,
            "valkrets": ("Norra", "Södra")[number % 2],
        }
        for number, (name, parti, uppdrag) in enumerate(_LEDAMOTER)
    ],
    sheets.TJANSTEPERSONER: [
        {"namn": "Siv Sand", "titel": "kommunsekreterare", "förvaltning": "Kansliet"},
        {
            "namn": "Tor Tall",
            "titel": "kommundirektör",
            "förvaltning": "Kansliet",
            "skriver_under": "1",
        },
    ],
    sheets.MOTTAGARE: [
        {"namn": "Socialnämnden", "slag": "organ", "skickas": "e-post"},
        {"namn": "Diariet", "slag": "diariet", "skickas": "inte"},
    ],
}
_SAMMANTRADE: Final[Facts] = {
    "organ": "KF",
    "datum": "2023-03-30",
    "från_klockan": "18.00",
    "till_klockan": "20.15",
    "plats": "Stora salen, Stadshuset",
    "slag": "Extra",
    "offentligt": "Ja",
    "diarienummer": "KS 2023/0200",
    "första_paragraf": "31",
    "omfattning": "Utvalda paragrafer",
    "sekreterare": "Siv Sand",
    "justerare": "Gun Gren; Hans Hed",
    "ersättare_för_justerare": "Eva Ek",
    "justeringssätt": "På plats",
    "justering_planerad": "2023-04-04",
    "justering_klockan": "09.00",
    "justeringsplats": "Kansliet",
    "justerat": "2023-04-04",
    "anslaget_uppsatt": "2023-04-05",
    "underskrift_på_anslaget": "Siv Sand",
    "utdrag_bestyrks_av": "Siv Sand",
    "förvaringsplats": "Kansliet, Stadshuset",
    "kallelse_skickad": "2023-03-16",
    "kungörelse_anslagen": "2023-03-16",
    "anmäl_förhinder_till": "Siv Sand, siv.sand@lillkoping.invalid",
    "gruppmöten": "S i Lilla salen, M i Bersån, klockan 17.00",
}
_NARVARO: Final[list[Facts]] = [
    {"namn": "Ada Ask"},
    {"namn": "Bo Berg", "närvarar": "Nej"},
    {"namn": "Cia Cron", "närvarar": "Distans"},
    {"namn": "Dan Dahl"},
    {"namn": "Gun Gren"},
    {"namn": "Hans Hed"},
    {"namn": "Eva Ek", "närvarar": "Ja", "tjänstgör_för": "Bo Berg"},
    {"namn": "Fia Fors", "närvarar": "Ja"},
    {"namn": "Siv Sand"},
    {"namn": "Tor Tall", "paragrafer": "31-32", "in_kl": "18.00", "ut_kl": "19.00"},
]
_ARENDEN: Final[list[Facts]] = [
    {
        "nr": "1",
        "rubrik": "Cykelplan för Lillköping 2023–2026",
        "dnr": "KS 2023/0011",
        "utfall": "Enligt förslaget",
        "tjänsteskrivelse": "2023-02-14",
        "föredragande": "Tor Tall",
        "tid": "18.15",
    },
    {
        "nr": "2",
        "rubrik": "Motion från Dan Dahl (V) om fler träd",
        "dnr": "KS 2022/0345",
        "typ": "Motion",
        "inkom": "2022-09-05",
        "tjänsteskrivelse": "2023-02-20",
        "förslagsställare": "Dan Dahl",
        "utfall": "Enligt förslaget",
        "omedelbart_justerad": "Ja",
    },
    {
        "nr": "3",
        "rubrik": "Upphandling av färdtjänst",
        "dnr": "KS 2023/0070",
        "utfall": "Enligt förslaget",
        "sekretess": "19 kap. 3 § OSL",
        "föredragande": "Tor Tall",
        "överklagande": "Förvaltningsbesvär",
    },
    {"nr": "3A", "rubrik": "Fyllnadsval", "typ": "Val", "utfall": "Utgår"},
]
_STYRELSEN: Final[Facts] = {
    "del": "Tidigare behandling",
    "text": "Beslut",
    "vem": "Kommunstyrelsen",
    "datum": "2023-03-08",
    "paragraf": "61",
}
_INNEHALL: Final[list[Facts]] = [
    {"ärende": "1", "del": "Förslag", "text": "anta cykelplan för Lillköping 2023–2026"},
    {"del": "Förslag", "text": "ge socialnämnden i uppdrag att planera för cykelparkeringar"},
    {"del": "Förslag", "text": "a) vid skolorna"},
    {"del": "Förslag", "text": "b) vid stationen"},
    {"del": "Inledning", "text": "På förslag av valberedningen beslutar kommunfullmäktige"},
    {"del": "Förslag", "text": "utse Cia Cron (L) att följa planen"},
    {"del": "Sammanfattning", "text": "Kansliet har tagit fram ett förslag till cykelplan."},
    {"del": "Bakgrund", "text": "Den nuvarande planen gäller till och med 2022."},
    {"del": "Underrubrik", "text": "Remissen"},
    {"del": "Bakgrund", "text": "Fyra nämnder har yttrat sig."},
    {"del": "Föredragning", "text": "Tor Tall berättar om planen."},
    {"del": "Beredning", "text": "Planen har tagits fram tillsammans med nämnderna."},
    {"del": "Bedömning", "text": "Planen bedöms vara genomförbar."},
    {"del": "Barnets bästa", "text": "Säkra cykelvägar gynnar barn."},
    _STYRELSEN,
    {"del": "Underlag", "text": "Cykelplan för Lillköping (förslag)", "datum": "2023-02-01"},
    {"del": "Skickas till – åtgärd", "vem": "Socialnämnden"},
    {"del": "Skickas till – kännedom", "vem": "Diariet"},
    {"del": "Bilaga", "text": "Cykelplan för Lillköping 2023–2026"},
    {"ärende": "2", "del": "Förslag", "text": "avslå motionen"},
    {"del": "Motionens yrkanden", "text": "plantera hundra träd"},
    {"del": "Motionens yrkanden", "text": "ta fram en trädplan"},
    {"del": "Remissinstanser", "vem": "Socialnämnden", "datum": "2022-11-15"},
    {"vem": "Tekniska nämnden", "datum": "2022-11-22", "text": "avstyrker motionen"},
    {"del": "Sammanfattning", "text": "Dan Dahl (V) föreslår att fler träd planteras."},
    {"del": "Bakgrund", "text": "Parkerna har i dag tusen träd."},
    {"del": "Skickas till – kännedom", "vem": "Diariet"},
    {"del": "Bilaga", "text": "Motionen"},
    _STYRELSEN,
    {"ärende": "3", "del": "Förslag", "text": "tilldela Bolaget AB kontraktet"},
    {"del": "Bedömning", "text": "Bolaget AB har lämnat det anbud som är mest fördelaktigt."},
    _STYRELSEN,
]
_BEHANDLING: Final[list[Facts]] = [
    {"ärende": "1", "händelse": "Ordförandebyte", "vem": "Ada Ask", "ersättare": "Cia Cron"},
    {"händelse": "Yrkande", "vem": "Dan Dahl", "gäller": "Avslag"},
    {"händelse": "Yrkande", "vem": "Cia Cron", "gäller": "Bifall"},
    {
        "händelse": "Yrkande",
        "vem": "Gun Gren",
        "gäller": "Ändring",
        "text": "att planen ska gälla till och med 2025",
    },
    {
        "händelse": "Yrkande",
        "vem": "Hans Hed",
        "gäller": "Återremiss",
        "text": "återremiss för att kostnaden ska utredas",
    },
    {"händelse": "Proposition", "utfall": "Avgörs i dag"},
    {
        "händelse": "Proposition",
        "text": "ställer propositioner på de tre yrkandena och finner att förslaget bifalls",
        "utfall": "Bifall",
    },
    {
        "händelse": "Omröstning",
        "gäller": "Motförslag",
        "ja_betyder": "Gun Grens ändringsyrkande",
        "nej_betyder": "Dan Dahls avslagsyrkande",
    },
    {
        "händelse": "Omröstning",
        "gäller": "Beslutet",
        "ja_betyder": "bifall till förslaget",
        "nej_betyder": "bifall till Gun Grens ändringsyrkande",
    },
    {
        "händelse": "Omröstning",
        "gäller": "Tillägg",
        "ja_betyder": "bifall till tillägget",
        "nej_betyder": "avslag på tillägget",
    },
    {"händelse": "Reservation", "vem": "Dan Dahl", "text": "Planen kostar för mycket."},
    {"händelse": "Särskilt yttrande", "vem": "Cia Cron", "text": "Planen borde gälla längre."},
    {"händelse": "Protokollsanteckning", "vem": "Eva Ek", "text": "Planen följs upp varje år."},
    {"händelse": "Ajournering", "text": "Sammanträdet ajourneras mellan 18.40 och 18.50."},
    {"händelse": "Fri text", "text": "Tor Tall svarar på frågor."},
    {"ärende": "2", "händelse": "Jäv", "vem": "Dan Dahl"},
    {"händelse": "Deltar inte", "vem": "Cia Cron"},
    {
        "händelse": "Omröstning",
        "gäller": "Beslutet",
        "ja_betyder": "bifall till motionen",
        "nej_betyder": "avslag på motionen",
    },
]
_VOTINGS: Final = ("1:1", "1:2", "1:3", "2:1")
_ROSTER: Final[list[Facts]] = [
    {"namn": name, **{where: vote for where, vote in zip(_VOTINGS, votes, strict=True) if vote}}
    for name, votes in (
        ("Ada Ask", ("A", "J", "J", "N")),
        ("Cia Cron", ("J", "J", "A", "")),
        ("Dan Dahl", ("N", "N", "N", "")),
        ("Gun Gren", ("J", "N", "J", "J")),
        ("Hans Hed", ("A", "J", "F", "N")),
        ("Eva Ek", ("J", "J", "J", "N")),
    )
]
_DELPROTOKOLL: Final[list[Facts]] = [
    {
        "slag": "Omedelbar justering",
        "paragrafer": "32",
        "justerat": "2023-03-30",
        "anslaget_uppsatt": "2023-03-31",
    },
    {
        "slag": "Rättelse",
        "paragrafer": "31",
        "justerat": "2023-04-11",
        "anslaget_uppsatt": "2023-04-12",
        "vad_som_rättats": "Dagen i andra stycket.",
    },
]


_BELOW: Final[Facts] = {
    "organ": "KS",
    "datum": "2023-03-08",
    "första_paragraf": "61",
    "offentligt": "Nej",
    "kungörelse_anslagen": "",
    "gruppmöten": "",
    "justering_planerad": "2023-03-10",
    "kallelse_skickad": "2023-03-01",
    "justerat": "",
    "anslaget_uppsatt": "",
    "underskrift_på_anslaget": "",
}
"""What is otherwise where the ärenden are prepared: another day, and not justerat yet."""


def meeting() -> Reading:
    """It, read by the reader that reads workbooks."""
    return _read(_SAMMANTRADE, _REGISTER, _ARENDEN, _INNEHALL, _DELPROTOKOLL)


def below() -> Reading:
    """The same in the styrelse, which sends the ärenden on to fullmäktige, before the justering."""
    people: list[Facts] = [{**row, "organ": "KS"} for row in _REGISTER[sheets.FORTROENDEVALDA]]
    register = {**_REGISTER, sheets.FORTROENDEVALDA: people}
    arenden: list[Facts] = [
        {**row, "beslutas_av": "KF", "omedelbart_justerad": "Nej"} for row in _ARENDEN
    ]
    innehall = [row for row in _INNEHALL if row is not _STYRELSEN]
    own: Facts = {
        "text": "Enligt valberedningens förslag föreslår kommunstyrelsen kommunfullmäktige"
    }
    innehall = [{**row, **own} if row.get("del") == "Inledning" else row for row in innehall]
    form = {name: value for name, value in {**_SAMMANTRADE, **_BELOW}.items() if value}
    return _read(form, register, arenden, innehall, [])


def _read(
    form: Facts,
    register: Mapping[Sheet, list[Facts]],
    arenden: list[Facts],
    innehall: list[Facts],
    delprotokoll: list[Facts],
) -> Reading:
    rows: dict[Sheet, list[Facts]] = {
        sheets.SAMMANTRADE: [form],
        sheets.NARVARO: _NARVARO,
        sheets.ARENDEN: arenden,
        sheets.INNEHALL: innehall,
        sheets.BEHANDLING: _BEHANDLING,
        sheets.ROSTER: _ROSTER,
        sheets.DELPROTOKOLL: delprotokoll,
    }
    return reading(book(FILE, rows), book("register.xlsx", register))


_NEEDED: Final = frozenset({"organ", "datum", "från_klockan", "plats", "första_paragraf"})


def emptiest() -> Reading:
    """The same meeting with just what a kallelse and a protokoll cannot be without, and not held
    yet: what may lack a value lacks it here."""
    form = {name: value for name, value in _SAMMANTRADE.items() if name in _NEEDED}
    rows: dict[Sheet, list[Facts]] = {
        sheets.SAMMANTRADE: [form],
        sheets.NARVARO: [{"namn": "Ada Ask"}],
        sheets.ARENDEN: [{"nr": "1", "rubrik": "Cykelplan för Lillköping 2023–2026"}],
        sheets.INNEHALL: [{"ärende": "1", "del": "Beslut", "text": "anta cykelplanen"}],
    }
    small: dict[Sheet, list[Facts]] = {**_REGISTER}
    small |= {sheets.KOMMUN: [{"namn": "Lillköpings kommun"}], sheets.STIL: [{}]}
    return reading(book(FILE, rows), book("register.xlsx", small))
