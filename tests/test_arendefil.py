"""What a handläggare writes once, in a workbook and in Word, and where it stands in the meeting."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from cells import cell
from docx.document import Document
from mote import codes, fynd, möte
from wordfiles import bare, texts, word

import gen
from gen.attached import Slag, examine
from gen.building import Options
from gen.documents.protokoll import drafts
from gen.files import Home, Unusable, find
from gen.findings import Finding, Level
from gen.model import plain
from gen.planning import plan
from gen.source import at
from gen.workbook import sheets
from gen.workbook.read import Reading

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"


def write_arendefil(
    path: Path, form: Mapping[str, str], *rows: Sequence[str], sheet: str = "Ärende"
) -> Path:
    """An ärendefil with that form; each row is Del, Text and, if wanted, Fil."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = openpyxl.Workbook()
    ws = book.active
    ws.title = sheet
    ws.append(["Uppgift", "Värde"])
    for column in sheets.ARENDE.columns:
        ws.append([column.header, form.get(column.header)])
    body = book.create_sheet("Innehåll")
    body.append(["Del", "Text", "Vem", "Datum", "§", "Beslutas av", "Fil"])
    for del_, text, *fil in rows:
        body.append([del_, text or None, None, None, None, None, *fil])
    book.save(path)
    return path


def pdf(*, pages: int = 1, password: str = "") -> bytes:
    buffer = BytesIO()
    with pikepdf.new() as new:
        for _ in range(pages):
            new.add_blank_page()
        secret = pikepdf.Encryption(owner=password, user=password) if password else False
        new.save(buffer, encryption=secret)
    return buffer.getvalue()


def part(found: Reading, name: str, arende: int = 0) -> list[dict]:
    """The blocks of a part of the §."""
    (draft,) = drafts(found)
    delar = draft.context["ärenden"][arende]["delar"]
    return next((d["innehåll"]["block"] for d in delar if d["del"] == name), [])


def spoken(blocks: list[dict]) -> list[str]:
    lines = (b.get("poster", [b.get("text", [])]) for b in blocks)
    return ["".join(run["text"] for run in runs) for some in lines for runs in some]


def one(found: Reading, code: int) -> Finding:
    (told,) = [f for f in fynd(found) if f.code == f"GEN-{code}"]
    return told


FORM = {
    "Rubrik": "Motion från Eva Ek (C) Om bänkar",
    "Dnr": "KS 2023/0001",
    "Typ": "Motion",
    "Tjänsteskrivelsens datum": "2023-02-14",
    "Handläggare": "siv sand",
    "Beslutas av": "Kommunfullmäktige",
    "Inkom": "2022-12-08",
    "Sekretess": "26 kap. 1 § OSL",
}


# -- the ärendefil --------------------------------------------------------------------------


def test_an_arendefil_gives_what_the_row_leaves_empty(tmp_path: Path) -> None:
    write_arendefil(tmp_path / "bänkar.xlsx", FORM, ("Förslag", "avslå motionen"))
    found = möte("KS 2023-03-06", "§ 1 | Ärendefil: bänkar.xlsx", folder=tmp_path)
    (arende,) = found.meeting.arenden
    assert arende.rubrik == FORM["Rubrik"]
    assert (arende.dnr, arende.typ, arende.beslutas_av) == ("KS 2023/0001", "Motion", "KF")
    assert str(arende.tjansteskrivelse) == "2023-02-14"
    assert str(arende.inkom) == "2022-12-08"
    assert arende.sekretess == "26 kap. 1 § OSL"
    assert arende.handlaggare is not None
    assert arende.handlaggare.namn == "Siv Sand"
    assert [n.namn for n in arende.forslagsstallare] == ["Eva Ek"]
    assert spoken(part(found, "Beslut"))[1:] == ["att avslå motionen."]
    assert not codes(found) & {"GEN-2001", "GEN-2003", "GEN-1611"}


