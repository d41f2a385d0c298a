"""Each rule of consistency: a meeting that breaks it, and one that just keeps it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest
from mote import REGISTER, fynd, möte

from gen import findings
from gen.checks import check
from gen.checks.hanvisningar import over
from gen.findings import CATALOGUE, Finding, Level
from gen.model import Rad, Run, Sammantrade
from gen.workbook import sheets
from gen.workbook.columns import Sheet
from gen.workbook.read import Reading

Tables = Mapping[Sheet, list[dict[str, str]]]
HEAD = "KS 2023-03-06"
CONSISTENCY = {code for code in CATALOGUE if "GEN-3400" <= code < "GEN-3500"}

MOTION = (
    "§ 1 Motion från Ada Ask (S), Bo Berg (M) och Dan Dahl (V): Fler bänkar i parkerna "
    "| Typ: Motion | Beslutas av: KF | Inkom: 2022-12-08 | Tjänsteskrivelse: 2023-02-14 "
    "| Förslag: avslå motionen"
)
PLAN = "§ 1 Översiktsplan | Tjänsteskrivelse: 2023-02-14 | Förslag: anta planen"
TASK = "§ 1 A | Förslag: uppdra åt socialnämnden att årligen utreda frågan"
OWN = "§ 1 Motion från Mia Moberg (L): Bänkar | Typ: Motion | Förslag: avslå motionen"
TWO = "§ 1 Motion från Ada Ask (S) och Bo Berg (M): Bänkar | Typ: Motion | Förslag: avslå motionen"
UNDERLAG = "§ 1 Bänkar | Underlag: Föreskrifter för parkens bänkar (förslag)"
MOTTAGARE = [
    {"Namn": "Tekniska nämnden", "Skickas": "inte"},
    {"Namn": "Diariet", "Skickas": "inte"},
    {"Namn": "Alla nämnder", "Ingår": "Tekniska nämnden; Socialnämnden"},
    {"Namn": "Stadens bolag", "Ingår": "Lillköpings Energi AB"},
]


def register(sheet: Sheet, *rows: dict[str, str]) -> Tables:
    """The tests' register with other rows on that sheet."""
    first = REGISTER[sheet][0] if sheet.form else {}
    return {sheet: [{**first, **row} for row in rows]}


def bordlagt(day: str | None, paragraf: str = "", *, vem: str = "", text: str = "Bordlagt") -> Rad:
    """A row Tidigare behandling."""
    when = dt.date.fromisoformat(day) if day else None
    return Rad(
        del_="Tidigare behandling",
        text=(Run(text=text),),
        vem=vem,
        datum=when,
        paragraf=paragraf,
    )


def with_rows(found: Reading, rows: Mapping[int, Rad]) -> Reading:
    """The reading with one row more in each of those ärenden: the mini-language has no dates."""
    arenden = [
        arende.model_copy(update={"innehall": (*arende.innehall, rows[i])}) if i in rows else arende
        for i, arende in enumerate(found.meeting.arenden)
    ]
    meeting = found.meeting.model_copy(update={"arenden": tuple(arenden)})
    return replace(found, meeting=meeting)


def text(*parts: str) -> tuple[str, ...]:
    """A meeting with that in the texts of its only ärende: `Förslag: …` or a Sammanfattning."""
    named = [
        part if part.split(":")[0] in ("Förslag", "Bakgrund") else f"Sammanfattning: {part}"
        for part in parts
    ]
    has_point = any(part.startswith("Förslag") for part in parts)
    return (" | ".join([PLAN if not has_point else "§ 1 Översiktsplan", *named]),)


@dataclass(frozen=True)
class Case:
    """A rule's code, where it is told, and two meetings that differ in as little as can be.

    `value`: what the finding quotes, where that is asked for.
    """

    code: int
    at: str
    breaks: tuple[str, ...]
    keeps: tuple[str, ...]
    suggestion: str = ""
    register: Tables = field(default_factory=dict)
    head: str = HEAD
    rows: tuple[Mapping[int, Rad], Mapping[int, Rad]] = ({}, {})
    value: str = ""


SIXTY = "att ge varje ledamot hela planen för parkerna och gatorna nu"
"""As long as what is quoted may be; with one sign more it ends before the word that ends there."""
LEANS = "! Reservation Bo Berg | Text: till förmån för eget yrkande"
MORE = (
    "@Ada Ask | Uppdrag: ordförande",
    "@Bo Berg | Uppdrag: ledamot",
    "@Max Mo | Parti: M | Uppdrag: ledamot",
    "@Per Alm | Parti: – | Uppdrag: ledamot",
    "@Siv Sand | Uppdrag: nämndsekreterare",
)
TEXT = "ärenden[0].innehåll[1].text"
POINT = "ärenden[0].innehåll[0].text"
EVENT = "ärenden[0].behandling[0].text"
RUBRIK = "ärenden[0].rubrik"
VEM = "ärenden[0].innehåll[1].vem"

