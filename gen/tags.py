"""The tags of a part: its XML in, a checked and compiled template that can place its own faults out.

docxtpl's dialect: `{{ field }}` and `{% if %}` in running text, `{%p … %}`, `{%tr … %}`, `{%tc … %}`
alone in a paragraph, row or cell that goes with them, `{{p blocks }}` for whole paragraphs. docxtpl
moves the tags to where they belong in the XML but never sees what is in them: it gets `{{p ⟨7⟩}}`,
and number 7 is set in afterwards on a line of its own. So no sign within a tag can confuse it, and
every fault that Jinja tells of, having a line, has a tag and a paragraph.

What nests wrongly is refused before anything is rendered, so that no data can break the XML.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, NoReturn

from docxtpl import DocxTemplate
from jinja2 import Template, nodes
from jinja2.exceptions import TemplateRuntimeError, TemplateSyntaxError
from jinja2.runtime import LoopContext
from lxml import etree

from gen import findings
from gen.faults import Place, Refused
from gen.names import nearest
from gen.opc import Element, W
from gen.sandbox import MissingField, environment

MAX_WRITTEN: Final = 200_000_000
"""Signs of XML in one part; a thousand §§ are some three million."""

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_INSIDE = re.compile(r"\{([{%#])(?:(p|tr|tc|r)\s)?(.*)[}%#]\}", re.DOTALL)
# What was meant as a tag and is none: Jinja would print it as it stands. The whole of it first.
_BROKEN = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"\{\s*[{%#].*?[}%#]\s*\}",
        r"\{\s*[{%#].{0,40}",
        r".{0,40}[}%#]\s*\}",
        r"\{\s*[^\W\d][\w.]*\s*\}",
    )
)
_MARK = re.compile("\ue000(\\d+)\ue001")
_PATH = re.compile(r"[^\W\d]\w*(?:\.\w+)*")

_OPENING = ("if", "for", "with")
_MIDDLE = {"elif": ("if",), "else": ("if", "for")}
_CLOSING = {f"end{word}": word for word in _OPENING}
_DOCXTPL = ("vm", "hm", "colspan", "cellbg")
_ALLOWED = (*_OPENING, *_MIDDLE, *_CLOSING, *_DOCXTPL, "set")
# Known to Jinja. They bring code, files or mark-up into the template's reach.
_FORBIDDEN = frozenset(
    "macro call filter block extends include import from raw autoescape do trans".split()
)
_ROOM = {"p": "ett eget stycke", "tr": "en egen tabellrad", "tc": "en egen tabellcell"}
_LOST = tuple(
    W + name
    for name in ("drawing", "pict", "object", "fldChar", "fldSimple", "sectPr")
    + ("footnoteReference", "endnoteReference")
)
_LOOP = ("index index0 revindex revindex0 first last length previtem nextitem").split()

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS: Final[Mapping[str, str]] = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
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

# Used for its syntax alone; it opens no file.
_SYNTAX: Final = DocxTemplate("")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: `{` + kind, docxtpl's prefix, what is said in it, where its author finds it.

    `scope` is the element (and, in running text, the paragraph) that what it opens must be
    closed in. `inline` is false in an attribute, a field code or a property of the document.
    """

    kind: str
    prefix: str
    said: str
    place: Place
    scope: tuple[Element, ...]
    inline: bool

    @property
    def word(self) -> str:
        """`for` in `{%p for ä in ärenden %}`."""
        return re.split(r"\W", self.said, maxsplit=1)[0] if self.kind == "%" else ""

    @property
    def source(self) -> str:
        """What Jinja gets to see of it."""
        said = self.said
        if '"' not in said and "'" not in said:
            # Word writes typographic quotes as one types.
            said = re.sub("[“”„]", '"', re.sub("[‘’]", "'", said))
        if self.word in _DOCXTPL:
            said = said.removeprefix(self.word)
        if self.prefix == "p" and self.kind == "{":
            return f"({said})|_stycken"
        if self.word in _DOCXTPL or (self.kind == "{" and not self.inline):
            return f"({said})|_en_rad"
        return said

    def marked(self, number: int) -> str:
        """What docxtpl gets to see of it."""
        end = "}" if self.kind == "{" else self.kind
        if self.kind == "#":
            return f"{{#{self.prefix} #}}"
        if self.said in ("vm", "hm"):
            return f"{{% {self.said} %}}"
        word = f" {self.word}" if self.word in _DOCXTPL else ""
        return f"{{{self.kind}{self.prefix}{word} \ue000{number}\ue001{end}}}"


