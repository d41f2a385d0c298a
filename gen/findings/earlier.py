"""The workbook of the instance before, that a row Tidigare behandling names (2160–2179)."""

from __future__ import annotations

from gen.findings.kinds import FEL, VARNING, kind

EARLIER_UNREADABLE = kind(
    2160,
    FEL,
    "Den tidigare instansens kalkylblad {value} går inte att läsa: {reason}",
    "{cure}",
    meaning="Raden Tidigare behandling anger kalkylbladet för sammanträdet i instansen före, men "
    "det går inte att läsa.",
    wrong="Fil: ks.xlsx, som är en skadad fil",
    right="Fil: ks.xlsx, sparad på nytt i Excel",
)
EARLIER_WITHOUT_ARENDE = kind(
    2161,
    VARNING,
    "Kalkylbladet {value} har inget ärende {arende}.",
    "Ange kalkylbladet för det sammanträde där ärendet behandlades, eller rätta ärendets Dnr.",
    meaning="gen letar upp ärendet i den tidigare instansens kalkylblad efter dess Dnr, utan Dnr "
    "efter paragrafen eller rubriken. Det finns inte där.",
    wrong="Dnr: KS 2023/0010, men KS 2023/0011 i det tidigare kalkylbladet",
    right="Samma Dnr i båda",
)
EARLIER_DIFFERS = kind(
    2162,
    VARNING,
    "Här står {value}, men i {file} {other}.",
    "Rätta, eller töm cellen: då hämtas uppgiften därifrån.",
    meaning="Raden Tidigare behandling säger ett annat organ, en annan dag eller en annan paragraf "
    "än kalkylbladet som den anger.",
    wrong="Datum: 2023-03-08, men sammanträdet var 2023-03-06",
    right="Tomt: datumet hämtas ur kalkylbladet",
    gist="Raden Tidigare behandling säger något annat än kalkylbladet som den anger.",
)
