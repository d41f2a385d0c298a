"""The kontrollrapport: what a check found, for people to read the evening before the justering."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import jsonschema
import pytest
import verapdf
from bok import DATA, DECLARED, KSAU, REGISTER, Bok, put
from docx.table import Table
from kommando import gen
from mote import möte
from pypdf import PdfReader

from gen.building import Options
from gen.checks import check
from gen.errors import InTheWayError, UsageError
from gen.kontroll import Kontroll, document_types, kontrollera
from gen.kontrollrapport import write, write_each
from gen.kontrollrapport.fynd import HIDDEN
from gen.pdf.engines import choose
from gen.pdf.metadata import CLAIMS
from gen.planning import stopped
from gen.recipe import Outcome
from gen.stages import reached
from gen.store import Policy
from gen.swedish.lists import list_text
from gen.swedish.typography import versal
from gen.workbook.read import Reading

ENGINES = ("libreoffice", "inbyggd")
ARENDEFIL = DATA / "tjansteskrivelse-ks-2023-0106.xlsx"
SCHEMA = Path(__file__).parent.parent / "docs" / "json" / "kontrollera.schema.json"


def checked(reading: Reading, workbook: str = "möte.xlsx") -> Kontroll:
    """What `gen kontrollera` makes of a meeting in the mini-language."""
    done = check(reading)
    return Kontroll(
        Path(workbook),
        reading,
        reached(reading.meeting),
        done.findings,
        stopped(done, document_types(), strict=False),
        None,
        "",
        done.accepted,
        done.changed,
    )


def report(done: Kontroll, out: Path, engine: str = "inbyggd", **how: object) -> Outcome:
    with choose(engine) as chosen:
        return write(chosen, done, Options(out=out, **how))  # type: ignore[arg-type]


def lines(outcome: Outcome) -> list[str]:
    """The paragraphs of the Word file, those in tables too, a cell's joined by ` / `."""
    (word,) = (p for p in (*outcome.placed, *outcome.unchanged) if p.suffix == ".docx")
    out = []
    for block in docx.Document(str(word)).iter_inner_content():
        if isinstance(block, Table):
            out += [
                " | ".join(cell.text.replace("\n", " / ") for cell in row.cells)
                for row in block.rows
            ]
        else:
            out.append(block.text)
    return [line.replace("\u00a0", " ") for line in out if line]


def rapport(out: Path, head: str, *rows: str) -> list[str]:
    """The lines of the report of a meeting in the mini-language."""
    return lines(report(checked(möte(head, *rows)), out))


def pages(pdf: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages]


def between(told: list[str], start: str, end: str) -> list[str]:
    after = told[told.index(start) + 1 :]
    return after[: after.index(end)]


# --- the meeting at a glance ---------------------------------------------------------------


def test_the_example_meeting_at_a_glance(tmp_path: Path) -> None:
    told = lines(report(kontrollera(KSAU, register=REGISTER), tmp_path))
    assert told[0] == "Kontrollrapport inför anslag"
    for line in (
        "Organ\tKommunstyrelsens arbetsutskott",
        "Läge\tJusterat 2023-03-07, anslaget 2023-03-08",
        "Paragrafer\t§ 23–51",
        "Ärenden\t2 (2 enligt förslaget)",
        "Närvarande\t3 ledamöter, 2 tjänstgörande ersättare, 2 andra ersättare och 15 övriga",
        "Justerare\tMia Honeth (L)",
        "Omröstningar\tInga",
        "Kalkylblad\tksau-2023-03-06.xlsx",
        "Inget att rätta.",
        "Inget fel stoppar något dokument.",
        "Godtagna på bladet Granskat: 1 varning, 2 upplysningar.",
    ):
        assert line in told


def test_what_happened_is_counted_with_its_paragraphs(tmp_path: Path) -> None:
    told = rapport(
        tmp_path,
        "KS 2023-03-06",
        "§ 1 A | Förslag: anta",
        "! Jäv Bo Berg",
        "§ 2 B | Förslag: anta",
        "! Yrkande Cia Cron | Gäller: Avslag",
        "! Omröstning | Ja betyder: bifall | Nej betyder: avslag | Ja: S; M | Nej: L",
        "! Reservation Cia Cron",
        "§ 3 C | Utfall: Bordläggs | Till: 2023-04-03",
    )
    assert "Läge\tHållet, inte justerat" in told
    assert "Ärenden\t3 (2 enligt förslaget, 1 bordläggs)" in told
    assert "Jäv\t1, i § 1" in told
    assert "Omröstningar\t1, i § 2" in told
    assert "Reservationer\t1, i § 2" in told


