"""What happened in a contested §: read from Behandling and Röster, counted, told in Swedish."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from cells import cell
from hypothesis import given, settings
from hypothesis import strategies as st
from mote import codes, fynd, möte
from test_protokoll_context import context, part

from gen import presence
from gen.choices import BEHANDLINGSDELAR, GALLER, HANDELSER, HANDELSEUTFALL
from gen.documents.behandling import PARTS
from gen.findings import Level
from gen.model import Arende, Run
from gen.omrostning import Regel, resultat, tredjedel
from gen.people import Namn
from gen.roster import Grund, Omrostning, Roster
from gen.workbook import sheets
from gen.workbook.handelse import ANVANDS
from gen.workbook.read import Reading, read

DATA = Path(__file__).parent.parent / "data"

# A nämnd with 13 seats: S 5, V 2, M 3, C 2, L 1.
NAMND = (
    "@Anna Asp | Parti: S | Uppdrag: ordförande",
    "@Bo Berg | Parti: M | Uppdrag: vice ordförande",
    "@Carl Cederlöf | Parti: L | Uppdrag: ledamot",
    *(f"@Rolf R{c} | Parti: S | Uppdrag: ledamot" for c in "ABCD"),
    *(f"@Vera V{c} | Parti: V | Uppdrag: ledamot" for c in "AB"),
    *(f"@Mats M{c} | Parti: M | Uppdrag: ledamot" for c in "AB"),
    *(f"@Cilla C{c} | Parti: C | Uppdrag: ledamot" for c in "AB"),
    "@Moa Mo | Parti: M | Uppdrag: ersättare | Närvarar: Ja",
    "@Siv Sand | Uppdrag: nämndsekreterare",
)
SN = "SN 2023-03-06 | Justerare: Mats MA"
PLAN = "Nr 9 En plan | Beslutas av: SN | Förslag: anta planen"


def behandling(found: Reading, arende: int = 0) -> dict[str, list[str]]:
    """The parts that tell what happened, with plain blanks."""
    return {
        name: [line.replace("\u00a0", " ") for line in part(found, name, arende)]
        for name in BEHANDLINGSDELAR
        if part(found, name, arende)
    }


def held(found: Reading, number: int = 1, arende: int = 0) -> Omrostning:
    """The ärende's omröstning of that number."""
    rows = found.meeting.arenden[arende].behandling
    return next(r.omrostning for r in rows if r.omrostning and r.omrostning.nummer == number)


def names(votes: Roster | None) -> list[str]:
    assert votes is not None
    return [name.namn for name in votes.namn]


def stopping(found: Reading) -> set[str]:
    """The codes of what stops the protokoll."""
    return {f.code for f in fynd(found) if f.stops("protokoll")}


# -- the two examples of the workbook ---------------------------------------------------


def test_a_namnd_with_thirteen_seats_votes_on_a_tillagg_where_ja_means_avslag() -> None:
    found = möte(
        SN,
        *NAMND,
        PLAN,
        "! Yrkande Asp | Gäller: Bifall",
        "! Yrkande Berg | Gäller: Bordläggning",
        "! Yrkande Cederlöf | Gäller: Tillägg | Text: bifall till tilläggsyrkandet från L",
        "! Proposition | Text: ställer först proposition på bordläggning och på avgörande i dag "
        "och finner att ärendet ska avgöras i dag | Utfall: Avgörs i dag",
        "! Proposition | Text: ställer proposition på tilläggsyrkandet och finner att det avslås "
        "| Utfall: Avslag",
        "! Omröstning Cederlöf | Gäller: Tillägg | Ja betyder: avslag på tilläggsyrkandet "
        "| Nej betyder: bifall till det | Ja: S; V | Nej: L | Avstår: M; C",
        "! Deltar inte M; C | Gäller: Beslutet",
        "! Reservation Cederlöf | Gäller: Tillägg | Text: till förmån för det egna yrkandet",
    )
    assert fynd(found) == []
    assert held(found).utfall == "Ja"
    assert held(found).skal == "Ja, 7 mot 1, 5 avstår"
    (arende,) = found.meeting.arenden
    assert len(arende.behandling) == 8  # thirteen votes are one row of them
    told = behandling(found)
    assert told["Yrkanden"] == [
        "Anna Asp (S) yrkar bifall till förslaget.",
        "Bo Berg (M) yrkar att ärendet ska bordläggas.",
        "Carl Cederlöf (L) yrkar bifall till tilläggsyrkandet från L.",
    ]
    assert told["Beslutsgång"] == [
        "Ordföranden ställer först proposition på bordläggning och på avgörande i dag och finner "
        "att ärendet ska avgöras i dag.",
        "Ordföranden ställer proposition på tilläggsyrkandet och finner att det avslås.",
        "Carl Cederlöf (L) begär omröstning.",
        "Godkänd voteringsproposition: ”Ja för avslag på tilläggsyrkandet och Nej för bifall till "
        "det.”",
        "Omröstningen utfaller med 7 ja-röster och 1 nej-röst. 5 ledamöter avstår från att rösta. "
        "Utfallet är ja: avslag på tilläggsyrkandet.",
        "Anna Asp (S), Rolf RA (S), Rolf RB (S), Rolf RC (S), Rolf RD (S), Vera VA (V) och "
        "Vera VB (V) röstar ja (7).",
        "Carl Cederlöf (L) röstar nej (1).",
        "Bo Berg (M), Mats MA (M), Mats MB (M), Cilla CA (C) och Cilla CB (C) avstår från att "
        "rösta (5).",
    ]
    assert told["Deltar inte i beslutet"] == [
        "Bo Berg (M), Mats MA (M), Mats MB (M), Cilla CA (C) och Cilla CB (C) deltar inte i "
        "beslutet."
    ]
    assert told["Reservationer"] == [
        "Carl Cederlöf (L) reserverar sig mot beslutet om tillägget till förmån för det egna "
        "yrkandet."
    ]


