"""The one declaration of every sheet and column: header, field, type, stage, help, choices.

The reader, the checks of what must be filled in, the documentation and the writer are made
from it.
"""

from __future__ import annotations

from dataclasses import replace

from gen.choices import (
    ARENDETYPER,
    ATT_SATSER,
    BESTAMMELSEDELAR,
    DELAR,
    DELEGATIONSSLAG,
    DIGITALT,
    FORESKRIFTSSLAG,
    FORSTA_DAG,
    HANDELSER,
    HELA,
    JA_NEJ,
    LOPANDE,
    MOTORER,
    NASTA_ARBETSDAG,
    NIVAER,
    NUMRERADE,
    OMEDELBAR,
    ORGANSLAG,
    OVERKLAGANDE,
    PA_PLATS,
    PER_KAPITEL,
    RATTELSE,
    SKRIVELSEDELAR,
    SKRIVELSESLAG,
    TECKEN_EFTER,
    TECKEN_FORE,
    URVAL,
    UTFALL,
)
from gen.workbook.columns import Column, Group, Must, Sheet, Type

K, P, A, NEVER, COMPUTED = Must.KALLELSE, Must.PROTOKOLL, Must.ANSLAG, Must.NEVER, Must.COMPUTED
D = Must.DOKUMENT

# One line a column, as on the user's own sheet: a table is read better unwrapped.
# fmt: off
_C = Column
SAMMANTRADE = Sheet(
    "Sammanträde",
    "sammanträde",
    form=True,
    help="Ett formulär: en rad per uppgift om sammanträdet.",
    groups=(
        Group("Före kallelsen", ("organ", "datum", "sista_dag", "från_klockan", "plats", "slag", "offentligt", "diarienummer")),
        Group("Kallelsen", ("kallelse_skickad", "kungörelse_anslagen", "anmäl_förhinder_till", "gruppmöten"), folded=True),
        Group("Vid sammanträdet", ("till_klockan", "första_paragraf", "sista_paragraf", "omfattning", "ordförande", "sekreterare", "justerare", "ersättare_för_justerare")),
        Group("Justeringen", ("justeringssätt", "justering_planerad", "justering_klockan", "justeringsplats", "justerat")),
        Group("Anslaget", ("anslaget_uppsatt", "anslaget_tas_ned", "sista_dag_att_överklaga", "underskrift_på_anslaget", "utdrag_bestyrks_av", "förvaringsplats")),
    ),
    columns=(
        _C("Organ", "organ", Type.ORGAN, K, "Organets namn eller kod ur registret."),
        _C("Sammanträdesdatum", "datum", Type.DATE, K, "Sammanträdets (första) dag."),
        _C("Sista dag", "sista_dag", Type.DATE, NEVER, "Fylls i när sammanträdet varar flera dagar."),
        _C("Från klockan", "från_klockan", Type.TIME, K, "När sammanträdet börjar."),
        _C("Till klockan", "till_klockan", Type.TIME, P, "När sammanträdet slutade."),
        _C("Plats", "plats", Type.TEXT, K, "Tomt = organets vanliga plats."),
        _C("Slag", "slag", Type.CHOICE, COMPUTED, "Tomt = Ordinarie.", ("Ordinarie", "Extra", "Inställt")),
        _C("Offentligt", "offentligt", Type.CHOICE, COMPUTED, "Tomt = Ja för kommunfullmäktige, Nej för andra organ.", JA_NEJ),
        _C("Sammanträdets diarienummer", "diarienummer", Type.TEXT, NEVER, "Protokollets eget diarienummer, ett annat än ärendenas."),
        _C("Första §", "första_paragraf", Type.PARAGRAPH, P, "Numret på protokollets första paragraf."),
        _C("Sista §", "sista_paragraf", Type.PARAGRAPH, COMPUTED, "Räknas ut; skrivs bara när protokollet är ett urval av paragrafer."),
        _C("Omfattning", "omfattning", Type.CHOICE, COMPUTED, "Utvalda paragrafer: att §§ saknas är då inget fel.", (HELA, URVAL)),
        _C("Ordförande", "ordförande", Type.NAME, COMPUTED, "Tomt = den första i presidiet som tjänstgör."),
        _C("Sekreterare", "sekreterare", Type.NAME, P, "Tomt = organets vanliga sekreterare."),
        _C("Justerare", "justerare", Type.NAMES, P, "En eller flera, med semikolon emellan."),
        _C("Ersättare för justerare", "ersättare_för_justerare", Type.NAMES, NEVER, "Skrivs på försättsbladet."),
        _C("Justeringssätt", "justeringssätt", Type.CHOICE, COMPUTED, "Tomt = organets vanliga sätt.", (DIGITALT, PA_PLATS)),
        _C("Justering planerad", "justering_planerad", Type.DATE, P, "Den dag då protokollet ska justeras."),
        _C("Justering klockan", "justering_klockan", Type.TIME, NEVER, "Klockslaget för justeringen."),
        _C("Justeringsplats", "justeringsplats", Type.TEXT, NEVER, "Bara när justeringen sker på plats."),
        _C("Justerat", "justerat", Type.DATE, A, "Dagen för den sista underskriften. Tomt = Ej justerat på varje sida."),
        _C("Anslaget uppsatt", "anslaget_uppsatt", Type.DATE, A, "Dagen då anslaget sattes upp."),
        _C("Anslaget tas ned", "anslaget_tas_ned", Type.DATE, COMPUTED, "Räknas ut: första lagliga dag."),
        _C("Sista dag att överklaga", "sista_dag_att_överklaga", Type.DATE, COMPUTED, "Räknas ut för beslut som kan överklagas."),
        _C("Underskrift på anslaget", "underskrift_på_anslaget", Type.NAME, COMPUTED, "Tomt = sekreteraren."),
        _C("Utdrag bestyrks av", "utdrag_bestyrks_av", Type.NAME, COMPUTED, "Tomt = sekreteraren."),
        _C("Förvaringsplats", "förvaringsplats", Type.TEXT, COMPUTED, "Tomt = organets, ur registret."),
        _C("Kallelse skickad", "kallelse_skickad", Type.DATE, NEVER, "Behövs för kommunfullmäktige."),
        _C("Kungörelse anslagen", "kungörelse_anslagen", Type.DATE, NEVER, "Behövs för kommunfullmäktige."),
        _C("Anmäl förhinder till", "anmäl_förhinder_till", Type.TEXT, NEVER, "Skrivs i kallelsen."),
        _C("Gruppmöten", "gruppmöten", Type.TEXT, NEVER, "Skrivs i kallelsen."),
    ),
)

