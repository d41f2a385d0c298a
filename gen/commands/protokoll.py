"""`gen protokoll möte.xlsx`."""

from __future__ import annotations

from pathlib import Path

import typer

from gen.commands import options
from gen.commands.options import (
    AsJson,
    Dry,
    Keep,
    Mallar,
    Motor,
    Out,
    Overwrite,
    Register,
    Strict,
    Workbook,
    failing_as_json,
    print_json,
    say,
    tell,
)


def protokoll(
    workbook: Workbook,
    register: Register = None,
    out: Out = Path("out"),
    motor: Motor = None,
    mallar: Mallar = None,
    keep: Keep = False,
    overwrite: Overwrite = False,
    strict: Strict = False,
    dry: Dry = False,
    as_json: AsJson = False,
) -> None:
    """Makes the protokoll, as Word and PDF."""
    from gen import structured
    from gen.building import Options, build
    from gen.report import findings_lines, outcome_lines, plan_lines

    with failing_as_json("protokoll", as_json):
        how = Options(
            out=out,
            register=register,
            engine=motor,
            templates=mallar,
            policy=options.policy(keep=keep, overwrite=overwrite),
            strict=strict,
            dry=dry,
        )
        outcome = build(workbook, ["protokoll"], how)
    if as_json:
        print_json(structured.made(outcome, workbook, "protokoll"))
    else:
        tell(findings_lines((*outcome.findings, *outcome.faults), outcome.reading.source))
        say(plan_lines(outcome) if dry else outcome_lines(outcome))
    raise typer.Exit(outcome.exit_code)
