"""Närvaro in, the lines of the försättsblad out: who decides, who else is there, who signs."""

from __future__ import annotations

from collections.abc import Iterable

from gen.jobs import JSON
from gen.model import Narvaro, Roll, Sammantrade
from gen.register import Stil
from gen.swedish.paragraphs import format_paragraphs
from gen.swedish.phrases import Narvarande, klockan_text, narvaro_text

GROUPS = ("ledamöter", "tjänstgörande_ersättare", "ersättare", "övriga")


def groups(narvaro: Iterable[Narvaro], stil: Stil) -> dict[str, JSON]:
    """The four groups of the försättsblad, in the order of the rows; förtroendevalda first.

    Somebody who is absent stands in none of them, but for the line of who serves in the seat.
    """
    out: dict[str, list[JSON]] = {group: [] for group in GROUPS}
    present = [row for row in narvaro if row.present]
    for row in sorted(present, key=lambda row: not row.namn.parti):
        group = _group(row)
        line: dict[str, JSON] = {
            "text": row.visas_som or _line(row, group, stil),
            "namn": row.namn.namn,
            "parti": row.namn.parti,
        }
        out[group].append(line)
    return dict(out.items())


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


def signatures(meeting: Sammantrade) -> list[JSON]:
    """Who signs the protokoll, in order; several justerare each get a line of their own."""
    who = [("Sekreterare", meeting.sekreterare), ("Ordförande", meeting.ordforande)]
    who += [("Justerare", name) for name in meeting.justerare]
    return [
        {"roll": role, "namn": str(name), "paragrafer": ""}
        for role, name in who
        if name is not None
    ]
