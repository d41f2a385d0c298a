"""The commands as a user meets them: what is printed, what is written, the exit code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from cells import value
from pypdf import PdfReader

ROOT = Path(__file__).parent.parent
KSAU = ROOT / "data" / "ksau-2023-03-06.xlsx"
REGISTER = ROOT / "data" / "register.xlsx"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`gen …` in a folder of its own, with the embedded engine unless another is named."""

    def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from gen.cli import main; main()", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "GEN_MOTOR": "inbyggd", "PYTHONUTF8": "1", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return command


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """A copy of the KSAU workbook beside its register."""
    shutil.copy(REGISTER, tmp_path)
    return Path(shutil.copy(KSAU, tmp_path))


def change(path: Path, label: str, typed: object) -> str:
    """Somebody types in the form Sammanträde: in which cell."""
    book = openpyxl.load_workbook(path, rich_text=True)
    cell = value(book, label)
    cell.value = typed
    book.save(path)
    return str(cell.coordinate)


def files(folder: Path) -> list[str]:
    """The visible files under a folder."""
    found = (p for p in folder.rglob("*") if p.is_file() and not p.name.startswith("."))
    return sorted(str(p.relative_to(folder)) for p in found)


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from gen.cli import main\n"
        "sys.argv = ['gen', '--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'rich', 'openpyxl', 'docxtpl', 'docx', 'pypdf', 'pikepdf'}\n"
        "print('LOADED', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "protokoll" in done.stdout
    assert "LOADED []" in done.stdout


def test_protokoll_names_what_it_made_and_the_engine(
    run: Run, meeting: Path, tmp_path: Path
) -> None:
    done = run("protokoll", meeting)
    assert done.returncode == 0, done.stderr
    assert "inbyggd" in done.stdout
    assert files(tmp_path / "out") == [
        "ksau-2023-03-06/manifest.json",
        "ksau-2023-03-06/protokoll.docx",
        "ksau-2023-03-06/protokoll.pdf",
    ]
    for name in ("protokoll.docx", "protokoll.pdf"):
        assert str(Path("out/ksau-2023-03-06") / name) in done.stdout


def test_a_fault_is_told_at_its_cell_and_nothing_is_written(
    run: Run, meeting: Path, tmp_path: Path
) -> None:
    cell = change(meeting, "Sammanträdesdatum", "2023-02-30")
    done = run("protokoll", meeting)
    assert done.returncode == 1
    assert f"ksau-2023-03-06.xlsx: Sammanträde, {cell}" in done.stderr
    assert "februari 2023 har 28 dagar" in done.stderr
    assert "Protokoll gjordes inte" in done.stdout
    assert not (tmp_path / "out").exists()


