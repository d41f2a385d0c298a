"""The bytes of a file in, why it cannot be read as a workbook out – each kind with its own cure."""

from __future__ import annotations

import io
import zipfile

from gen import findings
from gen.findings import Kind

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name of the stream in which Office keeps a file with a password (MS-OFFCRYPTO 1.3.2)."""
_OPENDOCUMENT = b"application/vnd.oasis.opendocument."
_STRICT = b"http://purl.oclc.org/ooxml/"


def refusal(content: bytes) -> Kind | None:
    """What to say of a file that is no xlsx; None for one that may be. Endings may lie."""
    if not content:
        return findings.EMPTY_FILE
    if content.startswith(_OLE):
        return findings.PASSWORD if _ENCRYPTED in content else findings.OLD_EXCEL
    if not content.startswith(b"PK"):
        return findings.NOT_A_WORKBOOK if _binary(content) else findings.PLAIN_TEXT
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            if "mimetype" in names and package.read("mimetype").startswith(_OPENDOCUMENT):
                return findings.OPENDOCUMENT
            if "xl/workbook.bin" in names:
                return findings.BINARY_WORKBOOK
            if "word/document.xml" in names or "ppt/presentation.xml" in names:
                return findings.OTHER_OFFICE
            if "xl/workbook.xml" in names and _STRICT in package.read("xl/workbook.xml"):
                return findings.STRICT_WORKBOOK
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        return findings.NOT_A_WORKBOOK
    return None


def has_macros(content: bytes) -> bool:
    """Whether the workbook (an xlsm) carries a VBA project. gen reads past it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "xl/vbaProject.bin" in package.namelist()


def _binary(content: bytes) -> bool:
    """Whether it is no text, also not one that Excel saves as “Unicode-text” (UTF-16)."""
    start = content[:4096]
    return b"\x00" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff"))