def test_a_value_from_the_arendefil_has_its_place_there(tmp_path: Path) -> None:
    write_arendefil(
        tmp_path / "ärenden" / "bänkar.xlsx",
        {**FORM, "Inkom": "2022-02-30"},
        ("Förslag", "avslå motionen"),
    )
    found = möte("KS 2023-03-06", "§ 1 | Ärendefil: ärenden/bänkar.xlsx", folder=tmp_path)
    place = found.source.place("ärenden[0].rubrik")
    assert str(place) == "ärenden/bänkar.xlsx: Ärende, B2"
    assert found.source.place("ärenden[0].innehåll[0].text").cell == "B2"
    assert str(found.source.place(one(found, 1201).at)) == "ärenden/bänkar.xlsx: Ärende, B10"


def test_a_place_in_a_file_in_a_folder_is_told_whole() -> None:
    found = möte("KS 2023-03-06", "§ 1 A | Förslag: anta")
    place = found.source.place(at("ärenden/bänkar.xlsx", "Innehåll", "C4"))
    assert (place.file, place.sheet, place.cell) == ("ärenden/bänkar.xlsx", "Innehåll", "C4")


def test_where_both_say_something_the_meeting_goes_first_and_it_is_told(tmp_path: Path) -> None:
    write_arendefil(tmp_path / "a.xlsx", FORM, ("Förslag", "avslå"))
    row = "§ 1 | Dnr: KS 2023/0002 | Tjänsteskrivelse: 2023-02-14 | Beslutas av: KF"
    found = möte("KS 2023-03-06", f"{row} | Ärendefil: a.xlsx", folder=tmp_path)
    assert found.meeting.arenden[0].dnr == "KS 2023/0002"
    told = one(found, 1611)
    assert told.level is Level.VARNING
    assert found.source.place(told.at).file == "möte.xlsx"
    assert "KS 2023/0001" in told.message


def test_an_unreadable_cell_that_the_meeting_overrules_stops_nothing(tmp_path: Path) -> None:
    write_arendefil(tmp_path / "a.xlsx", {**FORM, "Inkom": "i vintras"}, ("Förslag", "avslå"))
    row = "§ 1 | Inkom: 2022-12-08 | Ärendefil: a.xlsx"
    assert "GEN-1201" not in codes(möte("KS 2023-03-06", row, folder=tmp_path))


def test_the_meetings_rows_replace_a_del_whole(tmp_path: Path) -> None:
    write_arendefil(
        tmp_path / "a.xlsx",
        FORM,
        ("Inledning", "På förslag av nämnden:"),
        ("Förslag", "avslå motionen"),
        ("", "tacka för den"),
        ("Sammanfattning", "Handläggarens text"),
        ("Underrubrik", "Handläggarens underrubrik"),
        ("Bedömning", "Handläggarens bedömning"),
    )
    found = möte(
        "KS 2023-03-06",
        "§ 1 | Ärendefil: a.xlsx | Förslag: bifalla motionen | Sammanfattning: Mötets text",
        folder=tmp_path,
    )
    (arende,) = found.meeting.arenden
    assert [(rad.del_, plain(rad.text)) for rad in arende.innehall] == [
        ("Bedömning", "Handläggarens bedömning"),
        ("Förslag", "bifalla motionen"),
        ("Sammanfattning", "Mötets text"),
    ]
    assert spoken(part(found, "Beslut"))[0].startswith("Kommunstyrelsen föreslår")


def test_a_lead_in_of_the_proposal_does_not_lead_in_another_decision(tmp_path: Path) -> None:
    write_arendefil(
        tmp_path / "a.xlsx", FORM, ("Inledning", "På förslag av nämnden:"), ("Förslag", "avslå")
    )
    row = "§ 1 | Utfall: Annat beslut | Ärendefil: a.xlsx | Beslut: bifalla motionen"
    found = möte("KS 2023-03-06", row, folder=tmp_path)
    assert spoken(part(found, "Beslut"))[0].startswith("Kommunstyrelsen föreslår")


