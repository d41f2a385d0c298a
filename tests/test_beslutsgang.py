"""What was moved, put and voted on: told in words that are true of it, held against the beslut."""

from __future__ import annotations

import io
from pathlib import Path

import angsbro
import docx
import pytest
from mote import codes, fynd, möte
from test_behandling import NAMND, SN, behandling, stopping
from test_protokoll_context import context, part, texts

from gen.choices import BEHANDLINGSDELAR
from gen.docx import render
from gen.findings import Finding, Level
from gen.jobs import BREVPAPPER, MALL
from gen.planning import plan
from gen.templates import Templates, on_letterhead
from gen.workbook import sheets
from gen.workbook.read import Reading

BRON = "§ 1 En bro | Förslag: bygga bron"
MOVED = ("! Yrkande Asp | Gäller: Bifall", "! Yrkande Berg | Gäller: Avslag")
VOTE = "! Omröstning Berg | Gäller: Beslutet"
YES, NO = "Ja: Övriga | Nej: M", "Ja: M | Nej: Övriga"
ABOUT = "Ja betyder: bifall till förslaget | Nej betyder: avslag på förslaget"


def gang(line: str, *rows: str) -> Reading:
    return möte(SN, *NAMND, f"{line} | Beslutas av: SN", *rows)


def told(found: Reading, code: str) -> Finding | None:
    return next((f for f in fynd(found) if f.code == code), None)


# -- what it came to is what was decided ------------------------------------------------

OTHER = "§ 1 En bro | Förslag: bygga bron | Utfall: Annat beslut | Beslut: avslå förslaget"


@pytest.mark.parametrize(
    ("rows", "gang_"),
    [
        ((*MOVED, f"{VOTE} | {ABOUT} | {NO}"), "avslag på förslaget"),
        (
            (*MOVED, f"{VOTE} | Ja betyder: avslag på det | Nej betyder: bifall till förslaget "
             f"| {YES}"),
            "avslag på förslaget",
        ),
        ((*MOVED, "! Proposition | Utfall: Avslag"), "avslag på förslaget"),
        (
            (*MOVED, "! Proposition | Utfall: Avslag | Text: finner att förslaget avslås"),
            "avslag på förslaget",
        ),
        # The vote is the last word, whatever the chair found.
        ((*MOVED, "! Proposition | Utfall: Bifall", f"{VOTE} | {ABOUT} | {NO}"), "avslag på för"),
    ],
)  # fmt: skip
def test_a_forslag_that_fell_is_not_the_decision(rows: tuple[str, ...], gang_: str) -> None:
    wrong = told(gang(BRON, *rows), "GEN-2517")
    assert wrong is not None
    assert (wrong.level, wrong.at) == (Level.FEL, "ärenden[0].utfall")
    assert wrong.stops("protokoll")
    assert gang_ in wrong.message
    assert "GEN-2517" not in codes(gang(OTHER, *rows))


@pytest.mark.parametrize(
    "rows",
    [
        (*MOVED, f"{VOTE} | {ABOUT} | {YES}"),
        (*MOVED, f"{VOTE} | Ja betyder: Nämndens förslag | Nej betyder: avslag | {YES}"),
        (*MOVED, "! Proposition | Utfall: Bifall"),
        (*MOVED, "! Proposition | Utfall: Avslag", f"{VOTE} | {ABOUT} | {YES}"),
    ],
)
def test_a_forslag_that_carried_is_the_decision(rows: tuple[str, ...]) -> None:
    assert "GEN-2517" in codes(gang(OTHER, *rows))
    assert "GEN-2517" not in codes(gang(BRON, *rows))
    # One point of it is decided: the other may have been changed.
    two = f"{BRON} | Förslag: riva den gamla | Utfall: Annat beslut | Beslut: bygga bron"
    assert "GEN-2517" not in codes(gang(two, *rows))


