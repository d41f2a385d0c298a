"""`gen utdrag`: the right §§ to the right people, of what is justerat, and nothing of another §."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import docx
import hus
import pikepdf
import pytest
import verapdf
from bunthandlingar import SIGNED as POSTED
from bunthandlingar import pdf as pdf_of
from bunthandlingar import word_of
from bunthandlingar import workbook as bundled
from docx.text.paragraph import Paragraph
from kommando import gen
from pdfinnehall import everything
from pypdf import PdfReader
from signerade import Layout, Line

from gen.allt import make_everything
from gen.building import Options
from gen.choices import HELA
from gen.errors import DataError, InTheWayError, UsageError
from gen.findings import Finding, Level
from gen.pdf.engines import choose
from gen.pdf.inbyggd import Inbyggd
from gen.recipe import Outcome
from gen.report import outcome_lines
from gen.store import Policy
from gen.utdrag.cutting import cut_utdrag
from gen.utdrag.extracts import Wish
from gen.workbook import example, new, sheets
from gen.workbook.filling import Filling
from gen.workbook.typed import Facts

WORDS = {number: f"qvord{name}vq" for number, name in enumerate(("ett", "tva", "tre", "fyra"), 1)}
"""A word of each § that stands nowhere else: in its rubrik, its text and what was said in it."""

RECIPIENTS: Mapping[int, Sequence[str]] = {
    1: ("Tekniska nämnden", "Socialnämnden"),
    2: ("Socialnämnden",),
    4: ("Diariet",),
}

DAYS = ("datum", "justering_planerad", "justerat", "anslaget_uppsatt")
SIGNED: Facts = {"justerat": dt.date(2023, 3, 7), "anslaget_uppsatt": dt.date(2023, 3, 8)}


def workbook(
    folder: Path,
    *,
    form: Facts = SIGNED,
    arenden: Mapping[int, Facts] = {},
    parts: Sequence[Facts] = (),
    to: Mapping[int, Sequence[str]] = RECIPIENTS,
    house: str = hus.LUND,
) -> Path:
    """A meeting of four §§. The third goes to nobody. `house`: whose register it has."""
    known = example.meeting()
    rows = dict(known.rows)
    start = dict(known.form(sheets.SAMMANTRADE.name))
    start |= {"första_paragraf": "1", "omfattning": HELA, "sista_paragraf": None}
    start |= {"justerat": None, "anslaget_uppsatt": None, **form}
    rows[sheets.SAMMANTRADE.name] = [start]
    rows[sheets.NARVARO.name] = [{**row, "paragrafer": ""} for row in known.rows["Närvaro"]]
    rows[sheets.ARENDEN.name] = [
        {
            "nr": str(number),
            "rubrik": f"Fråga om {word}",
            "dnr": f"KS 2023/{number:04}",
            "utfall": "Enligt förslaget",
            **arenden.get(number, {}),
        }
        for number, word in WORDS.items()
    ]
    rows[sheets.INNEHALL.name] = [
        row
        for number, word in WORDS.items()
        for row in (
            {"ärende": str(number), "del": "Förslag", "text": f"ge {word} i uppdrag att börja"},
            {"del": "Sammanfattning", "text": f"Det gäller {word}. " * 30},
            *({"del": "Skickas till – kännedom", "vem": who} for who in to.get(number, ())),
        )
    ]
    rows[sheets.BEHANDLING.name] = [
        {
            "ärende": "2",
            "händelse": "Yrkande",
            "vem": "Mia Honeth",
            "gäller": "Avslag",
            "text": f"avslag på {WORDS[2]}",
        },
        {"händelse": "Proposition", "utfall": "Bifall"},
    ]
    rows[sheets.DELPROTOKOLL.name] = parts
    rows[sheets.GRANSKAT.name] = []
    (folder / "register.xlsx").write_bytes(new.register(hus.register(house)))
    path = folder / "möte.xlsx"
    made = new.written(Filling(rows), example.REGISTER, example.organ(), example.DAY, "prov")
    path.write_bytes(made)
    return path


USUAL = Wish()


def cut(path: Path, wish: Wish = USUAL, **options: object) -> Outcome:
    """The run, with the embedded engine unless another is named; in out/ beside the workbook."""
    how = Options(**{"out": path.parent / "out", **options})  # type: ignore[arg-type]
    with choose(how.engine or "inbyggd") as engine:
        return cut_utdrag(engine, path, how, wish)


def utdrag(outcome: Outcome) -> dict[str, bytes]:
    """The extracts that were written or stand there, by their names from utdrag/."""
    paths = [p for p in (*outcome.placed, *outcome.unchanged) if p.suffix == ".pdf"]
    return {
        path.as_posix().partition("/utdrag/")[2]: path.read_bytes()
        for path in paths
        if "/utdrag/" in path.as_posix() and "bestyrkande" not in path.name
    }


def words(pdf: bytes) -> set[int]:
    """The §§ whose word is anywhere in the file."""
    there = everything(pdf)
    return {number for number, word in WORDS.items() if word in there}


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def codes(outcome: Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings if finding.level is not Level.UPPLYSNING}


# -- which §§, and what is in them ------------------------------------------------------


BOTH_HOUSES = pytest.mark.parametrize("house", hus.HOUSES)


@BOTH_HOUSES
@pytest.mark.parametrize(
    "engine", ["inbyggd", pytest.param("libreoffice", marks=pytest.mark.behover("libreoffice"))]
)
def test_every_paragraf_that_goes_to_somebody_gets_an_utdrag_of_its_own(
    tmp_path: Path, engine: str, house: str
) -> None:
    made = utdrag(cut(workbook(tmp_path, house=house), engine=engine))
    assert sorted(made) == ["paragraf-1.pdf", "paragraf-2.pdf", "paragraf-4.pdf"]
    assert {name: words(pdf) for name, pdf in made.items()} == {
        "paragraf-1.pdf": {1},
        "paragraf-2.pdf": {2},
        "paragraf-4.pdf": {4},
    }


BEHIND = {
    hus.LUND: ("Tid och plats", "Underskrifter", "Anslag/bevis", "Utdraget bestyrks"),
    # It signs where the cover ends.
    hus.ÄNGSBRO: ("Plats och tid", "Signerat digitalt", "Anslagsbevis", "Utdraget bestyrks"),
}


@BOTH_HOUSES
def test_behind_the_paragraf_stand_forsattsblad_underskrifter_anslag_and_bestyrkande(
    tmp_path: Path, house: str
) -> None:
    made = utdrag(cut(workbook(tmp_path, house=house)))["paragraf-1.pdf"]
    shown = pages(made)
    assert "§ 1 Fråga om" in shown[0].replace("\u00a0", " ")
    for page, said in zip(shown[1:], BEHIND[house], strict=True):
        assert said in page
    assert any("Underskrifter" in page for page in shown[1:])
    assert "Emma Ehrenberg" in shown[-1]


@BOTH_HOUSES
def test_the_pages_are_the_very_pages_of_the_protokoll(tmp_path: Path, house: str) -> None:
    outcome = cut(workbook(tmp_path, house=house))
    whole = pages((tmp_path / "out" / "möte" / "protokoll.pdf").read_bytes())
    for pdf in utdrag(outcome).values():
        assert set(pages(pdf)[:-1]) <= set(whole)


def test_an_utdrag_has_a_title_and_bookmarks_of_its_own(tmp_path: Path) -> None:
    made = utdrag(cut(workbook(tmp_path)))["paragraf-2.pdf"]
    reader = PdfReader(io.BytesIO(made))
    assert reader.metadata is not None
    assert reader.metadata.title == (
        "Protokollsutdrag § 2, Kommunstyrelsens arbetsutskott 2023-03-06"
    )
    with pikepdf.open(io.BytesIO(made)) as pdf, pdf.open_outline() as outline:
        titles = [" ".join(str(entry.title).split()) for entry in outline.root]
    assert titles[0].startswith("§ 2")
    assert titles[-1] == "Utdraget bestyrks"


def test_chosen_paragrafer_and_all_of_them(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    assert sorted(utdrag(cut(path, paragrafer="3"))) == ["paragraf-3.pdf"]
    assert sorted(utdrag(cut(path, arenden=("KS 2023/0002",)))) == ["paragraf-2.pdf"]
    everything_ = utdrag(cut(path, Wish(everything=True)))
    assert sorted(everything_) == [f"paragraf-{n}.pdf" for n in WORDS]


def test_each_recipient_gets_what_is_theirs_in_order_and_nobody_gets_the_diarium(
    tmp_path: Path,
) -> None:
    made = utdrag(cut(workbook(tmp_path), Wish(per_recipient=True)))
    assert {name: words(pdf) for name, pdf in made.items()} == {
        "mottagare/tekniska-nämnden.pdf": {1},
        "mottagare/socialnämnden.pdf": {1, 2},
    }
    shown = " ".join(pages(made["mottagare/socialnämnden.pdf"]))
    assert shown.index(WORDS[1]) < shown.index(WORDS[2])


# -- what is justerat -------------------------------------------------------------------


def test_before_the_justering_there_is_no_utdrag_and_the_cell_is_named(tmp_path: Path) -> None:
    outcome = cut(workbook(tmp_path, form={}))
    assert utdrag(outcome) == {}
    assert outcome.exit_code == 1
    assert ("GEN-2001", "sammanträde.justerat") in {(f.code, f.at) for f in outcome.findings}


def test_an_utkast_says_so_on_its_pages_and_in_its_name(tmp_path: Path) -> None:
    made = utdrag(cut(workbook(tmp_path, form={}), utkast=True))
    assert "paragraf-1-utkast.pdf" in made
    assert all("Ej justerat" in page for page in pages(made["paragraf-1-utkast.pdf"])[:-1])


def test_what_is_omedelbart_justerat_is_cut_from_its_own_protokoll_before_the_rest(
    tmp_path: Path,
) -> None:
    row = {"slag": "Omedelbar justering", "paragrafer": "2", "justerare": "Lina Olsson"}
    part = row | {"justerat": dt.date(2023, 3, 6), "anslaget_uppsatt": dt.date(2023, 3, 7)}
    path = workbook(tmp_path, form={}, arenden={2: {"omedelbart_justerad": "Ja"}}, parts=[part])
    outcome = cut(path)
    (made,) = utdrag(outcome).values()
    assert words(made) == {2}
    assert "Lina Olsson" in " ".join(pages(made))
    assert "2023-03-07" in " ".join(pages(made))
    assert "GEN-2001" in codes(outcome)  # the others wait


def test_a_paragraf_with_sekretess_is_told_before_it_is_sent(tmp_path: Path) -> None:
    path = workbook(tmp_path, arenden={1: {"sekretess": "26 kap. 1 § OSL"}})
    outcome = cut(path)
    assert "GEN-6205" in codes(outcome)
    made = utdrag(outcome)
    stamped = {
        name: [page.endswith("Sekretess") for page in pages(pdf)] for name, pdf in made.items()
    }
    secret = stamped.pop("paragraf-1.pdf")
    # The pages that were signed are left as they are: the one that gen puts behind them says it.
    assert secret == [*[False] * (len(secret) - 1), True]
    assert not any(any(some) for some in stamped.values())


# -- from a signed protokoll ------------------------------------------------------------


def test_a_signed_protokoll_is_cut_and_left_as_it_is(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    cut(path)
    signed = tmp_path / "justerat.pdf"
    signed.write_bytes((tmp_path / "out" / "möte" / "protokoll.pdf").read_bytes())
    before = signed.read_bytes()
    outcome = cut(path, Wish(signed=signed))
    assert signed.read_bytes() == before
    assert words(utdrag(outcome)["paragraf-1.pdf"]) == {1}


def test_a_protokoll_signed_before_the_posting_gets_the_anslag_of_afterwards(
    tmp_path: Path,
) -> None:
    path = workbook(tmp_path, form={"justerat": dt.date(2023, 3, 7)})
    assert "GEN-6203" in codes(cut(path))
    signed = tmp_path / "justerat.pdf"
    signed.write_bytes((tmp_path / "out" / "möte" / "protokoll.pdf").read_bytes())
    posted = workbook(tmp_path)
    made = utdrag(cut(posted, Wish(signed=signed)))["paragraf-1.pdf"]
    assert any("Anslag/bevis" in page and "2023-03-08" in page for page in pages(made))


def test_a_signed_protokoll_without_tags_is_known_by_its_first_page(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    cut(path)
    signed = tmp_path / "utskrivet.pdf"
    with pikepdf.open(tmp_path / "out" / "möte" / "protokoll.pdf") as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(signed)
    outcome = cut(path, Wish(signed=signed))
    assert "GEN-6204" not in codes(outcome)
    assert words(utdrag(outcome)["paragraf-1.pdf"]) == {1}


def test_text_that_is_out_of_sight_keeps_the_utdrag_of_its_page_from_being_made(
    tmp_path: Path,
) -> None:
    path = workbook(tmp_path)
    cut(path)
    signed = tmp_path / "beskuret.pdf"
    with pikepdf.open(tmp_path / "out" / "möte" / "protokoll.pdf") as pdf:
        page = pdf.pages[1]
        page.Resources.Font["/H"] = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        words_of = b"/Artifact BMC BT /H 9 Tf 50 5000 Td (om en annan) Tj ET EMC"
        page.contents_add(words_of)
        pdf.save(signed)
    outcome = cut(path, Wish(signed=signed))
    assert "GEN-6219" in codes(outcome)
    told = next(found for found in outcome.findings if found.code == "GEN-6219")
    assert "På sidan 2 i beskuret.pdf" in told.message
    assert "om en annan" in told.message
    assert "paragraf-1.pdf" not in utdrag(outcome)
    assert words(utdrag(outcome)["paragraf-2.pdf"]) == {2}


def test_a_signed_protokoll_of_another_organ_and_day_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    cut(path)
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        names = {key: pikepdf.Name(value) for key, value in font.items()}
        page.Resources = pikepdf.Dictionary(Font={"/F1": pikepdf.Dictionary(names)})
        words_of = b"BT /F1 12 Tf 72 700 Td (Kulturberedningen 2021-05-04) Tj ET"
        page.Contents = pdf.make_stream(words_of)
        pdf.save(tmp_path / "annat.pdf")
    assert "GEN-6204" in codes(cut(path, Wish(signed=tmp_path / "annat.pdf")))


def test_before_the_justering_the_utdrag_that_wait_are_counted(tmp_path: Path) -> None:
    outcome = cut(workbook(tmp_path, form={}))
    told = list(outcome_lines(outcome))
    assert "3 utdrag väntar på justeringen, se ovan." in told
    assert not any("Utdrag gjordes inte" in line for line in told)
    assert outcome.stopped["utdrag"] == 1  # one cell is empty
    assert not any("bestyrkande" in path.name for path in outcome.placed)


def test_with_an_utdrag_comes_the_page_that_says_that_it_is_true(tmp_path: Path) -> None:
    outcome = cut(workbook(tmp_path))
    assert any("bestyrkande" in path.name for path in outcome.placed)
    assert not any("väntar" in line for line in outcome_lines(outcome))


def test_a_pdf_of_another_meeting_is_refused_by_its_paragrafer(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    cut(path, paragrafer="1")
    other = tmp_path / "annat.pdf"
    other.write_bytes((tmp_path / "out" / "möte" / "utdrag" / "bestyrkande.pdf").read_bytes())
    outcome = cut(path, Wish(signed=other), paragrafer="2")
    assert "GEN-6200" in codes(outcome)
    assert "paragraf-2.pdf" not in utdrag(outcome)


def test_what_is_no_pdf_and_what_is_not_there_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    broken = tmp_path / "trasig.pdf"
    broken.write_bytes(b"%PDF-1.7 trasig")
    with pytest.raises(DataError):
        cut(path, Wish(signed=broken))
    with pytest.raises(UsageError):
        cut(path, Wish(signed=tmp_path / "saknas.pdf"))


# -- nothing of another § ---------------------------------------------------------------


def signed_as(path: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    """The protokoll, made, changed and given back as `justerat.pdf`."""
    cut(path)
    signed = path.parent / "justerat.pdf"
    with pikepdf.open(path.parent / "out" / "möte" / "protokoll.pdf") as pdf:
        change(pdf)
        pdf.save(signed)
    return signed


def edited(path: Path, change: Callable[[Paragraph], None]) -> Outcome:
    """The utdrag of all §§ when somebody has changed the paragraphs of protokoll.docx in Word."""
    cut(path)
    name = path.parent / "out" / "möte" / "protokoll.docx"
    document = docx.Document(str(name))
    for paragraph in document.paragraphs:
        change(paragraph)
    document.save(str(name))
    return cut(path, Wish(everything=True), policy=Policy.KEEP)


def test_a_rubrik_that_lost_its_style_in_word_stops_the_paragraf_before_it(tmp_path: Path) -> None:
    def lose(paragraph: Paragraph) -> None:
        if paragraph.text.replace("\u00a0", " ").startswith("§ 2"):
            paragraph.style = paragraph.part.document.styles["Normal"]
            paragraph.paragraph_format.page_break_before = True

    outcome = edited(workbook(tmp_path), lose)
    assert {name: words(pdf) for name, pdf in utdrag(outcome).items()} == {
        "paragraf-3.pdf": {3},
        "paragraf-4.pdf": {4},
    }
    told = {(f.code, f.at) for f in outcome.findings if f.stoppar}
    assert told == {("GEN-6208", "ärenden[0].paragraf"), ("GEN-6200", "ärenden[1].paragraf")}
    assert outcome.exit_code == 1


def test_signatures_on_the_page_of_a_paragraf_stop_every_utdrag(tmp_path: Path) -> None:
    def move_up(paragraph: Paragraph) -> None:
        if paragraph.text.startswith("Underskrifter"):
            paragraph.paragraph_format.page_break_before = False

    outcome = edited(workbook(tmp_path), move_up)
    assert utdrag(outcome) == {}
    assert "GEN-6212" in codes(outcome)
    assert outcome.exit_code == 1


def test_bilagor_behind_the_protokoll_are_in_no_utdrag(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    cut(path)
    with pikepdf.open(tmp_path / "out" / "möte" / "protokoll.pdf") as pdf:
        pages_ = len(pdf.pages)
    made = Layout([[Line(f"Om {WORDS[3]}")]], tagged=False, header=False)
    (tmp_path / "bilaga.pdf").write_bytes(made.pdf())
    protokoll = tmp_path / "out" / "möte" / "protokoll.pdf"
    how = ("--till", tmp_path / "hela.pdf", "--bilagor")
    done = gen(tmp_path, "slå-ihop", protokoll, tmp_path / "bilaga.pdf", *how)
    assert done.returncode == 0, done.stdout + done.stderr
    made_ = utdrag(cut(path, Wish(everything=True, signed=tmp_path / "hela.pdf")))
    assert {name: words(pdf) for name, pdf in made_.items()} == {
        f"paragraf-{number}.pdf": {number} for number in WORDS
    }
    assert all(len(pages(pdf)) == pages_ - len(WORDS) + 2 for pdf in made_.values())


def test_gens_own_bundle_with_contents_and_bilagor_is_cut_as_the_protokoll_in_it(
    tmp_path: Path,
) -> None:
    files = {"karta.pdf": pdf_of("karta.pdf", 2)}
    path = bundled(tmp_path, files, bilagor=[(1, "Karta", "karta.pdf")], form=POSTED)
    options_ = Options(out=tmp_path / "out", engine="inbyggd")
    with choose("inbyggd") as engine:
        make_everything(engine, path, options_)
    (bundle,) = (tmp_path / "out").rglob("protokoll-med-bilagor.pdf")
    assert pages(bundle.read_bytes())[0].count("Cykelplan") == 1  # Innehåll names every §
    outcome = cut(path, Wish(everything=True, signed=bundle))
    assert len(utdrag(outcome)) == 4
    for name, made in utdrag(outcome).items():
        assert word_of("karta.pdf") not in everything(made)
        assert ("Cykelplan" in "".join(pages(made))) is (name == "paragraf-1.pdf")
        assert any("Tid och plats" in page for page in pages(made))


def test_last_years_protokoll_of_the_same_organ_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    old = tmp_path / "förra"
    old.mkdir()
    year = {day: dt.date(2022, 3, number) for number, day in enumerate(DAYS, 7)}
    cut(workbook(old, form={**SIGNED, **year}))
    signed = old / "out" / "möte" / "protokoll.pdf"
    assert "2022-03-07" in pages(signed.read_bytes())[0]
    outcome = cut(path, Wish(signed=signed))
    assert utdrag(outcome) == {}
    assert {"GEN-6215"} == {f.code for f in outcome.findings if f.level is Level.FEL}


def test_a_paragraf_with_another_rubrik_than_in_the_workbook_is_told(tmp_path: Path) -> None:
    signed = signed_as(workbook(tmp_path), lambda pdf: None)
    path = workbook(tmp_path, arenden={2: {"rubrik": "Ny simhall"}})
    outcome = cut(path, Wish(signed=signed))
    (told,) = [f for f in outcome.findings if f.code == "GEN-6216"]
    assert told.at == "ärenden[1].paragraf"
    assert "Ny simhall" in told.message
    assert WORDS[2] in told.message


def test_a_signed_protokoll_without_its_first_page_is_told(tmp_path: Path) -> None:
    def drop(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0]

    path = workbook(tmp_path)
    outcome = cut(path, Wish(signed=signed_as(path, drop)))
    assert "GEN-6214" in codes(outcome)
    assert words(utdrag(outcome)["paragraf-1.pdf"]) == {1}


def test_what_made_a_signed_protokoll_is_told_as_what_made_its_utdrag(tmp_path: Path) -> None:
    def sign(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Producer"] = "Signeringen 1.0"

    path = workbook(tmp_path)
    made = utdrag(cut(path, Wish(signed=signed_as(path, sign))))["paragraf-1.pdf"]
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert str(pdf.docinfo["/Producer"]) == "Signeringen 1.0"


def test_a_dry_run_promises_only_what_a_signed_protokoll_can_give(tmp_path: Path) -> None:
    def hide(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[2]

    path = workbook(tmp_path)
    wish = Wish(signed=signed_as(path, hide))
    dry, real = cut(path, wish, dry=True), cut(path, wish)
    assert {one.name for one in dry.derived} == {f"utdrag/{name}" for name in utdrag(real)}
    assert {f for f in dry.findings if f.stoppar} == {f for f in real.findings if f.stoppar}
    assert dry.exit_code == real.exit_code == 1


def test_two_recipients_whose_names_differ_in_signs_get_a_file_each(tmp_path: Path) -> None:
    path = workbook(tmp_path, to={1: ("Kommunal (Malmö)",), 2: ("Kommunal, Malmö",)})
    made = utdrag(cut(path, Wish(per_recipient=True)))
    assert {name: words(pdf) for name, pdf in made.items()} == {
        "mottagare/kommunal-malmö.pdf": {1},
        "mottagare/kommunal-malmö-nr-2.pdf": {2},
    }


# -- what stands there ------------------------------------------------------------------


def test_nothing_changed_cuts_and_converts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path)
    first = cut(path)

    def refuse(*arguments: object) -> None:
        raise AssertionError("there was nothing to do")

    monkeypatch.setattr(Inbyggd, "convert", refuse)
    monkeypatch.setattr("gen.utdrag.cutting.assembled", refuse)
    again = cut(path)
    assert again.placed == ()
    assert set(again.unchanged) == set(first.placed)


def test_an_utdrag_that_somebody_has_changed_is_not_overwritten(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    cut(path)
    theirs = tmp_path / "out" / "möte" / "utdrag" / "paragraf-1.pdf"
    theirs.write_bytes(b"%PDF-1.7 signerat av mig")
    dry = cut(path, dry=True)
    with pytest.raises(InTheWayError) as real:
        cut(path)
    assert dry.exit_code == real.value.exit_code == 4
    assert real.value.finding in dry.findings
    assert cut(path, dry=True, policy=Policy.KEEP).exit_code == 0
    kept = cut(path, policy=Policy.KEEP)
    assert theirs in kept.kept
    assert theirs.read_bytes() == b"%PDF-1.7 signerat av mig"


def standing(path: Path) -> set[str]:
    """The utdrag that lie in the folder."""
    folder = path.parent / "out" / "möte" / "utdrag"
    return {one.name for one in folder.iterdir() if one.name.startswith("paragraf")}


def test_an_utkast_is_gone_when_there_is_the_justerade_utdrag(tmp_path: Path) -> None:
    cut(workbook(tmp_path, form={}), utkast=True)
    path = workbook(tmp_path)
    outcome = cut(path)
    assert standing(path) == {"paragraf-1.pdf", "paragraf-2.pdf", "paragraf-4.pdf"}
    assert {f.value for f in outcome.findings if f.code == "GEN-6217"} == {
        f"utdrag/paragraf-{number}-utkast.pdf" for number in (1, 2, 4)
    }
    assert cut(path).findings == outcome_without(outcome, "GEN-6217")


def outcome_without(outcome: Outcome, code: str) -> tuple[Finding, ...]:
    return tuple(finding for finding in outcome.findings if finding.code != code)


def test_an_utdrag_that_is_refused_now_does_not_stand_from_before(tmp_path: Path) -> None:
    def join(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[2]

    path = workbook(tmp_path)
    signed = signed_as(path, join)
    theirs = tmp_path / "out" / "möte" / "utdrag" / "paragraf-1.pdf"
    theirs.write_bytes(b"%PDF-1.7 signerat av mig")
    assert "paragraf-2.pdf" in standing(path)
    outcome = cut(path, Wish(signed=signed))
    assert {f.code for f in outcome.findings if f.stoppar} == {"GEN-6200", "GEN-6208"}
    assert standing(path) == {"paragraf-1.pdf", "paragraf-4.pdf"}
    assert theirs.read_bytes() == b"%PDF-1.7 signerat av mig"
    assert "GEN-6218" in codes(outcome)


@pytest.mark.behover("libreoffice", "verapdf")
def test_utdrag_are_archivable_and_accessible(tmp_path: Path) -> None:
    """Each kind of them from each engine; --ur of a protokoll of ours is as good as it was."""
    tried: dict[str, bytes] = {}
    for engine in ("libreoffice", "inbyggd"):
        folder = tmp_path / engine
        folder.mkdir()
        path = workbook(folder)
        made = utdrag(cut(path, engine=engine))
        made |= utdrag(cut(path, Wish(per_recipient=True), engine=engine))
        signed = folder / "justerat.pdf"
        signed.write_bytes((folder / "out" / "möte" / "protokoll.pdf").read_bytes())
        again = cut(path, Wish(signed=signed), engine=engine, out=folder / "ur")
        made |= {f"ur-{name}": pdf for name, pdf in utdrag(again).items()}
        assert {name[:3] for name in made} == {"par", "mot", "ur-"}
        tried |= {
            f"{engine}-{name.replace('/', '-').removesuffix('.pdf')}": pdf
            for name, pdf in made.items()
        }
    (tmp_path / "vera").mkdir()
    answers = verapdf.failures(tried, tmp_path / "vera")
    assert answers == dict.fromkeys(tried, verapdf.PASSES)