NARVARO = Sheet(
    "Närvaro",
    "närvaro",
    help="En rad per person. Radernas ordning är ordningen i protokollet.",
    columns=(
        _C("Namn", "namn", Type.TEXT, K, "Namnet som i registret, eller en gästs.", key=True),
        _C("Parti", "parti", Type.TEXT, COMPUTED, "Tomt = ur registret."),
        _C("Uppdrag", "uppdrag", Type.TEXT, COMPUTED, "Tomt = ur registret. Kan skrivas för en gäst."),
        _C("Närvarar", "närvarar", Type.CHOICE, P, "Tomt = Ja för ledamöter och tjänstepersoner, Nej för ersättare.", ("Ja", "Distans", "Nej")),
        _C("Tjänstgör för", "tjänstgör_för", Type.TEXT, NEVER, "Ledamoten som ersätts, Vakant, eller Ja när det inte berättas. Gäller radens paragrafer: den som lyssnar i de andra får en rad till för dem."),
        _C("Tjänstgör", "tjänstgör", Type.CHOICE, COMPUTED, "Nej för en ledamot som bara lyssnar.", JA_NEJ),
        _C("Paragrafer", "paragrafer", Type.TEXT, NEVER, "Radens paragrafer; i de andra räknas personen som frånvarande. Tomt = alla. Till exempel 28–51 eller ej 13. Den som tjänstgör i några och lyssnar i andra har två rader."),
        _C("In kl.", "in_kl", Type.TIME, NEVER, "Bara för utskrift och arvode."),
        _C("Ut kl.", "ut_kl", Type.TIME, NEVER, "Bara för utskrift och arvode."),
        _C("Visas som", "visas_som", Type.TEXT, NEVER, "Ersätter raden som räknas ut."),
        _C("Intern anteckning", "intern_anteckning", Type.TEXT, NEVER, "Skrivs aldrig ut."),
    ),
)

ARENDEN = Sheet(
    "Ärenden",
    "ärenden",
    help="Föredragningslistan: en rad per ärende.",
    groups=(
        Group("Fler uppgifter", ("tjänsteskrivelse", "inkom", "förslagsställare", "ärendefil", "föredragande", "tid", "överklagande", "omedelbart_justerad", "myndighetsutövning", "sekretess", "dölj_rubriken"), folded=True),
    ),
    columns=(
        _C("Nr", "nr", Type.TEXT, K, "Numret på föredragningslistan: 1, 2, 12A. Nyckeln överallt.", key=True),
        _C("§", "paragraf", Type.PARAGRAPH, COMPUTED, "Räknas ut. Skriven = låst, – = ingen paragraf."),
        _C("Rubrik", "rubrik", Type.TEXT, K, "Ärendets rubrik. Får vara tom med en Ärendefil: då gäller filens.", given_by="ärendefil"),
        _C("Dnr", "dnr", Type.TEXT, NEVER, "Ärendets diarienummer."),
        _C("Typ", "typ", Type.CHOICE, COMPUTED, "Tomt = Beslut.", ARENDETYPER),
        _C("Beslutas av", "beslutas_av", Type.ORGAN, COMPUTED, "Den sista instansen. Tomt = det egna organet, för ett utskott dess nämnd."),
        _C("Utfall", "utfall", Type.CHOICE, COMPUTED, "Tomt = Enligt förslaget.", UTFALL),
        _C("Till", "till", Type.TEXT_OR_DATE, NEVER, "Med Bordläggs och Återremitteras: en dag, eller till vem."),
        _C("Tjänsteskrivelse", "tjänsteskrivelse", Type.DATE, NEVER, "Tjänsteskrivelsens dag. Ger också dess rad under Underlag."),
        _C("Inkom", "inkom", Type.DATE, NEVER, "För motion och medborgarförslag: dagen då den inkom."),
        _C("Förslagsställare", "förslagsställare", Type.NAMES, COMPUTED, "Tomt = namnen i rubriken."),
        _C("Ärendefil", "ärendefil", Type.FILE, NEVER, "Handläggarens kalkylblad."),
        _C("Föredragande", "föredragande", Type.NAME, NEVER, "När beslutet fattas enligt förvaltningslagen."),
        _C("Tid", "tid", Type.TIME, NEVER, "Bara i kallelsen."),
        _C("Överklagande", "överklagande", Type.CHOICE, COMPUTED, "Räknas ut för laglighetsprövning.", OVERKLAGANDE),
        _C("Omedelbart justerad", "omedelbart_justerad", Type.CHOICE, NEVER, "Ja eller tomt.", JA_NEJ),
        _C("Myndighetsutövning", "myndighetsutövning", Type.CHOICE, NEVER, "Ja eller tomt.", JA_NEJ),
        _C("Sekretess", "sekretess", Type.TEXT, NEVER, "Lagrummet."),
        _C("Dölj rubriken", "dölj_rubriken", Type.CHOICE, NEVER, "Ja eller tomt.", JA_NEJ),
    ),
)

