"""The engines that make PDF, the Word files they get, and what a PDF lacks (5000–5999)."""

from __future__ import annotations

from gen.findings.kinds import FEL, UPPLYSNING, VARNING, kind

ENGINE_UNKNOWN = kind(
    5000,
    FEL,
    "{value} är ingen motor.",
    "Välj libreoffice, inbyggd eller gotenberg, med --motor eller miljövariabeln GEN_MOTOR.",
)
LIBREOFFICE_MISSING = kind(
    5001,
    FEL,
    "LibreOffice hittades inte på den här datorn.",
    "Installera det: på Debian och Ubuntu med sudo apt install libreoffice-writer-nogui "
    "fonts-liberation fonts-crosextra-carlito, annars från libreoffice.org. Ligger det på"
    " ett eget ställe: låt GEN_SOFFICE peka på programmet. Eller kör med --motor inbyggd.",
)
LIBREOFFICE_NOT_THERE = kind(
    5002,
    FEL,
    "GEN_SOFFICE pekar på {value}, och där finns inget LibreOffice.",
    "Rätta GEN_SOFFICE, ta bort den så letar gen själv, eller kör med --motor inbyggd.",
)
LIBREOFFICE_BROKEN = kind(
    5003,
    FEL,
    "LibreOffice ({value}) ger ingen pdf ens av ett tomt dokument.",
    "Kör gen doktor. Installera om LibreOffice, eller kör så länge med --motor inbyggd.",
)
LIBREOFFICE_SILENT = kind(
    5004,
    FEL,
    "LibreOffice ({value}) svarade inte inom {seconds} sekunder.",
    "Stäng andra tunga program och försök igen. Svarar det ändå inte: kör gen doktor, "
    "installera om LibreOffice, eller kör så länge med --motor inbyggd.",
)
CONVERSION_HUNG = kind(
    5005,
    FEL,
    "LibreOffice blev inte klart med dokumentet på {seconds} sekunder.",
    "Öppna det i Word, spara det på nytt och försök igen, eller kör med --motor inbyggd.",
)
CONVERSION_FAILED = kind(
    5006,
    FEL,
    "Det blev ingen pdf av dokumentet: {value} kunde inte läsa det.",
    "Öppna det i Word, spara det på nytt som .docx och försök igen, eller välj en annan "
    "motor med --motor.",
)
DOCX_EMPTY = kind(
    5007,
    FEL,
    "Filen är tom.",
    "Kontrollera att den är färdigkopierad, och hämta den annars på nytt.",
)
DOCX_UNREADABLE = kind(
    5008,
    FEL,
    "Filen kan inte läsas som Word-dokument: {why}.",
    "Öppna den i Word, ta bort ett eventuellt lösenord och spara den som Word-dokument (.docx).",
)
FONT_REPLACED = kind(
    5010,
    VARNING,
    "Typsnittet {value} finns inte för {engine}; texten är ritad med {drawn}.",
    "Installera typsnittet, eller byt i mallen eller brevpapperet till Arial eller "
    "Calibri. Rad- och sidbrytningar kan annars bli andra än i Word.",
)
TRACKED_CHANGES = kind(
    5011,
    VARNING,
    "Dokumentet har spårade ändringar; struken text kan synas i pdf:en.",
    "Godkänn eller avvisa ändringarna i Word och gör pdf:en på nytt.",
)
TODAYS_DATE = kind(
    5012,
    VARNING,
    "Dokumentet har ett fält som visar dagens datum, och det ändras varje gång.",
    "Skriv datumet som vanlig text.",
)
UNFETCHED_PICTURE = kind(
    5013,
    VARNING,
    "Bilden {value} ligger utanför dokumentet. Den hämtas inte och saknas i pdf:en.",
    "Infoga bilden i själva dokumentet.",
)
NOT_DRAWN_AS_IN_WORD = kind(
    5014,
    UPPLYSNING,
    "Motorn inbyggd ritar inte {value} som Word.",
    "Se efter att pdf:en är läsbar, eller kör med --motor libreoffice.",
)
PICTURE_NOT_DRAWN = kind(
    5015,
    VARNING,
    "Motorn inbyggd kan inte rita bilden {value}; den saknas i pdf:en.",
    "Spara bilden som PNG eller JPEG och infoga den på nytt, eller kör med --motor libreoffice.",
)
GOTENBERG_NOWHERE = kind(
    5020,
    FEL,
    "Det är inte sagt vilken Gotenberg som ska göra PDF-filerna.",
    "Skriv dess adress i miljövariabeln GEN_GOTENBERG, till exempel http://gotenberg:3000, eller "
    "välj en annan motor med --motor.",
)
GOTENBERG_SILENT = kind(
    5021,
    FEL,
    "Gotenberg på {value} svarar inte.",
    "Kontrollera adressen i GEN_GOTENBERG och att tjänsten är i gång, eller välj en annan motor "
    "med --motor.",
)
CLUSTER_MISSING = kind(
    5030,
    FEL,
    "Det som behövs för ett kluster är inte installerat.",
    "Kör pip install 'gen[kluster]', eller kör utan --kluster.",
)
CLUSTER_SILENT = kind(
    5031,
    FEL,
    "Klustret på {value} svarar inte, eller har inga arbetare.",
    "Kontrollera adressen och att schemaläggare och arbetare är i gång (docs/drift.md), eller kör "
    "utan --kluster.",
)
CLUSTER_MIXED = kind(
    5032,
    FEL,
    "Klustrets arbetare är inte som den här datorn eller som varandra: {value}.",
    "Installera samma gen ({own}), LibreOffice och typsnitt på alla; annars blir sidorna olika.",
)
CLUSTER_PLAIN = kind(
    5033,
    FEL,
    "Klustret på {value} krypterar, men på den här datorn finns inga nycklar för det.",
    "Ge Dask certifikat och nyckel i dess inställningar (docs/drift.md), eller kör utan --kluster.",
)
NOT_DRAWN = kind(
    5101,
    VARNING,
    "{what} {value} finns inte i något typsnitt som PDF-filen kan göras med. Där syns i stället "
    "{shown}. I Word-filen, och när PDF-filen söks eller läses upp, är texten som du skrev den.",
    "Skriv med ord i stället, eller installera ett typsnitt som har {value} (för emoji: Noto "
    "Emoji) och välj motorn libreoffice.",
)
BOX_DRAWN = kind(
    5102,
    VARNING,
    "På sidan {value} står en ruta i stället för ett tecken, troligen ett som har satts "
    "in som symbol eller finns i en figur.",
    "Byt tecknet mot ett vanligt, eller installera dess typsnitt.",
)
UNREADABLE_PDF = kind(
    5103,
    FEL,
    "PDF-filen från {motor} går inte att läsa ({value}).",
    "Försök igen. Händer det på nytt: gör filen med den andra motorn.",
)
NOT_EMBEDDED = kind(
    5104,
    VARNING,
    "PDF-filen saknar typsnittet {value} och utger sig därför inte för arkivformatet PDF/A-2b.",
    "Använd ett typsnitt som får bäddas in, till exempel Arial eller Calibri.",
)
PICTURE_WITHOUT_TEXT = kind(
    5111,
    VARNING,
    "En bild saknar alternativtext. PDF-filen utger sig därför inte för att vara "
    "tillgänglig (PDF/UA).",
    "Högerklicka på bilden i Word, välj Visa alternativtext och skriv vad bilden visar.",
)
HEADING_SKIPPED = kind(
    5112,
    VARNING,
    "En rubriknivå är överhoppad. PDF-filen utger sig därför inte för att vara "
    "tillgänglig (PDF/UA).",
    "Använd rubrikformaten i ordning: under Rubrik 1 kommer Rubrik 2, inte Rubrik 3.",
)
RAGGED_TABLE = kind(
    5113,
    VARNING,
    "En tabell har sammanslagna celler som motorn inte märker ut. PDF-filen utger sig "
    "därför inte för att vara tillgänglig (PDF/UA).",
    "Dela cellerna, eller välj motorn libreoffice.",
)
UNTAGGED = kind(
    5114,
    VARNING,
    "Delar av PDF-filen saknar taggar. Den utger sig därför inte för att vara tillgänglig"
    " (PDF/UA).",
    "Välj motorn libreoffice, eller ta bort figurer och textrutor ur Word-filen.",
)
LINK_WITHOUT_TEXT = kind(
    5115,
    VARNING,
    "En länk hör inte till någon text. PDF-filen utger sig därför inte för att vara "
    "tillgänglig (PDF/UA).",
    "Gör om länken i Word, på ett eller flera hela ord.",
)
PDF_EMPTY = kind(
    5120,
    FEL,
    "Filen {value} är tom.",
    "Kontrollera att den är färdigkopierad, och hämta den annars på nytt.",
)
PDF_DAMAGED = kind(
    5121,
    FEL,
    "Filen {value} kan inte läsas som pdf.",
    "Öppna den i programmet som den är gjord i och spara den som pdf på nytt.",
)
PDF_LOCKED = kind(
    5122,
    FEL,
    "Filen {value} är låst med lösenord eller skyddad mot ändring.",
    "Be den som har gjort filen om en utan lösenord och skydd.",
)
PDF_XFA = kind(
    5123,
    FEL,
    "Filen {value} är ett XFA-formulär, och det finns inga sidor i den att ta med.",
    "Öppna den i Acrobat Reader, skriv ut den till en ny pdf och ta med den i stället.",
)
PDF_WITHOUT_PAGES = kind(
    5124,
    FEL,
    "Filen {value} har inga sidor.",
    "Se efter att det är rätt fil, och spara den annars som pdf på nytt.",
)
PART_UNTAGGED = kind(
    5125,
    VARNING,
    "Filen {value} saknar taggar. Pdf:en som den är med i utger sig därför inte för att vara "
    "tillgänglig (PDF/UA).",
    "Spara filen som taggad pdf, eller ta med Word-filen i stället.",
)
PART_NOT_ACCESSIBLE = kind(
    5126,
    VARNING,
    "Filen {value} är inte prövad som tillgänglig (PDF/UA), och därför utger sig inte heller "
    "pdf:en som den är med i för att vara det.",
    "Finns den som Word-fil: ta med den i stället, så gör och prövar gen pdf:en. En undertecknad "
    "pdf ska inte göras om.",
)
PART_NOT_ARCHIVABLE = kind(
    5127,
    VARNING,
    "Filen {value} är inte prövad mot arkivformatet PDF/A-2b, och därför utger sig inte heller "
    "pdf:en som den är med i för att vara det.",
    "Finns den som Word-fil: ta med den i stället, så gör och prövar gen pdf:en. En undertecknad "
    "pdf ska inte göras om.",
)
PICTURE_CUT = kind(
    5128,
    VARNING,
    "En bild i {value} går över en sidgräns och är inte med i sin helhet. Pdf:en utger sig "
    "därför inte för att vara tillgänglig (PDF/UA).",
    "Ta med alla sidor som bilden står på.",
)
