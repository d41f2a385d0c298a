"""A row of Behandling in, a Handelse out: who, about what, with which outcome; faults are told.

A parti is written out as those from it who serve in that §.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gen import findings
from gen.attached import Slag
from gen.choices import (
    AJOURNERING,
    DELTAR_INTE,
    FRI_TEXT,
    GALLER,
    HANDELSEUTFALL,
    JAV,
    OMROSTNING,
    ORDFORANDEBYTE,
    PROPOSITION,
    PROTOKOLLSANTECKNING,
    RESERVATION,
    SARSKILT_YTTRANDE,
    YRKANDE,
)
from gen.files import Home
from gen.model import Arende, Handelse
from gen.names import fold, nearest
from gen.people import Namn
from gen.swedish.lists import list_text
from gen.swedish.paragraphs import parse_paragraphs
from gen.swedish.unreadable import Unreadable
from gen.workbook.attach import HANDED_IN_IN, attach
from gen.workbook.collect import Collector, Values
from gen.workbook.sheets import BEHANDLING
from gen.workbook.votes import SIDES, members_of
from gen.workbook.whom import Naming, Vilka

_VEM, _TEXT, _FIL = "vem", "text", "fil"
ANVANDS: Mapping[str, frozenset[str]] = {
    YRKANDE: frozenset({_VEM, "gäller", _TEXT, "utfall", _FIL}),
    PROPOSITION: frozenset({_VEM, _TEXT, "utfall"}),
    OMROSTNING: frozenset({_VEM, "gäller", _TEXT, "ja_betyder", "nej_betyder", *SIDES, "utfall"}),
    JAV: frozenset({_VEM, _TEXT, "ersättare"}),
    DELTAR_INTE: frozenset({_VEM, "gäller", _TEXT}),
    RESERVATION: frozenset({_VEM, "gäller", _TEXT, _FIL}),
    SARSKILT_YTTRANDE: frozenset({_VEM, _TEXT, _FIL}),
    PROTOKOLLSANTECKNING: frozenset({_VEM, _TEXT, _FIL}),
    ORDFORANDEBYTE: frozenset({_VEM, _TEXT, "ersättare"}),
    AJOURNERING: frozenset({_TEXT}),
    FRI_TEXT: frozenset({_TEXT}),
}
"""The columns that each Händelse uses, beside Ärende and Händelse."""


FIRST = frozenset({JAV, ORDFORANDEBYTE})
"""A row Jäv says who serves, a row Ordförandebyte who leads: they are read before the others."""


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one ärende; what is to be said goes to the collector."""

    arende: Arende
    serving: tuple[Namn, ...]
    naming: Naming
    collector: Collector
    home: Home

    def event(self, values: Values, path: str) -> Handelse:
        """The row as a Handelse, but for its votes."""
        kind = text_of(values, "handelse")
        if not kind:
            return Handelse(handelse="")
        self._unused(kind, values, path)
        phrases = kind not in FIRST
        who = self._who(text_of(values, "vem"), f"{path}.vem", phrases=phrases)
        into = self._who(text_of(values, "ersattare"), f"{path}.ersättare", phrases=False)
        galler, punkter = self._subject(kind, text_of(values, "galler"), f"{path}.gäller")
        return Handelse.model_validate(
            {
                "handelse": kind,
                "vem": self._people(who, f"{path}.vem"),
                "partier": who.partier,
                "fritext": who.fritext,
                "galler": galler,
                "punkter": punkter,
                "text": values.get("text", ()),
                "utfall": self._outcome(kind, text_of(values, "utfall"), f"{path}.utfall"),
                "ersattare": self._people(into, f"{path}.ersättare"),
                "fil": self._file(text_of(values, "fil"), f"{path}.fil"),
            }
        )

    def _file(self, typed: str, path: str) -> str:
        kinds = (Slag.WORD, Slag.PDF)
        return attach(
            self.collector, typed, self.home, path, *kinds, keep=False, stops=HANDED_IN_IN
        )

    def _who(self, typed: str, path: str, *, phrases: bool) -> Vilka:
        vilka, found = (self.naming.who if phrases else self.naming.persons)(typed, path)
        self.collector.found.extend(found)
        return vilka

    def _people(self, vilka: Vilka, path: str) -> tuple[Namn, ...]:
        """The people named, and of each parti those who serve."""
        out: list[Namn] = []
        for one in vilka.led:
            members = (one,) if isinstance(one, Namn) else members_of(one, self.serving)
            if not members:
                fault = findings.NOBODY_SERVES(path, value=one, nr=self.arende.nr)
                self.collector.found.append(fault)
            out.extend(members)
        return tuple(dict.fromkeys(out))

    def _subject(self, kind: str, typed: str, path: str) -> tuple[str, tuple[int, ...]]:
        """Gäller as the list writes it, or the points of the beslut that it names."""
        choices = GALLER.get(kind)
        if choices is None or typed in ("", "–", "-"):
            return "", ()
        known = {_fold(choice): choice for choice in choices}
        if (found := known.get(_fold(typed))) is not None:
            return found, ()
        points = kind in (DELTAR_INTE, RESERVATION)
        if points and (match := re.fullmatch(r"(?:punkt(?:en|erna)?\s+)?(\d.*)", fold(typed))):
            try:
                return "", parse_paragraphs(match[1])
            except Unreadable:
                pass
        wanted = list_text([*choices, *(["en punkts nummer"] if points else [])], "eller")
        self.collector.found.append(
            findings.NOT_ITS_SUBJECT(
                path,
                value=typed,
                handelse=kind,
                known=wanted,
                suggestion=nearest(typed, choices),
            )
        )
        return "", ()

    def _outcome(self, kind: str, typed: str, path: str) -> str:
        """Utfall as the list writes it; the reason that gen shows behind it is passed over."""
        choices = HANDELSEUTFALL.get(kind, ())
        if not typed or not choices:
            return ""
        known = {_fold(choice): choice for choice in choices}
        text = _fold(typed.lstrip("∑ "))
        found = known.get(text)
        if found is None and kind == OMROSTNING:
            # `Ja, 7 mot 1, 5 avstår`: the formula of the cell shows more than the outcome.
            shown = re.match(r"(ja|nej|återremiss|bordläggning)(?=[,:] ?\D*\d)", text)
            found = known[shown[1]] if shown else None
        if found is None:
            self.collector.found.append(
                findings.NOT_ITS_OUTCOME(
                    path,
                    value=typed,
                    handelse=kind,
                    known=list_text(choices, "eller"),
                    suggestion=nearest(typed, choices),
                )
            )
        return found or ""

    def _unused(self, kind: str, values: Values, path: str) -> None:
        for column in BEHANDLING.columns:
            typed = values.get(column.attr)
            if column.key or not typed or column.field in ANVANDS[kind]:
                continue
            shown = typed if isinstance(typed, str) else "texten"
            if shown not in ("–", "-"):
                self.collector.found.append(
                    findings.UNUSED_CELL(
                        f"{path}.{column.field}", value=shown, header=column.header, handelse=kind
                    )
                )


def text_of(values: Values, attr: str) -> str:
    """The plain text of a cell, nothing where there is none."""
    value = values.get(attr)
    return value if isinstance(value, str) else ""


def _fold(text: str) -> str:
    """Blanks inside brackets and after a colon are a matter of taste."""
    return re.sub(r"\s*([(:])\s*", r" \1", fold(text)).replace(" :", ":")
