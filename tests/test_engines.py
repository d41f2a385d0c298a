"""The engines: each document gets its PDF or its own fault, and nothing is left running behind."""

from __future__ import annotations

import contextlib
import errno
import http.server
import io
import os
import re
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from gen import opc
from gen.building import Options, engine_for
from gen.errors import EngineError, UsageError
from gen.findings import Finding
from gen.opc import Package, Relation, W
from gen.pdf import intake, process, profile, soffice
from gen.pdf.contract import Engine, Fault
from gen.pdf.engines import available, choose
from gen.pdf.inbyggd import Inbyggd
from gen.pdf.libreoffice import LibreOffice
from gen.pdf.mend import mend
from gen.workbook import example, new
from gen.workbook.glance import motor

XMLNS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LOREM = (
    "Kommunstyrelsens arbetsutskott föreslår att kommunstyrelsen beslutar att föreslå "
    "kommunfullmäktige besluta att avslå motionen med hänvisning till vad som redovisats. "
)
GARBAGE = b"inte alls ett Word-dokument " * 50


def p(text: str, ppr: str = "") -> str:
    """A paragraph; a tab in the text is a tab."""
    return f"<w:p><w:pPr>{ppr}</w:pPr>{r(text)}</w:p>"


def r(text: str, rpr: str = "") -> str:
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{t}</w:t>' for t in text.split("\t"))
    return f"<w:r><w:rPr>{rpr}</w:rPr>{pieces}</w:r>"


