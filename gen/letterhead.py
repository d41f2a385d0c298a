"""A template and a letterhead in, the template's body on that letterhead out: packages to packages.

The letterhead owns headers, footers, styles, fonts, theme, numbering, page and settings; the
template owns its body and what that body points to. Whoever edits a template in Word sees its own
copy of the styles; in the document the letterhead's style of the same *name* takes its place.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Final

from gen import opc, tidy
from gen.blocks import style_names
from gen.names import fold
from gen.opc import CORE_PROPERTIES, DOCX_MAIN, Element, Package, R, Relation, W

_OWNED: Final = frozenset(
    ["styles", "numbering", "settings", "webSettings", "theme", "fontTable", "customXml"]
    + ["footnotes", "endnotes"]
)
_REFERENCES = (W + "headerReference", W + "footerReference")

# The order of ECMA-376 part 1, 17.6.17. Word refuses a file that breaks it.
_SECTION = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
).split()
_PAGE = frozenset("headerReference footerReference pgSz pgMar paperSrc pgBorders docGrid".split())
"""Of a section, the letterhead's alone."""

_STYLED = (W + "pStyle", W + "rStyle", W + "tblStyle")
_STYLES_OF_STYLES = (W + "basedOn", W + "next", W + "link")
_NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))


def merge(template: Package, letterhead: Package) -> Package:
    """The template's body in the letterhead's package. Neither is changed."""
    move = _Move(template, letterhead.copy())
    root = opc.parse(template.parts[template.main])
    tidy.before(root, "dokumentet")
    move.keep_owned()
    move.styles()
    for reference in list(root.iter(*_REFERENCES)):
        reference.getparent().remove(reference)
    move.adopt(root, template.main, move.main)
    for part, note in _NOTES:
        move.notes(root, part, note)
    _sections(root, opc.parse(letterhead.parts[letterhead.main]))
    move.finish(root)
    return move.target


