"""A skrivelse in, what every template of one knows: its parts, its signers, its bilagor.

A part is what stands under one sub-heading; the first most often has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gen import text
from gen.beslut import Grupp
from gen.choices import BILAGA, INLEDNING, PUNKT, UNDERRUBRIK
from gen.documents.paragraf import confidential_text
from gen.documents.punkter import decision_blocks
from gen.jobs import JSON
from gen.model import Bilaga, Text, plain
from gen.people import Namn
from gen.register import Register
from gen.skrivelse import Skrivelse, Stycke
from gen.swedish.typography import NBSP, versal
from gen.text import Json


def parts(rows: Sequence[Stycke], lead_in: str = "", opening: Sequence[Json] = ()) -> list[JSON]:
    """`del.rubrik` and `del.innehåll`. Points are att-satser under the Inledning above them, the
    first without one under `lead_in`; `opening` stands before everything."""
    out: list[tuple[Text, list[Json]]] = [((), list(opening))]
    own, points = "", list[Text]()
    for rad, following in zip(rows, (*rows[1:], None)[: len(rows)], strict=True):
        blocks = out[-1][1]
        if rad.del_ == UNDERRUBRIK:
            out.append((text.strip(rad.text), []))
        elif rad.del_ == INLEDNING:
            own = plain(rad.text).strip()
            if following is None or following.del_ != PUNKT:  # it leads in no points
                blocks.extend(text.blocks([rad.text]))
        elif rad.del_ == PUNKT:
            points.append(rad.text)
            if following is None or following.del_ != PUNKT:
                blocks.extend(_points(own or lead_in, points, below=_ends_in_points(blocks)))
                own, lead_in, points = "", "" if not own else lead_in, []
        elif rad.del_ != BILAGA:
            blocks.extend(text.blocks([rad.text]))
            blocks.extend([text.file(rad.fil)] if rad.fil else [])
    return [
        {"rubrik": plain(heading), "innehåll": text.content(blocks)}
        for heading, blocks in out
        if heading or blocks
    ]


def _ends_in_points(blocks: Sequence[Json]) -> bool:
    return bool(blocks) and (blocks[-1]["typ"] == "lista" or blocks[-1].get("stil") == "att-sats")


def _points(lead_in: str, points: Sequence[Text], *, below: bool) -> list[Json]:
    """Always att-satser, also where the kommun's decisions are numbered sentences: these are not
    its own words, and "att besluta" goes on in them."""
    some = [point for point in points if plain(point).strip()]
    blocks = decision_blocks(Grupp(lead_in, tuple(some)), numbered=False, below_points=below)
    return blocks if lead_in else blocks[1:]


def signers(names: Iterable[Namn], register: Register) -> list[JSON]:
    """`u.namn`, and beside it `u.parti` in brackets or an official's `u.titel`."""
    return [
        {
            "namn": name.namn,
            "parti": f"({name.parti})" if name.parti else "",
            "titel": versal(register.title(name.namn)),
        }
        for name in names
    ]


def attachments(bilagor: Sequence[Bilaga]) -> list[JSON]:
    """The lines of the bilagor; one that stands alone has no number."""
    alone = len(bilagor) == 1
    return [b.rubrik if alone else f"Bilaga{NBSP}{b.nummer}. {b.rubrik}" for b in bilagor]


def skrivelse(
    own: Skrivelse, *, overrubrik: str, rubrik: str, sekretess: str = ""
) -> dict[str, JSON]:
    """`skrivelse` of a context: what the heading says, and what stands below it."""
    return {
        "slag": own.slag,
        "överrubrik": overrubrik,
        "rubrik": rubrik,
        "dnr": own.dnr,
        "sekretess": confidential_text(sekretess),
        "datum": own.datum.isoformat() if own.datum else None,
    }