def field(instruction: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{mark('begin')}{code}{mark('separate')}<w:r><w:t>1</w:t></w:r>{mark('end')}"


def picture(**source: str) -> str:
    """A paragraph with a picture, `embed`ded or `link`ed by the id of its relation."""
    ((how, number),) = source.items()
    return (
        "<w:p><w:r><w:drawing><wp:inline xmlns:wp="
        '"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="b"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<p:pic xmlns:p="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<p:nvPicPr><p:cNvPr id="1" name="b"/><p:cNvPicPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:{how}="{number}"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr>'
        "</p:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def style(key: str, ppr: str = "", rpr: str = "", *, name: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name or key}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>'
    )


def docx(
    body: str,
    *,
    font: str = 'w:ascii="Arial" w:hAnsi="Arial"',
    styles: str = "",
    top: int = 2268,
    related: Mapping[str, str] | None = None,
    outside: Mapping[str, Relation] | None = None,
) -> bytes:
    """A Word file. `related`: the XML inside of its header, footer or numbering, whole a theme."""
    parts, types, relations, references = {}, {}, {}, ""
    roots = {"header": "hdr", "footer": "ftr", "numbering": "numbering"}
    for kind, inside in (related or {}).items():
        name = f"word/{kind}.xml"
        root = roots.get(kind)
        parts[name] = (f"<w:{root} {XMLNS}>{inside}</w:{root}>" if root else inside).encode()
        types[name] = f"{WORD}.{kind}+xml".replace("wordprocessingml.theme", "theme")
        relations[kind] = Relation(kind, name)
        if kind in ("header", "footer"):
            references += f'<w:{kind}Reference w:type="default" r:id="{kind}"/>'
    parts["word/styles.xml"] = (
        f"<w:styles {XMLNS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {font}/>"
        '<w:sz w:val="22"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:pPr><w:spacing w:after="120" w:line="300" w:lineRule="exact"/></w:pPr></w:style>'
        f"{styles}</w:styles>"
    ).encode()
    types["word/styles.xml"] = f"{WORD}.styles+xml"
    relations["styles"] = Relation("styles", "word/styles.xml")
    parts["word/document.xml"] = (
        f"<w:document {XMLNS}><w:body>{body}<w:sectPr>{references}"
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="1418" '
        'w:bottom="1418" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    ).encode()
    types["word/document.xml"] = f"{WORD}.document.main+xml"
    main = Relation("officeDocument", "word/document.xml")
    relations |= outside or {}
    return opc.write(Package(parts, types, {"": {"r1": main}, "word/document.xml": relations}))


def damaged() -> bytes:
    """A Word file whose text stops in the middle."""
    package = opc.read(docx(p("Första") + p("Andra")))
    text = package.parts[package.main]
    package.parts[package.main] = text[: text.index(b"Andra")]
    return opc.write(package)


def pages(pdf: bytes | Fault) -> list[str]:
    """The text of each page, blanks as one."""
    assert isinstance(pdf, bytes), pdf
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def code(result: bytes | Fault) -> str:
    assert isinstance(result, Fault)
    return result.finding.code


def codes(notes: object) -> list[str]:
    assert isinstance(notes, list)
    return [note.code for note in notes if isinstance(note, Finding)]


def draw(*documents: bytes) -> list[bytes | Fault]:
    with Inbyggd() as engine:
        return engine.convert(documents)


def running(marker: str) -> dict[int, str]:
    """The processes whose command line holds `marker`, by their numbers."""
    if sys.platform == "linux":  # `ps` is not on every machine
        lines = {}
        for place in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                lines[int(place.parent.name)] = place.read_text(errors="replace")
    else:
        listed = subprocess.check_output(["ps", "-axww", "-o", "pid=,command="], text=True)
        lines = {int(line.split()[0]): line for line in listed.splitlines()}
    return {
        pid: line.replace("\0", " ")
        for pid, line in lines.items()
        if marker in line.replace("\0", " ")
    }


def wait_for(happened: Callable[[], bool]) -> bool:
    """Whether it happens within a few seconds: the kernel tells nobody when a process is gone."""
    deadline = time.monotonic() + 5
    while not happened() and time.monotonic() < deadline:
        time.sleep(0.01)
    return happened()


def gone(marker: str) -> bool:
    return wait_for(lambda: not running(marker))


def program(folder: Path, script: str) -> Path:
    """A fake LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(scope="module")
def libreoffice() -> Iterator[Engine]:
    with choose("libreoffice") as engine:
        yield engine


@pytest.fixture(params=["libreoffice", "inbyggd"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "libreoffice":
        yield request.getfixturevalue("libreoffice")
        return
    with choose("inbyggd") as built_in:
        yield built_in


@pytest.fixture
def real() -> Path:
    found = soffice.find(os.environ)
    assert found is not None
    return found


# --- what both engines must do


@pytest.mark.behover("libreoffice")
def test_every_document_gets_its_pdf_in_order_and_a_bad_one_harms_no_other(engine: Engine) -> None:
    documents = [docx(p("ett")), GARBAGE, docx(p("två")), b"", damaged(), docx(p("tre"))]
    first, garbage, second, empty, broken, third = engine.convert(documents)
    assert [pages(pdf) for pdf in (first, second, third)] == [["ett"], ["två"], ["tre"]]
    assert [code(fault) for fault in (garbage, empty, broken)] == [
        "GEN-5008",
        "GEN-5007",
        "GEN-5006",
    ]
    assert len(engine.notes) == len(documents)


@pytest.mark.behover("libreoffice")
def test_nothing_in_gives_nothing_out(engine: Engine) -> None:
    assert engine.convert([]) == []
    assert list(engine.notes) == []


@pytest.mark.behover("libreoffice")
def test_an_engine_says_what_made_the_pdf(engine: Engine) -> None:
    assert re.fullmatch(r"\d+(\.\d+)+", engine.version)
    again = choose(engine.name)
    assert (again.name, again.version, again.fonts) == (engine.name, engine.version, engine.fonts)
    assert engine.fonts


@pytest.mark.behover("libreoffice")
def test_what_word_shows_otherwise_is_told_of_its_document(engine: Engine) -> None:
    tracked = '<w:p><w:ins w:id="1" w:author="a">' + r("nytt") + "</w:ins></w:p>"
    odd = docx(p("Text"), font='w:ascii="Garamond" w:hAnsi="Garamond"')
    engine.convert([docx(p("a")), docx(tracked), docx(f"<w:p>{field('DATE')}</w:p>"), odd])
    told = [codes(notes) for notes in engine.notes]
    assert told == [[], ["GEN-5011"], ["GEN-5012"], ["GEN-5010"]]
    assert "Garamond" in engine.notes[3][0].message


@pytest.mark.behover("libreoffice")
def test_a_font_with_a_twin_of_the_same_widths_is_not_told(engine: Engine) -> None:
    fonts = [f'w:ascii="{name}" w:hAnsi="{name}"' for name in ("Arial", "Calibri")]
    engine.convert([docx(p("Text"), font=font) for font in fonts])
    assert [codes(notes) for notes in engine.notes] == [[], []]


@pytest.mark.behover("libreoffice")
def test_nothing_is_fetched_from_the_net(engine: Engine) -> None:
    asked: list[str] = []

    class Listen(http.server.BaseHTTPRequestHandler):
        def parse_request(self) -> bool:
            asked.append(self.raw_requestline.decode())
            return False

        def log_message(self, format: str, *args: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listen) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/bild.png"
        link = {"bild": Relation("image", address, external=True)}
        (pdf,) = engine.convert([docx(picture(link="bild") + p("efter"), outside=link)])
        server.shutdown()
        thread.join()
    assert pages(pdf) == ["efter"]
    assert asked == []
    assert codes(engine.notes[0]) == ["GEN-5013"]


PROTOKOLL_STYLES = (
    style(
        "Rubrik1",
        '<w:keepNext/><w:spacing w:before="0" w:after="120"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="26"/>',
        name="heading 1",
    )
    + style("Attsats", '<w:ind w:left="567" w:hanging="567"/>')
    + style("Lista", '<w:numPr><w:numId w:val="1"/></w:numPr><w:contextualSpacing/>')
)
RIGHT = '<w:tabs><w:tab w:val="right" w:pos="8787"/></w:tabs>'
PAGE_OF_PAGES = f"{field('PAGE')}{r(' (')}{field('NUMPAGES')}{r(')')}</w:p>"
PROTOKOLL_PARTS = {
    "header": p("Lunds kommun\tSida ", RIGHT).replace("</w:p>", PAGE_OF_PAGES),
    "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:pStyle w:val="Lista"/><w:lvlText w:val="–"/><w:pPr>'
    '<w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
}


def protokoll() -> bytes:
    """Four §§ on pages of their own, with all that a protokoll is built of."""

    def row(*cells: str) -> str:
        width = '<w:tcPr><w:tcW w:w="2929" w:type="dxa"/></w:tcPr>'
        return f"<w:tr>{''.join(f'<w:tc>{width}{p(cell)}</w:tc>' for cell in cells)}</w:tr>"

    def of(style: str, text: str, more: str = "") -> str:
        return p(text, f'<w:pStyle w:val="{style}"/>{more}')

    grid = "<w:tblGrid>" + 3 * '<w:gridCol w:w="2929"/>' + "</w:tblGrid>"
    body = ""
    for number in range(1, 5):
        body += of("Rubrik1", f"§\u00a0{number} Motion", "<w:pageBreakBefore/>" * (number > 1))
        body += p(LOREM * (4 + 9 * number))
        body += of("Attsats", f"att\t{LOREM}") + of("Attsats", "att\tanse motionen besvarad.")
        body += "".join(of("Lista", f"Handling {n}, inkommen 2022-12-0{n}") for n in (1, 2, 3))
        rows = "".join(row(f"Ledamot {n}", "Partiet", "Ja") for n in range(3 * number))
        body += f"<w:tbl><w:tblPr><w:tblLayout w:type='fixed'/></w:tblPr>{grid}{rows}</w:tbl>"
        body += p("Paragrafen är justerad.")
    return docx(body, styles=PROTOKOLL_STYLES, related=PROTOKOLL_PARTS)


@pytest.mark.behover("libreoffice")
def test_both_engines_put_the_same_text_on_the_same_pages(libreoffice: Engine) -> None:
    theirs = pages(libreoffice.convert([protokoll()])[0])
    ours = pages(draw(protokoll())[0])
    assert len(theirs) > 4
    assert theirs[0].startswith(f"Lunds kommun Sida 1 ({len(theirs)})")
    assert ours == theirs


# --- LibreOffice


@pytest.mark.behover("libreoffice")
def test_the_raw_pdf_is_tagged_and_has_bookmarks_and_a_language(libreoffice: Engine) -> None:
    (pdf,) = libreoffice.convert([protokoll()])
    assert isinstance(pdf, bytes)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert bool(file.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in file.Root
        assert str(file.Root.Lang) == "sv-SE"
        assert b"<pdfaid:part>2</pdfaid:part>" in file.Root.Metadata.read_bytes()
        with file.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
    assert titles == [f"§\u00a0{n} Motion" for n in range(1, 5)]


@pytest.mark.behover("libreoffice")
def test_one_libreoffice_does_all_the_calls(real: Path) -> None:
    marker = f"gen-soffice-{os.getpid()}-"
    before = set(running(marker))
    with LibreOffice(real) as engine:
        assert wait_for(lambda: set(running(marker)) > before)
        started = set(running(marker)) - before
        for _ in range(2):
            assert pages(engine.convert([docx(p("hej"))])[0]) == ["hej"]
        assert set(running(marker)) - before == started


@pytest.mark.behover("libreoffice")
def test_a_libreoffice_that_dies_between_two_calls_is_started_again(real: Path) -> None:
    before = set(running(f"gen-soffice-{os.getpid()}-"))
    with LibreOffice(real) as engine:
        for pid in set(running(f"gen-soffice-{os.getpid()}-")) - before:
            os.kill(pid, signal.SIGKILL)
        assert pages(engine.convert([docx(p("ändå"))])[0]) == ["ändå"]


@pytest.mark.behover("libreoffice")
def test_a_profile_that_libreoffice_has_to_make_ready_itself_costs_a_restart_only(
    real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile, "_build_id", lambda program: "")
    with LibreOffice(real) as engine:
        assert pages(engine.convert([docx(p("hej"))])[0]) == ["hej"]


@pytest.mark.behover("libreoffice")
def test_a_document_that_hangs_libreoffice_is_given_up_and_the_other_is_made(
    real: Path, tmp_path: Path
) -> None:
    hangs = f'case "$*" in *000001.docx*) exec sleep 60;; esac\nexec "{real}" "$@"'
    with LibreOffice(program(tmp_path, hangs), patience=3) as engine:
        made, hung = engine.convert([docx(p("ett")), docx(p("två"))])
    assert pages(made) == ["ett"]
    assert code(hung) == "GEN-5005"


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param("exit 1", "GEN-5003", id="dies"),
        pytest.param("exit 0", "GEN-5003", id="gives nothing"),
        pytest.param("exit 81", "GEN-5003", id="wants to be restarted for ever"),
        pytest.param("sleep 60", "GEN-5004", id="does not answer"),
    ],
)
def test_a_libreoffice_that_does_not_work_is_told_with_a_cure(
    script: str, expected: str, tmp_path: Path
) -> None:
    fake = program(tmp_path, script)
    with LibreOffice(fake, patience=0.3, proof=0.3) as engine, pytest.raises(EngineError) as raised:
        engine.convert([docx(p("hej"))])
    assert raised.value.finding.code == expected
    assert str(fake) in raised.value.finding.message
    assert "--motor inbyggd" in raised.value.finding.expected
    assert gone(str(fake))


def test_a_libreoffice_that_hangs_costs_at_most_twice_the_patience_and_the_message_says_how_long(
    tmp_path: Path,
) -> None:
    patience = 2.0
    began = time.monotonic()
    with LibreOffice(
        program(tmp_path, "sleep 60"), patience=patience, proof=patience / 2
    ) as engine:
        with pytest.raises(EngineError) as raised:
            engine.convert([docx(p("hej"))])
        waited = time.monotonic() - began
    assert patience < waited <= 2 * patience
    told = re.search(r"inom (\d+) sekunder", raised.value.finding.message)
    assert told is not None
    assert int(told[1]) <= waited < int(told[1]) + 1


def test_documents_that_all_hang_a_libreoffice_do_not_each_take_their_time(tmp_path: Path) -> None:
    """After the first that hangs alone it is asked whether it still works at all."""
    began = time.monotonic()
    with LibreOffice(program(tmp_path, "sleep 60"), patience=1, proof=0.5) as engine:
        engine._proven = True  # it has made something before
        with pytest.raises(EngineError):
            engine.convert([docx(p(str(number))) for number in range(5)])
    assert time.monotonic() - began < 3


def test_a_program_that_hangs_has_no_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soffice, "_PATIENCE", 0.2)
    assert soffice.version(program(tmp_path, "exec sleep 60")) == "okänd"


def test_a_libreoffice_that_cannot_be_started_is_told_with_a_cure(tmp_path: Path) -> None:
    fake = tmp_path / "soffice.bin"
    fake.write_bytes(b"\x7fELF men inte riktigt")
    fake.chmod(0o755)
    with pytest.raises(EngineError) as raised, LibreOffice(fake):
        raise AssertionError("it must not start")
    assert raised.value.finding.code == "GEN-5003"
    assert raised.value.exit_code == 3


# --- nothing is left behind


@pytest.mark.behover("libreoffice")
@pytest.mark.parametrize("ending", [None, RuntimeError("mitt i"), KeyboardInterrupt()])
def test_no_libreoffice_and_no_folder_is_left_when_the_work_ends(
    ending: BaseException | None,
) -> None:
    marker = f"gen-soffice-{os.getpid()}-"
    before = set(running(marker)), set(Path(tempfile.gettempdir()).glob(f"{marker}*"))
    with contextlib.suppress(RuntimeError, KeyboardInterrupt), choose("libreoffice"):
        # In the midst of exec, a process has no command line yet.
        assert wait_for(lambda: set(running(marker)) > before[0])
        if ending is not None:
            raise ending
    assert set(running(marker)) == before[0]
    assert set(Path(tempfile.gettempdir()).glob(f"{marker}*")) == before[1]


@pytest.mark.behover("libreoffice")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=lambda s: s.name)
def test_a_gen_that_is_killed_takes_libreoffice_with_it_and_the_next_one_cleans_up(
    number: signal.Signals, tmp_path: Path
) -> None:
    script = """
        import sys, threading
        from gen.pdf.engines import choose
        engine = choose("libreoffice")
        # From a thread that ends at once: the tie must not be to the thread.
        thread = threading.Thread(target=engine.__enter__)
        thread.start()
        thread.join()
        print("started", flush=True)
        sys.stdin.read()
    """
    environ = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environ,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"started\n"
        marker = f"gen-soffice-{child.pid}-"
        assert wait_for(lambda: bool(running(marker)))
        child.send_signal(number)
        child.wait()
        assert gone(marker)
    assert list(tmp_path.glob(f"{marker}*"))
    following = "from gen.pdf.engines import choose\nwith choose('libreoffice'): pass"
    subprocess.run([sys.executable, "-c", following], check=True, env=environ)
    assert list(tmp_path.iterdir()) == []


def test_a_worker_that_is_forked_does_not_keep_a_child_alive() -> None:
    script = """
        import os, sys
        from gen.pdf.process import Leash
        leash = Leash()
        child = leash.start(["sleep", "62.5"], env=os.environ)
        if os.fork() == 0:
            sys.stdin.read()  # outlives its parent
            os._exit(0)
        print("started", flush=True)
        os.kill(os.getpid(), 9)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"started\n"
        assert gone("sleep 62.5")


def test_release_ends_children_and_what_they_started() -> None:
    leash = process.Leash()
    child = leash.start(["/bin/sh", "-c", "sleep 61.5 & sleep 61.5"], env=os.environ)
    leash.release()
    assert child.returncode == -signal.SIGKILL
    assert gone("sleep 61.5")


def test_only_our_own_folders_of_dead_processes_are_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    dead = tmp_path / f"gen-soffice-{ended.pid}-abc"
    kept = [
        tmp_path / f"gen-soffice-{os.getpid()}-abc",  # alive
        tmp_path / "gen-soffice-anteckningar",  # somebody's own
        tmp_path / "annat",
    ]
    for folder in (dead, *kept):
        (folder / "profil").mkdir(parents=True)
    link = tmp_path / f"gen-soffice-{ended.pid}-lnk"
    link.symlink_to(tmp_path / "annat")
    profile.sweep()
    assert sorted(tmp_path.iterdir()) == sorted([*kept, link])
    assert (tmp_path / "annat" / "profil").is_dir()


# --- the choice


def installed(folder: Path) -> Path:
    """A LibreOffice as it lies on a disk."""
    place = folder / "libreoffice" / "program"
    place.mkdir(parents=True)
    program(place, "exit 1").rename(place / "soffice.bin")
    program(place, "exit 1")
    registry = folder / "libreoffice" / "share" / "registry"
    registry.mkdir(parents=True)
    (registry / "main.xcd").write_text(
        '<prop oor:name="ooSetupVersionAboutBox">\n  <value>24.8.3.2</value></prop>'
    )
    return place / "soffice.bin"


@pytest.mark.parametrize(
    ("name", "environ", "chosen"),
    [
        ("inbyggd", {}, "inbyggd"),
        ("Inbyggd", {}, "inbyggd"),
        ("inbyggd", {"GEN_MOTOR": "libreoffice"}, "inbyggd"),
        (None, {"GEN_MOTOR": "inbyggd"}, "inbyggd"),
        (None, {"GEN_MOTOR": ""}, "libreoffice"),
        (None, {}, "libreoffice"),
        ("libreoffice", {}, "libreoffice"),
        ("libreoffice", {"GEN_MOTOR": "inbyggd"}, "libreoffice"),
        ("inbyggd", {"GEN_SOFFICE": "/ingenstans"}, "inbyggd"),
    ],
)
def test_the_option_goes_before_the_environment_and_that_before_what_is_found(
    name: str | None, environ: dict[str, str], chosen: str, tmp_path: Path
) -> None:
    office = installed(tmp_path)
    path = {"PATH": str(office.parent)}
    assert choose(name, environ=path | environ).name == chosen


@pytest.mark.parametrize(
    ("name", "environ", "registered", "chosen"),
    [
        (None, {}, "inbyggd", "inbyggd"),
        (None, {}, "", "libreoffice"),
        (None, {"GEN_MOTOR": "libreoffice"}, "inbyggd", "libreoffice"),
        ("libreoffice", {}, "inbyggd", "libreoffice"),
    ],
)
def test_the_registers_engine_goes_before_what_is_found_and_after_what_is_asked_for(
    name: str | None, environ: dict[str, str], registered: str, chosen: str, tmp_path: Path
) -> None:
    path = {"PATH": str(installed(tmp_path).parent)}
    assert choose(name, registered=registered, environ=path | environ).name == chosen


@pytest.mark.parametrize(("typed", "seen"), [("Inbyggd ", "inbyggd"), ("", ""), ("pandoc", "")])
def test_the_engine_is_seen_in_the_register_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, seen: str
) -> None:
    monkeypatch.delenv("GEN_MOTOR", raising=False)
    kommun = example.REGISTER.kommun.model_copy(update={"motor": typed})
    own = tmp_path / "register.xlsx"
    own.write_bytes(new.register(example.REGISTER.model_copy(update={"kommun": kommun})))
    assert motor(own) == seen
    engine = engine_for([tmp_path / "möte.xlsx"], Options(engine=None))
    assert engine.name == (seen or choose().name)
    assert engine_for([tmp_path / "möte.xlsx"], Options(engine="inbyggd")).name == "inbyggd"


def test_a_register_that_cannot_be_read_names_no_engine(tmp_path: Path) -> None:
    (tmp_path / "register.xlsx").write_bytes(b"PK\x03\x04 trasig")
    assert motor(tmp_path / "register.xlsx") == ""


@pytest.mark.parametrize(
    ("name", "environ", "expected"),
    [
        ("libreoffice", {}, "GEN-5001"),
        (None, {"GEN_MOTOR": "libreoffice"}, "GEN-5001"),
        ("libreoffice", {"GEN_SOFFICE": "/ingenstans"}, "GEN-5002"),
        (None, {"GEN_SOFFICE": "/ingenstans"}, "GEN-5002"),
    ],
)
def test_a_libreoffice_that_is_asked_for_and_missing_is_an_error_with_a_cure(
    name: str | None,
    environ: dict[str, str],
    expected: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(soffice, "_FOLDERS", ())
    with pytest.raises(EngineError) as raised:
        choose(name, environ={"PATH": str(tmp_path)} | environ)
    assert raised.value.exit_code == 3
    assert raised.value.finding.code == expected
    assert "--motor inbyggd" in raised.value.finding.expected


def test_on_a_bare_machine_the_embedded_engine_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soffice, "_FOLDERS", ())
    assert choose(environ={"PATH": str(tmp_path)}).name == "inbyggd"
    office, built_in = available({"PATH": str(tmp_path)})
    assert (office.version, built_in.name) == (None, "inbyggd")
    assert "apt install" in office.where


@pytest.mark.parametrize("environ", [{}, {"GEN_MOTOR": "word"}])
def test_an_unknown_engine_is_a_usage_error_that_names_those_there_are(
    environ: dict[str, str],
) -> None:
    with pytest.raises(UsageError) as raised:
        choose(None if environ else "libroffice", environ=environ)
    assert raised.value.exit_code == 2
    assert "libreoffice, inbyggd eller gotenberg" in raised.value.finding.expected
    assert raised.value.finding.suggestion == ("" if environ else "libreoffice")


def test_the_program_itself_is_found_behind_links_scripts_and_folders(tmp_path: Path) -> None:
    office = installed(tmp_path)
    script, link = tmp_path / "skript", tmp_path / "länk"
    for folder in (script, link):
        folder.mkdir()
    program(script, f'exec {office.parent}/soffice "$@"')
    (link / "libreoffice").symlink_to(office.parent / "soffice")
    for environ in (
        {"GEN_SOFFICE": str(office)},
        {"GEN_SOFFICE": str(office.parent / "soffice")},
        {"GEN_SOFFICE": str(office.parent)},
        {"PATH": str(script)},
        {"PATH": str(link)},
    ):
        assert soffice.find(environ) == office
    assert soffice.version(office) == "24.8.3.2"
    (first, _) = available({"PATH": str(link)})
    assert first == ("libreoffice", "24.8.3.2", str(office))


# --- the embedded engine


def test_the_same_document_gives_the_same_bytes_whatever_was_made_before() -> None:
    one = docx(p("Ärende ett: 中 → ✓"), styles=PROTOKOLL_STYLES)
    other = docx(p("Ett annat, ✓ 中"), font='w:ascii="Calibri" w:hAnsi="Calibri"')
    assert draw(one, other) == list(reversed(draw(other, one)))


def test_an_author_who_splits_a_word_into_runs_does_not_break_it() -> None:
    piece = r("Kommunfull") + '<w:proofErr w:type="spellStart"/>' + r("mäktige", "<w:noProof/>")
    body = "".join(f"<w:p>{r('x' * n + ' ')}{9 * (piece + r(' '))}</w:p>" for n in range(1, 20))
    (pdf,) = draw(docx(body))
    assert isinstance(pdf, bytes)
    lines = PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split("\n")
    words = {word for line in lines for word in line.split() if set(word) != {"x"}}
    assert words == {"Kommunfullmäktige"}


def test_runs_with_a_look_of_their_own_keep_it_and_their_blanks() -> None:
    body = f"<w:p>{r('Beslut:', '<w:b/>')}{r(' att ')}{r('anse', '<w:i/>')}{r(' den')}</w:p>"
    (pdf,) = draw(docx(body))
    assert pages(pdf) == ["Beslut: att anse den"]
    assert isinstance(pdf, bytes)
    assert {b"LiberationSans-Bold", b"LiberationSans-Italic"} <= set(
        re.findall(rb"/FontName /([\w-]+)", pdf)
    )


@pytest.mark.parametrize(
    "word",
    ["abcdefghij" * 20, "https://kommun.invalid/" + "abcdefghij" * 20],
    ids=["a word", "an address"],
)
def test_a_word_that_is_wider_than_the_line_is_broken_and_said_as_written(word: str) -> None:
    (pdf,) = draw(docx(p(f"Före {word} efter.")))
    assert isinstance(pdf, bytes)
    right = 595 - 1418 / 20
    said = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    assert max(map(float, re.findall(r'xMax="([\d.]+)"', said))) <= right + 0.5
    lines = PdfReader(io.BytesIO(pdf)).pages[0].extract_text().splitlines()
    assert len(lines) > 1
    assert "".join(lines).replace(" ", "") == f"Före{word}efter."
    assert not any(" " in line.strip() for line in lines[1:-1])


def test_a_long_word_is_broken_between_its_runs_and_what_stands_after_it_stays() -> None:
    inside = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{'x' * 65}</w:t><w:tab/><w:t>y</w:t></w:r></w:p>"
    package = mend(opc.read(docx(inside)))
    runs = list(opc.parse(package.parts[package.main]).iter(W + "r"))
    texts = ["".join(text.text for text in run.iter(W + "t")) for run in runs]
    assert texts == ["x" * 10] * 6 + ["x" * 5 + "y"]
    assert [child.tag for child in runs[-1]] == [W + "rPr", W + "t", W + "tab", W + "t"]
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in runs)


