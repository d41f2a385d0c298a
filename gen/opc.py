"""A Word file as a package: bytes in, parts with their types and relations out, and back to bytes.

ECMA-376 part 2 (Open Packaging Conventions). Names of parts are whole, without the leading slash
(`word/document.xml`); the package itself, as the source of relations, is `""`. What is written
depends on the parts alone: fixed order, no times, the same machine in every header.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from urllib.parse import unquote

from lxml import etree

Element: TypeAlias = Any
"""An lxml element: the package has no types of its own."""

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT: Final = "http://purl.oclc.org/ooxml/"
OFFICE_RELATIONS: Final = R.strip("{}") + "/"
PACKAGE_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE_PROPERTIES: Final = PACKAGE_RELATIONS + "/metadata/core-properties"
DOCX_MAIN: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"

MAX_UNPACKED: Final = 300_000_000
"""Bytes. A template is data from people: a zip of 100 kB can unpack to gigabytes."""

_COMPRESSION = 6


class DamagedError(ValueError):
    """The bytes are no Word file. The text says in Swedish why."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`type` is the last word of its URI where that is Office's own; `target` a part or a URI."""

    type: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """Parts, the content type of each, and for each source its relations by id."""

    parts: dict[str, bytes]
    types: dict[str, str]
    relations: dict[str, dict[str, Relation]]

    def copy(self) -> Package:
        """Another package with the same content: bytes and relations are never changed in place."""
        return Package(
            dict(self.parts),
            dict(self.types),
            {source: dict(some) for source, some in self.relations.items()},
        )

    @property
    def main(self) -> str:
        """The part that holds the document's body."""
        found = self.related("", "officeDocument")
        if not found:
            raise DamagedError("det saknar själva dokumentet")
        return found[0]

    def related(self, source: str, kind: str) -> list[str]:
        """The parts that `source` points to with relations of one type, by their ids."""
        return [
            relation.target
            for _, relation in sorted(self.relations.get(source, {}).items(), key=_natural)
            if relation.type == kind and not relation.external
        ]

    def relate(self, source: str, relation: Relation) -> str:
        """The id of that relation from `source`: the one it has, or a new one."""
        ids = self.relations.setdefault(source, {})
        for number, known in ids.items():
            if known == relation:
                return number
        number = next(f"rId{n}" for n in range(1, len(ids) + 2) if f"rId{n}" not in ids)
        ids[number] = relation
        return number

    def add(self, name: str, content: bytes, content_type: str) -> str:
        """Put in a part, under `name` or, where that is taken, under the next free name."""
        stem, dot, ending = name.rpartition(".")
        stem = stem.rstrip("0123456789")
        taken = {known.casefold() for known in self.parts}
        free, number = name, 0
        while free.casefold() in taken:
            number += 1
            free = f"{stem}{number}{dot}{ending}"
        self.parts[free], self.types[free] = content, content_type
        return free


def tags(names: str, namespace: str = W) -> tuple[str, ...]:
    """Names of elements or attributes, as lxml spells them: `"p r t"` → three of them."""
    return tuple(namespace + name for name in names.split())