def test_each_delprotokoll_has_a_line(tmp_path: Path) -> None:
    told = rapport(
        tmp_path,
        "KS 2023-03-06",
        "§ 1 A | Förslag: anta",
        "§ 2 B | Förslag: anta | Omedelbart justerad: Ja",
        "% Omedelbar justering | Paragrafer: 2 | Justerat: 2023-03-06",
    )
    assert "Omedelbar justering\t§ 2, justerat 2023-03-06" in told


# --- findings ------------------------------------------------------------------------------


def test_findings_stand_by_paragraf_with_cell_cure_statute_and_code(tmp_path: Path) -> None:
    done = checked(
        möte(
            "KS 2023-03-06 | Justerat: 2023-03-28 | Anslaget uppsatt: 2023-03-29",
            "§ 1 A | Förslag: anta",
            "§ 2 Motion från Eva Ek (C) | Typ: Motion | Inkom: 2022-12-08 | Förslag: avslå",
        )
    )
    told = lines(report(done, tmp_path))
    whole = between(told, "Sammanträdet som helhet", "§ 2  Motion från Eva Ek (C)")
    assert whole[:2] == [
        "Lagbrist\tProtokollet justerades 2023-03-28, men sista dagen var 2023-03-20.",
        "Rätta Justerat om dagen är fel. Stämmer den ska den stå så.",
    ]
    place = done.reading.source.place("sammanträde.justerat")
    assert whole[2] == f"Sammanträde, {place.cell} · 5 kap. 69 § KL · GEN-3000"
    about = told[told.index("§ 2  Motion från Eva Ek (C)") :]
    assert about[1] == "Ärende 2"
    assert about[2].startswith("Varning\t")
    assert "Skriv fullmäktige under Beslutas av på bladet Ärenden." in about
    assert not any(line.startswith("§ 1  A") for line in told), "nothing is said of § 1"


def test_the_same_sentence_is_told_once_with_all_its_cells(tmp_path: Path) -> None:
    bok = Bok()
    cells = [
        put(bok.cell("Närvaro", "Närvarar", name), "Kanske")[1]
        for name in ("Lina Olsson", "Jesper Sahlén")
    ]
    done = kontrollera(bok.save(tmp_path / "möte.xlsx"), register=REGISTER)
    told = lines(report(done, tmp_path))
    assert told.count("Fel\tNärvarar: ”Kanske” finns inte i listan.") == 1
    assert f"Närvaro, {', '.join(cells)} · GEN-1201" in told


def test_what_stands_in_the_cell_is_shown_unless_it_is_told_already(tmp_path: Path) -> None:
    bok = Bok()
    _, date = put(bok.header("Sammanträde", "Sammanträdesdatum"), "2023-02-30")
    done = kontrollera(bok.save(tmp_path / "möte.xlsx"), register=REGISTER)
    told = lines(report(done, tmp_path))
    assert f"Sammanträde, {date} · GEN-1201 · där står ”2023-02-30”" in told


def test_the_fel_that_stop_documents_are_counted(tmp_path: Path) -> None:
    done = checked(
        möte(
            "KS 2023-03-06 | Justerat: 2023-03-07 | Anslaget uppsatt: 2023-03-08",
            "§ 1 A | Förslag: anta",
            "% Rättelse | Paragrafer: 1 | Justerat: 2023-06-01 | Anslaget uppsatt: 2023-06-02",
        )
    )
    assert 0 < len(done.stopped) < len(document_types())
    told = lines(report(done, tmp_path))
    assert f"{versal(list_text([*done.stopped]))} kan inte göras: 1 fel att rätta." in told


def test_an_arende_without_a_rubrik_still_has_its_heading(tmp_path: Path) -> None:
    bok = Bok()
    put(bok.cell("Ärenden", "Rubrik", "28"), None)
    done = kontrollera(bok.save(tmp_path / "möte.xlsx"), register=REGISTER)
    told = lines(report(done, tmp_path))
    assert between(told, "§ 50  Ärende utan rubrik", "Fyll i Rubrik.") == [
        "Ärende 28 · KS 2022/1056",
        "Fel\tUppgiften Rubrik är inte ifylld.",
    ]


def test_what_is_accepted_stands_with_its_reason_and_who(tmp_path: Path) -> None:
    told = rapport(
        tmp_path,
        "KS 2023-03-06",
        "§ 1 A | Förslag: anta | Skickas till – kännedom: Bergvreten",
        "? GEN-3461 | Ärende: 1 | Skäl: Ny mottagare | Vem: Siv Sand | Datum: 2023-03-07",
    )
    assert "Inget att rätta." in told
    accepted = between(told, "Godtaget på bladet Granskat", "Frister")
    assert "Godtaget av Siv Sand 2023-03-07: Ny mottagare" in accepted
    assert accepted[-1].startswith("Ärende 1 · Innehåll, ")