def fullmaktige(ja: int, nej: int, avstar: int, *, letters: bool = True) -> list[str]:
    """Närvaro of a fullmäktige with 49 seats, and Röster with that many of each."""
    people = [f"Per P{i:02}" for i in range(49)]
    signs = ["J"] * ja + ["N"] * nej + ["A"] * avstar
    signs += ["F"] * (49 - len(signs))
    rows = [
        f"@{name} | Parti: {'XYZ'[i % 3]} | Uppdrag: {'ordförande' if i == 0 else 'ledamot'}"
        for i, name in enumerate(people)
    ]
    votes = [f"# {name} | 14:1: {sign}" for name, sign in zip(people, signs, strict=True)]
    return [*rows, *(votes if letters else [])]


ATERREMISS = (
    "! Yrkande Per P30; Per P31 | Gäller: Återremiss | Text: återremiss till tekniska nämnden "
    "för att utreda kostnaden",
    "! Proposition | Text: ställer proposition på återremiss och finner att yrkandet avslås "
    "| Utfall: Avslag",
)
ROSTNING = (
    "! Omröstning Per P30 | Gäller: Återremiss (Nej) | Ja betyder: avgörande i dag "
    "| Nej betyder: återremiss | Ja: 26 | Nej: 21 | Avstår: 0 | Frånvarande: 2"
)
KF = "KF 2023-03-06 | Justerare: Per P01"
GATA = "Nr 14 En gata | Förslag: bygga gatan"


@pytest.mark.parametrize("letters", [True, False])
def test_a_third_of_fullmaktige_sends_an_arende_back_though_it_loses_the_vote(
    letters: bool,
) -> None:
    found = möte(
        KF,
        *fullmaktige(26, 21, 0, letters=letters),
        f"{GATA} | Utfall: Återremitteras | Till: tekniska nämnden",
        *ATERREMISS,
        ROSTNING,
    )
    (arende,) = found.meeting.arenden
    assert len(arende.behandling) == 3  # and of Röster one pasted column: `14:1`
    # Bare numbers do not say who voted how; that is told, and stops nothing.
    assert codes(found) == (set() if letters else {"GEN-2512"})
    assert (held(found).utfall, held(found).grund) == ("Återremiss", Grund.MINORITET)
    assert held(found).skal == (
        "Återremiss: 21 av 47 närvarande är minst en tredjedel (16), 5 kap. 50 § KL"
    )
    told = behandling(found)
    assert told["Yrkanden"] == [
        "Per P30 (X) och Per P31 (Y) yrkar återremiss till tekniska nämnden för att utreda "
        "kostnaden."
    ]
    result = told["Beslutsgång"][3]
    assert result == (
        "Omröstningen utfaller med 26 ja-röster och 21 nej-röster. 2 ledamöter är frånvarande. "
        "Ärendet återremitteras, eftersom minst en tredjedel av de närvarande ledamöterna begär "
        "det: 21 av 47, där 16 räcker (5 kap. 50 § KL)."
    )
    lists = told["Beslutsgång"][4:]
    ends = ["röstar ja (26).", "röstar nej (21).", "är frånvarande (2)."] if letters else []
    assert len(lists) == len(ends)
    assert all(line.endswith(end) for line, end in zip(lists, ends, strict=True))
    assert part(found, "Beslut")[-1] == "att återremittera ärendet till tekniska nämnden."


# -- the outcome ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("organ", "before", "votes", "utfall", "skal"),
    [
        ("KF", "", (26, 15, 6), "Ja", "Ja, 26 mot 15, 6 avstår"),  # 15 of 47: 16 needed
        ("KF", "", (25, 16, 6), "Återremiss", "Återremiss: 16 av 47 närvarande är minst en "),
        ("KF", "", (20, 26, 0), "Återremiss", "Återremiss, 26 mot 20"),
        ("KF", "Återremitterat av minoritet", (26, 21, 0), "Ja", "Ja, 26 mot 21; ärendet har r"),
        ("KF", "Bordlagt av minoritet", (26, 21, 0), "Ja", "Ja, 26 mot 21; ärendet har redan bo"),
        ("KF", "Återremitterat", (26, 21, 0), "Återremiss", "Återremiss: 21 av 47"),
        ("SN", "", (26, 21, 0), "Ja", "Ja, 26 mot 21"),  # no minority right in a nämnd
    ],
)
def test_the_right_of_a_minority(
    organ: str, before: str, votes: tuple[int, int, int], utfall: str, skal: str
) -> None:
    earlier = f" | Tidigare behandling: {before}" if before else ""
    found = möte(
        f"{organ} 2023-03-06 | Justerare: Per P01",
        *fullmaktige(*votes),
        GATA + earlier,
        ROSTNING.split(" | Ja:")[0],
    )
    assert held(found).utfall == utfall
    assert held(found).skal.startswith(skal)


def vote(*more: str, head: str = "KS 2023-03-06", line: str = "") -> Reading:
    """Two who serve, of S and M, one of them for and one against."""
    return möte(
        head,
        "@Ada Ask | Uppdrag: ordförande",
        "@Bo Berg | Uppdrag: ledamot",
        "@Siv Sand | Uppdrag: nämndsekreterare",
        f"§ 1 A | Förslag: anta den{line}",
        "! Omröstning | Gäller: Beslutet | Ja betyder: bifall | Nej betyder: avslag"
        + "".join(f" | {cell}" for cell in more),
    )


