"""The bytes of a file that somebody attached in, what it is and what is wrong with it out.

Endings may lie; what is said here is said at the file's cell, before anything is made.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from enum import StrEnum

from gen import findings
from gen.files import Unusable


class Slag(StrEnum):
    """The kinds of files that a document can take in or bring with it."""

    WORD = "word"
    PDF = "pdf"

    @classmethod
    def of(cls, name: str) -> Slag | None:
        """The kind that a file's name says it is."""
        return ENDINGS.get(name.casefold().rpartition(".")[2])


ENDINGS = {"docx": Slag.WORD, "docm": Slag.WORD, "pdf": Slag.PDF}

_WORDS = {Slag.WORD: "en Wordfil (.docx)", Slag.PDF: "en PDF-fil (.pdf)"}


def examine(name: str, content: bytes, *allowed: Slag) -> Slag:
    """The file's kind. `Unusable` when it is none of `allowed`, damaged, locked or unfinished."""
    slag = Slag.of(name)
    if slag is None or slag not in allowed:
        wanted = " eller ".join(_WORDS[one] for one in allowed)
        raise Unusable(findings.FILE_OF_OTHER_KIND, wanted=wanted)
    if not content:
        raise Unusable(findings.ATTACHED_DAMAGED, reason="den är tom")
    _EXAMINE[slag](content)
    return slag


def _word(content: bytes) -> None:
    from gen import opc
    from gen.word import tidy
    from gen.word.faults import Refused
    from gen.word.outline import Outline

    try:
        package = opc.read(content)
        tidy.before(opc.parse(package.parts[package.main]), Outline(""))
    except opc.DamagedError as error:
        raise Unusable(findings.ATTACHED_DAMAGED, reason=str(error)) from error
    except Refused as refused:
        raise Unusable(findings.ATTACHED_TRACKED) from refused


def _pdf(content: bytes) -> None:
    """Whether its pages can be taken. Not page by page, for it is asked at every run: what is wrong
    inside a page is told when the page is taken."""
    import pikepdf

    from gen.pdf.refused import refused

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            kind = refused(pdf)
    except pikepdf.PasswordError as error:
        raise Unusable(findings.ATTACHED_DAMAGED, reason="den har lösenord") from error
    except pikepdf.PdfError as error:
        raise Unusable(findings.ATTACHED_DAMAGED, reason="den är ingen hel PDF-fil") from error
    if kind is findings.PDF_WITHOUT_PAGES:
        raise Unusable(findings.ATTACHED_DAMAGED, reason="den har inga sidor")
    if kind is not None:
        raise Unusable(kind)


_EXAMINE: Mapping[Slag, Callable[[bytes], None]] = {Slag.WORD: _word, Slag.PDF: _pdf}