def test_an_unknown_organ_is_told_with_the_nearest(run: Run, meeting: Path, tmp_path: Path) -> None:
    change(meeting, "Organ", "Kommunstyrelsens arbetsutskot")
    done = run("protokoll", meeting)
    assert done.returncode == 1
    assert "Menade du Kommunstyrelsens arbetsutskott?" in " ".join(done.stderr.split())
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("protokoll", "saknas.xlsx"), 2, "Filen saknas.xlsx finns inte"),
        (("protokoll",), 2, "MÖTE.XLSX"),
        (("protokoll", "{meeting}", "--motor", "word97"), 2, "libreoffice"),
        (("protokoll", "{meeting}", "--register", "borta.xlsx"), 2, "borta.xlsx"),
        (("protokoll", "{meeting}", "--mallar", "borta"), 2, "borta"),
        (("protokoll", "{meeting}", "--behåll", "--skriv-över"), 2, "antingen"),
        (("pdf", "saknas.docx"), 2, "saknas.docx"),
    ],
)
def test_wrong_usage_is_told_in_a_line(
    run: Run, meeting: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    done = run(*(a.format(meeting=meeting) for a in arguments))
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_an_engine_that_is_not_there_is_told_with_the_cure(
    run: Run, meeting: Path, tmp_path: Path
) -> None:
    done = run("protokoll", meeting, "--motor", "libreoffice", GEN_SOFFICE=str(tmp_path / "borta"))
    assert done.returncode == 3
    assert "--motor inbyggd" in done.stderr
    assert not (tmp_path / "out").exists()


def test_options_may_be_typed_decomposed(run: Run, meeting: Path) -> None:
    assert run("protokoll", meeting, unicodedata.normalize("NFD", "--behåll")).returncode == 0


def test_an_edited_protokoll_is_never_lost(run: Run, meeting: Path, tmp_path: Path) -> None:
    run("protokoll", meeting)
    folder = tmp_path / "out" / "ksau-2023-03-06"
    document = docx.Document(folder / "protokoll.docx")
    document.add_paragraph("Handskrivet tillägg")
    document.save(folder / "protokoll.docx")
    edited = (folder / "protokoll.docx").read_bytes()
    change(meeting, "Till klockan", "14.45")

    refused = run("protokoll", meeting)
    assert refused.returncode == 4
    assert "protokoll.docx" in refused.stderr
    assert "--behåll" in refused.stderr
    assert (folder / "protokoll.docx").read_bytes() == edited

    kept = run("protokoll", meeting, "--behåll")
    assert kept.returncode == 0, kept.stderr
    assert (folder / "protokoll.docx").read_bytes() == edited
    text = "".join(page.extract_text() for page in PdfReader(folder / "protokoll.pdf").pages)
    assert "Handskrivet tillägg" in text
    assert "14.45" not in text

    over = run("protokoll", meeting, "--skriv-över")
    assert over.returncode == 0, over.stderr
    asides = [p for p in folder.iterdir() if p.name.startswith("protokoll (")]
    assert [p.read_bytes() for p in asides] == [edited]
    assert (folder / "protokoll.docx").read_bytes() != edited


def test_without_the_manifest_other_files_are_a_persons(
    run: Run, meeting: Path, tmp_path: Path
) -> None:
    run("protokoll", meeting)
    folder = tmp_path / "out" / "ksau-2023-03-06"
    (folder / "manifest.json").unlink()
    change(meeting, "Till klockan", "14.45")
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    assert run("protokoll", meeting).returncode == 4
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


def test_a_run_with_nothing_changed_writes_nothing(run: Run, meeting: Path, tmp_path: Path) -> None:
    run("protokoll", meeting)
    folder = tmp_path / "out" / "ksau-2023-03-06"
    before = {p.name: p.stat().st_mtime_ns for p in folder.iterdir()}
    again = run("protokoll", meeting)
    assert again.returncode == 0
    assert "Redan gjort" in again.stdout
    assert {p.name: p.stat().st_mtime_ns for p in folder.iterdir()} == before


def test_two_runs_at_once_both_end_well(run: Run, meeting: Path, tmp_path: Path) -> None:
    code = "from gen.cli import main; main()"
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", code, "protokoll", str(meeting)],
            cwd=tmp_path,
            env={**os.environ, "GEN_MOTOR": "inbyggd"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    assert [(r.communicate()[1], r.returncode) for r in runs] == [(b"", 0), (b"", 0)]
    assert PdfReader(tmp_path / "out" / "ksau-2023-03-06" / "protokoll.pdf").pages


def test_a_dry_run_shows_the_plan_and_writes_nothing(
    run: Run, meeting: Path, tmp_path: Path
) -> None:
    done = run("protokoll", meeting, "--torrkör")
    assert done.returncode == 0
    assert "Protokoll Kommunstyrelsens arbetsutskott 2023-03-06" in done.stdout
    assert not (tmp_path / "out").exists()


def test_pdf_of_a_word_file_stands_beside_it(run: Run, tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "En skrivelse"
    document.add_heading("Rubrik")
    document.add_paragraph("Skrivet för hand, å ä ö")
    document.save(tmp_path / "skrivelse.docx")
    done = run("pdf", "skrivelse.docx")
    assert done.returncode == 0, done.stderr
    reader = PdfReader(tmp_path / "skrivelse.pdf")
    assert "å ä ö" in reader.pages[0].extract_text()
    assert reader.metadata.title == "En skrivelse"


def test_pdf_goes_on_with_the_others_when_one_file_is_broken(run: Run, tmp_path: Path) -> None:
    docx.Document().save(tmp_path / "hel.docx")
    (tmp_path / "trasig.docx").write_bytes(b"inte Word")
    done = run("pdf", "trasig.docx", "hel.docx")
    assert done.returncode == 3
    assert "trasig.docx" in done.stderr
    assert (tmp_path / "hel.pdf").exists()
    assert not (tmp_path / "trasig.pdf").exists()


def test_doktor_tells_what_is_there(run: Run) -> None:
    done = run("doktor")
    assert done.returncode == 0
    for part in ("inbyggd", "LibreOffice", "Mallar", "veraPDF"):
        assert part in done.stdout
