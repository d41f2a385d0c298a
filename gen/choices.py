"""The words that a cell chooses among: the field's own terms, each declared once."""

from __future__ import annotations

JA_NEJ = ("Ja", "Nej")
ENLIGT, ANNAT = "Enligt förslaget", "Annat beslut"
BORDLAGGS, ATERREMITTERAS, UTGAR = "Bordläggs", "Återremitteras", "Utgår"
TILL_HANDLINGARNA = "Till handlingarna"
UTFALL = (ENLIGT, ANNAT, BORDLAGGS, ATERREMITTERAS, UTGAR, TILL_HANDLINGARNA)
ARENDETYPER = (
    "Beslut",
    "Motion",
    "Medborgarförslag",
    "Interpellation",
    "Fråga",
    "Val",
    "Yttrande",
    "Information",
    "Anmälan",
    "Formalia",
)
LAGLIGHETSPROVNING, INTE_OVERKLAGAS = "Laglighetsprövning", "Kan inte överklagas"
OVERKLAGANDE = (LAGLIGHETSPROVNING, "Förvaltningsbesvär", "Annan lag", INTE_OVERKLAGAS)
TIDIGARE = (
    "Bordlagt",
    "Återremitterat",
    "Bordlagt av minoritet",
    "Återremitterat av minoritet",
    "Beslut",
    "Remitterat",
)
HELA, URVAL = "Hela protokollet", "Utvalda paragrafer"
DIGITALT, PA_PLATS = "Digitalt", "På plats"

# Del: what a row of Innehåll is. The text parts also take the kommun's consequence headings.
FORSLAG, BESLUT, INLEDNING = "Förslag", "Beslut", "Inledning"
TEXTDELAR = ("Sammanfattning", "Bakgrund", "Föredragning", "Beredning", "Bedömning")
UNDERRUBRIK, UNDERLAG, TIDIGARE_BEHANDLING = "Underrubrik", "Underlag", "Tidigare behandling"
ATGARD, KANNEDOM = "Skickas till – åtgärd", "Skickas till – kännedom"
BILAGA, ANTECKNING = "Bilaga", "Intern anteckning"
DELAR = (
    FORSLAG,
    BESLUT,
    INLEDNING,
    *TEXTDELAR,
    UNDERRUBRIK,
    UNDERLAG,
    TIDIGARE_BEHANDLING,
    ATGARD,
    KANNEDOM,
    BILAGA,
    ANTECKNING,
)

ORGANSLAG = ("KF", "KS", "nämnd", "utskott", "beredning")
ATT_SATSER, NUMRERADE = "att-satser", "numrerade meningar"
FORSTA_DAG, NASTA_ARBETSDAG = "första möjliga dag", "nästa arbetsdag"
