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
MADE_BY_OTHERS = ("Motion", "Medborgarförslag")
"""What comes from outside the förvaltning: förslaget till beslut is another than theirs."""
NO_DECISION_NEEDED = ("Information", "Anmälan", "Formalia", "Interpellation", "Fråga")
"""The types of ärende that may stand in a protokoll without any decision of theirs."""
LAGLIGHETSPROVNING, INTE_OVERKLAGAS = "Laglighetsprövning", "Kan inte överklagas"
FORVALTNINGSBESVAR, ANNAN_LAG = "Förvaltningsbesvär", "Annan lag"
OVERKLAGANDE = (LAGLIGHETSPROVNING, FORVALTNINGSBESVAR, ANNAN_LAG, INTE_OVERKLAGAS)
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
MOTORER = ("libreoffice", "inbyggd", "gotenberg")
"""What makes PDF of Word files (`pdf/engines.py`)."""

# Del: what a row of Innehåll is. The text parts also take the kommun's consequence headings.
FORSLAG, BESLUT, INLEDNING = "Förslag", "Beslut", "Inledning"
SAMMANFATTNING = "Sammanfattning"
TEXTDELAR = (SAMMANFATTNING, "Bakgrund", "Föredragning", "Beredning", "Bedömning")
MOTIONENS_YRKANDEN, REMISSINSTANSER = "Motionens yrkanden", "Remissinstanser"
UNDERRUBRIK, UNDERLAG, TIDIGARE_BEHANDLING = "Underrubrik", "Underlag", "Tidigare behandling"
ATGARD, KANNEDOM = "Skickas till – åtgärd", "Skickas till – kännedom"
BILAGA, ANTECKNING = "Bilaga", "Intern anteckning"
DELAR = (
    FORSLAG,
    BESLUT,
    INLEDNING,
    MOTIONENS_YRKANDEN,
    *TEXTDELAR,
    REMISSINSTANSER,
    UNDERRUBRIK,
    UNDERLAG,
    TIDIGARE_BEHANDLING,
    ATGARD,
    KANNEDOM,
    BILAGA,
    ANTECKNING,
)

# Händelse: what happened in an ärende, and what it can be about.
YRKANDE, PROPOSITION, OMROSTNING = "Yrkande", "Proposition", "Omröstning"
JAV, DELTAR_INTE, RESERVATION = "Jäv", "Deltar inte", "Reservation"
SARSKILT_YTTRANDE, PROTOKOLLSANTECKNING = "Särskilt yttrande", "Protokollsanteckning"
ORDFORANDEBYTE, AJOURNERING, FRI_TEXT = "Ordförandebyte", "Ajournering", "Fri text"
HANDELSER = (
    YRKANDE,
    PROPOSITION,
    OMROSTNING,
    JAV,
    DELTAR_INTE,
    RESERVATION,
    SARSKILT_YTTRANDE,
    PROTOKOLLSANTECKNING,
    ORDFORANDEBYTE,
    AJOURNERING,
    FRI_TEXT,
)
BIFALL, AVSLAG, ATERREMISS, BORDLAGGNING = "Bifall", "Avslag", "Återremiss", "Bordläggning"
ANDRING, TILLAGG = "Ändring", "Tillägg"
BESLUTET, MOTFORSLAG, AVGORANDE_I_DAG = "Beslutet", "Motförslag", "Avgörande i dag"
VAL, ANSTALLNING = "Val", "Anställning"
"""What is voted on behind closed ballots (5 kap. 54 § KL)."""
GALLER: dict[str, tuple[str, ...]] = {
    YRKANDE: (BIFALL, AVSLAG, ATERREMISS, BORDLAGGNING, ANDRING, TILLAGG),
    OMROSTNING: (
        BESLUTET,
        MOTFORSLAG,
        TILLAGG,
        "Återremiss (Nej)",
        "Återremiss (Ja)",
        "Bordläggning (Nej)",
        "Bordläggning (Ja)",
        VAL,
        ANSTALLNING,
        "Jävsfråga",
    ),
    DELTAR_INTE: (BESLUTET, AVGORANDE_I_DAG, TILLAGG),
    RESERVATION: (BESLUTET, AVGORANDE_I_DAG, TILLAGG),
}
"""What an event can be about, by Händelse; Deltar inte and Reservation also take a point's number.
The side in brackets is the one that asks for it."""
ATERTAGET, AVGORS_I_DAG = "Återtaget", "Avgörs i dag"
LOTTNING = {"Lottning: Ja": "Ja", "Lottning: Nej": "Nej"}
HANDELSEUTFALL: dict[str, tuple[str, ...]] = {
    YRKANDE: (ATERTAGET,),
    PROPOSITION: (BIFALL, AVSLAG, AVGORS_I_DAG, ATERREMITTERAS, BORDLAGGS),
    OMROSTNING: ("Ja", "Nej", ATERREMISS, BORDLAGGNING, *LOTTNING),
}
DAGENS_SAMMANTRADE, YRKANDEN, BESLUTSGANG = "Dagens sammanträde", "Yrkanden", "Beslutsgång"
DELTAR_INTE_I_BESLUTET, RESERVATIONER = "Deltar inte i beslutet", "Reservationer"
SARSKILDA_YTTRANDEN, PROTOKOLLSANTECKNINGAR = "Särskilda yttranden", "Protokollsanteckningar"
BEHANDLINGSDELAR = (
    DAGENS_SAMMANTRADE,
    JAV,
    ORDFORANDEBYTE,
    YRKANDEN,
    BESLUTSGANG,
    DELTAR_INTE_I_BESLUTET,
    RESERVATIONER,
    SARSKILDA_YTTRANDEN,
    PROTOKOLLSANTECKNINGAR,
    AJOURNERING,
)
"""The parts of a § that tell what happened, in the order in which they are printed."""
OVRIGA = "Övriga"
ROSTER_OCH_TECKEN = {"J": "Ja", "N": "Nej", "A": "Avstår", "F": "Frånvarande"}
OMEDELBAR, RATTELSE = "Omedelbar justering", "Rättelse"

