"""Protokollsutdrag that are cut (6200–6249)."""

from __future__ import annotations

from gen.findings.kinds import FEL, UPPLYSNING, VARNING, kind

UTDRAG = frozenset({"utdrag"})

PARAGRAPH_NOT_IN_PDF = kind(
    6200,
    FEL,
    "§ {number} finns inte i {value}.",
    "Kontrollera att filen är det här sammanträdets protokoll, eller ange det protokoll som "
    "paragrafen står i.",
    stoppar=UTDRAG,
    meaning="Ett utdrag klipps ur protokollets PDF. Paragrafen går inte att hitta där, varken "
    "bland bokmärkena eller bland rubrikerna.",
    wrong="gen utdrag möte.xlsx --ur mars.pdf, när mars.pdf är ett annat sammanträdes protokoll",
    right="gen utdrag möte.xlsx --ur ksau-2023-03-06.pdf",
)
PARAGRAPH_SHARES_PAGE = kind(
    6201,
    FEL,
    "§ {number} delar sida med något annat i {value}, så ett utdrag skulle visa mer än paragrafen.",
    "Gör utdraget som ett eget dokument med --form dokument, eller låt varje paragraf börja på en "
    "ny sida: Ny sida för varje § på bladet Stil i registret ska vara Ja.",
    stoppar=UTDRAG,
    meaning="Ett klippt utdrag är hela sidor. Delar paragrafen sida med en annan skulle mottagaren "
    "också få läsa den.",
    wrong="Ett undertecknat protokoll där § 50 börjar mitt på den sida där § 49 slutar",
    right="Varje paragraf på en ny sida",
)
NOTHING_TO_SIGN = kind(
    6202,
    VARNING,
    "{value} har inga underskrifter som går att känna igen; utdragen saknar den sidan.",
    "Kontrollera att filen är hela det justerade protokollet.",
    meaning="Till ett utdrag hör protokollets sida med underskrifter. gen känner igen den på "
    "rubriken, till exempel Underskrifter, och hittar ingen.",
    wrong="--ur paragraferna.pdf, där underskrifterna inte är med",
    right="--ur protokoll-justerat.pdf, hela protokollet",
)
NO_POSTING = kind(
    6203,
    VARNING,
    "Utdragen har inget anslag/bevis, eftersom protokollet inte är anslaget än.",
    "Fyll i Anslaget uppsatt och kör om, eller skicka utdragen utan den sidan.",
    meaning="Till ett utdrag hör sidan med anslag/bevis. Den görs när det står vilken dag anslaget "
    "sattes upp, och mottagaren ser då hur länge beslutet kan överklagas.",
    wrong="Anslaget uppsatt är tomt",
    right="Anslaget uppsatt: 2023-03-08",
)
OTHER_MEETING = kind(
    6204,
    VARNING,
    "{value} nämner inte {organ} på sin första sida.",
    "Kontrollera att filen är det här sammanträdets protokoll innan utdragen skickas.",
    meaning="Det angivna protokollet nämner inte på sin första sida det organ som kalkylbladet "
    "har. Kanske är det ett annat sammanträdes, och då blir utdragen fel.",
    wrong="gen utdrag ksau-2023-03-06.xlsx --ur socialnämnden-2023-03-06.pdf",
    right="gen utdrag ksau-2023-03-06.xlsx --ur ksau-2023-03-06.pdf",
)
CONFIDENTIAL_EXTRACT = kind(
    6205,
    VARNING,
    "§ {number} har sekretess, och utdraget visar hela paragrafen.",
    "Kontrollera att mottagaren får ta del av den innan utdraget skickas.",
    meaning="Ett utdrag är paragrafen som den står i protokollet. Det som har sekretess är inte "
    "borttaget.",
    wrong="Utdraget av en § med Sekretess: 26 kap. 1 § OSL, skickat till alla under kännedom",
    right="Utdraget skickat bara till den som får ta del av uppgifterna",
)
FORM_MIXED = kind(
    6206,
    FEL,
    "--form dokument går inte ihop med {value}.",
    "Ta bort det ena. Utdrag som egna dokument görs ur mallen, inte ur protokollets PDF.",
    meaning="Ett utdrag klipps ur protokollets PDF eller görs som ett eget dokument. --ur, "
    "--per-mottagare och --alla hör till dem som klipps.",
    wrong="gen utdrag möte.xlsx --form dokument --ur justerat.pdf",
    right="gen utdrag möte.xlsx --ur justerat.pdf",
)
UNKNOWN_FORM = kind(
    6207,
    FEL,
    "{value} är ingen form för utdrag.",
    "Skriv klippt eller dokument efter --form.",
    meaning="Ett utdrag kan klippas ur protokollets PDF (klippt) eller göras som ett eget dokument "
    "av en mall (dokument).",
    wrong="--form kopia",
    right="--form klippt",
)
PARAGRAPH_MAY_HOLD = kind(
    6208,
    FEL,
    "§ {number} i {value} kan hålla också {others}, som inte går att hitta i filen.",
    "Ge rubriken för {others} formatet Rubrik 1 i Word och gör om PDF-filen, eller gör utdraget "
    "som ett eget dokument med --form dokument.",
    stoppar=UTDRAG,
    meaning="En paragraf sträcker sig till nästa rubrik. Går nästa paragraf inte att känna igen, "
    "varken på bokmärket, taggarna eller rubrikens utseende, kan den stå på den förras sidor, och "
    "mottagaren skulle få läsa den också.",
    wrong="Rubriken för § 51 har formatet Normal, så § 50 ser ut att gå fram till § 52",
    right="Varje paragrafs rubrik har formatet Rubrik 1",
)
PARAGRAPH_STRAY = kind(
    6209,
    FEL,
    "På sidan {page} i {value} står ”{text}”, som inte säkert hör till § {number}.",
    "Gör utdraget som ett eget dokument med --form dokument, eller klipp ur en PDF där all text är "
    "taggad.",
    stoppar=UTDRAG,
    meaning="I en taggad PDF säger taggarna vilken paragraf en text hör till. Text utanför dem, "
    "som inte är sidhuvud eller sidfot på varje sida, kan komma från en annan paragraf: en fotnot "
    "som fortsätter på nästa sida, ett tillägg i efterhand.",
    wrong="Fotnoten till § 50 fortsätter längst ner på den sida där § 51 börjar",
    right="Fotnoten får plats på sin egen sida",
)
PARAGRAPH_UNCLEAR = kind(
    6210,
    FEL,
    "Det går inte att se var § {number} står i {value}: numret finns där flera gånger, eller inte "
    "i ordning.",
    "Kontrollera att filen håller ett enda protokoll, med en rubrik för varje paragraf, eller gör "
    "utdraget som ett eget dokument med --form dokument.",
    stoppar=UTDRAG,
    meaning="Två rubriker har samma paragrafnummer, eller så står ett nummer mellan två andra som "
    "det inte hör hemma mellan. Då är det inte säkert vilka sidor som är paragrafens.",
    wrong="En PDF med protokollen från två sammanträden, som båda har en § 1",
    right="En PDF med ett protokoll",
)
PARAGRAPH_OPEN = kind(
    6211,
    FEL,
    "Det går inte att se var § {number} slutar i {value}: den är sist, och efter sidan {page} kan "
    "det stå något annat.",
    "Klipp ur hela protokollet, med underskrifterna, eller gör utdraget som ett eget dokument med "
    "--form dokument.",
    stoppar=UTDRAG,
    meaning="Efter den sista paragrafen följer sidor utan rubrik eller bokmärke. De kan vara "
    "bilagor till andra paragrafer.",
    wrong="--ur paragraferna-med-bilagor.pdf, utan bokmärken för bilagorna",
    right="--ur protokoll-justerat.pdf, hela protokollet",
)
FIXED_SHARED = kind(
    6212,
    FEL,
    "Sidan {page} i {value} hör till varje utdrag, men där står också {what}.",
    "Låt Underskrifter och Anslag/bevis börja på en ny sida, eller gör utdragen som egna dokument "
    "med --form dokument.",
    stoppar=UTDRAG,
    meaning="Till varje utdrag hör protokollets sidor med underskrifter och anslag. Står något av "
    "en paragraf på dem skulle alla mottagare få läsa det.",
    wrong="Underskrifter börjar på den sida där § 53 slutar",
    right="Underskrifter på en sida för sig",
)
PAGES_LEFT_OUT = kind(
    6213,
    VARNING,
    "{pages} i {value} är inte med i utdragen: det går inte att se att allt där hör till "
    "försättsbladet, underskrifterna eller anslaget.",
    "Kontrollera att utdragen är hela. Ge det som följer efter, till exempel bilagor, ett "
    "bokmärke.",
    meaning="En sida utan rubrik eller bokmärke kan vara en bilaga, och en sida som räknar upp "
    "paragraferna säger vad de andra handlar om. De tas inte med.",
    wrong="Bilagorna ligger efter Anslag/bevis utan bokmärken",
    right="Varje bilaga har ett bokmärke",
)
NO_FRONT = kind(
    6214,
    VARNING,
    "{value} har inget försättsblad som går att känna igen; utdragen saknar den sidan.",
    "Kontrollera att filen är hela det justerade protokollet.",
    meaning="Till ett utdrag hör protokollets första sida, med närvaron. gen hittar ingen sida "
    "före den första paragrafen som bara är försättsblad.",
    wrong="--ur paragraferna.pdf, där första sidan är § 50",
    right="--ur protokoll-justerat.pdf, hela protokollet",
)
OTHER_DAY = kind(
    6215,
    FEL,
    "{value} nämner inte {day} på sin första sida.",
    "Ange protokollet från det här sammanträdet efter --ur, eller rätta sammanträdets datum.",
    stoppar=UTDRAG,
    meaning="Det angivna protokollet nämner inte på sin första sida den dag som kalkylbladet har. "
    "Då är det troligen ett annat sammanträdes, och dess paragrafer skulle gå till fel mottagare.",
    wrong="gen utdrag ksau-2023-03-06.xlsx --ur ksau-2022-03-07.pdf",
    right="gen utdrag ksau-2023-03-06.xlsx --ur ksau-2023-03-06.pdf",
)
OTHER_HEADING = kind(
    6216,
    VARNING,
    "§ {number} heter ”{theirs}” i {value} och ”{ours}” i kalkylbladet.",
    "Kontrollera att filen är det här sammanträdets protokoll, och att paragrafen är den rätta.",
    meaning="Utdraget klipps efter paragrafens nummer. Har den en annan rubrik i PDF-filen än i "
    "kalkylbladet är det kanske en annan paragraf, eller så är rubriken ändrad efteråt.",
    wrong="§ 50 Val av justerare i PDF-filen, Försäljning av en fastighet i kalkylbladet",
    right="Samma rubrik i båda",
)
OLD_EXTRACT_GONE = kind(
    6217,
    UPPLYSNING,
    "{value} är borttagen: utdraget gäller inte längre.",
    "Du behöver inte göra något.",
    meaning="En tidigare körning gjorde ett utdrag som den här inte gör, eller ersätter med ett "
    "justerat. Ingen hade ändrat filen. Den togs bort, så att den inte skickas av misstag.",
    wrong="paragraf-50-utkast.pdf finns kvar bredvid paragraf-50.pdf",
    right="Bara paragraf-50.pdf",
)
OLD_EXTRACT_EDITED = kind(
    6218,
    VARNING,
    "{value} gäller inte längre, men någon har ändrat filen, så den är kvar.",
    "Ta bort den, eller flytta den, så att den inte skickas av misstag.",
    meaning="En tidigare körning gjorde ett utdrag som den här inte gör, eller ersätter med ett "
    "justerat. Filen är inte som gen skrev den, och lämnas.",
    wrong="paragraf-50-utkast.pdf, undertecknad, bredvid paragraf-50.pdf",
    right="Bara paragraf-50.pdf",
)
TEXT_UNSEEN = kind(
    6219,
    FEL,
    "På sidan {page} i {value} finns text som inte syns: {text}. Den skulle följa med i varje "
    "utdrag som sidan är med i.",
    "Skriv ut protokollet till en ny PDF och klipp den, eller gör utdragen som egna dokument med "
    "--form dokument.",
    stoppar=UTDRAG,
    meaning="Texten står utanför sidans kant, eller är bortskuren bara för ögat. Den som öppnar "
    "filen med rätt verktyg kan läsa den, och den kan handla om en annan paragraf.",
    wrong="En PDF där marginalerna är beskurna och texten utanför finns kvar",
    right="Samma PDF utskriven till en ny, som bara har det som syns",
    gist="På en sida finns text som inte syns, och den skulle följa med i utdragen.",
)
