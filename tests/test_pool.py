"""Several LibreOffice as one, and one behind HTTP: order, faults, restarts, nothing left."""

from __future__ import annotations

import http.server
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import pytest
from test_engines import GARBAGE, code, docx, gone, p, pages, running, wait_for

import gen
from gen.building import Options
from gen.errors import EngineError, UsageError
from gen.findings import LIBREOFFICE_BROKEN
from gen.pdf import libreoffice, soffice
from gen.pdf.contract import Engine, Fault
from gen.pdf.engines import choose
from gen.pdf.gotenberg import Gotenberg
from gen.pdf.libreoffice import LibreOffice
from gen.pdf.pool import WORTH_ANOTHER, Pool
from gen.progress import Done, unheard

MANY = 2 * WORTH_ANOTHER


class Echo:
    """An engine that gives back what it gets; `kept` are the sizes of its batches."""

    name, version, fonts = "eko", "1", "inga"
    notes: ClassVar[list[list[object]]] = []

    def __init__(self, fails: bool = False) -> None:
        self.kept: list[int] = []
        self.entered = self.left = 0
        self.fails = fails

    def __enter__(self) -> Echo:
        self.entered += 1
        return self

    def __exit__(self, *error: object) -> None:
        self.left += 1

    def convert(self, documents: Sequence[bytes], done: Done = unheard) -> list[bytes | Fault]:
        if self.fails:
            raise EngineError(LIBREOFFICE_BROKEN("", value="eko"))
        self.kept.append(len(documents))
        self.notes = [[] for _ in documents]
        done(len(documents))
        return list(documents)


def pool_of(*engines: Echo) -> Pool:
    left = list(engines)
    return Pool(lambda: left.pop(0), len(engines))


def test_few_documents_start_no_second_engine() -> None:
    first, second = Echo(), Echo()
    with pool_of(first, second) as pool:
        assert pool.convert([b"%d" % n for n in range(WORTH_ANOTHER)]) != []
    assert (second.entered, first.kept) == (0, [WORTH_ANOTHER])


def test_many_documents_are_shared_and_come_back_in_their_order() -> None:
    first, second = Echo(), Echo()
    documents = [b"%d" % n for n in range(MANY)]
    with pool_of(first, second) as pool:
        told: list[int] = []
        assert pool.convert(documents, told.append) == documents
        assert len(pool.notes) == len(documents)
        assert sum(told) == MANY
    assert sum(first.kept) + sum(second.kept) == MANY
    assert (first.left, second.left) == (1, 1)


def test_an_engine_that_does_not_work_ends_the_work_of_all() -> None:
    first, second = Echo(fails=True), Echo(fails=True)
    with pytest.raises(EngineError), pool_of(first, second) as pool:
        pool.convert([b"x"] * MANY)
    assert first.left >= 1
    assert second.left >= 1


@pytest.mark.behover("libreoffice")
def test_two_libreoffice_work_at_once_and_a_bad_file_harms_no_other() -> None:
    documents = [docx(p(f"nummer {n}")) for n in range(MANY)]
    documents[5] = GARBAGE
    marker = f"gen-soffice-{os.getpid()}-"
    told: list[int] = []
    with choose("libreoffice", workers=2) as pool:
        results = pool.convert(documents, told.append)
    assert sum(told) == MANY
    assert code(results.pop(5)) == "GEN-5008"
    expected = [[f"nummer {n}"] for n in range(MANY) if n != 5]
    assert [pages(pdf) for pdf in results] == expected
    assert gone(marker)


@pytest.mark.behover("libreoffice")
def test_a_libreoffice_of_the_pool_that_is_killed_in_the_middle_costs_no_document() -> None:
    marker = f"gen-soffice-{os.getpid()}-"
    with choose("libreoffice", workers=2) as pool:
        stop = threading.Timer(1.5, lambda: [os.kill(n, signal.SIGKILL) for n in running(marker)])
        stop.start()
        results = pool.convert([docx(p(f"nummer {n}")) for n in range(MANY)])
        stop.join()
    assert [pages(pdf) for pdf in results] == [[f"nummer {n}"] for n in range(MANY)]


