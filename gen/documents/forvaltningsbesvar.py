"""How a beslut is appealed under 40–47 §§ FL: to the kommun, by the one whom it concerns."""

from __future__ import annotations

from gen.choices import FORVALTNINGSBESVAR
from gen.documents.hur_man_overklagar import document_type

TYPE = document_type(
    FORVALTNINGSBESVAR,
    "Ingen paragraf har Förvaltningsbesvär under Överklagande.",
    always=lambda organ: False,
)
