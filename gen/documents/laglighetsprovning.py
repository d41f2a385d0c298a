"""How a beslut is appealed under 13 kap. KL: to förvaltningsrätten, by any member of the kommun."""

from __future__ import annotations

from gen.choices import LAGLIGHETSPROVNING
from gen.documents.hur_man_overklagar import document_type

TYPE = document_type(
    LAGLIGHETSPROVNING,
    "Ingen paragraf har Laglighetsprövning under Överklagande.",
    # 13 kap. 2 § 1 KL: every beslut of fullmäktige; the exception is the nämnder's.
    always=lambda organ: organ.slag == "KF",
)