@pytest.mark.parametrize(
    "rows",
    [
        # What is not about the whole förslag, or not known, is not compared.
        (*MOVED, f"{VOTE} | Ja betyder: bifall | Nej betyder: avslag | {NO} | Text: om punkt 1."),
        (*MOVED, f"{VOTE} | Ja betyder: Asps yrkande | Nej betyder: Bergs yrkande | {NO}"),
        (
            *MOVED,
            "! Omröstning | Gäller: Tillägg | Ja betyder: bifall | Nej betyder: avslag "
            f"| {NO}",
        ),
        (*MOVED, "! Proposition | Utfall: Avslag | Text: finner att återremissyrkandet avslås"),
        (
            *MOVED,
            "! Yrkande Cederlöf | Gäller: Tillägg | Text: att bron målas",
            "! Proposition | Utfall: Bifall",
            "! Proposition | Utfall: Avslag",
        ),
        (*MOVED, "! Proposition | Utfall: Avslag", "! Proposition | Utfall: Bifall | Text: finner "
         "att Asps yrkande bifalls"),
    ],
)  # fmt: skip
def test_what_cannot_be_known_is_not_held_against_the_decision(rows: tuple[str, ...]) -> None:
    assert "GEN-2517" not in codes(gang(BRON, *rows))


@pytest.mark.parametrize("utfall", ["Bordläggs", "Återremitteras"])
def test_an_arende_that_was_settled_was_not_sent_away(utfall: str) -> None:
    line = f"{BRON} | Utfall: {utfall}"
    assert "GEN-2517" in codes(gang(line, *MOVED, "! Proposition | Utfall: Bifall"))
    fate = "! Proposition | Utfall: " + utfall
    sent = gang(line, *MOVED, "! Proposition | Utfall: Bifall", fate)
    assert "GEN-2517" not in codes(sent)
    asked = f"§ 1 En bro | Förslag: ärendet {utfall.lower()} | Utfall: {utfall}"
    assert "GEN-2517" not in codes(gang(asked, *MOVED, "! Proposition | Utfall: Bifall"))


MOTION = "§ 1 Motion från Carl Cederlöf (L) om en bro | Typ: Motion | Inkom: 2022-12-08"


@pytest.mark.parametrize(("votes", "proposed", "right"), [
    (YES, "avslå motionen", True),
    (NO, "avslå motionen", False),
    (NO, "bifalla motionen", True),
    (YES, "bifalla motionen", False),
    (NO, "anse motionen besvarad", True),
])  # fmt: skip
def test_what_became_of_a_motion_is_what_was_voted(votes: str, proposed: str, right: bool) -> None:
    vote = f"{VOTE} | Ja betyder: avslag på motionen | Nej betyder: bifall till motionen | {votes}"
    found = gang(f"{MOTION} | Förslag: {proposed}", vote)
    assert ("GEN-2517" in codes(found)) is not right


VAL = "§ 1 Val av ordförande | Typ: Val | Förslag: utse {} (S) till ordförande"
BALLOT = (
    "! Omröstning | Gäller: Val | Ja betyder: Anna Asp | Nej betyder: Bo Berg (M) | Ja: 10 | Nej: 3"
)


def test_who_won_the_ballot_is_who_is_elected() -> None:
    wrong = told(gang(VAL.format("Bo Berg"), BALLOT), "GEN-2518")
    assert wrong is not None
    assert wrong.level is Level.FEL
    assert wrong.stops("protokoll")
    assert wrong.at == "ärenden[0].behandling[0]"
    assert "Anna Asp" in wrong.message
    assert "GEN-2518" not in codes(gang(VAL.format("Anna Asp"), BALLOT))
    both = VAL.format("Anna Asp") + " | Förslag: utse Bo Berg (M) till ersättare"
    assert "GEN-2518" not in codes(gang(both, BALLOT))
    # A third, whom no ballot names, and a second ballot about the same.
    assert "GEN-2518" not in codes(gang(VAL.format("Vera VA"), BALLOT))
    again = BALLOT.replace("Ja: 10 | Nej: 3", "Ja: 3 | Nej: 10")
    assert "GEN-2518" not in codes(gang(VAL.format("Bo Berg"), BALLOT, again))


def test_whom_the_lot_chose_is_who_is_elected() -> None:
    drawn = BALLOT.replace("Ja: 10 | Nej: 3", "Ja: 6 | Nej: 6 | Avstår: 1 | Utfall: Lottning: Nej")
    assert "GEN-2518" in codes(gang(VAL.format("Anna Asp"), drawn))
    assert "GEN-2518" not in codes(gang(VAL.format("Bo Berg"), drawn))


# -- what the chair put -----------------------------------------------------------------


def put(*rows: str, line: str = BRON) -> list[str]:
    return behandling(gang(line, *rows))["Beslutsgång"]


