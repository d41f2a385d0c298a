"""Templates, and Word files that are set in (4000–4999)."""

from __future__ import annotations

from gen.findings.kinds import ALLA, FEL, kind

NO_TEMPLATE = kind(
    4000,
    FEL,
    "Det finns ingen mall för {value}: filen {fil} saknas i {mappar}.{förslag}",
    "Lägg mallen där, eller ange mappen med --mallar.",
    stoppar=ALLA,
)
NO_TEMPLATE_FOLDER = kind(
    4001,
    FEL,
    "Mappen med mallar finns inte: {value}.",
    "Ange en mapp som finns med --mallar, eller rätta Mallmapp i registret.",
    stoppar=ALLA,
)
TEMPLATE_UNREADABLE = kind(
    4002,
    FEL,
    "Mallen {mall} går inte att läsa: {skäl}.",
    "Öppna filen i Word och spara den som Word-dokument (.docx) utan lösenord.",
    stoppar=ALLA,
)
TEMPLATE_TRACKED = kind(
    4003,
    FEL,
    "{i_mallen}: här finns spårade ändringar, som skulle synas i varje dokument.",
    "Godkänn eller avvisa alla ändringar i mallen (Granska › Godkänn › Godkänn alla).",
    stoppar=ALLA,
)
TEMPLATE_NO_STYLE = kind(
    4004,
    FEL,
    "{i_mallen}: formatmallen ”{value}”, som behövs för {används_till}, saknas.",
    "Skapa formatmallen i brevpapperet, eller hämta den ur det brevpapper som följer med gen.",
    stoppar=ALLA,
)
TEMPLATE_UNKNOWN_FIELD = kind(
    4010,
    FEL,
    "{i_mallen}: fältet {value} finns inte.{förslag}",
    "Skriv ett fält som finns; gen mall fält visar alla.",
    stoppar=ALLA,
)
TEMPLATE_BROKEN_TAG = kind(
    4011,
    FEL,
    "{i_mallen}: {value} är en trasig tagg.",
    "Skriv {{{{ fält }}}} för ett värde och {{% … %}} för villkor och upprepning, utan "
    "blanksteg mellan klamrarna och helt inom ett stycke.",
    stoppar=ALLA,
)
TEMPLATE_SYNTAX = kind(
    4012,
    FEL,
    "{i_mallen}: {value} går inte att tolka: {skäl}.{förslag}",
    "Rätta det som står mellan klamrarna.",
    stoppar=ALLA,
)
TEMPLATE_UNBALANCED = kind(
    4013,
    FEL,
    "{i_mallen}: {value} {skäl}.",
    "Varje {{%p if … %}} och {{%p for … %}} avslutas av {{%p endif %}} och {{%p endfor "
    "%}} av samma slag (p, tr eller inget) på samma ställe: samma text, tabell eller "
    "cell.",
    stoppar=ALLA,
)
TEMPLATE_NOT_ALONE = kind(
    4014,
    FEL,
    "{i_mallen}: {value} måste stå ensam i {rum}; annat som står där skulle försvinna.",
    "Flytta det andra, eller skriv taggen utan {prefix} om den hör till texten.",
    stoppar=ALLA,
)
TEMPLATE_UNKNOWN_FILTER = kind(
    4015,
    FEL,
    "{i_mallen}: filtret {value} finns inte.{förslag}",
    "Skriv ett filter som finns; gen mall fält visar alla.",
    stoppar=ALLA,
)
TEMPLATE_FORBIDDEN = kind(
    4016,
    FEL,
    "{i_mallen}: {value} får inte användas i en mall.",
    "En mall kan skriva ut fält, använda filter, if, for och set. Ta bort det andra.",
    stoppar=ALLA,
)
TEMPLATE_TOO_LARGE = kind(
    4017,
    FEL,
    "{i_mallen}: {value} upprepar så mycket att dokumentet inte går att göra.",
    "Upprepa över en lista i underlaget i stället för ett stort tal.",
    stoppar=ALLA,
)
TEMPLATE_NO_VALUE = kind(
    4020,
    FEL,
    "{i_mallen}: {value} har inget värde i det här dokumentet.",
    "Skriv {{% if {fält} %}} före och {{% endif %}} efter det som bara ska stå när värdet finns.",
    stoppar=ALLA,
)
TEMPLATE_NOT_TEXT = kind(
    4021,
    FEL,
    "{i_mallen}: {value} är {slag} och kan inte skrivas ut som text.",
    "{råd}",
    stoppar=ALLA,
)
TEMPLATE_BLOCK_INLINE = kind(
    4022,
    FEL,
    "{i_mallen}: {value} är hela stycken och kan inte stå inne i ett stycke.",
    "Skriv {{{{p {fält} }}}} ensamt i ett eget stycke.",
    stoppar=ALLA,
)
TEMPLATE_TEXT_AS_BLOCK = kind(
    4023,
    FEL,
    "{i_mallen}: {value} är inte stycken och kan inte skrivas ut med p.",
    "Skriv {{{{ {fält} }}}} utan p.",
    stoppar=ALLA,
)
TEMPLATE_NOT_LIST = kind(
    4024,
    FEL,
    "{i_mallen}: {value} är ingen lista att upprepa över.",
    "Upprepa över en lista; gen mall fält visar vilka som finns.",
    stoppar=ALLA,
)
TEMPLATE_FAILED = kind(
    4025,
    FEL,
    "{i_mallen}: {value} gick inte att räkna ut: {skäl}.",
    "Rätta taggen, eller skriv ett villkor kring den för när värdet saknas.",
    stoppar=ALLA,
)
FILE_UNREADABLE = kind(
    4030,
    FEL,
    "Filen {value}, som ska sättas in, går inte att läsa: {skäl}.",
    "Öppna filen i Word och spara den som Word-dokument (.docx) utan lösenord.",
    stoppar=ALLA,
)
FILE_TRACKED = kind(
    4031,
    FEL,
    "Filen {value}, som ska sättas in, har spårade ändringar.",
    "Godkänn eller avvisa alla ändringar i filen (Granska › Godkänn › Godkänn alla).",
    stoppar=ALLA,
)
