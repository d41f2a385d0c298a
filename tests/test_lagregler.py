"""The law, a rule a line: a meeting that breaks it, and one that just keeps it.

A meeting is a tuple of lines for `möte`; where a rule counts days, the two are a day apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from mote import REGISTER, fynd, möte

from gen.checks import check
from gen.checks.kallelse import UNANIMOUS
from gen.checks.personuppgifter import is_personnummer, is_telefon
from gen.findings import CATALOGUE, Finding, Level
from gen.workbook import sheets
from gen.workbook.columns import Sheet
from gen.workbook.read import Reading, read

FEL, LAGBRIST, VARNING, UPPLYSNING = Level.FEL, Level.LAGBRIST, Level.VARNING, Level.UPPLYSNING
DATA = Path(__file__).parent.parent / "data"

Lines = tuple[str, ...]
Own = Mapping[Sheet, list[dict[str, str]]]


@dataclass(frozen=True)
class Fall:
    """A rule's `code` and level, what breaks it and what keeps it, with a register of its own."""

    code: int
    level: Level
    breaks: Lines
    keeps: Lines
    register: Own = field(default_factory=dict)


def organ(kod: str, **columns: str) -> Own:
    """The usual register with more columns for one organ, by the names of SHORT."""
    more = {SHORT[key]: value for key, value in columns.items()}
    return {
        sheets.ORGAN: [row | more if row["Kod"] == kod else row for row in REGISTER[sheets.ORGAN]]
    }


SHORT = {
    "antal": "Antal ledamöter",
    "dagar": "Kallas senast (dagar)",
    "partigräns": "Ersättare får tjänstgöra över partigräns",
}


def mandates(kod: str, *rows: str) -> Own:
    """People of an organ: `Eva Ek, C, ersättare | Turordning: 2`."""
    people = []
    for row in rows:
        who, *facts = row.split(" | ")
        name, parti, uppdrag = who.split(", ")
        columns = dict(fact.split(": ") for fact in facts)
        people.append({"Namn": name, "Parti": parti, "Organ": kod, "Uppdrag": uppdrag} | columns)
    known = {person["Namn"] for person in people}
    others = [row for row in REGISTER[sheets.FORTROENDEVALDA] if row["Namn"] not in known]
    return {sheets.FORTROENDEVALDA: [*people, *others]}


def people(*rows: str) -> Lines:
    """Three ledamöter and the secretary, or those in `rows`: `Eva Ek | Uppdrag: ersättare`."""
    return tuple(f"@{row}" for row in (*rows, SIV))


ADA, BO, CIA, SIV = (
    "Ada Ask | Uppdrag: ordförande",
    "Bo Berg | Uppdrag: ledamot",
    "Cia Cron | Uppdrag: ledamot",
    "Siv Sand | Uppdrag: nämndsekreterare",
)
EVA = "Eva Ek | Uppdrag: ersättare | Närvarar: Ja"
DAN = "Dan Dahl | Uppdrag: ersättare | Närvarar: Ja"
KS, SN, KF, KSAU = (f"{kod} 2023-03-06" for kod in ("KS", "SN", "KF", "KSAU"))
A, B, C = "§ 1 A | Förslag: anta", "§ 2 B | Förslag: anta", "§ 3 C | Förslag: anta"
ATT = "Ja betyder: bifall | Nej betyder: avslag"
CALLED = "Kungörelse anslagen: 2023-02-27 | Kallelse skickad: 2023-02-27"
POSTED = "Justerat: 2023-03-07 | Anslaget uppsatt: 2023-03-08"
OMEDELBAR = "% Omedelbar justering | Paragrafer: 2"


def days(head: str, *more: str, lines: Lines = (A,)) -> Lines:
    """A meeting with those cells of Sammanträde."""
    return (" | ".join((head, *more)), *lines)


JUSTERING = [
    # 14 days after 6 March is Monday 20 March; after 10 December 2024 it is julafton, moved.
    Fall(3000, LAGBRIST, days(KS, "Justerat: 2023-03-21"), days(KS, "Justerat: 2023-03-20")),
    Fall(
        3000,
        LAGBRIST,
        days("KS 2024-12-10", "Justerat: 2024-12-28"),
        days("KS 2024-12-10", "Justerat: 2024-12-27"),
    ),
    Fall(
        3000,
        LAGBRIST,
        days(KS, "Sista dag: 2023-03-07", "Justerat: 2023-03-22"),
        days(KS, "Sista dag: 2023-03-07", "Justerat: 2023-03-21"),
    ),
    Fall(
        3000,
        LAGBRIST,
        days(KS, lines=(A, B, f"{OMEDELBAR} | Justerat: 2023-03-21")),
        days(KS, lines=(A, B, f"{OMEDELBAR} | Justerat: 2023-03-20")),
    ),
    # A rättelse comes when it comes.
    Fall(
        3000,
        LAGBRIST,
        days(KS, "Justerat: 2023-03-21"),
        days(KS, POSTED, lines=(A, "% Rättelse | Paragrafer: 1 | Justerat: 2023-05-20")),
    ),
    Fall(
        3001,
        VARNING,
        days(KS, "Justering planerad: 2023-03-21"),
        days(KS, "Justering planerad: 2023-03-20"),
    ),
    # What is done is done: the plan is no longer asked about.
    Fall(
        3001,
        VARNING,
        days(KS, "Justering planerad: 2023-03-21"),
        days(KS, "Justering planerad: 2023-03-21", "Justerat: 2023-03-20"),
    ),
    Fall(3002, FEL, days(KS, "Justerat: 2023-03-05"), days(KS, "Justerat: 2023-03-06")),
    Fall(
        3002,
        FEL,
        days(KS, "Sista dag: 2023-03-07", "Justerat: 2023-03-06"),
        days(
            KS,
            "Sista dag: 2023-03-07",
            "Justerat: 2023-03-07",
            lines=(A, B, f"{OMEDELBAR} | Justerat: 2023-03-06"),
        ),
    ),
]

