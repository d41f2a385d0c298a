"""The engines that make PDF, and the cluster they may run on (5000–5099)."""

from __future__ import annotations

from gen.findings.kinds import FEL, UPPLYSNING, VARNING, kind

ENGINE_UNKNOWN = kind(
    5000,
    FEL,
    "{value} är ingen motor.",
    "Välj libreoffice, inbyggd eller gotenberg, med --motor eller miljövariabeln GEN_MOTOR.",
    meaning="Motorn är det program som gör PDF av Wordfilerna. Det finns ingen med det namnet.",
    wrong="--motor word",
    right="--motor libreoffice",
)
LIBREOFFICE_MISSING = kind(
    5001,
    FEL,
    "LibreOffice hittades inte på den här datorn.",
    "Installera det: på Debian och Ubuntu med sudo apt install libreoffice-writer-nogui "
    "fonts-liberation fonts-crosextra-carlito, annars från libreoffice.org. Ligger det på"
    " ett eget ställe: låt GEN_SOFFICE peka på programmet. Eller kör med --motor inbyggd.",
    meaning="Motorn libreoffice har valts med --motor eller GEN_MOTOR, men programmet är inte "
    "installerat. Utan ett sådant val tar gen den motor som finns.",
    wrong="gen protokoll möte.xlsx --motor libreoffice, på en dator utan LibreOffice",
    right="gen protokoll möte.xlsx --motor inbyggd, eller LibreOffice installerat",
)
LIBREOFFICE_NOT_THERE = kind(
    5002,
    FEL,
    "GEN_SOFFICE pekar på {value}, och där finns inget LibreOffice.",
    "Rätta GEN_SOFFICE, ta bort den så letar gen själv, eller kör med --motor inbyggd.",
    meaning="Miljövariabeln GEN_SOFFICE säger var LibreOffice finns, och den går före gens eget "
    "letande. Där finns inget LibreOffice. gen väljer då ingen annan motor, för den skulle "
    "kunna ge andra sidor.",
    wrong="GEN_SOFFICE=/opt/libreoffice7.3/program, när den versionen är borttagen",
    right="GEN_SOFFICE=/opt/libreoffice7.4/program",
)
LIBREOFFICE_BROKEN = kind(
    5003,
    FEL,
    "LibreOffice ({value}) gör ingen PDF, inte ens av ett tomt dokument.",
    "Kör gen doktor. Installera om LibreOffice, eller kör så länge med --motor inbyggd.",
    meaning="När ett dokument inte blir till PDF prövas LibreOffice med ett tomt dokument. Inte "
    "heller det blev till PDF, eller så gick programmet inte ens att starta. Felet är alltså "
    "LibreOffice och inte dokumentet.",
    seen="LibreOffice är installerat, men inget dokument blir till PDF, till exempel efter en "
    "avbruten uppdatering",
)
LIBREOFFICE_SILENT = kind(
    5004,
    FEL,
    "LibreOffice ({value}) svarade inte inom {seconds} sekunder.",
    "Stäng andra tunga program och försök igen. Svarar det ändå inte: kör gen doktor, "
    "installera om LibreOffice, eller kör så länge med --motor inbyggd.",
    meaning="LibreOffice startade men svarade inte i tid, inte ens när det fick ett tomt dokument. "
    "Datorn kan vara upptagen, eller så har programmet hakat upp sig.",
    seen="Körningen stannar en stund vid PDF och slutar sedan utan PDF-filer",
)
CONVERSION_HUNG = kind(
    5005,
    FEL,
    "LibreOffice blev inte klart med dokumentet på {seconds} sekunder.",
    "Öppna det i Word, spara det på nytt och försök igen, eller kör med --motor inbyggd.",
    meaning="LibreOffice fungerar men blev inte klart med just det här dokumentet och fick "
    "avbrytas. De andra dokumenten görs.",
    seen="En PDF-fil saknas när körningen är klar, och de andra är gjorda; oftast är dokumentet "
    "mycket stort eller skadat",
)
CONVERSION_FAILED = kind(
    5006,
    FEL,
    "Det blev ingen PDF av dokumentet: {value} kunde inte läsa det.",
    "Öppna det i Word, spara det på nytt som .docx och försök igen, eller välj en annan "
    "motor med --motor.",
    meaning="Motorn fungerar men gjorde ingen PDF av just det här dokumentet. De andra dokumenten "
    "görs.",
    seen="En PDF-fil saknas när körningen är klar, och de andra är gjorda; Wordfilen är skadad "
    "eller innehåller något som motorn inte klarar",
)
DOCX_EMPTY = kind(
    5007,
    FEL,
    "Filen är tom.",
    "Kontrollera att den är färdigkopierad, och hämta den annars på nytt.",
    meaning="Wordfilen innehåller ingenting, inte ens ett tomt dokument. Det händer när en "
    "kopiering eller hämtning har avbrutits.",
    wrong="gen pdf brev.docx, när brev.docx är 0 byte stor",
    right="Samma kommando, när filen är hel",
)
DOCX_UNREADABLE = kind(
    5008,
    FEL,
    "Filen kan inte läsas som Word-dokument: {why}.",
    "Öppna den i Word, ta bort ett eventuellt lösenord och spara den som Word-dokument (.docx).",
    meaning="Filen heter som en Wordfil men är skadad, har lösenord eller är något annat. Ingen "
    "PDF kan göras av den.",
    wrong="gen pdf brev.docx, när brev.docx har lösenord eller är en .odt-fil som har döpts om",
    right="Filen öppnad i Word och sparad som Word-dokument (.docx) utan lösenord",
)
FONT_REPLACED = kind(
    5010,
    VARNING,
    "Typsnittet {value} finns inte för {engine}; texten är ritad med {drawn}.",
    "Installera typsnittet och välj --motor libreoffice, eller byt i mallen eller brevpapperet "
    "till Arial eller Calibri. Rad- och sidbrytningar kan annars bli andra än i Word.",
    meaning="Dokumentet använder ett typsnitt som motorn inte har, och inte heller något med samma "
    "mått. Texten är ritad med ett annat, så rader och sidor kan brytas på andra ställen än i "
    "Word.",
    wrong="Ett brevpapper i Gill Sans, på en dator som inte har det",
    right="Ett brevpapper i Arial eller Calibri, eller Gill Sans installerat och --motor "
    "libreoffice",
)
TRACKED_CHANGES = kind(
    5011,
    VARNING,
    "Dokumentet har spårade ändringar; struken text kan synas i PDF-filen.",
    "Godkänn eller avvisa ändringarna i Word och gör PDF-filen på nytt.",
    meaning="Ändringar som varken är godkända eller avvisade följer med in i PDF-filen. Det "
    "strukna kan då läsas av alla.",
    wrong="gen pdf protokoll.docx, när justerarens ändringar står kvar som spårade",
    right="Samma fil, med ändringarna godkända eller avvisade",
)
TODAYS_DATE = kind(
    5012,
    VARNING,
    "Dokumentet har ett fält som visar dagens datum, och det ändras varje gång.",
    "Skriv datumet som vanlig text.",
    meaning="Ett fält för dagens datum kan visa den dag då PDF-filen görs, inte den dag som "
    "dokumentet gäller. Görs den om senare får den ett annat datum.",
    wrong="Infoga › Datum och tid, med Uppdatera automatiskt",
    right="2023-03-06, skrivet för hand",
)
UNFETCHED_PICTURE = kind(
    5013,
    VARNING,
    "Bilden {value} ligger utanför dokumentet. Den hämtas inte och saknas i PDF-filen.",
    "Infoga bilden i själva dokumentet.",
    meaning="Bilden är länkad och finns inte i Wordfilen. gen hämtar inget utifrån: det som stod "
    "där igår kan vara något annat idag.",
    wrong="En logotyp infogad som länk till en fil på servern",
    right="Logotypen infogad i själva dokumentet",
)
NOT_DRAWN_AS_IN_WORD = kind(
    5014,
    UPPLYSNING,
    "Motorn inbyggd ritar inte {value} som Word.",
    "Se efter att PDF-filen är läsbar, eller kör med --motor libreoffice.",
    meaning="Den inbyggda motorn klarar inte allt som Word kan. Texten finns med i PDF-filen men "
    "ser annorlunda ut.",
    wrong="En rubrik i kapitäler, gjord med motorn inbyggd",
    right="Rubriken i vanliga bokstäver, eller --motor libreoffice",
)
PICTURE_NOT_DRAWN = kind(
    5015,
    VARNING,
    "Motorn inbyggd kan inte rita bilden {value}; den saknas i PDF-filen.",
    "Spara bilden som PNG eller JPEG och infoga den på nytt, eller kör med --motor libreoffice.",
    meaning="Den inbyggda motorn ritar inte EMF, WMF och SVG och inte bilder som är skadade. De "
    "blir en tom yta.",
    wrong="logotyp.emf i dokumentet, gjort med motorn inbyggd",
    right="Samma bild som PNG, eller --motor libreoffice",
)
WORKERS_UNKNOWN = kind(
    5018,
    FEL,
    "GEN_JOBB är {value}, och det är inget antal.",
    "Skriv hur många LibreOffice som får arbeta samtidigt, till exempel GEN_JOBB=2, eller ta bort "
    "den.",
    meaning="Miljövariabeln GEN_JOBB är detsamma som --jobb: hur många LibreOffice som får arbeta "
    "samtidigt. Annars är det en per processor, högst fyra.",
    wrong="GEN_JOBB=två",
    right="GEN_JOBB=2",
)
GOTENBERG_NOWHERE = kind(
    5020,
    FEL,
    "Det är inte sagt vilken Gotenberg som ska göra PDF-filerna.",
    "Skriv dess adress i miljövariabeln GEN_GOTENBERG, till exempel http://gotenberg:3000, eller "
    "välj en annan motor med --motor.",
    meaning="Gotenberg är en tjänst på en annan dator, och dokumenten skickas dit. Därför väljs "
    "den aldrig utan att någon har skrivit dess adress.",
    wrong="--motor gotenberg, utan GEN_GOTENBERG",
    right="GEN_GOTENBERG=http://gotenberg:3000 och --motor gotenberg",
)
GOTENBERG_SILENT = kind(
    5021,
    FEL,
    "Gotenberg på {value} svarar inte.",
    "Kontrollera adressen i GEN_GOTENBERG och att tjänsten är i gång, eller välj en annan motor "
    "med --motor.",
    meaning="Tjänsten som gör PDF gick inte att nå, trots flera försök. Adressen är fel, tjänsten "
    "är inte i gång eller nätet är stängt.",
    wrong="GEN_GOTENBERG=http://gotenberg:8080, när tjänsten finns på port 3000",
    right="GEN_GOTENBERG=http://gotenberg:3000",
)
GOTENBERG_REFUSES = kind(
    5022,
    FEL,
    "Gotenberg på {value} tar inte emot dokumenten: svaret är {status}.",
    "Kontrollera adressen i GEN_GOTENBERG. 401 och 403: skriv användare och lösenord i den, "
    "http://anna:lösen@gotenberg:3000. 404: det är en annan tjänst som svarar.",
    meaning="Tjänsten svarar, men gör inga PDF-filer åt gen. Felet är inte dokumentens.",
    wrong="GEN_GOTENBERG=http://gotenberg:3000, när tjänsten kräver lösenord",
    right="GEN_GOTENBERG=http://anna:lösen@gotenberg:3000",
)
CLUSTER_MISSING = kind(
    5030,
    FEL,
    "Det som behövs för ett kluster är inte installerat.",
    "Kör pip install 'gen[kluster]', eller kör utan --kluster.",
    meaning="Med --kluster eller GEN_KLUSTER görs PDF-filerna på flera datorer. Det behöver ett "
    "tillägg som inte installeras av sig självt.",
    wrong="--kluster tcp://schemalaggare:8786, när bara gen är installerat",
    right="gen[kluster] installerat, och samma kommando igen",
)
CLUSTER_SILENT = kind(
    5031,
    FEL,
    "Klustret på {value} svarar inte, eller har inga arbetare.",
    "Kontrollera adressen och att schemaläggare och arbetare är i gång (docs/drift.md), eller kör "
    "utan --kluster.",
    meaning="Klustrets schemaläggare gick inte att nå, eller så har den ingen arbetare som kan "
    "göra något.",
    wrong="--kluster tcp://schemalaggare:8786, innan schemaläggaren har startats",
    right="Schemaläggaren och minst en arbetare i gång",
)
CLUSTER_MIXED = kind(
    5032,
    FEL,
    "Klustrets arbetare är inte som den här datorn eller som varandra: {value}.",
    "Installera samma gen ({own}), LibreOffice och typsnitt på alla; annars blir sidorna olika.",
    meaning="Alla dokument i en körning ska se likadana ut. Arbetare med olika gen, motor eller "
    "typsnitt skulle ge olika rader och sidor i samma handlingar.",
    wrong="En arbetare med en äldre gen än de andra",
    right="Samma gen, LibreOffice och typsnitt på alla datorer",
)
CLUSTER_OTHER = kind(
    5034,
    FEL,
    "Klustrets arbetare gör PDF med {name}, inte med {value}.",
    "Kör utan --motor, eller starta arbetarna med GEN_MOTOR={value} i miljön.",
    meaning="Med ett kluster är det arbetarna som gör PDF-filerna, med den motor som de startades "
    "med. Sidorna skulle ha blivit andra än de som begärdes.",
    wrong="--kluster tcp://schemalaggare:8786 --motor libreoffice, när arbetarna har inbyggd",
    right="Samma kommando utan --motor",
)
CLUSTER_PLAIN = kind(
    5033,
    FEL,
    "Klustret på {value} krypterar, men på den här datorn finns inga nycklar för det.",
    "Ge Dask certifikat och nyckel i dess inställningar (docs/drift.md), eller kör utan --kluster.",
    meaning="Klustret tar bara emot krypterad trafik, och den här datorn har varken certifikat "
    "eller nyckel för det.",
    wrong="--kluster tls://schemalaggare:8786, utan nycklar i Dasks inställningar",
    right="Certifikat och nyckel angivna i Dasks inställningar",
)