CASES = (
    # -- days
    Case(
        3400,
        TEXT,
        text("Mötet hölls tisdagen den 8 mars 2023."),
        text("Mötet hölls onsdagen den 8 mars 2023."),
        "onsdagen den 8 mars 2023",
        value="tisdagen den 8 mars 2023",
    ),
    Case(
        3400,
        "sammanträde.gruppmöten",
        (PLAN,),
        (PLAN,),
        "måndagen den 6 mars 2023",
        head=f"{HEAD} | Gruppmöten: Söndagen den 6 mars 2023",
    ),
    Case(
        3401,
        TEXT,
        text("Tiden gick ut den 31 april 2023."),
        text("Den 30 april 2023 är sist."),
        value="31 april 2023",
    ),
    Case(
        3401,
        TEXT,
        text("31 april 2023 är sista dagen."),
        text("30 april 2023 är sista dagen."),
        value="31 april 2023",
    ),
    Case(
        3401,
        TEXT,
        text("Beslutat 2023-02-29."),
        text("Beslutat 2024-02-29 i KS-2023-02-30 och 1/2023-02-30."),
        value="2023-02-29",
    ),
    Case(
        3402,
        TEXT,
        text("Ask har 21 januari 2022 lämnat ett förslag."),
        text("Ask har den 21 januari 2022 lämnat ett förslag."),
        "har den 21 januari 2022",
        value="har 21 januari 2022",
    ),
    # The word may be the first of its text, and a number among the others is no other date.
    Case(
        3402,
        POINT,
        text("Förslag: senast 3 april 2023 redovisa kostnaden"),
        text("Förslag: 3 april 2023 redovisa kostnaden"),
        "senast den 3 april 2023",
    ),
    Case(
        3402,
        TEXT,
        text("Nämnden får yttra sig till 3 april 2023."),
        text("Nämnden får yttra sig 2 april till 3 april 2023."),
        "till den 3 april 2023",
    ),
    Case(
        3402,
        TEXT,
        text("De 12 ledamöterna ska senast 3 april 2023 yttra sig."),
        text("De 12 ledamöterna ska senast den 3 april 2023 yttra sig."),
        "senast den 3 april 2023",
    ),
    Case(
        3402,
        TEXT,
        text("Mötet hölls tisdag den 28 februari 2017."),
        text("Mötet hölls tisdagen den 28 februari 2017."),
        "tisdagen den 28 februari 2017",
        value="tisdag den 28 februari 2017",
    ),
    Case(
        3403,
        TEXT,
        text("Fullmäktige beslutade 2022-12-12--13 § 421."),
        text("Fullmäktige beslutade 2022-12-12–13 § 421."),
        "2022-12-12–13",
        value="2022-12-12--13",
    ),
    Case(
        3403,
        TEXT,
        text("Mötet hölls 2022-12-12-13."),
        text("Mötet hölls 2022-12-12 -- det var kallt -- och sedan 2022-12-13--12."),
        "2022-12-12–13",
    ),
    # A row of days has two, and both are in the almanac.
    Case(
        3403,
        TEXT,
        text("Mötet hölls 2022-12-30--31."),
        text("Mötet hölls 2022-12-31--32 och 2022-12-12--12."),
        "2022-12-30–31",
    ),
    # -- signs and words
    Case(
        3410,
        TEXT,
        text('Det heter: "Lund ska präglas av "best practice".'),
        text('Det heter: "Lund ska präglas av best practice".'),
        value='ska präglas av "best practice".',
    ),
    # What is quoted are whole words, of thirty signs before the last sign and twenty after it.
    Case(
        3410,
        TEXT,
        text("Långt före en här står trettio tecken om ” och tjugo efter den och mer."),
        text("Långt före en här står trettio tecken om det och tjugo efter den och mer."),
        value="här står trettio tecken om ” och tjugo efter",
    ),
    Case(
        3410,
        TEXT,
        text("Allt står här, ” och tjugo efter den"),
        text("Allt står här, och tjugo efter den"),
        value="Allt står här, ” och tjugo efter den",
    ),
    # Inches are only looked for where the signs do not come in pairs.
    Case(
        3410,
        TEXT,
        text('Skärmen heter "nya 27 och ramen är av trä.'),
        text('Skärmen heter "nya 27" och ramen är av trä.'),
    ),
    Case(
        3411,
        TEXT,
        text('Den "nya" planen är den ”gamla”.'),
        text("Den ”nya” planen är den ”gamla”."),
    ),
    Case(
        3411,
        "ärenden[0].innehåll[2].text",
        text("Den ”gamla” planen.", 'Den "nya" planen.'),
        text("Den ”gamla” planen.", "Den ”nya” planen."),
    ),
    Case(3412, TEXT, text("Bra är att att planen antas."), text("Bra är att planen antas.")),
    Case(3412, TEXT, text("Det vill vi vi."), text("Det vill Ulf Berg Berg stå i i kväll.")),
    Case(
        3413,
        TEXT,
        text("Ask har lämnat den 21 januari 2022 lämnat ett förslag."),
        text("Ask har lämnat det förslag som Berg har lämnat."),
        value="har lämnat den 21 januari 2022 lämnat",
    ),
    Case(
        3413,
        TEXT,
        text("Har lämnat den 21 januari 2022 lämnat."),
        text("Har lämnat den 21 januari 2022. Har lämnat."),
        value="Har lämnat den 21 januari 2022 lämnat",
    ),
    Case(
        3414,
        TEXT,
        text("- utreda frågan,\n- ta fram en plan.\n- följa upp."),
        text("- utreda frågan,\n- ta fram en plan, samt\n- följa upp."),
    ),
    Case(3414, TEXT, text("- Fem ledamöter.\n- Två ombud"), text("- Fem ledamöter.\n- Två ombud.")),
    # Only consecutive points are a list: other lines end as sentences do.
    Case(
        3414,
        TEXT,
        text("- fem ledamöter\n- två ombud,\nDe väljs"),
        text("- fem ledamöter\n- två ombud\nDe väljs,\nom de vill.\nSå är det"),
    ),
    Case(
        3415,
        TEXT,
        text("- att utreda,\n- att ta fram en plan,\n\natt följa upp."),
        text("- att utreda,\n- att ta fram en plan,\n- att följa upp."),
        value="att följa upp.",
    ),
    Case(
        3415,
        TEXT,
        text(f"- att utreda,\n{SIXTY}"),
        text(f"- att utreda,\n- {SIXTY}"),
        value=SIXTY,
    ),
    Case(
        3415,
        TEXT,
        text(f"- att utreda,\n{SIXTY}."),
        text(f"- att utreda,\n- {SIXTY}."),
        value="att ge varje ledamot hela planen för parkerna och …",
    ),
    # -- names
    Case(
        3420,
        TEXT,
        text("Dan Dahl (v) frågade."),
        text("Dan Dahl (V) frågade."),
        "(V)",
    ),
    Case(
        3421,
        TEXT,
        text("Ledamoten Dan Dahl (M) frågade."),
        text("Ledamoten Dan Dahl (V) frågade."),
        "Dan Dahl (V)",
        value="Dan Dahl (M)",
    ),
    # Who has left a parti is known in both; of one without a parti nothing is known.
    Case(
        3421,
        TEXT,
        text("Dan Dahl (M) frågade."),
        text("Dan Dahl (V) och Siv Sand (M) frågade."),
        "Dan Dahl (V)",
    ),
    Case(
        3421,
        TEXT,
        text("Dan Dahl (M) frågade."),
        text("Dan Dahl (C) frågade."),
        "Dan Dahl (V)",
        register(
            sheets.FORTROENDEVALDA,
            {"Namn": "Dan Dahl", "Parti": "V"},
            {"Namn": "Dan Dahl", "Parti": "C"},
        ),
    ),
    Case(
        3422,
        TEXT,
        text("Enligt Dan Dahlh (V) är det så."),
        text("Enligt Dan Dahlberg (V) är det så."),
        "Dan Dahl (V)",
        value="Dan Dahlh",
    ),
    # Two letters that changed places are one slip; two other letters, or two letters that changed
    # places with something between them, make another name. So does a short name's one letter.
    *(
        Case(
            3422,
            TEXT,
            text("Ledamoten Dan Dalh (V) frågade."),
            text(f"Ledamoten {name} frågade."),
            "Dan Dahl (V)",
            value="Dan Dalh",
        )
        for name in ("Dan Dihx (V)", "Dan Hald (V)", "Don Dalh (V)", "Ada Ast (S)", "Dan Dalh (M)")
    ),
    Case(
        3422,
        TEXT,
        text("Mia Lund (L) och Mia Lunnd (L) frågade."),
        text("Mia Lund (L) och Moa Lund (L) frågade."),
        "Mia Lund",
    ),
    Case(
        3422,
        TEXT,
        text("Mia Mo (L) och Mia Mo Lund (L) frågade."),
        text("Mia Mo (L) och Mats Mo (L) frågade."),
        "Mia Mo",
    ),
    Case(
        3423,
        TEXT,
        text("Dan Dahl Lund (V) frågade."),
        text("Dan Dahl (V) frågade."),
        "Dan Dahl (V)",
        register(
            sheets.FORTROENDEVALDA,
            {"Namn": "Dan Dahl", "Parti": "V", "Skrivs även": "Dan Dahl Lund"},
        ),
    ),
    Case(
        3424,
        TEXT,
        (f"{MOTION} | Sammanfattning: Bo Berg (M), Ada Ask (S) och Dan Dahl (V) vill ha bänkar.",),
        (f"{MOTION} | Sammanfattning: Ada Ask (S), Bo Berg (M) och Dan Dahl (V) vill ha bänkar.",),
    ),
    # Two are enough for an order. The column's own goes before the rubrik's.
    Case(
        3424,
        TEXT,
        (f"{TWO} | Sammanfattning: Bo Berg (M) och Ada Ask (S) vill ha bänkar.",),
        (f"{TWO} | Sammanfattning: Bo Berg (M) vill ha bänkar.",),
    ),
    Case(
        3424,
        TEXT,
        (f"{TWO} | Sammanfattning: Bo Berg (M) och Ada Ask (S) vill ha bänkar.",),
        (
            f"{TWO} | Förslagsställare: Bo Berg (M); Ada Ask (S) "
            "| Sammanfattning: Bo Berg (M) och Ada Ask (S) vill ha bänkar.",
        ),
    ),
    Case(
        3425,
        "ärenden[0].innehåll[2].text",
        text("En tillitsbaserad plan.", "En tillitbaserad styrning."),
        text("En tillitsbaserad plan.", "En tillitsbaserad styrning."),
        "tillitsbaserad",
        value="tillitbaserad",
    ),
    # Ten letters are a compound, nine may be two words. Four letters stand on either side of the s.
    Case(
        3425,
        TEXT,
        text("En tillitplan finns.", "En tillitsplan.", "En tillitsplan"),
        text("En (avtalplan).", "En avtalsplan.", "En avtalsplan"),
        "tillitsplan",
    ),
    Case(
        3425,
        TEXT,
        text("Två landvägarna.", "Två landsvägarna.", "Två landsvägarna."),
        text("Två lanvägarnas.", "Två lansvägarnas.", "Två lansvägarnas."),
        "landsvägarna",
    ),
    # A letter less is another slip, and one s of two is no joint.
    *(
        Case(
            3425,
            TEXT,
            text("En tillitplan.", "En tillitsplan.", "En tillitsplan"),
            text(f"Ett {one}.", f"Ett {other}."),
            "tillitsplan",
        )
        for one, other in (("förvaltningen", "förvaltingen"), ("processarbete", "procesarbete"))
    ),
    Case(
        3426,
        "ärenden[0].dnr",
        (f"{PLAN} | Dnr: 2023/12 KS",),
        (f"{PLAN} | Dnr: KS 2023/0012",),
        register=register(sheets.KOMMUN, {"Mönster för dnr": r"[A-Z]+ \d{4}/\d{4}"}),
    ),
    # -- copies
    Case(
        3430,
        TEXT,
        (f"{MOTION} | Sammanfattning: En motion om ”Fler bänkarna i parkerna.” kom in.",),
        (f"{MOTION} | Sammanfattning: En motion om ”Fler bänkar i parkerna.” kom in.",),
        "bänkar",
        value="bänkarna",
    ),
    # The whole rubrik, and a quote that is longer than it.
    Case(
        3430,
        POINT,
        ("§ 1 Fler bänkar i parkerna | Sammanfattning: Se ”Fler bänkarna i parkerna”.",),
        ("§ 1 Fler bänkar i parkerna | Sammanfattning: Se ”Så fler bänkarna i parkerna”.",),
        "bänkar",
    ),
    Case(
        3431,
        "ärenden[0].innehåll[2].text",
        text(
            "- att ge nämnden rätt att genomföra hela planen,\n- att avsluta den.",
            "Bakgrund: att ge nämnden rätt att genomfora hela planen",
        ),
        text(
            "- att ge nämnden rätt att genomföra hela planen,\n- att ge nämnden rätt att genomförd "
            "hela planen.",
            "Bakgrund: att ge nämnden rätt att genomföra hela planen",
        ),
        "genomföra",
    ),
    # Six words are a copy, five are alike by chance; a word of four letters has slips of its own,
    # and one that begins otherwise is another word.
    *(
        Case(
            3431,
            "ärenden[0].innehåll[2].text",
            text("- att ge nämnden rätt att planera", "Bakgrund: att ge nämnden rätt att planerat"),
            text(f"- {first}", f"Bakgrund: {second}"),
            "planera",
        )
        for first, second in (
            ("att ge nämnden att planera", "att ge nämnden att planerat"),
            ("att stå där det var vått", "att stå där det vara vått"),
            ("att minska både in- och utvandring hit", "att minska både in- och invandring hit"),
            ("att begränsa all ny utvandring hit", "att begränsa all ny invandring hit"),
        )
    ),
    Case(
        3431,
        "ärenden[0].innehåll[2].text",
        text("- att ge nämnden rätt till plan", "Bakgrund: att ge nämnden rätt till plat"),
        text("- att ge nämnden rätt till plan", "Bakgrund: att ge nämnden rätt till skog"),
        "plan",
    ),
    Case(
        3432,
        TEXT,
        (f"{UNDERLAG} | Förslag: anta förslag till föreskrift för parkens bänkar",),
        (f"{UNDERLAG} | Förslag: anta förslag till föreskrifter för parkens bänkar",),
        "Föreskrifter",
        value="föreskrift",
    ),
    # Three words are a name, two are found in any point.
    Case(
        3432,
        POINT,
        ("§ 1 Bänkar | Förslag: anta föreskrift för bänkar | Bilaga: Föreskrifter för bänkar",),
        ("§ 1 Bänkar | Förslag: anta parkens föreskrift | Bilaga: Parkens föreskrifter",),
        "Föreskrifter",
    ),
    Case(
        3433,
        RUBRIK,
        (MOTION.replace("(V):", "(V)"),),
        (MOTION.replace("(V):", "(V) –"),),
        "Dahl (V): Fler",
        value="Dahl (V) Fler",
    ),
    # -- underlag
    Case(
        3440,
        TEXT,
        (f"{PLAN} | Underlag: Kansliets tjänsteskrivelse 2020-02-14 Översiktsplan",),
        (f"{PLAN} | Underlag: Socialkontorets tjänsteskrivelse 2020-02-14 Översiktsplan",),
        "2023-02-14",
    ),
    Case(
        3440,
        TEXT,
        (f"{PLAN} | Underlag: Kansliets tjänsteskrivelse 2020-02-14",),
        (f"{PLAN} | Underlag: Kansliets tjänsteskrivelse 2020-02-14 Samråd om planen",),
        "2023-02-14",
        value="2020-02-14",
    ),
    Case(
        3441,
        TEXT,
        (f"{PLAN} | Underlag: Kansliets tjänsteskrivelse 2023-02-14 Översiktsplan",),
        (f"{PLAN} | Underlag: Kansliets tjänsteskrivelse 2020-02-14 Samråd om planen",),
    ),
    Case(
        3441,
        TEXT,
        (f"{MOTION} | Underlag: {MOTION.split(' | ')[0][4:]}, inkommen 2022-12-08",),
        (f"{MOTION} | Underlag: Karta över bänkar 2022-12-08",),
    ),
    Case(
        3441,
        TEXT,
        (f"{MOTION} | Underlag: {MOTION.split(' | ')[0][4:]}, inkommen 2022-12-08",),
        (
            f"{MOTION.replace('Inkom: 2022-12-08 | ', '')} "
            f"| Underlag: {MOTION.split(' | ')[0][4:]}, inkommen 2022-12-08",
        ),
    ),
    Case(
        3442,
        TEXT,
        (f"{PLAN} | Underlag: Karta över bänkar",),
        (f"{PLAN} | Underlag: Karta över bänkar, 1 mars 2023",),
        value="Karta över bänkar",
    ),
    Case(
        3442,
        TEXT,
        (f"{PLAN} | Underlag: {SIXTY}",),
        (f"{PLAN} | Underlag: {SIXTY} 2023-03-01",),
        value=SIXTY,
    ),
    Case(
        3442,
        TEXT,
        (f"{PLAN} | Underlag: {SIXTY}.",),
        (f"{PLAN} | Underlag: {SIXTY} 2023-03-01.",),
        value="att ge varje ledamot hela planen för parkerna och …",
    ),
    Case(
        3443,
        "ärenden[0].tjänsteskrivelse",
        (PLAN.replace("02-14", "03-07"),),
        (PLAN.replace("02-14", "03-06"),),
    ),
    Case(
        3443,
        "ärenden[0].innehåll[1].datum",
        (PLAN,),
        (PLAN,),
        rows=(
            {0: Rad(del_="Underlag", text=(Run(text="Karta"),), datum=dt.date(2023, 3, 7))},
            {0: Rad(del_="Underlag", text=(Run(text="Karta"),), datum=dt.date(2023, 3, 6))},
        ),
    ),
    Case(
        3444,
        "ärenden[0].inkom",
        (MOTION.replace("2022-12-08", "2023-02-15"),),
        (MOTION.replace("2022-12-08", "2023-02-14"),),
    ),
    Case(
        3445,
        TEXT,
        (f"{MOTION} | Sammanfattning: Den 9 december 2022 inkom en motion om bänkar.",),
        (f"{MOTION} | Sammanfattning: Den 8 december 2022 inkom en motion om bänkar. Den 9 "
         "december 2022 beslutade nämnden om dem.",),
        "2022-12-08",
    ),
    # -- earlier decisions
    Case(
        3450,
        "ärenden[1].innehåll[1].paragraf",
        (PLAN, "§ 2 Bänkar | Förslag: ställa ut dem"),
        (PLAN, "§ 2 Bänkar | Förslag: ställa ut dem"),
        rows=(
            {0: bordlagt("2023-02-06", "12"), 1: bordlagt("2023-02-06", "12")},
            {0: bordlagt("2023-02-06", "12"), 1: bordlagt("2023-02-06", "13")},
        ),
        value="KS 2023-02-06 § 12",
    ),
    # Two halves of one ärende have one past, and a day alone is no §.
    *(
        Case(
            3450,
            "ärenden[1].innehåll[1].paragraf",
            (PLAN, "§ 2 Bänkar | Förslag: ställa ut dem"),
            (f"{PLAN} | Dnr: KS 2023/0001", f"§ 2 Bänkar | Förslag: ställa ut dem | Dnr: {dnr}"),
            rows=(
                {0: bordlagt("2023-02-06", "12"), 1: bordlagt("2023-02-06", "12")},
                {0: bordlagt("2023-02-06", paragraf), 1: bordlagt("2023-02-06", paragraf)},
            ),
        )
        for dnr, paragraf in (("KS 2023/0001", "12"), ("KS 2023/0002", ""))
    ),
    Case(
        3451,
        TEXT,
        (PLAN,),
        (PLAN,),
        rows=({0: bordlagt("2023-02-06")}, {0: bordlagt("2023-02-06", "12")}),
    ),
    Case(
        3452,
        "ärenden[0].innehåll[2].text",
        text("Antagen 2022-06-22 § 251.", "Riktlinjen från 2022-06-12 § 251 gäller."),
        text("Antagen 2022-06-22 § 251.", "Riktlinjen från 2022-06-12 § 250 gäller."),
    ),
    # -- recipients
    Case(
        3460,
        VEM,
        (f"{PLAN} | Skickas till – åtgärd: Tekniska nämden",),
        (f"{PLAN} | Skickas till – åtgärd: tekniska nämnden",),
        "Tekniska nämnden",
        register(sheets.MOTTAGARE, *MOTTAGARE),
    ),
    Case(
        3461,
        VEM,
        (f"{PLAN} | Skickas till – kännedom: Trafikverket",),
        (f"{PLAN} | Skickas till – kännedom: Dan Dahl",),
        register=register(sheets.MOTTAGARE, *MOTTAGARE),
    ),
    # Who wrote the motion is known by the motion.
    Case(
        3461,
        VEM,
        (f"{OWN} | Skickas till – kännedom: Max Modig",),
        (f"{OWN} | Skickas till – kännedom: Mia Moberg",),
        register=register(sheets.MOTTAGARE, *MOTTAGARE),
    ),
    Case(
        3462,
        VEM,
        (f"{PLAN} | Skickas till – kännedom: Förslagsställarna",),
        (f"{MOTION} | Skickas till – kännedom: Förslagsställarna",),
    ),
    Case(
        3462,
        VEM,
        (f"{PLAN} | Skickas till – kännedom: De valda",),
        (f"{PLAN} | Typ: Val | Skickas till – kännedom: De valda",),
    ),
    Case(
        3462,
        VEM,
        (f"{PLAN} | Skickas till – kännedom: Stadens bolag",),
        (f"{PLAN} | Skickas till – kännedom: Alla nämnder",),
        register=register(sheets.MOTTAGARE, *MOTTAGARE),
    ),
    Case(
        3463,
        VEM,
        (f"{PLAN} | Skickas till – åtgärd: –",),
        (f"{PLAN} | Skickas till – åtgärd: Diariet",),
    ),
    Case(
        3464,
        "ärenden[0].innehåll[2].vem",
        (f"{PLAN} | Skickas till – åtgärd: Diariet | Skickas till – kännedom: diariet",),
        (f"{PLAN} | Skickas till – åtgärd: Diariet | Skickas till – kännedom: KF",),
    ),
    # -- whose decision
    Case(
        3470,
        POINT,
        ("§ 1 A | Inledning: Kommunstyrelsens arbetsutskott föreslår: | Förslag: anta",),
        ("§ 1 A | Inledning: På förslag av kommunstyrelsens arbetsutskott: | Förslag: anta",),
    ),
    Case(
        3471,
        POINT,
        text("Förslag: Kommunstyrelsen föreslår att kommunfullmäktige beslutar att anta planen"),
        text("Förslag: kommunstyrelsens ordförande får teckna avtalet"),
        value="Kommunstyrelsen föreslår att kommunfullmäktige beslutar att anta planen",
    ),
    Case(
        3471,
        POINT,
        text("Förslag: Kommunstyrelsen beslutar att anta den plan som nu finns"),
        text("Förslag: anta den plan som kommunstyrelsen beslutar om"),
        value="Kommunstyrelsen beslutar att anta den plan som nu",
    ),
    Case(
        3472,
        "register.stil.delar",
        (PLAN,),
        (PLAN,),
        register=register(
            sheets.STIL, {"Delar i en § och deras ordning": "Beslut = Kommunfullmäktiges beslut"}
        ),
    ),
    Case(
        3473,
        TEXT,
        (f"{PLAN} | Sammanfattning: Under ärende 2 anges mer.", "§ 2 B | Förslag: anta"),
        (f"{PLAN} | Sammanfattning: Ärendet har dnr 2 och ärende 2023/0002.", "§ 2 B | Förslag: a"),
        "§ 2",
        value="2",
    ),
    # A reservation may be headed by the number of the list; any other text may begin with one, and
    # a kallelse has the numbers.
    Case(
        3473,
        EVENT,
        (PLAN, "! Reservation Berg | Text: 2. Bänkar är bra.", "§ 2 B | Förslag: anta"),
        (f"{PLAN} | Bakgrund: 2. Bänkar är bra.", "§ 2 B | Förslag: anta"),
        "§ 2",
    ),
    Case(
        3473,
        TEXT,
        (f"{PLAN} | Sammanfattning: Se ärende 2.", "§ 2 B | Förslag: anta"),
        ("§ 1 Tillägg till ärende 2 | Förslag: anta", "§ 2 B | Förslag: anta"),
        "§ 2",
    ),
    # -- what is decided
    Case(
        3480,
        POINT,
        ("§ 1 A | Förslag: anta planen enligt bilaga 2 | Bilaga: Planen",),
        ("§ 1 A | Förslag: anta planen enligt bilaga 1 | Bilaga: Planen",),
        value="enligt bilaga 2",
    ),
    Case(
        3480,
        POINT,
        ("§ 1 A | Förslag: anta planen enligt bilaga",),
        ("§ 1 A | Förslag: anta planen enligt bilaga | Bilaga: Planen",),
    ),
    # What is decided is the förslag, or the beslut where another was made.
    Case(
        3480,
        TEXT,
        ("§ 1 A | Utfall: Annat beslut | Förslag: anta | Beslut: anta enligt bilaga 1",),
        ("§ 1 A | Utfall: Annat beslut | Förslag: anta enligt bilaga 1 | Beslut: anta",),
    ),
    Case(
        3480,
        POINT,
        ("§ 1 A | Förslag: anta enligt bilaga 1 | Beslut: anta",),
        ("§ 1 A | Förslag: anta | Beslut: anta enligt bilaga 1",),
    ),
    Case(
        3480,
        POINT,
        ("§ 1 A | Utfall: Annat beslut | Förslag: anta enligt bilaga 1",),
        ("§ 1 A | Utfall: Bordläggs | Förslag: anta enligt bilaga 1",),
    ),
    Case(
        3481,
        POINT,
        ("§ 1 A | Förslag: besluta enligt upprättat förslag",),
        ("§ 1 A | Tjänsteskrivelse: 2023-02-14 | Förslag: besluta enligt upprättat förslag",),
        value="enligt upprättat förslag",
    ),
    *(
        Case(
            3481,
            POINT,
            ("§ 1 A | Förslag: besluta enligt upprättat förslag",),
            (f"§ 1 A | Förslag: besluta enligt upprättat förslag | {rows}",),
        )
        for rows in ("Underlag: Plan", "Bilaga: Plan", "Underlag: Plan | Bilaga: Karta")
    ),
    Case(
        3482,
        POINT,
        text("Förslag: ge i uppdrag att utreda frågan till den 1 maj 2023"),
        text("Förslag: ge socialnämnden i uppdrag att utreda frågan till den 1 maj 2023"),
    ),
    Case(
        3483,
        POINT,
        text("Förslag: uppdra åt socialnämnden att utreda frågan"),
        text("Förslag: uppdra åt socialnämnden att utreda frågan och återrapportera"),
    ),
    Case(
        3484,
        POINT,
        text("Förslag: uppdra åt socialnämnden att årligen utreda frågan"),
        (
            "§ 1 A | Förslag: uppdra åt socialnämnden att årligen utreda frågan "
            "| Skickas till – åtgärd: Socialnämnden",
        ),
        value="Socialnämnden",
    ),
    # Who is in a group gets what the group gets, and nothing else.
    Case(
        3484,
        POINT,
        (f"{TASK} | Skickas till – åtgärd: Stadens bolag",),
        (f"{TASK} | Skickas till – åtgärd: Alla nämnder",),
        register=register(sheets.MOTTAGARE, *MOTTAGARE),
    ),
    Case(
        3485,
        "ärenden[0].utfall",
        ("§ 1 A | Utfall: Annat beslut | Förslag: avslå motionen | Beslut: bifalla motionen",),
        (
            "§ 1 A | Utfall: Annat beslut | Förslag: avslå motionen | Beslut: bifalla motionen",
            "! Yrkande Berg | Gäller: Avslag",
        ),
    ),
    # What was not decided needs no yrkande; where nothing was proposed nothing was departed from.
    *(
        Case(
            3485,
            "ärenden[0].utfall",
            ("§ 1 A | Utfall: Annat beslut | Förslag: avslå motionen | Beslut: bifalla motionen",),
            (line,),
        )
        for line in (
            "§ 1 A | Förslag: avslå motionen | Beslut: bifalla motionen",
            "§ 1 A | Utfall: Annat beslut | Beslut: bifalla motionen",
            "§ 1 A | Utfall: Annat beslut | Förslag: Att avslå den. | Beslut: avslå den",
        )
    ),
    Case(
        3486,
        EVENT,
        (PLAN, "! Reservation Berg | Text: till förmån för eget yrkande"),
        (PLAN, "! Reservation Berg | Text: till förmån för vad som sades i debatten"),
        value="eget yrkande",
    ),
    # Of verbs in -a those that begin points are known; an adjective or a noun is none of them.
    *(
        Case(
            3487,
            POINT,
            text(f"Förslag: {wrong}"),
            text(f"Förslag: {right}"),
            register=register(sheets.STIL, {"Beslut som": "numrerade meningar"}),
            value=verb,
        )
        for wrong, right, verb in (
            ("bygga bron", "bron byggs", "bygga"),
            ("att upphäva planen", "planen upphävs", "upphäva"),
            ("Återrapportera uppdraget", "flera uppdrag återrapporteras", "Återrapportera"),
            ("föreslå en taxa", "tekniska nämnden föreslår en taxa", "föreslå"),
            ("anse motionen besvarad", "nya regler antas", "anse"),
        )
    ),
    Case(
        3487,
        POINT,
        text("Förslag: bygga bron"),
        ("§ 1 A | Inledning: Kommunstyrelsen beslutar att | Förslag: bygga bron",),
        register=register(sheets.STIL, {"Beslut som": "numrerade meningar"}),
    ),
    # Somebody else's yrkande is not the own; that of the own parti is, and so is one by a phrase.
    *(
        Case(
            3486,
            "ärenden[0].behandling[1].text",
            (PLAN, "! Yrkande Cron | Gäller: Avslag", LEANS),
            (PLAN, *MORE, f"! Yrkande {who} | Gäller: Avslag", leans),
        )
        for who, leans in (
            ("Berg", LEANS),
            ("Max Mo", LEANS),
            ("Representanterna från M", LEANS),
            ("Alm", LEANS.replace("Bo Berg", "Per Alm")),
        )
    ),
)  # fmt: skip


