"""Rich text: blocks as plain JSON in, paragraphs in the template's own styles out.

    {"typ": "stycke", "stil": "ingress", "text": [{"text": "…", "fet": true}]}
    {"typ": "lista", "stil": "att-satser", "poster": [[{"text": "…"}], …]}
    {"typ": "underrubrik", "text": [{"text": "…"}]}
    {"typ": "rubrik", "stil": "rubrik", "text": [{"text": "…"}], "ankare": "kapitel_1"}
    {"typ": "innehållspost", "stil": "innehåll", "text": [{"text": "…"}], "ankare": "kapitel_1"}
    {"typ": "fil", "fil": "föredragning.docx"}
    {"typ": "tabell", "stil": "tabell", "beskrivning": "…", "bredder": [3, 1],
     "huvud": [row, …], "rader": [row, …]}, a row a list of cells, a cell a list of blocks

A block says what a paragraph *is*; how that looks – indents, bullets, what stays together – is the
style's business, so that a kommun changes it in Word (`gen.word.styles`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, TypeAlias

from markupsafe import escape

from gen import findings
from gen.names import fold
from gen.opc import Element, W
from gen.word.faults import Refused
from gen.word.styles import MARKS, STYLES, TABLES, Numbering, Styles

Block: TypeAlias = Mapping[str, Any]

MARK: Final = "gen-fil"
"""The processing instruction that marks where a file belongs: its number, and the level of the
heading that it goes under. See `gen.word.setin`."""

# Body text in the standard style is still body text. A list without its marks, or a heading that
# is none, would say something else than what was written.
NEVER_PLAIN = frozenset(
    {
        "att-satser",
        "punktlista",
        "numrerad",
        "bokstavslista",
        "bokstavslista-i-lista",
        "rubrik",
        "underrubrik",
        "underrubrik-4",
    }
)
_COUNTED = frozenset({"numrerad", "bokstavslista", "bokstavslista-i-lista"})

# XML 1.0 section 2.2: what no document can hold, not even escaped.
_ILLEGAL = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel's line break is \n, Word's pasted one \v; web pages bring the separators.
_BREAK = re.compile("\r\n|[\r\v\x85\u2028\u2029]")

# A row of so many lines is kept on one page. rdocx draws one that is taller than its page off it,
# unless it may be parted.
_WHOLE: Final = 25
_BOOKMARK: Final = 10_000
"""No bookmark of a template's; in the end each gets a number of its own (`gen.word.tidy`)."""
_SIGN: Final = 110
"""The width of a letter of body text, in twentieths of a point, rather too much than too little."""


