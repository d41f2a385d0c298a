"""The tags of a part: its XML in, the tags out, each checked and left in the XML as a number.

docxtpl's dialect: `{{ field }}` and `{% if %}` in running text; `{%p … %}`, `{%tr … %}`,
`{%tc … %}` alone in a paragraph, row or cell that goes with them; `{{p blocks }}` for whole
paragraphs. Anything that looks like a tag and is none, and whatever nests wrongly, is refused here,
before any data comes near: no data can break the XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from gen import findings, opc
from gen.names import nearest
from gen.opc import Element, W
from gen.word.faults import Place, Refused
from gen.word.outline import Outline
from gen.word.units import Unit, nfc, units

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
    def words(self) -> str:
        """What is said in it, with the quotes of a programmer: Word writes them as one types."""
        if '"' in self.said or "'" in self.said:
            return self.said
        return re.sub("[“”„]", '"', re.sub("[‘’]", "'", self.said))

    @property
    def source(self) -> str:
        """What Jinja gets to see of it."""
        if self.prefix == "p" and self.kind == "{":
            return f"({self.words})|_stycken"
        if self.kind == "{" and not self.inline:
            return f"({self.words})|_en_rad"
        return self.words

    def marked(self, number: int) -> str:
        """What docxtpl gets to see of it."""
        end = "}" if self.kind == "{" else self.kind
        if self.kind == "#":
            return f"{{#{self.prefix} #}}"
        return f"{{{self.kind}{self.prefix} \ue000gen{number}\ue001{end}}}"


class Found(NamedTuple):
    """`tags` by their numbers, and the `faults`. `meant` are the tags with those among the faulty
    that leave no doubt what they open or close."""

    tags: tuple[Tag, ...]
    faults: tuple[Refused, ...]
    meant: tuple[Tag, ...]


def read_tags(root: Element, outline: Outline) -> tuple[Tag, ...]:
    """Every tag of a part, by its number. `Refused` for the first that cannot be one."""
    found = find_tags(root, outline)
    for fault in found.faults:
        raise fault
    return found.tags


def find_tags(root: Element, outline: Outline) -> Found:
    """Every tag of a part, and everything that cannot be one, or nests wrongly.

    Each tag is left in the XML as its number; what is refused stays as it is.
    """
    tags: list[Tag] = []
    meant: list[Tag] = []
    faults: list[Refused] = []
    for unit in units(root):
        text = unit.text
        found: list[tuple[int, int, str]] = []
        for match in _TAG.finditer(text) if "{" in text else ():
            place = _place(outline, unit, text, match[0])
            marked = match[0]
            try:
                tag = _tag(match[0], unit, unit.holder(match.start()), place)
                marked = tag.marked(len(tags))
                tags.append(tag)
                meant.append(tag)
            except Refused as refused:
                faults.append(refused)
                if refused.kind == findings.TEMPLATE_NOT_ALONE:
                    meant.append(_without_scope(match[0], place))
            found.append((*match.span(), marked))
        for broken in (b for between in _between(text, found) for b in _broken(between)):
            place = _place(outline, unit, text, broken)
            faults.append(Refused(findings.TEMPLATE_BROKEN_TAG, place))
        unit.put(found)
    return Found(tuple(tags), (*faults, *_unbalanced(meant)), tuple(meant))


def _without_scope(raw: str, place: Place) -> Tag:
    """A tag that stands where it must not."""
    inside = _INSIDE.fullmatch(raw)
    assert inside is not None  # _TAG found it
    return Tag(inside[1], inside[2] or "", " ".join(inside[3].split()), place, (), inline=True)


def _place(outline: Outline, unit: Unit, text: str, tag: str) -> Place:
    """An attribute or a field code has a paragraph around it, or stands in none."""
    home = unit.home
    paragraph = home if home.tag == W + "p" else next(home.iterancestors(W + "p"), None)
    return replace(outline.place(paragraph, text, tag), paragraph=text)


def _broken(text: str) -> Iterator[str]:
    """What was meant as tags in a text that holds none."""
    while found := next(filter(None, (b.search(text) for b in _BROKEN)), None):
        yield found[0].strip()
        text = text[found.end() :]


def _between(text: str, found: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    end = 0
    for start, stop, _ in found:
        yield text[end:start]
        end = stop
    yield text[end:]


def _tag(raw: str, unit: Unit, holder: Element, place: Place) -> Tag:
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


def _alone(raw: str, prefix: str, unit: Unit, place: Place) -> Element:
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


def _unbalanced(tags: Sequence[Tag]) -> Iterator[Refused]:
    """Each opening tag is closed by one of its own kind in its own scope, as XML nests."""
    opened: list[Tag] = []
    for tag in tags:
        word = tag.word
        if word in _OPENING:
            opened.append(tag)
        elif word in _MIDDLE or word in _CLOSING:
            wanted = _MIDDLE.get(word) or (_CLOSING[word],)
            if not any(one.word in wanted for one in opened):
                words = " eller ".join(f"{{% {w} … %}}" for w in wanted)
                yield _badly_nested(tag, f"hör inte till något {words}")
                continue
            while opened[-1].word not in wanted:
                yield _badly_nested(opened.pop(), "avslutas aldrig")
            astray = () in (opened[-1].scope, tag.scope)  # that is told of already
            if not astray and (opened[-1].prefix, opened[-1].scope) != (tag.prefix, tag.scope):
                where = f"följs av {tag.place.tag} på ett annat ställe"
                yield _badly_nested(opened[-1], where)
            if word in _CLOSING:
                opened.pop()
    for tag in reversed(opened):
        yield _badly_nested(tag, "avslutas aldrig")


def _badly_nested(tag: Tag, why: str) -> Refused:
    return Refused(findings.TEMPLATE_UNBALANCED, tag.place, skäl=why)


def _bare(text: str) -> str:
    return nfc("".join(text.split()))
