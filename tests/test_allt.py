"""`gen allt`: all that the workbook has data for and whose stage has come, and nothing else."""

from __future__ import annotations

import datetime as dt
import json
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import hus
import jsonschema
import pytest
from bunthandlingar import SIGNED, docx, options, pages, pdf, word_of, workbook
from kommando import gen

from gen.allt import make_everything
from gen.commands import progress
from gen.findings import Finding
from gen.kontroll import kontrollera
from gen.pdf.contract import Fault
from gen.pdf.engines import choose
from gen.progress import Done, unheard
from gen.recipe import Outcome
from gen.workbook import example, new
from gen.workbook.typed import Facts

DATA = Path(__file__).parent.parent / "data"
SCHEMAS = DATA.parent / "docs" / "json"
FILES = {"karta.pdf": pdf("karta.pdf", 3), "kalkyl.docx": docx("kalkyl.docx")}
BILAGOR = [(1, "Karta", "karta.pdf"), (2, "Kalkyl", "kalkyl.docx")]
PLANNED: Facts = {"till_klockan": None, "justerat": None, "anslaget_uppsatt": None}
HELD: Facts = {"justerat": None, "anslaget_uppsatt": None}


def everything(path: Path, **how: object) -> Outcome:
    wanted = options(path, **how)
    with choose(wanted.engine) as engine:
        return make_everything(engine, path, wanted)


def names(outcome: Outcome) -> set[str]:
    """The PDFs that stand there after the run, from the workbook's folder."""
    some = (*outcome.placed, *outcome.unchanged)
    folder = f"/out/{outcome.reading.source.file.removesuffix('.xlsx')}/"
    return {p.as_posix().partition(folder)[2] for p in some if p.suffix == ".pdf"}


def meeting(folder: Path, form: Facts, **how: object) -> Path:
    return workbook(folder, FILES, bilagor=BILAGOR, form=form, **how)  # type: ignore[arg-type]


def test_before_the_meeting_there_is_what_one_prepares_with(tmp_path: Path) -> None:
    done = everything(meeting(tmp_path, PLANNED, arenden={1: {"tjänsteskrivelse": "2023-02-14"}}))
    assert done.exit_code == 0
    assert names(done) == {
        "kallelse.pdf",
        "beslutsförslag.pdf",
        "tjänsteskrivelse-ks-2023-0001.pdf",
        "handlingar.pdf",
    }
    assert {"protokoll", "anslag", "utdrag"} <= set(done.later)
    assert "arbetskopia" not in done.later
    assert done.empty == ()


def test_after_the_meeting_there_is_the_protokoll_but_nothing_that_waits_for_the_justering(
    tmp_path: Path,
) -> None:
    done = everything(meeting(tmp_path, HELD))
    made = names(done)
    assert {"protokoll.pdf", "protokoll-med-bilagor.pdf", "handlingar.pdf"} <= made
    assert not any("utdrag/" in name or "anslag" in name for name in made)
    assert {"anslag", "utdrag"} <= set(done.later)
    (bundle,) = [p for p in done.placed if p.name == "protokoll-med-bilagor.pdf"]
    assert "Ej justerat" in pages(bundle.read_bytes())[0]
    assert done.exit_code == 0
    assert "GEN-2001" not in {finding.code for finding in done.findings}


@pytest.mark.parametrize("house", hus.HOUSES)
def test_once_it_is_justerat_there_is_all_of_it_in_one_run_and_then_nothing_to_do(
    tmp_path: Path, house: str
) -> None:
    path = meeting(tmp_path, SIGNED, house=house)
    done = everything(path)
    assert {
        "anslag.pdf",
        "kallelse.pdf",
        "protokoll.pdf",
        "utdrag/paragraf-1.pdf",
        "handlingar.pdf",
        "protokoll-med-bilagor.pdf",
    } <= names(done)
    assert not any("arbetskopia" in name or "utkast" in name for name in names(done))
    assert "utdrag/paragraf-2.pdf" not in names(done)
    (cut,) = (p for p in done.placed if p.name == "paragraf-1.pdf")
    assert ("Beslutsorgan" in " ".join(pages(cut.read_bytes()))) is (house == hus.ÄNGSBRO)
    again = everything(path)
    assert again.placed == ()
    assert names(again) == names(done)


