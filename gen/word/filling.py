"""Filling a part in: its XML in, a compiled template that renders it and places its faults out.

docxtpl moves the tags to where they belong in the XML but never sees what is said in them: it gets
`{{p ⟨7⟩}}`, and number 7 is set in afterwards on a line of its own. So no sign within a tag can
confuse it, and every fault of Jinja's, having a line, has a tag and a paragraph.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final

from docxtpl import DocxTemplate
from jinja2 import Template, nodes
from jinja2.exceptions import TemplateRuntimeError, TemplateSyntaxError
from jinja2.runtime import LoopContext
from lxml import etree

from gen import findings, opc
from gen.names import nearest
from gen.opc import Element
from gen.word.faults import Refused
from gen.word.outline import Outline
from gen.word.sandbox import MissingField, environment
from gen.word.tags import MARK, Tag, read_tags

MAX_WRITTEN: Final = 200_000_000
"""Signs of XML in one part; a thousand §§ are some three million."""

_PATH = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
LOOP: Final = "index index0 revindex revindex0 first last length previtem nextitem"
_OF_A_VALUE = (
    findings.TEMPLATE_NO_VALUE,
    findings.TEMPLATE_NOT_TEXT,
    findings.TEMPLATE_BLOCK_INLINE,
    findings.TEMPLATE_TEXT_AS_BLOCK,
    findings.TEMPLATE_NOT_LIST,
)
_WORDS: Final = (
    (
        r"expected token '(?:end of print statement|end of statement block)', got '(.+)'$",
        r"det är oväntat att ”\1” står där",
    ),
    (
        r"expected token '(.+)', got '(?:end of print statement|end of statement block)'",
        r"där saknas ”\1”",
    ),
    (r"expected token '(.+)', got '(.+)'", r"där står ”\2” men ”\1” väntades"),
    (
        r"[Ee]xpected an expression, got '(?:end of print statement|end of statement block)'",
        "där saknas något på slutet",
    ),
    (r"unexpected '(.+)', expected '(.+)'", r"där står ”\1” men ”\2” väntades"),
    (r"unexpected '(.+)'", r"det är oväntat att ”\1” står där"),
    (r"unexpected char '(.+)' at", r"tecknet ”\1” kan inte stå där"),
)

# Used for its dialect alone; it opens no file.
_DOCXTPL: Final = DocxTemplate("")


@dataclass(frozen=True, slots=True)
class PartTemplate:
    """A compiled part. On each of `lines` of its source stands the tag beside it in `tags`."""

    template: Template
    lines: tuple[int, ...]
    tags: tuple[Tag, ...]
    names: frozenset[str]

    def render(self, context: Mapping[str, Any]) -> Element:
        """The part's root. `Refused` with its place for whatever the template does wrong."""
        written: list[str] = []
        size = 0
        try:
            for piece in self.template.generate(context):
                size += len(piece)
                if size > MAX_WRITTEN:
                    tag = self.tags[-1]
                    raise Refused(findings.TEMPLATE_TOO_LARGE, tag.place, value=tag.place.tag)
                written.append(piece)
        except Exception as error:
            line = _line(error.__traceback__)
            if not line:
                raise
            tag = _on(line, self.lines, self.tags)
            raise explained(error, tag, self.names | context.keys()) from error
        xml = "".join(written)
        if any(tag.changes_columns for tag in self.tags):
            return _DOCXTPL.fix_tables(xml)
        return opc.parse(xml.encode())


def compile_part(root: Element, outline: Outline) -> PartTemplate | None:
    """The template of a part, None when it has no tags. Changes `root`."""
    tags = read_tags(root, outline)
    if not tags:
        return None
    patched = _DOCXTPL.patch_xml(etree.tostring(root, encoding="unicode"))
    source, lines, order = _numbered(patched, tags)
    env = environment()
    try:
        tree = env.parse(source)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(
                loop.iter, "_lista", [], [], None, None, lineno=loop.iter.lineno
            )
        names = frozenset(n.name for n in tree.find_all(nodes.Name) if n.ctx == "store")
        code = env.compile(tree)
    except TemplateSyntaxError as error:
        tag = _on(error.lineno, lines, order)
        raise explained(error, tag, frozenset()) from error
    template = Template.from_code(env, code, env.make_globals(None))
    return PartTemplate(template, lines, order, names)