AVSLAG = " | Utfall: Annat beslut | Beslut: avslå förslaget"


def test_a_tie_is_settled_by_the_chair() -> None:
    found = vote("Ja: M", "Nej: S", line=AVSLAG)
    assert held(found).skal == "Nej, 1 mot 1 med ordförandens utslagsröst"
    assert behandling(found)["Beslutsgång"][2] == (
        "Omröstningen utfaller med 1 ja-röst och 1 nej-röst. Ordförandens utslagsröst avgör. "
        "Utfallet är nej: avslag."
    )
    assert stopping(found) == set()


def test_where_only_numbers_are_known_the_workbook_says_how_the_chair_voted() -> None:
    assert stopping(vote("Ja: 1", "Nej: 1")) == {"GEN-2505"}
    found = vote("Ja: 1", "Nej: 1", "Utfall: Nej", line=AVSLAG)
    assert (held(found).utfall, held(found).grund) == ("Nej", Grund.UTSLAGSROST)
    assert stopping(found) == set()


def test_a_chair_who_abstains_in_a_tie_is_a_lagbrist_and_the_workbook_says_what_came_of_it() -> (
    None
):
    row = f"{OMROSTNING} | Ja: M | Nej: L | Avstår: S"
    found = möte("KS 2023-03-06", ARENDE, row)
    (told,) = [f for f in fynd(found) if f.level is Level.LAGBRIST]
    assert (told.code, told.stoppar) == ("GEN-2506", frozenset())
    assert stopping(found) == {"GEN-2505"}
    found = möte("KS 2023-03-06", ARENDE, f"{row} | Utfall: Ja")
    assert codes(found) == {"GEN-2506"}
    assert held(found).utfall == "Ja"


def test_a_tie_in_a_val_is_settled_by_lot_and_no_names_are_told() -> None:
    open_ = vote("Ja: 1", "Nej: 1", line=" | Typ: Val")
    assert stopping(open_) == {"GEN-2505"}
    found = vote("Ja: 1", "Nej: 1", "Utfall: Lottning: Ja", line=" | Typ: Val")
    assert fynd(found) == []
    assert held(found).skal == "Ja, 1 mot 1 efter lottning"
    assert behandling(found)["Beslutsgång"] == [
        "Omröstning begärs.",
        "Omröstningen är sluten. Bifall får 1 röst och avslag får 1 röst. Lotten avgör. Utfallet "
        "är bifall.",
    ]
    named = vote("Ja: S", "Nej: M", "Utfall: Lottning: Ja", line=" | Typ: Val")
    assert codes(named) == {"GEN-2508"}
    assert stopping(named) == set()
    assert len(behandling(named)["Beslutsgång"]) == 2


@pytest.mark.parametrize("cells", [("Ja: S", "Nej: M"), ("Ja: Övriga",)])
def test_the_lot_is_drawn_only_over_a_tie_in_a_closed_vote(cells: Sequence[str]) -> None:
    assert "GEN-2507" in stopping(vote(*cells, "Utfall: Lottning: Ja"))


def test_a_typed_outcome_must_be_that_of_the_votes() -> None:
    assert stopping(vote("Ja: Övriga", "Utfall: Nej")) == {"GEN-2501"}
    # What a formula of the workbook shows there is only its outcome.
    assert fynd(vote("Ja: Övriga", "Utfall: ∑ Ja, 2 mot 0, 0 avstår")) == []


# -- who is meant -----------------------------------------------------------------------


def test_the_one_who_votes_otherwise_than_the_parti_is_written_with_name() -> None:
    found = möte(
        SN,
        *NAMND,
        PLAN,
        "! Omröstning | Ja betyder: bifall | Nej betyder: avslag "
        "| Ja: S; V | Nej: Rolf RB; Mats MA; L | Avstår: M; C",
    )
    assert fynd(found) == []
    assert names(held(found).nej) == ["Carl Cederlöf", "Rolf RB", "Mats MA"]
    assert names(held(found).avstar) == ["Bo Berg", "Mats MB", "Cilla CA", "Cilla CB"]
    assert held(found).skal == "Ja, 6 mot 3, 4 avstår"


def test_ovriga_are_all_who_serve_and_are_not_named() -> None:
    found = möte(
        SN, *NAMND, PLAN, "! Omröstning | Ja betyder: a | Nej betyder: b | Ja: Övriga | Nej: S"
    )
    assert held(found).skal == "Ja, 8 mot 5"
    assert fynd(found) == []
    counted = möte(
        SN, *NAMND, PLAN, "! Omröstning | Ja betyder: a | Nej betyder: b | Ja: Övriga | Nej: 5"
    )
    assert held(counted).skal == "Ja, 8 mot 5"


def test_a_substitute_who_serves_votes_and_one_who_listens_does_not() -> None:
    people = [line for line in NAMND if not line.startswith(("@Bo Berg", "@Moa Mo"))]
    people += [
        "@Bo Berg | Parti: M | Uppdrag: vice ordförande | Närvarar: Nej",
        "@Moa Mo | Parti: M | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Bo Berg",
    ]
    row = "! Omröstning | Ja betyder: a | Nej betyder: b | Ja: Övriga | Nej: "
    assert names(held(möte(SN, *people, PLAN, f"{row}M")).nej) == [
        "Mats MA",
        "Mats MB",
        "Moa Mo",
    ]
    found = möte(SN, *NAMND, PLAN, f"{row}Moa Mo")
    (told,) = [f for f in fynd(found) if f.code == "GEN-2503"]
    assert told.at.endswith("behandling[0].nej")
    assert told.stops("protokoll")


