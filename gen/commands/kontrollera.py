"""`gen kontrollera möte.xlsx …`: everything that gen has to say of workbooks, at once."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gen.commands import options
from gen.commands.options import (
    AsJson,
    Keep,
    Mallar,
    Motor,
    Out,
    Overwrite,
    Register,
    Strict,
    as_it_stands,
    failing_as_json,
    print_json,
    say,
    tell,
)
from gen.source import at

if TYPE_CHECKING:
    from gen.recipe import Outcome


def kontrollera(
    workbooks: Annotated[
        list[Path],
        typer.Argument(
            metavar="MÖTE.XLSX …",
            parser=as_it_stands,
            help="Sammanträdens kalkylblad, eller ärendefiler. Flera jämförs också med varandra.",
        ),
    ],
    before: Annotated[
        str | None,
        typer.Option(
            "--inför",
            "--infor",
            metavar="kallelse|protokoll|anslag",
            help="Vad som ska göras. Annars det som står på tur enligt datumen i kalkylbladet.",
        ),
    ] = None,
    marked: Annotated[
        bool,
        typer.Option(
            "--markera", help="Skriv en kopia där cellerna är märkta, bredvid originalet."
        ),
    ] = False,
    marked_as: Annotated[
        Path | None,
        typer.Option(
            "--markera-som", metavar="FIL", parser=as_it_stands, help="Den markerade kopians namn."
        ),
    ] = None,
    rapport: Annotated[
        bool,
        typer.Option("--rapport", help="Skriv också en kontrollrapport, som Word och PDF."),
    ] = False,
    out: Out = Path("out"),
    motor: Motor = None,
    mallar: Mallar = None,
    keep: Keep = False,
    overwrite: Overwrite = False,
    register: Register = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Checks, prints, and where that is asked for marks a copy and writes a report of each."""
    several = len(set(workbooks)) > 1
    with failing_as_json("kontrollera", as_json), ExitStack() as stack:
        if rapport:  # first of all: LibreOffice starts while the workbooks are read
            from gen.building import Options, engine_for

            policy = options.policy(keep=keep, overwrite=overwrite)
            how = Options(out, register, motor, mallar, policy)
            engine = stack.enter_context(engine_for(workbooks, how))
        from gen import findings, flera, kontroll, markering, structured
        from gen.errors import UsageError
        from gen.report import INDENT, findings_lines, flera_lines, kontroll_lines, written_lines

        if marked_as and several:
            kind, number = findings.ONE_NAME_FOR_SEVERAL, len(set(workbooks))
            raise UsageError(kind(at(marked_as.name), value="--markera-som", number=number))
        stage = kontroll.before_named(before) if before is not None else None
        done: tuple[kontroll.Kontroll | flera.Unread, ...]
        if several:
            done = flera.kontrollera(workbooks, register=register, before=stage, strict=strict)
            lines = flera_lines(done)
        else:
            one = kontroll.kontrollera(workbooks[0], register=register, before=stage, strict=strict)
            done, lines = (one,), kontroll_lines(one)
        if not as_json:
            say(lines)
        copies: dict[Path, Path] = {}
        told: list[str] = []
        for each in done:
            target = marked_as or (markering.marked_name(each.workbook) if marked else None)
            if target is None or isinstance(each, flera.Unread):
                continue
            aside = markering.write_marked(each, target, overwrite=overwrite)
            copies[each.workbook] = target
            told += [f"Markerad kopia:\n{INDENT}{target}"]
            told += [f"Undanlagd: {target} heter nu {aside.name}"] if aside else []
        reports: dict[Path, Outcome] = {}
        if rapport:
            from gen.kontrollrapport import write_each

            reports = write_each(engine, done, how)
    code = max(flera.exit_code(done), *(report.exit_code for report in reports.values()), 0)
    for report in reports.values():
        said = (*report.findings, *report.faults)
        if not as_json:
            tell(findings_lines(said, report.reading.source))
            told += written_lines(report)
    if not as_json:
        say(told)
    elif several:
        made = [(o, copies.get(o.workbook), reports.get(o.workbook)) for o in done]
        print_json(structured.flera(made, code))
    else:
        print_json(structured.kontroll(one, copies.get(one.workbook), reports.get(one.workbook)))
    raise typer.Exit(code)