CHANGE = "! Yrkande Berg | Gäller: Ändring | Text: att bron byggs av trä"
MORE = "! Yrkande Berg | Gäller: Tillägg | Text: att bron målas"
BACK = "! Yrkande Berg | Gäller: Återremiss"
CARRIED = "! Proposition | Utfall: Bifall"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (MOVED, "bifall och avslag och finner att förslaget bifalls."),
        (MOVED[:1], "förslaget och finner att det bifalls."),
        (
            (MOVED[0], CHANGE),
            "bifall till förslaget och bifall till ändringsyrkandet och finner att förslaget "
            "bifalls.",
        ),
        (
            (*MOVED, CHANGE, CHANGE),
            "bifall till förslaget, avslag på förslaget och bifall till ändringsyrkandena och "
            "finner att förslaget bifalls.",
        ),
        # What is put by itself is no side of the beslut.
        ((MOVED[0], BACK), "förslaget och finner att det bifalls."),
        ((MOVED[0], MORE), "förslaget och finner att det bifalls."),
        # Nor is what was withdrawn, and what only words tell has no other name.
        ((MOVED[0], f"{MOVED[1]} | Utfall: Återtaget"), "förslaget och finner att det bifalls."),
        (
            (MOVED[0], "! Yrkande Berg | Text: att bron byggs i trä", BACK),
            "övriga yrkanden och finner att förslaget bifalls.",
        ),
        (("! Yrkande Berg | Text: att bron byggs i trä",), "förslaget och yrkandet och finner"),
    ],
)
def test_only_what_was_moved_is_put(rows: tuple[str, ...], said: str) -> None:
    (line,) = put(*rows, CARRIED)
    assert line.startswith(f"Ordföranden ställer proposition på {said}")


def test_of_a_motion_the_sides_are_called_by_what_they_are_about() -> None:
    line = f"{MOTION} | Förslag: avslå motionen"
    assert put(MOVED[0], CARRIED, line=line) == [
        "Ordföranden ställer proposition på förslaget till beslut och finner att det bifalls."
    ]
    assert put(MOVED[1], CARRIED, line=line) == [
        "Ordföranden ställer proposition på bifall till förslaget till beslut och avslag på "
        "förslaget till beslut och finner att förslaget till beslut bifalls."
    ]
    own = "! Yrkande Cederlöf | Text: bifall till motionen"
    assert put(MOVED[0], own, CARRIED, line=line) == [
        "Ordföranden ställer proposition på yrkandena och finner att förslaget till beslut bifalls."
    ]


def test_the_next_proposition_without_words_is_about_the_tillagg() -> None:
    assert put(MOVED[0], MORE, CARRIED, "! Proposition | Utfall: Avslag") == [
        "Ordföranden ställer proposition på förslaget och finner att det bifalls.",
        "Ordföranden ställer proposition på tilläggsyrkandet och finner att det avslås.",
    ]


def test_what_is_sent_back_was_put_against_a_decision_today() -> None:
    line = f"{BRON} | Utfall: Återremitteras"
    assert put("! Yrkande Berg | Text: i första hand återremiss", "! Proposition | Utfall: "
               "Återremitteras", line=line) == [
        "Ordföranden ställer proposition på avgörande i dag och återremiss och finner att ärendet "
        "ska återremitteras."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("yrkande", "rows"),
    [
        (BACK, ("! Proposition | Utfall: Avgörs i dag", CARRIED)),
        (BACK, ("! Omröstning Berg | Gäller: Återremiss (Nej) | Ja: Övriga | Nej: M", CARRIED)),
        (BACK, ("! Proposition | Text: ställer proposition på avgörande i dag och finner bifall",)),
        ("! Yrkande Berg | Gäller: Bordläggning", ("! Proposition | Utfall: Avgörs i dag",)),
        (CHANGE, ("! Proposition | Text: ställer proposition på yrkandena och finner bifall",)),
        (CHANGE, ("! Proposition | Text: ställer Asps yrkande mot Bergs och finner bifall",)),
        (CHANGE, ("! Fri text | Text: Ordföranden ställer proposition på allt som yrkats.",)),
        (MORE, (CARRIED, "! Proposition | Utfall: Avslag")),
        (MORE, (CARRIED, "! Omröstning Berg | Gäller: Tillägg | Ja betyder: avslag | Nej betyder: "
                "bifall | Ja: Övriga | Nej: M")),
    ],
)  # fmt: skip
def test_every_yrkande_has_its_proposition(yrkande: str, rows: tuple[str, ...]) -> None:
    assert "GEN-2519" not in codes(gang(BRON, MOVED[0], yrkande, *rows))
    other = "! Proposition | Text: finner att förslaget bifalls | Utfall: Bifall"
    wrong = told(gang(BRON, MOVED[0], yrkande, other), "GEN-2519")
    assert wrong is not None
    assert wrong.level is Level.VARNING
    assert wrong.at == "ärenden[0].behandling[1]"
    assert "GEN-2519" not in codes(gang(BRON, MOVED[0], f"{yrkande} | Utfall: Återtaget", other))


