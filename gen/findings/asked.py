"""What is asked for: a new workbook, a document, days, a code (1700–1799, 2100–2199)."""

from __future__ import annotations

from gen.findings.kinds import FEL, kind

NEW_IN_THE_WAY = kind(
    1701,
    FEL,
    "{value} finns redan, och gen ny skriver aldrig över en fil.",
    "Ange ett annat namn, eller flytta den fil som finns.",
    meaning="gen ny skriver aldrig över något.",
    wrong="gen ny möte.xlsx, när filen redan finns",
    right="gen ny möte-2.xlsx",
)
NEW_NOT_WRITTEN = kind(
    1702,
    FEL,
    "Det gick inte att skriva {value} ({reason}).",
    "Kontrollera att mappen finns och att du får skriva där, eller ange ett annat ställe.",
    meaning="Datorn tillät inte att filen skrevs.",
    wrong="En mapp som inte finns: gen ny april/möte.xlsx",
    right="Mappen april skapad först",
)
NEW_NOT_XLSX = kind(
    1703,
    FEL,
    "{value} är inget namn på ett kalkylblad.",
    "Ge filen ett namn som slutar på .xlsx.",
    meaning="Ett kalkylblad har ändelsen .xlsx.",
    wrong="gen ny möte.docx",
    right="gen ny möte.xlsx",
)
NEW_WHAT = kind(
    1704,
    FEL,
    "Det är inte sagt {value}.",
    "Skriv till exempel gen ny möte.xlsx --organ KSAU --datum 2023-03-06. Andra "
    "kalkylblad: gen ny --ärende ärende.xlsx, gen ny --register register.xlsx, gen ny "
    "--exempel.",
    meaning="Ett nytt kalkylblad för ett sammanträde behöver organ och dag.",
    wrong="gen ny möte.xlsx",
    right="gen ny möte.xlsx --organ KSAU --datum 2023-03-06",
)
NEW_MIXED = kind(
    1705,
    FEL,
    "{value} går inte ihop med {other}.",
    "Gör ett kalkylblad i taget.",
    meaning="gen ny gör ett slags kalkylblad i taget.",
    wrong="gen ny --exempel --organ KSAU",
    right="gen ny --exempel",
)
NEW_UNKNOWN_ORGAN = kind(
    1706,
    FEL,
    "Organet ”{value}” finns inte i registret.",
    "Skriv något av organen i registret med --organ: {known}.",
    meaning="Organet ska stå på registrets blad Organ.",
    wrong="--organ KASU",
    right="--organ KSAU",
)
NEW_DAY_UNREADABLE = kind(
    1707,
    FEL,
    "Sammanträdesdagen: {reason}.",
    "Skriv {how} efter --datum.",
    meaning="Dagen går inte att läsa som ett datum.",
    wrong="--datum 2023-02-30",
    right="--datum 2023-03-06",
    gist="Sammanträdesdagen går inte att läsa som ett datum.",
)
NEW_OTHER_ORGAN = kind(
    1708,
    FEL,
    "{value} är ett sammanträde med {other}, inte med {organ}.",
    "Ange ett tidigare sammanträde med samma organ efter --från.",
    meaning="Det förra sammanträdet ska vara med samma organ, annars blir paragraferna och "
    "personerna fel.",
    wrong="--organ KSAU --från ks-2023-02-01.xlsx",
    right="--organ KSAU --från ksau-2023-02-06.xlsx",
)
NEW_NOT_EARLIER = kind(
    1709,
    FEL,
    "{value} är inget tidigare sammanträde: det hölls {day}.",
    "Ange ett sammanträde före {new} efter --från, eller rätta --datum.",
    meaning="Det sammanträde som anges efter --från ska ligga före det nya.",
    wrong="--datum 2023-03-06 --från ksau-2023-04-03.xlsx",
    right="--datum 2023-03-06 --från ksau-2023-02-06.xlsx",
)
UNKNOWN_TYPE = kind(
    2101,
    FEL,
    "{value} är ingen dokumenttyp.",
    "Skriv en av {known}.",
    meaning="Det finns inget dokument eller skede med det namnet.",
    wrong="--inför kallelsen",
    right="--inför kallelse",
)
SAME_NAME = kind(
    2102,
    FEL,
    "Två av filerna skulle ge samma {value}.",
    "Gör dem var för sig, eller ge dem olika namn.",
    meaning="Två Wordfiler med samma namn skulle ge en och samma PDF.",
    wrong="gen pdf a/brev.docx b/brev.docx --ut klart",
    right="Filerna var för sig, eller med olika namn",
)
UNKNOWN_CODE = kind(
    2103,
    FEL,
    "{value} är ingen kod som gen har.",
    "Skriv koden som den står i listan från gen kontrollera, till exempel gen förklara GEN-2001.",
    meaning="Det finns ingen kontroll med den koden.",
    wrong="gen förklara GEN-9",
    right="gen förklara GEN-2001, eller bara 2001",
)
NO_SUCH_ARENDE = kind(
    2104,
    FEL,
    "Kalkylbladet har inget ärende ”{value}”.",
    "Skriv ärendets Nr eller dnr som det står på bladet Ärenden.",
    meaning="Det ärende som är utpekat med --ärende finns inte i kalkylbladet.",
    wrong="--ärende 'KS 2022/1065'",
    right="--ärende 'KS 2022/1056'",
)
PARAGRAPHS_UNREADABLE = kind(
    2105,
    FEL,
    "Det som står efter --paragraf går inte att läsa: {reason}.",
    "Skriv {how}.",
    meaning="Paragraferna är inte skrivna som nummer eller intervall.",
    wrong="--paragraf femtio",
    right="--paragraf 50,52-54",
)
NO_SUCH_PARAGRAPH = kind(
    2106,
    FEL,
    "Kalkylbladet har ingen § {value}.",
    "Skriv ett av numren i kolumnen § på bladet Ärenden.",
    meaning="Den paragraf som är utpekad med --paragraf finns inte i kalkylbladet.",
    wrong="--paragraf 52, när mötet har § 23–51",
    right="--paragraf 50",
)
OTHER_WORKBOOK = kind(
    2107,
    FEL,
    "{document} görs inte av ett kalkylblad av det slaget.",
    "Ange ett kalkylblad av rätt slag: {wanted}.",
    meaning="Varje dokument görs av sitt slags kalkylblad: sammanträdets, ärendets eller ett eget.",
    wrong="gen protokoll ärende.xlsx",
    right="gen protokoll möte.xlsx",
)
NOT_A_DATE = kind(
    2150,
    FEL,
    "{reason}.",
    "Skriv {how}.",
    meaning="Dagen går inte att läsa som ett datum.",
    wrong="gen frister 8/3/2023",
    right="gen frister 2023-03-08",
    gist="Det som står efter gen frister går inte att läsa som ett datum.",
)
DATES_AND_WORKBOOK = kind(
    2151,
    FEL,
    "{value} går inte att blanda: det är både kalkylblad och datum, eller flera kalkylblad.",
    "Ange ett kalkylblad, eller de dagar då anslagen sattes upp.",
    meaning="gen frister räknar antingen på ett kalkylblad eller på dagar som du skriver.",
    wrong="gen frister möte.xlsx 2023-03-08",
    right="gen frister möte.xlsx",
)
UNKNOWN_CONVENTION = kind(
    2152,
    FEL,
    "”{value}” är inget sätt att bestämma när anslaget tas ned.",
    "Skriv ”{known}”.",
    meaning="Anslaget kan tas ned första möjliga dag eller nästa arbetsdag.",
    wrong="nästa vardag",
    right="nästa arbetsdag",
)
YEAR_NOT_COUNTED = kind(
    2153,
    FEL,
    "Dagarna går inte att räkna: {value}.",
    "Se efter att årtalet är rätt skrivet.",
    meaning="Helgdagarna är kända för vissa år, och det här är inte ett av dem.",
    wrong="Anslaget uppsatt 2203-03-08",
    right="2023-03-08",
)
NOTHING_TO_COUNT = kind(
    2154,
    FEL,
    "{value} ger inga dagar: sammanträdet har inget datum som går att läsa.",
    "Fyll i Sammanträdesdatum på bladet Sammanträde.",
    meaning="Utan sammanträdesdatum finns inget att räkna från.",
    wrong="Sammanträdesdatum är tomt",
    right="Sammanträdesdatum: 2023-03-06",
)
CLEAN_UNASKED = kind(
    1710,
    FEL,
    "{value} skulle tas bort, och det går inte att fråga om det är rätt.",
    "Kör gen städa --ja, eller gen städa --torrkör för att bara se vad som finns.",
    meaning="gen städa frågar innan något tas bort. När kommandot körs av ett annat program, eller "
    "med --json, finns ingen att fråga.",
    wrong="gen städa i ett schemalagt jobb",
    right="gen städa --ja",
)
DATES_ONLY = kind(
    2155,
    FEL,
    "{value} gäller bara datum, inte ett kalkylblad.",
    "Ange de dagar då justeringen tillkännagavs på de olika kommunernas anslagstavlor.",
    meaning="Valet hör till dagar som du skriver själv, inte till ett kalkylblad.",
    wrong="gen frister möte.xlsx med ett val som gäller gemensam nämnd",
    right="Dagarna då justeringen tillkännagavs i de olika kommunerna",
)
NO_DAY_FOR_CALENDAR = kind(
    2156,
    FEL,
    "Kalenderfilen {value} skrevs inte: sammanträdet är inställt, så det finns inga dagar.",
    "Kör utan --ics, eller rätta Slag på bladet Sammanträde.",
    meaning="Ett inställt sammanträde har inga frister, så kalendern skulle bli tom.",
    wrong="Slag: Inställt, och --ics",
    right="Utan --ics",
)