def test_a_long_word_is_not_broken_between_a_letter_and_its_mark() -> None:
    package = mend(opc.read(docx(p("e\u0301" * 65))))
    texts = [text.text for text in opc.parse(package.parts[package.main]).iter(W + "t")]
    assert texts == ["e\u0301" * 10] * 6 + ["e\u0301" * 5]


def test_no_word_of_a_sentence_is_broken() -> None:
    long = "x" * 60
    package = mend(opc.read(docx(p(f"{long} {long}-{long} {LOREM}"))))
    assert len(list(opc.parse(package.parts[package.main]).iter(W + "r"))) == 1


def test_hyphens_that_cannot_be_drawn_are_left_out_or_plain() -> None:
    body = p("avstav\u00adning 2\u2011årig") + (
        "<w:p><w:r><w:t>halv</w:t><w:noBreakHyphen/><w:t>års</w:t><w:softHyphen/>"
        "<w:t>rapport</w:t></w:r></w:p>"
    )
    assert pages(draw(docx(body))[0]) == ["avstavning 2-årig halv-årsrapport"]


@pytest.mark.parametrize(
    ("own", "expected"), [("", 1), ('<w:contextualSpacing w:val="0"/>', 2)], ids=["style", "own"]
)
def test_contextual_spacing_is_drawn_as_word_does(own: str, expected: int) -> None:
    styles = style("Grund", '<w:contextualSpacing/><w:spacing w:after="300"/>') + style(
        "Lista"
    ).replace("Normal", "Grund")
    items = "".join(p(f"Punkt {n}", f'<w:pStyle w:val="Lista"/>{own}') for n in range(36))
    assert len(pages(draw(docx(items, styles=styles))[0])) == expected


