"""The documents of an ärende on its way: tjänsteskrivelse, motionssvar, beslutsförslag, yttrande,
and what the next instance's protokoll says of the one before."""

from __future__ import annotations

import difflib
import io
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import verapdf
from bok import KSAU, REGISTER, Bok
from kommando import gen as command
from mote import REGISTER as ROWS
from mote import fynd, möte
from pypdf import PdfReader
from test_arendefil import write_arendefil
from test_golden_ksau import words
from test_seeds_defects import DEFECTS, Copy, Defect
from wordfiles import word

import gen
from gen import documents
from gen.building import Options
from gen.convert import Document, to_pdf
from gen.documents.behandling import told
from gen.documents.motionssvar import answer
from gen.docx import render
from gen.jobs import BREVPAPPER, MALL
from gen.model import Arende, Rad, Run
from gen.pdf.engines import choose
from gen.pdf.metadata import Metadata
from gen.planning import plan
from gen.swedish.verbs import PRETERITUM_AV, Tempus
from gen.templates import on_letterhead
from gen.workbook import sheets
from gen.workbook.read import Reading, read, read_arendefil

DATA = Path(__file__).parent.parent / "data"
GOLDEN = Path(__file__).parent / "golden"
TYPES = ("tjänsteskrivelse", "motionssvar", "beslutsförslag", "yttrande")


def drafts(found: Reading, typ: str) -> dict[str, documents.Draft]:
    return {draft.name: draft for draft in documents.types()[typ].drafts(found)}


def context(found: Reading, typ: str) -> dict[str, Any]:
    (draft,) = drafts(found, typ).values()
    return dict(draft.context)


def lines(value: Any) -> list[str]:
    """All paragraphs of a block value, each as one text."""
    return [
        "".join(run["text"] for run in runs)
        for block in value["block"]
        for runs in block.get("poster", [block.get("text", [])])
    ]


