"""The machine in, a diagnosis out: engines, fonts, veraPDF, templates; what is missing, and its cure."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from gen import __version__
from gen.errors import GenError
from gen.pdf.engines import available
from gen.templates import Templates, on_letterhead

SHIPPED = ("brevpapper", "protokoll")
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
