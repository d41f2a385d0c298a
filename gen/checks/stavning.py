"""Names, parties, dnr and compounds: as the register and the other places write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from gen import findings
from gen.checks import text_rule
from gen.checks.texter import RUBRIK, Skrift, Stycke
from gen.findings import Finding
from gen.kept import kept
from gen.names import fold
from gen.people import Namn
from gen.register import Register
from gen.swedish.lists import list_text

_CAPITAL = r"[A-ZÅÄÖÉÜ][\w'’é-]+"
_NAME = re.compile(
    rf"({_CAPITAL}(?:\s+(?:(?:von|af|de|van|der)\s+)?{_CAPITAL}){{1,4}})\s+\(([^()\s]{{1,6}})\)"
)
_PARTI = re.compile(r"[^\W\d_]{1,6}")


@dataclass(frozen=True, slots=True)
class Skrivet:
    """A name with its parti as a text has it. `words` may begin with words before the name."""

    at: str
    arende: int | None
    del_: str
    words: str
    parti: str


@dataclass(frozen=True, slots=True)
class Kanda:
    """Those whom the workbook and the register know, by folded name; other spellings beside."""

    people: Mapping[str, Namn]
    aliases: Mapping[str, Namn]
    partier: Mapping[str, str]
    members: frozenset[tuple[str, str]]
    by_word: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, skrift: Skrift, register: Register) -> Kanda:
        """The register's people and the workbook's. Who has left a parti is known in both."""
        some = [Namn(namn=p.namn) for p in register.tjanstepersoner]
        some += [Namn(namn=m.namn, parti=m.parti) for m in register.fortroendevalda]
        some += skrift.namn
        people = {fold(name.namn): name for name in reversed(some)}
        aliases = {
            fold(also): people[fold(mandate.namn)]
            for mandate in register.fortroendevalda
            for also in mandate.skrivs_aven
        }
        partier = {fold(name.parti): name.parti for name in reversed(some) if name.parti}
        members = frozenset((fold(name.namn), fold(name.parti)) for name in some)
        by_word: dict[str, tuple[str, ...]] = {}
        for key in people:
            for word in key.split():
                by_word[word] = (*by_word.get(word, ()), key)
        return cls(people, aliases, partier, members, by_word)

    def belongs(self, name: Namn, parti: str) -> bool:
        """Whether the person has that parti, or none at all that is known."""
        return not name.parti or (fold(name.namn), fold(parti)) in self.members

    def find(self, words: str) -> tuple[str, Namn] | None:
        """The known person at the end of `words` (`Ledamoten Ada Ask`), as written there."""
        for candidate in _endings(words):
            key = fold(candidate)
            name = self.people.get(key) or self.aliases.get(key)
            if name is not None:
                return candidate, name
        return None

    def nearest(self, words: str) -> tuple[str, Namn] | None:
        """The known person whose name differs by a slip from the end of `words`.

        The other words of the name are right, so only those who have one of them are compared.
        """
        for candidate in _endings(words):
            here = fold(candidate)
            alike = (key for word in here.split() for key in self.by_word.get(word, ()))
            key = next((key for key in alike if is_slip(here, key)), None)
            if key is not None:
                return candidate, self.people[key]
        return None


@text_rule
def a_parti_is_written_as_elsewhere(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """`(Fi)` where the register, or the rubrik, has `(FI)`; `(S)` after somebody from M."""
    known = Kanda.of(skrift, register)
    partier = dict(known.partier)
    for written in _written(skrift):
        usual = partier.setdefault(fold(written.parti), written.parti)
        found = known.find(written.words)
        if usual != written.parti:
            value, right = f"({written.parti})", f"({usual})"
            yield findings.PARTI_OTHERWISE(written.at, value=value, suggestion=right)
        elif found and not known.belongs(found[1], written.parti):
            shown = f"{found[0]} ({written.parti})"
            right = f"{found[1].namn} ({found[1].parti})"
            yield findings.PARTI_DIFFERS(written.at, value=shown, suggestion=right)


@text_rule
def a_name_is_written_as_elsewhere(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """A slip of the finger, another form of a known name, or one name in two forms."""
    known = Kanda.of(skrift, register)
    unknown: dict[tuple[int | None, str], list[str]] = {}
    for written in _written(skrift):
        found = known.find(written.words)
        if found is not None:
            here, name = found
            if fold(here) not in known.people:
                right = f"{name.namn} ({written.parti})"
                yield findings.NAME_IN_OTHER_FORM(
                    written.at, value=f"{here} ({written.parti})", suggestion=right
                )
            continue
        near = known.nearest(written.words)
        if near is not None and fold(near[1].parti) == fold(written.parti):
            yield findings.NAME_MISSPELT(
                written.at, value=near[0], suggestion=f"{near[1].namn} ({near[1].parti})"
            )
            continue
        # Nobody's register has all who write motions: two forms in one ärende tell all the same.
        typed = _endings(written.words)[0]
        others = unknown.setdefault((written.arende, fold(written.parti)), [])
        same = (other for other in others if _one_person(fold(other), fold(typed)))
        if (other := next(same, None)) is not None:
            yield findings.NAME_MISSPELT(written.at, value=typed, suggestion=other)
        elif typed not in others:
            others.append(typed)


@text_rule
def names_stand_in_one_order(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """Those who wrote a motion stand in its rubrik in an order that others keep."""
    for sak in skrift.saker:
        stated = [fold(name.namn) for name in sak.forslagsstallare]
        if len(stated) < 2:
            continue
        for text in sak.stycken:
            if text.del_ == RUBRIK or "(" not in text.text:
                continue
            here = [
                next((n for n in stated if fold(w.words).endswith(n)), "") for w in _names(text)
            ]
            first = list(dict.fromkeys(filter(None, here)))
            if set(first) == set(stated) and first != stated:
                order = list_text([str(name.namn) for name in sak.forslagsstallare])
                yield findings.NAMES_IN_OTHER_ORDER(text.at, sak=sak.name, order=order)


@text_rule
def a_dnr_has_the_kommuns_form(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """The register's `Mönster för dnr`; one that is no pattern is left alone."""
    try:
        form = re.compile(register.kommun.dnr_monster)
    except re.error:
        return
    for path, dnr in skrift.dnr if form.pattern else ():
        if dnr and not form.fullmatch(dnr.strip()):
            yield findings.DNR_OF_OTHER_FORM(path, value=dnr)