def told(case: Case, lines: tuple[str, ...], rows: Mapping[int, Rad], head: str) -> list[Finding]:
    found = möte(head, *lines, register=case.register)
    return [f for f in check(with_rows(found, rows)) if f.code == f"GEN-{case.code}"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.code} {c.at}")
def test_what_breaks_a_rule_is_told_at_its_place(case: Case) -> None:
    some = told(case, case.breaks, case.rows[0], case.head)
    assert [f.at for f in some] == [case.at]
    (finding,) = some
    assert finding.suggestion == case.suggestion
    assert finding.value == (case.value or finding.value)
    assert finding.expected
    assert finding.message[-1] in ".”!?:" or finding.value in finding.message
    assert "{" not in finding.message + finding.expected


@pytest.mark.parametrize(
    "case",
    [c for c in CASES if (c.breaks, c.rows[0]) != (c.keeps, c.rows[1])],
    ids=lambda c: f"{c.code} {c.at}",
)
def test_what_just_keeps_a_rule_is_not_told(case: Case) -> None:
    assert told(case, case.keeps, case.rows[1], HEAD) == []


def test_each_code_has_its_cases_and_stops_nothing() -> None:
    tried = {f"GEN-{case.code}" for case in CASES} | {f"GEN-{code}" for code in ACROSS}
    assert tried == CONSISTENCY
    for code in CONSISTENCY:
        kind = CATALOGUE[code]
        assert kind.level in (Level.VARNING, Level.UPPLYSNING)
        assert not kind.stoppar


