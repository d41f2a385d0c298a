"""A template's bytes and what it is a template of in, everything wrong with it out, at once.

A template is looked at by itself and on its letterhead, and where nothing stops it, it is filled
in with every example: what passes here can be made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from gen import docx, findings, opc
from gen.findings import Finding, Level
from gen.mall import form, krav, syns
from gen.mall.exempel import Subject
from gen.mall.form import Part
from gen.mall.uttryck import Examination
from gen.names import fold
from gen.opc import Element, Package
from gen.pdf import substitutes
from gen.pdf.families import installed
from gen.templates import LETTERHEAD, Template, Templates, on_letterhead
from gen.word import tidy
from gen.word.blocks import NEVER_PLAIN
from gen.word.faults import Place, Refused, TemplateError, as_finding, without_place
from gen.word.outline import Outline
from gen.word.styles import STYLES, TABLES, Styles
from gen.word.tags import find_tags

_OF_LETTERHEAD: Final = ("header", "footer")
"""The parts that only a letterhead's own file can have a say in."""
_TWIPS_A_MM: Final = 1440 / 25.4
_WIDTH: Final = 155 * _TWIPS_A_MM - 10
"""Twentieths of a point, with half a millimetre for margins that somebody has rounded."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding, and for who stands at its paragraph already: what it says without its place."""

    finding: Finding
    place: Place
    told: str


def examined(template: Template, letterhead: Template, subject: Subject) -> tuple[Fault, ...]:
    """Everything there is to say of the template, the worst first, then as the file stands.

    A letterhead is its own: then both are the same file.
    """
    try:
        package, letter = opc.read(template.content), opc.read(letterhead.content)
        refused = list(_refused(package, letter, subject))
    except opc.DamagedError as error:
        refused = [Refused(findings.TEMPLATE_UNREADABLE, skäl=str(error))]
    if not any(one.kind.level is Level.FEL for one in refused):
        made = list(_filled_in(template, letterhead, subject))
        proved = [one.place for one in made if one.kind == findings.TEMPLATE_NO_VALUE]
        refused = [one for one in refused if one.place not in proved] + made
    found = {fault.finding: fault for fault in (_fault(one, template.name) for one in refused)}
    return tuple(sorted(found.values(), key=_order))


def _fault(refused: Refused, template: str) -> Fault:
    place = refused.place or Place("", "")
    return Fault(as_finding(refused, template), place, without_place(refused, template))


def _refused(package: Package, letter: Package, subject: Subject) -> Iterator[Refused]:
    main = package.main
    styles = _styles(package)
    alone = subject.name == LETTERHEAD
    looked_at = Examination(subject.shape)
    unread: list[Refused] = []
    for name, kind in docx.fillable(package):
        root = opc.parse(package.parts[name])
        outline = Outline.of(root, docx.PARTS[kind], levels=styles.headings)
        if kind in _OF_LETTERHEAD and not alone:
            if not _is_copy(root, kind, letter):
                yield Refused(findings.TEMPLATE_OWN_HEADER, Place(outline.part, ""))
            continue
        for paragraph in tidy.tracked(root):
            yield Refused(findings.TEMPLATE_TRACKED, outline.place(paragraph))
        tags = find_tags(root, outline)
        yield from _with_split_tags(tags.faults)
        unread += tags.faults
        looked_at.part(tags.meant)
        if kind == opc.CORE_PROPERTIES:
            continue
        part = Part(opc.parse(package.parts[name]), Outline(""), tags.meant)
        part = replace(part, outline=Outline.of(part.root, outline.part, levels=styles.headings))
        yield from form.faults(part, styles.headings)
        if name == main and not alone:
            yield from form.strange_styles(part, package, letter)
    yield from looked_at.faults
    if alone:
        yield from krav.of_letterhead(package, subject.shape)
        yield from _narrow(package)
    else:
        document = " och ".join(type_.name for type_ in subject.types) or subject.name
        yield from krav.unprinted(looked_at, unread, subject.required, document)
    for language in form.languages(package):
        if language != form.SWEDISH:
            yield Refused(findings.TEMPLATE_LANGUAGE, value=language)
    if alone:
        yield from _lacking_styles(styles)


def _is_copy(root: Element, kind: str, letter: Package) -> bool:
    """Whether a header or footer says nothing but what the letterhead does."""
    theirs = [form.words(opc.parse(letter.parts[p])) for p in letter.related(letter.main, kind)]
    return form.words(root) in ([], *theirs)


