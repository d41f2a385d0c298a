"""Recipients, lead-ins, and what a decision leaves unsaid (3460–3499)."""

from __future__ import annotations

from gen.findings.kinds import UPPLYSNING, VARNING, kind

RECIPIENT_MISSPELT = kind(
    3460,
    VARNING,
    "Mottagaren {value} finns inte i registret.",
    "Skriv mottagaren som i registret, eller lägg till den på bladet Mottagare.",
    meaning="Mottagaren finns inte i registret men är lik en som gör det.",
    wrong="Diareit",
    right="Diariet",
)
UNKNOWN_RECIPIENT = kind(
    3461,
    UPPLYSNING,
    "Mottagaren {value} finns inte i registret, så gen vet inte hur beslutet skickas dit.",
    "Lägg till mottagaren på registrets blad Mottagare.",
    meaning="Mottagaren finns inte i registret, så gen vet inte adressen.",
    wrong="Vem: Region Skåne, som inte står på bladet Mottagare",
    right="Region Skåne tillagd på registrets blad Mottagare",
)
GROUP_GIVES_NOBODY = kind(
    3462,
    VARNING,
    "Gruppen {value} är tom i ärende {nr}: beslutet skickas inte till någon.",
    "{cure}, eller skriv mottagarna med namn.",
    meaning="Gruppen är tom i det här ärendet, så beslutet går inte till någon.",
    wrong="Förslagsställarna, i ett ärende utan förslagsställare",
    right="Mottagarna med namn, eller Förslagsställare ifyllt",
)
NOBODY_TYPED = kind(
    3463,
    VARNING,
    "”{value}” under {part} skrivs ut som en mottagare.",
    "Töm raden: en lista utan mottagare skrivs inte.",
    meaning="Raden säger att det inte finns någon mottagare, men skrivs ut som en.",
    wrong="Vem: Inga",
    right="Raden borttagen: en lista utan mottagare skrivs inte",
)
RECIPIENT_TWICE = kind(
    3464,
    UPPLYSNING,
    "{value} står två gånger bland mottagarna i ärende {nr}.",
    "Låt mottagaren stå på ett ställe: under åtgärd om något ska göras, annars under kännedom.",
    meaning="Samma mottagare skulle få beslutet två gånger.",
    wrong="Diariet både under åtgärd och kännedom",
    right="Diariet under kännedom",
)
LEAD_IN_OF_OTHER_ORGAN = kind(
    3470,
    VARNING,
    "Inledningen i ärende {nr} säger {value}, men det är {organ} som sammanträder.",
    "Ta bort raden Inledning: gen skriver den rätta i varje instans.",
    meaning="Inledningen nämner ett annat organ än det som sammanträder. Oftast har texten följt "
    "med från en tidigare instans.",
    wrong="Kommunfullmäktige beslutar, i arbetsutskottets protokoll",
    right="Ingen rad Inledning: gen skriver den",
)
POINT_WITH_LEAD_IN = kind(
    3471,
    VARNING,
    "Punkten börjar med en inledning, som gen också skriver: ”{value} …”.",
    "Skriv bara det som följer efter att.",
    meaning="gen skriver själv vem som beslutar. Står det också i punkten blir det två gånger.",
    wrong="Kommunstyrelsen föreslår att kommunfullmäktige beslutar att avslå motionen",
    right="avslå motionen",
    gist="Punkten börjar med en inledning, som gen också skriver.",
)
HEADING_OF_OTHER_ORGAN = kind(
    3472,
    VARNING,
    "Beslutets rubrik är {value}, men det är {organ} som sammanträder.",
    "Skriv Beslut utan organets namn under Delar i en § på registrets blad Stil.",
    meaning="Rubriken över beslutet nämner ett annat organ.",
    wrong="Delar: Beslut = Kommunstyrelsens beslut, i kommunfullmäktiges protokoll",
    right="Delar: Beslut",
)
NUMBER_OF_THE_LIST = kind(
    3473,
    UPPLYSNING,
    "Texten hänvisar till ärende {value}; i protokollet har ärendena paragrafer.",
    "Skriv paragrafen eller rubriken i stället för numret på föredragningslistan.",
    meaning="Numret på föredragningslistan finns inte i protokollet. Där har ärendena paragrafer.",
    wrong="se ärende 38",
    right="se § 50",
)
NO_SUCH_BILAGA = kind(
    3480,
    VARNING,
    "Beslutet i ärende {nr} säger ”{value}”, men ärendet har {count} bilagor.",
    "Lägg till raden Bilaga på bladet Innehåll, eller rätta numret.",
    meaning="Beslutet nämner en bilaga som ärendet inte har.",
    wrong="enligt bilaga 2, när ärendet har en bilaga",
    right="enligt bilaga 1, eller bilaga 2 tillagd",
)
NOTHING_BEHIND = kind(
    3481,
    VARNING,
    "Beslutet i ärende {nr} säger ”{value}”, men inget underlag visar vilket förslag det är.",
    "Fyll i Tjänsteskrivelse, eller lägg till handlingen som Underlag eller Bilaga.",
    meaning="Den som läser beslutet ska förstå vad som beslutades. Här hänvisar det till ett "
    "förslag som inte syns.",
    wrong="besluta enligt förslaget, utan något underlag",
    right="Tjänsteskrivelsens dag ifylld, eller beslutet utskrivet",
)
UPPDRAG_WITHOUT_WHO = kind(
    3482,
    UPPLYSNING,
    "Uppdraget i ärende {nr} säger inte vem som ska utföra det: ”{value}”.",
    "Skriv vem som får uppdraget.",
    meaning="Ett uppdrag utan mottagare blir lätt ogjort.",
    wrong="utreda frågan vidare",
    right="ge tekniska nämnden i uppdrag att utreda frågan",
)
UPPDRAG_WITHOUT_WHEN = kind(
    3483,
    UPPLYSNING,
    "Uppdraget i ärende {nr} säger inte när det ska vara klart: ”{value}”.",
    "Skriv en dag, eller när uppdraget ska redovisas.",
    meaning="Ett uppdrag utan slutdag är svårt att följa upp.",
    wrong="ge tekniska nämnden i uppdrag att utreda frågan",
    right="… och redovisa uppdraget senast den 1 oktober 2023",
)
UPPDRAG_NOT_SENT = kind(
    3484,
    UPPLYSNING,
    "{value} får ett uppdrag i ärende {nr} men står inte bland mottagarna.",
    "Lägg till {value} som en rad Skickas till – åtgärd.",
    meaning="Den som har fått ett uppdrag ska också få beslutet.",
    wrong="Uppdrag till tekniska nämnden, som inte står under Skickas till",
    right="Skickas till – åtgärd: Tekniska nämnden",
)
DECIDED_UNMOVED = kind(
    3485,
    VARNING,
    "Ärende {nr} har utfallet {value}, men ingen har yrkat något annat än förslaget.",
    "Skriv yrkandet på bladet Behandling.",
    statute="5 kap. 67 § KL",
    meaning="Organet beslutade något annat än förslaget, men protokollet visar inget yrkande om "
    "det.",
    wrong="Utfall: Annat beslut, och inget på bladet Behandling",
    right="En rad Yrkande, Gäller: Ändring",
)
RESERVATION_WITHOUT_YRKANDE = kind(
    3486,
    VARNING,
    "Reservationen i ärende {nr} nämner ett yrkande (”{value}”), men {who} har inget.",
    "Skriv yrkandet på bladet Behandling, om det framställdes och inte togs tillbaka.",
    statute="5 kap. 67 § KL",
    meaning="Reservationen hänvisar till ett eget yrkande, men något sådant finns inte i "
    "protokollet.",
    wrong="till förmån för det egna yrkandet, när Honeth inte har yrkat något",
    right="Yrkandet på bladet Behandling, eller en annan text på reservationen",
)
INFINITIVE_IN_SENTENCES = kind(
    3487,
    VARNING,
    "Punkten börjar med ”{value}”, men kommunen skriver besluten som numrerade meningar.",
    "Skriv punkten som en hel mening: Bron byggs, Planen antas.",
    meaning="I numrerade meningar skrivs inget att före punkten, så den ska vara en mening som kan "
    "stå ensam.",
    wrong="bygga bron",
    right="bron byggs",
)
