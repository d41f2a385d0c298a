"""A workbook with all that openpyxl would lose, made of parts: no file from elsewhere.

`rich()` is a meeting as somebody has worked on it in Excel for years: newer dropdowns, a thread, a
note, formatted text, a picture, a text box, a chart, a table, cached formulas, names, print titles.
"""

from __future__ import annotations

import functools
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

import openpyxl
from lxml import etree
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, GradientFill, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THREAD = "tc={6C2B1A5E-0D4F-4B7A-9C61-2F9F5A3C7E11}"
NOTE = "Ring Dan innan detta går ut."

_2017 = "http://schemas.microsoft.com/office/2017/10/relationships"
_2018 = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_SML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

_IGNORABLE = """<worksheet mc:Ignorable="x14ac xr"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"
 xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"
 xr:uid="{00000000-0001-0000-0000-000000000000}" """
_X14 = f"""<extLst xmlns="{MAIN}"><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}"
 xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">
<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">
<x14:dataValidation type="list" allowBlank="1" showInputMessage="1">
<x14:formula1><xm:f>Listor!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>D3:D40</xm:sqref>
</x14:dataValidation></x14:dataValidations></ext></extLst>"""
_RICH = f"""<si xmlns="{MAIN}"><r><rPr><b/><sz val="11"/><rFont val="Calibri"/></rPr><t>Köp</t></r>
<r><t xml:space="preserve"> av Kv. Länken</t></r></si>"""
_SHAPES = f"""<list xmlns="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{OFFICE}">
<twoCellAnchor><from><col>9</col><colOff>0</colOff><row>1</row><rowOff>0</rowOff></from>
<to><col>11</col><colOff>0</colOff><row>4</row><rowOff>0</rowOff></to>
<sp macro="" textlink=""><nvSpPr><cNvPr id="90" name="Textruta"/><cNvSpPr txBox="1"/></nvSpPr>
<spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></spPr>
<txBody><a:bodyPr/><a:p><a:r><a:t>Glöm inte expedieringen!</a:t></a:r></a:p></txBody></sp>
<clientData/></twoCellAnchor>
<oneCellAnchor><from><col>12</col><colOff>0</colOff><row>1</row><rowOff>0</rowOff></from>
<ext cx="95250" cy="95250"/><pic><nvPicPr><cNvPr id="91" name="Vapen"/><cNvPicPr/></nvPicPr>
<blipFill><a:blip r:embed="rId91"/><a:stretch><a:fillRect/></a:stretch></blipFill>
<spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></spPr></pic><clientData/></oneCellAnchor>
</list>"""