@pytest.mark.parametrize(
    ("row", "code", "at"),
    [
        ("! Yrkande Bergh | Gäller: Bifall", "GEN-1302", "vem"),
        ("! Yrkande Rolf | Gäller: Bifall", "GEN-1303", "vem"),
        ("! Yrkande KD | Gäller: Bifall", "GEN-1504", "vem"),
        ("! Yrkande Asp | Gäller: Bifal", "GEN-1501", "gäller"),
        ("! Omröstning | Gäller: Återremiss", "GEN-1501", "gäller"),
        ("! Reservation Asp | Gäller: beslut", "GEN-1501", "gäller"),
        ("! Reservation Asp | Gäller: punkt 3", "GEN-2514", "gäller"),
        ("! Proposition | Utfall: Bifalls", "GEN-1502", "utfall"),
        ("! Omröstning | Ja: S; S Ask", "GEN-1302", "ja"),
        ("! Omröstning | Ja: S; 4", "GEN-1506", "ja"),
        ("! Omröstning | Ja: S | Nej: S", "GEN-1505", "nej"),
        ("! Omröstning | Ja: Asp | Nej: Asp; M", "GEN-1505", "nej"),
        ("! Omröstning | Ja: Övriga | Nej: Övriga", "GEN-1505", "nej"),
        ("! Omröstning | Ja: S | Nej: KD", "GEN-1504", "nej"),
        ("! Omröstning | Ja: S | Nej: M", "GEN-2502", ""),
        ("! Omröstning | Ja: 7 | Nej: 7", "GEN-2502", ""),
        ("! Omröstning | Nej betyder: b", "GEN-2513", "ja"),
        ("! Omröstning | Ja: Övriga", "GEN-2516", "ja_betyder"),
        ("! Ajournering Asp | Text: 14.00–14.15", "GEN-1503", "vem"),
        ("! Jäv Berg | Ersättare: Asp", "GEN-2510", "ersättare"),
        ("! Yrkande | Gäller: Bifall", "GEN-2516", "vem"),
        ("! Yrkande Asp | Gäller: Tillägg", "GEN-2516", "text"),
        ("! Proposition", "GEN-2516", "text"),
        ("! Yrka Asp | Gäller: Bifall", "GEN-1201", "händelse"),
    ],
)
def test_what_cannot_be_right_is_told_at_its_cell(row: str, code: str, at: str) -> None:
    found = möte(SN, *NAMND, PLAN, row)
    told = [f for f in fynd(found) if f.code == code]
    assert told, codes(found)
    assert told[0].at == "ärenden[0].behandling[0]" + (f".{at}" if at else "")
    assert told[0].expected
    assert found.source.place(told[0].at).sheet == "Behandling"
    assert (told[0].level is Level.FEL) == told[0].stops("protokoll")


def test_a_vote_cell_that_cannot_be_read_is_told_once() -> None:
    row = "! Omröstning | Ja betyder: a | Nej betyder: b | Ja: Asp; Aspp | Nej: M"
    found = möte(SN, *NAMND, PLAN, row)
    assert codes(found) == {"GEN-1302"}
    assert held(found).sides == ()
    assert behandling(found)["Beslutsgång"] == [
        "Omröstning begärs.",
        "Godkänd voteringsproposition: ”Ja för a och Nej för b.”",
    ]


def test_the_nearest_word_is_offered() -> None:
    found = möte("KS 2023-03-06", "§ 1 A | Förslag: anta", "! Omröstning | Gäller: Återremiss (ja")
    (told,) = [f for f in fynd(found) if f.code == "GEN-1501"]
    assert told.suggestion == "Återremiss (Ja)"


@pytest.mark.parametrize("typed", ["Berg (M)", "bo  berg", "Bo Berg", "Berg", "M", "m", "(M)"])
def test_people_and_partier_are_found_as_they_are_written(typed: str) -> None:
    found = möte("KS 2023-03-06", "§ 1 A | Förslag: anta", f"! Yrkande {typed} | Gäller: Avslag")
    assert behandling(found)["Yrkanden"] == ["Bo Berg (M) yrkar avslag på förslaget."]


@pytest.mark.parametrize("typed", ["Berg; Cron", "Berg\nCron", "Berg, Cron", "M och Cron", "M, L"])
def test_several_are_parted_as_people_part_them(typed: str) -> None:
    found = möte("KS 2023-03-06", ARENDE, f"! Yrkande {typed} | Gäller: Avslag")
    assert behandling(found)["Yrkanden"] == [
        "Bo Berg (M) och Cia Cron (L) yrkar avslag på förslaget."
    ]


def test_a_phrase_about_somebody_stands_as_typed() -> None:
    found = möte(
        "KS 2023-03-06",
        "§ 1 A | Förslag: anta",
        "! Yrkande Representanterna från M, L och S | Gäller: Avslag",
    )
    assert fynd(found) == []
    assert behandling(found)["Yrkanden"] == [
        "Representanterna från M, L och S yrkar avslag på förslaget."
    ]


# -- Röster -----------------------------------------------------------------------------

OMROSTNING = "! Omröstning | Ja betyder: bifall | Nej betyder: avslag"
ROSTER = ("# Ada Ask | 1:1: J", "# Bo Berg | 1:1: N", "# Cia Cron | 1:1: a")
ARENDE = "§ 1 A | Förslag: anta den"


