"""The marked copy: everything of the user's as it was, and the findings where they belong."""

from __future__ import annotations

import functools
import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest
from arbetsbok import (
    MAIN,
    NOTE,
    OFFICE,
    THREAD,
    Parts,
    S,
    canonical,
    loaded,
    lying,
    parts,
    rich,
    saved,
    zipped,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.cell import coordinate_to_tuple

import gen
from gen.errors import DataError
from gen.findings import Level
from gen.pdf import soffice
from gen.workbook import package
from gen.workbook.mark import Mark, mark
from gen.workbook.paint import DARK, LIGHT

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

FEL = Mark(
    "Sammanträde",
    "B3",
    Level.FEL,
    "GEN-1201",
    "Sammanträdesdatum: ”31/2 2023” är inget datum.",
    "Skriv datumet, till exempel 2023-03-06.",
)
LAGBRIST = Mark(
    "Ärenden",
    "C3",
    Level.LAGBRIST,
    "GEN-3107",
    "Den jävige deltog.",
    "Inget att ändra om det är vad som hände.",
    "6 kap. 28 § KL",
)
VARNING = Mark("Ärenden", "C3", Level.VARNING, "GEN-2007", "Rubriken är kort.", "Skriv mer.")
GAST = Mark("Bo's blad", "B7", Level.UPPLYSNING, "GEN-1304", "Ulf är gäst.", "Inget att göra.")
SAKNAS = Mark("Behandling", "", Level.FEL, "GEN-1101", "Bladet Behandling saknas.", "Lägg till.")
ALLA = (GAST, VARNING, FEL, SAKNAS, LAGBRIST)

SHEETS = {
    "Sammanträde": "xl/worksheets/sheet1.xml",
    "Ärenden": "xl/worksheets/sheet2.xml",
    "Bo's blad": "xl/worksheets/sheet3.xml",
    "Listor": "xl/worksheets/sheet4.xml",
}
CHANGED = {
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
}


def at(cell: str, level: Level = Level.FEL, sheet: str = "Ärenden") -> Mark:
    """A mark of which only the place matters."""
    return Mark(sheet, cell, level, "GEN-1201", "Det är fel.", "Rätta det.")


@functools.cache
def marked() -> bytes:
    return mark(rich(), ALLA, file="möte.xlsx")


def notes(content: bytes, sheet: str) -> dict[str, str]:
    """The notes of a sheet as openpyxl reads them."""
    cells = (cell for row in loaded(content)[sheet].iter_rows() for cell in row)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def fill(content: bytes, sheet: str, cell: str) -> str:
    found = loaded(content)[sheet][cell].fill
    return str(found.fgColor.rgb) if found.fill_type == "solid" else ""


def one_sheet(**cells: object) -> bytes:
    """A workbook with one sheet, Ärenden."""
    book = openpyxl.Workbook()
    book.active.title = "Ärenden"
    for ref, value in cells.items():
        book.active[ref] = value
    return saved(book)


# What must be left as it was.


def test_every_part_that_is_not_concerned_lies_in_the_zip_as_it_lay() -> None:
    before, after = lying(rich()), lying(marked())
    concerned = CHANGED | {SHEETS[name] for name in ("Sammanträde", "Ärenden", "Bo's blad")}
    concerned |= {"xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml"}
    untouched = {name for name in before if after.get(name) == before[name]}
    assert untouched == set(before) - concerned
    assert [name for name in after if name in before] == list(before)


def test_in_a_marked_sheet_all_else_is_the_same_xml() -> None:
    before, after = (
        etree.fromstring(parts(book)[SHEETS["Ärenden"]]) for book in (rich(), marked())
    )
    cell = next(c for c in after.iter(f"{S}c") if c.get("r") == "C3")
    was = next(c for c in before.iter(f"{S}c") if c.get("r") == "C3")
    assert cell.get("s") != was.get("s")
    cell.set("s", was.get("s"))
    view = after.find(f"{S}sheetViews/{S}sheetView")
    assert view.get("tabSelected") is None
    view.set("tabSelected", "1")
    assert canonical(after) == canonical(before)


def test_a_sheet_that_was_in_front_loses_only_that() -> None:
    content = mark(rich(), [FEL])
    before, after = (parts(book)[SHEETS["Ärenden"]] for book in (rich(), content))
    assert canonical(after) == canonical(before.replace(b' tabSelected="1"', b""))


def test_formats_are_only_added_so_that_every_index_keeps_its_meaning() -> None:
    before, after = (etree.fromstring(parts(book)["xl/styles.xml"]) for book in (rich(), marked()))
    assert [e.tag for e in before] == [e.tag for e in after]
    for old, new in zip(before, after, strict=True):
        assert [canonical(e) for e in new][: len(old)] == [canonical(e) for e in old]
        assert new.get("count") in (None, str(len(new)))


def test_a_marked_cell_keeps_its_own_format_under_the_colour() -> None:
    old, new = (loaded(book)["Ärenden"]["C3"] for book in (rich(), marked()))
    assert new.fill.fgColor.rgb == LIGHT[Level.LAGBRIST]
    for look in ("font", "border", "alignment", "number_format", "protection"):
        assert repr(getattr(new, look)) == repr(getattr(old, look))


def test_names_and_windows_follow_the_sheets_that_moved_one_step() -> None:
    before, after = (
        etree.fromstring(parts(book)["xl/workbook.xml"]) for book in (rich(), marked())
    )
    owner = [sheet.get("name") for sheet in after.iter(f"{S}sheet")]
    assert owner == ["Att åtgärda", *SHEETS]
    was = {
        (name.get("name"), list(SHEETS)[int(name.get("localSheetId"))], name.text)
        for name in before.iter(f"{S}definedName")
        if name.get("localSheetId")
    }
    now = {
        (name.get("name"), owner[int(name.get("localSheetId"))], name.text)
        for name in after.iter(f"{S}definedName")
        if name.get("localSheetId")
    }
    assert now - was == {("_xlnm.Print_Titles", "Att åtgärda", "'Att åtgärda'!$5:$5")}
    assert was < now
    assert after.find(f"{S}definedNames/{S}definedName[@name='Alla']").attrib == {"name": "Alla"}
    assert len({sheet.get("sheetId") for sheet in after.iter(f"{S}sheet")}) == 5
    order = [etree.QName(e).localname for e in after]
    assert order == [etree.QName(e).localname for e in before]


def test_the_list_is_in_front_and_no_other_sheet_is_selected_with_it() -> None:
    """Two selected sheets are a group: what is typed on one is typed on both."""
    files = parts(marked())
    selected = [
        name
        for name in files
        if name.startswith("xl/worksheets/sheet") and b"tabSelected" in files[name]
    ]
    assert selected == ["xl/worksheets/sheet5.xml"]
    assert loaded(marked()).active.title == "Att åtgärda"


def test_cached_results_and_formatted_text_are_still_there() -> None:
    values = openpyxl.load_workbook(io.BytesIO(marked()), data_only=True, rich_text=True)["Ärenden"]
    assert [values["G3"].value, values["G4"].value] == [18, 25]
    assert values["C3"].value[0].font.b


def test_the_same_marks_give_the_same_bytes() -> None:
    assert mark(rich(), ALLA, file="möte.xlsx") == marked()


def test_gen_reads_the_copy_as_it_reads_the_workbook(tmp_path: Path) -> None:
    data = Path(__file__).parent.parent / "data"
    original, copy = data / "ksau-2023-03-06.xlsx", tmp_path / "ksau-2023-03-06.xlsx"
    copy.write_bytes(mark(original.read_bytes(), [FEL, LAGBRIST]))
    shutil.copy(data / "register.xlsx", tmp_path)
    was, now = gen.read(original), gen.read(copy)
    assert (now.meeting, now.source, now.findings) == (was.meeting, was.source, was.findings)


# What is added.


def test_each_concerned_cell_has_a_note_with_all_that_is_to_be_said_of_it() -> None:
    assert notes(marked(), "Ärenden")["C3"] == (
        "gen: Lagbrist\nDen jävige deltog.\n"
        "Gör så här: Inget att ändra om det är vad som hände.\n"
        "Kod: GEN-3107 (6 kap. 28 § KL)\n\n"
        "gen: Varning\nRubriken är kort.\nGör så här: Skriv mer.\nKod: GEN-2007"
    )
    assert set(notes(marked(), "Sammanträde")) == {"B3"}
    assert set(notes(marked(), "Bo's blad")) == {"B7"}
    assert loaded(marked())["Ärenden"]["C3"].comment.author == "gen"


def test_the_list_says_everything_worst_first_with_links_to_the_cells() -> None:
    sheet = loaded(marked())["Att åtgärda"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in rows[:3]] == [
        "Att åtgärda",
        "2 fel, 1 lagbrist, 1 varning, 1 upplysning",
        "Det här är en kopia av möte.xlsx. Rätta i möte.xlsx och kör gen kontrollera igen.",
    ]
    assert rows[4] == ["Allvar", "Blad", "Cell", "Vad som är fel", "Gör så här", "Kod", "Lagrum"]
    assert [(row[0], row[1], row[2], row[5]) for row in rows[5:]] == [
        ("Fel", "Sammanträde", "B3", "GEN-1201"),
        ("Fel", "Behandling", "hela bladet", "GEN-1101"),
        ("Lagbrist", "Ärenden", "C3", "GEN-3107"),
        ("Varning", "Ärenden", "C3", "GEN-2007"),
        ("Upplysning", "Bo's blad", "B7", "GEN-1304"),
    ]
    links = {cell.coordinate: cell.hyperlink for cell in sheet["C"] if cell.hyperlink}
    assert {ref: link.location for ref, link in links.items()} == {
        "C6": "'Sammanträde'!B3",
        "C8": "'Ärenden'!C3",
        "C9": "'Ärenden'!C3",
        "C10": "'Bo''s blad'!B7",
    }
    assert sheet.freeze_panes == "A6"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_one_finding_said_twice_is_listed_once() -> None:
    sheet = loaded(mark(rich(), [FEL, FEL]))["Att åtgärda"]
    assert sheet.max_row == 6


def test_nothing_to_do_is_said_too() -> None:
    sheet = loaded(mark(rich(), []))["Att åtgärda"]
    assert [cell.value for cell in sheet["A"]][1] == "Inget att åtgärda."
    assert sheet.max_row == 3


def test_a_cell_and_a_row_that_are_not_there_are_put_in_where_they_belong() -> None:
    content = mark(one_sheet(A1=1, D1=4, A9=9), [at("C1"), at("B5"), at("AA1"), at("B12")])
    sheet = etree.fromstring(parts(content)[SHEETS["Sammanträde"]])
    rows = [int(row.get("r")) for row in sheet.iter(f"{S}row")]
    assert rows == [1, 5, 9, 12]
    for row in sheet.iter(f"{S}row"):
        columns = [coordinate_to_tuple(cell.get("r"))[1] for cell in row]
        assert columns == sorted(columns)
    assert set(notes(content, "Ärenden")) == {"C1", "B5", "AA1", "B12"}
    assert sheet.find(f"{S}dimension").get("ref") == "A1:AA12"


def test_a_new_cell_has_the_format_of_its_column() -> None:
    book = openpyxl.Workbook()
    book.active.column_dimensions["C"].number_format = "@"
    content = mark(saved(book), [at("C7", sheet="Sheet")])
    assert loaded(content)["Sheet"]["C7"].number_format == "@"


def test_rows_and_cells_without_numbers_are_counted() -> None:
    """`r` may be left out (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73)."""
    files = Parts(parts(one_sheet(A1="a", B1="b", A2="c")))
    files[SHEETS["Sammanträde"]] = re.sub(rb' r="\w+"', b"", files[SHEETS["Sammanträde"]])
    content = mark(zipped(files), [at("B1"), at("A2"), at("B3")])
    sheet = etree.fromstring(parts(content)[SHEETS["Sammanträde"]])
    painted = [(row.index(c), c.get("s") is not None) for row in sheet.iter(f"{S}row") for c in row]
    assert painted == [(0, False), (1, True), (0, True), (0, True)]


def test_of_merged_cells_the_one_that_is_seen_is_marked() -> None:
    content = mark(rich(), [at("D1")])
    assert "A1" in notes(content, "Ärenden")
    assert "D1" not in notes(content, "Ärenden")


def test_a_hidden_sheet_with_something_to_do_is_shown() -> None:
    assert loaded(mark(rich(), [at("A1", sheet="Listor")]))["Listor"].sheet_state == "visible"
    assert loaded(marked())["Listor"].sheet_state == "hidden"


@pytest.mark.parametrize("cell", ["XFE1", "A1048577", "A0", "B3:C4", "rad 7", "1A"])
def test_a_place_that_is_no_cell_is_listed_without_a_mark(cell: str) -> None:
    content = mark(rich(), [at(cell)])
    told = loaded(content)["Att åtgärda"]["C6"]
    assert (told.value, told.hyperlink.location) == (cell, "'Ärenden'!A1")
    assert notes(content, "Ärenden") == notes(rich(), "Ärenden")


def test_a_chart_sheet_is_listed_without_a_link() -> None:
    book = openpyxl.Workbook()
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=1, min_row=1, max_row=2))
    book.create_chartsheet("Diagram").add_chart(chart)
    content = mark(saved(book), [at("B2", sheet="Diagram")])
    assert loaded(content)["Att åtgärda"]["C6"].hyperlink is None