INNEHALL = Sheet(
    "Innehåll",
    "innehåll",
    help="Vad paragrafen säger, uppifrån och ned: en rad per stycke, punkt eller mottagare.",
    inherits=("ärende", "del"),
    columns=(
        _C("Nr ∑", "nr", Type.TEXT, COMPUTED, "Ärendets nummer, också där Ärende är tomt. Filtrera på den här.", echo=True),
        _C("Ärende", "ärende", Type.TEXT, K, "Nr ur Ärenden. Tomt = som ovan.", key=True),
        _C("Del", "del", Type.CHOICE, K, "Vad raden är. Tomt = som ovan.", DELAR, key=True),
        _C("Text", "text", Type.RICH, NEVER, "Två eller flera rader i följd som börjar med - blir en lista."),
        _C("Vem", "vem", Type.TEXT, NEVER, "Mottagare, avsändare eller organ."),
        _C("Datum", "datum", Type.DATE, NEVER, "Handlingens eller det tidigare beslutets dag."),
        _C("§", "paragraf", Type.TEXT, NEVER, "Det tidigare beslutets paragraf."),
        _C("Beslutas av", "beslutas_av", Type.ORGAN, NEVER, "Bara för en punkt som går någon annanstans."),
        _C("Fil", "fil", Type.FILE, NEVER, "En Wordfil som sätts in här, eller en bilaga. Tidigare behandling: det sammanträdets kalkylblad."),
    ),
)

BEHANDLING = Sheet(
    "Behandling",
    "behandling",
    optional=True,
    help="Vad som hände, i den ordning det hände. Tomt för en paragraf där ingen hade något annat att säga.",
    inherits=("ärende",),
    columns=(
        _C("Nr ∑", "nr", Type.TEXT, COMPUTED, "Ärendets nummer, också där Ärende är tomt. Filtrera på den här.", echo=True),
        _C("Ärende", "ärende", Type.TEXT, K, "Nr ur Ärenden. Tomt = som ovan.", key=True),
        _C("Händelse", "händelse", Type.CHOICE, K, "Vad som hände.", HANDELSER, key=True),
        _C("Vem", "vem", Type.TEXT, NEVER, "Namn, eller ett parti: alla därifrån som tjänstgör. Flera: semikolon."),
        _C("Gäller", "gäller", Type.TEXT, NEVER, "Vad yrkandet, omröstningen eller reservationen gäller."),
        _C("Text", "text", Type.RICH, NEVER, "Tomt = standardfrasen. Yrkande: det som följer efter yrkar."),
        _C("Ja betyder", "ja_betyder", Type.TEXT, NEVER, "Vad en ja-röst är för."),
        _C("Nej betyder", "nej_betyder", Type.TEXT, NEVER, "Vad en nej-röst är för."),
        _C("Ja", "ja", Type.TEXT, NEVER, "Partier, namn, ett antal eller Övriga."),
        _C("Nej", "nej", Type.TEXT, NEVER, "Partier, namn, ett antal eller Övriga."),
        _C("Avstår", "avstår", Type.TEXT, NEVER, "Partier, namn, ett antal eller Övriga."),
        _C("Frånvarande", "frånvarande", Type.TEXT, NEVER, "Partier, namn, ett antal eller Övriga.", aliases=("Frånv.",)),
        _C("Utfall", "utfall", Type.TEXT, COMPUTED, "Räknas ut för en omröstning; skrivs vid lottning och proposition."),
        _C("Ersättare", "ersättare", Type.TEXT, NEVER, "Jäv och ordförandebyte: den som går in."),
        _C("Fil", "fil", Type.FILE, NEVER, "En skriftlig reservation, ett yttrande eller ett yrkande."),
    ),
)