def test_the_column_of_roster_goes_before_the_cells() -> None:
    found = möte("KS 2023-03-06", ARENDE, OMROSTNING, *ROSTER)
    assert fynd(found) == []
    assert held(found).skal == "Ja, 1 mot 1 med ordförandens utslagsröst, 1 avstår"
    assert [names(side) for side in held(found).sides] == [
        ["Ada Ask"],
        ["Bo Berg"],
        ["Cia Cron"],
        [],
    ]


@pytest.mark.parametrize(
    ("cells", "agree"),
    [
        ("Ja: 1 | Nej: 1 | Avstår: 1", True),
        ("Ja: S | Nej: Berg", True),
        ("Nej: Övriga", False),
        ("Ja: 2", False),
        ("Ja: M", False),
    ],
)
def test_roster_and_the_cells_must_agree(cells: str, agree: bool) -> None:
    found = möte("KS 2023-03-06", ARENDE, f"{OMROSTNING} | {cells}", *ROSTER)
    assert stopping(found) == (set() if agree else {"GEN-1508"})
    assert held(found).ja == Roster(antal=1, namn=(Namn(namn="Ada Ask", parti="S"),))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("# Ada Ask | 1:1: X",), "GEN-1507"),
        (("# Ada Asp | 1:1: J",), "GEN-1302"),
        (("# Ada Ask | 1:2: J",), "GEN-1509"),
        (("# Ada Ask | 2:1: J",), "GEN-1305"),
    ],
)
def test_a_column_that_cannot_be_read_is_told(rows: Sequence[str], code: str) -> None:
    found = möte("KS 2023-03-06", ARENDE, f"{OMROSTNING} | Ja: Övriga", *rows)
    told = [f for f in fynd(found) if f.code == code]
    assert told, codes(found)
    assert found.source.place(told[0].at).sheet == "Röster"
    assert told[0].stops("protokoll")


@pytest.mark.parametrize("header", ["2:1", dt.time(2, 1), dt.timedelta(hours=2, minutes=1)])
def test_roster_is_read_from_the_users_own_file(tmp_path: Path, header: object) -> None:
    book = openpyxl.load_workbook(DATA / "ksau-2023-03-06.xlsx", rich_text=True)
    cell(book, "Ärenden", "Nr", 1).value = cell(book, "Innehåll", "Ärende", 1).value = "2"
    row = {"Ärende": "2", "Händelse": "Omröstning", "Gäller": "Beslutet", "Ja": 3}
    for head, typed in {**row, "Ja betyder": "bifall", "Nej betyder": "avslag"}.items():
        cell(book, "Behandling", head, 1).value = typed
    first = cell(book, "Röster", "Namn", 0)
    voters = [n.namn for n in read(DATA / "ksau-2023-03-06.xlsx").meeting.narvaro if n.serves]
    votes = dict(zip((name.namn for name in voters), "JjJNN", strict=True)) | {"Summa": "5"}
    first.offset(0, 3).value = header
    for number, (name, vote_) in enumerate(votes.items(), 1):
        first.offset(number, 0).value = name
        first.offset(number, 3).value = "Nej" if vote_ == "N" else vote_
    shutil.copy(DATA / "register.xlsx", tmp_path)
    book.save(tmp_path / "möte.xlsx")
    found = read(tmp_path / "möte.xlsx")
    assert [f for f in fynd(found) if f.level is not Level.UPPLYSNING] == []
    assert held(found).skal == "Ja, 3 mot 2"
    place = cell(book, "Behandling", "Ja", 1).coordinate
    assert found.source.place("ärenden[0].behandling[0].ja").cell == place


# -- jäv, the chair, the cover ----------------------------------------------------------

JAV = (
    "§ 12 A | Förslag: anta",
    "§ 13 B | Förslag: anta",
    "! Jäv Berg | Ersättare: Moa Mo",
    "! Omröstning | Ja betyder: bifall | Nej betyder: avslag | Ja: Övriga | Nej: M",
    "§ 14 C | Förslag: anta",
)


def test_who_has_jav_is_out_of_that_paragraph_and_the_substitute_in() -> None:
    found = möte(f"{SN} | Första §: 12", *NAMND, *JAV)
    assert fynd(found) == []
    assert names(held(found, arende=1).nej) == ["Moa Mo", "Mats MA", "Mats MB"]
    assert behandling(found, 1)["Jäv"] == [
        "Bo Berg (M) anmäler jäv och deltar inte i handläggningen av ärendet.",
        "Moa Mo (M) tjänstgör för Bo Berg (M).",
    ]
    here = {
        group: [p["text"].replace("\u00a0", " ") for p in people]
        for group, people in context(found)["närvaro"].items()
    }
    assert here["ledamöter"][1] == "Bo Berg (M), vice ordförande, ej § 13 på grund av jäv"
    assert here["tjänstgörande_ersättare"] == ["Moa Mo (M), tjänstgör för Bo Berg (M), § 13"]
    assert here["ersättare"] == ["Moa Mo (M), ej § 13"]


@pytest.mark.parametrize(
    "row",
    [
        "! Yrkande Berg | Gäller: Bifall",
        "! Reservation Berg",
        "! Omröstning | Ja betyder: a | Nej betyder: b | Ja: Övriga | Nej: Berg",
    ],
)
def test_who_has_jav_and_takes_part_all_the_same_is_told_and_stops_nothing(row: str) -> None:
    found = möte(SN, *NAMND, PLAN, "! Jäv Berg", row)
    assert codes(found) == {"GEN-2504"}
    assert stopping(found) == set()


