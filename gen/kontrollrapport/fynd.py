"""A check in, its findings by § out: the meeting's own first, and in each § the worst first.

Of a § with sekretess nothing that a cell says is repeated: the findings name the cell, and who may
read it reads it there.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from dataclasses import replace

from gen import granskat, presence
from gen.delegation import Delegation
from gen.findings import Finding, Level
from gen.jobs import JSON
from gen.kontroll import Kontroll
from gen.model import Arende
from gen.report import alike, places, sentence
from gen.swedish.paragraphs import format_paragraphs

_GRAVE = (Level.FEL, Level.LAGBRIST)
_SHOWN = 70
_TEXTS = re.compile(r"\.(text|till|ja_betyder|nej_betyder|motionens_text)$")
_BESLUT = re.compile(r"delegationsbeslut\[(\d+)\]\.(?:rubrik|beslut|beskrivning)")
HIDDEN = "[…]"


def grupper(done: Kontroll) -> list[JSON]:
    """A group for what is about the meeting as a whole, then one for each § with findings."""
    meeting = done.reading.meeting
    by_nr: dict[str, list[Finding]] = {}
    for finding in done.findings:
        by_nr.setdefault(granskat.arende_of(finding, meeting), []).append(finding)
    whole = by_nr.pop("", [])
    what = "Ärendet" if done.reading.alone else "Sammanträdet som helhet"
    out: list[JSON] = [_group(done, whole, what)] if whole else []
    for arende in presence.in_order(meeting):
        found = by_nr.pop(arende.nr, [])
        if found:
            out.append(_group(done, found, _rubrik(arende), arende))
    return out


def godtagna(done: Kontroll) -> list[JSON]:
    """What somebody accepts on the sheet Granskat, each with the reason."""
    meeting = done.reading.meeting
    out: list[JSON] = []
    for finding, row in granskat.reasons(done.accepted, done.reading.granskat, meeting):
        arende = next((a for a in meeting.arenden if row.arende and a.nr == row.arende), None)
        who = " ".join(filter(None, (row.vem, row.datum.isoformat() if row.datum else "")))
        reason = f"Godtaget{f' av {who}' if row.vem else f' {who}' if who else ''}: {row.skal}"
        about = f"Ärende {row.arende}" if row.arende else ""
        told = _told(done, [finding], arende)
        out.append({**told, "gör": "", "skäl": reason, "not": _joined(about, str(told["not"]))})
    return out


def _group(
    done: Kontroll, found: Iterable[Finding], rubrik: str, arende: Arende | None = None
) -> dict[str, JSON]:
    number = arende.paragraf if arende is not None else None
    return {
        "paragraf": format_paragraphs([number]) if number is not None else "",
        "rubrik": rubrik,
        "ärende": _key(arende) if arende is not None else "",
        "sekretess": _secrecy(arende) if arende is not None else "",
        "fynd": [_told(done, some, arende) for some in alike(found)],
    }


def _rubrik(arende: Arende) -> str:
    if arende.sekretess and arende.dolj_rubriken:
        return "Ärende vars rubrik är dold"
    return arende.rubrik or "Ärende utan rubrik"


def _key(arende: Arende) -> str:
    """What the ärende is known by. In an ärendefil alone it has no number but its dnr."""
    return _joined("" if arende.nr == arende.dnr else f"Ärende {arende.nr}", arende.dnr)


def _secrecy(arende: Arende) -> str:
    if not arende.sekretess:
        return ""
    return "Sekretess: det som står i ärendets celler återges inte här."


def _told(done: Kontroll, found: list[Finding], arende: Arende | None) -> dict[str, JSON]:
    """One sentence, of one cell or of several that it is the same for."""
    first, source = found[0], done.reading.source
    cells = [source.place(finding.at) for finding in found]
    raw = " ".join(cells[0].raw.split()) if len(found) == 1 else ""
    if arende is not None and arende.sekretess:
        first, raw = _without_text(first, arende), ""
    elif _of_secret_beslut(first, done):
        first, raw = _hidden(first), ""
    said = sentence(first)
    shown = textwrap.shorten(raw, _SHOWN, placeholder=" …") if raw and raw not in said else ""
    if len(shown) < 3 and raw and raw not in said:  # one long word
        shown = f"{raw[:_SHOWN]}…"
    where = places(cells, source.file) or source.file
    return {
        "nivå": str(first.level).capitalize(),
        "allvarligt": first.level in _GRAVE,
        "text": said,
        "gör": first.expected,
        "skäl": "",
        "not": _joined(where, first.statute, first.code, shown and f"där står ”{shown}”"),
    }


def _without_text(finding: Finding, arende: Arende) -> Finding:
    """Without the words of the text that it was found in."""
    hidden = arende.dolj_rubriken and finding.at.endswith(".rubrik")
    return _hidden(finding, arende.nr) if hidden or _TEXTS.search(finding.at) else finding


def _of_secret_beslut(finding: Finding, done: Kontroll) -> bool:
    """Whether it quotes what a delegationsbeslut with sekretess says."""
    own, place = done.reading.own, _BESLUT.fullmatch(finding.at)
    if not isinstance(own, Delegation) or place is None:
        return False
    return bool(own.beslut[int(place[1])].sekretess)


def _hidden(finding: Finding, *shown: str) -> Finding:
    """Without the words that it quotes, but for those that may be shown."""
    message, cure = finding.message, finding.expected
    for words in sorted((finding.value, finding.suggestion), key=len, reverse=True):
        if words in ("", *shown):
            continue
        message, cure = message.replace(words, HIDDEN), cure.replace(words, HIDDEN)
    return replace(finding, message=message, expected=cure, value="", suggestion="")


def _joined(*pieces: str) -> str:
    return " · ".join(filter(None, pieces))
