"""The vocabulary of every template in, docs/mallar.md out: for who owns a kommun's templates.

python -m gen.mall.describe > docs/mallar.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Final

from gen.mall import exempel
from gen.mall.exempel import Subject
from gen.mall.guide import GUIDE
from gen.mall.ordlista import Field, fields, filters
from gen.mall.visat import kind_of, source_of
from gen.templates import LETTERHEAD
from gen.word.sandbox import environment

_EVERYWHERE: Final = f"""\
## Fält i alla mallar

De här fälten finns i alla mallar, och är de enda som ett eget `{LETTERHEAD}.docx` kan skriva ut i
sidhuvud och sidfot.
"""


def markdown() -> str:
    """The whole page."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    common = exempel.subject(LETTERHEAD)
    yield GUIDE
    yield from _filters()
    yield _EVERYWHERE
    yield from _table(fields(common))
    yield from _required(common)
    yield "## Fält i varje mall"
    yield ""
    yield "Utöver fälten i alla mallar."
    yield ""
    for name in sorted(exempel.names()):
        if name != LETTERHEAD:
            yield from _template(exempel.subject(name), set(common.shape.fields))


def _template(subject: Subject, common: set[str]) -> Iterator[str]:
    yield f"### {subject.name}.docx"
    yield ""
    used = [type_.name for type_ in subject.types if type_.name != subject.name]
    if used:
        yield f"Används också för {', '.join(used)}."
        yield ""
    yield from _table(f for f in fields(subject) if f.path.split(".")[0] not in common)
    yield from _required(subject)


def _table(some: Iterable[Field]) -> Iterator[str]:
    """Groups are left out: their fields name them."""
    yield "| Fält | Slag | Exempel | Kommer från |"
    yield "|---|---|---|---|"
    for field in some:
        if field.kind == "grupp":
            continue
        source = "" if field.kind == "lista" and not field.sheet else source_of(field)
        cells = (f"`{field.path}`", kind_of(field), field.example, source)
        yield "| " + " | ".join(map(_cell, cells)) + " |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _required(subject: Subject) -> Iterator[str]:
    if subject.required:
        told = (" eller ".join(f"`{p}`" for p in path.split("|")) for path in subject.required)
        yield f"Måste skrivas ut: {', '.join(told)}."
        yield ""


def _filters() -> Iterator[str]:
    yield "## Filter"
    yield ""
    yield "Ett filter skriver om ett värde: `{{ sammanträde.datum | veckodag }}`."
    yield ""
    yield "| Filter | Gör |"
    yield "|---|---|"
    for name, told in filters().items():
        if told:
            yield f"| `{name}` | {_cell(told)} |"
    yield ""
    others = ", ".join(f"`{name}`" for name, told in filters().items() if not told)
    tests = ", ".join(f"`{name}`" for name in ("defined", "none") if name in environment().tests)
    yield f"Dessutom Jinjas egna {others}, och frågor som {tests}."
    yield ""


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text file, not a stub
    sys.stdout.write(markdown())
