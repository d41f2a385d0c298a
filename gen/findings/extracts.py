"""Protokollsutdrag that are cut (6200–6249)."""

from __future__ import annotations

from gen.findings.kinds import FEL, VARNING, kind

UTDRAG = frozenset({"utdrag"})

PARAGRAPH_NOT_IN_PDF = kind(
    6200,
    FEL,
    "§ {number} finns inte i {value}.",
    "Kontrollera att filen är det här sammanträdets protokoll, eller ange det protokoll som "
    "paragrafen står i.",
    stoppar=UTDRAG,
)
PARAGRAPH_SHARES_PAGE = kind(
    6201,
    FEL,
    "§ {number} delar sida med något annat i {value}, så ett utdrag skulle visa mer än paragrafen.",
    "Låt varje paragraf börja på en ny sida, eller gör utdraget som ett eget dokument med "
    "--form dokument.",
    stoppar=UTDRAG,
)
NOTHING_TO_SIGN = kind(
    6202,
    VARNING,
    "{value} har inga underskrifter som går att känna igen; utdragen saknar den sidan.",
    "Kontrollera att filen är hela det justerade protokollet.",
)
NO_POSTING = kind(
    6203,
    VARNING,
    "Utdragen har inget anslag/bevis, för protokollet är inte anslaget än.",
    "Fyll i Anslaget uppsatt och kör om, eller skicka utdragen så.",
)
OTHER_MEETING = kind(
    6204,
    VARNING,
    "{value} nämner varken {organ} eller {day} på sin första sida.",
    "Kontrollera att filen är det här sammanträdets protokoll innan utdragen skickas.",
)
CONFIDENTIAL_EXTRACT = kind(
    6205,
    VARNING,
    "§ {number} har sekretess, och utdraget visar hela paragrafen.",
    "Kontrollera att mottagaren får ta del av den innan utdraget skickas.",
)
FORM_MIXED = kind(
    6206,
    FEL,
    "--form dokument går inte ihop med {value}.",
    "Låt bli det ena. Utdrag som egna dokument görs ur mallen, inte ur protokollets PDF.",
)
UNKNOWN_FORM = kind(
    6207,
    FEL,
    "{value} är ingen form för utdrag.",
    "Skriv klippt eller dokument efter --form.",
)
