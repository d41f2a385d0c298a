"""Template + context + resources → .docx: Word files and plain JSON in, the bytes of one out.

The template stands on its letterhead already (`templates.on_letterhead`). Body, headers, footers,
notes and the document's properties are filled in; the same input gives the same bytes.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from gen import findings, opc
from gen.opc import CORE_PROPERTIES, Element, Package, W
from gen.word import dates, properties, tidy
from gen.word.blocks import Writer, start_numbers
from gen.word.faults import Refused, TemplateError
from gen.word.filling import PartTemplate, compile_part
from gen.word.letterhead import ON_LETTERHEAD
from gen.word.outline import Outline
from gen.word.sandbox import WRITER, Range
from gen.word.setin import set_in
from gen.word.styles import Styles

__all__ = ["TemplateError", "render"]

PARTS: Final[Mapping[str, str]] = {
    "officeDocument": "dokumentet",
    "header": "sidhuvudet",
    "footer": "sidfoten",
    "footnotes": "fotnoterna",
    "endnotes": "slutnoterna",
    CORE_PROPERTIES: "dokumentegenskaperna",
}
"""The parts that can hold tags, by the relation that leads to them, and what they are called."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A template ready to be filled in. `parts` are those with tags; `width` that of the text, in
    twentieths of a point; `said` its own properties."""

    package: Package
    parts: Mapping[str, PartTemplate]
    styles: Styles
    width: int
    said: frozenset[str]


def render(
    template: bytes,
    context: Mapping[str, Any],
    resources: Mapping[str, bytes] = {},
    *,
    name: str = "mall.docx",
) -> bytes:
    """The filled-in document. `TemplateError` tells where in the template it cannot be done.

    `context` is plain JSON; a value `{"block": […]}` is whole paragraphs (see `gen.word.blocks`).
    `resources` are the Word files that the blocks name. DataError for one that cannot be set in.
    """
    try:
        compiled = _compile(template)
        package = compiled.package.copy()
        writer = Writer(compiled.styles, compiled.width)
        variables = {**context, "range": Range(), WRITER: writer}
        roots = {part: filled.render(variables) for part, filled in compiled.parts.items()}
    except Refused as refused:
        raise TemplateError(refused, name) from refused
    except opc.DamagedError as error:
        unreadable = Refused(findings.TEMPLATE_UNREADABLE, skäl=str(error))
        raise TemplateError(unreadable, name) from error
    if writer.started:
        numbers = package.related(package.main, "numbering")[0]
        numbering = opc.parse(package.parts[numbers])
        start_numbers(numbering, writer.started)
        package.parts[numbers] = opc.serialize(numbering)
    for part, root in roots.items():
        if writer.files:
            set_in(root, part, package, writer.files, resources)
        tidy.after(root)
        dates.keep_whole(root, compiled.styles.headings)
        package.parts[part] = opc.serialize(root)
    properties.describe(package, context, compiled.said)
    return opc.write(package)


@functools.lru_cache(maxsize=64)
def _compile(template: bytes) -> _Compiled:
    package = opc.read(template)
    letterhead = next(
        (r.target for r in package.relations[""].values() if r.type == ON_LETTERHEAD), ""
    )
    properties.neutral(package)
    main = package.main
    styles_root, numbering = (
        opc.parse(package.parts[some[0]]) if (some := package.related(main, kind)) else None
        for kind in ("styles", "numbering")
    )
    styles = Styles.of(styles_root, numbering)
    parts: dict[str, PartTemplate] = {}
    said: frozenset[str] = frozenset()
    width = 0
    for part, kind in fillable(package):
        root = opc.parse(package.parts[part])
        if part == main:
            width = text_width(root)
        if kind == CORE_PROPERTIES:
            said = properties.templated(root)
        file = letterhead if kind in ("header", "footer") else ""
        outline = Outline.of(root, PARTS[kind], file, styles.headings)
        tidy.before(root, outline)
        compiled = compile_part(root, outline)
        if compiled:
            parts[part] = compiled
        else:
            package.parts[part] = opc.serialize(root)
    return _Compiled(package, parts, styles, width, said)


_A4: Final = (11906, 1417, 1417)
"""What counts where a file does not say its page: A4 with Word's own margins."""


def text_width(root: Element) -> int:
    """Between the margins of the section that a document ends with, which goes on."""
    section = f"{W}body/{W}sectPr/{W}"
    said = (("pgSz", "w"), ("pgMar", "left"), ("pgMar", "right"))
    found = (root.find(section + name) for name, _ in said)
    page, left, right = (
        usual if element is None else int(element.get(W + attribute, usual))
        for element, (_, attribute), usual in zip(found, said, _A4, strict=True)
    )
    return page - left - right


def fillable(package: Package) -> Iterator[tuple[str, str]]:
    """The parts that can hold tags, each with what it is to the document (`PARTS`)."""
    for kind in PARTS:
        source = "" if kind in ("officeDocument", CORE_PROPERTIES) else package.main
        for part in package.related(source, kind):
            yield part, kind