ROSTER = Sheet(
    "Röster",
    "röster",
    optional=True,
    hidden=True,
    help="Röster per person. En kolumn per omröstning, med rubriken ärende:nummer, till exempel 14:1.",
    columns=(
        _C("Namn", "namn", Type.TEXT, K, "Ur Närvaro.", key=True),
        _C("Parti", "parti", Type.TEXT, COMPUTED, "Ur Närvaro."),
        _C("Tjänstgör för", "tjänstgör_för", Type.TEXT, COMPUTED, "Ur Närvaro."),
    ),
    dynamic=r"\w+:\d+",
)

DELPROTOKOLL = Sheet(
    "Delprotokoll",
    "delprotokoll",
    optional=True,
    hidden=True,
    help="En rad per omedelbar justering eller rättelse. En paragraf står i ett enda anslag.",
    columns=(
        _C("Slag", "slag", Type.CHOICE, P, "Omedelbar justering eller Rättelse.", (OMEDELBAR, RATTELSE), key=True),
        _C("Paragrafer", "paragrafer", Type.TEXT, P, "Till exempel 40 eller 40, 43.", key=True),
        _C("Justerare", "justerare", Type.NAMES, COMPUTED, "Tomt = sammanträdets."),
        _C("Justerat", "justerat", Type.DATE, A, "Dagen för den sista underskriften."),
        _C("Anslaget uppsatt", "anslaget_uppsatt", Type.DATE, A, "Dagen då anslaget sattes upp."),
        _C("Anslaget tas ned", "anslaget_tas_ned", Type.DATE, COMPUTED, "Räknas ut: första lagliga dag."),
        _C("Sista dag att överklaga", "sista_dag_att_överklaga", Type.DATE, COMPUTED, "Räknas ut."),
        _C("Underskrift på anslaget", "underskrift_på_anslaget", Type.NAME, COMPUTED, "Tomt = sekreteraren."),
        _C("Vad som rättats", "vad_som_rättats", Type.TEXT, NEVER, "Bara vid rättelse."),
    ),
)

GRANSKAT = Sheet(
    "Granskat",
    "granskat",
    optional=True,
    hidden=True,
    help="Varningar som någon har sett och godtar, en i taget. Körningen säger hur många.",
    columns=(
        _C("Kod", "kod", Type.TEXT, K, "Varningens kod, till exempel GEN-1308.", key=True),
        _C("Ärende", "ärende", Type.TEXT, NEVER, "Nr ur Ärenden. Tomt = sammanträdet som helhet."),
        _C("Skäl", "skäl", Type.TEXT, K, "Varför det får stå."),
        _C("Vem", "vem", Type.TEXT, NEVER, "Den som har granskat."),
        _C("Datum", "datum", Type.DATE, NEVER, "När."),
    ),
)

EGET_GRANSKAT = replace(
    GRANSKAT, columns=tuple(c for c in GRANSKAT.columns if c.field != "ärende")
)
"""The same in a workbook without a meeting: there is one thing that a finding can be about."""

MOTE = (SAMMANTRADE, NARVARO, ARENDEN, INNEHALL, BEHANDLING, ROSTER, DELPROTOKOLL, GRANSKAT)

ARENDE = Sheet(
    "Ärende",
    "ärende",
    form=True,
    help="Handläggarens formulär: en rad per uppgift om ärendet.",
    columns=(
        _C("Rubrik", "rubrik", Type.TEXT, K, "Ärendets rubrik."),
        _C("Dnr", "dnr", Type.TEXT, NEVER, "Ärendets diarienummer."),
        _C("Typ", "typ", Type.CHOICE, COMPUTED, "Tomt = Beslut.", ARENDETYPER),
        _C("Tjänsteskrivelsens datum", "tjänsteskrivelse", Type.DATE, K, "Dagen som står på tjänsteskrivelsen."),
        _C("Handläggare", "handläggare", Type.NAME, K, "Den som har skrivit."),
        _C("Undertecknas av", "undertecknas_av", Type.NAMES, COMPUTED, "Tomt = de som skriver under enligt registret."),
        _C("Behandlas först av", "behandlas_först_av", Type.ORGAN, COMPUTED, "Den första instansen. Tomt = utskottet under den nämnd som diarienumret börjar med, annars nämnden själv."),
        _C("Beslutas av", "beslutas_av", Type.ORGAN, COMPUTED, "Den sista instansen."),
        _C("Inkom", "inkom", Type.DATE, NEVER, "För motion och medborgarförslag: dagen då den inkom."),
        _C("Förslagsställare", "förslagsställare", Type.NAMES, COMPUTED, "Tomt = namnen i rubriken."),
        _C("Motionens text", "motionens_text", Type.FILE, NEVER, "En Wordfil med motionen eller medborgarförslaget. Återges ordagrant, sist i tjänsteskrivelsen."),
        _C("Sekretess", "sekretess", Type.TEXT, NEVER, "Lagrummet."),
    ),
)

ARENDEINNEHALL = replace(
    INNEHALL,
    columns=(
        INNEHALL.column("del"),
        _C("Förklaring", "förklaring", Type.TEXT, COMPUTED, "Vad som skrivs i delen.", echo=True),
        *(c for c in INNEHALL.columns if c.field not in ("nr", "ärende", "del")),
    ),
    inherits=("del",),
    help="Ärendets delar i ordning, med en rad per stycke, punkt eller mottagare.",
)

