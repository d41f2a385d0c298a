"""LibreOffice as an engine: docx bytes in, its PDF (A-2b, tagged) out, by its command line alone.

It takes a second to start, so `__enter__` starts one in the background on a private profile and
returns. A second `soffice.bin` on the same profile hands its `--convert-to` over to the first
and waits for it: 0.15 s for a small document where a cold call takes 1.2 s. The first is kept
alive, with its libraries in memory, by an open document: without one it leaves after one
conversion. So the request waits until that document is open, which its lock file tells.

The exit code says nothing (0 on every failure), so success is a whole PDF.
"""

from __future__ import annotations

import functools
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from gen import opc
from gen.errors import EngineError
from gen.findings import (
    CONVERSION_FAILED,
    CONVERSION_HUNG,
    LIBREOFFICE_BROKEN,
    LIBREOFFICE_SILENT,
    Finding,
)
from gen.folder import Folder
from gen.opc import Package
from gen.pdf import intake, profile, soffice, substitutes
from gen.pdf.contract import Fault
from gen.pdf.process import Leash
from gen.progress import Done, unheard

PATIENCE: Final = 60.0
"""Seconds that may pass without a new PDF, for small documents. 1,000 pages with tables are a
docx of 0.3 MB and take 17 s on a machine where they get 130; a large one gets ten times this."""

_BATCH: Final = 50
"""Documents a call. A command line has a limit (32,767 characters on Windows)."""

_OPENING: Final = 10.0
"""Seconds after which a request is sent anyway."""

WORN_OUT: Final = 500
"""Documents after which a LibreOffice is started anew: what it holds of them only grows."""

_LOOK: Final = 0.25
"""Seconds between two looks at how many PDFs there are."""

PROOF: Final = 15.0
"""Seconds for an empty document: ten times what a cold start takes on a slow machine."""

_OPEN: Final = "tom.docx"
_LOCK: Final = f".~lock.{_OPEN}#"

