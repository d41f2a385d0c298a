"""Bundles: a meeting's handlingar and its protokoll med bilagor, and files that are merged."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import docx as word_files
import hus
import jsonschema
import pikepdf
import pytest
import verapdf
from bunthandlingar import docx, options, pages, pdf, word_of, workbook
from kommando import gen
from pdfinnehall import everything
from pdfstruktur import faults
from pypdf import PdfReader
from test_cut import trapped
from test_merge import locked, untagged, without_pages, xfa

from gen.bunt.bundling import make_bundles
from gen.bunt.files import How, Merged, merge_files
from gen.bunt.mote import HANDLINGAR, MED_BILAGOR
from gen.documents.foredragningslista import HIDDEN
from gen.errors import InTheWayError, UsageError
from gen.findings import Level
from gen.kontroll import kontrollera
from gen.pdf.engines import choose
from gen.pdf.inbyggd import Inbyggd
from gen.recipe import Outcome
from gen.store import Placed, Policy, Store
from gen.templates import shipped
from gen.workbook import example, new
from gen.workbook.typed import Facts

BILAGOR = [
    (1, "Karta över området", "karta.pdf"),
    (1, "Kalkyl", "kalkyl.docx"),
    (2, "", "ritning.pdf"),
]
FILES = {
    "karta.pdf": pdf("karta.pdf", 3),
    "kalkyl.docx": docx("kalkyl.docx", 2),
    "ritning.pdf": pdf("ritning.pdf"),
}
HANDED_IN: Facts = {
    "ärende": "2",
    "händelse": "Reservation",
    "vem": "Mia Honeth",
    "fil": "reservation.docx",
}


def bundled(
    path: Path, *kinds: str, secret: bool = False, **how: object
) -> tuple[Outcome, dict[str, bytes]]:
    """The run, and the bundles that stand in out/ after it, by name."""
    wanted = options(path, **how)
    with choose(wanted.engine) as engine:
        done = make_bundles(engine, path, wanted, kinds or (HANDLINGAR,), secret=secret)
    files = (path.parent / "out" / "möte" / one.name for one in done.derived)
    return done, {file.name: file.read_bytes() for file in files if file.exists()}


def contents(content: bytes) -> dict[str, str]:
    """Each line of the contents pages: its words and what stands under Sida."""
    lines: dict[str, str] = {}
    for row in _rows(content):
        words, _, shown = row.rpartition(" ")
        lines |= {words.removesuffix(" ej"): "ej med"} if words.endswith(" ej") else {words: shown}
    return lines


AT_THE_FOOT = re.compile(r"\d+ \(\d+\)|.*Sida \d+ av \d+( \d+ \(\d+\))?")
"""The number within the bundle, and the second house's own footer."""


def _rows(content: bytes) -> Iterator[str]:
    """The lines of the table, which begins with its header on each page."""
    for page in PdfReader(io.BytesIO(content)).pages:
        text = page.extract_text(extraction_mode="layout")
        rows = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        rows = [row for row in rows if not AT_THE_FOOT.fullmatch(row)]
        if "Handling Sida" not in rows:
            return
        yield from rows[rows.index("Handling Sida") + 1 :]


def bookmarks(content: bytes) -> list[tuple[int, str, int]]:
    """Depth, title and page (from 1) of each bookmark of the first two levels."""
    with pikepdf.open(io.BytesIO(content)) as file, file.open_outline() as outline:
        number = {page.obj.objgen: place for place, page in enumerate(file.pages, 1)}

        def walk(items: Any, depth: int) -> Iterator[tuple[int, str, int]]:
            for item in items:
                yield depth, str(item.title), number[item.destination[0].objgen]
                if depth < 2:
                    yield from walk(item.children, depth + 1)

        return list(walk(outline.root, 1))


def links(content: bytes) -> dict[str, int]:
    """What each link of the first page says, and the page (from 1) that it leads to."""
    with pikepdf.open(io.BytesIO(content)) as file:
        number = {page.obj.objgen: place for place, page in enumerate(file.pages, 1)}
        notes: Any = file.pages[0].obj.get("/Annots", [])
        return {" ".join(str(note.Contents).split()): number[note.Dest[0].objgen] for note in notes}


def codes(outcome: Outcome | Merged) -> dict[str, str]:
    """What was found, by code: where."""
    return {
        f.code: f.at
        for f in (*outcome.findings, *outcome.faults)
        if f.level is not Level.UPPLYSNING
    }


# -- handlingar -----------------------------------------------------------------------------


