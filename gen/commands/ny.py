"""`gen ny`: a new workbook of any kind, or the example."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gen.commands.options import as_it_stands, composed, say, tell

if TYPE_CHECKING:
    from gen.ny import Made


def ny(
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar="MÖTE.XLSX",
            parser=as_it_stands,
            help="Den nya filen. Annars efter organ och dag.",
        ),
    ] = None,
    organ: Annotated[
        str | None,
        typer.Option(
            "--organ", metavar="ORGAN", help="Organet som sammanträder, med kod eller namn."
        ),
    ] = None,
    datum: Annotated[
        str | None, typer.Option("--datum", metavar="DATUM", help="Sammanträdets dag.")
    ] = None,
    register: Annotated[
        Path | None,
        typer.Option(
            "--register",
            metavar="FIL",
            parser=as_it_stands,
            help="Registret. Står den ensam görs ett nytt register med det namnet.",
        ),
    ] = None,
    earlier: Annotated[
        Path | None,
        typer.Option(
            "--från",
            "--fran",
            metavar="TIDIGARE.XLSX",
            parser=as_it_stands,
            help="Förra sammanträdet: organ, bordlagda och återremitterade ärenden, första § och "
            "personer följer med.",
        ),
    ] = None,
    example: Annotated[
        bool, typer.Option("--exempel", help="Skriv exemplet: ett möte i Lund 2023-03-06.")
    ] = False,
    arende: Annotated[
        Path | None,
        typer.Option(
            "--ärende",
            "--arende",
            metavar="ÄRENDE.XLSX",
            parser=as_it_stands,
            help="Handläggarens kalkylblad.",
        ),
    ] = None,
    skrivelse: Annotated[
        Path | None,
        typer.Option(
            "--skrivelse",
            metavar="MOTION.XLSX",
            parser=as_it_stands,
            help="Kalkylbladet för en motion, en reservation, ett särskilt yttrande eller ett "
            "missiv.",
        ),
    ] = None,
    slag: Annotated[
        str | None,
        typer.Option(
            "--slag",
            metavar="SLAG",
            parser=composed,
            help="Med --skrivelse eller --föreskrift: vad det är.",
        ),
    ] = None,
    delegation: Annotated[
        Path | None,
        typer.Option(
            "--delegation",
            metavar="BESLUT.XLSX",
            parser=as_it_stands,
            help="Kalkylbladet för en nämnds delegationsbeslut; nämnden med --organ.",
        ),
    ] = None,
    foreskrift: Annotated[
        Path | None,
        typer.Option(
            "--föreskrift",
            "--foreskrift",
            metavar="REGLEMENTE.XLSX",
            parser=as_it_stands,
            help="Kalkylbladet för en föreskrift, ett reglemente eller en arbetsordning.",
        ),
    ] = None,
    rubrik: Annotated[
        str | None,
        typer.Option(
            "--rubrik",
            metavar="TEXT",
            parser=composed,
            help="Med --ärende, --skrivelse eller --föreskrift: rubriken.",
        ),
    ] = None,
    dnr: Annotated[
        str | None,
        typer.Option(
            "--dnr",
            metavar="DNR",
            parser=composed,
            help="Med --ärende, --skrivelse eller --föreskrift: diarienumret.",
        ),
    ] = None,
    handlaggare: Annotated[
        str | None,
        typer.Option(
            "--handläggare",
            "--handlaggare",
            metavar="NAMN",
            parser=composed,
            help="Med --ärende: den som skriver.",
        ),
    ] = None,
) -> None:
    """Writes a new file; one that stands there is never touched."""
    from gen import findings, ny
    from gen.errors import UsageError
    from gen.source import at

    def refuse_others(chosen: str, **others: object) -> None:
        for other, value in others.items():
            if value:
                shown = {"target": str(target), "earlier": "--från"}
                shown |= {"arende": "--ärende", "foreskrift": "--föreskrift"}
                told = findings.NEW_MIXED
                raise UsageError(
                    told(at(chosen), value=chosen, other=shown.get(other, f"--{other}"))
                )

    about_arende = {"rubrik": rubrik, "dnr": dnr, "handläggare": handlaggare}
    about_meeting = {"organ": organ, "datum": datum, "earlier": earlier}
    # Each way leaves out what only the others have a use for.
    about_others = {
        "arende": arende,
        "skrivelse": skrivelse,
        "slag": slag,
        "delegation": delegation,
        "foreskrift": foreskrift,
    }

    def without(*used: str) -> dict[str, object]:
        rest = {**about_others, **about_arende, **about_meeting, "target": target}
        return {name: value for name, value in rest.items() if name not in used}

    if example:
        refuse_others("--exempel", **without("target"), register=register)
        _told(ny.example_files(target))
    elif arende is not None:
        refuse_others("--ärende", **without("arende", *about_arende))
        _told(
            ny.arende(
                arende,
                rubrik=rubrik or "",
                dnr=dnr or "",
                handlaggare=handlaggare or "",
                register=register,
            )
        )
    elif skrivelse is not None:
        refuse_others("--skrivelse", **without("skrivelse", "slag", "rubrik", "dnr"))
        _told(
            ny.skrivelse(
                skrivelse, slag=slag or "", rubrik=rubrik or "", dnr=dnr or "", register=register
            )
        )
    elif delegation is not None:
        refuse_others("--delegation", **without("delegation", "organ"))
        _told(ny.delegation(delegation, organ=organ or "", register=register))
    elif foreskrift is not None:
        refuse_others("--föreskrift", **without("foreskrift", "slag", "rubrik", "dnr"))
        _told(
            ny.foreskrift(
                foreskrift, slag=slag or "", titel=rubrik or "", dnr=dnr or "", register=register
            )
        )
    elif register is not None and target is None and not any(about_meeting.values()):
        refuse_others("--register", **about_arende, slag=slag)
        _told(ny.register(register))
    else:
        refuse_others("ett sammanträde", **about_arende, slag=slag)
        if not datum or not (organ or earlier):
            lacks = "vilken dag" if organ or earlier else "vilket organ som sammanträder"
            raise UsageError(findings.NEW_WHAT(at("gen ny"), value=lacks))
        known = {"register": register, "earlier": earlier}
        _told(ny.meeting(target, organ=organ or "", datum=datum, **known))


def _told(made: Made) -> None:
    from gen.report import INDENT, findings_lines

    tell(findings_lines(made.findings, made.source))
    say(["Klart:", *(f"{INDENT}{path}" for path in made.files)])
    say(["Öppna filen i Excel eller LibreOffice och fyll i det vita; det grå räknas ut."])
