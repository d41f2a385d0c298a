"""The file itself: is it there, can it be read, is it a workbook (1000–1099, 1120–1199, 1400s)."""

from __future__ import annotations

from gen.findings.kinds import ALLA, FEL, UPPLYSNING, kind

NO_FILE = kind(
    1001,
    FEL,
    "Filen {value} finns inte.",
    "Kontrollera namnet och mappen.",
    meaning="Filen som angavs finns inte där gen letar. Vägen räknas från mappen där kommandot "
    "körs.",
    wrong="gen kontrollera mote.xlsx, när filen heter möte.xlsx",
    right="gen kontrollera möte.xlsx, i mappen där filen ligger",
)
UNREADABLE_FILE = kind(
    1002,
    FEL,
    "Filen {value} får inte läsas.",
    "Se efter att filen är åtkomlig för dig och inte är låst.",
    meaning="Filen finns, men den som kör gen har inte rätt att läsa den, eller så är den låst av"
    " ett annat program.",
    wrong="Filen ligger i en kollegas mapp som inte är delad med dig",
    right="En kopia i en mapp där du själv får läsa och skriva",
)
NOT_A_WORKBOOK = kind(
    1003,
    FEL,
    "{value} går inte att läsa som ett kalkylblad.",
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx), utan lösenord.",
    stoppar=ALLA,
    meaning="Filen har rätt ändelse men är skadad eller något annat än ett kalkylblad. Inget går "
    "att läsa ur den.",
    wrong="En fil som hämtades bara till hälften, eller en bild som döptes om till möte.xlsx",
    right="Filen öppnad i Excel och sparad som Excel-arbetsbok (.xlsx)",
)
IS_FOLDER = kind(
    1004,
    FEL,
    "{value} är en mapp, inte en fil.",
    "Skriv också filens namn.",
    meaning="Det som angavs som fil är en mapp.",
    wrong="gen kontrollera möten",
    right="gen kontrollera möten/ksau-2023-03-06.xlsx",
)
KEEP_AND_OVERWRITE = kind(
    1005,
    FEL,
    "--behåll går inte ihop med {value}.",
    "Välj antingen --behåll eller --skriv-över.",
    meaning="Filer som någon har ändrat kan antingen behållas eller läggas undan, inte båda.",
    wrong="gen protokoll möte.xlsx --behåll --skriv-över",
    right="gen protokoll möte.xlsx --behåll",
)
ONE_NAME_FOR_SEVERAL = kind(
    1006,
    FEL,
    "{value} anger ett enda namn, men kalkylbladen är {number}.",
    "Ta bort {value} och skriv --markera: varje markerad kopia får då namn efter sitt original.",
    meaning="Flera markerade kopior kan inte ha samma namn.",
    wrong="gen kontrollera januari.xlsx mars.xlsx --markera-som rättas.xlsx",
    right="gen kontrollera januari.xlsx mars.xlsx --markera",
)
ONE_FOLDER_FOR_SEVERAL = kind(
    1007,
    FEL,
    "Flera kalkylblad heter {value}, och deras rapporter skulle få samma namn.",
    "Gör en rapport i taget, med --ut och en egen mapp för varje.",
    meaning="Rapporten läggs i en mapp med kalkylbladets namn. Heter två kalkylblad likadant "
    "skulle den ena rapporten ersätta den andra.",
    wrong="gen kontrollera ks/mars.xlsx sn/mars.xlsx --rapport",
    right="gen kontrollera ks/mars.xlsx --rapport --ut out/ks",
)
EMPTY_FILE = kind(
    1120,
    FEL,
    "{value} är tom.",
    "Kontrollera att filen är färdigkopierad eller synkroniserad, och hämta den annars på nytt.",
    stoppar=ALLA,
    meaning="Filen har inget innehåll alls, oftast för att kopieringen eller synkroniseringen "
    "inte är klar.",
    wrong="En fil på 0 byte i en molnmapp",
    right="Filen färdighämtad",
)
OLD_EXCEL = kind(
    1121,
    FEL,
    "{value} är sparad i Excels äldre format (.xls).",
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx).",
    stoppar=ALLA,
    meaning="Excels format från före 2007 läses inte.",
    wrong="möte.xls",
    right="möte.xlsx, sparad i Excel som Excel-arbetsbok",
)
PASSWORD = kind(
    1122,
    FEL,
    "{value} har lösenord.",
    "Öppna filen i Excel, ta bort lösenordet (Arkiv › Info › Skydda arbetsbok › Kryptera "
    "med lösenord, töm rutan) och spara.",
    stoppar=ALLA,
    meaning="En fil med lösenord är krypterad och går inte att läsa utan det.",
    wrong="Kalkylbladet har lösenord för att öppnas",
    right="Samma kalkylblad utan lösenord, i en mapp som bara rätt personer når",
)
OPENDOCUMENT = kind(
    1123,
    FEL,
    "{value} är sparad i OpenDocument-format (.ods).",
    "Öppna filen i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx).",
    stoppar=ALLA,
    meaning="Filen är sparad i LibreOffices eget format.",
    wrong="möte.ods",
    right="möte.xlsx, sparad som Excel-arbetsbok",
)
PLAIN_TEXT = kind(
    1124,
    FEL,
    "{value} är en textfil (till exempel .csv), inget kalkylblad.",
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx), eller börja från gen ny.",
    stoppar=ALLA,
    meaning="En textfil har inga blad, och datum och radbrytningar blir lätt fel i den.",
    wrong="export.csv ur ärendesystemet",
    right="Raderna inklistrade i ett kalkylblad från gen ny",
)
BINARY_WORKBOOK = kind(
    1125,
    FEL,
    "{value} är sparad som binärt kalkylblad (.xlsb).",
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx).",
    stoppar=ALLA,
    meaning="Det binära Excelformatet läses inte.",
    wrong="möte.xlsb",
    right="möte.xlsx",
)
STRICT_WORKBOOK = kind(
    1126,
    FEL,
    "{value} är sparad som Strict Open XML-kalkylblad.",
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx), utan Strict i namnet.",
    stoppar=ALLA,
    meaning="Excel kan spara i två slags .xlsx. Den som heter Strict läses inte.",
    wrong="Sparad som Strict Open XML-kalkylblad",
    right="Sparad som Excel-arbetsbok (*.xlsx)",
)
OTHER_OFFICE = kind(
    1127,
    FEL,
    "{value} är ett Word- eller PowerPoint-dokument, inget kalkylblad.",
    "Ange sammanträdets kalkylblad (.xlsx).",
    stoppar=ALLA,
    meaning="Filen är gjord i Word eller PowerPoint.",
    wrong="gen kontrollera protokoll.docx",
    right="gen kontrollera möte.xlsx",
)
MACROS = kind(
    1128,
    UPPLYSNING,
    "{value} innehåller makron. gen kör dem inte och läser bara det som är sparat i cellerna.",
    "Spara filen i Excel först om makron ska ha fyllt i något.",
    meaning="Kalkylbladet har makron. gen kör dem aldrig, utan läser det som senast sparades.",
    wrong="möte.xlsm, där ett makro fyller i Närvaro när filen öppnas",
    right="Filen öppnad och sparad efter att makrot har gjort sitt",
)
NEWER_SCHEMA = kind(
    1130,
    FEL,
    "{value} är gjord för en nyare gen (kalkylblad version {version}) än den här.",
    "Uppdatera gen och kör igen.",
    stoppar=ALLA,
    meaning="Kalkylbladet är gjort för en senare gen än den som är installerad. Kolumner kan ha "
    "fått en annan betydelse.",
    wrong="En fil från en kollega som har nyare gen",
    right="Samma gen hos båda",
)
NEITHER = kind(
    1131,
    FEL,
    "{value} är varken ett sammanträdes kalkylblad eller en ärendefil: inget av bladen är något "
    "som gen känner till.",
    "Ange en fil som gen ny har gjort. Ett sammanträde har bladen Sammanträde, Närvaro, Ärenden "
    "och Innehåll, en ärendefil bladen Ärende och Innehåll.",
    stoppar=ALLA,
    meaning="Filen är ett kalkylblad, men inget av bladen är något som gen läser. Filens namn "
    "spelar ingen roll; det är bladen som visar vad den är.",
    wrong="gen kontrollera budget.xlsx",
    right="gen kontrollera ksau-2023-03-06.xlsx",
)
REGISTER_MAKES_NOTHING = kind(
    1132,
    FEL,
    "{value} är ett register, och av ett register görs inga dokument.",
    "Ange sammanträdets kalkylblad, och --register med registret om det inte ligger bredvid. "
    "Registret självt kontrolleras med gen kontrollera {value}.",
    stoppar=ALLA,
    meaning="Registret läses när ett dokument görs av ett sammanträdes kalkylblad eller av en "
    "ärendefil. Själv blir det inget dokument.",
    wrong="gen protokoll register.xlsx",
    right="gen protokoll ksau-2023-03-06.xlsx --register register.xlsx",
)
COPY_IN_THE_WAY = kind(
    1140,
    FEL,
    "{value} finns redan och är inte gjord av gen, eller har ändrats sedan dess; den får stå kvar.",
    "Ge filen ett annat namn eller ta bort den, eller ange ett annat namn för den nya.",
    meaning="gen skriver aldrig över en fil som någon annan har gjort eller ändrat.",
    wrong="Du har skrivit egna anteckningar i möte – markerad.xlsx, och kör --markera igen",
    right="Anteckningarna flyttade, eller --markera-som med ett annat namn",
)
COPY_IS_OPEN = kind(
    1141,
    FEL,
    "{value} är öppen i {program}.",
    "Stäng den och kör igen. Är den inte öppen hos någon: ta bort låsfilen {lock}.",
    meaning="Kopian är öppen i ett annat program och kan inte bytas ut.",
    wrong="möte – markerad.xlsx är öppen i Excel när du kör --markera igen",
    right="Kopian stängd",
)
COPY_NOT_WRITTEN = kind(
    1142,
    FEL,
    "{value} gick inte att skriva ({reason}).",
    "Se till att mappen finns och att du får skriva i den, eller ange ett annat namn.",
    meaning="Datorn tillät inte att filen skrevs.",
    wrong="Mappen är skrivskyddad, eller disken är full",
    right="En mapp där du får skriva",
)
OPEN_NOW = kind(
    1150,
    UPPLYSNING,
    "{value} verkar vara öppen i {program}; det som inte är sparat är inte med.",
    "Spara den och kör igen om något saknas.",
    meaning="Filen är öppen i ett annat program. gen läser det som senast sparades.",
    wrong="Du har skrivit in två justerare i Excel men inte sparat",
    right="Sparat först, sedan gen",
)
NOT_MARKABLE = kind(
    1401,
    FEL,
    "Det går inte att göra en markerad kopia av {value}: {reason}.",
    "Öppna filen i Excel, spara den som Excel-arbetsbok (.xlsx) utan lösenord, och kör om.",
    meaning="Den markerade kopian görs av filens delar, och någon av dem går inte att ändra utan "
    "att skada filen.",
    wrong="Ett kalkylblad som ett annat program har skrivit på ett ovanligt sätt",
    right="Samma kalkylblad öppnat och sparat i Excel",
)