@dataclass(slots=True)
class Writer:
    """Writes the blocks of one document, and keeps what the rest of the file must know of them.

    `width` is that of the text, in twentieths of a point: a table fills it. `started` are the
    numbered lists, number → what it counts by, and `counts` is the number of the list just written,
    if it has one; `files` those to be set in.
    """

    styles: Styles
    width: int
    started: dict[int, Numbering] = field(default_factory=dict)
    counts: int | None = None
    files: list[str] = field(default_factory=list)

    def write(self, blocks: Sequence[Block]) -> str:
        """The paragraphs, ready to stand where a paragraph may stand."""
        return "".join(_KINDS[block["typ"]](self, block) for block in blocks)

    def _paragraph(self, block: Block) -> str:
        words = self._runs(block["text"], block["stil"])
        return f"<w:p>{self._properties(block['stil'])}{words}</w:p>"

    def _subheading(self, block: Block) -> str:
        kind = block.get("stil", "underrubrik")
        return f"<w:p>{self._properties(kind)}{self._runs(block['text'], kind)}</w:p>"

    def _list(self, block: Block) -> str:
        # Bullets are counted only where the letters of a level below must hang on the same list.
        counted = block["stil"] in _COUNTED or block.get("delad", False)
        properties = self._properties(
            block["stil"], counted=counted, goes_on=block.get("fortsätter", False)
        )
        points = (self._runs(item, block["stil"]) for item in block["poster"])
        return "".join(f"<w:p>{properties}{point}</w:p>" for point in points)

    def _heading(self, block: Block) -> str:
        """A bookmark around its words, where a list of contents leads to it."""
        words = self._runs(block["text"], block["stil"])
        properties = self._properties(block["stil"])
        if block["ankare"]:
            name = _attribute(block["ankare"])
            words = (
                f'<w:bookmarkStart w:id="{_BOOKMARK}" w:name="{name}"/>'
                f'{words}<w:bookmarkEnd w:id="{_BOOKMARK}"/>'
            )
        return f"<w:p>{properties}{words}</w:p>"

    def _entry(self, block: Block) -> str:
        """Both engines count the page. Word does so when it prints, and shows nothing before:
        marked as due (`w:dirty`) the field would make Word ask whether it may."""
        anchor = _attribute(block["ankare"])
        return (
            f'<w:p>{self._properties(block["stil"])}<w:hyperlink w:anchor="{anchor}">'
            f"{self._runs(block['text'], block['stil'])}<w:r><w:tab/></w:r>"
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> PAGEREF {anchor} \\h </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink></w:p>'
        )

    def _file(self, block: Block) -> str:
        self.files.append(block["fil"])
        return f"<?{MARK} {len(self.files) - 1} {block.get('under', 2)}?>"

    def _table(self, block: Block) -> str:
        """Fixed columns, which both engines lay out alike, and never a merged cell."""
        shares = block["bredder"]
        edges = [self.width * sum(shares[:n]) // sum(shares) for n in range(len(shares) + 1)]
        widths = [b - a for a, b in pairwise(edges)]
        style = self.styles.tables.get(fold(TABLES[block["stil"]]))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = "".join(self._row(row, widths, "<w:tblHeader/>") for row in block["huvud"])
        rows = "".join(self._row(row, widths) for row in block["rader"])
        return (
            "<w:tbl><w:tblPr>"
            + (f'<w:tblStyle w:val="{escape(style)}"/>' if style else "")
            + f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            + '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            + 'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            + f'<w:tblDescription w:val="{_attribute(block["beskrivning"])}"/></w:tblPr>'
            + f"<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
            # Word joins two tables with nothing between, and wants a paragraph last in a body.
            + f"<w:p>{self._properties('tabellslut')}</w:p>"
        )

    def _row(self, row: Sequence[Sequence[Block]], widths: Sequence[int], header: str = "") -> str:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{self._shade(cell)}</w:tcPr>'
            + (self.write(cell) or f"<w:p>{self._properties('tabelltext')}</w:p>")
            + "</w:tc>"
            for cell, width in zip(row, widths, strict=True)
        )
        whole = max(map(_lines, row, widths), default=0) <= _WHOLE
        properties = ("<w:cantSplit/>" if whole else "") + header
        start = f"<w:trPr>{properties}</w:trPr>" if properties else ""
        return f"<w:tr>{start}{cells}</w:tr>"

    def _shade(self, cell: Sequence[Block]) -> str:
        """A cell is filled with the colour behind its first paragraph, so that a style says it."""
        style = self._id(cell[0]["stil"]) if cell and "stil" in cell[0] else None
        fill = self.styles.shades.get(style or "")
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""

    def _runs(self, runs: Sequence[Mapping[str, Any]], kind: str) -> str:
        """The words of a paragraph of that kind, what is bold and italic in character styles."""
        whole = self.styles.toggled.get(self._id(kind) or "", (False, False))
        return "".join(
            f"<w:r>{self._marks(bool(run.get('fet')), bool(run.get('kursiv')), whole)}"
            f'<w:t xml:space="preserve">{run_text(run["text"])}</w:t></w:r>'
            for run in runs
        )

    def _marks(self, bold: bool, italic: bool, whole: tuple[bool, bool]) -> str:
        """How a run differs from the paragraph, which is bold or italic as a `whole` or neither.

        What the paragraph is already is not said again: a character style that did so would turn
        it off (17.7.3). By direct formatting only on a letterhead that has no style for it.
        """
        look = bold and not whole[0], italic and not whole[1]
        if not any(look):
            return ""
        style = self.styles.characters.get(fold(MARKS[look]))
        if style is not None:
            return f'<w:rPr><w:rStyle w:val="{escape(style)}"/></w:rPr>'
        return f"<w:rPr>{'<w:b/>' * look[0]}{'<w:i/>' * look[1]}</w:rPr>"

    def _id(self, kind: str) -> str | None:
        return self.styles.ids.get(fold(STYLES[kind]))

    def _properties(self, kind: str, *, counted: bool = False, goes_on: bool = False) -> str:
        name = STYLES[kind]
        style = self._id(kind)
        if style is None:
            if kind in NEVER_PLAIN:
                raise Refused(findings.TEMPLATE_NO_STYLE, value=name, används_till=kind)
            return ""
        number = self._start(style, goes_on=goes_on) if counted else ""
        return f'<w:pPr><w:pStyle w:val="{escape(style)}"/>{number}</w:pPr>'

    def _start(self, style: str, *, goes_on: bool) -> str:
        """A number of its own for each list: else the second would go on where the first ended.

        One that does go on, or that stands under a point of the one before, has its number.
        """
        numbering = self.styles.numbering.get(style)
        if numbering is None:
            self.counts = None
            return ""
        if not goes_on or self.counts is None:
            self.counts = self.styles.last_number + len(self.started) + 1
            self.started[self.counts] = numbering
        level = f'<w:ilvl w:val="{numbering.level}"/>'
        return f'<w:numPr>{level}<w:numId w:val="{self.counts}"/></w:numPr>'


_KINDS: Final[Mapping[str, Callable[[Writer, Block], str]]] = {
    "stycke": Writer._paragraph,
    "lista": Writer._list,
    "underrubrik": Writer._subheading,
    "rubrik": Writer._heading,
    "innehållspost": Writer._entry,
    "fil": Writer._file,
    "tabell": Writer._table,
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


def _lines(cell: Sequence[Block], width: int) -> int:
    """About how many lines a cell takes."""
    paragraphs = (runs for block in cell for runs in block.get("poster", [block.get("text", [])]))
    texts = ("".join(run["text"] for run in runs) for runs in paragraphs)
    lines = (line for text in texts for line in _BREAK.sub("\n", text).split("\n"))
    return sum(1 + len(line) * _SIGN // width for line in lines)


def _attribute(value: str) -> str:
    return str(escape(" ".join(plain(value).split())))
