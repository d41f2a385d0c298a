"""What a cell holds, and what it refers to (1200–1399)."""

from __future__ import annotations

from gen.findings.kinds import ALLA, FEL, PROTOKOLL, UPPLYSNING, VARNING, kind

UNREADABLE = kind(
    1201,
    FEL,
    "{header}: {reason}.",
    "Skriv {how}.",
    gist="Det som står i cellen går inte att läsa.",
    meaning="Cellens innehåll går inte att läsa som det den ska vara: ett datum, ett klockslag, "
    "ett heltal eller ett ord ur en lista. Det som kan läsas på två sätt läses inte alls.",
    wrong="7/3/2023 under Sammanträdesdatum: mars eller juli?",
    right="2023-03-07 eller 7 mars 2023",
)
EXCEL_ERROR = kind(
    1202,
    FEL,
    "Cellen visar Excels fel {value}.",
    "Rätta formeln eller skriv värdet.",
    meaning="Cellen visar ett av Excels felvärden i stället för ett värde.",
    wrong="#REFERENS! under Rubrik, sedan en rad togs bort.",
    right="Rubriken skriven som text",
)
TOO_LONG = kind(
    1203,
    VARNING,
    "Cellen har {value} tecken. Excel rymmer 32 767, så slutet kan ha fallit bort.",
    "Dela texten på flera rader, eller lägg den i en Wordfil och ange den under Fil.",
    meaning="Excel rymmer 32 767 tecken i en cell. En cell som är full har oftast tappat slutet "
    "när texten klistrades in.",
    wrong="En hel utredning i en enda cell",
    right="Ett stycke per rad, eller en Wordfil i kolumnen Fil",
)
NO_PARTY = kind(
    1250,
    FEL,
    "{value} tjänstgör men har inget parti, varken på bladet eller i registret.",
    "Skriv partiet i kolumnen Parti (– för den som inte har något), eller rätta Namn så "
    "att det stämmer med registret.",
    stoppar=PROTOKOLL,
    meaning="Den som deltar i besluten skrivs med parti. Saknas det är namnet oftast felstavat, "
    "så att registret inte hittar det.",
    wrong="Mia Honett tjänstgör; i registret heter hon Mia Honeth (L)",
    right="Mia Honeth. Den som är partilös får ett tankstreck i Parti.",
)
UNKNOWN_ORGAN = kind(
    1301,
    FEL,
    "Organet ”{value}” finns inte i registret.",
    "Skriv ett organ ur registrets blad Organ, med namn eller kod, eller lägg till det där.",
    stoppar=ALLA,
    meaning="Ett organ nämns som inte finns på registrets blad Organ.",
    wrong="Kommunstyrelsens arbetsutskot",
    right="Kommunstyrelsens arbetsutskott, eller koden KSAU",
)
UNKNOWN_PERSON = kind(
    1302,
    FEL,
    "”{value}” finns varken på bladet Närvaro eller i registret.",
    "Rätta namnet, eller lägg till personen på bladet Närvaro.",
    meaning="Ett namn finns varken på Närvaro eller i registret, så gen vet inte vem det är.",
    wrong="Justerare: Mia Hornet",
    right="Justerare: Mia Honeth",
)
AMBIGUOUS_PERSON = kind(
    1303,
    FEL,
    "”{value}” kan vara flera: {people}.",
    "Skriv hela namnet.",
    meaning="Efternamnet räcker när bara en heter så. Här passar flera.",
    wrong="Vem: Andersson, när två heter Andersson",
    right="Vem: Zenita Andersson",
)
GUEST = kind(
    1304,
    UPPLYSNING,
    "{value} finns inte i registret och skrivs som gäst.",
    "Inget att göra om namnet är rätt.",
    meaning="En person på Närvaro finns inte i registret. En gäst behöver inte göra det; annars "
    "är namnet kanske felstavat.",
    wrong="Jan Annersted, när registret har Jan Annerstedt",
    right="Namnet som i registret, eller gästen med sin titel under Uppdrag",
)
UNKNOWN_ARENDE = kind(
    1305,
    FEL,
    "Ärende {value} finns inte på bladet Ärenden.",
    "Skriv ett Nr som står på bladet Ärenden.",
    stoppar=ALLA,
    meaning="En rad hänvisar till ett ärende som inte står på bladet Ärenden.",
    wrong="Ärende 29 på bladet Innehåll, när listan slutar med 28",
    right="Ett Nr som står på bladet Ärenden",
)
NO_KEY = kind(
    1306,
    FEL,
    "Raden säger inte vilket {header} den hör till, och ingen rad ovanför gör det.",
    "Skriv {header} på den första raden.",
    stoppar=ALLA,
    meaning="Tom nyckel betyder som raden ovanför. På den första raden finns inget ovanför.",
    wrong="Bladet Innehåll börjar med en tom cell under Ärende",
    right="Ärendets nummer på den första raden",
)
DUPLICATE_KEY = kind(
    1307,
    FEL,
    "{header} {value} står på två rader.",
    "Ge den ena raden ett eget {header}.",
    stoppar=ALLA,
    meaning="Ett nummer får bara stå på en rad, annars är det oklart vilken rad som menas.",
    wrong="Två ärenden med Nr 12",
    right="12 och 12A",
    gist="Samma nummer står på två rader.",
)
SCATTERED = kind(
    1308,
    VARNING,
    "Raderna för ärende {value} står inte ihop; bladet kan ha sorterats om.",
    "Se efter att varje rad står under rätt ärende, och samla dem.",
    meaning="Raderna för ett ärende står på flera ställen. Eftersom tom cell betyder som ovan kan"
    " en sortering ha gett ett ärende ett annats rader.",
    wrong="Innehåll sorterat på Del i stället för på ärende",
    right="Alla rader för ärende 28 i följd",
)
NO_REGISTER = kind(
    1309,
    FEL,
    "Hittar inget register.",
    "Lägg register.xlsx bredvid kalkylbladet eller i mappen data, eller ange --register. "
    "Har du inget: gen ny --register register.xlsx",
    stoppar=ALLA,
    meaning="Organ, partier och titlar står i registret, och det hittas inte.",
    wrong="Bara möte.xlsx i mappen",
    right="register.xlsx bredvid möte.xlsx, eller --register med vägen dit",
)
NO_CHAIN = kind(
    1310,
    FEL,
    "Registret säger inte vilket organ som står över {organ}, och ärendet går till {value}.",
    "Fyll i Överordnat organ för {organ} på registrets blad Organ.",
    stoppar=PROTOKOLL | {"kallelse", "tjänsteskrivelse", "motionssvar", "beslutsförslag"},
    meaning="Ett utskotts förslag går genom sin nämnd eller styrelse. Utan Överordnat organ skulle "
    "protokollet hoppa över den.",
    wrong="Ett ärende från KSAU ska beslutas av KF, men Överordnat organ för KSAU är tomt",
    right="KSAU har KS över sig, och KS har KF",
)
MISSPELT_MEMBER = kind(
    1311,
    FEL,
    "{value} finns inte i registret, och {suggestion}, som är förtroendevald i organet, står inte "
    "på bladet Närvaro. Menade du {suggestion}?",
    "Rätta namnet. Är det en gäst: skriv gästens titel under Uppdrag.",
    stoppar=PROTOKOLL,
    meaning="Ett namn på Närvaro är nästan som namnet på en ledamot eller ersättare i organet, som "
    "inte står på någon annan rad. Ett felstavat namn skulle göra ledamoten till gäst: platsen "
    "bland de beslutande och rösten försvann.",
    wrong="Ali Demirr på Närvaro, när registret har ledamoten Ali Demir",
    right="Ali Demir, eller gästen Ali Demirr med sin titel under Uppdrag",
)
A_DAY_INSTEAD = kind(
    1320,
    VARNING,
    "{header}: ”{value}” ser ut som ett datum.",
    "Flytta datumet till kolumnen där det hör hemma, och skriv {header} här.",
    meaning="I en kolumn för ett diarienummer eller ett namn står ett datum. Det har nog hamnat i "
    "fel kolumn, och skulle skrivas ut som det är.",
    wrong="7 mars 2024 under Föredragande",
    right="7 mars 2024 under Tjänsteskrivelse, och Siv Sand under Föredragande",
    gist="Ett datum står där något annat ska stå.",
)
UNKNOWN_FOREDRAGANDE = kind(
    1321,
    VARNING,
    "Föredragande {value} finns varken på bladet Närvaro eller i registret. Är namnet rätt?",
    "Rätta namnet, eller lägg till personen på bladet Närvaro eller i registret.",
    statute="31 § FL",
    meaning="Beslutet ska säga vem som var föredragande. Namnet känns inte igen, så det är kanske "
    "felskrivet; det skrivs ut som det står.",
    wrong="Föredragande: Siv Sandh, när registret har Siv Sand",
    right="Föredragande: Siv Sand",
)
SHOWN_OTHERWISE = kind(
    1322,
    VARNING,
    "Bladet visar § {shown} för ärende {nr}, men dokumenten får § {value}. De följande kan också "
    "skilja.",
    "Räkna om bladet (i Excel Ctrl+Alt+F9) och spara. Står det kvar: skriv § {value} i cellen, "
    "eller den paragraf som ska gälla.",
    meaning="gen räknar själv ut paragraferna, av ärendenas ordning. Det tal som kalkylbladet "
    "visar är ett annat, så den som läser bladet tror något annat än vad dokumenten säger.",
    wrong="Bladet visar § 14 för ärende 3, men i protokollet har ärende 2 § 14",
    right="Samma paragraf på bladet som i protokollet",
)
NO_STORAGE = kind(
    1330,
    VARNING,
    "Registret säger inte var protokollen från {value} förvaras.",
    "Fyll i Förvaringsplats på registrets blad Organ.",
    statute="8 kap. 12 § KL",
    meaning="Anslaget säger var protokollet finns. Står det inte i registret måste det skrivas i "
    "varje sammanträdes kalkylblad.",
    wrong="Förvaringsplats är tom för ett organ som har ledamöter",
    right="Förvaringsplats: Kommunkansliet, Stadshuset",
)
NO_MEMBERS = kind(
    1331,
    UPPLYSNING,
    "Registret har inga ledamöter i {value}.",
    "Skriv dem på registrets blad Förtroendevalda om organet ska ha sammanträden med gen.",
    meaning="Utan ledamöter i registret kan gen varken fylla i Närvaro eller märka att någon "
    "saknas där. Ett organ som bara tar emot beslut behöver inga.",
    wrong="Organ KSAU, och ingen rad med KSAU på Förtroendevalda",
    right="En rad för varje ledamot och ersättare, med organets kod",
)
DOUBLE_IN_REGISTER = kind(
    1332,
    VARNING,
    "{value} står på två rader på registrets blad {sheet}.",
    "Ta bort den ena, eller skriv Från och med och Till och med om uppdragen följer på varandra.",
    meaning="Två rader med samma namn, och för förtroendevalda samma organ och tid: det är oklart "
    "vilken som gäller.",
    wrong="Ali Demir i KSAU på två rader, den ena utan Till och med",
    right="En rad, eller två med dagar som inte går in i varandra",
)
UNKNOWN_MEMBER = kind(
    1333,
    VARNING,
    "Gruppen {group} har medlemmen ”{value}”, som inte finns i registret.",
    "Rätta Ingår på registrets blad Mottagare, eller lägg till mottagaren.",
    meaning="En grupp av mottagare skrivs ut som sina medlemmar. En medlem måste stå i registret.",
    wrong="Ingår: Tekniska nämden",
    right="Ingår: Tekniska nämnden",
)
