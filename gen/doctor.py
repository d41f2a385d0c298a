"""This machine in, a diagnosis out: engines, fonts, veraPDF, templates, and what is missing."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from gen import __version__, documents
from gen.errors import GenError
from gen.pdf.engines import available
from gen.pdf.families import installed
from gen.templates import Templates, on_letterhead

FAMILIES = {"Carlito": "fonts-crosextra-carlito", "Liberation Sans": "fonts-liberation"}


@dataclass(frozen=True, slots=True)
class Part:
    """Something that gen can use. `needed`: without it no document can be made."""

    name: str
    found: str
    cure: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All parts, in the order in which they are told."""

    parts: tuple[Part, ...]

    @property
    def exit_code(self) -> int:
        """3 when a needed part is missing."""
        return 3 if any(part.needed and not part.found for part in self.parts) else 0

    def lines(self) -> Iterator[str]:
        """One line a part: + for what is there, – for what is missing, with its cure."""
        yield f"gen {__version__}"
        width = max(len(part.name) for part in self.parts)
        for part in self.parts:
            mark, text = ("+", part.found) if part.found else ("–", f"saknas. {part.cure}")
            yield f"  {mark} {part.name:<{width}}  {text}"
        yield (
            "Något som behövs saknas, se ovan."
            if self.exit_code
            else "Det som behövs för att göra handlingar finns."
        )


def examine() -> Diagnosis:
    """Looks at this machine. Nothing is written or started but `verapdf --version`."""
    engines = [
        Part(
            {"libreoffice": "LibreOffice"}.get(engine.name, f"Motorn {engine.name}"),
            f"{engine.version} ({engine.where})" if engine.version else "",
            engine.where,
            needed=engine.name == "inbyggd",
        )
        for engine in available()
    ]
    return Diagnosis((*engines, *_fonts(), _verapdf(), _templates()))


def _fonts() -> Iterator[Part]:
    """Only LibreOffice needs them; the embedded engine has its own."""
    families = installed()
    if families is None:
        return
    for family, package in FAMILIES.items():
        found = "finns" if family in families else ""
        yield Part(f"Typsnittet {family}", found, f"Hämta det: sudo apt install {package}")


def _verapdf() -> Part:
    program = shutil.which("verapdf")
    version = ""
    if program is not None:
        said = subprocess.run(
            [program, "--version"], capture_output=True, text=True, check=False, timeout=60
        ).stdout
        version = next((line for line in said.splitlines() if line.strip()), program)
    return Part("veraPDF", version, "Behövs bara för att granska PDF-filer: https://verapdf.org")


def _templates() -> Part:
    """Each shipped template is read and set on its letterhead, as a run would do."""
    templates = Templates()
    try:
        letterhead = templates.find("brevpapper")
        kinds = sorted({type_.template for type_ in documents.types().values()})
        for kind in kinds:
            on_letterhead(templates.find(kind).content, letterhead.content)
    except GenError as error:
        return Part("Mallar", "", error.finding.message, needed=True)
    return Part("Mallar", ", ".join(("brevpapper", *kinds)), needed=True)