@dataclass(slots=True)
class _Move:
    """What has come over so far: parts, styles and numbers, each by its name in the template."""

    source: Package
    target: Package
    parts: dict[str, str] = field(default_factory=dict)
    style_ids: dict[str, str] = field(default_factory=dict)
    own_styles: set[str] = field(default_factory=set)
    """Ids in the target of the styles that came from the template."""
    numbers: dict[str, str] = field(default_factory=dict)
    numbering: Element | None = None

    @property
    def main(self) -> str:
        return self.target.main

    def keep_owned(self) -> None:
        """Leave the letterhead's body behind, with all that only it pointed to."""
        last = _last_section(opc.parse(self.target.parts[self.main]))
        used = set() if last is None else {e.get(R + "id") for e in last.iter(*_REFERENCES)}
        relations = self.target.relations.get(self.main, {})
        self.target.relations[self.main] = {
            number: relation
            for number, relation in relations.items()
            if number in used or relation.type in _OWNED
        }
        numbering = self.target.related(self.main, "numbering")
        if numbering:
            self.numbering = opc.parse(self.target.parts[numbering[0]])

    def styles(self) -> None:
        """Map the template's styles to the letterhead's by name; bring those that it lacks."""
        theirs, ours = self._root(self.source, "styles"), self._root(self.target, "styles")
        if theirs is None or ours is None:
            if theirs is not None:
                self._carry_owned("styles")
            return
        known: dict[tuple[str, str], str] = {}
        for own in (False, True):  # a style's own name goes before what another is also called
            for style in ours.iter(W + "style"):
                names = style_names(style)
                for name in names[:1] if own else names[1:]:
                    known[style.get(W + "type"), fold(name)] = style.get(W + "styleId")
        taken = set(known.values())
        missing = []
        for style in theirs.iter(W + "style"):
            old = style.get(W + "styleId")
            same = (known.get((style.get(W + "type"), fold(n))) for n in style_names(style))
            new = next(filter(None, same), None)
            if new is None:
                new = next(
                    i for i in (old, *(f"{old}{n}" for n in range(2, 10**6))) if i not in taken
                )
                taken.add(new)
                self.own_styles.add(new)
                missing.append(copy.deepcopy(style))
            self.style_ids[old] = new
        for style in missing:
            style.set(W + "styleId", self.style_ids[style.get(W + "styleId")])
            style.attrib.pop(W + "default", None)
            for reference in style.iter(*_STYLES_OF_STYLES):
                self._restyle(reference)
            ours.append(style)
            self._renumber(style)
        self.target.parts[self.target.related(self.main, "styles")[0]] = opc.serialize(ours)

    def adopt(self, root: Element, old: str, new: str) -> None:
        """Let all that `root`, out of the part `old`, points to be found from the part `new`."""
        for reference in root.iter(*_STYLED):
            self._restyle(reference)
        self._renumber(root)
        relations = self.source.relations.get(old, {})
        for element in root.iter():
            for name, value in element.items():
                if name.startswith(R) and value in relations:
                    relation = self._carry(relations[value])
                    element.set(name, self.target.relate(new, relation))

    def notes(self, root: Element, part: str, note: str) -> None:
        """Bring the notes that the body refers to, under numbers that are free here."""
        references = list(root.iter(f"{W}{note}Reference"))
        theirs = self._root(self.source, part)
        if not references or theirs is None:
            return
        ours = self._root(self.target, part)
        if ours is None:
            ours = copy.deepcopy(theirs)
            for element in ours.findall(W + note):
                if element.get(W + "type") is None:  # the lines between text and notes stay
                    ours.remove(element)
            kind = self.source.types[self.source.related(self.source.main, part)[0]]
            name = self.target.add(f"word/{part}.xml", b"", kind)
            self.target.relate(self.main, Relation(part, name))
        name = self.target.related(self.main, part)[0]
        by_id = {element.get(W + "id"): element for element in theirs.findall(W + note)}
        number = max([0, *(int(e.get(W + "id")) for e in ours.findall(W + note))])
        for reference in references:
            if reference.get(W + "id") not in by_id:
                raise opc.DamagedError("en not saknas")
            number += 1
            brought = copy.deepcopy(by_id[reference.get(W + "id")])
            brought.set(W + "id", str(number))
            reference.set(W + "id", str(number))
            self.adopt(brought, self.source.related(self.source.main, part)[0], name)
            ours.append(brought)
        self.target.parts[name] = opc.serialize(ours)

    def finish(self, root: Element) -> None:
        """Put the body in, with the title and language that the template gives itself."""
        self.target.parts[self.main] = opc.serialize(root)
        self.target.types[self.main] = DOCX_MAIN  # the letterhead may be a .dotx
        if self.numbering is not None:
            name = self.target.related(self.main, "numbering")[0]
            self.target.parts[name] = opc.serialize(self.numbering)
        core = self.source.related("", CORE_PROPERTIES)
        if core:
            ids = self.target.relations[""]
            for number in [n for n, r in ids.items() if r.type == CORE_PROPERTIES]:
                self.target.parts.pop(ids.pop(number).target, None)
            self.target.relate("", self._carry(Relation(CORE_PROPERTIES, core[0])))

    def _root(self, package: Package, kind: str) -> Element | None:
        found = package.related(package.main, kind)
        return opc.parse(package.parts[found[0]]) if found else None

    def _carry_owned(self, kind: str) -> None:
        part = self.source.related(self.source.main, kind)[0]
        self.target.relate(self.main, self._carry(Relation(kind, part)))

    def _carry(self, relation: Relation) -> Relation:
        """The same relation to a copy of its part, with all that the part itself points to."""
        if relation.external:
            return relation
        old = relation.target
        if old not in self.parts:
            new = self.target.add(old, self.source.parts[old], self.source.types[old])
            self.parts[old] = new
            self.target.relations[new] = {
                number: self._carry(below)
                for number, below in self.source.relations.get(old, {}).items()
            }
        return Relation(relation.type, self.parts[old])

    def _restyle(self, reference: Element) -> None:
        old = reference.get(W + "val")
        reference.set(W + "val", self.style_ids.get(old, old))

    def _renumber(self, root: Element) -> None:
        for reference in root.iter(W + "numId"):
            reference.set(W + "val", self._number(reference.get(W + "val")))

    def _number(self, old: str) -> str:
        """The list of the template as a list here. 0 is Word's word for "no list"."""
        if old in self.numbers or old == "0":
            return self.numbers.get(old, old)
        theirs = self._root(self.source, "numbering")
        num = _by_id(theirs, "num", "numId", old)
        if theirs is None or num is None:
            return "0"
        if self.numbering is None:
            self._carry_owned("numbering")
            self.numbering = self._root(self.target, "numbering")
        ours = self.numbering
        assert ours is not None
        abstract_id = num.find(W + "abstractNumId").get(W + "val")
        abstract = copy.deepcopy(_by_id(theirs, "abstractNum", "abstractNumId", abstract_id))
        num = copy.deepcopy(num)
        free = _free(ours, "abstractNum", "abstractNumId")
        self.numbers[old] = _free(ours, "num", "numId")
        abstract.set(W + "abstractNumId", free)
        num.find(W + "abstractNumId").set(W + "val", free)
        num.set(W + "numId", self.numbers[old])
        # Lists with one nsid are one list to Word; a picture as bullet lives in another part.
        for element in list(abstract.iter(W + "nsid", W + "lvlPicBulletId")):
            element.getparent().remove(element)
        for reference in list(abstract.iter(W + "pStyle", W + "styleLink", W + "numStyleLink")):
            self._restyle(reference)
            if reference.get(W + "val") not in self.own_styles:  # it counts by its own list here
                reference.getparent().remove(reference)
        first = ours.find(W + "num")  # by the schema every definition stands before every list
        ours.append(abstract) if first is None else first.addprevious(abstract)
        last = ours.find(W + "numIdMacAtCleanup")
        ours.append(num) if last is None else last.addprevious(num)
        return self.numbers[old]