ANSLAG = [
    Fall(
        3010,
        LAGBRIST,
        days(KS, "Justerat: 2023-03-07", "Anslaget uppsatt: 2023-03-10"),
        days(KS, "Justerat: 2023-03-07", "Anslaget uppsatt: 2023-03-09"),
    ),
    # The second day after skärtorsdag is påskafton, moved to Tuesday.
    Fall(
        3010,
        LAGBRIST,
        days("KS 2025-04-10", "Justerat: 2025-04-17", "Anslaget uppsatt: 2025-04-23"),
        days("KS 2025-04-10", "Justerat: 2025-04-17", "Anslaget uppsatt: 2025-04-22"),
    ),
    Fall(
        3010,
        LAGBRIST,
        days(
            KS,
            lines=(A, B, f"{OMEDELBAR} | Justerat: 2023-03-06 | Anslaget uppsatt: 2023-03-09"),
        ),
        days(
            KS,
            lines=(A, B, f"{OMEDELBAR} | Justerat: 2023-03-06 | Anslaget uppsatt: 2023-03-08"),
        ),
    ),
    Fall(
        3010,
        LAGBRIST,
        days(
            KS,
            POSTED,
            lines=(
                A,
                "% Rättelse | Paragrafer: 1 | Justerat: 2023-05-15 | Anslaget uppsatt: 2023-05-19",
            ),
        ),
        # Two days on is Kristi himmelsfärdsdag less one: an open Wednesday.
        days(
            KS,
            POSTED,
            lines=(
                A,
                "% Rättelse | Paragrafer: 1 | Justerat: 2023-05-15 | Anslaget uppsatt: 2023-05-17",
            ),
        ),
    ),
    Fall(
        3011,
        FEL,
        days(KS, "Justerat: 2023-03-08", "Anslaget uppsatt: 2023-03-07"),
        days(KS, "Justerat: 2023-03-08", "Anslaget uppsatt: 2023-03-08"),
    ),
    Fall(3011, FEL, days(KS, "Anslaget uppsatt: 2023-03-08"), days(KS, POSTED)),
    # Lund's own days: the last to appeal is 29 March, the first without the anslag 30 March.
    Fall(
        3012,
        LAGBRIST,
        days(KS, POSTED, "Anslaget tas ned: 2023-03-29"),
        days(KS, POSTED, "Anslaget tas ned: 2023-03-30"),
    ),
    # Sunne, annandag påsk 2011: down on the last day itself.
    Fall(
        3012,
        LAGBRIST,
        days(
            "KF 2011-04-01",
            "Justerat: 2011-04-04",
            "Anslaget uppsatt: 2011-04-04",
            "Anslaget tas ned: 2011-04-26",
        ),
        days(
            "KF 2011-04-01",
            "Justerat: 2011-04-04",
            "Anslaget uppsatt: 2011-04-04",
            "Anslaget tas ned: 2011-04-27",
        ),
    ),
    Fall(
        3013,
        FEL,
        days(KS, POSTED, "Sista dag att överklaga: 2023-03-28"),
        days(KS, POSTED, "Sista dag att överklaga: 2023-03-29"),
    ),
    # Before the posting there is nothing to count from.
    Fall(
        3013,
        FEL,
        days(KS, POSTED, "Sista dag att överklaga: 2023-03-28"),
        days(KS, "Sista dag att överklaga: 2023-03-28"),
    ),
    Fall(
        3014,
        VARNING,
        days(KS, POSTED, "Sista dag att överklaga: 2023-03-30"),
        days(KS, POSTED, "Sista dag att överklaga: 2023-03-29"),
    ),
    Fall(
        3015,
        VARNING,
        days(
            KS,
            POSTED,
            "Sista dag att överklaga: 2023-03-29",
            lines=(f"{A} | Överklagande: Kan inte överklagas",),
        ),
        days(KS, POSTED, "Sista dag att överklaga: 2023-03-29"),
    ),
    # What a selection leaves out may well be possible to appeal.
    Fall(
        3015,
        VARNING,
        days(
            KSAU,
            POSTED,
            "Sista dag att överklaga: 2023-03-29",
        ),
        days(
            KSAU,
            POSTED,
            "Sista dag att överklaga: 2023-03-29",
            "Omfattning: Utvalda paragrafer",
        ),
    ),
    Fall(
        3016,
        FEL,
        days(KS, POSTED, "Förvaringsplats: "),
        days(KS, POSTED, "Förvaringsplats: Stadshuset"),
    ),
    # Before the justering nobody asks.
    Fall(3016, FEL, days(KS, POSTED, "Förvaringsplats: "), days(KS, "Förvaringsplats: ")),
]

KALLELSE = [
    # A week before Monday 6 March is Monday 27 February.
    Fall(
        3020,
        LAGBRIST,
        days(KF, "Kungörelse anslagen: 2023-02-28"),
        days(KF, "Kungörelse anslagen: 2023-02-27"),
    ),
    Fall(
        3020,
        LAGBRIST,
        days(KF, "Kungörelse anslagen: 2023-02-28"),
        days(KS, "Kungörelse anslagen: 2023-02-28"),
    ),
    # A week that ends on långfredagen is no longer for that: it is counted backwards.
    Fall(
        3020,
        LAGBRIST,
        days("KF 2023-04-14", "Kungörelse anslagen: 2023-04-08"),
        days("KF 2023-04-14", "Kungörelse anslagen: 2023-04-07"),
    ),
    Fall(
        3021,
        LAGBRIST,
        days(KF, "Kallelse skickad: 2023-02-28"),
        days(KF, "Kallelse skickad: 2023-02-27"),
    ),
    Fall(3022, UPPLYSNING, days(KF, "Till klockan: "), days(KF, "Till klockan: ", CALLED)),
    Fall(3022, UPPLYSNING, days(KF, "Till klockan: "), days(KS, "Till klockan: ")),
    Fall(3023, VARNING, days(KF, POSTED), days(KF, POSTED, CALLED)),
    Fall(3023, VARNING, days(KF, POSTED), days(KF, POSTED, "Slag: Inställt")),
    Fall(
        3024, VARNING, (KF, "Nr 4A En plan | Förslag: anta"), (KF, "Nr 4 En plan | Förslag: anta")
    ),
    Fall(
        3024,
        VARNING,
        (KF, "Nr 4A En plan | Förslag: anta"),
        (
            KF,
            "Nr 4A En plan | Förslag: anta",
            "! Fri text | Text: Samtliga närvarande ledamöter beslutar att ärendet får avgöras.",
        ),
    ),
    Fall(
        3024,
        VARNING,
        (KF, "Nr 4A En plan | Förslag: anta"),
        (KF, "Nr 4A En rapport | Typ: Information"),
    ),
    # A nämnd decides what it wants to.
    Fall(
        3024,
        VARNING,
        (KF, "Nr 4A En plan | Förslag: anta"),
        (KS, "Nr 4A En plan | Förslag: anta"),
    ),
    Fall(
        3025,
        VARNING,
        days(SN, "Kallelse skickad: 2023-03-02"),
        days(SN, "Kallelse skickad: 2023-03-01"),
        organ("SN", dagar="5"),
    ),
    Fall(
        3026,
        VARNING,
        days(SN, "Offentligt: Ja", lines=(f"{A} | Myndighetsutövning: Ja",)),
        days(SN, lines=(f"{A} | Myndighetsutövning: Ja",)),
    ),
    Fall(
        3026,
        VARNING,
        days(SN, "Offentligt: Ja", lines=(f"{A} | Sekretess: 26 kap. 1 § OSL",)),
        days(
            SN,
            "Offentligt: Ja",
            lines=(
                f"{A} | Sekretess: 26 kap. 1 § OSL",
                "! Fri text | Text: Ärendet handläggs inom stängda dörrar.",
            ),
        ),
    ),
    Fall(3027, VARNING, days(KF, "Offentligt: Nej"), days(KF, "Offentligt: Ja")),
    Fall(3027, VARNING, days(KF, "Offentligt: Nej"), days(KS, "Offentligt: Nej")),
]

OUT = "! Jäv Cia Cron"
LEDAMOT = ADA.replace("ordförande", "ledamot")
SIZE = {kod: organ(kod, antal="5") for kod in ("KS", "KF", "KSAU")}
FIVE_EVEN = organ("KS", antal="4")