ARENDEFIL = (ARENDE, ARENDEINNEHALL)

SKRIVELSE = Sheet(
    "Skrivelse",
    "skrivelse",
    form=True,
    help="Ett formulär: en rad per uppgift om skrivelsen. Välj Slag först; det säger vad som behövs.",
    groups=(
        Group("Skrivelsen", ("slag", "rubrik", "dnr", "organ", "datum")),
        Group("Den som skriver", ("parti", "undertecknare")),
        Group("Reservation och särskilt yttrande", ("sammanträdesdatum", "ärende")),
        Group("Missiv", ("mottagare", "svar_senast", "svar_till")),
    ),
    columns=(
        _C("Slag", "slag", Type.CHOICE, D, "Vad skrivelsen är.", SKRIVELSESLAG),
        _C("Rubrik", "rubrik", Type.TEXT, D, "Motionens eller missivets rubrik; för en reservation ärendets."),
        _C("Dnr", "dnr", Type.TEXT, NEVER, "Ärendets diarienummer."),
        _C("Organ", "organ", Type.ORGAN, NEVER, "Motion: kommunfullmäktige. Reservation och yttrande: organet som beslutade. Missiv: det som skickar."),
        _C("Datum", "datum", Type.DATE, NEVER, "Skrivelsens dag. För en reservation: tomt = sammanträdesdagen."),
        _C("Parti", "parti", Type.TEXT, NEVER, "Partiet som det ska stå i texten: FörNyaLund. Tomt = de som undertecknar."),
        _C("Undertecknare", "undertecknare", Type.NAMES, D, "Namnen som i registret, på var sin rad eller med semikolon emellan."),
        _C("Sammanträdesdatum", "sammanträdesdatum", Type.DATE, NEVER, "Dagen för sammanträdet där beslutet fattades."),
        _C("Ärendets nummer", "ärende", Type.TEXT, NEVER, "Numret på föredragningslistan, eller paragrafen: 38 eller § 50."),
        _C("Mottagare", "mottagare", Type.NAMES, NEVER, "De som missivet går till, på var sin rad eller med semikolon emellan."),
        _C("Svar senast", "svar_senast", Type.DATE, NEVER, "Sista dag att svara."),
        _C("Svar till", "svar_till", Type.TEXT, NEVER, "Dit svaret ska skickas: en e-postadress eller ett organ."),
    ),
)

SKRIVELSETEXT = Sheet(
    "Text",
    "text",
    help="Det som ska stå, uppifrån och ned: en rad per stycke eller punkt.",
    inherits=("del",),
    columns=(
        _C("Del", "del", Type.CHOICE, D, "Vad raden är. Tomt = som ovan.", SKRIVELSEDELAR, key=True),
        _C("Förklaring", "förklaring", Type.TEXT, COMPUTED, "Vad som skrivs i delen.", echo=True),
        _C("Text", "text", Type.RICH, NEVER, "Ett stycke. Två eller flera rader i följd som börjar med - blir en lista."),
        _C("Fil", "fil", Type.FILE, NEVER, "En Wordfil som sätts in här, eller en bilaga."),
    ),
)

SKRIVELSEBOK = (SKRIVELSE, SKRIVELSETEXT, EGET_GRANSKAT)

DELEGATION = Sheet(
    "Delegation",
    "delegation",
    form=True,
    help="Ett formulär: det som gäller alla besluten i boken.",
    columns=(
        _C("Organ", "organ", Type.ORGAN, D, "Nämnden som besluten är fattade för."),
        _C("Delegationsordning", "delegationsordning", Type.TEXT, COMPUTED, "Vad den heter. Tomt = nämndens delegationsordning."),
        _C("Delegationsordningen beslutad", "beslutad", Type.DATE, NEVER, "Dagen då nämnden beslutade om den som gällde."),
        _C("Anmäls vid sammanträdet", "anmäls_vid", Type.DATE, NEVER, "Dagen för sammanträdet där besluten anmäls. Behövs för listan."),
        _C("Föregående sammanträde", "föregående_sammanträde", Type.DATE, NEVER, "Nämndens sammanträde närmast före. Ett brådskande beslut från tiden före det är för sent anmält."),
        _C("Listans diarienummer", "diarienummer", Type.TEXT, NEVER, "Listans eget diarienummer, ett annat än ärendenas."),
    ),
)