def _sections(root: Element, letterhead: Element) -> None:
    """Give each section the letterhead's page; where it begins and which way it lies stay."""
    page = _last_section(letterhead)
    body = root.find(W + "body")
    if body.find(W + "sectPr") is None:
        body.append(body.makeelement(W + "sectPr"))
    if page is None:
        return
    for position, section in enumerate(list(root.iter(W + "sectPr"))):
        size = section.find(W + "pgSz")
        lies = size is not None and size.get(W + "orient") == "landscape"
        parts = []
        for name in _SECTION:
            # A first page of its own is that of the document, not of each section in it.
            theirs = name in _PAGE or (name == "titlePg" and position == 0)
            found = (page if theirs else section).findall(W + name)
            if not found and name in ("pgNumType", "cols"):
                found = page.findall(W + name)
            parts += [copy.deepcopy(element) for element in found]
        section[:] = parts
        size = section.find(W + "pgSz")
        if size is not None and lies != (size.get(W + "orient") == "landscape"):
            _turn(size, lies)


def _turn(size: Element, lies: bool) -> None:
    width, height = size.get(W + "w"), size.get(W + "h")
    size.set(W + "w", height)
    size.set(W + "h", width)
    size.set(W + "orient", "landscape" if lies else "portrait")


def _last_section(root: Element) -> Element | None:
    """The section of the document's end: a letterhead has one, and its last is what Word calls it."""
    return root.find(f"{W}body/{W}sectPr")


def _by_id(root: Element | None, tag: str, name: str, value: str) -> Element | None:
    if root is None:
        return None
    return next((e for e in root.iter(W + tag) if e.get(W + name) == value), None)


def _free(root: Element, tag: str, name: str) -> str:
    return str(max((int(e.get(W + name)) for e in root.iter(W + tag)), default=0) + 1)
