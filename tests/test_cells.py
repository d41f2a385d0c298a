"""Whatever stands in a cell: gen reads it or tells it, and what it prints it prints whole."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
import tempfile
import unicodedata
from pathlib import Path

import docx
import openpyxl
import pytest
from bok import KSAU, REGISTER
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mote import möte
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from gen.checks import check
from gen.docx import render
from gen.errors import GenError
from gen.jobs import BREVPAPPER, MALL
from gen.planning import plan
from gen.report import finding_lines
from gen.templates import on_letterhead
from gen.workbook import sheets
from gen.workbook.cells import clean
from gen.workbook.columns import Column, Type
from gen.workbook.convert import convert
from gen.workbook.grid import Cell, load
from gen.workbook.read import read, reading

QUIET = settings(
    deadline=None,
    derandomize=True,  # the same examples in every run, on every machine
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

# XML 1.0 has no place for the C0 controls, lone surrogates and two non-characters: no xlsx can
# hold them but as _xHHHH_, which openpyxl gives back as the sign itself.
SIGNS = st.characters(codec="utf-8", exclude_characters="\ufffe\uffff")
ODD = st.sampled_from(
    [
        "{{ x }} {% if y %} & <b>",
        "- 415 mnkr",
        "- ett\n- två",
        "שלום עולם",
        "مرحبا",
        "👩🏽‍⚖️🇸🇪",
        "o\u0308",
        "\u202eomvänt\u202c",
        "a\u00a0b\u00adc\u200bd",
        "\x00\x07\x0b\x1f",
        "_x000D_",
        "=1+1",
        "#N/A",
        "'",
        " ",
        "\n\n",
        "§§ 3–12",
        "å" * 32_767,
    ]
)
TEXTS = st.one_of(ODD, st.text(SIGNS, max_size=60))
NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0, -0.0, 1e-300, 12.5, 28.0, 44986, 20230307, math.pi]),
)
MOMENTS = st.one_of(
    st.datetimes(dt.datetime(1900, 3, 1), dt.datetime(9999, 12, 31)),
    st.dates(dt.date(1900, 3, 1)),
    st.times(),
    st.timedeltas(dt.timedelta(0), dt.timedelta(days=9999)),
)
VALUES = st.one_of(TEXTS, NUMBERS, MOMENTS, st.booleans(), st.none())
REGISTER_BOOK = load(REGISTER, sheets.REGISTER)
COLUMNS = [column for sheet in (*sheets.MOTE, *sheets.REGISTER) for column in sheet.columns]


@QUIET
@given(column=st.sampled_from(COLUMNS), value=VALUES, error=st.booleans())
def test_any_value_in_any_column_is_read_or_told(
    column: Column, value: object, error: bool
) -> None:
    error = error and value in ERROR_CODES
    converted, finding = convert(Cell("A1", value, error=error), column, "ärenden[0].x")
    if finding is not None:
        assert converted is None
        assert finding.expected.startswith(("Skriv ", "Rätta "))
        assert finding.stoppar


def plain_workbook() -> openpyxl.Workbook:
    """A small meeting without any format: quicker to write than the shipped one."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets.MOTE:
        ws = book.create_sheet(sheet.name)
        if sheet.form:
            ws.append(["Uppgift", "Värde"])
            for column in sheet.columns:
                ws.append([column.header, FORM.get(column.header)])
        else:
            ws.append([column.header for column in sheet.columns])
            for row in ROWS.get(sheet.name, []):
                ws.append([row.get(column.header) for column in sheet.columns])
    return book


FORM = {"Organ": "KSAU", "Sammanträdesdatum": "2023-03-06", "Justerare": "Mia Honeth"}
ROWS = {
    "Närvaro": [{"Namn": "Anders Almgren"}, {"Namn": "Mia Honeth"}, {"Namn": "Lina Olsson"}],
    "Ärenden": [{"Nr": "1", "Rubrik": "En plan"}, {"Nr": "2", "Rubrik": "En motion"}],
    "Innehåll": [
        {"Ärende": "1", "Del": "Förslag", "Text": "anta planen"},
        {"Del": "Sammanfattning", "Text": "Planen är bra."},
        {"Ärende": "2", "Del": "Förslag", "Text": "avslå motionen"},
    ],
    "Behandling": [
        {"Ärende": "1", "Händelse": "Yrkande", "Vem": "Honeth", "Gäller": "Avslag"},
        {"Händelse": "Omröstning", "Ja betyder": "bifall", "Ja": "S", "Nej": "L"},
    ],
    "Delprotokoll": [{"Slag": "Omedelbar justering", "Paragrafer": "1"}],
    "Granskat": [{"Kod": "GEN-1304", "Skäl": "Ny ledamot"}],
}