def test_a_cell_of_another_file_is_listed_with_its_place_and_no_link() -> None:
    content = mark(rich(), [at("B4", sheet="register.xlsx: Organ")])
    row = loaded(content)["Att åtgärda"][6]
    assert [cell.value for cell in row[1:3]] == ["register.xlsx: Organ", "B4"]
    assert row[2].hyperlink is None


def test_any_text_stands_as_it_was_written() -> None:
    text = "=1+1 & <b> _x0041_ {{ x }} \x07 \ud800 ’"
    content = mark(rich(), [Mark("Ärenden", "C3", Level.FEL, "GEN-1", text, "a\n\nb" * 500)])
    assert "=1+1 & <b> _x005F_x0041_ {{ x }}" in notes(content, "Ärenden")["C3"]
    row = [cell.value for cell in loaded(content)["Att åtgärda"][6]]
    assert row[3].startswith("=1+1 & <b> ")
    assert len(row[4]) == 600
    assert row[4].startswith("a ba b")
    assert row[4].endswith("…")


# Notes, threads and boxes that were there.


def test_a_note_of_the_users_keeps_its_words_and_its_author() -> None:
    content = mark(rich(), [at("D3")])
    note = loaded(content)["Ärenden"]["D3"].comment
    assert note.text == (f"{NOTE}\n\ngen: Fel\nDet är fel.\nGör så här: Rätta det.\nKod: GEN-1201")
    assert note.author == "Siv Sand"