def parts(content: bytes) -> dict[str, bytes]:
    """The files of the zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def lying(content: bytes) -> dict[str, tuple[object, ...]]:
    """The files of the zip as they lie in it: packed bytes, method, sum, date, attributes."""
    out = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            name, extra = struct.unpack_from("<2H", content, info.header_offset + 26)
            start = info.header_offset + 30 + name + extra
            packed = content[start : start + info.compress_size]
            look = (info.compress_type, info.CRC, info.date_time, info.external_attr)
            out[info.filename] = (packed, *look)
    return out


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files, dated as a program would."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in files.items():
            info = zipfile.ZipInfo(name, (2023, 3, 6, 13, 0, 0))
            info.compress_type = (
                zipfile.ZIP_STORED if name.endswith("png") else zipfile.ZIP_DEFLATED
            )
            archive.writestr(info, part)
    return buffer.getvalue()


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def loaded(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content), rich_text=True)


def canonical(xml: bytes | etree._Element) -> bytes:
    root = etree.fromstring(xml) if isinstance(xml, bytes) else xml
    return etree.tostring(root, method="c14n", exclusive=True, with_tail=False)


class Parts(dict[str, bytes]):
    """The parts of a package, to be changed by hand as a test needs it."""

    def edit(self, name: str, change: Callable[[etree._Element], object]) -> None:
        """Change the tree of a part."""
        root = etree.fromstring(self[name])
        change(root)
        self[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def exchange(self, name: str, old: str, new: str) -> None:
        """Exchange words of a part, which must be there."""
        text = self[name].decode()
        assert old in text, f"{old!r} is not in {name}"
        self[name] = text.replace(old, new).encode()

    def put(self, name: str, content: str | bytes, kind: str) -> None:
        """A new part of that content type."""
        self[name] = content if isinstance(content, bytes) else content.encode()
        attributes = {"PartName": f"/{name}", "ContentType": kind}
        self.edit(
            "[Content_Types].xml",
            lambda root: etree.SubElement(root, f"{{{_TYPES}}}Override", attributes),
        )

    def relate(self, source: str, number: str, kind: str, target: str, mode: str = "") -> None:
        """A relation from a part, whose relations part is made if there is none."""
        folder, _, leaf = source.rpartition("/")
        name = f"{folder}/_rels/{leaf}.rels"
        self.setdefault(name, f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        attributes = {"Id": number, "Type": kind, "Target": target}
        if mode:
            attributes["TargetMode"] = mode
        self.edit(
            name, lambda root: etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", attributes)
        )


@functools.cache
def rich() -> bytes:
    """See the head of this module. `Ärenden` is the second sheet, the one in front when saved."""
    files = Parts(parts(saved(_book())))
    sheet, book = "xl/worksheets/sheet2.xml", "xl/workbook.xml"
    strings = "xl/sharedStrings.xml"
    if strings not in files:  # openpyxl of later versions writes the texts into the cells
        files.put(strings, f'<sst xmlns="{MAIN}"/>', f"{_SML}.sharedStrings+xml")
        files.relate(book, "rId90", f"{OFFICE}/sharedStrings", "sharedStrings.xml")
    files.edit(strings, lambda root: root.append(etree.fromstring(_RICH)))
    number = len(etree.fromstring(files[strings])) - 1
    files.edit(sheet, lambda root: _as_excel(root, number))
    files.exchange(sheet, "<worksheet ", _IGNORABLE)
    files.exchange(sheet, '<row r="3"', '<row x14ac:dyDescent="0.25" r="3"')

    files.put(
        "xl/threads/t1.xml",
        f'<ThreadedComments xmlns="{_2018}"><threadedComment ref="C4" dT="2023-03-01T09:00:00.00" '
        f'personId="{{AAAAAAAA-0000-0000-0000-000000000001}}" id="{THREAD[3:]}">'
        "<text>Ska den vara kvar?</text></threadedComment></ThreadedComments>",
        "application/vnd.ms-excel.threadedcomments+xml",
    )
    files.relate(sheet, "rId91", f"{_2017}/threadedComment", "/xl/threads/t1.xml")
    files.put(
        "xl/persons/person.xml",
        f'<personList xmlns="{_2018}"><person displayName="Siv Sand" '
        'id="{AAAAAAAA-0000-0000-0000-000000000001}" userId="siv" providerId="None"/></personList>',
        "application/vnd.ms-excel.person+xml",
    )
    files.relate(book, "rId91", f"{_2017}/person", "persons/person.xml")

    drawing = "xl/drawings/drawing1.xml"
    files.edit(drawing, lambda root: root.extend(etree.fromstring(_SHAPES)))
    files.put("xl/media/image1.png", _png(), "image/png")
    files.relate(drawing, "rId91", f"{OFFICE}/image", "../media/image1.png")

    files.put(
        "xl/calcChain.xml",
        f'<calcChain xmlns="{MAIN}"><c r="G3" i="2"/><c r="G4" i="2"/></calcChain>',
        f"{_SML}.calcChain+xml",
    )
    files.relate(book, "rId92", f"{OFFICE}/calcChain", "calcChain.xml")

    external = "xl/externalLinks/externalLink1.xml"
    files.put(
        external,
        f'<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{OFFICE}" r:id="rId1"><sheetNames>'
        '<sheetName val="Blad1"/></sheetNames></externalBook></externalLink>',
        f"{_SML}.externalLink+xml",
    )
    files.relate(external, "rId1", f"{OFFICE}/externalLinkPath", "budget.xlsx", "External")
    files.relate(book, "rId93", f"{OFFICE}/externalLink", "externalLinks/externalLink1.xml")
    files.exchange(
        book,
        "<definedNames>",
        f'<externalReferences><externalReference xmlns:r="{OFFICE}" r:id="rId93"/>'
        "</externalReferences><definedNames>",
    )
    return zipped(files)


def _as_excel(sheet: etree._Element, rich_text: int) -> None:
    """What Excel writes into a sheet and openpyxl cannot."""
    cells = {cell.get("r"): cell for cell in sheet.iter(f"{S}c")}
    for child in list(cells["C3"]):
        cells["C3"].remove(child)
    cells["C3"].set("t", "s")
    etree.SubElement(cells["C3"], f"{S}v").text = str(rich_text)
    for ref, formula, value in (("G3", "LEN(C3)", "18"), ("G4", None, "25")):
        cells[ref].find(f"{S}v").text = value
        cells[ref].find(f"{S}f").text = formula
        cells[ref].find(f"{S}f").attrib.update({"t": "shared", "si": "0"})
    cells["G3"].find(f"{S}f").set("ref", "G3:G4")
    sheet.find(f"{S}sheetViews/{S}sheetView").set("tabSelected", "1")
    sheet.append(etree.fromstring(_X14))


def _book() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    form = book.active
    form.title = "Sammanträde"
    for row in (("Uppgift", "Värde"), ("Organ", "KSAU"), ("Sammanträdesdatum", "31/2 2023")):
        form.append(row)
    form["A1"].font = form["B1"].font = Font(bold=True, color="FFFFFFFF")
    form["A1"].fill = form["B1"].fill = PatternFill("solid", fgColor="FF1F3864")
    form["B2"].fill = PatternFill("solid", fgColor="FFE2EFDA")
    form["B3"].fill = GradientFill(stop=("FFFFFF", "DDDDDD"))
    form.column_dimensions["C"].fill = PatternFill("solid", fgColor="FFEEEEEE")
    form.column_dimensions["C"].width = 30
    form.print_title_rows = "1:1"

    sheet = book.create_sheet("Ärenden")
    rows = [
        ("Föredragningslista",),
        ("Nr", "§", "Rubrik", "Typ", "Utfall", "Dag", "Längd"),
        ("1", 50, "Köp av Kv. Länken", "Beslut", "Ja", None, "=LEN(C3)"),
        ("2", 51, "En motion om gratis kaffe", "Motion", "Nej", None, "=LEN(C4)"),
        ("3", None, "Val", None, None, None, "=LEN(C5)"),
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:G1")
    sheet.freeze_panes = "A3"
    sheet["C3"].alignment = Alignment(wrap_text=True, vertical="top")
    sheet["C3"].border = Border(bottom=Side("thin"))
    sheet["C3"].number_format = "@"
    table = Table(displayName="Arenden", ref="A2:G5")
    table.tableStyleInfo = TableStyleInfo("TableStyleMedium2", showRowStripes=True)
    sheet.add_table(table)
    sheet.conditional_formatting.add(
        "E3:E5", CellIsRule("equal", ['"Nej"'], fill=PatternFill(bgColor="FFFFC7CE"))
    )
    choice = DataValidation(type="list", formula1='"Ja,Nej"')
    choice.add("E3:E40")
    sheet.add_data_validation(choice)
    sheet["D3"].comment = Comment(NOTE, "Siv Sand", height=40, width=120)
    sheet["C4"].comment = Comment("[Kommentartråd]\n\nKommentar:\n    Ska den vara kvar?", THREAD)
    sheet.print_title_rows = "2:2"
    sheet.defined_names["Lokalt"] = DefinedName("Lokalt", attr_text="Ärenden!$A$3")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=5), titles_from_data=True)
    sheet.add_chart(chart, "I8")
    sheet.row_dimensions[4].hidden = True

    book.create_sheet("Bo's blad")["A1"] = "Anteckning"
    lists = book.create_sheet("Listor")
    for row, word in enumerate(("Beslut", "Motion", "Val"), 1):
        lists.cell(row, 1, word)
    lists.sheet_state = "hidden"
    lists.auto_filter.ref = "A1:A3"
    book.defined_names["Alla"] = DefinedName("Alla", attr_text="Ärenden!$A$3:$A$5")
    book.active = 1
    return book


def _png() -> bytes:
    """One grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0\x80")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