@pytest.fixture(scope="module", params=hus.HOUSES)
def meeting(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In both houses."""
    folder = tmp_path_factory.mktemp("möte")
    arenden: Mapping[int, Facts] = {1: {"tjänsteskrivelse": "2023-02-14"}}
    return workbook(folder, FILES, bilagor=BILAGOR, arenden=arenden, house=request.param)


@pytest.fixture(scope="module")
def handlingar(meeting: Path) -> bytes:
    done, files = bundled(meeting)
    assert done.exit_code == 0
    return files["handlingar.pdf"]


KALLELSE = "Lunds kommun Kallelse "
"""What a header of it begins with, on either letterhead."""


def test_handlingar_go_as_the_list_goes_each_arende_with_its_bilagor(handlingar: bytes) -> None:
    said = pages(handlingar)
    first = {
        word_of(name): next(n for n, page in enumerate(said) if word_of(name) in page)
        for name in FILES
    }
    assert list(first) == sorted(first, key=lambda name: first[name])
    assert said[0].startswith("Lunds kommun Handlingar")
    kallelse = next(n for n, page in enumerate(said) if page.startswith(KALLELSE))
    skrivelse = next(n for n, page in enumerate(said) if "Tjänsteskrivelse" in page and n > 0)
    assert 0 < kallelse < skrivelse < first[word_of("karta.pdf")]


def test_the_contents_name_the_page_that_each_part_begins_on(handlingar: bytes) -> None:
    lines, said = contents(handlingar), pages(handlingar)
    for title, name in (
        ("Bilaga 1. Karta över området", "karta.pdf"),
        ("Bilaga 2. Kalkyl", "kalkyl.docx"),
        ("Bilaga 1. ritning", "ritning.pdf"),
    ):
        page = int(lines[title])
        assert f"Sida 1 av {word_of(name)}" in said[page - 1]
        assert word_of(name) not in said[page - 2]
    assert said[int(lines["Kallelse"]) - 1].startswith(KALLELSE)
    assert lines["1. Cykelplan"] == lines["Tjänsteskrivelse"]
    assert lines["2. Simhall"] == lines["Bilaga 1. ritning"]
    assert not any(line.startswith(("3.", "4.")) for line in lines)


def test_every_line_of_the_contents_is_a_link_to_its_page(handlingar: bytes) -> None:
    lines, found = contents(handlingar), links(handlingar)
    assert found == {f"{line}, sida {page}": int(page) for line, page in lines.items()}
    assert faults(handlingar) == []


def test_bookmarks_are_nested_by_arende_and_pages_are_called_one_to_the_last(
    handlingar: bytes,
) -> None:
    lines, found = contents(handlingar), bookmarks(handlingar)
    top = [(title, page) for depth, title, page in found if depth == 1]
    assert top == [
        ("Innehåll", 1),
        ("Kallelse", int(lines["Kallelse"])),
        ("1. Cykelplan", int(lines["1. Cykelplan"])),
        ("2. Simhall", int(lines["2. Simhall"])),
    ]
    place = found.index((1, "1. Cykelplan", int(lines["1. Cykelplan"])))
    assert [title for _, title, _ in found[place + 1 : place + 4]] == [
        "Tjänsteskrivelse",
        "Bilaga 1. Karta över området",
        "Bilaga 2. Kalkyl",
    ]
    with pikepdf.open(io.BytesIO(handlingar)) as file:
        assert "/PageLabels" not in file.Root


def test_each_page_of_a_bilaga_says_which_it_is_as_an_artefact(handlingar: bytes) -> None:
    said = pages(handlingar)
    for name, stamp in (
        ("karta.pdf", "Bilaga 1 till ärende 1"),
        ("kalkyl.docx", "Bilaga 2 till ärende 1"),
        ("ritning.pdf", "Bilaga 1 till ärende 2"),
    ):
        own = [page for page in said if f"av {word_of(name)}" in page]
        assert own
        assert all(stamp in page for page in own)
    assert sum("Bilaga 1 till ärende" in page for page in said) == 4


def test_each_page_says_the_number_that_the_contents_find_it_by(handlingar: bytes) -> None:
    said = pages(handlingar)
    assert len(said) > 4
    for number, page in enumerate(said, 1):
        assert page.endswith(f" {number} ({len(said)})")
    assert faults(handlingar) == []  # as an artefact: it is no text of the document


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_number_of_a_page_stands_in_the_lower_right_corner_as_it_is_shown(
    tmp_path: Path, turn: int
) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("karta.pdf"))) as file:
        file.pages[0].obj.Rotate = turn
        wide, high = (float(side) for side in list(file.pages[0].mediabox)[2:])
        file.save(out)
    _, target = merged(tmp_path, {"karta.pdf": out.getvalue()}, contents=True)
    places: list[tuple[float, float]] = []

    def seen(text: str, user: Any, matrix: Any, font: Any, size: float) -> None:
        if "2 (2)" in text:
            places.append((matrix[4], matrix[5]))

    PdfReader(target).pages[1].extract_text(visitor_text=seen)
    ((x, y),) = places
    right, up = {
        0: (wide - x, y),
        90: (high - y, wide - x),
        180: (x, high - y),
        270: (y, x),
    }[turn]
    assert 40 < right < 60
    assert up == pytest.approx(13)


def test_a_second_run_does_nothing_and_a_changed_bilaga_makes_the_bundle_again(
    meeting: Path, handlingar: bytes
) -> None:
    done, _ = bundled(meeting)
    assert done.placed == ()
    (meeting.parent / "ritning.pdf").write_bytes(pdf("ritning nr två.pdf"))
    try:
        done, files = bundled(meeting)
    finally:
        (meeting.parent / "ritning.pdf").write_bytes(FILES["ritning.pdf"])
    assert [path.name for path in done.placed] == ["handlingar.pdf"]
    assert word_of("ritning nr två.pdf") in " ".join(pages(files["handlingar.pdf"]))
    _, again = bundled(meeting)
    assert again["handlingar.pdf"] == handlingar


def test_contents_of_several_pages_count_themselves(tmp_path: Path) -> None:
    many = [(1, f"Handling nummer {n} med ett namn", "karta.pdf") for n in range(60)]
    _, files = bundled(workbook(tmp_path, {"karta.pdf": pdf("karta.pdf")}, bilagor=many))
    said = pages(files["handlingar.pdf"])
    assert "Handling Sida" in said[1]
    lines = contents(files["handlingar.pdf"])
    for n in (0, 59):
        page = int(lines[f"Bilaga {n + 1}. Handling nummer {n} med ett namn"])
        assert f"Bilaga {n + 1} till ärende 1" in said[page - 1]


def test_the_edited_word_file_is_what_goes_into_the_bundle(tmp_path: Path) -> None:
    path = workbook(tmp_path, FILES, bilagor=BILAGOR)
    bundled(path)
    kallelse = tmp_path / "out" / "möte" / "kallelse.docx"
    kallelse.write_bytes(docx("ändrad kallelse"))
    with pytest.raises(InTheWayError):
        bundled(path)
    done, files = bundled(path, policy=Policy.KEEP)
    assert kallelse in done.kept
    assert word_of("ändrad kallelse") in " ".join(pages(files["handlingar.pdf"]))


def test_a_bundle_that_somebody_has_changed_is_left_alone(tmp_path: Path) -> None:
    path = workbook(tmp_path, FILES, bilagor=BILAGOR)
    bundled(path)
    bundle = tmp_path / "out" / "möte" / "handlingar.pdf"
    theirs = untagged()
    bundle.write_bytes(theirs)
    with pytest.raises(InTheWayError):
        bundled(path)
    assert bundle.read_bytes() == theirs
    done, files = bundled(path, policy=Policy.OVERWRITE)
    assert bundle in done.set_aside
    assert len(pages(files["handlingar.pdf"])) > 1


# -- what is secret, what cannot be used ----------------------------------------------------


SECRET: Facts = {"sekretess": "26 kap. 1 § OSL", "dölj_rubriken": "Ja"}


def test_what_is_secret_is_left_out_and_told_unless_it_is_asked_for(tmp_path: Path) -> None:
    secret = (3, "Utredning om Kim", "utredning.pdf")
    files = {**FILES, "utredning.pdf": pdf("utredning.pdf")}
    path = workbook(tmp_path, files, bilagor=[*BILAGOR, secret], arenden={3: SECRET})
    done, made = bundled(path)
    assert codes(done)["GEN-6250"] == "ärenden[2].sekretess"
    hidden = everything(made["handlingar.pdf"])
    for word in ("Kim", word_of("utredning.pdf"), "utredning", "Ett barns skola"):
        assert word not in hidden
    assert contents(made["handlingar.pdf"])["Handlingar med sekretess"] == "ej med"
    assert (1, f"3. {HIDDEN}") not in [mark[:2] for mark in bookmarks(made["handlingar.pdf"])]
    done, made = bundled(path, secret=True)
    assert codes(done)["GEN-6251"] == "ärenden[2].sekretess"
    assert word_of("utredning.pdf") in everything(made["handlingar.pdf"])
    assert "Bilaga 1. Utredning om Kim" in contents(made["handlingar.pdf"])


BROKEN = {
    "låst": (locked("x", ""), "GEN-5122"),
    "xfa": (xfa(), "GEN-5123"),
    "tom": (b"", "GEN-1605"),
    "utan sidor": (without_pages(), "GEN-1605"),
    "skräp": (b"%PDF-1.7\n" + bytes(range(256)), "GEN-1605"),
    "program": (b"MZ\x90\x00" + bytes(400), "GEN-1605"),
    "lösenord": (locked("x", "y"), "GEN-1605"),
}


def test_a_bilaga_that_cannot_be_used_is_told_at_its_row_and_the_rest_goes_on(
    tmp_path: Path,
) -> None:
    files = {f"{kind}.pdf": content for kind, (content, _) in BROKEN.items()}
    bilagor = [*((1, f"Den är {kind}", f"{kind}.pdf") for kind in BROKEN), (1, "Hel", "karta.pdf")]
    path = workbook(tmp_path, {**FILES, **files}, bilagor=bilagor)
    for _ in range(2):  # it is told again of a bundle that stands: nobody has mended it
        done, made = bundled(path)
        told = {f.at: f.code for f in done.findings if f.level is Level.FEL}
        assert told == {
            f"ärenden[0].innehåll[{place}].fil": code
            for place, (_, code) in enumerate(BROKEN.values(), 1)
        }
        assert done.exit_code == 1
        assert not done.stopped
        lines = contents(made["handlingar.pdf"])
        for number, kind in enumerate(BROKEN, 1):
            assert lines[f"Bilaga {number}. Den är {kind}"] == "saknas"
        page = int(lines["Bilaga 8. Hel"])
        assert "Bilaga 8 till ärende 1" in pages(made["handlingar.pdf"])[page - 1]


@pytest.mark.parametrize("kind", ["låst", "xfa", "lösenord", "utan sidor"])
def test_a_bilaga_that_cannot_be_used_is_told_when_the_workbook_is_checked(
    tmp_path: Path, kind: str
) -> None:
    content, code = BROKEN[kind]
    path = workbook(tmp_path, {"fil.pdf": content}, bilagor=[(1, "Fil", "fil.pdf")])
    (told,) = (f for f in kontrollera(path).findings if f.level is Level.FEL)
    assert (told.code, told.at, told.value) == (code, "ärenden[0].innehåll[1].fil", "fil.pdf")
    assert not told.stoppar  # the row says what the bilaga is called


def test_a_dry_run_tells_that_somebodys_bundle_would_stop_the_real_one(tmp_path: Path) -> None:
    path = workbook(tmp_path, FILES, bilagor=BILAGOR)
    bundled(path)
    again, _ = bundled(path, dry=True)
    assert again.exit_code == 0
    theirs = path.parent / "out" / "möte" / "handlingar.pdf"
    theirs.write_bytes(theirs.read_bytes() + b"\n% en anteckning")
    dry, _ = bundled(path, dry=True)
    with pytest.raises(InTheWayError) as real:
        bundled(path)
    assert dry.exit_code == real.value.exit_code == 4
    assert real.value.finding in dry.findings
    assert [one.typ for one in dry.derived] == ["handlingar"]
    for policy in (Policy.KEEP, Policy.OVERWRITE):
        assert bundled(path, dry=True, policy=policy)[0].exit_code == 0


def test_a_bundle_of_which_nothing_is_left_is_told_and_not_made(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"karta.pdf": b"trasig"}, bilagor=[(1, "Karta", "karta.pdf")])
    bundled(path, HANDLINGAR)
    (tmp_path / "out" / "möte" / "kallelse.pdf").write_bytes("inget för en läsare".encode())
    done, _ = bundled(path, HANDLINGAR, policy=Policy.KEEP)
    assert "GEN-6253" in codes(done)
    assert done.exit_code == 1


def test_a_bilaga_without_a_name_and_without_its_file_stops_what_would_name_it(
    tmp_path: Path,
) -> None:
    path = workbook(tmp_path, FILES, bilagor=[*BILAGOR, (2, "", "borta.pdf")])
    done, made = bundled(path)
    assert not made
    assert {"kallelse", "handlingar"} <= done.stopped.keys()


def test_a_bilaga_on_paper_is_said_to_be_missing(tmp_path: Path) -> None:
    path = workbook(tmp_path, FILES, bilagor=[(1, "Modell i gips", ""), *BILAGOR])
    done, made = bundled(path)
    assert codes(done)["GEN-1608"] == "ärenden[0].innehåll[1].fil"
    assert done.exit_code == 0
    assert contents(made["handlingar.pdf"])["Bilaga 1. Modell i gips"] == "saknas"


def test_of_a_foreign_file_without_tags_the_bundle_claims_no_more_than_it_is(
    tmp_path: Path,
) -> None:
    path = workbook(tmp_path, {**FILES, "f.pdf": untagged()}, bilagor=[(1, "Främmande", "f.pdf")])
    for _ in range(2):
        done, made = bundled(path)
        assert {"GEN-5125", "GEN-5127"} <= codes(done).keys()
        assert codes(done)["GEN-5125"] == "ärenden[0].innehåll[1].fil"
    assert b"<pdfuaid:part>" not in _xmp(made["handlingar.pdf"])
    with pikepdf.open(io.BytesIO(made["handlingar.pdf"])) as file:
        assert bool(file.Root.MarkInfo.Suspects)


def _xmp(content: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as file:
        data: Any = file.Root.Metadata
        return bytes(data.read_bytes())


def test_a_meeting_without_handlingar_has_no_bundle_and_says_why(tmp_path: Path) -> None:
    done, made = bundled(workbook(tmp_path, {}))
    assert not made
    assert done.exit_code == 0
    assert "GEN-6252" in {finding.code for finding in done.findings}


# -- protokoll med bilagor ------------------------------------------------------------------


def test_the_protokoll_comes_with_the_bilagor_of_its_paragrafer_and_what_was_handed_in(
    tmp_path: Path,
) -> None:
    files = {**FILES, "reservation.docx": docx("reservation.docx")}
    path = workbook(tmp_path, files, bilagor=BILAGOR, behandling=[HANDED_IN])
    done, made = bundled(path, MED_BILAGOR)
    assert done.exit_code == 0
    whole = made["protokoll-med-bilagor.pdf"]
    lines, said = contents(whole), pages(whole)
    assert list(lines) == [
        "Protokoll",
        "§ 1 Cykelplan",
        "Bilaga 1. Karta över området",
        "Bilaga 2. Kalkyl",
        "§ 2 Simhall",
        "Bilaga 1. ritning",
        "Bilaga 2. Reservation från Mia Honeth (L)",
    ]
    page = int(lines["Bilaga 2. Reservation från Mia Honeth (L)"])
    assert word_of("reservation.docx") in said[page - 1]
    assert "Bilaga 2 till § 2" in said[page - 1]
    assert len(links(whole)) == len(lines)


def test_a_written_reservation_has_the_number_that_its_paragraf_gives_it(tmp_path: Path) -> None:
    handed_in: list[Facts] = [
        {**HANDED_IN, "vem": "L"},
        {**HANDED_IN, "vem": "S"},  # the same paper
        {**HANDED_IN, "händelse": "Särskilt yttrande", "vem": "C", "fil": "yttrande.docx"},
    ]
    files = {name: docx(name) for name in ("reservation.docx", "yttrande.docx")}
    path = workbook(tmp_path, {**FILES, **files}, bilagor=BILAGOR, behandling=handed_in)
    _, made = bundled(path, MED_BILAGOR)
    whole = made["protokoll-med-bilagor.pdf"]
    said = " ".join(" ".join(pages(whole)).split())
    assert [line for line in contents(whole) if "från" in line] == [
        "Bilaga 2. Reservation från Mia Honeth (L)",  # L is not told of beside its own
        "Bilaga 3. Särskilt yttrande från Mattias Horrdin (C)",
    ]
    for number in (2, 3):
        assert f"bifogas protokollet som bilaga {number}" in said
        assert f"Bilaga {number} till § 2" in said


def test_a_protokoll_of_its_own_has_the_bilagor_of_its_own_paragrafer(tmp_path: Path) -> None:
    part: Facts = {"slag": "Omedelbar justering", "paragrafer": "2", "justerat": "2023-03-06"}
    path = workbook(
        tmp_path,
        FILES,
        bilagor=BILAGOR,
        arenden={2: {"omedelbart_justerad": "Ja"}},
        parts=[part],
    )
    _, made = bundled(path, MED_BILAGOR)
    assert set(made) == {"protokoll-med-bilagor.pdf", "protokoll-paragraf-2-med-bilagor.pdf"}
    own = " ".join(pages(made["protokoll-paragraf-2-med-bilagor.pdf"]))
    assert word_of("ritning.pdf") in own
    assert word_of("karta.pdf") not in own


SECRET_PARAGRAF: Facts = {"sekretess": "19 kap. 1 § OSL", "dölj_rubriken": "Ja"}
UNIQUE = "Zebrafinksavtalet"


def secret_meeting(folder: Path, *, own_page: bool = True, **how: Any) -> Path:
    """§ 3 is secret, and says a word that stands nowhere else; it has no bilaga."""
    shown = {**SECRET_PARAGRAF, "rubrik": f"Köp av {UNIQUE}"}
    path = workbook(folder, FILES, bilagor=BILAGOR, arenden={3: shown}, **how)
    if not own_page:
        stil = example.REGISTER.stil.model_copy(update={"ny_sida": False})
        register = example.REGISTER.model_copy(update={"stil": stil})
        (folder / "register.xlsx").write_bytes(new.register(register))
    return path


def test_the_paragraf_that_is_secret_is_in_no_byte_of_the_protokoll_with_bilagor(
    tmp_path: Path,
) -> None:
    path = secret_meeting(tmp_path)
    done, made = bundled(path, MED_BILAGOR)
    assert codes(done)["GEN-6257"] == "ärenden[2].sekretess"
    assert done.exit_code == 0
    whole = made["protokoll-med-bilagor.pdf"]
    for word in (UNIQUE, UNIQUE.casefold(), "Köp av"):
        assert word not in everything(whole)
    assert UNIQUE in everything((path.parent / "out" / "möte" / "protokoll.pdf").read_bytes())
    shown = [" ".join(title.split()) for _, title, _ in bookmarks(whole)]
    assert [title for title in shown if "§" in title] == [
        "§ 1 Cykelplan",
        "§ 2 Simhall",
        "§ 4 Bänkar",
        "§ 1 Cykelplan",
        "§ 2 Simhall",
    ]
    lines = contents(whole)
    assert lines["Paragrafen"] == "ej med"
    for line, page in ((line, page) for line, page in lines.items() if page.isdigit()):
        assert links(whole)[f"{line}, sida {page}"] == int(page)
    assert faults(whole) == []
    done, made = bundled(path, MED_BILAGOR, secret=True, policy=Policy.OVERWRITE)
    assert codes(done)["GEN-6251"] == "ärenden[2].sekretess"
    assert UNIQUE in everything(made["protokoll-med-bilagor.pdf"])


def test_a_secret_paragraf_that_shares_its_page_keeps_the_bundle_from_being_made(
    tmp_path: Path,
) -> None:
    path = secret_meeting(tmp_path, own_page=False)
    done, made = bundled(path, MED_BILAGOR)
    assert codes(done)["GEN-6258"] == "ärenden[2].sekretess"
    assert (made, done.exit_code, done.stopped) == ({}, 1, {MED_BILAGOR: 1})
    _, made = bundled(path, MED_BILAGOR, secret=True)
    assert UNIQUE in everything(made["protokoll-med-bilagor.pdf"])


def test_a_forsattsblad_that_names_the_secret_rubrik_keeps_the_bundle_from_being_made(
    tmp_path: Path,
) -> None:
    document = word_files.Document(str(shipped() / "protokoll.docx"))
    (place,) = (p for p in document.paragraphs if p.text.startswith("Tid och plats\t"))
    for line in ("{%p for ä in ärenden %}", "{{ ä.rubrik }}", "{%p endfor %}"):
        place.insert_paragraph_before(line)
    (tmp_path / "mallar").mkdir()
    document.save(str(tmp_path / "mallar" / "protokoll.docx"))
    done, made = bundled(secret_meeting(tmp_path), MED_BILAGOR, templates=tmp_path / "mallar")
    assert codes(done)["GEN-6258"] == "ärenden[2].sekretess"
    assert made == {}


def test_of_a_protokoll_of_its_own_that_is_all_secret_there_is_no_bundle(tmp_path: Path) -> None:
    part: Facts = {"slag": "Omedelbar justering", "paragrafer": "2", "justerat": "2023-03-06"}
    secret = {2: {**SECRET_PARAGRAF, "omedelbart_justerad": "Ja"}}
    path = workbook(tmp_path, FILES, bilagor=BILAGOR, arenden=secret, parts=[part])
    done, made = bundled(path, MED_BILAGOR)
    assert set(made) == {"protokoll-med-bilagor.pdf"}
    assert codes(done)["GEN-6257"] == "ärenden[1].sekretess"


def test_how_somebody_voted_on_what_is_secret_is_left_out_with_it(tmp_path: Path) -> None:
    vote: Facts = {
        "ärende": "3",
        "händelse": "Omröstning",
        "gäller": "Beslutet",
        "ja_betyder": f"ja till {UNIQUE}",
        "nej_betyder": "nej",
        "ja": "Övriga",
        "nej": "S",
    }
    done, made = bundled(secret_meeting(tmp_path, behandling=[vote]), MED_BILAGOR)
    assert UNIQUE in everything((tmp_path / "out" / "möte" / "omröstningslista.pdf").read_bytes())
    assert codes(done)["GEN-6259"] == "ärenden[2].sekretess"
    assert UNIQUE not in everything(made["protokoll-med-bilagor.pdf"])
    assert contents(made["protokoll-med-bilagor.pdf"])["Omröstningslista"] == "ej med"


def test_a_bilaga_without_a_name_is_called_as_its_file_without_its_ending(tmp_path: Path) -> None:
    path = workbook(tmp_path, FILES, bilagor=BILAGOR)
    done, made = bundled(path, HANDLINGAR, MED_BILAGOR)
    assert [f.value for f in done.findings if f.code == "GEN-1609"] == ["ritning"]
    for whole in made.values():
        assert "ritning.pdf" not in " ".join(pages(whole))
        assert "Bilaga 1. ritning" in contents(whole)


# -- merged files ---------------------------------------------------------------------------


def merged(folder: Path, files: Mapping[str, bytes], **how: object) -> tuple[Merged, Path]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    target = folder / "bunt.pdf"
    given = How(**{"engine": "inbyggd", **how})  # type: ignore[arg-type]
    return merge_files([folder / name for name in files], target, given), target


def test_files_are_merged_in_their_order_and_keep_what_they_have(tmp_path: Path) -> None:
    done, target = merged(tmp_path, FILES)
    assert done.exit_code == 0
    assert done.claims == {"2b", "ua1"}
    said = pages(target.read_bytes())
    assert [word_of("karta.pdf") in page for page in said] == [True] * 3 + [False] * 3
    assert [(depth, title) for depth, title, _ in bookmarks(target.read_bytes())] == [
        (1, "karta"),
        (2, f"Om {word_of('karta.pdf')}"),
        (1, "kalkyl"),
        (2, f"Om {word_of('kalkyl.docx')}"),
        (1, "ritning"),
        (2, f"Om {word_of('ritning.pdf')}"),
    ]
    assert faults(target.read_bytes()) == []
    again, _ = merged(tmp_path, FILES)
    assert again.unchanged == (target,)


def test_contents_stamps_and_a_title_are_to_be_had(tmp_path: Path) -> None:
    how = {"contents": True, "stamps": True, "title": "Underlag till budgeten"}
    done, target = merged(tmp_path, FILES, **how)
    content = target.read_bytes()
    assert contents(content) == {"karta": "2", "Bilaga 1. kalkyl": "5", "Bilaga 2. ritning": "7"}
    assert links(content) == {
        "karta, sida 2": 2,
        "Bilaga 1. kalkyl, sida 5": 5,
        "Bilaga 2. ritning, sida 7": 7,
    }
    assert ["Bilaga 2" in page for page in pages(content)[1:]] == [False] * 5 + [True]
    assert done.claims == {"2b", "ua1"}
    with pikepdf.open(target) as file:
        assert str(file.docinfo["/Title"]) == "Underlag till budgeten"
        assert str(file.docinfo["/CreationDate"]).startswith("D:20230214")


def test_what_cannot_be_used_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = {f"{kind}.pdf": content for kind, (content, _) in BROKEN.items()}
    done, target = merged(tmp_path, {"karta.pdf": FILES["karta.pdf"], **bad}, contents=True)
    assert done.exit_code == 1
    told = {finding.value for finding in done.findings if finding.level is Level.FEL}
    assert told == bad.keys()
    assert {path.name for path in done.left_out} == bad.keys()
    found = {f.value: f.code for f in done.findings}
    assert found["program.pdf"] == "GEN-6256"
    assert len(pages(target.read_bytes())) == 4
    assert contents(target.read_bytes())["xfa"] == "saknas"


def test_where_nothing_can_be_used_nothing_is_written(tmp_path: Path) -> None:
    done, target = merged(tmp_path, {"tom.pdf": b"", "trasig.docx": b"PK\x03\x04trasig"})
    assert done.exit_code == 3
    assert not target.exists()
    assert "GEN-6253" in {finding.code for finding in done.findings}


FORBIDDEN = {"/JS", "/AA", "/OpenAction", "/EmbeddedFiles", "/EF", "/AcroForm", "/Launch"}
"""Keys and kinds of action of a PDF that does more than be read."""


def test_scripts_actions_and_attached_programs_do_not_come_through(tmp_path: Path) -> None:
    bad = trapped()
    assert len(_names(bad) & FORBIDDEN) >= 4
    files = {"fälla.pdf": bad, "karta.pdf": FILES["karta.pdf"]}
    for how in ({}, {"contents": True, "stamps": True}):
        _, target = merged(tmp_path, files, **how)
        assert not _names(target.read_bytes()) & FORBIDDEN


def _names(content: bytes) -> set[str]:
    """All keys in the file, and all names that stand as values."""

    def walk(thing: Any) -> Iterator[str]:
        if isinstance(thing, pikepdf.Name):
            yield str(thing)
        elif isinstance(thing, pikepdf.Array):
            inner = [one for one in thing if not getattr(one, "is_indirect", False)]
            for one in inner:
                yield from walk(one)
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            for key, value in thing.items():
                yield str(key)
                if not getattr(value, "is_indirect", False):
                    yield from walk(value)

    with pikepdf.open(io.BytesIO(content)) as file:
        return {name for thing in (*file.objects, file.Root) for name in walk(thing)}


def test_a_file_is_never_merged_into_itself_nor_over_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(FILES["ritning.pdf"])
    with pytest.raises(UsageError) as caught:
        merge_files([tmp_path / "a.pdf"], tmp_path / "a.pdf", How(engine="inbyggd"))
    assert caught.value.finding.code == "GEN-6255"
    with pytest.raises(UsageError) as caught:
        merge_files([tmp_path / "a.pdf"], tmp_path / "b.docx", How(engine="inbyggd"))
    assert caught.value.finding.code == "GEN-6254"
    (tmp_path / "bunt.pdf").write_bytes(b"mitt eget")
    with pytest.raises(InTheWayError):
        merged(tmp_path, FILES)
    assert (tmp_path / "bunt.pdf").read_bytes() == b"mitt eget"


@pytest.mark.parametrize(
    "name",
    ["x:y.pdf", "bunt?.pdf", "CON.pdf", f"{'å' * 70}.pdf", " .pdf", ".pdf", "a\u202eb.pdf"],
)
def test_a_name_that_not_all_machines_can_have_is_refused_with_a_cure(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.pdf").write_bytes(FILES["ritning.pdf"])
    with pytest.raises(UsageError) as caught:
        merge_files([tmp_path / "a.pdf"], tmp_path / name, How(engine="inbyggd"))
    assert caught.value.finding.code in ("GEN-6260", "GEN-6254")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("title", ["", "  ", "\x01\x02", "\udcff"])
def test_a_title_without_letters_is_none(tmp_path: Path, title: str) -> None:
    done, target = merged(tmp_path, {"ritning.pdf": FILES["ritning.pdf"]}, title=title)
    assert done.claims == {"2b", "ua1"}
    with pikepdf.open(target) as file:
        assert str(file.docinfo["/Title"]) == "bunt"


def test_a_file_whose_name_is_a_blank_is_merged_all_the_same(tmp_path: Path) -> None:
    done, target = merged(tmp_path, {" .docx": FILES["kalkyl.docx"]}, contents=True)
    assert done.exit_code == 0
    assert contents(target.read_bytes()) == {"namnlös": "2"}


def test_a_folder_of_somebodys_own_gets_the_merged_file_and_nothing_else(tmp_path: Path) -> None:
    theirs = b'{"name": "Min webbapp", "icons": []}'
    (tmp_path / "manifest.json").write_bytes(theirs)
    one = {"ritning.pdf": FILES["ritning.pdf"]}
    done, target = merged(tmp_path, one)
    assert done.placed == (target,)
    assert {path.name for path in tmp_path.iterdir()} == {"manifest.json", *one, "bunt.pdf"}
    assert (tmp_path / "manifest.json").read_bytes() == theirs
    # What stands there as gen wrote it may be written anew; what somebody has saved may not.
    before = target.read_bytes()
    done, _ = merged(tmp_path, one, title="Ett annat namn")
    assert done.placed == (target,)
    assert target.read_bytes() != before
    target.write_bytes(target.read_bytes() + b"\n% signerad")
    with pytest.raises(InTheWayError):
        merged(tmp_path, one)
    done, _ = merged(tmp_path, one, policy=Policy.OVERWRITE)
    assert target.read_bytes() == before
    (aside,) = (path for path in tmp_path.iterdir() if "ändrad" in path.name)
    assert aside.read_bytes().endswith(b"% signerad")
    assert {finding.code for finding in done.findings} == {"GEN-6013"}


def test_in_out_the_manifest_knows_of_the_merged_file(tmp_path: Path) -> None:
    with Store(tmp_path, version="1") as store:
        store.place({"protokoll.pdf": Placed(FILES["ritning.pdf"])})
    merged(tmp_path, {"ritning.pdf": FILES["ritning.pdf"]})
    told = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert set(told["filer"]) == {"protokoll.pdf", "bunt.pdf"}


def test_no_engine_is_started_for_pdfs_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    real = Inbyggd.__enter__
    monkeypatch.setattr(Inbyggd, "__enter__", lambda self: started.append("!") or real(self))
    merged(tmp_path, {"ritning.pdf": FILES["ritning.pdf"]})
    assert started == []
    merged(tmp_path, {"kalkyl.docx": FILES["kalkyl.docx"]})
    assert started == ["!"]


# -- as commands ----------------------------------------------------------------------------


SCHEMAS = Path(__file__).parent.parent / "docs" / "json"


@pytest.mark.parametrize("spelled", ["slå-ihop", "sla-ihop"])
def test_the_command_merges_and_tells_it_as_json(tmp_path: Path, spelled: str) -> None:
    for name, content in {**FILES, "tom.pdf": b""}.items():
        (tmp_path / name).write_bytes(content)
    done = gen(tmp_path, spelled, *FILES, "tom.pdf", "-o", "bunt.pdf", "--json", "--innehåll")
    told = json.loads(done.stdout)
    jsonschema.validate(told, json.loads((SCHEMAS / "slå-ihop.schema.json").read_text("utf-8")))
    assert done.returncode == told["slutkod"] == 1
    assert told["skrivna"] == ["bunt.pdf"]
    assert told["utelämnade"] == ["tom.pdf"]
    assert told["uppfyller"] == ["2b", "ua1"]
    plain = gen(tmp_path, spelled, "karta.pdf", "tom.pdf", "-o", "två.pdf")
    assert "Inte med, se ovan:\n    tom.pdf" in plain.stdout
    assert "Filen tom.pdf är tom." in " ".join(plain.stderr.split())


def test_the_command_bundles_and_tells_it_as_json(meeting: Path) -> None:
    schema = json.loads((SCHEMAS / "allt.schema.json").read_text("utf-8"))
    for name in ("handlingar", "protokoll-med-bilagor"):
        done = gen(meeting.parent, name, "möte.xlsx", "--json", "--ut", f"ut-{name}")
        told = json.loads(done.stdout)
        jsonschema.validate(told, schema)
        assert done.returncode == 0
        assert (name, name) in [(one["namn"], one["typ"]) for one in told["dokument"]]
    dry = gen(meeting.parent, "handlingar", "möte.xlsx", "--torrkör", "--ut", "torrt")
    assert "handlingar.pdf – Handlingar" in dry.stdout
    assert not (meeting.parent / "torrt").exists()


# -- the outside eye ------------------------------------------------------------------------


@pytest.mark.behover("libreoffice", "verapdf")
def test_verapdf_confirms_bundles_and_merged_files_of_ours(tmp_path: Path) -> None:
    tried: dict[str, bytes] = {}
    for engine in ("libreoffice", "inbyggd"):
        files = {
            "karta.pdf": pdf("karta.pdf", 3, engine),
            "kalkyl.docx": docx("kalkyl.docx", 2),
            "ritning.pdf": pdf("ritning.pdf"),
        }
        (tmp_path / engine / "filer").mkdir(parents=True)
        arenden: Mapping[int, Facts] = {1: {"tjänsteskrivelse": "2023-02-14"}, 3: SECRET}
        path = workbook(tmp_path / engine, files, bilagor=BILAGOR, arenden=arenden)
        _, made = bundled(path, HANDLINGAR, MED_BILAGOR, engine=engine)
        assert set(made) == {"handlingar.pdf", "protokoll-med-bilagor.pdf"}
        for whole in made.values():
            lines = {line: page for line, page in contents(whole).items() if page.isdigit()}
            shown = {f"{line}, sida {page}": int(page) for line, page in lines.items()}
            assert links(whole) == shown
            assert faults(whole) == []
        how = {"engine": engine, "contents": True, "stamps": True}
        _, target = merged(tmp_path / engine / "filer", files, **how)
        made["sammanslagen.pdf"] = target.read_bytes()
        tried |= {f"{engine}-{name.removesuffix('.pdf')}": pdf for name, pdf in made.items()}
    (tmp_path / "vera").mkdir()
    answers = verapdf.failures(tried, tmp_path / "vera")
    assert answers == dict.fromkeys(tried, verapdf.PASSES)