def test_headings_that_wait_for_a_text_are_no_rows(tmp_path: Path) -> None:
    write_arendefil(tmp_path / "a.xlsx", FORM, ("Förslag", ""), ("Bakgrund", ""))
    found = möte("KS 2023-03-06", "§ 1 | Ärendefil: a.xlsx", folder=tmp_path)
    assert found.meeting.arenden[0].innehall == ()
    assert "GEN-2003" in codes(found)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("borta.xlsx", 1601),
        ("/etc/passwd", 1600),
        ("../a.xlsx", 1600),
        ("mapp/../../a.xlsx", 1600),
        ("..\\a.xlsx", 1600),
        ("C:\\hemligt\\a.xlsx", 1600),
        ("\\\\server\\delad\\a.xlsx", 1600),
        ("https://exempel.invalid/a.xlsx", 1600),
        ("länk.xlsx", 1600),
        ("mapplänk/a.xlsx", 1600),
        ("mapp", 1602),
        (".", 1602),
        ("text.docx", 1603),
        ("trasig.xlsx", 1610),
    ],
)
def test_an_arendefil_that_cannot_be_used_is_told_at_its_cell(
    tmp_path: Path, typed: str, code: int
) -> None:
    outside = write_arendefil(tmp_path / "utanför" / "a.xlsx", FORM, ("Förslag", "avslå"))
    folder = tmp_path / "möten"
    (folder / "mapp").mkdir(parents=True)
    shutil.copy(outside, tmp_path / "a.xlsx")
    (folder / "länk.xlsx").symlink_to(outside)
    (folder / "mapplänk").symlink_to(outside.parent)
    (folder / "trasig.xlsx").write_bytes(b"inte en arbetsbok")
    (folder / "text.docx").write_bytes(word("text"))
    found = möte("KS 2023-03-06", f"§ 1 A | Förslag: anta | Ärendefil: {typed}", folder=folder)
    told = one(found, code)
    assert found.source.place(told.at).raw == typed
    assert told.expected
    assert told.stops("protokoll")
    assert found.meeting.arenden[0].arendefil == ""


def test_a_workbook_without_the_right_sheets_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    write_arendefil(tmp_path / "a.xlsx", FORM, sheet="Blad1")
    found = möte("KS 2023-03-06", "§ 1 A | Förslag: anta | Ärendefil: a.xlsx", folder=tmp_path)
    assert str(found.source.place(one(found, 1101).at)) == "a.xlsx: Ärende"


def test_the_nearest_file_is_offered(tmp_path: Path) -> None:
    write_arendefil(tmp_path / "bänkar.xlsx", FORM)
    found = möte("KS 2023-03-06", "§ 1 A | Förslag: anta | Ärendefil: bankar.xlsx", folder=tmp_path)
    assert one(found, 1601).suggestion == "bänkar.xlsx"


def test_a_name_from_a_mac_is_found(tmp_path: Path) -> None:
    (tmp_path / "a\u0308rende.txt").write_text("x")
    assert find(Home(tmp_path), "ärende.txt").name == "ärende.txt"


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert find(Home(tmp_path), "mapp/../b.txt").name == "b.txt"


@pytest.mark.parametrize("typed", ["runt.txt", "a" * 400, "a\0b", "~", "…", "a.txt/b.txt"])
def test_no_name_that_somebody_types_ends_the_run(tmp_path: Path, typed: str) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "runt.txt").symlink_to(tmp_path / "tillbaka.txt")
    (tmp_path / "tillbaka.txt").symlink_to(tmp_path / "runt.txt")
    with pytest.raises(Unusable):
        find(Home(tmp_path), typed)


def test_two_arenden_with_one_arendefil_are_asked_about(tmp_path: Path) -> None:
    write_arendefil(tmp_path / "a.xlsx", FORM, ("Förslag", "avslå"))
    both = ("§ 1 | Ärendefil: a.xlsx", "§ 2 | Ärendefil: ./a.xlsx")
    assert one(möte("KS 2023-03-06", *both, folder=tmp_path), 1612).at == "ärenden[1].ärendefil"