def test_the_box_of_a_note_grows_with_its_text() -> None:
    drawing = "xl/drawings/commentsDrawing1.vml"
    files = Parts(parts(rich()))
    files.edit(drawing, lambda root: _anchored(root, "4, 15, 1, 10, 6, 15, 3, 4"))
    ours = _anchors(mark(zipped(files), [at("D3")]), drawing)
    assert ours == [[4, 15, 1, 10, 6, 15, ours[0][6], ours[0][7]]]
    assert ours[0][6] > 6
    assert _anchors(mark(zipped(files), [at("E5")]), drawing)[0] == [4, 15, 1, 10, 6, 15, 3, 4]
    assert _anchors(mark(rich(), [at("D3")]), drawing)[0][6] > 6  # there was none


def _anchored(vml: etree._Element, anchor: str) -> None:
    """As Excel writes a note; openpyxl leaves the anchor out."""
    excel = "{urn:schemas-microsoft-com:office:excel}"
    data = next(vml.iter(f"{excel}ClientData"))
    etree.SubElement(data, f"{excel}Anchor").text = anchor


def _anchors(content: bytes, drawing: str) -> list[list[int]]:
    """Left, top, right and bottom of each box: column or row, and pixels in it."""
    found = re.findall(r":Anchor[^>]*>([\d, ]+)<", parts(content)[drawing].decode())
    return [[int(number) for number in anchor.split(",")] for anchor in found]


