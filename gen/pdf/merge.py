"""Parts of PDFs in, one new PDF out: its pages, tags, bookmarks and labels, and nothing else.

The file is built from nothing, and takes from each source the objects that its pages need. It
claims to be what all its parts have been shown to be, and says which part kept it from more.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gen import findings
from gen.findings import Finding
from gen.pdf import bookmarks, branches, layers, metadata, srgb, tagging, values
from gen.pdf.bookmarks import Entry, Label
from gen.pdf.filewriter import File
from gen.pdf.metadata import Metadata
from gen.pdf.placing import Page, Part, Placing
from gen.pdf.source import Source
from gen.pdf.tagging import Branches, Parents, Section

__all__ = ["Assembled", "Part", "assemble"]


@dataclass(frozen=True, slots=True)
class Assembled:
    """A finished PDF. `claims` is what it says that it is; `findings` which part kept it from more.

    Their value is the source's name, and their `at` is empty.
    """

    pdf: bytes
    claims: frozenset[str]
    findings: tuple[Finding, ...]


def assemble(
    parts: Sequence[Part], meta: Metadata, *, engine: str, running: bool = False
) -> Assembled:
    """One PDF of the parts in their order. `engine` is told as what made the pages.

    `running`: its pages are called 1, 2, 3 from the first to the last, whatever they were called,
    and each says so at its foot.
    ValueError without any page; IndexError for a page that its source does not have; DataError for
    one that is damaged, though its source could be opened.
    """
    file, parents = File(), Parents()
    root = file.reserve()
    placing = Placing(file, parents, parts)
    if not placing.pages:
        raise ValueError("a PDF needs a page")
    sections = [_section(placing, part, runs, meta.language) for part, runs in placing.runs]
    tagged = [section for section in sections if section.runs]
    tree = tagging.write(file, tagged, parents) if tagged else 0
    told = (*_cut_through(sections, placing), *_undrawn(placing), *_unshown(placing.sources))
    claims = frozenset({"2b", "ua1"}).intersection(*(s.claims for s in placing.sources))
    if any(finding.code == findings.PICTURE_CUT.code for finding in told):
        claims -= {"ua1"}
    body = b"<</Type/Catalog/Pages %d 0 R" % placing.write(numbered=running)
    if tree:
        # Suspects: where not all is tagged the tags are there, but nobody may rely on them.
        whole = len(tagged) == len(sections)
        marked = b"/Marked true" if whole else b"/Marked true/Suspects true"
        body += b"/StructTreeRoot %d 0 R/MarkInfo<<%s>>" % (tree, marked)
    if entries := list(_bookmarks(placing)):
        body += b"/Outlines %d 0 R" % bookmarks.write(file, entries)
    body += b"" if running else bookmarks.write_labels(list(_labels(placing)))
    body += bookmarks.write_names(_named(placing))
    body += layers.write(placing.layers())
    body += _described(file, meta, engine, claims)
    file.put(root, body + b">>")
    about = {key: f"u:{text}" for key, text in metadata.info(meta, engine).items()}
    info = file.add(values.encode_plain(about))
    return Assembled(file.written(root, info), claims, told)


def _section(
    placing: Placing, part: Part, runs: Sequence[Sequence[Page]], language: str
) -> Section:
    """The tags of a part; none where its source has none."""
    tree = part.source.tree
    if tree is None:
        return Section(())
    made = []
    for run in runs:
        thing = functools.partial(placing.thing, {page.index: page for page in run})
        marks = {key: mark for page in run for key, mark in page.sheet.marks.items()}
        nodes = branches.branches(tree, [page.index for page in run], thing, marks)
        numbers = {page.index: (page.number, page.key) for page in run}
        made.append(Branches(nodes, numbers, thing, marks))
    spoken = part.source.language or part.language
    return Section(made, "" if spoken == language else spoken)


def _cut_through(sections: Sequence[Section], placing: Placing) -> Iterator[Finding]:
    """Pictures of which half is gone: the words that told of the whole are gone with it."""
    for section, (part, _) in zip(sections, placing.runs, strict=True):
        nodes = (node for run in section.runs for node in branches.walk(run.nodes))
        if any(node.cut and node.element.kind in ("Figure", "Formula") for node in nodes):
            yield findings.PICTURE_CUT("", value=part.source.name)


def _undrawn(placing: Placing) -> Iterator[Finding]:
    """What stood on a page but is not in the file: nothing says how it looks."""
    for part, runs in placing.runs:
        for page in (page for run in runs for page in run):
            if number := part.source.undrawn.get(page.index, 0):
                many = "En sak" if number == 1 else f"{number} saker"
                kind, name = findings.NOTE_WITHOUT_LOOK, part.source.name
                yield kind("", value=name, many=many, page=page.index + 1)


def _unshown(sources: Sequence[Source]) -> Iterator[Finding]:
    """What each source has not been shown to be."""
    for source in sources:
        if "2b" not in source.claims:
            yield findings.PART_NOT_ARCHIVABLE("", value=source.name)
        if source.tree is None:
            yield findings.PART_UNTAGGED("", value=source.name)
        elif "ua1" not in source.claims:
            yield findings.PART_NOT_ACCESSIBLE("", value=source.name)


def _bookmarks(placing: Placing) -> Iterator[Entry]:
    shown = ((part.under, list(_of_part(part, runs)), runs) for part, runs in placing.runs)
    for under, group in groupby(shown, key=lambda one: one[0]):
        parts = list(group)
        own = [entry for _, entries, _ in parts for entry in entries]
        first = next((runs[0][0].number for _, _, runs in parts if runs), None)
        if under and first is not None:
            yield Entry(values.text(under), (first, b"/Fit"), own)
        else:
            yield from own


def _of_part(part: Part, runs: Sequence[Sequence[Page]]) -> Iterator[Entry]:
    source = part.source
    own: list[Entry] = []
    for run in runs:
        numbers = {page.index: page.number for page in run}
        seen = source.bookmarks_of
        if part.pages is not None:
            seen = {page: source.bookmarks_seen(page) for page in numbers}
        own += bookmarks.kept(source.bookmarks, seen, numbers)
    if part.bookmark and runs:
        yield Entry(values.text(part.bookmark), (runs[0][0].number, b"/Fit"), own, open=False)
    else:
        yield from own


def _labels(placing: Placing) -> Iterator[Label]:
    """The page of a protokoll keeps its number: one expects it of an extract."""
    for part, runs in placing.runs:
        for number, page in enumerate((page for run in runs for page in run), 1):
            if part.label:
                yield Label("/D", part.label, number)
            else:
                yield part.source.labels[page.index]


def _named(placing: Placing) -> dict[bytes, bytes]:
    """The named destinations of kept pages; of two files' equal names the first is kept.

    Not those of a file that pages are taken out of: a name may tell what is on the others.
    """
    found: dict[bytes, bytes] = {}
    whole = [part.source for part, _ in placing.runs if part.pages is None or part.source.own]
    for source in dict.fromkeys(whole):
        for name, target in source.targets.named.items():
            page = placing.number(source, target.page)
            if page is not None:
                said = values.text(name[1:]) if name[:1] == "/" else values.string(name)
                found.setdefault(said, b"[%d 0 R%s]" % (page, target.view))
    return found


def _described(file: File, meta: Metadata, engine: str, claims: frozenset[str]) -> bytes:
    """What the catalogue says of the file, as `metadata.finish` says it of an engine's."""
    packet = file.add_stream(b"/Type/Metadata/Subtype/XML", metadata.xmp(meta, engine, claims))
    profile = file.add_stream(b"/N 3/Filter/FlateDecode", srgb.packed())
    return (
        b"/Lang%s/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R"
        b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]"
    ) % (values.text(meta.language), packet, profile)
