"""A template's Word file and the fields that such a document must say in, those never printed out.

Asked by `gen mall kontrollera`, and at each run of a template that did not come with gen, before a
document is made of it: a protokoll without its beslut, or one that does not say *Ej justerat*,
would otherwise be made without a word. For a run no example is needed: what a tag prints is told by
its words, and what this run has to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from gen import documents, docx, findings, opc
from gen.findings import Finding
from gen.jobs import BREVPAPPER, JSON, MALL, Job, Resource
from gen.mall.shape import Shape, shape_of
from gen.mall.uttryck import Examination
from gen.opc import Element, Package, W
from gen.templates import shipped
from gen.word.faults import Place, Refused, as_finding
from gen.word.outline import Outline
from gen.word.tags import find_tags

STATUS: Final = "dokument.status"
"""Whether it holds (*Ej justerat*): said on every page."""
LETTERHEAD: Final = ("kommun.namn", "dokument.typ", STATUS)
"""What every document must say: whose it is, what it is, and whether it holds."""
_PAGES: Final[Mapping[str, str]] = {
    "default": "",
    "first": ", också på första sidan",
    "even": ", också på jämna sidor",
}
"""The pages that may have a header of their own (ECMA-376 part 1, 17.18.36), and how that is told.
"""
_OF_PAGE: Final = ("header", "footer")


def lacking(jobs: Iterable[Job]) -> tuple[Finding, ...]:
    """What is missing in the templates of those jobs; each stops the types that are made of it."""
    known = documents.types()
    one_of_each = {job.typ: job for job in jobs if job.typ in known}
    told = {
        (typ, finding): None
        for typ, job in one_of_each.items()
        for finding in _told(job.resources[MALL], known[typ].required, typ, job.context)
    }
    letterheads = {job.resources[BREVPAPPER].sha256: job for job in one_of_each.values()}
    for sha256, job in letterheads.items():
        for finding in _told(job.resources[BREVPAPPER], LETTERHEAD, BREVPAPPER, job.context):
            borne = (
                j.typ for j in one_of_each.values() if j.resources[BREVPAPPER].sha256 == sha256
            )
            told |= dict.fromkeys((typ, finding) for typ in borne)
    return tuple(
        replace(finding, stoppar=frozenset(typ for typ, other in told if other == finding))
        for finding in dict.fromkeys(finding for _, finding in told)
    )


def _told(
    template: Resource, required: Sequence[str], document: str, context: Mapping[str, JSON]
) -> Iterator[Finding]:
    ours = shipped() / template.name
    if ours.is_file() and ours.read_bytes() == template.content:
        return
    try:
        package = opc.read(template.content)
    except opc.DamagedError:
        return  # that is told when it is filled in
    shape = shape_of([dict(context)])
    found = (
        of_letterhead(package, shape)
        if document == BREVPAPPER
        else _of_body(package, shape, required, document)
    )
    for refused in found:
        yield as_finding(refused, template.name)


def _of_body(
    package: Package, shape: Shape, required: Sequence[str], document: str
) -> Iterator[Refused]:
    """The headers and footers of a template are never used."""
    looked_at = Examination(shape)
    unread: list[Refused] = []
    for part, kind in docx.fillable(package):
        if kind not in _OF_PAGE:
            unread += _look_at(looked_at, package, part, docx.PARTS[kind])
    yield from unprinted(looked_at, unread, required, document)


def of_letterhead(package: Package, shape: Shape) -> Iterator[Refused]:
    """What no header and no footer of it prints, and the pages that do not say their status.

    Its body is a sample that no document has.
    """
    whole = Examination(shape)
    unread: list[Refused] = []
    for part, kind in docx.fillable(package):
        if kind in _OF_PAGE:
            unread += _look_at(whole, package, part, docx.PARTS[kind])
    lacks = list(unprinted(whole, unread, LETTERHEAD, BREVPAPPER))
    yield from lacks
    if any(one.facts["value"] == STATUS for one in lacks):
        return
    for page, parts in _pages(package):
        here = Examination(shape)
        unread = [fault for part in parts for fault in _look_at(here, package, part, "")]
        yield from unprinted(here, unread, (STATUS,), f"{BREVPAPPER}{_PAGES[page]}")


def _pages(package: Package) -> Iterator[tuple[str, list[str]]]:
    """The kinds of pages that a document on it has, each with its headers and footers."""
    root = opc.parse(package.parts[package.main])
    section = root.find(f"{W}body/{W}sectPr")
    if section is None:
        return
    targets = package.relations.get(package.main, {})
    for page in _PAGES:
        if page == "first" and not _on(section.find(W + "titlePg")):
            continue
        if page == "even" and not _even_differ(package):
            continue
        references = (
            reference
            for tag in ("headerReference", "footerReference")
            for reference in section.iterfind(W + tag)
            if reference.get(W + "type", "default") == page
        )
        found = (targets.get(reference.get(opc.R + "id")) for reference in references)
        yield page, [relation.target for relation in found if relation is not None]


def _even_differ(package: Package) -> bool:
    return any(
        _on(opc.parse(package.parts[part]).find(W + "evenAndOddHeaders"))
        for part in package.related(package.main, "settings")
    )


def _on(element: Element | None) -> bool:
    return element is not None and element.get(W + "val", "1") not in ("0", "false", "off")


def _look_at(looked_at: Examination, package: Package, part: str, called: str) -> Sequence[Refused]:
    root = opc.parse(package.parts[part])
    tags = find_tags(root, Outline.of(root, called))
    looked_at.part(tags.meant)
    return tags.faults


def unprinted(
    looked_at: Examination, unread: Sequence[Refused], required: Iterable[str], document: str
) -> Iterator[Refused]:
    """Those of the required fields that no tag prints; of `a|b` one is enough.

    What a faulty tag seems to mean is not missing: mending the tag mends that too.
    """
    meant = [
        f"{one.place.tag if one.place else ''} {one.facts.get('nearest', '')}"
        for one in (*unread, *looked_at.faults)
    ]
    for one in required:
        paths = one.split("|")
        fields = {path.rpartition(".")[2] for path in paths}
        seemingly = any(field in words for field in fields for words in meant)
        if looked_at.printed.isdisjoint(paths) and not seemingly:
            told = " eller ".join(paths)
            yield Refused(
                findings.TEMPLATE_LACKS_PART, Place("", ""), value=told, dokument=document
            )
