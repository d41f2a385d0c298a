"""What is written before the meeting: tjänsteskrivelser and answers to motioner (3600–3649)."""

from __future__ import annotations

from gen.findings.kinds import VARNING, kind

PART_OF_A_MOTION = kind(
    3600,
    VARNING,
    "{value} i ärende {nr} skrivs inte ut: ärendet har typen {typ}.",
    "Välj typen Motion eller Medborgarförslag om ärendet är ett sådant. Skriv annars raderna under "
    "Bakgrund eller Beredning.",
    meaning="Delarna Motionens yrkanden och Remissinstanser hör till svaret på en motion eller ett "
    "medborgarförslag. I andra ärenden skrivs de inte ut, och i en motion skrivs remissinstanserna "
    "bara ut när motionens yrkanden är ifyllda.",
    wrong="Motionens yrkanden, i ett ärende av typen Beslut",
    right="Typ: Motion",
)
ANSWER_UNCLEAR = kind(
    3601,
    VARNING,
    "Förslaget i ärende {nr} säger inte vad svaret på motionen är.",
    "Skriv förslaget som bifalla, delvis bifalla, avslå, anse besvarad eller avskriva.",
    meaning="Ett motionssvar säger överst vad förvaltningen föreslår att motionen ska få för svar. "
    "Det går inte att läsa ut ur förslaget.",
    wrong="Förslag: följa Kansliets linje",
    right="Förslag: avslå motionen",
)
