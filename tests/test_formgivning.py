"""What stands together on a page, what has air above it and what is not broken: the styles of both
houses, as Word files and as pages."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import docx
import hus
import konstruktioner
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from fullmaktigemote import fullmäktige
from konstruktioner import HEAD, KONSTRUKTIONER
from mote import möte
from pypdf import PdfReader
from test_utdrag import cut, utdrag, workbook

from gen.allt import make_everything
from gen.beslut import Grupp
from gen.building import Options
from gen.documents.punkter import decision_blocks
from gen.documents.votering import proposition
from gen.model import Namn, Run
from gen.opc import W
from gen.pdf.engines import choose
from gen.planning import plan
from gen.roster import Omrostning
from gen.skrivelse import Skrivelse
from gen.templates import Templates
from gen.word import dates
from gen.workbook import example, new
from gen.workbook.read import Reading

BOTH_HOUSES = pytest.mark.parametrize("house", hus.HOUSES)
SIGNERS = (Namn(namn="Dan Dahl", parti="V"), Namn(namn="Siv Sand"), Namn(namn="Bo Berg"))


def paragraphs(word: bytes) -> list[Paragraph]:
    return list(docx.Document(io.BytesIO(word)).paragraphs)


def word(reading: Reading, typ: str, house: str = hus.LUND) -> bytes:
    """The first document of the type."""
    return hus.word(plan(reading, [typ], Templates(hus.HOUSES[house]), utkast=True)[0])


def signed(slag: str, names: Sequence[Namn]) -> Reading:
    """The fullest skrivelse of that slag, signed by them."""
    (reading,) = (
        one
        for name, one in hus.readings().items()
        if name.startswith("fullt-") and isinstance(one.own, Skrivelse) and one.own.slag == slag
    )
    assert isinstance(reading.own, Skrivelse)
    return replace(reading, own=reading.own.model_copy(update={"undertecknare": tuple(names)}))


def kept(paragraph: Paragraph) -> bool:
    """Whether it stays on the page of the next one, as its style says."""
    style = paragraph.style
    while style is not None:
        if style.paragraph_format.keep_with_next is not None:
            return bool(style.paragraph_format.keep_with_next)
        style = style.base_style
    return False


# -- who signs --------------------------------------------------------------------------


@BOTH_HOUSES
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("typ", ["motion", "reservation"])
def test_signers_stand_together_and_the_last_lets_go_of_what_follows(
    house: str, count: int, typ: str
) -> None:
    made = word(signed(typ.capitalize(), SIGNERS[:count]), typ, house)
    lines = [p for p in paragraphs(made) if p.style.name.startswith("Undertecknare")]
    assert [line.text.split("\t")[0] for line in lines] == [n.namn for n in SIGNERS[:count]]
    assert [kept(line) for line in lines] == [True] * (count - 1) + [False]
    above = [line.style.paragraph_format.space_before for line in lines[:1]]
    first = docx.Document(io.BytesIO(made)).styles["Undertecknare första"]
    assert above == [None if count == 1 else first.paragraph_format.space_before]


@BOTH_HOUSES
def test_a_missiv_has_the_parti_with_the_name_and_the_title_below(house: str) -> None:
    found = paragraphs(word(signed("Missiv", SIGNERS), "missiv", house))
    lines = [p for p in found if p.style.name == "Underskriftsnamn"]
    assert [line.text for line in lines] == [
        "Dan Dahl\u00a0(V)",
        "Siv Sand\nKommunsekreterare",
        "Bo Berg",
    ]
    assert not any(kept(line) for line in lines)


SIGNING = ("Underskriftslinje", "Underskrift", "Underskriftsnot första")


@BOTH_HOUSES
@pytest.mark.parametrize("typ", ["protokoll", "utdrag"])
def test_a_signature_is_never_parted_from_its_name_its_paragrafer_or_how_it_was_made(
    house: str, typ: str
) -> None:
    led = KONSTRUKTIONER["växling av ordförande"]
    sent = " | Skickas till – kännedom: Socialnämnden"
    arenden = [row if row[0] == "!" else row + sent for row in led.rows()]
    found = möte(HEAD, *led.people, *arenden, register=konstruktioner.register())
    made = paragraphs(word(hus.in_house(found, house), typ, house))
    end = next(n for n, p in enumerate(made) if p.text == "Underskrifter")
    signed = [p for p in made[end + 1 :] if p.style.name.startswith("Underskrift")]
    styles = [p.style.name for p in signed]
    block = [*SIGNING, "Underskriftsnot"]
    assert any(styles[n : n + len(block)] == block for n in range(len(styles)))
    assert all(kept(p) for p in signed if p.style.name in SIGNING)


@BOTH_HOUSES
def test_who_calls_to_the_meeting_never_stands_alone_on_the_second_page(house: str) -> None:
    arenden = [f"§ {n} Ärende {n} | Förslag: anta" for n in range(1, 4)]
    found = fullmäktige("2023-03-27 | Kungörelse anslagen: 2023-03-17", *arenden)
    made = paragraphs(word(hus.in_house(found, house), "kungörelse", house))
    last = next(n for n, p in enumerate(made) if p.text.startswith("3.\t"))
    names = [(p.text.split("\t")[0], kept(p)) for p in made[last - 1 :]]
    assert names == [
        ("2.", False),
        ("3.", True),
        ("Ordförande", True),
        ("Sekreterare", True),
        ("Anslagen", False),
    ]


# -- beslut -----------------------------------------------------------------------------


def test_a_lead_in_below_points_has_a_style_of_its_own() -> None:
    point = ((Run(text="anta planen"),),)
    groups = (Grupp("KS föreslår KF besluta", point), Grupp("KS beslutar för egen del", point))
    styles = [block["stil"] for block in decision_blocks(*groups, numbered=False)]
    assert styles == ["ingress", "att-sats", "ingress-forts", "att-sats"]


@BOTH_HOUSES
def test_it_has_air_above_in_the_letterhead(house: str) -> None:
    letterhead = Templates(hus.HOUSES[house]).find("brevpapper").content
    styles = docx.Document(io.BytesIO(letterhead)).styles
    below, first = (styles[n].paragraph_format.space_before for n in ("Ingress forts.", "Ingress"))
    assert below is not None
    assert below.pt >= 8
    assert first is None


# -- omröstningar -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ja", "nej", "sentence"),
    [
        ("bifall till förslaget", "avslag", "Ja för bifall till förslaget och Nej för avslag."),
        ("Bifall", "", "Ja för bifall."),
        ("", "", ""),
    ],
)
def test_what_ja_and_nej_mean_is_a_sentence(ja: str, nej: str, sentence: str) -> None:
    assert proposition(Omrostning(nummer=1, ja_betyder=ja, nej_betyder=nej)) == sentence


@BOTH_HOUSES
def test_the_list_says_it_as_the_protokoll_does_and_no_label_is_a_header(house: str) -> None:
    found = paragraphs(word(hus.readings()["fullt-0"], "omröstningslista", house))
    labels = [p.text.split("\t")[0] for p in found if p.style.name == "Uppgiftsrad"]
    assert "Voteringsproposition" in labels
    assert {"Ja", "Nej"}.isdisjoint(labels)


@BOTH_HOUSES
def test_the_sum_stands_first_so_that_no_page_holds_it_alone(house: str) -> None:
    made = docx.Document(io.BytesIO(word(hus.readings()["fullt-0"], "omröstningslista", house)))
    for table in made.tables:
        head, total, *_ = table.rows
        assert head._tr.xpath("./w:trPr/w:tblHeader")
        assert total.cells[1].text == "Summa"


# -- a day in a heading -----------------------------------------------------------------


def test_a_date_in_a_heading_is_kept_whole_and_reads_as_it_was_written() -> None:
    document = docx.Document()
    document.add_heading("Möte 2024-10-02–03, dnr 2024-10-021", level=1)
    document.add_paragraph("Den 2024-10-02.")
    dates.keep_whole(document.element, {"Heading1": 1})
    heading, body = document.paragraphs
    assert [len(list(p._p.iter(W + "noBreakHyphen"))) for p in (heading, body)] == [2, 0]
    assert heading.text == "Möte 2024-10-02–03, dnr 2024-10-021"


def narrower_and_narrower() -> bytes:
    """The heading of a särskilt yttrande, in ever shorter lines."""
    reading = hus.readings()["ks-2024-10-02"]
    document = docx.Document(io.BytesIO(word(reading, "särskilt-yttrande", "ängsbro")))
    heading = next(p for p in document.paragraphs if p.style.name == "Heading 1")
    for indent in range(0, 1800, 60):
        copied = parse_xml(heading._p.xml)
        copied.pPr.append(parse_xml(f'<w:ind {nsdecls("w")} w:right="{indent}"/>'))
        heading._p.addprevious(copied)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.behover("libreoffice")
def test_no_engine_breaks_it_and_both_give_it_back_with_its_own_hyphens() -> None:
    made = narrower_and_narrower()
    for engine in ("libreoffice", "inbyggd"):
        (one,) = hus.converted([made], engine)
        reader = PdfReader(io.BytesIO(one.pdf or b""))
        lines = "\n".join(page.extract_text() for page in reader.pages).split("\n")
        headings = [line for line in lines if re.search(r"sammanträde\b.*2024|^2024", line)]
        assert len(headings) == 31, engine
        assert all("2024-10-02" in line for line in headings), engine
        assert all("2024-10-02" in str(entry["/Title"]) for entry in reader.outline), engine


# -- a page for each §, or not ----------------------------------------------------------


def following(reading: Reading) -> Reading:
    """The kommun whose §§ follow on."""
    stil = reading.register.stil.model_copy(update={"ny_sida": False})
    return replace(reading, register=reading.register.model_copy(update={"stil": stil}))


@pytest.mark.behover("libreoffice")
def test_paragrafer_follow_on_where_the_stil_says_so_alike_in_both_engines() -> None:
    words = [
        word(change(hus.in_house(hus.readings()["ks-2024-10-02"], house)), "protokoll", house)
        for house in hus.HOUSES
        for change in (following, lambda reading: reading)
    ]
    one, other = (
        [hus.pages(m.pdf or b"") for m in hus.converted(words, e)]
        for e in ("libreoffice", "inbyggd")
    )
    assert one[0] == other[0]
    assert one[2] == other[2]
    for house in (0, 2):
        on, apart = one[house], one[house + 1]
        assert len(on) < len(apart)
        assert "§141Fast" not in on[0]  # the cover stands by itself
        assert any("§142Månads" in page and "§141Fast" in page for page in on)
        assert not any("§142Månads" in page and "§141Fast" in page for page in apart)


def test_a_paragraf_that_follows_on_keeps_its_level_and_stays_with_its_text() -> None:
    made = paragraphs(word(following(hus.readings()["ks-2024-10-02"]), "protokoll"))
    headings = [p for p in made if re.match(r"§ \d+\n", p.text.replace("\u00a0", " "))]
    assert [p.style.name for p in headings] == ["Heading 1"] + ["Rubrik 1 följande"] * 7
    assert all(kept(p) for p in headings)


@pytest.fixture
def sharing(tmp_path: Path) -> Path:
    """A workbook beside a register in which §§ follow on."""
    path = workbook(tmp_path)
    stil = example.REGISTER.stil.model_copy(update={"ny_sida": False})
    known = example.REGISTER.model_copy(update={"stil": stil})
    (tmp_path / "register.xlsx").write_bytes(new.register(known))
    return path


def test_what_shares_a_page_is_not_cut_and_the_ways_out_are_named(sharing: Path) -> None:
    done = cut(sharing)
    assert utdrag(done) == {}
    refused = {f for f in done.findings if f.code == "GEN-6201"}
    assert refused
    for told in refused:
        assert "--form dokument" in told.expected
        assert "Ny sida för varje §" in told.expected


def test_gen_allt_then_makes_each_utdrag_as_a_document_of_its_own(sharing: Path) -> None:
    options = Options(out=sharing.parent / "out", engine="inbyggd")
    with choose("inbyggd") as engine:
        done = make_everything(engine, sharing, options)
    assert done.exit_code == 0
    made = {p.name for p in done.placed if p.parent.name == "utdrag"}
    names = ("paragraf-1", "paragraf-2", "paragraf-4")
    assert made == {f"{name}.{kind}" for name in names for kind in ("docx", "pdf")}