def chairs(found: Reading) -> list[tuple[str, str]]:
    signed = context(found)["underskrifter"]
    return [
        (u["namn"].replace("\u00a0", " "), u["paragrafer"].replace("\u00a0", " "))
        for u in signed
        if u["roll"] == "Ordförande"
    ]


@pytest.mark.parametrize(
    ("rows", "signed"),
    [
        ((), [("Ada Ask (S)", "")]),
        # At the beginning of a § the new chair leads all of it.
        (
            ("! Ordförandebyte | Ersättare: Bo Berg",),
            [("Ada Ask (S)", "§ 6"), ("Bo Berg (M)", "§ 7–8")],
        ),
        # In the middle of one, both have led it.
        (
            ("! Yrkande Cron | Gäller: Avslag", "! Ordförandebyte Ask | Ersättare: Bo Berg"),
            [("Ada Ask (S)", "§ 6–7"), ("Bo Berg (M)", "§ 7–8")],
        ),
        # A chair who has jäv is back in the next §, whether the change is written or not.
        (("! Jäv Ask",), [("Ada Ask (S)", "§ 6 och 8"), ("Bo Berg (M)", "§ 7")]),
        (
            ("! Jäv Ask", "! Ordförandebyte | Ersättare: Cron"),
            [("Ada Ask (S)", "§ 6 och 8"), ("Cia Cron (L)", "§ 7")],
        ),
    ],
)
def test_each_chair_signs_for_the_paragraphs_that_they_led(
    rows: Sequence[str], signed: list[tuple[str, str]]
) -> None:
    found = möte(
        "KS 2023-03-06 | Första §: 6",
        "@Ada Ask | Uppdrag: ordförande",
        "@Bo Berg | Uppdrag: vice ordförande",
        "@Cia Cron | Uppdrag: ledamot",
        "@Siv Sand | Uppdrag: nämndsekreterare",
        "§ 6 A | Förslag: anta",
        "§ 7 B | Förslag: anta",
        *rows,
        "§ 8 C | Förslag: anta",
    )
    assert chairs(found) == signed


def test_the_vice_chair_leads_where_the_chair_is_not_in_the_room() -> None:
    found = möte(
        "KS 2023-03-06 | Första §: 6",
        "@Ada Ask | Uppdrag: ordförande | Paragrafer: 6",
        "@Bo Berg | Uppdrag: vice ordförande",
        "@Siv Sand | Uppdrag: nämndsekreterare",
        "§ 6 A | Förslag: anta",
        "§ 7 B | Förslag: anta",
    )
    assert chairs(found) == [("Ada Ask (S)", "§ 6"), ("Bo Berg (M)", "§ 7")]


def test_the_casting_vote_is_that_of_the_one_in_the_chair() -> None:
    rows = ("! Ordförandebyte | Ersättare: Bo Berg", f"{OMROSTNING} | Ja: S | Nej: M | Avstår: L")
    found = möte("KS 2023-03-06", ARENDE, *rows)
    assert held(found).utfall == "Nej"
    found = möte("KS 2023-03-06", ARENDE, *reversed(rows))
    assert held(found).utfall == "Ja"


# -- what the protokoll says ------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "printed"),
    [
        ("! Yrkande Berg | Gäller: Avslag", ["Bo Berg (M) yrkar avslag på förslaget."]),
        (
            "! Yrkande Berg; Cron | Gäller: Återremiss",
            ["Bo Berg (M) och Cia Cron (L) yrkar att ärendet ska återremitteras."],
        ),
        (
            "! Yrkande Berg | Text: i första hand återremiss och i andra hand avslag",
            ["Bo Berg (M) yrkar i första hand återremiss och i andra hand avslag."],
        ),
        (
            "! Yrkande Berg | Gäller: Ändring | Text: Planen antas med två tillägg",
            ["Bo Berg (M) yrkar följande:", "Planen antas med två tillägg"],
        ),
        (
            "! Yrkande Berg | Gäller: Avslag | Utfall: Återtaget",
            ["Bo Berg (M) yrkar avslag på förslaget. Yrkandet återtas."],
        ),
        (
            "! Proposition | Utfall: Bifall",
            ["Ordföranden ställer proposition på förslaget och finner att det bifalls."],
        ),
        (
            "! Jäv Berg | Text: på grund av släktskap",
            [
                "Bo Berg (M) anmäler jäv på grund av släktskap. Bo Berg (M) deltar inte i "
                "handläggningen av ärendet."
            ],
        ),
        ("! Deltar inte Berg", ["Bo Berg (M) deltar inte i beslutet."]),
        (
            "! Deltar inte Berg | Gäller: Avgörande i dag",
            ["Bo Berg (M) deltar inte i beslutet att avgöra ärendet i dag."],
        ),
        (
            "! Deltar inte Berg | Text: för det fall yrkandet avslås",
            ["Bo Berg (M) deltar inte i beslutet för det fall yrkandet avslås."],
        ),
        ("! Reservation Berg", ["Bo Berg (M) reserverar sig mot beslutet."]),
        (
            "! Reservation Berg; Cron | Gäller: 1",
            ["Bo Berg (M) och Cia Cron (L) reserverar sig mot beslutet i punkt 1."],
        ),
        (
            "! Reservation Berg | Text: mot beslutet i sin helhet.",
            ["Bo Berg (M) reserverar sig mot beslutet i sin helhet."],
        ),
        (
            "! Reservation Berg | Text: Planen är för dyr.",
            [
                "Bo Berg (M) reserverar sig mot beslutet med följande motivering:",
                "Planen är för dyr.",
            ],
        ),
        (
            "! Särskilt yttrande M | Text: Vi hade hellre sett en annan plan.",
            [
                "Bo Berg (M) lämnar följande särskilda yttrande:",
                "Vi hade hellre sett en annan plan.",
            ],
        ),
        ("! Särskilt yttrande M", ["Bo Berg (M) lämnar ett särskilt yttrande."]),
        (
            "! Protokollsanteckning M | Text: Planen är tre år gammal.",
            ["Bo Berg (M) lämnar följande protokollsanteckning:", "Planen är tre år gammal."],
        ),
        ("! Ajournering | Text: 14.00-14.15", ["Sammanträdet ajourneras klockan 14.00–14.15."]),
        ("! Ajournering", ["Sammanträdet ajourneras."]),
        ("! Fri text | Text: Frågestunden inleds.", ["Frågestunden inleds."]),
        (
            "! Ordförandebyte Ask | Ersättare: Berg",
            ["Bo Berg (M) tar över som ordförande efter Ada Ask (S)."],
        ),
    ],
)
def test_a_row_without_text_has_its_phrase_and_a_text_stands_as_typed(
    row: str, printed: list[str]
) -> None:
    found = möte("KS 2023-03-06 | Justerare: Cia Cron", ARENDE, row)
    (told,) = behandling(found).values()
    assert told == printed
    # Of a yrkande alone the § does not say how it went.
    assert codes(found) <= {"GEN-2519"}