def test_the_engine_is_started_once_and_gets_the_documents_together(tmp_path: Path) -> None:
    batches: list[int] = []
    how = options(meeting(tmp_path, SIGNED))
    with choose(how.engine) as engine:
        convert = engine.convert

        def counted(documents: Sequence[bytes], done: Done = unheard) -> list[bytes | Fault]:
            batches.append(len(documents))
            return convert(documents, done)

        engine.convert = counted  # type: ignore[method-assign]
        make_everything(engine, tmp_path / "möte.xlsx", how)
    assert batches[0] >= 5
    # In each of the two bundles a Word file among the bilagor, and the contents page.
    assert batches[1:] == [1, 1, 1, 1]


def test_what_a_fel_stops_is_named_and_the_rest_is_made(tmp_path: Path) -> None:
    done = everything(meeting(tmp_path, {**SIGNED, "justerare": None}))
    assert "protokoll" in done.stopped
    assert "protokoll-med-bilagor" in done.stopped
    assert done.exit_code == 1
    assert {"kallelse.pdf", "handlingar.pdf"} <= names(done)
    assert not any(name.startswith(("protokoll", "utdrag")) for name in names(done))


def test_a_bilaga_that_is_gone_stops_what_would_name_it_and_nothing_else(tmp_path: Path) -> None:
    day: Facts = {"tjänsteskrivelse": "2023-02-14"}
    vote: Facts = {"ärende": "1", "händelse": "Omröstning", "gäller": "Beslutet", "ja": "Övriga"}
    vote |= {"ja_betyder": "bifall", "nej_betyder": "avslag", "nej": "S"}
    path = workbook(
        tmp_path,
        FILES,
        bilagor=[(1, "Karta", "karta.pdf"), (2, "", "borta.pdf")],
        arenden={1: {**day, "överklagande": "Laglighetsprövning"}, 2: day},
        behandling=[vote],
    )
    done = everything(path)
    assert done.stopped == {
        "kallelse": 1,
        "protokoll": 1,
        "beslutsförslag": 1,
        "bestyrkande": 1,
        "tjänsteskrivelse-ks-2023-0002": 1,
        "yttrande-ks-2023-0002": 1,
        "handlingar": 1,
        "protokoll-med-bilagor": 1,
    }
    assert {
        "anslag.pdf",
        "omröstningslista.pdf",
        "tjänsteskrivelse-ks-2023-0001.pdf",
        "yttrande-ks-2023-0001.pdf",
    } <= names(done)
    assert done.exit_code == 1
    assert "tjänsteskrivelse-ks-2023-0002" in kontrollera(path).stopped
    assert "tjänsteskrivelse" not in kontrollera(path).stopped


@pytest.mark.parametrize(
    ("workbook_", "made"),
    [
        ("delegation-exempel/delegationsbeslut.xlsx", "delegationslista"),
        ("motion-2022-12-08.xlsx", "motion"),
        ("reservation-ks-2023-03-15.xlsx", "reservation"),
        ("tjansteskrivelse-ks-2022-0086.xlsx", "tjänsteskrivelse"),
    ],
)
def test_every_kind_of_workbook_has_its_own(tmp_path: Path, workbook_: str, made: str) -> None:
    done = everything(DATA / workbook_, out=tmp_path / "out")
    assert done.exit_code == 0
    assert any(made in name for name in names(done))
    assert not any("handlingar" in name for name in names(done))


def test_a_paper_is_made_once_its_text_is_here_and_not_of_its_day_alone(tmp_path: Path) -> None:
    dated: Facts = {"tjänsteskrivelse": "2023-02-14"}
    path = meeting(tmp_path, PLANNED, arenden={1: dated, 2: dated}, bakgrund=(2,))
    assert {name for name in names(everything(path)) if "skrivelse" in name} == {
        "tjänsteskrivelse-ks-2023-0002.pdf"
    }
    bound = pages((tmp_path / "out" / "möte" / "handlingar.pdf").read_bytes())
    assert "saknas" not in bound[0]
    assert bound[0].count("Tjänsteskrivelse") == 1
    # Whoever asks for it has the reason of their own.
    assert gen(tmp_path, "tjänsteskrivelse", "möte.xlsx", "--ärende", "1").returncode == 0
    assert (tmp_path / "out" / "möte" / "tjänsteskrivelse-ks-2023-0001.docx").is_file()


