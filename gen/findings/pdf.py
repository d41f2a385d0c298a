"""What a PDF lacks (5101–5119), and the PDFs that pages are taken from (5120–5199)."""

from __future__ import annotations

from gen.findings.kinds import FEL, VARNING, kind

NOT_DRAWN = kind(
    5101,
    VARNING,
    "{what} {value} finns inte i något typsnitt som PDF-filen kan göras med. Där syns i stället "
    "{shown}. I Wordfilen, och när PDF-filen söks eller läses upp, är texten som du skrev den.",
    "Skriv med ord i stället, eller installera ett typsnitt som har {value} (för emoji: Noto "
    "Emoji) och välj motorn libreoffice.",
    meaning="Ett tecken kan bara ritas med ett typsnitt som har det. I stället för en tom ruta, "
    "som ingen kan tyda, syns tecknets nummer.",
    wrong="En tumme upp som emoji i ett yrkande",
    right="Ordet Ja, eller typsnittet Noto Emoji installerat och --motor libreoffice",
    gist="Ett tecken finns inte i något typsnitt som PDF-filen kan göras med. Där syns i "
    "stället dess nummer.",
)
BOX_DRAWN = kind(
    5102,
    VARNING,
    "På sidan {value} står en ruta i stället för ett tecken, troligen ett som har satts "
    "in som symbol eller finns i en figur.",
    "Byt tecknet mot ett vanligt, eller installera dess typsnitt.",
    meaning="PDF-filen har en tom ruta där ett tecken skulle stå, så läsaren ser inte vad det är. "
    "Filen utger sig därför varken för arkivformatet PDF/A-2b eller för att vara tillgänglig "
    "(PDF/UA).",
    wrong="En pil infogad med Infoga › Symbol, ur ett typsnitt som datorn inte har",
    right="Pilen som ett vanligt tecken, eller ordet till i stället",
)
UNREADABLE_PDF = kind(
    5103,
    FEL,
    "PDF-filen från {motor} går inte att läsa ({value}).",
    "Försök igen. Händer det på nytt: välj en annan motor med --motor.",
    meaning="Motorn lämnade ifrån sig en fil som inte är någon hel PDF. Körningen avbryts.",
    seen="Körningen slutar vid PDF, fast motorn själv inte har klagat",
)
NOT_EMBEDDED = kind(
    5104,
    VARNING,
    "PDF-filen saknar typsnittet {value} och utger sig därför inte för arkivformatet PDF/A-2b.",
    "Använd ett typsnitt som får bäddas in, till exempel Arial eller Calibri.",
    meaning="I arkivformatet ska alla typsnitt finnas i själva filen, så att den ser likadan ut om "
    "hundra år. Ett av dem gick inte att ta med, oftast för att dess licens inte tillåter det. "
    "Filen utger sig inte heller för att vara tillgänglig (PDF/UA).",
    wrong="Ett köpt typsnitt som inte får bäddas in",
    right="Arial eller Calibri",
)
PICTURE_WITHOUT_TEXT = kind(
    5111,
    VARNING,
    "En bild saknar alternativtext. PDF-filen utger sig därför inte för att vara "
    "tillgänglig (PDF/UA).",
    "Högerklicka på bilden i Word, välj Visa alternativtext och skriv vad bilden visar.",
    meaning="Den som inte ser bilden får den beskriven av alternativtexten. Utan den är PDF-filen "
    "inte tillgänglig, och det som läggs ut på webben ska vara det.",
    wrong="En karta utan alternativtext",
    right="Alternativtext: Karta över detaljplanens område, norr om Lund C",
)
HEADING_SKIPPED = kind(
    5112,
    VARNING,
    "En rubriknivå är överhoppad. PDF-filen utger sig därför inte för att vara "
    "tillgänglig (PDF/UA).",
    "Använd rubrikformaten i ordning: under Rubrik 1 kommer Rubrik 2, inte Rubrik 3.",
    meaning="Den som lyssnar tar sig fram mellan rubrikerna efter deras nivå. Är en nivå "
    "överhoppad verkar något saknas.",
    wrong="Rubrik 3 direkt under Rubrik 1",
    right="Rubrik 2 under Rubrik 1",
)
RAGGED_TABLE = kind(
    5113,
    VARNING,
    "En tabell har sammanslagna celler som motorn inte märker ut. PDF-filen utger sig "
    "därför inte för att vara tillgänglig (PDF/UA).",
    "Dela cellerna, eller välj motorn libreoffice.",
    meaning="Uppläsningen går cell för cell och rad för rad. Här har raderna olika många celler, "
    "och PDF-filen säger inte vilka som hör ihop.",
    wrong="En tabell där Summa sträcker sig över tre kolumner, gjord med motorn inbyggd",
    right="Lika många celler på varje rad",
)
UNTAGGED = kind(
    5114,
    VARNING,
    "Delar av PDF-filen saknar taggar. Den utger sig därför inte för att vara tillgänglig"
    " (PDF/UA).",
    "Välj motorn libreoffice, eller ta bort figurer och textrutor ur Wordfilen.",
    meaning="Taggarna säger vad som är rubrik, text och tabell, och i vilken ordning det läses. "
    "Det som saknar dem läses inte upp, eller i fel ordning.",
    wrong="En textruta eller en ritad figur ovanpå texten",
    right="Samma text i ett vanligt stycke",
)
LINK_WITHOUT_TEXT = kind(
    5115,
    VARNING,
    "En länk hör inte till någon text. PDF-filen utger sig därför inte för att vara "
    "tillgänglig (PDF/UA).",
    "Gör om länken i Word, på ett eller flera hela ord.",
    meaning="En länk i PDF-filen ligger över text eller en tom yta som den inte hör ihop med. Den "
    "som lyssnar får inte veta vart den leder.",
    wrong="En länk som bara ligger på ett blanksteg",
    right="En länk på orden kommunens anslagstavla",
)
VERAPDF_MISSING = kind(
    5116,
    FEL,
    "PDF-filerna kan inte granskas: veraPDF finns inte på datorn.",
    "Installera veraPDF (https://verapdf.org) så att kommandot verapdf finns, eller kör utan "
    "--granska.",
    meaning="Med --granska prövar veraPDF, som är skrivet av andra än gen, att PDF-filerna är "
    "det som de utger sig för att vara.",
    wrong="--granska på en dator utan veraPDF",
    right="veraPDF installerat, och samma kommando igen",
)
VERAPDF_SILENT = kind(
    5117,
    FEL,
    "veraPDF ({value}) gav inget svar: {about}.",
    "Kör verapdf --version för att se att det fungerar, eller kör utan --granska.",
    meaning="Filerna är gjorda, men ingen har prövat dem. Det kan fattas Java eller minne.",
    seen="Filerna finns i mappen, men raden om granskningen saknas.",
)
VERAPDF_FAILED = kind(
    5118,
    FEL,
    "{value} utger sig för att vara {standard} men är det inte, enligt veraPDF: {clauses}.",
    "Lämna inte filen till arkivet. Säg till den som sköter gen vilken mall och motor den är "
    "gjord med; kör så länge med en annan motor (--motor).",
    meaning="Siffrorna är de avsnitt i standarden (ISO 19005-2 eller ISO 14289-1) som filen bryter "
    "mot.",
    seen="6.2.11.4.1-1: ett typsnitt är inte inbäddat, så filen kan se annorlunda ut på en annan "
    "dator.",
)
PDF_EMPTY = kind(
    5120,
    FEL,
    "Filen {value} är tom.",
    "Kontrollera att den är färdigkopierad, och hämta den annars på nytt.",
    meaning="Filen innehåller ingenting. Det händer när en kopiering eller hämtning har avbrutits.",
    wrong="Bilagan karta.pdf, som är 0 byte stor",
    right="Samma fil, hämtad på nytt",
)
PDF_DAMAGED = kind(
    5121,
    FEL,
    "Filen {value} kan inte läsas som PDF.",
    "Öppna den i programmet som den är gjord i och spara den som PDF på nytt.",
    meaning="Filen går inte att läsa som PDF, eller så är en del av den trasig. Sidorna kan därför "
    "inte tas med.",
    wrong="Bilagan karta.pdf, som hämtades bara till hälften",
    right="karta.pdf, sparad på nytt i programmet som den är gjord i",
)
PDF_LOCKED = kind(
    5122,
    FEL,
    "Filen {value} är låst med lösenord eller skyddad mot ändring.",
    "Be den som har gjort filen om en utan lösenord och skydd.",
    meaning="Filen har ett lösenord eller är skyddad mot ändring. gen bryter inga skydd, så dess "
    "sidor kan inte tas med.",
    wrong="En offert i PDF som bara får läsas, som bilaga",
    right="Samma offert utan lösenord och skydd",
)
PDF_XFA = kind(
    5123,
    FEL,
    "Filen {value} är ett XFA-formulär, och det finns inga sidor i den att ta med.",
    "Öppna den i Acrobat Reader, skriv ut den till en ny PDF och ta med den i stället.",
    meaning="XFA är ett slags formulär som bara Adobes program kan visa. Andra ser en enda sida "
    "som ber dem att byta program.",
    wrong="En ansökningsblankett i XFA som bilaga",
    right="Blanketten utskriven till en ny PDF",
)
PDF_WITHOUT_PAGES = kind(
    5124,
    FEL,
    "Filen {value} har inga sidor.",
    "Se efter att det är rätt fil, och spara den annars som PDF på nytt.",
    meaning="Filen är en hel PDF, men det finns ingen sida i den att ta med.",
    wrong="En PDF som bara bär andra filer, eller där alla sidor är borttagna",
    right="En PDF med minst en sida",
)
PART_UNTAGGED = kind(
    5125,
    VARNING,
    "Filen {value} saknar taggar. PDF-filen som den är med i utger sig därför inte för att vara "
    "tillgänglig (PDF/UA).",
    "Spara filen som taggad PDF, eller ta med Wordfilen i stället.",
    meaning="En PDF som sätts ihop av flera är inte mer tillgänglig än den sämsta av dem. Den här "
    "saknar taggar, så den som lyssnar får den inte uppläst i ordning.",
    wrong="En inskannad karta.pdf som bilaga",
    right="karta.pdf sparad med taggar ur programmet som den är gjord i, eller Wordfilen som "
    "bilaga",
)
PART_NOT_ACCESSIBLE = kind(
    5126,
    VARNING,
    "Det är inte visat att filen {value} är tillgänglig (PDF/UA), och därför utger sig inte "
    "PDF-filen som den är med i för att vara det.",
    "Har gen gjort den: åtgärda det som sägs om den. Annars, om den finns som Wordfil: ta med den "
    "i stället, så gör och prövar gen PDF-filen. En undertecknad PDF ska inte göras om.",
    meaning="Filen har taggar, men den kommer från ett annat program, eller så har den en brist "
    "som gen har sagt. Det som inte är visat påstås inte.",
    wrong="rapport.pdf från ett annat program som bilaga",
    right="rapport.docx som bilaga, när den finns",
)
PART_NOT_ARCHIVABLE = kind(
    5127,
    VARNING,
    "Det är inte visat att filen {value} uppfyller arkivformatet PDF/A-2b, och därför utger sig "
    "inte PDF-filen som den är med i för att göra det.",
    "Har gen gjort den: åtgärda det som sägs om den. Annars, om den finns som Wordfil: ta med den "
    "i stället, så gör och prövar gen PDF-filen. En undertecknad PDF ska inte göras om.",
    meaning="Filen kommer från ett annat program, eller så har den en brist som gen har sagt. Det "
    "som inte är visat påstås inte.",
    wrong="rapport.pdf från ett annat program som bilaga",
    right="rapport.docx som bilaga, när den finns",
)
PICTURE_CUT = kind(
    5128,
    VARNING,
    "En bild i {value} går över en sidgräns och är inte med i sin helhet. PDF-filen utger sig "
    "därför inte för att vara tillgänglig (PDF/UA).",
    "Ta med alla sidor som bilden står på, eller gör den så liten att den ryms på en sida.",
    meaning="Sidor har tagits ur en PDF, och en bild ligger till en del på en sida som inte är "
    "med. Bilden är halv, och dess alternativtext stämmer inte längre.",
    wrong="En karta över två sidor, av vilka bara den ena är med",
    right="Båda sidorna, eller kartan på en enda sida",
)
NOTE_WITHOUT_LOOK = kind(
    5129,
    VARNING,
    "{many} på sida {page} i {value} har inget utseende i filen och kommer inte med: en "
    "anteckning, en stämpel eller ett ifyllt fält som bara vissa program visar.",
    "Öppna filen i det program som visar sidan rätt, skriv ut den till en ny PDF och ta med den i "
    "stället.",
    meaning="I en PDF ligger anteckningar, stämplar och ifyllda fält ovanpå sidan. Några program "
    "sparar dem utan att säga hur de ser ut, och då finns inget att ta med.",
    wrong="En ansökan med en inringad punkt, sparad i ett program som inte sparar ringens utseende",
    right="Samma ansökan utskriven till en ny PDF, där ringen syns",
)