def test_a_meeting_of_another_day_has_another_weekday() -> None:
    right = möte(f"{HEAD} | Gruppmöten: Måndagen den 6 mars 2023", PLAN)
    assert "GEN-3400" not in {f.code for f in fynd(right)}


def test_a_heading_of_the_organ_that_meets_is_its_own() -> None:
    own = register(
        sheets.STIL, {"Delar i en § och deras ordning": "Beslut = Kommunfullmäktiges beslut"}
    )
    assert "GEN-3472" not in {f.code for f in fynd(möte("KF 2023-03-06", PLAN, register=own))}


@pytest.mark.parametrize(
    ("code", "lines", "words"),
    [
        (3400, text("Mötet hölls tisdagen den 8 mars 2023."), "en onsdag"),
        (3480, ("§ 1 A | Förslag: anta enligt bilaga 1",), "har inga bilagor"),
        (3480, ("§ 1 A | Förslag: anta enligt bilaga 3 | Bilaga: B | Bilaga: C",), "har 2 bilagor"),
        (3486, (PLAN, LEANS), "men Bo Berg (M) har inget"),
        (
            3486,
            (PLAN, LEANS.replace("Bo Berg", "Representanterna från M")),
            "men Representanterna från M har inget",
        ),
        (3486, (PLAN, LEANS.replace(" Bo Berg", "")), "men den som reserverar sig har inget"),
    ],
)
def test_what_is_told_says_who_and_what(code: int, lines: tuple[str, ...], words: str) -> None:
    (message,) = [f.message for f in fynd(möte(HEAD, *lines)) if f.code == f"GEN-{code}"]
    assert words in message.replace("\u00a0", " ")


