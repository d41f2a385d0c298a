"""Bundles of documents: handlingar, protokoll med bilagor, merged files (6250–6299)."""

from __future__ import annotations

from gen.findings.kinds import FEL, UPPLYSNING, VARNING, kind

SECRET_LEFT_OUT = kind(
    6250,
    VARNING,
    "Ärende {nr} har sekretess, och dess handlingar är inte med i {value}.",
    "Lämna dem för sig till dem som får ta del av dem, eller kör med --med-sekretess.",
)
SECRET_TAKEN_IN = kind(
    6251,
    VARNING,
    "Ärende {nr} har sekretess, och dess handlingar är med i {value}.",
    "Kontrollera att alla som får {value} får ta del av dem.",
)
NOTHING_TO_BIND = kind(
    6252,
    UPPLYSNING,
    "{value} görs inte: kalkylbladet har inget att samla där.",
    "Ge ärendena tjänsteskrivelser eller bilagor (bladet Innehåll, Del: Bilaga, Fil).",
)
NOTHING_USABLE = kind(
    6253,
    FEL,
    "Ingen av filerna går att ta med, så {value} gjordes inte.",
    "Rätta filerna som nämns ovan och kör om.",
)
NOT_A_PDF_NAME = kind(
    6254,
    FEL,
    "{value} är inget namn på en PDF-fil.",
    "Skriv ett namn som slutar på .pdf efter -o.",
)
INTO_ITSELF = kind(
    6255,
    FEL,
    "{value} är både en av filerna som ska slås ihop och filen som ska skrivas.",
    "Ge den nya filen ett annat namn.",
)
FILE_OF_NO_USE = kind(
    6256,
    FEL,
    "Filen {value} är varken PDF eller Word och kan inte tas med.",
    "Spara den som PDF i programmet som den är gjord i, och ta med den.",
)
