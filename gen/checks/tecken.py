"""Signs and words inside texts: quotes that are closed, words not written twice, whole lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from gen import findings
from gen.checks import text_rule
from gen.checks.texter import QUOTES, Skrift, Stycke
from gen.findings import Finding
from gen.register import Register
from gen.text import LIST_MARK

# -- quotes -----------------------------------------------------------------------------

_KIND = {"”": "”", "“": "“", "„": "“", "«": "»", "»": "»", '"': '"'}
_QUOTES = re.compile(f"[{QUOTES}]")
_INCHES = re.compile(r"(?<=\s\d)\"|(?<=\s\d\d)\"")


@text_rule
def quotes_are_closed(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """A quote that goes on over several rows of a part opens in one and closes in another."""
    for sak in skrift.saker:
        for _, part in groupby(sak.stycken, key=lambda text: text.del_):
            odd = [text for text in part if text.quotes and _quotes(text.text) % 2]
            if len(odd) % 2:
                yield findings.QUOTE_OPEN(odd[-1].at, value=_around(odd[-1].text))


def _quotes(text: str) -> int:
    count = len(_QUOTES.findall(text))
    # A sign after one or two digits can mean inches; then it is no quote.
    return count if count % 2 == 0 else len(_QUOTES.findall(_INCHES.sub("", text)))


def _around(text: str) -> str:
    """The last of the signs among its neighbours: where to look."""
    *_, last = _QUOTES.finditer(text)
    start, end = max(0, last.start() - 30), last.end() + 20
    before = text[start : last.start()].partition(" ")[2] if start else text[: last.start()]
    after = text[last.end() : end].rpartition(" ")[0] if end < len(text) else text[last.end() :]
    return " ".join(f"{before}{last[0]}{after}".split())


@text_rule
def quotes_are_of_one_kind(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """Text pasted from Word has ”…”, what is typed in Excel has straight ones [GBG]."""
    for sak in skrift.saker:
        first: dict[str, str] = {}
        for text in sak.stycken:
            for sign in _QUOTES.findall(text.text) if text.quotes else ():
                first.setdefault(_KIND[sign], text.at)
        if len(first) > 1:
            place = next(at for kind, at in first.items() if kind != "”")
            yield findings.QUOTES_MIXED(place, value=" och ".join(sorted(first)))


# -- words ------------------------------------------------------------------------------

# fmt: off
_MAY_BE_TWICE = frozenset((
    "av", "de", "dem", "den", "det", "då", "där", "efter", "från", "för", "ha", "hade", "han",
    "har", "hon", "hos", "in", "ja", "man", "mer", "mot", "nej", "om", "på", "så", "till",
    "under", "ut", "vad", "var", "vid", "är", "över",
))
# fmt: on
"""Words that Swedish does set side by side: `det som är är …`, `den den 7 mars`, `så så`."""
_AGAIN = re.compile(r" ([^ ]++) +\1")
# From the second letter on, the first looked back at: a pattern that begins with one certain sign
# is found five times as fast.
_HAS_DONE = re.compile(
    r"a(?<=\b[Hh]a)(?:r|de)?\s+(?:(?:inte|också|även|tidigare)\s+)?"
    r"(?P<verb>(?!stort|annat|privat)[a-zåäö]{2,}(?:at|it|ått|ort|ört|agt|änt|ällt))\s+"
    r"(?P<between>(?:[\w§.:–-]+\s+){1,6}?)(?P=verb)\b"
)
# fmt: off
_NEW_CLAUSE = frozenset((
    "att", "det", "där", "då", "eller", "hade", "har", "hur", "inte", "men", "när", "och", "om",
    "samt", "som", "vad", "vilka", "vilket", "än",
))
# fmt: on
_AFTER_STOP = re.compile(r"[.:;!?]\s")


@text_rule
def no_word_is_written_twice(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """`att att`; `har lämnat den 21 januari 2022 lämnat`."""
    for text in skrift.stycken:
        # Most texts have no word that the next one begins with, and need no closer look.
        if _AGAIN.search(f" {text.text}".replace("\n", " ").replace("\t", " ")):
            for word, following in pairwise(text.text.split()):
                if following.startswith(word) and _is_twice(word, following):
                    yield findings.WORD_TWICE(text.at, value=f"{word} {word}")
        for match in _HAS_DONE.finditer(text.text):
            between = match["between"]
            if _NEW_CLAUSE.isdisjoint(between.split()) and not _AFTER_STOP.search(between):
                written = text.text[match.start() - 1 : match.end()]
                yield findings.VERB_TWICE(text.at, value=" ".join(written.split()))


def _is_twice(word: str, following: str) -> bool:
    """Two names (`Berg Berg`) are told apart from words by their capital."""
    return (
        len(word) > 1
        and following.rstrip('.,;:!?)”"') == word
        and word.isalpha()
        and word[0].islower()
        and word not in _MAY_BE_TWICE
    )


# -- lists ------------------------------------------------------------------------------

_ENDING = re.compile(r"(,\s+(?:samt|och|eller),?|[,;.?!:])$")
_OWN_STOP = re.compile(r"\b(?:m\.\s?m|m\.\s?fl|osv|etc|o\.\s?d|dyl|o\.\s?s\.\s?v)\.$")
_FITS = {",": {"."}, ";": {"."}, ".": {"."}, "": {"", "."}}
"""What the last point of a list may end with, by what the others end with."""


@text_rule
def a_list_ends_its_points_alike(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """All but the last with a comma, or all with a full stop; a full stop after the last."""
    for text in skrift.stycken:
        for points in _lists(text):
            *most, last = (_ending(point) for point in points)
            kinds = {sign for sign in most if sign is not None}
            if len(kinds) > 1:
                signs = " och ".join(_named(sign) for sign in sorted(kinds))
                yield findings.LIST_ENDINGS(text.at, value=f"slutar punkterna med {signs}")
            elif kinds and last is not None and last not in _FITS[kinds.pop()]:
                yield findings.LIST_ENDINGS(
                    text.at, value=f"slutar den sista punkten med {_named(last)}"
                )


@text_rule
def no_point_has_lost_its_dash(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """`att …` on a line of its own below `- att …` is no point of the list in print."""
    point = f"{LIST_MARK}att "
    for text in skrift.stycken:
        if point not in text.text:
            continue
        lines = [line for line in text.text.splitlines() if line.strip()]
        for before, line in pairwise(lines):
            if before.startswith(point) and line.lstrip().startswith("att "):
                yield findings.DASH_LOST(text.at, value=_short(line))
                break


def _lists(text: Stycke) -> Iterator[Sequence[str]]:
    """The lists of a cell, as they are printed (gen/text.py)."""
    if text.text.count(LIST_MARK) < 2:
        return
    for listed, lines in groupby(text.text.splitlines(), key=lambda s: s.startswith(LIST_MARK)):
        points = list(lines)
        if listed and len(points) > 1:
            yield points


def _ending(point: str) -> str | None:
    """The sign that a point ends with; `, samt` before the last counts as its comma.

    None where the point's own end says nothing of the list: a question, `m.m.`
    """
    found = _ENDING.search(point.rstrip())
    sign = found[0] if found else ""
    if sign in ("?", "!", ":") or _OWN_STOP.search(point.rstrip()):
        return None
    return sign[:1]


def _named(sign: str) -> str:
    return {"": "inget tecken", ".": "punkt", ",": "komma", ";": "semikolon"}[sign]


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 60 else f"{shown[:57].rsplit(' ', 1)[0]} …"
