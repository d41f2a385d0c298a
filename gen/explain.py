"""The catalogue of findings in; docs/regler.md out, and the lines of `gen förklara`.

python -m gen.explain > docs/regler.md
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from gen import findings
from gen.errors import UsageError
from gen.findings import ALLA, CATALOGUE, Kind, Level
from gen.source import at
from gen.swedish.lists import list_text

WIDTH = 96
GAP = "…"
"""Stands in a sentence for what is only known of a certain workbook."""


@dataclass(frozen=True, slots=True)
class Section:
    """A range of codes. `fel`: what a fel there does that names no documents by itself."""

    first: int
    last: int
    heading: str
    intro: str
    fel: str = "stoppar de dokument som behöver uppgiften"


_ENDS = "avbryter körningen; inget görs"

SECTIONS = (
    Section(
        1000,
        1099,
        "Filen",
        "Filen ska finnas, gå att läsa och vara ett kalkylblad.",
        _ENDS,
    ),
    Section(
        1100,
        1199,
        "Bladen och deras form",
        "Vilka blad och kolumner filen har, och det som inte syns eller inte läses.",
        _ENDS,
    ),
    Section(1200, 1299, "Det som står i cellerna", "Datum, klockslag, val ur listor och namn."),
    Section(
        1300,
        1399,
        "Det som hänvisar till något annat",
        "Ärenden, personer och organ nämns på flera blad och ska gå att känna igen.",
    ),
    Section(1400, 1499, "Den markerade kopian", "Det som `gen kontrollera --markera` gör.", _ENDS),
    Section(
        1500,
        1599,
        "Behandling och Röster: hur de läses",
        "Det som står på bladen Behandling och Röster ska gå att läsa som händelser och röster.",
    ),
    Section(
        1600,
        1699,
        "Filer och ärendefiler",
        "Filer som cellerna nämner, och handläggarens eget kalkylblad.",
    ),
    Section(1700, 1799, "Nya kalkylblad", "Det som `gen ny` gör.", _ENDS),
    Section(
        2000,
        2099,
        "Det som måste finnas",
        "Det som behövs innan ett dokument kan göras, och paragrafernas nummer.",
    ),
    Section(2100, 2199, "Det som har begärts", "Det som står efter `gen` på raden.", _ENDS),
    Section(
        2500,
        2599,
        "Behandling: vad som hände",
        "Yrkanden, omröstningar, jäv och reservationer ska gå ihop. Det som bröt mot lagen är en "
        "lagbrist: den sägs, men protokollet görs, för det ska kunna säga vad som hände.",
    ),
    Section(
        2600,
        2999,
        "Delprotokoll, Granskat och Regler",
        "Paragrafer som justeras för sig, och det som någon har godtagit eller ändrat.",
    ),
    Section(
        3000,
        3099,
        "Lagens dagar",
        "Justering, anslag, överklagande, kungörelse och kallelse. Det som redan har hänt går inte "
        "att göra ohänt; en lagbrist stoppar därför inget dokument.",
    ),
    Section(
        3100,
        3199,
        "Vilka som deltar",
        "Beslutförhet, jäv, justerare, och ersättarnas ordning.",
    ),
    Section(
        3200,
        3299,
        "Ärendena i lagen",
        "Vad som kan överklagas, hur ett ärende ska vara berett, och vem som får yrka och besluta.",
    ),
    Section(
        3300,
        3399,
        "Personuppgifter",
        "Protokollet kan läsas av vem som helst och läggs ofta ut på webben.",
    ),
    Section(
        3400,
        3699,
        "Texterna och det de hänvisar till",
        "Det som revisorer och korrekturläsare brukar hitta: datum, namn, citat, underlag, "
        "tidigare beslut, mottagare och uppdrag.",
    ),
    Section(
        3700,
        3799,
        "Skrivelser och delegationsbeslut",
        "Motioner, reservationer, missiv och delegationsbeslut har egna kalkylblad. Det som bröt "
        "mot lagen är en lagbrist: den sägs, men stoppar inget.",
    ),
    Section(
        3800,
        3849,
        "Föreskrifter",
        "Föreskrifter, reglementen och arbetsordningar har ett eget kalkylblad. Ett förslag görs "
        "med --utkast; utan det behövs beslutets dag och paragraf.",
    ),
    Section(
        3850,
        3999,
        "Andra dokument",
        "Det som bara ett visst slags dokument behöver.",
    ),
    Section(
        4000,
        4999,
        "Mallarna",
        "Wordmallarna och de Wordfiler som sätts in. Platsen i mallen sägs med fil och stycke.",
        _ENDS,
    ),
    Section(
        5000,
        5119,
        "Word till PDF",
        "Motorn som gör PDF, och det som en PDF kan sakna.",
        "PDF-filen görs inte",
    ),
    Section(
        5120,
        5999,
        "PDF-filer som tas med",
        "Bilagor, ett undertecknat protokoll och andra PDF-filer som sidor tas ur. Av en fil som "
        "inte kan tas med till en bilaga eller en samling syns det i innehållet att den saknas.",
        "filen tas inte med; är den själva protokollet görs inget utdrag",
    ),
    Section(
        6000,
        6099,
        "Mappen med det färdiga",
        "gen skriver aldrig över det som någon annan har gjort eller ändrat.",
        "avbryter skrivandet; ingen fil blir halv",
    ),
    Section(
        6100,
        6199,
        "Mallen, kontrollerad i förväg",
        "Det som `gen mall kontrollera` säger om en mall, utöver det som stoppar den (4000–4999).",
        "mallen kan inte användas som den är",
    ),
    Section(
        6200,
        6249,
        "Utdragen",
        "Ett utdrag klipps ur protokollet och visar aldrig något av en annan paragraf.",
        "utdraget görs inte",
    ),
    Section(
        6250,
        6999,
        "Samlade och sammanslagna filer",
        "Handlingar, protokoll med bilagor, och det som `gen slå-ihop` gör: flera filer i en PDF.",
        "filen tas inte med; gäller det själva PDF-filen skrivs den inte",
    ),
)

LEVELS = {
    Level.FEL: "ett dokument skulle bli omöjligt, motsägande eller osant. De dokument som det "
    "gäller görs inte; de andra görs.",
    Level.LAGBRIST: "lagen följdes inte i det som hände. Den sägs först av allt, med sitt lagrum, "
    "men stoppar inget.",
    Level.VARNING: "något är troligen fel eller blir lätt missförstått.",
    Level.UPPLYSNING: "något att känna till. Oftast finns inget att göra.",
}

_INTRO = """\
# Regler

