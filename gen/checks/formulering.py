"""Decisions that can be understood and carried out: what they point to is there, and who does it.

What a rule cannot know for certain from words alone is said as an upplysning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gen import beslut, findings
from gen.checks import rule
from gen.checks.behandling import rows
from gen.checks.texter import Stycke, by_arende, within
from gen.choices import (
    AJOURNERING,
    ANNAT,
    ATERTAGET,
    ATGARD,
    BESLUT,
    BILAGA,
    ENLIGT,
    FORSLAG,
    INLEDNING,
    KANNEDOM,
    NUMRERADE,
    OMROSTNING,
    ORDFORANDEBYTE,
    PROPOSITION,
    RESERVATION,
    UNDERLAG,
    YRKANDE,
)
from gen.findings import Finding
from gen.model import Arende, Handelse, Sammantrade, plain
from gen.names import fold
from gen.register import Register
from gen.stages import Before
from gen.swedish.lists import bare_point, is_subpoint, list_text
from gen.swedish.verbs import PRETERITUM_AV

# -- what a point refers to -----------------------------------------------------------------

_BILAGA = re.compile(
    r"\b(?:enligt|i|se|med)\s+(?:bifogad\s+|bilagd\s+)?bilaga(?:\s+(\d{1,2}))?\b", re.I
)
_ENLIGT = re.compile(
    r"\b(?:enligt|i enlighet med)\s+(?:\w+\s+){0,3}?förslag(?:et)?\b(?!\s+från)"
    r"|\b(?:upprättat|föreliggande|bifogat|framlagt)\s+förslag\b",
    re.I,
)


@rule
def what_a_decision_refers_to_is_there(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """`enligt bilaga 2`, `enligt upprättat förslag`: the auditors ask what was decided."""
    for _, arende, some in by_arende(meeting):
        for text in _decided(arende, some):
            for match in _BILAGA.finditer(text.text) if "bilaga" in text.text.casefold() else ():
                number, bilagor = int(match[1] or 1), len(arende.rader(BILAGA))
                if number > bilagor:
                    yield findings.NO_SUCH_BILAGA(
                        text.at, value=match[0], nr=arende.nr, count=bilagor or "inga"
                    )
            match_ = None if _handlingar(arende) else _ENLIGT.search(text.text)
            if match_ is not None:
                yield findings.NOTHING_BEHIND(text.at, value=match_[0], nr=arende.nr)


def _handlingar(arende: Arende) -> bool:
    """Whether anything lies behind the decision."""
    dated = arende.tjansteskrivelse or arende.inkom or arende.motionens_text
    return bool(dated or arende.rader(BILAGA, UNDERLAG))


def _decided(arende: Arende, some: Sequence[Stycke]) -> list[Stycke]:
    """The points that are decided: those of Beslut where there are some, else of Förslag."""
    part = FORSLAG if arende.utfall == ENLIGT or not arende.rader(BESLUT) else BESLUT
    return within(some, part) if arende.utfall in (ENLIGT, ANNAT) else []


# -- sentences ------------------------------------------------------------------------------

_INFINITIVE = re.compile(
    r"(?:an|av|be|bort|fram|för|in|med|om|på|sam|till|under|upp|ut|vidare|åter|över)?"
    r"(?:anlita|anmäla|anordna|anse|använda|arbeta|avse|avvakta|befria|begära|bemyndiga|besluta"
    r"|bestå|betala|bevilja|bifalla|bilda|bjuda|bygga|bära|dela|delta|dra|driva|döma|entlediga"
    r"|erbjuda|ersätta|fatta|finna|flytta|fullfölja|få|föreläsa|föreskriva|föreslå|förse"
    r"|förvärva|ge|genomföra|godkänna|godta|gå|göra|handla|hemställa|hyra|hänskjuta|hänvisa"
    r"|häva|hålla|höja|höra|inrätta|kalla|kosta|kräva|köpa|lägga|lämna|låna|låta|lösa|meddela"
    r"|minska|namnge|nyttja|ordna|pröva|reda|redovisa|rikta|riva|rusta|rätta|samla|skriva"
    r"|sluta|slå|spara|sprida|stanna|starta|styrka|ställa|stärka|stödja|säga|sälja|sända|sänka"
    r"|sätta|söka|ta|taga|teckna|tillkännage|tillåta|träffa|uppdra|uppmana|uppmärksamma"
    r"|utfärda|utse|utöka|utöva|vara|verka|veta|vidta|visa|välja|vända|yttra|ändra|öka|öppna"
    r"|överklaga"
    r"|\w{3,}era)",
    re.I,
)
"""Verbs with which points begin; of those in -era all, but for `flera` and the like."""
_NO_VERB = frozenset({"flera", "dessa", "andra"})


@rule
def numbered_points_are_sentences(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`1. Bygga bron.` is no decision: without att an infinitive decides nothing."""
    if register.stil.beslut_som != NUMRERADE:
        return
    for _, arende, some in by_arende(meeting):
        # A lead-in of one's own may end in att.
        own = any(plain(rad.text).strip().endswith("att") for rad in arende.rader(INLEDNING))
        for text in () if own else within(some, FORSLAG, BESLUT):
            point = "" if is_subpoint(text.text) else bare_point(text.text)
            first = re.match(r"\w+", point)
            if first and _INFINITIVE.fullmatch(first[0]) and first[0].casefold() not in _NO_VERB:
                yield findings.INFINITIVE_IN_SENTENCES(text.at, value=first[0])