def test_a_paper_whose_handlaggare_has_a_workbook_of_it_is_made(tmp_path: Path) -> None:
    form: Facts = {"rubrik": "Fler träd", "tjänsteskrivelse": dt.date(2023, 2, 14)}
    (tmp_path / "träd.xlsx").write_bytes(new.arende(form, example.REGISTER))
    path = meeting(tmp_path, PLANNED, arenden={1: {"ärendefil": "träd.xlsx"}}, bakgrund=())
    assert "tjänsteskrivelse-ks-2023-0001.pdf" in names(everything(path))


FORESKRIFTEN: Facts = {
    "slag": "Föreskrift",
    "titel": "Föreskrift för torghandel",
    "dnr": "KS 2023/0007",
    "förslagets_datum": dt.date(2023, 3, 1),
    "beslutad_av": "Kommunstyrelsen",
}
DECIDED: Facts = {"beslutad": dt.date(2023, 3, 15), "paragraf": "62"}
MOTIONEN: Facts = {
    "slag": "Motion",
    "rubrik": "Fler torg",
    "organ": "Kommunfullmäktige",
    "datum": dt.date(2023, 3, 1),
    "undertecknare": "Mia Honeth",
}
WITH_BILAGOR: Sequence[Facts] = (
    {"del": "Bilaga", "text": "Karta", "fil": "karta.pdf"},
    {"text": "Taxan på papper"},
    {"text": "Kalkyl", "fil": "kalkyl.docx"},
)


def alone(folder: Path, content: bytes) -> Path:
    """A workbook without a meeting, its register and the files of its bilagor."""
    (folder / "register.xlsx").write_bytes(new.register(example.REGISTER))
    for name, file in FILES.items():
        (folder / name).write_bytes(file)
    path = folder / "bok.xlsx"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("decided", [True, False])
def test_a_foreskrift_brings_its_bilagor(tmp_path: Path, decided: bool) -> None:
    form = FORESKRIFTEN | (DECIDED if decided else {})
    rows = ({"del": "Paragraf", "text": "Torget är öppet."}, *WITH_BILAGOR)
    path = alone(tmp_path, new.foreskrift(form, example.REGISTER, rows))
    name = "föreskrift" if decided else "föreskrift-utkast"
    some = () if decided else ("--utkast",)
    dry = gen(tmp_path, "föreskrift", path.name, "--torrkör", *some)
    assert f"{name}-med-bilagor.pdf" in dry.stdout
    assert not (tmp_path / "out").exists()
    done = gen(tmp_path, "föreskrift", path.name, "--motor", "inbyggd", *some)
    assert done.returncode == 0, done.stderr
    if decided:
        assert names(everything(path)) == {f"{name}.pdf", f"{name}-med-bilagor.pdf"}
    else:
        assert names(everything(path)) == set()
    said = pages((tmp_path / "out" / "bok" / f"{name}-med-bilagor.pdf").read_bytes())
    assert "Bilaga 2. Taxan på papper saknas" in said[0]
    assert "Torget är öppet." in said[1]
    assert [("Förslag" in page) for page in said[:2]] == [not decided] * 2
    stamps = [n for page in said for n in (1, 3) if f"Bilaga {n} till KS 2023/0007" in page]
    assert stamps == [1, 1, 1, 3]
    assert word_of("karta.pdf") in said[2]
    assert word_of("kalkyl.docx") in said[-1]


def test_a_foreskrift_that_is_stopped_takes_its_bundle_with_it(tmp_path: Path) -> None:
    rows = ({"del": "Bilaga", "text": "Karta", "fil": "karta.pdf"},)
    path = alone(tmp_path, new.foreskrift({**FORESKRIFTEN, **DECIDED}, example.REGISTER, rows))
    done = everything(path)
    assert done.exit_code == 1
    assert names(done) == set()
    assert {"föreskrift", "föreskrift-med-bilagor"} <= set(done.stopped)