DELEGATIONSBESLUT = Sheet(
    "Delegationsbeslut",
    "delegationsbeslut",
    help="En rad per beslut. Varje rad blir ett dokument, och alla som anmäls står i listan till nämnden.",
    groups=(
        Group("Fler uppgifter", ("slag", "lagrum", "anmäls", "sekretess"), folded=True),
    ),
    columns=(
        _C("Löpnr", "löpnr", Type.TEXT, NEVER, "Beslutets nummer i listan. Behövs när Dnr är tomt.", key=True),
        _C("Datum", "datum", Type.DATE, D, "Dagen då beslutet fattades."),
        _C("Punkt", "punkt", Type.TEXT, NEVER, "Punkten i delegationsordningen: 1.7."),
        _C("Dnr", "dnr", Type.TEXT, NEVER, "Ärendets diarienummer."),
        _C("Ärende", "rubrik", Type.TEXT, D, "Vad det gäller, som en rubrik."),
        _C("Beslut", "beslut", Type.RICH, D, "Vad som beslutades. Rader som börjar med att blir att-satser."),
        _C("Beskrivning", "beskrivning", Type.RICH, NEVER, "Bakgrund och skäl. Skrivs i beslutet, inte i listan."),
        _C("Delegat", "delegat", Type.NAME, D, "Den som beslutade, med namnet som i registret."),
        _C("Titel", "titel", Type.TEXT, COMPUTED, "Tomt = ur registret."),
        _C("Slag", "slag", Type.CHOICE, COMPUTED, "Tomt = Delegering. Brådskande = av ordföranden eller en utsedd ledamot (6 kap. 39 § KL).", DELEGATIONSSLAG),
        _C("Lagrum", "lagrum", Type.TEXT, COMPUTED, "Tomt = kommunallagens, efter Slag och vem som beslutade."),
        _C("Anmäls", "anmäls", Type.CHOICE, COMPUTED, "Tomt = Ja. Nej = protokollförs särskilt i stället.", JA_NEJ),
        _C("Sekretess", "sekretess", Type.TEXT, NEVER, "Lagrummet. I listan står då inte vad ärendet gäller."),
    ),
)

DELEGATIONSBOK = (DELEGATION, DELEGATIONSBESLUT, EGET_GRANSKAT)

FORESKRIFT = Sheet(
    "Föreskrift",
    "föreskrift",
    form=True,
    help="Ett formulär: en rad per uppgift om föreskriften, reglementet eller arbetsordningen.",
    groups=(
        Group("Föreskriften", ("slag", "titel", "dnr", "stöd", "förslagets_datum")),
        Group("Beslutet", ("beslutad_av", "beslutad", "paragraf", "gäller_från", "ersätter")),
        Group("I författningssamlingen", ("dokumentansvarig", "författningsnummer")),
        Group("Utseendet", ("numrering", "paragrafform", "innehållsförteckning")),
    ),
    columns=(
        _C("Slag", "slag", Type.CHOICE, D, "Vad den är.", FORESKRIFTSSLAG),
        _C("Titel", "titel", Type.TEXT, D, "Hela titeln: Reglemente för kommunstyrelsen."),
        _C("Dnr", "dnr", Type.TEXT, NEVER, "Ärendets diarienummer."),
        _C("Utfärdad med stöd av", "stöd", Type.TEXT, NEVER, "Lagrummet: 3 kap. 8 § ordningslagen (1993:1617)."),
        _C("Förslagets datum", "förslagets_datum", Type.DATE, NEVER, "Förslagets dag. Behövs tills beslutet är fattat."),
        _C("Beslutad av", "beslutad_av", Type.ORGAN, D, "Organet som beslutar, också för ett förslag."),
        _C("Beslutad", "beslutad", Type.DATE, D, "Dagen för beslutet. Tomt = ett förslag, som görs med --utkast."),
        _C("Beslutets §", "paragraf", Type.TEXT, D, "Paragrafen i protokollet: 62."),
        _C("Gäller från och med", "gäller_från", Type.DATE, NEVER, "Första dagen som den gäller."),
        _C("Ersätter", "ersätter", Type.LIST, NEVER, "Det som upphör att gälla. Flera: semikolon eller var sin rad."),
        _C("Dokumentansvarig", "dokumentansvarig", Type.TEXT, NEVER, "Den funktion som håller den aktuell."),
        _C("Författningsnummer", "författningsnummer", Type.TEXT, NEVER, "Numret eller fliken i kommunens författningssamling."),
        _C("Numrering", "numrering", Type.CHOICE, COMPUTED, "Om paragraferna börjar om i varje kapitel. Tomt = per kapitel.", (PER_KAPITEL, LOPANDE)),
        _C("Paragraferna skrivs", "paragrafform", Type.CHOICE, COMPUTED, "Tomt = 1 §, som i lag.", (TECKEN_EFTER, TECKEN_FORE)),
        _C("Innehållsförteckning", "innehållsförteckning", Type.CHOICE, COMPUTED, "Tomt = Nej.", JA_NEJ),
    ),
)

BESTAMMELSER = Sheet(
    "Bestämmelser",
    "bestämmelser",
    help="Texten uppifrån och ned. Varje rad Paragraf börjar en ny paragraf; raderna under den är dess stycken och punkter.",
    columns=(
        _C("Del", "del", Type.CHOICE, NEVER, "Vad raden är. Tomt = som ovan, men under Kapitel, Rubrik och Paragraf ett stycke.", BESTAMMELSEDELAR, key=True),
        _C("Nr", "nr", Type.TEXT, COMPUTED, "Kapitlets eller paragrafens nummer räknas ut. Skrivet = låst: 4 a för en paragraf som skjuts in."),
        _C("Förklaring", "förklaring", Type.TEXT, COMPUTED, "Vad som skrivs i delen.", echo=True),
        _C("Text", "text", Type.RICH, NEVER, "Ett stycke, en punkt eller en rubrik, utan nummer."),
        _C("Fil", "fil", Type.FILE, NEVER, "En Wordfil som sätts in som ett stycke, eller en bilaga."),
    ),
)

