"""Moving pieces of one Word file into another: elements in, the same elements at home there out.

A piece brings what it points to: pictures, links, notes, and the styles and lists that the other
file lacks. A style is the same style when it has the same *name*; then the other file's goes, as
it does when one pastes in Word.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from gen import opc
from gen.names import fold
from gen.opc import Element, Package, R, Relation, W
from gen.word.blocks import put_number
from gen.word.styles import style_names

_STYLED = opc.tags("pStyle rStyle tblStyle")
_STYLES_OF_STYLES = opc.tags("basedOn next link")
_NOTES: Final = {"footnotes": "footnote", "endnotes": "endnote"}


@dataclass(slots=True)
class Move:
    """What has come over from `source` to `target` so far. `target` is changed by `adopt`.

    The shared parts of the target (styles, lists, notes) are read once and written back by
    `settle`, which ends the move.
    """

    source: Package
    target: Package
    _parts: dict[str, str] = field(default_factory=dict)
    _styles: dict[str, str] = field(default_factory=dict)
    _brought: set[str] = field(default_factory=set)
    """Ids in the target of the styles that came with the move."""
    _lists: dict[str, str] = field(default_factory=dict)
    _roots: dict[tuple[str, str], Element | None] = field(default_factory=dict)

    def bring_styles(self) -> None:
        """Map the source's styles to the target's by name; bring those that it lacks."""
        theirs, ours = self._root("source", "styles"), self._own("styles")
        if theirs is None or ours is None:
            return
        known = dict(_named(ours))
        taken = {style.get(W + "styleId") for style in ours.iter(W + "style")}
        missing = []
        for style in theirs.iter(W + "style"):
            old, kind = style.get(W + "styleId"), style.get(W + "type")
            same = (known.get((kind, fold(name))) for name in style_names(style))
            new = next(filter(None, same), None)
            if new is None:
                new = next(spelled for spelled in _spellings(old) if spelled not in taken)
                taken.add(new)
                self._brought.add(new)
                missing.append(copy.deepcopy(style))
            self._styles[old] = new
        for style in missing:
            style.set(W + "styleId", self._styles[style.get(W + "styleId")])
            style.attrib.pop(W + "default", None)
            for reference in style.iter(*_STYLES_OF_STYLES):
                self._restyle(reference)
            self._renumber(style)
            ours.append(style)

    def adopt(self, piece: Element, old: str, new: str) -> None:
        """Let all that `piece`, out of the part `old`, points to be found from the part `new`."""
        for reference in piece.iter(*_STYLED):
            self._restyle(reference)
        self._renumber(piece)
        relations = self.source.relations.get(old, {})
        for element in piece.iter():
            for name, value in element.items():
                if name.startswith(R) and value in relations:
                    element.set(name, self.target.relate(new, self.carry(relations[value])))
        for part, note in _NOTES.items():
            references = list(piece.iter(f"{W}{note}Reference"))
            if references:
                self._bring_notes(references, part, note)

    def carry(self, relation: Relation) -> Relation:
        """The same relation to a copy of its part, with all that the part itself points to."""
        if relation.external:
            return relation
        old = relation.target
        if old not in self._parts:
            new = self.target.add(old, self.source.parts[old], self.source.types[old])
            self._parts[old] = new
            self.target.relations[new] = {
                number: self.carry(below)
                for number, below in self.source.relations.get(old, {}).items()
            }
        return Relation(relation.type, self._parts[old])

    def settle(self) -> None:
        """Write back what the move has changed of the target's shared parts."""
        for (side, kind), root in self._roots.items():
            if side == "target" and root is not None:
                part = self.target.related(self.target.main, kind)[0]
                self.target.parts[part] = opc.serialize(root)

    def _root(self, side: str, kind: str) -> Element | None:
        """The root of a part that the document shares: `styles`, `numbering`, `footnotes`."""
        if (side, kind) not in self._roots:
            package = self.source if side == "source" else self.target
            found = package.related(package.main, kind)
            self._roots[side, kind] = opc.parse(package.parts[found[0]]) if found else None
        return self._roots[side, kind]

    def _own(self, kind: str) -> Element | None:
        """The target's shared part; where it has none, a copy of the source's."""
        root = self._root("target", kind)
        if root is None:
            found = self.source.related(self.source.main, kind)
            if not found:
                return None
            self.target.relate(self.target.main, self.carry(Relation(kind, found[0])))
            del self._roots["target", kind]
            root = self._root("target", kind)
        return root

    def _restyle(self, reference: Element) -> None:
        old = reference.get(W + "val")
        reference.set(W + "val", self._styles.get(old, old))

    def _renumber(self, piece: Element) -> None:
        for reference in piece.iter(W + "numId"):
            reference.set(W + "val", self._list(reference.get(W + "val")))

    def _list(self, old: str) -> str:
        """The source's list as a list of the target. 0 is Word's word for "no list"."""
        if old in self._lists or old == "0":
            return self._lists.get(old, old)
        theirs = self._root("source", "numbering")
        ours = None if theirs is None else self._own("numbering")
        if theirs is None or ours is None:
            return "0"
        number = copy.deepcopy(_by_id(theirs, "num", "numId", old))
        if number is None:
            return "0"
        counted = number.find(W + "abstractNumId").get(W + "val")
        definition = copy.deepcopy(_by_id(theirs, "abstractNum", "abstractNumId", counted))
        if definition is None:
            return "0"
        free = _free(ours, "abstractNum", "abstractNumId")
        self._lists[old] = _free(ours, "num", "numId")
        definition.set(W + "abstractNumId", free)
        number.find(W + "abstractNumId").set(W + "val", free)
        number.set(W + "numId", self._lists[old])
        # Two lists with one nsid are one list to Word; a picture as bullet is in another part.
        for element in list(definition.iter(*opc.tags("nsid lvlPicBulletId"))):
            element.getparent().remove(element)
        for reference in list(definition.iter(*opc.tags("pStyle styleLink numStyleLink"))):
            self._restyle(reference)
            if reference.get(W + "val") not in self._brought:  # the target's counts as it does
                reference.getparent().remove(reference)
        put_number(ours, number, definition)
        return self._lists[old]

    def _bring_notes(self, references: list[Element], part: str, note: str) -> None:
        theirs = self._root("source", part)
        fresh = self._root("target", part) is None
        ours = self._own(part)
        if theirs is None or ours is None:
            raise opc.DamagedError("en not saknas")
        if fresh:  # the lines between text and notes stay; notes come when they are asked for
            for element in ours.findall(W + note):
                if element.get(W + "type") is None:
                    ours.remove(element)
        old = self.source.related(self.source.main, part)[0]
        new = self.target.related(self.target.main, part)[0]
        for reference in references:
            brought = copy.deepcopy(_by_id(theirs, note, "id", reference.get(W + "id")))
            if brought is None:
                raise opc.DamagedError("en not saknas")
            number = _free(ours, note, "id")
            brought.set(W + "id", number)
            reference.set(W + "id", number)
            self.adopt(brought, old, new)
            ours.append(brought)


def _named(styles: Element) -> Iterator[tuple[tuple[str, str], str]]:
    """Type and folded name → id. A style's own name goes before what another is also called."""
    for own in (False, True):
        for style in styles.iter(W + "style"):
            names = style_names(style)
            for name in names[:1] if own else names[1:]:
                yield (style.get(W + "type"), fold(name)), style.get(W + "styleId")


def _spellings(name: str) -> Iterator[str]:
    yield name
    number = 1
    while True:
        number += 1
        yield f"{name}{number}"


def _by_id(root: Element, tag: str, name: str, value: str) -> Element | None:
    return next((e for e in root.iter(W + tag) if e.get(W + name) == value), None)


def _free(root: Element, tag: str, name: str) -> str:
    return str(max((int(e.get(W + name)) for e in root.iter(W + tag)), default=0) + 1)