def test_a_theme_goes_before_the_name_beside_it() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="T">'
        '<a:themeElements><a:fontScheme name="T"><a:majorFont><a:latin typeface="Arial"/>'
        '</a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
        "</a:themeElements></a:theme>"
    )
    font = 'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:asciiTheme="minorHAnsi" '
    document = docx(p("Text"), font=f'{font} w:hAnsiTheme="minorHAnsi"', related={"theme": theme})
    with Inbyggd() as engine:
        (pdf,) = engine.convert([document])
    assert isinstance(pdf, bytes)
    assert set(re.findall(rb"/FontName /([\w-]+)", pdf)) == {b"Carlito"}
    assert codes(engine.notes[0]) == []


@pytest.mark.parametrize("end", ["header", "footer"])
def test_the_text_makes_room_for_a_tall_header_or_footer(end: str) -> None:
    tall = "".join(p(f"Rad {n}") for n in range(20))
    lines = "".join(p(f"Stycke {n}") for n in range(20))
    assert len(pages(draw(docx(lines))[0])) == 1
    assert len(pages(draw(docx(lines, related={end: tall}))[0])) == 2


def test_a_header_that_fits_and_one_that_may_lie_over_the_text_are_left_alone() -> None:
    tall = {"header": "".join(p(f"Rad {n}") for n in range(20))}
    low = {"header": p("Rad")}
    lines = "".join(p(f"Stycke {n}") for n in range(20))
    assert len(pages(draw(docx(lines, top=-2268, related=tall))[0])) == 1
    assert len(pages(draw(docx(lines, related=low))[0])) == 1