def test_half_a_reference_says_which_half_is_there() -> None:
    day, number = bordlagt("2023-02-06"), bordlagt(None, "12")
    for row, has in ((day, "datum men inte §"), (number, "§ men inte Datum")):
        rows = {0: row}
        (finding,) = [f for f in check(with_rows(möte(HEAD, PLAN), rows)) if f.code == "GEN-3451"]
        assert has in finding.message


def test_numbers_of_the_list_are_right_on_the_kallelse() -> None:
    found = möte(f"{HEAD} | Gruppmöten: Före ärende 1", PLAN)
    assert "GEN-3473" not in {f.code for f in fynd(found)}


# -- over several meetings ----------------------------------------------------------------------

BEFORE = (
    "KS 2023-02-06 | Första §: 11",
    "§ 11 Bänkar | Dnr: KS 2023/0001 | Utfall: Bordläggs | Förslag: ställa ut dem",
    "§ 12 Lekplats | Dnr: KS 2023/0002 | Förslag: bygga den",
)
NOW = "§ 13 Bänkar | Dnr: KS 2023/0001 | Förslag: ställa ut dem"
AFTER = "KS 2023-03-06 | Första §: 13"
TOLD = {0: bordlagt("2023-02-06", "11")}
ACROSS = {3453, 3454, 3455, 3456, 3457, 3458}


