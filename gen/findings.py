"""What gen has to say about the user's data, as values: a fact at a path, a sentence, a cure.

A finding is made from a `Kind` of the catalogue below, the one place where a code, its
level and its words are declared. A finding names a *path* (`ärenden[3].rubrik`), never a
cell: the reading's `Source` turns paths into cells, and only where something is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from gen.names import nearest


class Level(StrEnum):
    """How bad it is, worst first.

    `FEL`: a document would be impossible, self-contradictory or false; it stops those
    documents. `LAGBRIST`: the law was broken in what happened; told first, stops nothing.
    """

    FEL = "fel"
    LAGBRIST = "lagbrist"
    VARNING = "varning"
    UPPLYSNING = "upplysning"


ALLA: frozenset[str] = frozenset({"*"})
"""The value of `stoppar` that means every document type."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `at` is a path into the model, or `@fil/blad/cell` (see `source.at`)."""

    code: str
    level: Level
    at: str
    message: str
    expected: str = ""
    value: str = ""
    suggestion: str = ""
    statute: str = ""
    stoppar: frozenset[str] = frozenset()

    def stops(self, document: str) -> bool:
        """Whether `document` (a document type, `protokoll`) must not be made."""
        return "*" in self.stoppar or document in self.stoppar

    def about(self, at: str) -> Finding:
        """The same finding, of the thing at `at`: who found it did not know which it was."""
        return replace(self, at=at)


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the catalogue. `says` and `cure` are Swedish with `{facts}` to fill in."""

    code: str
    level: Level
    says: str
    cure: str
    statute: str = ""
    stoppar: frozenset[str] = frozenset()

    def __call__(
        self,
        at: str,
        *,
        value: object = "",
        suggestion: str = "",
        stoppar: frozenset[str] | None = None,
        **facts: object,
    ) -> Finding:
        shown = "" if value is None else str(value)
        return Finding(
            code=self.code,
            level=self.level,
            at=at,
            message=self.says.format(value=shown, **facts),
            expected=self.cure.format(value=shown, **facts),
            value=shown,
            suggestion=suggestion,
            statute=self.statute,
            stoppar=self.stoppar if stoppar is None else stoppar,
        )


CATALOGUE: dict[str, Kind] = {}


def _kind(
    number: int,
    level: Level,
    says: str,
    cure: str,
    *,
    statute: str = "",
    stoppar: frozenset[str] = frozenset(),
) -> Kind:
    code = f"GEN-{number}"
    if code in CATALOGUE:
        raise ValueError(f"{code} is declared twice")
    kind = CATALOGUE[code] = Kind(code, level, says, cure, statute, stoppar)
    return kind


def as_code(text: str) -> str:
    """A code as it is declared, of what somebody types: `GEN-1308`, `gen 1308` or `1308`."""
    return re.sub(r"(?i)^(?:gen)?[\s–-]*(?=\d)", "GEN-", text.strip())


def unknown(
    kind: Kind,
    at: str,
    value: str,
    names: Iterable[str],
    stoppar: frozenset[str] | None = None,
) -> Finding:
    """A finding on a name that nobody knows, with the nearest of the known ones."""
    return kind(at, value=value, suggestion=nearest(value, names), stoppar=stoppar)


FEL, LAGBRIST, VARNING, UPPLYSNING = Level.FEL, Level.LAGBRIST, Level.VARNING, Level.UPPLYSNING

# 1000: the file, its sheets and columns. A structural fel stops everything.
NO_FILE = _kind(1001, FEL, "Filen {value} finns inte.", "Kontrollera namnet och mappen.")
UNREADABLE_FILE = _kind(
    1002,
    FEL,
    "Filen {value} får inte läsas.",
    "Se efter att filen är åtkomlig för dig och inte är låst.",
)
NOT_A_WORKBOOK = _kind(
    1003,
    FEL,
    "{value} går inte att läsa som ett kalkylblad.",
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx), utan lösenord.",
    stoppar=ALLA,
)
MISSING_SHEET = _kind(
    1101,
    FEL,
    "Bladet {value} saknas.",
    "Lägg till ett blad med namnet {value}, eller ge det rätta bladet det namnet.",
    stoppar=ALLA,
)
UNKNOWN_SHEET = _kind(
    1102,
    VARNING,
    "Bladet {value} känner gen inte till; det läses inte.",
    "Ta bort bladet, eller flytta det som står där till ett blad som används.",
)
NO_HEADER = _kind(
    1103,
    FEL,
    "Bladet {value} har ingen rubrikrad.",
    "Skriv kolumnernas rubriker överst på bladet, den första är {header}.",
    stoppar=ALLA,
)
MISSING_COLUMN = _kind(
    1104,
    FEL,
    "Kolumnen eller uppgiften {value} saknas på bladet {sheet}.",
    "Lägg till {value} på bladet {sheet}.",
    stoppar=ALLA,
)
UNKNOWN_COLUMN = _kind(
    1105,
    VARNING,
    "{value} är ingen rubrik som gen känner till; det som står där läses inte.",
    "Rätta rubriken eller ta bort den.",
)
DUPLICATE_HEADER = _kind(
    1106,
    FEL,
    "Rubriken {value} står två gånger.",
    "Ta bort den ena, så att det är klart vilken som gäller.",
    stoppar=ALLA,
)
UNCALCULATED = _kind(
    1107,
    FEL,
    "Cellen innehåller en formel som aldrig har räknats ut.",
    "Öppna filen i Excel, spara den och kör om, eller skriv värdet i stället för formeln.",
    stoppar=ALLA,
)

# 1200: what a cell holds.
UNREADABLE = _kind(
    1201,
    FEL,
    "{header}: {reason}.",
    "Skriv {how}.",
)
EXCEL_ERROR = _kind(
    1202,
    FEL,
    "Cellen visar Excels fel {value}.",
    "Rätta formeln eller skriv värdet.",
)

# 1300: what refers to something else.
UNKNOWN_ORGAN = _kind(
    1301,
    FEL,
    "Organet ”{value}” finns inte i registret.",
    "Skriv ett organ ur registrets blad Organ, med namn eller kod, eller lägg till det där.",
    stoppar=ALLA,
)
UNKNOWN_PERSON = _kind(
    1302,
    FEL,
    "”{value}” finns varken på bladet Närvaro eller i registret.",
    "Rätta namnet, eller lägg till personen på bladet Närvaro.",
)
AMBIGUOUS_PERSON = _kind(
    1303,
    FEL,
    "”{value}” kan vara flera: {people}.",
    "Skriv hela namnet.",
)
GUEST = _kind(
    1304,
    UPPLYSNING,
    "{value} finns inte i registret och skrivs som gäst.",
    "Inget att göra om namnet är rätt.",
)
UNKNOWN_ARENDE = _kind(
    1305,
    FEL,
    "Ärende {value} finns inte på bladet Ärenden.",
    "Skriv ett Nr som står på bladet Ärenden.",
    stoppar=ALLA,
)
NO_KEY = _kind(
    1306,
    FEL,
    "Raden säger inte vilket {header} den hör till, och ingen rad ovanför gör det.",
    "Skriv {header} på den första raden.",
    stoppar=ALLA,
)
DUPLICATE_KEY = _kind(
    1307,
    FEL,
    "{header} {value} står på två rader.",
    "Ge den ena raden ett eget {header}.",
    stoppar=ALLA,
)
SCATTERED = _kind(
    1308,
    VARNING,
    "Raderna för ärende {value} står inte ihop; bladet kan ha sorterats om.",
    "Se efter att varje rad står under rätt ärende, och samla dem.",
)
NO_REGISTER = _kind(
    1309,
    FEL,
    "Hittar inget register.",
    "Lägg register.xlsx bredvid kalkylbladet eller i mappen data, eller ange --register.",
    stoppar=ALLA,
)
NO_CHAIN = _kind(
    1310,
    VARNING,
    "Registret säger inte hur ärendet kommer från {organ} till {value}.",
    "Fyll i Överordnat organ på registrets blad Organ.",
)


# 60xx: the folder of finished documents (store)
FOLDER_BUSY = _kind(
    6000,
    FEL,
    "En annan körning av gen arbetar i mappen {value} och var inte klar efter {seconds} sekunder.",
    "Vänta tills den är klar och kör igen, eller välj en annan mapp med --ut.",
)
FOLDER_IS_FILE = _kind(
    6001,
    FEL,
    "Där gen behöver en mapp finns redan en fil med det namnet: {value}.",
    "Flytta filen eller ge den ett annat namn, eller välj en annan mapp med --ut.",
)
FOLDER_CLOSED = _kind(
    6002,
    FEL,
    "Du har inte rätt att läsa eller skriva här: {value}.",
    "Ordna behörigheten, eller välj en annan mapp med --ut.",
)
MANIFEST_DAMAGED = _kind(
    6003,
    VARNING,
    "Manifestet i {value} går inte att läsa, så gen vet inte vilka av filerna där det har gjort.",
    "Filer med annat innehåll än det nya räknas som dina tills de lagts åt sidan eller tagits "
    "bort. Det skadade manifestet sparas bredvid när ett nytt skrivs.",
)
MANIFEST_NEWER = _kind(
    6004,
    FEL,
    "Filerna i {value} är gjorda med en nyare gen än den här.",
    "Uppdatera gen, eller välj en annan mapp med --ut.",
)
EDITED_FILES = _kind(
    6005,
    FEL,
    "Någon har ändrat eller lagt dit filer där gen skulle skriva, och de får stå kvar: {value}.",
    "Kör med --behåll för att gå vidare från dem, eller med --skriv-över för att lägga dem åt "
    "sidan under nytt namn och göra nya.",
)
EDITED_MEANWHILE = _kind(
    6006,
    FEL,
    "Någon ändrade filer medan gen arbetade, och de får stå kvar: {value}.",
    "Spara och stäng dem och kör igen.",
)
OPEN_IN_PROGRAM = _kind(
    6007,
    FEL,
    "Filer som skulle ändras är öppna i {program}: {value}.",
    "Stäng dem och kör igen. Är de inte öppna hos någon har {program} lämnat en låsfil efter sig; "
    "ta då bort den: {locks}.",
)
FILE_LOCKED = _kind(
    6008,
    FEL,
    "Det går inte att skriva över {value}: öppen i ett annat program eller skrivskyddad.",
    "Stäng filen eller ta bort skrivskyddet och kör igen.",
)
LINK_IN_THE_WAY = _kind(
    6009,
    FEL,
    "En länk står där gen skulle skriva, och gen följer inga länkar ut ur mappen: {value}.",
    "Ta bort länken eller ge den ett annat namn, eller välj en annan mapp med --ut.",
)
NOT_A_FILE = _kind(
    6010,
    FEL,
    "En mapp, eller något annat än en fil, står där gen skulle skriva: {value}.",
    "Flytta det som står där eller ge det ett annat namn.",
)
DISK_FULL = _kind(
    6011,
    FEL,
    "Disken är full; mer fick inte plats i {value}.",
    "Frigör utrymme och kör igen; det som redan står i mappen är helt.",
)
DISK_FAILED = _kind(
    6012,
    FEL,
    "Det gick inte att läsa eller skriva {value} ({reason}).",
    "Se till att disken eller den delade mappen fungerar och kör igen.",
)
SET_ASIDE = _kind(
    6013,
    UPPLYSNING,
    "{value} var ändrad av någon annan än gen och finns kvar som {aside}.",
    "För över det du vill behålla till arbetsboken; ta bort filen när den inte behövs.",
)

# 4000–4199: templates. `{i_mallen}` is the place: file, part and the paragraph as it is seen.
NO_TEMPLATE = _kind(
    4000,
    FEL,
    "Det finns ingen mall för {value}: filen {fil} saknas i {mappar}.{förslag}",
    "Lägg mallen där, eller ange mappen med --mallar.",
    stoppar=ALLA,
)
NO_TEMPLATE_FOLDER = _kind(
    4001,
    FEL,
    "Mappen med mallar finns inte: {value}.",
    "Ange en mapp som finns med --mallar, eller rätta Mallmapp i registret.",
    stoppar=ALLA,
)
TEMPLATE_UNREADABLE = _kind(
    4002,
    FEL,
    "Mallen {mall} går inte att läsa: {skäl}.",
    "Öppna filen i Word och spara den som Word-dokument (.docx) utan lösenord.",
    stoppar=ALLA,
)
TEMPLATE_TRACKED = _kind(
    4003,
    FEL,
    "{i_mallen}: här finns spårade ändringar, som skulle synas i varje dokument.",
    "Godkänn eller avvisa alla ändringar i mallen (Granska › Godkänn › Godkänn alla).",
    stoppar=ALLA,
)
TEMPLATE_NO_STYLE = _kind(
    4004,
    FEL,
    "Mallen {mall} saknar formatmallen ”{value}”, som behövs för {används_till}.",
    "Skapa formatmallen i brevpapperet, eller hämta den ur det brevpapper som följer med gen.",
    stoppar=ALLA,
)
TEMPLATE_UNKNOWN_FIELD = _kind(
    4010,
    FEL,
    "{i_mallen}: fältet {value} finns inte.{förslag}",
    "Skriv ett fält som finns; gen mall fält visar alla.",
    stoppar=ALLA,
)
TEMPLATE_BROKEN_TAG = _kind(
    4011,
    FEL,
    "{i_mallen}: {value} är en trasig tagg.",
    "Skriv {{{{ fält }}}} för ett värde och {{% … %}} för villkor och upprepning, "
    "utan blanksteg mellan klamrarna och helt inom ett stycke.",
    stoppar=ALLA,
)
TEMPLATE_SYNTAX = _kind(
    4012,
    FEL,
    "{i_mallen}: {value} går inte att tolka: {skäl}.{förslag}",
    "Rätta det som står mellan klamrarna.",
    stoppar=ALLA,
)
TEMPLATE_UNBALANCED = _kind(
    4013,
    FEL,
    "{i_mallen}: {value} {skäl}.",
    "Varje {{%p if … %}} och {{%p for … %}} avslutas av {{%p endif %}} och {{%p endfor %}} "
    "av samma slag (p, tr eller inget) på samma ställe: samma text, tabell eller cell.",
    stoppar=ALLA,
)
TEMPLATE_NOT_ALONE = _kind(
    4014,
    FEL,
    "{i_mallen}: {value} måste stå ensam i {rum}; annat som står där skulle försvinna.",
    "Flytta det andra, eller skriv taggen utan {prefix} om den hör till texten.",
    stoppar=ALLA,
)
TEMPLATE_UNKNOWN_FILTER = _kind(
    4015,
    FEL,
    "{i_mallen}: filtret {value} finns inte.{förslag}",
    "Skriv ett filter som finns; gen mall fält visar alla.",
    stoppar=ALLA,
)
TEMPLATE_FORBIDDEN = _kind(
    4016,
    FEL,
    "{i_mallen}: {value} får inte användas i en mall.",
    "En mall kan skriva ut fält, använda filter, if, for och set. Ta bort det andra.",
    stoppar=ALLA,
)
TEMPLATE_TOO_LARGE = _kind(
    4017,
    FEL,
    "{i_mallen}: {value} upprepar så mycket att dokumentet inte går att göra.",
    "Upprepa över en lista i underlaget i stället för ett stort tal.",
    stoppar=ALLA,
)
TEMPLATE_NO_VALUE = _kind(
    4020,
    FEL,
    "{i_mallen}: {value} har inget värde i det här dokumentet.",
    "Skriv {{% if {fält} %}} före och {{% endif %}} efter det som bara ska stå när värdet finns.",
    stoppar=ALLA,
)
TEMPLATE_NOT_TEXT = _kind(
    4021,
    FEL,
    "{i_mallen}: {value} är {slag} och kan inte skrivas ut som text.",
    "{råd}",
    stoppar=ALLA,
)
TEMPLATE_BLOCK_INLINE = _kind(
    4022,
    FEL,
    "{i_mallen}: {value} är hela stycken och kan inte stå inne i ett stycke.",
    "Skriv {{{{p {fält} }}}} ensamt i ett eget stycke.",
    stoppar=ALLA,
)
TEMPLATE_TEXT_AS_BLOCK = _kind(
    4023,
    FEL,
    "{i_mallen}: {value} är inte stycken och kan inte skrivas ut med p.",
    "Skriv {{{{ {fält} }}}} utan p.",
    stoppar=ALLA,
)
TEMPLATE_NOT_LIST = _kind(
    4024,
    FEL,
    "{i_mallen}: {value} är ingen lista att upprepa över.",
    "Upprepa över en lista; gen mall fält visar vilka som finns.",
    stoppar=ALLA,
)
TEMPLATE_FAILED = _kind(
    4025,
    FEL,
    "{i_mallen}: {value} gick inte att räkna ut: {skäl}.",
    "Rätta taggen, eller skriv ett villkor kring den för när värdet saknas.",
    stoppar=ALLA,
)
FILE_UNREADABLE = _kind(
    4030,
    FEL,
    "Filen {value}, som ska sättas in, går inte att läsa: {skäl}.",
    "Öppna filen i Word och spara den som Word-dokument (.docx) utan lösenord.",
    stoppar=ALLA,
)
FILE_TRACKED = _kind(
    4031,
    FEL,
    "Filen {value}, som ska sättas in, har spårade ändringar.",
    "Godkänn eller avvisa alla ändringar i filen (Granska › Godkänn › Godkänn alla).",
    stoppar=ALLA,
)

# 2000: what must be there before a document can be made.
MISSING_VALUE = _kind(
    2001,
    FEL,
    "{value} är inte ifylld.",
    "Fyll i {value}.",
)
NO_CHAIR = _kind(
    2002,
    FEL,
    "Ingen tjänstgörande ordförande.",
    "Fyll i Ordförande på bladet Sammanträde, eller rätta Uppdrag och Närvarar på bladet Närvaro.",
    statute="5 kap. 65 § KL",
)
NO_DECISION = _kind(
    2003,
    FEL,
    "Ärende {nr} har utfallet {value} men ingen rad {part} på bladet Innehåll.",
    "Skriv beslutet på en rad {part}, eller ändra Utfall.",
    statute="5 kap. 67 § KL",
)
TWO_DECISIONS = _kind(
    2004,
    FEL,
    "Ärende {nr} har utfallet {value} men också rader Beslut på bladet Innehåll.",
    "Ändra Utfall till Annat beslut, eller ta bort raderna Beslut.",
)
DUPLICATE_PARAGRAPH = _kind(
    2005,
    FEL,
    "§ {value} står också på ärende {other}.",
    "Ge ärendena olika paragrafer, eller lämna § tomt så räknas numret ut.",
)
PARAGRAPH_OUTSIDE = _kind(
    2006,
    FEL,
    "§ {value} ligger utanför protokollets paragrafer, {first}–{last}.",
    "Rätta paragrafen, eller Första § och Sista § på bladet Sammanträde.",
)
PARAGRAPH_GAP = _kind(
    2007,
    VARNING,
    "Protokollet saknar § {value}.",
    "Rätta numren, eller välj Utvalda paragrafer som Omfattning.",
)
UNPRINTED_PART = _kind(
    2008,
    UPPLYSNING,
    "Delen {value} skrivs inte i protokollet.",
    "Inget att göra om den bara hör till tjänsteskrivelsen; annars: lägg till den under "
    "Delar i en § på registrets blad Stil.",
)

# 2100: what is asked for.
UNKNOWN_TYPE = _kind(
    2101,
    FEL,
    "{value} är ingen dokumenttyp.",
    "Skriv en av {known}.",
)

# 5100–5199: what a PDF lacks (gen/pdf)
NOT_DRAWN = _kind(
    5101,
    VARNING,
    "Tecknet {value} ({namn}) finns inte i något typsnitt som PDF-filen kan göras med. Där syns "
    "i stället numret {nummer}; Word-filen och texten som söks och läses upp har kvar tecknet.",
    "Skriv ett ord i stället för tecknet, eller installera ett typsnitt som har det (för emoji: "
    "Noto Emoji) och välj motorn libreoffice.",
)
BOX_DRAWN = _kind(
    5102,
    VARNING,
    "På sidan {value} står en ruta i stället för ett tecken, troligen ett som har satts in som "
    "symbol eller finns i en figur.",
    "Byt tecknet mot ett vanligt, eller installera dess typsnitt.",
)
UNREADABLE_PDF = _kind(
    5103,
    FEL,
    "PDF-filen från {motor} går inte att läsa ({value}).",
    "Försök igen. Händer det på nytt: gör filen med den andra motorn.",
)
NOT_EMBEDDED = _kind(
    5104,
    VARNING,
    "PDF-filen saknar typsnittet {value} och utger sig därför inte för arkivformatet PDF/A-2b.",
    "Använd ett typsnitt som får bäddas in, till exempel Arial eller Calibri.",
)
PICTURE_WITHOUT_TEXT = _kind(
    5111,
    VARNING,
    "En bild saknar alternativtext. PDF-filen utger sig därför inte för att vara tillgänglig "
    "(PDF/UA).",
    "Högerklicka på bilden i Word, välj Visa alternativtext och skriv vad bilden visar.",
)
HEADING_SKIPPED = _kind(
    5112,
    VARNING,
    "En rubriknivå är överhoppad. PDF-filen utger sig därför inte för att vara tillgänglig "
    "(PDF/UA).",
    "Använd rubrikformaten i ordning: under Rubrik 1 kommer Rubrik 2, inte Rubrik 3.",
)
RAGGED_TABLE = _kind(
    5113,
    VARNING,
    "En tabell har sammanslagna celler som motorn inte märker ut. PDF-filen utger sig därför "
    "inte för att vara tillgänglig (PDF/UA).",
    "Dela cellerna, eller välj motorn libreoffice.",
)
UNTAGGED = _kind(
    5114,
    VARNING,
    "Delar av PDF-filen saknar taggar. Den utger sig därför inte för att vara tillgänglig "
    "(PDF/UA).",
    "Välj motorn libreoffice, eller ta bort figurer och textrutor ur Word-filen.",
)
LINK_WITHOUT_TEXT = _kind(
    5115,
    VARNING,
    "En länk hör inte till någon text. PDF-filen utger sig därför inte för att vara tillgänglig "
    "(PDF/UA).",
    "Gör om länken i Word, på ett eller flera hela ord.",
)

# 5000: the engines that make PDF, and the Word files that they get.
ENGINE_UNKNOWN = _kind(
    5000,
    FEL,
    "{value} är ingen motor.",
    "Välj libreoffice eller inbyggd, med --motor eller miljövariabeln GEN_MOTOR.",
)
LIBREOFFICE_MISSING = _kind(
    5001,
    FEL,
    "LibreOffice hittades inte på den här datorn.",
    "Installera det: på Debian och Ubuntu med sudo apt install libreoffice-writer-nogui "
    "fonts-liberation fonts-crosextra-carlito, annars från libreoffice.org. Ligger det på ett "
    "eget ställe: låt GEN_SOFFICE peka på programmet. Eller kör med --motor inbyggd.",
)
LIBREOFFICE_NOT_THERE = _kind(
    5002,
    FEL,
    "GEN_SOFFICE pekar på {value}, och där finns inget LibreOffice.",
    "Rätta GEN_SOFFICE, ta bort den så letar gen själv, eller kör med --motor inbyggd.",
)
LIBREOFFICE_BROKEN = _kind(
    5003,
    FEL,
    "LibreOffice ({value}) ger ingen pdf ens av ett tomt dokument.",
    "Kör gen doktor. Installera om LibreOffice, eller kör så länge med --motor inbyggd.",
)
LIBREOFFICE_SILENT = _kind(
    5004,
    FEL,
    "LibreOffice ({value}) svarade inte inom {seconds} sekunder.",
    "Stäng andra tunga program och försök igen. Svarar det ändå inte: kör gen doktor, "
    "installera om LibreOffice, eller kör så länge med --motor inbyggd.",
)
CONVERSION_HUNG = _kind(
    5005,
    FEL,
    "LibreOffice blev inte klart med dokumentet på {seconds} sekunder.",
    "Öppna det i Word, spara det på nytt och försök igen, eller kör med --motor inbyggd.",
)
CONVERSION_FAILED = _kind(
    5006,
    FEL,
    "Det blev ingen pdf av dokumentet: {value} kunde inte läsa det.",
    "Öppna det i Word, spara det på nytt som .docx och försök igen, eller välj en annan motor "
    "med --motor.",
)
DOCX_EMPTY = _kind(
    5007,
    FEL,
    "Filen är tom.",
    "Kontrollera att den är färdigkopierad, och hämta den annars på nytt.",
)
DOCX_UNREADABLE = _kind(
    5008,
    FEL,
    "Filen kan inte läsas som Word-dokument: {why}.",
    "Öppna den i Word, ta bort ett eventuellt lösenord och spara den som Word-dokument (.docx).",
)
FONT_REPLACED = _kind(
    5010,
    VARNING,
    "Typsnittet {value} finns inte för {engine}; texten är ritad med {drawn}.",
    "Installera typsnittet, eller byt i mallen eller brevpapperet till Arial eller Calibri. "
    "Rad- och sidbrytningar kan annars bli andra än i Word.",
)
TRACKED_CHANGES = _kind(
    5011,
    VARNING,
    "Dokumentet har spårade ändringar; struken text kan synas i pdf:en.",
    "Godkänn eller avvisa ändringarna i Word och gör pdf:en på nytt.",
)
TODAYS_DATE = _kind(
    5012,
    VARNING,
    "Dokumentet har ett fält som visar dagens datum, och det ändras varje gång.",
    "Skriv datumet som vanlig text.",
)
UNFETCHED_PICTURE = _kind(
    5013,
    VARNING,
    "Bilden {value} ligger utanför dokumentet. Den hämtas inte och saknas i pdf:en.",
    "Infoga bilden i själva dokumentet.",
)
NOT_DRAWN_AS_IN_WORD = _kind(
    5014,
    UPPLYSNING,
    "Motorn inbyggd ritar inte {value} som Word.",
    "Se efter att pdf:en är läsbar, eller kör med --motor libreoffice.",
)
PICTURE_NOT_DRAWN = _kind(
    5015,
    VARNING,
    "Motorn inbyggd kan inte rita bilden {value}; den saknas i pdf:en.",
    "Spara bilden som PNG eller JPEG och infoga den på nytt, eller kör med --motor libreoffice.",
)
SAME_NAME = _kind(
    2102,
    FEL,
    "Två av filerna skulle ge samma {value}.",
    "Gör dem var för sig, eller ge dem olika namn.",
)

# 1400–1499: the marked copy (gen/workbook/mark.py)
NOT_MARKABLE = _kind(
    1401,
    FEL,
    "Det går inte att göra en markerad kopia av {value}: {reason}.",
    "Öppna filen i Excel, spara den som Excel-arbetsbok (.xlsx) utan lösenord, och kör om.",
)

# 1108–1199: what kind of file it is, and the shape of its sheets.
MERGED = _kind(
    1108,
    VARNING,
    "Cellerna {value} är sammanfogade; innehållet hör bara till den första av dem.",
    "Dela cellerna (Start › Koppla och centrera) och skriv värdet i varje cell där det gäller.",
)
COVERED = _kind(
    1109,
    VARNING,
    "De sammanfogade cellerna {value} döljer det som står i {cells}; det läses inte.",
    "Dela cellerna (Start › Koppla och centrera) och behåll det som ska gälla.",
)
HIDDEN_ROWS = _kind(
    1110,
    VARNING,
    "Rad {value} är dold, för hand eller av ett filter, men läses och skrivs ut som de andra.",
    "Visa raderna (Data › Radera filter, eller Ta fram) och se efter att de ska vara med.",
)
HIDDEN_COLUMN = _kind(
    1111,
    VARNING,
    "Kolumn {value} är dold men har innehåll, som läses och skrivs ut som det andra.",
    "Ta fram kolumnen och se efter att det som står där ska vara med.",
)
HIDDEN_SHEET = _kind(
    1112,
    VARNING,
    "Bladet {value} är dolt men läses och skrivs ut som de andra.",
    "Ta fram bladet (högerklicka på en flik › Ta fram) och se efter att det stämmer.",
)
OUTSIDE = _kind(
    1113,
    VARNING,
    "Det som står i {value} står utanför tabellen och läses inte.",
    "Flytta det till kolumnen där det hör hemma, eller till Intern anteckning.",
)
SECOND_TABLE = _kind(
    1114,
    FEL,
    "Rad {value} är en rubrikrad till; från den raden läses inget.",
    "Ta bort rubrikraden och låt allt stå i en enda tabell på bladet.",
    stoppar=ALLA,
)
OTHER_TABLE = _kind(
    1115,
    VARNING,
    "Rad {value} ser ut som rubrikerna till en annan tabell, men läses som en vanlig rad.",
    "Flytta den andra tabellen till ett eget blad, eller ta bort fetstilen om raden hör hit.",
)
GAP = _kind(
    1116,
    UPPLYSNING,
    "Rad {value} är tom; det som står under läses också.",
    "Ta bort de tomma raderna om det som står under inte är en egen anteckning; flytta den annars.",
)
DUPLICATE_SHEET = _kind(
    1117,
    FEL,
    "Två blad heter {value}.",
    "Ta bort det ena eller ge det ett annat namn, så att det är klart vilket som gäller.",
    stoppar=ALLA,
)
EMPTY_FILE = _kind(
    1120,
    FEL,
    "{value} är tom.",
    "Kontrollera att filen är färdigkopierad eller synkroniserad, och hämta den annars på nytt.",
    stoppar=ALLA,
)
OLD_EXCEL = _kind(
    1121,
    FEL,
    "{value} är sparad i Excels äldre format (.xls).",
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx).",
    stoppar=ALLA,
)
PASSWORD = _kind(
    1122,
    FEL,
    "{value} har lösenord.",
    "Öppna filen i Excel, ta bort lösenordet (Arkiv › Info › Skydda arbetsbok › Kryptera med "
    "lösenord, töm rutan) och spara.",
    stoppar=ALLA,
)
OPENDOCUMENT = _kind(
    1123,
    FEL,
    "{value} är sparad i OpenDocument-format (.ods).",
    "Öppna filen i Excel eller LibreOffice och spara den som Excel-arbetsbok (.xlsx).",
    stoppar=ALLA,
)
PLAIN_TEXT = _kind(
    1124,
    FEL,
    "{value} är en textfil (till exempel .csv), inte en arbetsbok.",
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx), eller börja från gen ny.",
    stoppar=ALLA,
)
BINARY_WORKBOOK = _kind(
    1125,
    FEL,
    "{value} är sparad som binär arbetsbok (.xlsb).",
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx).",
    stoppar=ALLA,
)
STRICT_WORKBOOK = _kind(
    1126,
    FEL,
    "{value} är sparad som Strict Open XML-kalkylblad.",
    "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx), utan Strict i namnet.",
    stoppar=ALLA,
)
OTHER_OFFICE = _kind(
    1127,
    FEL,
    "{value} är ett Word- eller PowerPoint-dokument, inget kalkylblad.",
    "Ange sammanträdets kalkylblad (.xlsx).",
    stoppar=ALLA,
)
MACROS = _kind(
    1128,
    UPPLYSNING,
    "{value} innehåller makron. gen kör dem inte och läser bara det som är sparat i cellerna.",
    "Spara filen i Excel först om makron ska ha fyllt i något.",
)
NEWER_SCHEMA = _kind(
    1130,
    FEL,
    "{value} är gjord för en nyare gen (kalkylblad version {version}) än den här.",
    "Uppdatera gen och kör igen.",
    stoppar=ALLA,
)
COPY_IN_THE_WAY = _kind(
    1140,
    FEL,
    "{value} finns redan och är inte gjord av gen, eller har ändrats sedan dess; den får stå kvar.",
    "Ge filen ett annat namn eller ta bort den, eller ange ett annat namn för den nya.",
)
COPY_IS_OPEN = _kind(
    1141,
    FEL,
    "{value} är öppen i {program}.",
    "Stäng den och kör igen. Är den inte öppen hos någon: ta bort låsfilen {lock}.",
)
COPY_NOT_WRITTEN = _kind(
    1142,
    FEL,
    "{value} gick inte att skriva ({reason}).",
    "Se till att mappen finns och att du får skriva i den, eller ange ett annat namn.",
)
OPEN_NOW = _kind(
    1150,
    UPPLYSNING,
    "{value} verkar vara öppen i {program}; det som inte är sparat är inte med.",
    "Spara den och kör igen om något saknas.",
)

# 1203–1299: more of what a cell holds, and who it names.
TOO_LONG = _kind(
    1203,
    VARNING,
    "Cellen har {value} tecken. Excel rymmer 32 767, så slutet kan ha fallit bort.",
    "Dela texten på flera rader, eller lägg den i en Wordfil och ange den under Fil.",
)
NO_PARTY = _kind(
    1250,
    FEL,
    "{value} tjänstgör men har inget parti, varken på bladet eller i registret.",
    "Skriv partiet i kolumnen Parti (– för den som inte har något), eller rätta Namn så att det "
    "stämmer med registret.",
)

# 1600–1699: the files that cells name (gen/files.py, gen/attached.py, gen/workbook/arendefil.py)
FILE_OUTSIDE = _kind(
    1600,
    FEL,
    "Filen {value} ligger inte i kalkylbladets mapp.",
    "Lägg filen i samma mapp som kalkylbladet eller i en mapp där, och skriv vägen därifrån, "
    "till exempel bilagor/karta.pdf.",
)
FILE_MISSING = _kind(
    1601,
    FEL,
    "Filen {value} finns inte i kalkylbladets mapp.",
    "Rätta namnet, eller lägg filen där.",
)
FILE_IS_FOLDER = _kind(
    1602,
    FEL,
    "{value} är en mapp, inte en fil.",
    "Skriv också filens namn.",
)
FILE_OF_OTHER_KIND = _kind(
    1603,
    FEL,
    "{value} kan inte användas här: det ska vara {wanted}.",
    "Spara filen så, eller namnge en annan fil. En PDF kan inte sättas in i texten men vara en "
    "bilaga.",
)
FILE_CLOSED = _kind(
    1604,
    FEL,
    "Filen {value} går inte att komma åt på den här datorn.",
    "Se efter att namnet är rätt, att filen är åtkomlig för dig och att den inte är låst.",
)
ATTACHED_DAMAGED = _kind(
    1605,
    FEL,
    "Filen {value} går inte att läsa: {reason}.",
    "Öppna filen i programmet som den är gjord i och spara den på nytt, utan lösenord.",
)
ATTACHED_TRACKED = _kind(
    1606,
    FEL,
    "Filen {value} har spårade ändringar, som skulle synas i dokumentet.",
    "Godkänn eller avvisa alla ändringar i filen (Granska › Godkänn › Godkänn alla).",
)
FILE_UNUSED = _kind(
    1607,
    VARNING,
    "Filen {value} används inte: delen {part} tar ingen fil.",
    "Flytta den till en rad Bilaga eller till en textdel, till exempel Föredragning.",
)
BILAGA_WITHOUT_FILE = _kind(
    1608,
    VARNING,
    "Bilaga {number} i ärende {nr} har ingen fil.",
    "Skriv filens namn under Fil, eller låt det vara om bilagan bara finns på papper.",
)
ARENDEFIL_UNREADABLE = _kind(
    1610,
    FEL,
    "Ärendefilen {value} går inte att läsa. {reason}",
    "{cure}",
)
ARENDEFIL_DIFFERS = _kind(
    1611,
    VARNING,
    "{header} är {value} här men {other} i ärendefilen {file}. Det som står här gäller.",
    "Rätta det som är fel, eller lämna cellen tom så gäller ärendefilen.",
)
ARENDEFIL_TWICE = _kind(
    1612,
    VARNING,
    "Ärendefilen {value} står också på ärende {other}.",
    "Se efter att ärendena inte har fått varandras fil.",
)
DECIDED_OTHERWISE = _kind(
    1613,
    UPPLYSNING,
    "Beslutet i ärende {nr} är ”{value}”, förslaget var ”{proposed}”.",
    "Inget att göra om det var det som beslutades.",
)
DECIDED_AS_PROPOSED = _kind(
    1614,
    VARNING,
    "Ärende {nr} har utfallet {value}, men beslutet är detsamma som förslaget.",
    "Välj Enligt förslaget och ta bort raderna Beslut, eller rätta dem.",
)
HIDDEN_WITHOUT_REASON = _kind(
    1620,
    VARNING,
    "Rubriken på ärende {nr} ska döljas, men inget lagrum står under Sekretess.",
    "Skriv lagrummet under Sekretess, till exempel 26 kap. 1 § OSL, eller töm Dölj rubriken.",
)

# 2600–2699: the delprotokoll, and what somebody has looked at and accepts
PARAGRAPH_TWICE = _kind(
    2600,
    FEL,
    "{value} står i två delprotokoll för omedelbar justering.",
    "Låt varje paragraf stå på en enda rad: den justeras och anslås en gång.",
    statute="8 kap. 12 § KL",
)
PARAGRAPH_NOT_HELD = _kind(
    2601,
    FEL,
    "{value} finns inte i protokollet.",
    "Rätta Paragrafer, eller lägg till ärendet på bladet Ärenden.",
)
NO_DELPROTOKOLL = _kind(
    2602,
    FEL,
    "§ {value} är omedelbart justerad men står inte på bladet Delprotokoll.",
    "Lägg till en rad Omedelbar justering där, eller töm Omedelbart justerad.",
)
NOT_DECLARED = _kind(
    2603,
    FEL,
    "§ {value} står på bladet Delprotokoll men är inte markerad som omedelbart justerad.",
    "Skriv Ja under Omedelbart justerad på ärende {nr}, eller ta bort paragrafen ur raden.",
)
NOTHING_LEFT = _kind(
    2604,
    VARNING,
    "Alla paragrafer är omedelbart justerade; inget är kvar till protokollets eget anslag.",
    "Se efter att Paragrafer på bladet Delprotokoll stämmer.",
)
CORRECTED_TOO_EARLY = _kind(
    2605,
    VARNING,
    "{value} rättas innan den är justerad.",
    "Ändra i paragrafen i stället, eller fyll i när den justerades.",
)
ACCEPTED_WITHOUT_REASON = _kind(
    2610,
    VARNING,
    "{value} är inte godtagen: raden säger inte varför.",
    "Skriv skälet under Skäl.",
)
ACCEPTED_NOTHING = _kind(
    2611,
    UPPLYSNING,
    "Det finns inget {value} att godta{where}.",
    "Ta bort raden om saken är åtgärdad, eller rätta Kod och Ärende.",
)
FEL_NOT_ACCEPTED = _kind(
    2612,
    VARNING,
    "{value} är ett fel och kan inte godtas: dokumentet skulle bli osant eller omöjligt.",
    "Rätta felet och ta bort raden.",
)

# 1500–1599: what happened in an ärende (the sheets Behandling and Röster), as it is read.
_PROTOKOLL = frozenset({"protokoll", "anslag", "utdrag"})
NOT_ITS_SUBJECT = _kind(
    1501,
    FEL,
    "{handelse} kan inte gälla ”{value}”.",
    "Skriv {known}.",
    stoppar=_PROTOKOLL,
)
NOT_ITS_OUTCOME = _kind(
    1502,
    FEL,
    "”{value}” är inget utfall av {handelse}.",
    "Skriv {known}, eller lämna cellen tom.",
    stoppar=_PROTOKOLL,
)
UNUSED_CELL = _kind(
    1503,
    VARNING,
    "{header} används inte för {handelse}; ”{value}” skrivs inte ut.",
    "Flytta det till rätt rad eller kolumn, eller ta bort det.",
)
NOBODY_SERVES = _kind(
    1504,
    FEL,
    "Ingen från {value} tjänstgör i ärende {nr}.",
    "Rätta partiet, eller rätta bladet Närvaro.",
    stoppar=_PROTOKOLL,
)
TWO_SIDES = _kind(
    1505,
    FEL,
    "{value} står under både {first} och {second} i samma omröstning.",
    "Ta bort det ena. Den som röstade annorlunda än sitt parti skrivs med namn och partiet på "
    "den andra sidan.",
    stoppar=_PROTOKOLL,
)
NUMBER_AND_NAMES = _kind(
    1506,
    FEL,
    "Cellen har både ett antal och namn: {value}.",
    "Skriv antalet ensamt, eller bara namn och partier.",
    stoppar=_PROTOKOLL,
)
NOT_A_VOTE = _kind(
    1507,
    FEL,
    "”{value}” är ingen röst.",
    "Skriv J (ja), N (nej), A (avstår) eller F (frånvarande).",
    stoppar=_PROTOKOLL,
)
ROSTER_DISAGREE = _kind(
    1508,
    FEL,
    "{side} är {value} på bladet Behandling men {other} på bladet Röster.",
    "Rätta det ena bladet, eller töm cellen på Behandling: då gäller Röster.",
    stoppar=_PROTOKOLL,
)
NO_SUCH_OMROSTNING = _kind(
    1509,
    FEL,
    "Kolumnen {value} på bladet Röster hör inte till någon omröstning: ärende {nr} har {count}.",
    "Rätta kolumnens rubrik, eller skriv omröstningen på bladet Behandling.",
    stoppar=_PROTOKOLL,
)

# 2500–2599: what in Behandling cannot all be true, or was not lawful.
OUTCOME_DIFFERS = _kind(
    2501,
    FEL,
    "Utfallet är skrivet som {value}, men rösterna ger {computed}.",
    "Rätta rösterna, eller lämna Utfall tomt så räknas det ut.",
    stoppar=_PROTOKOLL,
)
VOTES_DO_NOT_ADD_UP = _kind(
    2502,
    FEL,
    "Rösterna går inte ihop: {value} enligt omröstningen, {serving} tjänstgör i ärende {nr}.{who}",
    "Skriv alla som tjänstgör på en av sidorna; Övriga betyder alla som inte nämns.",
    statute="4 kap. 22 § KL",
    stoppar=_PROTOKOLL,
)
VOTER_NOT_SERVING = _kind(
    2503,
    FEL,
    "{value} röstar men tjänstgör inte i ärende {nr} enligt bladet Närvaro.",
    "Rätta namnet, eller rätta bladet Närvaro.",
    statute="4 kap. 22 och 24 §§ KL",
    stoppar=_PROTOKOLL,
)
JAVIG_TOOK_PART = _kind(
    2504,
    LAGBRIST,
    "{value} har jäv i ärende {nr} men står också på en rad {handelse}.",
    "Rätta raden om den är fel. Stämmer den ska protokollet säga det; beslutet kan upphävas om "
    "det överklagas.",
    statute="5 kap. 47 § och 6 kap. 30 § KL",
)
TIE_OPEN = _kind(
    2505,
    FEL,
    "Lika många ja som nej ({value}), och det framgår inte vad som avgjorde.",
    "{how}",
    statute="5 kap. 55 och 56 §§ KL",
    stoppar=_PROTOKOLL,
)
CHAIR_DID_NOT_VOTE = _kind(
    2506,
    LAGBRIST,
    "Lika många ja som nej, och ordföranden {value} röstade inte fast det behövdes för avgörandet.",
    "Rätta rösterna om de är fel. Ordföranden får inte avstå när rösten behövs.",
    statute="4 kap. 25 § KL",
)
LOT_WITHOUT_TIE = _kind(
    2507,
    FEL,
    "Utfallet är skrivet som {value}, men {why}.",
    "Rätta rösterna, Gäller eller Utfall.",
    statute="5 kap. 56 § KL",
    stoppar=_PROTOKOLL,
)
NAMES_IN_BALLOT = _kind(
    2508,
    LAGBRIST,
    "Omröstningen om val eller anställning är sluten, men det står hur {value} röstade.",
    "Skriv bara antalet röster; gen skriver inte ut namnen.",
    statute="5 kap. 54 § KL",
)
FATE_DIFFERS = _kind(
    2509,
    FEL,
    "Behandlingen av ärende {nr} slutar med att ärendet {fate}, men Utfall på bladet Ärenden är "
    "{value}.",
    "Rätta Utfall på bladet Ärenden, eller raden på bladet Behandling.",
    statute="5 kap. 67 § KL",
    stoppar=_PROTOKOLL,
)
SUBSTITUTE_CANNOT_SERVE = _kind(
    2510,
    FEL,
    "{value} går in i ärende {nr} men {why} enligt bladet Närvaro.",
    "Rätta Ersättare på bladet Behandling, eller rätta bladet Närvaro.",
    stoppar=_PROTOKOLL,
)
RESERVATION_BY_OUTSIDER = _kind(
    2511,
    LAGBRIST,
    "{value} reserverar sig men {why}.",
    "Rätta namnet om det är fel. Bara den som har deltagit i avgörandet får reservera sig.",
    statute="4 kap. 27 § KL",
)
VOTERS_NOT_TOLD = _kind(
    2512,
    VARNING,
    "Protokollet säger inte hur var och en röstade i omröstning {value} i ärende {nr}.",
    "Skriv namn eller partier i stället för antal, eller fyll i bladet Röster.",
    statute="5 kap. 67 § KL",
)
NO_VOTES = _kind(
    2513,
    FEL,
    "Omröstning {value} i ärende {nr} har inga röster.",
    "Fyll i Ja och Nej, med namn, partier eller antal, eller fyll i bladet Röster.",
    statute="5 kap. 67 § KL",
    stoppar=_PROTOKOLL,
)
NO_SUCH_POINT = _kind(
    2514,
    FEL,
    "Beslutet i ärende {nr} har ingen punkt {value}.",
    "Rätta numret i Gäller.",
    stoppar=_PROTOKOLL,
)
VOTED_WITHOUT_PART = _kind(
    2515,
    VARNING,
    "{value} deltar inte i beslutet enligt en rad men röstar {side} enligt en annan.",
    "Se efter vad raderna gäller, och rätta Gäller eller rösterna.",
)
NOTHING_SAID = _kind(
    2516,
    FEL,
    "Raden {handelse} säger inte {what}.",
    "Fyll i {value}.",
    statute="5 kap. 67 § KL",
    stoppar=_PROTOKOLL,
)

# 1700: a new workbook (gen ny).
NEW_IN_THE_WAY = _kind(
    1701,
    FEL,
    "{value} finns redan, och gen ny skriver aldrig över en fil.",
    "Ange ett annat namn, eller flytta den fil som finns.",
)
NEW_NOT_WRITTEN = _kind(
    1702,
    FEL,
    "Det gick inte att skriva {value} ({reason}).",
    "Kontrollera att mappen finns och att du får skriva där, eller ange ett annat ställe.",
)
NEW_NOT_XLSX = _kind(
    1703,
    FEL,
    "{value} är inget namn på ett kalkylblad.",
    "Ge filen ett namn som slutar på .xlsx.",
)
NEW_WHAT = _kind(
    1704,
    FEL,
    "Det är inte sagt {value}.",
    "Skriv till exempel gen ny möte.xlsx --organ KSAU --datum 2023-03-06. Andra kalkylblad: "
    "gen ny --ärende ärende.xlsx, gen ny --register register.xlsx, gen ny --exempel.",
)
NEW_MIXED = _kind(
    1705,
    FEL,
    "{value} går inte ihop med {other}.",
    "Gör ett kalkylblad i taget.",
)
NEW_UNKNOWN_ORGAN = _kind(
    1706,
    FEL,
    "Organet ”{value}” finns inte i registret.",
    "Skriv något av organen i registret med --organ: {known}.",
)
NEW_DAY_UNREADABLE = _kind(
    1707,
    FEL,
    "Sammanträdesdagen: {reason}.",
    "Skriv {how} efter --datum.",
)
NEW_OTHER_ORGAN = _kind(
    1708,
    FEL,
    "{value} är ett sammanträde med {other}, inte med {organ}.",
    "Ange ett tidigare sammanträde med samma organ efter --från.",
)
NEW_NOT_EARLIER = _kind(
    1709,
    FEL,
    "{value} är inget tidigare sammanträde: det hölls {day}.",
    "Ange ett sammanträde före {new} efter --från, eller rätta --datum.",
)

# 2150–2169: what `gen frister` is asked for.
NOT_A_DATE = _kind(
    2150,
    FEL,
    "{reason}.",
    "Skriv {how}.",
)
DATES_AND_WORKBOOK = _kind(
    2151,
    FEL,
    "{value} går inte att blanda: det är både kalkylblad och datum, eller flera kalkylblad.",
    "Ange ett kalkylblad, eller de dagar då anslagen sattes upp.",
)
UNKNOWN_CONVENTION = _kind(
    2152,
    FEL,
    "”{value}” är inget sätt att bestämma när anslaget tas ned.",
    "Skriv ”{known}”.",
)
YEAR_NOT_COUNTED = _kind(
    2153,
    FEL,
    "Dagarna går inte att räkna: {value}.",
    "Se efter att årtalet är rätt skrivet.",
)
NOTHING_TO_COUNT = _kind(
    2154,
    FEL,
    "{value} ger inga dagar: sammanträdet har inget datum som går att läsa.",
    "Fyll i Sammanträdesdatum på bladet Sammanträde.",
)
DATES_ONLY = _kind(
    2155,
    FEL,
    "{value} gäller bara datum, inte ett kalkylblad.",
    "Ange de dagar då justeringen tillkännagavs på de olika kommunernas anslagstavlor.",
)
NO_DAY_FOR_CALENDAR = _kind(
    2156,
    FEL,
    "Kalenderfilen {value} skrevs inte: sammanträdet är inställt, så det finns inga dagar.",
    "Kör utan --ics, eller rätta Slag på bladet Sammanträde.",
)

# 2103: gen förklara. 2620–2629: the register's sheet Regler.
UNKNOWN_CODE = _kind(
    2103,
    FEL,
    "{value} är ingen kod som gen har.",
    "Skriv koden som den står i listan från gen kontrollera, till exempel gen förklara GEN-2001.",
)
RULE_UNKNOWN = _kind(
    2620,
    VARNING,
    "Registrets blad Regler: {value} är ingen kod som gen har, och raden ändrar inget.",
    "Skriv koden som den står i listan från gen kontrollera, eller ta bort raden.",
)
RULE_INCOMPLETE = _kind(
    2621,
    VARNING,
    "Registrets blad Regler: {value} ändrar inget, för raden säger inte {lacks}.",
    "Fyll i Kod, Nivå och Skäl.",
)
RULE_FIXED = _kind(
    2622,
    VARNING,
    "Registrets blad Regler: {value} är {level} och kan inte ändras.",
    "Ta bort raden. Ett fel gör ett dokument omöjligt eller osant, oavsett inställning.",
)
RULE_TWICE = _kind(
    2623,
    VARNING,
    "Registrets blad Regler: {value} står på två rader; den första gäller.",
    "Ta bort den ena raden.",
)
