"""A meeting in, the lines of the försättsblad out: who decides, who else is there, who signs.

What happened in a § shows here too: who left it for jäv, who stepped in, who led it.
"""

from __future__ import annotations

from gen import delprotokoll, presence
from gen.jobs import JSON
from gen.model import Sammantrade
from gen.people import Namn, Narvaro, Roll
from gen.register import Stil
from gen.swedish.paragraphs import format_paragraphs
from gen.swedish.phrases import Narvarande, klockan_text, narvaro_text

GROUPS = ("ledamöter", "tjänstgörande_ersättare", "ersättare", "övriga")


def groups(meeting: Sammantrade, stil: Stil) -> dict[str, JSON]:
    """The four groups of the försättsblad, in the order of the rows; förtroendevalda first.

    Somebody who is absent stands in none of them, but for the line of who serves in the seat.
    Who steps in for one who has jäv serves in that §, and stands among those who do not serve with
    the other §§ only.
    """
    out: dict[str, list[JSON]] = {group: [] for group in GROUPS}
    present = [row for row in meeting.narvaro if row.present]
    stepped_in = _stepped_in(meeting)
    for row in sorted(present, key=lambda row: not row.namn.parti):
        group = _group(row)
        away = _away(row, meeting, stil)
        if group == "ersättare":
            served = {n for (into, _), some in stepped_in.items() if into == row.namn for n in some}
            left = _without(row, served, meeting)
            if left is None:
                continue
            row, away = left, away or _except(left, served, stil)
        out[group].append(_shown(row.namn, row.visas_som or _line(row, group, stil) + away))
    afar = {row.namn for row in present if row.narvarar == "Distans"}
    for (into, seat), numbers in stepped_in.items():
        line = Narvarande(
            into.namn,
            into.parti,
            tjanstgor_for=str(seat),
            paragrafer=format_paragraphs(numbers, stil.paragraftecken),
            distans=into in afar,
        )
        out["tjänstgörande_ersättare"].append(_shown(into, narvaro_text(line)))
    return dict(out.items())


def _shown(name: Namn, line: str) -> JSON:
    return {"text": line, "namn": name.namn, "parti": name.parti}


def _away(row: Narvaro, meeting: Sammantrade, stil: Stil) -> str:
    """`, ej § 13 på grund av jäv`, of the §§ that the row is about."""
    numbers = [
        arende.paragraf
        for arende in meeting.arenden
        if arende.paragraf is not None
        and presence.covers(row, arende)
        and row.namn in presence.javiga(arende)
    ]
    if not numbers:
        return ""
    return f", ej {format_paragraphs(numbers, stil.paragraftecken)} på grund av jäv"


def _without(row: Narvaro, served: set[int], meeting: Sammantrade) -> Narvaro | None:
    """The row of one who does not serve, less the §§ in which they did; None where none is left."""
    covered = row.paragrafer or meeting.paragrafer
    if not served.intersection(covered):
        return row
    left = tuple(number for number in covered if number not in served)
    if not left or row.paragrafer is None:
        return row if left else None
    return row.model_copy(update={"paragrafer": left})


def _except(row: Narvaro, served: set[int], stil: Stil) -> str:
    """`, ej § 13`, of a row that is about the whole meeting."""
    if row.paragrafer is not None or not served:
        return ""
    return f", ej {format_paragraphs(sorted(served), stil.paragraftecken)}"


def _stepped_in(meeting: Sammantrade) -> dict[tuple[Namn, Namn], list[int]]:
    """(who stepped in, for whom) → in which §§."""
    out: dict[tuple[Namn, Namn], list[int]] = {}
    for arende in meeting.arenden:
        for byte in presence.byten(arende):
            if byte.ersattare is not None and arende.paragraf is not None:
                out.setdefault((byte.ersattare, byte.borta), []).append(arende.paragraf)
    return out


def _group(row: Narvaro) -> str:
    if row.roll is Roll.LEDAMOT and row.serves:
        return "ledamöter"
    if row.roll is Roll.ERSATTARE:
        return "tjänstgörande_ersättare" if row.serves else "ersättare"
    return "övriga"


def _line(row: Narvaro, group: str, stil: Stil) -> str:
    told = row.roll is Roll.OVRIG or "ordförande" in row.uppdrag.casefold()
    seat = ""
    if group == "tjänstgörande_ersättare":
        seat = "vakant plats" if row.vakant else str(row.tjanstgor_for or "")
    return narvaro_text(
        Narvarande(
            namn=row.namn.namn,
            parti=row.namn.parti,
            uppdrag=row.uppdrag if told else "",
            tjanstgor_for=seat,
            paragrafer=format_paragraphs(row.paragrafer or (), stil.paragraftecken),
            klockan=klockan_text(row.in_kl, row.ut_kl),
            distans=row.narvarar == "Distans",
            ahorare=row.roll is Roll.LEDAMOT and not row.serves,
        )
    )


def signatures(meeting: Sammantrade, stil: Stil) -> list[dict[str, JSON]]:
    """Who signs the protokoll, in order; several justerare each get a line of their own.

    Where more than one has been in the chair, each signs for the §§ that they led; what is
    omedelbart justerat has been signed for already.
    """
    elsewhere = delprotokoll.apart(meeting)
    chairs = {
        name: left
        for name, numbers in presence.ordforande(meeting).items()
        if (left := [number for number in numbers if number not in elsewhere])
    }
    who = [("Sekreterare", meeting.sekreterare)]
    who += [("Ordförande", name) for name in chairs or (meeting.ordforande,)]
    who += [("Justerare", name) for name in meeting.justerare]
    led = chairs if len(chairs) > 1 else {}
    out: list[dict[str, JSON]] = []
    for role, name in who:
        if name is not None:
            numbers = led.get(name, ()) if role == "Ordförande" else ()
            paragrafer = format_paragraphs(numbers, stil.paragraftecken)
            out.append({"roll": role, "namn": str(name), "paragrafer": paragrafer})
    return out