REVIDERINGAR = Sheet(
    "Revideringar",
    "revideringar",
    optional=True,
    help="En rad per beslut som har ändrat föreskriften, det äldsta först.",
    columns=(
        _C("Organ", "organ", Type.ORGAN, D, "Organet som beslutade.", key=True),
        _C("Datum", "datum", Type.DATE, D, "Dagen för beslutet."),
        _C("§", "paragraf", Type.TEXT, D, "Paragrafen i protokollet."),
        _C("Avser", "avser", Type.TEXT, NEVER, "Vad som ändrades: 4 § och ny 5 a §."),
    ),
)

FORESKRIFTSBOK = (FORESKRIFT, BESTAMMELSER, REVIDERINGAR, EGET_GRANSKAT)


KOMMUN = Sheet(
    "Kommun",
    "kommun",
    form=True,
    help="Kommunens egna uppgifter.",
    columns=(
        _C("Namn", "namn", Type.TEXT, K, "Lunds kommun."),
        _C("Genitiv", "genitiv", Type.TEXT, NEVER, "Lunds kommuns."),
        _C("Förvaltning som skriver tjänsteskrivelser (genitiv)", "förvaltning", Type.TEXT, NEVER, "Kommunkontorets."),
        _C("Förvaltningsrätt", "förvaltningsrätt", Type.TEXT, NEVER, "Den som prövar överklaganden."),
        _C("Adress för överklagande", "adress", Type.TEXT, NEVER, "Postadressen i hänvisningen."),
        _C("E-post för överklagande", "e_post", Type.TEXT, NEVER, "E-postadressen i hänvisningen."),
        _C("Anslagstavlans adress", "anslagstavla", Type.TEXT, NEVER, "Den digitala anslagstavlan."),
        _C("Ort", "ort", Type.TEXT, NEVER, "Där yttranden är daterade: Lund den 6 mars 2023."),
        _C("Mönster för dnr", "dnr_mönster", Type.TEXT, NEVER, "Ett reguljärt uttryck, frivilligt."),
        _C("Mallmapp", "mallmapp", Type.TEXT, NEVER, "Mapp med egna mallar, från registrets mapp räknat."),
        _C("Motor", "motor", Type.CHOICE, NEVER, "Det som gör PDF. Tomt = LibreOffice där det finns, annars den inbyggda.", MOTORER),
    ),
)

STIL = Sheet(
    "Stil",
    "stil",
    form=True,
    help="Hur kommunen skriver.",
    columns=(
        _C("Beslut som", "beslut_som", Type.CHOICE, COMPUTED, "Beslutens form.", (ATT_SATSER, NUMRERADE)),
        _C("§ eller §§", "paragraftecken", Type.CHOICE, COMPUTED, "Tecknet före flera §§.", ("§", "§§")),
        _C("Paragrafer numreras", "numrering", Type.CHOICE, COMPUTED, "Om numren löper över året.", ("per år", "per sammanträde")),
        _C("Ny sida för varje §", "ny_sida", Type.CHOICE, COMPUTED, "Utdragen klipps ur sidorna.", JA_NEJ),
        _C("Anslag tas ned", "anslag_tas_ned", Type.CHOICE, COMPUTED, "Vilken dag som skrivs.", (FORSTA_DAG, NASTA_ARBETSDAG)),
        _C("Signatur i sidfot", "signatur_i_sidfot", Type.CHOICE, COMPUTED, "Rutor för signatur.", JA_NEJ),
        _C("Beslutet skickas till heter", "skickas_till", Type.TEXT, COMPUTED, "Rubriken över mottagarna."),
        _C("Delar i en § och deras ordning", "delar", Type.LIST, COMPUTED, "Delarnas namn, med semikolon emellan."),
        _C("Konsekvensrubriker", "konsekvensrubriker", Type.LIST, NEVER, "Rubriker i tjänsteskrivelsen."),
    ),
)

ORGAN = Sheet(
    "Organ",
    "organ",
    help="En rad per organ.",
    columns=(
        _C("Kod", "kod", Type.TEXT, K, "KSAU.", key=True),
        _C("Namn", "namn", Type.TEXT, K, "Kommunstyrelsens arbetsutskott."),
        _C("Obestämd form", "obestämd", Type.TEXT, NEVER, "arbetsutskott."),
        _C("Genitiv", "genitiv", Type.TEXT, NEVER, "Kommunstyrelsens arbetsutskotts."),
        _C("Slag", "slag", Type.CHOICE, K, "Organets slag.", ORGANSLAG),
        _C("Överordnat organ", "överordnat", Type.TEXT, NEVER, "Koden för organet ovanför."),
        _C("Antal ledamöter", "antal_ledamöter", Type.NUMBER, NEVER, "Som fullmäktige bestämt."),
        _C("Vanlig plats", "plats", Type.TEXT, NEVER, "Där organet brukar sammanträda."),
        _C("Förvaringsplats", "förvaringsplats", Type.TEXT, NEVER, "Där protokollet finns."),
        _C("Sekreterare", "sekreterare", Type.TEXT, NEVER, "Organets vanliga sekreterare."),
        _C("Justeringssätt", "justeringssätt", Type.CHOICE, NEVER, "Det vanliga.", (DIGITALT, PA_PLATS)),
        _C("Kallas senast (dagar)", "kallas_senast", Type.NUMBER, NEVER, "Enligt reglementet."),
        _C("Stående ärenden", "stående_ärenden", Type.LIST, NEVER, "Rubriker, med semikolon emellan."),
        _C("Ersättare får tjänstgöra över partigräns", "över_partigräns", Type.CHOICE, NEVER, "Ja eller Nej.", JA_NEJ),
    ),
)

