"""The declaration in, docs/kalkylblad.md out: every sheet and column as the user meets them.

python -m gen.workbook.describe > docs/kalkylblad.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from gen.workbook.columns import Column, Must, Sheet, Type
from gen.workbook.sheets import (
    ARENDEFIL,
    DELEGATIONSBOK,
    FORESKRIFTSBOK,
    MOTE,
    REGISTER,
    SKRIVELSEBOK,
)

_MUST = {
    Must.KALLELSE: "före kallelsen",
    Must.PROTOKOLL: "före protokollet",
    Must.ANSLAG: "före anslaget",
    Must.DOKUMENT: "före dokumentet",
    Must.NEVER: "",
    Must.COMPUTED: "räknas ut",
}
_TYPES = {
    Type.TEXT: "text",
    Type.RICH: "text",
    Type.DATE: "datum",
    Type.TIME: "klockslag",
    Type.NUMBER: "heltal",
    Type.TEXT_OR_DATE: "text eller datum",
    Type.CHOICE: "val",
    Type.ORGAN: "organ",
    Type.NAME: "namn",
    Type.NAMES: "namn, ett eller flera",
    Type.LIST: "lista",
    Type.PARAGRAPH: "paragraf",
    Type.FILE: "filnamn",
}

_INTRO = """\
# Kalkylbladen

Det här är de blad och kolumner som gen läser. Du behöver inte kunna dem utantill: `gen ny` gör
ett kalkylblad där de redan står, med listor att välja ur, och `gen kontrollera möte.xlsx` säger
i vilken cell något fattas eller är fel och vad du kan skriva i stället.

Det finns sex slags kalkylblad:

- **sammanträdet** (`möte.xlsx`), som nämndsekreteraren fyller i, före, under och efter mötet,
- **ärendefilen**, som handläggaren skriver tjänsteskrivelsens innehåll i,
- **skrivelsen**, för en motion, en reservation, ett särskilt yttrande eller ett missiv,
- **delegationsbesluten**, med en rad per beslut som någon har fattat på nämndens vägnar,
- **föreskriften**, för en föreskrift, ett reglemente eller en arbetsordning,
- **registret** (`register.xlsx`), med det som är lika från möte till möte: organ, förtroendevalda,
  tjänstepersoner, mottagare och hur kommunen vill ha sina dokument.

## Så läser gen

- **Ärendets nummer är nyckeln.** Numret på föredragningslistan (1, 2, 12A) binder ihop bladen,
  aldrig paragrafen: den räknas ut av ordningen och ändras när ett ärende utgår.
- **Tom cell i Ärende och Del betyder som ovan.** Skriv numret en gång, på den första raden.
- **En rad är ett stycke, en punkt eller en mottagare.** Klistrar du in flera stycken från Word
  hamnar de på var sin rad, och det är så det ska vara.
- **Namn** skrivs som i registret; efternamnet räcker när bara en heter så. Flera namn skiljs åt
  med semikolon eller står på var sin rad i cellen.
- **Datum** skrivs `2023-03-07` eller `7 mars 2023`, **klockslag** `13.00`. Det som kan läsas på
  två sätt (`7/3/2023`) läses inte alls; gen frågar hellre.
- **Listorna föreslår.** Där det står *val* måste värdet vara ett av dem som räknas upp.
- **Filnamn** räknas från kalkylbladets mapp.
- Rubrikerna får stå i vilken ordning som helst, med stora eller små bokstäver. Kolumner, rader
  och blad som är dolda läses också, och det sägs till. Det som står utanför tabellerna läses
  inte, och det sägs också till.
- Det som är sparat läses. Har du filen öppen i Excel: spara först.

## När något måste vara ifyllt

*Före kallelsen*, *före protokollet* och *före anslaget* säger när en uppgift senast måste stå
där. En tom cell som hör till protokollet är inget fel så länge bara kallelsen görs. *Räknas ut*
betyder att gen tar värdet från registret, lagen eller andra celler; skriver du något själv gäller
det du skrev. Är rutan tom är uppgiften frivillig.

*Fält* är namnet att använda i en egen Wordmall, till exempel `{{ sammanträde.datum | veckodag }}`.
Alla fält visas av `gen mall fält`.
"""


def markdown() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _INTRO
    for heading, file, sheets in (
        ("Sammanträdet", "möte.xlsx", MOTE),
        ("Ärendefilen", "handläggarens kalkylblad för ett ärende", ARENDEFIL),
        ("Skrivelsen", "kalkylbladet för en motion, en reservation eller ett missiv", SKRIVELSEBOK),
        ("Delegationsbesluten", "kalkylbladet för en nämnds delegationsbeslut", DELEGATIONSBOK),
        ("Föreskriften", "kalkylbladet för en föreskrift eller ett reglemente", FORESKRIFTSBOK),
        ("Registret", "register.xlsx", REGISTER),
    ):
        yield f"## {heading}"
        yield ""
        yield f"Blad i {file}: {', '.join(sheet.name for sheet in sheets)}."
        yield ""
        for sheet in sheets:
            yield from _sheet(sheet)


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"### {sheet.name}"
    yield ""
    facts = [sheet.help]
    if sheet.optional:
        facts.append("Bladet får saknas.")
    if sheet.inherits:
        names = " och ".join(sheet.column(field).header for field in sheet.inherits)
        facts.append(f"Tom cell i {names} betyder som i raden ovanför.")
    yield " ".join(facts)
    yield ""
    label = "Uppgift" if sheet.form else "Kolumn"
    yield f"| {label} | Skrivs som | Måste | Förklaring | Fält |"
    yield "|---|---|---|---|---|"
    for column in sheet.columns:
        yield _row(column)
    yield ""


def _row(column: Column) -> str:
    header = column.header
    if column.aliases:
        header += f" (även {', '.join(column.aliases)})"
    kind = _TYPES[column.type]
    if column.choices:
        kind += ": " + ", ".join(column.choices)
    must = "visas bara" if column.echo else _MUST[column.must]
    field = "" if column.echo else f"`{column.field}`"
    cells = (header, kind, must, column.help, field)
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text file, not a stub
    sys.stdout.write(markdown())
