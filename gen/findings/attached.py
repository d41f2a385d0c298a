"""The files that cells name, and ärendefiler (1600–1699)."""

from __future__ import annotations

from gen.findings.kinds import FEL, UPPLYSNING, VARNING, kind

FILE_OUTSIDE = kind(
    1600,
    FEL,
    "Filen {value} ligger inte i kalkylbladets mapp.",
    "Lägg filen i samma mapp som kalkylbladet eller i en mapp där, och skriv vägen "
    "därifrån, till exempel bilagor/karta.pdf.",
    meaning="Filer som cellerna nämner ska ligga i kalkylbladets mapp eller en mapp i den. Då "
    "följer de med när mappen flyttas, och inget hämtas från ett ställe som du inte ser.",
    wrong="C:\\Temp\\karta.pdf, eller ../annat möte/karta.pdf",
    right="bilagor/karta.pdf",
)
FILE_MISSING = kind(
    1601,
    FEL,
    "Filen {value} finns inte i kalkylbladets mapp.",
    "Rätta namnet, eller lägg filen där.",
    meaning="Filen som cellen nämner finns inte.",
    wrong="Fil: reservation.docx, när filen heter Reservation V.docx",
    right="Fil: Reservation V.docx",
)
FILE_IS_FOLDER = kind(
    1602,
    FEL,
    "{value} är en mapp, inte en fil.",
    "Skriv också filens namn.",
    meaning="Cellen nämner en mapp.",
    wrong="Fil: bilagor",
    right="Fil: bilagor/karta.pdf",
)
FILE_OF_OTHER_KIND = kind(
    1603,
    FEL,
    "{value} kan inte användas här: det ska vara {wanted}.",
    "Spara filen i det formatet, eller ange en annan fil. En PDF kan inte sättas in i texten men "
    "vara en bilaga.",
    meaning="Bara vissa slags filer går att använda på det här stället.",
    wrong="En PDF som Föredragning",
    right="Föredragningen i Word; PDF-filen på en rad Bilaga",
)
FILE_CLOSED = kind(
    1604,
    FEL,
    "Filen {value} går inte att komma åt på den här datorn.",
    "Se efter att namnet är rätt, att filen är åtkomlig för dig och att den inte är låst.",
    meaning="Filen finns men går inte att komma åt.",
    wrong="En fil i molnet som inte är hämtad till datorn",
    right="Filen hämtad, och läsbar för dig",
)
ATTACHED_DAMAGED = kind(
    1605,
    FEL,
    "Filen {value} går inte att läsa: {reason}.",
    "Öppna filen i programmet som den är gjord i och spara den på nytt, utan lösenord.",
    meaning="Filen är skadad, tom eller låst med lösenord.",
    wrong="En Wordfil med lösenord som bilaga",
    right="Samma fil sparad utan lösenord",
)
ATTACHED_TRACKED = kind(
    1606,
    FEL,
    "Filen {value} har spårade ändringar, som skulle synas i dokumentet.",
    "Godkänn eller avvisa alla ändringar i filen (Granska › Godkänn › Godkänn alla).",
    meaning="Spårade ändringar i en fil som sätts in skulle synas i dokumentet.",
    wrong="En föredragning där ändringarna inte är godkända",
    right="Alla ändringar godkända eller avvisade i Word",
)
FILE_UNUSED = kind(
    1607,
    VARNING,
    "Filen {value} används inte: delen {part} tar ingen fil.",
    "Flytta den till en rad Bilaga eller till en textdel, till exempel Föredragning.",
    meaning="Delen tar ingen fil, så den sätts inte in någonstans.",
    wrong="En fil på en rad Förslag",
    right="Filen på en rad Bilaga eller Föredragning",
)
BILAGA_WITHOUT_FILE = kind(
    1608,
    VARNING,
    "Bilaga {number} i ärende {nr} har ingen fil.",
    "Skriv filens namn under Fil, eller låt det vara om bilagan bara finns på papper.",
    meaning="Bilagan har ett namn men ingen fil, så den kommer inte med i handlingarna.",
    wrong="Bilaga: Karta över området, och tomt under Fil",
    right="Fil: bilagor/karta.pdf",
)
BILAGA_WITHOUT_NAME = kind(
    1609,
    UPPLYSNING,
    "Bilaga {number} i ärende {nr} har inget namn. I dokumenten kallas den {value}, efter sin fil.",
    "Skriv vad den är under Text, till exempel Karta över området.",
    meaning="I kallelsen, protokollet och innehållet står vad varje bilaga heter. Utan Text står "
    "där filens namn, utan sin ändelse.",
    wrong="Del: Bilaga, tomt under Text, Fil: scan_0042.pdf",
    right="Del: Bilaga, Text: Karta över området, Fil: scan_0042.pdf",
)
ARENDEFIL_UNREADABLE = kind(
    1610,
    FEL,
    "Ärendefilen {value} går inte att läsa. {reason}",
    "{cure}",
    meaning="Handläggarens kalkylblad går inte att läsa, så ärendets innehåll saknas.",
    wrong="Ärendefilen är sparad som .xls",
    right="Ärendefilen sparad som Excel-arbetsbok (.xlsx)",
)
ARENDEFIL_DIFFERS = kind(
    1611,
    VARNING,
    "{header} är {value} här men {other} i ärendefilen {file}. Det som står här gäller.",
    "Rätta det som är fel, eller lämna cellen tom så gäller ärendefilen.",
    meaning="Samma uppgift står på två ställen och är olika. Det som står i sammanträdets "
    "kalkylblad gäller.",
    wrong="Dnr KS 2023/0106 på Ärenden, KS 2023/0160 i ärendefilen",
    right="Samma dnr, eller cellen tom på Ärenden",
)
ARENDEFIL_TWICE = kind(
    1612,
    VARNING,
    "Ärendefilen {value} står också på ärende {other}.",
    "Se efter att ärendena inte har fått varandras fil.",
    meaning="Två ärenden kan inte ha samma ärendefil: de skulle få samma rubrik, förslag och "
    "mottagare.",
    wrong="simhall.xlsx på ärende 4 och ärende 5",
    right="En ärendefil för varje ärende",
)
DECIDED_OTHERWISE = kind(
    1613,
    UPPLYSNING,
    "Beslutet i ärende {nr} är ”{value}”, förslaget var ”{proposed}”.",
    "Inget att göra om det var det som beslutades. Arbetskopian visar båda (gen arbetskopia).",
    meaning="Beslutet blev ett annat än förslaget. Båda visas, så att den som läser korrektur ser"
    " skillnaden.",
    wrong="Förslag: avslå motionen. Beslut: bifalla motionen.",
    right="Just så, om det var det som beslutades",
)
DECIDED_AS_PROPOSED = kind(
    1614,
    VARNING,
    "Ärende {nr} har utfallet {value}, men beslutet är detsamma som förslaget.",
    "Välj Enligt förslaget och ta bort raderna Beslut, eller rätta dem.",
    meaning="Utfallet säger Annat beslut, men beslutet är ord för ord förslaget.",
    wrong="Annat beslut, med samma text under Förslag och Beslut",
    right="Enligt förslaget, utan rader Beslut",
)
HIDDEN_WITHOUT_REASON = kind(
    1620,
    VARNING,
    "Rubriken på ärende {nr} ska döljas, men inget lagrum står under Sekretess.",
    "Skriv lagrummet under Sekretess, till exempel 26 kap. 1 § OSL, eller töm Dölj rubriken.",
    meaning="En rubrik får bara döljas med stöd av ett lagrum, och det ska framgå av protokollet.",
    wrong="Dölj rubriken: Ja, och tomt under Sekretess",
    right="Sekretess: 26 kap. 1 § OSL",
)