def test_a_cells_text_is_text_with_its_own_bold() -> None:
    found = möte("KS 2023-03-06", ARENDE, "! Yrkande Berg | Text: avslag & <b>{{ x }}")
    assert behandling(found)["Yrkanden"] == ["Bo Berg (M) yrkar avslag & <b>{{ x }}."]
    (row,) = found.meeting.arenden[0].behandling
    bold = row.model_copy(update={"text": (Run(text="avslag på "), Run(text="allt", fet=True))})
    arende = found.meeting.arenden[0].model_copy(update={"behandling": (bold,)})
    (block,) = PARTS["Yrkanden"](arende, found.register.organ[1], found.register)
    assert block["text"] == [
        {"text": "Bo Berg\u00a0(M) yrkar avslag på "},
        {"text": "allt", "fet": True},
        {"text": "."},
    ]


def test_one_reservation_has_a_heading_in_the_singular() -> None:
    def headings(*rows: str) -> list[str]:
        found = möte("KS 2023-03-06", ARENDE, *rows)
        return [d["rubrik"] for d in context(found)["ärenden"][0]["delar"]][1:]

    assert headings("! Reservation Berg") == ["Reservation"]
    assert headings("! Reservation Berg", "! Reservation Cron") == ["Reservationer"]


def test_abstaining_taking_no_part_jav_and_a_reservation_in_one_paragraph() -> None:
    found = möte(
        SN,
        *NAMND,
        PLAN,
        "! Jäv Cilla CA",
        "! Yrkande Cederlöf | Gäller: Avslag",
        "! Proposition | Utfall: Bifall",
        "! Omröstning Cederlöf | Gäller: Beslutet | Ja betyder: bifall | Nej betyder: avslag "
        "| Ja: S | Nej: L | Avstår: M; C",
        "! Deltar inte V; M | Gäller: Beslutet",
        "! Reservation L | Text: till förmån för det egna yrkandet",
        "! Fri text | Text: Reservationen lämnades in vid sammanträdet.",
    )
    assert fynd(found) == []
    assert held(found).skal == "Ja, 5 mot 1, 4 avstår"
    assert [n.namn for n in held(found).deltar_inte] == ["Vera VA", "Vera VB"]
    told = behandling(found)
    assert list(told) == [
        "Jäv",
        "Yrkanden",
        "Beslutsgång",
        "Deltar inte i beslutet",
        "Reservationer",
    ]
    assert told["Beslutsgång"][-1] == (
        "Bo Berg (M), Mats MA (M), Mats MB (M) och Cilla CB (C) avstår från att rösta (4)."
    )
    assert told["Reservationer"][-1] == "Reservationen lämnades in vid sammanträdet."


def test_who_took_no_part_cannot_reserve_against_the_same() -> None:
    rows = ("! Deltar inte Berg", "! Reservation Berg")
    assert codes(möte("KS 2023-03-06", ARENDE, *rows)) == {"GEN-2511"}
    apart = ("! Deltar inte Berg", "! Reservation Berg | Gäller: Avgörande i dag")
    assert codes(möte("KS 2023-03-06", ARENDE, *apart)) == set()


def test_an_older_stil_loses_nothing_that_happened() -> None:
    stil = {sheets.STIL: [{"Delar i en § och deras ordning": "Beslut; Skickas till"}]}
    rows = ("! Yrkande Berg | Gäller: Avslag", "! Reservation Berg")
    line = f"{ARENDE} | Skickas till – åtgärd: Diariet"
    found = möte("KS 2023-03-06", line, *rows, register=stil)
    delar = [d["del"] for d in context(found)["ärenden"][0]["delar"]]
    assert delar == ["Beslut", "Yrkanden", "Reservationer", "Skickas till"]
    own = {sheets.STIL: [{"Delar i en § och deras ordning": "Reservation = Avvikande; Beslut"}]}
    found = möte("KS 2023-03-06", line, *rows, register=own)
    told = [d["rubrik"] for d in context(found)["ärenden"][0]["delar"]]
    assert told[:2] == ["Avvikande", "Beslut"]