def _with_split_tags(unfit: tuple[Refused, ...]) -> Iterator[Refused]:
    """One fault of the two halves of a tag that a paragraph's end has cut."""
    halves: set[int] = set()
    for i, (first, second) in enumerate(pairwise(unfit)):
        if i not in halves and _is_split(first, second):
            assert first.place is not None
            assert second.place is not None
            halves |= {i, i + 1}
            whole = f"{first.place.tag} ¶ {second.place.tag}"
            yield Refused(findings.TEMPLATE_SPLIT_TAG, first.place, value=whole)
    yield from (one for i, one in enumerate(unfit) if i not in halves)


def _is_split(first: Refused, second: Refused) -> bool:
    """Whether the one is the opening of a tag and the other, in the next paragraph, its end."""
    if first.kind.code != second.kind.code or first.kind != findings.TEMPLATE_BROKEN_TAG:
        return False
    one, other = first.place, second.place
    if one is None or other is None or (one.part, one.number + 1) != (other.part, other.number):
        return False
    return one.tag.startswith("{") and not one.tag.endswith("}") and other.tag.endswith("}")


def _narrow(package: Package) -> Iterator[Refused]:
    """Templates have tables with fixed columns, which stand out from a text that is narrower."""
    width = docx.text_width(opc.parse(package.parts[package.main]))
    if width < _WIDTH:
        shown = str(round(width / _TWIPS_A_MM))
        yield Refused(findings.LETTERHEAD_NARROW, Place("", ""), value=shown)


def _lacking_styles(styles: Styles) -> Iterator[Refused]:
    """The styles that gen writes in and its own letterhead has, but not this one."""
    full = _styles(opc.read(Templates().find(LETTERHEAD).content))
    for kinds, ours, theirs in (
        (STYLES, styles.ids, full.ids),
        (TABLES, styles.tables, full.tables),
    ):
        for use, name in kinds.items():
            if fold(name) in ours or fold(name) not in theirs:
                continue
            if use in NEVER_PLAIN:
                yield Refused(findings.TEMPLATE_NO_STYLE, value=name, används_till=use)
            else:
                yield Refused(findings.LETTERHEAD_LACKS_STYLE, value=name)


def _styles(package: Package) -> Styles:
    some = package.related(package.main, "styles")
    return Styles.of(opc.parse(package.parts[some[0]]) if some else None, None)


def _filled_in(template: Template, letterhead: Template, subject: Subject) -> Iterator[Refused]:
    """What comes up when it is made with the examples, and the fonts of what is made."""
    try:
        body = on_letterhead(
            template.content,
            letterhead.content,
            name=template.name,
            letterhead_name=letterhead.name,
        )
        for font in _missing_fonts(body):
            yield Refused(findings.TEMPLATE_FONT, value=font)
        for example in subject.examples:
            files = {name: file.content for name, file in example.reading.files.items()}
            docx.render(body, example.draft.context, files, name=template.name)
        yield from _looked_at(template, body, subject)
    except TemplateError as error:
        yield error.refused


def _looked_at(template: Template, body: bytes, subject: Subject) -> Iterator[Refused]:
    """What of the filled-in examples is not to be seen."""
    alone = subject.name == LETTERHEAD
    kinds = tuple(kind for kind in docx.PARTS if (kind in _OF_LETTERHEAD) is alone)
    filled = syns.Filled(body, template.name, kinds)
    document = " och ".join(type_.name for type_ in subject.types) or subject.name
    yield from syns.unseen(filled, subject.examples, subject.required, document)
    if not alone:
        package = opc.read(template.content)
        for place in syns.empty_headings(filled, package, subject.examples):
            yield Refused(findings.TEMPLATE_EMPTY_HEADING, place)


def _missing_fonts(body: bytes) -> list[str]:
    """The fonts of the text that this machine lacks, where no other of the same widths is known."""
    there = installed()
    asked = substitutes.asked_for(opc.read(body))
    return [] if there is None else sorted(f for f in asked if not substitutes.has_twin(f, there))


_LEVELS: Final = list(Level)
_PARTS: Final = list(docx.PARTS.values())


def _order(fault: Fault) -> tuple[int, int, int, str]:
    part = _PARTS.index(fault.place.part) if fault.place.part in _PARTS else -1
    finding = fault.finding
    return (_LEVELS.index(finding.level), part, fault.place.number, finding.code)
