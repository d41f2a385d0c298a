"""A protokoll laid out once in, an utdrag for each § that goes to somebody out: `gen utdrag`.

The pages of the §, then the försättsblad, underskrifter and anslag/bevis of its protokoll, and a
page that says that the extract is true. They are cut (`pdf/merge.py`), not made again: so they are
the very pages that were signed, and hold nothing of another §.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from gen import __version__, findings
from gen.beslut import addressees
from gen.building import Options
from gen.documents import bestyrkande
from gen.documents.utdrag import FOLDER, Utdrag, utdrag
from gen.errors import DataError, UsageError
from gen.filenames import folder_name, safe_name
from gen.findings import Finding
from gen.forked import spread
from gen.identity import identity
from gen.jobs import JSON
from gen.pdf.contract import Engine, label
from gen.pdf.merge import Assembled, Part, assemble
from gen.pdf.metadata import Metadata
from gen.pdf.pages_of_paragraf import Places, find
from gen.pdf.source import Source
from gen.planning import chosen
from gen.recipe import Derived, Outcome, also, make_of
from gen.register import Register
from gen.source import at
from gen.store import Placed, Store
from gen.swedish.dates import iso_text
from gen.workbook.kinds import read_any
from gen.workbook.read import Reading

ANSLAG: Final = "anslag"

WORTH_A_PROCESS: Final = 50
"""Extracts: a fifth of a second of cutting."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which utdrag. `everything`: also of §§ that go to nobody; `per_recipient`: a file for each
    recipient with all that is theirs; `signed`: the protokoll to cut, instead of the one that is
    made."""

    everything: bool = False
    per_recipient: bool = False
    signed: Path | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """A file to be made: §§ of protokoll, in their order."""

    name: str
    title: str
    parts: tuple[Utdrag, ...]


@dataclass(frozen=True)
class Cuttable:
    """A protokoll to cut, and the pages that go behind every § of it."""

    source: Source
    places: Places
    bevis: Source | None
    bestyrkande: Source

    def part(self, numbers: Iterable[int]) -> list[Part]:
        """The pages of those §§ and what goes with them."""
        own = self.places.paragrafer
        pages = [page for number in numbers for page in own[number].pages]
        behind = [*self.places.forsattsblad]
        for section in (*self.places.underskrifter, *self.places.anslag):
            behind += section.pages
        # A page on which the last § ends and the signatures begin would stand twice.
        out = [Part(self.source, tuple(dict.fromkeys([*pages, *behind])))]
        out += [Part(self.bevis)] if self.bevis is not None else []
        return [*out, Part(self.bestyrkande)]

    @cached_property
    def sha256(self) -> str:
        """What the extracts are made of."""
        made_of = [self.source, self.bestyrkande, *([self.bevis] if self.bevis else [])]
        return hashlib.sha256(b"".join(_sha(one.data) for one in made_of)).hexdigest()


def _sha(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def cut_utdrag(engine: Engine, workbook: Path, options: Options, wish: Wish) -> Outcome:
    """Makes the protokoll where that is not given, and cuts it. Errors: `recipe.make`.

    The page that says that they are true is made with them only. UsageError: the signed protokoll
    is not there; DataError: it cannot be cut.
    """
    signed = _signed(wish.signed)
    reading = read_any(workbook, options.register)
    types = ["protokoll"] if signed is None else _bevis_of(signed)
    if reading.alone or any(_ready(_wanted(reading, options, wish), options)):
        types = [bestyrkande.NAME, *types]
    done = make_of(engine, reading, workbook, types, options)
    return cut_from(done, engine, workbook, options, wish, signed)


def cut_from(
    done: Outcome,
    engine: Engine,
    workbook: Path,
    options: Options,
    wish: Wish,
    signed: Source | None = None,
) -> Outcome:
    """The same where the protokoll and the bestyrkande are made already, as `done` tells.

    `signed`: the protokoll to cut instead.
    """
    reading = done.reading
    wanted = _wanted(reading, options, wish)
    ready = _ready(wanted, options)
    refused = [] if options.patient else [one for one in wanted if one not in ready]
    unsigned = list(_unsigned(refused))
    told = [*unsigned, *_confidential(ready)]
    halted = {**done.stopped, **({"utdrag": len(unsigned)} if refused else {})}
    done = replace(done, findings=(*done.findings, *told), stopped=halted, held=len(refused))
    if "protokoll" in done.stopped or bestyrkande.NAME in done.stopped or not ready:
        return replace(done, empty=() if refused else ("utdrag",)) if not ready else done
    extracts = list(_extracts(ready, reading.register, wish, utkast=options.utkast))
    made = [Derived("utdrag", f"{one.name}.pdf", one.title) for one in extracts]
    done = replace(done, derived=(*done.derived, *made))
    if options.dry or done.faults:
        return done
    return _cut(done, extracts, signed, engine, options, workbook)


def _wanted(reading: Reading, options: Options, wish: Wish) -> list[Utdrag]:
    """Those that are asked for, justerade or not."""
    selection = chosen(reading, options.arenden, options.paragrafer)
    picked = bool(options.arenden or options.paragrafer)
    return [
        one
        for one in utdrag(reading)
        if (one.arende.nr in selection.arenden or one.paragraf in selection.paragrafer)
        or (not picked and (wish.everything or one.sent))
    ]


def _ready(wanted: Iterable[Utdrag], options: Options) -> list[Utdrag]:
    """Those of them that need not wait for the justering."""
    return [one for one in wanted if options.utkast or not one.waits_for]


def _signed(path: Path | None) -> Source | None:
    if path is None:
        return None
    if not path.is_file():
        raise UsageError(findings.NO_FILE(at(path.name), value=path))
    source = Source.open(path.read_bytes(), path.name)
    if isinstance(source, Finding):
        raise DataError(source.about(at(path.name)))
    return source


def _bevis_of(signed: Source) -> list[str]:
    """A protokoll that was signed before it was posted gets the page that was made afterwards."""
    return [] if find(signed).anslag else [ANSLAG]


def _unsigned(refused: Iterable[Utdrag]) -> Iterator[Finding]:
    for path in sorted({path for one in refused for path in one.waits_for}):
        yield findings.MISSING_VALUE(path, value="Justerat", stoppar=frozenset({"utdrag"}))


def _confidential(some: Iterable[Utdrag]) -> Iterator[Finding]:
    for one in some:
        if one.arende.sekretess:
            place = f"ärenden[{one.index}].sekretess"
            yield findings.CONFIDENTIAL_EXTRACT(place, number=one.paragraf)


def _extracts(
    some: Iterable[Utdrag], register: Register, wish: Wish, *, utkast: bool
) -> Iterator[Extract]:
    some = list(some)
    if not wish.per_recipient:
        for one in some:
            yield _marked(Extract(one.name, one.title, (one,)))
        return
    theirs: dict[str, list[Utdrag]] = {}
    for one in some:
        for name in addressees(one.arende, register):
            theirs.setdefault(name, []).append(one)
    for name, parts in theirs.items():
        title = f"Protokollsutdrag till {name}, {parts[0].title.partition(', ')[2]}"
        yield _marked(Extract(f"{FOLDER}/mottagare/{safe_name(name)}", title, tuple(parts)))


def _marked(extract: Extract) -> Extract:
    """What holds a § that is not justerad is an utkast, and is called so."""
    if not any(one.waits_for for one in extract.parts):
        return extract
    return replace(extract, name=f"{extract.name}-utkast", title=f"{extract.title} (ej justerat)")


def _cut(
    done: Outcome,
    extracts: list[Extract],
    signed: Source | None,
    engine: Engine,
    options: Options,
    workbook: Path,
) -> Outcome:
    folder = options.out / folder_name(workbook.stem)
    author = done.reading.register.kommun.namn
    placed: dict[str, Placed] = {}
    with Store(folder, version=__version__) as store:
        names = {one.protokoll for extract in extracts for one in extract.parts}
        cuttable = {name: _opened(store, name, signed) for name in sorted(names)}
        told = [
            *_doubts(cuttable, done, signed),
            *(f for extract in extracts for f in _impossible(extract, cuttable)),
        ]
        stopped = {f.value for f in told if f.stoppar}
        keys = {extract.name: _key(extract, cuttable) for extract in extracts}
        files = {f"{extract.name}.pdf": extract for extract in extracts}
        possible = {
            name: extract
            for name, extract in files.items()
            if not any(f"{one.paragraf}" in stopped for one in extract.parts)
        }
        standing = [
            name
            for name, extract in possible.items()
            if (store.facts(name) or {}).get("nyckel") == keys[extract.name]
        ]
        due = {name: one for name, one in possible.items() if name not in standing}
        keep = store.protect(due, options.policy)
        options.step(f"Klipper {len(due)} utdrag", len(due))
        left = {name: extract for name, extract in due.items() if name not in keep}
        motor = label(engine)
        cut = spread(
            lambda extract: _assembled(extract, cuttable, author, motor),
            list(left.values()),
            worth=WORTH_A_PROCESS,
        )
        for (name, extract), made in zip(left.items(), cut, strict=True):
            facts: dict[str, JSON] = {"typ": "utdrag", "motor": motor, "nyckel": keys[extract.name]}
            placed[name] = Placed(made.pdf, facts)
            told += [found.about(at(name)) for found in made.findings]
        report = store.place(placed, policy=options.policy, keep=keep)
    return also(done, folder, report, standing, dict.fromkeys(told))


def _opened(store: Store, name: str, signed: Source | None) -> Cuttable:
    source = signed if signed is not None else _source(store, f"{name}.pdf")
    assert source is not None
    places = find(source)
    bevis = None
    if not places.anslag:
        bevis = _source(store, f"{ANSLAG}{name.removeprefix('protokoll')}.pdf")
    page = _source(store, f"{bestyrkande.of(name)}.pdf")
    assert page is not None
    return Cuttable(source, places, bevis, page)


def _source(store: Store, name: str) -> Source | None:
    content = store.read(name)
    if content is None:
        return None
    source = Source.open(content, name)
    if isinstance(source, Finding):  # a person has put something else there
        raise DataError(source.about(at(name)))
    return source


def _doubts(
    cuttable: Mapping[str, Cuttable], done: Outcome, signed: Source | None
) -> Iterator[Finding]:
    """What may be wrong with a protokoll from elsewhere, and what the extracts will lack."""
    meeting, register = done.reading.meeting, done.reading.register
    for one in cuttable.values():
        name = one.source.name
        if not one.places.underskrifter:
            yield findings.NOTHING_TO_SIGN(at(name), value=name)
        if not one.places.anslag and one.bevis is None:
            yield findings.NO_POSTING("sammanträde.anslaget_uppsatt")
    organ = register.find_organ(meeting.organ)
    if signed is not None and organ is not None and meeting.datum is not None:
        day = iso_text(meeting.datum, meeting.sista_dag)
        first = _first_page(signed)
        if organ.namn.casefold() not in first.casefold() and day not in first:
            yield findings.OTHER_MEETING(
                at(signed.name), value=signed.name, organ=organ.namn, day=day
            )


def _first_page(source: Source) -> str:
    """What is written on it, in whatever way the file was made."""
    import pypdf  # an untagged file is read letter by letter

    written = "".join(text for _, text in source.spoken(0))
    if not written.strip():
        written = pypdf.PdfReader(io.BytesIO(source.data)).pages[0].extract_text()
    return " ".join(written.split())


def _impossible(extract: Extract, cuttable: Mapping[str, Cuttable]) -> Iterator[Finding]:
    for one in extract.parts:
        held = cuttable[one.protokoll]
        section = held.places.paragrafer.get(one.paragraf)
        if section is None or not section.alone:
            kind = findings.PARAGRAPH_SHARES_PAGE if section else findings.PARAGRAPH_NOT_IN_PDF
            place = f"ärenden[{one.index}].paragraf"
            found = kind(place, value=held.source.name, number=one.paragraf)
            yield replace(found, value=f"{one.paragraf}")


def _assembled(
    extract: Extract, cuttable: Mapping[str, Cuttable], author: str, motor: str
) -> Assembled:
    parts: list[Part] = []
    for name in dict.fromkeys(one.protokoll for one in extract.parts):
        numbers = [one.paragraf for one in extract.parts if one.protokoll == name]
        parts += cuttable[name].part(numbers)
    day = extract.parts[0].part.datum
    assert day is not None
    meta = Metadata(extract.title, f"{day.isoformat()}T00:00:00+00:00", author=author)
    return assemble(parts, meta, engine=motor)


def _key(extract: Extract, cuttable: Mapping[str, Cuttable]) -> str:
    """What the file is made from, as one hash: the protokoll's bytes, the §§ and its title."""
    made_of = [(one.protokoll, one.paragraf) for one in extract.parts]
    hashes = [cuttable[name].sha256 for name in sorted({name for name, _ in made_of})]
    facts = [identity(), extract.title, made_of, hashes]
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False).encode()).hexdigest()