BESLUTFORHET = [
    Fall(3100, LAGBRIST, (KS, *people(ADA, BO), A), (KS, *people(ADA, BO, CIA), A), SIZE["KS"]),
    # Half of four is not more than half.
    Fall(3100, LAGBRIST, (KS, *people(ADA, BO), A), (KS, *people(ADA, BO, CIA), A), FIVE_EVEN),
    # One is some; of nobody it is told that nobody has served.
    Fall(
        3100,
        LAGBRIST,
        (KS, *people(ADA), A),
        (KS, *people(f"{ADA} | Tjänstgör: Nej"), A),
        SIZE["KS"],
    ),
    # In a nämnd, who has jäv is not there; who steps in is.
    Fall(
        3100,
        LAGBRIST,
        (KS, *people(ADA, BO, CIA, EVA), A, OUT),
        (KS, *people(ADA, BO, CIA, EVA), A, f"{OUT} | Ersättare: Eva Ek"),
        SIZE["KS"],
    ),
    # One who only listens does not count, one who takes part from elsewhere does.
    Fall(
        3100,
        LAGBRIST,
        (KS, *people(ADA, BO, f"{CIA} | Tjänstgör: Nej"), A),
        (KS, *people(ADA, BO, f"{CIA} | Närvarar: Distans"), A),
        SIZE["KS"],
    ),
    Fall(
        3100,
        LAGBRIST,
        (KS, *people(ADA, BO, f"{CIA} | Paragrafer: 1"), A, B),
        (KS, *people(ADA, BO, f"{CIA} | Paragrafer: 1–2"), A, B),
        SIZE["KS"],
    ),
    Fall(
        3100,
        LAGBRIST,
        (KS, *people(ADA, BO), A),
        (KS, *people(ADA, BO), f"{A} | Utfall: Utgår"),
        SIZE["KS"],
    ),
    Fall(3101, LAGBRIST, (KF, *people(ADA, BO), A), (KF, *people(ADA, BO, CIA), A), SIZE["KF"]),
    # 5 kap. 46 §: jäv does not take fullmäktige below the number.
    Fall(
        3101,
        LAGBRIST,
        (KF, *people(ADA, BO), A),
        (KF, *people(ADA, BO, CIA), A, OUT),
        SIZE["KF"],
    ),
    Fall(
        3101,
        LAGBRIST,
        (KF, *people(ADA, BO), A),
        (KF, *people(ADA, BO), "§ 1 A | Typ: Interpellation"),
        SIZE["KF"],
    ),
    Fall(
        3102, VARNING, (KSAU, *people(ADA, BO), A), (KSAU, *people(ADA, BO, CIA), A), SIZE["KSAU"]
    ),
    Fall(
        3103,
        LAGBRIST,
        (KS, *people(ADA, BO, CIA), A),
        (KS, *people(ADA, BO), A),
        organ("KS", antal="2"),
    ),
    Fall(
        3104,
        FEL,
        (KS, *people(f"{ADA} | Paragrafer: 1", f"{BO} | Paragrafer: 1"), A, B),
        (KS, *people(f"{ADA} | Paragrafer: 1", f"{BO} | Paragrafer: 1–2"), A, B),
    ),
    Fall(
        3104,
        FEL,
        (KS, *people(f"{ADA} | Tjänstgör: Nej", f"{BO} | Tjänstgör: Nej"), A),
        (KS, *people(f"{ADA} | Tjänstgör: Nej", BO), A),
    ),
    Fall(
        3104,
        FEL,
        (KS, *people(ADA), A, "! Jäv Ask"),
        (KS, *people(ADA, EVA), A, "! Jäv Ask | Ersättare: Eva Ek"),
    ),
    Fall(
        3105,
        FEL,
        (KS, *people(ADA, BO, CIA), A, "! Jäv Ask"),
        (KS, *people(ADA, BO, CIA), A, "! Jäv Ask", "! Ordförandebyte | Ersättare: Cia Cron"),
    ),
    Fall(
        3105,
        FEL,
        (KS, *people(ADA, BO, CIA), A, "! Jäv Ask"),
        (KS, *people(ADA, BO, "Cia Cron | Uppdrag: vice ordförande"), A, "! Jäv Ask"),
    ),
    Fall(
        3106,
        LAGBRIST,
        (KS, *people(ADA, BO, CIA, EVA), A, "! Ordförandebyte | Ersättare: Eva Ek"),
        (KS, *people(ADA, BO, CIA, EVA), A, "! Ordförandebyte | Ersättare: Cia Cron"),
    ),
    Fall(
        3106,
        LAGBRIST,
        (f"{KS} | Ordförande: Ada Ask", *people(f"{ADA} | Tjänstgör: Nej", BO), A),
        (f"{KS} | Ordförande: Ada Ask", *people(ADA, BO), A),
    ),
    # One who is on no row of Närvaro is believed; one with jäv who leads is told of as such.
    Fall(
        3106,
        LAGBRIST,
        (f"{KS} | Ordförande: Eva Ek", *people(LEDAMOT, BO, EVA), A),
        (f"{KS} | Ordförande: Eva Ek", *people(LEDAMOT, BO), A),
    ),
    Fall(
        3106,
        LAGBRIST,
        (KS, *people(ADA, BO, CIA, EVA), A, "! Ordförandebyte | Ersättare: Eva Ek"),
        (KS, *people(ADA, BO, CIA), A, "! Jäv Berg", "! Ordförandebyte | Ersättare: Bo Berg"),
    ),
    # Who has stepped in for one with jäv sits in that seat.
    Fall(
        3106,
        LAGBRIST,
        (KS, *people(ADA, BO, CIA, EVA), A, OUT, "! Ordförandebyte | Ersättare: Eva Ek"),
        (
            KS,
            *people(ADA, BO, CIA, EVA),
            A,
            f"{OUT} | Ersättare: Eva Ek",
            "! Ordförandebyte | Ersättare: Eva Ek",
        ),
    ),
    # Where nobody serves that is what is told, not that the chair does not.
    Fall(
        3106,
        LAGBRIST,
        (f"{KS} | Ordförande: Ada Ask", *people(f"{ADA} | Tjänstgör: Nej", BO), A),
        (f"{KS} | Ordförande: Ada Ask", *people(f"{ADA} | Tjänstgör: Nej"), A),
    ),
    Fall(
        3107,
        VARNING,
        (KS, A),
        ("KS 2023-03-05", A),
        mandates("KS", "Cia Cron, L, ledamot | Till och med: 2023-03-05"),
    ),
    Fall(
        3107,
        VARNING,
        ("KS 2023-03-05", A),
        (KS, A),
        mandates("KS", "Cia Cron, L, ledamot | Från och med: 2023-03-06"),
    ),
    # Chosen again: the mandate of the day is the one that counts.
    Fall(
        3107,
        VARNING,
        (KS, A),
        ("KS 2023-03-07", A),
        mandates(
            "KS",
            "Cia Cron, L, ledamot | Till och med: 2022-10-14",
            "Cia Cron, L, ledamot | Från och med: 2023-03-07",
        ),
    ),
    Fall(
        3107,
        VARNING,
        ("KS 2022-10-15", A),
        ("KS 2022-10-14", A),
        mandates(
            "KS",
            "Cia Cron, L, ledamot | Till och med: 2022-10-14",
            "Cia Cron, L, ledamot | Från och med: 2023-03-07",
        ),
    ),
    Fall(
        3108,
        VARNING,
        (KS, A),
        (KS, *people(ADA, BO, CIA, "Dan Dahl | Uppdrag: ledamot | Närvarar: Nej"), A),
        mandates("KS", "Cia Cron, L, ledamot", "Dan Dahl, V, ledamot"),
    ),
    # Who has left the seat is not asked for.
    Fall(
        3108,
        VARNING,
        ("KS 2022-10-14", A),
        (KS, A),
        mandates("KS", "Cia Cron, L, ledamot", "Dan Dahl, V, ledamot | Till och med: 2022-10-14"),
    ),
    Fall(
        3109,
        VARNING,
        (KSAU, *people(ADA, BO, f"{CIA} | Paragrafer: 1"), A, B),
        (
            KSAU,
            *people(
                ADA,
                BO,
                f"{CIA} | Paragrafer: 1",
                f"{EVA} | Tjänstgör för: Cia Cron | Paragrafer: 2",
            ),
            A,
            B,
        ),
    ),
    # The seats are those that the register has ledamöter in; who has jäv is told of elsewhere.
    Fall(
        3109,
        VARNING,
        (KS, *people(ADA, BO, f"{CIA} | Närvarar: Nej"), A),
        (KS, A, OUT),
        mandates("KS", "Ada Ask, S, ordförande", "Bo Berg, M, ledamot", "Cia Cron, L, ledamot"),
    ),
]