def test_what_all_agreed_on_and_what_was_never_reached_is_not_asked_about() -> None:
    assert "GEN-2519" not in codes(gang(f"{BRON} | Utfall: Återremitteras", BACK))
    assert "GEN-2519" in codes(gang(BRON, BACK))
    sent = (CHANGE, BACK, "! Proposition | Utfall: Återremitteras")
    assert "GEN-2519" not in codes(gang(f"{BRON} | Utfall: Återremitteras", *sent))


@pytest.mark.parametrize("galler", ["Bifall", "Avslag"])
def test_who_made_the_motion_says_which_bifall_is_meant(galler: str) -> None:
    besvarad = f"{MOTION} | Förslag: anse motionen besvarad"
    row = f"! Yrkande Cederlöf | Gäller: {galler}"
    wrong = told(gang(besvarad, row), "GEN-2520")
    assert wrong is not None
    assert (wrong.level, wrong.at) == (Level.VARNING, "ärenden[0].behandling[0].gäller")
    for right in (
        gang(besvarad, f"{row} | Text: bifall till motionen"),
        gang(besvarad, row.replace("Cederlöf", "Asp")),
        gang(f"{MOTION} | Förslag: bifalla motionen", row),
        gang(BRON, row),
    ):
        assert "GEN-2520" not in codes(right)
    partly = f"{MOTION} | Förslag: bifalla första att-satsen | Förslag: avslå motionen i övrigt"
    assert "GEN-2520" in codes(gang(partly, row))


# -- the words --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Kommunstyrelsens förslag", "kommunstyrelsens förslag"),
        ("Styrelsens förslag", "styrelsens förslag"),
        ("Arbetsutskottets förslag", "arbetsutskottets förslag"),
        ("Förvaltningens förslag", "förvaltningens förslag"),
        ("Tekniska nämndens förslag", "tekniska nämndens förslag"),
        ("Barn- och utbildningsnämndens", "barn- och utbildningsnämndens"),
        ("Anna Asps yrkande", "Anna Asps yrkande"),
        ("Bergs förslag till nämnden", "Bergs förslag till nämnden"),
        ("Göteborgs Stads nämnds förslag", "Göteborgs Stads nämnds förslag"),
    ],
)
def test_a_side_has_no_capital_within_the_voteringsproposition(typed: str, printed: str) -> None:
    vote = f"{VOTE} | Ja betyder: {typed} | Nej betyder: avslag | {YES}"
    assert f"”Ja för {printed} och Nej för avslag.”" in put(vote)[1]


def test_a_text_that_begins_with_its_preposition_goes_on_from_the_verb() -> None:
    found = gang(BRON, "! Deltar inte Cederlöf | Text: i beslutet om punkt 1")
    assert behandling(found)["Deltar inte i beslutet"] == [
        "Carl Cederlöf (L) deltar inte i beslutet om punkt 1."
    ]
    found = gang(BRON, "! Jäv Cederlöf | Text: att han är delägare i bolaget")
    assert behandling(found)["Jäv"] == [
        "Carl Cederlöf (L) anmäler jäv och uppger att han är delägare i bolaget. Carl Cederlöf (L) "
        "deltar inte i handläggningen av ärendet."
    ]


@pytest.mark.parametrize(
    ("typed", "mixed"),
    [
        ("ställde proposition på förslaget och finner att det bifalls", True),
        ("konstaterar att tiden är ute och ajournerade mötet", True),
        ("ställer proposition på förslaget och finner att det bifalls", False),
        ("ställde proposition på förslaget och fann att det bifölls", False),
        ("ställer proposition på det som bordlades i mars och finner bifall", False),
    ],
)
def test_a_sentence_that_mixes_tenses_is_told(typed: str, mixed: bool) -> None:
    found = gang(BRON, f"! Proposition | Utfall: Bifall | Text: {typed}")
    wrong = told(found, "GEN-2521")
    assert (wrong is not None) is mixed
    assert wrong is None or wrong.level is Level.UPPLYSNING