# -- what was decided against what was proposed -----------------------------------------------


def test_another_decision_is_shown_beside_the_proposal() -> None:
    row = "§ 1 A | Utfall: Annat beslut | Förslag: avslå motionen | Beslut: bifalla motionen"
    told = one(möte("KS 2023-03-06", row), 1613)
    assert told.level is Level.UPPLYSNING
    assert "”bifalla motionen”" in told.message
    assert "”avslå motionen”" in told.message


def test_another_decision_that_is_the_same_is_asked_about() -> None:
    row = "§ 1 A | Utfall: Annat beslut | Förslag: avslå motionen | Beslut: att avslå motionen."
    assert one(möte("KS 2023-03-06", row), 1614).level is Level.VARNING


# -- files in a § -----------------------------------------------------------------------------


def test_a_word_file_is_set_in_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "lång.docx").write_bytes(word("Ur filen"))
    found = möte(
        "KS 2023-03-06",
        "§ 1 A | Förslag: anta | Sammanfattning: Före | Sammanfattning (Fil): text\\lång.docx "
        "| Sammanfattning: Efter",
        folder=tmp_path,
    )
    blocks = part(found, "Sammanfattning")
    assert [b.get("fil") or spoken([b])[0] for b in blocks] == ["Före", "text/lång.docx", "Efter"]
    (job,) = plan(found, ["protokoll"])
    assert set(job.resources) == {"mall", "brevpapper", "text/lång.docx"}


def test_a_job_changes_with_the_file_that_it_sets_in(tmp_path: Path) -> None:
    def key(*paragraphs: str) -> str:
        (tmp_path / "a.docx").write_bytes(word(*paragraphs))
        row = "§ 1 A | Förslag: anta | Sammanfattning (Fil): a.docx"
        (job,) = plan(möte("KS 2023-03-06", row, folder=tmp_path), ["protokoll"])
        return job.key("0", "ingen")

    assert key("Ett") == key("Ett")
    assert key("Ett") != key("Två")


def test_a_file_in_an_arendefil_starts_at_its_own_folder(tmp_path: Path) -> None:
    write_arendefil(
        tmp_path / "bänkar" / "ärende.xlsx",
        FORM,
        ("Förslag", "avslå"),
        ("Sammanfattning", "", "lång.docx"),
    )
    (tmp_path / "bänkar" / "lång.docx").write_bytes(word("Ur filen"))
    found = möte("KS 2023-03-06", "§ 1 | Ärendefil: bänkar/ärende.xlsx", folder=tmp_path)
    assert list(found.files) == ["bänkar/lång.docx"]
    assert part(found, "Sammanfattning") == [{"typ": "fil", "fil": "bänkar/lång.docx"}]


def tracked(document: Document) -> None:
    body = document.element.body
    paragraph = document.add_paragraph("text")._p
    change = paragraph.makeelement(paragraph.tag.replace("}p", "}ins"), {})
    change.append(paragraph[-1])
    paragraph.append(change)
    body.append(paragraph)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("tom.docx", b"", 1605),
        ("trasig.docx", b"inte Word", 1605),
        ("lösenord.docx", OLE, 1605),
        ("karta.pdf", pdf(), 1603),
        ("bild.png", b"\x89PNG", 1603),
        ("spårad.docx", word("text", build=tracked), 1606),
    ],
)
def test_a_file_that_cannot_be_set_in_is_told_at_its_cell(
    tmp_path: Path, name: str, content: bytes, code: int
) -> None:
    (tmp_path / name).write_bytes(content)
    row = f"§ 1 A | Förslag: anta | Sammanfattning (Fil): {name}"
    found = möte("KS 2023-03-06", row, folder=tmp_path)
    told = one(found, code)
    place = found.source.place(told.at)
    assert (place.file, place.sheet, place.raw) == ("möte.xlsx", "Innehåll", name)
    assert told.stops("protokoll")
    assert part(found, "Sammanfattning") == []


