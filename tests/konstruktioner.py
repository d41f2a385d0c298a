"""What a protokoll must be able to tell, each thing in an ärende of its own, in the mini-language.

A fullmäktige with thirteen seats; some are an ersättare's, one of them from another parti, and one
is vacant. The same rows make a small meeting each and, all together, one big workbook.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import wordfiles
from mote import REGISTER, möte, typed

from gen.names import fold
from gen.workbook import new, sheets
from gen.workbook.columns import Sheet, Type
from gen.workbook.filling import Filling
from gen.workbook.read import Reading

DAY = dt.date(2023, 3, 6)
HEAD = (
    "KF 2023-03-06 | Från klockan: 18.00 | Till klockan: 22.15 | Plats: Stora salen, Stadshuset "
    "| Justerare: Maja Mård; Rut Rask | Kallelse skickad: 2023-02-20 "
    "| Kungörelse anslagen: 2023-02-20 | Offentligt: Ja | Sekreterare: Siv Sand"
)
SIGNED = f"{HEAD} | Justerat: 2023-03-14 | Anslaget uppsatt: 2023-03-15"
SEATED = (
    "@Anna Asp | Parti: S | Uppdrag: ordförande",
    "@Bo Berg | Parti: M | Uppdrag: vice ordförande",
    "@Cilla Ceder | Parti: C | Uppdrag: ledamot",
    "@Rut Rask | Parti: S | Uppdrag: ledamot",
    "@Sten Ståhl | Parti: S | Uppdrag: ledamot",
    "@Tyra Torn | Parti: S | Uppdrag: ledamot",
    "@Vera Viker | Parti: V | Uppdrag: ledamot",
    "@Maja Mård | Parti: M | Uppdrag: ledamot",
    "@Carl Cronqvist | Parti: C | Uppdrag: ledamot",
    "@Nils Nord | Parti: L | Uppdrag: ledamot | Närvarar: Nej",
)
SUBSTITUTES = (
    "@Viggo Vall | Parti: V | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Vakant",
    "@Kajsa Kling | Parti: KD | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Nils Nord",
    "@Måns Modin | Parti: M | Uppdrag: ersättare | Närvarar: Ja",
    "@Siv Sand | Uppdrag: nämndsekreterare",
)
PEOPLE = (
    *SEATED,
    "@Lisa Lund | Parti: L | Uppdrag: ledamot",
    "@Mats Mo | Parti: M | Uppdrag: ledamot | Närvarar: Nej",
    "@Moa Malm | Parti: M | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Mats Mo",
    *SUBSTITUTES,
)
COMING_AND_GOING = (
    *SEATED,
    "@Lisa Lund | Parti: L | Uppdrag: ledamot | Paragrafer: ej 1 | In kl.: 18.10",
    "@Mats Mo | Parti: M | Uppdrag: ledamot | Paragrafer: 1-2 | Ut kl.: 18.40",
    "@Moa Malm | Parti: M | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Mats Mo "
    "| Paragrafer: ej 1-2",
    *SUBSTITUTES,
)
"""From § 3 on the same people serve as those of PEOPLE do in all §§."""


@dataclass(frozen=True)
class Konstruktion:
    """The rows of some ärenden and, for each of them, its parts: heading → its lines.

    `#` stands for the number of the first § among them.
    """

    rader: Sequence[str]
    delar: Sequence[Mapping[str, Sequence[str]]]
    people: Sequence[str] = PEOPLE

    def rows(self, first: int = 1) -> list[str]:
        """The rows, where the first § is that."""
        return [row.replace("#", str(first)) for row in self.rader]

    def meeting(self, head: str = HEAD, folder: Path = Path()) -> Reading:
        """A meeting with nothing else in it."""
        return möte(head, *self.people, *self.rows(), folder=folder, register=register())


def register() -> Mapping[Sheet, list[dict[str, str]]]:
    """Those people, with their partier and uppdrag, and who gets what is decided."""
    elected = []
    for line in PEOPLE:
        name, *facts = line.removeprefix("@").split(" | ")
        fact = dict(one.split(": ") for one in facts)
        if "Parti" in fact:
            kept = {key: fact[key] for key in ("Parti", "Uppdrag")}
            elected.append({"Namn": name, "Organ": "KF", **kept})
    names = ("Tekniska nämnden", "Socialnämnden", "Kommunstyrelsen", "De valda")
    return {
        **REGISTER,
        sheets.FORTROENDEVALDA: elected,
        sheets.MOTTAGARE: [{"Namn": n, "Slag": "organ", "Skickas": "e-post"} for n in names],
    }


# -- who voted how ----------------------------------------------------------------------

S = "Anna Asp (S), Rut Rask (S), Sten Ståhl (S), Tyra Torn (S)"
V = "Vera Viker (V) och Viggo Vall (V)"
S_V = f"{S}, {V.replace(' och', ',', 1).replace(', Viggo', ' och Viggo')}"
M = "Bo Berg (M), Maja Mård (M) och Moa Malm (M)"
TO = "Kommunfullmäktige beslutar"


def _long() -> Iterator[str]:
    """Paragraphs of a redogörelse, no two alike."""
    whats = ("genomförandet", "kostnaderna", "tidplanen", "samråden", "upphandlingen", "riskerna")
    wheres = ("Östra torget", "Kvarnbron", "Hamnparken", "Norra skolan", "Ågatan")
    for number in range(1, 321):
        what, where = whats[number % len(whats)], wheres[number % len(wheres)]
        yield (
            f"Uppdrag {number} gäller {what} vid {where}. Nämnden redovisar att {what} har följts "
            f"upp under året, att {number} åtgärder av {number + 17} är klara och att resten blir "
            f"det före den {number % 27 + 1} november. Avvikelsen är {number * 3} tkr."
        )


LONG = tuple(_long())
REPORT = LONG[260:320]
"""What stands in the Word file."""


def _points(number: int, ending: str) -> list[str]:
    """A point and its sub-points, whose letters are the list's."""
    point = f"att anta mål {number} för nämndernas verksamhet"
    if number % 10 != 5:
        return [f"{point}{ending}"]
    return [f"{point}:", "under 2024 och", f"under 2025{ending}"]