FORTROENDEVALDA = Sheet(
    "Förtroendevalda",
    "förtroendevalda",
    help="En rad per person och organ.",
    columns=(
        _C("Namn", "namn", Type.TEXT, K, "Som det ska skrivas.", key=True),
        _C("Parti", "parti", Type.TEXT, K, "Partibeteckningen: S, M, FNL."),
        _C("Organ", "organ", Type.TEXT, NEVER, "Organets kod."),
        _C("Uppdrag", "uppdrag", Type.TEXT, NEVER, "ordförande, ledamot, ersättare 2 …"),
        _C("Turordning", "turordning", Type.NUMBER, NEVER, "Ersättarnas ordning."),
        _C("Valkrets", "valkrets", Type.TEXT, NEVER, "För kommunfullmäktige."),
        _C("Från och med", "från_och_med", Type.DATE, NEVER, "Uppdragets första dag."),
        _C("Till och med", "till_och_med", Type.DATE, NEVER, "Uppdragets sista dag."),
        _C("E-post", "e_post", Type.TEXT, NEVER, "För expediering."),
        _C("Skrivs även", "skrivs_även", Type.LIST, NEVER, "Andra skrivsätt, med semikolon emellan."),
    ),
)

TJANSTEPERSONER = Sheet(
    "Tjänstepersoner",
    "tjänstepersoner",
    help="En rad per person.",
    columns=(
        _C("Namn", "namn", Type.TEXT, K, "Som det ska skrivas.", key=True),
        _C("Titel", "titel", Type.TEXT, NEVER, "kommunsekreterare."),
        _C("Förvaltning", "förvaltning", Type.TEXT, NEVER, "Kommunkontoret."),
        _C("Skriver under", "skriver_under", Type.NUMBER, NEVER, "1 eller 2: ordningen."),
        _C("Vanligen närvarande i", "närvarande_i", Type.LIST, NEVER, "Organens koder."),
        _C("E-post", "e_post", Type.TEXT, NEVER, "För expediering."),
    ),
)

MOTTAGARE = Sheet(
    "Mottagare",
    "mottagare",
    help="En rad per mottagare av beslut.",
    columns=(
        _C("Namn", "namn", Type.TEXT, K, "Som det ska skrivas.", key=True),
        _C("Skrivs även", "skrivs_även", Type.LIST, NEVER, "Andra skrivsätt, med semikolon emellan."),
        _C("Ingår", "ingår", Type.LIST, NEVER, "En grupps medlemmar."),
        _C("Slag", "slag", Type.CHOICE, NEVER, "Vad mottagaren är.", ("organ", "extern", "förtroendevald", "nästa instans", "diariet")),
        _C("Skickas", "skickas", Type.CHOICE, NEVER, "Hur beslutet skickas.", ("e-post", "säker e-post", "brev", "inte")),
        _C("E-post", "e_post", Type.TEXT, NEVER, "Adressen."),
        _C("Adress", "adress", Type.TEXT, NEVER, "Postadressen."),
    ),
)

REGLER = Sheet(
    "Regler",
    "regler",
    optional=True,
    help="Kontroller som kommunen vill ha på en annan nivå, eller inte alls. Varje körning säger hur många.",
    columns=(
        _C("Kod", "kod", Type.TEXT, NEVER, "Som gen kontrollera skriver den: GEN-2007. Ett fel kan inte ändras.", key=True),
        _C("Nivå", "nivå", Type.CHOICE, NEVER, "Den nivå som ska gälla; tyst = sägs inte.", NIVAER),
        _C("Skäl", "skäl", Type.TEXT, NEVER, "Varför, och vem som har bestämt det. Utan skäl ändras inget."),
    ),
)

REGISTER = (KOMMUN, STIL, ORGAN, FORTROENDEVALDA, TJANSTEPERSONER, MOTTAGARE, REGLER)

ALL = (*MOTE, *ARENDEFIL, *SKRIVELSEBOK, *DELEGATIONSBOK, *FORESKRIFTSBOK, *REGISTER)
"""Every sheet of every kind of workbook, in the order in which one meets them."""

SCHEMA = 1
"""The version of this declaration. A file says which it was made for; without a word it is 0.

Raised when a sheet or header is renamed, added to an older file or split: with a step in
`workbook/upgrade.py`, and the old header as an alias here, so that old files are read as before.
"""
SCHEMA_PROPERTY = "gen kalkylblad"
"""The custom document property (a whole number, docProps/custom.xml) that holds the version."""