def across(
    now: tuple[str, ...],
    rows: Mapping[int, Rad],
    before: tuple[str, ...] = BEFORE,
    tables: Tables | None = None,
) -> list[Finding]:
    """What is told of the later of two meetings; the earlier one has nothing to be told."""
    first = möte(*before, register=tables or {})
    second = with_rows(möte(*now, register=tables or {}), rows)
    nothing, found = over([first.meeting, second.meeting], first.register)
    assert nothing == []
    return found


def test_a_right_reference_is_left_alone() -> None:
    assert across((AFTER, NOW), TOLD) == []


@pytest.mark.parametrize(
    ("code", "at", "suggestion", "now", "rows"),
    [
        # the § is another ärende's: copied from the neighbour [GBG]
        (3454, "paragraf", "§ 11", (AFTER, NOW), {0: bordlagt("2023-02-06", "12")}),
        # there is no such §
        (3453, "paragraf", "§ 11", (AFTER, NOW), {0: bordlagt("2023-02-06", "21")}),
        # it was something else that happened there
        (
            3455,
            "paragraf",
            "",
            (AFTER, NOW),
            {0: bordlagt("2023-02-06", "11", text="Återremitterat")},
        ),
    ],
)
def test_a_wrong_reference_is_told_with_the_right_paragraph(
    code: int, at: str, suggestion: str, now: tuple[str, ...], rows: Mapping[int, Rad]
) -> None:
    (found,) = across(now, rows)
    assert (found.code, found.at) == (f"GEN-{code}", f"ärenden[0].innehåll[1].{at}")
    assert found.suggestion == suggestion


