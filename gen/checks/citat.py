"""Copies against what they are copied from: rubriker, points of a motion, names of handlingar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from gen import findings
from gen.checks import rule, text_rule
from gen.checks.texter import POINTS, QUOTES, RUBRIK, Skrift, Stycke, within
from gen.choices import BILAGA, UNDERLAG
from gen.findings import Finding
from gen.model import Sammantrade
from gen.register import Register

_WORD = re.compile(r"\w+(?:[-:/’']\w+)*")
_QUOTED = re.compile(rf"[{QUOTES}]([^{QUOTES}\n]{{12,400}})[\"”“«»]")
_ALIKE = 0.7
"""How much two words have in common when one is a slip or another form of the other."""


@text_rule
def a_quoted_rubrik_is_the_arendes(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """`”Ge förvaltningarna uppdrag …”` in the text, `Ge förvaltningar uppdrag …` in the rubrik."""
    for sak in skrift.saker:
        for text in sak.stycken:
            if text.del_ == RUBRIK or not text.quotes:
                continue
            for quoted in _QUOTED.findall(text.text):
                words, rubrik = _words(quoted), _words(sak.rubrik)
                slip = _slip(words, _tail(rubrik, words)) if len(words) >= 4 else None
                if slip is not None:
                    here, there = slip
                    yield findings.RUBRIK_QUOTED_OTHERWISE(
                        text.at, value=here, suggestion=there, sak=sak.name
                    )


def _tail(rubrik: Sequence[str], words: Sequence[str]) -> Sequence[str]:
    """The end of the rubrik, as long as the quote: a motion's own title follows the names."""
    return rubrik[-len(words) :] if len(rubrik) >= len(words) else ()


# -- what was copied inside an ärende ---------------------------------------------------------

_SHORTEST = 6
"""Words of a sentence that is recognised as a copy."""


@text_rule
def a_copied_point_is_copied_word_for_word(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """The points of a motion stand in Sammanfattning and in Bakgrund, one of them with a slip."""
    for sak in skrift.saker:
        seen: list[tuple[Stycke, list[str]]] = []
        for text, words in _points(sak.stycken):
            if any(_same(words, before) for _, before in seen):
                continue
            # Points of one list may differ in a word, on purpose.
            others = ((o, _slip(words, before)) for o, before in seen if o.del_ != text.del_)
            for other, slip in others:
                if slip is not None:
                    here, there = slip
                    yield findings.COPY_DIFFERS(
                        text.at, value=here, suggestion=there, sak=sak.name, part=other.del_
                    )
                    break
            else:
                seen.append((text, words))


def _points(some: Sequence[Stycke]) -> Iterator[tuple[Stycke, list[str]]]:
    """The att-satser of the texts, as words; short ones are alike by chance."""
    for text in some:
        if text.del_ == RUBRIK:
            continue
        for line in _att_satser(text.text):
            words = _words(line)
            if len(words) >= _SHORTEST:
                yield text, words


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    return [word.casefold() for word in one] == [word.casefold() for word in other]


def _att_satser(text: str) -> Iterator[str]:
    for line in text.splitlines() if "att " in text else ():
        bare = line.lstrip("-–• ")
        if bare.startswith("att "):
            yield bare


# -- the handlingar -----------------------------------------------------------------------

_ADDED = re.compile(
    r"\s*\([^)]*\)\s*$|[,;].*$|\s+(?:antagen|antaget|antagna|daterad|daterat|daterade)\b.*$"
    r"|\s*(?:19|20)\d\d-\d\d-\d\d.*$"
)


@text_rule
def a_handling_has_one_name(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """The decision approves a `föreskrift`; what lies under Underlag is `Föreskrifter`."""
    for sak in skrift.saker:
        names = [
            words
            for text in within(sak.stycken, UNDERLAG, BILAGA)
            if len(words := _words(_ADDED.sub("", text.text))) >= 3
        ]
        for text in sak.stycken:
            if text.del_ not in POINTS:
                continue
            point = _words(text.text)
            for name in names:
                slip = _slip_inside(point, name)
                if slip is not None:
                    yield findings.HANDLING_NAMED_OTHERWISE(
                        text.at, value=slip[0], suggestion=slip[1]
                    )


def _slip_inside(point: Sequence[str], name: Sequence[str]) -> tuple[str, str] | None:
    size = len(name)
    for start in range(len(point) - size + 1):
        window = point[start : start + size]
        if (slip := _slip(window, name)) is not None:
            return slip
    return None


# -- the rubrik of a motion -----------------------------------------------------------------

_RUNS_ON = re.compile(r"(?P<name>[\w-]+ \([^()\s]{1,6}\)) (?P<title>[A-ZÅÄÖ][\w-]*)")


@rule
def a_motions_names_and_title_are_apart(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """`Motion från Ada Ask (S) Ge förvaltningar uppdrag`: where does the title begin?"""
    for i, arende in enumerate(meeting.arenden):
        match = _RUNS_ON.search(arende.rubrik) if arende.forslagsstallare else None
        if match is not None:
            right = f"{match['name']}: {match['title']}"
            yield findings.TITLE_RUNS_ON(f"ärenden[{i}].rubrik", value=match[0], suggestion=right)


# -- words ----------------------------------------------------------------------------------


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _slip(here: Sequence[str], there: Sequence[str]) -> tuple[str, str] | None:
    """The word that differs, here and there, where it is one and the two are much alike.

    Numbers differ on purpose; a word more or less, or another word, is another text.
    """
    if len(here) != len(there):
        return None
    found: tuple[str, str] | None = None
    for one, other in zip(here, there, strict=True):
        if one.casefold() == other.casefold():
            continue
        if found is not None or one.isdigit() or not _alike(one.casefold(), other.casefold()):
            return None
        found = one, other
    return found


def _alike(one: str, other: str) -> bool:
    if one[:2] != other[:2] or min(len(one), len(other)) < 4:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