Allt som gen kan ha att säga om ett kalkylblad, en mall eller en PDF. Varje sak har en kod, som
inte ändras. `gen kontrollera möte.xlsx` säger vilka som gäller just ditt kalkylblad och i vilken
cell; `gen förklara GEN-2001` visar samma text som här.

Sidan görs av gen självt och ändras inte för hand.

## Nivåer

{levels}

Filen eller bladens form (koderna under 1200) kan göra att inget alls går att läsa; då stoppas
allt. Med `--strikt` stoppar varje fel alla dokument.

## När du inte håller med

- **Ett enda fynd** kan godtas på kalkylbladets blad *Granskat*, med kod, ärende och skäl.
- **En regel** kan få en annan nivå, eller bli tyst, på registrets blad *Regler*, med kod, nivå och
  skäl. Det gäller då alla kommunens sammanträden.

Båda räknas i varje körning, så att det aldrig sker utan att någon vet om det. Ett fel kan varken
godtas eller ändras.
"""


def markdown() -> str:
    """The whole page."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield _INTRO.format(levels="\n".join(f"- **{level}**: {LEVELS[level]}" for level in Level))
    for section in SECTIONS:
        kinds = [kind for kind in _sorted() if _section(kind) is section]
        if not kinds:
            continue
        yield f"## {section.heading}"
        yield ""
        yield section.intro
        yield ""
        for kind in kinds:
            yield f"### {kind.code} {headline(kind)}"
            yield ""
            yield f"*{str(kind.level).capitalize()}* – {stops(kind)}."
            yield ""
            if kind.meaning:
                yield kind.meaning
                yield ""
            yield from (f"- **{label}:** {text}" for label, text in _facts(kind))
            yield ""


def lines(kind: Kind) -> Iterator[str]:
    """One of the catalogue, for a terminal."""
    yield f"{kind.code}  {str(kind.level).upper()}"
    yield from _wrapped(headline(kind), 4)
    yield ""
    if kind.meaning:
        yield from _wrapped(kind.meaning, 4)
        yield ""
    for label, text in (*_facts(kind), ("Följd", stops(kind))):
        yield from textwrap.wrap(
            f"{label}: {text}", WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 8
        )


def _facts(kind: Kind) -> Iterator[tuple[str, str]]:
    cure = pattern(kind.cure)
    facts = {
        "Så ser det ut": kind.seen,
        "Exempel": kind.wrong,
        "Rätt": kind.right,
        "Gör så här": cure if re.search(r"\w", cure) else "",
        "Lagrum": kind.statute,
    }
    return ((label, text) for label, text in facts.items() if text)


def stops(kind: Kind) -> str:
    """Which documents are not made because of it."""
    if kind.stoppar == ALLA:
        return "stoppar alla dokument"
    if kind.stoppar:
        known = [name for name in _DOCUMENTS if name in kind.stoppar]
        others = sorted(kind.stoppar.difference(known))
        return f"stoppar {list_text([*(_DOCUMENTS[name] for name in known), *others])}"
    return _section(kind).fel if kind.level is Level.FEL else "stoppar inget"


_DOCUMENTS = {
    "kallelse": "kallelsen",
    "protokoll": "protokollet",
    "anslag": "anslaget",
    "utdrag": "utdragen",
}


def headline(kind: Kind) -> str:
    """What the finding says, of no workbook in particular."""
    return kind.gist or pattern(kind.says)


def pattern(sentence: str) -> str:
    """A sentence of the catalogue with a gap for each fact."""
    pieces = Formatter().parse(sentence)
    return "".join(text + ("" if name is None else GAP) for text, name, *_ in pieces)


def find(text: str) -> Kind:
    """The kind with that code, written as people write it. UsageError with the nearest one."""
    code = findings.as_code(text)
    kind = CATALOGUE.get(code)
    if kind is None:
        codes = sorted(CATALOGUE)
        raise UsageError(findings.unknown(findings.UNKNOWN_CODE, at(text), code, codes))
    return kind


def _sorted() -> list[Kind]:
    return sorted(CATALOGUE.values(), key=lambda kind: kind.number)


def _section(kind: Kind) -> Section:
    return next(s for s in SECTIONS if s.first <= kind.number <= s.last)


def _wrapped(text: str, indent: int) -> list[str]:
    blank = " " * indent
    return textwrap.wrap(text, WIDTH, initial_indent=blank, subsequent_indent=blank)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text file, not a stub
    sys.stdout.write(markdown())