def test_an_arende_that_was_put_off_says_so() -> None:
    (found,) = across((AFTER, NOW), {})
    assert (found.code, found.at) == ("GEN-3456", "ärenden[0].rubrik")
    assert "KS 2023-02-06 § 11" in found.message


def test_a_reference_to_a_meeting_that_is_not_given_is_left_alone() -> None:
    rows = {0: bordlagt("2023-01-16", "3")}
    (found,) = across((AFTER, NOW), rows)
    assert found.code == "GEN-3456"  # the given one is still not mentioned


@pytest.mark.parametrize(
    ("paragraf", "codes"),
    [("10", {"GEN-3453"}), ("11", set()), ("14", set()), ("20", set()), ("21", {"GEN-3453"})],
)
def test_a_selection_may_lack_the_paragraph(paragraf: str, codes: set[str]) -> None:
    some = (f"{BEFORE[0]} | Sista §: 20 | Omfattning: Utvalda paragrafer", BEFORE[2])
    later = (AFTER.replace("13", "22"), NOW.replace("§ 13", "§ 22"))
    found = across(later, {0: bordlagt("2023-02-06", paragraf)}, some)
    assert {f.code for f in found} == codes


def test_paragraphs_go_on_from_the_meeting_before_unless_they_begin_anew() -> None:
    again = ("KS 2023-03-06 | Första §: 12", NOW.replace("§ 13", "§ 12"))
    (found,) = across(again, TOLD)
    assert (found.code, found.at) == ("GEN-3457", "sammanträde.första_paragraf")
    assert found.suggestion == "13"
    each = register(sheets.STIL, {"Paragrafer numreras": "per sammanträde"})
    assert across(again, TOLD, tables=each) == []
    next_year = ("KS 2024-01-08 | Första §: 1", NOW.replace("§ 13", "§ 1"))
    assert across(next_year, TOLD) == []


def test_an_arende_keeps_its_rubrik_from_meeting_to_meeting() -> None:
    (found,) = across((AFTER, NOW.replace("Bänkar", "Nya bänkar")), TOLD)
    assert (found.code, found.at, found.suggestion) == ("GEN-3458", "ärenden[0].rubrik", "Bänkar")
    assert across((AFTER, NOW.replace("Bänkar", "bänkar")), TOLD) == []


def test_the_rubrik_is_that_of_the_latest_meeting_also_of_the_same_day() -> None:
    first = möte("KSAU 2023-02-06", "§ 1 Bänk | Dnr: KS 2023/0001 | Förslag: a").meeting
    second = möte(HEAD.replace("KS", "KSAU"), "§ 2 Soffor | Dnr: KS 2023/0001 | Förslag: a").meeting
    third = möte(HEAD, "§ 3 Bänkar | Dnr: KS 2023/0001 | Förslag: a")
    *_, found = over([first, second, third.meeting], third.register)
    assert [(f.code, f.suggestion) for f in found] == [("GEN-3458", "Soffor")]


def test_of_a_meeting_without_a_day_nothing_is_told() -> None:
    undated = möte("KS 2023-13-06", NOW)
    assert over([möte(*BEFORE).meeting, undated.meeting], undated.register) == [[], []]


def test_an_arende_that_had_no_dnr_yet_is_known_by_its_rubrik() -> None:
    before = (BEFORE[0], BEFORE[1].replace("Dnr: KS 2023/0001 | ", ""), BEFORE[2])
    (found,) = across((AFTER, NOW), {0: bordlagt("2023-02-06", "21")}, before)
    assert (found.code, found.suggestion) == ("GEN-3453", "§ 11")


def test_what_was_decided_was_not_put_off() -> None:
    assert across((AFTER, "§ 13 Lekplats | Dnr: KS 2023/0002 | Förslag: måla den"), {}) == []


