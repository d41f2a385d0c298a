"""The cells of an xlsx are those that openpyxl reads, whoever has written the file."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.styles.numbers import builtin_format_code, is_date_format, is_timedelta_format
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter, range_boundaries
from openpyxl.utils.datetime import MAC_EPOCH, from_ISO8601
from test_mark import through_calc

from gen.workbook import moments, package, refs, xlsx
from gen.workbook.cells import Piece, Rich
from gen.workbook.xlsx import Ark, arks
from gen.workbook.zipped import packed, zipped

DATA = Path(__file__).resolve().parent.parent / "data"
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def read(content: bytes) -> dict[str, Ark]:
    return {ark.title: ark for ark in arks(package.read(content))}


def look(font: Font) -> tuple[bool, bool]:
    return bool(font.b), bool(font.i)


def rich(value: object) -> object:
    """openpyxl's text in several looks as gen has it."""
    if not isinstance(value, CellRichText):
        return value
    return Rich(
        Piece(part.text, (bool(part.font.b), bool(part.font.i)))
        if isinstance(part, TextBlock)
        else Piece(part)
        for part in value
    )


def by_openpyxl(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    """The cells that hold something: place, value, whether it is an error, bold and italic."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True, rich_text=True)
    return {
        ws.title: [
            (
                cell.coordinate,
                rich(cell.value),
                cell.data_type == "e",
                bool(cell.font.b),
                bool(cell.font.i),
            )
            for _, cell in sorted(ws._cells.items(), key=lambda item: item[0])
            if cell.value is not None
        ]
        for ws in book.worksheets
    }


def by_gen(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    return {
        title: [
            (cell.coordinate, cell.value, cell.data_type == "e", *cell.font)
            for _, cell in sorted(ark.cells.items())
            if cell.value is not None
        ]
        for title, ark in read(content).items()
    }


def bytes_of(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def assorted() -> openpyxl.Workbook:
    """A workbook with every kind of cell."""
    book = openpyxl.Workbook()
    ws = book.active
    assert ws is not None
    ws.title = "Allt möjligt"
    day = dt.datetime(2023, 3, 6, 13, 30)
    values = [
        *("text", " blanka omkring ", "rad ett\nrad två", "å & <ä>", "_x0041_", "1", "#REF!", ""),
        *(1, -3, 0, 2.5, 1e21, 1e-7, True, False, day, day.date(), day.time()),
        *(dt.timedelta(hours=30), dt.timedelta(days=-1), None),
    ]
    for row, value in enumerate(values, 1):
        ws.cell(row, 2, value)
    ws["D1"] = CellRichText("vanlig ", TextBlock(InlineFont(b=True), "fet"), " och slut")
    ws["D2"] = CellRichText(TextBlock(InlineFont(i=True), "bara kursiv"))
    ws["D3"], ws["D3"].font = "fet och kursiv", Font(b=True, i=True)
    ws["D4"], ws["D4"].number_format = 45000, "d mmmm yyyy"
    ws["D5"], ws["D5"].number_format = -1, "yyyy-mm-dd"
    ws["D6"], ws["D6"].number_format = 0.5, "[h]:mm"
    ws["F1"], ws["G2"] = "först", "under"
    ws.merge_cells("F1:G2")
    ws.cell(1_048_576, 1).font = Font(b=True)
    book.create_sheet("Tomt")
    return book


@pytest.mark.parametrize("path", sorted(DATA.glob("*.xlsx")), ids=lambda path: path.name)
def test_the_examples_are_read_as_openpyxl_reads_them(path: Path) -> None:
    assert by_gen(path.read_bytes()) == by_openpyxl(path.read_bytes())


def test_every_kind_of_cell_is_read_as_openpyxl_reads_it() -> None:
    content = bytes_of(assorted())
    assert by_gen(content) == by_openpyxl(content)


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    book = assorted()
    book.epoch = MAC_EPOCH
    content = bytes_of(book)
    assert by_gen(content) == by_openpyxl(content)
    assert read(content)["Allt möjligt"].cells[17, 2].value == dt.datetime(2023, 3, 6, 13, 30)


@pytest.mark.behover("libreoffice")
def test_what_another_program_has_saved_is_read_as_openpyxl_reads_it(tmp_path: Path) -> None:
    """LibreOffice keeps texts in one list and calculates what was not calculated."""
    book = assorted()
    book["Tomt"]["A1"] = "=1/0"
    book["Tomt"]["A2"] = '=IF(1=1,"sant","falskt")'
    content = through_calc(bytes_of(book), tmp_path).read_bytes()
    assert by_gen(content) == by_openpyxl(content)
    assert read(content)["Tomt"].cells[1, 1].value == "#DIV/0!"
    assert read(content)["Tomt"].cells[2, 1].value == "sant"


def with_sheet(xml: str) -> bytes:
    """A workbook whose only sheet is that XML."""
    entries = package.read(bytes_of(openpyxl.Workbook())).entries
    part = "xl/worksheets/sheet1.xml"
    return zipped((entries | {part: packed(part, xml.encode())}).values())


def test_rows_and_cells_without_a_place_follow_the_one_before() -> None:
    content = with_sheet(
        f"<worksheet {S}><sheetData><row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
        "<row r='7'><c><v>4</v></c></row><row hidden='1'><c><v>5</v></c></row></sheetData>"
        "</worksheet>"
    )
    ark = read(content)["Sheet"]
    places = {cell.coordinate: cell.value for cell in ark.cells.values()}
    assert places == {"A1": 1, "D1": 2, "E1": 3, "A7": 4, "A8": 5}
    assert ark.rows[8].hidden


def test_the_reading_of_asian_signs_is_no_part_of_a_text() -> None:
    content = with_sheet(
        f"<worksheet {S}><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>東京</t>"
        "<rPh sb='0' eb='2'><t>トウキョウ</t></rPh></is></c></row></sheetData></worksheet>"
    )
    assert read(content)["Sheet"].cells[1, 1].value == "東京"


def test_what_a_person_has_hidden_folded_or_merged_is_told() -> None:
    book = assorted()
    ws = book["Allt möjligt"]
    ws.row_dimensions[3].hidden = True
    ws.row_dimensions.group(5, 6, outline_level=1, hidden=True)
    ws.column_dimensions.group("M", "O", outline_level=2, hidden=True)
    book["Tomt"].sheet_state = "veryHidden"
    both = read(bytes_of(book))
    ark = both["Allt möjligt"]
    assert [row for row, band in ark.rows.items() if band.hidden] == [3, 5, 6]
    assert [ark.rows[row].folded for row in (3, 5, 6)] == [0, 1, 1]
    assert ark.columns["M"] == xlsx.Band(first=13, last=15, hidden=True, folded=2)
    assert [area.ref for area in ark.merged] == ["F1:G2"]
    assert both["Tomt"].state == "veryHidden"


def test_places_are_written_as_openpyxl_writes_them() -> None:
    for column in range(1, 18_279):
        assert refs.letters(column) == get_column_letter(column)
        assert refs.column_of(refs.letters(column)) == column
    for ref in ("A1", "XFD1048576", "$B$7", "ab12"):
        assert refs.row_and_column(ref) == coordinate_to_tuple(ref.replace("$", ""))
    for ref in ("A1:C9", "B7", "$A$1:$C$9"):
        assert refs.box(ref) == range_boundaries(ref)
    assert refs.box("A:C") == (1, 1, 3, refs.LAST_ROW)
    assert refs.box("2:4") == (1, 2, refs.LAST_COLUMN, 4)
    assert [refs.box(ref).ref for ref in ("A1:C9", "B7:B7", "B7")] == ["A1:C9", "B7", "B7"]
    for nothing in ("", "A0", "7", "ABCD1", "A1:", ":"):
        with pytest.raises(ValueError, match="no cell"):
            refs.row_and_column(nothing)


@pytest.mark.parametrize(
    "code",
    [
        *("yyyy-mm-dd", "d mmmm yyyy", "[h]:mm", "[mm]:ss", "[ss].0", "hh:mm", '"dag" d', "0", "@"),
        *("General", "[Red]0.00", "[$-41D]d mmm", '0 "mdyhs"', "0;d", "_d0", "\\d0", "#,##0 kr"),
        *("[Magenta]0", "[HH]:MM", "[<1]0", "mmss.0", ""),
    ],
)
def test_a_number_format_shows_a_moment_where_openpyxl_says_so(code: str) -> None:
    assert moments.is_date(164, code) == is_date_format(code)
    assert moments.is_length(164, code) == is_timedelta_format(code)


def test_the_formats_that_have_only_a_number_are_those_of_openpyxl() -> None:
    for number in range(164):
        code = builtin_format_code(number)
        assert moments.is_date(number, None) == is_date_format(code)
        assert moments.is_length(number, None) == is_timedelta_format(code)


@pytest.mark.parametrize(
    "text",
    [
        *("2023-03-06", "2023-03-06T13:30:00", "2023-03-06T13:30:00Z", "2023-03-06T13:30:00.250Z"),
        *("13:30", "13:30:15", "13:30:15.125", "PT26H", "PT1H30M", "PT0.5S"),
    ],
)
def test_moments_of_a_strict_workbook_are_those_of_openpyxl(text: str) -> None:
    assert moments.of_iso(text) == from_ISO8601(text)  # type: ignore[no-untyped-call]


def test_what_is_no_moment_is_refused() -> None:
    for text in ("P", "PT", "i går", "2023-13-01", "25:00"):
        with pytest.raises(ValueError, match=r"."):
            moments.of_iso(text)