def _report(first: str, *paragraphs: str) -> bytes:
    def build(document: object) -> None:
        document.add_heading(first, 1)  # type: ignore[attr-defined]
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)  # type: ignore[attr-defined]

    return wordfiles.word(build=build)


FILES: Mapping[str, bytes] = {
    "redogörelse.docx": _report("Redogörelse från nämnderna", *REPORT),
    "reservation.docx": wordfiles.word("Vi reserverar oss, eftersom avgiften är för hög."),
}
LONG_CELLS = (
    *("\n".join(LONG[at : at + 10]) for at in range(0, 200, 10)),
    "\n".join(LONG[200:260]),
)
LONG_RUBRIK = (
    "Redovisning av uppdrag från kommunfullmäktige till kommunstyrelsen, byggnadsnämnden, "
    "socialnämnden, tekniska nämnden samt barn- och utbildningsnämnden om en samlad strategi för "
    "tillgängliga torg, gator, parker, badplatser och lekplatser för 2023–2026"
)


# -- the constructs ---------------------------------------------------------------------

KONSTRUKTIONER: Mapping[str, Konstruktion] = {
    "närvaro": Konstruktion(
        (
            "Upprop | Typ: Formalia | Förslag: godkänna uppropet",
            "Information om budgetläget | Typ: Information | Utfall: Till handlingarna",
            "Riktlinjer för bidrag | Förslag: anta riktlinjer för bidrag till föreningar",
        ),
        (
            {"Beslut": [TO, "att godkänna uppropet."]},
            {
                "Närvaro": ["Lisa Lund (L) kommer till sammanträdet klockan 18.10."],
                "Beslut": [TO, "att lägga informationen till handlingarna."],
            },
            {
                "Närvaro": [
                    "Mats Mo (M) lämnar sammanträdet klockan 18.40. Moa Malm (M) tjänstgör för "
                    "Mats Mo (M)."
                ],
                "Beslut": [TO, "att anta riktlinjer för bidrag till föreningar."],
            },
        ),
        COMING_AND_GOING,
    ),
    "utslagsröst": Konstruktion(
        (
            "Taxa för torghandel | Förslag: anta taxa för torghandel från och med 1 april 2023",
            "! Yrkande Asp | Gäller: Bifall",
            "! Yrkande Berg | Gäller: Avslag",
            "! Proposition | Utfall: Bifall",
            "! Omröstning Berg | Gäller: Beslutet | Ja betyder: bifall till förslaget "
            "| Nej betyder: avslag på förslaget | Ja: S; V | Nej: M; C; L | Avstår: KD",
            "! Reservation M | Fil: reservation.docx",
            "! Reservation C; L",
        ),
        (
            {
                "Beslut": [TO, "att anta taxa för torghandel från och med 1 april 2023."],
                "Yrkanden": [
                    "Anna Asp (S) yrkar bifall till förslaget.",
                    "Bo Berg (M) yrkar avslag på förslaget.",
                ],
                "Beslutsgång": [
                    "Ordföranden ställer proposition på bifall och avslag och finner att förslaget "
                    "bifalls.",
                    "Bo Berg (M) begär omröstning.",
                    "Godkänd voteringsproposition: ”Ja för bifall till förslaget och Nej för "
                    "avslag "
                    "på förslaget.”",
                    "Omröstningen utfaller med 6 ja-röster och 6 nej-röster. En ledamot avstår "
                    "från att rösta. Ordförandens utslagsröst avgör. Utfallet är ja: bifall till "
                    "förslaget.",
                    f"{S_V} röstar ja (6).",
                    "Bo Berg (M), Cilla Ceder (C), Maja Mård (M), Carl Cronqvist (C), Lisa Lund "
                    "(L) och Moa Malm (M) röstar nej (6).",
                    "Kajsa Kling (KD) avstår från att rösta (1).",
                ],
                "Reservationer": [
                    f"{M} reserverar sig mot beslutet. Reservationen bifogas protokollet som "
                    "bilaga 1.",
                    "Cilla Ceder (C), Carl Cronqvist (C) och Lisa Lund (L) reserverar sig mot "
                    "beslutet.",
                ],
                "Bilagor": [
                    "Bilaga 1. Reservation från Bo Berg (M), Maja Mård (M) och Moa Malm (M)"
                ],
            },
        ),
    ),
    "minoritetsåterremiss": Konstruktion(
        (
            "Ny bro över ån | Förslag: bygga bron | Utfall: Återremitteras "
            "| Beslut: återremittera ärendet till tekniska nämnden för att kostnaden ska utredas",
            "! Yrkande Berg; Ceder | Gäller: Återremiss | Text: återremiss till tekniska nämnden "
            "för att kostnaden ska utredas",
            "! Yrkande Asp | Text: att ärendet ska avgöras i dag",
            "! Proposition | Utfall: Avgörs i dag",
            "! Omröstning Berg | Gäller: Återremiss (Nej) | Ja: Övriga | Nej: M; C",
        ),
        (
            {
                "Beslut": [
                    TO,
                    "att återremittera ärendet till tekniska nämnden för att kostnaden ska "
                    "utredas.",
                ],
                "Yrkanden": [
                    "Bo Berg (M) och Cilla Ceder (C) yrkar återremiss till tekniska nämnden för "
                    "att kostnaden ska utredas.",
                    "Anna Asp (S) yrkar att ärendet ska avgöras i dag.",
                ],
                "Beslutsgång": [
                    "Ordföranden ställer proposition på avgörande i dag och återremiss och finner "
                    "att ärendet ska avgöras i dag.",
                    "Bo Berg (M) begär omröstning.",
                    "Godkänd voteringsproposition: ”Ja för avgörande i dag och Nej för "
                    "återremiss.”",
                    "Omröstningen utfaller med 8 ja-röster och 5 nej-röster. Ärendet "
                    "återremitteras, eftersom minst en tredjedel av de närvarande ledamöterna "
                    "begär det: 5 av 13, där 5 räcker (5 kap. 50 § KL).",
                    f"{S}, Vera Viker (V), Lisa Lund (L), Viggo Vall (V) och Kajsa Kling (KD) "
                    "röstar ja (8).",
                    "Bo Berg (M), Cilla Ceder (C), Maja Mård (M), Carl Cronqvist (C) och Moa Malm "
                    "(M) röstar nej (5).",
                ],
            },
        ),
    ),
    "huvudvotering": Konstruktion(
        (
            "Cykelplan | Utfall: Annat beslut | Förslag: anta cykelplanen "
            "| Beslut: anta cykelplanen utan avsnitt 3",
            "! Yrkande Asp | Gäller: Bifall",
            "! Yrkande Berg | Gäller: Ändring | Text: att cykelplanen antas utan avsnitt 3",
            "! Yrkande Viker | Gäller: Avslag",
            "! Proposition | Text: ställer propositioner på de tre yrkandena och finner att "
            "förslaget bifalls | Utfall: Bifall",
            "! Omröstning Berg | Gäller: Motförslag | Ja betyder: Bo Bergs ändringsyrkande "
            "| Nej betyder: Vera Vikers avslagsyrkande | Ja: M; C; L; KD | Nej: V | Avstår: S",
            "! Omröstning | Gäller: Beslutet | Ja betyder: bifall till förslaget "
            "| Nej betyder: bifall till Bo Bergs ändringsyrkande | Ja: S; V | Nej: Övriga",
        ),
        (
            {
                "Beslut": [TO, "att anta cykelplanen utan avsnitt 3."],
                "Yrkanden": [
                    "Anna Asp (S) yrkar bifall till förslaget.",
                    "Bo Berg (M) yrkar att cykelplanen antas utan avsnitt 3.",
                    "Vera Viker (V) yrkar avslag på förslaget.",
                ],
                "Beslutsgång": [
                    "Ordföranden ställer propositioner på de tre yrkandena och finner att "
                    "förslaget bifalls.",
                    "Bo Berg (M) begär omröstning. Omröstning genomförs om vad som ska vara "
                    "motförslag i huvudvoteringen.",
                    "Godkänd voteringsproposition: ”Ja för Bo Bergs ändringsyrkande och Nej för "
                    "Vera Vikers avslagsyrkande.”",
                    "Omröstningen utfaller med 7 ja-röster och 2 nej-röster. 4 ledamöter avstår "
                    "från att rösta. Utfallet är ja: Bo Bergs ändringsyrkande.",
                    "Bo Berg (M), Cilla Ceder (C), Maja Mård (M), Carl Cronqvist (C), Lisa Lund "
                    "(L), Moa Malm (M) och Kajsa Kling (KD) röstar ja (7).",
                    f"{V} röstar nej (2).",
                    f"{S.replace(', Tyra', ' och Tyra')} avstår från att rösta (4).",
                    "Huvudvotering genomförs.",
                    "Godkänd voteringsproposition: ”Ja för bifall till förslaget och Nej för "
                    "bifall till Bo Bergs ändringsyrkande.”",
                    "Omröstningen utfaller med 6 ja-röster och 7 nej-röster. Utfallet är nej: "
                    "bifall till Bo Bergs ändringsyrkande.",
                    f"{S_V} röstar ja (6).",
                    "Bo Berg (M), Cilla Ceder (C), Maja Mård (M), Carl Cronqvist (C), Lisa Lund "
                    "(L), Moa Malm (M) och Kajsa Kling (KD) röstar nej (7).",
                ],
            },
        ),
    ),
    "ja är avslag": Konstruktion(
        (
            "Motion från Vera Viker (V) om fri busstrafik | Typ: Motion | Inkom: 2022-05-02 "
            "| Dnr: KS 2022/0345 | Förslag: avslå motionen "
            "| Skickas till – kännedom: Förslagsställarna",
            "! Yrkande Viker | Text: bifall till motionen",
            "! Yrkande Asp | Gäller: Bifall",
            "! Proposition | Utfall: Bifall",
            "! Omröstning Viker | Gäller: Beslutet | Ja betyder: avslag på motionen "
            "| Nej betyder: bifall till motionen | Ja: Övriga | Nej: V",
            "! Reservation V | Text: till förmån för det egna yrkandet",
        ),
        (
            {
                "Beslut": [TO, "att avslå motionen."],
                "Underlag för beslut": [
                    "Motion från Vera Viker (V) om fri busstrafik, inkommen 2022-05-02"
                ],
                "Yrkanden": [
                    "Vera Viker (V) yrkar bifall till motionen.",
                    "Anna Asp (S) yrkar bifall till förslaget till beslut.",
                ],
                "Beslutsgång": [
                    "Ordföranden ställer proposition på yrkandena och finner att förslaget till "
                    "beslut bifalls.",
                    "Vera Viker (V) begär omröstning.",
                    "Godkänd voteringsproposition: ”Ja för avslag på motionen och Nej för bifall "
                    "till motionen.”",
                    "Omröstningen utfaller med 11 ja-röster och 2 nej-röster. Utfallet är ja: "
                    "avslag på motionen.",
                    "Anna Asp (S), Bo Berg (M), Cilla Ceder (C), Rut Rask (S), Sten Ståhl (S), "
                    "Tyra Torn (S), Maja Mård (M), Carl Cronqvist (C), Lisa Lund (L), Moa Malm "
                    "(M) och Kajsa Kling (KD) röstar ja (11).",
                    f"{V} röstar nej (2).",
                ],
                "Reservation": [
                    f"{V} reserverar sig mot beslutet till förmån för det egna yrkandet."
                ],
                "Beslutet skickas till": ["För kännedom:", "Motionären"],
            },
        ),
    ),
    "deltar inte och avstår": Konstruktion(
        (
            "Näringslivsprogram | Förslag: anta näringslivsprogrammet",
            "! Yrkande Asp | Gäller: Bifall",
            "! Yrkande Berg | Gäller: Bordläggning",
            "! Yrkande Lund | Gäller: Tillägg | Text: att programmet ska följas upp varje år",
            "! Proposition | Utfall: Avgörs i dag",
            "! Proposition | Text: ställer proposition på tilläggsyrkandet och finner att det "
            "avslås | Utfall: Avslag",
            "! Omröstning Lund | Gäller: Tillägg | Ja betyder: avslag på tilläggsyrkandet "
            "| Nej betyder: bifall till det | Ja: S; V | Nej: L | Avstår: Övriga",
            "! Deltar inte M; C | Gäller: Beslutet",
            "! Deltar inte KD | Gäller: Avgörande i dag",
            "! Reservation Lund | Gäller: Tillägg | Text: till förmån för det egna yrkandet",
        ),
        (
            {
                "Beslut": [TO, "att anta näringslivsprogrammet."],
                "Yrkanden": [
                    "Anna Asp (S) yrkar bifall till förslaget.",
                    "Bo Berg (M) yrkar att ärendet ska bordläggas.",
                    "Lisa Lund (L) yrkar att programmet ska följas upp varje år.",
                ],
                "Beslutsgång": [
                    "Ordföranden ställer proposition på avgörande i dag och bordläggning och "
                    "finner att ärendet ska avgöras i dag.",
                    "Ordföranden ställer proposition på tilläggsyrkandet och finner att det "
                    "avslås.",
                    "Lisa Lund (L) begär omröstning.",
                    "Godkänd voteringsproposition: ”Ja för avslag på tilläggsyrkandet och Nej för "
                    "bifall till det.”",
                    "Omröstningen utfaller med 6 ja-röster och 1 nej-röst. 6 ledamöter avstår "
                    "från att rösta. Utfallet är ja: avslag på tilläggsyrkandet.",
                    f"{S_V} röstar ja (6).",
                    "Lisa Lund (L) röstar nej (1).",
                    "Bo Berg (M), Cilla Ceder (C), Maja Mård (M), Carl Cronqvist (C), Moa Malm "
                    "(M) och Kajsa Kling (KD) avstår från att rösta (6).",
                ],
                "Deltar inte i beslutet": [
                    "Bo Berg (M), Maja Mård (M), Moa Malm (M), Cilla Ceder (C) och Carl Cronqvist "
                    "(C) deltar inte i beslutet.",
                    "Kajsa Kling (KD) deltar inte i beslutet att avgöra ärendet i dag.",
                ],
                "Reservation": [
                    "Lisa Lund (L) reserverar sig mot beslutet om tillägget till förmån för det "
                    "egna yrkandet."
                ],
            },
        ),
    ),
    "jäv": Konstruktion(
        (
            "Köp av fastigheten Kvarnen 1 | Förslag: köpa fastigheten Kvarnen 1",
            "! Jäv Berg | Ersättare: Måns Modin",
            "! Omröstning Ceder | Gäller: Beslutet | Ja betyder: bifall till förslaget "
            "| Nej betyder: avslag på förslaget | Ja: Övriga | Nej: M; C",
        ),
        (
            {
                "Beslut": [TO, "att köpa fastigheten Kvarnen 1."],
                "Jäv": [
                    "Bo Berg (M) anmäler jäv och deltar inte i handläggningen av ärendet.",
                    "Måns Modin (M) tjänstgör för Bo Berg (M).",
                ],
                "Beslutsgång": [
                    "Cilla Ceder (C) begär omröstning.",
                    "Godkänd voteringsproposition: ”Ja för bifall till förslaget och Nej för "
                    "avslag "
                    "på förslaget.”",
                    "Omröstningen utfaller med 8 ja-röster och 5 nej-röster. Utfallet är ja: "
                    "bifall "
                    "till förslaget.",
                    f"{S}, Vera Viker (V), Lisa Lund (L), Viggo Vall (V) och Kajsa Kling (KD) "
                    "röstar ja (8).",
                    "Måns Modin (M), Cilla Ceder (C), Maja Mård (M), Carl Cronqvist (C) och Moa "
                    "Malm (M) röstar nej (5).",
                ],
            },
        ),
    ),
    "växling av ordförande": Konstruktion(
        (
            "Delårsrapport | Förslag: godkänna delårsrapporten",
            "! Yrkande Ceder | Gäller: Bifall",
            "! Ordförandebyte Asp | Ersättare: Bo Berg | Text: klockan 20.00",
            "Firmatecknare | Förslag: utse Anna Asp (S) till firmatecknare",
            "Plan för laddstolpar | Förslag: godkänna planen",
            "! Ordförandebyte Berg | Ersättare: Anna Asp",
        ),
        (
            {
                "Beslut": [TO, "att godkänna delårsrapporten."],
                "Yrkanden": [
                    "Cilla Ceder (C) yrkar bifall till förslaget.",
                    "Bo Berg (M) tar över som ordförande efter Anna Asp (S) klockan 20.00.",
                ],
            },
            {"Beslut": [TO, "att utse Anna Asp (S) till firmatecknare."]},
            {
                "Beslut": [TO, "att godkänna planen."],
                "Ordförandebyte": ["Anna Asp (S) tar över som ordförande efter Bo Berg (M)."],
            },
        ),
    ),
    "rättad paragraf": Konstruktion(
        (
            "Markanvisning | Förslag: sälja marken för 1 250 000 kronor",
            "% Rättelse | Paragrafer: # | Justerat: 2023-03-20 | Anslaget uppsatt: 2023-03-21 "
            "| Vad som rättats: Beloppet var 1 520 000 kronor.",
        ),
        (
            {
                "Rättelse": [
                    "Paragrafen är rättad, och rättelsen är justerad den 20 mars 2023. Vad som "
                    "rättats: Beloppet var 1 520 000 kronor."
                ],
                "Beslut": [TO, "att sälja marken för 1 250 000 kronor."],
            },
        ),
    ),
    "omedelbart justerad": Konstruktion(
        (
            "Lån till bostadsbolaget | Förslag: teckna borgen för lånet | Omedelbart justerad: Ja",
            "% Omedelbar justering | Paragrafer: # | Justerat: 2023-03-06 "
            "| Anslaget uppsatt: 2023-03-07",
        ),
        (
            {
                "Beslut": [TO, "att teckna borgen för lånet."],
                "Justering": ["Paragrafen förklaras omedelbart justerad."],
            },
        ),
    ),
    "sekretess": Konstruktion(
        (
            "Förlikning | Sekretess: 19 kap. 9 § OSL | Förslag: godkänna förlikningen "
            "| Sammanfattning: Motparten har lämnat ett bud.",
        ),
        (
            {
                "Sekretess": ["Sekretess enligt 19 kap. 9 § OSL."],
                "Beslut": [TO, "att godkänna förlikningen."],
                "Sammanfattning": ["Motparten har lämnat ett bud."],
            },
        ),
    ),
    "trettio punkter": Konstruktion(
        (
            "Mål och budget 2024"
            + "".join(
                f" | Förslag: anta mål {number} för nämndernas verksamhet"
                + (" | Förslag: a) under 2024 | Förslag: b) under 2025" if number % 10 == 5 else "")
                for number in range(1, 31)
            ),
        ),
        (
            {
                "Beslut": [
                    TO,
                    *(
                        line
                        for number in range(1, 31)
                        for line in _points(number, {29: ", samt", 30: "."}.get(number, ","))
                    ),
                ]
            },
        ),
    ),
    "lång rubrik": Konstruktion(
        (f"{LONG_RUBRIK} | Förslag: lägga redovisningen till handlingarna",),
        ({"Beslut": [TO, "att lägga redovisningen till handlingarna."]},),
    ),
    "lång paragraf": Konstruktion(
        (
            "Återrapportering av uppdrag | Förslag: godkänna redovisningen"
            + "".join(f" | Sammanfattning: {cell}" for cell in LONG_CELLS)
            + " | Sammanfattning (Fil): redogörelse.docx",
        ),
        (
            {
                "Beslut": [TO, "att godkänna redovisningen."],
                "Sammanfattning": [" ".join(cell.split("\n")) for cell in LONG_CELLS],
            },
        ),
    ),
    "egna inledningar": Konstruktion(
        (
            "Val till tekniska nämnden | Typ: Val | Inledning: På förslag av valberedningen "
            "beslutar kommunfullmäktige | Förslag: utse Viggo Vall (V) till ledamot i tekniska "
            "nämnden | Förslag: utse Måns Modin (M) till ersättare | Inledning: Enligt yrkande "
            "från Bo Berg (M) beslutar kommunfullmäktige | Förslag: förklara paragrafen "
            "omedelbart justerad | Skickas till – kännedom: De valda",
        ),
        (
            {
                "Beslut": [
                    "På förslag av valberedningen beslutar kommunfullmäktige",
                    "att utse Viggo Vall (V) till ledamot i tekniska nämnden, samt",
                    "att utse Måns Modin (M) till ersättare.",
                    "Enligt yrkande från Bo Berg (M) beslutar kommunfullmäktige",
                    "att förklara paragrafen omedelbart justerad.",
                ],
                "Beslutet skickas till": ["För kännedom:", "De valda"],
            },
        ),
    ),
    "tillägg": Konstruktion(
        (
            "Översiktsplan | Utfall: Annat beslut | Förslag: anta översiktsplanen "
            "| Beslut: anta översiktsplanen | Inledning: Enligt tilläggsyrkandet från Cilla Ceder "
            "(C) beslutar kommunfullmäktige dessutom | Beslut: följa upp planen varje år "
            "| Skickas till – åtgärd: Tekniska nämnden | Skickas till – åtgärd: Socialnämnden",
            "! Yrkande Ceder | Gäller: Tillägg | Text: att planen dessutom ska följas upp varje år",
            "! Proposition | Text: ställer först proposition på förslaget och finner att det "
            "bifalls | Utfall: Bifall",
            "! Proposition | Text: ställer därefter proposition på tilläggsyrkandet och finner "
            "att det bifalls | Utfall: Bifall",
            "! Omröstning Berg | Gäller: Tillägg | Ja betyder: bifall till tilläggsyrkandet "
            "| Nej betyder: avslag på det | Ja: Övriga | Nej: M",
        ),
        (
            {
                "Beslut": [
                    TO,
                    "att anta översiktsplanen.",
                    "Enligt tilläggsyrkandet från Cilla Ceder (C) beslutar kommunfullmäktige "
                    "dessutom",
                    "att följa upp planen varje år.",
                ],
                "Yrkanden": ["Cilla Ceder (C) yrkar att planen dessutom ska följas upp varje år."],
                "Beslutsgång": [
                    "Ordföranden ställer först proposition på förslaget och finner att det "
                    "bifalls.",
                    "Ordföranden ställer därefter proposition på tilläggsyrkandet och finner att "
                    "det bifalls.",
                    "Bo Berg (M) begär omröstning.",
                    "Godkänd voteringsproposition: ”Ja för bifall till tilläggsyrkandet och Nej "
                    "för "
                    "avslag på det.”",
                    "Omröstningen utfaller med 10 ja-röster och 3 nej-röster. Utfallet är ja: "
                    "bifall till tilläggsyrkandet.",
                    "Anna Asp (S), Cilla Ceder (C), Rut Rask (S), Sten Ståhl (S), Tyra Torn (S), "
                    "Vera Viker (V), Carl Cronqvist (C), Lisa Lund (L), Viggo Vall (V) och Kajsa "
                    "Kling (KD) röstar ja (10).",
                    f"{M} röstar nej (3).",
                ],
                "Beslutet skickas till": [
                    "För verkställighet eller motsvarande åtgärd:",
                    "Tekniska nämnden",
                    "Socialnämnden",
                ],
            },
        ),
    ),
    "lottning": Konstruktion(
        (
            "Val av ordförande i valberedningen | Typ: Val | Utfall: Annat beslut "
            "| Beslut: utse Cilla Ceder (C) till ordförande i valberedningen",
            "! Yrkande Asp | Text: att Vera Viker (V) utses",
            "! Yrkande Berg | Text: att Cilla Ceder (C) utses",
            "! Omröstning Asp | Gäller: Val | Ja betyder: Vera Viker (V) "
            "| Nej betyder: Cilla Ceder (C) | Ja: 6 | Nej: 6 | Avstår: 1 | Utfall: Lottning: Nej",
        ),
        (
            {
                "Beslut": [TO, "att utse Cilla Ceder (C) till ordförande i valberedningen."],
                "Yrkanden": [
                    "Anna Asp (S) yrkar att Vera Viker (V) utses.",
                    "Bo Berg (M) yrkar att Cilla Ceder (C) utses.",
                ],
                "Beslutsgång": [
                    "Anna Asp (S) begär omröstning.",
                    "Omröstningen är sluten. Vera Viker (V) får 6 röster och Cilla Ceder (C) får 6 "
                    "röster. En ledamot avstår från att rösta. Lotten avgör. Utfallet är Cilla "
                    "Ceder (C).",
                ],
            },
        ),
    ),
    "yttranden": Konstruktion(
        (
            "Tillgänglighetsplan | Förslag: anta tillgänglighetsplanen",
            "! Särskilt yttrande KD | Text: Vi hade hellre sett en plan för fyra år.",
            "! Särskilt yttrande C | Text: att planen borde ha remitterats till företagen",
            "! Protokollsanteckning Lund | Text: att planen saknar en budget",
            "! Protokollsanteckning V | Text: Planen är ett steg i rätt riktning.",
            "! Ajournering | Text: 19.30-19.45",
            "! Ajournering | Text: 20.30-20.40",
        ),
        (
            {
                "Beslut": [TO, "att anta tillgänglighetsplanen."],
                "Särskilda yttranden": [
                    "Kajsa Kling (KD) lämnar följande särskilda yttrande:",
                    "Vi hade hellre sett en plan för fyra år.",
                    "Cilla Ceder (C) och Carl Cronqvist (C) lämnar ett särskilt yttrande om att "
                    "planen borde ha remitterats till företagen.",
                ],
                "Protokollsanteckningar": [
                    "Lisa Lund (L) låter anteckna till protokollet att planen saknar en budget.",
                    f"{V} lämnar följande protokollsanteckning:",
                    "Planen är ett steg i rätt riktning.",
                ],
                "Ajournering": [
                    "Sammanträdet ajourneras klockan 19.30–19.45.",
                    "Sammanträdet ajourneras klockan 20.30–20.40.",
                ],
            },
        ),
    ),
}