def test_a_file_where_none_is_taken_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word("text"))
    row = "§ 1 A | Förslag: anta | Underlag (Fil): a.docx"
    assert one(möte("KS 2023-03-06", row, folder=tmp_path), 1607).level is Level.VARNING


def test_bilagor_are_numbered_in_their_order_and_listed(tmp_path: Path) -> None:
    (tmp_path / "karta.pdf").write_bytes(pdf())
    (tmp_path / "avtal.docx").write_bytes(word("Avtal"))
    found = möte(
        "KS 2023-03-06",
        "§ 1 A | Förslag: anta | Bilaga (Fil): karta.pdf | Bilaga: På papper "
        "| Bilaga (Fil): avtal.docx",
        folder=tmp_path,
    )
    assert spoken(part(found, "Bilagor")) == [
        "Bilaga\u00a01. karta",
        "Bilaga\u00a02. På papper",
        "Bilaga\u00a03. avtal",
    ]
    bilagor = found.meeting.arenden[0].bilagor
    assert [(b.nummer, Slag.of(b.fil)) for b in bilagor] == [
        (1, Slag.PDF),
        (2, None),
        (3, Slag.WORD),
    ]
    assert one(found, 1608).at == "ärenden[0].innehåll[2].fil"
    assert found.files == {}  # they go beside the document, not into it


@pytest.mark.parametrize("content", [b"%PDF-1.7 inget mer", pdf(pages=0), pdf(password="hemligt")])
def test_a_pdf_that_cannot_be_read_is_told(content: bytes) -> None:
    with pytest.raises(Unusable) as caught:
        examine("karta.pdf", content, Slag.PDF)
    assert caught.value.kind.code == "GEN-1605"


def test_the_set_in_file_is_in_the_finished_document(tmp_path: Path) -> None:
    for name in ("ksau-2023-03-06.xlsx", "register.xlsx"):
        shutil.copy(DATA / name, tmp_path)
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>I en cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    (tmp_path / "lång.docx").write_bytes(bare(f"<w:p><w:r><w:t>Ur filen</w:t></w:r></w:p>{table}"))
    path = tmp_path / "ksau-2023-03-06.xlsx"
    book = openpyxl.load_workbook(path, rich_text=True)
    row = next(r for r in range(60) if cell(book, "Innehåll", "Del", r).value == "Sammanfattning")
    cell(book, "Innehåll", "Fil", row).value = "lång.docx"
    book.save(path)
    outcome = gen.build(path, ["protokoll"], Options(out=tmp_path / "ut", engine="inbyggd"))
    assert outcome.exit_code == 0, outcome.findings
    made = (tmp_path / "ut" / "ksau-2023-03-06" / "protokoll.docx").read_bytes()
    assert "Ur filen" in texts(made)
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert b"I en cell" in package.read("word/document.xml")


def test_what_is_handed_in_at_the_meeting_is_a_bilaga_of_the_protokoll(tmp_path: Path) -> None:
    for name in ("karta.pdf", "reservation.pdf"):
        (tmp_path / name).write_bytes(pdf())
    found = möte(
        "KS 2023-03-06",
        "§ 1 A | Förslag: anta | Bilaga (Fil): karta.pdf",
        "! Yrkande Berg | Gäller: Avslag",
        "! Reservation Berg | Fil: reservation.pdf",
        "! Reservation Cron | Fil: reservation.pdf",
        folder=tmp_path,
    )
    assert spoken(part(found, "Bilagor")) == [
        "Bilaga\u00a01. karta",
        "Bilaga\u00a02. Reservation från Bo Berg\u00a0(M)",
    ]
    told = spoken(part(found, "Reservationer"))
    assert len(told) == 2
    assert all(t.endswith("Reservationen bifogas protokollet som bilaga\u00a02.") for t in told)
    # The kallelse was sent before there was any: its numbers stay.
    assert [b.fil for b in found.meeting.arenden[0].bilagor] == ["karta.pdf"]
