"""Behandling and Röster as they are read (1500–1599)."""

from __future__ import annotations

from gen.findings.kinds import FEL, PROTOKOLL, VARNING, kind

NOT_ITS_SUBJECT = kind(
    1501,
    FEL,
    "{handelse} kan inte gälla ”{value}”.",
    "Skriv {known}.",
    stoppar=PROTOKOLL,
    meaning="Varje händelse har sina egna val under Gäller.",
    wrong="Yrkande som gäller Motförslag",
    right="Yrkande som gäller Avslag",
)
NOT_ITS_OUTCOME = kind(
    1502,
    FEL,
    "”{value}” är inget utfall av {handelse}.",
    "Skriv {known}, eller lämna cellen tom.",
    stoppar=PROTOKOLL,
    meaning="Varje händelse har sina egna utfall.",
    wrong="Proposition med utfallet Ja",
    right="Proposition med utfallet Bifall",
)
UNUSED_CELL = kind(
    1503,
    VARNING,
    "{header} används inte för {handelse}; ”{value}” skrivs inte ut.",
    "Flytta det till rätt rad eller kolumn, eller ta bort det.",
    meaning="Händelsen har ingen användning för cellen, och det som står där skrivs inte ut. Den "
    "är grå i kalkylbladet.",
    wrong="Ja betyder på en rad Yrkande",
    right="Ja betyder på raden Omröstning",
)
NOBODY_SERVES = kind(
    1504,
    FEL,
    "Ingen från {value} tjänstgör i ärende {nr}.",
    "Rätta partiet, eller rätta bladet Närvaro.",
    stoppar=PROTOKOLL,
    meaning="Ett parti betyder alla därifrån som tjänstgör i ärendet. Här gör ingen det.",
    wrong="Vem: MP, när bara en ersättare från MP är där och inte tjänstgör",
    right="Namnet på den som menas, eller rätt parti",
)
TWO_SIDES = kind(
    1505,
    FEL,
    "{value} står under både {first} och {second} i samma omröstning.",
    "Ta bort det ena. Den som röstade annorlunda än sitt parti skrivs med namn och "
    "partiet på den andra sidan.",
    stoppar=PROTOKOLL,
    meaning="Ingen kan rösta på två sidor i samma omröstning.",
    wrong="Ja: Almgren; M och Nej: Almgren; V",
    right="Ja: S; M och Nej: Almgren; V. Namnet går före partiet.",
)
NUMBER_AND_NAMES = kind(
    1506,
    FEL,
    "Cellen har både ett antal och namn: {value}.",
    "Skriv antalet ensamt, eller bara namn och partier.",
    stoppar=PROTOKOLL,
    meaning="En sida i en omröstning skrivs med namn och partier, eller med ett antal. Båda på en"
    " gång går inte att räkna.",
    wrong="Ja: 7; Almgren",
    right="Ja: 8, eller Ja: S; V; Almgren",
)
NOT_A_VOTE = kind(
    1507,
    FEL,
    "”{value}” är ingen röst.",
    "Skriv J (ja), N (nej), A (avstår) eller F (frånvarande).",
    stoppar=PROTOKOLL,
    meaning="På bladet Röster är varje cell en röst.",
    wrong="X i kolumnen 14:1",
    right="J, N, A eller F",
)
ROSTER_DISAGREE = kind(
    1508,
    FEL,
    "{side} är {value} på bladet Behandling men {other} på bladet Röster.",
    "Rätta det ena bladet, eller töm cellen på Behandling: då gäller Röster.",
    stoppar=PROTOKOLL,
    meaning="Samma omröstning står på två blad med olika siffror. Är Röster ifyllt gäller det, "
    "och de två ska stämma överens.",
    wrong="Ja: 26 på Behandling, 25 J på Röster",
    right="Samma antal, eller Ja tomt på Behandling",
)
NO_SUCH_OMROSTNING = kind(
    1509,
    FEL,
    "Kolumnen {value} på bladet Röster hör inte till någon omröstning: ärende {nr} har {count}.",
    "Rätta kolumnens rubrik, eller skriv omröstningen på bladet Behandling.",
    stoppar=PROTOKOLL,
    meaning="En kolumn på Röster heter ärende:nummer, och numret räknar ärendets omröstningar på "
    "Behandling.",
    wrong="Kolumnen 14:2, när ärende 14 har en omröstning",
    right="14:1",
)
