"""Who may take part: beslutförhet, jäv, justerare, ersättare (3100–3199)."""

from __future__ import annotations

from gen.findings.kinds import FEL, LAGBRIST, PROTOKOLL, VARNING, kind

NOT_QUORATE = kind(
    3100,
    LAGBRIST,
    "Nämnden är inte beslutför: {value} tjänstgör och {needed} behövs, fler än hälften av {size}.",
    "Rätta bladet Närvaro om det är fel. Stämmer det får ärendet inte handläggas; "
    "beslutet kan upphävas om det överklagas.",
    statute="6 kap. 27 § KL",
    meaning="En nämnd får handlägga ärenden bara när fler än hälften av ledamöterna är "
    "närvarande. Den som är jävig räknas inte i sitt ärende, och vakanta platser räknas "
    "med i antalet.",
    wrong="7 ledamöter, 3 tjänstgör i § 12 sedan en har gått",
    right="Minst 4 tjänstgör, eller ärendet bordlagt",
)
NOT_QUORATE_KF = kind(
    3101,
    LAGBRIST,
    "Fullmäktige är inte beslutfört: {value} tjänstgör och {needed} behövs, mer än "
    "hälften av {size}.",
    "Rätta bladet Närvaro om det är fel. Stämmer det får ärendet inte handläggas; "
    "beslutet kan upphävas om det överklagas.",
    statute="5 kap. 45 och 46 §§ KL",
    meaning="Fullmäktige får handlägga ett ärende bara när mer än hälften av ledamöterna är "
    "närvarande. Att någon är jävig får sänka antalet under hälften.",
    wrong="49 ledamöter, 24 tjänstgör",
    right="Minst 25 tjänstgör",
)
NOT_QUORATE_LOCALLY = kind(
    3102,
    VARNING,
    "{value} tjänstgör av {size}. Reglementet kräver som regel fler än hälften, {needed}.",
    "Rätta bladet Närvaro om det är fel, och se efter vad reglementet säger.",
    statute="6 kap. 44 § KL",
    meaning="För utskott och beredningar bestämmer reglementet när de är beslutföra, som regel på"
    " samma sätt som nämnden.",
    wrong="5 ledamöter i arbetsutskottet, 2 tjänstgör",
    right="Minst 3 tjänstgör, eller vad reglementet säger",
)
TOO_MANY_SERVE = kind(
    3103,
    LAGBRIST,
    "{value} tjänstgör, men organet har {size} ledamöter.",
    "Rätta Tjänstgör för eller Tjänstgör på bladet Närvaro, eller Antal ledamöter på "
    "registrets blad Organ.",
    statute="5 kap. 5 § och 6 kap. 16 § KL",
    meaning="Fler tjänstgör än det finns platser i organet. En ersättare tjänstgör bara i stället"
    " för en ledamot.",
    wrong="5 ledamöter, 6 tjänstgör: en ersättare har blivit markerad utan att någon ledamot är"
    " borta",
    right="Tjänstgör för ifyllt för den som ersätts, och tomt för de andra",
)
NOBODY_HAS_SERVED = kind(
    3104,
    FEL,
    "Ingen tjänstgör {value} enligt bladet Närvaro.",
    "Fyll i vilka ledamöter och ersättare som tjänstgör.",
    statute="5 kap. 66 § KL",
    stoppar=PROTOKOLL,
    meaning="Protokollet ska säga vilka ledamöter och ersättare som har tjänstgjort. Enligt "
    "bladet Närvaro gör ingen det.",
    wrong="Alla ledamöter har Närvarar: Nej",
    right="Närvarar: Ja för dem som var där",
)
NOBODY_LED = kind(
    3105,
    FEL,
    "Ingen leder ärende {value}: {chair} har jäv, och ingen annan i presidiet tjänstgör.",
    "Skriv en rad Ordförandebyte på bladet Behandling, med den som tog över under Ersättare.",
    statute="5 kap. 65 § KL",
    stoppar=PROTOKOLL,
    meaning="Ordföranden är jävig i ärendet, och ingen vice ordförande tjänstgör. Någon måste "
    "leda det.",
    wrong="Jäv: ordföranden, i ett ärende där vice ordföranden är frånvarande",
    right="En rad Ordförandebyte före ärendets behandling, med den som valdes att leda det",
)
CHAIR_NOT_SERVING = kind(
    3106,
    LAGBRIST,
    "{value} leder ärende {nr} men tjänstgör inte där.",
    "Rätta bladet Närvaro, Ordförande på bladet Sammanträde eller raden Ordförandebyte.",
    statute="5 kap. 11 § och 6 kap. 21 § KL",
    meaning="Den som leder sammanträdet är en av ledamöterna. Enligt bladet Närvaro tjänstgör "
    "personen inte i ärendet.",
    wrong="Ordförandebyte till en ersättare som inte tjänstgör",
    right="En ledamot eller tjänstgörande ersättare leder ärendet",
)
MANDATE_NOT_VALID = kind(
    3107,
    VARNING,
    "{value} tjänstgör, men uppdraget gällde {span} enligt registret.",
    "Rätta bladet Närvaro, eller rätta Från och med och Till och med på registrets blad "
    "Förtroendevalda.",
    statute="5 kap. 66 § KL",
    meaning="Uppdraget har enligt registret börjat senare, eller slutat tidigare, än "
    "sammanträdesdagen.",
    wrong="Till och med 2022-12-31, sammanträde 2023-03-06",
    right="Rätt person på bladet Närvaro, eller dagarna rättade i registret",
)
NOT_ON_NARVARO = kind(
    3108,
    VARNING,
    "{value} har en plats i organet enligt registret men står inte på bladet Närvaro.",
    "Skriv en rad för varje ledamot, även den som är borta (Närvarar: Nej), eller rätta registrets "
    "blad Förtroendevalda.",
    statute="5 kap. 66 § KL",
    meaning="En ledamot i organet, med ett uppdrag som gäller sammanträdesdagen, står inte på "
    "någon rad. En rad har tagits bort eller ett namn fallit bort; ledamoten kallas då inte "
    "heller.",
    wrong="Raden med ledamoten Sara Ek är borttagen",
    right="Sara Ek på en egen rad, med Närvarar: Nej om hon var borta",
)
TOO_FEW_SERVE = kind(
    3109,
    VARNING,
    "{value} av {size} tjänstgör i {paragrafer}: {why}.",
    "Skriv Tjänstgör för på ersättarens rad på bladet Närvaro om någon gick in. Var platsen tom "
    "stämmer det: skriv det på bladet Granskat.",
    statute="5 kap. 66 § KL",
    meaning="Färre tjänstgör än organet har platser. Det får hända när ingen ersättare finns att "
    "kalla in, men oftast är det en ersättare som inte har skrivits in. Den som är jävig räknas "
    "inte hit.",
    wrong="Sara Ek går efter § 17, och ingen ersättare har Tjänstgör för: Sara Ek",
    right="Ersättarens rad med Tjänstgör för: Sara Ek och Paragrafer: 18–",
)
JAVIG_JUSTERAR = kind(
    3110,
    VARNING,
    "{value} ska justera protokollet men har jäv i {paragrafer}.",
    "Låt {other} justera den delen.",
    statute="5 kap. 47 § och 6 kap. 30 § KL",
    meaning="Den som är jävig ska inte delta i handläggningen och bör inte heller justera den "
    "paragrafen.",
    wrong="Justerare: Mia Honeth, som har jäv i § 40",
    right="En annan ledamot justerar § 40",
)
ASK_JAV = kind(
    3111,
    VARNING,
    "Ärende {value} gäller {what}, men ingen rad säger vem som har jäv.",
    "Skriv på bladet Behandling vilka som är redovisningsskyldiga, eller närstående till "
    "någon som är det, på en rad Jäv.",
    statute="5 kap. 48 § KL",
    meaning="Den som är redovisningsskyldig får inte delta när ansvarsfrihet för den egna "
    "verksamheten avgörs, eller när revisorer väljs för att granska den.",
    wrong="Ansvarsfrihet för kommunstyrelsen, och ingen rad Jäv",
    right="En rad Jäv med styrelsens ledamöter",
)
ASIDE_IN_MYNDIGHETSUTOVNING = kind(
    3112,
    VARNING,
    "{value} {what} i ärende {nr}, som är myndighetsutövning mot någon enskild.",
    "Rätta raden, eller Myndighetsutövning på bladet Ärenden, om någon av dem är fel. Den"
    " som deltar i handläggningen ska också delta i avgörandet.",
    statute="4 kap. 26 § KL",
    meaning="Vid myndighetsutövning mot någon enskild ska den som har deltagit i handläggningen "
    "också delta i avgörandet. Att avstå går då inte.",
    wrong="Myndighetsutövning: Ja, och Avstår: V",
    right="Alla som tjänstgör röstar ja eller nej",
    gist="Någon står utanför beslutet i ett ärende som är myndighetsutövning mot en enskild.",
)
JUSTERARE_ABSENT = kind(
    3120,
    VARNING,
    "{value} är justerare men är inte närvarande.",
    "Rätta Justerare, eller rätta bladet Närvaro.",
    statute="5 kap. 69 § KL",
    meaning="Den som justerar intygar vad som hände, och ska ha varit där.",
    wrong="Justerare: Jan Annerstedt, med Närvarar: Nej",
    right="En närvarande ledamot som justerare",
)
JUSTERARE_PARTLY = kind(
    3121,
    VARNING,
    "{value} är justerare men är inte närvarande vid {paragrafer}.",
    "Låt någon som var där justera de paragraferna, eller rätta bladet Närvaro.",
    statute="5 kap. 69 § KL",
    meaning="Justeraren var bara med under en del av sammanträdet.",
    wrong="Justerare: Mia Honeth, med Paragrafer 23–39, i ett protokoll med §§ 23–51",
    right="Någon annan justerar §§ 40–51",
)
JUSTERARE_LED = kind(
    3122,
    VARNING,
    "{value} är justerare och leder också {paragrafer} som ordförande.",
    "Låt någon annan justera de paragraferna.",
    statute="5 kap. 69 § KL",
    meaning="Ordföranden och justeraren kontrollerar varandra. Den som har lett ärendet bör inte "
    "också justera det.",
    wrong="Honeth är justerare och tog över som ordförande i § 40",
    right="En annan ledamot justerar § 40",
)
ERSATTARE_OUT_OF_TURN = kind(
    3130,
    VARNING,
    "{value} tjänstgör, men {other} står före och är närvarande utan att tjänstgöra: {why}.",
    "Rätta bladet Närvaro, eller Turordning och Valkrets på registrets blad Förtroendevalda.",
    statute="5 kap. 18 och 21 §§, 6 kap. 17 § KL",
    meaning="Ersättare tjänstgör i en bestämd ordning. Här tjänstgör någon längre ned medan någon"
    " som står före är där utan att tjänstgöra.",
    wrong="Turordning 3 tjänstgör, turordning 1 är närvarande utan att tjänstgöra",
    right="Turordning 1 tjänstgör",
)
RETURNED_KF = kind(
    3131,
    LAGBRIST,
    "{value} tjänstgör igen efter att inte ha tjänstgjort vid {paragrafer}. Bara den som "
    "har haft jäv får det samma dag.",
    "Rätta Paragrafer, eller skriv en rad Jäv på bladet Behandling om det var därför.",
    statute="5 kap. 20 § KL",
    meaning="En ledamot i fullmäktige som har avbrutit sin tjänstgöring av något annat skäl än "
    "jäv får inte tjänstgöra igen samma dag.",
    wrong="Paragrafer: 1–10, 20–30, utan något jäv däremellan",
    right="Paragrafer: 1–10, eller en rad Jäv om det var därför",
)
RETURNED = kind(
    3132,
    VARNING,
    "{value} tjänstgör igen efter att inte ha tjänstgjort vid {paragrafer}. Reglementet "
    "tillåter det som regel bara efter jäv.",
    "Rätta Paragrafer, eller skriv en rad Jäv på bladet Behandling om det var därför.",
    statute="6 kap. 17 § KL",
    meaning="Reglementet för en nämnd har oftast samma regel som fullmäktige: den som har "
    "avbrutit sin tjänstgöring av annat skäl än jäv tjänstgör inte igen samma dag.",
    wrong="Paragrafer: 1–10, 20–30",
    right="Paragrafer: 1–10, om reglementet säger så",
)
OTHER_PARTI_KF = kind(
    3133,
    LAGBRIST,
    "{value} tjänstgör för {other}, som hör till ett annat parti.",
    "Rätta namnet eller partiet. I fullmäktige ersätts en ledamot av någon från sitt parti.",
    statute="5 kap. 21 § KL",
    meaning="I fullmäktige ersätts en ledamot alltid av någon från samma parti.",
    wrong="Hedvig Åkesson (KD) tjänstgör för Rasmus Törnblom (M) i kommunfullmäktige",
    right="En ersättare från M, eller tom plats",
)
OTHER_PARTI = kind(
    3134,
    VARNING,
    "{value} tjänstgör för {other}, som hör till ett annat parti; det tillåter inte "
    "organets reglemente enligt registret.",
    "Rätta namnet, eller rätta Ersättare får tjänstgöra över partigräns på registrets blad Organ.",
    statute="6 kap. 17 § KL",
    meaning="I en nämnd kan ersättare få tjänstgöra över partigränsen. Registret säger att det "
    "här organet inte tillåter det.",
    wrong="Ersättare får tjänstgöra över partigräns: Nej, och en ersättare (C) tjänstgör för en"
    " ledamot (M)",
    right="En ersättare från M, eller Ja i registret om reglementet säger det",
)
