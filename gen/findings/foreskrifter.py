"""Föreskrifter, reglementen and arbetsordningar, in their own workbook (3800–3849)."""

from __future__ import annotations

from gen.findings.kinds import FEL, VARNING, kind

_STOPS = frozenset({"föreskrift"})

PARAGRAF_WITHOUT_TEXT = kind(
    3800,
    VARNING,
    "{value} säger ingenting.",
    "Skriv paragrafens text, eller ta bort raden. En paragraf som är upphävd behåller sitt nummer "
    "och säger det.",
    meaning="En rad Paragraf är tom, och ingen rad under den hör till den.",
    wrong="En rad Paragraf utan text, följd av nästa rad Paragraf",
    right="En rad Paragraf med text, eller med en rad Stycke under sig",
)
DUPLICATE_NUMBER = kind(
    3801,
    FEL,
    "{value} finns redan.",
    "Ändra numret, eller töm Nr så räknas det ut.",
    stoppar=_STOPS,
    meaning="Två paragrafer i samma kapitel, eller två kapitel, har samma nummer. En hänvisning "
    "dit blir tvetydig.",
    wrong="Nr 4 på två rader Paragraf",
    right="Nr 4 och 4 a",
)
NUMBER_OUT_OF_ORDER = kind(
    3802,
    VARNING,
    "{value} står efter {other}.",
    "Flytta raden, eller ändra numret.",
    meaning="Numren ska stiga. Det skrivna numret är lägre än ett som står ovanför.",
    wrong="Nr 4 a på raden efter 5 §",
    right="Nr 4 a på raden mellan 4 och 5 §§",
)
NUMBER_UNUSED = kind(
    3803,
    VARNING,
    "Numret {value} används inte: raden är {part}.",
    "Töm Nr. Bara Kapitel och Paragraf har nummer; punkter i en lista numreras av Word.",
    meaning="Numret skrivs inte ut någonstans.",
    wrong="Nr 1 på en rad Numrerad lista",
    right="Nr tomt på raden",
)
LIST_OF_ONE = kind(
    3804,
    VARNING,
    "Listan har en enda punkt.",
    "Skriv den som ett stycke, eller lägg till en punkt.",
    meaning="En lista med bara en punkt tyder på att en rad har fallit bort eller fått fel Del.",
    wrong="En ensam rad Numrerad lista mellan två stycken",
    right="Minst två rader Numrerad lista efter varandra",
)
NO_SUCH_PARAGRAF_HERE = kind(
    3805,
    VARNING,
    "Hänvisningen {value} går till {missing}, som inte finns.",
    "Rätta hänvisningen. Gäller den en annan lag eller föreskrift: skriv ut dess namn efter den.",
    meaning="Texten hänvisar till en paragraf som inte finns i föreskriften. Ofta har paragrafer "
    "skjutits in eller tagits bort. Utan kapitel gäller en hänvisning det egna kapitlet, när "
    "paragraferna numreras per kapitel.",
    wrong="enligt 2 kap. 9 §, när 2 kap. slutar med 6 §",
    right="enligt 2 kap. 6 §",
)
NO_SUCH_KAPITEL = kind(
    3806,
    VARNING,
    "Hänvisningen {value} går till {missing}, som inte finns.",
    "Rätta hänvisningen. Gäller den en lag: skriv ut dess namn efter den.",
    meaning="Texten hänvisar till ett kapitel som inte finns i föreskriften.",
    wrong="enligt 7 kap., när det finns fyra kapitel",
    right="enligt 4 kap.",
)
IN_FORCE_BEFORE_DECISION = kind(
    3807,
    VARNING,
    "Gäller från och med {value} är före beslutet, {day}.",
    "Rätta Gäller från och med eller Beslutad. En föreskrift får inte läggas på någon för tiden "
    "före beslutet.",
    statute="2 kap. 4 § KL",
    meaning="En kommun får inte fatta beslut med tillbakaverkande kraft till nackdel för "
    "medlemmarna, om det inte finns synnerliga skäl för det.",
    wrong="Beslutad 2023-03-15, Gäller från och med 2023-01-01",
    right="Gäller från och med 2023-04-01",
)
REPLACES_ITSELF = kind(
    3808,
    VARNING,
    "Föreskriften sägs ersätta sig själv: {value}.",
    "Skriv den äldres dag eller diarienummer också, eller töm Ersätter.",
    meaning="Ersätter har samma ord som Titel, så det går inte att se vilken som upphör att gälla.",
    wrong="Titel och Ersätter: Reglemente för kommunstyrelsen",
    right="Ersätter: Reglemente för kommunstyrelsen, antaget 2018-12-20 § 251",
)
HALF_DECIDED = kind(
    3809,
    FEL,
    "{value} är ifylld, men inte {lacks}.",
    "Fyll i {lacks}. Är beslutet inte fattat: töm {value} och gör ett utkast med --utkast.",
    stoppar=_STOPS,
    meaning="Ett beslut har både en dag och en paragraf i ett protokoll. Har det bara det ena går "
    "det inte att slå upp.",
    wrong="Beslutad 2023-03-15, Beslutets § tom",
    right="Beslutad 2023-03-15, Beslutets § 62",
)
PROPOSAL_WITHOUT_DAY = kind(
    3810,
    FEL,
    "Föreskriften är inte beslutad, och förslaget har ingen dag.",
    "Fyll i Förslagets datum, eller Beslutad och Beslutets §.",
    stoppar=_STOPS,
    meaning="Ett förslag görs ofta om. Dagen skiljer det ena från det andra.",
    wrong="Beslutad och Förslagets datum är tomma",
    right="Förslagets datum 2023-03-01",
)
NOTHING_LAID_DOWN = kind(
    3811,
    FEL,
    "Bladet Bestämmelser säger ingenting.",
    "Skriv paragraferna, en rad Paragraf för varje.",
    stoppar=_STOPS,
    meaning="Det finns inget att göra ett dokument av.",
    wrong="Ett tomt blad Bestämmelser",
    right="Minst en rad Paragraf med text",
)
KAPITEL_WITHOUT_RUBRIK = kind(
    3812,
    VARNING,
    "{value} har ingen rubrik.",
    "Skriv kapitlets rubrik under Text, utan nummer.",
    meaning="Ett kapitel har ett nummer och en rubrik, som också står i innehållsförteckningen.",
    wrong="En rad Kapitel utan text",
    right="Kapitel: Inledande bestämmelser",
)
NOTHING_UNDER_HEADING = kind(
    3813,
    VARNING,
    "Under {value} står ingenting.",
    "Skriv det som hör dit, eller ta bort raden.",
    meaning="En rubrik eller ett kapitel följs genast av nästa, eller av ingenting.",
    wrong="En rad Rubrik sist på bladet",
    right="En rad Rubrik med en rad Paragraf under sig",
)
REVISIONS_OUT_OF_ORDER = kind(
    3814,
    VARNING,
    "Revideringen {value} är inte senare än {other}.",
    "Rätta Datum, eller sätt raderna i ordning med den äldsta först.",
    meaning="En föreskrift revideras efter det att den beslutades, och varje revidering kommer "
    "efter den förra.",
    wrong="Beslutad 2023-03-15, reviderad 2022-06-22",
    right="Beslutad 2023-03-15, reviderad 2024-06-19",
)
NOTHING_TO_LIST = kind(
    3815,
    VARNING,
    "Innehållsförteckningen har ingenting att räkna upp.",
    "Dela in texten med rader Kapitel eller Rubrik, eller töm Innehållsförteckning.",
    meaning="Innehållsförteckningen räknar upp kapitlen, eller rubrikerna där det inte finns "
    "några kapitel.",
    wrong="Innehållsförteckning: Ja, och bara rader Paragraf",
    right="Innehållsförteckning: Ja, och minst en rad Kapitel",
)
NEW_UNKNOWN_FORESKRIFT = kind(
    3840,
    FEL,
    "{value} är inget slag av föreskrift.",
    "Skriv {known} efter --slag.",
    stoppar=frozenset(),
    meaning="gen ny --föreskrift gör kalkylbladet för ett av de slag som finns.",
    wrong="gen ny --föreskrift r.xlsx --slag reglement",
    right="gen ny --föreskrift r.xlsx --slag reglemente",
)