def test_a_thread_is_left_alone_and_its_cell_coloured_and_listed() -> None:
    content = mark(rich(), [at("C4")])
    before, after = parts(rich()), parts(content)
    for name in ("xl/comments/comment1.xml", "xl/threads/t1.xml", "xl/persons/person.xml"):
        assert after[name] == before[name]
    assert fill(content, "Ärenden", "C4") == LIGHT[Level.FEL]
    assert loaded(content)["Att åtgärda"]["C6"].value == "C4"
    assert loaded(content)["Ärenden"]["C4"].comment.author == THREAD


def test_a_box_is_as_high_as_its_text_needs_also_over_hidden_and_high_rows() -> None:
    book = openpyxl.Workbook()
    book.active.row_dimensions[3].height = 400
    for row in range(10, 30):
        book.active.row_dimensions[row].hidden = True
    content = mark(saved(book), [at("A3", sheet="Sheet"), at("A10", sheet="Sheet")])
    high, hidden = _anchors(content, "xl/drawings/vmlDrawing1.vml")
    assert (high[2], high[6]) == (1, 2)
    assert hidden[2] == 8
    assert hidden[6] > 29


def test_form_controls_in_the_drawing_are_kept_though_their_xml_is_broken() -> None:
    """Excel 2007 wrote `<br>` without an end into the label of a control."""
    control = (
        '<v:shape id="_x0000_s1030" type="#_x0000_t201" style="position:absolute">'
        "<v:textbox><div>Klar<br>nu</div></v:textbox>"
        '<x:ClientData ObjectType="Checkbox"><x:Row>2</x:Row><x:Column>2</x:Column>'
        "</x:ClientData></v:shape>"
    )
    files = Parts(parts(rich()))
    drawing = "xl/drawings/commentsDrawing1.vml"
    end = re.search(r"</\w*:?xml>\s*$", files[drawing].decode())
    assert end is not None
    text = files[drawing].decode()[: end.start()]
    spaces = 'xmlns:v="urn:schemas-microsoft-com:vml" '
    spaces += 'xmlns:x="urn:schemas-microsoft-com:office:excel"'
    files[drawing] = (text + control.replace("<v:shape ", f"<v:shape {spaces} ") + end[0]).encode()
    content = mark(zipped(files), [LAGBRIST])
    vml = parts(content)[drawing].decode()
    assert "Klar<br/>nu" in vml
    assert len(re.findall(r'ObjectType="Note"', vml)) == 3
    ids = re.findall(r'id="(_x0000_s\d+)"', vml)
    assert len(set(ids)) == len(ids) == 4