@pytest.mark.behover("libreoffice")
def test_a_libreoffice_is_started_anew_after_so_many_documents(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(libreoffice, "WORN_OUT", 1)
    program = soffice.find(os.environ)
    assert program is not None
    marker = f"gen-soffice-{os.getpid()}-"
    with LibreOffice(program) as engine:
        assert pages(engine.convert([docx(p("ett"))])[0]) == ["ett"]
        assert wait_for(lambda: bool(running(marker)))
        before = set(running(marker))
        assert pages(engine.convert([docx(p("två"))])[0]) == ["två"]
        assert not before & set(running(marker))


@pytest.mark.behover("libreoffice")
@pytest.mark.parametrize(
    ("asked", "said", "workers"), [(None, "3", 3), (2, "3", 2), (None, " 1 ", 1)]
)
def test_how_many_may_work_is_said_by_the_option_or_else_the_environment(
    asked: int | None, said: str, workers: int
) -> None:
    engine = choose("libreoffice", workers=asked, environ={**os.environ, "GEN_JOBB": said})
    assert isinstance(engine, Pool)
    assert engine._workers == workers


@pytest.mark.behover("libreoffice")
@pytest.mark.parametrize("said", ["två", "0", "-1", "1.5"])
def test_what_is_no_number_of_workers_is_told(said: str) -> None:
    with pytest.raises(UsageError) as told:
        choose("libreoffice", environ={**os.environ, "GEN_JOBB": said})
    assert told.value.finding.code == "GEN-5018"


# -- Gotenberg --------------------------------------------------------------------------


class Service(http.server.BaseHTTPRequestHandler):
    """A Gotenberg as gen meets it; what converts is the LibreOffice of this machine."""

    engine: ClassVar[Engine]
    asked: ClassVar[list[bytes]] = []

    def do_GET(self) -> None:
        self.answer(200, b"8.15.3")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.append(body)
        start = body.index(b"PK\x03\x04")
        document = body[start : body.rindex(b"\r\n--", start, body.rindex(b"PK\x05\x06") + 200)]
        made = self.engine.convert([document])[0]
        if isinstance(made, Fault):
            self.answer(400, b"Bad Request")
        else:
            self.answer(200, made)

    def answer(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test says what went wrong."""


@pytest.fixture
def service() -> Iterator[str]:
    with choose("libreoffice", workers=1) as engine:
        Service.engine, Service.asked = engine, []
        server = http.server.HTTPServer(("127.0.0.1", 0), Service)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.behover("libreoffice")
def test_gotenberg_makes_the_pdf_and_is_asked_for_an_archive_file(service: str) -> None:
    environ = {"GEN_MOTOR": "gotenberg", "GEN_GOTENBERG": service}
    with choose(environ=environ) as engine:
        first, bad, second = engine.convert([docx(p("ett")), b"", docx(p("två"))])
        assert (engine.name, engine.version) == ("gotenberg", "8.15.3")
        assert len(engine.notes) == 3
    assert [pages(first), pages(second)] == [["ett"], ["två"]]
    assert code(bad) == "GEN-5007"
    assert all(b'name="pdfa"\r\n\r\nPDF/A-2b' in body for body in Service.asked)


@pytest.mark.behover("libreoffice")
def test_a_protokoll_made_by_gotenberg_claims_nothing(
    service: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEN_GOTENBERG", service)
    ksau = Path(__file__).parent.parent / "data" / "ksau-2023-03-06.xlsx"
    done = gen.build(ksau, ["protokoll"], Options(out=tmp_path, engine="gotenberg"))
    assert done.engine == "gotenberg 8.15.3"
    pdf = next(path for path in done.placed if path.suffix == ".pdf").read_bytes()
    assert b"pdfaid:part" not in pdf
    assert b"pdfuaid:part" not in pdf


class Closed(http.server.BaseHTTPRequestHandler):
    """A service that answers each time with the next of `statuses`, the last one for ever."""

    statuses: ClassVar[list[int]]
    keys: ClassVar[list[str]]

    def do_GET(self) -> None:
        self.do_POST()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.keys.append(self.headers["Authorization"] or "")
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        self.send_response(status)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"%PDF-"[:4] if status != 200 else b"8.15")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test says what went wrong."""


@contextmanager
def answering(*statuses: int) -> Iterator[str]:
    Closed.statuses, Closed.keys = [*statuses], []
    server = http.server.HTTPServer(("127.0.0.1", 0), Closed)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"anna:hemligt@127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "told"), [(401, "GEN-5022"), (404, "GEN-5022"), (503, "GEN-5021")]
)
def test_a_gotenberg_that_lets_nobody_in_is_no_fault_of_the_file(status: int, told: str) -> None:
    with (
        answering(status) as address,
        Gotenberg(f"http://{address}") as engine,
        pytest.raises(EngineError) as refused,
    ):
        engine.convert([docx(p("ett"))])
    assert refused.value.finding.code == told
    assert "hemligt" not in refused.value.finding.message


def test_a_gotenberg_that_is_busy_is_asked_again_and_the_password_goes_with_it() -> None:
    with answering(503, 200) as address, Gotenberg(f"http://{address}") as engine:
        assert engine.version == "8.15"
    assert len(Closed.keys) == 2
    assert all(key.startswith("Basic ") for key in Closed.keys)


def test_a_gotenberg_that_nobody_named_is_told_with_a_cure() -> None:
    with pytest.raises(EngineError) as told:
        choose("gotenberg", environ={})
    assert told.value.finding.code == "GEN-5020"


def test_a_gotenberg_that_does_not_answer_is_told_with_its_address() -> None:
    with pytest.raises(EngineError) as told, Gotenberg("http://127.0.0.1:1") as engine:
        engine.convert([docx(p("ett"))])
    assert told.value.finding.code == "GEN-5021"
    assert "127.0.0.1:1" in told.value.finding.message