# -- words --------------------------------------------------------------------------------

_LONG = 10
"""Letters of a word that is surely a compound."""
_LONG_PIECE = re.compile(rf" ([^ ]{{{_LONG},}}+)")


@text_rule
def a_compound_is_joined_in_one_way(skrift: Skrift, register: Register) -> Iterator[Finding]:
    """`tillitbaserad` where the other places have `tillitsbaserad`: the s of a compound."""
    shown: dict[str, str] = {}
    for piece in _long_pieces(skrift):
        if word := _compound(piece):
            shown.setdefault(word.casefold(), word)
    for word in shown:
        for shorter in _without_s(word):
            if shorter in shown:
                places = {w: _places(skrift, w) for w in (word, shorter)}
                rare, usual = sorted(places, key=lambda w: (len(places[w]), len(w)))
                yield findings.WORD_IN_TWO_FORMS(
                    places[rare][0], value=shown[rare], suggestion=shown[usual]
                )


def _long_pieces(skrift: Skrift) -> Iterator[str]:
    """What stands between blanks and may hold a long word, each once, in the order of the texts."""
    everything = " ".join(("", *(text.text for text in skrift.stycken)))
    for piece in dict.fromkeys(_LONG_PIECE.findall(everything)):
        yield from piece.split()  # a line break is no blank of the pattern


def _places(skrift: Skrift, folded: str) -> list[str]:
    """Where the word stands, each time."""
    return [
        text.at
        for text in skrift.stycken
        for piece in text.text.split()
        if _compound(piece).casefold() == folded
    ]


def _compound(piece: str) -> str:
    """The word among its signs, where it is long enough."""
    word = piece.strip(_AROUND)
    return word if len(word) >= _LONG and word.isalpha() else ""


_AROUND = ".,;:!?()[]\"'”’“»«–-"


def _without_s(word: str) -> Iterator[str]:
    """The word without one s inside it: at least four letters stand on either side."""
    for place in range(4, len(word) - 4):
        if word[place] == "s" and "s" not in (word[place - 1], word[place + 1]):
            yield word[:place] + word[place + 1 :]


# -- names --------------------------------------------------------------------------------


@kept
def _written(skrift: Skrift) -> tuple[Skrivet, ...]:
    return tuple(name for text in skrift.stycken if "(" in text.text for name in _names(text))


def _names(text: Stycke) -> Iterator[Skrivet]:
    """The names with a parti in a text: `Ada Ask (S)`."""
    for match in _NAME.finditer(text.text):
        if _PARTI.fullmatch(match[2]):
            words = " ".join(match[1].split())
            yield Skrivet(text.at, text.arende, text.del_, words, match[2])


def _endings(words: str) -> list[str]:
    """`Ledamoten Ada Ask`, `Ada Ask`: the name may stand after other words with a capital."""
    pieces = words.split()
    return [" ".join(pieces[i:]) for i in range(max(1, len(pieces) - 1))]


def is_slip(written: str, known: str) -> bool:
    """Whether the two (folded) differ as by a slip: one word of them, and that by one letter or
    two that changed places."""
    mine, theirs = written.split(), known.split()
    if len(mine) != len(theirs) or written == known:
        return False
    differing = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(differing) == 1 and _one_step(*differing[0])


def _one_step(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4:
        return False
    ops = [
        op
        for op in SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        if op[0] != "equal"
    ]
    if len(ops) == 1:
        _, a, b, c, d = ops[0]
        return max(b - a, d - c) == 1
    swapped = sum(max(b - a, d - c) for _, a, b, c, d in ops) == 2
    return swapped and sorted(one) == sorted(other)


def _one_person(one: str, other: str) -> bool:
    """Whether two names in one ärende and of one parti are two forms of one: a name more or less
    at the end, or a slip in a surname. Maria and Marie are two."""
    short, long = sorted((one, other), key=len)
    same_first = one.split()[0] == other.split()[0]
    return long.startswith(f"{short} ") or (same_first and is_slip(one, other))
