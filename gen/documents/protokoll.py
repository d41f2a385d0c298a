"""A reading in, the protokoll's draft out: försättsblad, every §, underskrifter, anslag/bevis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from gen import delprotokoll, text
from gen.choices import DIGITALT, JAV, RATTELSE
from gen.documents import DocumentType, Draft, behandling
from gen.documents.anslag import bevis
from gen.documents.attendance import groups, signatures
from gen.documents.brevhuvud import brevhuvud
from gen.documents.byten import forandringar, vid_jav
from gen.documents.paragraf import Part, paragraf
from gen.filenames import safe_name
from gen.jobs import JSON
from gen.model import Arende, Sammantrade, Stage
from gen.register import Organ, Register
from gen.stages import Before
from gen.swedish.dates import den_date_text, iso_text
from gen.swedish.paragraphs import format_paragraphs
from gen.swedish.phrases import justering_text, tid_och_plats_text
from gen.text import Json

if TYPE_CHECKING:
    from gen.workbook.read import Reading


def drafts(reading: Reading) -> Iterable[Draft]:
    """One protokoll for the whole meeting, and one of its own for what is omedelbart justerat."""
    meeting, register = reading.meeting, reading.register
    organ = register.find_organ(meeting.organ)
    if organ is None or meeting.datum is None:
        return
    day = iso_text(meeting.datum, meeting.sista_dag)
    title = f"Protokoll {organ.namn} {day}"
    created = meeting.datum.isoformat()
    yield Draft("protokoll", title, created, context(meeting, organ, register))
    for name, part in apart(meeting):
        shown = span(part, register)
        own = context(part, organ, register, avser=shown)
        yield Draft(name, f"{title} {shown}", created, own, paragrafer=part.paragrafer)


def apart(meeting: Sammantrade) -> Iterable[tuple[str, Sammantrade]]:
    """Each delprotokoll that is omedelbart justerat, as a meeting of its own, with its name."""
    names: list[str] = []
    for part in delprotokoll.immediate(meeting):
        one = delprotokoll.as_meeting(meeting, part)
        name = f"protokoll-{safe_name(format_paragraphs(one.paragrafer))}"
        names.append(name)
        if one.arenden:
            yield name if names.count(name) == 1 else f"{name}-nr-{names.count(name)}", one


def context(
    meeting: Sammantrade,
    organ: Organ,
    register: Register,
    parts: Mapping[str, Part] | None = None,
    *,
    avser: str = "",
) -> dict[str, JSON]:
    """The protokoll's vocabulary; see `docs/architecture.md` for its contract.

    `parts`: what makes the parts of a § that are not made as in the protokoll to be signed.
    `avser`: the §§ that its title names, where it is not about the whole meeting.
    """
    ordered = sorted(meeting.arenden, key=lambda a: a.paragraf if a.paragraf is not None else -1)
    day = iso_text(meeting.datum, meeting.sista_dag) if meeting.datum else ""
    changes = forandringar(meeting)
    parts = {**(parts or {}), JAV: _jav(vid_jav(meeting))}
    return {
        **brevhuvud(
            register,
            typ="Protokoll",
            titel=f"Protokoll {organ.namn} {day} {avser}".rstrip(),
            organ=organ.namn,
            datum_rubrik="Sammanträdesdatum",
            datum=day,
            diarienummer=meeting.diarienummer,
            status=delprotokoll.status(meeting, register.stil.paragraftecken),
        ),
        "sammanträde": {
            "organ": organ.namn,
            "datum": day,
            "plats": meeting.plats,
            "slag": meeting.slag,
            "från_klockan": _clock(meeting, "fran_klockan"),
            "till_klockan": _clock(meeting, "till_klockan"),
            "tid_och_plats": _time_and_place(meeting),
            "diarienummer": meeting.diarienummer,
            "paragrafer": span(meeting, register),
        },
        "närvaro": dict(groups(meeting, register.stil)),
        "justering": {
            "justerare": [str(name) for name in meeting.justerare],
            "ersättare": [str(name) for name in meeting.ersattare_for_justerare],
            "tid_och_plats": signing(meeting),
            "digital": meeting.justeringssatt == DIGITALT,
            "signering": "Signerat digitalt" if meeting.justerat else "Signeras digitalt",
        },
        "underskrifter": _signatures(meeting, register),
        "ärenden": [
            {
                **_with(
                    {
                        "Rättelse": _corrected(meeting, arende),
                        "Närvaro": changes.get(arende.nr, ()),
                    },
                    paragraf(arende, organ, register, parts),
                ),
                "status": _status(meeting, arende),
                # The first stands on a page of its own all the same: before it is the cover.
                "ny_sida": not place or register.stil.ny_sida,
            }
            for place, arende in enumerate(ordered)
        ],
        "anslag": bevis(meeting, meeting, organ, register),
    }


def _signatures(meeting: Sammantrade, register: Register) -> list[JSON]:
    """Who signs. Where some §§ are justerade apart, each says what is left to sign for."""
    left = ""
    if delprotokoll.apart(meeting):
        left = format_paragraphs(delprotokoll.remaining(meeting), register.stil.paragraftecken)
    return [
        {**one, "paragrafer": one["paragrafer"] or left}
        for one in signatures(meeting, register.stil)
    ]


def _jav(leads: Mapping[str, str]) -> Part:
    """The part Jäv, with who leads in the place of a chair who has it."""

    def part(arende: Arende, organ: Organ, register: Register) -> list[Json]:
        told = behandling.PARTS[JAV](arende, organ, register)
        return [*told, text.paragraph(leads[arende.nr])] if arende.nr in leads else told

    return part


def _with(first: Mapping[str, Sequence[str]], paragraf: dict[str, JSON]) -> dict[str, JSON]:
    """The § with what the meeting knows of it, first of its parts: a correction, and what changed
    in the room before it."""
    delar = paragraf["delar"]
    assert isinstance(delar, list)
    before: list[JSON] = [
        {"del": name, "rubrik": name, "innehåll": text.content([text.paragraph(" ".join(said))])}
        for name, said in first.items()
        if said
    ]
    return {**paragraf, "delar": [*before, *delar]}


def _corrected(meeting: Sammantrade, arende: Arende) -> list[str]:
    """That a § is no longer as it was signed, so that nobody takes it for what was announced."""
    out: list[str] = []
    for part in meeting.delprotokoll:
        if part.slag == RATTELSE and arende.paragraf in part.paragrafer:
            day = part.justerat
            signed = f"justerad {den_date_text(day)}" if day is not None else "inte justerad"
            out.append(f"Paragrafen är rättad, och rättelsen är {signed}.")
            what = part.vad_som_rattats.strip().removesuffix(".")
            out += [f"Vad som rättats: {what}."] if what else []
    return out


def _status(meeting: Sammantrade, arende: Arende) -> str:
    """A § that is omedelbart justerad is not waiting for the others."""
    return "" if delprotokoll.is_justerad(meeting, arende.paragraf) else delprotokoll.EJ_JUSTERAT


def _clock(meeting: Sammantrade, attr: str) -> str | None:
    at = getattr(meeting, attr)
    return at.isoformat("minutes") if at is not None else None


def _time_and_place(meeting: Sammantrade) -> str:
    if meeting.datum is None:
        return ""
    return tid_och_plats_text(
        meeting.datum,
        meeting.sista_dag,
        meeting.fran_klockan,
        meeting.till_klockan,
        meeting.plats,
    )


def signing(meeting: Sammantrade) -> str:
    if meeting.justering_planerad is None:
        return ""
    place = "" if meeting.justeringssatt == DIGITALT else meeting.justeringsplats
    return justering_text(meeting.justering_planerad, meeting.justering_klockan, place)


def span(meeting: Sammantrade, register: Register) -> str:
    """The §§ of the whole meeting, as the cover says them."""
    return format_paragraphs(delprotokoll.held(meeting), register.stil.paragraftecken)


TYPE = DocumentType(
    name="protokoll",
    template="protokoll",
    drafts=drafts,
    told="Gör protokollet, som Word och PDF.",
    before=Before.PROTOKOLL,
    due=lambda reading: reading.meeting.stage is not Stage.PLANERAT,
    required=(
        "sammanträde.organ",
        "sammanträde.tid_och_plats|sammanträde.datum",
        "sammanträde.paragrafer",
        "närvaro.ledamöter",
        "närvaro.tjänstgörande_ersättare",
        "justering.justerare",
        "ärenden[].paragraf",
        "ärenden[].rubrik",
        "ärenden[].delar[].rubrik",
        "ärenden[].delar[].innehåll",
        "underskrifter[].namn",
    ),
)
