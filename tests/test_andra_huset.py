"""The second house, Ängsbro, is data: a register, four templates and no line of code. Its beslut
stand last and in numbered sentences, it writes §§ and Expedieras till, and it looks otherwise."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import angsbro
import docx
import pytest
from bok import KSAU
from docx.document import Document
from kommando import gen as command
from mote import möte
from pypdf import PdfReader

from gen import documents
from gen.checks import check
from gen.findings import Level
from gen.mall.filer import opened
from gen.mall.kontroll import examined
from gen.stages import Before
from gen.templates import LETTERHEAD, Templates, shipped
from gen.workbook import sheets
from gen.workbook.read import read, read_register

OWN = ("anslag", "brevpapper", "kallelse", "protokoll")
NBSP = "\u00a0"

# -- its files --------------------------------------------------------------------------


@pytest.mark.parametrize("path", [angsbro.REGISTER, angsbro.MEETING], ids=lambda path: path.name)
def test_its_workbooks_are_what_gen_writes_today(path: Path) -> None:
    with (
        zipfile.ZipFile(path) as kept,
        zipfile.ZipFile(io.BytesIO(angsbro.rewritten()[path])) as ours,
    ):
        assert kept.namelist() == ours.namelist()
        for name in kept.namelist():
            assert kept.read(name) == ours.read(name), f"{name}: kör python tests/angsbro.py"


def test_its_meeting_keeps_the_law_and_its_own_form() -> None:
    found = read(angsbro.MEETING)
    assert found.findings == ()
    told = check(found, Before.ANSLAG)
    assert {finding.level for finding in told} <= {Level.UPPLYSNING}
    # What was decided in § 147 is another thing than what was proposed.
    assert [finding.code for finding in told] == ["GEN-1613"]


def test_it_has_only_the_templates_in_which_it_differs() -> None:
    assert sorted(path.stem for path in angsbro.TEMPLATES.iterdir()) == list(OWN)
    own, gens = Templates(angsbro.TEMPLATES), Templates()
    for kind in {type_.template for type_ in documents.types().values()}:
        assert (own.find(kind) == gens.find(kind)) is (kind not in OWN), kind
        assert gens.find(kind).content == (shipped() / f"{kind}.docx").read_bytes()


@pytest.mark.parametrize("name", OWN)
def test_its_templates_have_no_fault(name: str) -> None:
    assert examined(*opened(angsbro.TEMPLATES / f"{name}.docx")) == ()


def test_its_letterhead_dresses_every_style_that_gens_has() -> None:
    """What it lacked would come out of gen's templates, in the colours of another house."""
    own, gens = (_opened(Templates(folder)) for folder in (angsbro.TEMPLATES, None))
    assert {style.name for style in gens.styles} <= {style.name for style in own.styles}
    seen = {
        element.get(f"{{{element.nsmap['w']}}}val")
        for element in own.styles.element.iter("{*}color")
    }
    assert not seen & {"14495A", "9DB1B8"}
    assert own.styles["Normal"].element.getroottree().find(".//{*}rFonts").values()[0] == "Arial"


def _opened(templates: Templates) -> Document:
    return docx.Document(io.BytesIO(templates.find(LETTERHEAD).content))


# -- its meeting, as a user makes it ----------------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with everything that is made of its meeting; the register names the templates."""
    folder = tmp_path_factory.mktemp("ängsbro")
    for typ in ("kallelse", "protokoll", "anslag", "tjänsteskrivelse", "utdrag"):
        done = command(folder, typ, angsbro.MEETING)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out" / angsbro.MEETING.stem


def lines(word: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(word).paragraphs]


def test_its_protokoll_is_worded_as_the_house_has_it(made: Path) -> None:
    shown = lines(made / "protokoll.docx")
    assert f"Plats och tid\tBrosalen, Kommunhuset, 2024-10-02, klockan{NBSP}08.30–11.20" in shown
    assert f"Paragrafer\t§§{NBSP}141–148" in shown
    assert f"Utses att justera\tOlof Brandt{NBSP}(M)" in shown
    assert "Anslaget tas ned\t2024-11-04" in shown  # a Monday: the first lawful day is a lördag
    for foreign in ("Tid och plats", "Beslutet skickas till", "För verkställighet", "Anslag/bevis"):
        assert not any(line.startswith(foreign) for line in shown), foreign


def test_a_paragraf_ends_with_its_beslut_in_numbered_sentences(made: Path) -> None:
    body = docx.Document(made / "protokoll.docx").paragraphs
    start = next(n for n, p in enumerate(body) if p.text.startswith(f"§{NBSP}143 Försäljning"))
    after = body[start + 1 :]
    end = next(n for n, p in enumerate(after) if p.style.name == "Heading 1")
    parts = [p.text for p in after[:end] if p.style.name == "Heading 2"]
    assert parts == [
        "Föredragande",
        "Ärendebeskrivning",
        "Bakgrund",
        "Förvaltningens bedömning",
        "Ekonomiska konsekvenser",
        "Beslutsunderlag",
        "Förslag till beslut på sammanträdet",
        "Beslutsgång",
        "Beslut",
        "Reservation",
        "Expedieras till",
    ]
    points = [p.text for p in after[:end] if p.style.name == "List Number"]
    assert points[0] == "Fastigheten Kvarnen 4 säljs till högstbjudande för lägst 3,6 mnkr."
    assert not any(point.startswith("Att ") for point in points)
    headed = [p.text for p in after[:end] if p.style.name == "Mottagarrubrik"]
    assert headed == ["För åtgärd:", "För kännedom:"]


