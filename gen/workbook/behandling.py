"""The sheets Behandling and Röster in, the meeting with what happened in each ärende out.

Read after Närvaro and after the meeting is complete: a parti in a cell means those from it who
serve in that §, and that is known only when the rows Jäv of the § are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

from gen import findings, omrostning, presence
from gen.choices import (
    AJOURNERING,
    ANSTALLNING,
    AVGORANDE_I_DAG,
    BESLUTET,
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
    VAL,
    YRKANDE,
)
from gen.findings import Finding
from gen.model import Arende, Handelse, Namn, Omrostning, Roster, Sammantrade
from gen.names import fold, nearest
from gen.register import Register
from gen.source import Place, at
from gen.swedish.lists import list_text
from gen.swedish.paragraphs import parse_paragraphs
from gen.swedish.unreadable import Unreadable
from gen.workbook import roster, votes
from gen.workbook.convert import convert
from gen.workbook.grid import Book, Grid, Row
from gen.workbook.sheets import BEHANDLING, ROSTER
from gen.workbook.votes import SIDES, members_of
from gen.workbook.whom import Naming, Vilka

Values = Mapping[str, object]

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


class Desk(Protocol):
    """What the reader of the other sheets lends: where places and findings go, and a row's values."""

    places: dict[str, Place]
    found: list[Finding]

    def values(self, grid: Grid, row: Row, path: str) -> dict[str, object]: ...


def behandlingar(book: Book, meeting: Sammantrade, register: Register, desk: Desk) -> Sammantrade:
    """The meeting with `Arende.behandling`; places under `ärenden[i].behandling[j].fält`."""
    grid = book.grids.get(BEHANDLING.name)
    by_nr = {fold(arende.nr): i for i, arende in enumerate(meeting.arenden)}
    rows = _rows(grid, by_nr, desk) if grid is not None else {}
    naming = Naming.of(meeting, register)
    pasted, found = roster.columns(book.grids.get(ROSTER.name), by_nr, naming)
    desk.found.extend(found)
    if not rows and not pasted:
        return meeting
    first = [
        _first(_Reader(meeting, arende, f"ärenden[{i}]", naming, desk), rows.get(i, []))
        for i, arende in enumerate(meeting.arenden)
    ]
    meeting = meeting.model_copy(update={"arenden": tuple(first)})
    second = [
        _second(
            _Reader(meeting, arende, f"ärenden[{i}]", naming, desk),
            rows.get(i, []),
            {number: column for (index, number), column in pasted.items() if index == i},
        )
        for i, arende in enumerate(meeting.arenden)
    ]
    meeting = meeting.model_copy(update={"arenden": tuple(second)})
    return _counted(meeting, register)


def _rows(grid: Grid, by_nr: Mapping[str, int], desk: Desk) -> dict[int, list[Values]]:
    """The rows by ärende (its place in the list); an empty key means as in the row above."""
    out: dict[int, list[Values]] = {}
    nr = ""
    previous: int | None = None
    for number, row in grid.rows:
        stray = at(grid.file, grid.sheet.name, f"A{number}")
        if "ärende" in row:
            typed, fault = convert(row["ärende"], grid.sheet.column("ärende"), stray)
            desk.found.extend([fault] if fault else [])
            nr = str(typed or "")
        index = by_nr.get(fold(nr))
        if index is None:
            if not nr and "ärende" not in row:
                desk.found.append(findings.NO_KEY(stray, header="Ärende"))
            elif nr and "ärende" in row:
                ref = at(grid.file, grid.sheet.name, row["ärende"].ref)
                desk.found.append(findings.UNKNOWN_ARENDE(ref, value=nr))
            continue
        if index in out and index != previous:
            desk.found.append(findings.SCATTERED(stray, value=nr))
        previous = index
        rows = out.setdefault(index, [])
        path = f"ärenden[{index}].behandling[{len(rows)}]"
        values = desk.values(grid, row, path)
        if "händelse" not in row:
            desk.found.append(
                findings.NOTHING_SAID(path, handelse=number, what="vad som hände", value="Händelse")
            )
        rows.append(values)
    return out


# A row Jäv says who serves, a row Ordförandebyte who leads: they are read before the others.
_FIRST = frozenset({JAV, ORDFORANDEBYTE})