AUDIT = "§ 1 Ansvarsfrihet för kommunstyrelsen 2022 | Förslag: bevilja ansvarsfrihet"
EXERCISE = "§ 1 Tillstånd | Förslag: avslå | Myndighetsutövning: Ja"

JAV = [
    Fall(2504, LAGBRIST, (KS, A, OUT, "! Särskilt yttrande Cron"), (KS, A, OUT)),
    Fall(
        2504,
        LAGBRIST,
        (KS, A, OUT, "! Protokollsanteckning Cron | Text: Jag håller med."),
        (KS, A, OUT, "! Protokollsanteckning Ask | Text: Jag håller med."),
    ),
    # 5 kap. 49 §: in fullmäktige they may speak of the revisionsberättelse.
    Fall(
        2504,
        LAGBRIST,
        (KF, A, OUT, "! Särskilt yttrande Cron"),
        (KF, AUDIT, OUT, "! Särskilt yttrande Cron"),
    ),
    Fall(
        2504,
        LAGBRIST,
        (KS, A, OUT, "! Ordförandebyte | Ersättare: Cia Cron"),
        (KS, A, OUT, "! Ordförandebyte | Ersättare: Bo Berg"),
    ),
    Fall(3110, VARNING, (KS, A, "! Jäv Berg"), (KS, A, OUT)),
    # The § that is justerad by another is no longer the justerare's.
    Fall(
        3110,
        VARNING,
        (KS, A, B, "! Jäv Berg"),
        (
            KS,
            A,
            f"{B} | Omedelbart justerad: Ja",
            "! Jäv Berg",
            f"{OMEDELBAR} | Justerare: Cia Cron",
        ),
    ),
    Fall(3111, VARNING, (KF, AUDIT), (KF, AUDIT, OUT)),
    Fall(3111, VARNING, (KF, "§ 1 Val av revisorer | Typ: Val | Förslag: utse"), (KF, A)),
    Fall(3111, VARNING, (KF, AUDIT), (KS, AUDIT)),
    Fall(
        3112,
        VARNING,
        (SN, EXERCISE, "! Deltar inte Cron"),
        (SN, EXERCISE.replace(" | Myndighetsutövning: Ja", ""), "! Deltar inte Cron"),
    ),
    Fall(
        3112,
        VARNING,
        (SN, EXERCISE, "! Deltar inte Cron"),
        (SN, EXERCISE, "! Deltar inte Cron | Gäller: Avgörande i dag"),
    ),
    Fall(
        3112,
        VARNING,
        (SN, EXERCISE, f"! Omröstning | {ATT} | Ja: S | Nej: M | Avstår: L"),
        (SN, EXERCISE, f"! Omröstning | {ATT} | Ja: S; L | Nej: M"),
    ),
    # Nobody need vote for more than one proposal.
    Fall(
        3112,
        VARNING,
        (SN, EXERCISE, f"! Omröstning | {ATT} | Ja: S | Nej: M | Avstår: L"),
        (
            SN,
            EXERCISE,
            f"! Omröstning | Gäller: Motförslag | {ATT} | Ja: S; M | Nej: L",
            f"! Omröstning | Gäller: Beslutet | {ATT} | Ja: S | Nej: M | Avstår: L",
        ),
    ),
    # To have voted on an addition is not to have voted on the beslut.
    Fall(
        3112,
        VARNING,
        (
            SN,
            EXERCISE,
            f"! Omröstning | Gäller: Tillägg | {ATT} | Ja: S; M | Nej: L",
            f"! Omröstning | Gäller: Beslutet | {ATT} | Ja: S | Nej: M | Avstår: L",
        ),
        (SN, EXERCISE, f"! Omröstning | Gäller: Tillägg | {ATT} | Ja: S | Nej: M | Avstår: L"),
    ),
]

JUSTERARE = [
    Fall(
        3120,
        VARNING,
        (f"{KS} | Justerare: Dan Dahl", A),
        (f"{KS} | Justerare: Cia Cron", A),
    ),
    Fall(
        3120,
        VARNING,
        (KS, *people(ADA, f"{BO} | Närvarar: Nej", CIA), A),
        (KS, *people(ADA, f"{BO} | Närvarar: Distans", CIA), A),
    ),
    # Present at the wrong end of the meeting is absent from all that is signed.
    Fall(
        3120,
        VARNING,
        (
            KS,
            *people(ADA, f"{BO} | Paragrafer: 1", CIA),
            A,
            f"{B} | Omedelbart justerad: Ja",
            f"{OMEDELBAR} | Justerare: Bo Berg",
        ),
        (
            KS,
            *people(ADA, f"{BO} | Paragrafer: 1", CIA),
            A,
            f"{B} | Omedelbart justerad: Ja",
            f"{OMEDELBAR} | Justerare: Cia Cron",
        ),
    ),
    Fall(
        3121,
        VARNING,
        (KS, *people(ADA, f"{BO} | Paragrafer: 1", CIA), A, B),
        (KS, *people(ADA, f"{BO} | Paragrafer: 1–2", CIA), A, B),
    ),
    Fall(
        3122,
        VARNING,
        (f"{KS} | Justerare: Ada Ask", A),
        (f"{KS} | Justerare: Bo Berg", A),
    ),
    Fall(
        3122,
        VARNING,
        (KS, A, "! Ordförandebyte | Ersättare: Bo Berg"),
        (KS, A, "! Ordförandebyte | Ersättare: Cia Cron"),
    ),
]

FOR_CIA = " | Tjänstgör för: Cia Cron"
CIA_AWAY = f"{CIA} | Närvarar: Nej"
HERE = "Ulf Berg | Uppdrag: ersättare | Närvarar: Ja"
SECOND = mandates("KS", "Eva Ek, C, ersättare | Turordning: 2", "Dan Dahl, C, ersättare 1")
NORTH = (
    "Cia Cron, C, ledamot | Valkrets: Norra",
    "Eva Ek, C, ersättare | Valkrets: Södra | Turordning: 1",
    "Dan Dahl, C, ersättare | Valkrets: Norra | Turordning: 2",
)

SOME = f"{KF} | Första §: 1 | Sista §: 3"
ENDS = f"{CIA} | Paragrafer: 1, 3"