# -- the order in which it happened -----------------------------------------------------


def test_a_pause_and_a_change_of_chair_stand_where_they_happened() -> None:
    rows = (
        MOVED[0],
        "! Ajournering | Text: 14.00–14.15",
        MOVED[1],
        CARRIED,
        "! Ordförandebyte Asp | Ersättare: Bo Berg",
        f"{VOTE} | {ABOUT} | {YES}",
        "! Reservation Berg",
        "! Ajournering | Text: 15.00–15.10",
    )
    happened = behandling(gang(BRON, *rows))
    assert list(happened) == ["Yrkanden", "Beslutsgång", "Reservationer", "Ajournering"]
    assert [line.split()[0] for line in happened["Yrkanden"]] == ["Anna", "Sammanträdet", "Bo"]
    assert happened["Beslutsgång"][1] == "Bo Berg (M) tar över som ordförande efter Anna Asp (S)."
    assert happened["Ajournering"] == ["Sammanträdet ajourneras klockan 15.00–15.10."]
    first = behandling(gang(BRON, "! Ajournering | Text: 14.00–14.15", MOVED[0]))
    assert list(first) == ["Yrkanden", "Ajournering"]


def test_who_leads_in_the_place_of_a_chair_who_has_jav_is_told_before_what_was_moved() -> None:
    assert BEHANDLINGSDELAR.index("Jäv") < BEHANDLINGSDELAR.index("Yrkanden")
    leads = "Bo Berg (M) leder sammanträdet vid behandlingen av ärendet."
    found = gang(BRON, "! Jäv Asp", "! Yrkande Cederlöf | Gäller: Bifall", CARRIED)
    happened = behandling(found)
    assert list(happened) == ["Jäv", "Yrkanden", "Beslutsgång"]
    assert happened["Jäv"][-1] == leads
    # A row that says it says it once, and the jäv of another than the chair changes nobody's seat.
    byte = gang(BRON, "! Jäv Asp", "! Ordförandebyte Asp | Ersättare: Bo Berg", MOVED[0])
    assert behandling(byte)["Jäv"][-1] == "Bo Berg (M) tar över som ordförande efter Anna Asp (S)."
    assert leads not in behandling(gang(BRON, "! Jäv Cederlöf"))["Jäv"]


def test_who_leads_is_told_in_each_paragraf_where_the_chair_has_jav() -> None:
    lines = ("§ 1 A | Förslag: anta", "§ 2 B | Förslag: anta", "§ 3 C | Förslag: anta")
    found = möte(SN, *NAMND, lines[0], lines[1], "! Jäv Asp", lines[2], "! Jäv Asp")
    for arende in (1, 2):
        assert behandling(found, arende)["Jäv"][-1].startswith("Bo Berg (M) leder sammanträdet vid")
    assert behandling(found, 0) == {}


# -- who served -------------------------------------------------------------------------


def serving(*rows: str) -> tuple[list[str], list[str]]:
    """Those who serve for somebody and those who do not, as the cover has them."""
    people = [line for line in NAMND if not line.startswith("@Moa Mo")]
    lines = ("§ 1 A | Förslag: anta", "§ 2 B | Förslag: anta", "! Jäv Berg | Ersättare: Moa Mo")
    here = context(möte(SN, *people, *rows, *lines))["närvaro"]
    some = ([p["text"].replace("\u00a0", " ") for p in here[group]] for group in
            ("tjänstgörande_ersättare", "ersättare"))  # fmt: skip
    first, second = some
    return first, second


def test_who_stepped_in_for_jav_stands_among_the_others_with_the_other_paragrafer() -> None:
    moa = "@Moa Mo | Parti: M | Uppdrag: ersättare | Närvarar: Ja"
    served = ["Moa Mo (M), tjänstgör för Bo Berg (M), § 2"]
    assert serving(moa) == (served, ["Moa Mo (M), ej § 2"])
    assert serving(f"{moa} | Paragrafer: 1-2") == (served, ["Moa Mo (M), § 1"])
    assert serving(f"{moa} | Paragrafer: 2") == (served, [])
    assert serving(f"{moa} | Paragrafer: 1") == (served, ["Moa Mo (M), § 1"])


# -- points and their parts -------------------------------------------------------------

