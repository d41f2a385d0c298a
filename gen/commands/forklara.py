"""`gen förklara GEN-2007`: what a finding means, with an example and the statute."""

from __future__ import annotations

from typing import Annotated

import typer

from gen.commands.options import AsJson, failing_as_json, print_json, say


def forklara(
    code: Annotated[
        str, typer.Argument(metavar="KOD", help="Fyndets kod: GEN-2007, eller bara 2007.")
    ],
    as_json: AsJson = False,
) -> None:
    """Tells one of the catalogue; docs/regler.md holds them all."""
    from gen import explain, structured

    with failing_as_json("förklara", as_json):
        kind = explain.find(code)
    if as_json:
        print_json(structured.forklara(kind))
    else:
        say(explain.lines(kind))
