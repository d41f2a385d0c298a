"""The meeting of the benchmarks: a number of §§ in, the workbook of a meeting that has them out.

Each is § 50 of the example in other words, one to two pages long; one in five has an omröstning,
whose votes are told by name. Written by the writer of `gen ny`, as a user's is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from gen.choices import HELA
from gen.workbook import example, filling, new, sheets
from gen.workbook.filling import Filling
from gen.workbook.typed import Facts

EVERY_FIFTH = 5
_WORDS = ("skolan", "vården", "parken", "bron", "badet", "biblioteket", "torget", "hamnen")


def write(folder: Path, paragraphs: int) -> Path:
    """The workbook and its register in that folder."""
    (folder / "register.xlsx").write_bytes(new.register(example.REGISTER))
    path = folder / f"möte-{paragraphs}.xlsx"
    origin = example.REGISTER.kommun.namn
    filled = _filled(paragraphs)
    path.write_bytes(new.written(filled, example.REGISTER, example.organ(), example.DAY, origin))
    return path


def _filled(paragraphs: int) -> Filling:
    known = example.meeting()
    rows = dict(known.rows)
    form = dict(known.form(sheets.SAMMANTRADE.name))
    form |= {"första_paragraf": "1", "omfattning": HELA, "sista_paragraf": None}
    rows[sheets.SAMMANTRADE.name] = [form]
    gone: dict[str, Facts] = {
        name: {"paragrafer": ""} for name in ("Hannes Wahrolén", "Sebastian Jaktling")
    }
    rows[sheets.NARVARO.name] = filling.changed(rows[sheets.NARVARO.name], gone)
    numbers = range(1, paragraphs + 1)
    rows[sheets.ARENDEN.name] = [_arende(n) for n in numbers]
    rows[sheets.INNEHALL.name] = [row for n in numbers for row in _innehall(n, known)]
    voted = range(EVERY_FIFTH, paragraphs + 1, EVERY_FIFTH)
    rows[sheets.BEHANDLING.name] = [row for n in voted for row in _behandling(n)]
    rows[sheets.GRANSKAT.name] = []
    return Filling(rows)


def _word(number: int) -> str:
    return _WORDS[number % len(_WORDS)]


def _arende(number: int) -> Facts:
    return {
        "nr": str(number),
        "rubrik": f"Förslag {number} om {_word(number)} och verktyg för ständigt "
        "förbättringsarbete för att öka kvalitet och effektivitet",
        "dnr": f"KS 2022/{number:04}",
        "typ": "Beslut",
        "beslutas_av": "KF",
        "utfall": "Enligt förslaget",
        "tjänsteskrivelse": dt.date(2023, 2, 14),
    }


def _innehall(number: int, known: Filling) -> Iterator[Facts]:
    """The rows of § 50, with a word of the § in each paragraph; every third § says them twice."""
    rows = known.rows[sheets.INNEHALL.name]
    start = next(i for i, row in enumerate(rows) if row.get("ärende") == "28")
    part = ""
    for row in rows[start:]:
        part = str(row.get("del", "") or part)
        if part == "Förslag":
            yield {"ärende": str(number), "del": part, "text": f"avslå förslag {number}"}
        elif part == "Sammanfattning":
            first = "del" in row
            for again in range(2 if number % 3 == 0 else 1):
                told = f"{row['text']} Det gäller {_word(number + again)} nummer {number}."
                yield {**({"del": part} if first and not again else {}), "text": told}
        else:
            yield {"del": part, "vem": "Tekniska nämnden"}


def _behandling(number: int) -> Iterator[Facts]:
    yield {
        "ärende": str(number),
        "händelse": "Yrkande",
        "vem": "Mia Honeth",
        "gäller": "Avslag",
    }
    yield {"händelse": "Proposition", "utfall": "Bifall"}
    yield {
        "händelse": "Omröstning",
        "gäller": "Beslutet",
        "ja_betyder": "bifall till förslaget",
        "nej_betyder": "avslag",
        "ja": "Övriga",
        "nej": "L",
    }