def test_a_new_drawing_has_its_own_numbers_and_stands_in_its_place_in_the_sheet() -> None:
    files = parts(marked())
    for sheet in ("Sammanträde", "Bo's blad"):
        order = [etree.QName(e).localname for e in etree.fromstring(files[SHEETS[sheet]])]
        assert order.index("legacyDrawing") == len(order) - 1
    drawings = [name for name in files if name.endswith(".vml")]
    blocks = [re.findall(rb'idmap[^>]*data="(\d+)"', files[name]) for name in drawings]
    assert len(blocks) == 3
    assert len({tuple(block) for block in blocks}) == 3


# Files of other programs.


def test_prefixes_and_kinds_of_targets_are_not_relied_on() -> None:
    files = Parts(parts(one_sheet(A1="a", C1="c")))
    for name in ("xl/workbook.xml", "xl/styles.xml", SHEETS["Sammanträde"]):
        text = re.sub(r"<(/?)(?![\w.]+:)(\w)", r"<\1x:\2", files[name].decode())
        text = re.sub(r"<\?x:", "<?", text).replace('xmlns="', 'xmlns:x="')
        files[name] = text.encode()
    rels = "xl/_rels/workbook.xml.rels"
    files[rels] = files[rels].replace(b'Target="/xl/', b'Target="./')
    content = mark(zipped(files), [at("B1"), at("A1")])
    assert set(notes(content, "Ärenden")) == {"A1", "B1"}
    assert fill(content, "Ärenden", "B1") == LIGHT[Level.FEL]
    assert mark(content, [at("B1"), at("A1")]) == content


def test_a_lean_workbook_without_styles_and_windows_is_marked() -> None:
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relation = f'<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{OFFICE}/'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/s.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'{relation}officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Ärenden" sheetId="7" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{relation}worksheet" Target="s.xml"/></Relationships>',
        "xl/s.xml": f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
    }
    content = mark(zipped({name: text.encode() for name, text in files.items()}), [at("B2")])
    assert set(notes(content, "Ärenden")) == {"B2"}
    assert fill(content, "Ärenden", "B2") == LIGHT[Level.FEL]


