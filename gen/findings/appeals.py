"""How a beslut is appealed, and what the texts on it need (3650–3699)."""

from __future__ import annotations

from gen.findings.kinds import UPPLYSNING, VARNING, kind

OTHER_LAW_NO_TEXT = kind(
    3650,
    UPPLYSNING,
    "Ärende {value} överklagas enligt annan lag, och den har ingen färdig text om hur man "
    "överklagar.",
    "Bifoga den upplysning om överklagande som den lagen ger, till exempel som bilaga.",
    statute="13 kap. 3 § KL",
    meaning="För laglighetsprövning och förvaltningsbesvär finns färdiga texter. Vart ett beslut "
    "enligt annan lag överklagas, och hur länge, står i den lagen.",
    wrong="Överklagande: Annan lag, och ingen bilaga om hur man överklagar",
    right="En bilaga med den lagens upplysning om överklagande",
)
APPEAL_TEXT_LACKS = kind(
    3651,
    VARNING,
    "Uppgiften {value} är inte ifylld i registret. Den behövs i texten om hur man överklagar.",
    "Fyll i {value} på registrets blad Kommun.",
    statute="8 kap. 10 § KL",
    meaning="Texten om hur man överklagar säger vart överklagandet ska skickas och vem som prövar "
    "det. Det hämtas ur registret.",
    wrong="Förvaltningsrätt är tom på registrets blad Kommun",
    right="Förvaltningsrätt: Förvaltningsrätten i Malmö",
)