def test_the_signatures_stand_on_the_cover_and_go_with_every_utdrag(made: Path) -> None:
    cover = PdfReader(made / "protokoll.pdf").pages[0].extract_text()
    assert "Underskrifter" in cover
    assert "Karin Ljungdahl" in cover
    extract = [page.extract_text() for page in PdfReader(made / "utdrag/paragraf-143.pdf").pages]
    assert sum("Underskrifter" in page for page in extract) == 1
    assert sum("Anslagsbevis" in page for page in extract) == 1
    assert "Strandvägen" not in "".join(extract)


def test_there_is_room_to_sign_in_the_footer_of_a_protokoll_only(made: Path) -> None:
    boxes = {
        name: "Utdragsbestyrkande" in PdfReader(made / f"{name}.pdf").pages[0].extract_text()
        for name in ("protokoll", "kallelse", "anslag", "tjänsteskrivelse-ks-2024-00188")
    }
    assert [name for name, shown in boxes.items() if shown] == ["protokoll"]


def test_templates_that_it_does_not_have_are_gens_on_its_letterhead(made: Path) -> None:
    word = docx.Document(made / "tjänsteskrivelse-ks-2024-00188.docx")
    assert word.styles["Heading 1"].font.color.rgb == docx.shared.RGBColor(0x8A, 0x1F, 0x2D)
    shown = [paragraph.text for paragraph in word.paragraphs]
    for heading in ("Ekonomiska konsekvenser", "Barnkonsekvensanalys", "Klimatpåverkan"):
        assert heading in shown
    assert "Expedieras till" in shown


def test_lunds_meeting_comes_out_in_the_other_houses_dress(tmp_path: Path) -> None:
    done = command(tmp_path, "protokoll", KSAU, "--mallar", angsbro.TEMPLATES)
    assert done.returncode == 0, done.stdout + done.stderr
    shown = lines(tmp_path / "out" / KSAU.stem / "protokoll.docx")
    assert f"Paragrafer\t§{NBSP}23–51" in shown  # how Lund writes is Lund's register's to say
    assert "att avslå motionen med hänvisning till vad som redovisats i ärendet." in shown
    assert any(line.startswith("Plats och tid\t") for line in shown)


# -- what its Stil says -----------------------------------------------------------------

NUMBERED: Any = {sheets.STIL: [{"Beslut som": "numrerade meningar"}]}


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ("Utfall: Bordläggs | Till: 2023-04-03", f"Ärendet bordläggs till den{NBSP}3 april 2023."),
        ("Utfall: Återremitteras | Till: nämnden", "Ärendet återremitteras till nämnden."),
        ("Typ: Information", "Informationen läggs till handlingarna."),
        ("Förslag: planen antas", "Planen antas."),
    ],
)
def test_an_outcome_is_a_sentence_of_its_own_where_beslut_are(facts: str, sentence: str) -> None:
    found = möte("KS 2023-03-06", f"§ 1 En plan | {facts}", register=NUMBERED)
    lead_in, only = _part(found, "Beslut")
    assert lead_in["text"][0]["text"] == "Kommunstyrelsen beslutar:"
    assert only["typ"] == "stycke"  # one alone is not numbered
    assert "".join(run["text"] for run in only["text"]) == sentence


def test_several_sentences_are_numbered() -> None:
    facts = "Förslag: planen antas | Förslag: nämnden får i uppdrag att följa upp planen"
    found = möte("KS 2023-03-06", f"§ 1 En plan | {facts}", register=NUMBERED)
    _, points = _part(found, "Beslut")
    assert (points["stil"], len(points["poster"])) == ("numrerad", 2)


def test_the_two_lists_of_recipients_are_called_what_the_stil_calls_them() -> None:
    line = "§ 1 A | Förslag: b | Skickas till – åtgärd: Ada Ask | Skickas till – kännedom: Bo Berg"
    usual = _part(möte("KS 2023-03-06", line), "Skickas till")
    assert [block["text"][0]["text"] for block in usual[::2]] == [
        "För verkställighet eller motsvarande åtgärd:",
        "För kännedom:",
    ]
    delar = "Beslut; Skickas till; Skickas till – åtgärd = För åtgärd"
    stil: Any = {sheets.STIL: [{"Delar i en § och deras ordning": delar}]}
    own = _part(möte("KS 2023-03-06", line, register=stil), "Skickas till")
    assert [block["text"][0]["text"] for block in own[::2]] == ["För åtgärd:", "För kännedom:"]


def _part(found: Any, name: str) -> list[dict[str, Any]]:
    (draft,) = documents.types()["protokoll"].drafts(found)
    context: Any = draft.context
    (part,) = (del_ for del_ in context["ärenden"][0]["delar"] if del_["del"] == name)
    return part["innehåll"]["block"]


def test_the_register_that_the_tests_know_is_the_shipped_one() -> None:
    known, found, _ = read_register(angsbro.REGISTER)
    assert found == ()
    assert (angsbro.FOLDER / known.kommun.mallmapp).resolve() == angsbro.TEMPLATES.resolve()
    addresses = [one.e_post for one in (*known.fortroendevalda, *known.tjanstepersoner)]
    addresses += [one.e_post for one in known.mottagare if one.e_post]
    assert all(address.endswith("@angsbro.invalid") for address in addresses)