def test_a_workbook_with_macros_keeps_them() -> None:
    files = Parts(parts(rich()))
    files.exchange(
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    files.put("xl/vbaProject.bin", b"\xd0\xcf makro", "application/vnd.ms-office.vbaProject")
    office = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    files.relate("xl/workbook.xml", "rId99", office, "vbaProject.bin")
    after = parts(mark(zipped(files), [FEL]))
    assert after["xl/vbaProject.bin"] == files["xl/vbaProject.bin"]
    assert b"macroEnabled" in after["[Content_Types].xml"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "lösenord"),
        (b"Nr;Rubrik\n1;Val", "ingen Excel-arbetsbok"),
        (zipped({"content.xml": b"<x/>"}), "ingen Excel-arbetsbok"),
        (lambda: rich()[: len(rich()) // 2], "skadad"),
        (lambda: rich().replace(b"PK\3\4", b"PK\3\5", 1), "skadad"),
        (lambda: _strict(), "Strict Open XML"),
        (lambda: _binary(), "xlsb"),
        (lambda: _without("xl/worksheets/sheet2.xml"), "saknas"),
        (lambda: _broken("xl/worksheets/sheet2.xml"), "skadad"),
    ],
)
def test_a_file_that_cannot_be_marked_is_refused_with_what_to_do(
    content: object, reason: str
) -> None:
    given = content() if callable(content) else content
    assert isinstance(given, bytes)
    with pytest.raises(DataError) as refused:
        mark(given, ALLA, file="möte.xlsx")
    assert refused.value.finding.code == "GEN-1401"
    assert reason in refused.value.finding.message
    assert "möte.xlsx" in refused.value.finding.message


def _strict() -> bytes:
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    return zipped(
        {
            name: part.replace(OFFICE.encode(), strict.encode())
            for name, part in parts(rich()).items()
        }
    )


def _binary() -> bytes:
    files = Parts(parts(rich()))
    name = "[Content_Types].xml"
    files[name] = re.sub(
        rb"application/vnd[^\"]*sheet\.main\+xml",
        b"application/vnd.ms-excel.sheet.binary.macroEnabled.main",
        files[name],
    )
    return zipped(files)


def _without(name: str) -> bytes:
    files = parts(rich())
    del files[name]
    return zipped(files)


def _broken(name: str) -> bytes:
    return zipped({**parts(rich()), name: b"<worksheet>"})


# Marking what is marked.


def test_marking_a_marked_copy_again_changes_nothing() -> None:
    assert mark(marked(), ALLA, file="möte.xlsx") == marked()


def test_other_marks_take_the_place_of_the_old_ones() -> None:
    again, once = mark(marked(), [at("D3")]), mark(rich(), [at("D3")])
    assert _seen(again) | _FORGOTTEN == _seen(once) | _FORGOTTEN
    assert set(parts(again)) == set(parts(once))


def test_without_marks_the_copy_looks_as_the_workbook_did() -> None:
    everywhere = [
        at(f"{column}{row}", level, sheet)
        for sheet in SHEETS
        for column in "ABCDG"
        for row, level in zip((1, 2, 3, 9), Level, strict=True)
    ]
    cleaned = mark(mark(rich(), everywhere), [])
    seen = {place: look for place, look in _seen(cleaned).items() if place[0] != "Att åtgärda"}
    assert seen | _FORGOTTEN == _seen(rich()) | _FORGOTTEN
    assert set(parts(cleaned)) - set(parts(rich())) == {"xl/worksheets/sheet5.xml"}


_FORGOTTEN = {("Sammanträde", "B3"): ()}
"""A gradient: the one kind of fill that another cannot remember."""


def _seen(content: bytes) -> dict[tuple[str, str], tuple[object, ...]]:
    """Every cell that says or shows something, as it is read."""
    out = {}
    for sheet in loaded(content).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            note = cell.comment.text if cell.comment else ""
            color = cell.font.color
            ink = None if color is None else (color.type, color.value)
            solid = cell.fill.fill_type == "solid"
            look = (cell.fill.fill_type, cell.fill.fgColor.value if solid else None)
            if cell.value is not None or note or look[0]:
                out[sheet.title, cell.coordinate] = (str(cell.value), note, look, ink)
    return out


def test_words_that_the_user_put_after_gens_note_are_kept() -> None:
    files = Parts(parts(mark(rich(), [FEL])))
    files.exchange("xl/comments1.xml", "Kod: GEN-1201", "Kod: GEN-1201\nFrågat Anna.")
    again = mark(zipped(files), [])
    assert notes(again, "Sammanträde") == {"B3": "\nFrågat Anna."}


def test_the_list_is_known_also_under_another_name_and_a_users_own_is_kept() -> None:
    book = loaded(rich())
    book["Bo's blad"].title = "Att åtgärda"
    own = saved(book)
    content = mark(own, [FEL])
    assert loaded(content).sheetnames[0] == "Att åtgärda 2"
    assert loaded(mark(content, [FEL])).sheetnames == loaded(content).sheetnames
    assert loaded(content)["Att åtgärda"]["A1"].value == "Anteckning"


# Colours that can be read.


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, 1.4.3."""

    def light(rgb: str) -> float:
        parts = [int(rgb[i : i + 2], 16) / 255 for i in (2, 4, 6)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(share * p for share, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("level", Level)
def test_text_can_be_read_on_every_colour(level: Level) -> None:
    assert _contrast("FF000000", LIGHT[level]) > 14
    assert _contrast("FF0563C1", LIGHT[level]) > 4.5  # a link
    assert _contrast("FFFFFFFF", DARK[level]) > 6


def test_white_text_gets_a_dark_colour_under_it() -> None:
    content = mark(rich(), [at("A1", Level.VARNING, "Sammanträde")])
    assert fill(content, "Sammanträde", "A1") == DARK[Level.VARNING]
    font = loaded(content)["Sammanträde"]["A1"].font
    assert repr(font) == repr(loaded(rich())["Sammanträde"]["A1"].font)


def test_a_header_that_the_table_style_makes_white_gets_dark_text() -> None:
    cell = loaded(mark(rich(), [at("C2", Level.VARNING)]))["Ärenden"]["C2"]
    assert _contrast(cell.font.color.rgb, cell.fill.fgColor.rgb) > 12
    assert cell.font.name == loaded(rich())["Ärenden"]["C2"].font.name


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ({"rgb": "FFFFFFFF"}, True),
        ({"rgb": "FFFF0000"}, False),
        ({"theme": 0}, True),
        ({"theme": 0, "tint": -0.5}, False),
        ({"theme": 1}, False),
        ({"indexed": 9}, True),
        ({"indexed": 8}, False),
        ({"auto": True}, False),
    ],
)
def test_the_colour_follows_the_text_however_that_is_coloured(
    colour: dict[str, object], light: bool
) -> None:
    book = openpyxl.Workbook()
    book.active["A1"].font = Font(color=openpyxl.styles.Color(**colour))
    content = mark(saved(book), [at("A1", sheet="Sheet")])
    assert fill(content, "Sheet", "A1") == (DARK if light else LIGHT)[Level.FEL]


# Any cells.

CELLS = st.builds(
    lambda column, row, level: at(f"{column}{row}", level),
    st.sampled_from("ABCDEFGHZ"),
    st.integers(1, 12),
    st.sampled_from(Level),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(CELLS, max_size=12), st.lists(CELLS, max_size=12))
def test_whatever_is_marked_all_other_cells_stay(first: list[Mark], second: list[Mark]) -> None:
    before = _cells(_small())
    for content, marks in (
        (once := mark(_small(), first), first),
        (mark(once, second), second),
    ):
        after, concerned = _cells(content), {m.cell for m in marks}
        assert {r: c for r, c in after.items() if r not in concerned} == {
            r: c for r, c in before.items() if r not in concerned
        }
        assert concerned <= set(after)
        assert set(notes(content, "Ärenden")) == concerned | {"B2"}
        sheet = loaded(content)["Ärenden"]
        for ref in concerned:
            worst = min((m.level for m in marks if m.cell == ref), key=list(Level).index)
            assert sheet[ref].fill.fgColor.rgb == LIGHT[worst]


@functools.cache
def _small() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Ärenden"
    for row in (1, 2, 5, 9):
        for column in (1, 2, 4, 7):
            cell = sheet.cell(row, column, f"{row}:{column}")
            if column == 4:
                cell.fill = PatternFill("solid", fgColor="FFFFFF00")
    sheet["B2"].comment = Comment("Min egen.", "Siv Sand")
    sheet["H5"] = "=A1&B2"
    return saved(book)


def _cells(content: bytes) -> dict[str, bytes]:
    """The cells as XML, with the look of their format and not its number."""
    files = parts(content)
    name = next(n for n in files if n.endswith("/sheet1.xml"))
    formats = etree.fromstring(files["xl/styles.xml"]).find(f"{S}cellXfs")
    fills = etree.fromstring(files["xl/styles.xml"]).find(f"{S}fills")
    out = {}
    for cell in etree.fromstring(files[name]).iter(f"{S}c"):
        xf = formats[int(cell.attrib.pop("s", 0))]
        colour = fills[int(xf.get("fillId"))].find(f".//{S}fgColor")
        look = b"" if colour is None else canonical(colour)
        out[cell.get("r")] = canonical(cell) + look
    return out


# The zip.


def test_a_package_that_nobody_changes_is_written_as_it_was_read() -> None:
    assert lying(package.write(package.read(rich()))) == lying(rich())


def test_a_part_taken_away_takes_with_it_what_hung_on_it_alone() -> None:
    book = package.read(rich())
    book.detach(book.main, SHEETS["Ärenden"])
    left = set(parts(package.write(book)))
    gone = set(parts(rich())) - left
    assert {"xl/drawings/drawing1.xml", "xl/charts/chart1.xml", "xl/media/image1.png"} < gone
    assert {"xl/styles.xml", "xl/sharedStrings.xml", "xl/persons/person.xml"} < left
    types = parts(package.write(book))["[Content_Types].xml"].decode()
    assert not [name for name in gone if f'"/{name}"' in types]


def test_a_zip_with_data_descriptors_is_read() -> None:
    """As programs write that do not go back in the file (Java, LibreOffice)."""

    class Forward(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: Iterable[int]) -> int:  # type: ignore[override]
            self.data.extend(data)
            return len(bytes(data))

    forward = Forward()
    with zipfile.ZipFile(forward, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts(rich()).items():
            archive.writestr(name, part)
    assert parts(package.write(package.read(bytes(forward.data)))) == parts(rich())


# In LibreOffice.


def through_calc(content: bytes, folder: Path, kind: str = "xlsx") -> Path:
    """The file as LibreOffice opens and saves it."""
    program = soffice.find(os.environ)
    assert program is not None
    source = folder / "kopia.xlsx"
    source.write_bytes(content)
    profile = (folder / "profil").as_uri()
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind]
    command += ["--outdir", folder / "ut", source]
    for _ in range(2):  # with a new profile it makes that and asks to be started again
        subprocess.run(command, check=False, capture_output=True, timeout=60)
    return folder / "ut" / f"kopia.{kind.partition(':')[0]}"


@pytest.mark.behover("libreoffice")
def test_calc_shows_the_notes_on_the_right_cells_and_gen_knows_them_again(tmp_path: Path) -> None:
    calc = through_calc(mark(rich(), [*ALLA, at("D3")], file="möte.xlsx"), tmp_path).read_bytes()
    for sheet, cells in (("Sammanträde", {"B3"}), ("Ärenden", {"C3", "D3", "C4"})):
        assert set(notes(calc, sheet)) == cells
    assert notes(calc, "Ärenden")["C3"].startswith("gen: Lagbrist\nDen jävige deltog.")
    assert fill(calc, "Sammanträde", "B3") == LIGHT[Level.FEL]
    sheet = loaded(calc)["Att åtgärda"]
    assert "Bo''s blad" in sheet["C11"].hyperlink.location

    again = mark(calc, [at("E5")])
    assert notes(again, "Sammanträde") == {}
    assert set(notes(again, "Ärenden")) == {"D3", "C4", "E5"}
    assert notes(again, "Ärenden")["D3"] == NOTE
    assert fill(again, "Sammanträde", "B3") == ""
    assert loaded(again).sheetnames == ["Att åtgärda", *SHEETS]