_FINITE = re.compile(
    r"(?:^|\b(?:och|samt)\s+)(?:(?:ordföranden|då|därefter|först|sedan|hon|han)\s+)*([^\W\d]+)",
    re.I,
)
_PAST = frozenset(PRETERITUM_AV.values()) - {"var"}  # `var och en`


@rule(due=Before.PROTOKOLL)
def what_happened_is_told_in_one_tense(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """`ställde proposition … och finner`: the verbs that begin the clauses agree."""
    for path, _, row in rows(meeting, PROPOSITION, OMROSTNING, ORDFORANDEBYTE, AJOURNERING):
        verbs = [match[1].casefold() for match in _FINITE.finditer(plain(row.text))]
        past = next((verb for verb in verbs if verb in _PAST), "")
        present = next((verb for verb in verbs if verb in PRETERITUM_AV), "")
        if past and present:
            yield findings.TENSES_MIXED(f"{path}.text", value=present, past=past)


# -- uppdrag --------------------------------------------------------------------------------

_UPPDRAG = re.compile(
    r"\b(?:ge|ger)\s+(?P<who>.{0,200}?)\bi uppdrag\b|\buppdrar?\s+(?P<at>åt\s+)?(?P<to>.{0,200}?)"
    r"\s*\batt\b",
    re.I | re.S,
)
_WHEN = re.compile(
    r"\bsenast\b|\binom\b|\bföre\b|\binnan\b|\bi samband med\b|\btill och med\b|\b20\d\d\b"
    r"|\båterrapport|\båterkomm|\bredovisa|\brapportera|\bårlig|\bårsvis|\bmånad|\bkvartal"
    r"|\blöpande\b|\bfortlöpande|\bomgående\b|\bsnarast|\bomedelbart\b|\bskyndsam"
    r"|\bt\.o\.m\.|\bfr\.o\.m\.|\bunder (?:året|våren|hösten|sommaren|mandatperioden)",
    re.I,
)


@rule
def an_uppdrag_says_who_and_when(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """What nobody has to do, and by no day, is not followed up (auditors' common remark)."""
    for _, arende, some in by_arende(meeting):
        points = _decided(arende, some)
        for text in points:
            match = _UPPDRAG.search(text.text)
            if match is None:
                continue
            if not _doer(match):
                yield findings.UPPDRAG_WITHOUT_WHO(text.at, value=_around(match), nr=arende.nr)
            if not any(_WHEN.search(point.text) for point in points):
                yield findings.UPPDRAG_WITHOUT_WHEN(text.at, value=_around(match), nr=arende.nr)


@rule
def who_gets_an_uppdrag_gets_the_decision(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """The one who is to act stands under Skickas till – åtgärd."""
    known = [*(o.namn for o in register.organ), *(m.namn for m in register.mottagare)]
    known += sorted({p.forvaltning for p in register.tjanstepersoner if p.forvaltning})
    # The longest first: Kommunstyrelsens arbetsutskott is not Kommunstyrelsen.
    named = sorted(dict.fromkeys(known), key=len, reverse=True)
    for _, arende, some in by_arende(meeting):
        for text in _decided(arende, some):
            match = _UPPDRAG.search(text.text)
            doer = fold(_doer(match)) if match else ""
            if not doer:
                continue
            for name in named:
                if not re.search(rf"\b{re.escape(fold(name))}\b", doer):
                    continue
                doer = doer.replace(fold(name), " ")
                if not _sent(arende, name, register):
                    yield findings.UPPDRAG_NOT_SENT(text.at, value=name, nr=arende.nr)


def _doer(match: re.Match[str]) -> str:
    return (match["who"] or match["to"] or "").strip(" ,")


def _around(match: re.Match[str]) -> str:
    return " ".join(match[0].split())


def _sent(arende: Arende, name: str, register: Register) -> bool:
    """Whether the decision goes to somebody of that name, on its own or in a group."""
    listed = {fold(rad.vem or plain(rad.text)) for rad in arende.rader(ATGARD, KANNEDOM)}
    groups = [m for m in register.mottagare if fold(m.namn) in listed]
    listed |= {fold(member) for group in groups for member in group.ingar}
    return fold(name) in listed


# -- what was moved -------------------------------------------------------------------------


@rule(due=Before.PROTOKOLL)
def another_decision_was_moved_by_somebody(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 67 § KL: a decision that nobody had proposed lacks the yrkande that led to it."""
    for i, arende in enumerate(meeting.arenden):
        if arende.utfall != ANNAT or _moved(arende.behandling):
            continue
        decided, proposed = arende.rader(BESLUT), arende.rader(FORSLAG)
        if not decided or not proposed:
            continue
        if set(beslut.bare(decided)) - set(beslut.bare(proposed)):
            yield findings.DECIDED_UNMOVED(
                f"ärenden[{i}].utfall", value=arende.utfall, nr=arende.nr
            )


def _moved(events: Sequence[Handelse]) -> list[Handelse]:
    return [row for row in events if row.handelse == YRKANDE and row.utfall != ATERTAGET]


_OWN_MOVE = re.compile(
    r"\b(?:eget|egna|vårt|våra|sitt|sina|mitt)\s+(?:egna\s+|eget\s+)?\w*yrkande|\byrkar\b", re.I
)


@rule(due=Before.PROTOKOLL)
def a_reservation_rests_on_a_yrkande(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """`till förmån för eget yrkande`, or a yrkande put in the reservation itself, where the
    protokoll has none: 5 kap. 67 § KL wants every yrkande told."""
    for path, arende, row in rows(meeting, RESERVATION):
        match = _OWN_MOVE.search(plain(row.text))
        if match is None:
            continue
        who = {name.parti for name in row.vem if name.parti}
        moved = [name for other in _moved(arende.behandling) for name in other.vem]
        loose = any(other.fritext for other in _moved(arende.behandling))
        if not loose and not any(name in row.vem or name.parti in who for name in moved):
            names = list_text([str(name) for name in row.vem]) or list_text(row.fritext)
            yield findings.RESERVATION_WITHOUT_YRKANDE(
                f"{path}.text", value=match[0], who=names or "den som reserverar sig", nr=arende.nr
            )
