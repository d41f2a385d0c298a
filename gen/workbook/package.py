"""An xlsx as parts: bytes in, parts to read and to change, bytes out with all else as it lay.

For changing a person's workbook (marks in a copy, a newer schema), where `opc` remakes a whole
package. The trees that `tree` gives are changed in place. A part in which nothing has changed
keeps its packed bytes, place and date in the zip, also what gen knows nothing of. Names of parts
are whole, without the leading slash; the package itself, as the source of relations, is `""`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, unquote

from lxml import etree

from gen.opc import (
    CONTENT_TYPES,
    OFFICE_RELATIONS,
    PACKAGE_RELATIONS,
    STRICT,
    DamagedError,
    Element,
    parse,
)
from gen.workbook.zipped import Entry, packed, unpacked, unzipped, zipped

_TYPES: Final = "[Content_Types].xml"
_OVERRIDE = f"{{{CONTENT_TYPES}}}Override"
_DEFAULT = f"{{{CONTENT_TYPES}}}Default"
_RELATION = f"{{{PACKAGE_RELATIONS}}}Relationship"
_NO_RELATIONS = f'<Relationships xmlns="{PACKAGE_RELATIONS}"/>'.encode()
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last word of the type's URI where that is Office's own, else the whole URI."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """The parts by name, in the order of the zip, and the trees that have been asked for."""

    entries: dict[str, Entry]
    trees: dict[str, tuple[Element, bytes]] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.entries

    def content(self, name: str) -> bytes:
        """A part's bytes as they were read or added. What is changed in its tree is not in them."""
        if name not in self.entries:
            raise DamagedError(f"delen {name} saknas i filen")
        return unpacked(self.entries[name])

    def tree(self, name: str) -> Element:
        """The root of an XML part, to read or to change in place."""
        if name not in self.trees:
            root = _parsed(name, self.content(name))
            self.trees[name] = (root, etree.tostring(root.getroottree()))
        return self.trees[name][0]

    @property
    def main(self) -> str:
        """The part of the workbook itself (`xl/workbook.xml`)."""
        found = self.related("", "officeDocument")
        if not found:
            raise DamagedError("den är ingen Excel-arbetsbok")
        return found[0]

    def content_type(self, name: str) -> str:
        """The declared type of a part, or nothing."""
        ending = name.rpartition(".")[2].casefold()
        default = ""
        for element in self.tree(_TYPES):
            if element.tag == _OVERRIDE and _same(element.get("PartName", ""), name):
                return str(element.get("ContentType", ""))
            if element.tag == _DEFAULT and element.get("Extension", "").casefold() == ending:
                default = str(element.get("ContentType", ""))
        return default

    def add(self, name: str, content: bytes, content_type: str) -> str:
        """Put in a part. `{}` in the name becomes the first number that makes it a new one."""
        taken = {known.casefold() for known in self.entries}
        number = 1
        while (free := name.format(number)).casefold() in taken:
            number += 1
        self.entries[free] = packed(free, content)
        self._declare(free, content_type)
        return free

    def relations(self, source: str) -> tuple[Relation, ...]:
        """All relations of `source`; none where it has no relations part."""
        place = _relations_part(source)
        if place not in self.entries:
            return ()
        return tuple(
            self._relation(source, element) for element in self.tree(place).iter(_RELATION)
        )

    def related(self, source: str, kind: str) -> list[str]:
        """The parts to which `source` has relations of one kind."""
        return [
            relation.target
            for relation in self.relations(source)
            if relation.kind == kind and not relation.external and relation.target in self.entries
        ]

    def target(self, source: str, number: str) -> str:
        """The part behind the relation with that id."""
        for relation in self.relations(source):
            if relation.id == number and relation.target in self.entries:
                return relation.target
        raise DamagedError(f"{source or 'filen'} hänvisar till en del som saknas ({number})")

    def relate(self, source: str, kind: str, target: str) -> str:
        """A new relation from `source` to the part `target`: its id."""
        place = _relations_part(source)
        if place not in self.entries:
            self.entries[place] = packed(place, _NO_RELATIONS)
            self._declare(place, _RELATIONS_TYPE)
        root = self.tree(place)
        taken = {element.get("Id") for element in root.iter(_RELATION)}
        number = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        attributes = {
            "Id": number,
            "Type": kind if ":" in kind else OFFICE_RELATIONS + kind,
            "Target": quote(posixpath.relpath("/" + target, "/" + posixpath.dirname(source))),
        }
        etree.SubElement(root, _RELATION, attributes)
        return number

    def detach(self, source: str, target: str) -> None:
        """Take away the relation, and the part with all that hung on it alone."""
        place = _relations_part(source)
        root = self.tree(place)
        for element in list(root.iter(_RELATION)):
            if self._relation(source, element).target == target:
                root.remove(element)
        if not len(root):
            self._drop(place)
        if any(relation.target == target for relation in self._all_relations()):
            return
        for relation in self.relations(target):
            if not relation.external and relation.target in self.entries:
                self.detach(target, relation.target)
        self._drop(target)

    def _drop(self, name: str) -> None:
        self.entries.pop(name, None)
        self.trees.pop(name, None)
        types = self.tree(_TYPES)
        for element in list(types.iter(_OVERRIDE)):
            if _same(element.get("PartName", ""), name):
                types.remove(element)

    def _declare(self, name: str, content_type: str) -> None:
        """By name, but the first of an ending other than xml for all such, as Excel has it."""
        if self.content_type(name) == content_type:
            return
        types, ending = self.tree(_TYPES), name.rpartition(".")[2]
        if ending == "xml" or self.content_type(name):
            attributes = {"PartName": f"/{name}", "ContentType": content_type}
            etree.SubElement(types, _OVERRIDE, attributes)
        else:
            attributes = {"Extension": ending, "ContentType": content_type}
            types.insert(0, etree.Element(_DEFAULT, attributes))

    def _relation(self, source: str, element: Element) -> Relation:
        kind, target = element.get("Type", ""), element.get("Target", "")
        if kind.startswith(STRICT):
            raise DamagedError("den är sparad som Strict Open XML-kalkylblad")
        external = element.get("TargetMode") == "External"
        if not external:
            base = posixpath.dirname(source)
            target = self._spelled(
                posixpath.normpath(posixpath.join("/", base, unquote(target))).lstrip("/")
            )
        return Relation(
            element.get("Id", ""), kind.removeprefix(OFFICE_RELATIONS), target, external
        )

    def _spelled(self, name: str) -> str:
        """Names of parts are compared without case (ECMA-376 part 2, 6.2.2.3)."""
        if name in self.entries:
            return name
        return next((known for known in self.entries if _same(known, name)), name)

    def _all_relations(self) -> Iterator[Relation]:
        for name in list(self.entries):
            folder, _, leaf = name.rpartition("_rels/")
            if leaf.endswith(".rels"):
                yield from self.relations(folder + leaf.removesuffix(".rels"))


