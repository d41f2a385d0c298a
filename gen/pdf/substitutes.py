"""Fonts that the machine lacks: a Word file and its PDF in, a warning a replaced font out.

No engine tells. What a file asks for is in its runs and styles, what was drawn with in the PDF.
A twin with the same widths (Liberation Sans for Arial) is no replacement: every line breaks alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gen import opc
from gen.findings import FONT_REPLACED, Finding
from gen.opc import Element, Package, W

TWINS: Final = {
    "arial": "liberationsans",
    "helvetica": "liberationsans",
    "calibri": "carlito",
    "timesnewroman": "liberationserif",
    "times": "liberationserif",
    "couriernew": "liberationmono",
    "courier": "liberationmono",
    "cambria": "caladea",
    "georgia": "gelasio",
    "segoeui": "selawik",
}
# Their letters are pictures; both engines draw the common ones from a font of their own.
_SYMBOLS: Final = frozenset({"symbol", "wingdings", "wingdings2", "wingdings3", "webdings"})

_DRAWN = re.compile(rb"/FontName\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")


def replaced(package: Package, pdf: bytes, engine: str) -> Iterator[Finding]:
    """A finding for each font that text asks for and did not get, nor its twin."""
    drawn = {_key(name): name for raw in _DRAWN.findall(pdf) if (name := _shown(raw))}
    asked = {_key(name): name for name in asked_for(package)}
    answered = {key for key in asked if key in drawn or TWINS.get(key) in drawn}
    known = answered | {TWINS.get(key) for key in answered}
    others = [name for key, name in sorted(drawn.items()) if key not in known]
    for key in sorted(asked.keys() - answered - _SYMBOLS):
        if drawn:
            instead = " och ".join(others or sorted(drawn.values()))
            yield FONT_REPLACED("", value=asked[key], engine=engine, drawn=instead)


def asked_for(package: Package) -> frozenset[str]:
    """The fonts of all text, as the runs, their styles and the defaults name them."""
    styles = _Styles(package)
    found = set()
    for name, part in package.parts.items():
        if name.endswith(".xml") and b"<w:t" in part:
            for run in opc.parse(part).iter(W + "r"):
                if any((text.text or "").strip() for text in run.iterchildren(W + "t")):
                    found.add(styles.font(run))
    return frozenset(found - {""})


def has_twin(name: str, families: Iterable[str]) -> bool:
    """Whether text in that font comes out alike: it is there, or one that is made as its twin.

    The twins of what Word comes with count as there: the embedded engine brings them.
    """
    key = _key(name)
    return key in TWINS or key in _SYMBOLS or key in {_key(family) for family in families}


class _Styles:
    """Which font a run has: its own, its style's, its paragraph's style's, the defaults'."""

    def __init__(self, package: Package) -> None:
        self._theme = theme(package)
        self._own: dict[str, str] = {}
        self._base: dict[str, str] = {}
        self._default = self._normal = ""
        for part in package.related(package.main, "styles"):
            root = opc.parse(package.parts[part])
            self._default = self._named(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
            for style in root.iter(W + "style"):
                key = style.get(W + "styleId", "")
                based = style.find(W + "basedOn")
                self._own[key] = self._named(style.find(W + "rPr"))
                self._base[key] = "" if based is None else based.get(W + "val", "")
                if style.get(W + "type") == "paragraph" and style.get(W + "default") == "1":
                    self._normal = key

    def font(self, run: Element) -> str:
        paragraph = next(run.iterancestors(W + "p"), None)
        style = None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")
        return (
            self._named(run.find(W + "rPr"))
            or self._styled(run.find(f"{W}rPr/{W}rStyle"))
            or self._styled(style, self._normal)
            or self._default
        )

    def _styled(self, reference: Element | None, otherwise: str = "") -> str:
        key = otherwise if reference is None else reference.get(W + "val", "")
        seen = set()
        while key and key not in seen:
            if self._own.get(key):
                return self._own[key]
            seen.add(key)
            key = self._base.get(key, "")
        return ""

    def _named(self, properties: Element | None) -> str:
        fonts = None if properties is None else properties.find(W + "rFonts")
        if fonts is None:
            return ""
        # A theme wins over a name beside it (ECMA-376 part 1, 17.3.2.26).
        theme = self._theme.get(fonts.get(W + "asciiTheme", "")[:5], "")
        return theme or fonts.get(W + "ascii", "")


def theme(package: Package) -> dict[str, str]:
    """`major` and `minor` → the theme's font for Latin text."""
    for part in package.related(package.main, "theme"):
        text = package.parts[part]
        return {
            kind: found[1].decode("utf-8", "replace")
            for kind in ("major", "minor")
            if (found := re.search(_LATIN % kind.encode(), text, re.DOTALL))
        }
    return {}


_LATIN: Final = rb'<a:%bFont>.*?<a:latin\b[^>]*?\btypeface="([^"+]+)"'


def _shown(raw: bytes) -> str:
    """`LiberationSans-Bold` → `LiberationSans`, with PDF's escapes undone."""
    name = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes.fromhex(code[1].decode()), raw)
    return re.split(r"[-,]", name.decode("utf-8", "replace"))[0]


def _key(name: str) -> str:
    """What is left when spaces, case and PostScript's endings are gone: `ArialMT` → `arial`."""
    return re.sub(r"(ps)?(mt)?$", "", re.sub(r"\s", "", name).casefold())
