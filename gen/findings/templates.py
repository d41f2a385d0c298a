"""Templates, and Word files that are set in (4000–4999)."""

from __future__ import annotations

from gen.findings.kinds import ALLA, FEL, kind

NO_TEMPLATE = kind(
    4000,
    FEL,
    "Det finns ingen mall för {value}: filen {fil} saknas i {mappar}.{förslag}",
    "Lägg mallen i någon av mapparna, eller ange en annan med --mallar. Är det en mall som ska "
    "följa med gen: installera om gen.",
    stoppar=ALLA,
    meaning="Varje slags dokument görs av en mall. gen letar först i kommunens egen mapp med "
    "mallar och sedan bland dem som följer med. Den här mallen finns på inget av ställena, så "
    "installationen är troligen inte hel.",
    wrong="Mappen templates, som följer med gen, är tömd på protokoll.docx, och kommunens egen "
    "mapp har ingen",
    right="protokoll.docx i någon av mapparna",
    gist="Det finns ingen mall för dokumentet.",
)
NO_TEMPLATE_FOLDER = kind(
    4001,
    FEL,
    "Mappen med mallar finns inte: {value}.",
    "{råd}",
    stoppar=ALLA,
    meaning="Kommunens egen mapp med mallar står på registrets blad Kommun, eller efter --mallar. "
    "Den mappen finns inte. gen går inte vidare med de vanliga mallarna, för då skulle dokumenten "
    "få fel utseende utan att någon märkte det. Mallmapp räknas från registrets mapp.",
    wrong="--mallar mallar, när mappen heter wordmallar",
    right="--mallar wordmallar",
)
TEMPLATE_UNREADABLE = kind(
    4002,
    FEL,
    "Mallen {mall} går inte att läsa: {skäl}.",
    "Öppna filen i Word och spara den som Word-dokument (.docx) utan lösenord.",
    stoppar=ALLA,
    meaning="En mall är ett vanligt Word-dokument. Den här filen är skadad, har lösenord eller är "
    "sparad i ett annat format, så inget dokument kan göras av den.",
    wrong="protokoll.docx är en gammal .doc-fil som har döpts om",
    right="Mallen öppnad i Word och sparad som Word-dokument (.docx) utan lösenord",
)
TEMPLATE_TRACKED = kind(
    4003,
    FEL,
    "{i_mallen}: här finns spårade ändringar, som skulle synas i varje dokument.",
    "Godkänn eller avvisa alla ändringar i mallen (Granska › Godkänn › Godkänn alla).",
    stoppar=ALLA,
    meaning="Det som är inskrivet eller struket med Spåra ändringar skulle följa med och synas i "
    "varje dokument som görs av mallen.",
    wrong="En ny rad i protokoll.docx, skriven med Spåra ändringar på",
    right="Samma rad, med ändringen godkänd",
    gist="Mallen har spårade ändringar, som skulle synas i varje dokument.",
)
TEMPLATE_NO_STYLE = kind(
    4004,
    FEL,
    "{i_mallen}: formatmallen ”{value}”, som behövs för {används_till}, saknas.",
    "Skapa formatmallen i brevpapperet, eller hämta den ur det brevpapper som följer med gen.",
    stoppar=ALLA,
    meaning="Att-satser, listor och rubriker skrivs med brevpapperets formatmallar. Utan den som "
    "saknas skulle texten se ut som något annat: en numrerad lista tappar sina nummer och en "
    "rubrik är ingen rubrik.",
    wrong="Ett eget brevpapper utan formatmallen Att-satser, och ett beslut i att-satser",
    right="Formatmallen Att-satser finns i brevpapper.docx",
    gist="En formatmall som behövs saknas i brevpapperet.",
)
TEMPLATE_UNKNOWN_FIELD = kind(
    4010,
    FEL,
    "{i_mallen}: fältet {value} finns inte.{förslag}",
    "Skriv ett fält som finns. Alla visas av gen mall fält och mallens namn, till exempel gen mall "
    "fält protokoll.",
    stoppar=ALLA,
    meaning="Ett fält hämtar sitt värde ur kalkylbladet eller registret. Det finns inget fält med "
    "det namnet, så det finns inget att skriva där. Är namnet nästan rätt föreslås det som är mest "
    "likt.",
    wrong="{{ sammanträde.lokal }}",
    right="{{ sammanträde.plats }}",
    gist="Mallen har ett fält som inte finns.",
)
TEMPLATE_BROKEN_TAG = kind(
    4011,
    FEL,
    "{i_mallen}: {value} är en trasig tagg.",
    "Skriv {{{{ fält }}}} för ett värde och {{% … %}} för villkor och upprepning, utan "
    "blanksteg mellan klamrarna och helt inom ett stycke.",
    stoppar=ALLA,
    meaning="Det ser ut som en tagg men är ingen hel: en klammer saknas, eller så står det ett "
    "blanksteg mellan klamrarna. Den skulle stå kvar som den är i dokumentet.",
    wrong="{ sammanträde.plats }",
    right="{{ sammanträde.plats }}",
    gist="En tagg i mallen är trasig.",
)
TEMPLATE_SYNTAX = kind(
    4012,
    FEL,
    "{i_mallen}: {value} går inte att tolka: {skäl}.{förslag}",
    "Rätta det som står mellan klamrarna.",
    stoppar=ALLA,
    meaning="Taggens klamrar är hela, men det som står mellan dem går inte att förstå: ett ord är "
    "okänt eller på svenska, något saknas, eller så står taggen på fel slags ställe.",
    wrong="{%p om ä.dnr %}",
    right="{%p if ä.dnr %}",
    gist="En tagg i mallen går inte att tolka.",
)
TEMPLATE_UNBALANCED = kind(
    4013,
    FEL,
    "{i_mallen}: {value} {skäl}.",
    "Varje {{%p if … %}} och {{%p for … %}} avslutas av {{%p endif %}} och {{%p endfor "
    "%}} av samma slag (p, tr eller inget) på samma ställe: samma text, tabell eller "
    "cell.",
    stoppar=ALLA,
    meaning="Ett villkor eller en upprepning börjar med en tagg och slutar med en annan, och båda "
    "ska vara av samma slag och stå på samma slags ställe. Annars går det inte att veta vad som "
    "hör till.",
    wrong="{%p if ä.dnr %} utan någon {%p endif %}",
    right="{%p if ä.dnr %} före och {%p endif %} efter, i var sitt stycke",
    gist="Ett villkor eller en upprepning i mallen slutar inte där den ska.",
)
TEMPLATE_NOT_ALONE = kind(
    4014,
    FEL,
    "{i_mallen}: {value} måste stå ensam i {rum}; annat som står där skulle försvinna.",
    "Flytta det andra, eller skriv taggen utan {prefix} om den hör till texten.",
    stoppar=ALLA,
    meaning="En tagg med p, tr eller tc försvinner ur dokumentet tillsammans med stycket, "
    "tabellraden eller cellen som den står i. Text eller en bild där skulle försvinna med den.",
    wrong="Diarienummer: {%p if ä.dnr %} i ett och samma stycke",
    right="{%p if ä.dnr %} i ett stycke för sig, och Diarienummer: i nästa",
    gist="En tagg i mallen måste stå ensam; annat som står där skulle försvinna.",
)
TEMPLATE_UNKNOWN_FILTER = kind(
    4015,
    FEL,
    "{i_mallen}: filtret {value} finns inte.{förslag}",
    "Skriv ett filter som finns. Alla visas av gen mall fält och mallens namn, till exempel gen "
    "mall fält protokoll.",
    stoppar=ALLA,
    meaning="Ett filter står efter | och skriver värdet på ett visst sätt; efter is kan ett "
    "villkor stå. Inget av dem heter så.",
    wrong="{{ sammanträde.datum | vekodag }}",
    right="{{ sammanträde.datum | veckodag }}",
    gist="Mallen har ett filter som inte finns.",
)
TEMPLATE_FORBIDDEN = kind(
    4016,
    FEL,
    "{i_mallen}: {value} får inte användas i en mall.",
    "En mall kan skriva ut fält, använda filter, if, for och set. Ta bort det andra.",
    stoppar=ALLA,
    meaning="En mall kan komma från vem som helst. Därför kan den bara skriva ut fält, välja och "
    "upprepa, aldrig köra program, hämta filer eller ändra något på datorn.",
    wrong="{% include 'sidfot.docx' %}",
    right="Sidfoten i brevpapper.docx",
    gist="Mallen har något som inte får användas i en mall.",
)
TEMPLATE_TOO_LARGE = kind(
    4017,
    FEL,
    "{i_mallen}: {value} upprepar så mycket att dokumentet inte går att göra.",
    "Upprepa över en lista i stället för ett stort tal. Vilka listor som finns visas av gen mall "
    "fält och mallens namn, till exempel gen mall fält protokoll.",
    stoppar=ALLA,
    meaning="Mallen upprepar något så många gånger att dokumentet skulle fylla datorns minne. "
    "Körningen avbryts i stället.",
    wrong="{%p for i in range(1000000) %}",
    right="{%p for ä in ärenden %}",
    gist="Mallen upprepar så mycket att dokumentet inte går att göra.",
)
TEMPLATE_NO_VALUE = kind(
    4020,
    FEL,
    "{i_mallen}: {value} har inget värde i det här dokumentet.",
    "Skriv {{% if {fält} %}} före och {{% endif %}} efter det som bara ska stå när värdet finns.",
    stoppar=ALLA,
    meaning="Fältet finns men är tomt i det här dokumentet, och mallen säger inte vad som då ska "
    "stå. En lucka i ett protokoll ska vara ett val, inte en slump.",
    wrong="Slut klockan {{ sammanträde.till_klockan }}, innan sluttiden är ifylld",
    right="{% if sammanträde.till_klockan %}Slut klockan {{ sammanträde.till_klockan }}{% endif %}",
    gist="Ett fält i mallen har inget värde i det här dokumentet.",
)
TEMPLATE_NOT_TEXT = kind(
    4021,
    FEL,
    "{i_mallen}: {value} är {slag} och kan inte skrivas ut som text.",
    "{råd}",
    stoppar=ALLA,
    meaning="Bara text och hela tal kan skrivas ut som de är. En lista, en grupp av fält, ett ja "
    "eller nej eller ett tal med decimaler behöver skrivas på ett visst sätt.",
    wrong="{{ ärenden }}",
    right="{%p for ä in ärenden %}, {{ ä.rubrik }} och {%p endfor %} i var sitt stycke",
    gist="Ett fält i mallen kan inte skrivas ut som text.",
)
TEMPLATE_BLOCK_INLINE = kind(
    4022,
    FEL,
    "{i_mallen}: {value} är hela stycken och kan inte stå inne i ett stycke.",
    "Skriv {{{{p {fält} }}}} ensamt i ett eget stycke.",
    stoppar=ALLA,
    meaning="Fältet är text i flera stycken, med listor och tabeller. Det får inte plats inne i "
    "ett annat stycke.",
    wrong="Bakgrund: {{ del.innehåll }}",
    right="{{p del.innehåll }} ensamt i ett stycke",
    gist="Ett fält i mallen är hela stycken och kan inte stå inne i ett stycke.",
)
TEMPLATE_TEXT_AS_BLOCK = kind(
    4023,
    FEL,
    "{i_mallen}: {value} är inte stycken och kan inte skrivas ut med p.",
    "Skriv {{{{ {fält} }}}} utan p.",
    stoppar=ALLA,
    meaning="Bokstaven p hör till fält som är hela stycken. Det här är en enstaka text och skrivs "
    "ut utan p.",
    wrong="{{p sammanträde.plats }}",
    right="{{ sammanträde.plats }}",
    gist="Ett fält i mallen är inte stycken och kan inte skrivas ut med p.",
)
TEMPLATE_NOT_LIST = kind(
    4024,
    FEL,
    "{i_mallen}: {value} är ingen lista att upprepa över.",
    "Upprepa över en lista. Alla visas av gen mall fält och mallens namn, till exempel gen mall "
    "fält protokoll.",
    stoppar=ALLA,
    meaning="En upprepning går igenom en lista, ett av listans värden i taget. Det här fältet är "
    "ingen lista; en text skulle upprepas bokstav för bokstav.",
    wrong="{%p for ä in sammanträde.plats %}",
    right="{%p for ä in ärenden %}",
    gist="Mallen upprepar över något som inte är en lista.",
)
TEMPLATE_FAILED = kind(
    4025,
    FEL,
    "{i_mallen}: {value} gick inte att räkna ut: {skäl}.",
    "Rätta taggen, eller skriv ett villkor kring den för när värdet saknas.",
    stoppar=ALLA,
    meaning="Taggen är rätt skriven, men det som ska göras går inte med det värde som fältet har, "
    "till exempel ett filter för datum på en text.",
    wrong="{{ sammanträde.plats | veckodag }}",
    right="{{ sammanträde.datum | veckodag }}",
    gist="En tagg i mallen gick inte att räkna ut.",
)
FILE_UNREADABLE = kind(
    4030,
    FEL,
    "Filen {value}, som ska sättas in, går inte att läsa: {skäl}.",
    "Öppna filen i Word och spara den som Word-dokument (.docx) utan lösenord.",
    stoppar=ALLA,
    meaning="En Wordfil som en cell nämner sätts in i dokumentets text. Den gick inte att läsa när "
    "dokumentet skulle göras.",
    wrong="Fil: föredragning.docx på bladet Innehåll, när filen är skadad",
    right="Samma fil, öppnad i Word och sparad på nytt utan lösenord",
)
FILE_TRACKED = kind(
    4031,
    FEL,
    "Filen {value}, som ska sättas in, har spårade ändringar.",
    "Godkänn eller avvisa alla ändringar i filen (Granska › Godkänn › Godkänn alla).",
    stoppar=ALLA,
    meaning="En Wordfil som en cell nämner sätts in i dokumentets text. Det som är inskrivet eller "
    "struket med Spåra ändringar i den skulle synas i det färdiga dokumentet.",
    wrong="Fil: föredragning.docx, där kollegans ändringar inte är godkända",
    right="Alla ändringar i filen godkända eller avvisade",
)