def test_a_cancelled_meeting_has_decided_nothing() -> None:
    cancelled = (f"{BEFORE[0]} | Slag: Inställt", *BEFORE[1:])
    assert across((AFTER, NOW), TOLD, cancelled) == []
    assert across((AFTER, NOW), {0: bordlagt("2023-02-06", "12")}, cancelled) == []
    assert across((AFTER, NOW), {}, cancelled) == []


# -- no false alarms ----------------------------------------------------------------------------

RIGHT = (
    "Den 8 mars 2023 och den 9 mars 2023 hölls samråd, liksom den 12–13 december 2022.",
    "Avtalet gäller fr.o.m. 1 januari 2023 t.o.m. 31 december 2024.",
    "Perioden den 1 mars till 3 april 2023 är kort, se protokoll (7 mars 2023).",
    "I mars 2023 fanns 12 mars-priser; den 1:a maj 2023 är helgdag.",
    "Se Protokoll 7 mars 2023 och 2023-03-07, eller 2023-03.",
    "Folkskolan invigdes den 3 maj 1921, en tisdag, och 1894-08-01 revs den.",
    "Diarienummer SLK-2024-00385 och telefon 046-359 50 00.",
    "Planen gäller 2022-12-12–13 och 2024-06-01–2026-12-31.",
    "Nämnden kallar det ”best practice” och ”nytt”.",
    'En skärm på 27" står i sessionssalen.',
    "Det som är är inte alltid det det ser ut att vara, men då då.",
    "Nämnden har beslutat om det som styrelsen tidigare har beslutat.",
    "Kommunen har lämnat ett yttrande och även lämnat synpunkter.",
    "- Utreda frågan\n- Ta fram en plan\n- Följa upp.",
    "- utreda frågan, m.m.\n- ta fram en plan m.m.\n- följa upp",
    "- Varför?\n- När.\n- Hur.",
    "- 415 mnkr\nDet är mycket.",
    "Barn- och utbildningsnämnden (BUN) och Socialnämnden (SN) yttrar sig.",
    "Ordförande Ada Ask (S), Bo Berg (M) samt Cia Cron (L) deltog.",
    "Maria Mo (L) och Marie Mo (L) är två personer.",
    "Anna Ask (S) och Ulf Berg (KD) är andra personer.",
    "New Public Management (NPM) nämns, liksom Södra Innerstaden (SI).",
    "En arbetsplan och en arbetsplats, ett landskap och en landsdel.",
    "Handläggningstiden är 3 ärenden per dag; ärende KS 2023/0012 tog längst.",
    "Beslut fattades 2022-06-22 § 251 och 2022-06-22 § 252.",
    "Enligt förslaget ska bilaga 3 till avtalet bytas.",
)
RIGHT_POINTS = (
    "godkänna avtalet med hänvisning till vad som redovisats i ärendet",
    "uppdra åt socialnämnden att senast den 1 maj 2023 redovisa arbetet",
    "ge kommundirektören i uppdrag att årligen återrapportera till kommunstyrelsen",
    "föreslå kommunfullmäktige att anta planen enligt kommunkontorets förslag",
    "utse Ada Ask (S) till ordförande för tiden den 1 januari–31 december 2023",
    "lägga informationen till handlingarna",
)


@pytest.mark.parametrize("sentence", RIGHT)
def test_right_swedish_is_left_alone(sentence: str) -> None:
    found = möte(HEAD, f"{PLAN} | Sammanfattning: {sentence}", "§ 2 B | Förslag: anta den")
    assert [f.message for f in fynd(found) if f.code in CONSISTENCY] == []


@pytest.mark.parametrize("point", RIGHT_POINTS)
def test_a_clear_point_is_left_alone(point: str) -> None:
    line = PLAN.replace("anta planen", point)
    found = möte(HEAD, f"{line} | Skickas till – åtgärd: Socialnämnden")
    assert [f.message for f in fynd(found) if f.code in CONSISTENCY] == []


def test_a_quote_may_go_on_over_several_rows() -> None:
    line = f"{PLAN} | Sammanfattning: ”Lund ska leda. | Sammanfattning: Så är det.”"
    assert "GEN-3410" not in {f.code for f in fynd(möte(HEAD, line))}


def test_points_of_one_list_may_differ_in_a_word() -> None:
    points = (
        "- att höja avgiften för alla hushåll i år,\n- att höja avgifter för alla hushåll i år."
    )
    assert "GEN-3431" not in {
        f.code for f in fynd(möte(HEAD, f"{PLAN} | Sammanfattning: {points}"))
    }


def test_a_reservation_may_lean_on_the_yrkande_of_the_own_parti() -> None:
    reservation = "! Reservation Berg | Text: till förmån för eget yrkande"
    found = möte(HEAD, PLAN, "! Yrkande Berg | Gäller: Avslag", reservation)
    assert "GEN-3486" not in {f.code for f in fynd(found)}
    withdrawn = "! Yrkande Berg | Gäller: Avslag | Utfall: Återtaget"
    assert "GEN-3486" in {f.code for f in fynd(möte(HEAD, PLAN, withdrawn, reservation))}


def test_an_older_tjansteskrivelse_belongs_to_an_arende_that_comes_back() -> None:
    line = f"{PLAN} | Underlag: Kansliets tjänsteskrivelse 2023-01-14 Översiktsplan"
    again = with_rows(möte(HEAD, line), {0: bordlagt("2023-02-06", "12", text="Återremitterat")})
    assert "GEN-3440" in {f.code for f in fynd(möte(HEAD, line))}
    assert "GEN-3440" not in {f.code for f in check(again)}


def test_a_register_without_recipients_is_not_asked() -> None:
    line = f"{PLAN} | Skickas till – kännedom: Trafikverket"
    none: Tables = {sheets.MOTTAGARE: []}
    assert "GEN-3461" not in {f.code for f in fynd(möte(HEAD, line, register=none))}


def test_a_finding_can_be_told_as_a_sentence() -> None:
    found = findings.PARTI_OTHERWISE("x", value="(Fi)", suggestion="(FI)")
    assert found.message == "Partiet skrivs (Fi) här men (FI) på andra ställen."


def test_notes_that_are_never_printed_are_not_read() -> None:
    line = f"{PLAN} | Intern anteckning: Kolla att att det stämmer 2023-02-30"
    assert not {f.code for f in fynd(möte(HEAD, line))} & CONSISTENCY


def meetings() -> list[Sammantrade]:
    return [möte(*BEFORE).meeting, möte(AFTER, NOW).meeting]


def test_the_order_in_which_workbooks_are_given_does_not_matter() -> None:
    known = möte(*BEFORE).register
    assert over(meetings(), known) == over(meetings()[::-1], known)[::-1]