# Slag: what a skrivelse is, and Del: what a row of its text is.
MOTION, MISSIV = "Motion", "Missiv"
SKRIVELSESLAG = (MOTION, RESERVATION, SARSKILT_YTTRANDE, MISSIV)
STYCKE, PUNKT = "Text", "Punkt"
SKRIVELSEDELAR = (STYCKE, UNDERRUBRIK, INLEDNING, PUNKT, BILAGA)

# Slag: by what right somebody decides on a nämnd's behalf.
DELEGERING, BRADSKANDE, VIDAREDELEGERING = "Delegering", "Brådskande", "Vidaredelegering"
DELEGATIONSSLAG = (DELEGERING, BRADSKANDE, VIDAREDELEGERING)

# Slag: what a föreskrift is, and Del: what a row of its bestämmelser is.
REGLEMENTE = "Reglemente"
FORESKRIFTSSLAG = (
    "Föreskrift",
    REGLEMENTE,
    "Arbetsordning",
    "Delegationsordning",
    "Instruktion",
    "Riktlinje",
    "Policy",
    "Taxa",
)
KAPITEL, RUBRIK, PARAGRAF, LAGSTYCKE = "Kapitel", "Rubrik", "Paragraf", "Stycke"
NUMRERAD_LISTA, BOKSTAVSLISTA = "Numrerad lista", "Bokstavslista"
PUNKTLISTA, OVERGANG = "Punktlista", "Ikraftträdande och övergång"
LISTOR = (NUMRERAD_LISTA, BOKSTAVSLISTA, PUNKTLISTA)
BESTAMMELSEDELAR = (
    INLEDNING,
    KAPITEL,
    RUBRIK,
    PARAGRAF,
    LAGSTYCKE,
    *LISTOR,
    OVERGANG,
    BILAGA,
    ANTECKNING,
)
PER_KAPITEL, LOPANDE = "per kapitel", "löpande"
TECKEN_EFTER, TECKEN_FORE = "1 §", "§ 1"

ORGANSLAG = ("KF", "KS", "nämnd", "utskott", "beredning")
ATT_SATSER, NUMRERADE = "att-satser", "numrerade meningar"
TYST = "tyst"
NIVAER = ("fel", "lagbrist", "varning", "upplysning", TYST)
"""What the register may make of a finding: another of the levels, or not told at all."""
FORSTA_DAG, NASTA_ARBETSDAG = "första möjliga dag", "nästa arbetsdag"
