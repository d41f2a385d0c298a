"""A template and the examples in, what such a document must say and nobody sees in it out.

A tag may be there and yet print nothing that is read: in hidden text, or within a condition that
never holds. So each required value is changed, and the document must look otherwise. A heading that
comes out empty is looked for too: who listens is told of a heading, and of no words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gen import docx, findings, opc
from gen.jobs import JSON
from gen.mall.exempel import Example
from gen.opc import Element, Package, W
from gen.word.faults import Place, Refused, TemplateError
from gen.word.outline import Outline, heading_level, sign_of
from gen.word.styles import Styles

_NUMBER: Final = "{urn:gen:mall}stycke"
"""Carries a paragraph's number through the filling in."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_CHANGED: Final = "ändrat"
_ENOUGH: Final = 12
"""Examples: the fullest and the emptiest meeting are among them, and a motion of its own kind."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A template to fill in: `body` stands on its letterhead; `kinds` are the parts looked at."""

    body: bytes
    name: str
    kinds: tuple[str, ...]

    def seen(self, example: Example, context: Mapping[str, JSON]) -> list[str]:
        """The words that are to be seen, paragraph by paragraph."""
        package = opc.read(self.filled(example, context))
        hidden = _hidden(package)
        return [
            _words(paragraph, hidden)
            for part, kind in docx.fillable(package)
            if kind in self.kinds
            for paragraph in opc.parse(package.parts[part]).iter(W + "p")
        ]

    def filled(self, example: Example, context: Mapping[str, JSON]) -> bytes:
        files = {name: file.content for name, file in example.reading.files.items()}
        return docx.render(self.body, context, files, name=self.name)


def unseen(
    filled: Filled, examples: Sequence[Example], required: Iterable[str], document: str
) -> Iterator[Refused]:
    """Those of the required fields that no example shows; of `a|b` one is enough."""
    for one in required:
        tries = [_shows(filled, example, one.split("|")) for example in examples[:_ENOUGH]]
        tries = [shown for shown in tries if shown is not None]
        if tries and not any(tries):
            value = " eller ".join(one.split("|"))
            yield Refused(findings.TEMPLATE_UNSEEN, Place("", ""), value=value, dokument=document)


def _shows(filled: Filled, example: Example, paths: Iterable[str]) -> bool | None:
    """Whether the example with another value looks otherwise; None where it has no such value."""
    context = example.draft.context
    others = [_changed(context, path.split(".")) for path in paths]
    others = [other for other in others if other != context]
    if not others:
        return None
    before = filled.seen(example, context)
    try:
        return any(filled.seen(example, _context(other)) != before for other in others)
    except TemplateError:
        return True  # a filter that cannot take the other value: it is used


def empty_headings(
    filled: Filled, template: Package, examples: Iterable[Example]
) -> Iterator[Place]:
    """The headings of the template that come out empty, each at its first."""
    main = opc.parse(template.parts[template.main])
    places = {
        number: Outline.of(main, docx.PARTS["officeDocument"]).place(paragraph)
        for number, paragraph in enumerate(main.iter(W + "p"), 1)
    }
    numbered = Filled(_numbered(filled.body), filled.name, filled.kinds)
    told: set[int] = set()
    for example in examples:
        package = opc.read(numbered.filled(example, example.draft.context))
        hidden, levels = _hidden(package), _styles(package).headings
        for paragraph in opc.parse(package.parts[package.main]).iter(W + "p"):
            number = int(paragraph.get(_NUMBER, "0"), 16)
            if number in told or number not in places or not heading_level(paragraph, levels):
                continue
            if not _words(paragraph, hidden).strip() and paragraph.find(f".//{W}drawing") is None:
                told.add(number)
                yield places[number]


def _numbered(body: bytes) -> bytes:
    package = opc.read(body)
    root = opc.parse(package.parts[package.main])
    for number, paragraph in enumerate(root.iter(W + "p"), 1):
        paragraph.set(_NUMBER, f"{number:08X}")
    package.parts[package.main] = opc.serialize(root)
    return opc.write(package)


# -- what is to be seen ---------------------------------------------------------------------


def _words(paragraph: Element, hidden: frozenset[str]) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    unless_said = style is not None and style.get(W + "val") in hidden
    return "".join(
        element.text or "" if element.tag == W + "t" else sign_of(element)
        for run in paragraph.iter(W + "r")
        if not _is_hidden(run, hidden, unless_said)
        for element in run
    )


def _is_hidden(run: Element, hidden: frozenset[str], unless_said: bool) -> bool:
    own = run.find(f"{W}rPr/{W}vanish")
    if own is not None:
        return _on(own)
    style = run.find(f"{W}rPr/{W}rStyle")
    return unless_said or (style is not None and style.get(W + "val") in hidden)


def _hidden(package: Package) -> frozenset[str]:
    """The styles that hide their text, as they say themselves or the one that they are based on."""
    styles: dict[str, tuple[bool | None, str]] = {}
    for part in package.related(package.main, "styles"):
        for style in opc.parse(package.parts[part]).iter(W + "style"):
            own, based = style.find(f"{W}rPr/{W}vanish"), style.find(W + "basedOn")
            above = based.get(W + "val", "") if based is not None else ""
            styles[style.get(W + "styleId", "")] = None if own is None else _on(own), above

    def hides(name: str) -> bool:
        met: set[str] = set()
        while name in styles and name not in met:
            met.add(name)
            said, name = styles[name]
            if said is not None:
                return said
        return False

    return frozenset(name for name in styles if hides(name))


def _on(element: Element) -> bool:
    return element.get(W + "val", "1") not in ("0", "false", "off")


def _styles(package: Package) -> Styles:
    some = package.related(package.main, "styles")
    return Styles.of(opc.parse(package.parts[some[0]]) if some else None, None)


# -- another value --------------------------------------------------------------------------


def _context(value: JSON) -> Mapping[str, JSON]:
    assert isinstance(value, dict)
    return value


def _changed(value: object, steps: list[str]) -> JSON:
    """The value with what stands at the path changed, wherever there is something."""
    if not steps:
        return _other(value)
    if not isinstance(value, Mapping):
        return value  # type: ignore[return-value]
    name, deep = steps[0].rstrip("[]"), steps[0].count("[]")
    if name not in value:
        return dict(value)
    return {**value, name: _within(value[name], deep, steps[1:])}


def _within(value: JSON, deep: int, steps: list[str]) -> JSON:
    if not deep:
        return _changed(value, steps)
    if not isinstance(value, list):
        return value
    return [_within(item, deep - 1, steps) for item in value]


def _other(value: object) -> JSON:
    """Another value of the same kind; nothing stays nothing."""
    if isinstance(value, str) and value:
        if _DAY.fullmatch(value):
            return (dt.date.fromisoformat(value) + dt.timedelta(days=400)).isoformat()
        return f"{value} {_CHANGED}"
    if isinstance(value, list):
        return [*value, *value[:1]] if value else []
    if isinstance(value, dict):
        return {name: _other(below) if name in _SAID else below for name, below in value.items()}
    return value  # type: ignore[return-value]


_SAID: Final = ("block",)
"""Of a group of blocks, what holds its words: the first block stands twice."""
