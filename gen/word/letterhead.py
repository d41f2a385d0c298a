"""A template and a letterhead in, the template's body on that letterhead out: packages to packages.

The letterhead owns headers, footers, styles, fonts, theme, lists, page and settings; the template
owns its body and what that points to. Whoever edits a template in Word sees its own copy of the
styles; in the document the letterhead's style of the same name takes its place.
"""

from __future__ import annotations

import copy
from typing import Final

from gen import opc
from gen.opc import CORE_PROPERTIES, DOCX_MAIN, Element, Package, R, Relation, W
from gen.word import tidy
from gen.word.outline import Outline
from gen.word.transplant import Move

ON_LETTERHEAD: Final = "urn:gen:brevpapper"
"""The relation by which a merged template says which file its headers stand in."""

_OWNED: Final = "styles numbering settings webSettings theme fontTable customXml footnotes endnotes"
_REFERENCES = opc.tags("headerReference footerReference")

# The order of ECMA-376 part 1, 17.6.17; Word refuses a file that breaks it.
_SECTION = opc.tags(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid"
)
_PAGE = opc.tags("headerReference footerReference pgSz pgMar paperSrc pgBorders docGrid")
"""What the letterhead alone says of a section."""
_UNLESS_SAID = opc.tags("pgNumType cols")


def merge(template: Package, letterhead: Package) -> Package:
    """The template's body in the letterhead's package. Neither is changed."""
    target = letterhead.copy()
    main = target.main
    root = opc.parse(template.parts[template.main])
    letter = opc.parse(letterhead.parts[letterhead.main])
    tidy.before(root, Outline.of(root, "dokumentet"))
    _leave_body(target, letter)
    for reference in list(root.iter(*_REFERENCES)):
        reference.getparent().remove(reference)
    move = Move(template, target)
    move.bring_styles()
    move.adopt(root, template.main, main)
    move.settle()
    _put_on_page(root, _page(letter))
    target.parts[main] = opc.serialize(root)
    target.types[main] = DOCX_MAIN  # the letterhead may be a .dotx
    _keep_title(move)
    return target


def _leave_body(target: Package, letter: Element) -> None:
    """Leave behind what only the letterhead's body, a sample text, pointed to."""
    page = _page(letter)
    used = set() if page is None else {e.get(R + "id") for e in page.iter(*_REFERENCES)}
    relations = target.relations.get(target.main, {})
    target.relations[target.main] = {
        number: relation
        for number, relation in relations.items()
        if number in used or relation.type in _OWNED.split()
    }


def _keep_title(move: Move) -> None:
    """The document is called what the template says, not what the letterhead does."""
    core = move.source.related("", CORE_PROPERTIES)
    if not core:
        return
    relations = move.target.relations[""]
    for number in [n for n, r in relations.items() if r.type == CORE_PROPERTIES]:
        del move.target.parts[relations.pop(number).target]
    move.target.relate("", move.carry(Relation(CORE_PROPERTIES, core[0])))


def _page(root: Element) -> Element | None:
    """The section that a document ends with: of a letterhead, the one that goes on."""
    return root.find(f"{W}body/{W}sectPr")


def _put_on_page(root: Element, page: Element | None) -> None:
    """Give each section the letterhead's page. Where it begins and which way it lies stay."""
    if page is None:
        return
    if _page(root) is None:
        root.find(W + "body").append(root.makeelement(W + "sectPr"))
    for position, section in enumerate(list(root.iter(W + "sectPr"))):
        lies = _lies(section)
        parts = []
        for name in _SECTION:
            # A first page of its own is the document's, not that of each section in it.
            letters = name in _PAGE or (name == W + "titlePg" and position == 0)
            found = (page if letters else section).findall(name)
            if not found and name in _UNLESS_SAID:
                found = page.findall(name)
            parts += [copy.deepcopy(element) for element in found]
        section[:] = parts
        if lies != _lies(section) and (size := section.find(W + "pgSz")) is not None:
            width, height = size.get(W + "w"), size.get(W + "h")
            size.set(W + "w", height)
            size.set(W + "h", width)
            size.set(W + "orient", "landscape" if lies else "portrait")


def _lies(section: Element) -> bool:
    size = section.find(W + "pgSz")
    return size is not None and size.get(W + "orient") == "landscape"
