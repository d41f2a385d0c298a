"""The tags of a part: its XML in, the tags out, each checked and left in the XML as a number.

docxtpl's dialect: `{{ field }}` and `{% if %}` in running text; `{%p … %}`, `{%tr … %}`,
`{%tc … %}` alone in a paragraph, row or cell that goes with them; `{{p blocks }}` for whole
paragraphs. Anything that looks like a tag and is none, and whatever nests wrongly, is refused here,
before any data comes near: no data can break the XML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from gen import findings, opc
from gen.names import nearest
from gen.opc import Element, W
from gen.word.faults import Place, Refused

MARK: Final = re.compile("\ue000gen(\\d+)\ue001")
"""A tag's number between two of Unicode's private signs, where its words will be."""

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

_OPENING = ("if", "for", "with")
_MIDDLE = {"elif": ("if",), "else": ("if", "for")}
_CLOSING = {f"end{word}": word for word in _OPENING}
_ALLOWED = (*_OPENING, *_MIDDLE, *_CLOSING, "set")
# Jinja's bring code, files or mark-up into the template's reach. docxtpl's, the last four, merge
# and colour cells: a table so made cannot be read aloud, and a fault in one has no place.
_FORBIDDEN: Final = (
    "macro call filter block extends include import from raw autoescape do trans "
    "vm hm colspan cellbg"
)
_ROOM = {"p": "ett eget stycke", "tr": "en egen tabellrad", "tc": "en egen tabellcell"}
_LOST = opc.tags("drawing pict object fldChar fldSimple sectPr footnoteReference endnoteReference")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS: Final[Mapping[str, str]] = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}


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
    def changes_columns(self) -> bool:
        """Whether a table may get other columns by it than it has in the template."""
        return self.prefix == "tc"

    @property
    def source(self) -> str:
        """What Jinja gets to see of it."""
        said = self.said
        if '"' not in said and "'" not in said:
            # Word writes typographic quotes as one types.
            said = re.sub("[“”„]", '"', re.sub("[‘’]", "'", said))
        if self.prefix == "p" and self.kind == "{":
            return f"({said})|_stycken"
        if self.kind == "{" and not self.inline:
            return f"({said})|_en_rad"
        return said

    def marked(self, number: int) -> str:
        """What docxtpl gets to see of it."""
        end = "}" if self.kind == "{" else self.kind
        if self.kind == "#":
            return f"{{#{self.prefix} #}}"
        return f"{{{self.kind}{self.prefix} \ue000gen{number}\ue001{end}}}"


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
            home = next(element.iterancestors(W + "p"), None)
            if home is None:
                continue
            text = _SIGNS.get(element.tag) or _nfc(element.text or "")
            paragraphs.setdefault(home, _Unit(home)).pieces.append((element, text))
        elif element.text and ("{{" in element.text or "{%" in element.text):
            yield _Unit(element, pieces=[(element, _nfc(element.text))])
    yield from paragraphs.values()


def read_tags(root: Element, part: str, file: str = "") -> tuple[Tag, ...]:
    """Every tag of a part, by its number. `Refused` for the first that cannot be one.

    `part` and `file` are the names that faults give it.
    """
    tags = tuple(_tags(root, part, file))
    _check_nesting(tags)
    return tags


def _tags(root: Element, part: str, file: str) -> Iterator[Tag]:
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
    elif (raw[2] in "-+" and kind == "%") or raw[-3] in "-+":
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
    """What holds the paragraph, row or cell that goes with the tag, and that holds nothing else."""
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
    if word in _FORBIDDEN.split() or (word == "set" and "=" not in tag.said):
        raise Refused(findings.TEMPLATE_FORBIDDEN, tag.place)
    if word in ("p", "tr", "tc", "r"):
        why = f"{word} ska stå direkt efter procenttecknet: {{%{word} … %}}"
        raise Refused(findings.TEMPLATE_SYNTAX, tag.place, skäl=why)
    if word not in _ALLOWED:
        near = nearest(word, _ALLOWED)
        why = f"ordet {word} är okänt"
        raise Refused(findings.TEMPLATE_SYNTAX, tag.place, skäl=why, nearest=near)


def _check_nesting(tags: Sequence[Tag]) -> None:
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


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _bare(text: str) -> str:
    return _nfc("".join(text.split()))
