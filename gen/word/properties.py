"""What a document says of itself: a filled-in package and its context in, title and day out.

Word's own properties tell who saved what when, on which machine and for how long. A document made
by gen has a title, a kommun, the day that it is about, and is in Swedish.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

from gen import opc
from gen.opc import CORE_PROPERTIES, DOCX_MAIN, Element, Package, Relation, W
from gen.word.blocks import plain

LANGUAGE: Final = "sv-SE"

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

# What a template can say of a document, by the names of ECMA-376 part 2, 8.3.4.
_SAID: Final = {"title": _DC, "subject": _DC, "creator": _DC, "description": _DC, "keywords": _CP}
# Settings that reach outside the file, or that belong to the editing of the template.
_SETTINGS = opc.tags("attachedTemplate mailMerge rsids trackRevisions linkStyles")
_OF_PACKAGE: Final = "officeDocument custom-properties customXml"
_OF_DOCUMENT: Final = (
    "styles numbering settings webSettings theme fontTable footnotes endnotes header footer "
    "image hyperlink chart oleObject package aFChunk customXml diagramData diagramLayout "
    "diagramQuickStyle diagramColors"
)


def templated(root: Element) -> frozenset[str]:
    """Which properties a template fills in with fields, by the root of its `core.xml`."""
    return frozenset(
        etree.QName(element).localname for element in root if "{" in (element.text or "")
    )


def neutral(package: Package) -> None:
    """Make a template a document's package, in place: Swedish, no macros, no trace of editing."""
    main = package.main
    package.types[main] = DOCX_MAIN
    _keep(package, "", f"{_OF_PACKAGE} {CORE_PROPERTIES}")
    _keep(package, main, _OF_DOCUMENT)
    for part in package.related(main, "settings"):
        root = opc.parse(package.parts[part])
        for element in list(root.iter(*_SETTINGS)):
            element.getparent().remove(element)
        package.parts[part] = opc.serialize(root)
        package.relations.pop(part, None)  # to the attached template and the mail merge's data
    for part in package.related(main, "styles"):
        root = opc.parse(package.parts[part])
        _speak_swedish(root)
        package.parts[part] = opc.serialize(root)


def describe(package: Package, context: Mapping[str, Any], said: frozenset[str]) -> None:
    """Write the properties anew, in place. `said` are those that the template filled in itself."""
    old = package.related("", CORE_PROPERTIES)
    values = {
        "title": _field(context, "dokument", "titel"),
        "creator": _field(context, "kommun", "namn"),
    }
    for element in opc.parse(package.parts[old[0]]) if old else ():
        name = etree.QName(element).localname
        if name in said and name in _SAID:
            values[name] = element.text or ""
    root = etree.Element(
        f"{{{_CP}}}coreProperties",
        nsmap={"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI},
    )
    for name, namespace in _SAID.items():
        if values.get(name):
            etree.SubElement(root, f"{{{namespace}}}{name}").text = plain(values[name])
    etree.SubElement(root, f"{{{_DC}}}language").text = LANGUAGE
    day = _field(context, "dokument", "datum")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        for name in ("created", "modified"):
            stamp = etree.SubElement(
                root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"}
            )
            stamp.text = f"{day}T00:00:00Z"
    app = etree.Element(f"{{{_APP}}}Properties", nsmap={None: _APP})
    etree.SubElement(app, f"{{{_APP}}}Application").text = "gen"
    _keep(package, "", _OF_PACKAGE)
    for kind, name, content, of_type in (
        (CORE_PROPERTIES, "docProps/core.xml", root, _CORE_TYPE),
        ("extended-properties", "docProps/app.xml", app, _APP_TYPE),
    ):
        package.parts.pop(name, None)
        package.relate("", Relation(kind, package.add(name, opc.serialize(content), of_type)))


def _keep(package: Package, source: str, kinds: str) -> None:
    known = package.relations.get(source, {})
    package.relations[source] = {n: r for n, r in known.items() if r.type in kinds.split()}


def _field(context: Mapping[str, Any], *path: str) -> str:
    value: Any = context
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else ""


def _speak_swedish(styles: Element) -> None:
    """The language that LibreOffice gives the PDF, and screen readers the words."""
    parent = styles
    for name in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = parent.find(W + name)
        if found is None:
            found = parent.makeelement(W + name)
            # By the schema docDefaults comes first of all, w:lang last but for three that no
            # default has.
            parent.insert(0, found) if name in ("docDefaults", "rPrDefault") else parent.append(
                found
            )
        parent = found
    parent.set(W + "val", LANGUAGE)