ERSATTARE = [
    Fall(
        3130,
        VARNING,
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, DAN), A),
        (KS, *people(ADA, BO, CIA_AWAY, EVA, DAN + FOR_CIA), A),
        SECOND,
    ),
    # The one who goes before is away, or comes when the other has begun.
    Fall(
        3130,
        VARNING,
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, DAN), A, B),
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, f"{DAN} | Paragrafer: 2"), A, B),
        SECOND,
    ),
    Fall(
        3130,
        VARNING,
        (KS, *people(ADA, BO, CIA, EVA, DAN), A, f"{OUT} | Ersättare: Eva Ek"),
        (KS, *people(ADA, BO, CIA, EVA, DAN), A, f"{OUT} | Ersättare: Dan Dahl"),
        SECOND,
    ),
    # Who has jäv does not wait, and one of another parti waits for a seat of that parti.
    Fall(
        3130,
        VARNING,
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, DAN), A),
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, DAN), A, "! Jäv Dan Dahl"),
        SECOND,
    ),
    Fall(
        3130,
        VARNING,
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, DAN), A),
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, "Ulf Berg | Närvarar: Ja"), A),
        mandates(
            "KS",
            "Eva Ek, C, ersättare | Turordning: 2",
            "Dan Dahl, C, ersättare | Turordning: 1",
            "Ulf Berg, KD, ersättare | Turordning: 1",
        ),
    ),
    # One number for two puts neither first; a ledamot in the own seat waits for none.
    Fall(
        3130,
        VARNING,
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, DAN), A),
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, "Ulf Berg | Närvarar: Ja"), A),
        mandates(
            "KS",
            "Eva Ek, C, ersättare | Turordning: 2",
            "Dan Dahl, C, ersättare | Turordning: 1",
            "Ulf Berg, C, ersättare | Turordning: 2",
        ),
    ),
    Fall(
        3130,
        VARNING,
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, DAN, HERE), A),
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, HERE), A),
        mandates(
            "KS",
            "Bo Berg, C, ledamot | Turordning: 1",
            "Eva Ek, C, ersättare | Turordning: 2",
            "Dan Dahl, C, ersättare | Turordning: 1",
            "Ulf Berg, C, ersättare | Turordning: 3",
        ),
    ),
    # In fullmäktige the ledamot's own valkrets goes before the number.
    Fall(
        3130,
        VARNING,
        (KF, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA, DAN), A),
        (KF, *people(ADA, BO, CIA_AWAY, EVA, DAN + FOR_CIA), A),
        mandates("KF", *NORTH),
    ),
    Fall(
        3131,
        LAGBRIST,
        (KF, *people(ADA, BO, f"{CIA} | Paragrafer: 1, 3"), A, B, C),
        (KF, *people(ADA, BO, f"{CIA} | Paragrafer: 2–3"), A, B, C),
    ),
    Fall(
        3131,
        LAGBRIST,
        (KF, *people(ADA, BO, f"{CIA} | Paragrafer: 1, 3"), A, B, C),
        (KF, *people(ADA, BO, f"{CIA} | Paragrafer: 1, 3"), A, B, OUT, C),
    ),
    # What a selection leaves out was handled all the same; a whole meeting leaves nothing out.
    Fall(
        3131,
        LAGBRIST,
        (f"{SOME} | Omfattning: Utvalda paragrafer", *people(ADA, BO, ENDS), A, C),
        (SOME, *people(ADA, BO, ENDS), A, C),
    ),
    # Another day is another matter.
    Fall(
        3131,
        LAGBRIST,
        (KF, *people(ADA, BO, f"{CIA} | Paragrafer: 1, 3"), A, B, C),
        (
            f"{KF} | Sista dag: 2023-03-07",
            *people(ADA, BO, f"{CIA} | Paragrafer: 1, 3"),
            A,
            B,
            C,
        ),
    ),
    # Two rows: serves, listens, serves again.
    Fall(
        3132,
        VARNING,
        (
            KS,
            *people(
                ADA, BO, f"{CIA} | Paragrafer: 1, 3", f"{CIA} | Tjänstgör: Nej | Paragrafer: 2"
            ),
            A,
            B,
            C,
        ),
        (
            KS,
            *people(ADA, BO, f"{CIA} | Paragrafer: 1–2", f"{CIA} | Tjänstgör: Nej | Paragrafer: 3"),
            A,
            B,
            C,
        ),
    ),
    Fall(
        3133,
        LAGBRIST,
        (KF, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA), A),
        (KF, *people(ADA, BO, CIA_AWAY, f"{EVA}{FOR_CIA} | Parti: L"), A),
    ),
    Fall(
        3133,
        LAGBRIST,
        (KF, *people(ADA, BO, CIA, EVA), A, f"{OUT} | Ersättare: Eva Ek"),
        (KS, *people(ADA, BO, CIA, EVA), A, f"{OUT} | Ersättare: Eva Ek"),
    ),
    # Who is ersatt is not told, or nobody is: then there is no parti to keep to.
    Fall(
        3133,
        LAGBRIST,
        (KF, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA), A),
        (KF, *people(ADA, BO, CIA_AWAY, f"{EVA} | Tjänstgör för: Ja"), A),
    ),
    Fall(
        3134,
        VARNING,
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA), A),
        (KS, *people(ADA, BO, CIA_AWAY, f"{EVA}{FOR_CIA} | Parti: L"), A),
        organ("KS", partigräns="Nej"),
    ),
]

BESVAR = (
    "§ 1 Tillstånd | Förslag: avslå | Överklagande: Förvaltningsbesvär | Föredragande: Siv Sand"
)

OVERKLAGANDE = [
    Fall(
        3200,
        FEL,
        days(KF, POSTED, lines=(f"{A} | Överklagande: Kan inte överklagas",)),
        days(KF, POSTED, lines=(f"{A} | Överklagande: Annan lag",)),
    ),
    # There is no exception for a bordläggning, but information decides nothing.
    Fall(
        3200,
        FEL,
        days(KF, POSTED, lines=("§ 1 A | Utfall: Bordläggs | Överklagande: Kan inte överklagas",)),
        days(KF, POSTED, lines=("§ 1 A | Typ: Information | Överklagande: Kan inte överklagas",)),
    ),
    Fall(
        3201,
        VARNING,
        (KS, f"{A} | Beslutas av: KF | Överklagande: Laglighetsprövning"),
        (KS, f"{A} | Överklagande: Laglighetsprövning"),
    ),
    Fall(
        3201,
        VARNING,
        (KS, "§ 1 A | Utfall: Återremitteras | Överklagande: Laglighetsprövning"),
        (KS, "§ 1 A | Utfall: Återremitteras"),
    ),
    Fall(
        3202,
        VARNING,
        (KS, f"{A} | Överklagande: Kan inte överklagas"),
        (KS, f"{A} | Beslutas av: KF | Överklagande: Kan inte överklagas"),
    ),
    Fall(3203, VARNING, (SN, BESVAR.replace(" | Föredragande: Siv Sand", "")), (SN, BESVAR)),
    Fall(3204, VARNING, (SN, BESVAR), (SN, f"{BESVAR} | Bedömning: Skäl enligt 8 kap. saknas.")),
    Fall(3205, VARNING, (SN, EXERCISE), (SN, f"{EXERCISE} | Överklagande: Förvaltningsbesvär")),
]

