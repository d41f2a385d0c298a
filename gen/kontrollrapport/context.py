"""A check in, the vocabulary of templates/kontrollrapport.docx out, as plain JSON."""

from __future__ import annotations

from gen.jobs import JSON
from gen.kontroll import Kontroll
from gen.kontrollrapport import frister, fynd, overview
from gen.swedish.dates import iso_text


def context(done: Kontroll) -> dict[str, JSON]:
    """`rapport` is what was found, `frister` the days; the rest is what every letterhead asks."""
    meeting, register = done.reading.meeting, done.reading.register
    organ = register.find_organ(meeting.organ)
    return {
        "kommun": {"namn": register.kommun.namn, "genitiv": register.kommun.genitiv},
        "stil": {"signatur_i_sidfot": False},  # nobody signs a report
        "dokument": {
            "typ": "Kontrollrapport",
            "titel": overview.title(done.reading),
            "organ": organ.namn if organ else meeting.organ,
            "datum_rubrik": "Sammanträdesdatum" if meeting.datum else "",
            "datum": iso_text(meeting.datum, meeting.sista_dag) if meeting.datum else "",
            "diarienummer": meeting.diarienummer,
            "status": "",
        },
        "rapport": {
            "rubrik": overview.heading(done),
            "uppgifter": overview.uppgifter(done),
            "summa": overview.summa(done),
            "följder": list[JSON](overview.foljder(done)),
            "grupper": fynd.grupper(done),
            "godtagna": fynd.godtagna(done),
        },
        "frister": frister.none("") if done.reading.alone else frister.frister(meeting, register),
    }
