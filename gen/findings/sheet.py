"""Sheets and columns: their names and their shape (1100–1119)."""

from __future__ import annotations

from gen.findings.kinds import ALLA, FEL, UPPLYSNING, VARNING, kind

MISSING_SHEET = kind(
    1101,
    FEL,
    "Bladet {value} saknas.",
    "Lägg till ett blad med namnet {value}, eller ge det rätta bladet det namnet.",
    stoppar=ALLA,
    meaning="Ett blad som gen behöver finns inte, eller heter något annat. Stora och små "
    "bokstäver spelar ingen roll.",
    wrong="Bladet Närvaro har döpts om till Närvarande",
    right="Bladet heter Närvaro",
)
UNKNOWN_SHEET = kind(
    1102,
    VARNING,
    "Bladet {value} känner gen inte till; det läses inte.",
    "Ta bort bladet, eller flytta det som står där till ett blad som används.",
    meaning="Filen har ett blad som gen inte läser. Det som står där hamnar inte i något dokument.",
    wrong="Ett eget blad Att ringa, eller Narvaro utan prickar bredvid Närvaro",
    right="Bara blad som gen använder, eller det egna bladet i en fil för sig",
)
NO_HEADER = kind(
    1103,
    FEL,
    "Bladet {value} har ingen rubrikrad.",
    "Skriv kolumnernas rubriker överst på bladet, den första är {header}.",
    stoppar=ALLA,
    meaning="Överst på varje blad står kolumnernas rubriker. Utan dem vet gen inte vad cellerna "
    "är.",
    wrong="Rubrikraden på Ärenden är borttagen, och första raden är ärende 1",
    right="Nr, §, Rubrik, Dnr … på raden ovanför ärende 1",
)
MISSING_COLUMN = kind(
    1104,
    FEL,
    "Kolumnen eller uppgiften {value} saknas på bladet {sheet}.",
    "Lägg till {value} på bladet {sheet}.",
    stoppar=ALLA,
    meaning="En kolumn, eller en rad i ett formulär, som gen behöver saknas.",
    wrong="Kolumnen Del är borttagen på bladet Innehåll",
    right="Kolumnen Del finns, var som helst i tabellen",
)
UNKNOWN_COLUMN = kind(
    1105,
    VARNING,
    "{value} är ingen rubrik som gen känner till; det som står där läses inte.",
    "Rätta rubriken. Är kolumnen er egen: flytta den till en annan fil.",
    meaning="En rubrik stavas så att gen inte känner igen den, eller är någons egen. Kolumnen "
    "läses inte.",
    wrong="Rubriken Dnnr på bladet Ärenden",
    right="Dnr",
)
DUPLICATE_HEADER = kind(
    1106,
    FEL,
    "Rubriken {value} står två gånger.",
    "Ta bort den ena, så att det är klart vilken som gäller.",
    stoppar=ALLA,
    meaning="Två kolumner har samma rubrik, så det är oklart vilken som gäller.",
    wrong="Rubrik står både i C och i F på bladet Ärenden",
    right="En enda kolumn Rubrik",
)
UNCALCULATED = kind(
    1107,
    FEL,
    "Cellen innehåller en formel som aldrig har räknats ut.",
    "Öppna filen i Excel, spara den och kör om, eller skriv värdet i stället för formeln.",
    stoppar=ALLA,
    meaning="Cellen har en formel som inget program har räknat ut, så den har inget värde att "
    "läsa. Det händer när filen är gjord av ett annat program än Excel.",
    wrong="=A2+1 i kolumnen Nr i en fil som ett skript har skrivit",
    right="Filen öppnad och sparad i Excel, eller siffran skriven direkt",
)
MERGED = kind(
    1108,
    VARNING,
    "Cellerna {value} är sammanfogade; innehållet hör bara till den första av dem.",
    "Dela cellerna (Start › Koppla och centrera) och skriv värdet i varje cell där det gäller.",
    meaning="I sammanfogade celler finns värdet bara i den första. De andra raderna läses som "
    "tomma.",
    wrong="C4:C6 sammanfogade, med rubriken för tre ärenden",
    right="En cell per rad, med värdet i var och en",
)
COVERED = kind(
    1109,
    VARNING,
    "De sammanfogade cellerna {value} döljer det som står i {cells}; det läses inte.",
    "Dela cellerna (Start › Koppla och centrera) och behåll det som ska gälla.",
    meaning="Under sammanfogade celler kan det finnas innehåll som inte syns. Det läses inte.",
    wrong="B2:B4 sammanfogade, och i B3 står ett förslag kvar",
    right="Cellerna delade, och det som gäller kvar i rätt rad",
)
HIDDEN_ROWS = kind(
    1110,
    VARNING,
    "Rad {value} är dold, för hand eller av ett filter, men läses och skrivs ut som de andra.",
    "Visa raderna (Data › Radera filter, eller Ta fram) och se efter att de ska vara med.",
    meaning="En rad som är dold eller bortfiltrerad läses som de andra, och skrivs ut.",
    wrong="Ärende 7 är dolt med ett filter men kommer med i kallelsen",
    right="Filtret borttaget; det som inte ska vara med är struket",
)
HIDDEN_COLUMN = kind(
    1111,
    VARNING,
    "Kolumn {value} är dold men har innehåll, som läses och skrivs ut som det andra.",
    "Ta fram kolumnen och se efter att det som står där ska vara med.",
    meaning="En dold kolumn läses som de andra och kan komma med i dokumenten utan att du ser den.",
    wrong="Kolumnen Visas som är dold, och i den står en gammal titel",
    right="Kolumnen framme och genomläst",
)
HIDDEN_SHEET = kind(
    1112,
    VARNING,
    "Bladet {value} är dolt men läses och skrivs ut som de andra.",
    "Ta fram bladet (högerklicka på en flik › Ta fram) och se efter att det stämmer.",
    meaning="Ett dolt blad läses som de andra. Det kan hålla uppgifter från ett tidigare möte.",
    wrong="Bladet Behandling är dolt och har yrkanden från förra mötet",
    right="Bladet framme, med bara det här mötets händelser",
)
OUTSIDE = kind(
    1113,
    VARNING,
    "Det som står i {value} står utanför tabellen och läses inte.",
    "Flytta det till kolumnen där det hör hemma, eller till {elsewhere}.",
    meaning="Något står utanför tabellens kolumner. Det läses inte, så en uppgift kan falla bort.",
    wrong="Ring Asp! i en cell till höger om bladet Ärenden.",
    right="Samma ord i kolumnen Intern anteckning, som aldrig skrivs ut",
)
SECOND_TABLE = kind(
    1114,
    FEL,
    "Rad {value} är en rubrikrad till; från den raden läses inget.",
    "Ta bort rubrikraden och låt allt stå i en enda tabell på bladet.",
    stoppar=ALLA,
    meaning="Bladet har en rubrikrad till längre ned, och från den läses inget.",
    wrong="Ärendena 1–9, en ny rubrikrad, och ärendena 10–20 under den",
    right="En enda tabell med ärendena 1–20",
)
OTHER_TABLE = kind(
    1115,
    VARNING,
    "Rad {value} ser ut som rubrikerna till en annan tabell, men läses som en vanlig rad.",
    "Flytta den andra tabellen till ett eget blad, eller ta bort fetstilen om raden hör hit.",
    meaning="En rad mitt i tabellen ser ut som rubriker till en annan tabell, men läses som en "
    "vanlig rad.",
    wrong="En rad i fetstil med Namn och Telefon under närvarolistan",
    right="Den andra tabellen på ett eget blad",
)
GAP = kind(
    1116,
    UPPLYSNING,
    "Rad {value} är tom; det som står under läses också.",
    "Ta bort de tomma raderna om det som står under inte är en egen anteckning; flytta den annars.",
    meaning="Tabellen har en tom rad. Det som står under den hör till tabellen och läses också.",
    wrong="En egen minneslista två rader under sista ärendet",
    right="Minneslistan på ett eget ställe, eller inga tomma rader i tabellen",
)
DUPLICATE_SHEET = kind(
    1117,
    FEL,
    "Två blad heter {value}.",
    "Ta bort det ena eller ge det ett annat namn, så att det är klart vilket som gäller.",
    stoppar=ALLA,
    meaning="Två blad har samma namn när stora och små bokstäver och mellanslag räknas bort.",
    wrong="Bladen Närvaro och NÄRVARO",
    right="Ett enda blad Närvaro",
)
RENAMED_COLUMN = kind(
    1118,
    FEL,
    "Kolumnen eller uppgiften {value} saknas på bladet {sheet}; här står {stands}.",
    "Skriv {value} i stället för {stands}, om det är den.",
    stoppar=ALLA,
    meaning="En rubrik som gen behöver finns inte, men en som liknar den. Den är nog felskriven "
    "eller har bytt namn.",
    wrong="Kolumnen Rubrik heter Rubrk",
    right="Kolumnen heter Rubrik",
)
HEADER_GONE = kind(
    1119,
    FEL,
    "Rubriken i {cell} är borta.",
    "Skriv {value} i {cell}.",
    stoppar=ALLA,
    meaning="En kolumn står på sin plats, men rubriken ovanför den är tömd, eller Excel har satt "
    "dit en egen (Kolumn1). Kolumnen läses inte utan sin rubrik.",
    wrong="C3 på bladet Ärenden är tom, och under den står ärendenas rubriker",
    right="Rubrik i C3",
)
