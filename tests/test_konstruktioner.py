"""What a protokoll must be able to tell: each thing alone, in its very words, and all in one.

The meetings are in `konstruktioner`. The big one is a workbook as `gen ny` writes it, read from its
file, made by both engines.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import docx
import hus
import konstruktioner
import pytest
import verapdf
from konstruktioner import FILES, FIRST, HEAD, KONSTRUKTIONER, PEOPLE, SIGNED
from mote import fynd, möte, typed
from pypdf import PdfReader
from test_protokoll_context import part, texts

from gen.convert import Document, to_pdf
from gen.documents import anslag, protokoll, utdrag
from gen.jobs import Job
from gen.pdf.engines import choose
from gen.pdf.metadata import Metadata
from gen.planning import plan
from gen.templates import Templates
from gen.workbook import sheets
from gen.workbook.read import Reading, read

ENGINES = ("libreoffice", "inbyggd")
EACH = pytest.mark.parametrize("name", KONSTRUKTIONER)


def plain(text: str) -> str:
    """With ordinary blanks, and one line."""
    return " ".join(text.split())


def context(found: Reading, name: str = "protokoll") -> dict:
    (draft,) = (draft for draft in protokoll.drafts(found) if draft.name == name)
    return dict(draft.context)


def said(arende: dict) -> list[tuple[str, list[str]]]:
    """The parts of a §, each with its heading and its lines; of a Word file nothing."""
    out = []
    for one in arende["delar"]:
        blocks = [block for block in one["innehåll"]["block"] if block["typ"] != "fil"]
        out.append((one["rubrik"], [plain(line) for line in texts({"block": blocks})]))
    return out


# -- each in a meeting of its own -------------------------------------------------------


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The folder where a workbook's Word files stand."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@EACH
def test_each_is_told_in_its_very_words(name: str, files: Path) -> None:
    one = KONSTRUKTIONER[name]
    found = one.meeting(folder=files)
    wanted = [[(heading, list(lines)) for heading, lines in each.items()] for each in one.delar]
    assert [said(arende) for arende in context(found)["ärenden"]] == wanted
    assert {f.code for f in fynd(found) if f.stops("protokoll")} == set()


def lines(found: Reading, group: str) -> list[str]:
    return [plain(one["text"]) for one in context(found)["närvaro"][group]]


def test_the_cover_tells_who_came_late_who_left_and_in_whose_seat_others_sat() -> None:
    found = KONSTRUKTIONER["närvaro"].meeting()
    assert lines(found, "ledamöter")[-2:] == [
        "Lisa Lund (L), § 2–3, från kl. 18.10",
        "Mats Mo (M), § 1–2, till kl. 18.40",
    ]
    assert lines(found, "tjänstgörande_ersättare") == [
        "Moa Malm (M), tjänstgör för Mats Mo (M), § 3",
        "Viggo Vall (V), tjänstgör för vakant plats",
        "Kajsa Kling (KD), tjänstgör för Nils Nord (L)",
    ]
    assert lines(found, "ersättare") == ["Måns Modin (M)"]
    # In fullmäktige an ersättare is of the same parti (5 kap. 21 § KL): told, and printed.
    assert [f.code for f in fynd(found) if f.at.startswith("närvaro")] == ["GEN-3133"]


def test_who_has_jav_and_who_steps_in_stand_on_the_cover() -> None:
    found = KONSTRUKTIONER["jäv"].meeting()
    assert lines(found, "ledamöter")[1] == ("Bo Berg (M), vice ordförande, ej § 1 på grund av jäv")
    assert lines(found, "tjänstgörande_ersättare")[-1] == (
        "Måns Modin (M), tjänstgör för Bo Berg (M), § 1"
    )


def signers(found: Reading, name: str = "protokoll") -> list[tuple[str, str, str]]:
    return [
        (one["roll"], plain(one["namn"]), plain(one["paragrafer"]))
        for one in context(found, name)["underskrifter"]
    ]


def test_each_who_led_signs_for_the_paragrafer_that_they_led() -> None:
    assert signers(KONSTRUKTIONER["växling av ordförande"].meeting()) == [
        ("Sekreterare", "Siv Sand", ""),
        ("Ordförande", "Anna Asp (S)", "§ 1 och 3"),
        ("Ordförande", "Bo Berg (M)", "§ 1–2"),
        ("Justerare", "Maja Mård (M)", ""),
        ("Justerare", "Rut Rask (S)", ""),
    ]


def test_nobody_signs_twice_for_what_is_omedelbart_justerat() -> None:
    led = KONSTRUKTIONER["växling av ordförande"]
    at_once = KONSTRUKTIONER["omedelbart justerad"]
    rows = [*led.rows(), *at_once.rows(4), "Uppföljning | Förslag: godkänna uppföljningen"]
    found = möte(HEAD, *PEOPLE, *rows, register=konstruktioner.register())
    assert [paragrafer for _, _, paragrafer in signers(found)] == [
        "§ 1–3 och 5",
        "§ 1, 3 och 5",
        "§ 1–2",
        "§ 1–3 och 5",
        "§ 1–3 och 5",
    ]
    assert signers(found, "protokoll-paragraf-4")[1] == ("Ordförande", "Anna Asp (S)", "")


def posted(found: Reading) -> dict[str, dict]:
    return {draft.name: dict(draft.context["anslag"]) for draft in anslag.drafts(found)}


def test_a_rattad_paragraf_keeps_its_anslag_and_gets_one_that_says_what_is_rattat() -> None:
    made = posted(KONSTRUKTIONER["rättad paragraf"].meeting(SIGNED))
    assert sorted(made) == ["anslag", "anslag-rättelse-paragraf-1"]
    assert plain(made["anslag"]["paragrafer"]) == "§ 1"
    again = made["anslag-rättelse-paragraf-1"]
    assert again["vad_som_rättats"] == "Beloppet var 1 520 000 kronor."
    assert (again["anslaget_uppsatt"], again["sista_dag_att_överklaga"]) == (
        "2023-03-21",
        "2023-04-11",
    )


def test_a_rattelse_that_is_not_justerad_says_so() -> None:
    row = "% Rättelse | Paragrafer: 1"
    found = möte(SIGNED, *PEOPLE, "Markanvisning | Förslag: sälja marken", row)
    assert part(found, "Rättelse") == ["Paragrafen är rättad, och rättelsen är inte justerad."]


def test_what_is_omedelbart_justerat_and_then_rattat_says_so_in_its_own_protokoll() -> None:
    rows = [
        *KONSTRUKTIONER["omedelbart justerad"].rows(),
        KONSTRUKTIONER["rättad paragraf"].rows()[1],
    ]
    found = möte(SIGNED, *PEOPLE, *rows, "Uppföljning | Förslag: godkänna uppföljningen")
    for name in ("protokoll", "protokoll-paragraf-1"):
        assert [heading for heading, _ in said(context(found, name)["ärenden"][0])] == [
            "Rättelse",
            "Beslut",
            "Justering",
        ]


def test_what_is_omedelbart_justerat_stands_in_one_anslag_only() -> None:
    one = KONSTRUKTIONER["omedelbart justerad"]
    rows = [*one.rows(), "Uppföljning | Förslag: godkänna uppföljningen"]
    made = posted(möte(SIGNED, *PEOPLE, *rows))
    assert {name: plain(each["paragrafer"]) for name, each in made.items()} == {
        "anslag": "§ 2",
        "anslag-paragraf-1": "§ 1",
    }
    assert made["anslag-paragraf-1"]["slag"] == "Omedelbar justering"


def test_an_utdrag_of_a_rattad_paragraf_says_that_it_is() -> None:
    row, rattelse = KONSTRUKTIONER["rättad paragraf"].rows()
    sent = f"{row} | Skickas till – kännedom: Socialnämnden"
    (draft,) = utdrag.drafts(möte(SIGNED, *PEOPLE, sent, rattelse))
    (arende,) = draft.context["ärenden"]
    assert [heading for heading, _ in said(arende)] == [
        "Rättelse",
        "Beslut",
        "Beslutet skickas till",
    ]


MIXED = (
    "Energiplan | Beslutas av: KF | Förslag: anta energiplanen "
    "| Förslag (Beslutas av KS): ge kansliet i uppdrag att följa upp planen "
    "| Förslag (Beslutas av KS): avsätta 300 000 kronor"
)


def test_what_goes_on_and_what_is_decided_for_ones_own_part_have_each_their_lead_in() -> None:
    assert part(möte("KS 2023-03-06", MIXED), "Beslut") == [
        "Kommunstyrelsen föreslår att kommunfullmäktige beslutar",
        "att anta energiplanen.",
        "Kommunstyrelsen beslutar för egen del",
        "att ge kansliet i uppdrag att följa upp planen, samt",
        "att avsätta 300 000 kronor.",
    ]


def test_an_utskott_says_of_each_point_who_is_to_decide_it() -> None:
    assert part(möte("KSAU 2023-03-06", MIXED), "Beslut")[::2][:2] == [
        "Kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen beslutar att föreslå "
        "kommunfullmäktige besluta",
        "Kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen beslutar",
    ]


def test_what_was_decided_below_does_not_come_on_to_fullmaktige() -> None:
    assert part(möte("KF 2023-03-06", MIXED), "Beslut") == [
        "Kommunfullmäktige beslutar",
        "att anta energiplanen.",
    ]


def test_what_is_long_is_as_long_as_it_is_to_be() -> None:
    assert len(konstruktioner.LONG_RUBRIK) == 250
    said_ = sum(map(len, (*konstruktioner.LONG_CELLS, *konstruktioner.REPORT)))
    assert said_ >= 65_000
    assert max(map(len, konstruktioner.LONG_CELLS)) > 10_000
    (beslut,) = (d["Beslut"] for d in KONSTRUKTIONER["trettio punkter"].delar)
    assert sum(line.startswith("att ") for line in beslut) == 30


# -- all in one -------------------------------------------------------------------------

SENT = ("ja är avslag", "egna inledningar", "tillägg")
"""Those that go to somebody."""


@dataclass(frozen=True)
class Made:
    """A document of the big meeting."""

    job: Job
    word: bytes


@pytest.fixture(scope="module", params=hus.HOUSES)
def house(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def big(house: str, tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """It, in the Stil of the house."""
    return hus.in_house(read(konstruktioner.big(tmp_path_factory.mktemp("alla"))), house)


@pytest.fixture(scope="module")
def made(big: Reading, house: str) -> dict[str, Made]:
    """The protokoll of the big meeting, its anslag, utdrag and omröstningslistor, by name."""
    types = ["protokoll", "anslag", "utdrag", "omröstningslista"]
    jobs = plan(big, types, Templates(hus.HOUSES[house]))
    return {job.name: Made(job, hus.word(job)) for job in jobs}


@pytest.fixture(scope="module")
def pdfs(made: dict[str, Made]) -> dict[str, dict[str, bytes]]:
    """By engine, all of them in one call."""
    out = {}
    wanted = [
        Document(one.word, Metadata(one.job.title, f"{one.job.created}T00:00:00+00:00"), name)
        for name, one in made.items()
    ]
    for engine_name in ENGINES:
        with choose(engine_name) as engine:
            done = to_pdf(engine, wanted)
        assert [result.findings for result in done if result.findings] == []
        out[engine_name] = {one.at: r.pdf for one, r in zip(wanted, done, strict=True) if r.pdf}
        assert out[engine_name].keys() == made.keys()
    return out


@EACH
def test_it_is_told_in_the_same_words_among_all_the_others(
    name: str, big: Reading, house: str, files: Path
) -> None:
    """In the second house too: in its order, its headings and its sentences, whoever has it."""
    alone = hus.in_house(KONSTRUKTIONER[name].meeting(folder=files), house)
    start = FIRST[name] - 1
    for offset, one in enumerate(context(alone)["ärenden"]):
        arende = context(big)["ärenden"][start + offset]
        assert plain(arende["paragraf"]) == f"§ {start + offset + 1}"
        assert said(arende) == said(one)


def test_the_second_house_puts_the_beslut_last_and_in_sentences(big: Reading, house: str) -> None:
    tie = context(big)["ärenden"][FIRST["utslagsröst"] - 1]
    headings = [heading for heading, _ in said(tie)]
    beslut = dict(said(tie))["Beslut"]
    if house == hus.LUND:
        assert headings[0] == "Beslut"
        assert beslut[1].startswith("att anta taxa")
    else:
        assert headings[-3:] == ["Beslut", "Reservationer", "Bilagor"]
        assert beslut[1].startswith("Anta taxa")


def test_nothing_in_it_stops_the_protokoll_or_its_anslag(big: Reading, made: dict) -> None:
    assert {f.code for f in fynd(big) if f.stoppar} == set()
    assert {"protokoll", "protokoll-paragraf-14", "anslag", "anslag-paragraf-14"} <= set(made)
    assert {"anslag-rättelse-paragraf-13", "omröstningslista"} <= set(made)
    sent = {f"utdrag/paragraf-{FIRST[name]}" for name in SENT}
    assert {name for name in made if name.startswith("utdrag/")} == sent


@functools.cache
def pages(pdf: bytes) -> list[str]:
    """The text of each page without blanks: where a line breaks is no difference."""
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.behover("libreoffice")
def test_both_engines_give_the_same_pages_with_the_same_text(
    pdfs: dict[str, dict[str, bytes]],
) -> None:
    for name in pdfs["libreoffice"]:
        one, other = (pages(pdfs[engine][name]) for engine in ENGINES)
        assert len(one) == len(other), name
        assert one == other, name


@pytest.mark.behover("libreoffice")
@pytest.mark.parametrize("engine", ENGINES)
def test_every_paragraf_has_its_page_and_a_bookmark_of_one_line(
    pdfs: dict[str, dict[str, bytes]], big: Reading, engine: str
) -> None:
    reader = PdfReader(io.BytesIO(pdfs[engine]["protokoll"]))
    marks = {
        plain(item.title): reader.get_destination_page_number(item)
        for item in reader.outline
        if not isinstance(item, list) and item.title.startswith("§")
    }
    assert list(marks) == [f"§ {a.paragraf} {a.rubrik}" for a in big.meeting.arenden]
    assert len(set(marks.values())) == len(marks)
    shown = pages(pdfs[engine]["protokoll"])
    for title, page in marks.items():
        assert "".join(title.split()) in shown[page]


@pytest.mark.behover("libreoffice", "verapdf")
def test_verapdf_confirms_them(pdfs: dict[str, dict[str, bytes]], tmp_path: Path) -> None:
    files = {str(number): pdf for number, pdf in enumerate(pdfs["libreoffice"].values())}
    assert verapdf.failures(files, tmp_path) == dict.fromkeys(files, verapdf.PASSES)


_DAY = "KommunfullmäktigeSammanträdesdatum2023-03-06"
ON_EACH_PAGE = {
    hus.LUND: rf"LillköpingskommunProtokollSida\d+\(\d+\){_DAY}",
    hus.ÄNGSBRO: rf"LillköpingskommunSammanträdesprotokoll{_DAY}"
    r"|(Justerandessignatur){2}Utdragsbestyrkande.*?Sida\d+av\d+$",
}
"""Header and footer of the houses, in the order in which the engines write them."""


def squeezed(text: str) -> str:
    """Without blanks, and with the sign between two times that is printed there. A beslut that is
    a sentence begins with a capital."""
    return "".join(text.split()).replace("-", "–").casefold()


def written() -> Iterator[str]:
    """What is printed as it was typed, of every ärende."""
    printed: Mapping[str, tuple[str, ...]] = {
        sheets.ARENDEN.name: ("Rubrik", "Dnr"),
        sheets.INNEHALL.name: ("Text",),
        sheets.BEHANDLING.name: ("Text", "Ja betyder", "Nej betyder"),
        sheets.DELPROTOKOLL.name: ("Vad som rättats",),
    }
    for one in KONSTRUKTIONER.values():
        for sheet, some in typed(HEAD, *one.rows()).items():
            overruled = [row.get("Ärende") for row in some if row.get("Del") == "Beslut"]
            for row in some:
                if row.get("Del") == "Förslag" and row["Ärende"] in overruled:
                    continue  # another was decided
                yield from (row[h] for h in printed.get(sheet.name, ()) if h in row)
    yield from konstruktioner.REPORT


def unlettered(text: str) -> str:
    """A sub-point as its text: the letter is the list's."""
    return re.sub(r"^[a-z]\) ", "", text)


def test_every_sign_that_somebody_typed_is_in_the_word_file(made: dict[str, Made]) -> None:
    document = docx.Document(io.BytesIO(made["protokoll"].word))
    whole = squeezed("".join(paragraph.text for paragraph in document.paragraphs))
    missing = [text for text in written() if squeezed(unlettered(text)) not in whole]
    assert missing == []


@pytest.mark.behover("libreoffice")
@pytest.mark.parametrize("engine", ENGINES)
def test_every_sign_that_somebody_typed_is_in_the_pdf(
    pdfs: dict[str, dict[str, bytes]], engine: str, house: str
) -> None:
    bare = [re.sub(ON_EACH_PAGE[house], "", page) for page in pages(pdfs[engine]["protokoll"])]
    assert all("Sida" not in page for page in bare)
    whole = squeezed("".join(bare))
    missing = [text for text in written() if squeezed(unlettered(text)) not in whole]
    assert missing == []
