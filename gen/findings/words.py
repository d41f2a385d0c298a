"""The texts: dates, quotes, lists, names as they are written (3400–3429)."""

from __future__ import annotations

from gen.findings.kinds import UPPLYSNING, VARNING, kind

WEEKDAY_DIFFERS = kind(
    3400,
    VARNING,
    "Texten säger {value}, men {day} är en {weekday}.",
    "Rätta veckodagen eller datumet.",
    meaning="Veckodagen och datumet säger olika saker. Ett av dem är fel.",
    wrong="tisdagen den 8 mars 2023",
    right="onsdagen den 8 mars 2023",
)
NO_SUCH_DAY = kind(
    3401,
    VARNING,
    "Det finns ingen dag som {value}.",
    "Rätta datumet.",
    meaning="Dagen finns inte i kalendern.",
    wrong="den 31 april 2023",
    right="den 30 april 2023",
)
DATE_WITHOUT_DEN = kind(
    3402,
    UPPLYSNING,
    "Datumet står utan sitt den: ”{value}”.",
    "Skriv den före dagen, och en veckodag i bestämd form.",
    meaning="I löpande text skrivs datum med den, och veckodagen i bestämd form.",
    wrong="har 21 januari 2022 lämnat en motion",
    right="har den 21 januari 2022 lämnat en motion",
)
DAYS_WITHOUT_EN_DASH = kind(
    3403,
    UPPLYSNING,
    "Dagarna {value} står inte med ett kort tankstreck.",
    "Skriv – mellan dagarna, utan blanksteg.",
    meaning="Mellan två dagar står ett kort tankstreck utan blanksteg.",
    wrong="2022-12-12--13",
    right="2022-12-12–13",
)
QUOTE_OPEN = kind(
    3410,
    VARNING,
    "Ett citattecken saknar sitt par; det sista står i {value}",
    "Lägg till det som fattas, så att det syns var citatet börjar och slutar.",
    meaning="Det finns ett udda antal citattecken, så det syns inte var citatet slutar.",
    wrong='"Beslutsfattandet präglas av "best practice"',
    right="”Beslutsfattandet präglas av ’best practice’.”",
)
QUOTES_MIXED = kind(
    3411,
    UPPLYSNING,
    "Ärendet har olika slags citattecken: {value}.",
    "Skriv ”…” överallt.",
    meaning="Text som klistras in från Word har andra tecken än den som skrivs i Excel.",
    wrong='”Fler träd” på ett ställe och "Fler träd" på ett annat',
    right="”Fler träd” på båda",
)
WORD_TWICE = kind(
    3412,
    VARNING,
    "Ordet står två gånger: ”{value}”.",
    "Ta bort det ena.",
    meaning="Ett ord står två gånger i följd, oftast efter en ändring.",
    wrong="att att avslå motionen",
    right="att avslå motionen",
)
VERB_TWICE = kind(
    3413,
    VARNING,
    "Verbet står två gånger: ”{value}”.",
    "Ta bort det ena.",
    meaning="Samma verb står två gånger i satsen, oftast efter en omskrivning.",
    wrong="har lämnat den 21 januari 2022 lämnat en motion",
    right="har den 21 januari 2022 lämnat en motion",
)
LIST_ENDINGS = kind(
    3414,
    UPPLYSNING,
    "I en lista {value}.",
    "Sätt komma efter alla punkter utom den sista, eller punkt efter alla.",
    meaning="Punkterna i en lista avslutas på samma sätt.",
    wrong="En punkt slutar med komma, nästa med punkt, och en med inget",
    right="Komma efter alla utom den sista, som har punkt",
)
DASH_LOST = kind(
    3415,
    VARNING,
    "En att-sats har tappat sitt streck och blir ingen punkt i listan: ”{value}”.",
    "Skriv - och ett blanksteg först på raden.",
    meaning="En rad börjar med att men saknar strecket som de andra har, och blir därför inte en "
    "egen punkt.",
    wrong="- att bifalla motionen, / att uppdra åt nämnden",
    right="- att bifalla motionen, / - att uppdra åt nämnden",
)
PARTI_OTHERWISE = kind(
    3420,
    VARNING,
    "Partiet skrivs {value} här men {suggestion} på andra ställen.",
    "Skriv {suggestion}.",
    meaning="Samma partibeteckning skrivs på flera sätt.",
    wrong="Maja Grubelic (Fi)",
    right="Maja Grubelic (FI)",
)
PARTI_DIFFERS = kind(
    3421,
    VARNING,
    "Texten har {value}; registret har {suggestion}.",
    "Rätta partiet, eller registret om det har ändrats.",
    meaning="Personen har ett annat parti i texten än i registret.",
    wrong="Mia Honeth (M), när registret har L",
    right="Mia Honeth (L)",
)
NAME_MISSPELT = kind(
    3422,
    VARNING,
    "Namnet {value} ser ut som ett annat skrivet fel.",
    "Rätta namnet, eller lägg till personen i registret om det är en annan.",
    meaning="Ett namn är nästan likt ett känt namn, och är troligen felskrivet.",
    wrong="Liv Severinson (FNL)",
    right="Liv Severinsson (FNL)",
)
NAME_IN_OTHER_FORM = kind(
    3423,
    UPPLYSNING,
    "Namnet {value} skrivs {suggestion} i registret.",
    "Skriv namnet på samma sätt överallt, eller ändra det i registret.",
    meaning="Namnet skrivs på ett annat sätt i registret.",
    wrong="Ann Tångmark Lundberg (FNL)",
    right="Ann Tångmark (FNL)",
)
NAMES_IN_OTHER_ORDER = kind(
    3424,
    UPPLYSNING,
    "Förslagsställarna i {sak} står i en annan ordning här än i rubriken.",
    "Skriv dem i samma ordning: {order}.",
    meaning="Samma namn står i olika ordning, vilket försvårar jämförelsen.",
    wrong="Rubriken: Severinsson och Annerstedt. Texten: Annerstedt och Severinsson.",
    right="Samma ordning i båda",
)
WORD_IN_TWO_FORMS = kind(
    3425,
    UPPLYSNING,
    "Ordet {value} skrivs {suggestion} på andra ställen.",
    "Skriv ordet på ett sätt.",
    meaning="Ett ord skrivs på två sätt som bara skiljer sig åt i någon enstaka bokstav. Det ena "
    "är troligen fel.",
    wrong="tillitbaserad styrning",
    right="tillitsbaserad styrning",
)
DNR_OF_OTHER_FORM = kind(
    3426,
    VARNING,
    "Diarienumret {value} har inte den form som registret anger.",
    "Rätta numret, eller Mönster för dnr på registrets blad Kommun.",
    meaning="Diarienumret stämmer inte med det mönster som kommunen har angett i registret.",
    wrong="KS 2022-1056",
    right="KS 2022/1056",
)