def _numbered(patched: str, tags: Sequence[Tag]) -> tuple[str, tuple[int, ...], tuple[Tag, ...]]:
    """The source with what the tags say set in, each on a line of its own, and those lines."""
    pieces = MARK.split(patched)
    line, lines, order = 1, [], []
    for index, piece in enumerate(pieces):
        if index % 2:
            tag = tags[int(piece)]
            pieces[index] = "\n" + tag.source
            line += 1
            lines.append(line)
            order.append(tag)
        else:
            line += piece.count("\n")
    return "".join(pieces), tuple(lines), tuple(order)


def _line(traceback: TracebackType | None) -> int:
    """The line of a template that a fault came from, 0 when it came from elsewhere."""
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _on(line: int, lines: Sequence[int], tags: Sequence[Tag]) -> Tag:
    return tags[max(0, bisect.bisect_right(lines, line) - 1)]


def explained(error: Exception, tag: Tag, names: frozenset[str]) -> Refused:
    """What Jinja says of a tag, in the words of its author."""
    expression = tag.said
    if tag.word == "for":
        expression = re.sub(r"^for\s.*?\sin\s|\sif\s.*$", "", expression)
    elif tag.word in ("if", "elif"):
        expression = expression.split(maxsplit=1)[-1]
    name = expression.split("|")[0].strip()
    if isinstance(error, Refused):
        facts = {"fält": name, **error.facts}
        if error.kind in _OF_A_VALUE:
            facts.setdefault("value", name)
        return Refused(error.kind, error.place or tag.place, **facts)
    if isinstance(error, MissingField):
        return _missing(error, tag, names)
    message = str(error)
    if unknown := re.search(r"No (filter|test) named '(.+?)'", message):
        known = environment().filters if unknown[1] == "filter" else environment().tests
        facts = {"value": unknown[2], "nearest": nearest(unknown[2], known)}
        return Refused(findings.TEMPLATE_UNKNOWN_FILTER, tag.place, **facts)
    kind = findings.TEMPLATE_FAILED
    if isinstance(error, TemplateSyntaxError):
        kind, message = findings.TEMPLATE_SYNTAX, _in_swedish(message)
    elif isinstance(error, TypeError | TemplateRuntimeError):
        message = "värdena passar inte till det som görs med dem"
    elif isinstance(error, ZeroDivisionError):
        message = "division med noll"
    return Refused(kind, tag.place, skäl=message.rstrip("."))


def _missing(error: MissingField, tag: Tag, names: frozenset[str]) -> Refused:
    start, path = "", error.name
    for found in _PATH.findall(tag.said):
        steps = found.split(".")
        if error.name in steps[error.owner is not None :]:
            start = ".".join(steps[: steps.index(error.name, error.owner is not None)])
            path = f"{start}.{error.name}" if start else error.name
            break
    facts = {"value": path}
    if error.owner is None:
        known = {name for name in names if name.isidentifier() and name != error.name} - {"range"}
    elif isinstance(error.owner, Mapping):
        known = set(error.owner)
    elif isinstance(error.owner, LoopContext):
        known = set(LOOP.split())
    else:
        known = set()
    if near := nearest(error.name, sorted(known)):
        facts["nearest"] = f"{start}.{near}" if start else near
    elif isinstance(error.owner, list) and start:
        facts["förslag"] = f" {start} är en lista: upprepa med {{%p for … in {start} %}}."
    return Refused(findings.TEMPLATE_UNKNOWN_FIELD, tag.place, **facts)


def _in_swedish(message: str) -> str:
    for pattern, words in _WORDS:
        if found := re.search(pattern, message):
            return found.expand(words)
    return "det är skrivet på ett sätt som inte går att förstå"
