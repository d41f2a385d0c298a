"""`gen allt`: all that the workbook has data for and whose stage has come, and nothing else."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import pytest
from bunthandlingar import SIGNED, docx, options, pages, pdf, workbook
from kommando import gen

from gen.allt import make_everything
from gen.commands import progress
from gen.findings import Finding
from gen.pdf.contract import Fault
from gen.pdf.engines import choose
from gen.recipe import Outcome
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


def test_once_it_is_justerat_there_is_all_of_it_in_one_run_and_then_nothing_to_do(
    tmp_path: Path,
) -> None:
    path = meeting(tmp_path, SIGNED)
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
    again = everything(path)
    assert again.placed == ()
    assert names(again) == names(done)


def test_the_engine_is_started_once_and_gets_the_documents_together(tmp_path: Path) -> None:
    batches: list[int] = []
    how = options(meeting(tmp_path, SIGNED))
    with choose(how.engine) as engine:
        convert = engine.convert

        def counted(documents: Sequence[bytes]) -> list[bytes | Fault]:
            batches.append(len(documents))
            return convert(documents)

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
        step("Klipper 30 utdrag", 30)
    assert capsys.readouterr().err == ""


def test_on_a_terminal_one_line_says_what_is_done_and_is_gone_afterwards(tmp_path: Path) -> None:
    code = (
        "from gen.commands.progress import shown\n"
        "import time\n"
        "with shown() as step:\n"
        "    step('Klipper 30 utdrag', 30)\n"
        "    time.sleep(0.3)\n"
    )
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    run = subprocess.run([sys.executable, "-c", code], stderr=theirs, env=env, check=True)
    os.close(theirs)
    seen = os.read(ours, 100_000).decode()
    os.close(ours)
    assert run.returncode == 0
    assert "Klipper 30 utdrag" in seen
    assert "0:00:0" in seen
    assert seen.rstrip().endswith("\x1b[2K")


def test_a_finding_is_told_once_though_several_bundles_hold_it(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"skräp.pdf": b"%PDF-1.7 skrap"}, bilagor=[(1, "Karta", "skräp.pdf")])
    found: list[Finding] = [f for f in everything(path).findings if f.code == "GEN-1605"]
    assert [f.at for f in found] == ["ärenden[0].innehåll[1].fil"]