def _first(reader: _Reader, rows: list[Values]) -> Arende:
    """The ärende with its rows, of which only those of `_FIRST` are read."""
    events = [
        reader.event(number, values)
        if values.get("handelse") in _FIRST
        else Handelse(handelse=_text(values, "handelse"))
        for number, values in enumerate(rows)
    ]
    return reader.arende.model_copy(update={"behandling": tuple(events)})


def _second(reader: _Reader, rows: list[Values], pasted: Mapping[int, roster.Kolumn]) -> Arende:
    """The same ärende with every row read; the omröstningar last, since Deltar inte bears on them."""
    events = [
        event if event.handelse in _FIRST else reader.event(number, rows[number])
        for number, event in enumerate(reader.arende.behandling)
    ]
    asides = [event for event in events if event.handelse == DELTAR_INTE]
    round_ = 0
    for number, event in enumerate(events):
        if event.handelse == OMROSTNING:
            round_ += 1
            omrostning_ = reader.omrostning(
                number, rows[number], round_, event.galler, asides, pasted.get(round_)
            )
            events[number] = event.model_copy(update={"omrostning": omrostning_})
    for number, column in pasted.items():
        if not 1 <= number <= round_:
            reader.stray_column(column, round_)
    return reader.arende.model_copy(update={"behandling": tuple(events)})


def _counted(meeting: Sammantrade, register: Register) -> Sammantrade:
    """The meeting with the outcome of every omröstning."""
    organ = register.find_organ(meeting.organ)
    led = presence.ledningar(meeting)
    arenden = []
    for arende in meeting.arenden:
        rule = omrostning.regel(arende, organ.slag if organ else "")
        events = [
            _with_outcome(event, rule, led[arende.nr].at(number))
            for number, event in enumerate(arende.behandling)
        ]
        arenden.append(arende.model_copy(update={"behandling": tuple(events)}))
    return meeting.model_copy(update={"arenden": tuple(arenden)})


def _with_outcome(event: Handelse, rule: omrostning.Regel, chair: Namn | None) -> Handelse:
    held = event.omrostning
    result = omrostning.resultat(held, rule, chair, event.utfall) if held is not None else None
    if held is None or result is None:
        return event
    outcome = {"utfall": result.utfall, "grund": result.grund, "skal": result.skal}
    return event.model_copy(update={"omrostning": held.model_copy(update=outcome)})