def test_a_motion_brings_its_bilagor_and_one_without_files_is_no_bundle(tmp_path: Path) -> None:
    points: Sequence[Facts] = ({"del": "Punkt", "text": "anlägga fler torg"},)
    path = alone(tmp_path, new.skrivelse(MOTIONEN, example.REGISTER, (*points, *WITH_BILAGOR)))
    assert names(everything(path)) == {"motion.pdf", "motion-med-bilagor.pdf"}
    said = pages((tmp_path / "out" / "bok" / "motion-med-bilagor.pdf").read_bytes())
    assert any("Bilaga 1" in page and word_of("karta.pdf") in page for page in said)
    (tmp_path / "ensam").mkdir()
    paper: Facts = {"del": "Bilaga", "text": "Taxan på papper"}
    path = alone(tmp_path / "ensam", new.skrivelse(MOTIONEN, example.REGISTER, (*points, paper)))
    assert names(everything(path)) == {"motion.pdf"}


def test_a_foreskrift_that_is_not_decided_waits_and_is_no_fault(tmp_path: Path) -> None:
    done = everything(DATA / "foreskrift-tillitsberedningen.xlsx", out=tmp_path / "out")
    assert (done.exit_code, done.later, names(done)) == (0, ("föreskrift",), set())


def test_the_command_tells_what_was_made_and_what_has_to_wait(tmp_path: Path) -> None:
    meeting(tmp_path, HELD)
    dry = gen(tmp_path, "allt", "möte.xlsx", "--torrkör")
    assert dry.returncode == 0
    assert "protokoll-med-bilagor.pdf – Protokoll med bilagor" in dry.stdout
    assert not (tmp_path / "out").exists()
    done = gen(tmp_path, "allt", "möte.xlsx", "--json")
    told = json.loads(done.stdout)
    jsonschema.validate(told, json.loads((SCHEMAS / "allt.schema.json").read_text("utf-8")))
    assert told["slutkod"] == done.returncode == 0
    assert "utdrag" in told["inte_dags"]
    made = {one["namn"] for one in told["dokument"]}
    assert {"protokoll", "handlingar", "protokoll-med-bilagor"} <= made
    plain = gen(tmp_path, "allt", "möte.xlsx")
    assert plain.stdout.splitlines()[-1].startswith("Inte dags än: anslag")
    assert "Redan gjort, oförändrat" in plain.stdout


# -- progress -------------------------------------------------------------------------------


def test_many_documents_are_told_of_in_plain_lines_where_nobody_looks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with progress.shown() as step:
        step("Gör 3 dokument", 3)
        step("Klipper 30 utdrag", 30)
    assert capsys.readouterr().err == "Klipper 30 utdrag …\n"
    with progress.shown(quiet=True) as step:
        step("Klipper 30 utdrag", 30)(30)
    assert capsys.readouterr().err == ""


def test_a_long_step_tells_now_and_then_how_far_it_has_come(
    capsys: pytest.CaptureFixture[str],
) -> None:
    now = [0.0]
    with progress.shown(clock=lambda: now[0]) as step:
        done = step("Gör 30 dokument", 30)
        for moment in range(1, 31):
            now[0] = moment
            done(1)
            done(0)  # it goes on: nothing more is finished
    assert capsys.readouterr().err.splitlines() == [
        "Gör 30 dokument …",
        "    10 av 30 klara efter 10 s",
        "    20 av 30 klara efter 20 s",
        "    30 av 30 klara efter 30 s",
    ]


def test_on_a_terminal_one_line_says_what_is_done_and_is_gone_afterwards(tmp_path: Path) -> None:
    code = (
        "from gen.commands.progress import shown\n"
        "import os, sys, time\n"
        "with shown() as step:\n"
        "    done = step('Klipper 30 utdrag', 30)\n"
        "    time.sleep(0.2)\n"
        "    done(12)\n"
        "    threads = len(os.listdir('/proc/self/task')) if sys.platform == 'linux' else 1\n"
        "sys.exit(threads - 1)\n"
    )
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    run = subprocess.run([sys.executable, "-c", code], stderr=theirs, env=env, check=True)
    os.close(theirs)
    seen = os.read(ours, 100_000).decode()
    os.close(ours)
    assert run.returncode == 0
    assert "Klipper 30 utdrag" in seen
    assert "12 av 30" in seen
    assert "0:00:0" in seen
    assert seen.rstrip().endswith("\x1b[2K")


def test_a_finding_is_told_once_though_several_bundles_hold_it(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"skräp.pdf": b"%PDF-1.7 skrap"}, bilagor=[(1, "Karta", "skräp.pdf")])
    found: list[Finding] = [f for f in everything(path).findings if f.code == "GEN-1605"]
    assert [f.at for f in found] == ["ärenden[0].innehåll[1].fil"]