MOTION = "§ 1 En motion | Typ: Motion | Beslutas av: KF | Förslag: avslå motionen"
PLAN = "§ 1 En plan | Förslag: anta planen"

FULLMAKTIGE = [
    Fall(3210, VARNING, (KF, PLAN), (KF, f"{PLAN} | Underlag: Kommunstyrelsens beslut § 12")),
    Fall(3210, VARNING, (KF, PLAN), (KF, f"{PLAN} | Underlag: Protokollsutdrag KS § 12")),
    Fall(3210, VARNING, (KF, f"{PLAN} | Underlag: KSAU § 12"), (KS, PLAN)),
    Fall(3210, VARNING, (KF, PLAN), (KF, "§ 1 Avsägelse från en ledamot | Förslag: bevilja")),
    Fall(3210, VARNING, (KF, PLAN), (KF, "§ 1 Val av nämndeman | Typ: Val | Förslag: utse A")),
    Fall(3210, VARNING, (KF, PLAN), (KF, "§ 1 En plan | Utfall: Bordläggs")),
    Fall(
        3210,
        VARNING,
        (KF, PLAN),
        (KF, PLAN, "! Fri text | Text: Fullmäktige är enhälligt: ärendet är brådskande."),
    ),
    # A year from the day, which is not moved.
    Fall(
        3211, VARNING, (KF, f"{MOTION} | Inkom: 2022-03-05"), (KF, f"{MOTION} | Inkom: 2022-03-06")
    ),
    Fall(
        3211,
        VARNING,
        ("KS 2025-03-01", f"{MOTION} | Inkom: 2024-02-29"),
        ("KS 2025-02-28", f"{MOTION} | Inkom: 2024-02-29"),
    ),
    Fall(
        3211,
        VARNING,
        (KS, "§ 1 A | Typ: Medborgarförslag | Förslag: anta | Inkom: 2022-03-05"),
        (KS, "§ 1 A | Förslag: anta | Inkom: 2022-03-05"),
    ),
    Fall(3212, VARNING, ("KF 2023-07-01", AUDIT), ("KF 2023-06-30", AUDIT)),
    Fall(
        3212,
        VARNING,
        ("KF 2023-09-04", AUDIT.replace(" 2022", "")),
        ("KF 2023-05-04", AUDIT.replace(" 2022", "")),
    ),
    Fall(
        3212,
        VARNING,
        ("KF 2023-07-01", AUDIT),
        ("KF 2023-07-01", "§ 1 Ansvarsfrihet för Räddningsförbundet 2022 | Förslag: bevilja"),
    ),
    Fall(
        3214,
        VARNING,
        (KS, MOTION.replace(" | Beslutas av: KF", "")),
        (KS, MOTION),
    ),
    # Before anybody has proposed anything the column says whose it is.
    Fall(
        3214,
        VARNING,
        (KS, "§ 1 A | Typ: Motion | Beslutas av: KS"),
        (KS, "§ 1 A | Typ: Motion | Beslutas av: KF"),
    ),
    Fall(
        3214,
        VARNING,
        (KS, "§ 1 A | Typ: Motion | Förslag: avslå motionen"),
        (KS, "§ 1 A | Typ: Motion | Förslag: remittera motionen till socialnämnden"),
    ),
    Fall(
        3215,
        LAGBRIST,
        (KSAU, "§ 1 A | Typ: Medborgarförslag | Beslutas av: KSAU | Förslag: avslå"),
        (KSAU, "§ 1 A | Typ: Medborgarförslag | Beslutas av: KS | Förslag: avslå"),
    ),
    Fall(
        3215,
        LAGBRIST,
        (KSAU, "§ 1 A | Typ: Medborgarförslag | Beslutas av: KSAU | Förslag: avslå"),
        (KS, "§ 1 A | Typ: Medborgarförslag | Förslag: avslå"),
    ),
]

FRAGA = "§ 1 Elevers skolväg | Typ: Interpellation"
ANSWER = "! Fri text | Text: Ada Ask besvarar interpellationen."

INTERPELLATIONER = [
    Fall(3216, VARNING, (KF, FRAGA), (KF, FRAGA, ANSWER)),
    Fall(
        3216,
        VARNING,
        (KF, "§ 1 Fråga om nämndens ansvar | Typ: Fråga"),
        (KF, "§ 1 Svar på fråga om nämndens ansvar | Typ: Fråga"),
    ),
    # One that waits for its answer is put off; in a nämnd there are none.
    Fall(3216, VARNING, (KF, FRAGA), (KF, f"{FRAGA} | Utfall: Bordläggs")),
    Fall(3216, VARNING, (KF, FRAGA), (KS, FRAGA)),
    Fall(3216, VARNING, (KF, FRAGA), (KF, FRAGA.replace("Interpellation", "Information"))),
]

BERG, CRON = "! Yrkande Berg | Gäller: Avslag", "! Yrkande Cron | Gäller: Återremiss"
BACK = "§ 1 A | Utfall: Återremitteras"

AVGORANDE = [
    Fall(
        3220,
        VARNING,
        (KS, *people(ADA, BO, CIA, EVA), A, "! Yrkande Ek | Gäller: Avslag"),
        (KS, *people(ADA, BO, CIA_AWAY, EVA + FOR_CIA), A, "! Yrkande Ek | Gäller: Avslag"),
    ),
    Fall(
        3220,
        VARNING,
        (KS, *people(ADA, BO, f"{CIA} | Paragrafer: 2"), A, CRON, B),
        (KS, *people(ADA, BO, f"{CIA} | Paragrafer: 2"), A, B, CRON),
    ),
    Fall(
        3220,
        VARNING,
        (KS, *people(ADA, BO, CIA, EVA), A, "! Yrkande Ek | Gäller: Avslag"),
        (KS, *people(ADA, BO, CIA, EVA), A, "! Yrkande Ek | Gäller: Avslag | Utfall: Återtaget"),
    ),
    Fall(3221, VARNING, (KS, A, BERG, CRON), (KS, A, BERG, CRON, "! Proposition | Utfall: Bifall")),
    Fall(3221, VARNING, (KS, A, BERG, CRON), (KS, A, BERG, f"{CRON} | Utfall: Återtaget")),
    Fall(3221, VARNING, (KS, A, BERG, CRON), (KS, A, BERG, BERG.replace("Berg", "Cron"))),
    Fall(
        3221,
        VARNING,
        (KS, A, BERG, CRON),
        (KS, A, BERG, CRON, "! Fri text | Text: Ordföranden ställer proposition på båda."),
    ),
    # Sent back: why, of each way in which that can be told.
    *(
        Fall(3222, VARNING, (KF, BACK, CRON), (KF, BACK, row))
        for row in (
            f"{CRON} | Text: återremiss för att utreda kostnaden",
            "! Yrkande Cron | Text: i andra hand återremiss för att utreda kostnaden",
            "! Fri text | Text: Återremissen motiveras med att kostnaden inte är utredd.",
        )
    ),
    *(
        Fall(3222, VARNING, (KF, BACK, row), lines)
        for row, lines in (
            (f"{CRON} | Text: återremiss | Utfall: Återtaget", (KS, BACK, CRON)),
            ("! Fri text | Text: Ärendet återremitteras.", (KF, A, CRON)),
            (
                "! Yrkande Cron | Text: avslag på planen",
                (KF, BACK.replace("Återremitteras", "Bordläggs")),
            ),
            (
                "! Proposition | Text: ställer proposition på återremiss",
                (KF, BACK.replace("Återremitteras", "Utgår")),
            ),
        )
    ),
]

