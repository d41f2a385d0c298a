"""The law’s days: justering, anslag, kallelse, kungörelse (3000–3099)."""

from __future__ import annotations

from gen.findings.kinds import FEL, LAGBRIST, PROTOKOLL, UPPLYSNING, VARNING, kind

JUSTERAT_LATE = kind(
    3000,
    LAGBRIST,
    "Protokollet justerades {value}, men sista dagen var {last}.",
    "Rätta Justerat om dagen är fel. Stämmer den ska den stå så.",
    statute="5 kap. 69 § KL",
    meaning="Protokollet ska vara justerat senast fjorton dagar efter sammanträdet. Är den "
    "fjortonde dagen en lördag, söndag, helgdag eller midsommar-, jul- eller nyårsafton "
    "räknas nästa vardag. Protokollet görs ändå: det ska säga vad som hände.",
    wrong="Sammanträde 2023-03-06, Justerat 2023-03-24",
    right="Justerat senast 2023-03-20",
)
JUSTERING_PLANNED_LATE = kind(
    3001,
    VARNING,
    "Justeringen är planerad till {value}, men protokollet ska vara justerat senast {last}.",
    "Planera en tidigare dag.",
    statute="5 kap. 69 § KL",
    meaning="Den dag som är planerad för justeringen ligger efter lagens sista dag.",
    wrong="Sammanträde 2023-03-06, Justering planerad 2023-03-22",
    right="Justering planerad 2023-03-07",
)
JUSTERING_PLANNED_EARLY = kind(
    3003,
    VARNING,
    "Justeringen är planerad till {value}, före sammanträdet ({held}).",
    "Rätta Justering planerad, eller sammanträdesdatum.",
    statute="5 kap. 69 § KL",
    meaning="Ett protokoll kan inte justeras innan sammanträdet har hållits.",
    wrong="Sammanträde 2023-04-03, Justering planerad 2023-03-07",
    right="Justering planerad 2023-04-04",
)
JUSTERAT_BEFORE_HELD = kind(
    3002,
    FEL,
    "Justerat är {value}, men sammanträdet hölls {held}.",
    "Rätta Justerat eller sammanträdets dag. Det som inte har hållits kan inte justeras.",
    statute="5 kap. 69 § KL",
    stoppar=PROTOKOLL,
    meaning="Justeringen ligger före sammanträdet. En av dagarna är fel.",
    wrong="Sammanträdesdatum 2023-03-06, Justerat 2023-02-07",
    right="Justerat 2023-03-07",
)
ANSLAG_LATE = kind(
    3010,
    LAGBRIST,
    "Justeringen tillkännagavs {value}, men sista dagen var {last}.",
    "Rätta Anslaget uppsatt om dagen är fel. Stämmer den ska den stå så; tiden för "
    "överklagande räknas ändå från den.",
    statute="8 kap. 12 § KL",
    meaning="Att protokollet är justerat ska tillkännages på anslagstavlan senast andra dagen "
    "efter justeringen. Är den dagen en helgdag räknas nästa vardag.",
    wrong="Justerat 2023-03-07, Anslaget uppsatt 2023-03-13",
    right="Anslaget uppsatt 2023-03-08 eller 2023-03-09",
)
ANSLAG_BEFORE_JUSTERAT = kind(
    3011,
    FEL,
    "Anslaget sattes upp {value}, {why}.",
    "Rätta Anslaget uppsatt eller Justerat. Anslaget säger att protokollet är justerat.",
    statute="8 kap. 12 § KL",
    stoppar=PROTOKOLL,
    meaning="Anslaget berättar att protokollet är justerat och kan därför inte vara äldre än "
    "justeringen.",
    wrong="Justerat 2023-03-07, Anslaget uppsatt 2023-03-06",
    right="Anslaget uppsatt 2023-03-08",
)
ANSLAG_DOWN_EARLY = kind(
    3012,
    LAGBRIST,
    "Anslaget tas ned {value}, men får tas ned tidigast {first}.",
    "Töm Anslaget tas ned, så räknas dagen ut. Har anslaget redan tagits ned har tiden "
    "för överklagande inte löpt ut: sätt upp det igen och skriv den nya dagen.",
    statute="8 kap. 12 § och 13 kap. 5 § KL",
    meaning="Anslaget ska sitta uppe hela överklagandetiden, tre veckor. Tas det ned för tidigt "
    "har tiden inte löpt ut och besluten får inte laga kraft.",
    wrong="Anslaget uppsatt 2023-03-08, tas ned 2023-03-29",
    right="Anslaget tas ned 2023-03-30, dagen efter den sista dagen att överklaga",
)
APPEAL_DAY_EARLY = kind(
    3013,
    FEL,
    "Sista dag att överklaga är skriven som {value}, men är {last} enligt lagen.",
    "Töm cellen, så räknas dagen ut.",
    statute="13 kap. 5 § KL",
    stoppar=PROTOKOLL,
    meaning="Sista dagen att överklaga är tre veckor efter att justeringen tillkännagavs, samma "
    "veckodag. Den räknas ut; en annan dag i cellen vore en oriktig upplysning.",
    wrong="Anslaget uppsatt 2023-03-08, Sista dag att överklaga 2023-03-28",
    right="Cellen tom: 2023-03-29 räknas ut",
)
APPEAL_DAY_LATE = kind(
    3014,
    VARNING,
    "Sista dag att överklaga är skriven som {value}, men är {last} enligt lagen.",
    "Töm cellen, så räknas dagen ut. Bara en gemensam nämnd, som anslår i flera kommuner,"
    " kan ha en senare dag.",
    statute="13 kap. 5 § KL",
    meaning="Den skrivna dagen är senare än den som följer av anslaget. I en gemensam nämnd "
    "räknas tiden från den sista kommunens anslag, och då kan den stämma.",
    wrong="Anslaget uppsatt 2023-03-08, Sista dag att överklaga 2023-03-31",
    right="Cellen tom, utom i en gemensam nämnd",
)
APPEAL_DAY_FOR_NOTHING = kind(
    3015,
    VARNING,
    "Sista dag att överklaga är {value}, men inget beslut här kan överklagas.",
    "Töm cellen, eller rätta Överklagande på bladet Ärenden.",
    statute="13 kap. 2 § KL",
    meaning="Inget av besluten kan överklagas, men en sista dag är skriven.",
    wrong="Bara beslut som går vidare till kommunstyrelsen, och Sista dag att överklaga 2023-03-29",
    right="Cellen tom",
)
NO_FORVARINGSPLATS = kind(
    3016,
    FEL,
    "Anslaget kan inte säga var protokollet finns.",
    "Fyll i Förvaringsplats här, eller på registrets blad Organ.",
    statute="8 kap. 12 § KL",
    stoppar=frozenset({"anslag"}),
    meaning="Tillkännagivandet ska säga var protokollet finns.",
    wrong="Förvaringsplats är tomt både på bladet Sammanträde och i registret",
    right="Förvaringsplats: Kommunkontoret, Bruksgatan 22, Lund",
)
KUNGORELSE_LATE = kind(
    3020,
    LAGBRIST,
    "Kungörelsen anslogs {value}, men sista dagen var {last}.",
    "Rätta Kungörelse anslagen om dagen är fel. Stämmer den får bara ärenden som är "
    "brådskande avgöras, och bara om alla närvarande ledamöter beslutar det.",
    statute="5 kap. 13 och 52 §§ KL",
    meaning="Fullmäktiges sammanträde ska kungöras på anslagstavlan minst en vecka i förväg. Ett "
    "ärende som inte är kungjort får avgöras bara om det är brådskande och alla "
    "närvarande ledamöter är överens om det.",
    wrong="Sammanträde 2023-03-30, Kungörelse anslagen 2023-03-27",
    right="Kungörelse anslagen senast 2023-03-23",
)
KALLELSE_LATE = kind(
    3021,
    LAGBRIST,
    "Kallelsen skickades {value}, men sista dagen var {last}.",
    "Rätta Kallelse skickad om dagen är fel. Stämmer den ska den stå så.",
    statute="5 kap. 15 § KL",
    meaning="Kallelsen till fullmäktige ska skickas till varje ledamot och ersättare minst en "
    "vecka i förväg.",
    wrong="Sammanträde 2023-03-30, Kallelse skickad 2023-03-25",
    right="Kallelse skickad senast 2023-03-23",
)
DAY_AHEAD = kind(
    3022,
    UPPLYSNING,
    "{what} senast {last}.",
    "Fyll i {value} när det är gjort.",
    statute="5 kap. 13 och 15 §§ KL",
    meaning="En dag att hålla: kungörelsen eller kallelsen till fullmäktige är inte ifylld än.",
    wrong="Sammanträde 2023-03-30, och Kungörelse anslagen är tomt",
    right="Kungörelse anslagen 2023-03-22, när det är gjort",
    gist="Kungörelsen ska anslås och kallelsen skickas senast en viss dag.",
)
DAY_NOT_TOLD = kind(
    3023,
    VARNING,
    "Uppgiften {value} är inte ifylld, så det går inte att se om det skedde i tid (senast {last}).",
    "Fyll i {value} på bladet Sammanträde.",
    statute="5 kap. 13 och 15 §§ KL",
    meaning="Sammanträdet är hållet, men det går inte att se om kungörelsen och kallelsen kom i "
    "tid.",
    wrong="Kungörelse anslagen är tomt när protokollet görs",
    right="Kungörelse anslagen 2023-03-22",
)
LATE_ARENDE = kind(
    3024,
    VARNING,
    "Ärende {value} är ett tillägg. Det ska ha tillkännagetts senast {last}; annars får "
    "det avgöras bara om alla närvarande ledamöter beslutar det.",
    "Se efter att det anslogs i tid. Gjorde det inte det, skriv på en rad Fri text på "
    "bladet Behandling att samtliga närvarande ledamöter beslutar att ärendet får "
    "avgöras.",
    statute="5 kap. 14 och 52 §§ KL",
    meaning="Ett ärende som har lagts till efter kungörelsen ska tillkännages senast vardagen "
    "närmast före sammanträdesdagen. Annars får det avgöras bara om alla närvarande "
    "ledamöter beslutar det.",
    wrong="Nr 12A i fullmäktiges lista, utan något om när det tillkännagavs",
    right="En rad Fri text: Samtliga närvarande ledamöter beslutar att ärendet får avgöras",
)
CALLED_LATE_LOCALLY = kind(
    3025,
    VARNING,
    "Kallelsen skickades {value}; {days} dagar före sammanträdet, som registret anger, är {last}.",
    "Rätta dagen, eller rätta Kallas senast på registrets blad Organ.",
    statute="5 kap. 71 § och 6 kap. 44 § KL",
    meaning="Reglementet säger hur långt i förväg kallelsen ska skickas; dagarna står i registret.",
    wrong="Kallas senast: 7, sammanträde 2023-03-06, Kallelse skickad 2023-03-02",
    right="Kallelse skickad senast 2023-02-27",
)
PUBLIC_BUT_CLOSED = kind(
    3026,
    VARNING,
    "Sammanträdet är offentligt, men ärende {nr} avser {what} och ska handläggas inom "
    "stängda dörrar.",
    "Stäng dörrarna när ärendet tas upp, och skriv det på en rad Fri text på bladet Behandling.",
    statute="6 kap. 25 § KL",
    meaning="En nämnd får ha offentliga sammanträden, men inte när den handlägger ärenden med "
    "myndighetsutövning eller sekretess.",
    wrong="Offentligt: Ja, och ett ärende med Sekretess 26 kap. 1 § OSL",
    right="Dörrarna stängda för det ärendet, med en rad Fri text om det",
)
FULLMAKTIGE_CLOSED = kind(
    3027,
    VARNING,
    "Offentligt är {value}, men fullmäktiges sammanträden är offentliga.",
    "Töm Offentligt. Bara överläggningen i ett visst ärende får hållas inom stängda dörrar.",
    statute="5 kap. 42 § KL",
    meaning="Fullmäktiges sammanträden är offentliga enligt lag. Bara överläggningen i ett visst "
    "ärende får hållas inom stängda dörrar.",
    wrong="Kommunfullmäktige, Offentligt: Nej",
    right="Offentligt tomt",
)
