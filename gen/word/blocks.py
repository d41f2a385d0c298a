"""Rich text: blocks as plain JSON in, paragraphs in the template's own styles out.

    {"typ": "stycke", "stil": "ingress", "text": [{"text": "…", "fet": true}]}
    {"typ": "lista", "stil": "att-satser", "poster": [[{"text": "…"}], …]}
    {"typ": "underrubrik", "text": [{"text": "…"}]}
    {"typ": "fil", "fil": "föredragning.docx"}

A block says what a paragraph *is*; how that looks – indents, bullets, what stays together – is the
style's business, so that a kommun changes it in Word. Styles are found by name: the ids differ
(`Rubrik1` in a file of a Swedish Word), the names of Word's own do not (`heading 1`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from markupsafe import escape

from gen import findings
from gen.names import fold
from gen.opc import Element, W
from gen.word.faults import Refused

Block: TypeAlias = Mapping[str, Any]

MARK: Final = "gen-fil"
"""The processing instruction that marks where a file belongs, see `gen.word.setin`."""

STYLES: Final[Mapping[str, str]] = {
    "brödtext": "Body Text",
    "ingress": "Ingress",
    "att-sats": "Att-sats",
    "att-satser": "Att-satser",
    "punktlista": "List Bullet",
    "numrerad": "List Number",
    "mottagarrubrik": "Mottagarrubrik",
    "mottagare": "Mottagare",
    "mottagare-sista": "Mottagare sista",
    "underrubrik": "heading 3",
}
"""What a block is → the name of its paragraph style."""

# Body text in the standard style is still body text. A list without its marks, or a heading that
# is none, would say something else than what was written.
_NEVER_PLAIN = frozenset({"att-satser", "punktlista", "numrerad", "underrubrik"})

# XML 1.0 section 2.2: what no document can hold, not even escaped.
_ILLEGAL = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel's line break is \n, Word's pasted one \v; web pages bring the separators.
_BREAK = re.compile("\r\n|[\r\v\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a style counts: its list definition, and the level that it stands on."""

    abstract: str
    level: str


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles of a template: ids by folded name, and how those count that do."""

    ids: Mapping[str, str]
    numbering: Mapping[str, Numbering]
    last_number: int

    @classmethod
    def of(cls, styles: Element | None, numbering: Element | None) -> Styles:
        """Those of the roots of `styles.xml` and `numbering.xml`."""
        ids: dict[str, str] = {}
        elements: dict[str, Element] = {}
        for style in () if styles is None else styles.iter(W + "style"):
            if style.get(W + "type") == "paragraph":
                elements[style.get(W + "styleId")] = style
        for place in (1, 0):  # a style's own name goes before what another is also called
            for number, style in elements.items():
                names = style_names(style)
                ids.update((fold(name), number) for name in (names[1:] if place else names[:1]))
        lists = (
            {}
            if numbering is None
            else {
                number.get(W + "numId"): number.find(W + "abstractNumId").get(W + "val")
                for number in numbering.iter(W + "num")
            }
        )
        counted = {
            style: Numbering(lists[number], level)
            for style in elements
            for number, level in [_number_of(style, elements)]
            if number in lists
        }
        return cls(ids, counted, max((int(number) for number in lists), default=0))


@dataclass(slots=True)
class Writer:
    """Writes the blocks of one document, and keeps what the rest of the file must know of them.

    `started` are the numbered lists, number → what it counts by; `files` those to be set in.
    """

    styles: Styles
    started: dict[int, Numbering] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)

    def write(self, blocks: Sequence[Block]) -> str:
        """The paragraphs, ready to stand where a paragraph may stand."""
        return "".join(_KINDS[block["typ"]](self, block) for block in blocks)

    def _paragraph(self, block: Block) -> str:
        return f"<w:p>{self._properties(block['stil'])}{_runs(block['text'])}</w:p>"

    def _subheading(self, block: Block) -> str:
        return f"<w:p>{self._properties('underrubrik')}{_runs(block['text'])}</w:p>"

    def _list(self, block: Block) -> str:
        properties = self._properties(block["stil"], counted=block["stil"] == "numrerad")
        return "".join(f"<w:p>{properties}{_runs(item)}</w:p>" for item in block["poster"])

    def _file(self, block: Block) -> str:
        self.files.append(block["fil"])
        return f"<?{MARK} {len(self.files) - 1}?>"

    def _properties(self, kind: str, *, counted: bool = False) -> str:
        name = STYLES[kind]
        style = self.styles.ids.get(fold(name))
        if style is None:
            if kind in _NEVER_PLAIN:
                raise Refused(findings.TEMPLATE_NO_STYLE, value=name, används_till=kind)
            return ""
        number = self._start(style) if counted else ""
        return f'<w:pPr><w:pStyle w:val="{escape(style)}"/>{number}</w:pPr>'

    def _start(self, style: str) -> str:
        """A number of its own for each list: else the second would go on where the first ended."""
        numbering = self.styles.numbering.get(style)
        if numbering is None:
            return ""
        number = self.styles.last_number + len(self.started) + 1
        self.started[number] = numbering
        level = f'<w:ilvl w:val="{numbering.level}"/>'
        return f'<w:numPr>{level}<w:numId w:val="{number}"/></w:numPr>'


_KINDS: Final[Mapping[str, Callable[[Writer, Block], str]]] = {
    "stycke": Writer._paragraph,
    "lista": Writer._list,
    "underrubrik": Writer._subheading,
    "fil": Writer._file,
}


def plain(value: str) -> str:
    """The text as XML can hold it: a line break is `\\n`, illegal signs are gone."""
    return _ILLEGAL.sub("", _BREAK.sub("\n", value))


def run_text(value: str) -> str:
    """The text as it stands between `<w:t>` and `</w:t>`, breaks and tabs as Word's own."""
    return (
        str(escape(plain(value)))
        .replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        .replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    )