# -- all of them ------------------------------------------------------------------------

FIRST: Mapping[str, int] = dict(
    zip(
        KONSTRUKTIONER,
        accumulate((len(one.delar) for one in KONSTRUKTIONER.values()), initial=1),
        strict=False,
    )
)
"""The first § of each in the big meeting."""


def big(folder: Path) -> Path:
    """One workbook with all of them, its register and its files in that folder."""
    lines = [row for name, first in FIRST.items() for row in KONSTRUKTIONER[name].rows(first)]
    known = möte(HEAD, *PEOPLE, "A", register=register()).register
    organ = known.find_organ("KF")
    assert organ is not None
    rows = typed(SIGNED, *COMING_AND_GOING, *lines)
    filled = Filling({s.name: [_facts(s, row) for row in some] for s, some in rows.items()})
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    (folder / "register.xlsx").write_bytes(new.register(known))
    path = folder / "möte.xlsx"
    path.write_bytes(new.written(filled, known, organ, DAY, "prov"))
    return path


def _facts(sheet: Sheet, row: Mapping[str, str]) -> dict[str, object]:
    """The row by fields, with its days as days."""
    out: dict[str, object] = {}
    for header, value in row.items():
        column = sheet.by_header()[fold(header)]
        day = column.type is Type.DATE
        out[column.field] = dt.date.fromisoformat(value) if day else value
    return out
