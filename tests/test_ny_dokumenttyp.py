"""One more document type takes one module and one template: the command, its help, the vocabulary,
the check of templates, `gen allt`, and the documents in both forms come by themselves."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import docx
import pytest
import verapdf
from bunthandlingar import SIGNED, workbook
from kommando import gen
from pypdf import PdfReader

from gen import documents
from gen.templates import shipped

MODULES = Path(__file__).parent / "nytyp"
NAME = "närvarointyg"
SAYS = "{{ intyg.namn }} ({{ intyg.parti }}) var med på sammanträdet med {{ dokument.organ }}."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kommun's folder: a meeting, and the templates with one that gen does not have."""
    folder = tmp_path_factory.mktemp("kommunen")
    workbook(folder, {}, form=SIGNED)
    templates = folder / "mallar"
    templates.mkdir()
    document = docx.Document(str(shipped() / "brevpapper.docx"))
    for paragraph in document.paragraphs:
        paragraph._element.getparent().remove(paragraph._element)
    document.add_paragraph("Närvarointyg", style="Heading 1")
    document.add_paragraph(SAYS, style="Body Text")
    document.save(str(templates / f"{NAME}.docx"))
    return folder


def run(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """`gen …` with the module among gen's own."""
    return gen(folder, *arguments, types=MODULES)


def test_gen_itself_does_not_have_it(folder: Path) -> None:
    assert NAME not in documents.types()
    assert gen(folder, NAME, "möte.xlsx").returncode == 2


def test_help_lists_it_among_the_documents(folder: Path) -> None:
    shown = " ".join(run(folder, "--help").stdout.partition("Dokument:")[2].split())
    told = "Gör närvarointyg till de förtroendevalda som var med."
    assert f"{NAME} {told}" in shown
    own = run(folder, NAME, "--help")
    assert own.returncode == 0
    assert told in " ".join(own.stdout.split())
    assert "--ärende" in own.stdout


@pytest.mark.parametrize("spelled", [NAME, "narvarointyg"])
def test_its_command_makes_word_and_pdf(folder: Path, spelled: str) -> None:
    done = run(folder, spelled, "möte.xlsx", "--mallar", "mallar", "--ut", f"ut-{spelled}")
    assert done.returncode == 0, done.stdout + done.stderr
    made = folder / f"ut-{spelled}" / "möte" / NAME
    words = sorted(made.glob("*.docx"))
    assert len(words) > 3
    assert [word.with_suffix(".pdf") for word in words] == sorted(made.glob("*.pdf"))
    for word in words:
        heading, said = (p.text for p in docx.Document(str(word)).paragraphs)
        assert heading == "Närvarointyg"
        assert said.endswith(") var med på sammanträdet med Kommunstyrelsens arbetsutskott.")
        (page,) = PdfReader(word.with_suffix(".pdf")).pages
        shown = "".join(page.extract_text().split())
        assert "".join(said.split()) in shown
        assert "Sida1(1)" in shown  # of the letterhead


def test_it_is_named_where_a_wrong_name_is_typed(folder: Path) -> None:
    done = run(folder, "närvarointygg", "möte.xlsx")
    assert done.returncode == 2
    assert NAME in done.stderr


def test_its_fields_are_told_and_what_its_template_must_print(folder: Path) -> None:
    done = run(folder, "mall", "fält", NAME, "--json")
    assert done.returncode == 0, done.stderr
    fields = {field["fält"] for field in json.loads(done.stdout)["fält"]}
    assert {"intyg.namn", "intyg.parti", "dokument.organ", "kommun.namn"} <= fields
    assert NAME in run(folder, "mall", "fält").stdout


def test_its_template_is_checked_as_all_others(folder: Path) -> None:
    template = folder / "mallar" / f"{NAME}.docx"
    done = run(folder, "mall", "kontrollera", template)
    assert done.returncode == 0, done.stdout
    document = docx.Document(str(template))
    document.paragraphs[1].text = "{{ intyg.nam }} var med."
    wrong = folder / f"{NAME}.docx"
    document.save(str(wrong))
    done = run(folder, "mall", "kontrollera", wrong)
    assert done.returncode == 1
    assert "intyg.namn" in done.stdout


def test_gen_allt_makes_it_when_its_time_has_come(folder: Path) -> None:
    done = run(folder, "allt", "möte.xlsx", "--mallar", "mallar", "--ut", "allt")
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((folder / "allt" / "möte" / NAME).glob("*.pdf"))
    early = folder / "före"
    early.mkdir()
    workbook(early, {}, form={"justerat": None, "anslaget_uppsatt": None})
    done = run(early, "allt", "möte.xlsx", "--mallar", folder / "mallar")
    assert not (early / "out" / "möte" / NAME).exists()
    assert NAME in done.stdout.partition("Inte dags än")[2]


@pytest.mark.behover("libreoffice", "verapdf")
def test_its_pdf_is_accessible_without_more_work(folder: Path, tmp_path: Path) -> None:
    how = ("--mallar", "mallar", "--ut", "lo", "--motor", "libreoffice")
    done = run(folder, NAME, "möte.xlsx", *how)
    assert done.returncode == 0, done.stdout + done.stderr
    pdfs = {p.stem: p.read_bytes() for p in (folder / "lo" / "möte" / NAME).glob("*.pdf")}
    numbered = {f"{number}": pdf for number, pdf in enumerate(pdfs.values())}
    found = verapdf.failures(numbered, tmp_path)
    assert found == dict.fromkeys(numbered, verapdf.PASSES)
