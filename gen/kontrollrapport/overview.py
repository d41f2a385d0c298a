"""A check in, the meeting at a glance and what the findings come to out: labels, values, sentences.

A line whose value is not known is left out: what is missing is told among the findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from gen import delprotokoll, presence
from gen.choices import RESERVATION, UTFALL
from gen.documents.attendance import groups
from gen.documents.protokoll import span
from gen.jobs import JSON
from gen.kontroll import Kontroll
from gen.model import Arende, Delprotokoll, Sammantrade, Stage
from gen.report import accepted_lines, changed_lines, counted
from gen.swedish.dates import iso_text
from gen.swedish.lists import list_text
from gen.swedish.paragraphs import Tecken, format_paragraphs
from gen.swedish.phrases import tid_och_plats_text
from gen.swedish.typography import gemen, versal
from gen.workbook.read import Reading

_STAGES = {
    Stage.PLANERAT: "Planerat, inte hållet",
    Stage.HALLET: "Hållet, inte justerat",
    Stage.JUSTERAT: "Justerat {0.justerat}, inte anslaget",
    Stage.ANSLAGET: "Justerat {0.justerat}, anslaget {0.anslaget_uppsatt}",
}


def title(reading: Reading) -> str:
    """`Kontrollrapport Kommunstyrelsen 2023-03-06`; of an ärendefil what it is about."""
    meeting = reading.meeting
    organ = reading.register.find_organ(meeting.organ)
    name = organ.namn if organ else meeting.organ
    if reading.alone:
        name = next((arende.rubrik for arende in meeting.arenden), "")
    day = iso_text(meeting.datum, meeting.sista_dag) if meeting.datum else ""
    return " ".join(filter(None, ("Kontrollrapport", name or reading.source.file, day)))


def heading(done: Kontroll) -> str:
    """What the report says first."""
    return "Kontrollrapport" + ("" if done.reading.alone else f" inför {done.before}")


def uppgifter(done: Kontroll) -> list[JSON]:
    """The meeting at a glance."""
    lines = (*(() if done.reading.alone else _of_meeting(done)), *_of_file(done))
    return [{"etikett": label, "värde": value} for label, value in lines if value]


def _of_file(done: Kontroll) -> Iterator[tuple[str, str]]:
    for arende in done.reading.meeting.arenden if done.reading.alone else ():
        yield "Ärende", arende.rubrik
        yield "Diarienummer", arende.dnr
    yield "Kalkylblad", done.workbook.name


def _of_meeting(done: Kontroll) -> Iterator[tuple[str, str]]:
    reading = done.reading
    meeting, register = reading.meeting, reading.register
    tecken = register.stil.paragraftecken
    organ = register.find_organ(meeting.organ)
    yield "Organ", organ.namn if organ else meeting.organ
    if meeting.datum is not None:
        yield (
            "Tid och plats",
            tid_och_plats_text(
                meeting.datum,
                meeting.sista_dag,
                meeting.fran_klockan,
                meeting.till_klockan,
                meeting.plats,
            ),
        )
    yield "Slag", meeting.slag if meeting.slag != "Ordinarie" else ""
    yield "Läge", _stage(meeting)
    for part in meeting.delprotokoll:
        yield part.slag or "Delprotokoll", _part(part, tecken)
    yield "Paragrafer", span(meeting, register)
    yield "Ärenden", _arenden(meeting.arenden)
    yield "Närvarande", _present(meeting, reading)
    yield "Justerare", list_text([str(name) for name in meeting.justerare])
    held = [a for a in meeting.arenden for h in a.behandling if h.omrostning is not None]
    yield "Omröstningar", _told(held, tecken)
    javiga = [a for a in meeting.arenden for _ in presence.javiga(a)]
    yield "Jäv", _told(javiga, tecken)
    reserved = [a for a in meeting.arenden for _ in a.handelser(RESERVATION)]
    yield "Reservationer", _told(reserved, tecken)
    secret = [a for a in meeting.arenden if a.sekretess]
    if secret:
        yield "Sekretess", _told(secret, tecken)


def _stage(meeting: Sammantrade) -> str:
    return _STAGES[meeting.stage].format(meeting)


def _part(part: Delprotokoll, tecken: Tecken) -> str:
    pieces = [format_paragraphs(part.paragrafer, tecken)]
    pieces += [f"justerat {part.justerat}"] if part.justerat else [gemen(delprotokoll.EJ_JUSTERAT)]
    pieces += [f"anslaget {part.anslaget_uppsatt}"] if part.anslaget_uppsatt else []
    return ", ".join(filter(None, pieces))


def _arenden(arenden: Iterable[Arende]) -> str:
    """`29 (27 enligt förslaget, 2 bordläggs)`."""
    outcomes = Counter(arende.utfall for arende in arenden)
    known = [f"{outcomes[name]} {gemen(name)}" for name in UTFALL if outcomes[name]]
    return f"{outcomes.total()} ({', '.join(known)})" if known else f"{outcomes.total()}"


def _present(meeting: Sammantrade, reading: Reading) -> str:
    """Who decides, and beside them who else is there; who serves in some §§ only counts too."""
    present = groups(meeting, reading.register.stil)
    counts = {name: len(some) for name, some in present.items() if isinstance(some, list)}
    words = {
        "ledamöter": ("ledamot", "ledamöter"),
        "tjänstgörande_ersättare": ("tjänstgörande ersättare",) * 2,
        "ersättare": ("annan ersättare", "andra ersättare"),
        "övriga": ("övrig", "övriga"),
    }
    told = [
        f"{counts[name]} {one if counts[name] == 1 else several}"
        for name, (one, several) in words.items()
        if counts[name]
    ]
    return list_text(told)


def _told(arenden: Iterable[Arende], tecken: Tecken) -> str:
    """`3, i § 9 och 14`, or that there were none."""
    some = list(arenden)
    if not some:
        return "Inga"
    where = format_paragraphs({a.paragraf for a in some if a.paragraf is not None}, tecken)
    return f"{len(some)}, i {where}" if where else str(len(some))


# -- what the findings come to ----------------------------------------------------------


def summa(done: Kontroll) -> str:
    """How many of each level."""
    total = counted(done.findings)
    return f"{total}." if total else "Inget att rätta."


def foljder(done: Kontroll) -> Iterator[str]:
    """What cannot be made, what somebody has accepted, what the register changes."""
    by_number: dict[int, list[str]] = {}
    for typ, number in done.stopped.items():
        by_number.setdefault(number, []).append(typ)
    for number, types in by_number.items():
        yield f"{versal(list_text(types))} kan inte göras: {number} fel att rätta."
    if not done.stopped and not done.reading.alone:
        yield "Inget fel stoppar något dokument."
    yield from accepted_lines(done.accepted)
    yield from changed_lines(done.changed)