PARTED = (
    "§ 1 En bro | Förslag: 1. bygga bron enligt följande | Förslag: a) bredd 3 m "
    "| Förslag: b) längd 40 m; | Förslag: c) färg grön. | Förslag: 2. att riva den gamla."
)


def blocks(line: str, style: str = "att-satser") -> list[tuple[object, ...]]:
    found = möte("KS 2023-03-06", line, register={sheets.STIL: [{"Beslut som": style}]})
    (beslut,) = (d for d in context(found)["ärenden"][0]["delar"] if d["del"] == "Beslut")
    return [
        (b["stil"], b.get("fortsätter", False), texts({"block": [b]}))
        for b in beslut["innehåll"]["block"]
    ]


def test_subpoints_are_a_level_of_the_list() -> None:
    parts = ["bredd 3 m,", "längd 40 m och", "färg grön, samt"]
    assert blocks(PARTED)[1:] == [
        ("att-satser", False, ["att bygga bron enligt följande:"]),
        ("bokstavslista-i-lista", True, parts),
        ("att-satser", True, ["att riva den gamla."]),
    ]
    sentences = PARTED.replace("bygga bron", "bron byggs").replace("att riva den", "den rivs")
    assert blocks(sentences, "numrerade meningar") == [
        ("ingress", False, ["Kommunstyrelsen beslutar:"]),
        ("numrerad", False, ["Bron byggs enligt följande:"]),
        ("bokstavslista-i-lista", True, ["bredd 3 m,", "längd 40 m och", "färg grön."]),
        ("numrerad", True, ["Den rivs gamla."]),
    ]


@pytest.mark.parametrize("style", ["att-satser", "numrerade meningar"])
@pytest.mark.parametrize("house", [None, angsbro.TEMPLATES], ids=["lund", "ängsbro"])
def test_in_word_they_are_the_second_level_of_the_same_list(style: str, house: Path | None) -> None:
    other = PARTED.replace("§ 1", "§ 2")
    found = möte("KS 2023-03-06", PARTED, other, register={sheets.STIL: [{"Beslut som": style}]})
    (job,) = plan(found, ["protokoll"], Templates(house))
    template, letterhead = job.resources[MALL], job.resources[BREVPAPPER].content
    body = on_letterhead(template.content, letterhead, name=template.name)
    files = {name: one.content for name, one in job.resources.items()}
    word = docx.Document(io.BytesIO(render(body, job.context, files, name=template.name)))
    listed = ("Att-satser", "List Number", "Bokstavslista i lista")
    counted = [p._p.pPr.numPr for p in word.paragraphs if p.style.name in listed]
    levels = [(number.numId.val, number.ilvl.val) for number in counted]
    assert [level for _, level in levels] == [0, 1, 1, 1, 0] * 2
    lists = [number for number, _ in levels]
    assert len(set(lists[:5])) == len(set(lists[5:])) == 1
    assert lists[0] != lists[5]  # the next § begins at a again


def test_one_point_alone_has_its_parts_below_it() -> None:
    one = "§ 1 En bro | Förslag: bygga bron enligt följande | Förslag: a) bred | Förslag: b) lång"
    assert blocks(one)[1:] == [
        ("ingress", False, ["att bygga bron enligt följande:"]),
        ("bokstavslista", False, ["bred och", "lång."]),
    ]


def test_letters_that_do_not_run_from_a_stay_as_they_are_typed() -> None:
    odd = "§ 1 En bro | Förslag: bygga bron | Förslag: a) bred | Förslag: c) lång"
    assert blocks(odd)[1:] == [("att-sats", False, ["att bygga bron:\na) bred och\nc) lång."])]


def test_a_lead_in_of_ones_own_stands_as_typed_before_sentences() -> None:
    own = "§ 1 A | Inledning: Enligt yrkande från M beslutar styrelsen | Förslag: planen antas"
    (first, *_) = blocks(own, "numrerade meningar")
    assert first[2] == ["Enligt yrkande från M beslutar styrelsen"]
    found = möte(
        "KS 2023-03-06",
        "§ 1 A | Förslag: planen antas | Utfall: Bordläggs",
        register={sheets.STIL: [{"Beslut som": "numrerade meningar"}]},
    )
    assert part(found, "Beslut") == ["Kommunstyrelsen beslutar:", "Ärendet bordläggs."]


def test_nothing_of_this_stops_a_plain_meeting() -> None:
    assert stopping(gang(BRON, *MOVED, CARRIED)) == set()
