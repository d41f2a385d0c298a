"""`--granska`: veraPDF has the last word on what the files of a run claim to be."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import jsonschema
import parts
import pikepdf
import pytest
from kommando import gen

from gen.errors import EngineError
from gen.pdf import verapdf

ROOT = Path(__file__).parent.parent
KSAU = "ksau-2023-03-06.xlsx"


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    for name in ("register.xlsx", KSAU):
        shutil.copy(ROOT / "data" / name, tmp_path)
    return tmp_path


@pytest.mark.behover("verapdf")
def test_the_files_of_a_run_are_tried_and_so_are_those_that_stood_there(
    meeting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", parts.search_path())
    first = gen(meeting, "protokoll", KSAU, "--granska")
    assert first.returncode == 0
    last = "Granskat med veraPDF: en PDF-fil håller vad den utger sig för att vara."
    assert first.stdout.splitlines()[-1] == last
    again = gen(meeting, "protokoll", KSAU, "--granska", "--json")
    answer = json.loads(again.stdout)
    schema = json.loads((ROOT / "docs/json/protokoll.schema.json").read_text("utf-8"))
    jsonschema.validate(answer, schema)
    assert [Path(name).name for name in answer["granskade"]["håller"]] == ["protokoll.pdf"]


def test_without_verapdf_nothing_is_made(meeting: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    refused = gen(meeting, "protokoll", KSAU, "--granska")
    assert refused.returncode == 3
    assert "GEN-5116" in refused.stderr
    assert not (meeting / "out").exists()


@pytest.mark.behover("verapdf")
def test_a_file_that_is_not_what_it_says_is_told_with_the_clauses(tmp_path: Path) -> None:
    claiming, honest = tmp_path / "påstår.pdf", tmp_path / "säger inget.pdf"
    for path, claims in ((claiming, True), (honest, False)):
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.beep()")
            pdf.Root.OpenAction = script  # ISO 19005-2, 6.5.1
            if claims:
                with pdf.open_metadata() as about:
                    about["pdfaid:part"], about["pdfaid:conformance"] = "2", "B"
            kept = io.BytesIO()
            pdf.save(kept)
        path.write_bytes(kept.getvalue())
    program = verapdf.program({"PATH": parts.search_path()})
    done = verapdf.examine(program, [honest, claiming, tmp_path / "annat.docx"])
    assert done.held == ()
    assert done.claimless == (honest,)
    (found,) = done.findings
    assert (found.code, found.value) == ("GEN-5118", "påstår.pdf")
    assert "PDF/A-2b" in found.message
    assert "6.5.1-" in found.message


def test_a_verapdf_that_gives_no_answer_is_an_error_and_no_file_passes(tmp_path: Path) -> None:
    file = tmp_path / "en.pdf"
    file.write_bytes(b"")
    for said in ("exit 9", "echo inget", """echo '{"report": {"jobs": []}}'"""):
        program = tmp_path / "verapdf"
        program.write_text(f"#!/bin/sh\n{said}\n", "utf-8")
        program.chmod(0o755)
        with pytest.raises(EngineError) as told:
            verapdf.failures(program, [file])
        assert told.value.finding.code == "GEN-5117"