def style_names(style: Element) -> list[str]:
    """Its name, then the other names that a person gave it, which Word parts by commas."""
    found = [style.find(W + tag) for tag in ("name", "aliases")]
    return [
        name for e in found if e is not None for name in e.get(W + "val", "").split(",") if name
    ]


def start_numbers(root: Element, started: Mapping[int, Numbering]) -> None:
    """Put the numbered lists of a document into its `numbering.xml`, each counting from one."""
    for number, numbering in started.items():
        num = root.makeelement(W + "num", {W + "numId": str(number)})
        abstract = num.makeelement(W + "abstractNumId", {W + "val": numbering.abstract})
        override = num.makeelement(W + "lvlOverride", {W + "ilvl": numbering.level})
        override.append(num.makeelement(W + "startOverride", {W + "val": "1"}))
        num.extend([abstract, override])
        put_number(root, num)


def put_number(root: Element, number: Element, definition: Element | None = None) -> None:
    """Put a `w:num`, and the definition that it counts by, where the schema wants them."""
    first, last = root.find(W + "num"), root.find(W + "numIdMacAtCleanup")
    if definition is not None:
        place = last if first is None else first
        root.append(definition) if place is None else place.addprevious(definition)
    root.append(number) if last is None else last.addprevious(number)


def _runs(runs: Sequence[Mapping[str, Any]]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Mapping[str, Any]) -> str:
    marks = ("<w:b/>" if run.get("fet") else "") + ("<w:i/>" if run.get("kursiv") else "")
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{run_text(run["text"])}</w:t></w:r>'


def _number_of(style: str, elements: Mapping[str, Element]) -> tuple[str, str]:
    """The numId and level of a style, its own or of what it is based on."""
    seen: set[str] = set()
    while style in elements and style not in seen:
        seen.add(style)
        element = elements[style]
        number = element.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            level = element.find(f"{W}pPr/{W}numPr/{W}ilvl")
            return number.get(W + "val"), "0" if level is None else level.get(W + "val")
        based = element.find(W + "basedOn")
        style = "" if based is None else based.get(W + "val")
    return "", "0"
