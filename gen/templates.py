"""Which Word file a document is made from: a kind in, the template's bytes out, on its letterhead.

A kommun's own folder goes first (`--mallar`, or Mallmapp in the register), then what comes with
gen. So a kommun changes one template, or just `brevpapper.docx`, and keeps the rest.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from gen import findings, opc
from gen.errors import DataError, UsageError
from gen.jobs import Resource
from gen.names import nearest
from gen.opc import Relation
from gen.word.faults import Refused, TemplateError
from gen.word.letterhead import ON_LETTERHEAD, merge

LETTERHEAD: Final = "brevpapper"
_AS_OPTION: Final = "Ange en mapp som finns med --mallar."
_IN_REGISTER: Final = (
    "Rätta Mallmapp, räknat från registrets mapp, eller töm cellen så gäller mallarna som följer "
    "med gen."
)


Template: TypeAlias = Resource
"""A Word file: its name for messages, its bytes, and their hash for a job's key."""


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates that a run may use. `folder` is the kommun's own, where it has one; `named_at`
    the place of the cell that names it, empty where somebody named it with `--mallar`."""

    folder: Path | None = None
    named_at: str = ""

    def find(self, kind: str) -> Template:
        """The template of a kind of document (`protokoll`, `brevpapper`).

        UsageError when there is none, or when the kommun's folder is not there; DataError when it
        is the register that names it.
        """
        if self.folder is not None and not self.folder.is_dir():
            missing = findings.NO_TEMPLATE_FOLDER
            if self.named_at:
                raise DataError(missing(self.named_at, value=self.folder, råd=_IN_REGISTER))
            raise UsageError(missing("@--mallar", value=self.folder, råd=_AS_OPTION))
        folders = [folder for folder in (self.folder, shipped()) if folder is not None]
        files = [
            (file, same) for f in folders for same in (_spelled, _plainly) for file in _files(f)
        ]
        for file, same in files:  # the kommun's own goes first, however it is spelled
            if same(file.stem) == same(kind):
                return Template(unicodedata.normalize("NFC", file.name), file.read_bytes())
        near = nearest(kind, sorted({_spelled(file.stem) for file, _ in files}))
        raise UsageError(
            findings.NO_TEMPLATE(
                f"@{kind}.docx",
                value=kind,
                suggestion=near,
                fil=f"{kind}.docx",
                mappar=" och ".join(str(folder) for folder in folders),
                förslag=f" Menade du {near}?" if near else "",
            )
        )


def shipped() -> Path:
    """The folder of gen's own templates: in the package, or beside it in a checkout."""
    package = Path(__file__).parent
    packed = package / "_shipped" / "templates"
    return packed if packed.is_dir() else package.parent / "templates"


@functools.lru_cache(maxsize=64)
def on_letterhead(
    template: bytes,
    letterhead: bytes,
    *,
    name: str = "mall.docx",
    letterhead_name: str = f"{LETTERHEAD}.docx",
) -> bytes:
    """The template's body on the letterhead's page, as a template still.

    The names are for messages. TemplateError when one of the two is no Word file.
    """
    packages = []
    for content, called in ((template, name), (letterhead, letterhead_name)):
        try:
            packages.append(opc.read(content))
        except opc.DamagedError as error:
            raise _unreadable(error, called) from error
    try:
        merged = merge(*packages)
    except opc.DamagedError as error:
        raise _unreadable(error, name) from error
    except Refused as refused:
        raise TemplateError(refused, name) from refused
    merged.relate("", Relation(ON_LETTERHEAD, letterhead_name, external=True))
    return opc.write(merged)


def _unreadable(error: opc.DamagedError, name: str) -> TemplateError:
    return TemplateError(Refused(findings.TEMPLATE_UNREADABLE, skäl=str(error)), name)


def _files(folder: Path) -> Iterator[Path]:
    """The Word files of a folder by name; `~$` is Word's mark of one that is open."""
    for file in sorted(folder.iterdir()):
        if file.suffix.lower() in (".docx", ".dotx") and not file.name.startswith(("~$", ".")):
            yield file


def _spelled(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _plainly(name: str) -> str:
    """Without rings and dots, blanks and hyphens: `tjansteskrivelse` finds `Tjänsteskrivelse`."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(sign for sign in letters if sign.isalnum())
