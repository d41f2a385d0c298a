"""Skrivelser and delegationsbeslut, in their own workbooks (3700–3799)."""

from __future__ import annotations

from gen.findings.kinds import FEL, LAGBRIST, UPPLYSNING, VARNING, kind

NOTHING_WRITTEN = kind(
    3700,
    FEL,
    "Bladet Text säger ingenting.",
    "Skriv det som ska stå, ett stycke per rad.",
    meaning="En motion, ett missiv eller ett särskilt yttrande behöver en text. En reservation kan "
    "bestå av bara yrkandet.",
    wrong="Slag: Motion, och ett tomt blad Text",
    right="Minst en rad Text eller Punkt",
)
MOTION_TO_OTHER = kind(
    3701,
    VARNING,
    "Motionen är ställd till {value}, men en motion väcks i fullmäktige.",
    "Skriv fullmäktige under Organ.",
    statute="5 kap. 22 § KL",
    meaning="En ledamot väcker en motion i fullmäktige, som avgör den. Styrelsen bereder den bara.",
    wrong="Slag: Motion, Organ: Kommunstyrelsen",
    right="Organ: Kommunfullmäktige",
)
MOTION_WITHOUT_POINT = kind(
    3702,
    VARNING,
    "Motionen föreslår ingenting: det finns ingen rad Punkt på bladet Text.",
    "Skriv det som fullmäktige ska besluta, en att-sats per rad Punkt.",
    meaning="Fullmäktige tar ställning till motionens förslag, inte till dess text.",
    wrong="Bara rader Text",
    right="En rad Punkt: att ge kommunkontoret i uppdrag att utreda frågan",
)
UNKNOWN_SIGNER = kind(
    3703,
    VARNING,
    "{value} finns inte i registret.",
    "Rätta namnet, eller lägg till personen på registrets blad Förtroendevalda eller "
    "Tjänstepersoner.",
    meaning="Namnet skrivs som det står, utan parti eller titel ur registret.",
    wrong="Undertecknare: Jan Anerstedt",
    right="Undertecknare: Jan Annerstedt",
)
SIGNER_NOT_IN_KF = kind(
    3704,
    VARNING,
    "{value} är inte ledamot i {organ} enligt registret.",
    "Rätta namnet eller registret. Bara den som är ledamot får väcka en motion.",
    statute="5 kap. 22 § KL",
    meaning="En motion väcks av en eller flera ledamöter i fullmäktige. Registret har "
    "fullmäktiges ledamöter, men inte den som har undertecknat.",
    wrong="En motion av någon som bara sitter i en nämnd",
    right="En motion av en ledamot i fullmäktige",
)
RESERVANT_NOT_IN_ORGAN = kind(
    3705,
    VARNING,
    "{value} har inget uppdrag i {organ} enligt registret.",
    "Rätta namnet, Organ eller registret. Bara den som har deltagit i beslutet får reservera sig.",
    statute="4 kap. 27 § KL",
    meaning="Den som har deltagit i avgörandet får reservera sig. Registret känner organets "
    "ledamöter och ersättare, men inte den som har undertecknat.",
    wrong="En reservation i kommunstyrelsen av någon som bara sitter i fullmäktige",
    right="En reservation av en ledamot eller tjänstgörande ersättare",
)
ANSWER_BEFORE_LETTER = kind(
    3706,
    FEL,
    "Svar senast {value} är före missivets eget datum, {day}.",
    "Rätta Svar senast eller Datum.",
    stoppar=frozenset({"missiv"}),
    meaning="Ingen kan svara innan missivet är skrivet.",
    wrong="Datum 2023-03-15, Svar senast 2023-02-28",
    right="Svar senast 2023-04-28",
)
ANSWER_ON_CLOSED_DAY = kind(
    3707,
    UPPLYSNING,
    "Svar senast {value} är en {why}.",
    "Välj helst en arbetsdag, till exempel {next_day}.",
    meaning="Den sista dagen att svara är en lördag, söndag eller helgdag, då få kan svara.",
    wrong="Svar senast 2023-04-29, en lördag",
    right="Svar senast 2023-04-28",
)
NEW_UNKNOWN_SLAG = kind(
    3720,
    FEL,
    "{value} är inget slag av skrivelse.",
    "Skriv {known} efter --slag.",
    stoppar=frozenset(),
    meaning="gen ny --skrivelse gör kalkylbladet för ett av de slag som finns.",
    wrong="gen ny --skrivelse m.xlsx --slag interpelation",
    right="gen ny --skrivelse m.xlsx --slag motion",
)
UNKNOWN_DELEGAT = kind(
    3740,
    VARNING,
    "Delegaten {value} finns inte i registret.",
    "Rätta namnet, eller lägg till personen på registrets blad Tjänstepersoner eller "
    "Förtroendevalda.",
    meaning="Den som beslutar på nämndens vägnar ska ha fått nämndens uppdrag. Registret känner "
    "inte namnet.",
    wrong="Delegat: Disa Dell",
    right="Delegat: Disa Dahl, som står i registret",
)
DUPLICATE_BESLUT = kind(
    3741,
    FEL,
    "{header} {value} står också på rad {other}.",
    "Ge besluten olika löpnummer.",
    stoppar=frozenset({"delegationsbeslut", "delegationslista"}),
    meaning="Två beslut har samma nummer, så en hänvisning blir tvetydig. Dnr får stå på flera "
    "beslut, om de har var sitt löpnummer.",
    wrong="Löpnr 12 på två rader",
    right="Löpnr 12 och 13",
    gist="Samma nummer står på två rader.",
)
BRADSKANDE_LATE = kind(
    3742,
    LAGBRIST,
    "Det brådskande beslutet {nr} från {value} skulle ha anmälts redan vid sammanträdet {meeting}.",
    "Rätta Datum eller Föregående sammanträde om något av dem är fel. Annars: säg vid anmälan "
    "att den är sen.",
    statute="6 kap. 40 § andra stycket KL",
    meaning="Ett beslut som ordföranden eller en ledamot har fattat för att det brådskade ska "
    "anmälas vid nämndens nästa sammanträde.",
    wrong="Brådskande beslut 2025-01-10, sammanträde 2025-01-22, anmält 2025-02-19",
    right="Anmält 2025-01-22",
)
BRADSKANDE_NOT_REPORTED = kind(
    3743,
    LAGBRIST,
    "Det brådskande beslutet {value} ska inte anmälas, enligt Anmäls.",
    "Töm Anmäls. Ett brådskande beslut anmäls alltid.",
    statute="6 kap. 40 § andra stycket KL",
    meaning="För beslut enligt delegationsordningen får nämnden bestämma vilka som anmäls. Ett "
    "brådskande beslut ska alltid anmälas, vid nästa sammanträde.",
    wrong="Slag: Brådskande, Anmäls: Nej",
    right="Slag: Brådskande, Anmäls tomt",
)
BRADSKANDE_BY_OFFICIAL = kind(
    3744,
    LAGBRIST,
    "{value} är anställd men har fattat ett brådskande beslut.",
    "Rätta Slag eller Delegat. Ett brådskande beslut fattas av ordföranden eller en ledamot som "
    "nämnden har utsett.",
    statute="6 kap. 39 § KL",
    meaning="När nämndens avgörande inte kan avvaktas får ordföranden eller en annan ledamot som "
    "nämnden har utsett besluta. Ingen anställd får det.",
    wrong="Slag: Brådskande, Delegat: förvaltningschefen",
    right="Slag: Brådskande, Delegat: ordföranden",
)
BESLUT_AFTER_MEETING = kind(
    3745,
    FEL,
    "Beslutet {nr} är fattat {value}, efter sammanträdet {meeting} där det anmäls.",
    "Rätta Datum eller Anmäls vid sammanträdet.",
    stoppar=frozenset({"delegationslista"}),
    meaning="Listan skulle anmäla ett beslut som inte fanns vid sammanträdet.",
    wrong="Datum 2025-02-20, anmäls vid sammanträdet 2025-02-19",
    right="Datum 2025-02-10",
)
NO_PUNKT = kind(
    3746,
    VARNING,
    "Beslutet {value} säger inte vilken punkt i delegationsordningen det stöder sig på.",
    "Fyll i Punkt.",
    statute="6 kap. 37 § och 7 kap. 5 § KL",
    meaning="Den som beslutar på nämndens vägnar ska ha fått den rätten av nämnden. Punkten visar "
    "det. Ett brådskande beslut behöver ingen.",
    wrong="Punkt tom",
    right="Punkt: 1.7",
)
NOT_REPORTED = kind(
    3747,
    VARNING,
    "Beslutet {value} anmäls inte och står inte i listan.",
    "Protokollför det särskilt och anslå det, om det kan överklagas genom laglighetsprövning. "
    "Annars: töm Anmäls.",
    statute="6 kap. 40 §, 7 kap. 8 § och 8 kap. 10 § KL",
    meaning="Nämnden bestämmer vilka delegationsbeslut som anmäls. De som inte anmäls ska "
    "protokollföras särskilt, om de kan överklagas enligt 13 kap. KL, och protokollet anslås.",
    wrong="Anmäls: Nej, och inget eget protokoll",
    right="Anmäls tomt, eller ett eget protokoll som är anslaget",
)