RED, GREY = (200, 30, 30), (81, 81, 81)


def square(mode: str, kind: str = "PNG", **how: object) -> bytes:
    """A picture of one colour, as a program may have saved it."""
    out = io.BytesIO()
    full = Image.new("RGB", (16, 16), RED)
    if mode == "I;16":
        made = Image.new(mode, full.size, GREY[0] * 256)
    else:
        made = full.quantize(4) if mode == "P" else full.convert(mode)
    made.save(out, kind, **how)
    return out.getvalue()


def png(depth: int, colour: int, pixel: bytes, *passes: tuple[int, int]) -> bytes:
    """A PNG of 8 x 8 points, which Pillow does not write. `passes`: an interlaced one's sizes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + check

    rows = b"".join(high * (b"\0" + wide * pixel) for wide, high in passes or ((8, 8),))
    head = bytes((0, 0, 0, 8, 0, 0, 0, 8, depth, colour, 0, 0, bool(passes)))
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


ADAM7 = ((1, 1), (1, 1), (2, 1), (2, 2), (4, 2), (4, 4), (8, 4))
SAVED = {
    "png": (square("RGB"), RED),
    "palett": (square("P"), RED),
    "gif": (square("P", "GIF"), RED),
    "tiff i fyra färger": (square("CMYK", "TIFF"), RED),
    "bmp": (square("RGB", "BMP"), RED),
    "genomskinlig färg": (square("RGB", transparency=(0, 0, 0)), RED),
    "gråskala": (square("L"), GREY),
    "gråskala med alfa": (square("LA"), GREY),
    "gråskala, 16 bitar": (square("I;16"), GREY),
    "jpeg": (square("RGB", "JPEG", quality=100), RED),
    "jpeg, baklänges ordnad": (square("RGB", "JPEG", quality=100, progressive=True), RED),
    "jpeg i gråskala": (square("L", "JPEG", quality=100), GREY),
    "jpeg i fyra färger": (square("CMYK", "JPEG", quality=100), RED),
    "16 bitar": (png(16, 2, b"\xc8\xc8\x1e\x1e\x1e\x1e"), RED),
    "16 bitar med alfa": (png(16, 6, b"\xc8\xc8\x1e\x1e\x1e\x1e\xff\xff"), RED),
    "sammanflätad": (png(8, 2, bytes(RED), *ADAM7), RED),
}


def pictured(content: bytes, kind: str) -> tuple[bytes, list[Finding]]:
    """A page with the picture as the embedded engine draws it, and what it says of it."""
    package = opc.read(docx(picture(embed="logga") + p("efter")))
    package.parts["word/media/logga"], package.types["word/media/logga"] = content, kind
    package.relations[package.main]["logga"] = Relation("image", "word/media/logga")
    with Inbyggd() as engine:
        (pdf,) = engine.convert([opc.write(package)])
    assert isinstance(pdf, bytes)
    return pdf, engine.notes[0]


@pytest.mark.behover("poppler")
@pytest.mark.parametrize("saved", SAVED)
def test_a_picture_is_drawn_in_its_colours_however_it_was_saved(saved: str) -> None:
    content, colour = SAVED[saved]
    pdf, told = pictured(content, "image/png")
    assert told == []
    page = subprocess.run(
        ["pdftoppm", "-r", "72", "-png", "-"], input=pdf, capture_output=True, check=True
    ).stdout
    with Image.open(io.BytesIO(page)) as shown:
        seen = shown.convert("RGB").getcolors(100_000)
    assert seen is not None
    near = [n for n, one in seen if all(abs(a - b) <= 3 for a, b in zip(one, colour, strict=True))]
    assert sum(near) > 50


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x01\0\0\0" + bytes(84) + b" EMF", "image/x-emf"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        (square("P")[:60], "image/png"),
        (png(16, 2, b"\xc8\xc8\x1e\x1e\x1e\x1e").replace(b"\0\0\0\x08", b"\0\1\0\0"), "image/png"),
    ],
    ids=["emf", "svg", "cut off", "a bomb"],
)
def test_a_picture_that_comes_out_blank_is_told(content: bytes, kind: str) -> None:
    _, told = pictured(content, kind)
    assert [(one.code, one.value) for one in told] == [("GEN-5015", "logga")]


def test_small_capitals_are_told_where_text_has_them() -> None:
    unused = style("Ovanlig", rpr="<w:smallCaps/>")
    with Inbyggd() as engine:
        engine.convert(
            [docx(p("a"), styles=unused), docx(f"<w:p>{r('b', '<w:smallCaps/>')}</w:p>")]
        )
    assert [codes(notes) for notes in engine.notes] == [[], ["GEN-5014"]]


# --- the Word file


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "lösenord"),
        (docx(p("hej"))[:400], "skadat"),
        (GARBAGE, "inget Word-dokument"),
    ],
    ids=["locked", "half", "something else"],
)
def test_a_file_that_is_no_word_file_is_told_so(content: bytes, words: str) -> None:
    finding = intake.read(content)
    assert isinstance(finding, Finding)
    assert finding.code == "GEN-5008"
    assert words in finding.message


# A full disk


def test_a_full_disk_is_told_as_one_wherever_libreoffice_needs_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "profil"))

    with monkeypatch.context() as patched:
        patched.setattr(profile, "_fill", full)
        with pytest.raises(EngineError) as raised, LibreOffice(tmp_path / "soffice.bin"):
            pass
    assert raised.value.finding.code == "GEN-6011"
    assert list(tmp_path.iterdir()) == []
    with LibreOffice(program(tmp_path, "sleep 60"), patience=1) as engine:
        monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
        with pytest.raises(EngineError) as raised:
            engine.convert([docx(p("Text"))])
        monkeypatch.undo()
    assert raised.value.finding.code == "GEN-6011"
