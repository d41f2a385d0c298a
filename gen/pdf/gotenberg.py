"""A Gotenberg (LibreOffice behind HTTP) as an engine: docx bytes in, its PDF out.

Only where somebody says which one: the documents leave this machine. What it is made of is not
known here, so its files claim neither PDF/A nor PDF/UA (`metadata.CLAIMS`), though both are asked
for. API: gotenberg.dev/docs, `POST /forms/libreoffice/convert` and `GET /version` (8.x).
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from types import TracebackType
from typing import Final, Self, TypeAlias

import urllib3

from gen.errors import EngineError
from gen.findings import CONVERSION_FAILED, GOTENBERG_REFUSES, GOTENBERG_SILENT, Finding
from gen.opc import Package
from gen.pdf import intake
from gen.pdf.contract import Fault
from gen.progress import Done, unheard

_PATIENCE: Final = urllib3.Timeout(connect=5, read=300)
_BUSY: Final = (502, 503, 504)
_CLOSED: Final = (401, 403)
_FILES_OWN: Final = (200, 400, 500)
"""What is the file's own fault: no PDF, a form that is not taken, LibreOffice that fell."""
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WANTED: Final = {"pdfa": "PDF/A-2b", "pdfua": "true", "updateIndexes": "false"}

_Fields: TypeAlias = dict[str, str | tuple[str, bytes, str]]


class Gotenberg:
    """See `Engine`. `url` is the service's address, `http://gotenberg:3000`."""

    name = "gotenberg"

    def __init__(self, url: str) -> None:
        self.notes: list[list[Finding]] = []
        address = urllib3.util.parse_url(url.rstrip("/"))
        self._url = address._replace(auth=None).url  # it is told, and nobody's password with it
        # A file that is refused is as it is. What did not arrive, or found no room, is sent again.
        self._http = urllib3.PoolManager(
            headers=urllib3.util.make_headers(basic_auth=address.auth) if address.auth else None,
            timeout=_PATIENCE,
            retries=urllib3.Retry(
                2, redirect=0, backoff_factor=0.2, allowed_methods=None, status_forcelist=_BUSY
            ),
        )

    @functools.cached_property
    def version(self) -> str:
        answer = self._asked("GET", "/version")
        if answer.status in _CLOSED:
            raise EngineError(GOTENBERG_REFUSES("", value=self._url, status=answer.status))
        return answer.data.decode("utf-8", "replace").strip() if answer.status == 200 else "okänd"

    @property
    def fonts(self) -> str:
        """Those of its image, which its version and address stand for."""
        return self._url

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.clear()

    def convert(self, documents: Sequence[bytes], done: Done = unheard) -> list[bytes | Fault]:
        self.notes = []
        results: list[bytes | Fault] = []
        for docx in documents:
            package = intake.read(docx)
            notes: list[Finding] = []
            if isinstance(package, Package):
                notes += intake.remarks(package)
                results.append(self._made(docx))
            else:
                results.append(Fault(package))
            self.notes.append(notes)
            done(1)
        return results

    def _made(self, docx: bytes) -> bytes | Fault:
        fields: _Fields = {"files": ("dokument.docx", docx, _WORD), **_WANTED}
        answer = self._asked("POST", "/forms/libreoffice/convert", fields)
        if answer.status == 200 and answer.data.startswith(b"%PDF-"):
            return answer.data
        if answer.status not in _FILES_OWN:
            raise EngineError(GOTENBERG_REFUSES("", value=self._url, status=answer.status))
        return Fault(CONVERSION_FAILED("", value="Gotenberg"))

    def _asked(
        self, method: str, path: str, fields: _Fields | None = None
    ) -> urllib3.BaseHTTPResponse:
        try:
            return self._http.request(method, self._url + path, fields=fields)
        except urllib3.exceptions.HTTPError as error:
            raise EngineError(GOTENBERG_SILENT("", value=self._url)) from error