@dataclass(frozen=True, slots=True)
class PartTemplate:
    """A compiled part. `lines` and `tags` are parallel: on that line of the source stands that tag."""

    template: Template
    lines: tuple[int, ...]
    tags: tuple[Tag, ...]
    names: frozenset[str]

    def render(self, context: Mapping[str, Any]) -> str:
        """The part's XML. `Refused` with its place for whatever the template does wrong."""
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
        return "".join(written)


def compile_part(root: Element, part: str, file: str = "") -> PartTemplate | None:
    """The template of a part, None when it has no tags. Changes `root`."""
    tags = tuple(_tags(root, part, file))
    if not tags:
        return None
    check_nesting(tags)
    patched = _SYNTAX.patch_xml(etree.tostring(root, encoding="unicode"))
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


@dataclass(slots=True)
class _Unit:
    """A text that its author sees as one: a paragraph (its `home`), an attribute, a field code."""

    home: Element
    attribute: str = ""
    pieces: list[tuple[Element, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.pieces)

    def holder(self, position: int) -> Element:
        """The element that the sign at `position` stands in."""
        for element, text in self.pieces:
            if position < len(text):
                return element
            position -= len(text)
        raise IndexError(position)

    def put(self, replaced: Sequence[tuple[int, int, str]]) -> None:
        """Write other texts from `start` to `stop` each, whole in the piece where they begin."""
        begin = 0
        for element, text in self.pieces:
            end, at, out = begin + len(text), begin, ""
            for start, stop, new in replaced:
                if start < end and stop > begin:
                    if start >= begin:
                        out += text[at - begin : start - begin] + new
                    at = min(stop, end)
            out += text[at - begin :]
            if self.attribute:
                element.set(self.attribute, out)
            elif element.tag not in _SIGNS:
                element.text = out
                if element.tag == W + "t":
                    element.set(_SPACE, "preserve")
            elif not out:  # a tab or line break inside a tag
                element.getparent().remove(element)
            begin = end


def _units(root: Element) -> Iterator[_Unit]:
    paragraphs: dict[Element, _Unit] = {}
    for element in root.iter(etree.Element):
        for name, value in element.items():
            if "{{" in value or "{%" in value:
                yield _Unit(element, name, [(element, _nfc(value))])
        if element.tag == W + "t" or (element.tag in _SIGNS and element.getparent().tag == W + "r"):
            home = next(element.iterancestors(W + "p"))
            text = _SIGNS.get(element.tag) or _nfc(element.text or "")
            paragraphs.setdefault(home, _Unit(home)).pieces.append((element, text))
        elif element.text and ("{{" in element.text or "{%" in element.text):
            yield _Unit(element, pieces=[(element, _nfc(element.text))])
    yield from paragraphs.values()


def _tags(root: Element, part: str, file: str) -> Iterator[Tag]:
    """Every tag, left in the tree as its number."""
    number = 0
    for unit in _units(root):
        text = unit.text
        found: list[tuple[int, int, str]] = []
        for match in _TAG.finditer(text) if "{" in text else ():
            tag = _tag(
                match[0], unit, unit.holder(match.start()), Place(part, text, match[0], file)
            )
            found.append((*match.span(), tag.marked(number)))
            number += 1
            yield tag
        for between in _between(text, found):
            if broken := next(filter(None, (b.search(between) for b in _BROKEN)), None):
                place = Place(part, text, broken[0].strip(), file)
                raise Refused(findings.TEMPLATE_BROKEN_TAG, place)
        unit.put(found)


def _between(text: str, found: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    end = 0
    for start, stop, _ in found:
        yield text[end:start]
        end = stop
    yield text[end:]


def _tag(raw: str, unit: _Unit, holder: Element, place: Place) -> Tag:
    inside = _INSIDE.fullmatch(raw)
    assert inside is not None  # _TAG found it
    kind, prefix, said = inside[1], inside[2] or "", " ".join(inside[3].split())
    inline = unit.home.tag == W + "p"
    run = holder.getparent()
    scope: tuple[Element, ...] = (unit.home, run.getparent() if inline else holder)
    if kind == "#":
        said = ""
    elif not said:
        raise Refused(findings.TEMPLATE_SYNTAX, place, skäl="den är tom")
    elif said[0] == "-" and kind == "%" or said[-1] in "-+":
        # Jinja's blank control would have docxtpl join paragraphs, across cells if it comes so.
        raise Refused(findings.TEMPLATE_FORBIDDEN, place)
    elif kind == "{" and prefix not in ("", "p"):
        raise Refused(
            findings.TEMPLATE_SYNTAX, place, skäl=f"ett värde kan inte skrivas med {prefix}"
        )
    if prefix and prefix != "r":
        scope = (_alone(raw, prefix, unit, place),)
    elif prefix:
        scope = (run.getparent(),)
    tag = Tag(kind, prefix, said, place, scope, inline)
    if kind == "%":
        _check_word(tag)
    return tag


def _alone(raw: str, prefix: str, unit: _Unit, place: Place) -> Element:
    """What holds the paragraph, row or cell that goes with the tag. Nothing else may stand in it."""
    room = unit.home if unit.home.tag == W + prefix else None
    if prefix != "p" and unit.home.tag == W + "p":
        room = next(unit.home.iterancestors(W + prefix), None)
    if room is None:
        raise Refused(findings.TEMPLATE_SYNTAX, place, skäl=f"den står inte i {_ROOM[prefix]}")
    text = unit.text if room is unit.home else "".join(t.text or "" for t in room.iter(W + "t"))
    lost = _LOST if prefix == "p" else (*_LOST, W + "tbl")
    if _bare(text) != _bare(raw) or next(room.iter(*lost), None) is not None:
        raise Refused(findings.TEMPLATE_NOT_ALONE, place, rum=_ROOM[prefix], prefix=prefix)
    return room.getparent()


def _check_word(tag: Tag) -> None:
    word = tag.word
    if word in _FORBIDDEN or (word == "set" and "=" not in tag.said):
        raise Refused(findings.TEMPLATE_FORBIDDEN, tag.place)
    if word in ("p", "tr", "tc", "r"):
        why = f"{word} ska stå direkt efter procenttecknet: {{%{word} … %}}"
        raise Refused(findings.TEMPLATE_SYNTAX, tag.place, skäl=why)
    if word not in _ALLOWED:
        near = nearest(word, _ALLOWED)
        why = f"ordet {word} är okänt"
        raise Refused(findings.TEMPLATE_SYNTAX, tag.place, skäl=why, nearest=near)


def check_nesting(tags: Sequence[Tag]) -> None:
    """Each opening tag is closed by one of its own kind in its own scope, as XML nests."""
    open_tags: list[Tag] = []
    for tag in tags:
        word = tag.word
        if word in _OPENING:
            open_tags.append(tag)
        elif word in _MIDDLE or word in _CLOSING:
            wanted = _MIDDLE.get(word) or (_CLOSING[word],)
            opened = open_tags[-1] if open_tags else None
            if opened is None or opened.word not in wanted:
                words = " eller ".join(f"{{% {w} … %}}" for w in wanted)
                raise _unbalanced(tag, f"hör inte till något {words}")
            if (opened.prefix, opened.scope) != (tag.prefix, tag.scope):
                raise _unbalanced(opened, f"följs av {tag.place.tag} på ett annat ställe")
            if word in _CLOSING:
                open_tags.pop()
    if open_tags:
        raise _unbalanced(open_tags[-1], "avslutas aldrig")


def _unbalanced(tag: Tag, why: str) -> Refused:
    return Refused(findings.TEMPLATE_UNBALANCED, tag.place, skäl=why)


def _numbered(patched: str, tags: Sequence[Tag]) -> tuple[str, tuple[int, ...], tuple[Tag, ...]]:
    """The source with what the tags say set in, each on a line of its own, and those lines."""
    pieces = _MARK.split(patched)
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
        known = {name for name in names if name.isidentifier() and name != error.name}
    elif isinstance(error.owner, Mapping):
        known = set(error.owner)
    elif isinstance(error.owner, LoopContext):
        known = set(_LOOP)
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


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _bare(text: str) -> str:
    return _nfc("".join(text.split()))
