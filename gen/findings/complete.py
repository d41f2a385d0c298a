"""What must be there before a document can be made (2000–2099)."""

from __future__ import annotations

from gen.findings.kinds import FEL, PROTOKOLL, VARNING, kind

MISSING_VALUE = kind(
    2001,
    FEL,
    "Uppgiften {value} är inte ifylld.",
    "Fyll i {value}.",
    meaning="En uppgift som dokumentet behöver är tom. Vad som behövs beror på skedet: till "
    "kallelsen behövs inte det som bara protokollet säger.",
    wrong="Till klockan är tomt när protokollet ska göras",
    right="Till klockan: 13.33",
)
NO_CHAIR = kind(
    2002,
    FEL,
    "Ingen tjänstgörande ordförande.",
    "Fyll i Ordförande på bladet Sammanträde, eller rätta Uppdrag och Närvarar på bladet Närvaro.",
    statute="5 kap. 65 § KL",
    stoppar=PROTOKOLL,
    meaning="Protokollet förs på ordförandens ansvar. Ingen i presidiet är närvarande och "
    "tjänstgör, och ingen ordförande är angiven.",
    wrong="Ordföranden frånvarande, och ingen vice ordförande på plats",
    right="Ordförande: den som valdes att leda mötet",
)
NO_DECISION = kind(
    2003,
    FEL,
    "Ärende {nr} har utfallet {value} men ingen rad {part} på bladet Innehåll.",
    "Skriv beslutet på en rad {part}, eller ändra Utfall.",
    statute="5 kap. 67 § KL",
    stoppar=PROTOKOLL,
    meaning="Protokollet ska säga vilket beslut som fattades i varje ärende. Här finns inget att "
    "skriva.",
    wrong="Utfall Enligt förslaget, men ingen rad Förslag på bladet Innehåll",
    right="En rad Förslag: avslå motionen",
)
TWO_DECISIONS = kind(
    2004,
    FEL,
    "Ärende {nr} har utfallet {value} men också rader Beslut på bladet Innehåll.",
    "Ändra Utfall till Annat beslut, eller ta bort raderna Beslut.",
    stoppar=PROTOKOLL,
    meaning="Utfallet är Enligt förslaget, men det står också ett eget beslut. Bara ett av dem "
    "kan gälla.",
    wrong="Enligt förslaget, med rader både under Förslag och Beslut",
    right="Annat beslut, eller inga rader Beslut",
)
DUPLICATE_PARAGRAPH = kind(
    2005,
    FEL,
    "§ {value} står också på ärende {other}.",
    "Ge ärendena olika paragrafer, eller lämna § tomt så räknas numret ut.",
    stoppar=PROTOKOLL,
    meaning="Två ärenden har samma paragraf, så en hänvisning till den blir tvetydig.",
    wrong="§ 50 på ärende 28 och ärende 29",
    right="§ tomt på båda: numren räknas ut av ordningen",
)
PARAGRAPH_OUTSIDE = kind(
    2006,
    FEL,
    "§ {value} ligger utanför protokollets paragrafer, {first}–{last}.",
    "Rätta paragrafen, eller Första § och Sista § på bladet Sammanträde.",
    stoppar=PROTOKOLL,
    meaning="En paragraf ligger utanför det som försättsbladet säger att protokollet omfattar.",
    wrong="§ 52, när Sista § är 51",
    right="Sista § 52, eller rätt paragraf på ärendet",
)
PARAGRAPH_GAP = kind(
    2007,
    VARNING,
    "Protokollet saknar § {value}.",
    "Rätta numren, eller välj Utvalda paragrafer som Omfattning.",
    meaning="Numren har en lucka. Den som läser protokollet undrar vad som stod där.",
    wrong="§§ 1, 2 och 4",
    right="§§ 1–3, eller Omfattning Utvalda paragrafer",
)
NO_ARENDEN = kind(
    2009,
    FEL,
    "Inga ärenden: bladet Ärenden är tomt.",
    "Skriv en rad per ärende på bladet Ärenden, med Nr och Rubrik eller Ärendefil.",
    stoppar=frozenset({"kallelse", "kungörelse", "beslutsförslag"}),
    meaning="Kallelsen ska säga vilka ärenden som ska tas upp, och det finns inga.",
    wrong="Kallelsen görs innan föredragningslistan är skriven",
    right="En rad per ärende på bladet Ärenden",
)
EMPTY_PARAGRAF = kind(
    2010,
    VARNING,
    "§ {value} säger bara sin rubrik: ärende {nr} har inget annat som protokollet skriver ut.",
    "Skriv på bladet Innehåll vad som skedde, till exempel en rad Förslag (”godkänna uppropet”) "
    "eller Sammanfattning.",
    statute="5 kap. 66–67 §§ KL",
    meaning="Protokollet ska säga vad som hände i varje ärende. En paragraf utan något under "
    "rubriken ser ut som om texten hade fallit bort, och ingen kan se vad som bestämdes.",
    wrong="Upprop, Typ Formalia, utan en rad på bladet Innehåll",
    right="En rad Sammanfattning: Uppropet förrättas.",
    gist="En paragraf säger bara sin rubrik.",
)
