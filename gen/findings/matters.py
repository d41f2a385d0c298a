"""Ärenden in law: överklagande, beredning, yrkanden, personal data (3200–3399)."""

from __future__ import annotations

from gen.findings.kinds import FEL, LAGBRIST, VARNING, kind

ALWAYS_APPEALABLE = kind(
    3200,
    FEL,
    "Överklagande är {value}, men fullmäktiges beslut i ärende {nr} kan överklagas.",
    "Töm cellen. För fullmäktige finns inget undantag för förberedande beslut.",
    statute="13 kap. 2 § 1 KL",
    stoppar=frozenset({"anslag", "utdrag"}),
    meaning="Alla fullmäktiges beslut kan överklagas. Undantaget för beslut av rent förberedande "
    "eller rent verkställande art gäller bara nämnder.",
    wrong="Kommunfullmäktige, Överklagande: Kan inte överklagas",
    right="Överklagande tomt: Laglighetsprövning",
)
NOT_APPEALABLE = kind(
    3201,
    VARNING,
    "Överklagande är {value}, men ärende {nr} {why}.",
    "Töm cellen, eller rätta Utfall och Beslutas av. Ett rent förberedande beslut kan "
    "inte överklagas.",
    statute="13 kap. 2 § 2 KL",
    meaning="Ett beslut som bara förbereder ärendet för nästa instans kan inte överklagas. "
    "Hänvisningen skulle vilseleda.",
    wrong="Arbetsutskottet föreslår kommunstyrelsen något, och Överklagande är Laglighetsprövning",
    right="Överklagande tomt: Kan inte överklagas",
    gist="Överklagande är ifyllt, men beslutet kan inte överklagas.",
)
APPEALABLE = kind(
    3202,
    VARNING,
    "Överklagande är {value}, men organet avgör ärende {nr} självt.",
    "Töm cellen, om beslutet inte är av rent förberedande eller rent verkställande art.",
    statute="13 kap. 2 § 2 KL",
    meaning="Organet avgör ärendet självt, och då kan beslutet som regel överklagas.",
    wrong="Kommunstyrelsen antar en riktlinje, Överklagande: Kan inte överklagas",
    right="Överklagande tomt, om beslutet inte är rent förberedande eller rent verkställande",
)
NO_FOREDRAGANDE = kind(
    3203,
    VARNING,
    "Beslutet i ärende {value} överklagas som förvaltningsbesvär men säger inte vem som "
    "var föredragande.",
    "Fyll i Föredragande på bladet Ärenden.",
    statute="31 § FL",
    meaning="Ett beslut som överklagas som förvaltningsbesvär ska visa vem som har varit "
    "föredragande utan att delta i avgörandet.",
    wrong="Överklagande: Förvaltningsbesvär, och tomt under Föredragande",
    right="Föredragande: Oscar Arnell",
)
NO_REASONS = kind(
    3204,
    VARNING,
    "Beslutet i ärende {value} överklagas som förvaltningsbesvär men har ingen motivering.",
    "Skriv skälen och de föreskrifter som har tillämpats på bladet Innehåll, till exempel"
    " under Bedömning.",
    statute="32 § FL",
    meaning="Ett beslut som rör någons situation ska som regel motiveras: vilka omständigheter "
    "och vilka föreskrifter som var avgörande.",
    wrong="Överklagande: Förvaltningsbesvär, och bara rader Förslag",
    right="En rad Bedömning med skälen och lagrummet",
)
WHICH_APPEAL = kind(
    3205,
    VARNING,
    "Ärende {value} är myndighetsutövning mot någon enskild men överklagas genom "
    "laglighetsprövning.",
    "Se efter om en annan lag säger hur beslutet överklagas. Skriv i så fall "
    "Förvaltningsbesvär eller Annan lag under Överklagande.",
    statute="13 kap. 3 § KL",
    meaning="Beslut om enskilda överklagas oftast enligt en annan lag än kommunallagen, till "
    "exempel socialtjänstlagen eller plan- och bygglagen.",
    wrong="Myndighetsutövning: Ja, Överklagande: Laglighetsprövning",
    right="Överklagande: Förvaltningsbesvär eller Annan lag",
)
NOT_PREPARED = kind(
    3210,
    VARNING,
    "Inget visar att {styrelsen} har lagt fram förslag eller yttrat sig i ärende {value}.",
    "Skriv beslutet under Tidigare behandling på bladet Innehåll, med {styrelsen} under Vem.",
    statute="5 kap. 26 och 28 §§ KL",
    meaning="Innan fullmäktige avgör ett ärende ska en nämnd eller en beredning ha berett det, "
    "och styrelsen ska alltid ha fått yttra sig.",
    wrong="Ett ärende i KF utan någon rad Tidigare behandling",
    right="Tidigare behandling: Beslut, Vem: Kommunstyrelsen, Datum: 2023-03-15",
)
OLDER_THAN_A_YEAR = kind(
    3211,
    VARNING,
    "{what} kom in {value}, och året som fullmäktige har på sig gick ut {last}.",
    "Se efter att det har anmälts till fullmäktige inom året att beredningen inte blir "
    "klar, eller rätta Inkom.",
    statute="5 kap. 35 § KL",
    meaning="En motion eller ett medborgarförslag ska om möjligt avgöras inom ett år. Går det "
    "inte ska det anmälas till fullmäktige inom samma tid.",
    wrong="Inkom 2021-12-08, sammanträde 2023-03-30",
    right="Avgjort inom ett år, eller anmält att det tar längre tid",
)
ANSVARSFRIHET_LATE = kind(
    3212,
    VARNING,
    "Ansvarsfriheten i ärende {value} ska ha avgjorts senast {last}.",
    "Se efter vilket år revisionen avser, och skriv året i Rubrik.",
    statute="5 kap. 24 § KL",
    meaning="Fullmäktige ska besluta om ansvarsfrihet före utgången av juni året efter det som "
    "revisionen avser.",
    wrong="Ansvarsfrihet för 2022, sammanträde 2023-09-28",
    right="Sammanträde senast 2023-06-30",
)
MINORITY_IN_NAMND = kind(
    3213,
    VARNING,
    "{organ} kan inte ha fått ärendet {value}: det kan bara en minoritet i fullmäktige begära.",
    "Rätta Text till Bordlagt eller Återremitterat, eller rätta Vem.",
    statute="5 kap. 50 § och 6 kap. 33 § KL",
    meaning="Bara i fullmäktige kan en minoritet bordlägga eller återremittera. I en nämnd krävs "
    "majoritet.",
    wrong="Återremitterat av minoritet, Vem: Kommunstyrelsen",
    right="Återremitterat, Vem: Kommunstyrelsen",
)
MOTION_ELSEWHERE = kind(
    3214,
    VARNING,
    "Ärende {nr} är en motion men beslutas av {value}; motioner avgörs av fullmäktige.",
    "Skriv fullmäktige under Beslutas av på bladet Ärenden.",
    statute="5 kap. 22 och 23 §§ KL",
    meaning="En motion väcks i fullmäktige och avgörs där.",
    wrong="Typ: Motion, Beslutas av: KS",
    right="Beslutas av: KF",
)
NOT_DELEGABLE = kind(
    3215,
    LAGBRIST,
    "{value} avgör ärende {nr}, men ett medborgarförslag får inte delegeras till ett utskott.",
    "Rätta Beslutas av på bladet Ärenden om det är nämnden eller fullmäktige som beslutar.",
    statute="6 kap. 38 § KL",
    meaning="Ett medborgarförslag som fullmäktige har överlåtit till en nämnd ska avgöras av "
    "nämnden själv, inte av dess utskott.",
    wrong="Typ: Medborgarförslag, Beslutas av: KSAU",
    right="Beslutas av: KS",
)
NOT_ANSWERED = kind(
    3216,
    VARNING,
    "Inget i ärende {nr} säger om {value} besvarades.",
    "Skriv det i Fri text på bladet Behandling, eller välj Bordläggs som Utfall om svaret kommer "
    "senare.",
    statute="5 kap. 68 § KL",
    meaning="Fullmäktiges protokoll ska säga vilka interpellationer och frågor som har ställts och "
    "vilka som har besvarats.",
    wrong="Typ: Interpellation, och inget mer om den",
    right="Fri text: Kommunstyrelsens ordförande Ada Ask (S) besvarar interpellationen.",
)
YRKANDE_BY_OUTSIDER = kind(
    3220,
    VARNING,
    "{value} yrkar men tjänstgör inte i ärende {nr}.",
    "Rätta namnet eller bladet Närvaro. Den som inte tjänstgör får lägga fram förslag "
    "bara om lagen eller fullmäktige ger den rätten.",
    statute="5 kap. 39 och 40 §§, 6 kap. 17 § KL",
    meaning="Den som tjänstgör får lägga fram förslag. Andra får det bara om lagen eller "
    "fullmäktige har gett dem rätten.",
    wrong="Yrkande: Jesper Sahlén, som är ersättare utan att tjänstgöra",
    right="Yrkandet på den som ställde det, eller en protokollsanteckning",
)
NO_PROPOSITION = kind(
    3221,
    VARNING,
    "Ärende {nr} har {value} olika yrkanden, men inget säger hur ordföranden lade fram dem.",
    "Skriv en rad Proposition på bladet Behandling efter yrkandena.",
    statute="5 kap. 67 § KL",
    meaning="Protokollet ska säga i vilken ordning ordföranden lade fram förslagen till beslut. "
    "Revisorer påpekar ofta att det saknas.",
    wrong="Två rader Yrkande, Bifall och Avslag, och ingen Proposition",
    right="Proposition: ställer proposition på bifall mot avslag och finner att förslaget bifalls",
)
SENT_BACK_WITHOUT_REASON = kind(
    3222,
    VARNING,
    "Ärende {nr} {value}, men ingen motivering står på bladet Behandling.",
    "Skriv motiveringen i Text på raden Yrkande som gäller Återremiss. Begärs återremissen av en "
    "minoritet är det den som bestämmer motiveringen.",
    statute="5 kap. 50 § KL",
    meaning="När fullmäktige återremitterar ett ärende ska beslutet motiveras, så att den som ska "
    "bereda ärendet igen vet vad som saknas.",
    wrong="Yrkande: Återremiss, utan Text",
    right="Yrkande: Återremiss, Text: återremiss för att utreda kostnaden",
    gist="Ärendet återremitteras, men ingen motivering står på bladet Behandling.",
)
PERSONNUMMER = kind(
    3300,
    VARNING,
    "Texten har ett personnummer: {value}.",
    "Ta bort det, eller skriv lagrummet under Sekretess på bladet Ärenden om ärendet är hemligt.",
    statute="3 kap. 10 § dataskyddslagen (2018:218)",
    meaning="Ett personnummer får skrivas bara när det är klart motiverat. Protokoll läggs ofta "
    "ut på webben.",
    wrong="Ansökan från 19121212-1212 i texten",
    right="Ansökan från sökanden, med diarienummer",
)
CONTACT_DETAILS = kind(
    3301,
    VARNING,
    "Texten har en e-postadress eller ett telefonnummer: {value}.",
    "Ta bort det om det är en enskilds. Protokollet kan läsas av vem som helst.",
    statute="artikel 5.1 c dataskyddsförordningen",
    meaning="En enskilds e-postadress eller telefonnummer behövs sällan i ett protokoll, som vem "
    "som helst kan läsa.",
    wrong="Kontakta anna.ask@example.invalid, 070-000 00 00",
    right="Kontakta handläggaren",
)