def read(content: bytes) -> Package:
    """The package of an xlsx, xlsm or xltx. DamagedError, in Swedish, when it is something else."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        # An OLE file: Excel 97–2003, or an xlsx that Excel has encrypted (MS-OFFCRYPTO).
        raise DamagedError(
            "den har lösenord eller annat skydd, eller är sparad i ett äldre format (.xls)"
        )
    package = Package(unzipped(content))
    if _TYPES not in package:
        raise DamagedError("den är ingen Excel-arbetsbok")
    kind = package.content_type(package.main)
    if not kind.endswith("main+xml") or not ("spreadsheetml" in kind or "ms-excel" in kind):
        raise DamagedError("den är en binär arbetsbok (.xlsb) eller ett annat slags fil")
    return package


def write(package: Package) -> bytes:
    """The bytes of the file: parts whose trees have changed are packed anew, the rest as it lay."""
    for name, (root, before) in package.trees.items():
        if etree.tostring(root.getroottree()) != before:
            package.entries[name] = packed(name, serialized(root))
    return zipped(package.entries.values())


def serialized(root: Element) -> bytes:
    """An XML part as bytes, with what stands before its root."""
    content: bytes = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return content


def _parsed(name: str, content: bytes) -> Element:
    try:
        return parse(content)
    except DamagedError:
        if not name.endswith(".vml"):
            raise
        # Excel 2007 left line breaks open in the labels of form controls.
        return parse(content.replace(b"<br>", b"<br/>"))


def _relations_part(source: str) -> str:
    folder, leaf = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


def _same(one: str, other: str) -> bool:
    return one.lstrip("/").casefold() == other.lstrip("/").casefold()