class _Reader:
    """Reads the rows of one ärende; what is to be said goes to the desk."""

    def __init__(
        self, meeting: Sammantrade, arende: Arende, path: str, naming: Naming, desk: Desk
    ) -> None:
        self.arende, self.path, self.naming, self.desk = arende, path, naming, desk
        self.serving = presence.tjanstgorande(meeting, arende)

    def event(self, number: int, values: Values) -> Handelse:
        """The row as a Handelse, but for its votes."""
        kind = _text(values, "handelse")
        path = f"{self.path}.behandling[{number}]"
        if not kind:
            return Handelse(handelse="")
        self._unused(kind, values, path)
        phrases = kind not in (*_FIRST, OMROSTNING)
        who = self._who(_text(values, "vem"), f"{path}.vem", phrases=phrases)
        into = self._who(_text(values, "ersattare"), f"{path}.ersättare", phrases=False)
        galler, punkter = self._subject(kind, _text(values, "galler"), f"{path}.gäller")
        return Handelse.model_validate(
            {
                "handelse": kind,
                "vem": self._people(who, f"{path}.vem"),
                "partier": who.partier,
                "fritext": who.fritext,
                "galler": galler,
                "punkter": punkter,
                "text": values.get("text", ()),
                "utfall": self._outcome(kind, _text(values, "utfall"), f"{path}.utfall"),
                "ersattare": self._people(into, f"{path}.ersättare"),
                "fil": _text(values, "fil"),
            }
        )

    def omrostning(
        self,
        number: int,
        values: Values,
        round_: int,
        galler: str,
        asides: Iterable[Handelse],
        column: roster.Kolumn | None,
    ) -> Omrostning:
        """The row's votes; the column of Röster goes before the cells, and must agree with them."""
        path = f"{self.path}.behandling[{number}]"
        fraga, _, side = galler.rstrip(")").partition(" (")
        aside = {who for event in asides if about(event) == _matter(galler) for who in event.vem}
        held: dict[str, Roster | None] = dict(self._votes(values, path, aside, column))
        placed = {who for side_ in held.values() if side_ is not None for who in side_.namn}
        return Omrostning(
            nummer=round_,
            sluten=galler in (VAL, ANSTALLNING) or self.arende.typ == "Val",
            fraga=fraga if side else "",
            begars_av=side,
            ja_betyder=_text(values, "ja_betyder"),
            nej_betyder=_text(values, "nej_betyder"),
            ja=held["ja"],
            nej=held["nej"],
            avstar=held["avstår"],
            franvarande=held["frånvarande"],
            deltar_inte=tuple(who for who in self.serving if who in aside - placed),
        )

    def stray_column(self, column: roster.Kolumn, held: int) -> None:
        """A column of Röster for an omröstning that Behandling does not have."""
        count = f"{held} omröstning{'' if held == 1 else 'ar'}" if held else "ingen omröstning"
        self.desk.found.append(
            findings.NO_SUCH_OMROSTNING(
                at(column.place.file, column.place.sheet, column.place.cell),
                value=column.header,
                nr=self.arende.nr,
                count=count,
            )
        )

    def _votes(
        self, values: Values, path: str, aside: set[Namn], column: roster.Kolumn | None
    ) -> Mapping[str, Roster | None]:
        cells: dict[str, Vilka] = {}
        before = len(self.desk.found)
        for side in SIDES:
            typed = _text(values, BEHANDLING.column(side).attr)
            if typed:
                cells[side], found = self.naming.voters(typed, f"{path}.{side}")
                self.desk.found.extend(found)
        placed, found = votes.place(cells, self.serving, aside, path, self.arende.nr)
        if column is not None:
            if column.votes is None:
                return dict.fromkeys(SIDES)
            for side, typed_ in cells.items():
                if not votes.agree(typed_, placed[side], column.votes[side]):
                    self._disagree(f"{path}.{side}", side, placed[side], column.votes[side])
            return column.votes
        self.desk.found.extend(found)
        # With one cell unread the count of none of them can be trusted.
        unread = len(self.desk.found) > before or self._faulty(path)
        return dict.fromkeys(SIDES) if unread else placed

    def _faulty(self, path: str) -> bool:
        """Whether a vote cell could not be converted at all."""
        sides = {f"{path}.{side}" for side in SIDES}
        return any(finding.at in sides for finding in self.desk.found)

    def _disagree(self, path: str, side: str, typed: Roster, pasted: Roster) -> None:
        value, other = str(typed.antal), str(pasted.antal)
        if typed.antal == pasted.antal:
            value, other = (list_text([str(name) for name in v.namn]) for v in (typed, pasted))
        self.desk.found.append(
            findings.ROSTER_DISAGREE(path, value=value, side=SIDES[side], other=other)
        )

    def _who(self, typed: str, path: str, *, phrases: bool) -> Vilka:
        vilka, found = (self.naming.who if phrases else self.naming.persons)(typed, path)
        self.desk.found.extend(found)
        return vilka

    def _people(self, vilka: Vilka, path: str) -> tuple[Namn, ...]:
        """The people named, and of each parti those who serve."""
        out = list(vilka.namn)
        for parti in vilka.partier:
            members = members_of(parti, self.serving)
            if not members:
                self.desk.found.append(findings.NOBODY_SERVES(path, value=parti, nr=self.arende.nr))
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
        self.desk.found.append(
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
            self.desk.found.append(
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
                self.desk.found.append(
                    findings.UNUSED_CELL(
                        f"{path}.{column.field}", value=shown, header=column.header, handelse=kind
                    )
                )


def about(event: Handelse) -> str:
    """What somebody takes no part in; a point of the beslut is a matter of its own."""
    return event.galler or (BESLUTET if not event.punkter else "")


def _matter(galler: str) -> str:
    """What an omröstning is about, in the words of Deltar inte."""
    if galler in ("", VAL, ANSTALLNING):
        return BESLUTET
    return AVGORANDE_I_DAG if galler.endswith(")") else galler


def _text(values: Values, attr: str) -> str:
    value = values.get(attr)
    return value if isinstance(value, str) else ""


def _fold(text: str) -> str:
    """Blanks inside brackets and after a colon are a matter of taste."""
    return re.sub(r"\s*([(:])\s*", r" \1", fold(text)).replace(" :", ":")
