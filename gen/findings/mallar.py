"""What `gen mall` has to say of a template (6100–6199), beside what stops it from being used."""

from __future__ import annotations

from gen.findings.kinds import FEL, UPPLYSNING, VARNING, kind

TEMPLATE_LOOP_NAME = kind(
    6100,
    FEL,
    "{i_mallen}: {value} finns inte här: {namn} gäller bara inne i {upprepning}.{förslag}",
    "Skriv det namn som gäller i den upprepning där taggen står, eller flytta in taggen.",
    meaning="I {%p for ä in ärenden %} är ä ett namn som bara gäller fram till {%p endfor %}. "
    "Utanför finns det inte.",
    wrong="{{ ä.rubrik }} efter {%p endfor %}",
    right="{{ ä.rubrik }} före {%p endfor %}",
    gist="Ett namn i mallen används utanför den upprepning som det gäller i.",
)
TEMPLATE_SPLIT_TAG = kind(
    6101,
    FEL,
    "{i_mallen}: taggen {value} är delad i två stycken.",
    "Skriv hela taggen i ett enda stycke: ställ dig i slutet av det första och tryck Delete.",
    meaning="En tagg ska stå helt i ett stycke. Här har någon tryckt Enter mitt i den, så att den "
    "ena halvan står i nästa stycke.",
    wrong="{{ sammanträde. på en rad och plats }} på nästa",
    right="{{ sammanträde.plats }}",
    gist="En tagg i mallen är delad i två stycken.",
)
TEMPLATE_MAY_LACK = kind(
    6102,
    VARNING,
    "{i_mallen}: {value} saknar värde i en del dokument, och då går de inte att göra.",
    "Skriv {{% if {value} %}} före och {{% endif %}} efter det som bara ska stå när värdet finns.",
    meaning="Fältet är tomt i en del kalkylblad, till exempel innan en dag är bestämd. Utan ett "
    "villkor går det dokumentet då inte att göra.",
    wrong="Slut klockan {{ sammanträde.till_klockan }}",
    right="{% if sammanträde.till_klockan %}Slut klockan {{ sammanträde.till_klockan }}{% endif %}",
    gist="Ett fält i mallen saknar värde i en del dokument, och då går de inte att göra.",
)
TEMPLATE_NEVER_THERE = kind(
    6103,
    VARNING,
    "{i_mallen}: fältet {value} finns inte, så det är alltid som om det saknades.{förslag}",
    "Skriv ett fält som finns. Alla visas av gen mall fält och mallens namn, till exempel gen mall "
    "fält protokoll.",
    meaning="Taggen säger vad som ska stå när fältet saknas. Men det finns inget sådant fält, så "
    "det saknas alltid. Troligen är namnet felstavat.",
    wrong="{{ sammanträde.lokal | default('Stadshuset') }}",
    right="{{ sammanträde.plats | default('Stadshuset') }}",
    gist="Mallen frågar efter ett fält som inte finns, så det är alltid som om det saknades.",
)
TEMPLATE_LACKS_PART = kind(
    6104,
    FEL,
    "{i_mallen}: {value} skrivs inte ut. Det måste stå i {dokument}.",
    "Skriv ut fältet på sin plats. Alla fält visas av gen mall fält och mallens namn, och mallen "
    "som följer med gen visar hur det görs.",
    meaning="Ett dokument av det här slaget är inte helt utan uppgiften, ofta för att lagen kräver "
    "den. Mallen skriver inte ut den någonstans.",
    wrong="Ett protokoll utan {{ ä.paragraf }}",
    right="{{ ä.paragraf }} {{ ä.rubrik }} som rubrik för varje ärende",
    gist="Mallen skriver inte ut något som måste stå i dokumentet.",
)
TEMPLATE_LANGUAGE = kind(
    6105,
    VARNING,
    "{i_mallen}: språket är {value} och inte svenska (sv-SE). Då läses texten fel för den som "
    "lyssnar.",
    "Markera texten och välj Granska › Språk › Ange korrekturspråk › Svenska (Sverige). För hela "
    "mallen: gör det i formatmallen Normal.",
    meaning="Texten är märkt som ett annat språk. Den som lyssnar får den uppläst med det språkets "
    "uttal, och Word rättar den efter fel ordlista.",
    wrong="Ett stycke inklistrat ur ett engelskt dokument (en-US)",
    right="Samma stycke med språket Svenska (Sverige)",
    gist="Mallens språk är inte svenska (sv-SE). Då läses texten fel för den som lyssnar.",
)
TEMPLATE_SKIPPED_HEADING = kind(
    6106,
    VARNING,
    "{i_mallen}: en rubrik på nivå {value} följer på {före}.",
    "Välj formatmallen Rubrik {nivå} i stället, eller lägg till rubriken som saknas.",
    meaning="Den som lyssnar tar sig fram mellan rubrikerna efter deras nivå. Är en nivå "
    "överhoppad utger sig PDF-filen inte för att vara tillgänglig (PDF/UA).",
    wrong="Rubrik 3 direkt under Rubrik 1",
    right="Rubrik 2 under Rubrik 1",
    gist="En rubriknivå i mallen är överhoppad.",
)
TEMPLATE_NO_ALT_TEXT = kind(
    6107,
    VARNING,
    "{i_mallen}: bilden {value} har ingen alternativtext.",
    "Högerklicka på bilden, välj Visa alternativtext och skriv vad den visar, eller markera den "
    "som dekorativ.",
    meaning="Den som inte ser bilden får den beskriven av alternativtexten. Utan den utger sig "
    "PDF-filen inte för att vara tillgänglig (PDF/UA).",
    wrong="Kommunvapnet i sidhuvudet, utan alternativtext",
    right="Alternativtext: Lunds kommuns vapen",
    gist="En bild i mallen har ingen alternativtext.",
)
TEMPLATE_FONT = kind(
    6108,
    VARNING,
    "{i_mallen}: typsnittet {value} finns inte på den här datorn, och inget med samma mått.",
    "Installera typsnittet, eller byt till Calibri eller Arial i brevpapperets formatmallar. "
    "Rader och sidor bryts annars olika.",
    meaning="Mallen använder ett typsnitt som datorn inte har, och inte heller något med samma "
    "mått. Sidorna blir då andra här än på en dator som har det.",
    wrong="Rubriker i Gill Sans, på en dator som inte har det",
    right="Rubriker i Calibri, eller Gill Sans installerat",
    gist="Mallen har ett typsnitt som inte finns på den här datorn, och inget med samma mått.",
)
TEMPLATE_DIRECT_FORMAT = kind(
    6109,
    UPPLYSNING,
    "{i_mallen}: {value} är satt direkt på texten och inte med en formatmall.",
    "Markera stycket, ta bort det direkta (Ctrl+Blanksteg, Ctrl+Q) och välj en formatmall. Då "
    "följer det med när brevpapperet ändras.",
    meaning="Det som är satt direkt på texten ändras inte när brevpapperet ändras. Efter några år "
    "ser mallarna olika ut.",
    wrong="Ett stycke gjort till rubrik med fetstil och storlek 14",
    right="Samma stycke med formatmallen Rubrik 2",
    gist="Utseendet är satt direkt på texten och inte med en formatmall.",
)
TEMPLATE_NO_HEADER_ROW = kind(
    6110,
    VARNING,
    "{i_mallen}: tabellen har ingen rubrikrad.",
    "Markera tabellens första rad och välj Layout › Upprepa rubrikrader.",
    meaning="Den första raden är inte märkt som rubrikrad. Då upprepas den inte på nästa sida, och "
    "den som lyssnar får inte veta vilken kolumn en cell hör till.",
    wrong="En tabell över röster, där första raden bara är fet",
    right="Samma rad med Upprepa rubrikrader",
    gist="En tabell i mallen har ingen rubrikrad.",
)
TEMPLATE_MERGED_CELLS = kind(
    6111,
    VARNING,
    "{i_mallen}: tabellen har sammanslagna celler, som inte kan läsas upp.",
    "Dela cellerna (Layout › Dela celler), så att varje rad har lika många.",
    meaning="Uppläsningen går cell för cell och rad för rad. Där celler är sammanslagna hamnar den "
    "i fel kolumn.",
    wrong="En rad där Summa sträcker sig över tre kolumner",
    right="Summa i den första cellen och de andra tomma",
    gist="En tabell i mallen har sammanslagna celler, som inte kan läsas upp.",
)
TEMPLATE_OWN_STYLE = kind(
    6112,
    UPPLYSNING,
    "{i_mallen}: formatmallen ”{value}” är mallens egen och finns inte i brevpapperet.",
    "Låt den stå om bara den här mallen behöver den. Annars: skapa den i brevpapperet, så följer "
    "den med när det ändras.",
    meaning="Formatmallen finns bara i mallen. Den fungerar, men följer inte med när brevpapperet "
    "ändras.",
    wrong="Formatmallen Faktaruta, som bara finns i tjänsteskrivelse.docx",
    right="Faktaruta i brevpapper.docx, eller just så om bara en mall behöver den",
    gist="En formatmall är mallens egen och finns inte i brevpapperet.",
)
LETTERHEAD_LACKS_STYLE = kind(
    6113,
    VARNING,
    "{i_mallen}: formatmallen ”{value}” saknas, så det som ska ha den ser ut som vanlig text.",
    "Skapa formatmallen i brevpapperet, eller hämta den ur det brevpapper som följer med gen.",
    meaning="gen skriver vissa delar med formatmallar som brevpapperet ska ha. Utan den här blir "
    "texten läsbar men ser ut som all annan.",
    wrong="Ett eget brevpapper utan formatmallen Ingress",
    right="Ingress finns i brevpapper.docx",
    gist="En formatmall saknas i brevpapperet, så det som ska ha den ser ut som vanlig text.",
)
TEMPLATE_STYLE_UNKNOWN = kind(
    6115,
    VARNING,
    "{i_mallen}: formatmallen ”{value}” finns varken i mallen eller i brevpapperet, så texten ser "
    "ut som vanlig text.",
    "Välj en formatmall som finns i brevpapperet, eller skapa den där.",
    meaning="Stycket har en formatmall som inte finns någonstans, oftast för att det är inklistrat "
    "ur en annan fil.",
    wrong="Ett stycke ur en annan kommuns mall, med formatmallen Malltext",
    right="Samma stycke med formatmallen Brödtext, som finns i brevpapperet",
    gist="En formatmall finns varken i mallen eller i brevpapperet, så texten ser ut som "
    "vanlig text.",
)
TEMPLATE_OWN_HEADER = kind(
    6114,
    UPPLYSNING,
    "{i_mallen}: det som står här används inte, utan det som står i brevpapperet.",
    "Ändra i brevpapper.docx, så får alla dokument det.",
    meaning="Sidhuvud och sidfot tas alltid ur brevpapperet, så att alla dokument ser likadana ut. "
    "Det som står i mallens egna kommer aldrig med.",
    wrong="En ny logotyp i sidhuvudet på protokoll.docx",
    right="Logotypen i brevpapper.docx",
    gist="Mallens eget sidhuvud eller sidfot används inte, utan brevpapperets.",
)
TEMPLATE_TYPE_UNKNOWN = kind(
    6120,
    FEL,
    "Filnamnet {value} säger inte vad det är en mall för.{förslag}",
    "Ange det med --typ, till exempel --typ protokoll, eller döp filen till protokoll.docx.",
    meaning="Filnamnet brukar säga vilket slags dokument en mall är för, och därmed vilka fält den "
    "har. Det här namnet säger det inte.",
    wrong="gen mall kontrollera ny-version.docx",
    right="gen mall kontrollera ny-version.docx --typ protokoll",
    gist="Filnamnet säger inte vad det är en mall för.",
)
TEMPLATE_NO_EXAMPLE = kind(
    6121,
    FEL,
    "Det finns inget exempel att fylla {value} med.",
    "Prova mallen på ett eget kalkylblad, med --mallar och mallens mapp.",
    meaning="gen mall prova fyller mallen med de kalkylblad som följer med gen. Inget av dem ger "
    "ett sådant dokument.",
    seen="Mallen går att kontrollera men inte att prova",
)
LETTERHEAD_NARROW = kind(
    6116,
    VARNING,
    "{i_mallen}: texten blir {value} mm bred. Mallarna behöver 155 mm; annars sticker deras "
    "tabeller ut i marginalen.",
    "Välj A4 och minska höger- och vänstermarginalen (Layout › Marginaler).",
    meaning="Tabellerna i mallarna har kolumner med fast bredd, gjorda för en text som är 155 mm "
    "bred. På ett smalare brevpapper blir de bredare än texten.",
    wrong="A4 med 50 mm marginal på båda sidor, eller A5",
    right="A4 med 30 mm till vänster och 25 mm till höger",
    gist="Brevpapperets text är smalare än mallarnas tabeller.",
)
TEMPLATE_UNSEEN = kind(
    6117,
    FEL,
    "{i_mallen}: {value} syns inte i det färdiga dokumentet. Det måste stå i {dokument}.",
    "Se efter att taggen inte är dold text och inte står i ett villkor som aldrig gäller.",
    meaning="Taggen finns i mallen, men i inget av exemplen syns det som den skriver. Den som "
    "läser dokumentet får inte veta det.",
    wrong="{{p del.innehåll }} som dold text, eller mellan {%p if 1 == 2 %} och {%p endif %}",
    right="{{p del.innehåll }} som vanlig text",
    gist="En uppgift som måste stå i dokumentet syns inte i det.",
)
TEMPLATE_EMPTY_HEADING = kind(
    6118,
    VARNING,
    "{i_mallen}: rubriken blir tom.",
    "Ta bort den, välj en annan formatmall för det tomma stycket, eller skriv ett villkor kring "
    "den: {{%p if fältet %}} före och {{%p endif %}} efter.",
    meaning="Den som lyssnar tar sig fram mellan rubrikerna, och en tom rubrik säger inget. "
    "I det minsta av exemplen, eller i alla, blir den här rubriken tom.",
    wrong="Ett tomt stycke med formatmallen Rubrik 1, för luftens skull",
    right="Avståndet före i nästa stycke",
    gist="En rubrik blir tom.",
)
TEMPLATE_MERGE_FIELD = kind(
    6119,
    FEL,
    "{i_mallen}: {value} är ett fält för Words kopplade utskrift. gen fyller inte i det, så det "
    "står kvar som det är.",
    "Ta bort fältet och skriv en tagg i stället, till exempel {{{{ sammanträde.plats }}}}. Alla "
    "fält visas av gen mall fält och mallens namn.",
    meaning="Mallen är gjord för kopplad utskrift i Word, där fält som «Namn» hämtas ur en annan "
    "fil. gen fyller i taggar.",
    wrong="«Plats»",
    right="{{ sammanträde.plats }}",
    gist="Mallen har ett fält för Words kopplade utskrift, som står kvar som det är.",
)