_FLAGS: Final = ("--headless", "--norestore", "--nologo", "--nodefault")


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What one call gave: the PDFs by the documents' numbers, and whether it had to be stopped.

    `waited`: the seconds that it took.
    """

    pdfs: Mapping[int, bytes]
    hung: bool
    waited: float


class LibreOffice:
    """See `Engine`. `patience`: seconds that may pass without a new PDF; `proof`: for the empty
    document that it gets after it has hung."""

    name = "libreoffice"

    def __init__(self, program: Path, *, patience: float = PATIENCE, proof: float = PROOF) -> None:
        self.notes: list[list[Finding]] = []
        self._program = program
        self._patience = patience
        self._proof = proof
        self._home: Path | None = None
        self._leash: Leash | None = None
        self._first: subprocess.Popen[bytes] | None = None
        self._proven = False
        self._done = 0

    @functools.cached_property
    def version(self) -> str:
        return soffice.version(self._program)

    @functools.cached_property
    def fonts(self) -> str:
        return soffice.font_set()

    def __enter__(self) -> Self:
        with _temporary().told():
            self._home = profile.make(self._program)
            try:
                (self._home / _OPEN).write_bytes(_BLANK)
                self._start()
            except BaseException:
                self.__exit__(None, None, None)
                raise
        profile.sweep()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()
        if self._home is not None:
            profile.remove(self._home)
            self._home = None

    def convert(self, documents: Sequence[bytes], done: Done = unheard) -> list[bytes | Fault]:
        self.notes = []
        results: list[bytes | Fault] = []
        for start in range(0, len(documents), _BATCH):
            if self._done >= WORN_OUT:
                self._stop()
                self._done = 0
            results += self._some(documents[start : start + _BATCH], done)
            self._done += len(documents[start : start + _BATCH])
        return results

    def _some(self, documents: Sequence[bytes], done: Done) -> list[bytes | Fault]:
        """As many as one call takes, and their notes."""
        told = 0

        def heard(more: int) -> None:
            nonlocal told
            told += more
            done(more)

        packages: dict[int, Package] = {}
        results: dict[int, bytes | Fault] = {}
        for number, docx in enumerate(documents):
            package = intake.read(docx)
            if isinstance(package, Package):
                packages[number] = package
            else:
                results[number] = Fault(package)
        if packages:
            results |= self._made({number: documents[number] for number in packages}, heard)
        done(len(documents) - told)
        for number in range(len(documents)):
            notes: list[Finding] = []
            pdf = results[number]
            if isinstance(pdf, bytes):
                notes += intake.remarks(packages[number])
                notes += substitutes.replaced(packages[number], pdf, "LibreOffice")
            self.notes.append(notes)
        return [results[number] for number in range(len(documents))]

    def _made(self, documents: Mapping[int, bytes], done: Done) -> dict[int, bytes | Fault]:
        """All in one call; those that it left without a PDF once more, each alone.

        That also serves a LibreOffice whose first start only makes its profile ready.
        """
        attempt = self._attempt(documents, done=done)
        results: dict[int, bytes | Fault] = dict(attempt.pdfs)
        for number in [number for number in documents if number not in results]:
            if not self._proven:
                self._prove(attempt)
            alone = {number: documents[number]}
            again = attempt if attempt.hung and len(documents) == 1 else self._attempt(alone)
            if number in again.pdfs:
                results[number] = again.pdfs[number]
            elif again.hung:
                attempt = again
                results[number] = Fault(CONVERSION_HUNG("", seconds=_told(again.waited)))
            else:
                results[number] = Fault(CONVERSION_FAILED("", value="LibreOffice"))
        return results

    def _prove(self, before: _Attempt) -> None:
        """Whose fault is it? A LibreOffice that cannot even do an empty document is broken."""
        attempt = self._attempt({0: _BLANK}, self._proof if before.hung else None)
        if attempt.hung:
            seconds = _told(before.waited + attempt.waited)
            raise EngineError(LIBREOFFICE_SILENT("", value=self._program, seconds=seconds))
        if not attempt.pdfs:
            raise EngineError(LIBREOFFICE_BROKEN("", value=self._program))

    def _attempt(
        self,
        documents: Mapping[int, bytes],
        deadline: float | None = None,
        done: Done = unheard,
    ) -> _Attempt:
        if self._home is None:
            raise RuntimeError("LibreOffice converts only inside `with`")
        began = time.monotonic()
        with _temporary().told(), tempfile.TemporaryDirectory(dir=self._home) as name:
            folder = Path(name)
            for number, docx in documents.items():
                (folder / f"{number:06}.docx").write_bytes(docx)
            hung = not self._call(folder, deadline or self._deadline(documents), done)
            pdfs = {}
            for number in documents:
                made = folder / f"{number:06}.pdf"
                if made.exists() and _is_whole(pdf := made.read_bytes()):
                    pdfs[number] = pdf
        # What hung and gave nothing may hang with the next as well: it has to show that it works.
        self._proven = bool(pdfs) or (self._proven and not hung)
        return _Attempt(pdfs, hung, time.monotonic() - began)

    def _call(self, folder: Path, deadline: float, done: Done) -> bool:
        """Convert what lies in the folder. False: nothing new came in time, and it was stopped."""
        files = [path.as_uri() for path in sorted(folder.glob("*.docx"))]
        request = ("--convert-to", "pdf:writer_pdf_Export", "--outdir", folder.as_uri(), *files)
        last = time.monotonic() + deadline
        self._settle(min(_OPENING, deadline / 2))
        client = self._run(*request)
        made = 0
        while True:
            try:
                client.communicate(timeout=max(0, min(_LOOK, last - time.monotonic())))
                return True
            except subprocess.TimeoutExpired:
                before, made = made, len(list(folder.glob("*.pdf")))
                done(made - before)
                if made > before:
                    last = time.monotonic() + deadline
                elif time.monotonic() >= last:
                    self._stop()
                    return False

    def _deadline(self, documents: Mapping[int, bytes]) -> float:
        megabytes = max(map(len, documents.values())) / 1_000_000
        return self._patience * min(10, 1 + 4 * megabytes)

    def _settle(self, patience: float) -> None:
        """Until the first one is there and has its document open, or as good as never will."""
        assert self._home is not None
        if self._first is None or self._first.poll() is not None:
            self._stop()
            self._start()
        assert self._first is not None
        last = time.monotonic() + patience
        while (
            not (self._home / _LOCK).exists()
            and self._first.poll() is None
            and time.monotonic() < last
        ):
            time.sleep(0.01)

    def _start(self) -> None:
        assert self._home is not None
        (self._home / _LOCK).unlink(missing_ok=True)
        self._leash = Leash()
        self._first = self._run((self._home / _OPEN).as_uri())

    def _run(self, *arguments: str) -> subprocess.Popen[bytes]:
        assert self._home is not None
        assert self._leash is not None
        command = [
            str(self._program),
            *_FLAGS,
            f"-env:UserInstallation={profile.url(self._home)}",
            *arguments,
        ]
        temporary = str(self._home / "tmp")
        env = os.environ | {"TMPDIR": temporary, "TMP": temporary, "TEMP": temporary}
        try:
            return self._leash.start(command, env=env, listen=arguments[0] == "--convert-to")
        except OSError as error:
            raise EngineError(LIBREOFFICE_BROKEN("", value=self._program)) from error

    def _stop(self) -> None:
        if self._leash is not None:
            self._leash.release()
        self._leash = self._first = None


def _temporary() -> Folder:
    """Where the profile is: what the disk refuses there is told as it is of out/."""
    return Folder(Path(os.environ.get("TMPDIR") or tempfile.gettempdir()), 0)


def _told(waited: float) -> int:
    """Whole seconds, as messages have them."""
    return max(1, int(waited))


def _is_whole(pdf: bytes) -> bool:
    """Whether it was written to its end: that points at the table of all that comes before.

    Not opened with a library: the import alone takes longer than a small conversion, and the
    last pass opens every file anyway.
    """
    end = _END.search(pdf, max(0, len(pdf) - 100))
    if not pdf.startswith(b"%PDF-") or end is None:
        return False
    return _TABLE.match(pdf, int(end[1])) is not None


_END: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE: Final = re.compile(rb"xref\b|\d+ \d+ obj\b")


def _blank() -> bytes:
    package = Package(
        parts={"word/document.xml": _EMPTY_BODY},
        types={"word/document.xml": opc.DOCX_MAIN},
        relations={"": {"rId1": opc.Relation("officeDocument", "word/document.xml")}},
    )
    return opc.write(package)


_EMPTY_BODY: Final = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p/></w:body></w:document>"
)
_BLANK: Final = _blank()
