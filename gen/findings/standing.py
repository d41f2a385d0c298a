"""Delprotokoll, what somebody accepts on Granskat, and what the register changes (2600–2699)."""

from __future__ import annotations

from gen.findings.kinds import FEL, PROTOKOLL, UPPLYSNING, VARNING, kind

PARAGRAPH_TWICE = kind(
    2600,
    FEL,
    "{value} står i två delprotokoll för omedelbar justering.",
    "Låt varje paragraf stå på en enda rad: den justeras och anslås en gång.",
    statute="8 kap. 12 § KL",
    stoppar=PROTOKOLL,
    meaning="En paragraf justeras och anslås en gång. Från det anslaget räknas tiden för "
    "överklagande.",
    wrong="§ 40 på två rader Omedelbar justering",
    right="§ 40 på en rad",
)
PARAGRAPH_NOT_HELD = kind(
    2601,
    FEL,
    "{value} finns inte i protokollet.",
    "Rätta Paragrafer, eller lägg till ärendet på bladet Ärenden.",
    stoppar=PROTOKOLL,
    meaning="Bladet Delprotokoll nämner en paragraf som sammanträdet inte har.",
    wrong="Paragrafer: 61, när protokollet omfattar §§ 23–51",
    right="Paragrafer: 41",
)
NO_DELPROTOKOLL = kind(
    2602,
    FEL,
    "§ {value} är omedelbart justerad men står inte på bladet Delprotokoll.",
    "Lägg till en rad Omedelbar justering där, eller töm Omedelbart justerad.",
    meaning="Ärendet är markerat som omedelbart justerat, men det står inte när det justerades "
    "och anslogs.",
    wrong="Omedelbart justerad: Ja på ärende 18, och tomt på bladet Delprotokoll",
    right="En rad Omedelbar justering med paragrafen, Justerat och Anslaget uppsatt",
)
NOT_DECLARED = kind(
    2603,
    FEL,
    "§ {value} står på bladet Delprotokoll men är inte markerad som omedelbart justerad.",
    "Skriv Ja under Omedelbart justerad på ärende {nr}, eller ta bort paragrafen ur raden.",
    stoppar=PROTOKOLL,
    meaning="Paragrafen justeras för sig enligt Delprotokoll, men beslutet om det syns inte på "
    "ärendet.",
    wrong="§ 40 på Delprotokoll, och Omedelbart justerad tomt på ärende 18",
    right="Omedelbart justerad: Ja",
)
NOTHING_LEFT = kind(
    2604,
    VARNING,
    "Alla paragrafer är omedelbart justerade; inget är kvar till protokollets eget anslag.",
    "Se efter att Paragrafer på bladet Delprotokoll stämmer.",
    meaning="Alla paragrafer justeras för sig, så protokollets eget anslag skulle inte gälla "
    "någon.",
    wrong="Omedelbar justering av §§ 23–51, som är hela protokollet",
    right="Bara de paragrafer som justerades vid mötet",
)
CORRECTED_TOO_EARLY = kind(
    2605,
    VARNING,
    "{value} rättas innan den är justerad.",
    "Ändra i paragrafen i stället, eller fyll i när den justerades.",
    meaning="Före justeringen ändrar man i texten. En rättelse görs av det som redan är justerat.",
    wrong="Rättelse av § 40, innan Justerat är ifyllt",
    right="Texten ändrad på bladet Innehåll",
)
ACCEPTED_WITHOUT_REASON = kind(
    2610,
    VARNING,
    "{value} är inte godtagen: raden säger inte varför.",
    "Skriv skälet under Skäl.",
    meaning="Ett fynd kan godtas på bladet Granskat, men bara med ett skäl som andra kan läsa.",
    wrong="GEN-2007, och tomt under Skäl",
    right="Skäl: § 24 utgick efter numreringen",
)
ACCEPTED_NOTHING = kind(
    2611,
    UPPLYSNING,
    "Det finns inget {value} att godta{where}.",
    "Ta bort raden om saken är åtgärdad, eller rätta det som står i den.",
    meaning="Raden på Granskat träffar inget. Saken är kanske redan åtgärdad.",
    wrong="GEN-2007 på ärende 3, när fyndet gäller sammanträdet som helhet",
    right="GEN-2007, och tomt under Ärende",
)
FEL_NOT_ACCEPTED = kind(
    2612,
    VARNING,
    "{value} är ett fel och kan inte godtas: dokumentet skulle bli osant eller omöjligt.",
    "Rätta felet och ta bort raden.",
    meaning="Ett fel gör dokumentet osant eller omöjligt, och det ändras inte av att någon godtar"
    " det.",
    wrong="GEN-2005 på Granskat",
    right="Felet rättat, och raden borta",
)
RULE_UNKNOWN = kind(
    2620,
    VARNING,
    "Registrets blad Regler: {value} är ingen kod som gen har, och raden ändrar inget.",
    "Skriv koden som den står i listan från gen kontrollera, eller ta bort raden.",
    meaning="En rad på registrets blad Regler har en kod som ingen kontroll har.",
    wrong="GEN-20077",
    right="GEN-2007",
)
RULE_INCOMPLETE = kind(
    2621,
    VARNING,
    "Registrets blad Regler: {value} ändrar inget, för raden säger inte {lacks}.",
    "Fyll i Kod, Nivå och Skäl.",
    meaning="En regel ändras bara när det står vilken den är, vilken nivå som ska gälla och "
    "varför.",
    wrong="GEN-2007, tyst, och tomt under Skäl",
    right="Skäl: Vi numrerar efter föredragningslistan. Presidiet 2023-01-10.",
)
RULE_FIXED = kind(
    2622,
    VARNING,
    "Registrets blad Regler: {value} är {level} och kan inte ändras.",
    "Ta bort raden. Ett fel gör ett dokument omöjligt eller osant, oavsett inställning.",
    meaning="Det som är ett fel gör ett dokument omöjligt eller osant; det kan inte sänkas eller "
    "tystas. Kontrollerna av bladet Regler självt kan inte heller ändras.",
    wrong="GEN-2003, tyst",
    right="GEN-2007, tyst, med ett skäl",
)
RULE_TWICE = kind(
    2623,
    VARNING,
    "Registrets blad Regler: {value} står på två rader; den första gäller.",
    "Ta bort den ena raden.",
    meaning="En regel kan bara ha en nivå.",
    wrong="GEN-2007 två gånger, först tyst och sedan fel",
    right="En rad för GEN-2007",
)
