"""`gen mall`: what templates can say, what is wrong with one, and a try at filling it in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gen.commands import options
from gen.commands.frame import SwedishCommand, SwedishGroup
from gen.commands.options import (
    AsJson,
    Keep,
    Mallar,
    Motor,
    Out,
    Overwrite,
    as_it_stands,
    composed,
    failing_as_json,
    print_json,
    say,
    tell,
)

mall = typer.Typer(
    name="mall",
    help="Mallar: vilka fält som finns, vad som är fel i en mall, och prova den.",
    cls=SwedishGroup,
    rich_markup_mode=None,
)

Template = Annotated[
    Path, typer.Argument(metavar="MALL.DOCX", parser=as_it_stands, help="Mallen, en Wordfil.")
]
Typ = Annotated[
    str | None,
    typer.Option(
        "--typ",
        metavar="NAMN",
        parser=composed,
        help="Vad det är en mall för: protokoll, kallelse, brevpapper … Annars som filen heter.",
    ),
]


def falt(
    typ: Annotated[
        str | None,
        typer.Argument(
            metavar="TYP",
            parser=composed,
            help="Vilket slags dokument: protokoll, kallelse … Utan det visas vilka som finns.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Prints the vocabulary of a document type; without one, which there are."""
    from gen import structured
    from gen.mall import exempel, ordlista, visat

    with failing_as_json("mall fält", as_json):
        if typ is None:
            names = exempel.names()
            if as_json:
                print_json(structured.mall_typer(names))
            else:
                say(visat.type_lines(names))
            return
        subject = exempel.find(typ)
        fields = ordlista.fields(subject)
        if as_json:
            print_json(structured.mall_falt(subject.name, fields, ordlista.filters()))
        else:
            say(visat.field_lines(subject, fields))


def kontrollera(
    path: Template,
    typ: Typ = None,
    marked: Annotated[
        bool,
        typer.Option(
            "--markera", help="Skriv en kopia med det som är fel som kommentarer, bredvid mallen."
        ),
    ] = False,
    mallar: Mallar = None,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> None:
    """Checks a template, prints all that is wrong with it, and marks a copy where that is asked."""
    from gen import structured
    from gen.mall import kommentarer, visat
    from gen.mall.filer import opened
    from gen.mall.kontroll import examined

    with failing_as_json("mall kontrollera", as_json):
        template = opened(path, typ, mallar)
        faults = examined(*template)
        if not as_json:
            say(visat.fault_lines(path, template.subject, faults))
        copy = kommentarer.copy_name(path, faults) if marked else None
        aside = None
        if copy is not None:
            aside = kommentarer.write(copy, template.template, faults, overwrite=overwrite)
    found = [fault.finding for fault in faults]
    code = int(any(finding.level == "fel" for finding in found))
    if as_json:
        print_json(structured.mall_kontroll(path, template.subject.name, faults, copy, code))
    elif copy:
        say([f"Kommenterad kopia:\n    {copy}"])
        if aside:
            say([f"Undanlagd: {copy} heter nu {aside.name}"])
    raise typer.Exit(code)


def prova(
    path: Template,
    typ: Typ = None,
    out: Out = Path("out"),
    motor: Motor = None,
    mallar: Mallar = None,
    keep: Keep = False,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
) -> None:
    """Fills a template in with the example."""
    from gen import structured
    from gen.building import Options, engine_for
    from gen.report import findings_lines, written_lines

    with failing_as_json("mall prova", as_json):
        policy = options.policy(keep=keep, overwrite=overwrite)
        how = Options(out=out, engine=motor, templates=mallar, policy=policy)
        # LibreOffice starts while the examples are read.
        with engine_for([path], how) as engine:
            from gen.mall.filer import opened
            from gen.mall.prov import prova as tried

            outcome = tried(engine, opened(path, typ, mallar), how)
    if as_json:
        print_json(structured.made(outcome, path, "mall prova"))
    else:
        tell(findings_lines((*outcome.findings, *outcome.faults), outcome.reading.source))
        say(written_lines(outcome))
    raise typer.Exit(outcome.exit_code)


for _name, _function, _told, _others in (
    ("fält", falt, "Visa fälten i ett slags mall: slag, exempel, blad och kolumn.", ("falt",)),
    ("kontrollera", kontrollera, "Visa allt som är fel i en mall, med plats.", ()),
    ("prova", prova, "Fyll mallen med exemplet, som Word och PDF.", ()),
):
    for _spelled in (_name, *_others):
        _hidden = _spelled != _name
        mall.command(_spelled, cls=SwedishCommand, help=_told, hidden=_hidden)(_function)