def parse(content: bytes) -> Element:
    """The root of one XML part. DamagedError when it is none, or wants more than itself."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedError(f"en del av filen är skadad ({error})") from error
    if root.getroottree().docinfo.doctype:  # forbidden by part 2, 8.1.4; the door to XML's traps
        raise DamagedError("en del av filen är gjord på ett otillåtet sätt")
    return root


def serialize(root: Element) -> bytes:
    """One XML part as Word writes it."""
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content


def read(content: bytes) -> Package:
    """The package of a docx (or dotx, docm). DamagedError when the bytes are something else."""
    files = _unzip(content)
    types_part = files.pop("[Content_Types].xml", None)
    if types_part is None:
        raise DamagedError("det är en zip-fil men inget Word-dokument")
    defaults, overrides = _content_types(types_part)
    parts, relations = {}, {}
    for name, part in files.items():
        folder, _, leaf = name.rpartition("_rels/")
        if leaf.endswith(".rels") and (folder == "" or folder.endswith("/")):
            source = folder + leaf.removesuffix(".rels")
            relations[source] = _relations(source, part)
        else:
            parts[name] = part
    for source, some in relations.items():
        relations[source] = {
            number: relation
            for number, relation in some.items()
            if relation.external or relation.target in parts
        }
    types = {
        name: overrides.get(name.casefold())
        or defaults.get(name.rpartition(".")[2].casefold(), "application/octet-stream")
        for name in parts
    }
    package = Package(parts, types, relations)
    if "wordprocessingml" not in types[package.main] and "ms-word" not in types[package.main]:
        raise DamagedError("det är ett annat slags Office-dokument")
    return package


def write(package: Package) -> bytes:
    """The bytes of the file: the parts that are reached from its root, each at its fixed place."""
    reached = list(_reached(package))
    files = {"[Content_Types].xml": _write_types(package, reached)}
    for source in ("", *reached):
        if package.relations.get(source):
            folder, _, leaf = source.rpartition("/")
            place = posixpath.join(folder, "_rels", f"{leaf}.rels")
            files[place] = _write_relations(source, package.relations[source])
        if source:
            files[source] = package.parts[source]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else the machine's own: Windows would give other bytes
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, compresslevel=_COMPRESSION)
    return buffer.getvalue()


def _unzip(content: bytes) -> dict[str, bytes]:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        # An OLE file: Word 97–2003, or a docx that Word has encrypted (MS-OFFCRYPTO).
        raise DamagedError("det har lösenord eller är sparat i ett äldre format (.doc)")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
                raise DamagedError("det är orimligt stort uppackat")
            # Word on some machines writes backslashes; names are compared without case, but
            # every known writer spells a part the same way everywhere.
            return {
                entry.filename.replace("\\", "/").lstrip("/"): archive.read(entry)
                for entry in entries
            }
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, RuntimeError, OSError) as error:
        raise DamagedError("det är inget Word-dokument eller är skadat") from error
    except NotImplementedError as error:
        raise DamagedError("det är packat på ett sätt som inte kan läsas") from error


def _content_types(part: bytes) -> tuple[dict[str, str], dict[str, str]]:
    root = parse(part)
    defaults = {
        e.get("Extension", "").casefold(): e.get("ContentType", "")
        for e in root.iter(f"{{{CONTENT_TYPES}}}Default")
    }
    overrides = {
        e.get("PartName", "").lstrip("/").casefold(): e.get("ContentType", "")
        for e in root.iter(f"{{{CONTENT_TYPES}}}Override")
    }
    return defaults, overrides


def _relations(source: str, part: bytes) -> dict[str, Relation]:
    out = {}
    for element in parse(part).iter(f"{{{PACKAGE_RELATIONS}}}Relationship"):
        kind, target = element.get("Type", ""), element.get("Target", "")
        if kind.startswith(STRICT):
            raise DamagedError("det är sparat som Strict Open XML")
        external = element.get("TargetMode") == "External"
        if not external:
            base = posixpath.dirname(source)
            target = posixpath.normpath(posixpath.join("/", base, unquote(target))).lstrip("/")
        out[element.get("Id", "")] = Relation(kind.removeprefix(OFFICE_RELATIONS), target, external)
    return out


def _reached(package: Package) -> Iterator[str]:
    seen, waiting = {""}, [""]
    while waiting:
        for relation in package.relations.get(waiting.pop(), {}).values():
            if not relation.external and relation.target not in seen:
                seen.add(relation.target)
                waiting.append(relation.target)
    # The document first: readers that stream (and `file`) tell the kind from the first entries.
    yield from sorted(seen - {""}, key=lambda name: (name != package.main, name))


def _write_types(package: Package, names: list[str]) -> bytes:
    """Media by their ending, as every reader expects; XML parts by their names."""
    root = etree.Element(f"{{{CONTENT_TYPES}}}Types", nsmap={None: CONTENT_TYPES})
    defaults = {"rels": _RELATIONS_TYPE, "xml": "application/xml"}
    overrides = {}
    for name in names:
        ending, kind = name.rpartition(".")[2].casefold(), package.types[name]
        if ending == "xml" or defaults.setdefault(ending, kind) != kind:
            overrides[name] = kind
    for ending, kind in sorted(defaults.items()):
        etree.SubElement(
            root, f"{{{CONTENT_TYPES}}}Default", {"Extension": ending, "ContentType": kind}
        )
    for name, kind in sorted(overrides.items()):
        etree.SubElement(
            root, f"{{{CONTENT_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": kind}
        )
    return serialize(root)


def _write_relations(source: str, some: dict[str, Relation]) -> bytes:
    root = etree.Element(f"{{{PACKAGE_RELATIONS}}}Relationships", nsmap={None: PACKAGE_RELATIONS})
    start = "/" + posixpath.dirname(source)
    for number, relation in sorted(some.items(), key=_natural):
        kind = relation.type if ":" in relation.type else OFFICE_RELATIONS + relation.type
        target = relation.target
        if not relation.external:
            target = posixpath.relpath("/" + target, start)
        attributes = {"Id": number, "Type": kind, "Target": target}
        if relation.external:
            attributes["TargetMode"] = "External"
        etree.SubElement(root, f"{{{PACKAGE_RELATIONS}}}Relationship", attributes)
    return serialize(root)


def _natural(item: tuple[str, object]) -> tuple[str, int, str]:
    """`rId2` before `rId10`."""
    digits = re.search(r"\d+$", item[0])
    return (re.sub(r"\d+$", "", item[0]), int(digits[0]) if digits else 0, item[0])