PERSONUPPGIFTER = [
    Fall(
        3003,
        VARNING,
        ("KS 2023-03-06 | Justering planerad: 2023-03-05", "§ 1 A | Förslag: anta"),
        ("KS 2023-03-06 | Justering planerad: 2023-03-06", "§ 1 A | Förslag: anta"),
    ),
    Fall(
        3300,
        VARNING,
        (SN, f"{A} | Bakgrund: Sökanden, 811228-9874, har bott där."),
        (SN, f"{A} | Bakgrund: Sökanden, 811228-9875, har bott där."),  # no such check digit
    ),
    Fall(
        3300,
        VARNING,
        (SN, f"{A} | Bakgrund: 198112289874"),
        (SN, f"{A} | Bakgrund: 198112289874 | Sekretess: 26 kap. 1 § OSL"),
    ),
    # Of a secret § the rubrik is left, unless that is hidden too.
    Fall(
        3300,
        VARNING,
        (SN, "§ 1 Bistånd åt 811228-9874 | Förslag: bevilja | Sekretess: 26 kap. 1 § OSL"),
        (
            SN,
            "§ 1 Bistånd åt 811228-9874 | Förslag: bevilja | Sekretess: 26 kap. 1 § OSL "
            "| Dölj rubriken: Ja",
        ),
    ),
    Fall(
        3300,
        VARNING,
        (SN, A, "! Fri text | Text: 811228-9874 yttrar sig."),
        (SN, f"{A} | Intern anteckning: 811228-9874 yttrar sig."),
    ),
    Fall(
        3301,
        VARNING,
        (SN, f"{A} | Bakgrund: Skriv till karin.karlsson@example.invalid."),
        (SN, f"{A} | Bakgrund: Skriv till @-tecknet."),
    ),
    Fall(
        3301,
        VARNING,
        (SN, f"{A} | Bakgrund: Ring 070-174 06 05."),
        (SN, f"{A} | Bakgrund: Dnr 070/174 av 2022-06-05, 1 000 000 kr, § 07–08."),
    ),
    # Ten digits that begin as a mobile are a telephone, whatever their last digit.
    Fall(
        3301,
        VARNING,
        (SN, f"{A} | Bakgrund: Ring 0701062382."),
        (SN, f"{A} | Bakgrund: Född 19811228-9874."),
    ),
    # One who was born in 2007 has no telephone number, and it is told without its last digits.
    Fall(
        3301,
        VARNING,
        (SN, f"{A} | Bakgrund: Ring 0701062382."),
        (SN, f"{A} | Bakgrund: Född 070106-2382."),
    ),
    Fall(
        3300,
        VARNING,
        (SN, f"{A} | Bakgrund: Född 070106-2382."),
        (SN, f"{A} | Bakgrund: Ring 0701062382."),
    ),
    Fall(
        3301,
        VARNING,
        (SN, f"{A} | Skickas till – kännedom: karin@example.invalid"),
        (SN, f"{A} | Skickas till – kännedom: kommunen@example.invalid"),
        {
            sheets.KOMMUN: [
                REGISTER[sheets.KOMMUN][0] | {"E-post för överklagande": "kommunen@example.invalid"}
            ]
        },
    ),
]

FALL = [
    *JUSTERING,
    *ANSLAG,
    *KALLELSE,
    *BESLUTFORHET,
    *JAV,
    *JUSTERARE,
    *ERSATTARE,
    *OVERKLAGANDE,
    *FULLMAKTIGE,
    *INTERPELLATIONER,
    *AVGORANDE,
    *PERSONUPPGIFTER,
]


def told(fall: Fall, lines: Lines) -> tuple[Reading, list[Finding]]:
    found = möte(*lines, register=fall.register)
    return found, [f for f in fynd(found) if f.code == f"GEN-{fall.code}"]


@pytest.mark.parametrize("fall", FALL, ids=lambda fall: f"{fall.code}")
def test_what_breaks_the_law_is_told_and_what_just_keeps_it_is_not(fall: Fall) -> None:
    found, broken = told(fall, fall.breaks)
    assert broken, sorted({f.code for f in fynd(found)})
    for finding in broken:
        assert finding.level is fall.level
        assert finding.at
        assert found.source.place(finding.at).sheet or finding.at == "närvaro"
        assert finding.statute.endswith(("KL", "FL", "dataskyddslagen (2018:218)")) or (
            "dataskyddsförordningen" in finding.statute
        )
        for text in (finding.message, finding.expected):
            assert re.fullmatch(r"[A-ZÅÄÖ\d].*\.", text), text
            assert "{" not in text
            assert "None" not in text
    _, kept = told(fall, fall.keeps)
    assert kept == []


def test_every_law_of_the_catalogue_has_its_two_meetings() -> None:
    declared = {int(code[4:]) for code in CATALOGUE}
    assert {n for n in declared if 3000 <= n < 3400} == {f.code for f in FALL} - {2504} | {3213}


def test_what_happened_against_the_law_stops_nothing() -> None:
    laws = [kind for code, kind in CATALOGUE.items() if 3000 <= int(code[4:]) < 3400]
    assert {kind.level for kind in laws} == set(Level)
    assert all(bool(kind.stoppar) == (kind.level is FEL) for kind in laws)


def test_the_example_meeting_breaks_no_law() -> None:
    found = fynd(read(DATA / "ksau-2023-03-06.xlsx"))
    assert [f for f in found if f.level in (FEL, LAGBRIST)] == []
    assert [f for f in found if 3000 <= int(f.code[4:]) < 3400] == []


def said_by(vem: str, *lines: str) -> list[Finding]:
    """What is told of a meeting where the last row of Innehåll has that in Vem."""
    found = möte(*lines)
    (arende,) = found.meeting.arenden
    last = arende.innehall[-1].model_copy(update={"vem": vem})
    arende = arende.model_copy(update={"innehall": (*arende.innehall[:-1], last)})
    meeting = found.meeting.model_copy(update={"arenden": (arende,)})
    return list(check(replace(found, meeting=meeting)))


@pytest.mark.parametrize(
    ("organ", "row", "told"),
    [
        ("KS", "Tidigare behandling: Återremitterat av minoritet", True),
        ("SN", "Tidigare behandling: Bordlagt av minoritet", True),
        ("KF", "Tidigare behandling: Återremitterat av minoritet", False),
        ("KS", "Tidigare behandling: Återremitterat", False),
        ("KS", "Underlag: Återremitterat av minoritet", False),
    ],
)
def test_a_minority_has_never_sent_anything_back_in_a_namnd(
    organ: str, row: str, told: bool
) -> None:
    minority = [f for f in said_by(organ, KF, f"{PLAN} | {row}") if f.code == "GEN-3213"]
    assert [f.at for f in minority] == (["ärenden[0].innehåll[1].text"] if told else [])


@pytest.mark.parametrize(
    ("row", "told"),
    [("Underlag: Samtal", ["ärenden[0].innehåll[1].vem"]), ("Intern anteckning: Samtal", [])],
)
def test_whom_a_note_is_about_nobody_reads(row: str, told: list[str]) -> None:
    found = said_by("karin@example.invalid", SN, f"{A} | {row}")
    assert [f.at for f in found if f.code == "GEN-3301"] == told