def test_of_a_paragraf_with_sekretess_no_text_of_its_cells_is_repeated(tmp_path: Path) -> None:
    secret = "bifalla ansökan från Hemlige Hugo, 19850101-1236, den 30 februari 2023"
    outcome = report(
        checked(
            möte(
                "KS 2023-03-06",
                "§ 1 Bidrag till Hemlige Hugo | Sekretess: 26 kap. 1 § OSL | Dölj rubriken: Ja | "
                f"Förslag: {secret} | Bakgrund: Hugo bor  på Hemliga gatan",
                "§ 2 Öppet | Förslag: anta planen den 30 februari 2023",
            )
        ),
        tmp_path,
    )
    told = lines(outcome)
    assert "Sekretess\t1, i § 1" in told
    about = between(told, "§ 1  Ärende vars rubrik är dold", "§ 2  Öppet")
    assert "Sekretess: det som står i ärendets celler återges inte här." in about
    assert f"Varning\tDet finns ingen dag som {HIDDEN}." in about
    everything = " ".join(told) + " ".join(
        pages(next(p for p in outcome.placed if p.suffix == ".pdf"))
    )
    for word in ("Hemlig", "Hugo", "850101", "ansökan"):
        assert word not in everything
    assert "30 februari 2023" in everything, "of an open § it is shown"


# --- frister -------------------------------------------------------------------------------


def test_the_calendar_shows_the_days_of_the_law_and_why(tmp_path: Path) -> None:
    told = rapport(
        tmp_path,
        "KS 2024-12-10 | Justering planerad: | Justerat: 2024-12-10 | Anslaget uppsatt: 2024-12-11",
        "§ 1 A | Förslag: anta | Överklagande: Laglighetsprövning",
    )
    calendar = between(told, "Vecka 50–1, december 2024–januari 2025", "Dagarna och deras skäl")
    assert calendar[0] == "vecka | måndag | tisdag | onsdag | torsdag | fredag | lördag | söndag"
    assert calendar[1:] == [
        "50 | 9 / december | 10 / Sammanträde / Justerat | 11 / Anslaget uppsatt | "
        "12 / Anslås senast | 13 | 14 | 15",
        "51 | 16 | 17 | 18 | 19 | 20 | 21 | 22",
        "52 | 23 | 24 / Julafton | 25 / Juldagen | 26 / Annandag jul | 27 / Justeras senast | "
        "28 | 29",
        "1 | 30 | 31 / Nyårsafton | 1 / januari / Nyårsdagen | 2 / Sista dag att överklaga | "
        "3 / Tas ned tidigast / Laga kraft | 4 | 5",
    ]
    table = told[told.index("Dag | Vad, och varför den dagen | I kalkylbladet") + 1 :]
    dates = [row[:10] for row in table]
    assert dates == sorted(dates)
    assert any("flyttas till fredagen den 27 december 2024" in row for row in table)


def test_marked_days_are_described_for_a_screen_reader(tmp_path: Path) -> None:
    outcome = report(checked(möte("KS 2023-03-06", "§ 1 A | Förslag: anta")), tmp_path)
    word = docx.Document(str(outcome.placed[0]))
    said = [
        value
        for table in word.tables
        for element in table._tbl.tblPr
        if element.tag.endswith("}tblDescription")
        for value in element.attrib.values()
    ]
    assert len(said) == len(word.tables) == 2
    assert "6 mars 2023: Sammanträde." in said[0]
    assert "20 mars 2023: Justeras senast." in said[0]


def test_weeks_in_which_nothing_happens_are_left_out_when_they_are_many(tmp_path: Path) -> None:
    told = rapport(
        tmp_path,
        "KS 2023-03-06 | Justerat: 2023-03-07 | Anslaget uppsatt: 2023-03-08",
        "§ 1 A | Förslag: anta",
        "% Rättelse | Paragrafer: 1 | Justerat: 2023-06-01 | Anslaget uppsatt: 2023-06-02",
    )
    captions = [line for line in told if line.startswith("Vecka ")]
    assert captions == ["Vecka 10–13, mars–april 2023", "Vecka 22–26, maj–juli 2023"]


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ("KS 2023-03-06 | Slag: Inställt", "Inga dagar att räkna: sammanträdet är inställt."),
        (
            "KS 2023-02-30",
            "Dagarna kan räknas när sammanträdesdatumet går att läsa.",
        ),
        ("KS 1952-03-06", "Dagarna kan räknas när sammanträdesdatumet går att läsa."),
    ],
)
def test_why_there_are_no_days_is_told(tmp_path: Path, head: str, why: str) -> None:
    told = rapport(tmp_path, head, "§ 1 A | Förslag: anta")
    assert told[-2:] == ["Frister", why]


