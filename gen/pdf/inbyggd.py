"""The engine that comes with gen: docx bytes in, a tagged PDF out, with nothing to install.

rdocx lays out in this process, with the fonts that it brings, so the same file gives the same
bytes on every machine. Of its three ways to PDF only `to_pdfa_deterministic` looks at no font of
the machine. Its faults that can be spared are spared by `mend`, `headroom`, `pictures` and
`widows`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from types import TracebackType
from typing import Final, Self

import rdocx

from gen import opc
from gen.findings import CONVERSION_FAILED, NOT_DRAWN_AS_IN_WORD, PICTURE_NOT_DRAWN, Finding
from gen.opc import Package
from gen.pdf import intake, substitutes
from gen.pdf.contract import Fault
from gen.pdf.headroom import make_room
from gen.pdf.mend import mend, stories
from gen.pdf.pictures import drawable
from gen.pdf.widows import Fragment, keep_together
from gen.progress import Done, unheard

# In the XML, and in Swedish: what is drawn otherwise and cannot be mended.
_OTHERWISE: Final = ((b"<w:smallCaps/>", "kapitäler"),)

_SHOWN: Final = re.compile(rb'<(?:a:blip|v:imagedata)\b[^>]*?\br:(?:embed|id)="([^"]+)"')


class Inbyggd:
    """See `Engine`. Nothing runs between the calls, so `with` has nothing to start or stop."""

    name = "inbyggd"
    version = version("rdocx")
    # Its fonts are compiled into it.
    fonts = f"rdocx-{version}"

    def __init__(self) -> None:
        self.notes: list[list[Finding]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    def convert(self, documents: Sequence[bytes], done: Done = unheard) -> list[bytes | Fault]:
        self.notes = []
        results: list[bytes | Fault] = []
        for docx in documents:
            package = intake.read(docx)
            notes: list[Finding] = []
            if isinstance(package, Finding):
                result: bytes | Fault = Fault(package)
            else:
                package, undrawn = drawable(package, _pictures(package))
                result = _convert(package)
                if isinstance(result, bytes):
                    notes += _remarks(package, result)
                    for picture in sorted(undrawn):
                        notes.append(PICTURE_NOT_DRAWN("", value=picture.rpartition("/")[2]))
            self.notes.append(notes)
            results.append(result)
            done(1)
        return results


def _convert(package: Package) -> bytes | Fault:
    try:
        return _draw(keep_together(make_room(mend(package), _draw), _layout))
    except (rdocx.RdocxError, opc.DamagedError, ValueError, RuntimeError):
        return Fault(CONVERSION_FAILED("", value="inbyggd"))
    except BaseException as error:
        # A panic in its Rust is told as a PanicException, which is no Exception.
        if type(error).__name__ == "PanicException":
            return Fault(CONVERSION_FAILED("", value="inbyggd"))
        raise


def _draw(package: Package) -> bytes:
    pdf: bytes = rdocx.Document.from_bytes(opc.write(package)).to_pdfa_deterministic()
    return pdf


def _layout(package: Package) -> Sequence[Fragment]:
    fragments: Sequence[Fragment] = rdocx.Document.from_bytes(opc.write(package)).layout()
    return fragments


def _remarks(package: Package, pdf: bytes) -> Iterator[Finding]:
    yield from intake.remarks(package)
    yield from substitutes.replaced(package, pdf, "inbyggd")
    for mark, feature in _OTHERWISE:
        if any(mark in package.parts[name] for name in stories(package)):
            yield NOT_DRAWN_AS_IN_WORD("", value=feature)


def _pictures(package: Package) -> Iterator[str]:
    """The pictures that the text shows. Of an SVG, Word keeps a PNG beside it, and shows that."""
    for story in stories(package):
        for number in _SHOWN.findall(package.parts[story]):
            relation = package.relations.get(story, {}).get(number.decode("utf-8", "replace"))
            if relation is not None and not relation.external:
                yield relation.target
