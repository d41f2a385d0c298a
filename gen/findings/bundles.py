"""Bundles of documents: handlingar, protokoll med bilagor, merged files (6250–6299)."""

from __future__ import annotations

from gen.findings.kinds import FEL, UPPLYSNING, VARNING, kind

SECRET_LEFT_OUT = kind(
    6250,
    VARNING,
    "Ärende {nr} har sekretess, och dess handlingar är inte med i {value}.",
    "Lämna dem för sig till dem som får ta del av dem, eller kör med --med-sekretess.",
    meaning="Handlingarna kan läsas av alla som får dem. Därför är det som hör till ett ärende med "
    "sekretess inte med, inte ens filernas namn; innehållet säger bara att något finns.",
    wrong="gen handlingar möte.xlsx, när ledamöterna behöver utredningen i ärende 7",
    right="Utredningen lämnad för sig, eller gen handlingar möte.xlsx --med-sekretess",
)
SECRET_TAKEN_IN = kind(
    6251,
    VARNING,
    "Ärende {nr} har sekretess, och det som hör till det är med i {value}.",
    "Kontrollera att alla som får {value} får ta del av dem.",
    meaning="Med --med-sekretess är också det med som har sekretess. Filen får då bara lämnas till "
    "dem som får ta del av allt i den.",
    wrong="gen handlingar möte.xlsx --med-sekretess, och filen lagd på webben",
    right="Samma fil bara till organets ledamöter, och en utan --med-sekretess på webben",
)
NOTHING_TO_BIND = kind(
    6252,
    UPPLYSNING,
    "{value} görs inte: kalkylbladet har inget att samla där.",
    "Ge ärendena tjänsteskrivelser eller bilagor (bladet Innehåll, Del: Bilaga, Fil).",
    meaning="En samling görs av flera dokument. Kalkylbladet har inget som ska läggas ihop.",
    wrong="gen protokoll-med-bilagor möte.xlsx, utan någon bilaga",
    right="En rad Bilaga på bladet Innehåll, med filens namn under Fil",
)
NOTHING_USABLE = kind(
    6253,
    FEL,
    "Ingen av filerna går att ta med, så {value} gjordes inte.",
    "Rätta filerna som nämns ovan och kör om.",
    meaning="Ingen av filerna gick att ta med, så det finns inget att lägga ihop. Vad som är fel "
    "med var och en står ovanför.",
    wrong="gen slå-ihop brev.txt karta.tiff -o handlingar.pdf",
    right="gen slå-ihop brev.docx karta.pdf -o handlingar.pdf",
)
NOT_A_PDF_NAME = kind(
    6254,
    FEL,
    "{value} är inget namn på en PDF-fil.",
    "Skriv ett namn som slutar på .pdf efter -o.",
    meaning="gen slå-ihop gör en PDF, och namnet efter -o ska säga det.",
    wrong="gen slå-ihop a.pdf b.docx -o handlingar.docx",
    right="gen slå-ihop a.pdf b.docx -o handlingar.pdf",
)
INTO_ITSELF = kind(
    6255,
    FEL,
    "{value} är både en av filerna som ska slås ihop och filen som ska skrivas.",
    "Ge den nya filen ett annat namn.",
    meaning="Den nya filen skulle ersätta en av dem som den görs av, som då skulle vara borta.",
    wrong="gen slå-ihop a.pdf b.pdf -o a.pdf",
    right="gen slå-ihop a.pdf b.pdf -o a-och-b.pdf",
)
FILE_OF_NO_USE = kind(
    6256,
    FEL,
    "Filen {value} är varken PDF eller Word och kan inte tas med.",
    "Spara den som PDF i programmet som den är gjord i, och ta med den.",
    meaning="Bara PDF-filer och Wordfiler (.docx) kan läggas ihop. Filen är något annat, vad den "
    "än heter.",
    wrong="gen slå-ihop brev.pdf karta.tiff -o handlingar.pdf",
    right="gen slå-ihop brev.pdf karta.pdf -o handlingar.pdf",
)
SECRET_PARAGRAPH_OUT = kind(
    6257,
    VARNING,
    "Ärende {nr} har sekretess. Varken dess paragraf eller dess handlingar är med i {value}.",
    "Lämna dem för sig till dem som får ta del av dem, eller kör med --med-sekretess.",
    meaning="Protokollet med bilagor kan läsas av alla som får det. Därför är sidorna med en "
    "paragraf som har sekretess inte med i det, och inte heller dess bilagor; innehållet säger "
    "bara att något finns. Det undertecknade protokollet är som det är.",
    wrong="gen protokoll-med-bilagor möte.xlsx, när filen ska till dem som får läsa allt",
    right="gen protokoll-med-bilagor möte.xlsx --med-sekretess, bara till dem som får läsa allt",
)
SECRET_NOT_APART = kind(
    6258,
    FEL,
    "Ärende {nr} har sekretess men går inte att ta ut ur {protokoll}, så {value} görs inte.",
    "Låt varje paragraf börja på en ny sida: Ny sida för varje § på bladet Stil i registret ska "
    "vara Ja. Eller kör med --med-sekretess, om alla som får filen får läsa allt i den.",
    meaning="Det som har sekretess tas ut ur protokollet sida för sida. Delar paragrafen sida med "
    "något annat, eller finns dess rubrik inte i protokollet, går det inte, och då görs ingen fil "
    "som skulle visa den.",
    wrong="Ny sida för varje §: Nej, och en paragraf med sekretess mitt på en sida",
    right="Ny sida för varje §: Ja",
)
SECRET_VOTES_OUT = kind(
    6259,
    VARNING,
    "Omröstningslistan visar en omröstning i ärende {nr}, som har sekretess, och är inte med i "
    "{value}.",
    "Lämna den för sig till dem som får ta del av den, eller kör med --med-sekretess.",
    meaning="Omröstningslistan säger vad omröstningen gällde och hur var och en röstade. Har ett "
    "av ärendena sekretess är hela listan inte med.",
    wrong="En öppen omröstning i ett ärende med sekretess, och listan i en fil som alla får",
    right="Listan lämnad för sig",
)
NOT_A_FILE_NAME = kind(
    6260,
    FEL,
    "En fil kan inte heta {value}.",
    'Ge den ett kortare namn efter -o, utan något av \\ / : * ? " < > | och utan punkt eller '
    "blanksteg först.",
    meaning="Namnet efter -o är för långt, innehåller ett tecken som Windows inte tillåter i ett "
    "filnamn, eller är ett namn som Windows har för sig självt, som con och nul. Filen skulle inte "
    "kunna öppnas på alla datorer.",
    wrong="gen slå-ihop a.pdf b.pdf -o 'bunt: mars?.pdf'",
    right="gen slå-ihop a.pdf b.pdf -o bunt-mars.pdf",
    gist="Den nya filen har ett namn som inte alla datorer kan ha.",
)
