"""Calendars in, an iCalendar file (RFC 5545) that any calendar program reads out.

Every day is an all-day event that takes up no time. An event keeps its UID when its day moves, so
that a later file replaces it; its DTSTAMP is a moment of the data, never the clock's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from gen.atomic import sha256
from gen.kalender import TITLES, Dag, Kalender
from gen.swedish.typography import plain, versal

_LIMIT = 75
"""Octets of a content line, its line break not counted (3.1)."""
_SEAL = re.compile(rb"X-GEN-SEAL:([0-9a-f]{64})\r\n")


def icalendar(calendars: Iterable[Kalender], stamp: dt.datetime | None = None) -> bytes:
    """The file, with a seal that tells it from one that a person has changed.

    `stamp`: when the data were saved; None: the day that each calendar is about. ValueError when
    there is no day at all: 3.6 asks for an event.
    """
    events: dict[str, list[str]] = {}
    for calendar in calendars:
        for day in calendar.dagar:
            if day.datum is not None:
                uid = _uid(calendar, day)
                # The same day of posting may be asked for twice: one UID, one event (3.8.4.7).
                events.setdefault(uid, list(_event(uid, calendar, day, day.datum, stamp)))
    if not events:
        raise ValueError("en kalender utan dagar")
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gen//frister//SV", "CALSCALE:GREGORIAN")
    before = b"".join(map(_folded, head))
    after = b"".join(map(_folded, chain(*events.values(), ("END:VCALENDAR",))))
    return before + _folded(f"X-GEN-SEAL:{_seal(before + after)}") + after


def is_untouched(content: bytes) -> bool:
    """Whether `content` is a file of `icalendar` that nobody has changed since."""
    found = _SEAL.search(content)
    rest = _SEAL.sub(b"", content, count=1)
    return found is not None and found[1].decode("ascii") == _seal(rest)


def _seal(content: bytes) -> str:
    return sha256(content)


def _uid(calendar: Kalender, day: Dag) -> str:
    """Of what the event is, not of its day. RFC 7986, 5.3: nothing of the machine in it."""
    return f"{sha256(f'{calendar.nyckel}|{day.vad}|{day.galler}'.encode())[:32]}@gen.invalid"


def _event(
    uid: str, calendar: Kalender, day: Dag, date: dt.date, stamp: dt.datetime | None
) -> Iterator[str]:
    at = stamp.astimezone(dt.UTC) if stamp else dt.datetime.combine(calendar.dag, dt.time())
    about = f"{calendar.kort}, {day.galler}" if day.galler else calendar.kort
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{date:%Y%m%d}"
    # The end of an all-day event is the first day that it is not on (3.6.1).
    yield f"DTEND;VALUE=DATE:{date + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY;LANGUAGE=sv:{_text(f'{TITLES[day.vad]} – {about}')}"
    reasons = "\n".join(f"{versal(plain(reason))}." for reason in day.skal)
    yield f"DESCRIPTION;LANGUAGE=sv:{_text(reasons)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """A TEXT value (3.3.11): line by line with plain blanks, its separators escaped."""
    lines = (re.sub(r"([\\;,])", r"\\\1", plain(line)) for line in text.splitlines())
    return r"\n".join(line for line in lines if line)


def _folded(line: str) -> bytes:
    """The content line with its line break, folded between characters (3.1)."""
    out, room = b"", _LIMIT
    for sign in line:
        octets = sign.encode()
        if len(octets) > room:
            out += b"\r\n "
            room = _LIMIT - 1
        out += octets
        room -= len(octets)
    return out + b"\r\n"
