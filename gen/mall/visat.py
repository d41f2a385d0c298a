"""A vocabulary or the faults of a template in, plain Swedish lines for a terminal out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from gen.mall.exempel import Subject
from gen.mall.kontroll import Fault
from gen.mall.ordlista import Field, filters
from gen.report import INDENT, WIDTH, counted, finding_lines
from gen.source import Source

COMPUTED = "räknas ut"
_BLOCKS = (
    "stycken skrivs med {{p fält }} ensamt i ett stycke; en lista upprepas med "
    "{%p for x in lista %} … {%p endfor %}."
)


def type_lines(names: Iterable[str]) -> Iterator[str]:
    """The templates that there are."""
    yield "Mallarna heter:"
    yield from (f"{INDENT}{name}" for name in sorted(names))
    yield "Fälten i en av dem: gen mall fält protokoll"


def field_lines(subject: Subject, fields: Iterable[Field]) -> Iterator[str]:
    """A table of the fields, then the filters."""
    fields = list(fields)
    width = max(len(field.path) for field in fields)
    kinds = max(len(kind_of(field)) for field in fields)
    yield f"Fält i mallen {subject.name}:"
    for field in fields:
        example = f"  {field.example}" if field.example else ""
        source = "" if field.kind in ("grupp", "lista") and not field.sheet else source_of(field)
        line = f"{INDENT}{field.path:<{width}}  {kind_of(field):<{kinds}}  {source}"
        yield (line.rstrip() + (f"\n{INDENT}{' ' * width}{example}" if example else "")).rstrip()
    if subject.required:
        yield ""
        told = ", ".join(path.replace("|", " eller ") for path in subject.required)
        yield from textwrap.wrap(f"Måste skrivas ut: {told}.", WIDTH)
    yield ""
    yield from textwrap.wrap(f"Så skrivs de: {{{{ fält }}}}; {_BLOCKS}", WIDTH)
    yield ""
    yield "Filter, som {{ sammanträde.datum | veckodag }}:"
    for name, told in filters().items():
        if told:
            hanging = " " * 22
            yield from textwrap.wrap(
                told, WIDTH, initial_indent=f"{INDENT}{name:<18}", subsequent_indent=hanging
            )
    others = ", ".join(name for name, told in filters().items() if not told)
    yield from textwrap.wrap(
        f"Och Jinjas egna: {others}.", WIDTH, initial_indent=INDENT, subsequent_indent=INDENT
    )


def kind_of(field: Field) -> str:
    """`datum, kan saknas`."""
    return f"{field.kind}, kan saknas" if field.absent else field.kind


def source_of(field: Field) -> str:
    """`Sammanträde: Plats`, or that it is computed."""
    return f"{field.sheet}: {field.column}" if field.sheet else COMPUTED


def fault_lines(path: Path, subject: Subject, faults: Iterable[Fault]) -> Iterator[str]:
    """Each at its place, and last how many there were."""
    found = [fault.finding for fault in faults]
    yield f"Läser {path} som mall för {subject.name}."
    for finding in found:
        yield ""
        yield from finding_lines(finding, Source(""))
    yield ""
    yield f"Sammanlagt: {counted(found)}." if found else "Inget att rätta."