# --- made whatever is missing --------------------------------------------------------------


def test_the_emptiest_workbook_has_a_report_of_all_that_is_missing(tmp_path: Path) -> None:
    bok = Bok()
    for name in bok.book.sheetnames:
        if name in DECLARED:
            below = bok.top(DECLARED[name])
            first = 2 if DECLARED[name].form else 1
            for row in bok[name].iter_rows(min_row=below + 1, min_col=first):
                for cell in row:
                    cell.value = None
    done = kontrollera(bok.save(tmp_path / "tomt.xlsx"), register=REGISTER)
    assert done.exit_code == 1
    told = lines(report(done, tmp_path))
    assert told[0] == "Kontrollrapport inför kallelse"
    assert "Ärenden\t0" in told
    others = [name for name, number in done.stopped.items() if number == 2]
    assert "Kallelse kan inte göras: 3 fel att rätta." in told  # and it has no ärenden
    assert f"{versal(list_text(others))} kan inte göras: 2 fel att rätta." in told
    assert "Fel\tUppgiften Sammanträdesdatum är inte ifylld." in told


def test_an_arendefil_alone_has_a_report_without_a_meeting(tmp_path: Path) -> None:
    bok = Bok(ARENDEFIL)
    put(bok.header("Ärende", "Tjänsteskrivelsens datum"), "2023-13-01")
    done = kontrollera(bok.save(tmp_path / "ärende.xlsx"), register=REGISTER)
    told = lines(report(done, tmp_path))
    assert told[0] == "Kontrollrapport"
    assert "Diarienummer\tKS 2023/0106" in told
    assert "Fel\tTjänsteskrivelsens datum: det finns ingen månad 13." in told
    assert not any(line.startswith(("Frister", "Närvarande", "Läge")) for line in told)


def test_every_finding_of_a_long_meeting_is_there(tmp_path: Path) -> None:
    rows = [
        f"§ {n} Ärende nummer {n} | Typ: Beslutt | Utfall: Bordlagt | "
        f"Skickas till – kännedom: Kansli {n}"
        for n in range(1, 61)
    ]
    done = checked(möte("KS 2023-03-06", *rows))
    assert len(done.findings) >= 150
    outcome = report(done, tmp_path)
    told = lines(outcome)
    assert sum(line.endswith(" Ärende nummer " + line.split()[-1]) for line in told) == 60
    assert sum(line.split("\t")[0] in ("Fel", "Varning", "Upplysning") for line in told) == len(
        done.findings
    )
    printed = " ".join(pages(outcome.placed[1]))
    assert all(f"Kansli {n} finns inte i registret" in printed for n in range(1, 61))


# --- as files ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """The PDF of each report from each engine, made once."""
    out = tmp_path_factory.mktemp("rapporter")
    bok = Bok()
    put(bok.cell("Ärenden", "Rubrik", "28"), None)
    put(bok.header("Sammanträde", "Justerat"), "2023-03-28")
    put(bok.cell("Närvaro", "Namn", "Mia Honeth"), "Mia Honett")
    paths = {"hel": KSAU, "trasig": bok.save(out / "trasig.xlsx")}

    def of(engine: str, which: str) -> Path:
        done = kontrollera(paths[which], register=REGISTER)
        outcome = report(done, out / engine, engine)
        assert outcome.exit_code == 0
        return next(p for p in (*outcome.placed, *outcome.unchanged) if p.suffix == ".pdf")

    return of


REPORTS = ("hel", "trasig")


@pytest.mark.behover("libreoffice", "verapdf")
def test_verapdf_confirms_what_each_report_claims(
    made: Callable[[str, str], Path], tmp_path: Path
) -> None:
    files = {f"{e}-{r}": made(e, r).read_bytes() for e in ENGINES for r in REPORTS}
    claimed = {name: {key: [] for key in CLAIMS[name.split("-")[0]]} for name in files}
    assert claimed["libreoffice-hel"] == verapdf.PASSES
    assert verapdf.failures(files, tmp_path) == claimed


