"""The sheets Behandling and Röster in, the meeting with what happened in each ärende out.

Read after Närvaro and after the meeting is complete: a parti in a cell means those from it who
serve in that §, and that is known only when the rows Jäv of the § are.
"""

from __future__ import annotations

from collections.abc import Mapping

from gen import findings, omrostning, presence
from gen.choices import DELTAR_INTE, OMROSTNING
from gen.files import Home
from gen.model import Arende, Handelse, Sammantrade
from gen.names import fold
from gen.people import Namn
from gen.register import Register
from gen.source import at
from gen.workbook import roster
from gen.workbook.ballot import held, stray_column
from gen.workbook.collect import Collector, Values
from gen.workbook.convert import convert
from gen.workbook.grid import Book, Grid
from gen.workbook.handelse import FIRST, RowReader, text_of
from gen.workbook.sheets import BEHANDLING, ROSTER
from gen.workbook.whom import Naming

Columns = Mapping[int, roster.Kolumn]
"""The columns of Röster for one ärende, by the number of the omröstning."""


def behandlingar(book: Book, meeting: Sammantrade, register: Register, c: Collector) -> Sammantrade:
    """The meeting with `Arende.behandling`; places under `ärenden[i].behandling[j].fält`."""
    grid = book.grids.get(BEHANDLING.name)
    by_nr = {fold(arende.nr): i for i, arende in enumerate(meeting.arenden)}
    rows = _rows(grid, by_nr, c) if grid is not None else {}
    naming = Naming.of(meeting, register)
    pasted, found = roster.columns(book.grids.get(ROSTER.name), by_nr, naming)
    c.found.extend(found)
    if not rows and not pasted:
        return meeting

    home = Home(book.path.parent)

    def reader(arende: Arende) -> RowReader:
        return RowReader(arende, presence.tjanstgorande(meeting, arende), naming, c, home)

    first = [
        _first(reader(a), f"ärenden[{i}]", rows[i]) if i in rows else a for i, a in _all(meeting)
    ]
    meeting = meeting.model_copy(update={"arenden": tuple(first)})
    columns = [{n: k for (at_, n), k in pasted.items() if at_ == i} for i, _ in _all(meeting)]
    second = [
        _second(reader(a), f"ärenden[{i}]", rows.get(i, []), columns[i])
        if i in rows or columns[i]
        else a
        for i, a in _all(meeting)
    ]
    return _counted(meeting.model_copy(update={"arenden": tuple(second)}), register)


def _all(meeting: Sammantrade) -> list[tuple[int, Arende]]:
    return list(enumerate(meeting.arenden))


def _rows(grid: Grid, by_nr: Mapping[str, int], c: Collector) -> dict[int, list[Values]]:
    """The rows by ärende (its place in the list); an empty key means as in the row above."""
    out: dict[int, list[Values]] = {}
    nr = ""
    previous: int | None = None
    for number, row in grid.rows:
        stray = at(grid.file, grid.sheet.name, f"A{number}")
        if "ärende" in row:
            typed, fault = convert(row["ärende"], grid.sheet.column("ärende"), stray)
            c.found.extend([fault] if fault else [])
            nr = str(typed or "")
        index = by_nr.get(fold(nr))
        if index is None:
            if not nr and "ärende" not in row:
                c.found.append(findings.NO_KEY(stray, header="Ärende"))
            elif nr and "ärende" in row:
                ref = at(grid.file, grid.sheet.name, row["ärende"].ref)
                c.found.append(findings.UNKNOWN_ARENDE(ref, value=nr))
            continue
        if index in out and index != previous:
            c.found.append(findings.SCATTERED(stray, value=nr))
        previous = index
        if row.keys() == {"ärende"}:
            continue  # a heading for the rows below
        rows = out.setdefault(index, [])
        path = f"ärenden[{index}].behandling[{len(rows)}]"
        values = c.values(grid, row, path)
        if "händelse" not in row:
            c.found.append(
                findings.NOTHING_SAID(path, handelse=number, what="vad som hände", value="Händelse")
            )
        rows.append(values)
    return out


def _first(reader: RowReader, path: str, rows: list[Values]) -> Arende:
    """The ärende with its rows, of which only those are read that the others depend on."""
    events = [
        reader.event(values, f"{path}.behandling[{number}]")
        if values.get("handelse") in FIRST
        else Handelse(handelse=text_of(values, "handelse"))
        for number, values in enumerate(rows)
    ]
    return reader.arende.model_copy(update={"behandling": tuple(events)})


def _second(reader: RowReader, path: str, rows: list[Values], columns: Columns) -> Arende:
    """The same ärende with every row read; votes last, since the rows Deltar inte bear on them."""
    events = [
        event
        if event.handelse in FIRST
        else reader.event(rows[number], f"{path}.behandling[{number}]")
        for number, event in enumerate(reader.arende.behandling)
    ]
    asides = [event for event in events if event.handelse == DELTAR_INTE]
    count = 0
    for number, event in enumerate(events):
        if event.handelse == OMROSTNING:
            count += 1
            place = f"{path}.behandling[{number}]"
            ballot = held(reader, rows[number], place, count, event, asides, columns.get(count))
            events[number] = event.model_copy(update={"omrostning": ballot})
    for number, column in columns.items():
        if not 1 <= number <= count:
            reader.collector.found.append(stray_column(column, reader.arende.nr, count))
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
