"""What stands around the commands: typer's parts in, Swedish help and usage errors out.

Typer's own frames are English and in part not translatable. Only what its parts are is used here
(names, help, metavar), never what they say.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from gen.commands import dokument
from gen.commands.options import composed
from gen.names import nearest

if TYPE_CHECKING:
    BASE = TyperCommand
else:
    BASE = object

# Typer carries click within itself; for an older typer it is a package of its own.
_kinds: Any = import_module(typer.BadParameter.__module__)
WrongUsage: Any = _kinds.UsageError


class _Swedish(BASE):
    """Usage, headings and refusals, the same for gen itself as for each command."""

    allow_extra_args = True  # else typer refuses them, in English

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """`Användning: gen pdf FIL.DOCX … [VAL]`."""
        formatter.write_usage(ctx.command_path, _usage(self, ctx), prefix="Användning: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The arguments and the options, and of gen itself the commands, whole."""
        params: list[Any] = self.get_params(ctx)
        shown = [param for param in params if not param.hidden]
        arguments = [(_metavar(p), p.help or "") for p in shown if p.param_type_name == "argument"]
        commands = _commands(self)
        options = [(_spelled(p), p.help or "") for p in shown if p.param_type_name == "option"]
        # gen itself has a command for each document, which are many.
        made = (
            [row for row in commands if row[0] not in getattr(self, "commands", {})]
            if commands
            else []
        )
        own = [row for row in commands if row not in made]
        sections = (("Anges", arguments), ("Kommandon", own), ("Dokument", made), ("Val", options))
        for heading, rows in sections:
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, told in Swedish."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Visa den här hjälpen."
        return option

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """What is left over is refused, and every refusal knows which command it is about."""
        try:
            rest = super().parse_args(ctx, args)
        except WrongUsage as error:
            error.ctx = error.ctx or ctx
            raise
        if rest and not _is_group(self):
            told = f"{' '.join(rest)} är mer än {ctx.command_path} kan ta emot."
            raise typer.BadParameter(told, ctx=ctx)
        return rest


class SwedishCommand(_Swedish, TyperCommand):
    """One of gen's commands."""


class DocumentCommand(SwedishCommand):
    """The command of a document type; what it does is looked up when somebody asks for help."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """The type's own words."""
        self.help = dokument.told()[dokument.spelled(self.name or "")]
        super().format_help_text(ctx, formatter)


class SwedishGroup(_Swedish, TyperGroup):
    """Commands under a name of their own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Without a command there is help, as an error: nothing was done."""
        if not args or args == ["--"]:
            typer.echo(self.get_help(ctx), err=True)
            raise typer.Exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """A name that is no command is refused with the nearest that is."""
        name = composed(args[0])
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            known = [name for name, _ in _commands(self)]
            told = f"Kommandot {name} finns inte.{_meant(name, known)}"
            raise typer.BadParameter(told, ctx=ctx)
        return super().resolve_command(ctx, args)


class RootGroup(SwedishGroup):
    """gen itself."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """One of gen's own commands, or that of a document type."""
        own = super().get_command(ctx, cmd_name)
        return own if own is not None else _of_documents(cmd_name)


def usage_lines(error: Any) -> Iterator[str]:
    """What was wrong with how gen was called, how it is called, and where there is more."""
    yield _refusal(error)
    if error.ctx is not None:
        yield f"Användning: {error.ctx.command_path} {_usage(error.ctx.command, error.ctx)}"
        yield f"Mer hjälp: {error.ctx.command_path} --help"


def _refusal(error: Any) -> str:
    params = error.ctx.command.get_params(error.ctx) if error.ctx is not None else []
    if isinstance(error, _kinds.NoSuchOption):
        known = [name for param in params for name in param.opts if name.startswith("--")]
        return f"Valet {error.option_name} finns inte.{_meant(error.option_name, known)}"
    if isinstance(error, _kinds.BadOptionUsage):
        for param in params:
            if error.option_name in param.opts and not param.is_flag:
                return f"Efter {error.option_name} fattas det som ska anges: {_metavar(param)}."
        return f"Valet {error.option_name} står för sig självt: inget värde ska anges."
    if isinstance(error, _kinds.MissingParameter) and error.param is not None:
        return f"{_metavar(error.param)} är inte angivet. {error.param.help}"
    if isinstance(error, typer.BadParameter):
        if error.param is None:  # one of those above
            return str(error.message)
        return f"Det som är angivet som {_metavar(error.param)} går inte att använda."
    return "Kommandot är inte rätt skrivet."


def _usage(command: Any, ctx: Any) -> str:
    if _is_group(command):
        return "KOMMANDO …"
    arguments = [param for param in command.get_params(ctx) if param.param_type_name == "argument"]
    pieces = [_metavar(p) if p.required else f"[{_metavar(p)}]" for p in arguments]
    return " ".join([*pieces, "[VAL]"])


def _is_group(command: Any) -> bool:
    """Whether it holds commands."""
    return hasattr(command, "commands")


def _commands(command: Any) -> list[tuple[str, str]]:
    """The commands of a group, each with its help; in gen itself those of the documents last."""
    if not _is_group(command):
        return []
    own = {name: part.help or "" for name, part in command.commands.items() if not part.hidden}
    if not isinstance(command, RootGroup):
        return list(own.items())
    return [*own.items(), *((n, told) for n, told in dokument.told().items() if n not in own)]


def _of_documents(typed: str) -> Any:
    """The command of a document type, in any spelling of its name; None when there is none."""
    module = dokument.module_of(composed(typed))
    if not module:
        return None
    info = CommandInfo(composed(typed), cls=DocumentCommand, callback=dokument.command(module))
    return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)


def _metavar(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _spelled(param: Any) -> str:
    """`--ut MAPP`, short names first."""
    names = ", ".join(sorted(param.opts, key=lambda name: name.startswith("--")))
    return names if param.is_flag else f"{names} {_metavar(param)}"


def _meant(name: str, known: list[str]) -> str:
    near = nearest(name, known)
    return f" Menade du {near}?" if near else ""
