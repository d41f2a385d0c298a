"""What happened: what in Behandling cannot all be true, or was not lawful (2500–2599)."""

from __future__ import annotations

from gen.findings.kinds import FEL, LAGBRIST, PROTOKOLL, UPPLYSNING, VARNING, kind

OUTCOME_DIFFERS = kind(
    2501,
    FEL,
    "Utfallet är skrivet som {value}, men rösterna ger {computed}.",
    "Rätta rösterna, eller lämna Utfall tomt så räknas det ut.",
    stoppar=PROTOKOLL,
    meaning="Utfall är skrivet för hand och stämmer inte med rösterna.",
    wrong="7 ja och 6 nej, men Utfall Nej",
    right="Utfall tomt: det räknas ut",
)
VOTES_DO_NOT_ADD_UP = kind(
    2502,
    FEL,
    "Rösterna går inte ihop: {value} enligt omröstningen, {serving} tjänstgör i ärende {nr}.{who}",
    "Skriv alla som tjänstgör på en av sidorna; Övriga betyder alla som inte nämns.",
    statute="4 kap. 22 och 24 §§ KL",
    stoppar=PROTOKOLL,
    meaning="Varje ledamot som tjänstgör har en röst och ingen annan har någon. Summan av ja, "
    "nej, avstår och frånvarande ska vara lika med antalet tjänstgörande.",
    wrong="Ja: 7, Nej: 5 när tretton tjänstgör",
    right="Ja: 7, Nej: 5, Avstår: 1",
    gist="Rösterna går inte ihop med antalet som tjänstgör.",
)
VOTER_NOT_SERVING = kind(
    2503,
    FEL,
    "{value} röstar men tjänstgör inte i ärende {nr} enligt bladet Närvaro.",
    "Rätta namnet, eller rätta bladet Närvaro.",
    statute="4 kap. 22 och 24 §§ KL",
    stoppar=PROTOKOLL,
    meaning="Bara den som tjänstgör i ärendet får rösta. En närvarande ersättare som inte "
    "tjänstgör får det inte.",
    wrong="Ja: Jesper Sahlén, som är ersättare utan att tjänstgöra",
    right="Tjänstgör för ifyllt på bladet Närvaro, eller ett annat namn",
)
JAVIG_TOOK_PART = kind(
    2504,
    LAGBRIST,
    "{value} har jäv i ärende {nr} men står också på en rad {handelse}.",
    "Rätta raden om den är fel. Stämmer den ska protokollet säga det; beslutet kan "
    "upphävas om det överklagas.",
    statute="5 kap. 47 § och 6 kap. 30 § KL",
    meaning="Den som är jävig får inte delta i handläggningen av ärendet: inte yrka, rösta eller "
    "reservera sig. Raden kan vara felskriven. Är den riktig ska protokollet säga som det"
    " var.",
    wrong="Jäv: Berg, och i samma ärende Yrkande: Berg",
    right="Yrkandet flyttat till den som ställde det",
)
TIE_OPEN = kind(
    2505,
    FEL,
    "Lika många ja som nej ({value}), och det framgår inte vad som avgjorde.",
    "{how}",
    statute="5 kap. 55 och 56 §§ KL",
    stoppar=PROTOKOLL,
    meaning="Vid lika röstetal avgör ordförandens röst, utom vid val och anställning, där lotten "
    "avgör. Det framgår inte hur det gick.",
    wrong="Ja: 6, Nej: 6, och tomt under Utfall",
    right="Utfall: Ja, den sida som ordföranden lade sin röst på",
)
CHAIR_DID_NOT_VOTE = kind(
    2506,
    LAGBRIST,
    "Lika många ja som nej, och ordföranden {value} röstade inte fast det behövdes för avgörandet.",
    "Rätta rösterna om de är fel. Ordföranden får inte avstå när rösten behövs.",
    statute="4 kap. 25 § KL",
    meaning="En ledamot får avstå från att rösta, men inte ordföranden när rösten behövs för att "
    "ärendet ska kunna avgöras.",
    wrong="6 ja, 6 nej och ordföranden under Avstår",
    right="Ordföranden under Ja eller Nej, om det var så det gick till",
)
LOT_WITHOUT_TIE = kind(
    2507,
    FEL,
    "Utfallet är skrivet som {value}, men {why}.",
    "Rätta rösterna, Gäller eller Utfall.",
    statute="5 kap. 56 § KL",
    stoppar=PROTOKOLL,
    meaning="Lotten används bara vid lika röstetal i val och anställning.",
    wrong="Lottning: Ja i en öppen omröstning",
    right="Ja eller Nej, efter ordförandens röst",
)
NAMES_IN_BALLOT = kind(
    2508,
    LAGBRIST,
    "Omröstningen om val eller anställning är sluten, men det står hur {value} röstade.",
    "Skriv bara antalet röster; gen skriver inte ut namnen.",
    statute="5 kap. 54 § KL",
    meaning="Val och anställning avgörs med slutna sedlar. Hur någon röstade ska inte framgå.",
    wrong="Omröstning som gäller Val, med Ja: S; V",
    right="Ja: 7, Nej: 6",
)
FATE_DIFFERS = kind(
    2509,
    FEL,
    "Behandlingen av ärende {nr} slutar med att ärendet {fate}, men Utfall på bladet "
    "Ärenden är {value}.",
    "Rätta Utfall på bladet Ärenden, eller raden på bladet Behandling.",
    statute="5 kap. 67 § KL",
    stoppar=PROTOKOLL,
    meaning="Det sista som hände i ärendet säger något annat än Utfall på bladet Ärenden.",
    wrong="Behandlingen slutar med återremiss, men Utfall är Enligt förslaget",
    right="Utfall: Återremitteras",
)
SUBSTITUTE_CANNOT_SERVE = kind(
    2510,
    FEL,
    "{value} går in i ärende {nr} men {why} enligt bladet Närvaro.",
    "Rätta Ersättare på bladet Behandling, eller rätta bladet Närvaro.",
    stoppar=PROTOKOLL,
    meaning="Den som går in för en jävig ska vara närvarande och inte redan tjänstgöra.",
    wrong="Ersättare: Hedvig Åkesson, som redan tjänstgör för Törnblom",
    right="Ersättare: Jesper Sahlén",
)
RESERVATION_BY_OUTSIDER = kind(
    2511,
    LAGBRIST,
    "{value} reserverar sig men {why}.",
    "Rätta namnet om det är fel. Bara den som har deltagit i avgörandet får reservera sig.",
    statute="4 kap. 27 § KL",
    meaning="Den som har deltagit i avgörandet av ett ärende får reservera sig mot beslutet. Den "
    "som inte tjänstgjorde, eller avstod från att delta, får inte det.",
    wrong="Reservation: V, när bara en ersättare från V var där",
    right="Ett särskilt yttrande eller en protokollsanteckning, om organet tillåter det",
)
VOTERS_NOT_TOLD = kind(
    2512,
    VARNING,
    "Protokollet säger inte hur var och en röstade i omröstning {value} i ärende {nr}.",
    "Skriv namn eller partier i stället för antal, eller fyll i bladet Röster.",
    statute="5 kap. 67 § KL",
    meaning="Vid en öppen omröstning ska protokollet säga hur var och en röstade.",
    wrong="Ja: 7, Nej: 6",
    right="Ja: S; V, Nej: M; L; KD – eller bladet Röster ifyllt",
)
NO_VOTES = kind(
    2513,
    FEL,
    "Omröstning {value} i ärende {nr} har inga röster.",
    "Fyll i Ja och Nej, med namn, partier eller antal, eller fyll i bladet Röster.",
    statute="5 kap. 67 § KL",
    stoppar=PROTOKOLL,
    meaning="Protokollet ska säga hur omröstningen gick.",
    wrong="En rad Omröstning utan Ja och Nej",
    right="Ja: Övriga, Nej: M; L",
)
NO_SUCH_POINT = kind(
    2514,
    FEL,
    "Beslutet i ärende {nr} har ingen punkt {value}.",
    "Rätta numret i Gäller.",
    stoppar=PROTOKOLL,
    meaning="Raden gäller en punkt som beslutet inte har.",
    wrong="Reservation mot punkt 5, när beslutet har tre punkter",
    right="Gäller: 3",
)
VOTED_WITHOUT_PART = kind(
    2515,
    VARNING,
    "{value} deltar inte i beslutet enligt en rad men röstar {side} enligt en annan.",
    "Se efter vad raderna gäller, och rätta Gäller eller rösterna.",
    meaning="Den som inte deltar i beslutet röstar inte heller. Att avstå i omröstningen och "
    "sedan inte delta i beslutet går bra.",
    wrong="Deltar inte: M, och Nej: M i samma fråga",
    right="Avstår: M, eller Gäller: Avgörande i dag på den ena raden",
)
NOTHING_SAID = kind(
    2516,
    FEL,
    "Raden {handelse} säger inte {what}.",
    "Fyll i {value}.",
    statute="5 kap. 67 § KL",
    stoppar=PROTOKOLL,
    meaning="Raden säger inte det som händelsen består av, så det går inte att skriva en mening "
    "av den.",
    wrong="Yrkande utan Vem",
    right="Yrkande, Vem: Asp, Gäller: Bifall",
)
GANG_DIFFERS = kind(
    2517,
    FEL,
    "Behandlingen av ärende {nr} slutar med {gang}, men Utfall är {value}: beslutet blir {what}.",
    "Rätta Utfall och Beslut, eller raden på bladet Behandling. Gällde propositionen något annat än"
    " förslaget, skriv i Text vad ordföranden fann.",
    statute="5 kap. 67 § KL",
    stoppar=PROTOKOLL,
    meaning="Den sista propositionen eller omröstningen om beslutet säger ett, beslutet ett annat. "
    "Paragrafen skulle säga emot sig själv.",
    wrong="Omröstningen utfaller med avslag på förslaget, men Utfall är Enligt förslaget",
    right="Utfall: Annat beslut, och en rad Beslut: avslå förslaget",
)
ELECTED_DIFFERS = kind(
    2518,
    FEL,
    "Omröstningen i ärende {nr} utfaller till förmån för {won}, men beslutet nämner {value}.",
    "Rätta beslutet, rösterna eller vad Ja och Nej betyder.",
    statute="5 kap. 55 och 56 §§ KL",
    stoppar=PROTOKOLL,
    meaning="Den som fick flest röster, eller lotten, är den som är vald. Beslutet nämner bara den "
    "andra.",
    wrong="Anna Asp får 10 röster och Bo Berg 3, men beslutet är att utse Bo Berg",
    right="utse Anna Asp",
)
YRKANDE_NOT_PUT = kind(
    2519,
    VARNING,
    "{value} i ärende {nr} har ingen proposition: protokollet säger inte hur det gick.",
    "Skriv en rad Proposition om det, eller Utfall Återtaget om det togs tillbaka.",
    statute="5 kap. 67 § KL",
    meaning="Protokollet ska säga vilka yrkanden som har ställts och inte tagits tillbaka, och i "
    "vilken ordning ordföranden ställde proposition på dem. En rad Proposition med Utfall Bifall "
    "eller Avslag gäller förslaget; om det finns ett tilläggsyrkande gäller nästa sådan rad det.",
    wrong="Yrkande Bifall och Yrkande Återremiss, och bara en Proposition med Utfall Bifall",
    right="En Proposition med Utfall Avgörs i dag, och sedan en med Utfall Bifall",
)
OWN_MOTION_OR_FORSLAG = kind(
    2520,
    VARNING,
    "{who} yrkar {value} i ärende {nr}: protokollet skriver {done} förslaget till beslut, men "
    "{who} har själv lämnat {motion}.",
    "Skriv i Text vad som menas: {done} {motion}, eller {done} förslaget till beslut.",
    meaning="I en motion gäller Bifall och Avslag förslaget till beslut. Den som har lämnat den "
    "menar oftast motionen, och det kan vara tvärtom.",
    wrong="Motionären yrkar Bifall, och förslaget är att anse motionen besvarad",
    right="Text: bifall till motionen",
)
TENSES_MIXED = kind(
    2521,
    UPPLYSNING,
    "Texten blandar tempus: ”{past}” och ”{value}”.",
    "Skriv hela meningen i presens. I yttrandet till nästa instans skriver gen om den.",
    meaning="Vad som händer på sammanträdet berättas i presens, i yttrandet till nästa instans i "
    "preteritum. En mening som blandar dem blir fel i båda.",
    wrong="ställde proposition på förslaget och finner att det bifalls",
    right="ställer proposition på förslaget och finner att det bifalls",
)
