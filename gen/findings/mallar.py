"""What `gen mall` has to say of a template (6100–6199), beside what stops it from being used."""

from __future__ import annotations

from gen.findings.kinds import FEL, UPPLYSNING, VARNING, kind

TEMPLATE_LOOP_NAME = kind(
    6100,
    FEL,
    "{i_mallen}: {value} finns inte här: {namn} gäller bara inne i {upprepning}.{förslag}",
    "Skriv det namn som gäller i den upprepning där taggen står, eller flytta in taggen.",
)
TEMPLATE_SPLIT_TAG = kind(
    6101,
    FEL,
    "{i_mallen}: taggen {value} är delad i två stycken.",
    "Skriv hela taggen i ett enda stycke: ställ dig i slutet av det första och tryck Delete.",
)
TEMPLATE_MAY_LACK = kind(
    6102,
    VARNING,
    "{i_mallen}: {value} saknar värde i en del dokument, och då går de inte att göra.",
    "Skriv {{% if {value} %}} före och {{% endif %}} efter det som bara ska stå när värdet finns.",
)
TEMPLATE_NEVER_THERE = kind(
    6103,
    VARNING,
    "{i_mallen}: fältet {value} finns inte, så det är alltid som om det saknades.{förslag}",
    "Skriv ett fält som finns; gen mall fält visar alla.",
)
TEMPLATE_LACKS_PART = kind(
    6104,
    FEL,
    "{i_mallen}: {value} skrivs inte ut. Det måste stå i {dokument}.",
    "Skriv ut fältet på sin plats. gen mall fält visar alla fält, och mallen som följer med gen "
    "visar hur det görs.",
)
TEMPLATE_LANGUAGE = kind(
    6105,
    VARNING,
    "{i_mallen}: språket är {value} och inte svenska (sv-SE). Då läses texten fel för den som "
    "lyssnar.",
    "Markera texten och välj Granska › Språk › Ange korrekturspråk › Svenska (Sverige). För hela "
    "mallen: gör det i formatmallen Normal.",
)
TEMPLATE_SKIPPED_HEADING = kind(
    6106,
    VARNING,
    "{i_mallen}: en rubrik på nivå {value} följer på {före}.",
    "Välj formatmallen Rubrik {nivå} i stället, eller lägg till rubriken som saknas.",
)
TEMPLATE_NO_ALT_TEXT = kind(
    6107,
    VARNING,
    "{i_mallen}: bilden {value} har ingen alternativtext.",
    "Högerklicka på bilden, välj Visa alternativtext och skriv vad den visar, eller markera den "
    "som dekorativ.",
)
TEMPLATE_FONT = kind(
    6108,
    VARNING,
    "{i_mallen}: typsnittet {value} finns inte på den här datorn, och inget med samma mått.",
    "Installera typsnittet, eller byt till Calibri eller Arial i brevpapperets formatmallar. "
    "Rader och sidor bryts annars olika.",
)
TEMPLATE_DIRECT_FORMAT = kind(
    6109,
    UPPLYSNING,
    "{i_mallen}: {value} är satt direkt på texten och inte med en formatmall.",
    "Markera stycket, ta bort det direkta (Ctrl+Blanksteg, Ctrl+Q) och välj en formatmall. Då "
    "följer det med när brevpapperet ändras.",
)
TEMPLATE_NO_HEADER_ROW = kind(
    6110,
    VARNING,
    "{i_mallen}: tabellen har ingen rubrikrad.",
    "Markera tabellens första rad och välj Layout › Upprepa rubrikrader.",
)
TEMPLATE_MERGED_CELLS = kind(
    6111,
    VARNING,
    "{i_mallen}: tabellen har sammanslagna celler, som inte kan läsas upp.",
    "Dela cellerna (Layout › Dela celler), så att varje rad har lika många.",
)
TEMPLATE_OWN_STYLE = kind(
    6112,
    UPPLYSNING,
    "{i_mallen}: formatmallen ”{value}” är mallens egen och finns inte i brevpapperet.",
    "Låt den stå om bara den här mallen behöver den. Annars: skapa den i brevpapperet, så följer "
    "den med när det ändras.",
)
LETTERHEAD_LACKS_STYLE = kind(
    6113,
    VARNING,
    "{i_mallen}: formatmallen ”{value}” saknas, så det som ska ha den ser ut som vanlig text.",
    "Skapa formatmallen i brevpapperet, eller hämta den ur det brevpapper som följer med gen.",
)
TEMPLATE_STYLE_UNKNOWN = kind(
    6115,
    VARNING,
    "{i_mallen}: formatmallen ”{value}” finns varken i mallen eller i brevpapperet, så texten ser "
    "ut som vanlig text.",
    "Välj en formatmall som finns i brevpapperet, eller skapa den där.",
)
TEMPLATE_OWN_HEADER = kind(
    6114,
    UPPLYSNING,
    "{i_mallen}: det som står här används inte, utan det som står i brevpapperet.",
    "Ändra i brevpapper.docx, så får alla dokument det.",
)
TEMPLATE_TYPE_UNKNOWN = kind(
    6120,
    FEL,
    "Filnamnet {value} säger inte vad det är en mall för.{förslag}",
    "Ange det med --typ, till exempel --typ protokoll, eller döp filen till protokoll.docx.",
)
TEMPLATE_NO_EXAMPLE = kind(
    6121,
    FEL,
    "Det finns inget exempel att fylla {value} med.",
    "Prova mallen på ett eget kalkylblad, med --mallar och mallens mapp.",
)