def delar(parts: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {part["del"]: lines(part["innehåll"]) for part in parts}


def places(code: int, found: Reading) -> list[str]:
    return [f.at for f in fynd(found) if f.code == f"GEN-{code}"]


def with_rows(sheet: sheets.Sheet, **cells: str) -> Mapping[Any, list[dict[str, str]]]:
    """The tests' register with something else in the form of that sheet."""
    return {sheet: [{**ROWS[sheet][0], **{k.replace("_", " "): v for k, v in cells.items()}}]}


# -- tjänsteskrivelse -------------------------------------------------------------------

PLAN = (
    "§ 1 En plan | Dnr: KS 2023/0001 | Tjänsteskrivelse: 2023-02-14 | Beslutas av: KF "
    "| Förslag: anta planen"
)


def test_a_tjansteskrivelse_is_made_of_each_arende_that_has_its_day() -> None:
    found = möte(
        "KS 2023-03-06",
        PLAN,
        "§ 2 Utan dag | Förslag: anta",
        "§ 3 Samma dnr | Dnr: KS 2023/0001 | Tjänsteskrivelse: 2023-02-15 | Förslag: anta",
        "§ 4 Utan dnr | Tjänsteskrivelse: 2023-02-16 | Förslag: anta",
    )
    made = drafts(found, "tjänsteskrivelse")
    assert {name: (draft.arende, draft.created) for name, draft in made.items()} == {
        "tjänsteskrivelse-ks-2023-0001": ("1", "2023-02-14"),
        "tjänsteskrivelse-ks-2023-0001-ärende-3": ("3", "2023-02-15"),
        "tjänsteskrivelse-ärende-4": ("4", "2023-02-16"),
    }


def test_its_parts_stand_in_the_order_of_the_published_ones() -> None:
    found = möte(
        "KS 2023-03-06",
        "§ 1 Motion från Eva Ek (C): Bänkar | Typ: Motion | Dnr: KS 2023/0001 | Beslutas av: KF "
        "| Tjänsteskrivelse: 2023-02-14 | Inkom: 2022-12-08 | Bedömning: Bra. "
        "| Barnets bästa: Bänkar gynnar barn. | Bakgrund: Motionen. | Underrubrik: Parken "
        "| Bakgrund: Den är stor. | Förslag: avslå motionen | Sammanfattning: Kort. "
        "| Underlag: Karta | Tidigare behandling: Remitterat "
        "| Skickas till – kännedom: Förslagsställarna | Bilaga: Kartan",
        register=with_rows(sheets.STIL, Konsekvensrubriker="Barnets bästa"),
    )
    here = context(found, "tjänsteskrivelse")
    assert delar(here["delar"]) == {
        "Förslag": [
            "Kommunstyrelsen föreslår att kommunfullmäktige beslutar",
            "att avslå motionen.",
        ],
        "Sammanfattning": ["Kort."],
        "Underlag": [
            "Kansliets tjänsteskrivelse 2023-02-14 Motion från Eva Ek (C): Bänkar",
            "Motion från Eva Ek (C): Bänkar, inkommen 2022-12-08",
            "Remitterat av kommunstyrelsen",
            "Karta",
        ],
    }
    assert [part["rubrik"] for part in here["delar"]] == [
        "Förslag till beslut",
        "Sammanfattning",
        "Underlag för beslutet",
    ]
    assert delar(here["ärendet"]) == {
        "Bakgrund": ["Motionen.", "Parken", "Den är stor."],
        "Bedömning": ["Bra."],
        "Barnets bästa": ["Bänkar gynnar barn."],
    }
    assert delar(here["slut"]) == {
        "Skickas till": ["För kännedom:", "Motionären"],
        "Bilagor": ["Bilaga\u00a01. Kartan"],
    }


SIGNED = {
    sheets.TJANSTEPERSONER: [
        {"Namn": "Tor Tall", "Titel": "kommundirektör", "Skriver under": "1"},
        {"Namn": "Kim Klo", "Titel": "kanslichef", "Skriver under": "2"},
        {"Namn": "Siv Sand", "Titel": "utredare", "Förvaltning": "Kansliet"},
    ]
}


def test_two_sign_it_unless_the_arendefil_says_who(tmp_path: Path) -> None:
    form = {
        "Rubrik": "En plan",
        "Tjänsteskrivelsens datum": "2023-02-14",
        "Handläggare": "Siv Sand",
    }
    write_arendefil(tmp_path / "a.xlsx", form, ("Förslag", "anta"))
    write_arendefil(tmp_path / "b.xlsx", {**form, "Undertecknas av": "Kim Klo"}, ("Förslag", "x"))
    found = möte(
        "KS 2023-03-06",
        "§ 1 | Ärendefil: a.xlsx",
        "§ 2 | Ärendefil: b.xlsx",
        register=SIGNED,
        folder=tmp_path,
    )
    one, other = (draft.context for draft in drafts(found, "tjänsteskrivelse").values())
    assert one["handläggare"] == {"namn": "Siv Sand", "titel": "Utredare"}
    assert one["dokument"]["organ"] == "Kansliet"
    assert [(u["namn"], u["titel"]) for u in one["underskrifter"]] == [
        ("Tor Tall", "Kommundirektör"),
        ("Kim Klo", "Kanslichef"),
    ]
    assert [u["namn"] for u in other["underskrifter"]] == ["Kim Klo"]


def test_what_is_secret_is_marked_on_every_page_and_told_below_the_rubrik() -> None:
    here = context(möte("KS 2023-03-06", f"{PLAN} | Sekretess: 26 kap. 1 § OSL"), TYPES[0])
    assert here["dokument"]["status"] == "Sekretess"
    assert here["ärende"]["sekretess"] == "Sekretess enligt 26 kap. 1 § OSL."
    assert here["delar"]


def test_there_is_none_without_a_rubrik_and_an_empty_heading_never_stands() -> None:
    assert drafts(möte("KS 2023-03-06", "§ 1 | Tjänsteskrivelse: 2023-02-14"), TYPES[0]) == {}
    bare = {sheets.TJANSTEPERSONER: [{"Namn": "Siv Sand"}], sheets.KOMMUN: [{"Namn": "Ö"}]}
    found = möte("KS 2023-03-06", "§ 1 A | Tjänsteskrivelse: 2023-02-14", register=bare)
    here = context(found, "tjänsteskrivelse")
    assert (here["ärendet"], here["slut"], here["underskrifter"]) == ([], [], [])
    assert here["handläggare"] == {"namn": "", "titel": ""}


def test_headings_of_a_set_in_file_stand_below_those_of_the_part(tmp_path: Path) -> None:
    (tmp_path / "lång.docx").write_bytes(
        word("Först.", build=lambda d: d.add_heading("Remissen", 1))
    )
    found = möte(
        "KS 2023-03-06",
        f"{PLAN} | Föredragning (Fil): lång.docx | Underrubrik: Efter",
        folder=tmp_path,
    )
    (job,) = plan(found, ["tjänsteskrivelse"])
    body = docx.Document(io.BytesIO(made_of(job)))
    shown = {p.text: str(p.style.name) for p in body.paragraphs if p.text}
    assert shown["Ärendet"] == "Heading 2"
    assert shown["Föredragning"] == "Heading 3"
    assert shown["Remissen"] == "Heading 4"
    assert shown["Efter"] == "Heading 4"


# -- the first instance -----------------------------------------------------------------

CHAINS = {
    "KSAU": "Kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen beslutar att föreslå "
    "kommunfullmäktige besluta",
    "KS": "Kommunstyrelsen föreslår att kommunfullmäktige beslutar",
    "KF": "Kommunfullmäktige beslutar",
}
FORM = {
    "Rubrik": "En plan",
    "Dnr": "KS 2023/0001",
    "Tjänsteskrivelsens datum": "2023-02-14",
    "Handläggare": "Siv Sand",
    "Beslutas av": "KF",
}


@pytest.mark.parametrize(
    ("form", "lead_in"),
    [
        ({}, CHAINS["KSAU"]),
        ({"Dnr": "", "Beslutas av": "KF"}, CHAINS["KSAU"]),
        ({"Beslutas av": "KS"}, "Kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen"),
        ({"Beslutas av": ""}, "Kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen"),
        ({"Beslutas av": "KSAU"}, "Kommunstyrelsens arbetsutskott beslutar"),
        ({"Behandlas först av": "KS"}, CHAINS["KS"]),
        ({"Behandlas först av": "Kommunfullmäktige"}, CHAINS["KF"]),
        ({"Dnr": "SN 2023/0001"}, "Socialnämnden föreslår att kommunfullmäktige beslutar"),
        ({"Dnr": "SN 2023/0001", "Beslutas av": "SN"}, "Socialnämnden beslutar"),
        # The diarium of a nämnd from which no way leads there says nothing.
        ({"Dnr": "SN 2023/0001", "Beslutas av": "KS"}, "Kommunstyrelsens arbetsutskott föreslår"),
        ({"Dnr": "KF 2023/0001"}, CHAINS["KSAU"]),
    ],
)
def test_an_arendefil_alone_is_written_to_the_first_instance(
    form: dict[str, str], lead_in: str, tmp_path: Path
) -> None:
    path = write_arendefil(tmp_path / "plan.xlsx", {**FORM, **form}, ("Förslag", "anta planen"))
    here = context(read_arendefil(path, small_register(tmp_path)), "tjänsteskrivelse")
    (proposal,) = (lines(part["innehåll"]) for part in here["delar"] if part["del"] == "Förslag")
    assert proposal[0].startswith(lead_in)
    assert proposal[1:] == ["att anta planen."]


def small_register(folder: Path) -> Path:
    """The tests' register as a workbook."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in (*ROWS, sheets.REGLER):
        rows = ROWS.get(sheet, [])
        ws = book.create_sheet(sheet.name)
        if sheet.form:
            ws.append(["Uppgift", "Värde"])
            for column in sheet.columns:
                ws.append([column.header, rows[0].get(column.header)])
        else:
            ws.append([column.header for column in sheet.columns])
            for row in rows:
                ws.append([row.get(column.header) for column in sheet.columns])
    path = folder / "register.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("style", ["att-satser", "numrerade meningar"])
@pytest.mark.parametrize("organ", list(CHAINS))
def test_one_arendefil_takes_the_right_phrase_in_each_instance(
    organ: str, style: str, tmp_path: Path
) -> None:
    rows = (("Förslag", "anta planen"), ("Förslag", "upphäva den gamla"))
    write_arendefil(tmp_path / "plan.xlsx", FORM, *rows)
    found = möte(
        f"{organ} 2023-03-06",
        "§ 1 | Ärendefil: plan.xlsx",
        register=with_rows(sheets.STIL, Beslut_som=style),
        folder=tmp_path,
    )
    points = {
        "att-satser": ["att anta planen, samt", "att upphäva den gamla."],
        "numrerade meningar": ["Anta planen.", "Upphäva den gamla."],
    }[style]
    # An att-sats goes on from its lead-in; sentences follow a colon.
    sign = {"att-satser": "", "numrerade meningar": ":"}[style]
    (punkt,) = context(found, "beslutsförslag")["ärenden"]
    assert delar(punkt["delar"]) == {"Förslag": [f"{CHAINS[organ]}{sign}", *points]}
    (paragraf,) = context(found, "protokoll")["ärenden"]
    assert delar(paragraf["delar"])["Beslut"] == [f"{CHAINS[organ]}{sign}", *points]
    # The tjänsteskrivelse is one paper, the same in every instance.
    written = delar(context(found, "tjänsteskrivelse")["delar"])["Förslag"]
    assert written == [f"{CHAINS['KSAU']}{sign}", *points]
    sent = drafts(found, "yttrande")
    assert [delar(d.context["delar"])["Förslag"] for d in sent.values()] == (
        [] if organ == "KF" else [[f"{CHAINS[organ]}{sign}", *points]]
    )


def mixed(organ: str, folder: Path) -> Reading:
    """A point that kommunstyrelsen decides for its own part, among those that go on."""
    path = write_arendefil(
        folder / "plan.xlsx",
        FORM,
        ("Förslag", "anta planen"),
        ("Förslag", "följa upp planen"),
        ("Förslag", "a) varje år"),
        ("Förslag", "upphäva den gamla"),
    )
    book = openpyxl.load_workbook(path)
    for row in (3, 4):
        book["Innehåll"].cell(row, 6).value = "KS"
    book.save(path)
    return möte(f"{organ} 2023-03-06", "§ 1 | Ärendefil: plan.xlsx", folder=folder)


def test_a_mixed_beslut_has_a_lead_in_for_each_way(tmp_path: Path) -> None:
    found = mixed("KS", tmp_path)
    (paragraf,) = context(found, "protokoll")["ärenden"]
    assert delar(paragraf["delar"])["Beslut"] == [
        CHAINS["KS"],
        "att anta planen.",
        "Kommunstyrelsen beslutar för egen del",
        "att följa upp planen:",
        "varje år.",
        CHAINS["KS"],
        "att upphäva den gamla.",
    ]


def test_only_what_goes_on_stands_in_the_yttrande_and_in_the_next_instance(tmp_path: Path) -> None:
    sent = context(mixed("KS", tmp_path), "yttrande")
    assert delar(sent["delar"])["Förslag"] == [
        CHAINS["KS"],
        "att anta planen.",
        CHAINS["KS"],
        "att upphäva den gamla.",
    ]
    (paragraf,) = context(mixed("KF", tmp_path), "protokoll")["ärenden"]
    decided = delar(paragraf["delar"])["Beslut"]
    assert decided == [
        "Kommunfullmäktige beslutar",
        "att anta planen, samt",
        "att upphäva den gamla.",
    ]


def test_a_meeting_on_no_such_way_is_the_first_itself(tmp_path: Path) -> None:
    write_arendefil(tmp_path / "plan.xlsx", FORM, ("Förslag", "anta"))
    found = möte("SN 2023-03-06", "§ 1 | Ärendefil: plan.xlsx", folder=tmp_path)
    written = delar(context(found, "tjänsteskrivelse")["delar"])["Förslag"]
    assert written[0] == "Socialnämnden föreslår att kommunfullmäktige beslutar"


@pytest.mark.parametrize(
    ("header", "stops"),
    [("Tjänsteskrivelsens datum", {"tjänsteskrivelse", "motionssvar"}), ("Handläggare", set())],
)
def test_an_arendefil_alone_lacks_what_its_tjansteskrivelse_needs(
    header: str, stops: set[str], tmp_path: Path
) -> None:
    rows = ("Förslag", "anta")
    register = small_register(tmp_path)
    whole = read_arendefil(write_arendefil(tmp_path / "a.xlsx", FORM, rows), register)
    assert places(2001, whole) == []
    form = {**FORM, header: ""}
    found = read_arendefil(write_arendefil(tmp_path / "b.xlsx", form, rows), register)
    (told_,) = [f for f in fynd(found) if f.code == "GEN-2001"]
    assert told_.value == header
    assert set(told_.stoppar) == stops


# -- motionssvar ------------------------------------------------------------------------

MOTION = (
    "§ 1 Motion från Eva Ek (C) och Dan Dahl (V): Bänkar | Typ: Motion | Dnr: KS 2023/0001 "
    "| Beslutas av: KF | Tjänsteskrivelse: 2023-02-14 | Inkom: 2022-12-08 "
    "| Förslag: avslå motionen | Bedömning: Bänkarna räcker."
)
YRKANDEN = "Motionens yrkanden: köpa tio bänkar | Motionens yrkanden: att ställa ut dem."


def test_a_motion_has_one_paper_a_motionssvar_when_its_yrkanden_are_filled_in() -> None:
    plain_, filled = möte("KS 2023-03-06", MOTION), möte("KS 2023-03-06", f"{MOTION} | {YRKANDEN}")
    assert [list(drafts(plain_, typ)) for typ in TYPES[:2]] == [
        ["tjänsteskrivelse-ks-2023-0001"],
        [],
    ]
    assert [list(drafts(filled, typ)) for typ in TYPES[:2]] == [
        [],
        ["motionssvar-ks-2023-0001"],
    ]


def test_a_motionssvar_has_its_facts_and_the_yrkanden_word_for_word() -> None:
    found = möte("KS 2023-03-06", f"{MOTION} | {YRKANDEN} | Remissinstanser: Socialnämnden")
    here = context(found, "motionssvar")
    assert [(u["etikett"], u["värde"]) for u in here["uppgifter"]] == [
        ("Svar på", "motion"),
        ("Motionärerna", "Eva Ek\u00a0(C)"),
        ("", "Dan Dahl\u00a0(V)"),
        ("Inkommen", "2022-12-08"),
        ("Remissinstanser", "Socialnämnden"),
        ("Förslag till svar", "Avslag"),
    ]
    (part,) = here["yrkanden"]
    assert part["rubrik"] == "Motionens yrkanden"
    assert lines(part["innehåll"]) == [
        "Motionärerna yrkar",
        "att köpa tio bänkar, samt",
        "att ställa ut dem.",
    ]
    assert "Bedömning" in delar(here["ärendet"])


def test_who_was_asked_is_told_with_the_day_and_the_answer(tmp_path: Path) -> None:
    found = möte("KS 2023-03-06", f"{MOTION} | {YRKANDEN}")
    (arende,) = found.meeting.arenden
    day = arende.inkom
    asked = Rad(
        del_="Remissinstanser", vem="Socialnämnden", datum=day, text=(Run(text="tillstyrker"),)
    )
    arende = arende.model_copy(update={"innehall": (*arende.innehall, asked)})
    meeting = found.meeting.model_copy(update={"arenden": (arende,)})
    here = context(replace(found, meeting=meeting), "motionssvar")
    values = {u["etikett"]: u["värde"] for u in here["uppgifter"]}
    assert values["Remissinstanser"] == "Socialnämnden, yttrande 2022-12-08 (tillstyrker)"


def test_a_medborgarforslag_is_answered_in_its_own_words() -> None:
    line = MOTION.replace("Typ: Motion", "Typ: Medborgarförslag").replace("Motion från", "Från")
    here = context(möte("KS 2023-03-06", f"{line} | {YRKANDEN}"), "motionssvar")
    assert here["uppgifter"][0] == {"etikett": "Svar på", "värde": "medborgarförslag"}
    (part,) = here["yrkanden"]
    assert part["rubrik"] == "Det som föreslås"
    assert lines(part["innehåll"])[0] == "Förslagsställarna föreslår"


@pytest.mark.parametrize(
    ("typ", "named", "heading", "said"),
    [
        ("Motion", "motionssvar", "Motionens text", "Motionen återges ordagrant."),
        (
            "Medborgarförslag",
            "motionssvar",
            "Medborgarförslagets text",
            "Medborgarförslaget återges ordagrant.",
        ),
        ("Motion", "tjänsteskrivelse", "Motionens text", "Motionen återges ordagrant."),
    ],
)
def test_the_motion_itself_stands_last_word_for_word_below_its_own_heading(
    typ: str, named: str, heading: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "motion.docx").write_bytes(
        word(build=lambda d: (d.add_heading("Bänkar", 1), d.add_paragraph("Det fattas bänkar.")))
    )
    form = {**FORM, "Typ": typ, "Motionens text": "motion.docx"}
    rows = [("Förslag", "avslå motionen"), ("Skickas till – kännedom", "Diariet")]
    rows += [("Motionens yrkanden", "köpa tio bänkar")] if named == "motionssvar" else []
    path = write_arendefil(tmp_path / "svar.xlsx", form, *rows)
    found = read_arendefil(path, small_register(tmp_path))
    last = context(found, named)["slut"][-1]
    assert last["rubrik"] == heading
    (job,) = plan(found, [named])
    shown = list(paragraphs(made_of(job)))
    assert [text for _, text in shown[-4:]] == [heading, said, "Bänkar", "Det fattas bänkar."]
    assert [style for style, _ in shown[-4:]] == ["Heading 2", "Ingress", "Heading 3", "Body Text"]


def test_without_a_file_nothing_is_said_of_the_motions_text() -> None:
    here = context(möte("KS 2023-03-06", f"{MOTION} | {YRKANDEN}"), "motionssvar")
    assert "Motionens text" not in [part["rubrik"] for part in here["slut"]]


@pytest.mark.parametrize(
    ("line", "unwritten"),
    [
        ("", True),
        (" | Förslag: anta planen | Sammanfattning: En plan.", True),
        (" | Bakgrund: En plan.", False),
        (" | Bedömning: En plan.", False),
        (" | Barnets bästa: Planen är bra för barn.", False),
    ],
)
def test_a_paper_is_written_when_what_stands_in_it_alone_is_here(
    line: str, unwritten: bool
) -> None:
    register = with_rows(sheets.STIL, Konsekvensrubriker="Barnets bästa")
    head = f"§ 1 En plan | Dnr: KS 2023/0001 | Tjänsteskrivelse: 2023-02-14{line}"
    found = möte("KS 2023-03-06", head, register=register)
    (draft,) = drafts(found, "tjänsteskrivelse").values()
    assert draft.unwritten is unwritten
    assert bool(plan(found, ["tjänsteskrivelse"], asked=False)) is not unwritten
    assert plan(found, ["tjänsteskrivelse"])


def test_a_paper_in_an_arendefil_is_its_handlaggares_to_finish(tmp_path: Path) -> None:
    path = write_arendefil(tmp_path / "plan.xlsx", FORM, ("Förslag", "anta planen"))
    found = read_arendefil(path, small_register(tmp_path))
    assert [d.unwritten for d in drafts(found, "tjänsteskrivelse").values()] == [False]


@pytest.mark.parametrize(
    ("point", "svar"),
    [
        ("bifalla motionen", "Bifall"),
        ("delvis bifalla motionen", "Delvis bifall"),
        ("att bifalla motionen delvis.", "Delvis bifall"),
        ("Motionen bifalls delvis", "Delvis bifall"),
        ("Motionen bifalls.", "Bifall"),
        ("avslå motionen med hänvisning till vad som redovisats", "Avslag"),
        ("motionen avslås", "Avslag"),
        ("att anse motionen besvarad med hänvisning till ärendet", "Besvarad"),
        ("anse motionen vara besvarad", "Besvarad"),
        ("medborgarförslaget anses besvarat", "Besvarad"),
        ("avskriva motionen", "Avskrivning"),
        ("tacka för motionen", ""),
    ],
)
def test_what_a_forslag_makes_of_a_motion_is_read_from_its_verb(point: str, svar: str) -> None:
    arende = Arende(nr="1", innehall=(Rad(del_="Förslag", text=(Run(text=point),)),))
    assert answer(arende) == svar
    line = MOTION.replace("avslå motionen", point)
    found = möte("KS 2023-03-06", f"{line} | {YRKANDEN}")
    assert places(3601, found) == ([] if svar else ["ärenden[0].innehåll[0].text"])


@pytest.mark.parametrize("part", ["Motionens yrkanden", "Remissinstanser"])
def test_parts_of_a_motion_in_another_arende_are_told(part: str) -> None:
    other = möte("KS 2023-03-06", f"{PLAN} | {part}: Socialnämnden")
    assert places(3600, other) == ["ärenden[0].innehåll[1]"]
    answered = möte("KS 2023-03-06", f"{MOTION} | {YRKANDEN} | {part}: Socialnämnden")
    assert places(3600, answered) == []


# -- beslutsförslag ---------------------------------------------------------------------


def test_the_beslutsforslag_has_what_is_proposed_and_leaves_out_the_rest() -> None:
    found = möte(
        "KSAU 2023-03-06 | Till klockan:",
        "§ 1 Upprop | Typ: Formalia",
        PLAN.replace("§ 1", "§ 2"),
        "§ 3 Utgår | Förslag: anta | Utfall: Utgår",
        "§ 4 Hemligt | Dnr: KS 2023/0004 | Förslag: hemligt | Sekretess: 26 kap. 1 § OSL "
        "| Dölj rubriken: Ja",
    )
    (draft,) = drafts(found, "beslutsförslag").values()
    assert draft.name == "beslutsförslag"
    plan_, secret = draft.context["ärenden"]
    assert (plan_["nr"], plan_["rubrik"], plan_["dnr"]) == ("2", "En plan", "KS 2023/0001")
    assert delar(plan_["delar"]) == {"Förslag": [CHAINS["KSAU"], "att anta planen."]}
    assert (secret["nr"], secret["rubrik"], secret["dnr"]) == ("4", "Ärende med sekretess", "")
    assert delar(secret["delar"]) == {"Sekretess": ["Sekretess enligt 26 kap. 1 § OSL."]}


def test_who_proposes_is_named_where_it_is_not_the_forvaltning_alone() -> None:
    found = möte(
        "KS 2023-03-06", "§ 1 En plan | Förslag: anta | Förslag: avslå | Förslag: bordlägga"
    )
    (arende,) = found.meeting.arenden
    by = ("Ada Ask (S)", "", "Bo Berg (M);\nCia Cron (L)")
    rows = tuple(r.model_copy(update={"vem": v}) for r, v in zip(arende.innehall, by, strict=True))
    changed = arende.model_copy(update={"innehall": rows})
    meeting = found.meeting.model_copy(update={"arenden": (changed,)})
    (punkt,) = context(replace(found, meeting=meeting), "beslutsförslag")["ärenden"]
    shown = [(d["vem"], d["rubrik"], lines(d["innehåll"])[1]) for d in punkt["delar"]]
    assert shown == [
        ("", "Kansliets förslag", "att avslå."),
        ("Ada Ask (S)", "Förslag från Ada Ask (S)", "att anta."),
        ("Bo Berg (M), Cia Cron (L)", "Förslag från Bo Berg (M), Cia Cron (L)", "att bordlägga."),
    ]


@pytest.mark.parametrize("head", ["KS 2023-03-06", "KS 2023-03-06 | Slag: Inställt"])
def test_there_is_none_where_nothing_is_proposed_or_nobody_meets(head: str) -> None:
    line = "§ 1 A" if "Slag" not in head else PLAN
    assert drafts(möte(head, line), "beslutsförslag") == {}


# -- yttrande, and the past tense -------------------------------------------------------

CONTESTED = (
    PLAN,
    "! Yrkande Berg | Gäller: Bifall",
    "! Yrkande Cron | Gäller: Återremiss",
    "! Yrkande Cron | Text: yrkar i första hand återremiss och yrkar i andra hand ”det som yrkar”",
    "! Yrkande Ask | Gäller: Tillägg | Utfall: Återtaget",
    "! Proposition | Utfall: Avgörs i dag",
    "! Proposition | Text: ställer proposition på bifall och finner att förslaget bifalls",
    "! Proposition | Text: Ordföranden finner att ärendet ska avgöras.",
    "! Omröstning Berg | Gäller: Beslutet | Ja betyder: att planen bifalls "
    "| Nej betyder: att den avslås | Ja: S; M | Nej: L",
    "! Omröstning | Ja: S | Nej: M | Avstår: L",
    "! Deltar inte Cron | Gäller: Avgörande i dag",
    "! Reservation Cron | Text: till förmån för det egna yrkandet",
    "! Reservation Berg | Text: mot att planen bifalls",
    "! Reservation Ask | Text: Planen är dyr. Den ska inte antas.",
    "! Särskilt yttrande Berg",
    "! Protokollsanteckning Ask | Text: Kostnaden ska följas upp.",
)


def test_the_next_instance_reads_in_the_past_what_was_not_agreed_on() -> None:
    found = möte("KS 2023-03-06", *CONTESTED, register=with_rows(sheets.KOMMUN, Ort="Lillköping"))
    here = context(found, "yttrande")
    assert here["till"] == "kommunfullmäktige"
    assert here["ärende"]["paragraf"] == "§\u00a01"
    assert here["ort_och_datum"] == "Lillköping den\u00a06 mars 2023"
    assert [(u["roll"], u["namn"]) for u in here["underskrifter"]] == [
        ("Ordförande", "Ada Ask\u00a0(S)"),
        ("Sekreterare", "Siv Sand"),
    ]
    assert here["dokument"]["status"] == "Ej justerat"
    assert [part["rubrik"] for part in here["delar"]] == [
        "Förslag till beslut",
        "Behandling i kommunstyrelsen",
    ]
    assert [line.replace("\u00a0", " ") for line in delar(here["delar"])["Behandling"]] == [
        "Vid behandling av ärendet i kommunstyrelsen förekom skiljaktiga meningar:",
        "Bo Berg (M) yrkade bifall till förslaget.",
        "Cia Cron (L) yrkade att ärendet skulle återremitteras.",
        "Cia Cron (L) yrkade i första hand återremiss och yrkade i andra hand ”det som yrkar”.",
        "Ada Ask (S) framställde ett tilläggsyrkande. Yrkandet återtogs.",
        "Ordföranden ställde proposition på avgörande i dag och återremiss och fann att ärendet "
        "skulle avgöras i dag.",
        "Ordföranden ställde proposition på bifall och fann att förslaget bifölls.",
        "Ordföranden fann att ärendet skulle avgöras.",
        "Bo Berg (M) begärde omröstning.",
        "Godkänd voteringsproposition: ”Ja för att planen bifalls och Nej för att den avslås.”",
        "Omröstningen utföll med 2 ja-röster och 1 nej-röst. Utfallet var ja: att planen bifalls.",
        "Ada Ask (S) och Bo Berg (M) röstade ja (2).",
        "Cia Cron (L) röstade nej (1).",
        "Omröstning begärdes.",
        "Omröstningen utföll med 1 ja-röst och 1 nej-röst. En ledamot avstod från att rösta. "
        "Ordförandens utslagsröst avgjorde. Utfallet var ja.",
        "Ada Ask (S) röstade ja (1).",
        "Bo Berg (M) röstade nej (1).",
        "Cia Cron (L) avstod från att rösta (1).",
        "Cia Cron (L) deltog inte i beslutet att avgöra ärendet i dag.",
        "Cia Cron (L) reserverade sig mot beslutet till förmån för det egna yrkandet.",
        "Bo Berg (M) reserverade sig mot att planen bifalls.",
        "Ada Ask (S) reserverade sig mot beslutet med följande motivering:",
        "Planen är dyr. Den ska inte antas.",
        "Bo Berg (M) lämnade ett särskilt yttrande.",
        "Ada Ask (S) lämnade följande protokollsanteckning:",
        "Kostnaden ska följas upp.",
    ]


@pytest.mark.parametrize(
    ("rows", "told_"),
    [
        # That all were for the same, the beslut says.
        (("! Yrkande Berg | Gäller: Bifall",), None),
        (("! Yrkande Berg | Gäller: Bifall", "! Proposition | Utfall: Bifall"), None),
        (("! Yrkande Berg | Gäller: Avslag | Utfall: Återtaget",), None),
        # What somebody had noted is no dissent.
        (
            (
                "! Yrkande Berg | Gäller: Bifall",
                "! Protokollsanteckning Cron | Text: att det regnar",
            ),
            ["antecknades följande:", "Cia Cron (L) lät anteckna till protokollet att det regnar."],
        ),
        (
            ("! Särskilt yttrande Cron",),
            ["antecknades följande:", "Cia Cron (L) lämnade ett särskilt yttrande."],
        ),
        # Another mind: a yrkande, a vote, a reservation, no part.
        (("! Yrkande Berg | Gäller: Avslag",), ["förekom skiljaktiga meningar:"]),
        (("! Yrkande Berg | Text: att planen ändras",), ["förekom skiljaktiga meningar:"]),
        (("! Reservation Cron",), ["förekom skiljaktiga meningar:"]),
        (("! Deltar inte Cron",), ["förekom skiljaktiga meningar:"]),
        (
            ("! Omröstning | Ja betyder: a | Nej betyder: b | Ja: Övriga",),
            ["förekom skiljaktiga meningar:"],
        ),
    ],
)
def test_dissent_is_told_of_only_where_there_was_any(
    rows: tuple[str, ...], told_: list[str] | None
) -> None:
    here = delar(context(möte("KS 2023-03-06", PLAN, *rows), "yttrande")["delar"])
    if told_ is None:
        assert "Behandling" not in here
        return
    said = [line.replace("\u00a0", " ") for line in here["Behandling"]]
    assert said[0] == f"Vid behandling av ärendet i kommunstyrelsen {told_[0]}"
    assert said[1:] == told_[1:] or (len(told_) == 1 and len(said) > 1)


def test_bifall_to_the_motion_is_another_mind_than_the_forslag() -> None:
    motion = f"{MOTION} | Beslutas av: KF | Förslag: avslå motionen"
    dissent = "Vid behandling av ärendet i kommunstyrelsen förekom skiljaktiga meningar:"
    row = "! Yrkande Berg | Gäller: Bifall"
    here = delar(context(möte("KS 2023-03-06", motion, row), "yttrande")["delar"])
    assert "Behandling" not in here
    there = möte("KS 2023-03-06", motion, f"{row} | Text: bifall till motionen")
    assert delar(context(there, "yttrande")["delar"])["Behandling"][0] == dissent


OTHERS = (
    "! Jäv Berg | Ersättare: Ulf Berg",
    "! Jäv Cron | Text: är delägare",
    "! Ordförandebyte Ask | Ersättare: Bo Berg",
    "! Ajournering | Text: 14.00–14.15",
    "! Yrkande Berg | Gäller: Ändring",
    "! Yrkande Berg | Gäller: Avslag",
    "! Yrkande Berg | Gäller: Bordläggning",
    "! Yrkande Berg | Gäller: Tillägg",
    "! Yrkande Berg",
    "! Proposition | Text: konstaterar att tiden är ute och ajournerar mötet, som återupptas",
    "! Proposition | Text: meddelar att hon informerar, överlämnar och anmäler vad som verkställs",
    *(
        f"! Proposition | Utfall: {u}"
        for u in ("Bifall", "Avslag", "Återremitteras", "Bordläggs", "")
    ),
    "! Omröstning | Gäller: Återremiss (Nej) | Ja: S | Nej: M; L | Frånvarande: 1",
    "! Omröstning | Gäller: Bordläggning (Ja) | Ja: S; M | Nej: L",
    "! Omröstning | Gäller: Val | Ja: 1 | Nej: 1 | Utfall: Lottning: Ja",
)


def test_no_standard_phrase_keeps_a_verb_in_the_present() -> None:
    (arende,) = möte("KS 2023-03-06", PLAN, *OTHERS).meeting.arenden
    assert len(arende.behandling) == len(OTHERS)
    for event in arende.behandling:
        now, then = (" ".join(lines({"block": told(event, arende, tempus)})) for tempus in Tempus)
        assert now != then
        spoken = set(re.findall(r"\w+", re.sub("är delägare|skulle \\w+", "", then)))
        assert not spoken & PRETERITUM_AV.keys(), then


def test_a_phrase_whose_verb_has_no_past_is_refused() -> None:
    assert Tempus.PRESENS.of("sjunger en visa") == "sjunger en visa"
    with pytest.raises(KeyError, match="sjunger en visa"):
        Tempus.PRETERITUM.of("sjunger en visa")
    assert Tempus.PRETERITUM.turned("Yrkar någon? sjunger") == "Yrkade någon? sjunger"


@pytest.mark.parametrize(
    ("line", "made"),
    [
        (PLAN, True),
        (PLAN.replace("Beslutas av: KF", "Beslutas av: KS"), False),
        (f"{PLAN} | Utfall: Bordläggs", False),
        (f"{PLAN} | Utfall: Återremitteras", False),
        (f"{PLAN} | Utfall: Utgår", False),
        (f"{PLAN} | Utfall: Annat beslut | Beslut: avslå planen", True),
        ("§ 1 Information | Typ: Information", False),
    ],
)
def test_there_is_a_yttrande_only_of_what_goes_on(line: str, made: bool) -> None:
    assert list(drafts(möte("KS 2023-03-06", line), "yttrande")) == (
        ["yttrande-ks-2023-0001"] if made else []
    )


def test_where_all_were_of_one_mind_nothing_is_said_of_it() -> None:
    found = möte(
        "KS 2023-03-06 | Justerat: 2023-03-07", PLAN, "! Jäv Berg", "! Ajournering | Text: 14–14.15"
    )
    here = context(found, "yttrande")
    assert list(delar(here["delar"])) == ["Förslag"]
    assert here["dokument"]["status"] == ""
    assert here["ort_och_datum"] == "Den\u00a06 mars 2023"


def test_who_led_the_paragraf_last_signs_for_it() -> None:
    found = möte("KS 2023-03-06", PLAN, "! Ordförandebyte Ask | Ersättare: Bo Berg")
    here = context(found, "yttrande")
    assert here["underskrifter"][0]["namn"] == "Bo Berg\u00a0(M)"


def test_a_yttrande_is_due_when_the_meeting_has_been_held() -> None:
    due = documents.types()["yttrande"].due
    assert not due(möte("KS 2023-03-06 | Till klockan: ", PLAN))
    assert due(möte("KS 2023-03-06", PLAN))


# -- what the instance before did, in the next one's protokoll --------------------------


def before(folder: Path, *rows: Mapping[str, str]) -> Path:
    """The KSAU workbook of data/ with those rows of Behandling for ärende 28."""
    bok = Bok()
    ws = bok["Behandling"]
    top = bok.header("Behandling", "Händelse").row
    for number, row in enumerate(rows, 1):
        for header, value in {"Ärende": "28", **row}.items():
            ws.cell(top + number, bok.header("Behandling", header).column).value = value
    shutil.copy(REGISTER, folder)
    return bok.save(folder / "ksau.xlsx")


LATER = "§ 1 Motionen | Typ: Motion | Dnr: KS 2022/1056 | Beslutas av: KF | Förslag: avslå motionen"


def later(folder: Path, line: str = LATER, **register: Any) -> Reading:
    return möte(
        "KS 2023-03-15",
        f"{line} | Tidigare behandling (Fil): ksau.xlsx",
        folder=folder,
        **register,
    )


def test_the_workbook_of_the_instance_before_tells_when_and_what(tmp_path: Path) -> None:
    before(
        tmp_path,
        {"Händelse": "Yrkande", "Vem": "Mia Honeth", "Gäller": "Bifall"},
        {"Händelse": "Reservation", "Vem": "Mia Honeth"},
    )
    found = later(tmp_path)
    assert found.findings == ()
    (paragraf,) = context(found, "protokoll")["ärenden"]
    shown = delar(paragraf["delar"])
    assert shown["Underlag"] == [
        "Beslut av kommunstyrelsens arbetsutskott 2023-03-06 §\u00a050",
    ]
    assert [line.replace("\u00a0", " ") for line in shown["Tidigare behandling"]] == [
        "Vid behandling av ärendet i kommunstyrelsens arbetsutskott förekom skiljaktiga meningar:",
        "Mia Honeth yrkade bifall till förslaget till beslut.",
        "Mia Honeth reserverade sig mot beslutet.",
    ]


def test_its_line_stands_above_where_the_kommun_has_such_a_part(tmp_path: Path) -> None:
    before(tmp_path, {"Händelse": "Yrkande", "Vem": "Mia Honeth", "Gäller": "Avslag"})
    stil = with_rows(
        sheets.STIL,
        **{"Delar_i_en_§_och_deras_ordning": "Beslut; Tidigare behandling; Underlag"},
    )
    (paragraf,) = context(later(tmp_path, register=stil), "protokoll")["ärenden"]
    shown = delar(paragraf["delar"])
    assert shown["Tidigare behandling"][0].startswith("Beslut av kommunstyrelsens arbetsutskott")
    assert shown["Tidigare behandling"][2].endswith("yrkade avslag på förslaget till beslut.")
    assert "Underlag" not in shown


def test_where_nothing_happened_there_only_its_line_stands(tmp_path: Path) -> None:
    before(tmp_path)
    (paragraf,) = context(later(tmp_path), "protokoll")["ärenden"]
    assert "Tidigare behandling" not in delar(paragraf["delar"])
    assert len(delar(paragraf["delar"])["Underlag"]) == 1


@pytest.mark.parametrize("line", [LATER.replace("1056", "9999"), LATER.replace("KS 2022/1056", "")])
def test_an_arende_that_is_not_there_is_told(line: str, tmp_path: Path) -> None:
    before(tmp_path)
    found = later(tmp_path, line)
    (told_,) = [f for f in found.findings if f.code == "GEN-2161"]
    assert found.source.place(told_.at).cell
    assert context(found, "protokoll")


def test_without_a_dnr_it_is_found_by_its_rubrik(tmp_path: Path) -> None:
    before(tmp_path)
    (rubrik,) = {a.rubrik for a in read(KSAU).meeting.arenden if a.nr == "27"}
    found = later(tmp_path, f"§ 1 {rubrik} | Förslag: anta")
    (arende,) = found.meeting.arenden
    (row,) = arende.rader("Tidigare behandling")
    assert (row.paragraf, row.vem) == ("49", "Kommunstyrelsens arbetsutskott")


def test_what_is_typed_stands_and_is_told_where_it_differs(tmp_path: Path) -> None:
    before(tmp_path)
    path = tmp_path / "ks.xlsx"
    bok = Bok()
    header = {h: bok.header("Innehåll", h).column for h in ("Ärende", "Del", "Fil", "§", "Datum")}
    row = bok.last("Innehåll") + 1
    typed = {"Ärende": "28", "Del": "Tidigare behandling", "Fil": "ksau.xlsx", "§": "§ 50"}
    for name, value in {**typed, "Datum": "2023-03-08"}.items():
        bok["Innehåll"].cell(row, header[name]).value = value
    bok.save(path)
    found = read(path)
    (told_,) = [f for f in found.findings if f.code == "GEN-2162"]
    assert (
        found.source.place(told_.at).cell == bok["Innehåll"].cell(row, header["Datum"]).coordinate
    )
    (held,) = found.meeting.arenden[1].rader("Tidigare behandling")
    assert str(held.datum) == "2023-03-08"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("saknas.xlsx", None, "GEN-1601"),
        ("brev.docx", b"PK", "GEN-1603"),
        ("trasig.xlsx", b"inget kalkylblad", "GEN-2160"),
    ],
)
def test_a_workbook_that_cannot_be_read_is_told_at_its_cell(
    name: str, content: bytes | None, code: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    found = möte("KS 2023-03-15", f"{LATER} | Tidigare behandling (Fil): {name}", folder=tmp_path)
    (told_,) = [f for f in found.findings if f.code == code]
    assert told_.stops("protokoll")
    assert found.source.place(told_.at).raw == name


# -- the published tjänsteskrivelser ----------------------------------------------------


@dataclass(frozen=True)
class Difference:
    """One place where ours differs, on purpose."""

    seed: str
    ours: str
    why: str


LANGUAGE = "a slip of the pen in the published text, corrected in data/ (test_seeds_defects)"
CASE = "the points of the list begin alike, with small letters, as its lead-in goes on in them"
DIFFERENCES = {
    "2022-0086": (
        Difference("fackföreningen.", "fackförening.", LANGUAGE),
        Difference("2020-05-02", "2022-05-02", "defect: its own date, now from one cell"),
        Difference(
            "organisation", "organisation, inkommen 2022-01-21", "the day that the text tells too"
        ),
        Difference("anføres", "anförs", LANGUAGE),
        Difference("utveckling", "utvecklingen", LANGUAGE),
        Difference("modul; *Tillit,", "modul, Tillit,", "italics end where they begin"),
        Difference("-", "–", "a dash between words is long"),
        Difference("kommun*", "kommun,", "the same italics"),
        Difference("säkerhetsarbete", "säkerhetsarbete.", "a sentence ends with a full stop"),
        Difference("organisation.", "organisation", "a heading does not"),
    ),
    "2023-0106": (
        Difference("2023–2025", "2023–2025,", "the comma that ends the inserted clause"),
        Difference("Genomföra", "genomföra", CASE),
        Difference("Föra", "föra", CASE),
        Difference("Utveckla", "utveckla", CASE),
        Difference("Formulera", "formulera", CASE),
        Difference("Följa", "följa", CASE),
        Difference("Identifiera", "identifiera", CASE),
        Difference(
            "verkställighet eller motsvarande åtgärd: För",
            "",
            "defect: a list with nobody in it is not printed",
        ),
    ),
}
NOT_JUDGED = {
    "2022-0086": (
        Defect("", "Förslag", "anse motionen besvarad", "anse motionen vara besvarad", ()),
        Defect("", "Bakgrund", "införa en tillitsbaserad", "inför en tillitsbaserad", ()),
        Defect("", "Föredragning", "i syfte att förenkla", "som i syfte att förenkla", ()),
    ),
    "2023-0106": (),
}
"""Published words that are put back beside the defects that a rule finds."""
FACTS = {"2022-0086": ("2022-05-02", "KS 2022/0086"), "2023-0106": ("2023-03-01", "KS 2023/0106")}


@pytest.mark.parametrize("dnr", list(DIFFERENCES))
@pytest.mark.parametrize(
    "engine", [pytest.param("libreoffice", marks=pytest.mark.behover("libreoffice")), "inbyggd"]
)
def test_every_fact_and_sentence_of_the_published_one_is_in_the_pdf(
    engine: str, dnr: str, tmp_path: Path
) -> None:
    name = f"tjansteskrivelse-ks-{dnr}"
    copy = Copy(name, tmp_path)
    for defect in (*DEFECTS, *NOT_JUDGED[dnr]):
        # Its own date is the one that cannot be put back: it stands in one cell now.
        if defect.book in (name, "") and defect.right:
            copy.put_back(defect)
    copy.book.save(copy.path)
    outcome = gen.build(
        copy.path, ["tjänsteskrivelse"], Options(out=tmp_path / "ut", engine=engine)
    )
    assert outcome.faults == ()
    pdf = tmp_path / "ut" / name / f"tjänsteskrivelse-ks-{dnr}.pdf"
    ours, seed = our_words(pdf, *FACTS[dnr]), seed_words(name, *FACTS[dnr])
    found = [
        (" ".join(seed[a:b]), " ".join(ours[c:d]))
        for kind, a, b, c, d in difflib.SequenceMatcher(
            None, seed, ours, autojunk=False
        ).get_opcodes()
        if kind != "equal"
    ]
    assert found == [(d.seed, d.ours) for d in DIFFERENCES[dnr]]


def our_words(pdf: Path, day: str, dnr: str) -> list[str]:
    """The words of our pages, without the header that each page has."""
    pages_ = [words(page.extract_text()) for page in PdfReader(pdf).pages]
    out: list[str] = []
    for number, page in enumerate(pages_, 1):
        header = (
            f"Lunds kommun Tjänsteskrivelse Sida {number} ({len(pages_)}) Kommunkontoret "
            f"Datum {day} Diarienummer {dnr}"
        ).split()
        assert page[: len(header)] == header
        out += page[len(header) :]
    return out


def seed_words(name: str, day: str, dnr: str) -> list[str]:
    """The words of the published one, without the headers of its pages, which fell into it."""
    said = " ".join(words((GOLDEN / f"{name}.txt").read_text(encoding="utf-8")))
    header = f"{day} Diarienummer {dnr}"
    assert header in said
    return said.replace(header, "").split()


@pytest.mark.parametrize("dnr", list(DIFFERENCES))
def test_the_differences_are_few_and_never_a_name_or_a_number_but_a_defect(dnr: str) -> None:
    assert len(DIFFERENCES[dnr]) <= 12
    assert all(difference.why for difference in DIFFERENCES[dnr])
    numbers = [
        d for d in DIFFERENCES[dnr] if re.findall(r"\d+", d.seed) != re.findall(r"\d+", d.ours)
    ]
    assert [d.why.split(":")[0] for d in numbers] == (
        ["defect", "the day that the text tells too"] if dnr == "2022-0086" else []
    )


# -- as a user does it ------------------------------------------------------------------


def test_it_is_a_command_that_says_what_it_made_and_why_it_made_none(tmp_path: Path) -> None:
    for name in (REGISTER.name, "tjansteskrivelse-ks-2022-0086.xlsx"):
        shutil.copy(DATA / name, tmp_path)
    book = "tjansteskrivelse-ks-2022-0086.xlsx"
    done = command(tmp_path, "tjansteskrivelse", book, "--motor", "inbyggd")
    assert done.returncode == 0, done.stderr
    made = tmp_path / "out" / "tjansteskrivelse-ks-2022-0086"
    assert (made / "tjänsteskrivelse-ks-2022-0086.pdf").is_file()
    done = command(tmp_path, "motionssvar", book, "--motor", "inbyggd")
    assert "Motionens yrkanden" in done.stdout + done.stderr
    done = command(tmp_path, "yttrande", book)
    assert done.returncode == 2
    assert "Yttrande" in done.stderr
    assert "sammanträde" in done.stderr


# -- the pages --------------------------------------------------------------------------

LONG = "Inrättande av en beredning samt " + "val av ledamöter för den kommande perioden " * 5
MANY = " | ".join(
    f"Förslag: punkt {n} som ska beslutas | Förslag: a) och dess del" for n in range(15)
)


def full_ks() -> Reading:
    return möte(
        "KS 2023-03-06 | Sammanträdets diarienummer: KS 2023/0099",
        *CONTESTED,
        f"§ 2 {LONG} | Dnr: KS 2023/0002 | Tjänsteskrivelse: 2023-02-14 | {MANY} "
        "| Sammanfattning: Kort. | Bakgrund: Lång. | Underrubrik: Först | Bakgrund: Det ena. "
        "| Föredragning: Det andra. | Barnets bästa: Gynnas. "
        "| Skickas till – åtgärd: Socialnämnden | Skickas till – kännedom: Diariet "
        "| Bilaga: Kartan",
        f"§ 3 {MOTION.split(' ', 2)[2]} | {YRKANDEN} | Remissinstanser: Socialnämnden "
        "| Remissinstanser: Byggnadsnämnden | Sammanfattning: Kort.",
        "§ 4 Hemligt | Dnr: KS 2023/0004 | Tjänsteskrivelse: 2023-02-14 | Beslutas av: KF "
        "| Sekretess: 26 kap. 1 § OSL | Dölj rubriken: Ja | Förslag: hemligt",
        register={
            **SIGNED,
            **with_rows(sheets.KOMMUN, Ort="Lillköping"),
            **with_rows(sheets.STIL, Konsekvensrubriker="Barnets bästa"),
        },
    )


def numbered() -> Reading:
    stil = with_rows(sheets.STIL, Beslut_som="numrerade meningar")
    motion = f"§ 2 {MOTION.split(' ', 2)[2].replace('0001', '0003')} | {YRKANDEN}"
    return möte("KSAU 2023-03-06 | Justerat: 2023-03-07", *CONTESTED[:3], motion, register=stil)


def smallest() -> Reading:
    bare = {
        sheets.KOMMUN: [{"Namn": "Lillköpings kommun"}],
        sheets.TJANSTEPERSONER: [{"Namn": "Siv Sand"}],
    }
    return möte(
        "KS 2023-03-06 | Sekreterare: | Justerare: | Justering planerad: ",
        "@Ada Ask | Uppdrag: ledamot",
        "Nr 1 Ett ärende | Tjänsteskrivelse: 2023-02-14",
        "Nr 2 Ett till | Typ: Motion | Tjänsteskrivelse: 2023-02-14 | Motionens yrkanden: bygga",
        "Nr 3 Vidare | Beslutas av: KF | Förslag: anta",
        register=bare,
    )


MEETINGS: dict[str, Callable[[], Reading]] = {
    "ks": full_ks,
    "ksau": numbered,
    "minst": smallest,
    "lund": lambda: read(KSAU),
    "ärendefil": lambda: read_arendefil(DATA / "tjansteskrivelse-ks-2023-0106.xlsx"),
    "svar": lambda: read_arendefil(DATA / "motionssvar-ks-2022-1056.xlsx"),
}
ENGINES = ("libreoffice", "inbyggd")
BOTH = pytest.mark.behover("libreoffice")


def made_of(job: Any) -> bytes:
    template = job.resources[MALL]
    body = on_letterhead(template.content, job.resources[BREVPAPPER].content)
    files = {role: r.content for role, r in job.resources.items() if role not in (MALL, BREVPAPPER)}
    return render(body, job.context, files, name=template.name)


@pytest.fixture(scope="module")
def words_() -> dict[str, tuple[bytes, str]]:
    """Every document of every meeting as a Word file, with its title."""
    out = {}
    for meeting, of in MEETINGS.items():
        found = of()
        types = [name for name in TYPES if found.kind in documents.types()[name].reads]
        for job in plan(found, types):
            out[f"{meeting}-{job.name}"] = (made_of(job), job.title)
    return out


@pytest.fixture(scope="module")
def pdfs(words_: dict[str, tuple[bytes, str]]) -> dict[str, dict[str, bytes]]:
    """By engine, all of them in one call."""
    out: dict[str, dict[str, bytes]] = {}
    for name in ENGINES:
        wanted = [
            Document(made, Metadata(title, "2023-03-06T00:00:00+00:00"), file)
            for file, (made, title) in words_.items()
        ]
        with choose(name) as engine:
            results = to_pdf(engine, wanted)
        assert [finding for made in results for finding in made.findings] == []
        out[name] = {f: m.pdf for f, m in zip(words_, results, strict=True) if m.pdf is not None}
        assert out[name].keys() == words_.keys()
    return out


def pages(pdf: bytes) -> list[str]:
    return [" ".join(p.extract_text().split()) for p in PdfReader(io.BytesIO(pdf)).pages]


def paragraphs(made: bytes) -> Iterator[tuple[str, str]]:
    for paragraph in docx.Document(io.BytesIO(made)).paragraphs:
        yield str(paragraph.style.name), paragraph.text


def test_every_type_is_among_what_is_printed(words_: dict[str, tuple[bytes, str]]) -> None:
    assert list(words_) == [
        "ks-tjänsteskrivelse-ks-2023-0001",
        "ks-tjänsteskrivelse-ks-2023-0002",
        "ks-tjänsteskrivelse-ks-2023-0004",
        "ks-motionssvar-ks-2023-0001",
        "ks-beslutsförslag",
        "ks-yttrande-ks-2023-0001",
        "ks-yttrande-ks-2023-0001-ärende-3",
        "ks-yttrande-ks-2023-0004",
        "ksau-tjänsteskrivelse-ks-2023-0001",
        "ksau-motionssvar-ks-2023-0003",
        "ksau-beslutsförslag",
        "ksau-yttrande-ks-2023-0001",
        "ksau-yttrande-ks-2023-0003",
        "minst-tjänsteskrivelse-ärende-1",
        "minst-motionssvar-ärende-2",
        "minst-beslutsförslag",
        "minst-yttrande-ärende-3",
        "lund-tjänsteskrivelse-ks-2023-0106",
        "lund-tjänsteskrivelse-ks-2022-1056",
        "lund-beslutsförslag",
        "lund-yttrande-ks-2023-0106",
        "lund-yttrande-ks-2022-1056",
        "ärendefil-tjänsteskrivelse-ks-2023-0106",
        "svar-motionssvar-ks-2022-1056",
    ]


STRAY = re.compile(r"^ |  |,,| [,.]|\t$")


def test_nothing_is_empty_stray_or_doubled(words_: dict[str, tuple[bytes, str]]) -> None:
    for file, (made, _) in words_.items():
        shown = list(paragraphs(made))
        level = 0
        for style, text in shown:
            assert "None" not in text, file
            assert "{" not in text, file
            assert not STRAY.search(text.replace("\u00a0", " ")), (file, text)
            if style.startswith(("Heading", "Rubrik 1")):
                assert text.strip(), file
                now = 1 if style == "Rubrik 1 följande" else int(style[-1])
                assert now <= level + 1, (file, text)
                level = now
        for (style, text), (after, _) in zip(shown, [*shown[1:], ("", "")], strict=True):
            if style == "Heading 3":
                assert not after.startswith("Heading") or after == "Heading 4", (file, text)


def test_of_what_is_secret_the_beslutsforslag_holds_no_word(
    words_: dict[str, tuple[bytes, str]],
) -> None:
    made, _ = words_["ks-beslutsförslag"]
    shown = " ".join(text for _, text in paragraphs(made))
    assert "26 kap. 1 § OSL" in shown.replace("\u00a0", " ")
    assert "hemligt" not in shown.casefold()


@BOTH
def test_both_engines_give_the_same_pages(pdfs: dict[str, dict[str, bytes]]) -> None:
    one, other = (pdfs[engine] for engine in ENGINES)
    for file, content in one.items():
        assert pages(content) == pages(other[file]), file


@pytest.mark.behover("libreoffice", "verapdf")
def test_verapdf_confirms_them_all(pdfs: dict[str, dict[str, bytes]], tmp_path: Path) -> None:
    found = verapdf.failures(pdfs["libreoffice"], tmp_path)
    assert found == dict.fromkeys(pdfs["libreoffice"], verapdf.PASSES)


@BOTH
@pytest.mark.parametrize("engine", ENGINES)
def test_no_heading_is_alone_at_the_bottom_of_a_page(
    words_: dict[str, tuple[bytes, str]], pdfs: dict[str, dict[str, bytes]], engine: str
) -> None:
    for file, (made, _) in words_.items():
        headings = {
            " ".join(text.split())
            for style, text in paragraphs(made)
            if style in ("Heading 2", "Heading 3", "Heading 4")
        }
        for page in pages(pdfs[engine][file]):
            assert not any(page.endswith(f" {heading}") for heading in headings), file
