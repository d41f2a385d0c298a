"""The days before a sammanträde, and whether its doors are open.

For fullmäktige by law, for others by what the register says of the organ.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gen import findings, frister
from gen.checks import rule
from gen.checks.beslutforhet import handled
from gen.choices import NO_DECISION_NEEDED
from gen.findings import Finding, Kind
from gen.frister import Frist
from gen.kalender import INSTALLT
from gen.model import Arende, Sammantrade, Stage, plain
from gen.register import Register
from gen.stages import Before

_ALL = r"(?:samtliga|alla) (?:närvarande(?: ledamöter(?:na)?)?|ledamöter(?:na)?)"
_OTHERS = r"(?:inte|icke|ej|aldrig|varken|\w*(?:styrelsen|nämnden|utskottet|beredningen)s?)"
_AGREE = r"(?:ense|enig[at]?|överens|enhällig[at]?)"
UNANIMOUS = re.compile(
    rf"(?<!\bom )(?<!\bkrävs att )\b(?:"
    rf"{_ALL} (?:beslutar|beslutade|medger|medgav|samtycker|samtyckte|godkänner|godkände)"
    rf"|(?:{_ALL}|\w*fullmäktige|ledamöterna)\b(?:(?!\b{_OTHERS}\b)[^.;!?\n]){{0,60}}?"
    rf"\b(?:(?:är|var|varit) (?:helt |fullt )?{_AGREE}|enhälligt|i (?:full )?enighet)"
    r")\b(?! (?:inte|icke|ej)\b)",
    re.IGNORECASE,
)
"""How a protokoll says that all agreed to decide: 5 kap. 33 and 52 §§ KL. It is they who agree, in
one sentence: not styrelsen in its förslag, nor the law that is quoted, nor `enigt` for enligt."""


@dataclass(frozen=True, slots=True)
class _Day:
    attr: str
    field: str
    header: str
    what: str
    latest: Callable[[dt.date], Frist]
    late: Kind


_DAYS = (
    _Day(
        "kungorelse_anslagen",
        "kungörelse_anslagen",
        "Kungörelse anslagen",
        "Kungörelsen ska anslås",
        frister.proclaimed_latest,
        findings.KUNGORELSE_LATE,
    ),
    _Day(
        "kallelse_skickad",
        "kallelse_skickad",
        "Kallelse skickad",
        "Varje ledamot och ersättare ska kallas",
        frister.summoned_latest,
        findings.KALLELSE_LATE,
    ),
)


def is_fullmaktige(meeting: Sammantrade, register: Register) -> bool:
    """Whether the rules of 5 kap. KL are those of this meeting."""
    organ = register.find_organ(meeting.organ)
    return organ is not None and organ.slag == "KF"


def says(arende: Arende, pattern: re.Pattern[str]) -> bool:
    """Whether any text of the § has the words."""
    texts = (*(rad.text for rad in arende.innehall), *(h.text for h in arende.behandling))
    return any(pattern.search(plain(text)) for text in texts)


def _days(meeting: Sammantrade, register: Register) -> Iterator[tuple[_Day, dt.date | None, str]]:
    """Each day that must be kept, what is typed, and the last day."""
    if meeting.datum is None or meeting.slag == INSTALLT or not is_fullmaktige(meeting, register):
        return
    for day in _DAYS:
        latest = day.latest(meeting.datum).date
        yield day, getattr(meeting, day.attr), latest.isoformat()


@rule
def fullmaktige_is_called_a_week_before(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 13 and 15 §§ KL: at least a week before the day of the sammanträde."""
    for day, typed, last in _days(meeting, register):
        if typed is not None and typed.isoformat() > last:
            yield day.late(f"sammanträde.{day.field}", value=typed, last=last)


@rule
def the_days_ahead_are_told(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """While the sammanträde is planned: until when it is to be done."""
    for day, typed, last in _days(meeting, register):
        if typed is None and meeting.stage is Stage.PLANERAT:
            path = f"sammanträde.{day.field}"
            yield findings.DAY_AHEAD(path, value=day.header, what=day.what, last=last)


@rule(due=Before.ANSLAG)
def the_days_are_known_when_all_is_done(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """The protokoll does not print them, so it can be made without; nobody can check it later."""
    for day, typed, last in _days(meeting, register):
        if typed is None:
            path = f"sammanträde.{day.field}"
            yield findings.DAY_NOT_TOLD(path, value=day.header, last=last)


@rule
def an_addition_is_announced_or_agreed_on(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 14 and 52 §§ KL: fullmäktige decides what was announced, else only if all agree."""
    if meeting.datum is None or not is_fullmaktige(meeting, register):
        return
    for i, arende in handled(meeting):
        late = arende.tillagg and arende.typ not in NO_DECISION_NEEDED
        if late and not says(arende, UNANIMOUS):
            last = frister.urgent_latest(meeting.datum).date
            yield findings.LATE_ARENDE(f"ärenden[{i}].nr", value=arende.nr, last=last)


@rule
def a_namnd_is_called_as_the_register_says(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """5 kap. 71 § and 6 kap. 44 § KL: how long before is for the arbetsordning or reglemente."""
    organ, sent = register.find_organ(meeting.organ), meeting.kallelse_skickad
    days = organ.kallas_senast if organ else None
    if days is None or sent is None or meeting.datum is None:
        return
    last = meeting.datum - dt.timedelta(days=days)
    if sent > last:
        yield findings.CALLED_LATE_LOCALLY(
            "sammanträde.kallelse_skickad", value=sent, days=days, last=last
        )


@rule
def doors_are_closed_where_they_must_be(
    meeting: Sammantrade, register: Register
) -> Iterator[Finding]:
    """6 kap. 25 § KL: never open for myndighetsutövning, nor for what is secret."""
    if not meeting.offentligt or is_fullmaktige(meeting, register):
        return
    closed = re.compile(r"(?:stängda|slutna) dörrar", re.IGNORECASE)
    for i, arende in handled(meeting):
        cells = (
            ("myndighetsutövning", "myndighetsutövning", arende.myndighetsutovning),
            ("sekretess", "uppgifter med sekretess", arende.sekretess),
        )
        field, what = next(((f, w) for f, w, there in cells if there), ("", ""))
        if field and not says(arende, closed):
            yield findings.PUBLIC_BUT_CLOSED(f"ärenden[{i}].{field}", nr=arende.nr, what=what)


@rule
def fullmaktige_is_open(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """5 kap. 42 § KL."""
    if meeting.offentligt is False and is_fullmaktige(meeting, register):
        yield findings.FULLMAKTIGE_CLOSED("sammanträde.offentligt", value="Nej")