@settings(QUIET, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([sheet.name for sheet in sheets.MOTE]),
            st.integers(1, 12),
            st.integers(1, 16),
            st.one_of(VALUES, st.sampled_from(ERROR_CODES)),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_a_workbook_with_anything_anywhere_is_read_or_told(
    changes: list[tuple[str, int, int, object]],
) -> None:
    book = plain_workbook()
    for sheet, row, column, value in changes:
        if isinstance(value, str):
            value = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", value)
        book[sheet].cell(row, column).value = value  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "möte.xlsx"
        book.save(path)
        try:
            found = reading(load(path, sheets.MOTE), REGISTER_BOOK)
        except GenError:
            return
        told = list(check(found))
        lines = [line for finding in told for line in finding_lines(finding, found.source)]
        assert "\n".join(lines).encode()


def printed(reading_text: str) -> str:
    """What the docx shows of a § whose rubrik and Sammanfattning are that text."""
    found = möte("KS 2023-03-06", "§ 1 R | Förslag: anta planen | Sammanfattning: T")
    arende = found.meeting.arenden[0]
    rad = arende.rader("Sammanfattning")[0]
    run = rad.text[0].model_copy(update={"text": reading_text})
    rows = tuple(r.model_copy(update={"text": (run,)}) if r is rad else r for r in arende.innehall)
    one_line = " ".join(reading_text.split()) or "R"
    arende = arende.model_copy(update={"innehall": rows, "rubrik": one_line})
    meeting = found.meeting.model_copy(update={"arenden": (arende,)})
    object.__setattr__(found, "meeting", meeting)
    (job,) = plan(found, ["protokoll"])
    template = on_letterhead(job.resources[MALL].content, job.resources[BREVPAPPER].content)
    document = docx.Document(io.BytesIO(render(template, job.context)))
    cells = (c for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join(
        [*(p.text for p in document.paragraphs), *(p.text for c in cells for p in c.paragraphs)]
    )


def letters(text: str) -> str:
    """What must not be lost: everything but blanks, which a document sets in its own way."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def without_marks(text: str) -> str:
    """The text without the `- ` of its lists: two or more such lines in a row are a list."""
    lines = text.split("\n")
    marked = [line.lstrip().startswith("- ") for line in lines]
    out = []
    for i, line in enumerate(lines):
        neighbours = (i > 0 and marked[i - 1]) or (i + 1 < len(lines) and marked[i + 1])
        out.append(line.lstrip()[2:] if marked[i] and neighbours else line)
    return "\n".join(out)


@settings(QUIET, max_examples=50)
@given(st.one_of(st.text(SIGNS, min_size=1, max_size=200), ODD))
def test_every_character_of_a_printed_cell_is_in_the_document(typed: str) -> None:
    text = clean(typed)
    if not text.strip():
        return
    assert letters(without_marks(text)) in letters(printed(text))


@pytest.mark.parametrize("length", [32_766, 32_767])
def test_a_full_cell_is_printed_whole(length: int) -> None:
    text = ("Ärendet är långt. " * 2000)[:length]
    assert letters(text) in letters(printed(text))


def test_rich_text_keeps_its_words_in_every_column(tmp_path: Path) -> None:
    """Bold in a part of a cell is kept where text is printed, and harmless everywhere else."""
    book = openpyxl.load_workbook(KSAU, rich_text=True)
    for ws in book.worksheets:
        for row in ws.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and len(cell.value) > 2 and cell.data_type == "s":
                    half = len(cell.value) // 2
                    bold = TextBlock(InlineFont(b=True), cell.value[:half])
                    cell.value = CellRichText(bold, cell.value[half:])
    book.save(tmp_path / "möte.xlsx")
    found, before = read(tmp_path / "möte.xlsx", REGISTER), read(KSAU, REGISTER)
    assert [f for f in found.findings if f.level == "fel"] == []

    def words(meeting: object) -> list[str]:
        return [
            "".join(run.text for run in rad.text)
            for arende in meeting.arenden  # type: ignore[attr-defined]
            for rad in arende.innehall
        ]

    assert words(found.meeting) == words(before.meeting)
    assert found.meeting.narvaro == before.meeting.narvaro


def test_types_that_no_column_expects_are_told_in_each_of_them() -> None:
    for column in COLUMNS:
        if column.type in (Type.DATE, Type.TIME, Type.NUMBER, Type.PARAGRAPH, Type.CHOICE):
            _, finding = convert(Cell("A1", "#N/A", error=True), column, "x")
            assert finding is not None
            assert finding.code == "GEN-1202"
