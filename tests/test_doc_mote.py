"""The documents of the meeting itself: kallelse, kungörelse, omröstningslista, the two texts on how
to appeal, and the anslag, whose utkast waits for the justering."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
import verapdf
from bok import KSAU, broken, put
from fullmaktigemote import AWAY, EMPTY, ERSATTARE, LEDAMOTER, fullmäktige
from kommando import gen as command
from mote import REGISTER, codes, fynd, möte
from pypdf import PdfReader
from test_golden_ksau import seed_parts, words

import gen
from gen import documents
from gen.building import Options
from gen.convert import Document, to_pdf
from gen.docx import render
from gen.jobs import BREVPAPPER, MALL
from gen.kontroll import kontrollera
from gen.model import Stage
from gen.pdf.engines import choose
from gen.pdf.metadata import Metadata
from gen.planning import Selection, plan
from gen.templates import on_letterhead
from gen.workbook import sheets
from gen.workbook.read import Reading, read

TYPES = (
    "kallelse",
    "kungörelse",
    "omröstningslista",
    "laglighetsprövning",
    "förvaltningsbesvär",
    "anslag",
)


def drafts(found: Reading, typ: str) -> dict[str, documents.Draft]:
    return {draft.name: draft for draft in documents.types()[typ].drafts(found)}


def context(found: Reading, typ: str) -> dict[str, Any]:
    (draft,) = drafts(found, typ).values()
    return dict(draft.context)


def texts(value: Any) -> list[str]:
    """All paragraphs of a block value, each as one text."""
    return [
        "".join(run["text"] for run in runs)
        for block in value["block"]
        for runs in block.get("poster", [block.get("text")])
    ]


def delar(punkt: dict[str, Any]) -> dict[str, list[str]]:
    return {del_["del"]: texts(del_["innehåll"]) for del_ in punkt["delar"]}


# -- kallelse ---------------------------------------------------------------------------


def test_the_kallelse_tells_the_day_in_words_and_where_and_what_is_proposed() -> None:
    found = möte(
        "KS 2023-03-06 | Anmäl förhinder till: Siv Sand | Gruppmöten: S: Lilla salen",
        "§ 1 En plan | Dnr: KS 2023/0001 | Beslutas av: KF | Tid: 13.15 | Föredragande: Siv Sand "
        "| Förslag: anta planen | Bilaga: Planen",
    )
    here = context(found, "kallelse")
    assert here["sammanträde"]["dag"] == "måndagen den\u00a06 mars 2023"
    assert here["sammanträde"]["tid"] == "klockan\u00a013.00"
    assert here["sammanträde"]["anmäl_förhinder_till"] == "Siv Sand"
    assert here["sammanträde"]["gruppmöten"] == "S: Lilla salen"
    assert here["justering"]["justerare"] == ["Bo Berg\u00a0(M)"]
    (punkt,) = here["ärenden"]
    assert (punkt["nr"], punkt["dnr"], punkt["tid"]) == ("1", "KS 2023/0001", "13:15")
    assert punkt["föredragande"] == "Siv Sand, nämndsekreterare"
    assert delar(punkt) == {
        "Förslag till beslut": [
            "Kommunstyrelsen föreslår att kommunfullmäktige beslutar",
            "att anta planen.",
        ],
        "Bilagor": ["Bilaga\u00a01. Planen"],
    }


def test_a_sammanträde_of_several_days_is_called_to_all_of_them() -> None:
    found = möte("KS 2022-12-12 | Sista dag: 2022-12-13", "§ 1 A | Förslag: anta")
    assert context(found, "kallelse")["sammanträde"]["dag"] == "den\u00a012–13 december 2022"


def test_everybody_is_called_by_role_whoever_came() -> None:
    found = möte(
        "KS 2023-03-06",
        "@Ada Ask | Uppdrag: ordförande | Paragrafer: 1",
        "@Ada Ask | Uppdrag: ordförande | Paragrafer: 2 | Tjänstgör: Nej",
        "@Bo Berg | Uppdrag: ledamot | Närvarar: Nej",
        "@Dan Dahl | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Bo Berg",
        "@Eva Ek | Uppdrag: ersättare",
        "@Siv Sand | Uppdrag: nämndsekreterare",
        "§ 1 A | Förslag: anta",
        "§ 2 B | Förslag: anta",
    )
    called = context(found, "kallelse")["kallade"]
    assert {group: [person["text"] for person in some] for group, some in called.items()} == {
        "ledamöter": ["Ada Ask\u00a0(S), ordförande", "Bo Berg\u00a0(M)"],
        "ersättare": ["Dan Dahl\u00a0(V)", "Eva Ek\u00a0(C)"],
        "övriga": ["Siv Sand, nämndsekreterare"],
    }


def test_the_list_keeps_its_order_with_what_came_late_and_what_is_taken_off() -> None:
    found = möte(
        "KS 2023-03-06 | Till klockan:",
        "Nr 1 A | Förslag: anta",
        "Nr 1A B | Förslag: anta",
        "Nr 2 C | Förslag: anta | Utfall: Utgår",
    )
    points = context(found, "kallelse")["ärenden"]
    assert [(p["nr"], p["tillägg"], p["utgår"]) for p in points] == [
        ("1", False, False),
        ("1A", True, False),
        ("2", False, True),
    ]
    assert delar(points[2]) == {}


@pytest.mark.parametrize("typ", ["kallelse", "kungörelse", "beslutsförslag"])
def test_what_utgar_at_the_meeting_stood_on_what_was_sent_out(typ: str) -> None:
    lines = ("§ 1 A | Förslag: anta den", "§ 2 B | Förslag: bygga bron")
    sent = context(möte("KF 2023-03-06 | Till klockan:", *lines), typ)["ärenden"]
    held = möte("KF 2023-03-06", lines[0], f"{lines[1]} | Utfall: Utgår")
    assert context(held, typ)["ärenden"] == sent


@pytest.mark.parametrize("typ", ["kallelse", "kungörelse"])
@pytest.mark.parametrize("hidden", [True, False])
def test_of_what_is_secret_only_the_lagrum_is_told(typ: str, hidden: bool) -> None:
    found = möte(
        "KF 2023-03-06",
        "§ 1 Rubriken | Dnr: KF 2023/0001 | Typ: Yttrande | Sekretess: 26 kap. 1 § OSL "
        "| Föredragande: Siv Sand | Tid: 13.15 | Förslag: hemligt | Bilaga: hemlig karta"
        + (" | Dölj rubriken: Ja" if hidden else ""),
    )
    (punkt,) = context(found, typ)["ärenden"]
    assert punkt["rubrik"] == ("Ärende med sekretess" if hidden else "Rubriken")
    assert delar(punkt) == {"Sekretess": ["Sekretess enligt 26 kap. 1 § OSL."]}
    rest = [punkt[field] for field in ("dnr", "typ", "föredragande", "tid")]
    assert rest == ["", "", "", None]


@pytest.mark.parametrize("typ", ["kallelse", "kungörelse"])
def test_nobody_is_called_to_an_inställt_sammanträde(typ: str) -> None:
    found = möte("KF 2023-03-06 | Slag: Inställt", "§ 1 A | Förslag: anta")
    assert drafts(found, typ) == {}


def test_the_kallelse_can_be_made_when_only_it_has_what_it_needs() -> None:
    found = möte(
        "KS 2023-03-06 | Till klockan: | Första §: | Justerare: | Justering planerad: ", "Nr 1 A"
    )
    job = {job.name: job for job in plan(found, ["kallelse"])}["kallelse"]
    assert job.context["justering"] == {"justerare": [], "ersättare": [], "tid_och_plats": ""}
    assert job.created == "2023-03-06"


# -- kungörelse -------------------------------------------------------------------------


def test_fullmäktige_is_announced_with_time_place_and_ärenden() -> None:
    found = möte(
        "KF 2023-03-27 | Kungörelse anslagen: 2023-03-17",
        "@Ada Ask | Uppdrag: ordförande",
        "§ 1 Budget | Dnr: KF 2023/0001 | Förslag: anta",
    )
    (draft,) = drafts(found, "kungörelse").values()
    here: Any = draft.context
    assert here["sammanträde"]["dag"] == "måndagen den\u00a027 mars 2023"
    assert here["sammanträde"]["offentligt"] is True
    assert here["sammanträde"]["ordförande"] == "Ada Ask\u00a0(S)"
    assert [(p["nr"], p["rubrik"]) for p in here["ärenden"]] == [("1", "Budget")]
    assert draft.created == "2023-03-17"


def test_only_fullmäktige_is_announced() -> None:
    found = möte("KS 2023-03-27", "§ 1 A | Förslag: anta")
    assert drafts(found, "kungörelse") == {}
    assert "fullmäktige" in documents.types()["kungörelse"].lacks


# -- omröstningslista -------------------------------------------------------------------

VOTED = (
    "! Omröstning | Ja betyder: bifall till förslaget | Nej betyder: avslag "
    "| Ja: S; M; L | Nej: V | Avstår: FNL"
)


def test_a_list_has_a_row_a_seat_and_its_sums_are_those_of_the_paragraf() -> None:
    found = fullmäktige("2023-03-27", "§ 1 En plan | Förslag: anta", VOTED)
    (lista,) = context(found, "omröstningslista")["listor"]
    rader = lista["rader"]
    seats = [name for name, _ in LEDAMOTER if name != EMPTY]
    assert [rad["namn"] for rad in rader] == seats
    assert [rad["nr"] for rad in rader] == list(range(1, len(seats) + 1))
    for rad in rader:
        crosses = [side for side in ("ja", "nej", "avstår", "frånvarande") if rad[side] == "X"]
        assert crosses == [{"V": "nej", "FNL": "avstår"}.get(rad["parti"], "ja")]
    held = found.meeting.arenden[0].behandling[0].omrostning
    assert held is not None
    assert list(lista["summa"].values()) == [side.antal for side in held.sides]
    assert lista["utfall"].endswith("Utfallet är ja: bifall till förslaget.")


def test_a_list_of_a_vote_on_what_is_secret_says_so_on_every_page() -> None:
    for law, status in (
        (" | Sekretess: 19 kap. 1 § OSL", "Sekretess – Ej justerat"),
        ("", "Ej justerat"),
    ):
        found = fullmäktige("2023-03-27", f"§ 1 En plan | Förslag: anta{law}", VOTED)
        assert context(found, "omröstningslista")["dokument"]["status"] == status


def test_the_ersättare_votes_in_the_row_of_the_ledamot() -> None:
    found = fullmäktige("2023-03-27", "§ 1 En plan | Förslag: anta", VOTED)
    (lista,) = context(found, "omröstningslista")["listor"]
    filled = {rad["namn"]: rad["ersättare"] for rad in lista["rader"] if rad["ersättare"]}
    assert filled == {seat: f"{name}\u00a0(V)" for seat, name in zip(AWAY, ERSATTARE, strict=True)}


@pytest.mark.parametrize("valkretsar", [True, False])
def test_valkrets_is_a_column_only_where_it_is_known(valkretsar: bool) -> None:
    found = fullmäktige("2023-03-27", "§ 1 A | Förslag: a", VOTED, valkretsar=valkretsar)
    (lista,) = context(found, "omröstningslista")["listor"]
    assert lista["valkretsar"] is valkretsar
    assert {rad["valkrets"] for rad in lista["rader"]} == (
        {"Norra", "Södra"} if valkretsar else {""}
    )


def test_who_steps_in_for_jäv_or_a_vacant_seat_has_that_seat() -> None:
    found = möte(
        "KS 2023-03-06",
        "@Ada Ask | Uppdrag: ordförande",
        "@Bo Berg | Uppdrag: ledamot",
        "@Dan Dahl | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Vakant",
        "@Eva Ek | Uppdrag: ersättare | Närvarar: Ja",
        "@Cia Cron | Uppdrag: ersättare | Närvarar: Ja | Tjänstgör för: Ja",
        "@Siv Sand | Uppdrag: nämndsekreterare",
        "§ 1 A | Förslag: anta",
        "! Jäv Bo Berg | Ersättare: Eva Ek",
        "! Omröstning | Ja: Övriga | Nej: V",
    )
    (lista,) = context(found, "omröstningslista")["listor"]
    shown = [(r["namn"], r["parti"], r["ersättare"], r["ja"], r["nej"]) for r in lista["rader"]]
    assert shown == [
        ("Ada Ask", "S", "", "X", ""),
        ("Bo Berg", "M", "Eva Ek\u00a0(C)", "X", ""),
        ("Vakant", "", "Dan Dahl\u00a0(V)", "", "X"),
        ("Cia Cron", "L", "", "X", ""),
    ]


def test_who_takes_no_part_is_named_and_has_no_row() -> None:
    found = möte(
        "KS 2023-03-06",
        "§ 1 A | Förslag: anta",
        "! Deltar inte Cia Cron",
        "! Omröstning | Ja: S | Nej: M",
    )
    (lista,) = context(found, "omröstningslista")["listor"]
    assert lista["deltar_inte"] == ["Cia Cron\u00a0(L)"]
    assert [rad["namn"] for rad in lista["rader"]] == ["Ada Ask", "Bo Berg"]


def test_lists_are_numbered_through_the_meeting() -> None:
    found = möte(
        "KS 2023-03-06",
        "§ 1 A | Förslag: anta",
        "! Omröstning | Ja: Övriga",
        "! Omröstning | Gäller: Tillägg | Ja: Övriga",
        "§ 2 B | Förslag: anta",
        "! Omröstning | Ja: Övriga",
    )
    listor = context(found, "omröstningslista")["listor"]
    shown = [(lista["nummer"], lista["paragraf"], lista["omröstning"]) for lista in listor]
    assert shown == [(1, "§\u00a01", 1), (2, "§\u00a01", 2), (3, "§\u00a02", None)]


@pytest.mark.parametrize(
    "line",
    [
        "! Omröstning | Ja: 2 | Nej: 1",
        "! Omröstning | Gäller: Val | Ja: S; M | Nej: L",
        "! Yrkande Bo Berg | Gäller: Avslag",
    ],
    ids=["only numbers", "closed", "none"],
)
def test_there_is_no_list_where_nobody_may_or_can_say_who_voted_how(line: str) -> None:
    found = möte("KS 2023-03-06", "§ 1 A | Förslag: anta", line)
    assert drafts(found, "omröstningslista") == {}


# -- how to appeal ----------------------------------------------------------------------

POSTED = "Justerat: 2023-03-07 | Anslaget uppsatt: 2023-03-08"


def test_the_text_says_which_paragrafer_and_the_last_day_of_each_anslag() -> None:
    found = möte(
        f"KS 2023-03-06 | {POSTED}",
        "§ 1 A | Förslag: anta",
        "§ 2 B | Förslag: anta | Omedelbart justerad: Ja",
        "§ 3 C | Förslag: anta | Beslutas av: KF",
        "% Omedelbar justering | Paragrafer: 2 | Justerat: 2023-03-06 "
        "| Anslaget uppsatt: 2023-03-06",
    )
    here = context(found, "laglighetsprövning")["överklagande"]
    assert here["paragrafer"] == "§\u00a01–2"
    assert [(d["paragrafer"], d["sista_dag_att_överklaga"]) for d in here["delar"]] == [
        ("§\u00a01", "2023-03-29"),
        ("§\u00a02", "2023-03-27"),
    ]


def test_before_the_anslag_there_is_no_last_day() -> None:
    found = möte("KS 2023-03-06", "§ 1 A | Förslag: anta")
    here = context(found, "laglighetsprövning")["överklagande"]
    assert (here["paragrafer"], here["delar"]) == ("§\u00a01", [])


def test_each_way_to_appeal_has_its_own_text_and_another_law_has_none() -> None:
    found = möte(
        "KS 2023-03-06",
        "§ 1 A | Förslag: anta | Överklagande: Förvaltningsbesvär",
        "§ 2 B | Förslag: anta | Överklagande: Annan lag",
        "§ 3 C | Förslag: anta | Överklagande: Kan inte överklagas",
    )
    assert drafts(found, "laglighetsprövning") == {}
    (draft,) = drafts(found, "förvaltningsbesvär").values()
    assert draft.name == "hur-man-överklagar-förvaltningsbesvär"
    assert draft.context["överklagande"]["paragrafer"] == "§\u00a01"


def test_fullmäktige_always_has_the_text_on_laglighetsprövning() -> None:
    assert drafts(möte("KF 2023-03-06"), "laglighetsprövning")
    assert not drafts(möte("KF 2023-03-06"), "förvaltningsbesvär")
    assert not drafts(möte("KS 2023-03-06"), "laglighetsprövning")


def test_that_another_law_has_no_text_here_is_told() -> None:
    plan_ = "§ 1 A | Förslag: anta | Överklagande: {}"
    assert "GEN-3650" in codes(möte("KS 2023-03-06", plan_.format("Annan lag")))
    assert "GEN-3650" not in codes(möte("KS 2023-03-06", plan_.format("Laglighetsprövning")))


@pytest.mark.parametrize(
    ("way", "lacking"),
    [
        ("Laglighetsprövning", ["Förvaltningsrätt"]),
        ("Förvaltningsbesvär", ["Förvaltningsrätt", "Adress för överklagande"]),
        ("Kan inte överklagas", []),
    ],
)
def test_what_the_register_lacks_for_the_text_is_told(way: str, lacking: list[str]) -> None:
    line = f"§ 1 A | Förslag: anta | Överklagande: {way}"
    bare = {**REGISTER, sheets.KOMMUN: [{"Namn": "Lillköpings kommun"}]}
    told = [f.value for f in fynd(möte("KS 2023-03-06", line, register=bare)) if "3651" in f.code]
    assert told == lacking
    assert "GEN-3651" not in codes(möte("KS 2023-03-06", line))


# -- anslag -----------------------------------------------------------------------------

PARTS = (
    "§ 1 A | Förslag: anta",
    "§ 2 B | Förslag: anta | Omedelbart justerad: Ja",
    "§ 3 C | Förslag: anta",
)
AT_ONCE = (
    "% Omedelbar justering | Paragrafer: 2 | Justerat: 2023-03-06 | Anslaget uppsatt: 2023-03-06"
)
CORRECTED = "% Rättelse | Paragrafer: 3 | Justerat: 2023-04-03 | Anslaget uppsatt: 2023-04-04"


def test_a_paragraf_stands_in_exactly_one_anslag() -> None:
    found = möte(f"KS 2023-03-06 | {POSTED}", *PARTS, AT_ONCE)
    made = drafts(found, "anslag")
    shown = {name: d.context["anslag"]["paragrafer"] for name, d in made.items()}
    assert shown == {"anslag": "§\u00a01 och 3", "anslag-paragraf-2": "§\u00a02"}
    days = {n: d.context["anslag"]["sista_dag_att_överklaga"] for n, d in made.items()}
    assert days == {"anslag": "2023-03-29", "anslag-paragraf-2": "2023-03-27"}


def test_a_rättelse_has_an_anslag_that_says_what_is_corrected() -> None:
    found = möte(f"KS 2023-03-06 | {POSTED}", *PARTS, f"{CORRECTED} | Vad som rättats: Ett namn.")
    made = drafts(found, "anslag")["anslag-rättelse-paragraf-3"]
    assert made.context["anslag"]["vad_som_rättats"] == "Ett namn."
    assert made.context["anslag"]["slag"] == "Rättelse"
    assert not made.waits_for


def test_two_corrections_of_one_paragraf_are_two_files() -> None:
    found = möte(f"KS 2023-03-06 | {POSTED}", *PARTS, CORRECTED, CORRECTED)
    assert list(drafts(found, "anslag")) == [
        "anslag",
        "anslag-rättelse-paragraf-3",
        "anslag-rättelse-paragraf-3-nr-2",
    ]


def test_nothing_is_left_for_the_meetings_own_when_all_is_omedelbart_justerat() -> None:
    found = möte(
        f"KS 2023-03-06 | {POSTED}", "§ 2 B | Förslag: anta | Omedelbart justerad: Ja", AT_ONCE
    )
    assert list(drafts(found, "anslag")) == ["anslag-paragraf-2"]


def test_what_is_justerat_at_once_does_not_wait_for_the_rest() -> None:
    found = möte("KS 2023-03-06", *PARTS, AT_ONCE, "% Rättelse | Paragrafer: 1")
    waits = {name: set(draft.waits_for) for name, draft in drafts(found, "anslag").items()}
    assert waits == {
        "anslag": {"sammanträde.justerat", "sammanträde.anslaget_uppsatt"},
        "anslag-paragraf-2": set(),
        "anslag-rättelse-paragraf-1": {
            "delprotokoll[1].justerat",
            "delprotokoll[1].anslaget_uppsatt",
            "delprotokoll[1].vad_som_rättats",
        },
    }
    assert [job.name for job in plan(found, ["anslag"])] == ["anslag-paragraf-2"]


@pytest.mark.parametrize(
    ("dates", "status"), [("", "Ej justerat"), (" | Justerat: 2023-03-07", "Utkast")]
)
def test_an_utkast_says_what_it_is_in_its_name_and_on_its_pages(dates: str, status: str) -> None:
    found = möte(f"KS 2023-03-06{dates}", "§ 1 A | Förslag: anta")
    (job,) = plan(found, ["anslag"], utkast=True)
    assert job.name == "anslag-utkast"
    assert job.title == "Anslag Kommunstyrelsen 2023-03-06 §\u00a01 (utkast)"
    shown: Any = job.context["dokument"]
    assert (shown["status"], shown["titel"]) == (status, job.title)
    (same,) = plan(möte(f"KS 2023-03-06 | {POSTED}", "§ 1 A | Förslag: anta"), ["anslag"])
    assert same.name == "anslag"


def test_an_anslag_is_chosen_by_any_of_its_paragrafer() -> None:
    found = möte(f"KS 2023-03-06 | {POSTED}", *PARTS, AT_ONCE)

    def chosen(number: int) -> list[str]:
        selection = Selection(paragrafer=frozenset({number}))
        return [job.name for job in plan(found, ["anslag"], selection=selection)]

    assert [chosen(n) for n in (1, 2, 3)] == [["anslag"], ["anslag-paragraf-2"], ["anslag"]]


@pytest.fixture
def unsigned(tmp_path: Path) -> Path:
    """The KSAU workbook the day after: § 50 is justerad at once and posted, § 49 is not."""

    def change(bok: Any) -> Any:
        put(bok.header("Sammanträde", "Anslaget uppsatt"), None)
        put(bok.cell("Ärenden", "Omedelbart justerad", "28"), "Ja")
        row = bok.top(sheets.DELPROTOKOLL) + 1
        for header, value in (
            ("Slag", "Omedelbar justering"),
            ("Paragrafer", "50"),
            ("Justerat", "2023-03-06"),
            ("Anslaget uppsatt", "2023-03-07"),
        ):
            cell = bok.header("Delprotokoll", header)
            put(bok["Delprotokoll"].cell(row, cell.column), value)
        return put(bok.header("Sammanträde", "Justerat"), None)

    return broken(tmp_path, change)[0]


def run(workbook: Path, **options: Any) -> Any:
    how = Options(out=workbook.parent / "out", engine="inbyggd", dry=True, **options)
    return gen.build(workbook, ["anslag"], how)


def test_what_waits_is_refused_with_its_empty_cells_and_the_rest_is_made(unsigned: Path) -> None:
    done = run(unsigned)
    assert [job.name for job in done.jobs] == ["anslag-paragraf-50"]
    assert dict(done.stopped) == {"anslag": 2}
    assert done.waiting == ("anslag",)
    empty = {f.at for f in done.findings if f.code == "GEN-2001"}
    assert empty == {"sammanträde.justerat", "sammanträde.anslaget_uppsatt"}
    assert done.exit_code == 1


def test_what_is_not_asked_for_is_not_missed(unsigned: Path) -> None:
    done = run(unsigned, paragrafer="50")
    assert [job.name for job in done.jobs] == ["anslag-paragraf-50"]
    assert (dict(done.stopped), done.empty, done.exit_code) == ({}, (), 0)


def test_an_utkast_is_made_beside_what_is_ready(unsigned: Path) -> None:
    done = run(unsigned, utkast=True)
    assert [job.name for job in done.jobs] == ["anslag-utkast", "anslag-paragraf-50"]
    assert (dict(done.stopped), done.exit_code) == ({}, 0)


def test_strictly_nothing_is_made_of_what_is_half_done(unsigned: Path) -> None:
    done = run(unsigned, strict=True)
    assert done.jobs == ()
    assert dict(done.stopped) == {"anslag": 2}


def test_another_fault_stops_the_utkast_too(tmp_path: Path) -> None:
    def change(bok: Any) -> Any:
        put(bok.header("Sammanträde", "Justerat"), None)
        return put(bok.header("Sammanträde", "Anslaget uppsatt"), "någon dag i mars")

    done = run(broken(tmp_path, change)[0], utkast=True)
    assert done.jobs == ()
    assert set(done.stopped) == {"anslag"}
    assert done.exit_code == 1


def test_kontrollera_inför_anslag_still_tells_what_is_empty(unsigned: Path) -> None:
    done = kontrollera(unsigned, before=documents.types()["anslag"].before)
    assert done.stopped["anslag"] == 2


def test_the_terminal_says_what_was_not_made_and_that_an_utkast_can_be(unsigned: Path) -> None:
    done = command(unsigned.parent, "anslag", unsigned)
    assert done.returncode == 1
    assert "Anslag gjordes inte: 2 fel att rätta" in done.stdout
    assert "--utkast" in done.stdout
    assert "anslag-paragraf-50.pdf" in done.stdout
    done = command(unsigned.parent, "anslag", unsigned, "--utkast")
    assert done.returncode == 0, done.stderr
    assert "anslag-utkast.pdf" in done.stdout


def test_the_anslag_is_due_when_something_is_posted_and_waits_for_the_justering() -> None:
    typ = documents.types()["anslag"]
    assert typ.waits
    assert not typ.due(möte("KS 2023-03-06", *PARTS))
    assert typ.due(möte("KS 2023-03-06", *PARTS, AT_ONCE))


# -- on paper ---------------------------------------------------------------------------

LONG = (
    "Motion från Ada Ask (S) och Bo Berg (M) om att ge förvaltningarna uppdrag och verktyg för "
    "ständigt förbättringsarbete för att öka kvalitet och effektivitet i samtliga nämnder, "
    "styrelser och bolag under hela mandatperioden och därefter så länge inget annat beslutas"
)


def full_ks() -> Reading:
    many = (
        f"§ {n} Ärende {n} om något som ska beslutas | Dnr: KS 2023/{n:04} | Förslag: anta"
        for n in range(8, 16)
    )
    return möte(
        "KS 2023-03-06 | Slag: Extra | Anmäl förhinder till: Siv Sand, siv@lillkoping.invalid "
        "| Gruppmöten: S och V, kl. 11.00 i Lilla salen | Justering klockan: 8.30 "
        "| Ersättare för justerare: Cia Cron | Sammanträdets diarienummer: KS 2023/0001",
        "@Ada Ask | Uppdrag: ordförande",
        "@Bo Berg | Uppdrag: vice ordförande",
        "@Cia Cron | Uppdrag: ledamot",
        "@Dan Dahl | Uppdrag: ersättare",
        "@Siv Sand | Uppdrag: nämndsekreterare",
        "§ 1 Upprop | Typ: Formalia",
        "§ 2 Val av justerare | Typ: Formalia",
        f"§ 3 {LONG} | Typ: Motion | Dnr: KS 2022/1056 | Beslutas av: KF | Föredragande: Siv Sand "
        "| Tid: 13.15 | Förslag: avslå motionen | Bilaga: Motionen | Bilaga: Remissvar",
        "§ 4 En plan | Beslutas av: KF | Förslag: anta planen | Förslag: upphäva den gamla "
        "| Inledning: För egen del beslutar kommunstyrelsen | Förslag: följa upp",
        "§ 5 Hemligt | Sekretess: 26 kap. 1 § OSL | Dölj rubriken: Ja | Förslag: hemligt",
        "§ 6 Något som utgår | Dnr: KS 2023/0004 | Utfall: Utgår | Förslag: anta",
        "§ 7 Ett tillstånd | Förslag: bevilja | Överklagande: Förvaltningsbesvär "
        "| Föredragande: Siv Sand | Bakgrund: Skälen.",
        *many,
        "Nr 15A Ett sent ärende | Dnr: KS 2023/0099 | Förslag: anta",
    )


def full_kf() -> Reading:
    return fullmäktige(
        "2023-03-27 | Justerat: 2023-03-30 | Anslaget uppsatt: 2023-03-31 "
        "| Kungörelse anslagen: 2023-03-17",
        "§ 1 Upprop | Typ: Formalia",
        f"§ 2 {LONG} | Typ: Motion | Dnr: KS 2022/1056 | Förslag: avslå motionen",
        VOTED,
        "! Omröstning | Gäller: Tillägg | Ja betyder: avslag | Nej betyder: bifall "
        "| Ja: S; M | Nej: V; FNL | Avstår: L",
        "§ 3 Budget | Dnr: KS 2023/0002 | Förslag: anta | Omedelbart justerad: Ja",
        "% Omedelbar justering | Paragrafer: 3 | Justerat: 2023-03-27 "
        "| Anslaget uppsatt: 2023-03-28",
        "% Rättelse | Paragrafer: 2 | Justerat: 2023-04-03 | Anslaget uppsatt: 2023-04-04 "
        "| Vad som rättats: Röstetalet i den andra omröstningen.",
    )


def small_kf() -> Reading:
    """Fullmäktige with one seat, nothing on the list, and a register that says next to nothing."""
    bare = {**REGISTER, sheets.KOMMUN: [{"Namn": "Lillköpings kommun"}]}
    return möte(
        "KF 2023-03-06 | Justering planerad: | Justerare: | Sekreterare: ",
        "@Ada Ask | Uppdrag: ledamot",
        register=bare,
    )


MEETINGS: dict[str, Callable[[], Reading]] = {
    "ks": full_ks,
    "kf": full_kf,
    "minst": lambda: möte("KS 2023-03-06 | Till klockan: | Första §: ", "Nr 1 Ett ärende"),
    "minst-kf": small_kf,
    "utkast": lambda: möte(
        "KS 2023-03-06 | Justeringssätt: På plats",
        "§ 1 A | Förslag: anta",
        "! Omröstning | Ja: S | Nej: M | Avstår: L",
    ),
    "ksau": lambda: read(KSAU),
}
ENGINES = ("libreoffice", "inbyggd")
BOTH = pytest.mark.behover("libreoffice")


@pytest.fixture(scope="module")
def words_() -> dict[str, tuple[bytes, str]]:
    """Every document of every meeting as a Word file, with its title."""
    out = {}
    for meeting, of in MEETINGS.items():
        for job in plan(of(), TYPES, utkast=True):
            template = job.resources[MALL]
            body = on_letterhead(template.content, job.resources[BREVPAPPER].content)
            made = render(body, job.context, name=template.name)
            out[f"{meeting}-{job.name}"] = (made, job.title)
    return out


@pytest.fixture(scope="module")
def pdfs(words_: dict[str, tuple[bytes, str]]) -> dict[str, dict[str, bytes]]:
    """By engine, all of them in one call."""
    out = {}
    for name in ENGINES:
        wanted = [
            Document(made, Metadata(title, "2023-03-06T00:00:00+00:00"), file)
            for file, (made, title) in words_.items()
        ]
        with choose(name) as engine:
            results = to_pdf(engine, wanted)
        assert [finding for made in results for finding in made.findings] == []
        out[name] = {
            file: made.pdf
            for file, made in zip(words_, results, strict=True)
            if made.pdf is not None
        }
        assert out[name].keys() == words_.keys()
    return out


def pages(pdf: bytes) -> list[str]:
    return [" ".join(p.extract_text().split()) for p in PdfReader(io.BytesIO(pdf)).pages]


def paragraphs(made: bytes) -> Iterator[tuple[str, str]]:
    """Style and text of each paragraph of the body, those of tables too."""
    body = docx.Document(io.BytesIO(made))
    for paragraph in body.paragraphs:
        yield str(paragraph.style.name), paragraph.text
    for table in body.tables:
        for row in table.rows:
            for cell in row.cells:
                for paragraph in cell.paragraphs:
                    yield str(paragraph.style.name), paragraph.text


def test_every_type_is_among_what_is_printed(words_: dict[str, tuple[bytes, str]]) -> None:
    assert list(words_) == [
        "ks-kallelse",
        "ks-hur-man-överklagar-laglighetsprövning",
        "ks-hur-man-överklagar-förvaltningsbesvär",
        "ks-anslag-utkast",
        "kf-kallelse",
        "kf-kungörelse",
        "kf-omröstningslista",
        "kf-hur-man-överklagar-laglighetsprövning",
        "kf-anslag",
        "kf-anslag-paragraf-3",
        "kf-anslag-rättelse-paragraf-2",
        "minst-kallelse",
        "minst-kf-kallelse",
        "minst-kf-kungörelse",
        "minst-kf-hur-man-överklagar-laglighetsprövning",
        "utkast-kallelse",
        "utkast-omröstningslista",
        "utkast-hur-man-överklagar-laglighetsprövning",
        "utkast-anslag-utkast",
        "ksau-kallelse",
        "ksau-anslag",
    ]


STRAY_IN_A_LIST = re.compile(r"  |,,| [,.]|\t$")
STRAY = re.compile(rf"{STRAY_IN_A_LIST.pattern}|,$")


def test_nothing_is_empty_stray_or_doubled(words_: dict[str, tuple[bytes, str]]) -> None:
    for file, (made, _) in words_.items():
        shown = list(paragraphs(made))
        for style, text in shown:
            assert "None" not in text, file
            assert "{" not in text, file
            stray = STRAY if style not in ("List Bullet", "Att-satser") else STRAY_IN_A_LIST
            assert not stray.search(text.replace("\u00a0", " ")), (file, text)
        for (style, text), (after, _) in zip(shown, [*shown[1:], ("", "")], strict=True):
            if style.startswith(("Heading", "Rubrik 1")):
                assert text.strip(), file
                # A heading of the third level heads something; one of the list may stand alone.
                assert style != "Heading 3" or after not in ("Heading 2", "Heading 3"), file


@BOTH
def test_both_engines_give_the_same_pages(pdfs: dict[str, dict[str, bytes]]) -> None:
    one, other = (pdfs[engine] for engine in ENGINES)
    for file, content in one.items():
        assert pages(content) == pages(other[file]), file


@pytest.mark.behover("libreoffice", "verapdf")
def test_verapdf_confirms_them_all(pdfs: dict[str, dict[str, bytes]], tmp_path: Path) -> None:
    made = pdfs["libreoffice"]
    assert verapdf.failures(made, tmp_path) == dict.fromkeys(made, verapdf.PASSES)


@BOTH
@pytest.mark.parametrize("engine", ENGINES)
def test_no_heading_is_alone_at_the_bottom_of_a_page(
    pdfs: dict[str, dict[str, bytes]], engine: str
) -> None:
    for page in pages(pdfs[engine]["ks-kallelse"]):
        assert not re.search(r"(Förslag till beslut|Bilagor|Dnr [A-Z]+ \d+/\d+)$", page)


@BOTH
@pytest.mark.parametrize("engine", ENGINES)
def test_each_list_begins_on_a_page_and_repeats_its_headers(
    pdfs: dict[str, dict[str, bytes]], engine: str
) -> None:
    printed = pages(pdfs[engine]["kf-omröstningslista"])
    begins = [n for n, page in enumerate(printed) if "Omröstningslista nr " in page]
    assert len(begins) == 2
    assert begins[0] == 0
    assert sum(page.count("Omröstningslista nr ") for page in printed) == 2
    headers = "Nr Namn Parti Valkrets Ersättare Ja Nej Avstår Frånvarande"
    assert [page.count(headers) for page in printed] == [1] * len(printed)


@BOTH
def test_the_crosses_stand_in_cells_under_headers_that_are_read_aloud(
    words_: dict[str, tuple[bytes, str]],
) -> None:
    body = docx.Document(io.BytesIO(words_["kf-omröstningslista"][0]))
    for table in body.tables:
        head, total, *rows = table.rows
        assert head._tr.xpath("./w:trPr/w:tblHeader")
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
        assert not table._tbl.xpath(".//w:gridSpan | .//w:vMerge")
        assert [cell.text for cell in head.cells][5:] == ["Ja", "Nej", "Avstår", "Frånvarande"]
        assert total.cells[1].text == "Summa"
        for row in rows:
            assert sorted(cell.text for cell in row.cells[5:]) == ["", "", "", "X"]


def test_the_anslag_says_what_the_seed_says(words_: dict[str, tuple[bytes, str]]) -> None:
    ours = words("\n".join(text for _, text in paragraphs(words_["ksau-anslag"][0])))
    seed = seed_parts()["anslag"]
    found = [
        (" ".join(seed[a:b]), " ".join(ours[c:d]))
        for kind, a, b, c, d in difflib.SequenceMatcher(
            None, seed, ours, autojunk=False
        ).get_opcodes()
        if kind != "equal"
    ]
    assert found == [
        ("ANSLAG/BEVIS", "Anslag/bevis"),  # capitals are not for shouting
        # Where it was announced: since 2018 the board is on the web (8 kap. 9 § KL).
        (
            "anslag.",
            "anslag på kommunens anslagstavla. Anslagstavla https://lund.invalid/anslagstavla",
        ),
        ("", "Justerat 2023-03-07"),  # the day from which the two days of 8 kap. 12 § KL run
        ("Justerare Utdragsbestyrkande", ""),  # the seed's footer, for who signs with a pen
    ]


def test_the_meeting_of_the_pages_is_at_the_stage_that_it_says() -> None:
    assert full_kf().meeting.stage is Stage.ANSLAGET
