"""`gen.build`: the engine is started first, and all the rest is done while it starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gen.pdf.engines import choose
from gen.store import Policy

if TYPE_CHECKING:
    from gen.recipe import Outcome


@dataclass(frozen=True, slots=True)
class Options:
    """How to build. `engine` None: the environment's or the best there is; `templates`: a folder
    that goes before the register's and gen's own; `strict`: any fel stops every document.

    `arenden` (Nr or dnr) and `paragrafer` (`50, 52-54`) choose some documents; empty: all.
    `utkast`: also what waits for the protokoll to be justerat."""

    out: Path = Path("out")
    register: Path | None = None
    engine: str | None = None
    templates: Path | None = None
    policy: Policy = Policy.REFUSE
    strict: bool = False
    dry: bool = False
    arenden: tuple[str, ...] = ()
    paragrafer: str = ""
    utkast: bool = False


def build(workbook: Path, types: Sequence[str], options: Options | None = None) -> Outcome:
    """Makes the documents of those types. GenError with its exit code when nothing can be made."""
    options = options or Options()
    with choose(options.engine) as engine:
        # LibreOffice takes a second to start. Our own half a second of imports goes on beside it.
        from gen.recipe import make

        return make(engine, workbook, types, options)