@pytest.mark.behover("libreoffice")
@pytest.mark.parametrize("which", REPORTS)
def test_both_engines_give_the_same_pages(made: Callable[[str, str], Path], which: str) -> None:
    assert pages(made("libreoffice", which)) == pages(made("inbyggd", which))


def test_the_headings_are_bookmarks(made: Callable[[str, str], Path]) -> None:
    def titles(some: list[object]) -> Iterator[str]:
        for one in some:
            yield from titles(one) if isinstance(one, list) else [one.title]  # type: ignore[attr-defined]

    marks = list(titles(PdfReader(made("inbyggd", "trasig")).outline))
    assert marks[:4] == [
        "Kontrollrapport inför anslag",
        "Sammanfattning",
        "Fynd",
        "Sammanträdet som helhet",
    ]
    assert marks[-2:] == ["Frister", "Dagarna och deras skäl"]


def test_the_same_check_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (
        report(kontrollera(KSAU, register=REGISTER), tmp_path / name) for name in ("a", "b")
    )
    for one, other in zip(first.placed, second.placed, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_an_unreadable_date_gives_the_file_the_day_of_the_workbook(tmp_path: Path) -> None:
    done = checked(möte("KS 2023-02-30", "§ 1 A | Förslag: anta"))
    assert done.saved is None
    created = []
    for saved in (None, dt.datetime(2023, 3, 7, 18, 30, tzinfo=dt.UTC)):
        outcome = report(
            Kontroll(**{f: getattr(done, f) for f in done.__slots__} | {"saved": saved}),
            tmp_path / str(bool(saved)),
        )
        made = PdfReader(outcome.placed[1]).metadata
        assert made is not None
        created.append(str(made["/CreationDate"])[2:10])
    assert created == ["19700101", "20230307"]


def test_a_report_that_somebody_has_written_in_is_never_overwritten(tmp_path: Path) -> None:
    done = kontrollera(KSAU, register=REGISTER)
    word, pdf = report(done, tmp_path).placed
    word.write_bytes(edited := word.read_bytes() + b" ")
    other = checked(möte("KS 2023-03-06", "§ 1 A | Förslag: anta"), KSAU.name)
    with pytest.raises(InTheWayError) as caught:
        report(other, tmp_path)
    assert caught.value.exit_code == 4
    assert word.read_bytes() == edited
    outcome = report(other, tmp_path, policy=Policy.OVERWRITE)
    assert outcome.placed == (word, pdf)
    (aside,) = outcome.set_aside.values()
    assert aside.read_bytes() == edited


def test_two_workbooks_of_one_name_are_refused_before_anything_is_made(tmp_path: Path) -> None:
    done = kontrollera(KSAU, register=REGISTER)
    with choose("inbyggd") as engine, pytest.raises(UsageError, match="Flera kalkylblad heter"):
        write_each(engine, [done, done], Options(out=tmp_path))
    assert list(tmp_path.iterdir()) == []


# --- the command ---------------------------------------------------------------------------


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    bok = Bok()
    put(bok.cell("Ärenden", "Rubrik", "28"), None)
    shutil.copy(REGISTER, tmp_path)
    return bok.save(tmp_path / "möte.xlsx")


def test_the_command_prints_the_list_and_names_the_files(broken: Path) -> None:
    done = gen(broken.parent, "kontrollera", broken, "--rapport", "--ut", "ut")
    assert (done.returncode, done.stderr) == (1, "")
    assert "Uppgiften Rubrik är inte ifylld." in done.stdout
    for name in ("kontrollrapport.docx", "kontrollrapport.pdf"):
        path = Path("ut", "möte", name)
        assert str(path) in done.stdout
        assert (broken.parent / path).is_file()
    again = gen(broken.parent, "kontrollera", broken, "--rapport", "--ut", "ut")
    assert "Redan gjort, oförändrat" in again.stdout


def test_the_json_tells_of_the_report_as_its_schema_says(broken: Path) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    without = json.loads(gen(broken.parent, "kontrollera", broken, "--json").stdout)
    jsonschema.validate(without, schema, jsonschema.Draft202012Validator)
    assert without["rapport"] is None
    shutil.copy(KSAU, broken.parent)
    done = gen(broken.parent, "kontrollera", broken, KSAU.name, "--rapport", "--json")
    value = json.loads(done.stdout)
    jsonschema.validate(value, schema, jsonschema.Draft202012Validator)
    assert value["slutkod"] == done.returncode == 1
    assert [[Path(p).name for p in file["rapport"]["skrivna"]] for file in value["filer"]] == [
        ["kontrollrapport.docx", "kontrollrapport.pdf"]
    ] * 2