@pytest.mark.parametrize(
    ("utfall", "row", "stops"),
    [
        ("", "! Proposition | Utfall: Återremitteras", True),
        ("Återremitteras", "! Proposition | Utfall: Återremitteras", False),
        ("Återremitteras", "! Proposition | Utfall: Bordläggs", True),
        ("Återremitteras", "! Proposition | Utfall: Avgörs i dag", True),
        ("", "! Proposition | Utfall: Avgörs i dag", False),
        ("", "! Omröstning | Gäller: Återremiss (Ja) | Ja: S; M | Nej: L", True),
        ("", "! Omröstning | Gäller: Återremiss (Ja) | Ja: M | Nej: S; L", False),
        ("Bordläggs", "! Omröstning | Gäller: Bordläggning (Nej) | Nej: S; M | Ja: L", False),
    ],
)
def test_what_the_behandling_ends_with_is_the_outcome_of_the_arende(
    utfall: str, row: str, stops: bool
) -> None:
    line = ARENDE + (f" | Utfall: {utfall}" if utfall else "")
    found = möte("KS 2023-03-06", line, row)
    assert ("GEN-2509" in stopping(found)) == stops, codes(found)


def test_an_empty_key_means_as_above_and_an_unknown_one_is_told() -> None:
    found = möte(
        "KS 2023-03-06", ARENDE, "§ 2 B | Förslag: anta", "! Yrkande Berg | Gäller: Avslag"
    )
    assert [len(a.behandling) for a in found.meeting.arenden] == [0, 1]


# -- laws of arithmetic -----------------------------------------------------------------

PARTIER = ("S", "M", "V", "C", "L")


@st.composite
def omrostningar(draw: st.DrawFn) -> tuple[list[str], str]:
    """Who serves, and a row Omröstning that places them by name, by parti and by Övriga."""
    size = draw(st.integers(2, 13))
    partier = draw(st.lists(st.sampled_from(PARTIER), min_size=size, max_size=size))
    people = [f"Per P{i:02}" for i in range(size)]
    cells: dict[str, list[str]] = {"Ja": [], "Nej": [], "Avstår": [], "Frånvarande": []}
    sides = st.sampled_from(list(cells))
    for parti in sorted(set(partier)):
        if draw(st.booleans()):
            cells[draw(sides)].append(parti)
    for name in draw(st.lists(st.sampled_from(people), unique=True)):
        cells[draw(sides)].append(name)
    cells[draw(sides)].append("Övriga")
    rows = [
        f"@{name} | Parti: {parti} | Uppdrag: {'ordförande' if i == 0 else 'ledamot'}"
        for i, (name, parti) in enumerate(zip(people, partier, strict=True))
    ]
    typed = " | ".join(f"{side}: {'; '.join(some)}" for side, some in cells.items() if some)
    return rows, f"! Omröstning | Ja betyder: a | Nej betyder: b | {typed}"


@settings(max_examples=60, deadline=None)
@given(omrostningar())
def test_the_votes_always_add_up_to_those_who_serve(drawn: tuple[list[str], str]) -> None:
    people, row = drawn
    found = möte("KS 2023-03-06 | Justerare: Per P00", *people, ARENDE, row)
    vote = held(found)
    placed = [name for side in vote.sides for name in side.namn]
    serving = presence.tjanstgorande(found.meeting, found.meeting.arenden[0])
    assert sorted(n.namn for n in placed) == sorted(n.namn for n in serving)
    assert len(placed) == sum(side.antal for side in vote.sides) == len(people)
    assert "GEN-2502" not in codes(found)
    ja, nej, *_ = vote.sides
    if ja.antal != nej.antal:
        assert vote.utfall == ("Ja" if ja.antal > nej.antal else "Nej")
    elif ja.antal:
        chair = serving[0]
        assert vote.utfall == next(
            (side for side, votes in (("Ja", ja), ("Nej", nej)) if chair in votes.namn), ""
        )
    told = behandling(found).get("Beslutsgång", [])
    counts = [int(line[line.rindex("(") + 1 : -2]) for line in told if line.endswith(").")]
    if vote.utfall:
        assert sum(counts) == len(people)


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.booleans()
)
def test_a_minority_is_a_third_of_those_present_and_never_of_the_absent(
    ja: int, nej: int, avstar: int, franvarande: int, kf: bool
) -> None:
    vote = Omrostning(
        nummer=1,
        fraga="Återremiss",
        begars_av="Nej",
        ja=Roster(antal=ja),
        nej=Roster(antal=nej),
        avstar=Roster(antal=avstar),
        franvarande=Roster(antal=franvarande),
    )
    found = resultat(vote, Regel(kf), None)
    if not ja and not nej:
        assert found is None
        return
    assert found is not None
    sent_back = nej > ja or (kf and 3 * nej >= ja + nej + avstar)
    assert (found.utfall == "Återremiss") == sent_back
    assert tredjedel(ja + nej + avstar) * 3 >= ja + nej + avstar


# -- the declaration --------------------------------------------------------------------


def test_every_handelse_says_which_columns_it_uses() -> None:
    assert set(ANVANDS) == set(HANDELSER)
    fields = {c.field for c in sheets.BEHANDLING.columns}
    assert all(used <= fields for used in ANVANDS.values())
    assert all("gäller" in ANVANDS[kind] for kind in GALLER)
    assert all("utfall" in ANVANDS[kind] for kind in HANDELSEUTFALL)


def test_an_arende_without_behandling_prints_as_before() -> None:
    assert behandling(möte("KS 2023-03-06", ARENDE)) == {}
    assert Arende(nr="1").behandling == ()
