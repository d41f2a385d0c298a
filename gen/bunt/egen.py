"""A workbook without a meeting and its document in, that document with its bilagor behind it out.

`föreskrift-med-bilagor`, `motion-med-bilagor`: the document lists its bilagor, and here they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from gen import documents
from gen.bunt.mote import Bundle, Made, bilagor, document
from gen.choices import BILAGA
from gen.findings import Finding
from gen.foreskrift import Foreskrift
from gen.planning import as_utkast
from gen.skrivelse import Skrivelse
from gen.workbook.read import Reading

SUFFIX: Final = "-med-bilagor"


def kinds(reading: Reading, types: Iterable[str]) -> tuple[str, ...]:
    """The bundles that begin with a document of those types; none where no bilaga is a file."""
    own = reading.own
    with_files = isinstance(own, (Skrivelse, Foreskrift)) and any(b.fil for b in own.bilagor)
    wanted = documents.chosen(types) if with_files else ()
    return tuple(f"{type_.name}{SUFFIX}" for type_ in wanted)


def types(bundle: str) -> tuple[str, ...]:
    """The document type that such a bundle begins with."""
    return (bundle.removesuffix(SUFFIX),)


def bundles(bundle: str, reading: Reading, made: Made) -> Iterator[Bundle]:
    """One for each document of its type that was made."""
    own = reading.own
    assert isinstance(own, (Skrivelse, Foreskrift))
    (typ,) = types(bundle)
    for draft in documents.types()[typ].drafts(reading):
        draft = as_utkast(draft) if draft.waits_for else draft
        first = made(draft.name)
        if first is None:
            continue
        said = draft.context["dokument"]
        assert isinstance(said, dict)
        title = f"{draft.title} med bilagor"
        told: list[Finding] = []
        whose = f"till {own.dnr}" if own.dnr else ""
        yield Bundle(
            bundle,
            f"{draft.name}{SUFFIX}",
            title,
            draft.created,
            {
                "kommun": draft.context["kommun"],
                "stil": draft.context["stil"],
                "dokument": {**said, "titel": title},
            },
            (
                document(str(said["typ"]), draft.name, first),
                *bilagor(reading, zip(_paths(own), own.bilagor, strict=True), "", whose, told),
            ),
            tuple(told),
        )


def _paths(own: Skrivelse | Foreskrift) -> Iterator[str]:
    """Where the files of the bilagor stand."""
    if isinstance(own, Skrivelse):
        yield from (f"text[{n}].fil" for n, rad in enumerate(own.text) if rad.del_ == BILAGA)
    else:
        rows = enumerate(own.bestammelser)
        yield from (f"bestämmelser[{n}].fil" for n, rad in rows if rad.del_ == BILAGA)