# -- what a finding says ---------------------------------------------------------------------


def messages(code: int, *lines: str) -> list[str]:
    return [f.message for f in fynd(möte(*lines)) if f.code == f"GEN-{code}"]


def places(code: int, *lines: str) -> list[str]:
    return [f.at for f in fynd(möte(*lines)) if f.code == f"GEN-{code}"]


def test_that_nobody_serves_is_told_of_the_paragraph_or_of_narvaro() -> None:
    first = people(f"{ADA} | Paragrafer: 1", f"{BO} | Paragrafer: 1")
    assert places(3104, KS, *first, A, B) == ["ärenden[1].paragraf"]
    nobody = people(f"{ADA} | Tjänstgör: Nej", f"{BO} | Tjänstgör: Nej")
    assert places(3104, KS, *nobody, A, B) == ["närvaro"]


@pytest.mark.parametrize("what", ["Motion", "Medborgarförslag"])
def test_what_is_old_is_called_by_its_name(what: str) -> None:
    line = f"§ 1 A | Typ: {what} | Inkom: 2022-03-05 | Förslag: avslå"
    (told_,) = messages(3211, KS, line)
    assert re.match(f"{what}(en|et) kom in 2022-03-05", told_)


@pytest.mark.parametrize(
    ("typ", "what"), [("Interpellation", "interpellationen"), ("Fråga", "frågan")]
)
def test_what_was_not_answered_is_called_by_its_name(typ: str, what: str) -> None:
    (told_,) = messages(3216, KF, f"§ 1 A | Typ: {typ}")
    assert told_ == f"Inget i ärende 1 säger om {what} besvarades."


@pytest.mark.parametrize(
    ("arende", "why"),
    [
        ("§ 1 A | Typ: Information", "avgörs inte genom något beslut"),
        ("§ 1 A | Utfall: Bordläggs", "bordläggs"),
        ("§ 1 A | Utfall: Återremitteras", "återremitteras"),
        (f"{A} | Beslutas av: KF", "avgörs av ett annat organ"),
    ],
)
def test_why_a_beslut_cannot_be_appealed_is_told(arende: str, why: str) -> None:
    (told_,) = messages(3201, KS, f"{arende} | Överklagande: Laglighetsprövning")
    assert told_.endswith(f"men ärende 1 {why}.")


def test_where_the_day_is_not_known_no_days_are_counted() -> None:
    found = fynd(möte("KF 2023-13-06", "Nr 4A En plan | Förslag: anta", *people(ADA, BO)))
    assert {f.code for f in found if f.code >= "GEN-3"} <= {"GEN-3210"}


def test_a_personnummer_is_not_repeated_in_what_is_said_of_it() -> None:
    found = möte(SN, f"{A} | Bakgrund: 811228-9874 och 19811228-9874 och 811289-9875")
    (told_,) = [f for f in fynd(found) if f.code == "GEN-3300"]
    assert told_.value == "811228-XXXX"
    assert "9874" not in told_.message
    assert told_.at == "ärenden[0].innehåll[1].text"


@pytest.mark.parametrize(
    ("number", "real"),
    [
        ("811228-9874", True),
        ("811288-9848", True),  # samordningsnummer: the day and 60
        ("811228-9873", False),
        ("551030-2382", True),  # twice five is ten: one and nought
        ("000229-2381", True),  # a leap day
        ("811261-2380", True),  # the first of the month, and 60
        ("070106-2382", True),
        ("811328-9874", False),  # a thirteenth month
        ("212000-1132", False),  # an organisationsnummer
    ],
)
def test_a_personnummer_is_a_day_and_a_check_digit(number: str, real: bool) -> None:
    birthday, last = number.split("-")
    assert is_personnummer(birthday, "-", last) is real


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("070-174 06 05", True),
        ("08-465 004 00", True),
        ("+46 70 174 06 05", True),
        ("08-12 34 56", True),
        ("046-12 34", False),
        ("+46 8 12 34 56", True),
        ("0920-123 45 67", True),
        ("0920-123 45 678", False),
    ],
)
def test_a_telephone_number_is_long_enough(text: str, is_one: bool) -> None:
    assert is_telefon(text) is is_one


def test_a_late_day_says_why_the_last_one_was_moved() -> None:
    found = möte("KS 2024-12-10 | Justerat: 2024-12-28", A)
    (told_,) = [f for f in fynd(found) if f.code == "GEN-3000"]
    assert "2024-12-27 (julafton, juldagen och annandag jul räknas inte som sista dag" in (
        told_.message
    )


def test_many_paragraphs_without_a_quorum_say_the_same_once_each() -> None:
    found = möte(KS, *people(ADA, BO), A, B, C, register=SIZE["KS"])
    short = [f for f in fynd(found) if f.code == "GEN-3100"]
    assert [f.at for f in short] == [f"ärenden[{i}].paragraf" for i in range(3)]
    assert len({f.message for f in short}) == 1


def test_a_meeting_that_was_called_off_broke_no_law() -> None:
    found = möte(f"{KF} | Slag: Inställt", *people(ADA), A, B, register=SIZE["KF"])
    assert [f for f in fynd(found) if 3000 <= int(f.code[4:]) < 3400] == []


@pytest.mark.parametrize(
    "text",
    [
        "Samtliga närvarande ledamöter beslutar att ärendet får avgöras.",
        "Samtliga närvarande är ense om att ärendet ska avgöras vid dagens sammanträde.",
        "Alla närvarande ledamöter medger att ärendet tas upp.",
        "Kommunfullmäktige beslutar enhälligt att ta upp ärendet.",
        "Fullmäktige är enigt om att ärendet är brådskande.",
        "Ordföranden finner att ledamöterna är helt överens om att avgöra ärendet.",
        "Fullmäktige avgör ärendet i full enighet.",
    ],
)
def test_all_agree_where_fullmäktige_or_its_ledamöter_do(text: str) -> None:
    assert UNANIMOUS.search(text)
    told = fynd(möte(KF, PLAN, f"! Fri text | Text: {text}"))
    assert "GEN-3210" not in [f.code for f in told]


@pytest.mark.parametrize(
    "text",
    [
        "Planen är antagen enigt förslaget.",
        "Kommunstyrelsen beslutade enhälligt att föreslå planen.",
        "Kommunstyrelsen föreslår enhälligt att kommunfullmäktige antar planen.",
        "Fullmäktige har fått kommunstyrelsens enhälliga förslag.",
        "Fullmäktige är inte enigt om att ärendet är brådskande.",
        "Samtliga närvarande ledamöter är inte ense.",
        "Ärendet får avgöras om samtliga närvarande ledamöter är ense om beslutet.",
        "Det krävs att samtliga närvarande ledamöter är ense.",
        "Ordföranden tackar samtliga närvarande.",
        "Parterna är ense om priset.",
        "Enighet saknas.",
        "Fullmäktige beslutar att anta planen. Partierna är eniga om målen.",
    ],
)
def test_nobody_has_agreed_where_others_do_or_the_law_is_quoted(text: str) -> None:
    assert not UNANIMOUS.search(text)
    told = fynd(möte(KF, PLAN, f"! Fri text | Text: {text}"))
    assert "GEN-3210" in [f.code for f in told]
